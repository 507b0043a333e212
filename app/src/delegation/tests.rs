use leptos::prelude::*;
use zhida::access::{AgentRole, DelegationStanding, EndedBy, Over, Power};

use super::samples::PAGES;
use super::{acting, power, role, standing};
use crate::frame::Page;
use crate::samples;
use crate::structure::{Part, whole};
use crate::text::{Language, Text};

fn sample(name: &str) -> Part {
    let (_, page) = PAGES.iter().find(|sample| sample.0 == name).unwrap();
    whole(&samples::shown(Language::ZhCn, page))
}

#[test]
fn whoever_is_not_linked_is_told_how_to_ask_somebody() {
    let page = sample("delegations-none");
    assert_eq!(page.count("main a[href='/account/link']"), 1);
    assert_eq!(page.count("main a[href='/account/delegations/new']"), 0);
    assert_eq!(
        sample("delegations").count("main a[href='/account/delegations/new']"),
        1
    );
}

#[test]
fn only_what_holds_can_be_ended_and_only_whoever_acts_begins_an_application() {
    let form = "main form[action='/account/delegations/1#errors']";
    let (own, client, over) = (
        sample("delegation-own"),
        sample("delegation-client"),
        sample("delegation-over"),
    );
    assert_eq!((own.count(form), client.count(form), over.count(form)), (1, 1, 0));
    let apply = "main a[href='/apply/new?for=1']";
    assert_eq!((own.count(apply), client.count(apply)), (0, 1));
    assert!(over.text("main").contains("孩子满18岁了"), "it says why it is over");
}

#[test]
fn a_page_of_somebody_elses_matters_says_so_first() {
    let page = |text: Text<'_>| {
        let body = view! { <h1>"一页"</h1> };
        Page::new("一页".to_owned(), body).after(Some(acting(text, "陈德明")))
    };
    let page = whole(&samples::shown(Language::ZhCn, page));
    assert!(
        page.text("main").starts_with("您正在为陈德明办理"),
        "{}",
        page.text("main")
    );
}

#[test]
fn every_role_power_and_end_has_words() {
    let texts = samples::texts();
    let mut phrases: Vec<_> = AgentRole::ALL.iter().map(|one| role(*one)).collect();
    phrases.extend(Power::ALL.iter().map(|one| power(*one)));
    let over = EndedBy::ALL.iter().map(|by| Over::Ended(*by));
    let over = over.chain([Over::Gone, Over::AgentIsWard, Over::OfAge, Over::Term]);
    phrases.extend(over.map(|over| standing(DelegationStanding::Over(over))));
    for language in [Language::ZhCn, Language::En] {
        let text = texts.of(language, crate::text::Level::Standard);
        for phrase in &phrases {
            assert_ne!(text.say(phrase), phrase.id());
        }
    }
}
