//! What a second person confirms, at the offices: for whom a case waits, and what an officer puts on record.

use zhida::casework::{Answered, AskWay, Case, Command, ConfirmedHow, Confirming, Second};
use zhida::person::{PersonName, ResidentId};
use zhida_app::account::problem as mistyped;
use zhida_app::casework::command::{Ask, field};
use zhida_app::question::{Answer, Problem, too_long};
use zhida_app::text::{Name, Phrase, Said};

use super::desk::Desk;
use super::read::{Form, LONGEST_NOTE, Read, both, problem};
use crate::catalogue::words::of;
use crate::confirmation::{paper, who};
use crate::store::casework::person_key;

/// What the form asks; nothing where the case needs nobody else.
pub(super) fn asked(case: &Case) -> Option<Ask> {
    let confirmations = &case.confirmations;
    let of = confirmations.iter().map(|confirming| Answer {
        value: confirming.needs.id.clone(),
        label: of("confirmation", &confirming.needs.id),
        hint: Some(who(case, confirming)),
    });
    let named = |confirming: &Confirming| !confirming.needs.who.is_known();
    (!confirmations.is_empty()).then(|| Ask::RecordConfirmation {
        of: of.collect(),
        named: confirmations.iter().any(named),
    })
}

/// What was typed.
pub(super) fn read(desk: &Desk, case: &Case, of: &[Answer], form: &Form<'_>) -> Read<Command> {
    let id = match of {
        [only] => Ok(only.value.clone()),
        _ => form.listed(field::CONFIRMATION, |value| {
            of.iter().any(|known| known.value == value).then(|| value.to_owned())
        }),
    };
    let confirming = id.as_ref().ok().and_then(|id| case.confirming(id));
    let who = match confirming {
        Some(confirming) if !confirming.needs.who.is_known() => second(desk, form),
        // Who it is the case knows.
        _ => Ok(Second {
            name: case.opened.subject.name.clone(),
            key: None,
            last_four: None,
        }),
    };
    let how = form.listed(field::HOW, |value| {
        ConfirmedHow::parse(value).filter(|how| *how != ConfirmedHow::Device)
    });
    let witness = form.line(field::WITNESS);
    let witness = match witness.chars().count() {
        0 => Ok(None),
        count if count > LONGEST_NOTE => Err(vec![Problem {
            field: field::WITNESS.to_owned(),
            message: too_long(count, LONGEST_NOTE),
        }]),
        _ => Ok(Some(witness)),
    };
    let said = both(form.yes_or_no(field::AGREED), both(how, both(witness, form.told())));
    both(both(id, who), said).map(|((id, who), (agreed, (how, (witness, sentence))))| {
        Command::RecordConfirmation(Answered {
            id,
            who,
            how,
            agreed,
            witness,
            sentence,
        })
    })
}

/// Who they are by their card: the number shows whether they are one of an officer's own people.
fn second(desk: &Desk, form: &Form<'_>) -> Read<Second> {
    let name = PersonName::parse(&form.line(field::NAME));
    let name = name.map_err(|_| vec![problem(field::NAME, "refusal-second-person-missing")]);
    let number = ResidentId::parse(&form.line(field::ID)).map_err(|what| {
        vec![Problem {
            field: field::ID.to_owned(),
            message: mistyped::resident_id(what).message,
        }]
    });
    both(name, number).map(|(name, number)| Second {
        name,
        key: Some(person_key(&desk.portal().keys, &number)),
        last_four: Some(Second::last_four_of(&number)),
    })
}

/// For whom a case waits, how that stands, and what they wrote where they said no.
pub(super) fn awaits(case: &Case) -> Vec<(Phrase, Vec<Phrase>, Option<String>)> {
    if case.phase != zhida::casework::Phase::Open {
        return Vec::new();
    }
    let open = case.open_confirmations().map(|confirming| {
        let words = |phrase: Phrase| Said::Words(Box::new(phrase));
        let title = Phrase::new("casework-awaits")
            .with("who", words(who(case, confirming)))
            .with("what", words(of("confirmation", &confirming.needs.id)));
        let mut says = Vec::new();
        let refused = confirming.answer().filter(|answer| !answer.what.agreed);
        if let Some(refused) = refused {
            says.push(
                Phrase::new("casework-awaits-refused")
                    .with("day", Said::Day(refused.at.date()))
                    .with("how", words(how(refused.what.how))),
            );
        }
        says.push(match confirming.asked.as_ref().map(|asked| asked.way) {
            None => Phrase::new("casework-awaits-not-asked"),
            Some(AskWay::Code) => match confirming.code_until() {
                Some(until) => Phrase::new("casework-awaits-code").with("until", Said::Day(until)),
                None => Phrase::new("casework-awaits-not-asked"),
            },
            Some(AskWay::Office) => Phrase::new("casework-awaits-office"),
            Some(AskWay::Statement) => Phrase::new("casework-awaits-statement"),
        });
        if refused.is_none() {
            says.push(Phrase::new("casework-awaits-paper").with("paper", words(paper(confirming))));
        }
        let why = refused.and_then(|refused| refused.what.sentence.as_ref());
        (title, says, why.map(|why| why.as_str().to_owned()))
    });
    open.collect()
}

/// A confirmation and whose it is.
pub(super) fn what(id: &str, name: &PersonName) -> Phrase {
    Phrase::new("casework-confirm-of")
        .with("what", Said::Words(Box::new(of("confirmation", id))))
        .with("name", Said::Name(Name::only(name.as_str())))
}

/// How somebody was asked.
pub(super) fn way(way: AskWay) -> Phrase {
    Phrase::new(match way {
        AskWay::Code => "casework-confirm-way-code",
        AskWay::Office => "casework-confirm-way-office",
        AskWay::Statement => "casework-confirm-way-statement",
    })
}

/// How somebody said it.
pub(super) fn how(how: ConfirmedHow) -> Phrase {
    Phrase::new(match how {
        ConfirmedHow::Device => "casework-confirm-how-device",
        ConfirmedHow::Window => "casework-confirm-how-window",
        ConfirmedHow::Home => "casework-confirm-how-home",
        ConfirmedHow::Telephone => "casework-confirm-how-telephone",
    })
}
