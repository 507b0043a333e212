//! Where the hukou is, by all that speaks of it: looked at before a case is passed on to that place.

use zhida::casework::{Case, Source};
use zhida::place::{DivisionCode, Divisions};
use zhida_app::casework::known::Known;
use zhida_app::text::{Name, Phrase, Said};

use super::contact;
use super::desk::Desk;
use crate::catalogue::words::division_name;
use crate::store::registry;
use crate::web::Fault;

/// What the person stated, what the register says, and what the number hints at.
///
/// # Errors
/// A database that does not answer.
pub(super) async fn known(desk: &Desk, case: &Case) -> Result<Known, Fault> {
    let mut lines = vec![stated(desk, case).await?];
    let register = register(desk, case).await?;
    lines.push(match register {
        None => Phrase::new("casework-hukou-no-register"),
        Some(county) => Phrase::new(if county.in_hunan() {
            "casework-hukou-register-here"
        } else {
            "casework-hukou-register"
        })
        .with(
            "place",
            Said::Name(name_of(county).unwrap_or_else(|| Name::only(county.as_str()))),
        ),
    });
    lines.extend(number(case));
    Ok(Known {
        title: Phrase::new("casework-hukou-known"),
        lines: lines.into_iter().map(Into::into).collect(),
        heed: register.is_some_and(|county| county.in_hunan()),
    })
}

/// The county of an address that is written in full. The rest of it is masked, as everywhere.
async fn stated(desk: &Desk, case: &Case) -> Result<Phrase, Fault> {
    let application = contact::application(desk, case).await?;
    let address = application.and_then(|application| application.hukou_address);
    let county = address.and_then(|address| DivisionCode::county_elsewhere_of(&address));
    Ok(match county {
        Some((code, name)) => placed("casework-hukou-stated", code, Name::only(name)),
        None => Phrase::new("casework-hukou-stated-unclear"),
    })
}

/// The county of the register, of a case whose facts are the register's: nobody else's entry is looked up.
pub(super) async fn register(desk: &Desk, case: &Case) -> Result<Option<DivisionCode>, Fault> {
    let mut facts = case.facts.values();
    if !facts.any(|held| held.source == Source::Register || held.register_says.is_some()) {
        return Ok(None);
    }
    let portal = desk.portal();
    let key = &case.opened.subject.key;
    let found = registry::find_person_by_key(&mut portal.store.read(), &portal.keys, key).await?;
    let found = found.filter(|person| person.ended_at.is_none());
    Ok(found.map(|person| person.entry.hukou_county))
}

/// Where the number was first given, which is a hint and no more: people move.
fn number(case: &Case) -> Option<Phrase> {
    let code = DivisionCode::parse(case.opened.subject.resident_id.prefix())?;
    Some(match name_of(code) {
        Some(name) => placed("casework-hukou-number", code, name),
        None => Phrase::new("casework-hukou-number-unknown").with("code", Said::Name(Name::only(code.as_str()))),
    })
}

fn placed(id: &str, code: DivisionCode, name: Name) -> Phrase {
    Phrase::new(id)
        .with("place", Said::Name(name))
        .with("code", Said::Name(Name::only(code.as_str())))
}

/// A county of ours or elsewhere, or one that once was.
fn name_of(code: DivisionCode) -> Option<Name> {
    let retired = || {
        Divisions::shipped()
            .retired(code)
            .map(|retired| Name::only(retired.name_zh))
    };
    division_name(code)
        .or_else(|| code.county_elsewhere().map(Name::only))
        .or_else(retired)
}
