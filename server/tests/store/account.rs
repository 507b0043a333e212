//! Accounts: a name is found however it is typed, codes work once, a link code opens one person to one account.

use uuid::Uuid;
use zhida::access::{OfficerId, PersonKey};
use zhida::account::{Code, Length, SignInName};
use zhida::calendar::Instant;
use zhida_server::store::Store;
use zhida_server::store::account::{self, Link, NewLinkCode};
use zhida_server::store::session::AccountId;

use crate::harness::World;

both_engines!(
    a_name_belongs_to_one_account_and_a_mobile_to_a_family,
    a_recovery_code_works_once_and_only_for_its_owner,
    an_office_code_ends_by_itself,
    a_link_code_works_once_and_within_thirty_days,
    what_is_linked_is_not_stated_again,
    wrong_tries_are_counted_and_forgotten,
    of_a_crowd_each_try_is_one_more,
    nothing_personal_can_be_read_in_the_tables,
);

fn name(typed: &str) -> SignInName {
    SignInName::parse(typed).unwrap()
}

fn code(length: Length, seed: u8) -> Code {
    Code::of_random(length, [seed; 16])
}

fn later(now: Instant, hours: i64) -> Instant {
    Instant::from_epoch_ms(now.epoch_ms() + hours * 3_600_000)
}

async fn sign_up(world: &World, typed: &str) -> AccountId {
    let mut tx = world.begin().await;
    let id = account::insert(&mut tx, &world.keys, Uuid::now_v7(), (&name(typed), "hash"), world.now)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    id
}

async fn a_name_belongs_to_one_account_and_a_mobile_to_a_family(world: World) {
    let id = sign_up(&world, "春燕Yan").await;
    let mut reader = world.store.read();
    let found = account::find_by_name(&mut reader, &world.keys, &name(" 春燕ｙａｎ"))
        .await
        .unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!((&found[0].id, found[0].name.as_str()), (&id, "春燕Yan"));
    let mut tx = world.begin().await;
    let taken = account::insert(&mut tx, &world.keys, Uuid::now_v7(), (&name("春燕yan"), "x"), world.now).await;
    assert!(taken.unwrap_err().is_conflict(account::NAME_TAKEN));
    drop(tx);

    let first = sign_up(&world, "13800138000").await;
    let second = sign_up(&world, "+86 138 0013 8000").await;
    let found = account::find_by_name(&mut reader, &world.keys, &name("13800138000"))
        .await
        .unwrap();
    let ids: Vec<AccountId> = found.into_iter().map(|account| account.id).collect();
    assert_eq!(ids, [first, second], "the oldest first");
    assert!(
        account::find_by_name(&mut reader, &world.keys, &name("nobody"))
            .await
            .unwrap()
            .is_empty()
    );
}

async fn a_recovery_code_works_once_and_only_for_its_owner(world: World) {
    let (keys, now) = (&world.keys, world.now);
    let mine = sign_up(&world, "mine").await;
    let yours = sign_up(&world, "yours").await;
    let codes: Vec<Code> = (1..=8).map(|seed| code(Length::Recovery, seed)).collect();
    let mut tx = world.begin().await;
    account::replace_recovery_codes(&mut tx, keys, &mine.0, &codes, now)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let mut tx = world.begin().await;
    assert!(
        !account::use_recovery_code(&mut tx, keys, &yours.0, &codes[0], now)
            .await
            .unwrap()
    );
    assert!(
        account::use_recovery_code(&mut tx, keys, &mine.0, &codes[0], now)
            .await
            .unwrap()
    );
    assert!(
        !account::use_recovery_code(&mut tx, keys, &mine.0, &codes[0], now)
            .await
            .unwrap()
    );
    assert!(
        !account::has_recovery_code(&mut tx, keys, &mine.0, &codes[0], now)
            .await
            .unwrap()
    );
    assert!(
        account::has_recovery_code(&mut tx, keys, &mine.0, &codes[1], now)
            .await
            .unwrap()
    );
    assert_eq!(account::count_recovery_codes(&mut tx, &mine.0).await.unwrap(), 7);
    account::replace_recovery_codes(&mut tx, keys, &mine.0, &[code(Length::Recovery, 99)], now)
        .await
        .unwrap();
    assert!(
        !account::use_recovery_code(&mut tx, keys, &mine.0, &codes[1], now)
            .await
            .unwrap()
    );
    assert_eq!(account::count_recovery_codes(&mut tx, &mine.0).await.unwrap(), 1);
    tx.commit().await.unwrap();
}

async fn an_office_code_ends_by_itself(world: World) {
    let (keys, now) = (&world.keys, world.now);
    let owner = sign_up(&world, "mine").await;
    let officer = OfficerId("officer".to_owned());
    let given = code(Length::Recovery, 7);
    let mut tx = world.begin().await;
    account::insert_office_code(&mut tx, keys, &owner, &given, &officer, now)
        .await
        .unwrap();
    assert_eq!(account::count_recovery_codes(&mut tx, &owner.0).await.unwrap(), 0);
    let too_late = later(now, 25);
    assert!(
        !account::use_recovery_code(&mut tx, keys, &owner.0, &given, too_late)
            .await
            .unwrap()
    );
    assert!(
        account::use_recovery_code(&mut tx, keys, &owner.0, &given, later(now, 23))
            .await
            .unwrap()
    );
    tx.commit().await.unwrap();
}

