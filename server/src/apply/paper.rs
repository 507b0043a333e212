//! `/apply/{draft}/papers/{kind}`: one kind of paper, uploaded or to be brought.

use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Path, Request};
use axum::http::header;
use uuid::Uuid;
use zhida::apply::{PageId, PaperFile, STATEMENT_PAPER, read_page};
use zhida::person::normalise;
use zhida_app::apply::evidence::{ACT, FILE, REMOVE, SENT, UPLOAD, Wrong};
use zhida_app::question::Problem;

use super::answer::show;
use super::intake::{self, Also, Taken};
use super::opened::{Changed, Opened, change};
use super::owner;
use super::problems::problems;
use super::view::{self, LARGEST_MB, Shown};
use crate::account::allowance;
use crate::catalogue::picker::Looking;
use crate::portal::Portal;
use crate::store::file::{self, About, FileUse, Files, Subject, Written};
use crate::store::operation::{self, ONCE, Operation};
use crate::store::{StoreError, apply};
use crate::web::download;
use crate::web::form::LARGEST_FORM;
use crate::web::{Answer, Fault, Typed, Visitor};

/// The largest body that is read to its end, so that the browser hears why the file is not taken.
pub const LARGEST_BODY: usize = 40 * 1024 * 1024;
/// The largest file taken.
const LARGEST: usize = LARGEST_MB as usize * 1024 * 1024;
/// A file counts as at least so large: a small one can claim a large picture.
const LEAST: i64 = 1024 * 1024;
/// The largest picture that is shown small, in bytes: it is sent as it is kept.
const LARGEST_PREVIEW: i64 = 1024 * 1024;
/// The most files of one kind of paper.
pub(crate) const MOST: usize = 10;
/// The most parts of a form with a file: our own have six.
const MOST_PARTS: usize = 20;
/// The page's name in the operations.
const ROUTE: &str = "apply-paper";
/// The longest name kept of a file.
const LONGEST_NAME: usize = 120;

/// `GET /apply/{draft}/papers/{kind}`.
pub async fn ask(visitor: Visitor, Path((id, kind)): Path<(String, String)>) -> Answer {
    let page = PageId::parse(&format!("paper-{kind}")).ok_or(Fault::NotFound)?;
    show(&visitor, &id, &page, Looking::default()).await
}

/// `GET /apply/{draft}/papers/{kind}/{file}`: a file that was sent, for who fills the draft in to look at.
pub async fn look(visitor: Visitor, Path((id, kind, wanted)): Path<(String, String, String)>) -> Answer {
    let opened = match Opened::of(&visitor, &id).await {
        Ok(opened) => opened,
        Err(closed) => return owner::missing(&visitor, closed, None).await,
    };
    let sent = sent(&visitor.portal, &opened).await?;
    let found = sent
        .iter()
        .find(|used| used.kind == kind && used.file.id.to_string() == wanted);
    looked_at(&visitor.portal, found).await
}

/// The answer with one of the files that the visitor may see.
pub(crate) async fn looked_at(portal: &Portal, found: Option<&FileUse>) -> Answer {
    let file = &found.ok_or(Fault::NotFound)?.file;
    let bytes = files(portal).read(&portal.keys, file).await?;
    Ok(download::answer(file, bytes, download::Taken::Looked))
}

/// Whether a file is shown small in the list: a picture that costs nobody a month's data.
pub(crate) fn has_preview(file: &file::File) -> bool {
    download::is_picture(&file.kind) && file.size <= LARGEST_PREVIEW
}

/// The files of a draft.
async fn sent(portal: &Portal, opened: &Opened) -> Result<Vec<FileUse>, StoreError> {
    let draft = opened.stored.id.to_string();
    file::list(&mut portal.store.read(), &portal.keys, Subject::Draft(&draft)).await
}

/// The ids of those that are shown small.
pub(super) async fn previews(portal: &Portal, opened: &Opened) -> Result<Vec<String>, StoreError> {
    let sent = sent(portal, opened).await?;
    let shown = sent.iter().filter(|used| has_preview(&used.file));
    Ok(shown.map(|used| used.file.id.to_string()).collect())
}

