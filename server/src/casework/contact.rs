//! What the application says of how to reach and pay the person, and the account an office recorded since: read from
//! where it is kept, never copied.

use zhida::apply::{AccessNeed, Application, ConsentTo, ContactWay};
use zhida::casework::Case;
use zhida_app::casework::case::Line;
use zhida_app::casework::reveal::What;
use zhida_app::casework::{as_it_is, href};
use zhida_app::text::{Name, Phrase, Said};

use super::desk::Desk;
use super::forms;
use crate::cases::consents::of_application;
use crate::cases::letter_forms;
use crate::store::apply;
use crate::web::Fault;

/// The application that a case came with.
pub(super) async fn application(desk: &Desk, case: &Case) -> Result<Option<Application>, Fault> {
    let portal = desk.portal();
    let reference = case.opened.application;
    let found = apply::find_application(&mut portal.store.read(), &portal.keys, reference).await?;
    Ok(found.map(|stored| stored.application))
}

/// The lines of the person on how to reach and pay them, masked.
pub(super) async fn lines(desk: &Desk, case: &Case) -> Result<Vec<Line>, Fault> {
    let application = application(desk, case).await?;
    let text = desk.visitor.text();
    let line = |name: &str, value: String| Line {
        name: Phrase::new(name),
        value: as_it_is(Name::only(value)),
        source: None,
        change: None,
    };
    let and = text.get("casework-and");
    let mut lines = Vec::new();
    for what in [What::Phone, What::Address, What::HukouAddress] {
        if let Some(value) = whole(case, application.as_ref(), what) {
            lines.push(line(name_of(what), masked(&value)));
        }
    }
    lines.extend(account(desk, case, application.as_ref())?);
    let Some(application) = application else {
        return Ok(lines);
    };
    let ways: Vec<String> = application
        .contact
        .ways
        .iter()
        .map(|way| text.get(way_words(*way)))
        .collect();
    if !ways.is_empty() {
        lines.push(line("casework-contact", ways.join(&and)));
    }
    let needs: Vec<String> = application
        .contact
        .access_needs
        .iter()
        .map(|need| text.get(need_words(*need)))
        .collect();
    if !needs.is_empty() {
        lines.push(line("casework-needs", needs.join(&and)));
    }
    let wanted = case.letter_forms(Some(&application));
    lines.push(Line {
        name: Phrase::new("casework-letters-come"),
        value: letter_forms::in_words(text, &wanted),
        source: None,
        change: forms::is_offered(desk, case, "letter_forms")?.then(|| {
            let page = href(case.opened.reference.as_str());
            (Phrase::new("casework-letter-forms"), format!("{page}/letter_forms"))
        }),
    });
    lines.extend(consents(desk, case, &application).await?);
    Ok(lines)
}

/// What was agreed to that may be left out.
async fn consents(desk: &Desk, case: &Case, application: &Application) -> Result<Option<Line>, Fault> {
    let now = of_application(desk.portal(), case.opened.application, application).await?;
    if now.is_empty() {
        return Ok(None);
    }
    let text = desk.visitor.text();
    let given = now.iter().filter(|(_, given)| **given);
    let given: Vec<String> = given.map(|(to, _)| text.say(&consent_name(*to))).collect();
    Ok(Some(Line {
        name: Phrase::new("apply-consents"),
        value: if given.is_empty() {
            Phrase::new("apply-consents-none")
        } else {
            as_it_is(Name::only(given.join(&text.get("casework-and"))))
        },
        source: None,
        change: None,
    }))
}

/// What consent is for, in the words in which it was asked.
pub(super) fn consent_name(to: ConsentTo) -> Phrase {
    Phrase::new(match to {
        ConsentTo::Child => "consent-child",
        ConsentTo::Messages => "consent-messages",
        ConsentTo::Village => "consent-village",
        ConsentTo::OtherHelp => "consent-other-help",
    })
}

/// That a consent was given, or taken back.
pub(super) fn consent(to: ConsentTo, given: bool) -> Phrase {
    let id = if given {
        "casework-consents-given"
    } else {
        "casework-consents-back"
    };
    Phrase::new(id).with("what", Said::Words(Box::new(consent_name(to))))
}

/// The account by its last digits, or that there is none, with the way to record one while that can be done.
fn account(desk: &Desk, case: &Case, application: Option<&Application>) -> Result<Option<Line>, Fault> {
    let number = whole(case, application, What::Account);
    let can = forms::is_offered(desk, case, "record_account")?;
    if number.is_none() && !can {
        return Ok(None);
    }
    let page = href(case.opened.reference.as_str());
    Ok(Some(Line {
        name: Phrase::new(name_of(What::Account)),
        value: number.map_or_else(
            || Phrase::new("casework-no-account"),
            |number| as_it_is(Name::only(masked(&number))),
        ),
        source: None,
        change: can.then(|| {
            (
                Phrase::new("casework-record-account-this"),
                format!("{page}/record_account"),
            )
        }),
    }))
}

/// A value in full: numbers from the case, the rest from its application; none where nobody named it.
pub(super) fn whole(case: &Case, application: Option<&Application>, what: What) -> Option<String> {
    let subject = &case.opened.subject;
    match what {
        What::ResidentId => Some(subject.resident_id.as_str().to_owned()),
        What::CertificateNumber => {
            let number = subject.certificate_number.as_ref()?;
            Some(number.as_str().to_owned())
        }
        What::Phone => {
            let own = application?.subject.phone.as_ref();
            own.or(application?.submitter.phone.as_ref())
                .map(|phone| phone.as_str().to_owned())
        }
        What::Address => application?.residence.address.clone(),
        What::HukouAddress => application?.hukou_address.clone(),
        What::Account => {
            let payment = case.pays_into(application)?;
            Some(payment.account.number().to_owned())
        }
    }
}

/// The last four characters; of an address nothing but that there is one.
fn masked(value: &str) -> String {
    let count = value.chars().count();
    let digits = value.chars().filter(char::is_ascii_digit).count();
    if digits * 2 < count || count <= 6 {
        return "****".to_owned();
    }
    let last: String = value.chars().skip(count - 4).collect();
    format!("****{last}")
}

pub(super) fn name_of(what: What) -> &'static str {
    match what {
        What::ResidentId => "casework-id-number",
        What::CertificateNumber => "casework-certificate-number",
        What::Phone => "casework-phone",
        What::Address => "casework-address",
        What::HukouAddress => "casework-hukou-address",
        What::Account => "casework-account",
    }
}

fn way_words(way: ContactWay) -> &'static str {
    match way {
        ContactWay::Call => "casework-way-call",
        ContactWay::Message => "casework-way-message",
        ContactWay::Letter => "casework-way-letter",
        ContactWay::Visit => "casework-way-visit",
    }
}

fn need_words(need: AccessNeed) -> &'static str {
    match need {
        AccessNeed::LargeText => "casework-need-large-text",
        AccessNeed::Braille => "casework-need-braille",
        AccessNeed::TextInsteadOfVoice => "casework-need-text",
        AccessNeed::SignLanguage => "casework-need-sign-language",
        AccessNeed::PlainLanguage => "casework-need-plain-language",
        AccessNeed::ReadAloud => "casework-need-read-aloud",
        AccessNeed::HomeVisit => "casework-need-home-visit",
    }
}
