//! View models for tests: the code, what is confirmed, the answer.

use super::{AGREE, Asking, CODE, NAME, Part, asking, done, name_empty, not_agreed, not_found, part};
use crate::apply::Answer;
use crate::question::Problem;
use crate::samples::{Sample, phrase};
use crate::text::Phrase;

/// Every page in its states.
pub(crate) const PAGES: &[Sample] = &[
    ("confirm", |text| asking(text, &Asking::default())),
    ("confirm-errors", |text| asking(text, &wrong())),
    ("confirm-part", |text| part(text, &shown(Vec::new()))),
    ("confirm-part-errors", |text| {
        part(text, &shown(vec![problem(AGREE, not_agreed())]))
    }),
    ("confirm-yes", |text| done(text, true)),
    ("confirm-no", |text| done(text, false)),
];

fn problem(field: &str, message: Phrase) -> Problem {
    Problem {
        field: field.to_owned(),
        message,
    }
}

fn wrong() -> Asking {
    Asking {
        code: "7KQ2M".to_owned(),
        four: "9997".to_owned(),
        problems: vec![problem(CODE, not_found()), problem(NAME, name_empty())],
        ..Asking::default()
    }
}

pub(super) fn shown(problems: Vec<Problem>) -> Part {
    Part {
        hidden: vec![("op".to_owned(), "1".to_owned())],
        says: phrase("sample-remark"),
        agree: phrase("sample-remark"),
        lines: vec![
            (
                phrase("confirm-part-service"),
                Answer::Words(phrase("sample-care_subsidy")),
            ),
            (phrase("confirm-part-filer"), Answer::Typed("陈小明".to_owned())),
        ],
        why: "我没有让他办".to_owned(),
        problems,
    }
}
