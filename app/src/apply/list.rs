//! A list: its entries, adding one, changing one, taking one out, and saying that these are all.

use leptos::prelude::*;

use super::{Answer, Step};
use crate::components::actions::{self, Look, about};
use crate::components::back_link::back_link;
use crate::components::facts::{Fact, facts};
use crate::components::table_cards::Table;
use crate::components::{form, heading};
use crate::frame::Page;
use crate::text::{Phrase, Text};

/// The field that what is wrong with the whole list belongs to.
pub const FIELD: &str = "answer";

/// Entries as rows.
#[derive(Clone, Debug)]
pub struct Entries {
    /// What they are, in a word or two.
    pub name: Phrase,
    /// What was asked of each.
    pub heads: Vec<Phrase>,
    /// The answers of each, in the order of the heads.
    pub rows: Vec<Vec<Answer>>,
}

/// The page of a list.
#[derive(Clone, Debug)]
pub struct List {
    /// The page.
    pub step: Step,
    /// What is asked.
    pub title: Phrase,
    /// What helps to answer.
    pub hint: Option<Phrase>,
    /// The entries so far.
    pub entries: Entries,
    /// Where each is changed, in their order; below it where it is taken out.
    pub hrefs: Vec<String>,
    /// What adding one is called, and where it is done; nothing where there is no room for more.
    pub add: Option<(Phrase, String)>,
    /// How many there is room for.
    pub most: usize,
}

/// What is asked before an entry is taken out. It posts to `action`.
#[derive(Clone, Debug)]
pub struct Remove {
    /// The entry, by its number.
    pub entry: Phrase,
    /// What it says.
    pub lines: Vec<(Phrase, Answer)>,
    /// The page's own address.
    pub action: String,
    /// The list it is of.
    pub list: Phrase,
    /// Back to it.
    pub back: String,
}

impl Entries {
    /// The table; each row can be changed where it has an address.
    pub fn view(&self, text: Text<'_>, hrefs: &[String]) -> AnyView {
        if self.rows.is_empty() {
            return view! { <p>{text.get("list-none")}</p> }.into_any();
        }
        let mut heads = vec![text.get("list-number")];
        heads.extend(self.heads.iter().map(|head| text.say(head)));
        if !hrefs.is_empty() {
            heads.push(text.get("list-acts"));
        }
        let rows = self.rows.iter().enumerate().map(|(at, row)| {
            let name = text.with("list-entry", &[("number", (at + 1).into())]);
            let mut cells: Vec<AnyView> = row.iter().map(|answer| answer.view(text)).collect();
            cells.extend(hrefs.get(at).map(|href| acts(text, &name, href)));
            (name.into_any(), cells)
        });
        Table {
            caption: text.say(&self.name),
            caption_shown: false,
            heads,
            rows: rows.collect(),
        }
        .view()
    }
}

/// The same words in every row: heard with the number of the entry.
fn acts(text: Text<'_>, entry: &str, href: &str) -> AnyView {
    let [change, remove] = ["answer-change", "list-remove"].map(|id| text.get(id));
    let [change_label, remove_label] = [&change, &remove].map(|words| about(words, entry));
    let (href, remove_href) = (href.to_owned(), format!("{href}/remove"));
    view! {
        <div class="actions">
            <a href=href aria-label=change_label>{change}</a>
            <a href=remove_href aria-label=remove_label>{remove}</a>
        </div>
    }
    .into_any()
}

/// The page.
pub fn page(text: Text<'_>, model: &List) -> Page {
    let step = &model.step;
    let hint = model
        .hint
        .as_ref()
        .map(|hint| view! { <p class="lead">{text.say(hint)}</p> });
    let mut on = vec![actions::submit(Look::Main, text.get("list-done"))];
    on.extend(step.stop_here(text));
    let body = view! {
        <div class="page-head">
            <h1>{heading::words(text.say_phrases(&model.title))}</h1>
            {hint}
        </div>
        <div class="flow measure-wide">
            {model.entries.view(text, &model.hrefs)}
            {add(text, model)}
            {form::post(&step.action, step.hidden.clone(), actions::row(on))}
        </div>
    };
    step.page(text, text.say(&model.title), body.into_any())
}

/// The way to one more entry, with what is wrong with the list: it is what mends most of it.
fn add(text: Text<'_>, model: &List) -> AnyView {
    let message = model.step.error(text, FIELD);
    let class = if message.is_some() {
        "field field-wrong"
    } else {
        "field"
    };
    // Said again where the keyboard arrives at the link; where there is none, the message stands alone.
    let id = (message.is_some() && model.add.is_some()).then(|| format!("{FIELD}-error"));
    let message = message.map(|message| {
        view! {
            <p class="message" id=id.clone()>
                <span><span class="only-heard">{text.get("question-wrong")}</span>{message}</span>
            </p>
        }
    });
    let way = match &model.add {
        Some((words, href)) => {
            let (words, href) = (text.say(words), href.clone());
            view! { <a class="button button-second" href=href aria-describedby=id>{words}</a> }.into_any()
        }
        None => view! { <p>{text.with("list-full", &[("most", model.most.into())])}</p> }.into_any(),
    };
    view! { <div class=class id=FIELD tabindex="-1">{message}{way}</div> }.into_any()
}

/// The page that asks before an entry is taken out.
pub fn remove(text: Text<'_>, model: &Remove) -> Page {
    let inner = actions::row(vec![
        actions::submit(Look::Danger, text.get("list-remove-do")),
        actions::link(text.get("list-remove-not"), model.back.clone()),
    ]);
    let lines = model.lines.iter().map(|(name, answer)| Fact {
        name: text.say(name),
        value: answer.view(text),
        source: None,
        change: None,
    });
    let body = view! {
        {back_link(text.say(&model.list), model.back.clone())}
        <div class="page-head">
            <h1>{heading::words(text.phrases("list-remove-title", &[]))}</h1>
            <p class="lead">{text.say(&model.entry)}</p>
        </div>
        <div class="measure flow">
            {facts(lines.collect())}
            {form::post(&model.action, Vec::new(), inner)}
        </div>
    };
    Page::new(text.get("list-remove-title"), body)
}
