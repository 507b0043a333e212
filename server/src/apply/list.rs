//! `/apply/{draft}/{page}/{entry}`: one entry of a list, and taking it out again. The list itself is a page like others;
//! each entry has a name of its own in its address, so two windows never write into each other's.

use axum::extract::Path;
use axum::http::StatusCode;
use uuid::Uuid;
use zhida::apply::{Answers, Course, Entry, PageId, Problem as Wrong, read_entry, typed_entry};
use zhida::catalogue::{Catalogue, ListOf, Page, PageKind};
use zhida_app::apply::list::{self as shown, Entries, Remove};
use zhida_app::apply::{Answer as Said, Line, Step};
use zhida_app::question::{self, Leave, Problem, Question};
use zhida_app::text::{Phrase, Said as Value};

use super::opened::{Changed, Opened, change};
use super::questions::progress;
use super::view::answered;
use super::{owner, renewed};
use crate::catalogue::{questions, words};
use crate::portal::Portal;
use crate::web::gate::typed_before;
use crate::web::{Answer, Fault, Reply, Typed, Visitor};

/// What stands in an address for an entry that is yet to be named.
const NEW: &str = "new";

/// `GET /apply/{draft}/{page}/{entry}`. A new entry gets its name first: reloaded, or opened in a second window, its
/// page stays its own.
pub async fn ask(visitor: Visitor, Path((id, page, entry)): Path<(String, String, String)>) -> Answer {
    let (page, list) = list_named(&visitor.portal.catalogue, &page)?;
    let opened = match Opened::of(&visitor, &id).await {
        Ok(opened) => opened,
        Err(closed) => return owner::missing(&visitor, closed, None).await,
    };
    let course = opened.course(&visitor.portal)?;
    if let Some(elsewhere) = not_open(&visitor, &opened, &course, &page)? {
        return Ok(elsewhere);
    }
    let entries = opened.draft().entries(&list.page.id);
    if entry == NEW {
        return Ok(visitor.see_other(&if entries.len() < list.of.most {
            format!("{}/{}", opened.address(&page), visitor.portal.random_id().simple())
        } else {
            opened.address(&page)
        }));
    }
    let entry = entry_name(&entry)?;
    let stored = entries.iter().find(|known| known.id == entry);
    let typed = match (typed_before(&visitor).await?, stored) {
        (Some(typed), _) => typed,
        (None, Some(stored)) => typed_entry(list.of, &stored.answers),
        (None, None) => Vec::new(),
    };
    Ok(form(&visitor, &opened, list, &entry, (typed, Vec::new())))
}

/// `POST /apply/{draft}/{page}/{entry}`.
pub async fn save(visitor: Visitor, Path((id, page, entry)): Path<(String, String, String)>, typed: Typed) -> Answer {
    let (page, list) = list_named(&visitor.portal.catalogue, &page)?;
    let entry = entry_name(&entry)?;
    let saved = change(&visitor, &id, |opened| {
        if !opened.course(&visitor.portal)?.is_open(&page) {
            return Ok(Changed::No(Vec::new()));
        }
        Ok(match read_entry(list.of, &typed.0) {
            Err(wrong) => Changed::No(questions::entry_problems(&wrong)),
            Ok(answers) => put(opened, list, &entry, answers),
        })
    });
    let (opened, problems) = match saved.await {
        Ok(saved) => saved,
        Err(closed) => return owner::missing(&visitor, closed, Some(&typed)).await,
    };
    if problems.is_empty() {
        return Ok(visitor.see_other(&opened.address(&page)));
    }
    Ok(form(&visitor, &opened, list, &entry, (typed.0, problems)))
}

