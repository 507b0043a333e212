//! 好差评: whoever filed says how satisfied they are; a bad mark is answered by who supervises, never by who handled the case.

use reqwest::StatusCode;
use zhida::access::{Kin, Role};
use zhida::casework::{Mark, Moment, Rater, Reference, Remark};
use zhida::place::OfficeKind;
use zhida_server::store::casework::{self, Scope, StoredRating, insert_rating, list_ratings_of_case};
use zhida_server::store::event;

use crate::apply::people::{apply, s01};
use crate::browser::{Browser, Form, Page};
use crate::cases::{Resident, code, resident, resident_linked_to};
use crate::harness::Site;
use crate::office::{
    ACCEPT, COUNTY, Officer, REVIEW, TOWNSHIP, case, done, filed, filed_by, later, officer, officer_related_to,
    page_of, reviewed, submitted,
};

both_engines!(
    a_bad_mark_is_answered_by_who_supervises,
    a_mark_is_changed_until_it_is_answered_and_asked_for_once,
    whoever_may_open_the_case_rates_it_and_nobody_else,
    whoever_handled_the_case_does_not_learn_who_gave_a_bad_mark,
    an_answer_that_is_late_is_called_late,
    marks_are_counted_and_few_of_them_are_not_told,
);

fn address(reference: Reference) -> String {
    format!("/cases/{reference}")
}

/// A person's case that the township has accepted, the person, and who accepted it.
async fn accepted(site: &Site) -> (Reference, Resident, Officer) {
    let reference = filed(site, submitted(site, "S01", "living_subsidy", None)).await;
    let township = officer(site, Role::TownshipOfficer, TOWNSHIP).await;
    done(&township, reference, "accept", ACCEPT).await;
    let person = case(site, reference).await.opened.subject.key;
    (
        reference,
        resident_linked_to(site, "chunyan", Some(person)).await,
        township,
    )
}

/// The question on the page of a case.
fn question(page: &Page) -> Form {
    page.form_at("main form[action*='/rating/']")
}

/// Rates in two taps; the page that asks for more.
async fn rates(browser: &Browser, reference: Reference, mark: &str) -> Page {
    let page = browser.open(&address(reference)).await;
    browser.send(question(&page).set("mark", mark)).await
}

/// The kept marks of a case.
async fn kept(site: &Site, reference: Reference) -> Vec<StoredRating> {
    let portal = &site.portal;
    let mut reader = portal.store.read();
    let found = casework::find(&mut reader, &portal.keys, &Scope::program(), reference).await;
    let id = found.unwrap().unwrap().id;
    list_ratings_of_case(&mut reader, &portal.keys, id).await.unwrap()
}

/// The addresses of the bad marks that wait for a supervisor.
async fn waiting(supervisor: &Officer) -> Vec<String> {
    let list = supervisor.browser.open("/office/ratings").await;
    list.attributes("tbody a", "href")
}

