//! The body of a request, read to its end even where the answer is known before: a browser that is still sending a
//! file that is too large must finish sending, or it shows a broken connection instead of the page that says so.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::body::{Body, BodyDataStream, Bytes};
use futures_util::{Stream, StreamExt as _};

/// How much is taken in to be thrown away; who sends more is cut off.
const MOST: usize = 64 * 1024 * 1024;
/// And for how long.
const LONGEST: Duration = Duration::from_secs(20);

/// The same body; what is left of it when it is let go is read and thrown away.
pub fn read_to_its_end(body: Body) -> Body {
    Body::from_stream(Whole {
        rest: Some(body.into_data_stream()),
    })
}

struct Whole {
    /// Nothing once the end was seen.
    rest: Option<BodyDataStream>,
}

impl Stream for Whole {
    type Item = Result<Bytes, axum::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let Some(rest) = &mut self.rest else {
            return Poll::Ready(None);
        };
        let next = rest.poll_next_unpin(context);
        if matches!(next, Poll::Ready(None | Some(Err(_)))) {
            self.rest = None;
        }
        next
    }
}

impl Drop for Whole {
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
