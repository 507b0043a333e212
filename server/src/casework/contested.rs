//! A reconsideration as the office works it: its lines on the page of the case, its forms, and what was typed on them.

use zhida::calendar::{Date, Month};
use zhida::casework::{
    Case, Command, ContestStage, Draft, Phase, Reconsideration, Reconsidered, ReconsideredAs, StepState, TakenUp,
};
use zhida_app::casework::as_it_is;
use zhida_app::casework::command::{Ask, field};
use zhida_app::casework::contest::{SIMPLE, Step, named};
use zhida_app::text::{Name, Phrase, Said};

use super::desk::Desk;
use super::read::{Form, Read, both, month, problem, yuan};
use super::words;
use crate::letter::names;

/// The form of a step by its name in the address.
pub(super) fn ask(desk: &Desk, case: &Case, name: &str) -> Option<Ask> {
    let calendar = &desk.portal().calendar;
    let asked = case.reconsideration()?;
    let step = match name {
        "contest_pass_on" => Step::PassOn {
            to: names::government(desk.portal(), case.opened.place.county),
        },
        "contest_take_up" => Step::TakeUp,
        "contest_reply" => Step::Reply {
            until: asked.clock().and_then(|clock| clock.due_on(calendar).on),
        },
        "contest_extend" => Step::Extend {
            longest: asked.longest()?,
        },
        "contest_outcome" if asked.office.is_some() => Step::Objection,
        "contest_outcome" => Step::Outcome,
        _ => return None,
    };
    Some(Ask::Reconsider(step))
}

/// What a button says where one objects to an office instead.
pub(super) fn act(case: &Case, name: &str) -> Option<&'static str> {
    case.opened.terms.contest_office?;
    match name {
        "contest" => Some("casework-object-to"),
        "contest_outcome" => Some("casework-objection-decide"),
        _ => None,
    }
}

/// The command of a form.
pub(super) fn command(form: &Form<'_>, step: &Step) -> Read<Command> {
    match step {
        Step::PassOn { .. } => {
            both(form.needed_day(field::ON), numbered(form)).map(|(on, number)| Command::ContestPassOn { on, number })
        }
        Step::TakeUp => {
            let days = both(form.needed_day(field::ON), form.needed_day(named::RECEIVED));
            let simple = form.listed(named::PROCEDURE, |value| match value {
                "ordinary" => Some(false),
                SIMPLE => Some(true),
                _ => None,
            });
            both(days, both(simple, numbered(form))).map(|((on, received_on), (simple, number))| {
                Command::ContestTakeUp(TakenUp {
                    on,
                    received_on,
                    number,
                    simple,
                })
            })
        }
        Step::Reply { .. } => form.needed_day(field::ON).map(|on| Command::ContestReply { on }),
        Step::Extend { .. } => form.needed_day(field::ON).map(|until| Command::ContestExtend { until }),
        Step::Outcome | Step::Objection => outcome(form),
    }
}

fn outcome(form: &Form<'_>) -> Read<Command> {
    let paper = both(form.listed(named::RESULT, ReconsideredAs::parse), numbered(form));
    let days = both(form.needed_day(field::ON), known(form, named::SERVED));
    let follows = both(pays(form), known(form, named::AGAIN));
    let read = both(both(paper, days), both(follows, form.said()));
    read.map(
        |(((result, number), (on, served_on)), ((pays, again_by), sentence))| Command::ContestOutcome {
            outcome: Reconsidered {
                result,
                number,
                on,
                served_on,
                pays,
                again_by,
            },
            sentence,
        },
    )
}

/// The number of a paper.
fn numbered(form: &Form<'_>) -> Read<String> {
    let number = form.line(field::NUMBER);
    if number.is_empty() {
        return Err(vec![problem(field::NUMBER, "refusal-contest-number-missing")]);
    }
    Ok(number)
}

/// A day that may be left out, but not half typed.
fn known(form: &Form<'_>, name: &str) -> Read<Option<Date>> {
    let parts = ["year", "month", "day"];
    if parts.iter().all(|part| form.line(&format!("{name}-{part}")).is_empty()) {
        return Ok(None);
    }
    form.needed_day(name).map(Some)
}

/// An amount with its first month, or neither.
fn pays(form: &Form<'_>) -> Read<Option<(zhida::money::Fen, Month)>> {
    let (monthly, from) = (form.line(field::MONTHLY), form.line(field::FROM));
    if monthly.is_empty() && from.is_empty() {
        return Ok(None);
    }
    let monthly = yuan(&monthly).ok_or_else(|| vec![problem(field::MONTHLY, "casework-decide-monthly-wrong")]);
    let from = month(&from).ok_or_else(|| vec![problem(field::FROM, "casework-decide-from-wrong")]);
    both(monthly, from).map(Some)
}

