//! Acting for others: asked for by the person or recorded at a window, taken with a code and a name, used in two tabs for
//! two people, and over from one request to the next.

use std::collections::BTreeSet;

use reqwest::StatusCode;
use zhida::access::{AgentRole, Delegation, KnownOfBoth, PersonKey, Power, Role, Terms, Visibility};
use zhida::apply::Authority;
use zhida::casework::Case;
use zhida_server::portal::random_bytes;
use zhida_server::store::delegation::{self, MadeBy, StoredDelegation};
use zhida_server::store::event;
use zhida_server::store::session::{self, AccountId, NewSession, Token, Who};

use crate::apply::people::{Answers, fill, page_of, s01, s03};
use crate::browser::{Browser, Page};
use crate::cases::{Resident, resident, resident_linked_to};
use crate::harness::Site;
use crate::office::{ACCEPT, TOWNSHIP, case, done, filed, filed_by, later, officer, officer_related_to, submitted};

both_engines!(
    a_person_asks_somebody_who_applies_for_them_until_it_ends,
    two_clients_in_two_tabs_never_mix,
    it_ends_by_itself_and_a_page_that_is_open_says_so,
    an_office_records_guardians_and_ends_what_is_over,
    an_office_records_no_guardian_that_cannot_be_one,
    a_code_is_not_guessed,
    who_may_only_look_does_nothing,
    what_others_said_of_the_office_is_not_for_who_acts,
    whoever_has_a_guardian_acts_for_nobody,
    offers_hide_nothing_and_are_not_without_end,
    what_is_sealed_is_not_there_for_a_guardian,
    two_guardians_see_what_the_other_did,
    notices_go_to_whom_the_person_names,
);

const CHUNYAN: &str = "430626198808089988";
const DEMING: &str = "430405195303039997";

fn account_of(resident: &Resident) -> AccountId {
    AccountId(resident.owner.strip_prefix("account:").unwrap().to_owned())
}

/// Another window of somebody, perhaps on a later day.
async fn window(site: &Site, resident: &Resident) -> Browser {
    let portal = &site.portal;
    let token = Token::of_random(random_bytes());
    let new = NewSession {
        id: portal.random_id(),
        token: &token,
        who: Who::Account(&account_of(resident)),
        device: zhida::account::Device::default(),
        at: portal.now(),
    };
    let mut tx = portal.store.begin().await.unwrap();
    session::insert(&mut tx, &new, None).await.unwrap();
    tx.commit().await.unwrap();
    Browser::holding(&site.url, token.as_str())
}

/// What an office recorded and somebody took: a relative who may see and apply, for a year, unless it is changed.
pub(crate) fn may_act(site: &Site, for_whom: (&PersonKey, &str), agent: &Resident) -> StoredDelegation {
    let portal = &site.portal;
    let powers = BTreeSet::from([Power::View, Power::Submit]);
    StoredDelegation {
        id: portal.random_id().to_string(),
        principal: for_whom.0.clone(),
        agent: Some(account_of(agent)),
        agent_person: None,
        says: Delegation {
            role: AgentRole::Relative,
            services: None,
            powers: powers.clone(),
            from: portal.today(),
            until: portal.today() + time::Duration::days(364),
            of_age_on: None,
            accepted: true,
            ended: None,
        },
        terms: Terms {
            principal: for_whom.1.to_owned(),
            agent: "陈小明".to_owned(),
            services: None,
            powers,
            evidence: Some("户口簿".to_owned()),
        },
        made_by: MadeBy::Office(zhida::access::OfficerId("somebody".to_owned())),
        office: Some("平江县".to_owned()),
        made_at: portal.now(),
        code_until: None,
        ended_at: None,
        known: KnownOfBoth::default(),
    }
}

pub(crate) async fn keep(site: &Site, new: &StoredDelegation) {
    let portal = &site.portal;
    let mut tx = portal.store.begin().await.unwrap();
    delegation::insert(&mut tx, &portal.keys, new, None).await.unwrap();
    tx.commit().await.unwrap();
}

/// A case that somebody handed in themselves: whoever the scenarios tell of is called 陈德明.
async fn her_case(site: &Site) -> Case {
    let reference = filed_by(site, None, submitted(site, "S01", "living_subsidy", None)).await;
    case(site, reference).await
}

