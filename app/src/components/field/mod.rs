//! What every question has around its input: a label or legend, a hint, the message when it is wrong,
//! and the ids that tie them together.

use leptos::prelude::*;

use super::heading;
use crate::text::Text;

/// The words of a question.
#[derive(Clone, Debug)]
pub enum Title {
    /// One of several on its page.
    Label(String),
    /// One that is filled in only where another answer calls for it: of leaving it empty nothing is said.
    OnlyIf(String),
    /// The only one on its page: it is the `h1`, cut where it may break.
    Heading(Vec<String>),
}

/// A question without its input.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The id of its first input, and the beginning of all other ids in it.
    pub id: String,
    /// The name it is posted under.
    pub name: String,
    /// What is asked.
    pub title: Title,
    /// Where to find the answer, or what it should look like.
    pub hint: Option<String>,
    /// What is wrong with what was typed.
    pub error: Option<String>,
    /// Whether it may be left empty; said in words.
    pub optional: bool,
}

impl Asked {
    /// The ids of what explains the input: first what is wrong, then the hint.
    pub fn described_by(&self) -> Option<String> {
        let error = self.error.as_ref().map(|_| format!("{}-error", self.id));
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.id));
        let ids: Vec<String> = error.into_iter().chain(hint).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// `aria-invalid`: written out on untouched required inputs too, since one browser calls an empty
    /// required field invalid before anybody has done anything.
    pub fn invalid(&self) -> Option<&'static str> {
        match (&self.error, self.optional) {
            (Some(_), _) => Some("true"),
            (None, false) => Some("false"),
            (None, true) => None,
        }
    }

    /// A question with one input.
    pub fn single(&self, text: Text<'_>, input: AnyView) -> AnyView {
        let label = match self.title.clone() {
            Title::Label(words) => {
                view! { <label class="label" for=self.id.clone()>{words}{self.may_be_empty(text)}</label> }.into_any()
            }
            Title::OnlyIf(words) => view! { <label class="label" for=self.id.clone()>{words}</label> }.into_any(),
            Title::Heading(phrases) => view! {
                <h1>
                    <label class="label label-page" for=self.id.clone()>
                        {heading::words(phrases)} {self.may_be_empty(text)}
                    </label>
                </h1>
            }
            .into_any(),
        };
        view! { <div class=self.class()>{label} {self.hint()} {self.message(text)} {input}</div> }.into_any()
    }

    /// A question with several inputs that belong together; the first of them is tied to what explains it.
    pub fn group(&self, text: Text<'_>, inputs: AnyView) -> AnyView {
        let legend = match self.title.clone() {
            Title::Label(words) | Title::OnlyIf(words) => words.into_any(),
            Title::Heading(phrases) => view! { <h1>{heading::words(phrases)}</h1> }.into_any(),
        };
        view! {
            <fieldset class=self.class()>
                <legend class="label">{legend} {self.may_be_empty(text)}</legend>
                {self.hint()}
                {self.message(text)}
                {inputs}
            </fieldset>
        }
        .into_any()
    }

    fn class(&self) -> &'static str {
        if self.error.is_some() {
            "field field-wrong"
        } else {
            "field"
        }
    }

    fn may_be_empty(&self, text: Text<'_>) -> Option<AnyView> {
        (self.optional && !matches!(self.title, Title::OnlyIf(_)))
            .then(|| view! { <span class="optional">{text.get("question-optional")}</span> }.into_any())
    }

    fn hint(&self) -> Option<AnyView> {
        let hint = self.hint.clone()?;
        Some(view! { <p class="hint" id=format!("{}-hint", self.id)>{hint}</p> }.into_any())
    }

    fn message(&self, text: Text<'_>) -> Option<AnyView> {
        let error = self.error.clone()?;
        Some(
            view! {
                <p class="message" id=format!("{}-error", self.id)>
                    <span><span class="only-heard">{text.get("question-wrong")}</span>{error}</span>
                </p>
            }
            .into_any(),
        )
    }
}
