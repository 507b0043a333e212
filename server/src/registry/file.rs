//! A register file, row by row: UTF-8 or GB18030, found out by reading it; never whole in memory.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use csv::StringRecord;
use encoding_rs::{Decoder, Encoding, GB18030, UTF_8};
use zhida::registry::COLUMNS;

/// A file that cannot be read as a register.
#[derive(Debug, thiserror::Error)]
pub enum FileProblem {
    /// The system does not give it.
    #[error("cannot be read: {0}")]
    Unreadable(#[from] io::Error),
    /// It has other columns.
    #[error("{0}")]
    Columns(String),
}

/// How the file is written.
pub fn encoding_of(path: &Path) -> io::Result<&'static Encoding> {
    let mut file = File::open(path)?;
    let mut chunk = vec![0; 64 * 1024];
    let mut carried = 0;
    let mut first = true;
    loop {
        let read = file.read(&mut chunk[carried..])?;
        let here = &chunk[..carried + read];
        if first && let Some((marked, _)) = Encoding::for_bom(here) {
            return Ok(marked);
        }
        first = false;
        let rest = match std::str::from_utf8(here) {
            Ok(_) => 0,
            // A character cut at the end of the chunk; at the end of the file it is none.
            Err(cut) if cut.error_len().is_none() && read > 0 => here.len() - cut.valid_up_to(),
            Err(_) => return Ok(GB18030),
        };
        if read == 0 {
            return Ok(UTF_8);
        }
        let end = carried + read;
        chunk.copy_within(end - rest..end, 0);
        carried = rest;
    }
}

/// The rows of a file.
pub struct Rows {
    reader: csv::Reader<Decoded<BufReader<File>>>,
    /// Where in a record each of the [`COLUMNS`] stands.
    places: [usize; COLUMNS.len()],
}

/// One row and where it stands.
pub struct Row {
    /// Line of the file, from 1.
    pub line: u64,
    /// As it was written.
    pub record: StringRecord,
    /// Whether it has as many values as the file has columns.
    pub whole: bool,
}

impl Rows {
    /// Opens the file and reads its first line, the names of the columns, in any order.
    ///
    /// # Errors
    /// A column that is missing, unknown or there twice.
    pub fn open(path: &Path, encoding: &'static Encoding) -> Result<Self, FileProblem> {
        let decoded = Decoded::new(BufReader::new(File::open(path)?), encoding);
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(decoded);
        let header = reader
            .headers()
            .map_err(|problem| FileProblem::Columns(problem.to_string()))?;
        let names: Vec<&str> = header.iter().map(str::trim).collect();
        if let Some(unknown) = names.iter().find(|name| !COLUMNS.contains(name)) {
            return Err(FileProblem::Columns(format!(
                "the column `{unknown}` is not known; the columns are {}",
                COLUMNS.join(",")
            )));
        }
        let mut places = [0; COLUMNS.len()];
        for (place, column) in places.iter_mut().zip(COLUMNS) {
            let mut found = names.iter().enumerate().filter(|(_, name)| **name == column);
            match (found.next(), found.next()) {
                (Some((at, _)), None) => *place = at,
                (None, _) => return Err(FileProblem::Columns(format!("the column `{column}` is missing"))),
                _ => return Err(FileProblem::Columns(format!("the column `{column}` is there twice"))),
            }
        }
        Ok(Self { reader, places })
    }

    /// The next row; empty lines are passed over.
    ///
    /// # Errors
    /// The system does not give it.
    pub fn next(&mut self) -> io::Result<Option<Row>> {
        let mut record = StringRecord::new();
        if !self.reader.read_record(&mut record).map_err(io::Error::other)? {
            return Ok(None);
        }
        Ok(Some(Row {
            line: record.position().map_or(0, csv::Position::line),
            whole: record.len() == COLUMNS.len(),
            record,
        }))
    }

    /// The values of a row in the order of [`COLUMNS`].
    pub fn values<'r>(&self, row: &'r Row) -> [&'r str; COLUMNS.len()] {
        self.places
            .map(|place| unquoted(row.record.get(place).unwrap_or_default()))
    }
}

/// Spreadsheets run what begins with these signs; files of bad lines have an apostrophe before them.
pub(super) const SIGNS: [char; 4] = ['=', '+', '-', '@'];

