//! Passwords: hashed with Argon2id (RFC 9106), away from the threads that serve pages and outside of transactions.

use std::sync::{Arc, LazyLock};

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher as _, PasswordVerifier as _};
use tokio::sync::Semaphore;
use zhida::account::Password;

use crate::portal::random_bytes;
use crate::web::Fault;
use crate::web::address::Household;
use crate::web::places::Places;

/// Each takes 19 MiB and a core for some hundredths of a second: a crowd waits its turn instead of taking the machine.
static AT_ONCE: Semaphore = Semaphore::const_new(4);

/// What stands where there is no account: checking against it costs what checking against a real one costs. It is the
/// hash of random bytes that nobody kept.
const NOBODY: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$2Xc3wLqC9yYVt8FvB5m0m1p7mXxq3T5jKkqHkq0r9a4";

/// The hash of a password, for somebody of a household or for the machine itself.
///
/// # Errors
/// A machine without memory for it.
pub async fn hash(password: &str, whose: Option<Household>) -> Result<String, Fault> {
    let password = Password::as_counted(password);
    worked(whose, move || {
        let salt: [u8; 16] = random_bytes();
        let hashed = Argon2::default().hash_password_with_salt(password.as_bytes(), &salt);
        hashed.map(|hash| hash.to_string()).map_err(Fault::internal)
    })
    .await?
}

/// Which of some hashes a password belongs to; none is checked as long as one.
///
/// # Errors
/// A machine without memory for it.
pub async fn find(password: &str, hashes: Vec<String>, whose: Option<Household>) -> Result<Option<usize>, Fault> {
    let password = Password::as_counted(password);
    worked(whose, move || {
        let is = |hash: &str| {
            let hash = PasswordHash::new(hash);
            hash.is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
        };
        if hashes.is_empty() {
            // What comes out does not matter: nobody has this hash.
            let _ = is(NOBODY);
        }
        hashes.iter().position(|hash| is(hash))
    })
    .await
}

/// So many wait for their turn; more are told to come back, and the rest of the portal goes on. One household leaves
/// as many places as it has.
static WAITING: LazyLock<Arc<Places>> = LazyLock::new(|| Arc::new(Places::shared(64)));

async fn worked<T: Send + 'static>(
    whose: Option<Household>,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Fault> {
    let Some(_waiting) = WAITING.take(whose) else {
        return Err(Fault::Unavailable);
    };
    let place = AT_ONCE.acquire().await.map_err(Fault::internal)?;
    let done = tokio::task::spawn_blocking(work).await.map_err(Fault::internal);
    drop(place);
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_found_by_its_hash() {
        let one = hash("门前有两棵枣树", None).await.unwrap();
        let two = hash("门前有两棵枣树，一棵", None).await.unwrap();
        assert!(one.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{one}");
        let hashes = vec![two, one];
        assert_eq!(find("门前有两棵枣树", hashes.clone(), None).await.unwrap(), Some(1));
        assert_eq!(find("门前有两棵枣", hashes, None).await.unwrap(), None);
        assert_eq!(find("门前有两棵枣树", Vec::new(), None).await.unwrap(), None);
    }

    #[test]
    fn nobodys_hash_costs_what_a_real_one_costs() {
        let nobody = PasswordHash::new(NOBODY).unwrap();
        let real = Argon2::default()
            .hash_password_with_salt(b"x", b"saltsaltsaltsalt")
            .unwrap();
        assert_eq!(nobody.params.to_string(), real.params.to_string());
        assert_eq!(nobody.hash.map(|hash| hash.len()), real.hash.map(|hash| hash.len()));
    }
}
