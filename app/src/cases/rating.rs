//! 好差评: whether somebody is satisfied, asked on the page of the case once it has come to a moment, and the page on which
//! they may say more.

use leptos::prelude::*;
use zhida::calendar::Date;
use zhida::casework::{DAYS_TO_CALL_BACK, Mark, Moment, Sentence};

use super::Act;
use crate::components::actions::{self, Look, about};
use crate::components::field::{Asked, Title};
use crate::components::form::{self, Hidden};
use crate::components::heading;
use crate::components::notice::{Kind, notice};
use crate::components::radios::{Choice, Radios};
use crate::components::said::said;
use crate::components::text_area::TextArea;
use crate::components::text_field::{Autocomplete, Entry, TextField, Width};
use crate::frame::Page;
use crate::text::{Phrase, Text};

/// The name of the mark.
pub const MARK: &str = "mark";
/// The name of what is said beside it.
pub const WORDS: &str = "words";
/// The name of whether and where to call.
pub const CALL: &str = "call";
/// The value of [`CALL`]: the number of the application.
pub const APPLICATION: &str = "application";
/// The value of [`CALL`]: the number in [`PHONE`].
pub const OTHER: &str = "other";
/// The value of [`CALL`]: nowhere.
pub const NO: &str = "no";
/// The name of another number to call.
pub const PHONE: &str = "phone";
/// The unseen field that says what else but the mark the form asks for: [`WORDS`], or that and [`CALL`].
pub const ASKS: &str = "asks";

/// What the page of a case says of marks.
#[derive(Clone, Debug, Default)]
pub struct Rating {
    /// The latest moment the case has come to, where nobody has rated it.
    pub ask: Option<Ask>,
    /// Earlier ones that nobody has rated, and the page of each.
    pub earlier: Vec<(Moment, String)>,
    /// What was rated.
    pub given: Vec<Given>,
}

/// The question on the page of a case. It posts [`MARK`].
#[derive(Clone, Debug)]
pub struct Ask {
    /// About which moment.
    pub moment: Moment,
    /// Where it posts to.
    pub action: String,
    /// Unseen fields of the form: the operation id.
    pub hidden: Hidden,
}

/// A mark that was given.
#[derive(Clone, Debug)]
pub struct Given {
    /// At which moment.
    pub moment: Moment,
    /// The mark and its day; nothing where somebody else gave it.
    pub mark: Option<(Mark, Date)>,
    /// Where it is changed.
    pub change: Option<String>,
    /// A bad one that waits for its answer.
    pub waits: Option<Waits>,
    /// The answer: its day, the day somebody called, its words.
    pub answer: Option<(Date, Option<Date>, String)>,
}

/// By when a bad mark is answered.
#[derive(Clone, Copy, Debug)]
pub struct Waits {
    /// The last day.
    pub due: Date,
    /// That day is over.
    pub late: bool,
    /// It rests on a year whose public holidays are not known yet.
    pub provisional: bool,
}

/// A moment, by the name residents know it by.
pub(crate) fn moment(text: Text<'_>, moment: Moment) -> String {
    match moment {
        Moment::Accepted => text.get("cases-moment-accepted"),
        Moment::Handled => text.get("cases-moment-handled"),
        Moment::Decided => text.get("cases-moment-decided"),
    }
}

/// A mark in words.
pub(crate) fn mark(text: Text<'_>, mark: Mark) -> String {
    match mark {
        Mark::VerySatisfied => text.get("cases-mark-very-satisfied"),
        Mark::Satisfied => text.get("cases-mark-satisfied"),
        Mark::FairlySatisfied => text.get("cases-mark-fairly-satisfied"),
        Mark::Dissatisfied => text.get("cases-mark-dissatisfied"),
        Mark::VeryDissatisfied => text.get("cases-mark-very-dissatisfied"),
    }
}

