//! Whoever handed a case in, as an office comes to know them: an account that was seen to be the person's own is linked
//! with the very act that says so; a helper reads the letters of one case; anybody else reads nothing.

use reqwest::StatusCode;
use zhida::access::Role;
use zhida::apply::OverlapPick;
use zhida::casework::Reference;
use zhida_server::store::account;
use zhida_server::store::event;
use zhida_server::store::session::AccountId;

use crate::cases::{Resident, resident};
use crate::harness::Site;
use crate::office::{COUNTY, Officer, REVIEW, TOWNSHIP, case, does, done, filed_by, officer, page_of, submitted};

both_engines!(
    an_account_seen_to_be_the_persons_is_linked,
    whoever_was_not_seen_reads_no_letter_until_they_are,
    a_helper_reads_the_letters_of_one_case_and_receives_none,
    without_an_account_nobody_is_linked,
);

/// The account of somebody.
fn account_of(resident: &Resident) -> AccountId {
    AccountId(resident.owner.strip_prefix("account:").unwrap().to_owned())
}

/// How often the account's own history says that it was linked.
async fn linked(site: &Site, account: &AccountId) -> usize {
    let portal = &site.portal;
    let stream = format!("account:{account}");
    let events = event::list(&mut portal.store.read(), &portal.keys, &stream)
        .await
        .unwrap();
    let links = account::list_links(&mut portal.store.read(), &portal.keys, account).await;
    let told = events.iter().filter(|event| event.kind == "linked").count();
    assert_eq!(links.unwrap().iter().filter(|link| link.linked).count(), told.min(1));
    told
}

/// The rest of the way to a decision.
async fn decided(site: &Site, township: &Officer, reference: Reference, reason: &str) {
    done(township, reference, "review", REVIEW).await;
    let federation = officer(site, Role::FederationReviewer, COUNTY).await;
    done(&federation, reference, "review", REVIEW).await;
    let decider = officer(site, Role::CivilAffairsDecider, COUNTY).await;
    let page = decider.browser.open(&format!("{}/decide", page_of(reference))).await;
    let form = page
        .form()
        .with("outcome", "grant")
        .with("reasons", reason)
        .with("sentence", "材料都核对过，符合条件。");
    let answer = decider.browser.send_only(form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text("main"));
}

async fn an_account_seen_to_be_the_persons_is_linked(site: Site) {
    let filer = resident(&site, "chunyan").await;
    let reference = filed_by(
        &site,
        Some(&filer.owner),
        submitted(&site, "S01", "living_subsidy", None),
    )
    .await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    // Who was seen is asked, and what is missing is said at its field.
    let half = does(&township, reference, "accept", &[("identity", "in_person")]).await;
    assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(half.attributes("#errors a", "href"), ["#filer"]);
    let before = does(
        &township,
        reference,
        "accept",
        &[("identity", "linked_account"), ("filer", "same")],
    )
    .await;
    assert_eq!(
        before.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "nobody linked it before"
    );
    assert_eq!(linked(&site, &account_of(&filer)).await, 0);

    let page = township.browser.open(&format!("{}/accept", page_of(reference))).await;
    let form = || page.form().with("identity", "in_person").with("filer", "same");
    for answer in [
        township.browser.send_only(form()).await,
        township.browser.send_only(form()).await,
    ] {
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text("main"));
    }
    assert_eq!(
        linked(&site, &account_of(&filer)).await,
        1,
        "pressed twice, linked once"
    );
    decided(&site, &township, reference, "IN_DIBAO").await;
    // The session that was open all the while is the person's now: they are asked whether they receive it.
    let asks = filer.browser.get(&format!("/cases/{reference}/letter")).await;
    assert_eq!(asks.status, StatusCode::OK);
    let received = filer.browser.send_only(asks.form()).await;
    assert_eq!(received.status, StatusCode::SEE_OTHER, "{}", received.text("main"));
    assert_eq!(case(&site, reference).await.served.len(), 1);
}

