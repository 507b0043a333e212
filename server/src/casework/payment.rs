//! The account that the money goes to, brought to the window: for all cases of the application at once.

use zhida::apply::{Account, Payment, is_guardian, read_payment};
use zhida::casework::{Case, Command, decide};
use zhida_app::casework::command::Ask;
use zhida_app::question::Problem;
use zhida_app::text::{Name, Phrase, Said};

use super::act::With;
use super::desk::Desk;
use super::people::siblings;
use crate::apply::in_words;
use crate::store::casework::Loaded;
use crate::web::{Fault, Typed};

/// What the form asks: whose the account is only where a guardian handed the application in.
pub(super) fn asked(case: &Case) -> Ask {
    Ask::RecordAccount {
        guardian: is_guardian(case.opened.submitter.role),
    }
}

/// What was typed.
pub(super) fn read(case: &Case, guardian: bool, typed: &Typed) -> Result<Command, Vec<Problem>> {
    let payment = read_payment(&typed.0, &case.opened.subject.name, guardian);
    let payment = payment.map_err(|problems| in_words(&problems))?;
    Ok(Command::RecordAccount { payment: Some(payment) })
}

/// The other cases of the application, where it can be recorded too: one application names one account.
pub(super) async fn with(desk: &Desk, case: &Case, command: &Command) -> Result<Vec<With>, Fault> {
    let mut with = Vec::new();
    for sibling in siblings(desk, case).await? {
        if decide(&sibling.case, command, &desk.actor(), &desk.setting(&sibling.case)?).is_ok() {
            with.push(With {
                version: sibling.case.seq,
                command: command.clone(),
                loaded: sibling,
            });
        }
    }
    Ok(with)
}

/// Why nothing was recorded, where another case stood in the way.
pub(super) fn why_not(other: &Loaded) -> Phrase {
    let reference = other.case.opened.reference.groups().join(" ");
    Phrase::new("casework-record-account-other").with("reference", Said::Name(Name::only(reference)))
}

/// An account in words, with its last four digits, and whose it is where it is not the person's own.
pub(super) fn words(payment: &Payment) -> impl Iterator<Item = Phrase> {
    let id = match payment.account {
        Account::BankCard(_) => "casework-account-bank",
        Account::OneCard(_) => "casework-account-one-card",
    };
    let account = Phrase::new(id).with("last", Said::Name(Name::only(payment.account.last_four())));
    let holder = payment.holder.as_ref().map(|holder| {
        Phrase::new("casework-account-holder").with("name", Said::Name(Name::only(holder.name.as_str())))
    });
    std::iter::once(account).chain(holder)
}
