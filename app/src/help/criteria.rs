//! The table of every success criterion of a level: how it is checked, and what was found.

use leptos::prelude::*;
use zhida::accessibility::{Criterion, Evidence, Found, How, Level, Way};

use crate::components::back_link::back_link;
use crate::components::heading;
use crate::components::table_cards::Table;
use crate::frame::Page;
use crate::text::Text;

/// Where the table of a level is.
pub fn href(level: Level) -> String {
    format!("/accessibility/criteria/{}", level.as_str().to_ascii_lowercase())
}

/// The table of a level.
pub fn criteria(text: Text<'_>, evidence: &Evidence, level: Level) -> Page {
    let name = level.as_str();
    let title = text.phrases("criteria-title", &[("level", name.into())]);
    let count = evidence.of(level).count();
    let lead = text.with("criteria-lead", &[("level", name.into()), ("count", count.into())]);
    let promised = match level {
        Level::A | Level::Aa => text.get("criteria-promised"),
        Level::Aaa => text.get("criteria-promised-some"),
    };
    let table = Table {
        caption: text.with("criteria-caption", &[("level", name.into())]),
        caption_shown: true,
        heads: vec![
            text.get("criteria-number"),
            text.get("criteria-how"),
            text.get("criteria-result"),
            text.get("criteria-people"),
        ],
        rows: evidence
            .of(level)
            .map(|criterion| row(text, evidence, criterion))
            .collect(),
    };
    let others = Level::ALL.into_iter().filter(|other| *other != level);
    let others = others.map(|other| {
        let name = text.with("criteria-level", &[("level", other.as_str().into())]);
        view! { <li><a href=href(other)>{name}</a></li> }
    });
    let body = view! {
        {back_link(text.get("criteria-back"), "/accessibility")}
        <h1>{heading::words(title.clone())}</h1>
        <p class="lead">{lead}</p>
        <p>{promised}</p>
        {table.view()}
        <h2>{text.get("criteria-levels")}</h2>
        <ul class="link-list" role="list">{others.collect_view()}</ul>
    };
    Page::new(title.concat(), body).flowing()
}

fn row(text: Text<'_>, evidence: &Evidence, criterion: &Criterion) -> (AnyView, Vec<AnyView>) {
    let name = format!("{} {}", criterion.number, text.get(&criterion.name));
    let judged = match evidence.judged(criterion) {
        Some(day) => text.date(day),
        None => text.get("criteria-never"),
    };
    let (how, result, people) = match &criterion.how {
        How::Absent(what) => (
            text.get("criteria-no-need"),
            text.with("criteria-absent", &[("what", text.get(what).into())]),
            text.get("criteria-no-need"),
        ),
        How::NotPromised(why) => (
            text.get("criteria-nobody"),
            text.with("criteria-not", &[("why", text.get(why).into())]),
            judged,
        ),
        How::Checked(ways) => (
            ways_of(text, evidence, ways),
            found(text, evidence.found(criterion)),
            judged,
        ),
    };
    (
        name.into_any(),
        vec![how.into_any(), result.into_any(), people.into_any()],
    )
}

/// The checks, each with the names of its rules.
fn ways_of(text: Text<'_>, evidence: &Evidence, ways: &[Way]) -> String {
    if ways.is_empty() {
        return text.get("criteria-nobody");
    }
    let mut said: Vec<String> = Vec::new();
    for check in &evidence.checks {
        let mine = || ways.iter().filter(|way| way.check == check.id);
        if mine().next().is_none() {
            continue;
        }
        let name = text.get(&check.name);
        // What is a sentence in the program is of no use to a reader.
        let parts: Vec<&str> = mine()
            .filter_map(|way| way.part.as_deref())
            .filter(|part| !part.contains([' ', '_']))
            .collect();
        said.push(if parts.is_empty() {
            name
        } else {
            let parts = parts.join(&text.get("criteria-and"));
            text.with("criteria-way", &[("name", name.into()), ("parts", parts.into())])
        });
    }
    said.join(&text.get("criteria-also"))
}

fn found(text: Text<'_>, found: Found) -> String {
    match found {
        Found::NotLooked => text.get("criteria-nobody"),
        Found::Unpublished => text.get("criteria-unpublished"),
        Found::LeftOut(day) => text.with("criteria-left-out", &[("day", text.date(day).into())]),
        Found::Nothing(day) => text.with("criteria-clean", &[("day", text.date(day).into())]),
        Found::Something(day, count) => text.with(
            "criteria-found",
            &[("day", text.date(day).into()), ("count", count.into())],
        ),
    }
}
