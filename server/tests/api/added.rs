//! A service is data: one that no code knows, in a folder of its own, goes from the home page to the letter. The county
//! federation decides it, so that nothing of deciding is tied to the office that decides the shipped ones.

use std::path::Path;

use reqwest::StatusCode;
use zhida::access::Role;
use zhida::casework::{Case, Phase, Reference, ResultKind};
use zhida_server::config::Config;
use zhida_server::store::casework::{self, Scope};

use crate::apply::people::{Answers, begin, fill, page_of as name_of, s01};
use crate::browser::{Browser, Page};
use crate::harness::{Site, serving};
use crate::office::{COUNTY, Officer, REVIEW, TOWNSHIP, case, done, next, officer, page_of};

both_engines!(
    a_service_of_data_alone_goes_from_the_home_page_to_the_letter,
    the_office_that_decides_signs_and_nobody_else,
    a_width_is_read_as_people_type_it_and_shown_with_its_unit,
    a_list_is_filled_in_entry_by_entry,
    two_windows_work_on_entries_of_their_own,
    forty_entries_go_all_the_way,
);

const SERVICE: &str = "skill_grant";
/// Its page that is a list.
const LIST: &str = "question-helpers";

/// The same portal with the invented service beside the shipped ones.
pub(crate) async fn with_the_service(site: &Site) -> Site {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/added");
    serving(Config {
        services: Some(folder),
        ..site.portal.config.clone()
    })
    .await
}

/// 李春燕, on a course by day or not.
fn on_course(course: &'static str) -> Answers {
    let mut answers = s01();
    answers.push(("question-course", vec![("answer", course)]));
    answers.push(("question-door_width", vec![("answer", " ７２。５ 厘米")]));
    answers.push((LIST, Vec::new()));
    answers.push(("papers/course_record", vec![("how", "bring"), ("act", "continue")]));
    answers
}

/// The same with a wheelchair that needs a wide door: then the landlord has a say. Whoever filed, and the case.
pub(crate) async fn filed_with_a_wide_door(site: &Site) -> (Browser, Reference) {
    let browser = site.browser();
    let mut answers = on_course("day");
    answers.retain(|(page, _)| *page != "question-door_width");
    answers.push(("question-door_width", vec![("answer", "95")]));
    let page = begin(&browser, &[SERVICE]).await;
    let (list, _) = fill(&browser, page, &answers, LIST).await;
    let list = add(&browser, &list, HELPER).await;
    let page = hand_in(&browser, list, "day").await;
    let reference = sent(site, &page).await;
    (browser, reference)
}

/// One who helps, as it is typed.
const HELPER: &[(&str, &str)] = &[
    ("helpers_name.answer", "李秀英"),
    ("helpers_relation.answer", "family"),
    ("helpers_age.answer", "６３ 岁"),
    ("helpers_helps.answer", "fetches"),
    ("helpers_allowance.answer", "no"),
];

/// Up to the list of those who help.
async fn at_helpers(browser: &Browser, course: &'static str) -> Page {
    let page = begin(browser, &[SERVICE]).await;
    let (page, _) = fill(browser, page, &on_course(course), LIST).await;
    page
}

/// The page of a new entry, from the list.
async fn new_entry(browser: &Browser, list: &Page) -> Page {
    let add = list.attributes("#answer a", "href").remove(0);
    browser.open(&add).await
}

/// One more entry, typed so; what comes after it.
async fn add(browser: &Browser, list: &Page, typed: &[(&str, &str)]) -> Page {
    let form = new_entry(browser, list).await.form();
    let form = typed.iter().fold(form, |form, (name, value)| form.set(name, value));
    browser.send(form).await
}

/// From the list, which is whole, to the confirmation.
async fn hand_in(browser: &Browser, list: Page, course: &'static str) -> Page {
    let (page, _) = fill(browser, list, &on_course(course), "check").await;
    let page = browser.send(page.form()).await;
    let page = browser.send(page.form().with("agree", "yes")).await;
    assert_eq!(name_of(&page), "done", "{}", page.text("h1"));
    page
}

/// Applies for it; the case, as its pages name it.
async fn applied(site: &Site, browser: &Browser, course: &'static str) -> Reference {
    let list = at_helpers(browser, course).await;
    let list = add(browser, &list, HELPER).await;
    sent(site, &hand_in(browser, list, course).await).await
}

