//! 帮代办、上门办 over HTTP: an officer files for somebody, a colleague works on it, the person looks at it with the paper
//! they were given; and everybody who is turned away on the way.

use std::collections::BTreeSet;

use reqwest::StatusCode;
use zhida::access::{AgentRole, By, Delegation, Kin, KnownOfBoth, OfficerId, Power, Role, Terms};
use zhida::apply::{Authority, MadePlace, MadeWay, STATEMENT_PAPER};
use zhida::casework::{Case, Phase, Reference};
use zhida::person::{ResidentId, SubmitterRole};
use zhida_server::store::casework::{self, Scope, person_key};
use zhida_server::store::delegation::{self, MadeBy, StoredDelegation};
use zhida_server::store::{Query as _, params};
use zhida_server::store::{account, registry};

use crate::account::sign_up;
use crate::apply::files::PHOTO;
use crate::apply::owners::entry;
use crate::apply::people::{Answers, answer, fill, page_of, s01};
use crate::browser::{Browser, Page};
use crate::harness::Site;
use crate::office::{COUNTY, Officer, REVIEW, TOWNSHIP, does, done, officer, officer_related_to, page_of as case_page};

both_engines!(
    an_officer_files_and_a_colleague_decides,
    who_is_nobody_here_is_turned_away,
    what_is_missing_is_said_and_nothing_typed_is_lost,
    a_statement_is_made_again_when_an_answer_changes,
    what_was_said_by_who_cannot_sign_is_a_recording,
    a_filing_is_handed_to_a_colleague_and_is_theirs,
    what_the_register_says_is_for_the_persons_own_township,
    an_institution_acts_for_who_is_in_its_custody,
    the_village_committee_applies_for_who_lives_in_a_home,
    a_hukou_elsewhere_is_received_and_sent_on,
    what_an_office_outside_received_counts_from_its_day,
    nobody_files_for_their_own_people,
);

const NAME: &str = "李春燕";
const NUMBER: &str = "430626198808089988";
const PAPER: &str = "main form[enctype='multipart/form-data']";

/// Begins for somebody; the page that says what is known of them.
async fn begun(officer: &Officer, name: &str, number: &str) -> Page {
    let page = officer.browser.open("/office/assist/new").await;
    let form = page.form().set("name", name).set("resident_id", number);
    officer.browser.send(form).await
}

/// From there to the page of that name; what was chosen first is not asked in the answers of the scenarios.
async fn at(officer: &Officer, known: &Page, services: &[&str], answers: &Answers, until: &str) -> Page {
    let go_on = known.attributes("main .actions a.button", "href");
    let page = officer.browser.open(&go_on[0]).await;
    assert_eq!(page_of(&page), "services");
    let form = services
        .iter()
        .fold(page.form(), |form, service| form.with("service", service));
    let page = officer.browser.send(form).await;
    fill(&officer.browser, page, answers, until).await.0
}

/// How the person signed at home, today.
fn signed(site: &Site) -> Vec<(&'static str, String)> {
    let day = site.portal.today();
    vec![
        ("made-place", "home".to_owned()),
        ("made-way", "signature".to_owned()),
        ("made-on-year", day.year().to_string()),
        ("made-on-month", u8::from(day.month()).to_string()),
        ("made-on-day", day.day().to_string()),
        ("made-read-out", "yes".to_owned()),
    ]
}

