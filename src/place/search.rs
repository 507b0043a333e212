//! Finding a county or township by typing part of its name; the same with and without script.

use std::collections::BTreeMap;

use pinyin::ToPinyinMulti;

use super::{Division, DivisionCode, Divisions, Level, Township, TownshipCode};
use crate::person::normalise;

/// What typing can find.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place<'a> {
    /// A county, to choose a township of.
    County(&'a Division),
    /// A street or township.
    Township(&'a Township),
}

impl Divisions {
    /// Counties and townships whose name fits what was typed, the best first, at most so many.
    ///
    /// Chinese: part of a name (`橘子洲`, `梨街道`), with the names above it in front (`岳麓区橘子洲`, `岳麓 橘子洲`),
    /// full or short. Letters, in any case: counties by their English names, `yuelu`, townships as they are spoken,
    /// `juzizhou`. A prefecture's name finds its counties. Spaces and full-width characters do not matter. Equal names of several counties are all found, in the order of codes.
    pub fn match_places(&self, typed: &str, most: usize) -> Vec<Place<'_>> {
        let query = Query::of(typed);
        if query.joined.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(Rank, &Key)> = self
            .search
            .entries
            .iter()
            .filter_map(|entry| Some((query.rank(entry)?, &entry.key)))
            .collect();
        found.sort_unstable();
        found
            .into_iter()
            .filter_map(|(_, key)| self.place(key))
            .take(most)
            .collect()
    }

    fn place(&self, key: &Key) -> Option<Place<'_>> {
        match key {
            Key::County(code) => self.find(*code).map(Place::County),
            Key::Township(code) => self.find_township(*code).map(Place::Township),
        }
    }
}

/// How well a name fits, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Whole,
    Beginning,
    Part,
    WithNamesAbove,
    OfPrefecture,
}

/// Counties before townships, each in the order of codes.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    County(DivisionCode),
    Township(TownshipCode),
}

/// The names of every place in the form in which they are compared.
#[derive(Debug)]
pub(super) struct SearchIndex {
    entries: Vec<Entry>,
}

#[derive(Debug)]
struct Entry {
    key: Key,
    name: &'static str,
    /// The name in letters, folded: the English one of a county, the pinyin of a township, in each way it can be read.
    letters: Vec<String>,
    /// The names above: full, and without the endings 市, 区, 县.
    above: [String; 2],
    /// The prefecture's names, Chinese and English, by which a county is found too; empty for townships.
    prefecture: [String; 2],
}

impl SearchIndex {
    pub(super) fn of(
        divisions: &BTreeMap<DivisionCode, Division>,
        townships: &BTreeMap<TownshipCode, Township>,
    ) -> Self {
        let above = |division: &Division| division.parent.and_then(|parent| divisions.get(&parent));
        let counties = divisions
            .values()
            .filter(|division| division.level == Level::County)
            .map(|county| {
                let prefecture = above(county);
                let [chinese, english] =
                    prefecture.map_or(["", ""], |prefecture| [prefecture.name_zh, prefecture.name_en]);
                Entry {
                    key: Key::County(county.code),
                    name: county.name_zh,
                    letters: vec![folded(county.name_en)],
                    above: [chinese.to_owned(), short(chinese).to_owned()],
                    prefecture: [chinese.to_owned(), folded(english)],
                }
            });
        let townships = townships.values().map(|township| {
            let county = divisions.get(&township.county);
            let prefecture = county.and_then(above).map_or("", |prefecture| prefecture.name_zh);
            let county = county.map_or("", |county| county.name_zh);
            Entry {
                key: Key::Township(township.code),
                name: township.name_zh,
                letters: spoken(township.name_zh),
                above: [
                    format!("{prefecture}{county}"),
                    format!("{}{}", short(prefecture), short(county)),
                ],
                prefecture: [String::new(), String::new()],
            }
        });
        Self {
            entries: counties.chain(townships).collect(),
        }
    }
}

struct Query {
    words: Vec<String>,
    joined: String,
}

