//! A connection that waits, but not for ever: for a request to begin, for the end of its head, for somebody to take
//! the answer. How long a body may take is watched where it is read ([`super::body`]).

use std::future::Future as _;
use std::io::{self, ErrorKind};
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep_until};

use crate::config::limits::Limits;

/// Where a connection stands; shared by it and whoever answers its requests.
#[derive(Clone, Debug, Default)]
pub(super) struct Stage(Arc<AtomicU8>);

/// Nothing has come yet.
const NEW: u8 = 0;
/// Everything that was asked is answered.
const IDLE: u8 = 1;
/// A request has begun.
const HEAD: u8 = 2;
/// It is being worked on.
const WORKING: u8 = 3;

impl Stage {
    /// Nothing is under way.
    pub(super) fn is_idle(&self) -> bool {
        matches!(self.now(), NEW | IDLE)
    }

    /// A request is under way until its answer has been handed over.
    pub(super) fn works(&self) -> Working {
        self.0.store(WORKING, Ordering::Relaxed);
        Working(self.clone())
    }

    fn now(&self) -> u8 {
        self.0.load(Ordering::Relaxed)
    }
}

/// A request under way.
#[derive(Debug)]
pub(super) struct Working(Stage);

impl Drop for Working {
    fn drop(&mut self) {
        self.0.0.store(IDLE, Ordering::Relaxed);
    }
}

/// An answer's body, which is the end of its request.
pub(super) fn until_sent(body: Body, working: Working) -> Body {
    Body::new(Answer {
        body,
        _working: working,
    })
}

struct Answer {
    body: Body,
    _working: Working,
}

impl HttpBody for Answer {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> http_body::SizeHint {
        self.body.size_hint()
    }
}

/// A connection with patience for so long.
#[derive(Debug)]
pub(super) struct Patient<S> {
    stream: S,
    stage: Stage,
    head: Duration,
    idle: Duration,
    stall: Duration,
    /// For what is being waited, and until when.
    reading: Option<(u8, Pin<Box<Sleep>>)>,
    writing: Option<Pin<Box<Sleep>>>,
}

impl<S> Patient<S> {
    pub(super) fn new(stream: S, stage: Stage, limits: &Limits) -> Self {
        Self {
            stream,
            stage,
            head: limits.head,
            idle: limits.idle,
            stall: limits.stall,
            reading: None,
            writing: None,
        }
    }

    /// Whether patience for more of a request has ended.
    fn is_tired_of_reading(&mut self, context: &mut Context<'_>) -> bool {
        let stage = self.stage.now();
        let patience = match stage {
            IDLE => self.idle,
            // Whoever connects has something to ask.
            NEW | HEAD => self.head,
            _ => {
                self.reading = None;
                return false;
            }
        };
        let waiting = match &mut self.reading {
            Some((since, waiting)) if *since == stage => waiting,
            other => {
                &mut other
                    .insert((stage, Box::pin(sleep_until(Instant::now() + patience))))
                    .1
            }
        };
        waiting.as_mut().poll(context).is_ready()
    }

    /// What came of writing; an error where nothing has been taken for too long.
    fn written<T>(&mut self, did: Poll<io::Result<T>>, context: &mut Context<'_>) -> Poll<io::Result<T>> {
        if did.is_ready() {
            self.writing = None;
            return did;
        }
        let until = Instant::now() + self.stall;
        let waiting = self.writing.get_or_insert_with(|| Box::pin(sleep_until(until)));
        match waiting.as_mut().poll(context) {
            Poll::Ready(()) => Poll::Ready(Err(ErrorKind::TimedOut.into())),
            Poll::Pending => Poll::Pending,
        }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Patient<S> {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let before = into.filled().len();
        let read = Pin::new(&mut self.stream).poll_read(context, into);
        let came = into.filled().len() > before;
        if came && self.stage.is_idle() {
            self.stage.0.store(HEAD, Ordering::Relaxed);
        }
        // A head that comes byte by byte is asked for more after each.
        if (read.is_pending() || came) && self.is_tired_of_reading(context) {
            return Poll::Ready(Err(ErrorKind::TimedOut.into()));
        }
        read
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Patient<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let did = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.written(did, context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let did = Pin::new(&mut self.stream).poll_write_vectored(context, bytes);
        self.written(did, context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}
