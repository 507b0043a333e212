//! Blocks and masks by themselves; that columns answer right is in [`super::properties`].

use proptest::prelude::*;

use super::columns::{Block, ColumnMut, Mask, Scratch, Verdicts};
use super::*;

#[test]
fn filling_columns_at_once_is_filling_them_person_by_person() {
    let world = World::new();
    let rows = 130;
    let fact = |name: &str| world.vocabulary.fact_named(name).unwrap();
    let mut block = Block::new(&world.vocabulary, rows);
    let ColumnMut::Enums { values, known } = block.column_mut(fact("household.aid_status")) else {
        panic!()
    };
    (0_u8..).zip(values).for_each(|(row, value)| *value = row % 3);
    known.fill_with(|row| row % 5 != 0);
    let ColumnMut::Bools { values, known } = block.column_mut(fact("residence.in_province")) else {
        panic!()
    };
    values.fill_with(|row| row % 2 == 0);
    known.fill(true);
    let ColumnMut::Numbers { values, known } = block.column_mut(fact("household.size")) else {
        panic!()
    };
    (0..).zip(values).for_each(|(row, value)| *value = row);
    known.fill_with(|row| row != 100);
    let ColumnMut::List(list) = block.column_mut(fact("certificate.components")) else {
        panic!()
    };
    list.set_lengths((0..rows).map(|row| row % 3));
    let Some(ColumnMut::Numbers { values, known }) = list.field_mut(1) else {
        panic!()
    };
    (0..).zip(values).for_each(|(item, value)| *value = item % 4);
    known.fill(true);
    assert!(list.field_mut(2).is_none());

    let mut item = 0;
    for rule in [
        r#"household.aid_status == "dibao" && residence.in_province"#,
        "household.size >= 99 || residence.in_province",
        "certificate.components.exists(c, c.grade == 2)",
        r#"certificate.components.all(c, c.category == "mental")"#,
    ] {
        let program = world.compile(rule, Type::Bool);
        let mut verdicts = Verdicts::default();
        program.holds_block(&block, &world.policies, &mut Scratch::new(), &mut verdicts);
        item = 0;
        for row in 0..rows {
            let mut facts = Facts::new(&world.vocabulary);
            let number = i64::try_from(row).unwrap();
            if row % 5 != 0 {
                facts
                    .set(
                        fact("household.aid_status"),
                        Value::Enum(u8::try_from(row % 3).unwrap()),
                    )
                    .unwrap();
            }
            facts
                .set(fact("residence.in_province"), Value::Bool(row % 2 == 0))
                .unwrap();
            if row != 100 {
                facts.set(fact("household.size"), Value::Int(number)).unwrap();
            }
            let items = (0..row % 3).map(|_| {
                item += 1;
                vec![None, Some(Value::Int((item - 1) % 4))]
            });
            facts
                .set(fact("certificate.components"), Value::List(items.collect()))
                .unwrap();
            let answer = verdicts.known.get(row).then(|| verdicts.truth.get(row));
            assert_eq!(answer, program.holds(&facts, &world.policies), "{rule}, row {row}");
        }
    }
    assert!(item > 64, "items fill more than one word");
}

#[test]
fn an_empty_block_has_no_answers() {
    let world = World::new();
    let block = Block::new(&world.vocabulary, 0);
    let mut verdicts = Verdicts::default();
    for rule in ["true", "household.size > 1", "children.exists(c, c.at_school)"] {
        world
            .compile(rule, Type::Bool)
            .holds_block(&block, &world.policies, &mut Scratch::new(), &mut verdicts);
        assert_eq!((verdicts.truth.rows(), verdicts.known.count()), (0, 0));
    }
}

#[test]
fn buffers_are_used_again() {
    let world = World::new();
    let block = Block::new(&world.vocabulary, 256);
    let (mut scratch, mut verdicts) = (Scratch::new(), Verdicts::default());
    let rules = [
        "household.size + 1 > certificate.grade - 2 && !person.serving_sentence",
        r#"household.aid_status in ["none", "dibao"] || household.aid_status == household.before.aid_status"#,
        "certificate.components.exists(c, c.grade == certificate.grade && person.serving_sentence)",
        "(person.serving_sentence ? size(children) : household.size) == 3",
        "(person.serving_sentence ? residence.in_province : true) == person.serving_sentence",
        "age_on(person.birth, application.on) in [1, 2] || person.serving_sentence in [true, false]",
    ]
    .map(|rule| world.compile(rule, Type::Bool));
    let mut run = |scratch: &mut Scratch| {
        rules
            .iter()
            .for_each(|rule| rule.holds_block(&block, &world.policies, scratch, &mut verdicts));
        scratch.buffers()
    };
    let after_once = run(&mut scratch);
    assert!(after_once > 0);
    assert_eq!(run(&mut scratch), after_once);
}

proptest! {
    #[test]
    fn masks_are_sets_of_rows(left in prop::collection::vec(any::<bool>(), 1..200), seed in any::<u64>()) {
        let rows = left.len();
        let right: Vec<bool> = (0..rows).map(|row| seed.rotate_left(u32::try_from(row % 64).unwrap()) & 1 == 1).collect();
        let mask = |bits: &[bool]| { let mut mask = Mask::new(bits.len()); mask.fill_with(|row| bits[row]); mask };
        let mut by_row = Mask::new(rows);
        left.iter().enumerate().for_each(|(row, bit)| by_row.set(row, *bit));
        prop_assert_eq!(&by_row, &mask(&left));
        let (mut and, mut or, mut without) = (by_row.clone(), by_row.clone(), by_row.clone());
        and.and(&mask(&right));
        or.or(&mask(&right));
        without.and_not(&mask(&right));
        for row in 0..rows {
            prop_assert_eq!(and.get(row), left[row] && right[row]);
            prop_assert_eq!(or.get(row), left[row] || right[row]);
            prop_assert_eq!(without.get(row), left[row] && !right[row]);
        }
        prop_assert_eq!(by_row.count(), left.iter().filter(|bit| **bit).count());
        by_row.fill(true);
        prop_assert_eq!(by_row.count(), rows);
        prop_assert!(!by_row.get(rows));
    }
}