/// Answers the page that asks how the person said it.
async fn made(officer: &Officer, page: &Page, with: &[(&'static str, String)]) -> Page {
    assert_eq!(page_of(page), "made", "{}", page.text("h1"));
    let form = with
        .iter()
        .fold(page.form(), |form, (name, value)| form.set(name, value));
    officer.browser.send(form).await
}

/// Sends the signed statement, and goes on.
async fn scanned(officer: &Officer, page: &Page, name: &str, bytes: &[u8]) -> Page {
    let form = page.form_at(PAPER).set("act", "continue");
    officer.browser.upload(form, "file", Some((name, bytes.to_vec()))).await
}

/// Looks everything through and hands it in; the receipt.
async fn handed_in(officer: &Officer, page: Page) -> Page {
    assert_eq!(page_of(&page), "check", "{}", page.text("main"));
    let again = page.has("[name=again]");
    let form = page.form();
    let page = officer
        .browser
        .send(if again { form.with("again", "yes") } else { form })
        .await;
    assert_eq!(page_of(&page), "statement", "{}", page.text("main"));
    officer.browser.send(page.form().with("agree", "yes")).await
}

/// From the first page to the receipt.
async fn filed(
    site: &Site,
    officer: &Officer,
    (name, number): (&str, &str),
    services: &[&str],
    answers: &Answers,
) -> Page {
    let known = begun(officer, name, number).await;
    let page = at(officer, &known, services, answers, "made").await;
    let page = made(officer, &page, &signed(site)).await;
    let page = scanned(officer, &page, "声明.png", PHOTO).await;
    let receipt = handed_in(officer, page).await;
    assert!(
        receipt.path.ends_with("/receipt"),
        "{}: {}",
        receipt.path,
        receipt.text("h1")
    );
    receipt
}

/// The cases of a receipt.
async fn cases_of(site: &Site, receipt: &Page) -> Vec<Case> {
    let reference = Reference::parse(&receipt.text(".reference-number")).unwrap();
    let portal = &site.portal;
    let scope = Scope::application(reference);
    let mut reader = portal.store.read();
    let mut cases = Vec::new();
    for line in casework::list_of_application(&mut reader, &portal.keys, &scope, reference)
        .await
        .unwrap()
    {
        let found = casework::find(&mut reader, &portal.keys, &scope, line.reference).await;
        cases.push(found.unwrap().unwrap().case);
    }
    cases
}

/// A row of the receipt.
fn on_paper(receipt: &Page, name: &str) -> String {
    let (heads, cells) = (receipt.texts("article th"), receipt.texts("article td"));
    let at = heads.iter().position(|head| head == name);
    cells[at.unwrap_or_else(|| panic!("no {name} among {heads:?}"))].clone()
}

async fn an_officer_files_and_a_colleague_decides(site: Site) {
    let filer = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let known = begun(&filer, NAME, NUMBER).await;
    let says = known.text("main");
    for said in [
        "号码没有写错：女",
        "1988年8月8日",
        "残联登记里没有可以给您看的内容",
        "您能看到的范围里没有",
    ] {
        assert!(says.contains(said), "{said}: {says}");
    }
    let page = at(&filer, &known, &["living_subsidy"], &s01(), "made").await;
    assert_eq!(page.text(".acting-name"), "您正在为李**代办");
    // What is read out is what was answered, with numbers in full.
    let paper = page.attributes("main .notice a", "href");
    let paper = filer.browser.open(&paper[0]).await;
    let says = paper.text("article");
    for said in [
        "李春燕",
        "6222021234567890128",
        "吴敏为李春燕代为登记",
        "本人签字或者按手印",
    ] {
        assert!(says.replace(' ', "").contains(said), "{said}: {says}");
    }
    let mark = page.text("main .notice");
    let mark = mark.split("核对码应当是").nth(1).unwrap().split('。').next().unwrap();
    assert!(
        paper.text("article").contains(mark),
        "the paper says which answers it is about"
    );
    let page = made(&filer, &page, &signed(&site)).await;
    assert_eq!(page_of(&page), format!("papers/{STATEMENT_PAPER}"));
    let page = scanned(&filer, &page, "声明.png", PHOTO).await;
    assert_eq!(page_of(&page), "check");
    let shown = page.texts("main dd").join(" ");
    assert!(
        shown.contains("在本人家里") && shown.contains("在申请声明上签字"),
        "{shown}"
    );
    let page = filer.browser.send(page.form()).await;
    assert!(
        page.text("main").contains("您不能受理、审核或者决定"),
        "{}",
        page.text("main")
    );
    let send = page.form().with("agree", "yes");
    let first = filer.browser.send(send.clone()).await;
    let second = filer.browser.send(send).await;
    assert_eq!(first.path, second.path, "pressed twice, sent once");
    let receipt = first;
    assert_eq!(cases_of(&site, &receipt).await.len(), 1);

    // Kept with the case: who, how, where; the first event is the officer's.
    let case = cases_of(&site, &receipt).await.remove(0);
    let reference = case.opened.reference;
    let assisted = case.opened.assisted.as_ref().unwrap();
    assert_eq!(
        (assisted.made.place, assisted.made.way),
        (MadePlace::Home, MadeWay::Signature)
    );
    assert_eq!(case.opened.entered_by(), Some(&filer.id));
    let statement = case.evidence.iter().find(|paper| paper.kind == STATEMENT_PAPER);
    assert_eq!(statement.map(|paper| paper.files.len()), Some(1));
    let portal = &site.portal;
    let loaded = casework::find(&mut portal.store.read(), &portal.keys, &Scope::program(), reference).await;
    let first = loaded.unwrap().unwrap().events.remove(0).by;
    assert!(matches!(first, By::Officer { id, .. } if id == filer.id));

    // In the queue it is nobody's, and not the officer's to take; the next case is never it.
    let queue = filer.browser.open("/office").await;
    assert!(
        queue.text("tbody").contains("您代为登记的，由同事认领"),
        "{}",
        queue.text("tbody")
    );
    assert!(!queue.has(&format!("form[action='{}/claim']", case_page(reference))));
    let next = filer
        .browser
        .send(queue.form_at("main form[action='/office/next']"))
        .await;
    assert!(next.path.contains("done=none"), "{}", next.path);
    let claim = [("op", "01970000-0000-7000-8000-000000000001")];
    let claimed = filer
        .browser
        .post(&format!("{}/claim", case_page(reference)), &claim)
        .await;
    let page = filer.browser.follow(claimed).await;
    assert!(
        page.text("main").contains("由同事受理、审核和决定"),
        "{}",
        page.text(".page-head")
    );
    assert!(page.text("#assisted ~ p").contains("代为登记"), "{}", page.text("main"));
    let commands = page.attributes("main a", "href");
    for command in [
        "accept",
        "review",
        "decide",
        "confirm_identity",
        "request_papers",
        "withdraw",
        "correct",
    ] {
        let form = format!("{}/{command}", case_page(reference));
        assert!(!commands.contains(&form), "{command}");
        let answer = filer.browser.get(&form).await;
        assert_ne!(answer.status, StatusCode::OK, "{command}");
        let sent = [
            ("op", "01970000-0000-7000-8000-000000000002"),
            ("identity", "in_person"),
            ("seq", "1"),
        ];
        filer.browser.post(&form, &sent).await;
    }
    let untouched = cases_of(&site, &receipt).await.remove(0);
    assert_eq!(
        (untouched.seq, untouched.assignee.is_none()),
        (case.seq, true),
        "nothing was done"
    );
    // What the person gives them they bring on.
    done(&filer, reference, "note", &[("sentence", "下次带户口簿来。")]).await;

    // A colleague, who sees by whom and how.
    let colleague = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let page = colleague.browser.open(&case_page(reference)).await;
    let says = page.text("main");
    for said in ["吴敏为李春燕代为登记", "在本人家里：在申请声明上签字", "本人的申请声明"]
    {
        assert!(says.contains(said), "{said}: {says}");
    }
    let form = colleague
        .browser
        .open(&format!("{}/print/application_form", case_page(reference)))
        .await;
    assert!(
        form.text("article").contains("吴敏为李春燕代为登记"),
        "{}",
        form.text("article")
    );
    let accept = [
        ("identity", "home_visit"),
        ("filer", "other"),
        ("papers", "household_register"),
        ("papers", "payment_account"),
    ];
    done(&colleague, reference, "accept", &accept).await;
    done(&colleague, reference, "review", REVIEW).await;
    done(
        &officer(&site, Role::FederationReviewer, COUNTY).await,
        reference,
        "review",
        REVIEW,
    )
    .await;
    let decider = officer(&site, Role::CivilAffairsDecider, COUNTY).await;
    let grant = [
        ("outcome", "grant"),
        ("reasons", "IN_DIBAO"),
        ("sentence", "您家在吃低保，符合条件。"),
    ];
    done(&decider, reference, "decide", &grant).await;
    let letter = decider
        .browser
        .open(&format!("{}/print/decision", case_page(reference)))
        .await;
    assert!(
        letter.text("article").contains("吴敏为李春燕代为登记"),
        "{}",
        letter.text("article")
    );

    // The person, with the paper alone.
    let code = on_paper(&receipt, "续办码");
    let person = site.browser();
    let page = person.open("/cases/open").await;
    let form = page
        .form()
        .set("reference", &on_paper(&receipt, "编号"))
        .set("code", &code)
        .set("birth-year", "1988")
        .set("birth-month", "8")
        .set("birth-day", "8");
    let page = person.send(form).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text("#errors"));
    assert!(
        page.text("main").contains("吴敏为李春燕代为登记"),
        "{}",
        page.text("main")
    );
    // No message was put down for the officer.
    let told = portal
        .store
        .read()
        .all("SELECT recipient FROM message", params![])
        .await
        .unwrap();
    assert!(
        told.iter()
            .all(|row| !row.text("recipient").unwrap().starts_with("office:"))
    );
}

async fn who_is_nobody_here_is_turned_away(site: Site) {
    let filer = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let known = begun(&filer, NAME, NUMBER).await;
    let draft = known.path.trim_start_matches("/office/assist/").to_owned();
    let page = at(&filer, &known, &["living_subsidy"], &s01(), "made").await;
    let pages = [
        format!("/office/assist/{draft}"),
        format!("/office/assist/{draft}/hand-over"),
        page.path.clone(),
        format!("/apply/{draft}/read-out"),
        format!("/apply/{draft}/check"),
        format!("/apply/{draft}/receipt"),
        format!("/apply/{draft}/papers/{STATEMENT_PAPER}"),
    ];
    // A colleague of the same office sees nothing that was not handed over.
    let colleague = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    for page in &pages {
        assert_eq!(
            colleague.browser.get(page).await.status,
            StatusCode::NOT_FOUND,
            "{page}"
        );
    }
    let written = colleague.browser.post(&pages[2], &[("made-place", "home")]).await;
    assert_eq!(written.status, StatusCode::NOT_FOUND);
    assert!(
        !colleague
            .browser
            .open("/office/assist")
            .await
            .text("main")
            .contains(NAME)
    );
    // Other roles, accounts and strangers do not come in at all.
    for role in [
        Role::FederationReviewer,
        Role::CivilAffairsDecider,
        Role::Supervisor,
        Role::Auditor,
    ] {
        let other = officer(&site, role, COUNTY).await;
        for page in ["/office/assist", "/office/assist/new", pages[0].as_str()] {
            let answer = other.browser.get(page).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{role:?} {page}");
        }
    }
    let account = site.browser();
    sign_up(&account, "chunyan").await;
    for browser in [account, site.browser()] {
        for page in &pages {
            let answer = browser.get(page).await;
            assert!(!answer.html.contains(NAME) && answer.status != StatusCode::OK, "{page}");
        }
    }
    // Staff begin nothing as residents do, and the code of a filing opens it to nobody.
    let begins = filer.browser.post("/apply/new", &[("service", "living_subsidy")]).await;
    assert_eq!(begins.status, StatusCode::FORBIDDEN);
    let portal = &site.portal;
    let owner = format!("office:{}", filer.id);
    let stored = zhida_server::store::apply::list_drafts(&mut portal.store.read(), &portal.keys, &owner).await;
    let code = stored.unwrap().remove(0).resume_code;
    let stranger = site.browser();
    let page = stranger.open("/apply/resume").await;
    let form = page
        .form()
        .set("code", &code)
        .set("birth-year", "1988")
        .set("birth-month", "8")
        .set("birth-day", "8");
    assert_eq!(stranger.send(form).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    // It is about the person with whom it was begun.
    let page = filer.browser.open(&format!("/apply/{draft}/person")).await;
    let other = page
        .form()
        .set("name", "陈德明")
        .set("resident_id", "430405195303039997");
    let page = filer.browser.send(other).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        page.text("#errors").contains("为李春燕开始的"),
        "{}",
        page.text("#errors")
    );
    assert_eq!(page.form().value("name"), Some("陈德明"), "what was typed stays");
    // Signing in again brings the officer back to the office's own page.
    let ended = Browser::new(&site.url).get("/office/assist").await;
    assert!(ended.location.unwrap().starts_with("/office/sign-in"));
}

async fn what_is_missing_is_said_and_nothing_typed_is_lost(site: Site) {
    let filer = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let wrong = begun(&filer, "", "430626198808089989").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.texts("#errors-list a").len(), 2, "{}", wrong.text("#errors"));
    assert_eq!(wrong.form().value("resident_id"), Some("430626198808089989"));
    let known = begun(&filer, NAME, NUMBER).await;
    let page = at(&filer, &known, &["living_subsidy"], &s01(), "made").await;
    // Nothing but a witness, of whom the half is said.
    let half = page.form().set("witness-name", "周丽华").set("witness-last-four", "12");
    let page = filer.browser.send(half).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let problems = page.texts("#errors-list a");
    assert_eq!(problems.len(), 6, "{problems:?}");
    assert!(problems.iter().any(|said| said.contains("念给本人听")), "{problems:?}");
    assert_eq!(page.form().value("witness-name"), Some("周丽华"));
    // With all of it but the paper: no way round the file.
    let mut all = signed(&site);
    all.extend([
        ("witness-relation", "邻居".to_owned()),
        ("witness-last-four", "001X".to_owned()),
    ]);
    let page = made(&filer, &page, &all).await;
    assert_eq!(page_of(&page), format!("papers/{STATEMENT_PAPER}"));
    assert!(!page.has("[name=how]"), "it is not brought later");
    let form = page.form_at(PAPER).set("act", "continue");
    let none = filer.browser.upload(form.clone(), "file", None).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", none.text("h1"));
    let forged = filer.browser.upload(form.set("how", "bring"), "file", None).await;
    assert_eq!(forged.status, StatusCode::UNPROCESSABLE_ENTITY);
    let draft = page.path.split('/').nth(2).unwrap().to_owned();
    for early in ["check", "statement"] {
        let page = filer.browser.open(&format!("/apply/{draft}/{early}")).await;
        assert_eq!(page_of(&page), format!("papers/{STATEMENT_PAPER}"), "{early}");
    }
    let sent = filer
        .browser
        .post(&format!("/apply/{draft}/statement"), &[("agree", "yes")])
        .await;
    assert!(sent.location.unwrap().ends_with(STATEMENT_PAPER));
    let page = scanned(&filer, &page, "声明.png", PHOTO).await;
    assert!(page.text("main").contains("周丽华（邻居）"), "{}", page.text("main"));
}

