//! Choosing a street or township of one county: by kind, or by typing.

use zhida::place::{DivisionCode, Divisions, Place as Found, Township};
use zhida_app::place::{Group, Kind, Picker, Place, Search};
use zhida_app::question::Problem;
use zhida_app::text::Phrase;

use crate::catalogue::picker::Looking;
use crate::catalogue::words;

/// The most places that typing shows.
const MOST: usize = 20;

/// What is asked.
pub struct Ask {
    /// The page's own address.
    pub action: String,
    /// The page before.
    pub back: Option<String>,
    /// Where another county can be chosen.
    pub county_page: String,
    /// The question.
    pub title: Phrase,
    /// The county.
    pub county: DivisionCode,
    /// What was chosen before.
    pub chosen: Option<String>,
}

/// The page.
pub fn picker(ask: Ask, looking: &Looking, problems: Vec<Problem>) -> Picker {
    let places = Divisions::shipped();
    let query = looking.q.as_deref().map(str::trim).filter(|typed| !typed.is_empty());
    let mut groups: Vec<Group> = Vec::new();
    for township in places.townships_of(ask.county) {
        let kind = kind_of(township);
        match groups.iter_mut().find(|group| group.kind == kind) {
            Some(group) => group.places.push(row(township)),
            None => groups.push(Group {
                kind,
                places: vec![row(township)],
            }),
        }
    }
    groups.sort_by_key(|group| order(group.kind));
    Picker {
        action: ask.action,
        back: ask.back,
        hidden: Vec::new(),
        title: ask.title,
        hint: None,
        within: words::division_name(ask.county).map(|name| (name, ask.county_page)),
        search: query.map(|query| Search {
            query: query.to_owned(),
            matches: matches(ask.county, query),
        }),
        groups,
        outside: false,
        unknown: false,
        chosen: ask.chosen,
        problems,
    }
}

/// The townships of the county that fit. The whole province is searched, since names repeat.
fn matches(county: DivisionCode, query: &str) -> Vec<Place> {
    let found = Divisions::shipped().match_places(query, usize::MAX).into_iter();
    let of_county = found.filter_map(|place| match place {
        Found::Township(township) if township.county == county => Some(row(township)),
        Found::Township(_) | Found::County(_) => None,
    });
    of_county.take(MOST).collect()
}

fn row(township: &Township) -> Place {
    Place {
        code: township.code.as_str().to_owned(),
        name: words::township(township),
        within: None,
    }
}

fn kind_of(township: &Township) -> Kind {
    let ends = |ending| township.name_zh.ends_with(ending);
    match () {
        () if ends("街道") => Kind::Streets,
        () if ends("镇") => Kind::Towns,
        () if ends("乡") => Kind::Townships,
        () => Kind::Others,
    }
}

fn order(kind: Kind) -> u8 {
    match kind {
        Kind::Streets => 0,
        Kind::Towns => 1,
        Kind::Townships => 2,
        _ => 3,
    }
}
