//! The schema: numbered files for each engine, the same numbers in both, built into the program.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use sqlx::migrate::{Migrate, MigrateError, Migration, MigrationType, Migrator};
use sqlx::sqlite::SqliteConnection;
use sqlx::{Connection as _, PgConnection};

use super::{SqlSafeStr, Store, StoreError, postgres, sqlite};

struct Step {
    number: i64,
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

macro_rules! steps {
    ($($zeros:literal $number:literal $name:literal;)*) => {
        &[$(Step {
            number: $number,
            name: $name,
            sqlite: include_str!(concat!("../../migrations/sqlite/", $zeros, $number, "_", $name, ".sql")),
            postgres: include_str!(concat!("../../migrations/postgres/", $zeros, $number, "_", $name, ".sql")),
        }),*]
    };
}

/// One line for each, in order. What has been released is never changed, only followed.
const STEPS: &[Step] = steps! {
    "000" 1 "foundation";
    "000" 2 "account";
    "000" 3 "apply";
    "000" 4 "casework";
    "000" 5 "registry";
    "000" 6 "seen";
    "000" 7 "queue";
    "000" 8 "former";
    "000" 9 "contested";
    "00" 10 "allowance";
    "00" 11 "queue_filters";
    "00" 12 "queue_counts";
    "00" 13 "feedback";
    "00" 14 "asked_why";
    "00" 15 "reading";
    "00" 16 "rating";
    "00" 17 "returned";
    "00" 18 "confirmation";
    "00" 19 "delegation";
    "00" 20 "message";
    "00" 21 "assisted";
    "00" 22 "confidential";
    "00" 23 "needs";
    "00" 24 "legal_aid";
};

/// The schema in the words of SQLite, for tests that look at all of it.
#[cfg(test)]
pub(super) fn sqlite_texts() -> impl Iterator<Item = &'static str> {
    STEPS.iter().map(|step| step.sqlite)
}

/// How the schema of a database stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Migrations {
    /// The numbers it has had.
    pub applied: Vec<i64>,
    /// The numbers it lacks.
    pub pending: Vec<i64>,
    /// Numbers this program does not know: a newer one has been here.
    pub unknown: Vec<i64>,
}

pub(super) async fn run(store: &Store) -> Result<(), StoreError> {
    match store {
        Store::Sqlite(engine) => {
            // A connection of its own, before there is work for the writer.
            let mut connection = SqliteConnection::connect_with(&engine.options)
                .await
                .map_err(sqlite::error)?;
            let done = migrator(|step| step.sqlite)
                .run_direct(None, &mut connection, false)
                .await;
            connection.close().await.map_err(sqlite::error)?;
            done.map_err(|problem| failed(problem, sqlite::error))
        }
        Store::Postgres(engine) => {
            let mut connection = PgConnection::connect_with(&engine.unlimited)
                .await
                .map_err(postgres::error)?;
            let done = migrator(|step| step.postgres)
                .run_direct(None, &mut connection, false)
                .await;
            connection.close().await.map_err(postgres::error)?;
            done.map_err(|problem| failed(problem, postgres::error))
        }
    }
}

pub(super) async fn state(store: &Store) -> Result<Migrations, StoreError> {
    const TABLE: &str = "_sqlx_migrations";
    let applied = match store {
        Store::Sqlite(engine) => {
            let mut connection = SqliteConnection::connect_with(&engine.options)
                .await
                .map_err(sqlite::error)?;
            let ready = connection.ensure_migrations_table(TABLE).await;
            let applied = match ready {
                Ok(()) => connection.list_applied_migrations(TABLE).await,
                Err(problem) => Err(problem),
            };
            connection.close().await.map_err(sqlite::error)?;
            applied.map_err(|problem| failed(problem, sqlite::error))?
        }
        Store::Postgres(engine) => {
            let mut connection = engine.pool.acquire().await.map_err(postgres::error)?;
            let ready = connection.ensure_migrations_table(TABLE).await;
            ready.map_err(|problem| failed(problem, postgres::error))?;
            let applied = connection.list_applied_migrations(TABLE).await;
            applied.map_err(|problem| failed(problem, postgres::error))?
        }
    };
    let applied: Vec<i64> = applied.into_iter().map(|migration| migration.version).collect();
    let known = || STEPS.iter().map(|step| step.number);
    Ok(Migrations {
        pending: known().filter(|number| !applied.contains(number)).collect(),
        unknown: applied
            .iter()
            .copied()
            .filter(|number| !known().any(|step| step == *number))
            .collect(),
        applied,
    })
}

