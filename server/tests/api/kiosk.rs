//! A machine in a hall: who makes a browser one, and that nobody finds there what somebody else did.

use zhida::access::Role;
use zhida::calendar::Instant;
use zhida_server::store::{Value, session};

use crate::account::sign_up;
use crate::harness::Site;
use crate::staff::{set_up, take_on};

both_engines!(
    a_machine_in_a_hall_keeps_nothing,
    a_machine_in_a_hall_forgets_who_went_away
);

/// A browser that an administrator made a machine in a hall.
async fn machine(site: &Site) -> crate::browser::Browser {
    take_on(site, "guanli", Role::Administrator).await;
    let browser = site.browser();
    set_up(site, &browser, "guanli").await;
    let page = browser.open("/office/kiosk").await;
    let page = browser.send(page.form_at("main form")).await;
    assert_eq!(page.path, "/");
    browser
}

async fn a_machine_in_a_hall_keeps_nothing(site: Site) {
    let browser = machine(&site).await;
    let page = browser.open("/").await;
    assert!(page.has("html[data-kiosk][data-view=simple]"));
    assert!(page.has(".kiosk form[action='/account/sign-out'] button"));
    assert_eq!(page.headers["cache-control"], "no-store");
    let refused = browser.get("/office/kiosk").await;
    assert!(
        refused.location.is_some_and(|to| to.contains("/office/sign-in")),
        "the administrator is gone"
    );

    // Somebody chooses how pages look and begins to apply: no cookie outlives the browser.
    let shown = browser.post("/display", &[("text", "150")]).await;
    let begun = browser.open("/apply/new?service=care_subsidy").await;
    let begun_at = browser.send(begun.form()).await;
    let kept: Vec<&str> = shown
        .headers
        .get_all("set-cookie")
        .into_iter()
        .filter_map(|cookie| cookie.to_str().ok())
        .collect();
    assert!(
        !kept.is_empty() && kept.iter().all(|cookie| !cookie.contains("Max-Age")),
        "{kept:?}"
    );
    let draft = browser.open("/apply").await;
    assert!(draft.has("main a[href^='/apply/']"), "{}", draft.html);

    // One press, and the next person finds nothing of it, and the machine still is one.
    let wiped = browser.send(draft.form_at(".kiosk form")).await;
    assert_eq!(wiped.path, "/");
    assert!(wiped.has("html[data-kiosk]:not([data-text])"));
    assert_ne!(browser.get(&begun_at.path).await.status, 200, "nor the draft");
}

async fn a_machine_in_a_hall_forgets_who_went_away(site: Site) {
    let browser = machine(&site).await;
    sign_up(&browser, "chunyan").await;
    let home = browser.get("/account").await;
    assert_eq!(home.status, 200);
    let long_ago = Instant::from_epoch_ms(site.portal.now().epoch_ms() - 11 * 60_000);
    let mut tx = site.portal.store.begin().await.unwrap();
    tx.execute("UPDATE session SET seen_at = $1", vec![Value::from(long_ago)])
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let later = browser.get("/account").await;
    assert!(
        later
            .location
            .is_some_and(|to| to.contains("/account/sign-in?why=needed"))
    );
    // At home the same account would have two hours.
    let mut tx = site.portal.store.begin().await.unwrap();
    let far = Instant::from_epoch_ms(site.portal.now().epoch_ms() + 365 * 24 * 3_600_000);
    assert_eq!(
        session::delete_ended(&mut tx, far).await.unwrap(),
        0,
        "nothing waits there for its owner"
    );
    tx.commit().await.unwrap();
}
