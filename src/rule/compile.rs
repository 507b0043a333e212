//! CEL text → a checked tree. Only what the design allows gets through; everything else names its place.

use cel::common::ast::{CallExpr, ComprehensionExpr, Expr, IdedExpr, LiteralValue};
use cel::parser::PrattParser;

use super::program::{Node, Order, Reckon};
use super::source::{RuleError, Words, order, words};
use super::vocabulary::{RecordId, Type, Vocabulary};

/// Compiles a rule of a type.
pub(super) fn compile(source: &str, expected: Type, vocabulary: &Vocabulary) -> Result<Node, RuleError> {
    let words = words(source)?;
    let parsed = PrattParser::new().parse(source).map_err(|errors| {
        let first = errors.errors.into_iter().next();
        first.map_or_else(
            || RuleError::new(0, "this is not a rule"),
            |error| RuleError::new(byte_of(source, error.pos), error.msg),
        )
    })?;
    let mut compiler = Compiler {
        vocabulary,
        words,
        item: None,
    };
    let (node, at) = compiler.of_type(&parsed, expected)?;
    debug_assert!(at <= source.len());
    Ok(node)
}

/// A checked part: its tree, its type, and where it begins.
struct Checked {
    node: Node,
    of: Type,
    at: usize,
}

struct Compiler<'c, 's> {
    vocabulary: &'c Vocabulary,
    words: Words<'s>,
    /// Inside `exists` and `all`: the name of the item, and its shape.
    item: Option<(String, RecordId)>,
}

impl Compiler<'_, '_> {
    fn of_type(&mut self, part: &IdedExpr, wanted: Type) -> Result<(Node, usize), RuleError> {
        let found = self.part(part, Some(wanted))?;
        if found.of == wanted {
            return Ok((found.node, found.at));
        }
        let names = (self.vocabulary.type_name(wanted), self.vocabulary.type_name(found.of));
        Err(RuleError::new(
            found.at,
            format!("this must be {}, and is {}", names.0, names.1),
        ))
    }

    /// Checks a part. `hint` is the type its surroundings want: it makes text a name of a list, and a number fen.
    fn part(&mut self, part: &IdedExpr, hint: Option<Type>) -> Result<Checked, RuleError> {
        match &part.expr {
            Expr::Literal(literal) => self.literal(literal, hint),
            Expr::Ident(_) | Expr::Select(_) => self.name(part),
            Expr::Call(call) => self.call(call, hint),
            Expr::Comprehension(macro_) => self.quantifier(macro_),
            _ => Err(RuleError::new(
                self.words.last(),
                "rules have no maps, structures or lists of their own",
            )),
        }
    }

    fn literal(&mut self, literal: &LiteralValue, hint: Option<Type>) -> Result<Checked, RuleError> {
        match literal {
            LiteralValue::Boolean(flag) => {
                let flag = *flag.inner();
                let at = self.words.find(if flag { "true" } else { "false" });
                Ok(Checked {
                    node: Node::Constant(i64::from(flag)),
                    of: Type::Bool,
                    at,
                })
            }
            LiteralValue::Int(number) => {
                let at = self.words.find_literal();
                let of = if hint == Some(Type::Fen) { Type::Fen } else { Type::Int };
                Ok(Checked {
                    node: Node::Constant(*number.inner()),
                    of,
                    at,
                })
            }
            LiteralValue::String(text) => {
                let at = self.words.find_literal();
                let Some(Type::Enum(id)) = hint else {
                    return Err(RuleError::new(
                        at,
                        "text stands only beside a fact that is one of a list of names",
                    ));
                };
                let index = self.vocabulary.enum_index(id, text.inner()).ok_or_else(|| {
                    let known = self.vocabulary.enum_values(id).join(", ");
                    RuleError::new(at, format!("\"{}\" is not one of: {known}", text.inner()))
                })?;
                Ok(Checked {
                    node: Node::Constant(i64::from(index)),
                    of: Type::Enum(id),
                    at,
                })
            }
            _ => {
                let at = self.words.find_literal();
                Err(RuleError::new(
                    at,
                    "rules have no null, no fractions, no bytes and no unsigned numbers",
                ))
            }
        }
    }