/// A result that waits for a second person, line by line.
pub(super) fn draft_lines(draft: &Draft) -> Vec<Phrase> {
    let outcome = &draft.outcome;
    let ended = Phrase::new("casework-reconsideration-ended")
        .with("result", Said::Words(Box::new(words::reconsidered(outcome.result))))
        .with("number", Said::Name(Name::only(outcome.number.as_str())))
        .with("day", Said::Day(outcome.on));
    let pays = outcome.pays.map(words::changed_to);
    let reasons = as_it_is(Name::only(draft.sentence.as_str()));
    std::iter::once(ended).chain(pays).chain([reasons]).collect()
}

/// What the page of a case says of its last reconsideration.
pub(super) fn lines(desk: &Desk, case: &Case) -> Vec<Phrase> {
    let Some(asked) = case.reconsiderations.last() else {
        return Vec::new();
    };
    let calendar = &desk.portal().calendar;
    let mut lines = vec![
        Phrase::new("casework-reconsideration-asked")
            .with("day", Said::Day(asked.asked_on))
            .with("words", Said::Name(Name::only(asked.sentence.as_str()))),
    ];
    let until = case.contest_until(calendar).and_then(|due| due.on);
    if let Some(until) = until.filter(|until| *until < asked.asked_on && asked.outcome.is_none()) {
        lines.push(Phrase::new("casework-reconsideration-late").with("until", Said::Day(until)));
    }
    lines.extend(steps(desk, asked));
    if let Some(since) = asked.counts_as_taken_up(calendar, desk.today) {
        lines.push(Phrase::new("casework-reconsideration-silent").with("since", Said::Day(since)));
    }
    let made = case.contested_decision(asked);
    let own = made.is_some_and(|made| {
        made.decision.author.officer() == &desk.officer.id || made.second.as_ref() == Some(&desk.officer.id)
    });
    if own && asked.outcome.is_none() && asked.office.is_none() {
        lines.push(Phrase::new("casework-reconsideration-own"));
    }
    if asked.outcome.is_none() && asked.office.is_none() && asked.recorded_by.as_ref() == Some(&desk.officer.id) {
        lines.push(Phrase::new("refusal-reconsideration-recorded-by-them"));
    }
    if let Some(draft) = &asked.draft {
        lines.push(Phrase::new("casework-reconsideration-draft"));
        lines.extend(draft_lines(draft));
    }
    if let (Some(outcome), Some(reasons)) = (&asked.outcome, &asked.reasons) {
        let said = if asked.office.is_some() {
            words::answered(outcome.result)
        } else {
            words::reconsidered(outcome.result)
        };
        lines.push(
            Phrase::new("casework-reconsideration-ended")
                .with("result", Said::Words(Box::new(said)))
                .with("number", Said::Name(Name::only(outcome.number.as_str())))
                .with("day", Said::Day(outcome.on)),
        );
        lines.push(as_it_is(Name::only(reasons.as_str())));
        // Decided again: by whom, so that nobody waits for those who may not.
        if case.phase == Phase::Open && outcome.result.decides_again() && case.is_deciding_stage() {
            lines.push(Phrase::new(if asked.office.is_some() {
                "casework-objection-again"
            } else if own {
                "refusal-annulled-own-decision"
            } else {
                "casework-reconsideration-again"
            }));
        }
    }
    lines
}

/// The steps of it, each with its day.
fn steps(desk: &Desk, asked: &Reconsideration) -> impl Iterator<Item = Phrase> {
    let steps = asked.steps(&desk.portal().calendar, desk.today);
    steps.into_iter().filter_map(|step| {
        let (id, day) = match step.state {
            StepState::Done { on, .. } => ("casework-reconsideration-done", on),
            StepState::Now { due, .. } | StepState::Ahead { due } => ("casework-reconsideration-until", due.on?),
        };
        let step = Phrase::new(match step.stage {
            ContestStage::PassOn => "cases-way-contest-pass-on",
            ContestStage::TakeUp => "cases-way-contest-take-up",
            ContestStage::Reply => "cases-way-contest-reply",
            ContestStage::Decide => "cases-way-contest-decide",
            ContestStage::Objection => "cases-way-objection-decide",
        });
        Some(
            Phrase::new(id)
                .with("step", Said::Words(Box::new(step)))
                .with("day", Said::Day(day)),
        )
    })
}