fn migrator(text: impl Fn(&Step) -> &'static str) -> Migrator {
    let steps = STEPS.iter().map(|step| {
        let name = Cow::Borrowed(step.name);
        Migration::new(
            step.number,
            name,
            MigrationType::Simple,
            text(step).into_sql_str(),
            false,
        )
    });
    Migrator::with_migrations(steps.collect())
}

fn failed(problem: MigrateError, error: impl Fn(sqlx::Error) -> StoreError) -> StoreError {
    match problem {
        MigrateError::Execute(problem) => error(problem),
        MigrateError::VersionMissing(_) => {
            StoreError::Other("the database has been changed by a newer version of the program".to_owned())
        }
        other => StoreError::Other(format!("migration: {other}")),
    }
}

/// The name of the constraint over columns that SQLite names, `event.stream, event.seq`; like PostgreSQL's own name
/// where the schema gives none.
pub(super) fn unique_name(columns: &str) -> String {
    let mut table = "";
    let mut names = Vec::new();
    for column in columns.split(", ") {
        if let Some((of, name)) = column.split_once('.') {
            table = of;
            names.push(name);
        }
    }
    if let Some(name) = UNIQUE.get(&(table.to_owned(), names.join(" "))) {
        return name.clone();
    }
    // An index over an expression: SQLite says `index 'uq_…'`.
    let named = columns.strip_prefix("index '").and_then(|rest| rest.strip_suffix('\''));
    named.map_or_else(|| format!("{table}_{}_key", names.join("_")), str::to_owned)
}

/// (table, columns) → the constraint's name, from the text of the schema, which is the only place SQLite keeps it.
static UNIQUE: LazyLock<HashMap<(String, String), String>> = LazyLock::new(|| {
    STEPS
        .iter()
        .flat_map(|step| unique_constraints(step.sqlite))
        .map(|(name, table, columns)| ((table, columns), name))
        .collect()
});

fn unique_constraints(sql: &str) -> Vec<(String, String, String)> {
    let text: String = sql
        .lines()
        .map(|line| line.split("--").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join(" ");
    let spaced = text.replace('(', " ( ").replace(')', " ) ").replace(',', " , ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let columns = |from: usize| -> String {
        let list = words.iter().skip(from).take_while(|word| **word != ")");
        let names = list.filter(|word| **word != "," && **word != "(");
        names.copied().collect::<Vec<_>>().join(" ")
    };
    let mut table = "";
    let mut found = Vec::new();
    for at in 0..words.len() {
        match &words[at..] {
            ["CREATE", "TABLE", name, ..] => table = name,
            ["CREATE", "UNIQUE", "INDEX", name, "ON", of, "(", ..] => {
                found.push(((*name).to_owned(), (*of).to_owned(), columns(at + 7)));
            }
            ["CONSTRAINT", name, "UNIQUE", "(", ..] => {
                found.push(((*name).to_owned(), table.to_owned(), columns(at + 4)));
            }
            ["CONSTRAINT", name, "PRIMARY", "KEY", "(", ..] => {
                found.push(((*name).to_owned(), table.to_owned(), columns(at + 5)));
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_engines_have_every_constraint_under_the_same_name() {
        let names = |sql: &str| -> Vec<String> {
            let spaced = sql.replace('(', " ( ");
            let words: Vec<&str> = spaced.split_whitespace().collect();
            let named = |name: &str| name.trim_end_matches([';', ',']).to_owned();
            // What is dropped to be put back wider is no other constraint.
            let widened = words.windows(3).filter_map(|three| match three {
                ["DROP", "CONSTRAINT", name] => Some(named(name)),
                _ => None,
            });
            let widened: Vec<String> = widened.collect();
            let pairs = words.windows(3).filter_map(|three| match three {
                ["CONSTRAINT" | "INDEX", name, _] => Some(named(name)),
                _ => None,
            });
            pairs.filter(|name| !widened.contains(name)).collect()
        };
        for (at, step) in STEPS.iter().enumerate() {
            assert_eq!(step.number, i64::try_from(at).unwrap() + 1, "numbers have no gaps");
            assert_eq!(names(step.sqlite), names(step.postgres), "{}", step.name);
        }
    }

    #[test]
    fn sqlite_names_its_unique_constraints() {
        assert_eq!(unique_name("event.stream, event.seq"), "uq_event_stream_seq");
        assert_eq!(unique_name("index 'uq_x'"), "uq_x");
        assert_eq!(unique_name("never.was"), "never_was_key");
        let found = unique_constraints("CREATE UNIQUE INDEX uq_a ON t (x, y) WHERE x > 0; -- CONSTRAINT no UNIQUE (z)");
        assert_eq!(found, [("uq_a".to_owned(), "t".to_owned(), "x y".to_owned())]);
    }
}
