//! Whole applications.

use std::collections::{BTreeMap, BTreeSet};

use zhida::apply::{OverlapPick, Relationship};
use zhida::assess::Outcome;
use zhida::casework::{Case, Reference};
use zhida::money::Fen;
use zhida_server::store::apply::{self, StoredApplication};
use zhida_server::store::casework::{self, Scope};

use super::people::{answer, apply as applied, begin, fill, page_of, s01, s02, s03, s09};
use crate::account::sign_up;
use crate::browser::Page;
use crate::harness::Site;

both_engines!(
    a_woman_applies_for_both_at_once,
    nothing_is_asked_twice,
    the_number_one_signs_in_with_is_offered_and_can_be_changed,
    a_mother_applies_for_her_child_by_the_rule_of_changsha,
    a_son_applies_for_his_father_who_keeps_what_he_has,
    who_keeps_what_they_have_need_not_apply,
    a_frozen_certificate_is_applied_with_and_waits,
    answers_are_changed_before_they_are_sent,
    a_check_is_carried_over,
    sent_once_however_often_pressed,
);

const BOTH: &[&str] = &["living_subsidy", "care_subsidy"];

/// What was kept of the application that a confirmation names.
async fn stored(site: &Site, done: &Page) -> (StoredApplication, Vec<Case>) {
    let reference = Reference::parse(&done.text(".reference-number")).unwrap();
    let portal = &site.portal;
    let mut reader = portal.store.read();
    let found = apply::find_application(&mut reader, &portal.keys, reference)
        .await
        .unwrap()
        .unwrap();
    let scope = Scope::application(reference);
    let lines = casework::list_of_application(&mut reader, &portal.keys, &scope, reference)
        .await
        .unwrap();
    let mut cases = Vec::new();
    for line in lines {
        let case = casework::find(&mut reader, &portal.keys, &scope, line.reference)
            .await
            .unwrap();
        cases.push(case.unwrap().case);
    }
    (found, cases)
}

/// WCAG 3.3.7: what one has said once, no later page asks for, however many services one applies for and whoever fills
/// it in.
async fn nothing_is_asked_twice(site: Site) {
    for (services, answers) in [(BOTH, s01()), (BOTH, s02()), (BOTH, s03())] {
        let browser = site.browser();
        let mut page = begin(&browser, services).await;
        let mut asked: BTreeMap<String, String> = BTreeMap::new();
        loop {
            let name = page_of(&page);
            if name == "check" {
                break;
            }
            // How a paper comes is asked of each paper; the paper's name stands in the title.
            if !name.starts_with("papers/") {
                // A page that chooses a place is one question, with ways to look for it; what a question of a service
                // asks beside its answer, such as how much, is about that answer.
                let one = page.has("main input[name=place]") || name.starts_with("question-");
                let fields = [
                    "main h1",
                    "main form[method=post] .label",
                    "main form[method=post] legend",
                ];
                let questions = fields[..if one { 1 } else { 3 }]
                    .iter()
                    .flat_map(|part| page.texts(part));
                for question in questions.collect::<BTreeSet<_>>() {
                    let before = asked.insert(question.clone(), name.clone());
                    assert_eq!(before, None, "{name} asks again: {question}");
                }
            }
            page = answer(&browser, page, &answers).await;
        }
        assert!(asked.len() > 10, "{asked:?}");
    }
}

/// WCAG 3.3.7 again: what the account knows stands in the field of whoever fills it in.
async fn the_number_one_signs_in_with_is_offered_and_can_be_changed(site: Site) {
    for (answers, page_name, offered) in [
        (s01(), "contact", Some("13800138000")),
        (s02(), "helper", Some("13800138000")),
        (s02(), "contact", Some("")),
    ] {
        let browser = site.browser();
        sign_up(&browser, "138 0013 8000").await;
        let page = begin(&browser, &["living_subsidy"]).await;
        let (page, _) = fill(&browser, page, &answers, page_name).await;
        assert_eq!(page.form().value("phone"), offered, "{page_name}");
        let draft = page.path.clone();
        // Empty is an answer: it does not come back.
        let own = answers.iter().find(|(name, _)| *name == page_name);
        let form = own
            .iter()
            .flat_map(|(_, typed)| typed)
            .fold(page.form(), |form, (name, value)| form.set(name, value));
        browser.send(form.set("phone", "")).await;
        assert_eq!(browser.open(&draft).await.form().value("phone"), Some(""));
    }
    let named = site.browser();
    sign_up(&named, "chunyan").await;
    let page = begin(&named, &["living_subsidy"]).await;
    let (page, _) = fill(&named, page, &s01(), "contact").await;
    assert_eq!(page.form().value("phone"), Some(""));
}

