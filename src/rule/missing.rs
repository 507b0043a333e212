//! What is still needed before a rule has an answer.

use super::evaluate::Scope;
use super::facts::{Facts, PolicyValues};
use super::program::{Node, NodeId, Program};
use super::vocabulary::FactId;

/// An unknown fact, or an unknown field of one item of a known list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Missing {
    /// The fact; where `item` is given, the list.
    pub fact: FactId,
    /// The place of the item in the list and of the field in its record.
    pub item: Option<(usize, usize)>,
}

impl Program {
    /// Every unknown fact that can still change the answer as the tree reads it, in order of fact, item and
    /// field, without doubles. Empty exactly when the answer is known. Both branches of an undecided `?:`
    /// count; a side that is already decided does not.
    pub fn missing(&self, facts: &Facts, policies: &PolicyValues) -> Vec<Missing> {
        let mut found = Vec::new();
        self.collect(
            self.root(),
            Scope {
                facts,
                policies,
                item: &[],
            },
            None,
            &mut found,
        );
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Adds what keeps a node unknown; nothing where it is known. `item` is the list and the place in it
    /// that the scope looks at.
    fn collect(&self, id: NodeId, scope: Scope, item: Option<(FactId, usize)>, found: &mut Vec<Missing>) {
        let node = self.node(id);
        let list_is_unknown = |list: FactId| {
            if scope.facts.get(list).is_none() {
                Some(Missing { fact: list, item: None })
            } else {
                None
            }
        };
        if self.is_known(id, scope) {
            return;
        }
        match node {
            Node::Constant(_) | Node::Policy(_) => {}
            Node::Fact(fact) => found.push(Missing {
                fact: *fact,
                item: None,
            }),
            Node::Field(field) => {
                if let Some((fact, place)) = item {
                    found.push(Missing {
                        fact,
                        item: Some((place, usize::from(*field))),
                    });
                }
            }
            Node::Not(inner) | Node::OneOf(inner, _) => self.collect(*inner, scope, item, found),
            Node::And(left, right)
            | Node::Or(left, right)
            | Node::Compare(_, left, right)
            | Node::Add(left, right)
            | Node::Subtract(left, right)
            | Node::AgeOn(left, right)
            | Node::MonthsBetween(left, right) => {
                self.collect(*left, scope, item, found);
                self.collect(*right, scope, item, found);
            }
            Node::Choose(condition, then, otherwise) => {
                let decided = self.truth(*condition, scope);
                self.collect(*condition, scope, item, found);
                if decided != Some(false) {
                    self.collect(*then, scope, item, found);
                }
                if decided != Some(true) {
                    self.collect(*otherwise, scope, item, found);
                }
            }
            Node::Size(list) => found.extend(list_is_unknown(*list)),
            Node::Quantified(_, list, body) => {
                found.extend(list_is_unknown(*list));
                for (place, fields) in scope.facts.items(*list).into_iter().flatten().enumerate() {
                    let scope = Scope { item: fields, ..scope };
                    self.collect(*body, scope, Some((*list, place)), found);
                }
            }
        }
    }

    fn is_known(&self, id: NodeId, scope: Scope) -> bool {
        self.scalar(id, scope).is_some()
    }
}
