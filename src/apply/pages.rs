//! The pages of an application: which there are for this draft, in which order, and which comes next.

use super::answers::set_facts;
use super::application::{Authority, ConsentTo, ContactWay};
use super::assisted::STATEMENT_PAPER;
use super::draft::{
    CertificateAnswer, CheckedNumber, Draft, HUKOU, Hukou, LivingPlace, PaymentAnswer, is_guardian, is_organisation,
    may_act_for_a_child,
};
use super::journey::{Journey, journey_knowing};
use super::register::{RegisterLine, Registered};
use crate::assess::{Assessment, Outcome, assess};
use crate::calendar::{Date, Month};
use crate::catalogue::{Catalogue, Obtain, Page, Service, derive};
use crate::money::Fen;
use crate::person::{Category, SubmitterRole};
use crate::place::{DivisionCode, Divisions, TownshipCode};
use crate::policy::{Missing, PolicyBook};
use crate::rule::{FactId, Facts, PolicyValues, Type, Value};

/// The paper in which a person says that somebody may act for them (Civil Code art. 165), among the kinds of evidence.
pub const AUTHORIZATION: &str = "authorization_letter";

/// One page of an application, as its address names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PageId {
    /// Which services.
    Services,
    /// For whom, and as what.
    Whom,
    /// Who the person is.
    Person,
    /// How their name is read, where that is in doubt.
    Reading,
    /// Their certificate.
    Certificate,
    /// The county of the household registration.
    Hukou,
    /// The address of the household registration, where it is outside the province.
    HukouAddress,
    /// The township of the household registration.
    Township,
    /// Where they live.
    Residence,
    /// In which county, if elsewhere.
    ResidenceCounty,
    /// In which township, if elsewhere.
    ResidenceTownship,
    /// What the register says, to confirm or dispute.
    Register,
    /// A shared question, by its id.
    Question(String),
    /// Which of two benefits, by service.
    Overlap(String),
    /// Who fills it in.
    Helper,
    /// How to reach the person.
    Contact,
    /// What they need to be met.
    Access,
    /// Where the money goes.
    Payment,
    /// Whose account it is.
    Holder,
    /// A paper, by its kind.
    Paper(String),
    /// What is agreed to.
    Consents,
    /// How the person said to an officer that they want it.
    Made,
    /// All answers, to be checked.
    Check,
    /// The statement of truth, and handing in.
    Statement,
}

impl PageId {
    /// Its name in addresses: `person`, `question-aid_status`.
    pub fn name(&self) -> String {
        match self {
            Self::Services => "services".to_owned(),
            Self::Whom => "whom".to_owned(),
            Self::Person => "person".to_owned(),
            Self::Reading => "reading".to_owned(),
            Self::Certificate => "certificate".to_owned(),
            Self::Hukou => "hukou".to_owned(),
            Self::HukouAddress => "hukou-address".to_owned(),
            Self::Township => "township".to_owned(),
            Self::Residence => "residence".to_owned(),
            Self::ResidenceCounty => "residence-county".to_owned(),
            Self::ResidenceTownship => "residence-township".to_owned(),
            Self::Register => "register".to_owned(),
            Self::Question(id) => format!("question-{id}"),
            Self::Overlap(service) => format!("overlap-{service}"),
            Self::Helper => "helper".to_owned(),
            Self::Contact => "contact".to_owned(),
            Self::Access => "access".to_owned(),
            Self::Payment => "payment".to_owned(),
            Self::Holder => "holder".to_owned(),
            Self::Paper(kind) => format!("paper-{kind}"),
            Self::Consents => "consents".to_owned(),
            Self::Made => "made".to_owned(),
            Self::Check => "check".to_owned(),
            Self::Statement => "statement".to_owned(),
        }
    }

    /// The step it belongs to.
    pub const fn step(&self) -> Step {
        match self {
            Self::Services | Self::Whom => Step::What,
            Self::Person
            | Self::Reading
            | Self::Certificate
            | Self::Hukou
            | Self::HukouAddress
            | Self::Township
            | Self::Residence
            | Self::ResidenceCounty
            | Self::ResidenceTownship => Step::Who,
            Self::Register | Self::Question(_) | Self::Overlap(_) => Step::About,
            Self::Helper | Self::Contact | Self::Access | Self::Payment | Self::Holder => Step::Reach,
            Self::Paper(_) | Self::Consents | Self::Made => Step::Papers,
            Self::Check | Self::Statement => Step::Send,
        }
    }

