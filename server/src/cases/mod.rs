//! A resident's own cases: the list, a case with its clock, papers, correcting, withdrawing, reconsideration.
//!
//! One file per use case. [`Opened`] is a case loaded for who may see it; everybody else finds nothing.

mod access;
mod act;
mod clock;
mod hold;
mod reconsider;
mod view;

pub mod choose;
pub mod confirm;
pub mod consents;
pub mod contest;
pub mod correct;
pub mod items;
pub mod letter_forms;
pub mod list;
pub mod open;
pub mod papers;
pub mod rating;
pub mod receive;
pub mod seen;
pub mod send;
pub mod show;
pub mod withdraw;

pub(crate) use access::{Opened, Reader};
pub(crate) use act::{Acted, act};
pub(crate) use clock::limit;
pub(crate) use hold::hold;

use zhida_app::cases::Act;
use zhida_app::components::form::Hidden;
use zhida_app::question::Problem;

use crate::catalogue::words;
use crate::web::Visitor;

/// The address of a case.
pub(crate) fn address(reference: zhida::casework::Reference) -> String {
    format!("/cases/{reference}")
}

/// The frame of a page about a case that asks for something.
fn asking(visitor: &Visitor, opened: &Opened, page: &str, problems: Vec<Problem>) -> Act {
    let reference = opened.case.opened.reference;
    Act {
        action: format!("{}/{page}", address(reference)),
        case_href: address(reference),
        service: words::of("service", &opened.case.opened.service),
        reference: reference.groups().join(" "),
        hidden: op(visitor),
        problems,
    }
}

/// A fresh id: what a form sends happens once.
fn op(visitor: &Visitor) -> Hidden {
    vec![("op".to_owned(), visitor.portal.random_id().to_string())]
}
