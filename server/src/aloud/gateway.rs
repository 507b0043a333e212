//! A voice behind an address on this machine: `POST` with `{"language": "zh-CN", "text": "…"}` answers 200 with the sound.
//!
//! What is spoken are letters, so it goes nowhere else unencrypted: what speaks to a service elsewhere, with its key and
//! its certificates, stands beside the portal and answers here.

use std::net::SocketAddr;

use axum::body::{Body, Bytes, to_bytes};
use axum::http::{HeaderValue, Request, StatusCode, header};
use futures_util::future::BoxFuture;
use hyper::client::conn::http1::handshake;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use zhida_app::text::Language;

use super::{Audio, Voice, VoiceProblem};

/// The most that is taken of an answer.
const MOST_BYTES: usize = 32 * 1024 * 1024;

/// Where it answers: a loopback address and a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The address and port.
    pub at: SocketAddr,
    /// `/speak`
    pub path: String,
}

impl Address {
    /// Reads `http://127.0.0.1:8090/speak`; nothing for an address of another machine.
    pub fn parse(url: &str) -> Option<Self> {
        let (at, path) = url.strip_prefix("http://")?.split_once('/').unwrap_or((&url[7..], ""));
        let at: SocketAddr = at.parse().ok()?;
        let path = format!("/{path}");
        let plain = path.bytes().all(|byte| byte.is_ascii_graphic());
        (at.ip().is_loopback() && plain).then_some(Self { at, path })
    }
}

/// The adapter.
#[derive(Clone, Debug)]
pub struct Gateway {
    address: Address,
}

impl Gateway {
    /// The one at an address.
    pub fn at(address: Address) -> Self {
        Self { address }
    }

    async fn ask(&self, text: &str, language: Language) -> Result<Audio, VoiceProblem> {
        let stream = TcpStream::connect(self.address.at)
            .await
            .map_err(VoiceProblem::failed)?;
        let (mut sender, connection) = handshake(TokioIo::new(stream)).await.map_err(VoiceProblem::failed)?;
        let connection = tokio::spawn(connection);
        let asked = serde_json::json!({ "language": language.code(), "text": text });
        let request = Request::post(&self.address.path)
            .header(header::HOST, self.address.at.to_string())
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::ACCEPT, "audio/*")
            .body(Body::from(asked.to_string()))
            .map_err(VoiceProblem::failed)?;
        let answer = sender.send_request(request).await.map_err(VoiceProblem::failed)?;
        let (head, body) = answer.into_parts();
        if head.status != StatusCode::OK {
            return Err(VoiceProblem::failed(head.status));
        }
        let kind = head.headers.get(header::CONTENT_TYPE).cloned();
        let kind = kind
            .filter(is_sound)
            .ok_or_else(|| VoiceProblem::failed("the answer is no sound"))?;
        let bytes: Bytes = to_bytes(Body::new(body), MOST_BYTES)
            .await
            .map_err(VoiceProblem::failed)?;
        connection.abort();
        Ok(Audio {
            kind,
            bytes: bytes.to_vec(),
        })
    }
}

impl Voice for Gateway {
    fn speak<'a>(&'a self, text: &'a str, language: Language) -> BoxFuture<'a, Result<Audio, VoiceProblem>> {
        Box::pin(self.ask(text, language))
    }
}

fn is_sound(kind: &HeaderValue) -> bool {
    kind.as_bytes().starts_with(b"audio/")
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use axum::Json;
    use axum::response::IntoResponse as _;
    use tokio::net::TcpListener;

    use super::*;

    /// A little server that answers so, and what it was asked.
    async fn server(status: StatusCode, kind: &'static str) -> (Gateway, Arc<Mutex<Vec<serde_json::Value>>>) {
        let asked = Arc::new(Mutex::new(Vec::new()));
        let keep = Arc::clone(&asked);
        let answer = move |Json(question): Json<serde_json::Value>| async move {
            keep.lock().unwrap().push(question);
            (status, [(header::CONTENT_TYPE, kind)], "sound").into_response()
        };
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let at = listener.local_addr().unwrap();
        let router = axum::Router::new().route("/speak", axum::routing::post(answer));
        tokio::spawn(async move { axum::serve(listener, router).await });
        let address = Address::parse(&format!("http://{at}/speak")).unwrap();
        (Gateway::at(address), asked)
    }

    #[tokio::test]
    async fn it_is_asked_with_text_and_language_and_its_sound_is_passed_on() {
        let (gateway, asked) = server(StatusCode::OK, "audio/ogg").await;
        let audio = gateway.speak("每月“一百”元。\n", Language::ZhCn).await.unwrap();
        assert_eq!(
            (audio.kind.to_str().unwrap(), audio.bytes.as_slice()),
            ("audio/ogg", &b"sound"[..])
        );
        let wanted = serde_json::json!({ "language": "zh-CN", "text": "每月“一百”元。\n" });
        assert_eq!(*asked.lock().unwrap(), [wanted]);
    }

    #[tokio::test]
    async fn what_is_no_sound_is_an_error() {
        for (status, kind) in [
            (StatusCode::OK, "text/html"),
            (StatusCode::SERVICE_UNAVAILABLE, "audio/ogg"),
        ] {
            let (gateway, _) = server(status, kind).await;
            let answer = gateway.speak("好", Language::ZhCn).await;
            assert!(matches!(answer, Err(VoiceProblem::Failed(_))), "{answer:?}");
        }
        let nobody = Address::parse("http://127.0.0.1:1/").unwrap();
        assert!(Gateway::at(nobody).speak("好", Language::ZhCn).await.is_err());
    }

    #[test]
    fn letters_go_to_no_other_machine_unencrypted() {
        assert_eq!(Address::parse("http://127.0.0.1:8090").unwrap().path, "/");
        for wrong in [
            "http://10.0.0.8:8090/",
            "https://127.0.0.1:1/",
            "http://127.0.0.1/",
            "http://voice:80/",
            "127.0.0.1:80",
        ] {
            assert_eq!(Address::parse(wrong), None, "{wrong}");
        }
    }
}
