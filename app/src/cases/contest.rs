//! Asking for administrative reconsideration online, as the law wants where a decision is served online
//! (行政复议法 arts. 11, 20, 22). Coming late closes no door here: whether it was for a good reason is for the government
//! to say (arts. 20, 30), and the page says plainly that the time is over.

use leptos::prelude::*;
use zhida::calendar::Date;

use super::Act;
use crate::components::actions::{self, Look};
use crate::components::details::more;
use crate::components::field::{Asked, Title};
use crate::components::notice::{Kind, notice};
use crate::components::text_area::TextArea;
use crate::components::{form, heading};
use crate::frame::Page;
use crate::text::{Name, Phrase, Text};

/// What the page shows. It posts [`WHY`].
#[derive(Clone, Debug)]
pub struct Contest {
    /// The case and the form.
    pub act: Act,
    /// Whose decision it is.
    pub decided_by: Name,
    /// Who reconsiders: the people's government of the county.
    pub to: Name,
    /// The last day, once the letter is served.
    pub until: Option<Date>,
    /// It is an objection: answered within so many days.
    pub objection: Option<u32>,
    /// That day is over: the government decides whether the reason for coming late counts.
    pub over: bool,
    /// Why, as typed.
    pub why: String,
}

/// The name of what is wrong with the decision.
pub const WHY: &str = "why";

/// That nothing was written.
pub fn nothing_said() -> Phrase {
    Phrase::new("cases-contest-empty")
}

/// The page.
pub fn page(text: Text<'_>, model: &Contest) -> Page {
    let act = &model.act;
    let to = model.to.shown(text.language()).0.to_owned();
    let hint = if model.over {
        "cases-contest-why-late"
    } else {
        "cases-contest-why-says"
    };
    let why = TextArea {
        asked: Asked {
            id: WHY.to_owned(),
            name: WHY.to_owned(),
            title: Title::Label(text.get("cases-contest-why")),
            hint: Some(text.get(hint)),
            error: act.error(text, WHY),
            optional: false,
        },
        typed: model.why.clone(),
    };
    let objects = model.objection.is_some();
    let lead = text.with(
        if objects {
            "cases-objection-lead"
        } else {
            "cases-contest-lead"
        },
        &[
            ("office", model.decided_by.shown(text.language()).0.to_owned().into()),
            ("to", to.clone().into()),
        ],
    );
    let until = model.until.map(|day| {
        let day = text.date(day);
        if model.over {
            let still = text.with("cases-contest-over-still", &[("to", to.into())]);
            return notice(
                Kind::Wait,
                text.with("cases-contest-over", &[("day", day.into())]),
                view! { <p>{still}</p> },
            );
        }
        view! { <p>{text.with("cases-contest-until", &[("day", day.into())])}</p> }.into_any()
    });
    let inner = view! {
        {why.view(text)}
        {actions::row(vec![
            actions::submit(Look::Main, text.get(if objects { "cases-objection-do" } else { "cases-contest-do" })),
            actions::link(text.get("cases-back"), act.case_href.clone()),
        ])}
    };
    let how = match model.objection {
        Some(days) => text.with("cases-objection-how-says", &[("days", days.into())]),
        None => text.get("cases-contest-how-says"),
    };
    let matter = view! {
        <div class="flow measure">
            <p class="lead">{lead}</p>
            {until}
            <p>{text.get(if objects { "cases-objection-free" } else { "cases-contest-free" })}</p>
            {more(text.get("cases-contest-how"), view! { <p>{how}</p> })}
            {form::post_kept(&act.action, act.hidden.clone(), inner.into_any())}
        </div>
    };
    let title = if objects {
        "cases-objection-title"
    } else {
        "cases-contest-title"
    };
    let head = view! { <h1>{heading::words(text.phrases(title, &[]))}</h1> };
    act.page(text, text.get(title), head.into_any(), matter.into_any())
        .keeping_what_is_typed()
}
