//! A letter in another form: a page in large print or easy words, braille, or a file. All are made from the one letter
//! that whoever asks may read, when they ask, and kept nowhere.

use axum::http::{HeaderValue, StatusCode};
use zhida::aloud::Named;
use zhida::casework::Case;
use zhida::letter::{Format, Written};
use zhida_app::letter::formats::{self, Braille, Offered, Why, Wishes};
use zhida_app::letter::written;
use zhida_app::text::{Language, Level, Text};
use zhida_paper::braille::Sheets;
use zhida_paper::pdf::Sizes;

use super::making::{self, NotMade};
use super::names;
use super::papers::Model;
use crate::account::allowance;
use crate::aloud::pages as aloud;
use crate::web::download::{Made, made};
use crate::web::{Answer, Fault, Reply, Visitor};

/// A letter as somebody may read it.
pub(crate) struct Readable {
    /// The letter.
    pub model: Model,
    /// How the person's name is read, where they said so.
    pub named: Option<Named>,
    /// Its page.
    pub page: String,
    /// Where its forms are, each below by its name.
    pub forms: String,
    /// The number to call about it.
    pub phone: String,
    /// In which forms the person's letters come.
    pub wishes: Option<Wishes>,
}

impl Readable {
    /// A letter of a case, on its page and with its forms below `forms`.
    pub fn of(visitor: &Visitor, case: &Case, model: Model, (page, forms): (String, String)) -> Self {
        Self {
            model,
            named: None,
            page,
            forms,
            phone: names::phone(&visitor.portal, &names::office_with(case)),
            wishes: None,
        }
    }

    /// Its page, with the offer of its other forms.
    pub fn answer(&self, visitor: &Visitor, audio: Option<String>) -> Reply {
        let offered = self.offered(visitor);
        visitor.page(|text| {
            let page = self.model.page(text).naming(self.named.clone()).heard_at(audio);
            page.then(Some(formats::section(text, &offered)))
        })
    }

    fn offered(&self, visitor: &Visitor) -> Offered {
        let portal = &visitor.portal;
        let (has, cannot): (Vec<Format>, Vec<Format>) = Format::ALL
            .iter()
            .copied()
            .filter(|format| *format != Format::Easy || has_easy(visitor))
            .partition(|format| match format {
                Format::Large | Format::Easy | Format::Text => true,
                Format::Pdf | Format::LargePdf => portal.making.has_font(),
                Format::Braille | Format::Brf => portal.making.has_braille(),
                Format::Audio => portal.speech.is_some(),
            });
        Offered {
            formats: has.into_iter().map(|format| (format, self.href(format))).collect(),
            missing: cannot,
            phone: self.phone.clone(),
            wanted: self.wishes.clone(),
        }
    }

    fn href(&self, format: Format) -> String {
        format!("{}/{format}", self.forms)
    }

    /// The letter in a form.
    ///
    /// # Errors
    /// Too much for a day; no place.
    pub async fn made(&self, visitor: &Visitor, format: Format) -> Answer {
        match format {
            Format::Large => Ok(self.on_a_page(visitor, visitor.text(), ("letter-large-title", "large-print"))),
            Format::Easy if has_easy(visitor) => {
                let text = visitor.portal.texts.of(visitor.language, Level::Easy);
                Ok(self.on_a_page(visitor, text, ("letter-easy-title", "easy-print")))
            }
            Format::Easy => Err(Fault::NotFound),
            Format::Audio => {
                let page = self.model.page(visitor.text()).naming(self.named.clone());
                aloud::hear(visitor, page).await
            }
            Format::Text => {
                // Lines end as every system reads them.
                let plain = self.written(visitor)?.plain().replace('\n', "\r\n");
                Ok(made(Made::Text, plain.into_bytes()))
            }
            Format::Pdf => self.pdf(visitor, Sizes::USUAL, Made::Pdf).await,
            Format::LargePdf => self.pdf(visitor, Sizes::LARGE, Made::LargePdf).await,
            Format::Braille => match self.sheets(visitor).await? {
                Ok(sheets) => Ok(self.braille(visitor, &sheets)),
                Err(problem) => self.cannot(visitor, problem),
            },
            Format::Brf => match self.sheets(visitor).await? {
                Ok(sheets) => Ok(made(Made::Brf, sheets.brf().into_bytes())),
                Err(problem) => self.cannot(visitor, problem),
            },
        }
    }

