//! People in columns.

use super::mask::Mask;
use crate::rule::facts::{Facts, Value};
use crate::rule::vocabulary::{FactId, Type, Vocabulary};

/// What is known about many people: one column for each fact of a vocabulary.
#[derive(Clone, Debug)]
pub struct Block {
    rows: usize,
    facts: Vec<Column>,
}

/// The values of one fact, or of one field of the items of a list. What stands where nothing is known has
/// no meaning. Vectors are padded to whole groups of 64 rows.
#[derive(Clone, Debug)]
pub(super) enum Column {
    Bits { values: Mask, known: Mask },
    Bytes { values: Vec<u8>, known: Mask },
    Numbers { values: Vec<i64>, known: Mask },
    List(ListColumn),
}

/// Lists of many people: all items one after the other, and where each person's begin.
#[derive(Clone, Debug)]
pub struct ListColumn {
    known: Mask,
    /// One more than rows; the items of row r are `starts[r]..starts[r + 1]`. None where not known.
    starts: Vec<usize>,
    /// The row of each item.
    owners: Vec<usize>,
    fields: Vec<Column>,
}

/// A column to be filled at once. Numbers stand for values as everywhere in blocks: fen, days as Julian day
/// numbers, months as their index.
pub enum ColumnMut<'a> {
    /// A fact of type bool.
    Bools {
        /// 1 is yes.
        values: &'a mut Mask,
        /// 1 where the fact is known.
        known: &'a mut Mask,
    },
    /// A fact of a closed enum.
    Enums {
        /// The place of the value in its enum.
        values: &'a mut [u8],
        /// 1 where the fact is known.
        known: &'a mut Mask,
    },
    /// A fact of type int, fen, date or month.
    Numbers {
        /// The number that stands for the value.
        values: &'a mut [i64],
        /// 1 where the fact is known.
        known: &'a mut Mask,
    },
    /// A list of records.
    List(&'a mut ListColumn),
}

impl Block {
    /// People of whom nothing is known. Some thousand rows, a multiple of 64, run fastest.
    pub fn new(vocabulary: &Vocabulary, rows: usize) -> Self {
        let column = |id| Column::new(vocabulary, vocabulary.fact_type(id), rows);
        Self {
            rows,
            facts: vocabulary.facts().map(column).collect(),
        }
    }

    /// How many people.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Replaces everything about one person. Quick when rows come in order; with lists, slow when not.
    /// Past the last row nothing happens.
    pub fn set_person(&mut self, row: usize, facts: &Facts) {
        if row >= self.rows {
            return;
        }
        for (index, column) in self.facts.iter_mut().enumerate() {
            let value = facts.get_at(index);
            match column {
                Column::List(list) => match value {
                    Some(Value::List(items)) => list.replace(row, Some(items)),
                    _ => list.replace(row, None),
                },
                plain => plain.put(row, value.and_then(Value::scalar)),
            }
        }
    }

    /// The column of a fact, to fill it at once.
    pub fn column_mut(&mut self, fact: FactId) -> ColumnMut<'_> {
        self.facts[fact.index()].as_mut(self.rows)
    }

    pub(super) fn column(&self, fact: FactId) -> &Column {
        &self.facts[fact.index()]
    }
}

impl Column {
    fn new(vocabulary: &Vocabulary, of: Type, rows: usize) -> Self {
        let (padded, known) = (rows.next_multiple_of(64), Mask::new(rows));
        match of {
            Type::Bool => Self::Bits {
                values: Mask::new(rows),
                known,
            },
            Type::Enum(_) => Self::Bytes {
                values: vec![0; padded],
                known,
            },
            Type::Int | Type::Fen | Type::Date | Type::Month => Self::Numbers {
                values: vec![0; padded],
                known,
            },
            Type::List(record) => {
                let fields = vocabulary.record_fields(record).iter();
                let fields = fields.map(|(_, of)| Self::new(vocabulary, *of, 0)).collect();
                Self::List(ListColumn {
                    known,
                    starts: vec![0; rows + 1],
                    owners: Vec::new(),
                    fields,
                })
            }
        }
    }

