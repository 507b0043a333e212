//! Papers: photos and documents, and what is none.

use reqwest::StatusCode;

use super::people::{Answers, begin, fill, page_of, s01};
use crate::browser::{Browser, Page};
use crate::harness::Site;

both_engines!(
    a_photo_is_sent_and_taken_back,
    what_was_sent_can_be_looked_at_by_its_sender_alone,
    what_is_no_paper_says_why,
    papers_go_over_to_the_cases
);

/// A PNG of four pixels.
#[rustfmt::skip]
pub(crate) const PHOTO: &[u8] = &[
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00,
    0x00, 0x02, 0x00, 0x00, 0x00, 0x02, 0x08, 0x02, 0x00, 0x00, 0x00, 0xFD, 0xD4, 0x9A, 0x73, 0x00, 0x00, 0x00,
    0x11, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x38, 0xA1, 0xA0, 0x00, 0x44, 0x0C, 0x0A, 0x60, 0x1A, 0x00,
    0x1E, 0x3E, 0x04, 0x21, 0xEC, 0x38, 0x31, 0x89, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42,
    0x60, 0x82,
];
const PDF: &[u8] = b"%PDF-1.7\n1 0 obj << >> endobj\ntrailer << >>\n%%EOF\n";
const FORM: &str = "main form[enctype='multipart/form-data']";

pub async fn at_papers(browser: &Browser) -> Page {
    let page = begin(browser, &["care_subsidy"]).await;
    fill(browser, page, &s01(), "papers/household_register").await.0
}

pub async fn send(browser: &Browser, page: &Page, name: &str, bytes: &[u8]) -> Page {
    let form = page.form_at(FORM).set("act", "upload");
    browser.upload(form, "file", Some((name, bytes.to_vec()))).await
}

async fn a_photo_is_sent_and_taken_back(site: Site) {
    let browser = site.browser();
    let page = at_papers(&browser).await;
    let form = page.form_at(FORM).set("act", "upload");
    let one = browser
        .upload(form.clone(), "file", Some(("户主页.png", PHOTO.to_vec())))
        .await;
    assert_eq!(one.status, StatusCode::OK, "{:?}", one.texts("#errors-list a"));
    let again = browser.upload(form, "file", Some(("户主页.png", PHOTO.to_vec()))).await;
    assert_eq!(again.texts(".file-name"), ["户主页.png"], "pressed twice, sent once");
    let two = send(&browser, &again, "C:\\照片\\扫描.pdf", PDF).await;
    assert_eq!(two.texts(".file-name"), ["户主页.png", "扫描.pdf"]);
    let remove = two.form_at(".files form");
    let id = two.attributes(".files button", "value")[0].clone();
    let page = browser.send(remove.with("remove", &id)).await;
    assert_eq!(page.texts(".file-name"), ["扫描.pdf"]);
    let next = browser
        .upload(
            page.form_at(FORM).set("how", "online").set("act", "continue"),
            "file",
            None,
        )
        .await;
    assert_eq!(page_of(&next), "papers/payment_account");
}

async fn what_was_sent_can_be_looked_at_by_its_sender_alone(site: Site) {
    let (guest, stranger) = (site.browser(), site.browser());
    let page = at_papers(&guest).await;
    let page = send(&guest, &page, "户主页.png", PHOTO).await;
    let page = send(&guest, &page, "扫描.pdf", PDF).await;
    let links = page.attributes(".files a", "href");
    assert_eq!(
        page.attributes(".files a", "aria-label"),
        ["看看传的这张 户主页.png", "看看传的这张 扫描.pdf"]
    );
    assert_eq!(
        page.attributes(".files img", "src"),
        [links[0].clone()],
        "a PDF is no picture"
    );

    let photo = guest.get(&links[0]).await;
    assert_eq!(photo.status, StatusCode::OK);
    let head = |page: &Page, name: &str| page.headers[name].to_str().unwrap().to_owned();
    assert_eq!(head(&photo, "content-type"), "image/png");
    assert!(head(&photo, "content-disposition").starts_with("inline; "));
    let pdf = guest.get(&links[1]).await;
    assert_eq!(pdf.html.as_bytes(), PDF);
    assert!(head(&pdf, "content-disposition").starts_with("attachment; "));
    for file in [&photo, &pdf] {
        assert_eq!(head(file, "content-security-policy"), "sandbox; default-src 'none'");
        assert_eq!(head(file, "x-content-type-options"), "nosniff");
        assert_eq!(head(file, "cache-control"), "private, no-store");
    }

    begin(&stranger, &["care_subsidy"]).await;
    assert_eq!(stranger.get(&links[0]).await.status, StatusCode::NOT_FOUND);
    let other_kind = links[0].replace("household_register", "payment_account");
    assert_eq!(guest.get(&other_kind).await.status, StatusCode::NOT_FOUND);
    let id = page.attributes(".files button", "value")[0].clone();
    guest.send(page.form_at(".files form").with("remove", &id)).await;
    assert_eq!(guest.get(&links[0]).await.status, StatusCode::NOT_FOUND, "taken back");
}

