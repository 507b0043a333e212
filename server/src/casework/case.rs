//! `/office/cases/{reference}`: everything about a case on one page.

use axum::extract::{Path, Query};
use zhida::access::Denied;
use zhida::casework::{Case, Command, Phase, Refusal, decide, offered};
use zhida_app::casework::barred::{self as own_people, Barred};
use zhida_app::casework::case::{self, Act, CasePage};
use zhida_app::casework::href;
use zhida_app::text::{Name, Phrase, Said};

use super::desk::{Desk, head};
use super::people::People;
use super::queue::barred;
use super::{confirmation, contested, history, notices, print, sections, words};
use crate::account::reading;
use crate::cases::letter_forms;
use crate::cases::limit;
use crate::catalogue::words::of;
use crate::letter::names;
use crate::store::casework;
use crate::web::{Answer, Fault, Typed, Visitor};

/// The page.
///
/// # Errors
/// A case that is none of theirs.
pub async fn show(
    visitor: Visitor,
    Path(reference): Path<String>,
    Query(asked): Query<Vec<(String, String)>>,
) -> Answer {
    let desk = Desk::of(visitor)?;
    let loaded = desk.find(&reference).await?;
    keep_view(&desk, loaded.id).await?;
    if let Some(why) = desk.of_their_own(&loaded.case) {
        let page = head_only(&desk, &loaded.case, why).await?;
        return Ok(desk.visitor.page(|text| own_people::page(text, &page)));
    }
    let assignee = loaded.case.assignee.clone();
    let people = People::load(&desk, history::officers(&loaded.events).chain(assignee)).await?;
    let case = &loaded.case;
    let barred = barred(&desk, case);
    let clock = case.clock(&desk.portal().calendar);
    let paused = clock.map(|clock| clock.pauses).unwrap_or_default();
    let done = match Typed(asked).get("done") {
        Some("claimed") => Some(case::Done::Claimed),
        Some("saved") => Some(case::Done::Saved(desk.op())),
        Some("not_claimed") => not_claimed(&desk, &people, case)?.map(case::Done::NotClaimed),
        _ => None,
    };
    let portal = desk.portal();
    let reading = reading::named(&mut portal.store.read(), &portal.keys, &case.opened.subject).await?;
    let page = CasePage {
        reading,
        head: head(case),
        stage: words::stage_of(case),
        standing: sections::standing(&desk, case),
        urgent: case.hurry().map(|hurry| words::urgent(hurry, portal.now())),
        came: sections::came(case),
        assisted: sections::assisted(case),
        done,
        clock: limit(desk.portal(), case, desk.today, false),
        whole: whole(&desk, case),
        returned: returned(&people, case),
        awaits: confirmation::awaits(case),
        waited: waited(&desk, case),
        provisional: case.due(&desk.portal().calendar).is_some_and(|due| due.provisional),
        pauses: paused
            .into_iter()
            .map(|pause| case::Paused {
                from: pause.from,
                to: pause.to,
            })
            .collect(),
        desk: whose(&desk, &people, case),
        acts: if barred.is_some() {
            Vec::new()
        } else {
            acts(&desk, case)?
        },
        barred: barred
            .or_else(|| entered(&desk, case))
            .map(|denied| Phrase::new(denied.text_id())),
        trace: sections::trace(&desk, case)?,
        points: words::points(&case.assessment),
        decision: sections::decision(case),
        objects: case.opened.terms.contest_office.is_some(),
        reconsideration: contested::lines(&desk, case),
        papers: sections::papers(&desk, &loaded).await?,
        person: sections::person(&desk, case).await?,
        facts: sections::facts(&desk, case)?,
        lists: sections::lists(&desk, case).await?,
        duplicates: sections::duplicates(&desk, &loaded).await?,
        history: loaded
            .events
            .iter()
            .map(|recorded| history::entry(&desk, &people, case, recorded))
            .collect(),
        told: notices::lines(&desk, &loaded).await?,
        prints: print::prints(&loaded, &letter_forms::of_case(desk.portal(), case).await?),
    };
    Ok(desk
        .visitor
        .page(|text| case::page(text, &page).naming(page.reading.clone())))
}

