//! 行政复议: a request for reconsideration, its way and its end.
//!
//! The people's government of the county reconsiders what its civil affairs decided (行政复议法 art. 24); the office is
//! the party complained of and answers nothing itself. What stands here is the office's part: it hands the request on,
//! sends its reply, and carries out what the government says.

use serde::{Deserialize, Serialize};

use super::deadline::used;
use super::{Case, Changed, ContestOffice, DecisionMade, Event, Phase, Recorded, ResultKind, Sentence, StepState};
use crate::access::OfficerId;
use crate::calendar::{Clock, Date, Due, Limit, Month, WorkingDays, day_text};
use crate::money::Fen;
use crate::person::closed_list;

/// How soon a request is handed to the government. The law names no time for this channel; where it lets a request be
/// left with the office that decided, the office has five working days (art. 32).
pub const PASS_ON: Limit = Limit::WorkingDays(5);
/// How soon the government says whether it takes it up; where it says nothing, it has (art. 30).
pub const TAKE_UP: Limit = Limit::WorkingDays(5);
/// How soon the office replies, from the day it gets the copy (art. 48); without a reply the decision counts as made
/// without evidence (art. 70).
const REPLY: Limit = Limit::WorkingDays(10);
/// The same in the simple procedure (art. 54).
const REPLY_SIMPLE: Limit = Limit::WorkingDays(5);
/// Days in which the government decides, from the day it took the request up (art. 62).
const DECIDE: u16 = 60;
/// The same in the simple procedure (arts. 53, 62).
const DECIDE_SIMPLE: u16 = 30;
/// Days by which it may be longer (art. 62).
const LONGER: u16 = 30;
/// How soon somebody goes to court, from the day the government's decision arrived (行政诉讼法 art. 45).
pub const COURT: Limit = Limit::CalendarDays(15);

/// A request for reconsideration and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reconsideration {
    /// The decision it is about, by its place.
    pub decision: usize,
    /// The office to whom it was made; none where the government reconsiders.
    pub office: Option<ContestOffice>,
    /// The day it was made.
    pub asked_on: Date,
    /// What the person says.
    pub sentence: Sentence,
    /// The officer who recorded it, where it was made at a counter: they do not record how it ends.
    pub recorded_by: Option<OfficerId>,
    /// When it was handed on, and the number of the receipt.
    pub passed_on: Option<(Date, String)>,
    /// When it was taken up.
    pub taken_up: Option<TakenUp>,
    /// The day the office replied.
    pub replied_on: Option<Date>,
    /// The last day for the government, where it takes longer.
    pub extended: Option<Date>,
    /// A result that waits for a second person.
    pub draft: Option<Draft>,
    /// How it ended.
    pub outcome: Option<Reconsidered>,
    /// The government's reasons, in short and in plain words.
    pub reasons: Option<Sentence>,
    /// The day the office recorded it.
    pub ended_on: Option<Date>,
}

/// A result by which more is paid than before, recorded by one officer and not yet signed by another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What the government's paper says.
    pub outcome: Reconsidered,
    /// Its reasons, in short and in plain words.
    pub sentence: Sentence,
    /// Who recorded it.
    pub by: Option<OfficerId>,
}

/// That the government has taken a request up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenUp {
    /// The day on which it did.
    #[serde(with = "day_text")]
    pub on: Date,
    /// The day on which the office got the copy: its time to reply counts from it.
    #[serde(with = "day_text")]
    pub received_on: Date,
    /// The number of the government's paper.
    pub number: String,
    /// 简易程序
    pub simple: bool,
}

/// How a reconsideration ended, from the government's paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reconsidered {
    /// What it says.
    pub result: ReconsideredAs,
    /// Its number.
    pub number: String,
    /// Its day.
    #[serde(with = "day_text")]
    pub on: Date,
    /// The day it reached the person, where the office knows; the time to go to court counts from it.
    #[serde(with = "day_text::optional")]
    pub served_on: Option<Date>,
    /// What is paid from now on: of a change, and of a settlement that says so.
    pub pays: Option<(Fen, Month)>,
    /// The last day to decide again, where it names one.
    #[serde(with = "day_text::optional")]
    pub again_by: Option<Date>,
}

