//! The lawyer whom the legal aid centre names once legal aid is granted (法律援助法 art. 43), and whom it changes (art. 55).

use serde::{Deserialize, Serialize};

use super::decide::{Happens, Work};
use super::{Case, Event, Refusal};
use crate::calendar::{Clock, Date};
use crate::person::{PersonName, Phone};

/// Who helps the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lawyer {
    /// Their name.
    pub name: PersonName,
    /// Where they work.
    pub firm: String,
    /// How the person reaches them.
    pub phone: Phone,
}

impl Case {
    /// Whether somebody is to be assigned to the person: it was granted, and the service says so.
    pub fn is_to_be_assigned(&self) -> bool {
        self.award_in_kind.is_some() && self.opened.terms.assigns.is_some()
    }

    /// The day by which somebody is assigned, counted from the decision; none where somebody is, or nobody will be.
    pub fn assigned_by(&self, calendar: &crate::calendar::WorkingDays) -> Option<Date> {
        let within = self.opened.terms.assigns.filter(|_| self.is_to_be_assigned())?;
        let decided = self.decision_in_force()?.in_force_on();
        let due = Clock::new(decided, within).due_on(calendar).on;
        due.filter(|_| self.lawyer.is_none())
    }
}

impl Work<'_> {
    pub(super) fn assign_lawyer(&self, lawyer: Option<&Lawyer>) -> Happens {
        if !self.case.is_to_be_assigned() {
            return Err(Refusal::NotDecided);
        }
        let lawyer = lawyer.ok_or(Refusal::LawyerMissing)?;
        if self.case.lawyer.as_ref() == Some(lawyer) {
            return Err(Refusal::SameValue);
        }
        Ok(vec![Event::LawyerAssigned(lawyer.clone())])
    }
}
