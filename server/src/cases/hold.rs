//! What a case waits for, as its person may read it.

use zhida::assess::Outcome;
use zhida::casework::Assessed;
use zhida_app::catalogue::Hold;

use crate::catalogue::words;

/// Why the rules put a case on hold; nothing where they do not.
pub(crate) fn hold(assessed: &Assessed) -> Option<Hold> {
    let kinds = assessed.reasons.iter().map(|code| {
        let line = assessed.line(code);
        (code.as_str(), line.map(|line| line.kind))
    });
    (assessed.outcome == Outcome::OnHold).then(|| Hold {
        why: words::reasons(&assessed.reasons),
        to_do: words::to_do(kinds),
        then: assessed.monthly,
    })
}