fn key(site: &Site, number: &str) -> PersonKey {
    let number = zhida::person::ResidentId::parse(number).unwrap();
    zhida_server::store::casework::person_key(&site.portal.keys, &number)
}

/// Says that somebody may act in everything: the page with the code.
async fn asks(browser: &Browser, agent: &str, powers: &[&str]) -> Page {
    let page = browser.open("/account/delegations/new").await;
    let form = page.form().set("agent", agent).set("role", "relative");
    let form = powers
        .iter()
        .fold(form.with("services", "all"), |form, power| form.with("powers", power));
    let page = browser.send(form).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text("main"));
    page
}

fn code_on(page: &Page) -> String {
    page.text(".reference-number")
}

async fn comes_with(browser: &Browser, code: &str, name: &str) -> Page {
    let page = browser.open("/account/delegations/take").await;
    browser.send(page.form().set("code", code).set("agent", name)).await
}

/// As 陈小明 answers for 李春燕: the account is hers to say.
fn as_relative() -> Answers {
    let mut answers: Answers = vec![
        (
            "helper",
            vec![
                ("name", "陈小明"),
                ("resident_id", "430405197909099993"),
                ("relationship", "spouse"),
                ("phone", "13800000000"),
            ],
        ),
        ("payment", vec![("account", "none")]),
    ];
    answers.extend(s01());
    answers
}

async fn begins(browser: &Browser, id: &str, services: &[&str]) -> Page {
    let page = browser.open(&format!("/apply/new?for={id}")).await;
    let form = page.form();
    let form = services.iter().fold(form, |form, code| form.with("service", code));
    browser.send(form).await
}

