//! More.

use leptos::prelude::*;

use super::more;
use crate::frame::render;

/// Why something is asked.
pub fn examples() -> Vec<(&'static str, String)> {
    let body = view! { <p>"低保家庭才能领生活补贴，所以要问。"</p> };
    vec![("why we ask", render(more("为什么问这个".to_owned(), body)))]
}
