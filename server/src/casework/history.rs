//! What happened to a case, event by event, as pages tell it.

use zhida::access::{By, OfficerId, Role};
use zhida::apply::LetterForm;
use zhida::casework::{Answered, Case, Event, Recorded, Sentence};
use zhida_app::cases::letter_forms;
use zhida_app::casework::as_it_is;
use zhida_app::casework::command::note_name;
use zhida_app::casework::history::Entry;
use zhida_app::text::{Name, Phrase, Said};

use super::desk::Desk;
use super::people::People;
use super::{confirmation, contact, payment, words};
use crate::catalogue::words::of;

/// Everybody who is named in events.
pub(super) fn officers(events: &[Recorded]) -> impl Iterator<Item = OfficerId> {
    events.iter().flat_map(|recorded| {
        let to = match &recorded.event {
            Event::Reassigned { to } => Some(to.clone()),
            _ => None,
        };
        let of = recorded.by.instead_of().cloned();
        recorded.by.officer().cloned().into_iter().chain(of).chain(to)
    })
}

/// An event as a stop of the line.
pub(super) fn entry(desk: &Desk, people: &People, case: &Case, recorded: &Recorded) -> Entry {
    let Told {
        what,
        details,
        sentence,
    } = told(desk, people, case, recorded);
    // Whoever objects to a public notice is not the person it is about, nor is who confirms a part whoever filed.
    let by = match (&recorded.event, &recorded.by) {
        (Event::ConfirmationGiven(answered) | Event::ConfirmationRefused(answered), By::Resident { .. }) => {
            Phrase::new("casework-by-second").with("name", Said::Name(Name::only(answered.who.name.as_str())))
        }
        (Event::ObjectionMade { .. }, By::Resident { .. }) => Phrase::new("casework-by-objector"),
        (_, by) => people.by(by),
    };
    Entry {
        what,
        at: recorded.at,
        by: Some(by),
        details,
        sentence,
    }
}

struct Told {
    what: Phrase,
    details: Vec<Phrase>,
    sentence: Option<String>,
}

impl Told {
    fn of(id: &str) -> Self {
        Self {
            what: Phrase::new(id),
            details: Vec::new(),
            sentence: None,
        }
    }

    fn with(mut self, detail: Phrase) -> Self {
        self.details.push(detail);
        self
    }

    fn all(mut self, details: impl Iterator<Item = Phrase>) -> Self {
        self.details.extend(details);
        self
    }

    fn saying(mut self, sentence: Option<&Sentence>) -> Self {
        self.sentence = sentence.map(|sentence| sentence.as_str().to_owned());
        self
    }
}

