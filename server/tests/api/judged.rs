//! A county's own folder of services: older cases keep the rules they were handed in under, and offices say where they are.

use reqwest::StatusCode;
use zhida::access::Role;
use zhida::assess::Outcome;
use zhida::calendar::Month;
use zhida::money::Fen;
use zhida::place::DivisionCode;
use zhida::rule::Value;
use zhida_server::config::Config;

use crate::apply::people::{begin, fill, s01};
use crate::harness::{Site, serving};
use crate::office::{TOWNSHIP, case, does, done, filed, officer, page_of, submitted};

both_engines!(
    a_grade_is_corrected_to_one_there_is,
    what_a_certificate_is_for_is_corrected_category_by_category,
    no_paper_is_from_before_its_person_or_for_ever,
    an_older_case_is_judged_by_the_rules_of_its_day,
    a_draft_of_earlier_rules_says_what_changed_and_asks_only_that,
    a_draft_says_what_is_paid_now,
    what_a_county_says_of_its_window_is_shown
);

const SERVICE: &str = "living_subsidy";

/// The same database, served with services under which a household in 低保 no longer has a ground.
pub(crate) async fn with_another_rule(site: &Site, folder: &std::path::Path) -> Site {
    let shipped = concat!(env!("CARGO_MANIFEST_DIR"), "/../services/living_subsidy/service.toml");
    let shipped = std::fs::read_to_string(shipped).unwrap();
    let ground = "'household.aid_status == \"dibao\"'";
    assert!(shipped.contains(ground), "the rule that is changed is there");
    std::fs::create_dir(folder.join(SERVICE)).unwrap();
    let changed = shipped.replace(ground, "'household.aid_status == \"tekun\"'");
    std::fs::write(folder.join(SERVICE).join("service.toml"), changed).unwrap();
    serving(Config {
        services: Some(folder.to_owned()),
        ..site.portal.config.clone()
    })
    .await
}

async fn an_older_case_is_judged_by_the_rules_of_its_day(site: Site) {
    let older = filed(&site, submitted(&site, "S01", SERVICE, None)).await;
    let folder = tempfile::tempdir().unwrap();
    let changed = with_another_rule(&site, folder.path()).await;
    let mut of_today = submitted(&changed, "S01", SERVICE, None);
    of_today.definition = changed.portal.catalogue.service(SERVICE).unwrap().definition.clone();
    assert_ne!(of_today.definition, case(&site, older).await.opened.definition);
    let newer = filed(&changed, of_today).await;

    let township = officer(&changed, Role::TownshipOfficer, TOWNSHIP).await;
    let grade = [
        ("value", "4"),
        ("source", "officer"),
        ("sentence", "按残疾人证上的等级更正。"),
    ];
    for reference in [older, newer] {
        done(&township, reference, "correct?fact=certificate.grade", &grade).await;
    }
    assert_eq!(case(&changed, older).await.assessment.outcome, Outcome::Eligible);
    assert_eq!(case(&changed, newer).await.assessment.outcome, Outcome::Ineligible);
    let page = township.browser.open(&page_of(older)).await;
    assert!(page.text("main").contains("符合"), "{}", page.text("main"));

    // A server that was started before does not judge by rules it does not know; it says to come back.
    let before = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let answer = before.browser.get(&page_of(newer)).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(before.browser.get(&page_of(older)).await.status, StatusCode::OK);
}

async fn a_grade_is_corrected_to_one_there_is(site: Site) {
    let reference = filed(&site, submitted(&site, "S01", SERVICE, None)).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let before = case(&site, reference).await.facts.get("certificate.grade").cloned();
    for typed in ["-1", "0", "5", "99999999999", "", "一"] {
        let grade = [
            ("value", typed),
            ("source", "officer"),
            ("sentence", "按残疾人证更正。"),
        ];
        let refused = does(&township, reference, "correct?fact=certificate.grade", &grade).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        assert!(
            refused.has("#errors a[href='#value']"),
            "{typed}: {}",
            refused.text("main")
        );
    }
    assert_eq!(
        case(&site, reference).await.facts.get("certificate.grade").cloned(),
        before
    );
    let grade = [("value", "３"), ("source", "officer"), ("sentence", "按残疾人证更正。")];
    done(&township, reference, "correct?fact=certificate.grade", &grade).await;
    let after = case(&site, reference).await.facts;
    assert_eq!(after.get("certificate.grade").unwrap().value, 3);
}