async fn a_statement_is_made_again_when_an_answer_changes(site: Site) {
    let filer = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let known = begun(&filer, NAME, NUMBER).await;
    let page = at(&filer, &known, &["living_subsidy"], &s01(), "made").await;
    let page = made(&filer, &page, &signed(&site)).await;
    let check = scanned(&filer, &page, "声明.png", PHOTO).await;
    assert_eq!(page_of(&check), "check");
    let draft = check.path.split('/').nth(2).unwrap().to_owned();
    let page = filer.browser.open(&format!("/apply/{draft}/access")).await;
    let page = filer.browser.send(page.form().with("need", "home_visit")).await;
    assert_eq!(page_of(&page), "made", "it was said of other answers");
    assert_eq!(
        page.form().value("made-place"),
        Some("home"),
        "what was said is filled in"
    );
    let stale = filer.browser.send(check.form()).await;
    assert_eq!(page_of(&stale), "made");
    let page = made(&filer, &page, &signed(&site)).await;
    assert_eq!(
        page_of(&page),
        format!("papers/{STATEMENT_PAPER}"),
        "another paper was signed"
    );
    let none = filer
        .browser
        .upload(page.form_at(PAPER).set("act", "continue"), "file", None)
        .await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    let receipt = handed_in(&filer, scanned(&filer, &none, "新声明.png", PHOTO).await).await;
    let case = cases_of(&site, &receipt).await.remove(0);
    let statement = case.evidence.iter().find(|paper| paper.kind == STATEMENT_PAPER);
    assert_eq!(
        statement.map(|paper| paper.files.len()),
        Some(1),
        "the one that was signed last"
    );
}

