//! The counties of the other provinces, by name: where cases of people with a hukou there are forwarded to.

use super::DivisionCode;

/// Codes and full names as the statistics bureau had them in June 2023, without the development zones that it counts
/// apart and that nobody has a hukou in. A city without counties stands with its own code.
const COUNTIES: &str = include_str!("data/counties-elsewhere.csv");

impl DivisionCode {
    /// The full name, with province and city, of a county outside Hunan: `贵州省贵阳市云岩区`.
    pub fn county_elsewhere(&self) -> Option<&'static str> {
        let mut lines = COUNTIES.lines();
        lines.find_map(|line| line.strip_prefix(self.as_str())?.strip_prefix(','))
    }

    /// The county outside Hunan that an address begins with, and its full name; none where it is not written in full.
    pub fn county_elsewhere_of(address: &str) -> Option<(Self, &'static str)> {
        let address: String = address.split_whitespace().collect();
        let counties = COUNTIES.lines().filter_map(|line| line.split_once(','));
        let named = counties.filter(|(_, name)| address.starts_with(name));
        let (code, name) = named.max_by_key(|(_, name)| name.len())?;
        Some((Self::parse(code)?, name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(code: &str) -> Option<&'static str> {
        DivisionCode::parse(code).unwrap().county_elsewhere()
    }

    #[test]
    fn a_county_elsewhere_is_named_in_full() {
        assert_eq!(name("520103"), Some("贵州省贵阳市云岩区"));
        assert_eq!(name("110105"), Some("北京市朝阳区"));
        assert_eq!(name("429004"), Some("湖北省仙桃市"));
        assert_eq!(name("441900"), Some("广东省东莞市"), "it has no counties");
    }

    #[test]
    fn what_is_no_county_elsewhere_has_no_name() {
        for code in ["999999", "520000", "520100", "430104", "520199"] {
            assert_eq!(name(code), None, "{code}");
        }
    }

    #[test]
    fn an_address_names_its_county_where_it_is_written_in_full() {
        let county =
            |address: &str| DivisionCode::county_elsewhere_of(address).map(|(code, name)| (code.to_string(), name));
        let yunyan = Some(("520103".to_owned(), "贵州省贵阳市云岩区"));
        assert_eq!(county("贵州省贵阳市云岩区一号"), yunyan);
        assert_eq!(county(" 贵州省 贵阳市 云岩区 一号"), yunyan);
        for unclear in ["", "云岩区一号", "贵州省贵阳市", "湖南省平江县汉昌街道"] {
            assert_eq!(county(unclear), None, "{unclear}");
        }
    }

    #[test]
    fn every_line_is_a_code_and_a_name() {
        let mut lines = COUNTIES.lines();
        assert_eq!(lines.next(), Some("code,name_zh"));
        let mut last = "";
        for line in lines {
            let (code, name) = line.split_once(',').unwrap();
            assert!(DivisionCode::parse(code).is_some_and(|code| !code.in_hunan()), "{line}");
            assert!(!name.is_empty() && code > last, "{line}");
            last = code;
        }
    }
}
