//! `/services/{code}/sign/{file}`: the film in which a service is explained in sign language, and its captions. They lie
//! in the operator's own folder of services, beside `sign.toml`; the program carries none.

use std::fs::File;
use std::io::Read;
use std::path::Path as FilePath;

use axum::body::Body;
use axum::extract::{Path, Request};
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;
use tower::ServiceExt;
use tower_http::services::ServeFile;
use zhida::catalogue::{Service, SignFilm};
use zhida_app::catalogue::sign::Film;

use super::words;
use crate::web::{Answer, Fault, Visitor};

/// The captions' first letters (WebVTT).
const CAPTIONS_BEGIN: &[u8] = b"WEBVTT";

/// What a page shows of a service's film.
pub(super) fn film(service: &Service) -> Option<Film> {
    let film = service.sign.as_ref()?;
    let beside = |name: &str| format!("/services/{}/sign/{name}", service.code);
    Some(Film {
        video: beside(&film.video),
        kind: film.kind(),
        captions: beside(&film.captions),
        seconds: film.seconds,
        says: words::of("film", &service.code),
    })
}

/// What is wrong with the files of a film in a service's folder, and which name it is about.
pub(super) fn missing<'f>(film: &'f SignFilm, folder: Option<&FilePath>) -> Option<(&'f str, &'static str)> {
    let Some(folder) = folder else {
        return Some((
            &film.video,
            "a film lies in a folder of services of one's own: set ZHIDA_SERVICES",
        ));
    };
    let there = |name: &str| folder.join(name).is_file();
    if let Some(name) = [&film.video, &film.captions].into_iter().find(|name| !there(name)) {
        return Some((name, "there is no file of this name beside this one"));
    }
    let mut begins = Vec::new();
    let read = File::open(folder.join(&film.captions)).and_then(|file| file.take(9).read_to_end(&mut begins));
    let captions = begins.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&begins);
    let wrong = read.is_err() || !captions.starts_with(CAPTIONS_BEGIN);
    wrong.then_some((&film.captions, "this is no WebVTT: the file begins with WEBVTT"))
}

/// `GET /services/{code}/sign/{file}`: in parts where a player asks for parts.
pub async fn file(visitor: Visitor, Path((code, name)): Path<(String, String)>, request: Request) -> Answer {
    let portal = &visitor.portal;
    let film = portal
        .catalogue
        .service(&code)
        .and_then(|service| service.sign.as_ref());
    let film = film.ok_or(Fault::NotFound)?;
    let kind = match name.as_str() {
        video if video == film.video => film.kind(),
        captions if captions == film.captions => "text/vtt; charset=utf-8",
        _ => return Err(Fault::NotFound),
    };
    let folder = portal.config.services.as_ref().ok_or(Fault::NotFound)?;
    let Ok(reply) = ServeFile::new(folder.join(&code).join(&name)).oneshot(request).await;
    let mut reply = reply.map(Body::new).into_response();
    // A film that was taken away while the portal runs.
    if reply.status() == axum::http::StatusCode::NOT_FOUND {
        return Err(Fault::NotFound);
    }
    let headers = reply.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600"));
    Ok(reply)
}
