//! Every form of every letter says what the letter says, and to whom it is shown alone.

use std::process::Command;

use reqwest::StatusCode;
use scraper::{ElementRef, Html, Selector};
use zhida::access::Role;
use zhida::aloud::{Manner, said, sounding_like};
use zhida::casework::{Case, Reference, ResultKind};
use zhida::letter::Format;
use zhida::person::{NameReading, PersonName};
use zhida_louis::Louis;
use zhida_server::config::FontSetting;
use zhida_server::demo::FiledCase;
use zhida_server::letter::making::Making;

use crate::aloud;
use crate::apply::people::{apply, s01};
use crate::browser::{Browser, Page};
use crate::cases::{address, filed, op, resident, resident_linked_to};
use crate::harness::{Site, serving_as};
use crate::office::{
    ACCEPT, COUNTY, TOWNSHIP, case, does, done, filed as handed_in, granted, officer, page_of, submitted,
};

both_engines!(
    every_form_of_every_letter_says_the_same,
    a_form_is_for_whom_the_letter_is_shown_to,
    an_office_makes_the_forms_that_it_sends,
    what_cannot_be_made_is_said_and_everything_else_is_there,
    a_name_is_in_braille_as_its_person_says,
    letters_come_in_the_forms_that_the_person_wants,
);

/// Whether this machine has what makes PDF and braille. Where tests count (`CI`), it must.
#[expect(clippy::print_stderr, reason = "so that nobody takes what was left out for tried")]
fn has_everything(site: &Site) -> bool {
    let without = site.portal.making.without();
    let poppler = Command::new("pdfinfo").arg("-v").output().is_ok();
    let all = without.is_empty() && poppler;
    assert!(
        all || std::env::var_os("CI").is_none(),
        "{without:?}, poppler-utils: {poppler}"
    );
    if !all {
        eprintln!("*** NOT TRIED: {without:?}, poppler-utils: {poppler} ***");
    }
    all
}

/// The words of a letter on its page, piece by piece: what is printed and read of it.
pub(crate) fn pieces(page: &Page) -> Vec<String> {
    fn walk(element: ElementRef<'_>, pieces: &mut Vec<String>) {
        for child in element.children() {
            if let Some(element) = ElementRef::wrap(child) {
                let classes: Vec<&str> = element.value().classes().collect();
                let beside = classes.contains(&"no-print") && !classes.contains(&"letter-beside");
                if !beside && element.attr("aria-hidden") != Some("true") {
                    walk(element, pieces);
                }
            } else if let Some(text) = child.value().as_text() {
                let words = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
                pieces.extend(text.lines().map(words).filter(|line| !line.is_empty()));
            }
        }
    }
    let document = Html::parse_document(&page.html);
    let article = document.select(&Selector::parse("article.letter").unwrap()).next();
    let mut pieces = Vec::new();
    walk(
        article.unwrap_or_else(|| panic!("no letter: {}", page.html)),
        &mut pieces,
    );
    assert!(pieces.len() > 8, "{pieces:?}");
    pieces
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|one| !one.is_whitespace()).collect()
}

/// Every piece is in the text, each after the one before it.
pub(crate) fn says_all(form: &str, pieces: &[String], text: &str) {
    let text = squeezed(text);
    let mut from = 0;
    for piece in pieces {
        let piece = squeezed(piece);
        let at = text[from..].find(piece.as_str());
        let at = at.unwrap_or_else(|| panic!("{form} lacks {piece} after {}: {text}", &text[..from]));
        from += at + piece.len();
    }
}

/// The numbers of a text in braille, read without liblouis: ten cells after the sign of numbers where that begins a word, as
/// long as no other cell comes.
fn numbers_in_braille(cells: &str) -> Vec<String> {
    const TEN: [char; 10] = ['⠚', '⠁', '⠃', '⠉', '⠙', '⠑', '⠋', '⠛', '⠓', '⠊'];
    let words = cells.split('⠀').filter_map(|word| word.strip_prefix('⠼'));
    let digit = |cell| TEN.iter().position(|one| *one == cell);
    words
        .map(|word| word.chars().map_while(digit).map(|digit| digit.to_string()).collect())
        .collect()
}

/// The numbers of a text.
fn numbers_of(text: &str) -> Vec<String> {
    let numbers = text.split(|one: char| !one.is_ascii_digit());
    numbers.filter(|number| !number.is_empty()).map(str::to_owned).collect()
}

/// The cells of a text, without what divides words.
fn cells_of(text: &str) -> String {
    let louis = Louis::installed().unwrap();
    let cells = louis.cells(text).unwrap().cells;
    cells.into_iter().filter(|cell| *cell != '⠀').collect()
}

