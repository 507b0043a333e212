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