/// The five marks to choose from.
fn marks(text: Text<'_>, of: Moment, chosen: Option<String>, error: Option<String>) -> AnyView {
    let radios = Radios {
        asked: Asked {
            id: MARK.to_owned(),
            name: MARK.to_owned(),
            title: Title::Label(text.with("cases-rate-which", &[("moment", moment(text, of).into())])),
            hint: None,
            error,
            optional: false,
        },
        choices: Mark::ALL
            .iter()
            .map(|level| Choice::new(level.as_str(), mark(text, *level)))
            .collect(),
        unknown: false,
        chosen,
        columns: false,
    };
    radios.view(text)
}

/// The section of the page of a case: after everything that is to be done there.
pub(super) fn section(text: Text<'_>, rating: &Rating) -> Option<AnyView> {
    if rating.ask.is_none() && rating.earlier.is_empty() && rating.given.is_empty() {
        return None;
    }
    let ask = rating.ask.as_ref().map(|ask| {
        let inner = view! {
            {marks(text, ask.moment, None, None)}
            {actions::row(vec![actions::submit(Look::Second, text.get("cases-rate-send"))])}
        };
        view! {
            <p>{text.get("cases-rate-says")}</p>
            {form::post(&ask.action, ask.hidden.clone(), inner.into_any())}
        }
    });
    let earlier = rating.earlier.iter().map(|(of, href)| {
        let words = text.with("cases-rate-earlier", &[("moment", moment(text, *of).into())]);
        view! { <p><a href=href.clone()>{words}</a></p> }
    });
    let given = rating.given.iter().map(|given| one_given(text, given));
    Some(
        view! {
            <h2 id="rating">{text.get("cases-rate")}</h2>
            {given.collect_view()}
            {ask}
            {earlier.collect_view()}
        }
        .into_any(),
    )
}

fn one_given(text: Text<'_>, given: &Given) -> AnyView {
    let of = moment(text, given.moment);
    let Some((level, day)) = given.mark else {
        return view! { <p>{text.with("cases-rate-others", &[("moment", of.into())])}</p> }.into_any();
    };
    let says = text.with(
        "cases-rate-given",
        &[
            ("moment", of.clone().into()),
            ("mark", mark(text, level).into()),
            ("day", text.date(day).into()),
        ],
    );
    let change = given.change.clone().map(|href| {
        let words = text.get("cases-rate-change");
        let label = about(&words, &of);
        view! { " " <a href=href aria-label=label>{words}</a> }
    });
    let waits = given.waits.map(|waits| {
        let id = if waits.late {
            "cases-rate-late"
        } else {
            "cases-rate-waits"
        };
        let provisional = provisional(text, waits.provisional && !waits.late);
        view! { <p>{text.with(id, &[("due", text.date(waits.due).into())])}</p>{provisional} }
    });
    let answer = given.answer.as_ref().map(|(day, called, words)| {
        let day = text.date(*day);
        let says = match called {
            Some(called) => text.with(
                "cases-rate-answered-called",
                &[("day", day.into()), ("called", text.date(*called).into())],
            ),
            None => text.with("cases-rate-answered", &[("day", day.into())]),
        };
        view! { <p>{says}</p>{said(text, words)} }
    });
    view! { <p>{says}{change}</p>{waits}{answer} }.into_any()
}

/// The page on which more can be said. It posts [`MARK`], [`WORDS`] and, of a bad mark, [`CALL`] and [`PHONE`].
#[derive(Clone, Debug)]
pub struct Rate {
    /// The case and the form.
    pub act: Act,
    /// About which moment.
    pub moment: Moment,
    /// The mark, as chosen.
    pub mark: Option<String>,
    /// What is said, as typed.
    pub words: String,
    /// What is asked beside a bad mark.
    pub call: Option<Call>,
    /// The mark has just been kept.
    pub done: bool,
}

/// Whether to call back.
#[derive(Clone, Debug)]
pub struct Call {
    /// The number of the application, masked.
    pub application: Option<String>,
    /// What was chosen.
    pub chosen: Option<String>,
    /// Another number, as typed.
    pub phone: String,
    /// The last day for an answer.
    pub due: Date,
    /// That day rests on a year whose public holidays are not known yet.
    pub provisional: bool,
}

/// That no mark was chosen.
pub fn not_chosen() -> Phrase {
    Phrase::new("cases-rate-empty")
}

