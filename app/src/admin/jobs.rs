//! Work of the portal itself that failed too often: for administrators, who have it tried again.

use leptos::prelude::*;
use zhida::calendar::Instant;

use crate::components::actions;
use crate::components::form::{self, Hidden};
use crate::components::notice::{Kind, notice};
use crate::components::table_cards::Table;
use crate::frame::{Page, Section};
use crate::text::Text;

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct Jobs {
    /// The work that nobody tries any more, the latest first.
    pub rows: Vec<Row>,
    /// Whether one was just put down again.
    pub revived: bool,
}

/// Work that nobody tries any more.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its id.
    pub id: String,
    /// What kind of work, as the program calls it.
    pub kind: String,
    /// How often it was tried.
    pub tries: i64,
    /// When it was given up.
    pub at: Option<Instant>,
    /// What went wrong, as the log says it: no personal data.
    pub problem: String,
    /// The unseen fields of its button.
    pub hidden: Hidden,
}

/// The page.
pub fn page(text: Text<'_>, jobs: &Jobs) -> Page {
    let done = jobs
        .revived
        .then(|| notice(Kind::Ok, text.get("admin-jobs-revived"), ().into_any()));
    let body = view! {
        <div class="page-head">
            <h1>{text.get("admin-jobs")}</h1>
            <p class="lead">{text.get("admin-jobs-lead")}</p>
            {done}
        </div>
        {table(text, &jobs.rows)}
        <p>{actions::link(text.get("admin-services"), "/office/services")}</p>
        <p>{actions::link(text.get("admin-kiosk"), "/office/kiosk")}</p>
    };
    Page::new(text.get("admin-jobs"), body)
        .in_section(Section::Jobs)
        .flowing()
}

fn table(text: Text<'_>, rows: &[Row]) -> AnyView {
    if rows.is_empty() {
        return view! { <p>{text.get("admin-jobs-none")}</p> }.into_any();
    }
    let cells = rows.iter().map(|row| {
        let kind = kind(text, &row.kind);
        let words = text.get("admin-jobs-revive");
        let label = actions::about(&words, &kind);
        let revive = view! {
            <form method="post" action=format!("/office/jobs/{}/revive", row.id)>
                {form::fields(row.hidden.clone())}
                <button class="button button-second button-small" type="submit" aria-label=label>{words}</button>
            </form>
        };
        let cells = vec![
            row.at.map_or_else(String::new, |at| text.moment(at)).into_any(),
            row.tries.to_string().into_any(),
            view! { <span lang="en">{row.problem.clone()}</span> }.into_any(),
            revive.into_any(),
        ];
        (kind.into_any(), cells)
    });
    let table = Table {
        caption: text.with("admin-jobs-caption", &[("count", rows.len().into())]),
        caption_shown: true,
        heads: vec![
            text.get("admin-jobs-kind"),
            text.get("admin-jobs-since"),
            text.get("admin-jobs-tries"),
            text.get("admin-jobs-problem"),
            text.get("admin-jobs-do"),
        ],
        rows: cells.collect(),
    };
    table.view()
}

/// What the work is for; of a kind that an older program knew only its name is left.
fn kind(text: Text<'_>, kind: &str) -> String {
    match kind {
        "seal" => text.get("admin-jobs-seal"),
        "end_notices" => text.get("admin-jobs-end-notices"),
        "sweep" => text.get("admin-jobs-sweep"),
        other => other.to_owned(),
    }
}