async fn a_bad_mark_is_answered_by_who_supervises(site: Site) {
    let (reference, resident, township) = accepted(&site).await;
    let here = address(reference);
    let page = resident.browser.open(&here).await;
    assert!(
        page.text("main").contains("“收下申请”这一步，您满意吗？"),
        "{}",
        page.text("main")
    );
    let empty = resident.browser.send(question(&page)).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.text("#errors").contains("请选一项"));

    let more = resident.browser.send(question(&page).set("mark", "1")).await;
    assert!(more.text("#done").contains("评价收到了"), "{}", more.text("main"));
    assert!(more.text("main").contains("5个工作日以内"));
    let words = "我去了三次，每次都说少材料。";
    let wrong = more
        .form()
        .set("words", words)
        .set("call", "other")
        .set("phone", "1380000");
    let wrong = resident.browser.send(wrong).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.attributes("#errors a", "href"), ["#phone"]);
    assert!(wrong.text("#words").contains(words), "what was typed stays");
    assert_eq!(wrong.attributes("#phone", "value"), ["1380000"]);
    let right = wrong.form().set("phone", "138 0000 0001");
    for _ in 0..2 {
        let after = resident.browser.send(right.clone()).await;
        assert_eq!(after.path, format!("{here}?done=rated"), "pressed twice, done once");
        assert!(after.text("main").contains("我们去查，最晚"), "{}", after.text("main"));
        assert!(!after.has("main form[action*='/rating/']"), "it is not asked again");
    }
    let ratings = kept(&site, reference).await;
    assert_eq!((ratings.len(), ratings[0].office), (1, OfficeKind::Township));

    // Whoever handled it finds nothing of it, neither in the case nor in a list.
    let seen = township.browser.open(&page_of(reference)).await;
    assert!(!seen.html.contains("每次都说少材料") && !seen.html.contains("不满意"));
    assert_eq!(
        township.browser.get("/office/ratings").await.status,
        StatusCode::FORBIDDEN
    );
    let elsewhere = officer(&site, Role::Supervisor, "430104").await;
    assert_eq!(waiting(&elsewhere).await, Vec::<String>::new());

    let supervisor = officer(&site, Role::Supervisor, COUNTY).await;
    let queue = supervisor.browser.open("/office").await;
    assert!(
        queue.text("main").contains("差评回访（1件等着）"),
        "{}",
        queue.text("main")
    );
    let one = waiting(&supervisor).await.remove(0);
    assert_eq!(elsewhere.browser.get(&one).await.status, StatusCode::NOT_FOUND);
    assert_eq!(township.browser.get(&one).await.status, StatusCode::FORBIDDEN);
    let task = supervisor.browser.open(&one).await;
    for said in ["收下申请", "非常不满意", words, "13800000001"] {
        assert!(task.text("main").contains(said), "{said}: {}", task.text("main"));
    }
    let empty = supervisor.browser.send(task.form()).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(empty.attributes("#errors a", "href"), ["#called", "#words"]);
    let answer = "窗口把要带的材料写成了一张单子，贴在门口。";
    let early = empty.form().set("called", "yes").set("words", answer);
    let early = early.set("on-year", "2020").set("on-month", "1").set("on-day", "1");
    let early = supervisor.browser.send(early).await;
    assert_eq!(early.attributes("#errors a", "href"), ["#on"]);
    let today = site.portal.today();
    let form = early
        .form()
        .set("on-year", &today.year().to_string())
        .set("on-month", &u8::from(today.month()).to_string())
        .set("on-day", &today.day().to_string());
    for _ in 0..2 {
        let after = supervisor.browser.send(form.clone()).await;
        assert!(after.text("#done").contains("答复了"), "{}", after.text("main"));
        assert!(after.text("main").contains("没有等回访的"));
    }
    let again = task.form().set("called", "no").set("words", "再答一次。");
    let again = supervisor.browser.send(again).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!again.has("main form"), "it is answered once: {}", again.text("main"));

    let told = resident.browser.open(&here).await;
    assert!(told.text("main").contains(answer) && told.text("main").contains("打过电话"));
    assert!(!told.has(&format!("a[href='{here}/rating/accepted']")));
    let closed = resident.browser.get(&format!("{here}/rating/accepted")).await;
    assert_eq!(closed.location.as_deref(), Some(here.as_str()));
    let late = more.form().set("mark", "5");
    let late = resident.browser.send(late).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.text("#errors").contains("不能再改"));
    // The person reads that who supervises opened it.
    let seen = resident.browser.open(&format!("{here}/seen")).await;
    assert!(seen.texts("tbody tr").len() >= 2, "{}", seen.text("main"));

    let mut reader = site.portal.store.read();
    let stream = format!("rating:{}", ratings[0].id);
    let events = event::list(&mut reader, &site.portal.keys, &stream).await.unwrap();
    let kinds: Vec<&str> = events.iter().map(|event| event.kind.as_str()).collect();
    assert_eq!(kinds, ["rated", "rating_changed", "rating_answered"]);
    assert_eq!(events[2].actor.as_ref(), Some(&supervisor.id.0));
}

