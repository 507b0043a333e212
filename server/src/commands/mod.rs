//! The command line: one file a command. Each says its arguments and runs; the exit code is the same everywhere:
//! 0 done, 1 done in part or not, 2 usage or configuration, 3 what was asked about is not there or cannot be read.

pub mod assess;
mod at_work;
pub mod audit;
pub mod backup;
pub mod case;
pub mod demo;
mod existing;
pub mod import;
pub mod keys;
pub mod migrate;
mod output;
pub mod policy;
pub mod routes;
pub mod serve;
pub mod services;
pub mod staff;
