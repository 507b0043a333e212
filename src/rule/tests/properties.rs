//! What holds for every rule and every person.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::arbitrary::{Cell, Kind, cells, compiled_rule, facts, known_in_part, person};
use super::columns::{Amounts, Block, Scratch, Verdicts};
use super::*;

const ALL: &[Kind] = &[
    Kind::Bool,
    Kind::Bool,
    Kind::Bool,
    Kind::Int,
    Kind::Fen,
    Kind::Date,
    Kind::Month,
    Kind::Aid,
];
const BOOL: &[Kind] = &[Kind::Bool];
const COLUMNS: &[Kind] = &[Kind::Bool, Kind::Bool, Kind::Int, Kind::Fen];

proptest! {
    /// Where everything is known, we agree with the `cel` crate.
    #[test]
    fn known_facts_give_the_answer_of_the_cel_crate((source, kind) in compiled_rule(ALL), person in person()) {
        let world = World::new();
        let expected = kind.of(&world.vocabulary);
        let all = facts(&world, &person, &cells(&person).into_iter().collect());
        let program = world.compile(&source, expected);
        let ours = program.evaluate(&all, &world.policies);
        prop_assert_eq!(ours, Some(interpreter::answer(&world, &source, expected, &all)), "{}", source);
        prop_assert!(program.missing(&all, &world.policies).is_empty());
    }

    /// Facts told one by one never turn a definite answer.
    #[test]
    fn more_facts_never_turn_a_definite_answer((source, kind) in compiled_rule(ALL), (person, order, _) in known_in_part()) {
        let world = World::new();
        let program = world.compile(&source, kind.of(&world.vocabulary));
        let mut visible = BTreeSet::new();
        let mut definite = None;
        for cell in order {
            let answer = program.evaluate(&facts(&world, &person, &visible), &world.policies);
            prop_assert!(definite.is_none() || definite == answer, "{}: {:?} became {:?}", source, definite, answer);
            definite = definite.or(answer);
            visible.insert(cell);
        }
        let last = program.evaluate(&facts(&world, &person, &visible), &world.policies);
        prop_assert!(last.is_some());
        prop_assert!(definite.is_none() || definite == last);
    }

    /// What is named as missing is not known, and telling it leads to the answer.
    #[test]
    fn telling_what_is_missing_leads_to_the_answer((source, kind) in compiled_rule(ALL), (person, order, part) in known_in_part()) {
        let world = World::new();
        let program = world.compile(&source, kind.of(&world.vocabulary));
        let mut visible: BTreeSet<Cell> = order[..part].iter().copied().collect();
        for _ in 0..=order.len() {
            let facts = facts(&world, &person, &visible);
            let missing = program.missing(&facts, &world.policies);
            prop_assert_eq!(program.evaluate(&facts, &world.policies).is_some(), missing.is_empty(), "{}", source);
            if missing.is_empty() {
                return Ok(());
            }
            for Missing { fact, item } in missing {
                prop_assert!(program.facts().contains(&fact));
                prop_assert!(visible.insert(Cell(fact.index(), item)), "{} knows {:?} {:?}", source, fact, item);
            }
        }
        prop_assert!(false, "{} never came to an answer", source);
    }

    /// Facts that are not named as missing cannot change whether the rest is missing.
    #[test]
    fn what_is_not_missing_is_not_needed((source, _) in compiled_rule(BOOL), (person, order, part) in known_in_part()) {
        let world = World::new();
        let program = world.compile(&source, Type::Bool);
        let mut visible: BTreeSet<Cell> = order[..part].iter().copied().collect();
        let missing = program.missing(&facts(&world, &person, &visible), &world.policies);
        // Tell everything else; the items of a list that is not known come with it.
        let named = |cell: &Cell| {
            missing.iter().any(|one| one.fact.index() == cell.0 && (one.item == cell.1 || one.item.is_none()))
        };
        let before = program.holds(&facts(&world, &person, &visible), &world.policies);
        visible.extend(order[part..].iter().filter(|cell| !named(cell)));
        let after = program.holds(&facts(&world, &person, &visible), &world.policies);
        prop_assert_eq!(before, after, "{}", source);
    }

    /// Columns answer row by row as one person does, whatever the order in which people come.
    #[test]
    fn columns_answer_as_one_person_does(
        (source, kind) in compiled_rule(COLUMNS),
        people in prop::collection::vec(known_in_part(), 1..100),
        first in any::<prop::sample::Index>(),
    ) {
        let world = World::new();
        let expected = kind.of(&world.vocabulary);
        let program = world.compile(&source, expected);
        let people: Vec<Facts> = people.iter().map(|(person, order, part)| {
            facts(&world, person, &order[..*part].iter().copied().collect())
        }).collect();
        let mut block = Block::new(&world.vocabulary, people.len());
        let first = first.index(people.len());
        // One row holds somebody else first, and rows do not come in order.
        block.set_person(first, &people[0]);
        for row in (first..people.len()).chain(0..first) {
            block.set_person(row, &people[row]);
        }
        let (mut scratch, mut verdicts, mut amounts) = (Scratch::new(), Verdicts::default(), Amounts::default());
        program.holds_block(&block, &world.policies, &mut scratch, &mut verdicts);
        program.amounts_block(&block, &world.policies, &mut scratch, &mut amounts);
        for (row, facts) in people.iter().enumerate() {
            let answer = verdicts.known.get(row).then(|| verdicts.truth.get(row));
            prop_assert_eq!(answer, program.holds(facts, &world.policies), "{} row {}", source, row);
            let amount = amounts.known.get(row).then(|| Value::from_scalar(expected, amounts.values[row])).flatten();
            let single = if expected == Type::Bool { None } else { program.evaluate(facts, &world.policies) };
            prop_assert_eq!(amount, single, "{} row {}", source, row);
        }
        prop_assert_eq!(verdicts.known.rows(), people.len());
    }
}
