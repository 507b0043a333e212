//! Events → case. Total: what does not fit changes nothing, so that any history can be read.

use std::collections::BTreeMap;

use super::{
    Case, Chosen, Confirming, DecisionMade, DecisionState, Dispute, Done, Event, FilerSeen, Notice, Objection,
    PaperList, Phase, Recorded, ResultKind, SentBack, Served, StageClock, Submitted, Supplied, Verdict,
};
use crate::assess::Outcome;
use crate::benefit::EndedAward;
use crate::calendar::{self, Clock, Date, Instant};

impl Case {
    /// The case its events add up to; none where the first is not a submission.
    pub fn fold(events: &[Recorded]) -> Option<Self> {
        let (first, rest) = events.split_first()?;
        let Event::Submitted(submitted) = &first.event else {
            return None;
        };
        let mut case = Self::begin((**submitted).clone(), first);
        for event in rest {
            case.apply(event);
        }
        Some(case)
    }

    fn begin(opened: Submitted, first: &Recorded) -> Self {
        let mut case = Self {
            submitted_at: first.at,
            seq: first.seq,
            phase: Phase::Open,
            stage: 0,
            clocks: Vec::new(),
            result: None,
            assignee: None,
            identity: None,
            filer_seen: false,
            accepted: None,
            facts: opened.facts.clone(),
            assessment: opened.assessment.clone(),
            urgent_since: opened.assessment.urgent.then_some(first.at),
            hold: (opened.assessment.outcome == Outcome::OnHold).then_some(opened.on),
            consents: BTreeMap::new(),
            letter_forms: None,
            overlap: opened.overlap.map(|pick| Chosen { pick, on: opened.on }),
            disputes: Vec::new(),
            lists: Vec::new(),
            evidence: opened.evidence.clone(),
            seen: Vec::new(),
            confirmations: opened.confirmations.iter().map(Confirming::begun).collect(),
            findings: Vec::new(),
            decisions: Vec::new(),
            notice: None,
            objections: Vec::new(),
            recorders: Vec::new(),
            award: None,
            award_in_kind: None,
            ended_awards: Vec::new(),
            served: Vec::new(),
            reconsiderations: Vec::new(),
            payment: None,
            forwarded: None,
            offer: None,
            chosen_item: None,
            lawyer: None,
            returned: None,
            sent_back: false,
            opened: Box::new(opened),
        };
        case.enter(0, case.opened.here_since(first.at));
        case
    }