async fn whoever_was_not_seen_reads_no_letter_until_they_are(site: Site) {
    let filer = resident(&site, "chunyan").await;
    let reference = filed_by(
        &site,
        Some(&filer.owner),
        submitted(&site, "S01", "living_subsidy", None),
    )
    .await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    done(
        &township,
        reference,
        "accept",
        &[("identity", "in_person"), ("filer", "other")],
    )
    .await;
    let here = format!("/cases/{reference}");
    let receipt = filer.browser.get(&format!("{here}/print/acceptance")).await;
    assert_eq!(receipt.status, StatusCode::NOT_FOUND);
    let form = filer.browser.get(&format!("{here}/print/application_form")).await;
    assert_eq!(form.status, StatusCode::OK, "what they said themselves can be printed");
    decided(&site, &township, reference, "IN_DIBAO").await;
    // The way to the letter leads to what is still to be done.
    let letter = filer.browser.get(&format!("{here}/letter")).await;
    assert_eq!(letter.location, Some(format!("{here}#decision")));
    let page = filer.browser.get(&here).await;
    assert!(page.has("#decision") && !page.html.contains(&format!("{here}/letter")));
    assert_eq!(page.attributes("a[href='/account/link']", "href").len(), 1);
    let received = filer
        .browser
        .post(
            &format!("{here}/letter"),
            &[("op", &site.portal.random_id().to_string())],
        )
        .await;
    assert_eq!(received.status, StatusCode::NOT_FOUND);
    assert_eq!(linked(&site, &account_of(&filer)).await, 0);

    // A case that has not gone on: it is recorded later, and the account is theirs from then.
    let again = filed_by(&site, Some(&filer.owner), submitted(&site, "S01", "care_subsidy", None)).await;
    done(
        &township,
        again,
        "accept",
        &[("identity", "in_person"), ("filer", "other")],
    )
    .await;
    done(
        &township,
        again,
        "confirm_identity",
        &[("identity", "in_person"), ("filer", "same")],
    )
    .await;
    assert_eq!(linked(&site, &account_of(&filer)).await, 1);
    let asks = filer.browser.get(&format!("{here}/letter")).await;
    assert_eq!(
        asks.status,
        StatusCode::OK,
        "linked, every case of the person is theirs"
    );
}

async fn a_helper_reads_the_letters_of_one_case_and_receives_none(site: Site) {
    let filer = resident(&site, "yajun").await;
    let reference = filed_by(
        &site,
        Some(&filer.owner),
        submitted(&site, "S03", "care_subsidy", Some(OverlapPick::TakeThis)),
    )
    .await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let seen = [("identity", "representative"), ("filer", "same")];
    done(&township, reference, "accept", &seen).await;
    assert_eq!(
        linked(&site, &account_of(&filer)).await,
        0,
        "nobody is linked to whom they help once"
    );
    let receipt = filer.browser.get(&format!("/cases/{reference}/print/acceptance")).await;
    assert_eq!(receipt.status, StatusCode::OK);
    decided(&site, &township, reference, "GRADE_1_2").await;
    let letter = format!("/cases/{reference}/letter");
    let read = filer.browser.get(&letter).await;
    assert!(read.has("article.letter"), "read at once: {}", read.text("main"));
    let op = site.portal.random_id().to_string();
    let received = filer.browser.post(&letter, &[("op", &op)]).await;
    assert_eq!(received.status, StatusCode::FORBIDDEN);
    assert!(case(&site, reference).await.served.is_empty());
}

async fn without_an_account_nobody_is_linked(site: Site) {
    let owner = format!("session:{}", site.portal.random_id());
    let reference = filed_by(&site, Some(&owner), submitted(&site, "S01", "living_subsidy", None)).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let seen = [("identity", "in_person"), ("filer", "same")];
    done(&township, reference, "accept", &seen).await;
    assert!(case(&site, reference).await.filer_seen);
}
