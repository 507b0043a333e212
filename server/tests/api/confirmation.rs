//! A second person confirms what somebody filed for them: on their own device with a code, at a window, by a statement;
//! or does not. The case waits and says for whom, and a code is for nobody who guesses.

use reqwest::StatusCode;
use zhida::access::{Kin, Role};
use zhida::casework::{Case, ConfirmedHow, Reference};
use zhida::person::ResidentId;
use zhida_server::store::casework::{self, Scope, person_key};

use crate::account::sign_up;
use crate::added::with_the_service;
use crate::apply::people::{apply, s03};
use crate::browser::{Browser, Page};
use crate::harness::Site;
use crate::office::{Officer, case, does, done, later, officer, officer_related_to, page_of};

both_engines!(
    on_their_own_device_for_all_cases_at_once,
    at_the_window_for_all_cases_and_by_nobody_who_decides,
    a_statement_is_recorded_at_home_with_a_witness,
    who_says_no_is_heard_and_their_reason_is_for_the_office,
    the_signed_letter_does_as_well,
    wrong_old_and_used_codes_are_answered_alike,
    a_code_is_tried_five_times_and_a_browser_twenty,
    whoever_filed_confirms_nothing,
    the_second_persons_own_people_keep_away,
    pressed_twice_it_is_asked_and_answered_once,
    a_case_that_was_withdrawn_opens_to_no_code,
    a_list_is_answered_by_who_confirms,
    a_landlord_is_named_and_sees_what_they_confirm,
);

const COUNTY: &str = "430405";
const TOWNSHIP: &str = "430405007";
const PERSON: &str = "filed_for_me";
const NAME: &str = "陈德明";
const FOUR: &str = "9997";
const BOTH: &[&str] = &["living_subsidy", "care_subsidy"];

/// The cases of an application that is confirmed.
async fn cases_of(site: &Site, sent: &Page) -> Vec<Reference> {
    let application = Reference::parse(&sent.text(".reference-number")).unwrap();
    let portal = &site.portal;
    let scope = Scope::application(application);
    let lines = casework::list_of_application(&mut portal.store.read(), &portal.keys, &scope, application).await;
    lines.unwrap().iter().map(|line| line.reference).collect()
}

/// A son applies for his father, with an account.
async fn filed(site: &Site, services: &[&str]) -> (Browser, Vec<Reference>) {
    let browser = site.browser();
    sign_up(&browser, "xiaoming").await;
    let sent = apply(&browser, services, &s03()).await;
    let references = cases_of(site, &sent).await;
    (browser, references)
}

fn ask_page(reference: Reference) -> String {
    format!("/cases/{reference}/confirm/{PERSON}")
}

/// Asks in one of the ways; the page that says so.
async fn asks(filer: &Browser, reference: Reference, way: &str) -> Page {
    let page = filer.get(&ask_page(reference)).await;
    assert_eq!(page.status, StatusCode::OK, "{:?}", page.location);
    let asked = filer.send(page.form().set("way", way)).await;
    assert_eq!(asked.status, StatusCode::OK, "{}", asked.text("#errors"));
    assert!(asked.has("#done"), "{}", asked.text("main"));
    asked
}

async fn code(filer: &Browser, reference: Reference) -> String {
    asks(filer, reference, "code").await.text(".reference-number")
}

/// Types code, name and last four signs; the answer as it came.
async fn types(browser: &Browser, code: &str, name: &str, four: &str) -> Page {
    let form = browser.open("/confirm").await.form();
    let form = form.set("code", code).set("name", name).set("four", four);
    browser.send_only(form).await
}

/// The page of what is confirmed.
async fn opened(browser: &Browser, code: &str) -> Page {
    let answer = types(browser, code, NAME, FOUR).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text("#errors"));
    browser.follow(answer).await
}

/// The two forms of what is confirmed.
const YES: &str = "main form:first-of-type";
const NO: &str = "main form:last-of-type";

fn agreed(case: &Case) -> bool {
    case.open_confirmations().next().is_none()
}

async fn township(site: &Site) -> Officer {
    officer(site, Role::TownshipOfficer, TOWNSHIP).await
}

const ACCEPT: &[(&str, &str)] = &[
    ("identity", "representative"),
    ("filer", "same"),
    ("papers", "household_register"),
    ("papers", "payment_account"),
    ("papers", "relationship_proof"),
];

