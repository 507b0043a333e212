//! One person: the tree walked over known and unknown facts.

use super::facts::{Facts, PolicyValues, Value, day_of};
use super::program::{Node, NodeId, Program, Quantifier};
use super::vocabulary::Type;
use crate::calendar::{age_on, months_between};

/// What a node may look at: the person, the place, and inside `exists` and `all` one item.
#[derive(Clone, Copy)]
pub(super) struct Scope<'a> {
    pub(super) facts: &'a Facts,
    pub(super) policies: &'a PolicyValues,
    pub(super) item: &'a [Option<Value>],
}

impl Program {
    /// The answer, or `None` while it is not known. `facts` and `policies` belong to the vocabulary that
    /// the rule was compiled against.
    pub fn evaluate(&self, facts: &Facts, policies: &PolicyValues) -> Option<Value> {
        let scope = Scope {
            facts,
            policies,
            item: &[],
        };
        Value::from_scalar(self.result_type(), self.scalar(self.root(), scope)?)
    }

    /// Whether a rule of type bool holds; `None` while that is not known, and for every other type.
    pub fn holds(&self, facts: &Facts, policies: &PolicyValues) -> Option<bool> {
        if self.result_type() != Type::Bool {
            return None;
        }
        self.truth(
            self.root(),
            Scope {
                facts,
                policies,
                item: &[],
            },
        )
    }

    pub(super) fn truth(&self, id: NodeId, scope: Scope) -> Option<bool> {
        self.scalar(id, scope).map(|number| number != 0)
    }

    pub(super) fn scalar(&self, id: NodeId, scope: Scope) -> Option<i64> {
        match self.node(id) {
            Node::Constant(number) => Some(*number),
            Node::Fact(fact) => scope.facts.get(*fact)?.scalar(),
            Node::Policy(policy) => Some(scope.policies.scalar(*policy)),
            Node::Field(field) => scope.item.get(usize::from(*field))?.as_ref()?.scalar(),
            Node::Not(inner) => Some(i64::from(!self.truth(*inner, scope)?)),
            Node::And(left, right) => self.either(*left, *right, scope, false),
            Node::Or(left, right) => self.either(*left, *right, scope, true),
            Node::Compare(comparison, left, right) => {
                let (left, right) = self.both(*left, *right, scope)?;
                Some(i64::from(comparison.holds(left, right)))
            }
            Node::OneOf(inner, values) => Some(i64::from(values.contains(&self.scalar(*inner, scope)?))),
            Node::Choose(condition, then, otherwise) => match self.truth(*condition, scope) {
                Some(true) => self.scalar(*then, scope),
                Some(false) => self.scalar(*otherwise, scope),
                None => {
                    let (then, otherwise) = self.both(*then, *otherwise, scope)?;
                    (then == otherwise).then_some(then)
                }
            },
            Node::Add(left, right) => self
                .both(*left, *right, scope)
                .map(|(left, right)| left.saturating_add(right)),
            Node::Subtract(left, right) => self
                .both(*left, *right, scope)
                .map(|(left, right)| left.saturating_sub(right)),
            Node::AgeOn(birth, on) => {
                let (birth, on) = self.both(*birth, *on, scope)?;
                Some(age_on(day_of(birth)?, day_of(on)?))
            }
            Node::MonthsBetween(from, to) => {
                let (from, to) = self.both(*from, *to, scope)?;
                Some(months_between(day_of(from)?, day_of(to)?))
            }
            Node::Size(list) => i64::try_from(scope.facts.items(*list)?.len()).ok(),
            Node::Quantified(quantifier, list, body) => {
                let decides = *quantifier == Quantifier::Exists;
                let mut answer = Some(i64::from(!decides));
                for item in scope.facts.items(*list)? {
                    match self.truth(*body, Scope { item, ..scope }) {
                        Some(found) if found == decides => return Some(i64::from(decides)),
                        Some(_) => {}
                        None => answer = None,
                    }
                }
                answer
            }
        }
    }

    /// "And" (where false decides) or "or" (where true decides), whichever side is known.
    fn either(&self, left: NodeId, right: NodeId, scope: Scope, decides: bool) -> Option<i64> {
        let left = self.truth(left, scope);
        if left == Some(decides) {
            return Some(i64::from(decides));
        }
        let right = self.truth(right, scope)?;
        if right == decides {
            return Some(i64::from(decides));
        }
        left.map(i64::from)
    }

    fn both(&self, left: NodeId, right: NodeId, scope: Scope) -> Option<(i64, i64)> {
        Some((self.scalar(left, scope)?, self.scalar(right, scope)?))
    }
}
