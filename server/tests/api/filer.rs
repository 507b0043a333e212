//! Whoever handed a case in, as an office comes to know them: an account that was seen to be the person's own is linked
//! with the very act that says so; a helper reads the letters of one case; anybody else reads nothing.

use reqwest::StatusCode;
use zhida::access::{AgentRole, Kin, PersonKey, Role, Visibility};
use zhida::apply::OverlapPick;
use zhida::calendar::parse_date;
use zhida::casework::{Case, Reference};
use zhida::person::{PersonName, ResidentId, SubmitterRole};
use zhida_server::portal::random_bytes;
use zhida_server::store::account::person_key;
use zhida_server::store::delegation::{self, StoredDelegation};
use zhida_server::store::event;
use zhida_server::store::session::AccountId;
use zhida_server::store::{account, apply};

use crate::browser::Page;
use crate::cases::{Resident, resident, resident_linked_to};
use crate::harness::Site;
use crate::office::{
    COUNTY, Officer, REVIEW, TOWNSHIP, case, does, done, filed_by, officer, officer_related_to, page_of, submitted,
};

both_engines!(
    an_account_seen_to_be_the_persons_is_linked,
    whoever_was_not_seen_reads_no_letter_until_they_are,
    a_helper_reads_the_letters_of_one_case_and_receives_none,
    a_guardian_who_was_seen_acts_for_the_person_until_it_ends,
    without_an_account_nobody_is_linked,
    whoever_signs_up_next_in_the_same_browser_is_not_linked,
    who_only_knows_the_number_reads_the_letters_and_is_not_linked,
    an_account_that_holds_the_officers_people_or_somebody_else_is_not_linked,
    whom_the_register_does_not_know_gets_a_code_where_their_case_is,
    a_sealed_case_opens_only_to_a_link_of_who_has_it_or_supervises,
);

/// The account of somebody.
fn account_of(resident: &Resident) -> AccountId {
    AccountId(resident.owner.strip_prefix("account:").unwrap().to_owned())
}

/// How often the account's own history says that it was linked.
async fn linked(site: &Site, account: &AccountId) -> usize {
    let portal = &site.portal;
    let stream = format!("account:{account}");
    let events = event::list(&mut portal.store.read(), &portal.keys, &stream)
        .await
        .unwrap();
    let links = account::list_links(&mut portal.store.read(), &portal.keys, account).await;
    let told = events.iter().filter(|event| event.kind == "linked").count();
    assert_eq!(links.unwrap().iter().filter(|link| link.linked).count(), told.min(1));
    told
}

/// The rest of the way to a decision.
async fn decided(site: &Site, township: &Officer, reference: Reference, reason: &str) {
    done(township, reference, "review", REVIEW).await;
    let federation = officer(site, Role::FederationReviewer, COUNTY).await;
    done(&federation, reference, "review", REVIEW).await;
    let decider = officer(site, Role::CivilAffairsDecider, COUNTY).await;
    let page = decider.browser.open(&format!("{}/decide", page_of(reference))).await;
    let form = page
        .form()
        .with("outcome", "grant")
        .with("reasons", reason)
        .with("sentence", "材料都核对过，符合条件。");
    let answer = decider.browser.send_only(form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text("main"));
}

