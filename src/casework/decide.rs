//! A case and a command → what happens, or why not. Receiving and reviewing stand in [`receive`](super::receive), the
//! reconsideration in [`contest`](super::contest); every other rule of the work on a case stands here.

use std::collections::BTreeMap;

use super::reasons::borne;
use super::receive::identity_confirmed;
use super::{
    ByHuman, Case, Command, Contest, Decide, DecideOutcome, Decision, Event, FilerSeen, Finding, IdentityProof,
    LetterKind, Phase, Refusal, Seen, Sentence, ServiceNote, ServiceWay, Setting, Source, Verdict,
};
use crate::access::{Actor, Denied, OfficerId, Post, Visibility, may, supervises};
use crate::apply::{ConsentTo, LetterForm, OverlapPick, Payment, is_guardian};
use crate::assess::Outcome;
use crate::benefit::{Award, AwardInKind};
use crate::calendar::{Clock, Date, Month};

/// How many objections to one notice may wait to be answered. Anybody can send one without a name: more than this would
/// hold up an award, not tell the office anything.
const MOST_OBJECTIONS: usize = 20;

/// The one reason that is not a condition of the service: a list of papers ran out unanswered.
pub const PAPERS_NOT_SUPPLIED: &str = "PAPERS_NOT_SUPPLIED";

/// What happens when somebody gives a command, in order.
///
/// # Errors
/// Why nothing happens.
pub fn decide(case: &Case, command: &Command, actor: &Actor, setting: &Setting<'_>) -> Result<Vec<Event>, Refusal> {
    let today = setting.now.date();
    let post = may(actor, command, case, today)?;
    let work = Work {
        case,
        actor,
        post,
        setting,
        today,
    };
    match command {
        Command::Claim => work.claim(),
        Command::Release => work.release(),
        Command::Reassign { to } => work.reassign(to),
        Command::ConfirmIdentity { seen } => work.confirm_identity(*seen),
        Command::Accept { identity, papers } => work.accept(*identity, papers),
        Command::RequestPapers { papers, sentence } => work.request_papers(papers, sentence.as_ref()),
        Command::SupplyPapers { papers } => work.supply_papers(papers),
        Command::ScanPaper { kind, file } => work.scan_paper(kind, file),
        Command::RecordAccount { payment } => work.record_account(payment.as_ref()),
        Command::AskConfirmation { id, whom, way } => work.ask_confirmation(id, whom.as_ref(), *way),
        Command::Confirm { id, agreed, sentence } => work.confirm(id, *agreed, sentence.as_ref()),
        Command::RecordConfirmation(recorded) => work.record_confirmation(recorded),
        Command::Return { sentence } => work.send_back(sentence.as_ref()),
        Command::Forward(receipt) => work.forward(receipt),
        Command::RecordReceipt { number } => work.record_receipt(number),
        Command::OfferItems { items, sentence } => work.offer_items(items, sentence.as_ref()),
        Command::ChooseItem(choice) => work.choose_item(choice),
        Command::AssignLawyer { lawyer } => work.assign_lawyer(lawyer.as_ref()),
        Command::Review { opinion, sentence } => work.review(*opinion, sentence.as_ref()),
        Command::Decide(decide) => work.decide(decide),
        Command::SignSecond => work.sign_second(),
        Command::DeclineSecond { sentence } => work.decline_second(sentence.as_ref()),
        Command::EndNotice => work.end_notice(),
        Command::Object { sentence, contact } => work.object(sentence.as_ref(), contact.as_ref()),
        Command::DecideObjection {
            number,
            upheld,
            sentence,
        } => work.decide_objection(*number, *upheld, sentence.as_ref()),
        Command::ServeLetter { letter, on, way, notes } => work.serve_letter(*letter, *on, *way, notes),
        Command::Contest { sentence } => work.contest(sentence.as_ref()),
        Command::ContestPassOn { on, number } => work.contest_pass_on(*on, number),
        Command::ContestTakeUp(taken) => work.contest_take_up(taken),
        Command::ContestReply { on } => work.contest_reply(*on),
        Command::ContestExtend { until } => work.contest_extend(*until),
        Command::ContestOutcome { outcome, sentence } => work.reconsidered(outcome, sentence.as_ref()),
        Command::Correct {
            fact,
            new,
            sentence,
            assessment,
        } => work.correct(fact, new.as_ref(), sentence.as_ref(), assessment),
        Command::DisputeFact { fact, stated } => work.dispute(fact, stated),
        Command::ChooseOverlap { choice } => work.choose_overlap(*choice),
        Command::LiftHold { facts, assessment } => work.lift_hold(facts, assessment),
        Command::ChangeConsents { changes, sentence } => work.change_consents(changes, sentence.as_ref()),
        Command::ChooseLetterForms { forms, sentence } => work.choose_letter_forms(forms, sentence.as_ref()),
        Command::Withdraw { sentence, seen } => work.withdraw(sentence.as_ref(), *seen),
        Command::Reveal { field, reason } => Ok(vec![Event::Revealed {
            field: field.clone(),
            reason: said(reason.as_ref())?,
        }]),
        Command::ViewDocument { file } => work.view_document(file),
        Command::Note { sentence } => work.note(sentence.as_ref()),
    }
}

