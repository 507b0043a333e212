//! What leaves the portal: short messages, e-mail, letters. Each way has a closed list of adapters, chosen by the
//! settings; by default everything goes into trays below the data folder, where a gateway or an office takes it from.
//!
//! An adapter is handed a key with everything it sends. Who dies after sending and before writing that down sends once
//! more with the same key; whoever takes it drops what they have had.

mod gateway;
mod mail;
mod tray;

use std::path::Path;

use zhida::message::{Channel, MailAddress};
use zhida::person::Mobile;

use self::gateway::Gateway;
use self::mail::Server;
use self::tray::Tray;
use crate::config::{ConfigProblem, Outgoing};

pub use self::gateway::GatewayAddress;
pub use self::mail::{ServerAddress, is_sender};

/// The ways out of the portal.
#[derive(Debug)]
pub struct Outside {
    sms: Sms,
    mail: Mail,
    post: Post,
}

#[derive(Debug)]
enum Sms {
    Off,
    Tray(Tray),
    Gateway(Gateway),
}

#[derive(Debug)]
enum Mail {
    Off,
    Tray(Tray),
    Server(Box<Server>),
}

#[derive(Debug)]
enum Post {
    Off,
    Tray(Tray),
}

/// Something to be sent. Its key is the same however often it is tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A short message.
    Sms {
        /// To whom.
        to: Mobile,
        /// Its words.
        words: String,
    },
    /// An e-mail.
    Mail {
        /// To whom.
        to: MailAddress,
        /// What it is called.
        subject: String,
        /// Its words.
        words: String,
    },
    /// A letter.
    Post {
        /// Who gets it.
        name: String,
        /// Where they live.
        address: String,
        /// The letter as a page to be printed.
        page: String,
    },
}

/// Says once for the whole program which cryptography TLS uses; that it was said before is no mistake.
fn choose_cryptography() {
    let _ = rustls::crypto::ring::default_provider().install_default();
}

/// Why something was not sent. Names nobody and no number: administrators and officers read it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NotSent(pub(crate) String);

impl Outside {
    /// The adapters of the settings; trays lie below `data`.
    ///
    /// # Errors
    /// An adapter cannot be made of its settings.
    pub fn of_settings(settings: &Outgoing, data: &Path) -> Result<Self, ConfigProblem> {
        use crate::config::{MailSetting, PostSetting, SmsSetting};
        choose_cryptography();
        let tray = |name: &str| Tray::at(data.join("outgoing").join(name));
        Ok(Self {
            sms: match &settings.sms {
                SmsSetting::Off => Sms::Off,
                SmsSetting::Tray => Sms::Tray(tray("sms")),
                SmsSetting::Gateway { address, token } => Sms::Gateway(Gateway::at(address, token)?),
            },
            mail: match &settings.mail {
                MailSetting::Off => Mail::Off,
                MailSetting::Tray { from } => Mail::Tray(tray("mail").signed(from.clone())),
                MailSetting::Server { address, from } => Mail::Server(Box::new(Server::at(address, from)?)),
            },
            post: match &settings.post {
                PostSetting::Off => Post::Off,
                PostSetting::Tray(None) => Post::Tray(tray("post")),
                PostSetting::Tray(Some(folder)) => Post::Tray(Tray::at(folder.clone())),
            },
        })
    }

    /// Whether there is that way out.
    pub fn has(&self, channel: Channel) -> bool {
        match channel {
            Channel::Sms => !matches!(self.sms, Sms::Off),
            Channel::Mail => !matches!(self.mail, Mail::Off),
            Channel::Post => !matches!(self.post, Post::Off),
        }
    }

    /// Sends something; what proves it.
    ///
    /// # Errors
    /// It was not taken.
    pub async fn send(&self, key: &str, item: Item) -> Result<String, NotSent> {
        match (item, &self.sms, &self.mail, &self.post) {
            (Item::Sms { to, words }, Sms::Tray(tray), ..) => tray.short_message(key, &to, &words).await,
            (Item::Sms { to, words }, Sms::Gateway(gateway), ..) => gateway.send(key, &to, &words).await,
            (Item::Mail { to, subject, words }, _, Mail::Tray(tray), _) => {
                tray.mail(key, &to, (&subject, &words)).await
            }
            (Item::Mail { to, subject, words }, _, Mail::Server(server), _) => {
                server.send(key, &to, (&subject, &words)).await
            }
            (Item::Post { name, address, page }, _, _, Post::Tray(tray)) => {
                tray.letter(key, (&name, &address), &page).await
            }
            _ => Err(NotSent("this way is switched off".to_owned())),
        }
    }
}
