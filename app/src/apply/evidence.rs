//! One kind of paper: what was sent, one more, or "I bring it to the office".

use leptos::prelude::*;
use zhida::calendar::Instant;

use super::Step;
use crate::components::actions::{self, Look};
use crate::components::details::more;
use crate::components::field::Title;
use crate::components::file_field::FileField;
use crate::components::radios::{Choice, Radios};
use crate::components::tag::{Tone, tag};
use crate::components::{form, heading};
use crate::frame::Page;
use crate::text::{Phrase, Said, Text};

/// What the page shows.
///
/// Its one form is `multipart/form-data` and posts the unseen fields, [`FILE`], [`HOW`] with [`ONLINE`],
/// [`BRING`], [`SHOWN`] or [`CONFIRM`], and [`ACT`] with [`UPLOAD`] or [`CONTINUE`]. A file that was chosen counts with
/// either button. Each file sent has a small form of its own that posts [`REMOVE`] with the file's id.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// The page.
    pub step: Step,
    /// Which of the papers this is, and how many there are; nothing for a single one.
    pub place: Option<(u32, u32)>,
    /// What is asked for, as a heading: 请传户口簿的照片.
    pub title: Phrase,
    /// Which pages of it, what must be readable.
    pub says: Option<Phrase>,
    /// The same paper to print and sign, where the portal can fill it in: its words and address.
    pub print: Option<(Phrase, String)>,
    /// What has been sent so far.
    pub files: Vec<SentFile>,
    /// The largest file, in megabytes.
    pub largest_mb: u32,
    /// Whether the page only takes files: that a paper comes to the office is then said elsewhere.
    pub only_files: bool,
    /// The other paper that may show it, so that this one need not be handed in.
    pub shown_by: Option<Phrase>,
    /// Whether whoever would sign it can confirm it instead.
    pub confirmed: bool,
    /// Where else than at any window it is brought, where only one office may know of it.
    pub brought_to: Option<Phrase>,
    /// [`ONLINE`], [`BRING`], [`SHOWN`] or [`CONFIRM`], as chosen before.
    pub how: Option<String>,
}

/// A file that was sent.
#[derive(Clone, Debug)]
pub struct SentFile {
    /// Its id.
    pub id: String,
    /// The name it had.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
    /// When it came.
    pub at: Instant,
    /// What became of it.
    pub state: FileState,
    /// Where whoever sent it looks at it.
    pub href: String,
    /// Whether it is a picture that is shown small.
    pub preview: bool,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileState {
    /// Kept.
    Received,
    /// Kept, but somebody must send it again: why.
    SendAgain(Phrase),
}

/// The name of the file field.
pub const FILE: &str = "file";
/// The name of the question how the paper comes.
pub const HOW: &str = "how";
/// It was sent as photos or a document.
pub const ONLINE: &str = "online";
/// It comes to the office on paper.
pub const BRING: &str = "bring";
/// Another paper shows it.
pub const SHOWN: &str = "shown";
/// Whoever would sign it confirms it.
pub const CONFIRM: &str = "confirm";
/// The name of the buttons.
pub const ACT: &str = "act";
/// Send the file and stay.
pub const UPLOAD: &str = "upload";
/// Send the file, if one was chosen, and go on.
pub const CONTINUE: &str = "continue";
/// Where on the page the files stand that were sent: whoever has sent one is led there, and hears of the last.
pub const SENT: &str = "sent-files";
/// The name under which a file's id is posted to take it away.
pub const REMOVE: &str = "remove";

/// Why a file was not taken, or the page cannot be left yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Neither a file nor the window was chosen.
    NotChosen,
    /// "Online" was chosen, but there is no file.
    NoFile,
    /// "Upload" was pressed without a file.
    NoneToUpload,
    /// Nothing is in it.
    Empty,
    /// It is larger than this many megabytes.
    TooLarge(u32),
    /// It is no photo and no PDF that can be opened here, whatever its name says.
    Kind(Found),
    /// It cannot be opened.
    Broken,
    /// It is the beginning of a photo.
    Cut,
    /// There are already this many.
    TooMany(u32),
    /// All files together are more than one application may have.
    TooMuch,
    /// From this connection so much was sent today that no more is taken.
    TooMuchToday,
}

