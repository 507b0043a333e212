//! How a case stands, for the one who waits.

use leptos::prelude::*;
use zhida::calendar::{Date, Month};
use zhida::money::Fen;

use crate::catalogue::Hold;
use crate::components::tag::{Tone, tag};
use crate::text::{Name, Phrase, Text};

/// How a case stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// An office works on it.
    Working,
    /// The person is asked for papers.
    WaitsForYou,
    /// A second person has still to confirm a part: their name, or who they are.
    WaitsForOther(Phrase),
    /// It waits until the certificate is in order.
    OnHold(Hold),
    /// All that was asked for is granted.
    Granted {
        /// A month's amount.
        monthly: Fen,
        /// The first month.
        from: Month,
        /// While it is shown in public and not paid yet: the last day of that.
        notice_until: Option<Date>,
    },
    /// What was asked for is granted, a thing or a service.
    Provided,
    /// Less than was asked for is granted.
    Partly {
        /// A month's amount.
        monthly: Fen,
        /// The first month.
        from: Month,
        /// While it is shown in public and not paid yet: the last day of that.
        notice_until: Option<Date>,
    },
    /// Nothing is granted.
    Refused,
    /// The person took it back.
    Withdrawn,
    /// It was passed on to the place of the hukou.
    PassedOn {
        /// The office there.
        to: Name,
        /// The number it has there, once that is known.
        number: Option<String>,
    },
}

/// What a person is asked to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Todo {
    /// The papers.
    pub papers: Vec<Phrase>,
    /// Until when.
    pub until: Date,
    /// Nothing waits for them: it goes on, or was granted, without.
    pub later: bool,
    /// The page to do it on.
    pub href: String,
}

impl Standing {
    /// In a word or two.
    pub(super) fn tag(&self, text: Text<'_>) -> AnyView {
        let (tone, words) = self.words(text);
        tag(tone, words)
    }

    /// In a word or two, for titles.
    pub(super) fn words(&self, text: Text<'_>) -> (Tone, String) {
        match self {
            Self::Working => (Tone::Info, text.get("cases-working")),
            Self::WaitsForYou => (Tone::Wait, text.get("cases-waits-for-you")),
            Self::WaitsForOther(who) => (
                Tone::Wait,
                text.with("confirm-waits-tag", &[("who", text.say(who).into())]),
            ),
            Self::OnHold(_) => (Tone::Wait, text.get("check-on-hold")),
            Self::Granted { .. } | Self::Provided => (Tone::Ok, text.get("cases-granted")),
            Self::Partly { .. } => (Tone::Ok, text.get("cases-partly")),
            Self::Refused => (Tone::No, text.get("cases-refused")),
            Self::Withdrawn => (Tone::Plain, text.get("cases-withdrawn")),
            Self::PassedOn { .. } => (Tone::Info, text.get("cases-passed-on")),
        }
    }

    /// What it means, in a sentence each; nothing where the limit says it all.
    pub(super) fn says(&self, text: Text<'_>) -> Vec<String> {
        match self {
            Self::Working | Self::WaitsForYou | Self::WaitsForOther(_) => Vec::new(),
            Self::OnHold(hold) => hold.says(text, "cases-on-hold-says"),
            Self::Granted {
                monthly,
                from,
                notice_until,
            } => pays(text, "cases-granted-says", *monthly, *from, *notice_until),
            Self::Partly {
                monthly,
                from,
                notice_until,
            } => pays(text, "cases-partly-says", *monthly, *from, *notice_until),
            Self::Provided => vec![text.get("cases-provided-says")],
            Self::Refused => vec![text.get("cases-refused-says")],
            Self::Withdrawn => vec![text.get("cases-withdrawn-says")],
            Self::PassedOn { to, number } => {
                let office = to.shown(text.language()).0.to_owned();
                vec![match number {
                    Some(number) => text.with(
                        "cases-passed-on-says",
                        &[("office", office.into()), ("number", number.clone().into())],
                    ),
                    None => text.with("cases-passed-on-says-only", &[("office", office.into())]),
                }]
            }
        }
    }
}

fn pays(text: Text<'_>, id: &'static str, monthly: Fen, from: Month, notice_until: Option<Date>) -> Vec<String> {
    let amount = [
        ("amount", text.money(monthly).into()),
        ("from", text.month(from).into()),
    ];
    let mut says = vec![text.with(id, &amount)];
    if let Some(until) = notice_until {
        says.push(text.with("cases-notice-says", &[("day", text.day_with_weekday(until).into())]));
    }
    says
}

impl Todo {
    /// The panel: which papers, until when.
    pub(super) fn view(&self, text: Text<'_>) -> AnyView {
        let papers = self.papers.iter().map(|paper| view! { <li>{text.say(paper)}</li> });
        let title = text.with("cases-todo", &[("count", self.papers.len().into())]);
        let until = if self.later {
            "cases-todo-later"
        } else {
            "cases-todo-until"
        };
        let until = text.with(until, &[("day", text.day_with_weekday(self.until).into())]);
        view! {
            <div class="todo">
                <p class="strong">{title}</p>
                <ul>{papers.collect_view()}</ul>
                <p>{until}</p>
            </div>
        }
        .into_any()
    }
}