    /// Adds one event.
    pub fn apply(&mut self, recorded: &Recorded) {
        let today = recorded.at.date();
        self.seq = recorded.seq;
        match &recorded.event {
            Event::Submitted(_) | Event::Revealed { .. } | Event::DocumentViewed { .. } | Event::Noted { .. } => {}
            Event::Claimed => self.assignee = recorded.by.officer().cloned(),
            Event::Released => self.assignee = None,
            Event::Reassigned { to } => self.assignee = Some(to.clone()),
            Event::IdentityConfirmed { how, filer } => {
                self.identity = Some(Done::new(*how, recorded));
                self.filer_seen |= *filer != Some(FilerSeen::Other);
            }
            Event::Accepted { seen } => {
                self.accepted = Some(Done::new((), recorded));
                match seen {
                    Some(seen) => self.seen.extend_from_slice(seen),
                    None => self.seen.extend(self.evidence.iter().map(|given| given.kind.clone())),
                }
            }
            Event::PapersRequested {
                list,
                papers,
                until,
                sentence,
            } => {
                // What is urgent goes on without them, and what was granted before they were there is over.
                if self.phase == Phase::Open && !self.is_urgent() {
                    self.pause_from(today, Some(*until));
                }
                self.lists.push(PaperList {
                    number: *list,
                    papers: papers.clone(),
                    sentence: sentence.clone(),
                    asked_on: today,
                    until: *until,
                    by: recorded.by.clone(),
                    supplied: None,
                });
            }
            Event::PapersSupplied { list, papers } => {
                self.supply(*list, papers, today);
                // At the counter they are there; who answers from home may still have to bring them.
                if recorded.by.officer().is_some() {
                    self.seen.extend(papers.iter().map(|paper| paper.kind.clone()));
                }
            }
            Event::PaperScanned { paper, file } => self.add_scan(paper, file),
            Event::AccountRecorded { payment } => self.payment = Some(payment.clone()),
            Event::Returned { to, sentence } => {
                let from = self.stage().map(|stage| stage.id.clone()).unwrap_or_default();
                if self.return_to(to, today) {
                    let sentence = sentence.clone();
                    self.returned = Some(Done::new(SentBack { from, sentence }, recorded));
                    self.sent_back = true;
                }
            }
            Event::Forwarded(receipt) => {
                self.forwarded = Some(receipt.clone());
                self.close(ResultKind::Forwarded, today);
            }
            Event::ItemsOffered(offer) => self.offer = Some(offer.clone()),
            Event::ItemChosen(choice) => self.chosen_item = Some(choice.clone()),
            Event::LawyerAssigned(lawyer) => self.lawyer = Some(lawyer.clone()),
            Event::ReceiptRecorded { number } => {
                if let Some(receipt) = &mut self.forwarded {
                    receipt.number.clone_from(number);
                }
            }
            Event::Reviewed(finding) => {
                self.findings.push(Done::new(finding.clone(), recorded));
                self.returned = None;
                self.end_stage(today);
                self.enter(self.stage + 1, today);
            }
            Event::Decided { decision, needs_second } => {
                self.decisions.push(DecisionMade {
                    decision: (**decision).clone(),
                    made_on: today,
                    state: DecisionState::Unsigned,
                    second: None,
                    changed: None,
                });
                if *needs_second {
                    // What waits for somebody else is with nobody, so that others find it.
                    self.assignee = None;
                } else {
                    self.come_into_force(today);
                }
            }
            // What a signature under a result of a reconsideration brings, the events after it say.
            Event::SignedSecond if self.unsigned().is_none() => {}
            Event::SignedSecond => {
                if let Some(decision) = self.decisions.last_mut() {
                    decision.second = recorded.by.officer().cloned();
                }
                self.come_into_force(today);
            }
            Event::SignatureDeclined { .. } if self.unsigned().is_none() => self.apply_contest(recorded),
            Event::SignatureDeclined { .. } => {
                if let Some(decision) = self.decisions.last_mut() {
                    decision.state = DecisionState::Fallen;
                    self.assignee = Some(decision.decision.author.officer().clone());
                }
            }
            Event::NoticeOpened { until } => {
                self.notice = Some(Notice {
                    from: today,
                    until: *until,
                    ended: false,
                });
            }
            Event::NoticeEnded => self.end_notice(),
            Event::ObjectionMade {
                number,
                sentence,
                contact,
            } => self.objections.push(Objection {
                number: *number,
                sentence: sentence.clone(),
                contact: contact.clone(),
                on: today,
                answer: None,
            }),
            Event::ObjectionDecided {
                number,
                upheld,
                sentence,
            } => {
                let objection = self.objections.iter_mut().find(|objection| objection.number == *number);
                if let Some(objection) = objection {
                    objection.answer = Some((*upheld, sentence.clone()));
                }
                if *upheld {
                    self.decide_again(today);
                }
            }
            Event::Awarded(award) => {
                self.award = Some(award.clone());
                self.phase = Phase::Closed;
                self.assignee = None;
            }
            Event::AwardedInKind(award) => {
                self.award_in_kind = Some(award.clone());
                self.phase = Phase::Closed;
                self.assignee = None;
            }
            Event::AwardEnded { last } => {
                if let Some(award) = self.award.take() {
                    self.ended_awards.push(EndedAward { award, last: *last });
                }
            }
            Event::LetterServed { letter, on, way, .. } => self.served.push(Served {
                letter: *letter,
                decision: self.decisions.len().checked_sub(1),
                on: *on,
                way: *way,
            }),
            Event::Contested { .. }
            | Event::ContestPassedOn { .. }
            | Event::ContestTakenUp(_)
            | Event::ContestReplied { .. }
            | Event::ContestExtended { .. }
            | Event::ReconsiderationDrafted { .. }
            | Event::Reconsidered { .. } => self.apply_contest(recorded),
            Event::Corrected {
                fact, new, assessment, ..
            } => {
                match new {
                    Some(held) => self.facts.insert(fact.clone(), held.clone()),
                    None => self.facts.remove(fact),
                };
                if self.opened.terms.is_recorded(fact) {
                    self.recorders.extend(recorded.by.officer().cloned());
                }
                self.reassess(assessment, recorded.at);
            }
            Event::FactDisputed { fact, held, stated } => self.disputes.push(Dispute {
                fact: fact.clone(),
                held: held.clone(),
                stated: stated.clone(),
                on: today,
            }),
            Event::OverlapChosen { choice } => {
                self.overlap = Some(Chosen {
                    pick: *choice,
                    on: today,
                });
            }
            Event::HoldLifted { facts, assessment } => {
                self.facts.extend(facts.clone());
                self.reassess(assessment, recorded.at);
            }
            Event::ConsentsChanged { changes, .. } => {
                let changed = changes.iter().map(|(to, given)| (*to, (*given, recorded.at)));
                self.consents.extend(changed);
            }
            Event::LetterFormsChosen { forms, .. } => self.letter_forms = Some(forms.clone()),
            Event::ConfirmationAsked { .. } | Event::ConfirmationGiven(_) | Event::ConfirmationRefused(_) => {
                self.apply_confirmation(recorded);
            }
            Event::Withdrawn { .. } => self.close(ResultKind::Withdrawn, today),
        }
    }
}

