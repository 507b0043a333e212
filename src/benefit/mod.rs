//! What is paid: awards, and the months they accrue.

mod award;

pub use award::{Accrual, Award};
