//! From text to a program: limits, parser, checker, and where in the text something is wrong.

use cel::parser::{ParseErrors, PrattParser};

use super::check::Checker;
use super::limits;
use super::program::Program;
use super::syntax::Fault;
use super::vocabulary::{Type, Vocabulary};

/// Why a text is not a rule. The message is for engineers.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message} (at byte {offset})")]
pub struct RuleError {
    /// Where in the text, in bytes: the start of the name, literal, operator or bracket that is wrong.
    pub offset: usize,
    /// What is wrong there.
    pub message: String,
}

impl RuleError {
    pub(super) fn new(offset: usize, message: impl Into<String>) -> Self {
        Self {
            offset,
            message: message.into(),
        }
    }
}

impl Program {
    /// Parses a rule, checks every name and type in it and that its answer is of the expected type.
    pub fn compile(source: &str, expected: Type, vocabulary: &Vocabulary) -> Result<Self, RuleError> {
        limits::check(source)?;
        let tree = PrattParser::new()
            .parse(source)
            .map_err(|errors| first_error(source, &errors))?;
        let located = |Fault { node, message }: Fault| RuleError::new(offset_of(source, node), message);
        Checker::new(vocabulary).program(&tree, expected).map_err(located)
    }
}

/// The first of the parser's errors, which it sorts by position (line and byte in the line, from 1).
fn first_error(source: &str, errors: &ParseErrors) -> RuleError {
    let Some(error) = errors.errors.first() else {
        return RuleError::new(0, "not an expression");
    };
    let place = |number: isize| usize::try_from(number - 1).unwrap_or(0);
    let (line, column) = (place(error.pos.0), place(error.pos.1));
    let line_start: usize = source.split_inclusive('\n').take(line).map(str::len).sum();
    RuleError::new((line_start + column).min(source.len()), error.msg.clone())
}

/// Where a node of the parsed tree stands in its text.
///
/// `PrattParser` keeps positions but hands them out only with an error. It numbers nodes in the order of
/// the text, so the same text with a bracket too many has the same numbers, and the error brings the
/// positions along. The line break ends a comment.
fn offset_of(source: &str, node: u64) -> usize {
    let spoilt = format!("{source}\n)");
    let positions = PrattParser::new()
        .parse(&spoilt)
        .err()
        .and_then(|errors| errors.errors.into_iter().find_map(|error| error.source_info));
    let start = positions
        .and_then(|positions| positions.offset_for(node))
        .map(|(start, _)| start);
    start
        .and_then(|start| usize::try_from(start).ok())
        .unwrap_or(0)
        .min(source.len())
}
