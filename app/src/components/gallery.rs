//! Every part once: what the page `/_components` of debug builds shows, and what the checker looks at.

use super::{
    actions, amount, back_link, breadcrumbs, checkboxes, clock, conditions, date_field, details, error_summary, facts,
    file_field, identity_number, notice, radios, reference, route, said, table_cards, tag, text_area, text_field,
    unit_field,
};
use crate::frame::Page;
use crate::text::Text;
use leptos::prelude::*;

/// One part: its name and its examples, each with a name of its own and its HTML.
pub type Part = (&'static str, Vec<(&'static str, String)>);

/// Every part with its examples.
pub fn parts(text: Text<'_>) -> Vec<Part> {
    vec![
        ("actions", actions::examples::examples()),
        ("amount", amount::examples::examples()),
        ("back_link", back_link::examples::examples(text)),
        ("breadcrumbs", breadcrumbs::examples::examples(text)),
        ("checkboxes", checkboxes::examples::examples(text)),
        ("clock", clock::examples::examples(text)),
        ("conditions", conditions::examples::examples()),
        ("date_field", date_field::examples::examples(text)),
        ("details", details::examples::examples()),
        ("error_summary", error_summary::examples::examples(text)),
        ("facts", facts::examples::examples()),
        ("file_field", file_field::examples::examples(text)),
        ("identity_number", identity_number::examples::examples()),
        ("notice", notice::examples::examples()),
        ("radios", radios::examples::examples(text)),
        ("reference", reference::examples::examples()),
        ("route", route::examples::examples(text)),
        ("said", said::examples::examples(text)),
        ("table_cards", table_cards::examples::examples()),
        ("tag", tag::examples::examples()),
        ("text_area", text_area::examples::examples(text)),
        ("text_field", text_field::examples::examples(text)),
        ("unit_field", unit_field::examples::examples(text)),
    ]
}

/// The page of all parts, for those who change their looks. Not for the public, so not translated.
pub fn page(text: Text<'_>) -> Page {
    let parts = parts(text).into_iter().map(|(name, examples)| {
        let examples = examples.into_iter().map(|(name, html)| {
            view! { <p class="note muted">{name}</p><div inner_html=html></div> }
        });
        view! { <section class="flow"><h2 lang="en">{name.replace('_', " ")}</h2>{examples.collect_view()}</section> }
    });
    Page::new(
        "零件样张".to_owned(),
        view! { <h1>"零件样张"</h1>{parts.collect_view()} },
    )
    .flowing()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::structure;
    use crate::text::{Language, Level, texts_shipped};

    #[test]
    fn every_example_is_well_built() {
        let texts = texts_shipped().unwrap();
        for language in Language::ALL {
            for (part, examples) in parts(texts.of(language, Level::Standard)) {
                assert!(!examples.is_empty(), "{part} has no example");
                for (name, html) in examples {
                    let faults = structure::faults_of_part(&html);
                    assert!(faults.is_empty(), "{part}, {name}: {faults:#?}\n{html}");
                }
            }
        }
    }
}
