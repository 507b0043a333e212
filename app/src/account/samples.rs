//! View models for tests: the pages about accounts in their states.

use zhida::access::Role;
use zhida::account::{Code, Device, Length, Password, SignInName};
use zhida::calendar::{Instant, parse_date};
use zhida::person::ResidentId;

use super::codes::{self, Codes};
use super::home::{self, Done, Home, Person, SignedIn};
use super::sign_in::{self, SignIn, Why};
use super::sign_up::{self, SignUp};
use super::staff::hand_over::{Made, What};
use super::staff::{self, desk::Desk, set_up::SetUp};
use super::{Entries, Qr, ask_code, field, link, password, problem, recover, signed_out};
use crate::apply::resume::{self, ByCode};
use crate::samples::{Sample, county, typed};
use crate::text::Name;

/// Every page about accounts in its states.
pub(crate) const PAGES: &[Sample] = &[
    ("signin", |text| sign_in::page(text, &sign_in(Entries::default(), None))),
    ("signin-needed", |text| {
        sign_in::page(text, &sign_in(Entries::default(), Some(Why::Needed)))
    }),
    ("signin-ended", |text| {
        let why = Why::Ended { typed_kept: true };
        sign_in::page(text, &sign_in(Entries::default(), Some(why)))
    }),
    ("signin-lost", |text| {
        let mut model = sign_in(Entries::default(), Some(Why::Lost));
        model.by_code = Some(ByCode {
            what: resume::What::Draft,
            href: "/apply/resume".to_owned(),
        });
        sign_in::page(text, &model)
    }),
    ("signin-case", |text| {
        let mut model = sign_in(Entries::default(), Some(Why::Needed));
        model.by_code = Some(ByCode {
            what: resume::What::Case,
            href: "/cases/open".to_owned(),
        });
        sign_in::page(text, &model)
    }),
    ("signin-errors", |text| {
        sign_in::page(text, &sign_in(not_signed_in(), None))
    }),
    ("signup", |text| sign_up::page(text, &sign_up(Entries::default()))),
    ("signup-errors", |text| sign_up::page(text, &sign_up(wrong_sign_up()))),
    ("codes", |text| codes::page(text, &codes(true))),
    ("codes-again", |text| codes::page(text, &codes(false))),
    ("newcodes", |text| codes::ask(text, &Entries::default())),
    ("newcodes-errors", |text| {
        codes::ask(text, &wrong(problem::wrong_password()))
    }),
    ("recover", |text| recover::page(text, &Entries::default())),
    ("recover-errors", |text| recover::page(text, &not_recovered())),
    ("password", |text| password::page(text, &Entries::default())),
    ("password-errors", |text| {
        password::page(text, &wrong(problem::wrong_password()))
    }),
    ("link", |text| link::page(text, &Entries::default(), false)),
    ("link-asked", |text| link::page(text, &Entries::default(), true)),
    ("link-errors", |text| {
        link::page(text, &wrong(problem::not_linked()), false)
    }),
    ("link-send", |text| ask_code::page(text, &Entries::default())),
    ("link-send-errors", |text| {
        ask_code::page(text, &wrong(ask_code::wrong_number()))
    }),
    ("signedout", |text| signed_out::page(text, "/account/sign-in")),
    ("signedout-guest", signed_out::guest),
    ("account", |text| home::page(text, &home(None))),
    ("account-linked", |text| {
        let done = Done::Linked {
            name: "陈德明".to_owned(),
        };
        home::page(text, &home(Some(done)))
    }),
    ("account-new", |text| home::page(text, &new_home())),
    ("staffsignin", |text| {
        staff::sign_in::page(text, &Entries::default(), None)
    }),
    ("staffsignin-errors", |text| {
        staff::sign_in::page(text, &not_signed_in(), Some(Why::Ended { typed_kept: false }))
    }),
    ("stafflink-sent", |text| {
        staff::hand_over::sent(text, "陈德明", Some("138****8000"))
    }),
    ("stafflink-posted", |text| staff::hand_over::sent(text, "陈德明", None)),
    ("staffcode", |text| {
        staff::code::page(text, &Entries::default(), "wumin@pingjiang")
    }),
    ("staffcode-errors", |text| {
        staff::code::page(text, &wrong(problem::wrong_one_time_code()), "wumin@pingjiang")
    }),
    ("staffsetup", |text| staff::set_up::page(text, &set_up())),
    ("handover", |text| {
        staff::hand_over::page(text, What::Link, &Entries::default())
    }),
    ("handover-errors", |text| {
        let number = ResidentId::parse("430626198808089989").unwrap_err();
        staff::hand_over::page(text, What::Link, &wrong(problem::resident_id(number)))
    }),
    ("handonetime", |text| {
        staff::hand_over::page(text, What::OneTime, &Entries::default())
    }),
    ("handonetime-errors", |text| {
        staff::hand_over::page(text, What::OneTime, &wrong(problem::not_linked_account()))
    }),
    ("handed", |text| staff::hand_over::made(text, &made(What::Link))),
    ("handedonetime", |text| {
        staff::hand_over::made(text, &made(What::OneTime))
    }),
    ("stafflinks", |text| staff::links::page(text, &Entries::default(), true)),
    ("stafflinks-found", |text| {
        staff::links::found(text, &linked(Vec::new()))
    }),
    ("stafflinks-errors", |text| {
        let missing = crate::question::Problem {
            field: staff::links::REASON.to_owned(),
            message: crate::text::Phrase::new("staff-links-reason-missing"),
        };
        staff::links::found(text, &linked(vec![missing]))
    }),
    ("stafflinks-none", |text| {
        staff::links::found(text, &staff::links::Found::default())
    }),
    ("staffdesk", |text| staff::desk::page(text, &desk())),
];

