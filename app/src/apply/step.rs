//! What every page of an application has around its matter.

use leptos::prelude::*;

use crate::components::actions::{self};
use crate::components::back_link::back_link;
use crate::components::error_summary::{Wrong, error_summary};
use crate::components::field::Asked;
use crate::components::field::Title;
use crate::components::form::Hidden;
use crate::frame::Page;
use crate::question::{Problem, Progress, progress};
use crate::text::{Phrase, Text};

/// One page of an application.
#[derive(Clone, Debug)]
pub struct Step {
    /// The page's own address, which it posts to.
    pub action: String,
    /// The page before, if there is one.
    pub back: Option<String>,
    /// How far one is.
    pub progress: Option<Progress>,
    /// What is applied for: the second part of the page's title.
    pub part_of: Phrase,
    /// Unseen fields of its forms: the operation id, the draft's version.
    pub hidden: Hidden,
    /// What must be put right.
    pub problems: Vec<Problem>,
    /// The page that says how to stop here and go on another day.
    pub leave: Option<String>,
}

impl Step {
    /// The page: the way back, what is wrong, and its matter.
    pub(super) fn page(&self, text: Text<'_>, title: String, matter: AnyView) -> Page {
        let title = text.with(
            "question-title",
            &[("question", title.into()), ("part", text.say(&self.part_of).into())],
        );
        let back = self.back.clone().map(|href| back_link(text.get("step-back"), href));
        let wrong = self.problems.iter().map(|problem| Wrong {
            input: id_of(&problem.field),
            message: text.say(&problem.message),
        });
        let body = view! {
            {back}
            {error_summary(text, wrong.collect())}
            {progress(text, self.progress.as_ref())}
            {matter}
        };
        Page::new(title, body).with_problems(!self.problems.is_empty())
    }

    /// What is wrong with a field.
    pub(super) fn error(&self, text: Text<'_>, field: &str) -> Option<String> {
        let problem = self.problems.iter().find(|problem| problem.field == field)?;
        Some(text.say(&problem.message))
    }

    /// A question on this page, with what is wrong with it.
    pub(super) fn asked(&self, text: Text<'_>, field: &str, title: Title, hint: Option<String>) -> Asked {
        Asked {
            id: id_of(field),
            name: field.to_owned(),
            title,
            hint,
            error: self.error(text, field),
            optional: false,
        }
    }

    /// The way out without losing anything.
    pub(super) fn stop_here(&self, text: Text<'_>) -> Option<AnyView> {
        let href = self.leave.clone()?;
        Some(actions::link(text.get("step-leave"), href))
    }
}

/// Names have dots, which ids had better not.
fn id_of(name: &str) -> String {
    name.replace('.', "-")
}
