//! A letter's words, taken from its page: the one source of every other form of it. What is around the letter, and what
//! stands beside it and is not printed, is no part of it; but the last day to contest it, once that is known, is: who reads with
//! their fingers is to find it too.

use scraper::{ElementRef, Html, Node, Selector};
use zhida::aloud::Tongue;
use zhida::letter::{Block, Side, Words, Written};

use crate::aloud::{is_beside, lines};
use crate::frame::{Page, render};
use crate::text::{Language, Text};

/// The letter that a page shows; nothing where it shows none.
pub fn written(text: Text<'_>, page: Page) -> Option<Written> {
    let title = page.title().to_owned();
    of_html(&render(page.body), title, tongue(text.language()))
}

fn of_html(html: &str, title: String, tongue: Tongue) -> Option<Written> {
    let document = Html::parse_fragment(html);
    let paper = document.select(&Selector::parse("article.letter").ok()?).next()?;
    let mut blocks = Vec::new();
    let tongue = tongue_of(paper).unwrap_or(tongue);
    walk(paper, tongue, Side::Start, &mut blocks);
    Some(Written { title, tongue, blocks })
}

fn tongue(language: Language) -> Tongue {
    match language {
        Language::ZhCn => Tongue::Chinese,
        Language::En => Tongue::English,
    }
}

/// The language that an element says it is in; else that of its only child.
fn tongue_of(element: ElementRef<'_>) -> Option<Tongue> {
    let said = element.attr("lang").map(str::to_owned).or_else(|| {
        let mut children = element.children().filter(|child| match child.value() {
            Node::Text(text) => !text.trim().is_empty(),
            Node::Element(_) => true,
            _ => false,
        });
        let only = ElementRef::wrap(children.next()?)?;
        children
            .next()
            .is_none()
            .then(|| only.attr("lang").map(str::to_owned))?
    })?;
    Language::parse(&said).map(tongue)
}

/// The blocks of an element, in order. What is of no kind we know is gone into, so that no word is lost.
fn walk(element: ElementRef<'_>, inherited: Tongue, side: Side, blocks: &mut Vec<Block>) {
    for child in element.children() {
        let Some(child) = ElementRef::wrap(child) else {
            if let Node::Text(text) = child.value()
                && !text.trim().is_empty()
            {
                blocks.push(Block::Paragraph(words(text.trim(), inherited), side));
            }
            continue;
        };
        if is_silent(child) {
            continue;
        }
        let tongue = tongue_of(child).unwrap_or(inherited);
        let said = || -> Vec<Words> { lines(child).iter().map(|line| words(line, tongue)).collect() };
        let one = || words(&lines(child).join(" "), tongue);
        match child.value().name() {
            "h1" => blocks.push(Block::Title(one())),
            "h2" | "h3" => blocks.push(Block::Heading(one())),
            "p" if has_class(child, "said") => blocks.push(Block::Said(kept_lines(child, tongue))),
            "p" => {
                let side = if has_class(child, "letter-body") || has_class(child, "letter-number") {
                    Side::Middle
                } else {
                    side
                };
                blocks.extend(said().into_iter().map(|words| Block::Paragraph(words, side)));
            }
            name @ ("ul" | "ol") => {
                let items = elements(child, "li").map(|item| {
                    let tongue = tongue_of(item).unwrap_or(tongue);
                    lines(item).iter().map(|line| words(line, tongue)).collect()
                });
                blocks.push(Block::List {
                    numbered: name == "ol",
                    items: items.collect(),
                });
            }
            "table" => blocks.push(table(child, tongue)),
            _ => {
                let side = if has_class(child, "letter-sign") {
                    Side::End
                } else {
                    side
                };
                walk(child, tongue, side, blocks);
            }
        }
    }
}

fn table(element: ElementRef<'_>, tongue: Tongue) -> Block {
    let said = |element: ElementRef<'_>| -> Vec<Words> {
        let tongue = tongue_of(element).unwrap_or(tongue);
        lines(element).iter().map(|line| words(line, tongue)).collect()
    };
    let whole = |element: ElementRef<'_>| words(&lines(element).join(" "), tongue);
    let caption = elements(element, "caption").next().map(whole);
    let rows = deep(element, "tr").filter(|row| !is_silent(*row)).map(|row| {
        let name = elements(row, "th").next().map_or_else(|| words("", tongue), whole);
        let values = elements(row, "td").flat_map(said);
        (name, values.collect())
    });
    Block::Table {
        caption,
        rows: rows.collect(),
    }
}

/// Somebody's words with their own lines.
fn kept_lines(element: ElementRef<'_>, tongue: Tongue) -> Vec<Words> {
    let text: String = element.text().collect();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| words(line, tongue)).collect()
}

fn words(text: &str, tongue: Tongue) -> Words {
    Words {
        text: text.to_owned(),
        tongue,
    }
}

/// What is beside the letter, or for the eye alone.
fn is_silent(element: ElementRef<'_>) -> bool {
    is_beside(element) || element.attr("hidden").is_some() || element.attr("aria-hidden") == Some("true")
}

fn has_class(element: ElementRef<'_>, class: &str) -> bool {
    element.value().classes().any(|has| has == class)
}

fn elements<'a>(element: ElementRef<'a>, name: &'static str) -> impl Iterator<Item = ElementRef<'a>> {
    element
        .children()
        .filter_map(ElementRef::wrap)
        .filter(move |child| child.value().name() == name)
}

fn deep<'a>(element: ElementRef<'a>, name: &'static str) -> impl Iterator<Item = ElementRef<'a>> {
    element
        .descendants()
        .filter_map(ElementRef::wrap)
        .filter(move |child| child.value().name() == name)
}
