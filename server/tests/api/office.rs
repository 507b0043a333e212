//! The working side: two people's cases through all three offices, four eyes, conflicts of interest, two officers on
//! one case, and who may come where.

#[path = "../../../tests/cases/mod.rs"]
mod told;

use std::sync::Arc;

use reqwest::StatusCode;
use tokio::net::TcpListener;
use uuid::Uuid;
use zhida::access::{By, Division, Kin, OfficerId, Post, Role};
use zhida::apply::OverlapPick;
use zhida::assess::Outcome;
use zhida::calendar::Instant;
use zhida::casework::{Case, Event, Phase, Reference, ResultKind, Submitted};
use zhida_server::portal::random_bytes;
use zhida_server::startup::{self, Clock};
use zhida_server::store::casework::{self, NewCase, Scope};
use zhida_server::store::session::{self, NewSession, Token, Who as Comes};
use zhida_server::store::staff::{self, NewStaff};
use zhida_server::web::listen::{self, Door};
use zhida_server::web::router::router;
use zhida_server::web::routes::{Who, routes};

use crate::apply::files::PHOTO;
use crate::browser::{Browser, Page};
use crate::contested::{today, with};
use crate::harness::Site;

both_engines!(
    a_case_goes_through_all_offices_to_the_award,
    what_went_out_is_printed_word_for_word_the_same_at_the_end,
    the_form_has_the_opinions_of_each_subsidy_by_itself,
    a_refusal_needs_four_eyes,
    less_than_the_whole_is_not_given_for_nothing,
    what_nobody_knew_is_filled_in_and_then_decided,
    nobody_works_on_their_own_familys_case,
    what_people_say_at_the_counter_is_recorded,
    the_later_of_two_officers_sees_both_versions,
    a_form_that_does_not_say_what_its_officer_saw_changes_nothing,
    only_a_paper_that_was_seen_or_sent_counts_as_received,
    what_was_brought_to_the_window_is_read_by_the_next_office,
    a_letter_left_before_witnesses_is_recorded_with_them,
    who_asks_for_papers_sees_what_is_there,
    pressed_twice_happens_once,
    whole_numbers_are_shown_to_who_says_why,
    the_form_is_printed_masked_and_whole_for_who_says_why,
    a_case_is_found_by_number_and_name_in_ones_own_places,
    the_next_case_is_the_most_urgent_that_one_may_take,
    a_substitute_fills_the_post_on_those_days,
    every_route_lets_in_whom_the_table_says,
);

pub(crate) const COUNTY: &str = "430626";
pub(crate) const TOWNSHIP: &str = "430626001";

/// An officer who is signed in.
pub(crate) struct Officer {
    pub(crate) id: OfficerId,
    pub(crate) browser: Browser,
}

pub(crate) async fn officer(site: &Site, role: Role, division: &str) -> Officer {
    officer_related_to(site, role, division, Kin::default()).await
}

pub(crate) async fn officer_related_to(site: &Site, role: Role, division: &str, kin: Kin) -> Officer {
    let portal = &site.portal;
    let id = portal.random_id();
    let posts = [Post {
        role,
        division: Division::parse(division).unwrap(),
    }];
    let login = format!("officer-{id}");
    let new = NewStaff {
        id,
        login: &login,
        name: "吴敏",
        office: "平江县",
        password: "-",
        posts: &posts,
        kin: &kin,
        at: portal.now(),
    };
    let id = OfficerId(id.to_string());
    let mut tx = portal.store.begin().await.unwrap();
    staff::insert(&mut tx, &portal.keys, &new).await.unwrap();
    tx.commit().await.unwrap();
    Officer {
        browser: signed_in(site, &id).await,
        id,
    }
}

async fn signed_in(site: &Site, id: &OfficerId) -> Browser {
    let portal = &site.portal;
    let token = Token::of_random(random_bytes());
    let new = NewSession {
        id: portal.random_id(),
        token: &token,
        who: Comes::Staff(id),
        device: zhida::account::Device::default(),
        at: portal.now(),
    };
    let mut tx = portal.store.begin().await.unwrap();
    session::insert(&mut tx, &new, None).await.unwrap();
    tx.commit().await.unwrap();
    Browser::holding(&site.url, token.as_str())
}

/// The same portal some days later.
pub(crate) async fn later(site: &Site, days: i64) -> Site {
    let mut portal = startup::portal(site.portal.config.clone()).await.unwrap();
    let then = site.portal.now().epoch_ms() + days * 24 * 3_600_000;
    portal.clock = Clock::starting(Some(Instant::from_epoch_ms(then)));
    let portal = Arc::new(portal);
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let service = router(Arc::clone(&portal)).unwrap();
    let door = Door::of(&portal);
    tokio::spawn(listen::serve(listener, service, door, std::future::pending()));
    Site { portal, url }
}

/// What one of the ten people hands in today, in 平江县汉昌街道.
pub(crate) fn submitted(site: &Site, id: &str, service: &str, overlap: Option<OverlapPick>) -> Submitted {
    let world = told::world();
    let mut application = world.application(id);
    application.submitted_on = site.portal.today();
    if let Some(pick) = overlap {
        application.overlaps.insert(service.to_owned(), told::chose(pick));
    }
    let mut submitted = world.submitted(&application, service);
    submitted.reference = Reference::from_random(random_bytes());
    submitted.application = Reference::from_random(random_bytes());
    submitted.subject.key = casework::person_key(&site.portal.keys, &submitted.subject.resident_id);
    submitted.submitter.key = None;
    submitted.place.hukou_county = zhida::place::DivisionCode::parse(COUNTY);
    submitted.place.county = zhida::place::DivisionCode::parse(COUNTY).unwrap();
    submitted.place.township = zhida::place::TownshipCode::parse(TOWNSHIP).unwrap();
    submitted
}

pub(crate) async fn filed(site: &Site, submitted: Submitted) -> Reference {
    filed_by(site, None, submitted).await
}

/// The same, handed in by somebody: `account:…` or `session:…`.
pub(crate) async fn filed_by(site: &Site, filed_by: Option<&str>, submitted: Submitted) -> Reference {
    let portal = &site.portal;
    let reference = submitted.reference;
    let events = [Event::Submitted(Box::new(submitted))];
    let new = NewCase {
        id: portal.random_id(),
        filed_by,
        by: &By::Resident {
            account: filed_by
                .and_then(|filer| filer.strip_prefix("account:"))
                .map(str::to_owned),
        },
        at: portal.now(),
        events: &events,
    };
    let mut tx = portal.store.begin().await.unwrap();
    casework::insert(&mut tx, &portal.keys, &portal.calendar, &new)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    reference
}

