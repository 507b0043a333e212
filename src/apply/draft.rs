//! A draft: what has been answered so far, page by page. Nothing is lost from it before it is submitted, also not the
//! answers to pages that are no longer asked; those count for nothing.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::answers::{Answer, Answers, Entry, List};
use super::application::{
    AccessNeed, Account, Authority, ConsentTo, ContactWay, Holder, OverlapChoice, PaperFile, Relationship,
};
use super::assisted::{EnteredBy, Made};
use super::pages::PageId;
use super::renewal::Noted;
use crate::aloud::Named;
use crate::calendar::{Date, age_on};
use crate::catalogue::Service;
use crate::person::{CertificateNumber, NameReading, PersonName, Phone, ResidentId, SubmitterRole};
use crate::place::{DivisionCode, TownshipCode};

/// The page of the shared questions that asks for the county of registration; a draft answers it by its own page.
pub(super) const HUKOU: &str = "hukou";

/// What has been answered of one application.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// Counts the saves: what is submitted must be the version that was checked.
    pub version: i64,
    /// The last saves, oldest first: what each replaced.
    changes: Vec<Change>,
    /// The definition under which each chosen service is filled in, by its code.
    pub(super) definitions: BTreeMap<String, String>,
    /// The services applied for.
    pub services: Vec<String>,
    /// As what somebody fills it in.
    pub whom: Option<SubmitterRole>,
    /// What shows that they may, where that is known: no paper is asked for it then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authority: Option<Authority>,
    /// Who it is for.
    pub person: Option<PersonAnswer>,
    /// How their name is read.
    pub reading: Option<ReadingAnswer>,
    /// Their certificate.
    pub certificate: Option<CertificateAnswer>,
    /// The address of the household registration, where it is outside the province.
    pub hukou_address: Option<String>,
    /// The township of the household registration.
    pub township: Option<TownshipCode>,
    /// Where they live.
    pub residence: Option<ResidenceAnswer>,
    /// The county they live in, where it is not that of the registration.
    pub residence_county: Option<DivisionCode>,
    /// The township they live in, where it is not that of the registration.
    pub residence_township: Option<TownshipCode>,
    /// The questions whose answers in the register are wrong, once somebody has looked at them.
    pub register: Option<Vec<String>>,
    /// The answers to the shared questions, with the county of registration.
    pub questions: Answers,
    /// The benefit chosen where two overlap, by service.
    pub overlaps: BTreeMap<String, OverlapChoice>,
    /// The services that were not applied for because another benefit is kept, by code.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub left_out: BTreeMap<String, LeftOut>,
    /// Who fills it in for somebody else.
    pub helper: Option<HelperAnswer>,
    /// How to reach the person.
    pub contact: Option<ContactAnswer>,
    /// What they need to be met.
    pub access_needs: Option<Vec<AccessNeed>>,
    /// Where the money goes.
    pub payment: Option<PaymentAnswer>,
    /// Whose account it is.
    pub holder: Option<HolderAnswer>,
    /// The papers, by kind.
    pub papers: BTreeMap<String, PaperAnswer>,
    /// What was agreed to; what is not in it was refused.
    pub consents: Option<Vec<ConsentTo>>,
    /// The officer who files it for the person, where one does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assisted: Option<EnteredBy>,
    /// The institution that is the person's guardian, as an office recorded, where an officer files for them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custody: Option<String>,
    /// How the person said to that officer that they want it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub made: Option<Made>,
    /// What the portal asked and paid when it was filled in.
    pub(super) noted: Noted,
    /// The pages whose answers were given to something else than what is asked now, by name: they are asked again, with
    /// the answers filled in.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub(super) again: BTreeSet<String>,
}

/// That a service is not applied for because another benefit is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The question that asks for the other benefit.
    pub other: String,
    /// The version of the draft with which it was left out.
    pub version: i64,
}

/// One save.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Change {
    /// The name of the page.
    page: String,
    /// The answer before, if there was one.
    before: Option<PageAnswer>,
}

/// How many saves are remembered.
const REMEMBERED: usize = 100;

/// Who it is for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PersonAnswer {
    /// Their name.
    pub name: PersonName,
    /// Their number.
    pub resident_id: ResidentId,
}

/// How the person's name is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadingAnswer {
    /// The name that stood there: of another it is asked again.
    pub name: PersonName,
    /// Its reading, where it was said.
    pub reading: Option<NameReading>,
}