/// Puts an entry where it belongs; a form sent twice changes nothing the second time.
fn put(opened: &mut Opened, list: Listed<'_>, id: &str, answers: Answers) -> Changed<Vec<Problem>> {
    let entries = opened.draft().entries(&list.page.id);
    let known = entries.iter().find(|entry| entry.id == id);
    if known.is_some_and(|entry| entry.answers == answers) {
        return Changed::No(Vec::new());
    }
    if known.is_none() && entries.len() >= list.of.most {
        let full = Problem {
            field: String::new(),
            message: questions::words(Wrong::ListTooLong(list.of.most)),
        };
        return Changed::No(vec![full]);
    }
    let entry = Entry {
        id: id.to_owned(),
        answers,
    };
    opened.stored.draft.save_entry(&list.page.id, entry);
    Changed::Yes(Vec::new())
}

/// `GET /apply/{draft}/{page}/{entry}/remove`. What is not there any more leads back to the list.
pub async fn ask_remove(visitor: Visitor, Path((id, page, entry)): Path<(String, String, String)>) -> Answer {
    let (page, list) = list_named(&visitor.portal.catalogue, &page)?;
    let opened = match Opened::of(&visitor, &id).await {
        Ok(opened) => opened,
        Err(closed) => return owner::missing(&visitor, closed, None).await,
    };
    let course = opened.course(&visitor.portal)?;
    if let Some(elsewhere) = not_open(&visitor, &opened, &course, &page)? {
        return Ok(elsewhere);
    }
    let entry = entry_name(&entry)?;
    let back = opened.address(&page);
    let entries = opened.draft().entries(&list.page.id);
    let Some(at) = entries.iter().position(|known| known.id == entry) else {
        return Ok(visitor.see_other(&back));
    };
    let model = Remove {
        entry: numbered(list.page, at),
        lines: fields(list.of, &entries[at]),
        action: format!("{back}/{entry}/remove"),
        list: words::part("page", &list.page.id, "short"),
        back,
    };
    Ok(visitor.page(|text| shown::remove(text, &model).come_back_to_with(opened.guest_code())))
}

/// `POST /apply/{draft}/{page}/{entry}/remove`.
pub async fn remove(visitor: Visitor, Path((id, page, entry)): Path<(String, String, String)>) -> Answer {
    let (page, list) = list_named(&visitor.portal.catalogue, &page)?;
    let entry = entry_name(&entry)?;
    let removed = change(&visitor, &id, |opened| {
        let open = opened.course(&visitor.portal)?.is_open(&page);
        let removed = open && opened.stored.draft.remove_entry(&list.page.id, &entry);
        Ok(if removed { Changed::Yes(()) } else { Changed::No(()) })
    });
    match removed.await {
        Ok((opened, ())) => Ok(visitor.see_other(&opened.address(&page))),
        Err(closed) => owner::missing(&visitor, closed, None).await,
    }
}

/// A page that is a list, and what it asks.
#[derive(Clone, Copy)]
pub(super) struct Listed<'c> {
    pub page: &'c Page,
    pub of: &'c ListOf,
}

/// The list that a page is, if it is one.
pub(super) fn of<'c>(catalogue: &'c Catalogue, page: &PageId) -> Option<Listed<'c>> {
    let PageId::Question(id) = page else { return None };
    let page = catalogue.pages.iter().find(|page| page.id == *id)?;
    match &page.kind {
        PageKind::List(of) => Some(Listed { page, of }),
        _ => None,
    }
}

fn list_named<'c>(catalogue: &'c Catalogue, name: &str) -> Result<(PageId, Listed<'c>), Fault> {
    let page = PageId::parse(name).ok_or(Fault::NotFound)?;
    let list = of(catalogue, &page).ok_or(Fault::NotFound)?;
    Ok((page, list))
}

/// The name of an entry, written one way.
fn entry_name(typed: &str) -> Result<String, Fault> {
    let name = Uuid::parse_str(typed).map_err(|_| Fault::NotFound)?;
    Ok(name.simple().to_string())
}

/// Where somebody is led who cannot work on the list: to what comes before it.
fn not_open(visitor: &Visitor, opened: &Opened, course: &Course<'_>, page: &PageId) -> Result<Option<Reply>, Fault> {
    Ok(renewed::first(visitor, opened)?.or_else(|| {
        let closed = !course.is_open(page);
        closed.then(|| visitor.see_other(&opened.address(&course.next)))
    }))
}

