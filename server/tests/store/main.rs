//! The store's contract: every story is told on SQLite and, where `ZHIDA_TEST_POSTGRES_URL` names a server, on
//! PostgreSQL, each time in a new database.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests: what does not work has failed the test"
)]

#[macro_use]
mod harness;

mod account;
mod allowance;
mod apply;
mod audit;
mod backup;
mod casework;
mod confirmation;
mod contested;
mod crash;
mod demo;
mod engine;
mod event;
mod file;
mod jobs;
mod keys;
mod operation;
mod outbox;
mod policy;
mod reencrypt;
mod registry;
mod session;
