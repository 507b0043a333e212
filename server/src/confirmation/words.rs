//! Who a second person is, and what they are shown, in words.

use zhida::apply::{Answers, Application, Payment};
use zhida::casework::{Case, Confirming};
use zhida::catalogue::{Confirmation, SecondPerson};
use zhida_app::apply::Answer;
use zhida_app::text::{Name, Phrase, Said};

use super::Opened;
use crate::apply::answered;
use crate::catalogue::words;
use crate::portal::Portal;

/// Who is asked: their name where it is known, else who they are.
pub(crate) fn who(case: &Case, confirming: &Confirming) -> Phrase {
    match case.second_person(confirming) {
        Some(second) => Phrase::new("confirm-who").with("name", Said::Name(Name::only(second.name.as_str()))),
        None => role(confirming.needs.who),
    }
}

/// Who somebody is to the application.
fn role(who: SecondPerson) -> Phrase {
    Phrase::new(match who {
        SecondPerson::Person => "confirm-who-person",
        SecondPerson::Guardian => "confirm-who-guardian",
        SecondPerson::CoGuardian => "confirm-who-co-guardian",
        SecondPerson::Spouse => "confirm-who-spouse",
        SecondPerson::Landlord => "confirm-who-landlord",
        SecondPerson::Household => "confirm-who-household",
    })
}

/// The paper that says the same.
pub(crate) fn paper(confirming: &Confirming) -> Phrase {
    words::of("evidence", &confirming.needs.paper)
}

/// What a second person is shown: what is applied for, for whom and by whom, and what the confirmation names.
pub(super) fn lines(portal: &Portal, opened: &Opened, application: &Application) -> Vec<(Phrase, Answer)> {
    let services = opened.cases.iter().map(|loaded| {
        let service = words::of("service", &loaded.case.opened.service);
        Answer::Words(service)
    });
    let name = |name: &zhida::person::PersonName| Answer::Typed(name.as_str().to_owned());
    let mut lines = vec![
        (Phrase::new("confirm-part-service"), Answer::Several(services.collect())),
        (Phrase::new("confirm-part-person"), name(&application.subject.name)),
        (Phrase::new("confirm-part-filer"), name(&application.submitter.name)),
    ];
    let Some(loaded) = opened.cases.first() else {
        return lines;
    };
    let shows = loaded.case.confirming(&opened.code.confirmation);
    for shown in shows.into_iter().flat_map(|confirming| &confirming.needs.shows) {
        lines.extend(match shown.as_str() {
            Confirmation::ADDRESS => Some((Phrase::new("confirm-part-address"), address(application))),
            Confirmation::ACCOUNT => {
                let account = account(loaded.case.pays_into(Some(application)));
                Some((Phrase::new("confirm-part-account"), account))
            }
            page => of_page(portal, application, page),
        });
    }
    lines
}

fn address(application: &Application) -> Answer {
    match &application.residence.address {
        Some(address) => Answer::Typed(address.clone()),
        None => Answer::Nothing,
    }
}

/// Its last digits and whose it is: enough to see that it is the right one.
fn account(payment: Option<&Payment>) -> Answer {
    let Some(payment) = payment else {
        return Answer::Words(Phrase::new("confirm-account-none"));
    };
    let last = Said::Name(Name::only(payment.account.last_four()));
    Answer::Words(match &payment.holder {
        Some(holder) => Phrase::new("confirm-account-of")
            .with("last", last)
            .with("name", Said::Name(Name::only(holder.name.as_str()))),
        None => Phrase::new("confirm-account").with("last", last),
    })
}

fn of_page(portal: &Portal, application: &Application, page: &str) -> Option<(Phrase, Answer)> {
    let answers = Answers::from_text(&application.answers, &portal.catalogue.pages);
    let answer = answers.get(page)?;
    Some((words::part("page", page, "short"), answered(page, answer)))
}
