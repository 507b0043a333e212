//! How a name is read: said by its person or who helps, shown to officers, given to voices.

use reqwest::StatusCode;
use zhida::access::Role;
use zhida::aloud::sounding_like;
use zhida::casework::Reference;
use zhida::person::{NameReading, PersonName};
use zhida_server::store::account::{self, Link};
use zhida_server::store::casework::{self, Scope};
use zhida_server::store::session::AccountId;

use crate::aloud;
use crate::apply::people::{Answers, apply, begin, fill, page_of, s01};
use crate::cases::{Resident, op, resident, resident_linked_to};
use crate::harness::Site;
use crate::office::{TOWNSHIP, case, filed, granted, officer, page_of as office_page, submitted};

both_engines!(
    a_name_in_doubt_is_asked_about_and_shown_to_the_office,
    what_is_wrong_with_a_reading_is_said_and_stays,
    an_account_says_how_its_persons_name_is_read,
);

const PERSON: [(&str, &str); 2] = [("name", "单春燕"), ("resident_id", "430626198808089988")];

/// The answers of a woman whose surname has three readings.
fn answers(reading: &'static str) -> Answers {
    let own = vec![("person", PERSON.to_vec()), ("reading", vec![("reading", reading)])];
    own.into_iter().chain(s01()).collect()
}

async fn a_name_in_doubt_is_asked_about_and_shown_to_the_office(site: Site) {
    for (reading, shown) in [("shàn chūn yàn", true), ("none", false)] {
        let browser = site.browser();
        let page = begin(&browser, &["living_subsidy"]).await;
        let (page, _) = fill(&browser, page, &answers(reading), "reading").await;
        assert!(page.text("h1").contains("单春燕"), "{}", page.html);
        let offered = page.attributes("input[name=reading]", "value");
        assert_eq!(offered, ["shàn chūn yàn", "other", "none"]);
        let like = sounding_like(&NameReading::try_from("shàn chūn yàn".to_owned()).unwrap()).unwrap();
        assert!(page.text(".choice .hint").contains(&like), "{}", page.text("main"));
        let (page, _) = fill(&browser, page, &answers(reading), "check").await;
        assert_eq!(page.text("main").contains("shàn chūn yàn"), shown);
        let draft = page.path.trim_end_matches("/check").to_owned();
        let back = browser.open(&format!("{draft}/reading")).await;
        assert_eq!(back.attributes("input[name=reading][checked]", "value"), [reading]);
        let sent = apply(&site.browser(), &["living_subsidy"], &answers(reading)).await;
        let application = Reference::parse(&sent.text(".reference-number")).unwrap();
        let portal = &site.portal;
        let scope = Scope::application(application);
        let cases = casework::list_of_application(&mut portal.store.read(), &portal.keys, &scope, application).await;
        let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
        let page = township.browser.open(&office_page(cases.unwrap()[0].reference)).await;
        assert!(page.text("h1").contains("单春燕"));
        assert_eq!(page.text(".page-head").contains("（拼音：shàn chūn yàn）"), shown);
    }
    // Nobody else is asked.
    let browser = site.browser();
    let page = begin(&browser, &["living_subsidy"]).await;
    let (_, asked) = fill(&browser, page, &s01(), "check").await;
    assert!(!asked.contains(&"reading".to_owned()), "{asked:?}");
}

async fn what_is_wrong_with_a_reading_is_said_and_stays(site: Site) {
    let browser = site.browser();
    let page = begin(&browser, &["living_subsidy"]).await;
    let (mut page, _) = fill(&browser, page, &answers("none"), "reading").await;
    for (chosen, typed, field, says) in [
        ("other", "", "#pinyin", "请写拼音"),
        ("other", "善春燕", "#pinyin", "字母和声调"),
        ("other", "shan4 chun1 yen4", "#pinyin", "第3个字的拼音不对"),
        ("other", "shàn chun yàn", "#pinyin", "第2个字要写一个声调"),
        ("other", "shan4 chun1", "#pinyin", "现在写了2个音"),
        ("shàn chūn yàn", "dān chūn yàn", "#reading", "请只留一个"),
    ] {
        let form = page.form().set("reading", chosen).set("pinyin", typed);
        page = browser.send(form).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        assert!(
            page.text("#errors-list a").contains(says),
            "{}",
            page.text("#errors-list")
        );
        assert_eq!(page.attributes("#errors-list a", "href"), [field]);
        assert_eq!(page.form().value("pinyin"), Some(typed), "what was typed stays");
    }
    let form = page.form().set("reading", "other").set("pinyin", "CHÁN Chun1-yàn");
    let page = browser.send(form).await;
    assert_eq!(page_of(&page), "certificate");
    let back = browser.open(&page.path.replace("certificate", "reading")).await;
    assert_eq!(back.form().value("pinyin"), Some("chán chūn yàn"), "in its one form");
}

