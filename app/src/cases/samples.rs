//! View models for tests: a resident's cases in their states.

use zhida::apply::LetterForm;
use zhida::calendar::{Date, Instant, parse_date};
use zhida::casework::{Mark, Moment};
use zhida::money::Fen;

use super::case::{
    self, Acts, Awaited, Case, Choice, DecisionSummary, Done, PaperState, Reconsidering, Responsible, Sealed, Station,
    Things, When,
};
use super::choose::{self, Choose};
use super::confirm::{self, Confirm};
use super::consents::{self, Consents};
use super::contest::{self, Contest};
use super::correct::{self, Correct};
use super::items::{self, Items, Thing};
use super::letter_forms::{self, LetterForms};
use super::list::{self, Cases, Entry};
use super::papers::{self, Paper, Papers};
use super::rating::{self, Ask, Call, Given, Rate, Rating, Waits};
use super::receive;
use super::seen::{self, Asked, List};
use super::withdraw::{self, Withdraw};
use super::{Act, Standing, Todo};
use crate::admin::audit::Saw;
use crate::apply::consents::Consent;
use crate::apply::{Answer, Line, Source};
use crate::casework::points::Points;
use crate::casework::reveal::What;
use crate::components::clock::Limit;
use crate::components::route::State;
use crate::question::{self, Problem};
use crate::samples::{Sample, county, month, phrase, typed};
use crate::text::{Name, Phrase, Said};

/// Every page about cases in its states.
pub(crate) const PAGES: &[Sample] = &[
    ("cases", |text| list::page(text, &cases())),
    ("cases-none", |text| {
        list::page(
            text,
            &Cases {
                cases: Vec::new(),
                ..cases()
            },
        )
    }),
    ("case", |text| case::page(text, &working())),
    ("case-papers", |text| case::page(text, &waiting())),
    ("case-choice", |text| case::page(text, &between_two(false))),
    ("case-choice-open", |text| case::page(text, &between_two(true))),
    ("case-waits", |text| case::page(text, &for_another(true))),
    ("case-not-confirmed", |text| case::page(text, &for_another(false))),
    ("confirm-ask", |text| {
        confirm::page(text, &confirm(confirm::Stands::NotAsked))
    }),
    ("confirm-ask-errors", |text| confirm::page(text, &confirm_wrong())),
    ("confirm-ask-code", |text| confirm::page(text, &confirm(code()))),
    ("confirm-ask-refused", |text| {
        confirm::page(text, &confirm(confirm::Stands::Refused))
    }),
    ("case-things", |text| case::page(text, &to_choose_from())),
    ("case-granted", |text| case::page(text, &granted())),
    ("case-refused", |text| case::page(text, &refused())),
    ("case-sealed", |text| case::page(text, &sealed())),
    ("case-contested", |text| case::page(text, &contested(false))),
    ("case-reconsidered", |text| case::page(text, &contested(true))),
    ("case-late", |text| case::page(text, &late())),
    ("case-passed-on", |text| case::page(text, &passed_on())),
    ("case-rated", |text| case::page(text, &rated())),
    ("rating", |text| rating::page(text, &rate(None, Vec::new()))),
    ("rating-low", |text| rating::page(text, &rate(Some(call()), Vec::new()))),
    ("rating-errors", |text| {
        let problems = vec![
            problem(rating::MARK, rating::not_chosen()),
            problem(rating::WORDS, question::too_long(1100, 1000)),
            problem(rating::PHONE, rating::no_number()),
        ];
        rating::page(text, &rate(Some(call()), problems))
    }),
    ("papers", |text| papers::page(text, &papers(Vec::new()))),
    ("papers-errors", |text| {
        let message = papers::neither(phrase("sample-paper-certificate"));
        let field = papers::field("certificate");
        papers::page(text, &papers(vec![problem(&field, message)]))
    }),
    ("correct", |text| correct::page(text, &correct())),
    ("choose", |text| choose::page(text, &choose(Vec::new()))),
    ("choose-errors", |text| {
        let problem = problem(crate::apply::overlap::FIELD, crate::apply::overlap::not_chosen());
        choose::page(text, &choose(vec![problem]))
    }),
    ("items", |text| items::page(text, &items(Vec::new()))),
    ("items-errors", |text| {
        items::page(text, &items(vec![problem(items::FIELD, items::not_chosen())]))
    }),
    ("receive", |text| receive::page(text, &act("letter", Vec::new()), false)),
    ("receive-objects", |text| {
        receive::page(text, &act("letter", Vec::new()), true)
    }),
    ("consents", |text| consents::page(text, &consents())),
    ("letter-forms", |text| {
        let model = LetterForms {
            act: act("forms", Vec::new()),
            now: vec![LetterForm::Braille],
        };
        letter_forms::page(text, &model)
    }),
    ("withdraw", |text| withdraw::page(text, &withdraw(Vec::new()))),
    ("withdraw-errors", |text| {
        withdraw::page(
            text,
            &withdraw(vec![problem(withdraw::WHY, question::too_long(1100, 1000))]),
        )
    }),
    ("seen", |text| seen::list(text, &read_by())),
    ("seen-none", |text| {
        seen::list(
            text,
            &List {
                lines: Vec::new(),
                ..read_by()
            },
        )
    }),
    ("seen-why", |text| seen::why_page(text, &why(Vec::new()))),
    ("seen-why-errors", |text| {
        seen::why_page(text, &why(vec![problem(seen::WORDS, question::too_long(1100, 1000))]))
    }),
    ("contest", |text| contest::page(text, &contest(Vec::new()))),
    ("contest-over", |text| {
        let late = Contest {
            over: true,
            ..contest(Vec::new())
        };
        contest::page(text, &late)
    }),
    ("contest-objection", |text| {
        let objection = Contest {
            objection: Some(5),
            until: None,
            ..contest(Vec::new())
        };
        contest::page(text, &objection)
    }),
    ("contest-errors", |text| {
        contest::page(text, &contest(vec![problem(contest::WHY, contest::nothing_said())]))
    }),
];

fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn problem(field: &str, message: Phrase) -> Problem {
    Problem {
        field: field.to_owned(),
        message,
    }
}

fn act(page: &str, problems: Vec<Problem>) -> Act {
    Act {
        action: format!("/cases/ZD48762359M/{page}"),
        case_href: "/cases/ZD48762359M".to_owned(),
        service: phrase("sample-living_subsidy"),
        reference: "ZD 4876 2359 M".to_owned(),
        hidden: typed(&[("op", "0199")]),
        problems,
    }
}

/// Who read it: with a reason and without, asked about in every way.
fn read_by() -> List {
    let line = |at: i64, what: Saw, asked: Option<Asked>| seen::Line {
        at: Instant::from_epoch_ms(at),
        office: Some(Name::only("平江县残联")),
        what,
        asked,
        href: format!("/cases/ZD48762359M/seen/{at}"),
    };
    let asked = |late: bool, answer: Option<&str>| {
        Some(Asked {
            on: day("2025-06-20"),
            due: day("2025-07-11"),
            late,
            answer: answer.map(|words| (day("2025-06-25"), words.to_owned())),
        })
    };
    let values = Saw::Values {
        values: vec![What::ResidentId, What::Phone],
        reason: Some("核对是不是本人".to_owned()),
    };
    List {
        act: act("seen", Vec::new()),
        lines: vec![
            line(1_750_212_300_000, values, None),
            line(1_750_212_200_000, Saw::Document, asked(false, None)),
            line(1_750_212_100_000, Saw::Case, asked(true, None)),
            line(1_750_212_000_000, Saw::Case, asked(false, Some("那天核对户口。"))),
        ],
        all: false,
        done: true,
    }
}

fn why(problems: Vec<Problem>) -> seen::Why {
    seen::Why {
        act: act("seen/1", problems),
        list_href: "/cases/ZD48762359M/seen".to_owned(),
        at: Instant::from_epoch_ms(1_750_212_300_000),
        office: None,
        what: Saw::Document,
        words: "那天没有人给我办事".to_owned(),
    }
}

fn todo() -> Todo {
    Todo {
        papers: vec![phrase("sample-paper-household"), phrase("sample-paper-certificate")],
        until: day("2025-07-11"),
        later: false,
        href: "/cases/ZD48762359M/papers".to_owned(),
    }
}

fn running() -> Limit {
    Limit::Running {
        left: 4,
        whole: 10,
        last_day: day("2025-07-02"),
        who: Name::only("汉昌街道"),
    }
}

fn granted_standing(notice_until: Option<Date>) -> Standing {
    Standing::Granted {
        monthly: Fen(7000),
        from: month(),
        notice_until,
    }
}

