//! Choosing a street or township of one county: by kind, or by typing; and `/places/typed`, which answers while
//! somebody types.

use zhida::place::{DivisionCode, Divisions, Place as Found, Township};
use zhida_app::place::{self, Group, Island, Kind, Picker, Place, QUERY, Search};
use zhida_app::question::Problem;
use zhida_app::text::Phrase;

use crate::catalogue::picker::{Looking, nothing_typed};
use crate::catalogue::words;
use crate::web::islands::Islands;
use crate::web::{Answer, Fault, Typed, Visitor};

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
pub fn picker(ask: Ask, looking: &Looking, mut problems: Vec<Problem>, islands: Option<&Islands>) -> Picker {
    problems.extend(nothing_typed(looking));
    Picker {
        action: ask.action,
        back: ask.back,
        hidden: Vec::new(),
        title: ask.title,
        hint: None,
        progress: None,
        leave: None,
        within: words::division_name(ask.county).map(|name| (name, ask.county_page)),
        search: search(ask.county, looking.q.as_deref()),
        groups: groups(ask.county),
        outside: false,
        unknown: false,
        chosen: ask.chosen,
        problems,
        island: islands.map(|islands| Island {
            script: islands.href.clone(),
            county: ask.county.to_string(),
        }),
    }
}

/// `POST /places/typed`: the choices that the page would show for what was typed, for its island. Nothing is changed,
/// and nothing asked of the database; what is typed stays out of addresses and so out of logs.
pub async fn typed(visitor: Visitor, typed: Typed) -> Answer {
    let county = typed.get("county").and_then(DivisionCode::parse);
    let county = county.filter(|county| Divisions::shipped().is_county(*county));
    let county = county.ok_or(Fault::BadRequest)?;
    let search = search(county, typed.get(QUERY));
    Ok(visitor.part(place::typed(visitor.text(), search.as_ref(), &groups(county))))
}

fn search(county: DivisionCode, typed: Option<&str>) -> Option<Search> {
    let query = typed.map(str::trim).filter(|typed| !typed.is_empty())?;
    Some(Search {
        query: query.to_owned(),
        matches: matches(county, query),
    })
}

fn groups(county: DivisionCode) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for township in Divisions::shipped().townships_of(county) {
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
    groups
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
