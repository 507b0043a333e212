//! What somebody is told: their messages in the portal, the ways in which they are told outside of it, and what is
//! said there.

pub mod list;
pub mod one;
pub mod outside;
pub mod reach;

#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;

use zhida::message::{About, News};

use crate::text::{Phrase, Said};

/// The page of all messages.
pub const LIST: &str = "/account/messages";

/// What news is called.
pub fn title(news: News) -> Phrase {
    Phrase::new(match news {
        News::Received => "message-received",
        News::Accepted => "message-accepted",
        News::PapersAsked => "message-papers",
        News::ToChoose => "message-to-choose",
        News::SentBack => "message-sent-back",
        News::Forwarded => "message-forwarded",
        News::Confirmed => "message-confirmed",
        News::NotConfirmed => "message-not-confirmed",
        News::Decided => "message-decided",
        News::ObjectionAnswered => "message-objection",
        News::AwardBegins => "message-award-begins",
        News::AwardEnds => "message-award-ends",
        News::Reconsidered => "message-reconsidered",
        News::MarkAnswered => "message-mark",
        News::UnwantedAnswered => "message-unwanted",
        News::ActingBegins => "message-acting",
        News::DraftExpires => "message-draft",
    })
}

/// What it means for the reader, and what they can do.
pub fn says(news: News, about: &About) -> Phrase {
    let until = |phrase: Phrase| match about.until {
        Some(until) => phrase.with("until", Said::Day(until.0)),
        None => phrase,
    };
    match news {
        News::Received => Phrase::new("message-received-says"),
        News::Accepted => Phrase::new("message-accepted-says"),
        News::PapersAsked => until(Phrase::new("message-papers-says")),
        News::ToChoose => Phrase::new("message-to-choose-says"),
        News::SentBack => Phrase::new("message-sent-back-says"),
        News::Forwarded => Phrase::new("message-forwarded-says"),
        News::Confirmed => Phrase::new("message-confirmed-says"),
        News::NotConfirmed => Phrase::new("message-not-confirmed-says"),
        News::Decided => Phrase::new("message-decided-says"),
        News::ObjectionAnswered => Phrase::new("message-objection-says"),
        News::AwardBegins => Phrase::new("message-award-begins-says"),
        News::AwardEnds => Phrase::new("message-award-ends-says"),
        News::Reconsidered => Phrase::new("message-reconsidered-says"),
        News::MarkAnswered => Phrase::new("message-mark-says"),
        News::UnwantedAnswered => Phrase::new("message-unwanted-says"),
        News::ActingBegins => Phrase::new("message-acting-says"),
        News::DraftExpires => until(Phrase::new("message-draft-says")),
    }
}
