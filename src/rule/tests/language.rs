//! What each operator means, known and unknown.

use super::*;

fn world() -> World {
    let mut world = World::new();
    world
        .set("household.aid_status", Value::Enum(1))
        .set("household.size", Value::Int(3))
        .set("household.income", Value::Fen(120_000))
        .set("person.birth", Value::Date(day("2011-06-18")))
        .set("residence.in_province", Value::Bool(true))
        .set("application.on", Value::Date(day("2025-06-17")))
        .set("award.from", Value::Month(month("2025-06")));
    world
}

/// One component of known category and grade, one whose grade is not known.
fn components() -> Value {
    Value::List(vec![
        vec![Some(Value::Enum(0)), Some(Value::Int(2))],
        vec![Some(Value::Enum(3)), None],
    ])
}

#[test]
fn each_operator_over_known_facts() {
    let world = world();
    for (rule, expected) in [
        ("true", true),
        ("!false", true),
        ("true && false", false),
        ("false || true", true),
        ("residence.in_province", true),
        ("!residence.in_province", false),
        ("residence.in_province == true", true),
        ("residence.in_province != true", false),
        (r#"household.aid_status == "dibao""#, true),
        (r#""dibao" == household.aid_status"#, true),
        (r#"household.aid_status != "tekun""#, true),
        (r#"household.aid_status in ["dibao", "tekun"]"#, true),
        (r#"household.aid_status in ["none"]"#, false),
        ("household.size in [1, 2, 3]", true),
        ("household.size < 3", false),
        ("household.size <= 3", true),
        ("household.size > 2", true),
        ("household.size >= 4", false),
        ("3 > household.size", false),
        ("household.size > -1", true),
        ("household.size + 2 == 5", true),
        ("household.size - 2 - 1 == 0", true),
        ("household.income > 0", true),
        ("0 < household.income", true),
        (
            "household.income >= policy.living_monthly + policy.living_monthly",
            true,
        ),
        ("policy.living_covers_marginal ? household.size == 3 : false", true),
        ("(residence.in_province ? 1 : 2) == 1", true),
        (
            r#"household.aid_status == (residence.in_province ? "dibao" : "none")"#,
            true,
        ),
        ("age_on(person.birth, application.on) == 13", true),
        ("age_on(person.birth, application.on) < policy.adult_age", true),
        ("months_between(policy.starts_on, application.on) == 53", true),
        ("application.on > policy.starts_on", true),
        ("award.from == award.from", true),
    ] {
        assert_eq!(world.holds(rule), Some(expected), "{rule}");
        assert!(world.missing(rule).is_empty(), "{rule}");
    }
}

#[test]
fn results_of_every_type() {
    let world = world();
    assert_eq!(world.value("policy.living_monthly", Type::Fen), Some(Value::Fen(7000)));
    assert_eq!(
        world.value("residence.in_province ? policy.living_monthly : 0", Type::Fen),
        Some(Value::Fen(7000))
    );
    assert_eq!(world.value("0", Type::Fen), Some(Value::Fen(0)));
    assert_eq!(world.value("household.size + 1", Type::Int), Some(Value::Int(4)));
    assert_eq!(
        world.value("application.on", Type::Date),
        Some(Value::Date(day("2025-06-17")))
    );
    assert_eq!(
        world.value("award.from", Type::Month),
        Some(Value::Month(month("2025-06")))
    );
    let aid = world.vocabulary.enum_named("aid_status").unwrap();
    assert_eq!(
        world.value(r#"residence.in_province ? "tekun" : "none""#, Type::Enum(aid)),
        Some(Value::Enum(2))
    );
    let program = world.compile("household.size + 1", Type::Int);
    assert_eq!(program.holds(&world.facts, &world.policies), None);
}

#[test]
fn unknown_facts_follow_kleene() {
    let mut world = world();
    for (rule, expected, missing) in [
        ("person.serving_sentence", None, vec!["person.serving_sentence"]),
        ("!person.serving_sentence", None, vec!["person.serving_sentence"]),
        ("person.serving_sentence && false", Some(false), vec![]),
        ("false && person.serving_sentence", Some(false), vec![]),
        ("person.serving_sentence && true", None, vec!["person.serving_sentence"]),
        ("true || person.serving_sentence", Some(true), vec![]),
        ("person.serving_sentence || true", Some(true), vec![]),
        (
            "person.serving_sentence || certificate.grade == 1",
            None,
            vec!["person.serving_sentence", "certificate.grade"],
        ),
        ("certificate.grade in [1, 2]", None, vec!["certificate.grade"]),
        (
            "certificate.grade + household.size > 0",
            None,
            vec!["certificate.grade"],
        ),
        (
            "certificate.grade == certificate.grade",
            None,
            vec!["certificate.grade"],
        ),
        (
            "person.serving_sentence ? household.size == 3 : residence.in_province",
            Some(true),
            vec![],
        ),
        (
            "person.serving_sentence ? household.size == 3 : false",
            None,
            vec!["person.serving_sentence"],
        ),
        (
            "residence.in_province ? certificate.grade == 1 : person.serving_sentence",
            None,
            vec!["certificate.grade"],
        ),
        (
            "person.serving_sentence ? certificate.grade == 1 : award.until == award.from",
            None,
            vec!["person.serving_sentence", "award.until", "certificate.grade"],
        ),
        ("size(certificate.components) > 0", None, vec!["certificate.components"]),
        (
            "certificate.components.exists(c, true)",
            None,
            vec!["certificate.components"],
        ),
        (
            "certificate.components.all(c, true)",
            None,
            vec!["certificate.components"],
        ),
    ] {
        assert_eq!(world.holds(rule), expected, "{rule}");
        assert_eq!(world.missing(rule), missing, "{rule}");
    }
    let size = world.vocabulary.fact_named("household.size").unwrap();
    world.facts.forget(size);
    assert_eq!(world.holds("household.size == 3"), None);
}

#[test]
fn lists_are_or_and_and_over_their_items() {
    let mut world = world();
    world.set("certificate.components", components());
    world.set("children", Value::List(vec![]));
    let grade_missing = vec!["certificate.components[1].1"];
    for (rule, expected, missing) in [
        ("certificate.components.exists(c, c.grade == 2)", Some(true), vec![]),
        (
            "certificate.components.exists(c, c.grade == 3)",
            None,
            grade_missing.clone(),
        ),
        (
            r#"certificate.components.exists(c, c.grade == 3 && c.category == "hearing")"#,
            Some(false),
            vec![],
        ),
        (
            "certificate.components.all(c, c.grade == 2)",
            None,
            grade_missing.clone(),
        ),
        ("certificate.components.all(c, c.grade == 3)", Some(false), vec![]),
        (
            r#"certificate.components.all(c, c.category in ["visual", "mental"])"#,
            Some(true),
            vec![],
        ),
        (
            "certificate.components.exists(c, c.grade == household.size)",
            None,
            grade_missing.clone(),
        ),
        ("size(certificate.components) == 2", Some(true), vec![]),
        ("certificate.components.size() == size(children)", Some(false), vec![]),
        ("children.exists(child, child.at_school)", Some(false), vec![]),
        ("children.all(child, child.at_school)", Some(true), vec![]),
        (
            "certificate.components.exists(c, c.grade == certificate.grade)",
            None,
            vec!["certificate.components[1].1", "certificate.grade"],
        ),
    ] {
        assert_eq!(world.holds(rule), expected, "{rule}");
        assert_eq!(world.missing(rule), missing, "{rule}");
    }
}

#[test]
fn sums_stop_at_the_ends_of_the_numbers() {
    let mut world = world();
    world
        .set("household.size", Value::Int(i64::MAX))
        .set("certificate.grade", Value::Int(i64::MIN));
    assert_eq!(
        world.value("household.size + household.size", Type::Int),
        Some(Value::Int(i64::MAX))
    );
    assert_eq!(
        world.value("certificate.grade - household.size", Type::Int),
        Some(Value::Int(i64::MIN))
    );
}

#[test]
fn a_program_says_what_it_reads_in_order() {
    let world = world();
    let program = world.compile(
        "policy.living_covers_marginal && residence.in_province && household.size > 0 && policy.adult_age > 1 \
         && residence.in_province && certificate.components.exists(c, c.grade == household.size)",
        Type::Bool,
    );
    let facts: Vec<_> = program
        .facts()
        .iter()
        .map(|id| world.vocabulary.fact_name(*id))
        .collect();
    assert_eq!(
        facts,
        ["residence.in_province", "household.size", "certificate.components"]
    );
    let policies: Vec<_> = program
        .policies()
        .iter()
        .map(|id| world.vocabulary.policy_name(*id))
        .collect();
    assert_eq!(policies, ["living_covers_marginal", "adult_age"]);
}

#[test]
fn an_item_name_hides_a_fact_of_the_same_name() {
    let mut world = world();
    world.set("certificate.components", components());
    let grade = world.vocabulary.fact_named("certificate.grade").unwrap();
    world.facts.set(grade, Value::Int(9)).unwrap();
    assert_eq!(
        world.holds("certificate.components.exists(certificate, certificate.grade == 2)"),
        Some(true)
    );
}

#[test]
fn a_value_of_another_type_is_not_taken() {
    let mut world = world();
    let id = |world: &World, name: &str| world.vocabulary.fact_named(name).unwrap();
    for (name, wrong) in [
        ("household.size", Value::Fen(3)),
        ("household.aid_status", Value::Enum(3)),
        ("certificate.components", Value::List(vec![vec![None]])),
        (
            "certificate.components",
            Value::List(vec![vec![Some(Value::Enum(0)), Some(Value::Bool(true))]]),
        ),
        ("household.size", Value::List(vec![])),
    ] {
        let before = world.facts.get(id(&world, name)).cloned();
        let fact = id(&world, name);
        assert_eq!(world.facts.set(fact, wrong), Err(ValueError::Type), "{name}");
        assert_eq!(world.facts.get(fact), before.as_ref(), "{name}");
    }
    let amount = world.vocabulary.policy_named("living_monthly").unwrap();
    assert_eq!(world.policies.set(amount, &Value::Int(1)), Err(ValueError::Type));
    assert_eq!(world.policies.set(amount, &Value::Fen(1)), Ok(()));
    assert_eq!(world.policies.get(amount), Value::Fen(1));
    let nothing = PolicyValues::new(&world.vocabulary, |_, _| None);
    assert_eq!(
        nothing.unwrap_err(),
        ValueError::MissingPolicy("living_monthly".to_owned())
    );
}