pub(crate) async fn case(site: &Site, reference: Reference) -> Case {
    let portal = &site.portal;
    let found = casework::find(&mut portal.store.read(), &portal.keys, &Scope::program(), reference).await;
    found.unwrap().unwrap().case
}

pub(crate) fn page_of(reference: Reference) -> String {
    format!("/office/cases/{reference}")
}

/// Opens the form of a command, fills it in and sends it; the answer as it came.
pub(crate) async fn does(officer: &Officer, reference: Reference, command: &str, fields: &[(&str, &str)]) -> Page {
    let page = officer.browser.get(&format!("{}/{command}", page_of(reference))).await;
    assert_eq!(page.status, StatusCode::OK, "{command}: {:?}", page.location);
    let mut form = page.form();
    for (name, value) in fields {
        form = form.with(name, value);
    }
    officer.browser.send_only(form).await
}

/// The same, and it must have been carried out.
pub(crate) async fn done(officer: &Officer, reference: Reference, command: &str, fields: &[(&str, &str)]) {
    let answer = does(officer, reference, command, fields).await;
    assert_eq!(
        answer.status,
        StatusCode::SEE_OTHER,
        "{command}: {} {}",
        answer.text("#errors"),
        answer.text(".notice-error")
    );
}

/// The person and the paper they had promised were seen at the window.
pub(crate) const ACCEPT: &[(&str, &str)] = &[("identity", "in_person"), ("papers", "household_register")];
pub(crate) const REVIEW: &[(&str, &str)] = &[("opinion", "meets"), ("sentence", "材料齐全，情况属实。")];

/// Through township and federation to the office that decides.
pub(crate) async fn reviewed(site: &Site, reference: Reference) {
    let township = officer(site, Role::TownshipOfficer, TOWNSHIP).await;
    done(&township, reference, "accept", ACCEPT).await;
    done(&township, reference, "review", REVIEW).await;
    let federation = officer(site, Role::FederationReviewer, COUNTY).await;
    done(&federation, reference, "review", REVIEW).await;
}

/// And granted there, by somebody whom this gives back.
pub(crate) async fn granted(site: &Site, reference: Reference) -> Officer {
    reviewed(site, reference).await;
    let decider = officer(site, Role::CivilAffairsDecider, COUNTY).await;
    let grant = [
        ("outcome", "grant"),
        ("reasons", "IN_DIBAO"),
        ("sentence", "您家在吃低保，符合条件。"),
    ];
    done(&decider, reference, "decide", &grant).await;
    decider
}

async fn a_case_goes_through_all_offices_to_the_award(site: Site) {
    let reference = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    reviewed(&site, reference).await;
    let decider = officer(&site, Role::CivilAffairsDecider, COUNTY).await;
    let page = decider.browser.open(&page_of(reference)).await;
    assert!(page.text("h1").contains("困难残疾人生活补贴"), "{}", page.html);
    assert!(page.text("#person + dl").contains("********"), "the number is masked");
    assert!(page.texts(".conditions .tag").contains(&"符合".to_owned()));

    let grant = [
        ("outcome", "grant"),
        ("reasons", "IN_DIBAO"),
        ("sentence", "您家在吃低保，符合条件。"),
    ];
    done(&decider, reference, "decide", &grant).await;
    let decided = case(&site, reference).await;
    assert_eq!(
        (decided.phase, decided.result),
        (Phase::Decided, Some(ResultKind::Grant))
    );
    assert!(decided.notice.is_some());
    let letter = decider
        .browser
        .get(&format!("{}/print/decision", page_of(reference)))
        .await;
    assert_eq!(letter.status, StatusCode::OK);

    // Before its time the notice cannot be ended: there is no such form.
    let early = decider.browser.get(&format!("{}/end_notice", page_of(reference))).await;
    assert_eq!(early.status, StatusCode::SEE_OTHER);
    let after = later(&site, 30).await;
    let township = officer(&after, Role::TownshipOfficer, TOWNSHIP).await;
    done(&township, reference, "end_notice", &[]).await;
    let closed = case(&site, reference).await;
    assert_eq!(closed.phase, Phase::Closed);
    assert_eq!(closed.award.map(|award| award.monthly.0), Some(7000));
}

/// What a printer would print of a paper.
async fn printed(officer: &Officer, reference: Reference, paper: &str) -> Vec<String> {
    let page = officer
        .browser
        .open(&format!("{}/print/{paper}", page_of(reference)))
        .await;
    page.texts("article > :not(.no-print)")
}

async fn what_went_out_is_printed_word_for_word_the_same_at_the_end(site: Site) {
    let reference = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let supervisor = officer(&site, Role::Supervisor, COUNTY).await;
    let lists = [(&township, "household_register"), (&supervisor, "payment_account")];
    for (officer, paper) in lists {
        done(officer, reference, "request_papers", &[("papers", paper)]).await;
        done(&township, reference, "supply_papers", &[("papers", paper)]).await;
    }
    done(&township, reference, "accept", ACCEPT).await;
    let accepted = printed(&township, reference, "acceptance").await;
    assert!(
        accepted.concat().contains("平江县人民政府汉昌街道办事处"),
        "{accepted:?}"
    );
    assert!(accepted.concat().contains("受字"), "{accepted:?}");
    let first = printed(&township, reference, "missing_papers-1").await;
    let second = printed(&township, reference, "missing_papers").await;
    assert!(first.concat().contains("以后不再要别的"), "{first:?}");
    assert!(!second.concat().contains("以后不再要别的"), "{second:?}");
    let after = later(&site, 1).await;
    let township = officer(&after, Role::TownshipOfficer, TOWNSHIP).await;
    done(&township, reference, "review", REVIEW).await;
    let federation = officer(&after, Role::FederationReviewer, COUNTY).await;
    done(&federation, reference, "review", REVIEW).await;
    let decider = officer(&after, Role::CivilAffairsDecider, COUNTY).await;
    let grant = [
        ("outcome", "grant"),
        ("reasons", "IN_DIBAO"),
        ("sentence", "符合条件。"),
    ];
    done(&decider, reference, "decide", &grant).await;
    let decided = printed(&decider, reference, "decision").await;
    let on = [today(&after, "on")];
    let served = with(&on, &[("letter", "decision"), ("way", "in_person")]);
    done(&decider, reference, "serve_letter", &served).await;
    let end = later(&site, 30).await;
    let township = officer(&end, Role::TownshipOfficer, TOWNSHIP).await;
    done(&township, reference, "end_notice", &[]).await;
    assert_eq!(case(&site, reference).await.phase, Phase::Closed);
    // Whatever words the officer reads elsewhere: what is printed is the original.
    township.browser.post("/display", &[("level", "easy")]).await;
    for (paper, before) in [
        ("acceptance", accepted),
        ("missing_papers-1", first),
        ("missing_papers-2", second),
        ("decision", decided),
    ] {
        assert_eq!(printed(&township, reference, paper).await, before, "{paper}");
    }
    let beside = township
        .browser
        .open(&format!("{}/print/decision", page_of(reference)))
        .await;
    assert!(
        beside.text("article .no-print").contains("收到这份决定书"),
        "{}",
        beside.text("article")
    );
    let nothing = township
        .browser
        .get(&format!("{}/print/missing_papers-3", page_of(reference)))
        .await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
}

