//! 帮代办、上门办: what an officer sees who files for somebody, and the two papers of it: the statement that is read out
//! and signed, and the receipt that the person keeps.

use leptos::prelude::*;
use zhida::calendar::{Date, Instant};

use super::Step;
use super::check_answers::{Already, Section};
use super::declaration::FIELD;
use super::drafts::Draft;
use crate::components::actions::{self, Look};
use crate::components::back_link::back_link;
use crate::components::facts::{Fact, facts};
use crate::components::field::Title;
use crate::components::identity_number::identity_number;
use crate::components::notice::{Kind, notice};
use crate::components::radios::Choice;
use crate::components::reference::reference;
use crate::components::{form, heading};
use crate::frame::{HOTLINE, Page, Section as Part};
use crate::text::{Language, Name, Phrase, Text};

/// The address of the list.
pub const LIST: &str = "/office/assist";
/// Where a filing begins.
pub const NEW: &str = "/office/assist/new";

/// What an officer files for others.
#[derive(Clone, Debug)]
pub struct Filings {
    /// Begun and not handed in, the one worked on last first; and where each is handed to a colleague.
    pub open: Vec<(Draft, String)>,
    /// Handed in, the last one first.
    pub sent: Vec<Sent>,
    /// What was just done.
    pub done: Option<Phrase>,
}

/// A filing that was handed in.
#[derive(Clone, Debug)]
pub struct Sent {
    /// For whom.
    pub person: String,
    /// What was applied for.
    pub services: Vec<Phrase>,
    /// Its reference, in spoken groups.
    pub reference: String,
    /// When.
    pub at: Instant,
    /// The receipt.
    pub href: String,
}

/// The list.
pub fn list(text: Text<'_>, model: &Filings) -> Page {
    let done = model.done.as_ref().map(|done| notice(Kind::Ok, text.say(done), ()));
    let open = model.open.iter().map(|(draft, give)| {
        let name = draft.person.clone().unwrap_or_default();
        let services = services(text, &draft.services);
        let saved = text.with("drafts-saved", &[("at", text.moment(draft.saved).into())]);
        let kept = text.with("drafts-kept", &[("day", text.date(draft.kept_until).into())]);
        let words = ["drafts-go-on", "assist-give", "drafts-discard"].map(|id| text.get(id));
        // One person may be filed for twice: what for tells them apart.
        let whose = std::iter::once(name.clone()).chain(draft.services.iter().map(|service| text.say(service)));
        let whose = whose.collect::<Vec<_>>().join(&text.get("assist-whose"));
        let about = words.each_ref().map(|words| actions::about(words, &whose));
        let [go_on, hand, discard] = words;
        let [about_going, about_giving, about_discarding] = about;
        view! {
            <li>
                <h3>{name}</h3>
                {services}
                <p>{saved}</p>
                <p class="note muted">{kept}</p>
                <p class="actions">
                    <a class="button button-second button-small" href=draft.href.clone() aria-label=about_going>{go_on}</a>
                    <a href=give.clone() aria-label=about_giving>{hand}</a>
                    <a href=draft.discard.clone() aria-label=about_discarding>{discard}</a>
                </p>
            </li>
        }
    });
    let sent = model.sent.iter().map(|sent| {
        let words = text.get("assist-receipt-again");
        let about = actions::about(&words, &sent.person);
        let at = text.with(
            "assist-sent-at",
            &[
                ("at", text.moment(sent.at).into()),
                ("reference", sent.reference.clone().into()),
            ],
        );
        view! {
            <li>
                <h3>{sent.person.clone()}</h3>
                {services(text, &sent.services)}
                <p>{at}</p>
                <p><a href=sent.href.clone() aria-label=about>{words}</a></p>
            </li>
        }
    });
    let none = |empty: bool, id: &'static str| empty.then(|| view! { <p>{text.get(id)}</p> });
    let some = |filled: bool, items: AnyView| filled.then(|| view! { <ul class="case-list" role="list">{items}</ul> });
    let (open, sent) = (open.collect_view().into_any(), sent.collect_view().into_any());
    let body = view! {
        {back_link(text.get("frame-queue"), "/office")}
        <div class="page-head">
            <h1>{heading::words(text.phrases("assist-title", &[]))}</h1>
            <p class="lead">{text.get("assist-lead")}</p>
            {done}
        </div>
        <div class="measure flow">
            {actions::row(vec![actions::go(Look::Main, text.get("assist-begin"), NEW.to_owned())])}
            <p>{text.get("assist-not-yours")}</p>
            <h2>{text.get("assist-open")}</h2>
            {none(model.open.is_empty(), "assist-open-none")}
            {some(!model.open.is_empty(), open)}
            <h2>{text.get("assist-sent")}</h2>
            {none(model.sent.is_empty(), "assist-sent-none")}
            {some(!model.sent.is_empty(), sent)}
        </div>
    };
    Page::new(text.get("assist-title"), body).in_section(Part::Queue)
}

