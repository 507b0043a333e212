//! View models for tests: the pages of an application in their states.

use zhida::calendar::{Instant, parse_date};
use zhida::measure::{Quantity, Scale, Unit};
use zhida::money::Fen;

use super::assisted::{self, Declared, Filings, Known, ReadOut, Receipt, Sent};
use super::check_answers::{self, Asked, CheckAnswers, Outlook, Section};
use super::checked::Checked;
use super::confirmation::{self, Ahead, Confirmation};
use super::conflict::{self, Changed, Conflict};
use super::consents::{self, Consent, Consents};
use super::declaration::{self, Declarant, Declaration};
use super::drafts::{self, Discard, Draft, Drafts, Stopped};
use super::evidence::{self, Evidence, FileState, SentFile, Wrong};
use super::list;
use super::overlap::{self, Overlap};
use super::renewed;
use super::resume::{self, Resume, Typed, What};
use super::{Answer, Line, Source, Step};
use crate::components::route::State;
use crate::question::{Problem, Progress};
use crate::samples::{Sample, county, month, phrase, typed};
use crate::text::{Name, Phrase, Said};

/// Every page of an application in its states.
pub(crate) const PAGES: &[Sample] = &[
    ("answers", |text| check_answers::page(text, &check_answers())),
    ("answers-already", |text| {
        let mut model = check_answers();
        model.already = vec![check_answers::Already {
            service: phrase("sample-living_subsidy"),
            reference: "ZD 4876 2359 M".to_owned(),
            href: "/cases/ZD48762359M".to_owned(),
        }];
        model.step.problems = vec![problem(check_answers::AGAIN, check_answers::not_meant())];
        check_answers::page(text, &model)
    }),
    ("answers-missing", |text| {
        check_answers::page(text, &check_answers_missing())
    }),
    ("overlap", |text| overlap::page(text, &overlap(Vec::new()))),
    ("overlap-errors", |text| {
        overlap::page(text, &overlap(vec![problem(overlap::FIELD, overlap::not_chosen())]))
    }),
    ("upload", |text| evidence::page(text, &evidence())),
    ("upload-errors", |text| evidence::page(text, &evidence_wrong())),
    ("consents", |text| consents::page(text, &consents())),
    ("consents-child", |text| consents::page(text, &consents_child())),
    ("declaration", |text| {
        declaration::page(text, &declaration(Declarant::Self_))
    }),
    ("declaration-errors", |text| {
        declaration::page(text, &declaration_wrong())
    }),
    ("confirmation", |text| confirmation::page(text, &confirmation())),
    ("confirmation-code", |text| {
        confirmation::page(text, &confirmation_without_account())
    }),
    ("conflict", |text| conflict::page(text, &conflict())),
    ("drafts", |text| drafts::page(text, &drafts(vec![draft()]))),
    ("drafts-none", |text| drafts::page(text, &drafts(Vec::new()))),
    ("discard", |text| drafts::discard(text, &discard())),
    ("stopped", |text| {
        drafts::stopped(text, &stopped(Some("K7PM 3XWQ".to_owned())))
    }),
    ("stopped-early", |text| {
        let code = Some("K7PM 3XWQ".to_owned());
        drafts::stopped(
            text,
            &Stopped {
                birth: false,
                ..stopped(code)
            },
        )
    }),
    ("stopped-account", |text| drafts::stopped(text, &stopped(None))),
    ("renewed", |text| {
        let service = |name: &str, papers| renewed::Service {
            name: phrase(name),
            asked: vec![phrase("sample-phone")],
            gone: Vec::new(),
            papers,
            papers_gone: vec![phrase("sample-paper-certificate")],
        };
        let model = renewed::Renewed {
            step: step("changes"),
            amounts: vec![renewed::Amount {
                service: phrase("sample-living_subsidy"),
                then: Some(Fen(7000)),
                now: Some(Fen(8000)),
            }],
            questions: vec![phrase("sample-phone")],
            consents: true,
            services: vec![service(
                "sample-living_subsidy",
                vec![phrase("sample-paper-certificate")],
            )],
        };
        renewed::page(text, &model)
    }),
    ("filings", |text| assisted::list(text, &filings(false))),
    ("filings-none", |text| assisted::list(text, &filings(true))),
    ("filing-known", |text| assisted::known(text, &known())),
    ("filing-paper", |text| assisted::read_out(text, text, &read_out())),
    ("filing-declared", |text| assisted::declare(text, &declared(Vec::new()))),
    ("filing-declared-errors", |text| {
        assisted::declare(
            text,
            &declared(vec![problem(declaration::FIELD, declaration::not_agreed())]),
        )
    }),
    ("filing-receipt", |text| {
        assisted::receipt(text, text, &filing_receipt())
    }),
    ("list", |text| list::page(text, &listed(Vec::new()))),
    ("list-errors", |text| {
        let few = Phrase::new("problem-list-too-short").with("least", Said::Count(3));
        list::page(text, &listed(vec![problem(list::FIELD, few)]))
    }),
    ("list-none", |text| {
        let mut model = listed(Vec::new());
        model.entries.rows.clear();
        model.hrefs.clear();
        list::page(text, &model)
    }),
    ("list-full", |text| {
        let mut model = listed(Vec::new());
        (model.add, model.most) = (None, 2);
        list::page(text, &model)
    }),
    ("list-remove", |text| {
        let entries = entries();
        let model = list::Remove {
            entry: Phrase::new("list-entry-of")
                .with("list", Said::Words(Box::new(phrase("sample-part"))))
                .with("number", Said::Count(1)),
            lines: entries.heads.iter().cloned().zip(entries.rows[0].clone()).collect(),
            action: "/apply/1/question-helpers/1/remove".to_owned(),
            list: phrase("sample-part"),
            back: "/apply/1/question-helpers".to_owned(),
        };
        list::remove(text, &model)
    }),
    ("moved", |text| {
        let moved = drafts::Moved {
            at: Instant::from_epoch_ms(1_750_212_300_000),
            kept: true,
            resume: "/apply/resume".to_owned(),
        };
        drafts::moved(text, &moved)
    }),
    ("resume", |text| resume::page(text, &resume(What::Draft))),
    ("opened", |text| resume::page(text, &resume(What::Case))),
    ("resume-errors", |text| resume::page(text, &resume_wrong())),
];

