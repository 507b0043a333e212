//! 受理通知书: the office has taken the application in; what comes next and by when.

use leptos::prelude::*;
use zhida::calendar::Date;

use super::Sheet;
use crate::frame::Page;
use crate::text::{Name, Phrase, Text};

/// What the receipt says.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// Head and foot.
    pub sheet: Sheet,
    /// What was applied for.
    pub service: Phrase,
    /// The case's reference, in spoken groups.
    pub reference: String,
    /// When it was handed in; it counts from that month.
    pub submitted_on: Date,
    /// When it was taken in.
    pub accepted_on: Date,
    /// The papers there are.
    pub papers: Vec<Phrase>,
    /// The papers that are not there yet.
    pub to_come: Vec<Phrase>,
    /// What comes next: what, who, and the last day where it is known.
    pub steps: Vec<Step>,
    /// A year is counted whose holidays are not announced: a last day may be later.
    pub provisional: bool,
    /// The office's telephone.
    pub phone: String,
}

/// A step that is still to come.
#[derive(Clone, Debug)]
pub struct Step {
    /// What happens.
    pub name: Phrase,
    /// Who does it.
    pub who: Name,
    /// How many working days it takes at most.
    pub days: u32,
    /// The last day, where it is known.
    pub until: Option<Date>,
}

/// The receipt.
pub fn page(text: Text<'_>, receipt: &Receipt) -> Page {
    let opening = text.with(
        "letter-receipt-opening",
        &[
            ("submitted", text.date(receipt.submitted_on).into()),
            ("service", text.say(&receipt.service).into()),
            ("reference", receipt.reference.clone().into()),
            ("accepted", text.date(receipt.accepted_on).into()),
        ],
    );
    let listed = |title: &'static str, papers: &[Phrase]| {
        let list = papers.iter().map(|paper| view! { <li>{text.say(paper)}</li> });
        (!papers.is_empty()).then(|| view! { <h2>{text.get(title)}</h2><ul>{list.collect_view()}</ul> })
    };
    let papers = listed("letter-receipt-papers", &receipt.papers);
    let to_come = listed("letter-receipt-to-come", &receipt.to_come);
    let steps = receipt.steps.iter().map(|step| {
        let who = step.who.shown(text.language()).0.to_owned();
        let words = match step.until {
            Some(until) => text.with(
                "letter-receipt-step-until",
                &[
                    ("who", who.into()),
                    ("what", text.say(&step.name).into()),
                    ("until", text.date(until).into()),
                ],
            ),
            None => text.with(
                "letter-receipt-step",
                &[
                    ("who", who.into()),
                    ("what", text.say(&step.name).into()),
                    ("days", text.working_days(step.days).into()),
                ],
            ),
        };
        view! { <li>{words}</li> }
    });
    let ask = text.with(
        "letter-ask",
        &[
            ("phone", receipt.phone.clone().into()),
            ("reference", receipt.reference.clone().into()),
        ],
    );
    let provisional = receipt
        .provisional
        .then(|| view! { <p>{text.get("sent-provisional")}</p> });
    let matter = view! {
        <p>{opening}</p>
        {papers}
        {to_come}
        <h2>{text.get("sent-next")}</h2>
        <ol>{steps.collect_view()}</ol>
        {provisional}
        <p>{text.get("service-time-pause")}</p>
        <p>{ask}</p>
    };
    let title = text.phrases("letter-receipt-title", &[]);
    receipt.sheet.page(text, title, matter.into_any())
}
