//! A program over a block, node by node.

use super::block::{Block, Column, ListColumn};
use super::numbers::Numbers;
use super::scratch::{Amounts, Scratch, Verdicts};
use super::truth::Truth;
use crate::calendar::{Date, age_on, months_between};
use crate::rule::facts::{PolicyValues, day_of};
use crate::rule::program::{Comparison, Node, NodeId, Program, Quantifier};
use crate::rule::vocabulary::Type;

impl Program {
    /// Whether a rule of type bool holds, for everybody in a block. Of every other type nothing is known.
    /// Block, policy values and program belong to one vocabulary.
    pub fn holds_block(&self, block: &Block, policies: &PolicyValues, scratch: &mut Scratch, into: &mut Verdicts) {
        let words = block.rows().div_ceil(64);
        let (yes, no) = if self.result_type() == Type::Bool {
            let run = Run {
                program: self,
                block,
                policies,
            };
            run.truth(self.root(), Level::people(block), scratch)
                .planes(words, scratch)
        } else {
            (scratch.words(words), scratch.words(words))
        };
        into.truth.assign(block.rows(), yes.iter().copied());
        into.known
            .assign(block.rows(), yes.iter().zip(&no).map(|(yes, no)| yes | no));
        scratch.keep_words(yes);
        scratch.keep_words(no);
    }

    /// The answers of a rule of type int or fen for everybody in a block. Of every other type nothing is
    /// known. Block, policy values and program belong to one vocabulary.
    pub fn amounts_block(&self, block: &Block, policies: &PolicyValues, scratch: &mut Scratch, into: &mut Amounts) {
        let words = block.rows().div_ceil(64);
        let (values, known) = if matches!(self.result_type(), Type::Int | Type::Fen) {
            let run = Run {
                program: self,
                block,
                policies,
            };
            run.numbers(self.root(), Level::people(block), scratch)
                .made(words, scratch)
        } else {
            (scratch.numbers(words * 64), scratch.words(words))
        };
        into.values.clear();
        into.values.extend_from_slice(&values[..block.rows()]);
        into.known.assign(block.rows(), known.iter().copied());
        scratch.keep_numbers(values);
        scratch.keep_words(known);
    }
}

/// One program over one block.
#[derive(Clone, Copy)]
struct Run<'a> {
    program: &'a Program,
    block: &'a Block,
    policies: &'a PolicyValues,
}

/// What a row is: a person, or inside `exists` and `all` an item of a list.
#[derive(Clone, Copy)]
struct Level<'a> {
    words: usize,
    list: Option<&'a ListColumn>,
}

impl<'a> Level<'a> {
    fn people(block: &Block) -> Self {
        Self {
            words: block.rows().div_ceil(64),
            list: None,
        }
    }

    fn items(list: &'a ListColumn) -> Self {
        Self {
            words: list.owners().len().div_ceil(64),
            list: Some(list),
        }
    }
}

