//! From settings to a running portal, and to its end.

use std::future::Future;
use std::io::{self, Write as _};
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;
use zhida::calendar::{Instant, Month, WorkingDays, WorkingDaysError};
use zhida::place::DivisionCode;

use crate::catalogue::{self, Kept, LoadProblem};
use crate::config::{Config, ConfigProblem, VoiceSetting};
use crate::demo;
use crate::letter::making::Making;
use crate::outside::Outside;
use crate::portal::{Parts, Portal};
use crate::store::cipher::{self, KeysProblem};
use crate::store::file::make_private_folder;
use crate::store::{Store, StoreError, definition, policy};
use crate::web::listen::{self, Door};
use crate::web::router::{RouterProblem, router};

/// The time. Only this reads the system's.
#[derive(Clone, Copy, Debug, Default)]
pub struct Clock {
    /// How far it is ahead of the system's, in milliseconds: nothing but in tests.
    ahead_ms: i64,
}

impl Clock {
    /// A clock that begins at a moment, or the system's.
    pub fn starting(at: Option<Instant>) -> Self {
        let system = Self::default().now().epoch_ms();
        Self {
            ahead_ms: at.map_or(0, |at| at.epoch_ms().saturating_sub(system)),
        }
    }

    /// The moment.
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the clock")]
    pub fn now(self) -> Instant {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let system = i64::try_from(since.as_millis()).unwrap_or(i64::MAX);
        Instant::from_epoch_ms(system.saturating_add(self.ahead_ms).saturating_add(turned_on_ms()))
    }
}

/// How far tests have turned the clock of the running program on: the milliseconds in `test-clock` in the data folder.
#[cfg(feature = "test-clock")]
fn turned_on_ms() -> i64 {
    let file = TURNED_ON.get().and_then(|file| std::fs::read_to_string(file).ok());
    file.and_then(|text| text.trim().parse().ok()).unwrap_or(0)
}

#[cfg(not(feature = "test-clock"))]
const fn turned_on_ms() -> i64 {
    0
}

#[cfg(feature = "test-clock")]
static TURNED_ON: std::sync::OnceLock<std::path::PathBuf> = std::sync::OnceLock::new();

#[cfg(all(feature = "test-clock", not(debug_assertions)))]
compile_error!("the feature test-clock lets a file turn the clock: it is for tests, never for a release");

