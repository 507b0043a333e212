//! Text typed → an answer, or what is wrong with it.

use super::answers::{Answer, Answers};
use super::read_page::LONGEST_TEXT;
use crate::catalogue::{ListOf, Measurement, Page, PageKind};
use crate::measure::{NumberProblem, Quantity, Unit, decimal};
use crate::money::Fen;
use crate::person::normalise;
use crate::place::{DivisionCode, Divisions};

/// The form fields, and the values that every page knows.
pub(super) const ANSWER: &str = "answer";
pub(super) const ANSWER_UNKNOWN: &str = "answer-unknown";
pub(super) const AMOUNT: &str = "amount";
pub(super) const UNKNOWN: &str = "unknown";
pub(super) const NONE: &str = "none";
pub(super) const OUTSIDE: &str = "outside";
pub(super) const YES: &str = "yes";
pub(super) const NO: &str = "no";

/// The form fields of the question pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The answer itself: `answer`.
    Answer,
    /// The amount beside "yes": `amount`.
    Amount,
}

impl Field {
    /// Its name in the form.
    pub fn name(self) -> &'static str {
        match self {
            Self::Answer => ANSWER,
            Self::Amount => AMOUNT,
        }
    }
}

/// What is wrong with something typed. The words are `problem-…` of the page's subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Nothing was chosen, where "I do not know" can be.
    ChooseOne,
    /// Nothing was chosen, where one of the others must be.
    NothingChosen,
    /// Nothing was ticked, not even "none of these".
    ChooseAny,
    /// "None" or "I do not know" together with something else.
    ChooseNotBoth,
    /// Not a county of Hunan.
    ChooseCounty,
    /// "Yes" without an amount.
    AmountMissing,
    /// Not a number of yuan.
    AmountWrong,
    /// "Yes", and 0 yuan.
    AmountZero,
    /// More than two decimals.
    AmountTooFine,
    /// More than anybody receives a month.
    AmountTooLarge,
    /// An amount, and "no" or "I do not know" beside it.
    AmountAndNo,
    /// No number was typed.
    NumberMissing,
    /// Not a number.
    NumberWrong,
    /// A number in another unit than this.
    NumberInOtherUnit(Unit),
    /// More than so many decimals.
    NumberTooFine(u8),
    /// Less than this.
    NumberTooSmall(Quantity),
    /// More than this.
    NumberTooLarge(Quantity),
    /// A number, and "I do not know" beside it.
    NumberAndUnknown,
    /// A text left empty.
    TextMissing,
    /// A text of more than so many characters.
    TextTooLong(usize),
    /// A text, and "I do not know" beside it.
    TextAndUnknown,
    /// Fewer entries than this.
    ListTooShort(usize),
    /// More entries than this.
    ListTooLong(usize),
    /// This entry, counted from 1, lacks an answer that is asked now.
    EntryOpen(usize),
}

impl Problem {
    /// The field it belongs to.
    pub fn field(self) -> Field {
        match self {
            Self::AmountMissing | Self::AmountWrong | Self::AmountZero | Self::AmountTooFine | Self::AmountTooLarge => {
                Field::Amount
            }
            _ => Field::Answer,
        }
    }

    /// The id of its words.
    pub fn text_id(self) -> &'static str {
        match self {
            Self::ChooseOne => "problem-choose-one",
            Self::NothingChosen => "problem-nothing-chosen",
            Self::ChooseAny => "problem-choose-any",
            Self::ChooseNotBoth => "problem-choose-not-both",
            Self::ChooseCounty => "problem-choose-county",
            Self::AmountMissing => "problem-amount-missing",
            Self::AmountWrong => "problem-amount-wrong",
            Self::AmountZero => "problem-amount-zero",
            Self::AmountTooFine => "problem-amount-too-fine",
            Self::AmountTooLarge => "problem-amount-too-large",
            Self::AmountAndNo => "problem-amount-and-no",
            Self::NumberMissing => "problem-number-missing",
            Self::NumberWrong => "problem-number-wrong",
            Self::NumberInOtherUnit(_) => "problem-number-in-other-unit",
            Self::NumberTooFine(_) => "problem-number-too-fine",
            Self::NumberTooSmall(_) => "problem-number-too-small",
            Self::NumberTooLarge(_) => "problem-number-too-large",
            Self::NumberAndUnknown => "problem-number-and-unknown",
            Self::TextMissing => "problem-text-empty",
            Self::TextTooLong(_) => "problem-text-too-long",
            Self::TextAndUnknown => "problem-text-and-unknown",
            Self::ListTooShort(_) => "problem-list-too-short",
            Self::ListTooLong(_) => "problem-list-too-long",
            Self::EntryOpen(_) => "problem-entry-open",
        }
    }
}