async fn the_form_has_the_opinions_of_each_subsidy_by_itself(site: Site) {
    let living = submitted(&site, "S01", "living_subsidy", None);
    let mut care = submitted(&site, "S01", "care_subsidy", None);
    care.application = living.application;
    let (living, care) = (filed(&site, living).await, filed(&site, care).await);
    reviewed(&site, living).await;
    let decider = officer(&site, Role::CivilAffairsDecider, COUNTY).await;
    let grant = [
        ("outcome", "grant"),
        ("reasons", "IN_DIBAO"),
        ("sentence", "您家在吃低保。"),
    ];
    done(&decider, living, "decide", &grant).await;
    // A ground for a grant never reads like its opposite.
    let page = decider.browser.open(&page_of(living)).await;
    assert!(
        !page.text("main").contains("已经是特困供养人员"),
        "{}",
        page.text("main")
    );
    for opened_from in [living, care] {
        let path = format!("{}/print/application_form", page_of(opened_from));
        let form = decider.browser.open(&path).await;
        let groups = form.texts("article tbody");
        let of = |name: &str| {
            let title = format!("各级意见：{name}");
            groups.iter().find(|group| group.contains(&title)).unwrap().clone()
        };
        let said = of("困难残疾人生活补贴");
        assert!(said.contains("每月70元") && said.contains("同意发给"), "{said}");
        let open = of("重度残疾人护理补贴");
        assert!(!open.contains("同意") && !open.contains("材料齐全"), "{open}");
        assert!(form.text("article").contains("肢体一级"), "{}", form.text("article"));
    }
}