/// The case of an application that is confirmed.
async fn sent(site: &Site, page: &Page) -> Reference {
    let application = Reference::parse(&page.text(".reference-number")).unwrap();
    let portal = &site.portal;
    let scope = Scope::application(application);
    let lines = casework::list_of_application(&mut portal.store.read(), &portal.keys, &scope, application).await;
    let reference = lines.unwrap()[0].reference;
    assert_eq!(case(site, reference).await.opened.service, SERVICE);
    reference
}

/// Received and reviewed by the street.
async fn reviewed(site: &Site, reference: Reference) -> Officer {
    let township = officer(site, Role::TownshipOfficer, TOWNSHIP).await;
    let accept = [
        ("identity", "in_person"),
        ("filer", "opened"),
        ("papers", "course_record"),
        ("papers", "payment_account"),
    ];
    done(&township, reference, "accept", &accept).await;
    done(&township, reference, "review", REVIEW).await;
    township
}

async fn offered(officer: &Officer, reference: Reference, command: &str) -> bool {
    let page = officer.browser.open(&page_of(reference)).await;
    page.has(&format!("a[href='{}/{command}']", page_of(reference)))
}

async fn in_english(browser: &Browser, path: &str) -> Page {
    let display = browser.open("/display").await;
    browser.send(display.form().set("language", "en")).await;
    let page = browser.open(path).await;
    assert_eq!(page.attributes("html", "lang"), ["en"]);
    page
}

async fn a_service_of_data_alone_goes_from_the_home_page_to_the_letter(site: Site) {
    let site = with_the_service(&site).await;
    let browser = site.browser();
    let home = browser.open("/").await.text("main");
    assert!(home.contains("残疾人技能培训补贴"));
    // Every county pays the same.
    assert!(home.contains("每人每月300元") && !home.contains("300元起"), "{home}");
    let page = browser.open(&format!("/services/{SERVICE}?county={COUNTY}")).await;
    for said in [
        "300元",
        "正在上白天的技能培训班",
        "正在服刑的",
        "培训班的上课证明",
        "县残联审定",
    ] {
        assert!(page.text("main").contains(said), "{said}: {}", page.text("main"));
    }
    let blank = browser.open(&format!("/services/{SERVICE}/form")).await;
    assert_eq!(blank.text("h1"), "申请审批表");
    for said in ["上晚上的班", "门的宽度", "＿＿＿＿厘米", "帮您的人，第3项"] {
        assert!(
            blank.text("article").contains(said),
            "{said}: {}",
            blank.text("article")
        );
    }

    for office in ["民政", "低保"] {
        assert!(
            !blank.text("article").contains(office),
            "no part of it: {}",
            blank.text("article")
        );
    }

    let reference = applied(&site, &browser, "day").await;
    let township = reviewed(&site, reference).await;
    // Who only looks at certificates for other services decides here; civil affairs have nothing to do with it.
    let civil = officer(&site, Role::CivilAffairsDecider, COUNTY).await;
    let found = civil.browser.get(&page_of(reference)).await;
    assert_eq!(found.status, StatusCode::NOT_FOUND);
    assert!(!offered(&township, reference, "decide").await);
    let federation = officer(&site, Role::FederationReviewer, COUNTY).await;
    let seen = federation.browser.open(&page_of(reference)).await;
    for said in ["白天的班", "门的宽度", "72.5厘米", "帮您的人", "李秀英", "63岁"] {
        assert!(seen.text("main").contains(said), "{said}: {}", seen.text("main"));
    }
    let grant = [
        ("outcome", "grant"),
        ("reasons", "IN_DAY_COURSE"),
        ("sentence", "上课证明看过了。"),
    ];
    done(&federation, reference, "decide", &grant).await;
    let decided: Case = case(&site, reference).await;
    assert_eq!(decided.result, Some(ResultKind::Grant));
    assert!(decided.notice.is_none(), "it has no public notice");
    assert!(!decided.facts.contains_key("person.age"), "the age is not kept");
    assert_eq!(decided.award.map(|award| award.monthly.0), Some(30_000));

    let letter = format!("{}/print/decision", page_of(reference));
    let zh = federation.browser.open(&letter).await;
    for said in [
        "残疾人技能培训补贴",
        "平江县残疾人联合会",
        "300元",
        "正在上白天的技能培训班",
    ] {
        assert!(zh.text("article").contains(said), "{said}: {}", zh.text("article"));
    }
    assert!(!zh.text("article").contains("民政局"), "{}", zh.text("article"));
    let en = in_english(&browser, &format!("/services/{SERVICE}?county={COUNTY}")).await;
    for said in [
        "300 yuan",
        "Attends a training course by day",
        "The county federation decides",
    ] {
        assert!(en.text("main").contains(said), "{said}: {}", en.text("main"));
    }
}

