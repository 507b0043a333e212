//! What matters to the offices reaches them: what does not fit, where a household is registered outside the province,
//! and what somebody chose while their certificate holds the case up.

use reqwest::StatusCode;
use zhida::access::Role;

use super::people::{Answers, apply, begin, fill, page_of, s01, s02, s03};
use crate::harness::Site;
use crate::office::{TOWNSHIP, officer};

both_engines!(
    an_application_from_outside_says_where_it_is_to_be_forwarded,
    a_second_application_for_the_same_is_handed_in_only_by_who_means_it,
    two_benefits_are_chosen_between_while_a_certificate_is_frozen,
    what_the_household_register_shows_is_not_asked_for_again,
    a_letter_of_authority_is_filled_in_and_printed,
);

/// The answers of S01, with others before them.
fn s01_with(own: Answers) -> Answers {
    own.into_iter().chain(s01()).collect()
}

async fn an_application_from_outside_says_where_it_is_to_be_forwarded(site: Site) {
    let browser = site.browser();
    let answers = s01_with(vec![
        (
            "certificate",
            vec![
                ("certificate_number", "44052418800101001441"),
                ("certificate_kept", "44052418800101001441"),
            ],
        ),
        ("hukou", vec![("place", "outside")]),
        ("hukou-address", vec![("address", "江西省上栗县一组")]),
        ("residence", vec![("living", "elsewhere"), ("address", "城关一号")]),
        ("residence-county", vec![("place", "430626")]),
        ("residence-township", vec![("place", TOWNSHIP)]),
    ]);
    let page = begin(&browser, &["care_subsidy"]).await;
    let (page, asked) = fill(&browser, page, &answers, "check").await;
    assert!(asked.contains(&"hukou-address".to_owned()), "{asked:?}");
    assert!(page.text("main").contains("江西省上栗县一组"));
    let draft = page.path.rsplit_once('/').unwrap().0.to_owned();
    let asked = browser.get(&format!("{draft}/hukou-address")).await;
    assert_eq!(asked.form().value("address"), Some("江西省上栗县一组"));
    let sent = browser.send(browser.get(&page.path).await.form()).await;
    browser.send(sent.form().with("agree", "yes")).await;

    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let cases = township.browser.open("/office").await.attributes("main a", "href");
    let case = cases.iter().find(|href| href.starts_with("/office/cases/")).unwrap();
    let case = case.split(['?', '#']).next().unwrap();
    let shown = township.browser.get(case).await;
    assert!(shown.text("main").contains("户口本上的地址"), "{}", shown.text("main"));
    assert!(!shown.html.contains("上栗县"), "hidden like every address");
    assert!(
        shown.text("main").contains("前18位和身份证号码不一样"),
        "what was kept although it does not fit"
    );
    let form = township.browser.get(&format!("{case}/reveal")).await.form();
    let form = form.with("what", "hukou_address").with("why", "register");
    let revealed = township.browser.send_only(form).await;
    assert!(revealed.text("main").contains("江西省上栗县一组"));
}

async fn a_second_application_for_the_same_is_handed_in_only_by_who_means_it(site: Site) {
    let browser = site.browser();
    apply(&browser, &["living_subsidy"], &s01()).await;
    let other = begin(&browser, &["care_subsidy"]).await;
    let (other, _) = fill(&browser, other, &s01(), "check").await;
    assert!(!other.has("[name=again]"), "another benefit is nothing of the kind");
    let page = begin(&browser, &["living_subsidy"]).await;
    let (page, _) = fill(&browser, page, &s01(), "check").await;
    assert!(page.text(".notice-title").contains("已经有一件正在办"));
    let open = page.attributes(".notice a", "href");
    let open = open.iter().find(|href| href.starts_with("/cases/")).unwrap();
    assert_eq!(browser.open(open).await.status, StatusCode::OK);
    let check = page.path.clone();
    let refused = browser.send(page.form()).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.attributes("#errors-list a", "href"), ["#again"]);
    let past = browser.open(&check.replace("/check", "/statement")).await;
    let past = browser.send(past.form().with("agree", "yes")).await;
    assert_eq!(past.path, check, "the statement alone does not say so");
    let statement = browser.send(refused.form().with("again", "yes")).await;
    let forgotten = browser.send(statement.form()).await;
    let done = browser.send(forgotten.form().with("agree", "yes")).await;
    assert_eq!(page_of(&done), "done", "{}", done.text("h1"));

    let stranger = site.browser();
    let page = begin(&stranger, &["living_subsidy"]).await;
    let (page, _) = fill(&stranger, page, &s01(), "check").await;
    assert!(
        !page.has("[name=again]"),
        "nobody learns of others' cases by typing a number"
    );
}

