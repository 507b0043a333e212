//! A resident's own cases: how far they are, what is waited for, and what can be done before and after
//! the decision.

pub mod case;
pub mod choose;
pub mod confirm;
pub mod consents;
pub mod contest;
pub mod correct;
pub mod items;
pub mod letter_forms;
pub mod list;
pub mod papers;
pub mod rating;
pub mod receive;
pub mod seen;
pub mod withdraw;

mod standing;

#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;

use leptos::prelude::*;

use crate::components::actions::{self, Look};
use crate::components::back_link::back_link;
use crate::components::error_summary::{Wrong, error_summary};
use crate::components::form::{self, Hidden};
use crate::components::radios::Radios;
use crate::frame::Page;
use crate::question::Problem;
use crate::text::{Phrase, Text};

pub use standing::{Standing, Todo};

/// A page about one case that asks for something.
#[derive(Clone, Debug)]
pub struct Act {
    /// The page's own address, which it posts to.
    pub action: String,
    /// The page of the case.
    pub case_href: String,
    /// What was applied for.
    pub service: Phrase,
    /// The case's reference, in spoken groups.
    pub reference: String,
    /// Unseen fields of the form: the operation id.
    pub hidden: Hidden,
    /// What must be put right.
    pub problems: Vec<Problem>,
}

impl Act {
    /// The form of a page on which one of several is chosen, and the way back without choosing.
    fn choosing(&self, text: Text<'_>, radios: Radios) -> AnyView {
        let inner = view! {
            {radios.view(text)}
            {actions::row(vec![
                actions::submit(Look::Main, text.get("cases-choose-do")),
                actions::link(text.get("cases-choose-not"), self.case_href.clone()),
            ])}
        };
        form::post_kept(&self.action, self.hidden.clone(), inner.into_any())
    }

    /// The page: the way back, what is wrong, the case it is about, its matter.
    fn page(&self, text: Text<'_>, title: String, heading: AnyView, matter: AnyView) -> Page {
        let service = text.say(&self.service);
        let title = text.with(
            "question-title",
            &[("question", title.into()), ("part", service.clone().into())],
        );
        let caption = text.with(
            "cases-caption",
            &[
                ("service", service.into()),
                ("reference", self.reference.clone().into()),
            ],
        );
        let wrong = self.problems.iter().map(|problem| Wrong {
            input: problem.field.clone(),
            message: text.say(&problem.message),
        });
        let body = view! {
            {back_link(text.get("cases-back"), self.case_href.clone())}
            {error_summary(text, wrong.collect())}
            <div class="page-head"><p class="caption">{caption}</p>{heading}</div>
            {matter}
        };
        Page::new(title, body).with_problems(!self.problems.is_empty())
    }

    /// What is wrong with a field.
    fn error(&self, text: Text<'_>, field: &str) -> Option<String> {
        let problem = self.problems.iter().find(|problem| problem.field == field)?;
        Some(text.say(&problem.message))
    }
}
