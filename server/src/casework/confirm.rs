//! What cannot be taken back is asked once more: forwarding ends the case here for good.

use axum::http::StatusCode;
use zhida::casework::{Command, decide};
use zhida_app::casework::command::Ask;
use zhida_app::casework::confirm::{self, CONFIRMED, Confirm, NO, YES};
use zhida_app::text::{Name, Phrase, Said};

use super::command::yours;
use super::desk::{Desk, head};
use crate::store::casework::Loaded;
use crate::web::{Fault, Reply, Typed};

/// What comes before a command is carried out.
pub(super) enum Step {
    /// Nothing: it is meant.
    Go,
    /// The form once more, as it was.
    Back,
    /// The page that asks.
    Ask(Reply),
}

/// Whether a command is to be asked about first. What would be refused is refused without asking.
pub(super) fn step(desk: &Desk, loaded: &Loaded, ask: &Ask, typed: &Typed, command: &Command) -> Result<Step, Fault> {
    let Command::Forward(receipt) = command else {
        return Ok(Step::Go);
    };
    match typed.get(CONFIRMED) {
        Some(YES) => return Ok(Step::Go),
        Some(NO) => return Ok(Step::Back),
        _ => {}
    }
    let case = &loaded.case;
    if decide(case, command, &desk.actor(), &desk.setting(case)?).is_err() {
        return Ok(Step::Go);
    }
    let place = Name::only(receipt.to.county_elsewhere().unwrap_or_default());
    let mut says = yours(desk, ask, typed);
    for (name, value) in &mut says {
        if name.id() == "casework-forward-place" {
            *value = desk.visitor.text().with(
                "casework-confirm-forward-place",
                &[
                    ("place", place.zh.clone().into()),
                    ("code", receipt.to.to_string().into()),
                ],
            );
        }
    }
    let head = head(case);
    let model = Confirm {
        title: Phrase::new("casework-confirm-forward").with("place", Said::Name(place)),
        happens: Phrase::new("casework-confirm-forward-happens"),
        says,
        act: Phrase::new("casework-confirm-forward-act"),
        action: format!("{}/{}", head.href(), ask.name()),
        hidden: typed.0.iter().filter(|(name, _)| name != CONFIRMED).cloned().collect(),
        head,
    };
    // Nothing is done yet: as with a mistake, "back" and "reload" find this page.
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(Step::Ask(
        desk.visitor.page_with(status, |text| confirm::page(text, &model)),
    ))
}