/// The parts of the case that several events move.
impl Case {
    /// A stage begins; its clock stands still while a pause goes on.
    fn enter(&mut self, stage: usize, today: Date) {
        let Some(route) = self.opened.terms.route.get(stage) else {
            return;
        };
        let mut clock = Clock::new(today, route.limit);
        if let Some(list) = self.list_waited_for().filter(|list| today <= list.until) {
            clock.pauses.push(calendar::Pause {
                from: today,
                to: Some(list.until),
            });
        }
        if self.hold.is_some() {
            clock.pauses.push(calendar::Pause { from: today, to: None });
        }
        self.stage = stage;
        self.assignee = None;
        self.clocks.push(StageClock {
            stage,
            clock,
            ended_on: None,
        });
    }

    fn end_stage(&mut self, today: Date) {
        if let Some(clock) = self.clocks.last_mut() {
            clock.ended_on = Some(today);
        }
    }

    fn return_to(&mut self, to: &str, today: Date) -> bool {
        let stage = self.opened.terms.route.iter().position(|stage| stage.id == to);
        if let Some(stage) = stage {
            self.end_stage(today);
            self.enter(stage, today);
        }
        stage.is_some()
    }

    fn pause_from(&mut self, today: Date, to: Option<Date>) {
        if let Some(clock) = self.clocks.last_mut() {
            clock.clock.pauses.push(calendar::Pause { from: today, to });
        }
    }

    /// The pause of a list ends on the day its papers come, unless it had run out before.
    fn supply(&mut self, number: u32, papers: &[super::EvidenceGiven], today: Date) {
        let Some(list) = self.lists.iter_mut().find(|list| list.number == number) else {
            return;
        };
        let until = list.until;
        list.supplied = Some(Supplied {
            on: today,
            papers: papers.to_vec(),
        });
        self.evidence.extend_from_slice(papers);
        self.goes_on_from(today, until);
    }

