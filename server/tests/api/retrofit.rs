//! Alterations of the home: browsed by room, applied for by who rents, visited, judged by the county's own rule, decided.

use reqwest::StatusCode;
use zhida::access::Role;
use zhida::assess::Outcome;
use zhida::calendar::Month;
use zhida::casework::{Phase, Reference, ResultKind};
use zhida::place::DivisionCode;
use zhida::policy::PolicyEntry;
use zhida::rule::Value;
use zhida_server::store::casework::{self, Scope};

use crate::apply::people::{Answers, begin, fill, page_of as name_of, s01};
use crate::browser::{Browser, Page};
use crate::harness::Site;
use crate::office::{COUNTY, Officer, REVIEW, TOWNSHIP, case, does, done, officer, page_of};

both_engines!(
    what_can_be_altered_is_browsed_by_room,
    a_rented_home_waits_for_the_landlord_and_the_visit,
    a_household_that_only_the_countys_rule_may_admit_is_looked_up_and_granted,
    nobody_is_given_what_another_programme_has_paid,
    who_waits_is_put_in_order_by_points_that_all_can_read,
);

pub(crate) const SERVICE: &str = "home_retrofit";

async fn what_can_be_altered_is_browsed_by_room(site: Site) {
    let browser = site.browser();
    let service = browser.open(&format!("/services/{SERVICE}")).await;
    assert!(
        service.text("main").contains("给的是：按您家的需要改造"),
        "{}",
        service.text("main")
    );
    let items = format!("/services/{SERVICE}/items");
    assert!(service.has(&format!("a[href='{items}']")));
    let rooms = browser.open(&items).await;
    let links = rooms.attributes("ul.services h3 a", "href");
    assert_eq!(links.len(), 7);
    for link in links {
        let page = browser.open(&link).await;
        assert_eq!(page.status, StatusCode::OK);
        let things = page.texts("main li h2").len();
        assert!(things > 0, "{link}");
        assert_eq!(page.attributes("main svg", "aria-hidden").len(), things);
        // No amount of an alteration rests on a document of the province.
        assert!(!page.text("main").contains('元'), "{link}: {}", page.text("main"));
    }
    let bed = browser.open(&format!("{items}/bed")).await;
    assert_eq!(bed.texts("main li h2"), ["呼叫器", "护理床"]);
}

/// 李春燕, who cannot walk, at home in a home of this kind that was altered by this programme.
fn answers(home: &'static str, payer: &'static str) -> Answers {
    let mut answers = s01();
    answers.push(("question-retrofit_home", vec![("answer", home)]));
    answers.push(("question-retrofit_payer", vec![("answer", payer)]));
    answers.push(("question-retrofit_needs", vec![("answer", "bathroom")]));
    answers
}

/// Applies; the page of all answers, and the case.
pub(crate) async fn applied(site: &Site, browser: &Browser, answers: &Answers) -> (Page, Reference) {
    let page = begin(browser, &[SERVICE]).await;
    let (check, asked) = fill(browser, page, answers, "check").await;
    assert!(
        !asked.contains(&"payment".to_owned()),
        "no account is asked for: {asked:?}"
    );
    let shown = browser.open(&check.path).await;
    let page = browser.send(check.form()).await;
    let page = browser.send(page.form().with("agree", "yes")).await;
    assert_eq!(name_of(&page), "done", "{}", page.text("h1"));
    let application = Reference::parse(&page.text(".reference-number")).unwrap();
    let scope = Scope::application(application);
    let portal = &site.portal;
    let lines = casework::list_of_application(&mut portal.store.read(), &portal.keys, &scope, application).await;
    (shown, lines.unwrap()[0].reference)
}

pub(crate) async fn records(officer: &Officer, reference: Reference, fact: &str, value: &str) {
    let record = [
        ("value", value),
        ("source", "officer"),
        ("sentence", "6月20日到家里看过。"),
    ];
    let recorded = does(officer, reference, &format!("correct?fact={fact}"), &record).await;
    assert_eq!(recorded.status, StatusCode::SEE_OTHER, "{}", recorded.text("main"));
}

/// The township receives it and passes it on.
async fn received(site: &Site, reference: Reference) {
    let township = officer(site, Role::TownshipOfficer, TOWNSHIP).await;
    let identity = [("identity", "in_person"), ("filer", "opened")];
    done(&township, reference, "accept", &identity).await;
    done(&township, reference, "review", REVIEW).await;
}

