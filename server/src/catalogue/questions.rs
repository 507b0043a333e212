//! The shared question pages (`services/pages.toml`) as forms: the eligibility check and applications ask the same.

use zhida::apply::{self, Field};
use zhida::catalogue::{Page, PageKind, PageOption, text_id};
use zhida_app::components::radios::UNKNOWN;
use zhida_app::question::{self, Answer, Kind, Problem, Question};
use zhida_app::text::{Language, Level, Phrase, Texts};

use crate::web::Typed;

/// A question page, untouched. The county has a page of its own kind ([`super::picker`]).
pub fn question(texts: &Texts, page: &Page, action: String) -> Question {
    let subject = text_id("page", &page.id);
    Question {
        action,
        back: None,
        part_of: Phrase::new("frame-check"),
        progress: None,
        hidden: Vec::new(),
        hint: existing(texts, format!("{subject}.hint")),
        why: existing(texts, format!("{subject}.why")),
        fields: fields(texts, page, &subject),
        title: Phrase::new(subject),
        typed: Vec::new(),
        problems: Vec::new(),
        leave: None,
    }
}

/// What was posted, as the domain reads it: the box 我不清楚 stands beside the others under a name of its own.
pub fn posted(page: &Page, typed: &Typed) -> Vec<(String, String)> {
    let beside = format!("{}-unknown", Field::Answer.name());
    let mut pairs = typed.0.clone();
    if matches!(page.kind, PageKind::Flags(_)) {
        for (_, value) in pairs.iter_mut().filter(|(name, _)| *name == beside) {
            UNKNOWN.clone_into(value);
        }
    }
    pairs
}

/// What is wrong, beside its field.
pub fn problems(problems: &[apply::Problem]) -> Vec<Problem> {
    let problem = |problem: &apply::Problem| Problem {
        field: problem.field().name().to_owned(),
        message: Phrase::new(problem.text_id()),
    };
    problems.iter().map(problem).collect()
}

fn fields(texts: &Texts, page: &Page, subject: &str) -> Vec<question::Field> {
    let asked = |kind: Kind| question::Field {
        name: Field::Answer.name().to_owned(),
        label: Phrase::new(format!("{subject}.short")),
        hint: None,
        optional: false,
        depends: false,
        unknown: page.unknown,
        kind,
    };
    let offered = |options: &[PageOption]| -> Vec<Answer> {
        options.iter().map(|option| answer(texts, subject, option)).collect()
    };
    match &page.kind {
        PageKind::County => Vec::new(),
        PageKind::Choice(options) => vec![asked(Kind::Choice(offered(options)))],
        PageKind::Flags(options) => {
            let mut answers = offered(options);
            answers.push(plain("none", "question-none-of-these"));
            vec![asked(Kind::Several(answers))]
        }
        PageKind::Amount => {
            let received = vec![plain("no", "question-not-received"), plain("yes", "question-received")];
            let amount = question::Field {
                name: Field::Amount.name().to_owned(),
                label: Phrase::new("question-how-much"),
                hint: Some(Phrase::new("question-how-much-hint")),
                optional: false,
                depends: true,
                unknown: false,
                kind: Kind::Money(Phrase::new("question-yuan-a-month")),
            };
            vec![asked(Kind::Choice(received)), amount]
        }
    }
}

fn answer(texts: &Texts, subject: &str, option: &PageOption) -> Answer {
    let label = text_id(subject, &option.id);
    Answer {
        value: option.id.clone(),
        hint: existing(texts, format!("{label}.hint")),
        label: Phrase::new(label),
    }
}

fn plain(value: &str, label: &str) -> Answer {
    Answer {
        value: value.to_owned(),
        label: Phrase::new(label),
        hint: None,
    }
}

/// A text that a page may do without.
fn existing(texts: &Texts, id: String) -> Option<Phrase> {
    texts
        .of(Language::ZhCn, Level::Standard)
        .has(&id)
        .then(|| Phrase::new(id))
}
