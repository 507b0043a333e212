//! What one household, and one session or account in it, may use in a day, so that nobody fills the disk. A household
//! can be a whole village behind one address, or the customers of a mobile network: decision 11 has the reasons for the
//! numbers.

use crate::store::{StoreError, Tx, allowance};
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
/// Tries with the code of a second person. A household has as many as ten people would ever need.
pub const CONFIRMATIONS: Allowance = Allowance {
    name: "confirmations",
    household: 200,
    owner: 20,
};
/// Second persons asked, each time with another code.
pub const CONFIRMATIONS_ASKED: Allowance = Allowance {
    name: "confirmations asked",
    household: 200,
    owner: 20,
};
/// Objections to grants in public notice.
pub const OBJECTIONS: Allowance = Allowance {
    name: "objections",
    household: 10,
    owner: 10,
};
/// Those to one grant.
pub const OBJECTIONS_TO_ONE: Allowance = Allowance {
    name: "objections to",
    household: 3,
    owner: 3,
};
/// What is told about the site.
pub const FEEDBACK: Allowance = Allowance {
    name: "feedback",
    household: 50,
    owner: 10,
};
/// Pages heard as audio. A browser's player asks twice for each, and again for every part it jumps to.
pub const AUDIO: Allowance = Allowance {
    name: "audio",
    household: 2000,
    owner: 200,
};
/// Letters made as PDF or in braille. An office prints those of a day.
pub const FORMS_OF_LETTERS: Allowance = Allowance {
    name: "forms of letters",
    household: 5000,
    owner: 1000,
};
/// Accounts.
pub const ACCOUNTS: Allowance = Allowance {
    name: "accounts",
    household: 500,
    owner: 20,
};

/// Codes made so that somebody may act for one.
pub const DELEGATIONS: Allowance = Allowance {
    name: "delegations",
    household: 500,
    owner: 20,
};
/// Wrong tries with such codes, and those that were taken.
pub const DELEGATION_CODES: Allowance = Allowance {
    name: "delegation codes",
    household: 500,
    owner: 20,
};
/// Link codes that are asked for, to be sent to the number in the register.
pub const LINK_CODES: Allowance = Allowance {
    name: "link codes",
    household: 50,
    owner: 3,
};

/// Wrong questions of an officer about people, by what stands on their documents: slips of the pen.
pub const DOCUMENTS: Allowance = Allowance {
    name: "documents",
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
        let mut tx = visitor.portal.store.begin().await?;
        // What was used before it was too much is given back with the transaction.
        let enough = self.spend_on(&mut tx, visitor, "", amount).await?;
        if enough {
            tx.commit().await?;
        }
        Ok(enough)
    }

    /// Whether today allows one more. Nothing is used up.
    ///
    /// # Errors
    /// A database that does not answer.
    pub async fn is_left(&self, visitor: &Visitor) -> Result<bool, Fault> {
        let mut tx = visitor.portal.store.begin().await?;
        Ok(self.spend_on(&mut tx, visitor, "", 1).await?)
    }

    /// The same inside a transaction, which must not be committed where there is not enough; for one thing by itself
    /// where it is named.
    ///
    /// # Errors
    /// A database that does not answer.
    pub async fn spend_on(&self, tx: &mut Tx, visitor: &Visitor, thing: &str, amount: i64) -> Result<bool, StoreError> {
        let portal = &visitor.portal;
        let household = format!("household {}", visitor.household());
        let owner = visitor.session.as_ref().map(|session| session.actor());
        let both = [(household, self.household)]
            .into_iter()
            .chain(owner.map(|owner| (owner, self.owner)));
        for (whose, most) in both {
            let who = portal
                .keys
                .lookup_hash("allowance", &format!("{}{thing} {whose}", self.name));
            if !allowance::spend(tx, &who, portal.today(), amount, most).await? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