async fn a_rented_home_waits_for_the_landlord_and_the_visit(site: Site) {
    let browser = site.browser();
    let (check, reference) = applied(&site, &browser, &answers("rented", "none")).await;
    for said in ["要先评估", "出入口坡道", "卫生间扶手", "低位灶台"] {
        assert!(check.text("main").contains(said), "{said}: {}", check.text("main"));
    }
    let here = browser.open(&format!("/cases/{reference}")).await;
    assert!(
        here.text(".notice-wait").contains("还要房东确认"),
        "{}",
        here.text("main")
    );
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let identity = [("identity", "in_person"), ("filer", "opened")];
    let waits = does(&township, reference, "accept", &identity).await;
    assert_eq!(waits.status, StatusCode::UNPROCESSABLE_ENTITY);
    let on_paper = [
        ("identity", "in_person"),
        ("filer", "opened"),
        ("papers", "retrofit_landlord_consent"),
    ];
    done(&township, reference, "accept", &on_paper).await;
    done(&township, reference, "review", REVIEW).await;

    let visitor = officer(&site, Role::FederationReviewer, COUNTY).await;
    let review = format!("a[href='{}/review']", page_of(reference));
    assert!(!visitor.browser.open(&page_of(reference)).await.has(&review));
    records(&visitor, reference, "home.visit", "can_be_altered").await;
    done(&visitor, reference, "review", REVIEW).await;
    let decider = officer(&site, Role::FederationReviewer, COUNTY).await;
    let grant = [
        ("outcome", "grant"),
        ("reasons", "LOW_INCOME"),
        ("reasons", "GRADE_1_2"),
        ("sentence", "卫生间装扶手，门口做坡道。"),
    ];
    done(&decider, reference, "decide", &grant).await;
    let decided = case(&site, reference).await;
    assert_eq!(
        (decided.phase, decided.result),
        (Phase::Closed, Some(ResultKind::Grant))
    );
    assert!(decided.award.is_none() && decided.award_in_kind.is_some());
}

async fn a_household_that_only_the_countys_rule_may_admit_is_looked_up_and_granted(site: Site) {
    let browser = site.browser();
    let mut answers = answers("own_flat", "none");
    for (page, typed) in &mut answers {
        if *page == "question-aid_status" {
            *typed = vec![("answer", "dibao_marginal")];
        }
    }
    let (check, reference) = applied(&site, &browser, &answers).await;
    assert!(check.text("main").contains("由县里定"), "{}", check.text("main"));
    assert_eq!(
        case(&site, reference).await.assessment.outcome,
        Outcome::ConditionalLocalRule
    );
    received(&site, reference).await;
    let visitor = officer(&site, Role::FederationReviewer, COUNTY).await;
    records(&visitor, reference, "home.visit", "can_be_altered").await;
    let seen = visitor.browser.open(&page_of(reference)).await;
    assert!(
        seen.text("main")
            .contains("县里的规定算不算这一户，上门的人查清楚以后记下"),
        "{}",
        seen.text("main")
    );
    let review = format!("a[href='{}/review']", page_of(reference));
    assert!(!seen.has(&review), "it is passed on once the rule was looked up");
    records(&visitor, reference, "home.county_rule", "admitted").await;
    assert_eq!(case(&site, reference).await.assessment.outcome, Outcome::Eligible);
    assert!(visitor.browser.open(&page_of(reference)).await.has(&review));
    done(&visitor, reference, "review", REVIEW).await;
    let decider = officer(&site, Role::FederationReviewer, COUNTY).await;
    let grant = [
        ("outcome", "grant"),
        ("reasons", "DIBAO_MARGINAL"),
        ("sentence", "按县里的规定，给您家改造。"),
    ];
    done(&decider, reference, "decide", &grant).await;
    assert_eq!(case(&site, reference).await.result, Some(ResultKind::Grant));
}

async fn nobody_is_given_what_another_programme_has_paid(site: Site) {
    let browser = site.browser();
    let (check, reference) = applied(&site, &browser, &answers("own_flat", "ageing_programme")).await;
    let told = "适老化改造已经给这个家出过钱";
    assert!(check.text("main").contains(told), "{}", check.text("main"));
    received(&site, reference).await;
    let visitor = officer(&site, Role::FederationReviewer, COUNTY).await;
    // Nobody has to go there for what is lost in any event.
    done(&visitor, reference, "review", REVIEW).await;
    let decider = officer(&site, Role::FederationReviewer, COUNTY).await;
    let form = decider.browser.open(&format!("{}/decide", page_of(reference))).await;
    assert!(form.text("main").contains(told), "{}", form.text("main"));
    let grant = [("outcome", "grant"), ("reasons", "LOW_INCOME"), ("sentence", "给。")];
    let refused = does(&decider, reference, "decide", &grant).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(case(&site, reference).await.decision_in_force().is_none());
}

