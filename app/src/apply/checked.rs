//! Who checks what for the services that are applied for: consent and declaration say that, and no more.

use crate::text::{Text, Value};

/// What the chosen services need.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Whether the county federation has a step in one of them.
    pub federation: bool,
    /// Whether county civil affairs have one.
    pub civil_affairs: bool,
    /// Whether one of them asks for what the household is recognised as.
    pub aid: bool,
}

impl Checked {
    /// A text that names them.
    pub(super) fn say(self, text: Text<'_>, id: &str) -> String {
        let offices: Value<'_> = match (self.federation, self.civil_affairs) {
            (false, false) => "township",
            (true, false) => "federation",
            (false, true) => "civil_affairs",
            (true, true) => "all",
        }
        .into();
        let aid: Value<'_> = if self.aid { "yes" } else { "no" }.into();
        text.with(id, &[("offices", offices), ("aid", aid)])
    }
}
