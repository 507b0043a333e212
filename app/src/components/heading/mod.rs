//! Headings break between phrases, so that a Chinese line never ends inside a word.

use leptos::prelude::*;

/// The words of a heading with `<wbr>` between its phrases, as [`phrases`](crate::text::Text::phrases) cuts them.
pub fn words(phrases: Vec<String>) -> AnyView {
    let count = phrases.len();
    phrases
        .into_iter()
        .enumerate()
        .map(|(at, phrase)| {
            if at + 1 < count {
                view! { {phrase}<wbr/> }.into_any()
            } else {
                phrase.into_any()
            }
        })
        .collect_view()
        .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::render;

    #[test]
    fn phrases_are_parted_and_escaped() {
        let html = render(view! { <h1>{words(vec!["我能得到".to_owned(), "什么<帮助>".to_owned()])}</h1> });
        assert_eq!(html, "<h1>我能得到<wbr>什么&lt;帮助&gt;</h1>");
    }
}