    /// The pause that would last until a day is over before it.
    fn goes_on_from(&mut self, today: Date, until: Date) {
        let pauses = self.clocks.last_mut().map(|clock| clock.clock.pauses.iter_mut());
        for pause in pauses.into_iter().flatten() {
            if pause.to == Some(until) && today < until {
                pause.to = Some(today.max(pause.from));
            }
        }
    }

    /// A scan belongs to the paper that was brought, or stands for it.
    fn add_scan(&mut self, kind: &str, file: &str) {
        match self.evidence.iter_mut().find(|given| given.kind == kind) {
            Some(given) => given.files.push(file.to_owned()),
            None => self.evidence.push(super::EvidenceGiven {
                kind: kind.to_owned(),
                files: vec![file.to_owned()],
            }),
        }
    }

    /// New facts may begin a hold or end one, and a choice between other amounts is to be made again.
    fn reassess(&mut self, assessment: &super::Assessed, at: Instant) {
        let today = at.date();
        self.overlap = self.choice_under(assessment);
        self.assessment = assessment.clone();
        self.hurry_from(assessment.urgent, at);
        let held = assessment.outcome == Outcome::OnHold;
        if held && self.hold.is_none() {
            self.hold = Some(today);
            self.pause_from(today, None);
        } else if !held && self.hold.take().is_some() {
            let pauses = self.clocks.last_mut().map(|clock| clock.clock.pauses.iter_mut());
            for pause in pauses.into_iter().flatten().filter(|pause| pause.to.is_none()) {
                pause.to = Some(today);
            }
        }
    }

    /// What has become urgent waits for no papers any more, and what is not urgent after all waits for them again.
    fn hurry_from(&mut self, urgent: bool, at: Instant) {
        if urgent == self.urgent_since.is_some() {
            return;
        }
        self.urgent_since = urgent.then_some(at);
        let today = at.date();
        let until = self.open_list().map(|list| list.until).filter(|until| today <= *until);
        match until {
            Some(until) if urgent => self.goes_on_from(today, until),
            Some(until) => self.pause_from(today, Some(until)),
            None => {}
        }
    }

    /// A decision counts from now on: a refusal closes the case, a grant is shown in public or awarded next.
    fn come_into_force(&mut self, today: Date) {
        let Some(made) = self.decisions.last_mut() else { return };
        made.state = DecisionState::InForce(today);
        // What it grants follows; what one before granted, and nobody gave yet, ends with it.
        self.award_in_kind = None;
        let (result, phase) = match made.decision.verdict {
            Verdict::Grant { .. } | Verdict::Provide {} => (ResultKind::Grant, Phase::Decided),
            Verdict::Partial { .. } => (ResultKind::Partial, Phase::Decided),
            Verdict::Refuse { .. } => (ResultKind::Refuse, Phase::Closed),
        };
        self.end_stage(today);
        self.result = Some(result);
        self.phase = phase;
        self.assignee = None;
    }

    fn end_notice(&mut self) {
        if let Some(notice) = &mut self.notice {
            notice.ended = true;
        }
    }

    /// An objection or a reconsideration was right: the decision falls, and the deciding stage begins again.
    pub(super) fn decide_again(&mut self, today: Date) {
        if let Some(made) = self.decisions.last_mut() {
            made.state = DecisionState::Fallen;
        }
        self.end_notice();
        self.result = None;
        self.phase = Phase::Open;
        self.sent_back = false;
        self.enter(self.opened.terms.route.len().saturating_sub(1), today);
    }

    fn close(&mut self, result: ResultKind, today: Date) {
        self.end_stage(today);
        self.returned = None;
        self.result = Some(result);
        self.phase = Phase::Closed;
        self.assignee = None;
    }
}

impl<T> Done<T> {
    fn new(what: T, recorded: &Recorded) -> Self {
        Self {
            what,
            at: recorded.at,
            by: recorded.by.clone(),
        }
    }
}