async fn on_their_own_device_for_all_cases_at_once(site: Site) {
    let (filer, references) = filed(&site, BOTH).await;
    assert_eq!(references.len(), 2);
    let here = filer.open(&format!("/cases/{}", references[0])).await;
    assert_eq!(here.text(".page-head .tag"), format!("等{NAME}确认"));
    assert!(
        here.text(".notice-wait").contains(&format!("还要{NAME}确认")),
        "{}",
        here.text("main")
    );
    assert_eq!(
        here.attributes(".notice-wait a.button", "href"),
        [ask_page(references[0])]
    );
    let office = township(&site).await;
    let waits = does(&office, references[0], "accept", ACCEPT).await;
    assert_eq!(waits.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        waits.text("#errors").contains("申请人自己的同意"),
        "{}",
        waits.text("#errors")
    );
    let queue = office.browser.open("/office").await;
    assert!(
        queue.text("main table").contains("等申请人确认"),
        "{}",
        queue.text("main table")
    );

    let code = code(&filer, references[0]).await;
    assert_eq!(code.len(), 11, "{code}");
    let shown = filer.open(&ask_page(references[1])).await;
    assert_eq!(
        shown.text(".reference-number"),
        code,
        "one code for both, and still there"
    );
    let office_sees = office.browser.open(&page_of(references[1])).await;
    assert!(
        office_sees.text(".notice-wait").contains("已经给了码"),
        "{}",
        office_sees.text(".page-head")
    );
    assert!(!office_sees.html.contains(&code), "the code is between the two of them");

    // Without an account, on a browser of their own.
    let father = site.browser();
    let part = opened(&father, &code.to_lowercase()).await;
    let told = part.text("main");
    for said in ["困难残疾人生活补贴", "重度残疾人护理补贴", "陈小明", NAME, "0128"] {
        assert!(told.contains(said), "{said}: {told}");
    }
    for hidden in ["430405", "6222", "听力", "13800000000", "100元"] {
        assert!(!told.contains(hidden), "{hidden}: {told}");
    }
    assert!(part.headers["cache-control"].to_str().unwrap().contains("no-store"));
    let unticked = father.send_only(part.form_at(YES)).await;
    assert_eq!(unticked.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(unticked.attributes("#errors-list a", "href"), ["#agree"]);
    let thanks = father.send(unticked.form_at(YES).with("agree", "yes")).await;
    assert!(thanks.text("h1").contains("您已经确认了"), "{}", thanks.text("main"));

    for reference in &references {
        let case = case(&site, *reference).await;
        assert!(agreed(&case));
        let answer = case.confirming(PERSON).unwrap().answer().unwrap();
        assert_eq!(answer.what.how, ConfirmedHow::Device);
        done(&office, *reference, "accept", ACCEPT).await;
    }
    let after = filer.open(&format!("/cases/{}", references[0])).await;
    assert!(!after.has(&format!("a[href='{}']", ask_page(references[0]))));
    assert!(
        after.text("aside").contains("已经有人确认了"),
        "{}",
        after.text("aside")
    );
    let history = office.browser.open(&page_of(references[0])).await.text(".route-events");
    assert!(
        history.contains("请别人确认") && history.contains("陈德明（被请来确认的人）"),
        "{history}"
    );
    let over = filer.get(&ask_page(references[0])).await;
    assert_eq!(over.location, Some(format!("/cases/{}", references[0])));
}

async fn at_the_window_for_all_cases_and_by_nobody_who_decides(site: Site) {
    let (filer, references) = filed(&site, BOTH).await;
    let asked = asks(&filer, references[0], "office").await;
    assert!(asked.text("main").contains("会去窗口") && !asked.has(".reference-number"));
    let decider = officer(&site, Role::CivilAffairsDecider, COUNTY).await;
    let half = does(&decider, references[0], "record_confirmation", &[("agreed", "yes")]).await;
    assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(half.attributes("#errors-list a", "href"), ["#how", "#sentence"]);
    let seen = [
        ("agreed", "yes"),
        ("how", "window"),
        ("sentence", "本人到窗口，说同意儿子代办。"),
    ];
    done(&decider, references[0], "record_confirmation", &seen).await;
    for reference in &references {
        let case = case(&site, *reference).await;
        assert!(agreed(&case), "seen once, for both");
    }
    let office = township(&site).await;
    done(&office, references[1], "accept", ACCEPT).await;
    let review = [("opinion", "meets"), ("sentence", "材料齐全，情况属实。")];
    done(&office, references[1], "review", &review).await;
    let federation = officer(&site, Role::FederationReviewer, COUNTY).await;
    done(&federation, references[1], "review", &review).await;
    let page = decider.browser.get(&format!("{}/decide", page_of(references[1]))).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "who recorded it does not decide");
    let another = officer(&site, Role::CivilAffairsDecider, COUNTY).await;
    let page = another.browser.get(&format!("{}/decide", page_of(references[1]))).await;
    assert_eq!(page.status, StatusCode::OK);
}

