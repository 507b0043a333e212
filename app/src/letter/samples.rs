//! View models for tests: official papers and public notices.

use zhida::calendar::{Date, Month, parse_date};
use zhida::casework::ReconsideredAs;
use zhida::letter::Format;
use zhida::money::Fen;

use super::authority::{self, Authority, Who};
use super::decision::{self, Account, Contest, FirstPayment, Letter, Reason, Verdict};
use super::form::{self, Form, OfficeSays, Opinions, Said, Section};
use super::formats::{self, Braille, Offered, Wishes};
use super::missing::{self, Missing};
use super::notices::{self, Notices, Objecting, Posted};
use super::posting::{self, Posting};
use super::receipt::{self, Receipt, Step};
use super::reconsidered::{self, Again, Court, Pays, Reconsidered};
use super::record::{self, Record, Row};
use super::{Sheet, Signed, To};
use crate::apply::{Answer, Line};
use crate::question::Problem;
use crate::samples::{Sample, county, month, phrase, texts, typed};
use crate::text::{Language, Level, Name, Phrase};

/// Every paper and notice in its states.
pub(crate) const PAGES: &[Sample] = &[
    ("letter", |text| decision::page(text, &granted())),
    ("letter-refused", |text| decision::page(text, &refused())),
    ("letter-objection", |text| {
        let contest = Contest {
            counted: None,
            objection: Some(decision::Objection {
                days: 5,
                basis: Some(phrase("sample-basis")),
            }),
            ..granted().contest
        };
        decision::page(text, &Letter { contest, ..refused() })
    }),
    ("letter-partial", |text| decision::page(text, &partial())),
    ("letter-provided", |text| decision::page(text, &provided())),
    ("letter-offers", |text| {
        let section = formats::section(text, &offered());
        decision::page(text, &granted()).then(Some(section))
    }),
    ("letter-braille", |text| formats::braille(text, &in_braille())),
    ("letter-cannot", |text| {
        let back = "/cases/ZD48762359M/letter".to_owned();
        formats::cannot(text, formats::Why::NoCells, back, "12385".to_owned())
    }),
    ("reconsidered", |text| reconsidered::page(text, &annulled())),
    ("reconsidered-changed", |text| reconsidered::page(text, &changed())),
    ("reconsidered-not-taken-up", |text| {
        reconsidered::page(text, &not_taken_up())
    }),
    ("objection-ordered", |text| {
        let ordered = Reconsidered {
            result: ReconsideredAs::Ordered,
            objection: Some(reconsidered::Objected {
                basis: Some(phrase("sample-basis")),
            }),
            ..annulled()
        };
        reconsidered::page(text, &ordered)
    }),
    ("receipt", |text| receipt::page(text, &receipt())),
    ("missing", |text| missing::page(text, &missing())),
    ("missing-again", |text| {
        let again = Some(missing::Again {
            turn: 2,
            by_supervisor: true,
        });
        missing::page(text, &Missing { again, ..missing() })
    }),
    ("record", |text| record::page(text, &record())),
    ("form", |text| form::page(text, &form())),
    ("form-blank", |text| form::page(text, &blank())),
    ("authority", |text| {
        let texts = texts();
        authority::page(text, texts.of(Language::ZhCn, Level::Standard), &authority())
    }),
    ("notices", |text| notices::page(text, &notices(vec![posted()]))),
    ("notices-none", |text| notices::page(text, &notices(Vec::new()))),
    ("posting", |text| posting::page(text, &posting(vec![posted()]))),
    ("posting-none", |text| posting::page(text, &posting(Vec::new()))),
    ("object", |text| notices::object(text, &objecting())),
    ("object-errors", |text| notices::object(text, &objecting_wrong())),
    ("objected", |text| notices::objected(text, "/notices/430626")),
];

fn authority() -> Authority {
    Authority {
        back: "/apply/1/papers/authorization_letter".to_owned(),
        principal: Who {
            name: "陈德明".to_owned(),
            number: Some("430405195303039997".to_owned()),
        },
        agent: Who {
            name: "陈小明".to_owned(),
            number: Some("430405197909099993".to_owned()),
        },
        relationship: Some(Phrase::new("apply-relationship-son")),
        phone: None,
        services: vec![phrase("sample-care_subsidy")],
    }
}

fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn bureau() -> Name {
    Name::only("平江县民政局")
}

fn sheet() -> Sheet {
    Sheet {
        back: Some(("回到这件事".to_owned(), "/cases/ZD48762359M".to_owned())),
        office: bureau(),
        number: Some("平民残补〔2025〕317号".to_owned()),
        to: Some(To {
            name: "陈德明".to_owned(),
            number: "430626********9997".to_owned(),
        }),
        signed: Some(Signed {
            office: bureau(),
            on: day("2025-07-25"),
        }),
    }
}

