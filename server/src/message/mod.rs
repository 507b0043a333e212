//! What people are told: their messages in the portal, in which ways they are told outside of it, and the telling.

pub(crate) mod code;
pub mod inbox;
pub mod reach;
pub(crate) mod tell;