    /// The page of that name. Whether a draft has it is another matter.
    pub fn parse(name: &str) -> Option<Self> {
        let code = |text: &str| {
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
            (!text.is_empty() && text.len() <= 64 && text.bytes().all(plain)).then(|| text.to_owned())
        };
        if let Some(id) = name.strip_prefix("question-") {
            return code(id).map(Self::Question);
        }
        if let Some(service) = name.strip_prefix("overlap-") {
            return code(service).map(Self::Overlap);
        }
        if let Some(kind) = name.strip_prefix("paper-") {
            return code(kind).map(Self::Paper);
        }
        let plain = [
            Self::Services,
            Self::Whom,
            Self::Person,
            Self::Reading,
            Self::Certificate,
            Self::Hukou,
            Self::HukouAddress,
            Self::Township,
            Self::Residence,
            Self::ResidenceCounty,
            Self::ResidenceTownship,
            Self::Register,
            Self::Helper,
            Self::Contact,
            Self::Access,
            Self::Payment,
            Self::Holder,
            Self::Consents,
            Self::Made,
            Self::Check,
            Self::Statement,
        ];
        plain.into_iter().find(|page| page.name() == name)
    }
}

/// The steps of every application, in order. Which pages a step has depends on the answers; which steps there are
/// does not, so that people can be told truthfully how far they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// What is applied for, and for whom.
    What,
    /// Who the person is and where they live.
    Who,
    /// What is true of them.
    About,
    /// How to reach and pay them, and who helps.
    Reach,
    /// The papers, and what is agreed to.
    Papers,
    /// Checking and handing in.
    Send,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Self; 6] = [
        Self::What,
        Self::Who,
        Self::About,
        Self::Reach,
        Self::Papers,
        Self::Send,
    ];
}

/// A draft looked at with the catalogue and the policy of its county: its pages and what they lead to.
#[derive(Debug)]
pub struct Course<'c> {
    /// The pages that matter now, in order; [`PageId::Check`] and [`PageId::Statement`] are the last.
    pub pages: Vec<PageId>,
    /// The first page without an answer that holds; [`PageId::Check`] when all have one.
    pub next: PageId,
    /// What the answers that count say about the person.
    pub facts: Facts,
    /// The day it was looked at.
    pub on: Date,
    /// What the register says, where it may be shown.
    pub register: Vec<RegisterLine<'c>>,
    /// The facts behind that, and whether each is disputed; nothing before somebody has looked at them.
    pub(super) registered: Vec<(FactId, Value, bool)>,
    /// The shared questions that counted, in order.
    pub questions: Vec<&'c Page>,
    /// How each chosen service would end.
    pub assessments: Vec<(&'c Service, Assessment<'c>)>,
    /// The policy of the county of registration, or of the province where that is outside.
    pub policy: PolicyValues,
    /// The papers asked of the applicant.
    pub papers: Vec<String>,
    /// The consents asked for.
    pub consents: Vec<ConsentTo>,
}

impl Course<'_> {
    /// Whether the draft has this page, and all before it are answered.
    pub fn is_open(&self, page: &PageId) -> bool {
        let place = |page: &PageId| self.pages.iter().position(|other| other == page);
        // After the answers are checked comes the statement, which is never answered before it is sent.
        let reached = if self.next == PageId::Check {
            &PageId::Statement
        } else {
            &self.next
        };
        matches!((place(page), place(reached)), (Some(page), Some(reached)) if page <= reached)
    }

    /// The question that counted and asked for a fact.
    pub fn asking(&self, fact: FactId) -> Option<&str> {
        let mut pages = self.questions.iter();
        pages
            .find(|page| page.facts.contains(&fact))
            .map(|page| page.id.as_str())
    }

    /// The page before one, if any.
    pub fn before(&self, page: &PageId) -> Option<&PageId> {
        let at = self.pages.iter().position(|other| other == page)?;
        self.pages.get(at.checked_sub(1)?)
    }
}

