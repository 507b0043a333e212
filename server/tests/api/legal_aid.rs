//! Legal aid: for a matter, decided by two of its centre, and not there for anybody else.

use std::collections::BTreeSet;

use reqwest::StatusCode;
use zhida::access::{AgentRole, PersonKey, Power, Role, Visibility};
use zhida::calendar::{Clock, Limit};
use zhida::casework::{Phase, Reference, ResultKind, Submitted};
use zhida_server::portal::random_bytes;
use zhida_server::store::casework::{self, Scope};
use zhida_server::web::routes::{Who, routes};

use crate::apply::people::{Answers, apply, begin, fill, page_of as name_of, s01};
use crate::browser::{Browser, Page};
use crate::cases::{Resident, resident, resident_linked_to};
use crate::delegation::{keep, may_act};
use crate::harness::Site;
use crate::office::{COUNTY, Officer, REVIEW, TOWNSHIP, case, does, done, filed_by, officer, page_of, submitted};

both_engines!(
    a_matter_is_applied_for_and_decided_by_two_of_the_centre,
    what_cannot_wait_comes_first_and_its_papers_later,
    how_long_there_is_still_is_said_in_hours,
    a_refusal_is_objected_to_at_the_justice_bureau,
    an_objection_that_is_not_right_ends_it,
    where_she_lives_is_shown_to_who_says_why,
    it_is_applied_for_alone,
    whoever_acts_for_somebody_is_not_offered_it,
    for_everybody_else_every_page_is_as_if_there_were_none,
    no_search_and_no_code_shows_that_there_is_one,
    a_link_shows_none_whenever_it_was_made,
    its_pages_are_left_at_once_and_say_nothing,
);

const SERVICE: &str = "legal_aid";
/// She was seen, opened it there, and brought her papers.
const ACCEPTS: &[(&str, &str)] = &[
    ("identity", "in_person"),
    ("filer", "opened"),
    ("papers", "matter_papers"),
];
const CHUNYAN: &str = "430626198808089988";

fn answers() -> Answers {
    let mut answers = s01();
    answers.extend([
        ("question-legal_matter", vec![("answer", "support_or_maintenance")]),
        ("question-matter_place", vec![("answer", "here")]),
        ("question-legal_urgency", vec![("answer", "none")]),
        ("question-safe_contact", vec![("answer", "portal_only")]),
        ("papers/matter_papers", vec![("how", "bring"), ("act", "continue")]),
    ]);
    answers
}

async fn case_of(site: &Site, done: &Page) -> Reference {
    let application = Reference::parse(&done.text(".reference-number")).unwrap();
    let (portal, scope) = (&site.portal, Scope::application(application));
    let lines = casework::list_of_application(&mut portal.store.read(), &portal.keys, &scope, application).await;
    lines.unwrap()[0].reference
}

async fn a_matter_is_applied_for_and_decided_by_two_of_the_centre(site: Site) {
    let hers = resident(&site, "chunyan").await;
    let page = begin(&hers.browser, &[SERVICE]).await;
    let (check, asked) = fill(&hers.browser, page, &answers(), "check").await;
    for not_needed in [
        "question-hardship",
        "question-means_waived",
        "payment",
        "question-grade",
    ] {
        assert!(
            !asked.contains(&not_needed.to_owned()),
            "in dibao, and no money: {asked:?}"
        );
    }
    let page = hers.browser.send(check.form()).await;
    let page = hers.browser.send(page.form().with("agree", "yes")).await;
    assert_eq!(name_of(&page), "done", "{}", page.text("h1"));
    let reference = case_of(&site, &page).await;
    let opened = case(&site, reference).await.opened;
    assert_eq!(opened.visibility, Visibility::Confidential);
    assert_eq!(
        opened.assessment.reasons,
        ["MATTER_ART31_4", "MEANS_CHECK_WAIVED_ART42"]
    );

    let receives = officer(&site, Role::LegalAidOfficer, COUNTY).await;
    assert!(
        receives.browser.open("/office").await.text("main").contains("法律援助"),
        "it stands in the centre's queue"
    );
    done(&receives, reference, "accept", ACCEPTS).await;
    done(&receives, reference, "review", REVIEW).await;
    let page = receives.browser.get(&format!("{}/decide", page_of(reference))).await;
    assert_ne!(page.status, StatusCode::OK, "who found out does not decide");
    let decides = officer(&site, Role::LegalAidOfficer, COUNTY).await;
    let grant = [
        ("outcome", "grant"),
        ("reasons", "MATTER_ART31_4"),
        ("sentence", "给您派一位律师。"),
    ];
    done(&decides, reference, "decide", &grant).await;
    let decided = case(&site, reference).await;
    assert_eq!(
        (decided.phase, decided.result),
        (Phase::Closed, Some(ResultKind::Grant))
    );
    assert!(decided.award_in_kind.is_some());
    let letter = decides
        .browser
        .open(&format!("{}/print/decision", page_of(reference)))
        .await;
    for said in ["平江县法律援助中心", "给您派一位律师。", "法律援助法第三十一条"] {
        assert!(
            letter.text("article").contains(said),
            "{said}: {}",
            letter.text("article")
        );
    }
    let waits = hers.browser.open(&format!("/cases/{reference}")).await;
    assert!(
        waits.text("main").contains("告诉您是哪位律师"),
        "{}",
        waits.text("main")
    );
    // What is wrong is said beside each field, and what was typed stays.
    let wrong = [("name", "曾律"), ("office", "湘"), ("number", "12")];
    let page = does(&receives, reference, "assign_lawyer", &wrong).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(page.texts("#errors-list a").len(), 2, "{}", page.text("#errors"));
    assert_eq!(page.attributes("input[name=name]", "value"), ["曾律"]);
    for (name, phone) in [("曾理", "0730-6221234"), ("易明", "13800000000")] {
        let lawyer = [("name", name), ("office", "平江同行律师事务所"), ("number", phone)];
        done(&receives, reference, "assign_lawyer", &lawyer).await;
        let seen = hers.browser.open(&format!("/cases/{reference}")).await;
        assert!(
            seen.text("main").contains(&format!("{name}，在平江同行律师事务所")),
            "{}",
            seen.text("main")
        );
        assert!(seen.has(&format!("a[href='tel:{}']", phone.replace('-', ""))));
    }
    let seen = hers.browser.open(&format!("/cases/{reference}")).await;
    assert!(seen.text("main").contains("批准了"), "{}", seen.text("main"));
    assert!(
        !seen.has(&format!("a[href^='/cases/{reference}/rating']")),
        "nobody would answer a mark"
    );
    assert!(!seen.has(&format!("a[href='/cases/{reference}/seen']")));
}