async fn a_person_asks_somebody_who_applies_for_them_until_it_ends(site: Site) {
    let hers = resident_linked_to(&site, "chunyan", Some(key(&site, CHUNYAN))).await;
    let agent = resident(&site, "xiaoming").await;
    // What is missing is said at its field.
    let empty = hers.browser.open("/account/delegations/new").await.form();
    let empty = hers.browser.send(empty).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        empty.attributes("#errors a", "href"),
        ["#agent", "#role", "#services", "#powers"]
    );
    let made = asks(&hers.browser, "陈小明", &["submit"]).await;
    let code = code_on(&made);
    assert_eq!(code.len(), 11, "{code}");
    let unlinked = agent.browser.get("/account/delegations/new").await;
    assert_eq!(unlinked.status, StatusCode::FORBIDDEN, "who is not linked names nobody");

    let wrong = comes_with(&agent.browser, &code, "陈大明").await;
    assert!(wrong.text("#code-error").contains("对不上"), "{}", wrong.text("main"));
    let own = comes_with(&hers.browser, &code, "陈小明").await;
    assert!(own.text("#code-error").contains("您自己"), "{}", own.text("main"));
    let offer = comes_with(&agent.browser, &code.to_lowercase(), "陈小明").await;
    assert!(offer.text("main").contains("替本人申请"), "{}", offer.text("main"));
    let taken = agent.browser.send(offer.form().with("act", "accept")).await;
    assert!(taken.text(".notice-ok").contains("可以替办"), "{}", taken.text("main"));
    let again = comes_with(&agent.browser, &code, "陈小明").await;
    assert!(again.has("#code-error"), "a code is taken once");
    let id = taken.path.split(['/', '?']).nth(3).unwrap().to_owned();

    // What was begun for her is about her alone, and says so.
    let page = begins(&agent.browser, &id, &["living_subsidy"]).await;
    assert_eq!(page_of(&page), "person", "as what is known");
    let other = page.form().set("name", "陈德明").set("resident_id", DEMING);
    let other = agent.browser.send(other).await;
    assert!(other.text("#errors").contains("替某人办的"), "{}", other.text("main"));
    assert!(other.text("main").starts_with("您正在为某人办理"));
    let (page, asked) = fill(&agent.browser, page, &as_relative(), "helper").await;
    assert!(!asked.contains(&"whom".to_owned()));
    // Offices read that it is proven who acts: so it is nobody else.
    let other = page.form().set("name", "张三").set("resident_id", "430405197909099993");
    let other = other.set("relationship", "spouse").set("phone", "13800000000");
    let other = agent.browser.send(other).await;
    assert!(other.text("#name-error").contains("陈小明"), "{}", other.text("main"));
    let (page, _) = fill(&agent.browser, page, &as_relative(), "payment").await;
    let account = page.form().set("account", "bank_card");
    let account = account.set("account_number", "6222 0212 3456 7890 128");
    let account = agent.browser.send(account).await;
    assert!(account.text("#errors").contains("没有让您"), "{}", account.text("main"));
    let (page, asked) = fill(&agent.browser, page, &as_relative(), "check").await;
    assert!(!asked.contains(&"papers/authorization_letter".to_owned()), "{asked:?}");
    let half = begins(&agent.browser, &id, &["care_subsidy"]).await;
    let page = agent.browser.send(page.form()).await;
    let done = agent.browser.send(page.form().with("agree", "yes")).await;
    assert_eq!(page_of(&done), "done", "{}", done.text("h1"));
    assert!(done.text("main").starts_with("您正在为李春燕办理"));
    let here = done
        .attributes("main a", "href")
        .into_iter()
        .find(|href| href.starts_with("/cases/"));
    let here = agent.browser.open(&here.unwrap()).await.path;
    let reference = here.trim_start_matches("/cases/").split('?').next().unwrap();
    let filed = case(&site, zhida::casework::Reference::parse(reference).unwrap()).await;
    assert_eq!(filed.opened.submitter.authority, Some(Authority::Person));
    assert_eq!(hers.browser.get(&here).await.status, StatusCode::OK);
    let list = agent.browser.open("/cases").await.text("main");
    assert!(list.contains("李春燕"), "{list}");

    // She ends it; a page that is open says so, and what was typed there is not kept.
    let page = hers.browser.open(&format!("/account/delegations/{id}")).await;
    let ended = hers.browser.send(page.form()).await;
    assert!(ended.text(".notice-ok").contains("已经停了"), "{}", ended.text("main"));
    let open = agent.browser.send(half.form()).await;
    assert_eq!(open.status, StatusCode::FORBIDDEN);
    assert!(open.text("main").contains("没有保存"), "{}", open.text("main"));
    for path in [here.as_str(), half.path.as_str()] {
        let gone = agent.browser.get(path).await;
        assert_eq!(gone.status, StatusCode::FORBIDDEN, "{path}");
        assert!(gone.text("main").contains("不再由您替办"), "{}", gone.text("main"));
    }
    let begun = agent.browser.get(&format!("/apply/new?for={id}")).await;
    assert_eq!(begun.status, StatusCode::FORBIDDEN);
    assert!(!agent.browser.open("/cases").await.text("main").contains("李春燕"));
    assert!(!agent.browser.open("/apply").await.text("main").contains("某人"));
    let told = agent.browser.open("/account/delegations").await.text("main");
    assert!(told.contains("本人取消了"), "{told}");
    let portal = &site.portal;
    for (owner, kind) in [
        (&hers.owner, "delegation_made"),
        (&agent.owner, "delegation_accepted"),
        (&hers.owner, "delegation_ended"),
    ] {
        let events = event::list(&mut portal.store.read(), &portal.keys, owner)
            .await
            .unwrap();
        assert_eq!(events.iter().filter(|event| event.kind == kind).count(), 1, "{kind}");
    }
}

