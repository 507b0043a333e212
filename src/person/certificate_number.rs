//! The number of a disability certificate (残疾人证): resident ID, category digit, grade digit, reissue.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Category, Grade, ResidentId, ResidentIdProblem, normalise};

/// A certificate number whose parts are right: 20 characters, after a loss with `B1`, `B2`, … behind them.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CertificateNumber {
    text: String,
    resident_id: ResidentId,
    category: Category,
    grade: Grade,
    reissue: Option<u8>,
}

/// What is wrong with a typed certificate number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CertificateNumberProblem {
    /// Nothing was typed.
    Empty,
    /// A right resident ID number alone: the two digits behind it are missing.
    OnlyResidentId,
    /// Fewer than 20 characters.
    TooShort {
        /// How many there are, spaces and hyphens not counted.
        typed: usize,
    },
    /// More than any certificate number has.
    TooLong {
        /// How many there are, spaces and hyphens not counted.
        typed: usize,
    },
    /// The first 18 characters are no resident ID number.
    ResidentId(ResidentIdProblem),
    /// Character 19 is not a category, 1 to 7.
    NoSuchCategory,
    /// Character 20 is not a grade, 1 to 4.
    NoSuchGrade,
    /// What follows the 20 characters is not `B1` to `B99`.
    WrongReissue,
}

impl CertificateNumber {
    /// How many characters a number has that was never reissued.
    pub const LENGTH: usize = 20;
    /// With the longest reissue suffix, `B99`.
    const LONGEST: usize = 23;

    /// Reads what was typed, with spaces, hyphens, full-width characters or small letters.
    pub fn parse(raw: &str) -> Result<Self, CertificateNumberProblem> {
        let text = normalise::number(raw);
        check_length(&text)?;
        let (resident_id, rest) = split_at_char(&text, ResidentId::LENGTH);
        let resident_id = ResidentId::parse(resident_id).map_err(CertificateNumberProblem::ResidentId)?;
        let (digits, suffix) = split_at_char(rest, 2);
        let mut digits = digits
            .chars()
            .map(|digit| digit.to_digit(10).and_then(|digit| u8::try_from(digit).ok()));
        let mut digit = || digits.next().flatten();
        let category = digit()
            .and_then(Category::from_digit)
            .ok_or(CertificateNumberProblem::NoSuchCategory)?;
        let grade = digit()
            .and_then(Grade::new)
            .ok_or(CertificateNumberProblem::NoSuchGrade)?;
        let reissue = read_reissue(suffix)?;
        Ok(Self {
            text,
            resident_id,
            category,
            grade,
            reissue,
        })
    }

    /// The number, letters in upper case.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The resident ID number in it.
    pub const fn resident_id(&self) -> &ResidentId {
        &self.resident_id
    }

    /// The kind of disability in it.
    pub const fn category(&self) -> Category {
        self.category
    }

    /// The grade in it.
    pub const fn grade(&self) -> Grade {
        self.grade
    }

    /// How often the certificate was issued again after a loss, if ever; each time the earlier number is void.
    pub const fn reissue(&self) -> Option<u8> {
        self.reissue
    }

    /// The groups of the resident ID number, then the rest: how the number is shown, grouped by style alone.
    pub fn groups(&self) -> [&str; 4] {
        let [prefix, birth, sequence] = self.resident_id.groups();
        [prefix, birth, sequence, &self.text[ResidentId::LENGTH..]]
    }

    /// The masked resident ID number; category and grade hidden, the reissue shown: `430181********9996**B1`.
    pub fn masked(&self) -> String {
        format!("{}**{}", self.resident_id.masked(), &self.text[Self::LENGTH..])
    }
}

impl fmt::Debug for CertificateNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CertificateNumber({})", self.masked())
    }
}

impl TryFrom<String> for CertificateNumber {
    type Error = CertificateNumberProblem;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<CertificateNumber> for String {
    fn from(number: CertificateNumber) -> Self {
        number.text
    }
}

impl CertificateNumberProblem {
    /// The stable name of the problem, for texts and interfaces; a wrong resident ID number keeps its own.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "certificate_number_empty",
            Self::OnlyResidentId => "certificate_number_only_resident_id",
            Self::TooShort { .. } => "certificate_number_too_short",
            Self::TooLong { .. } => "certificate_number_too_long",
            Self::ResidentId(problem) => problem.code(),
            Self::NoSuchCategory => "certificate_number_no_such_category",
            Self::NoSuchGrade => "certificate_number_no_such_grade",
            Self::WrongReissue => "certificate_number_wrong_reissue",
        }
    }
}

impl fmt::Display for CertificateNumberProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for CertificateNumberProblem {}

fn check_length(text: &str) -> Result<(), CertificateNumberProblem> {
    match text.chars().count() {
        0 => Err(CertificateNumberProblem::Empty),
        ResidentId::LENGTH if ResidentId::parse(text).is_ok() => Err(CertificateNumberProblem::OnlyResidentId),
        typed @ ..CertificateNumber::LENGTH => Err(CertificateNumberProblem::TooShort { typed }),
        CertificateNumber::LENGTH..=CertificateNumber::LONGEST => Ok(()),
        typed => Err(CertificateNumberProblem::TooLong { typed }),
    }
}

