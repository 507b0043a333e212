//! Who may connect, and for how long: connections in all and from one peer, and what becomes of them when the portal
//! stops.

use std::convert::Infallible;
use std::future::Future;
use std::io::{self, ErrorKind};
use std::net::{IpAddr, SocketAddr};
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use ipnet::IpNet;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tower::Service as _;
use zhida_app::errors;
use zhida_app::text::{Language, Level};

use super::address::Household;
use super::patience::{Patient, Stage, until_sent};
use super::places::{Place, Places};
use crate::config::limits::Limits;
use crate::portal::Portal;

/// The largest head of a request: many cookies and a long address.
const LARGEST_HEAD: usize = 64 * 1024;
/// After an error that is not one connection's, such as no more file descriptors.
const PAUSE: Duration = Duration::from_millis(500);
/// How many who are turned away hear why, at once.
const TOLD_AT_ONCE: usize = 32;

/// Who is let in.
#[derive(Debug)]
pub struct Door {
    limits: Limits,
    /// Behind them stand many people.
    proxies: Vec<IpNet>,
    connections: Arc<Places>,
    /// The same connections once more, as far as they come by IPv6.
    subscribers: Arc<Places>,
    told: Arc<Places>,
    /// What they are told.
    turned_away: Arc<str>,
}

impl Door {
    /// As the settings say.
    pub fn of(portal: &Portal) -> Self {
        let languages = [Language::ZhCn, Language::En].map(|language| portal.texts.of(language, Level::default()));
        let page = errors::turned_away(&languages);
        Self::new(portal.config.limits, portal.config.trusted_proxies.clone(), &page)
    }

    fn new(limits: Limits, proxies: Vec<IpNet>, page: &str) -> Self {
        let answer = format!(
            "HTTP/1.1 503 Service Unavailable\r\ncontent-type: text/html; charset=utf-8\r\ncontent-length: {}\r\n\
             retry-after: 10\r\ncache-control: no-store\r\ncontent-security-policy: default-src 'none'\r\n\
             x-content-type-options: nosniff\r\nconnection: close\r\n\r\n{page}",
            page.len()
        );
        Self {
            limits,
            proxies,
            turned_away: answer.into(),
            connections: Arc::new(Places::with_share(limits.connections, limits.connections_per_peer)),
            subscribers: Arc::new(Places::shared(limits.connections)),
            told: Arc::new(Places::shared(TOLD_AT_ONCE)),
        }
    }

    /// For the machine itself: whoever reads the measurements.
    pub fn for_this_machine() -> Self {
        let limits = Limits {
            connections: 32,
            connections_per_peer: 32,
            ..Limits::default()
        };
        Self::new(limits, Vec::new(), "")
    }

    /// A place for a connection, counted against the shares of its household and of its subscriber.
    fn take(&self, peer: IpAddr) -> Option<(Place, Option<Place>)> {
        let whose = self.counted(peer);
        let subscriber = whose.and_then(|_| Household::of_subscriber(peer));
        let within = match subscriber {
            Some(_) => Some(self.subscribers.take(subscriber)?),
            None => None,
        };
        Some((self.connections.take(whose)?, within))
    }

    /// The household whose share a connection counts against; a proxy of ours has none.
    fn counted(&self, peer: IpAddr) -> Option<Household> {
        let peer = peer.to_canonical();
        let is_ours = self.proxies.iter().any(|network| network.contains(&peer));
        (!is_ours).then(|| Household::of(Some(peer)))
    }
}