/// That a number is missing.
pub fn no_number() -> Phrase {
    Phrase::new("cases-rate-phone-empty")
}

/// That it was answered and cannot be changed.
pub fn answered() -> Phrase {
    Phrase::new("cases-rate-over")
}

/// The page.
pub fn page(text: Text<'_>, model: &Rate) -> Page {
    let act = &model.act;
    let asked = |name: &str, title: Title, hint: Option<String>, optional: bool| Asked {
        id: name.to_owned(),
        name: name.to_owned(),
        title,
        hint,
        error: act.error(text, name),
        optional,
    };
    let words = TextArea {
        asked: asked(
            WORDS,
            Title::Label(text.get("cases-rate-words")),
            Some(text.with("cases-rate-words-says", &[("most", Sentence::LONGEST.into())])),
            true,
        ),
        typed: model.words.clone(),
    };
    let call = model.call.as_ref().map(|call| calling(text, act, call));
    let inner = view! {
        <div class="flow">
            {marks(text, model.moment, model.mark.clone(), act.error(text, MARK))}
            {words.view(text)}
            {call}
            {actions::row(vec![
                actions::submit(Look::Main, text.get("cases-rate-save")),
                actions::link(text.get("cases-rate-not"), act.case_href.clone()),
            ])}
        </div>
    };
    let done = model.done.then(|| {
        let says = text.get("cases-done-rated-more");
        notice(Kind::Ok, text.get("cases-done-rated"), view! { <p>{says}</p> })
    });
    let mut hidden = act.hidden.clone();
    let asks = if model.call.is_some() { CALL } else { WORDS };
    hidden.push((ASKS.to_owned(), asks.to_owned()));
    let matter = view! {
        <div class="flow measure">
            <p>{text.get("cases-rate-says")}</p>
            {form::post_kept(&act.action, hidden, inner.into_any())}
        </div>
    };
    let (title, values) = ("cases-rate-title", [("moment", moment(text, model.moment).into())]);
    let head = view! { <h1>{heading::words(text.phrases(title, &values))}</h1>{done} };
    act.page(text, text.with(title, &values), head.into_any(), matter.into_any())
        .keeping_what_is_typed()
}

fn calling(text: Text<'_>, act: &Act, call: &Call) -> AnyView {
    let application = call.application.as_ref().map(|phone| {
        let words = text.with("cases-rate-call-application", &[("phone", phone.clone().into())]);
        Choice::new(APPLICATION, words)
    });
    let others = [
        Choice::new(OTHER, text.get("cases-rate-call-other")),
        Choice::new(NO, text.get("cases-rate-call-no")),
    ];
    let radios = Radios {
        asked: Asked {
            id: CALL.to_owned(),
            name: CALL.to_owned(),
            title: Title::Label(text.get("cases-rate-call")),
            hint: Some(text.get("cases-rate-call-says")),
            error: act.error(text, CALL),
            optional: true,
        },
        choices: application.into_iter().chain(others).collect(),
        unknown: false,
        chosen: call.chosen.clone(),
        columns: false,
    };
    let phone = TextField {
        asked: Asked {
            id: PHONE.to_owned(),
            name: PHONE.to_owned(),
            title: Title::OnlyIf(text.get("cases-rate-phone")),
            hint: Some(text.get("cases-rate-phone-says")),
            error: act.error(text, PHONE),
            optional: true,
        },
        typed: call.phone.clone(),
        width: Width::Phone,
        entry: Entry::Phone,
        autocomplete: Autocomplete::Phone,
    };
    let says = text.with(
        "cases-rate-low-says",
        &[("due", text.date(call.due).into()), ("days", DAYS_TO_CALL_BACK.into())],
    );
    view! {
        <h2>{text.get("cases-rate-low")}</h2>
        <p>{says}</p>
        {provisional(text, call.provisional)}
        {radios.view(text)}
        {phone.view(text)}
    }
    .into_any()
}

/// That a day may still move.
fn provisional(text: Text<'_>, is: bool) -> Option<AnyView> {
    is.then(|| view! { <p class="hint">{text.get("sent-provisional")}</p> }.into_any())
}
