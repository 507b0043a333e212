use std::fs;
use std::path::Path;

use super::*;

const CRITERIA: &str = r#"
[[check]]
id = "axe"
name = "criteria-by-axe"
level = "browser-pages"
sources = ["e2e/checkers/axe.mjs"]
[[check]]
id = "heard"
name = "criteria-by-heard"
level = "speech"
sources = []
[[criterion]]
number = "1.1.1"
name = "criterion-1-1-1"
level = "A"
by = ["axe:image-alt", "heard:check"]
[[criterion]]
number = "1.3.3"
name = "criterion-1-3-3"
level = "A"
by = []
"#;
const RUN: &str = "day = \"2026-12-01\"\n[versions]\nchromium = \"156\"\n";
const TRY: &str = r#"
[[try]]
day = "2026-12-05"
who = "一位看不见的人"
script = "check"
reader = "nvda"
version = "2026.1"
browser = "Firefox 140"
result = "走完了"
criteria = ["1.1.1"]
"#;

fn level(name: &str, passed: u32, failed: u32) -> String {
    format!("[[level]]\nname = \"{name}\"\npassed = {passed}\nfailed = {failed}\n")
}

fn found(run: &str) -> Found {
    let evidence = Evidence::read(CRITERIA, run, "").unwrap();
    evidence.found(&evidence.criteria[0])
}

#[test]
fn nothing_is_said_to_be_found_where_nothing_looked() {
    let day = parse("2026-12-01");
    assert_eq!(found(""), Found::Unpublished);
    assert_eq!(found(RUN), Found::LeftOut(day));
    let pages = level("browser-pages", 9, 0);
    assert_eq!(found(&format!("{RUN}{pages}")), Found::LeftOut(day));
    let none = level("speech", 0, 0);
    assert_eq!(found(&format!("{RUN}{pages}{none}")), Found::LeftOut(day));
    let both = level("speech", 3, 0);
    assert_eq!(found(&format!("{RUN}{pages}{both}")), Found::Nothing(day));
    let failed = level("speech", 1, 2);
    assert_eq!(found(&format!("{RUN}{pages}{failed}")), Found::Something(day, 2));
    let by_people = Evidence::read(CRITERIA, RUN, "").unwrap();
    assert_eq!(by_people.found(&by_people.criteria[1]), Found::NotLooked);
}

#[test]
fn what_people_tried_is_found_by_criterion_and_by_reader() {
    let evidence = Evidence::read(CRITERIA, "", TRY).unwrap();
    let [tried, never] = &evidence.criteria[..] else {
        panic!()
    };
    assert_eq!(evidence.judged(tried), Some(parse("2026-12-05")));
    assert_eq!(evidence.judged(never), None);
    assert_eq!(evidence.last_with("nvda").unwrap().browser, "Firefox 140");
    assert_eq!(evidence.last_with("talkback"), None);
}

#[test]
fn mistakes_in_the_files_are_named() {
    let wrong = |criteria: &str, people: &str| Evidence::read(criteria, "", people).unwrap_err();
    let unknown = CRITERIA.replace("heard:check", "nobody:check");
    assert_eq!(wrong(&unknown, ""), "criteria.toml: 1.1.1: there is no check nobody");
    let half = CRITERIA.replace("by = []", "not = \"x\"");
    assert!(wrong(&half, "").contains("promised as a whole"));
    assert!(wrong(CRITERIA, &TRY.replace("nvda", "jaws")).contains("no reader jaws"));
    assert!(wrong(CRITERIA, &TRY.replace("1.1.1", "9.9.9")).contains("no criterion 9.9.9"));
    assert!(wrong(CRITERIA, &TRY.replace("\"check\"", "\"walk\"")).contains("no script walk"));
    assert!(wrong(CRITERIA, &TRY.replace("12-05", "13-05")).contains("no day"));
}

#[test]
fn every_criterion_of_wcag_2_2_is_there_and_every_check_it_names_exists() {
    let read = |name: &str| fs::read_to_string(root().join(name)).unwrap();
    let evidence = Evidence::read(
        &read("accessibility/criteria.toml"),
        &read("accessibility/run.toml"),
        &read("accessibility/people.toml"),
    )
    .unwrap();
    let counts = Level::ALL.map(|level| evidence.of(level).count());
    assert_eq!(counts, [31, 24, 31]);
    let places: Vec<Vec<u32>> = evidence
        .criteria
        .iter()
        .map(|criterion| criterion.number.split('.').map(|part| part.parse().unwrap()).collect())
        .collect();
    assert!(places.is_sorted_by(|one, next| one < next), "in order, each once");
    let script = fs::read_to_string(root().join("test")).unwrap();
    for check in &evidence.checks {
        // `check-*.mjs` run as levels of their own names.
        let level = &check.level;
        let made = script.contains(&format!("level {level} ")) || root().join(format!("style/{level}.mjs")).exists();
        assert!(made, "./test has no level {level}");
    }
    for criterion in &evidence.criteria {
        let How::Checked(ways) = &criterion.how else { continue };
        for way in ways {
            let check = evidence.check(&way.check).unwrap();
            // Of axe, which rules there are is asked of axe: e2e/pages/criteria.test.mjs.
            let part = way.part.as_deref().filter(|_| check.id != "axe").unwrap_or_default();
            let exists = check.sources.iter().any(|source| {
                if source.contains("{}") {
                    return root().join(source.replace("{}", part)).is_file();
                }
                fs::read_to_string(root().join(source)).unwrap().contains(part)
            });
            assert!(exists, "{}: there is no {}:{part}", criterion.number, check.id);
        }
    }
}

#[test]
fn the_scripts_for_people_are_written() {
    let text = fs::read_to_string(root().join("docs/ACCESSIBILITY.md")).unwrap();
    for script in SCRIPTS {
        assert!(text.contains(&format!("### `{script}`")), "{script}");
    }
    for reader in READERS {
        assert!(text.contains(&format!("| `{reader}` |")), "{reader}");
    }
}

fn parse(day: &str) -> Date {
    crate::calendar::parse_date(day).unwrap()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
