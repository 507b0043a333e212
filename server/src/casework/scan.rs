//! `/office/cases/{reference}/papers/{kind}`: a scan or photo of a paper that was brought to the window, so that the
//! offices after it read what was brought there.

use axum::extract::{Path, Request};
use axum::http::StatusCode;
use zhida::casework::{Command, paper_kinds};
use zhida_app::apply::evidence::Wrong;
use zhida_app::casework::href;
use zhida_app::casework::scan::{self, Scan};
use zhida_app::question::Problem;

use super::act::{Done, Given, Kept, give};
use super::desk::{Desk, head};
use super::{forms, sections, words};
use crate::apply::LARGEST_MB;
use crate::apply::paper::{MOST, Sent, files, write};
use crate::catalogue::words::of;
use crate::store::casework::Loaded;
use crate::store::file::{self, About, Subject};
use crate::web::{Answer, Fault, Reply, Visitor};

/// The command's name, as [`Command::name`] has it.
const SCAN: &str = "scan_paper";

/// The form.
///
/// # Errors
/// A case that is none of theirs; a paper that is none of its service.
pub async fn ask(visitor: Visitor, Path((reference, kind)): Path<(String, String)>) -> Answer {
    let desk = Desk::of(visitor)?;
    let loaded = load(&desk, &reference, &kind).await?;
    if !forms::is_offered(&desk, &loaded.case, SCAN)? {
        return Ok(desk.visitor.see_other(&href(loaded.case.opened.reference.as_str())));
    }
    page(&desk, &loaded, &kind, Vec::new()).await
}

/// A file more.
///
/// # Errors
/// A case that is none of theirs; a paper that is none of its service; no operation id.
pub async fn send(visitor: Visitor, Path((reference, kind)): Path<(String, String)>, request: Request) -> Answer {
    let desk = Desk::of(visitor)?;
    // Before the body is read: nobody uploads to a case that is none of theirs.
    let loaded = load(&desk, &reference, &kind).await?;
    let sent = Sent::read(request).await?;
    let op = sent.typed.op().ok_or(Fault::BadRequest)?;
    let portal = desk.portal();
    let full = sections::files(&desk, &loaded, &kind).await?.len() >= MOST;
    let taken = match sent.upload {
        None => Err(Wrong::NoneToUpload),
        Some(_) if full => Err(Wrong::TooMany(u32::try_from(MOST).unwrap_or(u32::MAX))),
        Some(upload) => {
            let name = upload.name.clone();
            let case = loaded.id.to_string();
            let written = write(&desk.visitor, upload, Subject::Case(&case)).await?;
            written.map(|written| (name, written))
        }
    };
    let (name, (written, media)) = match taken {
        Ok(taken) => taken,
        Err(wrong) => {
            let problem = Problem {
                field: scan::FILE.to_owned(),
                message: wrong.message(),
            };
            return page(&desk, &loaded, &kind, vec![problem]).await;
        }
    };
    let owner = desk.owner();
    let given = Given {
        location: address(&loaded, &kind),
        command: &Command::ScanPaper {
            kind: kind.clone(),
            file: written.id.to_string(),
        },
        // What a colleague does meanwhile takes nothing from a paper that is there.
        version: None,
        op,
        loaded,
        file: Some(Kept {
            written: &written,
            about: About {
                kind: media,
                name: &name,
                uploaded_by: &owner,
                at: portal.now(),
            },
            kind: &kind,
        }),
    };
    let done = give(&desk, given).await;
    // Refused, or the form was sent before: then nobody knows of these bytes.
    if file::find(&mut portal.store.read(), &portal.keys, written.id)
        .await?
        .is_none()
    {
        files(portal).remove(&written.path).await?;
    }
    match done? {
        Done::Gone(location) => Ok(desk.visitor.see_other(&location)),
        Done::Refused(loaded, refusal) => {
            let problem = Problem {
                field: scan::FILE.to_owned(),
                message: words::refusal(&refusal),
            };
            page(&desk, &loaded, &kind, vec![problem]).await
        }
        Done::Changed(_) => Err(Fault::Conflict),
    }
}

async fn load(desk: &Desk, reference: &str, kind: &str) -> Result<Loaded, Fault> {
    let loaded = desk.load(reference).await?;
    if paper_kinds(&loaded.case, &desk.setting(&loaded.case)?).contains(&kind) {
        Ok(loaded)
    } else {
        Err(Fault::NotFound)
    }
}

fn address(loaded: &Loaded, kind: &str) -> String {
    format!("{}/papers/{kind}", href(loaded.case.opened.reference.as_str()))
}

async fn page(desk: &Desk, loaded: &Loaded, kind: &str, problems: Vec<Problem>) -> Result<Reply, Fault> {
    let status = if problems.is_empty() {
        StatusCode::OK
    } else {
        StatusCode::UNPROCESSABLE_ENTITY
    };
    let model = Scan {
        head: head(&loaded.case),
        action: address(loaded, kind),
        hidden: desk.op(),
        paper: of("evidence", kind),
        files: sections::files(desk, loaded, kind).await?,
        largest_mb: LARGEST_MB,
        problems,
    };
    Ok(desk.visitor.page_with(status, |text| scan::page(text, &model)))
}
