//! 转办函: the office of the hukou gets what was handed in elsewhere.

use super::{Office, Paper, Sheet};
use crate::calendar::Date;
use crate::casework::{Case, Receipt, Recorded};
use crate::catalogue::text_id;

/// 转办函
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForwardingLetter {
    /// Head and foot.
    pub sheet: Sheet,
    /// Whom it goes to, under which number.
    pub receipt: Receipt,
    /// The papers that go with it: `evidence-…`.
    pub papers: Vec<String>,
}

impl ForwardingLetter {
    /// The letter as it went out; none before the case was forwarded.
    pub fn of(events: &[Recorded]) -> Option<Self> {
        let case = &Paper::Forwarding.issued(events, 1)?;
        let on = *Paper::Forwarding.days(events).first()?;
        Some(Self::before(case, case.forwarded.clone()?, on))
    }

    /// The letter as it goes out on a day, for an office that is to get the case.
    pub fn before(case: &Case, receipt: Receipt, on: Date) -> Self {
        let there = case.named_papers().into_iter().filter(|kind| case.has_paper(kind));
        Self {
            sheet: Sheet::of(case, Office::township(case), (Some(Paper::Forwarding), 1), on),
            receipt,
            papers: there.map(|kind| text_id("evidence", kind)).collect(),
        }
    }
}
