//! One service: what it is, who gets it, how much here, what to bring, how long, where else.

use leptos::prelude::*;
use zhida::calendar::Month;
use zhida::money::Fen;

use super::home::way;
use super::sign::{self, Film};
use crate::components::actions::{self, Look};
use crate::components::amount::{Value, amount};
use crate::components::breadcrumbs::breadcrumbs;
use crate::components::details::more;
use crate::components::heading;
use crate::components::notice::{Kind, notice};
use crate::components::route::{State, Stop, route};
use crate::components::table_cards::Table;
use crate::components::tag::{Tone, tag};
use crate::frame::{HOTLINE, Page, Section};
use crate::icons::Icon;
use crate::text::{Name, Phrase, Text};

/// What a service's page says.
#[derive(Clone, Debug)]
pub struct Service {
    /// Its code.
    pub code: String,
    /// Its official name.
    pub name: Phrase,
    /// What it is, in plain words.
    pub lead: Phrase,
    /// It explained in sign language, where there is a film.
    pub film: Option<Film>,
    /// How much it is where the visitor lives.
    pub here: Here,
    /// From which month it counts, when it arrives: names and values.
    pub terms: Vec<(Phrase, Phrase)>,
    /// Who gets it: of each of these at least one must hold.
    pub who: Vec<Vec<Phrase>>,
    /// What else is good to know about who gets it.
    pub remarks: Vec<Phrase>,
    /// Who does not get it.
    pub who_not: Vec<Phrase>,
    /// What is needed.
    pub papers: Vec<Paper>,
    /// The way of an application.
    pub stages: Vec<Stage>,
    /// The documents it rests on.
    pub bases: Vec<Phrase>,
    /// Where it can be applied for online, if it can.
    pub apply: Option<String>,
    /// The office of the visitor's place, where known.
    pub office: Option<Office>,
    /// The form to print, if there is one.
    pub paper_form: Option<String>,
    /// What is told instead of the ways to every office, where only one office may know of it.
    pub alone: Option<Alone>,
}

/// The only office that may know of an application.
#[derive(Clone, Debug)]
pub struct Alone {
    /// Where to go.
    pub window: Phrase,
    /// Who answers the telephone.
    pub phone: Phrase,
    /// Its number.
    pub hotline: &'static str,
    /// What to do with the form on paper.
    pub on_paper: Phrase,
}

/// How much it is where the visitor lives.
#[derive(Clone, Debug)]
pub enum Here {
    /// The visitor has not said where.
    Unchosen {
        /// The page to choose a county on.
        choose: String,
    },
    /// It gives no amount: what one gets instead.
    InKind {
        /// In a sentence.
        says: Phrase,
        /// The page of all the things it gives, where it gives some of a list.
        items: Option<String>,
    },
    /// The rule of a county.
    Set {
        /// The county.
        county: Name,
        /// A month's amount.
        monthly: Fen,
        /// From when it holds.
        since: Month,
        /// The document it rests on; `None` where nobody could verify the amount.
        basis: Option<Phrase>,
        /// The page to choose another county on.
        choose: String,
    },
}

/// Something to bring or to be looked up.
#[derive(Clone, Debug)]
pub struct Paper {
    /// What.
    pub name: Phrase,
    /// Who sees to it.
    pub from: PaperFrom,
    /// What to mind.
    pub note: Option<Phrase>,
}

/// Who sees to a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaperFrom {
    /// The applicant.
    User,
    /// The offices, from each other's registers.
    DataSharing,
    /// Nobody: it is no longer asked for.
    NotNeeded,
}

/// A stop on an application's way.
#[derive(Clone, Debug)]
pub struct Stage {
    /// What happens and who does it.
    pub name: Phrase,
    /// Within how many days.
    pub limit: Option<u32>,
    /// Whether these are calendar days, and not working days.
    pub calendar_days: bool,
    /// What else is to be said.
    pub note: Option<Phrase>,
}

/// Where one can go.
#[derive(Clone, Debug)]
pub struct Office {
    /// Its name.
    pub name: Name,
    /// Its address.
    pub address: Name,
    /// When it is open.
    pub hours: Name,
    /// The telephone of its window.
    pub phone: String,
}