pub(crate) fn granted() -> Letter {
    Letter {
        sheet: sheet(),
        service: phrase("sample-living_subsidy"),
        reference: "ZD 4876 2359 M".to_owned(),
        submitted_on: day("2025-06-18"),
        submitted_by: None,
        entered: None,
        verdict: Verdict::Grant {
            monthly: Fen(7000),
            from: month(),
        },
        thing: None,
        account: Account::OneCard("5526".to_owned()),
        first: Some(FirstPayment {
            by: day("2025-08-10"),
            until: Month::parse("2025-08").unwrap(),
            sum: Fen(21_000),
        }),
        notice_until: Some(day("2025-08-01")),
        found: vec![(
            phrase("sample-who-dibao"),
            phrase("sample-remark"),
            Some(phrase("sample-basis")),
        )],
        signers: ("谢德明".to_owned(), Some("周敏".to_owned())),
        reasons: vec![Reason {
            speaks_for: true,
            says: phrase("sample-who-dibao"),
            basis: Some(phrase("sample-basis")),
        }],
        sentence: "7月21日向民政系统核对，您家在享受低保。".to_owned(),
        nearest: Vec::new(),
        open: false,
        contest: Contest {
            to: county(),
            days: 60,
            counted: None,
            href: Some("/cases/ZD48762359M/contest".to_owned()),
            objection: None,
        },
    }
}

fn refused() -> Letter {
    Letter {
        submitted_by: Some("陈志强".to_owned()),
        entered: None,
        verdict: Verdict::Refuse,
        reasons: vec![Reason {
            speaks_for: false,
            says: phrase("sample-who-dibao"),
            basis: None,
        }],
        sentence: "您家没有享受低保。<b>".to_owned(),
        nearest: vec![phrase("sample-change")],
        open: false,
        contest: Contest {
            counted: Some((day("2025-07-25"), day("2025-09-23"))),
            ..granted().contest
        },
        ..granted()
    }
}

fn partial() -> Letter {
    Letter {
        verdict: Verdict::Partial {
            monthly: Fen(3500),
            from: month(),
        },
        thing: None,
        account: Account::None,
        notice_until: None,
        ..granted()
    }
}

fn provided() -> Letter {
    Letter {
        verdict: Verdict::Provide,
        thing: Some(phrase("sample-other")),
        first: None,
        ..partial()
    }
}

fn annulled() -> Reconsidered {
    Reconsidered {
        sheet: sheet(),
        service: phrase("sample-living_subsidy"),
        reference: "ZD 4876 2359 M".to_owned(),
        asked_on: day("2025-07-30"),
        by: county(),
        objection: None,
        result: ReconsideredAs::Annulled,
        number: "平政复决〔2025〕12号".to_owned(),
        on: day("2025-09-10"),
        reasons: "您家6月就在吃低保，没有查清。<b>".to_owned(),
        pays: None,
        again: Some(Again {
            until: Some(day("2025-09-30")),
            meanwhile: Some(Fen(5000)),
            from: month(),
        }),
        court: Some(Court {
            days: 15,
            counted: None,
        }),
        ask_again_until: None,
    }
}

fn changed() -> Reconsidered {
    Reconsidered {
        result: ReconsideredAs::Changed,
        pays: Some(Pays {
            monthly: Fen(7000),
            from: month(),
            first: Some(FirstPayment {
                by: day("2025-10-10"),
                until: Month::parse("2025-10").unwrap(),
                sum: Fen(25_000),
            }),
        }),
        again: None,
        court: Some(Court {
            days: 15,
            counted: Some((day("2025-09-12"), day("2025-09-28"))),
        }),
        ..annulled()
    }
}

fn not_taken_up() -> Reconsidered {
    Reconsidered {
        result: ReconsideredAs::NotTakenUp,
        again: None,
        ask_again_until: Some(day("2025-09-23")),
        ..annulled()
    }
}

fn receipt() -> Receipt {
    let step = |name: &str, until| Step {
        name: phrase(name),
        who: Name::only("汉昌街道"),
        days: 10,
        until,
    };
    Receipt {
        sheet: sheet(),
        service: phrase("sample-living_subsidy"),
        reference: "ZD 4876 2359 M".to_owned(),
        submitted_on: day("2025-06-18"),
        accepted_on: day("2025-06-19"),
        papers: vec![phrase("sample-paper-household")],
        to_come: vec![phrase("sample-paper-certificate")],
        steps: vec![
            step("sample-stage-township", Some(day("2025-07-02"))),
            step("sample-stage-county", None),
        ],
        provisional: true,
        phone: "12385".to_owned(),
    }
}

fn record() -> Record {
    let number = Answer::Typed("GZ20250618".to_owned());
    Record {
        sheet: Sheet { to: None, ..sheet() },
        title: "record-forwarding-title",
        opening: vec![phrase("record-forwarding-asks")],
        about: Vec::new(),
        caption: "record-forwarding-receipt",
        rows: vec![
            Row::known("record-forwarding-number", number),
            Row::blank("record-forwarding-officer"),
            Row::room("record-forwarding-office"),
        ],
        closing: vec![phrase("record-forwarding-form")],
        signs: vec!["record-forwarding-officer"],
    }
}

