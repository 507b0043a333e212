//! How a name is pronounced: said by the person, never guessed. Most names need no word about that; which do, and which
//! readings are likely, is data of this folder.

use std::collections::BTreeSet;
use std::fmt;
use std::sync::LazyLock;

use pinyin::ToPinyinMulti as _;
use serde::{Deserialize, Serialize};

use super::name::{PersonName, is_chinese};
use super::normalise;

const READINGS: &str = include_str!("readings.tsv");
const COMMON: &str = include_str!("common_characters.txt");

/// The syllables there are, without tones.
static SYLLABLES: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    let lines = include_str!("syllables.txt").lines();
    lines
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .collect()
});

/// The longest syllable: zhuang.
const LONGEST_SYLLABLE: usize = 6;
/// More readings than these are not offered, but can be typed.
const OFFERED: usize = 4;

/// The reading of a name in pinyin: one syllable for each Chinese character, each with the mark of its tone, in small
/// letters with spaces between: `shàn tián fāng`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct NameReading(String);

/// What is wrong with a typed reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameReadingProblem {
    /// Nothing was typed.
    Empty,
    /// A sign that pinyin does not have.
    WrongCharacter {
        /// The sign.
        found: char,
    },
    /// Letters that are no syllables.
    NotPinyin {
        /// At which syllable, counted from 1.
        at: usize,
    },
    /// A syllable without one of the four tones, or with two of them.
    Tone {
        /// Which one, counted from 1.
        at: usize,
    },
    /// Not one syllable for each character.
    Count {
        /// How many there are.
        typed: usize,
        /// How many the name has characters.
        needed: usize,
    },
}

impl NameReading {
    /// Reads what was typed of a name: with marks (`Shàn Tiánfāng`) or digits (`shan4 tian2 fang1`), with or without
    /// spaces between what belongs together.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn parse(raw: &str, name: &PersonName) -> Result<Self, NameReadingProblem> {
        let reading = Self::of_text(raw)?;
        let (typed, needed) = (reading.syllables().count(), characters(name).count());
        if typed == needed {
            Ok(reading)
        } else {
            Err(NameReadingProblem::Count { typed, needed })
        }
    }

    fn of_text(raw: &str) -> Result<Self, NameReadingProblem> {
        let mut syllables = Vec::new();
        for group in groups(raw)? {
            group.read(&mut syllables)?;
        }
        if syllables.is_empty() {
            return Err(NameReadingProblem::Empty);
        }
        Ok(Self(syllables.join(" ")))
    }

    /// The reading in its one form.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its syllables, one for each Chinese character of the name.
    pub fn syllables(&self) -> impl Iterator<Item = &str> {
        self.0.split(' ')
    }
}

impl fmt::Debug for NameReading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NameReading(**)")
    }
}

impl TryFrom<String> for NameReading {
    type Error = NameReadingProblem;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::of_text(&text)
    }
}

impl From<NameReading> for String {
    fn from(reading: NameReading) -> Self {
        reading.0
    }
}

impl NameReadingProblem {
    /// The stable name of the problem, for texts and interfaces.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "name_reading_empty",
            Self::WrongCharacter { .. } => "name_reading_wrong_character",
            Self::NotPinyin { .. } => "name_reading_not_pinyin",
            Self::Tone { .. } => "name_reading_tone",
            Self::Count { .. } => "name_reading_count",
        }
    }
}

impl fmt::Display for NameReadingProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::error::Error for NameReadingProblem {}

impl PersonName {
    /// Whether somebody may not know how to say it: a character outside GB 2312, or one that is read in several ways. A
    /// name with Latin letters in it has no reading in pinyin.
    pub fn is_read_in_doubt(&self) -> bool {
        let chinese = self.as_str().chars().all(|found| is_chinese(found) || found == '·');
        let in_doubt = |(at, of): (usize, char)| is_rare(of) || listed(self, at).is_some();
        chinese && characters(self).enumerate().any(in_doubt)
    }

