//! A portal for each journey: a new database, a free port.

use std::collections::BTreeMap;
use std::future::Future;
use std::sync::{Arc, Once};

use sqlx::{AssertSqlSafe, Connection as _, PgConnection};
use tempfile::TempDir;
use tokio::net::TcpListener;
use zhida_server::config::Config;
use zhida_server::portal::Portal;
use zhida_server::startup;
use zhida_server::web::islands::Islands;
use zhida_server::web::listen::{self, Door};
use zhida_server::web::router::router;

use crate::browser::Browser;

/// A portal that runs until the journey is over.
#[derive(Clone)]
pub struct Site {
    /// What runs: for tests that must know what the store holds.
    pub portal: Arc<Portal>,
    /// Where it answers, without a slash at the end.
    pub url: String,
}

impl Site {
    /// Somebody with a browser of their own.
    pub fn browser(&self) -> Browser {
        Browser::new(&self.url)
    }
}

/// `both_engines!(a_journey, another)`: tests of `async fn a_journey(site: Site)`.
macro_rules! both_engines {
    ($($journey:ident),* $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $journey() {
                $crate::harness::on_sqlite(super::$journey).await;
            })*
        }
        mod on_postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $journey() {
                $crate::harness::on_postgres(super::$journey).await;
            })*
        }
    };
}

pub async fn on_sqlite<F: Future<Output = ()>>(journey: impl Fn(Site) -> F) {
    let folder = tempfile::tempdir().unwrap();
    journey(site(&folder, None).await).await;
}

pub async fn on_postgres<F>(journey: impl Fn(Site) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let Some(server) = postgres_server() else { return };
    let folder = tempfile::tempdir().unwrap();
    let name = format!("journey_{}", uuid::Uuid::now_v7().simple());
    let mut admin = PgConnection::connect(&server).await.unwrap();
    let make = format!("CREATE DATABASE {name} TEMPLATE template0");
    sqlx::query(AssertSqlSafe(make)).execute(&mut admin).await.unwrap();
    let (address, _) = server.rsplit_once('/').unwrap();
    let gone = tokio::spawn(journey(site(&folder, Some(format!("{address}/{name}"))).await)).await;
    let drop = format!("DROP DATABASE {name} WITH (FORCE)");
    sqlx::query(AssertSqlSafe(drop)).execute(&mut admin).await.unwrap();
    if let Err(failed) = gone {
        std::panic::resume_unwind(failed.into_panic());
    }
}

async fn site(folder: &TempDir, database: Option<String>) -> Site {
    let mut settings = BTreeMap::from([
        ("addr".to_owned(), "127.0.0.1:0".to_owned()),
        // Browsers of tests say themselves where they come from.
        ("trusted_proxies".to_owned(), "127.0.0.1".to_owned()),
        // What is installed here changes no page; who wants a voice brings one.
        ("voice".to_owned(), "off".to_owned()),
        ("data".to_owned(), folder.path().join("data").display().to_string()),
    ]);
    if let Some(database) = database {
        settings.insert("database_url".to_owned(), database);
    }
    serving(Config::read(&settings).unwrap()).await
}

/// A portal with these settings, perhaps beside another on the same database.
pub async fn serving(config: Config) -> Site {
    served(startup::portal(config).await.unwrap()).await
}

/// The same, with this browser bundle or none, whichever the program was built with.
pub async fn serving_with(config: Config, islands: Option<Islands>) -> Site {
    serving_as(config, |portal| portal.islands = islands).await
}

/// The same, put otherwise together.
pub async fn serving_as(config: Config, change: impl FnOnce(&mut Portal)) -> Site {
    let mut portal = startup::portal(config).await.unwrap();
    change(&mut portal);
    served(portal).await
}

async fn served(portal: Portal) -> Site {
    let portal = Arc::new(portal);
    let listener = TcpListener::bind(portal.config.addr).await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let service = router(Arc::clone(&portal)).unwrap();
    let door = Door::of(&portal);
    tokio::spawn(listen::serve(listener, service, door, std::future::pending()));
    Site { portal, url }
}

/// The server of the stories on PostgreSQL. Where none is named, that is said; where the tests count (`CI`), they fail.
#[expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a setting of the tests, not of the program; told to whoever runs them"
)]
fn postgres_server() -> Option<String> {
    static SAID: Once = Once::new();
    let server = std::env::var("ZHIDA_TEST_POSTGRES_URL")
        .ok()
        .filter(|server| !server.is_empty());
    if server.is_none() {
        assert!(
            std::env::var_os("CI").is_none(),
            "ZHIDA_TEST_POSTGRES_URL names no server: nothing would be proven on PostgreSQL"
        );
        SAID.call_once(|| {
            eprintln!("\n*** NOT TESTED ON POSTGRESQL: ZHIDA_TEST_POSTGRES_URL names no server ***\n");
        });
    }
    server
}
