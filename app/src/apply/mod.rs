//! The pages of an application that are not plain questions: sending papers, choosing between two
//! benefits, consents, checking the answers, the declaration, and what comes after it. Plain
//! questions are [`question`](crate::question) pages.

pub mod assisted;
pub mod check_answers;
pub mod checked;
pub mod confirmation;
pub mod conflict;
pub mod consents;
pub mod declaration;
pub mod drafts;
pub mod evidence;
pub mod kept;
pub mod left_out;
pub mod list;
pub mod overlap;
pub mod renewed;
pub mod resume;

mod answer;
mod step;

#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod tests;

pub use answer::{Answer, Line, Source};
pub use step::Step;
