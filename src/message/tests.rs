//! Who is told what, and what stays inside.

use super::*;
use crate::calendar::Month;
use crate::casework::Sentence;
use crate::person::{Mobile, PersonName};

fn reach(wants: &[Channel]) -> Reach {
    Reach {
        name: PersonName::parse("刘春燕").unwrap(),
        mobile: Some(Mobile::parse("13873123456").unwrap()),
        mail: None,
        address: Some("平江县汉昌街道1号".to_owned()),
        wants: wants.to_vec(),
    }
}

fn known(reach: Option<&Reach>) -> Known<'_> {
    Known {
        reach,
        registered_mobile: true,
        agreed: true,
        sealed: false,
    }
}

#[test]
fn only_confirmed_ways_are_used_and_only_wanted_ones() {
    let wanted = reach(&[Channel::Post, Channel::Mail, Channel::Sms]);
    assert_eq!(channels(known(Some(&wanted))), [Channel::Sms, Channel::Post]);
    assert_eq!(wanted.check(), Err(ReachProblem::NotThere(Channel::Mail)));
    // The portal alone is a choice, which a number in the register does not overrule.
    assert_eq!(channels(known(Some(&reach(&[])))), []);
    assert_eq!(channels(known(None)), [Channel::Sms]);
    let unknown = Known {
        registered_mobile: false,
        ..known(None)
    };
    assert_eq!(channels(unknown), []);
    let not_agreed = Known {
        agreed: false,
        ..known(None)
    };
    assert_eq!(channels(not_agreed), []);
}

#[test]
fn of_a_sealed_case_nothing_goes_out_but_by_a_way_recorded_for_it() {
    let sealed = |reach| Known {
        sealed: true,
        ..known(reach)
    };
    assert_eq!(channels(sealed(None)), []);
    assert_eq!(channels(sealed(Some(&reach(&[Channel::Sms])))), [Channel::Sms]);
}

#[test]
fn what_happens_in_one_breath_is_told_once() {
    let ended = || Event::AwardEnded {
        last: Month::parse("2026-11").unwrap(),
    };
    let back = Event::Returned {
        to: "township_review".to_owned(),
        sentence: Sentence::parse("请补充。").unwrap(),
    };
    assert_eq!(news(&[ended(), Event::SignedSecond]), Some((1, News::Decided)));
    assert_eq!(news(&[Event::NoticeEnded, ended()]), Some((1, News::AwardEnds)));
    assert_eq!(news(&[back]), Some((0, News::SentBack)));
    assert_eq!(news(&[Event::Claimed]), None);
}

#[test]
fn mail_addresses_are_read_strictly() {
    for right in ["li.si@example.cn", "a@b.com.cn", " liu_2@qq.com "] {
        assert_eq!(MailAddress::parse(right).unwrap().as_str(), right.trim());
    }
    for wrong in [
        "",
        "li",
        "li@",
        "@qq.com",
        "li@qq",
        "li si@qq.com",
        "li@qq.com\r\nBcc: x@y.cn",
        "li@@qq.com",
        ".li@qq.com",
        "li@-qq.com",
        "<li@qq.com>",
    ] {
        assert_eq!(MailAddress::parse(wrong), Err(ReachProblem::NoMailAddress), "{wrong}");
    }
    assert_eq!(MailAddress::parse("li.si@qq.com").unwrap().masked(), "l***@qq.com");
}