/// The page of a service.
pub fn page(text: Text<'_>, service: &Service) -> Page {
    let name = text.say(&service.name);
    let above = vec![
        (text.get("frame-home"), "/".to_owned()),
        (text.get("frame-services"), "/services".to_owned()),
    ];
    let body = view! {
        {breadcrumbs(text, above, name.clone())}
        <div class="page-head">
            <h1>{heading::words(text.say_phrases(&service.name))}</h1>
            <p class="lead">{text.say(&service.lead)}</p>
        </div>
        <div class="split">
            <aside class="split-aside stack-4" aria-label=text.get("service-start")>{start(text, service)}</aside>
            <div class="flow">
                {service.film.as_ref().map(|film| sign::film(text, &name, film))}
                {how_much(text, service)}
                {who(text, service)}
                {papers(text, &service.papers)}
                {stages(text, &service.stages)}
                {ways(text, service)}
                {bases(text, &service.bases)}
            </div>
        </div>
    };
    Page::new(name, body).in_section(Section::Services)
}

fn start(text: Text<'_>, service: &Service) -> AnyView {
    // What is asked for when something has happened is not found out beforehand.
    let check = service
        .alone
        .is_none()
        .then(|| view! { <a class="button-link" href="/check">{text.get("service-check")}</a> });
    match service.apply.clone() {
        Some(apply) => view! {
            <div class="doit">
                {actions::go(Look::Main, text.get("service-apply"), apply)}
                {check}
            </div>
        }
        .into_any(),
        None => view! {
            <div class="doit">
                {actions::go(Look::Main, text.get("service-check"), "/check")}
                <p class="hint">{text.get("service-check-note")}</p>
            </div>
        }
        .into_any(),
    }
}

fn how_much(text: Text<'_>, service: &Service) -> AnyView {
    let terms = service
        .terms
        .iter()
        .map(|(name, value)| (text.say(name), Value::Words(text.say(value))));
    match &service.here {
        Here::InKind { says, items } => {
            let browse = items.clone().map(|href| {
                view! { <p><a class="button button-second" href=href>{text.get("items-browse")}</a></p> }
            });
            view! { <p>{text.with("service-gives", &[("what", text.say(says).into())])}</p>{browse} }.into_any()
        }
        Here::Unchosen { choose } => {
            let panel = (!service.terms.is_empty()).then(|| amount(terms.collect()));
            let choose = choose.clone();
            view! {
                {panel}
                <p>{text.get("service-differs")}</p>
                <p><a class="button button-second" href=choose>{text.get("service-choose-county")}</a></p>
            }
            .into_any()
        }
        Here::Set {
            county,
            monthly,
            since,
            basis,
            choose,
        } => {
            let county = county.shown(text.language()).0.to_owned();
            let here = (
                text.with("service-here", &[("county", county.clone().into())]),
                Value::Figure(text.money(*monthly), text.get("service-per-month")),
            );
            let since = text.month(*since);
            let rule = match basis {
                Some(basis) => text.with(
                    "service-rule",
                    &[
                        ("county", county.into()),
                        ("since", since.into()),
                        ("basis", text.say(basis).into()),
                    ],
                ),
                None => text.with(
                    "service-rule-unverified",
                    &[("county", county.into()), ("since", since.into())],
                ),
            };
            let unverified = basis.is_none().then(|| {
                notice(
                    Kind::Wait,
                    text.get("service-unverified"),
                    view! { <p>{text.get("service-unverified-says")}</p> },
                )
            });
            let choose = choose.clone();
            view! {
                {amount([here].into_iter().chain(terms).collect())}
                <p class="note muted">{rule}</p>
                {unverified}
                <p class="note"><a href=choose>{text.get("service-other-county")}</a></p>
            }
            .into_any()
        }
    }
}

fn who(text: Text<'_>, service: &Service) -> AnyView {
    let who_not =
        (!service.who_not.is_empty()).then(|| more(text.get("service-who-not"), bullets(text, &service.who_not)));
    let all = service.who.iter().map(|any| any_of(text, any));
    let remarks = service.remarks.iter().map(|remark| view! { <p>{text.say(remark)}</p> });
    view! {
        <h2 id="who">{text.get("service-who")}</h2>
        <p>{text.with("service-who-all", &[("count", service.who.len().into())])}</p>
        <ul>{all.collect_view()}</ul>
        {remarks.collect_view()}
        {who_not}
        <p>{text.get("service-apply-anyway")}</p>
    }
    .into_any()
}

/// One condition, or several of which one is enough: a few in one sentence, more as a list.
fn any_of(text: Text<'_>, any: &[Phrase]) -> AnyView {
    const IN_A_SENTENCE: usize = 3;
    if any.len() > IN_A_SENTENCE {
        return view! { <li>{text.get("service-who-any")}{bullets(text, any)}</li> }.into_any();
    }
    let said = any.iter().map(|phrase| text.say(phrase));
    let either =
        |one: String, other: String| text.with("catalogue-or", &[("one", one.into()), ("other", other.into())]);
    view! { <li>{said.reduce(either)}</li> }.into_any()
}

