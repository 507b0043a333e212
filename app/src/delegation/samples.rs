//! View models for tests: the lists, one delegation, an offer, a code.

use zhida::access::{AgentRole, DelegationStanding, EndedBy, Over, Power};
use zhida::calendar::{Instant, parse_date};
use zhida::casework::Deed;

use super::mirror::{self, Line, Mirror};
use super::{Done, Lists, Made, One, Shown, list, made, offer, one};
use crate::samples::Sample;
use crate::text::{Name, Phrase};

/// Every page in its states.
pub(crate) const PAGES: &[Sample] = &[
    ("delegations-none", |text| {
        let model = Lists {
            helpers: Vec::new(),
            clients: Vec::new(),
            linked: false,
            done: None,
        };
        list(text, &model)
    }),
    ("delegations", |text| {
        let over = DelegationStanding::Over(Over::Ended(EndedBy::Principal));
        let model = Lists {
            helpers: vec![shown(DelegationStanding::Active), shown(over)],
            clients: vec![shown(DelegationStanding::Offered)],
            linked: true,
            done: Some(Done::Ended),
        };
        list(text, &model)
    }),
    ("delegation-own", |text| {
        one(text, &of(true, DelegationStanding::Active))
    }),
    ("delegation-client", |text| {
        one(text, &of(false, DelegationStanding::Active))
    }),
    ("delegation-over", |text| {
        let over = DelegationStanding::Over(Over::OfAge);
        one(
            text,
            &One {
                end: None,
                ..of(false, over)
            },
        )
    }),
    ("delegation-offer", |text| {
        offer(text, &shown(DelegationStanding::Offered), Vec::new())
    }),
    ("in-my-name", |text| mirror::page(text, &mirrored())),
    ("delegation-made", |text| {
        let model = Made {
            code: "7KQ2M-X9F3H".to_owned(),
            agent: "陈小明".to_owned(),
            principal: "陈德明".to_owned(),
            until: parse_date("2026-12-07").unwrap(),
            back: (Phrase::new("delegation-back"), super::LIST.to_owned()),
        };
        made(text, &model)
    }),
];

/// An application of another, said not to be wanted, and its withdrawal, of which nothing is said yet.
fn mirrored() -> Mirror {
    let line = |deed, said| Line {
        at: Instant::from_epoch_ms(1_796_000_000_000),
        who: Phrase::new("delegation-doer-account"),
        deed,
        service: Phrase::new("sample-care_subsidy"),
        case_href: "/cases/ZD22222222X".to_owned(),
        href: "/account/in-my-name/ZD22222222X/2".to_owned(),
        said,
    };
    let day = |text| parse_date(text).unwrap();
    let said = |late, answer| mirror::Said {
        on: day("2026-11-30"),
        due: day("2026-12-07"),
        late,
        answer,
    };
    let answered = Some((day("2026-12-02"), "已经停了这份委托。".to_owned()));
    Mirror {
        lines: vec![
            line(Deed::Withdrawn, None),
            line(Deed::Contested, Some(said(true, None))),
            line(Deed::Submitted, Some(said(false, answered))),
        ],
        done: true,
    }
}

fn of(own: bool, standing: DelegationStanding) -> One {
    One {
        shown: shown(standing),
        own,
        apply: (!own).then(|| "/apply/new?for=1".to_owned()),
        end: Some(Vec::new()),
        done: (!own).then_some(Done::Accepted),
    }
}

/// What a son may do for his father.
pub(crate) fn shown(standing: DelegationStanding) -> Shown {
    Shown {
        href: "/account/delegations/1".to_owned(),
        principal: "陈德明".to_owned(),
        agent: "陈小明".to_owned(),
        role: AgentRole::Relative,
        services: vec![Phrase::new("sample-care_subsidy")],
        powers: vec![Power::View, Power::Submit],
        days: (parse_date("2026-11-30").unwrap(), parse_date("2027-11-30").unwrap()),
        standing,
        office: Some(Name::only("平江县")),
        made: Instant::from_epoch_ms(1_796_000_000_000),
    }
}
