//! Reads one row of a register file; what is wrong names its column and has a stable code.

use super::{Certificate, Component, Entry};
use crate::calendar::{Date, parse_date};
use crate::person::{
    AidStatus, Category, CertificateNumber, CertificateStatus, Grade, PersonName, Phone, ResidentId, normalise,
};
use crate::place::{DivisionCode, Divisions, TownshipCode};

/// The columns of a register file.
pub const COLUMNS: [&str; 12] = [
    "name",
    "resident_id",
    "certificate_number",
    "certificate_status",
    "issued_on",
    "valid_until",
    "components",
    "hukou_county",
    "hukou_township",
    "aid_status",
    "aid_since",
    "phone",
];

/// Why a row cannot be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowProblem {
    /// Which column.
    pub column: &'static str,
    /// What is wrong there, a stable name.
    pub code: &'static str,
}

/// The number in a row that may otherwise be wrong: whoever it belongs to is in the file.
pub fn resident_id_of(values: &[&str; 12]) -> Option<ResidentId> {
    ResidentId::parse(values[1]).ok()
}

/// Reads a row, its values in the order of [`COLUMNS`]. Empty means: no certificate, no last day (long-term), no
/// phone; for township, aid status and the other dates that the register does not say. `components` is
/// `limb:1;mental:2`; where it is empty and the certificate is of one kind, the number says it.
///
/// # Errors
/// Every column that is wrong.
pub fn read_row(values: &[&str; 12], today: Date) -> Result<Entry, Vec<RowProblem>> {
    let [
        name,
        resident_id,
        number,
        status,
        issued_on,
        valid_until,
        components,
        county,
        township,
        aid_status,
        aid_since,
        phone,
    ] = *values;
    let mut wrong = Wrong(Vec::new());
    let name = wrong.note("name", PersonName::parse(name).map_err(|problem| problem.code()));
    let resident_id = ResidentId::parse_on(resident_id, today).map_err(|problem| problem.code());
    let resident_id = wrong.note("resident_id", resident_id);
    let certificate = wrong.certificate(
        [number, status, issued_on, valid_until, components],
        resident_id.as_ref(),
    );
    let hukou_county = DivisionCode::parse(&normalise::number(county)).ok_or("county_wrong");
    let hukou_county = wrong.note("hukou_county", hukou_county);
    let hukou_township = wrong.optional("hukou_township", township, |text| {
        TownshipCode::parse(&normalise::number(text)).ok_or("township_wrong")
    });
    if let (Some(county), Some(township)) = (hukou_county, hukou_township)
        && let Some(known) = Divisions::shipped().find_township(township)
        && known.county != county
    {
        wrong.push("hukou_township", "township_of_another_county");
    }
    let aid_status = wrong.optional("aid_status", aid_status, |text| {
        AidStatus::parse(text).ok_or("aid_status_unknown")
    });
    let aid_since = wrong.date("aid_since", aid_since);
    let phone = wrong.optional("phone", phone, |text| {
        Phone::parse(text).map_err(|problem| problem.code())
    });
    let Wrong(problems) = wrong;
    match (name, resident_id, hukou_county) {
        (Some(name), Some(resident_id), Some(hukou_county)) if problems.is_empty() => Ok(Entry {
            name,
            resident_id,
            certificate,
            hukou_county,
            hukou_township,
            aid_status,
            aid_since,
            phone,
        }),
        _ => Err(problems),
    }
}

/// What is wrong so far.
struct Wrong(Vec<RowProblem>);

impl Wrong {
    fn push(&mut self, column: &'static str, code: &'static str) {
        self.0.push(RowProblem { column, code });
    }

    fn note<T>(&mut self, column: &'static str, read: Result<T, &'static str>) -> Option<T> {
        read.map_err(|code| self.push(column, code)).ok()
    }

    /// Nothing where nothing stands, and where it is wrong, which is noted.
    fn optional<T>(
        &mut self,
        column: &'static str,
        raw: &str,
        read: impl Fn(&str) -> Result<T, &'static str>,
    ) -> Option<T> {
        let raw = raw.trim();
        if raw.is_empty() {
            return None;
        }
        self.note(column, read(raw))
    }

    fn date(&mut self, column: &'static str, raw: &str) -> Option<Date> {
        self.optional(column, raw, |text| day(text).ok_or("date_wrong"))
    }

