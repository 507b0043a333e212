//! What stands beside the form of who judges a case: the facts, what the offices before them found, the account, and
//! what became of the other cases of the same application.

use std::collections::BTreeSet;

use zhida::casework::Case;
use zhida::letter::OfficialForm;
use zhida_app::casework::known::{Known, Line};
use zhida_app::text::{Name, Phrase, Said};

use super::desk::Desk;
use super::people::siblings;
use super::{contact, hukou, sections, words};
use crate::catalogue::words::of;
use crate::store::casework::Loaded;
use crate::web::Fault;

/// The commands that judge.
const JUDGING: [&str; 3] = ["review", "decide", "sign_second"];

/// What is known, for a command that judges; nothing for the others.
///
/// # Errors
/// A database that does not answer; rules that are not there.
pub(super) async fn known(desk: &Desk, loaded: &Loaded, command: &str) -> Result<Vec<Known>, Fault> {
    let case = &loaded.case;
    if command == "forward" {
        return Ok(vec![hukou::known(desk, case).await?]);
    }
    if !JUDGING.contains(&command) {
        return Ok(Vec::new());
    }
    let mut known = vec![subject("casework-known-facts", facts(desk, case)?)];
    known.push(subject("casework-known-opinions", opinions(case)));
    if let Some(application) = contact::application(desk, case).await?
        && !case.opened.terms.in_kind
        && case.pays_into(Some(&application)).is_none()
    {
        let lines = vec![Phrase::new("casework-known-no-account")];
        known.push(Known {
            heed: true,
            ..subject("casework-known-account", lines)
        });
    }
    for sibling in siblings(desk, case).await? {
        known.push(beside(desk, case, &sibling.case)?);
    }
    known.retain(|subject| !subject.lines.is_empty());
    Ok(known)
}

fn subject(title: &str, lines: Vec<impl Into<Line>>) -> Known {
    Known {
        title: Phrase::new(title),
        lines: lines.into_iter().map(Into::into).collect(),
        heed: false,
    }
}

/// The facts that the outcome hangs on and those that would bar the service, with where each is from. All others are on the page of the case.
fn facts(desk: &Desk, case: &Case) -> Result<Vec<Phrase>, Fault> {
    let words = |phrase: &Phrase| Said::Words(Box::new(phrase.clone()));
    let trace = sections::trace(desk, case)?;
    let mut seen = BTreeSet::new();
    let read = trace
        .lines
        .iter()
        .filter(|line| line.decides || line.bars)
        .flat_map(|line| &line.facts);
    let lines = read
        .filter(|(fact, _, _)| seen.insert(fact.id().to_owned()))
        .map(|(fact, value, source)| {
            Phrase::new("casework-trace-fact")
                .with("fact", words(fact))
                .with("value", words(value))
                .with("source", words(source))
        });
    Ok(lines.collect())
}

/// What each office found, in its words.
fn opinions(case: &Case) -> Vec<Line> {
    let opinions = OfficialForm::of(case).opinions.into_iter().filter_map(|opinion| {
        let says = Phrase::new("casework-known-opinion")
            .with("stage", Said::Words(Box::new(Phrase::new(opinion.stage_id))))
            .with("opinion", Said::Words(Box::new(Phrase::new(opinion.text_id?))))
            .with("day", Said::Day(opinion.on?));
        Some(Line {
            says,
            words: opinion.sentence,
        })
    });
    opinions.collect()
}

/// Another case of the same application: how it stands, and each fact that is held otherwise there. Nobody is told two
/// different things of one person.
fn beside(desk: &Desk, case: &Case, other: &Case) -> Result<Known, Fault> {
    let text = desk.visitor.text();
    let vocabulary = &desk.judge(case)?.catalogue.vocabulary;
    let stands = other.result.map_or_else(|| words::stage_of(other), words::result);
    let mut lines = vec![
        Phrase::new("casework-known-sibling-stands")
            .with(
                "reference",
                Said::Name(Name::only(other.opened.reference.groups().join(" "))),
            )
            .with("stands", Said::Words(Box::new(stands))),
    ];
    let differs = case.facts.iter().filter_map(|(name, held)| {
        let there = other.facts.get(name).filter(|there| there.value != held.value)?;
        let value = |value| Said::Words(Box::new(words::value(text, vocabulary, name, value)));
        Some(
            Phrase::new("casework-known-differs")
                .with("fact", Said::Words(Box::new(of("fact", name))))
                .with("here", value(&held.value))
                .with("there", value(&there.value)),
        )
    });
    lines.extend(differs);
    Ok(Known {
        heed: lines.len() > 1,
        title: Phrase::new("casework-known-sibling")
            .with("service", Said::Words(Box::new(of("service", &other.opened.service)))),
        lines: lines.into_iter().map(Into::into).collect(),
    })
}
