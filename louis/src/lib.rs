//! 国家通用盲文 by liblouis (table `zhcn-cbs`). The library is the system's (LGPL), found when the program starts, so that a
//! portal without it has everything but braille.
//!
//! liblouis keeps its tables and buffers in globals: one text is put at a time.

use std::ffi::{CString, c_char, c_int};
use std::ptr;
use std::sync::{Mutex, PoisonError};

use libloading::Library;

/// What the library is called where it is installed; the number is that of its interface.
const NAMES: &[&str] = &["liblouis.so.20", "liblouis.so"];
/// The table, and cells as Unicode has them.
const TABLES: &str = "unicode.dis,zhcn-cbs.ctb";
/// Characters of one text at most: a block of a letter has some hundred.
pub const LONGEST: usize = 8000;
/// A character becomes at most so many cells: `\x12345\` written out, with its signs.
const CELLS_A_CHARACTER: usize = 24;

/// One text at a time in the whole program: that is how liblouis is made.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// liblouis, with the table for Chinese.
#[derive(Debug)]
pub struct Louis {
    calls: Calls,
}

/// A text in braille.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cells {
    /// The cells, as Unicode has them (U+2800 and on).
    pub cells: Vec<char>,
    /// For each cell the place of the character that it comes from.
    pub from: Vec<usize>,
}

/// Why there is no braille. None of it holds anything of the text but one character.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LouisProblem {
    /// The library is not installed, or is another than we know.
    #[error("liblouis is not there: {0}")]
    NotThere(String),
    /// The table is missing or has mistakes.
    #[error("liblouis has no table zhcn-cbs")]
    NoTable,
    /// More than [`LONGEST`].
    #[error("the text is too long")]
    TooLong,
    /// It did not put the text.
    #[error("liblouis failed")]
    Failed,
    /// A character that the table does not know: liblouis would write its number.
    #[error("the table does not know the character {0}")]
    Unknown(char),
}

type Translate = unsafe extern "C" fn(
    *const c_char,
    *const u32,
    *mut c_int,
    *mut u32,
    *mut c_int,
    *mut u16,
    *mut c_char,
    *mut c_int,
    *mut c_int,
    *mut c_int,
    c_int,
) -> c_int;
type Log = extern "C" fn(c_int, *const c_char);

/// The functions that are called. The library stays loaded as long as they are there.
#[derive(Debug)]
struct Calls {
    translate: Translate,
    back: Translate,
    tables: CString,
    _library: Library,
}

impl Louis {
    /// The installed library.
    ///
    /// # Errors
    /// It is not installed, or its table is not.
    pub fn installed() -> Result<Self, LouisProblem> {
        let louis = Self { calls: Calls::load()? };
        // Tables are read when they are first used, which takes some tenths of a second.
        match louis.cells("盲文") {
            Ok(_) => Ok(louis),
            Err(_) => Err(LouisProblem::NoTable),
        }
    }

    /// A text in braille. Nothing is left out: a character that the table does not know is an error.
    ///
    /// # Errors
    /// A text that is too long, a character that the table does not know.
    pub fn cells(&self, text: &str) -> Result<Cells, LouisProblem> {
        let characters: Vec<char> = text.chars().collect();
        let (cells, from) = self.put(&characters, |calls| calls.translate)?;
        for (cell, at) in cells.iter().zip(&from) {
            // Six dots are braille; eight begin the number of a character that has none.
            if !('\u{2800}'..='\u{283F}').contains(cell) {
                return Err(LouisProblem::Unknown(characters.get(*at).copied().unwrap_or('?')));
            }
        }
        Ok(Cells { cells, from })
    }

    /// What cells say, as far as that can be told: numbers and letters; of Chinese its sounds have many characters.
    ///
    /// # Errors
    /// A text that is too long.
    pub fn back(&self, cells: &str) -> Result<String, LouisProblem> {
        let characters: Vec<char> = cells.chars().collect();
        let (text, _) = self.put(&characters, |calls| calls.back)?;
        Ok(text.into_iter().collect())
    }

    fn put(
        &self,
        characters: &[char],
        which: impl Fn(&Calls) -> Translate,
    ) -> Result<(Vec<char>, Vec<usize>), LouisProblem> {
        if characters.len() > LONGEST {
            return Err(LouisProblem::TooLong);
        }
        if characters.is_empty() {
            return Ok((Vec::new(), Vec::new()));
        }
        // Whoever was called before and did not come back left nothing half-written that we read.
        let _alone = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
        self.calls.put(characters, which(&self.calls))
    }
}

#[expect(unsafe_code, reason = "liblouis is a C library")]
impl Calls {
    fn load() -> Result<Self, LouisProblem> {
        let mut last = String::new();
        for name in NAMES {
            // SAFETY: liblouis runs nothing when it is loaded.
            match unsafe { Library::new(*name) } {
                Ok(library) => return Self::of(library),
                Err(problem) => last = problem.to_string(),
            }
        }
        Err(LouisProblem::NotThere(last))
    }

