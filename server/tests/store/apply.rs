//! Drafts and applications: whose they are, how they are saved, how they end.

use uuid::Uuid;
use zhida::apply::{Draft, PageAnswer, PageId};
use zhida::calendar::Instant;
use zhida::casework::Reference;
use zhida::person::SubmitterRole;
use zhida_server::store::StoreError;
use zhida_server::store::apply::{self, DRAFT_KEPT_MS, ONE_APPLICATION, StoredApplication, StoredDraft, TRIES_A_DAY};

use crate::casework::cases;
use crate::harness::World;

both_engines!(
    a_draft_is_its_owners,
    of_two_saves_the_later_hears_of_the_earlier,
    a_session_that_signs_in_takes_its_drafts_along,
    who_had_a_draft_before_is_told_when_it_left,
    a_code_is_tried_five_times_a_day,
    a_draft_is_handed_in_once,
    drafts_end_after_ninety_days,
);

fn draft(world: &World, owner: &str, code: &str) -> StoredDraft {
    let mut draft = Draft::default();
    draft.save(&PageId::Whom, PageAnswer::Whom(SubmitterRole::Oneself));
    StoredDraft {
        id: Uuid::now_v7(),
        owner: owner.to_owned(),
        draft,
        resume_code: code.to_owned(),
        updated_at: world.now,
        expires_at: later(world.now, DRAFT_KEPT_MS),
    }
}

fn later(at: Instant, ms: i64) -> Instant {
    Instant::from_epoch_ms(at.epoch_ms() + ms)
}

async fn insert(world: &World, draft: &StoredDraft) {
    let mut tx = world.begin().await;
    apply::insert_draft(&mut tx, &world.keys, draft).await.unwrap();
    tx.commit().await.unwrap();
}

async fn find(world: &World, id: Uuid, owner: &str) -> Option<StoredDraft> {
    apply::find_draft(&mut world.store.read(), &world.keys, id, owner)
        .await
        .unwrap()
}

async fn a_draft_is_its_owners(world: World) {
    let one = draft(&world, "session:s1", "K7MP3WQ9AB");
    insert(&world, &one).await;
    assert_eq!(find(&world, one.id, "session:s1").await, Some(one.clone()));
    assert_eq!(find(&world, one.id, "session:s2").await, None);
    assert_eq!(find(&world, one.id, "").await, None);
    let other = draft(&world, "session:s2", "23456789AB");
    insert(&world, &other).await;
    let mine = apply::list_drafts(&mut world.store.read(), &world.keys, "session:s1")
        .await
        .unwrap();
    assert_eq!(mine.len(), 1);
    assert_eq!(mine[0].id, one.id);
    let spoken = " k7mp 3wq9 ab ";
    let by_code = apply::find_draft_by_code(&mut world.store.read(), &world.keys, spoken)
        .await
        .unwrap();
    assert_eq!(by_code.map(|found| found.id), Some(one.id), "as people type it");
}

async fn of_two_saves_the_later_hears_of_the_earlier(world: World) {
    let stored = draft(&world, "account:a1", "K7MP3WQ9AB");
    insert(&world, &stored).await;
    let at = later(world.now, 60_000);
    let save = async |role| {
        let mut changed = stored.draft.clone();
        changed.save(&PageId::Whom, PageAnswer::Whom(role));
        let mut tx = world.begin().await;
        let saved = apply::update_draft(&mut tx, &world.keys, stored.id, &changed, stored.draft.version, at);
        let saved = saved.await.unwrap();
        tx.commit().await.unwrap();
        saved
    };
    assert!(save(SubmitterRole::Relative).await);
    assert!(!save(SubmitterRole::LegalGuardian).await, "the version has moved on");
    let now = find(&world, stored.id, "account:a1").await.unwrap();
    assert_eq!(now.draft.whom, Some(SubmitterRole::Relative));
    assert_eq!((now.updated_at, now.expires_at), (at, later(at, DRAFT_KEPT_MS)));
}

async fn who_had_a_draft_before_is_told_when_it_left(world: World) {
    let one = draft(&world, "session:s1", "AAAAAAAAAA");
    insert(&world, &one).await;
    let moved = async |to: &str, at| {
        let mut tx = world.begin().await;
        apply::move_draft(&mut tx, one.id, to, at).await.unwrap();
        tx.commit().await.unwrap();
    };
    let left = async |owner: &str| {
        let mut reader = world.store.read();
        apply::find_former(&mut reader, one.id, owner).await.unwrap()
    };
    moved("session:s1", world.now).await;
    assert_eq!(left("session:s1").await, None, "opened again where it is");
    let (first, second) = (later(world.now, 1_000), later(world.now, 2_000));
    moved("session:s2", first).await;
    assert_eq!(left("session:s1").await, Some(first));
    assert_eq!(left("session:s9").await, None, "a stranger");
    moved("session:s3", second).await;
    assert_eq!(left("session:s1").await, Some(first));
    assert_eq!(left("session:s2").await, Some(second));
    moved("session:s1", second).await;
    assert_eq!(left("session:s1").await, None, "it came back");
    let mut tx = world.begin().await;
    apply::move_owner(&mut tx, "session:s2", "account:a1").await.unwrap();
    apply::move_owner(&mut tx, "session:s3", "account:a1").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(left("account:a1").await, Some(second), "two devices of one account");
    let listed = apply::list_former(&mut world.store.read(), "account:a1").await.unwrap();
    assert_eq!(listed, vec![(one.id, second)]);
    let mut tx = world.begin().await;
    apply::delete_draft(&mut tx, one.id).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(
        left("account:a1").await,
        None,
        "nothing is left of a draft that is gone"
    );
}

