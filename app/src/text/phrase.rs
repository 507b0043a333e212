//! What view models say without words: a text id with domain values. Pages turn it into words.

use zhida::calendar::{Date, Month};
use zhida::measure::Quantity;
use zhida::money::Fen;

use super::{Language, Text, Value};

/// The text that is nothing but its one value.
pub const AS_IT_IS: &str = "value-as-it-is";

/// A text by its id, with the values that go into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    id: String,
    values: Vec<(&'static str, Said)>,
}

/// A value in a [`Phrase`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// A number that a text may also choose its words by (one day, two days).
    Count(i64),
    /// An amount.
    Money(Fen),
    /// Something measured.
    Quantity(Quantity),
    /// A day.
    Day(Date),
    /// A month.
    Month(Month),
    /// A place, an office, a person: said as it is.
    Name(Name),
    /// Another text.
    Words(Box<Phrase>),
}

impl Phrase {
    /// The text with that id.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            values: Vec::new(),
        }
    }

    /// With a value for one of its variables.
    #[must_use]
    pub fn with(mut self, variable: &'static str, value: Said) -> Self {
        self.values.push((variable, value));
        self
    }

    /// The id of the text.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The language of a phrase that is but a name, where that is not the reader's.
    pub fn foreign(&self, language: Language) -> Option<Language> {
        let [(_, Said::Name(name))] = self.values.as_slice() else {
            return None;
        };
        let (words, own) = name.shown(language);
        let is_name = self.id == AS_IT_IS && !words.is_ascii();
        (is_name && own != language).then_some(own)
    }
}

/// A name as the data has it. Not every place has an English name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// In Chinese.
    pub zh: String,
    /// In English, where there is one.
    pub en: Option<String>,
}

impl Name {
    /// A name that is the same in every language.
    pub fn only(name: impl Into<String>) -> Self {
        Self {
            zh: name.into(),
            en: None,
        }
    }

    /// The name to show, and its language.
    pub fn shown(&self, language: Language) -> (&str, Language) {
        match (&self.en, language) {
            (Some(name), Language::En) => (name, Language::En),
            _ => (&self.zh, Language::ZhCn),
        }
    }
}

impl Text<'_> {
    /// The words of a phrase. What an older case rests on may have no words any more: then its id is said, as that.
    pub fn say(&self, phrase: &Phrase) -> String {
        if self.has(&phrase.id) {
            self.with(&phrase.id, &self.values(phrase))
        } else {
            self.with("value-without-words", &[("id", phrase.id.clone().into())])
        }
    }

    /// The words of a phrase, cut where a heading may break.
    pub fn say_phrases(&self, phrase: &Phrase) -> Vec<String> {
        self.phrases(&phrase.id, &self.values(phrase))
    }

    fn values(&self, phrase: &Phrase) -> Vec<(&'static str, Value<'static>)> {
        phrase
            .values
            .iter()
            .map(|(variable, said)| (*variable, self.value(said)))
            .collect()
    }

    fn value(&self, said: &Said) -> Value<'static> {
        match said {
            Said::Count(count) => (*count).into(),
            Said::Money(amount) => self.money(*amount).into(),
            Said::Quantity(quantity) => self.quantity(*quantity).into(),
            Said::Day(day) => self.date(*day).into(),
            Said::Month(month) => self.month(*month).into(),
            Said::Name(name) => name.shown(self.language()).0.to_owned().into(),
            Said::Words(phrase) => self.say(phrase).into(),
        }
    }
}
