//! 好差评: what whoever filed thinks of how a case is handled, at three moments and in five levels, and what an office
//! does with a bad mark (国办发〔2019〕51号; decision 17). A mark belongs to the office, not to the officer.

use serde::{Deserialize, Serialize};

use super::{Case, Event, Recorded, ResultKind, RouteStage, Sentence};
use crate::access::{By, Visibility, role_of};
use crate::calendar::{Date, Instant, WorkingDays};
use crate::person::{Phone, closed_list};
use crate::place::OfficeKind;

/// Working days until whoever gave a bad mark has an answer.
pub const DAYS_TO_CALL_BACK: u16 = 5;
/// Of fewer marks than this nothing is told in figures: they would be those of people whom the office knows.
pub const FEWEST_TOLD: u32 = 10;
/// Above this share, and below the rest of it, only that is told: "all of them" is the mark of each.
const MOST_TOLD: u32 = 95;

closed_list! {
    /// When a case is rated.
    Moment {
        /// 受理
        Accepted = "accepted",
        /// 办理: after the first review, or once papers were asked for.
        Handled = "handled",
        /// 办结
        Decided = "decided",
    }
}

closed_list! {
    /// The five levels, the best first.
    Mark {
        /// 非常满意
        VerySatisfied = "5",
        /// 满意
        Satisfied = "4",
        /// 基本满意
        FairlySatisfied = "3",
        /// 不满意
        Dissatisfied = "2",
        /// 非常不满意
        VeryDissatisfied = "1",
    }
}

impl Mark {
    /// Whether it is a 差评, which the office answers.
    pub const fn is_low(self) -> bool {
        matches!(self, Self::Dissatisfied | Self::VeryDissatisfied)
    }
}

/// What is said beside a mark.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// What was good, what was not.
    pub words: Option<Sentence>,
    /// Whether to be called back.
    pub call: CallBack,
}

/// Whether somebody wants to be called back. Nobody has to: the answer stands on the page of the case in any case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallBack {
    /// They did not say: nobody calls.
    #[default]
    Unsaid,
    /// They do not.
    No,
    /// On this number.
    On(Phone),
}

/// What an office did about a bad mark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalledBack {
    /// The day on which they were spoken to.
    #[serde(with = "crate::calendar::day_text::optional")]
    pub called_on: Option<Date>,
    /// What was found and what was mended, for whoever gave the mark.
    pub words: Sentence,
}

/// Who gave a mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rater {
    /// Whoever handed the case in: with an account, in the same browser, or by number and code.
    Filer,
    /// The person, or whoever else an office linked to them, by account.
    Subject(String),
}

impl Rater {
    /// As it is stored.
    pub fn to_text(&self) -> String {
        match self {
            Self::Filer => "filer".to_owned(),
            Self::Subject(account) => format!("subject:{account}"),
        }
    }

    /// Reads what is stored.
    pub fn parse(text: &str) -> Option<Self> {
        if text == "filer" {
            return Some(Self::Filer);
        }
        let account = text.strip_prefix("subject:")?;
        Some(Self::Subject(account.to_owned()))
    }

    /// Whether a reader of the case sees what was said, and may say it anew. The person sees what is said in their name;
    /// what they say themselves is for the account they said it with. Everybody else learns that there is a mark.
    pub fn is_open_to(&self, reader: &Self) -> bool {
        match (self, reader) {
            (Self::Filer, _) => true,
            (Self::Subject(own), Self::Subject(account)) => own == account,
            (Self::Subject(_), Self::Filer) => false,
        }
    }
}

impl Case {
    /// Whether it has come to a moment at which it can be rated. What was taken back is not asked about any more; nor is
    /// what is confidential: nobody who answers marks may know that there is such a case.
    pub fn may_be_rated(&self, moment: Moment) -> bool {
        let confidential = self.opened.visibility == Visibility::Confidential;
        if confidential || self.result == Some(ResultKind::Withdrawn) {
            return false;
        }
        match moment {
            Moment::Accepted => self.accepted.is_some(),
            Moment::Handled => !self.findings.is_empty() || !self.lists.is_empty(),
            Moment::Decided => self.decision_in_force().is_some() || self.forwarded.is_some(),
        }
    }

    /// The office that a mark belongs to: the one that received it, the one that last reviewed it or asked for papers, the
    /// one that decided.
    pub fn office_rated(&self, events: &[Recorded], moment: Moment) -> OfficeKind {
        let route = &self.opened.terms.route;
        let of = |stage: Option<&RouteStage>| stage.map_or(OfficeKind::Township, |stage| stage.body);
        let handled = |recorded: &Recorded| match (&recorded.event, &recorded.by) {
            (Event::Reviewed(finding), _) => {
                let stage = route.iter().find(|stage| stage.id == finding.stage);
                stage.map(|stage| stage.body)
            }
            (Event::PapersRequested { .. }, By::Officer { post, .. }) => {
                let mut bodies = route.iter().map(|stage| stage.body);
                bodies.find(|body| role_of(*body) == post.role)
            }
            _ => None,
        };
        match moment {
            Moment::Accepted => of(route.first()),
            Moment::Handled => {
                let last = events.iter().rev().find_map(handled);
                last.unwrap_or_else(|| of(self.stage()))
            }
            Moment::Decided if self.decision_in_force().is_some() => of(route.last()),
            Moment::Decided => of(self.stage()),
        }
    }
}

/// What an officer does who handles a case: by name of the event. Whoever did any of it does not see who gave a bad mark,
/// and does not answer for it.
pub const HANDLES: [&str; 14] = [
    "claimed",
    "identity_confirmed",
    "accepted",
    "papers_requested",
    "returned",
    "forwarded",
    "reviewed",
    "decided",
    "signed_second",
    "signature_declined",
    "objection_decided",
    "corrected",
    "confirmation_given",
    "confirmation_refused",
];