impl<'a> Run<'a> {
    /// A node of type bool.
    fn truth(self, id: NodeId, level: Level<'a>, scratch: &mut Scratch) -> Truth {
        let words = level.words;
        match self.program.node(id) {
            Node::Constant(number) => Truth::Always(*number != 0),
            Node::Policy(policy) => Truth::Always(self.policies.scalar(*policy) != 0),
            Node::Fact(fact) => {
                let of_people = bits(self.block.column(*fact), scratch);
                match level.list {
                    None => of_people,
                    Some(list) => spread_truth(of_people, list, words, scratch),
                }
            }
            Node::Field(field) => match level.list {
                Some(list) => bits(list.field(usize::from(*field)), scratch),
                None => unknown(words, scratch),
            },
            Node::Not(inner) => self.truth(*inner, level, scratch).not(),
            Node::And(left, right) => match self.truth(*left, level, scratch) {
                Truth::Always(false) => Truth::Always(false),
                left => {
                    let right = self.truth(*right, level, scratch);
                    left.and(right, scratch)
                }
            },
            Node::Or(left, right) => match self.truth(*left, level, scratch) {
                Truth::Always(true) => Truth::Always(true),
                left => {
                    let right = self.truth(*right, level, scratch);
                    left.or(right, scratch)
                }
            },
            Node::Compare(comparison, left, right) if self.program.type_of(*left) == Type::Bool => {
                let (left, right) = (self.truth(*left, level, scratch), self.truth(*right, level, scratch));
                let same = left.same_as(right, words, scratch);
                if *comparison == Comparison::Equal {
                    same
                } else {
                    same.not()
                }
            }
            Node::Compare(comparison, left, right) => {
                let (left, right) = (
                    self.numbers(*left, level, scratch),
                    self.numbers(*right, level, scratch),
                );
                left.compare(*comparison, right, words, scratch)
            }
            Node::OneOf(inner, values) if self.program.type_of(*inner) == Type::Bool => self
                .truth(*inner, level, scratch)
                .map(values.contains(&1), values.contains(&0)),
            Node::OneOf(inner, values) => self.numbers(*inner, level, scratch).one_of(values, words, scratch),
            Node::Choose(condition, then, otherwise) => match self.truth(*condition, level, scratch) {
                Truth::Always(true) => self.truth(*then, level, scratch),
                Truth::Always(false) => self.truth(*otherwise, level, scratch),
                condition => {
                    let then = self.truth(*then, level, scratch);
                    let otherwise = self.truth(*otherwise, level, scratch);
                    condition.choose(then, otherwise, words, scratch)
                }
            },
            Node::Quantified(quantifier, list, body) => match self.block.column(*list) {
                Column::List(list) => {
                    let inner = Level::items(list);
                    let (yes, no) = self.truth(*body, inner, scratch).planes(inner.words, scratch);
                    quantify(*quantifier, list, yes, no, words, scratch)
                }
                _ => unknown(words, scratch),
            },
            // Of no other type than bool: the checker does not let them stand here.
            Node::Add(..) | Node::Subtract(..) | Node::AgeOn(..) | Node::MonthsBetween(..) | Node::Size(_) => {
                unknown(words, scratch)
            }
        }
    }

    /// A node of any type but bool and list.
    fn numbers(self, id: NodeId, level: Level<'a>, scratch: &mut Scratch) -> Numbers<'a> {
        let words = level.words;
        let mut both = |left: &NodeId, right: &NodeId, with: fn(i64, i64) -> i64| {
            let (left, right) = (
                self.numbers(*left, level, scratch),
                self.numbers(*right, level, scratch),
            );
            left.combine(right, words, scratch, with)
        };
        let found = match self.program.node(id) {
            Node::Constant(number) => Some(Numbers::Same(*number)),
            Node::Policy(policy) => Some(Numbers::Same(self.policies.scalar(*policy))),
            Node::Fact(fact) => Numbers::of(self.block.column(*fact)).map(|of_people| match level.list {
                None => of_people,
                Some(list) => spread_numbers(of_people, list, words, scratch),
            }),
            Node::Field(field) => level.list.and_then(|list| Numbers::of(list.field(usize::from(*field)))),
            Node::Add(left, right) => Some(both(left, right, i64::saturating_add)),
            Node::Subtract(left, right) => Some(both(left, right, i64::saturating_sub)),
            Node::AgeOn(birth, on) => Some(both(birth, on, |birth, on| of_days(birth, on, age_on))),
            Node::MonthsBetween(from, to) => Some(both(from, to, |from, to| of_days(from, to, months_between))),
            Node::Choose(condition, then, otherwise) => Some(match self.truth(*condition, level, scratch) {
                Truth::Always(true) => self.numbers(*then, level, scratch),
                Truth::Always(false) => self.numbers(*otherwise, level, scratch),
                condition => {
                    let then = self.numbers(*then, level, scratch);
                    let otherwise = self.numbers(*otherwise, level, scratch);
                    then.chosen_by(condition, otherwise, words, scratch)
                }
            }),
            Node::Size(fact) => match self.block.column(*fact) {
                Column::List(sized) => {
                    let of_people = sizes(sized, scratch);
                    Some(match level.list {
                        None => of_people,
                        Some(list) => spread_numbers(of_people, list, words, scratch),
                    })
                }
                _ => None,
            },
            // Bools are `truth`.
            Node::Not(_)
            | Node::And(..)
            | Node::Or(..)
            | Node::Compare(..)
            | Node::OneOf(..)
            | Node::Quantified(..) => None,
        };
        found.unwrap_or_else(|| Numbers::Made(scratch.numbers(words * 64), scratch.words(words)))
    }
}

/// The yes and no of a bool column.
fn bits(column: &Column, scratch: &mut Scratch) -> Truth {
    let known = column.known().words();
    let mut yes = scratch.words(known.len());
    if let Column::Bits { values, .. } = column {
        yes.copy_from_slice(values.words());
        return Truth::of(yes, known, scratch);
    }
    Truth::Planes {
        no: scratch.words(known.len()),
        yes,
    }
}

fn unknown(words: usize, scratch: &mut Scratch) -> Truth {
    Truth::Planes {
        yes: scratch.words(words),
        no: scratch.words(words),
    }
}

/// The full years or months between two day numbers; where a number is no day, it is not known either and
/// the result has no meaning.
fn of_days(from: i64, to: i64, count: fn(Date, Date) -> i64) -> i64 {
    day_of(from).zip(day_of(to)).map_or(0, |(from, to)| count(from, to))
}

fn sizes<'a>(list: &ListColumn, scratch: &mut Scratch) -> Numbers<'a> {
    let words = list.known().words();
    let (mut values, mut known) = (scratch.numbers(words.len() * 64), scratch.words(words.len()));
    known.copy_from_slice(words);
    for (value, bounds) in values.iter_mut().zip(list.starts().windows(2)) {
        *value = i64::try_from(bounds[1] - bounds[0]).unwrap_or(i64::MAX);
    }
    Numbers::Made(values, known)
}

/// What is so of people, over the items of their lists.
fn spread_truth(of_people: Truth, list: &ListColumn, words: usize, scratch: &mut Scratch) -> Truth {
    let Truth::Planes { yes, no } = of_people else {
        return of_people;
    };
    let (item_yes, item_no) = (
        spread_bits(&yes, list, words, scratch),
        spread_bits(&no, list, words, scratch),
    );
    scratch.keep_words(yes);
    scratch.keep_words(no);
    Truth::Planes {
        yes: item_yes,
        no: item_no,
    }
}

fn spread_numbers<'a>(of_people: Numbers<'a>, list: &ListColumn, words: usize, scratch: &mut Scratch) -> Numbers<'a> {
    if matches!(of_people, Numbers::Same(_)) {
        return of_people;
    }
    let (people, known) = of_people.made(list.known().words().len(), scratch);
    let mut values = scratch.numbers(words * 64);
    for (value, owner) in values.iter_mut().zip(list.owners()) {
        *value = people[*owner];
    }
    let item_known = spread_bits(&known, list, words, scratch);
    Numbers::Made(people, known).give_back(scratch);
    Numbers::Made(values, item_known)
}

