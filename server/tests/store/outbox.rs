//! Jobs: put down once, taken by one, tried again, dead in the end.

use serde_json::json;
use zhida::calendar::Instant;
use zhida_server::store::outbox::{self, ATTEMPTS, Job, NewJob};

use crate::harness::World;

both_engines!(
    the_same_work_is_put_down_once,
    one_job_goes_to_one_worker,
    a_failing_job_waits_longer_each_time_and_dies,
    a_lost_worker_s_job_goes_to_another,
    done_jobs_are_forgotten,
);

fn later(now: Instant, minutes: i64) -> Instant {
    Instant::from_epoch_ms(now.epoch_ms() + minutes * 60_000)
}

async fn put(world: &World, key: &str, run_at: Instant) -> bool {
    let mut tx = world.begin().await;
    let payload = json!({"case": "1"});
    let job = NewJob {
        kind: "letter",
        unique_key: key,
        payload: &payload,
        run_at,
    };
    let added = outbox::insert(&mut tx, &job, world.now).await.unwrap();
    tx.commit().await.unwrap();
    added
}

async fn take(world: &World, now: Instant) -> Option<Job> {
    let due = outbox::is_due(&mut world.store.read(), now).await.unwrap();
    let mut tx = world.begin().await;
    let job = outbox::take(&mut tx, now).await.unwrap();
    tx.commit().await.unwrap();
    assert!(due || job.is_none());
    job
}

async fn the_same_work_is_put_down_once(world: World) {
    assert!(put(&world, "letter:1", world.now).await);
    assert!(!put(&world, "letter:1", world.now).await);
    let job = take(&world, world.now).await.unwrap();
    assert_eq!(
        (job.kind.as_str(), job.attempts, &job.payload),
        ("letter", 1, &json!({"case": "1"}))
    );
    assert_eq!(take(&world, world.now).await, None, "taken");
    assert!(!put(&world, "letter:1", world.now).await, "nor while it is worked on");
}

async fn one_job_goes_to_one_worker(world: World) {
    for n in 0..20 {
        put(&world, &format!("k{n:02}"), world.now).await;
    }
    put(&world, "tomorrow", later(world.now, 24 * 60)).await;
    let workers = (0..8).map(|_| {
        let world = world.clone();
        tokio::spawn(async move {
            let mut keys = Vec::new();
            while let Some(job) = take(&world, world.now).await {
                keys.push(job.unique_key);
            }
            keys
        })
    });
    let mut taken = Vec::new();
    for worker in workers.collect::<Vec<_>>() {
        taken.extend(worker.await.unwrap());
    }
    // On PostgreSQL a worker may find everything locked and stop early: what is left is taken now.
    while let Some(job) = take(&world, world.now).await {
        taken.push(job.unique_key);
    }
    taken.sort();
    assert_eq!(taken, (0..20).map(|n| format!("k{n:02}")).collect::<Vec<_>>());
}

async fn a_failing_job_waits_longer_each_time_and_dies(world: World) {
    put(&world, "k", world.now).await;
    let mut now = world.now;
    for attempt in 1..=ATTEMPTS {
        let job = take(&world, now).await.unwrap();
        assert_eq!(job.attempts, attempt);
        let mut tx = world.begin().await;
        outbox::update_failed(&mut tx, &job, "the gateway does not answer", now)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        assert_eq!(take(&world, later(now, 1)).await, None, "not at once again");
        now = later(now, 24 * 60);
    }
    assert_eq!(take(&world, now).await, None);
    let dead = outbox::list_dead(&mut world.store.read()).await.unwrap();
    assert_eq!(
        (dead.len(), dead[0].job.problem.as_deref()),
        (1, Some("the gateway does not answer"))
    );
    let mut tx = world.begin().await;
    assert!(outbox::update_revived(&mut tx, &dead[0].job.id, now).await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!(take(&world, now).await.unwrap().attempts, 1);
}

async fn a_lost_worker_s_job_goes_to_another(world: World) {
    put(&world, "k", world.now).await;
    take(&world, world.now).await.unwrap();
    assert_eq!(take(&world, later(world.now, 5)).await, None);
    assert_eq!(take(&world, later(world.now, 11)).await.unwrap().attempts, 2);
}

async fn done_jobs_are_forgotten(world: World) {
    put(&world, "k", world.now).await;
    let job = take(&world, world.now).await.unwrap();
    let mut tx = world.begin().await;
    outbox::update_done(&mut tx, &job.id, world.now).await.unwrap();
    assert_eq!(outbox::delete_done_before(&mut tx, world.now).await.unwrap(), 0);
    assert_eq!(
        outbox::delete_done_before(&mut tx, later(world.now, 1)).await.unwrap(),
        1
    );
    tx.commit().await.unwrap();
}
