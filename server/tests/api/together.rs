//! Two subsidies of one application: whoever stands at the window is seen once.

use reqwest::StatusCode;
use uuid::Uuid;
use zhida::access::Role;
use zhida::casework::Reference;

use crate::browser::Page;
use crate::harness::Site;
use crate::office::{ACCEPT, Officer, TOWNSHIP, case, does, filed, officer, page_of, submitted};

both_engines!(
    both_cases_of_an_application_are_accepted_with_one_form,
    neither_is_accepted_where_one_cannot_be,
);

/// The two cases of an application.
async fn both(site: &Site) -> (Reference, Reference) {
    let living = submitted(site, "S01", "living_subsidy", None);
    let mut care = submitted(site, "S01", "care_subsidy", None);
    care.application = living.application;
    (filed(site, living).await, filed(site, care).await)
}

async fn accepts(officer: &Officer, one: Reference, other: Reference) -> Page {
    let form = officer.browser.get(&format!("{}/accept", page_of(one))).await.form();
    let form = ACCEPT.iter().fold(form, |form, (name, value)| form.with(name, value));
    officer.browser.send_only(form.with("together", other.as_str())).await
}

async fn both_cases_of_an_application_are_accepted_with_one_form(site: Site) {
    let (living, care) = both(&site).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let page = township.browser.get(&format!("{}/accept", page_of(living))).await;
    assert!(page.text("main").contains("也一起受理吗"), "{}", page.text("main"));
    assert_eq!(page.attributes("[name=together]", "value"), [care.as_str()]);
    let form = ACCEPT
        .iter()
        .fold(page.form(), |form, (name, value)| form.with(name, value));
    let form = form.with("together", care.as_str());
    let done = township.browser.send_only(form.clone()).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text("#errors"));
    for reference in [living, care] {
        let case = case(&site, reference).await;
        assert!(case.accepted.is_some() && case.identity.is_some(), "{reference}");
        assert!(case.due(&site.portal.calendar).is_some(), "each has its own clock");
    }
    let (seq, again) = (case(&site, care).await.seq, township.browser.send_only(form).await);
    assert_eq!(
        (again.location, case(&site, care).await.seq),
        (done.location, seq),
        "once"
    );
}

async fn neither_is_accepted_where_one_cannot_be(site: Site) {
    let (living, care) = both(&site).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let colleague = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let page = township.browser.get(&format!("{}/accept", page_of(living))).await;
    let op = Uuid::now_v7().to_string();
    let note = [("op", &*op), ("sentence", "还要核对户口。"), ("version", "1")];
    colleague.browser.post(&format!("{}/note", page_of(care)), &note).await;
    let form = ACCEPT
        .iter()
        .fold(page.form(), |form, (name, value)| form.with(name, value));
    let told = township.browser.send_only(form.with("together", care.as_str())).await;
    assert_eq!(told.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(told.text("#errors").contains("刚刚有变动"), "{}", told.text("main"));
    for reference in [living, care] {
        assert!(case(&site, reference).await.accepted.is_none(), "{reference}");
    }

    // Nor where the form says it saw what has not been yet.
    let form = ACCEPT
        .iter()
        .fold(page.form(), |form, (name, value)| form.with(name, value));
    let form = form.set(&format!("version-{care}"), "99999999999");
    let forged = township.browser.send_only(form.with("together", care.as_str())).await;
    assert_eq!(forged.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(case(&site, care).await.accepted.is_none());

    // Looked at once more, it goes: without the paper neither does.
    let bare = [("identity", "in_person"), ("together", care.as_str())];
    let missing = does(&township, living, "accept", &bare).await;
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(case(&site, care).await.accepted.is_none());
    assert_eq!(accepts(&township, living, care).await.status, StatusCode::SEE_OTHER);
    assert!(case(&site, care).await.accepted.is_some());

    // What somebody else has is not offered.
    let (living, care) = both(&site).await;
    let op = Uuid::now_v7().to_string();
    colleague
        .browser
        .post(&format!("{}/claim", page_of(care)), &[("op", &op)])
        .await;
    let page = township.browser.get(&format!("{}/accept", page_of(living))).await;
    assert!(!page.has("[name=together]"), "{}", page.text("main"));
}