async fn what_a_certificate_is_for_is_corrected_category_by_category(site: Site) {
    const COMMAND: &str = "correct?fact=certificate.components";
    let reference = filed(&site, submitted(&site, "S01", SERVICE, None)).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let page = township.browser.open(&page_of(reference)).await;
    let form = format!("{}/{COMMAND}", page_of(reference));
    assert!(page.attributes("[aria-labelledby=facts] a", "href").contains(&form));
    let asks = township.browser.open(&form).await;
    assert_eq!(asks.form().value("value-limb"), Some("1"), "what is held stands there");
    assert!(!asks.has("[name=value-multiple]"), "several are each named");
    let says = [("source", "officer"), ("sentence", "按残疾人证更正。")];
    for (field, typed) in [("value-hearing", "5"), ("value-hearing", "二"), ("value-limb", "0")] {
        let wrong = does(&township, reference, COMMAND, &[&[(field, typed)], &says[..]].concat()).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        assert!(
            wrong.has(&format!("#errors a[href='#{field}']")),
            "{}",
            wrong.text("#errors")
        );
    }
    let form = says
        .iter()
        .fold(asks.form(), |form, (name, value)| form.with(name, value));
    let none = township.browser.send_only(form.clone().set("value-limb", "")).await;
    assert_eq!(
        none.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "a certificate is for something"
    );
    let form = form.set("value-limb", "2级").set("value-hearing", "３");
    let sent = township.browser.send_only(form).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text("main"));
    let after = case(&site, reference).await;
    assert_eq!(
        after.facts["certificate.components"].value,
        serde_json::json!([{ "category": "hearing", "grade": 3 }, { "category": "limb", "grade": 2 }])
    );
    let page = township.browser.open(&page_of(reference)).await;
    let events = page.text(".route-events");
    assert!(events.contains("听力") && events.contains("肢体"), "{events}");
}

async fn no_paper_is_from_before_its_person_or_for_ever(site: Site) {
    const COMMAND: &str = "correct?fact=certificate.valid_until";
    let reference = filed(&site, submitted(&site, "S01", SERVICE, None)).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let on = |year| {
        [
            ("value-year", year),
            ("value-month", "6"),
            ("value-day", "30"),
            ("source", "officer"),
            ("sentence", "按残疾人证更正。"),
        ]
    };
    for year in ["1900", "9999"] {
        let wrong = does(&township, reference, COMMAND, &on(year)).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{year}");
        assert!(
            wrong.text("#errors").contains("不会是这一天"),
            "{year}: {}",
            wrong.text("#errors")
        );
    }
    done(&township, reference, COMMAND, &on("2031")).await;
    let after = case(&site, reference).await;
    assert_eq!(after.facts["certificate.valid_until"].value, "2031-06-30");
}

async fn a_draft_of_earlier_rules_says_what_changed_and_asks_only_that(site: Site) {
    const SERVICE: &str = "care_subsidy";
    let phone = site.browser();
    let page = begin(&phone, &[SERVICE]).await;
    let (check, before) = fill(&phone, page, &s01(), "check").await;
    assert!(!before.contains(&"question-welfare_living".to_owned()), "{before:?}");
    let draft = check.path.rsplit_once('/').unwrap().0.to_owned();

    let shipped = concat!(env!("CARGO_MANIFEST_DIR"), "/../services/care_subsidy/service.toml");
    let mut changed = std::fs::read_to_string(shipped).unwrap();
    let note = "[[note]]\nid = \"CROSS_PROVINCE\"";
    let overlap = "[[overlap]]\nid = \"OVERLAP_WELFARE_LIVING_ALLOWANCE\"\nwhen = 'other.welfare_living_monthly > 0'\n\
        other_amount = 'other.welfare_living_monthly'\nbasis = \"hunan-2015-54\"\n\n";
    let paper = "kind = \"household_register\"\nobtain = \"user\"";
    let other = "kind = \"household_register\"\nobtain = \"by_data_sharing\"\n\n[[evidence]]\nkind = \"dibao_proof\"\nobtain = \"user\"";
    assert!(changed.contains(note) && changed.contains(paper));
    changed = changed.replace(note, &format!("{overlap}{note}")).replace(paper, other);
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join(SERVICE)).unwrap();
    std::fs::write(folder.path().join(SERVICE).join("service.toml"), changed).unwrap();
    let now = serving(Config {
        services: Some(folder.path().to_owned()),
        ..site.portal.config.clone()
    })
    .await;
    let phone = phone.at(&now.url);

    let told = phone.open(&draft).await;
    assert_eq!(told.path, format!("{draft}/changes"));
    let words = told.text("main");
    assert!(words.contains("没有丢"), "{words}");
    for list in ["新问的：", "新要的材料：", "不再要的材料："] {
        assert!(words.contains(list), "{list} in {words}");
    }
    for beside in ["check", "statement", "contact", "papers/payment_account"] {
        let led = phone.get(&format!("{draft}/{beside}")).await;
        assert_eq!(led.location.as_deref(), Some(told.path.as_str()), "{beside}");
    }
    let sent = phone.send_only(check.form()).await;
    assert_eq!(
        sent.location.as_deref(),
        Some(told.path.as_str()),
        "nothing is sent unread"
    );
    let mut answers = s01();
    answers.push(("papers/dibao_proof", vec![("how", "bring"), ("act", "continue")]));
    let page = phone.send(told.form()).await;
    let (page, asked) = fill(&phone, page, &answers, "check").await;
    assert_eq!(
        asked,
        ["question-welfare_living", "papers/dibao_proof"],
        "only what is new"
    );
    assert!(page.text("main").contains("李春燕"));
    let again = phone.open(&format!("{draft}/changes")).await;
    assert_eq!(again.path, page.path, "told once");
}

