//! Reads the shipped tables. Plain comma-separated lines: the data has no quotes and no commas in its names.

use std::collections::BTreeMap;
use std::fmt;

use super::search::SearchIndex;
use super::{Division, DivisionCode, Divisions, Level, RetiredDivision, Township, TownshipCode};
use crate::calendar::Month;

/// A mistake in a table of places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceDataError {
    /// Which table.
    pub file: &'static str,
    /// Which line, from 1; 0 where it concerns the table as a whole.
    pub line: usize,
    /// What is wrong, in words for an engineer.
    pub what: String,
}

impl fmt::Display for PlaceDataError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.what)
    }
}

impl std::error::Error for PlaceDataError {}

pub(super) fn shipped() -> Result<Divisions, PlaceDataError> {
    read(
        include_str!("data/hunan-divisions.csv"),
        include_str!("data/hunan-townships.csv"),
        include_str!("data/hunan-historic-codes.csv"),
    )
}

fn read(divisions: &'static str, townships: &'static str, historic: &'static str) -> Result<Divisions, PlaceDataError> {
    let in_use = read_divisions(divisions)?;
    let townships = read_townships(townships, &in_use)?;
    let retired = read_retired(historic, &in_use)?;
    let search = SearchIndex::of(&in_use, &townships);
    Ok(Divisions {
        in_use,
        townships,
        retired,
        search,
    })
}

fn read_divisions(text: &'static str) -> Result<BTreeMap<DivisionCode, Division>, PlaceDataError> {
    let table = Table {
        file: "hunan-divisions.csv",
        header: "code,name_zh,name_en,parent_code,level",
        text,
    };
    let mut divisions = BTreeMap::new();
    for row in table.rows::<5>()? {
        let (line, [code, name_zh, name_en, parent, level]) = row?;
        let code = table.field(line, code, DivisionCode::parse(code))?;
        let level = table.field(line, level, Level::parse(level))?;
        let parent = if parent.is_empty() {
            None
        } else {
            Some(table.field(line, parent, DivisionCode::parse(parent))?)
        };
        table.insert(
            line,
            &mut divisions,
            code,
            Division {
                code,
                name_zh,
                name_en,
                parent,
                level,
            },
        )?;
    }
    for division in divisions.values() {
        let above = division
            .parent
            .and_then(|parent| divisions.get(&parent))
            .map(|parent| parent.level);
        let fits = match division.level {
            Level::Province => division.parent.is_none(),
            Level::Prefecture => above == Some(Level::Province),
            Level::County => above == Some(Level::Prefecture),
        };
        if !fits {
            return Err(table.error(0, format!("{} does not stand under a level above it", division.code)));
        }
    }
    Ok(divisions)
}

fn read_townships(
    text: &'static str,
    divisions: &BTreeMap<DivisionCode, Division>,
) -> Result<BTreeMap<TownshipCode, Township>, PlaceDataError> {
    let table = Table {
        file: "hunan-townships.csv",
        header: "code,name_zh,parent_code",
        text,
    };
    let is_county = |code: &DivisionCode| {
        divisions
            .get(code)
            .is_some_and(|division| division.level == Level::County)
    };
    let mut townships = BTreeMap::new();
    for row in table.rows::<3>()? {
        let (line, [code, name_zh, county]) = row?;
        let code = table.field(line, code, TownshipCode::parse(code))?;
        let county = table.field(line, county, DivisionCode::parse(county).filter(is_county))?;
        table.insert(line, &mut townships, code, Township { code, name_zh, county })?;
    }
    Ok(townships)
}

fn read_retired(
    text: &'static str,
    divisions: &BTreeMap<DivisionCode, Division>,
) -> Result<BTreeMap<DivisionCode, RetiredDivision>, PlaceDataError> {
    let table = Table {
        file: "hunan-historic-codes.csv",
        header: "code,name_zh,first_seen,last_seen",
        text,
    };
    let mut retired = BTreeMap::new();
    for row in table.rows::<4>()? {
        let (line, [code, name_zh, first_seen, last_seen]) = row?;
        let unused = DivisionCode::parse(code).filter(|code| !divisions.contains_key(code));
        let code = table.field(line, code, unused)?;
        let first_seen = table.field(line, first_seen, revision(first_seen))?;
        let last_seen = table.field(line, last_seen, revision(last_seen))?;
        table.insert(
            line,
            &mut retired,
            code,
            RetiredDivision {
                code,
                name_zh,
                first_seen,
                last_seen,
            },
        )?;
    }
    Ok(retired)
}