    fn of(library: Library) -> Result<Self, LouisProblem> {
        let missing = |problem: libloading::Error| LouisProblem::NotThere(problem.to_string());
        // SAFETY: the names and types are those of liblouis.h, the same since version 3.0. Widths of characters are built
        // into the library; anything but 32 bits is not ours.
        unsafe {
            let size = library
                .get::<unsafe extern "C" fn() -> c_int>(b"lou_charSize\0")
                .map_err(missing)?;
            if size() != 4 {
                return Err(LouisProblem::NotThere("its characters have not 32 bits".to_owned()));
            }
            // What it has to say of tables and texts stays out of our output.
            let log = library
                .get::<unsafe extern "C" fn(Log)>(b"lou_registerLogCallback\0")
                .map_err(missing)?;
            log(silent);
            let translate = *library.get::<Translate>(b"lou_translate\0").map_err(missing)?;
            let back = *library.get::<Translate>(b"lou_backTranslate\0").map_err(missing)?;
            let tables = CString::new(TABLES).map_err(|_| LouisProblem::NoTable)?;
            Ok(Self {
                translate,
                back,
                tables,
                _library: library,
            })
        }
    }

    fn put(&self, characters: &[char], call: Translate) -> Result<(Vec<char>, Vec<usize>), LouisProblem> {
        let input: Vec<u32> = characters.iter().map(|one| u32::from(*one)).collect();
        let room = input.len() * CELLS_A_CHARACTER + 64;
        let mut output = vec![0_u32; room];
        // It writes a place for each character of either side.
        let mut output_places = vec![0; room];
        let mut input_places = vec![0; room];
        let length = |of: usize| c_int::try_from(of).map_err(|_| LouisProblem::TooLong);
        let (mut taken, mut written) = (length(input.len())?, length(room)?);
        // SAFETY: every pointer is to a buffer of the length that stands beside it; the places are read and written for as
        // many characters as input and output have. It keeps none of them.
        let done = unsafe {
            call(
                self.tables.as_ptr(),
                input.as_ptr(),
                &raw mut taken,
                output.as_mut_ptr(),
                &raw mut written,
                ptr::null_mut(),
                ptr::null_mut(),
                output_places.as_mut_ptr(),
                input_places.as_mut_ptr(),
                ptr::null_mut(),
                0,
            )
        };
        let taken_all = usize::try_from(taken).is_ok_and(|taken| taken == input.len());
        let written = usize::try_from(written).unwrap_or(0);
        if done == 0 || !taken_all {
            return Err(LouisProblem::Failed);
        }
        let cells: Option<Vec<char>> = output.iter().take(written).map(|one| char::from_u32(*one)).collect();
        let from = input_places
            .iter()
            .take(written)
            .map(|place| usize::try_from(*place).unwrap_or(0));
        Ok((cells.ok_or(LouisProblem::Failed)?, from.collect()))
    }
}

extern "C" fn silent(_: c_int, _: *const c_char) {}

#[cfg(test)]
mod tests {
    use super::*;

    fn louis() -> Option<Louis> {
        match Louis::installed() {
            Ok(louis) => Some(louis),
            Err(problem) => {
                assert!(std::env::var_os("CI").is_none(), "{problem}");
                eprintln!("*** NOT TRIED: {problem} ***");
                None
            }
        }
    }

    #[test]
    fn chinese_is_put_in_the_common_braille_with_tones_and_numbers() {
        let Some(louis) = louis() else { return };
        let put = |text: &str| louis.cells(text).unwrap().cells.into_iter().collect::<String>();
        // 现行 would have no tones here; 70 is the sign of numbers, 7, 0.
        assert_eq!(put("每月70元"), "⠍⠮⠄⠾⠀⠼⠛⠚⠀⠯⠂");
        assert_eq!(put(""), "");
        assert_eq!(
            louis.cells("70元").unwrap().from,
            [0, 0, 1, 2, 2, 2],
            "each cell is of its character"
        );
    }

    #[test]
    fn a_character_without_braille_is_refused_and_named() {
        let Some(louis) = louis() else { return };
        for unknown in ['溁', '𬭚', '😀'] {
            let refused = louis.cells(&format!("姓{unknown}名"));
            assert_eq!(refused, Err(LouisProblem::Unknown(unknown)));
        }
        assert_eq!(louis.cells(&"长".repeat(LONGEST + 1)), Err(LouisProblem::TooLong));
    }

    #[test]
    fn numbers_come_back_as_they_were() {
        let Some(louis) = louis() else { return };
        for number in ["70", "1200.50", "2025"] {
            let cells: String = louis.cells(number).unwrap().cells.into_iter().collect();
            assert_eq!(louis.back(&cells).unwrap(), number);
        }
    }

    #[test]
    fn many_at_once_do_not_disturb_one_another() {
        let Some(louis) = louis() else { return };
        let one = louis.cells("最晚2025年8月1日到账").unwrap();
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..50 {
                        assert_eq!(louis.cells("最晚2025年8月1日到账").unwrap(), one);
                    }
                });
            }
        });
    }
}
