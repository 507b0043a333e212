//! `/cases/{reference}/papers`: the papers an office asked for. Each is sent on a page of its own or brought; then the
//! list is handed in as a whole.

use axum::extract::Path;
use axum::http::StatusCode;
use zhida::casework::{Case, Command, EvidenceGiven, PaperList, Phase};
use zhida_app::cases::papers::{self, BRING, Paper, Papers, field, neither};
use zhida_app::question::Problem;

use super::act::done_before;
use super::withdraw::fault;
use super::{Acted, Opened, act, address, asking};
use crate::catalogue::words;
use crate::letter::names;
use crate::portal::Portal;
use crate::store::file::{self, FileUse, Subject};
use crate::web::{Answer, Fault, Typed, Visitor};

/// The page's name in the operations.
const ROUTE: &str = "case-papers";

/// `GET /cases/{reference}/papers`.
pub async fn ask(visitor: Visitor, Path(reference): Path<String>) -> Answer {
    let opened = Opened::of(&visitor, &reference).await?;
    let Some(list) = list(&opened) else {
        return Ok(visitor.see_other(&address(opened.case.opened.reference)));
    };
    let sent = sent(&visitor.portal, &opened).await?;
    let model = page(&visitor, &opened, list, &sent, &Typed::default(), Vec::new());
    Ok(visitor.page(|text| papers::page(text, &model)))
}

/// `POST /cases/{reference}/papers`.
pub async fn hand_in(visitor: Visitor, Path(reference): Path<String>, typed: Typed) -> Answer {
    let portal = &visitor.portal;
    let opened = Opened::of(&visitor, &reference).await?;
    let here = address(opened.case.opened.reference);
    let Some(list) = list(&opened) else {
        // Handed in before, perhaps by this very form.
        let before = done_before(portal, &opened, (typed.op(), ROUTE)).await?;
        return Ok(visitor.see_other(&before.unwrap_or(here)));
    };
    let sent = sent(portal, &opened).await?;
    let mut given = Vec::new();
    let mut problems = Vec::new();
    for kind in to_send(&opened.case, list) {
        let files = files_of(&sent, kind)
            .map(|used| used.file.id.to_string())
            .collect::<Vec<_>>();
        if files.is_empty() && !typed.all(BRING).any(|brought| brought == kind) {
            problems.push(Problem {
                field: field(kind),
                message: neither(words::of("evidence", kind)),
            });
        }
        given.push(EvidenceGiven {
            kind: kind.clone(),
            files,
        });
    }
    if !problems.is_empty() {
        let model = page(&visitor, &opened, list, &sent, &typed, problems);
        return Ok(visitor.page_with(StatusCode::UNPROCESSABLE_ENTITY, |text| papers::page(text, &model)));
    }
    let location = format!("{here}?done=papers");
    let command = [Command::SupplyPapers { papers: given }];
    match act(portal, opened, (typed.op(), ROUTE), &location, &command).await? {
        Acted::Done(location) => Ok(visitor.see_other(&location)),
        Acted::Refused(refusal) => Err(fault(&refusal)),
    }
}

/// The list that is still to be answered.
pub(super) fn list(opened: &Opened) -> Option<&PaperList> {
    list_of(&opened.case).filter(|_| !opened.only_looks())
}

/// The list that is still to be answered: while the case is open, or where it was granted before its papers were there.
pub(super) fn list_of(case: &Case) -> Option<&PaperList> {
    let open = case.open_list().filter(|_| case.phase == Phase::Open);
    open.or_else(|| case.papers_come_later())
}

/// What is still to be sent or brought: not what somebody has confirmed meanwhile.
fn to_send<'a>(case: &'a Case, list: &'a PaperList) -> impl Iterator<Item = &'a String> {
    list.papers.iter().filter(|kind| !case.is_confirmed_instead(kind))
}

/// The files sent since, which no list has been answered with yet.
pub(super) async fn sent(portal: &Portal, opened: &Opened) -> Result<Vec<FileUse>, Fault> {
    let id = opened.id.to_string();
    let uses = file::list(&mut portal.store.read(), &portal.keys, Subject::Case(&id)).await?;
    Ok(uses.into_iter().filter(|used| !is_given(&opened.case, used)).collect())
}

/// Whether a list was answered with a file.
pub(super) fn is_given(case: &Case, used: &FileUse) -> bool {
    let file = used.file.id.to_string();
    case.evidence.iter().any(|paper| paper.files.contains(&file))
}

/// Whether the visitor may look at a file that waits, and take it away: their own, and all of them where letters are
/// open to them.
pub(super) fn is_theirs(opened: &Opened, used: &FileUse) -> bool {
    opened.letters_are_open() || used.file.uploaded_by == opened.reader.name()
}

/// Those of one kind.
pub(super) fn files_of<'a>(sent: &'a [FileUse], kind: &'a str) -> impl Iterator<Item = &'a FileUse> {
    sent.iter().filter(move |used| used.kind == kind)
}

fn page(
    visitor: &Visitor,
    opened: &Opened,
    list: &PaperList,
    sent: &[FileUse],
    typed: &Typed,
    problems: Vec<Problem>,
) -> Papers {
    let portal = &visitor.portal;
    let here = address(opened.case.opened.reference);
    let papers = to_send(&opened.case, list).map(|kind| Paper {
        kind: kind.clone(),
        name: words::of("evidence", kind),
        says: names::paper_says(portal, kind),
        files: files_of(sent, kind)
            .map(|used| {
                if is_theirs(opened, used) {
                    used.file.name.clone()
                } else {
                    visitor.text().get("cases-paper-of-others")
                }
            })
            .collect(),
        send_href: format!("{here}/papers/{kind}"),
        bring: typed.all(BRING).any(|brought| brought == kind),
    });
    Papers {
        act: asking(visitor, opened, "papers", problems),
        office: names::office_of_case(portal, &opened.case),
        asked_on: list.asked_on,
        until: list.until,
        later: opened.case.papers_hold_up_nothing(),
        sentence: list.sentence.as_ref().map(|sentence| sentence.as_str().to_owned()),
        papers: papers.collect(),
    }
}