async fn two_clients_in_two_tabs_never_mix(site: Site) {
    let agent = resident(&site, "xiaoming").await;
    let (chunyan, deming) = (key(&site, CHUNYAN), key(&site, DEMING));
    let (first, second) = (
        may_act(&site, (&chunyan, "李春燕"), &agent),
        may_act(&site, (&deming, "陈德明"), &agent),
    );
    keep(&site, &first).await;
    keep(&site, &second).await;
    let tab = begins(&agent.browser, &first.id, &["living_subsidy"]).await;
    let other = begins(&agent.browser, &second.id, &["care_subsidy"]).await;
    assert!(
        tab.text("main").starts_with("您正在为李春燕办理"),
        "{}",
        tab.text("main")
    );
    assert!(other.text("main").starts_with("您正在为陈德明办理"));
    // The number of one in the tab of the other, whichever was answered last.
    let mixed = tab.form().set("name", "陈德明").set("resident_id", DEMING);
    let mixed = agent.browser.send(mixed).await;
    assert_eq!(mixed.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(mixed.text("#errors").contains("替李春燕办的"));
    let (other, _) = fill(&agent.browser, other, &s03(), "hukou").await;
    let (tab, _) = fill(&agent.browser, tab, &as_relative(), "hukou").await;
    for (page, name) in [(&tab, "李春燕"), (&other, "陈德明")] {
        let again = agent.browser.open(&page.path).await.text("main");
        assert!(again.starts_with(&format!("您正在为{name}办理")), "{again}");
    }
    let drafts = agent.browser.open("/apply").await.text("main");
    assert!(drafts.contains("李春燕") && drafts.contains("陈德明"), "{drafts}");
    // One ends, the other goes on.
    let page = agent.browser.open(&format!("/account/delegations/{}", first.id)).await;
    agent.browser.send(page.form()).await;
    assert_eq!(agent.browser.get(&tab.path).await.status, StatusCode::FORBIDDEN);
    assert_eq!(agent.browser.get(&other.path).await.status, StatusCode::OK);
    let stranger = resident(&site, "stranger").await;
    assert_eq!(
        stranger.browser.get(&other.path).await.status,
        StatusCode::NOT_FOUND,
        "nobody else learns that it was there"
    );
    let page = stranger
        .browser
        .get(&format!("/account/delegations/{}", first.id))
        .await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
}

async fn it_ends_by_itself_and_a_page_that_is_open_says_so(site: Site) {
    let case = her_case(&site).await;
    let here = format!("/cases/{}", case.opened.reference);
    let whose = (&case.opened.subject.key, "陈德明");
    let today = site.portal.today();
    let tomorrow = today + time::Duration::days(1);
    let yesterday = today - time::Duration::days(1);
    let ended = resident(&site, "ended").await;
    let mut over = may_act(&site, whose, &ended);
    (over.says.from, over.says.until) = (yesterday, yesterday);
    keep(&site, &over).await;
    assert_eq!(ended.browser.get(&here).await.status, StatusCode::NOT_FOUND);
    let told = ended.browser.open("/account/delegations").await.text("main");
    assert!(told.contains("到期了"), "{told}");

    // A child who comes of age tomorrow, and somebody whose year ends today.
    let (parent, relative) = (resident(&site, "parent").await, resident(&site, "relative").await);
    let mut of_child = may_act(&site, whose, &parent);
    of_child.says.role = AgentRole::GuardianOfMinor;
    of_child.says.of_age_on = Some(tomorrow);
    keep(&site, &of_child).await;
    let mut last_day = may_act(&site, whose, &relative);
    last_day.says.until = today;
    keep(&site, &last_day).await;
    let later = later(&site, 1).await;
    for (who, says) in [(&parent, "孩子满18岁了"), (&relative, "到期了")] {
        assert_eq!(who.browser.get(&here).await.status, StatusCode::OK, "{says}");
        let then = window(&later, who).await;
        let page = then.get(&here).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{says}: {}", page.text("main"));
        let told = then.open("/account/delegations").await.text("main");
        assert!(told.contains(says), "{told}");
    }
}

/// Records that somebody may act for 陈德明.
async fn records(browser: &Browser, role: &str, agent: (&str, &str)) -> Page {
    let page = browser.open("/office/delegations/new").await;
    let form = page.form().set("person", "陈德明").set("number", CHUNYAN);
    let form = form
        .set("role", role)
        .set("agent", agent.0)
        .set("agent-number", agent.1);
    let form = form.with("services", "all").with("powers", "submit");
    browser.send(form.set("evidence", "法院判决书2026年第1号")).await
}

async fn an_office_records_guardians_and_ends_what_is_over(site: Site) {
    let case = her_case(&site).await;
    let here = format!("/cases/{}", case.opened.reference);
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let made = records(&township.browser, "guardian_of_adult", ("陈小明", "430405197909099993")).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.text("main"));
    let guardian = resident(&site, "xiaoming").await;
    assert_eq!(guardian.browser.get(&here).await.status, StatusCode::NOT_FOUND);
    let offer = comes_with(&guardian.browser, &code_on(&made), "陈小明").await;
    guardian.browser.send(offer.form().with("act", "accept")).await;
    let page = guardian.browser.get(&here).await;
    assert!(
        page.text("main").starts_with("您正在为陈德明办理"),
        "{}",
        page.text("main")
    );
    assert_eq!(
        guardian.browser.get(&format!("{here}/seen")).await.status,
        StatusCode::OK,
        "a guardian stands for the person"
    );
    // The ward acts for nobody: neither is a number taken that has a guardian.
    let other = filed_by(&site, None, submitted(&site, "S03", "care_subsidy", None)).await;
    let other = self::case(&site, other).await;
    let subject = &other.opened.subject;
    let page = township.browser.open("/office/delegations/new").await;
    let form = page.form().set("person", subject.name.as_str());
    let form = form.set("number", subject.resident_id.as_str()).set("role", "relative");
    let form = form.set("agent", "陈德明").set("agent-number", CHUNYAN);
    let form = form.with("services", "all").with("powers", "view");
    let refused = township.browser.send(form.set("evidence", "户口簿")).await;
    assert!(
        refused.text("#agent-number-error").contains("自己有监护人"),
        "{}",
        refused.text("main")
    );

    // Elsewhere it is not ended; here with a reason, once however often it is pressed.
    let far = officer(&site, Role::TownshipOfficer, "430104002").await;
    let looks = async |browser: &Browser| {
        let page = browser.open("/office/delegations").await;
        browser
            .send(page.form().set("person", "陈德明").set("number", CHUNYAN))
            .await
    };
    let page = looks(&far.browser).await;
    assert!(page.text("#number-error").contains("办不了"), "{}", page.text("main"));
    let page = looks(&township.browser).await;
    assert!(
        page.text("main").contains("法院判决书2026年第1号"),
        "{}",
        page.text("main")
    );
    let half = township.browser.send(page.form()).await;
    assert_eq!(half.texts("#errors a").len(), 2, "{}", half.text("main"));
    let which = page.attributes("[name=which]", "value").remove(0);
    let form = half.form().set("which", &which).set("reason", "监护人换了。");
    for _ in 0..2 {
        let ended = township.browser.send(form.clone()).await;
        assert!(ended.text("main").contains("已经停了"), "{}", ended.text("main"));
    }
    assert_eq!(guardian.browser.get(&here).await.status, StatusCode::FORBIDDEN);
    let portal = &site.portal;
    let events = event::list(&mut portal.store.read(), &portal.keys, &guardian.owner)
        .await
        .unwrap();
    let ended: Vec<_> = events.iter().filter(|event| event.kind == "delegation_ended").collect();
    assert_eq!(ended.len(), 1);
    assert_eq!(ended[0].payload.as_ref().unwrap()["reason"], "监护人换了。");
}