/// The beginning of a recording as telephones write it.
fn recording() -> Vec<u8> {
    let mut bytes = b"\0\0\0\x18ftypM4A \0\0\0\0M4A mp42".to_vec();
    bytes.extend(vec![0; 400]);
    bytes
}

async fn what_was_said_by_who_cannot_sign_is_a_recording(site: Site) {
    let filer = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let known = begun(&filer, NAME, NUMBER).await;
    let page = at(&filer, &known, &["living_subsidy"], &s01(), "made").await;
    let mut spoken = signed(&site);
    spoken.push(("made-way", "voice".to_owned()));
    let page = made(&filer, &page, &spoken).await;
    let wrong = scanned(&filer, &page, "声明.png", PHOTO).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.text("#errors").contains("选了录音要有录音"),
        "{}",
        wrong.text("#errors")
    );
    let page = scanned(&filer, &wrong, "录音.m4a", &recording()).await;
    let receipt = handed_in(&filer, page).await;
    let case = cases_of(&site, &receipt).await.remove(0);
    assert_eq!(case.opened.assisted.as_ref().unwrap().made.way, MadeWay::Voice);
    // Nobody but an officer who files sends sound.
    let resident = site.browser();
    let page = crate::apply::files::at_papers(&resident).await;
    let page = crate::apply::files::send(&resident, &page, "录音.m4a", &recording()).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
}