/// What arrived: field names and values in the order of the form.
pub type Typed<'t> = &'t [(String, String)];

/// The highest monthly amount taken as meant: a million yuan.
const LARGEST: Fen = Fen(100_000_000);

/// Reads what was typed on a page.
///
/// # Errors
/// Every problem found; the caller keeps what was typed.
pub fn read(page: &Page, typed: Typed<'_>) -> Result<Answer, Vec<Problem>> {
    let chosen: Vec<&str> = typed
        .iter()
        .filter(|(name, _)| name == ANSWER)
        .map(|(_, value)| value.as_str())
        .collect();
    // A choice posts "I do not know" as its value; a box beside other inputs is posted where it is ticked.
    let unknown = page.unknown
        && typed
            .iter()
            .any(|(name, value)| name == ANSWER_UNKNOWN || (name == ANSWER && value == UNKNOWN));
    match &page.kind {
        PageKind::Flags(options) => {
            let ids: Vec<String> = options
                .iter()
                .filter(|option| chosen.contains(&option.id.as_str()))
                .map(|option| option.id.clone())
                .collect();
            let none = chosen.contains(&NONE);
            match (ids.is_empty(), none, unknown) {
                (true, false, false) => Err(vec![Problem::ChooseAny]),
                (true, false, true) => Ok(Answer::Unknown),
                (true, true, false) | (false, false, false) => Ok(Answer::Flags(ids)),
                (false, true, _) | (_, _, true) => Err(vec![Problem::ChooseNotBoth]),
            }
        }
        PageKind::Amount => read_amount(&chosen, unknown, typed).ok_or_else(|| vec![nothing_chosen(page)])?,
        PageKind::Text => text(chosen.last().copied().unwrap_or_default(), unknown).map_err(|problem| vec![problem]),
        // Its entries come one by one.
        PageKind::List(_) => Err(Vec::new()),
        PageKind::Measurement(of) => {
            measured(of, chosen.last().copied().unwrap_or_default(), unknown).map_err(|problem| vec![problem])
        }
        _ if unknown => Ok(Answer::Unknown),
        PageKind::County => match chosen.first() {
            Some(&OUTSIDE) => Ok(Answer::Outside),
            Some(code) => {
                let county = DivisionCode::parse(code).filter(|code| Divisions::shipped().is_county(*code));
                county.map(Answer::County).ok_or_else(|| vec![Problem::ChooseCounty])
            }
            None => Err(vec![Problem::ChooseCounty]),
        },
        PageKind::Choice(options) => {
            let chosen = options
                .iter()
                .find(|option| chosen.first() == Some(&option.id.as_str()));
            chosen
                .map(|option| Answer::Choice(option.id.clone()))
                .ok_or_else(|| vec![nothing_chosen(page)])
        }
    }
}

fn nothing_chosen(page: &Page) -> Problem {
    if page.unknown {
        Problem::ChooseOne
    } else {
        Problem::NothingChosen
    }
}

/// What contradicts itself is asked about: an amount may be the answer, and "no" a slip. Nothing where nothing was chosen.
fn read_amount(chosen: &[&str], unknown: bool, typed: Typed<'_>) -> Option<Result<Answer, Vec<Problem>>> {
    let amount = typed.iter().find(|(name, _)| name == AMOUNT);
    let plain = normalise::line(amount.map_or("", |(_, value)| value.as_str())).replace(' ', "");
    let plain = plain.strip_suffix('元').unwrap_or(&plain);
    Some(match chosen.first() {
        _ if unknown && plain.is_empty() => Ok(Answer::Unknown),
        Some(&NO) if plain.is_empty() || yuan(plain) == Err(Problem::AmountZero) => Ok(Answer::NotReceived),
        first if unknown || first == Some(&NO) => Err(vec![Problem::AmountAndNo]),
        Some(&YES) if plain.is_empty() => Err(vec![Problem::AmountMissing]),
        Some(&YES) => yuan(plain).map(Answer::Amount).map_err(|problem| vec![problem]),
        _ => return None,
    })
}

