//! What was typed on a page of an application → its answer, or every problem with it.

use super::answers::{Answer, Entry, List};
use super::application::{
    AccessNeed, Account, ConsentTo, ContactWay, Holder, OverlapChoice, OverlapPick, Payment, Relationship,
};
use super::assisted::{STATEMENT_PAPER, read_made};
use super::certificate;
use super::draft::{
    ContactAnswer, Draft, HelperAnswer, HolderAnswer, Hukou, LivingPlace, PageAnswer, PaperAnswer, PaymentAnswer,
    PersonAnswer, ReadingAnswer, ResidenceAnswer, is_organisation, may_act_for_a_child,
};
use super::pages::{Course, PageId, may_be_confirmed, overlap_amounts, shown_by};
use super::problems::{MadeProblem, PageProblem, Wrong};
use super::read::{Problem, Typed, read};
use crate::calendar::{Date, age_on};
use crate::catalogue::{Catalogue, ListOf, PageKind};
use crate::person::{
    BankCard, CertificateNumber, MobileProblem, NameReading, NameReadingProblem, OneCardAccount, PersonName, Phone,
    ResidentId, ResidentIdProblem, SubmitterRole, normalise,
};
use crate::place::{DivisionCode, Divisions, TownshipCode};

/// The names of the form fields.
pub mod field {
    /// Services, ticked.
    pub const SERVICE: &str = "service";
    /// Who fills it in.
    pub const WHOM: &str = "whom";
    /// A name.
    pub const NAME: &str = "name";
    /// How a name is read.
    pub const READING: &str = "reading";
    /// Its reading, where none of those offered is right.
    pub const PINYIN: &str = "pinyin";
    /// A resident ID number.
    pub const RESIDENT_ID: &str = "resident_id";
    /// Whether there is a certificate.
    pub const CERTIFICATE: &str = "certificate";
    /// Its number.
    pub const CERTIFICATE_NUMBER: &str = "certificate_number";
    /// The number that was said to be right although something contradicts it.
    pub const CERTIFICATE_KEPT: &str = "certificate_kept";
    /// A place of the picker.
    pub const PLACE: &str = "place";
    /// Where somebody lives.
    pub const LIVING: &str = "living";
    /// Village or street and number.
    pub const ADDRESS: &str = "address";
    /// Which of two benefits.
    pub const PICK: &str = "choice";
    /// The committee or institution.
    pub const ORGANISATION: &str = "organisation";
    /// What the helper is to the person.
    pub const RELATIONSHIP: &str = "relationship";
    /// A telephone number.
    pub const PHONE: &str = "phone";
    /// Ways to be reached.
    pub const WAY: &str = "way";
    /// What somebody needs.
    pub const NEED: &str = "need";
    /// The kind of account.
    pub const ACCOUNT: &str = "account";
    /// Its number.
    pub const ACCOUNT_NUMBER: &str = "account_number";
    /// Whose it is.
    pub const HOLDER: &str = "holder";
    /// The holder's name.
    pub const HOLDER_NAME: &str = "holder_name";
    /// Why it is not the person's.
    pub const REASON: &str = "reason";
    /// A file.
    pub const FILE: &str = "file";
    /// How a paper comes.
    pub const HOW: &str = "how";
    /// The answer to a shared question.
    pub const ANSWER: &str = "answer";

    /// Whether the register is right about a shared question.
    pub fn right(question: &str) -> String {
        format!("right-{question}")
    }
}