fn bullets(text: Text<'_>, phrases: &[Phrase]) -> AnyView {
    let items = phrases.iter().map(|phrase| view! { <li>{text.say(phrase)}</li> });
    view! { <ul>{items.collect_view()}</ul> }.into_any()
}

fn papers(text: Text<'_>, papers: &[Paper]) -> AnyView {
    let rows = papers.iter().map(|paper| {
        let from = match paper.from {
            PaperFrom::User => tag(Tone::Wait, text.get("service-paper-user")),
            PaperFrom::DataSharing => tag(Tone::Ok, text.get("service-paper-shared")),
            PaperFrom::NotNeeded => tag(Tone::Plain, text.get("service-paper-not-needed")),
        };
        let note = paper.note.as_ref().map(|note| text.say(note)).into_any();
        (text.say(&paper.name).into_any(), vec![from, note])
    });
    let table = Table {
        caption: text.get("service-papers"),
        caption_shown: false,
        heads: vec![
            text.get("service-paper"),
            text.get("service-paper-from"),
            text.get("service-paper-note"),
        ],
        rows: rows.collect(),
    };
    view! {
        <h2 id="papers">{text.get("service-papers")}</h2>
        {table.view()}
        <p>{text.get("service-papers-later")}</p>
    }
    .into_any()
}

fn stages(text: Text<'_>, stages: &[Stage]) -> AnyView {
    let stops = stages.iter().map(|stage| Stop {
        state: State::Planned,
        name: text.say(&stage.name),
        when: stage.limit.map(|days| {
            let days = if stage.calendar_days {
                text.calendar_days(days)
            } else {
                text.working_days(days)
            };
            text.with("service-within", &[("days", days.into())])
        }),
        body: stage.note.as_ref().map(|note| text.say(note)),
    });
    view! {
        <h2 id="time">{text.get("service-time")}</h2>
        {route(text, stops.collect(), false)}
        <p>{text.get("service-time-pause")}</p>
    }
    .into_any()
}

fn ways(text: Text<'_>, service: &Service) -> AnyView {
    let online = match service.apply.clone() {
        Some(apply) => way(
            Icon::Online,
            text.get("home-online"),
            text.get("home-online-says"),
            Some((apply, text.get("service-apply"))),
        ),
        None => way(
            Icon::Online,
            text.get("home-online"),
            text.get("service-online-check"),
            Some(("/check".to_owned(), text.get("service-check"))),
        ),
    };
    let window = match (&service.alone, &service.office) {
        (Some(alone), _) => way(Icon::Window, text.get("home-window"), text.say(&alone.window), None),
        (None, Some(office)) => {
            let shown = |name: &Name| name.shown(text.language()).0.to_owned();
            let says = text.with(
                "service-office",
                &[
                    ("office", shown(&office.name).into()),
                    ("address", shown(&office.address).into()),
                    ("hours", shown(&office.hours).into()),
                ],
            );
            let call = (
                format!("tel:{}", office.phone),
                text.with("service-office-call", &[("number", office.phone.clone().into())]),
            );
            way(Icon::Window, text.get("home-window"), says, Some(call))
        }
        (None, None) => way(
            Icon::Window,
            text.get("home-window"),
            text.get("home-window-says"),
            None,
        ),
    };
    let (on_paper, phone_says, hotline) = match &service.alone {
        Some(alone) => (text.say(&alone.on_paper), text.say(&alone.phone), alone.hotline),
        None => (text.get("service-form-says"), text.get("home-phone-says"), HOTLINE),
    };
    // Nobody comes home whom others see coming.
    let visit = service
        .alone
        .is_none()
        .then(|| way(Icon::Visit, text.get("home-visit"), text.get("home-visit-says"), None));
    let form = service.paper_form.clone().map(|href| {
        way(
            Icon::Card,
            text.get("service-form"),
            on_paper.clone(),
            Some((href, text.get("service-form-print"))),
        )
    });
    view! {
        <h2 id="how">{text.get("service-ways")}</h2>
        <ul class="ways grid-2" role="list">
            {online}
            {window}
            {way(
                Icon::Phone,
                text.get("home-phone"),
                phone_says,
                Some((format!("tel:{hotline}"), text.with("home-call", &[("number", hotline.into())]))),
            )}
            {visit}
            {form}
        </ul>
    }
    .into_any()
}

fn bases(text: Text<'_>, bases: &[Phrase]) -> Option<AnyView> {
    (!bases.is_empty()).then(|| more(text.get("service-bases"), bullets(text, bases)))
}
