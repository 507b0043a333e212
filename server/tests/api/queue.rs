//! The queue over HTTP: whose turn it is first, everybody's on request, and what each row says.

use reqwest::StatusCode;
use zhida::access::Role;

use crate::cases::resident_linked_to;
use crate::harness::Site;
use crate::office::{ACCEPT, COUNTY, REVIEW, TOWNSHIP, case, done, filed, granted, later, officer, page_of, submitted};

both_engines!(
    an_office_sees_first_what_is_its_turn,
    what_is_closed_says_how_and_in_which_year,
    what_was_sent_back_says_so_to_who_must_act,
    an_objection_has_a_last_day_in_the_queue,
);

async fn an_office_sees_first_what_is_its_turn(site: Site) {
    let passed_on = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    let mut begun = submitted(&site, "S03", "living_subsidy", None);
    begun.submitter.key = None;
    let begun = filed(&site, begun).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let both = township.browser.open("/office").await;
    assert_eq!(both.attributes("tbody th a", "href").len(), 2);
    done(&township, passed_on, "accept", ACCEPT).await;
    done(&township, passed_on, "review", REVIEW).await;
    let own = township.browser.open("/office").await;
    assert_eq!(own.attributes("tbody th a", "href"), [page_of(begun)]);

    let federation = officer(&site, Role::FederationReviewer, COUNTY).await;
    let turn = federation.browser.open("/office").await;
    assert_eq!(turn.attributes("tbody th a", "href"), [page_of(passed_on)]);
    assert_eq!(turn.text(".queues [aria-current]"), "轮到本单位的 1件");
    let counts = turn.texts(".queues .number");
    assert_eq!(counts, ["1件", "0件", "1件", "0件", "0件", "0件"], "of the turn alone");

    // Everybody's stays everybody's: in the lists, the filters and the pages that follow.
    let to_all = turn.attributes(".page-head a", "href");
    assert_eq!(to_all, ["/office?scope=all"]);
    let all = federation.browser.open(&to_all[0]).await;
    assert_eq!(all.attributes("tbody th a", "href").len(), 2);
    assert_eq!(all.text(".queues [aria-current]"), "所有单位的 2件");
    assert_eq!(all.texts(".queues .number")[2], "2件");
    let unclaimed = &all.attributes(".queues a", "href")[2];
    assert_eq!(unclaimed, "/office?scope=all&list=unclaimed");
    let unclaimed = federation.browser.open(unclaimed).await;
    assert_eq!(unclaimed.attributes("tbody th a", "href").len(), 2);
    assert_eq!(unclaimed.attributes("form.filters [name=scope]", "value"), ["all"]);
    assert_eq!(unclaimed.attributes(".page-head a", "href"), ["/office?scope=turn"]);

    // A stage of another office is asked for among all.
    let theirs = federation.browser.open("/office?stage=township_review").await;
    assert_eq!(theirs.attributes("tbody th a", "href"), [page_of(begun)]);
    // What narrows is said, and each can be left out without losing the others or the view.
    let stage = theirs.form_at("form.filters");
    assert_eq!(stage.value("stage"), Some("township_review"));
    assert_eq!(stage.value("due"), Some(""));
    let two = federation
        .browser
        .open("/office?stage=township_review&due=overdue")
        .await;
    assert_eq!(
        two.attributes(".narrowed a", "href"),
        [
            "/office?scope=all&due=overdue",
            "/office?scope=all&stage=township_review",
            "/office?scope=all"
        ]
    );
    let nothing = federation.browser.open("/office?scope=turn&due=overdue").await;
    assert!(!nothing.has("tbody tr"));
    assert_eq!(
        nothing.attributes(".page-head a", "href"),
        ["/office?scope=all&due=overdue"]
    );

    // Whoever supervises begins with everybody's.
    let supervisor = officer(&site, Role::Supervisor, COUNTY).await;
    let all = supervisor.browser.open("/office").await;
    assert_eq!(all.attributes("tbody th a", "href").len(), 2);
}

