//! One person: three-valued evaluation.

use super::program::{Node, Program, Reckon};
use super::values::{Facts, PolicyValues, Value};
use crate::calendar::{Date, age_on, months_between};

/// What a node may look at.
#[derive(Clone, Copy)]
pub(super) struct At<'v> {
    pub facts: &'v Facts,
    pub policy: &'v PolicyValues,
    /// The list item inside `exists` and `all`.
    pub item: &'v [Option<Value>],
}

impl Program {
    /// The rule's value for one person; `None` where unknown.
    pub fn evaluate(&self, facts: &Facts, policy: &PolicyValues) -> Option<Value> {
        Value::from_scalar(
            number(
                &self.root,
                At {
                    facts,
                    policy,
                    item: &[],
                },
            )?,
            self.of,
        )
    }

    /// Whether a condition holds for one person; `None` where unknown.
    pub fn holds(&self, facts: &Facts, policy: &PolicyValues) -> Option<bool> {
        number(
            &self.root,
            At {
                facts,
                policy,
                item: &[],
            },
        )
        .map(|number| number != 0)
    }
}

/// The number a node stands for; `None` where unknown.
pub(super) fn number(node: &Node, at: At<'_>) -> Option<i64> {
    match node {
        Node::Constant(number) => Some(*number),
        Node::Fact(fact) => at.facts.get(*fact)?.scalar(),
        Node::Policy(policy) => at.policy.get(*policy).scalar(),
        Node::Field(field) => at.item.get(*field)?.as_ref()?.scalar(),
        Node::Not(inner) => truth(inner, at).map(|met| i64::from(!met)),
        Node::And(left, right) => match truth(left, at) {
            Some(false) => Some(0),
            Some(true) => number(right, at),
            None => {
                if truth(right, at) == Some(false) {
                    Some(0)
                } else {
                    None
                }
            }
        },
        Node::Or(left, right) => match truth(left, at) {
            Some(true) => Some(1),
            Some(false) => number(right, at),
            None => {
                if truth(right, at) == Some(true) {
                    Some(1)
                } else {
                    None
                }
            }
        },
        Node::Compare(order, left, right) => Some(i64::from(order.holds(number(left, at)?, number(right, at)?))),
        Node::In(inner, set) => Some(i64::from(set.contains(&number(inner, at)?))),
        Node::If(condition, then, otherwise) => match truth(condition, at) {
            Some(true) => number(then, at),
            Some(false) => number(otherwise, at),
            None => number(then, at).filter(|then| number(otherwise, at) == Some(*then)),
        },
        Node::Reckon(how, left, right) => Some(reckon(*how, number(left, at)?, number(right, at)?)),
        Node::Size(list) => items(*list, at).map(|items| i64::try_from(items.len()).unwrap_or(i64::MAX)),
        Node::Exists(list, body) => any(body, items(*list, at)?, at, true),
        Node::All(list, body) => any(body, items(*list, at)?, at, false),
    }
}

fn truth(node: &Node, at: At<'_>) -> Option<bool> {
    number(node, at).map(|number| number != 0)
}

pub(super) fn items(list: super::FactId, at: At<'_>) -> Option<&[Vec<Option<Value>>]> {
    match at.facts.get(list)? {
        Value::List(items) => Some(items),
        _ => None,
    }
}

/// Whether an item decides the matter: one that meets the condition for `exists`, one that does not for `all`.
fn any(body: &Node, items: &[Vec<Option<Value>>], at: At<'_>, decisive: bool) -> Option<i64> {
    let mut unknown = false;
    for item in items {
        match truth(body, At { item, ..at }) {
            Some(met) if met == decisive => return Some(i64::from(decisive)),
            Some(_) => {}
            None => unknown = true,
        }
    }
    if unknown { None } else { Some(i64::from(!decisive)) }
}

pub(super) fn reckon(how: Reckon, left: i64, right: i64) -> i64 {
    match how {
        Reckon::Add => left.saturating_add(right),
        Reckon::Subtract => left.saturating_sub(right),
        Reckon::Age => age_on(day(left), day(right)),
        Reckon::Months => months_between(day(left), day(right)),
    }
}

fn day(number: i64) -> Date {
    let clamped = number.clamp(
        i64::from(Date::MIN.to_julian_day()),
        i64::from(Date::MAX.to_julian_day()),
    );
    i32::try_from(clamped)
        .ok()
        .and_then(|day| Date::from_julian_day(day).ok())
        .unwrap_or(Date::MAX)
}
