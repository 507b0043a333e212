//! Going on with a code: an application begun on another device, or one already sent.

use leptos::prelude::*;

use crate::components::actions::{self, Look};
use crate::components::date_field::DateField;
use crate::components::error_summary::{Wrong, error_summary};
use crate::components::field::{Asked, Title};
use crate::components::form::{self, Hidden};
use crate::components::heading;
use crate::components::notice::{Kind, notice};
use crate::components::text_field::{Autocomplete, Entry, TextField, Width};
use crate::frame::Page;
use crate::question::Problem;
use crate::text::{Phrase, Text};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Resume {
    /// What is opened.
    pub what: What,
    /// The page's own address, which it posts to.
    pub action: String,
    /// Unseen fields of the form.
    pub hidden: Hidden,
    /// Where somebody with an account signs in to see the same without a code.
    pub sign_in: Option<String>,
    /// What was typed: the reference (where one is asked), the code, the birth date.
    pub typed: Typed,
    /// What is wrong, by the names of the fields.
    pub problems: Vec<Problem>,
}

/// What is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// An application that is not sent yet: posts [`CODE`] and [`BIRTH`].
    Draft,
    /// One that is sent: posts [`REFERENCE`], [`CODE`] and [`BIRTH`].
    Case,
}

/// The way to a draft or a case without an account, offered where an address alone does not open it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByCode {
    /// What is opened.
    pub what: What,
    /// The page that asks for the code.
    pub href: String,
}

impl ByCode {
    /// When to go that way, and the way.
    pub(crate) fn view(&self, text: Text<'_>) -> AnyView {
        let (title, says, go) = match self.what {
            What::Draft => (
                text.get("by-code-draft"),
                text.get("by-code-draft-says"),
                text.get("by-code-draft-go"),
            ),
            What::Case => (
                text.get("by-code-case"),
                text.get("by-code-case-says"),
                text.get("by-code-case-go"),
            ),
        };
        let way = actions::row(vec![actions::go(Look::Second, go, self.href.clone())]);
        notice(Kind::Info, title, view! { <p>{says}</p>{way} })
    }
}

/// What was typed.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    /// The reference.
    pub reference: String,
    /// The code.
    pub code: String,
    /// Year, month, day.
    pub birth: [String; 3],
}

/// The name of the field of the reference.
pub const REFERENCE: &str = "reference";
/// The name of the field of the code.
pub const CODE: &str = "code";
/// The name of the birth date, posted as [`DateField::PARTS`].
pub const BIRTH: &str = "birth";

/// The page.
pub fn page(text: Text<'_>, model: &Resume) -> Page {
    let (title, lead) = match model.what {
        What::Draft => ("resume-title", text.get("resume-lead")),
        What::Case => ("resume-case-title", text.get("resume-case-lead")),
    };
    let reference = (model.what == What::Case).then(|| {
        let asked = asked(
            text,
            model,
            REFERENCE,
            text.get("resume-reference"),
            text.get("resume-reference-says"),
        );
        line(asked, &model.typed.reference).view(text)
    });
    let code = asked(text, model, CODE, text.get("resume-code"), text.get("resume-code-says"));
    let birth_says = match model.what {
        What::Draft => text.get("resume-birth-draft-says"),
        What::Case => text.get("resume-birth-says"),
    };
    let birth = DateField {
        asked: asked(text, model, BIRTH, text.get("resume-birth"), birth_says),
        typed: model.typed.birth.clone(),
        own_birthday: false,
    };
    let inner = view! {
        {reference}
        {line(code, &model.typed.code).view(text)}
        {birth.view(text)}
        {actions::row(vec![actions::submit(Look::Main, text.get("resume-open"))])}
        <p class="hint">{text.get("resume-lost")}</p>
    };
    let sign_in = model.sign_in.clone();
    let sign_in = sign_in.map(|href| view! { <p><a href=href>{text.get("resume-sign-in")}</a></p> });
    let wrong = model.problems.iter().map(|problem| Wrong {
        input: problem.field.clone(),
        message: text.say(&problem.message),
    });
    let body = view! {
        {error_summary(text, wrong.collect())}
        <div class="page-head">
            <h1>{heading::words(text.phrases(title, &[]))}</h1>
            <p class="lead">{lead}</p>
            {sign_in}
        </div>
        {form::post(&model.action, model.hidden.clone(), inner.into_any())}
    };
    Page::new(text.get(title), body).with_problems(!model.problems.is_empty())
}

/// That nothing was found under code and birth date, without saying which of them was wrong.
pub fn not_found() -> Phrase {
    Phrase::new("resume-not-found")
}

/// That nothing was found under a code alone: the code is wrong, or the birth date is needed beside it.
pub fn birth_needed() -> Phrase {
    Phrase::new("resume-birth-needed")
}

/// That it was tried too often today.
pub fn tried_too_often() -> Phrase {
    Phrase::new("resume-too-often")
}

fn asked(text: Text<'_>, model: &Resume, name: &str, label: String, hint: String) -> Asked {
    let problem = model.problems.iter().find(|problem| problem.field == name);
    Asked {
        id: name.to_owned(),
        name: name.to_owned(),
        title: Title::Label(label),
        hint: Some(hint),
        error: problem.map(|problem| text.say(&problem.message)),
        optional: false,
    }
}

fn line(asked: Asked, typed: &str) -> TextField {
    TextField {
        asked,
        typed: typed.to_owned(),
        width: Width::Identity,
        entry: Entry::Text,
        autocomplete: Autocomplete::Off,
    }
}