async fn a_statement_is_recorded_at_home_with_a_witness(site: Site) {
    let (filer, references) = filed(&site, &["care_subsidy"]).await;
    let reference = references[0];
    asks(&filer, reference, "statement").await;
    let office = township(&site).await;
    let told = office.browser.open(&page_of(reference)).await.text(".notice-wait");
    assert!(told.contains("请打电话或者上门问"), "{told}");
    let heard = [
        ("agreed", "yes"),
        ("how", "home"),
        ("witness", "村委会干部刘芳"),
        ("sentence", "躺在床上，不能签字，点头同意。"),
    ];
    done(&office, reference, "record_confirmation", &heard).await;
    let history = office.browser.open(&page_of(reference)).await.text(".route-events");
    for said in ["上门，看了身份证", "见证人：村委会干部刘芳", "点头同意"] {
        assert!(history.contains(said), "{said}: {history}");
    }
    done(&office, reference, "accept", ACCEPT).await;
    let twice = does(&office, reference, "record_confirmation", &heard).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY, "it is confirmed");
}

async fn who_says_no_is_heard_and_their_reason_is_for_the_office(site: Site) {
    const WHY: &str = "他拿我的钱，我不要他办。";
    let (filer, references) = filed(&site, &["care_subsidy"]).await;
    let reference = references[0];
    let code = code(&filer, reference).await;
    let father = site.browser();
    let part = opened(&father, &code).await;
    let long = father.send_only(part.form_at(NO).set("why", &"一".repeat(1001))).await;
    assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(long.text("#why").contains("一一一"), "nothing typed is lost");
    let thanks = father.send(long.form_at(NO).set("why", WHY)).await;
    assert!(thanks.text("h1").contains("您没有确认"), "{}", thanks.text("main"));
    let theirs = filer.open(&format!("/cases/{reference}")).await;
    assert!(theirs.text(".notice-wait").contains(&format!("还没有{NAME}的确认")));
    assert!(!theirs.html.contains("拿我的钱"));
    let told = filer.open("/account/messages").await;
    assert!(!told.text("main").contains("没有确认"), "{}", told.text("main"));
    assert!(!told.html.contains("拿我的钱"));
    let page = filer.open(&ask_page(reference)).await;
    assert!(!page.html.contains("拿我的钱") && !page.has(".reference-number"));
    let office = township(&site).await;
    let told = office.browser.open(&page_of(reference)).await.text(".notice-wait");
    assert!(told.contains("没有确认") && told.contains(WHY), "{told}");
    let accept = office.browser.get(&format!("{}/accept", page_of(reference))).await;
    assert_eq!(accept.status, StatusCode::SEE_OTHER, "whatever paper there is");
    assert!(case(&site, reference).await.accepted.is_none());
}

async fn the_signed_letter_does_as_well(site: Site) {
    let (_, references) = filed(&site, &["care_subsidy"]).await;
    let office = township(&site).await;
    let with_letter = [ACCEPT, &[("papers", "authorization_letter")]].concat();
    done(&office, references[0], "accept", &with_letter).await;
    assert!(agreed(&case(&site, references[0]).await));
}

fn not_found(page: &Page) -> String {
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.attributes("#errors-list a", "href"), ["#code"]);
    page.text("#errors-list")
}

