//! Text typed → an answer, or what is wrong with it.

use super::answers::Answer;
use crate::catalogue::{Page, PageKind};
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
    /// Nothing was chosen.
    ChooseOne,
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
}

impl Problem {
    /// The field it belongs to.
    pub fn field(self) -> Field {
        match self {
            Self::AmountMissing | Self::AmountWrong | Self::AmountZero | Self::AmountTooFine | Self::AmountTooLarge => {
                Field::Amount
            }
            Self::ChooseOne | Self::ChooseAny | Self::ChooseNotBoth | Self::ChooseCounty | Self::AmountAndNo => {
                Field::Answer
            }
        }
    }

    /// The id of its words.
    pub fn text_id(self) -> &'static str {
        match self {
            Self::ChooseOne => "problem-choose-one",
            Self::ChooseAny => "problem-choose-any",
            Self::ChooseNotBoth => "problem-choose-not-both",
            Self::ChooseCounty => "problem-choose-county",
            Self::AmountMissing => "problem-amount-missing",
            Self::AmountWrong => "problem-amount-wrong",
            Self::AmountZero => "problem-amount-zero",
            Self::AmountTooFine => "problem-amount-too-fine",
            Self::AmountTooLarge => "problem-amount-too-large",
            Self::AmountAndNo => "problem-amount-and-no",
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
    // A choice posts "I do not know" as its value, boxes to tick post it beside theirs.
    let unknown = page.unknown
        && typed
            .iter()
            .any(|(name, value)| value == UNKNOWN && (name == ANSWER || name == ANSWER_UNKNOWN));
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
        PageKind::Amount => read_amount(&chosen, unknown, typed),
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
                .ok_or_else(|| vec![Problem::ChooseOne])
        }
    }
}

/// What contradicts itself is asked about: an amount may be the answer, and "no" a slip.
fn read_amount(chosen: &[&str], unknown: bool, typed: Typed<'_>) -> Result<Answer, Vec<Problem>> {
    let amount = typed.iter().find(|(name, _)| name == AMOUNT);
    let plain = normalise::line(amount.map_or("", |(_, value)| value.as_str())).replace(' ', "");
    let plain = plain.strip_suffix('元').unwrap_or(&plain);
    match chosen.first() {
        _ if unknown && plain.is_empty() => Ok(Answer::Unknown),
        Some(&NO) if plain.is_empty() || yuan(plain) == Err(Problem::AmountZero) => Ok(Answer::NotReceived),
        first if unknown || first == Some(&NO) => Err(vec![Problem::AmountAndNo]),
        Some(&YES) if plain.is_empty() => Err(vec![Problem::AmountMissing]),
        Some(&YES) => yuan(plain).map(Answer::Amount).map_err(|problem| vec![problem]),
        _ => Err(vec![Problem::ChooseOne]),
    }
}

/// An amount above 0, also with commas between the thousands.
fn yuan(plain: &str) -> Result<Fen, Problem> {
    let (whole, decimals) = plain.split_once('.').unwrap_or((plain, "0"));
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let thousands = groups.all(|group| group.len() == 3 && digits(group));
    if !thousands || !digits(first) || (whole.contains(',') && first.len() > 3) || !digits(decimals) {
        return Err(Problem::AmountWrong);
    }
    if decimals.len() > 2 {
        return Err(Problem::AmountTooFine);
    }
    // Digits that are no number of fen are too many of them.
    match Fen::from_yuan_text(&plain.replace(',', "")) {
        Some(Fen(0)) => Err(Problem::AmountZero),
        Some(amount) if amount <= LARGEST => Ok(amount),
        _ => Err(Problem::AmountTooLarge),
    }
}

/// What would have to be typed to give an answer: the form of a page that is answered already. The inverse of [`read`].
pub fn typed(page: &Page, answer: &Answer) -> Vec<(String, String)> {
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    match answer {
        Answer::Unknown if matches!(page.kind, PageKind::Flags(_)) => vec![pair(ANSWER_UNKNOWN, UNKNOWN)],
        Answer::Unknown => vec![pair(ANSWER, UNKNOWN)],
        Answer::County(code) => vec![pair(ANSWER, code.as_str())],
        Answer::Outside => vec![pair(ANSWER, OUTSIDE)],
        Answer::Choice(id) => vec![pair(ANSWER, id)],
        Answer::Flags(ids) if ids.is_empty() => vec![pair(ANSWER, NONE)],
        Answer::Flags(ids) => ids.iter().map(|id| pair(ANSWER, id)).collect(),
        Answer::NotReceived => vec![pair(ANSWER, NO)],
        Answer::Amount(amount) => vec![pair(ANSWER, YES), pair(AMOUNT, &amount.to_string())],
    }
}