/// The disability certificate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CertificateAnswer {
    /// There is one, with this number.
    Number(CertificateNumber),
    /// There is one, with a number that contradicts something else and was said to be right.
    Checked(CheckedNumber),
    /// There is one, its number is not at hand.
    NotAtHand,
    /// There is none.
    None,
}

/// A certificate number that the applicant has compared with the certificate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckedNumber {
    /// The number.
    pub number: CertificateNumber,
    /// The resident ID number that stood beside it: with another it is compared again.
    pub resident_id: ResidentId,
}

/// Where the person lives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResidenceAnswer {
    /// The place.
    pub place: LivingPlace,
    /// Village or street and number, or the place outside; may be empty.
    pub address: String,
}

crate::person::closed_list! {
    /// Where somebody lives, seen from their registration.
    LivingPlace {
        /// Where they are registered.
        AtHukou = "at_hukou",
        /// Elsewhere in the province.
        Elsewhere = "elsewhere",
        /// Outside the province.
        Outside = "outside",
    }
}

/// Who fills it in for somebody else.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HelperAnswer {
    /// Their name.
    pub name: PersonName,
    /// Their number; not asked of committees and institutions.
    pub resident_id: Option<ResidentId>,
    /// What they are to the person; not asked of committees and institutions.
    pub relationship: Option<Relationship>,
    /// The committee or institution.
    pub organisation: Option<String>,
    /// Where they can be called.
    pub phone: Option<Phone>,
}

/// How to reach the person.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ContactAnswer {
    /// Where they can be called.
    pub phone: Option<Phone>,
    /// How they want to be reached.
    pub ways: Vec<ContactWay>,
}

/// Where the money goes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaymentAnswer {
    /// Into this account.
    Account(Account),
    /// There is no account yet.
    None,
}

/// Whose account it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HolderAnswer {
    /// The disabled person's.
    Own,
    /// The guardian's.
    Other(Holder),
}

/// One paper.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperAnswer {
    /// What was uploaded, in order.
    pub files: Vec<PaperFile>,
    /// "I bring it to the office."
    pub bring_to_office: bool,
    /// "Another paper that I hand in shows it."
    #[serde(default)]
    pub shown_already: bool,
    /// "Whoever would sign it confirms it themselves."
    #[serde(default)]
    pub to_be_confirmed: bool,
}

/// The county of the household registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hukou {
    /// In the province.
    In(DivisionCode),
    /// Elsewhere.
    Outside,
}

/// The answer to one page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PageAnswer {
    /// To [`PageId::Services`].
    Services(Vec<String>),
    /// To [`PageId::Whom`].
    Whom(SubmitterRole),
    /// To [`PageId::Person`].
    Person(PersonAnswer),
    /// To [`PageId::Reading`].
    Reading(ReadingAnswer),
    /// To [`PageId::Certificate`].
    Certificate(CertificateAnswer),
    /// To [`PageId::Hukou`].
    Hukou(Hukou),
    /// To [`PageId::HukouAddress`].
    HukouAddress(String),
    /// To [`PageId::Township`].
    Township(TownshipCode),
    /// To [`PageId::Residence`].
    Residence(ResidenceAnswer),
    /// To [`PageId::ResidenceCounty`].
    ResidenceCounty(DivisionCode),
    /// To [`PageId::ResidenceTownship`].
    ResidenceTownship(TownshipCode),
    /// To [`PageId::Register`]: the questions whose answers there are wrong.
    Register(Vec<String>),
    /// To [`PageId::Question`].
    Question(String, Answer),
    /// One entry of a list, at its place; nothing where there is none of that name. Only as what a save replaced.
    Entry {
        /// The list.
        list: String,
        /// Its name.
        id: String,
        /// Its place, counted from 0.
        at: usize,
        /// The entry.
        entry: Option<Entry>,
    },
    /// To [`PageId::Overlap`].
    Overlap(String, OverlapChoice),
    /// To [`PageId::Helper`].
    Helper(HelperAnswer),
    /// To [`PageId::Contact`].
    Contact(ContactAnswer),
    /// To [`PageId::Access`].
    Access(Vec<AccessNeed>),
    /// To [`PageId::Payment`].
    Payment(PaymentAnswer),
    /// To [`PageId::Holder`].
    Holder(HolderAnswer),
    /// To [`PageId::Paper`], with the files so far.
    Paper(String, PaperAnswer),
    /// To [`PageId::Consents`].
    Consents(Vec<ConsentTo>),
    /// To [`PageId::Made`].
    Made(Made),
}