fn cases() -> Cases {
    let entry = |standing: Standing, todo: Option<Todo>, limit: Option<Limit>| Entry {
        service: phrase("sample-living_subsidy"),
        person: None,
        reference: "ZD 4876 2359 M".to_owned(),
        href: "/cases/ZD48762359M".to_owned(),
        standing,
        todo,
        limit,
    };
    Cases {
        cases: vec![
            entry(Standing::Working, None, Some(running())),
            entry(granted_standing(None), None, None),
            Entry {
                person: Some("陈德明".to_owned()),
                service: phrase("sample-care_subsidy"),
                ..entry(Standing::WaitsForYou, Some(todo()), None)
            },
            entry(Standing::OnHold(crate::samples::on_hold()), None, None),
            entry(Standing::Withdrawn, None, None),
        ],
        drafts: 1,
        open_href: "/cases/open".to_owned(),
    }
}

fn working() -> Case {
    let station = |state, name: &str, who: Option<&str>, when| Station {
        state,
        name: phrase(name),
        who: who.map(Name::only),
        when,
        says: None,
    };
    Case {
        choice: None,
        list_href: Some("/cases".to_owned()),
        service: phrase("sample-living_subsidy"),
        person: "李春燕".to_owned(),
        reference: "ZD 4876 2359 M".to_owned(),
        submitted_on: day("2025-06-18"),
        entered: None,
        standing: Standing::Working,
        waits: Vec::new(),
        urgent: None,
        done: None,
        todo: None,
        limit: Some(running()),
        provisional: false,
        decision: None,
        sealed: None,
        things: None,
        helps: None,
        reconsideration: None,
        stops: vec![
            Station {
                says: Some(phrase("sample-stage-apply-says")),
                ..station(
                    State::Done,
                    "sample-stage-apply",
                    None,
                    When::At(Instant::from_epoch_ms(1_750_212_300_000)),
                )
            },
            station(
                State::Now,
                "sample-stage-township",
                Some("汉昌街道"),
                When::Latest(day("2025-07-02")),
            ),
            station(State::Next, "sample-stage-county", Some("平江县民政局"), When::Unsaid),
        ],
        responsible: Responsible {
            office: Name::only("汉昌街道便民服务中心"),
            officer: Some("周敏".to_owned()),
            phone: None,
            address: Some(Name::only("平江县汉昌街道1号")),
        },
        points: Some(Points {
            score: 40,
            parts: vec![(phrase("sample-grade"), 30), (phrase("sample-remark"), 10)],
        }),
        papers: vec![
            (phrase("sample-paper-household"), PaperState::Files(2)),
            (phrase("sample-paper-certificate"), PaperState::Window),
            (
                phrase("sample-paper-copy"),
                PaperState::Shown(phrase("sample-paper-household")),
            ),
        ],
        documents: vec![(
            phrase("sample-form"),
            "/cases/ZD48762359M/print/application_form".to_owned(),
        )],
        siblings: vec![(phrase("sample-care_subsidy"), "/cases/ZD62594837P".to_owned())],
        acts: Acts {
            correct: Some("/cases/ZD48762359M/correct".to_owned()),
            consents: Some("/cases/ZD48762359M/consents".to_owned()),
            letter_forms: Some("/cases/ZD48762359M/forms".to_owned()),
            withdraw: Some("/cases/ZD48762359M/withdraw".to_owned()),
            contest: None,
            objects: false,
            seen: Some("/cases/ZD48762359M/seen".to_owned()),
        },
        rating: Rating::default(),
        told: vec![(Instant::from_epoch_ms(1_750_212_300_000), phrase("message-received"))],
    }
}

/// Rated in every way: not yet, by somebody else, badly and answered or not.
fn rated() -> Case {
    let given = |moment, mark| Given {
        moment,
        mark,
        change: None,
        waits: None,
        answer: None,
    };
    let answered = |called| Given {
        answer: Some((
            day("2025-06-25"),
            called,
            "那天只有一个人在窗口，已经加了人。".to_owned(),
        )),
        ..given(Moment::Accepted, Some((Mark::VeryDissatisfied, day("2025-06-20"))))
    };
    let waiting = |late| Given {
        change: Some("/cases/ZD48762359M/rating/handled".to_owned()),
        waits: Some(Waits {
            due: day("2025-06-27"),
            late,
            provisional: true,
        }),
        ..given(Moment::Handled, Some((Mark::Dissatisfied, day("2025-06-20"))))
    };
    Case {
        done: Some(Done::Rated),
        rating: Rating {
            ask: Some(Ask {
                moment: Moment::Decided,
                action: "/cases/ZD48762359M/rating/decided".to_owned(),
                hidden: typed(&[("op", "0199")]),
            }),
            earlier: vec![(Moment::Accepted, "/cases/ZD48762359M/rating/accepted".to_owned())],
            given: vec![
                answered(None),
                answered(Some(day("2025-06-24"))),
                waiting(false),
                waiting(true),
                given(Moment::Handled, None),
            ],
        },
        ..working()
    }
}