impl Query {
    /// No name is longer; what is cut off would only be compared in vain.
    const LONGEST: usize = 60;

    fn of(typed: &str) -> Self {
        let line: String = normalise::line(typed).chars().take(Self::LONGEST).collect();
        let words: Vec<String> = line.split(' ').map(folded).filter(|word| !word.is_empty()).collect();
        Self {
            joined: words.concat(),
            words,
        }
    }

    fn rank(&self, entry: &Entry) -> Option<Rank> {
        let query = self.joined.as_str();
        let [chinese, english] = &entry.prefecture;
        let in_letters = |fits: fn(&str, &str) -> bool| entry.letters.iter().any(|name| fits(name, query));
        if entry.name == query || short(entry.name) == query || in_letters(|name, query| name == query) {
            Some(Rank::Whole)
        } else if entry.name.starts_with(query) || in_letters(|name, query| name.starts_with(query)) {
            Some(Rank::Beginning)
        } else if entry.name.contains(query) {
            Some(Rank::Part)
        } else if self.fits_with_names_above(entry) {
            Some(Rank::WithNamesAbove)
        } else if chinese.starts_with(query) || english.starts_with(query) {
            Some(Rank::OfPrefecture)
        } else {
            None
        }
    }

    /// The last word is in the name and the others are in it or above; or typed without spaces, what stands in front
    /// of the name ends with what was typed in front.
    fn fits_with_names_above(&self, entry: &Entry) -> bool {
        let [full, short] = &entry.above;
        let spaced = self.words.len() > 1
            && self.words.last().is_some_and(|last| entry.name.contains(last.as_str()))
            && self
                .words
                .iter()
                .all(|word| entry.name.contains(word.as_str()) || full.contains(word.as_str()));
        let begins_in_name = |(at, _): (usize, char)| {
            let (front, name) = self.joined.split_at(at);
            at > 0 && entry.name.starts_with(name) && (full.ends_with(front) || short.ends_with(front))
        };
        spaced || self.joined.char_indices().any(begins_in_name)
    }
}

/// Names in letters are compared without case, spaces, apostrophes and hyphens: `Dong'an` is `Dongan`; `ü` is typed `v`.
fn folded(text: &str) -> String {
    text.chars()
        .filter(|found| !matches!(found, ' ' | '\'' | '’' | '-'))
        .flat_map(char::to_lowercase)
        .map(|found| if found == 'ü' { 'v' } else { found })
        .collect()
}

/// The pinyin of a name without tones, in each way its characters can be read (`长` is `chang` and `zhang`): which one
/// it is here, people know and no table does.
fn spoken(name: &str) -> Vec<String> {
    /// The most ways; where there were more, the rest of the name is read as most often.
    const MOST: usize = 64;
    let mut ways = vec![String::new()];
    for readings in name.to_pinyin_multi().flatten() {
        let mut sounds: Vec<String> = Vec::new();
        for sound in readings.into_iter().map(|sound| folded(sound.plain())) {
            if !sounds.contains(&sound) {
                sounds.push(sound);
            }
        }
        if ways.len() * sounds.len() > MOST {
            sounds.truncate(1);
        }
        let longer = |way: &String| sounds.iter().map(|sound| format!("{way}{sound}")).collect::<Vec<_>>();
        ways = ways.iter().flat_map(longer).collect();
    }
    ways.retain(|way| !way.is_empty());
    ways
}