/// The last day to answer a bad mark; none of any other. A mark that stays bad keeps its day.
pub fn call_back_by(mark: Mark, before: Option<Date>, today: Date, calendar: &WorkingDays) -> Option<Date> {
    let day = || before.unwrap_or_else(|| calendar.add_working_days(today, DAYS_TO_CALL_BACK));
    mark.is_low().then(day)
}

/// Whether they can have been called on a day: not before they said so, and not tomorrow.
pub fn can_have_called(on: Date, rated: Instant, today: Date) -> bool {
    rated.date() <= on && on <= today
}

/// Marks counted together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    all: u32,
    satisfied: u32,
}

/// What is told of marks counted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Nothing in figures.
    TooFew,
    /// How many, and the share of those who are at least fairly satisfied.
    Share {
        /// How many marks.
        all: u32,
        /// In percent.
        satisfied: Percent,
    },
}

/// A share as it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Percent {
    /// So much or less.
    AtMost(u32),
    /// So much, rounded.
    About(u32),
    /// So much or more.
    AtLeast(u32),
}

impl Tally {
    /// With so many more of one mark.
    pub fn add(&mut self, mark: Mark, count: u32) {
        self.all += count;
        if !mark.is_low() {
            self.satisfied += count;
        }
    }

    /// What may be told.
    pub fn told(self) -> Told {
        if self.all < FEWEST_TOLD {
            return Told::TooFew;
        }
        let percent = (self.satisfied * 100 + self.all / 2) / self.all;
        let satisfied = if percent >= MOST_TOLD {
            Percent::AtLeast(MOST_TOLD)
        } else if percent <= 100 - MOST_TOLD {
            Percent::AtMost(100 - MOST_TOLD)
        } else {
            Percent::About(percent)
        };
        Told::Share {
            all: self.all,
            satisfied,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::parse_date;

    fn day(text: &str) -> Date {
        parse_date(text).unwrap()
    }

    #[test]
    fn two_of_five_levels_are_bad() {
        let low: Vec<&str> = Mark::ALL
            .iter()
            .filter(|mark| mark.is_low())
            .map(|mark| mark.as_str())
            .collect();
        assert_eq!((Mark::ALL.len(), low), (5, vec!["2", "1"]));
        assert_eq!(Mark::parse("6"), None);
    }

    #[test]
    fn a_bad_mark_is_answered_in_five_working_days() {
        let calendar = WorkingDays::default();
        let by = |mark, before| call_back_by(mark, before, day("2026-12-04"), &calendar);
        // A Friday; weekends do not count.
        assert_eq!(by(Mark::Dissatisfied, None), Some(day("2026-12-11")));
        assert_eq!(by(Mark::FairlySatisfied, None), None);
        // Said worse the next day: the day stays.
        let before = Some(day("2026-12-10"));
        assert_eq!(by(Mark::VeryDissatisfied, before), before);
        assert_eq!(by(Mark::Satisfied, before), None);
        // Spring Festival of a year whose notice is known.
        let calendar = WorkingDays::read(WorkingDays::SHIPPED).unwrap();
        let by = call_back_by(Mark::VeryDissatisfied, None, day("2025-01-27"), &calendar);
        assert_eq!(by, Some(day("2025-02-10")));
    }

    #[test]
    fn nobody_was_called_before_they_spoke_or_tomorrow() {
        let rated = Instant::start_of(day("2026-12-04"));
        for (on, can) in [
            ("2026-12-03", false),
            ("2026-12-04", true),
            ("2026-12-07", true),
            ("2026-12-08", false),
        ] {
            assert_eq!(can_have_called(day(on), rated, day("2026-12-07")), can, "{on}");
        }
    }

    #[test]
    fn what_the_person_says_is_theirs() {
        let subject = |account: &str| Rater::Subject(account.to_owned());
        assert!(Rater::Filer.is_open_to(&Rater::Filer));
        assert!(Rater::Filer.is_open_to(&subject("1")), "what is said in their name");
        assert!(subject("1").is_open_to(&subject("1")));
        assert!(!subject("1").is_open_to(&subject("2")));
        assert!(!subject("1").is_open_to(&Rater::Filer));
        for rater in [Rater::Filer, subject("1")] {
            assert_eq!(Rater::parse(&rater.to_text()), Some(rater));
        }
        assert_eq!(Rater::parse("somebody"), None);
    }

    #[test]
    fn few_marks_and_marks_that_are_all_the_same_tell_nobodys() {
        let told = |good: u32, bad: u32| {
            let mut tally = Tally::default();
            tally.add(Mark::FairlySatisfied, good);
            tally.add(Mark::VeryDissatisfied, bad);
            tally.told()
        };
        let share = |all, satisfied| Told::Share { all, satisfied };
        assert_eq!(told(0, 0), Told::TooFew);
        assert_eq!(told(8, 1), Told::TooFew);
        assert_eq!(told(10, 0), share(10, Percent::AtLeast(95)));
        assert_eq!(told(0, 10), share(10, Percent::AtMost(5)));
        assert_eq!(told(9, 1), share(10, Percent::About(90)));
        assert_eq!(told(20, 10), share(30, Percent::About(67)));
    }

    #[test]
    fn what_handles_a_case_is_what_happens_to_cases() {
        let known = |name: &&str| Event::TAGS.iter().any(|tag| tag.split('@').next() == Some(*name));
        assert!(HANDLES.iter().all(known));
    }
}
