//! Acting for another: what somebody may do in a person's name, for how long, and how that ends (Civil Code arts. 26 to
//! 39, 161 to 175). Who holds it is stored; whether it holds on a day is asked here, each time anew.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::calendar::{Date, age_on};
use crate::person::{SubmitterRole, closed_list};

closed_list! {
    /// As what somebody acts for another.
    AgentRole {
        /// 未成年人的监护人
        GuardianOfMinor = "guardian_of_minor",
        /// 成年人的监护人
        GuardianOfAdult = "guardian_of_adult",
        /// An institution that is the guardian (Civil Code art. 32).
        InstitutionalGuardian = "institutional_guardian",
        /// 法定赡养、抚养、扶养义务人, or another of the family
        Relative = "relative",
        /// 村(居)民委员会
        VillageCommittee = "village_committee",
        /// 其他委托人
        EntrustedAgent = "entrusted_agent",
    }
}

impl AgentRole {
    /// The roles that a person gives themselves: guardians are made by law, and an office sees the proof.
    pub const BY_THE_PERSON: [Self; 3] = [Self::Relative, Self::VillageCommittee, Self::EntrustedAgent];

    /// Whether it is a guardian.
    pub const fn is_guardian(self) -> bool {
        matches!(
            self,
            Self::GuardianOfMinor | Self::GuardianOfAdult | Self::InstitutionalGuardian
        )
    }

    /// Whether whoever has such a guardian cannot act for others while that lasts.
    pub const fn bars_from_acting(self) -> bool {
        matches!(self, Self::GuardianOfAdult | Self::InstitutionalGuardian)
    }

    /// As what they fill in an application.
    pub const fn files_as(self) -> SubmitterRole {
        match self {
            Self::GuardianOfMinor | Self::GuardianOfAdult => SubmitterRole::LegalGuardian,
            Self::InstitutionalGuardian => SubmitterRole::InstitutionalGuardian,
            Self::Relative => SubmitterRole::Relative,
            Self::VillageCommittee => SubmitterRole::VillageCommittee,
            Self::EntrustedAgent => SubmitterRole::EntrustedAgent,
        }
    }
}

closed_list! {
    /// One thing that somebody may do for another.
    Power {
        /// See the cases and their letters.
        View = "view",
        /// Apply, hand papers in, put answers right, take back, contest.
        Submit = "submit",
        /// Be told what happens.
        ReceiveNotice = "receive_notice",
        /// Say where the money goes.
        ChangeAccount = "change_account",
    }
}

closed_list! {
    /// Who ended a delegation.
    EndedBy {
        /// Whose matters they are.
        Principal = "principal",
        /// Whoever acted, by giving it up.
        Agent = "agent",
        /// Whoever was asked, by not taking it.
        Declined = "declined",
        /// An office.
        Office = "office",
    }
}

/// What somebody may do for another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delegation {
    /// As what.
    pub role: AgentRole,
    /// In matters of which services, by code; none where it is all of them.
    pub services: Option<BTreeSet<String>>,
    /// What they may do.
    pub powers: BTreeSet<Power>,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// The day on which the person comes of age, where they are a minor whose guardian this is.
    pub of_age_on: Option<Date>,
    /// Whether whoever acts has taken it.
    pub accepted: bool,
    /// Who ended it before its time.
    pub ended: Option<EndedBy>,
}

/// What is known of both people on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KnownOfBoth {
    /// The register has the person no more: they died, or moved away.
    pub principal_gone: bool,
    /// The same of whoever acts.
    pub agent_gone: bool,
    /// Whoever acts has a guardian themselves.
    pub agent_is_ward: bool,
}

/// How a delegation stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DelegationStanding {
    /// Nobody has taken it yet.
    Offered,
    /// Its first day is still to come.
    NotYet,
    /// It holds.
    Active,
    /// It holds no more.
    Over(Over),
}

/// Why a delegation holds no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// Somebody ended it.
    Ended(EndedBy),
    /// One of the two is in the register no more (Civil Code art. 173, nos. 4 and 5).
    Gone,
    /// Whoever acted has a guardian now (art. 173, no. 3).
    AgentIsWard,
    /// The child came of age (art. 39, no. 1).
    OfAge,
    /// Its last day is over (art. 173, no. 1).
    Term,
}

