//! This benefit or another, asked while the offices have the case: the same amounts and the same choice as before it was
//! handed in.

use leptos::prelude::*;
use zhida::calendar::Month;
use zhida::money::Fen;

use super::Act;
use crate::apply::overlap::{FIELD, KEEP_OTHER, TAKE_THIS};
use crate::catalogue::result::both_amounts;
use crate::components::field::{Asked, Title};
use crate::components::heading;
use crate::components::notice::{Kind, notice};
use crate::components::radios::{Choice, Radios};
use crate::frame::Page;
use crate::text::{Phrase, Text};

/// What the page shows. It posts [`FIELD`] with [`TAKE_THIS`] or [`KEEP_OTHER`].
#[derive(Clone, Debug)]
pub struct Choose {
    /// The case and the form.
    pub act: Act,
    /// A month's amount of what was applied for.
    pub this: Fen,
    /// The other benefit.
    pub other_name: Phrase,
    /// A month's amount of the other.
    pub other: Fen,
    /// The first month.
    pub from: Month,
    /// What was chosen before.
    pub chosen: Option<String>,
    /// An answer has just been corrected, for which this is asked.
    pub corrected: bool,
}

/// The page.
pub fn page(text: Text<'_>, model: &Choose) -> Page {
    let act = &model.act;
    let service = text.say(&act.service);
    let other = text.say(&model.other_name);
    let words = |id: &'static str, name: &str, amount: Fen| {
        let values = [("name", name.to_owned().into()), ("amount", text.money(amount).into())];
        text.with(id, &values)
    };
    let radios = Radios {
        asked: Asked {
            id: FIELD.to_owned(),
            name: FIELD.to_owned(),
            title: Title::Label(text.get("overlap-which")),
            hint: None,
            error: act.error(text, FIELD),
            optional: false,
        },
        choices: vec![
            Choice::new(TAKE_THIS, words("overlap-take-this", &service, model.this))
                .hinted(Some(text.get("overlap-take-this-says"))),
            Choice::new(KEEP_OTHER, words("cases-choose-keep", &other, model.other))
                .hinted(Some(text.get("overlap-keep-other-says"))),
        ],
        unknown: false,
        chosen: model.chosen.clone(),
        columns: false,
    };
    let corrected = model.corrected.then(|| {
        let says = text.get("cases-choose-corrected");
        notice(Kind::Ok, text.get("cases-done-corrected"), view! { <p>{says}</p> })
    });
    let matter = view! {
        <div class="flow measure-wide">
            {corrected}
            {both_amounts(text, (&act.service, model.this), (&model.other_name, model.other), model.from)}
            {act.choosing(text, radios)}
        </div>
    };
    let (title, values) = ("overlap-title", [("service", service.into())]);
    let head = view! { <h1>{heading::words(text.phrases(title, &values))}</h1> };
    act.page(text, text.with(title, &values), head.into_any(), matter.into_any())
        .keeping_what_is_typed()
}
