//! One case: how far it is, by when, who has it, what was decided, and what can be done.

use leptos::prelude::*;
use zhida::calendar::{Date, Instant};

use super::rating::{self, Rating};
use super::{Standing, Todo};
use crate::casework::points::Points;
use crate::components::actions::{self, Look};
use crate::components::amount::{Value, amount};
use crate::components::back_link::back_link;
use crate::components::clock::{self, Limit};
use crate::components::heading;
use crate::components::notice::{Kind, notice};
use crate::components::route::{State, Stop, route};
use crate::components::said;
use crate::frame::{HOTLINE, Page, Section};
use crate::text::{Name, Phrase, Text};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Case {
    /// The list it belongs to; nothing for who opened it with a code.
    pub list_href: Option<String>,
    /// What was applied for.
    pub service: Phrase,
    /// For whom.
    pub person: String,
    /// Its reference, in spoken groups.
    pub reference: String,
    /// When it was handed in.
    pub submitted_on: Date,
    /// The officer who wrote it down for the person, where one did.
    pub entered: Option<Phrase>,
    /// How it stands.
    pub standing: Standing,
    /// The choice between this benefit and another one.
    pub choice: Option<Choice>,
    /// What second persons have still to confirm.
    pub waits: Vec<Awaited>,
    /// That it cannot wait.
    pub urgent: Option<Hurried>,
    /// What has just been done.
    pub done: Option<Done>,
    /// What is waited for.
    pub todo: Option<Todo>,
    /// The limit that runs, the same as the office sees.
    pub limit: Option<Limit>,
    /// Whether a day rests on a year whose public holidays are not known yet.
    pub provisional: bool,
    /// The decision, once it is in force and theirs to read.
    pub decision: Option<DecisionSummary>,
    /// There is a decision, and no office has seen yet that whoever filed is who they say: how they get to read it.
    pub sealed: Option<Sealed>,
    /// What is offered to the person to choose of, or what they chose.
    pub things: Option<Things>,
    /// Who helps the person, or by when somebody will.
    pub helps: Option<Helps>,
    /// The reconsideration that was asked for.
    pub reconsideration: Option<Reconsidering>,
    /// The way it goes.
    pub stops: Vec<Station>,
    /// Who looks after it.
    pub responsible: Responsible,
    /// How urgent it is among those that wait.
    pub points: Option<Points>,
    /// What was handed in.
    pub papers: Vec<(Phrase, PaperState)>,
    /// Letters and forms to read and print: names and addresses.
    pub documents: Vec<(Phrase, String)>,
    /// The other cases of the same application.
    pub siblings: Vec<(Phrase, String)>,
    /// What can be done.
    pub acts: Acts,
    /// What whoever reads it thinks of how it is handled.
    pub rating: Rating,
    /// What they were told, the latest first: for who has no account, and so no page of messages.
    pub told: Vec<(Instant, Phrase)>,
}

/// That a case cannot wait: it is worked on first, and its papers come later.
#[derive(Clone, Debug)]
pub struct Hurried {
    /// By when it is decided; nothing where no document sets hours.
    pub until: Option<Instant>,
    /// Which law says so.
    pub basis: Option<Phrase>,
}

/// What has just been done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// Papers were handed in.
    Papers,
    /// An answer was corrected or disputed.
    Corrected,
    /// The application was taken back.
    Withdrawn,
    /// Reconsideration was asked for.
    Contested,
    /// Somebody objected.
    Objected,
    /// One of several was chosen.
    Chosen,
    /// What is agreed to is another now.
    Consents,
    /// Letters come in other forms now.
    LetterForms,
    /// It was rated.
    Rated,
}

/// What a second person has still to confirm.
#[derive(Clone, Debug)]
pub struct Awaited {
    /// Who: their name, or who they are.
    pub who: Phrase,
    /// How it stands, in a sentence each.
    pub says: Vec<Phrase>,
    /// Where they are asked, or asked again: whether nobody asked them before, and the page.
    pub ask: Option<(bool, String)>,
}

/// The choice between this benefit and another one.
#[derive(Clone, Debug)]
pub struct Choice {
    /// It is still to be made.
    pub open: bool,
    /// What was chosen, or what is to be chosen from.
    pub says: Phrase,
    /// Where it is made, or made again.
    pub href: Option<String>,
}

