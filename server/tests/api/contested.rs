//! A reconsideration over HTTP: asked for by the person, handed on and ended by the office, read by the person; what is
//! annulled is decided again by somebody else.

use reqwest::StatusCode;
use zhida::access::Role;
use zhida::casework::{Case, ContestStage, Phase, Reference, ResultKind};

use crate::browser::Page;
use crate::cases::{Resident, filed as filed_before, op, resident, resident_linked_to};
use crate::harness::Site;
use crate::letter_forms::{pieces, says_all};
use crate::office::{
    COUNTY, Officer, TOWNSHIP, case, does, done, filed, later, next, officer, page_of, reviewed, submitted,
};

both_engines!(
    a_contested_refusal_goes_to_the_government_and_comes_back,
    what_is_annulled_is_decided_by_another_and_counts_from_the_first_month,
    a_result_that_pays_more_waits_for_a_second_person,
    once_the_time_is_over_the_page_says_so,
);

/// A refusal in force, and the two who made and signed it.
pub(crate) async fn refused(site: &Site) -> (Reference, Officer, Officer) {
    let reference = filed(site, submitted(site, "S03", "living_subsidy", None)).await;
    reviewed(site, reference).await;
    let decider = officer(site, Role::CivilAffairsDecider, COUNTY).await;
    let refuse = [
        ("outcome", "refuse"),
        ("reasons", "NOT_LOW_INCOME"),
        ("sentence", "您家现在没有吃低保。"),
    ];
    done(&decider, reference, "decide", &refuse).await;
    let second = officer(site, Role::CivilAffairsDecider, COUNTY).await;
    done(&second, reference, "sign_second", &[("sign", "yes")]).await;
    (reference, decider, second)
}

/// Today in the three fields of a day.
pub(crate) fn today(site: &Site, name: &str) -> Vec<(String, String)> {
    let today = site.portal.today();
    let parts = [
        ("year", today.year().to_string()),
        ("month", u8::from(today.month()).to_string()),
        ("day", today.day().to_string()),
    ];
    parts
        .into_iter()
        .map(|(part, value)| (format!("{name}-{part}"), value))
        .collect()
}

/// Fields with days in them.
pub(crate) fn with<'a>(days: &'a [Vec<(String, String)>], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let days = days
        .iter()
        .flatten()
        .map(|(name, value)| (name.as_str(), value.as_str()));
    days.chain(more.iter().copied()).collect()
}

async fn the_person(site: &Site, case: &Case) -> Resident {
    resident_linked_to(site, "chunyan", Some(case.opened.subject.key.clone())).await
}

async fn queue(officer: &Officer, filter: &str) -> Page {
    officer.browser.open(&format!("/office?{filter}")).await
}

