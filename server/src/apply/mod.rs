//! Applying: beginning, answering page by page, papers, checking, handing in, stopping and going on.
//!
//! One file per use case. [`Opened`](opened::Opened) is a draft loaded for its owner; `view` makes pages of it.

mod acting;
mod already;
pub(crate) mod assisted;
mod cases;
mod check;
pub(crate) mod intake;
mod kept;
mod lines;
mod linked;
pub mod list;
mod opened;
mod owner;
mod problems;
mod questions;
pub mod townships;
mod tries;
mod view;

pub mod answer;
pub mod authority;
pub mod discard;
pub mod done;
pub mod drafts;
pub mod expire;
pub mod paper;
pub mod renewed;
pub mod resume;
pub mod start;
pub mod statement;
pub mod stop;

pub(crate) use problems::{day as day_problem, phone as phone_problem, problems as in_words};
pub(crate) use questions::reading as asks_for_reading;
pub(crate) use renewed::consents_of;
pub(crate) use resume::by_code;
pub(crate) use tries::Try;
pub(crate) use view::{LARGEST_MB, answered, checked};
