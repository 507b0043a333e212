//! The account: what I have under way, whom I am linked to, how I get in, where I am signed in.

use leptos::prelude::*;
use zhida::account::{Browser, Device, System};
use zhida::aloud::Named;
use zhida::calendar::Instant;

use crate::components::actions::{self, Look, about};
use crate::components::facts::{Change, Fact, facts};
use crate::components::form::{self, Hidden};
use crate::components::heading;
use crate::components::notice::{Kind, notice};
use crate::frame::{Page, Section};
use crate::message;
use crate::text::{Name, Text};

/// The page of one's account.
#[derive(Clone, Debug)]
pub struct Home {
    /// The name one signs in with.
    pub name: String,
    /// How many messages have not been opened.
    pub unread: u32,
    /// How many recovery codes are left.
    pub codes_left: u32,
    /// The people the account is linked to.
    pub people: Vec<Person>,
    /// The last one-time code that an office handed over to get back into the account: which office, and when.
    pub one_time: Option<(Option<Name>, Instant)>,
    /// The last link that an office ended: which office, and when.
    pub unlinked: Option<(Option<Name>, Instant)>,
    /// Where the account is signed in, here first.
    pub sessions: Vec<SignedIn>,
    /// What was just done.
    pub done: Option<Done>,
    /// Unseen fields of the form that ends the other sessions.
    pub hidden: Hidden,
}

/// A person the account is linked to.
#[derive(Clone, Debug)]
pub struct Person {
    /// The person's name.
    pub name: String,
    /// How it is read, where the account said so.
    pub reading: Option<Named>,
    /// Where that is said, of a name that is read in several ways.
    pub reading_href: Option<String>,
    /// The office that saw the person.
    pub office: Option<Name>,
    /// Since when.
    pub since: Instant,
    /// The other accounts that are linked to the person: which office did it, and when.
    pub others: Vec<(Option<Name>, Instant)>,
}

/// A session.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// On what.
    pub device: Device,
    /// Since when.
    pub since: Instant,
    /// When it was last used.
    pub seen: Instant,
    /// It is this one.
    pub here: bool,
}

/// What was just done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Done {
    /// Another password; other sessions have ended.
    Password,
    /// Got back in by a code; other sessions have ended.
    Recovered,
    /// Linked to a person.
    Linked {
        /// Whom.
        name: String,
    },
    /// The other sessions have ended.
    OthersEnded,
    /// It is kept how a name is read, or that it is not said.
    Reading,
}

/// The page.
pub fn page(text: Text<'_>, model: &Home) -> Page {
    let body = view! {
        <div class="page-head">
            <h1>{heading::words(text.phrases("account-title", &[]))}</h1>
            {model.done.as_ref().map(|done| said(text, done))}
        </div>
        <div class="flow">
            <h2>{text.get("account-under-way")}</h2>
            <ul class="link-list" role="list">
                <li><a href=message::LIST>{message::list::link(text, model.unread)}</a></li>
                <li><a href="/cases">{text.get("account-to-cases")}</a></li>
                <li><a href="/apply">{text.get("account-to-drafts")}</a></li>
            </ul>
            <h2>{text.get("account-people")}</h2>
            {people(text, &model.people)}
            {model.unlinked.as_ref().map(|ended| unlinked(text, ended))}
            <p><a href="/account/link">{text.get("account-to-link")}</a></p>
            <h2>{heading::words(text.phrases("delegation-title", &[]))}</h2>
            <p><a href=crate::delegation::LIST>{text.get("account-to-delegations")}</a></p>
            <h2>{text.get("account-ways-in")}</h2>
            {ways_in(text, model)}
            {model.one_time.as_ref().map(|given| one_time(text, given))}
            <h2>{text.get("account-sessions")}</h2>
            {sessions(text, &model.sessions)}
            {end_others(text, model)}
        </div>
    };
    let names = model.people.iter().filter_map(|person| person.reading.clone());
    Page::new(text.get("account-title"), body)
        .in_section(Section::Account)
        .naming(names)
}

fn said(text: Text<'_>, done: &Done) -> AnyView {
    let (title, says) = match done {
        Done::Password => (text.get("account-done-password"), text.get("account-done-others")),
        Done::Recovered => (text.get("account-done-recovered"), text.get("account-done-others")),
        Done::Linked { name } => (
            text.with("account-done-linked", &[("name", name.clone().into())]),
            text.get("account-done-linked-says"),
        ),
        Done::OthersEnded => (text.get("account-done-ended"), text.get("account-done-others")),
        Done::Reading => (text.get("account-done-reading"), text.get("account-done-reading-says")),
    };
    notice(Kind::Ok, title, view! { <p>{says}</p> })
}

