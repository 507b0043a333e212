//! The program `zhida`: web server, store, jobs, command line.
//!
//! The rooms, in reading order: what is built in; the services as they are loaded; the command line.

#[expect(dead_code, reason = "the web room serves the style sheets")]
mod shipped;

pub mod catalogue;
pub mod commands;
