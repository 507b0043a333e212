//! The shared question pages (`services/pages.toml`) as forms: the eligibility check and applications ask the same.

use zhida::apply::{self, EntryProblem, Field, entry_field};
use zhida::catalogue::{ListOf, Page, PageKind, PageOption, text_id};
use zhida_app::components::text_field::{Autocomplete, Entry, Width};
use zhida_app::question::{self, Answer, Kind, Problem, Question};
use zhida_app::text::{Language, Level, Phrase, Said, Texts, unit};

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

/// What is wrong, beside its field.
pub fn problems(problems: &[apply::Problem]) -> Vec<Problem> {
    let problem = |problem: &apply::Problem| Problem {
        field: problem.field().name().to_owned(),
        message: words(*problem),
    };
    problems.iter().map(problem).collect()
}

/// What is wrong, in words.
pub fn words(problem: apply::Problem) -> Phrase {
    use apply::Problem as P;
    let says = Phrase::new(problem.text_id());
    let count = |count: usize| Said::Count(i64::try_from(count).unwrap_or(i64::MAX));
    match problem {
        P::NumberInOtherUnit(of) => says.with("unit", Said::Words(Box::new(unit(of)))),
        P::NumberTooFine(decimals) => says.with("decimals", Said::Count(decimals.into())),
        P::NumberTooSmall(least) => says.with("least", Said::Quantity(least)),
        P::NumberTooLarge(most) => says.with("most", Said::Quantity(most)),
        P::TextTooLong(most) => says.with("count", count(most)),
        P::ListTooShort(least) => says.with("least", count(least)),
        P::ListTooLong(most) => says.with("most", count(most)),
        P::EntryOpen(number) => says.with("number", count(number)),
        _ => says,
    }
}

/// The fields of one entry of a list, each labelled with what it asks.
pub fn entry_fields(texts: &Texts, of: &ListOf) -> Vec<question::Field> {
    let of_field = |field: &Page| {
        let subject = text_id("page", &field.id);
        let mut inputs = fields(texts, field, &subject);
        for input in &mut inputs {
            input.name = entry_field(field, &input.name);
        }
        // The first is what is asked; an amount beside it has words of its own.
        if let Some(first) = inputs.first_mut() {
            first.hint = existing(texts, format!("{subject}.hint"));
            first.label = Phrase::new(subject);
        }
        inputs
    };
    of.fields.iter().flat_map(of_field).collect()
}

/// What is wrong with the fields of an entry. Several may be wrong in the same way, so each is named.
pub fn entry_problems(problems: &[EntryProblem<'_>]) -> Vec<Problem> {
    let problem = |EntryProblem { field, problem }: &EntryProblem<'_>| Problem {
        field: entry_field(field, problem.field().name()),
        message: Phrase::new("list-problem")
            .with("name", Said::Words(Box::new(Phrase::new(text_id("page", &field.id)))))
            .with("problem", Said::Words(Box::new(words(*problem)))),
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
        PageKind::County | PageKind::List(_) => Vec::new(),
        PageKind::Choice(options) => vec![asked(Kind::Choice(offered(options)))],
        PageKind::Flags(options) => {
            let mut answers = offered(options);
            answers.push(plain("none", "question-none-of-these"));
            vec![asked(Kind::Several(answers))]
        }
        PageKind::Measurement(of) => vec![asked(Kind::Number(unit(of.scale.unit)))],
        PageKind::Text => vec![asked(Kind::Line(Width::Full, Entry::Text, Autocomplete::Off))],
        PageKind::Amount => {
            let received = vec![plain("no", "question-not-received"), plain("yes", "question-received")];
            let amount = question::Field {
                name: Field::Amount.name().to_owned(),
                label: Phrase::new("question-how-much"),
                hint: Some(Phrase::new("question-how-much-hint")),
                optional: false,
                depends: true,
                unknown: false,
                kind: Kind::Number(Phrase::new("question-yuan-a-month")),
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
