//! View models for tests: every page of the working side in its states.

use zhida::calendar::{Date, Instant, Month, parse_date};
use zhida::casework::{Deed, Mark, Moment, Percent, Told};
use zhida::message::News;
use zhida::money::Fen;

use super::accept::{Accepting, Other, Seeing};
use super::barred::{self, Barred};
use super::case::{self, Act, CasePage, Done, Duplicate, Line, Paper, Paused};
use super::command::{self, Ask, CommandForm, Corrected, Deciding, Grant, Less};
use super::confirm::{self, Confirm};
use super::conflict::{self, Conflict};
use super::contest::Step;
use super::history::{self, Entry};
use super::known::{self, Known};
use super::needs;
use super::notices::{self, Notices, State, Way};
use super::points::Points;
use super::queue::{self, Count, Desk, Filter, List, ListKind, Order, Queue, Reach, Row};
use super::ratings;
use super::reveal::{self, Reveal, Revealed, What};
use super::scan::{self, Scan};
use super::search::{self, Found, Search};
use super::substitutes::{self, Substitute, Substitutes};
use super::trace::{Stands, Trace, TraceLine};
use super::{Due, Head, Standing, Urgent, as_it_is, unwanted};
use crate::components::clock::Limit;
use crate::components::tag::Tone;
use crate::question::{Answer, Kind, Problem};
use crate::samples::{Sample, phrase};
use crate::text::{Name, Phrase, Said};