fn services(text: Text<'_>, services: &[Phrase]) -> Option<AnyView> {
    let names = services.iter().map(|name| view! { <li>{text.say(name)}</li> });
    (!services.is_empty()).then(|| view! { <ul class="plain" role="list">{names.collect_view()}</ul> }.into_any())
}

/// What is known of somebody before anything is asked.
#[derive(Clone, Debug)]
pub struct Known {
    /// The name that was typed.
    pub name: String,
    /// The number that was typed.
    pub number: String,
    /// What the number says: sex, age, birthday.
    pub says: Phrase,
    /// Whether the register has somebody of this name and number in this township.
    pub in_register: bool,
    /// The institution that is their guardian, as an office recorded.
    pub institution: Option<String>,
    /// What they have applied for, as far as this officer sees.
    pub already: Vec<Already>,
    /// Where it goes on.
    pub go_on: String,
    /// Where it is handed to a colleague.
    pub hand_over: String,
    /// The page that throws it away, which asks first.
    pub discard: String,
}

/// The page that says what is known.
pub fn known(text: Text<'_>, model: &Known) -> Page {
    let fact = |name: &str, value: AnyView| Fact {
        name: text.get(name),
        value,
        source: None,
        change: None,
    };
    let lines = vec![
        fact("apply-name", model.name.clone().into_any()),
        fact("apply-resident-id", identity_number(&model.number)),
        fact("assist-known-checked", text.say(&model.says).into_any()),
    ];
    let register = if model.in_register {
        "assist-known-register"
    } else {
        "assist-known-nobody"
    };
    let institution = model.institution.as_ref().map(|name| {
        let title = text.with("assist-known-institution", &[("name", name.clone().into())]);
        notice(
            Kind::Info,
            title,
            view! { <p>{text.get("assist-known-institution-says")}</p> },
        )
    });
    let already = model.already.iter().map(|case| {
        let words = text.with(
            "answers-already-case",
            &[
                ("service", text.say(&case.service).into()),
                ("reference", case.reference.clone().into()),
            ],
        );
        view! { <li><a href=case.href.clone()>{words}</a></li> }
    });
    let already = if model.already.is_empty() {
        view! { <p>{text.get("assist-known-already-none")}</p> }.into_any()
    } else {
        view! { <ul class="link-list" role="list">{already.collect_view()}</ul> }.into_any()
    };
    let body = view! {
        {back_link(text.get("assist-title"), LIST)}
        <div class="page-head"><h1>{heading::words(text.phrases("assist-known", &[]))}</h1></div>
        <div class="measure flow">
            {facts(lines)}
            <p>{text.get(register)}</p>
            {institution}
            <h2>{text.get("assist-known-already")}</h2>
            {already}
            {actions::row(vec![
                actions::go(Look::Main, text.get("question-continue"), model.go_on.clone()),
                actions::link(text.get("assist-give"), model.hand_over.clone()),
                actions::link(text.get("drafts-discard"), model.discard.clone()),
            ])}
        </div>
    };
    Page::new(text.get("assist-known"), body).in_section(Part::Queue)
}

/// What stands above every page of a filing: for whom it is, masked, since the screen is turned to whoever sits there.
pub fn filing(text: Text<'_>, name: &str) -> AnyView {
    let title = text.with("assist-filing", &[("name", name.into())]);
    view! { <div class="acting no-print"><p class="acting-name">{title}</p><p>{text.get("assist-filing-says")}</p></div> }
        .into_any()
}

/// What is done before the statement is put on record: print, read out, let sign. `mark` is what the paper is known by.
pub fn before_it(page: Page, text: Text<'_>, paper: &str, mark: &str) -> Page {
    let title = text.get("assist-before");
    let steps = ["assist-before-print", "assist-before-read", "assist-before-sign"];
    let steps = steps.map(|step| view! { <li>{text.get(step)}</li> });
    let body = view! {
        <ol>{steps.into_iter().collect_view()}</ol>
        <p>{text.with("assist-before-mark", &[("mark", mark.into())])}</p>
        <p><a href=paper.to_owned()>{text.get("assist-before-paper")}</a></p>
    };
    page.after(Some(notice(Kind::Info, title, body)))
}

/// The statement that is read out and signed.
#[derive(Clone, Debug)]
pub struct ReadOut {
    /// The page it was opened from.
    pub back: String,
    /// For whom.
    pub person: String,
    /// What is applied for.
    pub services: Vec<Phrase>,
    /// Everything that was answered.
    pub sections: Vec<Section>,
    /// What is declared.
    pub statement: Vec<String>,
    /// What these answers are known by.
    pub mark: String,
    /// Who writes it down.
    pub officer: String,
    /// Their office.
    pub office: String,
}

