//! One line of text.

#[cfg(any(test, debug_assertions))]
pub mod examples;
#[cfg(test)]
mod tests;

use leptos::prelude::*;

use super::field::Asked;
use crate::text::Text;

/// How wide the input is, which says how much is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// A sentence.
    Full,
    /// A resident ID, a name.
    Identity,
    /// A telephone number.
    Phone,
    /// A few digits.
    Short,
    /// A one-time code.
    Code,
}

/// What kind of text it is: which keys a phone shows, and whether it is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Any text.
    Text,
    /// Digits only.
    Digits,
    /// An amount.
    Decimal,
    /// A telephone number.
    Phone,
    /// A password; pasting is never blocked.
    Password,
}

/// What a browser or password manager may fill in (HTML, autofill field names).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Autocomplete {
    /// Nothing: facts about somebody, searches.
    Off,
    /// A full name.
    Name,
    /// A telephone number.
    Phone,
    /// A street address.
    StreetAddress,
    /// The name one signs in with.
    Username,
    /// The password one has.
    CurrentPassword,
    /// A password one chooses.
    NewPassword,
    /// A code from an authenticator or a letter.
    OneTimeCode,
}

impl Autocomplete {
    fn token(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Name => "name",
            Self::Phone => "tel",
            Self::StreetAddress => "street-address",
            Self::Username => "username",
            Self::CurrentPassword => "current-password",
            Self::NewPassword => "new-password",
            Self::OneTimeCode => "one-time-code",
        }
    }
}

/// A question answered with one line of text.
#[derive(Clone, Debug)]
pub struct TextField {
    /// The question.
    pub asked: Asked,
    /// What was typed.
    pub typed: String,
    /// How much is expected.
    pub width: Width,
    /// What kind of text.
    pub entry: Entry,
    /// What may be filled in.
    pub autocomplete: Autocomplete,
}

impl TextField {
    /// The whole field.
    pub fn view(self, text: Text<'_>) -> AnyView {
        let (kind, keys) = match self.entry {
            Entry::Text => ("text", None),
            Entry::Digits => ("text", Some("numeric")),
            Entry::Decimal => ("text", Some("decimal")),
            Entry::Phone => ("tel", Some("tel")),
            Entry::Password => ("password", None),
        };
        let class = match self.width {
            Width::Full => "input",
            Width::Identity => "input input-id",
            Width::Phone => "input input-phone",
            Width::Short => "input input-short",
            Width::Code => "input input-code",
        };
        let asked = &self.asked;
        let input = view! {
            <input
                class=class
                id=asked.id.clone()
                name=asked.name.clone()
                type=kind
                value=self.typed
                inputmode=keys
                autocomplete=self.autocomplete.token()
                required=!asked.optional
                aria-invalid=asked.invalid()
                aria-describedby=asked.described_by()
            />
        };
        asked.single(text, input.into_any())
    }
}