/// What the certificate question and the account question offer besides a number.
pub mod value {
    /// There is a certificate, with this number.
    pub const NUMBER: &str = "number";
    /// There is one, its number is not at hand.
    pub const NOT_AT_HAND: &str = "not_at_hand";
    /// There is none.
    pub const NONE: &str = "none";
    /// 银行卡
    pub const BANK_CARD: &str = "bank_card";
    /// 社保卡、一卡通
    pub const ONE_CARD: &str = "one_card";
    /// The person's own account.
    pub const OWN: &str = "own";
    /// That of the guardian who fills it in.
    pub const HELPER: &str = "helper";
    /// Somebody else's.
    pub const OTHER: &str = "other";
    /// Outside the province.
    pub const OUTSIDE: &str = "outside";
    /// The paper is uploaded.
    pub const ONLINE: &str = "online";
    /// The paper is brought to an office.
    pub const BRING: &str = "bring";
    /// Another paper shows it.
    pub const SHOWN: &str = "shown";
    /// Whoever would sign it confirms it.
    pub const CONFIRM: &str = "confirm";
    /// Ticked, or right.
    pub const YES: &str = "yes";
    /// Wrong.
    pub const NO: &str = "no";
}

/// Room for an address, an organisation's name and a reason.
pub const LONGEST_TEXT: usize = 200;

/// Reads what was typed on a page that the draft has.
///
/// # Errors
/// Every problem found, in the order of the form; the caller keeps what was typed.
pub fn read_page(
    catalogue: &Catalogue,
    course: &Course<'_>,
    draft: &Draft,
    page: &PageId,
    typed: Typed<'_>,
    today: Date,
) -> Result<PageAnswer, Vec<PageProblem>> {
    let form = Form { typed };
    match page {
        PageId::Services => services(catalogue, draft, &form),
        PageId::Whom => one(&form, field::WHOM, SubmitterRole::parse).map(PageAnswer::Whom),
        PageId::Person => person(draft, &form, today),
        PageId::Reading => reading(draft, typed),
        PageId::Certificate => certificate::read(draft, &form),
        PageId::Hukou if form.last(field::PLACE) == value::OUTSIDE => Ok(PageAnswer::Hukou(Hukou::Outside)),
        PageId::Hukou => county(&form).map(|county| PageAnswer::Hukou(Hukou::In(county))),
        PageId::HukouAddress => {
            let mut problems = Problems::default();
            let address = problems.check(field::ADDRESS, text(form.last(field::ADDRESS), true));
            address.map(PageAnswer::HukouAddress).ok_or(problems.0)
        }
        PageId::Township => township(&form, draft.hukou_county()).map(PageAnswer::Township),
        PageId::Residence => residence(draft, &form),
        PageId::ResidenceCounty => county(&form).map(PageAnswer::ResidenceCounty),
        PageId::ResidenceTownship => township(&form, draft.residence_county).map(PageAnswer::ResidenceTownship),
        PageId::Register => disputed(course, &form),
        PageId::Question(id) => question(catalogue, draft, id, typed),
        PageId::Overlap(service) => overlap(course, service, &form),
        PageId::Helper => helper(draft, &form, today),
        PageId::Contact => contact(draft, &form),
        PageId::Access => Ok(PageAnswer::Access(several(&form, field::NEED, AccessNeed::parse))),
        PageId::Payment => payment(&form).map(PageAnswer::Payment),
        PageId::Holder => {
            let person = draft.person.as_ref().map(|person| &person.name);
            holder(person, draft.guardian_name(), &form).map(PageAnswer::Holder)
        }
        PageId::Made => read_made(draft, typed, today).map(PageAnswer::Made),
        PageId::Paper(kind) if kind == STATEMENT_PAPER => statement(draft),
        PageId::Paper(kind) => {
            let shown = shown_by(catalogue, course, kind).is_some();
            let confirmed = may_be_confirmed(catalogue, course, draft, kind, today);
            paper(draft, kind, (shown, confirmed), &form)
        }
        PageId::Consents => consents(course, &form),
        PageId::Check | PageId::Statement => Err(Vec::new()),
    }
}

