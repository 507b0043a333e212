//! Pages about the portal itself: help, the accessibility statement, privacy.

mod accessibility;
mod help_page;
mod privacy;

#[cfg(test)]
mod tests;

pub use accessibility::{Statement, accessibility};
pub use help_page::help;
pub use privacy::privacy;
