//! Who may see and do what: roles in divisions, substitutes, conflicts of interest, sealed cases.
//!
//! Two doors. [`may`] asks whether somebody may give a command on a case; [`Sight`] says which cases an officer
//! sees at all, as a value that every query on cases is narrowed with. Beside them [`Delegation`]: who acts for another.

mod actor;
mod delegation;
mod may;
mod sight;

pub use actor::{
    Actor, By, Division, Fit, Kin, Officer, OfficerId, PersonKey, Post, Resident, Role, Standing, Substitution,
};
pub use delegation::{
    AgentRole, Delegation, DelegationStanding, EndedBy, KnownOfBoth, Over, Power, Terms, comes_of_age, may_act,
    read_powers,
};
pub use may::{Denied, has_a_part, may, may_file_for, role_of, supervises, works_on};
pub use sight::{Sight, Visibility};

#[cfg(test)]
mod tests;
