//! The words of the demonstration, read from `words.toml`.

use serde::Deserialize;
use zhida::casework::Sentence;

use super::random::Random;

/// Names and sentences to choose from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    pub surnames: Vec<String>,
    pub female: Vec<String>,
    pub male: Vec<String>,
    pub review_township: Vec<String>,
    pub review_federation: Vec<String>,
    pub grant: Vec<String>,
    pub refuse: Vec<String>,
    pub papers: Vec<String>,
    pub returned: Vec<String>,
    pub lapsed: Vec<String>,
    pub corrected: Vec<String>,
    pub objection: Vec<String>,
    pub unfounded: Vec<String>,
    pub upheld: Vec<String>,
    pub contested: Vec<String>,
    pub confirmed: Vec<String>,
    pub annulled: Vec<String>,
    pub withdrawn: Vec<String>,
    pub declined: Vec<String>,
    pub note: Vec<String>,
    pub reveal: Vec<String>,
}

impl Words {
    pub(super) fn shipped() -> Result<Self, toml::de::Error> {
        toml::from_str(include_str!("words.toml"))
    }
}

impl Words {
    /// A name.
    pub(super) fn name(&self, female: bool, random: &mut Random) -> String {
        let given = if female { &self.female } else { &self.male };
        let part = |of: &[String], random: &mut Random| random.one_of(of).cloned().unwrap_or_default();
        format!("{}{}", part(&self.surnames, random), part(given, random))
    }
}

/// One of several sentences.
pub(super) fn said(of: &[String], random: &mut Random) -> Option<Sentence> {
    Sentence::parse(random.one_of(of)?)
}
