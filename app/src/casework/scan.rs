//! A paper that was brought to the window: what is in the file of it, and one scan or photo more.

use leptos::prelude::*;

use super::Head;
use super::reveal::titled;
use crate::components::actions::{self, Look};
use crate::components::back_link::back_link;
use crate::components::error_summary::{Wrong, error_summary};
use crate::components::field::{Asked, Title};
use crate::components::file_field::FileField;
use crate::components::form::{self, Hidden};
use crate::frame::Page;
use crate::question::Problem;
use crate::text::{Phrase, Text};

/// The name of the file field.
pub use crate::apply::evidence::FILE;

/// What the page shows. Its form is `multipart/form-data` and posts the unseen fields and [`FILE`].
#[derive(Clone, Debug)]
pub struct Scan {
    /// The case.
    pub head: Head,
    /// Where the form goes.
    pub action: String,
    /// Unseen fields: the operation.
    pub hidden: Hidden,
    /// The paper.
    pub paper: Phrase,
    /// What is in the file: words and addresses.
    pub files: Vec<(Phrase, String)>,
    /// The largest file, in megabytes.
    pub largest_mb: u32,
    /// What is wrong.
    pub problems: Vec<Problem>,
}

/// The page.
pub fn page(text: Text<'_>, model: &Scan) -> Page {
    let paper = text.say(&model.paper);
    let title = text.with("casework-scan-title", &[("paper", paper.into())]);
    let wrong = model.problems.iter().map(|problem| Wrong {
        input: problem.field.clone(),
        message: text.say(&problem.message),
    });
    let files = model
        .files
        .iter()
        .map(|(words, href)| view! { <li><a href=href.clone()>{text.say(words)}</a></li> });
    let files = (!model.files.is_empty()).then(|| {
        view! {
            <h2 id="scanned">{text.get("casework-scan-here")}</h2>
            <ul aria-labelledby="scanned">{files.collect_view()}</ul>
        }
    });
    let asked = Asked {
        id: FILE.to_owned(),
        name: FILE.to_owned(),
        title: Title::Label(text.get("casework-scan-file")),
        hint: Some(text.with("upload-hint", &[("largest", model.largest_mb.into())])),
        error: model.problems.first().map(|problem| text.say(&problem.message)),
        optional: false,
    };
    let body = view! {
        {back_link(text.get("casework-back-to-case"), format!("{}#papers", model.head.href()))}
        {error_summary(text, wrong.collect())}
        <div class="page-head">
            <p class="caption">{model.head.caption(text)}</p>
            <h1>{title.clone()}</h1>
            <p class="lead">{text.get("casework-scan-lead")}</p>
        </div>
        {files}
        <form method="post" action=format!("{}#errors", model.action) enctype="multipart/form-data" novalidate=true>
            {form::fields(model.hidden.clone())}
            {FileField { asked }.view(text)}
            {actions::row(vec![actions::submit(Look::Main, text.get("casework-scan-act"))])}
        </form>
    };
    Page::new(titled(text, title, &model.head), body).with_problems(!model.problems.is_empty())
}
