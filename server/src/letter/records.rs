//! Papers for hands: the letter that forwards a case, whose receipt comes back, and what is signed at the counter.

use zhida::casework::{Case, Phase};
use zhida::letter::{DecisionLetter, ForwardingLetter, OfficialForm, Paper, Sheet as Head};
use zhida_app::apply::Answer;
use zhida_app::letter::Sheet;
use zhida_app::letter::form::Section;
use zhida_app::letter::record::{Record, Row};
use zhida_app::text::{Name, Phrase, Said};

use super::names;
use super::papers::{Around, Issued, sheet};
use crate::portal::Portal;

/// The person in full, for the office in charge alone.
pub(crate) struct Whole {
    /// The number of the person.
    pub resident_id: String,
    /// Whom it is for and who handed it in, with how to reach them.
    pub people: Vec<Section>,
}

/// 转办函; without `whole` as the person themselves reads it.
pub(crate) fn forwarding(portal: &Portal, letter: &ForwardingLetter, around: &Around, whole: Option<Whole>) -> Record {
    let (resident_id, about) = match whole {
        Some(whole) => (whole.resident_id, whole.people),
        None => (letter.sheet.resident_id_masked.clone(), Vec::new()),
    };
    let head = &letter.sheet;
    let name = |name: &str| Said::Name(Name::only(name));
    let to = letter
        .receipt
        .to
        .county_elsewhere()
        .unwrap_or(letter.receipt.to.as_str());
    let mut opening = vec![
        Phrase::new("record-forwarding-to").with("office", name(&letter.receipt.office)),
        Phrase::new("record-forwarding-says")
            .with("day", Said::Day(head.submitted_on))
            .with("name", name(head.to.as_str()))
            .with("number", name(&resident_id))
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
    Record {
        sheet,
        title: "record-forwarding-title",
        opening,
        about,
        caption: "record-forwarding-receipt",
        rows: vec![
            match letter.receipt.number.as_str() {
                "" => Row::blank("record-forwarding-number"),
                number => Row::known("record-forwarding-number", Answer::Typed(number.to_owned())),
            },
            Row::blank("record-forwarding-office"),
            Row::blank("record-forwarding-officer"),
            Row::blank("record-forwarding-day"),
        ],
        closing: Vec::new(),
        signs: Vec::new(),
    }
}

/// Papers to be filled in and signed at the counter. They are no letters: nothing went out with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blank {
    /// 送达回证 of the last decision.
    ServiceReceipt,
    /// 撤回申请书
    Withdrawal,
    /// 口头复议申请笔录
    SpokenContest,
}