/// The text of a tagged PDF, in the order of its tree.
fn tree_of(pdf: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("letter.pdf");
    std::fs::write(&file, pdf).unwrap();
    let output = Command::new("pdfinfo").arg("-struct-text").arg(&file).output().unwrap();
    assert!(output.status.success());
    let tree = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(tree.contains("H1"), "{tree}");
    let quoted = tree
        .lines()
        .filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix('"'));
    quoted.collect()
}

/// Amount, first month, reason, day and time limit of the decision of a case, as a letter says them.
fn facts_of(case: &Case) -> Vec<String> {
    let made = case.decision_in_force().unwrap();
    let mut facts = Vec::new();
    if let Some((monthly, from)) = made.decision.verdict.pays() {
        facts.push(format!("每月{}元", monthly.0 / 100));
        assert_eq!(monthly.0 % 100, 0, "the demonstration has whole yuan");
        let (year, month) = from.year_and_month();
        facts.push(format!("从{year}年{month}月算起"));
    }
    facts.push(squeezed(made.decision.sentence.as_str()));
    let on = made.in_force_on();
    facts.push(format!("{}年{}月{}日", on.year(), u8::from(on.month()), on.day()));
    facts.push(format!("{}日以内", made.decision.contest.within.days()));
    facts
}

/// Which invented case.
type Wanted = fn(&FiledCase) -> bool;

async fn every_form_of_every_letter_says_the_same(site: Site) {
    if !has_everything(&site) {
        return;
    }
    let wanted: [(&str, Wanted); 3] = [
        ("grant", |of| of.case.result == Some(ResultKind::Grant)),
        ("refuse", |of| of.case.result == Some(ResultKind::Refuse)),
        ("missing", |of| !of.case.lists.is_empty()),
    ];
    let (site, recorder) = aloud::with(&site, false).await;
    let mut kinds = std::collections::BTreeSet::new();
    for (name, wanted) in wanted {
        let case = filed(&site, "account:nobody", wanted).await;
        let person = resident_linked_to(&site, name, Some(case.opened.subject.key.clone())).await;
        let browser = person.browser.at(&site.url);
        let here = address(&case);
        let letter = format!("{here}/letter");
        let asks = browser.get(&letter).await;
        if asks.status == StatusCode::OK && !asks.has("article.letter") {
            browser.post(&letter, &[("op", &op(&asks))]).await;
        }
        let page = browser.get(&here).await;
        let documents = page.attributes("main a", "href");
        let letters = documents
            .iter()
            .filter(|href| **href == letter || href.starts_with(&format!("{here}/print/")))
            .filter(|href| !href.ends_with("application_form"));
        for href in letters {
            kinds.insert(href.rsplit('/').next().unwrap().split('-').next().unwrap().to_owned());
            let page = browser.get(href).await;
            let facts = if *href == letter { facts_of(&case) } else { Vec::new() };
            every_form_says(&browser, (&page, href), &facts, &recorder).await;
        }
    }
    let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
    // What a reconsideration said is compared where one has ended: `contested.rs`.
    assert_eq!(kinds, ["acceptance", "letter", "missing_papers"]);
}

