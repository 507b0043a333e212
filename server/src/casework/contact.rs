//! What the application says of how to reach and pay the person: read from it, never copied.

use zhida::apply::{AccessNeed, Account, Application, ContactWay};
use zhida::casework::Case;
use zhida_app::casework::as_it_is;
use zhida_app::casework::case::Line;
use zhida_app::casework::reveal::What;
use zhida_app::text::{Name, Phrase};

use super::desk::Desk;
use crate::store::apply;
use crate::web::Fault;

/// The application that a case came with.
pub(super) async fn application(desk: &Desk, case: &Case) -> Result<Option<Application>, Fault> {
    let portal = desk.portal();
    let reference = case.opened.application;
    let found = apply::find_application(&mut portal.store.read(), &portal.keys, reference).await?;
    Ok(found.map(|stored| stored.application))
}

/// The lines of the person that come from the application, masked.
pub(super) async fn lines(desk: &Desk, case: &Case) -> Result<Vec<Line>, Fault> {
    let Some(application) = application(desk, case).await? else {
        return Ok(Vec::new());
    };
    let text = desk.visitor.text();
    let line = |name: &str, value: String| Line {
        name: Phrase::new(name),
        value: as_it_is(Name::only(value)),
        source: None,
        change: None,
    };
    let and = text.get("casework-and");
    let mut lines = Vec::new();
    for what in [What::Phone, What::Address, What::HukouAddress, What::Account] {
        if let Some(value) = whole(&application, what) {
            lines.push(line(name_of(what), masked(&value)));
        }
    }
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
    Ok(lines)
}

/// A value in full, if the application has it.
pub(super) fn whole(application: &Application, what: What) -> Option<String> {
    match what {
        What::ResidentId => Some(application.subject.resident_id.as_str().to_owned()),
        What::CertificateNumber => {
            let number = application.subject.certificate_number.as_ref()?;
            Some(number.as_str().to_owned())
        }
        What::Phone => {
            let own = application.subject.phone.as_ref();
            own.or(application.submitter.phone.as_ref())
                .map(|phone| phone.as_str().to_owned())
        }
        What::Address => application.residence.address.clone(),
        What::HukouAddress => application.hukou_address.clone(),
        What::Account => {
            let payment = application.payment.as_ref()?;
            Some(match &payment.account {
                Account::BankCard(card) => card.as_str().to_owned(),
                Account::OneCard(account) => account.as_str().to_owned(),
            })
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