async fn an_office_records_no_guardian_that_cannot_be_one(site: Site) {
    let case = her_case(&site).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    for (role, agent, field, says) in [
        ("guardian_of_minor", "430405197909099993", "#role-error", "已经满18岁"),
        (
            "guardian_of_adult",
            "430104202002209999",
            "#agent-number-error",
            "没有满18岁",
        ),
        ("guardian_of_adult", CHUNYAN, "#agent-number-error", "本人自己"),
        ("guardian_of_adult", "", "#agent-number-error", "请填替办的人"),
    ] {
        let page = records(&township.browser, role, ("陈小明", agent)).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text(field).contains(says), "{says}: {}", page.text("main"));
    }
    // Nobody hands a code to themselves or their own people.
    let kin = zhida::access::Kin {
        own: Some(key(&site, "430405197909099993")),
        ..zhida::access::Kin::default()
    };
    let own = officer_related_to(&site, Role::TownshipOfficer, TOWNSHIP, kin).await;
    let page = records(&own.browser, "guardian_of_adult", ("陈小明", "430405197909099993")).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    let portal = &site.portal;
    let person = &case.opened.subject.key;
    let kept = delegation::list_of_person(&mut portal.store.read(), &portal.keys, person, portal.today()).await;
    assert_eq!(kept.unwrap(), []);
}