fn unquoted(value: &str) -> &str {
    match value.strip_prefix('\'') {
        Some(rest) if rest.starts_with(SIGNS) => rest,
        _ => value,
    }
}

/// Reads a file of any encoding as UTF-8.
struct Decoded<R> {
    inner: R,
    decoder: Decoder,
    raw: Vec<u8>,
    /// What of `raw` is not decoded yet.
    waiting: std::ops::Range<usize>,
    text: Vec<u8>,
    /// What of `text` is not given out yet.
    ready: std::ops::Range<usize>,
    ended: bool,
}

impl<R: Read> Decoded<R> {
    fn new(inner: R, encoding: &'static Encoding) -> Self {
        Self {
            inner,
            decoder: encoding.new_decoder(),
            raw: vec![0; 16 * 1024],
            waiting: 0..0,
            text: vec![0; 64 * 1024],
            ready: 0..0,
            ended: false,
        }
    }

    fn fill(&mut self) -> io::Result<()> {
        if self.waiting.is_empty() {
            let read = self.inner.read(&mut self.raw)?;
            self.waiting = 0..read;
            self.ended = read == 0;
        }
        let raw = &self.raw[self.waiting.clone()];
        let (_, read, written, _) = self.decoder.decode_to_utf8(raw, &mut self.text, self.ended);
        self.waiting.start += read;
        self.ready = 0..written;
        Ok(())
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.ready.is_empty() && !self.ended {
            self.fill()?;
        }
        let count = self.ready.len().min(into.len());
        let from = self.ready.start;
        into[..count].copy_from_slice(&self.text[from..from + count]);
        self.ready.start += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(bytes: &[u8]) -> tempfile::NamedTempFile {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), bytes).unwrap();
        file
    }

    #[test]
    fn the_encoding_is_found_out_also_late_in_a_long_file() {
        let ascii = "a".repeat(65_535);
        let utf8 = format!("{ascii}残疾人𬱖");
        assert_eq!(encoding_of(file(utf8.as_bytes()).path()).unwrap(), UTF_8);
        let (gb, _, _) = GB18030.encode(&utf8);
        assert_eq!(encoding_of(file(&gb).path()).unwrap(), GB18030);
        assert_eq!(encoding_of(file("\u{feff}残".as_bytes()).path()).unwrap(), UTF_8);
        assert_eq!(encoding_of(file(b"").path()).unwrap(), UTF_8);
        assert_eq!(
            encoding_of(file(b"ab\xe6\xae").path()).unwrap(),
            GB18030,
            "cut in the middle"
        );
    }

    #[test]
    fn rows_are_the_same_in_both_encodings_and_any_order_of_columns() {
        let mut columns = COLUMNS;
        columns.reverse();
        let mut text = columns.join(",");
        for row in 0..3000 {
            use std::fmt::Write as _;
            write!(text, "\n,,,,,,,,,,{row},\"㮾梨,街道\n𬱖\"").unwrap();
        }
        let (gb, _, _) = GB18030.encode(&text);
        for bytes in [text.as_bytes(), &gb, format!("\u{feff}{text}").as_bytes()] {
            let file = file(bytes);
            let mut rows = Rows::open(file.path(), encoding_of(file.path()).unwrap()).unwrap();
            let mut count = 0;
            while let Some(row) = rows.next().unwrap() {
                let values = rows.values(&row);
                assert_eq!((values[0], values[1]), ("㮾梨,街道\n𬱖", count.to_string().as_str()));
                assert_eq!(row.line, 2 + count * 2);
                count += 1;
            }
            assert_eq!(count, 3000);
        }
    }

    #[test]
    fn other_columns_are_refused_by_name() {
        let refused = |text: &str| {
            Rows::open(file(text.as_bytes()).path(), UTF_8)
                .err()
                .unwrap()
                .to_string()
        };
        assert!(refused("name,resident_id\n").contains("certificate_number"));
        assert!(refused(&format!("{},nickname\n", COLUMNS.join(","))).contains("nickname"));
        assert!(refused(&format!("{},name\n", COLUMNS.join(","))).contains("twice"));
        assert!(refused("").contains("name"));
    }
}
