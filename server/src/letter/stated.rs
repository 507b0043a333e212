//! What an application says that stands on papers beside the case.

use zhida::casework::Case;
use zhida::person::SubmitterRole;
use zhida_app::apply::{Answer, Line};
use zhida_app::letter::form::Section;
use zhida_app::text::Phrase;

use super::papers::Stated;
use crate::catalogue::words;

/// What the case itself keeps of it.
pub(super) fn of_case(case: &Case) -> Stated {
    let opened = &case.opened;
    let helper = (opened.submitter.role != SubmitterRole::Oneself).then_some(&opened.submitter.name);
    let line = |id: &str, answer| Line {
        name: Phrase::new(id),
        answer,
        source: None,
        change: None,
    };
    let county = words::division_name(opened.place.county).map_or(Answer::Nothing, Answer::Place);
    let township = zhida::place::Divisions::shipped().find_township(opened.place.township);
    let township = township.map_or(Answer::Nothing, |township| Answer::Place(words::township(township)));
    let certificate = opened.subject.certificate_number.as_ref();
    let lines = vec![
        line(
            "letter-form-name",
            Answer::Typed(opened.subject.name.as_str().to_owned()),
        ),
        line("letter-form-number", Answer::Typed(opened.subject.resident_id.masked())),
        line(
            "letter-form-certificate",
            certificate.map_or(Answer::Nothing, |number| {
                Answer::Typed(zhida_app::text::masked_identity_number(number.as_str()))
            }),
        ),
        line("letter-form-county", county),
        line("letter-form-township", township),
    ];
    Stated {
        by: helper.and_then(|name| name.as_ref().map(|name| name.as_str().to_owned())),
        sections: vec![Section {
            title: Phrase::new("letter-form-person"),
            lines,
        }],
        services: vec![words::of("service", &opened.service)],
        ..Stated::default()
    }
}
