//! Pages heard as audio: offered where there is a voice, through the page's own door, in words that a voice reads right.

use std::sync::{Arc, Mutex};

use futures_util::future::BoxFuture;
use reqwest::StatusCode;
use zhida::casework::ResultKind;
use zhida_app::text::Language;
use zhida_server::aloud::{Audio, Speech, Voice, VoiceProblem, wave};
use zhida_server::web::islands::{File, Islands};

use crate::browser::Page;
use crate::cases::{address, filed, op, resident, resident_linked_to};
use crate::harness::{Site, serving_as};
use crate::limits::used;

both_engines!(
    a_service_is_heard_where_there_is_a_voice,
    a_letter_is_heard_by_whom_it_is_shown_to,
    a_voice_that_fails_is_said_and_nobody_listens_all_day,
    reading_aloud_brings_its_script_to_whom_switched_it_on,
);

/// Keeps what it is given; fails where it is given nothing that it knows.
#[derive(Debug, Default)]
pub(crate) struct Recorder {
    said: Mutex<Vec<(Language, String)>>,
    fails: bool,
}

impl Voice for Recorder {
    fn speak<'a>(&'a self, text: &'a str, language: Language) -> BoxFuture<'a, Result<Audio, VoiceProblem>> {
        self.said.lock().unwrap().push((language, text.to_owned()));
        let answer = if self.fails {
            Err(VoiceProblem::failed("broken"))
        } else {
            let bytes = b"RIFF".to_vec();
            Ok(Audio {
                kind: wave::KIND,
                bytes,
            })
        };
        Box::pin(std::future::ready(answer))
    }
}

impl Recorder {
    pub(crate) fn last(&self) -> (Language, String) {
        self.said.lock().unwrap().last().cloned().unwrap()
    }

    fn times(&self) -> usize {
        self.said.lock().unwrap().len()
    }
}

/// The same portal with this voice.
pub(crate) async fn with(site: &Site, fails: bool) -> (Site, Arc<Recorder>) {
    let recorder = Arc::new(Recorder {
        fails,
        ..Recorder::default()
    });
    let voice: Arc<dyn Voice> = Arc::clone(&recorder) as _;
    let loud = serving_as(site.portal.config.clone(), |portal| {
        portal.speech = Some(Speech::of(voice));
    })
    .await;
    (loud, recorder)
}

async fn a_service_is_heard_where_there_is_a_voice(site: Site) {
    let (page, audio) = ("/services/care_subsidy", "/services/care_subsidy/audio");
    let silent = site.browser().get(page).await;
    assert!(!silent.has(".aloud"), "{}", silent.html);
    assert_eq!(site.browser().get(audio).await.status, StatusCode::NOT_FOUND);

    let (loud, recorder) = with(&site, false).await;
    let browser = loud.browser();
    let offered = browser.get(page).await;
    assert_eq!(offered.attributes(".aloud a", "href"), [audio]);
    let says = offered.text(".aloud .hint");
    assert!(
        says.contains("机器合成") && says.contains("分钟") && says.contains("兆"),
        "{says}"
    );
    assert!(!offered.has("script"), "hearing a recording needs none");
    let sound = browser.get(audio).await;
    assert_eq!((sound.status, sound.html.as_str()), (StatusCode::OK, "RIFF"));
    let (language, said) = recorder.last();
    assert_eq!(language, Language::ZhCn);
    assert!(said.lines().next().unwrap().contains("机器合成"), "{said}");
    let name = offered.text("h1");
    assert!(said.contains(&format!("{name}。")), "{said}");
    assert!(!said.contains(|char: char| char.is_ascii_digit()), "{said}");
    assert!(
        !said.contains(&offered.text(".display-bar-name")),
        "nothing around the page: {said}"
    );
    assert_eq!(
        browser.get("/services/nothing/audio").await.status,
        StatusCode::NOT_FOUND
    );
    // In the words that the visitor reads.
    browser
        .post("/display", &[("language", "en"), ("motion", "system")])
        .await;
    browser.get(audio).await;
    let (language, said) = recorder.last();
    assert_eq!(language, Language::En);
    assert!(said.starts_with("This is a machine"), "{said}");
}

