//! Who asks: language, level, display, session. Made once per request, before the handler.

use std::borrow::Cow;
use std::fmt;
use std::net::IpAddr;
use std::sync::{Arc, OnceLock};

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::IntoResponse;
use uuid::Uuid;
use zhida::access::Role;
use zhida_app::components::notice::DONE;
use zhida_app::delegation;
use zhida_app::errors::{self, Cause, Failure};
use zhida_app::frame::{Display, Does, Frame, Page, Reader, Reading, Told, View, document, quiet};
use zhida_app::text::{Language, Level, Name, Text};

use super::address::{self, Household};
use super::{Fault, Reply, gate, session, style};
use crate::account::display::own_path;
use crate::apply::by_code;
use crate::catalogue::service::near;
use crate::confirmation::COOKIE as CONFIRMING_COOKIE;
use crate::feedback::TOLD_COOKIE;
use crate::portal::Portal;
use crate::store::session::{Kind, Officer, Session};

/// The cookie of the display page: language, level and modes by name, `en.dark.150`.
pub const DISPLAY_COOKIE: &str = "display";

/// The cookie of whoever opened a case with its code; it is sent to the pages below [`OPENED_BELOW`] alone.
pub const OPENED_COOKIE: &str = "opened";
/// The pages of cases.
pub const OPENED_BELOW: &str = "/cases";

/// The cookie of a machine in a hall (decision 13). Whoever makes one for themselves is only kept shorter.
pub const KIOSK_COOKIE: &str = "kiosk";

/// Pages below this many bytes are not compressed: it would save no packet.
const WORTH_COMPRESSING: usize = 1200;

/// Somebody who asks for a page.
#[derive(Clone)]
pub struct Visitor {
    /// What is asked of.
    pub portal: Arc<Portal>,
    /// The language of the page.
    pub language: Language,
    /// How its words are put.
    pub level: Level,
    /// How it is shown.
    pub display: Display,
    /// The page's own path with its query: where the display bar comes back to.
    pub path: String,
    /// The number of this request in the log.
    pub request_id: Uuid,
    /// Who is here: somebody signed in, or somebody with a draft of their own.
    pub session: Option<Session>,
    /// Whose session time has ended, while the browser still has its token.
    pub ended: Option<Session>,
    /// The database could not say who is here.
    pub trouble: bool,
    /// The browser is that of a machine in a hall, which keeps nothing of anybody.
    pub kiosk: bool,
    /// Where the request comes from.
    pub address: Option<IpAddr>,
    /// The person for whom the visitor acts on this page, once that is known.
    acts_for: Arc<OnceLock<String>>,
    /// The person for whom an officer files on this page, masked, once that is known.
    files_for: Arc<OnceLock<String>>,
    /// Set once it is known that this page is about what nobody else may know of.
    quiet: Arc<OnceLock<quiet::Doing>>,
    /// The headers of the request.
    headers: HeaderMap,
}

impl Visitor {
    /// Reads what a request says of its visitor.
    pub fn of(portal: &Arc<Portal>, parts: &Parts, request_id: Uuid) -> Self {
        let mut visitor = Self {
            portal: Arc::clone(portal),
            language: Language::default(),
            level: Level::default(),
            display: Display::default(),
            path: path_of(parts),
            request_id,
            session: None,
            ended: None,
            trouble: false,
            kiosk: false,
            address: address::of(parts, &portal.config.trusted_proxies),
            acts_for: Arc::default(),
            files_for: Arc::default(),
            quiet: Arc::default(),
            headers: parts.headers.clone(),
        };
        let accepted = parts
            .headers
            .get(header::ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok());
        visitor.language = accepted.and_then(Language::accepted).unwrap_or_default();
        visitor.kiosk = visitor.cookie(KIOSK_COOKIE).is_some_and(|value| !value.is_empty());
        if visitor.kiosk {
            visitor.display.view = View::Simple;
        }
        if let Some(chosen) = visitor.cookie(DISPLAY_COOKIE).map(str::to_owned) {
            visitor.show_as(&chosen);
        }
        visitor
    }

