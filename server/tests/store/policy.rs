//! Policy: seeded once, changed by two people, the last revision holds.

use zhida::calendar::Month;
use zhida::place::DivisionCode;
use zhida::policy::{PolicyBook, PolicyEntry};
use zhida::rule::Value;
use zhida_server::catalogue::load;
use zhida_server::store::policy::{self, ApprovedBy, TWO_PEOPLE};

use crate::harness::World;

both_engines!(
    the_shipped_values_are_seeded_once,
    an_approved_value_replaces,
    one_person_is_not_enough
);

const BY: ApprovedBy<'_> = ApprovedBy {
    proposed_by: "officer:1",
    approved_by: "officer:2",
};

async fn the_shipped_values_are_seeded_once(world: World) {
    let catalogue = load(None).unwrap().catalogue;
    for expected in [catalogue.shipped.entries().len(), 0] {
        let mut tx = world.begin().await;
        let added = policy::seed(&mut tx, &catalogue.vocabulary, &catalogue.shipped, world.now)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(usize::try_from(added).unwrap(), expected);
    }
    let book = policy::load(&mut world.store.read(), &catalogue.vocabulary)
        .await
        .unwrap();
    assert_eq!(book.entries().len(), catalogue.shipped.entries().len());
    for entry in catalogue.shipped.entries() {
        assert!(book.entries().contains(entry), "{entry:?}");
    }
}

async fn an_approved_value_replaces(world: World) {
    let catalogue = load(None).unwrap().catalogue;
    let vocabulary = &catalogue.vocabulary;
    let entry = an_amount(&catalogue.shipped);
    let mut tx = world.begin().await;
    policy::seed(&mut tx, vocabulary, &catalogue.shipped, world.now)
        .await
        .unwrap();
    for amount in [9000, 9500] {
        let value = Value::Fen(amount);
        let raised = PolicyEntry { value, ..entry.clone() };
        policy::insert(&mut tx, vocabulary, &raised, BY, world.now)
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    let mut tx = world.begin().await;
    assert_eq!(
        policy::seed(&mut tx, vocabulary, &catalogue.shipped, world.now)
            .await
            .unwrap(),
        0
    );
    drop(tx);
    let book = policy::load(&mut world.store.read(), vocabulary).await.unwrap();
    let found = book.find(entry.key, entry.division, entry.from).unwrap();
    assert_eq!(found.entry.value, Value::Fen(9500));
}

async fn one_person_is_not_enough(world: World) {
    let catalogue = load(None).unwrap().catalogue;
    let entry = PolicyEntry {
        division: DivisionCode::HUNAN,
        from: Month::parse("2027-01").unwrap(),
        ..an_amount(&catalogue.shipped)
    };
    let by = ApprovedBy {
        approved_by: "officer:1",
        ..BY
    };
    let mut tx = world.begin().await;
    let problem = policy::insert(&mut tx, &catalogue.vocabulary, &entry, by, world.now)
        .await
        .unwrap_err();
    assert!(problem.is_conflict(TWO_PEOPLE), "{problem:?}");
}

/// A shipped value that is an amount of money.
fn an_amount(shipped: &PolicyBook) -> PolicyEntry {
    let mut entries = shipped.entries().iter();
    entries
        .find(|entry| matches!(entry.value, Value::Fen(_)))
        .unwrap()
        .clone()
}
