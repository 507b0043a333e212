//! What stands around every page: the document, display bar, header, footer.

mod bar;
mod display;
mod document;
mod ends;
mod footer;
mod guest;
mod header;
mod kiosk;
mod near;
mod page;
pub mod quiet;

#[cfg(test)]
mod tests;

pub use bar::SETTINGS;
use bar::in_query;
pub(crate) use bar::own_name;
pub use display::{Aloud, Display, Motion, Spacing, TextSize, Theme, View};
pub use document::{Does, Frame, Reader, Reading, Told, document, render};
pub use ends::STAYED_AT;
pub(crate) use footer::HOTLINE;
pub use header::{ICON_HREF, ICON_SVG};
pub use page::{Page, Section};
