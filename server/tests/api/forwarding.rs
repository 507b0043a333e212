//! Passing a case on to the place of the hukou: asked once more, and never to a place that does not exist.

use reqwest::StatusCode;
use zhida::access::Role;
use zhida::calendar::Limit;
use zhida::casework::{Phase, Reference, ResultKind, RouteStage, Terms};
use zhida::place::OfficeKind;

use crate::harness::Site;
use crate::office::{Officer, TOWNSHIP, case, does, done, filed, officer, page_of, submitted};

both_engines!(
    a_case_is_forwarded_only_by_who_says_so_twice,
    what_was_forwarded_has_a_letter_that_goes_with_it,
);

/// The case of somebody with a hukou in another province, who was seen at the window.
async fn from_elsewhere(site: &Site) -> (Reference, Officer) {
    let mut told = submitted(site, "S01", "living_subsidy", None);
    told.place.hukou_county = None;
    told.terms.forward_only = true;
    told.terms.notice = None;
    told.terms.route = vec![RouteStage {
        id: Terms::FORWARDING.to_owned(),
        body: OfficeKind::Township,
        limit: Limit::WorkingDays(5),
    }];
    let reference = filed(site, told).await;
    let township = officer(site, Role::TownshipOfficer, TOWNSHIP).await;
    done(&township, reference, "confirm_identity", &[("identity", "in_person")]).await;
    (reference, township)
}

const TO: &[(&str, &str)] = &[
    ("place", "520103"),
    ("office", "贵阳市云岩区民政局"),
    ("number", "GZ20261129"),
];

async fn a_case_is_forwarded_only_by_who_says_so_twice(site: Site) {
    let (reference, township) = from_elsewhere(&site).await;
    for (place, why) in [
        ("999999", "没有这个县"),
        ("430104", "湖南以外"),
        ("520100", "没有这个县"),
    ] {
        let wrong = does(&township, reference, "forward", &[("place", place), TO[1], TO[2]]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            wrong.text("#errors").contains(why),
            "{place}: {}",
            wrong.text("#errors")
        );
        assert_eq!(wrong.form().value("place"), Some(place));
    }

    let asked = does(&township, reference, "forward", TO).await;
    assert_eq!(case(&site, reference).await.phase, Phase::Open, "nothing is done yet");
    let says = asked.text("main");
    for said in [
        "贵州省贵阳市云岩区",
        "520103",
        "贵阳市云岩区民政局",
        "GZ20261129",
        "不能收回",
    ] {
        assert!(says.contains(said), "{said}: {says}");
    }
    assert_eq!(asked.texts("main form button"), ["确认转办", "回去改"]);

    let back = township.browser.send_only(asked.form().with("confirmed", "no")).await;
    assert_eq!(case(&site, reference).await.phase, Phase::Open);
    let form = back.form();
    assert_eq!(
        (form.value("place"), form.value("number")),
        (Some("520103"), Some("GZ20261129"))
    );

    let gone = township.browser.send_only(asked.form().with("confirmed", "yes")).await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER, "{}", gone.text("main"));
    let closed = case(&site, reference).await;
    assert_eq!(
        (closed.phase, closed.result),
        (Phase::Closed, Some(ResultKind::Forwarded))
    );
}

async fn what_was_forwarded_has_a_letter_that_goes_with_it(site: Site) {
    let (reference, township) = from_elsewhere(&site).await;
    let letter = format!("{}/print/forwarding", page_of(reference));
    assert_eq!(
        township.browser.get(&letter).await.status,
        StatusCode::NOT_FOUND,
        "not yet"
    );
    let asked = does(&township, reference, "forward", TO).await;
    township.browser.send_only(asked.form().with("confirmed", "yes")).await;
    let page = township.browser.open(&page_of(reference)).await;
    assert!(page.attributes("[aria-labelledby=print] a", "href").contains(&letter));
    let told = case(&site, reference).await.opened;
    let page = township.browser.open(&letter).await;
    let says = page.text("article");
    let name = told.subject.name.as_str();
    for said in [
        "转办函",
        "转字",
        "贵阳市云岩区民政局：",
        "贵州省贵阳市云岩区",
        "GZ20261129",
        name,
        "盖章",
    ] {
        assert!(says.contains(said), "{said}: {says}");
    }
    assert!(
        !says.contains(told.subject.resident_id.as_str()),
        "the number is masked"
    );
}
