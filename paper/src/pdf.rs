//! A letter as tagged PDF: PDF/UA-1, or none at all. What the standard asks for and a machine can check is checked while it
//! is written (krilla); what this module adds is that every line belongs to a part of the tree, in reading order, and that
//! rules and page numbers belong to none.

use std::num::NonZeroU16;

use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::error::KrillaError;
use krilla::geom::{PathBuilder, Point};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Stroke;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, SpanTag, TableHeaderScope, Tag, TagGroup, TagKind,
    TagTree,
};
use krilla::text::KrillaGlyph;
use krilla::{Document, SerializeSettings};
use zhida::aloud::Tongue;
use zhida::calendar::Date;
use zhida::letter::Written;

use crate::face::{Face, Glyphs};
use crate::layout::{EDGES, FOOT, Held, Kind, Layout, Line, PAGE, Part, lay};

pub use crate::layout::Sizes;

/// Why there is no PDF of a letter.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PdfProblem {
    /// The font has no such character: nobody gets a letter with a hole in their name.
    #[error("the font has no {0}")]
    NoGlyph(char),
    /// It would break the standard.
    #[error("the letter breaks PDF/UA-1: {0}")]
    Standard(String),
}

/// The letter of a day as a file. `footer` says which page of how many, in the letter's language.
///
/// # Errors
/// A character without a glyph; what breaks PDF/UA-1.
pub fn pdf(
    written: &Written,
    on: Date,
    (face, sizes): (&Face, Sizes),
    footer: impl Fn(usize, usize) -> String,
) -> Result<Vec<u8>, PdfProblem> {
    let glyphs = face
        .glyphs()
        .ok_or_else(|| PdfProblem::Standard("the font is none".to_owned()))?;
    let written = without_signs_of_no_width(written);
    let missing = |text: &str| text.chars().find(|character| glyphs.of(*character).is_none());
    if let Some(character) = written.words().find_map(|words| missing(&words.text)) {
        return Err(PdfProblem::NoGlyph(character));
    }
    let layout = lay(&written, &glyphs, sizes);
    // For reading with any help, and for keeping: both standards at once.
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .with_archival_validator(Archival::A2_A)
        .finish()
        .map_err(|problem| PdfProblem::Standard(format!("{problem:?}")))?;
    let mut document = Document::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    let language = code(written.tongue);
    let about = Metadata::new()
        .title(written.title.clone())
        .language(language.to_owned())
        .creation_date(written_on(on));
    document.set_metadata(about);
    document.set_outline(outline(&layout));
    let mut ids = vec![None; layout.lines.len()];
    for page in 0..layout.pages {
        draw_page(&mut document, &layout, page, (face, &glyphs, sizes), &footer, &mut ids)?;
    }
    let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
    for root in &layout.roots {
        if let Some(part) = layout.parts.get(*root) {
            tree.push(group(&layout, part, &ids));
        }
    }
    document.set_tag_tree(tree);
    Ok(document.finish()?)
}

impl From<KrillaError> for PdfProblem {
    fn from(problem: KrillaError) -> Self {
        // Names the rule; texts of the letter are in none of them.
        Self::Standard(format!("{problem:?}"))
    }
}

fn draw_page(
    document: &mut Document,
    layout: &Layout,
    page: usize,
    (face, glyphs, sizes): (&Face, &Glyphs<'_>, Sizes),
    footer: &impl Fn(usize, usize) -> String,
    ids: &mut [Option<Identifier>],
) -> Result<(), PdfProblem> {
    let sheet = PageSettings::from_wh(PAGE.0, PAGE.1).ok_or_else(|| PdfProblem::Standard("the page".to_owned()))?;
    let mut sheet = document.start_page_with(sheet);
    let mut surface = sheet.surface();
    for (line, id) in layout.lines.iter().zip(ids).filter(|(line, _)| line.page == page) {
        *id = Some(surface.start_tagged(ContentTag::Span(SpanTag::empty())));
        draw(&mut surface, line, (face, glyphs));
        surface.end_tagged();
    }
    for rule in layout.rules.iter().filter(|rule| rule.page == page) {
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
        surface.set_stroke(Some(Stroke {
            width: 0.6,
            ..Stroke::default()
        }));
        let mut path = PathBuilder::new();
        path.move_to(EDGES.0, rule.y);
        path.line_to(EDGES.1, rule.y);
        if let Some(path) = path.finish() {
            surface.draw_path(&path);
        }
        surface.set_stroke(None);
        surface.end_tagged();
    }
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
    let text = footer(page + 1, layout.pages);
    let widths = text.chars().filter_map(|character| glyphs.of(character));
    let width: f32 = widths.map(|glyph| glyph.width * sizes.footer).sum();
    let number = Line {
        page,
        x: (PAGE.0 - width) / 2.0,
        y: FOOT,
        size: sizes.footer,
        text,
    };
    draw(&mut surface, &number, (face, glyphs));
    surface.end_tagged();
    surface.finish();
    sheet.finish();
    Ok(())
}

fn draw(surface: &mut Surface<'_>, line: &Line, (face, glyphs): (&Face, &Glyphs<'_>)) {
    let mut put = Vec::new();
    for (at, character) in line.text.char_indices() {
        if let Some(glyph) = glyphs.of(character) {
            let range = at..at + character.len_utf8();
            put.push(KrillaGlyph::new(glyph.id, glyph.width, 0.0, 0.0, 0.0, range, None));
        }
    }
    let from = Point::from_xy(line.x, line.y);
    surface.draw_glyphs(from, &put, face.font(), &line.text, line.size, false);
}