async fn an_account_seen_to_be_the_persons_is_linked(site: Site) {
    let filer = resident(&site, "chunyan").await;
    let reference = filed_by(
        &site,
        Some(&filer.owner),
        submitted(&site, "S01", "living_subsidy", None),
    )
    .await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    // Who was seen is asked, and what is missing is said at its field.
    let half = does(&township, reference, "accept", &[("identity", "in_person")]).await;
    assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(half.attributes("#errors a", "href"), ["#filer"]);
    let before = does(
        &township,
        reference,
        "accept",
        &[("identity", "linked_account"), ("filer", "opened")],
    )
    .await;
    assert_eq!(
        before.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "nobody linked it before"
    );
    assert_eq!(linked(&site, &account_of(&filer)).await, 0);

    let page = township.browser.open(&format!("{}/accept", page_of(reference))).await;
    let form = || {
        let form = page.form().with("papers", "household_register");
        form.with("identity", "in_person").with("filer", "opened")
    };
    for answer in [
        township.browser.send_only(form()).await,
        township.browser.send_only(form()).await,
    ] {
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text("main"));
    }
    assert_eq!(
        linked(&site, &account_of(&filer)).await,
        1,
        "pressed twice, linked once"
    );
    decided(&site, &township, reference, "IN_DIBAO").await;
    // The session that was open all the while is the person's now: they are asked whether they receive it.
    let asks = filer.browser.get(&format!("/cases/{reference}/letter")).await;
    assert_eq!(asks.status, StatusCode::OK);
    let received = filer.browser.send_only(asks.form()).await;
    assert_eq!(received.status, StatusCode::SEE_OTHER, "{}", received.text("main"));
    assert_eq!(case(&site, reference).await.served.len(), 1);
}

async fn whoever_was_not_seen_reads_no_letter_until_they_are(site: Site) {
    let filer = resident(&site, "chunyan").await;
    let reference = filed_by(
        &site,
        Some(&filer.owner),
        submitted(&site, "S01", "living_subsidy", None),
    )
    .await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    done(
        &township,
        reference,
        "accept",
        &[
            ("papers", "household_register"),
            ("identity", "in_person"),
            ("filer", "other"),
        ],
    )
    .await;
    let here = format!("/cases/{reference}");
    let receipt = filer.browser.get(&format!("{here}/print/acceptance")).await;
    assert_eq!(receipt.status, StatusCode::NOT_FOUND);
    let printed = async || filer.browser.get(&format!("{here}/print/application_form")).await;
    let form = printed().await;
    assert_eq!(form.status, StatusCode::OK, "what they said themselves can be printed");
    assert!(form.text("article").contains("低保"), "{}", form.text("article"));
    // What an office finds in a register is for the person alone.
    let found = [
        ("value", "none"),
        ("source", "register"),
        ("sentence", "民政系统里没有。"),
    ];
    done(&township, reference, "correct?fact=household.aid_status", &found).await;
    let after = printed().await.text("article");
    assert!(!after.contains("没有认定"), "{after}");
    let back = [
        ("value", "dibao"),
        ("source", "stated"),
        ("sentence", "看错了，是低保。"),
    ];
    done(&township, reference, "correct?fact=household.aid_status", &back).await;
    decided(&site, &township, reference, "IN_DIBAO").await;
    // The way to the letter leads to what is still to be done.
    let letter = filer.browser.get(&format!("{here}/letter")).await;
    assert_eq!(letter.location, Some(format!("{here}#decision")));
    let page = filer.browser.get(&here).await;
    assert!(page.has("#decision") && !page.html.contains(&format!("{here}/letter")));
    assert_eq!(page.attributes("a[href='/account/link']", "href").len(), 1);
    let received = filer
        .browser
        .post(
            &format!("{here}/letter"),
            &[("op", &site.portal.random_id().to_string())],
        )
        .await;
    assert_eq!(received.status, StatusCode::NOT_FOUND);
    assert_eq!(linked(&site, &account_of(&filer)).await, 0);

    // A case that has not gone on: it is recorded later, and the account is theirs from then.
    let again = filed_by(&site, Some(&filer.owner), submitted(&site, "S01", "care_subsidy", None)).await;
    done(
        &township,
        again,
        "accept",
        &[
            ("papers", "household_register"),
            ("identity", "in_person"),
            ("filer", "other"),
        ],
    )
    .await;
    done(
        &township,
        again,
        "confirm_identity",
        &[("identity", "in_person"), ("filer", "opened")],
    )
    .await;
    assert_eq!(linked(&site, &account_of(&filer)).await, 1);
    let asks = filer.browser.get(&format!("{here}/letter")).await;
    assert_eq!(
        asks.status,
        StatusCode::OK,
        "linked, every case of the person is theirs"
    );
}

