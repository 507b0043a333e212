//! A stored file as an answer that no browser runs.

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::IntoResponse;

use super::Reply;
use crate::store::file::File;

/// How a browser takes a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// Into its downloads.
    Saved,
    /// A picture into the window; anything else into its downloads.
    Looked,
}

/// The answer with a file's bytes. It is named by its id: the name it came with may say who somebody is.
pub fn answer(file: &File, bytes: Vec<u8>, taken: Taken) -> Reply {
    let ending = match file.kind.as_str() {
        "application/pdf" => "pdf",
        "image/png" => "png",
        "image/jpeg" => "jpg",
        "audio/mpeg" => "mp3",
        "audio/mp4" => "m4a",
        "audio/wav" => "wav",
        "audio/ogg" => "ogg",
        "audio/amr" => "amr",
        _ => "bin",
    };
    let how = match taken {
        Taken::Looked if is_picture(&file.kind) => "inline",
        Taken::Looked | Taken::Saved => "attachment",
    };
    let name = format!("{how}; filename=\"{}.{ending}\"", file.id);
    let kind = HeaderValue::from_str(&file.kind).unwrap_or(HeaderValue::from_static("application/octet-stream"));
    let name = HeaderValue::from_str(&name).unwrap_or(HeaderValue::from_static("attachment"));
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_DISPOSITION, name),
        (
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static("sandbox; default-src 'none'"),
        ),
        (
            HeaderName::from_static("x-content-type-options"),
            HeaderValue::from_static("nosniff"),
        ),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
    ];
    (StatusCode::OK, headers, bytes).into_response()
}

/// What is made when somebody asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// A letter as plain text.
    Text,
    /// A letter as PDF.
    Pdf,
    /// A letter as PDF in large print.
    LargePdf,
    /// A letter in braille, for embossers.
    Brf,
}

/// The answer with a letter made for who asked, kept nowhere. Its name says what it is and nothing of anybody.
pub fn made(what: Made, bytes: Vec<u8>) -> Reply {
    let (kind, name) = match what {
        Made::Text => ("text/plain; charset=utf-8", "attachment; filename=\"letter.txt\""),
        Made::Pdf => ("application/pdf", "attachment; filename=\"letter.pdf\""),
        Made::LargePdf => ("application/pdf", "attachment; filename=\"letter-large.pdf\""),
        Made::Brf => ("application/x-brf", "attachment; filename=\"letter.brf\""),
    };
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static(name)),
        (
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static("sandbox; default-src 'none'"),
        ),
        (
            HeaderName::from_static("x-content-type-options"),
            HeaderValue::from_static("nosniff"),
        ),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
    ];
    (StatusCode::OK, headers, bytes).into_response()
}

/// Whether a kind of file is a picture: those were encoded again by the portal.
pub fn is_picture(kind: &str) -> bool {
    matches!(kind, "image/jpeg" | "image/png")
}
