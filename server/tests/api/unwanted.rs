//! What others did in a person's name: seen by the person, said not to be wanted, answered by who supervises, and seen by
//! whoever did it nowhere.

use reqwest::StatusCode;
use zhida::access::{Kin, Role};
use zhida::person::{PersonName, SubmitterRole};
use zhida_server::store::casework::{answer_unwanted, list_open_unwanted};

use crate::cases::{resident, resident_linked_to};
use crate::harness::Site;
use crate::office::{COUNTY, TOWNSHIP, case, filed_by, later, officer, officer_related_to, page_of, submitted};

both_engines!(
    a_person_does_not_want_what_was_done_and_is_answered,
    ones_own_people_are_answered_by_another,
);

async fn a_person_does_not_want_what_was_done_and_is_answered(site: Site) {
    let helper = resident(&site, "xiaoming").await;
    let mut told = submitted(&site, "S01", "living_subsidy", None);
    told.submitter.role = SubmitterRole::Relative;
    told.submitter.name = Some(PersonName::parse("陈小明").unwrap());
    let person = told.subject.key.clone();
    let reference = filed_by(&site, Some(&helper.owner), told).await;
    let here = format!("/cases/{reference}");
    let hers = resident_linked_to(&site, "chunyan", Some(person.clone())).await;
    let linked_too = resident_linked_to(&site, "guardian", Some(person)).await;
    // What she did herself is not among it.
    let page = hers.browser.open(&format!("{here}/withdraw")).await;
    hers.browser.send(page.form()).await;
    let page = hers.browser.open("/account/in-my-name").await;
    let list = page.text(".case-list");
    assert!(list.contains("交了申请") && list.contains("陈小明"), "{list}");
    assert!(!list.contains("撤回了申请"), "{list}");
    let ask = page.attributes(".case-list p a", "href").remove(0);
    let asked = hers.browser.open(&ask).await;
    let form = asked.form().set("words", "我没有叫他去办。");
    for _ in 0..2 {
        let said = hers.browser.send(form.clone()).await;
        assert!(
            said.text(".notice-ok").contains("告诉负责人了"),
            "{}",
            said.text("main")
        );
        assert!(said.text(".case-list").contains("最晚"), "{}", said.text("main"));
    }
    let again = hers.browser.send(asked.form()).await;
    assert_eq!(again.status, StatusCode::OK, "said in another window, once");
    let areas = [zhida::place::DivisionCode::parse(COUNTY).unwrap()];
    let portal = &site.portal;
    let open = async || {
        let open = list_open_unwanted(&mut portal.store.read(), &portal.keys, &areas, 10).await;
        open.unwrap()
    };
    assert_eq!(open().await.len(), 1);

    // Nobody else sees it: not who did it, not who is linked to the same person, not who handles the case.
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let case_page = township.browser.open(&page_of(reference)).await;
    let helpers = [
        helper.browser.open(&here).await,
        helper.browser.open("/account/delegations").await,
        linked_too.browser.open("/account/in-my-name").await,
        linked_too.browser.open(&format!("{here}/seen")).await,
        case_page,
    ];
    for page in helpers {
        let main = page.text("main");
        assert!(
            !main.contains("我没有叫他去办") && !main.contains("您说了不同意"),
            "{main}"
        );
    }
    assert_eq!(helper.browser.get(&ask).await.status, StatusCode::FORBIDDEN);
    assert_eq!(
        township.browser.get("/office/unwanted").await.status,
        StatusCode::FORBIDDEN
    );
    let far = officer(&site, Role::Supervisor, "430104").await;
    let page = far.browser.open("/office/unwanted").await;
    assert!(page.text("main").contains("没有等答复的"));

    let supervisor = officer(&site, Role::Supervisor, COUNTY).await;
    assert!(
        supervisor
            .browser
            .open("/office")
            .await
            .text("main")
            .contains("本人不同意的代办（1件等着）")
    );
    let list = supervisor.browser.open("/office/unwanted").await;
    let one = list.attributes("tbody a", "href").remove(0);
    assert_eq!(far.browser.get(&one).await.status, StatusCode::NOT_FOUND);
    let page = supervisor.browser.open(&one).await;
    let main = page.text("main");
    for words in ["我没有叫他去办", "陈小明", "交了申请", "不要告诉替办的人"] {
        assert!(main.contains(words), "{words}: {main}");
    }
    // Whoever is also linked reads who opened the case, and learns nothing of this.
    supervisor.browser.open(&one).await;
    let seen = linked_too.browser.open(&format!("{here}/seen")).await;
    assert!(!seen.text("main").contains("民政局"), "{}", seen.text("main"));
    let empty = supervisor.browser.send(page.form()).await;
    assert!(empty.has("#answer-error"), "{}", empty.text("main"));
    let form = page.form().set("answer", "已经停了他的委托，申请也撤回了。");
    for _ in 0..2 {
        let answered = supervisor.browser.send(form.clone()).await;
        assert!(
            answered.text(".notice-ok").contains("答复好了"),
            "{}",
            answered.text("main")
        );
    }
    let page = hers.browser.open("/account/in-my-name").await;
    assert!(
        page.text(".case-list").contains("已经停了他的委托"),
        "{}",
        page.text("main")
    );
    assert_eq!(open().await.len(), 0);
    assert_eq!(case(&site, reference).await.opened.reference, reference);
}

async fn ones_own_people_are_answered_by_another(site: Site) {
    let helper = resident(&site, "xiaoming").await;
    let told = submitted(&site, "S01", "living_subsidy", None);
    let person = told.subject.key.clone();
    filed_by(&site, Some(&helper.owner), told).await;
    let hers = resident_linked_to(&site, "chunyan", Some(person.clone())).await;
    let page = hers.browser.open("/account/in-my-name").await;
    let ask = page.attributes(".case-list p a", "href").remove(0);
    let long = "不".repeat(1001);
    let form = hers.browser.open(&ask).await.form();
    let page = hers.browser.send(form.clone().set("words", &long)).await;
    assert!(page.has("#words-error"), "{}", page.text("main"));
    hers.browser.send(form).await;
    let kin = Kin {
        household: vec![person],
        ..Kin::default()
    };
    let related = officer_related_to(&site, Role::Supervisor, COUNTY, kin).await;
    let list = related.browser.open("/office/unwanted").await;
    assert!(
        !list.has("tbody a") && list.text("main").contains("还有1件"),
        "{}",
        list.text("main")
    );
    let portal = &site.portal;
    let areas = [zhida::place::DivisionCode::parse(COUNTY).unwrap()];
    let open = list_open_unwanted(&mut portal.store.read(), &portal.keys, &areas, 10)
        .await
        .unwrap();
    let one = format!("/office/unwanted/{}", open[0].id);
    assert_eq!(related.browser.get(&one).await.status, StatusCode::NOT_FOUND);
    // Late is said to both; of two answers the first counts.
    let later = later(&site, 30).await;
    let supervisor = officer(&later, Role::Supervisor, COUNTY).await;
    let list = supervisor.browser.open("/office/unwanted").await;
    assert!(list.text("tbody").contains("过期没答"), "{}", list.text("tbody"));
    let answer = zhida::casework::Sentence::parse("查过了。").unwrap();
    for first in [true, false] {
        let mut tx = portal.store.begin().await.unwrap();
        let done = answer_unwanted(&mut tx, &portal.keys, &open[0].id, (portal.now(), &answer)).await;
        assert_eq!(done.unwrap(), first);
        tx.commit().await.unwrap();
    }
}
