//! The name one signs in with: a user name of one's own choice, or a mobile number.

use std::fmt;

use crate::person::{Mobile, MobileProblem, ResidentId, normalise};

/// A user name: 2 to 30 characters, Chinese or not. Names that differ only in case or width are the same name.
#[derive(Clone, PartialEq, Eq)]
pub struct UserName(String);

/// What is wrong with a typed user name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UserNameProblem {
    /// Nothing was typed.
    Empty,
    /// Fewer than two characters.
    TooShort,
    /// More than thirty characters.
    TooLong {
        /// How many there are.
        typed: usize,
    },
    /// A character that nobody sees or that turns the direction of the text.
    Hidden,
    /// Something else than letters, Chinese characters, digits and `. _ - · @`.
    WrongCharacter {
        /// The first of them.
        found: char,
    },
    /// Digits alone are a mobile number or are easily mistyped.
    OnlyDigits,
    /// A resident ID: others know it, and it does not belong in a name.
    ResidentId,
}

impl UserName {
    /// The fewest characters.
    pub const SHORTEST: usize = 2;
    /// The most characters.
    pub const LONGEST: usize = 30;

    /// Reads what was typed. Spaces inside go, as no keyboard shows how many there were. What nobody sees is not
    /// taken away in silence: the name would be another than the one that was pasted.
    pub fn parse(raw: &str) -> Result<Self, UserNameProblem> {
        if raw.chars().any(normalise::is_hidden) {
            return Err(UserNameProblem::Hidden);
        }
        let name: String = normalise::line(raw).chars().filter(|typed| *typed != ' ').collect();
        let count = name.chars().count();
        if let Some(found) = name.chars().find(|typed| !is_allowed(*typed)) {
            return Err(UserNameProblem::WrongCharacter { found });
        }
        match count {
            0 => Err(UserNameProblem::Empty),
            1 => Err(UserNameProblem::TooShort),
            _ if count > Self::LONGEST => Err(UserNameProblem::TooLong { typed: count }),
            _ if ResidentId::parse(&name).is_ok() => Err(UserNameProblem::ResidentId),
            _ if name.chars().all(|typed| typed.is_ascii_digit()) => Err(UserNameProblem::OnlyDigits),
            _ => Ok(Self(name)),
        }
    }

    /// As it was chosen, for its owner to see.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What is compared: the same for names that differ only in case.
    pub fn key(&self) -> String {
        self.0.to_lowercase()
    }
}

fn is_allowed(typed: char) -> bool {
    typed.is_alphanumeric() || matches!(typed, '.' | '_' | '-' | '·' | '@')
}

/// What somebody signs in with. A mobile number that nobody has proven is a name like any other:
/// it never finds and never messages anybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignInName {
    /// A user name.
    UserName(UserName),
    /// A mobile number.
    Mobile(Mobile),
}

/// What is wrong with a typed sign-in name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInNameProblem {
    /// It was meant as a user name.
    UserName(UserNameProblem),
    /// It was meant as a mobile number.
    Mobile(MobileProblem),
}

impl SignInName {
    /// Reads what was typed: digits alone are a mobile number, everything else a user name.
    pub fn parse(raw: &str) -> Result<Self, SignInNameProblem> {
        let number = normalise::number(raw);
        let digits = number.strip_prefix('+').unwrap_or(&number);
        let only_digits = !digits.is_empty() && digits.chars().all(|typed| typed.is_ascii_digit());
        if only_digits && ResidentId::parse(&number).is_err() {
            return Mobile::parse(raw).map(Self::Mobile).map_err(SignInNameProblem::Mobile);
        }
        UserName::parse(raw)
            .map(Self::UserName)
            .map_err(SignInNameProblem::UserName)
    }

    /// As it was chosen, for its owner to see.
    pub fn as_str(&self) -> &str {
        match self {
            Self::UserName(name) => name.as_str(),
            Self::Mobile(mobile) => mobile.as_str(),
        }
    }

    /// What is compared.
    pub fn key(&self) -> String {
        match self {
            Self::UserName(name) => name.key(),
            Self::Mobile(mobile) => mobile.as_str().to_owned(),
        }
    }
}