/// Two entries of a list.
pub(crate) fn entries() -> list::Entries {
    let age = |parts| {
        Answer::Quantity(Quantity {
            parts,
            scale: Scale {
                unit: Unit::Age,
                decimals: 0,
            },
        })
    };
    list::Entries {
        name: phrase("sample-part"),
        heads: vec![phrase("sample-phone"), phrase("sample-pension")],
        rows: vec![
            vec![Answer::Typed("李秀英".to_owned()), age(63)],
            vec![Answer::Typed("李小军".to_owned()), Answer::Unknown],
        ],
    }
}

fn listed(problems: Vec<Problem>) -> list::List {
    list::List {
        step: Step {
            problems,
            ..step("question-helpers")
        },
        title: phrase("sample-pension"),
        hint: Some(phrase("sample-phone")),
        entries: entries(),
        hrefs: ["1", "2"].map(|id| format!("/apply/1/question-helpers/{id}")).into(),
        add: Some((phrase("sample-part"), "/apply/1/question-helpers/new".to_owned())),
        most: 40,
    }
}

fn problem(field: &str, message: Phrase) -> Problem {
    Problem {
        field: field.to_owned(),
        message,
    }
}

fn step(page: &str) -> Step {
    Step {
        action: format!("/apply/1/{page}"),
        back: Some("/apply/1/contact".to_owned()),
        progress: Some(Progress::Step {
            at: 5,
            of: 6,
            name: phrase("sample-part"),
        }),
        part_of: phrase("sample-part"),
        hidden: typed(&[("op", "0199"), ("version", "7")]),
        problems: Vec::new(),
        leave: Some("/apply/1/stop".to_owned()),
    }
}

fn line(name: &str, answer: Answer) -> Line {
    Line {
        name: phrase(name),
        answer,
        source: None,
        change: Some(format!("/apply/1/{name}")),
    }
}

