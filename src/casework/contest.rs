//! Deciding on the commands of a reconsideration ([`reconsider`](super::reconsider)).

use super::decide::{Happens, Work, said};
use super::{Event, Reconsideration, Reconsidered, ReconsideredAs, Refusal, Sentence, TakenUp, Verdict};
use crate::benefit::Award;
use crate::calendar::{Date, Month};

impl Work<'_> {
    /// By the person or whoever filed, or an officer who hears it.
    pub(super) fn contest(&self, sentence: Option<&Sentence>) -> Happens {
        if self.case.decision_in_force().is_none() {
            return Err(Refusal::NotDecided);
        }
        if !self.case.may_contest() {
            return Err(Refusal::AlreadyContested);
        }
        Ok(vec![Event::Contested {
            sentence: said(sentence)?,
        }])
    }

    /// Handing on decides nothing: whoever made the decision may do it too, so that nobody waits.
    pub(super) fn contest_pass_on(&self, on: Date, number: &str) -> Happens {
        let asked = self.reconsidering()?;
        if asked.passed_on.is_some() || asked.taken_up.is_some() {
            return Err(Refusal::ContestStepDone);
        }
        numbered(number)?;
        self.between(asked.asked_on, on)?;
        Ok(vec![Event::ContestPassedOn {
            on,
            number: number.trim().to_owned(),
        }])
    }

    pub(super) fn contest_take_up(&self, taken: &TakenUp) -> Happens {
        let asked = self.reconsidering()?;
        if asked.taken_up.is_some() {
            return Err(Refusal::ContestStepDone);
        }
        numbered(&taken.number)?;
        let handed_on = asked.passed_on.as_ref().map_or(asked.asked_on, |(on, _)| *on);
        self.between(handed_on, taken.on)?;
        self.between(taken.on, taken.received_on)
            .map_err(|_| Refusal::ContestReceivedWrong)?;
        Ok(vec![Event::ContestTakenUp(taken.clone())])
    }

    pub(super) fn contest_reply(&self, on: Date) -> Happens {
        let asked = self.reconsidering()?;
        let taken = asked.taken_up.as_ref().ok_or(Refusal::ContestNotTakenUp)?;
        if asked.replied_on.is_some() {
            return Err(Refusal::ContestStepDone);
        }
        self.between(taken.received_on, on)?;
        Ok(vec![Event::ContestReplied { on }])
    }

    pub(super) fn contest_extend(&self, until: Date) -> Happens {
        let asked = self.reconsidering()?;
        let longest = asked.longest().ok_or(Refusal::ContestNotTakenUp)?;
        if asked.extended.is_some() {
            return Err(Refusal::ContestStepDone);
        }
        let due = asked.clock_of(super::ContestStage::Decide);
        let due = due.and_then(|clock| clock.due_on(self.setting.calendar).on);
        if due.is_none_or(|due| until <= due) || longest < until {
            return Err(Refusal::ContestDayWrong);
        }
        Ok(vec![Event::ContestExtended { until }])
    }

    /// By somebody who neither made nor signed the decision, nor recorded the request. What it says is carried out with
    /// it; where more is paid than before, once a second person has signed.
    pub(super) fn reconsidered(&self, outcome: &Reconsidered, sentence: Option<&Sentence>) -> Happens {
        let asked = self.running()?;
        let contested = self.case.contested_decision(asked).ok_or(Refusal::NotDecided)?;
        if self.took_part(contested) {
            return Err(Refusal::ReconsiderationOfOwnDecision);
        }
        if self.officer().is_some() && asked.recorded_by.as_ref() == self.officer() {
            return Err(Refusal::ReconsiderationRecordedByThem);
        }
        if asked.draft.is_some() {
            return Err(Refusal::SignaturePending);
        }
        numbered(&outcome.number)?;
        self.between(asked.asked_on, outcome.on)?;
        if let Some(served) = outcome.served_on {
            self.between(outcome.on, served)
                .map_err(|_| Refusal::ContestServedWrong)?;
        }
        if outcome.again_by.is_some_and(|by| by < outcome.on) {
            return Err(Refusal::ContestAgainWrong);
        }
        let mut outcome = Reconsidered {
            number: outcome.number.trim().to_owned(),
            ..outcome.clone()
        };
        if !outcome.result.decides_again() {
            outcome.again_by = None;
        }
        match outcome.result {
            result if asked.office.is_some() && !result.answers_an_objection() => {
                return Err(Refusal::NoAnswerToObjection);
            }
            ReconsideredAs::Changed if asked.taken_up.is_none() => return Err(Refusal::ContestNotTakenUp),
            ReconsideredAs::Changed if outcome.pays.is_none() => return Err(Refusal::ContestAmountWrong),
            ReconsideredAs::Changed | ReconsideredAs::Settled => {}
            _ => outcome.pays = None,
        }
        let sentence = said(sentence)?;
        let events = self.carries_out(&outcome, &sentence)?;
        let before = contested.pays();
        let more = outcome
            .pays
            .is_some_and(|(monthly, from)| before.is_none_or(|(paid, since)| monthly > paid || from < since));
        if more {
            return Ok(vec![Event::ReconsiderationDrafted {
                outcome: Box::new(outcome),
                sentence,
            }]);
        }
        Ok(events)
    }

    /// The result and what it brings.
    fn carries_out(&self, outcome: &Reconsidered, sentence: &Sentence) -> Happens {
        let asked = self.running()?;
        let mut events = vec![Event::Reconsidered {
            outcome: Box::new(outcome.clone()),
            sentence: sentence.clone(),
        }];
        if let Some((monthly, from)) = outcome.pays {
            if asked.taken_up.is_none() {
                return Err(Refusal::ContestNotTakenUp);
            }
            if monthly.0 <= 0 || from < Month::of(self.case.opened.on) {
                return Err(Refusal::ContestAmountWrong);
            }
            if self.case.assessment.whole().is_none_or(|whole| whole < monthly) {
                return Err(Refusal::ContestAmountTooMuch);
            }
            if !self.case.is_in_force(asked.decision) {
                return Err(Refusal::ContestedDecisionGone);
            }
            if self.case.notice.is_some_and(|notice| !notice.ended) {
                if self.case.open_objections().next().is_some() {
                    return Err(Refusal::ObjectionOpen);
                }
                events.push(Event::NoticeEnded);
            }
            events.extend(self.ends_award());
            events.push(Event::Awarded(Award {
                person: self.case.opened.subject.key.clone(),
                service: self.case.opened.service.clone(),
                monthly,
                from,
                basis: Vec::new(),
            }));
        }
        Ok(events)
    }

    /// A second person signs what another recorded: only now it is carried out.
    pub(super) fn sign_reconsidered(&self) -> Happens {
        let draft = self.draft_of_another()?;
        let follows = self.carries_out(&draft.outcome, &draft.sentence)?;
        Ok(std::iter::once(Event::SignedSecond).chain(follows).collect())
    }

    /// The result that waits for a signature, and not for that of whoever recorded it.
    pub(super) fn draft_of_another(&self) -> Result<&super::Draft, Refusal> {
        let draft = self.case.unsigned_reconsideration();
        let draft = draft.ok_or(Refusal::NoSignaturePending)?;
        if draft.by.as_ref() == self.officer() {
            return Err(Refusal::OwnRecord);
        }
        Ok(draft)
    }

    /// After an annulment somebody else decides.
    pub(super) fn none_annulled_of_theirs(&self) -> Result<(), Refusal> {
        let own = self.case.annulled().any(|(annulled, _)| self.took_part(annulled));
        // A bureau that was objected to orders its centre to put it right (法律援助法 art. 49): the centre is bound by that,
        // whoever of its few people does it.
        if own && self.case.opened.terms.contest_office.is_none() {
            return Err(Refusal::AnnulledOwnDecision);
        }
        Ok(())
    }

    /// Nor is the same decided again on the same grounds (art. 64), unless only how it was decided was wrong.
    pub(super) fn decides_afresh(&self, verdict: &Verdict, reasons: &[super::Reason]) -> Result<(), Refusal> {
        for (annulled, outcome) in self.case.annulled() {
            let before = &annulled.decision.verdict;
            let same = before.grants() == verdict.grants()
                && before.pays() == verdict.pays()
                && annulled.decision.reasons == reasons;
            if same && outcome.result != ReconsideredAs::AnnulledForProcedure {
                return Err(Refusal::SameAsAnnulled);
            }
        }
        Ok(())
    }

    /// An award goes on until another decision takes its place; then this is its last month.
    pub(super) fn ends_award(&self) -> Option<Event> {
        let last = Month::of(self.today);
        self.case.award.as_ref().map(|_| Event::AwardEnded { last })
    }

    /// Why this officer does not take a case on which a reconsideration is all there is to do: they could not bring it
    /// to its end.
    pub(super) fn may_end_it(&self) -> Result<(), Refusal> {
        let Some(asked) = self.case.reconsideration() else {
            return Ok(());
        };
        if asked.draft.is_some() {
            return self.draft_of_another().map(|_| ());
        }
        let contested = self.case.contested_decision(asked);
        if contested.is_some_and(|contested| self.took_part(contested)) {
            return Err(Refusal::ReconsiderationOfOwnDecision);
        }
        if asked.recorded_by.is_some() && asked.recorded_by.as_ref() == self.officer() {
            return Err(Refusal::ReconsiderationRecordedByThem);
        }
        Ok(())
    }

    fn running(&self) -> Result<&Reconsideration, Refusal> {
        self.case.reconsideration().ok_or(Refusal::NothingContested)
    }

    /// A request that the government reconsiders: an objection has none of its steps.
    fn reconsidering(&self) -> Result<&Reconsideration, Refusal> {
        let asked = self.running()?;
        if asked.office.is_some() {
            return Err(Refusal::NothingContested);
        }
        Ok(asked)
    }

    /// Nothing is recorded before it happened, nor before what it follows from.
    fn between(&self, earliest: Date, on: Date) -> Result<(), Refusal> {
        if on < earliest || self.today < on {
            return Err(Refusal::ContestDayWrong);
        }
        Ok(())
    }
}

fn numbered(number: &str) -> Result<(), Refusal> {
    if number.trim().is_empty() {
        return Err(Refusal::ContestNumberMissing);
    }
    Ok(())
}