async fn a_guardian_who_was_seen_acts_for_the_person_until_it_ends(site: Site) {
    let filer = resident(&site, "mother").await;
    let mut told = submitted(&site, "S01", "living_subsidy", None);
    told.submitter.role = SubmitterRole::LegalGuardian;
    told.submitter.name = Some(PersonName::parse("王芳").unwrap());
    told.subject.resident_id = ResidentId::parse("430104202002209999").unwrap();
    told.subject.key = person_key(&site.portal.keys, &told.subject.resident_id);
    let person = told.subject.key.clone();
    let mut other = told.clone();
    let reference = filed_by(&site, Some(&filer.owner), told).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let seen = [
        ("papers", "household_register"),
        ("identity", "representative"),
        ("filer", "opened"),
    ];
    done(&township, reference, "accept", &seen).await;
    assert_eq!(
        linked(&site, &account_of(&filer)).await,
        0,
        "the account is not the child's"
    );
    let portal = &site.portal;
    let held = async |today| {
        let all = delegation::list_of_person(&mut portal.store.read(), &portal.keys, &person, today).await;
        let mut all: Vec<StoredDelegation> = all.unwrap();
        assert_eq!(all.len(), 1);
        all.remove(0)
    };
    let taken = held(portal.today()).await;
    assert_eq!(taken.says.role, AgentRole::GuardianOfMinor);
    assert!(taken.is_active(portal.today()));
    let of_age = parse_date("2038-02-20").unwrap();
    assert_eq!(taken.says.until, of_age.previous_day().unwrap());
    assert!(!held(of_age).await.is_active(of_age), "a child comes of age");
    // What is handed in for the child later is theirs to see, and letters are theirs to take.
    other.reference = Reference::from_random(random_bytes());
    other.application = Reference::from_random(random_bytes());
    let later = filed_by(&site, None, other).await;
    let page = filer.browser.get(&format!("/cases/{later}")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(
        filer.browser.get(&format!("/cases/{later}/seen")).await.status,
        StatusCode::OK
    );
    // Who lost the password shows the child's card: the account is found by it.
    let form = township.browser.open("/office/codes/one-time").await.form();
    let form = form.set("name", "mother").set("number", "430104202002209999");
    let made = township.browser.send(form).await;
    assert!(made.has(".reference-number"), "{}", made.text("main"));
    let page = filer.browser.open(&format!("/account/delegations/{}", taken.id)).await;
    filer.browser.send(page.form()).await;
    let gone = filer.browser.get(&format!("/cases/{later}")).await;
    assert_eq!(gone.status, StatusCode::FORBIDDEN);
    assert_eq!(
        filer.browser.get(&format!("/cases/{reference}")).await.status,
        StatusCode::OK,
        "what the account handed in itself stays"
    );
}

async fn a_helper_reads_the_letters_of_one_case_and_receives_none(site: Site) {
    let filer = resident(&site, "yajun").await;
    let reference = filed_by(
        &site,
        Some(&filer.owner),
        submitted(&site, "S03", "care_subsidy", Some(OverlapPick::TakeThis)),
    )
    .await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let seen = [
        ("papers", "household_register"),
        ("identity", "representative"),
        ("filer", "opened"),
    ];
    done(&township, reference, "accept", &seen).await;
    assert_eq!(
        linked(&site, &account_of(&filer)).await,
        0,
        "nobody is linked to whom they help once"
    );
    let receipt = filer.browser.get(&format!("/cases/{reference}/print/acceptance")).await;
    assert_eq!(receipt.status, StatusCode::OK);
    decided(&site, &township, reference, "GRADE_1_2").await;
    let letter = format!("/cases/{reference}/letter");
    let read = filer.browser.get(&letter).await;
    assert!(read.has("article.letter"), "read at once: {}", read.text("main"));
    let op = site.portal.random_id().to_string();
    let received = filer.browser.post(&letter, &[("op", &op)]).await;
    assert_eq!(received.status, StatusCode::FORBIDDEN);
    assert!(case(&site, reference).await.served.is_empty());
}

async fn without_an_account_nobody_is_linked(site: Site) {
    let owner = format!("session:{}", site.portal.random_id());
    let reference = filed_by(&site, Some(&owner), submitted(&site, "S01", "living_subsidy", None)).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let seen = [
        ("papers", "household_register"),
        ("identity", "in_person"),
        ("filer", "opened"),
    ];
    done(&township, reference, "accept", &seen).await;
    assert!(case(&site, reference).await.filer_seen);
}

/// The account's page of a case is there, with its letters, and nothing more is theirs.
async fn reads_the_letters_alone(site: &Site, reader: &Resident, reference: Reference) {
    let account = account_of(reader);
    let links = account::list_links(&mut site.portal.store.read(), &site.portal.keys, &account).await;
    let subject = case(site, reference).await.opened.subject.key;
    assert!(links.unwrap().iter().all(|link| link.person != subject));
    let receipt = format!("/cases/{reference}/print/acceptance");
    assert_eq!(reader.browser.get(&receipt).await.status, StatusCode::OK);
}

async fn whoever_signs_up_next_in_the_same_browser_is_not_linked(site: Site) {
    let begun = format!("session:{}", site.portal.random_id());
    let reference = filed_by(&site, Some(&begun), submitted(&site, "S01", "living_subsidy", None)).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let page = township.browser.open(&format!("{}/accept", page_of(reference))).await;
    assert!(
        page.text("main form").contains("给连接码"),
        "{}",
        page.text("main form")
    );
    // Somebody else sits down there and signs up: the case comes along.
    let next = resident(&site, "zhiqiang").await;
    let mut tx = site.portal.store.begin().await.unwrap();
    apply::move_owner(&mut tx, &begun, &next.owner).await.unwrap();
    tx.commit().await.unwrap();
    let form = page.form().with("papers", "household_register");
    let form = form.with("identity", "in_person").with("filer", "opened");
    let answer = township.browser.send_only(form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text("main"));
    assert_eq!(linked(&site, &account_of(&next)).await, 0);
    reads_the_letters_alone(&site, &next, reference).await;
}

async fn who_only_knows_the_number_reads_the_letters_and_is_not_linked(site: Site) {
    let filer = resident(&site, "chunyan").await;
    let submitted = submitted(&site, "S01", "living_subsidy", None);
    let reference = filed_by(&site, Some(&filer.owner), submitted).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let seen = [
        ("papers", "household_register"),
        ("identity", "in_person"),
        ("filer", "same"),
    ];
    done(&township, reference, "accept", &seen).await;
    assert_eq!(linked(&site, &account_of(&filer)).await, 0);
    reads_the_letters_alone(&site, &filer, reference).await;
}

async fn an_account_that_holds_the_officers_people_or_somebody_else_is_not_linked(site: Site) {
    let somebody = PersonKey("somebody".to_owned());
    let filer = resident_linked_to(&site, "chunyan", Some(somebody.clone())).await;
    let kin = Kin {
        relatives: vec![somebody],
        ..Kin::default()
    };
    let related = officer_related_to(&site, Role::TownshipOfficer, TOWNSHIP, kin).await;
    let stranger = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let seen = [
        ("papers", "household_register"),
        ("identity", "in_person"),
        ("filer", "opened"),
    ];
    for (township, service, said) in [
        (&related, "living_subsidy", "请同事来办"),
        (&stranger, "care_subsidy", "已经和另一个人对上"),
    ] {
        let submitted = submitted(&site, "S01", service, None);
        let reference = filed_by(&site, Some(&filer.owner), submitted).await;
        let page = township.browser.get(&format!("{}/accept", page_of(reference))).await;
        assert!(page.text("main form").contains(said), "{}", page.text("main form"));
        done(township, reference, "accept", &seen).await;
        reads_the_letters_alone(&site, &filer, reference).await;
    }
}

/// Asks for a link code for the person of a case; the page with it, or with what is wrong.
async fn asks_for_code(officer: &Officer, case: &Case, name: Option<&str>) -> Page {
    let subject = &case.opened.subject;
    let form = officer.browser.open("/office/codes/link").await.form();
    let form = form.set("person", name.unwrap_or(subject.name.as_str()));
    officer
        .browser
        .send(form.set("number", subject.resident_id.as_str()))
        .await
}

async fn whom_the_register_does_not_know_gets_a_code_where_their_case_is(site: Site) {
    let reference = filed_by(&site, None, submitted(&site, "S01", "living_subsidy", None)).await;
    let opened = case(&site, reference).await;
    let far = officer(&site, Role::TownshipOfficer, "430104002").await;
    let page = asks_for_code(&far, &opened, None).await;
    assert!(
        page.text("#number-error").contains("您这里办不了"),
        "{}",
        page.text("main")
    );
    let here = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let page = asks_for_code(&here, &opened, Some("任何人")).await;
    assert!(page.text("#number-error").contains("对不上"), "{}", page.text("main"));
    let page = asks_for_code(&here, &opened, None).await;
    assert!(page.has(".reference-number"), "{}", page.text("main"));
}

async fn a_sealed_case_opens_only_to_a_link_of_who_has_it_or_supervises(site: Site) {
    let before = resident(&site, "before").await;
    let wife = submitted(&site, "S01", "care_subsidy", None);
    let normal = filed_by(&site, Some(&before.owner), wife).await;
    let open = case(&site, normal).await;
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let early = asks_for_code(&township, &open, None).await.text(".reference-number");
    let seen = [
        ("papers", "household_register"),
        ("identity", "in_person"),
        ("filer", "opened"),
    ];
    done(&township, normal, "accept", &seen).await;
    assert_eq!(linked(&site, &account_of(&before)).await, 1);

    let mut sealed = submitted(&site, "S01", "living_subsidy", None);
    sealed.visibility = Visibility::Sealed;
    let sealed = filed_by(&site, None, sealed).await;
    // Who was linked before goes on seeing the rest, and not this.
    let other_case = before.browser.get(&format!("/cases/{normal}")).await;
    assert_eq!(other_case.status, StatusCode::OK);
    let address = format!("/cases/{sealed}");
    assert_eq!(before.browser.get(&address).await.status, StatusCode::NOT_FOUND);
    // A code from before is void, and who does not see the case gives none, nor links by accepting another.
    let other = resident(&site, "other").await;
    let form = other.browser.open("/account/link").await.form();
    let page = other.browser.send(form.set("code", &early)).await;
    assert!(
        page.text("#code-error").contains("没有这个连接码"),
        "{}",
        page.text("main")
    );
    let page = asks_for_code(&township, &open, None).await;
    assert!(
        page.text("#number-error").contains("您这里办不了"),
        "{}",
        page.text("main")
    );
    let third = filed_by(
        &site,
        Some(&other.owner),
        submitted(&site, "S01", "living_subsidy", None),
    )
    .await;
    done(&township, third, "accept", &seen).await;
    assert_eq!(linked(&site, &account_of(&other)).await, 0);
    // Who supervises the place sees it, and their code opens it.
    let supervisor = officer(&site, Role::Supervisor, COUNTY).await;
    let page = asks_for_code(&supervisor, &open, None).await;
    let code = page.text(".reference-number");
    let form = other.browser.open("/account/link").await.form();
    other.browser.send(form.set("code", &code)).await;
    assert_eq!(other.browser.get(&address).await.status, StatusCode::OK);
}
