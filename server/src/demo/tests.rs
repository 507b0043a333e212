//! The demonstration holds what it promises.

use std::collections::{BTreeMap, BTreeSet};

use zhida::calendar::parse_date;

use super::*;

fn invent(today: &str) -> Demo {
    let loaded = crate::catalogue::load(None).unwrap();
    let days = loaded
        .files
        .iter()
        .find(|file| file.path == "calendar/working-days.toml");
    let calendar = WorkingDays::read(&days.unwrap().text).unwrap();
    let noon = Instant::start_of(parse_date(today).unwrap()).epoch_ms() + 12 * 3_600_000;
    let setting = Setting {
        catalogue: &loaded.catalogue,
        calendar: &calendar,
        policy: &loaded.catalogue.shipped,
        now: Instant::from_epoch_ms(noon),
        applications: APPLICATIONS,
        key_of: &|number| PersonKey(number.as_str().to_owned()),
    };
    Demo::invent(&setting).unwrap()
}

#[test]
fn at_least_five_hundred_cases_over_all_stages_states_and_dates() {
    let demo = invent("2026-11-25");
    let cases: Vec<&Case> = demo
        .applications
        .iter()
        .flat_map(|filed| &filed.cases)
        .map(|filed| &filed.case)
        .collect();
    assert!(cases.len() >= 500, "{}", cases.len());
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let today = parse_date("2026-11-25").unwrap();
    for case in &cases {
        let state = match case.result {
            Some(result) => format!("{} {result}", case.phase),
            None => format!("{} {}", case.phase, case.stage().unwrap().id),
        };
        *seen.entry(state).or_default() += 1;
        if let Some(pause) = case.pause(today) {
            *seen.entry(format!("pause {pause}")).or_default() += 1;
        }
        for (name, there) in [
            ("unsigned", case.unsigned().is_some()),
            ("objection", case.open_objections().next().is_some()),
            ("contested", !case.reconsiderations.is_empty()),
            (
                "reconsidered",
                case.reconsiderations.iter().any(|asked| asked.outcome.is_some()),
            ),
            ("claimed", case.assignee.is_some()),
            ("award", case.award.is_some()),
        ] {
            *seen.entry(name.to_owned()).or_default() += usize::from(there);
        }
    }
    for state in [
        "open township_review",
        "open federation_review",
        "open civil_affairs_decision",
        "decided grant",
        "closed grant",
        "closed refuse",
        "closed withdrawn",
        "closed forwarded",
        "pause applicant",
        "pause hold",
        "unsigned",
        "objection",
        "contested",
        "reconsidered",
        "claimed",
        "award",
    ] {
        assert!(seen.get(state).is_some_and(|count| *count > 0), "no {state}: {seen:#?}");
    }
}

#[test]
fn histories_replay_and_nobody_is_there_twice() {
    let demo = invent("2026-11-25");
    let now = Instant::start_of(parse_date("2026-11-26").unwrap());
    let mut references = BTreeSet::new();
    let mut people = BTreeSet::new();
    for filed in &demo.applications {
        assert!(references.insert(filed.reference) && people.insert(filed.application.subject.resident_id.clone()));
        for filed in &filed.cases {
            assert!(references.insert(filed.case.opened.reference));
            assert_eq!(Case::fold(&filed.events).as_ref(), Some(&filed.case));
            assert!(filed.events.is_sorted_by_key(|event| (event.at, event.seq)));
            assert!(
                filed.events.iter().all(|event| event.at < now),
                "nothing from the future"
            );
        }
    }
}

#[test]
fn every_county_of_the_ten_people_has_its_chain() {
    let demo = invent("2026-11-25");
    assert_eq!((demo.people.len(), demo.offices.len()), (10, 10));
    let logins: BTreeSet<&str> = demo.members().map(|member| member.login.as_str()).collect();
    assert_eq!(logins.len(), demo.members().count(), "every login once");
    for login in [
        "pingjiang-township",
        "pingjiang-township-2",
        "pingjiang-federation",
        "pingjiang-federation-2",
        "pingjiang-civil",
        "yuelu-civil-2",
        "wuling-supervisor",
        "auditor",
        "admin",
    ] {
        assert!(logins.contains(login), "no {login}: {logins:?}");
    }
    assert!(demo.members().any(|member| member.relative.is_some()));
}

#[test]
fn the_same_day_tells_the_same_stories_and_any_day_tells_some() {
    let (one, other) = (invent("2026-11-25"), invent("2026-11-25"));
    assert_eq!(one.applications.len(), other.applications.len());
    for (one, other) in one.applications.iter().zip(&other.applications) {
        assert_eq!((one.id, one.cases.len()), (other.id, other.cases.len()));
        assert!(
            one.cases
                .iter()
                .zip(&other.cases)
                .all(|(one, other)| one.events == other.events)
        );
    }
    assert!(invent("2028-02-29").applications.len() > 300);
}