async fn a_refusal_needs_four_eyes(site: Site) {
    let care = submitted(&site, "S03", "care_subsidy", Some(OverlapPick::TakeThis));
    let care = filed(&site, care).await;
    reviewed(&site, care).await;
    let decider = officer(&site, Role::CivilAffairsDecider, COUNTY).await;
    let form = decider.browser.open(&format!("{}/decide", page_of(care))).await;
    assert!(
        form.text("form .notice").contains("选了这一份"),
        "{}",
        form.text("form .notice")
    );
    let part = does(&decider, care, "decide", &[("outcome", "partial")]).await;
    assert_eq!(
        part.attributes("#errors a", "href"),
        ["#monthly", "#from", "#reasons", "#sentence"]
    );
    let grant = [
        ("outcome", "grant"),
        ("reasons", "GRADE_1_2"),
        ("sentence", "听力二级，符合条件。"),
    ];
    done(&decider, care, "decide", &grant).await;
    assert_eq!(case(&site, care).await.result, Some(ResultKind::Grant));

    let living = filed(&site, submitted(&site, "S03", "living_subsidy", None)).await;
    reviewed(&site, living).await;
    // Without words and reasons there is no decision; what was chosen stays.
    let empty = does(&decider, living, "decide", &[("outcome", "refuse")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(empty.attributes("[name=outcome][checked]", "value"), ["refuse"]);
    assert_eq!(
        empty.attributes("#errors a", "href"),
        ["#reasons", "#sentence"],
        "all at once"
    );
    let refuse = [
        ("outcome", "refuse"),
        ("reasons", "NOT_LOW_INCOME"),
        ("sentence", "您家现在没有吃低保。变成低保家庭就可以再申请。"),
    ];
    done(&decider, living, "decide", &refuse).await;
    let unsigned = case(&site, living).await;
    assert_eq!(
        (unsigned.phase, unsigned.result),
        (Phase::Open, None),
        "not in force yet"
    );
    let own = decider.browser.get(&format!("{}/sign_second", page_of(living))).await;
    assert_eq!(own.status, StatusCode::SEE_OTHER, "nobody signs their own");
    // It is with nobody: whoever made it is told so, and the next one of a colleague is this one.
    let page = decider.browser.open(&page_of(living)).await;
    assert!(
        page.text("main").contains("要等另一个人复核签字才生效"),
        "{}",
        page.text("main")
    );
    assert!(!page.has(&format!("a[href='{}/serve_letter']", page_of(living))));
    assert_eq!(next(&decider).await, "/office?done=none#done");
    let second = officer(&site, Role::CivilAffairsDecider, COUNTY).await;
    let unclaimed = second.browser.open("/office?list=unclaimed").await;
    assert!(
        unclaimed.text("tbody").contains("等待复核签字"),
        "{}",
        unclaimed.text("tbody")
    );
    assert_eq!(next(&second).await, format!("{}?done=claimed#done", page_of(living)));
    let page = second.browser.open(&format!("{}/sign_second", page_of(living))).await;
    assert!(page.text(".notice").contains("不予批准"));
    done(&second, living, "sign_second", &[("sign", "yes")]).await;
    let refused = case(&site, living).await;
    assert_eq!(
        (refused.phase, refused.result),
        (Phase::Closed, Some(ResultKind::Refuse))
    );
}

async fn less_than_the_whole_is_not_given_for_nothing(site: Site) {
    // Everything is met: neither a refusal nor one fen of it.
    let met = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    reviewed(&site, met).await;
    let decider = officer(&site, Role::CivilAffairsDecider, COUNTY).await;
    let form = decider.browser.open(&format!("{}/decide", page_of(met))).await;
    assert_eq!(form.attributes("[name=outcome]", "value"), ["grant"]);
    let month = zhida::calendar::Month::of(site.portal.today()).to_string();
    let one_fen = |reason| {
        [
            ("outcome", "partial"),
            ("monthly", "0.01"),
            ("from", month.as_str()),
            ("reasons", reason),
            ("sentence", "只给一分钱。"),
        ]
    };
    let tried = does(&decider, met, "decide", &one_fen("IN_DIBAO")).await;
    assert_eq!(tried.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(tried.attributes("#errors a", "href"), ["#outcome"]);
    assert!(
        tried.text("#errors").contains("没有不予批准或者部分批准的理由"),
        "{}",
        tried.text("#errors")
    );

    // With something against the whole, that must be among the reasons; and another signs.
    let overlaps = filed(
        &site,
        submitted(&site, "S03", "care_subsidy", Some(OverlapPick::TakeThis)),
    )
    .await;
    reviewed(&site, overlaps).await;
    let tried = does(&decider, overlaps, "decide", &one_fen("GRADE_1_2")).await;
    assert_eq!(tried.attributes("#errors a", "href"), ["#reasons"], "{}", tried.html);
    assert!(tried.text("#errors").contains("为什么少给"));
    let form = tried.form().with("reasons", "OVERLAP_ELDERLY_CARE_ALLOWANCE");
    let sent = decider.browser.send_only(form).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text("main"));
    assert!(case(&site, overlaps).await.unsigned().is_some());
}

async fn what_nobody_knew_is_filled_in_and_then_decided(site: Site) {
    let fact = "other.welfare_living_monthly";
    let mut submitted = submitted(&site, "S01", "living_subsidy", None);
    let world = told::world();
    let mut application = world.application("S01");
    application.facts.remove(fact);
    let unknown = world.submitted(&application, "living_subsidy");
    submitted.facts = unknown.facts;
    submitted.assessment = unknown.assessment;
    let reference = filed(&site, submitted).await;
    assert_eq!(case(&site, reference).await.assessment.outcome, Outcome::Unknown);
    reviewed(&site, reference).await;
    let decider = officer(&site, Role::CivilAffairsDecider, COUNTY).await;
    let grant = [
        ("outcome", "grant"),
        ("reasons", "IN_DIBAO"),
        ("sentence", "您家在吃低保，符合条件。"),
    ];
    let early = does(&decider, reference, "decide", &grant).await;
    assert_eq!(early.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        early.text("#errors").contains("还有情况不知道"),
        "{}",
        early.text("main")
    );
    assert_eq!(early.attributes("#errors a", "href"), ["#outcome"]);
    let page = decider.browser.open(&page_of(reference)).await;
    let fill_in = format!("{}/correct?fact={fact}", page_of(reference));
    assert!(
        page.attributes("#facts + dl a", "href").contains(&fill_in),
        "it is offered where the facts are"
    );
    let nothing = [
        ("value", "0"),
        ("source", "stated"),
        ("sentence", "电话问过本人，没有领。"),
    ];
    done(&decider, reference, &format!("correct?fact={fact}"), &nothing).await;
    done(&decider, reference, "decide", &grant).await;
    assert_eq!(case(&site, reference).await.result, Some(ResultKind::Grant));
}

async fn nobody_works_on_their_own_familys_case(site: Site) {
    let submitted = submitted(&site, "S01", "living_subsidy", None);
    let kin = Kin {
        household: vec![submitted.subject.key.clone()],
        ..Kin::default()
    };
    let reference = filed(&site, submitted).await;
    let related = officer_related_to(&site, Role::TownshipOfficer, TOWNSHIP, kin).await;
    let page = related.browser.open(&page_of(reference)).await;
    assert!(
        page.text("main").contains("这是您家里人的申请，要由同事办。"),
        "{}",
        page.text("main")
    );
    assert!(!page.has("main form[method=post]"));
    let told = case(&site, reference).await.opened;
    assert!(page.text("main").contains("困难残疾人生活补贴"));
    assert!(!page.html.contains(told.subject.name.as_str()), "not even whose it is");
    for section in ["#person", "#facts", "#history", "#papers", ".conditions"] {
        assert!(!page.has(section), "{section} is not shown");
    }
    let queue = related.browser.open("/office").await;
    assert!(queue.text("tbody").contains("您要回避的一件"), "{}", queue.text("main"));
    assert!(!queue.html.contains(told.subject.name.as_str()));
    for part in ["reveal", "print/application_form", "note", "accept"] {
        let answer = related.browser.get(&format!("{}/{part}", page_of(reference))).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{part}");
    }
    let before = case(&site, reference).await.seq;
    for command in ["accept", "claim", "note", "review"] {
        let fields = [
            ("op", &*Uuid::now_v7().to_string()),
            ("identity", "in_person"),
            ("opinion", "meets"),
            ("sentence", "好"),
            ("version", "1"),
        ];
        related
            .browser
            .post(&format!("{}/{command}", page_of(reference)), &fields)
            .await;
    }
    assert_eq!(case(&site, reference).await.seq, before, "nothing was done");

    // What somebody of their own handed in for another person is theirs to keep away from as well.
    let mut helped = self::submitted(&site, "S03", "care_subsidy", Some(OverlapPick::TakeThis));
    helped.submitter.key = Some(told.subject.key.clone());
    let helped = filed(&site, helped).await;
    let name = case(&site, helped).await.opened.subject.name;
    let queue = related.browser.open("/office").await;
    assert!(queue.html.contains(helped.as_str()) && !queue.html.contains(name.as_str()));
}

async fn what_people_say_at_the_counter_is_recorded(site: Site) {
    // Somebody who does not use the portal takes the application back.
    let taken_back = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let unseen = does(&township, taken_back, "withdraw", &[("sentence", "不申请了。")]).await;
    assert_eq!(unseen.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unseen.has("#errors"), "how they were seen is asked for");
    assert!(unseen.text("main").contains("不申请了。"), "what was typed is kept");
    let unsigned = does(&township, taken_back, "withdraw", &[("identity", "in_person")]).await;
    assert_eq!(unsigned.status, StatusCode::UNPROCESSABLE_ENTITY);
    let signed = [("identity", "in_person"), ("sentence", "本人自愿撤回申请。")];
    done(&township, taken_back, "withdraw", &signed).await;
    let closed = case(&site, taken_back).await;
    assert_eq!(
        (closed.phase, closed.result),
        (Phase::Closed, Some(ResultKind::Withdrawn))
    );

    // Somebody objects to a grant in notice; the person it is about later contests.
    let reference = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    let decider = granted(&site, reference).await;
    let too_long = "1".repeat(201);
    let long = does(
        &township,
        reference,
        "object",
        &[("sentence", "他家有车。"), ("contact", &too_long)],
    )
    .await;
    assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
    let object = [("sentence", "他家有车。"), ("contact", "13800000000")];
    done(&township, reference, "object", &object).await;
    done(
        &township,
        reference,
        "contest",
        &[("sentence", "我觉得应该从四月算起。")],
    )
    .await;
    let after = case(&site, reference).await;
    assert_eq!(after.reconsideration().unwrap().asked_on, site.portal.today());
    let objection = after.objections.last().unwrap();
    assert_eq!(objection.contact.as_deref(), Some("13800000000"));

    // Whoever decided is not the one to answer; a colleague is.
    let own = decider
        .browser
        .get(&format!("{}/decide_objection", page_of(reference)))
        .await;
    assert_eq!(own.status, StatusCode::SEE_OTHER, "no such form");
    let other = officer(&site, Role::CivilAffairsDecider, COUNTY).await;
    let asks = other
        .browser
        .open(&format!("{}/decide_objection", page_of(reference)))
        .await;
    assert!(asks.text("main").contains("联系：13800000000"), "{}", asks.text("main"));
    let waiting = other.browser.open("/office?list=unclaimed").await;
    assert!(
        waiting.text("tbody").contains("有异议待答复"),
        "{}",
        waiting.text("tbody")
    );
    assert_eq!(next(&decider).await, "/office?done=none#done");
    assert_eq!(next(&other).await, format!("{}?done=claimed#done", page_of(reference)));
    let answer = [("upheld", "no"), ("sentence", "入户看过，没有车。")];
    done(&other, reference, "decide_objection", &answer).await;
    assert_eq!(case(&site, reference).await.open_objections().count(), 0);
}

async fn the_later_of_two_officers_sees_both_versions(site: Site) {
    let reference = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    let first = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let second = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let address = format!("{}/request_papers", page_of(reference));
    let opened = second.browser.get(&address).await;
    done(&first, reference, "accept", ACCEPT).await;
    let form = opened
        .form()
        .with("papers", "household_register")
        .set("sentence", "户口簿少一页");
    let both = second.browser.send_only(form).await;
    assert_eq!(both.status, StatusCode::CONFLICT);
    assert!(both.text("#since + ol").contains("受理"), "{}", both.text("main"));
    assert!(both.text("#yours + dl").contains("户口簿少一页"));
    assert!(both.text("textarea").contains("户口簿少一页"));
    // Having seen it, the same can still be done.
    let again = second.browser.send_only(both.form()).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "{}", again.text("main"));
    assert_eq!(case(&site, reference).await.lists.len(), 1);
}

async fn a_form_that_does_not_say_what_its_officer_saw_changes_nothing(site: Site) {
    let reference = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let path = format!("{}/note", page_of(reference));
    let before = case(&site, reference).await.seq;
    let ahead = (before + 1).to_string();
    let note = |version| {
        let op = Uuid::now_v7().to_string();
        let township = &township;
        let path = &path;
        async move {
            let mut fields = vec![("op", &*op), ("sentence", "打过电话")];
            fields.extend(version);
            township.browser.post(path, &fields).await
        }
    };
    let garbled = ["", "one", "-1", "0", "99999999999999999999", &ahead];
    let garbled = garbled.into_iter().map(|version| Some(("version", version)));
    for version in [None].into_iter().chain(garbled) {
        let shown = note(version).await;
        assert_eq!(shown.status, StatusCode::CONFLICT, "{version:?}");
        assert!(shown.text("textarea").contains("打过电话"), "what was typed is kept");
        assert_eq!(case(&site, reference).await.seq, before, "{version:?}");
    }
    let seen = before.to_string();
    assert_eq!(note(Some(("version", &seen))).await.status, StatusCode::SEE_OTHER);
    assert_eq!(case(&site, reference).await.seq, before + 1);
}

async fn only_a_paper_that_was_seen_or_sent_counts_as_received(site: Site) {
    let reference = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let unseen = does(&township, reference, "accept", &[("identity", "in_person")]).await;
    assert_eq!(unseen.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        unseen.text("#errors").contains("还没有收到"),
        "{}",
        unseen.text("#errors")
    );
    assert_eq!(
        unseen.attributes("[name=identity][checked]", "value"),
        ["in_person"],
        "kept"
    );
    assert!(case(&site, reference).await.accepted.is_none());
    // Asked for, and then it came to the window: it is there, and nothing is left to tick.
    done(
        &township,
        reference,
        "request_papers",
        &[("papers", "household_register")],
    )
    .await;
    let waits = township.browser.open(&page_of(reference)).await.text(".clock");
    assert!(waits.contains("等申请人补材料"), "{waits}");
    done(
        &township,
        reference,
        "supply_papers",
        &[("papers", "household_register")],
    )
    .await;
    let form = township.browser.open(&format!("{}/accept", page_of(reference))).await;
    assert!(
        !form.has("[name=papers]") && form.text("form .notice").contains("户口簿"),
        "{}",
        form.text("form")
    );
    done(&township, reference, "accept", &[("identity", "in_person")]).await;
    let letter = printed(&township, reference, "acceptance").await.concat();
    assert!(
        letter.contains("收到的材料") && !letter.contains("还没有交"),
        "{letter}"
    );
}

async fn what_was_brought_to_the_window_is_read_by_the_next_office(site: Site) {
    let reference = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let path = format!("{}/papers/household_register", page_of(reference));
    let case_page = township.browser.open(&page_of(reference)).await;
    assert_eq!(
        case_page
            .attributes(&format!("#papers ~ * a[href='{path}']"), "href")
            .len(),
        1
    );
    let page = township.browser.open(&path).await;
    let none = township.browser.upload(page.form(), "file", None).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(none.attributes("#errors a", "href"), ["#file"]);
    let word = Some(("户口簿.jpg", b"not a picture at all".to_vec()));
    let wrong = township.browser.upload(none.form(), "file", word).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(case(&site, reference).await.seq, 1, "nothing was kept");

    let photo = || Some(("户口簿.png", PHOTO.to_vec()));
    for _ in 0..2 {
        let kept = township.browser.upload(page.form(), "file", photo()).await;
        assert_eq!(kept.status, StatusCode::OK, "{}", kept.text("main"));
        assert_eq!(kept.attributes("main li a[href*='/files/']", "href").len(), 1);
    }
    let scanned = case(&site, reference).await;
    assert_eq!(scanned.seq, 2, "pressed twice, kept once");
    done(&township, reference, "accept", ACCEPT).await;
    done(&township, reference, "review", REVIEW).await;
    let federation = officer(&site, Role::FederationReviewer, COUNTY).await;
    let next = federation.browser.open(&page_of(reference)).await;
    let links = next.attributes("a[href*='/files/']", "href");
    let [link] = links.as_slice() else {
        panic!("one file: {links:?}");
    };
    let opened = federation.browser.get(link).await;
    assert_eq!(opened.status, StatusCode::OK);
    let nothing = township
        .browser
        .get(&format!("{}/papers/nothing", page_of(reference)))
        .await;
    assert_eq!(nothing.status, StatusCode::NOT_FOUND);
    let elsewhere = officer(&site, Role::TownshipOfficer, "430104001").await;
    assert_eq!(elsewhere.browser.get(&path).await.status, StatusCode::NOT_FOUND);
}

async fn pressed_twice_happens_once(site: Site) {
    let reference = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let form = township
        .browser
        .get(&format!("{}/note", page_of(reference)))
        .await
        .form();
    let form = form.set("sentence", "打过电话");
    let (one, two) = tokio::join!(
        township.browser.send_only(form.clone()),
        township.browser.send_only(form.clone())
    );
    let three = township.browser.send_only(form).await;
    for answer in [one, two, three] {
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text("main"));
    }
    let page = township.browser.open(&page_of(reference)).await;
    let notes = page.texts(".route-events .stop-name");
    assert_eq!(notes.iter().filter(|what| *what == "备注").count(), 1);
}

