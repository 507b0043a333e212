//! What the services still lack, for administrators, who see that it is made: films in sign language, and sources of
//! amounts and limits that nobody could verify.

use leptos::prelude::*;

use crate::catalogue::sign::length;
use crate::components::back_link::back_link;
use crate::components::table_cards::Table;
use crate::frame::Page;
use crate::text::{Name, Phrase, Text};

/// A service.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its name.
    pub name: Phrase,
    /// Its code, which is the name of its folder.
    pub code: String,
    /// How long its film in sign language is, in seconds; nothing where there is none.
    pub film: Option<u32>,
    /// The places with a value in force that rests on nothing anybody could verify.
    pub unverified: Vec<Name>,
}

/// The page.
pub fn page(text: Text<'_>, rows: &[Row]) -> Page {
    let cells = rows.iter().map(|row| {
        let film = match row.film {
            Some(seconds) => length(text, seconds),
            None => text.get("admin-services-no-film"),
        };
        let places: Vec<String> = row
            .unverified
            .iter()
            .map(|name| name.shown(text.language()).0.to_owned())
            .collect();
        let places = if places.is_empty() {
            text.get("admin-services-verified")
        } else {
            places.join(&text.get("admin-audit-and"))
        };
        let code = view! { <code>{row.code.clone()}</code> };
        (
            text.say(&row.name).into_any(),
            vec![code.into_any(), film.into_any(), places.into_any()],
        )
    });
    let table = Table {
        caption: text.get("admin-services"),
        caption_shown: false,
        heads: ["service", "folder", "film", "unverified"]
            .map(|head| {
                text.get(match head {
                    "service" => "admin-services-service",
                    "folder" => "admin-services-folder",
                    "film" => "admin-services-film",
                    _ => "admin-services-unverified",
                })
            })
            .to_vec(),
        rows: cells.collect(),
    };
    let body = view! {
        {back_link(text.get("frame-jobs"), "/office/jobs".to_owned())}
        <div class="page-head">
            <h1>{text.get("admin-services")}</h1>
            <p class="lead">{text.get("admin-services-lead")}</p>
        </div>
        {table.view()}
        <p>{text.get("admin-services-how")}</p>
    };
    Page::new(text.get("admin-services"), body).flowing()
}
