//! What one household, and one session or account in it, may use in a day, so that nobody fills the disk. A household
//! can be a whole village behind one address, or the customers of a mobile network: decision 11 has the reasons for the
//! numbers.

use crate::store::allowance;
use crate::web::{Fault, Visitor};

/// Something that a day allows so much of.
#[derive(Clone, Copy, Debug)]
pub struct Allowance {
    name: &'static str,
    household: i64,
    owner: i64,
}

const MIB: i64 = 1024 * 1024;

/// Applications begun, each with its resume code.
pub const DRAFTS: Allowance = Allowance {
    name: "drafts",
    household: 1000,
    owner: 60,
};
/// Bytes of papers.
pub const PAPERS: Allowance = Allowance {
    name: "papers",
    household: 4096 * MIB,
    owner: 512 * MIB,
};
/// Tries with a resume code, right or wrong.
pub const CODES: Allowance = Allowance {
    name: "codes",
    household: 500,
    owner: 40,
};
/// Accounts.
pub const ACCOUNTS: Allowance = Allowance {
    name: "accounts",
    household: 500,
    owner: 20,
};

/// Bytes of papers of one draft or one case, whatever the day.
pub const PAPERS_OF_ONE: i64 = 256 * MIB;

impl Allowance {
    /// Uses some of it up for a visitor; false where today allows no more.
    ///
    /// # Errors
    /// A database that does not answer.
    pub async fn spend(&self, visitor: &Visitor, amount: i64) -> Result<bool, Fault> {
        let portal = &visitor.portal;
        let household = format!("household {}", visitor.household());
        let owner = visitor.session.as_ref().map(|session| session.actor());
        let both = [(household, self.household)]
            .into_iter()
            .chain(owner.map(|owner| (owner, self.owner)));
        let mut tx = portal.store.begin().await?;
        for (whose, most) in both {
            let who = portal.keys.lookup_hash("allowance", &format!("{} {whose}", self.name));
            // What was used before in this transaction is given back with it.
            if !allowance::spend(&mut tx, &who, portal.today(), amount, most).await? {
                return Ok(false);
            }
        }
        tx.commit().await?;
        Ok(true)
    }
}
