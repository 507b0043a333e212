//! Words and names that a voice would read wrongly, put so that it cannot.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use pinyin::{Pinyin, ToPinyinMulti as _};

use super::Named;
use crate::person::is_chinese;

pub(super) const WORDS: &str = include_str!("readings.tsv");
pub(super) const SYLLABLES: &str = include_str!("syllables.tsv");

/// The lines of a list, as their columns.
pub(super) fn lines(list: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let lines = list.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.map(|line| line.split('\t').collect())
}

/// By their first character: the words and how they are put, longer ones first.
static PUT: LazyLock<BTreeMap<char, Vec<(&str, &str)>>> = LazyLock::new(|| {
    let mut put: BTreeMap<char, Vec<(&str, &str)>> = BTreeMap::new();
    for columns in lines(WORDS) {
        if let [word, _, said, _] = columns[..]
            && let Some(first) = word.chars().next()
        {
            put.entry(first).or_default().push((word, said));
        }
    }
    for words in put.values_mut() {
        words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    }
    put
});

static HOMOPHONES: LazyLock<BTreeMap<&str, char>> = LazyLock::new(|| {
    let pairs = lines(SYLLABLES).filter_map(|columns| match columns[..] {
        [syllable, char] => Some((syllable, char.chars().next()?)),
        _ => None,
    });
    pairs.collect()
});

/// The word of the list that a text begins with: how it is put, and how many characters it has.
pub(super) fn word(rest: &[char]) -> Option<(&'static str, usize)> {
    let words = PUT.get(rest.first()?)?;
    let (word, said) = words.iter().find(|(word, _)| begins_with(rest, word))?;
    Some((said, word.chars().count()))
}

/// The name that a text begins with, and how many characters it has.
pub(super) fn name<'a>(rest: &[char], names: &'a [Named]) -> Option<(&'a Named, usize)> {
    let fits = names
        .iter()
        .filter(|named| !named.name.is_empty() && begins_with(rest, &named.name));
    let named = fits.max_by_key(|named| named.name.len())?;
    Some((named, named.name.chars().count()))
}

fn begins_with(rest: &[char], word: &str) -> bool {
    let mut rest = rest.iter();
    word.chars().all(|char| rest.next() == Some(&char))
}

/// A name in characters that have its readings and no others. What the list has no character for stays.
pub(super) fn in_homophones(named: &Named) -> String {
    let syllables: Vec<String> = named.reading.split_whitespace().map(str::to_lowercase).collect();
    // A reading that does not fit says nothing of which character it is for.
    if syllables.len() != named.name.chars().filter(|char| is_chinese(*char)).count() {
        return named.name.clone();
    }
    let mut syllables = syllables.iter();
    let put = |char| {
        let syllable = if is_chinese(char) { syllables.next() } else { None };
        let homophone = syllable.and_then(|syllable| HOMOPHONES.get(syllable.as_str()));
        homophone.copied().unwrap_or(char)
    };
    named.name.chars().map(put).collect()
}

/// Common characters that sound like a reading; none where the list has no character for one of its syllables.
pub(super) fn sounding_like(reading: &str) -> Option<String> {
    let syllables = reading.split_whitespace();
    syllables.map(|syllable| HOMOPHONES.get(syllable).copied()).collect()
}

/// A common character with the one reading that a rare one has; none where it has several.
pub(super) fn read_alike(rare: char) -> Option<char> {
    let readings: BTreeSet<&str> = rare.to_pinyin_multi()?.into_iter().map(Pinyin::with_tone).collect();
    let mut readings = readings.into_iter();
    let reading = readings.next()?;
    if readings.next().is_some() {
        return None;
    }
    HOMOPHONES.get(reading).copied()
}

/// A name in letters, as a voice that knows no tones is given it.
pub(super) fn in_letters(named: &Named) -> String {
    let plain = |char: char| match char {
        'ā' | 'á' | 'ǎ' | 'à' => 'a',
        'ē' | 'é' | 'ě' | 'è' => 'e',
        'ī' | 'í' | 'ǐ' | 'ì' => 'i',
        'ō' | 'ó' | 'ǒ' | 'ò' => 'o',
        'ū' | 'ú' | 'ǔ' | 'ù' | 'ü' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' => 'u',
        other => other,
    };
    named.reading.chars().map(plain).collect()
}
