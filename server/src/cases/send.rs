//! `/cases/{reference}/papers/{kind}`: files for a paper that an office asked for.

use axum::extract::{Path, Request};
use axum::http::StatusCode;
use uuid::Uuid;
use zhida_app::apply::Step;
use zhida_app::apply::evidence::{self, ACT, Evidence, FileState, REMOVE, SENT, SentFile, UPLOAD, Wrong};
use zhida_app::question::Problem;
use zhida_app::text::{Phrase, Said};

use super::papers::{files_of, is_given, is_theirs, list, sent};
use super::{Opened, address, op};
use crate::apply::LARGEST_MB;
use crate::apply::paper::{MOST, Sent, Upload, files, has_preview, looked_at, write};
use crate::catalogue::words;
use crate::letter::names;
use crate::store::casework::{self, Scope};
use crate::store::file::{self, About, FileUse, Subject};
use crate::store::operation::{self, ONCE, Operation};
use crate::web::{Answer, Fault, Reply, Visitor};

/// The page's name in the operations.
const ROUTE: &str = "case-paper";

/// `GET /cases/{reference}/papers/{kind}`.
pub async fn ask(visitor: Visitor, Path((reference, kind)): Path<(String, String)>) -> Answer {
    let opened = asked_for(&visitor, &reference, &kind).await?;
    let sent = sent(&visitor.portal, &opened).await?;
    Ok(page(&visitor, &opened, &kind, &sent, None))
}

/// `GET /cases/{reference}/papers/{kind}/{file}`: a file that was sent and not handed in yet, to look at.
pub async fn look(visitor: Visitor, Path((reference, kind, wanted)): Path<(String, String, String)>) -> Answer {
    let opened = asked_for(&visitor, &reference, &kind).await?;
    let sent = sent(&visitor.portal, &opened).await?;
    let found = files_of(&sent, &kind).find(|used| used.file.id.to_string() == wanted && is_theirs(&opened, used));
    looked_at(&visitor.portal, found).await
}

/// `POST /cases/{reference}/papers/{kind}`: a file more, or one less.
pub async fn send(visitor: Visitor, Path((reference, kind)): Path<(String, String)>, request: Request) -> Answer {
    // Before the body is read: nobody uploads to somebody else's case.
    let opened = asked_for(&visitor, &reference, &kind).await?;
    let here = address(opened.case.opened.reference);
    let this = format!("{here}/papers/{kind}");
    let form = Sent::read(request).await?;
    // And after it, which takes its time on a slow line: whoever was ended meanwhile sends nothing more.
    let opened = asked_for(&visitor, opened.case.opened.reference.as_str(), &kind).await?;
    if let Some(file) = form.typed.get(REMOVE) {
        remove(&visitor, &opened, &kind, file).await?;
        return Ok(visitor.see_other(&this));
    }
    let uploading = form.typed.get(ACT) == Some(UPLOAD);
    let before = sent(&visitor.portal, &opened).await?;
    let taken = match form.upload {
        Some(_) if files_of(&before, &kind).count() >= MOST => {
            Err(Wrong::TooMany(u32::try_from(MOST).unwrap_or(u32::MAX)))
        }
        Some(upload) => keep(&visitor, &opened, &kind, upload, form.typed.op()).await?,
        None if uploading => Err(Wrong::NoneToUpload),
        None => Ok(()),
    };
    match taken {
        Err(wrong) => Ok(page(&visitor, &opened, &kind, &before, Some(wrong))),
        Ok(()) if uploading => Ok(visitor.see_other(&format!("{this}#{SENT}"))),
        Ok(()) => Ok(visitor.see_other(&format!("{here}/papers"))),
    }
}

/// The case, where an office is waiting for that paper.
async fn asked_for(visitor: &Visitor, reference: &str, kind: &str) -> Result<Opened, Fault> {
    let opened = Opened::of(visitor, reference).await?;
    let asked = list(&opened).is_some_and(|list| list.papers.iter().any(|paper| paper == kind));
    if asked { Ok(opened) } else { Err(Fault::NotFound) }
}

