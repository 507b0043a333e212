//! A page that asks: one question, or a few that belong together. The eligibility check, applications
//! and what officers record are all made of it.

#[cfg(test)]
mod tests;
mod view;

use crate::components::form::Hidden;
use crate::components::text_field::{Autocomplete, Entry, Width};
use crate::text::{Phrase, Said};

pub use view::page;
pub(crate) use view::{field_view, progress, wrong};

/// That a text has so many characters, and how many it may have.
pub fn too_long(count: usize, most: usize) -> Phrase {
    let said = |number: usize| Said::Count(i64::try_from(number).unwrap_or(i64::MAX));
    Phrase::new("problem-sentence-too-long")
        .with("count", said(count))
        .with("most", said(most))
}

/// A page of questions.
#[derive(Clone, Debug)]
pub struct Question {
    /// The page's own address, which it posts to.
    pub action: String,
    /// The page before, if there is one.
    pub back: Option<String>,
    /// What the question is part of: the check, an application.
    pub part_of: Phrase,
    /// Where in the row of questions this is.
    pub progress: Option<Progress>,
    /// Unseen fields of the form.
    pub hidden: Hidden,
    /// The question. Where there is one field it is that field's label.
    pub title: Phrase,
    /// What helps to answer.
    pub hint: Option<Phrase>,
    /// Why it is asked.
    pub why: Option<Phrase>,
    /// What is asked, at least one.
    pub fields: Vec<Field>,
    /// What was typed or stored before, as it was posted: names may repeat.
    pub typed: Vec<(String, String)>,
    /// What must be put right.
    pub problems: Vec<Problem>,
    /// Where an answer is changed at once: what the button says, and the way out.
    pub leave: Option<Leave>,
}

/// A way out besides answering.
#[derive(Clone, Debug)]
pub struct Leave {
    /// What the button says that answers.
    pub save: Phrase,
    /// What the way out is called.
    pub not: Phrase,
    /// Where it leads.
    pub href: String,
}

/// How far one is.
#[derive(Clone, Debug)]
pub enum Progress {
    /// 第3题，最多12题
    Question {
        /// This question, counted from 1.
        at: u32,
        /// How many there can be at most.
        most: u32,
    },
    /// 第2步，共6步：申请人. Of steps there are always as many, however many questions one turns out to have.
    Step {
        /// This step, counted from 1.
        at: u32,
        /// How many there are.
        of: u32,
        /// What it is about.
        name: Phrase,
    },
}

/// One thing asked.
#[derive(Clone, Debug)]
pub struct Field {
    /// The name it is posted under.
    pub name: String,
    /// Its label; not shown where it is the only field, since the title is its label.
    pub label: Phrase,
    /// What helps to answer; where it is the only field, the question's hint stands instead.
    pub hint: Option<Phrase>,
    /// Whether it may be left empty.
    pub optional: bool,
    /// Whether it is filled in only where another answer of the page calls for it, and else left empty.
    pub depends: bool,
    /// Whether 我不清楚 can be the answer. A choice then posts [`UNKNOWN`](crate::components::radios::UNKNOWN),
    /// everything else posts it under the name with `-unknown` added.
    pub unknown: bool,
    /// How it is answered.
    pub kind: Kind,
}

impl Field {
    /// A thing that must be answered.
    pub fn new(name: &str, label: &str, kind: Kind) -> Self {
        Self {
            name: name.to_owned(),
            label: Phrase::new(label),
            hint: None,
            optional: false,
            depends: false,
            unknown: false,
            kind,
        }
    }

    /// With what helps to answer.
    #[must_use]
    pub fn hinted(mut self, hint: &str) -> Self {
        self.hint = Some(Phrase::new(hint));
        self
    }

    /// That may be left empty.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }
}

/// How a thing is answered.
#[derive(Clone, Debug)]
pub enum Kind {
    /// One of several.
    Choice(Vec<Answer>),
    /// Any of several.
    Several(Vec<Answer>),
    /// A day: three inputs, posted with `-year`, `-month`, `-day` added to the name.
    Day {
        /// Whether it is the birthday of the one who types.
        own_birthday: bool,
    },
    /// A number in this unit: an amount, or something measured.
    Number(Phrase),
    /// A line of text.
    Line(Width, Entry, Autocomplete),
    /// Some sentences.
    Sentences,
}

/// A possible answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What is posted.
    pub value: String,
    /// What it says.
    pub label: Phrase,
    /// How to tell whether it is the right one.
    pub hint: Option<Phrase>,
}

/// Something to put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The name of the field.
    pub field: String,
    /// What is wrong and how to put it right.
    pub message: Phrase,
}
