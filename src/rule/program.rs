//! A compiled rule: a tree over whole numbers.

use super::RuleError;
use super::vocabulary::{FactId, PolicyId, Type, Vocabulary};

/// A checked rule, ready to run.
#[derive(Clone, Debug, PartialEq)]
pub struct Program {
    pub(super) root: Node,
    pub(super) of: Type,
    pub(super) facts: Vec<FactId>,
    pub(super) policies: Vec<PolicyId>,
}

/// How two numbers are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Order {
    #[inline]
    pub(super) fn holds(self, left: i64, right: i64) -> bool {
        match self {
            Self::Equal => left == right,
            Self::NotEqual => left != right,
            Self::Less => left < right,
            Self::LessOrEqual => left <= right,
            Self::Greater => left > right,
            Self::GreaterOrEqual => left >= right,
        }
    }
}

/// Arithmetic on two numbers; integers saturate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reckon {
    Add,
    Subtract,
    /// Full years from a day to a day.
    Age,
    /// Full months from a day to a day.
    Months,
}

/// One step; every value is a number, see [`super::Value`].
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Node {
    Constant(i64),
    Fact(FactId),
    Policy(PolicyId),
    /// A field of the list item at hand.
    Field(usize),
    Not(Box<Node>),
    And(Box<Node>, Box<Node>),
    Or(Box<Node>, Box<Node>),
    Compare(Order, Box<Node>, Box<Node>),
    In(Box<Node>, Vec<i64>),
    If(Box<Node>, Box<Node>, Box<Node>),
    Reckon(Reckon, Box<Node>, Box<Node>),
    Size(FactId),
    /// Some item of the list meets the condition.
    Exists(FactId, Box<Node>),
    /// Every item does.
    All(FactId, Box<Node>),
}

impl Program {
    /// Parses, checks and compiles a rule that must be of a type.
    ///
    /// # Errors
    /// The first mistake, with the byte of the source where it stands.
    pub fn compile(source: &str, expected: Type, vocabulary: &Vocabulary) -> Result<Self, RuleError> {
        let root = super::compile::compile(source, expected, vocabulary)?;
        let (mut facts, mut policies) = (Vec::new(), Vec::new());
        collect(&root, &mut facts, &mut policies);
        facts.sort_unstable();
        facts.dedup();
        policies.sort_unstable();
        policies.dedup();
        Ok(Self {
            root,
            of: expected,
            facts,
            policies,
        })
    }

    /// The facts it reads, in the vocabulary's order.
    pub fn facts(&self) -> &[FactId] {
        &self.facts
    }

    /// The policy values it reads, in the vocabulary's order.
    pub fn policies(&self) -> &[PolicyId] {
        &self.policies
    }
}

fn collect(node: &Node, facts: &mut Vec<FactId>, policies: &mut Vec<PolicyId>) {
    match node {
        Node::Constant(_) | Node::Field(_) => {}
        Node::Fact(fact) | Node::Size(fact) => facts.push(*fact),
        Node::Policy(policy) => policies.push(*policy),
        Node::Not(inner) | Node::In(inner, _) => collect(inner, facts, policies),
        Node::And(left, right)
        | Node::Or(left, right)
        | Node::Compare(_, left, right)
        | Node::Reckon(_, left, right) => {
            collect(left, facts, policies);
            collect(right, facts, policies);
        }
        Node::If(condition, then, otherwise) => {
            collect(condition, facts, policies);
            collect(then, facts, policies);
            collect(otherwise, facts, policies);
        }
        Node::Exists(list, body) | Node::All(list, body) => {
            facts.push(*list);
            collect(body, facts, policies);
        }
    }
}
