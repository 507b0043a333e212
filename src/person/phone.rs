//! Telephone numbers of mainland China. A phone is never required of anybody.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::normalise;

/// A mobile number: 11 digits, without the country code.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Mobile(String);

/// What is wrong with a typed mobile number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MobileProblem {
    /// Nothing was typed.
    Empty,
    /// Something else than digits.
    WrongCharacter {
        /// The first of them.
        found: char,
    },
    /// Fewer than 11 digits, the country code not counted.
    TooShort {
        /// How many there are.
        typed: usize,
    },
    /// More than 11 digits, the country code not counted.
    TooLong {
        /// How many there are.
        typed: usize,
    },
    /// Eleven digits that do not begin with 13 to 19.
    NotMobile,
}

impl Mobile {
    /// How many digits a number has.
    pub const LENGTH: usize = 11;

    /// Reads what was typed, with `+86` or `0086`, spaces, hyphens or full-width digits.
    pub fn parse(raw: &str) -> Result<Self, MobileProblem> {
        let text = normalise::number(raw);
        let digits = without_country_code(&text);
        if let Some(found) = digits.chars().find(|found| !found.is_ascii_digit()) {
            return Err(MobileProblem::WrongCharacter { found });
        }
        match (digits.len(), digits.as_bytes()) {
            (0, _) => Err(MobileProblem::Empty),
            (typed @ ..Self::LENGTH, _) => Err(MobileProblem::TooShort { typed }),
            (Self::LENGTH, [b'1', b'3'..=b'9', ..]) => Ok(Self(digits.to_owned())),
            (Self::LENGTH, _) => Err(MobileProblem::NotMobile),
            (typed, _) => Err(MobileProblem::TooLong { typed }),
        }
    }

    /// The 11 digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Three, four and four digits: how the number is shown, grouped by style alone.
    pub fn groups(&self) -> [&str; 3] {
        let (network, rest) = self.0.split_at(3);
        let (middle, last) = rest.split_at(4);
        [network, middle, last]
    }

    /// First three and last four digits: `138****8000`.
    pub fn masked(&self) -> String {
        let [network, _, last] = self.groups();
        format!("{network}****{last}")
    }
}

/// A landline number with its area code: `0731-88881234`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Landline(String);

/// What is wrong with a typed landline number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LandlineProblem {
    /// Nothing was typed.
    Empty,
    /// Something else than digits.
    WrongCharacter {
        /// The first of them.
        found: char,
    },
    /// No area code in front, which begins with 0.
    NoAreaCode,
    /// Fewer than 7 digits behind the area code.
    TooShort {
        /// How many digits there are, area code included.
        typed: usize,
    },
    /// More than 8 digits behind the area code.
    TooLong {
        /// How many digits there are, area code included.
        typed: usize,
    },
}

impl Landline {
    /// Reads what was typed: brackets around the area code, spaces, hyphens, `+86` in place of the first 0.
    pub fn parse(raw: &str) -> Result<Self, LandlineProblem> {
        let text: String = normalise::number(raw)
            .chars()
            .filter(|found| !matches!(found, '(' | ')'))
            .collect();
        let digits = match text.strip_prefix("+86").or_else(|| text.strip_prefix("0086")) {
            Some(national) => format!("0{}", national.trim_start_matches('0')),
            None => text,
        };
        if let Some(found) = digits.chars().find(|found| !found.is_ascii_digit()) {
            return Err(LandlineProblem::WrongCharacter { found });
        }
        let typed = digits.len();
        let area = match digits.as_bytes() {
            [] => return Err(LandlineProblem::Empty),
            [b'0', b'1' | b'2', ..] => 3,
            [b'0', b'3'..=b'9', ..] => 4,
            [b'0', ..] if typed < 7 => return Err(LandlineProblem::TooShort { typed }),
            _ => return Err(LandlineProblem::NoAreaCode),
        };
        match typed.saturating_sub(area) {
            ..7 => Err(LandlineProblem::TooShort { typed }),
            7 | 8 => Ok(Self(format!("{}-{}", &digits[..area], &digits[area..]))),
            _ => Err(LandlineProblem::TooLong { typed }),
        }
    }

    /// Area code, hyphen, number.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Area code and last four digits: `0731-****1234`.
    pub fn masked(&self) -> String {
        let (area, number) = self.0.split_once('-').unwrap_or(("", &self.0));
        format!("{area}-****{}", &number[number.len().saturating_sub(4)..])
    }
}

/// A number to reach somebody at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Phone {
    /// May also receive short messages.
    Mobile(Mobile),
    /// For calls.
    Landline(Landline),
}

impl Phone {
    /// Reads either kind; what is neither gets the problem of a mobile number, which most people have.
    pub fn parse(raw: &str) -> Result<Self, MobileProblem> {
        let mobile = Mobile::parse(raw);
        match (mobile, Landline::parse(raw)) {
            (Ok(mobile), _) => Ok(Self::Mobile(mobile)),
            (Err(_), Ok(landline)) => Ok(Self::Landline(landline)),
            (Err(problem), Err(_)) => Err(problem),
        }
    }

    /// The number in its one form.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Mobile(mobile) => mobile.as_str(),
            Self::Landline(landline) => landline.as_str(),
        }
    }

    /// The number with its middle hidden.
    pub fn masked(&self) -> String {
        match self {
            Self::Mobile(mobile) => mobile.masked(),
            Self::Landline(landline) => landline.masked(),
        }
    }
}

