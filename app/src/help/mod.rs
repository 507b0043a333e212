//! Pages about the portal itself: help, the accessibility statement, privacy.

mod accessibility;
mod criteria;
mod help_page;
mod privacy;

#[cfg(test)]
mod tests;

pub use accessibility::accessibility;
pub use criteria::criteria;
pub use help_page::help;
pub use privacy::privacy;
