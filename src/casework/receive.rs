//! Receiving and reviewing: who the person is, what they brought, and what the offices before the decision find.

use super::confirmation::waits;
use super::decide::{Happens, Work, said};
use super::{Case, Event, EvidenceGiven, FilerSeen, Finding, Met, Opinion, Receipt, Refusal, Seen, Sentence, Setting};
use crate::apply::STATEMENT_PAPER;
use crate::assess::Outcome;
use crate::calendar::Clock;
use crate::catalogue::{Obtain, RuleKind};

/// The kinds of paper that may be asked for: the service's, and those the application was asked for.
pub fn paper_kinds<'a>(case: &'a Case, setting: &Setting<'a>) -> Vec<&'a str> {
    let of_service = setting.service.evidence.iter().map(|evidence| evidence.kind.as_str());
    let of_application = case.opened.evidence.iter().map(|paper| paper.kind.as_str());
    let of_second = case
        .confirmations
        .iter()
        .map(|confirming| confirming.needs.paper.as_str());
    let mut kinds: Vec<&str> = of_service.collect();
    for kind in of_application.chain(of_second) {
        // What an officer put on record when they filed it stays as it is.
        if kind != STATEMENT_PAPER && !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    kinds
}

/// The kinds of papers that the person has to hand in and that are not there yet, with those that say what a second
/// person has still to confirm.
pub fn papers_to_see<'a>(case: &'a Case, setting: &Setting<'a>) -> Vec<&'a str> {
    let got_by_offices = |kind: &str| {
        let of_service = setting.service.evidence.iter();
        let mut of_kind = of_service.filter(|evidence| evidence.kind == kind);
        of_kind.any(|evidence| evidence.obtain != Obtain::User)
    };
    let mut named = case.named_papers();
    named.retain(|kind| !got_by_offices(kind) && !case.has_paper(kind));
    for confirming in case.open_confirmations().filter(|confirming| !confirming.refused()) {
        if !named.contains(&confirming.needs.paper.as_str()) {
            named.push(&confirming.needs.paper);
        }
    }
    named
}

impl Work<'_> {
    /// Who the person is; and later who handed it in, where that was not checked the first time.
    pub(super) fn confirm_identity(&self, seen: Seen) -> Happens {
        self.in_hand()?;
        let known = self.case.identity.is_some();
        if known && (self.case.filer_seen || seen.filer == FilerSeen::Other) {
            return Err(Refusal::IdentityAlreadyConfirmed);
        }
        Ok(vec![identity_confirmed(seen)])
    }

    pub(super) fn accept(&self, identity: Option<Seen>, papers: &[String]) -> Happens {
        self.in_hand()?;
        self.decided_here()?;
        if self.case.accepted.is_some() {
            return Err(Refusal::AlreadyAccepted);
        }
        self.no_papers_pending()?;
        let mut events = Vec::new();
        match (&self.case.identity, identity) {
            (None, None) => return Err(Refusal::IdentityNotConfirmed),
            (None, Some(seen)) => events.push(identity_confirmed(seen)),
            (Some(_), _) => {}
        }
        self.papers_there(papers)?;
        events.push(Event::Accepted {
            seen: Some(papers.to_vec()),
        });
        Ok(events)
    }

    /// What the person has to hand in must be there, but for what they were asked for in vain: then it goes on without.
    fn papers_there(&self, seen: &[String]) -> Result<(), Refusal> {
        let known = paper_kinds(self.case, self.setting);
        if let Some(kind) = seen.iter().find(|kind| !known.contains(&kind.as_str())) {
            return Err(Refusal::PaperNotOfService { kind: kind.clone() });
        }
        let in_vain = |kind: &str| {
            let list = self.case.open_list();
            list.is_some_and(|list| list.papers.iter().any(|asked| asked == kind))
        };
        let waited_for = |kind: &str| {
            let mut open = self.case.open_confirmations();
            open.find(|confirming| confirming.needs.paper == kind)
        };
        let mut refused = self.case.open_confirmations().filter(|confirming| confirming.refused());
        if let Some(confirming) = refused.find(|confirming| !in_vain(&confirming.needs.paper)) {
            return Err(waits(confirming));
        }
        // What is urgent is helped first: what is to be brought comes later.
        let later = |kind: &str| self.case.is_urgent() && waited_for(kind).is_none();
        let missing = papers_to_see(self.case, self.setting)
            .into_iter()
            .find(|kind| !in_vain(kind) && !later(kind) && !seen.iter().any(|seen| seen == kind));
        match missing.map(|kind| (kind, waited_for(kind))) {
            Some((_, Some(confirming))) => Err(waits(confirming)),
            Some((kind, None)) => Err(Refusal::PaperNotThere { kind: kind.to_owned() }),
            None => Ok(()),
        }
    }

    pub(super) fn request_papers(&self, papers: &[String], sentence: Option<&Sentence>) -> Happens {
        self.not_barred_from_the_stage()?;
        let supervises = self.supervises();
        if supervises {
            self.open()?;
        } else {
            self.in_hand()?;
        }
        self.no_papers_pending()?;
        self.nothing_unsigned()?;
        if papers.is_empty() {
            return Err(Refusal::NoPapersNamed);
        }
        let known = paper_kinds(self.case, self.setting);
        if let Some(kind) = papers.iter().find(|kind| !known.contains(&kind.as_str())) {
            return Err(Refusal::PaperNotOfService { kind: kind.clone() });
        }
        let first = self.case.lists.first();
        let on_first = |kind: &String| first.is_none_or(|list| list.papers.contains(kind));
        if !supervises && !papers.iter().all(on_first) {
            return Err(Refusal::SecondListNeedsSupervisor);
        }
        let mut named: Vec<String> = Vec::new();
        for kind in papers {
            if !named.contains(kind) {
                named.push(kind.clone());
            }
        }
        let until = Clock::new(self.today, self.case.opened.terms.papers).due_on(self.setting.calendar);
        Ok(vec![Event::PapersRequested {
            list: self.case.lists.last().map_or(1, |list| list.number + 1),
            papers: named,
            until: until.on.unwrap_or(self.today),
            sentence: sentence.cloned(),
        }])
    }

    pub(super) fn supply_papers(&self, papers: &[EvidenceGiven]) -> Happens {
        self.open_to_papers()?;
        let list = self.case.open_list().ok_or(Refusal::NothingAskedFor)?;
        if papers.is_empty() {
            return Err(Refusal::NoPapersNamed);
        }
        let known = paper_kinds(self.case, self.setting);
        if let Some(paper) = papers.iter().find(|paper| !known.contains(&paper.kind.as_str())) {
            return Err(Refusal::PaperNotOfService {
                kind: paper.kind.clone(),
            });
        }
        Ok(vec![Event::PapersSupplied {
            list: list.number,
            papers: papers.to_vec(),
        }])
    }

    /// Open, or granted before its papers were there.
    fn open_to_papers(&self) -> Result<(), Refusal> {
        match self.case.papers_come_later() {
            Some(_) => Ok(()),
            None => self.open(),
        }
    }

    /// While anything is still to be decided: the offices after this one read what was brought here.
    pub(super) fn scan_paper(&self, kind: &str, file: &str) -> Happens {
        self.open_to_papers()?;
        if !paper_kinds(self.case, self.setting).contains(&kind) {
            return Err(Refusal::PaperNotOfService { kind: kind.to_owned() });
        }
        Ok(vec![Event::PaperScanned {
            paper: kind.to_owned(),
            file: file.to_owned(),
        }])
    }

    pub(super) fn send_back(&self, sentence: Option<&Sentence>) -> Happens {
        self.in_hand()?;
        self.not_barred_from_the_stage()?;
        self.nothing_unsigned()?;
        self.no_papers_pending()?;
        let before = self.case.stage.checked_sub(1).ok_or(Refusal::NoStageBefore)?;
        let before = self.case.opened.terms.route.get(before).ok_or(Refusal::NoStageBefore)?;
        Ok(vec![Event::Returned {
            to: before.id.clone(),
            sentence: said(sentence)?,
        }])
    }

    pub(super) fn forward(&self, receipt: &Receipt) -> Happens {
        self.in_hand()?;
        if !self.case.opened.terms.forward_only {
            return Err(Refusal::DecidedHere);
        }
        if self.case.identity.is_none() {
            return Err(Refusal::IdentityNotConfirmed);
        }
        self.no_papers_pending()?;
        if receipt.to == self.case.opened.place.county {
            return Err(Refusal::ForwardedToSameCounty);
        }
        // A county of ours has no such name.
        if receipt.to.county_elsewhere().is_none() {
            return Err(Refusal::ForwardedToWrongPlace);
        }
        if receipt.office.trim().is_empty() {
            return Err(Refusal::ReceiptIncomplete);
        }
        if receipt.by.is_none() {
            return Err(Refusal::HukouUnconfirmed);
        }
        Ok(vec![Event::Forwarded(receipt.clone())])
    }

    /// Once, where it was forwarded without: the office there gives a number when it has what was sent.
    pub(super) fn record_receipt(&self, number: &str) -> Happens {
        let receipt = self.case.forwarded.as_ref().ok_or(Refusal::NotForwarded)?;
        if !receipt.number.is_empty() {
            return Err(Refusal::ReceiptRecorded);
        }
        if number.trim().is_empty() {
            return Err(Refusal::ReceiptNumberMissing);
        }
        Ok(vec![Event::ReceiptRecorded {
            number: number.to_owned(),
        }])
    }

    pub(super) fn review(&self, opinion: Opinion, sentence: Option<&Sentence>) -> Happens {
        self.in_hand()?;
        self.decided_here()?;
        let stage = self.case.stage().ok_or(Refusal::DecidingStage)?;
        if self.case.is_deciding_stage() {
            return Err(Refusal::DecidingStage);
        }
        self.may_review()?;
        self.accepted()?;
        self.no_papers_pending()?;
        self.is_assessed_by(stage)?;
        if opinion == Opinion::Meets {
            self.has_offered()?;
        }
        Ok(vec![Event::Reviewed(Finding {
            stage: stage.id.clone(),
            opinion,
            sentence: said(sentence)?,
        })])
    }
}

/// What a stage is there to find out.
impl Work<'_> {
    /// A stage that records what a professional establishes, or what the county's own rule says, does not pass a case on
    /// without it, unless the case is lost in any event.
    pub(super) fn is_assessed_by(&self, stage: &super::RouteStage) -> Result<(), Refusal> {
        let assessment = &self.case.assessment;
        let matters = matches!(
            assessment.outcome,
            Outcome::EligibleSubjectToAssessment | Outcome::ConditionalLocalRule | Outcome::OnHold | Outcome::Unknown
        );
        let open = |kind: RuleKind| {
            let mut met = assessment
                .trace
                .iter()
                .filter(|line| line.kind == kind && line.result == Met::Met);
            met.any(|line| line.facts.keys().any(|fact| stage.records.contains(fact)))
        };
        if matters && open(RuleKind::Assessment) {
            Err(Refusal::NotAssessed)
        } else if assessment.is_for_county_rule() && open(RuleKind::Ground) {
            Err(Refusal::CountyRuleOpen)
        } else {
            Ok(())
        }
    }
}

pub(super) fn identity_confirmed(seen: Seen) -> Event {
    Event::IdentityConfirmed {
        how: seen.how,
        filer: Some(seen.filer),
    }
}