    /// How it is likely read, the likeliest first; none where a character has no reading that we know of.
    pub fn likely_readings(&self) -> Vec<NameReading> {
        let mut likely = vec![Vec::<&str>::new()];
        for (at, of) in characters(self).enumerate() {
            let readings = listed(self, at).unwrap_or_else(|| usual(of));
            let longer = |begun: &Vec<&'static str>| {
                let with = |reading: &&'static str| begun.iter().copied().chain([*reading]).collect();
                readings.iter().map(with).collect::<Vec<Vec<_>>>()
            };
            likely = likely.iter().flat_map(longer).take(OFFERED).collect();
        }
        let likely = likely.iter().filter(|syllables| !syllables.is_empty());
        likely.map(|syllables| NameReading(syllables.join(" "))).collect()
    }
}

/// The characters of a name that are read.
fn characters(name: &PersonName) -> impl Iterator<Item = char> {
    name.as_str().chars().filter(|found| is_chinese(*found))
}

fn is_rare(of: char) -> bool {
    !COMMON.contains(of)
}

/// The readings that the list has for a character of a name, by its place among them.
fn listed(name: &PersonName, at: usize) -> Option<Vec<&'static str>> {
    let of: Vec<char> = characters(name).collect();
    // Names of several parts begin with no surname.
    let surnames = !name.as_str().contains('·');
    let with_surname_of_two = of.len() > 2 && surnames;
    if at < 2 && with_surname_of_two {
        let both: String = of.iter().take(2).collect();
        if let Some(readings) = entry("surname", &both) {
            return readings.get(at).map(|reading| vec![*reading]);
        }
    }
    let place = if at == 0 && surnames { "surname" } else { "given" };
    entry(place, of.get(at)?.encode_utf8(&mut [0; 4]))
}

fn entry(place: &str, of: &str) -> Option<Vec<&'static str>> {
    let mut lines = READINGS.lines().filter(|line| !line.starts_with('#'));
    lines.find_map(|line| {
        let mut columns = line.split('\t');
        let is_it = columns.next() == Some(place) && columns.next() == Some(of);
        is_it.then(|| columns.next().unwrap_or_default().split(' ').collect())
    })
}

/// The readings of a character as a word: of a rare one all, of a common one the first with a tone.
fn usual(of: char) -> Vec<&'static str> {
    let readings = of.to_pinyin_multi().into_iter().flatten();
    let readings = readings.map(|reading| reading.with_tone());
    let sound = readings.filter(|reading| NameReading::of_text(reading).is_ok());
    sound.take(if is_rare(of) { OFFERED } else { 1 }).collect()
}

/// A letter and the mark above it.
type Letter = (char, Option<u8>);

/// Letters without a space between them, and the digit behind.
#[derive(Default)]
struct Group {
    letters: Vec<Letter>,
    digit: Option<u8>,
}

/// What was typed, cut at spaces, signs and digits.
fn groups(raw: &str) -> Result<Vec<Group>, NameReadingProblem> {
    let mut groups = vec![Group::default()];
    for found in normalise::line(raw).chars().flat_map(char::to_lowercase) {
        let Some(group) = groups.last_mut() else { break };
        match found {
            ' ' | '-' | '\'' | '\u{2019}' | '\u{2018}' | '·' | '\u{2010}' | '\u{2011}' => {
                groups.push(Group::default());
            }
            '0'..='9' => {
                if group.letters.is_empty() {
                    return Err(NameReadingProblem::WrongCharacter { found });
                }
                group.digit = found.to_digit(10).and_then(|digit| u8::try_from(digit).ok());
                groups.push(Group::default());
            }
            // u: for ü, and marks that come apart from their letter.
            ':' | '\u{308}' if group.letters.last().is_some_and(|(letter, _)| *letter == 'u') => {
                if let Some((letter, _)) = group.letters.last_mut() {
                    *letter = 'ü';
                }
            }
            '\u{304}' | '\u{301}' | '\u{30C}' | '\u{306}' | '\u{300}' => match group.letters.last_mut() {
                Some((_, tone @ None)) => *tone = Some(mark_apart(found)),
                _ => return Err(NameReadingProblem::WrongCharacter { found }),
            },
            _ => group.letters.push(letter(found)?),
        }
    }
    groups.retain(|group| !group.letters.is_empty());
    Ok(groups)
}

fn mark_apart(mark: char) -> u8 {
    match mark {
        '\u{304}' => 1,
        '\u{301}' => 2,
        '\u{30C}' | '\u{306}' => 3,
        _ => 4,
    }
}