/// 周建国 of the same town, limb grade 2.
fn neighbour() -> Answers {
    let mut answers = answers("own_one_storey", "none");
    for (page, typed) in &mut answers {
        match *page {
            "person" => *typed = vec![("name", "周建国"), ("resident_id", "430626197001019984")],
            "certificate" => {
                *typed = vec![
                    ("certificate", "number"),
                    ("certificate_number", "43062619700101998442"),
                ];
            }
            _ => {}
        }
    }
    answers
}

/// Sets how many homes the county alters in a year.
fn set_quota(site: &Site, quota: i64) {
    let mut book = (*site.portal.policy()).clone();
    book.insert(PolicyEntry {
        key: site.portal.catalogue.vocabulary.policy_named("retrofit_quota").unwrap(),
        division: DivisionCode::parse(COUNTY).unwrap(),
        from: Month::of(site.portal.today()),
        value: Value::Int(quota),
        basis: "unverified".to_owned(),
    });
    site.portal.set_policy(book);
}

async fn who_waits_is_put_in_order_by_points_that_all_can_read(site: Site) {
    let browser = site.browser();
    let (_, severe) = applied(&site, &browser, &answers("own_flat", "none")).await;
    let other = site.browser();
    let (_, urgent) = applied(&site, &other, &neighbour()).await;
    let visitor = officer(&site, Role::FederationReviewer, COUNTY).await;
    let list = "/office/needs";
    let nobody = visitor.browser.open(list).await;
    assert!(
        nobody.text("main").contains("现在没有人在等"),
        "{}",
        nobody.text("main")
    );
    for reference in [severe, urgent] {
        received(&site, reference).await;
        records(&visitor, reference, "home.visit", "can_be_altered").await;
    }
    records(&visitor, urgent, "home.several_disabled", "true").await;
    records(&visitor, urgent, "home.danger", "true").await;
    for reference in [severe, urgent] {
        done(&visitor, reference, "review", REVIEW).await;
    }

    let names = |page: &Page| page.texts("main tbody tr");
    let waiting = visitor.browser.open(list).await;
    let rows = names(&waiting);
    assert_eq!(rows.len(), 2, "{}", waiting.text("main"));
    for (row, says) in [
        (
            &rows[0],
            ["周建国", "一共50分", "残疾等级是二级：20分", "家里有几个残疾人：20分"],
        ),
        (
            &rows[1],
            ["李春燕", "一共30分", "残疾等级是一级：30分", "县里还没有定户数"],
        ),
    ] {
        for said in says {
            assert!(row.contains(said), "{said}: {row}");
        }
    }
    assert!(
        !rows[1].contains("几个残疾人"),
        "what is not so gives no points: {}",
        rows[1]
    );

    set_quota(&site, 1);
    let rows = names(&visitor.browser.open(list).await);
    assert!(rows[0].contains("排得上") && rows[1].contains("排不上"), "{rows:?}");

    // The office and the person read the same.
    let person = other.open(&format!("/cases/{urgent}")).await;
    assert!(person.text("main").contains("排队的分"), "{}", person.text("main"));
    let seen = visitor.browser.open(&page_of(urgent)).await;
    assert!(seen.text("main").contains("一共50分"), "{}", seen.text("main"));

    let decider = officer(&site, Role::FederationReviewer, COUNTY).await;
    let grant = [
        ("outcome", "grant"),
        ("reasons", "LOW_INCOME"),
        ("sentence", "给您家改造。"),
    ];
    done(&decider, urgent, "decide", &grant).await;
    let left = decider.browser.open(list).await;
    assert!(
        left.text("main").contains("已经批准1户，还能批准0户"),
        "{}",
        left.text("main")
    );
    let rows = names(&left);
    assert!(
        rows.len() == 1 && rows[0].contains("李春燕") && rows[0].contains("排不上"),
        "{rows:?}"
    );

    // Neither another county's federation nor another office of this one reads it.
    let elsewhere = officer(&site, Role::FederationReviewer, "430407").await;
    assert!(names(&elsewhere.browser.open(list).await).is_empty());
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    assert_eq!(township.browser.get(list).await.status, StatusCode::FORBIDDEN);
}