/// A number within its limits. One beside "I do not know" is asked about: it may be the answer.
fn measured(of: &Measurement, typed: &str, unknown: bool) -> Result<Answer, Problem> {
    match of.scale.read(typed) {
        Err(NumberProblem::Missing) if unknown => Ok(Answer::Unknown),
        _ if unknown => Err(Problem::NumberAndUnknown),
        Ok(measured) if measured.parts < of.least.parts => Err(Problem::NumberTooSmall(of.least)),
        Ok(measured) if measured.parts <= of.most.parts => Ok(Answer::Measured(measured)),
        Ok(_) | Err(NumberProblem::TooLarge) => Err(Problem::NumberTooLarge(of.most)),
        Err(NumberProblem::Missing) => Err(Problem::NumberMissing),
        Err(NumberProblem::Wrong) => Err(Problem::NumberWrong),
        Err(NumberProblem::OtherUnit) => Err(Problem::NumberInOtherUnit(of.scale.unit)),
        Err(NumberProblem::TooFine) => Err(Problem::NumberTooFine(of.scale.decimals)),
    }
}

fn text(typed: &str, unknown: bool) -> Result<Answer, Problem> {
    let line = normalise::line(typed);
    match (line.is_empty(), unknown) {
        (true, true) => Ok(Answer::Unknown),
        (true, false) => Err(Problem::TextMissing),
        (false, true) => Err(Problem::TextAndUnknown),
        (false, false) if line.chars().count() > LONGEST_TEXT => Err(Problem::TextTooLong(LONGEST_TEXT)),
        (false, false) => Ok(Answer::Text(line)),
    }
}

/// An amount above 0, also with commas between the thousands.
fn yuan(plain: &str) -> Result<Fen, Problem> {
    match decimal(plain, 2) {
        Ok(0) => Err(Problem::AmountZero),
        Ok(fen) if fen <= LARGEST.0 => Ok(Fen(fen)),
        Ok(_) | Err(NumberProblem::TooLarge) => Err(Problem::AmountTooLarge),
        Err(NumberProblem::TooFine) => Err(Problem::AmountTooFine),
        Err(_) => Err(Problem::AmountWrong),
    }
}

/// What would have to be typed to give an answer: the form of a page that is answered already. The inverse of [`read`].
pub fn typed(page: &Page, answer: &Answer) -> Vec<(String, String)> {
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    match answer {
        Answer::Unknown
            if matches!(
                page.kind,
                PageKind::Flags(_) | PageKind::Measurement(_) | PageKind::Text
            ) =>
        {
            vec![pair(ANSWER_UNKNOWN, UNKNOWN)]
        }
        Answer::Unknown => vec![pair(ANSWER, UNKNOWN)],
        Answer::County(code) => vec![pair(ANSWER, code.as_str())],
        Answer::Outside => vec![pair(ANSWER, OUTSIDE)],
        Answer::Choice(id) => vec![pair(ANSWER, id)],
        Answer::Flags(ids) if ids.is_empty() => vec![pair(ANSWER, NONE)],
        Answer::Flags(ids) => ids.iter().map(|id| pair(ANSWER, id)).collect(),
        Answer::NotReceived => vec![pair(ANSWER, NO)],
        Answer::Amount(amount) => vec![pair(ANSWER, YES), pair(AMOUNT, &amount.to_string())],
        Answer::Measured(measured) => vec![pair(ANSWER, &measured.to_string())],
        Answer::Text(words) => vec![pair(ANSWER, words)],
        Answer::List(_) => Vec::new(),
    }
}

/// What is wrong with a field of an entry.
#[derive(Clone, Copy, Debug)]
pub struct EntryProblem<'c> {
    /// The field.
    pub field: &'c Page,
    /// What is wrong with it.
    pub problem: Problem,
}

/// The name in the form of an input of a field.
pub fn entry_field(field: &Page, input: &str) -> String {
    format!("{}.{input}", field.id)
}

/// Reads what was typed of one entry of a list.
///
/// # Errors
/// Every problem found, in the order of the fields; the caller keeps what was typed.
pub fn read_entry<'c>(of: &'c ListOf, typed: Typed<'_>) -> Result<Answers, Vec<EntryProblem<'c>>> {
    let mut answers = Answers::default();
    let mut problems = Vec::new();
    for field in &of.fields {
        let begins = entry_field(field, "");
        let own = typed.iter().filter_map(|(name, value)| {
            let input = name.strip_prefix(&begins)?;
            Some((input.to_owned(), value.clone()))
        });
        match read(field, &own.collect::<Vec<_>>()) {
            Ok(answer) => answers.set(&field.id, answer),
            Err(wrong) => problems.extend(wrong.into_iter().map(|problem| EntryProblem { field, problem })),
        }
    }
    if problems.is_empty() {
        Ok(answers)
    } else {
        Err(problems)
    }
}

