//! Civil dates, months and ages. A day is a day in Hunan (+08:00); the world's clock never enters here.

mod date;
mod month;

pub use date::{Date, age_on, months_between, parse_date};
pub use month::Month;
