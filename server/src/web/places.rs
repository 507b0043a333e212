//! Places that are few: for requests, uploads, password checks, connections. One household cannot have them all.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::address::Household;

/// Some places.
#[derive(Debug)]
pub struct Places {
    most: usize,
    share: Share,
    taken: Mutex<Taken>,
}

/// How many of them one household gets.
#[derive(Clone, Copy, Debug)]
enum Share {
    /// Never more than are left: one alone half of all, a second half of the rest, and there is always one more.
    AsManyAsFree,
    /// The same, and never more than so many.
    Most(usize),
}

#[derive(Debug)]
struct Taken {
    all: usize,
    by: BTreeMap<Household, usize>,
}

impl Places {
    /// Places of which a household has at most as many as are left for everybody else.
    pub const fn shared(most: usize) -> Self {
        Self::new(most, Share::AsManyAsFree)
    }

    /// Places of which a household has at most as many as are left for everybody else, and never more than so many.
    pub const fn with_share(most: usize, share: usize) -> Self {
        Self::new(most, Share::Most(share))
    }

    const fn new(most: usize, share: Share) -> Self {
        Self {
            most,
            share,
            taken: Mutex::new(Taken {
                all: 0,
                by: BTreeMap::new(),
            }),
        }
    }

    /// A place for a household; for nobody's household (`None`), whichever is free. It is given back when it is let go.
    pub fn take(self: &Arc<Self>, whose: Option<Household>) -> Option<Place> {
        self.enter(whose).then(|| Place {
            of: Arc::clone(self),
            whose,
        })
    }

    /// Whether a place was free; whoever gets one must [`leave`](Self::leave) it.
    fn enter(&self, whose: Option<Household>) -> bool {
        let mut taken = self.taken();
        let free = self.most.saturating_sub(taken.all);
        let has = whose.and_then(|whose| taken.by.get(&whose)).copied().unwrap_or(0);
        let share = match self.share {
            // Whoever has none gets the last one.
            _ if whose.is_none() => usize::MAX,
            Share::AsManyAsFree => free.max(1),
            Share::Most(most) => most.min(free.max(1)),
        };
        if free == 0 || has >= share {
            return false;
        }
        taken.all += 1;
        if let Some(whose) = whose {
            taken.by.insert(whose, has + 1);
        }
        true
    }

    fn leave(&self, whose: Option<Household>) {
        let mut taken = self.taken();
        taken.all = taken.all.saturating_sub(1);
        let Some(whose) = whose else { return };
        match taken.by.get_mut(&whose) {
            Some(has) if *has > 1 => *has -= 1,
            _ => {
                taken.by.remove(&whose);
            }
        }
    }

    /// How many are taken.
    pub fn taken_now(&self) -> usize {
        self.taken().all
    }

    fn taken(&self) -> MutexGuard<'_, Taken> {
        self.taken.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A place, until it is let go.
#[derive(Debug)]
pub struct Place {
    of: Arc<Places>,
    whose: Option<Household>,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.of.leave(self.whose);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn household(number: u8) -> Household {
        Household::of(Some([192, 0, 2, number].into()))
    }

    /// Takes as many as there are to have.
    fn all(places: &Arc<Places>, whose: Option<Household>) -> Vec<Place> {
        std::iter::from_fn(|| places.take(whose)).collect()
    }

    #[test]
    fn one_household_leaves_as_many_as_it_has() {
        let places = Arc::new(Places::shared(64));
        let first = all(&places, Some(household(1)));
        assert_eq!(first.len(), 32);
        let second = all(&places, Some(household(2)));
        assert_eq!(second.len(), 16);
        let rest: Vec<Vec<Place>> = (3..100).map(|number| all(&places, Some(household(number)))).collect();
        assert_eq!(
            rest.iter().map(Vec::len).filter(|&had| had > 0).collect::<Vec<_>>(),
            [8, 4, 2, 1, 1]
        );
        assert!(places.take(Some(household(200))).is_none(), "no 65th place");
        drop(first);
        assert!(places.take(Some(household(200))).is_some());
    }

    #[test]
    fn a_share_may_be_a_number_and_nobodys_household_has_none() {
        let places = Arc::new(Places::with_share(10, 3));
        let first = all(&places, Some(household(1)));
        assert_eq!(first.len(), 3);
        let others: Vec<Vec<Place>> = (2..4).map(|number| all(&places, Some(household(number)))).collect();
        let had: Vec<usize> = others.iter().map(Vec::len).collect();
        assert_eq!(had, [3, 2], "however few are left, a newcomer finds one");
        let rest = all(&places, None);
        assert_eq!(rest.len(), 2);
        assert_eq!(places.taken_now(), 10);
        drop((first, others, rest));
        assert_eq!(places.taken_now(), 0);
        assert!(places.taken().by.is_empty(), "nothing is remembered of who has left");
    }
}
