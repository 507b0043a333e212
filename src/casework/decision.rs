//! A decision: what it says, why, in whose words, and how to contest it. None can be made without all of these, and
//! none that takes something from a person without a human being who made it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::Met;
use crate::access::{Officer, OfficerId, Post};
use crate::calendar::{Date, Limit, Month};
use crate::money::Fen;
use crate::person::normalise;

/// A decision with everything the law asks of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// What is decided.
    pub verdict: Verdict,
    /// The conditions it rests on; never empty.
    pub reasons: Vec<Reason>,
    /// The officer's own sentence to the person.
    pub sentence: Sentence,
    /// How it can be contested.
    pub contest: Contest,
    /// Who made it.
    pub author: ByHuman,
}

/// What is decided. Whatever gives less than was asked for carries the human being who says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "result", rename_all = "snake_case")]
pub enum Verdict {
    /// All of it.
    Grant {
        /// A month's amount.
        monthly: Fen,
        /// The first month.
        from: Month,
    },
    /// All of it, where that is a thing or a service: no amount is decided.
    Provide {},
    /// Less a month, or from a later month.
    Partial {
        /// A month's amount.
        monthly: Fen,
        /// The first month.
        from: Month,
        /// Who cuts it.
        by: ByHuman,
    },
    /// Nothing.
    Refuse {
        /// Who refuses.
        by: ByHuman,
    },
}

/// The officer whose act something is. Made only from an officer who acts in a post, or read from the record of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ByHuman {
    officer: OfficerId,
    post: Post,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    instead_of: Option<OfficerId>,
}

/// One condition that a decision rests on, with what it was decided on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    /// The reason code; its words are `reason-…`.
    pub code: String,
    /// Whether the condition holds.
    pub result: Met,
    /// The legal basis; none where nobody could verify one, so that it never stands as law in a letter.
    pub basis: Option<String>,
    /// The facts it read, by name.
    pub facts: BTreeMap<String, Json>,
}

/// An officer's own words: not empty, at most 1,000 characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Sentence(String);

/// How a decision can be contested: administrative reconsideration (行政复议法 arts. 11, 20, 22).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contest {
    /// How long, from the day the letter is served.
    pub within: Limit,
}

impl Verdict {
    /// Whether anything is granted.
    pub fn grants(&self) -> bool {
        !matches!(self, Self::Refuse { .. })
    }

    /// Whether anything is paid.
    pub fn pays(&self) -> Option<(Fen, Month)> {
        match self {
            Self::Grant { monthly, from } | Self::Partial { monthly, from, .. } => Some((*monthly, *from)),
            Self::Provide {} | Self::Refuse { .. } => None,
        }
    }
}

impl ByHuman {
    /// The officer who acts on a day, in the post they act in.
    pub fn of(officer: &Officer, post: Post, day: Date) -> Self {
        Self {
            officer: officer.id.clone(),
            post,
            instead_of: officer.instead_of(post, day).cloned(),
        }
    }

    /// Who.
    pub fn officer(&self) -> &OfficerId {
        &self.officer
    }

    /// Whose post it is, where they filled another's.
    pub fn instead_of(&self) -> Option<&OfficerId> {
        self.instead_of.as_ref()
    }

    /// In which post.
    pub fn post(&self) -> Post {
        self.post
    }
}

impl Sentence {
    /// The longest, in characters.
    pub const LONGEST: usize = 1000;

    /// Reads what was typed; `None` where nothing was said or too much. Lines are kept, spaces around them and
    /// control characters not.
    pub fn parse(raw: &str) -> Option<Self> {
        let text = Self::kept(raw);
        let said = text.chars().any(char::is_alphanumeric);
        (said && text.chars().count() <= Self::LONGEST).then_some(Self(text))
    }

    /// How many characters there are, where that is too many.
    pub fn too_long(raw: &str) -> Option<usize> {
        let length = Self::kept(raw).chars().count();
        (length > Self::LONGEST).then_some(length)
    }

    fn kept(raw: &str) -> String {
        let prose = normalise::prose(raw);
        let lines: Vec<&str> = prose.lines().map(str::trim).collect();
        lines.join("\n").trim().to_owned()
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Sentence {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("one to a thousand characters")
    }
}

impl From<Sentence> for String {
    fn from(sentence: Sentence) -> Self {
        sentence.0
    }
}
