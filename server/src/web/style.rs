//! The style sheet: joined and compressed when the program is built, kept by browsers for good under the name of its content.

use std::io::Write as _;

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::IntoResponse;
use sha2::{Digest, Sha256};
use std::sync::Arc;

use super::Reply;
use crate::portal::Portal;
use crate::shipped;

/// The route of the style sheet: its name has eight characters of its hash.
pub const ROUTE: &str = "/style/{name}";

/// The style sheet as it is served.
#[derive(Clone, Debug)]
pub struct Style {
    /// Its address.
    pub href: String,
    plain: &'static [u8],
    brotli: &'static [u8],
}

impl Style {
    /// The built-in style sheet.
    pub fn shipped() -> Self {
        let hash = data_encoding::HEXLOWER.encode(&Sha256::digest(shipped::STYLE));
        let name = hash.get(..8).unwrap_or(&hash);
        Self {
            href: format!("/style/{name}.css"),
            plain: shipped::STYLE.as_bytes(),
            brotli: shipped::STYLE_BROTLI,
        }
    }
}

/// Bytes compressed by Brotli at a quality from 0 to 11.
pub fn compressed(bytes: &[u8], quality: u32) -> Vec<u8> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, quality, 20);
    // Writing into memory cannot fail.
    let _ = writer.write_all(bytes);
    writer.into_inner()
}

/// Whether the browser takes Brotli.
pub fn takes_brotli(headers: &HeaderMap) -> bool {
    let accepted = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok());
    accepted.is_some_and(|accepted| {
        accepted
            .split(',')
            .any(|coding| coding.trim().split(';').next() == Some("br"))
    })
}

/// `GET /style/{name}`. An older page may still ask for an older name: it gets what there is, and keeps it shortly.
pub async fn sheet(State(portal): State<Arc<Portal>>, uri: axum::http::Uri, headers: HeaderMap) -> Reply {
    let style = &portal.style;
    let kept = if uri.path() == style.href {
        "public, max-age=31536000, immutable"
    } else {
        "public, max-age=60"
    };
    let brotli = takes_brotli(&headers);
    let body = if brotli { style.brotli } else { style.plain };
    let mut reply = body.into_response();
    let headers = reply.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("text/css; charset=utf-8"),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if brotli {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    reply
}

/// `GET /icon.svg`.
pub async fn icon() -> Reply {
    (
        [
            (header::CONTENT_TYPE, "image/svg+xml"),
            (header::CACHE_CONTROL, "public, max-age=86400"),
        ],
        zhida_app::frame::ICON_SVG,
    )
        .into_response()
}