/// Every page in its states.
pub(crate) const PAGES: &[Sample] = &[
    ("work-queue", |text| queue::page(text, &queue_sample())),
    ("work-queue-empty", |text| queue::page(text, &empty_queue())),
    ("work-needs", |text| needs::page(text, &needs_sample())),
    ("work-needs-none", |text| needs::page(text, &[])),
    ("work-search", |text| search::page(text, &Search::default())),
    ("work-search-found", |text| search::page(text, &found())),
    ("work-search-none", |text| search::page(text, &found_none())),
    ("work-search-error", |text| search::page(text, &search_wrong())),
    ("work-case", |text| case::page(text, &case_sample())),
    ("work-case-barred", |text| barred::page(text, &barred_sample())),
    ("work-notices", |text| notices::page(text, &notices_sample(Vec::new()))),
    ("work-notices-errors", |text| {
        notices::page(text, &notices_sample(vec![wrong(notices::WHAT)]))
    }),
    ("work-reach", |text| {
        let known = [(notices::reaching::MOBILE, "138****8000".to_owned())];
        notices::reach_page(text, &head(), &known, Vec::new(), Vec::new(), Vec::new())
    }),
    ("work-reach-errors", |text| {
        let typed = vec![(notices::reaching::NAME.to_owned(), "陈德明".to_owned())];
        let problems = vec![Problem {
            field: notices::reaching::CHECKED.to_owned(),
            message: Phrase::new("casework-reach-checked-missing"),
        }];
        notices::reach_page(text, &head(), &[], Vec::new(), typed, problems)
    }),
    ("work-case-paused", |text| case::page(text, &case_paused())),
    ("work-reveal", |text| reveal::page(text, &reveal_sample(Vec::new()))),
    ("work-reveal-error", |text| {
        reveal::page(text, &reveal_sample(vec![problem(reveal::WHY, "sample-wrong")]))
    }),
    ("work-print-whole", |text| {
        let problems = vec![problem(reveal::WHY, "sample-wrong")];
        let comes = reveal::For::Printing;
        let asks = Reveal {
            comes,
            ..reveal_sample(problems)
        };
        reveal::page(text, &asks)
    }),
    ("work-revealed", |text| reveal::shown(text, &revealed())),
    ("work-accept", |text| {
        command::page(
            text,
            &form(Ask::Accept(Accepting {
                here: vec![Phrase::new("sample-remark")],
                to_see: vec![answer("household_register", "sample-paper-household")],
                seeing: Some(Seeing::Links),
                others: vec![Other {
                    reference: "ZDK7MP3WQ9X".to_owned(),
                    service: Phrase::new("sample-care_subsidy"),
                    version: 1,
                }],
            })),
        )
    }),
    ("work-accept-known", |text| {
        command::page(
            text,
            &form(Ask::Accept(Accepting {
                seeing: None,
                here: Vec::new(),
                to_see: Vec::new(),
                others: Vec::new(),
            })),
        )
    }),
    ("work-identity", |text| {
        command::page(text, &form(Ask::ConfirmIdentity { seeing: Seeing::Opens }))
    }),
    ("work-identity-another", |text| {
        let seeing = Seeing::HoldsAnother;
        command::page(text, &form(Ask::ConfirmIdentity { seeing }))
    }),
    ("work-scan", |text| scan::page(text, &scan_sample(Vec::new()))),
    ("work-scan-error", |text| {
        scan::page(text, &scan_sample(vec![problem(scan::FILE, "sample-wrong")]))
    }),
    ("work-papers", |text| command::page(text, &form(papers(false)))),
    ("work-papers-second", |text| command::page(text, &refused(papers(true)))),
    ("work-supply", |text| {
        command::page(
            text,
            &form(Ask::SupplyPapers {
                papers: paper_answers(),
            }),
        )
    }),
    ("work-return", |text| {
        command::page(
            text,
            &form(Ask::Return {
                to: Phrase::new("sample-stage-township"),
            }),
        )
    }),
    ("work-forward", |text| {
        command::page(
            text,
            &form(Ask::Forward {
                to: as_it_is(Name::only("广州市天河区")),
                register: true,
            }),
        )
    }),
    ("work-receipt", |text| command::page(text, &form(Ask::RecordReceipt))),
    ("work-offer", |text| {
        command::page(text, &form(Ask::OfferItems { items: things() }))
    }),
    ("work-choose-item", |text| {
        command::page(text, &form(Ask::ChooseItem { items: things() }))
    }),
    ("work-lawyer", |text| command::page(text, &form(Ask::AssignLawyer))),
    ("work-account", |text| {
        command::page(text, &form(Ask::RecordAccount { guardian: true }))
    }),
    ("work-confirmation", |text| {
        let of = ["sample-remark", "sample-stage-county"].map(|id| Answer {
            value: id.to_owned(),
            label: Phrase::new(id),
            hint: None,
        });
        let ask = Ask::RecordConfirmation {
            of: of.to_vec(),
            named: true,
        };
        command::page(text, &form(ask))
    }),
    ("work-review", |text| {
        command::page(
            text,
            &form(Ask::Review {
                stage: Phrase::new("sample-stage-township"),
            }),
        )
    }),
    ("work-decide", |text| command::page(text, &form(decide()))),
    ("work-decide-error", |text| command::page(text, &decide_wrong())),
    ("work-sign", |text| {
        command::page(
            text,
            &form(Ask::SignSecond {
                says: vec![Phrase::new("sample-remark")],
            }),
        )
    }),
    ("work-consents", |text| {
        command::page(
            text,
            &form(Ask::Consents {
                changes: vec![Answer {
                    value: "no-messages".to_owned(),
                    label: Phrase::new("sample-remark"),
                    hint: None,
                }],
            }),
        )
    }),
    ("work-letter-forms", |text| {
        let now = Phrase::new("letter-forms-usual");
        command::page(text, &form(Ask::LetterForms { now }))
    }),
    ("work-withdraw", |text| command::page(text, &form(Ask::Withdraw))),
    ("work-contest", |text| {
        command::page(text, &form(Ask::Contest { office: None }))
    }),
    ("work-contest-pass-on", |text| {
        let to = Name::only("平江县人民政府");
        command::page(text, &form(Ask::Reconsider(Step::PassOn { to })))
    }),
    ("work-contest-take-up", |text| {
        command::page(text, &form(Ask::Reconsider(Step::TakeUp)))
    }),
    ("work-contest-reply", |text| {
        let until = Some(day("2025-08-20"));
        command::page(text, &form(Ask::Reconsider(Step::Reply { until })))
    }),
    ("work-contest-extend", |text| {
        let longest = day("2025-11-03");
        command::page(text, &form(Ask::Reconsider(Step::Extend { longest })))
    }),
    ("work-contest-outcome", |text| {
        command::page(text, &form(Ask::Reconsider(Step::Outcome)))
    }),
    ("work-objection-to", |text| {
        let office = Some(Name::only("平江县司法局"));
        command::page(text, &form(Ask::Contest { office }))
    }),
    ("work-objection-decide", |text| {
        command::page(text, &form(Ask::Reconsider(Step::Objection)))
    }),
    ("work-object", |text| command::page(text, &form(Ask::Object))),
    ("work-end-notice", |text| command::page(text, &form(Ask::EndNotice))),
    ("work-objection", |text| {
        command::page(
            text,
            &form(Ask::DecideObjection {
                number: 1,
                says: "他家有两辆车".to_owned(),
                contact: Some("13800000000".to_owned()),
                until: Some(day("2025-07-28")),
                late: false,
            }),
        )
    }),
    ("work-serve", |text| {
        command::page(
            text,
            &form(Ask::ServeLetter {
                letters: vec![answer("decision", "sample-remark")],
            }),
        )
    }),
    ("work-correct", |text| {
        command::page(
            text,
            &form(Ask::Correct {
                fact: Phrase::new("sample-grade"),
                held: Phrase::new("sample-dibao"),
                value: Corrected::One(Kind::Choice(vec![answer("none", "sample-neither")])),
            }),
        )
    }),
    ("work-correct-grades", |text| {
        command::page(
            text,
            &form(Ask::Correct {
                fact: Phrase::new("sample-grade"),
                held: Phrase::new("sample-dibao"),
                value: Corrected::Grades(vec![
                    answer("hearing", "sample-dibao"),
                    answer("limb", "sample-neither"),
                ]),
            }),
        )
    }),
    ("work-lift-hold", |text| command::page(text, &form(Ask::LiftHold))),
    ("work-overlap", |text| {
        command::page(
            text,
            &form(Ask::ChooseOverlap {
                this: Fen(7000),
                other: Fen(10000),
            }),
        )
    }),
    ("work-reassign", |text| {
        command::page(
            text,
            &form(Ask::Reassign {
                officers: vec![named_answer("0199", "何丽"), named_answer("0200", "黄志")],
            }),
        )
    }),
    ("work-note", |text| command::page(text, &form(Ask::Note))),
    ("work-confirm", |text| confirm::page(text, &confirm_sample())),
    ("work-conflict", |text| conflict::page(text, &conflict_sample(true))),
    ("work-conflict-gone", |text| {
        conflict::page(text, &conflict_sample(false))
    }),
    ("work-substitutes", |text| {
        substitutes::page(text, &substitutes_sample())
    }),
    ("work-substitutes-none", |text| {
        substitutes::page(text, &substitutes_none())
    }),
    ("work-ratings", |text| ratings::list(text, &ratings_sample())),
    ("work-ratings-none", |text| {
        ratings::list(text, &ratings::List::default())
    }),
    ("work-rating", |text| ratings::one(text, &rating_sample(None))),
    ("work-rating-answered", |text| {
        ratings::one(text, &rating_sample(Some("已经加了一个窗口。")))
    }),
    ("work-unwanted", |text| unwanted::list(text, &unwanted_list())),
    ("work-unwanted-none", |text| {
        let none = unwanted::List {
            rows: Vec::new(),
            ..unwanted_list()
        };
        unwanted::list(text, &none)
    }),
    ("work-unwanted-one", |text| unwanted::one(text, &unwanted_sample(None))),
    ("work-unwanted-answered", |text| {
        unwanted::one(text, &unwanted_sample(Some("已经停了这份委托。")))
    }),
    ("work-marks", |text| ratings::counts(text, &marks_sample())),
    ("work-marks-none", |text| {
        ratings::counts(text, &ratings::Counts::default())
    }),
];

