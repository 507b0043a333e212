//! In which ways somebody wants to be told outside the portal.

use leptos::prelude::*;
use zhida::message::Channel;

use crate::components::back_link::back_link;
use crate::components::heading;
use crate::frame::{Page, Section};
use crate::question::{self, Answer, Field, Kind, Leave, Problem, Question};
use crate::text::{Name, Phrase, Said, Text};

/// The name of the ways; there may be several, or none.
pub const WAYS: &str = "ways";

/// What the page asks.
#[derive(Clone, Debug)]
pub struct Reaching {
    /// Its own address.
    pub action: String,
    /// Whose ways they are.
    pub name: String,
    /// The ways there are, each as it is shown: masked; an address not at all.
    pub ways: Vec<(Channel, Option<String>)>,
    /// What is chosen.
    pub chosen: Vec<Channel>,
    /// Unseen fields.
    pub hidden: Vec<(String, String)>,
    /// What must be put right.
    pub problems: Vec<Problem>,
}

/// What a way is called.
pub fn channel(channel: Channel) -> Phrase {
    Phrase::new(match channel {
        Channel::Sms => "message-way-sms",
        Channel::Mail => "message-way-mail",
        Channel::Post => "message-way-post",
    })
}

/// The page.
pub fn page(text: Text<'_>, model: &Reaching) -> Page {
    let title = Phrase::new("message-reach").with("name", Said::Name(Name::only(model.name.as_str())));
    if model.ways.is_empty() {
        return nothing(text, &title);
    }
    let answers = model.ways.iter().map(|(way, shown)| Answer {
        value: way.as_str().to_owned(),
        label: channel(*way),
        hint: Some(match shown {
            Some(shown) => Phrase::new("message-way-to").with("to", Said::Name(Name::only(shown.as_str()))),
            None => Phrase::new("message-way-address"),
        }),
    });
    let chosen = model.chosen.iter();
    let question = Question {
        action: model.action.clone(),
        back: None,
        part_of: Phrase::new("message-title"),
        progress: None,
        hidden: model.hidden.clone(),
        title,
        hint: Some(Phrase::new("message-reach-hint")),
        why: None,
        fields: vec![Field {
            name: WAYS.to_owned(),
            label: Phrase::new("message-ways"),
            hint: None,
            optional: true,
            depends: false,
            unknown: false,
            kind: Kind::Several(answers.collect()),
        }],
        typed: chosen.map(|way| (WAYS.to_owned(), way.as_str().to_owned())).collect(),
        problems: model.problems.clone(),
        leave: Some(Leave {
            save: Phrase::new("message-reach-save"),
            not: Phrase::new("message-back"),
            href: super::LIST.to_owned(),
        }),
    };
    question::page(text, &question)
        .in_section(Section::Account)
        .keeping_what_is_typed()
}

/// Nothing is confirmed yet: how that is done.
fn nothing(text: Text<'_>, title: &Phrase) -> Page {
    let body = view! {
        {back_link(text.get("message-back"), super::LIST)}
        <div class="page-head"><h1>{heading::words(text.say_phrases(title))}</h1></div>
        <div class="measure flow">
            <p class="lead">{text.get("message-reach-nothing")}</p>
            <p>{text.get("message-reach-nothing-says")}</p>
        </div>
    };
    Page::new(text.say(title), body).in_section(Section::Account)
}
