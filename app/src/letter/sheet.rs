//! What every official paper has: the office, the number, whom it is for, the date, the place for the seal.

use leptos::prelude::*;
use zhida::calendar::Date;

use crate::components::back_link::back_link;
use crate::components::heading;
use crate::frame::{Page, Section};
use crate::text::{Language, Level, Name, Text};

/// The head and the foot of a paper.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The case it belongs to, or the page it was opened from: words and address.
    pub back: Option<(String, String)>,
    /// The office that writes.
    pub office: Name,
    /// The number it writes under: 平民残补〔2025〕317号; nothing for forms.
    pub number: Option<String>,
    /// Whom it is for; nothing for forms.
    pub to: Option<To>,
    /// The office that signs, and when; a form is not signed as a whole.
    pub signed: Option<Signed>,
}

/// Whom a paper is for.
#[derive(Clone, Debug)]
pub struct To {
    /// The name.
    pub name: String,
    /// The resident ID number, most of it hidden.
    pub number: String,
}

/// Who signs and when.
#[derive(Clone, Debug)]
pub struct Signed {
    /// The office.
    pub office: Name,
    /// The day.
    pub on: Date,
}

impl Sheet {
    /// The page with the paper on it; `title` as phrases, between which it may break.
    pub(super) fn page(&self, text: Text<'_>, title: Vec<String>, matter: AnyView) -> Page {
        self.page_below(text, title, None, matter)
    }

    /// The same, with something above the paper that is not printed.
    pub(super) fn page_below(
        &self,
        text: Text<'_>,
        title: Vec<String>,
        above: Option<AnyView>,
        matter: AnyView,
    ) -> Page {
        let name = title.concat();
        let back = self.back.clone().map(|(words, href)| back_link(words, href));
        // Not the words that count: a translation, or easy words.
        let not_the_original = match (text.language(), text.level()) {
            (Language::ZhCn, Level::Standard) => None,
            (Language::ZhCn, Level::Easy) => Some(text.get("letter-easy")),
            (Language::En, _) => Some(text.get("letter-translation")),
        };
        let not_the_original = not_the_original.map(|says| view! { <p class="hint">{says}</p> });
        let number = self
            .number
            .clone()
            .map(|number| view! { <p class="letter-number">{number}</p> });
        let to = self.to.as_ref().map(|to| {
            let words = text.with(
                "letter-to",
                &[("name", to.name.clone().into()), ("number", to.number.clone().into())],
            );
            view! { <p>{words}</p> }
        });
        let signed = self.signed.as_ref().map(|signed| {
            view! {
                <div class="letter-sign">
                    <p class="letter-seal">{text.get("letter-seal")}</p>
                    <p>{named(text, &signed.office)}</p>
                    <p>{text.date(signed.on)}</p>
                </div>
            }
        });
        let body = view! {
            {back}
            <p class="hint no-print">{text.get("letter-print")}</p>
            {above}
            <article class="letter" aria-labelledby="title">
                <p class="letter-body">{named(text, &self.office)}</p>
                <h1 id="title">{heading::words(title)}</h1>
                {number}
                {not_the_original}
                {to}
                {matter}
                {signed}
            </article>
        };
        Page::new(name, body).in_section(Section::Cases)
    }
}

/// An office by its name; a Chinese one on an English page says that it is.
fn named(text: Text<'_>, name: &Name) -> AnyView {
    let (name, language) = name.shown(text.language());
    let foreign = (language != text.language()).then(|| language.code());
    view! { <span lang=foreign>{name.to_owned()}</span> }.into_any()
}