impl Blank {
    /// Each with its name in addresses.
    pub const ALL: [(Self, &'static str); 3] = [
        (Self::ServiceReceipt, "service_receipt"),
        (Self::Withdrawal, "withdrawal"),
        (Self::SpokenContest, "spoken_contest"),
    ];

    /// By its name in an address.
    pub fn named(name: &str) -> Option<Self> {
        let mut all = Self::ALL.iter();
        all.find(|(_, known)| *known == name).map(|(blank, _)| *blank)
    }

    /// Whether it is of use for a case as it stands.
    pub fn is_of_use(self, of: &Issued<'_>) -> bool {
        match self {
            Self::ServiceReceipt => Paper::Decision.count(of.events) > 0,
            Self::Withdrawal => of.case.phase == Phase::Open,
            // An objection has no form of its own: what is said is put on record in the case.
            Self::SpokenContest if of.case.opened.terms.contest_office.is_some() => false,
            Self::SpokenContest => of.case.may_contest() || of.case.reconsideration().is_some(),
        }
    }

    /// The paper; nothing where it is of no use.
    pub fn record(self, portal: &Portal, of: &Issued<'_>, around: &Around) -> Option<Record> {
        if !self.is_of_use(of) {
            return None;
        }
        match self {
            Self::ServiceReceipt => service_receipt(portal, of, around),
            Self::Withdrawal => Some(withdrawal(portal, of.case, around)),
            Self::SpokenContest => spoken_contest(portal, of, around),
        }
    }
}

fn service_receipt(portal: &Portal, of: &Issued<'_>, around: &Around) -> Option<Record> {
    let letter = DecisionLetter::of(of.events, Paper::Decision.count(of.events))?;
    let ways = [
        "casework-way-in-person",
        "casework-way-family",
        "casework-way-left",
        "casework-way-post",
        "casework-way-entrusted",
    ];
    let ways = ways.map(|way| {
        Answer::Words(Phrase::new("letter-form-box").with("words", Said::Words(Box::new(Phrase::new(way)))))
    });
    Some(Record {
        sheet: for_hands(portal, &letter.sheet, around),
        title: "record-service-title",
        opening: Vec::new(),
        about: Vec::new(),
        caption: "record-service-table",
        rows: vec![
            Row::known("record-service-addressee", Answer::Words(person(&letter.sheet))),
            Row::known("record-service-document", Answer::Words(decision_of(&letter.sheet))),
            Row::known("record-number", Answer::Typed(letter.sheet.number.to_string())),
            Row::blank("record-service-day"),
            Row::blank("record-service-place"),
            Row::known("record-service-way", Answer::Several(ways.to_vec())),
            Row::blank("record-service-relation"),
            Row::room("record-service-refused"),
            Row::room("record-service-remark"),
        ],
        closing: vec![Phrase::new("record-service-counts")],
        signs: vec![
            "record-service-sign-receiver",
            "record-service-sign-server",
            "record-service-sign-witness",
        ],
    })
}

fn withdrawal(portal: &Portal, case: &Case, around: &Around) -> Record {
    let head = OfficialForm::of(case).sheet;
    Record {
        sheet: for_hands(portal, &head, around),
        title: "record-withdraw-title",
        opening: vec![
            Phrase::new("record-withdraw-says")
                .with("person", Said::Words(Box::new(person(&head))))
                .with("day", Said::Day(head.submitted_on))
                .with("service", Said::Words(Box::new(Phrase::new(head.service_id.clone()))))
                .with("reference", Said::Name(Name::only(head.reference.groups().join(" ")))),
        ],
        about: Vec::new(),
        caption: "record-withdraw-table",
        rows: vec![
            Row::room("record-withdraw-why"),
            Row::blank("record-agent"),
            Row::blank("record-phone"),
        ],
        closing: vec![Phrase::new("record-withdraw-knows")],
        signs: vec!["record-sign-person", "record-sign-agent", "record-sign-officer"],
    }
}

fn spoken_contest(portal: &Portal, of: &Issued<'_>, around: &Around) -> Option<Record> {
    let letter = DecisionLetter::of(of.events, Paper::Decision.count(of.events))?;
    let asked = of.case.reconsideration();
    let arrived = of.case.decision_served_on();
    let why = match asked {
        Some(asked) => Row::known("record-contest-why", Answer::Typed(asked.sentence.as_str().to_owned())),
        None => Row::room("record-contest-why"),
    };
    let mut sheet = for_hands(portal, &letter.sheet, around);
    sheet.office = names::office_of_case(portal, of.case);
    Some(Record {
        rows: vec![
            Row::known("record-contest-person", Answer::Words(person(&letter.sheet))),
            Row::blank("record-phone"),
            Row::blank("record-address"),
            Row::blank("record-agent"),
            Row::known(
                "record-contest-against",
                Answer::Place(names::issuer(portal, &letter.sheet.office)),
            ),
            Row::known(
                "record-contest-to",
                Answer::Place(names::government(portal, letter.contest.to)),
            ),
            Row::known("record-contest-decision", Answer::Words(decision_of(&letter.sheet))),
            Row::known("record-number", Answer::Typed(letter.sheet.number.to_string())),
            Row::known("record-contest-decided", Answer::Day(letter.sheet.on)),
            Row::known("record-contest-arrived", arrived.map_or(Answer::Nothing, Answer::Day)),
            Row::room("record-contest-wants"),
            why,
        ],
        sheet,
        title: "record-contest-title",
        opening: Vec::new(),
        about: Vec::new(),
        caption: "record-contest-table",
        closing: vec![Phrase::new("record-contest-read"), Phrase::new("record-contest-basis")],
        signs: vec!["record-sign-person", "record-sign-agent", "record-sign-recorder"],
    })
}

/// Head of a paper that is signed by hand: no number of its own, no seal.
fn for_hands(portal: &Portal, head: &Head, around: &Around) -> Sheet {
    Sheet {
        number: None,
        to: None,
        signed: None,
        ..sheet(portal, head, around)
    }
}

fn person(head: &Head) -> Phrase {
    Phrase::new("record-person")
        .with("name", Said::Name(Name::only(head.to.as_str())))
        .with("number", Said::Name(Name::only(head.resident_id_masked.as_str())))
}

fn decision_of(head: &Head) -> Phrase {
    Phrase::new("record-decision").with("service", Said::Words(Box::new(Phrase::new(head.service_id.clone()))))
}
