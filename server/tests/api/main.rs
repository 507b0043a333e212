//! The portal over HTTP, as a browser without script meets it: every journey on SQLite and, where
//! `ZHIDA_TEST_POSTGRES_URL` names a server, on PostgreSQL.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests: what does not work has failed the test"
)]

#[macro_use]
mod harness;
mod browser;

mod account;
mod added;
mod aloud;
mod apply;
mod asked_why;
mod assisted;
mod back;
mod cases;
mod check;
mod confirmation;
mod consents;
mod contested;
mod counter;
mod delegation;
mod devices;
mod feedback;
mod filer;
mod forwarding;
mod jobs;
mod judged;
mod kiosk;
mod known;
mod legal_aid;
mod letter_forms;
mod limits;
mod links;
mod matrix;
mod message;
mod names;
mod office;
mod open;
mod payment;
mod queue;
mod rating;
mod replayed;
mod retrofit;
mod sign;
mod slow;
mod staff;
mod together;
mod typed;
mod unwanted;
