//! How long and how deep a rule may be, measured on its tokens before anything recursive sees it.
//!
//! The parser, the tree's own drop and our checker all recurse along brackets, but the parser also builds
//! deep trees without any bracket: `!-!-x`, `a ? b : c ? d : …`, `a + b + …`, `a.b.c.…`. All of them
//! count, so that the depth of every tree that passes is bounded by a small number.

use cel::parser::pratt_parser::{Lexer, TokenKind};

use super::compile::RuleError;

const MAX_BYTES: usize = 2_000;
const MAX_LEVELS: usize = 16;

/// What is open inside one pair of brackets.
#[derive(Default)]
struct Frame {
    /// `?` seen so far: each puts the rest one level deeper.
    conditionals: usize,
    /// Comparisons, `in`, `+` and `-` since the last `&&`, `||`, `?`, `:` or `,`; chained ones nest.
    binary: usize,
    /// `!` and `-` before the operand.
    unary: usize,
    /// `.` and `[` since the last operator.
    steps: usize,
}

impl Frame {
    fn levels(&self) -> usize {
        1 + self.conditionals + self.binary + self.unary + self.steps
    }

    fn next_term(&mut self) {
        *self = Self {
            conditionals: self.conditionals,
            ..Self::default()
        };
    }
}

/// Refuses a rule that is too long or nested too deep, at the token that is one level too many.
pub(super) fn check(source: &str) -> Result<(), RuleError> {
    if source.len() > MAX_BYTES {
        return Err(RuleError::new(
            0,
            format!("a rule has at most {MAX_BYTES} bytes; this one has {}", source.len()),
        ));
    }
    let mut lexer = Lexer::new(source);
    // The outermost frame stands for no bracket; its own level is taken off below.
    let mut frames = vec![Frame::default()];
    let mut after_operand = false;
    loop {
        let token = lexer.lex();
        let in_brackets = frames.len() > 1;
        let Some(frame) = frames.last_mut() else { return Ok(()) };
        match token.kind {
            TokenKind::TokEnd => return Ok(()),
            TokenKind::TokWhitespace | TokenKind::TokComment => continue,
            TokenKind::TokLeftParen | TokenKind::TokLeftBrace => frames.push(Frame::default()),
            TokenKind::TokLeftBracket => {
                frame.steps += 1;
                frames.push(Frame::default());
            }
            TokenKind::TokRightParen | TokenKind::TokRightBrace | TokenKind::TokRightBracket if in_brackets => {
                frames.pop();
            }
            TokenKind::TokDot => frame.steps += 1,
            TokenKind::TokComma => *frame = Frame::default(),
            TokenKind::TokQuestion => {
                frame.next_term();
                frame.conditionals += 1;
            }
            TokenKind::TokColon | TokenKind::TokLogicalAnd | TokenKind::TokLogicalOr => frame.next_term(),
            TokenKind::TokExclamation => frame.unary += 1,
            TokenKind::TokMinus if !after_operand => frame.unary += 1,
            kind if is_binary(kind) => {
                (frame.steps, frame.unary) = (0, 0);
                frame.binary += 1;
            }
            _ => {}
        }
        after_operand = ends_operand(token.kind);
        let levels = frames.iter().map(Frame::levels).sum::<usize>() - 1;
        if levels > MAX_LEVELS {
            return Err(RuleError::new(
                token.start,
                format!("a rule is nested at most {MAX_LEVELS} levels deep"),
            ));
        }
    }
}

fn is_binary(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::TokMinus
            | TokenKind::TokPlus
            | TokenKind::TokAsterisk
            | TokenKind::TokSlash
            | TokenKind::TokPercent
            | TokenKind::TokEqualEqual
            | TokenKind::TokExclamationEqual
            | TokenKind::TokLess
            | TokenKind::TokLessEqual
            | TokenKind::TokGreater
            | TokenKind::TokGreaterEqual
            | TokenKind::TokIn
    )
}

fn ends_operand(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::TokNull
            | TokenKind::TokFalse
            | TokenKind::TokTrue
            | TokenKind::TokReservedWord
            | TokenKind::TokInt
            | TokenKind::TokUint
            | TokenKind::TokFloat
            | TokenKind::TokString
            | TokenKind::TokBytes
            | TokenKind::TokIdent
            | TokenKind::TokRightParen
            | TokenKind::TokRightBrace
            | TokenKind::TokRightBracket
    )
}
