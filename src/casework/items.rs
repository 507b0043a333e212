//! Which thing a person gets: the officer of a stage that offers names one to three, and the person chooses.

use serde::{Deserialize, Serialize};

use super::decide::{Happens, Work, said};
use super::{Case, Event, Refusal, Sentence};
use crate::access::Actor;
use crate::assess::Outcome;
use crate::catalogue::Service;
use crate::person::closed_list;

/// The most things that are offered at once: more is a catalogue, not advice.
pub const MOST_OFFERED: usize = 3;

/// What is offered to the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemOffer {
    /// Ids of the service's `items.toml`, one to three, each once.
    pub items: Vec<String>,
    /// Why these: the person reads it.
    pub sentence: Sentence,
}

/// What the person chose of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemChoice {
    /// The id of the thing.
    pub item: String,
    /// How they said so.
    pub told: ChoiceTold,
}

closed_list! {
    /// How somebody said which thing they choose: by themselves, or to an officer who wrote it down.
    ChoiceTold {
        /// At the window.
        Window = "window",
        /// On the telephone.
        Phone = "phone",
        /// At home.
        Home = "home",
        /// On the page of the case, by themselves.
        Online = "online",
    }
}

impl Case {
    /// Whether a thing is still to be chosen before this can be granted: a stage of the service offers things.
    pub fn waits_for_choice(&self, service: &Service) -> bool {
        self.chosen_item.is_none() && service.stages.iter().any(|stage| stage.offers)
    }

    /// Whether the stage worked on offers things.
    fn offers_here(&self, service: &Service) -> bool {
        let here = self.stage().map(|stage| &stage.id);
        let mut stages = service.stages.iter();
        stages.any(|stage| stage.offers && Some(&stage.id) == here)
    }
}

impl Work<'_> {
    pub(super) fn offer_items(&self, items: &[String], sentence: Option<&Sentence>) -> Happens {
        self.in_hand()?;
        self.decided_here()?;
        let service = self.setting.service;
        let (Some(stage), true) = (self.case.stage(), self.case.offers_here(service)) else {
            return Err(Refusal::NotAnOfferingStage);
        };
        self.may_review()?;
        self.accepted()?;
        self.is_assessed_by(stage)?;
        if self.case.assessment.outcome == Outcome::Ineligible {
            return Err(Refusal::NotGrantable);
        }
        if self.case.chosen_item.is_some() {
            return Err(Refusal::ItemChosenBefore);
        }
        let things = service.items.as_ref();
        let of_service = |id: &String| things.is_some_and(|things| things.item(id).is_some());
        let once = |(place, id): (usize, &String)| !items.iter().take(place).any(|before| before == id);
        let fits = !items.is_empty() && items.len() <= MOST_OFFERED;
        if !fits || !items.iter().all(of_service) || !items.iter().enumerate().all(once) {
            return Err(Refusal::OfferWrong);
        }
        let offer = ItemOffer {
            items: items.to_vec(),
            sentence: said(sentence)?,
        };
        if self.case.offer.as_ref() == Some(&offer) {
            return Err(Refusal::SameValue);
        }
        Ok(vec![Event::ItemsOffered(offer)])
    }

    /// Until the decision the person may change their mind.
    pub(super) fn choose_item(&self, choice: &ItemChoice) -> Happens {
        self.open()?;
        self.nothing_unsigned()?;
        let offer = self.case.offer.as_ref().ok_or(Refusal::NothingToChoose)?;
        if !offer.items.contains(&choice.item) {
            return Err(Refusal::ItemNotOffered);
        }
        let online = choice.told == ChoiceTold::Online;
        if online != matches!(self.actor, Actor::Resident(_)) {
            return Err(Refusal::ItemToldOtherwise);
        }
        if self.case.chosen_item.as_ref() == Some(choice) {
            return Err(Refusal::SameValue);
        }
        Ok(vec![Event::ItemChosen(choice.clone())])
    }

    /// A stage that offers things passes on with "meets" what it has offered something for, unless nothing will be given.
    pub(super) fn has_offered(&self) -> Result<(), Refusal> {
        let lost = self.case.assessment.outcome == Outcome::Ineligible;
        if self.case.offers_here(self.setting.service) && self.case.offer.is_none() && !lost {
            return Err(Refusal::NothingOffered);
        }
        Ok(())
    }
}
