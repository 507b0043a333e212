//! What is not a rule, and where in the text that is said.

use proptest::prelude::*;

use super::*;

/// Compiles as bool and gives back where and why it failed.
fn refused(source: &str) -> RuleError {
    let world = World::new();
    match Program::compile(source, Type::Bool, &world.vocabulary) {
        Err(error) => error,
        Ok(_) => panic!("{source} was accepted"),
    }
}

/// Everything that is not in the language. `»` stands before the place that is named; the second text is
/// part of the message.
const REFUSED: &[(&str, &str)] = &[
    ("true && »household.aid == 1", "no fact `household.aid`"),
    ("»household", "no fact `household`"),
    ("»policy.nothing", "no policy value `nothing`"),
    ("»policy", "no fact `policy`"),
    (
        r#"household.aid_status == »"baodi""#,
        "`baodi` is not a value of aid_status: none, dibao, tekun",
    ),
    (r#"household.aid_status in ["none", »"baodi"]"#, "`baodi` is not"),
    (r#"household.size == »"dibao""#, "a text only stands beside"),
    (r#"»"dibao" == "dibao""#, "a text only stands beside"),
    ("household.size == »residence.in_province", "this is bool, expected int"),
    ("household.size == »household.income", "this is fen, expected int"),
    ("household.income > »1000", "belongs in the policy data"),
    (
        "household.income > policy.living_monthly + »1",
        "belongs in the policy data",
    ),
    ("»household.size", "this is int, expected bool"),
    ("household.size »+ 1", "this is int, expected bool"),
    ("residence.in_province »< true", "bool has no order"),
    (r#"household.aid_status »>= "dibao""#, "enum aid_status has no order"),
    (
        "application.on »+ application.on == application.on",
        "take two numbers or two amounts, not date",
    ),
    ("residence.in_province »+ residence.in_province", "take two numbers"),
    ("!»household.size", "this is int, expected bool"),
    ("»1 && true", "this is int, expected bool"),
    ("true || »0", "this is int, expected bool"),
    ("»household.size ? true : false", "this is int, expected bool"),
    ("true ? true : »1", "this is int, expected bool"),
    ("household.size in »1", "list of literals"),
    ("household.size in »[]", "not empty"),
    ("household.size in [1, »household.size]", "literals only"),
    ("household.size in »certificate.components", "list of literals"),
    ("true == »[1]", "only stands right of `in`"),
    ("»certificate.components", "is a list"),
    ("»certificate.components == certificate.components", "is a list"),
    ("»household.size.exists(c, true)", "`household.size` is not a list"),
    ("»nobody.exists(c, true)", "no list `nobody`"),
    ("certificate.components.exists(c, »c.colour == 1)", "no field `colour`"),
    ("certificate.components.exists(c, »c)", "`c` is an item"),
    (
        "certificate.components.exists(c, »c.grade)",
        "this is int, expected bool",
    ),
    ("certificate.components.exists(c, »c.grade.more == 1)", "`c` is an item"),
    (
        "certificate.components.exists(c, children.all»(d, d.at_school))",
        "inside another",
    ),
    ("certificate.components.exists(c, c.exists»(d, true))", "inside another"),
    ("certificate.components.exists»(c)", "list.exists(c, …)"),
    ("certificate.components.exists_one»(c, true)", "exists, all and size"),
    ("certificate.components.map»(c, c.grade) == 1", "exists, all and size"),
    ("certificate.components.filter»(c, true) == 1", "exists, all and size"),
    ("certificate.components»[0].grade == 1", "do not index"),
    ("size(»household.size) == 1", "is not a list"),
    ("»size() == 1", "`size` takes one list"),
    ("»has(household.size)", "rules have no has()"),
    (
        "age_on(person.birth, »household.size) > 1",
        "this is int, expected date",
    ),
    ("»age_on(person.birth) > 1", "`age_on` takes two days"),
    ("»months_between(person.birth) > 1", "`months_between` takes two days"),
    ("person.birth.age_on»(application.on) > 1", "`age_on` takes two days"),
    ("»date(\"2025-01-01\") > application.on", "no function `date`"),
    ("»matches(1, 2)", "no function `matches`"),
    ("»timestamp(1) == 1", "no function `timestamp`"),
    ("household.size »* 2 == 4", "no * / %"),
    ("household.size »/ 2 == 4", "no * / %"),
    ("household.size »% 2 == 4", "no * / %"),
    ("»-household.size == 4", "no minus before a name"),
    ("household.size == »1.5", "whole numbers"),
    ("household.size == »1u", "whole numbers"),
    ("household.size == »b\"x\"", "whole numbers"),
    ("household.size == »null", "no null"),
    ("true == »{}", "no maps"),
    ("»household{size: 1}", "no maps"),
    ("(true»", "expected ')'"),
    ("true »)", "mismatched"),
    ("true\n&& »= 1", "unexpected token"),
    ("household.size == »99999999999999999999", ""),
    ("true && »中", "unexpected character"),
    ("»&true", "unexpected single '&'"),
    ("true »false", "mismatched"),
    ("»", "expecting expression"),
    (
        "true // why\n && »household.aid // 中文 \n == 1 // end",
        "no fact `household.aid`",
    ),
    ("\"中文\" == »household.aid", "no fact `household.aid`"),
    ("true »? 1 : 2 // end", "this is int, expected bool"),
];

#[test]
fn every_refusal_names_its_place() {
    let mut wrong = Vec::new();
    for (marked, message) in REFUSED {
        let at = marked.find('»').unwrap();
        let source = marked.replacen('»', "", 1);
        let error = refused(&source);
        if error.offset != at || !error.message.contains(message) {
            wrong.push(format!("{marked}: {error}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_answer_must_be_of_the_expected_type() {
    let world = World::new();
    let of_money = Program::compile("household.size", Type::Fen, &world.vocabulary).unwrap_err();
    assert_eq!(of_money.message, "this is int, expected fen");
    let of_list = Program::compile(
        "household.size",
        world
            .vocabulary
            .fact_type(world.vocabulary.fact_named("children").unwrap()),
        &world.vocabulary,
    );
    assert_eq!(of_list.unwrap_err().message, "this is int, expected list of child");
}

#[test]
fn long_and_deep_texts_are_refused_before_they_are_parsed() {
    let levels = "a rule is nested at most 16 levels deep";
    assert!(
        refused(&format!("true{}", " ".repeat(1_997)))
            .message
            .contains("at most 2000 bytes")
    );
    assert!(World::new().holds(&format!("true{}", " ".repeat(1_996))).is_some());
    assert!(
        World::new()
            .holds(&format!("{}true{}", "(".repeat(16), ")".repeat(16)))
            .is_some()
    );
    let error = refused(&format!("{}true{}", "(".repeat(17), ")".repeat(17)));
    assert_eq!((error.offset, error.message.as_str()), (16, levels));
    for (unit, tail) in [
        ("(", "true"),
        ("[", "true"),
        ("{", "true"),
        ("!", "true"),
        ("-", "1"),
        ("!-", "1"),
        ("true?1:", "1"),
        ("1+", "1"),
        ("1==", "1"),
        ("a.", "b"),
        ("f(", ""),
        ("a.f(", ""),
        ("a.exists(c,", ""),
        ("1 in [", ""),
        ("a{b:", ""),
        ("(a ? !", "true"),
    ] {
        let short = format!("{}{tail}", unit.repeat(1_900 / unit.len()));
        assert_eq!(refused(&short).message, levels, "{unit}");
        let long = format!("{}{tail}", unit.repeat(100_000));
        assert!(refused(&long).message.contains("2000 bytes"), "{unit}");
    }
    for unit in ["a[0]", "a.f()", "a{}"] {
        assert!(
            !refused(&format!("a{}", unit[1..].repeat(600 / unit.len())))
                .message
                .is_empty(),
            "{unit}"
        );
    }
}

#[test]
fn long_chains_of_and_and_or_are_not_deep() {
    let world = World::new();
    assert_eq!(world.holds(&vec!["true"; 200].join(" && ")), Some(true));
    assert_eq!(world.holds(&vec!["household.size > 0 && true"; 60].join(" || ")), None);
}

#[test]
fn a_vocabulary_refuses_names_no_rule_could_use() {
    let mut vocabulary = Vocabulary::new();
    let empty: [&str; 0] = [];
    for wrong in [
        "", "Aid", "a b", "a..b", ".a", "a.", "1a", "a.in", "true", "收入", "a-b",
    ] {
        assert_eq!(
            vocabulary.fact(wrong, Type::Int),
            Err(VocabularyError::Name(wrong.to_owned()))
        );
    }
    assert!(matches!(
        vocabulary.fact("policy.a", Type::Int),
        Err(VocabularyError::Name(_))
    ));
    vocabulary.fact("a.b", Type::Int).unwrap();
    for taken in ["a.b", "a", "a.b.c"] {
        assert_eq!(
            vocabulary.fact(taken, Type::Int),
            Err(VocabularyError::Taken(taken.to_owned()))
        );
    }
    vocabulary.fact("a.bc", Type::Int).unwrap();
    assert!(matches!(
        vocabulary.enumeration("e", &empty),
        Err(VocabularyError::Size(_))
    ));
    assert!(matches!(
        vocabulary.enumeration("e", &["x", "y", "x"]),
        Err(VocabularyError::Taken(_))
    ));
    let record = vocabulary.record("r", &[("x", Type::Int)]).unwrap();
    assert!(matches!(
        vocabulary.policy("p", Type::List(record)),
        Err(VocabularyError::List(_))
    ));
    assert!(matches!(
        vocabulary.record("s", &[("x", Type::List(record))]),
        Err(VocabularyError::List(_))
    ));
    assert!(matches!(
        vocabulary.record("s", &[("x", Type::Int), ("x", Type::Int)]),
        Err(VocabularyError::Taken(_))
    ));
}

/// Scraps of rules and of everything that is not one.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = prop_oneof![
        Just("household.size"),
        Just("household.aid_status"),
        Just("certificate.components"),
        Just("policy.adult_age"),
        Just("c.grade"),
        Just(".exists(c,"),
        Just(".all("),
        Just("size("),
        Just("age_on("),
        Just("has("),
        Just(".map(c,"),
        Just("("),
        Just(")"),
        Just("["),
        Just("]"),
        Just("{"),
        Just("}"),
        Just(","),
        Just("."),
        Just("?"),
        Just(":"),
        Just("&&"),
        Just("||"),
        Just("!"),
        Just("=="),
        Just("<"),
        Just("-"),
        Just("+"),
        Just(" in "),
        Just("1"),
        Just("0x"),
        Just("1e9"),
        Just("\"dibao\""),
        Just("'"),
        Just("\""),
        Just("\"\"\""),
        Just("r'"),
        Just("b'\\"),
        Just("`"),
        Just("`a b`"),
        Just("\\u"),
        Just("null"),
        Just("true"),
        Just("//"),
        Just("\n"),
        Just("中"),
        Just("é"),
        Just("\u{0}"),
        Just("@result"),
    ];
    prop::collection::vec(scrap, 0..24).prop_map(|scraps| scraps.concat())
}

proptest! {
    #[test]
    fn no_text_at_all_makes_the_compiler_fall(text in any::<String>()) {
        check_any(&text)?;
    }

    #[test]
    fn no_near_rule_makes_the_compiler_fall(text in scraps()) {
        check_any(&text)?;
    }
}

fn check_any(text: &str) -> Result<(), TestCaseError> {
    let world = World::new();
    for expected in [Type::Bool, Type::Int, Type::Fen] {
        if let Err(error) = Program::compile(text, expected, &world.vocabulary) {
            prop_assert!(error.offset <= text.len());
            prop_assert!(!error.message.is_empty());
        }
    }
    Ok(())
}