async fn every_form_says(browser: &Browser, (page, href): (&Page, &str), facts: &[String], recorder: &aloud::Recorder) {
    let pieces = pieces(page);
    let letter = squeezed(&pieces.concat());
    for fact in facts {
        assert!(letter.contains(fact.as_str()), "{href} lacks {fact}: {letter}");
    }
    let forms = page.attributes("section[aria-labelledby=formats] li a", "href");
    assert_eq!(forms.len(), Format::ALL.len(), "{forms:?}");
    for form in &forms {
        let format = Format::parse(form.rsplit('/').next().unwrap()).unwrap();
        match format {
            Format::Large => {
                let shown = browser.get(form).await;
                assert_eq!(self::pieces(&shown), pieces, "{form}");
                assert!(shown.has(".large-print article.letter"));
            }
            Format::Easy => {
                // Other words, the same facts.
                let shown = squeezed(&self::pieces(&browser.get(form).await).concat());
                assert!(shown.contains("这是简明的写法"), "{form}: {shown}");
                for fact in facts {
                    let fact = fact.trim_start_matches('从').trim_end_matches("算起");
                    assert!(shown.contains(fact), "{form} lacks {fact}: {shown}");
                }
            }
            Format::Text => {
                let text = browser.get(form).await.html;
                says_all(form, &pieces, &text);
                assert!(!text.replace("\r\n", "").contains('\n'), "lines end with both");
            }
            Format::Pdf | Format::LargePdf => says_all(form, &pieces, &tree_of(&browser.file(form).await)),
            Format::Braille => {
                let shown = browser.get(form).await;
                let cells = shown.texts(".braille p").join("⠀");
                let ours = |cell: char| ('\u{2800}'..='\u{283F}').contains(&cell) || cell.is_whitespace();
                assert!(cells.chars().all(ours), "{form}: {cells}");
                let words: String = cells.chars().filter(|cell| *cell != '⠀').collect();
                let in_braille: Vec<String> = pieces.iter().map(|piece| cells_of(piece)).collect();
                says_all(form, &in_braille, &words);
                let numbers = numbers_in_braille(&cells);
                for number in facts.iter().flat_map(|fact| numbers_of(fact)) {
                    assert!(numbers.contains(&number), "{form} lacks {number}: {numbers:?}");
                }
                assert!(shown.text("main").contains("以文字为准"), "{}", shown.text("main"));
            }
            Format::Brf => {
                let file = browser.get(form).await.html;
                assert!(file.is_ascii() && file.ends_with('\u{0C}'), "{form}");
                let lines: Vec<&str> = file.split("\r\n").collect();
                assert!(
                    lines.iter().all(|line| line.trim_start_matches('\u{0C}').len() <= 40),
                    "{form}"
                );
            }
            Format::Audio => {
                assert_eq!(browser.get(form).await.status, StatusCode::OK);
                let (_, heard) = recorder.last();
                assert!(heard.contains("机器合成"), "{heard}");
                let heard = squeezed(&heard);
                for fact in facts {
                    let fact = squeezed(&said(fact, &Manner::default()));
                    let fact = fact.trim_end_matches('。');
                    assert!(heard.contains(fact), "{form} lacks {fact}: {heard}");
                }
            }
        }
    }
}

async fn a_form_is_for_whom_the_letter_is_shown_to(site: Site) {
    let helper = resident(&site, "zhiqiang").await;
    let case = filed(&site, &helper.owner, |case| {
        case.case.result == Some(ResultKind::Refuse) && case.case.served.is_empty()
    })
    .await;
    let subject = resident_linked_to(&site, "chunyan", Some(case.opened.subject.key.clone())).await;
    let stranger = resident(&site, "nobody").await;
    let letter = format!("{}/letter", address(&case));
    let forms = |document: &str| -> Vec<String> {
        let formats = Format::ALL.iter();
        formats
            .map(|format| format!("{}/print/{document}/{format}", address(&case)))
            .collect()
    };
    let both = [forms("decision"), forms("decision-1"), forms("acceptance")].concat();
    for form in &both {
        let nobody = site.browser().get(form).await;
        assert!(
            nobody.status != StatusCode::OK && !nobody.html.contains("补贴"),
            "{form}"
        );
        assert_eq!(stranger.browser.get(form).await.status, StatusCode::NOT_FOUND, "{form}");
    }
    // Who has not taken the decision yet gets no form of it, and it has not arrived for that.
    for form in forms("decision").iter().chain(&forms("decision-1")) {
        let before = subject.browser.get(form).await;
        let asked = before.location.as_ref() == Some(&letter) || before.status == StatusCode::NOT_FOUND;
        assert!(asked, "{form}: {}", before.status);
    }
    let seen = crate::office::case(&site, case.opened.reference).await;
    assert!(seen.served.is_empty());
    let taking = op(&subject.browser.get(&letter).await);
    subject.browser.post(&letter, &[("op", &taking)]).await;
    let name = case.opened.subject.name.as_str();
    for format in ["text", "large", "easy"] {
        let form = format!("{}/print/decision/{format}", address(&case));
        let page = subject.browser.get(&form).await;
        assert_eq!(page.status, StatusCode::OK, "{form}");
        let header = |name: &str| page.headers.get(name).map(|value| value.to_str().unwrap().to_owned());
        assert!(header("cache-control").unwrap().contains("no-store"), "{form}");
        if format == "text" {
            let file = header("content-disposition").unwrap();
            assert_eq!(file, "attachment; filename=\"letter.txt\"", "nothing of {name} in it");
        }
    }
    let nothing = format!("{}/print/decision/odt", address(&case));
    assert_eq!(subject.browser.get(&nothing).await.status, StatusCode::NOT_FOUND);
    let form = format!("{}/print/application_form/text", address(&case));
    assert_eq!(
        subject.browser.get(&form).await.status,
        StatusCode::NOT_FOUND,
        "the form is no letter"
    );
}

