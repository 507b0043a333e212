//! What a second person confirms of a case: who is asked, what they say, and what waits for it (decision 19).
//!
//! Which confirmations a case needs is settled when it begins. Each has a paper that says the same: whoever has that
//! needs no second person. So a confirmation waits as that paper does: a case is not accepted without, one list of what
//! is missing stops the clock, and where its day passes unanswered the offices go on and grant nothing.

use serde::{Deserialize, Serialize};

use super::decide::{Happens, Work, said};
use super::{Case, Done, Event, Refusal, Sentence};
use crate::access::{Actor, Denied, PersonKey};
use crate::apply::Application;
use crate::calendar::{Date, Instant};
use crate::catalogue::{Asking, Catalogue, SecondPerson};
use crate::person::{PersonName, ResidentId, closed_list};
use crate::rule::{Facts, PolicyValues};

/// How long a code is good for, in days.
pub const CODE_DAYS: i64 = 7;

/// A confirmation that a case needs, as it was when the case began.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToConfirm {
    /// Its name in `confirmations.toml`; the words are `confirmation-…`.
    pub id: String,
    /// Who is asked.
    pub who: SecondPerson,
    /// The kind of paper that says the same.
    pub paper: String,
    /// What they are shown.
    pub shows: Vec<String>,
}

/// A confirmation of a case as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirming {
    /// What is confirmed.
    pub needs: ToConfirm,
    /// Whom whoever filed asked last, and how; nobody yet where there is none.
    pub asked: Option<Asked>,
    /// What was said, first to last; the last counts.
    pub answers: Vec<Done<Answered>>,
}

/// That somebody was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Who.
    pub whom: Second,
    /// How.
    pub way: AskWay,
    /// When.
    pub at: Instant,
    /// The event that says so: a code belongs to it.
    pub seq: i64,
}

/// A second person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Second {
    /// Their name.
    pub name: PersonName,
    /// What stands for them where conflicts of interest are looked for, if their number is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<PersonKey>,
    /// The last four signs of their number, if it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_four: Option<String>,
}

impl Second {
    /// The last four signs of a number.
    pub fn last_four_of(number: &ResidentId) -> String {
        let number = number.as_str();
        number
            .get(number.len().saturating_sub(4)..)
            .unwrap_or_default()
            .to_owned()
    }
}

closed_list! {
    /// How a second person is asked.
    AskWay {
        /// By a code, on a device of their own.
        Code = "code",
        /// They come to an office.
        Office = "office",
        /// They can neither: an office is asked to call or visit them and to record what they say.
        Statement = "statement",
    }
}

closed_list! {
    /// How a second person said what they say.
    ConfirmedHow {
        /// On a device of their own, with a code.
        Device = "device",
        /// At a window, with their card.
        Window = "window",
        /// An officer was at their home.
        Home = "home",
        /// An officer called them.
        Telephone = "telephone",
    }
}

/// What a second person said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// Of which confirmation.
    pub id: String,
    /// Who.
    pub who: Second,
    /// How.
    pub how: ConfirmedHow,
    /// Whether they confirm it.
    pub agreed: bool,
    /// Who was there with somebody who cannot sign.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub witness: Option<String>,
    /// Their reason, or what the officer put on record.
    pub sentence: Option<Sentence>,
}

impl ToConfirm {
    /// Those that a case of this application needs. Where the place only forwards it, the place of the hukou asks for
    /// what it needs.
    pub(super) fn of(
        application: &Application,
        service: &str,
        catalogue: &Catalogue,
        (facts, policy): (&Facts, &PolicyValues),
    ) -> Vec<Self> {
        let papers: Vec<&str> = application.evidence.iter().map(|paper| paper.kind.as_str()).collect();
        let asking = Asking {
            service,
            role: application.submitter.role,
            minor: application.subject.age_on(application.submitted_on) < 18,
            papers: &papers,
            facts,
            policy,
        };
        let asked = catalogue.confirmations.iter().filter(|known| known.is_asked(&asking));
        asked
            .map(|known| Self {
                id: known.id.clone(),
                who: known.who,
                paper: known.paper.clone(),
                shows: known.shows.clone(),
            })
            .collect()
    }
}

impl Confirming {
    /// One that nobody was asked for yet.
    pub(super) fn begun(needs: &ToConfirm) -> Self {
        Self {
            needs: needs.clone(),
            asked: None,
            answers: Vec::new(),
        }
    }

    /// The last answer.
    pub fn answer(&self) -> Option<&Done<Answered>> {
        self.answers.last()
    }

