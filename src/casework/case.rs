//! A case as it stands: what its events add up to.

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::{
    Assessed, Confirming, Decision, EvidenceGiven, FactHeld, Finding, IdentityProof, ItemChoice, ItemOffer, Lawyer,
    LetterKind, Receipt, Reconsideration, RouteStage, Sentence, ServiceWay, Submitted,
};
use crate::access::{By, OfficerId, PersonKey};
use crate::apply::{Application, ConsentTo, LetterForm, OverlapPick, Payment};
use crate::benefit::{Award, AwardInKind, EndedAward};
use crate::calendar::{Clock, Date, Instant, Month};
use crate::money::Fen;
use crate::person::closed_list;

/// A case, folded from its events ([`Case::fold`]).
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// What it began with; never changes.
    pub opened: Box<Submitted>,
    /// When that was.
    pub submitted_at: Instant,
    /// The number of its last event: its version.
    pub seq: i64,
    /// Where it is as a whole.
    pub phase: Phase,
    /// Its place in [`Terms::route`](super::Terms): the stage worked on; the last one once decided.
    pub stage: usize,
    /// The clock of each stage entered, in the order of entering; the last is the current one.
    pub clocks: Vec<StageClock>,
    /// How it ended, or will once a second person signs and the public notice has run.
    pub result: Option<ResultKind>,
    /// Who has it.
    pub assignee: Option<OfficerId>,
    /// How and when the person was seen.
    pub identity: Option<Done<IdentityProof>>,
    /// An office knows that whoever it saw is whoever handed the application in; before, no letter is theirs to read.
    pub filer_seen: bool,
    /// 受理
    pub accepted: Option<Done<()>>,
    /// The facts held now.
    pub facts: BTreeMap<String, FactHeld>,
    /// What the rules say about them.
    pub assessment: Assessed,
    /// The officers who recorded what is found out at a stage.
    pub recorders: Vec<OfficerId>,
    /// Since when it is known to be urgent.
    pub urgent_since: Option<Instant>,
    /// Waiting until a certificate is valid, since that day.
    pub hold: Option<Date>,
    /// Consents of the application that were changed here since, each with the moment of the last change.
    pub consents: BTreeMap<ConsentTo, (bool, Instant)>,
    /// In which forms the person's letters come, where that was said otherwise than in the application.
    pub letter_forms: Option<Vec<LetterForm>>,
    /// Which of two benefits of a kind the person wants; none where there is nothing to choose, or not chosen yet.
    pub overlap: Option<Chosen>,
    /// Facts of registers that the person says are wrong, first to last.
    pub disputes: Vec<Dispute>,
    /// The lists of missing papers, first to last.
    pub lists: Vec<PaperList>,
    /// Papers given, first with the application and then for lists.
    pub evidence: Vec<EvidenceGiven>,
    /// Kinds of papers that an office saw at its window.
    pub seen: Vec<String>,
    /// What second persons confirm.
    pub confirmations: Vec<Confirming>,
    /// What the stages found, first to last.
    pub findings: Vec<Done<Finding>>,
    /// Every decision made, first to last; the last counts unless it waits for a signature or fell.
    pub decisions: Vec<DecisionMade>,
    /// 公示
    pub notice: Option<Notice>,
    /// Objections to the notice.
    pub objections: Vec<Objection>,
    /// What is paid.
    pub award: Option<Award>,
    /// The thing or service that is to be given.
    pub award_in_kind: Option<AwardInKind>,
    /// What was paid before another decision took its place, first to last.
    pub ended_awards: Vec<EndedAward>,
    /// Letters that arrived.
    pub served: Vec<Served>,
    /// The requests for reconsideration, first to last; at most the last one runs.
    pub reconsiderations: Vec<Reconsideration>,
    /// The account that an office recorded, which goes before the one of the application.
    pub payment: Option<Payment>,
    /// Where it was sent.
    pub forwarded: Option<Receipt>,
    /// The things that are offered to the person.
    pub offer: Option<ItemOffer>,
    /// The one they chose of these.
    pub chosen_item: Option<ItemChoice>,
    /// Who helps the person, once somebody was assigned.
    pub lawyer: Option<Lawyer>,
    /// 退回: that it was sent back to the stage worked on, until this one passes it on.
    pub returned: Option<Done<SentBack>>,
    /// Whether it was sent back on the way to the decision that is to be made: then the whole way has a limit of its own
    /// ([`whole_clock`](Case::whole_clock)).
    pub sent_back: bool,
}