/// A decision in short; the letter says all.
#[derive(Clone, Debug)]
pub struct DecisionSummary {
    /// Why, in plain words.
    pub reasons: Vec<Phrase>,
    /// The letter.
    pub letter_href: String,
    /// The last day to contest it; nothing until the letter is served, nor once it was contested.
    pub contest_until: Option<Date>,
    /// That day is over.
    pub over: bool,
    /// To whom one objects, where that has no last day.
    pub object_to: Option<Name>,
}

/// A reconsideration in short.
#[derive(Clone, Debug)]
pub struct Reconsidering {
    /// It is an objection to an office, not for the government.
    pub objects: bool,
    /// How it stands, in a sentence each.
    pub says: Vec<Phrase>,
    /// What it came to, as a letter.
    pub letter_href: Option<String>,
}

/// How a decision that is not theirs to read yet comes to be.
#[derive(Clone, Debug)]
pub struct Sealed {
    /// Where a code of the office is typed; nothing for who has no account.
    pub link_href: Option<String>,
}

/// A stop of the way.
#[derive(Clone, Debug)]
pub struct Station {
    /// How far it is.
    pub state: State,
    /// What happens there.
    pub name: Phrase,
    /// Who does it.
    pub who: Option<Name>,
    /// When it was done, or by when it will be.
    pub when: When,
    /// What else is to be said.
    pub says: Option<Phrase>,
}

/// When.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Done at.
    At(Instant),
    /// Done on that day.
    On(Date),
    /// Last day.
    Latest(Date),
    /// Not said.
    Unsaid,
}

/// Who looks after a case.
#[derive(Clone, Debug)]
pub struct Responsible {
    /// The office.
    pub office: Name,
    /// The officer, once somebody has taken it.
    pub officer: Option<String>,
    /// The office's telephone.
    pub phone: Option<String>,
    /// Where it is.
    pub address: Option<Name>,
}

/// What became of a paper.
#[derive(Clone, Debug)]
pub enum PaperState {
    /// So many files.
    Files(usize),
    /// An office saw it at its window.
    Seen,
    /// Whoever would have signed it confirmed what it says.
    Confirmed,
    /// They have still to confirm it.
    ToBeConfirmed,
    /// It is to be brought to the office.
    Window,
    /// This other paper shows it: it is not handed in.
    Shown(Phrase),
}

/// What can be done; nothing where it cannot any more.
#[derive(Clone, Debug, Default)]
pub struct Acts {
    /// Correct an answer.
    pub correct: Option<String>,
    /// See and change what was agreed to.
    pub consents: Option<String>,
    /// In which forms letters come.
    pub letter_forms: Option<String>,
    /// Take it back.
    pub withdraw: Option<String>,
    /// Ask for reconsideration, or object.
    pub contest: Option<String>,
    /// It is objected, not reconsidered.
    pub objects: bool,
    /// See who read the file.
    pub seen: Option<String>,
}

