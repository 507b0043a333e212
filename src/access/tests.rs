//! Roles, divisions and what is seen.

use super::*;
use crate::calendar::parse_date;
use crate::place::{DivisionCode, TownshipCode};

fn county(code: &str) -> DivisionCode {
    DivisionCode::parse(code).unwrap()
}

fn township(code: &str) -> TownshipCode {
    TownshipCode::parse(code).unwrap()
}

fn officer(posts: &[(Role, &str)]) -> Officer {
    let posts = posts.iter().map(|(role, division)| Post {
        role: *role,
        division: Division::parse(division).unwrap(),
    });
    Officer {
        id: OfficerId("one".to_owned()),
        posts: posts.collect(),
        substitutions: Vec::new(),
        kin: Kin::default(),
    }
}

#[test]
fn a_division_covers_what_lies_in_it() {
    let (hanchang, pingjiang) = (township("430626001"), county("430626"));
    for (division, covers) in [
        ("430626001", true),
        ("430626002", false),
        ("430626", true),
        ("430600", true),
        ("430000", true),
        ("430621", false),
        ("430100", false),
    ] {
        let covered = Division::parse(division).unwrap().covers(hanchang, pingjiang);
        assert_eq!(covered, covers, "{division}");
    }
    assert_eq!(Division::parse("4306"), None);
    let json = serde_json::to_string(&Division::parse("430626001").unwrap()).unwrap();
    assert_eq!(json, "\"430626001\"");
}

#[test]
fn a_township_sees_its_own_a_county_its_townships_and_a_sealed_case_few() {
    let today = parse_date("2026-11-25").unwrap();
    let (here, there) = (township("430626001"), township("430626002"));
    let pingjiang = county("430626");
    let sees = |posts: &[(Role, &str)], place, visibility, assignee: Option<&str>| {
        let assignee = assignee.map(|id| OfficerId(id.to_owned()));
        Sight::of(&officer(posts), today).covers(place, pingjiang, visibility, assignee.as_ref())
    };
    let normal = Visibility::Normal;
    let of_township = [(Role::TownshipOfficer, "430626001")];
    assert!(sees(&of_township, here, normal, None) && !sees(&of_township, there, normal, None));
    let of_county = [(Role::CivilAffairsDecider, "430626")];
    assert!(sees(&of_county, here, normal, None) && sees(&of_county, there, normal, None));
    assert!(!sees(&[(Role::CivilAffairsDecider, "430621")], here, normal, None));
    for role in [Role::Auditor, Role::Administrator] {
        assert!(!sees(&[(role, "430000")], here, normal, None), "{role} sees no case");
    }
    let sealed = Visibility::Sealed;
    assert!(!sees(&of_county, here, sealed, None) && !sees(&of_county, here, sealed, Some("another")));
    assert!(sees(&of_county, here, sealed, Some("one")), "who has it");
    assert!(
        sees(&[(Role::Supervisor, "430626")], here, sealed, None),
        "the supervisor"
    );
    assert!(
        !sees(&[(Role::Supervisor, "430621")], here, sealed, Some("one")),
        "of another county never"
    );
}

#[test]
fn what_is_confidential_only_its_own_office_sees() {
    let today = parse_date("2026-11-25").unwrap();
    let (here, pingjiang) = (township("430626001"), county("430626"));
    let sees = |role: Role, place: &str, assignee: Option<&str>| {
        let assignee = assignee.map(|id| OfficerId(id.to_owned()));
        let sight = Sight::of(&officer(&[(role, place)]), today);
        sight.covers(here, pingjiang, Visibility::Confidential, assignee.as_ref())
    };
    assert!(sees(Role::LegalAidOfficer, "430626", None));
    assert!(
        !sees(Role::LegalAidOfficer, "430621", Some("one")),
        "another county's centre"
    );
    for role in Role::ALL.iter().filter(|role| **role != Role::LegalAidOfficer) {
        for place in ["430626", "430600", "430000"] {
            assert!(
                !sees(*role, place, None) && !sees(*role, place, Some("one")),
                "{role} of {place}"
            );
        }
    }
}

#[test]
fn a_substitute_fills_a_post_for_a_quarter_of_a_year_at_most() {
    let mut fills = officer(&[(Role::FederationReviewer, "430626")]);
    let post = Post {
        role: Role::TownshipOfficer,
        division: Division::parse("430626001").unwrap(),
    };
    fills.substitutions.push(Substitution {
        of: OfficerId("away".to_owned()),
        post,
        from: parse_date("2026-11-01").unwrap(),
        to: parse_date("2126-11-01").unwrap(),
    });
    let on = |day| {
        let day = parse_date(day).unwrap();
        fills.posts_on(day).any(|filled| filled == post) && fills.instead_of(post, day).is_some()
    };
    assert!(on("2026-11-01") && on("2027-01-31"), "92 days");
    assert!(!on("2026-10-31") && !on("2027-02-01"));
    assert_eq!(
        fills.instead_of(fills.posts[0], parse_date("2026-11-01").unwrap()),
        None
    );
}

#[test]
fn who_did_it_reads_back_from_the_header() {
    let post = Post {
        role: Role::FederationReviewer,
        division: Division::parse("430626").unwrap(),
    };
    for by in [
        By::Officer {
            id: OfficerId("0192".to_owned()),
            post,
            instead_of: None,
        },
        By::Officer {
            id: OfficerId("0192".to_owned()),
            post,
            instead_of: Some(OfficerId("0193".to_owned())),
        },
        By::Resident { account: None },
        By::Resident {
            account: Some("0193".to_owned()),
        },
        By::System,
    ] {
        let (actor, role, office) = by.to_header();
        assert_eq!(By::from_header(&actor, role, office.as_deref()), Some(by));
    }
    assert_eq!(By::from_header("0192", "king", Some("430626")), None);
    assert_eq!(By::from_header("0192", "supervisor", None), None);
}

#[test]
fn who_fills_a_post_fits_or_is_asked_about_or_cannot() {
    let posts = |posts: &[(Role, &str)]| officer(posts).posts;
    let decider = posts(&[(Role::CivilAffairsDecider, "430626")]);
    for (fills, fit) in [
        ([(Role::CivilAffairsDecider, "430621")], Fit::Same),
        ([(Role::CivilAffairsDecider, "430600")], Fit::Unlike),
        ([(Role::LegalAidOfficer, "430626")], Fit::Cannot),
        ([(Role::FederationReviewer, "430626")], Fit::Unlike),
        ([(Role::TownshipOfficer, "430626001")], Fit::Unlike),
        ([(Role::Auditor, "430626")], Fit::Cannot),
        ([(Role::Administrator, "430626")], Fit::Cannot),
    ] {
        assert_eq!(Substitution::fit(&posts(&fills), &decider), fit, "{fills:?}");
    }
    let auditor = posts(&[(Role::Auditor, "430626")]);
    assert_eq!(Substitution::fit(&decider, &auditor), Fit::Cannot);
    assert_eq!(Substitution::fit(&auditor, &auditor), Fit::Same);
}

#[test]
fn a_substitution_has_a_longest_time_and_a_latest_beginning() {
    let day = |text| parse_date(text).unwrap();
    assert_eq!(Substitution::latest_end(day("2026-11-25")), day("2027-02-24"));
    assert_eq!(Substitution::latest_begin(day("2026-11-25")), day("2027-11-26"));
    assert_eq!(
        Substitution::latest_begin(day("9999-12-30")),
        day("9999-12-31"),
        "the end of time"
    );
}
