//! Signing in.

use leptos::prelude::*;

use super::entries::{Acts, Entries, field};
use crate::apply::resume::ByCode;
use crate::components::field::Title;
use crate::components::heading;
use crate::components::notice::{Kind, notice};
use crate::components::text_field::{Autocomplete, Entry, Width};
use crate::frame::{Page, Section};
use crate::text::Text;

/// The page that signs in.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// What was typed.
    pub entries: Entries,
    /// Why it is shown, where the visitor wanted another page.
    pub why: Option<Why>,
    /// How it goes without an account, where the page that was wanted may be one of a draft or a case.
    pub by_code: Option<ByCode>,
    /// The page that signs up, which goes on to the same place.
    pub sign_up: String,
}

/// Why somebody has to sign in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The page is only for those who are signed in.
    Needed,
    /// They were, and it ended.
    Ended {
        /// What they had just typed is kept for them.
        typed_kept: bool,
    },
    /// They may have been, but nothing here tells who they were: what they had just typed is kept for nobody.
    Lost,
}

/// The page.
pub fn page(text: Text<'_>, model: &SignIn) -> Page {
    let entries = &model.entries;
    let name = (Width::Full, Entry::Text, Autocomplete::Username);
    let fields = vec![
        entries.line(text, field::NAME, Title::Label(text.get("account-name")), None, name),
        entries.password(
            text,
            field::PASSWORD,
            text.get("account-password"),
            text.get("account-password-hint"),
            Autocomplete::CurrentPassword,
        ),
    ];
    let acts = Acts {
        act: text.get("account-sign-in"),
        password: true,
        leave: None,
    };
    let body = view! {
        {entries.summary(text, &[field::NAME, field::PASSWORD])}
        <div class="page-head">
            <h1>{heading::words(text.phrases("account-sign-in-title", &[]))}</h1>
            <p class="lead">{text.get("account-sign-in-lead")}</p>
            {model.why.map(|why| match (why, &model.by_code) {
                (Why::Needed, Some(_)) => {
                    notice(Kind::Wait, text.get("account-unknown"), view! { <p>{text.get("account-unknown-says")}</p> })
                }
                _ => because(text, why),
            })}
            {model.by_code.as_ref().map(|way| way.view(text))}
        </div>
        <div class="flow">
            {entries.form(text, "/account/sign-in", fields, acts)}
            <section class="section">
                <h2>{text.get("account-other-ways")}</h2>
                <ul class="link-list" role="list">
                    <li><a href=model.sign_up.clone()>{text.get("account-to-sign-up")}</a></li>
                    <li><a href="/account/recover">{text.get("account-to-recover")}</a></li>
                    <li><a href="/office/sign-in">{text.get("account-to-staff")}</a></li>
                </ul>
                <p class="hint">{text.get("account-no-tests")}</p>
                <p class="hint measure">{text.get("account-session-lasts")}</p>
            </section>
        </div>
    };
    Page::new(text.get("account-sign-in-title"), body)
        .in_section(Section::Account)
        .with_problems(entries.wrong())
}

pub(super) fn because(text: Text<'_>, why: Why) -> AnyView {
    let (title, says) = match why {
        Why::Needed => (text.get("account-needed"), text.get("account-needed-says")),
        Why::Ended { typed_kept: false } => (text.get("account-ended"), text.get("account-ended-says")),
        Why::Ended { typed_kept: true } => (text.get("account-ended"), text.get("account-ended-kept")),
        Why::Lost => (text.get("account-lost"), text.get("account-lost-says")),
    };
    notice(Kind::Wait, title, view! { <p>{says}</p> })
}