/// What a file is that is not taken. Each has a way of its own to become a file that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// HEIC, as phones write to save room.
    PhonePhoto,
    /// A picture of another kind: WebP, TIFF, GIF, AVIF.
    Picture,
    /// A Word document.
    Word,
    /// A film.
    Film,
    /// Anything else, or nothing known.
    Other,
}

impl Wrong {
    /// The field it is about.
    pub fn field(self) -> &'static str {
        match self {
            Self::NotChosen => HOW,
            _ => FILE,
        }
    }

    /// What is wrong and how to put it right.
    pub fn message(self) -> Phrase {
        match self {
            Self::NotChosen => Phrase::new("upload-not-chosen"),
            Self::NoFile => Phrase::new("upload-no-file"),
            Self::NoneToUpload => Phrase::new("upload-none"),
            Self::Empty => Phrase::new("upload-empty"),
            Self::TooLarge(largest) => Phrase::new("upload-too-large").with("largest", Said::Count(i64::from(largest))),
            Self::Kind(Found::PhonePhoto) => Phrase::new("upload-kind-phone-photo"),
            Self::Kind(Found::Picture) => Phrase::new("upload-kind-picture"),
            Self::Kind(Found::Word) => Phrase::new("upload-kind-word"),
            Self::Kind(Found::Film) => Phrase::new("upload-kind-film"),
            Self::Kind(Found::Other) => Phrase::new("upload-kind"),
            Self::Broken => Phrase::new("upload-broken"),
            Self::Cut => Phrase::new("upload-cut"),
            Self::TooMany(most) => Phrase::new("upload-too-many").with("most", Said::Count(i64::from(most))),
            Self::TooMuch => Phrase::new("upload-too-much"),
            Self::TooMuchToday => Phrase::new("upload-too-much-today"),
        }
    }
}

/// The page.
pub fn page(text: Text<'_>, model: &Evidence) -> Page {
    let place = model.place.map(|(at, of)| {
        view! { <p class="caption">{text.with("upload-place", &[("at", at.into()), ("of", of.into())])}</p> }
    });
    let says = model
        .says
        .as_ref()
        .map(|says| view! { <p class="lead">{text.say(says)}</p> });
    let print = model.print.as_ref().map(|(words, href)| {
        view! { <p><a href=href.clone()>{text.say(words)}</a></p> }
    });
    let body = view! {
        <div class="page-head">
            {place}
            <h1>{heading::words(text.say_phrases(&model.title))}</h1>
            {says}
            {print}
        </div>
        <div class="flow">
            {sent(text, &model.step, &model.files)}
            {send(text, model)}
        </div>
    };
    model.step.page(text, text.say(&model.title), body.into_any())
}

/// The files sent so far, each with a way to take it back.
pub(crate) fn sent(text: Text<'_>, step: &Step, files: &[SentFile]) -> Option<AnyView> {
    if files.is_empty() {
        return None;
    }
    let last = files.len() - 1;
    let files = files.iter().enumerate().map(|(at, file)| {
        let (tag, says) = match &file.state {
            FileState::Received => (
                tag(Tone::Ok, text.get("upload-received")),
                text.with(
                    "upload-received-at",
                    &[
                        ("at", text.moment(file.at).into()),
                        ("size", size(text, file.size).into()),
                    ],
                ),
            ),
            FileState::SendAgain(why) => (tag(Tone::No, text.get("upload-again")), text.say(why)),
        };
        let [look, remove] = ["upload-look", "upload-remove"].map(|id| text.get(id));
        let [look_at, remove_it] = [&look, &remove].map(|words| actions::about(words, &file.name));
        let remove = view! {
            {form::fields(step.hidden.clone())}
            <button class="button-link" type="submit" name=REMOVE value=file.id.clone() aria-label=remove_it>{remove}</button>
        };
        let preview = file.preview.then(|| {
            view! { <img class="preview" src=file.href.clone() alt="" loading="lazy" /> }
        });
        view! {
            <li>
                <p class="file-name" id=(at == last).then_some("sent-last")>{file.name.clone()}</p>
                <p id=(at == last).then_some("sent-last-state")>{tag}<span class="note muted">{says}</span></p>
                <p>
                    <a href=file.href.clone() aria-label=look_at>{preview}{look}</a>
                </p>
                <form method="post" action=step.action.clone()>{remove}</form>
            </li>
        }
    });
    Some(
        view! {
            <div class="flow" id=SENT tabindex="-1" role="group" aria-labelledby="sent" aria-describedby="sent-last sent-last-state">
                <h2 id="sent">{text.get("upload-sent")}</h2>
                <ul class="files" role="list" aria-labelledby="sent">{files.collect_view()}</ul>
            </div>
        }
        .into_any(),
    )
}