/// `198012`, the month of a revision of the standard.
fn revision(text: &str) -> Option<Month> {
    let (year, month) = text.split_at_checked(4)?;
    Month::parse(&format!("{year}-{month}"))
}

/// One table: where mistakes in it are reported from.
struct Table {
    file: &'static str,
    header: &'static str,
    text: &'static str,
}

type Row<const N: usize> = Result<(usize, [&'static str; N]), PlaceDataError>;

impl Table {
    /// The lines below the header with their numbers, each split into exactly `N` fields.
    fn rows<const N: usize>(&self) -> Result<impl Iterator<Item = Row<N>>, PlaceDataError> {
        let mut lines = (1..).zip(self.text.lines());
        if lines.next().map(|(_, header)| header) != Some(self.header) {
            return Err(self.error(1, format!("expected the header {}", self.header)));
        }
        Ok(lines.map(|(line, text)| {
            let fields: Vec<&str> = text.split(',').collect();
            let fields = <[&str; N]>::try_from(fields);
            fields
                .map(|fields| (line, fields))
                .map_err(|_| self.error(line, format!("expected {N} fields: {text}")))
        }))
    }

    fn field<T>(&self, line: usize, text: &str, read: Option<T>) -> Result<T, PlaceDataError> {
        read.ok_or_else(|| self.error(line, format!("`{text}` is not allowed here")))
    }

    fn insert<K: Ord + fmt::Display + Copy, V>(
        &self,
        line: usize,
        into: &mut BTreeMap<K, V>,
        code: K,
        value: V,
    ) -> Result<(), PlaceDataError> {
        match into.insert(code, value) {
            None => Ok(()),
            Some(_) => Err(self.error(line, format!("{code} stands here twice"))),
        }
    }

    fn error(&self, line: usize, what: String) -> PlaceDataError {
        PlaceDataError {
            file: self.file,
            line,
            what,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DIVISIONS: &str = "code,name_zh,name_en,parent_code,level\n\
        430000,湖南省,Hunan Province,,province\n\
        430100,长沙市,Changsha City,430000,prefecture\n\
        430104,岳麓区,Yuelu District,430100,county\n";
    const TOWNSHIPS: &str = "code,name_zh,parent_code\n430104001,望月湖街道,430104\n";
    const HISTORIC: &str = "code,name_zh,first_seen,last_seen\n430122,望城县,198012,201012\n";

    fn error(divisions: &'static str, townships: &'static str, historic: &'static str) -> String {
        read(divisions, townships, historic).unwrap_err().to_string()
    }

    #[test]
    fn the_shipped_tables_are_well_formed() {
        if let Err(error) = shipped() {
            panic!("{error}");
        }
    }

    #[test]
    fn mistakes_are_named_with_their_line() {
        assert!(read(DIVISIONS, TOWNSHIPS, HISTORIC).is_ok());
        assert!(error("code\n", TOWNSHIPS, HISTORIC).starts_with("hunan-divisions.csv:1: expected the header"));
        assert_eq!(
            error(DIVISIONS, "code,name_zh,parent_code\n430104001,望月湖街道\n", HISTORIC),
            "hunan-townships.csv:2: expected 3 fields: 430104001,望月湖街道"
        );
        assert_eq!(
            error(
                DIVISIONS,
                "code,name_zh,parent_code\n430104001,望月湖街道,430100\n",
                HISTORIC
            ),
            "hunan-townships.csv:2: `430100` is not allowed here"
        );
        assert_eq!(
            error(
                DIVISIONS,
                TOWNSHIPS,
                "code,name_zh,first_seen,last_seen\n430122,望城县,198012,201013\n"
            ),
            "hunan-historic-codes.csv:2: `201013` is not allowed here"
        );
        assert_eq!(
            error(
                DIVISIONS,
                TOWNSHIPS,
                "code,name_zh,first_seen,last_seen\n430104,岳麓区,198012,201012\n"
            ),
            "hunan-historic-codes.csv:2: `430104` is not allowed here"
        );
        let orphan = "code,name_zh,name_en,parent_code,level\n430104,岳麓区,Yuelu District,430100,county\n";
        assert!(error(orphan, TOWNSHIPS, HISTORIC).contains("430104 does not stand under"));
        let twice = "code,name_zh,parent_code\n430104001,甲镇,430104\n430104001,乙镇,430104\n";
        assert_eq!(
            error(DIVISIONS, twice, HISTORIC),
            "hunan-townships.csv:3: 430104001 stands here twice"
        );
    }
}