async fn a_woman_applies_for_both_at_once(site: Site) {
    let browser = site.browser();
    let page = begin(&browser, BOTH).await;
    assert_eq!(page.text("h1"), "您给谁申请？");
    assert_eq!(page.text(".progress p"), "第1步，共6步：申请什么，给谁");
    let (page, asked) = fill(&browser, page, &s01(), "check").await;
    assert!(
        !asked.contains(&"question-grade".to_owned()),
        "the grade stands in the number: {asked:?}"
    );
    let (heads, names) = (page.texts("main h2"), page.texts("main dt"));
    assert!(
        heads.iter().all(|head| !names.contains(head)),
        "{heads:?} again in {names:?}"
    );
    let shown = page.texts("main dd").join(" ");
    for words in ["李春燕", "汉昌街道", "低保家庭", "带到窗口去"] {
        assert!(shown.contains(words), "{words} in {shown}");
    }
    assert!(
        shown.contains("银行卡") && shown.contains("6222021234567890128"),
        "who looks it through sees a wrong digit: {shown}"
    );
    let page = browser.send(page.form()).await;
    assert_eq!(page.text("h1"), "承诺书");
    let refused = browser.send_only(page.form()).await;
    assert_eq!(
        refused.status,
        reqwest::StatusCode::UNPROCESSABLE_ENTITY,
        "not without agreeing"
    );
    let done = browser.send(refused.form().with("agree", "yes")).await;
    assert_eq!(done.text("h1"), "申请已经收到");
    assert!(!done.html.contains("6222021234567890128"), "nowhere else");
    assert!(done.text("main .lead").contains("140元"), "{}", done.text("main .lead"));
    assert_eq!(
        done.texts(".route .stop-name").len(),
        5,
        "sent, three offices, public notice"
    );
    let (application, cases) = stored(&site, &done).await;
    assert_eq!(application.application.services, ["care_subsidy", "living_subsidy"]);
    assert_eq!(cases.len(), 2);
    for case in &cases {
        assert_eq!(case.opened.assessment.outcome, Outcome::Eligible);
        assert_eq!(case.opened.assessment.monthly, Some(Fen(7000)));
        assert_eq!(case.opened.application, application.reference);
        assert_ne!(case.opened.reference, application.reference);
    }
    let again = browser.get(&done.path).await;
    assert_eq!(again.text("h1"), "申请已经收到", "still there when bookmarked");
    for link in done.attributes("main a[href^='/cases/']", "href") {
        assert_eq!(browser.open(&link).await.status, reqwest::StatusCode::OK, "{link}");
    }
    let back = browser.open(&done.path.replace("/done", "/person")).await;
    assert_eq!(back.path, done.path, "the back button leads to the confirmation");
}

async fn a_mother_applies_for_her_child_by_the_rule_of_changsha(site: Site) {
    let browser = site.browser();
    let page = begin(&browser, BOTH).await;
    let (helper, _) = fill(&browser, page, &s02(), "helper").await;
    let offered = helper.attributes("[name=relationship]", "value");
    assert!(!offered.contains(&"spouse".to_owned()), "he is five: {offered:?}");
    let done = applied(&site.browser(), BOTH, &s02()).await;
    let stops = done.texts(".route .stop-name");
    assert!(
        stops.iter().all(|stop| !stop.contains("公示")),
        "no child is shown: {stops:?}"
    );
    let (application, cases) = stored(&site, &done).await;
    let monthly: Vec<_> = cases.iter().map(|case| case.opened.assessment.monthly).collect();
    assert!(
        monthly.contains(&Some(Fen(14_000))) && monthly.contains(&Some(Fen(10_000))),
        "{monthly:?}"
    );
    let child = application
        .application
        .consents
        .iter()
        .find(|consent| consent.to.as_str() == "child");
    assert!(child.unwrap().given);
    assert_eq!(
        application.application.payment.unwrap().holder.unwrap().name.as_str(),
        "王芳"
    );
}

