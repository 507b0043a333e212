//! How a visitor wants pages shown. What is not chosen follows the system.

/// Colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// White and yellow on black.
    Contrast,
}

/// The size of all text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextSize {
    /// 18 px.
    #[default]
    Standard,
    /// 125 %.
    Percent125,
    /// 150 %.
    Percent150,
    /// 175 %.
    Percent175,
    /// 200 %.
    Percent200,
}

/// The distance of lines and letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Spacing {
    /// As designed.
    #[default]
    Standard,
    /// As far apart as WCAG 1.4.12 asks.
    Wide,
}

/// How much is in sight at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// The whole page.
    #[default]
    Full,
    /// 长辈版: larger text and targets, one column; the same service.
    Simple,
}

/// Whether parts may move.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Motion {
    /// As the system says.
    #[default]
    System,
    /// Never.
    Still,
}

/// Whether pages offer to read themselves aloud with the device's own voice. Nothing else of ours runs script on a page
/// that nobody asked it of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Aloud {
    /// With the simple view.
    #[default]
    WithSimpleView,
    /// Always.
    On,
    /// Never.
    Off,
}

/// A visitor's choice. Its cookie is the names of what was chosen, as in `dark.150.simple`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Display {
    /// Colours; `None` follows the system.
    pub theme: Option<Theme>,
    /// The size of all text.
    pub text: TextSize,
    /// The distance of lines and letters.
    pub spacing: Spacing,
    /// How much is in sight at once.
    pub view: View,
    /// Whether parts may move.
    pub motion: Motion,
    /// Whether pages offer to read themselves aloud.
    pub aloud: Aloud,
}

impl Display {
    /// Reads a cookie; what is unknown in it is passed over.
    pub fn from_cookie(cookie: &str) -> Self {
        let mut display = Self::default();
        for value in cookie.split('.') {
            for name in ["theme", "text", "spacing", "view", "motion", "aloud"] {
                display.choose(name, value);
            }
        }
        display
    }

    /// The cookie; empty when nothing was chosen.
    pub fn to_cookie(self) -> String {
        let chosen = [
            self.theme(),
            self.text(),
            self.spacing(),
            self.view(),
            self.motion(),
            self.aloud(),
        ];
        chosen.into_iter().flatten().collect::<Vec<_>>().join(".")
    }

    /// Takes over one field of the display bar or the settings page, such as `text` = `150`.
    /// The standard values are `auto`, `100`, `normal`, `full`, `system`, `with-simple`. Anything else changes nothing.
    pub fn choose(&mut self, name: &str, value: &str) {
        match (name, value) {
            ("theme", "auto") => self.theme = None,
            ("theme", "light") => self.theme = Some(Theme::Light),
            ("theme", "dark") => self.theme = Some(Theme::Dark),
            ("theme", "contrast") => self.theme = Some(Theme::Contrast),
            ("text", "100") => self.text = TextSize::Standard,
            ("text", "125") => self.text = TextSize::Percent125,
            ("text", "150") => self.text = TextSize::Percent150,
            ("text", "175") => self.text = TextSize::Percent175,
            ("text", "200") => self.text = TextSize::Percent200,
            ("spacing", "normal") => self.spacing = Spacing::Standard,
            ("spacing", "wide") => self.spacing = Spacing::Wide,
            ("view", "full") => self.view = View::Full,
            ("view", "simple") => self.view = View::Simple,
            ("motion", "system") => self.motion = Motion::System,
            ("motion", "still") => self.motion = Motion::Still,
            ("aloud", "with-simple") => self.aloud = Aloud::WithSimpleView,
            ("aloud", "aloud") => self.aloud = Aloud::On,
            ("aloud", "silent") => self.aloud = Aloud::Off,
            _ => {}
        }
    }

    /// The value of `data-theme`.
    pub fn theme(self) -> Option<&'static str> {
        self.theme.map(|theme| match theme {
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Contrast => "contrast",
        })
    }

    /// The value of `data-text`.
    pub fn text(self) -> Option<&'static str> {
        match self.text {
            TextSize::Standard => None,
            TextSize::Percent125 => Some("125"),
            TextSize::Percent150 => Some("150"),
            TextSize::Percent175 => Some("175"),
            TextSize::Percent200 => Some("200"),
        }
    }

    /// The value of `data-spacing`.
    pub fn spacing(self) -> Option<&'static str> {
        (self.spacing == Spacing::Wide).then_some("wide")
    }

    /// The value of `data-view`.
    pub fn view(self) -> Option<&'static str> {
        (self.view == View::Simple).then_some("simple")
    }

    /// Its word in the cookie and on the settings page.
    pub fn aloud(self) -> Option<&'static str> {
        match self.aloud {
            Aloud::WithSimpleView => None,
            Aloud::On => Some("aloud"),
            Aloud::Off => Some("silent"),
        }
    }

    /// Whether pages offer to read themselves aloud.
    pub fn reads_aloud(self) -> bool {
        match self.aloud {
            Aloud::WithSimpleView => self.view == View::Simple,
            Aloud::On => true,
            Aloud::Off => false,
        }
    }

    /// The value of `data-motion`.
    pub fn motion(self) -> Option<&'static str> {
        (self.motion == Motion::Still).then_some("still")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn display() -> impl Strategy<Value = Display> {
        (
            prop_oneof![
                Just(None),
                Just(Some(Theme::Light)),
                Just(Some(Theme::Dark)),
                Just(Some(Theme::Contrast))
            ],
            prop_oneof![
                Just(TextSize::Standard),
                Just(TextSize::Percent125),
                Just(TextSize::Percent150),
                Just(TextSize::Percent175),
                Just(TextSize::Percent200)
            ],
            prop_oneof![Just(Spacing::Standard), Just(Spacing::Wide)],
            prop_oneof![Just(View::Full), Just(View::Simple)],
            prop_oneof![Just(Motion::System), Just(Motion::Still)],
            prop_oneof![Just(Aloud::WithSimpleView), Just(Aloud::On), Just(Aloud::Off)],
        )
            .prop_map(|(theme, text, spacing, view, motion, aloud)| Display {
                theme,
                text,
                spacing,
                view,
                motion,
                aloud,
            })
    }

    proptest! {
        #[test]
        fn a_cookie_reads_back(display in display()) {
            prop_assert_eq!(Display::from_cookie(&display.to_cookie()), display);
        }

        #[test]
        fn strange_cookies_are_harmless(cookie in ".{0,60}", display in display()) {
            Display::from_cookie(&cookie);
            let with_strangers = format!("purple.{}.9000", display.to_cookie());
            prop_assert_eq!(Display::from_cookie(&with_strangers), display);
        }

        #[test]
        fn fields_change_only_their_own(mut display in display()) {
            let before = display;
            display.choose("text", "200");
            display.choose("text", "huge");
            display.choose("theme", "wide");
            prop_assert_eq!(display, Display { text: TextSize::Percent200, ..before });
        }
    }
}
