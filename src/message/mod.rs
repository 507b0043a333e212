//! What people are told when something happens, and in which ways. Everybody who may open a case finds the news in the
//! portal; what goes outside only says that there is a message, because others in the house read it as well.

mod reach;

use serde::{Deserialize, Serialize};

use crate::calendar::{Date, day_text};
use crate::casework::{Event, Submitted};
use crate::person::closed_list;

pub use reach::{LONGEST_ADDRESS, MailAddress, Reach, ReachProblem};

closed_list! {
    /// What somebody is told of.
    News {
        /// An application arrived.
        Received = "received",
        /// 受理
        Accepted = "accepted",
        /// Papers are missing, and by when.
        PapersAsked = "papers_asked",
        /// Things are offered to choose from.
        ToChoose = "to_choose",
        /// It went back to the office before, and takes longer.
        SentBack = "sent_back",
        /// It was sent on to the place of the hukou.
        Forwarded = "forwarded",
        /// A second person confirmed their part.
        Confirmed = "confirmed",
        /// A second person did not confirm their part.
        NotConfirmed = "not_confirmed",
        /// It was decided, and the letter is there.
        Decided = "decided",
        /// An objection to the public notice was answered.
        ObjectionAnswered = "objection_answered",
        /// The money begins.
        AwardBegins = "award_begins",
        /// The money ends, or another sum takes its place.
        AwardEnds = "award_ends",
        /// The government that reconsiders has answered.
        Reconsidered = "reconsidered",
        /// Who supervises answered a bad mark.
        MarkAnswered = "mark_answered",
        /// An office answered what they said they did not want.
        UnwantedAnswered = "unwanted_answered",
        /// Somebody may act for them now.
        ActingBegins = "acting_begins",
        /// What was begun and not sent will be thrown away.
        DraftExpires = "draft_expires",
    }
}

impl News {
    /// Whether it is told outside the portal as well: what asks for something, and what is decided. The rest can wait
    /// until somebody looks.
    pub const fn goes_outside(self) -> bool {
        match self {
            Self::PapersAsked
            | Self::ToChoose
            | Self::Forwarded
            | Self::Decided
            | Self::AwardBegins
            | Self::AwardEnds
            | Self::Reconsidered => true,
            // A mark, like what somebody does not want, is for the account that said it, and nobody has proven a way to an
            // account. Nor does whoever reads a telephone with others say there who acts for them.
            Self::Received
            | Self::Accepted
            | Self::SentBack
            | Self::Confirmed
            | Self::NotConfirmed
            | Self::ObjectionAnswered
            | Self::MarkAnswered
            | Self::UnwantedAnswered
            | Self::ActingBegins
            | Self::DraftExpires => false,
        }
    }

    /// What an event alone is news of.
    fn of(event: &Event) -> Option<Self> {
        Some(match event {
            Event::Submitted(_) => Self::Received,
            Event::Accepted { .. } => Self::Accepted,
            Event::PapersRequested { .. } => Self::PapersAsked,
            Event::ItemsOffered(_) => Self::ToChoose,
            Event::Returned { .. } => Self::SentBack,
            Event::Forwarded(_) => Self::Forwarded,
            Event::ConfirmationGiven(_) => Self::Confirmed,
            Event::ConfirmationRefused(_) => Self::NotConfirmed,
            Event::Decided {
                needs_second: false, ..
            }
            | Event::SignedSecond => Self::Decided,
            Event::ObjectionDecided { .. } => Self::ObjectionAnswered,
            Event::Awarded(_) => Self::AwardBegins,
            Event::AwardEnded { .. } => Self::AwardEnds,
            Event::Reconsidered { .. } => Self::Reconsidered,
            _ => return None,
        })
    }
}

/// The news of what happened to a case in one breath: at most one, with the place of its event. What follows from a
/// decision at once is told with it.
pub fn news(events: &[Event]) -> Option<(usize, News)> {
    let all = || {
        events
            .iter()
            .enumerate()
            .filter_map(|(at, event)| Some((at, News::of(event)?)))
    };
    // The letter says it all; else whatever came first.
    all()
        .find(|(_, news)| matches!(news, News::Decided | News::Reconsidered))
        .or_else(|| all().next())
}

/// What the words of a message need, besides what it is. Kept instead of words, so that everybody reads it in their own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The code of the service; none where it is about no case.
    pub service: Option<String>,
    /// The case's reference; none where there is none yet.
    pub reference: Option<String>,
    /// A last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Until>,
}

/// A last day, as it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Until(#[serde(with = "day_text")] pub Date);

impl About {
    /// What is said of an event of a case.
    pub fn event(opened: &Submitted, event: &Event) -> Self {
        Self {
            service: Some(opened.service.clone()),
            reference: Some(opened.reference.to_string()),
            until: match event {
                Event::PapersRequested { until, .. } => Some(Until(*until)),
                _ => None,
            },
        }
    }
}

closed_list! {
    /// A way out of the portal.
    Channel {
        /// 短信
        Sms = "sms",
        /// 电子邮件
        Mail = "mail",
        /// 寄信
        Post = "post",
    }
}

closed_list! {
    /// How an officer told somebody by themselves.
    ByHand {
        /// By telephone.
        Call = "call",
        /// Read out, at the window or by the village.
        ReadOut = "read_out",
        /// At their home.
        Visit = "visit",
    }
}

/// What is known of the ways to somebody when there is news.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// What an office confirmed: of the person, or for a sealed case of that case alone.
    pub reach: Option<&'a Reach>,
    /// Whether the register has a mobile number of the person.
    pub registered_mobile: bool,
    /// Whether the application agreed to short messages.
    pub agreed: bool,
    /// Whether the case is sealed: its own people must not learn of it.
    pub sealed: bool,
}

/// In which ways somebody is told outside. Only what an office confirmed counts: a number that stands on an application
/// may be anybody's. Of a sealed case nothing goes out, unless its own office recorded a safe way.
pub fn channels(known: Known<'_>) -> Vec<Channel> {
    match known.reach {
        Some(reach) => reach.channels(),
        None if !known.sealed && known.registered_mobile && known.agreed => vec![Channel::Sms],
        None => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