closed_list! {
    /// What a government can say of a decision.
    ReconsideredAs {
        /// 维持 (art. 68)
        Upheld = "upheld",
        /// 变更 (art. 63)
        Changed = "changed",
        /// 撤销, 部分撤销, 确认无效: decided again, and not the same on the same grounds (arts. 64, 67)
        Annulled = "annulled",
        /// 撤销 only because of how it was made: decided again (art. 64)
        AnnulledForProcedure = "annulled_for_procedure",
        /// 责令履行: to be decided again within a time (art. 66)
        Ordered = "ordered",
        /// 确认违法: it was wrong and stands (art. 65)
        Unlawful = "unlawful",
        /// 调解书 (art. 73)
        Settled = "settled",
        /// 驳回 (arts. 33, 69)
        Dismissed = "dismissed",
        /// 不予受理 (art. 30)
        NotTakenUp = "not_taken_up",
        /// 终止, most often because it was taken back (arts. 41, 74)
        Ended = "ended",
    }
}

impl ReconsideredAs {
    /// Whether the case is decided again.
    pub fn decides_again(self) -> bool {
        matches!(self, Self::Annulled | Self::AnnulledForProcedure | Self::Ordered)
    }

    /// Whether an office that was objected to can say so: it lets the decision stand or orders to put it right (法律援助法
    /// art. 49); or the person took the objection back.
    pub fn answers_an_objection(self) -> bool {
        matches!(self, Self::Upheld | Self::Ordered | Self::Ended)
    }

    /// Whether the person can go to court about it within [`COURT`]: not about what they agreed to or took back.
    pub fn leads_to_court(self) -> bool {
        !matches!(self, Self::Settled | Self::Ended)
    }
}

closed_list! {
    /// A step of a reconsideration.
    ContestStage {
        /// The office hands the request to the government.
        PassOn = "contest_pass_on",
        /// The government says whether it takes it up.
        TakeUp = "contest_take_up",
        /// The office replies.
        Reply = "contest_reply",
        /// The government decides.
        Decide = "contest_decide",
        /// The office that was objected to decides.
        Objection = "contest_objection",
    }
}

impl ContestStage {
    /// Whether the government acts, and not the office.
    pub fn is_of_government(self) -> bool {
        matches!(self, Self::TakeUp | Self::Decide)
    }

    /// Whether the office acts whose decision it is.
    pub fn is_of_office(self) -> bool {
        matches!(self, Self::PassOn | Self::Reply)
    }
}

/// A step of a reconsideration, for timelines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContestStep {
    /// Which.
    pub stage: ContestStage,
    /// Where it stands.
    pub state: StepState,
}

impl Reconsideration {
    /// The step that somebody has to take next; none once it has ended.
    pub fn stage(&self) -> Option<ContestStage> {
        if self.outcome.is_some() {
            None
        } else if self.office.is_some() {
            Some(ContestStage::Objection)
        } else if self.taken_up.is_some() {
            let replied = self.replied_on.is_some();
            Some(if replied {
                ContestStage::Decide
            } else {
                ContestStage::Reply
            })
        } else if self.passed_on.is_some() {
            Some(ContestStage::TakeUp)
        } else {
            Some(ContestStage::PassOn)
        }
    }

    /// The limit of a step; none before it begins to run.
    pub fn clock_of(&self, stage: ContestStage) -> Option<Clock> {
        match stage {
            ContestStage::Objection => self.office.map(|office| Clock::new(self.asked_on, office.limit)),
            _ if self.office.is_some() => None,
            ContestStage::PassOn => Some(Clock::new(self.asked_on, PASS_ON)),
            ContestStage::TakeUp => self.passed_on.as_ref().map(|(on, _)| Clock::new(*on, TAKE_UP)),
            ContestStage::Reply => self.taken_up.as_ref().map(|taken| {
                let limit = if taken.simple { REPLY_SIMPLE } else { REPLY };
                Clock::new(taken.received_on, limit)
            }),
            ContestStage::Decide => self.taken_up.as_ref().map(|taken| {
                let days = match self.extended {
                    Some(until) => u16::try_from((until - taken.on).whole_days()).unwrap_or(DECIDE),
                    None if taken.simple => DECIDE_SIMPLE,
                    None => DECIDE,
                };
                Clock::new(taken.on, Limit::CalendarDays(days))
            }),
        }
    }

    /// The limit that runs.
    pub fn clock(&self) -> Option<Clock> {
        self.clock_of(self.stage()?)
    }

    /// The latest day that the government may name when it takes longer: another thirty days, or the sixty of the
    /// ordinary procedure where it began as a simple one (arts. 55, 62).
    pub fn longest(&self) -> Option<Date> {
        let taken = self.taken_up.as_ref()?;
        let days = if taken.simple { DECIDE } else { DECIDE + LONGER };
        taken.on.checked_add(time::Duration::days(days.into()))
    }

