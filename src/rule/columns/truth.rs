//! Three-valued truth over many rows.

use super::scratch::Scratch;

/// What a condition is in each row. Bits past the last row have no meaning.
pub(super) enum Truth {
    /// The same for everybody: a constant or policy decided it.
    Always(bool),
    /// Rows where it holds and rows where it does not; never both, unknown is neither.
    Planes { yes: Vec<u64>, no: Vec<u64> },
}

impl Truth {
    pub(super) fn not(self) -> Self {
        match self {
            Self::Always(value) => Self::Always(!value),
            Self::Planes { yes, no } => Self::Planes { yes: no, no: yes },
        }
    }

    /// From the rows that hold and the rows that are known: rows not known must not hold by accident.
    pub(super) fn of(mut yes: Vec<u64>, known: &[u64], scratch: &mut Scratch) -> Self {
        let mut no = scratch.words(yes.len());
        for ((yes, no), known) in yes.iter_mut().zip(&mut no).zip(known) {
            *no = known & !*yes;
            *yes &= known;
        }
        Self::Planes { yes, no }
    }

    /// As planes of that many words.
    pub(super) fn planes(self, words: usize, scratch: &mut Scratch) -> (Vec<u64>, Vec<u64>) {
        match self {
            Self::Planes { yes, no } => (yes, no),
            Self::Always(value) => {
                let (mut full, empty) = (scratch.words(words), scratch.words(words));
                full.fill(u64::MAX);
                if value { (full, empty) } else { (empty, full) }
            }
        }
    }

    pub(super) fn and(self, other: Self, scratch: &mut Scratch) -> Self {
        match (self, other) {
            (Self::Always(true), rest) | (rest, Self::Always(true)) => rest,
            (Self::Always(false), rest) | (rest, Self::Always(false)) => {
                rest.give_back(scratch);
                Self::Always(false)
            }
            (
                Self::Planes { mut yes, mut no },
                Self::Planes {
                    yes: other_yes,
                    no: other_no,
                },
            ) => {
                each(&mut yes, &other_yes, |left, right| left & right);
                each(&mut no, &other_no, |left, right| left | right);
                scratch.keep_words(other_yes);
                scratch.keep_words(other_no);
                Self::Planes { yes, no }
            }
        }
    }

    pub(super) fn or(self, other: Self, scratch: &mut Scratch) -> Self {
        self.not().and(other.not(), scratch).not()
    }

    /// Whether both are the same, where both are known.
    pub(super) fn same_as(self, other: Self, words: usize, scratch: &mut Scratch) -> Self {
        let (mut yes, mut no) = self.planes(words, scratch);
        let (other_yes, other_no) = other.planes(words, scratch);
        for (((yes, no), other_yes), other_no) in yes.iter_mut().zip(&mut no).zip(&other_yes).zip(&other_no) {
            (*yes, *no) = (*yes & other_yes | *no & other_no, *yes & other_no | *no & other_yes);
        }
        scratch.keep_words(other_yes);
        scratch.keep_words(other_no);
        Self::Planes { yes, no }
    }

    /// `self ? then : otherwise`; where `self` is unknown, what both have in common.
    pub(super) fn choose(self, then: Self, otherwise: Self, words: usize, scratch: &mut Scratch) -> Self {
        let (yes, no) = self.planes(words, scratch);
        let (mut then_yes, mut then_no) = then.planes(words, scratch);
        let (other_yes, other_no) = otherwise.planes(words, scratch);
        let pick = |yes: u64, no: u64, then: u64, other: u64| yes & then | no & other | then & other;
        for (at, (then_yes, then_no)) in then_yes.iter_mut().zip(&mut then_no).enumerate() {
            *then_yes = pick(yes[at], no[at], *then_yes, other_yes[at]);
            *then_no = pick(yes[at], no[at], *then_no, other_no[at]);
        }
        for buffer in [yes, no, other_yes, other_no] {
            scratch.keep_words(buffer);
        }
        Self::Planes {
            yes: then_yes,
            no: then_no,
        }
    }

    /// Where it is known: one answer for yes and another for no.
    pub(super) fn map(self, if_yes: bool, if_no: bool) -> Self {
        match (self, if_yes, if_no) {
            (Self::Always(value), ..) => Self::Always(if value { if_yes } else { if_no }),
            (truth, true, false) => truth,
            (truth, false, true) => truth.not(),
            (Self::Planes { mut yes, mut no }, both, _) => {
                each(&mut yes, &no, |left, right| left | right);
                no.fill(0);
                let truth = Self::Planes { yes, no };
                if both { truth } else { truth.not() }
            }
        }
    }

    pub(super) fn give_back(self, scratch: &mut Scratch) {
        if let Self::Planes { yes, no } = self {
            scratch.keep_words(yes);
            scratch.keep_words(no);
        }
    }
}

fn each(left: &mut [u64], right: &[u64], with: impl Fn(u64, u64) -> u64) {
    for (left, right) in left.iter_mut().zip(right) {
        *left = with(*left, *right);
    }
}
