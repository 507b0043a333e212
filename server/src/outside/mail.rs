//! E-mail: how a message is made, and a server that takes it (SMTP).

use std::net::IpAddr;
use std::time::Duration;

use lettre::message::header::ContentType;
use lettre::message::{Mailbox, Message};
use lettre::{AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor};
use zhida::message::MailAddress;

use super::NotSent;
use crate::config::ConfigProblem;

/// How long a server may take for each step.
const PATIENCE: Duration = Duration::from_secs(20);

/// Where a mail server is: `smtps://user:password@host`, `smtp://…?tls=required`, or `smtp://` with a loopback address.
#[derive(Clone, PartialEq, Eq)]
pub struct ServerAddress(String);

impl std::fmt::Debug for ServerAddress {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ServerAddress")
    }
}

impl ServerAddress {
    /// Reads an address; none that sends in the clear to another machine.
    pub fn parse(url: &str) -> Option<Self> {
        let (scheme, rest) = url.split_once("://")?;
        let authority = rest.split(['/', '?']).next().unwrap_or_default();
        let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
        let host = match host.strip_prefix('[') {
            Some(six) => six.split(']').next().unwrap_or_default(),
            None => host.rsplit_once(':').map_or(host, |(host, _)| host),
        };
        let sound = match scheme {
            "smtps" => true,
            "smtp" => is_loopback(host) || rest.ends_with("?tls=required"),
            _ => false,
        };
        (sound && !host.is_empty()).then(|| Self(url.to_owned()))
    }
}

/// Whether a host is this machine.
pub(super) fn is_loopback(host: &str) -> bool {
    let host = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// A sender that mail servers take, such as `zhida@example.cn`.
pub fn is_sender(from: &str) -> bool {
    from.parse::<Mailbox>().is_ok()
}

#[derive(Debug)]
pub(super) struct Server {
    from: String,
    transport: AsyncSmtpTransport<Tokio1Executor>,
}

impl Server {
    pub(super) fn at(address: &ServerAddress, from: &str) -> Result<Self, ConfigProblem> {
        // The address may hold a password: only what is wrong with it is told.
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&address.0).map_err(|_| {
            ConfigProblem::of("ZHIDA_MAIL cannot be used; docs/OPERATIONS.md shows its form.".to_owned())
        })?;
        Ok(Self {
            from: from.to_owned(),
            transport: transport.timeout(Some(PATIENCE)).build(),
        })
    }

    pub(super) async fn send(&self, key: &str, to: &MailAddress, said: (&str, &str)) -> Result<String, NotSent> {
        let message = message(key, &self.from, to, said)?;
        match self.transport.send(message).await {
            Ok(answer) => Ok(format!("{}", answer.code())),
            // What servers say may hold the address.
            Err(problem) => Err(NotSent(match problem.status() {
                Some(code) => format!("the mail server answered {code}"),
                None if problem.is_timeout() => "the mail server took too long".to_owned(),
                None => "the mail server does not answer".to_owned(),
            })),
        }
    }
}

/// A message with the key as its id: whoever gets it twice shows it once.
pub(super) fn message(
    key: &str,
    from: &str,
    to: &MailAddress,
    (subject, words): (&str, &str),
) -> Result<Message, NotSent> {
    let wrong = |what: &str| NotSent(format!("the message cannot be made: {what}"));
    let from: Mailbox = from.parse().map_err(|_| wrong("its sender"))?;
    let to: Mailbox = to.as_str().parse().map_err(|_| wrong("its address"))?;
    let host = from.email.domain().to_owned();
    let message = Message::builder()
        .from(from)
        .to(to)
        .subject(subject)
        .message_id(Some(format!("<{key}@{host}>")))
        .header(ContentType::TEXT_PLAIN)
        .body(words.to_owned());
    message.map_err(|_| wrong("its words"))
}

#[cfg(test)]
mod tests {
    use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
    use tokio::net::TcpListener;

    use super::*;

    /// A mail server for one message: says `code` to who it is for, and gives back all it heard.
    async fn server(code: &'static str) -> (Server, tokio::task::JoinHandle<String>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let at = listener.local_addr().unwrap();
        let heard = tokio::spawn(async move {
            let (stream, _) = listener.accept().await.unwrap();
            let (reads, mut writes) = stream.into_split();
            let mut lines = BufReader::new(reads).lines();
            let mut heard = String::new();
            let mut data = false;
            writes.write_all(b"220 test\r\n").await.unwrap();
            while let Ok(Some(line)) = lines.next_line().await {
                heard.push_str(&line);
                heard.push('\n');
                let answer = match line.as_str() {
                    "." => {
                        data = false;
                        "250 taken\r\n".to_owned()
                    }
                    _ if data => continue,
                    "DATA" => {
                        data = true;
                        "354 go on\r\n".to_owned()
                    }
                    "QUIT" => "221 bye\r\n".to_owned(),
                    line if line.starts_with("RCPT") => format!("{code} li@example.cn\r\n"),
                    _ => "250 yes\r\n".to_owned(),
                };
                if writes.write_all(answer.as_bytes()).await.is_err() {
                    break;
                }
            }
            heard
        });
        let address = ServerAddress::parse(&format!("smtp://{at}")).unwrap();
        (Server::at(&address, "直达 <zhida@example.cn>").unwrap(), heard)
    }

    fn to() -> MailAddress {
        MailAddress::parse("li@example.cn").unwrap()
    }

    #[tokio::test]
    async fn a_server_is_given_the_message_with_its_key() {
        let (server, heard) = server("250").await;
        let said = ("您在直达有一条新消息", "请登录直达看。");
        assert_eq!(server.send("k1", &to(), said).await, Ok("250".to_owned()));
        drop(server);
        let heard = heard.await.unwrap();
        assert!(heard.contains("RCPT TO:<li@example.cn>"), "{heard}");
        assert!(heard.contains("Message-ID: <k1@example.cn>"), "{heard}");
        assert!(!heard.contains("Bcc"));
    }

    #[tokio::test]
    async fn a_no_does_not_tell_the_address() {
        let (server, _heard) = server("550").await;
        let no = server.send("k1", &to(), ("题", "好。")).await;
        assert_eq!(no, Err(NotSent("the mail server answered 550".to_owned())));
    }

    #[test]
    fn mail_goes_to_no_other_machine_in_the_clear() {
        for right in [
            "smtps://user:pass@mail.example.cn:465",
            "smtp://user:pass@mail.example.cn:587?tls=required",
            "smtp://127.0.0.1:2525",
            "smtp://localhost",
            "smtp://[::1]:25",
        ] {
            assert!(ServerAddress::parse(right).is_some(), "{right}");
        }
        for wrong in [
            "smtp://mail.example.cn",
            "smtp://mail.example.cn:587?tls=opportunistic",
            "https://mail.example.cn",
            "mail.example.cn",
            "smtps://",
        ] {
            assert!(ServerAddress::parse(wrong).is_none(), "{wrong}");
        }
        assert!(is_sender("zhida@example.cn") && !is_sender("zhida"));
    }
}
