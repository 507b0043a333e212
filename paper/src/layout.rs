//! Where everything of a letter stands on its sheets: lines of text on A4, in reading order, each belonging to a part of
//! the tree that says what it is.

use zhida::aloud::Tongue;
use zhida::letter::{Block, Side, Words, Written, mark};

use super::breaks;
use super::face::Glyphs;

/// A4, in points.
pub(crate) const PAGE: (f32, f32) = (595.276, 841.89);
const MARGIN: f32 = 68.0;
/// Lines stand so far apart, as a part of their size.
const LEADING: f32 = 1.6;

/// How large the letters are, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sizes {
    /// Most of it.
    pub body: f32,
    /// The title.
    pub title: f32,
    /// Headings.
    pub heading: f32,
    /// The number of the page.
    pub footer: f32,
}

impl Sizes {
    /// As letters are printed.
    pub const USUAL: Self = Self {
        body: 12.0,
        title: 20.0,
        heading: 14.0,
        footer: 10.5,
    };
    /// 大字版: nothing below 18 points.
    pub const LARGE: Self = Self {
        body: 20.0,
        title: 28.0,
        heading: 23.0,
        footer: 18.0,
    };
}

/// What a part is: a tag of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Title(String),
    Heading(String),
    Paragraph,
    Quote,
    List { numbered: bool },
    Item,
    Label,
    Body,
    Table,
    Caption,
    Rows,
    Row,
    Name,
    Value,
}

/// A part of the tree, with what it holds in order.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) kind: Kind,
    /// Where it is another than the letter's.
    pub(crate) tongue: Option<Tongue>,
    pub(crate) holds: Vec<Held>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) enum Held {
    Part(usize),
    Line(usize),
}

/// A line of text, where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) page: usize,
    pub(crate) x: f32,
    /// Of the baseline, from above.
    pub(crate) y: f32,
    pub(crate) size: f32,
    pub(crate) text: String,
}

/// A thin line across, between the rows of a table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rule {
    pub(crate) page: usize,
    pub(crate) y: f32,
}

/// A letter on its sheets.
#[derive(Debug, Default)]
pub(crate) struct Layout {
    pub(crate) pages: usize,
    pub(crate) parts: Vec<Part>,
    /// The parts that are in no other.
    pub(crate) roots: Vec<usize>,
    pub(crate) lines: Vec<Line>,
    pub(crate) rules: Vec<Rule>,
    /// Title and headings with their places, for the list of bookmarks.
    pub(crate) marks: Vec<(String, usize, f32)>,
}

/// Left and right edge of rules and text.
pub(crate) const EDGES: (f32, f32) = (MARGIN, PAGE.0 - MARGIN);
/// The baseline of the page's number.
pub(crate) const FOOT: f32 = PAGE.1 - 34.0;

/// Lays a letter out.
pub(crate) fn lay(written: &Written, glyphs: &Glyphs<'_>, sizes: Sizes) -> Layout {
    let mut pen = Pen {
        layout: Layout {
            pages: 1,
            ..Layout::default()
        },
        glyphs,
        sizes,
        tongue: written.tongue,
        y: MARGIN,
    };
    for (at, block) in written.blocks.iter().enumerate() {
        let rest = written.blocks.get(at..).unwrap_or_default();
        pen.keep_signature(rest, at.checked_sub(1).and_then(|before| written.blocks.get(before)));
        pen.block(block);
    }
    pen.layout
}

struct Pen<'a> {
    layout: Layout,
    glyphs: &'a Glyphs<'a>,
    sizes: Sizes,
    tongue: Tongue,
    y: f32,
}

/// Where a column begins and how wide it is.
#[derive(Clone, Copy)]
struct Column {
    x: f32,
    width: f32,
}

const WHOLE: Column = Column {
    x: MARGIN,
    width: PAGE.0 - 2.0 * MARGIN,
};

