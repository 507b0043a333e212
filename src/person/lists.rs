//! The closed lists of the field. The texts are those of files, interfaces and the database: never change one.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Declares an enum whose variants are stable texts: serde, `ALL`, `as_str`, `parse`, `Display`.
macro_rules! closed_list {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$variant_meta])* #[serde(rename = $text)] $variant,)+
        }

        impl $name {
            /// Every value, in the order of the list.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The text that stands for the value in files, interfaces and the database.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $text,)+
                }
            }

            /// The value with that exact text.
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.as_str() == text)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}
pub(crate) use closed_list;

closed_list! {
    /// Kind of disability (Law on the Protection of Persons with Disabilities, art. 2).
    Category {
        /// 视力残疾
        Visual = "visual",
        /// 听力残疾
        Hearing = "hearing",
        /// 言语残疾
        Speech = "speech",
        /// 肢体残疾
        Limb = "limb",
        /// 智力残疾
        Intellectual = "intellectual",
        /// 精神残疾
        Mental = "mental",
        /// 多重残疾: two or more kinds in one person
        Multiple = "multiple",
    }
}

impl Category {
    /// The digit that stands for the kind in a certificate number, 1 to 7.
    pub const fn digit(self) -> u8 {
        match self {
            Self::Visual => 1,
            Self::Hearing => 2,
            Self::Speech => 3,
            Self::Limb => 4,
            Self::Intellectual => 5,
            Self::Mental => 6,
            Self::Multiple => 7,
        }
    }

    /// The kind that a digit of a certificate number stands for.
    pub fn from_digit(digit: u8) -> Option<Self> {
        Self::ALL.iter().copied().find(|category| category.digit() == digit)
    }
}

/// Grade of a disability (残疾等级), 1 to 4; 1 (一级) is the most severe.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Grade(u8);

impl Grade {
    /// Every grade, the most severe first.
    pub const ALL: &[Self] = &[Self(1), Self(2), Self(3), Self(4)];

    /// The grade with that number, 1 to 4.
    pub const fn new(number: u8) -> Option<Self> {
        if matches!(number, 1..=4) {
            Some(Self(number))
        } else {
            None
        }
    }

    /// 1 to 4.
    pub const fn number(self) -> u8 {
        self.0
    }

    /// 重度残疾人: grade 1 or 2.
    pub const fn is_severe(self) -> bool {
        self.0 <= 2
    }

    /// `1` to `4`.
    pub const fn as_str(self) -> &'static str {
        match self.0 {
            1 => "1",
            2 => "2",
            3 => "3",
            _ => "4",
        }
    }

    /// Reads `1` to `4`.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|grade| grade.as_str() == text)
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl TryFrom<u8> for Grade {
    type Error = &'static str;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        Self::new(number).ok_or("a grade is 1, 2, 3 or 4")
    }
}

impl From<Grade> for u8 {
    fn from(grade: Grade) -> Self {
        grade.0
    }
}

closed_list! {
    /// Social assistance that the household or the person is in.
    AidStatus {
        /// Nothing of the kind.
        None = "none",
        /// 最低生活保障 (minimum living security)
        Dibao = "dibao",
        /// 低保边缘
        DibaoMarginal = "dibao_marginal",
        /// 特困人员救助供养
        Tekun = "tekun",
        /// 刚性支出困难
        RigidExpenditure = "rigid_expenditure",
    }
}

closed_list! {
    /// State of a disability certificate (残疾人证).
    CertificateStatus {
        /// In force.
        Valid = "valid",
        /// Past its last day.
        Expired = "expired",
        /// 冻结: for one, half a year after the hukou moved without the certificate
        Frozen = "frozen",
        /// 注销
        Cancelled = "cancelled",
        /// 挂失
        LostReported = "lost_reported",
    }
}

closed_list! {
    /// Who hands an application in.
    SubmitterRole {
        /// The disabled person.
        Oneself = "self",
        /// 监护人
        LegalGuardian = "legal_guardian",
        /// 法定赡养、抚养、扶养义务人: who has a legal duty to support the person
        Relative = "relative",
        /// 村(居)民委员会
        VillageCommittee = "village_committee",
        /// An institution that is the guardian (Civil Code art. 32).
        InstitutionalGuardian = "institutional_guardian",
        /// 其他委托人, with a written authorisation (Civil Code art. 165)
        EntrustedAgent = "entrusted_agent",
    }
}

closed_list! {
    /// Sex, as registered.
    Sex {
        /// 女
        Female = "female",
        /// 男
        Male = "male",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_those_of_the_field() {
        let categories: Vec<_> = Category::ALL.iter().map(|category| category.as_str()).collect();
        assert_eq!(
            categories,
            [
                "visual",
                "hearing",
                "speech",
                "limb",
                "intellectual",
                "mental",
                "multiple"
            ]
        );
        let statuses: Vec<_> = AidStatus::ALL.iter().map(ToString::to_string).collect();
        assert_eq!(
            statuses,
            ["none", "dibao", "dibao_marginal", "tekun", "rigid_expenditure"]
        );
        assert_eq!(SubmitterRole::parse("self"), Some(SubmitterRole::Oneself));
        assert_eq!(SubmitterRole::parse("Self"), None);
        assert_eq!(
            CertificateStatus::parse("lost_reported"),
            Some(CertificateStatus::LostReported)
        );
    }

    #[test]
    fn serde_writes_the_same_texts() {
        for role in SubmitterRole::ALL {
            let json = serde_json::to_string(role).unwrap();
            assert_eq!(json, format!("\"{role}\""));
            assert_eq!(serde_json::from_str::<SubmitterRole>(&json).unwrap(), *role);
        }
        assert!(serde_json::from_str::<Sex>("\"other\"").is_err());
    }

    #[test]
    fn categories_and_their_digits_belong_together() {
        let digits: Vec<_> = Category::ALL.iter().map(|category| category.digit()).collect();
        assert_eq!(digits, [1, 2, 3, 4, 5, 6, 7]);
        for category in Category::ALL {
            assert_eq!(Category::from_digit(category.digit()), Some(*category));
        }
        assert_eq!((Category::from_digit(0), Category::from_digit(8)), (None, None));
    }

    #[test]
    fn grades_are_one_to_four_and_the_first_two_are_severe() {
        let severe: Vec<_> = Grade::ALL.iter().map(|grade| grade.is_severe()).collect();
        assert_eq!(severe, [true, true, false, false]);
        assert_eq!(Grade::parse("4"), Grade::new(4));
        assert_eq!((Grade::new(0), Grade::new(5), Grade::parse("5")), (None, None, None));
        assert_eq!(serde_json::from_str::<Grade>("2").unwrap().number(), 2);
        assert!(serde_json::from_str::<Grade>("5").is_err());
        assert_eq!(serde_json::to_string(&Grade::ALL).unwrap(), "[1,2,3,4]");
    }
}
