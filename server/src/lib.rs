//! The program `zhida`: web server, store, jobs, command line.
//!
//! The rooms, in reading order: what is built in; settings and start; the running portal; what every handler shares;
//! one room per subject; the demonstration; the command line.

mod shipped;

pub mod config;
pub mod portal;
pub mod startup;

pub mod web;

pub mod account;
pub mod admin;
pub mod aloud;
pub mod apply;
pub mod cases;
pub mod casework;
pub mod catalogue;
pub mod confirmation;
pub mod delegation;
pub mod feedback;
pub mod help;
pub mod letter;
pub mod message;
pub mod outside;
pub mod registry;

pub mod demo;

pub mod commands;
pub mod jobs;
pub mod store;
