//! What somebody tells us about the portal, from its arrival to its answer. The law wants complaints about accessibility
//! dealt with in time and answered (无障碍环境建设法 art. 62).

use serde::{Deserialize, Serialize};

use crate::calendar::{Date, Instant, WorkingDays};
use crate::casework::Sentence;

/// Working days until there is an answer.
pub const DAYS_TO_ANSWER: u16 = 15;
/// The longest name of a page, and the longest way to be reached.
pub const LONGEST_LINE: usize = 200;
/// How long it is kept after it is closed: evidence of what was complained of, and no longer.
pub const KEPT_DAYS: i64 = 730;

/// How somebody reads the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// By a screen reader.
    ScreenReader,
    /// On a braille display.
    Braille,
    /// Enlarged.
    Magnified,
    /// By keyboard or switch, without a mouse.
    Keyboard,
    /// By speaking to the device.
    Voice,
    /// On a phone.
    Phone,
}

/// What was told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// What happened.
    pub what: Sentence,
    /// On which page, as it was typed or as the link there said.
    pub page: Option<String>,
    /// How the page was read; empty where nothing was said.
    pub reading: Vec<Reading>,
    /// How to reach whoever told it; none is needed.
    pub contact: Option<String>,
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nobody has answered.
    Open,
    /// Somebody has; more can be said.
    Answered,
    /// It is over.
    Closed,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// When.
    pub at: Instant,
    /// Its words.
    pub words: Sentence,
}

/// What an administrator does with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Answers; once more, where it was answered.
    Answer(Sentence),
    /// Ends it.
    Close,
}

/// Why something cannot be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Whoever told it has no answer yet.
    AnswerFirst,
    /// It is over.
    Closed,
}

impl Reading {
    /// All of them, in the order they are asked.
    pub const ALL: [Self; 6] = [
        Self::ScreenReader,
        Self::Braille,
        Self::Magnified,
        Self::Keyboard,
        Self::Voice,
        Self::Phone,
    ];

    /// Its value in a form.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ScreenReader => "screen_reader",
            Self::Braille => "braille",
            Self::Magnified => "magnified",
            Self::Keyboard => "keyboard",
            Self::Voice => "voice",
            Self::Phone => "phone",
        }
    }

    /// Reads the value of a form.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reading| reading.as_str() == text)
    }
}

impl State {
    /// As it is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Answered => "answered",
            Self::Closed => "closed",
        }
    }

    /// Reads what is stored.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Open, Self::Answered, Self::Closed]
            .into_iter()
            .find(|state| state.as_str() == text)
    }

    /// How far it is after a command.
    ///
    /// # Errors
    /// Why that cannot be done.
    pub const fn after(self, command: &Command) -> Result<Self, Refusal> {
        match (self, command) {
            (Self::Closed, _) => Err(Refusal::Closed),
            (Self::Open | Self::Answered, Command::Answer(_)) => Ok(Self::Answered),
            (Self::Open, Command::Close) => Err(Refusal::AnswerFirst),
            (Self::Answered, Command::Close) => Ok(Self::Closed),
        }
    }
}

/// The last day for an answer to what arrived on a day.
pub fn due_on(received: Date, calendar: &WorkingDays) -> Date {
    calendar.add_working_days(received, DAYS_TO_ANSWER)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::parse_date;

    fn answer() -> Command {
        Command::Answer(Sentence::parse("修好了。").unwrap())
    }

    #[test]
    fn nothing_is_closed_without_an_answer() {
        assert_eq!(State::Open.after(&Command::Close), Err(Refusal::AnswerFirst));
        assert_eq!(State::Open.after(&answer()), Ok(State::Answered));
        assert_eq!(State::Answered.after(&answer()), Ok(State::Answered));
        assert_eq!(State::Answered.after(&Command::Close), Ok(State::Closed));
        assert_eq!(State::Closed.after(&answer()), Err(Refusal::Closed));
        assert_eq!(State::Closed.after(&Command::Close), Err(Refusal::Closed));
    }

    #[test]
    fn fifteen_working_days_do_not_count_weekends() {
        let day = |text| parse_date(text).unwrap();
        let calendar = WorkingDays::default();
        assert_eq!(due_on(day("2026-12-01"), &calendar), day("2026-12-22"));
        // On a Saturday: the first working day is Monday.
        assert_eq!(due_on(day("2026-12-05"), &calendar), day("2026-12-25"));
    }

    #[test]
    fn what_is_stored_reads_back() {
        for state in [State::Open, State::Answered, State::Closed] {
            assert_eq!(State::parse(state.as_str()), Some(state));
        }
        for reading in Reading::ALL {
            assert_eq!(Reading::parse(reading.as_str()), Some(reading));
            assert_eq!(
                serde_json::to_value(reading).unwrap(),
                serde_json::Value::from(reading.as_str())
            );
        }
        assert_eq!(Reading::parse("ear"), None);
    }
}
