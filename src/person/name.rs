//! Names of people as the household register writes them.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::normalise;

/// A name: 1 to 30 characters. Chinese characters of every plane, the middle dot between the parts of many
/// minority and foreign names, Latin letters for people registered so.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PersonName(String);

/// What is wrong with a typed name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonNameProblem {
    /// Nothing was typed.
    Empty,
    /// More than 30 characters.
    TooLong {
        /// How many there are.
        typed: usize,
    },
    /// A digit, a punctuation mark or another sign that no name has.
    WrongCharacter {
        /// The sign.
        found: char,
    },
    /// A middle dot, hyphen or apostrophe that does not stand between two parts of the name.
    LooseMark,
}

impl PersonName {
    /// The longest name, in characters.
    pub const LONGEST: usize = 30;

    /// Reads what was typed: every look-alike of the middle dot becomes `·`, a full stop where it joins two parts; spaces stay between Latin words only,
    /// so that a name padded as `张  三` is found as `张三`.
    pub fn parse(raw: &str) -> Result<Self, PersonNameProblem> {
        let line: String = normalise::line(raw).chars().map(one_form).collect();
        let text = without_padding(&with_middle_dots(&line));
        let typed = text.chars().count();
        if typed == 0 {
            return Err(PersonNameProblem::Empty);
        }
        if let Some(found) = text.chars().find(|&found| !is_of_a_name(found)) {
            return Err(PersonNameProblem::WrongCharacter { found });
        }
        if typed > Self::LONGEST {
            return Err(PersonNameProblem::TooLong { typed });
        }
        if has_loose_mark(&text) {
            return Err(PersonNameProblem::LooseMark);
        }
        Ok(Self(text))
    }

    /// The name in its one form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first character and two stars, whatever the length: for public notices.
    pub fn masked(&self) -> String {
        self.0.chars().take(1).chain("**".chars()).collect()
    }
}

impl fmt::Debug for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PersonName({})", self.masked())
    }
}

impl TryFrom<String> for PersonName {
    type Error = PersonNameProblem;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<PersonName> for String {
    fn from(name: PersonName) -> Self {
        name.0
    }
}

impl PersonNameProblem {
    /// The stable name of the problem, for texts and interfaces.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "person_name_empty",
            Self::TooLong { .. } => "person_name_too_long",
            Self::WrongCharacter { .. } => "person_name_wrong_character",
            Self::LooseMark => "person_name_loose_mark",
        }
    }
}

impl fmt::Display for PersonNameProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for PersonNameProblem {}

/// The one form of marks that keyboards and copied texts write in several ways.
fn one_form(typed: char) -> char {
    match typed {
        '\u{2022}' | '\u{30FB}' | '\u{FF65}' | '\u{2027}' | '\u{2219}' | '\u{22C5}' | '\u{0387}' => '·',
        '\u{2018}' | '\u{2019}' | '\u{02BC}' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        other => other,
    }
}

/// A full stop between two parts stands for the middle dot, which keyboards hide. After an initial (`J. Li`) it does not.
fn with_middle_dots(line: &str) -> String {
    let typed: Vec<char> = line.chars().collect();
    let is_part = |found: &char| is_chinese(*found) || is_latin(*found);
    let joins = |at: usize| {
        let (before, after) = (&typed[..at], &typed[at + 1..]);
        let around = [
            before.iter().rev().find(|found| **found != ' '),
            after.iter().find(|found| **found != ' '),
        ];
        let close = before.last().is_some_and(is_part) && after.first().is_some_and(is_part);
        close || around.iter().all(|found| found.is_some_and(|found| is_chinese(*found)))
    };
    let dotted = |(at, &found): (usize, &char)| if found == '.' && joins(at) { '·' } else { found };
    typed.iter().enumerate().map(dotted).collect()
}

/// Drops each space that does not stand between two Latin letters.
fn without_padding(line: &str) -> String {
    let typed: Vec<char> = line.chars().collect();
    let latin_at = |at: Option<usize>| at.and_then(|at| typed.get(at)).is_some_and(|&found| is_latin(found));
    typed
        .iter()
        .enumerate()
        .filter(|&(at, &found)| found != ' ' || (latin_at(at.checked_sub(1)) && latin_at(Some(at + 1))))
        .map(|(_, &found)| found)
        .collect()
}

fn is_of_a_name(found: char) -> bool {
    is_chinese(found) || is_latin(found) || matches!(found, '·' | ' ' | '-' | '\'')
}

/// Whether it is a Chinese character: ideographs of GB 18030-2022 and of later extensions, which all lie in planes 2
/// and 3, and 〇.
pub fn is_chinese(found: char) -> bool {
    matches!(
        found,
        '\u{3007}'
            | '\u{3400}'..='\u{4DBF}'
            | '\u{4E00}'..='\u{9FFF}'
            | '\u{F900}'..='\u{FAFF}'
            | '\u{20000}'..='\u{2FFFD}'
            | '\u{30000}'..='\u{3FFFD}'
    )
}