/// Serves until told to stop, then finishes the requests under way.
pub async fn serve(listener: TcpListener, service: Router, door: Door, told_to_stop: impl Future<Output = ()>) {
    // Everything is put together now rather than at each request.
    let service: Router = service.with_state(());
    let (stop, stopping) = watch::channel(());
    let mut told_to_stop = pin!(told_to_stop);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut told_to_stop => break,
        };
        let (stream, peer) = match accepted {
            Ok(accepted) => accepted,
            Err(problem) if is_of_one_connection(&problem) => continue,
            Err(problem) => {
                tracing::error!(%problem, "cannot take connections for a moment");
                tokio::time::sleep(PAUSE).await;
                continue;
            }
        };
        let Some(place) = door.take(peer.ip()) else {
            metrics::counter!("zhida_connections_refused_total").increment(1);
            if let Some(place) = door.told.take(door.counted(peer.ip())) {
                tokio::spawn(turn_away(stream, Arc::clone(&door.turned_away), place));
            }
            continue;
        };
        let connection = answer(stream, peer, service.clone(), door.limits, stopping.clone());
        tokio::spawn(async move {
            metrics::gauge!("zhida_connections").increment(1);
            connection.await;
            metrics::gauge!("zhida_connections").decrement(1);
            drop(place);
        });
    }
    drop(listener);
    drop(stopping);
    let _ = stop.send(());
    // Each connection holds a receiver.
    stop.closed().await;
}

/// Answers the requests of one connection.
async fn answer(
    stream: TcpStream,
    peer: SocketAddr,
    service: Router,
    limits: Limits,
    mut stopping: watch::Receiver<()>,
) {
    // An answer is written in one piece; waiting for more to send with it only delays it.
    let _ = stream.set_nodelay(true);
    let stage = Stage::default();
    let stream = Patient::new(stream, stage.clone(), &limits);
    let at = stage.clone();
    let service = service_fn(move |request: Request<Incoming>| {
        let working = at.works();
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        let answer = service.clone().call(request);
        async move {
            let answer = answer.await?;
            Ok::<_, Infallible>(answer.map(|body| until_sent(body, working)))
        }
    });
    // `Patient` is who waits; the library's own clock, which ends later, makes it ask for the next request at once.
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.idle + limits.head)
        .max_buf_size(LARGEST_HEAD)
        .serve_connection(TokioIo::new(stream), service);
    let mut connection = pin!(connection);
    let mut stops = false;
    loop {
        tokio::select! {
            ended = connection.as_mut() => {
                if let Err(problem) = ended {
                    tracing::debug!(%problem, "a connection broke off");
                }
                return;
            }
            _ = stopping.changed(), if !stops => {
                stops = true;
                connection.as_mut().graceful_shutdown();
            }
            // Nothing was asked on it since it was told: it is not waited for.
            () = tokio::time::sleep(Duration::from_secs(1)), if stops => {
                if stage.is_idle() {
                    return;
                }
            }
        }
    }
}

/// Tells somebody for whom there is no place, and lets them go.
async fn turn_away(mut stream: TcpStream, answer: Arc<str>, place: Place) {
    let told = async {
        stream.write_all(answer.as_bytes()).await?;
        stream.shutdown().await?;
        // What they had sent is taken in: a connection closed over it would lose them the answer.
        let mut rest = [0; 4096];
        for _ in 0..16 {
            if stream.read(&mut rest).await? == 0 {
                break;
            }
        }
        io::Result::Ok(())
    };
    let _ = tokio::time::timeout(Duration::from_secs(2), told).await;
    drop(place);
}

fn is_of_one_connection(problem: &io::Error) -> bool {
    matches!(
        problem.kind(),
        ErrorKind::ConnectionRefused | ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_many_networks_somebody_has_a_newcomer_finds_a_connection() {
        let limits = Limits {
            connections: 64,
            connections_per_peer: 8,
            ..Limits::default()
        };
        let door = Door::new(limits, Vec::new(), "");
        let all = |peer: &str| std::iter::from_fn(|| door.take(peer.parse().unwrap())).collect::<Vec<_>>();
        let subscriber: Vec<_> = (0..256)
            .flat_map(|network| all(&format!("2001:db8:1:{network:x}::1")))
            .collect();
        assert_eq!(subscriber.len(), 32, "of one subscriber's 256 networks all together");
        let many: Vec<_> = (1..200).map(|number| all(&format!("192.0.2.{number}"))).collect();
        let had: Vec<usize> = many.iter().map(Vec::len).filter(|&had| had > 0).collect();
        assert_eq!(had, [8, 8, 8, 4, 2, 1, 1]);
        drop(subscriber);
        assert_eq!(all("2001:db8:2::1").len(), 8);
    }
}
