//! The keys of a portal, and what is done with them: personal data is encrypted, numbers are looked up by a keyed
//! hash, audit seals are signed.
//!
//! An envelope is `version ‖ suite ‖ key id ‖ nonce ‖ ciphertext`, bound to its table, column and row: moved anywhere
//! else it does not open.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use aes_gcm::aead::{Aead as _, KeyInit as _, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use hmac::{Hmac, Mac as _};
use sha2::Sha256;

use crate::portal::random_bytes;

mod key_file;

pub use key_file::unlock;

const VERSION: u8 = 1;
/// AES-256-GCM. Another suite gets another number.
const SUITE: u8 = 1;
const HEADER: usize = 4;
const NONCE: usize = 12;

type Secret = [u8; 32];

/// All keys of a portal.
#[derive(Clone, PartialEq, Eq)]
pub struct Keys {
    /// New data is encrypted with this one.
    current: u16,
    /// The older ones still open what they closed.
    encryption: BTreeMap<u16, Secret>,
    lookup: Secret,
    seal: Secret,
}

/// An envelope that does not open here: altered, moved, or closed with a key that is not in the key file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CipherError {
    /// Not an envelope of a known version and suite.
    #[error("this is not an envelope that this program knows")]
    Unknown,
    /// Its key is not in the key file.
    #[error("key {0} is not in the key file")]
    NoKey(u16),
    /// The bytes, or the row they stand in, are not those that were closed.
    #[error("the encrypted bytes were altered or moved")]
    Altered,
}

/// No key file that can be used, in one plain sentence.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct KeysProblem(String);

impl Keys {
    /// New random keys.
    pub fn generate() -> Self {
        Self {
            current: 1,
            encryption: BTreeMap::from([(1, random_bytes())]),
            lookup: random_bytes(),
            seal: random_bytes(),
        }
    }

    /// The keys in the file. Where there is none, it is made if the database is new.
    ///
    /// # Errors
    /// A missing file of an existing database, one that others can read or that is not a key file.
    pub fn load_or_create(path: &Path, database_is_new: bool) -> Result<Self, KeysProblem> {
        key_file::load_or_create(path, database_is_new)
    }

    /// Adds a new current key; the others stay.
    ///
    /// # Errors
    /// After 65,535 of them.
    pub fn rotate(&mut self) -> Result<u16, KeysProblem> {
        let last = self.encryption.keys().next_back().copied().unwrap_or_default();
        let id = last.checked_add(1);
        let id = id.ok_or_else(|| KeysProblem("There are no more key numbers.".to_owned()))?;
        self.encryption.insert(id, random_bytes());
        self.current = id;
        Ok(id)
    }

    /// The number of the key that new data is encrypted with.
    pub fn current(&self) -> u16 {
        self.current
    }

    /// What every envelope of the current key begins with.
    pub(super) fn header(&self) -> [u8; HEADER] {
        let [high, low] = self.current.to_be_bytes();
        [VERSION, SUITE, high, low]
    }

    /// Closes bytes for one place in the database.
    pub fn seal(&self, table: &str, column: &str, row: &str, plain: &[u8]) -> Vec<u8> {
        let nonce: [u8; NONCE] = random_bytes();
        let header = self.header();
        let secret = self.encryption.get(&self.current).copied().unwrap_or_default();
        let aad = place(header, table, column, row);
        let payload = Payload { msg: plain, aad: &aad };
        let closed = Aes256Gcm::new(&secret.into()).encrypt(&Nonce::from(nonce), payload);
        // Fails only for more than 64 GiB.
        let Ok(closed) = closed else { std::process::abort() };
        [&header[..], &nonce, &closed].concat()
    }

    /// Opens what [`Keys::seal`] closed for the same place.
    ///
    /// # Errors
    /// See [`CipherError`].
    pub fn open(&self, table: &str, column: &str, row: &str, envelope: &[u8]) -> Result<Vec<u8>, CipherError> {
        let (header, rest) = envelope.split_first_chunk::<HEADER>().ok_or(CipherError::Unknown)?;
        let (nonce, closed) = rest.split_first_chunk::<NONCE>().ok_or(CipherError::Unknown)?;
        let &[VERSION, SUITE, high, low] = header else {
            return Err(CipherError::Unknown);
        };
        let id = u16::from_be_bytes([high, low]);
        let secret = self.encryption.get(&id).ok_or(CipherError::NoKey(id))?;
        let aad = place(*header, table, column, row);
        let payload = Payload { msg: closed, aad: &aad };
        let opened = Aes256Gcm::new(&(*secret).into()).decrypt(&Nonce::from(*nonce), payload);
        opened.map_err(|_| CipherError::Altered)
    }

    /// The number of the key that closed an envelope.
    pub fn key_of(envelope: &[u8]) -> Option<u16> {
        match envelope {
            [VERSION, SUITE, high, low, ..] => Some(u16::from_be_bytes([*high, *low])),
            _ => None,
        }
    }

    /// What a number or name is found by, without being readable: `lookup_hash("resident_id", "430101…")`.
    pub fn lookup_hash(&self, purpose: &str, normalised: &str) -> String {
        let mac = mac(&self.lookup, &[purpose.as_bytes(), normalised.as_bytes()]);
        data_encoding::HEXLOWER.encode(&mac)
    }

    /// Signs the heads of the audit streams; the key is used for nothing else.
    pub fn sign_heads(&self, heads: &[u8]) -> [u8; 32] {
        mac(&self.seal, &[heads])
    }
}

/// Never shows a key.
impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keys")
            .field("current", &self.current)
            .finish_non_exhaustive()
    }
}

impl From<CipherError> for super::StoreError {
    fn from(error: CipherError) -> Self {
        Self::Other(error.to_string())
    }
}

/// HMAC-SHA256 over parts, each with its length before it.
pub(super) fn mac(key: &[u8; 32], parts: &[&[u8]]) -> [u8; 32] {
    // A key shorter than a block is followed by zeros (RFC 2104).
    let mut block = [0; 64];
    block[..32].copy_from_slice(key);
    let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new(&block.into());
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// What an envelope is bound to.
fn place(header: [u8; HEADER], table: &str, column: &str, row: &str) -> Vec<u8> {
    let mut place = header.to_vec();
    for part in [table, column, row] {
        place.extend((part.len() as u64).to_be_bytes());
        place.extend(part.as_bytes());
    }
    place
}

#[cfg(test)]
mod tests;
