//! The papers an office asked for, all at once: each is sent or brought, then the list is handed in.

use leptos::prelude::*;
use zhida::calendar::Date;

use super::Act;
use crate::components::actions::{self, Look};
use crate::components::field::{Asked, Title};
use crate::components::radios::Choice;
use crate::components::said::said;
use crate::components::{form, heading};
use crate::frame::Page;
use crate::text::{Name, Phrase, Said, Text};

/// What the page shows. It posts [`BRING`] with the kind of each paper that comes to the office.
#[derive(Clone, Debug)]
pub struct Papers {
    /// The case and the form.
    pub act: Act,
    /// The office that asks.
    pub office: Name,
    /// The day it asked.
    pub asked_on: Date,
    /// The last day.
    pub until: Date,
    /// Nothing waits for them: it goes on, or was granted, without.
    pub later: bool,
    /// What is wrong with what there is, in the officer's words.
    pub sentence: Option<String>,
    /// The papers.
    pub papers: Vec<Paper>,
}

/// A paper asked for.
#[derive(Clone, Debug)]
pub struct Paper {
    /// Its kind.
    pub kind: String,
    /// Its name.
    pub name: Phrase,
    /// Which pages of it, what must be readable.
    pub says: Option<Phrase>,
    /// The names of the files sent for this list.
    pub files: Vec<String>,
    /// The page to send it on.
    pub send_href: String,
    /// Whether it was ticked that it comes to the office.
    pub bring: bool,
}

/// The name of the ticks.
pub const BRING: &str = "bring";

/// The id of a paper's tick, where its problem stands.
pub fn field(kind: &str) -> String {
    format!("bring-{kind}")
}

/// That a paper was neither sent nor ticked.
pub fn neither(paper: Phrase) -> Phrase {
    Phrase::new("cases-paper-neither").with("paper", Said::Words(Box::new(paper)))
}

/// The page.
pub fn page(text: Text<'_>, model: &Papers) -> Page {
    let act = &model.act;
    let office = model.office.shown(text.language()).0.to_owned();
    let asked = text.with(
        "cases-asked",
        &[
            ("office", office.clone().into()),
            ("asked", text.date(model.asked_on).into()),
            ("day", text.day_with_weekday(model.until).into()),
        ],
    );
    let sentence = model.sentence.clone().map(|sentence| {
        view! {
            <p>{text.with("cases-asked-why", &[("office", office.into())])}</p>
            {said(text, &sentence)}
        }
    });
    let papers = model.papers.iter().map(|given| paper(text, act, given));
    let inner = view! {
        {papers.collect_view()}
        {actions::row(vec![actions::submit(Look::Main, text.get("cases-hand-in"))])}
    };
    let matter = view! {
        <div class="flow measure">
            <p class="lead">{asked}</p>
            {sentence}
            <p>{text.get(if model.later { "cases-asked-later" } else { "cases-asked-clock" })}</p>
            {form::post(&act.action, act.hidden.clone(), inner.into_any())}
        </div>
    };
    let count = ("cases-papers-title", [("count", model.papers.len().into())]);
    let head = view! { <h1>{heading::words(text.phrases(count.0, &count.1))}</h1> };
    act.page(text, text.with(count.0, &count.1), head.into_any(), matter.into_any())
}

fn paper(text: Text<'_>, act: &Act, paper: &Paper) -> AnyView {
    let id = field(&paper.kind);
    let name = text.say(&paper.name);
    let asked = Asked {
        id: id.clone(),
        name: BRING.to_owned(),
        title: Title::Label(name.clone()),
        hint: paper.says.as_ref().map(|says| text.say(says)),
        error: act.error(text, &id),
        optional: false,
    };
    let files = paper.files.iter().map(|file| view! { <li>{file.clone()}</li> });
    let files = (!paper.files.is_empty()).then(|| {
        view! {
            <p>{text.with("cases-paper-sent", &[("count", paper.files.len().into())])}</p>
            <ul>{files.collect_view()}</ul>
        }
    });
    let send = if paper.files.is_empty() {
        text.get("cases-paper-send")
    } else {
        text.get("cases-paper-send-more")
    };
    let label = actions::about(&send, &name);
    let choice = Choice::new(paper.kind.clone(), text.get("upload-bring"));
    let inputs = view! {
        <div class="stack-4">
            {files}
            <p>
                <a class="button button-second button-small" href=paper.send_href.clone() aria-label=label>{send}</a>
            </p>
            {paper.files.is_empty().then(|| view! {
                <div class="choices">{asked.row("checkbox", id, &choice, paper.bring)}</div>
            })}
        </div>
    };
    asked.group(text, inputs.into_any())
}
