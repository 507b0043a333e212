//! A masked value is shown in full once, to somebody who says why. The person can read who did.

use leptos::prelude::*;

use super::Head;
use crate::components::actions::{self, Look};
use crate::components::back_link::back_link;
use crate::components::checkboxes::Checkboxes;
use crate::components::error_summary::{Wrong, error_summary};
use crate::components::facts::{Fact, facts};
use crate::components::field::{Asked, Title};
use crate::components::form::{self, Hidden};
use crate::components::identity_number::identity_number;
use crate::components::notice::{Kind, notice};
use crate::components::radios::{Choice, Radios};
use crate::components::text_field::{Autocomplete, Entry, TextField, Width};
use crate::frame::Page;
use crate::question::Problem;
use crate::text::{Phrase, Text};

/// The name of what is asked for, any number of values.
pub const WHAT: &str = "what";
/// The name of the reason chosen.
pub const WHY: &str = "why";
/// The name of the reason in own words.
pub const WHY_WORDS: &str = "why-words";

/// What can be shown in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The resident ID number.
    ResidentId,
    /// The certificate number.
    CertificateNumber,
    /// The telephone number.
    Phone,
    /// The address.
    Address,
    /// The address of a household registration outside the province.
    HukouAddress,
    /// The payment account.
    Account,
}

impl What {
    /// Every value, in order.
    pub const ALL: [Self; 6] = [
        Self::ResidentId,
        Self::CertificateNumber,
        Self::Phone,
        Self::Address,
        Self::HukouAddress,
        Self::Account,
    ];

    /// The value it is posted as.
    pub fn code(self) -> &'static str {
        match self {
            Self::ResidentId => "resident_id",
            Self::CertificateNumber => "certificate_number",
            Self::Phone => "phone",
            Self::Address => "address",
            Self::HukouAddress => "hukou_address",
            Self::Account => "account",
        }
    }

    /// What it is called.
    pub fn words(self, text: Text<'_>) -> String {
        match self {
            Self::ResidentId => text.get("casework-id-number"),
            Self::CertificateNumber => text.get("casework-certificate-number"),
            Self::Phone => text.get("casework-phone"),
            Self::Address => text.get("casework-address"),
            Self::HukouAddress => text.get("casework-hukou-address"),
            Self::Account => text.get("casework-account"),
        }
    }
}

/// Why somebody must see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// To be sure who it is.
    Identity,
    /// To reach the person.
    Contact,
    /// To look into a register.
    Register,
    /// To pay.
    Payment,
    /// To put it on file, or send it on.
    File,
    /// In own words.
    Other,
}

impl Why {
    /// Every reason, in order.
    pub const ALL: [Self; 6] = [
        Self::Identity,
        Self::Contact,
        Self::Register,
        Self::Payment,
        Self::File,
        Self::Other,
    ];

    /// The value it is posted as.
    pub fn code(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Contact => "contact",
            Self::Register => "register",
            Self::Payment => "payment",
            Self::File => "file",
            Self::Other => "other",
        }
    }

    /// In words.
    pub fn words(self, text: Text<'_>) -> String {
        match self {
            Self::Identity => text.get("casework-why-identity"),
            Self::Contact => text.get("casework-why-contact"),
            Self::Register => text.get("casework-why-register"),
            Self::Payment => text.get("casework-why-payment"),
            Self::File => text.get("casework-why-file"),
            Self::Other => text.get("casework-why-other"),
        }
    }
}

/// Where the application form is printed with numbers in full.
pub fn to_print(reference: &str) -> String {
    format!("{}/print/application_form/whole", super::href(reference))
}

/// What comes of the reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For {
    /// The values that are chosen are shown.
    Looking,
    /// The application form is there to print, with all of them.
    Printing,
}

/// The form that asks for a reason.
#[derive(Clone, Debug)]
pub struct Reveal {
    /// What comes of it.
    pub comes: For,
    /// The case.
    pub head: Head,
    /// Unseen fields.
    pub hidden: Hidden,
    /// What can be shown.
    pub offered: Vec<What>,
    /// What was typed.
    pub typed: Vec<(String, String)>,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
}

/// The values, shown once.
#[derive(Clone, Debug)]
pub struct Revealed {
    /// The case.
    pub head: Head,
    /// The values.
    pub values: Vec<(What, String)>,
    /// Why.
    pub reason: String,
}