/// The verdict that an outcome stands for, where the facts held allow it.
pub(super) fn verdict(case: &Case, outcome: DecideOutcome, author: &ByHuman) -> Result<Verdict, Refusal> {
    let assessment = &case.assessment;
    let first = Month::of(case.opened.on);
    let meets = || {
        let chosen = match (assessment.outcome, case.pick()) {
            (Outcome::ChooseOne, None) => return Err(Refusal::OverlapNotChosen),
            (Outcome::ChooseOne, Some(choice)) => choice == OverlapPick::TakeThis,
            (Outcome::Eligible, _) => true,
            (Outcome::Unknown, _) => return Err(Refusal::FactsMissing),
            (Outcome::EligibleSubjectToAssessment, _) => return Err(Refusal::NotAssessed),
            (Outcome::Ineligible | Outcome::OnHold | Outcome::ConditionalLocalRule | Outcome::NeedsMatter, _) => false,
        };
        if chosen { Ok(()) } else { Err(Refusal::NotGrantable) }
    };
    let payable = || {
        meets()?;
        assessment.monthly.ok_or(Refusal::NotGrantable)
    };
    match outcome {
        DecideOutcome::Grant if case.opened.terms.in_kind => {
            meets()?;
            Ok(Verdict::Provide {})
        }
        DecideOutcome::Grant => Ok(Verdict::Grant {
            monthly: payable()?,
            from: first,
        }),
        DecideOutcome::Partial { monthly, from } => {
            let whole = payable()?;
            let less = monthly < whole || from > first;
            if !less || monthly > whole || monthly.0 <= 0 || from < first {
                return Err(Refusal::PartWrong);
            }
            Ok(Verdict::Partial {
                monthly,
                from,
                by: author.clone(),
            })
        }
        DecideOutcome::Refuse => Ok(Verdict::Refuse { by: author.clone() }),
    }
}

/// A command on its way: who gives it, in which post, to which case.
pub(super) struct Work<'a> {
    pub(super) case: &'a Case,
    pub(super) actor: &'a Actor,
    post: Option<Post>,
    pub(super) setting: &'a Setting<'a>,
    pub(super) today: Date,
}

pub(super) type Happens = Result<Vec<Event>, Refusal>;

/// The queue.
impl Work<'_> {
    fn claim(&self) -> Happens {
        self.not_closed()?;
        match (&self.case.assignee, self.officer()) {
            (Some(has), Some(officer)) if has == officer => Err(Refusal::AlreadyAssigned),
            (Some(_), _) => Err(Refusal::AssignedToOther),
            (None, _) => {
                self.may_bring_it_on()?;
                Ok(vec![Event::Claimed])
            }
        }
    }

    fn release(&self) -> Happens {
        match &self.case.assignee {
            None => Err(Refusal::NothingToRelease),
            has if has.as_ref() == self.officer() => Ok(vec![Event::Released]),
            Some(_) => Err(Refusal::AssignedToOther),
        }
    }

    fn reassign(&self, to: &OfficerId) -> Happens {
        self.not_closed()?;
        if self.case.assignee.as_ref() == Some(to) {
            return Err(Refusal::AlreadyAssigned);
        }
        if self.case.opened.entered_by() == Some(to) {
            return Err(Refusal::AssigneeEnteredIt);
        }
        Ok(vec![Event::Reassigned { to: to.clone() }])
    }
}