impl Pen<'_> {
    fn block(&mut self, block: &Block) {
        let Sizes {
            body, title, heading, ..
        } = self.sizes;
        match block {
            Block::Title(words) => {
                self.gap(body * 0.5);
                self.mark(words, title);
                let part = self.part(None, Kind::Title(words.text.clone()), words.tongue);
                self.write(part, words, (WHOLE, title, Side::Middle));
                self.gap(body * 0.5);
            }
            Block::Heading(words) => {
                self.gap(body * 0.9);
                // Never alone at the foot of a page.
                self.room((heading + 2.0 * body) * LEADING);
                self.mark(words, heading);
                let part = self.part(None, Kind::Heading(words.text.clone()), words.tongue);
                self.write(part, words, (WHOLE, heading, Side::Start));
                self.gap(body * 0.3);
            }
            Block::Paragraph(words, side) => {
                let part = self.part(None, Kind::Paragraph, words.tongue);
                self.write(part, words, (WHOLE, body, *side));
                self.gap(body * 0.6);
            }
            Block::Said(lines) => {
                let quote = self.part(None, Kind::Quote, self.tongue);
                for words in lines {
                    let part = self.part(Some(quote), Kind::Paragraph, words.tongue);
                    self.write(part, words, (indented(body), body, Side::Start));
                }
                self.gap(body * 0.6);
            }
            Block::List { numbered, items } => self.list(*numbered, items),
            Block::Table { caption, rows } => self.table(caption.as_ref(), rows),
        }
    }

    fn list(&mut self, numbered: bool, items: &[Vec<Words>]) {
        let body = self.sizes.body;
        let list = self.part(None, Kind::List { numbered }, self.tongue);
        for (number, item) in (1..).zip(items) {
            let part = self.part(Some(list), Kind::Item, self.tongue);
            self.room(body * LEADING);
            let label = self.part(Some(part), Kind::Label, self.tongue);
            let before = self.y;
            let words = Words {
                text: mark(numbered, number),
                tongue: self.tongue,
            };
            self.write(label, &words, (WHOLE, body, Side::Start));
            // What the label stands before begins beside it.
            self.y = before;
            let holds = self.part(Some(part), Kind::Body, self.tongue);
            for line in item {
                let paragraph = self.part(Some(holds), Kind::Paragraph, line.tongue);
                self.write(paragraph, line, (indented(body), body, Side::Start));
            }
            if item.is_empty() {
                self.y += body * LEADING;
            }
            self.gap(body * 0.25);
        }
        self.gap(body * 0.4);
    }

    /// Two columns, a rule above each row and below the last.
    fn table(&mut self, caption: Option<&Words>, rows: &[(Words, Vec<Words>)]) {
        let body = self.sizes.body;
        let table = self.part(None, Kind::Table, self.tongue);
        if let Some(caption) = caption {
            self.room(3.0 * body * LEADING);
            let part = self.part(Some(table), Kind::Caption, caption.tongue);
            self.write(part, caption, (WHOLE, body, Side::Start));
        }
        let names = Column {
            width: WHOLE.width * 0.32,
            ..WHOLE
        };
        let values = Column {
            x: WHOLE.x + WHOLE.width * 0.36,
            width: WHOLE.width * 0.64,
        };
        let holds = self.part(Some(table), Kind::Rows, self.tongue);
        for (name, value) in rows {
            let row = self.part(Some(holds), Kind::Row, self.tongue);
            // Room to write has some height of its own.
            let least = if value.is_empty() { 2.5 } else { 1.0 };
            self.room(least * body * LEADING);
            self.rule();
            let (page, above) = (self.layout.pages, self.y);
            let head = self.part(Some(row), Kind::Name, name.tongue);
            self.write(head, name, (names, body, Side::Start));
            let named = (self.layout.pages, self.y);
            // The value begins on the line of its name; where the name went over to the next page, there.
            if self.layout.pages == page {
                self.y = above;
            }
            let cell = self.part(Some(row), Kind::Value, self.tongue);
            for line in value {
                let paragraph = self.part(Some(cell), Kind::Paragraph, line.tongue);
                self.write(paragraph, line, (values, body, Side::Start));
            }
            if self.layout.pages == named.0 {
                self.y = self.y.max(named.1).max(above + (least - 1.0) * body * LEADING);
            }
            self.gap(body * 0.2);
        }
        self.rule();
        self.gap(body * 0.8);
    }

    /// What stands on the right at the end, seal, office and day, stays on one sheet.
    fn keep_signature(&mut self, rest: &[Block], before: Option<&Block>) {
        let signs = |block: &Block| matches!(block, Block::Paragraph(_, Side::End));
        if before.is_some_and(signs) {
            return;
        }
        let lines = rest.iter().take_while(|block| signs(block)).count();
        let lines = u16::try_from(lines).unwrap_or(8).min(8);
        if lines > 0 {
            self.room(f32::from(lines) * self.sizes.body * (LEADING + 0.6));
        }
    }

    fn part(&mut self, within: Option<usize>, kind: Kind, tongue: Tongue) -> usize {
        let at = self.layout.parts.len();
        self.layout.parts.push(Part {
            kind,
            tongue: (tongue != self.tongue).then_some(tongue),
            holds: Vec::new(),
        });
        match within.and_then(|within| self.layout.parts.get_mut(within)) {
            Some(within) => within.holds.push(Held::Part(at)),
            None => self.layout.roots.push(at),
        }
        at
    }

    fn write(&mut self, part: usize, words: &Words, (column, size, side): (Column, f32, Side)) {
        let text: Vec<char> = words.text.chars().collect();
        let width_of = |character: char| self.glyphs.of(character).map_or(0.0, |glyph| glyph.width) * size;
        let cut: Vec<(String, f32)> = breaks::lines(&text, column.width, width_of)
            .into_iter()
            .map(|line| {
                let seen = line
                    .iter()
                    .rposition(|character| *character != ' ')
                    .map_or(0, |at| at + 1);
                let width = line.iter().take(seen).map(|character| width_of(*character)).sum();
                (line.iter().collect(), width)
            })
            .collect();
        for (text, width) in cut {
            self.room(size * LEADING);
            let free = (column.width - width).max(0.0);
            let x = column.x
                + match side {
                    Side::Start => 0.0,
                    Side::Middle => free / 2.0,
                    Side::End => free,
                };
            let at = self.layout.lines.len();
            self.layout.lines.push(Line {
                page: self.layout.pages - 1,
                x,
                y: self.y + size * 1.15,
                size,
                text,
            });
            if let Some(part) = self.layout.parts.get_mut(part) {
                part.holds.push(Held::Line(at));
            }
            self.y += size * LEADING;
        }
    }

    fn mark(&mut self, words: &Words, size: f32) {
        self.room(size * LEADING);
        self.layout
            .marks
            .push((words.text.clone(), self.layout.pages - 1, self.y));
    }

    fn rule(&mut self) {
        self.layout.rules.push(Rule {
            page: self.layout.pages - 1,
            y: self.y,
        });
        self.gap(self.sizes.body * 0.2);
    }

    /// So much must be free, else on the next page.
    fn room(&mut self, height: f32) {
        let ends = FOOT - self.sizes.footer * LEADING;
        if self.y + height > ends && self.y > MARGIN {
            self.layout.pages += 1;
            self.y = MARGIN;
        }
    }

    /// Free room, but not at the head of a page.
    fn gap(&mut self, height: f32) {
        if self.y > MARGIN {
            self.y += height;
        }
    }
}

fn indented(body: f32) -> Column {
    Column {
        x: WHOLE.x + body * 1.8,
        width: WHOLE.width - body * 1.8,
    }
}
