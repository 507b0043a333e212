//! The page that asks how the person said it, and how that stands in lists.

use zhida::apply::{Made, MadePlace, MadeProblem, MadeWay, made_field, value};
use zhida_app::apply::Answer as Value;
use zhida_app::apply::assisted;
use zhida_app::components::text_field::{Autocomplete, Entry, Width};
use zhida_app::frame::Page;
use zhida_app::question::{Answer, Field, Kind, Question};
use zhida_app::text::{Name, Phrase, Said, Text};

use crate::apply::opened::Opened;

/// The page.
pub(in crate::apply) fn question(action: String) -> Question {
    Question {
        action,
        back: None,
        part_of: Phrase::new("assist-part"),
        progress: None,
        hidden: Vec::new(),
        title: Phrase::new("assist-made"),
        hint: None,
        why: None,
        fields: fields(),
        typed: Vec::new(),
        problems: Vec::new(),
        leave: None,
    }
}

/// What the page asks.
fn fields() -> Vec<Field> {
    let choice = |value: &str, label: &str, hint: Option<&str>| Answer {
        value: value.to_owned(),
        label: Phrase::new(label),
        hint: hint.map(Phrase::new),
    };
    let places = MadePlace::ALL
        .iter()
        .map(|place| choice(place.as_str(), place_id(*place), place_hint(*place)));
    let ways = MadeWay::ALL
        .iter()
        .map(|way| choice(way.as_str(), way_id(*way), Some(way_hint(*way))));
    let day = || Kind::Day { own_birthday: false };
    let line = |name: &str, label: &str, width: Width| {
        Field::new(name, label, Kind::Line(width, Entry::Text, Autocomplete::Off))
    };
    let depends = |mut field: Field| {
        field.depends = true;
        field
    };
    vec![
        Field::new(made_field::PLACE, "assist-made-place", Kind::Choice(places.collect())),
        Field::new(made_field::WAY, "assist-made-way", Kind::Choice(ways.collect())),
        Field::new(made_field::ON, "assist-made-on", day()),
        Field::new(
            made_field::READ_OUT,
            "assist-made-read-out",
            Kind::Several(vec![choice(value::YES, "assist-made-read-out-yes", None)]),
        ),
        depends(line(made_field::WITNESS, "assist-witness", Width::Identity).hinted("assist-witness-hint")),
        depends(line(made_field::RELATION, "assist-witness-relation", Width::Identity)),
        depends(line(made_field::LAST_FOUR, "assist-witness-last-four", Width::Identity)),
        depends(line(made_field::OFFICE, "assist-received-office", Width::Full).hinted("assist-received-office-hint")),
        depends(line(made_field::NUMBER, "assist-received-number", Width::Identity)),
        depends(Field::new(made_field::RECEIVED, "assist-received-on", day()).hinted("assist-received-on-hint")),
    ]
}

/// What has to be done before the page can be answered: said above it.
pub(in crate::apply) fn before_it(page: Page, text: Text<'_>, opened: &Opened) -> Page {
    assisted::before_it(page, text, &opened.beside("read-out"), &opened.draft().answers_mark())
}

/// The statement to print, as the page that takes it in calls it: words and address.
pub(in crate::apply) fn print(opened: &Opened) -> (Phrase, String) {
    (Phrase::new("assist-before-paper"), opened.beside("read-out"))
}

/// What is wrong on that page, in words.
pub(in crate::apply) fn problem(wrong: MadeProblem) -> Phrase {
    match wrong {
        MadeProblem::NotReadOut => Phrase::new("assist-problem-read-out"),
        MadeProblem::LastFour => Phrase::new("assist-problem-last-four"),
        MadeProblem::ReceivedForElsewhere => Phrase::new("assist-problem-received-elsewhere"),
        MadeProblem::NotReceivedElsewhere => Phrase::new("assist-problem-not-received"),
        MadeProblem::ReceivedBeforeMade => Phrase::new("assist-problem-received-before"),
        MadeProblem::StatementInOtherWay => Phrase::new("assist-problem-other-way"),
        MadeProblem::TooLongAgo { days } => Phrase::new("assist-problem-too-long-ago").with("days", Said::Count(days)),
    }
}

/// How the person said it, name by name.
pub(in crate::apply) fn lines(made: &Made) -> Vec<(Phrase, Value)> {
    let day = |id: &str, day| Value::Words(Phrase::new(id).with("day", Said::Day(day)));
    let mut lines = vec![
        (
            Phrase::new("assist-made-place"),
            Value::Words(Phrase::new(place_id(made.place))),
        ),
        (
            Phrase::new("assist-made-way"),
            Value::Words(Phrase::new(way_id(made.way))),
        ),
        (Phrase::new("assist-made-on"), day("assist-day", made.on)),
    ];
    if let Some(witness) = &made.witness {
        let who = Phrase::new("assist-witness-is")
            .with("name", Said::Name(Name::only(witness.name.as_str())))
            .with("relation", Said::Name(Name::only(witness.relation.as_str())))
            .with("last", Said::Name(Name::only(witness.last_four.as_str())));
        lines.push((Phrase::new("assist-witness"), Value::Words(who)));
    }
    if let Some(received) = &made.received {
        let what = Phrase::new("assist-received-is")
            .with("office", Said::Name(Name::only(received.office.as_str())))
            .with("number", Said::Name(Name::only(received.number.as_str())))
            .with("day", Said::Day(received.on));
        lines.push((Phrase::new("assist-received-office"), Value::Words(what)));
    }
    lines
}

/// The same in sentences, for the page of a case.
pub(crate) fn said(made: &Made) -> Vec<Phrase> {
    let mut said = vec![
        Phrase::new("assist-said")
            .with("day", Said::Day(made.on))
            .with("place", Said::Words(Box::new(Phrase::new(place_id(made.place)))))
            .with("way", Said::Words(Box::new(Phrase::new(way_id(made.way))))),
    ];
    said.extend(lines(made).into_iter().skip(3).filter_map(|(name, value)| {
        match value {
            Value::Words(value) => Some(
                Phrase::new("assist-line")
                    .with("name", Said::Words(Box::new(name)))
                    .with("value", Said::Words(Box::new(value))),
            ),
            _ => None,
        }
    }));
    said
}

fn place_id(place: MadePlace) -> &'static str {
    match place {
        MadePlace::Window => "assist-place-window",
        MadePlace::Home => "assist-place-home",
        MadePlace::CareHome => "assist-place-care-home",
        MadePlace::ReceivingOffice => "assist-place-receiving",
    }
}

fn place_hint(place: MadePlace) -> Option<&'static str> {
    (place == MadePlace::ReceivingOffice).then_some("assist-place-receiving-hint")
}

fn way_id(way: MadeWay) -> &'static str {
    match way {
        MadeWay::Signature => "assist-way-signature",
        MadeWay::ThumbPrint => "assist-way-thumb-print",
        MadeWay::Voice => "assist-way-voice",
        MadeWay::Witness => "assist-way-witness",
    }
}

fn way_hint(way: MadeWay) -> &'static str {
    match way {
        MadeWay::Signature => "assist-way-signature-hint",
        MadeWay::ThumbPrint => "assist-way-thumb-print-hint",
        MadeWay::Voice => "assist-way-voice-hint",
        MadeWay::Witness => "assist-way-witness-hint",
    }
}
