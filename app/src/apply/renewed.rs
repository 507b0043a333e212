//! The services were changed while an application was half filled in: what that means for it.

use leptos::prelude::*;
use zhida::money::Fen;

use super::Step;
use crate::components::actions::{self, Look};
use crate::components::{form, heading};
use crate::frame::Page;
use crate::text::{Phrase, Said, Text};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Renewed {
    /// The page.
    pub step: Step,
    /// The services that pay something else.
    pub amounts: Vec<Amount>,
    /// The questions that were answered and are others now.
    pub questions: Vec<Phrase>,
    /// Whether consent is asked for in other words.
    pub consents: bool,
    /// What became of each service that was changed.
    pub services: Vec<Service>,
}

/// What a service pays a month by the same answers; nothing where it does not.
#[derive(Clone, Debug)]
pub struct Amount {
    /// Its name.
    pub service: Phrase,
    /// When they were given.
    pub then: Option<Fen>,
    /// Now.
    pub now: Option<Fen>,
}

impl Amount {
    fn says(&self) -> Phrase {
        let said = match (self.then, self.now) {
            (Some(then), Some(now)) => Phrase::new("renewed-amount")
                .with("then", Said::Money(then))
                .with("now", Said::Money(now)),
            (None, Some(now)) => Phrase::new("renewed-amount-new").with("now", Said::Money(now)),
            (_, None) => Phrase::new("renewed-amount-gone"),
        };
        said.with("service", Said::Words(Box::new(self.service.clone())))
    }
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
        let lists = lists.map(|(title, things)| list(text, title, things));
        view! {
            <section class="flow">
                <h2>{text.say(&service.name)}</h2>
                {lists.into_iter().collect_view()}
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
            {shared(text, model)}
            {services.collect_view()}
            {form::post(&model.step.action, model.step.hidden.clone(), actions::row(acts))}
        </div>
    };
    model.step.page(text, text.get("renewed-title"), body.into_any())
}

/// What changed for all that is applied for.
fn shared(text: Text<'_>, model: &Renewed) -> impl IntoView {
    let amounts: Vec<Phrase> = model.amounts.iter().map(Amount::says).collect();
    let consents = model.consents.then(|| view! { <p>{text.get("renewed-consents")}</p> });
    view! {
        {list(text, "renewed-amounts", &amounts)}
        {list(text, "renewed-questions", &model.questions)}
        {consents}
    }
}

fn list(text: Text<'_>, title: &'static str, things: &[Phrase]) -> Option<impl IntoView + use<>> {
    let items = things
        .iter()
        .map(|thing| view! { <li>{text.say(thing)}</li> })
        .collect_view();
    (!things.is_empty()).then(|| view! { <p>{text.get(title)}</p><ul>{items}</ul> })
}