/// One person makes no two checks of a case of which one controls the other, however they came by the posts.
impl Work<'_> {
    /// Whether this officer can do what the case waits for: nobody takes a case with which they could do nothing.
    fn may_bring_it_on(&self) -> Result<(), Refusal> {
        match self.case.phase {
            Phase::Open if self.case.unsigned().is_some() => self.unsigned_of_another().map(|_| ()),
            Phase::Open if self.case.is_deciding_stage() => self.may_decide(),
            Phase::Open => self.may_review(),
            Phase::Decided if self.case.open_objections().next().is_some() => self.may_answer_objections(),
            Phase::Decided | Phase::Closed => self.may_end_it(),
        }
    }

    /// Who reviewed another stage of the case, or decided on it, does not review this one.
    pub(super) fn may_review(&self) -> Result<(), Refusal> {
        let stage = self.case.stage().map(|stage| stage.id.as_str());
        let elsewhere = self.findings_of_theirs().any(|found| Some(found) != stage);
        let decided = self.case.decisions.iter().any(|made| self.took_part(made));
        if elsewhere || decided {
            return Err(Refusal::CheckedBefore);
        }
        Ok(())
    }

    /// Who reviewed the case, or put on record what a second person confirms, does not decide it, and after an annulment
    /// somebody else does.
    fn may_decide(&self) -> Result<(), Refusal> {
        self.none_annulled_of_theirs()?;
        self.recorded_no_confirmation()?;
        self.recorded_nothing()?;
        self.reviewed_nothing()
    }

    /// Who recorded what a professional found does not decide on it.
    fn recorded_nothing(&self) -> Result<(), Refusal> {
        match self.officer() {
            Some(officer) if self.case.recorders.contains(officer) => Err(Refusal::CheckedBefore),
            _ => Ok(()),
        }
    }

    fn reviewed_nothing(&self) -> Result<(), Refusal> {
        match self.findings_of_theirs().next() {
            Some(_) => Err(Refusal::CheckedBefore),
            None => Ok(()),
        }
    }

    /// The stages that this officer reviewed.
    fn findings_of_theirs(&self) -> impl Iterator<Item = &str> {
        let theirs = |done: &&super::Done<Finding>| self.officer().is_some() && done.by.officer() == self.officer();
        self.case
            .findings
            .iter()
            .filter(theirs)
            .map(|done| done.what.stage.as_str())
    }

    /// At the deciding stage only who may decide does anything to the case.
    pub(super) fn not_barred_from_the_stage(&self) -> Result<(), Refusal> {
        if self.case.is_deciding_stage() && !self.case.opened.terms.forward_only {
            self.none_annulled_of_theirs()?;
        }
        Ok(())
    }
}

