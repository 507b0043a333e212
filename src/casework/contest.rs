//! Deciding on the commands of a reconsideration ([`reconsider`](super::reconsider)).

use super::decide::{Happens, Work, said};
use super::{Event, Phase, Reconsideration, Reconsidered, ReconsideredAs, Refusal, Sentence, TakenUp, Verdict};
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
        let asked = self.running()?;
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
        let asked = self.running()?;
        if asked.taken_up.is_some() {
            return Err(Refusal::ContestStepDone);
        }
        numbered(&taken.number)?;
        let handed_on = asked.passed_on.as_ref().map_or(asked.asked_on, |(on, _)| *on);
        self.between(handed_on, taken.on)?;
        self.between(taken.on, taken.received_on)?;
        Ok(vec![Event::ContestTakenUp(taken.clone())])
    }

    pub(super) fn contest_reply(&self, on: Date) -> Happens {
        let asked = self.running()?;
        let taken = asked.taken_up.as_ref().ok_or(Refusal::ContestNotTakenUp)?;
        if asked.replied_on.is_some() {
            return Err(Refusal::ContestStepDone);
        }
        self.between(taken.received_on, on)?;
        Ok(vec![Event::ContestReplied { on }])
    }

    pub(super) fn contest_extend(&self, until: Date) -> Happens {
        let asked = self.running()?;
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

    /// By somebody who neither made nor signed the decision: what it says is carried out with it.
    pub(super) fn reconsidered(&self, outcome: &Reconsidered, sentence: Option<&Sentence>) -> Happens {
        let asked = self.running()?;
        let contested = self.case.contested_decision(asked).ok_or(Refusal::NotDecided)?;
        if self.took_part(contested) {
            return Err(Refusal::ReconsiderationOfOwnDecision);
        }
        numbered(&outcome.number)?;
        self.between(asked.asked_on, outcome.on)?;
        if let Some(served) = outcome.served_on {
            self.between(outcome.on, served)?;
        }
        if outcome.again_by.is_some_and(|by| by < outcome.on) {
            return Err(Refusal::ContestDayWrong);
        }
        let mut outcome = Reconsidered {
            number: outcome.number.trim().to_owned(),
            ..outcome.clone()
        };
        if !outcome.result.decides_again() {
            outcome.again_by = None;
        }
        match outcome.result {
            ReconsideredAs::Changed if outcome.pays.is_none() => return Err(Refusal::ContestAmountWrong),
            ReconsideredAs::Changed | ReconsideredAs::Settled => {}
            _ => outcome.pays = None,
        }
        let pays = outcome.pays;
        let mut events = vec![Event::Reconsidered {
            outcome: Box::new(outcome),
            sentence: said(sentence)?,
        }];
        if let Some((monthly, from)) = pays {
            if monthly.0 <= 0 || from < Month::of(self.case.opened.on) {
                return Err(Refusal::ContestAmountWrong);
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

    /// After an annulment somebody else decides.
    pub(super) fn none_annulled_of_theirs(&self) -> Result<(), Refusal> {
        let own = self.case.annulled().any(|(annulled, _)| self.took_part(annulled));
        if own { Err(Refusal::AnnulledOwnDecision) } else { Ok(()) }
    }

    /// Nor is the same decided again on the same grounds (art. 64), unless only how it was decided was wrong.
    pub(super) fn decides_afresh(&self, verdict: &Verdict, reasons: &[super::Reason]) -> Result<(), Refusal> {
        for (annulled, outcome) in self.case.annulled() {
            let same = annulled.decision.verdict.pays() == verdict.pays() && annulled.decision.reasons == reasons;
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

    /// Whether there is only a reconsideration left to work on, and one that this officer cannot bring to its end.
    pub(super) fn may_not_end_it(&self) -> bool {
        let asked = self.case.reconsideration().filter(|_| self.case.phase != Phase::Open);
        let contested = asked.and_then(|asked| self.case.contested_decision(asked));
        contested.is_some_and(|contested| self.took_part(contested))
    }

    fn running(&self) -> Result<&Reconsideration, Refusal> {
        self.case.reconsideration().ok_or(Refusal::NothingContested)
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