/// What she says of what cannot wait.
async fn applied(site: &Site, hers: &Resident, urgency: &'static str) -> Reference {
    let mut answers = answers();
    answers.retain(|(page, _)| *page != "question-legal_urgency");
    answers.push(("question-legal_urgency", vec![("answer", urgency)]));
    let done = apply(&hers.browser, &[SERVICE], &answers).await;
    case_of(site, &done).await
}

/// The references of the queue, in its order, each with what stands at its stage.
async fn queued(officer: &Officer) -> Vec<(String, String)> {
    let queue = officer.browser.open("/office").await;
    let references = queue.texts("tbody tr td:nth-of-type(1)");
    let stages = queue.texts("tbody tr td:nth-of-type(4)");
    let bare = |reference: String| reference.replace(' ', "");
    references.into_iter().map(bare).zip(stages).collect()
}

async fn what_cannot_wait_comes_first_and_its_papers_later(site: Site) {
    let (waits, hurries) = (resident(&site, "waits").await, resident(&site, "chunyan").await);
    let ordinary = applied(&site, &waits, "none").await;
    let urgent = applied(&site, &hurries, "limitation_near").await;
    let receives = officer(&site, Role::LegalAidOfficer, COUNTY).await;
    let found = queued(&receives).await;
    let order: Vec<&str> = found.iter().map(|(reference, _)| reference.as_str()).collect();
    assert_eq!(order, [urgent.as_str(), ordinary.as_str()]);
    assert!(found[0].1.contains("紧急，尽快"), "no document sets hours: {found:?}");
    assert!(!found[1].1.contains("紧急"), "{found:?}");
    let hers = hurries.browser.open(&format!("/cases/{urgent}")).await;
    for said in ["您的事等不及", "尽快答复您", "材料以后再补", "法律援助法第四十四条"] {
        assert!(hers.text("main").contains(said), "{said}: {}", hers.text("main"));
    }
    let other = waits.browser.open(&format!("/cases/{ordinary}")).await;
    assert!(!other.text("main").contains("等不及"));

    // Without her papers: of what can wait they are missing, of what cannot they come later.
    let seen = [("identity", "in_person"), ("filer", "opened")];
    let refused = does(&receives, ordinary, "accept", &seen).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    done(&receives, urgent, "accept", &seen).await;
    done(&receives, urgent, "review", REVIEW).await;
    let decides = officer(&site, Role::LegalAidOfficer, COUNTY).await;
    let grant = [
        ("outcome", "grant"),
        ("reasons", "MATTER_ART31_4"),
        ("sentence", "给您派一位律师。"),
    ];
    done(&decides, urgent, "decide", &grant).await;
    let granted = case(&site, urgent).await;
    assert_eq!(
        (granted.phase, granted.result),
        (Phase::Closed, Some(ResultKind::Grant))
    );
    let asked = granted.papers_come_later().map(|list| list.papers.clone());
    assert_eq!(
        asked,
        Some(vec!["matter_papers".to_owned()]),
        "asked for with the decision"
    );
    assert!(queued(&receives).await.iter().all(|(_, stage)| !stage.contains("紧急")));

    let hers = hurries.browser.open(&format!("/cases/{urgent}")).await;
    assert!(hers.text(".todo").contains("不等这些材料"), "{}", hers.text("main"));
    assert!(!hers.text("main").contains("等您的这些天"), "{}", hers.text("main"));
    let letter = hurries
        .browser
        .open(&format!("/cases/{urgent}/print/missing_papers"))
        .await;
    assert!(
        letter.text("article").contains("不等这些材料"),
        "{}",
        letter.text("article")
    );
    assert!(letter.has(&format!("article a[href='/cases/{urgent}/papers']")));
    let papers = hurries.browser.open(&format!("/cases/{urgent}/papers")).await;
    let handed_in = hurries.browser.send(papers.form().with("bring", "matter_papers")).await;
    assert!(
        handed_in.path.starts_with(&format!("/cases/{urgent}")),
        "{}",
        handed_in.path
    );
    assert!(case(&site, urgent).await.papers_come_later().is_none());
    assert!(!hurries.browser.open(&format!("/cases/{urgent}")).await.has(".todo"));
}