pub(crate) fn check_answers() -> CheckAnswers {
    let certificate = Line {
        source: Some(Source {
            register: phrase("sample-register"),
            on: parse_date("2025-06-18").unwrap(),
        }),
        ..line("sample-paper-certificate", Answer::Words(phrase("sample-grade")))
    };
    let ways = vec![
        Answer::Words(phrase("sample-sms")),
        Answer::Words(phrase("sample-braille")),
    ];
    let asked = |code: &str, outlook| Asked {
        code: code.to_owned(),
        name: phrase(&format!("sample-{code}")),
        outlook,
        change: Some(format!("/apply/1/without/{code}")),
    };
    CheckAnswers {
        step: step("check"),
        on_behalf_of: None,
        services: vec![
            asked(
                "living_subsidy",
                Outlook::Likely {
                    monthly: Fen(7000),
                    from: month(),
                },
            ),
            asked(
                "care_subsidy",
                Outlook::Unlikely {
                    to_do: Vec::new(),
                    why: vec![phrase("sample-frozen")],
                },
            ),
        ],
        sections: vec![
            Section {
                title: phrase("sample-who"),
                lines: vec![
                    line("sample-name", Answer::Typed("李春燕".to_owned())),
                    line("sample-number", Answer::Number("430626198808089988".to_owned())),
                    line("sample-hukou", Answer::Place(county())),
                    certificate,
                ],
            },
            Section {
                title: phrase("sample-contact"),
                lines: vec![
                    line("sample-phone", Answer::Nothing),
                    line("sample-way", Answer::Several(ways)),
                    line("sample-pension-short", Answer::Money(Fen(10_000))),
                    line("sample-other", Answer::Unknown),
                ],
            },
        ],
        already: Vec::new(),
        discard: "/apply/1/discard".to_owned(),
        missing: Vec::new(),
    }
}

fn check_answers_missing() -> CheckAnswers {
    let place = Name::only("深圳市");
    let mut model = check_answers();
    model.on_behalf_of = Some("陈德明".to_owned());
    model.missing = vec![(phrase("sample-phone"), "/apply/1/contact".to_owned())];
    model.services[0].outlook = Outlook::PassedOn { to: Some(place) };
    model.services[1].outlook = Outlook::OtherKept {
        other: phrase("sample-other-allowance"),
    };
    model
}

fn overlap(problems: Vec<Problem>) -> Overlap {
    Overlap {
        step: Step {
            problems,
            ..step("overlap")
        },
        service: phrase("sample-care_subsidy"),
        this: Fen(7000),
        other_name: phrase("sample-other-allowance"),
        other: Fen(10_000),
        from: month(),
        chosen: None,
    }
}

fn evidence() -> Evidence {
    let file = |id: &str, name: &str, size, state| SentFile {
        id: id.to_owned(),
        name: name.to_owned(),
        size,
        at: Instant::from_epoch_ms(1_750_212_300_000),
        state,
        href: format!("/apply/d1/papers/household_register/{id}"),
        preview: false,
    };
    Evidence {
        step: step("evidence-household"),
        place: Some((1, 2)),
        title: phrase("sample-send-household"),
        says: Some(phrase("sample-paper-household-says")),
        files: vec![
            file("f1", "户主页.jpg", 1_887_437, FileState::Received),
            file(
                "f2",
                "<b>本人页.png",
                900,
                FileState::SendAgain(phrase("sample-too-dark")),
            ),
        ],
        largest_mb: 20,
        only_files: false,
        shown_by: None,
        confirmed: true,
        brought_to: None,
        print: None,
        how: None,
    }
}

fn evidence_wrong() -> Evidence {
    let wrong = |wrong: Wrong| problem(wrong.field(), wrong.message());
    Evidence {
        step: Step {
            problems: vec![wrong(Wrong::TooLarge(20)), wrong(Wrong::NotChosen)],
            ..step("evidence-household")
        },
        place: None,
        says: None,
        files: Vec::new(),
        ..evidence()
    }
}

fn consents() -> Consents {
    Consents {
        checked: CHECKED,
        step: step("consents"),
        child: None,
        notice: true,
        asked: Consent::OPTIONAL.to_vec(),
        given: Vec::new(),
    }
}

