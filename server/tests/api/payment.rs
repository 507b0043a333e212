//! Who had no account for the money brings one to the window: before the decision, or when it is paid already.

use reqwest::StatusCode;
use zhida::access::Role;
use zhida::apply::Account;
use zhida::casework::{Case, Phase, Reference};
use zhida::person::{BankCard, SubmitterRole};
use zhida_server::store::casework::{self, Scope};

use crate::account::sign_up;
use crate::apply::people::{apply, s01};
use crate::harness::Site;
use crate::office::{ACCEPT, COUNTY, TOWNSHIP, case, does, done, filed, granted, later, officer, page_of, submitted};

both_engines!(
    who_had_no_account_brings_one_to_the_window,
    what_is_paid_already_gets_its_account_and_the_letter_stays_as_it_was,
    the_account_is_the_persons_own_or_the_guardians,
);

const CARD: &[(&str, &str)] = &[("account", "bank_card"), ("account_number", "6222 0212 3456 7890 128")];
const WHOLE: &str = "6222021234567890128";

async fn who_had_no_account_brings_one_to_the_window(site: Site) {
    let resident = site.browser();
    sign_up(&resident, "chunyan").await;
    let mut answers = s01();
    answers.insert(0, ("payment", vec![("account", "none")]));
    let page = apply(&resident, &["living_subsidy"], &answers).await;
    let application = Reference::parse(&page.text(".reference-number")).unwrap();
    let scope = Scope::application(application);
    let portal = &site.portal;
    let lines = casework::list_of_application(&mut portal.store.read(), &portal.keys, &scope, application).await;
    let reference = lines.unwrap()[0].reference;

    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let form = format!("{}/record_account", page_of(reference));
    let early = township.browser.get(&form).await;
    assert_eq!(early.status, StatusCode::SEE_OTHER, "nobody has seen who it is");
    let seen = [&[("filer", "opened")], ACCEPT].concat();
    done(&township, reference, "accept", &seen).await;
    let known = township.browser.open(&format!("{}/review", page_of(reference))).await;
    assert!(known.text("[aria-labelledby=known]").contains("还没有收钱的账户"));
    let page = township.browser.open(&page_of(reference)).await;
    assert!(
        page.attributes("#person + dl a", "href").contains(&form),
        "{}",
        page.text("#person + dl")
    );

    for (number, why) in [
        ("6222 0212 3456 7890 129", "卡号"),
        ("62220212", "卡号"),
        ("430626198808089988", "身份证"),
        ("", "卡号"),
    ] {
        let wrong = [CARD[0], ("account_number", number)];
        let wrong = does(&township, reference, "record_account", &wrong).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{number}");
        assert!(
            wrong.text("#errors").contains(why),
            "{number}: {}",
            wrong.text("#errors")
        );
        assert_eq!(
            wrong.form().value("account_number"),
            Some(number),
            "what was typed is kept"
        );
    }
    let none = does(&township, reference, "record_account", &[("account_number", WHOLE)]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);

    let asks = township.browser.get(&form).await;
    let filled = CARD
        .iter()
        .fold(asks.form(), |form, (name, value)| form.with(name, value));
    let (one, two) = tokio::join!(
        township.browser.send_only(filled.clone()),
        township.browser.send_only(filled)
    );
    assert_eq!(one.status, StatusCode::SEE_OTHER, "{}", one.text("main"));
    assert_eq!(one.location, two.location);
    let page = township.browser.open(&page_of(reference)).await;
    assert!(
        page.text("#person + dl").contains("****0128"),
        "{}",
        page.text("#person + dl")
    );
    assert!(!page.html.contains(WHOLE));
    let events = page.texts(".route-events .stop-name");
    let recorded = events.iter().filter(|what| *what == "登记了收钱的账户");
    assert_eq!(recorded.count(), 1, "sent twice, it happened once: {events:?}");
    assert!(page.text(".route-events").contains("尾号0128的银行卡"));
    let again = does(&township, reference, "record_account", CARD).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "it is held already");

    // Another township has nothing to do with it.
    let elsewhere = officer(&site, Role::TownshipOfficer, "430626100").await;
    assert_eq!(elsewhere.browser.get(&form).await.status, StatusCode::NOT_FOUND);
    // Who judges it is not told any more that there is none, and sees the whole number only for a reason.
    let known = township.browser.open(&format!("{}/review", page_of(reference))).await;
    assert!(!known.text("main").contains("还没有收钱的账户"));
    let reveal = township.browser.get(&format!("{}/reveal", page_of(reference))).await;
    let shown = reveal.form().with("what", "account").with("why", "payment");
    let shown = township.browser.send_only(shown).await;
    assert_eq!(
        shown.text(".reveal-value, dd").replace(' ', ""),
        WHOLE,
        "{}",
        shown.text("main")
    );

    let theirs = resident.open(&format!("/cases/{reference}")).await;
    let says = theirs.text("main");
    assert!(
        says.contains("窗口登记了收钱的账户") && says.contains("尾号0128"),
        "{says}"
    );
    assert!(!theirs.html.contains(WHOLE));
}