async fn whole_numbers_are_shown_to_who_says_why(site: Site) {
    let submitted = submitted(&site, "S01", "living_subsidy", None);
    let number = submitted.subject.resident_id.as_str().to_owned();
    let reference = filed(&site, submitted).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let address = format!("{}/reveal", page_of(reference));
    let asked = township.browser.get(&address).await;
    assert!(!asked.html.contains(&number));
    let form = asked.form().with("what", "resident_id");
    let without = township.browser.send_only(form.clone()).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!without.html.contains(&number));
    let with = township.browser.send_only(form.with("why", "identity")).await;
    assert_eq!(with.status, StatusCode::OK);
    assert_eq!(with.text(".digits").replace(' ', ""), number);
    let page = township.browser.open(&page_of(reference)).await;
    assert!(page.text(".route-events").contains("看了全号"));
    assert!(page.text(".route-events").contains("核对是不是本人"));
    assert!(!page.html.contains(&number));
}

async fn the_form_is_printed_masked_and_whole_for_who_says_why(site: Site) {
    let submitted = submitted(&site, "S01", "living_subsidy", None);
    let number = submitted.subject.resident_id.as_str().to_owned();
    let reference = filed(&site, submitted).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let print = format!("{}/print/application_form", page_of(reference));
    let whole = |page: &Page| page.text("article.letter").replace(' ', "").contains(&number);
    let masked = township.browser.get(&print).await;
    assert_eq!(masked.status, StatusCode::OK);
    assert!(!whole(&masked) && !masked.html.contains(&number));
    assert!(masked.text("article.letter").contains("********"));
    let href = masked.attributes(".no-print a", "href").remove(0);
    let asks = township.browser.get(&href).await;
    assert!(!asks.html.contains(&number) && !asks.has("[name=what]"));
    let without = township.browser.send_only(asks.form()).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!without.html.contains(&number));
    let with = township.browser.send_only(asks.form().with("why", "file")).await;
    assert_eq!(with.status, StatusCode::OK);
    assert!(whole(&with), "{}", with.text("article.letter"));
    // Who printed it and why stands in the case and in the list of who audits, that is not narrowed to a case.
    let page = township.browser.open(&page_of(reference)).await;
    assert!(page.text(".route-events").contains("打印归档"));
    let form = township.browser.get("/office/search").await.form().set("q", &number);
    township.browser.send_only(form).await;
    let auditor = officer(&site, Role::Auditor, COUNTY).await;
    let list = auditor.browser.open("/office/audit").await;
    assert!(
        list.text("main").contains("查找了（按身份证号），看到1件"),
        "{}",
        list.text("main")
    );
    assert!(!list.has("#reference[required]"));
    let narrow = auditor.browser.open("/office/audit?reference=&revealed=yes").await;
    let rows = narrow.text("tbody");
    assert!(rows.contains("打印归档") && !rows.contains("查找了"), "{rows}");
}

