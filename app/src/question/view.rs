//! From a question to its page.

use leptos::prelude::*;

use super::{Answer, Field, Kind, Progress, Question};
use crate::components::actions::{self, Look};
use crate::components::back_link::back_link;
use crate::components::checkboxes::Checkboxes;
use crate::components::clock::beads;
use crate::components::date_field::DateField;
use crate::components::details::more;
use crate::components::error_summary::{Wrong, error_summary};
use crate::components::field::{Asked, Title};
use crate::components::radios::{self, Choice, Radios};
use crate::components::text_area::TextArea;
use crate::components::text_field::TextField;
use crate::components::unit_field::UnitField;
use crate::components::{form, heading};
use crate::frame::Page;
use crate::text::Text;

/// The page of a question.
pub fn page(text: Text<'_>, question: &Question) -> Page {
    let title = text.with(
        "question-title",
        &[
            ("question", text.say(&question.title).into()),
            ("part", text.say(&question.part_of).into()),
        ],
    );
    // One alone has no question before it.
    let back = if question.progress.is_some() {
        "question-back"
    } else {
        "question-return"
    };
    let back = question.back.clone().map(|href| back_link(text.get(back), href));
    let inner = view! {
        {progress(text, question.progress.as_ref())}
        {head(text, question)}
        {question.fields.iter().map(|field| field_view(text, question, field, question.fields.len() == 1)).collect_view()}
        {question.why.as_ref().map(|why| more(text.get("question-why"), view! { <p>{text.say(why)}</p> }))}
        {actions(text, question)}
    };
    let body = view! {
        {back}
        {error_summary(text, wrong(text, question))}
        {form::post_kept(&question.action, question.hidden.clone(), inner.into_any())}
    };
    Page::new(title, body).with_problems(!question.problems.is_empty())
}

/// How far one is, in words and as a drawing of them.
pub(crate) fn progress(text: Text<'_>, progress: Option<&Progress>) -> Option<AnyView> {
    let (words, beads) = match progress? {
        Progress::Question { at, most } => (
            text.with("question-progress", &[("at", (*at).into()), ("most", (*most).into())]),
            beads(at.saturating_sub(1), *most),
        ),
        Progress::Step { at, of, name } => {
            let words = text.with(
                "step-progress",
                &[
                    ("at", (*at).into()),
                    ("of", (*of).into()),
                    ("name", text.say(name).into()),
                ],
            );
            (words, beads(at.saturating_sub(1), *of))
        }
    };
    Some(view! { <div class="progress"><p>{words}</p>{beads}</div> }.into_any())
}

/// Several fields have a heading of their own; a single one is the heading.
fn head(text: Text<'_>, question: &Question) -> Option<AnyView> {
    (question.fields.len() != 1).then(|| {
        let hint = question
            .hint
            .as_ref()
            .map(|hint| view! { <p class="lead">{text.say(hint)}</p> });
        let title = heading::words(text.say_phrases(&question.title));
        view! { <div class="page-head"><h1>{title}</h1>{hint}</div> }.into_any()
    })
}

fn actions(text: Text<'_>, question: &Question) -> AnyView {
    actions::row(match &question.leave {
        None => vec![actions::submit(Look::Main, text.get("question-continue"))],
        Some(leave) => vec![
            actions::submit(Look::Main, text.say(&leave.save)),
            actions::link(text.say(&leave.not), leave.href.clone()),
        ],
    })
}

/// The summary leads to the first input of each field; what concerns no field here leads to the first of all. What is
/// said of several fields in the same words names each of them.
pub(crate) fn wrong(text: Text<'_>, question: &Question) -> Vec<Wrong> {
    let first = question
        .fields
        .first()
        .map(|field| id_of(&field.name))
        .unwrap_or_default();
    let said: Vec<String> = question
        .problems
        .iter()
        .map(|problem| text.say(&problem.message))
        .collect();
    let wrong = question.problems.iter().zip(&said).map(|(problem, says)| {
        let field = question.fields.iter().find(|field| field.name == problem.field);
        let again = said.iter().filter(|other| *other == says).count() > 1;
        Wrong {
            input: field.map_or_else(|| first.clone(), |field| id_of(&field.name)),
            message: match field {
                Some(field) if again => {
                    let what = text.say(&field.label);
                    text.with(
                        "question-wrong-of",
                        &[("says", says.clone().into()), ("what", what.into())],
                    )
                }
                _ => says.clone(),
            },
        }
    });
    wrong.collect()
}