/// 退回
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentBack {
    /// The stage that sent it back.
    pub from: String,
    /// Why.
    pub sentence: Sentence,
}

closed_list! {
    /// Where a case is as a whole.
    Phase {
        /// Offices work on it.
        Open = "open",
        /// Granted, and in public notice.
        Decided = "decided",
        /// Nothing more is done but serving letters, and what follows where it is contested.
        Closed = "closed",
    }
}

closed_list! {
    /// How a case ended.
    ResultKind {
        /// 给
        Grant = "grant",
        /// 部分给
        Partial = "partial",
        /// 不给
        Refuse = "refuse",
        /// The person took it back.
        Withdrawn = "withdrawn",
        /// Sent to the place of the hukou.
        Forwarded = "forwarded",
    }
}

closed_list! {
    /// Why no clock runs.
    Pause {
        /// The person has been asked for papers.
        Applicant = "applicant",
        /// It waits until a certificate is valid.
        Hold = "hold",
    }
}

/// A stage entered, and its clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageClock {
    /// Its place in the route.
    pub stage: usize,
    /// The limit with its pauses.
    pub clock: Clock,
    /// The day it was finished.
    pub ended_on: Option<Date>,
}

/// Something somebody did, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done<T> {
    /// What.
    pub what: T,
    /// When.
    pub at: Instant,
    /// Who.
    pub by: By,
}

/// The choice between two benefits of a kind. It holds for the two amounts that were compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Which one.
    pub pick: OverlapPick,
    /// The day.
    pub on: Date,
}

/// A fact of a register that the person says is wrong. What is held stays until an officer corrects it.
#[derive(Clone, Debug, PartialEq)]
pub struct Dispute {
    /// Its name.
    pub fact: String,
    /// What was held.
    pub held: Json,
    /// What the person says.
    pub stated: Json,
    /// The day.
    pub on: Date,
}

/// One list of missing papers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperList {
    /// 1 for the first.
    pub number: u32,
    /// Kinds of `evidence.toml`.
    pub papers: Vec<String>,
    /// What is wrong with what there is.
    pub sentence: Option<Sentence>,
    /// The day it was asked for.
    pub asked_on: Date,
    /// The last day to supply them; from the next day on the offices go on without.
    pub until: Date,
    /// Who asked.
    pub by: By,
    /// What came.
    pub supplied: Option<Supplied>,
}

/// The answer to a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supplied {
    /// The day.
    pub on: Date,
    /// What.
    pub papers: Vec<EvidenceGiven>,
}

/// A decision and what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionMade {
    /// What was decided.
    pub decision: Decision,
    /// The day it was made.
    pub made_on: Date,
    /// Where it stands.
    pub state: DecisionState,
    /// Who signed second.
    pub second: Option<OfficerId>,
    /// What the government that reconsidered made of it, and since when.
    pub changed: Option<Changed>,
}

/// What a decision says once the government that reconsidered it has changed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Changed {
    /// What is paid a month.
    pub monthly: Fen,
    /// The first month.
    pub from: Month,
    /// The day it was recorded.
    pub on: Date,
}

/// Where a decision stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecisionState {
    /// It waits for a second person.
    Unsigned,
    /// It counts since that day: its letter can go out.
    InForce(Date),
    /// A second person did not sign, an objection was right, or a reconsideration was.
    Fallen,
}

/// A public notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// It is over.
    pub ended: bool,
}

/// An objection to a public notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// 1 for the first.
    pub number: u32,
    /// What they say.
    pub sentence: Sentence,
    /// How to reach them.
    pub contact: Option<String>,
    /// The day.
    pub on: Date,
    /// Whether it was right, and why; none while open.
    pub answer: Option<(bool, Sentence)>,
}

/// A letter that arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Served {
    /// Which.
    pub letter: LetterKind,
    /// The decision it carried, by its place; for a decision letter.
    pub decision: Option<usize>,
    /// The day.
    pub on: Date,
    /// How.
    pub way: ServiceWay,
}

impl Case {
    /// The stage worked on, or the last one.
    pub fn stage(&self) -> Option<&RouteStage> {
        self.opened.terms.route.get(self.stage)
    }

    /// Whether the stage worked on is the one that decides.
    pub fn is_deciding_stage(&self) -> bool {
        self.stage + 1 == self.opened.terms.route.len()
    }

