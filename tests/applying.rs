//! Applying, without a server: the pages of a draft, what may be typed on them, and what is handed in.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "helpers of tests: what does not work has failed the test"
)]

mod shipped;

use std::sync::OnceLock;

use proptest::prelude::*;
use zhida::apply::{
    Answer, ConsentTo, Contradiction, Course, Draft, FactOrigin, NotYet, OverlapPick, PageId, PageProblem, PaperFile,
    Relationship, Statement, Step, Wrong, course, read_page, submit, typed_page,
};
use zhida::assess::{Outcome, assess};
use zhida::calendar::{Date, Instant, parse_date};
use zhida::catalogue::{Catalogue, Evidence, Obtain};
use zhida::money::Fen;
use zhida::person::{CertificateNumberProblem, MobileProblem, ResidentId, ResidentIdProblem, SubmitterRole};

type Typed = Vec<(&'static str, &'static str)>;

fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(shipped::catalogue)
}

fn today() -> Date {
    parse_date("2025-06-18").unwrap()
}

fn look(draft: &Draft) -> Course<'static> {
    course(catalogue(), &catalogue().shipped, draft, None, today()).unwrap()
}

fn owned(typed: &[(&str, &str)]) -> Vec<(String, String)> {
    typed
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect()
}

fn post(draft: &mut Draft, page: &str, typed: &[(&str, &str)]) -> Result<(), Vec<PageProblem>> {
    let page = PageId::parse(page).unwrap();
    let answer = read_page(catalogue(), &look(draft), draft, &page, &owned(typed), today())?;
    draft.save(&page, answer);
    Ok(())
}

/// Answers page after page, as each comes, and returns their names.
fn fill(draft: &mut Draft, answers: &[(&str, Typed)]) -> Vec<String> {
    let mut asked = Vec::new();
    loop {
        let next = look(draft).next.name();
        if next == "check" {
            return asked;
        }
        assert!(!asked.contains(&next), "{next} is asked twice in {asked:?}");
        let (_, typed) = answers
            .iter()
            .find(|(page, _)| *page == next)
            .unwrap_or_else(|| panic!("{next} is asked after {asked:?}"));
        post(draft, &next, typed).unwrap_or_else(|problems| panic!("{next}: {problems:?}"));
        asked.push(next);
    }
}

fn statement() -> Statement {
    Statement {
        language: "zh-CN".to_owned(),
        text: "填的都是真的。".to_owned(),
    }
}

const COMMON: &[(&str, &[(&str, &str)])] = &[
    (
        "services",
        &[("service", "living_subsidy"), ("service", "care_subsidy")],
    ),
    ("whom", &[("whom", "self")]),
    ("residence", &[("living", "at_hukou"), ("address", "")]),
    ("question-certificate_status", &[("answer", "valid")]),
    ("question-other_benefits", &[("answer", "none")]),
    ("question-elderly_care", &[("answer", "no")]),
    ("question-welfare_living", &[("answer", "no")]),
    ("contact", &[("phone", "")]),
    ("access", &[]),
    ("payment", &[("account", "none")]),
    ("holder", &[("holder", "own")]),
    ("paper-household_register", &[("how", "bring")]),
    ("paper-payment_account", &[("how", "bring")]),
    ("paper-relationship_proof", &[("how", "bring")]),
    ("paper-authorization_letter", &[("how", "bring")]),
    ("consents", &[]),
];