    /// A fact, a policy value, or a field of the item at hand.
    fn name(&mut self, part: &IdedExpr) -> Result<Checked, RuleError> {
        let Some(segments) = segments(part) else {
            return Err(RuleError::new(
                self.words.last(),
                "only names have parts, and has() is not part of the language",
            ));
        };
        let at = self.words.find(segments[0]);
        for segment in &segments[1..] {
            self.words.find(segment);
        }
        let name = segments.join(".");
        if let Some((item, record)) = &self.item
            && segments[0] == item
        {
            let fields = self.vocabulary.record_fields(*record);
            let field = match segments[..] {
                [_, field] => fields.iter().position(|(known, _)| known == field),
                _ => None,
            };
            let field = field.ok_or_else(|| RuleError::new(at, format!("the list's items have no {name}")))?;
            return Ok(Checked {
                node: Node::Field(field),
                of: fields[field].1,
                at,
            });
        }
        if let Some(key) = name.strip_prefix("policy.") {
            let policy = self.vocabulary.policy_named(key);
            let policy = policy.ok_or_else(|| RuleError::new(at, format!("there is no policy value {key}")))?;
            return Ok(Checked {
                node: Node::Policy(policy),
                of: self.vocabulary.policy_type(policy),
                at,
            });
        }
        let fact = self.vocabulary.fact_named(&name);
        let fact = fact.ok_or_else(|| RuleError::new(at, format!("there is no fact {name}")))?;
        Ok(Checked {
            node: Node::Fact(fact),
            of: self.vocabulary.fact_type(fact),
            at,
        })
    }

    fn call(&mut self, call: &CallExpr, hint: Option<Type>) -> Result<Checked, RuleError> {
        let function = call.func_name.as_str();
        match (function, call.target.as_deref(), call.args.as_slice()) {
            ("!_", None, [inner]) => {
                let (node, at) = self.of_type(inner, Type::Bool)?;
                Ok(Checked {
                    node: Node::Not(Box::new(node)),
                    of: Type::Bool,
                    at,
                })
            }
            ("_&&_" | "_||_", None, [left, right]) => {
                let (left, at) = self.of_type(left, Type::Bool)?;
                let (right, _) = self.of_type(right, Type::Bool)?;
                let (left, right) = (Box::new(left), Box::new(right));
                let node = if function == "_&&_" {
                    Node::And(left, right)
                } else {
                    Node::Or(left, right)
                };
                Ok(Checked {
                    node,
                    of: Type::Bool,
                    at,
                })
            }
            (
                "-_",
                None,
                [
                    IdedExpr {
                        expr: Expr::Literal(LiteralValue::Int(number)),
                        ..
                    },
                ],
            ) => {
                let at = self.words.find_literal();
                let of = if hint == Some(Type::Fen) { Type::Fen } else { Type::Int };
                Ok(Checked {
                    node: Node::Constant(number.inner().saturating_neg()),
                    of,
                    at,
                })
            }
            ("_?_:_", None, [condition, then, otherwise]) => {
                let (condition, at) = self.of_type(condition, Type::Bool)?;
                let then = self.part(then, hint)?;
                let (otherwise, _) = self.of_type(otherwise, then.of)?;
                let node = Node::If(Box::new(condition), Box::new(then.node), Box::new(otherwise));
                Ok(Checked { node, of: then.of, at })
            }
            ("_+_" | "_-_", None, [left, right]) => {
                let (left, right) = self.alike(left, right, hint)?;
                if !matches!(left.of, Type::Int | Type::Fen) {
                    return Err(RuleError::new(left.at, "only numbers and money can be added"));
                }
                let how = if function == "_+_" {
                    Reckon::Add
                } else {
                    Reckon::Subtract
                };
                let node = Node::Reckon(how, Box::new(left.node), Box::new(right.node));
                Ok(Checked {
                    node,
                    of: left.of,
                    at: left.at,
                })
            }
            (
                "@in",
                None,
                [
                    inner,
                    IdedExpr {
                        expr: Expr::List(list), ..
                    },
                ],
            ) if list.optional_indices.is_empty() => {
                let inner = self.part(inner, None)?;
                let mut set = Vec::new();
                for element in &list.elements {
                    let (element, at) = self.of_type(element, inner.of)?;
                    let Node::Constant(constant) = element else {
                        return Err(RuleError::new(at, "the list of `in` holds plain values"));
                    };
                    set.push(constant);
                }
                Ok(Checked {
                    node: Node::In(Box::new(inner.node), set),
                    of: Type::Bool,
                    at: inner.at,
                })
            }
            ("age_on" | "months_between", None, [from, to]) => {
                let at = self.words.find(function);
                let (from, _) = self.of_type(from, Type::Date)?;
                let (to, _) = self.of_type(to, Type::Date)?;
                let how = if function == "age_on" {
                    Reckon::Age
                } else {
                    Reckon::Months
                };
                Ok(Checked {
                    node: Node::Reckon(how, Box::new(from), Box::new(to)),
                    of: Type::Int,
                    at,
                })
            }
            ("size", None, [list]) | ("size", Some(list), []) => {
                let list = self.part(list, None)?;
                match (list.node, list.of) {
                    (Node::Fact(fact), Type::List(_)) => Ok(Checked {
                        node: Node::Size(fact),
                        of: Type::Int,
                        at: list.at,
                    }),
                    _ => Err(RuleError::new(list.at, "size is for lists")),
                }
            }
            (_, None, [left, right]) if order(function).is_some() => {
                self.comparison(order(function).unwrap_or(Order::Equal), left, right)
            }
            _ => {
                let plain = function.trim_matches(['_', '@']);
                let at = self.words.find(plain);
                Err(RuleError::new(at, format!("`{plain}` is not part of the language")))
            }
        }
    }

