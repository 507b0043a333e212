//! Places of Hunan: divisions, streets and townships, retired codes, kinds of offices; and finding them by typing.

mod code;
mod divisions;
mod elsewhere;
mod office;
mod read;
mod search;

pub use code::{DivisionCode, TownshipCode};
pub use divisions::{Division, Divisions, Level, RetiredDivision, Township};
pub use office::OfficeKind;
pub use read::PlaceDataError;
pub use search::Place;
