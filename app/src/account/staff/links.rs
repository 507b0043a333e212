//! Which accounts are linked to somebody at the window, and ending that.

use leptos::prelude::*;
use zhida::calendar::Instant;

use super::hand_over::names;
use crate::account::entries::{Acts, Entries};
use crate::components::actions::{self, Look};
use crate::components::back_link::back_link;
use crate::components::error_summary::{Wrong, error_summary};
use crate::components::field::{Asked, Title};
use crate::components::form::{self, Hidden};
use crate::components::heading;
use crate::components::notice::{Kind, notice};
use crate::components::radios::{Choice, Radios};
use crate::components::text_area::TextArea;
use crate::components::text_field::{Autocomplete, Entry, Width};
use crate::frame::Page;
use crate::question::Problem;
use crate::text::{Name, Text};

/// The address of both pages.
pub const HREF: &str = "/office/links";
/// The name of the account whose link ends.
pub const ACCOUNT: &str = "account";
/// The name of the reason.
pub const REASON: &str = "reason";
/// The name of the button that ends a link.
pub const ENDS: &str = "ends";

/// What is linked to a person.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The person's name.
    pub name: String,
    /// Unseen fields: whose it is.
    pub hidden: Hidden,
    /// The accounts, the first linked first.
    pub accounts: Vec<LinkedAccount>,
    /// The one that was chosen.
    pub chosen: Option<String>,
    /// The reason as typed.
    pub reason: String,
    /// What must be put right.
    pub problems: Vec<Problem>,
}

/// An account that is linked.
#[derive(Clone, Debug)]
pub struct LinkedAccount {
    /// Its id.
    pub id: String,
    /// How the name it signs in with begins.
    pub begins: String,
    /// The office that linked it.
    pub office: Option<Name>,
    /// Since when.
    pub since: Instant,
}

/// The page that asks for whom; `ended` where a link was just ended.
pub fn page(text: Text<'_>, entries: &Entries, ended: bool) -> Page {
    let line = (Width::Identity, Entry::Text, Autocomplete::Off);
    let field = |name, label| entries.line(text, name, Title::Label(text.get(label)), None, line);
    let fields = vec![
        field(names::PERSON, "staff-link-person"),
        field(names::NUMBER, "staff-link-number"),
    ];
    let acts = Acts {
        act: text.get("staff-links-look"),
        password: false,
        leave: None,
    };
    let ended = ended.then(|| {
        let says = view! { <p>{text.get("staff-links-ended-says")}</p> };
        notice(Kind::Ok, text.get("staff-links-ended"), says)
    });
    let body = view! {
        {back_link(text.get("staff-back"), "/office/account")}
        {entries.summary(text, &[names::PERSON, names::NUMBER])}
        <div class="page-head">
            <h1>{heading::words(text.phrases("staff-links-title", &[]))}</h1>
            {ended}
            <p class="lead">{text.get("staff-links-lead")}</p>
        </div>
        {entries.form(text, HREF, fields, acts)}
    };
    Page::new(text.get("staff-links-title"), body).with_problems(entries.wrong())
}

/// The accounts, and the form that ends the link of one.
pub fn found(text: Text<'_>, found: &Found) -> Page {
    let wrong = found.problems.iter().map(|problem| Wrong {
        input: problem.field.clone(),
        message: text.say(&problem.message),
    });
    let body = view! {
        {back_link(text.get("staff-links-back"), HREF)}
        {error_summary(text, wrong.collect())}
        <div class="page-head">
            <p class="caption">{found.name.clone()}</p>
            <h1>{heading::words(text.phrases("staff-links-title", &[]))}</h1>
        </div>
        {ends(text, found)}
    };
    Page::new(text.get("staff-links-title"), body).with_problems(!found.problems.is_empty())
}

fn ends(text: Text<'_>, found: &Found) -> AnyView {
    if found.accounts.is_empty() {
        return view! { <p>{text.get("staff-links-none")}</p> }.into_any();
    }
    let asked = |name: &str, title: Title, hint: &str| Asked {
        id: name.to_owned(),
        name: name.to_owned(),
        title,
        hint: Some(text.get(hint)),
        error: found
            .problems
            .iter()
            .find(|problem| problem.field == name)
            .map(|problem| text.say(&problem.message)),
        optional: false,
    };
    let accounts = Radios {
        asked: asked(
            ACCOUNT,
            Title::Label(text.get("staff-links-which")),
            "staff-links-which-hint",
        ),
        choices: found
            .accounts
            .iter()
            .map(|account| Choice::new(account.id.clone(), account.words(text)))
            .collect(),
        unknown: false,
        chosen: found.chosen.clone(),
        columns: false,
    };
    let reason = TextArea {
        asked: asked(
            REASON,
            Title::Label(text.get("staff-links-reason")),
            "staff-links-reason-hint",
        ),
        typed: found.reason.clone(),
    };
    let inner = view! {
        {accounts.view(text)}
        {reason.view(text)}
        {actions::row(vec![actions::submit_as(Look::Main, text.get("staff-links-end"), ENDS, "yes")])}
    };
    form::post(HREF, found.hidden.clone(), inner.into_any())
}

impl LinkedAccount {
    fn words(&self, text: Text<'_>) -> String {
        let day = text.date(self.since.date());
        let name = self.begins.clone();
        match &self.office {
            Some(office) => text.with(
                "staff-links-account-office",
                &[
                    ("name", name.into()),
                    ("day", day.into()),
                    ("office", office.shown(text.language()).0.into()),
                ],
            ),
            None => text.with("staff-links-account", &[("name", name.into()), ("day", day.into())]),
        }
    }
}