async fn the_office_that_decides_signs_and_nobody_else(site: Site) {
    let site = with_the_service(&site).await;
    let reference = applied(&site, &site.browser(), "evening").await;
    reviewed(&site, reference).await;
    let author = officer(&site, Role::FederationReviewer, COUNTY).await;
    let refuse = [
        ("outcome", "refuse"),
        ("reasons", "NOT_IN_TRAINING"),
        ("sentence", "晚上的班这里不算。上白天的班就可以再申请。"),
    ];
    done(&author, reference, "decide", &refuse).await;
    assert_eq!(case(&site, reference).await.phase, Phase::Open, "a second person signs");
    // The office that decides the shipped services has no step in this one: it is not led to the case, and finds none.
    let civil = officer(&site, Role::CivilAffairsDecider, COUNTY).await;
    assert_eq!(next(&civil).await, "/office?done=none#done");
    let queue = civil.browser.open("/office").await;
    let claim = format!("form[action='{}/claim']", page_of(reference));
    assert!(!queue.has(&claim));
    for page in ["", "/sign_second", "/note", "/withdraw"] {
        let found = civil.browser.get(&format!("{}{page}", page_of(reference))).await;
        assert_eq!(found.status, StatusCode::NOT_FOUND, "{page}");
    }
    let supervisor = officer(&site, Role::Supervisor, COUNTY).await;
    let seen = supervisor.browser.get(&page_of(reference)).await;
    assert_eq!(seen.status, StatusCode::OK, "who supervises the place sees it");
    // A colleague is.
    let colleague = officer(&site, Role::FederationReviewer, COUNTY).await;
    assert!(colleague.browser.open("/office").await.has(&claim));
    assert_eq!(
        next(&colleague).await,
        format!("{}?done=claimed#done", page_of(reference))
    );
    done(&colleague, reference, "sign_second", &[("sign", "yes")]).await;
    let signed = case(&site, reference).await;
    assert_eq!(signed.result, Some(ResultKind::Refuse));
    let after = colleague.browser.open(&page_of(reference)).await;
    assert!(
        after.text("main").contains("晚上的班这里不算"),
        "{}",
        after.text("main")
    );
}

async fn a_width_is_read_as_people_type_it_and_shown_with_its_unit(site: Site) {
    let site = with_the_service(&site).await;
    let browser = site.browser();
    let page = begin(&browser, &[SERVICE]).await;
    let (page, asked) = fill(&browser, page, &on_course("day"), "question-door_width").await;
    assert!(
        asked.contains(&"question-course".to_owned()),
        "in the order of the pages: {asked:?}"
    );
    assert_eq!(page.text("#answer-unit"), "厘米");
    let draft = page.path.rsplit_once('/').unwrap().0.to_owned();
    for (typed, says) in [
        ("", "请填一个数"),
        ("七十二", "没有看懂这个数。请只填数字，比如12。"),
        ("0.72米", "这里按厘米填。请换算一下，只填数字。"),
        ("72.55", "小数点后面最多1位"),
        ("7", "这个数太小了。最小填40厘米。"),
        ("725", "这个数太大了。最大填200厘米。"),
    ] {
        let wrong = browser.send(page.form().set("answer", typed)).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        assert_eq!(wrong.texts("#errors-list a"), [says], "{typed}");
        assert!(wrong.text("#answer-error").ends_with(says), "{typed}");
        assert_eq!(wrong.attributes("#answer", "value"), [typed], "nothing typed is lost");
    }
    let both = page.form().set("answer", "72").with("answer-unknown", "yes");
    let both = browser.send(both).await;
    assert_eq!(
        both.texts("#errors-list a"),
        ["填了数，又选了“我不清楚”。请留下对的那一个。"]
    );
    assert!(both.has("#answer-unknown[checked]"));

    let (list, _) = fill(&browser, page, &on_course("day"), LIST).await;
    let list = add(&browser, &list, HELPER).await;
    let (check, _) = fill(&browser, list, &on_course("day"), "check").await;
    assert!(check.text("main").contains("72.5厘米"), "{}", check.text("main"));
    let stored = browser.open(&format!("{draft}/question-door_width")).await;
    assert_eq!(stored.attributes("#answer", "value"), ["72.5"]);
    let unknown = stored.form().set("answer", "").with("answer-unknown", "yes");
    let check = browser.send(unknown).await;
    assert_eq!(name_of(&check), "check", "not to know it is an answer");
    let stored = browser.open(&format!("{draft}/question-door_width")).await;
    assert!(stored.has("#answer-unknown[checked]"));
    browser
        .post(&format!("{draft}/question-door_width"), &[("answer", "80")])
        .await;
    let en = in_english(&browser, &format!("{draft}/check")).await;
    assert!(en.text("main").contains("80 centimetres"), "{}", en.text("main"));
}

