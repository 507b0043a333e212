//! Where somebody can be reached outside the portal, as an office confirmed it.

use serde::{Deserialize, Serialize};

use super::Channel;
use crate::person::{Mobile, PersonName, normalise};

/// The longest address to write to.
pub const LONGEST_ADDRESS: usize = 120;

/// An e-mail address as it is typed by hand: letters, digits and a few signs, one @, a name with a dot behind it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MailAddress(String);

/// What an office confirmed of the ways to a person, and which of them the person wants.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reach {
    /// Who takes it: the person, or who looks after them.
    pub name: PersonName,
    /// A mobile number.
    pub mobile: Option<Mobile>,
    /// An e-mail address.
    pub mail: Option<MailAddress>,
    /// Where the post brings a letter.
    pub address: Option<String>,
    /// What is wanted, in the list's order; empty is the portal alone.
    pub wants: Vec<Channel>,
}

/// Why a way cannot be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReachProblem {
    /// That is no e-mail address.
    NoMailAddress,
    /// The address has so many characters.
    AddressTooLong(usize),
    /// A way is wanted that is not there.
    NotThere(Channel),
}

impl Reach {
    /// Whether there is such a way.
    pub fn has(&self, channel: Channel) -> bool {
        match channel {
            Channel::Sms => self.mobile.is_some(),
            Channel::Mail => self.mail.is_some(),
            Channel::Post => self.address.is_some(),
        }
    }

    /// The ways that are wanted and there.
    pub fn channels(&self) -> Vec<Channel> {
        let ways = Channel::ALL.iter().copied();
        ways.filter(|channel| self.wants.contains(channel) && self.has(*channel))
            .collect()
    }

    /// Reads an address to write to, in one line; none where nothing was typed.
    pub fn read_address(raw: &str) -> Result<Option<String>, ReachProblem> {
        let line = normalise::prose(raw).split_whitespace().collect::<Vec<_>>().join(" ");
        match line.chars().count() {
            0 => Ok(None),
            count if count > LONGEST_ADDRESS => Err(ReachProblem::AddressTooLong(count)),
            _ => Ok(Some(line)),
        }
    }

    /// Whether everything that is wanted is there.
    pub fn check(&self) -> Result<(), ReachProblem> {
        match self.wants.iter().find(|channel| !self.has(**channel)) {
            Some(missing) => Err(ReachProblem::NotThere(*missing)),
            None => Ok(()),
        }
    }
}

impl MailAddress {
    /// Reads what was typed.
    pub fn parse(raw: &str) -> Result<Self, ReachProblem> {
        let raw = raw.trim();
        let sound = raw.split_once('@').is_some_and(|(user, host)| {
            let user_signs = |sign: char| sign.is_ascii_alphanumeric() || "._%+-".contains(sign);
            let part = |part: &str| {
                !part.is_empty()
                    && part.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '-')
                    && !part.starts_with('-')
                    && !part.ends_with('-')
            };
            !user.is_empty()
                && user.len() <= 64
                && user.chars().all(user_signs)
                && !user.starts_with('.')
                && !user.ends_with('.')
                && !user.contains("..")
                && host.contains('.')
                && host.split('.').all(part)
        });
        if sound && raw.len() <= LONGEST_ADDRESS {
            Ok(Self(raw.to_owned()))
        } else {
            Err(ReachProblem::NoMailAddress)
        }
    }

    /// As it was typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first letter and the host: what pages show.
    pub fn masked(&self) -> String {
        let (user, host) = self.0.split_once('@').unwrap_or((&self.0, ""));
        let first: String = user.chars().take(1).collect();
        format!("{first}***@{host}")
    }
}

impl TryFrom<String> for MailAddress {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).map_err(|_| "no e-mail address".to_owned())
    }
}

impl From<MailAddress> for String {
    fn from(address: MailAddress) -> Self {
        address.0
    }
}
