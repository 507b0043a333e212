//! What others did in a person's name, for the person to see, and that they do not want it: answered by who supervises the
//! offices of the place, and out of sight of whoever did it (Civil Code arts. 34, 35: a guardian respects what the ward
//! wants).

use super::{Event, Recorded};
use crate::access::{By, Kin, PersonKey};
use crate::calendar::{Date, Instant, WorkingDays};

/// Working days until somebody who does not want what was done is answered.
pub const DAYS_TO_ANSWER_UNWANTED: u16 = 5;

/// The last day to answer somebody who said so on a day.
pub fn answer_unwanted_by(said: Date, calendar: &WorkingDays) -> Date {
    calendar.add_working_days(said, DAYS_TO_ANSWER_UNWANTED)
}

/// What was done in somebody's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// It was applied for.
    Submitted,
    /// Papers were handed in.
    PapersSupplied,
    /// An answer was put right.
    Corrected,
    /// What a register says was disputed.
    Disputed,
    /// One of two benefits was chosen.
    Chosen,
    /// The application was taken back.
    Withdrawn,
    /// Reconsideration was asked for.
    Contested,
    /// A consent was given or taken back.
    ConsentsChanged,
    /// What the person, or somebody beside them, was asked to confirm was confirmed.
    Confirmed,
    /// It was not confirmed.
    NotConfirmed,
}

/// One thing that another did in somebody's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoneByAnother {
    /// Its place in the case's history.
    pub seq: i64,
    /// When.
    pub at: Instant,
    /// With which account; none where nobody was signed in.
    pub account: Option<String>,
    /// What.
    pub deed: Deed,
}

/// What others did in a case, as whoever holds an account sees it: all that residents did with another account or with
/// none, and what an officer filed for them.
pub fn done_by_others(events: &[Recorded], own: &str) -> Vec<DoneByAnother> {
    let done = |recorded: &Recorded| {
        let account = match (&recorded.by, &recorded.event) {
            (By::Resident { account }, _) => account,
            // What an officer wrote down for them is in their name too.
            (By::Officer { .. }, Event::Submitted(submitted)) if submitted.assisted.is_some() => &None,
            _ => return None,
        };
        let deed = match &recorded.event {
            Event::Submitted(_) => Deed::Submitted,
            Event::PapersSupplied { .. } => Deed::PapersSupplied,
            Event::Corrected { .. } => Deed::Corrected,
            Event::FactDisputed { .. } => Deed::Disputed,
            Event::OverlapChosen { .. } => Deed::Chosen,
            Event::Withdrawn { .. } => Deed::Withdrawn,
            Event::Contested { .. } => Deed::Contested,
            Event::ConsentsChanged { .. } => Deed::ConsentsChanged,
            Event::ConfirmationGiven(_) => Deed::Confirmed,
            Event::ConfirmationRefused(_) => Deed::NotConfirmed,
            _ => return None,
        };
        (account.as_deref() != Some(own)).then(|| DoneByAnother {
            seq: recorded.seq,
            at: recorded.at,
            account: account.clone(),
            deed,
        })
    };
    events.iter().filter_map(done).collect()
}

/// Whether an officer may answer: neither for their own people, nor where they or their people did it.
pub fn may_answer_unwanted(kin: &Kin, parties: &[PersonKey]) -> bool {
    kin.relation(parties).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::parse_date;

    #[test]
    fn five_working_days_and_never_for_ones_own_people() {
        let day = |text| parse_date(text).unwrap();
        let by = answer_unwanted_by(day("2026-12-04"), &WorkingDays::default());
        assert_eq!(by, day("2026-12-11"), "over a weekend");
        let person = PersonKey("a".to_owned());
        let kin = Kin {
            relatives: vec![person.clone()],
            ..Kin::default()
        };
        assert!(!may_answer_unwanted(&kin, std::slice::from_ref(&person)));
        assert!(may_answer_unwanted(&Kin::default(), &[person]));
    }

    #[test]
    fn what_others_did_is_seen_and_what_one_did_oneself_is_not() {
        let at = Instant::from_epoch_ms(0);
        let account = |name: &str| Some(name.to_owned());
        let withdrawn = |seq, account| Recorded {
            seq,
            at,
            by: By::Resident { account },
            event: Event::Withdrawn { sentence: None },
        };
        let events = [
            withdrawn(1, account("own")),
            withdrawn(2, account("other")),
            withdrawn(3, None),
            Recorded {
                by: By::System,
                ..withdrawn(4, None)
            },
            Recorded {
                event: Event::Claimed,
                ..withdrawn(5, account("other"))
            },
        ];
        let seen: Vec<i64> = done_by_others(&events, "own").iter().map(|done| done.seq).collect();
        assert_eq!(seen, [2, 3]);
    }
}