async fn a_letter_is_heard_by_whom_it_is_shown_to(site: Site) {
    let helper = resident(&site, "zhiqiang").await;
    let case = filed(&site, &helper.owner, |case| {
        case.case.result == Some(ResultKind::Refuse) && case.case.served.is_empty()
    })
    .await;
    let subject = resident_linked_to(&site, "chunyan", Some(case.opened.subject.key.clone())).await;
    let stranger = resident(&site, "nobody").await;
    let (loud, recorder) = with(&site, false).await;
    let letter = format!("{}/letter", address(&case));
    let audio = format!("{letter}/audio");
    assert_eq!(loud.browser().get(&audio).await.status, StatusCode::NOT_FOUND);
    let refused = stranger.browser.at(&loud.url).get(&audio).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    // Whoever has not taken it yet hears nothing of it either.
    let subject = subject.browser.at(&loud.url);
    let first = subject.get(&audio).await;
    assert_eq!(first.location.as_ref(), Some(&letter));
    assert_eq!(recorder.times(), 0);
    let taking = op(&subject.get(&letter).await);
    subject.post(&letter, &[("op", &taking)]).await;
    let page = subject.get(&letter).await;
    assert_eq!(page.attributes(".aloud a", "href"), [audio.as_str()]);
    assert_eq!(subject.get(&audio).await.status, StatusCode::OK);
    let (_, said) = recorder.last();
    assert!(said.contains("这次不给") && said.contains("行政复议"), "{said}");
    assert!(!said.contains(|char: char| char.is_ascii_digit()), "{said}");
    assert!(said.contains("二〇二"), "years are said digit by digit: {said}");
}

async fn a_voice_that_fails_is_said_and_nobody_listens_all_day(site: Site) {
    let (broken, _) = with(&site, true).await;
    let audio = "/services/care_subsidy/audio";
    let page = broken.browser().get(audio).await;
    assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(page.has("h1"), "a page in the visitor's language: {}", page.html);
    let (loud, recorder) = with(&site, false).await;
    used(&loud, "audio household 192.0.2.7", 2000).await;
    let many = loud.browser().coming_from("192.0.2.7").get(audio).await;
    assert_eq!(many.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(recorder.times(), 0);
}

async fn reading_aloud_brings_its_script_to_whom_switched_it_on(site: Site) {
    let file = |plain, brotli| File { plain, brotli };
    let islands = Islands::new(file(b"script", b"small script"), file(b"code", b"small code"));
    let script = islands.href.clone();
    let site = serving_as(site.portal.config.clone(), |portal| portal.islands = Some(islands)).await;
    let browser = site.browser();
    let reads = |page: &Page| {
        let policy = page.headers["content-security-policy"].to_str().unwrap().to_owned();
        let sources = page.attributes("script", "src");
        assert_eq!(!sources.is_empty(), page.has("[data-aloud]"), "{}", page.html);
        assert_eq!(!sources.is_empty(), policy.contains("script-src"), "{policy}");
        if sources.is_empty() {
            return false;
        }
        assert_eq!(sources, [script.as_str()]);
        assert!(page.has("script[defer]") && page.has("[data-aloud-instead]"));
        assert!(
            policy.contains("' 'self' 'wasm-unsafe-eval'; connect-src 'self'"),
            "{policy}"
        );
        assert!(
            !policy.contains("strict-dynamic") && !policy.contains("unsafe-inline"),
            "{policy}"
        );
        true
    };
    assert!(!reads(&browser.get("/help").await), "nobody asked for it");
    for (chosen, wanted) in [
        (("view", "simple"), true),
        (("aloud", "silent"), false),
        (("aloud", "aloud"), true),
        (("view", "full"), true),
        (("aloud", "with-simple"), false),
    ] {
        browser.post("/display", &[chosen]).await;
        for path in ["/help", "/services/care_subsidy", "/no-such-page"] {
            assert_eq!(reads(&browser.get(path).await), wanted, "{chosen:?}: {path}");
        }
    }
    // For who is signed in it is kept with the account, and comes along to another device.
    let resident = resident(&site, "tingting").await.browser;
    assert!(!reads(&resident.get("/help").await));
    resident.post("/display", &[("aloud", "aloud")]).await;
    assert!(reads(&resident.get("/help").await));
}