async fn an_office_makes_the_forms_that_it_sends(site: Site) {
    let reference = handed_in(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    let decider = granted(&site, reference).await;
    let print = format!("{}/print/decision", page_of(reference));
    let page = decider.browser.open(&print).await;
    let pieces = pieces(&page);
    let forms = page.attributes("section[aria-labelledby=formats] li a", "href");
    assert!(forms.contains(&format!("{print}-1/text")), "{forms:?}");
    let text = decider.browser.get(&format!("{print}-1/text")).await;
    says_all("text", &pieces, &text.html);
    let number = case(&site, reference).await.opened.subject.resident_id;
    assert!(!text.html.contains(number.as_str()), "masked as on the page");
    let easy = decider.browser.get(&format!("{print}-1/easy")).await;
    assert!(
        easy.text("article").contains("这是简明的写法"),
        "also where work is in standard words"
    );
    let elsewhere = officer(&site, Role::CivilAffairsDecider, "430111").await;
    for format in Format::ALL {
        let form = format!("{print}-1/{format}");
        assert_eq!(elsewhere.browser.get(&form).await.status, StatusCode::NOT_FOUND);
    }
    let forwarding = format!("{}/print/forwarding/text", page_of(reference));
    assert_eq!(decider.browser.get(&forwarding).await.status, StatusCode::NOT_FOUND);
    let auditor = officer(&site, Role::Auditor, COUNTY).await;
    let refused = auditor.browser.get(&format!("{print}-1/text")).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    assert_eq!(
        township.browser.get(&format!("{print}-1/text")).await.status,
        StatusCode::OK,
        "whoever may read it hands it over"
    );
}

async fn what_cannot_be_made_is_said_and_everything_else_is_there(site: Site) {
    let reference = handed_in(&site, submitted(&site, "S01", "living_subsidy", None)).await;
    let decider = granted(&site, reference).await;
    let mut config = site.portal.config.clone();
    config.letter_font = FontSetting::Off;
    config.braille = false;
    let bare = serving_as(config, |_| ()).await;
    let browser = decider.browser.at(&bare.url);
    let print = format!("{}/print/decision-1", page_of(reference));
    let page = browser.get(&print).await;
    let offered = page.texts("section[aria-labelledby=formats] li");
    assert_eq!(offered, ["大字版", "易读版", "文本文件"]);
    let says = page.text("section[aria-labelledby=formats]");
    for missing in ["PDF", "盲文", "录音"] {
        assert!(says.contains(missing), "{missing}: {says}");
    }
    for (format, why) in [
        ("pdf", "字体"),
        ("large_pdf", "字体"),
        ("braille", "盲文"),
        ("brf", "盲文"),
    ] {
        let form = browser.get(&format!("{print}/{format}")).await;
        assert_eq!(form.status, StatusCode::SERVICE_UNAVAILABLE, "{format}");
        assert!(form.text("main").contains(why), "{format}: {}", form.text("main"));
        assert_eq!(form.attributes("main a.back", "href"), [print.as_str()], "{format}");
    }
    assert_eq!(
        browser.get(&format!("{print}/audio")).await.status,
        StatusCode::NOT_FOUND
    );
    // A font that was named and cannot be used stops the start, with its name.
    let mut config = site.portal.config.clone();
    config.letter_font = FontSetting::File("/dev/null".into());
    let problem = Making::check(&config).unwrap_err().to_string();
    assert!(
        problem.contains("ZHIDA_LETTER_FONT") && problem.contains("/dev/null"),
        "{problem}"
    );
}

async fn a_name_is_in_braille_as_its_person_says(site: Site) {
    if !has_everything(&site) {
        return;
    }
    let braille = async |name: &str, reading: Option<&str>| {
        let mut handed = submitted(&site, "S01", "living_subsidy", None);
        handed.subject.name = PersonName::parse(name).unwrap();
        handed.subject.reading = reading.map(|reading| NameReading::try_from(reading.to_owned()).unwrap());
        let reference = handed_in(&site, handed).await;
        let decider = granted(&site, reference).await;
        decider
            .browser
            .get(&format!("{}/print/decision-1/braille", page_of(reference)))
            .await
    };
    // 𬭚 is not in the table: nobody guesses how it is read, and nothing is left out.
    let unsaid = braille("陈𬭚", None).await;
    assert_eq!(unsaid.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(unsaid.text("main").contains("怎么读"), "{}", unsaid.text("main"));
    let said = braille("陈𬭚", Some("chén chún")).await;
    assert_eq!(said.status, StatusCode::OK, "{}", said.text("main"));
    // 曾 is read zēng by the table and céng by its person.
    let (zeng, ceng) = (braille("曾明", None).await, braille("曾明", Some("céng míng")).await);
    let louis = Louis::installed().unwrap();
    let named = |name: &str| louis.cells(name).unwrap().cells.into_iter().collect::<String>();
    let like = sounding_like(&NameReading::try_from("céng míng".to_owned()).unwrap()).unwrap();
    assert_ne!(named("曾明"), named(&like));
    for (page, name) in [(zeng, "曾明"), (ceng, like.as_str())] {
        assert_eq!(page.status, StatusCode::OK);
        let cells = page.texts(".braille p").join("");
        assert!(cells.contains(&named(name)), "{name}: {cells}");
    }
}

async fn letters_come_in_the_forms_that_the_person_wants(site: Site) {
    let filer = resident(&site, "chunyan").await;
    let mut answers = s01();
    answers.insert(0, ("access", vec![("need", "braille")]));
    apply(&filer.browser, &["living_subsidy"], &answers).await;
    let list = filer.browser.get("/cases").await;
    let href = list.attributes("main a[href^='/cases/ZD']", "href").remove(0);
    let reference = Reference::parse(href.rsplit('/').next().unwrap()).unwrap();
    let address = format!("/cases/{reference}/forms");
    let ticked = |page: &Page| page.attributes("main input[type=checkbox][checked]", "value");

    // As the application says of their needs: the office sees it, with what to emboss.
    let page = filer.browser.get(&format!("/cases/{reference}")).await;
    assert!(page.attributes("main a", "href").contains(&address));
    let page = filer.browser.get(&address).await;
    assert_eq!(ticked(&page), ["braille"]);
    let township = officer(&site, Role::TownshipOfficer, TOWNSHIP).await;
    let accept = [&[("filer", "other"), ("papers", "payment_account")], ACCEPT].concat();
    done(&township, reference, "accept", &accept).await;
    let seen = async || {
        let page = township.browser.get(&page_of(reference)).await;
        let links = page.attributes("main a", "href");
        let forms = links.iter().filter_map(|href| href.split_once("/print/acceptance-1/"));
        let forms: Vec<String> = forms.map(|(_, format)| format.to_owned()).collect();
        (page.text("main"), forms)
    };
    let (says, forms) = seen().await;
    assert!(says.contains("文书的形式：盲文。"), "{says}");
    assert_eq!(forms, ["brf"]);

    // Changed by who filed; sent twice, it happens once.
    let before = case(&site, reference).await.seq;
    let form = page
        .form()
        .without("forms")
        .with("forms", "large")
        .with("forms", "easy");
    for _ in 0..2 {
        let saved = filer.browser.send_only(form.clone()).await;
        assert!(saved.location.unwrap().ends_with("?done=letter-forms#done"));
    }
    assert_eq!(case(&site, reference).await.seq, before + 1);
    assert_eq!(ticked(&filer.browser.get(&address).await), ["large", "easy"]);
    let (says, forms) = seen().await;
    assert!(says.contains("文书的形式：大字、简明易懂的话。"), "{says}");
    assert_eq!(forms, ["large_pdf", "easy"]);
    // What is no form is none.
    let strange = filer
        .browser
        .get(&address)
        .await
        .form()
        .without("forms")
        .with("forms", "odt");
    filer.browser.send_only(strange).await;
    assert_eq!(
        ticked(&filer.browser.get(&address).await),
        [""; 0],
        "as letters usually are"
    );

    // Recorded by an office, which says how it was told.
    let bare = does(&township, reference, "letter_forms", &[("forms", "audio")]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    let told = [("forms", "audio"), ("sentence", "6月18日打电话来，请寄录音。")];
    done(&township, reference, "letter_forms", &told).await;
    assert_eq!(ticked(&filer.browser.get(&address).await), ["audio"]);
    let (says, _) = seen().await;
    assert!(says.contains("请寄录音") && says.contains("文书形式改了"), "{says}");

    // Nobody else.
    let stranger = resident(&site, "stranger").await;
    assert_eq!(stranger.browser.get(&address).await.status, StatusCode::NOT_FOUND);
    let forged = stranger
        .browser
        .send_only(filer.browser.get(&address).await.form())
        .await;
    assert_ne!(forged.status, StatusCode::SEE_OTHER);
    let elsewhere = officer(&site, Role::TownshipOfficer, "430104001").await;
    let command = format!("{}/letter_forms", page_of(reference));
    assert_eq!(elsewhere.browser.get(&command).await.status, StatusCode::NOT_FOUND);
}
