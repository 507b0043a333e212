//! 转办函 as the office that forwards prints it: before it forwards, since nobody can register what has not come, and
//! after. It is to the office in charge alone and names the person in full, so each opening is kept like any other
//! showing of whole numbers.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use zhida::casework::{Command, Receipt, decide};
use zhida::letter::ForwardingLetter;
use zhida_app::casework::command::field;
use zhida_app::casework::href;
use zhida_app::casework::reveal::What;
use zhida_app::letter::record;

use super::desk::Desk;
use super::read::Form;
use super::{print, reveal};
use crate::letter::records::{self, Whole};
use crate::letter::stated::{self, Numbers};
use crate::store::casework::Loaded;
use crate::web::{Answer, Fault, Typed};

/// The letter: as it went out, or as it will go to the office that `typed` names.
///
/// # Errors
/// Neither forwarded nor to be forwarded there; somebody who may not see whole numbers of the case.
pub(super) async fn letter(desk: &Desk, loaded: &Loaded, typed: &Typed) -> Answer {
    let (portal, case) = (desk.portal(), &loaded.case);
    let mut around = print::around(desk, case);
    let letter = if let Some(sent) = ForwardingLetter::of(&loaded.events) {
        sent
    } else {
        let receipt = chosen(desk, loaded, typed)?.ok_or(Fault::NotFound)?;
        let words = desk.visitor.text().get("casework-forward-back");
        around.back = Some((words, with_office(&href_of(loaded, "forward"), &receipt)));
        ForwardingLetter::before(case, receipt, desk.today)
    };
    let reason = desk.visitor.text().with(
        "casework-why-forwarding",
        &[("office", letter.receipt.office.clone().into())],
    );
    let values = reveal::values(desk, loaded).await?;
    let fields = values
        .iter()
        .map(|(what, _)| *what)
        .filter(|what| *what != What::Account);
    reveal::keep(desk, loaded, fields, &reason).await?;
    let stated = stated::of_case(portal, case, Numbers::Whole, true).await?;
    let whole = Whole {
        resident_id: case.opened.subject.resident_id.as_str().to_owned(),
        people: stated.people().cloned().collect(),
    };
    let record = records::forwarding(portal, &letter, &around, Some(whole));
    Ok(desk.visitor.page(|text| record::page(text, &record)))
}

/// The office that the case could be forwarded to now.
fn chosen(desk: &Desk, loaded: &Loaded, typed: &Typed) -> Result<Option<Receipt>, Fault> {
    let Ok(receipt) = (Form { typed }).receipt() else {
        return Ok(None);
    };
    let case = &loaded.case;
    let command = Command::Forward(receipt.clone());
    let possible = decide(case, &command, &desk.actor(), &desk.setting(case)?).is_ok();
    Ok(possible.then_some(receipt))
}

/// Where the letter to an office is printed before it goes out.
pub(super) fn to_print(loaded: &Loaded, receipt: &Receipt) -> String {
    with_office(&href_of(loaded, "print/forwarding"), receipt)
}

fn href_of(loaded: &Loaded, page: &str) -> String {
    format!("{}/{page}", href(loaded.case.opened.reference.as_str()))
}

fn with_office(page: &str, receipt: &Receipt) -> String {
    let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let number = match receipt.number.as_str() {
        "" => String::new(),
        number => format!("&{}={}", field::NUMBER, encoded(number)),
    };
    let by = receipt
        .by
        .map_or_else(String::new, |by| format!("&{}={by}", field::HUKOU));
    let (place, office) = (&receipt.to, encoded(&receipt.office));
    format!("{page}?{}={place}&{}={office}{number}{by}", field::PLACE, field::OFFICE)
}
