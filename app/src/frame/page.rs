//! One page: its title and what is in `main`.

use leptos::prelude::*;
use zhida::aloud::Named;

/// Where in the portal a page belongs; marked in the header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// `/`
    Home,
    /// `/services`
    Services,
    /// `/check`
    Check,
    /// `/help`
    Help,
    /// `/cases`, and everything about one's own applications.
    Cases,
    /// `/account`, and `/account/sign-in` for those who are not signed in; `/office/account` of staff.
    Account,
    /// `/office`
    Queue,
    /// `/office/search`
    Search,
    /// `/office/audit`
    Audit,
    /// `/office/jobs`
    Jobs,
    /// `/office/feedback`
    Feedback,
}

/// One page, ready for [`document`](super::document). Its body holds the one `h1`.
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent marks, each set by a method of its own"
)]
pub struct Page {
    pub(super) title: String,
    pub(crate) body: AnyView,
    pub(super) section: Option<Section>,
    pub(super) problems: bool,
    pub(super) flow: bool,
    pub(super) code: Option<String>,
    pub(super) kept: bool,
    pub(super) audio: Option<String>,
    pub(super) quiet: bool,
    pub(crate) names: Vec<Named>,
}

impl Page {
    /// A page whose title is the question, act or subject of its `h1`.
    pub fn new(title: String, body: impl IntoAny) -> Self {
        Self {
            title,
            body: body.into_any(),
            section: None,
            problems: false,
            flow: false,
            code: None,
            kept: false,
            audio: None,
            quiet: false,
            names: Vec::new(),
        }
    }

    /// What it is called.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Belongs to a section of the header.
    #[must_use]
    pub fn in_section(mut self, section: Section) -> Self {
        self.section = Some(section);
        self
    }

    /// Its title says first that something must be put right.
    #[must_use]
    pub fn with_problems(mut self, problems: bool) -> Self {
        self.problems = problems;
        self
    }

    /// Somebody without an account comes back to it with this code.
    #[must_use]
    pub fn come_back_to_with(mut self, code: Option<String>) -> Self {
        self.code = code;
        self
    }

    /// Something is said before it.
    #[must_use]
    pub fn after(mut self, said: Option<AnyView>) -> Self {
        if let Some(said) = said {
            let body = self.body;
            self.body = view! { {said}{body} }.into_any();
        }
        self
    }

    /// Something stands after it.
    #[must_use]
    pub fn then(mut self, more: Option<AnyView>) -> Self {
        if let Some(more) = more {
            let body = self.body;
            self.body = view! { {body}{more} }.into_any();
        }
        self
    }

    /// Another form of it, with a title of its own and a class around all of it.
    #[must_use]
    pub fn shown_as(mut self, title: String, class: &'static str) -> Self {
        let body = self.body;
        self.body = view! { <div class=class>{body}</div> }.into_any();
        self.title = title;
        self
    }

    /// What is typed into its form stays when the display bar is used: the form is made by
    /// [`post_kept`](crate::components::form::post_kept), and the page can be shown with what was typed before.
    #[must_use]
    pub fn keeping_what_is_typed(mut self) -> Self {
        self.kept = true;
        self
    }

    /// Can be heard as audio, at this address, where there is a voice.
    #[must_use]
    pub fn heard_at(mut self, href: Option<String>) -> Self {
        self.audio = href;
        self
    }

    /// Nobody who looks at the browser afterwards may learn what it was about: its title is this, whatever its `h1` is, and
    /// no field of it is remembered.
    #[must_use]
    pub fn kept_quiet(mut self, title: String) -> Self {
        self.title = title;
        self.quiet = true;
        self
    }

    /// Has names on it whose reading is known: a voice is told.
    #[must_use]
    pub fn naming(mut self, names: impl IntoIterator<Item = Named>) -> Self {
        self.names.extend(names);
        self
    }

    /// The names on it whose reading is known.
    pub fn names(&self) -> &[Named] {
        &self.names
    }

    /// Its body is a flow of headings and paragraphs, spaced as such.
    #[must_use]
    pub fn flowing(mut self) -> Self {
        self.flow = true;
        self
    }
}
