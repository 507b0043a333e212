//! Substitutes: a supervisor lets an officer fill another's posts for a while.

use leptos::prelude::*;
use zhida::calendar::Date;

use crate::components::actions::{self, Look};
use crate::components::back_link::back_link;
use crate::components::error_summary::error_summary;
use crate::components::form::{self, Hidden};
use crate::components::notice::{Kind as NoticeKind, notice};
use crate::components::table_cards::Table;
use crate::frame::{Page, Section};
use crate::question::{self, Answer, Field, Kind, Problem, Question};
use crate::text::{Name, Phrase, Text};

/// Whose posts are filled.
pub const OF: &str = "of";
/// Who fills them.
pub const BY: &str = "by";
/// The first day.
pub const FROM: &str = "from";
/// The last day.
pub const TO: &str = "to";
/// That somebody of another role or level is meant.
pub const SURE: &str = "sure";

/// What the page shows.
#[derive(Clone, Debug)]
pub struct Substitutes {
    /// Those that run or are to come.
    pub current: Vec<Substitute>,
    /// Whose posts can be filled.
    pub of: Vec<Answer>,
    /// Who can fill them.
    pub by: Vec<Answer>,
    /// Unseen fields.
    pub hidden: Hidden,
    /// What was typed.
    pub typed: Vec<(String, String)>,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
    /// That whoever was chosen has no such post, and their id: it is asked whether they are meant.
    pub warning: Option<(Phrase, String)>,
    /// Whether one has just been named or ended.
    pub done: Option<Phrase>,
}

/// One of them.
#[derive(Clone, Debug)]
pub struct Substitute {
    /// Its id.
    pub id: String,
    /// Whose posts.
    pub of: String,
    /// Where.
    pub office: Name,
    /// Who fills them.
    pub by: String,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
    /// Unseen fields of the form that ends it.
    pub end: Hidden,
}

/// The page of the substitutes.
pub fn page(text: Text<'_>, substitutes: &Substitutes) -> Page {
    let question = asked(substitutes);
    let fields = question
        .fields
        .iter()
        .map(|field| question::field_view(text, &question, field, false))
        .collect_view();
    let inner = view! {
        {fields}
        {actions::row(vec![actions::submit(Look::Main, text.get("casework-substitute-act"))])}
    };
    let done = substitutes
        .done
        .as_ref()
        .map(|done| notice(NoticeKind::Ok, text.say(done), ().into_any()));
    let body = view! {
        {back_link(text.get("frame-queue"), "/office")}
        {error_summary(text, question::wrong(text, &question))}
        <div class="page-head">
            <h1>{text.get("casework-substitutes")}</h1>
            <p class="lead">{text.get("casework-substitutes-lead")}</p>
            {done}
        </div>
        {current(text, &substitutes.current)}
        <section class="flow" aria-labelledby="new">
            <h2 id="new">{text.get("casework-substitute-new")}</h2>
            {form::post("/office/substitutes", substitutes.hidden.clone(), inner.into_any())}
        </section>
    };
    Page::new(text.get("casework-substitutes-title"), body)
        .in_section(Section::Queue)
        .with_problems(!substitutes.problems.is_empty())
        .flowing()
}

fn current(text: Text<'_>, current: &[Substitute]) -> AnyView {
    if current.is_empty() {
        return view! { <p>{text.get("casework-substitutes-none")}</p> }.into_any();
    }
    let rows = current.iter().map(|one| {
        let days = text.with(
            "casework-substitute-days",
            &[("from", text.date(one.from).into()), ("to", text.date(one.to).into())],
        );
        let office = one.office.shown(text.language()).0.to_owned();
        let words = text.get("casework-substitute-end");
        let label = actions::about(&words, &one.of);
        let end = view! {
            <form method="post" action=format!("/office/substitutes/{}/end", one.id)>
                {form::fields(one.end.clone())}
                <button class="button button-second button-small" type="submit" aria-label=label>{words}</button>
            </form>
        };
        let cells = vec![
            office.into_any(),
            one.by.clone().into_any(),
            days.into_any(),
            end.into_any(),
        ];
        (one.of.clone().into_any(), cells)
    });
    let table = Table {
        caption: text.get("casework-substitutes"),
        caption_shown: false,
        heads: vec![
            text.get("casework-substitute-of"),
            text.get("casework-office"),
            text.get("casework-substitute-by"),
            text.get("casework-period"),
            text.get("casework-substitute-end"),
        ],
        rows: rows.collect(),
    };
    table.view()
}

fn asked(substitutes: &Substitutes) -> Question {
    let field = |name: &str, label: &str, kind| Field {
        name: name.to_owned(),
        label: Phrase::new(label),
        hint: None,
        optional: false,
        depends: false,
        unknown: false,
        kind,
    };
    let day = || Kind::Day { own_birthday: false };
    let sure = substitutes.warning.as_ref().map(|(says, id)| Field {
        hint: Some(says.clone()),
        ..field(
            SURE,
            "casework-substitute-sure",
            Kind::Several(vec![Answer {
                value: id.clone(),
                label: Phrase::new("casework-substitute-sure-yes"),
                hint: None,
            }]),
        )
    });
    let mut fields = vec![
        field(OF, "casework-substitute-of", Kind::Choice(substitutes.of.clone())),
        field(BY, "casework-substitute-by", Kind::Choice(substitutes.by.clone())),
        Field {
            hint: Some(Phrase::new("casework-substitute-from-hint")),
            ..field(FROM, "casework-substitute-from", day())
        },
        field(TO, "casework-substitute-to", day()),
    ];
    fields.extend(sure);
    Question {
        action: "/office/substitutes".to_owned(),
        back: None,
        part_of: Phrase::new("frame-queue"),
        progress: None,
        hidden: substitutes.hidden.clone(),
        title: Phrase::new("casework-substitutes"),
        hint: None,
        why: None,
        fields,
        typed: substitutes.typed.clone(),
        problems: substitutes.problems.clone(),
        leave: None,
    }
}
