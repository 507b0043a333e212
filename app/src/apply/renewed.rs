//! The services were changed while an application was half filled in: what that means for it.

use leptos::prelude::*;

use super::Step;
use crate::components::actions::{self, Look};
use crate::components::{form, heading};
use crate::frame::Page;
use crate::text::{Phrase, Text};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Renewed {
    /// The page.
    pub step: Step,
    /// What became of each service.
    pub services: Vec<Service>,
}

/// A service that was changed.
#[derive(Clone, Debug)]
pub struct Service {
    /// Its name.
    pub name: Phrase,
    /// What is asked now and was not.
    pub asked: Vec<Phrase>,
    /// What is not asked any more.
    pub gone: Vec<Phrase>,
    /// Papers that are needed now and were not.
    pub papers: Vec<Phrase>,
    /// Papers that are not needed any more.
    pub papers_gone: Vec<Phrase>,
}

/// The page. It posts that the changes were read.
pub fn page(text: Text<'_>, model: &Renewed) -> Page {
    let services = model.services.iter().map(|service| {
        let lists = [
            ("renewed-asked", &service.asked),
            ("renewed-papers", &service.papers),
            ("renewed-gone", &service.gone),
            ("renewed-papers-gone", &service.papers_gone),
        ];
        let lists = lists.into_iter().filter(|(_, things)| !things.is_empty());
        let lists = lists.map(|(title, things)| {
            let things = things.iter().map(|thing| view! { <li>{text.say(thing)}</li> });
            view! { <p>{text.get(title)}</p><ul>{things.collect_view()}</ul> }
        });
        view! {
            <section class="flow">
                <h2>{text.say(&service.name)}</h2>
                {lists.collect_view()}
                <p>{text.get("renewed-rules")}</p>
            </section>
        }
    });
    let mut acts = vec![actions::submit(Look::Main, text.get("renewed-go-on"))];
    acts.extend(model.step.stop_here(text));
    let body = view! {
        <div class="page-head">
            <h1>{heading::words(text.phrases("renewed-title", &[]))}</h1>
            <p class="lead">{text.get("renewed-lead")}</p>
        </div>
        <div class="measure flow">
            {services.collect_view()}
            {form::post(&model.step.action, model.step.hidden.clone(), actions::row(acts))}
        </div>
    };
    model.step.page(text, text.get("renewed-title"), body.into_any())
}