async fn a_son_applies_for_his_father_who_keeps_what_he_has(site: Site) {
    let browser = site.browser();
    let page = begin(&browser, &["care_subsidy"]).await;
    let (page, _) = fill(&browser, page, &s03(), "overlap-care_subsidy").await;
    assert_eq!(
        page.texts(".amount .figure, .figure").len(),
        2,
        "both amounts are shown"
    );
    assert!(page.text("main").contains("30元"), "and the difference");
    let (page, asked) = fill(&browser, page, &s03(), "check").await;
    for paper in ["papers/relationship_proof", "papers/authorization_letter"] {
        assert!(asked.contains(&paper.to_owned()), "{paper}");
    }
    assert!(page.text("main .lead").contains("陈德明"), "for whom it is");
    let page = browser.send(page.form()).await;
    assert!(page.text("main ul li").contains("陈德明同意由我代办"));
    let done = browser.send(page.form().with("agree", "yes")).await;
    let (application, cases) = stored(&site, &done).await;
    assert_eq!(application.application.submitter.relationship, Some(Relationship::Son));
    assert_eq!(cases[0].pick(), Some(OverlapPick::KeepOther));
    assert_eq!(cases[0].opened.assessment.outcome, Outcome::ChooseOne);
    assert!(application.application.statement.text.contains("陈德明同意由我代办"));
    let lead = done.text("main .lead");
    assert!(lead.contains("还领原来那一样") && !lead.contains("算起"), "{lead}");
    let case = browser.open(&format!("/cases/{}", cases[0].opened.reference)).await;
    let said = case.text("main");
    assert!(
        said.contains("还领养老护理补贴") && !said.contains("开始算钱"),
        "{said}"
    );
}

async fn who_keeps_what_they_have_need_not_apply(site: Site) {
    let browser = site.browser();
    let page = begin(&browser, &["care_subsidy"]).await;
    let (page, _) = fill(&browser, page, &s03(), "overlap-care_subsidy").await;
    let asked = browser.send(page.form().set("choice", "not_apply")).await;
    assert_eq!(page_of(&asked), "discard", "nothing is left to hand in");
    let back = browser.open(&page.path).await;
    assert_eq!(back.path, page.path, "and nothing is thrown away before that is said");
    let gone = browser.send(asked.form()).await;
    assert_eq!(gone.path, "/apply");

    let page = begin(&browser, BOTH).await;
    let (page, _) = fill(&browser, page, &s03(), "overlap-care_subsidy").await;
    let page = browser.send(page.form().set("choice", "not_apply")).await;
    let left_out = "选的是还领养老护理补贴，所以没有申请重度残疾人护理补贴";
    let said = page.text("main .notice");
    assert!(said.contains(left_out), "{}: {said}", page.path);
    let (page, _) = fill(&browser, page, &s03(), "check").await;
    let shown = page.text("main");
    assert!(shown.contains(left_out), "{shown}");
    let change = page.attributes("main .notice a", "href").remove(0);
    let services = browser.open(&change).await;
    assert_eq!(page_of(&services), "services");
    let again = browser.send(services.form().with("service", "care_subsidy")).await;
    let again = fill(&browser, again, &s03(), "check").await.0;
    assert!(!again.text("main").contains(left_out) && again.has("#service-care_subsidy"));
    let draft = page.path.rsplit_once('/').unwrap().0;
    let choice = browser.open(&format!("{draft}/overlap-care_subsidy")).await;
    browser.send(choice.form().set("choice", "not_apply")).await;
    let page = browser.open(&page.path).await;
    let shown = page.text("main");
    assert!(shown.contains("困难残疾人生活补贴"), "the other goes on: {shown}");
    assert!(!page.has("#service-care_subsidy"), "{shown}");
}

async fn a_frozen_certificate_is_applied_with_and_waits(site: Site) {
    let browser = site.browser();
    let page = begin(&browser, BOTH).await;
    let (check, _) = fill(&browser, page, &s09(), "check").await;
    let living = check.text("section[aria-labelledby=service-living_subsidy]");
    let waits = ["残疾人证被冻结了", "县残联", "把证迁过来", "办好以后，每月140元"];
    for says in waits {
        assert!(living.contains(says), "{says}: {living}");
    }
    let done = applied(&browser, BOTH, &s09()).await;
    let said = done.text("main");
    for says in waits {
        assert!(said.contains(says), "{says}: {said}");
    }
    let (application, cases) = stored(&site, &done).await;
    let waiting = cases
        .iter()
        .find(|case| case.opened.assessment.outcome == Outcome::OnHold);
    let case = browser
        .open(&format!("/cases/{}", waiting.unwrap().opened.reference))
        .await;
    let said = case.text("main");
    for says in waits {
        assert!(said.contains(says), "{says}: {said}");
    }
    let alone = applied(&browser, &["living_subsidy"], &s09()).await;
    assert!(
        !alone.text(".route").contains("最晚"),
        "no day runs before the certificate is in order: {}",
        alone.text(".route")
    );
    let number = application.application.subject.certificate_number.unwrap();
    assert_eq!(number.as_str(), "43018119750515999644B1");
    let outcomes: Vec<_> = cases.iter().map(|case| case.opened.assessment.outcome).collect();
    assert!(
        outcomes.contains(&Outcome::OnHold) && outcomes.contains(&Outcome::Ineligible),
        "{outcomes:?}"
    );
}