fn rate(call: Option<Call>, problems: Vec<Problem>) -> Rate {
    Rate {
        done: problems.is_empty(),
        act: act("rating/handled", problems),
        moment: Moment::Handled,
        mark: call.is_some().then(|| "2".to_owned()),
        words: "等了三次。".to_owned(),
        call,
    }
}

fn call() -> Call {
    Call {
        application: Some("138****0000".to_owned()),
        chosen: Some(rating::OTHER.to_owned()),
        phone: "0731 8888".to_owned(),
        due: day("2025-06-27"),
        provisional: true,
    }
}

fn between_two(open: bool) -> Case {
    Case {
        choice: Some(Choice {
            open,
            says: phrase("sample-remark"),
            href: Some("/cases/ZD48762359M/choose".to_owned()),
        }),
        ..working()
    }
}

fn choose(problems: Vec<Problem>) -> Choose {
    Choose {
        act: act("choose", problems),
        this: Fen(7_000),
        other_name: phrase("sample-other"),
        other: Fen(10_000),
        from: month(),
        chosen: None,
        corrected: true,
    }
}

fn to_choose_from() -> Case {
    Case {
        things: Some(Things {
            offered: vec![Phrase::new("sample-remark")],
            why: "家里的门窄。".to_owned(),
            chosen: None,
            open: true,
            href: Some("/cases/ZD48762359M/items".to_owned()),
        }),
        ..working()
    }
}

fn items(problems: Vec<Problem>) -> Items {
    let thing = |id: &str| Thing {
        id: id.to_owned(),
        name: phrase("sample-other"),
        what: phrase("sample-remark"),
        picture: "wheelchair".to_owned(),
    };
    Items {
        act: act("items", problems),
        why: "家里的门窄。".to_owned(),
        things: vec![thing("wc_basic"), thing("wc_flex")],
        chosen: None,
    }
}

fn waiting() -> Case {
    Case {
        standing: Standing::WaitsForYou,
        todo: Some(todo()),
        limit: Some(Limit::Paused {
            yours: true,
            left: 6,
            until: day("2025-07-11"),
        }),
        provisional: true,
        done: Some(Done::Corrected),
        ..working()
    }
}

fn sealed() -> Case {
    Case {
        decision: None,
        sealed: Some(Sealed {
            link_href: Some("/account/link".to_owned()),
        }),
        things: None,
        helps: None,
        acts: Acts::default(),
        ..refused()
    }
}

fn decided(standing: Standing) -> Case {
    let mut case = Case {
        standing,
        limit: None,
        decision: Some(DecisionSummary {
            reasons: vec![phrase("sample-who-dibao")],
            letter_href: "/cases/ZD48762359M/letter".to_owned(),
            contest_until: Some(day("2025-09-23")),
            over: false,
            object_to: None,
        }),
        acts: Acts {
            contest: Some("/cases/ZD48762359M/contest".to_owned()),
            ..Acts::default()
        },
        ..working()
    };
    for stop in &mut case.stops {
        stop.state = State::Done;
    }
    case
}

fn granted() -> Case {
    decided(granted_standing(Some(day("2025-08-01"))))
}

fn refused() -> Case {
    decided(Standing::Refused)
}

fn contested(ended: bool) -> Case {
    let mut case = Case {
        done: (!ended).then_some(Done::Contested),
        reconsideration: Some(Reconsidering {
            objects: false,
            says: vec![phrase("sample-remark")],
            letter_href: ended.then(|| "/cases/ZD48762359M/print/reconsidered".to_owned()),
        }),
        limit: (!ended).then(running),
        acts: Acts::default(),
        ..refused()
    };
    if let Some(decision) = &mut case.decision {
        decision.over = ended;
    }
    case
}

fn late() -> Case {
    Case {
        limit: Some(Limit::Over {
            by: 2,
            who: Name::only("刘主任"),
        }),
        responsible: Responsible {
            officer: None,
            phone: Some("073000000000".to_owned()),
            ..working().responsible
        },
        ..working()
    }
}

