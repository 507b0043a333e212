//! The forms a letter is to be had in, and which of them somebody needs.

use crate::apply::AccessNeed;
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

closed_list! {
    /// What a person's letters are to be: what an office prints, embosses or records for them.
    Wanted {
        /// 大字
        Large = "large",
        /// 简明易懂
        Easy = "easy",
        /// 盲文
        Braille = "braille",
        /// 录音
        Audio = "audio",
    }
}

impl Wanted {
    /// The forms of what somebody said they need to be met, in the order of the list; none for needs that no form of a
    /// letter meets.
    pub fn of_needs(needs: &[AccessNeed]) -> Vec<Self> {
        let of = |need: &AccessNeed| match need {
            AccessNeed::LargeText => Some(Self::Large),
            AccessNeed::Braille => Some(Self::Braille),
            AccessNeed::PlainLanguage => Some(Self::Easy),
            AccessNeed::ReadAloud => Some(Self::Audio),
            AccessNeed::TextInsteadOfVoice | AccessNeed::SignLanguage | AccessNeed::HomeVisit => None,
        };
        Self::ALL
            .iter()
            .copied()
            .filter(|wanted| needs.iter().any(|need| of(need) == Some(*wanted)))
            .collect()
    }

    /// What is printed, embossed or put on a device for it.
    pub const fn made_from(self) -> Format {
        match self {
            Self::Large => Format::LargePdf,
            Self::Easy => Format::Easy,
            Self::Braille => Format::Brf,
            Self::Audio => Format::Audio,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn needs_say_which_forms_and_a_need_without_one_says_none() {
        let needs = [AccessNeed::ReadAloud, AccessNeed::HomeVisit, AccessNeed::LargeText];
        assert_eq!(Wanted::of_needs(&needs), [Wanted::Large, Wanted::Audio]);
        assert_eq!(Wanted::of_needs(&[AccessNeed::SignLanguage]), []);
        let all = Wanted::of_needs(AccessNeed::ALL);
        assert_eq!(all, Wanted::ALL, "every form answers a need");
    }
}