impl UserNameProblem {
    /// The stable name of the problem, for texts and interfaces.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "user_name_empty",
            Self::TooShort => "user_name_too_short",
            Self::TooLong { .. } => "user_name_too_long",
            Self::Hidden => "user_name_hidden",
            Self::WrongCharacter { .. } => "user_name_wrong_character",
            Self::OnlyDigits => "user_name_only_digits",
            Self::ResidentId => "user_name_resident_id",
        }
    }
}

impl SignInNameProblem {
    /// The stable name of the problem, for texts and interfaces.
    pub const fn code(self) -> &'static str {
        match self {
            Self::UserName(problem) => problem.code(),
            Self::Mobile(problem) => problem.code(),
        }
    }
}

impl fmt::Debug for UserName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("UserName(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_chinese_or_not() {
        for typed in ["春燕", "李春燕88", "chun.yan_88", "𬱖𬱖", "买买提·艾力", "a@b.cn"] {
            assert_eq!(UserName::parse(typed).unwrap().as_str(), typed);
        }
        assert_eq!(UserName::parse(" 李 春燕 ").unwrap().as_str(), "李春燕");
        assert_eq!(
            UserName::parse("ＣＨＵＮyan").unwrap().key(),
            UserName::parse("chunYan").unwrap().key()
        );
    }

    #[test]
    fn each_mistake_has_its_own_name() {
        let problem = |raw: &str| UserName::parse(raw).unwrap_err();
        assert_eq!(problem("  "), UserNameProblem::Empty);
        assert_eq!(problem("燕"), UserNameProblem::TooShort);
        assert_eq!(problem(&"燕".repeat(31)), UserNameProblem::TooLong { typed: 31 });
        assert_eq!(problem("春燕<b>"), UserNameProblem::WrongCharacter { found: '<' });
        for hidden in [
            '\u{202E}',
            '\u{200B}',
            '\u{AD}',
            '\u{3164}',
            '\u{FFA0}',
            '\u{7}',
            '\u{E000}',
            '\u{FFFF}',
            '\u{E0041}',
        ] {
            assert_eq!(problem(&format!("春{hidden}燕")), UserNameProblem::Hidden, "{hidden:?}");
        }
        assert_eq!(problem("88001234"), UserNameProblem::OnlyDigits);
        assert_eq!(problem("11010519491231002X"), UserNameProblem::ResidentId);
        assert_eq!(problem("110105 19491231 002x").code(), "user_name_resident_id");
    }

    #[test]
    fn digits_alone_are_a_mobile_number() {
        assert!(matches!(SignInName::parse("138 0013 8000"), Ok(SignInName::Mobile(_))));
        assert_eq!(SignInName::parse("+86 13800138000").unwrap().key(), "13800138000");
        assert_eq!(
            SignInName::parse("1380013800").unwrap_err(),
            SignInNameProblem::Mobile(MobileProblem::TooShort { typed: 10 })
        );
        assert!(matches!(
            SignInName::parse("春燕1380013800"),
            Ok(SignInName::UserName(_))
        ));
        assert_eq!(SignInName::parse("").unwrap_err().code(), "user_name_empty");
        let code = |raw| SignInName::parse(raw).unwrap_err().code();
        assert_eq!(code("430626198808089988"), "user_name_resident_id");
        assert_eq!(
            code("430626198808089989"),
            "mobile_too_long",
            "no ID, only too many digits"
        );
    }

    proptest! {
        #[test]
        fn what_was_read_reads_back(raw in any::<String>()) {
            if let Ok(name) = SignInName::parse(&raw) {
                let again = SignInName::parse(name.as_str()).unwrap();
                prop_assert_eq!(again.key(), name.key());
                prop_assert_eq!(again, name);
            }
        }

        #[test]
        fn a_chosen_name_never_shows_itself_in_logs(raw in "[a-z]{5,20}") {
            let name = UserName::parse(&raw).unwrap();
            let logged = format!("{name:?}");
            prop_assert!(!logged.contains(&raw));
        }
    }
}