fn passed_on() -> Case {
    Case {
        list_href: None,
        standing: Standing::PassedOn {
            to: Name::only("深圳市南山区民政局"),
            number: Some("NS20250618001".to_owned()),
        },
        limit: None,
        acts: Acts::default(),
        siblings: Vec::new(),
        documents: Vec::new(),
        papers: Vec::new(),
        ..working()
    }
}

fn papers(problems: Vec<Problem>) -> Papers {
    let paper = |kind: &str, name: &str, files: &[&str]| Paper {
        kind: kind.to_owned(),
        name: phrase(name),
        says: None,
        files: files.iter().map(|file| (*file).to_owned()).collect(),
        send_href: format!("/cases/ZD48762359M/papers/{kind}"),
        bring: false,
    };
    Papers {
        act: act("papers", problems),
        office: Name::only("汉昌街道"),
        asked_on: day("2025-06-20"),
        until: day("2025-07-11"),
        later: false,
        sentence: Some("户主页看不清，请重拍。<b>".to_owned()),
        papers: vec![
            Paper {
                says: Some(phrase("sample-paper-household-says")),
                ..paper("household_register", "sample-paper-household", &["户主页.jpg"])
            },
            paper("certificate", "sample-paper-certificate", &[]),
        ],
    }
}

fn correct() -> Correct {
    Correct {
        act: act("correct", Vec::new()),
        lines: vec![
            Line {
                name: phrase("sample-other"),
                answer: Answer::Unknown,
                source: None,
                change: Some("/cases/ZD48762359M/correct/elderly_care".to_owned()),
            },
            Line {
                name: phrase("sample-paper-certificate"),
                answer: Answer::Words(phrase("sample-grade")),
                source: Some(Source {
                    register: phrase("sample-register"),
                    on: day("2025-06-18"),
                }),
                change: Some("/cases/ZD48762359M/correct/grade".to_owned()),
            },
        ],
    }
}

fn consents() -> Consents {
    Consents {
        act: act("consents", Vec::new()),
        asked: vec![
            (Consent::Messages, true),
            (Consent::Village, true),
            (Consent::OtherHelp, false),
        ],
    }
}

/// A case that waits for the person, asked or not.
fn for_another(first: bool) -> Case {
    let who = Phrase::new("confirm-who").with("name", Said::Name(Name::only("陈德明")));
    let says = if first {
        vec![Phrase::new("confirm-waits-all")]
    } else {
        vec![Phrase::new("confirm-waits-refused").with("who", Said::Words(Box::new(who.clone())))]
    };
    Case {
        standing: Standing::WaitsForOther(who.clone()),
        waits: vec![Awaited {
            who,
            says,
            ask: Some((first, "/cases/ZD48762359M/confirm/filed_for_me".to_owned())),
        }],
        ..working()
    }
}

fn code() -> confirm::Stands {
    confirm::Stands::Code(confirm::Code {
        code: "7KQ2M-X9F3H".to_owned(),
        until: day("2025-06-25"),
        address: "https://zhida.example/confirm".to_owned(),
        four: true,
    })
}

fn confirm(stands: confirm::Stands) -> Confirm {
    Confirm {
        act: act("confirm/filed_for_me", Vec::new()),
        who: Phrase::new("confirm-who").with("name", Said::Name(Name::only("陈德明"))),
        says: phrase("sample-remark"),
        paper: phrase("sample-paper-household"),
        named: false,
        done: matches!(stands, confirm::Stands::Code(_)),
        stands,
        typed: confirm::Typed::default(),
    }
}

fn confirm_wrong() -> Confirm {
    let problems = vec![
        problem(confirm::NAME, confirm::own()),
        problem(confirm::WAY, confirm::way_missing()),
    ];
    Confirm {
        act: act("confirm/filed_for_me", problems),
        named: true,
        typed: confirm::Typed {
            name: "陈小明".to_owned(),
            ..confirm::Typed::default()
        },
        ..confirm(confirm::Stands::CodeOver)
    }
}

fn withdraw(problems: Vec<Problem>) -> Withdraw {
    Withdraw {
        act: act("withdraw", problems),
        why: String::new(),
    }
}

fn contest(problems: Vec<Problem>) -> Contest {
    Contest {
        act: act("contest", problems),
        decided_by: Name::only("平江县民政局"),
        to: county(),
        objection: None,
        until: Some(day("2025-09-23")),
        over: false,
        why: String::new(),
    }
}