async fn how_long_there_is_still_is_said_in_hours(site: Site) {
    let hers = resident(&site, "chunyan").await;
    let mut told = hers_to_file(&site);
    told.assessment.urgent = true;
    told.terms.urgent_hours = Some(24);
    let urgent = filed_by(&site, Some(&hers.owner), told).await;
    let centre = officer(&site, Role::LegalAidOfficer, COUNTY).await;
    let found = queued(&centre).await;
    assert!(found[0].1.contains("紧急，还剩23小时"), "{found:?}");
    let page = centre.browser.open(&page_of(urgent)).await;
    assert!(page.text("main").contains("紧急，还剩23小时"), "{}", page.text("main"));
    let hers = hers.browser.open(&format!("/cases/{urgent}")).await;
    assert!(hers.text("main").contains("以前决定"), "{}", hers.text("main"));
    // Papers that are asked for stop nothing.
    done(&centre, urgent, "accept", ACCEPTS).await;
    done(&centre, urgent, "request_papers", &[("papers", "matter_papers")]).await;
    assert_eq!(case(&site, urgent).await.pause(site.portal.today()), None);
    // After talking with her it can wait, and then they do.
    let fact = "other.urgency_check";
    for (value, urgent_now) in [("not_urgent", false), ("urgent", true)] {
        let record = [("value", value), ("source", "officer"), ("sentence", "打电话问过。")];
        done(&centre, urgent, &format!("correct?fact={fact}"), &record).await;
        let now = case(&site, urgent).await;
        assert_eq!(now.is_urgent(), urgent_now, "{value}");
        assert_eq!(now.pause(site.portal.today()).is_none(), urgent_now, "{value}");
    }
}

/// Refused by two of the centre, who are answered.
async fn refused(site: &Site, hers: &Resident) -> (Reference, Officer, Officer) {
    let reference = applied(site, hers, "none").await;
    let receives = officer(site, Role::LegalAidOfficer, COUNTY).await;
    done(&receives, reference, "accept", ACCEPTS).await;
    // It is one of the matters that the centre has to look at, and it is none of them.
    let decides = officer(site, Role::LegalAidOfficer, COUNTY).await;
    let fact = "correct?fact=other.hardship_check";
    let found = [("value", "not_met"), ("source", "officer"), ("sentence", "查过了。")];
    done(&receives, reference, fact, &found).await;
    let fact = "correct?fact=household.aid_status";
    let found = [("value", "none"), ("source", "officer"), ("sentence", "低保停了。")];
    done(&receives, reference, fact, &found).await;
    done(&receives, reference, "review", REVIEW).await;
    let refuse = [
        ("outcome", "refuse"),
        ("reasons", "HARDSHIP_NOT_SHOWN"),
        ("sentence", "家里请得起律师。"),
    ];
    done(&decides, reference, "decide", &refuse).await;
    (reference, receives, decides)
}

/// She says that it is not right.
async fn objects(hers: &Resident, reference: Reference) -> Page {
    let page = hers.browser.open(&format!("/cases/{reference}/contest")).await;
    hers.browser
        .send(page.form().with("why", "低保没有停，弄错了人。"))
        .await
}