    fn comparison(&mut self, order: Order, left: &IdedExpr, right: &IdedExpr) -> Result<Checked, RuleError> {
        let (left, right) = self.alike(left, right, None)?;
        let equality = matches!(order, Order::Equal | Order::NotEqual);
        match left.of {
            Type::List(_) => return Err(RuleError::new(left.at, "lists are not compared")),
            Type::Bool | Type::Enum(_) if !equality => {
                return Err(RuleError::new(
                    left.at,
                    "only numbers, money, days and months have an order",
                ));
            }
            _ => {}
        }
        let node = Node::Compare(order, Box::new(left.node), Box::new(right.node));
        Ok(Checked {
            node,
            of: Type::Bool,
            at: left.at,
        })
    }

    /// Two parts of one type; the one that is not a literal decides which.
    fn alike(
        &mut self,
        left: &IdedExpr,
        right: &IdedExpr,
        hint: Option<Type>,
    ) -> Result<(Checked, Checked), RuleError> {
        if is_literal(left) && !is_literal(right) {
            // Look ahead for the type, then read in the order of the text.
            let before = self.words.mark();
            let of = self.part(right, hint)?.of;
            self.words.reset(before);
            let (left, at) = self.of_type(left, of)?;
            let right = self.part(right, Some(of))?;
            return Ok((Checked { node: left, of, at }, right));
        }
        let left = self.part(left, hint)?;
        let (right, at) = self.of_type(right, left.of)?;
        let right = Checked {
            node: right,
            of: left.of,
            at,
        };
        Ok((left, right))
    }

    /// `list.exists(item, condition)` and `list.all(item, condition)`, which the parser has expanded.
    fn quantifier(&mut self, expanded: &ComprehensionExpr) -> Result<Checked, RuleError> {
        let refuse = |at| {
            RuleError::new(
                at,
                "of the list functions only exists, all and size are part of the language",
            )
        };
        let list = self.part(&expanded.iter_range, None)?;
        let (Node::Fact(fact), Type::List(record)) = (list.node, list.of) else {
            return Err(RuleError::new(
                list.at,
                "exists and all are for lists of the vocabulary",
            ));
        };
        let Expr::Call(step) = &expanded.loop_step.expr else {
            return Err(refuse(list.at));
        };
        let starts_false = match &expanded.accu_init.expr {
            Expr::Literal(LiteralValue::Boolean(start)) => !*start.inner(),
            _ => return Err(refuse(list.at)),
        };
        let (exists, body) = match (step.func_name.as_str(), step.args.as_slice(), starts_false) {
            ("_||_", [accumulator, body], true) if is_accumulator(accumulator) => (true, body),
            ("_&&_", [accumulator, body], false) if is_accumulator(accumulator) => (false, body),
            _ => return Err(refuse(list.at)),
        };
        if self.item.is_some() {
            return Err(RuleError::new(
                list.at,
                "exists and all do not stand inside one another",
            ));
        }
        self.words.find(if exists { "exists" } else { "all" });
        self.words.find(&expanded.iter_var);
        self.item = Some((expanded.iter_var.clone(), record));
        let body = self.of_type(body, Type::Bool);
        self.item = None;
        let body = Box::new(body?.0);
        let node = if exists {
            Node::Exists(fact, body)
        } else {
            Node::All(fact, body)
        };
        Ok(Checked {
            node,
            of: Type::Bool,
            at: list.at,
        })
    }
}

fn is_literal(part: &IdedExpr) -> bool {
    match &part.expr {
        Expr::Literal(_) => true,
        Expr::Call(call) => call.func_name == "-_" && call.args.iter().all(is_literal),
        _ => false,
    }
}

fn is_accumulator(part: &IdedExpr) -> bool {
    matches!(&part.expr, Expr::Ident(name) if name.starts_with('@'))
}

/// The segments of a dotted name, root first.
fn segments(part: &IdedExpr) -> Option<Vec<&str>> {
    let (mut segments, mut part) = (Vec::new(), part);
    loop {
        match &part.expr {
            Expr::Ident(name) => {
                segments.push(name.as_str());
                segments.reverse();
                return Some(segments);
            }
            Expr::Select(select) if !select.test => {
                segments.push(select.field.as_str());
                part = &select.operand;
            }
            _ => return None,
        }
    }
}

/// The byte of a line and column (both from 1, the column in bytes) that the parser names.
fn byte_of(source: &str, (line, column): (isize, isize)) -> usize {
    let before: usize = usize::try_from(line - 1)
        .ok()
        .map_or(0, |lines| source.split_inclusive('\n').take(lines).map(str::len).sum());
    before
        .saturating_add(usize::try_from(column - 1).unwrap_or(0))
        .min(source.len())
}