/// Deciding.
impl Work<'_> {
    fn decide(&self, decide: &Decide) -> Happens {
        self.in_hand()?;
        self.decided_here()?;
        if !self.case.is_deciding_stage() {
            return Err(Refusal::NotTheDecidingStage);
        }
        self.accepted()?;
        self.no_papers_pending()?;
        self.nothing_unsigned()?;
        if self.case.hold.is_some() {
            return Err(Refusal::OnHold);
        }
        self.may_decide()?;
        let author = self.human()?;
        let verdict = verdict(self.case, decide.outcome, &author)?;
        if verdict.grants() {
            self.nothing_to_be_confirmed()?;
            if self.case.waits_for_choice(self.setting.service) {
                return Err(Refusal::ItemNotChosen);
            }
        }
        let reasons = borne(self.case, self.setting.service, &verdict, &decide.reasons, self.today)?;
        self.decides_afresh(&verdict, &reasons)?;
        let terms = &self.case.opened.terms;
        let needs_second = match verdict {
            Verdict::Grant { .. } | Verdict::Provide {} => terms.second_signature_on_grant,
            Verdict::Partial { .. } | Verdict::Refuse { .. } => terms.second_signature_on_refusal,
        };
        let decision = Decision {
            verdict,
            reasons,
            sentence: said(decide.sentence.as_ref())?,
            contest: Contest { within: terms.contest },
            author,
        };
        let follows = if needs_second {
            Vec::new()
        } else {
            self.in_force(&decision)
        };
        let decided = Event::Decided {
            decision: Box::new(decision),
            needs_second,
        };
        Ok(std::iter::once(decided).chain(follows).collect())
    }

    fn sign_second(&self) -> Happens {
        if self.case.unsigned().is_none() && self.case.unsigned_reconsideration().is_some() {
            return self.sign_reconsidered();
        }
        let made = self.unsigned_of_another()?;
        let follows = self.in_force(&made.decision);
        Ok(std::iter::once(Event::SignedSecond).chain(follows).collect())
    }

    fn decline_second(&self, sentence: Option<&Sentence>) -> Happens {
        if self.case.unsigned().is_none() && self.case.unsigned_reconsideration().is_some() {
            self.draft_of_another()?;
        } else {
            self.unsigned_of_another()?;
        }
        Ok(vec![Event::SignatureDeclined {
            sentence: said(sentence)?,
        }])
    }

    fn unsigned_of_another(&self) -> Result<&super::DecisionMade, Refusal> {
        self.open()?;
        let made = self.case.unsigned().ok_or(Refusal::NoSignaturePending)?;
        if Some(made.decision.author.officer()) == self.officer() {
            return Err(Refusal::OwnDecision);
        }
        self.recorded_no_confirmation()?;
        self.recorded_nothing()?;
        self.reviewed_nothing()?;
        Ok(made)
    }

    /// What follows once a decision counts. A grant is shown in public, where the service says so; a minor's and a
    /// sealed one never, they are awarded at once. An award there was before ends with whatever takes its place.
    fn in_force(&self, decision: &Decision) -> Vec<Event> {
        if !decision.verdict.grants() {
            return self.ends_award().into_iter().collect();
        }
        let open = !self.case.is_minor(self.today) && self.case.opened.visibility == Visibility::Normal;
        match self.case.opened.terms.notice.filter(|_| open) {
            Some(limit) => {
                let until = Clock::new(self.today, limit).due_on(self.setting.calendar);
                vec![Event::NoticeOpened {
                    until: until.on.unwrap_or(self.today),
                }]
            }
            None => self.awarded(decision).chain(self.asks_for_papers_later()).collect(),
        }
    }

    fn awarded(&self, decision: &Decision) -> impl Iterator<Item = Event> {
        let basis = || decision.reasons.iter().map(|reason| reason.code.clone()).collect();
        let award = match decision.verdict.pays() {
            Some((monthly, from)) => Some(Event::Awarded(Award {
                person: self.case.opened.subject.key.clone(),
                service: self.case.opened.service.clone(),
                monthly,
                from,
                basis: basis(),
            })),
            None => decision.verdict.grants().then(|| {
                Event::AwardedInKind(AwardInKind {
                    person: self.case.opened.subject.key.clone(),
                    service: self.case.opened.service.clone(),
                    basis: basis(),
                })
            }),
        };
        self.ends_award().into_iter().chain(award)
    }
}

/// Public notice and objections.
impl Work<'_> {
    fn end_notice(&self) -> Happens {
        let notice = self.case.notice.ok_or(Refusal::NoNotice)?;
        if notice.ended {
            return Err(Refusal::NoticeOver);
        }
        if self.today <= notice.until {
            return Err(Refusal::NoticeRunning { until: notice.until });
        }
        if self.case.open_objections().next().is_some() {
            return Err(Refusal::ObjectionOpen);
        }
        let made = self.case.decision_in_force().ok_or(Refusal::NotDecided)?;
        let awarded = self.awarded(&made.decision);
        Ok(std::iter::once(Event::NoticeEnded).chain(awarded).collect())
    }

    fn object(&self, sentence: Option<&Sentence>, contact: Option<&String>) -> Happens {
        let notice = self.case.notice.ok_or(Refusal::NoNotice)?;
        if notice.ended || notice.until < self.today {
            return Err(Refusal::NoticeOver);
        }
        if self.case.open_objections().count() >= MOST_OBJECTIONS {
            return Err(Refusal::TooManyObjections);
        }
        Ok(vec![Event::ObjectionMade {
            number: self.case.objections.last().map_or(1, |last| last.number + 1),
            sentence: said(sentence)?,
            contact: contact.cloned(),
        }])
    }

    fn decide_objection(&self, number: u32, upheld: bool, sentence: Option<&Sentence>) -> Happens {
        let mut open = self.case.open_objections();
        if self.case.phase != Phase::Decided || !open.any(|objection| objection.number == number) {
            return Err(Refusal::NoSuchObjection);
        }
        self.may_answer_objections()?;
        Ok(vec![Event::ObjectionDecided {
            number,
            upheld,
            sentence: said(sentence)?,
        }])
    }
}