async fn a_case_is_found_by_number_and_name_in_ones_own_places(site: Site) {
    let submitted = submitted(&site, "S01", "living_subsidy", None);
    let subject = submitted.subject.clone();
    let reference = filed(&site, submitted).await;
    let here = officer(&site, Role::CivilAffairsDecider, COUNTY).await;
    let elsewhere = officer(&site, Role::CivilAffairsDecider, "430104").await;
    let spoken = reference.groups().join(" ").to_lowercase();
    for typed in [spoken.as_str(), subject.resident_id.as_str(), subject.name.as_str()] {
        for (officer, found) in [(&here, true), (&elsewhere, false)] {
            let form = officer.browser.get("/office/search").await.form().set("q", typed);
            let page = officer.browser.send_only(form).await;
            assert_eq!(page.status, StatusCode::OK);
            let links = page.attributes("tbody th a", "href");
            assert_eq!(links.contains(&page_of(reference)), found, "{typed}");
            assert!(!page.html.contains(&format!(">{}<", subject.resident_id.as_str())));
        }
    }
    let form = here.browser.get("/office/search").await.form().set("q", "  ");
    assert_eq!(
        here.browser.send_only(form).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
}

async fn the_next_case_is_the_most_urgent_that_one_may_take(site: Site) {
    let mut older = submitted(&site, "S01", "living_subsidy", None);
    let family = older.subject.key.clone();
    older.on = older.on.checked_sub(time::Duration::days(3)).unwrap();
    let older = filed(&site, older).await;
    let mut newer = submitted(&site, "S03", "living_subsidy", None);
    newer.submitter.key = None;
    let newer = filed(&site, newer).await;
    let kin = Kin {
        relatives: vec![family],
        ..Kin::default()
    };
    let related = officer_related_to(&site, Role::TownshipOfficer, TOWNSHIP, kin).await;
    let queue = related.browser.open("/office").await;
    let claims = |reference| queue.has(&format!("form[action='{}/claim']", page_of(reference)));
    assert!(claims(newer) && !claims(older), "one's own family's cannot be claimed");
    assert_eq!(next(&related).await, format!("{}?done=claimed#done", page_of(newer)));
    let other = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    assert_eq!(next(&other).await, format!("{}?done=claimed#done", page_of(older)));
    assert_eq!(next(&other).await, "/office?done=none#done");
    let mine = other.browser.open("/office?list=mine").await;
    assert_eq!(mine.attributes("tbody th a", "href"), [page_of(older)]);
    // Somebody who claims it from an old list reads who was faster.
    let slow = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let op = Uuid::now_v7().to_string();
    let late = slow
        .browser
        .post(&format!("{}/claim", page_of(older)), &[("op", &op)])
        .await;
    let told = slow.browser.open(&late.location.unwrap()).await;
    assert!(
        told.text("main").contains("吴敏先认领了这一件"),
        "{}",
        told.text("main")
    );
    let page = release(&other, older).await;
    assert_eq!(page.location.as_deref(), Some("/office?list=mine&done=released#done"));
    assert_eq!(case(&site, older).await.assignee, None);
}

/// Presses "the next case", and where it leads.
pub(crate) async fn next(officer: &Officer) -> String {
    let queue = officer.browser.open("/office").await;
    let form = queue.form_at("form[action='/office/next']");
    officer.browser.send_only(form).await.location.unwrap()
}

/// Presses "release" on the page of a case.
async fn release(officer: &Officer, reference: Reference) -> Page {
    let page = officer.browser.open(&page_of(reference)).await;
    let form = page.form_at(&format!("form[action='{}/release']", page_of(reference)));
    officer.browser.send_only(form).await
}

async fn who_asks_for_papers_sees_what_is_there(site: Site) {
    let reference = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let hint = async |officer: &Officer, kind: &str| {
        let form = officer
            .browser
            .open(&format!("{}/request_papers", page_of(reference)))
            .await;
        assert_eq!(form.status, StatusCode::OK);
        let own = form.attributes(&format!("[name=papers][value={kind}]"), "aria-describedby");
        form.text(&format!("#{}", own[0].rsplit(' ').next().unwrap()))
    };
    assert_eq!(
        hint(&township, "household_register").await,
        "申请人说带到窗口，还没有收到"
    );
    assert_eq!(hint(&township, "payment_account").await, "没有交");
    done(
        &township,
        reference,
        "request_papers",
        &[("papers", "household_register")],
    )
    .await;
    // The list has run out: what was asked for has not come.
    let after = later(&site, 40).await;
    let township = officer(&after, Role::TownshipOfficer, TOWNSHIP).await;
    let says = hint(&township, "household_register").await;
    assert!(says.contains("要求补") && says.contains("还没有来"), "{says}");
    done(
        &township,
        reference,
        "supply_papers",
        &[("papers", "household_register")],
    )
    .await;
    assert_eq!(hint(&township, "household_register").await, "窗口看过了");

    // A second list says so, and who allowed it, in the history and on paper.
    let supervisor = officer(&after, Role::Supervisor, COUNTY).await;
    done(
        &supervisor,
        reference,
        "request_papers",
        &[("papers", "payment_account")],
    )
    .await;
    let page = township.browser.open(&page_of(reference)).await;
    let events = page.text(".route-events");
    assert!(
        events.contains("发第二次一次性告知书") && events.contains("由负责人准许：平江县，吴敏"),
        "{events}"
    );
    let second = printed(&township, reference, "missing_papers").await.concat();
    assert!(
        second.contains("（第二次）") && second.contains("负责人准许"),
        "{second}"
    );
    let first = printed(&township, reference, "missing_papers-1").await.concat();
    assert!(!first.contains("第二次") && !first.contains("准许"), "{first}");
}

async fn a_letter_left_before_witnesses_is_recorded_with_them(site: Site) {
    let reference = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    let decider = granted(&site, reference).await;
    let on = [today(&site, "on")];
    let left = with(
        &on,
        &[("letter", "decision"), ("way", "left"), ("postal_number", "XA123")],
    );
    let wrong = does(&decider, reference, "serve_letter", &left).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        wrong.attributes("#errors a", "href"),
        ["#witnesses", "#reason", "#postal_number"],
        "what is missing and what belongs to another way, at once"
    );
    assert_eq!(
        wrong.form().value("postal_number"),
        Some("XA123"),
        "nothing typed is lost"
    );
    let online = with(&on, &[("letter", "decision"), ("way", "portal")]);
    let online = does(&decider, reference, "serve_letter", &online).await;
    assert_eq!(
        online.attributes("#errors a", "href"),
        ["#way"],
        "the person says that, nobody else"
    );
    let public = with(
        &on,
        &[
            ("letter", "decision"),
            ("way", "announced"),
            ("reason", "找不到人"),
            ("place", "公告栏"),
        ],
    );
    let public = does(&decider, reference, "serve_letter", &public).await;
    assert!(public.text("#errors").contains("满30日"), "{}", public.text("#errors"));

    let notes = [("witnesses", "汉昌社区居委会刘建国"), ("reason", "本人说不要")];
    let left = with(&on, &[("letter", "decision"), ("way", "left"), notes[0], notes[1]]);
    done(&decider, reference, "serve_letter", &left).await;
    assert_eq!(
        case(&site, reference).await.decision_served_on(),
        Some(site.portal.today())
    );
    let page = decider.browser.open(&page_of(reference)).await;
    let events = page.text(".route-events");
    for said in ["留置送达", "见证人的姓名和单位：汉昌社区居委会刘建国", "本人说不要"] {
        assert!(events.contains(said), "{said}: {events}");
    }
}

