//! The two settings that choose words.

/// The language of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// Mandarin in simplified characters: written first, and the default.
    #[default]
    ZhCn,
    /// English.
    En,
}

impl Language {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::ZhCn, Self::En];

    /// The tag for `lang` attributes, cookies and forms: `zh-CN`, `en`.
    pub fn code(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::En => "en",
        }
    }

    /// Reads a [`code`](Self::code); `None` for anything else.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// What a browser's `Accept-Language` asks for: the first language named that we have, any kind of
    /// Chinese counting as ours. Weights are ignored, since browsers list in order of preference.
    pub fn accepted(header: &str) -> Option<Self> {
        header.split(',').find_map(|range| {
            let tag = range.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
            match tag.split('-').next().unwrap_or_default() {
                "zh" => Some(Self::ZhCn),
                "en" => Some(Self::En),
                _ => None,
            }
        })
    }
}

/// How the words are put.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Level {
    /// As one speaks.
    #[default]
    Standard,
    /// 简明: short sentences, hard words explained. Where a text has no easy wording, the standard one stands.
    Easy,
}

impl Level {
    /// Every level, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Standard, Self::Easy];

    /// The value in cookies and forms.
    pub fn code(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Easy => "easy",
        }
    }

    /// Reads a [`code`](Self::code); `None` for anything else.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browsers_wish_is_read() {
        assert_eq!(Language::accepted("zh-TW,zh;q=0.9,en;q=0.8"), Some(Language::ZhCn));
        assert_eq!(Language::accepted("fr, en-GB;q=0.7, zh"), Some(Language::En));
        assert_eq!(Language::accepted("fr,*"), None);
        assert_eq!(Language::accepted(""), None);
    }

    #[test]
    fn codes_read_back() {
        for language in Language::ALL {
            assert_eq!(Language::parse(language.code()), Some(language));
        }
        for level in Level::ALL {
            assert_eq!(Level::parse(level.code()), Some(level));
        }
        assert_eq!(Language::parse("zh"), None);
    }
}
