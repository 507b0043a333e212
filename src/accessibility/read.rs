//! Reads the three files of `accessibility/`.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::{Check, Criterion, Evidence, How, Level, READERS, Run, SCRIPTS, Try, Way};
use crate::calendar::{Date, parse_date};

const CRITERIA: &str = include_str!("../../accessibility/criteria.toml");
const RUN: &str = include_str!("../../accessibility/run.toml");
const PEOPLE: &str = include_str!("../../accessibility/people.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CriteriaFile {
    check: Vec<CheckTable>,
    criterion: Vec<CriterionTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CheckTable {
    id: String,
    name: String,
    level: String,
    sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CriterionTable {
    number: String,
    name: String,
    level: String,
    by: Option<Vec<String>>,
    absent: Option<String>,
    not: Option<String>,
}

/// Empty where no run was published.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RunFile {
    day: Option<String>,
    #[serde(default)]
    versions: BTreeMap<String, String>,
    #[serde(default)]
    level: Vec<LevelTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LevelTable {
    name: String,
    passed: u32,
    failed: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PeopleFile {
    #[serde(default)]
    r#try: Vec<TryTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TryTable {
    day: String,
    who: String,
    script: String,
    reader: String,
    version: String,
    browser: String,
    result: String,
    #[serde(default)]
    criteria: Vec<String>,
}

impl Evidence {
    /// What is part of the program. The files are read by tests: they are never wrong here.
    pub fn shipped() -> Self {
        Self::read(CRITERIA, RUN, PEOPLE).unwrap_or_default()
    }

    /// Reads the texts of `criteria.toml`, `run.toml` and `people.toml`.
    ///
    /// # Errors
    /// What is wrong with which file, in words for an engineer.
    pub fn read(criteria: &str, run: &str, people: &str) -> Result<Self, String> {
        let file: CriteriaFile = toml::from_str(criteria).map_err(|error| format!("criteria.toml: {error}"))?;
        let checks: Vec<Check> = file.check.into_iter().map(Check::from).collect();
        let known: BTreeSet<&str> = checks.iter().map(|check| check.id.as_str()).collect();
        let criteria: Vec<Criterion> = file
            .criterion
            .into_iter()
            .map(|table| criterion(table, &known).map_err(|what| format!("criteria.toml: {what}")))
            .collect::<Result<_, _>>()?;
        let run = read_run(run).map_err(|what| format!("run.toml: {what}"))?;
        let numbers: BTreeSet<&str> = criteria.iter().map(|criterion| criterion.number.as_str()).collect();
        let file: PeopleFile = toml::from_str(people).map_err(|error| format!("people.toml: {error}"))?;
        let mut tries: Vec<Try> = file
            .r#try
            .into_iter()
            .map(|table| tried(table, &numbers).map_err(|what| format!("people.toml: {what}")))
            .collect::<Result<_, _>>()?;
        tries.sort_by_key(|tried| tried.day);
        Ok(Self {
            checks,
            criteria,
            run,
            tries,
        })
    }
}

impl From<CheckTable> for Check {
    fn from(table: CheckTable) -> Self {
        Self {
            id: table.id,
            name: table.name,
            level: table.level,
            sources: table.sources,
        }
    }
}

fn criterion(table: CriterionTable, known: &BTreeSet<&str>) -> Result<Criterion, String> {
    let number = table.number;
    let level = Level::parse(&table.level).ok_or_else(|| format!("{number}: no level {}", table.level))?;
    let how = match (table.by, table.absent, table.not) {
        (Some(by), None, None) => How::Checked(by.iter().map(|way| Way::parse(way)).collect()),
        (None, Some(what), None) => How::Absent(what),
        (None, None, Some(_)) if level != Level::Aaa => {
            return Err(format!("{number}: levels A and AA are promised as a whole"));
        }
        (None, None, Some(why)) => How::NotPromised(why),
        _ => return Err(format!("{number}: one of `by`, `absent` and `not`")),
    };
    if let How::Checked(ways) = &how
        && let Some(way) = ways.iter().find(|way| !known.contains(way.check.as_str()))
    {
        return Err(format!("{number}: there is no check {}", way.check));
    }
    Ok(Criterion {
        number,
        name: table.name,
        level,
        how,
    })
}

impl Way {
    fn parse(text: &str) -> Self {
        match text.split_once(':') {
            Some((check, part)) => Self {
                check: check.to_owned(),
                part: Some(part.to_owned()),
            },
            None => Self {
                check: text.to_owned(),
                part: None,
            },
        }
    }
}

fn read_run(text: &str) -> Result<Option<Run>, String> {
    let file: RunFile = toml::from_str(text).map_err(|error| error.to_string())?;
    let Some(day) = file.day else { return Ok(None) };
    let levels = file.level.into_iter();
    Ok(Some(Run {
        day: day_of(&day)?,
        versions: file.versions.into_iter().collect(),
        levels: levels.map(|level| (level.name, level.passed, level.failed)).collect(),
    }))
}

fn tried(table: TryTable, numbers: &BTreeSet<&str>) -> Result<Try, String> {
    if !SCRIPTS.contains(&table.script.as_str()) {
        return Err(format!("there is no script {}", table.script));
    }
    if !READERS.contains(&table.reader.as_str()) {
        return Err(format!("there is no reader {}", table.reader));
    }
    if let Some(unknown) = table.criteria.iter().find(|number| !numbers.contains(number.as_str())) {
        return Err(format!("there is no criterion {unknown}"));
    }
    Ok(Try {
        day: day_of(&table.day)?,
        who: table.who,
        script: table.script,
        reader: table.reader,
        version: table.version,
        browser: table.browser,
        result: table.result,
        criteria: table.criteria,
    })
}

fn day_of(text: &str) -> Result<Date, String> {
    parse_date(text).ok_or_else(|| format!("{text} is no day, such as 2026-12-01"))
}
