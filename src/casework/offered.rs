//! Which commands a page offers somebody: those that only what is still to be typed stands in the way of.

use super::{
    Answered, AskWay, ChoiceTold, Command, ConfirmedHow, Decide, DecideOutcome, EvidenceGiven, FilerSeen,
    IdentityProof, ItemChoice, LetterKind, Opinion, Receipt, Reconsidered, ReconsideredAs, Second, Seen, ServiceWay,
    Setting, TakenUp, decide,
};
use crate::access::{Actor, OfficerId};
use crate::apply::OverlapPick;
use crate::casework::Case;
use crate::money::Fen;
use crate::place::DivisionCode;

/// The names of the commands that somebody may give now, in the order of the work.
pub fn offered(case: &Case, actor: &Actor, setting: &Setting<'_>) -> Vec<&'static str> {
    let mut names = Vec::new();
    for command in probes(case, setting) {
        let offered = match decide(case, &command, actor, setting) {
            Ok(_) => true,
            Err(refusal) => refusal.is_about_input(),
        };
        if offered && !names.contains(&command.name()) {
            names.push(command.name());
        }
    }
    names
}

/// One command of each kind with nothing typed, or with whatever is possible.
fn probes(case: &Case, setting: &Setting<'_>) -> Vec<Command> {
    let decide = |outcome| {
        Command::Decide(Decide {
            outcome,
            reasons: Vec::new(),
            sentence: None,
        })
    };
    let first = crate::calendar::Month::of(case.opened.on);
    let part = DecideOutcome::Partial {
        monthly: Fen(0),
        from: first,
    };
    let serve = |letter| Command::ServeLetter {
        letter,
        on: setting.now.date(),
        way: ServiceWay::Portal,
        notes: std::collections::BTreeMap::new(),
    };
    let seen = Seen {
        how: IdentityProof::InPerson,
        filer: FilerSeen::Same,
    };
    let paper = EvidenceGiven {
        kind: String::new(),
        files: Vec::new(),
    };
    let waited_for = case.open_confirmations().next().or(case.confirmations.first());
    let confirmed = waited_for
        .map(|confirming| confirming.needs.id.clone())
        .unwrap_or_default();
    let fact = case.facts.keys().next().cloned().unwrap_or_default();
    vec![
        Command::Claim,
        Command::Release,
        Command::Reassign {
            to: OfficerId(String::new()),
        },
        Command::Accept {
            identity: Some(seen),
            papers: Vec::new(),
        },
        Command::ConfirmIdentity { seen },
        Command::Forward(Receipt {
            to: DivisionCode::HUNAN,
            office: String::new(),
            number: String::new(),
            by: None,
        }),
        Command::RecordReceipt { number: String::new() },
        Command::OfferItems {
            items: Vec::new(),
            sentence: None,
        },
        Command::ChooseItem(ItemChoice {
            item: String::new(),
            told: ChoiceTold::Window,
        }),
        Command::AssignLawyer { lawyer: None },
        Command::Review {
            opinion: Opinion::Meets,
            sentence: None,
        },
        decide(DecideOutcome::Grant),
        decide(part),
        decide(DecideOutcome::Refuse),
        Command::SignSecond,
        Command::DeclineSecond { sentence: None },
        Command::RequestPapers {
            papers: Vec::new(),
            sentence: None,
        },
        Command::SupplyPapers { papers: vec![paper] },
        Command::ScanPaper {
            kind: String::new(),
            file: String::new(),
        },
        Command::RecordAccount { payment: None },
        Command::AskConfirmation {
            id: confirmed.clone(),
            whom: None,
            way: AskWay::Code,
        },
        Command::RecordConfirmation(Answered {
            id: confirmed,
            who: Second {
                name: case.opened.subject.name.clone(),
                key: None,
                last_four: None,
            },
            how: ConfirmedHow::Window,
            agreed: case.open_confirmations().next().is_some(),
            witness: None,
            sentence: None,
        }),
        Command::Return { sentence: None },
        Command::LiftHold {
            facts: std::collections::BTreeMap::new(),
            assessment: Box::new(super::Assessed {
                outcome: crate::assess::Outcome::Unknown,
                ..case.assessment.clone()
            }),
        },
        Command::Correct {
            fact,
            new: None,
            sentence: None,
            assessment: Box::new(case.assessment.clone()),
        },
        Command::DecideObjection {
            number: case.open_objections().next().map_or(0, |objection| objection.number),
            upheld: false,
            sentence: None,
        },
        Command::EndNotice,
        Command::Object {
            sentence: None,
            contact: None,
        },
        serve(LetterKind::Acceptance),
        serve(LetterKind::MissingPapers),
        serve(LetterKind::Decision),
        Command::Contest { sentence: None },
        Command::ContestPassOn {
            on: setting.now.date(),
            number: String::new(),
        },
        Command::ContestTakeUp(TakenUp {
            on: setting.now.date(),
            received_on: setting.now.date(),
            number: String::new(),
            simple: false,
        }),
        Command::ContestReply { on: setting.now.date() },
        Command::ContestExtend {
            until: setting.now.date(),
        },
        Command::ContestOutcome {
            outcome: Reconsidered {
                result: ReconsideredAs::Upheld,
                number: String::new(),
                on: setting.now.date(),
                served_on: None,
                pays: None,
                again_by: None,
            },
            sentence: None,
        },
        Command::ChooseOverlap {
            choice: OverlapPick::TakeThis,
        },
        Command::ChooseOverlap {
            choice: OverlapPick::KeepOther,
        },
        Command::ChangeConsents {
            changes: std::collections::BTreeMap::new(),
            sentence: None,
        },
        Command::ChooseLetterForms {
            forms: Vec::new(),
            sentence: None,
        },
        Command::Withdraw {
            sentence: None,
            seen: None,
        },
        Command::Withdraw {
            sentence: None,
            seen: Some(IdentityProof::InPerson),
        },
        Command::Reveal {
            field: String::new(),
            reason: None,
        },
        Command::Note { sentence: None },
    ]
}