async fn a_list_is_filled_in_entry_by_entry(site: Site) {
    let site = with_the_service(&site).await;
    let browser = site.browser();
    let list = at_helpers(&browser, "day").await;
    let draft = list.path.rsplit_once('/').unwrap().0.to_owned();
    assert_eq!(list.text("h1"), "去上课的时候谁可以帮您？");
    assert!(list.text("main").contains("一项也没有。") && !list.has("main table"));
    let none = browser.send(list.form()).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(none.texts("#errors-list a"), ["请至少加1项"]);
    assert_eq!(none.attributes("#errors-list a", "href"), ["#answer"]);
    assert!(
        none.text("#answer").contains("请至少加1项"),
        "beside the way to add one"
    );
    // What comes later is not open yet.
    assert_eq!(name_of(&browser.open(&format!("{draft}/check")).await), LIST);

    let blank = new_entry(&browser, &none).await;
    assert_eq!(blank.text("h1"), "帮您的这个人");
    let half = blank
        .form()
        .set("helpers_name.answer", "李秀英")
        .set("helpers_age.answer", "6岁");
    let wrong = browser.send(half).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let told = wrong.texts("#errors-list a");
    assert_eq!(
        told[..2],
        ["是您的什么人：请选一个", "年龄：这个数太小了。最小填16岁。"]
    );
    assert_eq!(
        wrong.attributes("#helpers_name-answer", "value"),
        ["李秀英"],
        "what is half typed stays"
    );
    assert_eq!(wrong.attributes("#helpers_age-answer", "value"), ["6岁"]);
    assert!(wrong.attributes("#helpers_age-answer", "aria-describedby")[0].contains("helpers_age-answer-error"));
    let form = HELPER
        .iter()
        .fold(wrong.form(), |form, (name, value)| form.set(name, value));
    let list = browser.send(form).await;
    assert_eq!((list.status, name_of(&list).as_str()), (StatusCode::OK, LIST));
    assert_eq!(list.texts("tbody th"), ["第1项"]);
    assert_eq!(
        list.texts("tbody td")[..5],
        ["李秀英", "家里人", "63岁", "接送", "没有领"]
    );

    let list = add(
        &browser,
        &list,
        &[
            HELPER,
            &[
                ("helpers_name.answer", "张大山"),
                ("helpers_relation.answer", "neighbour"),
            ],
        ]
        .concat(),
    )
    .await;
    assert_eq!(list.texts("tbody th"), ["第1项", "第2项"]);
    assert_eq!(
        list.attributes("tbody a", "aria-label"),
        ["更改 第1项", "删除 第1项", "更改 第2项", "删除 第2项"]
    );
    let links = list.attributes("tbody a", "href");
    let first = browser.open(&links[0]).await;
    assert_eq!(first.attributes("#helpers_age-answer", "value"), ["63"]);
    assert!(first.has("input[name='helpers_relation.answer'][value=family][checked]"));
    let unknown = first
        .form()
        .set("helpers_age.answer", "")
        .with("helpers_age.answer-unknown", "yes");
    let list = browser.send(unknown).await;
    assert_eq!(list.texts("tbody td")[2], "我不清楚");

    let sure = browser.open(&links[3]).await;
    assert_eq!(sure.text("h1"), "要删除这一项吗？");
    assert!(sure.text("main").contains("张大山") && sure.text(".lead") == "帮您的人，第2项");
    assert!(
        sure.has(&format!("a[href='{draft}/{LIST}']")),
        "a way back without deleting"
    );
    let list = browser.send(sure.form()).await;
    assert_eq!(list.texts("tbody th"), ["第1项"]);
    let again = browser.follow(browser.post(&links[3], &[]).await).await;
    assert_eq!(again.texts("tbody th"), ["第1项"], "a second press changes nothing");

    let (check, _) = fill(&browser, list, &on_course("day"), "check").await;
    let said = check.text("main");
    for line in ["帮您的人", "共1项", "帮您的人，第1项", "姓名：李秀英", "年龄：我不清楚"] {
        assert!(said.contains(line), "{line}: {said}");
    }
    assert!(check.has(&format!("a[href='{draft}/{LIST}']")) && check.has(&format!("a[href='{}']", links[0])));
    // Without its only entry the list is open again.
    browser.post(&links[1], &[]).await;
    assert_eq!(name_of(&browser.open(&format!("{draft}/check")).await), LIST);
    let list = browser.open(&format!("{draft}/{LIST}")).await;
    let list = add(&browser, &list, HELPER).await;
    let confirmed = hand_in(&browser, list, "day").await;
    let reference = sent(&site, &confirmed).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let page = format!("{}/print/application_form", page_of(reference));
    let printed = township.browser.open(&page).await;
    for line in ["帮您的人，第1项", "姓名：李秀英", "领别的补贴吗：没有领"] {
        assert!(
            printed.text("article").contains(line),
            "{line}: {}",
            printed.text("article")
        );
    }
}

