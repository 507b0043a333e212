//! The accessibility statement: what is kept to, what was tested and how, what was not, and how to complain. What it
//! states of tests comes from the published run and from what people tried; where there is nothing, it says so.

use leptos::prelude::*;
use zhida::accessibility::{Evidence, Level, READERS};

use crate::components::actions::{self, Look};
use crate::components::heading;
use crate::components::table_cards::Table;
use crate::feedback;
use crate::frame::{HOTLINE, Page};
use crate::text::Text;

/// The statement.
pub fn accessibility(text: Text<'_>, evidence: &Evidence) -> Page {
    let body = view! {
        <h1>{heading::words(text.phrases("accessibility-title", &[]))}</h1>
        <p class="lead">{text.get("accessibility-lead")}</p>

        <h2>{text.get("accessibility-goal")}</h2>
        <p>{text.get("accessibility-goal-says")}</p>
        <ul>
            <li>{text.get("accessibility-goal-script")}</li>
            <li>{text.get("accessibility-goal-contrast")}</li>
            <li>{text.get("accessibility-goal-size")}</li>
            <li>{text.get("accessibility-goal-keyboard")}</li>
            <li>{text.get("accessibility-goal-time")}</li>
            <li>{text.get("accessibility-goal-easy")}</li>
        </ul>

        <h2>{text.get("accessibility-tested")}</h2>
        <p>{text.get("accessibility-checked-each")}</p>
        <ul>
            <li>{text.get("accessibility-tested-structure")}</li>
            <li>{text.get("accessibility-tested-contrast")}</li>
            <li>{text.get("accessibility-tested-words")}</li>
            <li>{text.get("accessibility-tested-journeys")}</li>
            <li>{text.get("accessibility-tested-heard")}</li>
        </ul>
        {last_run(text, evidence)}
        <p>{text.get("accessibility-tables")}</p>
        <ul class="link-list" role="list">{Level::ALL.map(|level| table_of(text, evidence, level)).collect_view()}</ul>

        <h2>{text.get("accessibility-by-people")}</h2>
        {by_people(text, evidence)}

        <h2>{text.get("accessibility-standard")}</h2>
        {standard(text)}

        <h2>{text.get("accessibility-not-tested")}</h2>
        <ul>
            <li>{text.get("accessibility-not-sign")}</li>
            <li>{text.get("accessibility-not-easy")}</li>
            <li>{text.get("accessibility-not-all")}</li>
        </ul>

        <h2>{text.get("accessibility-tell")}</h2>
        <p>{text.get("accessibility-tell-says")}</p>
        <p><a href=format!("tel:{HOTLINE}")>{text.with("home-call", &[("number", HOTLINE.into())])}</a></p>
        <p><a href="/help#window">{text.get("accessibility-tell-window")}</a></p>
        <p>{text.get("accessibility-tell-here")}</p>
        {actions::row(vec![actions::go(Look::Second, text.get("accessibility-tell-form"), feedback::FORM)])}
        <p>{text.get("accessibility-tell-law")}</p>
    };
    Page::new(text.get("accessibility-title"), body).flowing()
}

/// What the published run found, and with which programs.
fn last_run(text: Text<'_>, evidence: &Evidence) -> AnyView {
    let Some(run) = &evidence.run else {
        return view! { <p>{text.get("accessibility-run-never")}</p> }.into_any();
    };
    let (passed, failed) = run.sums();
    let found = text.with(
        "accessibility-run",
        &[
            ("day", text.date(run.day).into()),
            ("passed", passed.into()),
            ("failed", failed.into()),
        ],
    );
    let versions = run.versions.iter();
    let versions = versions.map(|(name, version)| view! { <li>{format!("{name} {version}")}</li> });
    view! {
        <p>{found}</p>
        <p>{text.get("accessibility-run-with")}</p>
        <ul>{versions.collect_view()}</ul>
    }
    .into_any()
}

fn table_of(text: Text<'_>, evidence: &Evidence, level: Level) -> AnyView {
    let words = text.with(
        "accessibility-table",
        &[
            ("level", level.as_str().into()),
            ("count", evidence.of(level).count().into()),
        ],
    );
    view! { <li><a href=super::criteria::href(level)>{words}</a></li> }.into_any()
}

/// Each screen reader, and when somebody last tried the portal with it.
fn by_people(text: Text<'_>, evidence: &Evidence) -> AnyView {
    let said = match evidence.tries.iter().map(|tried| tried.day).max() {
        Some(day) => text.with("accessibility-people", &[("day", text.date(day).into())]),
        None => text.get("accessibility-people-never"),
    };
    let rows = READERS.iter().map(|reader| {
        let name = match *reader {
            "nvda" => text.get("accessibility-reader-nvda"),
            "zhengdu" => text.get("accessibility-reader-zhengdu"),
            "talkback" => text.get("accessibility-reader-talkback"),
            _ => text.get("accessibility-reader-voiceover"),
        };
        let tried = evidence.last_with(reader);
        let (day, with, result) = if let Some(tried) = tried {
            let with = format!("{}, {}", tried.version, tried.browser);
            // The record is kept in Chinese.
            let result = view! { <span lang="zh-CN">{tried.result.clone()}</span> };
            (text.date(tried.day), with, result.into_any())
        } else {
            let none = || text.get("accessibility-no-record");
            (text.get("accessibility-never"), none(), none().into_any())
        };
        (name.into_any(), vec![day.into_any(), with.into_any(), result])
    });
    let table = Table {
        caption: text.get("accessibility-by-people"),
        caption_shown: false,
        heads: vec![
            text.get("accessibility-reader"),
            text.get("accessibility-when"),
            text.get("accessibility-with"),
            text.get("accessibility-result"),
        ],
        rows: rows.collect(),
    };
    view! { <p>{said}</p>{table.view()} }.into_any()
}

/// GB/T 37668: how many indicators each level has, none of which was compared.
fn standard(text: Text<'_>) -> AnyView {
    let row = |level: u8, count: u8| {
        let level = text.with("accessibility-standard-level", &[("level", level.into())]);
        let cells = vec![
            count.to_string().into_any(),
            text.get("accessibility-standard-not").into_any(),
            text.get("accessibility-never").into_any(),
        ];
        (level.into_any(), cells)
    };
    let table = Table {
        caption: text.get("accessibility-standard"),
        caption_shown: false,
        heads: vec![
            text.get("accessibility-standard-which"),
            text.get("accessibility-standard-count"),
            text.get("accessibility-standard-how"),
            text.get("accessibility-standard-people"),
        ],
        // Each level holds the one before it.
        rows: vec![row(1, 20), row(2, 37), row(3, 58)],
    };
    view! { <p>{text.get("accessibility-standard-says")}</p>{table.view()} }.into_any()
}
