//! The font of letters: one file that has Chinese and Latin, as the system installs it.

use std::fmt;
use std::sync::Arc;

use krilla::text::{Font, GlyphId};
use skrifa::instance::{LocationRef, Size};
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider as _};

/// A font. Only the glyphs that a letter uses go into it.
#[derive(Clone)]
pub struct Face {
    data: Arc<Vec<u8>>,
    index: u32,
    font: Font,
}

/// Why a file is no font for letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FaceProblem {
    /// No font, or one that cannot be put into a PDF.
    #[error("the file is no font")]
    NoFont,
    /// A font without Chinese characters, Latin letters or digits.
    #[error("the font has no {0}")]
    Lacks(char),
}

/// What every letter has.
const NEEDED: &str = "补贴行政复议年月日元〔〕《》（）：，。、•0123456789ABCabc*_.-";

impl Face {
    /// Reads a font file; of a collection the face for simplified Chinese, else its first.
    ///
    /// # Errors
    /// No font, or one without what every letter has.
    pub fn read(data: Vec<u8>) -> Result<Self, FaceProblem> {
        let index = simplified(&data).ok_or(FaceProblem::NoFont)?;
        let data = Arc::new(data);
        let shared: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(Shared(Arc::clone(&data)));
        let font = Font::new(shared.into(), index).ok_or(FaceProblem::NoFont)?;
        let face = Self { data, index, font };
        {
            let glyphs = face.glyphs().ok_or(FaceProblem::NoFont)?;
            if let Some(lacks) = NEEDED.chars().find(|needed| glyphs.of(*needed).is_none()) {
                return Err(FaceProblem::Lacks(lacks));
            }
        }
        Ok(face)
    }

    pub(crate) fn font(&self) -> Font {
        self.font.clone()
    }

    pub(crate) fn glyphs(&self) -> Option<Glyphs<'_>> {
        let font = FontRef::from_index(&self.data, self.index).ok()?;
        Some(Glyphs { font })
    }
}

impl fmt::Debug for Face {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Face({} bytes, {})", self.data.len(), self.index)
    }
}

struct Shared(Arc<Vec<u8>>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// Characters as glyphs.
pub(crate) struct Glyphs<'a> {
    font: FontRef<'a>,
}

/// A glyph and its width, where the height of the font is 1.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Glyph {
    pub(crate) id: GlyphId,
    pub(crate) width: f32,
}

impl Glyphs<'_> {
    /// The glyph of a character; none where the font has none.
    pub(crate) fn of(&self, character: char) -> Option<Glyph> {
        let id = self.font.charmap().map(character).filter(|id| id.to_u32() != 0)?;
        let metrics = self.font.glyph_metrics(Size::new(1.0), LocationRef::default());
        let width = metrics.advance_width(id)?;
        Some(Glyph {
            id: GlyphId::new(id.to_u32()),
            width,
        })
    }
}

/// Which face of a file is for simplified Chinese.
fn simplified(data: &[u8]) -> Option<u32> {
    let named_so = |index: &u32| {
        let Ok(font) = FontRef::from_index(data, *index) else {
            return false;
        };
        let names = font.localized_strings(StringId::FAMILY_NAME);
        names.into_iter().any(|name| {
            let name: String = name.chars().collect();
            name.split_whitespace().any(|word| word == "SC")
        })
    };
    FontRef::from_index(data, 0).ok()?;
    // No collection has more.
    Some((0..64).find(named_so).unwrap_or(0))
}