async fn a_code_is_not_guessed(site: Site) {
    let hers = resident_linked_to(&site, "chunyan", Some(key(&site, CHUNYAN))).await;
    let agent = resident(&site, "xiaoming").await;
    let code = code_on(&asks(&hers.browser, "陈小明", &["view"]).await);
    let unknown = comes_with(&agent.browser, "22222-22222", "陈小明").await;
    let said = unknown.text("#code-error");
    // Five wrong names void a code, and its own name comes too late.
    for name in ["李一", "李二", "李三", "李四", "李五", "陈小明"] {
        let page = comes_with(&agent.browser, &code, name).await;
        assert_eq!(page.text("#code-error"), said, "wrong and void sound alike");
    }
    // Another one is good for seven days.
    let code = code_on(&asks(&hers.browser, "陈小明", &["view"]).await);
    let sixth = later(&site, 6).await;
    let page = comes_with(&window(&sixth, &agent).await, &code, "陈小明").await;
    assert!(
        page.has("[name=act]") || page.has("button[value=accept]"),
        "{}",
        page.text("main")
    );
    let eighth = later(&site, 8).await;
    let page = comes_with(&window(&eighth, &agent).await, &code, "陈小明").await;
    assert_eq!(page.text("#code-error"), said);
    // Whoever was right spent nothing; whoever guesses is through after twenty.
    let guesser = resident(&site, "guesser").await;
    for _ in 0..20 {
        let page = comes_with(&guesser.browser, "33333-33333", "陈小明").await;
        assert_eq!(page.text("#code-error"), said);
    }
    let page = comes_with(&guesser.browser, &code, "陈小明").await;
    assert!(page.text("#code-error").contains("次数太多"), "{}", page.text("main"));
    // Whoever does not want to leaves a code that nobody can use.
    let offer = comes_with(&agent.browser, &code, "陈小明").await;
    let declined = agent.browser.send(offer.form().with("act", "decline")).await;
    assert!(
        declined.text(".notice-ok").contains("没有接受"),
        "{}",
        declined.text("main")
    );
    assert_eq!(
        comes_with(&agent.browser, &code, "陈小明").await.text("#code-error"),
        said
    );
    let told = hers.browser.open("/account/delegations").await.text("main");
    assert!(told.contains("对方没有接受"), "{told}");
}

async fn who_may_only_look_does_nothing(site: Site) {
    let case = her_case(&site).await;
    let here = format!("/cases/{}", case.opened.reference);
    let agent = resident(&site, "xiaoming").await;
    let mut looks = may_act(&site, (&case.opened.subject.key, "陈德明"), &agent);
    looks.terms.powers = BTreeSet::from([Power::View]);
    looks.says.powers = looks.terms.powers.clone();
    keep(&site, &looks).await;
    let page = agent.browser.get(&here).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text("main").starts_with("您正在为陈德明办理"));
    for act in ["withdraw", "correct", "contest"] {
        assert!(!page.has(&format!("main a[href='{here}/{act}']")), "{act}");
    }
    for act in ["withdraw", "consents", "confirm/filed_for_me"] {
        let page = agent.browser.get(&format!("{here}/{act}")).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{act}");
    }
    // The form is there to be read, without the whole number.
    let form = agent.browser.open(&format!("{here}/print/application_form")).await;
    let number = case.opened.subject.resident_id.as_str();
    assert!(!form.text("main").replace(' ', "").contains(number), "masked");
    let begun = agent.browser.get(&format!("/apply/new?for={}", looks.id)).await;
    assert_eq!(begun.status, StatusCode::FORBIDDEN);
    assert_eq!(self::case(&site, case.opened.reference).await.phase, case.phase);
    // Matters of another service are not seen at all.
    let other = resident(&site, "other").await;
    let mut named = may_act(&site, (&case.opened.subject.key, "陈德明"), &other);
    named.terms.services = Some(BTreeSet::from(["care_subsidy".to_owned()]));
    named.says.services = named.terms.services.clone();
    keep(&site, &named).await;
    assert_eq!(other.browser.get(&here).await.status, StatusCode::NOT_FOUND);
    let page = other.browser.open(&format!("/apply/new?for={}", named.id)).await;
    assert_eq!(page.attributes("[name=service]", "value"), ["care_subsidy"]);
    // Nor what concerns the application as a whole, with a case of it that they may not know of.
    let theirs = submitted(&site, "S01", "care_subsidy", None);
    let theirs = filed_by(&site, None, theirs).await;
    let there = format!("/cases/{theirs}");
    let page = other.browser.open(&there).await;
    assert!(!page.has(&format!("main a[href='{there}/print/application_form']")));
    let form = other.browser.get(&format!("{there}/print/application_form")).await;
    assert_eq!(form.status, StatusCode::NOT_FOUND);
    let consents = other.browser.get(&format!("{there}/consents")).await;
    assert_eq!(consents.status, StatusCode::FORBIDDEN);
}

