//! What a second person sees: the page for their code, the part they are asked to confirm, and what came of it. No
//! account; nothing of the application that they do not need.

use leptos::prelude::*;

use crate::apply::Answer;
use crate::components::actions::{self, Look};
use crate::components::error_summary::{Wrong, error_summary};
use crate::components::facts::{Fact, facts};
use crate::components::field::{Asked, Title};
use crate::components::form::{self, Hidden};
use crate::components::heading;
use crate::components::notice::{Kind, notice};
use crate::components::radios::Choice;
use crate::components::text_area::TextArea;
use crate::components::text_field::{Autocomplete, Entry, TextField, Width};
use crate::frame::{HOTLINE, Page};
use crate::question::Problem;
use crate::text::{Phrase, Text};

#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;

/// The page for the code.
pub const ASK: &str = "/confirm";
/// The page of what is confirmed.
pub const PART: &str = "/confirm/part";
/// The page after the answer.
pub const DONE: &str = "/confirm/done";

/// The name of the code.
pub const CODE: &str = "code";
/// The name of their own name.
pub const NAME: &str = "name";
/// The name of the last four signs of their number.
pub const FOUR: &str = "four";
/// The name of the answer: [`YES`] or [`NO`].
pub const ANSWER: &str = "answer";
/// They confirm it.
pub const YES: &str = "yes";
/// They do not.
pub const NO: &str = "no";
/// The name of the box that is ticked before.
pub const AGREE: &str = "agree";
/// The name of why not.
pub const WHY: &str = "why";

/// The page for the code. It posts [`CODE`], [`NAME`] and [`FOUR`] to [`ASK`].
#[derive(Clone, Debug, Default)]
pub struct Asking {
    /// The code, as typed.
    pub code: String,
    /// The name, as typed.
    pub name: String,
    /// The last four signs, as typed.
    pub four: String,
    /// What must be put right.
    pub problems: Vec<Problem>,
}

/// What is confirmed. It posts [`ANSWER`] with [`AGREE`] or [`WHY`] to [`PART`].
#[derive(Clone, Debug)]
pub struct Part {
    /// Unseen fields of both forms: the operation id.
    pub hidden: Hidden,
    /// What they confirm.
    pub says: Phrase,
    /// The sentence they agree to.
    pub agree: Phrase,
    /// What they are shown of the application.
    pub lines: Vec<(Phrase, Answer)>,
    /// Why not, as typed.
    pub why: String,
    /// What must be put right.
    pub problems: Vec<Problem>,
}

/// That no name was typed.
pub fn name_empty() -> Phrase {
    Phrase::new("confirm-name-empty")
}

/// That code, name and number do not belong together, or the code is good no more.
pub fn not_found() -> Phrase {
    Phrase::new("confirm-not-found")
}

/// That there were too many tries today.
pub fn too_many_tries() -> Phrase {
    Phrase::new("confirm-too-many")
}

/// That it was this browser that the application was handed in with.
pub fn own_device() -> Phrase {
    Phrase::new("confirm-own-device")
}

/// That the box was not ticked.
pub fn not_agreed() -> Phrase {
    Phrase::new("confirm-agree-not")
}

