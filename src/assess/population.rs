//! Invented people in columns, as many as are wanted, for benchmarks. Shares are rough guesses of the province's;
//! nobody is meant.

use crate::calendar::Date;
use crate::catalogue::Catalogue;
use crate::rule::Type;
use crate::rule::columns::{Block, ColumnMut};

/// Fills a block with people. The same seed gives the same people.
pub fn invent(catalogue: &Catalogue, block: &mut Block, seed: u64) {
    let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let rows = block.rows();
    let today = i64::from(Date::from_ordinal_date(2025, 169).map_or(0, Date::to_julian_day));
    for fact in &catalogue.facts {
        let name = fact.name.as_str();
        let values = match catalogue.vocabulary.fact_type(fact.id) {
            Type::Enum(id) => catalogue.vocabulary.enum_values(id).len(),
            _ => 0,
        };
        match block.column_mut(fact.id) {
            ColumnMut::Bools { values, known } => {
                // Most have a certificate, live here and receive nothing else.
                let usual = matches!(
                    name,
                    "certificate.present" | "hukou.in_province" | "residence.in_province" | "home.in_hukou_county"
                );
                values.fill_with(|_| dice.one_in(24) != usual);
                known.fill(true);
            }
            ColumnMut::Enums { values: column, known } => {
                // The first value is the usual one, except that a certificate is usually valid.
                let usual = u8::from(name == "certificate.status");
                for value in &mut column[..rows] {
                    *value = if dice.one_in(3) { dice.below(values) } else { usual };
                }
                known.fill(true);
            }
            ColumnMut::Numbers { values, known } => {
                for value in &mut values[..rows] {
                    *value = match name {
                        "application.on" => today,
                        "certificate.valid_until" => today - 300 + i64::from(dice.below(200)) * 20,
                        "certificate.grade" => 1 + i64::from(dice.below(4)),
                        _ => {
                            if dice.one_in(20) {
                                10_000
                            } else {
                                0
                            }
                        }
                    };
                }
                known.fill(true);
            }
            ColumnMut::List(list) => {
                list.set_lengths((0..rows).map(|_| 1 + usize::from(dice.one_in(16))));
                for field in 0.. {
                    match list.field_mut(field) {
                        Some(ColumnMut::Enums { values, known }) => {
                            values.iter_mut().for_each(|value| *value = dice.below(6));
                            known.fill(true);
                        }
                        Some(ColumnMut::Numbers { values, known }) => {
                            values
                                .iter_mut()
                                .for_each(|value| *value = 1 + i64::from(dice.below(4)));
                            known.fill(true);
                        }
                        Some(_) => {}
                        None => break,
                    }
                }
            }
        }
    }
}

/// A small generator of numbers (xorshift): quick, repeatable, good enough to spread people.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 >> 16
    }

    fn one_in(&mut self, count: u64) -> bool {
        self.next().is_multiple_of(count)
    }

    fn below(&mut self, count: usize) -> u8 {
        u8::try_from(self.next() % (count.max(1) as u64)).unwrap_or(0)
    }
}