async fn what_others_said_of_the_office_is_not_for_who_acts(site: Site) {
    let case = her_case(&site).await;
    let reference = case.opened.reference;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    done(&township, reference, "accept", ACCEPT).await;
    let agent = resident(&site, "xiaoming").await;
    keep(&site, &may_act(&site, (&case.opened.subject.key, "陈德明"), &agent)).await;
    let here = format!("/cases/{reference}");
    let page = agent.browser.open(&here).await;
    assert!(!page.has("[name=mark]"), "{}", page.text("main"));
    let rating = agent.browser.get(&format!("{here}/rating/accepted")).await;
    assert_eq!(rating.status, StatusCode::FORBIDDEN);
}

async fn whoever_has_a_guardian_acts_for_nobody(site: Site) {
    let (mother, ward) = (key(&site, CHUNYAN), key(&site, DEMING));
    let hers = resident_linked_to(&site, "chunyan", Some(mother)).await;
    let guardian = resident(&site, "guardian").await;
    let mut guards = may_act(&site, (&ward, "陈德明"), &guardian);
    guards.says.role = AgentRole::GuardianOfAdult;
    keep(&site, &guards).await;
    // Known by the name with which the office linked them.
    let theirs = resident_linked_to(&site, "deming", Some(ward)).await;
    let name = "某人";
    let code = code_on(&asks(&hers.browser, name, &["view"]).await);
    let offer = comes_with(&theirs.browser, &code, name).await;
    let taken = theirs.browser.send(offer.form().with("act", "accept")).await;
    assert!(
        taken.text("#code-error").contains("自己有监护人"),
        "{}",
        taken.text("main")
    );
}

async fn offers_hide_nothing_and_are_not_without_end(site: Site) {
    let person = key(&site, CHUNYAN);
    let hers = resident_linked_to(&site, "chunyan", Some(person.clone())).await;
    let agent = resident(&site, "xiaoming").await;
    let holds = may_act(&site, (&person, "李春燕"), &agent);
    keep(&site, &holds).await;
    for at in 0..110 {
        let mut offered = may_act(&site, (&person, "李春燕"), &agent);
        offered.agent = None;
        offered.says.accepted = false;
        offered.made_at = site.portal.now();
        // Most are over: a code is good for a week.
        let days = if at < 20 { 6 } else { -1 };
        let until = site.portal.now().epoch_ms() + days * 24 * 60 * 60 * 1000;
        offered.code_until = Some(zhida::calendar::Instant::from_epoch_ms(until));
        keep(&site, &offered).await;
    }
    let page = hers.browser.open("/account/delegations").await;
    let one = format!("/account/delegations/{}", holds.id);
    assert!(page.has(&format!("main a[href='{one}']")), "what holds is always there");
    let page = hers.browser.open("/account/delegations/new").await;
    let form = page.form().set("agent", "周小兰").set("role", "relative");
    let page = hers
        .browser
        .send(form.with("services", "all").with("powers", "view"))
        .await;
    assert!(page.text("#agent-error").contains("很多没用"), "{}", page.text("main"));
}

