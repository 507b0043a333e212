//! Which thing the person gets: one of those that an office put before them after it looked at what suits.

use leptos::prelude::*;

use super::Act;
use crate::components::field::{Asked, Title};
use crate::components::heading;
use crate::components::radios::{Choice, Radios};
use crate::components::said::said;
use crate::frame::Page;
use crate::text::{Phrase, Text};

/// The field that is posted: the id of a thing.
pub const FIELD: &str = "item";

/// What the page shows. It posts [`FIELD`].
#[derive(Clone, Debug)]
pub struct Items {
    /// The case and the form.
    pub act: Act,
    /// Why these, in the office's words.
    pub why: String,
    /// What can be chosen.
    pub things: Vec<Thing>,
    /// The id of what was chosen before.
    pub chosen: Option<String>,
}

/// A thing that can be chosen.
#[derive(Clone, Debug)]
pub struct Thing {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: Phrase,
    /// What it is.
    pub what: Phrase,
    /// Its drawing.
    pub picture: String,
}

/// That nothing was chosen.
pub fn not_chosen() -> Phrase {
    Phrase::new("cases-item-not-chosen")
}

/// The page.
pub fn page(text: Text<'_>, model: &Items) -> Page {
    let act = &model.act;
    let choices = model.things.iter().map(|thing| Choice {
        picture: Some(thing.picture.clone()),
        ..Choice::new(thing.id.clone(), text.say(&thing.name)).hinted(Some(text.say(&thing.what)))
    });
    let radios = Radios {
        asked: Asked {
            id: FIELD.to_owned(),
            name: FIELD.to_owned(),
            title: Title::Label(text.get("cases-item-which")),
            hint: Some(text.get("cases-item-hint")),
            error: act.error(text, FIELD),
            optional: false,
        },
        choices: choices.collect(),
        unknown: false,
        chosen: model.chosen.clone(),
        columns: false,
    };
    let matter = view! {
        <div class="flow measure-wide">
            <p>{text.get("cases-things-why")}</p>
            {said(text, &model.why)}
            {act.choosing(text, radios)}
        </div>
    };
    let title = "cases-item-title";
    let head = view! { <h1>{heading::words(text.phrases(title, &[]))}</h1> };
    act.page(text, text.get(title), head.into_any(), matter.into_any())
        .keeping_what_is_typed()
}