async fn answers_are_changed_before_they_are_sent(site: Site) {
    let browser = site.browser();
    let page = begin(&browser, BOTH).await;
    let (check, _) = fill(&browser, page, &s01(), "check").await;
    let links = check.attributes("main .facts a", "href");
    let contact = links.iter().find(|href| href.ends_with("/contact")).unwrap();
    let page = browser.get(contact).await;
    let page = browser
        .send(page.form().set("phone", "139 0000 0000").with("way", "call"))
        .await;
    assert_eq!(page_of(&page), "check", "one change, and back");
    assert!(page.text("main").contains("13900000000"));
    // What depends on a changed answer is asked again.
    let hukou = links.iter().find(|href| href.ends_with("/hukou")).unwrap();
    let page = browser.get(hukou).await;
    let page = browser.send(page.form().set("place", "430104")).await;
    assert_eq!(page_of(&page), "township");
    // The form of an older check shows what changed.
    let page = browser.send(page.form().set("place", "430104001")).await;
    assert_eq!(page_of(&page), "check", "{}", page.text("h1"));
    let stale = browser.send(check.form()).await;
    assert_eq!(stale.status, reqwest::StatusCode::CONFLICT);
    let shown = stale.text("main table");
    assert!(shown.contains("平江县") && shown.contains("岳麓区"), "{shown}");
}

async fn a_check_is_carried_over(site: Site) {
    let browser = site.browser();
    let page = browser.open("/check").await;
    let mut page = browser.send(page.form().set("place", "430626")).await;
    for answer in ["yes", "dibao", "1", "valid", "none", "no", "no"] {
        page = browser.send(page.form().set("answer", answer)).await;
    }
    assert!(page.path.ends_with("/result"), "{}", page.path);
    let links = page.attributes("main a", "href");
    let apply = links
        .iter()
        .find(|href| href.contains("/apply?service=care_subsidy"))
        .unwrap();
    let page = browser.get(apply).await;
    assert_eq!(page.form().value("service"), Some("care_subsidy"));
    // Everything worth applying for, in one go.
    let together = links.iter().find(|href| href.contains(',')).unwrap();
    let page = browser.get(together).await;
    let chosen = page.attributes("input[name=service][checked]", "value");
    assert_eq!(
        chosen,
        ["care_subsidy", "living_subsidy", "assistive_device", "home_retrofit"]
    );
    let page = browser
        .send(
            page.form()
                .without("service")
                .with("service", "care_subsidy")
                .with("service", "living_subsidy"),
        )
        .await;
    let (page, asked) = fill(&browser, page, &s01(), "check").await;
    for known in ["hukou", "question-aid_status", "question-certificate_status"] {
        assert!(!asked.contains(&known.to_owned()), "{known} is asked twice");
    }
    assert!(page.text("main").contains("低保家庭"));
}

async fn sent_once_however_often_pressed(site: Site) {
    let browser = site.browser();
    let page = begin(&browser, BOTH).await;
    let (page, _) = fill(&browser, page, &s01(), "check").await;
    let page = browser.send(page.form()).await;
    let form = page.form().with("agree", "yes");
    let pressed = tokio::join!(
        browser.send(form.clone()),
        browser.send(form.clone()),
        browser.send(form.clone())
    );
    let later = browser.send(form).await;
    let references: Vec<_> = [pressed.0, pressed.1, pressed.2, later]
        .iter()
        .map(|page| format!("{}{}", page.text(".reference-number"), page.text("h1")))
        .collect();
    assert!(!references[0].is_empty());
    assert!(
        references.iter().all(|reference| *reference == references[0]),
        "{references:?}"
    );
    let drafts = browser.get("/apply").await;
    assert_eq!(drafts.texts(".case-list li").len(), 0, "the draft is gone");
}