/// Looks at a draft. `register` is what a register says of the person, for people whom an office has linked to them.
///
/// # Errors
/// A policy value that a rule reads is not in force on that day.
pub fn course<'c>(
    catalogue: &'c Catalogue,
    book: &PolicyBook,
    draft: &Draft,
    register: Option<&Registered>,
    today: Date,
) -> Result<Course<'c>, Missing> {
    let county = draft.hukou_county().unwrap_or(DivisionCode::HUNAN);
    let policy = book.resolve(&catalogue.vocabulary, county, Month::of(today))?;
    let chosen: Vec<&Service> = catalogue
        .services
        .iter()
        .filter(|service| draft.services.contains(&service.code))
        .collect();
    let lines = register
        .map(|register| register.lines(catalogue, draft))
        .unwrap_or_default();
    let looked_at = register.filter(|_| draft.register.is_some());
    let registered = looked_at.map(|register| register.stated(&lines)).unwrap_or_default();
    let mut known = known_facts(catalogue, draft);
    let born = draft.person.as_ref().map(|person| person.resident_id.birth_date());
    derive(&catalogue.vocabulary, &mut known, today, born);
    for (fact, value, _) in registered.iter().filter(|(_, _, disputed)| !disputed) {
        known.state(*fact, value.clone());
    }
    // What is disputed is asked, also where the number of the certificate says it.
    for (fact, ..) in registered.iter().filter(|(_, _, disputed)| *disputed) {
        known.forget(*fact);
    }
    let journey = journey_knowing(catalogue, &chosen, &policy, &draft.standing_answers(), today, known);
    let assessments: Vec<_> = chosen
        .iter()
        .map(|service| (*service, assess(service, &journey.facts, &policy)))
        .collect();
    let papers = papers(catalogue, &chosen, draft, today);
    let consents = consents(draft, today);
    let pages = pages(draft, &journey, &assessments, &papers, !lines.is_empty());
    let mut course = Course {
        pages,
        on: today,
        register: lines,
        registered,
        next: PageId::Check,
        questions: journey.answered,
        facts: journey.facts,
        assessments,
        policy,
        papers,
        consents,
    };
    if let Some(open) = course.pages.iter().find(|page| !holds(draft, &course, page, today)) {
        course.next = open.clone();
    }
    Ok(course)
}

