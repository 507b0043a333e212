//! Acting for others: who may act for me, for whom I act, one delegation with its end, the code that is read out, what is
//! offered to whoever comes with it; and the line above every page of what is done for another.

use leptos::prelude::*;
use zhida::access::{AgentRole, DelegationStanding, EndedBy, Over, Power};
use zhida::calendar::{Date, Instant};

use crate::components::actions::{self, Look};
use crate::components::back_link::back_link;
use crate::components::facts::{Change, Fact, facts};
use crate::components::form::{self, Hidden};
use crate::components::heading;
use crate::components::notice::{Kind, headed, notice};
use crate::components::reference::reference;
use crate::frame::{Page, Section};
use crate::text::{Name, Phrase, Text};

pub mod mirror;

#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;

/// The address of the list.
pub const LIST: &str = "/account/delegations";
/// Where somebody is asked to act for oneself.
pub const NEW: &str = "/account/delegations/new";
/// Where a code is typed.
pub const TAKE: &str = "/account/delegations/take";
/// The address of the office's page.
pub const OFFICE: &str = "/office/delegations";
/// Where an office records one.
pub const RECORD: &str = "/office/delegations/new";

/// The names of the fields.
pub mod field {
    /// Whose matters they are, where an account is linked to several people.
    pub const WHO: &str = "who";
    /// The name of whoever acts.
    pub const AGENT: &str = "agent";
    /// Their number, as an office saw it.
    pub const AGENT_NUMBER: &str = "agent-number";
    /// As what they act.
    pub const ROLE: &str = "role";
    /// In matters of what.
    pub const SERVICES: &str = "services";
    /// What they may do.
    pub const POWERS: &str = "powers";
    /// The last day.
    pub const UNTIL: &str = "until";
    /// What an office saw.
    pub const EVIDENCE: &str = "evidence";
    /// The code.
    pub const CODE: &str = "code";
    /// What is done with an offer, or by an office.
    pub const ACT: &str = "act";
    /// Which one an office ends.
    pub const WHICH: &str = "which";
    /// Why.
    pub const REASON: &str = "reason";
}

/// The value of [`field::SERVICES`] that means all of them.
pub const ALL: &str = "all";
/// The value of [`field::ACT`] that takes an offer.
pub const ACCEPT: &str = "accept";
/// The value of [`field::ACT`] that does not.
pub const DECLINE: &str = "decline";
/// The value of [`field::ACT`] with which an office ends one.
pub const END: &str = "end";

/// A delegation, as both people and offices see it.
#[derive(Clone, Debug)]
pub struct Shown {
    /// Its address.
    pub href: String,
    /// Whose matters they are.
    pub principal: String,
    /// Who acts.
    pub agent: String,
    /// As what.
    pub role: AgentRole,
    /// In matters of what; nothing where it is all.
    pub services: Vec<Phrase>,
    /// What they may do.
    pub powers: Vec<Power>,
    /// The first and the last day.
    pub days: (Date, Date),
    /// How it stands today.
    pub standing: DelegationStanding,
    /// The office that saw the proof; none where the person said so themselves.
    pub office: Option<Name>,
    /// When it was made.
    pub made: Instant,
}

/// Both lists of an account.
#[derive(Clone, Debug)]
pub struct Lists {
    /// Who may act for the people the account is linked to.
    pub helpers: Vec<Shown>,
    /// For whom the account acts.
    pub clients: Vec<Shown>,
    /// Whether the account can ask somebody to act: an office has linked it.
    pub linked: bool,
    /// What was just done.
    pub done: Option<Done>,
}

/// What was just done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// One has ended.
    Ended,
    /// An offer was taken.
    Accepted,
    /// An offer was not taken.
    Declined,
}

/// One delegation.
#[derive(Clone, Debug)]
pub struct One {
    /// What it says.
    pub shown: Shown,
    /// Whether the reader is whose matters they are, and not who acts.
    pub own: bool,
    /// Where an application for the person begins, where that may be done.
    pub apply: Option<String>,
    /// Unseen fields of the form that ends it; none where it is over.
    pub end: Option<Hidden>,
    /// What was just done.
    pub done: Option<Done>,
}

/// A code that was just made. It is shown once.
#[derive(Clone, Debug)]
pub struct Made {
    /// The code in groups.
    pub code: String,
    /// For whom it is.
    pub agent: String,
    /// Whose matters they are.
    pub principal: String,
    /// The last day it is good.
    pub until: Date,
    /// The page one came from: what it is called, and its address.
    pub back: (Phrase, String),
}

/// What a role is called.
pub fn role(role: AgentRole) -> Phrase {
    Phrase::new(match role {
        AgentRole::GuardianOfMinor => "delegation-role-guardian-of-minor",
        AgentRole::GuardianOfAdult => "delegation-role-guardian-of-adult",
        AgentRole::InstitutionalGuardian => "delegation-role-institution",
        AgentRole::Relative => "delegation-role-relative",
        AgentRole::VillageCommittee => "delegation-role-committee",
        AgentRole::EntrustedAgent => "delegation-role-agent",
    })
}