/// The vowels with their marks, by tone.
const VOWELS: [(char, [char; 4]); 6] = [
    ('a', ['ā', 'á', 'ǎ', 'à']),
    ('e', ['ē', 'é', 'ě', 'è']),
    ('i', ['ī', 'í', 'ǐ', 'ì']),
    ('o', ['ō', 'ó', 'ǒ', 'ò']),
    ('u', ['ū', 'ú', 'ǔ', 'ù']),
    ('ü', ['ǖ', 'ǘ', 'ǚ', 'ǜ']),
];

fn letter(found: char) -> Result<Letter, NameReadingProblem> {
    // The bow that keyboards have instead of the hook, letters of other alphabets' keyboards, and v for ü.
    let plain = match found {
        'ă' => 'ǎ',
        'ĕ' => 'ě',
        'ĭ' => 'ǐ',
        'ŏ' => 'ǒ',
        'ŭ' => 'ǔ',
        'ɑ' => 'a',
        'ɡ' => 'g',
        'v' => 'ü',
        other => other,
    };
    let marked = VOWELS.iter().find_map(|(vowel, marked)| {
        let at = marked.iter().position(|marked| *marked == plain)?;
        Some((*vowel, u8::try_from(at + 1).ok()))
    });
    match (marked, plain) {
        (Some(letter), _) => Ok(letter),
        (None, 'a'..='z' | 'ü') => Ok((plain, None)),
        (None, _) => Err(NameReadingProblem::WrongCharacter { found }),
    }
}

impl Group {
    /// Adds its syllables in their one form.
    fn read(&self, syllables: &mut Vec<String>) -> Result<(), NameReadingProblem> {
        let at = syllables.len() + 1;
        // No name is longer, and nobody has to look through all that can be sent.
        let fits = self.letters.len() <= PersonName::LONGEST * LONGEST_SYLLABLE;
        let lengths = fits
            .then(|| split(&self.letters))
            .flatten()
            .ok_or(NameReadingProblem::NotPinyin { at })?;
        let mut rest = self.letters.as_slice();
        for (index, length) in lengths.iter().enumerate() {
            let (syllable, later) = rest.split_at(*length);
            rest = later;
            let digit = self.digit.filter(|_| later.is_empty());
            let mut tones = syllable.iter().filter_map(|(_, tone)| *tone).chain(digit);
            let problem = NameReadingProblem::Tone { at: at + index };
            match (tones.next(), tones.next()) {
                (Some(tone @ 1..=4), None) => syllables.push(marked(syllable, tone)),
                _ => return Err(problem),
            }
        }
        Ok(())
    }
}

/// The lengths of the syllables of a group. As pinyin is written: inside of what stands together no syllable begins with
/// a, e or o, because an apostrophe would stand before it.
fn split(letters: &[Letter]) -> Option<Vec<usize>> {
    if letters.is_empty() {
        return Some(Vec::new());
    }
    (1..=letters.len().min(LONGEST_SYLLABLE)).rev().find_map(|length| {
        let (syllable, rest) = letters.split_at(length);
        let plain: String = syllable.iter().map(|(letter, _)| *letter).collect();
        let written = !rest.first().is_some_and(|(first, _)| matches!(first, 'a' | 'e' | 'o'));
        if !written || !SYLLABLES.contains(plain.as_str()) {
            return None;
        }
        let mut lengths = vec![length];
        lengths.extend(split(rest)?);
        Some(lengths)
    })
}

/// A syllable with the mark of a tone: on a or e, on the o of ou, else on the last vowel.
fn marked(syllable: &[Letter], tone: u8) -> String {
    let place = |wanted: fn(char) -> bool| syllable.iter().rposition(|(letter, _)| wanted(*letter));
    let at = place(|letter| matches!(letter, 'a' | 'e'))
        .or_else(|| place(|letter| letter == 'o'))
        .or_else(|| place(|letter| matches!(letter, 'i' | 'u' | 'ü')));
    let with_mark = |(index, (letter, _)): (usize, &Letter)| {
        let vowel = VOWELS.iter().find(|(vowel, _)| at == Some(index) && vowel == letter);
        vowel
            .and_then(|(_, marked)| marked.get(usize::from(tone) - 1).copied())
            .unwrap_or(*letter)
    };
    syllable.iter().enumerate().map(with_mark).collect()
}

#[cfg(test)]
mod tests;
