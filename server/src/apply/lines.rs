//! The answers of a draft as lines: to check, and to compare two versions.

use zhida::apply::{
    Account, CertificateAnswer, CheckedNumber, Course, Draft, HolderAnswer, OverlapPick, PageId, PaymentAnswer,
};
use zhida::catalogue::{ListOf, Page, PageKind};
use zhida::person::Phone;
use zhida::place::{Divisions, TownshipCode};
use zhida_app::apply::consents::Consent;
use zhida_app::apply::{Answer, Line, Source};
use zhida_app::text::{Phrase, Said, Text};

use super::questions::{living_words, need_words, register_words, relationship_words, role_words, way_words};
use super::view::answered;
use super::{assisted, list};
use crate::catalogue::words;

/// What a page asked, each thing with its answer, and where it is changed. Only where it can be changed the number of
/// an account is shown whole: that is the page on which people look their own answers through.
pub(super) fn of(text: Text<'_>, draft: &Draft, course: &Course<'_>, page: &PageId, change: Option<&str>) -> Vec<Line> {
    let line = |name: Phrase, answer: Answer| Line {
        name,
        answer,
        source: None,
        change: change.map(str::to_owned),
    };
    let plain = |id: &str, answer: Answer| line(Phrase::new(id), answer);
    match page {
        PageId::Services => {
            let services = draft
                .services
                .iter()
                .map(|code| Answer::Words(words::of("service", code)));
            vec![plain("apply-line-services", Answer::Several(services.collect()))]
        }
        PageId::Whom => vec![plain(
            "apply-line-whom",
            draft
                .whom
                .map_or(Answer::Nothing, |role| Answer::Words(role_words(role))),
        )],
        PageId::Person => draft.person.as_ref().map_or_else(Vec::new, |person| {
            vec![
                plain("apply-name", typed(person.name.as_str())),
                plain(
                    "apply-resident-id",
                    Answer::Number(person.resident_id.as_str().to_owned()),
                ),
            ]
        }),
        PageId::Reading => {
            let said = draft.reading.as_ref().and_then(|answer| answer.reading.as_ref());
            let answer = said.map_or_else(
                || Answer::Words(Phrase::new("apply-reading-none")),
                |reading| typed(reading.as_str()),
            );
            vec![plain("apply-reading-short", answer)]
        }
        PageId::Certificate => vec![plain(
            "apply-certificate",
            match &draft.certificate {
                Some(CertificateAnswer::Number(number) | CertificateAnswer::Checked(CheckedNumber { number, .. })) => {
                    Answer::Number(number.as_str().to_owned())
                }
                Some(CertificateAnswer::NotAtHand) => Answer::Words(Phrase::new("apply-certificate-not-at-hand")),
                Some(CertificateAnswer::None) => Answer::Words(Phrase::new("apply-certificate-none")),
                None => Answer::Nothing,
            },
        )],
        PageId::Hukou => vec![plain(
            "apply-hukou",
            draft
                .questions
                .get("hukou")
                .map_or(Answer::Nothing, |answer| answered("hukou", answer)),
        )],
        PageId::HukouAddress => vec![plain(
            "apply-hukou-address-short",
            draft.hukou_address.as_deref().map_or(Answer::Nothing, typed),
        )],
        PageId::Township => vec![plain("apply-township-name", township(draft.township))],
        PageId::Residence => draft.residence.as_ref().map_or_else(Vec::new, |living| {
            let mut lines = vec![plain("apply-residence", Answer::Words(living_words(living.place)))];
            if !living.address.is_empty() {
                lines.push(plain("apply-address", typed(&living.address)));
            }
            lines
        }),
        PageId::ResidenceCounty => {
            let county = draft.residence_county.and_then(words::division_name);
            vec![plain("apply-residence", county.map_or(Answer::Nothing, Answer::Place))]
        }
        PageId::ResidenceTownship => vec![plain("apply-residence", township(draft.residence_township))],
        PageId::Register => registered(course, change),
        PageId::Question(id) if let Some((page, of)) = list_among(&course.questions, id) => {
            list::lines(page, of, draft.entries(id), change)
        }
        PageId::Question(id) => vec![line(
            words::part("page", id, "short"),
            draft
                .questions
                .get(id)
                .map_or(Answer::Nothing, |answer| answered(id, answer)),
        )],
        PageId::Overlap(service) => vec![plain(
            "apply-overlap",
            match draft.overlaps.get(service).map(|choice| choice.pick) {
                Some(OverlapPick::TakeThis) => Answer::Words(Phrase::new("apply-overlap-this")),
                Some(OverlapPick::KeepOther) => Answer::Words(Phrase::new("apply-overlap-other")),
                None => Answer::Nothing,
            },
        )],
        PageId::Helper => draft.helper.as_ref().map_or_else(Vec::new, |helper| {
            let mut lines = Vec::new();
            if let Some(organisation) = &helper.organisation {
                lines.push(plain("apply-organisation", typed(organisation)));
                lines.push(plain("apply-helper-name", typed(helper.name.as_str())));
            } else {
                lines.push(plain("apply-helper-own-name", typed(helper.name.as_str())));
            }
            if let Some(id) = &helper.resident_id {
                lines.push(plain(
                    "apply-helper-resident-id",
                    Answer::Number(id.as_str().to_owned()),
                ));
            }
            if let Some(relationship) = helper.relationship {
                lines.push(plain(
                    "apply-relationship",
                    Answer::Words(relationship_words(relationship)),
                ));
            }
            lines.push(plain("apply-helper-phone", phone(helper.phone.as_ref())));
            lines
        }),
        PageId::Contact => draft.contact.as_ref().map_or_else(Vec::new, |contact| {
            let ways = contact.ways.iter().map(|way| Answer::Words(way_words(*way)));
            vec![
                plain("apply-phone", phone(contact.phone.as_ref())),
                plain("apply-ways", several(ways)),
            ]
        }),
        PageId::Access => {
            let needs = draft.access_needs.iter().flatten();
            let needs = needs.map(|need| Answer::Words(need_words(*need)));
            vec![plain("apply-access", several(needs))]
        }
        PageId::Payment => {
            let (kind, number) = match &draft.payment {
                Some(PaymentAnswer::Account(Account::BankCard(card))) => {
                    ("apply-payment-bank-card", Some((card.as_str(), card.masked())))
                }
                Some(PaymentAnswer::Account(Account::OneCard(account))) => {
                    ("apply-payment-one-card", Some((account.as_str(), account.masked())))
                }
                Some(PaymentAnswer::None) => ("apply-payment-none", None),
                None => return vec![plain("apply-payment", Answer::Nothing)],
            };
            // A digit that is wrong sends the money to somebody else: it is seen only in a number that is whole.
            let number = number.map(|(whole, masked)| match change {
                Some(_) => Answer::Account(whole.to_owned()),
                None => typed(&masked),
            });
            let kind = plain("apply-payment", Answer::Words(Phrase::new(kind)));
            let number = number.map(|number| plain("apply-account-number", number));
            [kind].into_iter().chain(number).collect()
        }
        PageId::Holder => match &draft.holder {
            Some(HolderAnswer::Other(holder)) => vec![
                plain("apply-holder-name-short", typed(holder.name.as_str())),
                plain("apply-holder-reason", typed(&holder.reason)),
            ],
            Some(HolderAnswer::Own) => vec![plain(
                "apply-holder-name-short",
                Answer::Words(Phrase::new("apply-holder-own")),
            )],
            None => Vec::new(),
        },
        PageId::Paper(kind) => {
            let paper = draft.papers.get(kind).cloned().unwrap_or_default();
            let mut answers = Vec::new();
            if !paper.files.is_empty() {
                let count = Said::Count(i64::try_from(paper.files.len()).unwrap_or(i64::MAX));
                answers.push(Answer::Words(Phrase::new("apply-paper-files").with("count", count)));
            }
            if paper.bring_to_office {
                answers.push(Answer::Words(Phrase::new("apply-paper-bring")));
            }
            if paper.shown_already {
                answers.push(Answer::Words(Phrase::new("apply-paper-shown")));
            }
            if paper.to_be_confirmed {
                answers.push(Answer::Words(Phrase::new("apply-paper-confirm")));
            }
            vec![line(words::of("evidence", kind), several(answers.into_iter()))]
        }
        PageId::Made => draft.made.as_ref().map_or_else(Vec::new, |made| {
            let lines = assisted::lines(made).into_iter();
            lines.map(|(name, answer)| line(name, answer)).collect()
        }),
        PageId::Consents => {
            let given = draft.consents.iter().flatten();
            let given = given.filter_map(|consent| Consent::from_name(consent.as_str()));
            let given: Vec<Answer> = given.map(|consent| typed(&consent.words(text).0)).collect();
            let answer = if given.is_empty() {
                Answer::Words(Phrase::new("apply-consents-none"))
            } else {
                Answer::Several(given)
            };
            vec![plain("apply-consents", answer)]
        }
        PageId::Check | PageId::Statement => Vec::new(),
    }
}

