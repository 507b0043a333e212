//! Everything answered so far, before it is declared true and sent.

use leptos::prelude::*;
use zhida::calendar::Month;
use zhida::money::Fen;

use super::{Line, Step};
use crate::catalogue::{self, Hold};
use crate::components::actions::{self, Look};
use crate::components::facts::facts;
use crate::components::field::Title;
use crate::components::notice::{Kind, notice};
use crate::components::radios::Choice;
use crate::components::tag::{Tone, tag};
use crate::components::{form, heading};
use crate::frame::Page;
use crate::text::{Name, Phrase, Text};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct CheckAnswers {
    /// The page.
    pub step: Step,
    /// The person it is for, where somebody else fills in.
    pub on_behalf_of: Option<String>,
    /// What is applied for, and what will become of it.
    pub services: Vec<Asked>,
    /// The answers, by subject.
    pub sections: Vec<Section>,
    /// What is being worked on already: the same, for the same person.
    pub already: Vec<Already>,
    /// Where the draft is thrown away.
    pub discard: String,
    /// What must still be answered before it can be sent: what, and the page that asks.
    pub missing: Vec<(Phrase, String)>,
}

/// A case that asks for the same.
#[derive(Clone, Debug)]
pub struct Already {
    /// What it asks for.
    pub service: Phrase,
    /// Its number, in spoken groups.
    pub reference: String,
    /// Its page.
    pub href: String,
}

/// The field that says that a second application of the same is meant.
pub const AGAIN: &str = "again";

/// That nobody said so.
pub fn not_meant() -> Phrase {
    Phrase::new("answers-already-not-meant")
}

/// A service applied for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: Phrase,
    /// How it looks.
    pub outlook: Outlook,
    /// The page where it can be left out, if more than one is applied for.
    pub change: Option<String>,
}

/// How an application looks, going by the answers. People decide.
#[derive(Clone, Debug)]
pub enum Outlook {
    /// Probably granted.
    Likely {
        /// A month's amount.
        monthly: Fen,
        /// The first month.
        from: Month,
    },
    /// Probably granted, a thing or a service.
    InKind,
    /// A professional has to look first.
    AfterAssessment {
        /// What is named before anybody has looked.
        suggested: Vec<Phrase>,
    },
    /// Another benefit is kept instead: this one is asked for and will be declined unless that changes.
    OtherKept {
        /// The other.
        other: Phrase,
    },
    /// Waits until the certificate is in order.
    OnHold(Hold),
    /// Passed on to the place of the hukou, which decides.
    PassedOn {
        /// The place, where known.
        to: Option<Name>,
    },
    /// The county's own rule says, which its office looks up.
    CountyRule,
    /// Does not meet the conditions on these answers; people look at it all the same.
    Unlikely {
        /// Why.
        why: Vec<Phrase>,
        /// What could be done about it, and where.
        to_do: Vec<Phrase>,
    },
    /// Something is not known.
    Open,
}

/// Answers on one subject.
#[derive(Clone, Debug)]
pub struct Section {
    /// The subject.
    pub title: Phrase,
    /// The answers.
    pub lines: Vec<Line>,
}

/// The page.
pub fn page(text: Text<'_>, model: &CheckAnswers) -> Page {
    let for_whom = model.on_behalf_of.as_ref().map(|name| {
        view! { <p class="lead">{text.with("answers-for", &[("person", name.clone().into())])}</p> }
    });
    let sections = model.sections.iter().map(|section| {
        let lines = section.lines.iter().map(|line| line.fact(text)).collect();
        view! { <h2>{text.say(&section.title)}</h2>{facts(lines)} }
    });
    let body = view! {
        <div class="page-head">
            <h1>{heading::words(text.phrases("answers-title", &[]))}</h1>
            {for_whom}
        </div>
        <div class="flow measure-wide">
            {missing(text, &model.missing)}
            {sections.collect_view()}
            <h2>{text.get("answers-next")}</h2>
            {model.services.iter().map(|service| outlook(text, service)).collect_view()}
            {model.missing.is_empty().then(|| go_on(text, model))}
        </div>
    };
    model.step.page(text, text.get("answers-title"), body.into_any())
}

fn missing(text: Text<'_>, missing: &[(Phrase, String)]) -> Option<AnyView> {
    if missing.is_empty() {
        return None;
    }
    let links = missing.iter().map(|(says, href)| {
        let href = href.clone();
        view! { <li><a href=href>{text.say(says)}</a></li> }
    });
    let title = text.with("answers-missing", &[("count", missing.len().into())]);
    Some(notice(
        Kind::Wait,
        title,
        view! { <ul class="link-list" role="list">{links.collect_view()}</ul> },
    ))
}

