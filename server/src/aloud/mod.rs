//! Pages to be heard as audio: a voice as a port, espeak-ng as the one that is built in ([`espeak`]), and an adapter for a
//! better one that an office runs beside the portal ([`gateway`]).
//!
//! What a voice is given was written out by `zhida::aloud`; what it says is what the page says, through the page's door.

pub mod espeak;
pub mod gateway;
pub mod pages;
pub mod wave;

use std::collections::VecDeque;
use std::fmt::Debug;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::http::HeaderValue;
use futures_util::future::BoxFuture;
use sha2::{Digest as _, Sha256};
use tokio::sync::{OnceCell, Semaphore};
use tokio::time::timeout;
use zhida_app::text::Language;

use crate::config::VoiceSetting;

/// Characters of a text that is spoken at most; the longest letter has about a fifth of it.
pub const LONGEST: usize = 8000;
/// How many texts are spoken at once; a third waits, but not long.
const AT_ONCE: usize = 2;
const WAIT: Duration = Duration::from_secs(5);
/// How many texts that were spoken are kept, and how large all of them are at most.
const KEPT: usize = 16;
const KEPT_BYTES: usize = 64 * 1024 * 1024;
/// How long a text may take.
const WITHIN: Duration = Duration::from_secs(20);

/// What turns text into speech.
pub trait Voice: Debug + Send + Sync {
    /// Speaks a text of a language.
    fn speak<'a>(&'a self, text: &'a str, language: Language) -> BoxFuture<'a, Result<Audio, VoiceProblem>>;
}

/// Speech as browsers play it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Audio {
    /// The content type, such as `audio/wav`.
    pub kind: HeaderValue,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Why a text was not spoken. None of it holds anything of the text.
#[derive(Debug, thiserror::Error)]
pub enum VoiceProblem {
    /// More than [`LONGEST`].
    #[error("the text is too long to be spoken")]
    TooLong,
    /// Others are being spoken to.
    #[error("all voices are busy")]
    Busy,
    /// It did not end in time.
    #[error("the voice did not end in time")]
    TooSlow,
    /// The program or the other server failed.
    #[error("the voice failed: {0}")]
    Failed(String),
}

impl VoiceProblem {
    /// It failed, for a reason that goes into the log.
    pub fn failed(why: impl std::fmt::Display) -> Self {
        Self::Failed(why.to_string())
    }
}

/// A voice with bounds: how long a text, how many at once, how much time.
#[derive(Debug)]
pub struct Speech {
    voice: Arc<dyn Voice>,
    places: Semaphore,
    within: Duration,
    kept: Mutex<Kept>,
}

/// What was spoken last, so that a player that asks for parts, and whoever listens again, do not have it spoken anew. In
/// memory alone: letters are spoken, and nothing of them is to lie about.
#[derive(Debug, Default)]
struct Kept {
    /// By a hash of language and text; the latest one last.
    spoken: VecDeque<([u8; 32], Spoken)>,
}

/// One text: whoever comes while it is being spoken waits for the same sound.
type Spoken = Arc<OnceCell<Audio>>;

impl Kept {
    /// The place of a text, and how many others are left.
    fn place(&mut self, hash: [u8; 32]) -> Spoken {
        let at = self.spoken.iter().position(|(kept, _)| *kept == hash);
        let spoken = at.and_then(|at| self.spoken.remove(at)).map(|(_, spoken)| spoken);
        let spoken = spoken.unwrap_or_default();
        self.spoken.push_back((hash, Arc::clone(&spoken)));
        let bytes = |kept: &VecDeque<([u8; 32], Spoken)>| -> usize {
            kept.iter()
                .filter_map(|(_, spoken)| spoken.get())
                .map(|audio| audio.bytes.len())
                .sum()
        };
        while self.spoken.len() > KEPT || self.spoken.len() > 1 && bytes(&self.spoken) > KEPT_BYTES {
            self.spoken.pop_front();
        }
        spoken
    }
}

impl Speech {
    /// A voice within the bounds of the portal.
    pub fn of(voice: Arc<dyn Voice>) -> Self {
        Self {
            voice,
            places: Semaphore::new(AT_ONCE),
            within: WITHIN,
            kept: Mutex::default(),
        }
    }

    /// The voice of the settings; nothing where there is to be none, or where espeak-ng is not installed.
    pub fn of_settings(setting: &VoiceSetting) -> Option<Self> {
        let voice: Arc<dyn Voice> = match setting {
            VoiceSetting::Off => return None,
            VoiceSetting::Installed => Arc::new(espeak::Espeak::installed()?),
            VoiceSetting::Gateway(address) => Arc::new(gateway::Gateway::at(address.clone())),
        };
        Some(Self::of(voice))
    }

