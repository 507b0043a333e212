//! The account of a member of staff: what they may do, where they are signed in.

use leptos::prelude::*;
use zhida::access::Role;

use crate::account::home::{SignedIn, sessions};
use crate::components::actions::{self, Look};
use crate::components::form::{self, Hidden};
use crate::components::heading;
use crate::components::notice::{Kind, notice};
use crate::frame::{Page, Section};
use crate::text::{Name, Phrase, Text};

/// The page.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The officer's name.
    pub name: String,
    /// Roles and where each holds.
    pub roles: Vec<(Phrase, Name)>,
    /// Whether the officer may hand codes over to people at the window.
    pub hands_over: bool,
    /// Whether they end links of accounts to people.
    pub ends_links: bool,
    /// How many recovery codes are left.
    pub codes_left: u32,
    /// Where the officer is signed in.
    pub sessions: Vec<SignedIn>,
    /// The other sessions have just been ended.
    pub ended: bool,
    /// Unseen fields.
    pub hidden: Hidden,
}

/// What a role is called.
pub fn role(role: Role) -> Phrase {
    Phrase::new(match role {
        Role::TownshipOfficer => "staff-role-township",
        Role::FederationReviewer => "staff-role-federation",
        Role::CivilAffairsDecider => "staff-role-civil-affairs",
        Role::LegalAidOfficer => "staff-role-legal-aid",
        Role::JusticeOfficer => "staff-role-justice",
        Role::Supervisor => "staff-role-supervisor",
        Role::Auditor => "staff-role-auditor",
        Role::Administrator => "staff-role-administrator",
    })
}

/// The page.
pub fn page(text: Text<'_>, model: &Desk) -> Page {
    let roles = model.roles.iter().map(|(role, place)| {
        let place = place.shown(text.language()).0;
        let says = text.with(
            "staff-role",
            &[("role", text.say(role).into()), ("place", place.into())],
        );
        view! { <li>{says}</li> }
    });
    let ended = model.ended.then(|| {
        let says = view! { <p>{text.get("account-done-others")}</p> };
        notice(Kind::Ok, text.get("account-done-ended"), says)
    });
    let end = actions::row(vec![actions::submit(Look::Second, text.get("account-end-others"))]);
    let body = view! {
        <div class="page-head">
            <h1>{heading::words(text.phrases("staff-desk-title", &[]))}</h1>
            <p class="lead">{model.name.clone()}</p>
            {ended}
        </div>
        <div class="flow">
            <h2>{text.get("staff-roles")}</h2>
            <ul>{roles.collect_view()}</ul>
            {hands_over(text, model.hands_over, model.ends_links)}
            <h2>{text.get("account-codes-title")}</h2>
            <p>{text.with("account-codes-left", &[("count", model.codes_left.into())])}</p>
            <h2>{text.get("account-sessions")}</h2>
            {sessions(text, &model.sessions)}
            {form::post("/office/account/end-others", model.hidden.clone(), end)}
        </div>
    };
    Page::new(text.get("staff-desk-title"), body).in_section(Section::Account)
}

fn hands_over(text: Text<'_>, may: bool, ends_links: bool) -> Option<AnyView> {
    may.then(|| {
        view! {
            <h2>{text.get("staff-hand-over-title")}</h2>
            <ul class="link-list" role="list">
                <li><a href="/office/codes/link">{text.get("staff-link-title")}</a></li>
                <li><a href="/office/codes/one-time">{text.get("staff-one-time-title")}</a></li>
                {ends_links.then(|| view! {
                    <li><a href=super::links::HREF>{text.get("staff-links-title")}</a></li>
                    <li><a href=crate::delegation::OFFICE>{text.get("delegation-office-title")}</a></li>
                })}
            </ul>
        }
        .into_any()
    })
}
