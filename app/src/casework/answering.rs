//! What a person said that an office has to answer: the words, the answer once there is one, and its form until then. Of
//! readings asked about, of what was done in a name, and of bad marks.

use leptos::prelude::*;
use zhida::calendar::Instant;

use crate::components::actions::{self, Look};
use crate::components::error_summary::{Wrong, error_summary};
use crate::components::field::{Asked, Title};
use crate::components::form::{self, Hidden};
use crate::components::said::said;
use crate::components::tag::{Tone, tag};
use crate::components::text_area::TextArea;
use crate::question::Problem;
use crate::text::{Phrase, Text};

/// The name of the answer.
pub const ANSWER: &str = "answer";

/// That nothing was written.
pub fn empty() -> Phrase {
    Phrase::new("admin-asked-empty")
}

/// That somebody else was faster.
pub fn meanwhile() -> Phrase {
    Phrase::new("admin-asked-meanwhile")
}

/// How it stands with one that has no answer yet, as a list says.
pub fn waits(text: Text<'_>, late: bool) -> AnyView {
    if late {
        tag(Tone::No, text.get("admin-asked-late"))
    } else {
        tag(Tone::Wait, text.get("admin-asked-open"))
    }
}

/// What must be put right, above the page's heading.
pub fn wrong(text: Text<'_>, problems: &[Problem]) -> AnyView {
    let wrong = problems.iter().map(|problem| Wrong {
        input: problem.field.clone(),
        message: text.say(&problem.message),
    });
    error_summary(text, wrong.collect()).into_any()
}

/// What a person said, under its heading; they need not say anything.
pub fn words(text: Text<'_>, words: Option<&str>) -> AnyView {
    let words = match words {
        Some(words) => said(text, words),
        None => view! { <p>{text.get("admin-asked-nothing")}</p> }.into_any(),
    };
    view! { <h2>{text.get("admin-asked-said")}</h2>{words} }.into_any()
}

/// What they were answered, under when that was.
pub fn answered(text: Text<'_>, (at, words): &(Instant, String)) -> AnyView {
    view! { <h2>{text.moment(*at)}</h2>{said(text, words)} }.into_any()
}

/// The form of an answer. It posts [`ANSWER`].
#[derive(Clone, Debug)]
pub struct Form<'a> {
    /// Where it goes.
    pub to: String,
    /// What the answer is called.
    pub label: &'a str,
    /// What belongs into it.
    pub hint: &'a str,
    /// Unseen fields: the operation id.
    pub hidden: &'a Hidden,
    /// The answer, as typed.
    pub typed: &'a str,
    /// What must be put right.
    pub problems: &'a [Problem],
}

impl Form<'_> {
    /// The form.
    pub fn view(&self, text: Text<'_>) -> AnyView {
        let problem = self.problems.iter().find(|problem| problem.field == ANSWER);
        let answer = TextArea {
            asked: Asked {
                id: ANSWER.to_owned(),
                name: ANSWER.to_owned(),
                title: Title::Label(text.get(self.label)),
                hint: Some(text.get(self.hint)),
                error: problem.map(|problem| text.say(&problem.message)),
                optional: false,
            },
            typed: self.typed.to_owned(),
        };
        let inner = view! {
            {answer.view(text)}
            {actions::row(vec![actions::submit(Look::Main, text.get("admin-asked-send"))])}
        };
        form::post(&self.to, self.hidden.clone(), inner.into_any())
    }
}