async fn a_session_that_signs_in_takes_its_drafts_along(world: World) {
    let (mine, other) = (
        draft(&world, "session:s1", "AAAAAAAAAA"),
        draft(&world, "session:s2", "BBBBBBBBBB"),
    );
    insert(&world, &mine).await;
    insert(&world, &other).await;
    let mut tx = world.begin().await;
    apply::move_owner(&mut tx, "session:s1", "account:a1").await.unwrap();
    apply::move_draft(&mut tx, other.id, "session:s3", world.now)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert!(find(&world, mine.id, "account:a1").await.is_some());
    assert!(find(&world, mine.id, "session:s1").await.is_none());
    assert!(find(&world, other.id, "session:s3").await.is_some());
}

async fn a_code_is_tried_five_times_a_day(world: World) {
    let counted = async |code: &str, at| {
        let mut tx = world.begin().await;
        let counted = apply::count_try(&mut tx, &world.keys, code, at).await.unwrap();
        tx.commit().await.unwrap();
        counted
    };
    for _ in 0..TRIES_A_DAY {
        assert!(counted("K7MP3WQ9AB", world.now).await);
    }
    assert!(!counted("k7mp 3wq9 ab", world.now).await);
    assert!(counted("23456789AB", world.now).await, "each code by itself");
    for code in ["K7MP3WQ9AB", "23456789AB", "never tried"] {
        let mut tx = world.begin().await;
        apply::give_try_back(&mut tx, &world.keys, code).await.unwrap();
        tx.commit().await.unwrap();
    }
    assert!(counted("K7MP3WQ9AB", world.now).await, "one was given back");
    assert!(!counted("K7MP3WQ9AB", world.now).await, "and only one");
    let tomorrow = later(world.now, 24 * 3_600_000);
    assert!(counted("K7MP3WQ9AB", tomorrow).await, "a day later");
}

async fn a_draft_is_handed_in_once(world: World) {
    let application = |number: u8, draft: Uuid| StoredApplication {
        id: Uuid::now_v7(),
        reference: Reference::from_random([number, 2, 3, 4, 5, 6, 7, 8]),
        owner: "session:s1".to_owned(),
        draft,
        application: cases::world().application("S03"),
        resume_code: "K7MP3WQ9AB".to_owned(),
        submitted_at: world.now,
    };
    let hand_in = async |application: &StoredApplication| -> Result<(), StoreError> {
        let mut tx = world.begin().await;
        apply::insert_application(&mut tx, &world.keys, application).await?;
        tx.commit().await
    };
    let draft = Uuid::now_v7();
    let first = application(1, draft);
    hand_in(&first).await.unwrap();
    let again = hand_in(&application(2, draft)).await.unwrap_err();
    assert!(again.is_conflict(ONE_APPLICATION), "{again}");
    let taken = hand_in(&application(1, Uuid::now_v7())).await.unwrap_err();
    assert!(taken.is_conflict("uq_application_reference"), "{taken}");
    let mut reader = world.store.read();
    let found = apply::find_application(&mut reader, &world.keys, first.reference)
        .await
        .unwrap();
    assert_eq!(found, Some(first.clone()));
    let of_draft = apply::find_application_of_draft(&mut reader, &world.keys, draft, "session:s1")
        .await
        .unwrap();
    assert_eq!(of_draft, Some(first.clone()));
    let others = apply::find_application_of_draft(&mut reader, &world.keys, draft, "session:s2")
        .await
        .unwrap();
    assert_eq!(others, None);
    let mine = apply::list_applications(&mut reader, &world.keys, "session:s1")
        .await
        .unwrap();
    assert_eq!(mine, [first]);
}

async fn drafts_end_after_ninety_days(world: World) {
    let stored = draft(&world, "account:a1", "K7MP3WQ9AB");
    insert(&world, &stored).await;
    let over = async |at| apply::list_expired_drafts(&mut world.store.read(), at).await.unwrap();
    assert!(over(later(world.now, DRAFT_KEPT_MS)).await.is_empty());
    assert_eq!(over(later(world.now, DRAFT_KEPT_MS + 1)).await, [stored.id]);
    let mut tx = world.begin().await;
    apply::delete_draft(&mut tx, stored.id).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(find(&world, stored.id, "account:a1").await, None);
}
