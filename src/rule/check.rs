//! The type checker: a parsed expression becomes a program, or a fault at one of its nodes.

use cel::common::ast::{CallExpr, ComprehensionExpr, Expr, IdedExpr, LiteralValue, operators};

use super::program::{Comparison, Node, NodeId, Program, Quantifier};
use super::syntax::{Fault, comparison, fault, refusal, segments, takes_its_type};
use super::vocabulary::{FactId, RecordId, Type, Vocabulary};

/// A checked node and its type.
type Typed = (NodeId, Type);

/// Inside `exists` and `all`: the name of the item and what it is made of.
struct Item<'a> {
    name: &'a str,
    record: RecordId,
}

/// Walks one parsed expression.
pub(super) struct Checker<'a> {
    vocabulary: &'a Vocabulary,
    program: Program,
    item: Option<Item<'a>>,
}

impl<'a> Checker<'a> {
    pub(super) fn new(vocabulary: &'a Vocabulary) -> Self {
        Self {
            vocabulary,
            program: Program::empty(),
            item: None,
        }
    }

    pub(super) fn program(mut self, tree: &'a IdedExpr, expected: Type) -> Result<Program, Fault> {
        let (_, found) = self.expression(tree, Some(expected))?;
        self.require(tree, expected, found)?;
        Ok(self.program)
    }

    /// Checks an expression. `wanted` only gives literals their type; whether the result has it is for
    /// the caller to require.
    fn expression(&mut self, at: &'a IdedExpr, wanted: Option<Type>) -> Result<Typed, Fault> {
        match &at.expr {
            Expr::Literal(literal) => {
                let (number, of) = self.literal(at, literal, wanted)?;
                Ok(self.push(Node::Constant(number), of))
            }
            Expr::Ident(_) | Expr::Select(_) => self.name(at),
            Expr::Call(call) => self.call(at, call, wanted),
            Expr::Comprehension(walk) => self.quantified(at, walk),
            Expr::List(_) => fault(at, "a list of literals only stands right of `in`"),
            Expr::Map(_) | Expr::Struct(_) => fault(at, "rules have no maps and no records of their own"),
            Expr::Unspecified => fault(at, "an empty expression"),
        }
    }

    fn literal(&self, at: &IdedExpr, literal: &LiteralValue, wanted: Option<Type>) -> Result<(i64, Type), Fault> {
        match (literal, wanted) {
            (LiteralValue::Boolean(value), _) => Ok((i64::from(**value), Type::Bool)),
            (LiteralValue::Int(value), Some(Type::Fen)) if **value == 0 => Ok((0, Type::Fen)),
            (LiteralValue::Int(_), Some(Type::Fen)) => {
                fault(at, "an amount other than 0 belongs in the policy data, not in a rule")
            }
            (LiteralValue::Int(value), _) => Ok((**value, Type::Int)),
            (LiteralValue::String(text), Some(of @ Type::Enum(id))) => {
                if let Some(place) = self.vocabulary.enum_index(id, text.inner()) {
                    return Ok((i64::from(place), of));
                }
                let (name, values) = (
                    self.vocabulary.enum_name(id),
                    self.vocabulary.enum_values(id).join(", "),
                );
                fault(at, format!("`{}` is not a value of {name}: {values}", text.inner()))
            }
            (LiteralValue::String(_), _) => fault(at, "a text only stands beside something of a closed enum"),
            (LiteralValue::Null, _) => fault(at, "rules have no null; \"none\" is a value of its own"),
            (LiteralValue::Double(_) | LiteralValue::UInt(_) | LiteralValue::Bytes(_), _) => fault(
                at,
                "rules have whole numbers, true and false, and values of enums, no other literals",
            ),
        }
    }

