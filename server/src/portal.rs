//! Everything a handler may ask: settings, clock, words, services, policy, keys, store.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use uuid::Uuid;
use zhida::calendar::{Date, Instant, WorkingDays};
use zhida::catalogue::Catalogue;
use zhida::policy::PolicyBook;
use zhida_app::text::Texts;

use crate::aloud::Speech;
use crate::apply::consents_of;
use crate::catalogue::Kept;
use crate::config::Config;
use crate::letter::making::Making;
use crate::outside::Outside;
use crate::startup::Clock;
use crate::store::Store;
use crate::store::cipher::Keys;
use crate::web::islands::Islands;
use crate::web::places::Places;
use crate::web::style::Style;

/// The running portal. One per process, shared by all requests.
#[derive(Debug)]
pub struct Portal {
    /// The settings.
    pub config: Config,
    /// The time.
    pub clock: Clock,
    /// All words.
    pub texts: Texts,
    /// A hash of those in which consent is asked for: who agreed to others is asked again.
    pub consents: String,
    /// The services.
    pub catalogue: Catalogue,
    /// What older cases are judged by.
    pub kept: Kept,
    /// Which days are worked.
    pub calendar: WorkingDays,
    /// The database.
    pub store: Store,
    /// The keys it is read with.
    pub keys: Keys,
    /// The style sheet as it is served.
    pub style: Style,
    /// What runs in browsers, where the program was built with it.
    pub islands: Option<Islands>,
    /// What speaks where a page is to be heard; nothing where there is no voice.
    pub speech: Option<Speech>,
    /// What makes PDF and braille of letters.
    pub making: Making,
    /// The ways in which messages leave the portal.
    pub outside: Outside,
    /// Places for requests under way; who gets none is told to come back in a moment.
    pub admission: Arc<Places>,
    /// Places for large bodies on their way.
    pub uploads: Arc<Places>,
    policy: RwLock<Arc<PolicyBook>>,
    stopping: AtomicBool,
}

/// What a portal is made of; the rest it makes itself.
#[derive(Debug)]
pub struct Parts {
    /// The settings.
    pub config: Config,
    /// The time.
    pub clock: Clock,
    /// All words.
    pub texts: Texts,
    /// The services.
    pub catalogue: Catalogue,
    /// The definitions that services had before.
    pub kept: Kept,
    /// Which days are worked.
    pub calendar: WorkingDays,
    /// The database, up to date.
    pub store: Store,
    /// Its keys.
    pub keys: Keys,
    /// The dated values in force.
    pub policy: PolicyBook,
    /// The ways in which messages leave the portal.
    pub outside: Outside,
}

impl Portal {
    /// Puts a portal together.
    pub fn new(parts: Parts) -> Self {
        Self {
            admission: Arc::new(Places::shared(parts.config.limits.requests)),
            uploads: Arc::new(Places::shared(parts.config.limits.uploads)),
            speech: Speech::of_settings(&parts.config.voice),
            making: Making::of_settings(&parts.config),
            config: parts.config,
            clock: parts.clock,
            consents: consents_of(&parts.texts),
            texts: parts.texts,
            catalogue: parts.catalogue,
            kept: parts.kept,
            calendar: parts.calendar,
            store: parts.store,
            outside: parts.outside,
            keys: parts.keys,
            style: Style::shipped(),
            islands: Islands::shipped(),
            policy: RwLock::new(Arc::new(parts.policy)),
            stopping: AtomicBool::new(false),
        }
    }

    /// The moment.
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// The day in Hunan.
    pub fn today(&self) -> Date {
        self.now().date()
    }

    /// The dated values in force.
    pub fn policy(&self) -> Arc<PolicyBook> {
        Arc::clone(&self.policy.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Takes other dated values into force.
    pub fn set_policy(&self, policy: PolicyBook) {
        *self.policy.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(policy);
    }

    /// A fresh id (UUIDv7): ids of later moments sort later.
    pub fn random_id(&self) -> Uuid {
        let moment = u64::try_from(self.now().epoch_ms()).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(moment, &random_bytes()).into_uuid()
    }

    /// Says that no new visitors should come.
    pub fn stop(&self) {
        self.stopping.store(true, Ordering::Relaxed);
    }

    /// Whether the portal has been told to stop.
    pub fn is_stopping(&self) -> bool {
        self.stopping.load(Ordering::Relaxed)
    }
}

/// Bytes nobody can guess.
#[expect(
    clippy::expect_used,
    reason = "a system without randomness cannot keep a secret: better to end"
)]
pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("the system gives random bytes");
    bytes
}
