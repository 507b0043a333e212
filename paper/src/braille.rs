//! A letter as braille sheets: 40 cells a line, 25 lines a page, the last of which has the page's number. How a text is put
//! into cells is told by who knows (`zhida-louis`); where lines and pages end is decided here.

use zhida::letter::{Block, Words, Written, mark};
use zhida::person::is_chinese;

/// Cells of a line.
pub const LINE: usize = 40;
/// Lines of a page, with that of its number.
pub const PAGE: usize = 25;

const BLANK: char = '\u{2800}';
/// A line that has so many cells may end between two syllables; shorter, it ends at a blank.
const FULL_ENOUGH: usize = 28;

/// A text in cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cells {
    /// The cells, as Unicode has them.
    pub cells: Vec<char>,
    /// For each cell the place of the character that it comes from.
    pub from: Vec<usize>,
}

/// A letter in braille, line by line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheets {
    lines: Vec<String>,
    numbers: Vec<String>,
}

/// Puts a letter into braille, with what is said before it.
///
/// # Errors
/// What `put` does not put.
pub fn sheets<E>(written: &Written, before: &str, put: impl Fn(&str) -> Result<Cells, E>) -> Result<Sheets, E> {
    let mut pen = Pen { lines: Vec::new(), put };
    pen.text(before, (2, 0))?;
    for block in &written.blocks {
        pen.block(block)?;
    }
    let Pen { lines, put } = pen;
    let pages = lines.len().div_ceil(PAGE - 1).max(1);
    let numbers: Result<Vec<String>, E> = (1..=pages)
        .map(|page| Ok(put(&page.to_string())?.cells.into_iter().collect()))
        .collect();
    Ok(Sheets {
        lines,
        numbers: numbers?,
    })
}

struct Pen<P> {
    lines: Vec<String>,
    put: P,
}

impl<E, P: Fn(&str) -> Result<Cells, E>> Pen<P> {
    fn block(&mut self, block: &Block) -> Result<(), E> {
        match block {
            Block::Title(words) => {
                self.free();
                self.middle(words)?;
                self.free();
            }
            Block::Heading(words) => {
                self.free();
                // Not alone at the foot of a page.
                if self.lines.len() % (PAGE - 1) > PAGE - 4 {
                    self.next_page();
                }
                self.text(&words.text, (4, 4))?;
            }
            Block::Paragraph(words, _) => self.text(&words.text, (2, 0))?,
            Block::Said(lines) => {
                for words in lines {
                    self.text(&words.text, (4, 2))?;
                }
            }
            Block::List { numbered, items } => {
                for (number, item) in (1..).zip(items) {
                    let mut lines = item.iter();
                    // What no hand reads as a sign: items without a number begin further left than their other lines.
                    let first = lines.next().map_or("", |words| &words.text);
                    let first = if *numbered {
                        format!("{} {first}", mark(true, number))
                    } else {
                        first.to_owned()
                    };
                    self.text(&first, (0, 2))?;
                    for words in lines {
                        self.text(&words.text, (2, 2))?;
                    }
                }
            }
            Block::Table { caption, rows } => {
                if let Some(caption) = caption {
                    self.free();
                    self.text(&caption.text, (4, 4))?;
                }
                for (name, value) in rows {
                    let value: Vec<&str> = value.iter().map(|words| words.text.as_str()).collect();
                    self.text(&format!("{}：{}", name.text, value.join("；")), (0, 2))?;
                }
            }
        }
        Ok(())
    }

    /// A text from `first` cells on in its first line, and from `others` in those after it.
    fn text(&mut self, text: &str, (first, others): (usize, usize)) -> Result<(), E> {
        let cells = (self.put)(text)?;
        let characters: Vec<char> = text.chars().collect();
        let mut begins = 0;
        let mut indent = first;
        while begins < cells.cells.len() {
            let ends = begins + line_end(&cells, begins, LINE - indent, &characters);
            let line: String = cells.cells.get(begins..ends).unwrap_or_default().iter().collect();
            let line = line.trim_end_matches(BLANK);
            if !line.is_empty() {
                self.lines.push(format!("{}{line}", blanks(indent)));
            }
            begins = ends;
            while cells.cells.get(begins) == Some(&BLANK) {
                begins += 1;
            }
            indent = others;
        }
        Ok(())
    }