async fn wrong_old_and_used_codes_are_answered_alike(site: Site) {
    let (filer, references) = filed(&site, &["care_subsidy"]).await;
    let reference = references[0];
    let first = code(&filer, reference).await;
    let second = code(&filer, reference).await;
    assert_ne!(first, second);
    let stranger = site.browser();
    let never = not_found(&types(&stranger, "22222-22222", NAME, FOUR).await);
    for (code, name, four) in [
        (first.as_str(), NAME, FOUR),
        (&second, "陈德", FOUR),
        (&second, NAME, "9996"),
        (&second, NAME, ""),
    ] {
        assert_eq!(
            not_found(&types(&stranger, code, name, four).await),
            never,
            "{code} {name} {four}"
        );
    }
    let empty = types(&stranger, "", "", "").await;
    assert_eq!(empty.attributes("#errors-list a", "href"), ["#code", "#name"]);
    let mistyped = types(&stranger, "7KQ2M", NAME, FOUR).await;
    assert_eq!(mistyped.form().value("code"), Some("7KQ2M"));
    // A week later it is too old, and says so to who filed.
    let after = later(&site, 8).await;
    let late = not_found(&types(&after.browser(), &second, NAME, FOUR).await);
    assert_eq!(late, never);
    // Whoever has it right answers, and then it is used.
    let father = site.browser();
    let part = opened(&father, &second).await;
    father.send(part.form_at(YES).with("agree", "yes")).await;
    assert_eq!(not_found(&types(&site.browser(), &second, NAME, FOUR).await), never);
    assert_eq!(father.open("/confirm/part").await.path, "/confirm");
    assert_eq!(site.browser().open("/confirm/part").await.path, "/confirm");
}

async fn a_code_is_tried_five_times_and_a_browser_twenty(site: Site) {
    let (filer, references) = filed(&site, &["care_subsidy"]).await;
    let reference = references[0];
    let given = code(&filer, reference).await;
    let guesser = site.browser();
    // Right tries are given back.
    for _ in 0..6 {
        opened(&guesser, &given).await;
    }
    for four in ["0001", "0002", "0003", "0004", "0005"] {
        not_found(&types(&guesser, &given, NAME, four).await);
    }
    let spent = not_found(&types(&site.browser(), &given, NAME, FOUR).await);
    assert!(
        spent.contains("对不上"),
        "after five wrong ones the right one is wrong too"
    );
    let told = filer.open(&format!("/cases/{reference}/confirm/{PERSON}")).await;
    assert!(told.text("main").contains("码不能用了") && !told.has(".reference-number"));
    opened(&site.browser(), &code(&filer, reference).await).await;

    let account = site.browser();
    sign_up(&account, "caidui").await;
    for _ in 0..20 {
        not_found(&types(&account, "22222-22222", NAME, FOUR).await);
    }
    let over = types(&account, "22222-22222", NAME, FOUR).await;
    assert!(
        over.text("#errors-list").contains("今天试得太多了"),
        "{}",
        over.text("#errors-list")
    );
}

async fn whoever_filed_confirms_nothing(site: Site) {
    let (filer, references) = filed(&site, &["care_subsidy"]).await;
    let given = code(&filer, references[0]).await;
    let own = types(&filer, &given, NAME, FOUR).await;
    assert_eq!(own.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        own.text("#errors-list").contains("请用自己的手机"),
        "{}",
        own.text("#errors-list")
    );
    // Nor does somebody who is not them see that there is anything.
    let stranger = site.browser();
    assert_eq!(
        stranger.get(&ask_page(references[0])).await.status,
        StatusCode::NOT_FOUND
    );
    let other = site.browser();
    sign_up(&other, "luren").await;
    assert_eq!(other.get(&ask_page(references[0])).await.status, StatusCode::NOT_FOUND);
    let elsewhere = filer.get(&format!("/cases/{}/confirm/elsewhere", references[0])).await;
    assert_eq!(elsewhere.status, StatusCode::NOT_FOUND);
}

async fn the_second_persons_own_people_keep_away(site: Site) {
    let (filer, references) = filed(&site, &["care_subsidy"]).await;
    asks(&filer, references[0], "office").await;
    let father = ResidentId::parse("430405195303039997").unwrap();
    let kin = Kin {
        household: vec![person_key(&site.portal.keys, &father)],
        ..Kin::default()
    };
    let related = officer_related_to(&site, Role::TownshipOfficer, TOWNSHIP, kin).await;
    let form = format!("{}/record_confirmation", page_of(references[0]));
    assert_eq!(related.browser.get(&form).await.status, StatusCode::FORBIDDEN);
    let elsewhere = officer(&site, Role::TownshipOfficer, "430405001").await;
    assert_eq!(elsewhere.browser.get(&form).await.status, StatusCode::NOT_FOUND);
}

