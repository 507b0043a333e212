//! View models for tests: the form, the code, the answer.

use zhida::calendar::parse_date;
use zhida::feedback::State;

use super::{Asking, CODE, Standing, Telling, WHAT, asking, form, not_found, standing, what_empty};
use crate::question::Problem;
use crate::samples::Sample;
use crate::text::Phrase;

/// Every page in its states.
pub(crate) const PAGES: &[Sample] = &[
    ("feedback", |text| form(text, &Telling::default())),
    ("feedback-errors", |text| form(text, &wrong())),
    ("feedbackcode", |text| asking(text, &Asking::default())),
    ("feedbackcode-errors", |text| asking(text, &mistyped())),
    ("feedbackanswer-sent", |text| standing(text, &sent())),
    ("feedbackanswer-late", |text| {
        standing(
            text,
            &Standing {
                sent: false,
                late: true,
                ..sent()
            },
        )
    }),
    ("feedbackanswer-answered", |text| standing(text, &answered())),
];

fn problem(field: &str, message: Phrase) -> Vec<Problem> {
    vec![Problem {
        field: field.to_owned(),
        message,
    }]
}

pub(super) fn wrong() -> Telling {
    Telling {
        page: "/check".to_owned(),
        reading: vec!["braille".to_owned()],
        contact: "电话13800000000".to_owned(),
        problems: problem(WHAT, what_empty()),
        ..Telling::default()
    }
}

fn mistyped() -> Asking {
    Asking {
        number: "1234 5678".to_owned(),
        code: "7KQ2M".to_owned(),
        problems: problem(CODE, not_found()),
    }
}

pub(super) fn sent() -> Standing {
    Standing {
        number: "12345678".to_owned(),
        code: "7KQ2M-X9F3H".to_owned(),
        received: parse_date("2026-12-01").unwrap(),
        due: parse_date("2026-12-22").unwrap(),
        late: false,
        state: State::Open,
        answers: Vec::new(),
        sent: true,
    }
}

pub(super) fn answered() -> Standing {
    Standing {
        state: State::Answered,
        answers: vec![(parse_date("2026-12-03").unwrap(), "按钮修好了。\n谢谢您。".to_owned())],
        sent: false,
        ..sent()
    }
}
