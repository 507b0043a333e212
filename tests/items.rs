//! Which thing a person gets: what an officer may put before them, and what they may choose of it.

mod cases;

use cases::{
    Story, accepts, chooses, grants, held, offers, officer, public, refuses, reviewer, subject, township_officer,
    words, world,
};
use serde_json::json;
use zhida::access::{Actor, Role};
use zhida::casework::{ChoiceTold, Command, ItemChoice, Opinion, Phase, Refusal};

const COUNTY: &str = "430626";
const FOUND: &str = "other.device_fitting";
const GROUND: &str = "CERTIFICATE_VALID";

fn review(opinion: Opinion) -> Command {
    Command::Review {
        opinion,
        sentence: words("到家里看过。"),
    }
}

fn fitter() -> Actor {
    Actor::Officer(officer("fitter", Role::FederationReviewer, COUNTY))
}

/// At the stage that assesses, where this was found.
fn assessed(found: Option<&str>) -> Story {
    let mut story = world().story("S01", "assistive_device");
    let township = township_officer(story.case.opened.place.township.as_str());
    story.then(&township, &accepts());
    story.then(&township, &review(Opinion::Meets));
    if let Some(found) = found {
        let records = Command::Correct {
            fact: FOUND.to_owned(),
            assessment: Box::new(world().assessed(&story.case, &[(FOUND, json!(found))])),
            new: Some(held(json!(found))),
            sentence: words("到家里看过。"),
        };
        story.then(&fitter(), &records);
    }
    story
}

#[test]
fn one_to_three_things_of_the_service_are_offered_each_once_and_with_a_reason() {
    let mut story = assessed(Some("needed"));
    let four = ["wc_basic", "wc_flex", "wc_high", "shower"];
    for wrong in [&[][..], &four, &["rocket"], &["wc_basic", "wc_basic"]] {
        assert_eq!(
            story.tries(&fitter(), &offers(wrong)),
            Err(Refusal::OfferWrong),
            "{wrong:?}"
        );
    }
    let silent = Command::OfferItems {
        items: vec!["wc_basic".to_owned()],
        sentence: None,
    };
    assert_eq!(story.tries(&fitter(), &silent), Err(Refusal::SentenceMissing));
    for right in [1, 2, 3] {
        story.then(&fitter(), &offers(&four[..right]));
        assert_eq!(
            story.case.offer.as_ref().map(|offer| offer.items.len()),
            Some(right),
            "a new offer replaces the old"
        );
    }
    assert_eq!(story.tries(&fitter(), &offers(&four[..3])), Err(Refusal::SameValue));
}

#[test]
fn only_who_assesses_offers_and_only_what_can_be_given() {
    let offer = offers(&["wc_basic"]);
    assert_eq!(assessed(None).tries(&fitter(), &offer), Err(Refusal::NotAssessed));
    assert_eq!(
        assessed(Some("not_needed")).tries(&fitter(), &offer),
        Err(Refusal::NotGrantable)
    );
    let mut early = world().story("S01", "assistive_device");
    let township = township_officer(early.case.opened.place.township.as_str());
    early.then(&township, &accepts());
    assert_eq!(early.tries(&township, &offer), Err(Refusal::NotAnOfferingStage));
    let mut money = world().story("S01", "living_subsidy");
    let township = township_officer(money.case.opened.place.township.as_str());
    money.then(&township, &accepts());
    assert_eq!(money.tries(&township, &offer), Err(Refusal::NotAnOfferingStage));
}

#[test]
fn nothing_is_passed_on_as_meeting_the_conditions_without_an_offer() {
    let mut story = assessed(Some("needed"));
    assert_eq!(
        story.tries(&fitter(), &review(Opinion::Meets)),
        Err(Refusal::NothingOffered)
    );
    assert!(story.tries(&fitter(), &review(Opinion::Doubtful)).is_ok());
    story.then(&fitter(), &offers(&["wc_basic", "wc_flex"]));
    assert!(story.tries(&fitter(), &review(Opinion::Meets)).is_ok());
    // Where nothing will be given, nothing is offered.
    let mut lost = assessed(Some("not_needed"));
    lost.then(&fitter(), &review(Opinion::Fails));
    let refused = lost.tries(&reviewer(COUNTY), &refuses(&["FITTING_FOUND_NO_NEED"]));
    assert!(refused.is_ok(), "a refusal waits for no choice: {refused:?}");
}

#[test]
fn whoever_chooses_by_themselves_says_it_to_nobody() {
    let mut story = assessed(Some("needed"));
    story.then(&fitter(), &offers(&["wc_basic", "wc_flex"]));
    let online = Command::ChooseItem(ItemChoice {
        item: "wc_flex".to_owned(),
        told: ChoiceTold::Online,
    });
    assert_eq!(story.tries(&fitter(), &online), Err(Refusal::ItemToldOtherwise));
    assert_eq!(
        story.tries(&subject(), &chooses("wc_flex")),
        Err(Refusal::ItemToldOtherwise)
    );
    assert!(matches!(story.tries(&public(), &online), Err(Refusal::Denied(_))));
    story.then(&subject(), &online);
    // What an officer writes down later takes its place.
    story.then(&fitter(), &chooses("wc_basic"));
    let told = story.case.chosen_item.as_ref().map(|choice| choice.told);
    assert_eq!(told, Some(ChoiceTold::Phone));
}

#[test]
fn the_person_chooses_one_of_them_as_often_as_they_like_until_it_is_decided() {
    let mut story = assessed(Some("needed"));
    assert_eq!(
        story.tries(&fitter(), &chooses("wc_basic")),
        Err(Refusal::NothingToChoose)
    );
    story.then(&fitter(), &offers(&["wc_basic", "wc_flex"]));
    assert_eq!(
        story.tries(&fitter(), &chooses("wc_high")),
        Err(Refusal::ItemNotOffered)
    );
    story.then(&fitter(), &chooses("wc_basic"));
    assert_eq!(story.tries(&fitter(), &chooses("wc_basic")), Err(Refusal::SameValue));
    let at_home = Command::ChooseItem(ItemChoice {
        item: "wc_basic".to_owned(),
        told: ChoiceTold::Home,
    });
    assert!(
        story.tries(&fitter(), &at_home).is_ok(),
        "how they said so is worth keeping"
    );
    assert_eq!(
        story.tries(&fitter(), &offers(&["wc_high"])),
        Err(Refusal::ItemChosenBefore),
        "what they chose is not taken from them"
    );
    story.then(&fitter(), &review(Opinion::Meets));
    let decider = reviewer(COUNTY);
    story.then(&decider, &chooses("wc_flex"));
    story.then(&decider, &grants(&[GROUND]));
    assert_eq!(story.case.phase, Phase::Closed);
    assert_eq!(
        story.case.chosen_item.as_ref().map(|chosen| chosen.item.as_str()),
        Some("wc_flex")
    );
    assert!(story.tries(&decider, &chooses("wc_basic")).is_err(), "it is decided");
}
