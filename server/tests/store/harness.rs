//! A new database for each story.

use std::future::Future;
use std::path::PathBuf;
use std::sync::Once;

use sqlx::{AssertSqlSafe, Connection as _, PgConnection};
use tempfile::TempDir;
use zhida::calendar::Instant;
use zhida_server::store::cipher::Keys;
use zhida_server::store::{Store, Tx};

/// What a story begins with: an empty, migrated database.
#[derive(Clone)]
pub struct World {
    pub store: Store,
    pub keys: Keys,
    /// 2026-11-24, 10:00 in Hunan.
    pub now: Instant,
    /// A folder that is gone afterwards.
    pub folder: PathBuf,
    /// The database's address.
    pub url: String,
}

impl World {
    pub async fn begin(&self) -> Tx {
        self.store.begin().await.unwrap()
    }

    /// The address of a second, empty database on the same engine.
    pub async fn other_url(&self) -> String {
        if self.url.starts_with("sqlite:") {
            return format!("sqlite:{}", self.folder.join("other/zhida.db").display());
        }
        let name = self.url.rsplit_once('/').unwrap().1;
        let mut admin = PgConnection::connect(&postgres_server().unwrap()).await.unwrap();
        let make = format!("CREATE DATABASE {name}_other TEMPLATE template0");
        sqlx::query(AssertSqlSafe(make)).execute(&mut admin).await.unwrap();
        format!("{}_other", self.url)
    }
}

/// `both_engines!(a_story, another)`: tests of `async fn a_story(world: World)`.
macro_rules! both_engines {
    ($($story:ident),* $(,)?) => {
        mod on_sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $story() {
                $crate::harness::on_sqlite(super::$story).await;
            })*
        }
        mod on_postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $story() {
                $crate::harness::on_postgres(super::$story).await;
            })*
        }
    };
}

pub async fn on_sqlite<F: Future<Output = ()>>(story: impl Fn(World) -> F) {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite:{}", folder.path().join("data/zhida.db").display());
    story(world(&folder, url).await).await;
}

pub async fn on_postgres<F>(story: impl Fn(World) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let Some(server) = postgres_server() else { return };
    let folder = tempfile::tempdir().unwrap();
    let name = format!("story_{}", uuid::Uuid::now_v7().simple());
    let mut admin = PgConnection::connect(&server).await.unwrap();
    let make = format!("CREATE DATABASE {name} TEMPLATE template0");
    sqlx::query(AssertSqlSafe(make)).execute(&mut admin).await.unwrap();
    let (address, _) = server.rsplit_once('/').unwrap();
    let told = tokio::spawn(story(world(&folder, format!("{address}/{name}")).await)).await;
    for name in [name.clone(), format!("{name}_other")] {
        let drop = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        sqlx::query(AssertSqlSafe(drop)).execute(&mut admin).await.unwrap();
    }
    if let Err(failed) = told {
        std::panic::resume_unwind(failed.into_panic());
    }
}

async fn world(folder: &TempDir, url: String) -> World {
    let store = Store::open(&url).await.unwrap();
    store.migrate().await.unwrap();
    World {
        store,
        keys: Keys::generate(),
        now: Instant::from_epoch_ms(1_795_485_600_000),
        folder: folder.path().to_owned(),
        url,
    }
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
