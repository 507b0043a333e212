//! What an application says that stands on papers beside the case.

use zhida::apply::{Account as Kept, Answers, Application, Payment, Residence};
use zhida::casework::Case;
use zhida::catalogue::PageKind;
use zhida::person::{Phone, ResidentId, Sex, SubmitterRole};
use zhida::place::{Divisions, TownshipCode};
use zhida_app::apply::{Answer, Line};
use zhida_app::letter::decision::Account;
use zhida_app::letter::form::Section;
use zhida_app::text::{Phrase, Said};

use super::papers::Stated;
use crate::apply::{answered, list};
use crate::casework::words as casework;
use crate::catalogue::words;
use crate::portal::Portal;
use crate::store::apply;
use crate::web::Fault;

/// How numbers and addresses stand on a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Numbers {
    /// In full: for whom they are of, and for who has said why.
    Whole,
    /// Masked, as on the pages of the case.
    Masked,
}

/// What stands where an address is masked.
const HIDDEN: &str = "****";

/// What was stated with the application of a case. Whether the case may be seen was asked before; `found` where what an
/// office has since found out may be, too.
pub(crate) async fn of_case(portal: &Portal, case: &Case, numbers: Numbers, found: bool) -> Result<Stated, Fault> {
    let reference = case.opened.application;
    let kept = apply::find_application(&mut portal.store.read(), &portal.keys, reference).await?;
    let since = Since {
        known: known(case, found),
        payment: case.payment.as_ref().filter(|_| found),
    };
    Ok(match kept {
        Some(kept) => {
            let reference = reference.groups().join(" ");
            of_application(portal, case, &kept.application, (reference, numbers, since))
        }
        None => of_subject(case, numbers, since),
    })
}

/// What has come to be known since it was handed in, as far as it is shown.
struct Since<'a> {
    known: Vec<Line>,
    payment: Option<&'a Payment>,
}

/// Where no application is kept, what the case itself says.
fn of_subject(case: &Case, numbers: Numbers, since: Since<'_>) -> Stated {
    let opened = &case.opened;
    let helper = (opened.submitter.role != SubmitterRole::Oneself).then_some(&opened.submitter.name);
    let lines = vec![
        line(
            "letter-form-name",
            Answer::Typed(opened.subject.name.as_str().to_owned()),
        ),
        line("letter-form-number", resident_id(&opened.subject.resident_id, numbers)),
        line("letter-form-township", township(Some(opened.place.township))),
    ];
    let mut sections = vec![
        section("letter-form-person", lines),
        section("letter-form-known", since.known),
    ];
    if let Some(payment) = since.payment {
        sections.push(section("letter-form-account", account(Some(payment))));
    }
    Stated {
        by: helper.and_then(|name| name.as_ref().map(|name| name.as_str().to_owned())),
        sections,
        services: vec![words::of("service", &opened.service)],
        ..Stated::default()
    }
}