async fn a_contested_refusal_goes_to_the_government_and_comes_back(site: Site) {
    let (reference, decider, second) = refused(&site).await;
    let third = officer(&site, Role::CivilAffairsDecider, COUNTY).await;
    let quiet = queue(&third, "stage=contest_pass_on").await;
    assert!(!quiet.has("tbody tr"), "{}", quiet.text("main"));
    let person = the_person(&site, &case(&site, reference).await).await;
    let stranger = resident(&site, "zhiqiang").await;
    let here = format!("/cases/{reference}");

    // Asked for once, however often it is sent; a stranger finds nothing.
    let contest = format!("{here}/contest");
    let form = person.browser.open(&contest).await;
    let sending = op(&form);
    for _ in 0..2 {
        let sent = person
            .browser
            .post(&contest, &[("op", &sending), ("why", "我家三月起吃低保。")])
            .await;
        assert_eq!(sent.location, Some(format!("{here}?done=contest#done")));
    }
    let asked = case(&site, reference).await;
    assert_eq!(asked.reconsiderations.len(), 1);
    let said = person.browser.open(&here).await;
    assert!(said.text("main").contains("转交复议申请"), "{}", said.text("main"));
    assert!(said.has(".clock"), "the limit of handing it on");
    let strange = stranger
        .browser
        .post(&contest, &[("op", &sending), ("why", "我不同意")])
        .await;
    assert_eq!(strange.status, StatusCode::NOT_FOUND);

    // It is in the queue of the office, and its own clock is the one the person saw.
    let listed = queue(&third, "stage=contest_pass_on").await;
    assert!(
        listed.text("tbody").contains("复议申请待转交"),
        "{}",
        listed.text("main")
    );
    let page = third.browser.open(&page_of(reference)).await;
    assert_eq!(page.text(".clock"), said.text(".clock"));
    assert!(page.text("main").contains("我家三月起吃低保。"));

    // Those who decided may hand it on, and end nothing.
    for own in [&decider, &second] {
        let page = own.browser.open(&page_of(reference)).await;
        assert!(page.text("main").contains("结果要由别人来记"));
        let outcome = own
            .browser
            .get(&format!("{}/contest_outcome", page_of(reference)))
            .await;
        assert_eq!(outcome.status, StatusCode::SEE_OTHER, "no such form for them");
    }
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let other_office = township
        .browser
        .get(&format!("{}/contest_pass_on", page_of(reference)))
        .await;
    assert_eq!(other_office.status, StatusCode::SEE_OTHER, "not theirs to do");
    let on = [today(&site, "on")];
    let unnumbered = does(&decider, reference, "contest_pass_on", &with(&on, &[])).await;
    assert_eq!(unnumbered.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unnumbered.has("#errors"));
    done(
        &decider,
        reference,
        "contest_pass_on",
        &with(&on, &[("number", "收据7号")]),
    )
    .await;

    let taken = [today(&site, "on"), today(&site, "received")];
    let notice = [("procedure", "simple"), ("number", "平政复受〔2026〕7号")];
    done(&third, reference, "contest_take_up", &with(&taken, &notice)).await;
    done(&decider, reference, "contest_reply", &with(&on, &[])).await;
    let running = case(&site, reference).await;
    let stage = running
        .reconsideration()
        .and_then(zhida::casework::Reconsideration::stage);
    assert_eq!(stage, Some(ContestStage::Decide));
    let said = person.browser.open(&here).await;
    let page = third.browser.open(&page_of(reference)).await;
    assert_eq!(page.text(".clock"), said.text(".clock"));
    assert!(said.text(".clock").contains("人民政府"), "{}", said.text(".clock"));

    // The result: its reasons are asked for, what was typed stays, and sent twice it is recorded once.
    let days = [today(&site, "on"), today(&site, "served")];
    let upheld = with(&days, &[("result", "upheld"), ("number", "平政复决〔2026〕7号")]);
    let silent = does(&third, reference, "contest_outcome", &upheld).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(silent.attributes("[name=result][checked]", "value"), ["upheld"]);
    let form = || silent.form().set("sentence", "县政府查了民政系统，您家没有吃低保。");
    for _ in 0..2 {
        let sent = third.browser.send_only(form()).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text("main"));
    }
    let ended = case(&site, reference).await;
    assert_eq!((ended.phase, ended.result), (Phase::Closed, Some(ResultKind::Refuse)));
    assert!(!queue(&third, "stage=contest_decide").await.has("tbody tr"));
    let print = format!("{}/print/reconsidered", page_of(reference));
    assert_eq!(third.browser.get(&print).await.status, StatusCode::OK);

    // The person reads it, with the way to court; nobody else does.
    let said = person.browser.open(&here).await;
    assert!(said.text("main").contains("维持"), "{}", said.text("main"));
    assert!(!said.has(&format!("a[href='{contest}']")), "it was reconsidered");
    let letter = person.browser.open(&format!("{here}/print/reconsidered")).await;
    let text = person.browser.get(&format!("{here}/print/reconsidered-1/text")).await;
    says_all("text", &pieces(&letter), &text.html);
    let until = ended.reconsiderations[0]
        .court_until(&site.portal.calendar)
        .unwrap()
        .on
        .unwrap();
    let until = format!("到{}年{}月{}日为止", until.year(), u8::from(until.month()), until.day());
    for words in ["平政复决〔2026〕7号", "您家没有吃低保", "15日以内", "人民法院", &until] {
        assert!(
            letter.text("article").contains(words),
            "{words}: {}",
            letter.text("article")
        );
    }
    let strange = stranger.browser.get(&format!("{here}/print/reconsidered")).await;
    assert_eq!(strange.status, StatusCode::NOT_FOUND);
}