fn form(
    visitor: &Visitor,
    opened: &Opened,
    list: Listed<'_>,
    entry: &str,
    (typed, problems): (Vec<(String, String)>, Vec<Problem>),
) -> Reply {
    let page = PageId::Question(list.page.id.clone());
    let back = opened.address(&page);
    let status = if problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let question = Question {
        action: format!("{back}/{entry}"),
        back: Some(back.clone()),
        part_of: Phrase::new("apply-part"),
        progress: Some(progress(&page)),
        hidden: Vec::new(),
        title: words::part("page", &list.page.id, "entry"),
        hint: None,
        why: None,
        fields: questions::entry_fields(&visitor.portal.texts, list.of),
        typed,
        problems,
        leave: Some(Leave {
            save: Phrase::new("list-entry-save"),
            not: Phrase::new("list-entry-not"),
            href: back,
        }),
    };
    visitor.page_with(status, |text| {
        let page = question::page(text, &question).keeping_what_is_typed();
        page.come_back_to_with(opened.guest_code())
    })
}

/// The page of a list.
pub(super) fn model(portal: &Portal, opened: &Opened, list: Listed<'_>, step: Step) -> shown::List {
    let entries = opened.draft().entries(&list.page.id);
    let hint = questions::question(&portal.texts, list.page, String::new()).hint;
    shown::List {
        title: words::of("page", &list.page.id),
        hint,
        entries: table(list.page, list.of, entries),
        hrefs: entries
            .iter()
            .map(|entry| format!("{}/{}", step.action, entry.id))
            .collect(),
        add: (entries.len() < list.of.most).then(|| {
            let words = words::part("page", &list.page.id, "add");
            (words, format!("{}/{NEW}", step.action))
        }),
        most: list.of.most,
        step,
    }
}

/// Entries as rows, each answer under what it answers.
pub(crate) fn table(page: &Page, of: &ListOf, entries: &[Entry]) -> Entries {
    let heads = of.fields.iter().map(|field| words::of("page", &field.id));
    let cells = |entry: &Entry| of.fields.iter().map(|field| cell(field, entry)).collect();
    Entries {
        name: words::part("page", &page.id, "short"),
        heads: heads.collect(),
        rows: entries.iter().map(cells).collect(),
    }
}

/// Entries as lines: how many there are, and each by itself.
pub(crate) fn lines(page: &Page, of: &ListOf, entries: &[Entry], change: Option<&str>) -> Vec<Line> {
    let all = Line {
        name: words::part("page", &page.id, "short"),
        answer: count(entries.len()),
        source: None,
        change: change.map(str::to_owned),
    };
    let each = entries.iter().enumerate().map(|(at, entry)| Line {
        name: numbered(page, at),
        answer: Said::Named(fields(of, entry)),
        source: None,
        change: change.map(|page| format!("{page}/{}", entry.id)),
    });
    std::iter::once(all).chain(each).collect()
}

/// How many entries there are.
pub(crate) fn count(entries: usize) -> Said {
    Said::Words(match i64::try_from(entries) {
        Ok(0) => Phrase::new("list-empty"),
        count => Phrase::new("list-count").with("count", Value::Count(count.unwrap_or(i64::MAX))),
    })
}

/// An entry by the name of its list and its place, counted from 0.
pub(crate) fn numbered(page: &Page, at: usize) -> Phrase {
    let list = Value::Words(Box::new(words::part("page", &page.id, "short")));
    let number = Value::Count(i64::try_from(at + 1).unwrap_or(i64::MAX));
    Phrase::new("list-entry-of").with("list", list).with("number", number)
}

fn fields(of: &ListOf, entry: &Entry) -> Vec<(Phrase, Said)> {
    let field = |field: &Page| (words::of("page", &field.id), cell(field, entry));
    of.fields.iter().map(field).collect()
}

fn cell(field: &Page, entry: &Entry) -> Said {
    let answer = entry.answers.get(&field.id);
    answer.map_or(Said::Nothing, |answer| answered(&field.id, answer))
}
