//! Who somebody is, and how pages are shown to them.

pub mod display;