async fn a_draft_says_what_is_paid_now(site: Site) {
    let phone = site.browser();
    let page = begin(&phone, &[SERVICE]).await;
    let (check, _) = fill(&phone, page, &s01(), "check").await;
    let draft = check.path.rsplit_once('/').unwrap().0.to_owned();

    let vocabulary = &site.portal.catalogue.vocabulary;
    let month = Month::of(site.portal.today());
    let county = DivisionCode::parse("430626").unwrap();
    let key = vocabulary.policy_named("living_monthly").unwrap();
    let mut book = (*site.portal.policy()).clone();
    let mut entry = book.find(key, county, month).unwrap().entry.clone();
    let Value::Fen(before) = entry.value else {
        panic!("an amount")
    };
    (entry.division, entry.from, entry.value) = (county, month, Value::Fen(before + 1100));
    book.insert(entry);
    site.portal.set_policy(book);

    let told = phone.open(&draft).await;
    assert_eq!(told.path, format!("{draft}/changes"));
    let (then, now) = (Fen(before), Fen(before + 1100));
    let words = told.text("main");
    assert!(words.contains(&format!("每月{then}元，现在每月{now}元")), "{words}");
    let sent = phone.send_only(check.form()).await;
    assert_eq!(
        sent.location.as_deref(),
        Some(told.path.as_str()),
        "nothing is sent unread"
    );
    let page = phone.send(told.form()).await;
    assert_eq!(page.path, check.path, "nothing else is asked");
    assert!(page.text("main").contains(&format!("{now}元")), "{}", page.text("main"));
    assert_eq!(phone.open(&draft).await.path, check.path, "told once");
}

async fn what_a_county_says_of_its_window_is_shown(site: Site) {
    let page = format!("/services/{SERVICE}?county=430407");
    let before = site.browser().open(&page).await;
    assert!(!before.html.contains("tel:0734"), "nothing is invented");
    let folder = tempfile::tempdir().unwrap();
    let office = "[[office]]\nkind = \"county_federation\"\nplace = \"430407\"\naddress = \"演武坪1号\"\n\
        address_en = \"1 Yanwuping\"\nhours = \"工作日9:00至17:00\"\nhours_en = \"working days 9:00 to 17:00\"\n\
        phone = \"0734-8123456\"\n";
    std::fs::write(folder.path().join("offices.toml"), office).unwrap();
    let site = serving(Config {
        services: Some(folder.path().to_owned()),
        ..site.portal.config.clone()
    })
    .await;
    let page = site.browser().open(&page).await;
    let words = page.text("main");
    assert!(words.contains("石鼓区残疾人联合会") && words.contains("演武坪1号") && words.contains("9:00至17:00"));
    assert!(page.html.contains("href=\"tel:0734-8123456\""));
    let elsewhere = site.browser().open(&format!("/services/{SERVICE}?county=430104")).await;
    assert!(!elsewhere.html.contains("tel:0734"));
}