/// The paper. `chinese` are the words that count.
pub fn read_out(text: Text<'_>, chinese: Text<'_>, model: &ReadOut) -> Page {
    let language = (text.language() != Language::ZhCn).then_some(Language::ZhCn.code());
    let sections = model.sections.iter().map(|section| {
        let lines = section.lines.iter().map(|line| {
            view! {
                <tr role="row">
                    <th role="rowheader" scope="row">{chinese.say(&line.name)}</th>
                    <td role="cell">{line.answer.view(chinese)}</td>
                </tr>
            }
        });
        view! {
            <table class="letter-table" role="table">
                <caption>{chinese.say(&section.title)}</caption>
                <tbody role="rowgroup">{lines.collect_view()}</tbody>
            </table>
        }
    });
    let statement = model.statement.iter().map(|says| view! { <li>{says.clone()}</li> });
    let lines = ["paper-sign-person", "paper-sign-witness", "paper-sign-officer"];
    let signatures = lines.map(|line| {
        view! {
            <tr class="letter-sign-row" role="row">
                <th role="rowheader" scope="row">{chinese.get(line)}</th>
                <td role="cell"><p class="letter-blank">{chinese.get("letter-form-date")}</p></td>
            </tr>
        }
    });
    let entered = chinese.with(
        "paper-entered",
        &[
            ("office", model.office.clone().into()),
            ("officer", model.officer.clone().into()),
            ("person", model.person.clone().into()),
        ],
    );
    let body = view! {
        {back_link(text.get("question-back"), model.back.clone())}
        <div class="page-head no-print">
            <h1>{heading::words(text.phrases("assist-paper", &[]))}</h1>
            <p class="lead">{text.get("assist-paper-how")}</p>
            <p class="hint">{text.get("letter-print")}</p>
        </div>
        <article class="letter" lang=language aria-labelledby="title">
            <h2 class="letter-title" id="title">{chinese.get("paper-title")}</h2>
            <p>{entered}</p>
            <p>{chinese.with("paper-mark", &[("mark", model.mark.clone().into())])}</p>
            <p>{chinese.get("paper-applies")}</p>
            <ul>{model.services.iter().map(|name| view! { <li>{chinese.say(name)}</li> }).collect_view()}</ul>
            {sections.collect_view()}
            <p>{chinese.get("paper-declares")}</p>
            <ul>{statement.collect_view()}</ul>
            <p>{chinese.get("paper-heard")}</p>
            <table class="letter-table" role="table">
                <caption>{chinese.get("paper-sign")}</caption>
                <tbody role="rowgroup">{signatures.into_iter().collect_view()}</tbody>
            </table>
        </article>
    };
    Page::new(text.get("assist-paper"), body)
}

/// The last page before it is handed in: what was read out to the person, and what the officer answers for.
#[derive(Clone, Debug)]
pub struct Declared {
    /// The page.
    pub step: Step,
    /// For whom.
    pub person: String,
    /// What was read out, sentence by sentence.
    pub sentences: Vec<String>,
}

/// The page. It posts [`FIELD`] with `yes`.
pub fn declare(text: Text<'_>, model: &Declared) -> Page {
    let step = &model.step;
    let sentences = model.sentences.iter().map(|says| view! { <li>{says.clone()}</li> });
    let asked = step.asked(text, FIELD, Title::Label(text.get("declare-agreement")), None);
    let choice = Choice::new("yes", text.get("assist-declare"));
    let ticks = view! { <div class="choices">{asked.row("checkbox", asked.id.clone(), &choice, false)}</div> };
    let inner = view! {
        {asked.group(text, ticks.into_any())}
        {actions::row(vec![actions::submit(Look::Main, text.get("declare-submit"))])}
        <p class="hint">{text.get("declare-once")}</p>
    };
    let body = view! {
        <h1 class="page-head">{heading::words(text.phrases("assist-declare-title", &[]))}</h1>
        <div class="flow measure">
            <p>{text.with("assist-declare-lead", &[("person", model.person.clone().into())])}</p>
            <ul>{sentences.collect_view()}</ul>
            <p>{text.get("assist-declare-you")}</p>
            {form::post(&step.action, step.hidden.clone(), inner.into_any())}
        </div>
    };
    step.page(text, text.get("assist-declare-title"), body.into_any())
}