async fn a_filing_is_handed_to_a_colleague_and_is_theirs(site: Site) {
    let filer = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let known = begun(&filer, NAME, NUMBER).await;
    let give = format!("{}/hand-over", known.path);
    let alone = filer.browser.open(&give).await;
    assert!(alone.text("main").contains("没有别的同事"), "{}", alone.text("main"));
    let colleague = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let elsewhere = officer(&site, Role::TownshipOfficer, "430626002").await;
    let kin = Kin {
        relatives: vec![person_key(&site.portal.keys, &ResidentId::parse(NUMBER).unwrap())],
        ..Kin::default()
    };
    let cousin = officer_related_to(&site, Role::TownshipOfficer, TOWNSHIP, kin).await;
    let page = filer.browser.open(&give).await;
    assert_eq!(
        page.attributes("main input[name=to]", "value"),
        [colleague.id.0.as_str()]
    );
    for other in [&elsewhere.id.0, &cousin.id.0, &filer.id.0] {
        let wrong = filer.browser.send(page.form().with("to", other)).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let form = page.form().with("to", &colleague.id.0);
    let given = filer.browser.send(form.clone()).await;
    assert!(given.text("main").contains("已经转给同事"), "{}", given.text("main"));
    assert!(
        filer.browser.send(form).await.text("main").contains("已经转给同事"),
        "pressed twice"
    );
    let gone = filer.browser.get(&known.path).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
    assert!(!gone.html.contains(NAME));
    let list = colleague.browser.open("/office/assist").await;
    assert!(list.text("main").contains(NAME), "{}", list.text("main"));
    // Who hands it in is who filed it.
    let page = at(
        &colleague,
        &colleague.browser.open(&known.path).await,
        &["living_subsidy"],
        &s01(),
        "made",
    )
    .await;
    let page = made(&colleague, &page, &signed(&site)).await;
    let receipt = handed_in(&colleague, scanned(&colleague, &page, "声明.png", PHOTO).await).await;
    let case = cases_of(&site, &receipt).await.remove(0);
    assert_eq!(case.opened.entered_by(), Some(&colleague.id));
    let accept = [
        ("identity", "in_person"),
        ("filer", "other"),
        ("papers", "household_register"),
        ("papers", "payment_account"),
    ];
    done(&filer, case.opened.reference, "accept", &accept).await;
}

async fn what_the_register_says_is_for_the_persons_own_township(site: Site) {
    let known = entry(NAME, "43062619880808998841", TOWNSHIP);
    let portal = &site.portal;
    let mut tx = portal.store.begin().await.unwrap();
    registry::insert(&mut tx, &portal.keys, &[(portal.random_id(), &known)], portal.now())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let here = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let elsewhere = officer(&site, Role::TownshipOfficer, "430626002").await;
    let nobody = "残联登记里没有可以给您看的内容";
    for (who, name, number) in [
        (&elsewhere, NAME, NUMBER),
        (&here, "李春艳", NUMBER),
        (&here, "陈德明", "430405195303039997"),
    ] {
        let page = begun(who, name, number).await;
        assert!(page.text("main").contains(nobody), "{name}: {}", page.text("main"));
    }
    let page = begun(&here, NAME, NUMBER).await;
    assert!(
        page.text("main").contains("残联登记里有这个人"),
        "{}",
        page.text("main")
    );
    let page = here
        .browser
        .open(&page.attributes("main .actions a.button", "href")[0])
        .await;
    let page = here.browser.send(page.form().with("service", "living_subsidy")).await;
    let page = answer(&here.browser, page, &s01()).await;
    assert_eq!(page_of(&page), "certificate", "whom it is for is known");
    assert_eq!(page.form().value("certificate_number"), Some("43062619880808998841"));
    // That somebody was looked for is kept for auditors, each time.
    let row = "SELECT count(*) AS found FROM event WHERE kind = 'searched'";
    let found = portal.store.read().one(row, params![]).await.unwrap();
    assert_eq!(found.int("found").unwrap(), 4);
}

/// S08: an orphan of ten in an institution, which is her guardian.
const ORPHAN: (&str, &str) = ("石小花", "433101201411119985");

fn orphan() -> Answers {
    let mut answers: Answers = vec![
        ("whom", vec![("whom", "institutional_guardian")]),
        (
            "certificate",
            vec![
                ("certificate", "number"),
                ("certificate_number", "43310120141111998542"),
            ],
        ),
        ("hukou", vec![("place", "433101")]),
        ("township", vec![("place", "433101002")]),
        ("question-aid_status", vec![("answer", "none")]),
        ("question-other_benefits", vec![("answer", "orphan_allowance")]),
        ("helper", vec![("name", "何敏"), ("phone", "13900000000")]),
        ("payment", vec![("account", "none")]),
        ("papers/guardianship_proof", vec![("how", "bring"), ("act", "continue")]),
        ("consents", vec![("child", "yes")]),
    ];
    answers.extend(s01());
    answers
}

/// An office has recorded that an institution is somebody's guardian.
async fn in_custody(site: &Site, number: &str, institution: &str) {
    let browser = site.browser();
    sign_up(&browser, "fuliyuan").await;
    let portal = &site.portal;
    let name = zhida::account::SignInName::parse("fuliyuan").unwrap();
    let mut found = account::find_by_name(&mut portal.store.read(), &portal.keys, &name)
        .await
        .unwrap();
    let powers: BTreeSet<Power> = Power::ALL.iter().copied().collect();
    let today = portal.today();
    let new = StoredDelegation {
        id: portal.random_id().to_string(),
        principal: person_key(&portal.keys, &ResidentId::parse(number).unwrap()),
        agent: Some(found.remove(0).id),
        agent_person: None,
        says: Delegation {
            role: AgentRole::InstitutionalGuardian,
            services: None,
            powers: powers.clone(),
            from: today,
            until: today + time::Duration::days(300),
            of_age_on: None,
            accepted: true,
            ended: None,
        },
        terms: Terms {
            principal: ORPHAN.0.to_owned(),
            agent: institution.to_owned(),
            services: None,
            powers,
            evidence: None,
        },
        made_by: MadeBy::Office(OfficerId("somebody".to_owned())),
        office: Some("吉首市".to_owned()),
        made_at: portal.now(),
        code_until: None,
        ended_at: None,
        known: KnownOfBoth::default(),
    };
    let mut tx = portal.store.begin().await.unwrap();
    delegation::insert(&mut tx, &portal.keys, &new, None).await.unwrap();
    tx.commit().await.unwrap();
}

async fn an_institution_acts_for_who_is_in_its_custody(site: Site) {
    in_custody(&site, ORPHAN.1, "吉首市儿童福利院").await;
    let filer = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let known = begun(&filer, ORPHAN.0, ORPHAN.1).await;
    assert!(
        known.text("main").contains("吉首市儿童福利院是他的监护机构"),
        "{}",
        known.text("main")
    );
    let page = at(&filer, &known, &["care_subsidy"], &orphan(), "helper").await;
    assert_eq!(
        page.form().value("organisation"),
        Some("吉首市儿童福利院"),
        "named already"
    );
    let (page, asked) = fill(&filer.browser, page, &orphan(), "made").await;
    // The office that recorded it has seen the proof.
    assert!(!asked.contains(&"papers/guardianship_proof".to_owned()), "{asked:?}");
    let page = made(&filer, &page, &signed(&site)).await;
    let receipt = handed_in(&filer, scanned(&filer, &page, "声明.png", PHOTO).await).await;
    let says = receipt.text("article");
    assert!(says.contains("由吉首市儿童福利院替申请人办理"), "{says}");
    let case = cases_of(&site, &receipt).await.remove(0);
    assert_eq!(case.opened.submitter.role, SubmitterRole::InstitutionalGuardian);
    assert_eq!(case.opened.submitter.authority, Some(Authority::Office));
    assert_eq!(
        case.assessment.reasons,
        ["GRADE_1_2"],
        "an orphan's allowance is no bar to care"
    );
    let colleague = officer(&site, Role::TownshipOfficer, "433101002").await;
    let page = colleague.browser.open(&case_page(case.opened.reference)).await;
    assert!(page.text("main").contains("代为登记"), "{}", page.text("main"));
    let form = format!("{}/print/application_form", case_page(case.opened.reference));
    let form = colleague.browser.open(&form).await;
    assert!(
        form.text("article").contains("吉首市儿童福利院"),
        "{}",
        form.text("article")
    );
}

/// S04: a man in special-hardship support who lives in a home; the village committee applies for him.
async fn the_village_committee_applies_for_who_lives_in_a_home(site: Site) {
    let filer = officer(&site, Role::TownshipOfficer, "431321001").await;
    let mut answers: Answers = vec![
        ("whom", vec![("whom", "village_committee")]),
        (
            "certificate",
            vec![
                ("certificate", "number"),
                ("certificate_number", "43132119660606999062"),
            ],
        ),
        ("hukou", vec![("place", "431321")]),
        ("township", vec![("place", "431321001")]),
        ("question-aid_status", vec![("answer", "tekun")]),
        (
            "helper",
            vec![
                ("organisation", "永丰街道东街村委会"),
                ("name", "何敏"),
                ("phone", "13900000000"),
            ],
        ),
        ("payment", vec![("account", "none")]),
        ("papers/committee_letter", vec![("how", "bring"), ("act", "continue")]),
    ];
    answers.extend(s01());
    let known = begun(&filer, "彭大山", "431321196606069990").await;
    let page = at(&filer, &known, &["care_subsidy"], &answers, "made").await;
    let mut at_home = signed(&site);
    at_home.push(("made-place", "care_home".to_owned()));
    at_home.push(("made-way", "thumb_print".to_owned()));
    let page = made(&filer, &page, &at_home).await;
    let receipt = handed_in(&filer, scanned(&filer, &page, "手印.png", PHOTO).await).await;
    assert!(receipt.text("article").contains("由永丰街道东街村委会替申请人办理"));
    let case = cases_of(&site, &receipt).await.remove(0);
    let assisted = case.opened.assisted.as_ref().unwrap();
    assert_eq!(case.opened.submitter.role, SubmitterRole::VillageCommittee);
    assert_eq!(
        (assisted.made.place, assisted.made.way),
        (MadePlace::CareHome, MadeWay::ThumbPrint)
    );
    assert_eq!(
        case.assessment.reasons,
        ["EXCLUDED_TEKUN"],
        "people decide, but this is what they read"
    );
}

async fn a_hukou_elsewhere_is_received_and_sent_on(site: Site) {
    let filer = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    // Lives in another township of Hunan: the counter where it was filed has it.
    let mut answers: Answers = vec![
        ("hukou", vec![("place", "outside")]),
        ("hukou-address", vec![("address", "贵州省贵阳市云岩区中华路1号")]),
        ("residence", vec![("living", "elsewhere")]),
        ("residence-county", vec![("place", COUNTY)]),
        ("residence-township", vec![("place", "430626002")]),
    ];
    answers.extend(s01());
    let receipt = filed(&site, &filer, (NAME, NUMBER), &["living_subsidy"], &answers).await;
    assert!(
        receipt.text("article").contains("由户籍地决定"),
        "{}",
        receipt.text("article")
    );
    let case = cases_of(&site, &receipt).await.remove(0);
    assert_eq!(case.opened.place.township.as_str(), TOWNSHIP);
    assert!(case.opened.terms.forward_only);
    let reference = case.opened.reference;
    let forward = format!("{}/forward", case_page(reference));
    assert_ne!(
        filer.browser.get(&forward).await.status,
        StatusCode::OK,
        "not by who filed it"
    );
    let colleague = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    done(
        &colleague,
        reference,
        "confirm_identity",
        &[("identity", "home_visit"), ("filer", "other")],
    )
    .await;
    let to = [
        ("place", "520103"),
        ("office", "贵阳市云岩区民政局"),
        ("number", ""),
        ("hukou", "officer"),
    ];
    let asked = does(&colleague, reference, "forward", &to).await;
    colleague.browser.send_only(asked.form().with("confirmed", "yes")).await;
    assert_eq!(cases_of(&site, &receipt).await.remove(0).phase, Phase::Closed);
    let decide = format!("{}/decide", case_page(reference));
    let decider = officer(&site, Role::CivilAffairsDecider, COUNTY).await;
    assert_ne!(
        decider.browser.get(&decide).await.status,
        StatusCode::OK,
        "decided there, never here"
    );
}

async fn what_an_office_outside_received_counts_from_its_day(site: Site) {
    let filer = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let mut answers: Answers = vec![(
        "residence",
        vec![("living", "outside"), ("address", "广东省深圳市福田区")],
    )];
    answers.extend(s01());
    let known = begun(&filer, NAME, NUMBER).await;
    let page = at(&filer, &known, &["living_subsidy"], &answers, "made").await;
    let received = site.portal.today() - time::Duration::days(40);
    let parts = [
        received.year().to_string(),
        u8::from(received.month()).to_string(),
        received.day().to_string(),
    ];
    let mut form = vec![
        ("made-place", "receiving_office".to_owned()),
        ("made-way", "signature".to_owned()),
        ("made-read-out", "yes".to_owned()),
    ];
    let names = ["made-on-year", "made-on-month", "made-on-day"];
    form.extend(names.into_iter().zip(parts.clone()));
    let page = made(&filer, &page, &form).await;
    assert_eq!(
        page.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "who received it is named"
    );
    assert_eq!(page.texts("#errors-list a").len(), 3, "{}", page.text("#errors"));
    form.extend([
        ("received-office", "深圳市福田区民政局".to_owned()),
        ("received-number", "SZ-7".to_owned()),
    ]);
    let names = ["received-on-year", "received-on-month", "received-on-day"];
    form.extend(names.into_iter().zip(parts));
    let page = made(&filer, &page, &form).await;
    let receipt = handed_in(&filer, scanned(&filer, &page, "声明.png", PHOTO).await).await;
    assert!(
        receipt.text("article").contains("深圳市福田区民政局，编号SZ-7"),
        "{}",
        receipt.text("article")
    );
    let case = cases_of(&site, &receipt).await.remove(0);
    assert_eq!(case.opened.on, received, "months count from there");
    let clock = case.clock(&site.portal.calendar).unwrap();
    assert_eq!(clock.started_on, site.portal.today(), "days count from here");
}

async fn nobody_files_for_their_own_people(site: Site) {
    let key = person_key(&site.portal.keys, &ResidentId::parse(NUMBER).unwrap());
    let kins = [
        Kin {
            own: Some(key.clone()),
            ..Kin::default()
        },
        Kin {
            household: vec![key.clone()],
            ..Kin::default()
        },
        Kin {
            relatives: vec![key],
            ..Kin::default()
        },
    ];
    for kin in kins {
        let own = officer_related_to(&site, Role::TownshipOfficer, TOWNSHIP, kin).await;
        let page = begun(&own, NAME, NUMBER).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.form().value("name"), Some(NAME));
    }
}
