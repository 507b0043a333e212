//! What somebody tells us about the portal: the form, and the page where they see the answer. No account, no name, no
//! puzzle: a number and a code.

use leptos::prelude::*;
use zhida::calendar::Date;
use zhida::feedback::{Reading, State};

use crate::components::actions::{self, Look};
use crate::components::back_link::back_link;
use crate::components::checkboxes::Checkboxes;
use crate::components::error_summary::{Wrong, error_summary};
use crate::components::field::{Asked, Title};
use crate::components::form::{self, Hidden};
use crate::components::heading;
use crate::components::notice::{Kind, notice};
use crate::components::radios::Choice;
use crate::components::reference::reference;
use crate::components::said::said;
use crate::components::text_area::TextArea;
use crate::components::text_field::{Autocomplete, Entry, TextField, Width};
use crate::frame::{HOTLINE, Page};
use crate::question::Problem;
use crate::text::{Phrase, Said, Text};

#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;

/// The page of the form.
pub const FORM: &str = "/accessibility/feedback";
/// The page that asks for number and code.
pub const ANSWER: &str = "/accessibility/feedback/answer";

/// The name of what happened.
pub const WHAT: &str = "what";
/// The name of the page it happened on: in the form, and in the query of a link to it.
pub const PAGE: &str = "page";
/// The name of how the page was read; there may be several.
pub const READING: &str = "reading";
/// The name of how to reach whoever tells it.
pub const CONTACT: &str = "contact";
/// The name of the number.
pub const NUMBER: &str = "number";
/// The name of the code.
pub const CODE: &str = "code";

/// The form. It posts [`WHAT`], [`PAGE`], [`READING`] and [`CONTACT`] to [`FORM`].
#[derive(Clone, Debug, Default)]
pub struct Telling {
    /// Unseen fields of the form: the operation id.
    pub hidden: Hidden,
    /// What happened, as typed.
    pub what: String,
    /// The page, as typed or as the link said.
    pub page: String,
    /// The ways of reading that were chosen.
    pub reading: Vec<String>,
    /// The contact, as typed.
    pub contact: String,
    /// What must be put right.
    pub problems: Vec<Problem>,
}

/// That nothing was written.
pub fn what_empty() -> Phrase {
    Phrase::new("feedback-what-empty")
}

/// That a line is longer than it may be.
pub fn line_too_long(most: usize) -> Phrase {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    Phrase::new("feedback-line-long").with("most", Said::Count(most))
}

/// That today allows no more from here.
pub fn no_more_today() -> Phrase {
    Phrase::new("feedback-no-more-today")
}

/// That number and code do not belong together.
pub fn not_found() -> Phrase {
    Phrase::new("feedback-not-found")
}

/// That there were too many tries today.
pub fn too_many_tries() -> Phrase {
    Phrase::new("feedback-too-many-tries")
}

/// The words for a way of reading.
pub(crate) fn reading_words(text: Text<'_>, reading: Reading) -> String {
    match reading {
        Reading::ScreenReader => text.get("feedback-reading-screen-reader"),
        Reading::Braille => text.get("feedback-reading-braille"),
        Reading::Magnified => text.get("feedback-reading-magnified"),
        Reading::Keyboard => text.get("feedback-reading-keyboard"),
        Reading::Voice => text.get("feedback-reading-voice"),
        Reading::Phone => text.get("feedback-reading-phone"),
    }
}

/// The words around a field.
fn asked(text: Text<'_>, problems: &[Problem], name: &str, (label, hint): (String, String), optional: bool) -> Asked {
    let problem = problems.iter().find(|problem| problem.field == name);
    Asked {
        id: name.to_owned(),
        name: name.to_owned(),
        title: Title::Label(label),
        hint: Some(hint),
        error: problem.map(|problem| text.say(&problem.message)),
        optional,
    }
}

fn line(asked: Asked, typed: &str, width: Width) -> TextField {
    TextField {
        asked,
        typed: typed.to_owned(),
        width,
        entry: Entry::Text,
        autocomplete: Autocomplete::Off,
    }
}

fn summary(text: Text<'_>, problems: &[Problem]) -> Option<AnyView> {
    let wrong = problems.iter().map(|problem| Wrong {
        input: problem.field.clone(),
        message: text.say(&problem.message),
    });
    error_summary(text, wrong.collect())
}

fn call(text: Text<'_>) -> AnyView {
    let words = text.with("home-call", &[("number", HOTLINE.into())]);
    view! { <p><a href=format!("tel:{HOTLINE}")>{words}</a></p> }.into_any()
}

