//! How much at once, and for how long anybody is waited for.

use std::collections::BTreeMap;
use std::time::Duration;

use super::{ConfigProblem, wrong};

/// What keeps a few visitors, slow or many, from holding up the others. `docs/OPERATIONS.md` says what each is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Connections in all.
    pub connections: usize,
    /// The most connections from one address (IPv6: one network of 64 bits) that is no proxy of ours; fewer where fewer
    /// are free.
    pub connections_per_peer: usize,
    /// Requests worked on at once.
    pub requests: usize,
    /// Large bodies taken in at once.
    pub uploads: usize,
    /// From the first byte of a request to the end of its head; and on a new connection until that byte.
    pub head: Duration,
    /// A connection on which nothing more is asked.
    pub idle: Duration,
    /// The longest time in which nothing worth the name arrives of a body, or is taken of an answer.
    pub stall: Duration,
    /// A body as a whole.
    pub body: Duration,
}

/// Their names among the settings: the default, the least and the most.
const NUMBERS: [(&str, u32, u32, u32); 8] = [
    ("connections", 2000, 8, 100_000),
    ("connections_per_peer", 256, 4, 100_000),
    ("requests", 512, 4, 10_000),
    ("uploads", 96, 2, 10_000),
    ("head_seconds", 15, 1, 600),
    ("idle_seconds", 75, 1, 3600),
    ("stall_seconds", 30, 1, 600),
    ("body_seconds", 300, 1, 3600),
];

impl Default for Limits {
    fn default() -> Self {
        Self::of(NUMBERS.map(|(_, default, ..)| default))
    }
}

impl Limits {
    /// Whether a setting is one of these.
    pub fn has(name: &str) -> bool {
        NUMBERS.iter().any(|(known, ..)| *known == name)
    }

    /// Reads them from the settings.
    ///
    /// # Errors
    /// The first one that is no number or out of bounds; more for one than for all.
    pub fn read(settings: &BTreeMap<String, String>) -> Result<Self, ConfigProblem> {
        let mut numbers = NUMBERS.map(|(_, default, ..)| default);
        for (number, (name, _, least, most)) in numbers.iter_mut().zip(NUMBERS) {
            let Some(value) = settings.get(name).filter(|value| !value.is_empty()) else {
                continue;
            };
            let given = value.parse().ok().filter(|given| (least..=most).contains(given));
            *number = given.ok_or_else(|| wrong(name, value, &format!("a whole number between {least} and {most}")))?;
        }
        // A part cannot be more than the whole; where the part was not asked for, it is made smaller.
        let given = |name: &str| settings.get(name).is_some_and(|value| !value.is_empty());
        for (part, whole) in [(1, 0), (3, 2)] {
            let (name, whole, most) = (NUMBERS[part].0, NUMBERS[whole].0, numbers[whole]);
            if numbers[part] > most && given(name) {
                let wanted = format!("at most ZHIDA_{}, which is {most}", whole.to_ascii_uppercase());
                return Err(wrong(name, &numbers[part].to_string(), &wanted));
            }
            numbers[part] = numbers[part].min(most);
        }
        Ok(Self::of(numbers))
    }

    /// From the numbers in the order of their names.
    fn of(numbers: [u32; 8]) -> Self {
        let [connections, per_peer, requests, uploads, head, idle, stall, body] = numbers;
        let many = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
        let seconds = |number: u32| Duration::from_secs(number.into());
        Self {
            connections: many(connections),
            connections_per_peer: many(per_peer),
            requests: many(requests),
            uploads: many(uploads),
            head: seconds(head),
            idle: seconds(idle),
            stall: seconds(stall),
            body: seconds(body),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(settings: &[(&str, &str)]) -> Result<Limits, String> {
        let settings = settings
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        Limits::read(&settings.collect()).map_err(|problem| problem.to_string())
    }

    #[test]
    fn what_is_not_set_is_as_it_ships() {
        assert_eq!(read(&[]).unwrap(), Limits::default());
        assert_eq!(
            read(&[("requests", "64"), ("head_seconds", "")]).unwrap(),
            Limits {
                requests: 64,
                uploads: 64,
                ..Limits::default()
            }
        );
    }

    #[test]
    fn no_limit_is_none() {
        for (name, value) in [
            ("requests", "0"),
            ("stall_seconds", "-1"),
            ("body_seconds", "5m"),
            ("connections", "99999999999"),
            ("connections_per_peer", "3000"),
            ("uploads", "513"),
        ] {
            let problem = read(&[(name, value)]).unwrap_err();
            let named = format!("ZHIDA_{}={value} cannot be used", name.to_ascii_uppercase());
            assert!(problem.starts_with(&named), "{problem}");
        }
    }
}
