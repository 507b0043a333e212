//! What an application's consents are now. They were given or not when it was handed in; each can be taken back or given
//! later on any of its cases, and the last word counts for all of them (个人信息保护法 art. 15).

use std::collections::BTreeMap;

use super::Case;
use crate::apply::{Application, Consent, ConsentTo};

/// What holds now of everything that the application asked consent for and that may be left out, in the order of
/// asking. `cases` are those of the application.
pub fn consents_now(application: &Application, cases: &[Case]) -> BTreeMap<ConsentTo, bool> {
    let asked = application.consents.iter().filter(|asked| asked.to.optional());
    let now = |asked: &Consent| {
        let last = cases
            .iter()
            .filter_map(|case| case.consents.get(&asked.to))
            .max_by_key(|(_, at)| *at);
        (asked.to, last.map_or(asked.given, |(given, _)| *given))
    };
    asked.map(now).collect()
}
