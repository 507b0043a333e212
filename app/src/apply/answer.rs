//! An answer as it is shown back: to check, to compare, to print.

use leptos::prelude::*;
use zhida::calendar::Date;
use zhida::measure::Quantity;
use zhida::money::Fen;

use crate::components::facts::{Change, Fact};
use crate::components::identity_number::{account_number, identity_number};
use crate::components::said;
use crate::text::{Name, Phrase, Text};

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// One of the answers there were, or a sentence.
    Words(Phrase),
    /// As it was typed: a name, an address. Also a number of which most is hidden.
    Typed(String),
    /// A resident ID or certificate number, for the person himself to check: shown whole, in groups.
    Number(String),
    /// The number of a card or account, for the person himself to check: shown whole, in fours.
    Account(String),
    /// A place.
    Place(Name),
    /// A day.
    Day(Date),
    /// An amount.
    Money(Fen),
    /// Something measured.
    Quantity(Quantity),
    /// Several of them.
    Several(Vec<Answer>),
    /// Several, each with what it answers: one entry of a list.
    Named(Vec<(Phrase, Answer)>),
    /// 我不清楚 was the answer.
    Unknown,
    /// Left empty.
    Nothing,
}

/// One line of what was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What was asked, in a word or two.
    pub name: Phrase,
    /// The answer.
    pub answer: Answer,
    /// Where it comes from, if not from the one who fills in.
    pub source: Option<Source>,
    /// The page that asks for it.
    pub change: Option<String>,
}

/// A register that a value comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its name.
    pub register: Phrase,
    /// When it was looked up.
    pub on: Date,
}

impl Answer {
    /// For the page.
    pub fn view(&self, text: Text<'_>) -> AnyView {
        match self {
            Self::Number(number) => identity_number(number),
            Self::Account(number) => account_number(number),
            Self::Place(name) => {
                let (name, language) = name.shown(text.language());
                let foreign = (language != text.language()).then(|| language.code());
                view! { <span lang=foreign>{name.to_owned()}</span> }.into_any()
            }
            Self::Several(answers) if answers.len() > 1 => {
                let items = answers.iter().map(|answer| view! { <li>{answer.view(text)}</li> });
                view! { <ul class="plain" role="list">{items.collect_view()}</ul> }.into_any()
            }
            Self::Several(answers) => match answers.first() {
                Some(answer) => answer.view(text),
                None => text.get("answer-nothing").into_any(),
            },
            Self::Named(answers) => {
                let items = answers.iter().map(|(name, answer)| {
                    let name = text.with("answer-named", &[("name", text.say(name).into())]);
                    view! { <li>{name}{answer.view(text)}</li> }
                });
                view! { <ul class="plain" role="list">{items.collect_view()}</ul> }.into_any()
            }
            Self::Words(phrase) => text.say(phrase).into_any(),
            Self::Typed(typed) => match said::language(text, typed) {
                None => typed.clone().into_any(),
                language => view! { <span lang=language>{typed.clone()}</span> }.into_any(),
            },
            Self::Day(day) => text.date(*day).into_any(),
            Self::Money(amount) => text.money(*amount).into_any(),
            Self::Quantity(quantity) => text.quantity(*quantity).into_any(),
            Self::Unknown => text.get("question-unknown").into_any(),
            Self::Nothing => text.get("answer-nothing").into_any(),
        }
    }
}

impl Line {
    /// For a list of facts. A value from a register is not changed but disputed.
    pub fn fact(&self, text: Text<'_>) -> Fact {
        let words = if self.source.is_some() {
            text.get("answer-dispute")
        } else {
            text.get("answer-change")
        };
        Fact {
            name: text.say(&self.name),
            value: self.answer.view(text),
            source: self.source.as_ref().map(|source| {
                text.with(
                    "answer-source",
                    &[
                        ("register", text.say(&source.register).into()),
                        ("day", text.date(source.on).into()),
                    ],
                )
            }),
            change: self.change.clone().map(|href| Change { words, href }),
        }
    }
}
