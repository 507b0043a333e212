//! Whether the account that has a case may be linked to the person it is about, once somebody was seen.

use super::{Seen, Submitted};
use crate::access::{By, Kin, PersonKey};
use crate::person::SubmitterRole;

/// Why an account is not linked to the person whose case it has. Whoever was seen may read the letters all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoLink {
    /// Whoever helps acts for one application alone.
    Helps,
    /// The case came to it later, from a browser in which nobody was signed in: who that was is not known.
    CameLater,
    /// It holds the officer, or one of their people: a colleague decides.
    HoldsOfficersOwn,
    /// It holds somebody else, and handed the application in as that person themselves.
    HoldsAnother,
}

/// Whether the `account` that has a case may be linked to its person by an officer. `first` is who handed the case in,
/// `held` are the people an office linked the account to.
///
/// # Errors
/// Why not.
pub fn may_link(opened: &Submitted, first: &By, account: &str, held: &[PersonKey], kin: &Kin) -> Result<(), NoLink> {
    let role = opened.submitter.role;
    if !Seen::may_link(role) {
        return Err(NoLink::Helps);
    }
    if !matches!(first, By::Resident { account: Some(filed) } if filed == account) {
        return Err(NoLink::CameLater);
    }
    if kin.relation(held).is_some() {
        return Err(NoLink::HoldsOfficersOwn);
    }
    if role == SubmitterRole::Oneself && held.iter().any(|person| *person != opened.subject.key) {
        return Err(NoLink::HoldsAnother);
    }
    Ok(())
}