/// Splits after so many characters, which need not be ASCII; all of a shorter text.
fn split_at_char(text: &str, count: usize) -> (&str, &str) {
    let at = text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
    text.split_at(at)
}

fn read_reissue(suffix: &str) -> Result<Option<u8>, CertificateNumberProblem> {
    if suffix.is_empty() {
        return Ok(None);
    }
    let digits = suffix
        .strip_prefix('B')
        .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    digits
        .filter(|digits| digits.len() <= 2 && !digits.starts_with('0'))
        .and_then(|digits| digits.parse().ok())
        .map(Some)
        .ok_or(CertificateNumberProblem::WrongReissue)
}

#[cfg(test)]
mod tests {
    use super::super::resident_id::tests::valid_ids;
    use super::*;
    use proptest::prelude::*;

    fn problem(raw: &str) -> CertificateNumberProblem {
        CertificateNumber::parse(raw).unwrap_err()
    }

    #[test]
    fn the_people_of_the_scenarios() {
        for (text, category, grade, reissue) in [
            ("43062619880808998841", Category::Limb, 1, None),
            ("43010420200220999962", Category::Mental, 2, None),
            ("43040519530303999722", Category::Hearing, 2, None),
            ("43132119660606999062", Category::Mental, 2, None),
            ("43102219901010999142", Category::Limb, 2, None),
            ("43112219760707998X11", Category::Visual, 1, None),
            ("43092320010101999153", Category::Intellectual, 3, None),
            ("43310120141111998542", Category::Limb, 2, None),
            ("43018119750515999644B1", Category::Limb, 4, Some(1)),
            ("43070219920222998171", Category::Multiple, 1, None),
        ] {
            let number = CertificateNumber::parse(text).unwrap();
            assert_eq!(
                (number.category(), number.grade().number(), number.reissue()),
                (category, grade, reissue)
            );
            assert_eq!(number.resident_id().as_str(), &text[..18]);
            assert_eq!(number.as_str(), text);
        }
    }

    #[test]
    fn it_is_shown_in_groups_and_masked() {
        let number = CertificateNumber::parse("430181 19750515 9996 44 b1").unwrap();
        assert_eq!(number.groups(), ["430181", "19750515", "9996", "44B1"]);
        assert_eq!(number.masked(), "430181********9996**B1");
        assert_eq!(format!("{number:?}"), "CertificateNumber(430181********9996**B1)");
    }

    #[test]
    fn each_mistake_has_its_own_name() {
        assert_eq!(problem("\u{3000}"), CertificateNumberProblem::Empty);
        assert_eq!(problem("430626198808089988"), CertificateNumberProblem::OnlyResidentId);
        assert_eq!(
            problem("430626198808089989"),
            CertificateNumberProblem::TooShort { typed: 18 }
        );
        assert_eq!(
            problem("4306261988080899884"),
            CertificateNumberProblem::TooShort { typed: 19 }
        );
        assert_eq!(
            problem("43062619880808998841B100"),
            CertificateNumberProblem::TooLong { typed: 24 }
        );
        assert_eq!(
            problem("43062619880808998941"),
            CertificateNumberProblem::ResidentId(ResidentIdProblem::WrongCheckCharacter)
        );
        assert_eq!(
            problem("43062619880808998981").code(),
            "resident_id_wrong_check_character"
        );
        assert_eq!(
            problem("43062619880808998881"),
            CertificateNumberProblem::NoSuchCategory
        );
        assert_eq!(problem("43062619880808998845"), CertificateNumberProblem::NoSuchGrade);
        assert_eq!(
            problem("430626198808089988一1"),
            CertificateNumberProblem::NoSuchCategory
        );
        for suffix in ["B", "B0", "B01", "1", "C1", "BX", "B+1", "一"] {
            let raw = format!("43062619880808998841{suffix}");
            assert_eq!(problem(&raw), CertificateNumberProblem::WrongReissue, "{suffix}");
        }
    }

    proptest! {
        #[test]
        fn every_valid_number_parses(id in valid_ids(), category in 1_u8..=7, grade in 1_u8..=4, reissue in 0_u8..=99) {
            let suffix = if reissue == 0 { String::new() } else { format!("B{reissue}") };
            let number = CertificateNumber::parse(&format!("{id}{category}{grade}{suffix}")).unwrap();
            prop_assert_eq!(number.category().digit(), category);
            prop_assert_eq!(number.grade().number(), grade);
            prop_assert_eq!(number.reissue().unwrap_or(0), reissue);
            prop_assert_eq!(CertificateNumber::parse(number.as_str()), Ok(number.clone()));
        }

        #[test]
        fn nothing_typed_makes_it_fall_over(raw in any::<String>()) {
            let _ = CertificateNumber::parse(&raw);
        }

        #[test]
        fn twenty_of_anything_are_read_or_refused(id in valid_ids(), rest in "[0-9B一𬱖]{0,6}") {
            let _ = CertificateNumber::parse(&format!("{id}{rest}"));
        }
    }
}