/// The page.
pub fn page(text: Text<'_>, model: &Case) -> Page {
    let service = text.say(&model.service);
    let (_, state) = model.standing.words(text);
    let title = text.with(
        "cases-case-title",
        &[("service", service.into()), ("state", state.into())],
    );
    let about = text.with(
        "cases-about",
        &[
            ("reference", model.reference.clone().into()),
            ("person", model.person.clone().into()),
            ("day", text.date(model.submitted_on).into()),
        ],
    );
    let back = model
        .list_href
        .clone()
        .map(|href| back_link(text.get("cases-title"), href));
    let says = model
        .standing
        .says(text)
        .into_iter()
        // Who helps says more.
        .filter(|_| model.helps.is_none())
        .map(|says| view! { <p>{says}</p> });
    let body = view! {
        {back}
        <div class="page-head">
            <h1>{heading::words(text.say_phrases(&model.service))}</h1>
            <p>{model.standing.tag(text)}</p>
            <p>{about}</p>
            {model.entered.as_ref().map(|entered| view! { <p>{text.say(entered)}</p> })}
            {model.done.map(|done| done_notice(text, done))}
        </div>
        <div class="split">
            <div class="flow">
                {model.urgent.as_ref().map(|hurried| urgent(text, hurried))}
                {todo(text, model.todo.as_ref())}
                {gives(text, &model.standing)}
                {says.collect_view()}
                {model.waits.iter().map(|waits| second(text, waits)).collect_view()}
                {choice(text, model.choice.as_ref())}
                {thing_to_choose(text, model.things.as_ref())}
                {on_hold(text, &model.standing)}
                {decision(text, model.decision.as_ref())}
                {sealed(text, model.sealed.as_ref())}
                {things(text, model.things.as_ref())}
                {helps(text, model.helps.as_ref())}
                {reconsideration(text, model.reconsideration.as_ref())}
                {limit(text, model)}
                <h2 id="way">{text.get("cases-way")}</h2>
                {route(text, model.stops.iter().map(|station| stop(text, station)).collect(), false)}
                {model.provisional.then(|| view! { <p class="hint">{text.get("sent-provisional")}</p> })}
                {model.points.as_ref().map(|points| points.section(text))}
                {rating::section(text, &model.rating)}
                {told(text, &model.told)}
            </div>
            <aside class="split-aside stack-4" aria-label=text.get("cases-aside")>{aside(text, model)}</aside>
        </div>
    };
    Page::new(title, body).in_section(Section::Cases)
}

fn told(text: Text<'_>, told: &[(Instant, Phrase)]) -> Option<AnyView> {
    if told.is_empty() {
        return None;
    }
    let lines = told.iter().map(|(at, news)| {
        view! { <li>{text.say(news)}" "<span class="note muted">{text.moment(*at)}</span></li> }
    });
    Some(
        view! {
            <h2 id="told">{text.get("message-on-case")}</h2>
            <ul>{lines.collect_view()}</ul>
        }
        .into_any(),
    )
}

fn done_notice(text: Text<'_>, done: Done) -> AnyView {
    let (title, says) = match done {
        Done::Papers => (text.get("cases-done-papers"), text.get("cases-done-papers-says")),
        Done::Corrected => (text.get("cases-done-corrected"), text.get("cases-done-corrected-says")),
        Done::Withdrawn => (text.get("cases-done-withdrawn"), text.get("cases-done-withdrawn-says")),
        Done::Contested => (text.get("cases-done-contested"), text.get("cases-done-contested-says")),
        Done::Objected => (text.get("cases-done-objected"), text.get("cases-done-objected-says")),
        Done::Chosen => (text.get("cases-done-chosen"), text.get("cases-done-chosen-says")),
        Done::Consents => (text.get("cases-done-consents"), text.get("cases-done-consents-says")),
        Done::LetterForms => (
            text.get("cases-done-consents"),
            text.get("cases-done-letter-forms-says"),
        ),
        Done::Rated => (text.get("cases-done-rated"), text.get("cases-done-rated-says")),
    };
    notice(Kind::Ok, title, view! { <p>{says}</p> })
}

/// Help first, papers later.
fn urgent(text: Text<'_>, hurried: &Hurried) -> AnyView {
    let when = match hurried.until {
        Some(until) => text.with("cases-urgent-until", &[("moment", text.moment(until).into())]),
        None => text.get("cases-urgent-soon"),
    };
    let basis = hurried.basis.as_ref().map(
        |basis| view! { <p class="hint">{text.with("cases-urgent-basis", &[("basis", text.say(basis).into())])}</p> },
    );
    let says = view! { <p>{when}</p><p>{text.get("cases-urgent-papers")}</p>{basis} };
    notice(Kind::Info, text.get("cases-urgent"), says)
}

fn todo(text: Text<'_>, todo: Option<&Todo>) -> Option<AnyView> {
    let todo = todo?;
    Some(
        view! {
            {todo.view(text)}
            {actions::row(vec![actions::go(Look::Main, text.get("cases-papers"), todo.href.clone())])}
        }
        .into_any(),
    )
}

/// For whom the case waits, and where they are asked.
fn second(text: Text<'_>, waits: &Awaited) -> AnyView {
    let who = || text.say(&waits.who);
    let says = waits.says.iter().map(|says| view! { <p>{text.say(says)}</p> });
    let ask = waits.ask.clone().map(|(first, href)| {
        actions::row(vec![if first {
            actions::go(Look::Main, text.with("confirm-go", &[("who", who().into())]), href)
        } else {
            actions::go(Look::Second, text.get("confirm-go-again"), href)
        }])
    });
    let title = text.with("confirm-waits", &[("who", who().into())]);
    notice(Kind::Wait, title, view! { {says.collect_view()}{ask} })
}