/// The account that somebody brings to an office, read as the pages of an application read it. Whose it is is asked
/// only where it may be a guardian's.
///
/// # Errors
/// Every problem found, in the order of the form.
pub fn read_payment(typed: Typed<'_>, person: &PersonName, guardian: bool) -> Result<Payment, Vec<PageProblem>> {
    let form = Form { typed };
    let account = payment(&form).and_then(|answer| match answer {
        PaymentAnswer::Account(account) => Ok(account),
        PaymentAnswer::None => wrong(field::ACCOUNT, Wrong::NothingChosen),
    });
    let holder = match guardian.then(|| holder(Some(person), None, &form)).transpose() {
        Ok(Some(HolderAnswer::Other(holder))) => Ok(Some(holder)),
        Ok(Some(HolderAnswer::Own) | None) => Ok(None),
        Err(problems) => Err(problems),
    };
    match (account, holder) {
        (Ok(account), Ok(holder)) => Ok(Payment { account, holder }),
        (account, holder) => Err(account.err().into_iter().chain(holder.err()).flatten().collect()),
    }
}

/// What arrived.
pub(super) struct Form<'t> {
    typed: Typed<'t>,
}

impl Form<'_> {
    /// The last value of a field, which counts where a name is posted twice; empty where there is none.
    pub fn last(&self, name: &str) -> &str {
        let mut values = self.typed.iter().rev().filter(|(typed, _)| typed == name);
        values.next().map_or("", |(_, value)| value.as_str())
    }

    fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        let values = self.typed.iter().filter(move |(typed, _)| typed == name);
        values.map(|(_, value)| value.as_str())
    }
}

pub(super) type Read<T> = Result<T, Vec<PageProblem>>;

pub(super) fn wrong<T>(field: &'static str, what: Wrong) -> Read<T> {
    Err(vec![PageProblem {
        field: field.into(),
        what,
    }])
}

/// Collects the problems of several fields, and their values where there are none.
#[derive(Default)]
struct Problems(Vec<PageProblem>);

impl Problems {
    fn check<T>(&mut self, field: &'static str, read: Result<T, Wrong>) -> Option<T> {
        let problem = |what| PageProblem {
            field: field.into(),
            what,
        };
        read.map_err(|what| self.0.push(problem(what))).ok()
    }
}

fn one<T>(form: &Form<'_>, field: &'static str, parse: impl Fn(&str) -> Option<T>) -> Read<T> {
    parse(form.last(field)).map_or_else(|| wrong(field, Wrong::NothingChosen), Ok)
}

/// The values ticked, each once; what is not on the list was not on the page.
fn several<T: PartialEq>(form: &Form<'_>, field: &str, parse: impl Fn(&str) -> Option<T>) -> Vec<T> {
    let mut chosen = Vec::new();
    for value in form.all(field).filter_map(parse) {
        if !chosen.contains(&value) {
            chosen.push(value);
        }
    }
    chosen
}

fn services(catalogue: &Catalogue, draft: &Draft, form: &Form<'_>) -> Read<PageAnswer> {
    let ticked: Vec<&str> = form.all(field::SERVICE).collect();
    let offered = catalogue.services.iter().filter(|service| draft.may_ask_for(service));
    let chosen: Vec<_> = offered
        .filter(|service| ticked.contains(&service.code.as_str()))
        .collect();
    if chosen.is_empty() {
        return wrong(field::SERVICE, Wrong::NoService);
    }
    if chosen.len() > 1 && chosen.iter().any(|service| service.confidential) {
        return wrong(field::SERVICE, Wrong::ServiceNotAlone);
    }
    Ok(PageAnswer::Services(
        chosen.into_iter().map(|service| service.code.clone()).collect(),
    ))
}

/// Whom an officer files for: asked first of all, before it is known as what they apply.
///
/// # Errors
/// Every problem found, in the order of the form.
pub fn read_whom(typed: Typed<'_>, today: Date) -> Result<PersonAnswer, Vec<PageProblem>> {
    let form = Form { typed };
    let mut problems = Problems::default();
    let name = PersonName::parse(form.last(field::NAME)).map_err(Wrong::Name);
    let name = problems.check(field::NAME, name);
    let resident_id = problems.check(field::RESIDENT_ID, resident_id(form.last(field::RESIDENT_ID), today));
    match (name, resident_id) {
        (Some(name), Some(resident_id)) => Ok(PersonAnswer { name, resident_id }),
        _ => Err(problems.0),
    }
}