/// Why the portal does not start: one plain sentence.
#[derive(Debug, thiserror::Error)]
pub enum StartProblem {
    /// A setting is wrong: exit code 2.
    #[error(transparent)]
    Config(#[from] ConfigProblem),
    /// A service or its words are wrong: exit code 2.
    #[error(transparent)]
    Services(#[from] LoadProblem),
    /// The list of working days is wrong: exit code 2.
    #[error("services/calendar/working-days.toml: {0}")]
    WorkingDays(#[from] WorkingDaysError),
    /// A policy value is not in force: exit code 2.
    #[error("The policy values cannot be used: {0}.")]
    Policy(#[from] zhida::policy::Missing),
    /// The public address is no origin: exit code 2.
    #[error(transparent)]
    Router(#[from] RouterProblem),
    /// The keys are missing or are not those of the database: exit code 2.
    #[error(transparent)]
    Keys(#[from] KeysProblem),
    /// The database cannot be opened or brought up to date.
    #[error("The database cannot be used: {0}.")]
    Store(#[from] StoreError),
    /// The log filter cannot be read: exit code 2.
    #[error("ZHIDA_LOG cannot be used: {0}.")]
    Log(String),
    /// The data folder cannot be made.
    #[error("The data folder {folder} cannot be used: {problem}.")]
    Data {
        /// The folder.
        folder: String,
        /// What the system says.
        problem: io::Error,
    },
    /// The address is taken.
    #[error("Cannot listen on {addr}: {problem}.")]
    Listen {
        /// The address.
        addr: std::net::SocketAddr,
        /// What the system says.
        problem: io::Error,
    },
    /// Invented staff with a known password: exit code 2.
    #[error(
        "The database holds a demonstration, whose sign-ins are known: it is served on a loopback address only, not on {0}."
    )]
    Demo(std::net::SocketAddr),
    /// Anything else of the system.
    #[error("The system refused: {0}.")]
    System(#[from] io::Error),
}

impl StartProblem {
    /// Whether a setting or a file of the operator is to blame.
    pub fn is_configuration(&self) -> bool {
        matches!(
            self,
            Self::Config(_)
                | Self::Services(_)
                | Self::WorkingDays(_)
                | Self::Policy(_)
                | Self::Router(_)
                | Self::Keys(_)
                | Self::Log(_)
                | Self::Demo(_)
        )
    }
}

/// Loads everything and puts the portal together.
///
/// # Errors
/// Whatever stops the start.
pub async fn portal(config: Config) -> Result<Portal, StartProblem> {
    let loaded = catalogue::load(config.services.as_deref())?;
    let outside = Outside::of_settings(&config.outgoing, &config.data)?;
    Making::check(&config)?;
    let days = loaded
        .files
        .iter()
        .find(|file| file.path == "calendar/working-days.toml");
    let calendar = WorkingDays::read(days.map_or("", |file| file.text.as_str()))?;
    make_private_folder(&config.data).map_err(|problem| StartProblem::Data {
        folder: config.data.display().to_string(),
        problem,
    })?;
    let store = Store::open(&config.database_url).await?;
    store.migrate().await?;
    let keys = cipher::unlock(&store, &config.keys).await?;
    let clock = Clock::starting(config.test_clock);
    #[cfg(feature = "test-clock")]
    TURNED_ON.get_or_init(|| config.data.join("test-clock"));
    let vocabulary = &loaded.catalogue.vocabulary;
    let mut tx = store.begin().await?;
    policy::seed(&mut tx, vocabulary, &loaded.catalogue.shipped, clock.now()).await?;
    for (hash, text) in loaded.definitions() {
        definition::insert(&mut tx, &hash, &text).await?;
    }
    tx.commit().await?;
    let policy = policy::load(&mut store.read(), vocabulary).await?;
    policy.resolve(vocabulary, DivisionCode::HUNAN, Month::of(clock.now().date()))?;
    let kept = Kept::read(definition::list(&mut store.read()).await?, &loaded.catalogue);
    Ok(Portal::new(Parts {
        outside,
        clock,
        config,
        texts: loaded.texts,
        catalogue: loaded.catalogue,
        kept,
        calendar,
        store,
        keys,
        policy,
    }))
}

/// Starts the log: JSON, one object a line, on standard error.
///
/// # Errors
/// A filter that cannot be read.
pub fn start_log(filter: &str) -> Result<(), StartProblem> {
    let filter = EnvFilter::try_new(filter).map_err(|problem| StartProblem::Log(problem.to_string()))?;
    // A second start in one process keeps the first log.
    let _ = tracing_subscriber::fmt()
        .json()
        .with_env_filter(filter)
        .with_writer(io::stderr)
        .try_init();
    Ok(())
}

/// Serves until told to stop; then finishes what is under way.
///
/// # Errors
/// Whatever stops the start.
pub async fn serve(config: Config) -> Result<(), StartProblem> {
    let measured = PrometheusBuilder::new().install_recorder().ok();
    let portal = Arc::new(portal(config).await?);
    let addr = portal.config.addr;
    if !addr.ip().is_loopback() && demo::is_demo(&mut portal.store.read()).await? {
        return Err(StartProblem::Demo(addr));
    }
    let listener = listen(addr).await?;
    let local = listener.local_addr()?;
    if let (Some(addr), Some(measured)) = (portal.config.metrics_addr, measured) {
        let listener = listen(addr).await?;
        tokio::spawn(serve_metrics(listener, measured));
    }
    let closing = Arc::clone(&portal);
    let jobs = tokio::spawn(crate::jobs::work(Arc::clone(&portal)));
    let service = router(Arc::clone(&portal))?;
    let door = Door::of(&portal);
    make_room_for(portal.config.limits.connections);
    tracing::info!(address = %local, public = portal.config.public_url.origin, "listening");
    // For the person who typed the command; the log is for machines.
    let _ = writeln!(io::stdout(), "Zhida 直达 is at {}", portal.config.public_url.origin);
    for without in portal.making.without() {
        let _ = writeln!(io::stdout(), "{without}");
    }
    if portal.speech.is_none() && portal.config.voice == VoiceSetting::Installed {
        let _ = writeln!(
            io::stdout(),
            "No page is offered as audio: espeak-ng is not installed, and ZHIDA_VOICE names no other voice."
        );
    }
    let told = told_to_stop(Arc::clone(&portal))?;
    listen::serve(listener, service, door, told).await;
    // A job under way is finished.
    jobs.await.ok();
    closing.store.close().await;
    tracing::info!("stopped");
    Ok(())
}

async fn listen(addr: std::net::SocketAddr) -> Result<TcpListener, StartProblem> {
    TcpListener::bind(addr)
        .await
        .map_err(|problem| StartProblem::Listen { addr, problem })
}

async fn serve_metrics(listener: TcpListener, measured: PrometheusHandle) {
    let page = axum::routing::get(move || std::future::ready(measured.render()));
    let service = axum::Router::new().route("/metrics", page);
    listen::serve(listener, service, Door::for_this_machine(), std::future::pending()).await;
}

/// What the program opens besides connections: the database, files, what it logs to.
const OTHER_FILES: u64 = 256;

/// Every connection is an open file: asks the system for as many as the settings allow.
fn make_room_for(connections: usize) {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let needed = u64::try_from(connections)
        .unwrap_or(u64::MAX)
        .saturating_add(OTHER_FILES);
    let limit = getrlimit(Resource::Nofile);
    if limit.current.is_none_or(|current| current >= needed) {
        return;
    }
    let allowed = limit.maximum.map_or(needed, |maximum| maximum.min(needed));
    let wanted = Rlimit {
        current: Some(allowed),
        maximum: limit.maximum,
    };
    if setrlimit(Resource::Nofile, wanted).is_err() || allowed < needed {
        tracing::warn!(
            allowed,
            needed,
            "the system allows fewer open files than ZHIDA_CONNECTIONS needs"
        );
    }
}

/// Ends when SIGTERM or Ctrl+C comes: first "not ready", then no new connections.
fn told_to_stop(portal: Arc<Portal>) -> io::Result<impl Future<Output = ()> + Send + 'static> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        portal.stop();
        tracing::info!("stopping: finishing what is under way");
        // Whoever asks for readiness hears "no" before connections are refused; then nobody may hold us up for long.
        tokio::spawn(async {
            tokio::time::sleep(Duration::from_secs(20)).await;
            tracing::warn!("some requests took too long and are cut off");
            std::process::exit(0);
        });
    })
}
