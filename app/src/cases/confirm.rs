//! Asking a second person to confirm a part of an application: on a device of their own with a code, at a window, or
//! by a statement that an officer records. Whoever filed chooses, and can choose again.

use leptos::prelude::*;
use zhida::calendar::Date;
use zhida::casework::AskWay;

use super::Act;
use crate::components::actions::{self, Look};
use crate::components::field::{Asked, Title};
use crate::components::notice::{Kind, notice};
use crate::components::radios::{Choice, Radios};
use crate::components::reference::reference;
use crate::components::text_field::{Autocomplete, Entry, TextField, Width};
use crate::components::{form, heading};
use crate::frame::{Page, Section};
use crate::text::{Phrase, Said, Text};

/// What the page shows. It posts [`WAY`], and [`NAME`] and [`NUMBER`] where it is not known who is asked.
#[derive(Clone, Debug)]
pub struct Confirm {
    /// The case and the form.
    pub act: Act,
    /// Who is to confirm: their name, or who they are.
    pub who: Phrase,
    /// What they confirm.
    pub says: Phrase,
    /// The paper that says the same.
    pub paper: Phrase,
    /// Whether the form asks who it is.
    pub named: bool,
    /// How it stands.
    pub stands: Stands,
    /// They were asked just now.
    pub done: bool,
    /// What was typed.
    pub typed: Typed,
}

/// What was typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// The way that was chosen.
    pub way: Option<String>,
    /// The name.
    pub name: String,
    /// The number.
    pub number: String,
}

/// How it stands.
#[derive(Clone, Debug)]
pub enum Stands {
    /// Nobody was asked yet.
    NotAsked,
    /// They have a code.
    Code(Code),
    /// Their code is too old, or was tried too often.
    CodeOver,
    /// They come to an office.
    Office,
    /// An office asks them.
    Statement,
    /// They said no.
    Refused,
}

/// A code and what it is for.
#[derive(Clone, Debug)]
pub struct Code {
    /// In groups.
    pub code: String,
    /// The last day it is good for.
    pub until: Date,
    /// The address where it is typed.
    pub address: String,
    /// Whether the last four signs of their number are asked there.
    pub four: bool,
}

/// The name of how they are asked.
pub const WAY: &str = "way";
/// The name of who is asked.
pub const NAME: &str = "name";
/// The name of their number.
pub const NUMBER: &str = "number";

/// That no way was chosen.
pub fn way_missing() -> Phrase {
    Phrase::new("confirm-ask-choose")
}

/// That whoever files was named.
pub fn own() -> Phrase {
    Phrase::new("confirm-ask-own")
}

/// That today no more codes are given.
pub fn no_more_today() -> Phrase {
    Phrase::new("confirm-ask-no-more")
}

/// The page.
pub fn page(text: Text<'_>, model: &Confirm) -> Page {
    let act = &model.act;
    let who = text.say(&model.who);
    let title = || Phrase::new("confirm-ask-title").with("who", Said::Words(Box::new(model.who.clone())));
    let asked_before = !matches!(model.stands, Stands::NotAsked);
    let paper = text.with("confirm-ask-paper", &[("paper", text.say(&model.paper).into())]);
    let again = asked_before.then(|| {
        view! {
            <h2 id="again">{text.get("confirm-other")}</h2>
            <p>{text.get("confirm-other-says")}</p>
        }
    });
    let done = model.done.then(|| {
        let says = view! { <p>{text.get("confirm-asked-says")}</p> };
        notice(Kind::Ok, text.get("confirm-asked"), says)
    });
    let inner = view! {
        {fields(text, model, &who)}
        {actions::row(vec![
            actions::submit(if asked_before { Look::Second } else { Look::Main }, text.get("confirm-ask-do")),
            actions::link(text.get("cases-back"), act.case_href.clone()),
        ])}
    };
    let matter = view! {
        {done}
        <div class="flow measure">
            <p class="lead">{text.say(&model.says)}</p>
            <p>{paper}</p>
            {stands(text, model, &who)}
            {again}
            {form::post(&act.action, act.hidden.clone(), inner.into_any())}
        </div>
    };
    let head = view! { <h1>{heading::words(text.say_phrases(&title()))}</h1> };
    act.page(text, text.say(&title()), head.into_any(), matter.into_any())
        .in_section(Section::Cases)
}