async fn a_refusal_is_objected_to_at_the_justice_bureau(site: Site) {
    let hers = resident(&site, "chunyan").await;
    let bureau = officer(&site, Role::JusticeOfficer, COUNTY).await;
    let (reference, _, decides) = refused(&site, &hers).await;
    let case_page = page_of(reference);
    let sees = async |who: &Officer| who.browser.get(&case_page).await.status;
    assert_eq!(sees(&bureau).await, StatusCode::NOT_FOUND, "nobody has objected yet");
    assert!(queued(&bureau).await.is_empty());
    let letter = decides.browser.open(&format!("{case_page}/print/decision")).await;
    for said in [
        "平江县司法局",
        "5天以内",
        "法律没有规定提出异议的最后一天",
        "法律援助法第四十九条",
    ] {
        assert!(
            letter.text("article").contains(said),
            "{said}: {}",
            letter.text("article")
        );
    }
    assert!(!letter.text("article").contains("60日"), "{}", letter.text("article"));
    let seen = hers.browser.open(&format!("/cases/{reference}")).await;
    assert!(
        seen.text("main").contains("可以向平江县司法局提出异议"),
        "{}",
        seen.text("main")
    );
    assert!(seen.has(&format!("a[href='/cases/{reference}/contest']")));

    // Nothing said is said beside the field.
    let page = hers.browser.open(&format!("/cases/{reference}/contest")).await;
    is_quiet(&page);
    let wrong = hers.browser.send(page.form().with("why", " ")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let objected = objects(&hers, reference).await;
    assert!(
        objected.text("main").contains("已经收到您的异议"),
        "{}",
        objected.text("main")
    );
    assert!(
        objected.text("main").contains("由平江县司法局审查"),
        "{}",
        objected.text("main")
    );
    assert!(!objected.has(&format!("a[href='/cases/{reference}/contest']")), "once");
    let contested = case(&site, reference).await;
    let due = contested.due(&site.portal.calendar).and_then(|due| due.on);
    let five = Clock::new(site.portal.today(), Limit::CalendarDays(5));
    assert_eq!(due, five.due_on(&site.portal.calendar).on);

    // From now on the bureau of this county sees it, and nobody else besides the centre.
    assert_eq!(sees(&bureau).await, StatusCode::OK);
    let queue = queued(&bureau).await;
    assert_eq!(queue.len(), 1);
    assert!(queue[0].1.contains("异议待审查"), "{queue:?}");
    for (role, place) in [
        (Role::JusticeOfficer, "430621"),
        (Role::Supervisor, COUNTY),
        (Role::CivilAffairsDecider, COUNTY),
        (Role::Auditor, COUNTY),
    ] {
        let other = officer(&site, role, place).await;
        assert_ne!(sees(&other).await, StatusCode::OK, "{role:?}");
    }
    let answer = [
        ("result", "ordered"),
        ("number", "平司异〔2026〕3号"),
        ("sentence", "低保没有停，要给法律援助。"),
    ];
    let on = site.portal.today();
    let (year, month, day) = (
        on.year().to_string(),
        u8::from(on.month()).to_string(),
        on.day().to_string(),
    );
    let dated = [
        ("on-year", year.as_str()),
        ("on-month", month.as_str()),
        ("on-day", day.as_str()),
    ];
    let answer = [&answer[..], &dated[..]].concat();
    // The centre does not answer for the bureau.
    let form = decides.browser.get(&format!("{case_page}/contest_outcome")).await;
    assert_ne!(form.status, StatusCode::OK);
    // Nor says the bureau what only a government can.
    let form = bureau.browser.open(&format!("{case_page}/contest_outcome")).await;
    assert!(
        form.has("input[value=upheld]") && !form.has("input[value=changed]"),
        "{}",
        form.text("main")
    );
    done(&bureau, reference, "contest_outcome", &answer).await;
    let again = case(&site, reference).await;
    assert_eq!((again.phase, again.is_deciding_stage()), (Phase::Open, true));
    let seen = hers.browser.open(&format!("/cases/{reference}")).await;
    assert!(seen.text("main").contains("责令改正"), "{}", seen.text("main"));
    let notice = hers
        .browser
        .open(&format!("/cases/{reference}/print/reconsidered"))
        .await;
    for said in [
        "异议结果告知书",
        "平江县司法局",
        "不能用同样的理由再不给",
        "平司异〔2026〕3号",
    ] {
        assert!(
            notice.text("article").contains(said),
            "{said}: {}",
            notice.text("article")
        );
    }
    // The bureau only looks now.
    assert_eq!(sees(&bureau).await, StatusCode::OK);
    assert!(
        !bureau
            .browser
            .open(&case_page)
            .await
            .has(&format!("a[href='{case_page}/decide']"))
    );
    let page = bureau.browser.get(&format!("{case_page}/note")).await;
    assert_ne!(page.status, StatusCode::OK);

    // Who refused it may put it right, and not refuse it again for the same reason.
    let refuse = [
        ("outcome", "refuse"),
        ("reasons", "HARDSHIP_NOT_SHOWN"),
        ("sentence", "还是不给。"),
    ];
    let page = does(&decides, reference, "decide", &refuse).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(case(&site, reference).await.decision_in_force().is_none());
}

async fn an_objection_that_is_not_right_ends_it(site: Site) {
    let hers = resident(&site, "chunyan").await;
    let (reference, receives, _) = refused(&site, &hers).await;
    // Told on the telephone, and put on record by the centre.
    let said = [("sentence", "她打电话说，不同意。")];
    done(&receives, reference, "contest", &said).await;
    let bureau = officer(&site, Role::JusticeOfficer, COUNTY).await;
    let on = site.portal.today();
    let (year, month, day) = (
        on.year().to_string(),
        u8::from(on.month()).to_string(),
        on.day().to_string(),
    );
    let answer = [
        ("result", "upheld"),
        ("number", "平司异〔2026〕4号"),
        ("sentence", "查过了，家里请得起律师。"),
        ("on-year", &year),
        ("on-month", &month),
        ("on-day", &day),
    ];
    done(&bureau, reference, "contest_outcome", &answer).await;
    let ended = case(&site, reference).await;
    assert_eq!((ended.phase, ended.result), (Phase::Closed, Some(ResultKind::Refuse)));
    assert!(!ended.may_contest(), "once");
    let seen = hers.browser.open(&format!("/cases/{reference}")).await;
    for said in ["维持：原来的决定不变", "去人民法院起诉"] {
        assert!(seen.text("main").contains(said), "{said}: {}", seen.text("main"));
    }
    assert!(!seen.has(&format!("a[href='/cases/{reference}/contest']")));
    let notice = hers
        .browser
        .open(&format!("/cases/{reference}/print/reconsidered"))
        .await;
    for said in ["六个月以内", "法律援助法第四十九条"] {
        assert!(
            notice.text("article").contains(said),
            "{said}: {}",
            notice.text("article")
        );
    }
    assert!(queued(&bureau).await.is_empty(), "nothing is left to do");
}

async fn where_she_lives_is_shown_to_who_says_why(site: Site) {
    let hers = resident(&site, "chunyan").await;
    let mut answers = answers();
    answers.retain(|(page, _)| *page != "residence");
    answers.push(("residence", vec![("living", "at_hukou"), ("address", "三组18号")]));
    let handed_in = apply(&hers.browser, &[SERVICE], &answers).await;
    let reference = case_of(&site, &handed_in).await;
    let centre = officer(&site, Role::LegalAidOfficer, COUNTY).await;
    done(&centre, reference, "accept", ACCEPTS).await;
    let case_page = page_of(reference);
    for address in [
        "/office".to_owned(),
        case_page.clone(),
        format!("{case_page}/print/application_form"),
        format!("{case_page}/print/acceptance"),
        format!("{case_page}/reveal"),
    ] {
        let page = centre.browser.open(&address).await;
        assert!(!page.html.contains("三组18号"), "{address}");
    }
    let asks = centre.browser.open(&format!("{case_page}/reveal")).await;
    let form = asks.form().with("what", "address");
    let without = centre.browser.send_only(form.clone()).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!without.html.contains("三组18号"));
    let shown = centre.browser.send_only(form.with("why", "identity")).await;
    assert!(shown.text("main").contains("三组18号"), "{}", shown.text("main"));
    let page = centre.browser.open(&case_page).await;
    assert!(
        page.text(".route-events").contains("核对是不是本人"),
        "and that is kept"
    );
}

