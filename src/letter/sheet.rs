//! What every official paper has: the office, the number, whom it is for, the date.

use super::Paper;
use crate::calendar::Date;
use crate::casework::{Case, Reference};
use crate::person::PersonName;
use crate::place::{DivisionCode, OfficeKind, TownshipCode};

/// Head and foot of a paper. The place for the seal is where the office signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The office that writes and signs.
    pub office: Office,
    /// The number it writes under.
    pub number: LetterNumber,
    /// Whom it is for.
    pub to: PersonName,
    /// Their resident ID number, most of it hidden.
    pub resident_id_masked: String,
    /// The case's reference.
    pub reference: Reference,
    /// The service's name: `service-…`.
    pub service_id: String,
    /// When the application was handed in.
    pub submitted_on: Date,
    /// When the paper was written.
    pub on: Date,
}

/// An office, to be named by its kind and place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Office {
    /// What it is: `body-…`.
    pub kind: OfficeKind,
    /// Its county.
    pub county: DivisionCode,
    /// Its township, for a township's office.
    pub township: Option<TownshipCode>,
}

/// The number of a paper. The case's reference is unique in the province, so no office has to keep count:
/// 〔2025〕决字ZD3957628K号, and `-2` for the second paper of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LetterNumber {
    /// The year it was written in.
    pub year: i32,
    /// What kind of paper it is; none for the form, which is no letter.
    pub paper: Option<Paper>,
    /// The case.
    pub reference: Reference,
    /// 1 for the first paper of its kind on the case.
    pub turn: u32,
}

impl Office {
    /// The township's office that has a case.
    pub fn township(case: &Case) -> Self {
        Self::of(case, OfficeKind::Township)
    }

    /// The office of a kind that has a case.
    pub fn of(case: &Case, kind: OfficeKind) -> Self {
        let place = &case.opened.place;
        Self {
            kind,
            county: place.county,
            township: (kind == OfficeKind::Township).then_some(place.township),
        }
    }
}

impl Sheet {
    /// The head of a paper on a case.
    pub(super) fn of(case: &Case, office: Office, (paper, turn): (Option<Paper>, usize), on: Date) -> Self {
        let opened = &case.opened;
        Self {
            office,
            number: LetterNumber {
                year: on.year(),
                paper,
                reference: opened.reference,
                turn: u32::try_from(turn).unwrap_or(u32::MAX),
            },
            to: opened.subject.name.clone(),
            resident_id_masked: opened.subject.resident_id.masked(),
            reference: opened.reference,
            service_id: crate::catalogue::text_id("service", &opened.service),
            submitted_on: opened.on,
            on,
        }
    }
}

/// `〔2025〕决字ZD3957628K号`: the office's short name stands before it.
impl std::fmt::Display for LetterNumber {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mark = match self.paper {
            Some(Paper::Acceptance) => "受字",
            Some(Paper::MissingPapers) => "告字",
            Some(Paper::Decision) => "决字",
            Some(Paper::Reconsidered) => "复字",
            Some(Paper::Forwarding) => "转字",
            None => "",
        };
        write!(f, "〔{}〕{mark}{}", self.year, self.reference)?;
        if self.turn > 1 {
            write!(f, "-{}", self.turn)?;
        }
        f.write_str("号")
    }
}

/// `〔2025〕示字430626001-0712号`: the list of public notices that hung on the board of a place (its code) that day.
/// A list is written anew each day: place and day name it.
pub fn posting_number(place: &str, on: Date) -> String {
    let (month, day) = (u8::from(on.month()), on.day());
    format!("〔{}〕示字{place}-{month:02}{day:02}号", on.year())
}