impl Draft {
    /// Whether a service can be applied for with it: what nobody else may know of only by who writes for themselves, without
    /// an office and not for somebody who let them act.
    pub fn may_ask_for(&self, service: &Service) -> bool {
        !service.confidential || self.authority.is_none() && self.assisted.is_none()
    }

    /// Saves the answer to a page; the last one counts.
    pub fn save(&mut self, page: &PageId, answer: PageAnswer) {
        self.remember(page);
        self.put(answer);
        self.again.remove(&page.name());
        self.noted.forget(page);
    }

    /// Whether a page was answered and is asked again.
    pub fn is_asked_again(&self, page: &PageId) -> bool {
        self.again.contains(&page.name())
    }

    /// The answers to the shared questions that are not asked again.
    pub(super) fn standing_answers(&self) -> Cow<'_, Answers> {
        let mut answers = Cow::Borrowed(&self.questions);
        for page in self.again.iter().filter_map(|name| PageId::parse(name)) {
            if let PageId::Question(id) = page {
                answers.to_mut().clear(&id);
            }
        }
        answers
    }

    /// Adds an uploaded file to a paper.
    pub fn add_file(&mut self, kind: &str, file: PaperFile) {
        self.remember(&PageId::Paper(kind.to_owned()));
        let paper = self.papers.entry(kind.to_owned()).or_default();
        // What is sent counts, whatever was meant before.
        (paper.bring_to_office, paper.shown_already, paper.to_be_confirmed) = (false, false, false);
        paper.files.push(file);
    }

    /// Takes an uploaded file away; false where there was none of that id.
    pub fn remove_file(&mut self, kind: &str, id: &str) -> bool {
        let has = |paper: &PaperAnswer| paper.files.iter().any(|file| file.id == id);
        if !self.papers.get(kind).is_some_and(has) {
            return false;
        }
        self.remember(&PageId::Paper(kind.to_owned()));
        if let Some(paper) = self.papers.get_mut(kind) {
            paper.files.retain(|file| file.id != id);
        }
        true
    }

    /// The entries of a list so far.
    pub fn entries(&self, list: &str) -> &[Entry] {
        match self.questions.get(list) {
            Some(Answer::List(list)) => &list.entries,
            _ => &[],
        }
    }

    /// Adds an entry to a list, or puts it in the place of the one of its name.
    pub fn save_entry(&mut self, list: &str, entry: Entry) {
        let id = entry.id.clone();
        let at = self.remember_entry(list, &id);
        self.put_entry(list, &id, at, Some(entry));
    }

    /// Takes an entry out of a list; false where there was none of that name.
    pub fn remove_entry(&mut self, list: &str, id: &str) -> bool {
        if self.entries(list).iter().all(|entry| entry.id != id) {
            return false;
        }
        let at = self.remember_entry(list, id);
        self.put_entry(list, id, at, None);
        true
    }

    /// Remembers one entry alone: a long list would otherwise stand in every save. Its place, or that of a new one.
    fn remember_entry(&mut self, list: &str, id: &str) -> usize {
        let entries = self.entries(list);
        let at = entries.iter().position(|entry| entry.id == id);
        let entry = at.and_then(|at| entries.get(at)).cloned();
        let at = at.unwrap_or(entries.len());
        let before = PageAnswer::Entry {
            list: list.to_owned(),
            id: id.to_owned(),
            at,
            entry,
        };
        self.remember_as(&PageId::Question(list.to_owned()), Some(before));
        at
    }

    fn put_entry(&mut self, list: &str, id: &str, at: usize, entry: Option<Entry>) {
        let mut changed = match self.questions.get(list) {
            Some(Answer::List(list)) => list.clone(),
            _ => List::default(),
        };
        changed.entries.retain(|known| known.id != id);
        if let Some(entry) = entry {
            changed.entries.insert(at.min(changed.entries.len()), entry);
        }
        self.questions.set(list, Answer::List(changed));
    }

    /// Begins with the answers of an eligibility check.
    pub fn carry_over(&mut self, answers: Answers) {
        self.questions = answers;
    }

    /// Leaves nothing in it but what is said: no saves, no definitions, nothing that was noted.
    pub(super) fn forget_how_it_was_kept(&mut self) {
        (self.version, self.noted) = (0, Noted::default());
        self.changes.clear();
        self.definitions.clear();
        self.again.clear();
    }

    fn remember(&mut self, page: &PageId) {
        self.remember_as(page, self.answer(page));
    }

    fn remember_as(&mut self, page: &PageId, before: Option<PageAnswer>) {
        if self.changes.len() == REMEMBERED {
            self.changes.remove(0);
        }
        self.changes.push(Change {
            page: page.name(),
            before,
        });
        self.version += 1;
    }

    /// The pages saved after a version, each once, the first changed first; as far back as is remembered.
    pub fn changed_since(&self, version: i64) -> Vec<PageId> {
        let later = usize::try_from(self.version - version).unwrap_or_default();
        let from = self.changes.len().saturating_sub(later);
        let mut pages = Vec::new();
        for page in self.changes[from..]
            .iter()
            .filter_map(|change| PageId::parse(&change.page))
        {
            if !pages.contains(&page) {
                pages.push(page);
            }
        }
        pages
    }

    /// The draft as it was at a version; as far back as is remembered.
    #[must_use]
    pub fn as_of(&self, version: i64) -> Self {
        let mut past = self.clone();
        while past.version > version
            && let Some(change) = past.changes.pop()
        {
            match (change.before, PageId::parse(&change.page)) {
                (Some(answer), _) => past.put(answer),
                (None, Some(page)) => past.clear(&page),
                (None, None) => {}
            }
            past.version -= 1;
        }
        past
    }

    /// The answer to a page, if there is one.
    pub fn answer(&self, page: &PageId) -> Option<PageAnswer> {
        match page {
            PageId::Services => (!self.services.is_empty()).then(|| PageAnswer::Services(self.services.clone())),
            PageId::Whom => self.whom.map(PageAnswer::Whom),
            PageId::Person => self.person.clone().map(PageAnswer::Person),
            PageId::Reading => self.reading.clone().map(PageAnswer::Reading),
            PageId::Certificate => self.certificate.clone().map(PageAnswer::Certificate),
            PageId::Hukou => self.hukou().map(PageAnswer::Hukou),
            PageId::HukouAddress => self.hukou_address.clone().map(PageAnswer::HukouAddress),
            PageId::Township => self.township.map(PageAnswer::Township),
            PageId::Residence => self.residence.clone().map(PageAnswer::Residence),
            PageId::ResidenceCounty => self.residence_county.map(PageAnswer::ResidenceCounty),
            PageId::ResidenceTownship => self.residence_township.map(PageAnswer::ResidenceTownship),
            PageId::Register => self.register.clone().map(PageAnswer::Register),
            PageId::Question(id) => {
                let answer = self.questions.get(id).cloned();
                answer.map(|answer| PageAnswer::Question(id.clone(), answer))
            }
            PageId::Overlap(service) => {
                let choice = self.overlaps.get(service).cloned();
                choice.map(|choice| PageAnswer::Overlap(service.clone(), choice))
            }
            PageId::Helper => self.helper.clone().map(PageAnswer::Helper),
            PageId::Contact => self.contact.clone().map(PageAnswer::Contact),
            PageId::Access => self.access_needs.clone().map(PageAnswer::Access),
            PageId::Payment => self.payment.clone().map(PageAnswer::Payment),
            PageId::Holder => self.holder.clone().map(PageAnswer::Holder),
            PageId::Paper(kind) => {
                let paper = self.papers.get(kind).cloned();
                paper.map(|paper| PageAnswer::Paper(kind.clone(), paper))
            }
            PageId::Consents => self.consents.clone().map(PageAnswer::Consents),
            PageId::Made => self.made.clone().map(PageAnswer::Made),
            PageId::Check | PageId::Statement => None,
        }
    }

    fn put(&mut self, answer: PageAnswer) {
        match answer {
            PageAnswer::Services(services) => {
                self.left_out.retain(|code, _| !services.contains(code));
                self.services = services;
            }
            PageAnswer::Whom(role) => self.whom = Some(role),
            PageAnswer::Person(person) => self.person = Some(person),
            PageAnswer::Reading(reading) => self.reading = Some(reading),
            PageAnswer::Certificate(certificate) => self.certificate = Some(certificate),
            PageAnswer::Hukou(Hukou::In(county)) => self.questions.set(HUKOU, Answer::County(county)),
            PageAnswer::Hukou(Hukou::Outside) => self.questions.set(HUKOU, Answer::Outside),
            PageAnswer::HukouAddress(address) => self.hukou_address = Some(address),
            PageAnswer::Township(township) => self.township = Some(township),
            PageAnswer::Residence(residence) => self.residence = Some(residence),
            PageAnswer::ResidenceCounty(county) => self.residence_county = Some(county),
            PageAnswer::ResidenceTownship(township) => self.residence_township = Some(township),
            PageAnswer::Register(wrong) => self.register = Some(wrong),
            PageAnswer::Question(question, answer) => self.questions.set(&question, answer),
            PageAnswer::Entry { list, id, at, entry } => self.put_entry(&list, &id, at, entry),
            PageAnswer::Overlap(service, choice) => {
                self.overlaps.insert(service, choice);
            }
            PageAnswer::Helper(helper) => self.helper = Some(helper),
            PageAnswer::Contact(contact) => self.contact = Some(contact),
            PageAnswer::Access(needs) => self.access_needs = Some(needs),
            PageAnswer::Payment(payment) => self.payment = Some(payment),
            PageAnswer::Holder(holder) => self.holder = Some(holder),
            PageAnswer::Paper(kind, paper) => {
                self.papers.insert(kind, paper);
            }
            PageAnswer::Consents(given) => self.consents = Some(given),
            PageAnswer::Made(made) => self.made = Some(made),
        }
    }

    fn clear(&mut self, page: &PageId) {
        match page {
            PageId::Services => self.services.clear(),
            PageId::Whom => self.whom = None,
            PageId::Person => self.person = None,
            PageId::Reading => self.reading = None,
            PageId::Certificate => self.certificate = None,
            PageId::Hukou => self.questions.clear(HUKOU),
            PageId::HukouAddress => self.hukou_address = None,
            PageId::Township => self.township = None,
            PageId::Residence => self.residence = None,
            PageId::ResidenceCounty => self.residence_county = None,
            PageId::ResidenceTownship => self.residence_township = None,
            PageId::Register => self.register = None,
            PageId::Question(id) => self.questions.clear(id),
            PageId::Overlap(service) => {
                self.overlaps.remove(service);
            }
            PageId::Helper => self.helper = None,
            PageId::Contact => self.contact = None,
            PageId::Access => self.access_needs = None,
            PageId::Payment => self.payment = None,
            PageId::Holder => self.holder = None,
            PageId::Paper(kind) => {
                self.papers.remove(kind);
            }
            PageId::Consents => self.consents = None,
            PageId::Made => self.made = None,
            PageId::Check | PageId::Statement => {}
        }
    }

    /// The county of the household registration, once answered.
    pub fn hukou(&self) -> Option<Hukou> {
        match self.questions.get(HUKOU)? {
            Answer::County(county) => Some(Hukou::In(*county)),
            Answer::Outside => Some(Hukou::Outside),
            _ => None,
        }
    }

    /// The county of the household registration, where it is in the province.
    pub fn hukou_county(&self) -> Option<DivisionCode> {
        match self.hukou()? {
            Hukou::In(county) => Some(county),
            Hukou::Outside => None,
        }
    }

    /// The certificate number, where one was typed.
    pub fn certificate_number(&self) -> Option<&CertificateNumber> {
        match self.certificate.as_ref()? {
            CertificateAnswer::Number(number) | CertificateAnswer::Checked(CheckedNumber { number, .. }) => {
                Some(number)
            }
            CertificateAnswer::NotAtHand | CertificateAnswer::None => None,
        }
    }

    /// How old the person is, once their number is known.
    pub fn age_on(&self, day: Date) -> Option<i64> {
        Some(age_on(self.person.as_ref()?.resident_id.birth_date(), day))
    }

    /// The person's name with its reading, where somebody said so of this very name.
    pub fn named(&self) -> Option<Named> {
        let answer = self.reading.as_ref()?;
        let name = &self.person.as_ref()?.name;
        let reading = answer.reading.as_ref().filter(|_| answer.name == *name)?;
        Some(Named::of(name, reading))
    }

    /// The name of the guardian who fills it in: typed once, it is not asked again. Who acts for an institution is no
    /// holder of its account.
    pub fn guardian_name(&self) -> Option<&PersonName> {
        let helper = self.helper.as_ref()?;
        let guardian = self.whom == Some(SubmitterRole::LegalGuardian) && helper.organisation.is_none();
        guardian.then_some(&helper.name)
    }

    /// Whether a letter can reach the person.
    pub fn has_address(&self) -> bool {
        self.residence.as_ref().is_some_and(|living| !living.address.is_empty())
    }

    /// Whether a message can reach the person or who fills it in.
    pub fn has_mobile(&self) -> bool {
        let own = self.contact.as_ref().and_then(|contact| contact.phone.as_ref());
        let helped = self.whom != Some(SubmitterRole::Oneself);
        let helper = self.helper.as_ref().filter(|_| helped);
        let helper = helper.and_then(|helper| helper.phone.as_ref());
        own.into_iter()
            .chain(helper)
            .any(|phone| matches!(phone, Phone::Mobile(_)))
    }

    /// Whether it is for a child under 14, whose data are used only with a guardian's consent (PIPL art. 31).
    pub fn for_a_child(&self, today: Date) -> bool {
        self.age_on(today).is_some_and(|age| age < 14)
    }
}

