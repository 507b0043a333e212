//! The parts that pages are made of, one folder each: the part, its examples, its test.
//!
//! A part takes finished words and typed values, and cannot be made without what makes it usable:
//! a field has its label, its hint and error slots and its `autocomplete` token. The examples are
//! shown on `/_components` in debug builds, and the shared checker looks at each of them.

pub mod actions;
pub mod amount;
pub mod back_link;
pub mod breadcrumbs;
pub mod checkboxes;
pub mod clock;
pub mod conditions;
pub mod date_field;
pub mod details;
pub mod error_summary;
pub mod facts;
pub mod field;
pub mod file_field;
pub mod form;
pub mod heading;
pub mod identity_number;
pub mod notice;
pub mod radios;
pub mod reference;
pub mod route;
pub mod said;
pub mod table_cards;
pub mod tag;
pub mod text_area;
pub mod text_field;

#[cfg(any(test, debug_assertions))]
pub mod gallery;
pub mod unit_field;
