//! `zhida assess --bench`: both evaluators over invented people, on one core.

use std::hint::black_box;
use std::time::{Duration, Instant};

use zhida::assess::{Outcome, Planes, assess, invent};
use zhida::catalogue::{Catalogue, Service, read_examples};
use zhida::rule::columns::Block;
use zhida::rule::{Facts, PolicyValues};

use super::super::output::say;
use crate::catalogue::Loaded;

/// As many as hold a certificate in Hunan (end of 2020, rounded).
const PEOPLE: usize = 4_080_000;
/// People in one block: its columns fit into a core's cache.
const ROWS: usize = 8_192;
/// How often everybody is assessed; the median round counts.
const ROUNDS: usize = 5;
/// How often each example person is assessed one by one.
const TURNS: usize = 20_000;

/// Measures and prints. Inventing people is not measured; reasons are kept for everybody.
pub(super) fn run(loaded: &Loaded, policy: &PolicyValues) {
    let services = &loaded.catalogue.services;
    say(format_args!(
        "{PEOPLE} invented people, {} services, one core",
        services.len()
    ));
    let everybody = everybody(&loaded.catalogue);
    let mut kept: Vec<Planes> = (0..services.len() * everybody.len()).map(|_| Planes::new()).collect();
    // The first round fills the buffers.
    round(services, &everybody, policy, &mut kept);
    let mut rounds: Vec<Duration> = (0..ROUNDS)
        .map(|_| round(services, &everybody, policy, &mut kept))
        .collect();
    rounds.sort_unstable();
    for (service, planes) in services.iter().zip(kept.chunks(everybody.len())) {
        let count = |outcome| planes.iter().map(|planes| planes.count(outcome)).sum::<usize>();
        say(format_args!(
            "  {}: {} eligible, {} ineligible, {} choose_one, {} on_hold, {} elsewhere",
            service.code,
            count(Outcome::Eligible),
            count(Outcome::Ineligible),
            count(Outcome::ChooseOne),
            count(Outcome::OnHold),
            count(Outcome::ConditionalLocalRule),
        ));
    }
    say(format_args!(
        "in columns, outcome and reasons kept: {:.1} million assessments per second and core (median of {ROUNDS} rounds; {:.1} to {:.1})",
        millions_per_second(services.len(), rounds[ROUNDS / 2]),
        millions_per_second(services.len(), rounds[ROUNDS - 1]),
        millions_per_second(services.len(), rounds[0]),
    ));
    if let Some(one) = one_by_one(loaded, policy) {
        say(format_args!(
            "one person, all services, every condition's result and the reasons: {:.2} µs (median)",
            one.as_secs_f64() * 1e6
        ));
    }
}

fn everybody(catalogue: &Catalogue) -> Vec<Block> {
    let starts = (0..PEOPLE).step_by(ROWS);
    let blocks = starts.zip(1..).map(|(start, seed)| {
        let mut block = Block::new(&catalogue.vocabulary, ROWS.min(PEOPLE - start));
        invent(catalogue, &mut block, seed);
        block
    });
    blocks.collect()
}

/// Assesses everybody for every service.
fn round(services: &[Service], everybody: &[Block], policy: &PolicyValues, kept: &mut [Planes]) -> Duration {
    let began = Instant::now();
    for (service, kept) in services.iter().zip(kept.chunks_mut(everybody.len())) {
        for (block, planes) in everybody.iter().zip(kept) {
            planes.assess(service, block, policy);
        }
    }
    let took = began.elapsed();
    black_box(kept);
    took
}

#[expect(clippy::cast_precision_loss, reason = "a rate for people to read")]
fn millions_per_second(services: usize, took: Duration) -> f64 {
    (PEOPLE * services) as f64 / took.as_secs_f64() / 1e6
}

/// The median time to assess one of the services' example people for every service.
fn one_by_one(loaded: &Loaded, policy: &PolicyValues) -> Option<Duration> {
    let catalogue = &loaded.catalogue;
    let people = example_people(loaded);
    let mut times: Vec<Duration> = people
        .iter()
        .map(|facts| {
            let began = Instant::now();
            for _ in 0..TURNS {
                for service in &catalogue.services {
                    black_box(assess(service, black_box(facts), policy));
                }
            }
            began.elapsed() / u32::try_from(TURNS).unwrap_or(u32::MAX)
        })
        .collect();
    times.sort_unstable();
    times.get(times.len() / 2).copied()
}

fn example_people(loaded: &Loaded) -> Vec<Facts> {
    let examples = loaded.catalogue.services.iter().filter_map(|service| {
        let path = format!("{}/examples.toml", service.code);
        let examples = loaded.files.iter().find(|file| file.path == path)?;
        read_examples(&loaded.catalogue, &loaded.files, examples).ok()
    });
    examples.flatten().map(|example| example.facts).collect()
}