fn people(text: Text<'_>, people: &[Person]) -> AnyView {
    if people.is_empty() {
        return view! { <p>{text.get("account-people-none")}</p> }.into_any();
    }
    let lines = people.iter().map(|person| {
        let says = checked(text, PERSON, (person.office.as_ref(), person.since));
        let others = (!person.others.is_empty()).then(|| {
            let each = person.others.iter();
            let each = each.map(|(office, at)| checked(text, PERSON, (office.as_ref(), *at)));
            let each: Vec<String> = each.collect();
            let words = text.with(
                "account-person-others",
                &[
                    ("count", each.len().into()),
                    ("each", each.join(&text.get("account-and")).into()),
                ],
            );
            view! { <span class="source">{words}</span> }
        });
        let reading = person
            .reading
            .as_ref()
            .map(|named| text.with("account-reading-said", &[("reading", named.reading.clone().into())]));
        let reading = person.reading_href.clone().map(|href| {
            let words = text.get("account-reading");
            let label = about(&words, &person.name);
            view! { <span class="source">{reading}<a href=href aria-label=label>{words}</a></span> }
        });
        Fact {
            name: person.name.clone(),
            value: view! { {reading}{says}{others} }.into_any(),
            source: None,
            change: Some(Change {
                words: text.get("account-person-apply"),
                href: "/apply/new".to_owned(),
            }),
        }
    });
    view! { {facts(lines.collect())}<p class="hint">{text.get("account-people-end")}</p> }.into_any()
}

const PERSON: [&str; 2] = ["account-person-office", "account-person-since"];
const ONE_TIME: [&str; 2] = ["account-one-time-office", "account-one-time-since"];
const UNLINKED: [&str; 2] = ["account-unlinked-office", "account-unlinked-since"];

/// Which office did something for an account, and on which day: the words with an office and without.
fn checked(text: Text<'_>, [with, without]: [&str; 2], (office, at): (Option<&Name>, Instant)) -> String {
    let day = text.date(at.date());
    match office {
        Some(office) => text.with(
            with,
            &[("day", day.into()), ("office", office.shown(text.language()).0.into())],
        ),
        None => text.with(without, &[("day", day.into())]),
    }
}

/// That an office ended a link: whoever wonders where their letters are hears of it here.
fn unlinked(text: Text<'_>, (office, at): &(Option<Name>, Instant)) -> AnyView {
    let ended = checked(text, UNLINKED, (office.as_ref(), *at));
    view! { <p class="hint">{ended}{text.get("account-unlinked-says")}</p> }.into_any()
}

/// That somebody was handed a code to get in by: who did not ask for one hears of it here.
fn one_time(text: Text<'_>, (office, at): &(Option<Name>, Instant)) -> AnyView {
    let given = checked(text, ONE_TIME, (office.as_ref(), *at));
    view! { <p class="hint">{given}{text.get("account-one-time-says")}</p> }.into_any()
}

fn ways_in(text: Text<'_>, model: &Home) -> AnyView {
    let change = |words: String, href: &str| {
        Some(Change {
            words,
            href: href.to_owned(),
        })
    };
    let left = text.with("account-codes-left", &[("count", model.codes_left.into())]);
    facts(vec![
        Fact {
            name: text.get("account-name"),
            value: model.name.clone().into_any(),
            source: None,
            change: None,
        },
        Fact {
            name: text.get("account-password"),
            value: text.get("account-password-hidden").into_any(),
            source: None,
            change: change(text.get("account-change"), "/account/password"),
        },
        Fact {
            name: text.get("account-codes-title"),
            value: left.into_any(),
            source: None,
            change: change(text.get("account-new-codes"), "/account/codes/new"),
        },
        Fact {
            name: text.get("display-title"),
            value: text.get("account-display-says").into_any(),
            source: None,
            change: change(text.get("account-change"), "/display?return=/account"),
        },
    ])
}

/// The list of sessions, for residents and staff alike.
pub(super) fn sessions(text: Text<'_>, sessions: &[SignedIn]) -> AnyView {
    let lines = sessions.iter().map(|session| {
        let seen = if session.here {
            text.get("account-session-here")
        } else {
            text.with("account-session-seen", &[("moment", text.moment(session.seen).into())])
        };
        let since = text.with(
            "account-session-since",
            &[("moment", text.moment(session.since).into())],
        );
        Fact {
            name: device(text, session.device),
            value: view! { {since}<span class="source">{seen}</span> }.into_any(),
            source: None,
            change: None,
        }
    });
    facts(lines.collect())
}

/// Ends all sessions but this one; at hand even where there is no other, since it also says so.
fn end_others(text: Text<'_>, model: &Home) -> AnyView {
    if model.sessions.len() < 2 {
        return view! { <p class="hint">{text.get("account-only-here")}</p> }.into_any();
    }
    let act = actions::row(vec![actions::submit(Look::Second, text.get("account-end-others"))]);
    form::post("/account/end-others", model.hidden.clone(), act)
}

fn device(text: Text<'_>, device: Device) -> String {
    let system = match device.system {
        System::Android => text.get("account-device-android"),
        System::Harmony => text.get("account-device-harmony"),
        System::Iphone => text.get("account-device-iphone"),
        System::Ipad => text.get("account-device-ipad"),
        System::Windows => text.get("account-device-windows"),
        System::Mac => text.get("account-device-mac"),
        System::Linux => text.get("account-device-linux"),
        System::Other => text.get("account-device-other"),
    };
    let browser = match device.browser {
        Browser::WeChat => text.get("account-browser-wechat"),
        Browser::Edge => text.get("account-browser-edge"),
        Browser::Firefox => text.get("account-browser-firefox"),
        Browser::Chrome => text.get("account-browser-chrome"),
        Browser::Safari => text.get("account-browser-safari"),
        Browser::Other => return system,
    };
    text.with(
        "account-device",
        &[("system", system.into()), ("browser", browser.into())],
    )
}
