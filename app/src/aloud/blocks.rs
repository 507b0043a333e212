//! The text of a page as it is spoken, block by block.

use scraper::{ElementRef, Html, Node, Selector};

use crate::frame::{Page, render};
use crate::text::{Language, Text};

/// What stands inside a sentence; everything else begins another.
const INLINE: [&str; 20] = [
    "a", "abbr", "b", "bdi", "cite", "code", "data", "em", "i", "label", "mark", "q", "ruby", "small", "span",
    "strong", "sub", "sup", "time", "wbr",
];

/// What is not for the ear: ways elsewhere, what is pressed and typed, how something is pronounced.
const SILENT: [&str; 14] = [
    "button", "form", "input", "nav", "output", "rp", "rt", "script", "select", "style", "svg", "template", "textarea",
    "video",
];

/// What is said of a page, in order: of a paper what stands on it, of another page all of it. Each block ends as a
/// sentence does, so that a voice pauses there.
pub fn blocks(text: Text<'_>, page: Page) -> Vec<String> {
    of_html(&render(page.body), text.language())
}

fn of_html(html: &str, language: Language) -> Vec<String> {
    let document = Html::parse_fragment(html);
    let paper = Selector::parse("article.letter").ok();
    let paper = paper.and_then(|paper| document.select(&paper).next());
    let mut blocks = Blocks::default();
    blocks.walk(paper.unwrap_or_else(|| document.root_element()));
    blocks.end();
    let stop = match language {
        Language::ZhCn => '。',
        Language::En => '.',
    };
    let ended = |mut block: String| {
        if block.ends_with(char::is_alphanumeric) || block.ends_with(['”', '）', ')', '》', '%']) {
            block.push(stop);
        }
        block
    };
    blocks.done.into_iter().map(ended).collect()
}

/// The words of a part of a letter, block by block, without what is not printed.
pub(crate) fn lines(element: ElementRef<'_>) -> Vec<String> {
    let mut blocks = Blocks {
        printed: true,
        ..Blocks::default()
    };
    blocks.walk(element);
    blocks.end();
    blocks.done
}

/// Whether something stands beside a letter: it is not printed with it, and is not said in its other forms, unless it says
/// what must be known of it (`letter-beside`).
pub(crate) fn is_beside(element: ElementRef<'_>) -> bool {
    let has = |class: &str| element.value().classes().any(|has| has == class);
    has("no-print") && !has("letter-beside")
}

#[derive(Default)]
struct Blocks {
    /// Only what is printed.
    printed: bool,
    done: Vec<String>,
    open: String,
}

impl Blocks {
    fn walk(&mut self, element: ElementRef<'_>) {
        for child in element.children() {
            if let Node::Text(text) = child.value() {
                self.open.push_str(text);
            } else if let Some(element) = ElementRef::wrap(child) {
                let hidden = element.attr("aria-hidden") == Some("true") || element.attr("hidden").is_some();
                let name = element.value().name();
                let beside = self.printed && is_beside(element);
                if hidden || beside || SILENT.contains(&name) {
                    continue;
                }
                let inline = INLINE.contains(&name);
                if !inline {
                    self.end();
                }
                self.walk(element);
                if !inline {
                    self.end();
                }
            }
        }
    }

    fn end(&mut self) {
        let words: Vec<&str> = self.open.split_whitespace().collect();
        if words.iter().any(|word| word.contains(char::is_alphanumeric)) {
            self.done.push(words.join(" "));
        }
        self.open.clear();
    }
}