    /// Speaks a text.
    ///
    /// # Errors
    /// A text that is too long, no place, no time, or a voice that fails.
    pub async fn speak(&self, text: &str, language: Language) -> Result<Audio, VoiceProblem> {
        if text.chars().count() > LONGEST {
            return Err(VoiceProblem::TooLong);
        }
        let mut hash = Sha256::new();
        hash.update(language.code());
        hash.update([0]);
        hash.update(text);
        let spoken = self
            .kept
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .place(hash.finalize().into());
        let speak = async {
            let place = timeout(WAIT.min(self.within), self.places.acquire()).await;
            let Ok(Ok(_place)) = place else {
                return Err(VoiceProblem::Busy);
            };
            let spoken = timeout(self.within, self.voice.speak(text, language)).await;
            spoken.unwrap_or(Err(VoiceProblem::TooSlow))
        };
        // What failed is tried again by whoever asks next.
        spoken.get_or_try_init(|| speak).await.cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Speaks for as long as it is told.
    #[derive(Debug)]
    struct Slow(Duration);

    impl Voice for Slow {
        fn speak<'a>(&'a self, text: &'a str, _: Language) -> BoxFuture<'a, Result<Audio, VoiceProblem>> {
            Box::pin(async move {
                tokio::time::sleep(self.0).await;
                let kind = HeaderValue::from_static("audio/wav");
                let bytes = text.as_bytes().to_vec();
                Ok(Audio { kind, bytes })
            })
        }
    }

    fn speech(takes: u64, within: u64) -> Speech {
        Speech {
            within: Duration::from_millis(within),
            ..Speech::of(Arc::new(Slow(Duration::from_millis(takes))))
        }
    }

    #[tokio::test]
    async fn what_is_short_and_quick_is_spoken() {
        let audio = speech(1, 5000).speak("您好", Language::ZhCn).await.unwrap();
        assert_eq!(audio.bytes, "您好".as_bytes());
    }

    #[tokio::test]
    async fn what_is_too_long_or_takes_too_long_is_not() {
        let long = "好".repeat(LONGEST + 1);
        let refused = speech(1, 5000).speak(&long, Language::ZhCn).await;
        assert!(matches!(refused, Err(VoiceProblem::TooLong)));
        let refused = speech(60_000, 20).speak("好", Language::ZhCn).await;
        assert!(matches!(refused, Err(VoiceProblem::TooSlow)));
    }

    #[tokio::test]
    async fn who_finds_no_place_is_told_so() {
        let speech = speech(400, 100);
        let texts = ["一", "二", "三", "四"];
        let many = futures_util::future::join_all(texts.iter().map(|text| speech.speak(text, Language::ZhCn))).await;
        let busy = many.iter().filter(|one| matches!(one, Err(VoiceProblem::Busy))).count();
        assert!(busy <= 2 && many.len() == 4, "{many:?}");
        let slow = many
            .iter()
            .filter(|one| matches!(one, Err(VoiceProblem::TooSlow)))
            .count();
        assert!(slow >= 2, "{many:?}");
    }

    /// Counts what it is asked.
    #[derive(Debug, Default)]
    struct Counts(std::sync::atomic::AtomicUsize);

    impl Voice for Counts {
        fn speak<'a>(&'a self, text: &'a str, _: Language) -> BoxFuture<'a, Result<Audio, VoiceProblem>> {
            Box::pin(async move {
                let before = self.0.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
                tokio::time::sleep(Duration::from_millis(30)).await;
                if text == "坏" && before == 0 {
                    return Err(VoiceProblem::failed("broken"));
                }
                let kind = HeaderValue::from_static("audio/wav");
                Ok(Audio {
                    kind,
                    bytes: vec![0; text.len()],
                })
            })
        }
    }

    impl Counts {
        fn asked(&self) -> usize {
            self.0.load(std::sync::atomic::Ordering::SeqCst)
        }
    }

    #[tokio::test]
    async fn a_text_is_spoken_once_for_all_who_ask_at_once_and_again() {
        let voice = Arc::new(Counts::default());
        let speech = Speech::of(Arc::clone(&voice) as _);
        let all = futures_util::future::join_all((0..5).map(|_| speech.speak("每月七十元", Language::ZhCn))).await;
        assert!(all.iter().all(Result::is_ok));
        speech.speak("每月七十元", Language::ZhCn).await.unwrap();
        assert_eq!(voice.asked(), 1);
        speech.speak("每月七十元", Language::En).await.unwrap();
        assert_eq!(voice.asked(), 2, "in another language it is another sound");
        // Only so many are kept; what was heard last is.
        for text in 0..KEPT {
            speech.speak(&text.to_string(), Language::En).await.unwrap();
        }
        assert_eq!(speech.kept.lock().unwrap().spoken.len(), KEPT);
        speech.speak("每月七十元", Language::ZhCn).await.unwrap();
        assert_eq!(voice.asked(), 2 + KEPT + 1);
    }

    #[tokio::test]
    async fn what_failed_is_tried_again() {
        let voice = Arc::new(Counts::default());
        let speech = Speech::of(Arc::clone(&voice) as _);
        assert!(speech.speak("坏", Language::ZhCn).await.is_err());
        assert!(speech.speak("坏", Language::ZhCn).await.is_ok());
        assert_eq!(voice.asked(), 2);
    }
}
