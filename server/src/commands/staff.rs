//! `zhida staff`: who works here. The first administrator comes from here; later ones may.

use std::io::BufRead as _;
use std::process::ExitCode;

use serde_json::json;
use zhida::access::{Division, Kin, OfficerId, Post, Role};
use zhida::account::{Code, Length};
use zhida::calendar::Instant;
use zhida::person::{PersonName, ResidentId};
use zhida::place::Divisions;

use super::at_work::{Refused, Settings, on_portal};
use super::output::say;
use crate::account::{guard, secret};
use crate::portal::{Portal, random_bytes};
use crate::store::casework::person_key;
use crate::store::event::{self, NewEvent};
use crate::store::session::{self, Who};
use crate::store::staff::{self, LOGIN_TAKEN, NewStaff, SignsIn};
use crate::store::{StoreError, Tx};

/// Takes staff on, gives them posts, lets them in again, and ends their work.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    action: Action,
    #[command(flatten)]
    settings: Settings,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Takes somebody on; prints their first password
    Add {
        /// What they sign in with: small letters, digits, `.`, `_`, `-`
        login: String,
        /// Their name
        #[arg(long)]
        name: String,
        /// Their office, by name
        #[arg(long)]
        office: String,
        /// What they do and where: `township_officer@430626001`; may be given several times
        #[arg(long, value_name = "ROLE@DIVISION", required = true)]
        post: Vec<String>,
    },
    /// Lists everybody
    List,
    /// Gives somebody a post more
    Post {
        /// What they sign in with
        login: String,
        /// `civil_affairs_decider@430626`
        #[arg(value_name = "ROLE@DIVISION")]
        post: String,
    },
    /// Reads resident ID numbers from standard input, one a line: people whose cases somebody must not touch
    Kin {
        /// What they sign in with
        login: String,
        /// Who these people are to them
        #[arg(value_parser = ["own", "household", "relative"])]
        relation: String,
    },
    /// Prints a new password and lets one-time codes be set up anew; ends all sessions
    Reset {
        /// What they sign in with
        login: String,
    },
    /// Lifts the lock of somebody who typed too many wrong one-time codes
    Unlock {
        /// What they sign in with
        login: String,
    },
    /// Ends somebody's work here and all their sessions
    End {
        /// What they sign in with
        login: String,
    },
}

/// Exit code 0 done, 1 refused, 2 asked wrongly.
pub fn run(args: &Args) -> ExitCode {
    on_portal(&args.settings, async |portal| {
        match &args.action {
            Action::Add {
                login,
                name,
                office,
                post,
            } => add(portal, login, name, office, post).await?,
            Action::List => list(portal).await?,
            Action::Post { login, post } => give_post(portal, login, post).await?,
            Action::Kin { login, relation } => add_kin(portal, login, relation).await?,
            Action::Reset { login } => reset(portal, login).await?,
            Action::Unlock { login } => unlock(portal, login).await?,
            Action::End { login } => end(portal, login).await?,
        }
        Ok(ExitCode::SUCCESS)
    })
}

async fn add(portal: &Portal, login: &str, name: &str, office: &str, posts: &[String]) -> Result<(), Refused> {
    let login = read_login(login)?;
    let name = PersonName::parse(name).map_err(|problem| Refused::usage(format_args!("--name: {problem}")))?;
    let posts: Vec<Post> = posts.iter().map(|post| read_post(post)).collect::<Result<_, _>>()?;
    let (password, hashed) = new_password().await?;
    let new = NewStaff {
        id: portal.random_id(),
        login: &login,
        name: name.as_str(),
        office: office.trim(),
        password: &hashed,
        posts: &posts,
        kin: &Kin::default(),
        at: portal.now(),
    };
    write(portal, "staff_added", &login, async |tx| {
        staff::insert(tx, &portal.keys, &new).await
    })
    .await
    .map_err(|problem| {
        if problem.is_conflict(LOGIN_TAKEN) {
            Refused::failed(format_args!("somebody signs in as {login} already"))
        } else {
            Refused::failed(problem)
        }
    })?;
    say(format_args!("{login} works here now. First password: {password}"));
    say("The one-time codes are set up at the first sign-in.");
    Ok(())
}

async fn list(portal: &Portal) -> Result<(), Refused> {
    let q = &mut portal.store.read();
    for member in staff::list(q, &portal.keys, None).await.map_err(Refused::failed)? {
        let access = staff::access(q, &member.id).await.map_err(Refused::failed)?;
        let posts: Vec<String> = access
            .posts
            .iter()
            .map(|post| format!("{}@{}", post.role.as_str(), post.division))
            .collect();
        let standing = match (member.ended, member.set_up) {
            (true, _) => "ended",
            (false, true) => "active",
            (false, false) => "codes not set up",
        };
        say(format_args!(
            "{}  {}  {}  {}  {standing}",
            member.login,
            member.name,
            member.office,
            posts.join(" ")
        ));
    }
    Ok(())
}

async fn give_post(portal: &Portal, login: &str, post: &str) -> Result<(), Refused> {
    let (post, member) = (read_post(post)?, find(portal, login).await?);
    write(portal, "staff_post_given", &member.login, async |tx| {
        staff::insert_post(tx, &member.id.0, post).await
    })
    .await
    .map_err(Refused::failed)
}

