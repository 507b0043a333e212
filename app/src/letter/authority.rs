//! 授权委托书: the person lets somebody else apply this once. Filled in as far as the application knows, to be signed on
//! paper. The Chinese one counts and is the one that is printed; other languages read a translation above it.

use leptos::prelude::*;

use crate::components::back_link::back_link;
use crate::components::heading;
use crate::frame::Page;
use crate::text::{Language, Phrase, Text};

/// What is known.
#[derive(Clone, Debug)]
pub struct Authority {
    /// The page it was opened from.
    pub back: String,
    /// Who lets the other act: the disabled person.
    pub principal: Who,
    /// Who acts.
    pub agent: Who,
    /// What the agent is to the principal, where it was said.
    pub relationship: Option<Phrase>,
    /// The agent's telephone, where there is one.
    pub phone: Option<String>,
    /// What is applied for.
    pub services: Vec<Phrase>,
}

/// One of the two.
#[derive(Clone, Debug)]
pub struct Who {
    /// The name.
    pub name: String,
    /// The resident ID number, in full: both are named on the paper.
    pub number: Option<String>,
}

/// The page. `chinese` are the words of the paper that counts.
pub fn page(text: Text<'_>, chinese: Text<'_>, model: &Authority) -> Page {
    let translated = (text.language() != Language::ZhCn).then(|| {
        view! {
            <section class="flow no-print" aria-labelledby="translation">
                <h2 id="translation">{text.get("authority-translation")}</h2>
                {matter(text, model)}
            </section>
        }
    });
    let language = (text.language() != Language::ZhCn).then_some(Language::ZhCn.code());
    let body = view! {
        {back_link(text.get("question-back"), model.back.clone())}
        <div class="page-head no-print">
            <h1>{heading::words(text.phrases("authority-page", &[]))}</h1>
            <p class="lead">{text.get("authority-how")}</p>
            <p class="hint">{text.get("letter-print")}</p>
        </div>
        {translated}
        <article class="letter" lang=language aria-labelledby="title">
            <h2 class="letter-title" id="title">{chinese.get("authority-title")}</h2>
            {matter(chinese, model)}
            {signatures(chinese)}
        </article>
    };
    Page::new(text.get("authority-page"), body)
}

fn matter(text: Text<'_>, model: &Authority) -> AnyView {
    let row = |name: &'static str, value: Option<String>| {
        view! {
            <tr role="row">
                <th role="rowheader" scope="row">{text.get(name)}</th>
                <td role="cell">{value.unwrap_or_default()}</td>
            </tr>
        }
    };
    let table = |caption: &'static str, who: &Who, rest: Option<AnyView>| {
        view! {
            <table class="letter-table" role="table">
                <caption>{text.get(caption)}</caption>
                <tbody role="rowgroup">
                    {row("authority-name", Some(who.name.clone()))}
                    {row("authority-number", who.number.clone())}
                    {rest}
                </tbody>
            </table>
        }
    };
    let rest = view! {
        {row("authority-phone", model.phone.clone())}
        {row("authority-relationship", model.relationship.as_ref().map(|words| text.say(words)))}
    };
    let services = model
        .services
        .iter()
        .map(|service| view! { <li>{text.say(service)}</li> });
    view! {
        {table("authority-principal", &model.principal, None)}
        {table("authority-agent", &model.agent, Some(rest.into_any()))}
        <p>{text.get("authority-matter")}</p>
        <ul>{services.collect_view()}</ul>
        <p>{text.get("authority-scope")}</p>
        <p>{text.get("authority-not")}</p>
        <p>{text.get("authority-until")}</p>
    }
    .into_any()
}

/// Room for two hands, and for two witnesses of one that cannot write.
fn signatures(text: Text<'_>) -> AnyView {
    let lines = [
        "authority-sign-principal",
        "authority-sign-agent",
        "authority-sign-witnesses",
    ];
    let lines = lines.into_iter().map(|line| {
        view! {
            <tr class="letter-sign-row" role="row">
                <th role="rowheader" scope="row">{text.get(line)}</th>
                <td role="cell"><p class="letter-blank">{text.get("letter-form-date")}</p></td>
            </tr>
        }
    });
    view! {
        <table class="letter-table" role="table">
            <caption>{text.get("authority-sign")}</caption>
            <tbody role="rowgroup">{lines.collect_view()}</tbody>
        </table>
    }
    .into_any()
}
