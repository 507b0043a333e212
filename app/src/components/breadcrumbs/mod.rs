//! Where a page is.

#[cfg(any(test, debug_assertions))]
pub mod examples;
#[cfg(test)]
mod tests;

use leptos::prelude::*;

use crate::text::Text;

/// The ways above a page, outermost first, each with its words and address, and the page itself.
pub fn breadcrumbs(text: Text<'_>, above: Vec<(String, String)>, here: String) -> AnyView {
    let above = above
        .into_iter()
        .map(|(words, href)| view! { <li><a href=href>{words}</a></li> });
    view! {
        <nav aria-label=text.get("frame-where")>
            <ol class="crumbs">{above.collect_view()}<li aria-current="page">{here}</li></ol>
        </nav>
    }
    .into_any()
}