fn send(text: Text<'_>, model: &Evidence) -> AnyView {
    let step = &model.step;
    let hint = text.with("upload-hint", &[("largest", model.largest_mb.into())]);
    let label = if model.files.is_empty() {
        text.get("upload-first")
    } else {
        text.get("upload-more")
    };
    let mut asked = step.asked(text, FILE, Title::OnlyIf(label), Some(hint));
    // Nobody has to choose a file: the paper can come to the office.
    asked.optional = asked.error.is_none();
    let field = FileField { asked }.view(text);
    let mut choices = vec![
        Choice::new(ONLINE, text.get("upload-online")),
        Choice::new(BRING, text.get("upload-bring")).hinted(Some(match &model.brought_to {
            Some(office) => text.say(office),
            None => text.get("upload-bring-says"),
        })),
    ];
    if let Some(other) = &model.shown_by {
        let shown = text.with("upload-shown", &[("paper", text.say(other).into())]);
        choices.push(Choice::new(SHOWN, shown).hinted(Some(text.get("upload-shown-says"))));
    }
    if model.confirmed {
        let confirm = Choice::new(CONFIRM, text.get("upload-confirm"));
        choices.push(confirm.hinted(Some(text.get("upload-confirm-says"))));
    }
    let how = Radios {
        asked: step.asked(text, HOW, Title::Label(text.get("upload-how")), None),
        choices,
        unknown: false,
        chosen: model
            .how
            .clone()
            .or_else(|| (!model.files.is_empty()).then(|| ONLINE.to_owned())),
        columns: false,
    };
    let mut acts = vec![actions::submit_as(
        Look::Main,
        text.get("question-continue"),
        ACT,
        CONTINUE,
    )];
    acts.extend(step.stop_here(text));
    // Nobody comes home whom others see coming.
    let fetched = model
        .brought_to
        .is_none()
        .then(|| view! { <p>{text.get("upload-no-camera-fetch")}</p> });
    view! {
        <form method="post" action=format!("{}#errors", step.action) enctype="multipart/form-data" novalidate=true>
            {form::fields(step.hidden.clone())}
            <div class="field">
                {field}
                <p class="actions">{actions::submit_as(Look::Second, text.get("upload-upload"), ACT, UPLOAD)}</p>
            </div>
            {(!model.only_files).then(|| view! {
                {how.view(text)}
                {more(text.get("upload-no-camera"), view! { <p>{text.get("upload-no-camera-says")}</p> {fetched} })}
            })}
            {actions::row(acts)}
        </form>
    }
    .into_any()
}

/// `1.8 MB`, `310 KB`.
fn size(text: Text<'_>, bytes: u64) -> String {
    const MEGABYTE: u64 = 1024 * 1024;
    if bytes >= MEGABYTE {
        let tenths = bytes * 10 / MEGABYTE;
        let size = format!("{}.{}", tenths / 10, tenths % 10);
        text.with("upload-megabytes", &[("size", size.into())])
    } else {
        text.with(
            "upload-kilobytes",
            &[("size", (bytes / 1024).max(1).to_string().into())],
        )
    }
}
