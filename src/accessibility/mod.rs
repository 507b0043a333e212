//! What is known of how accessible the portal is: what is asked of it (WCAG 2.2), how each thing is checked, what the
//! last published run of the checks found, and what people tried. The accessibility page says this and no more.

mod read;

use crate::calendar::Date;

/// The screen readers that people are asked to try it with, by the ids of `people.toml`.
pub const READERS: [&str; 4] = ["nvda", "zhengdu", "talkback", "voiceover"];

/// The journeys of `docs/ACCESSIBILITY.md`, by the ids of `people.toml`.
pub const SCRIPTS: [&str; 9] = [
    "check",
    "sign-up",
    "apply",
    "hand-in",
    "case",
    "display",
    "staff-sign-in",
    "queue",
    "decide",
];

/// All of it.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// The kinds of automated checks.
    pub checks: Vec<Check>,
    /// Every success criterion, in the order of their numbers.
    pub criteria: Vec<Criterion>,
    /// The last run of the checks that was published; none where none was.
    pub run: Option<Run>,
    /// What people tried, the earliest first.
    pub tries: Vec<Try>,
}

/// A level of conformance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The least.
    A,
    /// What is promised as a whole, with A.
    Aa,
    /// The most; never promised as a whole.
    Aaa,
}

/// A kind of automated check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// What criteria call it.
    pub id: String,
    /// The id of its words.
    pub name: String,
    /// The level of `./test` that makes it.
    pub level: String,
    /// The files it is in; `{}` stands for a part's name.
    pub sources: Vec<String>,
}

/// A success criterion, and how it is checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Such as `1.4.3`.
    pub number: String,
    /// The id of its name.
    pub name: String,
    /// Its level.
    pub level: Level,
    /// How.
    pub how: How,
}

/// How a criterion is kept to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum How {
    /// It is looked at: by these checks, and by people; with no check, by people alone.
    Checked(Vec<Way>),
    /// There is nothing here that it speaks of; the id of the words for what.
    Absent(String),
    /// It is not promised; the id of the words for why.
    NotPromised(String),
}

/// A check, and perhaps the one rule of it that looks at a criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The id of the check.
    pub check: String,
    /// The rule, journey or play.
    pub part: Option<String>,
}

/// A run of `./test` that was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// When.
    pub day: Date,
    /// What it ran with: names and versions.
    pub versions: Vec<(String, String)>,
    /// Its levels, with how many of their tests passed and failed.
    pub levels: Vec<(String, u32, u32)>,
}

/// Somebody's try of a journey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Try {
    /// When.
    pub day: Date,
    /// Who, without a name: how they use the web.
    pub who: String,
    /// The journey: one of [`SCRIPTS`].
    pub script: String,
    /// One of [`READERS`].
    pub reader: String,
    /// The reader's version.
    pub version: String,
    /// The browser, with its version.
    pub browser: String,
    /// What came of it.
    pub result: String,
    /// The numbers of the criteria that were judged.
    pub criteria: Vec<String>,
}

/// What the automated checks of a criterion found. There is no "passed": a check can find nothing and miss something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// No check looks at it.
    NotLooked,
    /// Checks look at it; no run was published.
    Unpublished,
    /// A level that looks at it was not part of the published run.
    LeftOut(Date),
    /// Nothing was found.
    Nothing(Date),
    /// So many tests of the levels that look at it failed.
    Something(Date, u32),
}

impl Level {
    /// All of them, the least first.
    pub const ALL: [Self; 3] = [Self::A, Self::Aa, Self::Aaa];

    /// As people write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::Aa => "AA",
            Self::Aaa => "AAA",
        }
    }

    /// Reads it, in small letters or large.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|level| level.as_str().eq_ignore_ascii_case(text))
    }
}

impl Run {
    /// How many tests of a level passed and failed.
    fn level(&self, name: &str) -> Option<(u32, u32)> {
        let found = self.levels.iter().find(|(level, ..)| level == name)?;
        Some((found.1, found.2))
    }

    /// How many tests passed and failed in all.
    pub fn sums(&self) -> (u32, u32) {
        let add = |sum: (u32, u32), level: &(String, u32, u32)| (sum.0 + level.1, sum.1 + level.2);
        self.levels.iter().fold((0, 0), add)
    }
}

impl Evidence {
    /// The criteria of a level.
    pub fn of(&self, level: Level) -> impl Iterator<Item = &Criterion> {
        self.criteria.iter().filter(move |criterion| criterion.level == level)
    }

    /// A kind of check.
    pub fn check(&self, id: &str) -> Option<&Check> {
        self.checks.iter().find(|check| check.id == id)
    }

    /// What the automated checks of a criterion found in the published run.
    pub fn found(&self, criterion: &Criterion) -> Found {
        let How::Checked(ways) = &criterion.how else {
            return Found::NotLooked;
        };
        let mut levels: Vec<&str> = ways
            .iter()
            .filter_map(|way| Some(self.check(&way.check)?.level.as_str()))
            .collect();
        levels.sort_unstable();
        levels.dedup();
        let Some(run) = &self.run else {
            return if levels.is_empty() {
                Found::NotLooked
            } else {
                Found::Unpublished
            };
        };
        let mut failed = 0;
        for level in &levels {
            match run.level(level) {
                // A level in which nothing ran has looked at nothing.
                None | Some((0, 0)) => return Found::LeftOut(run.day),
                Some((_, wrong)) => failed += wrong,
            }
        }
        match (levels.is_empty(), failed) {
            (true, _) => Found::NotLooked,
            (_, 0) => Found::Nothing(run.day),
            (_, failed) => Found::Something(run.day, failed),
        }
    }

    /// The last day on which people judged a criterion.
    pub fn judged(&self, criterion: &Criterion) -> Option<Date> {
        let judged = |tried: &&Try| tried.criteria.contains(&criterion.number);
        self.tries.iter().filter(judged).map(|tried| tried.day).max()
    }

    /// The last try with a screen reader.
    pub fn last_with(&self, reader: &str) -> Option<&Try> {
        let with = self.tries.iter().filter(|tried| tried.reader == reader);
        with.max_by_key(|tried| tried.day)
    }
}

#[cfg(test)]
mod tests;