async fn what_is_sealed_is_not_there_for_a_guardian(site: Site) {
    let guardian = resident(&site, "guardian").await;
    let mut sealed = submitted(&site, "S01", "living_subsidy", None);
    sealed.visibility = Visibility::Sealed;
    let person = sealed.subject.key.clone();
    let mut may = may_act(&site, (&person, "陈德明"), &guardian);
    may.says.role = AgentRole::GuardianOfAdult;
    keep(&site, &may).await;
    // Neither one against them, nor one that was handed in with it and sealed.
    for owner in [None, Some(may.owner())] {
        let mut sealed = sealed.clone();
        sealed.reference = zhida::casework::Reference::from_random(random_bytes());
        sealed.application = zhida::casework::Reference::from_random(random_bytes());
        let reference = filed_by(&site, owner.as_deref(), sealed).await;
        let page = guardian.browser.get(&format!("/cases/{reference}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{owner:?}");
    }
    assert!(!guardian.browser.open("/cases").await.has(".case-list"));
}

async fn two_guardians_see_what_the_other_did(site: Site) {
    let (mother, father) = (resident(&site, "mother").await, resident(&site, "father").await);
    let told = submitted(&site, "S01", "living_subsidy", None);
    let person = told.subject.key.clone();
    let (mut hers, mut his) = (
        may_act(&site, (&person, "陈德明"), &mother),
        may_act(&site, (&person, "陈德明"), &father),
    );
    hers.says.role = AgentRole::GuardianOfAdult;
    his.says.role = AgentRole::GuardianOfAdult;
    keep(&site, &hers).await;
    keep(&site, &his).await;
    let reference = filed_by(&site, Some(&hers.owner()), told).await;
    let here = format!("/cases/{reference}");
    let page = father.browser.open(&format!("{here}/withdraw")).await;
    let page = father.browser.send(page.form()).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text("main"));
    assert!(mother.browser.open(&here).await.text("main").contains("撤回"));
    // Neither ends what is the other's.
    let page = mother.browser.get(&format!("/account/delegations/{}", his.id)).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    let page = mother.browser.open(&format!("/account/delegations/{}", hers.id)).await;
    mother.browser.send(page.form()).await;
    assert_eq!(mother.browser.get(&here).await.status, StatusCode::FORBIDDEN);
    assert_eq!(father.browser.get(&here).await.status, StatusCode::OK);
}

async fn notices_go_to_whom_the_person_names(site: Site) {
    let person = key(&site, CHUNYAN);
    let hers = resident_linked_to(&site, "chunyan", Some(person.clone())).await;
    let (told, looks) = (resident(&site, "told").await, resident(&site, "looks").await);
    let mut is_told = may_act(&site, (&person, "陈德明"), &told);
    is_told.terms.powers = BTreeSet::from([Power::ReceiveNotice]);
    is_told.says.powers = is_told.terms.powers.clone();
    is_told.terms.services = Some(BTreeSet::from(["living_subsidy".to_owned()]));
    is_told.says.services = is_told.terms.services.clone();
    keep(&site, &is_told).await;
    keep(&site, &may_act(&site, (&person, "陈德明"), &looks)).await;
    let living = filed(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    let care = filed(&site, submitted(&site, "S01", "care_subsidy", None)).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    for reference in [living, care] {
        done(&township, reference, "accept", ACCEPT).await;
    }
    let inbox = async |who: &Resident| {
        let page = who.browser.open("/account/messages").await;
        page.attributes("main a[href^='/account/messages/']", "href").len()
    };
    assert_eq!(inbox(&hers).await, 4, "of both, that they came and were accepted");
    assert_eq!(inbox(&told).await, 2, "of the one they are to be told of");
    assert_eq!(inbox(&looks).await, 0, "who may look is not told");
    // Whoever is told and may not look is not led to where nothing is there for them.
    let page = told.browser.open("/account/messages").await;
    let href = page.attributes("main a[href^='/account/messages/']", "href").remove(0);
    let page = told.browser.open(&href).await;
    assert!(
        !page
            .attributes("main a", "href")
            .iter()
            .any(|href| href.starts_with("/cases/"))
    );
    let page = hers.browser.open("/account/messages").await;
    let href = page.attributes("main a[href^='/account/messages/']", "href").remove(0);
    let page = hers.browser.open(&href).await;
    assert!(
        page.attributes("main a", "href")
            .iter()
            .any(|href| href.starts_with("/cases/"))
    );
}