    /// The day since which the request counts as taken up although nobody said so (art. 30).
    pub fn counts_as_taken_up(&self, calendar: &WorkingDays, today: Date) -> Option<Date> {
        if self.stage() != Some(ContestStage::TakeUp) {
            return None;
        }
        let due = self.clock()?.due_on(calendar).on?;
        (due < today).then_some(due)
    }

    /// Every step, first to last. What it never came to is left out once it has ended.
    pub fn steps(&self, calendar: &WorkingDays, today: Date) -> Vec<ContestStep> {
        let now = self.stage();
        let mut steps: Vec<ContestStep> = Vec::new();
        let mut before = Due {
            on: Some(self.asked_on),
            provisional: false,
        };
        let its = |stage: &ContestStage| self.office.is_some() == (*stage == ContestStage::Objection);
        for stage in ContestStage::ALL.iter().copied().filter(its) {
            let clock = self.clock_of(stage);
            let state = match (self.done_on(stage), clock) {
                (Some(on), clock) => StepState::Done {
                    on,
                    used: clock.map_or(0, |clock| used(&clock, calendar, on)),
                },
                (None, Some(clock)) if now == Some(stage) => StepState::Now {
                    due: clock.due_on(calendar),
                    standing: clock.remaining(calendar, today),
                },
                // The government's time runs while the office replies.
                (None, Some(clock)) if now.is_some() => StepState::Ahead {
                    due: clock.due_on(calendar),
                },
                (None, None) if now.is_some() && stage != ContestStage::Reply => StepState::Ahead {
                    due: super::deadline::after(before, limit_of(stage), calendar, today),
                },
                (None, _) => continue,
            };
            before = match state {
                StepState::Done { on, .. } => Due {
                    on: Some(on),
                    provisional: false,
                },
                StepState::Now { due, .. } | StepState::Ahead { due } => due,
            };
            steps.push(ContestStep { stage, state });
        }
        steps
    }

    /// The day on which a step was done.
    fn done_on(&self, stage: ContestStage) -> Option<Date> {
        let taken = self.taken_up.as_ref().map(|taken| taken.on);
        let ended = self.outcome.as_ref();
        match stage {
            ContestStage::Objection => ended.map(|outcome| outcome.on),
            ContestStage::PassOn => self.passed_on.as_ref().map(|(on, _)| *on).or(taken),
            ContestStage::TakeUp => {
                let refused = ended.filter(|outcome| outcome.result == ReconsideredAs::NotTakenUp);
                taken.or(refused.map(|outcome| outcome.on))
            }
            ContestStage::Reply => self.replied_on,
            ContestStage::Decide => {
                let decided = ended.filter(|outcome| outcome.result != ReconsideredAs::NotTakenUp);
                decided.map(|outcome| outcome.on)
            }
        }
    }

    /// Whether the same person may ask again about the same decision: only where it was never taken up (art. 30).
    fn lets_ask_again(&self) -> bool {
        match self.outcome.as_ref().map(|outcome| outcome.result) {
            Some(ReconsideredAs::NotTakenUp) => true,
            Some(ReconsideredAs::Ended) => self.taken_up.is_none(),
            _ => false,
        }
    }

    /// The last day to go to court; none where it does not lead there, or nobody said when the paper arrived.
    pub fn court_until(&self, calendar: &WorkingDays) -> Option<Due> {
        // Fifteen days are those after a reconsideration; after an objection the time is the one for any decision.
        let outcome = self
            .outcome
            .as_ref()
            .filter(|outcome| self.office.is_none() && outcome.result.leads_to_court())?;
        Some(Clock::new(outcome.served_on?, COURT).due_on(calendar))
    }
}

/// How long a step takes at most that has not begun.
fn limit_of(stage: ContestStage) -> Limit {
    match stage {
        ContestStage::PassOn => PASS_ON,
        ContestStage::TakeUp => TAKE_UP,
        ContestStage::Reply => REPLY,
        // Its clock runs from the day it is made.
        ContestStage::Decide | ContestStage::Objection => Limit::CalendarDays(DECIDE),
    }
}

impl Case {
    /// The request for reconsideration that runs.
    pub fn reconsideration(&self) -> Option<&Reconsideration> {
        self.reconsiderations.last().filter(|asked| asked.outcome.is_none())
    }

    /// The last request about the decision in force.
    pub fn reconsideration_of_decision(&self) -> Option<&Reconsideration> {
        self.decision_in_force()?;
        let decision = self.decisions.len().checked_sub(1)?;
        self.reconsiderations.last().filter(|asked| asked.decision == decision)
    }

