//! A reconsideration over HTTP: asked for by the person, handed on and ended by the office, read by the person; what is
//! annulled is decided again by somebody else.

use reqwest::StatusCode;
use zhida::access::Role;
use zhida::casework::{Case, ContestStage, Phase, Reference, ResultKind};

use crate::browser::Page;
use crate::cases::{Resident, filed as filed_before, op, resident, resident_linked_to};
use crate::harness::Site;
use crate::office::{COUNTY, Officer, TOWNSHIP, case, does, done, filed, later, officer, page_of, reviewed, submitted};

both_engines!(
    a_contested_refusal_goes_to_the_government_and_comes_back,
    what_is_annulled_is_decided_by_another_and_counts_from_the_first_month,
    once_the_time_is_over_the_page_says_so,
);

/// A refusal in force, and the two who made and signed it.
async fn refused(site: &Site) -> (Reference, Officer, Officer) {
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
    }
    let third = officer(&site, Role::CivilAffairsDecider, COUNTY).await;
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
