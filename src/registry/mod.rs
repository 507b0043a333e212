//! The register: what the federation and civil affairs know of a person, one row a person, as files bring it and as
//! linked people are shown it. What a person *is* (name, numbers, phone) and what is true of them lie in separate
//! tables; here they are together.

mod facts;
mod read;

use serde::{Deserialize, Serialize};

pub use facts::REGISTERED;
pub use read::{COLUMNS, RowProblem, read_row, resident_id_of};

use crate::calendar::Date;
use crate::person::{AidStatus, Category, CertificateNumber, CertificateStatus, Grade, PersonName, Phone, ResidentId};
use crate::place::{DivisionCode, TownshipCode};

/// One person of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// As the household register writes it.
    pub name: PersonName,
    /// The key of the register.
    pub resident_id: ResidentId,
    /// The disability certificate, if there is one.
    pub certificate: Option<Certificate>,
    /// Where the household is registered.
    pub hukou_county: DivisionCode,
    /// The street or township, if known.
    pub hukou_township: Option<TownshipCode>,
    /// Social assistance of the household; none where the register does not say.
    pub aid_status: Option<AidStatus>,
    /// Since when.
    pub aid_since: Option<Date>,
    /// The number the offices have.
    pub phone: Option<Phone>,
}

/// A disability certificate (残疾人证) as the register has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// Its number, which also says category and grade.
    pub number: CertificateNumber,
    /// Whether it counts.
    pub status: CertificateStatus,
    /// The day it was issued, if known.
    pub issued_on: Option<Date>,
    /// The last day it counts; none for a long-term certificate.
    pub valid_until: Option<Date>,
    /// The kinds of disability, each with its grade; empty where the register does not say.
    pub components: Vec<Component>,
}

/// One kind of disability and its grade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Component {
    /// The kind.
    pub category: Category,
    /// From 1, the most severe, to 4.
    pub grade: Grade,
}