impl Work<'_> {
    fn may_answer_objections(&self) -> Result<(), Refusal> {
        if self.case.decision_in_force().is_some_and(|made| self.took_part(made)) {
            return Err(Refusal::ObjectionToOwnDecision);
        }
        Ok(())
    }
}

/// Letters: with contests the only things that happen to a closed case, beside reading it.
impl Work<'_> {
    fn serve_letter(&self, letter: LetterKind, on: Date, way: ServiceWay, notes: &ServiceNotes) -> Happens {
        if self.officer().is_none() && (way != ServiceWay::Portal || on != self.today) {
            return Err(Denied::StaffOnly.into());
        }
        let case = self.case;
        let written_on = match letter {
            LetterKind::Acceptance => case.accepted.as_ref().map(|accepted| accepted.at.date()),
            LetterKind::MissingPapers => case.lists.last().map(|list| list.asked_on),
            LetterKind::Decision => case.decision_in_force().map(|made| made.in_force_on()),
        };
        let written_on = written_on.ok_or(Refusal::NoSuchLetter)?;
        let arrived = case.served.iter().filter(|served| served.letter == letter);
        let again = match letter {
            LetterKind::Acceptance => arrived.count() > 0,
            LetterKind::MissingPapers => arrived.count() >= case.lists.len(),
            LetterKind::Decision => {
                let last = case.decisions.len().checked_sub(1);
                arrived.into_iter().any(|served| served.decision == last)
            }
        };
        if again {
            return Err(Refusal::AlreadyServed);
        }
        if on < written_on || self.today < on {
            return Err(Refusal::ServedOnWrong);
        }
        if let Some(wrong) = wrong_notes(way, notes).next() {
            return Err(wrong);
        }
        let counts = way.counts_on(on);
        if self.today < counts {
            return Err(Refusal::AnnouncementRunning { until: counts });
        }
        Ok(vec![Event::LetterServed {
            letter,
            on: counts,
            way,
            notes: notes.clone(),
        }])
    }
}

type ServiceNotes = BTreeMap<ServiceNote, String>;

/// What is missing on the record of a service, and what does not belong to its way, in the order of the list.
pub fn wrong_notes(way: ServiceWay, notes: &ServiceNotes) -> impl Iterator<Item = Refusal> {
    ServiceNote::ALL.iter().filter_map(move |note| {
        let said = notes.get(note).is_some_and(|said| !said.trim().is_empty());
        match (way.needs().contains(note), said) {
            (true, false) => Some(Refusal::ServiceNoteMissing { note: *note }),
            (false, true) => Some(Refusal::ServiceNoteUnneeded { note: *note }),
            _ => None,
        }
    })
}

