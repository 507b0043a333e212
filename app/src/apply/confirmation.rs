//! The application is in: its references, what happens when, a copy to keep. Still useful when bookmarked.

use leptos::prelude::*;
use zhida::calendar::{Date, Month};
use zhida::money::Fen;

use crate::catalogue::Hold;
use crate::components::actions::{self, Look};
use crate::components::facts::{Fact, facts};
use crate::components::heading;
use crate::components::notice::{Kind, notice};
use crate::components::reference::reference;
use crate::components::route::{State, Stop, route};
use crate::frame::Page;
use crate::text::{Name, Phrase, Text};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Confirmation {
    /// The application's reference, in spoken groups.
    pub reference: String,
    /// The person it is for.
    pub person: String,
    /// What was applied for, each with the reference of its case.
    pub cases: Vec<(Phrase, String)>,
    /// When it was sent.
    pub submitted_on: Date,
    /// How many of them are about money every month.
    pub paid: usize,
    /// The month their money counts from; nothing where another benefit is kept instead of all of it.
    pub from: Option<Month>,
    /// What it would be a month altogether, where that is clear.
    pub monthly: Option<Fen>,
    /// The way it goes, the application itself first.
    pub stops: Vec<Ahead>,
    /// What waits until a certificate is in order: what was applied for, and what to do.
    pub on_hold: Vec<(Phrase, Hold)>,
    /// Whether a date rests on a year whose holidays are not published yet.
    pub provisional: bool,
    /// What is still to be brought to the office.
    pub to_bring: Vec<Phrase>,
    /// Where else than at any window that is brought, where only one office may know of it.
    pub brought_to: Option<Phrase>,
    /// The number to call when nothing is heard.
    pub phone: String,
    /// Who has still to confirm a part, and the page to ask them on.
    pub to_confirm: Vec<(Phrase, String)>,
    /// The code that opens it again together with the reference and the birth date, where there is no account.
    pub resume_code: Option<String>,
    /// The page of the application afterwards.
    pub cases_href: String,
    /// The copy to print.
    pub print_href: String,
}

/// A stop on the way.
#[derive(Clone, Debug)]
pub struct Ahead {
    /// How far it is.
    pub state: State,
    /// What happens there.
    pub name: Phrase,
    /// Who does it.
    pub who: Option<Name>,
    /// The day it was done, or its last day.
    pub day: Option<Date>,
}

/// The page.
pub fn page(text: Text<'_>, model: &Confirmation) -> Page {
    let of = text.with(
        "sent-of",
        &[
            ("person", model.person.clone().into()),
            ("count", model.cases.len().into()),
            ("day", text.date(model.submitted_on).into()),
        ],
    );
    let body = view! {
        <h1>{heading::words(text.phrases("sent-title", &[]))}</h1>
        {reference(text.get("sent-reference"), model.reference.clone(), (text.get("sent-what"), of))}
        {(model.paid > 0).then(|| view! { <p class="lead">{counts_from(text, model)}</p> })}
        {resume_code(text, model)}
        {to_bring(text, &model.to_bring, model.brought_to.as_ref())}
        {model.to_confirm.iter().map(|(who, href)| to_confirm(text, who, href)).collect_view()}
        {model.on_hold.iter().map(|(name, hold)| on_hold(text, name, hold)).collect_view()}
        <h2>{text.get("sent-cases")}</h2>
        {facts(model.cases.iter().map(|(name, number)| Fact {
            name: text.say(name),
            value: number.clone().into_any(),
            source: None,
            change: None,
        }).collect())}
        <h2>{text.get("sent-next")}</h2>
        {way(text, model)}
        <p>{text.with("sent-silence", &[("number", model.phone.clone().into())])}</p>
        <h2>{text.get("sent-keep")}</h2>
        <p>{match &model.resume_code {
            Some(_) => text.get("sent-keep-code-says"),
            None => text.get("sent-keep-says"),
        }}</p>
        {actions::row(vec![
            actions::go(Look::Main, text.get("sent-progress"), model.cases_href.clone()),
            actions::link(text.get("sent-print"), model.print_href.clone()),
        ])}
    };
    Page::new(text.get("sent-title"), body).flowing()
}

fn counts_from(text: Text<'_>, model: &Confirmation) -> String {
    let Some(from) = model.from.map(|from| text.month(from)) else {
        return text.get("sent-kept");
    };
    match model.monthly {
        Some(monthly) => text.with(
            "sent-counts-monthly",
            &[
                ("from", from.into()),
                ("amount", text.money(monthly).into()),
                ("count", model.paid.into()),
            ],
        ),
        None => text.with("sent-counts", &[("from", from.into())]),
    }
}

fn resume_code(text: Text<'_>, model: &Confirmation) -> Option<AnyView> {
    let code = model.resume_code.clone()?;
    let title = text.with("sent-code", &[("code", code.into())]);
    Some(notice(Kind::Wait, title, view! { <p>{text.get("sent-code-says")}</p> }))
}

fn to_bring(text: Text<'_>, papers: &[Phrase], office: Option<&Phrase>) -> Option<AnyView> {
    if papers.is_empty() {
        return None;
    }
    let list = papers.iter().map(|paper| view! { <li>{text.say(paper)}</li> });
    Some(notice(
        Kind::Wait,
        text.with("sent-bring", &[("count", papers.len().into())]),
        view! {
            <ul>{list.collect_view()}</ul>
            <p>{office.map_or_else(|| text.get("sent-bring-says"), |office| text.say(office))}</p>
        },
    ))
}

/// Who is asked next, and where.
fn to_confirm(text: Text<'_>, who: &Phrase, href: &str) -> AnyView {
    let who = || text.say(who);
    let go = actions::go(
        Look::Second,
        text.with("confirm-go", &[("who", who().into())]),
        href.to_owned(),
    );
    let says = view! { <p>{text.get("confirm-waits-all")}</p>{actions::row(vec![go])} };
    notice(Kind::Wait, text.with("confirm-waits", &[("who", who().into())]), says)
}

fn on_hold(text: Text<'_>, name: &Phrase, hold: &Hold) -> AnyView {
    let says = hold
        .says(text, "sent-hold-says")
        .into_iter()
        .map(|says| view! { <p>{says}</p> });
    let title = text.with("sent-hold", &[("service", text.say(name).into())]);
    let to_do = hold.to_do.iter().map(|step| view! { <p>{text.say(step)}</p> });
    notice(Kind::Wait, title, view! { {says.collect_view()}{to_do.collect_view()} })
}

fn way(text: Text<'_>, model: &Confirmation) -> AnyView {
    let stops = model.stops.iter().map(|stop| Stop {
        state: stop.state,
        name: stop_name(text, &stop.name, stop.who.as_ref()),
        when: stop.day.map(|day| match stop.state {
            State::Done => text.day_with_weekday(day),
            State::Now | State::Next | State::Planned => {
                text.with("sent-latest", &[("day", text.day_with_weekday(day).into())])
            }
        }),
        body: None,
    });
    let provisional = model
        .provisional
        .then(|| view! { <p class="hint">{text.get("sent-provisional")}</p> });
    view! { {route(text, stops.collect(), true)}{provisional} }.into_any()
}

/// What happens and, where it is known, who does it.
pub(crate) fn stop_name(text: Text<'_>, name: &Phrase, who: Option<&Name>) -> String {
    match who {
        Some(who) => text.with(
            "sent-stop",
            &[
                ("who", who.shown(text.language()).0.to_owned().into()),
                ("what", text.say(name).into()),
            ],
        ),
        None => text.say(name),
    }
}