fn asked(text: Text<'_>, problems: &[Problem], name: &str, title: Title, hint: Option<String>) -> Asked {
    let problem = problems.iter().find(|problem| problem.field == name);
    Asked {
        id: name.to_owned(),
        name: name.to_owned(),
        title,
        hint,
        error: problem.map(|problem| text.say(&problem.message)),
        optional: false,
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

/// The page for the code.
pub fn asking(text: Text<'_>, model: &Asking) -> Page {
    let problems = &model.problems;
    let line = |asked: Asked, typed: &str, width| {
        let field = TextField {
            asked,
            typed: typed.to_owned(),
            width,
            entry: Entry::Text,
            autocomplete: Autocomplete::Off,
        };
        field.view(text)
    };
    let label = |id: &'static str| Title::Label(text.get(id));
    let code = asked(
        text,
        problems,
        CODE,
        label("confirm-code"),
        Some(text.get("confirm-code-says")),
    );
    let name = asked(
        text,
        problems,
        NAME,
        label("confirm-name"),
        Some(text.get("confirm-ask-name-says")),
    );
    let four = Asked {
        optional: true,
        ..asked(
            text,
            problems,
            FOUR,
            Title::OnlyIf(text.get("confirm-four")),
            Some(text.get("confirm-four-says")),
        )
    };
    let inner = view! {
        {line(code, &model.code, Width::Phone)}
        {line(name, &model.name, Width::Identity)}
        {line(four, &model.four, Width::Short)}
        {actions::row(vec![actions::submit(Look::Main, text.get("confirm-open"))])}
    };
    let body = view! {
        {summary(text, problems)}
        <div class="page-head">
            <h1>{heading::words(text.phrases("confirm-title", &[]))}</h1>
            <p class="lead">{text.get("confirm-lead")}</p>
        </div>
        {form::post(ASK, Vec::new(), inner.into_any())}
        <p>{text.get("confirm-help")}</p>
        {call(text)}
    };
    Page::new(text.get("confirm-title"), body).with_problems(!problems.is_empty())
}

/// The page of what is confirmed.
pub fn part(text: Text<'_>, model: &Part) -> Page {
    let problems = &model.problems;
    let lines = model.lines.iter().map(|(name, answer)| Fact {
        name: text.say(name),
        value: answer.view(text),
        source: None,
        change: None,
    });
    let answer = |value: &str| {
        let mut hidden = model.hidden.clone();
        hidden.push((ANSWER.to_owned(), value.to_owned()));
        hidden
    };
    let agree = asked(text, problems, AGREE, Title::Label(text.get("confirm-agree")), None);
    let choice = Choice::new("yes", text.say(&model.agree));
    let ticks = view! { <div class="choices">{agree.row("checkbox", agree.id.clone(), &choice, false)}</div> };
    let yes = view! {
        {agree.group(text, ticks.into_any())}
        {actions::row(vec![actions::submit(Look::Main, text.get("confirm-agree-do"))])}
    };
    let why = TextArea {
        asked: Asked {
            optional: true,
            ..asked(
                text,
                problems,
                WHY,
                Title::Label(text.get("confirm-no-why")),
                Some(text.get("confirm-no-why-says")),
            )
        },
        typed: model.why.clone(),
    };
    let no = view! {
        {why.view(text)}
        {actions::row(vec![actions::submit(Look::Danger, text.get("confirm-no-do"))])}
    };
    let body = view! {
        {summary(text, problems)}
        <div class="page-head">
            <h1>{heading::words(text.phrases("confirm-part-title", &[]))}</h1>
            <p class="lead">{text.say(&model.says)}</p>
        </div>
        <div class="flow measure">
            <h2>{text.get("confirm-part-about")}</h2>
            {facts(lines.collect())}
            <h2>{text.get("confirm-yes")}</h2>
            {form::post(PART, answer(YES), yes.into_any())}
            <h2>{text.get("confirm-no")}</h2>
            <p>{text.get("confirm-no-says")}</p>
            {form::post(PART, answer(NO), no.into_any())}
        </div>
    };
    Page::new(text.get("confirm-part-title"), body).with_problems(!problems.is_empty())
}

/// The page after the answer.
pub fn done(text: Text<'_>, agreed: bool) -> Page {
    let (title, says) = if agreed {
        (text.get("confirm-done-yes"), text.get("confirm-done-yes-says"))
    } else {
        (text.get("confirm-done-no"), text.get("confirm-done-no-says"))
    };
    let safe = (!agreed).then(|| view! { <p>{text.get("confirm-done-safe")}</p>{call(text)} });
    let body = view! {
        {notice(Kind::Ok, text.get("confirm-done"), view! { <p>{says}</p> })}
        <h1>{title.clone()}</h1>
        {safe}
        <p>{text.get("confirm-done-close")}</p>
    };
    Page::new(title, body).flowing()
}