/// Whether a role acts for a child under 14: a guardian, or the committee that stands in for one.
pub(super) fn may_act_for_a_child(role: SubmitterRole) -> bool {
    match role {
        SubmitterRole::LegalGuardian | SubmitterRole::InstitutionalGuardian | SubmitterRole::VillageCommittee => true,
        SubmitterRole::Oneself | SubmitterRole::Relative | SubmitterRole::EntrustedAgent => false,
    }
}

/// Whether a role is a guardian: only then the account of another holder can be named.
pub fn is_guardian(role: SubmitterRole) -> bool {
    matches!(
        role,
        SubmitterRole::LegalGuardian | SubmitterRole::InstitutionalGuardian
    )
}

/// Whether a role is that of an office rather than of one person.
pub fn is_organisation(role: SubmitterRole) -> bool {
    matches!(
        role,
        SubmitterRole::VillageCommittee | SubmitterRole::InstitutionalGuardian
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: &str, name: &str) -> Entry {
        let mut answers = Answers::default();
        answers.set("helpers_name", Answer::Text(name.to_owned()));
        Entry {
            id: id.to_owned(),
            answers,
        }
    }

    fn names(draft: &Draft) -> Vec<&str> {
        let names = draft
            .entries("helpers")
            .iter()
            .filter_map(|entry| match entry.answers.get("helpers_name") {
                Some(Answer::Text(name)) => Some(name.as_str()),
                _ => None,
            });
        names.collect()
    }

    #[test]
    fn entries_are_saved_by_their_names_and_can_be_looked_back_at() {
        let mut draft = Draft::default();
        for (id, name) in [("a", "甲"), ("b", "乙"), ("c", "丙"), ("b", "乙乙")] {
            draft.save_entry("helpers", entry(id, name));
        }
        assert_eq!(names(&draft), ["甲", "乙乙", "丙"], "a changed one keeps its place");
        assert!(draft.remove_entry("helpers", "a"));
        assert!(!draft.remove_entry("helpers", "a"), "a second press finds nothing");
        assert_eq!(names(&draft), ["乙乙", "丙"]);
        assert_eq!(draft.version, 5);
        for (version, then) in [
            (4, &["甲", "乙乙", "丙"][..]),
            (3, &["甲", "乙", "丙"]),
            (1, &["甲"]),
            (0, &[]),
        ] {
            assert_eq!(names(&draft.as_of(version)), then, "{version}");
        }
        let page = PageId::Question("helpers".to_owned());
        assert_eq!(draft.changed_since(3), [page]);
        let kept = serde_json::to_string(&draft).unwrap();
        assert_eq!(serde_json::from_str::<Draft>(&kept).unwrap(), draft);
    }

    #[test]
    fn a_long_list_does_not_stand_in_every_save() {
        let mut draft = Draft::default();
        for number in 0..80 {
            draft.save_entry("helpers", entry(&number.to_string(), "一位帮忙的人"));
        }
        let kept = serde_json::to_string(&draft).unwrap().len();
        assert!(kept < 30_000, "{kept}");
    }
}