impl Delegation {
    /// How many days it lasts where nobody says otherwise: a year.
    pub const USUAL: i64 = 365;
    /// How many days it lasts at most: what is still true after three years is shown again.
    pub const LONGEST: i64 = 3 * 365;
    /// How many days the code is good by which it is taken.
    pub const CODE_DAYS: i64 = 7;
    /// So many offers of one person wait to be taken at most.
    pub const MOST_OFFERED: i64 = 20;
    /// How often a wrong name may come with that code.
    pub const CODE_TRIES: i64 = 5;

    /// How it stands on a day.
    pub fn standing_on(&self, day: Date, known: KnownOfBoth) -> DelegationStanding {
        use DelegationStanding as S;
        if let Some(by) = self.ended {
            return S::Over(Over::Ended(by));
        }
        if known.principal_gone || known.agent_gone {
            return S::Over(Over::Gone);
        }
        if known.agent_is_ward {
            return S::Over(Over::AgentIsWard);
        }
        if self.of_age_on.is_some_and(|of_age| of_age <= day) {
            return S::Over(Over::OfAge);
        }
        if self.until < day {
            return S::Over(Over::Term);
        }
        match self.accepted {
            false => S::Offered,
            true if day < self.from => S::NotYet,
            true => S::Active,
        }
    }

    /// The last day of one that begins on a day, at the latest: of a child's guardian the day before the child comes of
    /// age, however far that is.
    pub fn latest_end(role: AgentRole, from: Date, of_age_on: Option<Date>) -> Date {
        match of_age_on.filter(|_| role == AgentRole::GuardianOfMinor) {
            Some(of_age) => of_age.previous_day().unwrap_or(of_age),
            None => from.saturating_add(time::Duration::days(Self::LONGEST)),
        }
    }

    /// Whether matters of a service are part of it.
    pub fn covers(&self, service: &str) -> bool {
        self.services.as_ref().is_none_or(|named| named.contains(service))
    }

    /// Whether something may be done.
    pub fn allows(&self, power: Power) -> bool {
        self.powers.contains(&power)
    }
}

/// The day on which somebody comes of age: eighteen full years (Civil Code art. 17).
pub fn comes_of_age(born: Date) -> Date {
    let year = born.year() + 18;
    // Who is born on 29 February is eighteen on the 28th, as everywhere here.
    let day = born.day().min(born.month().length(year));
    Date::from_calendar_date(year, born.month(), day).unwrap_or(born)
}

/// Whether somebody born on a day may act for others.
pub fn may_act(born: Date, today: Date) -> bool {
    age_on(born, today) >= 18
}

/// Powers that were chosen, each by its name; nothing where none was. Whoever applies also sees what they applied for.
pub fn read_powers<'t>(chosen: impl Iterator<Item = &'t str>) -> Option<BTreeSet<Power>> {
    let mut powers: BTreeSet<Power> = chosen.filter_map(Power::parse).collect();
    if powers.contains(&Power::Submit) || powers.contains(&Power::ChangeAccount) {
        powers.extend([Power::View, Power::Submit]);
    }
    (!powers.is_empty()).then_some(powers)
}

