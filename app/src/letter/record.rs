//! Papers for hands: what the office knows stands there, what is written and signed at the counter has room. Also the
//! letter from office to office, whose lower half comes back filled in.

use leptos::prelude::*;

use super::Sheet;
use super::form::Section;
use crate::apply::{Answer, Line};
use crate::frame::Page;
use crate::text::{Phrase, Text};

/// What the paper says.
#[derive(Clone, Debug)]
pub struct Record {
    /// Head and foot.
    pub sheet: Sheet,
    /// The id of its title.
    pub title: &'static str,
    /// What stands above the table.
    pub opening: Vec<Phrase>,
    /// Whom it is about, for whom that is told in full.
    pub about: Vec<Section>,
    /// The id of the table's name.
    pub caption: &'static str,
    /// What is known, and what is to be written.
    pub rows: Vec<Row>,
    /// What stands below it, read before signing.
    pub closing: Vec<Phrase>,
    /// The ids of who signs.
    pub signs: Vec<&'static str>,
}

/// A row of the table.
#[derive(Clone, Debug)]
pub enum Row {
    /// Known, or room for a line.
    Line(Line),
    /// Room for many lines.
    Room(Phrase),
}

impl Row {
    /// Known already.
    pub fn known(name: &'static str, answer: Answer) -> Self {
        Self::Line(Line {
            name: Phrase::new(name),
            answer,
            source: None,
            change: None,
        })
    }

    /// To be written.
    pub fn blank(name: &'static str) -> Self {
        Self::known(name, Answer::Nothing)
    }

    /// To be written at length.
    pub fn room(name: &'static str) -> Self {
        Self::Room(Phrase::new(name))
    }
}

/// The paper.
pub fn page(text: Text<'_>, record: &Record) -> Page {
    let lines = |lines: &[Phrase]| {
        let lines = lines.iter().map(|line| view! { <p>{text.say(line)}</p> });
        lines.collect_view()
    };
    let line_row = |line: &Line| {
        let value = match line.answer {
            Answer::Nothing => ().into_any(),
            _ => line.answer.view(text),
        };
        table_row(text.say(&line.name), value)
    };
    let about = record.about.iter().map(|section| {
        let rows = section.lines.iter().map(line_row);
        table(text.say(&section.title), rows.collect_view().into_any())
    });
    let rows = record.rows.iter().map(|row| match row {
        Row::Line(line) => line_row(line),
        Row::Room(name) => table_row(text.say(name), view! { <div class="letter-room"></div> }.into_any()),
    });
    let signs = record.signs.iter().map(|who| {
        let room = view! { <p class="letter-blank">{text.get("letter-form-date")}</p> };
        table_row(text.get(who), room.into_any())
    });
    let matter = view! {
        {lines(&record.opening)}
        {about.collect_view()}
        {table(text.get(record.caption), rows.collect_view().into_any())}
        {lines(&record.closing)}
        {(!record.signs.is_empty())
            .then(|| table(text.get("record-signs"), signs.collect_view().into_any()))}
    };
    record
        .sheet
        .page(text, text.phrases(record.title, &[]), matter.into_any())
}

fn table(caption: String, rows: AnyView) -> AnyView {
    view! {
        <table class="letter-table" role="table">
            <caption>{caption}</caption>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}

fn table_row(name: String, value: AnyView) -> AnyView {
    view! { <tr role="row"><th role="rowheader" scope="row">{name}</th><td role="cell">{value}</td></tr> }.into_any()
}