async fn what_was_sent_back_says_so_to_who_must_act(site: Site) {
    let reference = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    let other = filed(&site, submitted(&site, "S03", "living_subsidy", None)).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    done(&township, reference, "accept", ACCEPT).await;
    done(&township, reference, "review", REVIEW).await;
    let federation = officer(&site, Role::FederationReviewer, COUNTY).await;
    done(
        &federation,
        reference,
        "return",
        &[("sentence", "户口簿缺一页，请补。")],
    )
    .await;

    let list = township.browser.open("/office").await;
    assert_eq!(list.attributes("tbody th a", "href").len(), 2);
    let back = township.browser.open("/office?state=returned").await;
    assert_eq!(back.attributes("tbody th a", "href"), [page_of(reference)]);
    let stage = back.text("td[data-label='环节']");
    assert!(
        stage.contains("退回")
            && stage.contains("残联")
            && stage.contains("吴敏")
            && stage.contains("户口簿缺一页，请补。"),
        "{stage}"
    );
    // Whoever does not have to act reads that it was, not why.
    let theirs = federation.browser.open("/office?scope=all&state=returned").await;
    let stage = theirs.text("td[data-label='环节']");
    assert!(stage.contains("退回") && !stage.contains("户口簿"), "{stage}");

    let page = township.browser.open(&page_of(reference)).await;
    let head = page.text(".page-head");
    assert!(
        head.contains("退回来的") && head.contains("户口簿缺一页，请补。"),
        "{head}"
    );
    let aside = page.text("aside");
    assert!(
        aside.contains("退回不重新计时") && aside.contains("一共30个工作日"),
        "{aside}"
    );

    done(&township, reference, "review", REVIEW).await;
    let nothing = township.browser.open("/office?scope=all&state=returned").await;
    assert!(!nothing.has("tbody tr"));
    let page = federation.browser.open(&page_of(other)).await;
    assert!(!page.text("aside").contains("退回不重新计时"));
}

async fn an_objection_has_a_last_day_in_the_queue(site: Site) {
    let reference = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    granted(&site, reference).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    done(&township, reference, "object", &[("sentence", "他家有车。")]).await;
    let supervisor = officer(&site, Role::Supervisor, COUNTY).await;
    let list = supervisor.browser.open("/office?stage=objection").await;
    let due = list.text("td[data-label='期限']");
    assert!(due.contains("个工作日") && !due.contains("没有期限"), "{due}");
    let form = supervisor
        .browser
        .open(&format!("{}/decide_objection", page_of(reference)))
        .await;
    assert!(form.text(".lead").contains("最晚"), "{}", form.text(".lead"));

    // That somebody objects is not for the person to read off a clock.
    let key = case(&site, reference).await.opened.subject.key;
    let person = resident_linked_to(&site, "chunyan", Some(key)).await;
    let theirs = person.browser.open(&format!("/cases/{reference}")).await;
    assert!(
        theirs.text("main").contains("公示") && !theirs.has(".clock"),
        "{}",
        theirs.text("main")
    );

    let after = later(&site, 40).await;
    let supervisor = officer(&after, Role::Supervisor, COUNTY).await;
    let late = supervisor.browser.open("/office?list=overdue").await;
    assert_eq!(late.attributes("tbody th a", "href"), [page_of(reference)]);
    assert!(late.text("td[data-label='期限']").contains("逾期"));
    let page = supervisor.browser.open(&page_of(reference)).await;
    assert!(page.texts(".page-head .tag").contains(&"已超期".to_owned()));
    let form = supervisor
        .browser
        .open(&format!("{}/decide_objection", page_of(reference)))
        .await;
    assert!(form.text(".lead").contains("已经过期"), "{}", form.text(".lead"));
}

async fn what_is_closed_says_how_and_in_which_year(site: Site) {
    let reference = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let today = township.browser.open("/office").await.text("td[data-label='递交']");
    assert!(!today.contains('年'), "{today}");
    let signed = [("identity", "in_person"), ("sentence", "本人自愿撤回申请。")];
    done(&township, reference, "withdraw", &signed).await;
    let after = later(&site, 366).await;
    let township = officer(&after, Role::TownshipOfficer, TOWNSHIP).await;
    let closed = township.browser.open("/office?state=closed").await;
    assert_eq!(closed.text("td[data-label='环节']"), "已撤回");
    assert_eq!(closed.text("tbody .cell-state"), "办结");
    assert_eq!(closed.text("td[data-label='谁在办']"), "现在不用办");
    let year = case(&site, reference).await.opened.on.year();
    let submitted = closed.text("td[data-label='递交']");
    assert!(submitted.starts_with(&format!("{year}年")), "{submitted}");

    let page = township.browser.get(&page_of(reference)).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.texts(".page-head .tag"), ["已撤回", "办结"]);
    let acts = page.text("[aria-labelledby=acts]");
    assert!(acts.contains("已经办结。") && !acts.contains("待认领"), "{acts}");
}