/// Which of two benefits was chosen; what is still to be chosen is asked for.
fn choice(text: Text<'_>, choice: Option<&Choice>) -> Option<AnyView> {
    let choice = choice?;
    let says = text.say(&choice.says);
    let href = choice.href.clone();
    Some(if choice.open {
        let go = href.map(|href| actions::row(vec![actions::go(Look::Main, text.get("cases-choose-go"), href)]));
        let body = view! { <p>{says}</p>{go} };
        notice(Kind::Wait, text.get("cases-choose-open"), body)
    } else {
        let again = href.map(|href| view! { <p><a href=href>{text.get("cases-choose-again")}</a></p> });
        view! { <p>{says}</p>{again} }.into_any()
    })
}

/// What is granted, in large figures.
fn gives(text: Text<'_>, standing: &Standing) -> Option<AnyView> {
    let (Standing::Granted { monthly, from, .. } | Standing::Partly { monthly, from, .. }) = standing else {
        return None;
    };
    Some(amount(vec![
        (
            text.get("cases-gives"),
            Value::Figure(text.money(*monthly), text.get("check-per-month")),
        ),
        (text.get("cases-gives-from"), Value::Words(text.month(*from))),
    ]))
}

/// What the case waits for, and where that is done.
fn on_hold(text: Text<'_>, standing: &Standing) -> Option<AnyView> {
    match standing {
        Standing::OnHold(hold) => hold.to_do(text),
        _ => None,
    }
}

fn decision(text: Text<'_>, decision: Option<&DecisionSummary>) -> Option<AnyView> {
    let decision = decision?;
    let reasons = decision
        .reasons
        .iter()
        .map(|reason| view! { <li>{text.say(reason)}</li> });
    let contest = decision.contest_until.map(|day| {
        let day = text.date(day);
        let says = if decision.over {
            text.with("cases-contest-over", &[("day", day.into())])
        } else {
            text.with("cases-contest-until", &[("day", day.into())])
        };
        view! { <p>{says}</p> }
    });
    let object = decision.object_to.as_ref().map(|to| {
        let to = to.shown(text.language()).0.to_owned();
        view! { <p>{text.with("cases-objection-to", &[("to", to.into())])}</p> }
    });
    Some(
        view! {
            <h2 id="decision">{text.get("cases-why")}</h2>
            <ul>{reasons.collect_view()}</ul>
            {contest}
            {object}
            {actions::row(vec![actions::go(Look::Main, text.get("cases-letter"), decision.letter_href.clone())])}
        }
        .into_any(),
    )
}

/// The things that an office offers.
#[derive(Clone, Debug)]
pub struct Things {
    /// Their names.
    pub offered: Vec<Phrase>,
    /// Why these, in the office's words.
    pub why: String,
    /// The one that was chosen.
    pub chosen: Option<Phrase>,
    /// Whether it can still be chosen.
    pub open: bool,
    /// Where the reader chooses it, or another one; none where an office has to be told.
    pub href: Option<String>,
}

/// What is still to be chosen is asked for.
fn thing_to_choose(text: Text<'_>, things: Option<&Things>) -> Option<AnyView> {
    let things = things.filter(|things| things.open && things.chosen.is_none())?;
    let href = things.href.clone()?;
    let go = actions::row(vec![actions::go(Look::Main, text.get("cases-choose-go"), href)]);
    let body = view! { <p>{text.get("cases-things-wait")}</p>{go} };
    Some(notice(Kind::Wait, text.get("cases-things-open"), body))
}