async fn what_is_annulled_is_decided_by_another_and_counts_from_the_first_month(site: Site) {
    let (reference, decider, second) = refused(&site).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    // Heard at the counter.
    done(&township, reference, "contest", &[("sentence", "我家吃低保，没查到。")]).await;
    let supervisor = officer(&site, Role::Supervisor, COUNTY).await;
    let days = [today(&site, "on")];
    let words = [("number", "平政复决〔2026〕8号"), ("sentence", "没有查清是不是低保。")];
    let annulled = [with(&days, &words), vec![("result", "annulled")]].concat();
    done(&supervisor, reference, "contest_outcome", &annulled).await;
    let again = case(&site, reference).await;
    assert_eq!((again.phase, again.result), (Phase::Open, None));
    let person = the_person(&site, &again).await;
    let letter = person
        .browser
        .open(&format!("/cases/{reference}/print/reconsidered"))
        .await;
    assert!(
        letter.text("article").contains("别的人重新作决定"),
        "{}",
        letter.text("article")
    );

    for own in [&decider, &second] {
        let form = own.browser.get(&format!("{}/decide", page_of(reference))).await;
        assert_eq!(form.status, StatusCode::SEE_OTHER, "not by those who decided");
        assert_eq!(next(own).await, "/office?done=none#done");
        let claim = format!("{}/claim", page_of(reference));
        let claimed = own.browser.post(&claim, &[("op", &new_op())]).await;
        let told = own.browser.open(&claimed.location.unwrap()).await;
        assert!(
            told.text("main").contains("要由别人重新作决定"),
            "{}",
            told.text("main")
        );
        assert!(!told.has(&format!("a[href='{}/return']", page_of(reference))));
    }
    // The supervisor gives it to somebody who may, and to nobody else.
    let third = officer(&site, Role::CivilAffairsDecider, COUNTY).await;
    let form = supervisor
        .browser
        .open(&format!("{}/reassign", page_of(reference)))
        .await;
    let to = form.attributes("[name=to]", "value");
    assert!(to.contains(&third.id.0), "{to:?}");
    assert!(!to.contains(&decider.id.0) && !to.contains(&second.id.0), "{to:?}");
    done(&supervisor, reference, "reassign", &[("to", &third.id.0)]).await;
    let same = [
        ("outcome", "refuse"),
        ("reasons", "NOT_LOW_INCOME"),
        ("sentence", "还是没有吃低保。"),
    ];
    let refused_again = does(&third, reference, "decide", &same).await;
    assert_eq!(refused_again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused_again.text("#errors").contains("和被撤销的决定一样"),
        "{}",
        refused_again.html
    );
    let correct = [
        ("value", "dibao"),
        ("source", "register"),
        ("sentence", "低保证核对过了。"),
    ];
    done(&third, reference, "correct?fact=household.aid_status", &correct).await;
    let grant = [
        ("outcome", "grant"),
        ("reasons", "IN_DIBAO"),
        ("sentence", "您家在吃低保，符合条件。"),
    ];
    done(&third, reference, "decide", &grant).await;
    let after = later(&site, 30).await;
    let clerk = officer(&after, Role::TownshipOfficer, TOWNSHIP).await;
    done(&clerk, reference, "end_notice", &[]).await;
    let closed = case(&site, reference).await;
    let award = closed.award.unwrap();
    let first = zhida::calendar::Month::of(closed.opened.on);
    assert_eq!((award.from, closed.ended_awards.len()), (first, 0));
}

