//! `/office/substitutes`: a supervisor lets a colleague fill another's posts for some days.

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use serde_json::json;
use zhida::access::{Division, Fit, OfficerId, Post, Role, Substitution};
use zhida::calendar::Date;
use zhida_app::account::staff::desk::role;
use zhida_app::casework::as_it_is;
use zhida_app::casework::substitutes::{self, BY, FROM, OF, SURE, Substitute, Substitutes, TO};
use zhida_app::question::{Answer as Choice, Problem};
use zhida_app::text::{Name, Phrase, Said};

use super::desk::{Desk, once};
use super::read;
use crate::store::event::{self, NewEvent};
use crate::store::staff::{self, Member};
use crate::store::{StoreError, Tx};
use crate::web::{Answer, Fault, Typed, Visitor};

const PAGE: &str = "/office/substitutes";

/// The page.
///
/// # Errors
/// No supervisor; no database.
pub async fn show(visitor: Visitor, Query(asked): Query<Vec<(String, String)>>) -> Answer {
    let desk = Desk::of(visitor)?;
    let done = match Typed(asked).get("done") {
        Some("named") => Some(Phrase::new("casework-substitute-named")),
        Some("ended") => Some(Phrase::new("casework-substitute-ended")),
        _ => None,
    };
    let page = Substitutes {
        done,
        ..model(&desk, Typed::default(), Vec::new()).await?
    };
    Ok(desk.visitor.page(|text| substitutes::page(text, &page)))
}

/// Names a substitute.
///
/// # Errors
/// No supervisor; no operation id; no database.
pub async fn name(visitor: Visitor, typed: Typed) -> Answer {
    let desk = Desk::of(visitor)?;
    let op = typed.op().ok_or(Fault::BadRequest)?;
    let people = supervised(&desk).await?;
    let officer = |field: &str| {
        let found = people
            .iter()
            .find(|member| typed.get(field) == Some(member.id.0.as_str()));
        found.map(|member| member.id.clone())
    };
    let (of, by) = (officer(OF), officer(BY));
    let (from, to) = (read::day(&typed, FROM), read::day(&typed, TO));
    let mut problems = problems(&desk, &typed, (of.as_ref(), by.as_ref()), (from, to));
    let unlike = match (&of, &by) {
        (Some(of), Some(by)) if of != by => unlike(&desk, of, by).await?,
        _ => Unlike::No,
    };
    let mut warning = None;
    match unlike {
        Unlike::No => {}
        Unlike::Cannot(message) => problems.push(Problem {
            field: BY.to_owned(),
            message,
        }),
        Unlike::Warns(says) => {
            // Somebody else chosen meanwhile was not confirmed with it.
            if typed.get(SURE) != by.as_ref().map(|by| by.0.as_str()) {
                problems.push(Problem {
                    field: SURE.to_owned(),
                    message: Phrase::new("casework-substitute-sure-missing"),
                });
            }
            warning = by.as_ref().map(|by| (says, by.0.clone()));
        }
    }
    let order = [OF, BY, FROM, TO, SURE];
    problems.sort_by_key(|problem| order.iter().position(|field| *field == problem.field));
    let (Some(of), Some(by), Some(from), Some(to), true) = (of, by, from, to, problems.is_empty()) else {
        let page = Substitutes {
            warning,
            ..model(&desk, typed, problems).await?
        };
        return Ok(desk
            .visitor
            .page_with(StatusCode::UNPROCESSABLE_ENTITY, |text| substitutes::page(text, &page)));
    };
    let location = format!("{PAGE}?done=named");
    let payload = json!({ "of": of, "by": by, "from": from.to_string(), "to": to.to_string() });
    let id = desk.portal().random_id();
    let written = once(&desk, op, "substitute", &location, async |tx| {
        let at = desk.portal().now();
        staff::insert_substitution(tx, id, (&of, &by), (from, to), &desk.officer.id, at).await?;
        keep(&desk, tx, "substitute_named", &payload).await
    });
    written.await?;
    Ok(desk.visitor.see_other(&location))
}

/// Ends a substitution before its time.
///
/// # Errors
/// No supervisor; one that is none of theirs; no operation id.
pub async fn end(visitor: Visitor, Path(id): Path<String>, typed: Typed) -> Answer {
    let desk = Desk::of(visitor)?;
    let op = typed.op().ok_or(Fault::BadRequest)?;
    let location = format!("{PAGE}?done=ended");
    let people = supervised(&desk).await?;
    let mut reader = desk.portal().store.read();
    let current = staff::list_substitutions(&mut reader, desk.today).await?;
    let theirs = current
        .iter()
        .any(|one| one.id == id && people.iter().any(|member| member.id == one.staff));
    if !theirs {
        // Ended already by the same press, or never theirs: both look the same.
        return Ok(desk.visitor.see_other(PAGE));
    }
    let payload = json!({ "substitution": id });
    let written = once(&desk, op, "substitute-end", &location, async |tx| {
        staff::delete_substitution(tx, &id).await?;
        keep(&desk, tx, "substitute_ended", &payload).await
    });
    written.await?;
    Ok(desk.visitor.see_other(&location))
}

/// How a substitute fits whose posts are not theirs.
enum Unlike {
    /// They are.
    No,
    /// They work in another role or at another level: to be said first.
    Warns(Phrase),
    /// They must not.
    Cannot(Phrase),
}