    /// Whether it is confirmed.
    pub fn agreed(&self) -> bool {
        self.answer().is_some_and(|answer| answer.what.agreed)
    }

    /// Whether they said no.
    pub fn refused(&self) -> bool {
        self.answer().is_some_and(|answer| !answer.what.agreed)
    }

    /// The last day of the code they were asked with.
    pub fn code_until(&self) -> Option<Date> {
        let asked = self.asked.as_ref().filter(|asked| asked.way == AskWay::Code)?;
        Some(asked.at.date().saturating_add(time::Duration::days(CODE_DAYS)))
    }
}

impl Case {
    /// A confirmation by its name.
    pub fn confirming(&self, id: &str) -> Option<&Confirming> {
        self.confirmations.iter().find(|confirming| confirming.needs.id == id)
    }

    /// Whether a confirmation still waits: nobody gave it and its paper is not there. A no outweighs a paper, until they
    /// themselves say yes.
    pub fn is_waited_for(&self, confirming: &Confirming) -> bool {
        !confirming.agreed() && (confirming.refused() || !self.has_paper(&confirming.needs.paper))
    }

    /// The confirmations that the case waits for.
    pub fn open_confirmations(&self) -> impl Iterator<Item = &Confirming> {
        self.confirmations
            .iter()
            .filter(|confirming| self.is_waited_for(confirming))
    }

    /// Whether a second person said what a paper would say.
    pub fn is_confirmed_instead(&self, paper: &str) -> bool {
        let mut confirmations = self.confirmations.iter();
        confirmations.any(|confirming| confirming.needs.paper == paper && confirming.agreed())
    }

    /// Who a second person is, as far as it is known.
    pub fn second_person(&self, confirming: &Confirming) -> Option<Second> {
        if confirming.needs.who.is_known() {
            let subject = &self.opened.subject;
            return Some(Second {
                name: subject.name.clone(),
                key: Some(subject.key.clone()),
                last_four: Some(Second::last_four_of(&subject.resident_id)),
            });
        }
        confirming.asked.as_ref().map(|asked| asked.whom.clone())
    }

    /// Everybody who was asked or answered, as far as their number is known.
    pub(super) fn second_keys(&self) -> impl Iterator<Item = &PersonKey> {
        self.confirmations.iter().flat_map(|confirming| {
            let asked = confirming.asked.iter().filter_map(|asked| asked.whom.key.as_ref());
            asked.chain(confirming.answers.iter().filter_map(|done| done.what.who.key.as_ref()))
        })
    }

    fn confirming_mut(&mut self, id: &str) -> Option<&mut Confirming> {
        self.confirmations
            .iter_mut()
            .find(|confirming| confirming.needs.id == id)
    }

    /// Folds what happened to a confirmation.
    pub(super) fn apply_confirmation(&mut self, recorded: &super::Recorded) {
        match &recorded.event {
            Event::ConfirmationAsked { id, whom, way } => {
                let asked = Asked {
                    whom: whom.clone(),
                    way: *way,
                    at: recorded.at,
                    seq: recorded.seq,
                };
                if let Some(confirming) = self.confirming_mut(id) {
                    confirming.asked = Some(asked);
                }
            }
            Event::ConfirmationGiven(answered) | Event::ConfirmationRefused(answered) => {
                let done = Done {
                    what: (**answered).clone(),
                    at: recorded.at,
                    by: recorded.by.clone(),
                };
                if let Some(confirming) = self.confirming_mut(&answered.id) {
                    confirming.answers.push(done);
                }
            }
            _ => {}
        }
    }
}

/// Why nothing goes on while a confirmation waits.
pub(super) fn waits(confirming: &Confirming) -> Refusal {
    let id = confirming.needs.id.clone();
    if confirming.refused() {
        Refusal::ConfirmationRefused { id }
    } else {
        Refusal::ConfirmationOpen { id }
    }
}