/// What was sent back has two limits, the stage's and that of the whole way: both are said.
fn whole(desk: &Desk, case: &Case) -> Option<Phrase> {
    let calendar = &desk.portal().calendar;
    let whole = case.whole_clock()?;
    let until = whole.due_on(calendar).on?;
    let stage = case.stage_clock()?.due_on(calendar).on?;
    Some(
        Phrase::new("casework-whole")
            .with("from", Said::Day(whole.started_on))
            .with("days", Said::Count(whole.limit.days().into()))
            .with("until", Said::Day(until))
            .with("stage", Said::Day(stage)),
    )
}

/// That it was sent back, from where, when, by whom, and why.
fn returned(people: &People, case: &Case) -> Option<(Phrase, String)> {
    let back = case.returned.as_ref()?;
    let says = Phrase::new("casework-returned-on")
        .with("from", Said::Words(Box::new(words::stage(&back.what.from))))
        .with("by", Said::Words(Box::new(people.by(&back.by))))
        .with("day", Said::Day(back.at.date()));
    Some((says, back.what.sentence.as_str().to_owned()))
}

/// How long the person has waited until today, while something is still to come.
fn waited(desk: &Desk, case: &Case) -> Option<Phrase> {
    let waited = case.waited(&desk.portal().calendar, desk.today);
    if case.phase == Phase::Closed || waited.days == 0 {
        return None;
    }
    let days = Said::Count(waited.days.into());
    Some(if waited.paused == 0 {
        Phrase::new("casework-waited").with("days", days)
    } else {
        let paused = Said::Count(waited.paused.into());
        Phrase::new("casework-waited-paused")
            .with("days", days)
            .with("paused", paused)
    })
}

/// What an officer may know of a case of their own people.
async fn head_only(desk: &Desk, case: &Case, why: Denied) -> Result<Barred, Fault> {
    let goes = match &case.assignee {
        None => Phrase::new("casework-barred-nobody"),
        Some(id) if *id == desk.officer.id => Phrase::new("casework-barred-mine"),
        Some(id) => {
            let people = People::load(desk, std::iter::once(id.clone())).await?;
            Phrase::new("casework-barred-other").with("name", Said::Name(Name::only(people.name(id))))
        }
    };
    Ok(Barred {
        reference: case.opened.reference.to_string(),
        service: of("service", &case.opened.service),
        stage: words::stage_of(case),
        office: names::office_of_case(desk.portal(), case),
        why: Phrase::new(why.text_id()),
        goes,
    })
}

/// That the officer filed it for the person: what is left to them is to bring on what the person gives them.
fn entered(desk: &Desk, case: &Case) -> Option<Denied> {
    (case.opened.entered_by() == Some(&desk.officer.id)).then_some(Denied::EnteredByThem)
}

/// That this officer opened the case today, kept once a day.
pub(super) async fn keep_view(desk: &Desk, case: uuid::Uuid) -> Result<(), Fault> {
    let portal = desk.portal();
    let officer = &desk.officer.id;
    if casework::is_viewed(&mut portal.store.read(), case, officer, desk.today).await? {
        return Ok(());
    }
    let mut tx = portal.store.begin().await?;
    casework::insert_view(&mut tx, case, officer, portal.now()).await?;
    Ok(tx.commit().await?)
}

/// Why a case could not be claimed; nothing where it could be now.
fn not_claimed(desk: &Desk, people: &People, case: &Case) -> Result<Option<Phrase>, Fault> {
    let refusal = decide(case, &Command::Claim, &desk.actor(), &desk.setting(case)?).err();
    Ok(refusal.map(|refusal| match (&refusal, &case.assignee) {
        (Refusal::AssignedToOther, Some(id)) => {
            Phrase::new("casework-claimed-by-other").with("name", Said::Name(Name::only(people.name(id))))
        }
        _ => words::refusal(&refusal),
    }))
}