    /// Whether reconsideration of the decision in force can be asked for, or objected to it. Whether it comes in time is for
    /// the government to say, who hears why it comes late (arts. 20, 30). One objects to a refusal (法律援助法 art. 49).
    pub fn may_contest(&self) -> bool {
        let objects = self.opened.terms.contest_office.is_some();
        self.decision_in_force()
            .is_some_and(|made| !objects || !made.decision.verdict.grants())
            && self.reconsideration().is_none()
            && self
                .reconsideration_of_decision()
                .is_none_or(Reconsideration::lets_ask_again)
    }

    /// The office that has an objection to decide on.
    pub fn objection_office(&self) -> Option<ContestOffice> {
        self.reconsideration()?.office
    }

    /// A result of the request that runs, waiting for a second person.
    pub fn unsigned_reconsideration(&self) -> Option<&Draft> {
        self.reconsideration()?.draft.as_ref()
    }

    /// The decision that a request is about.
    pub fn contested_decision(&self, asked: &Reconsideration) -> Option<&DecisionMade> {
        self.decisions.get(asked.decision)
    }

    /// Whether a decision is the one in force.
    pub(super) fn is_in_force(&self, decision: usize) -> bool {
        self.decision_in_force().is_some() && decision + 1 == self.decisions.len()
    }

    /// The decisions that were annulled, each with what the government said.
    pub fn annulled(&self) -> impl Iterator<Item = (&DecisionMade, &Reconsidered)> {
        self.reconsiderations.iter().filter_map(|asked| {
            let outcome = asked
                .outcome
                .as_ref()
                .filter(|outcome| outcome.result.decides_again())?;
            Some((self.decisions.get(asked.decision)?, outcome))
        })
    }

    /// The events of a reconsideration.
    pub(super) fn apply_contest(&mut self, recorded: &Recorded) {
        let (event, today) = (&recorded.event, recorded.at.date());
        if let Event::Contested { sentence } = event {
            self.reconsiderations.push(Reconsideration {
                decision: self.decisions.len().saturating_sub(1),
                office: self.opened.terms.contest_office,
                asked_on: today,
                sentence: sentence.clone(),
                recorded_by: recorded.by.officer().cloned(),
                passed_on: None,
                taken_up: None,
                replied_on: None,
                extended: None,
                draft: None,
                outcome: None,
                reasons: None,
                ended_on: None,
            });
            return;
        }
        let Some(asked) = self.reconsiderations.last_mut().filter(|asked| asked.outcome.is_none()) else {
            return;
        };
        match event {
            Event::ContestPassedOn { on, number } => asked.passed_on = Some((*on, number.clone())),
            Event::ContestTakenUp(taken) => asked.taken_up = Some(taken.clone()),
            Event::ContestReplied { on } => asked.replied_on = Some(*on),
            Event::ContestExtended { until } => asked.extended = Some(*until),
            Event::ReconsiderationDrafted { outcome, sentence } => {
                asked.draft = Some(Draft {
                    outcome: (**outcome).clone(),
                    sentence: sentence.clone(),
                    by: recorded.by.officer().cloned(),
                });
                self.assignee = None;
            }
            Event::SignatureDeclined { .. } => asked.draft = None,
            Event::Reconsidered { outcome, sentence } => {
                asked.draft = None;
                asked.outcome = Some((**outcome).clone());
                asked.reasons = Some(sentence.clone());
                asked.ended_on = Some(today);
                let decision = asked.decision;
                self.carry_out(decision, outcome, today);
            }
            _ => {}
        }
    }

    /// What the government says comes about, where the decision it speaks of is still in force.
    fn carry_out(&mut self, decision: usize, outcome: &Reconsidered, today: Date) {
        if self.phase != Phase::Open {
            self.assignee = None;
        }
        if !self.is_in_force(decision) {
            return;
        }
        if outcome.result.decides_again() {
            self.decide_again(today);
            if let (Some(by), Some(entered)) = (outcome.again_by, self.clocks.last_mut()) {
                let days = u16::try_from((by - today).whole_days()).unwrap_or(0);
                entered.clock.limit = Limit::CalendarDays(days);
            }
        } else if let Some((monthly, from)) = outcome.pays {
            let all = self.assessment.monthly == Some(monthly) && from == Month::of(self.opened.on);
            self.result = Some(if all { ResultKind::Grant } else { ResultKind::Partial });
            if let Some(made) = self.decisions.last_mut() {
                made.changed = Some(Changed {
                    monthly,
                    from,
                    on: today,
                });
            }
        }
    }
}

impl DecisionMade {
    /// What is paid by it: as decided, or as the government changed it.
    pub fn pays(&self) -> Option<(Fen, Month)> {
        let changed = self.changed.map(|changed| (changed.monthly, changed.from));
        changed.or_else(|| self.decision.verdict.pays())
    }
}
