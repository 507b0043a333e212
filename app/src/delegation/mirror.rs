//! What others did in one's name, and that one does not want it: for the person alone.

use leptos::prelude::*;
use zhida::calendar::{Date, Instant};
use zhida::casework::Deed;

use super::LIST as DELEGATIONS;
use crate::components::actions::about;
use crate::components::back_link::back_link;
use crate::components::heading;
use crate::components::notice::{Kind, headed, notice};
use crate::components::said::said;
use crate::frame::{Page, Section};
use crate::text::{Phrase, Text};

/// The address of the page.
pub const MIRROR: &str = "/account/in-my-name";
/// The name of what the person says.
pub const WORDS: &str = "words";

/// What was done.
#[derive(Clone, Debug)]
pub struct Line {
    /// When.
    pub at: Instant,
    /// Who, in words: a name and as what, or that it was another account.
    pub who: Phrase,
    /// What.
    pub deed: Deed,
    /// In which matter.
    pub service: Phrase,
    /// The case.
    pub case_href: String,
    /// Where one says that one does not want it.
    pub href: String,
    /// What became of saying so.
    pub said: Option<Said>,
}

/// That somebody does not want what was done.
#[derive(Clone, Debug)]
pub struct Said {
    /// When they said so.
    pub on: Date,
    /// The last day for an answer.
    pub due: Date,
    /// It is past its day, and there is none.
    pub late: bool,
    /// What was answered, and when.
    pub answer: Option<(Date, String)>,
}

/// Everything that others did, the latest first.
#[derive(Clone, Debug)]
pub struct Mirror {
    /// The deeds.
    pub lines: Vec<Line>,
    /// It was just said of one that it is not wanted.
    pub done: bool,
}

/// What was done, in words.
pub fn deed(deed: Deed) -> Phrase {
    Phrase::new(match deed {
        Deed::Submitted => "delegation-deed-submitted",
        Deed::PapersSupplied => "delegation-deed-papers",
        Deed::Corrected => "delegation-deed-corrected",
        Deed::Disputed => "delegation-deed-disputed",
        Deed::Chosen => "delegation-deed-chosen",
        Deed::Withdrawn => "delegation-deed-withdrawn",
        Deed::Contested => "delegation-deed-contested",
        Deed::ConsentsChanged => "delegation-deed-consents",
        Deed::Confirmed => "delegation-deed-confirmed",
        Deed::NotConfirmed => "delegation-deed-not-confirmed",
    })
}

/// Before somebody says that they do not want it: what then happens, and how it is stopped at once.
pub fn goes_on(text: Text<'_>, withdraw: &str) -> AnyView {
    headed(
        Kind::Info,
        text.get("delegation-unwanted-goes-on"),
        view! {
            <p>{text.get("delegation-unwanted-answer")}</p>
            <p><a href=withdraw.to_owned()>{text.get("delegation-unwanted-stop")}</a></p>
        },
    )
}

/// The page.
pub fn page(text: Text<'_>, model: &Mirror) -> Page {
    let done = model.done.then(|| {
        let says = view! { <p>{text.get("delegation-unwanted-done-says")}</p> };
        notice(Kind::Ok, text.get("delegation-unwanted-done"), says)
    });
    let lines = if model.lines.is_empty() {
        view! { <p>{text.get("delegation-mirror-none")}</p> }.into_any()
    } else {
        let lines = model.lines.iter().map(|line| line.view(text));
        view! { <ul class="case-list" role="list">{lines.collect_view()}</ul> }.into_any()
    };
    let body = view! {
        {back_link(text.get("delegation-back"), DELEGATIONS)}
        <div class="page-head">
            <h1>{heading::words(text.phrases("delegation-mirror-title", &[]))}</h1>
            {done}
            <p class="lead">{text.get("delegation-mirror-lead")}</p>
        </div>
        <div class="measure flow">{lines}</div>
    };
    Page::new(text.get("delegation-mirror-title"), body).in_section(Section::Account)
}

impl Line {
    /// Service and deed: what is agreed to or not.
    fn name(&self, text: Text<'_>) -> String {
        text.with(
            "delegation-deed",
            &[
                ("service", text.say(&self.service).into()),
                ("deed", text.say(&deed(self.deed)).into()),
            ],
        )
    }

    fn view(&self, text: Text<'_>) -> AnyView {
        let name = self.name(text);
        let who = text.with(
            "delegation-deed-who",
            &[
                ("who", text.say(&self.who).into()),
                ("moment", text.moment(self.at).into()),
            ],
        );
        let act = if let Some(said) = &self.said {
            said.view(text)
        } else {
            let words = text.get("delegation-unwanted");
            let label = about(&words, &name);
            view! { <p><a href=self.href.clone() aria-label=label>{words}</a></p> }.into_any()
        };
        view! { <li><h2><a href=self.case_href.clone()>{name}</a></h2><p>{who}</p>{act}</li> }.into_any()
    }
}

impl Said {
    fn view(&self, text: Text<'_>) -> AnyView {
        let on = text.with("delegation-unwanted-on", &[("day", text.date(self.on).into())]);
        let answer = if let Some((on, words)) = &self.answer {
            let answered = text.with("delegation-unwanted-answered", &[("day", text.date(*on).into())]);
            view! { <p>{answered}</p>{said(text, words)} }.into_any()
        } else {
            let id = if self.late {
                "delegation-unwanted-late"
            } else {
                "delegation-unwanted-due"
            };
            view! { <p>{text.with(id, &[("day", text.date(self.due).into())])}</p> }.into_any()
        };
        view! { <p>{on}</p>{answer} }.into_any()
    }
}