pub(crate) fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn moment(text: &str, hours: i64) -> Instant {
    Instant::from_epoch_ms(Instant::start_of(day(text)).epoch_ms() + hours * 3_600_000)
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

fn problem(field: &str, message: &str) -> Problem {
    Problem {
        field: field.to_owned(),
        message: Phrase::new(message),
    }
}

fn answer(value: &str, label: &str) -> Answer {
    Answer {
        value: value.to_owned(),
        label: Phrase::new(label),
        hint: None,
    }
}

fn named_answer(value: &str, name: &str) -> Answer {
    Answer {
        value: value.to_owned(),
        label: as_it_is(Name::only(name)),
        hint: None,
    }
}

pub(crate) fn head() -> Head {
    Head {
        reference: "ZDK7MP3WQ9X".to_owned(),
        name: "陈德明".to_owned(),
        service: Phrase::new("sample-living_subsidy"),
    }
}

fn row(name: &str, due: Due, standing: Standing, desk: Desk) -> Row {
    Row {
        reference: "ZDK7MP3WQ9X".to_owned(),
        name: name.to_owned(),
        service: Phrase::new("sample-care_subsidy"),
        township: Name::only("南江镇"),
        stage: Phrase::new("sample-stage-township"),
        urgent: None,
        returned: None,
        awaits: None,
        submitted_on: day("2025-06-18"),
        due,
        standing,
        desk,
    }
}

pub(crate) fn queue_sample() -> Queue {
    let list = |kind, count, current| List {
        kind,
        count,
        href: "/office?list=mine".to_owned(),
        current,
    };
    let op = || pairs(&[("op", "0199"), ("return", "/office?list=mine")]);
    let rows = vec![
        Row {
            urgent: Some(Urgent::Left(5)),
            ..row("张世贵", Due::Over(day("2025-06-24"), 2), Standing::Overdue, Desk::Mine)
        },
        row(
            "彭小满",
            Due::Left(day("2025-06-26"), 0),
            Standing::DueSoon,
            Desk::Other("何丽".to_owned()),
        ),
        Row {
            returned: Some(
                Phrase::new("casework-returned-why")
                    .with("from", Said::Words(Box::new(Phrase::new("sample-stage-county"))))
                    .with(
                        "by",
                        Said::Words(Box::new(history::officer(Name::only("平江县残联"), "何丽"))),
                    )
                    .with("why", Said::Name(Name::only("户口簿缺一页"))),
            ),
            ..row(
                "李春燕",
                Due::Left(day("2025-07-02"), 4),
                Standing::OnTime,
                Desk::Nobody(op()),
            )
        },
        row(
            "吴冬生",
            Due::Paused(Some(day("2025-07-02"))),
            Standing::Waiting,
            Desk::Entered,
        ),
        row("钟建平", Due::Nothing, Standing::Decided, Desk::Mine),
        row("何玉兰", Due::Nothing, Standing::Closed, Desk::Rests),
    ];
    Queue {
        office: Name::only("平江县民政局"),
        today: day("2025-06-26"),
        reach: Reach::Turn,
        other_reach: "/office?scope=all".to_owned(),
        kept: pairs(&[("scope", "turn")]),
        lists: vec![
            list(ListKind::Mine, Some(Count::Exactly(25)), true),
            list(ListKind::Office, None, false),
            list(ListKind::Unclaimed, Some(Count::Exactly(9)), false),
            list(ListKind::Overdue, Some(Count::MoreThan(99)), false),
            list(ListKind::DueSoon, Some(Count::Exactly(3)), false),
            list(ListKind::Waiting, None, false),
        ],
        filters: vec![
            Filter {
                name: "service",
                label: Phrase::new("casework-service"),
                options: vec![
                    answer("", "casework-service"),
                    answer("living_subsidy", "sample-living_subsidy"),
                ],
                chosen: "living_subsidy".to_owned(),
                without: Some("/office?scope=turn&list=mine".to_owned()),
            },
            Filter {
                name: "township",
                label: Phrase::new("casework-township"),
                options: vec![answer("", "casework-township"), named_answer("430626107", "南江镇")],
                chosen: String::new(),
                without: None,
            },
        ],
        filtered: true,
        order: Order::Due,
        rows,
        first: Some("/office?list=mine".to_owned()),
        further: Some("/office?list=mine&after=x".to_owned()),
        next_case: op(),
        done: None,
        assist: Some("/office/assist".to_owned()),
        substitutes: Some("/office/substitutes".to_owned()),
        ratings: Some(2),
        unwanted: Some(1),
        needs: Some("/office/needs".to_owned()),
    }
}

fn points() -> Points {
    Points {
        score: 40,
        parts: vec![(phrase("sample-grade"), 30), (phrase("sample-remark"), 10)],
    }
}

/// Two who wait, of whom one fits; nobody where no number is set.
fn needs_sample() -> Vec<needs::Needs> {
    let row = |reference: &str, name: &str| needs::Row {
        reference: reference.to_owned(),
        name: name.to_owned(),
        township: Name::only("汉昌街道"),
        submitted_on: day("2025-06-18"),
        points: points(),
    };
    let list = needs::Needs {
        county: Name {
            zh: "平江县".to_owned(),
            en: Some("Pingjiang County".to_owned()),
        },
        service: phrase("sample-assistive_device"),
        year: 2025,
        quota: Some(3),
        provided: 2,
        rows: vec![row("ZDABCDEFGHJ", "李春燕"), row("ZDABCDEFGHK", "欧阳·娜仁")],
        more: true,
    };
    let unset = needs::Needs {
        service: phrase("sample-care_subsidy"),
        quota: None,
        rows: Vec::new(),
        more: false,
        ..list.clone()
    };
    vec![list, unset]
}

fn empty_queue() -> Queue {
    Queue {
        rows: Vec::new(),
        filtered: false,
        lists: Vec::new(),
        order: Order::Changed,
        first: None,
        further: None,
        done: Some(Phrase::new("sample-remark")),
        ..queue_sample()
    }
}

fn found() -> Search {
    Search {
        typed: "陈德明".to_owned(),
        found: Some(vec![Found {
            reference: "ZDK7MP3WQ9X".to_owned(),
            name: "陈德明".to_owned(),
            number: "430626********9997".to_owned(),
            service: Phrase::new("sample-living_subsidy"),
            township: Name::only("南江镇"),
            stage: Phrase::new("sample-stage-township"),
            submitted_on: day("2025-06-18"),
            standing: Standing::OnTime,
        }]),
        more: true,
        ..Search::default()
    }
}

fn found_none() -> Search {
    Search {
        typed: "<script>".to_owned(),
        found: Some(Vec::new()),
        ..Search::default()
    }
}

fn search_wrong() -> Search {
    Search {
        problem: Some(Phrase::new("sample-wrong")),
        ..Search::default()
    }
}

fn trace_line(standing: Stands, says: &str) -> TraceLine {
    TraceLine {
        standing,
        decides: matches!(standing, Stands::Against | Stands::Open),
        bars: false,
        says: Phrase::new(says),
        facts: vec![(
            Phrase::new("sample-grade"),
            Phrase::new("sample-dibao"),
            Phrase::new("sample-certificate"),
        )],
        basis: Some(Phrase::new("sample-basis")),
    }
}

fn line(name: &str, value: &str) -> Line {
    Line {
        name: Phrase::new(name),
        value: as_it_is(Name::only(value)),
        source: None,
        change: None,
    }
}

pub(crate) fn entry(what: &str, sentence: Option<&str>) -> Entry {
    Entry {
        what: Phrase::new(what),
        at: moment("2025-06-18", 14),
        by: Some(history::officer(Name::only("南江镇"), "何丽")),
        details: vec![Phrase::new("sample-remark")],
        sentence: sentence.map(str::to_owned),
    }
}

pub(crate) fn case_sample() -> CasePage {
    CasePage {
        head: head(),
        reading: None,
        stage: Phrase::new("sample-stage-county"),
        standing: Standing::DueSoon,
        urgent: Some(Urgent::Soon),
        came: Phrase::new("sample-remark"),
        assisted: Vec::new(),
        done: None,
        barred: None,
        clock: Some(Limit::Running {
            left: 5,
            whole: 10,
            last_day: day("2025-07-28"),
            who: Name::only("平江县民政局"),
        }),
        whole: Some(
            Phrase::new("casework-whole")
                .with("from", Said::Day(day("2025-06-18")))
                .with("days", Said::Count(30))
                .with("until", Said::Day(day("2025-07-30")))
                .with("stage", Said::Day(day("2025-08-04"))),
        ),
        returned: None,
        awaits: Vec::new(),
        waited: Some(
            Phrase::new("casework-waited-paused")
                .with("days", Said::Count(23))
                .with("paused", Said::Count(3)),
        ),
        provisional: true,
        pauses: vec![Paused {
            from: day("2025-06-20"),
            to: Some(day("2025-06-24")),
        }],
        desk: Phrase::new("sample-remark"),
        acts: vec![
            Act::Page {
                words: Phrase::new("casework-decide"),
                href: "/office/cases/ZDK7MP3WQ9X/decide".to_owned(),
            },
            Act::Page {
                words: Phrase::new("casework-papers"),
                href: "/office/cases/ZDK7MP3WQ9X/request_papers".to_owned(),
            },
            Act::Now {
                words: Phrase::new("casework-claim"),
                action: "/office/cases/ZDK7MP3WQ9X/release".to_owned(),
                hidden: pairs(&[("op", "0199")]),
            },
        ],
        points: Some(points()),
        trace: Trace {
            on: day("2025-06-18"),
            outcome: (Tone::No, Phrase::new("casework-against"), Phrase::new("sample-remark")),
            choice: Some(Phrase::new("casework-overlap-open")),
            lines: vec![
                trace_line(Stands::For, "sample-who-hukou"),
                trace_line(Stands::Against, "sample-who-dibao"),
                trace_line(Stands::Aside, "sample-remark"),
                trace_line(Stands::Open, "sample-other"),
            ],
            nearest: vec![Phrase::new("sample-change")],
            open: true,
            policy: vec![(Phrase::new("sample-grade"), as_it_is(Name::only("70")))],
            definition: "3f9a2c71".to_owned(),
        },
        decision: Vec::new(),
        objects: false,
        reconsideration: Vec::new(),
        papers: vec![
            Paper {
                name: Phrase::new("sample-paper-household"),
                files: vec![(
                    Phrase::new("sample-paper-household"),
                    "/office/cases/ZDK7MP3WQ9X/files/1".to_owned(),
                )],
                scan_href: None,
                from: Phrase::new("sample-certificate"),
                came_on: Some(day("2025-06-18")),
                state: (Tone::Ok, Phrase::new("sample-certificate")),
            },
            Paper {
                name: Phrase::new("sample-paper-certificate"),
                files: Vec::new(),
                scan_href: Some("/office/cases/ZDK7MP3WQ9X/papers/certificate".to_owned()),
                from: Phrase::new("sample-certificate"),
                came_on: None,
                state: (Tone::Wait, Phrase::new("sample-certificate")),
            },
        ],
        person: vec![line("casework-id-number", "430626********9997")],
        facts: vec![Line {
            source: Some(Phrase::new("sample-certificate")),
            change: Some((Phrase::new("sample-neither"), "/office/cases/x/correct".to_owned())),
            ..line("sample-grade", "二级")
        }],
        lists: vec![crate::apply::samples::entries()],
        duplicates: vec![
            Duplicate {
                reference: "ZD2222222Z2".to_owned(),
                service: Phrase::new("sample-care_subsidy"),
                stage: Phrase::new("sample-stage-county"),
                submitted_on: day("2025-06-18"),
                visible: true,
            },
            Duplicate {
                reference: "ZD3333333Z3".to_owned(),
                service: Phrase::new("sample-care_subsidy"),
                stage: Phrase::new("sample-stage-county"),
                submitted_on: day("2024-06-18"),
                visible: false,
            },
        ],
        history: vec![
            entry("sample-stage-apply", None),
            entry("sample-stage-township", Some("看过户口簿\n一致 <b>")),
        ],
        told: vec![notices::line(
            day("2025-07-18"),
            News::Decided,
            vec![(notices::way("sms"), notices::state(State::Failed).1)],
        )],
        prints: vec![(Phrase::new("sample-remark"), "/office/cases/x/print/form".to_owned())],
    }
}

fn barred_sample() -> Barred {
    let head = head();
    Barred {
        reference: head.reference,
        service: head.service,
        stage: Phrase::new("sample-stage-county"),
        office: Name::only("平江县民政局"),
        why: Phrase::new("denied-relatives-case"),
        goes: Phrase::new("casework-barred-nobody"),
    }
}

fn case_paused() -> CasePage {
    CasePage {
        standing: Standing::Waiting,
        clock: Some(Limit::Paused {
            yours: false,
            left: 4,
            until: day("2025-07-28"),
        }),
        whole: None,
        returned: Some((
            Phrase::new("casework-returned-on")
                .with("from", Said::Words(Box::new(Phrase::new("sample-stage-county"))))
                .with(
                    "by",
                    Said::Words(Box::new(history::officer(Name::only("平江县残联"), "何丽"))),
                )
                .with("day", Said::Day(day("2025-06-20"))),
            "户口簿缺一页 <b>".to_owned(),
        )),
        waited: None,
        provisional: false,
        pauses: vec![Paused {
            from: day("2025-06-20"),
            to: None,
        }],
        barred: Some(Phrase::new("sample-remark")),
        done: Some(Done::Saved(Vec::new())),
        acts: Vec::new(),
        duplicates: Vec::new(),
        prints: Vec::new(),
        decision: vec![Phrase::new("sample-remark")],
        reconsideration: vec![Phrase::new("sample-remark")],
        ..case_sample()
    }
}

fn scan_sample(problems: Vec<Problem>) -> Scan {
    Scan {
        head: head(),
        action: "/office/cases/ZDK7MP3WQ9X/papers/household_register".to_owned(),
        hidden: Vec::new(),
        paper: Phrase::new("sample-paper-household"),
        files: vec![(
            Phrase::new("sample-paper-household"),
            "/office/cases/ZDK7MP3WQ9X/files/1".to_owned(),
        )],
        largest_mb: 10,
        problems,
    }
}

fn reveal_sample(problems: Vec<Problem>) -> Reveal {
    Reveal {
        comes: reveal::For::Looking,
        head: head(),
        hidden: pairs(&[("op", "0199")]),
        offered: What::ALL.to_vec(),
        typed: pairs(&[(reveal::WHAT, "phone"), (reveal::WHY_WORDS, "电话打不通")]),
        problems,
    }
}

fn revealed() -> Revealed {
    Revealed {
        head: head(),
        values: vec![
            (What::ResidentId, "430626196508209997".to_owned()),
            (What::Phone, "13800000001".to_owned()),
        ],
        reason: "联系本人".to_owned(),
    }
}

pub(crate) fn form(ask: Ask) -> CommandForm {
    CommandForm {
        head: head(),
        known: Vec::new(),
        ask,
        hidden: pairs(&[("op", "0199"), ("version", "7")]),
        typed: Vec::new(),
        problems: Vec::new(),
        refusal: None,
    }
}

fn refused(ask: Ask) -> CommandForm {
    CommandForm {
        refusal: Some(Phrase::new("sample-remark")),
        typed: pairs(&[("papers", "household_register"), ("sentence", "户口簿缺一页")]),
        ..form(ask)
    }
}

fn paper_answers() -> Vec<Answer> {
    vec![
        Answer {
            hint: Some(Phrase::new("casework-paper-here-on").with("day", Said::Day(day("2025-06-18")))),
            ..answer("household_register", "sample-paper-household")
        },
        answer("certificate", "sample-paper-certificate"),
    ]
}

fn papers(second: bool) -> Ask {
    Ask::RequestPapers {
        papers: paper_answers(),
        until: day("2025-07-28"),
        second,
    }
}

fn decide() -> Ask {
    let standing = |value, label| Answer {
        hint: Some(Phrase::new("sample-remark")),
        ..answer(value, label)
    };
    Ask::Decide(Deciding {
        grant: Some(Grant::Monthly(Fen(7000), Month::parse("2025-06").unwrap())),
        less: vec![Less::Part, Less::Nothing],
        not_offered: Some(Phrase::new("sample-remark")),
        reasons: vec![
            standing("IN_DIBAO", "sample-who-dibao"),
            standing("EXCLUDED_TEKUN", "sample-not-tekun"),
        ],
        second_on_grant: false,
        second_on_refusal: true,
        overlap: Some(Phrase::new("sample-remark")),
    })
}

pub(crate) fn decide_wrong() -> CommandForm {
    CommandForm {
        typed: pairs(&[
            ("outcome", "partial"),
            ("monthly", "三十五"),
            ("reasons", "EXCLUDED_TEKUN"),
            ("sentence", "第一行\n第二行"),
        ]),
        problems: vec![problem("monthly", "sample-wrong")],
        known: [false, true]
            .map(|heed| Known {
                title: Phrase::new("sample-remark"),
                lines: vec![
                    Phrase::new("sample-remark").into(),
                    known::Line {
                        says: Phrase::new("sample-change"),
                        words: Some("材料齐全，情况属实。".to_owned()),
                    },
                ],
                heed,
            })
            .to_vec(),
        ..form(decide())
    }
}

fn confirm_sample() -> Confirm {
    let to = Name::only("贵州省贵阳市云岩区");
    Confirm {
        head: form(Ask::Note).head,
        title: Phrase::new("casework-confirm-forward").with("place", Said::Name(to)),
        happens: Phrase::new("casework-confirm-forward-happens"),
        says: vec![(Phrase::new("casework-forward-number"), "GZ20250618".to_owned())],
        act: Phrase::new("casework-confirm-forward-act"),
        action: "/office/cases/ZDK7MP3WQ9X/forward".to_owned(),
        hidden: pairs(&[("op", "0199"), ("version", "2"), ("number", "GZ20250618")]),
    }
}

pub(crate) fn conflict_sample(possible: bool) -> Conflict {
    let form = CommandForm {
        typed: pairs(&[("sentence", "电话核过")]),
        ..form(Ask::Note)
    };
    Conflict {
        since: vec![entry("sample-stage-township", Some("已经看过"))],
        yours: vec![(Phrase::new("casework-note-sentence"), "电话核过".to_owned())],
        form: CommandForm {
            refusal: (!possible).then(|| Phrase::new("sample-remark")),
            ..form
        },
        possible,
    }
}

fn substitutes_sample() -> Substitutes {
    Substitutes {
        current: vec![Substitute {
            id: "0199".to_owned(),
            of: "何丽".to_owned(),
            office: Name::only("南江镇"),
            by: "黄志".to_owned(),
            from: day("2025-06-18"),
            to: day("2025-06-20"),
            end: pairs(&[("op", "0199")]),
        }],
        of: vec![named_answer("0199", "何丽")],
        by: vec![named_answer("0200", "黄志")],
        hidden: pairs(&[("op", "0199")]),
        typed: pairs(&[("from-year", "2025")]),
        problems: vec![problem("from", "sample-wrong")],
        warning: Some((Phrase::new("sample-remark"), "0200".to_owned())),
        done: None,
    }
}

fn substitutes_none() -> Substitutes {
    Substitutes {
        current: Vec::new(),
        problems: Vec::new(),
        warning: None,
        done: Some(Phrase::new("sample-remark")),
        ..substitutes_sample()
    }
}

fn rating_row(late: bool) -> ratings::Row {
    ratings::Row {
        id: "0199".to_owned(),
        reference: "ZDK7MP3WQ9X".to_owned(),
        office: Name::only("汉昌街道"),
        moment: Moment::Handled,
        mark: Mark::VeryDissatisfied,
        given: day("2025-06-20"),
        due: day("2025-06-27"),
        late,
    }
}

pub(crate) fn ratings_sample() -> ratings::List {
    ratings::List {
        rows: vec![rating_row(true), rating_row(false)],
        others: 1,
        done: true,
    }
}

/// A bad mark with a number to call and a form that was sent empty; or answered.
pub(crate) fn rating_sample(answer: Option<&str>) -> ratings::One {
    let problem = |field: &str, message| Problem {
        field: field.to_owned(),
        message,
    };
    let problems = vec![
        problem(ratings::CALLED, ratings::not_said()),
        problem(ratings::ON, ratings::day_wrong()),
        problem(ratings::WORDS, ratings::empty()),
    ];
    let at = Instant::from_epoch_ms(1_750_212_300_000);
    ratings::One {
        row: rating_row(true),
        words: answer.is_none().then(|| "等了三次。".to_owned()),
        call: match answer {
            None => ratings::Call::On("13800000000".to_owned()),
            Some(_) => ratings::Call::No,
        },
        provisional: true,
        answer: answer.map(|words| (at, Some(day("2025-06-24")), words.to_owned())),
        hidden: pairs(&[("op", "0199")]),
        typed: ratings::Typed::default(),
        problems: if answer.is_some() { Vec::new() } else { problems },
    }
}

fn unwanted_row(late: bool) -> unwanted::Row {
    unwanted::Row {
        id: "0199".to_owned(),
        reference: "ZDK7MP3WQ9X".to_owned(),
        said: parse_date("2025-06-18").unwrap(),
        due: parse_date("2025-06-25").unwrap(),
        late,
    }
}

fn unwanted_list() -> unwanted::List {
    unwanted::List {
        rows: vec![unwanted_row(true), unwanted_row(false)],
        others: 1,
        done: true,
    }
}

/// Not answered, and sent with nothing; or answered.
fn unwanted_sample(answer: Option<&str>) -> unwanted::One {
    let at = Instant::from_epoch_ms(1_750_212_300_000);
    unwanted::One {
        row: unwanted_row(true),
        service: Phrase::new("service-living-subsidy"),
        person: "陈德明".to_owned(),
        deed: Some((Deed::Withdrawn, at)),
        who: Phrase::new("delegation-doer-account"),
        words: answer.is_none().then(|| "我没有叫他去办。".to_owned()),
        answer: answer.map(|words| (at, words.to_owned())),
        hidden: Vec::new(),
        typed: String::new(),
        problems: match answer {
            None => vec![problem(super::answering::ANSWER, "admin-asked-empty")],
            Some(_) => Vec::new(),
        },
    }
}

fn marks_sample() -> ratings::Counts {
    let counted = |moment, told| ratings::Counted {
        office: Name::only("汉昌街道"),
        moment,
        told,
    };
    let share = |satisfied| Told::Share { all: 31, satisfied };
    ratings::Counts {
        places: vec![Name::only("平江县"), Name::only("岳阳市")],
        rows: vec![
            counted(Moment::Accepted, share(Percent::AtLeast(95))),
            counted(Moment::Handled, share(Percent::About(67))),
            counted(Moment::Decided, share(Percent::AtMost(5))),
            counted(Moment::Decided, Told::TooFew),
        ],
        from_list: true,
    }
}

fn wrong(field: &str) -> Problem {
    Problem {
        field: field.to_owned(),
        message: Phrase::new("casework-told-choose"),
    }
}

fn notices_sample(problems: Vec<Problem>) -> Notices {
    let at = |hour: i64| Instant::from_epoch_ms(1_752_800_000_000 + hour * 3_600_000);
    let way = |name: &str, state, says: Option<&str>| Way {
        name: notices::way(name),
        state,
        at: at(1),
        attempts: 3,
        says: says.map(str::to_owned),
        retry: (state == State::Dead).then(|| ("/office/cases/ZD7KQ2MX9F3/notices/0199/retry".to_owned(), Vec::new())),
    };
    Notices {
        head: head(),
        rows: vec![
            notices::Row {
                seq: 9,
                news: News::Decided,
                at: at(0),
                portal: (2, 1),
                ways: vec![
                    way("sms", State::Dead, Some("the gateway answered 503")),
                    way("post", State::Sent, None),
                    way("call", State::Told, None),
                ],
            },
            notices::Row {
                seq: 1,
                news: News::Received,
                at: at(-90),
                portal: (0, 0),
                ways: Vec::new(),
            },
        ],
        ways: vec![(
            Phrase::new("casework-reach-mobile"),
            as_it_is(Name::only("138****8000")),
        )],
        hidden: Vec::new(),
        typed: Vec::new(),
        problems,
        done: Some(Phrase::new("casework-told-saved")),
    }
}

/// Things that could be offered.
fn things() -> Vec<Answer> {
    let thing = |id: &str| Answer {
        value: id.to_owned(),
        label: Phrase::new(id),
        hint: None,
    };
    ["sample-remark", "sample-stage-county"].map(thing).to_vec()
}
