//! An assistive device: a thing that is given after a professional has looked, from the home page to the letter.

use reqwest::StatusCode;
use zhida::access::Role;
use zhida::casework::{Phase, Reference, ResultKind};
use zhida_server::store::casework::{self, Scope};

use crate::apply::people::{Answers, begin, fill, page_of as name_of, s01};
use crate::browser::{Browser, Page};
use crate::harness::Site;
use crate::office::{COUNTY, Officer, REVIEW, TOWNSHIP, case, does, done, officer, page_of};

both_engines!(
    what_can_be_given_is_browsed_by_what_it_helps_with,
    a_device_is_granted_once_it_was_assessed,
);

const SERVICE: &str = "assistive_device";

async fn what_can_be_given_is_browsed_by_what_it_helps_with(site: Site) {
    let browser = site.browser();
    let service = browser.open(&format!("/services/{SERVICE}")).await;
    assert!(
        service.text("main").contains("给的是：配一样合适的辅助器具"),
        "{}",
        service.text("main")
    );
    assert!(!service.text("main").contains("每人每月"), "no amount is promised");
    let items = format!("/services/{SERVICE}/items");
    assert!(service.has(&format!("a[href='{items}']")));
    let needs = browser.open(&items).await;
    let links = needs.attributes("ul.services h3 a", "href");
    assert_eq!(links.len(), 8);
    for link in links {
        let page = browser.open(&link).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.texts("main li h2").is_empty(), "{link}");
        assert_eq!(
            page.attributes("main svg", "aria-hidden").len(),
            page.texts("main li h2").len()
        );
        // No interval and no ceiling rests on a document of the province: nobody is shown one.
        assert!(page.text("main").contains("请问县残联"), "{link}");
        for number in ["元", "个月"] {
            assert!(!page.text("main").contains(number), "{link}: {}", page.text("main"));
        }
    }
    let hearing = browser.open(&format!("{items}/hearing")).await;
    assert_eq!(hearing.texts("main li h2"), ["耳背式助听器", "闪光门铃"]);
    assert!(hearing.text("main").contains("左边右边分开算"));
    for nowhere in [
        "/services/assistive_device/items/flying",
        "/services/care_subsidy/items",
    ] {
        assert_eq!(browser.get(nowhere).await.status, StatusCode::NOT_FOUND, "{nowhere}");
    }
}

/// 李春燕, who cannot walk and pays for nothing else.
fn answers() -> Answers {
    let mut answers = s01();
    answers.push(("question-device_needs", vec![("answer", "bathing")]));
    answers.push(("question-device_payer", vec![("answer", "none")]));
    answers
}

/// Applies; the page of all answers, and the case.
async fn applied(site: &Site, browser: &Browser) -> (Page, Reference) {
    let page = begin(browser, &[SERVICE]).await;
    let (check, asked) = fill(browser, page, &answers(), "check").await;
    assert!(
        !asked.contains(&"payment".to_owned()),
        "no account is asked for: {asked:?}"
    );
    let shown = browser.open(&check.path).await;
    let page = browser.send(check.form()).await;
    let page = browser.send(page.form().with("agree", "yes")).await;
    assert_eq!(name_of(&page), "done", "{}", page.text("h1"));
    assert!(!page.text("main").contains("每月"), "{}", page.text("main"));
    let application = Reference::parse(&page.text(".reference-number")).unwrap();
    let scope = Scope::application(application);
    let portal = &site.portal;
    let lines = casework::list_of_application(&mut portal.store.read(), &portal.keys, &scope, application).await;
    (shown, lines.unwrap()[0].reference)
}

async fn records(officer: &Officer, reference: Reference, fact: &str, value: &str) -> Page {
    let record = [
        ("value", value),
        ("source", "officer"),
        ("sentence", "6月20日在家里评估过。"),
    ];
    does(officer, reference, &format!("correct?fact={fact}"), &record).await
}

/// Nothing is passed on before the officer has offered something; then they write down what the person chose.
async fn offered_and_chosen(site: &Site, browser: &Browser, fitter: &Officer, reference: Reference) {
    let refused = does(fitter, reference, "review", REVIEW).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.text("main").contains("还没有给本人几样选"),
        "{}",
        refused.text("main")
    );
    let by_phone = [("items", "wc_basic"), ("how", "phone")];
    let seen = fitter.browser.open(&page_of(reference)).await;
    assert!(
        !seen.has(&format!("a[href='{}/choose_item']", page_of(reference))),
        "nothing to choose yet"
    );

    let why = ("sentence", "家里的门窄。");
    let four = [
        ("items", "wc_basic"),
        ("items", "wc_flex"),
        ("items", "wc_high"),
        ("items", "shower"),
        why,
    ];
    for wrong in [
        &[why][..],
        &four[..],
        &[("items", "rocket"), why],
        &[("items", "wc_basic"), ("items", "wc_basic"), why],
    ] {
        let page = does(fitter, reference, "offer_items", wrong).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
        assert!(
            page.text("main").contains("请从目录里选一到三样"),
            "{wrong:?}: {}",
            page.text("main")
        );
        assert!(
            page.text("main").contains("家里的门窄"),
            "what was typed is kept: {wrong:?}"
        );
    }
    let silent = does(fitter, reference, "offer_items", &[("items", "wc_basic")]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY, "the person reads why");
    done(fitter, reference, "offer_items", &[("items", "wc_high"), why]).await;
    done(
        fitter,
        reference,
        "offer_items",
        &[("items", "wc_basic"), ("items", "wc_flex"), why],
    )
    .await;
    let person = browser.open(&format!("/cases/{reference}")).await.text("main");
    for said in ["普通轮椅", "家里的门窄。", "请选一样"] {
        assert!(person.contains(said), "{said}: {person}");
    }

    for wrong in [
        &[("items", "wc_high"), ("how", "phone")][..],
        &[("items", "wc_basic")],
        &[("items", "wc_basic"), ("how", "online")],
        &[("how", "phone")],
    ] {
        let page = does(fitter, reference, "choose_item", wrong).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
    }
    done(
        fitter,
        reference,
        "choose_item",
        &[("items", "wc_flex"), ("how", "home")],
    )
    .await;
    done(fitter, reference, "choose_item", &by_phone).await;
    let person = browser.open(&format!("/cases/{reference}")).await.text("main");
    assert!(person.contains("您选了：普通轮椅"), "{person}");
    chosen_by_the_person(site, browser, fitter, reference).await;
    let seen = fitter.browser.open(&page_of(reference)).await;
    assert!(seen.text("main").contains("本人选了一样"), "{}", seen.text("main"));
    let offers = format!("a[href='{}/offer_items']", page_of(reference));
    assert!(!seen.has(&offers), "once chosen nothing else is put before the person");
}

