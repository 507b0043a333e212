//! What would have to be typed to give the stored answer to a page: the inverse of [`read_page`](super::read_page).

use super::application::Account;
use super::assisted::typed_made;
use super::draft::{CertificateAnswer, CheckedNumber, Draft, HolderAnswer, Hukou, PaymentAnswer, ReadingAnswer};
use super::pages::PageId;
use super::read::typed;
use super::read_page::{field, value};
use crate::catalogue::Catalogue;
use crate::person::{NameReading, PersonName, Phone, SubmitterRole};

/// The form of a page as it was answered; empty where it was not.
pub fn typed_page(catalogue: &Catalogue, draft: &Draft, page: &PageId) -> Vec<(String, String)> {
    let mut form = Filled::default();
    match page {
        PageId::Services => form.all(field::SERVICE, draft.services.iter().map(String::as_str)),
        PageId::Whom => form.all(field::WHOM, draft.whom.map(|role| role.as_str())),
        PageId::Person => {
            if let Some(person) = &draft.person {
                form.one(field::NAME, person.name.as_str());
                form.one(field::RESIDENT_ID, person.resident_id.as_str());
            }
        }
        PageId::Reading => {
            let answer = draft.reading.as_ref().zip(draft.person.as_ref());
            return match answer.filter(|(answer, person)| answer.name == person.name) {
                Some((ReadingAnswer { name, reading }, _)) => typed_reading(name, reading.as_ref()),
                None => Vec::new(),
            };
        }
        PageId::Certificate => match &draft.certificate {
            Some(CertificateAnswer::Number(number)) => {
                form.one(field::CERTIFICATE, value::NUMBER);
                form.one(field::CERTIFICATE_NUMBER, number.as_str());
            }
            Some(CertificateAnswer::Checked(CheckedNumber { number, .. })) => {
                form.one(field::CERTIFICATE, value::NUMBER);
                form.one(field::CERTIFICATE_NUMBER, number.as_str());
                form.one(field::CERTIFICATE_KEPT, number.as_str());
            }
            Some(CertificateAnswer::NotAtHand) => form.one(field::CERTIFICATE, value::NOT_AT_HAND),
            Some(CertificateAnswer::None) => form.one(field::CERTIFICATE, value::NONE),
            None => {}
        },
        PageId::Hukou => match draft.hukou() {
            Some(Hukou::In(county)) => form.one(field::PLACE, county.as_str()),
            Some(Hukou::Outside) => form.one(field::PLACE, value::OUTSIDE),
            None => {}
        },
        PageId::HukouAddress => form.all(field::ADDRESS, draft.hukou_address.as_deref()),
        PageId::Township => form.all(field::PLACE, draft.township.as_ref().map(|code| code.as_str())),
        PageId::Residence => {
            if let Some(living) = &draft.residence {
                form.one(field::LIVING, living.place.as_str());
                form.one(field::ADDRESS, &living.address);
            }
        }
        PageId::ResidenceCounty => form.all(field::PLACE, draft.residence_county.as_ref().map(|code| code.as_str())),
        PageId::ResidenceTownship => {
            form.all(
                field::PLACE,
                draft.residence_township.as_ref().map(|code| code.as_str()),
            );
        }
        PageId::Register => {
            // Which of them the register knows stands beside.
            let asked = catalogue.pages.iter().filter(|_| draft.register.is_some());
            for page in asked {
                let wrong = draft.register.iter().flatten().any(|wrong| *wrong == page.id);
                form.one(&field::right(&page.id), if wrong { value::NO } else { value::YES });
            }
        }
        PageId::Question(id) => {
            let page = catalogue.pages.iter().find(|page| page.id == *id);
            if let (Some(page), Some(answer)) = (page, draft.questions.get(id)) {
                return typed(page, answer);
            }
        }
        PageId::Overlap(service) => {
            form.all(
                field::PICK,
                draft.overlaps.get(service).map(|choice| choice.pick.as_str()),
            );
        }
        PageId::Helper => {
            // Typed once, where an office recorded whose custody somebody is in.
            let institution = draft.whom == Some(SubmitterRole::InstitutionalGuardian);
            let custody = draft
                .custody
                .as_deref()
                .filter(|_| institution && draft.helper.is_none());
            form.all(field::ORGANISATION, custody);
            if let Some(helper) = &draft.helper {
                form.all(field::ORGANISATION, helper.organisation.as_deref());
                form.one(field::NAME, helper.name.as_str());
                form.all(field::RESIDENT_ID, helper.resident_id.as_ref().map(|id| id.as_str()));
                form.all(
                    field::RELATIONSHIP,
                    helper.relationship.map(|relationship| relationship.as_str()),
                );
                form.all(field::PHONE, helper.phone.as_ref().map(Phone::as_str));
            }
        }
        PageId::Contact => {
            if let Some(contact) = &draft.contact {
                form.all(field::PHONE, contact.phone.as_ref().map(Phone::as_str));
                form.all(field::WAY, contact.ways.iter().map(|way| way.as_str()));
            }
        }
        PageId::Access => {
            let needs = draft.access_needs.iter().flatten();
            form.all(field::NEED, needs.map(|need| need.as_str()));
        }
        PageId::Payment => match &draft.payment {
            Some(PaymentAnswer::Account(Account::BankCard(card))) => {
                form.one(field::ACCOUNT, value::BANK_CARD);
                form.one(field::ACCOUNT_NUMBER, card.as_str());
            }
            Some(PaymentAnswer::Account(Account::OneCard(account))) => {
                form.one(field::ACCOUNT, value::ONE_CARD);
                form.one(field::ACCOUNT_NUMBER, account.as_str());
            }
            Some(PaymentAnswer::None) => form.one(field::ACCOUNT, value::NONE),
            None => {}
        },
        PageId::Holder => match &draft.holder {
            Some(HolderAnswer::Own) => form.one(field::HOLDER, value::OWN),
            Some(HolderAnswer::Other(holder)) => {
                if draft.guardian_name() == Some(&holder.name) {
                    form.one(field::HOLDER, value::HELPER);
                } else {
                    form.one(field::HOLDER, value::OTHER);
                    form.one(field::HOLDER_NAME, holder.name.as_str());
                }
                form.one(field::REASON, &holder.reason);
            }
            None => {}
        },
        PageId::Paper(kind) => {
            if let Some(paper) = draft.papers.get(kind) {
                form.one(
                    field::HOW,
                    if paper.bring_to_office {
                        value::BRING
                    } else if paper.shown_already {
                        value::SHOWN
                    } else if paper.to_be_confirmed {
                        value::CONFIRM
                    } else {
                        value::ONLINE
                    },
                );
            }
        }
        PageId::Consents => {
            let given = draft.consents.iter().flatten();
            given.for_each(|consent| form.one(consent.as_str(), value::YES));
        }
        PageId::Made => return draft.made.as_ref().map(typed_made).unwrap_or_default(),
        PageId::Check | PageId::Statement => {}
    }
    form.0
}

/// What would have to be typed to say how a name is read; the inverse of [`read_reading`](super::read_reading).
pub fn typed_reading(name: &PersonName, reading: Option<&NameReading>) -> Vec<(String, String)> {
    let mut form = Filled::default();
    match reading {
        Some(reading) if name.likely_readings().contains(reading) => form.one(field::READING, reading.as_str()),
        Some(reading) => {
            form.one(field::READING, value::OTHER);
            form.one(field::PINYIN, reading.as_str());
        }
        None => form.one(field::READING, value::NONE),
    }
    form.0
}

/// A form being filled in.
#[derive(Default)]
struct Filled(Vec<(String, String)>);

impl Filled {
    fn one(&mut self, name: &str, value: &str) {
        self.0.push((name.to_owned(), value.to_owned()));
    }

    fn all<'v>(&mut self, name: &str, values: impl IntoIterator<Item = &'v str>) {
        values.into_iter().for_each(|value| self.one(name, value));
    }
}
