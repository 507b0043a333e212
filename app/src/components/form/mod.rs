//! The form of a page that changes something.

use leptos::prelude::*;

/// Fields that travel with a form unseen: its operation id, a token, the version it was made from.
pub type Hidden = Vec<(String, String)>;

/// A form that posts to a page's own address. The fragment brings reader and focus to the error summary
/// of the page that comes back, without script; where there are no errors it matches nothing.
pub fn post(action: &str, hidden: Hidden, inner: AnyView) -> AnyView {
    view! { <form method="post" action=format!("{action}#errors") novalidate=true>{fields(hidden)}{inner}</form> }
        .into_any()
}

/// The id of the form of a page that [keeps what is typed](crate::frame::Page::keeping_what_is_typed).
pub const KEPT: &str = "kept";

/// The same, of a page that keeps what is typed into it.
pub fn post_kept(action: &str, hidden: Hidden, inner: AnyView) -> AnyView {
    view! {
        <form id=KEPT method="post" action=format!("{action}#errors") novalidate=true>{fields(hidden)}{inner}</form>
    }
    .into_any()
}

/// The unseen fields alone.
pub fn fields(hidden: Hidden) -> AnyView {
    hidden
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect_view()
        .into_any()
}