fn consents_child() -> Consents {
    Consents {
        checked: CHECKED,
        step: Step {
            problems: vec![problem(Consent::Child.name(), consents::child_needed())],
            ..step("consents")
        },
        child: Some("王小宝".to_owned()),
        notice: false,
        asked: Consent::OPTIONAL.to_vec(),
        given: vec![Consent::Village],
    }
}

/// What the two subsidies need.
const CHECKED: Checked = Checked {
    federation: true,
    civil_affairs: true,
    aid: true,
};

fn declaration(by: Declarant) -> Declaration {
    Declaration {
        checked: CHECKED,
        step: step("declaration"),
        by,
    }
}

fn declaration_wrong() -> Declaration {
    Declaration {
        checked: CHECKED,
        step: Step {
            problems: vec![problem(declaration::FIELD, declaration::not_agreed())],
            ..step("declaration")
        },
        by: Declarant::Helper("陈德明".to_owned()),
    }
}

fn confirmation() -> Confirmation {
    let day = |text: &str| parse_date(text);
    let ahead = |state, name: &str, who: Option<&str>, on: Option<&str>| Ahead {
        state,
        name: phrase(name),
        who: who.map(Name::only),
        day: on.and_then(day),
    };
    Confirmation {
        reference: "ZD 7348 2965 K".to_owned(),
        person: "李春燕".to_owned(),
        cases: vec![
            (phrase("sample-living_subsidy"), "ZD 4876 2359 M".to_owned()),
            (phrase("sample-care_subsidy"), "ZD 6259 4837 P".to_owned()),
        ],
        submitted_on: parse_date("2025-06-18").unwrap(),
        paid: 2,
        from: Some(month()),
        monthly: Some(Fen(14_000)),
        stops: vec![
            ahead(State::Done, "sample-stage-apply", None, Some("2025-06-18")),
            ahead(
                State::Now,
                "sample-stage-township",
                Some("汉昌街道"),
                Some("2025-07-02"),
            ),
            ahead(State::Next, "sample-stage-county", Some("平江县民政局"), None),
        ],
        on_hold: Vec::new(),
        provisional: false,
        to_bring: Vec::new(),
        brought_to: None,
        phone: "12385".to_owned(),
        to_confirm: vec![(
            Phrase::new("confirm-who").with("name", Said::Name(Name::only("陈德明"))),
            "/cases/ZD48762359M/confirm/filed_for_me".to_owned(),
        )],
        resume_code: None,
        cases_href: "/cases/ZD73482965K".to_owned(),
        print_href: "/cases/ZD73482965K/print/application_form".to_owned(),
    }
}

fn confirmation_without_account() -> Confirmation {
    Confirmation {
        monthly: None,
        provisional: true,
        to_bring: vec![phrase("sample-paper-household")],
        to_confirm: Vec::new(),
        resume_code: Some("K7PM 3XWQ".to_owned()),
        ..confirmation()
    }
}

fn conflict() -> Conflict {
    Conflict {
        step: step("check"),
        changed: vec![Changed {
            name: phrase("sample-phone"),
            before: Answer::Nothing,
            now: Answer::Typed("13800000010".to_owned()),
        }],
        look_href: "/apply/1/check".to_owned(),
    }
}

fn draft() -> Draft {
    Draft {
        services: vec![phrase("sample-living_subsidy"), phrase("sample-care_subsidy")],
        person: Some("陈德明".to_owned()),
        saved: Instant::from_epoch_ms(1_750_212_300_000),
        kept_until: parse_date("2025-09-16").unwrap(),
        href: "/apply/1".to_owned(),
        discard: "/apply/1/discard".to_owned(),
    }
}

fn drafts(drafts: Vec<Draft>) -> Drafts {
    Drafts {
        drafts,
        left: vec![Instant::from_epoch_ms(1_750_212_300_000)],
        start: "/apply/new".to_owned(),
        resume: "/apply/resume".to_owned(),
    }
}

fn discard() -> Discard {
    Discard {
        draft: draft(),
        action: "/apply/1/discard".to_owned(),
        hidden: typed(&[("op", "0199")]),
        back: "/apply".to_owned(),
    }
}