fn spread_bits(of_people: &[u64], list: &ListColumn, words: usize, scratch: &mut Scratch) -> Vec<u64> {
    let mut bits = scratch.words(words);
    for (item, owner) in list.owners().iter().enumerate() {
        bits[item / 64] |= (of_people[owner / 64] >> (owner % 64) & 1) << (item % 64);
    }
    bits
}

/// Items become people again: one deciding item decides, else one unknown item leaves it unknown.
fn quantify(
    quantifier: Quantifier,
    list: &ListColumn,
    yes: Vec<u64>,
    no: Vec<u64>,
    words: usize,
    scratch: &mut Scratch,
) -> Truth {
    let mut unknown = scratch.words(yes.len());
    for ((unknown, yes), no) in unknown.iter_mut().zip(&yes).zip(&no) {
        *unknown = !(yes | no);
    }
    let deciding = if quantifier == Quantifier::Exists { &yes } else { &no };
    let mut decided = owners_of(deciding, list, words, scratch);
    let open = owners_of(&unknown, list, words, scratch);
    let mut otherwise = scratch.words(words);
    for (at, known) in list.known().words().iter().enumerate() {
        decided[at] &= known;
        otherwise[at] = known & !decided[at] & !open[at];
    }
    for buffer in [yes, no, unknown, open] {
        scratch.keep_words(buffer);
    }
    let truth = Truth::Planes {
        yes: decided,
        no: otherwise,
    };
    if quantifier == Quantifier::Exists {
        truth
    } else {
        truth.not()
    }
}

/// The people who own one of these items.
fn owners_of(items: &[u64], list: &ListColumn, words: usize, scratch: &mut Scratch) -> Vec<u64> {
    let mut people = scratch.words(words);
    for (word, owners) in items.iter().zip(list.owners().chunks(64)) {
        let mut left = *word;
        while left != 0 {
            // The last group may have fewer owners than bits.
            let Some(owner) = owners.get(left.trailing_zeros() as usize) else {
                break;
            };
            people[owner / 64] |= 1 << (owner % 64);
            left &= left - 1;
        }
    }
    people
}