fn told(desk: &Desk, people: &People, case: &Case, recorded: &Recorded) -> Told {
    let objects = case.opened.terms.contest_office.is_some();
    let event = &recorded.event;
    let papers = |kinds: &[String]| -> Vec<Phrase> { kinds.iter().map(|kind| of("evidence", kind)).collect() };
    match event {
        Event::Submitted(_) => Told::of("casework-event-submitted"),
        Event::Claimed => Told::of("casework-event-claimed"),
        Event::Released => Told::of("casework-event-released"),
        Event::Reassigned { to } => {
            let to = as_it_is(Name::only(people.name(to)));
            Told::of("casework-event-reassigned").with(to)
        }
        Event::IdentityConfirmed { how, filer } => Told::of("casework-event-identity-confirmed")
            .with(words::identity(*how))
            .all(filer.map(words::filer).into_iter()),
        Event::Accepted { .. } => Told::of("casework-event-accepted"),
        Event::PapersRequested {
            list,
            papers: kinds,
            until,
            sentence,
        } => asked_again(people, *list, &recorded.by)
            .all(papers(kinds).into_iter())
            .with(Phrase::new("casework-until").with("day", Said::Day(*until)))
            .saying(sentence.as_ref()),
        Event::PapersSupplied { papers: given, .. } => {
            Told::of("casework-event-papers-supplied").all(given.iter().map(|paper| of("evidence", &paper.kind)))
        }
        Event::PaperScanned { paper, .. } => Told::of("casework-event-paper-scanned").with(of("evidence", paper)),
        Event::AccountRecorded { payment: to } => Told::of("casework-event-account-recorded").all(payment::words(to)),
        Event::ConfirmationAsked { id, whom, way } => Told::of("casework-event-confirmation-asked")
            .with(confirmation::what(id, &whom.name))
            .with(confirmation::way(*way)),
        Event::ConfirmationGiven(answered) => confirmed("casework-event-confirmation-given", answered),
        Event::ConfirmationRefused(answered) => confirmed("casework-event-confirmation-refused", answered),
        Event::Returned { to, sentence } => Told::of("casework-event-returned")
            .with(words::stage(to))
            .saying(Some(sentence)),
        Event::Forwarded(receipt) => {
            let office = Name::only(receipt.office.as_str());
            let told = Told::of("casework-event-forwarded").with(match receipt.number.as_str() {
                "" => as_it_is(office),
                number => Phrase::new("casework-receipt")
                    .with("office", Said::Name(office))
                    .with("number", Said::Name(Name::only(number))),
            });
            told.all(receipt.by.into_iter().map(|by| {
                Phrase::new("casework-hukou-by-told").with("source", Said::Words(Box::new(words::source(by))))
            }))
        }
        Event::ReceiptRecorded { number } => {
            Told::of("casework-event-receipt-recorded").with(as_it_is(Name::only(number.as_str())))
        }
        Event::ItemsOffered(offer) => Told::of("casework-event-items-offered")
            .all(offer.items.iter().map(|item| of("item", item)))
            .saying(Some(&offer.sentence)),
        Event::ItemChosen(choice) => Told::of("casework-event-item-chosen")
            .with(of("item", &choice.item))
            .with(words::choice_told(choice.told)),
        Event::LawyerAssigned(lawyer) => Told::of("casework-event-lawyer")
            .with(as_it_is(Name::only(lawyer.name.as_str())))
            .with(as_it_is(Name::only(lawyer.firm.as_str()))),
        Event::Reviewed(finding) => Told::of("casework-event-reviewed")
            .with(words::stage(&finding.stage))
            .with(words::opinion(finding.opinion))
            .saying(Some(&finding.sentence)),
        Event::Decided { decision, needs_second } => {
            let told = Told::of(if *needs_second {
                "casework-event-decided-unsigned"
            } else {
                "casework-event-decided"
            });
            told.with(words::verdict(&decision.verdict))
                .all(decision.reasons.iter().map(|reason| words::ground(decision, reason)))
                .saying(Some(&decision.sentence))
        }
        Event::SignedSecond => Told::of("casework-event-signed-second"),
        Event::SignatureDeclined { sentence } => Told::of("casework-event-signature-declined").saying(Some(sentence)),
        Event::NoticeOpened { until } => {
            Told::of("casework-event-notice-opened").with(Phrase::new("casework-until").with("day", Said::Day(*until)))
        }
        Event::NoticeEnded => Told::of("casework-event-notice-ended"),
        Event::ObjectionMade { sentence, .. } => Told::of("casework-event-objection-made").saying(Some(sentence)),
        Event::ObjectionDecided { upheld, sentence, .. } => {
            let answer = Phrase::new(if *upheld {
                "casework-objection-yes"
            } else {
                "casework-objection-no"
            });
            Told::of("casework-event-objection-decided")
                .with(answer)
                .saying(Some(sentence))
        }
        Event::Awarded(award) => {
            let pays = Phrase::new("casework-decision-grant")
                .with("monthly", Said::Money(award.monthly))
                .with("from", Said::Month(award.from));
            Told::of("casework-event-awarded").with(pays)
        }
        Event::AwardedInKind(_) => Told::of("casework-event-awarded-in-kind"),
        Event::LetterServed { letter, on, way, notes } => Told::of("casework-event-letter-served")
            .with(words::letter(*letter))
            .with(words::way(*way))
            .all(notes.iter().map(|(note, says)| {
                Phrase::new("casework-served-note")
                    .with("note", Said::Words(Box::new(note_name(*note))))
                    .with("says", Said::Name(Name::only(says.as_str())))
            }))
            .with(Phrase::new("casework-day").with("day", Said::Day(*on))),
        Event::Contested { sentence } if objects => Told::of("casework-event-objected").saying(Some(sentence)),
        Event::Reconsidered { outcome, sentence } if objects => Told::of("casework-event-objection-answered")
            .with(words::answered(outcome.result))
            .with(Phrase::new("casework-day").with("day", Said::Day(outcome.on)))
            .with(as_it_is(Name::only(outcome.number.as_str())))
            .saying(Some(sentence)),
        Event::Contested { sentence } => Told::of("casework-event-contested").saying(Some(sentence)),
        Event::AwardEnded { .. }
        | Event::ContestPassedOn { .. }
        | Event::ContestTakenUp(_)
        | Event::ContestReplied { .. }
        | Event::ContestExtended { .. }
        | Event::ReconsiderationDrafted { .. }
        | Event::Reconsidered { .. } => about_a_contest(event),
        Event::OverlapChosen { choice } => {
            Told::of("casework-event-overlap-chosen").with(super::sections::chosen(Some(*choice)))
        }
        Event::HoldLifted { .. } => Told::of("casework-event-hold-lifted"),
        Event::ConsentsChanged { changes, sentence } => Told::of("casework-event-consents")
            .all(changes.iter().map(|(to, given)| contact::consent(*to, *given)))
            .saying(sentence.as_ref()),
        Event::LetterFormsChosen { forms, sentence } => Told::of("casework-event-letter-forms")
            .all(letter_forms(forms))
            .saying(sentence.as_ref()),
        Event::Withdrawn { sentence } => Told::of("casework-event-withdrawn").saying(sentence.as_ref()),
        Event::Revealed { field, reason } => {
            let fields = field.split(',').filter_map(super::reveal::what_named);
            Told::of("casework-event-revealed")
                .all(fields.map(super::reveal::name))
                .saying(Some(reason))
        }
        Event::DocumentViewed { .. } => Told::of("casework-event-document-viewed"),
        Event::Noted { sentence } => Told::of("casework-event-noted").saying(Some(sentence)),
        Event::Corrected { .. } | Event::FactDisputed { .. } => about_a_fact(desk, event),
    }
}