async fn a_substitute_fills_the_post_on_those_days(site: Site) {
    let reference = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    let supervisor = officer(&site, Role::Supervisor, COUNTY).await;
    let away = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let fills = officer(&site, Role::FederationReviewer, COUNTY).await;
    let offered = async |officer: &Officer| {
        let page = officer.browser.open(&page_of(reference)).await;
        page.has(&format!("a[href='{}/accept']", page_of(reference)))
    };
    assert!(!offered(&fills).await);
    let today = site.portal.today();
    let (year, month, day) = (
        today.year().to_string(),
        u8::from(today.month()).to_string(),
        today.day().to_string(),
    );
    let page = supervisor.browser.open("/office/substitutes").await;
    let mut form = page.form_at("form[action^='/office/substitutes#']");
    form = form.with("of", &away.id.0).with("by", &fills.id.0);
    for name in ["from", "to"] {
        form = form
            .set(&format!("{name}-year"), &year)
            .set(&format!("{name}-month"), &month)
            .set(&format!("{name}-day"), &day);
    }
    // Nobody names themselves, and for no longer than a quarter of a year.
    let own = form.clone().set("by", &supervisor.id.0);
    let refused = supervisor.browser.send_only(own).await;
    assert!(
        refused.text("#errors").contains("不能安排自己代班"),
        "{}",
        refused.text("main")
    );
    let long = form.clone().set("to-year", &(today.year() + 1).to_string());
    let refused = supervisor.browser.send_only(long).await;
    assert!(refused.text("#errors").contains("最多92天"), "{}", refused.text("main"));
    // Nor at the end of time.
    let far = form.clone().set("from-year", "9999").set("to-year", "9999");
    let refused = supervisor.browser.send_only(far).await;
    assert_eq!(
        refused.attributes("#errors a", "href")[0],
        "#from",
        "{}",
        refused.text("#errors")
    );
    // Whoever audits works on no case; whoever works elsewhere is meant only where that is said.
    let auditor = officer(&site, Role::Auditor, COUNTY).await;
    let refused = supervisor
        .browser
        .send_only(form.clone().set("by", &auditor.id.0))
        .await;
    assert_eq!(refused.attributes("#errors a", "href"), ["#by"]);
    let asked = supervisor.browser.send_only(form).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(asked.attributes("#errors a", "href"), ["#sure"]);
    let says = asked.text("main");
    assert!(says.contains("乡镇（街道）经办") && says.contains("残联"), "{says}");
    assert!(!offered(&fills).await, "nothing is done yet");
    let sure = asked
        .form_at("form[action^='/office/substitutes#']")
        .with("sure", &fills.id.0);
    let named = supervisor.browser.send_only(sure).await;
    assert_eq!(named.status, StatusCode::SEE_OTHER, "{}", named.text("#errors"));
    assert!(offered(&fills).await);
    // What they do says for whom; and what they have checked as one, they do not check as the other.
    done(&fills, reference, "accept", ACCEPT).await;
    done(&fills, reference, "review", REVIEW).await;
    let told = fills.browser.open(&page_of(reference)).await;
    assert!(
        told.text(".route-events").contains("（代吴敏）"),
        "{}",
        told.text(".route-events")
    );
    let form = fills
        .browser
        .open(&format!("{}/print/application_form", page_of(reference)))
        .await;
    assert!(form.text("main").contains("（代吴敏）"), "{}", form.text("main"));
    let again = fills.browser.get(&format!("{}/review", page_of(reference))).await;
    assert_eq!(
        again.status,
        StatusCode::SEE_OTHER,
        "the other check is somebody else's"
    );
    let reference = filed(&site, submitted(&site, "S03", "living_subsidy", None)).await;
    let offered = async |officer: &Officer| {
        let page = officer.browser.open(&page_of(reference)).await;
        page.has(&format!("a[href='{}/accept']", page_of(reference)))
    };
    assert!(offered(&fills).await);
    let page = supervisor.browser.open("/office/substitutes").await;
    let ended = supervisor.browser.send(page.form_at("td form")).await;
    assert!(ended.text("main").contains("现在没有安排代班。"));
    assert!(!offered(&fills).await);
}

