//! View models for tests: every page in its states, worded by a made-up service.

use zhida::accessibility::{Evidence, Level as Conformance};
use zhida::calendar::Month;
use zhida::catalogue::ItemAssessment;
use zhida::money::Fen;

use crate::account;
use crate::account::settings::{self, Settings};
use crate::apply;
use crate::cases;
use crate::catalogue::home::{self, Home};
use crate::catalogue::items;
use crate::catalogue::result::{self, Assessed, Found, Outcome, Reason, Standing, Unverified};
use crate::catalogue::service::{self, Here, Office, Paper, PaperFrom, Service, Stage};
use crate::catalogue::sign::Film;
use crate::catalogue::{Card, Gives, Hold, services};
use crate::components::gallery;
use crate::components::text_field::{Autocomplete, Entry, Width};
use crate::confirmation;
use crate::delegation;
use crate::errors::{self, Cause, Failure, Typed};
use crate::feedback;
use crate::frame::{Display, Does, Frame, Page, Reader, document};
use crate::help;
use crate::letter;
use crate::message;
use crate::place::{self, Group, Picker, Place, Search};
use crate::question::{self, Answer, Field, Kind, Leave, Problem, Progress, Question};
use crate::text::{Language, Level, Name, Phrase, Said, Source, Text, Texts, texts_with};

const ZH: &str = include_str!("samples.zh-CN.ftl");
const EN: &str = include_str!("samples.en.ftl");

/// The shipped texts and those of the made-up service.
pub(crate) fn texts() -> Texts {
    let source = |language, text| Source {
        language,
        level: Level::Standard,
        file: "samples",
        text,
    };
    texts_with([source(Language::ZhCn, ZH), source(Language::En, EN)]).unwrap()
}

