//! Choosing a place: prefecture, county, township, one page of radios each, or by typing a few
//! characters that the server matches. Never a drop-down list with two thousand entries.

mod view;

#[cfg(test)]
mod tests;

use crate::components::form::Hidden;
use crate::question::{Problem, Progress};
use crate::text::{Name, Phrase};

pub use view::{LOADER, page, typed};

/// The name the chosen place is posted under.
pub const FIELD: &str = "place";

/// The name the typed characters are sent under, by GET.
pub const QUERY: &str = "q";

/// The value for: outside Hunan.
pub const OUTSIDE: &str = "outside";

/// A page to choose a place on.
#[derive(Clone, Debug)]
pub struct Picker {
    /// The page's own address: a search gets it, a choice is posted to it.
    pub action: String,
    /// The page before, if there is one.
    pub back: Option<String>,
    /// How far one is, where the place is one of several questions.
    pub progress: Option<Progress>,
    /// A way out besides answering: its words and address.
    pub leave: Option<(Phrase, String)>,
    /// Unseen fields of the choosing form.
    pub hidden: Hidden,
    /// What is asked, such as where somebody is registered.
    pub title: Phrase,
    /// What helps to answer.
    pub hint: Option<Phrase>,
    /// The place chosen one step before, and where to choose another.
    pub within: Option<(Name, String)>,
    /// The typed characters and what they match; `None` before a search.
    pub search: Option<Search>,
    /// The places to choose from.
    pub groups: Vec<Group>,
    /// Whether a place outside Hunan can be the answer.
    pub outside: bool,
    /// Whether 我不清楚 can be the answer.
    pub unknown: bool,
    /// The value chosen before.
    pub chosen: Option<String>,
    /// What must be put right.
    pub problems: Vec<Problem>,
    /// What shows matches while somebody types, where script runs.
    pub island: Option<Island>,
}

/// What the island of this page is told.
#[derive(Clone, Debug)]
pub struct Island {
    /// The address of its script, fetched once somebody goes to the field.
    pub script: String,
    /// The county whose places it asks for.
    pub county: String,
}

/// A search and what it found.
#[derive(Clone, Debug)]
pub struct Search {
    /// What was typed.
    pub query: String,
    /// What it matches, best first.
    pub matches: Vec<Place>,
}

/// Places of one kind.
#[derive(Clone, Debug)]
pub struct Group {
    /// The kind.
    pub kind: Kind,
    /// The places.
    pub places: Vec<Place>,
}

/// A kind of place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// 市、自治州
    Prefectures,
    /// 区
    Districts,
    /// 县、县级市
    Counties,
    /// 街道
    Streets,
    /// 镇
    Towns,
    /// 乡
    Townships,
    /// 农场、林场 and the like.
    Others,
}

/// A place to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What is posted: its code.
    pub code: String,
    /// Its name.
    pub name: Name,
    /// Where it lies; told in matches of a search.
    pub within: Option<Name>,
}