async fn what_is_no_paper_says_why(site: Site) {
    let browser = site.browser();
    let page = at_papers(&browser).await;
    let large = vec![0x20; 20 * 1024 * 1024];
    let cases: [(&str, &[u8], &str); 7] = [
        ("空.jpg", b"", "是空的"),
        ("程序.jpg", b"MZ\x90\x00 this is a program", "不是照片也不是PDF"),
        ("户口簿.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "兼容性最佳"),
        ("户口簿.webp", b"RIFF\x1a\0\0\0WEBPVP8L", "只收JPEG和PNG照片"),
        ("坏.png", &PHOTO[..40], "打不开"),
        ("大.jpg", &large, "超过10 MB"),
        ("坏.pdf", b"%PDF-1.7 cut", "打不开"),
    ];
    for (name, bytes, says) in cases {
        let wrong = send(&browser, &page, name, bytes).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        let said = wrong.text("#errors-list a");
        assert!(said.contains(says), "{name}: {said}");
        assert!(wrong.texts(".file-name").is_empty());
    }
    let named_jpg = send(&browser, &page, "证明.jpg", PDF).await;
    assert_eq!(named_jpg.texts(".file-name"), ["证明.jpg"], "a PDF named .jpg is a PDF");
    let browser = site.browser();
    let page = at_papers(&browser).await;
    let nothing = browser
        .upload(page.form_at(FORM).set("act", "upload"), "file", None)
        .await;
    assert!(
        nothing.text("#errors-list a").contains("请先选"),
        "{}",
        nothing.text("#errors-list a")
    );
    let neither = browser
        .upload(page.form_at(FORM).set("act", "continue"), "file", None)
        .await;
    assert!(
        neither.text("#errors-list a").contains("怎么交"),
        "{}",
        neither.text("#errors-list a")
    );
    let no_file = page.form_at(FORM).set("how", "online").set("act", "continue");
    let no_file = browser.upload(no_file, "file", None).await;
    assert!(
        no_file.text("#errors-list a").contains("还没有传来"),
        "{}",
        no_file.text("#errors-list a")
    );
}

async fn papers_go_over_to_the_cases(site: Site) {
    let browser = site.browser();
    let page = at_papers(&browser).await;
    let page = send(&browser, &page, "户口簿.png", PHOTO).await;
    let mut answers: Answers = s01();
    answers.insert(
        0,
        (
            "papers/household_register",
            vec![("how", "online"), ("act", "continue")],
        ),
    );
    let (page, _) = fill(&browser, page, &answers, "check").await;
    assert!(page.text("main").contains("1个文件"));
    let page = browser.send(page.form()).await;
    let done = browser.send(page.form().with("agree", "yes")).await;
    assert_eq!(page_of(&done), "done");
    let mut reader = site.portal.store.read();
    let used = zhida_server::store::Query::all(
        &mut reader,
        "SELECT subject, COUNT(*) AS number FROM file_use GROUP BY subject",
        Vec::new(),
    );
    let used: Vec<_> = used
        .await
        .unwrap()
        .iter()
        .map(|row| (row.text("subject").unwrap(), row.int("number").unwrap()))
        .collect();
    assert_eq!(used, [("case".to_owned(), 1)]);
}
