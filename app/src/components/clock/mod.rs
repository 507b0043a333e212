//! A limit in working days: the same for the one who waits and the one who works.

#[cfg(any(test, debug_assertions))]
pub mod examples;
#[cfg(test)]
mod tests;

use leptos::prelude::*;
use zhida::calendar::Date;

use crate::text::{Name, Text};

/// A longer limit is not drawn: its beads would not fit the window, and nobody counts so many.
const MOST_BEADS: u32 = 20;

/// Where a limit stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Limit {
    /// Running.
    Running {
        /// Working days left, today counted.
        left: u32,
        /// Working days of the whole limit.
        whole: u32,
        /// Its last day.
        last_day: Date,
        /// Who must act by then.
        who: Name,
    },
    /// Stopped until the applicant brings papers.
    Paused {
        /// Working days that will be left when it goes on.
        left: u32,
        /// Until when papers can be brought.
        until: Date,
        /// Whether who reads is the one to bring them, and not an office that waits.
        yours: bool,
    },
    /// Over.
    Over {
        /// Working days since its last day.
        by: u32,
        /// Who looks after it now.
        who: Name,
    },
}

/// The panel; its heading gets the id.
pub fn clock(text: Text<'_>, id: &str, limit: &Limit) -> AnyView {
    let Words { title, says, beads } = words(text, limit);
    view! {
        <section class="clock" aria-labelledby=id.to_owned()>
            <h2 id=id.to_owned()>{title}</h2>
            <p>{says}</p>
            {beads}
        </section>
    }
    .into_any()
}

/// The same in two lines, for lists.
pub fn brief(text: Text<'_>, limit: &Limit) -> AnyView {
    let Words { title, says, beads } = words(text, limit);
    view! { <p>{says}</p><p>{title}</p>{beads} }.into_any()
}

struct Words {
    title: String,
    says: String,
    beads: Option<AnyView>,
}

fn words(text: Text<'_>, limit: &Limit) -> Words {
    let name = |who: &Name| who.shown(text.language()).0.to_owned();
    let (title, says, beads) = match limit {
        Limit::Running {
            left,
            whole,
            last_day,
            who,
        } => (
            text.with("parts-clock-left", &[("days", (*left).into())]),
            text.with(
                "parts-clock-last-day",
                &[
                    ("who", name(who).into()),
                    ("day", text.day_with_weekday(*last_day).into()),
                ],
            ),
            (*whole <= MOST_BEADS).then(|| beads(whole.saturating_sub(*left), *whole)),
        ),
        Limit::Paused { left, until, yours } => (
            text.get(if *yours {
                "parts-clock-paused"
            } else {
                "parts-clock-waits"
            }),
            text.with(
                "parts-clock-goes-on",
                &[("day", text.day_with_weekday(*until).into()), ("days", (*left).into())],
            ),
            None,
        ),
        Limit::Over { by, who } => (
            text.with("parts-clock-over", &[("days", (*by).into())]),
            text.with("parts-clock-sorry", &[("who", name(who).into())]),
            None,
        ),
    };
    Words { title, says, beads }
}

/// One bead per step: the drawing of a sentence that stands beside it.
pub(crate) fn beads(done: u32, whole: u32) -> AnyView {
    let beads = (0..whole).map(|at| {
        let class = match at.cmp(&done) {
            std::cmp::Ordering::Less => Some("bead-done"),
            std::cmp::Ordering::Equal => Some("bead-now"),
            std::cmp::Ordering::Greater => None,
        };
        view! { <span class=class></span> }
    });
    view! { <div class="beads" aria-hidden="true">{beads.collect_view()}</div> }.into_any()
}