/// Every route of the working side × every role × the case's own place and another. That the table is kept to at all
/// addresses and by everybody is another test.
async fn every_route_lets_in_whom_the_table_says(site: Site) {
    let reference = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    let before = case(&site, reference).await.seq;
    let mut comers: Vec<(Role, bool, Browser)> = Vec::new();
    for role in Role::ALL.iter().copied() {
        let (own, other) = if role == Role::TownshipOfficer {
            (TOWNSHIP, "430626107")
        } else {
            (COUNTY, "430104")
        };
        comers.push((role, false, officer(&site, role, other).await.browser));
        comers.push((role, true, officer(&site, role, own).await.browser));
    }
    // Those from elsewhere first: nothing they send changes the case.
    comers.sort_by_key(|(_, own, _)| *own);
    for (role, own, browser) in &comers {
        for route in routes() {
            let Who::Staff(roles) = route.who else { continue };
            if roles.is_empty() {
                continue;
            }
            let path = route
                .path
                .replace("{reference}", reference.as_str())
                .replace("{command}", "note")
                .replace("{document}", "application_form");
            let path = replace_rest(&path);
            for verb in route.verbs {
                let op = Uuid::now_v7().to_string();
                let answer = match *verb {
                    "POST" => {
                        let seen = case(&site, reference).await.seq.to_string();
                        let fields = [("op", &*op), ("version", &*seen), ("sentence", "看过"), ("q", "陈德明")];
                        browser.post(&path, &fields).await
                    }
                    _ => browser.get(&path).await,
                };
                let told = format!("{verb} {path} by {role}, own {own}: {}", answer.status);
                assert!(!answer.status.is_server_error(), "{told}");
                let of_the_case = route.path.starts_with("/office/cases/");
                if !roles.contains(role) {
                    assert_eq!(answer.status, StatusCode::FORBIDDEN, "{told}");
                } else if of_the_case && (!own || matches!(*role, Role::LegalAidOfficer | Role::JusticeOfficer)) {
                    // Neither another place's, nor of a service in which one's office has no step.
                    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{told}");
                } else {
                    let let_in = answer.status.is_success()
                        || answer.status.is_redirection()
                        || answer.status == StatusCode::UNPROCESSABLE_ENTITY
                        || path.contains(&Uuid::nil().to_string());
                    assert!(let_in, "{told}");
                    assert!(own | !answer.html.contains(reference.as_str()), "{told}");
                }
            }
        }
        if !own {
            assert_eq!(
                case(&site, reference).await.seq,
                before,
                "{role} from elsewhere changed the case"
            );
        }
    }
    assert!(case(&site, reference).await.seq > before, "its own officers could");
}

/// What else stands in braces is somebody's id: one that is nobody's.
fn replace_rest(path: &str) -> String {
    let parts = path.split('/').map(|part| {
        if part.starts_with('{') {
            Uuid::nil().to_string()
        } else {
            part.to_owned()
        }
    });
    parts.collect::<Vec<_>>().join("/")
}