/// The form.
pub fn form(text: Text<'_>, model: &Telling) -> Page {
    let problems = &model.problems;
    let what = TextArea {
        asked: asked(
            text,
            problems,
            WHAT,
            (text.get("feedback-what"), text.get("feedback-what-says")),
            false,
        ),
        typed: model.what.clone(),
    };
    let page_words = (text.get("feedback-page"), text.get("feedback-page-says"));
    let page = line(asked(text, problems, PAGE, page_words, true), &model.page, Width::Full);
    let reading = Checkboxes {
        asked: asked(
            text,
            problems,
            READING,
            (text.get("feedback-reading"), text.get("feedback-reading-says")),
            true,
        ),
        choices: Reading::ALL
            .into_iter()
            .map(|reading| Choice::new(reading.as_str(), reading_words(text, reading)))
            .collect(),
        chosen: model.reading.clone(),
    };
    let contact_words = (text.get("feedback-contact"), text.get("feedback-contact-says"));
    let contact = line(
        asked(text, problems, CONTACT, contact_words, true),
        &model.contact,
        Width::Full,
    );
    let inner = view! {
        {what.view(text)}
        {page.view(text)}
        {reading.view(text)}
        {contact.view(text)}
        <p>{text.get("feedback-private")}</p>
        {actions::row(vec![
            actions::submit(Look::Main, text.get("feedback-send")),
            actions::link(text.get("feedback-sent-before"), ANSWER),
        ])}
    };
    let body = view! {
        {summary(text, problems)}
        <div class="page-head">
            <h1>{heading::words(text.phrases("feedback-title", &[]))}</h1>
            <p class="lead">{text.get("feedback-lead")}</p>
            <p>{text.get("feedback-call")}</p>
            {call(text)}
        </div>
        {form::post(FORM, model.hidden.clone(), inner.into_any())}
    };
    Page::new(text.get("feedback-title"), body).with_problems(!problems.is_empty())
}

/// The page that asks for number and code. It posts [`NUMBER`] and [`CODE`] to [`ANSWER`].
#[derive(Clone, Debug, Default)]
pub struct Asking {
    /// The number, as typed or as the address said.
    pub number: String,
    /// The code, as typed.
    pub code: String,
    /// What must be put right.
    pub problems: Vec<Problem>,
}

/// The page that asks for number and code.
pub fn asking(text: Text<'_>, model: &Asking) -> Page {
    let problems = &model.problems;
    let number_words = (text.get("feedback-number"), text.get("feedback-number-says"));
    let number = line(
        asked(text, problems, NUMBER, number_words, false),
        &model.number,
        Width::Phone,
    );
    let code_words = (text.get("feedback-code"), text.get("feedback-code-says"));
    let code = line(
        asked(text, problems, CODE, code_words, false),
        &model.code,
        Width::Phone,
    );
    let inner = view! {
        {number.view(text)}
        {code.view(text)}
        {actions::row(vec![actions::submit(Look::Main, text.get("feedback-open"))])}
    };
    let body = view! {
        {back_link(text.get("feedback-title"), FORM)}
        {summary(text, problems)}
        <div class="page-head">
            <h1>{heading::words(text.phrases("feedback-open-title", &[]))}</h1>
            <p class="lead">{text.get("feedback-open-lead")}</p>
        </div>
        {form::post(ANSWER, Vec::new(), inner.into_any())}
    };
    Page::new(text.get("feedback-open-title"), body).with_problems(!problems.is_empty())
}

/// How far it is, for whoever told it. What they wrote is not shown again.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The number.
    pub number: String,
    /// The code, in groups.
    pub code: String,
    /// When it arrived.
    pub received: Date,
    /// The last day for an answer.
    pub due: Date,
    /// That day is over.
    pub late: bool,
    /// How far it is.
    pub state: State,
    /// The answers, the last one first.
    pub answers: Vec<(Date, String)>,
    /// It was sent just now.
    pub sent: bool,
}

/// A number in groups of four.
pub fn in_groups(number: &str) -> String {
    let (first, last) = number.split_at_checked(4).unwrap_or((number, ""));
    format!("{first} {last}").trim().to_owned()
}

/// How far it is.
pub fn standing(text: Text<'_>, model: &Standing) -> Page {
    let due = || text.date(model.due);
    let sent = model.sent.then(|| {
        let says = view! { <p>{text.with("feedback-sent-says", &[("day", due().into())])}</p> };
        notice(Kind::Ok, text.get("feedback-sent"), says)
    });
    let state = match model.state {
        State::Open if model.late => {
            view! { <p>{text.with("feedback-late", &[("day", due().into())])}</p>{call(text)} }.into_any()
        }
        State::Open => view! { <p>{text.with("feedback-waits", &[("day", due().into())])}</p> }.into_any(),
        State::Answered => view! { <p>{text.get("feedback-answered")}</p> }.into_any(),
        State::Closed => view! { <p>{text.get("feedback-closed")}</p> }.into_any(),
    };
    let answers = model.answers.iter().map(|(day, words)| {
        view! {
            <h3>{text.with("feedback-answered-on", &[("day", text.date(*day).into())])}</h3>
            {said(text, words)}
        }
    });
    let received = (text.get("feedback-received"), text.date(model.received));
    let body = view! {
        {sent}
        <h1>{heading::words(text.phrases("feedback-standing", &[]))}</h1>
        <h2>{text.get("feedback-how-far")}</h2>
        {state}
        {answers.collect_view()}
        <h2>{text.get("feedback-keep")}</h2>
        <p>{text.get("feedback-keep-says")}</p>
        {reference(text.get("feedback-number"), in_groups(&model.number), received)}
        {reference(text.get("feedback-code"), model.code.clone(), (text.get("feedback-code-for"), text.get("feedback-code-for-says")))}
        {actions::row(vec![
            actions::link(text.get("feedback-again"), FORM),
            actions::link(text.get("feedback-statement"), "/accessibility"),
        ])}
    };
    Page::new(text.get("feedback-standing"), body).flowing()
}