    fn as_mut(&mut self, rows: usize) -> ColumnMut<'_> {
        match self {
            Self::Bits { values, known } => ColumnMut::Bools { values, known },
            Self::Bytes { values, known } => ColumnMut::Enums {
                values: &mut values[..rows],
                known,
            },
            Self::Numbers { values, known } => ColumnMut::Numbers {
                values: &mut values[..rows],
                known,
            },
            Self::List(list) => ColumnMut::List(list),
        }
    }

    pub(super) fn known(&self) -> &Mask {
        match self {
            Self::Bits { known, .. } | Self::Bytes { known, .. } | Self::Numbers { known, .. } => known,
            Self::List(list) => &list.known,
        }
    }

    /// The number of a row, where known. Lists have none.
    fn get(&self, row: usize) -> Option<i64> {
        match self {
            _ if !self.known().get(row) => None,
            Self::Bits { values, .. } => Some(i64::from(values.get(row))),
            Self::Bytes { values, .. } => Some(i64::from(values[row])),
            Self::Numbers { values, .. } => Some(values[row]),
            Self::List(_) => None,
        }
    }

    /// Sets or forgets one row of a plain column.
    fn put(&mut self, row: usize, number: Option<i64>) {
        let value = number.unwrap_or(0);
        match self {
            Self::Bits { values, known } => {
                values.set(row, value != 0);
                known.set(row, number.is_some());
            }
            Self::Bytes { values, known } => {
                values[row] = u8::try_from(value).unwrap_or(0);
                known.set(row, number.is_some());
            }
            Self::Numbers { values, known } => {
                values[row] = value;
                known.set(row, number.is_some());
            }
            Self::List(_) => {}
        }
    }

    fn resize(&mut self, rows: usize) {
        match self {
            Self::Bits { values, known } => {
                values.resize(rows);
                known.resize(rows);
            }
            Self::Bytes { values, known } => {
                values.resize(rows.next_multiple_of(64), 0);
                known.resize(rows);
            }
            Self::Numbers { values, known } => {
                values.resize(rows.next_multiple_of(64), 0);
                known.resize(rows);
            }
            Self::List(_) => {}
        }
    }
}

impl ListColumn {
    /// Makes every list known and of the given length, row by row, with nothing known of the items; rows
    /// without a length get an empty list. Then fill the [`field_mut`](Self::field_mut)s, items of the
    /// first row first.
    pub fn set_lengths(&mut self, lengths: impl IntoIterator<Item = usize>) {
        let rows = self.known.rows();
        self.known.fill(true);
        self.owners.clear();
        self.starts.clear();
        self.starts.push(0);
        for (row, length) in lengths.into_iter().chain(std::iter::repeat(0)).take(rows).enumerate() {
            self.owners.resize(self.owners.len() + length, row);
            self.starts.push(self.owners.len());
        }
        for field in &mut self.fields {
            field.resize(0);
            field.resize(self.owners.len());
        }
    }

    /// The column of a field over all items, in the order of the record.
    pub fn field_mut(&mut self, field: usize) -> Option<ColumnMut<'_>> {
        let items = self.owners.len();
        self.fields.get_mut(field).map(|column| column.as_mut(items))
    }

    pub(super) fn known(&self) -> &Mask {
        &self.known
    }

    pub(super) fn starts(&self) -> &[usize] {
        &self.starts
    }

    pub(super) fn owners(&self) -> &[usize] {
        &self.owners
    }

    pub(super) fn field(&self, field: usize) -> &Column {
        &self.fields[field]
    }

    fn replace(&mut self, row: usize, items: Option<&Vec<Vec<Option<Value>>>>) {
        self.known.set(row, items.is_some());
        let items = items.map_or(&[][..], Vec::as_slice);
        let (start, end) = (self.starts[row], self.starts[row + 1]);
        let new_end = start + items.len();
        let total = self.owners.len() - end + new_end;
        self.owners.splice(start..end, std::iter::repeat_n(row, items.len()));
        for later in &mut self.starts[row + 1..] {
            *later = *later - end + new_end;
        }
        for (place, field) in self.fields.iter_mut().enumerate() {
            let behind: Vec<Option<i64>> = (end..total + end - new_end).map(|item| field.get(item)).collect();
            field.resize(total);
            for (offset, item) in items.iter().enumerate() {
                field.put(
                    start + offset,
                    item.get(place).and_then(Option::as_ref).and_then(Value::scalar),
                );
            }
            for (offset, number) in behind.into_iter().enumerate() {
                field.put(new_end + offset, number);
            }
        }
    }
}
