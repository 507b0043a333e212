//! The dated values, and how the one in force is found.

use crate::calendar::Month;
use crate::place::{DivisionCode, Divisions};
use crate::rule::{PolicyId, PolicyValues, Type, Value, Vocabulary};

/// One value of one key, in force in a division from a month on until a later one replaces it.
#[derive(Clone, Debug, PartialEq)]
pub struct PolicyEntry {
    /// County, prefecture or province.
    pub division: DivisionCode,
    /// What it sets.
    pub key: PolicyId,
    /// The first month it counts for.
    pub from: Month,
    /// A value of the key's type.
    pub value: Value,
    /// The legal basis, a text `basis-…`; `unverified` where nobody could find one.
    pub basis: String,
}

/// Where a value in force comes from, for the page that names it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Source<'a> {
    /// The entry that holds.
    pub entry: &'a PolicyEntry,
    /// The division of the entry: the county itself, its prefecture or the province.
    pub division: DivisionCode,
}

/// No value of a key was in force in a division in a month.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{problem} ({division}, {month})")]
pub struct Missing {
    /// Which key, and what is wrong with it.
    pub problem: String,
    /// The division asked for.
    pub division: DivisionCode,
    /// The month asked for.
    pub month: Month,
}

/// All dated values.
#[derive(Clone, Debug, Default)]
pub struct PolicyBook {
    entries: Vec<PolicyEntry>,
    /// The places of each key's entries, by [`PolicyId::index`]: there are many keys, and all are looked up together.
    of_key: Vec<Vec<usize>>,
}

/// A complete named set of values without dates or divisions, for tests and rehearsals.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Its name, `hunan_baseline_2021`.
    pub name: String,
    /// A value for every key.
    pub values: PolicyValues,
}

impl PolicyBook {
    /// Adds a value. A second one for the same key, division and month replaces the first.
    pub fn insert(&mut self, entry: PolicyEntry) {
        let same = |old: &PolicyEntry| old.division == entry.division && old.key == entry.key && old.from == entry.from;
        let of_key = self.of_key.get(entry.key.index());
        let old = of_key.and_then(|of_key| of_key.iter().copied().find(|at| same(&self.entries[*at])));
        if let Some(old) = old.and_then(|old| self.entries.get_mut(old)) {
            *old = entry;
            return;
        }
        let key = entry.key.index();
        if self.of_key.len() <= key {
            self.of_key.resize_with(key + 1, Vec::new);
        }
        self.of_key[key].push(self.entries.len());
        self.entries.push(entry);
    }

    /// All entries, in the order they were added.
    pub fn entries(&self) -> &[PolicyEntry] {
        &self.entries
    }

    /// Every basis named by an entry; some more than once.
    pub fn bases(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().map(|entry| entry.basis.as_str())
    }

    /// The entry in force: the division's own latest one that has begun, else its prefecture's, else the province's.
    pub fn find(&self, key: PolicyId, division: DivisionCode, month: Month) -> Option<Source<'_>> {
        chain(division).into_iter().find_map(|division| {
            let of_key = self.of_key.get(key.index()).map_or(&[][..], Vec::as_slice);
            let begun = |entry: &&PolicyEntry| entry.division == division && entry.from <= month;
            let latest = of_key
                .iter()
                .map(|at| &self.entries[*at])
                .filter(begun)
                .max_by_key(|entry| entry.from);
            latest.map(|entry| Source { entry, division })
        })
    }

    /// The values of all keys in force in a division in a month.
    ///
    /// # Errors
    /// The first key without a value.
    pub fn resolve(
        &self,
        vocabulary: &Vocabulary,
        division: DivisionCode,
        month: Month,
    ) -> Result<PolicyValues, Missing> {
        let value = |key, _: &str| Some(self.find(key, division, month)?.entry.value.clone());
        PolicyValues::new(vocabulary, value).map_err(|error| Missing {
            problem: error.to_string(),
            division,
            month,
        })
    }

    /// The values of the keys in force in a division in a month, and the keys without one: "no" or 0 stands for them,
    /// so that what reads none of them can still be told.
    ///
    /// # Errors
    /// A key of a type that no policy value has.
    pub fn resolve_what_there_is(
        &self,
        vocabulary: &Vocabulary,
        division: DivisionCode,
        month: Month,
    ) -> Result<(PolicyValues, Vec<PolicyId>), Missing> {
        let mut without = Vec::new();
        let value = |key, _: &str| {
            let found = self.find(key, division, month).map(|source| source.entry.value.clone());
            found.or_else(|| {
                without.push(key);
                match vocabulary.policy_type(key) {
                    Type::Bool => Some(Value::Bool(false)),
                    Type::Int => Some(Value::Int(0)),
                    Type::Fen => Some(Value::Fen(0)),
                    _ => None,
                }
            })
        };
        let values = PolicyValues::new(vocabulary, value).map_err(|error| Missing {
            problem: error.to_string(),
            division,
            month,
        })?;
        Ok((values, without))
    }
}

/// The divisions whose values count for one, its own first. A code no longer in use, which people's papers still
/// carry, counts for the prefecture its first four digits name.
fn chain(division: DivisionCode) -> Vec<DivisionCode> {
    let places = Divisions::shipped();
    let mut chain: Vec<DivisionCode> = places.chain(division).map(|place| place.code).collect();
    if chain.is_empty() {
        let prefecture = division
            .as_str()
            .get(..4)
            .and_then(|start| DivisionCode::parse(&format!("{start}00")));
        chain.push(division);
        match prefecture.filter(|code| places.find(*code).is_some()) {
            Some(prefecture) => chain.extend(places.chain(prefecture).map(|place| place.code)),
            None => chain.push(DivisionCode::HUNAN),
        }
    }
    chain
}
