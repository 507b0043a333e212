//! The things a service can give: what they help with, and those that help with one of it.

use leptos::prelude::*;
use zhida::catalogue::ItemAssessment;
use zhida::money::Fen;

use crate::components::actions::{self, Look};
use crate::components::breadcrumbs::breadcrumbs;
use crate::components::facts::{Fact, facts};
use crate::components::heading;
use crate::frame::{Page, Section};
use crate::icons::picture;
use crate::text::{Phrase, Text};

/// The service whose things are shown.
#[derive(Clone, Debug)]
pub struct Of {
    /// Its code.
    pub code: String,
    /// Its name.
    pub service: Phrase,
}

/// Something that things help with.
#[derive(Clone, Debug)]
pub struct Need {
    /// Its name in addresses, and of its drawing.
    pub id: String,
    /// In a word.
    pub name: Phrase,
    /// The things that help with it.
    pub items: Vec<Phrase>,
}

/// A thing.
#[derive(Clone, Debug)]
pub struct Shown {
    /// What it is called.
    pub name: Phrase,
    /// What it is.
    pub what: Phrase,
    /// Whom it is for.
    pub fits: Phrase,
    /// Its drawing.
    pub picture: String,
    /// Who looks before it is given.
    pub assessment: ItemAssessment,
    /// Whether each side of the body counts for itself.
    pub per_side: bool,
    /// Months until it can be given again; none where nobody could find a rule.
    pub months: Option<u32>,
    /// The most that is paid; none where nobody could find a rule.
    pub ceiling: Option<Fen>,
}

/// What the things of a service help with.
pub fn page(text: Text<'_>, of: &Of, needs: &[Need]) -> Page {
    let title = || text.with("items-title", &[("service", text.say(&of.service).into())]);
    let needs = needs.iter().map(|need| {
        let names: Vec<String> = need.items.iter().map(|item| text.say(item)).collect();
        let href = format!("/services/{}/items/{}", of.code, need.id);
        view! {
            <li>
                {picture(&need.id)}
                <h3><a href=href>{text.say(&need.name)}</a></h3>
                <p class="gives">{text.with("items-count", &[("count", names.len().into())])}</p>
                <p class="says">{names.join(&text.get("items-between"))}</p>
            </li>
        }
    });
    let body = view! {
        {breadcrumbs(text, above(text, of), text.get("items-here"))}
        <div class="page-head">
            <h1>{heading::words(text.phrases("items-title", &[("service", text.say_phrases(&of.service).join("¦").into())]))}</h1>
            <p class="lead">{text.get("items-lead")}</p>
        </div>
        <h2>{text.get("items-needs")}</h2>
        <ul class="services" role="list">{needs.collect_view()}</ul>
        {apply(text, of)}
    };
    Page::new(title(), body).in_section(Section::Services)
}

/// The things that help with one of it.
pub fn of_need(text: Text<'_>, of: &Of, need: &Phrase, items: &[Shown]) -> Page {
    let all = (text.get("items-here"), format!("/services/{}/items", of.code));
    let name = text.say(need);
    let shown = items.iter().map(|item| thing(text, item));
    let ask = items.iter().any(|item| item.months.is_none() || item.ceiling.is_none());
    let body = view! {
        {breadcrumbs(text, above(text, of).into_iter().chain([all]).collect(), name.clone())}
        <div class="page-head">
            <h1>{text.with("items-of-need", &[("need", name.clone().into())])}</h1>
            <p class="lead">{text.get("items-of-need-lead")}</p>
            {ask.then(|| view! { <p>{text.get("items-ask")}</p> })}
        </div>
        <ul class="services" role="list">{shown.collect_view()}</ul>
        {apply(text, of)}
    };
    Page::new(text.with("items-of-need", &[("need", name.into())]), body).in_section(Section::Services)
}

fn thing(text: Text<'_>, item: &Shown) -> AnyView {
    let line = |name: &str, value: String| Fact {
        name: text.get(name),
        value: value.into_any(),
        source: None,
        change: None,
    };
    let mut lines = vec![line("items-fits", text.say(&item.fits))];
    lines.push(line(
        "items-assessment",
        text.get(match item.assessment {
            ItemAssessment::None => "items-assessment-none",
            ItemAssessment::County => "items-assessment-county",
            ItemAssessment::Centre => "items-assessment-centre",
        }),
    ));
    if item.per_side {
        lines.push(line("items-side", text.get("items-side-says")));
    }
    lines.extend(item.months.map(|months| {
        line(
            "items-often",
            text.with("items-often-says", &[("months", months.into())]),
        )
    }));
    lines.extend(item.ceiling.map(|most| {
        line(
            "items-ceiling",
            text.with("items-ceiling-says", &[("amount", text.money(most).into())]),
        )
    }));
    view! {
        <li>
            {picture(&item.picture)}
            <h2 class="h3">{text.say(&item.name)}</h2>
            <p>{text.say(&item.what)}</p>
            <div class="services-more">{facts(lines)}</div>
        </li>
    }
    .into_any()
}

fn above(text: Text<'_>, of: &Of) -> Vec<(String, String)> {
    vec![
        (text.get("frame-home"), "/".to_owned()),
        (text.get("frame-services"), "/services".to_owned()),
        (text.say(&of.service), format!("/services/{}", of.code)),
    ]
}

fn apply(text: Text<'_>, of: &Of) -> AnyView {
    let href = format!("/apply/new?service={}", of.code);
    actions::row(vec![actions::go(Look::Main, text.get("service-apply"), href)])
}
