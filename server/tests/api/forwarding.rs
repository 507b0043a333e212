//! Passing a case on to the place of the hukou: the letter is printed first, it is asked once more, and it never goes to
//! a place that does not exist.

use reqwest::StatusCode;
use zhida::access::Role;
use zhida::calendar::Limit;
use zhida::casework::{Phase, Reference, ResultKind, RouteStage, Terms};
use zhida::place::OfficeKind;

use crate::account::sign_up;
use crate::apply::people::{apply, s01};
use crate::harness::Site;
use crate::office::{COUNTY, Officer, TOWNSHIP, case, does, done, filed, officer, page_of, submitted};

both_engines!(
    a_case_is_forwarded_only_by_who_says_so_twice,
    what_was_forwarded_has_a_letter_that_goes_with_it,
    the_letter_is_printed_before_and_the_number_comes_after,
);

/// The case of somebody with a hukou in another province, who was seen at the window.
async fn from_elsewhere(site: &Site) -> (Reference, Officer) {
    let mut told = submitted(site, "S01", "living_subsidy", None);
    told.place.hukou_county = None;
    told.terms.forward_only = true;
    told.terms.notice = None;
    told.terms.route = vec![RouteStage {
        records: Vec::new(),
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
    ("hukou", "officer"),
];

async fn a_case_is_forwarded_only_by_who_says_so_twice(site: Site) {
    let (reference, township) = from_elsewhere(&site).await;
    for (place, why) in [
        ("999999", "没有这个县"),
        ("430104", "湖南以外"),
        ("520100", "没有这个县"),
        (COUNTY, "不用转"),
    ] {
        let wrong = does(
            &township,
            reference,
            "forward",
            &[("place", place), TO[1], TO[2], TO[3]],
        )
        .await;
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
    // To the office in charge and to nobody else the number is whole: who printed it, and for whom, is kept.
    let number = told.subject.resident_id.as_str();
    assert!(says.replace(' ', "").contains(number), "{says}");
    let page = township.browser.open(&page_of(reference)).await;
    assert!(!page.html.contains(number));
    let events = page.text(".route-events");
    assert!(
        events.contains("看了全号") && events.contains("打印转办函，送贵阳市云岩区民政局"),
        "{events}"
    );
    let elsewhere = officer(&site, Role::TownshipOfficer, "430626100").await;
    assert_eq!(elsewhere.browser.get(&letter).await.status, StatusCode::NOT_FOUND);
}

async fn the_letter_is_printed_before_and_the_number_comes_after(site: Site) {
    let resident = site.browser();
    sign_up(&resident, "chunyan").await;
    let own = vec![
        ("hukou", vec![("place", "outside")]),
        ("hukou-address", vec![("address", "贵州省贵阳市云岩区一号")]),
        ("residence", vec![("living", "elsewhere"), ("address", "城关一号")]),
        ("residence-county", vec![("place", COUNTY)]),
        ("residence-township", vec![("place", TOWNSHIP)]),
        ("contact", vec![("phone", "13912345678")]),
    ];
    let answers = own.into_iter().chain(s01()).collect();
    apply(&resident, &["living_subsidy"], &answers).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let cases = township.browser.open("/office").await.attributes("main a", "href");
    let page = cases.iter().find(|href| href.starts_with("/office/cases/")).unwrap();
    let page = page.split(['?', '#']).next().unwrap();
    let reference = Reference::parse(page.rsplit_once('/').unwrap().1).unwrap();
    let seen = [("identity", "in_person"), ("filer", "opened")];
    done(&township, reference, "confirm_identity", &seen).await;

    // The letter needs the office it is to; nothing is done by printing it.
    // What speaks of the hukou stands beside the form: what was stated, and what the number hints at.
    let asks = township.browser.open(&format!("{page}/forward")).await;
    let known = asks.text(".known");
    for said in [
        "本人写的：贵州省贵阳市云岩区（代码520103）",
        "没有和登记库对上",
        "前6位（430626）：平江县",
        "只作参考",
    ] {
        assert!(known.contains(said), "{said}: {known}");
    }
    assert!(!known.contains("一号"), "the rest of the address is masked: {known}");
    let form = asks.form();
    let print = form.with("print", "yes");
    let unsaid = township.browser.send_only(print.clone()).await;
    assert_eq!(unsaid.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!unsaid.text("#errors").contains("编号"), "{}", unsaid.text("#errors"));
    assert!(
        unsaid.attributes("#errors a", "href").contains(&"#hukou".to_owned()),
        "it is to be said which of them it rests on"
    );
    let ours = print
        .clone()
        .with("place", "430104")
        .with(TO[1].0, TO[1].1)
        .with(TO[3].0, TO[3].1);
    let ours = township.browser.send_only(ours).await;
    assert!(ours.text("#errors").contains("湖南以外"), "{}", ours.text("#errors"));
    let print = print
        .with(TO[0].0, TO[0].1)
        .with(TO[1].0, TO[1].1)
        .with(TO[3].0, TO[3].1);
    let letter = township.browser.send(print).await;
    assert_eq!(letter.status, StatusCode::OK, "{}", letter.path);
    let says = letter.text("article");
    for said in [
        "转办函",
        "贵阳市云岩区民政局：",
        "430626198808089988",
        "13912345678",
        "汉昌街道",
        "城关一号",
        "贵州省贵阳市云岩区一号",
        "申请审批表",
    ] {
        assert!(says.replace(' ', "").contains(said), "{said}: {says}");
    }
    assert!(!says.contains("6222"), "the account is nothing to that office");
    assert_eq!(case(&site, reference).await.phase, Phase::Open, "nothing is done yet");
    let back = letter.attributes("a", "href");
    let back = back.iter().find(|href| href.contains("/forward?")).unwrap();
    let form = township.browser.open(back).await.form();
    assert_eq!(
        (form.value("place"), form.value("office"), form.value("hukou")),
        (Some(TO[0].1), Some(TO[1].1), Some(TO[3].1))
    );

    let asked = township.browser.send_only(form).await;
    township.browser.send_only(asked.form().with("confirmed", "yes")).await;
    let forwarded = async || case(&site, reference).await.forwarded.map(|receipt| receipt.number);
    assert_eq!(forwarded().await.as_deref(), Some(""), "without a number");
    let theirs = resident.open(&format!("/cases/{reference}")).await;
    assert!(
        theirs.text("main").contains("收件编号还没有来"),
        "{}",
        theirs.text("main")
    );
    let own = resident.open(&format!("/cases/{reference}/print/forwarding")).await;
    assert!(
        !own.html.contains("430626198808089988"),
        "the person's copy stays masked"
    );

    let short = does(&township, reference, "record_receipt", &[("number", "K1")]).await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);
    done(&township, reference, "record_receipt", &[TO[2]]).await;
    assert_eq!(forwarded().await.as_deref(), Some(TO[2].1));
    let theirs = resident.open(&format!("/cases/{reference}")).await;
    assert!(theirs.text("main").contains(TO[2].1));
    let again = township.browser.get(&format!("{page}/record_receipt")).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "once");
}
