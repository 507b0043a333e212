//! The display settings: everything the display bar has, and the rest.

use leptos::prelude::*;

use crate::components::actions::{self, Look};
use crate::components::back_link::back_link;
use crate::components::field::{Asked, Title};
use crate::components::notice::{Kind, notice};
use crate::components::radios::{Choice, Radios};
use crate::components::{form, heading};
use crate::frame::{Display, Page, own_name};
use crate::text::{Language, Level, Text};

/// What the settings page shows.
#[derive(Clone, Debug)]
pub struct Settings {
    /// What is chosen now.
    pub display: Display,
    /// The page the visitor came from, and goes back to.
    pub return_to: String,
    /// Whether a choice has just been saved.
    pub saved: bool,
}

/// The settings page. It posts the fields of [`Display::choose`], `language`, `level` and `return`,
/// or `reset`.
pub fn page(text: Text<'_>, settings: &Settings) -> Page {
    let saved = settings.saved.then(|| {
        notice(
            Kind::Ok,
            text.get("display-saved"),
            view! { <p>{text.get("display-saved-says")}</p> },
        )
    });
    let fields = view! {
        <div class="field notice">
            <p class="strong">{text.get("display-try")}</p>
            <p>{text.get("display-try-says")}</p>
        </div>
        {fields(text, settings.display)}
        {actions::row(vec![
            actions::submit(Look::Main, text.get("display-save")),
            actions::submit_as(Look::Second, text.get("display-reset"), "reset", "1"),
        ])}
    };
    let hidden = vec![("return".to_owned(), settings.return_to.clone())];
    let body = view! {
        {back_link(text.get("display-back"), settings.return_to.clone())}
        <div class="page-head">
            <h1>{heading::words(text.phrases("display-title", &[]))}</h1>
            <p class="lead">{text.get("display-lead")}</p>
            {saved}
        </div>
        {form::post("/display", hidden, fields.into_any())}
    };
    Page::new(text.get("display-title"), body)
}

fn fields(text: Text<'_>, display: Display) -> AnyView {
    let plain = |value: &str, label: String| Choice::new(value, label);
    let hinted = |value: &str, label: String, hint: String| Choice::new(value, label).hinted(Some(hint));
    let languages = Language::ALL.map(|language| Choice {
        foreign: (language != text.language()).then_some(language),
        ..Choice::new(language.code(), own_name(language))
    });
    view! {
        {radios(text, "view", text.get("display-view"), display.view().unwrap_or("full"), vec![
            plain("full", text.get("display-view-full")),
            hinted("simple", text.get("frame-simple"), text.get("display-view-simple-says")),
        ])}
        {radios(text, "text", text.get("display-text"), display.text().unwrap_or("100"), vec![
            plain("100", text.get("display-standard")),
            plain("125", text.get("display-text-125")),
            plain("150", text.get("display-text-150")),
            plain("175", text.get("display-text-175")),
            plain("200", text.get("display-text-200")),
        ])}
        {radios(text, "theme", text.get("display-theme"), display.theme().unwrap_or("auto"), vec![
            plain("auto", text.get("display-theme-auto")),
            plain("light", text.get("display-theme-light")),
            plain("dark", text.get("display-theme-dark")),
            hinted("contrast", text.get("frame-contrast"), text.get("display-theme-contrast-says")),
        ])}
        {radios(text, "spacing", text.get("display-spacing"), display.spacing().unwrap_or("normal"), vec![
            plain("normal", text.get("display-standard")),
            plain("wide", text.get("display-spacing-wide")),
        ])}
        {radios(text, "motion", text.get("display-motion"), display.motion().unwrap_or("system"), vec![
            plain("system", text.get("display-theme-auto")),
            plain("still", text.get("display-motion-still")),
        ])}
        {radios(text, "aloud", text.get("aloud-setting"), display.aloud().unwrap_or("with-simple"), vec![
            plain("with-simple", text.get("aloud-with-simple")),
            hinted("aloud", text.get("aloud-always"), text.get("aloud-always-says")),
            plain("silent", text.get("aloud-never")),
        ])}
        {radios(text, "language", text.get("display-language"), text.language().code(), languages.to_vec())}
        {radios(text, "level", text.get("display-level"), text.level().code(), vec![
            plain(Level::Standard.code(), text.get("display-level-standard")),
            hinted(Level::Easy.code(), text.get("display-level-easy"), text.get("display-level-easy-says")),
        ])}
    }
    .into_any()
}

fn radios(text: Text<'_>, name: &str, label: String, chosen: &str, choices: Vec<Choice>) -> AnyView {
    let asked = Asked {
        id: name.to_owned(),
        name: name.to_owned(),
        title: Title::Label(label),
        hint: None,
        error: None,
        optional: false,
    };
    Radios {
        asked,
        choices,
        unknown: false,
        chosen: Some(chosen.to_owned()),
        columns: false,
    }
    .view(text)
}