/// Granted, and the public notice has run.
async fn awarded(site: &Site, reference: Reference) -> Site {
    granted(site, reference).await;
    let after = later(site, 30).await;
    let township = officer(&after, Role::TownshipOfficer, TOWNSHIP).await;
    done(&township, reference, "end_notice", &[]).await;
    assert_eq!(case(site, reference).await.phase, Phase::Closed);
    after
}

async fn what_is_paid_already_gets_its_account_and_the_letter_stays_as_it_was(site: Site) {
    let living = submitted(&site, "S01", "living_subsidy", None);
    let mut care = submitted(&site, "S01", "care_subsidy", None);
    care.application = living.application;
    let (living, care) = (filed(&site, living).await, filed(&site, care).await);
    let after = awarded(&site, living).await;
    let township = officer(&after, Role::TownshipOfficer, TOWNSHIP).await;
    let letter = async || {
        let page = township
            .browser
            .open(&format!("{}/print/decision", page_of(living)))
            .await;
        page.texts("article > :not(.no-print)")
    };
    let before = letter().await;
    assert!(before.concat().contains("您还没有收钱的账户"), "{}", before.concat());
    done(&township, care, "accept", ACCEPT).await;

    let decider = officer(&after, Role::CivilAffairsDecider, COUNTY).await;
    let one_card = [("account", "one_card"), ("account_number", "hn 8001-2345")];
    done(&decider, living, "record_account", &one_card).await;
    let last = |case: Case| case.payment.map(|payment| payment.account.last_four());
    for reference in [living, care] {
        let recorded = last(case(&site, reference).await);
        assert_eq!(recorded.as_deref(), Some("2345"), "one application, one account");
    }
    assert_eq!(letter().await, before, "what went out does not change");
    let form = township
        .browser
        .open(&format!("{}/print/application_form", page_of(living)))
        .await;
    assert!(form.text("article").contains("******2345"), "{}", form.text("article"));

    // A new card takes the place of the old one; what was withdrawn has no need of any.
    done(&township, living, "record_account", CARD).await;
    let recorded = case(&site, living).await.payment.map(|payment| payment.account);
    assert_eq!(recorded, Some(Account::BankCard(BankCard::parse(WHOLE).unwrap())));
    let withdraw = [("identity", "in_person"), ("sentence", "本人自愿撤回。")];
    done(&township, care, "withdraw", &withdraw).await;
    let over = township.browser.get(&format!("{}/record_account", page_of(care))).await;
    assert_eq!(over.status, StatusCode::SEE_OTHER);
}

async fn the_account_is_the_persons_own_or_the_guardians(site: Site) {
    let own = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    let mut told = submitted(&site, "S01", "living_subsidy", None);
    told.submitter.role = SubmitterRole::LegalGuardian;
    let name = told.subject.name.as_str().to_owned();
    let guarded = filed(&site, told).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    for reference in [own, guarded] {
        done(&township, reference, "accept", ACCEPT).await;
    }
    let form = township.browser.get(&format!("{}/record_account", page_of(own))).await;
    assert!(!form.has("[name=holder]"), "nobody else can be named");
    // A field that is not on the form says nothing.
    let other = [("holder", "other"), ("holder_name", "王建国"), ("reason", "孩子没有卡")];
    let typed = CARD
        .iter()
        .chain(&other)
        .fold(form.form(), |form, (name, value)| form.with(name, value));
    township.browser.send_only(typed).await;
    assert!(
        case(&site, own)
            .await
            .payment
            .is_some_and(|payment| payment.holder.is_none())
    );

    let unsaid = does(&township, guarded, "record_account", CARD).await;
    assert_eq!(unsaid.status, StatusCode::UNPROCESSABLE_ENTITY, "whose it is is asked");
    let themselves = [CARD, &[other[0], ("holder_name", name.as_str()), other[2]]].concat();
    let wrong = does(&township, guarded, "record_account", &themselves).await;
    assert!(
        wrong.text("#errors").contains("申请人的名字"),
        "{}",
        wrong.text("#errors")
    );
    done(&township, guarded, "record_account", &[CARD, &other].concat()).await;
    let page = township.browser.open(&page_of(guarded)).await;
    assert!(page.text(".route-events").contains("户名王建国（监护人）"));
}