fn stands(text: Text<'_>, model: &Confirm, who: &str) -> Option<AnyView> {
    let says = |id: &'static str| {
        let says = text.with(id, &[("who", who.to_owned().into())]);
        view! { <p class="strong">{says}</p> }.into_any()
    };
    match &model.stands {
        Stands::NotAsked => None,
        Stands::Code(code) => Some(show(text, code, who)),
        Stands::CodeOver => Some(says("confirm-waits-code-over")),
        Stands::Office => Some(says("confirm-waits-office")),
        Stands::Statement => Some(says("confirm-waits-statement")),
        Stands::Refused => Some(says("confirm-waits-refused")),
    }
}

/// The code, and what they do with it.
fn show(text: Text<'_>, code: &Code, who: &str) -> AnyView {
    let of = || who.to_owned();
    let fill = if code.four {
        "confirm-code-fill-four"
    } else {
        "confirm-code-fill"
    };
    let until = (text.get("confirm-code-until"), text.day_with_weekday(code.until));
    view! {
        <h2 id="code">{text.with("confirm-code-title", &[("who", of().into())])}</h2>
        {reference(text.get("confirm-code"), code.code.clone(), until)}
        <p>{text.with("confirm-code-keep", &[("who", of().into())])}</p>
        <h3>{text.with("confirm-code-how", &[("who", of().into())])}</h3>
        <ol>
            <li>{text.with("confirm-code-go", &[("address", code.address.clone().into())])}</li>
            <li>{text.get(fill)}</li>
            <li>{text.get("confirm-code-answer")}</li>
        </ol>
        <p class="no-print">{text.get("confirm-code-print")}</p>
    }
    .into_any()
}

fn fields(text: Text<'_>, model: &Confirm, who: &str) -> AnyView {
    let asked = |name: &str, label: String, hint: Option<String>, optional| Asked {
        id: name.to_owned(),
        name: name.to_owned(),
        title: Title::Label(label),
        hint,
        error: model.act.error(text, name),
        optional,
    };
    let line = |asked, typed: &str| TextField {
        asked,
        typed: typed.to_owned(),
        width: Width::Identity,
        entry: Entry::Text,
        autocomplete: Autocomplete::Off,
    };
    let whom = model.named.then(|| {
        let label = text.with("confirm-ask-name", &[("who", who.to_owned().into())]);
        let name = asked(NAME, label, Some(text.get("confirm-ask-name-says")), false);
        let number = asked(
            NUMBER,
            text.get("confirm-ask-number"),
            Some(text.get("confirm-ask-number-says")),
            true,
        );
        view! {
            {line(name, &model.typed.name).view(text)}
            {line(number, &model.typed.number).view(text)}
        }
    });
    let choice =
        |way: AskWay, label: &'static str, says: String| Choice::new(way.as_str(), text.get(label)).hinted(Some(says));
    let ways = Radios {
        asked: asked(WAY, text.get("confirm-ask-how"), None, false),
        choices: vec![
            choice(
                AskWay::Code,
                "confirm-ask-code",
                text.with("confirm-ask-code-says", &[("who", who.to_owned().into())]),
            ),
            choice(
                AskWay::Office,
                "confirm-ask-office",
                text.get("confirm-ask-office-says"),
            ),
            choice(
                AskWay::Statement,
                "confirm-ask-statement",
                text.get("confirm-ask-statement-says"),
            ),
        ],
        unknown: false,
        chosen: model.typed.way.clone(),
        columns: false,
    };
    view! { {whom}{ways.view(text)} }.into_any()
}