/// They choose by themselves as well, as often as they like; nobody else does.
async fn chosen_by_the_person(site: &Site, browser: &Browser, fitter: &Officer, reference: Reference) {
    let here = format!("/cases/{reference}/items");
    let case_page = browser.open(&format!("/cases/{reference}")).await;
    assert!(
        case_page.has(&format!("main a[href='{here}']")),
        "another one can be chosen"
    );
    let page = browser.open(&here).await;
    assert_eq!(
        page.attributes("main input[type=radio]", "value"),
        ["wc_basic", "wc_flex"]
    );
    assert_eq!(page.attributes("main input[checked]", "value"), ["wc_basic"]);
    assert!(page.text("main").contains("家里的门窄。"), "why these");
    let wrong = browser.send(page.form().set("item", "wc_high")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text("#errors").contains("请选一样"), "{}", wrong.text("main"));
    for item in ["wc_flex", "wc_flex", "wc_basic"] {
        let page = browser.open(&here).await;
        let done = browser.send(page.form().set("item", item)).await;
        assert!(done.text("main").contains("选好了"), "{}", done.text("main"));
    }
    let seen = fitter.browser.open(&page_of(reference)).await.text("main");
    assert_eq!(
        seen.matches("本人在网上选的").count(),
        2,
        "what changes nothing is no news: {seen}"
    );
    let stranger = site.browser().get(&here).await;
    assert_eq!(stranger.status, StatusCode::NOT_FOUND);
}

async fn a_device_is_granted_once_it_was_assessed(site: Site) {
    let browser = site.browser();
    let (check, reference) = applied(&site, &browser).await;
    for said in ["要先评估", "普通轮椅", "沐浴椅"] {
        assert!(check.text("main").contains(said), "{said}: {}", check.text("main"));
    }
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    done(
        &township,
        reference,
        "accept",
        &[("identity", "in_person"), ("filer", "opened")],
    )
    .await;
    let fact = "other.device_fitting";
    let link = format!("a[href='{}/correct?fact={fact}']", page_of(reference));
    assert!(
        !township.browser.open(&page_of(reference)).await.has(&link),
        "not theirs to find out"
    );
    done(&township, reference, "review", REVIEW).await;

    let fitter = officer(&site, Role::FederationReviewer, COUNTY).await;
    let seen = fitter.browser.open(&page_of(reference)).await;
    assert!(seen.has(&link), "{}", seen.text("main"));
    assert!(
        seen.text("main").contains("专业评估的结果还没有记下"),
        "{}",
        seen.text("main")
    );
    let review = format!("a[href='{}/review']", page_of(reference));
    assert!(!seen.has(&review), "it is passed on once it is on record");
    let recorded = records(&fitter, reference, fact, "needed").await;
    assert_eq!(recorded.status, StatusCode::SEE_OTHER, "{}", recorded.text("main"));
    assert!(!seen.has(&format!("a[href='{}/offer_items']", page_of(reference))));
    offered_and_chosen(&site, &browser, &fitter, reference).await;
    done(&fitter, reference, "review", REVIEW).await;

    let decider = officer(&site, Role::FederationReviewer, COUNTY).await;
    assert!(
        !decider.browser.open(&page_of(reference)).await.has(&link),
        "who decides does not record"
    );
    let form = decider.browser.open(&format!("{}/decide", page_of(reference))).await;
    assert!(form.text("main").contains("批准给"), "{}", form.text("main"));
    assert!(!form.has("[name=monthly]"), "there is no amount to type");
    let grant = [
        ("outcome", "grant"),
        ("reasons", "CERTIFICATE_VALID"),
        ("sentence", "给您配一辆轮椅。"),
    ];
    done(&decider, reference, "decide", &grant).await;
    let decided = case(&site, reference).await;
    assert_eq!(
        (decided.phase, decided.result),
        (Phase::Closed, Some(ResultKind::Grant))
    );
    assert!(decided.award.is_none() && decided.award_in_kind.is_some());

    let letter = decider
        .browser
        .open(&format!("{}/print/decision", page_of(reference)))
        .await;
    let says = letter.text("article");
    for said in [
        "给您残疾人辅助器具适配。",
        "给您配的是：普通轮椅。",
        "平江县残疾人联合会",
        "给您配一辆轮椅。",
        "您有残疾人证",
    ] {
        assert!(says.contains(said), "{said}: {says}");
    }
    for money in ["每月", "账户", "到账"] {
        assert!(!says.contains(money), "{money}: {says}");
    }
    let person = browser.open(&format!("/cases/{reference}")).await;
    assert!(person.text("main").contains("批准了"), "{}", person.text("main"));
}
