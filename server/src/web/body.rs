//! The body of a request. Its beginning, which for a form is all of it, is taken in before the request gets a place
//! among those worked on; a large one is read while its handler runs. Either must keep coming.
//!
//! A large one is read to its end even where the answer is known before: a browser that is still sending a file that
//! is too large must finish sending, or it shows a broken connection instead of the page that says so.

use std::future::Future as _;
use std::io::{self, ErrorKind};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, BodyDataStream, Bytes};
use futures_util::{Stream, StreamExt as _};
use tokio::time::{Instant, Sleep, sleep_until};

use super::Fault;
use crate::config::limits::Limits;

/// What is taken in before a request gets its place: more than any form is.
const BEGINNING: usize = 64 * 1024;
/// So much must come before patience ends, or be the end: single bytes are no sign of life. The slowest phone sends
/// ten times as much.
const LEAST: usize = 8 * 1024;
/// How much is taken in to be thrown away; who sends more is cut off.
const MOST: usize = 64 * 1024 * 1024;
/// And for how long.
const LONGEST: Duration = Duration::from_secs(20);

/// A body that has begun to come.
pub struct Begun {
    /// All of it, for whoever reads it.
    pub body: Body,
    /// Where more is to come: whether it came too slowly.
    pub rest: Option<Rest>,
}

/// The rest of a large body.
#[derive(Clone, Default)]
pub struct Rest(Arc<AtomicBool>);

impl Rest {
    /// Whether it was given up because it came too slowly.
    pub fn was_too_slow(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Takes in the beginning of a body.
///
/// # Errors
/// One that broke off or came too slowly.
pub async fn begin(body: Body, limits: &Limits) -> Result<Begun, Fault> {
    let too_slow = Rest::default();
    let mut coming = Coming {
        rest: Some(body.into_data_stream()),
        came: 0,
        stall: limits.stall,
        ends: Instant::now() + limits.body,
        waiting: Box::pin(sleep_until(Instant::now() + limits.stall.min(limits.body))),
        too_slow: too_slow.clone(),
    };
    let mut beginning = Vec::new();
    while beginning.len() <= BEGINNING {
        match coming.next().await {
            Some(Ok(piece)) => beginning.extend_from_slice(&piece),
            Some(Err(_)) if too_slow.was_too_slow() => return Err(Fault::TooSlow),
            Some(Err(_)) => return Err(Fault::BadRequest),
            None => {
                return Ok(Begun {
                    body: beginning.into(),
                    rest: None,
                });
            }
        }
    }
    let beginning = futures_util::stream::iter([Ok(Bytes::from(beginning))]);
    Ok(Begun {
        body: Body::from_stream(beginning.chain(coming)),
        rest: Some(too_slow),
    })
}

struct Coming {
    /// Nothing once the end was seen.
    rest: Option<BodyDataStream>,
    /// How much, since patience began anew.
    came: usize,
    stall: Duration,
    ends: Instant,
    waiting: Pin<Box<Sleep>>,
    too_slow: Rest,
}

impl Stream for Coming {
    type Item = Result<Bytes, axum::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(rest) = &mut self.rest else {
            return Poll::Ready(None);
        };
        let next = rest.poll_next_unpin(context);
        match &next {
            Poll::Ready(Some(Ok(piece))) => {
                self.came += piece.len();
                if self.came >= LEAST {
                    self.came = 0;
                    let until = (Instant::now() + self.stall).min(self.ends);
                    self.waiting.as_mut().reset(until);
                }
            }
            Poll::Ready(None | Some(Err(_))) => self.rest = None,
            Poll::Pending if self.waiting.as_mut().poll(context).is_ready() => {
                self.rest = None;
                self.too_slow.0.store(true, Ordering::Relaxed);
                let problem = io::Error::from(ErrorKind::TimedOut);
                return Poll::Ready(Some(Err(axum::Error::new(problem))));
            }
            Poll::Pending => {}
        }
        next
    }
}

impl Drop for Coming {
    fn drop(&mut self) {
        let Some(mut rest) = self.rest.take() else { return };
        // Outside a runtime nobody is sending.
        let Ok(runtime) = tokio::runtime::Handle::try_current() else {
            return;
        };
        runtime.spawn(async move {
            let mut read = 0;
            let reading = async {
                while let Some(Ok(piece)) = rest.next().await {
                    read += piece.len();
                    if read > MOST {
                        return;
                    }
                }
            };
            // Too slow or too much: cut off.
            let _ = tokio::time::timeout(LONGEST, reading).await;
        });
    }
}
