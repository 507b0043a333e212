//! Money in whole fen (分). Never floats.

use std::fmt;

use serde::{Deserialize, Serialize};

/// An amount in fen; 1 yuan = 100 fen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fen(pub i64);

impl Fen {
    /// Reads yuan as people write them in data: `70`, `83.2`, `1200.50`. At most two decimals, no sign.
    pub fn from_yuan_text(text: &str) -> Option<Self> {
        let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let decimals_missing = text.contains('.') && decimals.is_empty();
        if whole.is_empty() || decimals_missing || decimals.len() > 2 || !all_digits(whole) || !all_digits(decimals) {
            return None;
        }
        let whole: i64 = whole.parse().ok()?;
        let decimals: i64 = format!("{decimals:0<2}").parse().ok()?;
        whole.checked_mul(100)?.checked_add(decimals).map(Self)
    }
}

/// Yuan without a unit, as it reads right aloud: `70`, `83.20`, `1200.50`; no thousands separator.
impl fmt::Display for Fen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (yuan, fen) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        if fen == 0 {
            write!(f, "{sign}{yuan}")
        } else {
            write!(f, "{sign}{yuan}.{fen:02}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_yuan_and_refuses_the_rest() {
        assert_eq!(Fen::from_yuan_text("83.2"), Some(Fen(8320)));
        assert_eq!(Fen::from_yuan_text("70"), Some(Fen(7000)));
        for wrong in ["", ".5", "5.", "1.234", "-3", "1e3", "１", "99999999999999999999"] {
            assert_eq!(Fen::from_yuan_text(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(fen in 0_i64..1_000_000_000_000) {
            prop_assert_eq!(Fen::from_yuan_text(&Fen(fen).to_string()), Some(Fen(fen)));
        }
    }
}
