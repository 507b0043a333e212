//! Asked once more before what cannot be taken back: what is about to be done, in full, and the way back to the form.

use leptos::prelude::*;

use super::Head;
use super::reveal::titled;
use crate::components::actions::{self, Look};
use crate::components::back_link::back_link;
use crate::components::facts::{Fact, facts};
use crate::components::form::{self, Hidden};
use crate::components::notice::{Kind, notice};
use crate::frame::Page;
use crate::text::{Phrase, Text};

/// The field that says whether it is meant.
pub const CONFIRMED: &str = "confirmed";
/// Its value where it is.
pub const YES: &str = "yes";
/// Its value where the form is wanted back.
pub const NO: &str = "no";

/// What is about to be done.
#[derive(Clone, Debug)]
pub struct Confirm {
    /// The case.
    pub head: Head,
    /// The question.
    pub title: Phrase,
    /// What happens then.
    pub happens: Phrase,
    /// What was typed, in words and in full.
    pub says: Vec<(Phrase, String)>,
    /// The words of the button.
    pub act: Phrase,
    /// Where the form is sent.
    pub action: String,
    /// Everything that was typed, unseen.
    pub hidden: Hidden,
}

/// The page.
pub fn page(text: Text<'_>, confirm: &Confirm) -> Page {
    let title = text.say(&confirm.title);
    let says = confirm.says.iter().map(|(name, value)| Fact {
        name: text.say(name),
        value: value.clone().into_any(),
        source: None,
        change: None,
    });
    let inner = actions::row(vec![
        actions::submit_as(Look::Main, text.say(&confirm.act), CONFIRMED, YES),
        actions::submit_as(Look::Second, text.get("casework-confirm-back"), CONFIRMED, NO),
    ]);
    let body = view! {
        {back_link(text.get("casework-back-to-case"), confirm.head.href())}
        <div class="page-head">
            <p class="caption">{confirm.head.caption(text)}</p>
            <h1>{title.clone()}</h1>
        </div>
        {facts(says.collect())}
        {notice(Kind::Wait, text.say(&confirm.happens), ())}
        {form::post(&confirm.action, confirm.hidden.clone(), inner)}
    };
    Page::new(titled(text, title, &confirm.head), body)
}