impl Work<'_> {
    /// Who filed asks for it, as often as they need to: another code makes the one before void.
    pub(super) fn ask_confirmation(&self, id: &str, whom: Option<&Second>, way: AskWay) -> Happens {
        let confirming = self.to_be_confirmed(id)?;
        if !self.case.is_waited_for(confirming) {
            return Err(Refusal::AlreadyConfirmed);
        }
        let known = if confirming.needs.who.is_known() {
            self.case.second_person(confirming)
        } else {
            whom.cloned()
        };
        let whom = known.ok_or(Refusal::SecondPersonMissing)?;
        self.is_somebody_else(confirming, &whom)?;
        Ok(vec![Event::ConfirmationAsked {
            id: id.to_owned(),
            whom,
            way,
        }])
    }

    /// On a device of their own.
    pub(super) fn confirm(&self, id: &str, agreed: bool, sentence: Option<&Sentence>) -> Happens {
        let confirming = self.to_be_confirmed(id)?;
        if !self.case.is_waited_for(confirming) {
            return Err(Refusal::AlreadyConfirmed);
        }
        let asked = confirming.asked.as_ref().filter(|asked| asked.way == AskWay::Code);
        let asked = asked.ok_or(Refusal::NotAsked)?;
        Ok(self.answered(
            confirming,
            Answered {
                id: id.to_owned(),
                who: asked.whom.clone(),
                how: ConfirmedHow::Device,
                agreed,
                witness: None,
                sentence: sentence.cloned(),
            },
        ))
    }

    /// What an officer heard them say. What they said before can be taken back, until the case is decided.
    pub(super) fn record_confirmation(&self, recorded: &Answered) -> Happens {
        let confirming = self.to_be_confirmed(&recorded.id)?;
        self.decided_here()?;
        if confirming.agreed() && recorded.agreed {
            return Err(Refusal::AlreadyConfirmed);
        }
        if recorded.how == ConfirmedHow::Device {
            return Err(Denied::ResidentOnly.into());
        }
        let who = if confirming.needs.who.is_known() {
            self.case.second_person(confirming)
        } else {
            Some(recorded.who.clone())
        };
        let who = who.ok_or(Refusal::SecondPersonMissing)?;
        self.is_somebody_else(confirming, &who)?;
        if let (Actor::Officer(officer), Some(key)) = (self.actor, &who.key)
            && let Some(denied) = officer.kin.relation(std::slice::from_ref(key))
        {
            return Err(denied.into());
        }
        Ok(self.answered(
            confirming,
            Answered {
                who,
                sentence: Some(said(recorded.sentence.as_ref())?),
                ..recorded.clone()
            },
        ))
    }

    /// Who put a confirmation on record makes no decision that rests on it.
    pub(super) fn recorded_no_confirmation(&self) -> Result<(), Refusal> {
        let mut answers = self
            .case
            .confirmations
            .iter()
            .flat_map(|confirming| &confirming.answers);
        match self.officer() {
            Some(officer) if answers.any(|done| done.by.officer() == Some(officer)) => Err(Refusal::CheckedBefore),
            _ => Ok(()),
        }
    }

    /// Nothing is granted in the name of somebody who did not say yes to it.
    pub(super) fn nothing_to_be_confirmed(&self) -> Result<(), Refusal> {
        match self.case.open_confirmations().next() {
            Some(confirming) => Err(waits(confirming)),
            None => Ok(()),
        }
    }

    fn to_be_confirmed(&self, id: &str) -> Result<&Confirming, Refusal> {
        self.open()?;
        self.nothing_unsigned()?;
        self.case.confirming(id).ok_or(Refusal::NothingToConfirm)
    }

    /// Nobody confirms what they filed, and a person who has somebody else asked is not that somebody. Who has the same
    /// name is told apart by the number.
    fn is_somebody_else(&self, confirming: &Confirming, second: &Second) -> Result<(), Refusal> {
        let opened = &self.case.opened;
        let same = |name: &PersonName, key: Option<&PersonKey>| match (key, &second.key) {
            (Some(key), Some(second)) => key == second,
            _ => *name == second.name,
        };
        let filer = opened.submitter.name.as_ref();
        let is_filer = filer.is_some_and(|name| same(name, opened.submitter.key.as_ref()));
        let is_person = !confirming.needs.who.is_known() && same(&opened.subject.name, Some(&opened.subject.key));
        if is_filer || is_person {
            return Err(Refusal::OwnConfirmation);
        }
        Ok(())
    }

    /// What they said; and where that is the last thing of a list of what is missing, the list is answered.
    fn answered(&self, confirming: &Confirming, answered: Answered) -> Vec<Event> {
        let answered = Box::new(answered);
        if !answered.agreed {
            return vec![Event::ConfirmationRefused(answered)];
        }
        let paper = &confirming.needs.paper;
        let there = |kind: &String| kind == paper || self.case.has_paper(kind);
        let list = self.case.open_list().filter(|list| list.papers.iter().all(there));
        let supplied = list.map(|list| Event::PapersSupplied {
            list: list.number,
            papers: Vec::new(),
        });
        std::iter::once(Event::ConfirmationGiven(answered))
            .chain(supplied)
            .collect()
    }
}
