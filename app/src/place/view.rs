//! From a picker to its page.

use leptos::prelude::*;

use super::{FIELD, Kind, OUTSIDE, Picker, Place, QUERY, Search};
use crate::components::actions::{self, Look};
use crate::components::back_link::back_link;
use crate::components::error_summary::{Wrong, error_summary};
use crate::components::notice::{Kind as NoticeKind, notice};
use crate::components::radios::{Choice, UNKNOWN, row};
use crate::components::{form, heading};
use crate::frame::Page;
use crate::text::{Name, Text};

/// The page of a picker.
pub fn page(text: Text<'_>, picker: &Picker) -> Page {
    let wrong = picker.problems.iter().map(|problem| Wrong {
        input: FIELD.to_owned(),
        message: text.say(&problem.message),
    });
    let within = picker.within.as_ref().map(|(name, change)| {
        let change = change.clone();
        view! { <p class="caption">{place_name(text, name)}</p><p><a href=change>{text.get("place-other")}</a></p> }
    });
    let body = view! {
        {picker.back.clone().map(|href| back_link(text.get("question-back"), href))}
        {error_summary(text, wrong.collect())}
        <div class="page-head">
            <h1>{heading::words(text.say_phrases(&picker.title))}</h1>
            {picker.hint.as_ref().map(|hint| view! { <p class="lead">{text.say(hint)}</p> })}
            {within}
        </div>
        <div class="flow">{search(text, picker)}{choose(text, picker)}</div>
    };
    Page::new(text.say(&picker.title), body).with_problems(!picker.problems.is_empty())
}

fn search(text: Text<'_>, picker: &Picker) -> AnyView {
    let typed = picker
        .search
        .as_ref()
        .map(|search| search.query.clone())
        .unwrap_or_default();
    view! {
        <form class="field" method="get" action=picker.action.clone() role="search" aria-label=text.get("place-search")>
            <label class="label" for=QUERY>{text.get("place-type")}</label>
            <p class="hint" id="q-hint">{text.get("place-type-hint")}</p>
            <div class="with-button">
                <input class="input" id=QUERY name=QUERY type="search" value=typed aria-describedby="q-hint" autocomplete="off"/>
                <button class="button button-second" type="submit">{text.get("place-find")}</button>
            </div>
        </form>
    }
    .into_any()
}

fn choose(text: Text<'_>, picker: &Picker) -> AnyView {
    let mut rows = Rows { picker, given: 0 };
    let (title, groups) = match &picker.search {
        Some(Search { matches, .. }) if !matches.is_empty() => {
            let legend = text.with("place-found", &[("count", matches.len().into())]);
            (text.get("place-choose-found"), vec![rows.group(text, legend, matches)])
        }
        _ => {
            let groups = picker.groups.iter();
            let groups =
                groups.map(|group| rows.group(text, legend(text, group.kind, group.places.len()), &group.places));
            (text.get("place-choose"), groups.collect())
        }
    };
    let nothing = picker
        .search
        .as_ref()
        .filter(|search| search.matches.is_empty())
        .map(|search| {
            let title = text.with("place-none-found", &[("query", search.query.clone().into())]);
            notice(
                NoticeKind::Wait,
                title,
                view! { <p>{text.get("place-none-found-says")}</p> },
            )
        });
    let error = picker.problems.first().map(|problem| {
        view! {
            <p class="message" id="place-error">
                <span><span class="only-heard">{text.get("question-wrong")}</span>{text.say(&problem.message)}</span>
            </p>
        }
    });
    let inner = view! {
        <div class="section stack-4">
            <h2>{title}</h2>
            {error}
            {groups}
            {rows.none_of_these(text)}
        </div>
        {actions::row(vec![actions::submit(Look::Main, text.get("question-continue"))])}
    };
    view! { {nothing}{form::post(&picker.action, picker.hidden.clone(), inner.into_any())} }.into_any()
}

/// Gives out ids: the first radio of the page has the id of the field.
struct Rows<'a> {
    picker: &'a Picker,
    given: usize,
}

impl Rows<'_> {
    fn group(&mut self, text: Text<'_>, legend: String, places: &[Place]) -> AnyView {
        let rows = places.iter().map(|place| {
            let (name, language) = place.name.shown(text.language());
            let within = place
                .within
                .as_ref()
                .map(|within| within.shown(text.language()).0.to_owned());
            let foreign = (language != text.language()).then_some(language);
            self.row(&Choice {
                foreign,
                ..Choice::new(place.code.clone(), name).hinted(within)
            })
        });
        let rows: Vec<AnyView> = rows.collect();
        self.fieldset(legend, rows)
    }

    fn none_of_these(&mut self, text: Text<'_>) -> Option<AnyView> {
        let mut rows = Vec::new();
        if self.picker.outside {
            rows.push(self.row(&Choice::new(OUTSIDE, text.get("place-outside"))));
        }
        if self.picker.unknown {
            rows.push(self.row(&Choice::new(UNKNOWN, text.get("question-unknown"))));
        }
        (!rows.is_empty()).then(|| self.fieldset(text.get("place-none"), rows))
    }

    fn row(&mut self, choice: &Choice) -> AnyView {
        self.given += 1;
        let id = if self.given == 1 {
            FIELD.to_owned()
        } else {
            format!("{FIELD}-{}", self.given)
        };
        let chosen = self.picker.chosen.as_deref() == Some(choice.value.as_str());
        row("radio", id, FIELD, choice, chosen)
    }

    fn fieldset(&self, legend: String, rows: Vec<AnyView>) -> AnyView {
        let described_by = (!self.picker.problems.is_empty()).then_some("place-error");
        view! {
            <fieldset class="stack-2" aria-describedby=described_by>
                <legend class="label">{legend}</legend>
                <div class="choices choices-columns choices-dense">{rows}</div>
            </fieldset>
        }
        .into_any()
    }
}

fn legend(text: Text<'_>, kind: Kind, count: usize) -> String {
    match kind {
        Kind::Prefectures => text.with("place-prefectures", &[("count", count.into())]),
        Kind::Districts => text.with("place-districts", &[("count", count.into())]),
        Kind::Counties => text.with("place-counties", &[("count", count.into())]),
        Kind::Streets => text.with("place-streets", &[("count", count.into())]),
        Kind::Towns => text.with("place-towns", &[("count", count.into())]),
        Kind::Townships => text.with("place-townships", &[("count", count.into())]),
        Kind::Others => text.with("place-others", &[("count", count.into())]),
    }
}

/// A name; marked where it is not in the language of the page.
fn place_name(text: Text<'_>, name: &Name) -> AnyView {
    let (shown, language) = name.shown(text.language());
    let foreign = (language != text.language()).then(|| language.code());
    view! { <span lang=foreign>{shown.to_owned()}</span> }.into_any()
}
