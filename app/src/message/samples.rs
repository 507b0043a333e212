//! View models for tests: messages and ways.

use zhida::calendar::{Instant, parse_date};
use zhida::message::{About, Channel, News, Until};

use super::list::{self, Done, Entry, Messages};
use super::one::{self, One};
use super::reach::{self, Reaching};
use crate::samples::{Sample, phrase, typed};

/// Every page in its states.
pub(crate) const PAGES: &[Sample] = &[
    ("messages", |text| list::page(text, &messages())),
    ("messages-none", |text| list::page(text, &Messages::default())),
    ("message-papers", |text| one::page(text, &one(News::PapersAsked))),
    ("message-decided", |text| one::page(text, &one(News::Decided))),
    ("message-draft", |text| {
        let model = One {
            service: None,
            reference: None,
            href: Some("/apply/0199".to_owned()),
            ..one(News::DraftExpires)
        };
        one::page(text, &model)
    }),
    ("reach", |text| reach::page(text, &reaching())),
    ("reach-nothing", |text| {
        let model = Reaching {
            ways: Vec::new(),
            chosen: Vec::new(),
            ..reaching()
        };
        reach::page(text, &model)
    }),
];

fn moment(day: i64) -> Instant {
    Instant::from_epoch_ms(1_795_485_600_000 - day * 24 * 3_600_000)
}

pub(super) fn messages() -> Messages {
    let entry = |news, at, new| Entry {
        news,
        service: Some(phrase("sample-living_subsidy")),
        reference: Some("ZD 7KQ 2MX 9F3".to_owned()),
        at,
        new,
        href: format!("{}/0199", super::LIST),
    };
    Messages {
        entries: vec![
            entry(News::Decided, moment(0), true),
            entry(News::PapersAsked, moment(3), true),
            entry(News::Received, moment(9), false),
        ],
        unread: 2,
        people: vec![("陈德明".to_owned(), "/account/reach/1".to_owned())],
        done: Some(Done::Reach),
        hidden: typed(&[("op", "0199")]),
    }
}

pub(super) fn one(news: News) -> One {
    One {
        news,
        about: About {
            service: Some("living_subsidy".to_owned()),
            reference: None,
            until: parse_date("2026-12-20").map(Until),
        },
        service: Some(phrase("sample-living_subsidy")),
        reference: Some("ZD 7KQ 2MX 9F3".to_owned()),
        at: moment(0),
        href: Some("/cases/ZD7KQ2MX9F3".to_owned()),
    }
}

fn reaching() -> Reaching {
    Reaching {
        action: "/account/reach/1".to_owned(),
        name: "陈德明".to_owned(),
        ways: vec![(Channel::Sms, Some("138****8000".to_owned())), (Channel::Post, None)],
        chosen: vec![Channel::Sms],
        hidden: typed(&[("name", "陈德明")]),
        problems: Vec::new(),
    }
}
