//! A draft that was begun under other questions, words and amounts than those of today.

#![expect(
    clippy::unwrap_used,
    reason = "helpers of tests: what cannot be read has failed the test"
)]

mod shipped;

use std::convert::Infallible;

use zhida::apply::{
    Answer, Answers, CertificateAnswer, ConsentTo, Course, Draft, LivingPlace, News, PageAnswer, PageId, PersonAnswer,
    Present, ResidenceAnswer, course,
};
use zhida::calendar::{Date, Month, parse_date};
use zhida::catalogue::Catalogue;
use zhida::money::Fen;
use zhida::person::{CertificateNumber, PersonName, ResidentId};
use zhida::place::DivisionCode;
use zhida::policy::PolicyBook;
use zhida::rule::Value;

const COUNTY: &str = "430626";
const WORDS: &str = "words";

fn today() -> Date {
    parse_date("2025-06-18").unwrap()
}

fn present<'c>(catalogue: &'c Catalogue, book: &'c PolicyBook, consents: &'c str) -> Present<'c> {
    Present {
        catalogue,
        book,
        consents,
        on: today(),
    }
}

/// The shipped services with a change to what a file says.
fn changed(path: &str, from: &str, to: &str) -> Catalogue {
    let mut files = shipped::files();
    let file = files.iter_mut().find(|file| file.path == path).unwrap();
    assert!(file.text.contains(from), "{path} says {from}");
    file.text = file.text.replacen(from, to, 1);
    Catalogue::load(&files).unwrap()
}

/// All that the living subsidy asks of S01, who has agreed to messages.
fn draft(catalogue: &Catalogue) -> Draft {
    let resident_id = ResidentId::parse("430626198808089988").unwrap();
    let number = CertificateNumber::parse("43062619880808998841").unwrap();
    let mut answers = Answers::default();
    answers.set("hukou", Answer::County(DivisionCode::parse(COUNTY).unwrap()));
    answers.set("aid_status", Answer::Choice("dibao".to_owned()));
    answers.set("certificate_status", Answer::Choice("valid".to_owned()));
    answers.set("other_benefits", Answer::Flags(Vec::new()));
    answers.set("welfare_living", Answer::NotReceived);
    let mut draft = Draft::default();
    draft.services = vec!["living_subsidy".to_owned()];
    draft.person = Some(PersonAnswer {
        name: PersonName::parse("李春燕").unwrap(),
        resident_id,
    });
    draft.certificate = Some(CertificateAnswer::Number(number));
    draft.residence = Some(ResidenceAnswer {
        place: LivingPlace::AtHukou,
        address: String::new(),
    });
    draft.carry_over(answers);
    draft.save(&PageId::Consents, PageAnswer::Consents(vec![ConsentTo::Messages]));
    draft.note(&present(catalogue, &catalogue.shipped, WORDS));
    draft
}

fn look<'c>(draft: &Draft, now: &Present<'c>) -> Course<'c> {
    course(now.catalogue, now.book, draft, None, now.on).unwrap()
}

fn news<'c>(draft: &Draft, now: &Present<'c>) -> News<'c> {
    let looked: Result<News<'c>, Infallible> = draft.news(now, |_| None, || Ok(look(draft, now)));
    looked.unwrap()
}

/// The book in which a county pays another living subsidy from this month on.
fn paying(catalogue: &Catalogue, amount: Fen) -> PolicyBook {
    let mut book = catalogue.shipped.clone();
    let county = DivisionCode::parse(COUNTY).unwrap();
    let key = catalogue.vocabulary.policy_named("living_monthly").unwrap();
    let mut entry = book.find(key, county, Month::of(today())).unwrap().entry.clone();
    (entry.division, entry.value, entry.from) = (county, Value::Fen(amount.0), Month::of(today()));
    book.insert(entry);
    book
}

#[test]
fn nothing_is_new_where_nothing_was_changed() {
    let catalogue = shipped::catalogue();
    let draft = draft(&catalogue);
    assert!(news(&draft, &present(&catalogue, &catalogue.shipped, WORDS)).is_empty());
    let kept = serde_json::to_string(&draft).unwrap();
    assert_eq!(serde_json::from_str::<Draft>(&kept).unwrap(), draft);
}

