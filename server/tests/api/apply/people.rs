//! People of the scenarios, and how each answers the pages.

use reqwest::StatusCode;

use crate::browser::{Browser, Page};

/// A page's name and what is filled in on it.
pub type Answers = Vec<(&'static str, Vec<(&'static str, &'static str)>)>;

const COMMON: &[(&str, &[(&str, &str)])] = &[
    ("whom", &[("whom", "self")]),
    ("residence", &[("living", "at_hukou")]),
    ("question-certificate_status", &[("answer", "valid")]),
    ("question-other_benefits", &[("answer", "none")]),
    ("question-elderly_care", &[("answer", "no")]),
    ("question-welfare_living", &[("answer", "no")]),
    ("contact", &[]),
    ("access", &[]),
    (
        "payment",
        &[("account", "bank_card"), ("account_number", "6222 0212 3456 7890 128")],
    ),
    ("holder", &[("holder", "own")]),
    ("papers/household_register", &[("how", "bring"), ("act", "continue")]),
    ("papers/payment_account", &[("how", "bring"), ("act", "continue")]),
    ("papers/relationship_proof", &[("how", "bring"), ("act", "continue")]),
    ("papers/authorization_letter", &[("how", "bring"), ("act", "continue")]),
    ("consents", &[]),
];

fn with(own: Answers) -> Answers {
    let common = COMMON.iter().map(|(page, answers)| (*page, answers.to_vec()));
    own.into_iter().chain(common).collect()
}

/// 李春燕: dibao, limb grade 1, Pingjiang.
pub fn s01() -> Answers {
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

/// A boy of five in Changsha, his mother applies.
pub fn s02() -> Answers {
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
            ],
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

/// 陈德明, 72, his son applies; he receives 100 yuan of another allowance.
pub fn s03() -> Answers {
    with(vec![
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
                ("phone", "13800000000"),
            ],
        ),
    ])
}

/// A certificate that is frozen, and was issued again after a loss.
pub fn s09() -> Answers {
    with(vec![
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
    ])
}

/// Begins an application for these services.
pub async fn begin(browser: &Browser, services: &[&str]) -> Page {
    let page = browser.open("/apply/new").await;
    let form = services
        .iter()
        .fold(page.form(), |form, service| form.with("service", service));
    browser.send(form).await
}

/// The name of a page in its address.
pub fn page_of(page: &Page) -> String {
    let path = page.path.split('?').next().unwrap_or_default();
    path.splitn(4, '/').nth(3).unwrap_or_default().to_owned()
}

/// Answers one page; the next one.
pub async fn answer(browser: &Browser, page: Page, answers: &Answers) -> Page {
    let name = page_of(&page);
    let (_, answer) = answers
        .iter()
        .find(|(page, _)| *page == name)
        .unwrap_or_else(|| panic!("no answer to {}: {}", page.path, page.text("h1")));
    let form = page.form_at("main form[method=post]:last-of-type");
    let form = answer.iter().fold(form, |form, (name, value)| form.set(name, value));
    let page = if name.starts_with("papers/") {
        browser.upload(form, "file", None).await
    } else {
        browser.send(form).await
    };
    assert_eq!(
        page.status,
        StatusCode::OK,
        "{name}: {:?}",
        page.texts("#errors-list a")
    );
    page
}

/// Answers page after page until one of that name; the names of those answered.
pub async fn fill(browser: &Browser, mut page: Page, answers: &Answers, until: &str) -> (Page, Vec<String>) {
    let mut asked = Vec::new();
    while page_of(&page) != until {
        let name = page_of(&page);
        assert!(
            asked.len() < 40 && !asked.contains(&name),
            "{name} again after {asked:?}"
        );
        page = answer(browser, page, answers).await;
        asked.push(name);
    }
    (page, asked)
}

/// From the first page to the confirmation, also where the same is being worked on already.
pub async fn apply(browser: &Browser, services: &[&str], answers: &Answers) -> Page {
    let page = begin(browser, services).await;
    let (page, _) = fill(browser, page, answers, "check").await;
    let form = page.form();
    let again = page.has("[name=again]");
    let page = browser.send(if again { form.with("again", "yes") } else { form }).await;
    assert_eq!(page_of(&page), "statement");
    let page = browser.send(page.form().with("agree", "yes")).await;
    assert_eq!(page_of(&page), "done", "{}", page.text("h1"));
    page
}