async fn two_windows_work_on_entries_of_their_own(site: Site) {
    let site = with_the_service(&site).await;
    let browser = site.browser();
    let list = at_helpers(&browser, "day").await;
    let named = |name: &'static str| [HELPER, &[("helpers_name.answer", name)]].concat();
    let filled = |page: &Page, name: &'static str| {
        named(name)
            .iter()
            .fold(page.form(), |form, (field, value)| form.set(field, value))
    };
    let (one, other) = (new_entry(&browser, &list).await, new_entry(&browser, &list).await);
    assert_ne!(one.path, other.path, "each has a name of its own");
    browser.send(filled(&other, "后来的")).await;
    browser.send(filled(&one, "先来的")).await;
    let twice = browser.send(filled(&one, "先来的")).await;
    assert_eq!(
        twice.texts("tbody td:nth-of-type(1)"),
        ["后来的", "先来的"],
        "a second press adds nothing"
    );
    // One is changed while the other is deleted.
    let links = twice.attributes("tbody a", "href");
    let changing = browser.open(&links[0]).await;
    browser.post(&links[3], &[]).await;
    let list = browser.send(filled(&changing, "改过的")).await;
    assert_eq!(list.texts("tbody td:nth-of-type(1)"), ["改过的"]);
    // Nobody else comes to it, and what is no name is not there.
    let stranger = site.browser().get(&links[0]).await;
    assert_eq!(stranger.status, StatusCode::SEE_OTHER, "to where drafts are opened");
    for wrong in ["1", "new/remove"] {
        let path = format!("{}/{wrong}", links[0].rsplit_once('/').unwrap().0);
        assert_eq!(browser.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    // In a window a mistake is found again by "back" and "reload".
    let window = site.browser().in_a_window();
    let list = at_helpers(&window, "day").await;
    let blank = new_entry(&window, &list).await;
    let wrong = window.send(blank.form().set("helpers_name.answer", "李秀英")).await;
    assert!(wrong.path.contains("?kept="), "{}", wrong.path);
    let back = window.open(&wrong.path).await;
    assert_eq!(back.attributes("#helpers_name-answer", "value"), ["李秀英"]);
}

async fn forty_entries_go_all_the_way(site: Site) {
    let site = with_the_service(&site).await;
    let browser = site.browser();
    let mut list = at_helpers(&browser, "day").await;
    let late = new_entry(&browser, &list).await;
    for number in 1..=40 {
        let name = format!("第{number}位");
        list = add(
            &browser,
            &list,
            &[HELPER, &[("helpers_name.answer", name.as_str())]].concat(),
        )
        .await;
    }
    assert_eq!(list.texts("tbody th").len(), 40);
    assert!(list.text("#answer").contains("最多40项，已经加满了。") && !list.has("#answer a"));
    let form = HELPER
        .iter()
        .fold(late.form(), |form, (name, value)| form.set(name, value));
    let full = browser.send(form).await;
    assert_eq!(full.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(full.texts("#errors-list a"), ["最多40项。请先删掉几项。"]);
    assert_eq!(full.attributes("#helpers_name-answer", "value"), ["李秀英"]);
    let en = in_english(&browser, &list.path).await;
    for said in ["63 years old", "Entry 40"] {
        assert!(en.text("main").contains(said), "{said}: {}", en.text("main"));
    }
    assert!(en.has("td span[lang=zh-CN]"), "people's own words");
    let confirmed = hand_in(&browser, list, "day").await;
    let reference = sent(&site, &confirmed).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let seen = township.browser.open(&page_of(reference)).await;
    assert!(seen.text("main").contains("第40位"), "{}", seen.text("main"));
}