    /// `a.b.c`: a field of the item, a policy value or a fact.
    fn name(&mut self, at: &IdedExpr) -> Result<Typed, Fault> {
        let segments = segments(at)?;
        if let Some(Item { name, record }) = self.item
            && segments[0] == name
        {
            let [_, field] = segments[..] else {
                return fault(
                    at,
                    format!("`{name}` is an item; name one of its fields, as in `{name}.field`"),
                );
            };
            let fields = self.vocabulary.record_fields(record);
            let Some(place) = fields.iter().position(|(known, _)| known == field) else {
                return fault(at, format!("an item of this list has no field `{field}`"));
            };
            let index = u16::try_from(place).unwrap_or(u16::MAX);
            return Ok(self.push(Node::Field(index), fields[place].1));
        }
        let name = segments.join(".");
        if let Some(policy_name) = name.strip_prefix("policy.") {
            let Some(id) = self.vocabulary.policy_named(policy_name) else {
                return fault(
                    at,
                    format!("there is no policy value `{policy_name}`: declare it in policy/keys.toml"),
                );
            };
            note(&mut self.program.policies, id);
            return Ok(self.push(Node::Policy(id), self.vocabulary.policy_type(id)));
        }
        let Some(id) = self.vocabulary.fact_named(&name) else {
            return fault(at, format!("there is no fact `{name}`: declare it in facts.toml"));
        };
        let of = self.vocabulary.fact_type(id);
        if matches!(of, Type::List(_)) {
            return fault(at, format!("`{name}` is a list; ask exists, all or size of it"));
        }
        note(&mut self.program.facts, id);
        Ok(self.push(Node::Fact(id), of))
    }

    fn call(&mut self, at: &'a IdedExpr, call: &'a CallExpr, wanted: Option<Type>) -> Result<Typed, Fault> {
        let name = call.func_name.as_str();
        match (name, call.target.as_deref(), call.args.as_slice()) {
            (operators::LOGICAL_AND | operators::LOGICAL_OR, None, [left, right]) => {
                let (left, right) = (self.of_type(left, Type::Bool)?, self.of_type(right, Type::Bool)?);
                let node = if name == operators::LOGICAL_AND {
                    Node::And(left, right)
                } else {
                    Node::Or(left, right)
                };
                Ok(self.push(node, Type::Bool))
            }
            (operators::LOGICAL_NOT, None, [inner]) => {
                let inner = self.of_type(inner, Type::Bool)?;
                Ok(self.push(Node::Not(inner), Type::Bool))
            }
            (operators::CONDITIONAL, None, [condition, then, otherwise]) => {
                let condition = self.of_type(condition, Type::Bool)?;
                let (then, otherwise, of) = self.alike(then, otherwise, wanted)?;
                Ok(self.push(Node::Choose(condition, then, otherwise), of))
            }
            (operators::ADD | operators::SUBSTRACT, None, [left, right]) => {
                let (left, right, of) = self.alike(left, right, wanted)?;
                if !matches!(of, Type::Int | Type::Fen) {
                    return fault(
                        at,
                        format!("`+` and `-` take two numbers or two amounts, not {}", self.called(of)),
                    );
                }
                let node = if name == operators::ADD {
                    Node::Add(left, right)
                } else {
                    Node::Subtract(left, right)
                };
                Ok(self.push(node, of))
            }
            (operators::IN, None, [left, right]) => self.one_of(left, right),
            ("size", None, [list]) | ("size", Some(list), []) => {
                let (id, _) = self.list(list)?;
                Ok(self.push(Node::Size(id), Type::Int))
            }
            ("age_on", None, [birth, on]) => {
                let (birth, on) = (self.of_type(birth, Type::Date)?, self.of_type(on, Type::Date)?);
                Ok(self.push(Node::AgeOn(birth, on), Type::Int))
            }
            ("months_between", None, [from, to]) => {
                let (from, to) = (self.of_type(from, Type::Date)?, self.of_type(to, Type::Date)?);
                Ok(self.push(Node::MonthsBetween(from, to), Type::Int))
            }
            (_, None, [left, right]) if comparison(name).is_some() => self.compare(at, name, left, right),
            _ => fault(at, refusal(call)),
        }
    }

    fn compare(&mut self, at: &IdedExpr, name: &str, left: &'a IdedExpr, right: &'a IdedExpr) -> Result<Typed, Fault> {
        let (left, right, of) = self.alike(left, right, None)?;
        let Some(comparison) = comparison(name) else {
            return fault(at, "not a comparison");
        };
        let is_order = !matches!(comparison, Comparison::Equal | Comparison::NotEqual);
        if is_order && matches!(of, Type::Bool | Type::Enum(_)) {
            return fault(at, format!("{} has no order, only == and !=", self.called(of)));
        }
        Ok(self.push(Node::Compare(comparison, left, right), Type::Bool))
    }

