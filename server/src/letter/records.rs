//! Papers for hands: the letter that forwards a case, whose receipt comes back, and what is signed at the counter.

use zhida::letter::ForwardingLetter;
use zhida_app::apply::Answer;
use zhida_app::letter::record::{Record, Row};
use zhida_app::text::{Name, Phrase, Said};

use super::papers::{Around, Issued, sheet};
use crate::portal::Portal;

/// 转办函; nothing before the case was forwarded.
pub fn forwarding(portal: &Portal, of: &Issued<'_>, around: &Around) -> Option<Record> {
    let letter = ForwardingLetter::of(of.events)?;
    let head = &letter.sheet;
    let name = |name: &str| Said::Name(Name::only(name));
    let to = letter.receipt.to.county_elsewhere().unwrap_or(letter.receipt.to.as_str());
    let mut opening = vec![
        Phrase::new("record-forwarding-to").with("office", name(&letter.receipt.office)),
        Phrase::new("record-forwarding-says")
            .with("day", Said::Day(head.submitted_on))
            .with("name", name(head.to.as_str()))
            .with("number", name(&head.resident_id_masked))
            .with("service", Said::Words(Box::new(Phrase::new(head.service_id.clone()))))
            .with("reference", name(&head.reference.groups().join(" ")))
            .with("place", name(to)),
        Phrase::new("record-forwarding-asks"),
        Phrase::new("record-forwarding-form"),
    ];
    opening.extend(letter.papers.iter().map(|paper| {
        Phrase::new("record-forwarding-paper").with("paper", Said::Words(Box::new(Phrase::new(paper.clone()))))
    }));
    let mut sheet = sheet(portal, head, around);
    // It goes to an office, not to the person.
    sheet.to = None;
    Some(Record {
        sheet,
        title: "record-forwarding-title",
        opening,
        caption: "record-forwarding-receipt",
        rows: vec![
            Row::known("record-forwarding-number", Answer::Typed(letter.receipt.number.clone())),
            Row::blank("record-forwarding-office"),
            Row::blank("record-forwarding-officer"),
            Row::blank("record-forwarding-day"),
        ],
        closing: Vec::new(),
        signs: Vec::new(),
    })
}