/// A part with what it holds, as the tree of the file has it.
fn group(layout: &Layout, part: &Part, ids: &[Option<Identifier>]) -> TagGroup {
    let mut group = TagGroup::new(tag(part));
    for held in &part.holds {
        match held {
            Held::Part(at) => {
                if let Some(part) = layout.parts.get(*at) {
                    group.push(self::group(layout, part, ids));
                }
            }
            Held::Line(at) => {
                if let Some(Some(id)) = ids.get(*at) {
                    group.push(*id);
                }
            }
        }
    }
    group
}

fn tag(part: &Part) -> TagKind {
    let language = || part.tongue.map(|tongue| code(tongue).to_owned());
    // A level is 1 or 2: never nothing.
    let heading = |level: u16, title: &String| {
        let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
        Tag::Hn(level, Some(title.clone())).with_lang(language()).into()
    };
    match &part.kind {
        Kind::Title(title) => heading(1, title),
        Kind::Heading(title) => heading(2, title),
        Kind::Paragraph => Tag::P.with_lang(language()).into(),
        Kind::Quote => Tag::BlockQuote.with_lang(language()).into(),
        Kind::List { numbered } => {
            let marks = if *numbered {
                ListNumbering::Decimal
            } else {
                ListNumbering::Disc
            };
            Tag::L(marks).with_lang(language()).into()
        }
        Kind::Item => Tag::LI.with_lang(language()).into(),
        Kind::Label => Tag::Lbl.with_lang(language()).into(),
        Kind::Body => Tag::LBody.with_lang(language()).into(),
        Kind::Table => Tag::Table.with_lang(language()).into(),
        Kind::Caption => Tag::Caption.with_lang(language()).into(),
        Kind::Rows => Tag::TBody.with_lang(language()).into(),
        Kind::Row => Tag::TR.with_lang(language()).into(),
        Kind::Name => Tag::TH(TableHeaderScope::Row).with_lang(language()).into(),
        Kind::Value => Tag::TD.with_lang(language()).into(),
    }
}

/// Bookmarks: the title, and below it its headings.
fn outline(layout: &Layout) -> Outline {
    let mut outline = Outline::new();
    let mut marks = layout.marks.iter().map(|(text, page, y)| {
        let place = XyzDestination::new(*page, Point::from_xy(EDGES.0, *y));
        OutlineNode::new(text.clone(), place)
    });
    if let Some(mut title) = marks.next() {
        marks.for_each(|heading| title.push_child(heading));
        outline.push_child(title);
    }
    outline
}

/// The day of the letter, not that on which the file was made: made again it is the same file.
fn written_on(on: Date) -> DateTime {
    DateTime::new(u16::try_from(on.year()).unwrap_or(0))
        .month(on.month().into())
        .day(on.day())
        .hour(0)
        .minute(0)
        .second(0)
        .utc_offset_hour(8)
        .utc_offset_minute(0)
}

fn code(tongue: Tongue) -> &'static str {
    match tongue {
        Tongue::Chinese => "zh-CN",
        Tongue::English => "en",
    }
}

/// Without signs that are not seen and have no glyph; a tab is a space.
fn without_signs_of_no_width(written: &Written) -> Written {
    let unseen = |character: char| {
        let (joins, varies, marks) = (
            '\u{200B}'..='\u{200F}',
            '\u{FE00}'..='\u{FE0F}',
            ['\u{2060}', '\u{FEFF}', '\u{00AD}'],
        );
        joins.contains(&character) || varies.contains(&character) || marks.contains(&character)
    };
    let mut written = written.clone();
    written.change_words(|text| {
        let seen = text.chars().filter(|character| !unseen(*character));
        seen.map(|character| {
            if character.is_control() || character == '\u{00A0}' {
                ' '
            } else {
                character
            }
        })
        .collect()
    });
    written
}

#[cfg(test)]
mod tests;
