//! Codes of places: fixed numbers of ASCII digits.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Declares a code of so many ASCII digits.
macro_rules! digits_code {
    ($(#[$meta:meta])* $name:ident, $length:literal) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name([u8; $length]);

        impl $name {
            #[doc = concat!("Reads exactly ", $length, " ASCII digits; does not ask whether the code is in use.")]
            pub fn parse(text: &str) -> Option<Self> {
                let digits: [u8; $length] = text.as_bytes().try_into().ok()?;
                digits.iter().all(u8::is_ascii_digit).then_some(Self(digits))
            }

            /// The digits.
            pub fn as_str(&self) -> &str {
                // Only ASCII digits get in, so this never falls back.
                std::str::from_utf8(&self.0).unwrap_or_default()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }

        impl TryFrom<String> for $name {
            type Error = &'static str;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                Self::parse(&text).ok_or(concat!("a code of ", $length, " digits"))
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> Self {
                code.as_str().to_owned()
            }
        }
    };
}

digits_code! {
    /// Six digits of GB/T 2260: a province, prefecture or county, of any province and perhaps retired.
    DivisionCode, 6
}

digits_code! {
    /// Nine digits of the statistics bureau: a street or township. Its first six digits are not always the county
    /// that it belongs to; [`Township::county`](super::Township::county) is.
    TownshipCode, 9
}

impl DivisionCode {
    /// Hunan, 湖南省.
    pub const HUNAN: Self = Self(*b"430000");

    /// Whether the code is one of Hunan, in use or retired.
    pub fn in_hunan(&self) -> bool {
        self.0.starts_with(b"43")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_is_ascii_digits_of_its_length() {
        assert_eq!(DivisionCode::parse("430104").unwrap().to_string(), "430104");
        assert_eq!(TownshipCode::parse("430104001").unwrap().as_str(), "430104001");
        for wrong in ["", "43010", "4301041", "43010x", "４３０１０４", "+43010"] {
            assert_eq!(DivisionCode::parse(wrong), None, "{wrong}");
        }
        assert_eq!(serde_json::to_string(&DivisionCode::HUNAN).unwrap(), "\"430000\"");
        assert!(serde_json::from_str::<DivisionCode>("\"4300\"").is_err());
    }

    #[test]
    fn hunan_is_43() {
        assert!(DivisionCode::parse("431121").unwrap().in_hunan());
        assert!(!DivisionCode::parse("440104").unwrap().in_hunan());
    }

    proptest! {
        #[test]
        fn anything_else_is_refused(text in any::<String>()) {
            prop_assert!(DivisionCode::parse(&text).is_none_or(|code| code.as_str() == text));
        }
    }
}
