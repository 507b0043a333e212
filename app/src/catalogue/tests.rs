use super::result;
use crate::samples::{self, PAGES};
use crate::structure::{Part, whole};
use crate::text::Language;

fn shown(name: &str) -> Part {
    let (_, page) = PAGES.iter().find(|sample| sample.0 == name).unwrap();
    whole(&samples::shown(Language::ZhCn, page))
}

#[test]
fn the_home_page_lists_only_what_exists() {
    let page = shown("home");
    let links: Vec<_> = page
        .all(".services a")
        .iter()
        .filter_map(|link| link.attr("href"))
        .collect();
    assert_eq!(links, ["/services/living_subsidy", "/services/care_subsidy"]);
    assert_eq!(page.count("main .button"), 1, "one act");
    assert_eq!(
        page.text(".services > li:nth-child(2) .gives"),
        "每人每月70元起，各县不一样"
    );
}

#[test]
fn a_service_shows_the_amount_of_my_county_and_since_when() {
    let page = shown("service");
    assert_eq!(page.text(".amount dt"), "平江县现在的标准");
    assert_eq!(page.text(".amount .figure"), "70元 每人每月");
    assert!(
        page.text(".amount + p")
            .contains("2021年4月起执行，依据是湘政发〔2015〕54号")
    );
    assert_eq!(page.count(".notice"), 0);
    assert_eq!(page.text("tbody tr:nth-child(2) td"), "我们来查");
    assert_eq!(page.text(".route > li:nth-child(2) .stop-when"), "10个工作日以内");
    assert_eq!(page.attribute(".doit .button", "href").as_deref(), Some("/apply/new"));
}

#[test]
fn what_nobody_could_verify_is_not_shown_as_law() {
    let page = shown("service-unverified");
    assert_eq!(page.text(".notice .notice-title"), "这个数请再问一下");
    assert!(!page.text(".amount + p").contains("依据"));
}

#[test]
fn without_a_county_one_can_be_chosen_and_without_online_application_the_check_is_the_act() {
    let page = shown("service-unchosen");
    assert_eq!(page.count(".amount .figure"), 0);
    assert_eq!(page.count("main a[href='/services/living_subsidy/place']"), 1);
    assert_eq!(page.attribute(".doit .button", "href").as_deref(), Some("/check"));
    assert_eq!(page.count("a[href^='/apply']"), 0);
}

#[test]
fn a_result_says_first_what_came_out_then_why_then_what_can_be_done() {
    let page = shown("result");
    assert_eq!(page.text("h1"), "您很可能可以得到1项");
    assert_eq!(page.text("#service-care_subsidy + .tag"), "很可能可以得到");
    assert!(page.text(".outcome p").contains("每月70元，从2025年6月算起"));
    assert_eq!(
        page.text("section[aria-labelledby=service-living_subsidy] .basis"),
        "您的回答：都不是。依据：湘政发〔2015〕54号。"
    );
    assert_eq!(page.text(".ifthen h4"), "如果是这样，就可以得到");
    assert_eq!(
        page.text("section[aria-labelledby=service-living_subsidy] > p:last-child a"),
        "照样申请困难残疾人生活补贴"
    );
    assert_eq!(
        page.count("section[aria-labelledby=service-care_subsidy] a[href='/check/other']"),
        1
    );
}

#[test]
fn two_amounts_stand_side_by_side_with_their_difference() {
    let page = shown("result-choose");
    let figures: Vec<String> = page
        .all(".outcome .figure")
        .iter()
        .map(|figure| figure.text().collect())
        .collect();
    assert_eq!(figures, ["70元 每月", "100元 每月"]);
    assert!(
        page.text(".outcome .amount + p")
            .contains("还领养老护理补贴，每月比重度残疾人护理补贴多30元")
    );
    assert_eq!(page.text("#service-living_subsidy + .tag"), "先办好一件事");
    assert_eq!(
        page.text("section[aria-labelledby=service-living_subsidy] .notice-title"),
        "这个数请再问一下"
    );
}

/// In whatever order they come and however many they are.
#[test]
fn services_are_sorted_into_groups_the_best_first() {
    let mut found = samples::found();
    let outcomes = [
        result::Outcome::Ineligible {
            nearest: Vec::new(),
            open: false,
            then: None,
        },
        result::Outcome::LocalRule,
        result::Outcome::CountyRule,
        result::Outcome::Unknown {
            missing: Vec::new(),
            then: None,
        },
        result::Outcome::OnHold(samples::on_hold()),
        found.services[0].outcome.clone(),
    ];
    let one = found.services[1].clone();
    found.services = (0..12)
        .map(|at| result::Assessed {
            code: format!("service_{at}"),
            outcome: outcomes[at % outcomes.len()].clone(),
            ..one.clone()
        })
        .collect();
    let page = whole(&samples::shown(Language::ZhCn, |text| result::page(text, &found)));
    let titles: Vec<String> = page
        .all(".flow > h2")
        .iter()
        .map(|title| title.text().collect())
        .collect();
    assert_eq!(
        titles,
        [
            "很可能可以得到的",
            "还要先办、先答，或者再看的",
            "由户籍地定的",
            "现在不符合的"
        ]
    );
    let order: Vec<String> = page
        .all(".outcome h3")
        .iter()
        .filter_map(|title| title.attr("id").map(str::to_owned))
        .collect();
    let expected = [5, 11, 2, 3, 4, 8, 9, 10, 1, 7, 0, 6].map(|at| format!("service-service_{at}"));
    assert_eq!(order, expected);
}

#[test]
fn nobody_is_refused_by_the_portal() {
    for name in ["result-none", "result-open"] {
        let page = shown(name);
        for outcome in page.all(".outcome") {
            let words: String = outcome.text().collect();
            assert!(words.contains("照样申请"), "{name}: {words}");
        }
    }
    let page = shown("result-open");
    assert_eq!(page.text("h1"), "还差几个回答，才知道结果");
    assert_eq!(
        page.attribute(".outcome .link-list a", "href").as_deref(),
        Some("/check/aid")
    );
}

#[test]
fn the_best_news_is_the_title() {
    let mut found = samples::found();
    found
        .services
        .retain(|service| !matches!(service.outcome, result::Outcome::Eligible { .. }));
    let page = whole(&samples::shown(Language::En, |text| result::page(text, &found)));
    assert_eq!(page.text("h1"), "On these answers you probably cannot get it now");
}
