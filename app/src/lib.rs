//! The pages of Zhida 直达: a view model in, a complete HTML document out. No IO, no clock, no database.
//!
//! The rule of the house: view models hold domain values and text ids ([`text::Phrase`]); pages word
//! them through [`text::Text`]. A page is a function `page(text, model) -> Page`, and
//! [`frame::document`] puts it into the frame that all pages share.

#[cfg(feature = "ssr")]
pub mod components;
#[cfg(feature = "ssr")]
pub mod frame;
#[cfg(feature = "ssr")]
mod icons;
#[cfg(test)]
mod structure;
#[cfg(feature = "ssr")]
pub mod text;
