//! Accounts that a subsidy is paid into.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::normalise;

/// A bank card number, 16 to 19 digits with the Luhn check digit (ISO/IEC 7812-1).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct BankCard(String);

/// What is wrong with a typed card number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BankCardProblem {
    /// Nothing was typed.
    Empty,
    /// Something else than digits.
    WrongCharacter {
        /// The first of them.
        found: char,
    },
    /// Fewer than 16 digits.
    TooShort {
        /// How many there are.
        typed: usize,
    },
    /// More than 19 digits.
    TooLong {
        /// How many there are.
        typed: usize,
    },
    /// The last digit does not fit the others: one or more of them are mistyped.
    WrongCheckDigit,
}

impl BankCard {
    /// Reads what was typed, with spaces, hyphens or full-width digits.
    pub fn parse(raw: &str) -> Result<Self, BankCardProblem> {
        let text = normalise::number(raw);
        if let Some(found) = text.chars().find(|found| !found.is_ascii_digit()) {
            return Err(BankCardProblem::WrongCharacter { found });
        }
        match text.len() {
            0 => Err(BankCardProblem::Empty),
            typed @ ..16 => Err(BankCardProblem::TooShort { typed }),
            16..=19 if luhn_sum(&text).is_multiple_of(10) => Ok(Self(text)),
            16..=19 => Err(BankCardProblem::WrongCheckDigit),
            typed => Err(BankCardProblem::TooLong { typed }),
        }
    }

    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Stars and the last four digits: `************1234`.
    pub fn masked(&self) -> String {
        masked(&self.0)
    }
}

/// An account of the 社会保障卡 or 惠民惠农"一卡通" that is no bank card number: 6 to 32 digits and letters. Its form
/// differs by bank, so nothing more can be checked.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OneCardAccount(String);

/// What is wrong with a typed account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountProblem {
    /// Nothing was typed.
    Empty,
    /// Something else than digits and Latin letters.
    WrongCharacter {
        /// The first of them.
        found: char,
    },
    /// Fewer than 6 characters.
    TooShort {
        /// How many there are.
        typed: usize,
    },
    /// More than 32 characters.
    TooLong {
        /// How many there are.
        typed: usize,
    },
}

impl OneCardAccount {
    /// Reads what was typed, with spaces, hyphens or full-width characters; letters become upper case.
    pub fn parse(raw: &str) -> Result<Self, AccountProblem> {
        let text = normalise::number(raw);
        if let Some(found) = text.chars().find(|found| !found.is_ascii_alphanumeric()) {
            return Err(AccountProblem::WrongCharacter { found });
        }
        match text.len() {
            0 => Err(AccountProblem::Empty),
            typed @ ..6 => Err(AccountProblem::TooShort { typed }),
            6..=32 => Ok(Self(text)),
            typed => Err(AccountProblem::TooLong { typed }),
        }
    }

    /// Digits and letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Stars and the last four characters.
    pub fn masked(&self) -> String {
        masked(&self.0)
    }
}

fn masked(ascii: &str) -> String {
    let hidden = ascii.len().saturating_sub(4);
    format!("{}{}", "*".repeat(hidden), &ascii[hidden..])
}

/// From the right, every second digit doubled, the digits of the products added.
fn luhn_sum(digits: &str) -> u32 {
    let from_the_right = digits.bytes().rev().map(|digit| u32::from(digit - b'0'));
    from_the_right
        .enumerate()
        .map(|(at, digit)| {
            if at % 2 == 1 {
                digit * 2 / 10 + digit * 2 % 10
            } else {
                digit
            }
        })
        .sum()
}

impl BankCardProblem {
    /// The stable name of the problem, for texts and interfaces.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "bank_card_empty",
            Self::WrongCharacter { .. } => "bank_card_wrong_character",
            Self::TooShort { .. } => "bank_card_too_short",
            Self::TooLong { .. } => "bank_card_too_long",
            Self::WrongCheckDigit => "bank_card_wrong_check_digit",
        }
    }
}

impl AccountProblem {
    /// The stable name of the problem, for texts and interfaces.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "account_empty",
            Self::WrongCharacter { .. } => "account_wrong_character",
            Self::TooShort { .. } => "account_too_short",
            Self::TooLong { .. } => "account_too_long",
        }
    }
}

impl fmt::Display for BankCardProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Display for AccountProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for BankCardProblem {}
impl std::error::Error for AccountProblem {}

impl fmt::Debug for BankCard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "BankCard({})", self.masked())
    }
}

impl fmt::Debug for OneCardAccount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OneCardAccount({})", self.masked())
    }
}

impl TryFrom<String> for BankCard {
    type Error = BankCardProblem;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl TryFrom<String> for OneCardAccount {
    type Error = AccountProblem;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<BankCard> for String {
    fn from(card: BankCard) -> Self {
        card.0
    }
}

impl From<OneCardAccount> for String {
    fn from(account: OneCardAccount) -> Self {
        account.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_card_number_is_checked_and_hidden() {
        // The well-known test number of ISO/IEC 7812-1 implementations, and one of 19 digits.
        let card = BankCard::parse("4111 1111-1111 １１１１").unwrap();
        assert_eq!(card.as_str(), "4111111111111111");
        assert_eq!(format!("{card:?}"), "BankCard(************1111)");
        assert!(BankCard::parse("6222021234567890128").is_ok());
        let problem = |raw| BankCard::parse(raw).unwrap_err();
        assert_eq!(problem(" "), BankCardProblem::Empty);
        assert_eq!(problem("411111111111111"), BankCardProblem::TooShort { typed: 15 });
        assert_eq!(problem("41111111111111111111"), BankCardProblem::TooLong { typed: 20 });
        assert_eq!(problem("4111111111111112"), BankCardProblem::WrongCheckDigit);
        assert_eq!(
            problem("411111111111111a"),
            BankCardProblem::WrongCharacter { found: 'A' }
        );
    }

    #[test]
    fn an_account_is_digits_and_letters() {
        assert_eq!(OneCardAccount::parse("hn 8001-2345").unwrap().as_str(), "HN80012345");
        assert_eq!(OneCardAccount::parse("HN80012345").unwrap().masked(), "******2345");
        assert_eq!(
            OneCardAccount::parse("12345"),
            Err(AccountProblem::TooShort { typed: 5 })
        );
        assert_eq!(
            OneCardAccount::parse("1234567一"),
            Err(AccountProblem::WrongCharacter { found: '一' })
        );
        assert_eq!(
            OneCardAccount::parse(&"1".repeat(33)),
            Err(AccountProblem::TooLong { typed: 33 })
        );
    }

    proptest! {
        #[test]
        fn every_single_wrong_digit_is_found(start in "[0-9]{15,18}", at in any::<prop::sample::Index>(), by in 1_u8..10) {
            let checked = (0..10).map(|check| format!("{start}{check}")).find(|card| BankCard::parse(card).is_ok());
            let mut changed = checked.unwrap().into_bytes();
            let at = at.index(changed.len());
            changed[at] = (changed[at] - b'0' + by) % 10 + b'0';
            let changed = String::from_utf8(changed).unwrap();
            prop_assert_eq!(BankCard::parse(&changed), Err(BankCardProblem::WrongCheckDigit));
        }

        #[test]
        fn nothing_typed_makes_them_fall_over(raw in any::<String>()) {
            let _ = (BankCard::parse(&raw), OneCardAccount::parse(&raw));
        }
    }
}