    /// Which of two benefits of a kind the person wants, where that was chosen.
    pub fn pick(&self) -> Option<OverlapPick> {
        self.overlap.map(|chosen| chosen.pick)
    }

    /// The two amounts a month that wait for the person's choice: this benefit's and the other's.
    pub fn open_choice(&self) -> Option<(Fen, Fen)> {
        self.assessment.choice().filter(|_| self.overlap.is_none())
    }

    /// The choice that still holds once the rules say this: only where the same amounts are compared.
    pub fn choice_under(&self, assessment: &Assessed) -> Option<Chosen> {
        let same = assessment.choice() == self.assessment.choice();
        self.overlap.filter(|_| same && assessment.choice().is_some())
    }

    /// In which forms the person's letters come: as was said on the case, else as the application says of their needs.
    pub fn letter_forms(&self, application: Option<&Application>) -> Vec<LetterForm> {
        let said = || application.map(|application| LetterForm::of_needs(&application.contact.access_needs));
        self.letter_forms.clone().or_else(said).unwrap_or_default()
    }

    /// The list that is still to be answered.
    pub fn open_list(&self) -> Option<&PaperList> {
        self.lists.last().filter(|list| list.supplied.is_none())
    }

    /// Whether a paper is there: in the file, seen at a window, or confirmed by who would have signed it. What was only
    /// promised is not.
    pub fn has_paper(&self, kind: &str) -> bool {
        let in_file = |given: &EvidenceGiven| given.kind == kind && !given.files.is_empty();
        self.seen.iter().any(|seen| seen == kind)
            || self.evidence.iter().any(in_file)
            || self.is_confirmed_instead(kind)
    }

    /// The kinds of papers that were promised or asked for, first to last.
    pub fn named_papers(&self) -> Vec<&str> {
        let given = self.evidence.iter().map(|given| &given.kind);
        let asked = self.lists.iter().flat_map(|list| &list.papers);
        let mut named: Vec<&str> = Vec::new();
        for kind in given.chain(asked) {
            if !named.contains(&kind.as_str()) {
                named.push(kind);
            }
        }
        named
    }

    /// The list that holds up the case until it is answered or has run out. What is urgent is helped first, and its papers
    /// come later (法律援助法 art. 44).
    pub fn list_waited_for(&self) -> Option<&PaperList> {
        self.open_list().filter(|_| !self.is_urgent())
    }

    /// Why no clock runs on a day: papers asked for, or a hold.
    pub fn pause(&self, today: Date) -> Option<Pause> {
        if self.phase != Phase::Open {
            None
        } else if self.list_waited_for().is_some_and(|list| today <= list.until) {
            Some(Pause::Applicant)
        } else {
            self.hold.map(|_| Pause::Hold)
        }
    }

    /// The decision that counts.
    pub fn decision_in_force(&self) -> Option<&DecisionMade> {
        let last = self.decisions.last()?;
        matches!(last.state, DecisionState::InForce(_)).then_some(last)
    }

    /// The decision that waits for a second person.
    pub fn unsigned(&self) -> Option<&DecisionMade> {
        let last = self.decisions.last()?;
        matches!(last.state, DecisionState::Unsigned).then_some(last)
    }

    /// The objections still to be answered.
    pub fn open_objections(&self) -> impl Iterator<Item = &Objection> {
        self.objections.iter().filter(|objection| objection.answer.is_none())
    }

    /// Where the money goes: to the account an office recorded, else to that of the application.
    pub fn pays_into<'a>(&'a self, application: Option<&'a Application>) -> Option<&'a Payment> {
        let stated = || application.and_then(|application| application.payment.as_ref());
        self.payment.as_ref().or_else(stated)
    }

    /// Whom it is about, who handed it in and who confirms a part: nobody of their kin works on it. The number of
    /// whoever helps is as they stated it; one that is an officer's keeps that officer away all the same. Nobody can say
    /// "not so": that would let an officer back to a case of their own people, and a colleague or a substitute can always
    /// take it (docs/SECURITY.md, known limits).
    pub fn parties(&self) -> Vec<PersonKey> {
        let subject = std::iter::once(&self.opened.subject.key);
        let handed_in = subject.chain(&self.opened.submitter.key);
        handed_in.chain(self.second_keys()).cloned().collect()
    }

    /// Whether the subject is under 18 on a day.
    pub fn is_minor(&self, on: Date) -> bool {
        crate::calendar::age_on(self.opened.subject.resident_id.birth_date(), on) < 18
    }
}
