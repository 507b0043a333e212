//! What an administrator does about work of the portal that has died.

use reqwest::StatusCode;
use serde_json::json;
use zhida::access::Role;
use zhida_server::store::event;
use zhida_server::store::outbox::{self, ATTEMPTS, NewJob};

use crate::harness::Site;
use crate::staff::{set_up, take_on};

both_engines!(
    an_administrator_has_dead_work_tried_again,
    nobody_else_sees_or_touches_it
);

/// A job that was tried until nobody tries any more.
async fn dead(site: &Site) -> String {
    let portal = &site.portal;
    let mut now = portal.now();
    let mut tx = portal.store.begin().await.unwrap();
    let job = NewJob {
        kind: "sweep",
        unique_key: "sweep:2026-11-20",
        payload: &json!({}),
        run_at: now,
    };
    outbox::insert(&mut tx, &job, now).await.unwrap();
    for _ in 0..ATTEMPTS {
        let taken = outbox::take(&mut tx, now).await.unwrap().unwrap();
        outbox::update_failed(&mut tx, &taken, "the disk is full", now)
            .await
            .unwrap();
        now = zhida::calendar::Instant::from_epoch_ms(now.epoch_ms() + 24 * 3_600_000);
    }
    tx.commit().await.unwrap();
    let found = outbox::list_dead(&mut portal.store.read()).await.unwrap();
    found[0].job.id.clone()
}

async fn an_administrator_has_dead_work_tried_again(site: Site) {
    dead(&site).await;
    take_on(&site, "guanli", Role::Administrator).await;
    let browser = site.browser();
    set_up(&site, &browser, "guanli").await;
    let page = browser.open("/office").await;
    assert_eq!(page.path, "/office/jobs", "where administrators begin");
    assert_eq!(page.texts(".site-nav a"), ["失败的任务", "网站意见", "我的"]);
    assert!(page.text("tbody th").contains("清理"), "{}", page.html);
    let row = page.text("tbody tr");
    assert!(row.contains("the disk is full") && row.contains("10"), "{row}");
    let form = page.form_at("tbody form");
    let done = browser.send(form.clone()).await;
    assert!(done.text("main").contains("再试一次"), "{}", done.html);
    assert!(done.text("main").contains("没有"), "none are left: {}", done.html);
    let again = browser.send(form).await;
    assert_eq!(again.path, done.path, "pressed twice, done once");
    let portal = &site.portal;
    let mut reader = portal.store.read();
    assert!(outbox::list_dead(&mut reader).await.unwrap().is_empty());
    assert!(outbox::is_due(&mut reader, portal.now()).await.unwrap());
    let events = event::list(&mut reader, &portal.keys, "system").await.unwrap();
    let revived = events.iter().filter(|event| event.kind == "job_revived");
    assert_eq!(revived.count(), 1);
}

async fn nobody_else_sees_or_touches_it(site: Site) {
    let id = dead(&site).await;
    take_on(&site, "wumin", Role::Supervisor).await;
    let officer = site.browser();
    set_up(&site, &officer, "wumin").await;
    let revive = format!("/office/jobs/{id}/revive");
    let op = site.portal.random_id().to_string();
    for browser in [&officer, &site.browser()] {
        let page = browser.get("/office/jobs").await;
        assert!(!page.html.contains("the disk is full"));
        let pressed = browser.post(&revive, &[("op", &op)]).await;
        assert!(
            pressed.status == StatusCode::FORBIDDEN || pressed.location.is_some_and(|to| to.contains("sign-in")),
            "{}",
            pressed.status
        );
    }
    let dead = outbox::list_dead(&mut site.portal.store.read()).await.unwrap();
    assert_eq!(dead.len(), 1);
}