    fn certificate(&mut self, values: [&str; 5], owner: Option<&ResidentId>) -> Option<Certificate> {
        let [number, status, issued_on, valid_until, components] = values;
        if number.trim().is_empty() {
            let columns = ["certificate_status", "issued_on", "valid_until", "components"];
            for (column, value) in columns.into_iter().zip([status, issued_on, valid_until, components]) {
                if !value.trim().is_empty() {
                    self.push(column, "without_certificate_number");
                }
            }
            return None;
        }
        let number = CertificateNumber::parse(number).map_err(|problem| problem.code());
        let number = self.note("certificate_number", number);
        if let (Some(number), Some(owner)) = (&number, owner)
            && number.resident_id() != owner
        {
            self.push("certificate_number", "certificate_of_another_person");
        }
        let status = CertificateStatus::parse(status.trim()).ok_or("certificate_status_unknown");
        let status = self.note("certificate_status", status);
        let issued_on = self.date("issued_on", issued_on);
        let valid_until = self.date("valid_until", valid_until);
        let components = self.note("components", read_components(components));
        let number = number?;
        let mut components = components?;
        if components.is_empty() && number.category() != Category::Multiple {
            components.push(Component {
                category: number.category(),
                grade: number.grade(),
            });
        }
        Some(Certificate {
            number,
            status: status?,
            issued_on,
            valid_until,
            components,
        })
    }
}

/// `2025-06-18`, also as `2025/6/18`, `20250618` and with full-width digits, as registers write it.
fn day(raw: &str) -> Option<Date> {
    let line = normalise::line(raw).replace(['/', '.'], "-");
    if let [year, month, day] = line.split('-').collect::<Vec<_>>()[..] {
        return parse_date(&format!("{year}-{month:0>2}-{day:0>2}"));
    }
    let all_digits = line.len() == 8 && line.bytes().all(|byte| byte.is_ascii_digit());
    all_digits
        .then(|| parse_date(&format!("{}-{}-{}", &line[..4], &line[4..6], &line[6..])))
        .flatten()
}

fn read_components(raw: &str) -> Result<Vec<Component>, &'static str> {
    let raw = normalise::line(raw);
    let parts = raw.split([';', '；']).map(str::trim).filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let (category, grade) = part.split_once(':').ok_or("components_wrong")?;
            Ok(Component {
                category: Category::parse(category.trim()).ok_or("components_wrong")?,
                grade: Grade::parse(grade.trim()).ok_or("components_wrong")?,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: [&str; 12] = [
        "王小明",
        "430626198808089988",
        "43062619880808998841",
        "valid",
        "2020-05-06",
        "2030-05-05",
        "limb:1",
        "430626",
        "430626001",
        "dibao",
        "2019-01-01",
        "",
    ];

    fn today() -> Date {
        parse_date("2025-06-18").unwrap()
    }

    fn with(column: &str, value: &'static str) -> Result<Entry, Vec<RowProblem>> {
        let mut row = GOOD;
        row[COLUMNS.iter().position(|known| *known == column).unwrap()] = value;
        read_row(&row, today())
    }

    #[test]
    fn a_row_is_read_as_registers_write_it() {
        let entry = read_row(&GOOD, today()).unwrap();
        assert_eq!(entry.aid_status, Some(AidStatus::Dibao));
        let written_otherwise = [
            ("resident_id", "４３０６２６１９８８０８０８９９８８"),
            ("issued_on", "2020/5/6"),
            ("issued_on", "20200506"),
            ("components", " limb：1； "),
            ("components", ""),
            ("hukou_county", "430626 "),
        ];
        for (column, value) in written_otherwise {
            assert_eq!(with(column, value).as_ref(), Ok(&entry), "{column} {value}");
        }
        let long_term = with("valid_until", "").unwrap();
        assert_eq!(long_term.certificate.unwrap().valid_until, None);
        let nobody_knows = with("aid_status", "").unwrap();
        assert_eq!(nobody_knows.aid_status, None);
        let mut none = GOOD;
        none[2..7].fill("");
        assert_eq!(read_row(&none, today()).unwrap().certificate, None);
    }

    #[test]
    fn what_is_wrong_names_its_column() {
        for (column, value, code) in [
            ("name", "", "person_name_empty"),
            ("resident_id", "430626198808089989", "resident_id_wrong_check_character"),
            (
                "certificate_number",
                "43062619880808998891",
                "certificate_number_no_such_category",
            ),
            (
                "certificate_number",
                "11010519491231002X41",
                "certificate_of_another_person",
            ),
            ("certificate_status", "有效", "certificate_status_unknown"),
            ("issued_on", "2020-02-30", "date_wrong"),
            ("components", "limb", "components_wrong"),
            ("hukou_county", "平江县", "county_wrong"),
            ("hukou_township", "430104001", "township_of_another_county"),
            ("aid_status", "低保", "aid_status_unknown"),
            ("phone", "123", "mobile_too_short"),
        ] {
            let problems = with(column, value).unwrap_err();
            assert_eq!(problems.len(), 1, "{column} {value} {problems:?}");
            assert_eq!(problems[0].column, column);
            assert_eq!(problems[0].code, code, "{column} {value}");
        }
        let problems = with("certificate_number", "").unwrap_err();
        assert_eq!(
            problems.len(),
            4,
            "status, dates and components belong to a certificate"
        );
    }

    proptest::proptest! {
        #[test]
        fn nothing_makes_it_fall_over(values in proptest::collection::vec("\\PC{0,24}", 12)) {
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            let _ = read_row(&values.try_into().unwrap(), today());
        }
    }
}
