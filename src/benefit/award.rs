//! An award: a monthly amount from a month on, by a decision.

use serde::{Deserialize, Serialize};

use crate::access::PersonKey;
use crate::calendar::Month;
use crate::money::Fen;

/// A person's right to a benefit, from its first month until it ends. Counted from the month of application
/// (自递交申请当月计发).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Award {
    /// Whose it is.
    pub person: PersonKey,
    /// The service's code.
    pub service: String,
    /// A month's amount as decided. Where policy raises it later, the month's amount is policy's.
    pub monthly: Fen,
    /// The first month.
    pub from: Month,
    /// The reason codes it rests on.
    pub basis: Vec<String>,
}

/// A person's right to be given a thing or a service.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AwardInKind {
    /// Whose it is.
    pub person: PersonKey,
    /// The service's code.
    pub service: String,
    /// The reason codes it rests on.
    pub basis: Vec<String>,
}

/// What one month is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accrual {
    /// The month.
    pub month: Month,
    /// Its amount.
    pub amount: Fen,
}

impl Award {
    /// The months from the first one up to and including another, each with the amount of the decision; empty where
    /// that lies before the first.
    pub fn accrued(&self, until: Month) -> impl Iterator<Item = Accrual> {
        let months = (self.from.index()..=until.index()).map(Month::from_index);
        months.map(|month| Accrual {
            month,
            amount: self.monthly,
        })
    }

    /// The sum of the months up to and including one.
    pub fn sum(&self, until: Month) -> Fen {
        Fen(self.accrued(until).map(|accrual| accrual.amount.0).sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_accrues_from_the_month_of_application() {
        let month = |text: &str| Month::parse(text).unwrap();
        let award = Award {
            person: PersonKey("key".to_owned()),
            service: "care_subsidy".to_owned(),
            monthly: Fen(7000),
            from: month("2025-06"),
            basis: vec!["GRADE_1_2".to_owned()],
        };
        assert_eq!(award.sum(month("2025-08")), Fen(21_000));
        assert_eq!(award.accrued(month("2025-05")).count(), 0);
        let json = serde_json::to_string(&award).unwrap();
        assert!(json.contains("\"2025-06\""), "{json}");
        assert_eq!(serde_json::from_str::<Award>(&json).unwrap(), award);
    }
}
