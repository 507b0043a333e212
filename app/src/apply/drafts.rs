//! Applications begun and not sent yet; and the page that says how to go on another day.

use leptos::prelude::*;
use zhida::calendar::{Date, Instant};

use crate::components::actions::{self, Look};
use crate::components::back_link::back_link;
use crate::components::form::{self, Hidden};
use crate::components::heading;
use crate::components::notice::{Kind, notice};
use crate::frame::Page;
use crate::text::{Phrase, Text};

/// The list.
#[derive(Clone, Debug)]
pub struct Drafts {
    /// The applications, the one worked on last first.
    pub drafts: Vec<Draft>,
    /// Since when others, begun here, are filled in on another device.
    pub left: Vec<Instant>,
    /// Where a new one begins.
    pub start: String,
    /// Where one goes on with a resume code.
    pub resume: String,
}

/// An application that is not sent yet.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What is applied for.
    pub services: Vec<Phrase>,
    /// For whom, once that was answered.
    pub person: Option<String>,
    /// When it was last saved.
    pub saved: Instant,
    /// Until when it is kept.
    pub kept_until: Date,
    /// Where it goes on.
    pub href: String,
    /// The page that throws it away, which asks first.
    pub discard: String,
}

/// The list of applications begun.
pub fn page(text: Text<'_>, model: &Drafts) -> Page {
    let drafts = model.drafts.iter().map(|draft| {
        let title = title(text, draft);
        let saved = text.with("drafts-saved", &[("at", text.moment(draft.saved).into())]);
        let kept = text.with("drafts-kept", &[("day", text.date(draft.kept_until).into())]);
        let for_whom = draft.person.as_ref().map(|person| {
            view! { <p>{text.with("answers-for", &[("person", person.clone().into())])}</p> }
        });
        let [go_on, discard] = ["drafts-go-on", "drafts-discard"].map(|id| text.get(id));
        let [on, off] = [&go_on, &discard].map(|words| actions::about(words, &title));
        view! {
            <li>
                <h2><a href=draft.href.clone()>{title.clone()}</a></h2>
                {for_whom}
                <p>{saved}</p>
                <p class="note muted">{kept}</p>
                <p class="actions">
                    <a class="button button-second button-small" href=draft.href.clone() aria-label=on>{go_on}</a>
                    <a href=draft.discard.clone() aria-label=off>{discard}</a>
                </p>
            </li>
        }
    });
    let left = model.left.iter().map(|at| {
        view! { <p>{text.with("drafts-left", &[("at", text.moment(*at).into())])}</p> }
    });
    let none = model.drafts.is_empty();
    let list = (!none).then(|| view! { <ul class="case-list" role="list">{drafts.collect_view()}</ul> });
    let look = if none { Look::Main } else { Look::Second };
    let body = view! {
        <div class="page-head">
            <h1>{heading::words(text.phrases("drafts-title", &[]))}</h1>
            <p class="lead">{if none { text.get("drafts-none") } else { text.get("drafts-lead") }}</p>
        </div>
        <div class="measure flow">
            {list}
            {left.collect_view()}
            {actions::row(vec![
                actions::go(look, text.get("drafts-start"), model.start.clone()),
                actions::link(text.get("drafts-resume"), model.resume.clone()),
            ])}
        </div>
    };
    Page::new(text.get("drafts-title"), body)
}

fn title(text: Text<'_>, draft: &Draft) -> String {
    match draft.services.as_slice() {
        [] => text.get("drafts-unnamed"),
        [one] => text.say(one),
        [one, other] => text.with(
            "drafts-two",
            &[("one", text.say(one).into()), ("other", text.say(other).into())],
        ),
        many => text.with(
            "drafts-many",
            &[("one", text.say(&many[0]).into()), ("count", many.len().into())],
        ),
    }
}

/// What is asked before a draft is thrown away. It posts to `action`.
#[derive(Clone, Debug)]
pub struct Discard {
    /// The draft.
    pub draft: Draft,
    /// The page's own address.
    pub action: String,
    /// Unseen fields of the form.
    pub hidden: Hidden,
    /// Back to the list.
    pub back: String,
}

/// The page that asks before a draft is thrown away.
pub fn discard(text: Text<'_>, model: &Discard) -> Page {
    let inner = actions::row(vec![
        actions::submit(Look::Danger, text.get("drafts-discard-do")),
        actions::link(text.get("drafts-discard-not"), model.back.clone()),
    ]);
    let body = view! {
        {back_link(text.get("drafts-title"), model.back.clone())}
        <div class="page-head">
            <h1>{heading::words(text.phrases("drafts-discard-title", &[]))}</h1>
            <p class="lead">{title(text, &model.draft)}</p>
        </div>
        <div class="measure flow">
            <p>{text.get("drafts-discard-says")}</p>
            {form::post(&model.action, model.hidden.clone(), inner)}
        </div>
    };
    Page::new(text.get("drafts-discard-title"), body)
}

/// How to go on another day: shown when somebody stops.
#[derive(Clone, Debug)]
pub struct Stopped {
    /// The code to go on with, in groups; nothing for accounts, which find it in their list.
    pub code: Option<String>,
    /// Whether the birth date is needed beside the code.
    pub birth: bool,
    /// Until when it is kept.
    pub kept_until: Date,
    /// Where it goes on.
    pub go_on: String,
    /// Where the code is typed in.
    pub resume: String,
}

/// The page that says how to go on another day.
pub fn stopped(text: Text<'_>, model: &Stopped) -> Page {
    let how = match &model.code {
        Some(code) => notice(
            Kind::Wait,
            text.with("stopped-code", &[("code", code.clone().into())]),
            view! {
                <p>{text.get(if model.birth { "stopped-code-says" } else { "stopped-code-alone-says" })}</p>
                <p><a href=model.resume.clone()>{text.get("stopped-code-where")}</a></p>
            },
        ),
        None => view! { <p>{text.get("stopped-account")}</p> }.into_any(),
    };
    let body = view! {
        <h1>{heading::words(text.phrases("stopped-title", &[]))}</h1>
        <p class="lead">{text.with("stopped-lead", &[("day", text.date(model.kept_until).into())])}</p>
        {how}
        {actions::row(vec![
            actions::go(Look::Main, text.get("stopped-go-on"), model.go_on.clone()),
            actions::link(text.get("errors-home"), "/"),
        ])}
    };
    Page::new(text.get("stopped-title"), body).flowing()
}

/// A draft that was begun here and opened somewhere else since.
#[derive(Clone, Debug)]
pub struct Moved {
    /// When it was opened there.
    pub at: Instant,
    /// Whether what was typed here just now is kept for when it comes back.
    pub kept: bool,
    /// Where it comes back with its code.
    pub resume: String,
}

/// The page for the device that had the draft before.
pub fn moved(text: Text<'_>, model: &Moved) -> Page {
    let kept = model.kept.then(|| view! { <p>{text.get("moved-kept")}</p> });
    let body = view! {
        <h1>{heading::words(text.phrases("moved-title", &[]))}</h1>
        <p class="lead">{text.with("moved-lead", &[("at", text.moment(model.at).into())])}</p>
        <p>{text.get("moved-says")}</p>
        {kept}
        {actions::row(vec![
            actions::go(Look::Main, text.get("moved-go-on"), model.resume.clone()),
            actions::link(text.get("errors-home"), "/"),
        ])}
        <p class="hint">{text.get("moved-stranger")}</p>
    };
    Page::new(text.get("moved-title"), body).flowing()
}