fn pages(
    draft: &Draft,
    journey: &Journey<'_>,
    assessments: &[(&Service, Assessment<'_>)],
    papers: &[String],
    in_register: bool,
) -> Vec<PageId> {
    use PageId as P;
    let mut pages = vec![P::Services, P::Whom, P::Person];
    if draft
        .person
        .as_ref()
        .is_some_and(|person| person.name.is_read_in_doubt())
    {
        pages.push(P::Reading);
    }
    pages.extend([P::Certificate, P::Hukou]);
    match draft.hukou() {
        Some(Hukou::In(_)) => pages.push(P::Township),
        Some(Hukou::Outside) => pages.push(P::HukouAddress),
        None => {}
    }
    pages.push(P::Residence);
    if draft
        .residence
        .as_ref()
        .is_some_and(|living| living.place == LivingPlace::Elsewhere)
    {
        pages.extend([P::ResidenceCounty, P::ResidenceTownship]);
    }
    if in_register {
        pages.push(P::Register);
    }
    let questions = journey.answered.iter().copied().chain(journey.next);
    pages.extend(
        questions
            .filter(|page| page.id != HUKOU)
            .map(|page| P::Question(page.id.clone())),
    );
    let overlapping = assessments.iter().filter(|(_, assessment)| is_choice(assessment));
    pages.extend(overlapping.map(|(service, _)| P::Overlap(service.code.clone())));
    if draft.whom.is_some_and(|role| role != SubmitterRole::Oneself) {
        pages.push(P::Helper);
    }
    pages.extend([P::Contact, P::Access]);
    let asks_account = assessments.iter().any(|(service, _)| service.asks_account());
    if asks_account || assessments.is_empty() {
        pages.push(P::Payment);
    }
    if asks_account && matches!(draft.payment, Some(PaymentAnswer::Account(_))) && draft.whom.is_some_and(is_guardian) {
        pages.push(P::Holder);
    }
    pages.extend(papers.iter().cloned().map(P::Paper));
    pages.push(P::Consents);
    if draft.assisted.is_some() {
        pages.extend([P::Made, P::Paper(STATEMENT_PAPER.to_owned())]);
    }
    pages.extend([P::Check, P::Statement]);
    pages
}

/// Whether a page has an answer that still holds, now that others may have changed.
fn holds(draft: &Draft, course: &Course<'_>, page: &PageId, today: Date) -> bool {
    match page {
        PageId::Services => !course.assessments.is_empty(),
        PageId::Whom => draft.whom.is_some(),
        PageId::Person => {
            draft.person.is_some() && (!draft.for_a_child(today) || draft.whom.is_some_and(may_act_for_a_child))
        }
        PageId::Reading => match (&draft.reading, &draft.person) {
            (Some(answer), Some(person)) => answer.name == person.name,
            _ => false,
        },
        PageId::Certificate => match (&draft.certificate, &draft.person) {
            (Some(CertificateAnswer::Number(number)), Some(person)) => *number.resident_id() == person.resident_id,
            (Some(CertificateAnswer::Checked(checked)), Some(person)) => checked.resident_id == person.resident_id,
            (certificate, _) => certificate.is_some(),
        },
        PageId::Hukou => draft.hukou().is_some(),
        PageId::HukouAddress => draft.hukou_address.is_some(),
        PageId::Township => lies_in(draft.township, draft.hukou_county()),
        PageId::Residence => match (draft.residence.as_ref().map(|living| living.place), draft.hukou()) {
            (Some(LivingPlace::AtHukou), hukou) => matches!(hukou, Some(Hukou::In(_))),
            (Some(LivingPlace::Outside), hukou) => hukou != Some(Hukou::Outside),
            (place, _) => place.is_some(),
        },
        PageId::ResidenceCounty => draft.residence_county.is_some(),
        PageId::ResidenceTownship => lies_in(draft.residence_township, draft.residence_county),
        PageId::Register => draft.register.is_some(),
        PageId::Question(id) => course.questions.iter().any(|page| page.id == *id),
        PageId::Overlap(service) => {
            let shown = overlap_amounts(course, service);
            let chosen = draft.overlaps.get(service);
            chosen.is_some_and(|chosen| shown == Some((chosen.this_monthly, chosen.other_monthly)))
        }
        PageId::Helper => draft.helper.as_ref().is_some_and(|helper| {
            let organisation = draft.whom.is_some_and(is_organisation);
            let person = draft.person.as_ref().map(|person| &person.resident_id);
            let same = person == helper.resident_id.as_ref();
            let possible = person
                .zip(helper.relationship)
                .is_none_or(|(person, what)| what.is_possible(person, today));
            helper.organisation.is_some() == organisation
                && (organisation || (helper.resident_id.is_some() && !same && possible))
        }),
        PageId::Contact => draft.contact.as_ref().is_some_and(|contact| {
            let by_letter = contact.ways.contains(&ContactWay::Letter);
            !by_letter || draft.has_address()
        }),
        PageId::Access => draft.access_needs.is_some(),
        PageId::Payment => draft.payment.is_some(),
        PageId::Holder => draft.holder.is_some(),
        PageId::Made => draft.made_about_this().is_some(),
        PageId::Paper(kind) if kind == STATEMENT_PAPER => {
            let files = draft.papers.get(kind).map_or(&[][..], |paper| paper.files.as_slice());
            draft
                .made
                .as_ref()
                .is_some_and(|made| files.iter().any(|file| made.is_shown_by(file)))
        }
        PageId::Paper(kind) => {
            let paper = draft.papers.get(kind);
            paper.is_some_and(|paper| {
                let otherwise = paper.bring_to_office || paper.shown_already || paper.to_be_confirmed;
                otherwise || !paper.files.is_empty()
            })
        }
        PageId::Consents if draft.is_asked_again(page) => false,
        PageId::Consents => draft.consents.as_ref().is_some_and(|given| {
            let mut needed = course.consents.iter().filter(|consent| !consent.optional());
            needed.all(|consent| given.contains(consent))
        }),
        PageId::Check | PageId::Statement => true,
    }
}

fn lies_in(township: Option<TownshipCode>, county: Option<DivisionCode>) -> bool {
    let found = township.and_then(|township| Divisions::shipped().find_township(township));
    found.is_some_and(|township| Some(township.county) == county)
}

/// Whether one of two benefits must be chosen, now or once a hold is lifted.
fn is_choice(assessment: &Assessment<'_>) -> bool {
    let then = assessment.then.as_ref().map(|then| then.outcome);
    assessment.outcome == Outcome::ChooseOne || then == Some(Outcome::ChooseOne)
}

/// What the service pays a month, or would once a hold is lifted, and what the benefit received already pays, where
/// both cannot be had.
pub fn overlap_amounts(course: &Course<'_>, service: &str) -> Option<(Fen, Fen)> {
    let (_, assessment) = course.assessments.iter().find(|(chosen, _)| chosen.code == service)?;
    match &assessment.then {
        Some(then) => Some((then.monthly?, then.other_monthly?)),
        None => Some((assessment.monthly?, assessment.other_monthly?)),
    }
}

/// The facts that follow from pages other than the shared questions.
fn known_facts(catalogue: &Catalogue, draft: &Draft) -> Facts {
    let mut facts = Facts::new(&catalogue.vocabulary);
    let hukou = catalogue.pages.iter().find(|page| page.id == HUKOU);
    if let (Some(page), Some(answer)) = (hukou, draft.questions.get(HUKOU)) {
        set_facts(page, answer, &mut facts);
    }
    let mut state = |name: &str, value: Value| {
        if let Some(fact) = catalogue.vocabulary.fact_named(name) {
            facts.state(fact, value);
        }
    };
    if let Some(living) = &draft.residence {
        state(
            "residence.in_province",
            Value::Bool(living.place != LivingPlace::Outside),
        );
        let county = match living.place {
            LivingPlace::AtHukou => Some(true),
            LivingPlace::Outside => Some(false),
            LivingPlace::Elsewhere => draft
                .residence_county
                .zip(draft.hukou_county())
                .map(|(lives, registered)| lives == registered),
        };
        if let Some(here) = county {
            state("home.in_hukou_county", Value::Bool(here));
        }
    }
    match &draft.certificate {
        Some(CertificateAnswer::Number(number) | CertificateAnswer::Checked(CheckedNumber { number, .. })) => {
            state("certificate.present", Value::Bool(true));
            state("certificate.grade", Value::Int(i64::from(number.grade().number())));
            if number.category() != Category::Multiple
                && let Some(only) = component(catalogue, number.category(), number.grade().number())
            {
                state("certificate.components", Value::List(vec![only]));
            }
        }
        Some(CertificateAnswer::NotAtHand) => state("certificate.present", Value::Bool(true)),
        Some(CertificateAnswer::None) => {
            let none = catalogue.pages.iter().find(|page| page.id == "certificate");
            if let Some(page) = none {
                set_facts(page, &super::Answer::Choice("no".to_owned()), &mut facts);
            }
        }
        None => {}
    }
    facts
}

/// One component of a certificate, as the vocabulary's record has it.
fn component(catalogue: &Catalogue, category: Category, grade: u8) -> Option<Vec<Option<Value>>> {
    let vocabulary = &catalogue.vocabulary;
    let Type::List(record) = vocabulary.fact_type(vocabulary.fact_named("certificate.components")?) else {
        return None;
    };
    let fields = vocabulary.record_fields(record).iter();
    let value = |(name, of): &(String, Type)| match (name.as_str(), *of) {
        ("category", Type::Enum(id)) => vocabulary.enum_index(id, category.as_str()).map(Value::Enum),
        ("grade", Type::Int) => Some(Value::Int(i64::from(grade))),
        _ => None,
    };
    Some(fields.map(value).collect())
}

/// The papers that the applicant hands in: those of the services, then those that the helper's role needs.
fn papers(catalogue: &Catalogue, chosen: &[&Service], draft: &Draft, today: Date) -> Vec<String> {
    let minor = draft.age_on(today).is_some_and(|age| age < 18);
    let mut papers = papers_of(
        catalogue,
        chosen,
        draft.whom,
        minor,
        draft.payment != Some(PaymentAnswer::None),
    );
    papers.retain(|kind| !is_proven(catalogue, draft, kind, minor));
    papers
}

/// Whether a paper would show what is known: that somebody may act for the person. Who said so with their own account
/// has given an authorisation; what an office saw, it saw whole.
fn is_proven(catalogue: &Catalogue, draft: &Draft, kind: &str, minor: bool) -> bool {
    match draft.authority {
        None => false,
        Some(Authority::Person) => kind == AUTHORIZATION,
        Some(Authority::Office) => {
            let mut kinds = catalogue.evidence_kinds.iter();
            kinds.any(|known| known.id == kind && draft.whom.is_some_and(|role| known.asked_of(role, minor)))
        }
    }
}

/// The papers that whoever files in a role is asked for, each once: those of the services, then those of the role.
pub(super) fn papers_of(
    catalogue: &Catalogue,
    chosen: &[&Service],
    role: Option<SubmitterRole>,
    minor: bool,
    has_account: bool,
) -> Vec<String> {
    let of_services = chosen.iter().flat_map(|service| &service.evidence);
    let of_services = of_services
        .filter(|evidence| evidence.obtain == Obtain::User)
        // Who has no account yet has no paper of it.
        .filter(|evidence| evidence.kind != "payment_account" || has_account)
        .map(|evidence| evidence.kind.clone());
    let got_by_offices = |kind: &str| {
        let got = |service: &&Service| {
            let mut evidence = service.evidence.iter().filter(|evidence| evidence.kind == kind);
            evidence.any(|evidence| evidence.obtain != Obtain::User)
        };
        !chosen.is_empty() && chosen.iter().all(got)
    };
    let of_role = catalogue
        .evidence_kinds
        .iter()
        .filter(|kind| !got_by_offices(&kind.id))
        .filter(|kind| role.is_some_and(|role| kind.asked_of(role, minor)))
        .map(|kind| kind.id.clone());
    let mut papers: Vec<String> = Vec::new();
    for kind in of_services.chain(of_role) {
        if !papers.contains(&kind) {
            papers.push(kind);
        }
    }
    papers
}

/// The other paper that may show what a paper shows, where a chosen service has it.
pub fn shown_by<'c>(catalogue: &'c Catalogue, course: &Course<'_>, kind: &str) -> Option<&'c str> {
    let kind = catalogue.evidence_kinds.iter().find(|known| known.id == kind)?;
    let other = kind.shown_by.as_deref()?;
    let services = course.assessments.iter().map(|(service, _)| service);
    let mut evidence = services.flat_map(|service| &service.evidence);
    evidence
        .any(|evidence| evidence.kind == other && evidence.obtain != Obtain::NotNeeded)
        .then_some(other)
}

/// Whether a second person can say what a paper says, so that it need not be handed in: not where another place decides.
pub fn may_be_confirmed(catalogue: &Catalogue, course: &Course<'_>, draft: &Draft, kind: &str, today: Date) -> bool {
    let (Some(role), Some(_)) = (draft.whom, draft.hukou_county()) else {
        return false;
    };
    let minor = draft.age_on(today).is_some_and(|age| age < 18);
    let services = course.assessments.iter().map(|(service, _)| service.code.as_str());
    let services: Vec<&str> = services.collect();
    let mut confirmations = catalogue.confirmations.iter();
    confirmations.any(|known| known.may_stand_for(kind, &services, role, minor))
}

/// The consents that are asked: a child's guardian must give the first, all others may be left out. Messages are for
/// who has a mobile number.
fn consents(draft: &Draft, today: Date) -> Vec<ConsentTo> {
    let asked = |consent: &ConsentTo| match consent {
        ConsentTo::Child => draft.for_a_child(today),
        ConsentTo::Messages => draft.has_mobile(),
        ConsentTo::Village | ConsentTo::OtherHelp => true,
    };
    ConsentTo::ALL.iter().copied().filter(asked).collect()
}
