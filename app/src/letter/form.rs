//! 申请审批表: the application as it stands, with the opinions of the offices; blank, the form on paper.

use leptos::prelude::*;
use zhida::calendar::Date;

use super::Sheet;
use crate::apply::{Answer, Line};
use crate::frame::Page;
use crate::text::{Name, Phrase, Text};

/// What the form says.
#[derive(Clone, Debug)]
pub struct Form {
    /// Head and foot.
    pub sheet: Sheet,
    /// What is applied for.
    pub services: Vec<Phrase>,
    /// The reference, in spoken groups; nothing on a blank form.
    pub reference: Option<String>,
    /// The answers by subject; an answer of [`Answer::Nothing`] leaves room to write.
    pub sections: Vec<Section>,
    /// The statement of truth.
    pub statement: Vec<String>,
    /// How it was agreed to: who and when, online; nothing leaves room for a signature.
    pub agreed: Option<(String, Date)>,
    /// What each office says.
    pub opinions: Vec<OfficeSays>,
    /// Where the same is printed with numbers in full, once it was said why; nothing where they are in full, or are for
    /// nobody.
    pub whole: Option<String>,
}

/// Answers on one subject.
#[derive(Clone, Debug)]
pub struct Section {
    /// The subject.
    pub title: Phrase,
    /// The answers.
    pub lines: Vec<Line>,
}

/// The box of an office.
#[derive(Clone, Debug)]
pub struct OfficeSays {
    /// What it does: 乡镇（街道）初审.
    pub stage: Phrase,
    /// The office.
    pub office: Name,
    /// What it said; nothing leaves room to write.
    pub said: Option<Said>,
}

/// What an office said.
#[derive(Clone, Debug)]
pub struct Said {
    /// In a word or two: 符合条件.
    pub opinion: Phrase,
    /// In the officer's words.
    pub sentence: String,
    /// Who signed.
    pub officer: String,
    /// When.
    pub on: Date,
}

/// The form.
pub fn page(text: Text<'_>, form: &Form) -> Page {
    let services = form
        .services
        .iter()
        .map(|service| view! { <li>{text.say(service)}</li> });
    let reference = form.reference.clone().map(|reference| {
        view! { <p class="letter-number">{text.with("cases-number", &[("reference", reference.into())])}</p> }
    });
    let sections = form.sections.iter().map(|section| {
        let rows = section.lines.iter().map(|line| row(text, line));
        table(text.say(&section.title), rows.collect())
    });
    let statement = form.statement.iter().map(|says| view! { <li>{says.clone()}</li> });
    let agreed = match &form.agreed {
        Some((who, day)) => {
            let words = text.with(
                "letter-form-agreed",
                &[("who", who.clone().into()), ("day", text.date(*day).into())],
            );
            view! { <p>{words}</p> }.into_any()
        }
        None => signature(text),
    };
    let opinions = form.opinions.iter().map(|office| opinion(text, office));
    let whole = form.whole.clone().map(|href| {
        view! { <p class="no-print"><a class="button button-second" href=href>{text.get("casework-print-whole")}</a></p> }
    });
    let matter = view! {
        {whole}
        {reference}
        <h2>{text.get("letter-form-services")}</h2>
        <ul>{services.collect_view()}</ul>
        {sections.collect_view()}
        <h2>{text.get("declare-title")}</h2>
        <ol>{statement.collect_view()}</ol>
        {agreed}
        {table(text.get("letter-form-opinions"), opinions.collect())}
    };
    let title = text.phrases("letter-form-title", &[]);
    form.sheet.page(text, title, matter.into_any())
}

fn table(caption: String, rows: Vec<AnyView>) -> AnyView {
    view! { <table class="letter-table" role="table"><caption>{caption}</caption><tbody role="rowgroup">{rows}</tbody></table> }.into_any()
}

fn row(text: Text<'_>, line: &Line) -> AnyView {
    let value = match line.answer {
        Answer::Nothing => ().into_any(),
        _ => line.answer.view(text),
    };
    view! { <tr role="row"><th role="rowheader" scope="row">{text.say(&line.name)}</th><td role="cell">{value}</td></tr> }.into_any()
}

fn opinion(text: Text<'_>, office: &OfficeSays) -> AnyView {
    let name = text.with(
        "sent-stop",
        &[
            ("who", office.office.shown(text.language()).0.to_owned().into()),
            ("what", text.say(&office.stage).into()),
        ],
    );
    let said = match &office.said {
        Some(said) => {
            let signed = text.with(
                "letter-form-signed",
                &[
                    ("officer", said.officer.clone().into()),
                    ("day", text.date(said.on).into()),
                ],
            );
            view! {
                <p>{text.say(&said.opinion)}</p>
                <p class="said">{said.sentence.clone()}</p>
                <p>{signed}</p>
            }
            .into_any()
        }
        None => signature(text),
    };
    view! { <tr class="letter-opinion" role="row"><th role="rowheader" scope="row">{name}</th><td role="cell">{said}</td></tr> }.into_any()
}

/// Room for a hand: signature and date.
fn signature(text: Text<'_>) -> AnyView {
    view! {
        <p class="letter-blank">{text.get("letter-form-signature")}</p>
        <p class="letter-blank">{text.get("letter-form-date")}</p>
    }
    .into_any()
}
