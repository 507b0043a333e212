//! Civil dates, months, ages, working days and time limits. A day is a day in Hunan (+08:00); the world's clock never
//! enters here: an [`Instant`] is always given.

mod clock;
mod date;
pub mod day_text;
mod instant;
mod month;
mod read_working_days;
mod working_days;

pub use clock::{Clock, Due, Limit, Pause, Remaining, Standing};
pub use date::{Date, age_on, months_between, parse_date};
pub use instant::Instant;
pub use month::Month;
pub use read_working_days::WorkingDaysError;
pub use working_days::{Notice, WorkingDays};