async fn it_is_applied_for_alone(site: Site) {
    let browser = site.browser();
    let page = begin(&browser, &[SERVICE, "care_subsidy"]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        page.text("#errors").contains("（法律援助）要单独申请"),
        "{}",
        page.text("#errors")
    );
    assert!(
        page.has("input[value=legal_aid][checked]") && page.has("input[value=care_subsidy][checked]"),
        "what was chosen is kept"
    );
    // Nor later: a draft for one thing does not become one for both.
    let page = begin(&browser, &["care_subsidy"]).await;
    let draft = page.path.rsplit_once('/').unwrap().0.to_owned();
    let services = browser.open(&format!("{draft}/services")).await;
    let page = browser.send(services.form().with("service", SERVICE)).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
}

async fn whoever_acts_for_somebody_is_not_offered_it(site: Site) {
    let agent = resident(&site, "agent").await;
    let person = key(&site, CHUNYAN);
    let may = may_act(&site, (&person, "李春燕"), &agent);
    keep(&site, &may).await;
    let page = agent.browser.open(&format!("/apply/new?for={}", may.id)).await;
    assert!(page.has("input[value=care_subsidy]") && !page.has("input[value=legal_aid]"));
    let form = page.form().with("service", SERVICE);
    assert_eq!(agent.browser.send(form).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = agent.browser.send(page.form().with("service", "care_subsidy")).await;
    let draft: Vec<&str> = page.path.split('/').take(3).collect();
    let services = agent.browser.open(&format!("{}/services", draft.join("/"))).await;
    assert!(!services.has("input[value=legal_aid]"), "{}", services.path);
    let page = agent
        .browser
        .send(services.form().without("service").with("service", SERVICE))
        .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
}

fn key(site: &Site, number: &str) -> PersonKey {
    let number = zhida::person::ResidentId::parse(number).unwrap();
    casework::person_key(&site.portal.keys, &number)
}

/// What she hands in herself: not yet there.
fn hers_to_file(site: &Site) -> Submitted {
    let mut told = submitted(site, "S01", SERVICE, None);
    told.visibility = Visibility::Confidential;
    told
}

/// Somebody who looks everywhere they may.
struct Looks {
    who: &'static str,
    role: Option<Role>,
    browser: Browser,
}

/// Her guardian by link and by delegation, who may do everything for her; and every office but the centre of her county.
async fn everybody_else(site: &Site, person: &PersonKey) -> Vec<Looks> {
    let linked = resident_linked_to(site, "linked", Some(person.clone())).await;
    let guardian: Resident = resident(site, "guardian").await;
    let mut may = may_act(site, (person, "李春燕"), &guardian);
    may.says.role = AgentRole::GuardianOfAdult;
    may.terms.powers = BTreeSet::from([Power::View, Power::Submit, Power::ReceiveNotice, Power::ChangeAccount]);
    may.says.powers = may.terms.powers.clone();
    keep(site, &may).await;
    let mut all = vec![
        Looks {
            who: "linked",
            role: None,
            browser: linked.browser,
        },
        Looks {
            who: "guardian",
            role: None,
            browser: guardian.browser,
        },
    ];
    for (who, role, place) in [
        ("township", Role::TownshipOfficer, TOWNSHIP),
        ("federation", Role::FederationReviewer, COUNTY),
        ("civil affairs", Role::CivilAffairsDecider, COUNTY),
        ("supervisor", Role::Supervisor, COUNTY),
        ("supervisor of the province", Role::Supervisor, "430000"),
        ("auditor", Role::Auditor, "430000"),
        ("administrator", Role::Administrator, "430000"),
        ("another county's centre", Role::LegalAidOfficer, "430621"),
        (
            "the justice bureau, to whom nobody has objected",
            Role::JusticeOfficer,
            COUNTY,
        ),
        ("another county's bureau", Role::JusticeOfficer, "430621"),
    ] {
        let Officer { browser, .. } = officer(site, role, place).await;
        all.push(Looks {
            who,
            role: Some(role),
            browser,
        });
    }
    all
}

/// Every address that somebody may read, from the routes table: a page that is new is looked at as well. Where an address
/// names a case it is asked for each of these.
fn addresses(looks: &Looks, cases: &[Reference]) -> Vec<String> {
    let mut all = Vec::new();
    for route in routes() {
        let may = match (route.who, looks.role) {
            (Who::Staff(roles), Some(role)) => roles.is_empty() || roles.contains(&role),
            // What everybody reads, officers need not look at too.
            (of, looks) => looks.is_none() && !matches!(of, Who::Staff(_)),
        };
        if !may || !route.verbs.contains(&"GET") || route.path.ends_with("/sign-out") {
            continue;
        }
        let filled = |case: &str| {
            let parts = route.path.split('/').map(|part| match part {
                "{reference}" => case,
                // The lists that a public notice would stand in.
                "{division}" | "{county}" => COUNTY,
                part if part.starts_with('{') => "none",
                part => part,
            });
            parts.collect::<Vec<_>>().join("/")
        };
        if route.path.contains("{reference}") {
            all.extend(cases.iter().map(|case| filled(case.as_str())));
        } else {
            all.push(filled(""));
        }
    }
    all
}

/// What differs by chance: nonce, operation, the number of the request; and the time of day, which goes on meanwhile.
fn without_chance(page: &Page) -> String {
    let mut html = blanked(&page.html, "nonce=\"", '"');
    for before in [
        "name=\"op\" value=\"",
        "data-request=\"",
        "class=\"request-number\">",
        "'nonce-",
    ] {
        html = blanked(&html, before, if before.ends_with('>') { '<' } else { '"' });
    }
    let mut chars: Vec<char> = html.chars().collect();
    for at in 2..chars.len().saturating_sub(2) {
        let digits = [at - 2, at - 1, at + 1, at + 2];
        if chars[at] == ':' && digits.iter().all(|digit| chars[*digit].is_ascii_digit()) {
            digits.iter().for_each(|digit| chars[*digit] = '0');
        }
    }
    format!(
        "{} {:?}\n{}",
        page.status,
        page.location,
        chars.into_iter().collect::<String>()
    )
}

/// A text with what stands between `before` and `end` left out, each time.
fn blanked(text: &str, before: &str, end: char) -> String {
    let mut parts = text.split(before);
    let mut all = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        all.push_str(before);
        all.push_str(part.find(end).map_or("", |at| &part[at..]));
    }
    all
}

