//! What an unknown result still needs.

use super::evaluate::{At, items, number};
use super::program::{Node, Program};
use super::values::{Facts, PolicyValues};
use super::vocabulary::FactId;

/// An unknown fact, or an unknown field of one item of a known list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Missing {
    /// The fact.
    pub fact: FactId,
    /// Inside a list: which item, and which field of the record.
    pub item: Option<(usize, usize)>,
}

impl Program {
    /// The unknown facts that the result hangs on: the union that Kleene evaluation meets, sorted, each once.
    /// Empty where the result is known.
    pub fn missing(&self, facts: &Facts, policy: &PolicyValues) -> Vec<Missing> {
        let mut found = Vec::new();
        collect(
            &self.root,
            At {
                facts,
                policy,
                item: &[],
            },
            None,
            &mut found,
        );
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// `inside` is the list and item that fields belong to.
fn collect(node: &Node, at: At<'_>, inside: Option<(FactId, usize)>, found: &mut Vec<Missing>) {
    if number(node, at).is_some() {
        return;
    }
    match node {
        Node::Constant(_) | Node::Policy(_) => {}
        Node::Fact(fact) | Node::Size(fact) => found.push(Missing {
            fact: *fact,
            item: None,
        }),
        Node::Field(field) => {
            found.extend(inside.map(|(fact, index)| Missing {
                fact,
                item: Some((index, *field)),
            }));
        }
        Node::Not(inner) | Node::In(inner, _) => collect(inner, at, inside, found),
        Node::And(left, right)
        | Node::Or(left, right)
        | Node::Compare(_, left, right)
        | Node::Reckon(_, left, right) => {
            collect(left, at, inside, found);
            collect(right, at, inside, found);
        }
        Node::If(condition, then, otherwise) => {
            collect(condition, at, inside, found);
            let known = number(condition, at);
            if known != Some(0) {
                collect(then, at, inside, found);
            }
            if known.is_none_or(|known| known == 0) {
                collect(otherwise, at, inside, found);
            }
        }
        Node::Exists(list, body) | Node::All(list, body) => match items(*list, at) {
            None => found.push(Missing {
                fact: *list,
                item: None,
            }),
            Some(items) => {
                for (index, item) in items.iter().enumerate() {
                    collect(body, At { item, ..at }, Some((*list, index)), found);
                }
            }
        },
    }
}