fn things(text: Text<'_>, things: Option<&Things>) -> Option<AnyView> {
    let things = things?;
    let names = things
        .offered
        .iter()
        .map(|name| view! { <li>{text.say(name)}</li> })
        .collect_view();
    let chosen = things.chosen.as_ref().map(|name| {
        let says = text.with("cases-things-chosen", &[("thing", text.say(name).into())]);
        view! { <p>{says}</p> }
    });
    let ask = match (things.open, &things.chosen, things.href.clone()) {
        (false, ..) | (true, None, Some(_)) => None,
        (true, None, None) => Some(view! { <p>{text.get("cases-things-choose")}</p> }.into_any()),
        (true, Some(_), None) => Some(view! { <p>{text.get("cases-things-change")}</p> }.into_any()),
        (true, Some(_), Some(href)) => {
            Some(view! { <p><a href=href>{text.get("cases-choose-again")}</a></p> }.into_any())
        }
    };
    Some(
        view! {
            <h2 id="things">{text.get("cases-things")}</h2>
            {chosen}
            <p>{text.get("cases-things-offered")}</p>
            <ul>{names}</ul>
            <p>{text.get("cases-things-why")}</p>
            {said::said(text, &things.why)}
            {ask}
        }
        .into_any(),
    )
}

/// Who helps the person.
#[derive(Clone, Debug)]
pub enum Helps {
    /// Somebody will be named by that day.
    By(Date),
    /// A lawyer.
    Lawyer {
        /// The name.
        name: String,
        /// Where they work.
        firm: String,
        /// Their number.
        phone: String,
    },
}

fn helps(text: Text<'_>, helps: Option<&Helps>) -> Option<AnyView> {
    let says = match helps? {
        Helps::By(day) => {
            let says = text.with("cases-lawyer-by", &[("day", text.date(*day).into())]);
            view! { <p>{says}</p> }.into_any()
        }
        Helps::Lawyer { name, firm, phone } => {
            let call = format!("tel:{}", phone.replace('-', ""));
            let is = text.with(
                "cases-lawyer-is",
                &[("name", name.clone().into()), ("firm", firm.clone().into())],
            );
            let language = said::language(text, &is);
            view! {
                <p lang=language>{is}</p>
                <p><a href=call>{text.with("cases-lawyer-call", &[("number", phone.clone().into())])}</a></p>
            }
            .into_any()
        }
    };
    Some(view! { <h2 id="lawyer">{text.get("cases-lawyer")}</h2> {says} }.into_any())
}

fn sealed(text: Text<'_>, sealed: Option<&Sealed>) -> Option<AnyView> {
    let sealed = sealed?;
    let link = sealed.link_href.clone().map(|href| {
        view! {
            <p>{text.get("cases-sealed-code")}</p>
            {actions::row(vec![actions::go(Look::Second, text.get("cases-sealed-link"), href)])}
        }
    });
    Some(
        view! {
            <h2 id="decision">{text.get("cases-sealed")}</h2>
            <p>{text.get("cases-sealed-says")}</p>
            {link}
        }
        .into_any(),
    )
}

fn reconsideration(text: Text<'_>, asked: Option<&Reconsidering>) -> Option<AnyView> {
    let asked = asked?;
    let says = asked.says.iter().map(|says| view! { <p>{text.say(says)}</p> });
    let letter = asked.letter_href.clone().map(|href| {
        actions::row(vec![actions::go(
            Look::Second,
            text.get(if asked.objects {
                "cases-objection-letter"
            } else {
                "cases-reconsider-letter"
            }),
            href,
        )])
    });
    Some(
        view! {
            <h2 id="reconsideration">{text.get(if asked.objects { "cases-objection" } else { "cases-reconsider" })}</h2>
            {says.collect_view()}
            {letter}
        }
        .into_any(),
    )
}

fn limit(text: Text<'_>, model: &Case) -> Option<AnyView> {
    let limit = model.limit.as_ref()?;
    Some(
        view! {
            {clock::clock(text, "clock", limit)}
            <p class="hint">{text.get("cases-clock-same")}</p>
        }
        .into_any(),
    )
}

fn stop(text: Text<'_>, station: &Station) -> Stop {
    let name = match &station.who {
        Some(who) => text.with(
            "cases-stop",
            &[
                ("who", who.shown(text.language()).0.to_owned().into()),
                ("what", text.say(&station.name).into()),
            ],
        ),
        None => text.say(&station.name),
    };
    Stop {
        state: station.state,
        name,
        when: match station.when {
            When::At(at) => Some(text.moment(at)),
            When::On(day) => Some(text.date(day)),
            When::Latest(day) => Some(text.with("sent-latest", &[("day", text.day_with_weekday(day).into())])),
            When::Unsaid => None,
        },
        body: station.says.as_ref().map(|says| text.say(says)),
    }
}

