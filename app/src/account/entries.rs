//! What all forms about accounts have: names, passwords and codes that are typed, pasted or filled in by
//! the browser; nothing that must be remembered or copied off a picture (WCAG 3.3.8, 3.3.9).

use leptos::prelude::*;

use crate::components::actions::{self, Look};
use crate::components::error_summary::{Wrong, error_summary};
use crate::components::field::{Asked, Title};
use crate::components::form::{self, Hidden};
use crate::components::text_field::{Autocomplete, Entry, TextField, Width};
use crate::question::Problem;
use crate::text::Text;

/// The names of the fields.
pub mod field {
    /// A user name or mobile number; of staff, their sign-in name.
    pub const NAME: &str = "name";
    /// The password one has.
    pub const PASSWORD: &str = "password";
    /// A password one chooses.
    pub const NEW_PASSWORD: &str = "new-password";
    /// A recovery code, link code, or one-time code.
    pub const CODE: &str = "code";
    /// The button that shows (`1`) or hides (`0`) what is typed as a password.
    pub const SHOW: &str = "show";
    /// Unseen: passwords are shown at present.
    pub const SHOWN: &str = "shown";
}

/// What a form was sent with and what must be put right.
#[derive(Clone, Default)]
pub struct Entries {
    /// Unseen fields: the operation, where to go afterwards.
    pub hidden: Hidden,
    /// What was typed, as it was posted. A password is only among it where it may come back into the form.
    pub typed: Vec<(String, String)>,
    /// What must be put right.
    pub problems: Vec<Problem>,
    /// Passwords are shown as they are typed, since the visitor asked for it.
    pub shown: bool,
}

/// How a form goes on.
pub(super) struct Acts {
    /// What its main button says.
    pub(super) act: String,
    /// Whether a password can be shown.
    pub(super) password: bool,
    /// A way out: words and address.
    pub(super) leave: Option<(String, String)>,
}

impl Entries {
    /// The summary of what is wrong; a problem of another field leads to the first.
    pub(super) fn summary(&self, text: Text<'_>, fields: &[&str]) -> Option<AnyView> {
        let wrong = self.problems.iter().map(|problem| Wrong {
            input: fields
                .iter()
                .find(|field| **field == problem.field)
                .or(fields.first())
                .map(|field| (*field).to_owned())
                .unwrap_or_default(),
            message: text.say(&problem.message),
        });
        error_summary(text, wrong.collect())
    }

    /// Whether anything is wrong.
    pub(super) fn wrong(&self) -> bool {
        !self.problems.is_empty()
    }

    /// A name or a code.
    pub(super) fn line(
        &self,
        text: Text<'_>,
        name: &str,
        title: Title,
        hint: Option<String>,
        (width, entry, autocomplete): (Width, Entry, Autocomplete),
    ) -> AnyView {
        let problem = self.problems.iter().find(|problem| problem.field == name);
        let typed = self.typed.iter().rev().find(|(typed, _)| typed == name);
        TextField {
            asked: Asked {
                id: name.to_owned(),
                name: name.to_owned(),
                title,
                hint,
                error: problem.map(|problem| text.say(&problem.message)),
                optional: false,
            },
            typed: typed.map(|(_, typed)| typed.clone()).unwrap_or_default(),
            width,
            entry,
            autocomplete,
        }
        .view(text)
    }

    /// A password, seen or not as the visitor wishes.
    pub(super) fn password(
        &self,
        text: Text<'_>,
        name: &str,
        label: String,
        hint: String,
        autocomplete: Autocomplete,
    ) -> AnyView {
        let entry = if self.shown { Entry::Text } else { Entry::Password };
        let kind = (Width::Full, entry, autocomplete);
        self.line(text, name, Title::Label(label), Some(hint), kind)
    }

    /// The whole form.
    pub(super) fn form(&self, text: Text<'_>, action: &str, fields: Vec<AnyView>, acts: Acts) -> AnyView {
        let mut hidden = self.hidden.clone();
        // The main button is the first in the form: Enter presses that one.
        let mut row = vec![actions::submit(Look::Main, acts.act)];
        if acts.password {
            let (words, value) = if self.shown {
                hidden.push((field::SHOWN.to_owned(), "1".to_owned()));
                (text.get("account-hide"), "0")
            } else {
                (text.get("account-show"), "1")
            };
            row.push(actions::submit_as(Look::Second, words, field::SHOW, value));
        }
        if let Some((words, href)) = acts.leave {
            row.push(actions::link(words, href));
        }
        let inner = view! { {fields}{actions::row(row)} };
        form::post(action, hidden, inner.into_any())
    }
}

impl std::fmt::Debug for Entries {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // What was typed holds passwords.
        f.debug_struct("Entries")
            .field("problems", &self.problems)
            .field("shown", &self.shown)
            .finish_non_exhaustive()
    }
}