    fn one_of(&mut self, left: &'a IdedExpr, right: &'a IdedExpr) -> Result<Typed, Fault> {
        let (inner, of) = self.expression(left, None)?;
        let Expr::List(list) = &right.expr else {
            return fault(right, "right of `in` stands a list of literals");
        };
        if list.elements.is_empty() {
            return fault(right, "right of `in` stands a list that is not empty");
        }
        let mut numbers = Vec::with_capacity(list.elements.len());
        for element in &list.elements {
            let Expr::Literal(literal) = &element.expr else {
                return fault(element, "right of `in` stand literals only");
            };
            let (number, found) = self.literal(element, literal, Some(of))?;
            self.require(element, of, found)?;
            note(&mut numbers, number);
        }
        Ok(self.push(Node::OneOf(inner, numbers.into_boxed_slice()), Type::Bool))
    }

    /// `list.exists(c, …)` and `list.all(c, …)` in the shape that the parser expands them to. Other macros
    /// begin with something else than a bool.
    fn quantified(&mut self, at: &'a IdedExpr, walk: &'a ComprehensionExpr) -> Result<Typed, Fault> {
        let quantifier = match (&walk.accu_init.expr, &walk.loop_step.expr) {
            (Expr::Literal(LiteralValue::Boolean(starts)), Expr::Call(step)) if walk.iter_var2.is_none() => {
                match (**starts, step.func_name.as_str(), step.args.as_slice()) {
                    (false, operators::LOGICAL_OR, [_, body]) => Some((Quantifier::Exists, body)),
                    (true, operators::LOGICAL_AND, [_, body]) => Some((Quantifier::All, body)),
                    _ => None,
                }
            }
            _ => None,
        };
        let Some((quantifier, body)) = quantifier else {
            return fault(at, "of a list a rule can ask exists, all and size, nothing else");
        };
        if self.item.is_some() {
            return fault(at, "one list cannot be walked inside another");
        }
        let (list, record) = self.list(&walk.iter_range)?;
        self.item = Some(Item {
            name: &walk.iter_var,
            record,
        });
        let body = self.of_type(body, Type::Bool);
        self.item = None;
        let body = body?;
        Ok(self.push(Node::Quantified(quantifier, list, body), Type::Bool))
    }

    /// The list fact that `exists`, `all` or `size` is asked of.
    fn list(&mut self, at: &IdedExpr) -> Result<(FactId, RecordId), Fault> {
        let segments = segments(at)?;
        let shadowed = self.item.as_ref().is_some_and(|item| item.name == segments[0]);
        let id = if shadowed {
            None
        } else {
            self.vocabulary.fact_named(&segments.join("."))
        };
        let Some(id) = id else {
            return fault(at, format!("there is no list `{}`", segments.join(".")));
        };
        let Type::List(record) = self.vocabulary.fact_type(id) else {
            return fault(at, format!("`{}` is not a list", segments.join(".")));
        };
        note(&mut self.program.facts, id);
        Ok((id, record))
    }

    /// Two expressions of one type. A literal takes the type of the other side, or else the wanted one.
    fn alike(
        &mut self,
        left: &'a IdedExpr,
        right: &'a IdedExpr,
        wanted: Option<Type>,
    ) -> Result<(NodeId, NodeId, Type), Fault> {
        let (left_node, right_node, left_type, right_type);
        if takes_its_type(left) && !takes_its_type(right) {
            (right_node, right_type) = self.expression(right, wanted)?;
            (left_node, left_type) = self.expression(left, Some(right_type))?;
            self.require(left, right_type, left_type)?;
        } else {
            (left_node, left_type) = self.expression(left, wanted)?;
            (right_node, right_type) = self.expression(right, Some(left_type))?;
            self.require(right, left_type, right_type)?;
        }
        Ok((left_node, right_node, left_type))
    }

    fn of_type(&mut self, at: &'a IdedExpr, expected: Type) -> Result<NodeId, Fault> {
        let (node, found) = self.expression(at, Some(expected))?;
        self.require(at, expected, found)?;
        Ok(node)
    }

    fn require(&self, at: &IdedExpr, expected: Type, found: Type) -> Result<(), Fault> {
        if expected == found {
            return Ok(());
        }
        fault(
            at,
            format!("this is {}, expected {}", self.called(found), self.called(expected)),
        )
    }

    fn called(&self, of: Type) -> String {
        self.vocabulary.type_name(of)
    }

    fn push(&mut self, node: Node, of: Type) -> Typed {
        (self.program.push(node, of), of)
    }
}

fn note<T: PartialEq>(seen: &mut Vec<T>, new: T) {
    if !seen.contains(&new) {
        seen.push(new);
    }
}
