//! The typed tree that a rule becomes.

use super::vocabulary::{FactId, PolicyId, Type};

/// A checked rule, ready to run. Made by [`Program::compile`].
#[derive(Clone, Debug)]
pub struct Program {
    /// Children stand before their parents; the last node is the whole rule.
    pub(super) nodes: Vec<(Node, Type)>,
    pub(super) facts: Vec<FactId>,
    pub(super) policies: Vec<PolicyId>,
}

/// The place of a node in its program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NodeId(u16);

/// One step of a rule. Plain values are numbers, see `Value::scalar`.
#[derive(Clone, Debug)]
pub(super) enum Node {
    Constant(i64),
    Fact(FactId),
    Policy(PolicyId),
    /// A field of the item that the surrounding [`Node::Quantified`] looks at.
    Field(u16),
    Not(NodeId),
    And(NodeId, NodeId),
    Or(NodeId, NodeId),
    Compare(Comparison, NodeId, NodeId),
    OneOf(NodeId, Box<[i64]>),
    /// Condition, value if it holds, value if not.
    Choose(NodeId, NodeId, NodeId),
    Add(NodeId, NodeId),
    Subtract(NodeId, NodeId),
    AgeOn(NodeId, NodeId),
    MonthsBetween(NodeId, NodeId),
    Size(FactId),
    Quantified(Quantifier, FactId, NodeId),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quantifier {
    Exists,
    All,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Comparison {
    /// The comparison that says the same with its sides exchanged.
    pub(super) fn mirrored(self) -> Self {
        match self {
            Self::Equal | Self::NotEqual => self,
            Self::Less => Self::Greater,
            Self::LessOrEqual => Self::GreaterOrEqual,
            Self::Greater => Self::Less,
            Self::GreaterOrEqual => Self::LessOrEqual,
        }
    }

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

impl Program {
    pub(super) fn empty() -> Self {
        Self {
            nodes: Vec::new(),
            facts: Vec::new(),
            policies: Vec::new(),
        }
    }

    /// Adds a node over nodes that are already there. A rule of at most 2,000 bytes has fewer nodes
    /// than a place can count.
    pub(super) fn push(&mut self, node: Node, of: Type) -> NodeId {
        let id = NodeId(u16::try_from(self.nodes.len()).unwrap_or(u16::MAX));
        self.nodes.push((node, of));
        id
    }

    pub(super) fn root(&self) -> NodeId {
        NodeId(u16::try_from(self.nodes.len() - 1).unwrap_or(u16::MAX))
    }

    pub(super) fn node(&self, id: NodeId) -> &Node {
        &self.nodes[usize::from(id.0)].0
    }

    pub(super) fn type_of(&self, id: NodeId) -> Type {
        self.nodes[usize::from(id.0)].1
    }

    /// The type of the answer.
    pub fn result_type(&self) -> Type {
        self.type_of(self.root())
    }

    /// The facts that the rule reads, in the order of first mention, without doubles.
    pub fn facts(&self) -> &[FactId] {
        &self.facts
    }

    /// The policy values that the rule reads, in the order of first mention, without doubles.
    pub fn policies(&self) -> &[PolicyId] {
        &self.policies
    }
}