/// The receipt that the person keeps.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// The list of filings.
    pub back: String,
    /// For whom.
    pub person: String,
    /// The application's reference, in spoken groups.
    pub reference: String,
    /// The code that opens it with the birth date; only on the day of filing.
    pub code: Option<String>,
    /// What was applied for, each with the reference of its case.
    pub cases: Vec<(Phrase, String)>,
    /// The day it was handed in here.
    pub day: Date,
    /// Who wrote it down.
    pub officer: String,
    /// Their office.
    pub office: String,
    /// The committee or institution that acts for the person.
    pub institution: Option<String>,
    /// The office that has it now.
    pub handled_by: Option<Name>,
    /// Whether it is only sent on from here.
    pub forwards: bool,
    /// The office outside the province that received it.
    pub received: Option<Phrase>,
    /// What is still to be brought.
    pub to_bring: Vec<Phrase>,
    /// Where it is looked at.
    pub address: String,
}

/// The receipt. `chinese` are the words on the paper.
pub fn receipt(text: Text<'_>, chinese: Text<'_>, model: &Receipt) -> Page {
    let language = (text.language() != Language::ZhCn).then_some(Language::ZhCn.code());
    let row = |name: &'static str, value: AnyView| {
        view! {
            <tr role="row">
                <th role="rowheader" scope="row">{chinese.get(name)}</th>
                <td role="cell">{value}</td>
            </tr>
        }
    };
    let cases = model.cases.iter().map(|(name, number)| {
        view! {
            <tr role="row">
                <th role="rowheader" scope="row">{chinese.say(name)}</th>
                <td role="cell">{number.clone()}</td>
            </tr>
        }
    });
    let entered = chinese.with(
        "paper-entered",
        &[
            ("office", model.office.clone().into()),
            ("officer", model.officer.clone().into()),
            ("person", model.person.clone().into()),
        ],
    );
    let institution = model.institution.as_ref().map(|name| {
        view! { <p>{chinese.with("receipt-institution", &[("name", name.clone().into())])}</p> }
    });
    let received = model.received.as_ref().map(|received| {
        view! { <p>{chinese.say(received)}</p><p>{chinese.get("receipt-received-counts")}</p> }
    });
    let handled = model.handled_by.as_ref().map(|office| {
        let office = office.shown(Language::ZhCn).0.to_owned();
        view! { <p>{chinese.with("receipt-handled", &[("office", office.into())])}</p> }
    });
    let bring = (!model.to_bring.is_empty()).then(|| {
        let papers = model
            .to_bring
            .iter()
            .map(|paper| view! { <li>{chinese.say(paper)}</li> });
        view! { <p>{chinese.get("receipt-bring")}</p><ul>{papers.collect_view()}</ul> }
    });
    let next = if model.forwards {
        "receipt-next-forward"
    } else {
        "receipt-next"
    };
    let code = match &model.code {
        Some(code) => view! { {code.clone()} }.into_any(),
        None => chinese.get("receipt-code-gone").into_any(),
    };
    let handed = text.with("receipt-page-says", &[("person", model.person.clone().into())]);
    let body = view! {
        {back_link(text.get("assist-title"), model.back.clone())}
        <div class="page-head no-print">
            <h1>{heading::words(text.phrases("receipt-page", &[]))}</h1>
            {reference(text.get("sent-reference"), model.reference.clone(), (text.get("sent-what"), handed))}
            <p class="lead">{text.get("receipt-page-how")}</p>
            <p class="hint">{text.get("letter-print")}</p>
        </div>
        <article class="letter" lang=language aria-labelledby="title">
            <h2 class="letter-title" id="title">{chinese.get("receipt-title")}</h2>
            <table class="letter-table" role="table">
                <caption>{chinese.get("receipt-keep")}</caption>
                <tbody role="rowgroup">
                    {row("receipt-person", model.person.clone().into_any())}
                    {row("receipt-reference", model.reference.clone().into_any())}
                    {row("receipt-code", code)}
                    {row("receipt-day", chinese.date(model.day).into_any())}
                    {cases.collect_view()}
                </tbody>
            </table>
            <p>{entered}</p>
            {institution}
            {received}
            <h3>{chinese.get("receipt-next-title")}</h3>
            <p>{chinese.get(next)}</p>
            {handled}
            {bring}
            <h3>{chinese.get("receipt-look-title")}</h3>
            <p>{chinese.with("receipt-look", &[("address", model.address.clone().into())])}</p>
            <p>{chinese.get("receipt-look-office")}</p>
            <h3>{chinese.get("receipt-withdraw-title")}</h3>
            <p>{chinese.get("receipt-withdraw")}</p>
            <p>{chinese.with("receipt-hotline", &[("number", HOTLINE.into())])}</p>
        </article>
        <div class="no-print">
            {actions::row(vec![actions::go(Look::Main, text.get("assist-begin-next"), NEW.to_owned())])}
        </div>
    };
    Page::new(text.get("receipt-page"), body).in_section(Part::Queue)
}