async fn two_benefits_are_chosen_between_while_a_certificate_is_frozen(site: Site) {
    let browser = site.browser();
    let frozen = ("question-certificate_status", vec![("answer", "frozen")]);
    let answers: Answers = std::iter::once(frozen).chain(s03()).collect();
    let page = begin(&browser, &["care_subsidy"]).await;
    let (page, asked) = fill(&browser, page, &answers, "check").await;
    assert!(asked.contains(&"overlap-care_subsidy".to_owned()), "{asked:?}");
    assert!(
        page.text(".outcome").contains("还领原来那一样"),
        "{}",
        page.text(".outcome")
    );
    let draft = page.path.rsplit_once('/').unwrap().0.to_owned();
    let choice = browser.get(&format!("{draft}/overlap-care_subsidy")).await;
    let figures = choice.texts(".amount .figure");
    assert_eq!(figures.len(), 2, "both amounts are shown: {figures:?}");
    apply(&site.browser(), &["care_subsidy"], &answers).await;
}

async fn what_the_household_register_shows_is_not_asked_for_again(site: Site) {
    let browser = site.browser();
    let page = begin(&browser, &["care_subsidy"]).await;
    let (page, _) = fill(&browser, page, &s02(), "papers/household_register").await;
    assert!(!page.has("[value=shown]"), "nothing shows the register itself");
    let (page, _) = fill(&browser, page, &s02(), "papers/relationship_proof").await;
    let shown = page.texts("[for=how-3]");
    assert_eq!(shown, ["户口簿上看得出来，不用另交"]);
    let form = page.form_at("main form[method=post]:last-of-type").set("how", "shown");
    let page = browser.upload(form.with("act", "continue"), "file", None).await;
    let (page, _) = fill(&browser, page, &s02(), "check").await;
    assert!(page.text("main").contains("别的材料上看得出来"));
    let page = browser.send(page.form()).await;
    let done = browser.send(page.form().with("agree", "yes")).await;
    let bring = done.texts(".notice li");
    assert!(!bring.iter().any(|paper| paper.contains("亲属关系")), "{bring:?}");
    // Nor do the case and the form on paper wait for it.
    let case = browser
        .open(&done.attributes("main a[href^='/cases/']", "href")[0])
        .await;
    assert!(
        case.text("aside").contains("在户口簿上看，不用另交"),
        "{}",
        case.text("aside")
    );
    let form = case.attributes("a[href$='/print/application_form']", "href").remove(0);
    let form = browser.open(&form).await;
    assert!(
        form.text("main").contains("在户口簿上看，不用另交"),
        "{}",
        form.text("main")
    );

    let township = officer(&site, Role::TownshipOfficer, "430104001").await;
    let cases = township.browser.open("/office").await.attributes("main a", "href");
    let case = cases.iter().find(|href| href.starts_with("/office/cases/")).unwrap();
    let shown = township.browser.get(case.split(['?', '#']).next().unwrap()).await;
    assert!(shown.text("main").contains("申请人说别的材料上看得出来"));
}

async fn a_letter_of_authority_is_filled_in_and_printed(site: Site) {
    let browser = site.browser();
    let page = begin(&browser, &["care_subsidy"]).await;
    let early = page.path.replace("/whom", "/authority");
    assert_eq!(
        page_of(&browser.open(&early).await),
        "whom",
        "there is nothing to fill in yet"
    );
    let (page, _) = fill(&browser, page, &s03(), "papers/relationship_proof").await;
    assert!(!page.attributes("main a", "href").contains(&early), "another paper");
    let (page, _) = fill(&browser, page, &s03(), "papers/authorization_letter").await;
    assert!(page.attributes("main a", "href").contains(&early));
    let letter = browser.open(&early).await;
    let words = letter.text("article.letter");
    for known in [
        "陈德明",
        "430405195303039997",
        "陈小明",
        "430405197909099993",
        "13800000000",
        "儿子",
    ] {
        assert!(words.contains(known), "{known} in {words}");
    }
    assert!(words.contains("重度残疾人护理补贴"), "{words}");
    assert!(!letter.has("#translation"), "nobody needs it in Chinese");
    let stranger = site.browser();
    begin(&stranger, &["care_subsidy"]).await;
    assert_eq!(stranger.get(&early).await.status, StatusCode::NOT_FOUND);
}