async fn a_mark_is_changed_until_it_is_answered_and_asked_for_once(site: Site) {
    let (reference, resident, township) = accepted(&site).await;
    let here = address(reference);
    let page = resident.browser.open(&here).await;
    let two_windows = question(&page);
    let more = rates(&resident.browser, reference, "4").await;
    assert!(!more.has("[name=call]"), "who is satisfied is not asked where to call");
    let supervisor = officer(&site, Role::Supervisor, COUNTY).await;
    assert_eq!(waiting(&supervisor).await, Vec::<String>::new());

    // To a bad mark: now it is asked, and nothing that was typed is lost on the way.
    let worse = more.form().set("mark", "2").set("words", "后来没有人接电话。");
    let asked = resident.browser.send(worse).await;
    assert_eq!(asked.attributes("[name=call]", "value"), ["other", "no"]);
    assert!(asked.text("#words").contains("没有人接电话"));
    let task = waiting(&supervisor).await.remove(0);
    let before = supervisor.browser.open(&task).await;
    assert!(before.text("main").contains("没有说要打电话"));
    let due = kept(&site, reference).await[0].due_on;
    resident.browser.send(asked.form().set("call", "no")).await;
    assert_eq!(kept(&site, reference).await[0].due_on, due, "a bad mark keeps its day");
    // It was changed since: who supervises reads it before they answer.
    let stale = supervisor.browser.send(before.form().set("words", "查清楚了。")).await;
    assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(stale.text("#errors").contains("改过") && stale.text("#words").contains("查清楚了。"));
    assert!(stale.text("main").contains("不用打电话"));
    // The same question in another window is the same mark.
    let better = resident.browser.send(two_windows.set("mark", "5")).await;
    assert_eq!(better.status, StatusCode::OK);
    assert_eq!(
        waiting(&supervisor).await,
        Vec::<String>::new(),
        "there is nothing to answer"
    );
    let ratings = kept(&site, reference).await;
    assert_eq!((ratings.len(), ratings[0].mark), (1, Mark::VerySatisfied));

    // The next moment is asked about once it has come, and what was gone past is still open.
    done(&township, reference, "review", REVIEW).await;
    let page = resident.browser.open(&here).await;
    assert!(question(&page).action().contains("/rating/handled"));
    assert!(
        page.has(&format!("a[href='{here}/rating/accepted']")),
        "it can be changed"
    );
    for nothing in ["decided", "somewhere"] {
        let early = resident.browser.get(&format!("{here}/rating/{nothing}")).await;
        assert_ne!(early.status, StatusCode::OK, "{nothing}");
    }
    let early = question(&page)
        .set("mark", "5")
        .sent_to(&format!("{here}/rating/decided"));
    assert_eq!(resident.browser.send(early).await.status, StatusCode::NOT_FOUND);
}

