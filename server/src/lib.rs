//! The program `zhida`: web server, store, jobs, command line.
//!
//! The rooms, in reading order: what is built in; the services as they are loaded.

mod shipped;

pub mod catalogue;
