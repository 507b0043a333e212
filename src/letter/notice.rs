//! 公示: what others may see of a grant. A name with characters hidden, the place, the benefit, the amount; never a
//! number, a diagnosis, a phone, a minor.

use crate::calendar::Date;
use crate::casework::{Case, Phase, Reference};
use crate::catalogue::text_id;
use crate::money::Fen;
use crate::place::{DivisionCode, TownshipCode};

/// One grant as others see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicNotice {
    /// The case, for objections.
    pub reference: Reference,
    /// The name with characters hidden.
    pub name_masked: String,
    /// The county.
    pub county: DivisionCode,
    /// The street or township.
    pub township: TownshipCode,
    /// What is granted: `service-…`.
    pub service_id: String,
    /// A month's amount.
    pub monthly: Fen,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
}

impl PublicNotice {
    /// What is shown of a case on a day: nothing but a grant in its public notice.
    pub fn of(case: &Case, today: Date) -> Option<Self> {
        let notice = case.notice?;
        let shown = case.phase == Phase::Decided && !notice.ended && notice.from <= today && today <= notice.until;
        if !shown || case.is_minor(today) {
            return None;
        }
        let (monthly, _) = case.decision_in_force()?.decision.verdict.pays()?;
        let opened = &case.opened;
        Some(Self {
            reference: opened.reference,
            name_masked: opened.subject.name.masked(),
            county: opened.place.county,
            township: opened.place.township,
            service_id: text_id("service", &opened.service),
            monthly,
            from: notice.from,
            until: notice.until,
        })
    }
}