async fn add_kin(portal: &Portal, login: &str, relation: &str) -> Result<(), Refused> {
    let member = find(portal, login).await?;
    let mut people = Vec::new();
    for (line, typed) in std::io::stdin().lock().lines().enumerate() {
        let typed = typed.map_err(Refused::failed)?;
        if typed.trim().is_empty() {
            continue;
        }
        let id = ResidentId::parse(&typed)
            .map_err(|problem| Refused::usage(format_args!("line {}: {problem}", line + 1)))?;
        people.push(person_key(&portal.keys, &id));
    }
    write(portal, "staff_kin_declared", &member.login, async |tx| {
        for person in &people {
            staff::insert_kin(tx, &member.id.0, relation, person).await?;
        }
        Ok(())
    })
    .await
    .map_err(Refused::failed)?;
    say(format_args!(
        "{} people whose cases {} must not touch",
        people.len(),
        member.login
    ));
    Ok(())
}

async fn reset(portal: &Portal, login: &str) -> Result<(), Refused> {
    let member = find(portal, login).await?;
    let (password, hashed) = new_password().await?;
    write(portal, "staff_reset", &member.login, async |tx| {
        staff::reset(tx, &member.id, &hashed).await?;
        guard::unlock(tx, &portal.keys, &member.id).await?;
        end_sessions(tx, &member.id, portal.now()).await
    })
    .await
    .map_err(Refused::failed)?;
    say(format_args!("New password of {}: {password}", member.login));
    say("The one-time codes are set up anew at the next sign-in.");
    Ok(())
}

async fn unlock(portal: &Portal, login: &str) -> Result<(), Refused> {
    let member = find(portal, login).await?;
    write(portal, "staff_unlocked", &member.login, async |tx| {
        guard::unlock(tx, &portal.keys, &member.id).await
    })
    .await
    .map_err(Refused::failed)?;
    say(format_args!("{} can sign in again", member.login));
    Ok(())
}

async fn end(portal: &Portal, login: &str) -> Result<(), Refused> {
    let member = find(portal, login).await?;
    write(portal, "staff_ended", &member.login, async |tx| {
        staff::end(tx, &member.id, portal.now()).await?;
        end_sessions(tx, &member.id, portal.now()).await
    })
    .await
    .map_err(Refused::failed)?;
    say(format_args!("{} works here no more", member.login));
    Ok(())
}

async fn end_sessions(tx: &mut Tx, id: &OfficerId, now: Instant) -> Result<(), StoreError> {
    session::end_others(tx, &Who::Staff(id), None, now).await?;
    Ok(())
}

/// Does it and keeps on record that it was done, in one transaction.
async fn write(
    portal: &Portal,
    kind: &str,
    login: &str,
    work: impl AsyncFnOnce(&mut Tx) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut tx = portal.store.begin().await?;
    work(&mut tx).await?;
    let payload = json!({ "login": login });
    let done = NewEvent {
        stream: "system",
        expected_seq: event::find_last_seq(&mut tx, "system").await?,
        kind,
        actor: None,
        role: None,
        office: None,
        at: portal.now(),
        payload: &payload,
    };
    event::append(&mut tx, &portal.keys, &done).await?;
    tx.commit().await
}

/// Somebody who works here.
pub(super) async fn find(portal: &Portal, login: &str) -> Result<SignsIn, Refused> {
    let login = read_login(login)?;
    let member = staff::find(&mut portal.store.read(), &portal.keys, &login).await;
    member.map_err(Refused::failed)?.ok_or_else(|| {
        Refused::failed(format_args!(
            "nobody works here as {login}; zhida staff list tells who does"
        ))
    })
}

fn read_login(typed: &str) -> Result<String, Refused> {
    let login = typed.trim().to_lowercase();
    let right = (2..=40).contains(&login.chars().count())
        && login
            .chars()
            .all(|typed| typed.is_ascii_lowercase() || typed.is_ascii_digit() || ".-_".contains(typed));
    if right {
        Ok(login)
    } else {
        Err(Refused::usage(
            "A sign-in name has 2 to 40 small letters, digits, dots, hyphens or underscores.",
        ))
    }
}

fn read_post(typed: &str) -> Result<Post, Refused> {
    let wrong = || {
        let roles: Vec<&str> = Role::ALL.iter().map(|role| role.as_str()).collect();
        Refused::usage(format_args!(
            "`{typed}` is no post; it is written ROLE@DIVISION with a role of {} and a division of Hunan",
            roles.join(", ")
        ))
    };
    let (role, division) = typed.split_once('@').ok_or_else(wrong)?;
    let role = Role::parse(role.trim()).ok_or_else(wrong)?;
    let division = Division::parse(division.trim()).ok_or_else(wrong)?;
    let places = Divisions::shipped();
    let known = match division {
        Division::Area(code) => places.find(code).is_some(),
        Division::Township(code) => places.find_township(code).is_some(),
    };
    if known {
        Ok(Post { role, division })
    } else {
        Err(wrong())
    }
}

/// A password that is easily read out, and its hash.
async fn new_password() -> Result<(String, String), Refused> {
    let code = || Code::of_random(Length::Recovery, random_bytes());
    let password = format!("{}-{}", code().in_groups(), code().in_groups());
    let hashed = secret::hash(&password, None)
        .await
        .map_err(|fault| Refused::failed(format_args!("{fault:?}")))?;
    Ok((password, hashed))
}