fn missing() -> Missing {
    Missing {
        sheet: sheet(),
        service: phrase("sample-living_subsidy"),
        reference: "ZD 4876 2359 M".to_owned(),
        submitted_on: day("2025-06-18"),
        papers: vec![
            (
                phrase("sample-paper-household"),
                Some(phrase("sample-paper-household-says")),
            ),
            (phrase("sample-paper-certificate"), None),
        ],
        sentence: Some("户主页看不清".to_owned()),
        until: day("2025-07-11"),
        later: false,
        again: None,
        href: Some("/cases/ZD48762359M/papers".to_owned()),
        brought_to: None,
        phone: "12385".to_owned(),
    }
}

fn form() -> Form {
    let line = |name: &str, answer| Line {
        name: phrase(name),
        answer,
        source: None,
        change: None,
    };
    Form {
        title: phrase("letter-form-title"),
        whole: Some("/office/cases/x/print/application_form/whole".to_owned()),
        sheet: Sheet {
            number: None,
            to: None,
            signed: None,
            ..sheet()
        },
        services: vec![phrase("sample-living_subsidy"), phrase("sample-care_subsidy")],
        reference: Some("ZD 7348 2965 K".to_owned()),
        sections: vec![Section {
            title: phrase("sample-who"),
            lines: vec![
                line("sample-name", Answer::Typed("陈德明".to_owned())),
                line("sample-number", Answer::Number("430626198808089988".to_owned())),
                line("sample-phone", Answer::Nothing),
            ],
        }],
        statement: vec!["我填的都是真的。".to_owned()],
        agreed: Some(("陈德明".to_owned(), day("2025-06-18"))),
        village: true,
        opinions: vec![Opinions {
            service: phrase("sample-living_subsidy"),
            pays: Some((Fen(7000), month())),
            offices: vec![
                OfficeSays {
                    stage: phrase("sample-stage-township"),
                    office: Name::only("汉昌街道"),
                    said: Some(Said {
                        opinion: phrase("sample-meets"),
                        sentence: "户口、低保都核对过。".to_owned(),
                        officer: "周敏".to_owned(),
                        second: None,
                        instead_of: None,
                        on: day("2025-06-30"),
                    }),
                },
                OfficeSays {
                    stage: phrase("sample-stage-county"),
                    office: bureau(),
                    said: None,
                },
            ],
        }],
    }
}

fn blank() -> Form {
    let mut form = Form {
        whole: None,
        reference: None,
        agreed: None,
        ..form()
    };
    for line in &mut form.sections[0].lines {
        line.answer = Answer::Nothing;
    }
    form
}

/// What a portal offers that has no braille.
fn offered() -> Offered {
    let there = [
        Format::Large,
        Format::Easy,
        Format::Text,
        Format::Pdf,
        Format::LargePdf,
        Format::Audio,
    ];
    let href = |format: Format| format!("/cases/ZD48762359M/print/decision/{format}");
    Offered {
        formats: there.into_iter().map(|format| (format, href(format))).collect(),
        missing: vec![Format::Braille, Format::Brf],
        phone: "12385".to_owned(),
        wanted: Some(Wishes {
            says: Phrase::new("letter-forms-usual"),
            change: Some("/cases/ZD48762359M/forms".to_owned()),
        }),
    }
}

fn in_braille() -> Braille {
    Braille {
        title: "审定决定书".to_owned(),
        back: "/cases/ZD48762359M/letter".to_owned(),
        lines: vec!["⠍⠮⠄⠾⠀⠼⠛⠚⠀⠯⠂".to_owned(), String::new()],
        pages: 1,
        file: "/cases/ZD48762359M/print/decision/brf".to_owned(),
        phone: "12385".to_owned(),
    }
}

fn posted() -> Posted {
    Posted {
        person: "陈*明".to_owned(),
        township: Name::only("汉昌街道"),
        service: phrase("sample-living_subsidy"),
        monthly: Fen(7000),
        until: day("2025-08-01"),
        object_href: "/notices/430626/n1".to_owned(),
    }
}

fn notices(posted: Vec<Posted>) -> Notices {
    Notices {
        place: county(),
        posted,
        first: Some("/notices/430626".to_owned()),
        further: Some("/notices/430626?after=2025-07-01.n1".to_owned()),
    }
}

fn posting(posted: Vec<Posted>) -> Posting {
    Posting {
        sheet: Sheet { to: None, ..sheet() },
        place: county(),
        more: posted.is_empty(),
        posted,
        phone: "12385".to_owned(),
    }
}

fn objecting() -> Objecting {
    Objecting {
        action: "/notices/430626/n1".to_owned(),
        back: "/notices/430626".to_owned(),
        hidden: typed(&[("op", "0199")]),
        posted: posted(),
        typed: (String::new(), String::new()),
        problems: Vec::new(),
    }
}

fn objecting_wrong() -> Objecting {
    let problem = |field: &str, message| Problem {
        field: field.to_owned(),
        message,
    };
    Objecting {
        typed: (String::new(), "长".repeat(300)),
        problems: vec![
            problem(notices::WHY, notices::why_wrong()),
            problem(notices::CONTACT, notices::contact_wrong()),
        ],
        ..objecting()
    }
}
