//! The file of lines that could not be kept: number, reasons, and the line itself, so that it can be mended there
//! and imported again once the first two columns are gone. As confidential as the file they came from.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use csv::StringRecord;
use zhida::registry::{COLUMNS, RowProblem};

use super::file::SIGNS;

/// Written line by line; removed where nothing was bad.
pub(super) struct BadLines {
    path: PathBuf,
    writer: csv::Writer<File>,
    count: u64,
}

impl BadLines {
    /// Begins the file anew, readable by its owner alone.
    pub(super) fn create(path: &Path) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(path)?;
        // Spreadsheets take a file for UTF-8 only so.
        io::Write::write_all(&mut file, "\u{feff}".as_bytes())?;
        let mut writer = csv::Writer::from_writer(file);
        writer.write_record(["line", "reasons"].into_iter().chain(COLUMNS))?;
        Ok(Self {
            path: path.to_owned(),
            writer,
            count: 0,
        })
    }

    /// Keeps a line; `values` in the order of the columns.
    pub(super) fn push(&mut self, line: u64, problems: &[RowProblem], values: &StringRecord) -> io::Result<()> {
        self.count += 1;
        let reasons: Vec<String> = problems
            .iter()
            .map(|problem| format!("{}: {}", problem.column, problem.code))
            .collect();
        let mut record = vec![line.to_string(), reasons.join("; ")];
        record.extend(values.iter().map(|value| {
            if value.starts_with(SIGNS) {
                format!("'{value}")
            } else {
                value.to_owned()
            }
        }));
        record.resize(record.len().max(2 + COLUMNS.len()), String::new());
        self.writer.write_record(&record[..2 + COLUMNS.len()])?;
        Ok(())
    }

    /// How many there were.
    pub(super) fn finish(mut self) -> io::Result<u64> {
        self.writer.flush()?;
        if self.count == 0 {
            fs::remove_file(&self.path)?;
        }
        Ok(self.count)
    }
}