fn person(draft: &Draft, form: &Form<'_>, today: Date) -> Read<PageAnswer> {
    let mut problems = Problems::default();
    let name = PersonName::parse(form.last(field::NAME)).map_err(Wrong::Name);
    let name = problems.check(field::NAME, name);
    let resident_id = resident_id(form.last(field::RESIDENT_ID), today).and_then(|id| {
        let age = age_on(id.birth_date(), today);
        if age < 14 && !draft.whom.is_some_and(may_act_for_a_child) {
            Err(Wrong::ChildNeedsGuardian { age })
        } else {
            Ok(id)
        }
    });
    let resident_id = problems.check(field::RESIDENT_ID, resident_id);
    match (name, resident_id) {
        (Some(name), Some(resident_id)) => Ok(PageAnswer::Person(PersonAnswer { name, resident_id })),
        _ => Err(problems.0),
    }
}

fn reading(draft: &Draft, typed: Typed<'_>) -> Read<PageAnswer> {
    let Some(person) = &draft.person else {
        return Err(Vec::new());
    };
    let name = person.name.clone();
    let reading = read_reading(&name, typed).map_err(|problem| vec![problem])?;
    Ok(PageAnswer::Reading(ReadingAnswer { name, reading }))
}

/// Reads how a name is read. Nobody has to say it; what is typed counts, unless something else is chosen beside it.
///
/// # Errors
/// What is wrong.
pub fn read_reading(name: &PersonName, typed: Typed<'_>) -> Result<Option<NameReading>, PageProblem> {
    let form = Form { typed };
    let (chosen, typed) = (form.last(field::READING), form.last(field::PINYIN));
    let problem = |field: &'static str, what| PageProblem {
        field: field.into(),
        what,
    };
    let said = match chosen {
        "" | value::OTHER if !is_blank(typed) => NameReading::parse(typed, name).map(Some),
        value::OTHER => Err(NameReadingProblem::Empty),
        _ if !is_blank(typed) && typed != chosen => return Err(problem(field::READING, Wrong::ReadingAndChosen)),
        "" | value::NONE => Ok(None),
        offered => NameReading::parse(offered, name).map(Some),
    };
    said.map_err(|wrong| problem(field::PINYIN, Wrong::Reading(wrong)))
}

fn resident_id(typed: &str, today: Date) -> Result<ResidentId, Wrong> {
    ResidentId::parse_on(typed, today).map_err(|problem| match problem {
        ResidentIdProblem::TooLong { .. } if CertificateNumber::parse(typed).is_ok() => {
            Wrong::CertificateInsteadOfResidentId
        }
        problem => Wrong::ResidentId(problem),
    })
}

fn county(form: &Form<'_>) -> Read<DivisionCode> {
    let county = DivisionCode::parse(form.last(field::PLACE));
    let county = county.filter(|code| Divisions::shipped().is_county(*code));
    county.map_or_else(|| wrong(field::PLACE, Wrong::NotACounty), Ok)
}

fn township(form: &Form<'_>, county: Option<DivisionCode>) -> Read<TownshipCode> {
    let township = TownshipCode::parse(form.last(field::PLACE));
    let township = township.and_then(|code| Divisions::shipped().find_township(code));
    let township = township.filter(|township| Some(township.county) == county);
    township.map_or_else(
        || wrong(field::PLACE, Wrong::NotATownship),
        |township| Ok(township.code),
    )
}

fn residence(draft: &Draft, form: &Form<'_>) -> Read<PageAnswer> {
    let mut problems = Problems::default();
    let place = LivingPlace::parse(form.last(field::LIVING)).ok_or(Wrong::NothingChosen);
    let place = place.and_then(|place| match (place, draft.hukou()) {
        (LivingPlace::Outside, Some(Hukou::Outside)) => Err(Wrong::OutsideAltogether),
        (LivingPlace::AtHukou, Some(Hukou::Outside)) => Err(Wrong::NotAtHukou),
        _ => Ok(place),
    });
    let place = problems.check(field::LIVING, place);
    let address = problems.check(field::ADDRESS, text(form.last(field::ADDRESS), false));
    match (place, address) {
        (Some(place), Some(address)) => Ok(PageAnswer::Residence(ResidenceAnswer { place, address })),
        _ => Err(problems.0),
    }
}