/// `POST /apply/{draft}/papers/{kind}`: a file, how the paper comes, or a file taken away.
pub async fn save(visitor: Visitor, Path((id, kind)): Path<(String, String)>, request: Request) -> Answer {
    let page = PageId::parse(&format!("paper-{kind}")).ok_or(Fault::NotFound)?;
    // Before the body is read: nobody uploads to somebody else's draft.
    let opened = match Opened::of(&visitor, &id).await {
        Ok(opened) => opened,
        Err(closed) => return owner::missing(&visitor, closed, None).await,
    };
    let course = opened.course(&visitor.portal)?;
    if !course.is_open(&page) {
        return Ok(visitor.see_other(&opened.address(&course.next)));
    }
    drop(course);
    let sent = Sent::read(request).await?;
    // And after it, which takes its time on a slow line: whoever was ended meanwhile sends nothing more.
    let opened = match Opened::of(&visitor, &id).await {
        Ok(opened) => opened,
        Err(closed) => return owner::missing(&visitor, closed, None).await,
    };
    if let Some(file) = sent.typed.get(REMOVE) {
        return remove(&visitor, &id, &kind, file).await;
    }
    let uploading = sent.typed.get(ACT) == Some(UPLOAD);
    let taken = match sent.upload {
        Some(upload) => keep(&visitor, &opened, &kind, upload, sent.typed.op()).await?,
        None if uploading => Err(Wrong::NoneToUpload),
        None => Ok(()),
    };
    if let Err(wrong) = taken {
        let opened = Opened::of(&visitor, &id).await?;
        let course = opened.course(&visitor.portal)?;
        let problem = Problem {
            field: wrong.field().to_owned(),
            message: wrong.message(),
        };
        let shown = shown(&visitor.portal, &opened, sent.typed, vec![problem]).await?;
        return view::page(&visitor, &opened, &course, &page, shown);
    }
    if uploading {
        return Ok(visitor.see_other(&format!("{}#{SENT}", opened.address(&page))));
    }
    go_on(&visitor, &id, &page, sent.typed).await
}

/// How the paper comes is an answer like any other.
async fn go_on(visitor: &Visitor, id: &str, page: &PageId, typed: Typed) -> Answer {
    let saved = change(visitor, id, |opened| {
        let course = opened.course(&visitor.portal)?;
        let read = read_page(
            &visitor.portal.catalogue,
            &course,
            opened.draft(),
            page,
            &typed.0,
            opened.today,
        );
        Ok(match read {
            Ok(answer) if opened.draft().answer(page).as_ref() == Some(&answer) => Changed::No(Ok(())),
            Ok(answer) => {
                opened.stored.draft.save(page, answer);
                Changed::Yes(Ok(()))
            }
            Err(wrong) => Changed::No(Err(problems(&wrong))),
        })
    });
    let (opened, read) = match saved.await {
        Ok(saved) => saved,
        Err(closed) => return owner::missing(visitor, closed, Some(&typed)).await,
    };
    let course = opened.course(&visitor.portal)?;
    match read {
        Ok(()) => Ok(visitor.see_other(&opened.address(&course.next))),
        Err(problems) => {
            let shown = shown(&visitor.portal, &opened, typed, problems).await?;
            view::page(visitor, &opened, &course, page, shown)
        }
    }
}

async fn shown(portal: &Portal, opened: &Opened, typed: Typed, problems: Vec<Problem>) -> Result<Shown, StoreError> {
    Ok(Shown {
        typed: Some(typed.0),
        problems,
        previews: previews(portal, opened).await?,
        ..Shown::default()
    })
}

async fn remove(visitor: &Visitor, id: &str, kind: &str, file: &str) -> Answer {
    let changed = change(visitor, id, |opened| {
        Ok(if opened.stored.draft.remove_file(kind, file) {
            Changed::Yes(())
        } else {
            Changed::No(())
        })
    });
    let (opened, ()) = match changed.await {
        Ok(changed) => changed,
        Err(closed) => return closed.answer(visitor),
    };
    if let Ok(file) = Uuid::parse_str(file) {
        let portal = &visitor.portal;
        let mut tx = portal.store.begin().await?;
        let draft = opened.stored.id.to_string();
        if file::delete_use(&mut tx, file, Subject::Draft(&draft), kind).await? {
            let path = file::delete(&mut tx, file).await?;
            tx.commit().await?;
            if let Some(path) = path {
                files(portal).remove(&path).await?;
            }
        }
    }
    Ok(visitor.see_other(&opened.address(&PageId::Paper(kind.to_owned()))))
}