async fn unlike(desk: &Desk, of: &OfficerId, by: &OfficerId) -> Result<Unlike, Fault> {
    let portal = desk.portal();
    let mut reader = portal.store.read();
    let filled = staff::access(&mut reader, of).await?.posts;
    let fills = staff::access(&mut reader, by).await?.posts;
    let says = |id: &str| {
        Phrase::new(id)
            .with("posts", Said::Words(Box::new(roles(desk, &filled))))
            .with("own", Said::Words(Box::new(roles(desk, &fills))))
    };
    Ok(match Substitution::fit(&fills, &filled) {
        Fit::Same => Unlike::No,
        Fit::Unlike => Unlike::Warns(says("casework-substitute-unlike")),
        Fit::Cannot => Unlike::Cannot(says("casework-substitute-cannot")),
    })
}

/// The roles of posts, each once, in words.
fn roles(desk: &Desk, posts: &[Post]) -> Phrase {
    let text = desk.visitor.text();
    let mut names: Vec<String> = Vec::new();
    for post in posts {
        let name = text.say(&role(post.role));
        if !names.contains(&name) {
            names.push(name);
        }
    }
    as_it_is(Name::only(names.join(&text.get("casework-and"))))
}

fn problems(
    desk: &Desk,
    typed: &Typed,
    officers: (Option<&OfficerId>, Option<&OfficerId>),
    days: (Option<Date>, Option<Date>),
) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut wrong = |field: &str, id: &str| {
        problems.push(Problem {
            field: field.to_owned(),
            message: Phrase::new(id),
        });
    };
    match officers {
        (None, _) => wrong(OF, "casework-choose-one"),
        (Some(of), Some(by)) if of == by => wrong(BY, "casework-substitute-same"),
        // A supervisor who filled every post would make and check the same decisions.
        (Some(_), Some(by)) if *by == desk.officer.id => wrong(BY, "casework-substitute-self"),
        (Some(_), _) => {}
    }
    if officers.1.is_none() {
        wrong(BY, "casework-choose-one");
    }
    match days {
        (None, _) => wrong(FROM, read::no_day(typed, FROM)),
        (Some(from), _) if Substitution::latest_begin(desk.today) < from => wrong(FROM, "casework-substitute-far"),
        (Some(from), Some(to)) if to < from => wrong(TO, "casework-substitute-order"),
        (Some(from), Some(to)) if Substitution::latest_end(from) < to => wrong(TO, "casework-substitute-long"),
        (Some(_), Some(to)) if to < desk.today => wrong(TO, "casework-substitute-past"),
        (Some(_), _) => {}
    }
    if days.1.is_none() {
        wrong(TO, read::no_day(typed, TO));
    }
    problems
}

/// The division a supervisor supervises: the first, where there are several.
fn post(desk: &Desk) -> Option<Post> {
    let mut posts = desk.officer.access.posts_on(desk.today);
    posts.find(|post| post.role == Role::Supervisor)
}

/// Everybody who works in the supervisor's places, its townships included.
async fn supervised(desk: &Desk) -> Result<Vec<Member>, Fault> {
    let portal = desk.portal();
    let mut reader = portal.store.read();
    let mut found: Vec<Member> = Vec::new();
    for post in desk.officer.access.posts_on(desk.today) {
        if post.role != Role::Supervisor {
            continue;
        }
        let mut places = vec![post.division];
        if let Division::Area(area) = post.division {
            let townships = zhida::place::Divisions::shipped().townships_of(area);
            places.extend(townships.map(|township| Division::Township(township.code)));
        }
        for place in places {
            for member in staff::list(&mut reader, &portal.keys, Some(place)).await? {
                if !member.ended && !found.iter().any(|known| known.id == member.id) {
                    found.push(member);
                }
            }
        }
    }
    Ok(found)
}

async fn model(desk: &Desk, typed: Typed, problems: Vec<Problem>) -> Result<Substitutes, Fault> {
    let portal = desk.portal();
    let people = supervised(desk).await?;
    let known = |id: &OfficerId| people.iter().find(|member| member.id == *id);
    let mut current = Vec::new();
    for one in staff::list_substitutions(&mut portal.store.read(), desk.today).await? {
        let (Some(of), Some(by)) = (known(&one.staff), known(&one.substitute)) else {
            continue;
        };
        current.push(Substitute {
            id: one.id,
            of: of.name.clone(),
            office: Name::only(of.office.as_str()),
            by: by.name.clone(),
            from: one.from,
            to: one.to,
            end: desk.op(),
        });
    }
    let choices: Vec<Choice> = people
        .iter()
        .map(|member| Choice {
            value: member.id.0.clone(),
            label: as_it_is(Name::only(member.name.as_str())),
            hint: Some(as_it_is(Name::only(member.office.as_str()))),
        })
        .collect();
    let mut by = choices.clone();
    by.retain(|choice| choice.value != desk.officer.id.0);
    Ok(Substitutes {
        current,
        of: choices,
        by,
        hidden: desk.op(),
        typed: typed.0,
        problems,
        warning: None,
        done: None,
    })
}

/// Keeps it in the stream of the supervisor's division.
async fn keep(desk: &Desk, tx: &mut Tx, kind: &str, payload: &serde_json::Value) -> Result<(), StoreError> {
    let Some(post) = post(desk) else { return Ok(()) };
    let division = post.division.to_string();
    let stream = format!("office:{division}");
    let new = NewEvent {
        stream: &stream,
        expected_seq: event::find_last_seq(tx, &stream).await?,
        kind,
        actor: Some(&desk.officer.id.0),
        role: Some(post.role.as_str()),
        office: Some(&division),
        at: desk.portal().now(),
        payload,
    };
    event::append(tx, &desk.portal().keys, &new).await.map(|_| ())
}
