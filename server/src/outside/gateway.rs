//! A gateway for short messages, asked over HTTP: `POST {"key", "to", "text"}` with a bearer token and the key once more
//! as `Idempotency-Key`. Any status of success is a yes; its answer may give an `id`, which is kept as proof.

use std::time::Duration;

use axum::http::Uri;
use serde_json::{Value as Json, json};
use zhida::person::Mobile;

use super::NotSent;
use crate::config::ConfigProblem;

/// How long a gateway may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// The longest proof that is kept.
const LONGEST_PROOF: usize = 80;

/// Where a gateway is: encrypted, or on this machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GatewayAddress(String);

impl GatewayAddress {
    /// Reads `https://…`, or `http://` with a loopback address.
    pub fn parse(url: &str) -> Option<Self> {
        let uri: Uri = url.parse().ok()?;
        let host = uri.host()?;
        let sound = match uri.scheme_str()? {
            "https" => true,
            "http" => super::mail::is_loopback(host),
            _ => false,
        };
        (sound && !uri.authority()?.as_str().contains('@')).then(|| Self(url.to_owned()))
    }
}

#[derive(Debug)]
pub(super) struct Gateway {
    address: String,
    token: Token,
    client: reqwest::Client,
}

/// Never shown, not even where a portal is written into a log.
struct Token(String);

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token")
    }
}

impl Gateway {
    pub(super) fn at(address: &GatewayAddress, token: &str) -> Result<Self, ConfigProblem> {
        super::choose_cryptography();
        let client = reqwest::Client::builder()
            .timeout(PATIENCE)
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(|problem| ConfigProblem::of(format!("ZHIDA_SMS cannot be used: {problem}.")))?;
        Ok(Self {
            address: address.0.clone(),
            token: Token(token.to_owned()),
            client,
        })
    }

    pub(super) async fn send(&self, key: &str, to: &Mobile, words: &str) -> Result<String, NotSent> {
        let body = json!({ "key": key, "to": to.as_str(), "text": words });
        let request = self
            .client
            .post(&self.address)
            .bearer_auth(&self.token.0)
            .header("Idempotency-Key", key)
            .json(&body);
        // Its own words could hold the number.
        let answer = request.send().await.map_err(|problem| {
            NotSent(if problem.is_timeout() {
                "the gateway took too long".to_owned()
            } else {
                "the gateway does not answer".to_owned()
            })
        })?;
        let status = answer.status();
        if !status.is_success() {
            return Err(NotSent(format!("the gateway answered {}", status.as_u16())));
        }
        let said: Json = answer.json().await.unwrap_or_default();
        let id = said["id"].as_str().unwrap_or_default();
        let proof: String = id
            .chars()
            .filter(|sign| sign.is_ascii_graphic())
            .take(LONGEST_PROOF)
            .collect();
        Ok(if proof.is_empty() { "gateway".to_owned() } else { proof })
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use axum::http::{HeaderMap, StatusCode};

    use super::*;

    type Asked = Arc<Mutex<Vec<(String, String, Json)>>>;

    async fn server(status: StatusCode, answer: &'static str) -> (Gateway, Asked) {
        let asked = Asked::default();
        let heard = Arc::clone(&asked);
        let take = async move |headers: HeaderMap, body: String| {
            let header = |name: &str| headers.get(name).unwrap().to_str().unwrap().to_owned();
            let said = (
                header("authorization"),
                header("idempotency-key"),
                serde_json::from_str(&body).unwrap(),
            );
            heard.lock().unwrap().push(said);
            (status, answer)
        };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let at = listener.local_addr().unwrap();
        let router = axum::Router::new().route("/sms", axum::routing::post(take));
        tokio::spawn(async move { axum::serve(listener, router).await });
        let address = GatewayAddress::parse(&format!("http://{at}/sms")).unwrap();
        (Gateway::at(&address, "secret").unwrap(), asked)
    }

    fn to() -> Mobile {
        Mobile::parse("13873123456").unwrap()
    }

    #[tokio::test]
    async fn it_is_asked_with_key_number_and_words_and_its_id_is_the_proof() {
        let (gateway, asked) = server(StatusCode::ACCEPTED, r#"{"id":"m-17"}"#).await;
        assert_eq!(gateway.send("k1", &to(), "好").await, Ok("m-17".to_owned()));
        let body = json!({ "key": "k1", "to": "13873123456", "text": "好" });
        assert_eq!(
            *asked.lock().unwrap(),
            [("Bearer secret".to_owned(), "k1".to_owned(), body)]
        );
        assert!(!format!("{gateway:?}").contains("secret"));
        let (quiet, _) = server(StatusCode::OK, "").await;
        assert_eq!(quiet.send("k1", &to(), "好").await, Ok("gateway".to_owned()));
    }

    #[tokio::test]
    async fn a_no_names_neither_number_nor_words() {
        let (gateway, _) = server(StatusCode::SERVICE_UNAVAILABLE, "13873123456").await;
        let no = gateway.send("k1", &to(), "好").await;
        assert_eq!(no, Err(NotSent("the gateway answered 503".to_owned())));
        let address = GatewayAddress::parse("http://127.0.0.1:1/sms").unwrap();
        let nobody = Gateway::at(&address, "secret").unwrap();
        let no = nobody.send("k1", &to(), "好").await;
        assert_eq!(no, Err(NotSent("the gateway does not answer".to_owned())));
    }

    #[test]
    fn numbers_go_to_no_other_machine_unencrypted() {
        for right in ["https://sms.example.cn/send", "http://127.0.0.1:8080/"] {
            assert!(GatewayAddress::parse(right).is_some(), "{right}");
        }
        for wrong in [
            "http://sms.example.cn/",
            "sms.example.cn",
            "https://a:b@sms.example.cn/",
            "ftp://x/",
        ] {
            assert_eq!(GatewayAddress::parse(wrong), None, "{wrong}");
        }
    }
}
