//! The forms a letter is to be had in.

use crate::apply::LetterForm;
use crate::person::closed_list;

closed_list! {
    /// A form of a letter beside the page it is read on.
    Format {
        /// 大字版: a page to read and print, 18 points and larger.
        Large = "large",
        /// 易读版: a page in easy words.
        Easy = "easy",
        /// Plain text, for every device and for copying.
        Text = "text",
        /// A tagged PDF (PDF/UA-1).
        Pdf = "pdf",
        /// The same in large print.
        LargePdf = "large_pdf",
        /// 盲文, on a page: for a braille display, and to look at.
        Braille = "braille",
        /// 盲文, as a file for an embosser.
        Brf = "brf",
        /// 语音
        Audio = "audio",
    }
}

impl Format {
    /// What is printed, embossed or put on a device for a form that somebody wants.
    pub const fn made_for(form: LetterForm) -> Self {
        match form {
            LetterForm::Large => Self::LargePdf,
            LetterForm::Easy => Self::Easy,
            LetterForm::Braille => Self::Brf,
            LetterForm::Audio => Self::Audio,
        }
    }
}
