//! Where offices can be reached: `offices.toml`, which a county writes into its own folder of services.

use serde::Deserialize;
use toml::Spanned;

use super::source::{LoadError, SourceFile};
use crate::person::{Landline, Mobile};
use crate::place::{DivisionCode, Divisions, OfficeKind, TownshipCode};

/// An office's address, hours and telephone, as the office itself has stated them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeContact {
    /// What the office is.
    pub kind: OfficeKind,
    /// Its county.
    pub county: DivisionCode,
    /// Its township, for a township's office.
    pub township: Option<TownshipCode>,
    /// Where it is, in Chinese.
    pub address: String,
    /// Where it is, in English.
    pub address_en: String,
    /// When it is open, in Chinese.
    pub hours: String,
    /// When it is open, in English.
    pub hours_en: String,
    /// The number of its window, as it is dialled from outside.
    pub phone: String,
}

/// The offices whose whereabouts are known. Those that are not in it are reached by the hotline.
#[derive(Clone, Debug, Default)]
pub struct OfficeDirectory {
    offices: Vec<OfficeContact>,
}

impl OfficeDirectory {
    /// The office of a kind in a township, or in a county where no township is named.
    pub fn find(
        &self,
        kind: OfficeKind,
        county: DivisionCode,
        township: Option<TownshipCode>,
    ) -> Option<&OfficeContact> {
        let mut offices = self.offices.iter();
        offices.find(|office| (office.kind, office.county, office.township) == (kind, county, township))
    }

    /// The county's window for residents: its federation, or else its civil affairs office.
    pub fn window(&self, county: DivisionCode) -> Option<&OfficeContact> {
        [OfficeKind::CountyFederation, OfficeKind::CivilAffairs]
            .into_iter()
            .find_map(|kind| self.find(kind, county, None))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfficesFile {
    #[serde(default)]
    office: Vec<Spanned<OfficeEntry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OfficeEntry {
    kind: Spanned<String>,
    place: Spanned<String>,
    address: Spanned<String>,
    address_en: Spanned<String>,
    hours: Spanned<String>,
    hours_en: Spanned<String>,
    phone: Spanned<String>,
}

/// Reads `offices.toml`.
///
/// # Errors
/// An unknown kind or place, an office that stands there twice, an empty line, or what is no telephone number.
pub(super) fn read_offices(file: &SourceFile) -> Result<OfficeDirectory, LoadError> {
    let read: OfficesFile = file.read()?;
    let mut directory = OfficeDirectory::default();
    for entry in read.office {
        let at = entry.span().start;
        let office = contact(file, entry.get_ref())?;
        if directory.find(office.kind, office.county, office.township).is_some() {
            return Err(file.error_at(at, "this office is in the file already"));
        }
        directory.offices.push(office);
    }
    Ok(directory)
}

fn contact(file: &SourceFile, entry: &OfficeEntry) -> Result<OfficeContact, LoadError> {
    let kind = OfficeKind::of_stage(entry.kind.get_ref()).ok_or_else(|| {
        file.error_at(
            entry.kind.span().start,
            "kind is \"township\", \"county_federation\", \"civil_affairs\", \"legal_aid_centre\" or \"justice_bureau\"",
        )
    })?;
    let (county, township) = place(kind, entry.place.get_ref()).ok_or_else(|| {
        let message = if kind == OfficeKind::Township {
            "place of a township's office is a street or township of Hunan, nine digits"
        } else {
            "place of a county's office is a county of Hunan, six digits"
        };
        file.error_at(entry.place.span().start, message)
    })?;
    let phone = entry.phone.get_ref().trim();
    if Landline::parse(phone).is_err() && Mobile::parse(phone).is_err() && !is_short_number(phone) {
        return Err(file.error_at(
            entry.phone.span().start,
            "phone is a number with its area code, such as 0734-8123456",
        ));
    }
    Ok(OfficeContact {
        kind,
        county,
        township,
        address: words(file, &entry.address)?,
        address_en: words(file, &entry.address_en)?,
        hours: words(file, &entry.hours)?,
        hours_en: words(file, &entry.hours_en)?,
        phone: phone.to_owned(),
    })
}

/// Public hotlines have five digits: 12345, 12385.
fn is_short_number(phone: &str) -> bool {
    phone.len() == 5 && phone.starts_with('1') && phone.bytes().all(|digit| digit.is_ascii_digit())
}

fn place(kind: OfficeKind, code: &str) -> Option<(DivisionCode, Option<TownshipCode>)> {
    let divisions = Divisions::shipped();
    if kind == OfficeKind::Township {
        let township = divisions.find_township(TownshipCode::parse(code)?)?;
        return Some((township.county, Some(township.code)));
    }
    let county = DivisionCode::parse(code).filter(|county| divisions.is_county(*county))?;
    Some((county, None))
}

fn words(file: &SourceFile, text: &Spanned<String>) -> Result<String, LoadError> {
    let said = text.get_ref().trim();
    if said.is_empty() || said.chars().any(char::is_control) {
        return Err(file.error_at(text.span().start, "one line of words is needed here"));
    }
    Ok(said.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "[[office]]\nkind = \"county_federation\"\nplace = \"430407\"\naddress = \"石鼓区演武坪1号\"\n\
        address_en = \"1 Yanwuping, Shigu\"\nhours = \"工作日9:00至17:00\"\nhours_en = \"working days 9:00 to 17:00\"\n\
        phone = \"0734-8123456\"\n";

    fn read(text: &str) -> Result<OfficeDirectory, String> {
        let file = SourceFile {
            path: "offices.toml".to_owned(),
            text: text.to_owned(),
        };
        read_offices(&file).map_err(|error| error.to_string())
    }

    #[test]
    fn an_office_is_found_by_kind_and_place() {
        let directory = read(GOOD).unwrap();
        let county = DivisionCode::parse("430407").unwrap();
        assert_eq!(directory.window(county).unwrap().phone, "0734-8123456");
        assert!(directory.find(OfficeKind::CivilAffairs, county, None).is_none());
        assert!(directory.window(DivisionCode::HUNAN).is_none());
        assert!(read("").unwrap().window(county).is_none());
    }

    #[test]
    fn a_mistake_names_its_line() {
        for (from, to, line) in [
            ("county_federation", "post_office", ":2:"),
            ("430407", "430499", ":3:"),
            ("石鼓区演武坪1号", " ", ":4:"),
            ("0734-8123456", "call us", ":8:"),
        ] {
            let problem = read(&GOOD.replace(from, to)).unwrap_err();
            assert!(
                problem.starts_with("offices.toml") && problem.contains(line),
                "{problem}"
            );
        }
        assert!(read(&GOOD.repeat(2)).unwrap_err().contains("already"));
        assert!(read(&GOOD.replace("phone", "fax")).is_err());
    }
}