/// Looks at an uploaded file and keeps it with the draft.
async fn keep(
    visitor: &Visitor,
    opened: &Opened,
    kind: &str,
    upload: Upload,
    op: Option<Uuid>,
) -> Result<Result<(), Wrong>, Fault> {
    let portal = &visitor.portal;
    let owner = &opened.stored.owner;
    if let Some(op) = op
        && operation::find(&mut portal.store.read(), op, owner, ROUTE)
            .await?
            .is_some()
    {
        return Ok(Ok(()));
    }
    let here = opened.draft().papers.get(kind).map_or(0, |paper| paper.files.len());
    if here >= MOST {
        return Ok(Err(Wrong::TooMany(u32::try_from(MOST).unwrap_or(u32::MAX))));
    }
    let name = upload.name.clone();
    let (now, draft) = (portal.now(), opened.stored.id.to_string());
    // What somebody says who cannot sign is taken in by officers alone.
    let also = if kind == STATEMENT_PAPER && opened.draft().assisted.is_some() {
        Also::Sound
    } else {
        Also::Nothing
    };
    let (written, media) = match write_also(visitor, upload, Subject::Draft(&draft), also).await? {
        Ok(written) => written,
        Err(wrong) => return Ok(Err(wrong)),
    };
    let about = About {
        kind: media,
        name: &name,
        uploaded_by: owner,
        at: now,
    };
    let mut tx = portal.store.begin().await?;
    let done = async {
        if let Some(id) = op {
            let operation = Operation {
                id,
                actor: owner.clone(),
                route: ROUTE.to_owned(),
                location: opened.address(&PageId::Paper(kind.to_owned())),
            };
            operation::insert(&mut tx, &operation, now).await?;
        }
        file::insert(&mut tx, &portal.keys, &written, about).await?;
        file::insert_use(&mut tx, written.id, Subject::Draft(&draft), kind, now).await?;
        tx.commit().await
    };
    match done.await {
        Ok(()) => {}
        Err(problem) if problem.is_conflict(ONCE) => {
            files(portal).remove(&written.path).await?;
            visitor.portal.store.settled().await?;
            return Ok(Ok(()));
        }
        Err(problem) => return Err(problem.into()),
    }
    let stored = PaperFile {
        id: written.id.to_string(),
        name,
        size: u64::try_from(written.size).unwrap_or_default(),
        at: now,
        media: Some(media.to_owned()),
    };
    let added = change(visitor, &draft, |opened| {
        opened.stored.draft.add_file(kind, stored.clone());
        Ok(Changed::Yes(()))
    });
    added.await?;
    Ok(Ok(()))
}

/// Looks at an upload and writes its bytes, sealed; with them comes what it is. Nobody knows of them yet.
pub(crate) async fn write(
    visitor: &Visitor,
    upload: Upload,
    of: Subject<'_>,
) -> Result<Result<(Written, &'static str), Wrong>, Fault> {
    write_also(visitor, upload, of, Also::Nothing).await
}

async fn write_also(
    visitor: &Visitor,
    upload: Upload,
    of: Subject<'_>,
    also: Also,
) -> Result<Result<(Written, &'static str), Wrong>, Fault> {
    let portal = &visitor.portal;
    let Some(bytes) = upload.bytes else {
        return Ok(Err(Wrong::TooLarge(LARGEST_MB)));
    };
    // An office scans for everybody who comes to its window: what a household may send in a day is not for it. What is
    // refused has cost as much to look at as what is kept.
    let staff = visitor.session.as_ref().is_some_and(|session| session.staff.is_some());
    let sent = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    if !staff && !allowance::PAPERS.spend(visitor, sent.max(LEAST)).await? {
        return Ok(Err(Wrong::TooMuchToday));
    }
    let Taken { kind, bytes } = match intake::take_in_turn(bytes, visitor.household(), also).await? {
        Ok(taken) => taken,
        Err(wrong) => return Ok(Err(wrong)),
    };
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let before = file::total_size(&mut portal.store.read(), of).await?;
    if before.saturating_add(size) > allowance::PAPERS_OF_ONE {
        return Ok(Err(Wrong::TooMuch));
    }
    let written = files(portal).write(&portal.keys, portal.random_id(), bytes).await?;
    Ok(Ok((written, kind)))
}

