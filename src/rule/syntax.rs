//! The parsed tree, asked about: where a node begins, what name it spells, what to say of what is refused.

use cel::common::ast::{CallExpr, Expr, IdedExpr, LiteralValue, operators};

use super::program::Comparison;

/// Something wrong at a node of the parsed tree.
pub(super) struct Fault {
    pub(super) node: u64,
    pub(super) message: String,
}

/// Something wrong at an expression; a dotted name is found by its beginning, not by its last dot.
pub(super) fn fault<T>(at: &IdedExpr, message: impl Into<String>) -> Result<T, Fault> {
    let mut start = at;
    while let Expr::Select(select) = &start.expr
        && !select.test
    {
        start = &select.operand;
    }
    let node = if matches!(start.expr, Expr::Ident(_)) {
        start.id
    } else {
        at.id
    };
    let message = message.into();
    Err(Fault { node, message })
}

/// The segments of the dotted name that an expression spells.
pub(super) fn segments(at: &IdedExpr) -> Result<Vec<&str>, Fault> {
    let mut segments = Vec::new();
    let mut current = at;
    loop {
        match &current.expr {
            Expr::Ident(name) => {
                segments.push(name.as_str());
                segments.reverse();
                return Ok(segments);
            }
            Expr::Select(select) if !select.test => {
                segments.push(select.field.as_str());
                current = &select.operand;
            }
            Expr::Select(_) => return fault(at, "no rule can ask whether something is known: rules have no has()"),
            Expr::Call(call) if is_index(&call.func_name) => return fault(current, refusal(call)),
            _ => return fault(at, "only a name can stand here, such as `household.aid_status`"),
        }
    }
}

/// Whether an expression is made of literals alone, whose type depends on what stands beside them.
pub(super) fn takes_its_type(at: &IdedExpr) -> bool {
    match &at.expr {
        Expr::Literal(literal) => matches!(literal, LiteralValue::Int(_) | LiteralValue::String(_)),
        Expr::Call(call) => match (call.func_name.as_str(), call.args.as_slice()) {
            (operators::ADD | operators::SUBSTRACT, [left, right]) | (operators::CONDITIONAL, [_, left, right]) => {
                takes_its_type(left) && takes_its_type(right)
            }
            _ => false,
        },
        _ => false,
    }
}

pub(super) fn comparison(name: &str) -> Option<Comparison> {
    Some(match name {
        operators::EQUALS => Comparison::Equal,
        operators::NOT_EQUALS => Comparison::NotEqual,
        operators::LESS => Comparison::Less,
        operators::LESS_EQUALS => Comparison::LessOrEqual,
        operators::GREATER => Comparison::Greater,
        operators::GREATER_EQUALS => Comparison::GreaterOrEqual,
        _ => return None,
    })
}

fn is_index(name: &str) -> bool {
    matches!(name, operators::INDEX | operators::OPT_INDEX | operators::OPT_SELECT)
}

/// What to say of a call that is not in the language.
pub(super) fn refusal(call: &CallExpr) -> String {
    let name = call.func_name.as_str();
    match name {
        operators::MULTIPLY | operators::DIVIDE | operators::MODULO => "rules have no * / %".to_owned(),
        operators::NEGATE => "rules have no minus before a name; subtract it".to_owned(),
        name if is_index(name) => "rules do not index".to_owned(),
        "exists" | "all" => format!("`{name}` is asked of a list with a name and a condition: list.{name}(c, …)"),
        "size" => "`size` takes one list".to_owned(),
        "age_on" | "months_between" => format!("`{name}` takes two days: {name}(a, b)"),
        _ => format!("rules have no function `{name}`"),
    }
}