async fn for_everybody_else_every_page_is_as_if_there_were_none(site: Site) {
    let told = hers_to_file(&site);
    let (person, hidden) = (told.subject.key.clone(), told.reference);
    // So that there is something to see of her.
    let known = filed_by(&site, None, submitted(&site, "S01", "living_subsidy", None)).await;
    let all = everybody_else(&site, &person).await;
    let hers = resident(&site, "chunyan").await;
    // Who works there is no secret: colleagues stand in the lists of an office.
    let centre = officer(&site, Role::LegalAidOfficer, COUNTY).await;
    let mut before = Vec::new();
    // What looking itself leaves behind, the first time: that a case was opened.
    for round in ["first", "before"] {
        for looks in &all {
            let addresses = addresses(looks, &[known, hidden, told.application]);
            assert!(addresses.len() > 2, "{}: {addresses:?}", looks.who);
            for address in addresses {
                let page = looks.browser.get(&address).await;
                assert!(page.status.as_u16() < 500, "{} {address}: {}", looks.who, page.status);
                if round == "before" {
                    before.push((looks, without_chance(&page), address));
                }
            }
        }
    }
    assert!(before.len() > 150, "{}", before.len());
    assert_eq!(filed_by(&site, Some(&hers.owner), told).await, hidden);
    assert_eq!(
        hers.browser.get(&format!("/cases/{hidden}")).await.status,
        StatusCode::OK,
        "it is there"
    );
    assert_eq!(centre.browser.get(&page_of(hidden)).await.status, StatusCode::OK);
    let accepts = [ACCEPTS, &[("papers", "household_register")]].concat();
    done(&centre, hidden, "accept", &accepts).await;
    for (looks, was, address) in before {
        let is = without_chance(&looks.browser.get(&address).await);
        let same = was.chars().zip(is.chars()).take_while(|(was, is)| was == is).count();
        let from = |text: &str| text.chars().skip(same.saturating_sub(80)).take(200).collect::<String>();
        assert!(was == is, "{} at {address}: {} / {}", looks.who, from(&was), from(&is));
    }
}