/// The pages of a draft whose answers stand under one heading.
pub(super) fn sections<'c>(course: &'c Course<'_>) -> Vec<(&'static str, Vec<&'c PageId>)> {
    let mut sections: Vec<(&str, Vec<&PageId>)> = Vec::new();
    for page in &course.pages {
        let title = match page {
            PageId::Services => "apply-section-what",
            PageId::Person
            | PageId::Reading
            | PageId::Certificate
            | PageId::Hukou
            | PageId::HukouAddress
            | PageId::Township
            | PageId::Residence
            | PageId::ResidenceCounty
            | PageId::ResidenceTownship => "apply-section-who",
            PageId::Whom | PageId::Helper => "apply-section-helper",
            PageId::Register | PageId::Question(_) | PageId::Overlap(_) => "apply-section-about",
            PageId::Contact | PageId::Access | PageId::Payment | PageId::Holder => "apply-section-money",
            PageId::Paper(_) | PageId::Consents | PageId::Made => "apply-section-papers",
            PageId::Check | PageId::Statement => continue,
        };
        match sections.iter_mut().find(|(known, _)| *known == title) {
            Some((_, pages)) => pages.push(page),
            None => sections.push((title, vec![page])),
        }
    }
    sections
}

/// The list of that name among pages that were asked.
fn list_among<'c>(asked: &[&'c Page], id: &str) -> Option<(&'c Page, &'c ListOf)> {
    let page = asked.iter().find(|page| page.id == id)?;
    match &page.kind {
        PageKind::List(of) => Some((page, of)),
        _ => None,
    }
}

/// What the register says and nobody disputes; the rest is asked, and stands with its answer.
fn registered(course: &Course<'_>, change: Option<&str>) -> Vec<Line> {
    let confirmed = course.register.iter().filter(|line| !line.disputed);
    let lines = confirmed.map(|line| Line {
        name: words::part("page", &line.page.id, "short"),
        answer: Answer::Words(register_words(line)),
        source: Some(Source {
            register: Phrase::new("apply-register-name"),
            on: course.on,
        }),
        change: change.map(str::to_owned),
    });
    lines.collect()
}

fn typed(words: &str) -> Answer {
    Answer::Typed(words.to_owned())
}

fn several(answers: impl Iterator<Item = Answer>) -> Answer {
    let answers: Vec<Answer> = answers.collect();
    if answers.is_empty() {
        Answer::Nothing
    } else {
        Answer::Several(answers)
    }
}

fn phone(phone: Option<&Phone>) -> Answer {
    phone.map_or(Answer::Nothing, |phone| typed(phone.as_str()))
}

fn township(code: Option<TownshipCode>) -> Answer {
    let township = code.and_then(|code| Divisions::shipped().find_township(code));
    township.map_or(Answer::Nothing, |township| Answer::Place(words::township(township)))
}
