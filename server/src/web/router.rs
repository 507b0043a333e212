//! From the routes table to the running service, with what happens around every request: a number, a place in the
//! queue, a visitor, a time limit, a check against forged forms, a page where something went wrong, safe headers, one
//! line in the log.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, Method, StatusCode, Uri, header};
use axum::middleware::{self, Next};
use axum::response::{Redirect, Response};
use axum::routing::MethodRouter;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::csrf::CsrfLayer;

use super::body::Begun;
use super::form::LARGEST_FORM;
use super::routes::{Route, Who, routes};
use super::{Fault, Visitor, body, gate, headers, mistake};
use crate::portal::Portal;

/// How long a request may take once its body, or the beginning of a large one, is here.
const TIME_LIMIT: Duration = Duration::from_secs(30);

/// Two routes that cannot stand side by side, or a public address that is none: named at start.
#[derive(Debug, thiserror::Error)]
#[error("the public address cannot be used as an origin: {0}")]
pub struct RouterProblem(String);

/// The whole portal as a service.
///
/// # Errors
/// A public address that is no origin.
pub fn router(portal: Arc<Portal>) -> Result<Router, RouterProblem> {
    let forged = CsrfLayer::new()
        .add_trusted_origin(&portal.config.public_url.origin)
        .map_err(|problem| RouterProblem(format!("{problem:?}")))?;
    let pages = routes().into_iter().filter(|route| route.verbs.contains(&"GET"));
    let pages: Arc<[&str]> = pages.map(|route| route.path).collect();
    let mut router = Router::new();
    for route in routes() {
        let Route {
            path,
            methods,
            body,
            who,
            ..
        } = route;
        let gate = middleware::from_fn(move |request, next| gate::pass(who, request, next));
        let methods: MethodRouter<_> = methods.layer(middleware::from_fn(mistake::keep)).layer(gate);
        // Only who reads files reads more: `Sent::read`.
        router = router.route(path, methods.layer(DefaultBodyLimit::max(body.min(LARGEST_FORM))));
    }
    Ok(router
        .fallback(move |method: Method, uri: Uri| {
            let answer = without_slash(&pages, &method, &uri);
            async move { answer }
        })
        .layer(CatchPanicLayer::new())
        .layer(forged)
        .layer(middleware::from_fn_with_state(Arc::clone(&portal), around))
        .with_state(portal))
}

/// An address of ours with a slash too many leads to the one without: links are typed off paper, and cut by hand.
fn without_slash(pages: &[&str], method: &Method, uri: &Uri) -> Result<Redirect, Fault> {
    let path = uri.path().trim_end_matches('/');
    let reads = matches!(*method, Method::GET | Method::HEAD);
    if !reads || path == uri.path() || !pages.iter().any(|page| is_of(path, page)) {
        return Err(Fault::NotFound);
    }
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    Ok(Redirect::permanent(&format!("{path}{query}")))
}

/// Whether a path is one of a route's: `/cases/ZD123` of `/cases/{reference}`. None of ours begins with two slashes, so
/// nothing leads to another site.
fn is_of(path: &str, route: &str) -> bool {
    let (path, route) = (
        path.split('/').collect::<Vec<_>>(),
        route.split('/').collect::<Vec<_>>(),
    );
    let fits = |(part, of): (&&str, &&str)| part == of || (of.starts_with('{') && !part.is_empty());
    path.len() == route.len() && path.iter().zip(&route).all(fits)
}

