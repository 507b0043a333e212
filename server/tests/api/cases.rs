//! A resident's own cases, their papers and letters, and the public notices.

use reqwest::StatusCode;
use zhida::access::{PersonKey, Role};
use zhida::account::SignInName;
use zhida::apply::OverlapPick;
use zhida::casework::{Case, Phase, Reference, ResultKind};
use zhida_server::demo::{APPLICATIONS, Demo, FiledCase, Setting};
use zhida_server::portal::{Portal, random_bytes};
use zhida_server::store::account::{self, Link, person_key};
use zhida_server::store::casework::{self, Happened, NewCase, Scope};
use zhida_server::store::event;
use zhida_server::store::session::{self, NewSession, Token, Who};

use crate::apply::people::{apply, s01};
use crate::browser::{Browser, Page};
use crate::harness::Site;
use crate::limits::{takes_no_large_form, used};
use crate::office::{COUNTY, REVIEW, TOWNSHIP, case, done, filed_by, officer, page_of, submitted};

both_engines!(
    only_whoever_filed_sees_a_case,
    papers_that_were_asked_for_are_handed_in_once,
    a_case_is_withdrawn_once_and_only_before_the_decision,
    a_letter_arrives_when_the_person_takes_it,
    anybody_may_object_to_a_notice,
    objections_that_come_at_once_are_all_kept_once,
    without_an_account_a_code_opens_what_was_sent,
    files_are_sent_for_papers_and_taken_back,
    files_of_the_person_are_for_nobody_who_was_not_seen,
    an_answer_is_put_right_before_the_decision,
    the_choice_between_two_benefits_follows_what_is_corrected,
    an_amount_that_an_office_found_is_chosen_about_by_the_person,
    the_form_on_paper_has_a_box_for_every_answer
);

/// Somebody with an account, signed in.
pub(crate) struct Resident {
    pub(crate) owner: String,
    pub(crate) browser: Browser,
}

pub(crate) async fn resident(site: &Site, name: &str) -> Resident {
    resident_linked_to(site, name, None).await
}

pub(crate) async fn resident_linked_to(site: &Site, name: &str, person: Option<PersonKey>) -> Resident {
    let portal = &site.portal;
    let name = SignInName::parse(name).unwrap();
    let token = Token::of_random(random_bytes());
    let mut tx = portal.store.begin().await.unwrap();
    let id = account::insert(&mut tx, &portal.keys, portal.random_id(), (&name, "-"), portal.now()).await;
    let id = id.unwrap();
    if let Some(person) = person {
        let link = Link {
            person,
            name: "某人".to_owned(),
            reading: None,
            linked: true,
            office: None,
            at: portal.now(),
        };
        account::insert_link(&mut tx, &portal.keys, &id, &link, None)
            .await
            .unwrap();
    }
    let new = NewSession {
        id: portal.random_id(),
        token: &token,
        who: Who::Account(&id),
        device: zhida::account::Device::default(),
        at: portal.now(),
    };
    session::insert(&mut tx, &new, None).await.unwrap();
    tx.commit().await.unwrap();
    Resident {
        owner: format!("account:{}", id.0),
        browser: Browser::holding(&site.url, token.as_str()),
    }
}

