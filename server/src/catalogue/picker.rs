//! Choosing a county in two steps or by typing: shared by the eligibility check and the service pages.

use zhida::place::{Division, DivisionCode, Divisions, Place as Found};
use zhida_app::place::{FIELD, Group, Kind, OUTSIDE, Picker, Place, QUERY, Search};
use zhida_app::question::Problem;
use zhida_app::text::Phrase;

use super::words;
use crate::web::Typed;

/// The most places that typing shows.
const MOST: usize = 20;

/// What the address says of the search so far.
#[derive(Clone, Debug, Default, serde::Deserialize)]
pub struct Looking {
    /// The prefecture whose counties are shown.
    pub r#in: Option<String>,
    /// What was typed.
    pub q: Option<String>,
}

impl Looking {
    /// With the counties of a place's prefecture, where nothing else was asked for.
    #[must_use]
    pub fn or_within(self, county: Option<DivisionCode>) -> Self {
        let places = Divisions::shipped();
        let prefecture = county.and_then(|county| places.find(county)?.parent);
        let nothing = self.r#in.is_none() && self.q.is_none();
        let r#in = prefecture.filter(|_| nothing).map(|code| code.to_string());
        Self {
            r#in: r#in.or(self.r#in),
            ..self
        }
    }

    /// With what the choosing form kept of a search, so that a mistake shows it again.
    #[must_use]
    pub fn keeping(self, typed: &Typed) -> Self {
        let kept = typed.get(QUERY).filter(|typed| !typed.trim().is_empty());
        let kept = kept.map(str::to_owned);
        Self {
            q: self.q.or(kept),
            ..self
        }
    }
}

/// What is asked.
#[derive(Clone, Debug)]
pub struct Ask {
    /// The page's own address.
    pub action: String,
    /// The page before.
    pub back: Option<String>,
    /// The question.
    pub title: Phrase,
    /// Whether a place outside Hunan is an answer.
    pub outside: bool,
    /// What was chosen before.
    pub chosen: Option<String>,
}

/// What was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// A county.
    County(DivisionCode),
    /// A place outside Hunan.
    Outside,
    /// A prefecture: its counties come next, at this address.
    Within(String),
}

/// Reads the choosing form.
///
/// # Errors
/// Nothing was chosen, or what is no place to choose.
pub fn read(ask: &Ask, typed: &Typed) -> Result<Chosen, Vec<Problem>> {
    let places = Divisions::shipped();
    let value = typed.get(FIELD).unwrap_or_default();
    let code = DivisionCode::parse(value);
    match code {
        Some(code) if places.is_county(code) => Ok(Chosen::County(code)),
        Some(code) if places.counties_of(code).next().is_some() => {
            Ok(Chosen::Within(format!("{}?in={code}", ask.action)))
        }
        _ if value == OUTSIDE && ask.outside => Ok(Chosen::Outside),
        _ => Err(vec![Problem {
            field: FIELD.to_owned(),
            message: Phrase::new("place-problem"),
        }]),
    }
}

/// That nothing was typed to look for, where the search was pressed all the same.
pub(crate) fn nothing_typed(looking: &Looking) -> Option<Problem> {
    let empty = looking.q.as_deref().is_some_and(|typed| typed.trim().is_empty());
    empty.then(|| Problem {
        field: QUERY.to_owned(),
        message: Phrase::new("place-query-empty"),
    })
}

/// The page: prefectures at first, then the counties of one, or what was found by typing.
pub fn picker(ask: &Ask, looking: &Looking, mut problems: Vec<Problem>) -> Picker {
    problems.extend(nothing_typed(looking));
    let places = Divisions::shipped();
    let within = looking.r#in.as_deref().and_then(DivisionCode::parse);
    let within = within
        .and_then(|code| places.find(code))
        .filter(|place| places.counties_of(place.code).next().is_some());
    let query = looking.q.as_deref().map(str::trim).filter(|typed| !typed.is_empty());
    let groups = match within {
        Some(prefecture) => counties(places.counties_of(prefecture.code)),
        None => vec![Group {
            kind: Kind::Prefectures,
            places: places.prefectures().map(|place| row(place, None)).collect(),
        }],
    };

    // What is chosen is posted to the same list, so that a mistake shows it again.
    let action = match within {
        Some(prefecture) => format!("{}?in={}", ask.action, prefecture.code),
        None => ask.action.clone(),
    };
    Picker {
        action,
        back: ask.back.clone(),
        hidden: Vec::new(),
        title: ask.title.clone(),
        hint: None,
        progress: None,
        leave: None,
        within: within.map(|prefecture| (words::division(prefecture), ask.action.clone())),
        search: query.map(|query| Search {
            query: query.to_owned(),
            matches: matches(query),
        }),
        groups,
        outside: ask.outside,
        unknown: false,
        chosen: ask.chosen.clone(),
        problems,
        island: None,
    }
}

fn counties<'a>(counties: impl Iterator<Item = &'a Division>) -> Vec<Group> {
    let (districts, others): (Vec<&Division>, Vec<&Division>) =
        counties.partition(|county| county.name_zh.ends_with('区'));
    [(Kind::Districts, districts), (Kind::Counties, others)]
        .into_iter()
        .filter(|(_, places)| !places.is_empty())
        .map(|(kind, places)| Group {
            kind,
            places: places.into_iter().map(|place| row(place, None)).collect(),
        })
        .collect()
}

/// Counties that fit; a street or township that fits stands for its county.
fn matches(query: &str) -> Vec<Place> {
    let places = Divisions::shipped();
    let mut rows: Vec<Place> = Vec::new();
    for found in places.match_places(query, MOST) {
        let row = match found {
            Found::County(county) => row(
                county,
                county.parent.and_then(|code| places.find(code)).map(words::division),
            ),
            Found::Township(township) => match places.find(township.county) {
                Some(county) => row(county, Some(words::township(township))),
                None => continue,
            },
        };
        if !rows.iter().any(|known| known.code == row.code) {
            rows.push(row);
        }
    }
    rows
}

fn row(place: &Division, within: Option<zhida_app::text::Name>) -> Place {
    Place {
        code: place.code.as_str().to_owned(),
        name: words::division(place),
        within,
    }
}
