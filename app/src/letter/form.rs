//! 申请审批表: the application as it stands, with the opinions of the offices; blank, the form on paper.

use leptos::prelude::*;
use zhida::calendar::{Date, Month};
use zhida::money::Fen;

use super::Sheet;
use crate::apply::{Answer, Line};
use crate::components::said;
use crate::frame::Page;
use crate::text::{Name, Phrase, Text};

/// What the form says.
#[derive(Clone, Debug)]
pub struct Form {
    /// Head and foot.
    pub sheet: Sheet,
    /// What the form is called.
    pub title: Phrase,
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
    /// Whether the village or community has a say: where a grant is shown there.
    pub village: bool,
    /// What the offices say, of each subsidy by itself.
    pub opinions: Vec<Opinions>,
    /// Where the same is printed with numbers in full, once it was said why; nothing where they are in full, or are for
    /// nobody.
    pub whole: Option<String>,
}

/// What the offices say of one subsidy.
#[derive(Clone, Debug)]
pub struct Opinions {
    /// The subsidy.
    pub service: Phrase,
    /// What is paid a month and from when; nothing leaves room to write.
    pub pays: Option<(Fen, Month)>,
    /// What each office says.
    pub offices: Vec<OfficeSays>,
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
    /// Who signed second.
    pub second: Option<String>,
    /// Whose post it was, where they filled another's.
    pub instead_of: Option<String>,
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
        group(text.say(&section.title), rows.collect())
    });
    let statement = form.statement.iter().map(|says| view! { <li>{says.clone()}</li> });
    let agreed = form.agreed.as_ref().map(|(who, day)| {
        let words = text.with(
            "letter-form-agreed",
            &[("who", who.clone().into()), ("day", text.date(*day).into())],
        );
        view! { <p>{words}</p> }
    });
    let signs = view! {
        <tr class="letter-applicant" role="row">
            <th role="rowheader" scope="row">{text.get("letter-form-signs")}</th>
            <td role="cell"><ol>{statement.collect_view()}</ol>{agreed}{signature(text)}</td>
        </tr>
    };
    let whole = form.whole.clone().map(|href| {
        let words = text.get("letter-form-whole");
        view! { <p class="no-print"><a class="button button-second" href=href>{words}</a></p> }.into_any()
    });
    let village = form.village.then(|| {
        view! {
            <tr role="row">
                <th role="rowheader" scope="row">{text.get("letter-form-village")}</th>
                <td role="cell">{signature(text)}</td>
            </tr>
        }
    });
    let opinions = form.opinions.iter().map(|of| {
        let title = text.with("letter-form-opinions-of", &[("service", text.say(&of.service).into())]);
        let offices = of.offices.iter().map(|office| opinion(text, office));
        group(title, std::iter::once(pays(text, of.pays)).chain(offices).collect())
    });
    let matter = view! {
        {reference}
        <h2>{text.get("letter-form-services")}</h2>
        <ul>{services.collect_view()}</ul>
        <table class="letter-table" role="table">
            <thead class="only-heard" role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{text.get("letter-form-asked")}</th>
                    <th role="columnheader" scope="col">{text.get("letter-form-answered")}</th>
                </tr>
            </thead>
            {sections.collect_view()}
            {group(text.get("declare-title"), vec![signs.into_any(), village.into_any()])}
            {opinions.collect_view()}
        </table>
    };
    let title = text.say_phrases(&form.title);
    form.sheet.page_below(text, title, whole, matter.into_any())
}

fn group(title: String, rows: Vec<AnyView>) -> AnyView {
    view! {
        <tbody role="rowgroup">
            <tr role="row"><th class="letter-group" role="rowheader" scope="rowgroup" colspan="2">{title}</th></tr>
            {rows}
        </tbody>
    }
    .into_any()
}

/// The amount and the first month, or room for them.
fn pays(text: Text<'_>, pays: Option<(Fen, Month)>) -> AnyView {
    let says = pays.map(|(monthly, from)| {
        text.with(
            "letter-form-pays-says",
            &[
                ("amount", text.money(monthly).into()),
                ("from", text.month(from).into()),
            ],
        )
    });
    view! {
        <tr class="letter-pays" role="row">
            <th role="rowheader" scope="row">{text.get("letter-form-pays")}</th>
            <td role="cell">{says.unwrap_or_else(|| text.get("letter-form-pays-blank"))}</td>
        </tr>
    }
    .into_any()
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
    let said = office.said.as_ref().map(|said| {
        let day = text.date(said.on);
        let signed = match &said.instead_of {
            Some(of) => text.with(
                "letter-form-signed-for",
                &[
                    ("officer", said.officer.clone().into()),
                    ("of", of.clone().into()),
                    ("day", day.into()),
                ],
            ),
            None => text.with(
                "letter-form-signed",
                &[("officer", said.officer.clone().into()), ("day", day.into())],
            ),
        };
        let second = said.second.clone().map(|second| {
            view! { <p>{text.with("letter-form-second", &[("officer", second.into())])}</p> }
        });
        view! {
            <p>{text.say(&said.opinion)}</p>
            {said::said(text, &said.sentence)}
            <p>{signed}</p>
            {second}
        }
    });
    view! { <tr class="letter-opinion" role="row"><th role="rowheader" scope="row">{name}</th><td role="cell">{said}{signature(text)}</td></tr> }.into_any()
}

/// Room for a hand: signature and date.
fn signature(text: Text<'_>) -> AnyView {
    view! {
        <p class="letter-blank">{text.get("letter-form-signature")}</p>
        <p class="letter-blank">{text.get("letter-form-date")}</p>
    }
    .into_any()
}
