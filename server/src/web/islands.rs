//! The browser bundle: made by `islands/bundle.sh`, compressed there, part of the program, kept by browsers for good
//! under the name of its content. A program built without it has pages without islands.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::IntoResponse;
use sha2::{Digest, Sha256};
use zhida_app::place::LOADER;

use super::headers::{Fetches, policy_with_script};
use super::style::takes_brotli;
use super::{Answer, Fault};
use crate::portal::Portal;
use crate::shipped;

/// The route of its two files.
pub const ROUTE: &str = "/islands/{name}";

/// A file of the bundle.
#[derive(Clone, Copy, Debug)]
pub struct File {
    /// As it is.
    pub plain: &'static [u8],
    /// Compressed by Brotli.
    pub brotli: &'static [u8],
}

/// The bundle as it is served.
#[derive(Clone, Debug)]
pub struct Islands {
    /// The address of its script; the compiled code lies beside it.
    pub href: String,
    name: String,
    script: File,
    code: File,
    policy: Option<HeaderValue>,
    policy_aloud: Option<HeaderValue>,
}

impl Islands {
    /// The built-in bundle, where there is one.
    pub fn shipped() -> Option<Self> {
        let [script, script_brotli, code, code_brotli] = shipped::ISLANDS?;
        let file = |plain, brotli| File { plain, brotli };
        Some(Self::new(file(script, script_brotli), file(code, code_brotli)))
    }

    /// A bundle of a script and its compiled code.
    pub fn new(script: File, code: File) -> Self {
        let both = Sha256::new().chain_update(script.plain).chain_update(code.plain);
        let hash = data_encoding::HEXLOWER.encode(&both.finalize());
        let name = hash.get(..8).unwrap_or(&hash).to_owned();
        Self {
            href: format!("/islands/{name}.js"),
            name,
            script,
            code,
            policy: HeaderValue::from_str(&policy_with_script(LOADER, Fetches::ByItself)).ok(),
            policy_aloud: HeaderValue::from_str(&policy_with_script(LOADER, Fetches::WithThePage)).ok(),
        }
    }

    /// Lets a page fetch them. What reads pages aloud is there already, and lets more.
    pub fn allow(&self, headers: &mut HeaderMap) {
        if let Some(policy) = &self.policy {
            headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(policy.clone());
        }
    }

    /// Lets a page come with them, for who had it read aloud.
    pub fn let_read_aloud(&self, headers: &mut HeaderMap) {
        if let Some(policy) = &self.policy_aloud {
            headers.insert(header::CONTENT_SECURITY_POLICY, policy.clone());
        }
    }

    /// The file of a name and its kind. An older page that asks for an older name goes on without.
    fn find(&self, name: &str) -> Option<(File, &'static str)> {
        match name.strip_prefix(self.name.as_str())? {
            ".js" => Some((self.script, "text/javascript; charset=utf-8")),
            ".wasm" => Some((self.code, "application/wasm")),
            _ => None,
        }
    }
}

/// `GET /islands/{name}`.
pub async fn file(State(portal): State<Arc<Portal>>, Path(name): Path<String>, headers: HeaderMap) -> Answer {
    let islands = portal.islands.as_ref().ok_or(Fault::NotFound)?;
    let (file, kind) = islands.find(&name).ok_or(Fault::NotFound)?;
    let brotli = takes_brotli(&headers);
    let body = if brotli { file.brotli } else { file.plain };
    let mut reply = body.into_response();
    let headers = reply.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if brotli {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    Ok(reply)
}