/// What would have to be typed to give the answers of an entry. The inverse of [`read_entry`].
pub fn typed_entry(of: &ListOf, answers: &Answers) -> Vec<(String, String)> {
    let answered = |field: &Page| {
        let inputs = answers.get(&field.id).map(|answer| typed(field, answer));
        let named = inputs.into_iter().flatten();
        named
            .map(|(input, value)| (entry_field(field, &input), value))
            .collect::<Vec<_>>()
    };
    of.fields.iter().flat_map(answered).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::PageOption;
    use crate::measure::Scale;
    use proptest::prelude::*;

    /// Somebody's name, how they help, how old they are, what they receive.
    fn helpers() -> ListOf {
        let age = Scale {
            unit: Unit::Age,
            decimals: 0,
        };
        let option = |id: &str| PageOption {
            id: id.to_owned(),
            set: Vec::new(),
        };
        let whole = |years| age.whole(years).unwrap();
        let field = |id: &str, kind, unknown| Page {
            id: format!("helpers_{id}"),
            kind,
            facts: Vec::new(),
            unknown,
            follows: None,
            meaning: String::new(),
        };
        let measurement = Measurement {
            scale: age,
            least: whole(16),
            most: whole(120),
        };
        ListOf {
            fields: vec![
                field("name", PageKind::Text, true),
                field("helps", PageKind::Flags(vec![option("fetches"), option("signs")]), true),
                field("age", PageKind::Measurement(measurement), true),
                field("allowance", PageKind::Amount, false),
            ],
            least: 0,
            most: 40,
        }
    }

    fn form(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        let named = |(name, value): &(&str, &str)| (format!("helpers_{name}"), (*value).to_owned());
        pairs.iter().map(named).collect()
    }

    #[test]
    fn an_entry_is_read_field_by_field_and_each_mistake_is_told() {
        let of = helpers();
        let typed = form(&[
            ("name.answer", " 李　秀英 "),
            ("helps.answer", "signs"),
            ("age.answer", "６３岁"),
            ("allowance.answer", "no"),
        ]);
        let read = read_entry(&of, &typed).unwrap();
        assert_eq!(read.get("helpers_name"), Some(&Answer::Text("李 秀英".to_owned())));
        assert_eq!(read_entry(&of, &typed_entry(&of, &read)).unwrap(), read);
        let typed = form(&[
            ("name.answer", "李"),
            ("name.answer-unknown", "yes"),
            ("age.answer", "6"),
            ("allowance.answer", "yes"),
            ("answer", "of no field"),
        ]);
        let wrong = read_entry(&of, &typed).unwrap_err();
        let wrong: Vec<_> = wrong
            .iter()
            .map(|wrong| (wrong.field.id.as_str(), wrong.problem))
            .collect();
        let PageKind::Measurement(age) = of.fields[2].kind else {
            unreachable!()
        };
        assert_eq!(
            wrong,
            [
                ("helpers_name", Problem::TextAndUnknown),
                ("helpers_helps", Problem::ChooseAny),
                ("helpers_age", Problem::NumberTooSmall(age.least)),
                ("helpers_allowance", Problem::AmountMissing),
            ]
        );
        let wrong = read_entry(&of, &[]).unwrap_err();
        assert_eq!(wrong[0].problem, Problem::TextMissing);
        assert_eq!(wrong.len(), of.fields.len(), "nothing is left out in silence");
        let long = form(&[("name.answer", &"长".repeat(LONGEST_TEXT + 1))]);
        assert_eq!(
            read_entry(&of, &long).unwrap_err()[0].problem,
            Problem::TextTooLong(LONGEST_TEXT)
        );
    }

    proptest! {
        #[test]
        fn whatever_is_typed_of_an_entry_reads_back_or_is_told(name in "\\PC{0,20}", age in "\\PC{0,6}|[0-9]{1,3} ?岁?", unknown: bool) {
            let of = helpers();
            let mut typed = form(&[("name.answer", &name), ("age.answer", &age), ("helps.answer", "none"), ("allowance.answer", "no")]);
            if unknown {
                typed.extend(form(&[("age.answer-unknown", "yes")]));
            }
            if let Ok(read) = read_entry(&of, &typed) {
                prop_assert_eq!(read_entry(&of, &typed_entry(&of, &read)).unwrap(), read);
            }
        }
    }
}