async fn a_result_that_pays_more_waits_for_a_second_person(site: Site) {
    let (reference, _, second) = refused(&site).await;
    let third = officer(&site, Role::CivilAffairsDecider, COUNTY).await;
    let fourth = officer(&site, Role::CivilAffairsDecider, COUNTY).await;
    // Who hears the request does not record how it ended.
    done(&fourth, reference, "contest", &[("sentence", "我家吃低保。")]).await;
    let page = fourth.browser.open(&page_of(reference)).await;
    assert!(
        page.text("main").contains("这次复议申请是您记下的"),
        "{}",
        page.text("main")
    );
    let form = fourth
        .browser
        .get(&format!("{}/contest_outcome", page_of(reference)))
        .await;
    assert_eq!(form.status, StatusCode::SEE_OTHER);

    let month = zhida::calendar::Month::of(case(&site, reference).await.opened.on).to_string();
    let days = [today(&site, "on")];
    let changed = |yuan| {
        let says = [
            ("result", "changed"),
            ("number", "平政复决〔2026〕9号"),
            ("monthly", yuan),
            ("from", month.as_str()),
            ("sentence", "查清是低保家庭。"),
        ];
        with(&days, &says)
    };
    let early = does(&third, reference, "contest_outcome", &changed("70")).await;
    assert!(early.text("#errors").contains("还没有受理"), "{}", early.text("main"));
    let taken = [today(&site, "on"), today(&site, "received")];
    let notice = [("procedure", "ordinary"), ("number", "平政复受〔2026〕9号")];
    // Of two days the wrong one is marked.
    let before = taken.iter().flatten().map(|(name, value)| match name.as_str() {
        "received-year" => (name.as_str(), "2020"),
        name => (name, value.as_str()),
    });
    let before: Vec<_> = before.chain(notice).collect();
    let wrong = does(&third, reference, "contest_take_up", &before).await;
    assert_eq!(
        wrong.attributes("#errors a", "href"),
        ["#received"],
        "{}",
        wrong.text("#errors")
    );
    done(&third, reference, "contest_take_up", &with(&taken, &notice)).await;

    let much = does(&third, reference, "contest_outcome", &changed("999999")).await;
    assert_eq!(
        much.attributes("#errors a", "href"),
        ["#monthly"],
        "{}",
        much.text("main")
    );
    done(&third, reference, "contest_outcome", &changed("70")).await;
    assert_eq!(case(&site, reference).await.award, None, "not alone");
    assert_eq!(next(&third).await, "/office?done=none#done");
    assert_eq!(next(&fourth).await, format!("{}?done=claimed#done", page_of(reference)));
    let page = second
        .browser
        .open(&format!("{}/sign_second", page_of(reference)))
        .await;
    assert!(
        page.text(".notice").contains("平政复决〔2026〕9号"),
        "{}",
        page.text("main")
    );
    done(&fourth, reference, "sign_second", &[("sign", "yes")]).await;
    let ended = case(&site, reference).await;
    assert_eq!(ended.award.map(|award| award.monthly.0), Some(7000));
    assert_eq!(ended.phase, Phase::Closed);
}

/// An operation nobody has used.
fn new_op() -> String {
    uuid::Uuid::now_v7().to_string()
}

async fn once_the_time_is_over_the_page_says_so(site: Site) {
    let helper = resident(&site, "zhiqiang").await;
    let (calendar, today) = (&site.portal.calendar, site.portal.today());
    let over = |case: &Case| {
        let until = case.contest_until(calendar).and_then(|due| due.on);
        until.is_some_and(|until| until < today) && case.may_contest()
    };
    let case = filed_before(&site, &helper.owner, |filed| over(&filed.case)).await;
    let person = the_person(&site, &case).await;
    let here = format!("/cases/{}", case.opened.reference);
    let page = person.browser.open(&here).await;
    assert!(
        page.text("main").contains("申请行政复议的期限到"),
        "{}",
        page.text("main")
    );
    let contest = person.browser.open(&format!("{here}/contest")).await;
    assert!(contest.text(".notice").contains("已经过了"), "{}", contest.text("main"));
    // Whether there was a good reason is for the government to say.
    let sent = person
        .browser
        .post(
            &format!("{here}/contest"),
            &[("op", &op(&contest)), ("why", "住院到上个星期。")],
        )
        .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
}