async fn whoever_may_open_the_case_rates_it_and_nobody_else(site: Site) {
    // Handed in without an account, with a number to be called on.
    let mut answers = s01();
    answers.insert(0, ("contact", vec![("way", "call"), ("phone", "13800000000")]));
    let filer = site.browser();
    let sent = apply(&filer, &["living_subsidy"], &answers).await;
    let code = code(&sent);
    let number = sent.text(".reference-number");
    let to_case = sent.attributes("main .actions .button", "href").remove(0);
    let here = filer.open(&to_case).await.path;
    let reference = Reference::parse(here.rsplit('/').next().unwrap()).unwrap();
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let accept: Vec<_> = ACCEPT
        .iter()
        .copied()
        .chain([("papers", "payment_account"), ("filer", "other")])
        .collect();
    done(&township, reference, "accept", &accept).await;

    let stranger = resident(&site, "stranger").await;
    let address_of_rating = format!("{here}/rating/accepted");
    assert_eq!(
        stranger.browser.get(&address_of_rating).await.status,
        StatusCode::NOT_FOUND
    );
    let page = filer.open(&here).await;
    let forged = stranger.browser.send_only(question(&page).set("mark", "1")).await;
    assert_eq!(forged.status, StatusCode::NOT_FOUND);
    assert_eq!(kept(&site, reference).await, []);

    // By number, code and birth date, from elsewhere.
    let elsewhere = site.browser();
    let asked = elsewhere.open("/cases/open").await;
    let form = asked.form().set("reference", &number).set("code", &code);
    let form = form
        .set("birth-year", "1988")
        .set("birth-month", "8")
        .set("birth-day", "8");
    let opened = elsewhere.send(form).await;
    assert_eq!(opened.status, StatusCode::OK, "{}", opened.text("main"));
    let more = rates(&elsewhere, reference, "1").await;
    assert!(more.text("main").contains("138****0000") && !more.html.contains("13800000000"));
    let after = elsewhere.send(more.form().set("call", "application")).await;
    assert!(
        after.text("main").contains("评的是：非常不满意"),
        "{}",
        after.text("main")
    );
    let supervisor = officer(&site, Role::Supervisor, COUNTY).await;
    let task = waiting(&supervisor).await.remove(0);
    assert!(
        supervisor
            .browser
            .open(&task)
            .await
            .text("main")
            .contains("13800000000")
    );

    // The browser that filed is the same filer; the person sees what is said in their name.
    assert!(filer.open(&here).await.text("main").contains("评的是：非常不满意"));
    let person = case(&site, reference).await.opened.subject.key;
    let subject = resident_linked_to(&site, "chunyan", Some(person)).await;
    assert!(
        subject
            .browser
            .open(&here)
            .await
            .text("main")
            .contains("评的是：非常不满意")
    );
    // What the person says is theirs: the others learn that it is rated, and are not asked again.
    done(&township, reference, "review", REVIEW).await;
    rates(&subject.browser, reference, "2").await;
    let page = filer.open(&here).await;
    assert!(
        page.text("main").contains("“审核”这一步，已经有人评过了"),
        "{}",
        page.text("main")
    );
    assert!(!page.has("main form[action*='/rating/']"));
    let peeks = filer.get(&format!("{here}/rating/handled")).await;
    assert_eq!(peeks.location.as_deref(), Some(here.as_str()));

    // What is taken back is not asked about.
    let own = resident(&site, "erzi").await;
    let taken_back = filed_by(&site, Some(&own.owner), submitted(&site, "S02", "living_subsidy", None)).await;
    let page = own.browser.open(&address(taken_back)).await;
    assert!(!page.has("#rating"), "nothing has happened yet");
    let withdraw = own.browser.open(&format!("{}/withdraw", address(taken_back))).await;
    let page = own.browser.send(withdraw.form()).await;
    assert!(page.text("#done").contains("撤回") && !page.has("#rating"));
}

async fn whoever_handled_the_case_does_not_learn_who_gave_a_bad_mark(site: Site) {
    let reference = filed(&site, submitted(&site, "S03", "living_subsidy", None)).await;
    reviewed(&site, reference).await;
    let decider = officer(&site, Role::CivilAffairsDecider, COUNTY).await;
    let refuse = [
        ("outcome", "refuse"),
        ("reasons", "NOT_LOW_INCOME"),
        ("sentence", "您家现在没有吃低保。"),
    ];
    done(&decider, reference, "decide", &refuse).await;
    let signed = officer(&site, Role::Supervisor, COUNTY).await;
    done(&signed, reference, "sign_second", &[("sign", "yes")]).await;
    let person = case(&site, reference).await.opened.subject.key;
    let resident = resident_linked_to(&site, "deming", Some(person.clone())).await;
    rates(&resident.browser, reference, "2").await;

    let own = Kin {
        own: None,
        household: vec![person],
        relatives: Vec::new(),
    };
    let related = officer_related_to(&site, Role::Supervisor, COUNTY, own).await;
    let other = officer(&site, Role::Supervisor, COUNTY).await;
    let task = waiting(&other).await.remove(0);
    assert!(
        other.browser.open(&task).await.text("main").contains("民政局"),
        "whose mark it is"
    );
    for who in [&signed, &related] {
        let list = who.browser.open("/office/ratings").await;
        assert!(
            !list.has("tbody") && list.text("main").contains("还有1件"),
            "{}",
            list.text("main")
        );
        assert!(!list.html.contains(reference.as_str()));
        assert_eq!(who.browser.get(&task).await.status, StatusCode::NOT_FOUND);
        let forged = other.browser.open(&task).await.form().set("words", "我自己答。");
        assert_eq!(who.browser.send_only(forged).await.status, StatusCode::NOT_FOUND);
    }
    let decided = kept(&site, reference).await.remove(0);
    assert_eq!(
        (decided.moment, decided.office),
        (Moment::Decided, OfficeKind::CivilAffairs)
    );
}

