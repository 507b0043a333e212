//! What is paid: awards, and the months they accrue.

mod award;
mod ended;

pub use award::{Accrual, Award, AwardInKind};
pub use ended::{EndedAward, month_amount, owed};