fn is_latin(found: char) -> bool {
    let accented = matches!(found, '\u{00C0}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}');
    found.is_ascii_alphabetic() || (accented && found.is_alphabetic())
}

/// A dot joins two parts of any script, a hyphen or apostrophe two Latin letters.
fn has_loose_mark(text: &str) -> bool {
    let typed: Vec<char> = text.chars().collect();
    typed.iter().enumerate().any(|(at, &mark)| {
        let before = at.checked_sub(1).and_then(|at| typed.get(at)).copied();
        let after = typed.get(at + 1).copied();
        let joins = |part: fn(char) -> bool| before.is_some_and(part) && after.is_some_and(part);
        match mark {
            '·' => !joins(|found| is_chinese(found) || is_latin(found)),
            '-' | '\'' => !joins(is_latin),
            _ => false,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn stored(raw: &str) -> String {
        PersonName::parse(raw).unwrap().as_str().to_owned()
    }

    fn problem(raw: &str) -> PersonNameProblem {
        PersonName::parse(raw).unwrap_err()
    }

    #[test]
    fn names_of_every_kind_are_kept() {
        for name in [
            "张三",
            "王",
            "欧阳娜娜",
            "𬱖㮾",
            "龙〇",
            "迪丽热巴·迪力木拉提",
            "Anna Müller",
            "Nguyễn Văn An",
        ] {
            assert_eq!(stored(name), name);
        }
        assert_eq!(stored("Jean-Luc O’Neill"), "Jean-Luc O'Neill");
    }

    #[test]
    fn one_name_has_one_form() {
        for dot in ['\u{00B7}', '\u{2022}', '\u{30FB}', '\u{FF65}', '\u{2027}'] {
            assert_eq!(stored(&format!("阿依 {dot}\u{3000}古丽")), "阿依·古丽", "{dot:?}");
        }
        assert_eq!(stored(" 张\u{3000}\u{3000}三\u{200B} "), "张三");
        assert_eq!(stored("Ａｎｎａ   Ｌｉ"), "Anna Li");
    }

    #[test]
    fn a_full_stop_between_two_parts_is_their_dot() {
        for typed in ["买买提.艾力", "买买提．艾力", "买买提 . 艾力", "买买提·艾力"] {
            assert_eq!(stored(typed), "买买提·艾力", "{typed}");
        }
        assert_eq!(stored("阿卜杜.热合曼．艾力"), "阿卜杜·热合曼·艾力");
        assert_eq!(stored("Li.艾力"), "Li·艾力");
        for typed in [".张", "张.", "买..提", "买·.提", "J. Li", "J .Li", "张.3", ".", "．"] {
            let is_refused = matches!(
                problem(typed),
                PersonNameProblem::WrongCharacter { found: '.' | '3' } | PersonNameProblem::LooseMark
            );
            assert!(is_refused, "{typed}");
        }
    }

    #[test]
    fn what_no_name_has_is_refused() {
        assert_eq!(problem(" \u{3000}\u{200B}"), PersonNameProblem::Empty);
        for (raw, found) in [
            ("张3", '3'),
            ("张３", '3'),
            ("张。", '。'),
            ("<张>", '<'),
            ("张\u{7}", '\u{7}'),
            ("😀", '😀'),
        ] {
            assert_eq!(problem(raw), PersonNameProblem::WrongCharacter { found }, "{raw}");
        }
        for loose in ["·张", "张·", "买··提", "张-三", "-", "O'", "·"] {
            assert_eq!(problem(loose), PersonNameProblem::LooseMark, "{loose}");
        }
        assert_eq!(problem(&"张".repeat(31)), PersonNameProblem::TooLong { typed: 31 });
        assert_eq!(stored(&"𬱖".repeat(30)).chars().count(), 30);
    }

    #[test]
    fn a_mask_hides_the_length() {
        assert_eq!(PersonName::parse("王").unwrap().masked(), "王**");
        assert_eq!(PersonName::parse("𬱖㮾三四").unwrap().masked(), "𬱖**");
        assert_eq!(format!("{:?}", PersonName::parse("张三").unwrap()), "PersonName(张**)");
    }

    proptest! {
        #[test]
        fn a_stored_name_reads_as_itself(raw in "[张三㮾𬱖·•.．A-Cé' \u{3000}-]{0,33}") {
            if let Ok(name) = PersonName::parse(&raw) {
                prop_assert_eq!(PersonName::parse(name.as_str()), Ok(name.clone()));
            }
        }

        #[test]
        fn a_full_stop_reads_as_the_dot_or_not_at_all(raw in "[张三A-C.]{0,12}") {
            if let Ok(name) = PersonName::parse(&raw) {
                prop_assert_eq!(PersonName::parse(&raw.replace('.', "·")), Ok(name));
            }
        }

        #[test]
        fn nothing_typed_makes_it_fall_over(raw in any::<String>()) {
            let _ = PersonName::parse(&raw);
        }
    }
}