/// The questions whose answers in the register are wrong; of each it is said whether it is right.
fn disputed(course: &Course<'_>, form: &Form<'_>) -> Read<PageAnswer> {
    let (mut disputed, mut problems) = (Vec::new(), Vec::new());
    for line in &course.register {
        let field = field::right(&line.page.id);
        match form.last(&field) {
            value::YES => {}
            value::NO => disputed.push(line.page.id.clone()),
            _ => problems.push(PageProblem {
                field: field.into(),
                what: Wrong::NothingChosen,
            }),
        }
    }
    if problems.is_empty() {
        Ok(PageAnswer::Register(disputed))
    } else {
        Err(problems)
    }
}

fn question(catalogue: &Catalogue, draft: &Draft, id: &str, typed: Typed<'_>) -> Read<PageAnswer> {
    let Some(page) = catalogue.pages.iter().find(|page| page.id == id) else {
        return Err(Vec::new());
    };
    let problem = |problem: Problem| PageProblem {
        field: problem.field().name().into(),
        what: Wrong::Question(problem),
    };
    let answer = match &page.kind {
        PageKind::List(of) => all_entries(of, draft.entries(id)),
        _ => read(page, typed),
    };
    answer
        .map(|answer| PageAnswer::Question(id.to_owned(), answer))
        .map_err(|problems| problems.into_iter().map(problem).collect())
}

/// A list that is said to be whole.
fn all_entries(of: &ListOf, entries: &[Entry]) -> Result<Answer, Vec<Problem>> {
    let mut problems = Vec::new();
    if entries.len() < of.least {
        problems.push(Problem::ListTooShort(of.least));
    }
    if entries.len() > of.most {
        problems.push(Problem::ListTooLong(of.most));
    }
    let open = entries.iter().enumerate().filter(|(_, entry)| !entry.fits(of));
    problems.extend(open.map(|(at, _)| Problem::EntryOpen(at + 1)));
    if !problems.is_empty() {
        return Err(problems);
    }
    Ok(Answer::List(List {
        entries: entries.to_vec(),
        done: true,
    }))
}

fn overlap(course: &Course<'_>, service: &str, form: &Form<'_>) -> Read<PageAnswer> {
    let pick = one(form, field::PICK, OverlapPick::parse)?;
    let Some((this_monthly, other_monthly)) = overlap_amounts(course, service) else {
        return Err(Vec::new());
    };
    let choice = OverlapChoice {
        pick,
        this_monthly,
        other_monthly,
    };
    Ok(PageAnswer::Overlap(service.to_owned(), choice))
}

fn helper(draft: &Draft, form: &Form<'_>, today: Date) -> Read<PageAnswer> {
    let mut problems = Problems::default();
    let organisation = draft.whom.is_some_and(is_organisation);
    let named = organisation.then(|| problems.check(field::ORGANISATION, text(form.last(field::ORGANISATION), true)));
    let name = PersonName::parse(form.last(field::NAME)).map_err(Wrong::Name);
    let name = problems.check(field::NAME, name);
    let person = draft.person.as_ref().map(|person| &person.resident_id);
    let mut resident_id_read = None;
    let mut relationship = None;
    if !organisation {
        let read = resident_id(form.last(field::RESIDENT_ID), today).and_then(|id| {
            if person == Some(&id) {
                Err(Wrong::HelperIsThePerson)
            } else {
                Ok(id)
            }
        });
        resident_id_read = problems.check(field::RESIDENT_ID, read);
        let read = Relationship::parse(form.last(field::RELATIONSHIP));
        let read = read.filter(|what| person.is_none_or(|person| what.is_possible(person, today)));
        let read = read.ok_or(Wrong::NothingChosen);
        relationship = problems.check(field::RELATIONSHIP, read);
    }
    let phone = problems.check(field::PHONE, phone(form.last(field::PHONE)));
    match (name, phone) {
        (Some(name), Some(phone)) if problems.0.is_empty() => Ok(PageAnswer::Helper(HelperAnswer {
            name,
            resident_id: resident_id_read,
            relationship,
            organisation: named.flatten(),
            phone,
        })),
        _ => Err(problems.0),
    }
}

