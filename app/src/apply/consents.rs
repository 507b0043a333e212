//! What the law lets the offices do without asking, said; and what needs a yes, asked one by one.
//!
//! Basis: 个人信息保护法 arts. 13, 16, 28–31, 34, 35: offices handling an application inform; everything
//! else is a separate consent that can be left out and taken back; under 14 a guardian consents.

use leptos::prelude::*;

use super::Step;
use super::checked::Checked;
use crate::components::actions::{self, Look};
use crate::components::details::more;
use crate::components::field::Title;
use crate::components::radios::{Choice, described_row};
use crate::components::{form, heading};
use crate::frame::Page;
use crate::text::{Phrase, Text};

/// What the page shows. Each consent given is posted under its name with `yes`; those left out are not posted.
#[derive(Clone, Debug)]
pub struct Consents {
    /// The page.
    pub step: Step,
    /// The child, where the person is under 14: then the guardian must consent.
    pub child: Option<String>,
    /// Whether a grant of what is applied for is shown in public.
    pub notice: bool,
    /// The consents asked that may be left out, in order.
    pub asked: Vec<Consent>,
    /// The consents ticked before.
    pub given: Vec<Consent>,
    /// Who checks what.
    pub checked: Checked,
}

/// A consent of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Consent {
    /// A guardian's, for a child under 14; needed.
    Child,
    /// Messages to the telephone about this application; may be left out.
    Messages,
    /// The village's disability officer learns name and telephone, to help at home; may be left out.
    Village,
    /// The answers are used to see what else the person could get; may be left out.
    OtherHelp,
}

impl Consent {
    /// Those that may be left out, in the order they are asked.
    pub const OPTIONAL: [Self; 3] = [Self::Messages, Self::Village, Self::OtherHelp];

    /// The name it is posted and stored under.
    pub fn name(self) -> &'static str {
        match self {
            Self::Child => "child",
            Self::Messages => "messages",
            Self::Village => "village",
            Self::OtherHelp => "other_help",
        }
    }

    /// The consent of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Child, Self::Messages, Self::Village, Self::OtherHelp]
            .into_iter()
            .find(|consent| consent.name() == name)
    }

    /// Its words: what is agreed to, and what it means.
    pub fn words(self, text: Text<'_>) -> (String, String) {
        match self {
            Self::Child => (text.get("consent-child"), text.get("consent-child-says")),
            Self::Messages => (text.get("consent-messages"), text.get("consent-messages-says")),
            Self::Village => (text.get("consent-village"), text.get("consent-village-says")),
            Self::OtherHelp => (text.get("consent-other-help"), text.get("consent-other-help-says")),
        }
    }
}

/// That a guardian must consent.
pub fn child_needed() -> Phrase {
    Phrase::new("consent-child-needed")
}

/// The page.
pub fn page(text: Text<'_>, model: &Consents) -> Page {
    let step = &model.step;
    let given = |consent: Consent| model.given.contains(&consent);
    let child = model.child.as_ref().map(|child| {
        let title = text.with("consent-for-child", &[("child", child.clone().into())]);
        let asked = step.asked(text, Consent::Child.name(), Title::Label(title), None);
        let (words, says) = Consent::Child.words(text);
        let choice = Choice::new("yes", words).hinted(Some(says));
        let tick = asked.row("checkbox", asked.id.clone(), &choice, given(Consent::Child));
        asked.group(text, view! { <div class="choices">{tick}</div> }.into_any())
    });
    let optional = model.asked.iter().copied().enumerate().map(|(at, consent)| {
        let (words, says) = consent.words(text);
        let choice = Choice::new("yes", words).hinted(Some(says));
        let hint = (at == 0).then(|| "optional-hint".to_owned());
        let name = consent.name();
        described_row("checkbox", name.to_owned(), name, &choice, given(consent), hint)
    });
    let mut acts = vec![actions::submit(Look::Main, text.get("question-continue"))];
    acts.extend(step.stop_here(text));
    let inner = view! {
        {child}
        <fieldset class="field">
            <legend class="label">{text.get("consent-optional")}</legend>
            <p class="hint" id="optional-hint">{text.get("consent-optional-says")}</p>
            <div class="choices">{optional.collect_view()}</div>
        </fieldset>
        {actions::row(acts)}
    };
    let mut uses = vec!["consent-use-check", "consent-use-who", "consent-use-kept"];
    if model.notice {
        uses.push("consent-use-notice");
    }
    let body = view! {
        <div class="page-head">
            <h1>{heading::words(text.phrases("consent-title", &[]))}</h1>
            <p class="lead">{text.get("consent-lead")}</p>
        </div>
        <div class="flow measure">
            <h2>{text.get("consent-use")}</h2>
            <ul>{uses.into_iter().map(|says| view! { <li>{model.checked.say(text, says)}</li> }).collect_view()}</ul>
            {more(text.get("consent-rights"), view! { <p>{text.get("consent-rights-says")}</p> })}
            {form::post_kept(&step.action, step.hidden.clone(), inner.into_any())}
        </div>
    };
    step.page(text, text.get("consent-title"), body.into_any())
        .keeping_what_is_typed()
}
