//! The headers that every answer carries.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};
use sha2::{Digest, Sha256};

/// Nothing from elsewhere, no script, no frame, forms only to ourselves.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; form-action 'self'; \
                      base-uri 'none'; frame-ancestors 'none'";

/// How a page comes by its islands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fetches {
    /// Its one script fetches them once they are needed.
    ByItself,
    /// It names their script, for who had pages read aloud.
    WithThePage,
}

/// The policy of a page with islands: its one script by its hash, what that fetches or else ours, compiled code, and
/// answers from ourselves. Everything else is as on other pages.
pub fn policy_with_script(script: &str, fetches: Fetches) -> String {
    let more = match fetches {
        Fetches::ByItself => "'strict-dynamic'",
        Fetches::WithThePage => "'self'",
    };
    let hash = data_encoding::BASE64.encode(&Sha256::digest(script.as_bytes()));
    format!("{POLICY}; script-src 'sha256-{hash}' {more} 'wasm-unsafe-eval'; connect-src 'self'")
}

/// Adds what browsers must know to keep visitors safe. What an answer says itself stays.
pub fn secure(headers: &mut HeaderMap, over_tls: bool) {
    let always = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        // The origin is still told to ourselves, which the check against forged forms needs.
        (header::REFERRER_POLICY, "same-origin"),
        (
            HeaderName::from_static("permissions-policy"),
            "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
        ),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
        (header::X_FRAME_OPTIONS, "DENY"),
    ];
    for (name, value) in always {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if over_tls {
        headers
            .entry(header::STRICT_TRANSPORT_SECURITY)
            .or_insert(HeaderValue::from_static("max-age=63072000"));
    }
}