async fn an_answer_that_is_late_is_called_late(site: Site) {
    let (reference, resident, _) = accepted(&site).await;
    rates(&resident.browser, reference, "1").await;
    let supervisor = officer(&site, Role::Supervisor, COUNTY).await;
    let list = supervisor.browser.open("/office/ratings").await;
    assert!(!list.text("main").contains("过期没有回访"));
    let after = later(&site, 30).await;
    let supervisor = officer(&after, Role::Supervisor, COUNTY).await;
    let list = supervisor.browser.open("/office/ratings").await;
    assert!(list.text("tbody tr").contains("过期没有回访"), "{}", list.text("main"));
    let task = supervisor.browser.open(&waiting(&supervisor).await.remove(0)).await;
    assert!(task.text("main").contains("请尽快答复"));
}

async fn marks_are_counted_and_few_of_them_are_not_told(site: Site) {
    let portal = &site.portal;
    for at in 0..10 {
        let reference = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
        let found = casework::find(&mut portal.store.read(), &portal.keys, &Scope::program(), reference).await;
        let case = found.unwrap().unwrap().id;
        let mark = if at == 0 {
            Mark::Dissatisfied
        } else {
            Mark::FairlySatisfied
        };
        let moments = if at == 9 { &Moment::ALL[..1] } else { &Moment::ALL[..2] };
        for moment in moments {
            let new = StoredRating {
                id: portal.random_id().to_string(),
                case,
                moment: *moment,
                mark,
                office: OfficeKind::Township,
                rater: Rater::Filer,
                remark: Remark::default(),
                rated_at: portal.now(),
                due_on: None,
                answer: None,
            };
            let mut tx = portal.store.begin().await.unwrap();
            insert_rating(&mut tx, &portal.keys, &new).await.unwrap();
            tx.commit().await.unwrap();
        }
    }
    let supervisor = officer(&site, Role::Supervisor, COUNTY).await;
    let auditor = officer(&site, Role::Auditor, COUNTY).await;
    for who in [&supervisor, &auditor] {
        let page = who.browser.open("/office/ratings/counts").await;
        let rows = page.texts("tbody tr");
        assert_eq!(rows.len(), 2, "{rows:?}");
        assert!(
            rows[0].contains("收下申请") && rows[0].contains("10个") && rows[0].contains("90%"),
            "{rows:?}"
        );
        assert!(rows[1].contains("不到10个") && !rows[1].contains('%'), "{rows:?}");
    }
    // Who sees a prefecture sees its counties.
    let above = officer(&site, Role::Auditor, "430600").await;
    let page = above.browser.open("/office/ratings/counts").await;
    assert!(page.text("tbody tr").contains("各乡镇、街道"), "{}", page.text("main"));
    let elsewhere = officer(&site, Role::Auditor, "430104").await;
    assert!(!elsewhere.browser.open("/office/ratings/counts").await.has("tbody"));
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let refused = township.browser.get("/office/ratings/counts").await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}
