//! `/apply/{draft}/{page}`: one page of an application, shown and answered.

use axum::extract::{Path, Query};
use zhida::apply::{Course, LeftOut, PageAnswer, PageId, field, read_page};
use zhida_app::apply::overlap::NOT_APPLY;
use zhida_app::place::FIELD;
use zhida_app::question::Problem;

use super::linked::{self, Offered};
use super::opened::{Changed, Opened, change};
use super::problems::problems;
use super::view::{self, Shown};
use super::{acting, already, assisted, kept, owner, paper, renewed, view::county};
use crate::catalogue::picker::{self, Chosen, Looking};
use crate::web::gate::typed_before;
use crate::web::{Answer, Fault, Typed, Visitor};

/// `GET /apply/{draft}`: goes on where it was left.
pub async fn go_on(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let opened = match Opened::of(&visitor, &id).await {
        Ok(opened) => opened,
        Err(closed) => return owner::missing(&visitor, closed, None).await,
    };
    if let Some(first) = renewed::first(&visitor, &opened)? {
        return Ok(first);
    }
    let next = opened.course(&visitor.portal)?.next;
    Ok(visitor.see_other(&opened.address(&next)))
}

/// `GET /apply/{draft}/{page}`. A page that does not matter, or not yet, leads to the one that does.
pub async fn ask(visitor: Visitor, Path((id, page)): Path<(String, String)>, Query(looking): Query<Looking>) -> Answer {
    let page = PageId::parse(&page).ok_or(Fault::NotFound)?;
    show(&visitor, &id, &page, looking).await
}

/// Shows a page, or the one that comes before it.
pub(super) async fn show(visitor: &Visitor, id: &str, page: &PageId, looking: Looking) -> Answer {
    let opened = match Opened::of(visitor, id).await {
        Ok(opened) => opened,
        Err(closed) => return owner::missing(visitor, closed, None).await,
    };
    if let Some(first) = renewed::first(visitor, &opened)? {
        return Ok(first);
    }
    let course = opened.course(&visitor.portal)?;
    if !course.is_open(page) {
        return Ok(visitor.see_other(&opened.address(&course.next)));
    }
    let typed = typed_before(visitor).await?;
    let kept = kept::of(visitor, &opened, &course, page, typed.as_deref()).await?;
    let shown = Shown {
        looking,
        kept,
        typed: match typed {
            None => linked::said_before(visitor, &opened, page).await?,
            typed => typed,
        },
        already: match page {
            PageId::Check => already::cases(visitor, &opened).await?,
            _ => Vec::new(),
        },
        offered: match page {
            PageId::Person => linked::offered(visitor, &opened).await?,
            _ => Vec::new(),
        },
        previews: match page {
            PageId::Paper(_) => paper::previews(&visitor.portal, &opened).await?,
            _ => Vec::new(),
        },
        ..Shown::default()
    };
    view::page(visitor, &opened, &course, page, shown)
}

/// `POST /apply/{draft}/{page}`.
pub async fn save(
    visitor: Visitor,
    Path((id, page)): Path<(String, String)>,
    Query(looking): Query<Looking>,
    typed: Typed,
) -> Answer {
    let page = PageId::parse(&page).ok_or(Fault::NotFound)?;
    let offered = match page {
        PageId::Person => match Opened::of(&visitor, &id).await {
            Ok(opened) => linked::offered(&visitor, &opened).await?,
            Err(_) => Vec::new(),
        },
        _ => Vec::new(),
    };
    let saved = change(&visitor, &id, |opened| {
        read(&visitor, opened, &page, (&typed, &offered))
    })
    .await;
    let (opened, read) = match saved {
        Ok(saved) => saved,
        Err(closed) => return owner::missing(&visitor, closed, Some(&typed)).await,
    };
    let course = opened.course(&visitor.portal)?;
    match read {
        Read::Saved | Read::NotOpen => Ok(visitor.see_other(&opened.address(&course.next))),
        Read::Elsewhere(address) => Ok(visitor.see_other(&address)),
        Read::Wrong(problems) => {
            let shown = Shown {
                looking: looking.keeping(&typed),
                typed: Some(typed.0),
                problems,
                offered,
                ..Shown::default()
            };
            view::page(&visitor, &opened, &course, &page, shown)
        }
    }
}

/// What became of what was typed.
enum Read {
    Saved,
    /// The page is not one of this draft, or not yet.
    NotOpen,
    /// It goes on at another address: a list of places, the end of a draft.
    Elsewhere(String),
    Wrong(Vec<Problem>),
}

fn read(
    visitor: &Visitor,
    opened: &mut Opened,
    page: &PageId,
    (typed, offered): (&Typed, &[Offered]),
) -> Result<Changed<Read>, Fault> {
    let portal = &visitor.portal;
    let course = opened.course(portal)?;
    if !course.is_open(page) || matches!(page, PageId::Check | PageId::Statement | PageId::Paper(_)) {
        return Ok(Changed::No(Read::NotOpen));
    }
    if matches!(page, PageId::Hukou | PageId::ResidenceCounty) {
        let ask = county(opened, opened.draft(), page, None);
        if let Ok(Chosen::Within(address)) = picker::read(&ask, typed) {
            return Ok(Changed::No(Read::Elsewhere(address)));
        }
    }
    if let PageId::Overlap(service) = page
        && typed.get(field::PICK) == Some(NOT_APPLY)
    {
        return Ok(not_applied_for(opened, &course, service));
    }
    let posted = match page {
        PageId::Person => match linked::posted(offered, &typed.0) {
            Ok(posted) => posted,
            Err(problem) => return Ok(Changed::No(Read::Wrong(vec![problem]))),
        },
        _ => typed.0.clone(),
    };
    let read = read_page(&portal.catalogue, &course, opened.draft(), page, &posted, opened.today);
    match read {
        Ok(answer) if is_as_before(opened, page, &answer) => Ok(Changed::No(Read::Saved)),
        Ok(answer) => {
            let refused = acting::refused(portal, opened, &answer).or_else(|| assisted::refused(opened, &answer));
            if let Some(problem) = refused {
                return Ok(Changed::No(Read::Wrong(vec![problem])));
            }
            opened.stored.draft.save(page, answer);
            Ok(Changed::Yes(Read::Saved))
        }
        Err(wrong) => {
            debug_assert_eq!(FIELD, field::PLACE, "the picker and the domain name the field alike");
            let mut wrong = problems(&wrong);
            linked::beside_the_choice(offered, &typed.0, &mut wrong);
            Ok(Changed::No(Read::Wrong(wrong)))
        }
    }
}

/// Whoever keeps another benefit has nothing to apply for: the rest goes on, or there is nothing left to keep.
fn not_applied_for(opened: &mut Opened, course: &Course<'_>, service: &str) -> Changed<Read> {
    let services = opened.draft().services.iter();
    let rest: Vec<String> = services.filter(|code| *code != service).cloned().collect();
    if rest.is_empty() {
        return Changed::No(Read::Elsewhere(opened.beside("discard")));
    }
    let draft = &mut opened.stored.draft;
    draft.save(&PageId::Services, PageAnswer::Services(rest));
    if let Some(other) = view::other_page(course, service) {
        let left = LeftOut {
            other: other.to_owned(),
            version: draft.version,
        };
        draft.left_out.insert(service.to_owned(), left);
    }
    Changed::Yes(Read::Saved)
}

/// A form sent twice changes nothing the second time.
fn is_as_before(opened: &Opened, page: &PageId, answer: &PageAnswer) -> bool {
    let draft = opened.draft();
    draft.answer(page).as_ref() == Some(answer) && !draft.is_asked_again(page)
}