async fn pressed_twice_it_is_asked_and_answered_once(site: Site) {
    let (filer, references) = filed(&site, BOTH).await;
    let page = filer.get(&ask_page(references[0])).await;
    let form = || page.form().set("way", "code");
    let (one, two) = tokio::join!(filer.send_only(form()), filer.send_only(form()));
    assert_eq!((one.status, two.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
    assert_eq!(one.location, two.location);
    let asked = |case: &Case| case.seq;
    let before = case(&site, references[0]).await;
    assert_eq!(asked(&before), 2, "handed in, asked once");
    let given = filer.open(&ask_page(references[0])).await.text(".reference-number");
    let father = site.browser();
    let part = opened(&father, &given).await;
    let form = || part.form_at(YES).with("agree", "yes");
    let (one, two) = tokio::join!(father.send_only(form()), father.send_only(form()));
    assert_eq!((one.status, two.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
    assert_eq!(one.location, two.location, "both are told that it is recorded");
    for reference in &references {
        let case = case(&site, *reference).await;
        assert_eq!(case.confirming(PERSON).unwrap().answers.len(), 1);
    }
}

async fn a_case_that_was_withdrawn_opens_to_no_code(site: Site) {
    let (filer, references) = filed(&site, &["care_subsidy"]).await;
    let reference = references[0];
    let given = code(&filer, reference).await;
    let father = site.browser();
    let part = opened(&father, &given).await;
    let back = filer.open(&format!("/cases/{reference}/withdraw")).await;
    filer.send(back.form()).await;
    let late = father.send(part.form_at(YES).with("agree", "yes")).await;
    assert_eq!(late.path, "/confirm", "nothing waits for an answer any more");
    not_found(&types(&site.browser(), &given, NAME, FOUR).await);
    let asks = filer.get(&ask_page(reference)).await;
    assert_eq!(asks.location, Some(format!("/cases/{reference}")));
    let page = filer.open(&format!("/cases/{reference}")).await;
    assert!(!page.text("main").contains("还要"), "{}", page.text("main"));
}

async fn a_list_is_answered_by_who_confirms(site: Site) {
    let (filer, references) = filed(&site, &["care_subsidy"]).await;
    let reference = references[0];
    let given = code(&filer, reference).await;
    let office = township(&site).await;
    done(
        &office,
        reference,
        "request_papers",
        &[("papers", "authorization_letter")],
    )
    .await;
    assert!(case(&site, reference).await.open_list().is_some());
    let father = site.browser();
    let part = opened(&father, &given).await;
    father.send(part.form_at(YES).with("agree", "yes")).await;
    let case = case(&site, reference).await;
    assert!(case.open_list().is_none() && case.pause(site.portal.today()).is_none());
}

async fn a_landlord_is_named_and_sees_what_they_confirm(site: Site) {
    let site = with_the_service(&site).await;
    let (filer, reference) = crate::added::filed_with_a_wide_door(&site).await;
    let address = format!("/cases/{reference}/confirm/landlord_agrees");
    let here = filer.open(&format!("/cases/{reference}")).await;
    assert!(
        here.text(".notice-wait").contains("还要房东确认"),
        "{}",
        here.text("main")
    );
    let page = filer.open(&address).await;
    let nobody = filer.send_only(page.form().set("way", "code")).await;
    assert_eq!(nobody.attributes("#errors-list a", "href"), ["#name"]);
    let own = filer
        .send_only(page.form().set("way", "code").set("name", "李春燕"))
        .await;
    assert_eq!(
        own.attributes("#errors-list a", "href"),
        ["#name"],
        "they are the landlord of nobody"
    );
    let mistyped = page
        .form()
        .set("way", "code")
        .set("name", "周建国")
        .set("number", "43062619650101");
    let mistyped = filer.send_only(mistyped).await;
    assert_eq!(mistyped.attributes("#errors-list a", "href"), ["#number"]);
    assert_eq!(mistyped.form().value("name"), Some("周建国"));
    let asked = filer.send(page.form().set("way", "code").set("name", "周建国")).await;
    let given = asked.text(".reference-number");
    let landlord = site.browser();
    let answer = types(&landlord, &given, "周建国", "").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text("#errors"));
    let part = landlord.follow(answer).await;
    let told = part.text("main");
    for said in ["门的宽度", "95厘米", "李春燕"] {
        assert!(told.contains(said), "{said}: {told}");
    }
    assert!(!told.contains("300元") && !told.contains("430626"), "{told}");
    landlord.send(part.form_at(YES).with("agree", "yes")).await;
    assert!(agreed(&case(&site, reference).await));
}
