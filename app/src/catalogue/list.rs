//! Services as a calm list.

use leptos::prelude::*;
use zhida::money::Fen;

use crate::icons::Icon;
use crate::text::{Phrase, Text};

/// A service in a list.
#[derive(Clone, Debug)]
pub struct Card {
    /// Its code; its page is `/services/{code}`.
    pub code: String,
    /// Its official name.
    pub name: Phrase,
    /// What one gets.
    pub gives: Gives,
    /// Who it is for, in plain words.
    pub says: Phrase,
}

/// What a service gives.
#[derive(Clone, Debug)]
pub enum Gives {
    /// The same amount everywhere, or the amount of the visitor's county.
    Monthly(Fen),
    /// The least amount in the province; more in some counties.
    MonthlyFrom(Fen),
    /// Something else than a monthly amount.
    Said(Phrase),
}

impl Gives {
    pub(super) fn words(&self, text: Text<'_>) -> String {
        match self {
            Self::Monthly(amount) => text.with("catalogue-monthly", &[("amount", text.money(*amount).into())]),
            Self::MonthlyFrom(amount) => text.with("catalogue-monthly-from", &[("amount", text.money(*amount).into())]),
            Self::Said(phrase) => text.say(phrase),
        }
    }
}

/// The list; its headings are of the third order.
pub(super) fn list(text: Text<'_>, cards: &[Card]) -> AnyView {
    let cards = cards.iter().map(|card| {
        view! {
            <li>
                {Icon::of_service(&card.code).view()}
                <h3><a href=format!("/services/{}", card.code)>{text.say(&card.name)}</a></h3>
                <p class="gives">{card.gives.words(text)}</p>
                <p class="says">{text.say(&card.says)}</p>
            </li>
        }
    });
    view! { <ul class="services" role="list">{cards.collect_view()}</ul> }.into_any()
}