/// The page that asks for a reason.
pub fn page(text: Text<'_>, reveal: &Reveal) -> Page {
    let typed = |name: &str| {
        let found = reveal.typed.iter().rev().find(|(typed, _)| typed == name);
        found.map(|(_, value)| value.clone())
    };
    let asked = |name: &str, label: String, hint: Option<String>, optional| Asked {
        id: name.to_owned(),
        name: name.to_owned(),
        title: Title::Label(label),
        hint,
        error: reveal
            .problems
            .iter()
            .find(|problem| problem.field == name)
            .map(|problem| text.say(&problem.message)),
        optional,
    };
    let [title, lead, act, action] = match reveal.comes {
        For::Looking => [
            text.get("casework-reveal"),
            text.get("casework-reveal-lead"),
            text.get("casework-reveal-act"),
            format!("{}/reveal", reveal.head.href()),
        ],
        For::Printing => [
            text.get("casework-print-whole"),
            text.get("casework-print-whole-lead"),
            text.get("casework-print-whole-act"),
            to_print(&reveal.head.reference),
        ],
    };
    let what = (reveal.comes == For::Looking).then(|| Checkboxes {
        asked: asked(WHAT, text.get("casework-reveal-what"), None, false),
        choices: reveal
            .offered
            .iter()
            .map(|what| Choice::new(what.code(), what.words(text)))
            .collect(),
        chosen: reveal
            .typed
            .iter()
            .filter(|(name, _)| name == WHAT)
            .map(|(_, value)| value.clone())
            .collect(),
    });
    let why = Radios {
        asked: asked(WHY, text.get("casework-reveal-why"), None, false),
        choices: Why::ALL
            .iter()
            .map(|why| Choice::new(why.code(), why.words(text)))
            .collect(),
        unknown: false,
        chosen: typed(WHY),
        columns: false,
    };
    let words = TextField {
        asked: asked(
            WHY_WORDS,
            text.get("casework-reveal-words"),
            Some(text.get("casework-reveal-words-hint")),
            true,
        ),
        typed: typed(WHY_WORDS).unwrap_or_default(),
        width: Width::Full,
        entry: Entry::Text,
        autocomplete: Autocomplete::Off,
    };
    let inner = view! {
        {what.map(|what| what.view(text))}
        {why.view(text)}
        {words.view(text)}
        {actions::row(vec![
            actions::submit(Look::Main, act),
            actions::link(text.get("casework-back-to-case"), reveal.head.href()),
        ])}
    };
    let wrong = reveal.problems.iter().map(|problem| Wrong {
        input: problem.field.clone(),
        message: text.say(&problem.message),
    });
    let body = view! {
        {back_link(text.get("casework-back-to-case"), reveal.head.href())}
        {error_summary(text, wrong.collect())}
        <div class="page-head">
            <p class="caption">{reveal.head.caption(text)}</p>
            <h1>{title.clone()}</h1>
            <p class="lead">{lead}</p>
        </div>
        {form::post(&action, reveal.hidden.clone(), inner.into_any())}
    };
    Page::new(titled(text, title, &reveal.head), body).with_problems(!reveal.problems.is_empty())
}

/// The page that shows the values.
pub fn shown(text: Text<'_>, revealed: &Revealed) -> Page {
    let lines = revealed.values.iter().map(|(what, value)| Fact {
        name: what.words(text),
        value: match what {
            What::ResidentId | What::CertificateNumber => identity_number(value),
            What::Phone | What::Address | What::HukouAddress | What::Account => value.clone().into_any(),
        },
        source: None,
        change: None,
    });
    let noted = text.with("casework-revealed-noted", &[("reason", revealed.reason.clone().into())]);
    let body = view! {
        {back_link(text.get("casework-back-to-case"), revealed.head.href())}
        <div class="page-head">
            <p class="caption">{revealed.head.caption(text)}</p>
            <h1>{text.get("casework-revealed")}</h1>
        </div>
        {notice(Kind::Info, text.get("casework-revealed-once"), view! { <p>{noted}</p> })}
        {facts(lines.collect())}
        {actions::row(vec![actions::go(Look::Second, text.get("casework-back-to-case"), revealed.head.href())])}
    };
    Page::new(titled(text, text.get("casework-revealed"), &revealed.head), body).flowing()
}

/// A title with the person it is about.
pub(super) fn titled(text: Text<'_>, title: String, head: &Head) -> String {
    text.with(
        "casework-titled",
        &[("title", title.into()), ("name", head.name.clone().into())],
    )
}

/// A reason as it is kept: the one chosen, and own words.
pub fn reason(text: Text<'_>, why: Why, words: &str) -> String {
    if words.is_empty() {
        return why.words(text);
    }
    let phrase = Phrase::new("casework-why-with").with(
        "words",
        crate::text::Said::Name(crate::text::Name::only(words.to_owned())),
    );
    let phrase = phrase.with("why", crate::text::Said::Name(crate::text::Name::only(why.words(text))));
    text.say(&phrase)
}
