//! What was typed into a draft on this device and not saved, while it was filled in on another one.

use zhida::apply::{Course, PageId, typed_page};
use zhida_app::apply::kept::Kept;
use zhida_app::text::Phrase;

use super::lines;
use super::opened::Opened;
use super::questions::{self, Asking};
use crate::catalogue::words;
use crate::web::gate::kept_below;
use crate::web::{Fault, Visitor};

/// What waits on other pages of a draft; and what is saved for this one, where it shows what was `typed` before.
pub(super) async fn of(
    visitor: &Visitor,
    opened: &Opened,
    course: &Course<'_>,
    page: &PageId,
    typed: Option<&[(String, String)]>,
) -> Result<Kept, Fault> {
    let portal = &visitor.portal;
    let waiting = kept_below(visitor, &opened.whole()).await?;
    let pages = course
        .pages
        .iter()
        .filter(|other| !waiting.is_empty() && *other != page && course.is_open(other));
    let pages = pages.filter_map(|other| {
        let href = opened.address(other);
        waiting
            .contains(&href)
            .then(|| (asks(visitor, opened, course, other), href))
    });
    let stored = typed_page(&portal.catalogue, opened.draft(), page);
    let differs = |typed: &&[(String, String)]| {
        let known = |name: &String| stored.iter().any(|(stored, _)| stored == name);
        let theirs = typed.iter().filter(|(name, value)| known(name) || !value.is_empty());
        let mut theirs = theirs.filter(|(name, _)| !matches!(name.as_str(), "op" | "version"));
        theirs.any(|answer| !stored.contains(answer))
    };
    let saved = || match opened.draft().answer(page) {
        Some(_) => lines::of(visitor.text(), opened.draft(), course, page, None),
        None => Vec::new(),
    };
    Ok(Kept {
        pages: pages.collect(),
        saved: typed.filter(differs).map(|_| saved()),
    })
}

/// What a page asks.
fn asks(visitor: &Visitor, opened: &Opened, course: &Course<'_>, page: &PageId) -> Phrase {
    let asking = Asking {
        texts: &visitor.portal.texts,
        catalogue: &visitor.portal.catalogue,
        draft: opened.draft(),
        typed: &[],
        register: &course.register,
        offered: &[],
        today: opened.today,
    };
    if let Some(question) = questions::question(&asking, page, String::new()) {
        return question.title;
    }
    match page {
        PageId::Hukou => words::of("page", "hukou"),
        PageId::Township => Phrase::new("apply-township"),
        PageId::ResidenceCounty => Phrase::new("apply-residence-county"),
        PageId::ResidenceTownship => Phrase::new("apply-residence-township"),
        PageId::Overlap(_) => Phrase::new("apply-overlap"),
        PageId::Paper(kind) => words::of("evidence", kind),
        PageId::Consents => Phrase::new("apply-consents"),
        _ => Phrase::new("apply-step-send"),
    }
}