/// Drops `+86` and `0086`, and `86` where 11 digits follow it.
fn without_country_code(text: &str) -> &str {
    let bare = text.strip_prefix("86").filter(|rest| rest.len() == Mobile::LENGTH);
    text.strip_prefix("+86")
        .or_else(|| text.strip_prefix("0086"))
        .or(bare)
        .unwrap_or(text)
}

impl MobileProblem {
    /// The stable name of the problem, for texts and interfaces.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "mobile_empty",
            Self::WrongCharacter { .. } => "mobile_wrong_character",
            Self::TooShort { .. } => "mobile_too_short",
            Self::TooLong { .. } => "mobile_too_long",
            Self::NotMobile => "mobile_not_mobile",
        }
    }
}

impl LandlineProblem {
    /// The stable name of the problem, for texts and interfaces.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "landline_empty",
            Self::WrongCharacter { .. } => "landline_wrong_character",
            Self::NoAreaCode => "landline_no_area_code",
            Self::TooShort { .. } => "landline_too_short",
            Self::TooLong { .. } => "landline_too_long",
        }
    }
}

impl fmt::Display for MobileProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for LandlineProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for MobileProblem {}
impl std::error::Error for LandlineProblem {}

impl TryFrom<String> for Phone {
    type Error = MobileProblem;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> Self {
        phone.as_str().to_owned()
    }
}

impl fmt::Debug for Mobile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Mobile({})", self.masked())
    }
}

impl fmt::Debug for Landline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Landline({})", self.masked())
    }
}

impl TryFrom<String> for Mobile {
    type Error = MobileProblem;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl TryFrom<String> for Landline {
    type Error = LandlineProblem;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<Mobile> for String {
    fn from(mobile: Mobile) -> Self {
        mobile.0
    }
}

impl From<Landline> for String {
    fn from(landline: Landline) -> Self {
        landline.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_mobile_number_is_read_however_it_is_typed() {
        for typed in [
            "13800138000",
            "+86 138-0013-8000",
            "0086 13800138000",
            "8613800138000",
            "１３８００１３８０００",
        ] {
            assert_eq!(Mobile::parse(typed).unwrap().as_str(), "13800138000", "{typed}");
        }
        let mobile = Mobile::parse("13800138000").unwrap();
        assert_eq!(mobile.groups(), ["138", "0013", "8000"]);
        assert_eq!(format!("{mobile:?}"), "Mobile(138****8000)");
    }

    #[test]
    fn each_mistake_in_a_mobile_number_has_its_own_name() {
        let problem = |raw| Mobile::parse(raw).unwrap_err();
        assert_eq!(problem("+86"), MobileProblem::Empty);
        assert_eq!(problem("1380013800"), MobileProblem::TooShort { typed: 10 });
        assert_eq!(problem("138001380000"), MobileProblem::TooLong { typed: 12 });
        assert_eq!(problem("12800138000"), MobileProblem::NotMobile);
        assert_eq!(problem("1380013800O"), MobileProblem::WrongCharacter { found: 'O' });
    }

    #[test]
    fn a_landline_has_an_area_code() {
        for typed in ["0731-88881234", "（0731）8888 1234", "+86 731 88881234", "073188881234"] {
            assert_eq!(Landline::parse(typed).unwrap().as_str(), "0731-88881234", "{typed}");
        }
        assert_eq!(Landline::parse("010-88881234").unwrap().as_str(), "010-88881234");
        assert_eq!(Landline::parse("07446221234").unwrap().as_str(), "0744-6221234");
        assert_eq!(Landline::parse("07446221234").unwrap().masked(), "0744-****1234");
        let problem = |raw| Landline::parse(raw).unwrap_err();
        assert_eq!(problem("88881234"), LandlineProblem::NoAreaCode);
        assert_eq!(problem("0731-8888"), LandlineProblem::TooShort { typed: 8 });
        assert_eq!(problem("0731-888812345"), LandlineProblem::TooLong { typed: 13 });
        assert_eq!(
            problem("0731-88881234转8"),
            LandlineProblem::WrongCharacter { found: '转' }
        );
        assert_eq!(problem(""), LandlineProblem::Empty);
    }

    #[test]
    fn a_phone_is_either() {
        assert!(matches!(Phone::parse("13800138000"), Ok(Phone::Mobile(_))));
        assert!(matches!(Phone::parse("0731 88881234"), Ok(Phone::Landline(_))));
        assert_eq!(Phone::parse("1380"), Err(MobileProblem::TooShort { typed: 4 }));
    }

    proptest! {
        #[test]
        fn every_mobile_number_parses(number in "1[3-9][0-9]{9}") {
            let mobile = Mobile::parse(&number).unwrap();
            prop_assert_eq!(mobile.as_str(), &number);
        }

        #[test]
        fn a_stored_landline_reads_as_itself(number in "0[0-9]{2,3}[0-9]{7,8}") {
            if let Ok(landline) = Landline::parse(&number) {
                prop_assert_eq!(Landline::parse(landline.as_str()), Ok(landline.clone()));
            }
        }

        #[test]
        fn nothing_typed_makes_them_fall_over(raw in any::<String>(), digits in "[+0-9()（）一-]{0,20}") {
            let _ = (Mobile::parse(&raw), Landline::parse(&raw), Phone::parse(&digits));
        }
    }
}
