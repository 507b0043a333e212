//! Where a page is.

use super::breadcrumbs;
use crate::frame::render;
use crate::text::Text;

/// A service's page.
pub fn examples(text: Text<'_>) -> Vec<(&'static str, String)> {
    let above = vec![
        ("首页".to_owned(), "/".to_owned()),
        ("全部服务".to_owned(), "/services".to_owned()),
    ];
    vec![(
        "a service",
        render(breadcrumbs(text, above, "困难残疾人生活补贴".to_owned())),
    )]
}