/// Names have dots (`household.aid_status`), which ids had better not.
fn id_of(name: &str) -> String {
    name.replace('.', "-")
}

/// One field with what was typed and what is wrong; one that stands alone is the heading of its page.
pub(crate) fn field_view(text: Text<'_>, question: &Question, field: &Field, alone: bool) -> AnyView {
    let hint = if alone {
        question.hint.as_ref().or(field.hint.as_ref())
    } else {
        field.hint.as_ref()
    };
    let problems = question.problems.iter().filter(|problem| problem.field == field.name);
    let problems: Vec<String> = problems.map(|problem| text.say(&problem.message)).collect();
    let asked = Asked {
        id: id_of(&field.name),
        name: field.name.clone(),
        title: if alone {
            Title::Heading(text.say_phrases(&question.title))
        } else if field.depends {
            Title::OnlyIf(text.say(&field.label))
        } else {
            Title::Label(text.say(&field.label))
        },
        hint: hint.map(|hint| text.say(hint)),
        error: (!problems.is_empty()).then(|| problems.join(" ")),
        // What stands beside boxes, 我不清楚, is one of their answers; an input that is typed into may then stay empty.
        optional: field.optional
            || field.depends
            || (field.unknown && !matches!(field.kind, Kind::Choice(_) | Kind::Several(_))),
    };
    let typed = |name: &str| {
        question
            .typed
            .iter()
            .rev()
            .find(|(typed, _)| typed == name)
            .map(|(_, value)| value.clone())
    };
    let one = || typed(&field.name).unwrap_or_default();
    let input = match &field.kind {
        Kind::Choice(answers) => Radios {
            asked,
            choices: choices(text, answers),
            unknown: field.unknown,
            chosen: typed(&field.name),
            columns: false,
        }
        .view(text),
        Kind::Several(answers) => {
            let chosen = question.typed.iter().filter(|(name, _)| *name == field.name);
            let chosen = chosen.map(|(_, value)| value.clone()).collect();
            Checkboxes {
                asked,
                choices: choices(text, answers),
                chosen,
            }
            .view(text)
        }
        Kind::Day { own_birthday } => {
            let typed = DateField::PARTS.map(|part| typed(&format!("{}-{part}", field.name)).unwrap_or_default());
            DateField {
                asked,
                typed,
                own_birthday: *own_birthday,
            }
            .view(text)
        }
        Kind::Number(unit) => UnitField {
            asked,
            typed: one(),
            unit: text.say(unit),
        }
        .view(text),
        Kind::Line(width, entry, autocomplete) => TextField {
            asked,
            typed: one(),
            width: *width,
            entry: *entry,
            autocomplete: *autocomplete,
        }
        .view(text),
        Kind::Sentences => TextArea { asked, typed: one() }.view(text),
    };
    let beside = (field.unknown && !matches!(field.kind, Kind::Choice(_))).then(|| {
        let name = format!("{}-unknown", field.name);
        let ticked = typed(&name).is_some();
        unknown_beside(text, &name, ticked)
    });
    view! { {input}{beside} }.into_any()
}

/// 我不清楚 beside an input that is typed into.
fn unknown_beside(text: Text<'_>, name: &str, ticked: bool) -> AnyView {
    let choice = Choice::new("yes", text.get("question-unknown"));
    let row = radios::row("checkbox", id_of(name), name, &choice, ticked);
    view! { <div class="field choices">{radios::or(text)}{row}</div> }.into_any()
}

fn choices(text: Text<'_>, answers: &[Answer]) -> Vec<Choice> {
    let choice = |answer: &Answer| {
        let hint = answer.hint.as_ref().map(|hint| text.say(hint));
        Choice {
            foreign: answer.label.foreign(text.language()),
            ..Choice::new(answer.value.clone(), text.say(&answer.label)).hinted(hint)
        }
    };
    answers.iter().map(choice).collect()
}