    /// In the middle where it fits on a line.
    fn middle(&mut self, words: &Words) -> Result<(), E> {
        let width = (self.put)(&words.text)?.cells.len();
        let indent = LINE.checked_sub(width).map_or(4, |free| free / 2);
        self.text(&words.text, (indent, 4))
    }

    /// A free line, but not at the head of a page.
    fn free(&mut self) {
        if !self.lines.len().is_multiple_of(PAGE - 1) {
            self.lines.push(String::new());
        }
    }

    fn next_page(&mut self) {
        while !self.lines.len().is_multiple_of(PAGE - 1) {
            self.lines.push(String::new());
        }
    }
}

/// How many cells go on a line from `begins` on: at least one.
fn line_end(cells: &Cells, begins: usize, room: usize, characters: &[char]) -> usize {
    let rest = cells.cells.get(begins..).unwrap_or_default();
    if rest.len() <= room {
        return rest.len();
    }
    let is_blank = |at: usize| rest.get(at) == Some(&BLANK);
    let at_blank = (1..=room).rev().find(|at| is_blank(*at));
    if let Some(at) = at_blank.filter(|at| *at >= FULL_ENOUGH) {
        return at;
    }
    let character = |at: usize| cells.from.get(begins + at).and_then(|from| characters.get(*from));
    // Before a Chinese character begins a syllable; a sign stays with what it follows.
    let syllable = |at: &usize| {
        let other = cells.from.get(begins + at) != cells.from.get(begins + at - 1);
        other && character(*at).is_some_and(|character| is_chinese(*character))
    };
    (1..=room).rev().find(syllable).or(at_blank).unwrap_or(room)
}

fn blanks(many: usize) -> String {
    std::iter::repeat_n(BLANK, many).collect()
}

impl Sheets {
    /// The lines, without pages: for a braille display.
    pub fn lines(&self) -> &[String] {
        &self.lines
    }

    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.numbers.len()
    }

    /// The file that embossers take: braille in ASCII, lines with CR LF, a form feed after each page.
    pub fn brf(&self) -> String {
        let mut file = String::new();
        let pages = self.lines.chunks(PAGE - 1);
        for (lines, number) in pages.zip(&self.numbers) {
            for at in 0..PAGE - 1 {
                let line = lines.get(at).map_or("", String::as_str);
                file.extend(line.chars().map(ascii));
                file.push_str("\r\n");
            }
            let indent = LINE.saturating_sub(number.chars().count());
            file.extend(std::iter::repeat_n(' ', indent));
            file.extend(number.chars().map(ascii));
            file.push_str("\r\n\u{0C}");
        }
        file
    }
}

/// Braille ASCII: the sign for each of the 64 cells, counted by their dots (dot 1 is 1, dot 2 is 2, dot 3 is 4 …).
const ASCII: &[u8; 64] = b" A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)=";

fn ascii(cell: char) -> char {
    let dots = u32::from(cell).wrapping_sub(u32::from(BLANK));
    let sign = usize::try_from(dots).ok().and_then(|dots| ASCII.get(dots));
    // Cells of eight dots were refused before: none comes here.
    sign.map_or('?', |sign| char::from(*sign))
}

#[cfg(test)]
mod tests {
    use std::convert::Infallible;

    use zhida::aloud::Tongue;
    use zhida::letter::Side;

    use super::*;

    fn words(text: &str) -> Words {
        Words {
            text: text.to_owned(),
            tongue: Tongue::Chinese,
        }
    }