fn outlook(text: Text<'_>, service: &Asked) -> AnyView {
    let (tone, state) = match &service.outlook {
        Outlook::Likely { .. } | Outlook::InKind => (Tone::Ok, text.get("check-eligible")),
        Outlook::AfterAssessment { .. } => (Tone::Wait, text.get("check-assess")),
        Outlook::OtherKept { .. } => (Tone::Plain, text.get("answers-other-kept")),
        Outlook::OnHold(_) => (Tone::Wait, text.get("check-on-hold")),
        Outlook::PassedOn { .. } => (Tone::Info, text.get("check-local-rule")),
        Outlook::CountyRule => (Tone::Wait, text.get("check-county-rule")),
        Outlook::Unlikely { .. } => (Tone::No, text.get("check-ineligible")),
        Outlook::Open => (Tone::Open, text.get("check-unknown")),
    };
    let says = match &service.outlook {
        Outlook::Likely { monthly, from } => vec![text.with(
            "answers-likely",
            &[
                ("amount", text.money(*monthly).into()),
                ("from", text.month(*from).into()),
            ],
        )],
        Outlook::InKind => vec![text.get("check-in-kind-says")],
        Outlook::AfterAssessment { .. } => vec![text.get("check-assess-says")],
        Outlook::OtherKept { other } => {
            vec![text.with("answers-other-kept-says", &[("other", text.say(other).into())])]
        }
        Outlook::OnHold(hold) => hold.says(text, "check-hold-says"),
        Outlook::PassedOn { to: Some(to) } => vec![text.with(
            "answers-passed-on",
            &[("place", to.shown(text.language()).0.to_owned().into())],
        )],
        Outlook::PassedOn { to: None } => vec![text.get("answers-passed-on-home")],
        Outlook::CountyRule => vec![text.get("check-county-rule-says")],
        Outlook::Unlikely { why, .. } => {
            let mut says: Vec<String> = why.iter().map(|why| text.say(why)).collect();
            says.push(text.get("answers-unlikely"));
            says
        }
        Outlook::Open => vec![text.get("answers-open")],
    };
    let says = says.into_iter().map(|says| view! { <p>{says}</p> });
    let to_do = match &service.outlook {
        Outlook::AfterAssessment { suggested } => catalogue::result::named(text, suggested),
        Outlook::OnHold(hold) => hold.to_do(text),
        Outlook::Unlikely { to_do, .. } => catalogue::to_do(text, to_do),
        _ => None,
    };
    let name = text.say(&service.name);
    let change = service.change.clone().map(|href| {
        view! { <p><a href=href>{text.with("answers-leave-out", &[("service", name.clone().into())])}</a></p> }
    });
    let id = format!("service-{}", service.code);
    view! {
        <section class="outcome flow" aria-labelledby=id.clone()>
            <div class="outcome-head"><h3 id=id.clone()>{name.clone()}</h3>{tag(tone, state)}</div>
            {says.collect_view()}
            {to_do}
            {change}
        </section>
    }
    .into_any()
}

/// What is open already, and the choice to hand in a second one all the same.
fn already(text: Text<'_>, model: &CheckAnswers) -> Option<AnyView> {
    if model.already.is_empty() {
        return None;
    }
    let open = model.already.iter().map(|case| {
        let words = text.with(
            "answers-already-case",
            &[
                ("service", text.say(&case.service).into()),
                ("reference", case.reference.clone().into()),
            ],
        );
        let href = case.href.clone();
        view! { <li><a href=href>{words}</a></li> }
    });
    let discard = model.discard.clone();
    let said = notice(
        Kind::Wait,
        text.with("answers-already", &[("count", model.already.len().into())]),
        view! {
            <ul class="link-list" role="list">{open.collect_view()}</ul>
            <p>{text.get("answers-already-says")}</p>
            <p><a href=discard>{text.get("answers-already-discard")}</a></p>
        },
    );
    let title = Title::Label(text.get("answers-already-which"));
    let asked = model.step.asked(text, AGAIN, title, None);
    let choice = Choice::new("yes", text.get("answers-already-again"));
    let ticks = view! { <div class="choices">{asked.row("checkbox", asked.id.clone(), &choice, false)}</div> };
    Some(view! { {said}{asked.group(text, ticks.into_any())} }.into_any())
}

fn go_on(text: Text<'_>, model: &CheckAnswers) -> AnyView {
    let step = &model.step;
    let mut acts = vec![actions::submit(Look::Main, text.get("answers-go-on"))];
    acts.extend(step.stop_here(text));
    let inner = view! { {already(text, model)}<p>{text.get("answers-then")}</p>{actions::row(acts)} };
    form::post(&step.action, step.hidden.clone(), inner.into_any())
}