/// What a power is called.
pub fn power(power: Power) -> Phrase {
    Phrase::new(match power {
        Power::View => "delegation-power-view",
        Power::Submit => "delegation-power-submit",
        Power::ReceiveNotice => "delegation-power-notice",
        Power::ChangeAccount => "delegation-power-account",
    })
}

/// How one stands.
pub fn standing(standing: DelegationStanding) -> Phrase {
    Phrase::new(match standing {
        DelegationStanding::Offered => "delegation-stands-offered",
        DelegationStanding::NotYet => "delegation-stands-not-yet",
        DelegationStanding::Active => "delegation-stands-active",
        DelegationStanding::Over(Over::Ended(EndedBy::Principal)) => "delegation-stands-ended-principal",
        DelegationStanding::Over(Over::Ended(EndedBy::Agent)) => "delegation-stands-ended-agent",
        DelegationStanding::Over(Over::Ended(EndedBy::Declined)) => "delegation-stands-declined",
        DelegationStanding::Over(Over::Ended(EndedBy::Office)) => "delegation-stands-ended-office",
        DelegationStanding::Over(Over::Gone) => "delegation-stands-gone",
        DelegationStanding::Over(Over::AgentIsWard) => "delegation-stands-ward",
        DelegationStanding::Over(Over::OfAge) => "delegation-stands-of-age",
        DelegationStanding::Over(Over::Term) => "delegation-stands-term",
    })
}

/// What stands above every page of a draft or a case that is somebody else's.
pub fn acting(text: Text<'_>, name: &str) -> AnyView {
    let title = text.with("delegation-acting", &[("name", name.into())]);
    let says = text.with("delegation-acting-says", &[("name", name.into())]);
    // What is printed is a letter, or a form for the office. It is no notice: those say what is new on a page.
    view! { <div class="acting no-print"><p class="acting-name">{title}</p><p>{says}</p></div> }.into_any()
}

/// Both lists.
pub fn list(text: Text<'_>, model: &Lists) -> Page {
    let name = if model.linked {
        view! { <p><a href=NEW>{text.get("delegation-new-title")}</a></p> }.into_any()
    } else {
        view! {
            <p>{text.get("delegation-new-needs-link")}</p>
            <p><a href="/account/link">{text.get("account-to-link")}</a></p>
        }
        .into_any()
    };
    let body = view! {
        {back_link(text.get("account-back"), "/account")}
        <div class="page-head">
            <h1>{heading::words(text.phrases("delegation-title", &[]))}</h1>
            {model.done.map(|done| said(text, done))}
        </div>
        <div class="flow">
            <h2>{text.get("delegation-helpers")}</h2>
            {lines(text, &model.helpers, "delegation-helpers-none", |shown| &shown.agent)}
            {name}
            {model.linked.then(|| view! { <p><a href=mirror::MIRROR>{text.get("delegation-mirror-title")}</a></p> })}
            <h2>{text.get("delegation-clients")}</h2>
            {lines(text, &model.clients, "delegation-clients-none", |shown| &shown.principal)}
            <p><a href=TAKE>{text.get("delegation-take-title")}</a></p>
        </div>
    };
    Page::new(text.get("delegation-title"), body).in_section(Section::Account)
}

fn said(text: Text<'_>, done: Done) -> AnyView {
    let (title, says) = match done {
        Done::Ended => ("delegation-done-ended", "delegation-done-ended-says"),
        Done::Accepted => ("delegation-done-accepted", "delegation-done-accepted-says"),
        Done::Declined => ("delegation-done-declined", "delegation-done-declined-says"),
    };
    notice(Kind::Ok, text.get(title), view! { <p>{text.get(says)}</p> })
}

fn lines(text: Text<'_>, shown: &[Shown], none: &str, name: fn(&Shown) -> &String) -> AnyView {
    if shown.is_empty() {
        return view! { <p>{text.get(none)}</p> }.into_any();
    }
    let lines = shown.iter().map(|shown| Fact {
        name: name(shown).clone(),
        value: text.say(&standing(shown.standing)).into_any(),
        source: Some(in_short(text, shown)),
        change: Some(Change {
            words: text.get("delegation-look"),
            href: shown.href.clone(),
        }),
    });
    facts(lines.collect())
}

/// As what and until when.
fn in_short(text: Text<'_>, shown: &Shown) -> String {
    let role = text.say(&role(shown.role));
    let until = text.date(shown.days.1);
    text.with("delegation-in-short", &[("role", role.into()), ("day", until.into())])
}

/// One delegation in a sentence, for who chooses among several.
pub fn in_words(text: Text<'_>, shown: &Shown) -> String {
    let short = in_short(text, shown);
    let standing = text.say(&standing(shown.standing));
    text.with(
        "delegation-in-words",
        &[
            ("name", shown.agent.clone().into()),
            ("short", short.into()),
            ("standing", standing.into()),
        ],
    )
}