/// The first invented case of that kind, filed by somebody, with everything that happened to it.
pub(crate) async fn filed(site: &Site, owner: &str, wanted: impl Fn(&FiledCase) -> bool) -> Case {
    let portal = &site.portal;
    let policy = portal.policy();
    let demo = Demo::invent(&Setting {
        catalogue: &portal.catalogue,
        calendar: &portal.calendar,
        policy: &policy,
        now: portal.now(),
        applications: APPLICATIONS,
        key_of: &|number| person_key(&portal.keys, number),
    });
    let demo = demo.unwrap();
    let mut all = demo.applications.iter().flat_map(|filed| &filed.cases);
    let found = all.find(|case| wanted(case)).unwrap();
    let (first, rest) = found.events.split_first().unwrap();
    let mut tx = portal.store.begin().await.unwrap();
    let new = NewCase {
        id: found.id,
        filed_by: Some(owner),
        by: &first.by,
        at: first.at,
        events: std::slice::from_ref(&first.event),
    };
    let mut case = casework::insert(&mut tx, &portal.keys, &portal.calendar, &new)
        .await
        .unwrap();
    for recorded in rest {
        let happened = Happened {
            id: found.id,
            case: &case,
            by: &recorded.by,
            at: recorded.at,
            events: std::slice::from_ref(&recorded.event),
        };
        case = casework::append(&mut tx, &portal.keys, &portal.calendar, &happened)
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    case
}

async fn now(portal: &Portal, case: &Case) -> Case {
    let scope = Scope::program();
    let found = casework::find(&mut portal.store.read(), &portal.keys, &scope, case.opened.reference).await;
    found.unwrap().unwrap().case
}

pub(crate) fn address(case: &Case) -> String {
    format!("/cases/{}", case.opened.reference)
}

pub(crate) fn op(page: &Page) -> String {
    page.attributes("main form [name=op]", "value").remove(0)
}

async fn only_whoever_filed_sees_a_case(site: Site) {
    let filer = resident(&site, "chunyan").await;
    let other = resident(&site, "zhiqiang").await;
    let case = filed(&site, &filer.owner, |case| case.case.phase == Phase::Open).await;
    let here = address(&case);
    let page = filer.browser.get(&here).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.html);
    assert!(page.text("main").contains(&case.opened.reference.groups().join(" ")));
    let page = filer.browser.get("/cases").await;
    assert_eq!(page.attributes(".case-list h2 a", "href"), vec![here.clone()]);
    assert_eq!(
        filer.browser.get("/cases/ZD22222222X").await.status,
        StatusCode::NOT_FOUND
    );
    for page in [
        "",
        "/papers",
        "/withdraw",
        "/contest",
        "/letter",
        "/print/application_form",
    ] {
        let path = format!("{here}{page}");
        assert_eq!(other.browser.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for page in ["/papers", "/withdraw", "/contest"] {
        let path = format!("{here}{page}");
        assert_eq!(
            other.browser.post(&path, &[("why", "不要了")]).await.status,
            StatusCode::NOT_FOUND
        );
    }
    // Who is nobody here is asked for the code, whether or not there is such a case.
    let none = format!("/cases/{}", Reference::from_random([7; 8]));
    assert_eq!(filer.browser.get(&none).await.status, StatusCode::NOT_FOUND);
    for reference in [&here, &none] {
        let page = site.browser().get(reference).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{reference}");
        assert!(page.location.unwrap().starts_with("/cases/open?reference="));
    }
    let application = format!("/cases/{}", case.opened.application);
    assert_eq!(
        filer.browser.get(&application).await.location.as_deref(),
        Some(here.as_str())
    );
    // The person whom an office linked sees it too.
    let linked = resident_linked_to(&site, "benren", Some(case.opened.subject.key.clone())).await;
    assert_eq!(linked.browser.get(&here).await.status, StatusCode::OK);
    assert_eq!(
        now(&site.portal, &case).await.phase,
        Phase::Open,
        "nothing was changed by others"
    );
}

async fn papers_that_were_asked_for_are_handed_in_once(site: Site) {
    let filer = resident(&site, "chunyan").await;
    let case = filed(&site, &filer.owner, |case| {
        case.case.phase == Phase::Open && case.case.open_list().is_some()
    })
    .await;
    let here = address(&case);
    let page = filer.browser.get(&here).await;
    assert!(page.text(".todo").contains("请补"), "{}", page.text("main"));
    let page = filer.browser.get(&format!("{here}/papers")).await;
    let kinds = page.attributes("[name=bring]", "value");
    assert_eq!(kinds, case.open_list().unwrap().papers);
    let op = op(&page);
    let papers = format!("{here}/papers");
    let empty = filer.browser.post(&papers, &[("op", &op)]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(empty.texts("#errors li").len(), kinds.len());
    let mut fields = vec![("op", op.as_str())];
    fields.extend(kinds.iter().map(|kind| ("bring", kind.as_str())));
    for _ in 0..2 {
        let done = filer.browser.post(&papers, &fields).await;
        assert_eq!(done.location, Some(format!("{here}?done=papers#done")));
    }
    let after = now(&site.portal, &case).await;
    assert_eq!(after.seq, case.seq + 1, "once, however often it is sent");
    assert!(after.open_list().is_none());
    let page = filer.browser.get(&format!("{here}?done=papers")).await;
    assert_eq!(page.text(".notice-title"), "材料交到了");
    // Nothing is asked for any more: the page leads back to the case.
    assert_eq!(filer.browser.get(&papers).await.location, Some(here));
}

async fn a_case_is_withdrawn_once_and_only_before_the_decision(site: Site) {
    let filer = resident(&site, "chunyan").await;
    let case = filed(&site, &filer.owner, |case| case.case.phase == Phase::Open).await;
    let withdraw = format!("{}/withdraw", address(&case));
    let page = filer.browser.get(&withdraw).await;
    assert_eq!(page.text("main .button-danger"), "撤回申请");
    let op = op(&page);
    let long = "长".repeat(1001);
    let wrong = filer.browser.post(&withdraw, &[("op", &op), ("why", &long)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.text("#why"), long, "what was typed stays");
    for _ in 0..2 {
        let done = filer.browser.post(&withdraw, &[("op", &op), ("why", "搬家了")]).await;
        assert!(done.location.unwrap().ends_with("?done=withdraw#done"));
    }
    let after = now(&site.portal, &case).await;
    assert_eq!((after.result, after.seq), (Some(ResultKind::Withdrawn), case.seq + 1));
    let page = filer.browser.get(&address(&case)).await;
    assert_eq!(page.text(".page-head .tag"), "已撤回");
    let stops = page.texts(".stop-name");
    let done = case.stage + usize::from(case.accepted.is_some());
    assert_eq!(
        stops.len(),
        done + 2,
        "handed in, what was done, and taken back: {stops:?}"
    );
    assert!(!page.text("main").contains("开始算钱") && !page.text("aside").contains("现在谁在管"));
    let decided = filed(&site, &filer.owner, |case| case.case.decision_in_force().is_some()).await;
    let late = format!("{}/withdraw", address(&decided));
    assert_eq!(filer.browser.get(&late).await.location, Some(address(&decided)));
    assert_eq!(
        filer.browser.post(&late, &[("why", "")]).await.status,
        StatusCode::CONFLICT
    );
    let stream = format!("case:{}", filed_id(&site, &case).await);
    let events = event::list(&mut site.portal.store.read(), &site.portal.keys, &stream)
        .await
        .unwrap();
    let last = events.last().unwrap();
    assert_eq!(last.kind, "withdrawn");
    assert_eq!(last.role.as_deref(), Some("resident"));
    assert_eq!(
        Some(format!("account:{}", last.actor.clone().unwrap())),
        Some(filer.owner)
    );
}

async fn filed_id(site: &Site, case: &Case) -> uuid::Uuid {
    let portal = &site.portal;
    let scope = Scope::program();
    let found = casework::find(&mut portal.store.read(), &portal.keys, &scope, case.opened.reference).await;
    found.unwrap().unwrap().id
}

async fn a_letter_arrives_when_the_person_takes_it(site: Site) {
    let helper = resident(&site, "zhiqiang").await;
    let unserved = |case: &FiledCase| case.case.result == Some(ResultKind::Refuse) && case.case.served.is_empty();
    let case = filed(&site, &helper.owner, |case| {
        unserved(case) && case.case.reconsiderations.is_empty()
    })
    .await;
    let filer = resident_linked_to(&site, "chunyan", Some(case.opened.subject.key.clone())).await;
    let here = address(&case);
    let path = format!("{here}/letter");
    // Whoever filed reads it, and nothing begins to run; nor does it by looking at the page that asks.
    let read = helper.browser.get(&path).await;
    assert!(read.text("article .letter-sum").contains("这次不给"), "{}", read.html);
    let taken = helper
        .browser
        .post(&path, &[("op", &site.portal.random_id().to_string())])
        .await;
    assert_eq!(taken.status, StatusCode::FORBIDDEN);
    let asks = filer.browser.get(&path).await;
    assert_eq!(asks.status, StatusCode::OK, "{}", asks.html);
    assert!(!asks.html.contains("letter-sum"));
    helper.browser.get(&format!("{here}/print/acceptance")).await;
    assert_eq!(now(&site.portal, &case).await.seq, case.seq, "reading changes nothing");
    assert_eq!(filer.browser.post(&path, &[]).await.status, StatusCode::BAD_REQUEST);
    let taking = op(&asks);
    for _ in 0..2 {
        let taken = filer.browser.post(&path, &[("op", &taking)]).await;
        assert_eq!(taken.location.as_ref(), Some(&path), "{}", taken.html);
    }
    let letter = filer.browser.get(&path).await;
    assert_eq!(letter.status, StatusCode::OK, "{}", letter.html);
    assert!(letter.text("article .letter-sum").contains("这次不给"));
    assert!(letter.text("article").contains("行政复议"));
    let after = now(&site.portal, &case).await;
    assert_eq!(after.seq, case.seq + 1);
    let until = after.contest_until(&site.portal.calendar).unwrap().on.unwrap();
    let month = u8::from(until.month());
    let said = format!("到{}年{month}月{}日为止", until.year(), until.day());
    assert!(
        letter.text("article").contains(&said),
        "{said}: {}",
        letter.text("article")
    );
    let again = filer.browser.get(&format!("{here}/letter")).await;
    assert_eq!(again.status, StatusCode::OK);
    assert_eq!(now(&site.portal, &case).await.seq, after.seq, "it arrives once");
    // And it can be contested online.
    let contest = format!("{here}/contest");
    let page = filer.browser.get(&contest).await;
    let op = op(&page);
    let empty = filer.browser.post(&contest, &[("op", &op), ("why", "  ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    for _ in 0..2 {
        let done = filer
            .browser
            .post(&contest, &[("op", &op), ("why", "我家吃低保")])
            .await;
        assert_eq!(done.location, Some(format!("{here}?done=contest#done")));
    }
    let after = now(&site.portal, &case).await;
    assert_eq!(after.reconsideration().unwrap().asked_on, site.portal.today());
    for document in ["acceptance", "application_form"] {
        let paper = filer.browser.get(&format!("{here}/print/{document}")).await;
        assert_eq!(paper.status, StatusCode::OK, "{document}: {}", paper.text("main"));
        assert!(paper.html.contains("class=\"letter\""), "{document}");
    }
    let nothing = filer.browser.get(&format!("{here}/print/nothing")).await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
}

/// A grant in public notice.
async fn in_notice(site: &Site) -> Case {
    let today = site.portal.today();
    let running = |case: &FiledCase| {
        let notice = case.case.notice.filter(|notice| !notice.ended && notice.until >= today);
        case.case.phase == Phase::Decided && notice.is_some() && case.case.objections.is_empty()
    };
    filed(site, "session:nobody", running).await
}

async fn objections_that_come_at_once_are_all_kept_once(site: Site) {
    let case = in_notice(&site).await;
    let division = case.opened.place.county;
    let object = format!("/notices/{division}/{}", case.opened.reference);
    let ops: Vec<String> = (0..3).map(|_| site.portal.random_id().to_string()).collect();
    let pressed: Vec<_> = ops
        .iter()
        .chain(&ops)
        .map(|op| {
            let (anybody, object, op) = (site.browser(), object.clone(), op.clone());
            tokio::spawn(async move {
                let fields = [("op", op.as_str()), ("why", "他家有三套房"), ("contact", "")];
                anybody.post(&object, &fields).await
            })
        })
        .collect();
    for one in pressed {
        let done = one.await.unwrap();
        assert_eq!(
            done.location,
            Some(format!("/notices/{division}/thanks")),
            "{}",
            done.status
        );
    }
    assert_eq!(now(&site.portal, &case).await.objections.len(), 3);

    // That is what one household may say to one grant; others are heard.
    let page = site.browser().get(&object).await;
    let form = page.form().set("why", "他家有四套房").set("contact", "村口");
    let refused = site.browser().send_only(form.clone()).await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(
        refused.text("#errors-list a").contains("请明天再来"),
        "{}",
        refused.html
    );
    assert_eq!(refused.form().value("why"), Some("他家有四套房"));
    let neighbour = site.browser().coming_from("192.0.2.8").send_only(form.clone()).await;
    assert_eq!(neighbour.status, StatusCode::SEE_OTHER);
    used(&site, "objections household 192.0.2.9", 10).await;
    let busy = site
        .browser()
        .coming_from("192.0.2.9")
        .send_only(form.set("op", ""))
        .await;
    assert_eq!(busy.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(now(&site.portal, &case).await.objections.len(), 4);

    // The file does not say that the person whom it is about objected.
    let decider = officer(&site, Role::CivilAffairsDecider, division.as_str()).await;
    let page = decider.browser.open(&page_of(case.opened.reference)).await;
    let stops = page.texts(".route-events li");
    let made: Vec<_> = stops.iter().filter(|stop| stop.starts_with("有人提出异议")).collect();
    assert!(
        made.len() == 4 && made.iter().all(|stop| stop.contains("提出异议的人")),
        "{made:?}"
    );
    assert!(!made.iter().any(|stop| stop.contains("申请人")), "{made:?}");
}

async fn anybody_may_object_to_a_notice(site: Site) {
    let case = in_notice(&site).await;
    let division = case.opened.place.county;
    let anybody = site.browser();
    let list = format!("/notices/{division}");
    let page = anybody.get(&list).await;
    assert_eq!(page.status, StatusCode::OK);
    let row = page.text("tbody tr");
    assert!(
        row.contains('*') && !row.contains(case.opened.subject.name.as_str()),
        "{row}"
    );
    assert!(!page.html.contains(case.opened.subject.resident_id.as_str()));
    // A page begins after the last line of the one before it.
    let before = anybody.get(&format!("{list}?after=1900-01-01.0")).await;
    assert_eq!(before.texts("tbody tr"), page.texts("tbody tr"));
    let past = anybody.get(&format!("{list}?after=9999-12-31.0")).await;
    assert!(!past.has("tbody tr"), "nothing comes after the last");
    assert_eq!(past.attributes("nav.pager a", "href"), [list.as_str()]);
    let page_before = page.texts("tbody tr");
    let object = page.attributes("tbody a", "href").remove(0);
    let page = anybody.get(&object).await;
    let op = op(&page);
    let empty = anybody
        .post(&object, &[("op", &op), ("why", ""), ("contact", "1")])
        .await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(empty.attributes("#contact", "value"), ["1"]);
    for _ in 0..2 {
        let done = anybody
            .post(&object, &[("op", &op), ("why", "他家有三套房"), ("contact", "")])
            .await;
        assert_eq!(done.location, Some(format!("{list}/thanks")));
    }
    assert_eq!(anybody.get(&format!("{list}/thanks")).await.status, StatusCode::OK);
    // Whoever objects takes nobody out of the public's sight, in no list.
    let still = anybody.get(&list).await;
    assert_eq!(still.texts("tbody tr"), page_before);
    let printed = anybody.get(&format!("{list}/print")).await;
    assert_eq!(
        printed.texts("tbody tr").len(),
        page_before.len(),
        "{}",
        printed.text("main")
    );
    let after = now(&site.portal, &case).await;
    assert_eq!(after.objections.len(), 1);
    let said = after.objections.last().unwrap();
    assert_eq!((said.sentence.as_str(), said.contact.clone()), ("他家有三套房", None));
    assert_eq!(anybody.get("/notices/430000000").await.status, StatusCode::NOT_FOUND);
    assert_eq!(anybody.get("/notices/somewhere").await.status, StatusCode::NOT_FOUND);
    // A case that is not in notice is nobody's business.
    let open = filed(&site, "session:nobody", |case| case.case.phase == Phase::Open).await;
    let path = format!("/notices/{}/{}", open.opened.place.county, open.opened.reference);
    assert_eq!(anybody.get(&path).await.status, StatusCode::NOT_FOUND);
}

/// The last part of a notice's title: a code that was shown.
pub(crate) fn code(page: &Page) -> String {
    page.text("main .notice-title").rsplit('：').next().unwrap().to_owned()
}

async fn without_an_account_a_code_opens_what_was_sent(site: Site) {
    let phone = site.browser();
    let done = apply(&phone, &["living_subsidy", "care_subsidy"], &s01()).await;
    let reference = done.text(".reference-number");
    let code = code(&done);
    let here = done.attributes("main .actions .button", "href").remove(0);
    assert_eq!(
        phone.open(&here).await.texts(".case-list > li").len(),
        2,
        "the session that filed"
    );
    let form = phone
        .get(&done.attributes("main .actions a:not(.button)", "href")[0])
        .await;
    assert_eq!(form.status, StatusCode::OK);
    let printed = form.text("article");
    for words in [
        "李春燕",
        "430626",
        "低保家庭",
        "困难残疾人生活补贴",
        "重度残疾人护理补贴",
        "在网上读完并同意",
    ] {
        assert!(printed.contains(words), "{words}: {printed}");
    }
    assert!(
        !printed.contains("6222021234567890128"),
        "account numbers are not printed whole"
    );
    let elsewhere = site.browser();
    assert_eq!(elsewhere.get(&here).await.status, StatusCode::SEE_OTHER);
    let asked = elsewhere.open(&here).await;
    assert_eq!(
        asked.attributes("#reference", "value"),
        [reference.as_str()],
        "it is filled in already"
    );
    let typed = |code: &str, day: &str| {
        let form = asked.form().set("code", code).set("birth-year", "1988");
        form.set("birth-month", "8").set("birth-day", day)
    };
    let wrong = elsewhere.send_only(typed(&code, "9")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let other = elsewhere.send_only(typed("2222 2222 22", "8")).await;
    assert_eq!(
        wrong.texts("#errors li"),
        other.texts("#errors li"),
        "what was wrong is not said"
    );
    let cases = elsewhere.send(typed(&code.to_lowercase(), "8")).await;
    assert_eq!(cases.texts(".case-list > li").len(), 2, "{}", cases.text("main"));
    let case = elsewhere.get(&cases.attributes(".case-list h2 a", "href")[0]).await;
    assert_eq!(case.status, StatusCode::OK);
    assert!(!case.text("aside").is_empty() && case.has("a[href$='/withdraw']"));
    let forged = Browser::holding(&site.url, "x; opened=ZD22222222A.99999999999999.00");
    assert_eq!(forged.get(&cases.path).await.status, StatusCode::SEE_OTHER);
}

async fn files_are_sent_for_papers_and_taken_back(site: Site) {
    let filer = resident(&site, "chunyan").await;
    let stranger = resident(&site, "zhiqiang").await;
    let waits = |case: &FiledCase| case.case.phase == Phase::Open && case.case.open_list().is_some();
    let case = filed(&site, &filer.owner, waits).await;
    let kinds = case.open_list().unwrap().papers.clone();
    let papers = format!("{}/papers", address(&case));
    let pdf = b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n".to_vec();
    let form = "main form[enctype='multipart/form-data']";
    takes_no_large_form(&filer.browser, &format!("{papers}/{}", kinds[0])).await;
    for kind in &kinds {
        let page = filer.browser.get(&format!("{papers}/{kind}")).await;
        let send = page.form_at(form).set("act", "upload");
        let wrong = filer
            .browser
            .upload(send.clone(), "file", Some(("a.pdf", b"words".to_vec())))
            .await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = filer
            .browser
            .upload(send.clone(), "file", Some(("扫描.pdf", pdf.clone())))
            .await;
        assert_eq!(page.texts(".file-name"), ["扫描.pdf"]);
        let look = page.attributes(".files a", "href").remove(0);
        assert_eq!(filer.browser.get(&look).await.html.as_bytes(), pdf);
        assert_eq!(stranger.browser.get(&look).await.status, StatusCode::NOT_FOUND);
        let again = filer
            .browser
            .upload(send, "file", Some(("扫描.pdf", pdf.clone())))
            .await;
        assert_eq!(again.texts(".file-name"), ["扫描.pdf"], "pressed twice, sent once");
        let id = again.attributes(".files button", "value").remove(0);
        let page = filer
            .browser
            .send(again.form_at(".files form").with("remove", &id))
            .await;
        assert_eq!(page.texts(".file-name"), Vec::<String>::new());
        let on = page.form_at(form).set("act", "continue");
        let page = filer.browser.upload(on, "file", Some(("二.pdf", pdf.clone()))).await;
        assert_eq!(page.path, papers, "a chosen file counts with either button");
    }
    let foreign = stranger.browser.get(&format!("{papers}/{}", kinds[0])).await;
    assert_eq!(foreign.status, StatusCode::NOT_FOUND);
    let page = filer.browser.get(&papers).await;
    let done = filer.browser.send(page.form()).await;
    assert_eq!(done.text(".notice-title"), "材料交到了");
    let after = now(&site.portal, &case).await;
    let given = &after.evidence[after.evidence.len() - kinds.len()..];
    assert!(given.iter().all(|paper| paper.files.len() == 1), "{given:?}");
    let late = filer.browser.get(&format!("{papers}/{}", kinds[0])).await;
    assert_eq!(late.status, StatusCode::NOT_FOUND, "nothing is asked for any more");
}

async fn files_of_the_person_are_for_nobody_who_was_not_seen(site: Site) {
    let filer = resident(&site, "chunyan").await;
    let waits =
        |case: &FiledCase| case.case.phase == Phase::Open && case.case.open_list().is_some() && !case.case.filer_seen;
    let case = filed(&site, &filer.owner, waits).await;
    let person = resident_linked_to(&site, "benren", Some(case.opened.subject.key.clone())).await;
    let kind = case.open_list().unwrap().papers[0].clone();
    let path = format!("{}/papers/{kind}", address(&case));
    let form = "main form[enctype='multipart/form-data']";
    let sends = async |resident: &Resident, name: &str| {
        let pdf = b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n".to_vec();
        let page = resident.browser.get(&path).await;
        let send = page.form_at(form).set("act", "upload");
        resident.browser.upload(send, "file", Some((name, pdf))).await
    };
    let sent = sends(&person, "户口本.pdf").await;
    let look = sent.attributes(".files a", "href").remove(0);
    let id = sent.attributes(".files button", "value").remove(0);
    let seen = filer.browser.get(&path).await;
    assert!(
        !seen.has(".file-name") && !seen.html.contains("户口本.pdf"),
        "{}",
        seen.text("main")
    );
    assert_eq!(filer.browser.get(&look).await.status, StatusCode::NOT_FOUND);
    let list = filer.browser.get(&format!("{}/papers", address(&case))).await;
    assert!(list.text("main").contains("别人传的一个文件"), "{}", list.text("main"));
    let op = op(&list);
    filer.browser.post(&path, &[("op", &op), ("remove", &id)]).await;
    assert_eq!(
        person.browser.get(&look).await.status,
        StatusCode::OK,
        "it is still there"
    );
    // The person sees what was sent in their name; the filer their own.
    let own = sends(&filer, "存折.pdf").await;
    assert_eq!(own.texts(".file-name"), ["存折.pdf"]);
    assert_eq!(person.browser.get(&path).await.texts(".file-name").len(), 2);
}

async fn an_answer_is_put_right_before_the_decision(site: Site) {
    let phone = site.browser();
    let done = apply(&phone, &["living_subsidy"], &s01()).await;
    let case = phone.open(&done.attributes("main .actions .button", "href")[0]).await;
    let here = case
        .attributes("a[href$='/withdraw']", "href")
        .remove(0)
        .replace("/withdraw", "");
    let list = phone.get(&format!("{here}/correct")).await;
    let aid = format!("{here}/correct/aid_status");
    assert!(
        list.attributes(".facts-act a", "href").contains(&aid),
        "{}",
        list.text("main")
    );
    let page = phone.get(&aid).await;
    assert_eq!(page.attributes("[name=answer][checked]", "value"), ["dibao"]);
    let empty = phone.post(&aid, &[("op", &op(&page))]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = page.form().set("answer", "none");
    for _ in 0..2 {
        let done = phone.send_only(form.clone()).await;
        assert_eq!(done.location, Some(format!("{here}?done=correct#done")));
    }
    let after = phone.get(&format!("{here}?done=correct")).await;
    assert_eq!(after.text(".notice-title"), "已经改好");
    let reference = here.rsplit('/').next().unwrap();
    let scope = Scope::program();
    let reference = Reference::parse(reference).unwrap();
    let portal = &site.portal;
    let found = casework::find(&mut portal.store.read(), &portal.keys, &scope, reference).await;
    let case = found.unwrap().unwrap().case;
    assert_eq!(case.seq, 2, "one correction, however often it is sent");
    assert_eq!(case.assessment.reasons, ["NOT_LOW_INCOME"]);
    let same = phone.send_only(phone.get(&aid).await.form()).await;
    assert_eq!(same.location, Some(format!("{here}/correct")), "nothing changed");
    let unknown = phone.get(&format!("{here}/correct/nothing")).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

/// Somebody's case, who keeps the allowance they receive.
async fn keeping_the_other(site: &Site, filer: &Resident) -> (Reference, String) {
    let submitted = submitted(site, "S03", "care_subsidy", Some(OverlapPick::KeepOther));
    let reference = filed_by(site, Some(&filer.owner), submitted).await;
    (reference, format!("/cases/{reference}"))
}

async fn the_choice_between_two_benefits_follows_what_is_corrected(site: Site) {
    let filer = resident(&site, "xiaoming").await;
    let (reference, here) = keeping_the_other(&site, &filer).await;
    let browser = &filer.browser;
    let said = browser.open(&here).await.text("main");
    assert!(said.contains("选的是还领养老护理补贴"), "{said}");
    let choose = format!("{here}/choose");
    let choice = browser.open(&choose).await;
    assert_eq!(choice.attributes("[name=choice][checked]", "value"), ["keep_other"]);

    // Another amount: asked at once, with both amounts, and nothing is chosen for anybody.
    let correct = format!("{here}/correct/elderly_care");
    let corrected = async |amount: &str| {
        let page = browser.open(&correct).await;
        let form = page.form();
        let form = match amount {
            "" => form.set("answer", "no").set("amount", ""),
            amount => form.set("answer", "yes").set("amount", amount),
        };
        browser.send(form).await
    };
    let asked = corrected("60").await;
    assert!(asked.path.starts_with(&choose), "{}", asked.path);
    assert_eq!(asked.text(".notice-title"), "已经改好");
    assert!(asked.text(".amount").contains("60元"), "{}", asked.text(".amount"));
    assert!(!asked.has("[name=choice][checked]"));
    let empty = browser.send(asked.form()).await;
    assert_eq!(empty.attributes("#errors a", "href"), ["#choice"]);
    let waits = browser.open(&here).await;
    let said = waits.text("main");
    assert!(said.contains("请选一样") && !said.contains("还领"), "{said}");
    assert!(!said.contains("开始算钱"), "{said}");

    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let accept = [
        ("identity", "in_person"),
        ("filer", "other"),
        ("papers", "household_register"),
    ];
    done(&township, reference, "accept", &accept).await;
    done(&township, reference, "review", REVIEW).await;
    let federation = officer(&site, Role::FederationReviewer, COUNTY).await;
    done(&federation, reference, "review", REVIEW).await;
    let decider = officer(&site, Role::CivilAffairsDecider, COUNTY).await;
    let office = page_of(reference);
    let decide = decider.browser.open(&format!("{office}/decide")).await;
    assert!(!decide.has("[name=outcome][value=grant]"));
    assert!(decide.text("main").contains("本人还没有选"), "{}", decide.text("main"));

    assert_eq!(
        waits.attributes("main .button[href$='/choose']", "href"),
        [choose.as_str()]
    );
    let chosen = browser.open(&choose).await;
    let chosen = browser.send(chosen.form().set("choice", "take_this")).await;
    assert_eq!(chosen.text(".notice-title"), "选好了");
    assert!(
        chosen.text("main").contains("选的是改领这一样"),
        "{}",
        chosen.text("main")
    );
    for page in [office.clone(), format!("{office}/decide")] {
        let said = decider.browser.open(&page).await.text("main");
        assert!(said.contains("选了这一份"), "{page}: {said}");
    }
    let decide = decider.browser.open(&format!("{office}/decide")).await;
    assert!(decide.has("[name=outcome][value=grant]"));

    // Nothing is received any more: nothing is to be chosen.
    let after = corrected("").await;
    assert_eq!(after.path, format!("{here}?done=correct"));
    let said = after.text("main");
    assert!(!said.contains("改领") && !said.contains("还领"), "{said}");
    let nothing = browser.get(&choose).await;
    assert_eq!(nothing.location, Some(here));
    assert_eq!(case(&site, reference).await.overlap, None);
}

async fn an_amount_that_an_office_found_is_chosen_about_by_the_person(site: Site) {
    let filer = resident(&site, "xiaoming").await;
    let (reference, here) = keeping_the_other(&site, &filer).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let found = [
        ("value", "60"),
        ("source", "register"),
        ("sentence", "民政系统里查到的。"),
    ];
    done(&township, reference, "correct?fact=other.elderly_care_monthly", &found).await;
    assert_eq!(case(&site, reference).await.overlap, None);
    let page = filer.browser.open(&here).await;
    let said = page.text("main");
    assert!(said.contains("要由领钱的人自己选") && !said.contains("60元"), "{said}");
    assert!(!page.has("a[href$='/choose']"));
    let choose = filer.browser.get(&format!("{here}/choose")).await;
    assert_eq!(choose.location, Some(here.clone()));

    let held = case(&site, reference).await.opened.subject.key;
    let person = resident_linked_to(&site, "deming", Some(held)).await;
    let page = person.browser.open(&format!("{here}/choose")).await;
    assert!(page.text(".amount").contains("60元"), "{}", page.text("main"));
    // At the window the office records what the person says.
    done(&township, reference, "choose_overlap", &[("choice", "take_this")]).await;
    assert_eq!(case(&site, reference).await.pick(), Some(OverlapPick::TakeThis));
}

async fn the_form_on_paper_has_a_box_for_every_answer(site: Site) {
    let anybody = site.browser();
    let service = anybody.get("/services/living_subsidy").await;
    let href = service.attributes("a[href$='/form']", "href").remove(0);
    let page = anybody.get(&href).await;
    assert_eq!(page.status, StatusCode::OK);
    let form = page.text("article");
    for words in ["□低保家庭", "签名、盖章：", "困难残疾人生活补贴", "户口簿"] {
        assert!(form.contains(words), "{words}: {form}");
    }
    assert_eq!(
        anybody.get("/services/nothing/form").await.status,
        StatusCode::NOT_FOUND
    );
}