    #[expect(clippy::unnecessary_wraps, reason = "as whoever puts texts into braille answers")]
    /// Two cells a Chinese character, a blank for a sign, one cell for everything else.
    fn put(text: &str) -> Result<Cells, Infallible> {
        let mut cells = Cells::default();
        for (at, character) in text.chars().enumerate() {
            let put = match character {
                ' ' | '，' | '。' => vec![BLANK],
                chinese if is_chinese(chinese) => vec!['\u{2801}', '\u{2802}'],
                _ => vec!['\u{283F}'],
            };
            for cell in put {
                cells.cells.push(cell);
                cells.from.push(at);
            }
        }
        Ok(cells)
    }

    fn letter(blocks: Vec<Block>) -> Written {
        Written {
            title: "书".to_owned(),
            tongue: Tongue::Chinese,
            blocks,
        }
    }

    fn sheets_of(blocks: Vec<Block>) -> Sheets {
        sheets(&letter(blocks), "前言", put).unwrap()
    }

    #[test]
    fn every_cell_is_there_and_no_line_is_too_long() {
        let long = "给您困难残疾人生活补贴每月七十元".repeat(9);
        let blocks = vec![
            Block::Title(words("决定书")),
            Block::Paragraph(words(&long), Side::Start),
            Block::Paragraph(words(&"A".repeat(95)), Side::Start),
            Block::List {
                numbered: true,
                items: vec![vec![words(&long)], vec![words("二")]],
            },
        ];
        let sheets = sheets_of(blocks);
        for line in sheets.lines() {
            assert!(line.chars().count() <= LINE, "{line}");
            let begun = line.trim_start_matches(BLANK);
            assert!(
                !begun.starts_with('\u{2802}'),
                "no line begins inside of a syllable: {line}"
            );
        }
        let marks = |of: char| {
            sheets
                .lines()
                .iter()
                .flat_map(|line| line.chars())
                .filter(|cell| *cell == of)
                .count()
        };
        let syllables = 2 + 3 + 2 * long.chars().count() + 1;
        assert_eq!((marks('\u{2801}'), marks('\u{2802}')), (syllables, syllables));
        assert_eq!(marks('\u{283F}'), 95 + 4, "`1.` and `2.`");
    }

    #[test]
    fn a_file_for_embossers_has_pages_of_25_lines_with_their_numbers() {
        let blocks = (0..60).map(|_| Block::Paragraph(words("一"), Side::Start)).collect();
        let sheets = sheets_of(blocks);
        let file = sheets.brf();
        assert!(file.is_ascii());
        let pages: Vec<&str> = file.split_terminator('\u{0C}').collect();
        assert_eq!((pages.len(), sheets.pages()), (3, 3), "61 lines, 24 a page");
        for page in pages {
            let lines: Vec<&str> = page.split_terminator("\r\n").collect();
            assert_eq!(lines.len(), PAGE);
            assert!(lines.iter().all(|line| line.len() <= LINE));
            assert_eq!((lines[24].len(), lines[24].trim()), (LINE, "="));
        }
    }

    #[test]
    fn no_heading_stands_alone_at_the_foot_of_a_page() {
        for before in 0..30 {
            let mut blocks: Vec<Block> = (0..before)
                .map(|_| Block::Paragraph(words("一"), Side::Start))
                .collect();
            blocks.push(Block::Heading(words("怎么办")));
            blocks.push(Block::Paragraph(words("二二"), Side::Start));
            let sheets = sheets_of(blocks);
            let lines = sheets.lines();
            assert_eq!(
                (lines.len() - 2) / (PAGE - 1),
                (lines.len() - 1) / (PAGE - 1),
                "{before}"
            );
        }
    }

    #[test]
    fn every_cell_has_its_sign() {
        let signs: std::collections::BTreeSet<char> = ('\u{2800}'..='\u{283F}').map(ascii).collect();
        assert_eq!(signs.len(), 64);
        for (cell, sign) in [
            ('⠁', 'A'),
            ('⠝', 'N'),
            ('⠵', 'Z'),
            ('⠼', '#'),
            ('⠿', '='),
            ('⠀', ' '),
            ('⠲', '4'),
        ] {
            assert_eq!(ascii(cell), sign);
        }
    }
}