fn of_application(
    portal: &Portal,
    case: &Case,
    application: &Application,
    (reference, numbers, since): (String, Numbers, Since<'_>),
) -> Stated {
    let submitter = &application.submitter;
    let helped = submitter.role != SubmitterRole::Oneself;
    let name = submitter.name.as_str().to_owned();
    let mut sections = vec![section("letter-form-person", person(portal, application, numbers))];
    if helped {
        sections.push(section("letter-form-helper", helper(application, numbers)));
    }
    if let Some(assisted) = &application.assisted {
        let by = Answer::Words(casework::entered(case, assisted));
        sections.push(section("letter-form-entered", vec![line("letter-form-entered-by", by)]));
    }
    let answers = Answers::from_text(&application.answers, &portal.catalogue.pages);
    let facts = portal.catalogue.pages.iter().filter_map(|page| {
        let answer = answers.get(&page.id)?;
        Some(Line {
            name: words::part("page", &page.id, "short"),
            answer: answered(&page.id, answer),
            source: None,
            change: None,
        })
    });
    let lists = portal.catalogue.pages.iter().flat_map(|page| match &page.kind {
        PageKind::List(of) => {
            let entries = application.lists.get(&page.id);
            entries.map_or_else(Vec::new, |entries| list::lines(page, of, entries, None))
        }
        _ => Vec::new(),
    });
    let handed_in = Section {
        title: Phrase::new("letter-form-facts-on").with("day", Said::Day(application.submitted_on)),
        lines: facts.chain(lists).collect(),
    };
    sections.push(handed_in);
    sections.push(section("letter-form-known", since.known));
    let payment = since.payment.or(application.payment.as_ref());
    sections.push(section("letter-form-account", account(payment)));
    let papers = application.evidence.iter().map(|paper| Line {
        name: words::of("evidence", &paper.kind),
        answer: if paper.files.is_empty() {
            Answer::Words(match &paper.shown_by {
                _ if case.is_confirmed_instead(&paper.kind) => Phrase::new("letter-form-confirmed"),
                _ if case.has_paper(&paper.kind) => Phrase::new("letter-form-seen"),
                Some(other) => {
                    let other = Said::Words(Box::new(words::of("evidence", other)));
                    Phrase::new("letter-form-shown").with("other", other)
                }
                None => Phrase::new("letter-form-to-come"),
            })
        } else {
            let count = i64::try_from(paper.files.len()).unwrap_or(i64::MAX);
            Answer::Words(Phrase::new("letter-form-files").with("count", Said::Count(count)))
        },
        source: None,
        change: None,
    });
    sections.push(section("letter-form-papers", papers.collect()));
    sections.retain(|section| !section.lines.is_empty());
    Stated {
        by: helped.then(|| name.clone()),
        account: application.payment.as_ref().map(account_of),
        sections,
        statement: application.statement.text.lines().map(str::to_owned).collect(),
        agreed: Some((name, application.submitted_on)),
        reference: Some(reference),
        services: application
            .services
            .iter()
            .map(|code| words::of("service", code))
            .collect(),
    }
}

/// Of what the subsidies rest on, what is held now; what an office has found out or corrected only where that is shown.
fn known(case: &Case, found: bool) -> Vec<Line> {
    let mut lines = Vec::new();
    let held = |name: &str| case.facts.get(name).filter(|held| found || !held.source.is_others());
    let components = held("certificate.components");
    let components = components.and_then(|held| held.value.as_array()).into_iter().flatten();
    let components = components.filter_map(|one| {
        let category = words::part(
            "fact",
            "certificate.components",
            &one["category"].as_str()?.replace('_', "-"),
        );
        let grade = Phrase::new("value-grade").with("grade", Said::Count(one["grade"].as_i64()?));
        let both = Phrase::new("letter-form-component")
            .with("category", Said::Words(Box::new(category)))
            .with("grade", Said::Words(Box::new(grade)));
        Some(Answer::Words(both))
    });
    let components: Vec<Answer> = components.collect();
    if !components.is_empty() {
        lines.push(line("letter-form-disability", Answer::Several(components)));
    }
    if let Some(aid) = held("household.aid_status").and_then(|held| held.value.as_str()) {
        let aid = words::part("fact", "household.aid_status", &aid.replace('_', "-"));
        lines.push(line("letter-form-aid", Answer::Words(aid)));
    }
    lines
}

fn person(portal: &Portal, application: &Application, numbers: Numbers) -> Vec<Line> {
    let subject = &application.subject;
    let certificate = subject.certificate_number.as_ref();
    let sex = match subject.resident_id.sex() {
        Sex::Female => "letter-form-female",
        Sex::Male => "letter-form-male",
    };
    let county = application.hukou_county.and_then(words::division_name);
    let county = county.map(|name| line("letter-form-county", Answer::Place(name)));
    let lines = [
        line("letter-form-name", Answer::Typed(subject.name.as_str().to_owned())),
        line("letter-form-number", resident_id(&subject.resident_id, numbers)),
        line("letter-form-sex", Answer::Words(Phrase::new(sex))),
        line(
            "letter-form-birth",
            match numbers {
                Numbers::Whole => Answer::Day(subject.resident_id.birth_date()),
                Numbers::Masked => Answer::Words(casework::born(subject.resident_id.birth_date(), portal.today())),
            },
        ),
        line(
            "letter-form-certificate",
            certificate.map_or(Answer::Nothing, |number| {
                Answer::Number(shown(numbers, number.as_str(), || number.masked()))
            }),
        ),
    ];
    // Outside the province the address names province and county itself.
    let more = [
        match &application.hukou_address {
            Some(address) => line("letter-form-hukou-address", place_typed(address, numbers)),
            None => line("letter-form-township", township(application.hukou_township)),
        },
        line("letter-form-living", living(&application.residence, numbers)),
        line("letter-form-phone", phone(subject.phone.as_ref(), numbers)),
    ];
    lines.into_iter().chain(county).chain(more).collect()
}

fn helper(application: &Application, numbers: Numbers) -> Vec<Line> {
    let submitter = &application.submitter;
    let mut lines = vec![line(
        "letter-form-name",
        Answer::Typed(submitter.name.as_str().to_owned()),
    )];
    lines.extend(
        submitter
            .organisation
            .clone()
            .map(|organisation| line("letter-form-organisation", Answer::Typed(organisation))),
    );
    lines.push(line("letter-form-phone", phone(submitter.phone.as_ref(), numbers)));
    lines
}

/// An account as letters name it.
pub(super) fn account_of(payment: &Payment) -> Account {
    let last = payment.account.last_four();
    match payment.account {
        Kept::BankCard(_) => Account::Bank(last),
        Kept::OneCard(_) => Account::OneCard(last),
    }
}

fn account(payment: Option<&Payment>) -> Vec<Line> {
    let Some(payment) = payment else {
        return vec![line(
            "letter-form-number-of-account",
            Answer::Words(Phrase::new("letter-form-no-account")),
        )];
    };
    let (kind, number) = match &payment.account {
        Kept::BankCard(card) => ("letter-form-bank-card", card.masked()),
        Kept::OneCard(card) => ("letter-form-one-card", card.masked()),
    };
    let mut lines = vec![line(kind, Answer::Typed(number))];
    lines.extend(
        payment
            .holder
            .as_ref()
            .map(|holder| line("letter-form-holder", Answer::Typed(holder.name.as_str().to_owned()))),
    );
    lines
}

fn shown(numbers: Numbers, whole: &str, masked: impl FnOnce() -> String) -> String {
    match numbers {
        Numbers::Whole => whole.to_owned(),
        Numbers::Masked => masked(),
    }
}

fn resident_id(number: &ResidentId, numbers: Numbers) -> Answer {
    Answer::Number(shown(numbers, number.as_str(), || number.masked()))
}

fn phone(phone: Option<&Phone>, numbers: Numbers) -> Answer {
    phone.map_or(Answer::Nothing, |phone| {
        Answer::Typed(shown(numbers, phone.as_str(), || phone.masked()))
    })
}

fn place_typed(address: &str, numbers: Numbers) -> Answer {
    Answer::Typed(shown(numbers, address, || HIDDEN.to_owned()))
}

fn living(residence: &Residence, numbers: Numbers) -> Answer {
    let place = match residence.township {
        Some(code) => township(Some(code)),
        None => residence
            .county
            .and_then(words::division_name)
            .map_or(Answer::Nothing, Answer::Place),
    };
    let county = residence
        .township
        .and_then(|code| Divisions::shipped().find_township(code));
    let county = county.and_then(|township| words::division_name(township.county));
    match (&residence.address, place) {
        (Some(address), Answer::Nothing) => place_typed(address, numbers),
        (address, place) if county.is_some() => {
            let parts = county.map(Answer::Place).into_iter().chain([place]);
            let typed = address.as_deref().map(|address| place_typed(address, numbers));
            Answer::Several(parts.chain(typed).collect())
        }
        (Some(address), place) => Answer::Several(vec![place, place_typed(address, numbers)]),
        (None, place) => place,
    }
}

fn township(code: Option<TownshipCode>) -> Answer {
    let found = code.and_then(|code| Divisions::shipped().find_township(code));
    found.map_or(Answer::Nothing, |found| Answer::Place(words::township(found)))
}

fn section(title: &str, lines: Vec<Line>) -> Section {
    Section {
        title: Phrase::new(title),
        lines,
    }
}

fn line(name: &str, answer: Answer) -> Line {
    Line {
        name: Phrase::new(name),
        answer,
        source: None,
        change: None,
    }
}
