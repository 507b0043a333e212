//! The pages of Zhida 直达: a view model in, a complete HTML document out. No IO, no clock, no database.
//!
//! The rule of the house: view models hold domain values and text ids ([`text::Phrase`]); pages word
//! them through [`text::Text`]. A page is a function `page(text, &model) -> Page`, and
//! [`frame::document`] puts it into the frame that all pages share.

pub mod text;

pub mod components;
pub mod frame;
mod icons;

pub mod question;

pub mod account;
pub mod admin;
pub mod aloud;
pub mod apply;
pub mod cases;
pub mod casework;
pub mod catalogue;
pub mod confirmation;
pub mod delegation;
pub mod errors;
pub mod feedback;
pub mod help;
pub mod letter;
pub mod message;
pub mod place;

#[cfg(test)]
mod said;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod structure;
