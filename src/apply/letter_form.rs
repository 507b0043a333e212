//! In which forms somebody's letters come: as their needs say, until it is said otherwise on a case.

use super::AccessNeed;
use crate::person::closed_list;

closed_list! {
    /// What a person's letters are to be: what an office prints, embosses or records for them.
    LetterForm {
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

impl LetterForm {
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
            .filter(|form| needs.iter().any(|need| of(need) == Some(*form)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn needs_say_which_forms_and_a_need_without_one_says_none() {
        let needs = [AccessNeed::ReadAloud, AccessNeed::HomeVisit, AccessNeed::LargeText];
        assert_eq!(LetterForm::of_needs(&needs), [LetterForm::Large, LetterForm::Audio]);
        assert_eq!(LetterForm::of_needs(&[AccessNeed::SignLanguage]), []);
        let all = LetterForm::of_needs(AccessNeed::ALL);
        assert_eq!(all, LetterForm::ALL, "every form answers a need");
    }
}