fn aside(text: Text<'_>, model: &Case) -> AnyView {
    let office = model.responsible.office.shown(text.language()).0.to_owned();
    let who = match &model.responsible.officer {
        Some(officer) => text.with(
            "cases-officer",
            &[("office", office.into()), ("officer", officer.clone().into())],
        ),
        None => office,
    };
    // Nobody has it any more; whoever has a question asks there.
    let asked = match model.standing {
        Standing::Withdrawn => "cases-who-was",
        _ => "cases-who",
    };
    let number = model.responsible.phone.clone().unwrap_or_else(|| HOTLINE.to_owned());
    let call = text.with("frame-call", &[("number", number.clone().into())]);
    let address = model.responsible.address.clone().map(|address| {
        let address = address.shown(text.language()).0.to_owned();
        view! { <div><dt>{text.get("cases-address")}</dt><dd>{address}</dd></div> }
    });
    let papers = (!model.papers.is_empty()).then(|| {
        let papers = model.papers.iter().map(|(name, state)| {
            let name = text.say(name);
            let words = match state {
                PaperState::Files(count) => text.with(
                    "cases-paper-files",
                    &[("paper", name.into()), ("count", (*count).into())],
                ),
                PaperState::Seen => text.with("cases-paper-seen", &[("paper", name.into())]),
                PaperState::ToBeConfirmed => text.with("confirm-paper-waits", &[("paper", name.into())]),
                PaperState::Confirmed => text.with("confirm-paper", &[("paper", name.into())]),
                PaperState::Window => text.with("cases-paper-window", &[("paper", name.into())]),
                PaperState::Shown(other) => {
                    let other = text.say(other);
                    text.with("cases-paper-shown", &[("paper", name.into()), ("other", other.into())])
                }
            };
            view! { <dd>{words}</dd> }
        });
        view! { <div><dt>{text.get("cases-papers-given")}</dt>{papers.collect_view()}</div> }
    });
    view! {
        <dl class="facts facts-narrow">
            <div><dt>{text.get(asked)}</dt><dd>{who}</dd></div>
            <div>
                <dt>{text.get("cases-phone")}</dt>
                <dd><p><a href=format!("tel:{number}")>{call}</a></p><p>{text.get("cases-phone-says")}</p></dd>
            </div>
            {address}
            {papers}
        </dl>
        {links(text, text.get("cases-documents"), &model.documents)}
        {links(text, text.get("cases-siblings"), &model.siblings)}
        {acts(text, &model.acts)}
    }
    .into_any()
}

fn links(text: Text<'_>, title: String, links: &[(Phrase, String)]) -> Option<AnyView> {
    if links.is_empty() {
        return None;
    }
    let links = links.iter().map(|(name, href)| {
        let href = href.clone();
        view! { <li><a href=href>{text.say(name)}</a></li> }
    });
    Some(
        view! {
            <div>
                <h2 class="h3">{title}</h2>
                <ul class="link-list" role="list">{links.collect_view()}</ul>
            </div>
        }
        .into_any(),
    )
}

fn acts(text: Text<'_>, acts: &Acts) -> Option<AnyView> {
    let all = [
        (acts.correct.clone(), text.get("cases-correct")),
        (acts.consents.clone(), text.get("cases-consents")),
        (acts.letter_forms.clone(), text.get("cases-letter-forms")),
        (acts.withdraw.clone(), text.get("cases-withdraw")),
        (
            acts.contest.clone(),
            text.get(if acts.objects {
                "cases-objection-go"
            } else {
                "cases-contest"
            }),
        ),
        (acts.seen.clone(), text.get("cases-seen-link")),
    ];
    let items: Vec<AnyView> = all
        .into_iter()
        .filter_map(|(href, words)| {
            let href = href?;
            Some(view! { <li><a href=href>{words}</a></li> }.into_any())
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <div>
                <h2 class="h3">{text.get("cases-acts")}</h2>
                <ul class="link-list" role="list">{items}</ul>
            </div>
        }
        .into_any()
    })
}