/// An account that an office linked to a person of that name.
async fn linked(site: &Site, name: &str, link: Link) -> Resident {
    let portal = &site.portal;
    let resident = resident_linked_to(site, name, Some(link.person.clone())).await;
    let id = AccountId(resident.owner.trim_start_matches("account:").to_owned());
    let mut tx = portal.store.begin().await.unwrap();
    account::insert_link(&mut tx, &portal.keys, &id, &link, None)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    resident
}

async fn an_account_says_how_its_persons_name_is_read(site: Site) {
    let portal = &site.portal;
    let mut opened = submitted(&site, "S01", "living_subsidy", None);
    opened.subject.name = PersonName::parse("单德明").unwrap();
    let link = |name: &str| Link {
        person: opened.subject.key.clone(),
        name: name.to_owned(),
        reading: None,
        linked: true,
        office: None,
        at: portal.now(),
    };
    let plain = linked(&site, "plain", link("陈德明")).await;
    assert!(!plain.browser.open("/account").await.has("a[href^='/account/reading']"));
    let own = linked(&site, "own", link("单德明")).await;
    let reference = filed(&site, opened).await;
    let address = "/account/reading/1";
    assert!(own.browser.open("/account").await.has(&format!("a[href='{address}']")));
    for nobody in ["2", "0", "no-such-thing"] {
        let found = own.browser.get(&format!("/account/reading/{nobody}")).await;
        assert_eq!(found.status, StatusCode::NOT_FOUND, "{nobody}");
    }
    let nobodys = resident(&site, "nobody").await;
    assert_eq!(nobodys.browser.get(address).await.status, StatusCode::NOT_FOUND);

    let page = own.browser.open(address).await;
    let wrong = own.browser.send(page.form().set("pinyin", "shan")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.attributes("#errors-list a", "href"), ["#pinyin"]);
    // A form about somebody who had this number before changes nothing.
    let other = own
        .browser
        .send(page.form().set("name", "曾德明").set("pinyin", "zēng dé míng"))
        .await;
    assert!(!other.text("main").contains("zēng"), "{}", other.text("main"));
    let kept = own.browser.send(page.form().set("pinyin", "Shàn Démíng")).await;
    assert!(kept.has(".notice-ok"));
    assert!(
        kept.text("main").contains("（拼音：shàn dé míng）"),
        "{}",
        kept.text("main")
    );
    let again = own.browser.open(address).await;
    assert_eq!(
        again.attributes("input[name=reading][checked]", "value"),
        ["shàn dé míng"]
    );

    // The office reads it beside the name, and a voice says it.
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let page = township.browser.open(&office_page(reference)).await;
    assert!(page.text(".page-head").contains("（拼音：shàn dé míng）"));
    granted(&site, reference).await;
    assert!(case(&site, reference).await.decision_in_force().is_some());
    let (loud, recorder) = aloud::with(&site, false).await;
    let browser = own.browser.at(&loud.url);
    let letter = format!("/cases/{reference}/letter");
    let taking = op(&browser.get(&letter).await);
    browser.post(&letter, &[("op", &taking)]).await;
    assert!(browser.get(&letter).await.text("main").contains("单德明"));
    assert_eq!(browser.get(&format!("{letter}/audio")).await.status, StatusCode::OK);
    let (_, said) = recorder.last();
    let like = sounding_like(&NameReading::try_from("shàn dé míng".to_owned()).unwrap()).unwrap();
    assert!(said.contains(&like) && !said.contains("单德明"), "{like}: {said}");

    // And it can be unsaid.
    let none = browser.open(address).await.form().set("reading", "none");
    assert!(!browser.send(none).await.text("main").contains("shàn"));
}
