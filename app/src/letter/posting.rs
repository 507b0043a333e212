//! 公示名单: the notices of a place on paper, for the board. The same rows as on the page, with a number and a seal.

use leptos::prelude::*;

use super::Sheet;
use super::notices::Posted;
use crate::components::table_cards::Table;
use crate::frame::Page;
use crate::text::{Name, Text};

/// The list.
#[derive(Clone, Debug)]
pub struct Posting {
    /// Head and foot.
    pub sheet: Sheet,
    /// The place.
    pub place: Name,
    /// Everything that is in notice there, the oldest application first.
    pub posted: Vec<Posted>,
    /// Whether there is more than one paper can hold: the smaller places have papers of their own.
    pub more: bool,
    /// The office to object to, by telephone.
    pub phone: String,
}

/// The paper.
pub fn page(text: Text<'_>, model: &Posting) -> Page {
    let name = |name: &Name| name.shown(text.language()).0.to_owned();
    let rows = (1_u32..).zip(&model.posted).map(|(number, posted)| {
        let cells = vec![
            posted.person.clone().into_any(),
            name(&posted.township).into_any(),
            text.say(&posted.service).into_any(),
            text.money(posted.monthly).into_any(),
            text.date(posted.until).into_any(),
        ];
        (number.to_string().into_any(), cells)
    });
    let table = Table {
        caption: text.with("posting-caption", &[("count", model.posted.len().into())]),
        caption_shown: true,
        heads: vec![
            text.get("posting-number"),
            text.get("notices-person"),
            text.get("notices-township"),
            text.get("notices-service"),
            text.get("notices-monthly"),
            text.get("notices-until"),
        ],
        rows: rows.collect(),
    };
    let table = if model.posted.is_empty() {
        view! { <p>{text.get("notices-none")}</p> }.into_any()
    } else {
        table.view()
    };
    let opening = text.with("posting-opening", &[("place", name(&model.place).into())]);
    let object = text.with(
        "posting-object",
        &[
            ("office", name(&model.sheet.office).into()),
            ("phone", model.phone.clone().into()),
        ],
    );
    let more = model
        .more
        .then(|| view! { <p class="no-print">{text.get("posting-more")}</p> });
    let matter = view! {
        <p>{opening}</p>
        {more}
        {table}
        <p>{object}</p>
        <p>{text.get("notices-private")}</p>
    };
    let title = text.phrases("posting-title", &[]);
    model.sheet.page(text, title, matter.into_any())
}
