//! Pages that somebody may have to leave at once, because whoever comes in must not see what they are about.

use leptos::prelude::*;

use super::Page;
use crate::components::actions::{self, Look};
use crate::text::Text;

/// What is done on such a page: all that its title says.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Doing {
    /// What a service is.
    Reading,
    /// An application is filled in.
    Applying,
    /// It has just been sent.
    Sent,
    /// How far it is, and all that is done about it.
    Following,
}

impl Doing {
    fn title(self) -> &'static str {
        match self {
            Self::Reading => "quiet-reading",
            Self::Applying => "quiet-applying",
            Self::Sent => "quiet-sent",
            Self::Following => "quiet-case",
        }
    }
}

/// A page with the way to leave it above everything, and a title that says what is done on it, and not about what.
pub fn page(text: Text<'_>, page: Page, doing: Doing, leave_href: &str) -> Page {
    let leave = actions::go(Look::Second, text.get("quiet-leave"), leave_href);
    let above = view! { <div class="acting acting-leave no-print">{leave}<p>{text.get("quiet-leave-says")}</p></div> };
    page.after(Some(above.into_any())).kept_quiet(text.get(doing.title()))
}

/// The same HTML, in which the browser remembers no field: what was typed would be offered to whoever types there next.
pub(super) fn forgotten(html: &str) -> String {
    const BEFORE: &str = "autocomplete=\"";
    let mut parts = html.split(BEFORE);
    let mut quiet = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        quiet.push_str(BEFORE);
        quiet.push_str("off");
        quiet.push_str(part.find('"').map_or(part, |end| &part[end..]));
    }
    quiet.replace("<form ", "<form autocomplete=\"off\" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_field_is_remembered() {
        let html =
            "<form method=\"post\"><input autocomplete=\"name\" name=\"name\"><input autocomplete=\"tel\"></form>";
        assert_eq!(
            forgotten(html),
            "<form autocomplete=\"off\" method=\"post\"><input autocomplete=\"off\" name=\"name\"><input autocomplete=\"off\"></form>"
        );
    }
}