/// A telephone number, where one was typed.
fn phone(typed: &str) -> Result<Option<Phone>, Wrong> {
    match Phone::parse(typed) {
        Ok(phone) => Ok(Some(phone)),
        Err(MobileProblem::Empty) => Ok(None),
        Err(problem) => Err(Wrong::Phone(problem)),
    }
}

fn contact(draft: &Draft, form: &Form<'_>) -> Read<PageAnswer> {
    let ways = several(form, field::WAY, ContactWay::parse);
    let helper = draft
        .helper
        .as_ref()
        .filter(|_| draft.whom != Some(SubmitterRole::Oneself));
    let helper = helper.and_then(|helper| helper.phone.as_ref());
    let read = phone(form.last(field::PHONE)).and_then(|phone| {
        let any = phone.is_some() || helper.is_some();
        let mobile = matches!(phone, Some(Phone::Mobile(_))) || matches!(helper, Some(Phone::Mobile(_)));
        match () {
            () if ways.contains(&ContactWay::Message) && !mobile && any => Err(Wrong::MobileMissing),
            () if (ways.contains(&ContactWay::Call) || ways.contains(&ContactWay::Message)) && !any => {
                Err(Wrong::PhoneMissing)
            }
            () => Ok(phone),
        }
    });
    let mut problems = Problems::default();
    let read = problems.check(field::PHONE, read);
    if ways.contains(&ContactWay::Letter) && !draft.has_address() {
        problems.check::<()>(field::WAY, Err(Wrong::AddressMissing));
    }
    match read.filter(|_| problems.0.is_empty()) {
        Some(phone) => Ok(PageAnswer::Contact(ContactAnswer { phone, ways })),
        None => Err(problems.0),
    }
}

fn payment(form: &Form<'_>) -> Read<PaymentAnswer> {
    let typed = form.last(field::ACCOUNT_NUMBER);
    let about_a_person = ResidentId::parse(typed).is_ok() || CertificateNumber::parse(typed).is_ok();
    let account = match form.last(field::ACCOUNT) {
        value::NONE if !is_blank(typed) => return wrong(field::ACCOUNT, Wrong::AccountAndNone),
        value::NONE => return Ok(PaymentAnswer::None),
        value::BANK_CARD | value::ONE_CARD if about_a_person => Err(Wrong::PersonInsteadOfAccount),
        value::BANK_CARD => BankCard::parse(typed).map(Account::BankCard).map_err(Wrong::BankCard),
        value::ONE_CARD => OneCardAccount::parse(typed)
            .map(Account::OneCard)
            .map_err(Wrong::OneCard),
        _ => return wrong(field::ACCOUNT, Wrong::NothingChosen),
    };
    match account {
        Ok(account) => Ok(PaymentAnswer::Account(account)),
        Err(what) => wrong(field::ACCOUNT_NUMBER, what),
    }
}

/// `guardian`: whoever fills it in, where that may be the holder.
fn holder(person: Option<&PersonName>, guardian: Option<&PersonName>, form: &Form<'_>) -> Read<HolderAnswer> {
    let words = [field::HOLDER_NAME, field::REASON].map(|name| form.last(name));
    match form.last(field::HOLDER) {
        value::OWN if !words.iter().all(|typed| is_blank(typed)) => return wrong(field::HOLDER, Wrong::HolderAndOwn),
        value::OWN => return Ok(HolderAnswer::Own),
        value::HELPER | value::OTHER => {}
        _ => return wrong(field::HOLDER, Wrong::NothingChosen),
    }
    let mut problems = Problems::default();
    let typed = form.last(field::HOLDER_NAME);
    let name = match guardian.filter(|_| form.last(field::HOLDER) == value::HELPER) {
        Some(guardian) if is_blank(typed) || PersonName::parse(typed).as_ref() == Ok(guardian) => Ok(guardian.clone()),
        Some(_) => Err(Wrong::HolderAndHelper),
        None => PersonName::parse(typed).map_err(Wrong::Name),
    };
    let name = name.and_then(|name| {
        if person == Some(&name) {
            Err(Wrong::HolderIsThePerson)
        } else {
            Ok(name)
        }
    });
    let name = problems.check(field::HOLDER_NAME, name);
    let reason = problems.check(field::REASON, text(form.last(field::REASON), true));
    match (name, reason) {
        (Some(name), Some(reason)) => Ok(HolderAnswer::Other(Holder { name, reason })),
        _ => Err(problems.0),
    }
}