async fn no_search_and_no_code_shows_that_there_is_one(site: Site) {
    let told = hers_to_file(&site);
    let (person, hidden) = (told.subject.key.clone(), told.reference);
    let all = everybody_else(&site, &person).await;
    let name = told.subject.name.clone();
    let asked = |form: crate::browser::Form, path: &str, sought: &str| match path {
        "/office/search" => form.set("q", sought),
        _ => form.set("person", name.as_str()).set("number", sought),
    };
    let sought = [CHUNYAN, hidden.as_str()];
    let mut before = Vec::new();
    for round in 0..2 {
        let mut at = 0;
        for looks in all.iter().filter(|looks| looks.role.is_some()) {
            for path in ["/office/search", "/office/codes/link"] {
                let page = looks.browser.get(path).await;
                if page.status != StatusCode::OK {
                    continue;
                }
                for sought in sought {
                    let answer = looks.browser.send(asked(page.form(), path, sought)).await;
                    assert!(answer.status.as_u16() < 500, "{path}");
                    // A code is another each time.
                    let said = without_chance(&answer).replace(&answer.text(".reference-number"), "");
                    if round == 0 {
                        before.push(said);
                    } else {
                        assert!(
                            before[at] == said,
                            "{} at {path} for {sought}: {}",
                            looks.who,
                            answer.text("main")
                        );
                    }
                    at += 1;
                }
            }
        }
        assert!(at >= 12, "{at}");
        if round == 0 {
            filed_by(&site, None, told.clone()).await;
        }
    }
}

