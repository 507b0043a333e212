//! What makes PDF and braille of letters: a font and liblouis, both the system's. A portal without them has every letter
//! all the same, and says what it cannot make.

use std::fs;
use std::path::Path;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use tokio::sync::Semaphore;
use tokio::time::timeout;
use zhida::aloud::{Named, read_alike, with_names_as_read};
use zhida::calendar::Date;
use zhida::letter::Written;
use zhida_app::text::{Language, Level};
use zhida_louis::{Louis, LouisProblem};
use zhida_paper::Face;
use zhida_paper::braille::{Cells, Sheets, sheets};
use zhida_paper::pdf::{PdfProblem, Sizes, pdf};

use crate::config::{Config, ConfigProblem, FontSetting};
use crate::portal::Portal;

/// Where systems put the font that we know: Debian (`fonts-noto-cjk`), Fedora and openEuler, Arch.
const FONTS: [&str; 4] = [
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
];

/// How many letters are made at once; others wait, but not long.
const AT_ONCE: usize = 2;
const WAIT: Duration = Duration::from_secs(10);
/// Characters of a letter at most; the longest has about a fifth of it.
const LONGEST: usize = 20_000;

/// What makes them, each read when it is first needed.
#[derive(Debug)]
pub struct Making {
    font: FontSetting,
    face: OnceLock<Option<Face>>,
    braille: bool,
    louis: OnceLock<Option<Louis>>,
    places: Semaphore,
}

/// Why a letter is not made in a form. None of it holds anything of the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotMade {
    /// There is no font.
    NoFont,
    /// The font lacks a character of the letter.
    NoGlyph,
    /// There is no liblouis.
    NoBraille,
    /// A character of the letter has no braille, or it is part of a name whose reading nobody said.
    NoCells,
    /// Others are being made.
    Busy,
    /// It failed, which is in the log.
    Failed,
}

impl Making {
    /// As the settings say.
    pub fn of_settings(config: &Config) -> Self {
        Self {
            font: config.letter_font.clone(),
            face: OnceLock::new(),
            braille: config.braille,
            louis: OnceLock::new(),
            places: Semaphore::new(AT_ONCE),
        }
    }

    /// Whether a font that the settings name can be used: found out at the start, not by whoever needs a letter.
    ///
    /// # Errors
    /// It cannot.
    pub fn check(config: &Config) -> Result<(), ConfigProblem> {
        let FontSetting::File(file) = &config.letter_font else {
            return Ok(());
        };
        let why = match fs::read(file) {
            Err(problem) => problem.kind().to_string(),
            Ok(font) => match Face::read(font) {
                Ok(_) => return Ok(()),
                Err(problem) => problem.to_string(),
            },
        };
        Err(ConfigProblem::of(format!(
            "ZHIDA_LETTER_FONT names {}, which cannot be used for letters: {why}.",
            file.display()
        )))
    }

    /// Whether letters can be had as PDF.
    pub fn has_font(&self) -> bool {
        self.face().is_some()
    }

    /// Whether letters can be had in braille.
    pub fn has_braille(&self) -> bool {
        self.louis().is_some()
    }