async fn hand_over(world: &World, code: &Code, person: &PersonKey) {
    let mut tx = world.begin().await;
    let new = NewLinkCode {
        code,
        person,
        name: "陈德明",
        issued_by: None,
        office: Some("汉昌街道便民服务中心"),
        at: world.now,
        replaces: true,
    };
    account::insert_link_code(&mut tx, &world.keys, &new).await.unwrap();
    tx.commit().await.unwrap();
}

async fn use_link(store: &Store, world: &World, account: &AccountId, code: &Code, now: Instant) -> Option<Link> {
    let mut tx = store.begin().await.unwrap();
    let link = account::use_link_code(&mut tx, &world.keys, account, code, now)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    link
}

async fn a_link_code_works_once_and_within_thirty_days(world: World) {
    let (mine, yours) = (sign_up(&world, "mine").await, sign_up(&world, "yours").await);
    let person = PersonKey("person".to_owned());
    let (old, new) = (code(Length::Link, 1), code(Length::Link, 2));
    hand_over(&world, &old, &person).await;
    hand_over(&world, &new, &person).await;
    let store = &world.store;
    let now = world.now;
    assert_eq!(
        use_link(store, &world, &mine, &old, now).await,
        None,
        "a newer one was handed over"
    );
    assert_eq!(
        use_link(store, &world, &mine, &new, later(now, 30 * 24 + 1)).await,
        None
    );
    let link = use_link(store, &world, &mine, &new, now).await.unwrap();
    assert_eq!(
        (link.name.as_str(), &link.person, link.linked),
        ("陈德明", &person, true)
    );
    assert_eq!(use_link(store, &world, &yours, &new, now).await, None, "once only");
    let mut reader = store.read();
    assert_eq!(
        account::list_links(&mut reader, &world.keys, &mine).await.unwrap(),
        [link]
    );
    assert!(
        account::list_links(&mut reader, &world.keys, &yours)
            .await
            .unwrap()
            .is_empty()
    );
}

async fn what_is_linked_is_not_stated_again(world: World) {
    let mine = sign_up(&world, "mine").await;
    let link = |linked| Link {
        person: PersonKey("person".to_owned()),
        name: "陈德明".to_owned(),
        reading: None,
        linked,
        office: None,
        at: world.now,
    };
    let mut tx = world.begin().await;
    for linked in [false, true, false] {
        account::insert_link(&mut tx, &world.keys, &mine, &link(linked), None)
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    let links = account::list_links(&mut world.store.read(), &world.keys, &mine)
        .await
        .unwrap();
    assert_eq!(links, [link(true)]);
}

async fn wrong_tries_are_counted_and_forgotten(world: World) {
    let failed = async |at: Instant| {
        let mut tx = world.begin().await;
        account::insert_failure(&mut tx, "who", at).await.unwrap();
        tx.commit().await.unwrap();
    };
    tokio::join!(failed(world.now), failed(world.now), failed(world.now));
    let mut reader = world.store.read();
    let attempts = account::find_attempts(&mut reader, "who").await.unwrap();
    assert_eq!((attempts.failures, attempts.last), (3, Some(world.now)));
    failed(later(world.now, 24)).await;
    assert_eq!(account::find_attempts(&mut reader, "who").await.unwrap().failures, 1);
    let mut tx = world.begin().await;
    account::delete_attempts(&mut tx, "who").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(account::find_attempts(&mut reader, "who").await.unwrap().failures, 0);
}

async fn of_a_crowd_each_try_is_one_more(world: World) {
    let reserve = async || {
        let seen = account::find_attempts(&mut world.store.read(), "who").await.unwrap();
        let mut tx = world.begin().await;
        let got = account::reserve_attempt(&mut tx, "who", seen, world.now).await.unwrap();
        tx.commit().await.unwrap();
        got
    };
    let crowd = tokio::join!(reserve(), reserve(), reserve(), reserve());
    let got = [crowd.0, crowd.1, crowd.2, crowd.3].iter().filter(|got| **got).count();
    let counted = account::find_attempts(&mut world.store.read(), "who").await.unwrap();
    assert_eq!(usize::try_from(counted.failures).unwrap(), got);
    assert!(got >= 1);
    assert!(reserve().await, "one after another each gets its turn");
}

async fn nothing_personal_can_be_read_in_the_tables(world: World) {
    use zhida_server::store::Query as _;
    sign_up(&world, "lichunyan").await;
    sign_up(&world, "13800138000").await;
    let rows = world
        .store
        .read()
        .all("SELECT user_name_hash, mobile_hash, name FROM account", Vec::new())
        .await
        .unwrap();
    for row in &rows {
        let closed = row.bytes("name").unwrap();
        let seen = format!(
            "{:?} {:?} {}",
            row.text_or_null("user_name_hash").unwrap(),
            row.text_or_null("mobile_hash").unwrap(),
            String::from_utf8_lossy(&closed)
        );
        assert!(!seen.contains("lichunyan") && !seen.contains("13800138000"), "{seen}");
    }
}
