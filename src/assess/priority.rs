//! How urgent a case is among those that wait, part by part.

use serde::{Deserialize, Serialize};

use crate::catalogue::Service;
use crate::rule::{Facts, PolicyValues, Value};

/// Something that makes a case more urgent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Points {
    /// Its code; the words are `priority-…`.
    pub code: String,
    /// What it counts by policy.
    pub points: i64,
    /// Whether it is so, and counts. What nobody knows does not.
    pub counts: bool,
}

/// The parts of a case's place among those that wait, in the service's order; none where nobody waits.
pub fn priority(service: &Service, facts: &Facts, policy: &PolicyValues) -> Vec<Points> {
    let parts = service.waiting.iter().flat_map(|waiting| &waiting.priority);
    let points = parts.map(|part| Points {
        code: part.id.clone(),
        points: match policy.get(part.points) {
            Value::Int(points) => points,
            _ => 0,
        },
        counts: part.when.holds(facts, policy) == Some(true),
    });
    points.collect()
}

/// What the parts that count come to.
pub fn score(points: &[Points]) -> i64 {
    points.iter().filter(|part| part.counts).map(|part| part.points).sum()
}