async fn a_link_shows_none_whenever_it_was_made(site: Site) {
    let told = hers_to_file(&site);
    let person = told.subject.key.clone();
    let before = resident_linked_to(&site, "before", Some(person.clone())).await;
    let filed = filed_by(&site, None, told).await;
    let after = resident_linked_to(&site, "after", Some(person.clone())).await;
    let helper = resident(&site, "helper").await;
    let mut acted = hers_to_file(&site);
    (acted.reference, acted.application) = (
        Reference::from_random(random_bytes()),
        Reference::from_random(random_bytes()),
    );
    let may = may_act(&site, (&person, "李春燕"), &helper);
    keep(&site, &may).await;
    let acted = filed_by(&site, Some(&may.owner()), acted).await;
    for (who, resident) in [("before", &before), ("after", &after), ("helper", &helper)] {
        for reference in [filed, acted] {
            let page = resident.browser.get(&format!("/cases/{reference}")).await;
            assert_eq!(page.status, StatusCode::NOT_FOUND, "{who}");
        }
        assert!(!resident.browser.open("/cases").await.has(".case-list"), "{who}");
        // Asking for the same is asking for the first time.
        let page = begin(&resident.browser, &[SERVICE]).await;
        let (check, _) = fill(&resident.browser, page, &answers(), "check").await;
        assert!(!check.has("[name=again]"), "{who}");
    }
    // Whoever asked for it themselves is asked whether they mean it.
    apply(&after.browser, &[SERVICE], &answers()).await;
    let page = begin(&after.browser, &[SERVICE]).await;
    let (check, _) = fill(&after.browser, page, &answers(), "check").await;
    assert!(check.has("[name=again]"));
}

/// That a page can be left at once, is kept nowhere, and has neither a title nor a field that tells what it is about.
fn is_quiet(page: &Page) {
    let title = page.text("title");
    let doing = ["看一项服务", "填写申请", "申请交好了", "办到哪一步了"];
    let said = title.trim_start_matches("错误：").split(" — ").next();
    assert!(said.is_some_and(|said| doing.contains(&said)), "{}: {title}", page.path);
    assert_eq!(page.headers["cache-control"], "no-store", "{}", page.path);
    let first = page.texts("main a").into_iter().next();
    assert_eq!(first.as_deref(), Some("马上离开这一页"), "{}", page.path);
    assert!(page.text("main").contains("浏览器的历史记录"), "{}", page.path);
    let remembered = page.attributes("main [autocomplete]", "autocomplete");
    assert!(
        remembered.iter().all(|how| how == "off"),
        "{}: {remembered:?}",
        page.path
    );
    let forms = page.attributes("main form", "action").len();
    assert_eq!(
        page.attributes("main form[autocomplete=off]", "action").len(),
        forms,
        "{}",
        page.path
    );
}

/// Whoever went to another window would tell it.
fn sends_to_the_centre_alone(page: &Page) {
    for window in ["任何一个乡镇", "工作人员上门", "便民服务中心都收"] {
        assert!(
            !page.text("main").contains(window),
            "{}: {}",
            page.path,
            page.text("main")
        );
    }
}

async fn its_pages_are_left_at_once_and_say_nothing(site: Site) {
    let hers = resident(&site, "chunyan").await;
    let browser = site.browser();
    let service = browser.open("/services/legal_aid").await;
    is_quiet(&service);
    sends_to_the_centre_alone(&service);
    assert!(service.has("main a[href='tel:12348']") && !service.has("main a[href='tel:12385']"));
    assert!(
        service.text("main").contains("4天以内"),
        "calendar days: {}",
        service.text("main")
    );
    assert_ne!(browser.open("/services/care_subsidy").await.texts("title"), ["直达"]);
    let mut page = begin(&hers.browser, &[SERVICE]).await;
    let mut looked = 0;
    while name_of(&page) != "check" {
        is_quiet(&page);
        sends_to_the_centre_alone(&page);
        looked += 1;
        page = crate::apply::people::answer(&hers.browser, page, &answers()).await;
    }
    assert!(looked > 10, "{looked}");
    is_quiet(&page);
    let page = hers.browser.send(page.form()).await;
    is_quiet(&page);
    let done_page = hers.browser.send(page.form().with("agree", "yes")).await;
    let reference = case_of(&site, &done_page).await;
    is_quiet(&done_page);
    sends_to_the_centre_alone(&done_page);
    assert!(done_page.text("main").contains("12348"), "{}", done_page.text("main"));
    let case_page = hers.browser.open(&format!("/cases/{reference}")).await;
    is_quiet(&case_page);
    sends_to_the_centre_alone(&case_page);
    assert!(case_page.has("main a[href='tel:12348']") && !case_page.has("main a[href='tel:12385']"));
    let centre = officer(&site, Role::LegalAidOfficer, COUNTY).await;
    let asked = [("papers", "matter_papers"), ("sentence", "请把判决书带来。")];
    done(&centre, reference, "request_papers", &asked).await;
    let list = hers
        .browser
        .open(&format!("/cases/{reference}/print/missing_papers"))
        .await;
    sends_to_the_centre_alone(&list);
    done(&centre, reference, "supply_papers", &[("papers", "matter_papers")]).await;
    done(
        &centre,
        reference,
        "accept",
        &[("identity", "in_person"), ("filer", "opened")],
    )
    .await;
    let messages = hers.browser.open("/account/messages").await;
    let said = messages.text("main");
    assert!(said.contains("一件申请") && !said.contains("法律援助"), "{said}");
}