/// Looks at a file and keeps it with the case.
async fn keep(
    visitor: &Visitor,
    opened: &Opened,
    kind: &str,
    upload: Upload,
    op: Option<Uuid>,
) -> Result<Result<(), Wrong>, Fault> {
    let portal = &visitor.portal;
    let actor = opened.reader.name();
    if let Some(op) = op
        && operation::find(&mut portal.store.read(), op, &actor, ROUTE)
            .await?
            .is_some()
    {
        return Ok(Ok(()));
    }
    let name = upload.name.clone();
    let (now, case) = (portal.now(), opened.id.to_string());
    let (written, media) = match write(visitor, upload, Subject::Case(&case)).await? {
        Ok(written) => written,
        Err(wrong) => return Ok(Err(wrong)),
    };
    let about = About {
        kind: media,
        name: &name,
        uploaded_by: &actor,
        at: now,
    };
    let mut tx = portal.store.begin().await?;
    let done = async {
        if let Some(id) = op {
            let operation = Operation {
                id,
                actor: actor.clone(),
                route: ROUTE.to_owned(),
                location: format!("{}/papers/{kind}", address(opened.case.opened.reference)),
            };
            operation::insert(&mut tx, &operation, now).await?;
        }
        file::insert(&mut tx, &portal.keys, &written, about).await?;
        file::insert_use(&mut tx, written.id, Subject::Case(&case), kind, now).await?;
        tx.commit().await
    };
    match done.await {
        Ok(()) => Ok(Ok(())),
        Err(problem) if problem.is_conflict(ONCE) => {
            files(portal).remove(&written.path).await?;
            Ok(Ok(()))
        }
        Err(problem) => Err(problem.into()),
    }
}

/// Takes a file away that was not handed in yet.
async fn remove(visitor: &Visitor, opened: &Opened, kind: &str, id: &str) -> Result<(), Fault> {
    let portal = &visitor.portal;
    let before = sent(portal, opened).await?;
    let wanted = |used: &&FileUse| used.file.id.to_string() == id && is_theirs(opened, used);
    let Some(used) = files_of(&before, kind).find(wanted) else {
        return Ok(());
    };
    let case = opened.id.to_string();
    let mut tx = portal.store.begin().await?;
    if file::delete_use(&mut tx, used.file.id, Subject::Case(&case), kind).await? {
        // Handed in from another window in between, it belongs to the case.
        let now = casework::find(&mut tx, &portal.keys, &Scope::program(), opened.case.opened.reference).await?;
        if now.is_none_or(|now| is_given(&now.case, used)) {
            return Ok(());
        }
        let path = file::delete(&mut tx, used.file.id).await?;
        tx.commit().await?;
        if let Some(path) = path {
            files(portal).remove(&path).await?;
        }
    }
    Ok(())
}

fn page(visitor: &Visitor, opened: &Opened, kind: &str, sent: &[FileUse], wrong: Option<Wrong>) -> Reply {
    let portal = &visitor.portal;
    let here = address(opened.case.opened.reference);
    let status = if wrong.is_some() {
        StatusCode::UNPROCESSABLE_ENTITY
    } else {
        StatusCode::OK
    };
    let problems = wrong.map(|wrong| Problem {
        field: wrong.field().to_owned(),
        message: wrong.message(),
    });
    let theirs = files_of(sent, kind).filter(|used| is_theirs(opened, used));
    let files = theirs.map(|used| SentFile {
        id: used.file.id.to_string(),
        name: used.file.name.clone(),
        size: u64::try_from(used.file.size).unwrap_or_default(),
        at: used.file.at,
        state: FileState::Received,
        href: format!("{here}/papers/{kind}/{}", used.file.id),
        preview: has_preview(&used.file),
    });
    let name = Said::Words(Box::new(words::of("evidence", kind)));
    let model = Evidence {
        step: Step {
            action: format!("{here}/papers/{kind}"),
            back: Some(format!("{here}/papers")),
            progress: None,
            part_of: words::of("service", &opened.case.opened.service),
            hidden: op(visitor),
            problems: problems.into_iter().collect(),
            leave: None,
        },
        place: None,
        title: Phrase::new("cases-send-paper").with("paper", name),
        says: names::paper_says(portal, kind),
        files: files.collect(),
        largest_mb: LARGEST_MB,
        only_files: true,
        shown_by: None,
        confirmed: false,
        brought_to: words::brought_to(portal.catalogue.service(&opened.case.opened.service)),
        print: None,
        how: None,
    };
    visitor.page_with(status, |text| evidence::page(text, &model))
}
