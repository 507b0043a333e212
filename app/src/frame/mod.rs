//! What stands around every page: the document, display bar, header, footer.

mod bar;
mod display;
mod document;
mod footer;
mod header;
mod page;

#[cfg(test)]
mod tests;

pub use display::{Display, Motion, Spacing, TextSize, Theme, View};
pub use document::{Frame, document, render};
pub use header::{ICON_HREF, ICON_SVG};
pub use page::{Page, Section};