/// What is closed of it, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// Whose matters they are, by name.
    pub principal: String,
    /// Who acts, by name.
    pub agent: String,
    /// The services, by code; none where it is all of them.
    pub services: Option<BTreeSet<String>>,
    /// What may be done.
    pub powers: BTreeSet<Power>,
    /// What an office saw.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::parse_date;
    use proptest::prelude::*;

    fn day(text: &str) -> Date {
        parse_date(text).unwrap()
    }

    fn lasting(role: AgentRole, from: Date, until: Date) -> Delegation {
        Delegation {
            role,
            services: None,
            powers: BTreeSet::from([Power::View]),
            from,
            until,
            of_age_on: None,
            accepted: true,
            ended: None,
        }
    }

    const NOTHING: KnownOfBoth = KnownOfBoth {
        principal_gone: false,
        agent_gone: false,
        agent_is_ward: false,
    };

    #[test]
    fn a_guardian_of_a_child_ends_on_the_eighteenth_birthday() {
        for (born, of_age) in [
            ("2008-12-01", "2026-12-01"),
            ("2008-02-29", "2026-02-28"),
            ("2006-02-28", "2024-02-28"),
        ] {
            let of_age = day(of_age);
            assert_eq!(comes_of_age(day(born)), of_age);
            let role = AgentRole::GuardianOfMinor;
            let until = Delegation::latest_end(role, day("2020-01-01"), Some(of_age));
            let mut guardian = lasting(role, day("2020-01-01"), until);
            guardian.of_age_on = Some(of_age);
            let eve = of_age.previous_day().unwrap();
            assert_eq!(guardian.standing_on(eve, NOTHING), DelegationStanding::Active);
            assert_eq!(
                guardian.standing_on(of_age, NOTHING),
                DelegationStanding::Over(Over::OfAge)
            );
            assert!(!may_act(day(born), eve) && may_act(day(born), of_age));
        }
    }

    #[test]
    fn it_ends_by_term_death_guardianship_and_by_who_ends_it() {
        let agent = lasting(AgentRole::EntrustedAgent, day("2026-11-30"), day("2027-11-29"));
        let on = |text| agent.standing_on(day(text), NOTHING);
        assert_eq!(on("2026-11-29"), DelegationStanding::NotYet);
        assert_eq!(on("2026-11-30"), DelegationStanding::Active);
        assert_eq!(on("2027-11-29"), DelegationStanding::Active);
        assert_eq!(on("2027-11-30"), DelegationStanding::Over(Over::Term));
        let today = day("2026-12-01");
        let gone = KnownOfBoth {
            principal_gone: true,
            ..NOTHING
        };
        let ward = KnownOfBoth {
            agent_is_ward: true,
            ..NOTHING
        };
        assert_eq!(agent.standing_on(today, gone), DelegationStanding::Over(Over::Gone));
        assert_eq!(
            agent.standing_on(today, ward),
            DelegationStanding::Over(Over::AgentIsWard)
        );
        let offered = Delegation {
            accepted: false,
            ..agent.clone()
        };
        assert_eq!(offered.standing_on(today, NOTHING), DelegationStanding::Offered);
        let ended = Delegation {
            ended: Some(EndedBy::Principal),
            ..agent
        };
        let over = DelegationStanding::Over(Over::Ended(EndedBy::Principal));
        assert_eq!(ended.standing_on(today, ward), over);
    }

    #[test]
    fn whoever_applies_sees_and_whoever_chose_nothing_may_do_nothing() {
        let read = |chosen: &[&str]| read_powers(chosen.iter().copied());
        assert_eq!(read(&["submit"]), Some(BTreeSet::from([Power::View, Power::Submit])));
        assert_eq!(read(&["view"]), Some(BTreeSet::from([Power::View])));
        assert_eq!((read(&[]), read(&["everything"])), (None, None));
        let account = read(&["change_account"]).unwrap();
        assert!(account.contains(&Power::Submit), "an account is said where one applies");
    }

    proptest! {
        #[test]
        fn it_holds_on_its_days_and_on_no_other(from in 0_i64..4000, lasts in 0_i64..2000, at in -100_i64..7000, born in 0_i64..7000) {
            let zero = day("2020-01-01");
            let (from, at) = (zero + time::Duration::days(from), zero + time::Duration::days(at));
            let until = from + time::Duration::days(lasts);
            let of_age = comes_of_age(zero + time::Duration::days(born - 6000));
            let mut delegation = lasting(AgentRole::GuardianOfMinor, from, until);
            delegation.of_age_on = Some(of_age);
            let holds = delegation.standing_on(at, NOTHING) == DelegationStanding::Active;
            prop_assert_eq!(holds, from <= at && at <= until && at < of_age);
            // Once over, it never comes back by time.
            if matches!(delegation.standing_on(at, NOTHING), DelegationStanding::Over(_)) {
                let later = delegation.standing_on(at + time::Duration::days(1), NOTHING);
                prop_assert!(matches!(later, DelegationStanding::Over(_)));
            }
        }

        #[test]
        fn nobody_is_of_age_a_day_early(days in 0_i64..20_000) {
            let born = day("1960-01-01") + time::Duration::days(days);
            let of_age = comes_of_age(born);
            prop_assert_eq!(age_on(born, of_age), 18);
            prop_assert_eq!(age_on(born, of_age.previous_day().unwrap()), 17);
        }
    }
}