/// A whole document.
pub(crate) fn shown(language: Language, page: impl Fn(Text<'_>) -> Page) -> String {
    shown_as(language, Level::Standard, Display::default(), page)
}

pub(crate) fn shown_as(language: Language, level: Level, display: Display, page: impl Fn(Text<'_>) -> Page) -> String {
    let texts = texts();
    let text = texts.of(language, level);
    let frame = Frame {
        display,
        path: "/here",
        style_href: "/style.css",
        ..Frame::default()
    };
    document(&frame, text, page(text))
}

/// A whole document of the working side.
pub(crate) fn shown_at_work(language: Language, page: impl Fn(Text<'_>) -> Page) -> String {
    let texts = texts();
    let text = texts.of(language, Level::Standard);
    let office = Name::only("平江县民政局");
    let frame = Frame {
        display: Display::default(),
        path: "/office/here",
        style_href: "/style.css",
        reader: Reader::Officer {
            name: "吴敏",
            office: &office,
            does: Does {
                casework: true,
                audit: false,
                jobs: false,
            },
        },
        ..Frame::default()
    };
    document(&frame, text, page(text))
}

/// A page and its name.
pub(crate) type Sample = (&'static str, fn(Text<'_>) -> Page);

/// Every page in its states.
pub(crate) const PAGES: &[Sample] = &[
    ("home", |text| {
        home::page(
            text,
            &Home {
                services: cards(),
                most_questions: 12,
            },
        )
    }),
    ("services", |text| services::page(text, &cards())),
    ("service", |text| service::page(text, &living(here()))),
    ("service-unchosen", |text| service::page(text, &closed_service())),
    ("service-unverified", |text| service::page(text, &living(unverified()))),
    ("service-signed", |text| service::page(text, &signed())),
    ("service-in-kind", |text| service::page(text, &in_kind())),
    ("items", |text| items::page(text, &device(), &[need()])),
    ("items-of-need", |text| {
        items::of_need(text, &device(), &need().name, &[wheelchair(None), wheelchair(Some(36))])
    }),
    ("question", |text| question::page(text, &aid_question())),
    ("question-errors", |text| question::page(text, &contact_question())),
    ("question-money", |text| question::page(text, &money_question())),
    ("result", |text| result::page(text, &found())),
    ("result-choose", |text| result::page(text, &found_choice())),
    ("result-open", |text| result::page(text, &found_open())),
    ("result-none", |text| result::page(text, &found_none())),
    ("result-assess", |text| result::page(text, &found_to_assess())),
    ("display", |text| {
        settings::page(
            text,
            &Settings {
                display: Display::default(),
                return_to: "/services".to_owned(),
                saved: true,
            },
        )
    }),
    ("place-county", |text| place::page(text, &counties())),
    ("place-township", |text| place::page(text, &townships())),
    ("place-found", |text| place::page(text, &searched("南", matches()))),
    ("place-none-found", |text| {
        place::page(text, &searched("<script>", Vec::new()))
    }),
    ("help", help::help),
    ("accessibility", |text| help::accessibility(text, &Evidence::shipped())),
    ("criteria-a", |text| {
        help::criteria(text, &Evidence::shipped(), Conformance::A)
    }),
    ("criteria-aa", |text| {
        help::criteria(text, &Evidence::shipped(), Conformance::Aa)
    }),
    ("criteria-aaa", |text| {
        help::criteria(text, &Evidence::shipped(), Conformance::Aaa)
    }),
    ("privacy", help::privacy),
    ("error-400", |text| failure(text, Cause::BadRequest)),
    ("error-403", |text| failure(text, Cause::Forbidden)),
    ("error-acting-ended", |text| failure(text, Cause::ActingEnded)),
    ("error-404", |text| failure(text, Cause::NotFound)),
    ("error-405", |text| failure(text, Cause::MethodNotAllowed)),
    ("error-408", |text| failure(text, Cause::TooSlow)),
    ("error-409", |text| failure(text, Cause::Conflict)),
    ("error-413", |text| failure(text, Cause::TooLarge)),
    ("error-415", |text| failure(text, Cause::UnsupportedKind)),
    ("error-422", |text| failure(text, Cause::Unprocessable)),
    ("error-429", |text| failure(text, Cause::TooMany { minutes: 1 })),
    ("error-500", |text| failure(text, Cause::Internal)),
    ("error-503", |text| failure(text, Cause::Unavailable)),
];

/// Every page of every subject.
pub(crate) fn pages() -> impl Iterator<Item = &'static Sample> {
    PAGES
        .iter()
        .chain(apply::samples::PAGES)
        .chain(cases::samples::PAGES)
        .chain(letter::samples::PAGES)
        .chain(account::samples::PAGES)
        .chain(feedback::samples::PAGES)
        .chain(confirmation::samples::PAGES)
        .chain(delegation::samples::PAGES)
        .chain(message::samples::PAGES)
}

/// The page of all parts, which is in Chinese only.
pub(crate) fn gallery_page(text: Text<'_>) -> Page {
    gallery::page(text)
}

pub(crate) fn phrase(id: &str) -> Phrase {
    Phrase::new(id)
}

pub(crate) fn county() -> Name {
    Name {
        zh: "平江县".to_owned(),
        en: Some("Pingjiang County".to_owned()),
    }
}

pub(crate) fn month() -> Month {
    Month::parse("2025-06").unwrap()
}

fn cards() -> Vec<Card> {
    let card = |code: &str, gives| Card {
        code: code.to_owned(),
        name: phrase(&format!("sample-{code}")),
        gives,
        says: phrase(&format!("sample-{code}-says")),
    };
    vec![
        card("living_subsidy", Gives::Monthly(Fen(7000))),
        card("care_subsidy", Gives::MonthlyFrom(Fen(7000))),
    ]
}

fn here() -> Here {
    Here::Set {
        county: county(),
        monthly: Fen(7000),
        since: Month::parse("2021-04").unwrap(),
        basis: Some(phrase("sample-basis")),
        choose: "/services/living_subsidy/place".to_owned(),
    }
}

fn unverified() -> Here {
    Here::Set {
        county: county(),
        monthly: Fen(8320),
        since: Month::parse("2021-04").unwrap(),
        basis: None,
        choose: "/services/living_subsidy/place".to_owned(),
    }
}

fn living(here: Here) -> Service {
    let paper = |name: &str, from, note: Option<&str>| Paper {
        name: phrase(name),
        from,
        note: note.map(phrase),
    };
    let stage = |name: &str, limit, note: Option<&str>| Stage {
        name: phrase(name),
        limit,
        calendar_days: false,
        note: note.map(phrase),
    };
    Service {
        code: "living_subsidy".to_owned(),
        name: phrase("sample-living_subsidy"),
        lead: phrase("sample-lead"),
        film: None,
        here,
        terms: vec![(phrase("sample-term-from"), phrase("sample-term-from-says"))],
        who: vec![
            vec![phrase("sample-who-hukou")],
            vec![phrase("sample-who-certificate")],
            vec![phrase("sample-who-dibao")],
        ],
        remarks: vec![phrase("sample-remark")],
        who_not: vec![phrase("sample-not-tekun")],
        papers: vec![
            paper(
                "sample-paper-household",
                PaperFrom::User,
                Some("sample-paper-household-says"),
            ),
            paper(
                "sample-paper-certificate",
                PaperFrom::DataSharing,
                Some("sample-paper-certificate-says"),
            ),
            paper("sample-paper-copy", PaperFrom::NotNeeded, None),
        ],
        stages: vec![
            stage("sample-stage-apply", None, Some("sample-stage-apply-says")),
            stage("sample-stage-township", Some(10), None),
            stage("sample-stage-county", Some(1), None),
        ],
        bases: vec![phrase("sample-basis")],
        apply: Some("/apply/new".to_owned()),
        office: Some(Office {
            name: Name::only("汉昌街道便民服务中心"),
            address: Name::only("平江县汉昌街道1号"),
            hours: Name {
                zh: "工作日上午9点到下午5点".to_owned(),
                en: Some("working days from 9 to 5".to_owned()),
            },
            phone: "073000000000".to_owned(),
        }),
        paper_form: Some("/services/living_subsidy/form".to_owned()),
        alone: None,
    }
}

/// With a film in sign language.
fn signed() -> Service {
    Service {
        film: Some(Film {
            video: "/services/living_subsidy/sign/sign.mp4".to_owned(),
            kind: "video/mp4",
            captions: "/services/living_subsidy/sign/sign.zh-CN.vtt".to_owned(),
            seconds: 95,
            says: phrase("sample-signed"),
        }),
        ..living(unverified())
    }
}

/// Before applications are possible, before a county is chosen.
fn in_kind() -> Service {
    Service {
        terms: Vec::new(),
        ..living(Here::InKind {
            says: phrase("sample-device-gives"),
            items: Some("/services/assistive_device/items".to_owned()),
        })
    }
}

fn device() -> items::Of {
    items::Of {
        code: "assistive_device".to_owned(),
        service: phrase("sample-device"),
    }
}

fn need() -> items::Need {
    items::Need {
        id: "moving".to_owned(),
        name: phrase("sample-moving"),
        items: vec![phrase("sample-wheelchair"), phrase("sample-stick")],
    }
}

/// As nobody could find a rule for it, or with one.
fn wheelchair(months: Option<u32>) -> items::Shown {
    items::Shown {
        name: phrase(if months.is_some() {
            "sample-stick"
        } else {
            "sample-wheelchair"
        }),
        what: phrase("sample-wheelchair-what"),
        fits: phrase("sample-wheelchair-fits"),
        picture: "wheelchair".to_owned(),
        assessment: ItemAssessment::County,
        per_side: months.is_some(),
        months,
        ceiling: months.map(|_| Fen(120_000)),
    }
}

fn closed_service() -> Service {
    Service {
        apply: None,
        office: None,
        paper_form: None,
        who_not: Vec::new(),
        ..living(Here::Unchosen {
            choose: "/services/living_subsidy/place".to_owned(),
        })
    }
}

fn answer(value: &str, label: &str, hint: Option<&str>) -> Answer {
    Answer {
        value: value.to_owned(),
        label: phrase(label),
        hint: hint.map(phrase),
    }
}

fn field(name: &str, label: &str, kind: Kind) -> Field {
    Field::new(name, label, kind)
}

pub(crate) fn typed(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

/// The third question of the check, untouched.
pub(crate) fn aid_question() -> Question {
    let answers = vec![
        answer("dibao", "sample-dibao", Some("sample-dibao-says")),
        answer("dibao_marginal", "sample-marginal", None),
        answer("none", "sample-neither", None),
    ];
    let mut field = field("household.aid_status", "sample-aid", Kind::Choice(answers));
    field.unknown = true;
    Question {
        action: "/check/aid".to_owned(),
        back: Some("/check/place".to_owned()),
        part_of: phrase("frame-check"),
        progress: Some(Progress::Question { at: 3, most: 12 }),
        hidden: typed(&[("op", "0199")]),
        title: phrase("sample-aid"),
        hint: Some(phrase("sample-aid-says")),
        why: Some(phrase("sample-aid-says")),
        fields: vec![field],
        typed: Vec::new(),
        problems: Vec::new(),
        leave: Some(Leave {
            save: phrase("sample-leave"),
            not: phrase("sample-leave"),
            href: "/check/result".to_owned(),
        }),
    }
}

/// Several fields, come back with problems.
pub(crate) fn contact_question() -> Question {
    let line = Kind::Line(Width::Phone, Entry::Phone, Autocomplete::Phone);
    let mut phone = field("phone", "sample-phone", line);
    phone.optional = true;
    phone.hint = Some(phrase("sample-phone-says"));
    let ways = vec![
        answer("sms", "sample-sms", None),
        answer("braille", "sample-braille", None),
    ];
    let problem = |field: &str, message: &str| Problem {
        field: field.to_owned(),
        message: phrase(message),
    };
    Question {
        action: "/apply/1/contact".to_owned(),
        progress: None,
        hidden: Vec::new(),
        title: phrase("sample-contact"),
        hint: Some(phrase("sample-contact-says")),
        why: None,
        fields: vec![
            field(
                "name",
                "sample-name",
                Kind::Line(Width::Identity, Entry::Text, Autocomplete::Name),
            ),
            phone,
            field("birth", "sample-birth", Kind::Day { own_birthday: true }),
            field("way", "sample-way", Kind::Several(ways)),
            field("more", "sample-more", Kind::Sentences),
        ],
        typed: typed(&[
            ("name", "李春燕"),
            ("phone", "138 0000 001"),
            ("birth-year", "1988"),
            ("birth-month", "2"),
            ("birth-day", "30"),
            ("way", "sms"),
            ("way", "braille"),
            ("more", "第一行\n第二行 <b>"),
        ]),
        problems: vec![
            problem("phone", "sample-phone-short"),
            problem("birth", "sample-no-such-day"),
        ],
        ..aid_question()
    }
}

/// An amount that is not known.
pub(crate) fn money_question() -> Question {
    let mut field = field("pension", "sample-pension", Kind::Number(phrase("sample-unit")));
    field.unknown = true;
    Question {
        title: phrase("sample-pension"),
        fields: vec![field],
        typed: typed(&[("pension-unknown", "yes")]),
        why: None,
        ..aid_question()
    }
}

fn assessed(code: &str, outcome: Outcome, reasons: Vec<Reason>) -> Assessed {
    Assessed {
        code: code.to_owned(),
        name: phrase(&format!("sample-{code}")),
        outcome,
        reasons,
        also_met: Vec::new(),
        notes: Vec::new(),
        to_do: Vec::new(),
        papers: Vec::new(),
        unverified: None,
        apply: Some(format!("/apply/new?service={code}")),
    }
}

fn reason(standing: Standing, says: &str) -> Reason {
    Reason {
        standing,
        says: phrase(says),
        answer: None,
        basis: None,
        ask: None,
    }
}

/// One likely, one not unless aid is granted.
pub(crate) fn found() -> Found {
    let for_it = Reason {
        answer: Some(phrase("sample-answer-place").with("place", Said::Name(county()))),
        ..reason(Standing::For, "sample-who-hukou")
    };
    let open = Reason {
        ask: Some("/check/other".to_owned()),
        ..reason(Standing::Open, "sample-other")
    };
    let against = Reason {
        answer: Some(phrase("sample-neither")),
        basis: Some(phrase("sample-basis")),
        ..reason(Standing::Against, "sample-who-dibao")
    };
    let likely = Outcome::Eligible {
        monthly: Fen(7000),
        from: month(),
    };
    let nearest = Outcome::Ineligible {
        nearest: vec![phrase("sample-change")],
        open: false,
        then: Some(Fen(7000)),
    };
    let mut care = assessed("care_subsidy", likely, vec![for_it, open]);
    care.notes = vec![phrase("sample-remark")];
    care.papers = vec![Paper {
        name: phrase("sample-paper-household"),
        from: PaperFrom::User,
        note: Some(phrase("sample-paper-household-says")),
    }];
    care.also_met = vec![reason(Standing::For, "sample-who-certificate")];
    Found {
        county: Some(county()),
        change: "/check".to_owned(),
        services: vec![care, assessed("living_subsidy", nearest, vec![against])],
        together: None,
    }
}

pub(crate) fn on_hold() -> Hold {
    Hold {
        why: vec![phrase("sample-frozen")],
        to_do: vec![phrase("sample-unfreeze")],
        then: Some(Fen(7000)),
    }
}

/// Two amounts to choose from; a certificate on hold.
fn found_choice() -> Found {
    let choose = Outcome::ChooseOne {
        this: Fen(7000),
        other: Fen(10000),
        other_name: phrase("sample-other-allowance"),
        from: month(),
    };
    let hold = Outcome::OnHold(on_hold());
    let mut living = assessed("living_subsidy", hold, vec![reason(Standing::Hold, "sample-frozen")]);
    living.unverified = Some(Unverified::Amount);
    Found {
        services: vec![
            assessed("care_subsidy", choose, vec![reason(Standing::For, "sample-grade")]),
            living,
        ],
        ..found()
    }
}

/// Answers missing, and another province's rules.
fn found_open() -> Found {
    let missing = Outcome::Unknown {
        missing: vec![(phrase("sample-aid"), "/check/aid".to_owned())],
        then: Some(Fen(7_000)),
    };
    let mut local = assessed("care_subsidy", Outcome::LocalRule, Vec::new());
    local.apply = None;
    Found {
        county: None,
        services: vec![assessed("living_subsidy", missing, Vec::new()), local],
        ..found()
    }
}

/// One for a professional to look at.
fn found_to_assess() -> Found {
    let assess = Outcome::AfterAssessment {
        suggested: vec![phrase("sample-wheelchair")],
        items: Some("/services/assistive_device/items".to_owned()),
    };
    let why = vec![reason(Standing::Assess, "sample-assess")];
    Found {
        services: vec![
            assessed("assistive_device", assess, why),
            assessed(
                "care_subsidy",
                Outcome::InKind,
                vec![reason(Standing::For, "sample-grade")],
            ),
            assessed(
                "living_subsidy",
                Outcome::CountyRule,
                vec![reason(Standing::For, "sample-grade")],
            ),
        ],
        together: Some("/check/apply?service=assistive_device,care_subsidy".to_owned()),
        ..found()
    }
}

/// Nothing, and nothing that could change it.
fn found_none() -> Found {
    let none = || Outcome::Ineligible {
        nearest: Vec::new(),
        open: false,
        then: None,
    };
    let mut living = assessed(
        "living_subsidy",
        none(),
        vec![reason(Standing::Against, "sample-not-tekun")],
    );
    living.apply = None;
    Found {
        services: vec![living],
        ..found()
    }
}

fn place(code: &str, name: &str) -> Place {
    Place {
        code: code.to_owned(),
        name: Name::only(name),
        within: None,
    }
}

fn matches() -> Vec<Place> {
    let within = |place: Place| Place {
        within: Some(county()),
        ..place
    };
    vec![
        within(place("430626107", "南江镇")),
        within(place("430626108", "梅仙镇")),
    ]
}

pub(crate) fn townships() -> Picker {
    let group = |kind, places: &[(&str, &str)]| Group {
        kind,
        places: places.iter().map(|(code, name)| place(code, name)).collect(),
    };
    Picker {
        action: "/check/township".to_owned(),
        back: Some("/check/county".to_owned()),
        hidden: typed(&[("op", "0199")]),
        title: phrase("sample-township"),
        hint: None,
        progress: None,
        leave: None,
        within: Some((county(), "/check/county".to_owned())),
        search: None,
        groups: vec![
            group(
                place::Kind::Streets,
                &[("430626001", "汉昌街道"), ("430626002", "天岳街道")],
            ),
            group(
                place::Kind::Towns,
                &[
                    ("430626101", "安定镇"),
                    ("430626102", "三市镇"),
                    ("430626107", "南江镇"),
                ],
            ),
            group(place::Kind::Townships, &[("430626200", "三阳乡")]),
            group(place::Kind::Others, &[("430626400", "福寿林场")]),
        ],
        outside: false,
        unknown: true,
        chosen: Some("430626102".to_owned()),
        problems: Vec::new(),
        island: None,
    }
}

fn counties() -> Picker {
    let places = vec![
        Place {
            name: county(),
            ..place("430626", "")
        },
        place("430621", "岳阳县"),
    ];
    Picker {
        groups: vec![
            Group {
                kind: place::Kind::Prefectures,
                places: vec![place("430600", "岳阳市")],
            },
            Group {
                kind: place::Kind::Districts,
                places: vec![place("430602", "岳阳楼区")],
            },
            Group {
                kind: place::Kind::Counties,
                places,
            },
        ],
        within: None,
        outside: true,
        chosen: None,
        problems: vec![Problem {
            field: place::FIELD.to_owned(),
            message: phrase("sample-choose-place"),
        }],
        ..townships()
    }
}

pub(crate) fn searched(query: &str, matches: Vec<Place>) -> Picker {
    Picker {
        search: Some(Search {
            query: query.to_owned(),
            matches,
        }),
        ..townships()
    }
}

fn failure(text: Text<'_>, cause: Cause) -> Page {
    let ours = matches!(cause, Cause::Internal | Cause::Unavailable);
    errors::page(
        text,
        &Failure {
            cause,
            number: ours.then(|| "E 6294 7385".to_owned()),
            typed: Some(if ours {
                Typed::EarlierPagesSaved
            } else {
                Typed::NothingStored
            }),
            again: ours.then(|| "/apply/1/check".to_owned()),
            by_code: None,
        },
    )
}

mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::structure::{faults_of_document, whole};

    #[test]
    fn every_page_is_well_built_in_every_language_and_level() {
        for (language, level) in [
            (Language::ZhCn, Level::Standard),
            (Language::ZhCn, Level::Easy),
            (Language::En, Level::Standard),
        ] {
            for (name, page) in pages() {
                let html = shown_as(language, level, Display::default(), page);
                assert_eq!(faults_of_document(&html), Vec::<String>::new(), "{name}: {html}");
            }
        }
        let html = shown(Language::ZhCn, gallery_page);
        let faults = faults_of_document(&html);
        // The gallery shows parts that are headings of their pages.
        let odd = [
            "exactly one h1",
            "headings in order",
            "the title says what the summary says",
            "the summary links",
        ];
        assert!(
            faults.iter().all(|fault| odd.contains(&fault.as_str())
                || fault.starts_with("each id once")
                || fault.starts_with("one label")),
            "{faults:#?}"
        );
    }

    #[test]
    fn no_text_is_missing_or_half_filled() {
        for language in Language::ALL {
            for (name, page) in pages() {
                let html = shown(language, page);
                let words: String = whole(&html).all("body")[0].text().collect();
                assert!(!words.contains("{$") && !words.contains('¦'), "{name}");
                for prefix in [
                    "frame-",
                    "sample-",
                    "home-",
                    "check-",
                    "service-",
                    "errors-",
                    "account-",
                    "staff-",
                    "help-",
                    "feedback-",
                    "accessibility-",
                    "criteria-",
                    "criterion-",
                    "place-",
                    "question-",
                    "step-",
                    "answer-",
                    "answers-",
                    "overlap-",
                    "upload-",
                    "consent-",
                    "declare-",
                    "sent-",
                    "changed-",
                    "drafts-",
                    "stopped-",
                    "resume-",
                    "cases-",
                    "letter-",
                    "notices-",
                ] {
                    assert!(!words.contains(prefix), "{name} shows an id that begins with {prefix}");
                }
            }
        }
    }

    #[test]
    fn titles_are_unique_but_for_states_of_one_page() {
        for language in Language::ALL {
            let mut titles = BTreeMap::new();
            for (name, page) in pages() {
                let title = whole(&shown(language, page)).text("title");
                let page = name.split('-').next().unwrap();
                if let Some(other) = titles.insert(title.clone(), page) {
                    assert_eq!(other, page, "{title}");
                }
            }
        }
    }

    #[test]
    fn chinese_words_on_an_english_page_are_marked_where_they_stand_alone() {
        let html = shown(Language::En, |text| {
            let mut picker = townships();
            picker.within = Some((Name::only("平江县"), "/check/county".to_owned()));
            place::page(text, &picker)
        });
        let page = whole(&html);
        assert_eq!(page.attribute(".caption span", "lang").as_deref(), Some("zh-CN"));
        for label in page.all(".choice label") {
            let words: String = label.text().collect();
            let chinese = words
                .chars()
                .any(|character| ('\u{4e00}'..='\u{9fff}').contains(&character));
            assert_eq!(chinese, label.attr("lang") == Some("zh-CN"), "{words}");
        }
    }

    #[test]
    fn the_services_page_sizes_stay_small() {
        for (name, page) in pages() {
            let size = shown(Language::ZhCn, page).len();
            assert!(size < 24 * 1024, "{name}: {size} bytes");
        }
    }
}