    /// The letter in the words that its reader reads.
    fn written(&self, visitor: &Visitor) -> Result<Written, Fault> {
        let text = visitor.text();
        written(text, self.model.page(text)).ok_or_else(|| Fault::internal("a letter without words"))
    }

    fn on_a_page(&self, visitor: &Visitor, words: Text<'_>, (title, class): (&'static str, &'static str)) -> Reply {
        visitor.page(|text| {
            let page = self.model.page(words);
            let title = text.with(title, &[("title", page.title().to_owned().into())]);
            page.naming(self.named.clone()).shown_as(title, class)
        })
    }

    async fn pdf(&self, visitor: &Visitor, sizes: Sizes, kind: Made) -> Answer {
        spend(visitor).await?;
        let on = self.model.on().unwrap_or_else(|| visitor.portal.today());
        let written = self.written(visitor)?;
        match making::as_pdf(&visitor.portal, written, (on, sizes), visitor.language).await {
            Ok(file) => Ok(made(kind, file)),
            Err(problem) => self.cannot(visitor, problem),
        }
    }

    async fn sheets(&self, visitor: &Visitor) -> Result<Result<Sheets, NotMade>, Fault> {
        spend(visitor).await?;
        let before = visitor.text().get("letter-braille-begins");
        let names: Vec<Named> = self.named.iter().cloned().collect();
        let unsaid = self.model.to().filter(|_| names.is_empty()).map(str::to_owned);
        Ok(making::in_braille(&visitor.portal, self.written(visitor)?, before, (names, unsaid)).await)
    }

    fn braille(&self, visitor: &Visitor, sheets: &Sheets) -> Reply {
        let model = Braille {
            title: self.model.page(visitor.text()).title().to_owned(),
            back: self.page.clone(),
            lines: sheets.lines().to_vec(),
            pages: sheets.pages(),
            file: self.href(Format::Brf),
            phone: self.phone.clone(),
        };
        visitor.page(|text| formats::braille(text, &model))
    }

    fn cannot(&self, visitor: &Visitor, problem: NotMade) -> Answer {
        let why = match problem {
            NotMade::NoFont => Why::NoFont,
            NotMade::NoGlyph => Why::NoGlyph,
            NotMade::NoBraille => Why::NoBraille,
            NotMade::NoCells => Why::NoCells,
            NotMade::Failed => Why::Failed,
            NotMade::Busy => return Err(Fault::Unavailable),
        };
        let mut reply = visitor.page_with(StatusCode::SERVICE_UNAVAILABLE, |text| {
            formats::cannot(text, why, self.page.clone(), self.phone.clone())
        });
        // It is as little there in an hour; whoever comes back sees whether it is.
        let hour = HeaderValue::from_static("3600");
        reply.headers_mut().insert(axum::http::header::RETRY_AFTER, hour);
        Ok(reply)
    }
}

/// Easy words are Chinese ones; who reads them already needs no page of them. At work, letters are in standard words.
fn has_easy(visitor: &Visitor) -> bool {
    visitor.language == Language::ZhCn && (visitor.level == Level::Standard || visitor.is_at_work())
}

/// Making takes a while: a day allows so many.
async fn spend(visitor: &Visitor) -> Result<(), Fault> {
    if allowance::FORMS_OF_LETTERS.spend(visitor, 1).await? {
        Ok(())
    } else {
        Err(Fault::TooMany { minutes: 60 })
    }
}