/// What happens around every request.
async fn around(State(portal): State<Arc<Portal>>, request: Request, next: Next) -> Response {
    let began = Instant::now();
    let request_id = portal.random_id();
    let method = request.method().clone();
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or("-", MatchedPath::as_str)
        .to_owned();
    let (parts, body) = request.into_parts();
    let visitor = Visitor::of(&portal, &parts, request_id);
    let (mut response, visitor) = admitted(visitor, parts, body, next).await;
    if let Some(fault) = fault_of(&response) {
        if let Fault::Internal(problem) = &fault {
            tracing::error!(request = %request_id, %problem, "request failed");
        }
        let allow = response.headers().get(header::ALLOW).cloned();
        response = visitor.failure(&fault);
        if let Some(allow) = allow {
            response.headers_mut().insert(header::ALLOW, allow);
        }
    }
    headers::secure(response.headers_mut(), portal.config.public_url.secure);
    if let Ok(number) = HeaderValue::from_str(&request_id.simple().to_string()) {
        response
            .headers_mut()
            .insert(HeaderName::from_static("x-request-id"), number);
    }
    let status = response.status();
    let took = began.elapsed();
    metrics::counter!("zhida_requests_total", "route" => route.clone(), "status" => status.as_u16().to_string())
        .increment(1);
    metrics::histogram!("zhida_request_seconds", "route" => route.clone()).record(took.as_secs_f64());
    let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
    tracing::info!(request = %request_id, %method, route, status = status.as_u16(), micros, "request");
    response
}

/// Gives a request its place and has it answered. Whoever gets no place costs us nothing more than the page that says
/// so: not even the question who they are.
async fn admitted(mut visitor: Visitor, mut parts: Parts, body: Body, next: Next) -> (Response, Visitor) {
    let portal = Arc::clone(&visitor.portal);
    let whose = Some(visitor.household());
    let sends = !matches!(parts.method, Method::GET | Method::HEAD);
    let begun = if sends {
        body::begin(body, &portal.config.limits).await
    } else {
        Ok(Begun { body, rest: None })
    };
    let Begun { body, rest } = match begun {
        Ok(begun) => begun,
        Err(fault) => return (given_up(&visitor, &fault), visitor),
    };
    let upload = rest.as_ref().map(|_| portal.uploads.take(whose));
    let (Some(_place), None | Some(Some(_))) = (portal.admission.take(whose), &upload) else {
        return (visitor.failure(&Fault::Unavailable), visitor);
    };
    let limit = match &rest {
        Some(_) => TIME_LIMIT + portal.config.limits.body,
        None => TIME_LIMIT,
    };
    let answering = async {
        visitor.recognise().await;
        parts.extensions.insert(visitor.clone());
        next.run(Request::from_parts(parts, body)).await
    };
    let answered = tokio::time::timeout(limit, answering).await;
    let response = match answered {
        _ if rest.is_some_and(|rest| rest.was_too_slow()) => given_up(&visitor, &Fault::TooSlow),
        Ok(response) => response,
        Err(_) => visitor.failure(&Fault::Unavailable),
    };
    (response, visitor)
}

/// The answer to a body that did not come: nothing more is expected on this connection.
fn given_up(visitor: &Visitor, fault: &Fault) -> Response {
    let mut response = visitor.failure(fault);
    let close = HeaderValue::from_static("close");
    response.headers_mut().insert(header::CONNECTION, close);
    response
}

/// What went wrong, where the answer is not yet a page that says so.
fn fault_of(response: &Response) -> Option<Fault> {
    if let Some(fault) = response.extensions().get::<Fault>() {
        return Some(fault.clone());
    }
    let status = response.status();
    let is_page = response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| {
        kind.as_bytes().starts_with(b"text/html") || kind.as_bytes().starts_with(b"application/json")
    });
    // Health answers 503 in plain words, for machines.
    let for_machines =
        status == StatusCode::SERVICE_UNAVAILABLE && response.headers().contains_key(header::CONTENT_TYPE);
    if is_page || for_machines {
        None
    } else {
        Fault::of_status(status)
    }
}

/// The rows as JSON, for the browser tests.
pub fn as_json() -> serde_json::Value {
    let rows = routes().into_iter().flat_map(|route| {
        let who = match route.who {
            Who::Public => "public",
            Who::Visitor => "visitor",
            Who::Account => "account",
            Who::Linked => "linked",
            Who::Staff(_) => "staff",
        };
        let Route {
            path,
            page,
            shown_at,
            verbs,
            body,
            ..
        } = route;
        verbs.iter().map(move |verb| {
            let shown_at = if *verb == "GET" { shown_at } else { &[] };
            serde_json::json!({
                "method": verb, "path": path, "who": who, "page": page, "shown_at": shown_at, "body_limit": body,
            })
        })
    });
    rows.collect()
}
