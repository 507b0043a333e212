//! The other forms of a letter: where they are to be had, braille on a page, and that one cannot be made.

use leptos::prelude::*;
use zhida::letter::Format;

use crate::components::back_link::back_link;
use crate::frame::{Page, Section};
use crate::text::{Phrase, Text};

/// The forms that a letter is offered in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Each with its address.
    pub formats: Vec<(Format, String)>,
    /// Those that this portal cannot make.
    pub missing: Vec<Format>,
    /// The number to call for those.
    pub phone: String,
    /// In which forms the person's letters come, and the page to change that on.
    pub wanted: Option<Wishes>,
}

/// In which forms somebody's letters come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wishes {
    /// In a sentence.
    pub says: Phrase,
    /// The page to change it on.
    pub change: Option<String>,
}

/// What a form is called.
pub fn name(format: Format) -> &'static str {
    match format {
        Format::Large => "letter-format-large",
        Format::Easy => "letter-format-easy",
        Format::Text => "letter-format-text",
        Format::Pdf => "letter-format-pdf",
        Format::LargePdf => "letter-format-large-pdf",
        Format::Braille => "letter-format-braille",
        Format::Brf => "letter-format-brf",
        Format::Audio => "letter-format-audio",
    }
}

/// The offers, below a letter and not printed with it.
pub fn section(text: Text<'_>, offered: &Offered) -> AnyView {
    let lines = offered.formats.iter().map(|(format, href)| {
        view! { <li><a href=href.clone()>{text.get(name(*format))}</a></li> }
    });
    let missing: Vec<String> = offered.missing.iter().map(|format| text.get(name(*format))).collect();
    let missing = (!missing.is_empty()).then(|| {
        let says = text.with(
            "letter-formats-missing",
            &[
                ("which", missing.join(&text.get("letter-formats-and")).into()),
                ("phone", offered.phone.clone().into()),
            ],
        );
        view! { <p>{says}</p> }
    });
    let wanted = offered.wanted.as_ref().map(|wishes| {
        let change = wishes.change.clone().map(|href| {
            view! { <p><a href=href>{text.get("letter-forms-change")}</a></p> }
        });
        view! { <p>{text.say(&wishes.says)}</p>{change} }
    });
    view! {
        <section class="no-print flow measure" aria-labelledby="formats">
            <h2 id="formats">{text.get("letter-formats")}</h2>
            {wanted}
            <ul class="link-list" role="list">{lines.collect_view()}</ul>
            {missing}
        </section>
    }
    .into_any()
}

/// A letter in braille.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Braille {
    /// The letter's title.
    pub title: String,
    /// The page of the letter.
    pub back: String,
    /// Its lines.
    pub lines: Vec<String>,
    /// How many sheets it has.
    pub pages: usize,
    /// The file for embossers.
    pub file: String,
    /// The number to call where it is wrong.
    pub phone: String,
}

/// The page of a letter in braille.
pub fn braille(text: Text<'_>, braille: &Braille) -> Page {
    let title = text.with("letter-braille-title", &[("title", braille.title.clone().into())]);
    let says = text.with("letter-braille-says", &[("phone", braille.phone.clone().into())]);
    let pages = text.with("letter-braille-pages", &[("pages", braille.pages.into())]);
    // Lines and free lines as they are on the sheet: a display shows them one by one.
    let lines = braille.lines.iter().filter(|line| !line.is_empty());
    let lines = lines.map(|line| view! { <p>{line.clone()}</p> });
    let body = view! {
        {back_link(text.get("letter-formats-back"), braille.back.clone())}
        <h1>{title.clone()}</h1>
        <p class="no-print">{says}</p>
        <p class="no-print"><a href=braille.file.clone()>{text.get("letter-format-brf")}</a></p>
        <p class="hint no-print">{pages}</p>
        <div class="braille" lang="zh-Brai">{lines.collect_view()}</div>
    };
    Page::new(title, body).in_section(Section::Cases).flowing()
}

/// Why a form cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// There is no font.
    NoFont,
    /// The font lacks a character.
    NoGlyph,
    /// There is no liblouis.
    NoBraille,
    /// A character has no braille, or nobody said how a name is read.
    NoCells,
    /// It failed.
    Failed,
}

/// The page that says that a form cannot be made, and what there is instead.
pub fn cannot(text: Text<'_>, why: Why, back: String, phone: String) -> Page {
    let why = match why {
        Why::NoFont => "letter-cannot-font",
        Why::NoGlyph => "letter-cannot-glyph",
        Why::NoBraille => "letter-cannot-braille",
        Why::NoCells => "letter-cannot-cells",
        Why::Failed => "letter-cannot-failed",
    };
    let title = text.get("letter-cannot-title");
    let body = view! {
        {back_link(text.get("letter-formats-back"), back)}
        <h1>{title.clone()}</h1>
        <p>{text.get(why)}</p>
        <p>{text.with("letter-cannot-instead", &[("phone", phone.into())])}</p>
    };
    Page::new(title, body).in_section(Section::Cases).flowing()
}
