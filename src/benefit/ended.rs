//! One award after another for the same thing: what a month is worth in all, and what is still to be paid of it.

use super::Award;
use crate::calendar::Month;
use crate::money::Fen;

/// An award that another decision brought to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndedAward {
    /// What it was.
    pub award: Award,
    /// The last month it was for; before its first one where it never paid.
    pub last: Month,
}

impl EndedAward {
    /// What it has paid for a month.
    fn paid(&self, month: Month) -> Fen {
        if (self.award.from..=self.last).contains(&month) {
            self.award.monthly
        } else {
            Fen(0)
        }
    }
}

/// What has been paid for a month by awards that are over. They never add up: each paid what the ones before it had
/// left open.
fn paid_before(ended: &[EndedAward], month: Month) -> Fen {
    ended.iter().map(|ended| ended.paid(month)).max().unwrap_or(Fen(0))
}

/// What a person has for a month in all: the award's amount, and never less than was paid already. Taking something
/// back is for a human being to decide.
pub fn month_amount(award: Option<&Award>, ended: &[EndedAward], month: Month) -> Fen {
    let now = award.filter(|award| award.from <= month).map(|award| award.monthly);
    now.unwrap_or(Fen(0)).max(paid_before(ended, month))
}

/// What an award still owes for its months up to and including one, after all that was paid for them before.
pub fn owed(award: &Award, ended: &[EndedAward], until: Month) -> Fen {
    let months = award.accrued(until);
    let open = months.map(|accrual| (accrual.amount.0 - paid_before(ended, accrual.month).0).max(0));
    Fen(open.sum())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::PersonKey;

    fn month(text: &str) -> Month {
        Month::parse(text).unwrap()
    }

    fn award(monthly: i64, from: &str) -> Award {
        Award {
            person: PersonKey("key".to_owned()),
            service: "care_subsidy".to_owned(),
            monthly: Fen(monthly),
            from: month(from),
            basis: Vec::new(),
        }
    }

    #[test]
    fn a_higher_award_owes_the_difference_for_months_that_were_paid() {
        let ended = [EndedAward {
            award: award(5000, "2025-08"),
            last: month("2025-10"),
        }];
        let now = award(7000, "2025-06");
        // June and July whole, August to October the difference, November whole.
        assert_eq!(owed(&now, &ended, month("2025-11")), Fen(2 * 7000 + 3 * 2000 + 7000));
        assert_eq!(month_amount(Some(&now), &ended, month("2025-09")), Fen(7000));
    }

    #[test]
    fn what_was_paid_is_never_taken_back_by_itself() {
        let ended = [EndedAward {
            award: award(7000, "2025-06"),
            last: month("2025-10"),
        }];
        let now = award(5000, "2025-06");
        assert_eq!(owed(&now, &ended, month("2025-11")), Fen(5000));
        assert_eq!(month_amount(Some(&now), &ended, month("2025-09")), Fen(7000));
        assert_eq!(month_amount(None, &ended, month("2025-10")), Fen(7000));
        assert_eq!(month_amount(None, &ended, month("2025-11")), Fen(0));
    }

    #[test]
    fn several_that_are_over_do_not_add_up() {
        let over = |monthly, last| EndedAward {
            award: award(monthly, "2025-06"),
            last: month(last),
        };
        let ended = [over(5000, "2025-07"), over(7000, "2025-08")];
        assert_eq!(month_amount(None, &ended, month("2025-06")), Fen(7000));
        assert_eq!(owed(&award(9000, "2025-06"), &ended, month("2025-08")), Fen(6000));
    }
}