/// Facts, choices, papers, notes.
impl Work<'_> {
    fn correct(
        &self,
        fact: &str,
        new: Option<&super::FactHeld>,
        sentence: Option<&Sentence>,
        assessment: &super::Assessed,
    ) -> Happens {
        let old = self.case.facts.get(fact);
        if self.officer().is_some() {
            self.in_hand()?;
            self.not_barred_from_the_stage()?;
            said(sentence)?;
        } else {
            self.open()?;
            let theirs = |held: &super::FactHeld| matches!(held.source, Source::Stated | Source::CertificateNumber);
            let says_more = new.is_some_and(|new| new.source != Source::Stated);
            if says_more || !old.is_none_or(theirs) {
                return Err(Refusal::NotYoursToCorrect);
            }
        }
        self.may_record(fact)?;
        self.nothing_unsigned()?;
        self.known_fact(fact)?;
        if old == new {
            return Err(Refusal::SameValue);
        }
        Ok(vec![Event::Corrected {
            fact: fact.to_owned(),
            old: old.cloned(),
            new: new.cloned(),
            sentence: sentence.cloned(),
            assessment: Box::new(assessment.clone()),
        }])
    }

    /// What is found out at a stage is recorded there and nowhere else: not by the person, and not by who decides on it.
    fn may_record(&self, fact: &str) -> Result<(), Refusal> {
        let terms = &self.case.opened.terms;
        let here = || {
            self.case
                .stage()
                .is_some_and(|stage| stage.records.iter().any(|recorded| recorded == fact))
        };
        match self.officer() {
            _ if !terms.is_recorded(fact) => Ok(()),
            None => Err(Refusal::NotYoursToCorrect),
            Some(_) if here() => Ok(()),
            Some(_) => Err(Refusal::RecordedElsewhere),
        }
    }

    fn dispute(&self, fact: &str, stated: &serde_json::Value) -> Happens {
        self.open()?;
        let held = self.case.facts.get(fact);
        let held = held.ok_or_else(|| Refusal::NoSuchFact { fact: fact.to_owned() })?;
        if !held.source.is_others() {
            return Err(Refusal::NotFromRegister);
        }
        if held.value == *stated {
            return Err(Refusal::SameValue);
        }
        Ok(vec![Event::FactDisputed {
            fact: fact.to_owned(),
            held: held.value.clone(),
            stated: stated.clone(),
        }])
    }

    /// Facts that the rules read, or that are held.
    fn known_fact(&self, fact: &str) -> Result<(), Refusal> {
        let assessment = &self.case.assessment;
        let read = assessment.trace.iter().any(|line| line.facts.contains_key(fact));
        let missing = assessment.missing.iter().any(|missing| missing == fact);
        // What a step is there to find out, whatever it is read for.
        let recorded = self.case.opened.terms.is_recorded(fact);
        if read || missing || recorded || self.case.facts.contains_key(fact) {
            Ok(())
        } else {
            Err(Refusal::NoSuchFact { fact: fact.to_owned() })
        }
    }

    fn choose_overlap(&self, choice: OverlapPick) -> Happens {
        self.open()?;
        self.nothing_unsigned()?;
        if self.case.assessment.choice().is_none() {
            return Err(Refusal::NoOverlap);
        }
        if self.case.pick() == Some(choice) {
            return Err(Refusal::SameValue);
        }
        Ok(vec![Event::OverlapChosen { choice }])
    }

    /// By the office of the stage, or the federation, whoever has the case.
    fn lift_hold(&self, facts: &BTreeMap<String, super::FactHeld>, assessment: &super::Assessed) -> Happens {
        self.open()?;
        if self.case.hold.is_none() {
            return Err(Refusal::NotOnHold);
        }
        if assessment.outcome == Outcome::OnHold {
            return Err(Refusal::StillOnHold);
        }
        Ok(vec![Event::HoldLifted {
            facts: facts.clone(),
            assessment: Box::new(assessment.clone()),
        }])
    }

    /// Taking back is as easy as giving, and as possible when all is over. The consent for a child carries the
    /// application itself: who takes it back withdraws.
    fn change_consents(&self, changes: &BTreeMap<ConsentTo, bool>, sentence: Option<&Sentence>) -> Happens {
        if changes.is_empty() || changes.keys().any(|to| !to.optional()) {
            return Err(Refusal::NoConsentNamed);
        }
        let sentence = match self.officer() {
            Some(_) => Some(said(sentence)?),
            None => sentence.cloned(),
        };
        Ok(vec![Event::ConsentsChanged {
            changes: changes.clone(),
            sentence,
        }])
    }

    /// At any time: letters go out after a case is closed as well.
    fn choose_letter_forms(&self, forms: &[LetterForm], sentence: Option<&Sentence>) -> Happens {
        let sentence = match self.officer() {
            Some(_) => Some(said(sentence)?),
            None => sentence.cloned(),
        };
        let all = LetterForm::ALL.iter().copied();
        Ok(vec![Event::LetterFormsChosen {
            forms: all.filter(|form| forms.contains(form)).collect(),
            sentence,
        }])
    }

    /// By the person themselves, or by an officer who has seen them sign that they want it.
    fn withdraw(&self, sentence: Option<&Sentence>, seen: Option<IdentityProof>) -> Happens {
        self.open()?;
        match (self.officer(), seen) {
            (None, None) => Ok(self.withdrawn(None, sentence.cloned())),
            (None, Some(_)) => Err(Denied::StaffOnly.into()),
            (Some(_), None) => Err(Refusal::IdentityNotConfirmed),
            (Some(_), Some(how)) => {
                let sentence = said(sentence)?;
                // A signature opens nothing to whoever handed the application in.
                let seen = identity_confirmed(Seen {
                    how,
                    filer: FilerSeen::Other,
                });
                Ok(self.withdrawn(Some(seen), Some(sentence)))
            }
        }
    }

    /// With it ends what was still paid by a decision that a reconsideration annulled.
    fn withdrawn(&self, seen: Option<Event>, sentence: Option<Sentence>) -> Vec<Event> {
        let withdrawn = Event::Withdrawn { sentence };
        seen.into_iter().chain(self.ends_award()).chain([withdrawn]).collect()
    }

    /// At any time while something is paid or may still be, whoever has the case: the person stands at the window.
    fn record_account(&self, payment: Option<&Payment>) -> Happens {
        self.decided_here()?;
        if self.case.award.is_none() {
            self.not_closed()?;
        }
        if self.case.identity.is_none() {
            return Err(Refusal::IdentityNotConfirmed);
        }
        let payment = payment.ok_or(Refusal::AccountMissing)?;
        if payment.holder.is_some() && !is_guardian(self.case.opened.submitter.role) {
            return Err(Refusal::AccountOfAnother);
        }
        if self.case.payment.as_ref() == Some(payment) {
            return Err(Refusal::SameValue);
        }
        Ok(vec![Event::AccountRecorded {
            payment: payment.clone(),
        }])
    }

    fn view_document(&self, file: &str) -> Happens {
        let mut files = self.case.evidence.iter().flat_map(|paper| &paper.files);
        if !files.any(|known| known == file) {
            return Err(Refusal::NoSuchDocument);
        }
        Ok(vec![Event::DocumentViewed { file: file.to_owned() }])
    }

    fn note(&self, sentence: Option<&Sentence>) -> Happens {
        self.not_closed()?;
        Ok(vec![Event::Noted {
            sentence: said(sentence)?,
        }])
    }
}

