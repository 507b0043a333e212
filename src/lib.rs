//! The domain of Zhida 直达. Pure: no IO, no clock, no randomness; text in, never a path.
//!
//! The rooms, in reading order: who and where people are, what day it is; what can change by county and year;
//! how a rule is read and evaluated; what the services are; what they say to a person; what the register knows of
//! one; what is asked; who may do what; what happens to a case; what is paid; what a letter says; who is told
//! of it; how a voice reads it; how accessible it all is, and what people tell about that.

pub mod person;
pub mod place;

pub mod account;

pub mod calendar;
pub mod measure;
pub mod money;

pub mod policy;
pub mod rule;

pub mod catalogue;

pub mod assess;

pub mod registry;

pub mod apply;

pub mod access;
pub mod casework;

pub mod benefit;

pub mod letter;
pub mod message;

pub mod accessibility;
pub mod aloud;
pub mod feedback;
