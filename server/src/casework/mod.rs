//! The working side: the queue, search, a case, its commands, reveals, documents, substitutes.
//!
//! Every command takes the same road, [`act::give`]: load, decide, one transaction, 303. What may be done is the
//! domain's; here what was typed becomes a command, and what was refused becomes words.

pub mod act;
pub mod case;
pub mod command;
pub mod files;
pub mod needs;
pub mod notices;
pub mod print;
pub mod queue;
pub mod ratings;
pub mod reveal;
pub mod scan;
pub mod search;
pub mod substitutes;
pub mod unwanted;

mod accept;
mod asked;
mod confirm;
mod confirmation;
mod contact;
mod contested;
mod corrected;
mod desk;
mod filer;
mod forms;
mod forwarding;
mod history;
mod hukou;
mod known;
pub(crate) mod looked_for;
mod payment;
mod people;
pub(crate) mod read;
mod sections;
mod turn;
pub(crate) mod words;
