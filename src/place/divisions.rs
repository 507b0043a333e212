//! Hunan's divisions as shipped: 1 province, 14 prefectures, 122 counties, 2,008 streets and townships.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::search::SearchIndex;
use super::{DivisionCode, TownshipCode, read};
use crate::calendar::Month;
use crate::person::closed_list;

/// All places, each found by its code.
#[derive(Debug)]
pub struct Divisions {
    pub(super) in_use: BTreeMap<DivisionCode, Division>,
    pub(super) townships: BTreeMap<TownshipCode, Township>,
    pub(super) retired: BTreeMap<DivisionCode, RetiredDivision>,
    pub(super) search: SearchIndex,
}

/// A province, prefecture or county in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Division {
    /// Its code in GB/T 2260.
    pub code: DivisionCode,
    /// Its full Chinese name, `岳麓区`.
    pub name_zh: &'static str,
    /// Its English name, `Yuelu District`.
    pub name_en: &'static str,
    /// The division above it; none for the province.
    pub parent: Option<DivisionCode>,
    /// Which of the three it is.
    pub level: Level,
}

closed_list! {
    /// Levels of administration with a code in GB/T 2260.
    Level {
        /// 省级
        Province = "province",
        /// 地级 (市、州)
        Prefecture = "prefecture",
        /// 县级 (市、区、县)
        County = "county",
    }
}

/// A street or township (街道、镇、乡), or one of the farms, forestry stations and parks that statistics list with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Township {
    /// Its code of the statistics bureau.
    pub code: TownshipCode,
    /// Its full Chinese name, `橘子洲街道`.
    pub name_zh: &'static str,
    /// The county it belongs to, which its code does not always say.
    pub county: DivisionCode,
}

impl Township {
    /// Whether people live and have their hukou there: 街道, 镇, 乡. The rest stands under "other" when choosing.
    pub fn in_pick_list(&self) -> bool {
        ["街道", "镇", "乡"].iter().any(|ending| self.name_zh.ends_with(ending))
    }
}

/// A code that was in use once and still begins many resident ID numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetiredDivision {
    /// The retired code.
    pub code: DivisionCode,
    /// Its Chinese name then.
    pub name_zh: &'static str,
    /// The first revision of GB/T 2260 that has it.
    pub first_seen: Month,
    /// The last revision of GB/T 2260 that has it.
    pub last_seen: Month,
}

impl Divisions {
    /// The places shipped with the program.
    #[expect(
        clippy::expect_used,
        reason = "the texts are part of the program and a test reads them"
    )]
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Divisions> = OnceLock::new();
        SHIPPED.get_or_init(|| read::shipped().expect("the shipped places are well formed"))
    }

    /// The division in use with that code.
    pub fn find(&self, code: DivisionCode) -> Option<&Division> {
        self.in_use.get(&code)
    }

    /// The division itself, then those above it up to the province: the order in which policy is looked up.
    /// Empty where the code is not in use.
    pub fn chain(&self, code: DivisionCode) -> impl Iterator<Item = &Division> {
        std::iter::successors(self.find(code), |division| self.find(division.parent?))
    }

    /// Whether the code is that of a county in use.
    pub fn is_county(&self, code: DivisionCode) -> bool {
        self.find(code).is_some_and(|division| division.level == Level::County)
    }

    /// The 14 prefectures, by code.
    pub fn prefectures(&self) -> impl Iterator<Item = &Division> {
        self.of_level(Level::Prefecture)
    }

    /// The 122 counties, by code.
    pub fn counties(&self) -> impl Iterator<Item = &Division> {
        self.of_level(Level::County)
    }

    /// The counties of a prefecture, by code.
    pub fn counties_of(&self, prefecture: DivisionCode) -> impl Iterator<Item = &Division> {
        self.counties().filter(move |county| county.parent == Some(prefecture))
    }

    /// The streets and townships of a county, by code; those of a pick list and the others alike.
    pub fn townships_of(&self, county: DivisionCode) -> impl Iterator<Item = &Township> {
        self.townships
            .values()
            .filter(move |township| township.county == county)
    }

    /// All streets and townships, by code.
    pub fn townships(&self) -> impl Iterator<Item = &Township> {
        self.townships.values()
    }

    /// The street or township with that code.
    pub fn find_township(&self, code: TownshipCode) -> Option<&Township> {
        self.townships.get(&code)
    }

    /// What a code meant that is no longer in use.
    pub fn retired(&self, code: DivisionCode) -> Option<&RetiredDivision> {
        self.retired.get(&code)
    }

    fn of_level(&self, level: Level) -> impl Iterator<Item = &Division> {
        self.in_use.values().filter(move |division| division.level == level)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> DivisionCode {
        DivisionCode::parse(text).unwrap()
    }

    #[test]
    fn hunan_has_14_prefectures_122_counties_and_2008_townships() {
        let places = Divisions::shipped();
        assert_eq!(places.prefectures().count(), 14);
        assert_eq!(places.counties().count(), 122);
        assert_eq!(places.in_use.len(), 1 + 14 + 122);
        assert_eq!(places.townships().count(), 2008);
        assert_eq!(
            places.townships().filter(|township| township.in_pick_list()).count(),
            1947
        );
        assert_eq!(places.retired.len(), 170);
    }

    #[test]
    fn every_place_has_a_way_up_to_the_province() {
        let places = Divisions::shipped();
        for county in places.counties() {
            let levels: Vec<_> = places.chain(county.code).map(|division| division.level).collect();
            assert_eq!(
                levels,
                [Level::County, Level::Prefecture, Level::Province],
                "{}",
                county.name_zh
            );
        }
        for township in places.townships() {
            assert_eq!(
                places.find(township.county).unwrap().level,
                Level::County,
                "{}",
                township.name_zh
            );
        }
        let counted: usize = places
            .counties()
            .map(|county| places.townships_of(county.code).count())
            .sum();
        assert_eq!(counted, 2008);
        assert_eq!(places.chain(code("440104")).count(), 0);
    }

    #[test]
    fn counts_per_prefecture_are_those_of_the_table() {
        let places = Divisions::shipped();
        let counts: Vec<_> = places
            .prefectures()
            .map(|above| places.counties_of(above.code).count())
            .collect();
        assert_eq!(counts, [9, 9, 5, 12, 12, 9, 9, 4, 6, 11, 11, 12, 5, 8]);
    }

    #[test]
    fn a_township_belongs_to_the_county_the_table_says() {
        let places = Divisions::shipped();
        let elsewhere = places
            .townships()
            .filter(|township| !township.code.as_str().starts_with(township.county.as_str()));
        assert_eq!(elsewhere.count(), 31);
        let first = places.find_township(TownshipCode::parse("430104001").unwrap()).unwrap();
        assert_eq!(places.find(first.county).unwrap().name_en, "Yuelu District");
    }

    #[test]
    fn retired_codes_are_known_and_not_in_use() {
        let places = Divisions::shipped();
        assert_eq!(places.retired(code("430122")).unwrap().name_zh, "望城县");
        assert_eq!(
            places.retired(code("430122")).unwrap().last_seen,
            Month::parse("2010-12").unwrap()
        );
        assert_eq!(places.retired(code("430104")), None);
        for retired in places.retired.keys() {
            assert_eq!(places.find(*retired), None, "{retired}");
        }
        assert_eq!(places.find(code("431181")).unwrap().name_zh, "祁阳市");
    }
}