/// What one says, line by line.
fn all_of(text: Text<'_>, shown: &Shown) -> AnyView {
    let fact = |name: &str, value: AnyView| Fact {
        name: text.get(name),
        value,
        source: None,
        change: None,
    };
    let several = |words: Vec<String>| {
        let items = words.into_iter().map(|words| view! { <li>{words}</li> });
        view! { <ul>{items.collect_view()}</ul> }.into_any()
    };
    let services = if shown.services.is_empty() {
        text.get("delegation-all-services").into_any()
    } else {
        several(shown.services.iter().map(|service| text.say(service)).collect())
    };
    let powers = shown.powers.iter().map(|one| text.say(&power(*one)));
    let (from, until) = shown.days;
    let days = text.with(
        "delegation-days",
        &[("from", text.date(from).into()), ("until", text.date(until).into())],
    );
    let made = text.date(shown.made.date());
    let made = match &shown.office {
        Some(office) => text.with(
            "delegation-made-office",
            &[("day", made.into()), ("office", office.shown(text.language()).0.into())],
        ),
        None => text.with("delegation-made-person", &[("day", made.into())]),
    };
    facts(vec![
        fact("delegation-principal", shown.principal.clone().into_any()),
        fact("delegation-agent", shown.agent.clone().into_any()),
        fact("delegation-role", text.say(&role(shown.role)).into_any()),
        fact("delegation-services", services),
        fact("delegation-powers", several(powers.collect())),
        fact("delegation-term", days.into_any()),
        fact("delegation-made", made.into_any()),
        fact("delegation-stands", text.say(&standing(shown.standing)).into_any()),
    ])
}

/// One delegation, for either of the two.
pub fn one(text: Text<'_>, model: &One) -> Page {
    let shown = &model.shown;
    let (title, name) = if model.own {
        ("delegation-one-helper", shown.agent.clone())
    } else {
        ("delegation-one-client", shown.principal.clone())
    };
    let title = text.with(title, &[("name", name.into())]);
    let apply = model.apply.clone().map(|href| {
        let words = text.with("delegation-apply", &[("name", shown.principal.clone().into())]);
        view! {
            {actions::row(vec![actions::go(Look::Main, words, href)])}
            <p><a href="/cases">{text.get("account-to-cases")}</a></p>
            <p><a href="/apply">{text.get("account-to-drafts")}</a></p>
        }
    });
    let end = model.end.clone().map(|hidden| {
        let (words, says) = if model.own {
            ("delegation-end", "delegation-end-says")
        } else {
            ("delegation-give-up", "delegation-give-up-says")
        };
        let act = actions::row(vec![actions::submit(Look::Second, text.get(words))]);
        view! {
            <h2>{text.get(words)}</h2>
            <p>{text.get(says)}</p>
            {form::post(&shown.href, hidden, act)}
        }
    });
    let body = view! {
        {back_link(text.get("delegation-back"), LIST)}
        <div class="page-head">
            <h1>{title.clone()}</h1>
            {model.done.map(|done| said(text, done))}
        </div>
        <div class="flow">{all_of(text, shown)}{apply}{end}</div>
    };
    Page::new(title, body).in_section(Section::Account)
}

/// What is offered to whoever came with a code: to take or not.
pub fn offer(text: Text<'_>, shown: &Shown, hidden: Hidden) -> Page {
    let title = text.with("delegation-offer-title", &[("name", shown.principal.clone().into())]);
    let acts = actions::row(vec![
        actions::submit_as(Look::Main, text.get("delegation-accept"), field::ACT, ACCEPT),
        actions::submit_as(Look::Second, text.get("delegation-decline"), field::ACT, DECLINE),
    ]);
    let body = view! {
        {back_link(text.get("delegation-back"), LIST)}
        <div class="page-head">
            <h1>{title.clone()}</h1>
            <p class="lead">{text.get("delegation-offer-lead")}</p>
        </div>
        <div class="flow">
            {all_of(text, shown)}
            {form::post(TAKE, hidden, acts)}
        </div>
    };
    Page::new(title, body).in_section(Section::Account)
}

/// The page with the code, to be read out.
pub fn made(text: Text<'_>, made: &Made) -> Page {
    let (words, back) = &made.back;
    let until = text.with("delegation-code-until", &[("day", text.date(made.until).into())]);
    let of = (text.get("delegation-agent"), made.agent.clone());
    let body = view! {
        {back_link(text.say(words), back.clone())}
        <div class="page-head">
            <h1>{heading::words(text.phrases("delegation-made-title", &[]))}</h1>
        </div>
        <div class="flow">
            {reference(text.get("delegation-code"), made.code.clone(), of)}
            <p>{text.with("delegation-made-whose", &[
                ("agent", made.agent.clone().into()),
                ("principal", made.principal.clone().into()),
            ])}</p>
            <p>{until}</p>
            {headed(Kind::Info, text.get("delegation-code-once"), view! {
                <p>{text.with("delegation-made-says", &[("name", made.agent.clone().into())])}</p>
            })}
        </div>
    };
    Page::new(text.get("delegation-made-title"), body)
}
