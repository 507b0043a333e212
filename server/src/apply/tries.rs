//! Tries with a resume code, wherever one is typed. Each is counted before anything is looked for, so that a crowd of
//! them is no better off than one after another; who was right gets it back.

use crate::account::allowance;
use crate::store::apply;
use crate::web::{Fault, Visitor};

/// One try, counted.
pub(crate) struct Try<'v> {
    visitor: &'v Visitor,
    code: &'v str,
}

impl<'v> Try<'v> {
    /// Counts one; nothing where today has no more of them, for this code or for this visitor.
    pub async fn begin(visitor: &'v Visitor, code: &'v str) -> Result<Option<Self>, Fault> {
        if !allowance::CODES.spend(visitor, 1).await? {
            return Ok(None);
        }
        let portal = &visitor.portal;
        let mut tx = portal.store.begin().await?;
        let counted = apply::count_try(&mut tx, &portal.keys, code, portal.now()).await?;
        tx.commit().await?;
        Ok(counted.then_some(Self { visitor, code }))
    }

    /// It guessed nothing: the code has as many tries left as before.
    pub async fn give_back(self) -> Result<(), Fault> {
        let portal = &self.visitor.portal;
        let mut tx = portal.store.begin().await?;
        apply::give_try_back(&mut tx, &portal.keys, self.code).await?;
        tx.commit().await?;
        Ok(())
    }
}