fn paper(
    draft: &Draft,
    kind: &str,
    (can_be_shown, can_be_confirmed): (bool, bool),
    form: &Form<'_>,
) -> Read<PageAnswer> {
    let files = draft
        .papers
        .get(kind)
        .map(|paper| paper.files.clone())
        .unwrap_or_default();
    let shown_already = can_be_shown && form.last(field::HOW) == value::SHOWN;
    let to_be_confirmed = can_be_confirmed && form.last(field::HOW) == value::CONFIRM;
    let elsewise = [value::BRING, value::SHOWN, value::CONFIRM].contains(&form.last(field::HOW));
    if elsewise && !files.is_empty() {
        return wrong(field::HOW, Wrong::FilesAndElse);
    }
    let bring_to_office = match form.last(field::HOW) {
        value::BRING => true,
        _ if shown_already || to_be_confirmed => false,
        value::ONLINE if files.is_empty() => return wrong(field::FILE, Wrong::FileMissing),
        value::ONLINE => false,
        _ if files.is_empty() => return wrong(field::HOW, Wrong::NothingChosen),
        _ => false,
    };
    let answer = PaperAnswer {
        files,
        bring_to_office,
        shown_already,
        to_be_confirmed,
    };
    Ok(PageAnswer::Paper(kind.to_owned(), answer))
}

/// The statement itself: in the file as it was made, never brought later.
fn statement(draft: &Draft) -> Read<PageAnswer> {
    let paper = draft.papers.get(STATEMENT_PAPER).cloned().unwrap_or_default();
    if paper.files.is_empty() {
        return wrong(field::FILE, Wrong::FileMissing);
    }
    let made = draft.made.as_ref();
    if !made.is_some_and(|made| paper.files.iter().any(|file| made.is_shown_by(file))) {
        return wrong(field::FILE, Wrong::Made(MadeProblem::StatementInOtherWay));
    }
    Ok(PageAnswer::Paper(STATEMENT_PAPER.to_owned(), paper))
}

/// Each consent is a field of its own, named as the consent.
fn consents(course: &Course<'_>, form: &Form<'_>) -> Read<PageAnswer> {
    let ticked = |asked: &ConsentTo| form.last(asked.as_str()) == value::YES;
    let given: Vec<ConsentTo> = course.consents.iter().copied().filter(ticked).collect();
    let missing = course
        .consents
        .iter()
        .filter(|asked| !asked.optional() && !given.contains(asked));
    let problems: Vec<PageProblem> = missing
        .map(|asked| PageProblem {
            field: asked.as_str().into(),
            what: Wrong::ConsentMissing(*asked),
        })
        .collect();
    if problems.is_empty() {
        Ok(PageAnswer::Consents(given))
    } else {
        Err(problems)
    }
}

/// Nothing but spaces was typed.
pub(super) fn is_blank(typed: &str) -> bool {
    normalise::line(typed).is_empty()
}

/// A line of free text.
fn text(typed: &str, needed: bool) -> Result<String, Wrong> {
    let line = normalise::line(typed);
    if needed && line.is_empty() {
        Err(Wrong::TextMissing)
    } else if line.chars().count() > LONGEST_TEXT {
        Err(Wrong::TextTooLong { most: LONGEST_TEXT })
    } else {
        Ok(line)
    }
}