fn stopped(code: Option<String>) -> Stopped {
    Stopped {
        code,
        birth: true,
        kept_until: parse_date("2025-09-16").unwrap(),
        go_on: "/apply/1".to_owned(),
        resume: "/apply/resume".to_owned(),
    }
}

fn resume(what: What) -> Resume {
    Resume {
        sign_in: (what == What::Case).then(|| "/account/sign-in?return=%2Fcases".to_owned()),
        what,
        action: "/apply/resume".to_owned(),
        hidden: Vec::new(),
        typed: Typed::default(),
        problems: Vec::new(),
    }
}

fn resume_wrong() -> Resume {
    Resume {
        typed: Typed {
            reference: "zd 7348".to_owned(),
            code: "k7pm".to_owned(),
            birth: ["1988".to_owned(), "8".to_owned(), "8".to_owned()],
        },
        problems: vec![
            problem(resume::CODE, resume::not_found()),
            problem(resume::BIRTH, resume::tried_too_often()),
        ],
        ..resume(What::Case)
    }
}

fn filings(none: bool) -> Filings {
    let sent = Sent {
        person: "陈德明".to_owned(),
        services: vec![phrase("sample-living_subsidy")],
        reference: "ZD 4876 2359 M".to_owned(),
        at: Instant::from_epoch_ms(1_750_212_000_000),
        href: "/apply/1/receipt".to_owned(),
    };
    let open = Draft {
        person: Some("李春燕".to_owned()),
        ..draft()
    };
    Filings {
        open: if none {
            Vec::new()
        } else {
            vec![(open, "/office/assist/1/hand-over".to_owned())]
        },
        sent: if none { Vec::new() } else { vec![sent] },
        done: none.then(|| Phrase::new("assist-given")),
    }
}

fn known() -> Known {
    Known {
        name: "李春燕".to_owned(),
        number: "430626198808089988".to_owned(),
        says: Phrase::new("assist-known-female")
            .with("age", Said::Count(36))
            .with("born", Said::Day(parse_date("1988-08-08").unwrap())),
        in_register: true,
        institution: Some("吉首市儿童福利院".to_owned()),
        already: vec![check_answers::Already {
            service: phrase("sample-living_subsidy"),
            reference: "ZD 4876 2359 M".to_owned(),
            href: "/office/cases/ZD48762359M".to_owned(),
        }],
        go_on: "/apply/1".to_owned(),
        hand_over: "/office/assist/1/hand-over".to_owned(),
        discard: "/apply/1/discard".to_owned(),
    }
}

fn read_out() -> ReadOut {
    ReadOut {
        back: "/apply/1/made".to_owned(),
        person: "李春燕".to_owned(),
        services: vec![phrase("sample-living_subsidy")],
        sections: check_answers().sections,
        statement: vec!["我填的都是真的。".to_owned()],
        mark: "4F09AC".to_owned(),
        officer: "吴敏".to_owned(),
        office: "汉昌街道办事处".to_owned(),
    }
}

fn declared(problems: Vec<Problem>) -> Declared {
    Declared {
        step: Step {
            problems,
            ..step("statement")
        },
        person: "李春燕".to_owned(),
        sentences: vec!["我填的都是真的。".to_owned()],
    }
}

fn filing_receipt() -> Receipt {
    Receipt {
        back: "/office/assist".to_owned(),
        person: "李春燕".to_owned(),
        reference: "ZD 4876 2359 M".to_owned(),
        code: Some("K7PM 3XWQ 22".to_owned()),
        cases: vec![(phrase("sample-living_subsidy"), "ZD 7QF2 9KTC V".to_owned())],
        day: parse_date("2025-06-18").unwrap(),
        officer: "吴敏".to_owned(),
        office: "汉昌街道办事处".to_owned(),
        institution: Some("吉首市儿童福利院".to_owned()),
        handled_by: Some(Name::only("平江县汉昌街道办事处")),
        forwards: false,
        received: None,
        to_bring: vec![phrase("sample-paper-certificate")],
        address: "https://zhida.example/cases/open".to_owned(),
    }
}
