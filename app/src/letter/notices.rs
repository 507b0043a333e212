//! 公示: who is to receive what, for others to see and to object. Only what the rules ask for is shown:
//! a name with a character hidden, the place, the benefit; never a number, a diagnosis or a minor.

use leptos::prelude::*;
use zhida::calendar::Date;
use zhida::money::Fen;

use crate::components::actions::{self, Look};
use crate::components::back_link::back_link;
use crate::components::error_summary::{Wrong, error_summary};
use crate::components::field::{Asked, Title};
use crate::components::form::{self, Hidden};
use crate::components::heading;
use crate::components::table_cards::Table;
use crate::components::text_area::TextArea;
use crate::components::text_field::{Autocomplete, Entry, TextField, Width};
use crate::frame::{HOTLINE, Page};
use crate::question::Problem;
use crate::text::{Name, Phrase, Text};

/// The notices of a place.
#[derive(Clone, Debug)]
pub struct Notices {
    /// The place.
    pub place: Name,
    /// What is shown on this page, the oldest application first.
    pub posted: Vec<Posted>,
    /// The first page, where this is another.
    pub first: Option<String>,
    /// The next page, if there is one.
    pub further: Option<String>,
}

/// One grant that is shown.
#[derive(Clone, Debug)]
pub struct Posted {
    /// The name with a character hidden.
    pub person: String,
    /// The street or township.
    pub township: Name,
    /// What is granted.
    pub service: Phrase,
    /// A month's amount.
    pub monthly: Fen,
    /// The last day of the notice.
    pub until: Date,
    /// The page to object on.
    pub object_href: String,
}

/// The list.
pub fn page(text: Text<'_>, model: &Notices) -> Page {
    let place = model.place.shown(text.language()).0.to_owned();
    let title = ("notices-title", [("place", place.into())]);
    let rows = model.posted.iter().map(|posted| {
        let person = posted.person.clone();
        let words = text.get("notices-object");
        let label = actions::about(&words, &person);
        let object = view! {
            <a href=posted.object_href.clone() aria-label=label>{words}</a>
        };
        let cells = vec![
            posted.township.shown(text.language()).0.to_owned().into_any(),
            text.say(&posted.service).into_any(),
            text.money(posted.monthly).into_any(),
            text.date(posted.until).into_any(),
            object.into_any(),
        ];
        (person.into_any(), cells)
    });
    let table = Table {
        caption: text.with("notices-caption", &[("count", model.posted.len().into())]),
        caption_shown: true,
        heads: vec![
            text.get("notices-person"),
            text.get("notices-township"),
            text.get("notices-service"),
            text.get("notices-monthly"),
            text.get("notices-until"),
            text.get("notices-act"),
        ],
        rows: rows.collect(),
    };
    let table = if model.posted.is_empty() {
        view! { <p>{text.get("notices-none")}</p> }.into_any()
    } else {
        table.view()
    };
    let body = view! {
        <h1>{heading::words(text.phrases(title.0, &title.1))}</h1>
        <p class="lead">{text.get("notices-lead")}</p>
        {table}
        {pager(text, model)}
        <p>{text.get("notices-private")}</p>
    };
    Page::new(text.with(title.0, &title.1), body).flowing()
}

fn pager(text: Text<'_>, model: &Notices) -> Option<AnyView> {
    if model.first.is_none() && model.further.is_none() {
        return None;
    }
    let first = model.first.clone();
    let first = first.map(|href| actions::link(text.get("notices-first-page"), href));
    let further = model.further.clone().map(|href| {
        view! { <a class="button button-second button-small" href=href>{text.get("notices-further")}</a> }
    });
    Some(view! { <nav class="pager" aria-label=text.get("notices-pages")>{first}{further}</nav> }.into_any())
}

/// The form to object with. It posts [`WHY`] and [`CONTACT`].
#[derive(Clone, Debug)]
pub struct Objecting {
    /// The page's own address.
    pub action: String,
    /// The list.
    pub back: String,
    /// Unseen fields of the form: the operation id.
    pub hidden: Hidden,
    /// What is objected to.
    pub posted: Posted,
    /// What was typed: why, and how to reach the one who says it.
    pub typed: (String, String),
    /// What must be put right.
    pub problems: Vec<Problem>,
}

/// The name of what is wrong with a grant.
pub const WHY: &str = "why";
/// The name of how to reach whoever objects.
pub const CONTACT: &str = "contact";

/// That nothing was written, or too much.
pub fn why_wrong() -> Phrase {
    Phrase::new("notices-why-wrong")
}

/// That today allows no more from here.
pub fn no_more_today() -> Phrase {
    Phrase::new("notices-no-more-today")
}

/// That the contact is too long.
pub fn contact_wrong() -> Phrase {
    Phrase::new("notices-contact-wrong")
}

/// The form.
pub fn object(text: Text<'_>, model: &Objecting) -> Page {
    let asked = |name: &str, label: String, hint: String, optional: bool| {
        let problem = model.problems.iter().find(|problem| problem.field == name);
        Asked {
            id: name.to_owned(),
            name: name.to_owned(),
            title: Title::Label(label),
            hint: Some(hint),
            error: problem.map(|problem| text.say(&problem.message)),
            optional,
        }
    };
    let why = TextArea {
        asked: asked(WHY, text.get("notices-why"), text.get("notices-why-says"), false),
        typed: model.typed.0.clone(),
    };
    let contact = TextField {
        asked: asked(
            CONTACT,
            text.get("notices-contact"),
            text.get("notices-contact-says"),
            true,
        ),
        typed: model.typed.1.clone(),
        width: Width::Full,
        entry: Entry::Text,
        autocomplete: Autocomplete::Off,
    };
    let township = model.posted.township.shown(text.language()).0.to_owned();
    let about = text.with(
        "notices-about",
        &[
            ("person", model.posted.person.clone().into()),
            ("township", township.into()),
            ("service", text.say(&model.posted.service).into()),
            ("until", text.date(model.posted.until).into()),
        ],
    );
    let inner = view! {
        {why.view(text)}
        {contact.view(text)}
        {actions::row(vec![actions::submit(Look::Main, text.get("notices-send"))])}
    };
    let wrong = model.problems.iter().map(|problem| Wrong {
        input: problem.field.clone(),
        message: text.say(&problem.message),
    });
    let body = view! {
        {back_link(text.get("notices-back"), model.back.clone())}
        {error_summary(text, wrong.collect())}
        <div class="page-head">
            <p class="caption">{about}</p>
            <h1>{heading::words(text.phrases("notices-object-title", &[]))}</h1>
            <p class="lead">{text.get("notices-object-lead")}</p>
        </div>
        {form::post(&model.action, model.hidden.clone(), inner.into_any())}
    };
    Page::new(text.get("notices-object-title"), body).with_problems(!model.problems.is_empty())
}

/// After objecting.
pub fn objected(text: Text<'_>, back: &str) -> Page {
    let body = view! {
        <h1>{heading::words(text.phrases("notices-thanks", &[]))}</h1>
        <p class="lead">{text.get("notices-thanks-says")}</p>
        <p>{text.with("notices-thanks-call", &[("number", HOTLINE.into())])}</p>
        {actions::row(vec![actions::link(text.get("notices-back"), back)])}
    };
    Page::new(text.get("notices-thanks"), body).flowing()
}