/// What a second person said, how, and who was there.
fn confirmed(event: &str, answered: &Answered) -> Told {
    let witness = answered.witness.as_deref();
    Told::of(event)
        .with(confirmation::what(&answered.id, &answered.who.name))
        .with(confirmation::how(answered.how))
        .all(
            witness
                .into_iter()
                .map(|witness| Phrase::new("casework-confirm-witnessed").with("name", Said::Name(Name::only(witness)))),
        )
        .saying(answered.sentence.as_ref())
}

/// That papers are asked for: the first time, or again, and then who allowed it.
fn asked_again(people: &People, list: u32, by: &By) -> Told {
    if list < 2 {
        return Told::of("casework-event-papers-requested");
    }
    let what = Phrase::new("casework-event-papers-requested-again").with("turn", Said::Count(list.into()));
    let supervisor = matches!(by, By::Officer { post, .. } if post.role == Role::Supervisor);
    let allowed = if supervisor {
        Phrase::new("casework-papers-allowed-by").with("who", Said::Words(Box::new(people.by(by))))
    } else {
        Phrase::new("casework-papers-same-again")
    };
    Told {
        what,
        details: vec![allowed],
        sentence: None,
    }
}

/// A step of a reconsideration, and what it brought.
fn about_a_contest(event: &Event) -> Told {
    let day = |day: zhida::calendar::Date| Phrase::new("casework-day").with("day", Said::Day(day));
    let number = |number: &str| as_it_is(Name::only(number));
    match event {
        Event::ContestPassedOn { on, number: receipt } => Told::of("casework-event-contest-passed-on")
            .with(day(*on))
            .with(number(receipt)),
        Event::ContestTakenUp(taken) => {
            let how = Phrase::new(if taken.simple {
                "casework-contest-simple"
            } else {
                "casework-contest-ordinary"
            });
            Told::of("casework-event-contest-taken-up")
                .with(day(taken.on))
                .with(number(&taken.number))
                .with(how)
        }
        Event::ContestReplied { on } => Told::of("casework-event-contest-replied").with(day(*on)),
        Event::ContestExtended { until } => Told::of("casework-event-contest-extended")
            .with(Phrase::new("casework-until").with("day", Said::Day(*until))),
        Event::ReconsiderationDrafted { outcome, sentence } => Told::of("casework-event-reconsideration-drafted")
            .all(outcome.pays.map(words::changed_to).into_iter())
            .with(words::reconsidered(outcome.result))
            .with(day(outcome.on))
            .with(number(&outcome.number))
            .saying(Some(sentence)),
        Event::Reconsidered { outcome, sentence } => Told::of("casework-event-reconsidered")
            .with(words::reconsidered(outcome.result))
            .with(day(outcome.on))
            .with(number(&outcome.number))
            .saying(Some(sentence)),
        Event::AwardEnded { last } => {
            let last = Phrase::new("casework-award-last").with("month", Said::Month(*last));
            Told::of("casework-event-award-ended").with(last)
        }
        _ => Told::of("casework-event-noted"),
    }
}

/// What was held before and what is held now.
fn about_a_fact(desk: &Desk, event: &Event) -> Told {
    let vocabulary = &desk.portal().catalogue.vocabulary;
    let value = |fact: &str, json: Option<&serde_json::Value>| match json {
        Some(json) => words::value(desk.visitor.text(), vocabulary, fact, json),
        None => Phrase::new("casework-unknown"),
    };
    let change = |fact: &str, old: Option<&serde_json::Value>, new: Option<&serde_json::Value>| {
        Phrase::new("casework-change")
            .with("fact", Said::Words(Box::new(of("fact", fact))))
            .with("old", Said::Words(Box::new(value(fact, old))))
            .with("new", Said::Words(Box::new(value(fact, new))))
    };
    match event {
        Event::Corrected {
            fact,
            old,
            new,
            sentence,
            ..
        } => {
            let [old, new] = [old, new].map(|held| held.as_ref().map(|held| &held.value));
            Told::of("casework-event-corrected")
                .with(change(fact, old, new))
                .saying(sentence.as_ref())
        }
        Event::FactDisputed { fact, held, stated } => {
            Told::of("casework-event-fact-disputed").with(change(fact, Some(held), Some(stated)))
        }
        _ => Told::of("casework-event-noted"),
    }
}

/// Forms of letters, or that they come as letters usually do.
fn letter_forms(forms: &[LetterForm]) -> std::vec::IntoIter<Phrase> {
    let mut names: Vec<Phrase> = forms
        .iter()
        .map(|form| Phrase::new(letter_forms::name(*form)))
        .collect();
    if names.is_empty() {
        names.push(Phrase::new("letter-forms-usual"));
    }
    names.into_iter()
}