/// Throws the files of a draft away, in a transaction; where their bytes are.
pub(super) async fn delete_all(
    tx: &mut crate::store::Tx,
    portal: &Portal,
    draft: Uuid,
) -> Result<Vec<String>, StoreError> {
    let id = draft.to_string();
    let mut paths = Vec::new();
    for used in file::list(tx, &portal.keys, Subject::Draft(&id)).await? {
        file::delete_use(tx, used.file.id, Subject::Draft(&id), &used.kind).await?;
        paths.extend(file::delete(tx, used.file.id).await?);
    }
    apply::delete_draft(tx, draft).await?;
    Ok(paths)
}

/// Where the bytes of files are.
pub(crate) fn files(portal: &Portal) -> Files {
    Files::new(&portal.config.data)
}

/// What a form of this page sent.
#[derive(Default)]
pub(crate) struct Sent {
    /// Everything but the file.
    pub typed: Typed,
    /// The file, if one was chosen.
    pub upload: Option<Upload>,
}

/// An uploaded file.
pub(crate) struct Upload {
    /// The name it had.
    pub name: String,
    /// None where there are too many.
    pub bytes: Option<Vec<u8>>,
}

impl Sent {
    /// Reads it, whichever way it was sent.
    pub async fn read(mut request: Request) -> Result<Self, Fault> {
        let multipart = request.headers().get(header::CONTENT_TYPE);
        let multipart = multipart.is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/form-data"));
        if !multipart {
            // The small forms that take a file away.
            let typed = Typed::from_request(request, &()).await?;
            return Ok(Self { typed, upload: None });
        }
        DefaultBodyLimit::max(LARGEST_BODY).apply(&mut request);
        let mut parts = Multipart::from_request(request, &())
            .await
            .map_err(|_| Fault::BadRequest)?;
        let mut sent = Self::default();
        let (mut left, mut room) = (MOST_PARTS, LARGEST_FORM);
        while let Some(part) = parts.next_field().await.map_err(|problem| fault(&problem))? {
            left = left.checked_sub(1).ok_or(Fault::TooLarge)?;
            let name = part.name().unwrap_or_default().to_owned();
            room = room.checked_sub(name.len()).ok_or(Fault::TooLarge)?;
            if name == FILE {
                // A browser sends the field also where nothing was chosen: without a name.
                let file = part.file_name().map(short_name).filter(|name| !name.is_empty());
                let bytes = read_to_end(part, LARGEST).await?;
                if let Some(name) = file {
                    sent.upload = Some(Upload { name, bytes });
                }
            } else {
                let value = read_to_end(part, room).await?.ok_or(Fault::TooLarge)?;
                room -= value.len();
                let value = String::from_utf8_lossy(&value).into_owned();
                sent.typed.0.push((name, value));
            }
        }
        Ok(sent)
    }
}

/// All bytes, or nothing where there are too many; those are read to their end as well and forgotten.
async fn read_to_end(mut part: Field<'_>, most: usize) -> Result<Option<Vec<u8>>, Fault> {
    let mut bytes = Vec::new();
    let mut fits = true;
    while let Some(chunk) = part.chunk().await.map_err(|problem| fault(&problem))? {
        fits = fits && bytes.len() + chunk.len() <= most;
        if fits {
            bytes.extend_from_slice(&chunk);
        } else {
            bytes = Vec::new();
        }
    }
    Ok(fits.then_some(bytes))
}

fn fault(problem: &MultipartError) -> Fault {
    Fault::of_status(problem.status()).unwrap_or(Fault::BadRequest)
}

/// The last part of a path, without signs that do harm in a list, and not too long.
fn short_name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    normalise::line(last).chars().take(LONGEST_NAME).collect()
}