#[test]
fn a_question_that_became_another_is_asked_again_with_its_answer_filled_in() {
    let catalogue = shipped::catalogue();
    let page = PageId::Question("aid_status".to_owned());
    let option = "[[page.option]]\nid = \"dibao\"";
    for (from, to) in [
        ("id = \"aid_status\"\n", "id = \"aid_status\"\nrevision = 1\n"),
        (
            option,
            "[[page.option]]\nid = \"other\"\nset = { \"household.aid_status\" = \"none\" }\n\n[[page.option]]\nid = \"dibao\"",
        ),
    ] {
        let mut draft = draft(&catalogue);
        let now = changed("pages.toml", from, to);
        let now = present(&now, &now.shipped, WORDS);
        assert_eq!(news(&draft, &now).questions, ["aid_status"]);

        draft.renew(&now);
        assert!(news(&draft, &now).is_empty(), "told once");
        assert!(draft.is_asked_again(&page));
        let seen = look(&draft, &now);
        assert!(
            seen.questions.iter().all(|asked| asked.id != "aid_status"),
            "it does not stand"
        );
        assert!(seen.pages.contains(&page), "it is asked");
        let answer = draft.answer(&page).unwrap();
        assert_eq!(
            answer,
            PageAnswer::Question("aid_status".to_owned(), Answer::Choice("dibao".to_owned()))
        );

        draft.save(&page, answer);
        draft.note(&now);
        assert!(
            look(&draft, &now)
                .questions
                .iter()
                .any(|asked| asked.id == "aid_status")
        );
        assert!(news(&draft, &now).is_empty());
    }
}

#[test]
fn other_limits_or_rules_make_no_other_question() {
    let catalogue = shipped::catalogue();
    let draft = draft(&catalogue);
    let now = changed(
        "pages.toml",
        "facts = [\"household.aid_status\"]\nunknown = true",
        "facts = [\"household.aid_status\"]",
    );
    assert!(news(&draft, &present(&now, &now.shipped, WORDS)).questions.is_empty());
}

#[test]
fn what_was_agreed_to_in_other_words_is_asked_again() {
    let catalogue = shipped::catalogue();
    let mut draft = draft(&catalogue);
    let now = present(&catalogue, &catalogue.shipped, "other words");
    assert!(news(&draft, &now).consents);
    draft.renew(&now);
    assert!(news(&draft, &now).is_empty(), "told once");
    assert!(draft.is_asked_again(&PageId::Consents));
    assert!(draft.answer(&PageId::Consents).is_some(), "as it was ticked");
    draft.save(&PageId::Consents, PageAnswer::Consents(Vec::new()));
    draft.note(&now);
    assert!(!draft.is_asked_again(&PageId::Consents) && news(&draft, &now).is_empty());
}

#[test]
fn another_amount_by_the_same_answers_is_told_until_it_was_read() {
    let catalogue = shipped::catalogue();
    let mut draft = draft(&catalogue);
    let before = look(&draft, &present(&catalogue, &catalogue.shipped, WORDS)).assessments[0]
        .1
        .monthly
        .unwrap();
    let raised = Fen(before.0 + 1000);
    let book = paying(&catalogue, raised);
    let now = present(&catalogue, &book, WORDS);
    let amounts = news(&draft, &now).amounts;
    assert_eq!(amounts.len(), 1);
    assert_eq!((amounts[0].then, amounts[0].now), (Some(before), Some(raised)));

    // Another save meanwhile does not pass it over.
    draft.save(&PageId::Access, PageAnswer::Access(Vec::new()));
    draft.note(&now);
    assert_eq!(news(&draft, &now).amounts.len(), 1);
    draft.renew(&now);
    assert!(news(&draft, &now).is_empty());
}

#[test]
fn another_county_is_no_change_of_what_is_paid() {
    let catalogue = shipped::catalogue();
    let mut draft = draft(&catalogue);
    let book = paying(&catalogue, Fen(9900));
    let now = present(&catalogue, &book, WORDS);
    let elsewhere = DivisionCode::parse("430407").unwrap();
    draft.save(&PageId::Hukou, PageAnswer::Hukou(zhida::apply::Hukou::In(elsewhere)));
    draft.note(&now);
    assert!(news(&draft, &now).is_empty());
}