    /// Reads the session, and how its account wants pages shown.
    pub(super) async fn recognise(&mut self) {
        session::load(self).await;
        let chosen = self.session.as_ref().and_then(|session| session.display.clone());
        if let Some(chosen) = chosen {
            self.show_as(&chosen);
        }
    }

    /// Shows pages as the words of a display cookie say.
    fn show_as(&mut self, chosen: &str) {
        self.display = Display::from_cookie(chosen);
        for word in chosen.split('.') {
            self.language = Language::parse(word).unwrap_or(self.language);
            self.level = Level::parse(word).unwrap_or(self.level);
        }
    }

    /// The household that the request comes from.
    pub fn household(&self) -> Household {
        Household::of(self.address)
    }

    /// Whether this is the working side.
    pub fn is_at_work(&self) -> bool {
        self.path
            .strip_prefix("/office")
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
    }

    /// The path without its query.
    pub fn own_path(&self) -> &str {
        self.path.split('?').next().unwrap_or_default()
    }

    /// The query of the page's own address.
    fn query(&self) -> &str {
        self.path.split_once('?').map_or("", |(_, query)| query)
    }

    /// Whether the page's own address says this.
    fn says(&self, part: &str) -> bool {
        self.query().split('&').any(|said| said == part)
    }

    /// A header of the request.
    pub fn header(&self, name: header::HeaderName) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// The words for this visitor. Work is done in standard words: what is printed there is the original.
    pub fn text(&self) -> Text<'_> {
        let level = if self.is_at_work() { Level::Standard } else { self.level };
        self.portal.texts.of(self.language, level)
    }

    /// A cookie of the request; over TLS only one that nobody but us can have set.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        let prefix = self.cookie_prefix();
        let pairs = self.headers.get_all(header::COOKIE).into_iter();
        let mut pairs = pairs
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(';'));
        pairs.find_map(|pair| {
            let (found, value) = pair.trim().split_once('=')?;
            (found.strip_prefix(prefix)? == name).then_some(value)
        })
    }

    /// A `Set-Cookie` for the whole site, out of reach of scripts.
    pub fn set_cookie(&self, name: &str, value: &str, max_age_seconds: Option<i64>) -> HeaderValue {
        // In a hall nothing outlives the browser.
        let age = max_age_seconds.filter(|seconds| *seconds == 0 || !self.kiosk);
        self.lasting_cookie(name, value, age)
    }

    /// The same, also in a browser that is to keep nothing.
    pub fn lasting_cookie(&self, name: &str, value: &str, max_age_seconds: Option<i64>) -> HeaderValue {
        self.cookie_for("/", self.cookie_prefix(), name, value, max_age_seconds)
    }

    /// A `Set-Cookie` for the pages below one path, gone with the browser. It cannot carry the `__Host-` prefix.
    pub fn set_cookie_below(&self, path: &str, name: &str, value: &str) -> HeaderValue {
        self.cookie_for(path, "", name, value, None)
    }

    /// A cookie set by [`set_cookie_below`](Self::set_cookie_below).
    pub fn cookie_below(&self, name: &str) -> Option<&str> {
        let pairs = self.headers.get_all(header::COOKIE).into_iter();
        let mut pairs = pairs
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(';'));
        pairs.find_map(|pair| {
            pair.trim()
                .split_once('=')
                .filter(|(found, _)| *found == name)
                .map(|(_, value)| value)
        })
    }

    fn cookie_prefix(&self) -> &'static str {
        if self.portal.config.public_url.secure {
            "__Host-"
        } else {
            ""
        }
    }

    fn cookie_for(&self, path: &str, prefix: &str, name: &str, value: &str, max_age: Option<i64>) -> HeaderValue {
        let secure = if self.portal.config.public_url.secure {
            "; Secure"
        } else {
            ""
        };
        let age = max_age
            .map(|seconds| format!("; Max-Age={seconds}"))
            .unwrap_or_default();
        let cookie = format!("{prefix}{name}={value}; Path={path}; HttpOnly; SameSite=Lax{secure}{age}");
        // Names and values here are ours: letters, digits, dots.
        HeaderValue::from_str(&cookie).unwrap_or(HeaderValue::from_static(""))
    }

    /// The display cookie that holds these choices.
    pub fn display_cookie(&self, language: Language, level: Level, display: Display) -> HeaderValue {
        let words = display_words(language, level, display);
        self.set_cookie(DISPLAY_COOKIE, &words, Some(400 * 24 * 3600))
    }

    /// What this request is about is somebody else's: every page that answers it says whose, in words.
    pub fn acts_for(&self, name: &str) {
        self.acts_for.get_or_init(|| name.to_owned());
    }

    /// What this request is about an officer writes down for somebody: every page that answers it says for whom.
    pub fn files_for(&self, masked: &str) {
        self.files_for.get_or_init(|| masked.to_owned());
    }

    /// What this request is about nobody else may know of: every page that answers it has a way to leave it at once, a title
    /// that says no more than what is done on it, fields that the browser does not remember, and is kept nowhere.
    pub fn keep_quiet(&self, doing: quiet::Doing) {
        self.quiet.get_or_init(|| doing);
    }

    /// A whole page, 200.
    pub fn page(&self, page: impl FnOnce(Text<'_>) -> Page) -> Reply {
        self.page_with(StatusCode::OK, page)
    }

    /// The parts of the working side that an officer's posts of today open.
    fn does(&self, officer: &Officer) -> Does {
        let today = self.portal.today();
        let mut does = Does::default();
        for post in officer.access.posts_on(today) {
            match post.role {
                Role::Auditor => does.audit = true,
                Role::Administrator => does.jobs = true,
                _ => does.casework = true,
            }
        }
        does
    }

    /// A whole page with a status: 422 with what must be put right, 409 with both versions.
    pub fn page_with(&self, status: StatusCode, page: impl FnOnce(Text<'_>) -> Page) -> Reply {
        let text = self.text();
        let officer = self.session.as_ref().and_then(|session| session.staff.as_ref());
        let office = officer.map(|officer| Name::only(officer.office.as_str()));
        let account = self.session.as_ref().and_then(|session| session.account.as_ref());
        let reader = match (officer, &office) {
            (Some(officer), Some(office)) => Reader::Officer {
                name: &officer.name,
                office,
                does: self.does(officer),
            },
            _ if account.is_some() => Reader::Account,
            _ => Reader::Visitor,
        };
        let window = if self.display.view == View::Simple {
            near(self)
        } else {
            None
        };
        let frame = Frame {
            display: self.display,
            path: &self.path,
            style_href: &self.portal.style.href,
            reading: self.portal.islands.as_ref().map(|islands| Reading {
                script: &islands.href,
                one: self.portal.config.voice_one,
            }),
            reader,
            ends_in: self
                .session
                .as_ref()
                .and_then(|session| session.ends_in(self.portal.now())),
            guest: self.is_a_guest(),
            window: window.as_ref(),
            kiosk: self.kiosk,
            told: Told {
                lost: self.says(gate::TYPED_LOST),
                stayed: self.says(gate::STAYED),
            },
        };
        let acting = self.acts_for.get().map(|name| delegation::acting(text, name));
        let filing = self
            .files_for
            .get()
            .map(|name| zhida_app::apply::assisted::filing(text, name));
        let page = page(text).after(acting).after(filing);
        let page = match self.quiet.get() {
            Some(&doing) => quiet::page(text, page, doing, &self.portal.config.leave_url),
            None => page,
        };
        let html = document(&frame, text, page);
        self.html(status, html)
    }

    /// A part of a page, for the island that shows it.
    pub fn part(&self, html: String) -> Reply {
        self.html(StatusCode::OK, html)
    }

    /// The page that says why there is no other.
    pub fn failure(&self, fault: &Fault) -> Reply {
        let cause = fault.cause();
        let failure = Failure {
            cause,
            number: matches!(fault, Fault::Internal(_)).then(|| self.request_id.simple().to_string()),
            typed: None,
            again: self.again(cause),
            by_code: (cause == Cause::NotFound).then(|| by_code(&self.path)).flatten(),
        };
        let status = StatusCode::from_u16(cause.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut reply = self.page_with(status, |text| errors::page(text, &failure));
        let wait = match fault {
            Fault::Unavailable => Some(10),
            Fault::TooMany { minutes } => Some(minutes * 60),
            _ => None,
        };
        if let Some(seconds) = wait {
            reply
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        reply
    }

    /// The page to try again on, where trying again can help.
    fn again(&self, cause: Cause) -> Option<String> {
        let can_help = matches!(
            cause,
            Cause::TooLarge
                | Cause::UnsupportedKind
                | Cause::Conflict
                | Cause::TooMany { .. }
                | Cause::Unavailable
                | Cause::TooSlow
        );
        can_help.then(|| self.path.clone())
    }

    /// Whether a case, a part of one that is to be confirmed, or what was told about the site, was opened in this browser
    /// with its code: its pages are as personal as an account's.
    fn opened_a_case(&self) -> bool {
        let holds = |name| self.cookie_below(name).is_some_and(|value| !value.is_empty());
        holds(OPENED_COOKIE) || holds(TOLD_COOKIE) || holds(CONFIRMING_COOKIE)
    }

    /// Whether somebody without an account sees a draft or a case here.
    fn is_a_guest(&self) -> bool {
        let kind = self.session.as_ref().map(|session| session.kind);
        let came_in = match kind {
            Some(kind) => kind == Kind::Anonymous,
            None => self.opened_a_case(),
        };
        let below = |folder: &str| {
            let rest = self.own_path().strip_prefix(folder);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        came_in && (below("/apply") || below(OPENED_BELOW))
    }

    /// To another page after a change: 303. A page that says what was done opens at those words.
    pub fn see_other(&self, location: &str) -> Reply {
        let says_so = ["?done=", "&done="].iter().any(|part| location.contains(part)) && !location.contains('#');
        let location = if says_so {
            Cow::Owned(format!("{location}#{DONE}"))
        } else {
            Cow::Borrowed(location)
        };
        match HeaderValue::from_str(&location) {
            Ok(location) => (StatusCode::SEE_OTHER, [(header::LOCATION, location)]).into_response(),
            Err(_) => Fault::internal("a location with characters that a header cannot hold").into_response(),
        }
    }

    /// A page that is made already.
    pub(super) fn html(&self, status: StatusCode, html: String) -> Reply {
        // Compression shows an eavesdropper lengths that depend on the content: only where nothing is personal.
        let anonymous = self.session.is_none() && !self.opened_a_case();
        let brotli = anonymous && html.len() > WORTH_COMPRESSING && style::takes_brotli(&self.headers);
        let body = if brotli {
            style::compressed(html.as_bytes(), 4)
        } else {
            html.into_bytes()
        };
        let mut reply = (status, body).into_response();
        let headers = reply.headers_mut();
        headers.insert(
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/html; charset=utf-8"),
        );
        // Nobody who sits down at the same computer finds it by going back.
        let kept = if anonymous && !self.kiosk && self.quiet.get().is_none() {
            "private, no-cache"
        } else {
            "no-store"
        };
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
        headers.insert(
            header::VARY,
            HeaderValue::from_static("accept-encoding, accept-language, cookie"),
        );
        if brotli {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
        }
        if let Some(islands) = self.portal.islands.as_ref().filter(|_| self.display.reads_aloud()) {
            islands.let_read_aloud(headers);
        }
        reply
    }
}

/// These choices in the words of the display cookie.
pub fn display_words(language: Language, level: Level, display: Display) -> String {
    let mut words = vec![language.code(), level.code()];
    let modes = display.to_cookie();
    if !modes.is_empty() {
        words.push(&modes);
    }
    words.join(".")
}

/// A page that can be got: forms post to the page's own address.
fn path_of(parts: &Parts) -> String {
    let path = match parts.uri.path_and_query() {
        Some(whole) if parts.method == Method::GET => whole.as_str(),
        Some(whole) => whole.path(),
        None => "/",
    };
    // `//elsewhere` in a link leads elsewhere.
    own_path(path).to_owned()
}

impl fmt::Debug for Visitor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Neither path nor headers: they may be personal.
        write!(f, "Visitor({})", self.request_id)
    }
}

/// The visitor that the router made.
impl<S: Sync> FromRequestParts<S> for Visitor {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Fault> {
        let visitor = parts.extensions.get::<Self>().cloned();
        visitor.ok_or_else(|| Fault::internal("a route outside the routes table"))
    }
}
