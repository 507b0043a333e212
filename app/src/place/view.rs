//! From a picker to its page.

use leptos::prelude::*;

use super::{FIELD, Group, Kind, OUTSIDE, Picker, Place, QUERY, Search};
use crate::components::actions::{self, Look};
use crate::components::back_link::back_link;
use crate::components::error_summary::{Wrong, error_summary};
use crate::components::notice::{Kind as NoticeKind, notice};
use crate::components::radios::{Choice, UNKNOWN, described_row};
use crate::components::{form, heading};
use crate::frame::{Page, render};
use crate::question::progress;
use crate::text::{Name, Phrase, Text};

/// The one script of the page: fetches the island when somebody goes to the field, and nothing before. The page's
/// policy names it by its hash.
pub const LOADER: &str = r#"(form=>form.addEventListener("focusin",()=>{const script=document.createElement("script");script.src=form.dataset.island;document.head.append(script)},{once:true}))(document.querySelector("form[data-island]"))"#;

/// The page of a picker.
pub fn page(text: Text<'_>, picker: &Picker) -> Page {
    let wrong = picker.problems.iter().map(|problem| Wrong {
        input: problem.field.clone(),
        message: text.say(&problem.message),
    });
    let within = picker.within.as_ref().map(|(name, change)| {
        let change = change.clone();
        view! { <p class="caption">{place_name(text, name)}</p><p><a href=change>{text.get("place-other")}</a></p> }
    });
    let body = view! {
        {picker.back.clone().map(|href| back_link(text.get("question-back"), href))}
        {error_summary(text, wrong.collect())}
        {progress(text, picker.progress.as_ref())}
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
    let error = picker.problems.iter().find(|problem| problem.field == QUERY);
    let (class, described_by) = match error {
        Some(_) => ("field field-wrong", "q-error q-hint"),
        None => ("field", "q-hint"),
    };
    let invalid = error.map(|_| "true");
    let error = error.map(|problem| message(text, "q-error", &problem.message));
    let hint = text.get("place-type-hint");
    let island = picker.island.as_ref();
    let status = island.map(|_| {
        view! {
            <output class="hint" for=QUERY data-failed=text.get("place-typed-failed")></output>
            <script inner_html=LOADER></script>
        }
    });
    view! {
        <form
            class=class
            method="get"
            action=picker.action.clone()
            role="search"
            aria-label=text.get("place-search")
            data-island=island.map(|island| island.script.clone())
            data-county=island.map(|island| island.county.clone())
        >
            <label class="label" for=QUERY>{text.get("place-type")}</label>
            <p class="hint" id="q-hint">{hint}</p>
            {error}
            <div class="with-button">
                <input class="input" id=QUERY name=QUERY type="search" value=typed aria-describedby=described_by aria-invalid=invalid autocomplete="off"/>
                <button class="button button-second" type="submit">{text.get("place-find")}</button>
            </div>
            {status}
        </form>
    }
    .into_any()
}

fn choose(text: Text<'_>, picker: &Picker) -> AnyView {
    let mut rows = Rows {
        chosen: picker.chosen.as_deref(),
        wrong: picker.problems.iter().any(|problem| problem.field == FIELD),
        given: 0,
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
    let error = picker.problems.iter().find(|problem| problem.field == FIELD);
    let error = error.map(|problem| message(text, "place-error", &problem.message));
    let mut acts = vec![actions::submit(Look::Main, text.get("question-continue"))];
    if let Some((words, href)) = &picker.leave {
        acts.push(actions::link(text.say(words), href.clone()));
    }
    let mut hidden = picker.hidden.clone();
    // What was typed is there again where the choice must be put right.
    let query = picker.search.as_ref().map(|search| search.query.clone());
    if query.is_some() || picker.island.is_some() {
        hidden.push((QUERY.to_owned(), query.unwrap_or_default()));
    }
    let inner = view! {
        <div class="section stack-4">
            <div class="stack-4" data-choices=picker.island.is_some().then_some("")>
                {choices(text, &mut rows, picker.search.as_ref(), &picker.groups, error)}
            </div>
            {rows.none_of_these(text, picker)}
        </div>
        {actions::row(acts)}
    };
    view! { {nothing}{form::post(&picker.action, hidden, inner.into_any())} }.into_any()
}

/// What was found, or every place there is.
fn choices(
    text: Text<'_>,
    rows: &mut Rows<'_>,
    search: Option<&Search>,
    groups: &[Group],
    error: Option<AnyView>,
) -> AnyView {
    let (title, groups) = match search {
        Some(Search { matches, .. }) if !matches.is_empty() => {
            let legend = text.with("place-found", &[("count", matches.len().into())]);
            (text.get("place-choose-found"), vec![rows.group(text, legend, matches)])
        }
        _ => {
            let groups = groups.iter();
            let groups =
                groups.map(|group| rows.group(text, legend(text, group.kind, group.places.len()), &group.places));
            (text.get("place-choose"), groups.collect())
        }
    };
    view! { <h2>{title}</h2>{error}{groups} }.into_any()
}

/// What takes the place of the choices while somebody types, with the sentence that says how many there are.
pub fn typed(text: Text<'_>, search: Option<&Search>, groups: &[Group]) -> String {
    let said = search.map(|search| match search.matches.len() {
        0 => text.with("place-typed-none", &[("query", search.query.clone().into())]),
        count => text.with("place-typed-found", &[("count", count.into())]),
    });
    let mut rows = Rows {
        chosen: None,
        wrong: false,
        given: 0,
    };
    let choices = choices(text, &mut rows, search, groups, None);
    render(view! { <p data-said="">{said}</p>{choices} })
}

/// What is wrong, beside its field.
fn message(text: Text<'_>, id: &'static str, says: &Phrase) -> AnyView {
    view! {
        <p class="message" id=id>
            <span><span class="only-heard">{text.get("question-wrong")}</span>{text.say(says)}</span>
        </p>
    }
    .into_any()
}

/// Gives out ids: the first radio of the page has the id of the field.
struct Rows<'a> {
    chosen: Option<&'a str>,
    wrong: bool,
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
        Self::fieldset(legend, "choices choices-columns choices-dense", rows)
    }

    fn none_of_these(&mut self, text: Text<'_>, picker: &Picker) -> Option<AnyView> {
        let mut rows = Vec::new();
        if picker.outside {
            rows.push(self.row(&Choice::new(OUTSIDE, text.get("place-outside"))));
        }
        if picker.unknown {
            rows.push(self.row(&Choice::new(UNKNOWN, text.get("question-unknown"))));
        }
        // A sentence rather than a name, and hardly ever more than one: beside nothing it needs no half line.
        (!rows.is_empty()).then(|| Self::fieldset(text.get("place-none"), "choices choices-dense", rows))
    }

    fn row(&mut self, choice: &Choice) -> AnyView {
        self.given += 1;
        let id = if self.given == 1 {
            FIELD.to_owned()
        } else {
            format!("{FIELD}-{}", self.given)
        };
        let chosen = self.chosen == Some(choice.value.as_str());
        let wrong = (self.wrong && self.given == 1).then(|| "place-error".to_owned());
        described_row("radio", id, FIELD, choice, chosen, wrong)
    }

    fn fieldset(legend: String, class: &'static str, rows: Vec<AnyView>) -> AnyView {
        view! {
            <fieldset class="stack-2">
                <legend class="label">{legend}</legend>
                <div class=class>{rows}</div>
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