/// A person's own answers before those that all share.
fn with(own: Vec<(&'static str, Typed)>) -> Vec<(&'static str, Typed)> {
    let common = COMMON.iter().map(|(page, typed)| (*page, typed.to_vec()));
    own.into_iter().chain(common).collect()
}

fn s01() -> Vec<(&'static str, Typed)> {
    with(vec![
        (
            "person",
            vec![("name", "李春燕"), ("resident_id", "430626198808089988")],
        ),
        (
            "certificate",
            vec![
                ("certificate", "number"),
                ("certificate_number", "43062619880808998841"),
            ],
        ),
        ("hukou", vec![("place", "430626")]),
        ("township", vec![("place", "430626001")]),
        ("question-aid_status", vec![("answer", "dibao")]),
    ])
}

fn s03() -> Vec<(&'static str, Typed)> {
    with(vec![
        ("services", vec![("service", "care_subsidy")]),
        ("whom", vec![("whom", "relative")]),
        (
            "person",
            vec![("name", "陈德明"), ("resident_id", "430405195303039997")],
        ),
        (
            "certificate",
            vec![
                ("certificate", "number"),
                ("certificate_number", "43040519530303999722"),
            ],
        ),
        ("hukou", vec![("place", "430405")]),
        ("township", vec![("place", "430405007")]),
        ("question-aid_status", vec![("answer", "none")]),
        ("question-elderly_care", vec![("answer", "yes"), ("amount", "100")]),
        ("overlap-care_subsidy", vec![("choice", "keep_other")]),
        (
            "helper",
            vec![
                ("name", "陈小明"),
                ("resident_id", "430405197909099993"),
                ("relationship", "son"),
                ("phone", "138 0000 0000"),
            ],
        ),
    ])
}

#[test]
fn a_woman_applies_for_both_at_once() {
    let mut draft = Draft::default();
    let asked = fill(&mut draft, &s01());
    assert_eq!(
        asked,
        [
            "services",
            "whom",
            "person",
            "certificate",
            "hukou",
            "township",
            "residence",
            "question-aid_status",
            "question-certificate_status",
            "question-other_benefits",
            "question-elderly_care",
            "question-welfare_living",
            "contact",
            "access",
            "payment",
            "paper-household_register",
            "consents"
        ],
        "the grade stands in the number of the certificate, and who has no account has no paper of it"
    );
    let seen = look(&draft);
    let application = submit(catalogue(), &seen, &draft, draft.version, statement(), today()).unwrap();
    assert!(application.by_oneself());
    assert_eq!(
        application.submitter.resident_id.as_ref(),
        Some(&application.subject.resident_id)
    );
    assert_eq!(
        application.facts["certificate.grade"].origin,
        FactOrigin::CertificateNumber
    );
    assert_eq!(application.facts["household.aid_status"].origin, FactOrigin::Stated);
    assert_eq!(application.facts["household.aid_status"].value, "dibao");
    assert!(!application.facts.contains_key("application.on"));
    for code in &application.services {
        let service = catalogue().service(code).unwrap();
        let assessed = assess(service, &application.facts(catalogue()), &seen.policy);
        assert_eq!(
            (assessed.outcome, assessed.monthly),
            (Outcome::Eligible, Some(Fen(7000)))
        );
    }
}

fn s02() -> Vec<(&'static str, Typed)> {
    with(vec![
        ("whom", vec![("whom", "legal_guardian")]),
        (
            "person",
            vec![("name", "王小宝"), ("resident_id", "430104202002209999")],
        ),
        (
            "certificate",
            vec![
                ("certificate", "number"),
                ("certificate_number", "43010420200220999962"),
            ],
        ),
        ("hukou", vec![("place", "430104")]),
        ("township", vec![("place", "430104001")]),
        ("question-aid_status", vec![("answer", "none")]),
        (
            "helper",
            vec![
                ("name", "王芳"),
                ("resident_id", "430104199101019985"),
                ("relationship", "mother"),
                ("phone", ""),
            ],
        ),
        (
            "payment",
            vec![("account", "bank_card"), ("account_number", "6222 0212 3456 7890 128")],
        ),
        (
            "holder",
            vec![
                ("holder", "other"),
                ("holder_name", "王芳"),
                ("reason", "孩子还没有自己的卡"),
            ],
        ),
        ("consents", vec![("child", "yes")]),
    ])
}

#[test]
fn the_guardians_name_is_typed_once() {
    let mut draft = Draft::default();
    fill(&mut draft, &s02());
    let answered = typed_page(catalogue(), &draft, &PageId::Holder);
    let reason = ("reason".to_owned(), "孩子还没有自己的卡".to_owned());
    assert_eq!(answered, [("holder".to_owned(), "helper".to_owned()), reason]);
    let holder = |draft: &Draft| {
        let application = submit(catalogue(), &look(draft), draft, draft.version, statement(), today()).unwrap();
        let holder = application.payment.unwrap().holder.unwrap();
        holder.name.as_str().to_owned()
    };
    post(&mut draft, "holder", &[("holder", "helper"), ("reason", "没有卡")]).unwrap();
    assert_eq!(holder(&draft), "王芳");
    let both = [("holder", "helper"), ("holder_name", "王强"), ("reason", "没有卡")];
    let problems = post(&mut draft, "holder", &both).unwrap_err();
    assert_eq!(problems[0].what, Wrong::HolderAndHelper);
    let father = [("holder", "other"), ("holder_name", "王强"), ("reason", "没有卡")];
    post(&mut draft, "holder", &father).unwrap();
    assert_eq!(holder(&draft), "王强");
    // Who acts for an institution is not the one whose account it is.
    draft.whom = Some(SubmitterRole::InstitutionalGuardian);
    assert_eq!(draft.guardian_name(), None);
}

#[test]
fn how_a_name_is_read_is_asked_where_it_is_in_doubt() {
    let person = |name| vec![("name", name), ("resident_id", "430626198808089988")];
    let mut answers = s01();
    answers.insert(0, ("person", person("单春燕")));
    answers.insert(1, ("reading", vec![("reading", "other"), ("pinyin", "Shan4 Chun1yàn")]));
    let mut draft = Draft::default();
    let asked = fill(&mut draft, &answers);
    assert_eq!(asked[2..5], ["person", "reading", "certificate"]);
    let sent = |draft: &Draft| {
        let application = submit(catalogue(), &look(draft), draft, draft.version, statement(), today()).unwrap();
        application.subject.reading.map(String::from)
    };
    assert_eq!(sent(&draft).as_deref(), Some("shàn chūn yàn"));
    assert_eq!(
        draft.named().map(|named| named.reading).as_deref(),
        Some("shàn chūn yàn")
    );
    // Of another name it is asked again, and nobody has to say it.
    post(&mut draft, "person", &person("曾春燕")).unwrap();
    assert_eq!(look(&draft).next, PageId::Reading);
    assert_eq!(draft.named(), None);
    post(&mut draft, "reading", &[]).unwrap();
    assert_eq!((look(&draft).next, sent(&draft)), (PageId::Check, None));
    post(&mut draft, "person", &person("李春燕")).unwrap();
    assert!(!look(&draft).pages.contains(&PageId::Reading));
    let back = draft.as_of(draft.version - 1);
    assert!(look(&back).pages.contains(&PageId::Reading));
}

#[test]
fn a_mother_applies_for_her_child_in_changsha() {
    let mut draft = Draft::default();
    let asked = fill(&mut draft, &s02());
    for page in ["holder", "paper-payment_account", "paper-relationship_proof"] {
        assert!(asked.contains(&page.to_owned()), "{page}");
    }
    let application = submit(catalogue(), &look(&draft), &draft, draft.version, statement(), today()).unwrap();
    let child = application
        .consents
        .iter()
        .find(|consent| consent.to == ConsentTo::Child)
        .unwrap();
    assert!(child.given && child.by == SubmitterRole::LegalGuardian);
    let optional = application
        .consents
        .iter()
        .find(|consent| consent.to == ConsentTo::OtherHelp)
        .unwrap();
    assert!(!optional.given);
    let outcomes: Vec<_> = look(&draft)
        .assessments
        .iter()
        .map(|(service, assessment)| (service.code.clone(), assessment.monthly))
        .collect();
    assert_eq!(
        outcomes,
        [
            ("care_subsidy".to_owned(), Some(Fen(10_000))),
            ("living_subsidy".to_owned(), Some(Fen(14_000)))
        ],
        "Changsha's own rule and amounts"
    );
}

#[test]
fn what_the_household_register_shows_is_not_handed_in_twice() {
    let mut draft = Draft::default();
    let mut answers = s02();
    answers.insert(0, ("paper-relationship_proof", vec![("how", "shown")]));
    fill(&mut draft, &answers);
    let sent = submit(catalogue(), &look(&draft), &draft, draft.version, statement(), today()).unwrap();
    let proof = sent
        .evidence
        .iter()
        .find(|paper| paper.kind == "relationship_proof")
        .unwrap();
    assert_eq!(proof.shown_by.as_deref(), Some("household_register"));
    assert!(!proof.bring_to_office && proof.files.is_empty());
    let again = typed_page(catalogue(), &draft, &PageId::Paper("relationship_proof".to_owned()));
    assert_eq!(again, owned(&[("how", "shown")]));
    let nothing_shows_it = post(&mut draft, "paper-household_register", &[("how", "shown")]).unwrap_err();
    assert_eq!(nothing_shows_it[0].what, Wrong::NothingChosen);
}

#[test]
fn whoever_applies_for_a_device_says_what_for_and_is_asked_for_no_account() {
    let mut draft = Draft::default();
    fill(&mut draft, &s02());
    post(&mut draft, "services", &[("service", "assistive_device")]).unwrap();
    let asked = |draft: &Draft| -> Vec<String> { look(draft).pages.iter().map(PageId::name).collect() };
    assert!(!asked(&draft).contains(&"payment".to_owned()), "{:?}", asked(&draft));
    assert_eq!(
        look(&draft).next.name(),
        "question-device_needs",
        "what is presumed is asked"
    );
    post(&mut draft, "question-device_needs", &[("answer", "talking")]).unwrap();
    assert_eq!(look(&draft).next.name(), "question-device_payer");
    post(&mut draft, "question-device_payer", &[("answer", "none")]).unwrap();
    let sent = submit(catalogue(), &look(&draft), &draft, draft.version, statement(), today()).unwrap();
    assert_eq!(
        sent.payment, None,
        "an account given for something else is not handed in"
    );
    assert_eq!(sent.facts["other.need_talking"].value, true);
    assert_eq!(sent.facts["other.need_moving"].value, false);
    assert!(
        !sent.facts.contains_key("other.device_fitting"),
        "nobody has said anything of it"
    );
    let device = catalogue().service("assistive_device").unwrap();
    let facts = sent.facts(catalogue());
    let policy = &look(&draft).policy;
    assert_eq!(
        assess(device, &facts, policy).outcome,
        Outcome::EligibleSubjectToAssessment
    );
    let suggested: Vec<&str> = device
        .items
        .as_ref()
        .unwrap()
        .suggested(&facts, policy)
        .map(|item| item.id.as_str())
        .collect();
    assert_eq!(suggested, ["comm_board"]);
}

#[test]
fn what_the_offices_get_themselves_is_not_asked_of_a_parent() {
    let mut draft = Draft::default();
    fill(&mut draft, &s02());
    let papers = |catalogue: &Catalogue| {
        let seen = course(catalogue, &catalogue.shipped, &draft, None, today()).unwrap();
        seen.papers.contains(&"relationship_proof".to_owned())
    };
    let mut catalogue = shipped::catalogue();
    assert!(papers(&catalogue));
    let shared = Evidence {
        kind: "relationship_proof".to_owned(),
        obtain: Obtain::ByDataSharing,
    };
    let also_shared = |catalogue: &mut Catalogue, code: &str| {
        let service = catalogue
            .services
            .iter_mut()
            .find(|service| service.code == code)
            .unwrap();
        service.evidence.push(shared.clone());
    };
    also_shared(&mut catalogue, "care_subsidy");
    assert!(papers(&catalogue), "one of the two services still needs it from her");
    also_shared(&mut catalogue, "living_subsidy");
    assert!(!papers(&catalogue));
}

#[test]
fn a_son_applies_for_his_father_who_keeps_what_he_has() {
    let mut draft = Draft::default();
    let asked = fill(&mut draft, &s03());
    assert!(asked.contains(&"overlap-care_subsidy".to_owned()));
    let application = submit(catalogue(), &look(&draft), &draft, draft.version, statement(), today()).unwrap();
    let chosen = &application.overlaps["care_subsidy"];
    assert_eq!(
        (chosen.pick, chosen.this_monthly, chosen.other_monthly),
        (OverlapPick::KeepOther, Fen(7000), Fen(10_000))
    );
    assert_eq!(application.submitter.relationship, Some(Relationship::Son));
    let papers: Vec<_> = application.evidence.iter().map(|paper| paper.kind.as_str()).collect();
    assert_eq!(
        papers,
        ["household_register", "relationship_proof", "authorization_letter"]
    );
}

#[test]
fn a_choice_falls_when_the_amounts_change() {
    let mut draft = Draft::default();
    fill(&mut draft, &s03());
    post(
        &mut draft,
        "question-elderly_care",
        &[("answer", "yes"), ("amount", "50")],
    )
    .unwrap();
    assert_eq!(look(&draft).next, PageId::Overlap("care_subsidy".to_owned()));
    post(&mut draft, "question-elderly_care", &[("answer", "no")]).unwrap();
    let seen = look(&draft);
    assert_eq!(seen.next, PageId::Check);
    let application = submit(catalogue(), &seen, &draft, draft.version, statement(), today()).unwrap();
    assert!(
        application.overlaps.is_empty(),
        "what is no longer asked counts for nothing"
    );
    assert!(!draft.overlaps.is_empty(), "and is kept in the draft");
}

#[test]
fn a_frozen_certificate_can_be_applied_with() {
    let mut draft = Draft::default();
    let answers = with(vec![
        (
            "person",
            vec![("name", "周国强"), ("resident_id", "430181 19750515 9996")],
        ),
        (
            "certificate",
            vec![
                ("certificate", "number"),
                ("certificate_number", "４３０１８１19750515999644b1"),
            ],
        ),
        ("hukou", vec![("place", "430182")]),
        ("township", vec![("place", "430182001")]),
        ("question-aid_status", vec![("answer", "dibao")]),
        ("question-certificate_status", vec![("answer", "frozen")]),
    ]);
    fill(&mut draft, &answers);
    let outcomes: Vec<_> = look(&draft)
        .assessments
        .iter()
        .map(|(_, assessment)| assessment.outcome)
        .collect();
    assert_eq!(outcomes, [Outcome::Ineligible, Outcome::OnHold]);
}

#[test]
fn two_benefits_are_chosen_between_also_before_a_hold_is_lifted() {
    let mut draft = Draft::default();
    let mut answers = s03();
    answers.insert(0, ("question-certificate_status", vec![("answer", "frozen")]));
    let asked = fill(&mut draft, &answers);
    assert!(asked.contains(&"question-elderly_care".to_owned()), "{asked:?}");
    assert!(asked.contains(&"overlap-care_subsidy".to_owned()), "{asked:?}");
    let seen = look(&draft);
    let (_, assessment) = &seen.assessments[0];
    assert_eq!(assessment.outcome, Outcome::OnHold);
    assert_eq!(assessment.then.as_ref().unwrap().outcome, Outcome::ChooseOne);
    let sent = submit(catalogue(), &seen, &draft, draft.version, statement(), today()).unwrap();
    let choice = &sent.overlaps["care_subsidy"];
    assert_eq!(choice.pick, OverlapPick::KeepOther);
    assert_eq!((choice.this_monthly, choice.other_monthly), (Fen(7_000), Fen(10_000)));
    post(&mut draft, "question-elderly_care", &[("answer", "no")]).unwrap();
    assert!(!look(&draft).pages.contains(&PageId::Overlap("care_subsidy".to_owned())));
}

#[test]
fn a_number_that_does_not_fit_is_kept_once_somebody_says_it_is_right() {
    let mut draft = Draft::default();
    draft.questions.set("grade", Answer::Choice("2".to_owned()));
    draft
        .questions
        .set("categories", Answer::Flags(vec!["intellectual".to_owned()]));
    let person = [("name", "李春燕"), ("resident_id", "430626198808089988")];
    post(&mut draft, "person", &person).unwrap();
    let (fits, other) = ("43062619880808998842", "43040519530303999742");
    let mut typed = |number: &'static str, kept: &'static str| {
        let typed = [
            ("certificate", "number"),
            ("certificate_number", number),
            ("certificate_kept", kept),
        ];
        let told = post(&mut draft, "certificate", &typed);
        let told = told.map_err(|problems| problems.into_iter().map(|problem| problem.what).collect::<Vec<_>>());
        (told, draft.certificate_number().is_some())
    };
    let category = Wrong::CertificateDoesNotFit(Contradiction::Category);
    let somebody_else = Wrong::CertificateDoesNotFit(Contradiction::ResidentId);
    assert_eq!(typed(fits, ""), (Err(vec![category]), false), "limb, not intellect");
    assert_eq!(typed(other, ""), (Err(vec![somebody_else, category]), false));
    let grade = Contradiction::Grade { chosen: 2, number: 3 };
    let intellect = ("43062619880808998853", "43062619880808998873");
    assert_eq!(
        typed(intellect.0, ""),
        (Err(vec![Wrong::CertificateDoesNotFit(grade)]), false)
    );
    assert_eq!(
        typed(intellect.1, ""),
        (Err(vec![Wrong::CertificateDoesNotFit(grade), category]), false),
        "of several kinds, and one was chosen"
    );
    assert!(
        !typed(other, fits).1,
        "another number was looked at than the one that was kept"
    );
    assert_eq!(typed(other, other), (Ok(()), true));
    let answer = draft.certificate.clone();
    let again = typed_page(catalogue(), &draft, &PageId::Certificate);
    let again = read_page(
        catalogue(),
        &look(&draft),
        &draft,
        &PageId::Certificate,
        &again,
        today(),
    )
    .unwrap();
    draft.save(&PageId::Certificate, again);
    assert_eq!(draft.certificate, answer, "shown again and sent as it is");
    let beyond = |draft: &Draft| look(draft).next != PageId::Certificate;
    draft.whom = Some(SubmitterRole::Oneself);
    draft.services = vec!["care_subsidy".to_owned()];
    assert!(beyond(&draft));
    let person = [("name", "李春燕"), ("resident_id", "440524188001010014")];
    post(&mut draft, "person", &person).unwrap();
    assert!(!beyond(&draft), "with another person it is asked again");
}

#[test]
fn what_was_checked_is_what_is_handed_in() {
    let mut draft = Draft::default();
    fill(&mut draft, &s01());
    let checked = draft.version;
    post(&mut draft, "contact", &[("phone", "13800000000"), ("way", "call")]).unwrap();
    let stale = submit(catalogue(), &look(&draft), &draft, checked, statement(), today());
    assert_eq!(stale, Err(NotYet::Changed(vec![PageId::Contact])));
    assert_eq!(draft.as_of(checked).contact.unwrap().phone, None);
    draft.consents = None;
    let open = submit(catalogue(), &look(&draft), &draft, draft.version, statement(), today());
    assert_eq!(open, Err(NotYet::Open(PageId::Consents)));
}

#[test]
fn pages_open_one_after_another() {
    let mut draft = Draft::default();
    let seen = look(&draft);
    assert!(seen.is_open(&PageId::Services) && !seen.is_open(&PageId::Whom) && !seen.is_open(&PageId::Statement));
    fill(&mut draft, &s01());
    let seen = look(&draft);
    assert!(seen.is_open(&PageId::Check) && seen.is_open(&PageId::Statement) && seen.is_open(&PageId::Person));
    assert!(!seen.is_open(&PageId::Helper), "not a page of this draft");
    let steps: Vec<Step> = seen.pages.iter().map(PageId::step).collect();
    assert!(steps.is_sorted(), "nobody goes back a step: {steps:?}");
    assert_eq!((steps[0], steps[steps.len() - 1]), (Step::What, Step::Send));
}

#[test]
fn a_changed_county_asks_for_its_township_again() {
    let mut draft = Draft::default();
    fill(&mut draft, &s01());
    post(&mut draft, "hukou", &[("place", "430104")]).unwrap();
    assert_eq!(look(&draft).next, PageId::Township);
    let wrong = post(&mut draft, "township", &[("place", "430626001")]).unwrap_err();
    assert_eq!(wrong[0].what, Wrong::NotATownship);
}

#[test]
fn registered_elsewhere_one_applies_where_one_lives() {
    let mut draft = Draft::default();
    let mut answers = s01();
    answers.retain(|(page, _)| !matches!(*page, "hukou" | "residence"));
    answers.extend([
        ("hukou", vec![("place", "outside")]),
        ("hukou-address", vec![("address", " 江西省上栗县 1组 ")]),
        ("residence", vec![("living", "elsewhere"), ("address", "")]),
        ("residence-county", vec![("place", "430104")]),
        ("residence-township", vec![("place", "430104001")]),
    ]);
    fill(&mut draft, &answers);
    let application = submit(catalogue(), &look(&draft), &draft, draft.version, statement(), today()).unwrap();
    assert_eq!((application.hukou_county, application.hukou_township), (None, None));
    assert_eq!(application.hukou_address.as_deref(), Some("江西省上栗县 1组"));
    let empty = post(&mut draft, "hukou-address", &[("address", " ")]).unwrap_err();
    assert_eq!(empty[0].what, Wrong::TextMissing);
    assert_eq!(application.receiving_township().unwrap().as_str(), "430104001");
    let nowhere = post(&mut draft, "residence", &[("living", "outside"), ("address", "")]).unwrap_err();
    assert_eq!(nowhere[0].what, Wrong::OutsideAltogether);
}

#[test]
fn numbers_are_read_as_people_type_them() {
    let mut draft = Draft::default();
    for number in [
        "11010519491231002x",
        "１１０１０５１９４９１２３１００２Ｘ",
        " 110105 19491231 002X ",
    ] {
        post(
            &mut draft,
            "person",
            &[("name", "阿卜杜拉·买买提"), ("resident_id", number)],
        )
        .unwrap();
        assert_eq!(
            draft.person.as_ref().unwrap().resident_id.as_str(),
            "11010519491231002X"
        );
    }
    for name in ["𬱖", "㮾梨", "卓玛", "艾力•江"] {
        post(
            &mut draft,
            "person",
            &[("name", name), ("resident_id", "440524188001010014")],
        )
        .unwrap();
    }
    let retired = [("name", "李"), ("resident_id", "430122199001011233")];
    assert!(
        post(&mut draft, "person", &retired).is_ok(),
        "a code that is no longer in use stays in numbers"
    );
}

#[test]
fn every_wrong_number_has_a_problem_of_its_own() {
    use ResidentIdProblem as R;
    let mut draft = Draft::default();
    let mut person =
        |number| post(&mut draft, "person", &[("name", "李春燕"), ("resident_id", number)]).unwrap_err()[0].what;
    assert_eq!(person(""), Wrong::ResidentId(R::Empty));
    assert_eq!(person("430626880808998"), Wrong::ResidentId(R::FirstGeneration));
    assert_eq!(person("430626198802309988"), Wrong::ResidentId(R::NoSuchBirthDate));
    assert_eq!(person("430626198808089989"), Wrong::ResidentId(R::WrongCheckCharacter));
    assert_eq!(person("43062619880808998841"), Wrong::CertificateInsteadOfResidentId);
    assert_eq!(person("430104202002209999"), Wrong::ChildNeedsGuardian { age: 5 });
    post(
        &mut draft,
        "person",
        &[("name", "李春燕"), ("resident_id", "430626198808089988")],
    )
    .unwrap();
    let mut certificate = |number| {
        let typed = [("certificate", "number"), ("certificate_number", number)];
        post(&mut draft, "certificate", &typed).unwrap_err()[0].what
    };
    assert_eq!(
        certificate("430626198808089988"),
        Wrong::Certificate(CertificateNumberProblem::OnlyResidentId)
    );
    assert_eq!(
        certificate("43040519530303999722"),
        Wrong::CertificateDoesNotFit(Contradiction::ResidentId)
    );
    draft.whom = Some(SubmitterRole::Relative);
    let helper = [
        ("name", "李"),
        ("resident_id", "430626198808089988"),
        ("relationship", "son"),
        ("phone", "1380000000"),
    ];
    let problems: Vec<_> = post(&mut draft, "helper", &helper).unwrap_err();
    assert_eq!(problems[0].what, Wrong::HelperIsThePerson);
    assert_eq!(problems[1].what, Wrong::Phone(MobileProblem::TooShort { typed: 10 }));
    let account = [("account", "bank_card"), ("account_number", "430626198808089988")];
    assert_eq!(
        post(&mut draft, "payment", &account).unwrap_err()[0].what,
        Wrong::PersonInsteadOfAccount
    );
    let message = [("phone", "0731-88881234"), ("way", "message")];
    assert_eq!(
        post(&mut draft, "contact", &message).unwrap_err()[0].what,
        Wrong::MobileMissing
    );
}

#[test]
fn what_contradicts_the_choice_beside_it_is_asked_about_and_not_dropped() {
    let mut draft = Draft::default();
    let mut wrong = |page: &str, typed: &[(&str, &str)]| post(&mut draft, page, typed).map_err(|wrong| wrong[0].what);
    let number = [("account", "none"), ("account_number", "6222 0212")];
    assert_eq!(wrong("payment", &number), Err(Wrong::AccountAndNone));
    for words in [("holder_name", "王芳"), ("reason", "没有卡")] {
        assert_eq!(wrong("holder", &[("holder", "own"), words]), Err(Wrong::HolderAndOwn));
    }
    assert_eq!(
        wrong("payment", &[("account", "none"), ("account_number", " ")]),
        Ok(())
    );
    let spaces = [("holder", "own"), ("holder_name", ""), ("reason", "　")];
    assert_eq!(wrong("holder", &spaces), Ok(()));
}

#[test]
fn nobody_is_married_to_a_child() {
    let helper = |relationship| {
        [
            ("name", "王芳"),
            ("resident_id", "430104199101019985"),
            ("relationship", relationship),
            ("phone", ""),
        ]
    };
    let mut draft = Draft::default();
    assert!(
        post(&mut draft, "helper", &helper("spouse")).is_ok(),
        "for whom is not known"
    );
    let asked = fill(&mut draft, &s02());
    assert!(
        asked.contains(&"helper".to_owned()),
        "it is asked again once that is known"
    );
    let problems = post(&mut draft, "helper", &helper("spouse")).unwrap_err();
    assert_eq!(
        (&*problems[0].field, problems[0].what),
        ("relationship", Wrong::NothingChosen)
    );
    assert!(post(&mut draft, "helper", &helper("mother")).is_ok());
    let (day_before, birthday) = (parse_date("2025-06-17").unwrap(), parse_date("2025-06-18").unwrap());
    for (id, age) in [("430104200306189991", 22), ("430104200506189988", 20)] {
        let id = ResidentId::parse(id).unwrap();
        assert!(Relationship::Spouse.is_possible(&id, birthday), "{age}");
        assert!(!Relationship::Spouse.is_possible(&id, day_before), "{age}");
    }
}

#[test]
fn a_letter_needs_an_address() {
    let mut draft = Draft::default();
    fill(&mut draft, &s01());
    let by_letter = [("way", "letter")];
    post(&mut draft, "residence", &[("living", "at_hukou"), ("address", "")]).unwrap();
    let problem = &post(&mut draft, "contact", &by_letter).unwrap_err()[0];
    assert_eq!((&*problem.field, problem.what), ("way", Wrong::AddressMissing));
    let home = [("living", "at_hukou"), ("address", "3组")];
    post(&mut draft, "residence", &home).unwrap();
    post(&mut draft, "contact", &by_letter).unwrap();
    post(&mut draft, "residence", &[("living", "at_hukou")]).unwrap();
    assert_eq!(
        look(&draft).next,
        PageId::Contact,
        "where the address went, it is asked again"
    );
}

#[test]
fn a_paper_needs_a_file_or_a_promise() {
    let mut draft = Draft::default();
    let nothing = post(&mut draft, "paper-household_register", &[]).unwrap_err();
    assert_eq!(nothing[0].what, Wrong::NothingChosen);
    let no_file = post(&mut draft, "paper-household_register", &[("how", "online")]).unwrap_err();
    assert_eq!(no_file[0].what, Wrong::FileMissing);
    let file = PaperFile {
        id: "f1".to_owned(),
        name: "户主页.jpg".to_owned(),
        size: 9,
        at: Instant::from_epoch_ms(0),
        media: None,
    };
    post(&mut draft, "paper-household_register", &[("how", "bring")]).unwrap();
    draft.add_file("household_register", file);
    assert!(
        !draft.papers["household_register"].bring_to_office,
        "what is sent counts, not what was meant before"
    );
    assert!(post(&mut draft, "paper-household_register", &[]).is_ok());
    let both = post(&mut draft, "paper-household_register", &[("how", "bring")]).unwrap_err();
    assert_eq!(both[0].what, Wrong::FilesAndElse, "one paper comes one way");
    assert!(!draft.remove_file("household_register", "f2"));
    assert!(draft.remove_file("household_register", "f1"));
}

#[test]
fn a_stored_answer_fills_the_form_that_gave_it() {
    for answers in [s01(), s03()] {
        let mut draft = Draft::default();
        for page in fill(&mut draft, &answers) {
            let id = PageId::parse(&page).unwrap();
            let form = typed_page(catalogue(), &draft, &id);
            let mut again = draft.clone();
            let answer = read_page(catalogue(), &look(&draft), &draft, &id, &form, today()).unwrap();
            again.save(&id, answer);
            assert_eq!(again.answer(&id), draft.answer(&id), "{page}");
            assert_eq!(again.as_of(draft.version), draft, "{page}");
        }
        let stored = serde_json::to_string(&draft).unwrap();
        assert_eq!(serde_json::from_str::<Draft>(&stored).unwrap(), draft);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn nothing_typed_makes_a_page_panic_or_fail_without_a_word(
        page in prop::sample::select(vec![
            "services", "whom", "person", "certificate", "hukou", "township", "residence", "question-aid_status",
            "question-elderly_care", "helper", "contact", "access", "payment", "holder", "paper-household_register", "consents",
        ]),
        names in proptest::collection::vec(prop::sample::select(vec![
            "service", "whom", "name", "resident_id", "certificate", "certificate_number", "place", "living", "address",
            "answer", "amount", "relationship", "phone", "way", "need", "account", "account_number", "holder", "holder_name",
            "reason", "how", "child",
        ]), 0..6),
        value in "\\PC{0,30}|[0-9Xx]{15,20}|self|relative|number|yes|bring|online|bank_card|other",
        stage in 0_usize..17,
    ) {
        let mut draft = Draft::default();
        for (page, typed) in s03().iter().take(stage) {
            let _ = post(&mut draft, page, typed);
        }
        let typed: Vec<_> = names.iter().map(|name| (*name, value.as_str())).collect();
        match post(&mut draft, page, &typed) {
            Ok(()) => { look(&draft); }
            Err(problems) => prop_assert!(!problems.is_empty()),
        }
    }

    #[test]
    fn page_names_read_back(name in "\\PC{0,20}|(question|overlap|paper)-[a-z_]{0,10}") {
        if let Some(page) = PageId::parse(&name) {
            prop_assert_eq!(page.name(), name);
        }
    }

    #[test]
    fn saving_only_ever_counts_up(pages in proptest::collection::vec(0_usize..8, 0..20)) {
        let mut draft = Draft::default();
        let answers = s01();
        for at in pages {
            let before = draft.version;
            let earlier = draft.clone();
            let (page, typed) = &answers[at];
            if post(&mut draft, page, typed).is_ok() {
                prop_assert_eq!(draft.version, before + 1);
                prop_assert_eq!(draft.changed_since(before), vec![PageId::parse(page).unwrap()]);
                prop_assert_eq!(draft.as_of(before), earlier);
            }
        }
    }
}

mod registered {
    use super::*;
    use zhida::apply::{Application, PageAnswer, Registered};
    use zhida::calendar::Date as Day;
    use zhida::rule::{Facts, Value};

    /// The register has a grade 2, a valid certificate and 低保.
    fn register() -> Registered {
        register_in(catalogue())
    }

    fn register_in(catalogue: &Catalogue) -> Registered {
        let vocabulary = &catalogue.vocabulary;
        let mut facts = Facts::new(vocabulary);
        for (name, json) in [
            ("certificate.present", serde_json::json!(true)),
            ("certificate.grade", serde_json::json!(2)),
            ("certificate.status", serde_json::json!("valid")),
            ("household.aid_status", serde_json::json!("dibao")),
        ] {
            let fact = vocabulary.fact_named(name).unwrap();
            facts.state(fact, vocabulary.value_from_json(fact, &json).unwrap());
        }
        let until = vocabulary.fact_named("certificate.valid_until").unwrap();
        facts.state(until, Value::Date(Day::MAX));
        Registered { on: today(), facts }
    }

    fn look(draft: &Draft) -> Course<'static> {
        course(catalogue(), &catalogue().shipped, draft, Some(&register()), today()).unwrap()
    }

    /// A draft for both services: what neither reads is not shown.
    fn for_both() -> Draft {
        let mut draft = Draft::default();
        let services = ["living_subsidy", "care_subsidy"].map(str::to_owned).to_vec();
        draft.save(&PageId::Services, PageAnswer::Services(services));
        draft
    }

    #[test]
    fn what_no_chosen_service_reads_stays_in_the_register() {
        let invented = Catalogue::load(&shipped::files_with_the_invented_one()).unwrap();
        let lines = |services: &[&str]| {
            let mut draft = Draft::default();
            let services = services.iter().map(|code| (*code).to_owned()).collect();
            draft.save(&PageId::Services, PageAnswer::Services(services));
            let of_register = register_in(&invented);
            let lines = of_register.lines(&invented, &draft);
            lines.iter().map(|line| line.page.id.clone()).collect::<Vec<_>>()
        };
        assert!(
            lines(&["skill_grant"]).is_empty(),
            "no rule of it reads dibao or the grade"
        );
        assert_eq!(
            lines(&["skill_grant", "care_subsidy"]),
            ["aid_status", "grade", "certificate_status"]
        );
    }

    /// Answers page after page with the register beside.
    fn handed_in(answers: &[(&str, Typed)]) -> (Application, Vec<String>) {
        let mut draft = Draft::default();
        let mut asked = Vec::new();
        while look(&draft).next != PageId::Check {
            let page = look(&draft).next;
            let (_, typed) = answers.iter().find(|(name, _)| *name == page.name()).unwrap();
            let read = read_page(catalogue(), &look(&draft), &draft, &page, &owned(typed), today());
            draft.save(&page, read.unwrap());
            asked.push(page.name());
        }
        let application = submit(catalogue(), &look(&draft), &draft, draft.version, statement(), today());
        (application.unwrap(), asked)
    }

    /// Everything is called right but what is named.
    fn with_register(wrong: &[&str]) -> Vec<(&'static str, Typed)> {
        let says = |question| if wrong.contains(&question) { "no" } else { "yes" };
        let register = vec![
            ("right-aid_status", says("aid_status")),
            ("right-grade", says("grade")),
            ("right-certificate_status", says("certificate_status")),
        ];
        let mut answers = s01();
        answers.insert(0, ("register", register));
        answers.insert(0, ("question-grade", vec![("answer", "1")]));
        answers
    }

    #[test]
    fn what_the_register_says_is_confirmed_and_not_asked() {
        let lines = look(&for_both()).register;
        let shown: Vec<_> = lines
            .iter()
            .map(|line| (line.page.id.as_str(), line.option.id.as_str()))
            .collect();
        assert_eq!(
            shown,
            [("aid_status", "dibao"), ("grade", "2"), ("certificate_status", "valid")]
        );
        let (application, asked) = handed_in(&with_register(&[]));
        assert!(asked.contains(&"register".to_owned()));
        for known in ["question-aid_status", "question-grade", "question-certificate_status"] {
            assert!(!asked.contains(&known.to_owned()), "{known}");
        }
        let aid = &application.facts["household.aid_status"];
        assert_eq!((aid.origin, &aid.register_says), (FactOrigin::Register, &None));
        assert_eq!(
            application.facts["other.elderly_care_monthly"].origin,
            FactOrigin::Stated
        );
    }

    #[test]
    fn of_each_thing_it_is_said_whether_it_is_right() {
        let mut draft = for_both();
        let read = |draft: &Draft, typed: &[(&str, &str)]| {
            read_page(
                catalogue(),
                &look(draft),
                draft,
                &PageId::Register,
                &owned(typed),
                today(),
            )
        };
        let said = [
            ("right-grade", "no"),
            ("right-aid_status", "perhaps"),
            ("right-hukou", "yes"),
        ];
        let problems = read(&draft, &said).unwrap_err();
        let open: Vec<&str> = problems.iter().map(|problem| &*problem.field).collect();
        assert_eq!(open, ["right-aid_status", "right-certificate_status"]);
        assert!(problems.iter().all(|problem| problem.what == Wrong::NothingChosen));
        assert!(
            typed_page(catalogue(), &draft, &PageId::Register).is_empty(),
            "nothing is chosen for anybody"
        );
        let (_, typed) = &with_register(&["grade"])[1];
        draft.save(&PageId::Register, read(&draft, typed).unwrap());
        let shown = typed_page(catalogue(), &draft, &PageId::Register);
        for (name, value) in owned(typed) {
            assert!(shown.contains(&(name.clone(), value)), "{name}");
        }
    }

    #[test]
    fn what_is_disputed_is_asked_and_both_values_are_kept() {
        let (application, asked) = handed_in(&with_register(&["grade"]));
        assert!(asked.contains(&"question-grade".to_owned()), "{asked:?}");
        let grade = &application.facts["certificate.grade"];
        assert_eq!(
            (grade.origin, &grade.value),
            (FactOrigin::Stated, &serde_json::json!(1))
        );
        assert_eq!(grade.register_says, Some(serde_json::json!(2)));
        assert_eq!(application.facts["certificate.status"].origin, FactOrigin::Register);
    }
}
