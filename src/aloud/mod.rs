//! What a voice is given to say of a text, so that numbers, dates, amounts, codes and names are heard right.
//!
//! Voices are handed text, and what they make of `43010519800101123X`, `〔2026〕15号` or `1200.50元` differs and is mostly
//! wrong. [`said`] writes such things out in words; [`sentences`] does the same sentence by sentence and says where in the
//! text each one stands, so that a page can mark the one that is being read.

mod chinese;
mod cut;
mod english;
mod find;
mod numbers;
mod readings;

#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::person::{NameReading, PersonName};

/// How something is said.
#[derive(Clone, Copy, Debug, Default)]
pub struct Manner<'a> {
    /// The language of the text.
    pub tongue: Tongue,
    /// How the digit 1 is said in numbers that are read digit by digit.
    pub one: One,
    /// Names whose reading is known.
    pub names: &'a [Named],
}

/// The language of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tongue {
    /// Chinese, as spoken in all of China.
    #[default]
    Chinese,
    /// English.
    English,
}

/// The digit 1 on its own, in Chinese.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum One {
    /// 幺, which nobody takes for 七: how numbers are told over the telephone.
    #[default]
    Yao,
    /// 一
    Yi,
}

/// A name with its reading: data of the person, never guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// `仇建国`
    pub name: String,
    /// `qiú jiàn guó`: one syllable a Chinese character, with the marks of tones.
    pub reading: String,
}

impl Named {
    /// A name as its person says it.
    pub fn of(name: &PersonName, reading: &NameReading) -> Self {
        Self {
            name: name.as_str().to_owned(),
            reading: reading.as_str().to_owned(),
        }
    }
}

/// A reading in common characters that sound like it, for who does not read pinyin: `shàn` is like 善. None where
/// there are none for a syllable.
pub fn sounding_like(reading: &NameReading) -> Option<String> {
    readings::sounding_like(reading.as_str())
}

/// A text in which names whose reading is known stand in common characters that have it: for braille, which writes sounds.
pub fn with_names_as_read(text: &str, names: &[Named]) -> String {
    let mut names: Vec<&Named> = names.iter().filter(|named| !named.name.is_empty()).collect();
    // A name that is part of another would break it.
    names.sort_by_key(|named| std::cmp::Reverse(named.name.len()));
    names.iter().fold(text.to_owned(), |text, named| {
        text.replace(&named.name, &readings::in_homophones(named))
    })
}

/// A common character that is read as a rare one, where that has one reading alone and nothing is guessed.
pub fn read_alike(rare: char) -> Option<char> {
    readings::read_alike(rare)
}

/// A sentence of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands in the text, in bytes.
    pub at: Range<usize>,
    /// What a voice is given to say.
    pub said: String,
}

/// The sentences of a text, in order. What has no letter, character or digit in it is left out.
pub fn sentences(text: &str, manner: &Manner<'_>) -> Vec<Sentence> {
    let sentence = |at: Range<usize>| {
        let said = said(text.get(at.clone())?, manner);
        Some(Sentence { at, said })
    };
    cut::sentences(text).into_iter().filter_map(sentence).collect()
}

/// A text as a voice is given it.
pub fn said(text: &str, manner: &Manner<'_>) -> String {
    match manner.tongue {
        Tongue::Chinese => chinese::say(text, manner),
        Tongue::English => english::say(text, manner),
    }
}