/// Who has it, and what else somebody has to do first.
fn whose(desk: &Desk, people: &People, case: &Case) -> Phrase {
    let has = has(desk, people, case);
    let author = case.unsigned().map(|made| made.decision.author.officer());
    let drafted = case.unsigned_reconsideration().and_then(|draft| draft.by.as_ref());
    let first = match author.or(drafted) {
        Some(id) if *id == desk.officer.id => "casework-desk-signs-another",
        Some(_) => "casework-desk-signs-second",
        None if case.opened.terms.forward_only && case.phase == Phase::Open && case.identity.is_none() => {
            "casework-desk-forward-first"
        }
        None => return has,
    };
    Phrase::new("casework-desk-and")
        .with("has", Said::Words(Box::new(has)))
        .with("first", Said::Words(Box::new(Phrase::new(first))))
}

fn has(desk: &Desk, people: &People, case: &Case) -> Phrase {
    let over = case.phase == Phase::Closed && case.reconsideration().is_none();
    match &case.assignee {
        None if over => Phrase::new("casework-desk-is-over"),
        None => Phrase::new("casework-desk-is-nobody"),
        Some(id) if *id == desk.officer.id => Phrase::new("casework-desk-is-mine"),
        Some(id) => Phrase::new("casework-desk-is-other").with("name", Said::Name(Name::only(people.name(id)))),
    }
}

/// What is done first where several things can be.
const ORDER: &[(&str, &str)] = &[
    ("decide_objection", "casework-objection"),
    ("sign_second", "casework-sign"),
    ("contest_pass_on", "casework-contest-pass-on"),
    ("contest_reply", "casework-contest-reply"),
    ("contest_take_up", "casework-contest-take-up"),
    ("contest_outcome", "casework-contest-outcome"),
    ("contest_extend", "casework-contest-extend"),
    ("accept", "casework-accept"),
    ("forward", "casework-forward"),
    ("record_receipt", "casework-record-receipt"),
    ("offer_items", "casework-offer"),
    ("choose_item", "casework-choose-item"),
    ("assign_lawyer", "casework-lawyer"),
    ("lift_hold", "casework-lift-hold"),
    ("decide", "casework-decide"),
    ("review", "casework-review"),
    ("end_notice", "casework-end-notice"),
    ("serve_letter", "casework-serve"),
    ("record_confirmation", "casework-record-confirmation"),
    ("record_account", "casework-record-account"),
    ("contest", "casework-contest"),
    ("object", "casework-object"),
    ("supply_papers", "casework-supply"),
    ("choose_overlap", "casework-overlap"),
    ("request_papers", "casework-papers"),
    ("confirm_identity", "casework-identity"),
    ("return", "casework-return"),
    ("reassign", "casework-reassign"),
    ("change_consents", "casework-consents"),
    ("letter_forms", "casework-letter-forms"),
    ("withdraw", "casework-withdraw"),
    ("note", "casework-note"),
];

fn acts(desk: &Desk, case: &Case) -> Result<Vec<Act>, Fault> {
    let offered = offered(case, &desk.actor(), &desk.setting(case)?);
    let page = href(case.opened.reference.as_str());
    let now = |name: &str, id: &str| Act::Now {
        words: Phrase::new(id),
        action: format!("{page}/{name}"),
        hidden: desk.op(),
    };
    let mut acts = Vec::new();
    if offered.contains(&Command::Claim.name()) {
        acts.push(now("claim", "casework-claim"));
    }
    // What waits for a second person has nothing to serve yet.
    let waits = case.unsigned().is_some();
    for (name, id) in ORDER {
        if offered.contains(name) && !(waits && *name == "serve_letter") {
            acts.push(Act::Page {
                words: Phrase::new(contested::act(case, name).unwrap_or(id)),
                href: format!("{page}/{name}"),
            });
        }
    }
    if offered.contains(&Command::Release.name()) {
        acts.push(now("release", "casework-release"));
    }
    Ok(acts)
}