/// A name without the word for its kind: `岳麓` of `岳麓区`; whole where a single character would be left but one.
fn short(name: &str) -> &str {
    ["街道", "镇", "乡", "市", "区", "县"]
        .iter()
        .find_map(|ending| name.strip_suffix(ending))
        .filter(|rest| !rest.is_empty())
        .unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MOST: usize = 20;

    fn found(typed: &str) -> Vec<String> {
        let name = |place| match place {
            Place::County(county) => county.name_zh.to_owned(),
            Place::Township(township) => format!("{} {}", township.county, township.name_zh),
        };
        Divisions::shipped()
            .match_places(typed, MOST)
            .into_iter()
            .map(name)
            .collect()
    }

    #[test]
    fn rare_characters_and_parts_of_a_name_are_found() {
        for typed in ["㮾梨街道", "㮾梨", "㮾", "梨街道", " 㮾 梨\u{3000}街道"] {
            assert!(found(typed).contains(&"430121 㮾梨街道".to_owned()), "{typed}");
        }
        assert_eq!(found("㮾梨街道").len(), 1);
    }

    #[test]
    fn equal_names_of_several_counties_are_all_found() {
        let five = found("龙潭镇");
        assert_eq!(five.iter().filter(|name| name.ends_with(" 龙潭镇")).count(), 5);
        let mut in_order = five.clone();
        in_order.sort();
        assert_eq!(five, in_order);
        assert_eq!(found("溆浦县龙潭镇"), ["431224 龙潭镇"]);
        assert_eq!(found("溆浦 龙潭"), ["431224 龙潭镇"]);
        assert_eq!(found("怀化溆浦龙潭"), ["431224 龙潭镇"]);
    }

    #[test]
    fn whole_names_come_before_parts_and_counties_before_townships() {
        let places = found("岳麓");
        assert_eq!(places[..2], ["岳麓区", "430104 岳麓街道"]);
        assert_eq!(found("攸")[0], "攸县");
        assert_eq!(found("长沙县")[0], "长沙县");
    }

    #[test]
    fn counties_are_found_in_english() {
        for typed in ["Yuelu District", "ＹＵＥＬＵ ＤＩＳＴＲＩＣＴ", "YUELUDISTRICT"] {
            assert_eq!(found(typed), ["岳麓区"], "{typed}");
        }
        assert_eq!(found("yuelu"), ["岳麓区", "430104 岳麓街道"]);
        assert_eq!(found("dong'an")[0], "东安县");
        assert_eq!(found("Li County"), ["澧县"]);
    }

    #[test]
    fn townships_are_found_as_they_are_spoken() {
        for typed in ["hanchang", "Han Chang Jie Dao", "ｈａｎｃｈａｎｇ"] {
            assert!(found(typed).contains(&"430626 汉昌街道".to_owned()), "{typed}");
        }
        for (name, said) in [
            ("长乐镇", "changlezhen"),
            ("吕家乡", "lvjiaxiang"),
            ("㮾梨街道", "langlijiedao"),
        ] {
            assert!(spoken(name).contains(&said.to_owned()), "{:?}", spoken(name));
        }
        let silent = Divisions::shipped()
            .townships()
            .find(|township| spoken(township.name_zh).is_empty());
        assert_eq!(silent, None, "every name can be spoken");
    }

    #[test]
    fn a_prefecture_finds_its_counties() {
        assert_eq!(found("湘潭市").len(), 5);
        assert!(found("xiangxi").contains(&"龙山县".to_owned()));
        assert_eq!(found("Changsha")[0], "长沙县", "the county of that name comes first");
    }

    #[test]
    fn nothing_typed_finds_nothing_and_much_is_bounded() {
        for nothing in ["", " \u{3000}", "\u{200B}", "'"] {
            assert!(found(nothing).is_empty());
        }
        assert!(found("没有这个地方").is_empty());
        assert_eq!(found("镇").len(), MOST);
    }

    proptest! {
        #[test]
        fn every_township_is_found_by_its_way(at in any::<prop::sample::Index>()) {
            let places = Divisions::shipped();
            let all: Vec<_> = places.townships().collect();
            let township = *at.get(&all);
            let county = places.find(township.county).unwrap();
            for typed in [format!("{}{}", county.name_zh, township.name_zh), format!("{} {}", county.name_zh, township.name_zh)] {
                prop_assert!(places.match_places(&typed, MOST).contains(&Place::Township(township)), "{typed}");
            }
        }

        #[test]
        fn nothing_typed_makes_it_fall_over(typed in any::<String>(), most in 0_usize..5) {
            prop_assert!(Divisions::shipped().match_places(&typed, most).len() <= most);
        }
    }
}