    /// What is missing that is not switched off, a sentence each.
    pub fn without(&self) -> Vec<&'static str> {
        let mut without = Vec::new();
        if self.font == FontSetting::Installed && !self.has_font() {
            without.push(
                "No letter is offered as PDF: no font for Chinese was found. Install fonts-noto-cjk, or name one in \
                 ZHIDA_LETTER_FONT.",
            );
        }
        if self.braille && !self.has_braille() {
            without.push(
                "No letter is offered in braille: liblouis with its table zhcn-cbs was not found. Install liblouis20 and \
                 liblouis-data.",
            );
        }
        without
    }

    fn face(&self) -> Option<&Face> {
        let read = |file: &Path| Face::read(fs::read(file).ok()?).ok();
        let face = self.face.get_or_init(|| match &self.font {
            FontSetting::Off => None,
            FontSetting::File(file) => read(file),
            FontSetting::Installed => FONTS.iter().find_map(|file| read(Path::new(file))),
        });
        face.as_ref()
    }

    fn louis(&self) -> Option<&Louis> {
        let louis = self
            .louis
            .get_or_init(|| Louis::installed().ok().filter(|_| self.braille));
        louis.as_ref()
    }

    async fn place(&self, written: &Written) -> Result<tokio::sync::SemaphorePermit<'_>, NotMade> {
        let long: usize = written.words().map(|words| words.text.chars().count()).sum();
        if long > LONGEST {
            tracing::error!(long, "a letter is too long to be made");
            return Err(NotMade::Failed);
        }
        let place = timeout(WAIT, self.places.acquire()).await;
        place.ok().and_then(Result::ok).ok_or(NotMade::Busy)
    }
}

/// A letter of a day as PDF, with the number of each page in its language.
///
/// # Errors
/// No font, one that lacks a character; no place.
pub async fn as_pdf(
    portal: &Arc<Portal>,
    written: Written,
    (on, sizes): (Date, Sizes),
    language: Language,
) -> Result<Vec<u8>, NotMade> {
    let _place = portal.making.place(&written).await?;
    let portal = Arc::clone(portal);
    blocking(move || {
        let text = portal.texts.of(language, Level::Standard);
        let footer = |page: usize, of: usize| text.with("letter-page-of", &[("page", page.into()), ("of", of.into())]);
        let face = portal.making.face().ok_or(NotMade::NoFont)?;
        pdf(&written, on, (face, sizes), footer).map_err(|problem| match problem {
            PdfProblem::NoGlyph(_) => NotMade::NoGlyph,
            PdfProblem::Standard(why) => {
                tracing::error!(why, "a letter was not made as PDF");
                NotMade::Failed
            }
        })
    })
    .await
}

/// A letter in braille, with what is said before it. Names are put as they are read; `unsaid` is a name of which nobody
/// said how.
///
/// # Errors
/// No liblouis, a character without braille; no place.
pub async fn in_braille(
    portal: &Arc<Portal>,
    written: Written,
    before: String,
    (names, unsaid): (Vec<Named>, Option<String>),
) -> Result<Sheets, NotMade> {
    let _place = portal.making.place(&written).await?;
    let portal = Arc::clone(portal);
    blocking(move || {
        let louis = portal.making.louis().ok_or(NotMade::NoBraille)?;
        let put = |text: &str| cells(louis, &with_names_as_read(text, &names), unsaid.as_deref());
        sheets(&written, &before, put)
    })
    .await
}

/// Away from who answers requests.
async fn blocking<T: Send + 'static>(make: impl FnOnce() -> Result<T, NotMade> + Send + 'static) -> Result<T, NotMade> {
    tokio::task::spawn_blocking(make).await.unwrap_or_else(|problem| {
        tracing::error!(%problem, "a letter was not made");
        Err(NotMade::Failed)
    })
}

/// A text in cells. A rare character is put as the common one that is read alike, where it has one reading alone; never in
/// a name, whose reading its person says.
fn cells(louis: &Louis, text: &str, unsaid: Option<&str>) -> Result<Cells, NotMade> {
    let mut text = text.to_owned();
    loop {
        match louis.cells(&text) {
            Ok(cells) => {
                return Ok(Cells {
                    cells: cells.cells,
                    from: cells.from,
                });
            }
            Err(LouisProblem::Unknown(rare)) => {
                let in_name = unsaid.is_some_and(|name| name.contains(rare) && text.contains(name));
                let alike = read_alike(rare).filter(|alike| !in_name && *alike != rare);
                text = text.replace(rare, &alike.ok_or(NotMade::NoCells)?.to_string());
            }
            Err(problem) => {
                tracing::error!(%problem, "a letter was not put into braille");
                return Err(NotMade::Failed);
            }
        }
    }
}