/// What commands ask before they do anything.
impl Work<'_> {
    pub(super) fn officer(&self) -> Option<&OfficerId> {
        match self.actor {
            Actor::Officer(officer) => Some(&officer.id),
            Actor::Resident(_) | Actor::System => None,
        }
    }

    /// Whether who gives the command made a decision or signed it.
    pub(super) fn took_part(&self, made: &super::DecisionMade) -> bool {
        self.officer()
            .is_some_and(|officer| officer == made.decision.author.officer() || made.second.as_ref() == Some(officer))
    }

    fn human(&self) -> Result<ByHuman, Refusal> {
        match (self.actor, self.post) {
            (Actor::Officer(officer), Some(post)) => Ok(ByHuman::of(officer, post, self.today)),
            _ => Err(Denied::StaffOnly.into()),
        }
    }

    pub(super) fn supervises(&self) -> bool {
        match self.actor {
            Actor::Officer(officer) => supervises(officer, self.case, self.today),
            Actor::Resident(_) | Actor::System => false,
        }
    }

    fn not_closed(&self) -> Result<(), Refusal> {
        match self.case.phase {
            Phase::Open | Phase::Decided => Ok(()),
            // A request for reconsideration is work again.
            Phase::Closed if self.case.reconsideration().is_some() => Ok(()),
            Phase::Closed => Err(Refusal::Closed),
        }
    }

    pub(super) fn open(&self) -> Result<(), Refusal> {
        match self.case.phase {
            Phase::Open => Ok(()),
            Phase::Decided => Err(Refusal::AlreadyDecided),
            Phase::Closed => Err(Refusal::Closed),
        }
    }

    /// Open, and with nobody else.
    pub(super) fn in_hand(&self) -> Result<(), Refusal> {
        self.open()?;
        match &self.case.assignee {
            Some(has) if Some(has) != self.officer() => Err(Refusal::AssignedToOther),
            _ => Ok(()),
        }
    }

    pub(super) fn decided_here(&self) -> Result<(), Refusal> {
        if self.case.opened.terms.forward_only {
            return Err(Refusal::OtherPlaceDecides);
        }
        Ok(())
    }

    pub(super) fn accepted(&self) -> Result<(), Refusal> {
        match self.case.accepted {
            Some(_) => Ok(()),
            None => Err(Refusal::NotAccepted),
        }
    }

    pub(super) fn no_papers_pending(&self) -> Result<(), Refusal> {
        match self.case.list_waited_for() {
            Some(list) if self.today <= list.until => Err(Refusal::PapersPending { until: list.until }),
            _ => Ok(()),
        }
    }

    pub(super) fn nothing_unsigned(&self) -> Result<(), Refusal> {
        match self.case.unsigned() {
            Some(_) => Err(Refusal::SignaturePending),
            None => Ok(()),
        }
    }
}

pub(super) fn said(sentence: Option<&Sentence>) -> Result<Sentence, Refusal> {
    sentence.cloned().ok_or(Refusal::SentenceMissing)
}