pub(super) fn sign_in(entries: Entries, why: Option<Why>) -> SignIn {
    SignIn {
        entries,
        why,
        by_code: None,
        sign_up: "/account/sign-up?return=/apply/1".to_owned(),
    }
}

fn sign_up(entries: Entries) -> SignUp {
    SignUp {
        entries,
        sign_in: "/account/sign-in".to_owned(),
    }
}

fn wrong(problem: crate::question::Problem) -> Entries {
    Entries {
        hidden: typed(&[("op", "0199")]),
        problems: vec![problem],
        ..Entries::default()
    }
}

/// A name that is kept and a password that is not.
pub(super) fn not_signed_in() -> Entries {
    Entries {
        typed: typed(&[(field::NAME, "春燕<b>")]),
        ..wrong(problem::not_signed_in())
    }
}

/// Both fields wrong, the password shown.
pub(super) fn wrong_sign_up() -> Entries {
    let name = SignInName::parse("春燕!").unwrap_err();
    let password = Password::parse("woaini1314520", None).unwrap_err();
    Entries {
        typed: typed(&[(field::NAME, "春燕!"), (field::NEW_PASSWORD, "woaini1314520")]),
        problems: vec![problem::name(name), problem::new_password(password)],
        shown: true,
        ..wrong(problem::name_taken())
    }
}

fn not_recovered() -> Entries {
    let code = Code::parse(Length::Recovery, "7KQ2-MX9F-3HT").unwrap_err();
    Entries {
        problems: vec![problem::not_recovered(), problem::wait(field::NAME, 4)],
        ..wrong(problem::code(code))
    }
}

pub(super) fn codes(just_made: bool) -> Codes {
    let code = |seed: u8| Code::of_random(Length::Recovery, [seed; 16]).in_groups();
    Codes {
        name: "春燕".to_owned(),
        codes: (1..=8).map(code).collect(),
        action: "/account/codes".to_owned(),
        file: "/account/codes.txt".to_owned(),
        hidden: typed(&[("op", "0199"), ("return", "/apply/1")]),
        just_made,
    }
}

fn moment(minutes: i64) -> Instant {
    Instant::from_epoch_ms(1_750_212_300_000 + minutes * 60_000)
}

fn session(device: &str, here: bool) -> SignedIn {
    SignedIn {
        device: Device::parse(device),
        since: moment(0),
        seen: moment(25),
        here,
    }
}

pub(super) fn home(done: Option<Done>) -> Home {
    let office = Name {
        zh: "汉昌街道便民服务中心".to_owned(),
        en: Some("Hanchang Street Service Centre".to_owned()),
    };
    Home {
        name: "春燕".to_owned(),
        unread: 2,
        codes_left: 7,
        people: vec![
            Person {
                name: "陈德明".to_owned(),
                reading: None,
                reading_href: None,
                office: Some(office.clone()),
                since: moment(0),
                others: vec![(Some(office.clone()), moment(9)), (None, moment(10))],
            },
            Person {
                name: "李春燕".to_owned(),
                reading: None,
                reading_href: None,
                office: None,
                since: moment(0),
                others: Vec::new(),
            },
        ],
        one_time: Some((Some(office.clone()), moment(3))),
        unlinked: Some((Some(office), moment(2))),
        sessions: vec![session("android-wechat", true), session("windows-edge", false)],
        done,
        hidden: typed(&[("op", "0199")]),
    }
}

/// Linked to nobody, signed in nowhere else.
fn new_home() -> Home {
    Home {
        people: Vec::new(),
        one_time: None,
        unlinked: None,
        sessions: vec![session("other-other", true)],
        done: Some(Done::OthersEnded),
        unread: 0,
        ..home(None)
    }
}

pub(super) fn set_up() -> SetUp {
    SetUp {
        entries: Entries::default(),
        name: "wumin@pingjiang".to_owned(),
        secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP".to_owned(),
        address: "otpauth://totp/zhida:wumin?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP".to_owned(),
        qr: Qr {
            side: 2,
            dark: vec![true, false, false, true],
        },
    }
}

fn desk() -> Desk {
    Desk {
        name: "吴敏".to_owned(),
        roles: vec![(staff::desk::role(Role::CivilAffairsDecider), county())],
        hands_over: true,
        ends_links: true,
        codes_left: 8,
        sessions: vec![session("windows-edge", true)],
        ended: true,
        hidden: typed(&[("op", "0199")]),
    }
}

fn made(what: What) -> Made {
    Made {
        what,
        code: Code::of_random(Length::Link, [3; 16]).in_groups(),
        name: "陈德明".to_owned(),
        until: parse_date("2025-07-18").unwrap(),
    }
}

fn linked(problems: Vec<crate::question::Problem>) -> staff::links::Found {
    let account = |id: &str, office: Option<&str>| staff::links::LinkedAccount {
        id: id.to_owned(),
        begins: "春…".to_owned(),
        office: office.map(Name::only),
        since: moment(0),
    };
    staff::links::Found {
        name: "陈德明".to_owned(),
        hidden: typed(&[("person", "陈德明"), ("number", "430626198808089988")]),
        accounts: vec![account("1", Some("汉昌街道")), account("2", None)],
        chosen: Some("2".to_owned()),
        reason: String::new(),
        problems,
    }
}
