//! A letter as it is written: its words in order, with what they are to each other, and nothing of how they look. Every
//! form of a letter (text, PDF, braille) is made from this alone, so that none of them can say something else.

use crate::aloud::Tongue;

/// A letter in the words of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// What it is called.
    pub title: String,
    /// The language of all of it but what says otherwise.
    pub tongue: Tongue,
    /// What stands in it, top to bottom.
    pub blocks: Vec<Block>,
}

/// A part of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// Its title.
    Title(Words),
    /// The heading of what follows.
    Heading(Words),
    /// A paragraph, and at which side it stands.
    Paragraph(Words, Side),
    /// Somebody's own words, line by line.
    Said(Vec<Words>),
    /// A list: each item is one or more lines.
    List {
        /// Whether the items have numbers.
        numbered: bool,
        /// The items.
        items: Vec<Vec<Words>>,
    },
    /// Names and what belongs to them.
    Table {
        /// What it is called.
        caption: Option<Words>,
        /// The rows: a name, and one or more lines. None is room to write.
        rows: Vec<(Words, Vec<Words>)>,
    },
}

/// Words without a break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The words.
    pub text: String,
    /// Their language.
    pub tongue: Tongue,
}

/// Where a paragraph stands on a sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// As the rest.
    Start,
    /// In the middle: the office, the number.
    Middle,
    /// On the right: who signs, and when.
    End,
}

impl Written {
    /// The letter as plain text: a line for each paragraph, an empty one between blocks.
    pub fn plain(&self) -> String {
        let blocks: Vec<String> = self.blocks.iter().map(Block::plain).collect();
        let mut text = blocks.join("\n\n");
        text.push('\n');
        text
    }

    /// Puts all its words otherwise.
    pub fn change_words(&mut self, put: impl Fn(&str) -> String) {
        let change = |words: &mut Words| words.text = put(&words.text);
        for block in &mut self.blocks {
            match block {
                Block::Title(words) | Block::Heading(words) | Block::Paragraph(words, _) => change(words),
                Block::Said(lines) => lines.iter_mut().for_each(change),
                Block::List { items, .. } => items.iter_mut().flatten().for_each(change),
                Block::Table { caption, rows } => {
                    caption.iter_mut().for_each(change);
                    for (name, value) in rows {
                        change(name);
                        value.iter_mut().for_each(change);
                    }
                }
            }
        }
    }

    /// All its words, in the order in which they are read.
    pub fn words(&self) -> impl Iterator<Item = &Words> {
        self.blocks.iter().flat_map(Block::words)
    }
}

impl Block {
    fn plain(&self) -> String {
        let lines = |lines: &[Words]| -> Vec<String> { lines.iter().map(|line| line.text.clone()).collect() };
        match self {
            Self::Title(words) | Self::Heading(words) | Self::Paragraph(words, _) => words.text.clone(),
            Self::Said(said) => lines(said).join("\n"),
            Self::List { numbered, items } => {
                let items = (1..).zip(items).map(|(number, item): (usize, _)| {
                    let mark = mark(*numbered, number);
                    // Lines after the first stand below it, so that nobody takes them for items.
                    format!("{mark} {}", lines(item).join("\n   "))
                });
                items.collect::<Vec<_>>().join("\n")
            }
            Self::Table { caption, rows } => {
                let rows = rows.iter().map(|(name, value)| {
                    let value = lines(value).join("；");
                    let value = if value.is_empty() { "________".to_owned() } else { value };
                    format!("{}：{value}", name.text)
                });
                let caption = caption.iter().map(|caption| caption.text.clone());
                caption.chain(rows).collect::<Vec<_>>().join("\n")
            }
        }
    }

    /// Its words, in order.
    pub fn words(&self) -> Box<dyn Iterator<Item = &Words> + '_> {
        match self {
            Self::Title(words) | Self::Heading(words) | Self::Paragraph(words, _) => Box::new(std::iter::once(words)),
            Self::Said(lines) => Box::new(lines.iter()),
            Self::List { items, .. } => Box::new(items.iter().flatten()),
            Self::Table { caption, rows } => {
                let rows = rows.iter().flat_map(|(name, value)| std::iter::once(name).chain(value));
                Box::new(caption.iter().chain(rows))
            }
        }
    }
}

/// What stands before an item of a list, counted from 1.
pub fn mark(numbered: bool, number: usize) -> String {
    if numbered {
        format!("{number}.")
    } else {
        "•".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Words {
        Words {
            text: text.to_owned(),
            tongue: Tongue::Chinese,
        }
    }

    #[test]
    fn plain_text_keeps_every_word_in_order_and_nothing_runs_together() {
        let written = Written {
            title: "决定书".to_owned(),
            tongue: Tongue::Chinese,
            blocks: vec![
                Block::Paragraph(words("平江县民政局"), Side::Middle),
                Block::Title(words("决定书")),
                Block::Heading(words("为什么")),
                Block::List {
                    numbered: true,
                    items: vec![vec![words("符合"), words("您有残疾人证。")], vec![words("第二")]],
                },
                Block::Said(vec![words("一行"), words("两行")]),
                Block::Table {
                    caption: Some(words("受理")),
                    rows: vec![(words("编号"), vec![words("A1"), words("A2")]), (words("日期"), vec![])],
                },
            ],
        };
        let plain = written.plain();
        assert_eq!(
            plain,
            "平江县民政局\n\n决定书\n\n为什么\n\n1. 符合\n   您有残疾人证。\n2. 第二\n\n一行\n两行\n\n受理\n编号：A1；A2\n日期：________\n"
        );
        let mut from = 0;
        for words in written.words() {
            let at = plain.get(from..).and_then(|rest| rest.find(&words.text));
            assert!(at.is_some(), "{} after {from}", words.text);
            from += at.unwrap_or_default() + words.text.len();
        }
    }
}
