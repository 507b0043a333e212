//! What happens to a benefit when life changes: payment stops from the month after the event.

use crate::calendar::{Date, Month};
use crate::catalogue::{Catalogue, Service};
use crate::rule::{Facts, PolicyValues, Type, Value};

use super::{Outcome, assess};

/// The events that are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// The person died.
    Death,
    /// The household's minimum living security ended.
    DibaoEnded,
    /// The household registration moved out of Hunan.
    HukouMovedOutOfProvince,
    /// The certificate has another grade now.
    CertificateRegraded {
        /// From 1 to 4.
        new_grade: u8,
    },
    /// Special-hardship support (特困) turned into minimum living security.
    TekunEndedDibaoStarted,
}

/// Something that happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LifecycleEvent {
    /// What.
    pub kind: EventKind,
    /// When.
    pub occurred_on: Date,
}

/// What it means for one service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventAnswer {
    /// The payment ends with this month, the month of the event.
    LastPaid(Month),
    /// Nothing changes.
    Unchanged,
    /// Not received so far, and may be applied for now.
    MayApply,
}

/// Compares the assessment before and after the event. Who meets the conditions is taken to receive the benefit.
pub fn after_event(
    catalogue: &Catalogue,
    service: &Service,
    facts: &Facts,
    policy: &PolicyValues,
    event: LifecycleEvent,
) -> EventAnswer {
    let grantable = |facts: &Facts| assess(service, facts, policy).outcome;
    let before: Outcome = grantable(facts);
    let after = match event.kind {
        EventKind::Death => false,
        _ => grantable(&changed(catalogue, facts, event.kind)).grantable(),
    };
    match (before.grantable(), after) {
        (true, false) => EventAnswer::LastPaid(Month::of(event.occurred_on)),
        (false, true) => EventAnswer::MayApply,
        (true, true) | (false, false) => EventAnswer::Unchanged,
    }
}

fn changed(catalogue: &Catalogue, facts: &Facts, kind: EventKind) -> Facts {
    let mut facts = facts.clone();
    match kind {
        EventKind::Death => {}
        EventKind::DibaoEnded => set_enum(catalogue, &mut facts, "household.aid_status", "none"),
        EventKind::TekunEndedDibaoStarted => set_enum(catalogue, &mut facts, "household.aid_status", "dibao"),
        EventKind::HukouMovedOutOfProvince => {
            if let Some(id) = catalogue.vocabulary.fact_named("hukou.in_province") {
                facts.state(id, Value::Bool(false));
            }
        }
        EventKind::CertificateRegraded { new_grade } => regrade(catalogue, &mut facts, i64::from(new_grade)),
    }
    facts
}

fn set_enum(catalogue: &Catalogue, facts: &mut Facts, fact: &str, value: &str) {
    let vocabulary = &catalogue.vocabulary;
    let Some(id) = vocabulary.fact_named(fact) else { return };
    if let Type::Enum(of) = vocabulary.fact_type(id)
        && let Some(index) = vocabulary.enum_index(of, value)
    {
        facts.state(id, Value::Enum(index));
    }
}

/// Sets the grade, and the component's where there is only one. Without a certificate nothing is regraded.
fn regrade(catalogue: &Catalogue, facts: &mut Facts, grade: i64) {
    let vocabulary = &catalogue.vocabulary;
    let named = |name| vocabulary.fact_named(name);
    let (Some(present), Some(grade_id), Some(components)) = (
        named("certificate.present"),
        named("certificate.grade"),
        named("certificate.components"),
    ) else {
        return;
    };
    if facts.get(present) == Some(&Value::Bool(false)) {
        return;
    }
    facts.state(grade_id, Value::Int(grade));
    let Type::List(record) = vocabulary.fact_type(components) else {
        return;
    };
    let at = vocabulary
        .record_fields(record)
        .iter()
        .position(|(name, _)| name == "grade");
    if let (Some(at), Some(Value::List(mut items))) = (at, facts.get(components).cloned())
        && let [only] = items.as_mut_slice()
    {
        only[at] = Some(Value::Int(grade));
        facts.state(components, Value::List(items));
    }
}
