//! The forms of the commands: one command a page, made of the same kinds of questions as the residents' pages.
//! A refusal stands in words above the form, and everything typed is kept.

use leptos::prelude::*;
use zhida::apply::{LetterForm, field as apply, value};
use zhida::calendar::{Date, Month};
use zhida::casework::{ServiceNote, ServiceWay};
use zhida::money::Fen;

use super::accept::{Accepting, Seeing, identity};
use super::known::{self, Known};
use super::reveal::titled;
use super::{Head, contest};
use crate::cases::letter_forms;
use crate::components::actions::{self, Look};
use crate::components::back_link::back_link;
use crate::components::error_summary::{Wrong, error_summary};
use crate::components::form::{self, Hidden};
use crate::components::notice::{Kind as NoticeKind, notice};
use crate::components::text_field::{Autocomplete, Entry, Width};
use crate::frame::Page;
use crate::question::{self, Answer, Field, Kind, Problem, Question};
use crate::text::{Name, Phrase, Said, Text};

/// The page of a command.
#[derive(Clone, Debug)]
pub struct CommandForm {
    /// The case.
    pub head: Head,
    /// What is known of the case, for a command that judges it.
    pub known: Vec<Known>,
    /// What is to be done.
    pub ask: Ask,
    /// Unseen fields: the operation, the version the officer saw.
    pub hidden: Hidden,
    /// What was typed.
    pub typed: Vec<(String, String)>,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
    /// Why the command was not carried out.
    pub refusal: Option<Phrase>,
}

/// The commands that need a page, with what their forms offer.
#[derive(Clone, Debug)]
pub enum Ask {
    /// 受理
    Accept(Accepting),
    /// Who the person is was seen.
    ConfirmIdentity {
        /// What is to be said about whom.
        seeing: Seeing,
    },
    /// 一次性告知
    RequestPapers {
        /// What the service may ask for: kinds and names.
        papers: Vec<Answer>,
        /// The last day to bring them.
        until: Date,
        /// Whether a list was sent before: what was not on it needs the supervisor.
        second: bool,
    },
    /// Papers arrive at the counter.
    SupplyPapers {
        /// What was asked for.
        papers: Vec<Answer>,
    },
    /// The account that the money goes to.
    RecordAccount {
        /// Whether it may be a guardian's: then it is asked whose it is.
        guardian: bool,
    },
    /// What a second person says, at the window, at home or on the telephone.
    RecordConfirmation {
        /// What they can confirm: names and words.
        of: Vec<Answer>,
        /// Whether it is asked who they are.
        named: bool,
    },
    /// Back to the stage before.
    Return {
        /// Its name.
        to: Phrase,
    },
    /// To the place of the hukou.
    Forward {
        /// Its name.
        to: Phrase,
        /// Whether a register says where it is.
        register: bool,
    },
    /// The number of the receipt that came back.
    RecordReceipt,
    /// Things to choose one of.
    OfferItems {
        /// What the service can give: ids and names.
        items: Vec<Answer>,
    },
    /// Which thing the person chose.
    ChooseItem {
        /// What was offered.
        items: Vec<Answer>,
    },
    /// Who helps the person.
    AssignLawyer,
    /// A finding.
    Review {
        /// The stage.
        stage: Phrase,
    },
    /// A decision.
    Decide(Deciding),
    /// Another's decision.
    SignSecond {
        /// What it says, line by line.
        says: Vec<Phrase>,
    },
    /// The notice is over.
    EndNotice,
    /// An objection.
    DecideObjection {
        /// Which.
        number: u32,
        /// What it says.
        says: String,
        /// How whoever said it wants to be reached, where they told.
        contact: Option<String>,
        /// The last day to answer.
        until: Option<Date>,
        /// Whether that is past.
        late: bool,
    },
    /// A letter reached the person.
    ServeLetter {
        /// The letters not served yet.
        letters: Vec<Answer>,
    },
    /// A fact is not as it stands.
    Correct {
        /// The fact's name.
        fact: Phrase,
        /// What is held, in words.
        held: Phrase,
        /// How its value is given.
        value: Corrected,
    },
    /// What the case waited for is mended.
    LiftHold,
    /// Which of two benefits the person wants.
    ChooseOverlap {
        /// A month's amount of the one applied for.
        this: Fen,
        /// A month's amount of the other.
        other: Fen,
    },
    /// To another officer.
    Reassign {
        /// Who may have it: ids and names.
        officers: Vec<Answer>,
    },
    /// The person takes a consent back, or gives it, at the counter or on the telephone.
    Consents {
        /// What can be changed.
        changes: Vec<Answer>,
    },
    /// The person says in which forms their letters are to come, at the counter or on the telephone.
    LetterForms {
        /// In which they come now.
        now: Phrase,
    },
    /// The person takes the application back at the counter.
    Withdraw,
    /// The person asks for reconsideration at the counter, in writing or by word of mouth.
    Contest {
        /// The office that is objected to, where the government does not reconsider.
        office: Option<Name>,
    },
    /// What the government and the office do about it.
    Reconsider(contest::Step),
    /// Somebody objects to a public notice at the counter.
    Object,
    /// A note for colleagues.
    Note,
}

/// How the value of a fact is given.
#[derive(Clone, Debug)]
pub enum Corrected {
    /// In one field.
    One(Kind),
    /// What a certificate is for: a grade for each of these categories, in fields of [`grade_of`].
    Grades(Vec<Answer>),
}

/// The field of a category's grade.
pub fn grade_of(category: &str) -> String {
    format!("{}-{category}", field::VALUE)
}

/// What a decision can say.
#[derive(Clone, Debug)]
pub struct Deciding {
    /// What a grant gives; nothing where it cannot be granted as things stand.
    pub grant: Option<Grant>,
    /// What else can be chosen, because something speaks for it.
    pub less: Vec<Less>,
    /// Why what is missing among these is not there, and what to do about it.
    pub not_offered: Option<Phrase>,
    /// The conditions it can rest on: codes, words, and how they stand.
    pub reasons: Vec<Answer>,
    /// Whether a grant needs a second person to be in force.
    pub second_on_grant: bool,
    /// Whether less than a grant does.
    pub second_on_refusal: bool,
    /// The other benefit of the same kind, and what the person chose.
    pub overlap: Option<Phrase>,
}

/// What a grant gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grant {
    /// A month's amount, from a month on.
    Monthly(Fen, Month),
    /// A thing or a service.
    InKind,
}

/// What a decision can give less than the whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Less {
    /// A part of it.
    Part,
    /// Nothing.
    Nothing,
}

/// The field names of the forms.
pub mod field {
    /// How the person was seen.
    pub const IDENTITY: &str = "identity";
    /// Whether they had handed the application in.
    pub const FILER: &str = "filer";
    /// Kinds of papers.
    pub const PAPERS: &str = "papers";
    /// Things of the service.
    pub const ITEMS: &str = "items";
    /// What a second person confirms.
    pub const CONFIRMATION: &str = "confirmation";
    /// Whether they confirm it.
    pub const AGREED: &str = "agreed";
    /// How they said so.
    pub const HOW: &str = "how";
    /// Their name.
    pub const NAME: &str = "name";
    /// Their resident ID number.
    pub const ID: &str = "resident_id";
    /// Who was there with them.
    pub const WITNESS: &str = "witness";
    /// Other cases that are accepted with it.
    pub const TOGETHER: &str = "together";
    /// The officer's own words.
    pub const SENTENCE: &str = "sentence";
    /// The office that something is sent to.
    pub const OFFICE: &str = "office";
    /// The division that something is sent to.
    pub const PLACE: &str = "place";
    /// What it was held against that the hukou is there.
    pub const HUKOU: &str = "hukou";
    /// The name of a fact; unseen.
    pub const FACT: &str = "fact";
    /// The last day of a certificate.
    pub const UNTIL: &str = "until";
    /// The number of a receipt.
    pub const NUMBER: &str = "number";
    /// That the letter is to be printed, and nothing done yet; a button.
    pub const PRINT: &str = "print";
    /// What a review proposes.
    pub const OPINION: &str = "opinion";
    /// What is decided.
    pub const OUTCOME: &str = "outcome";
    /// Reason codes.
    pub const REASONS: &str = "reasons";
    /// A month's amount.
    pub const MONTHLY: &str = "monthly";
    /// The first month, as year and month.
    pub const FROM: &str = "from";
    /// Whether the second person signs.
    pub const SIGN: &str = "sign";
    /// Whether an objection is right.
    pub const UPHELD: &str = "upheld";
    /// Which letter.
    pub const LETTER: &str = "letter";
    /// On which day.
    pub const ON: &str = "on";
    /// How a letter arrived.
    pub const WAY: &str = "way";
    /// The new value of a fact.
    pub const VALUE: &str = "value";
    /// Who says so.
    pub const SOURCE: &str = "source";
    /// Which benefit.
    pub const CHOICE: &str = "choice";
    /// Consents that are taken back or given.
    pub const CONSENTS: &str = "consents";
    /// Forms of letters.
    pub const FORMS: &str = "forms";
    /// How to reach whoever objects.
    pub const CONTACT: &str = "contact";
    /// An officer's id.
    pub const TO: &str = "to";
}

impl Ask {
    /// The last part of its address.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Accept(_) => "accept",
            Self::ConfirmIdentity { .. } => "confirm_identity",
            Self::RequestPapers { .. } => "request_papers",
            Self::SupplyPapers { .. } => "supply_papers",
            Self::RecordAccount { .. } => "record_account",
            Self::RecordConfirmation { .. } => "record_confirmation",
            Self::Return { .. } => "return",
            Self::Forward { .. } => "forward",
            Self::RecordReceipt => "record_receipt",
            Self::OfferItems { .. } => "offer_items",
            Self::ChooseItem { .. } => "choose_item",
            Self::AssignLawyer => "assign_lawyer",
            Self::Review { .. } => "review",
            Self::Decide(_) => "decide",
            Self::SignSecond { .. } => "sign_second",
            Self::EndNotice => "end_notice",
            Self::DecideObjection { .. } => "decide_objection",
            Self::ServeLetter { .. } => "serve_letter",
            Self::Correct { .. } => "correct",
            Self::LiftHold => "lift_hold",
            Self::ChooseOverlap { .. } => "choose_overlap",
            Self::Reassign { .. } => "reassign",
            Self::Consents { .. } => "change_consents",
            Self::LetterForms { .. } => "letter_forms",
            Self::Withdraw => "withdraw",
            Self::Contest { .. } => "contest",
            Self::Reconsider(step) => step.name(),
            Self::Object => "object",
            Self::Note => "note",
        }
    }

    /// Its heading, what it does, and the words of its button.
    fn words(&self, text: Text<'_>) -> [String; 3] {
        match self {
            Self::Accept(_) => [
                text.get("casework-accept"),
                text.get("casework-accept-lead"),
                text.get("casework-accept"),
            ],
            Self::ConfirmIdentity { .. } => [
                text.get("casework-identity"),
                text.get("casework-identity-lead"),
                text.get("casework-identity-act"),
            ],
            Self::RequestPapers { until, second, .. } => [
                text.get("casework-papers"),
                if *second {
                    text.get("casework-papers-second")
                } else {
                    text.with(
                        "casework-papers-lead",
                        &[("until", text.day_with_weekday(*until).into())],
                    )
                },
                text.get("casework-papers-act"),
            ],
            Self::SupplyPapers { .. } => [
                text.get("casework-supply"),
                text.get("casework-supply-lead"),
                text.get("casework-supply-act"),
            ],
            Self::RecordAccount { guardian } => [
                text.get("casework-record-account"),
                text.get(if *guardian {
                    "casework-record-account-lead-guardian"
                } else {
                    "casework-record-account-lead"
                }),
                text.get("casework-record-account-act"),
            ],
            Self::RecordConfirmation { .. } => [
                text.get("casework-record-confirmation"),
                text.get("casework-record-confirmation-lead"),
                text.get("casework-record-confirmation-act"),
            ],
            Self::Return { to } => [
                text.get("casework-return"),
                text.with("casework-return-lead", &[("stage", text.say(to).into())]),
                text.get("casework-return-act"),
            ],
            Self::Forward { to, .. } => [
                text.get("casework-forward"),
                text.with("casework-forward-lead", &[("place", text.say(to).into())]),
                text.get("casework-forward-act"),
            ],
            Self::RecordReceipt => [
                text.get("casework-record-receipt"),
                text.get("casework-record-receipt-lead"),
                text.get("casework-record-receipt-act"),
            ],
            Self::OfferItems { .. } => [
                text.get("casework-offer"),
                text.get("casework-offer-lead"),
                text.get("casework-offer-act"),
            ],
            Self::ChooseItem { .. } => [
                text.get("casework-choose-item"),
                text.get("casework-choose-item-lead"),
                text.get("casework-choose-item-act"),
            ],
            Self::AssignLawyer => [
                text.get("casework-lawyer"),
                text.get("casework-lawyer-lead"),
                text.get("casework-lawyer-act"),
            ],
            Self::Review { stage } => [
                text.get("casework-review"),
                text.say(stage),
                text.get("casework-review-act"),
            ],
            Self::Decide(deciding) => [
                text.get("casework-decide"),
                match (deciding.second_on_grant, deciding.second_on_refusal) {
                    (false, false) => text.get("casework-decide-lead"),
                    (false, true) => text.get("casework-decide-second-refusal"),
                    (true, false) => text.get("casework-decide-second-grant"),
                    (true, true) => text.get("casework-decide-second"),
                },
                text.get("casework-decide-act"),
            ],
            Self::SignSecond { .. } => [
                text.get("casework-sign"),
                text.get("casework-sign-lead"),
                text.get("casework-sign-act"),
            ],
            Self::EndNotice => [
                text.get("casework-end-notice"),
                text.get("casework-end-notice-lead"),
                text.get("casework-end-notice-act"),
            ],
            Self::DecideObjection {
                says,
                contact,
                until,
                late,
                ..
            } => [
                text.get("casework-objection"),
                {
                    let says = match contact {
                        Some(contact) => text.with(
                            "casework-objection-lead-contact",
                            &[("says", says.clone().into()), ("contact", contact.clone().into())],
                        ),
                        None => text.with("casework-objection-lead", &[("says", says.clone().into())]),
                    };
                    let id = if *late {
                        "casework-objection-late"
                    } else {
                        "casework-objection-until"
                    };
                    match until {
                        Some(until) => text.with(
                            id,
                            &[("lead", says.into()), ("until", text.day_with_weekday(*until).into())],
                        ),
                        None => says,
                    }
                },
                text.get("casework-objection-act"),
            ],
            Self::ServeLetter { .. } => [
                text.get("casework-serve"),
                text.get("casework-serve-lead"),
                text.get("casework-serve-act"),
            ],
            Self::Correct { fact, held, value } => [
                text.get("casework-correct"),
                text.with(
                    match value {
                        Corrected::One(_) => "casework-correct-lead",
                        Corrected::Grades(_) => "casework-correct-grades-lead",
                    },
                    &[("fact", text.say(fact).into()), ("held", text.say(held).into())],
                ),
                text.get("casework-correct-act"),
            ],
            Self::LiftHold => [
                text.get("casework-lift-hold"),
                text.get("casework-lift-hold-lead"),
                text.get("casework-lift-hold-act"),
            ],
            Self::ChooseOverlap { this, other } => [
                text.get("casework-overlap"),
                text.with(
                    "casework-overlap-lead",
                    &[("this", text.money(*this).into()), ("other", text.money(*other).into())],
                ),
                text.get("casework-overlap-act"),
            ],
            Self::Reassign { .. } => [
                text.get("casework-reassign"),
                text.get("casework-reassign-lead"),
                text.get("casework-reassign-act"),
            ],
            Self::Consents { .. } => [
                text.get("casework-consents"),
                text.get("casework-consents-lead"),
                text.get("casework-consents-act"),
            ],
            Self::LetterForms { now } => [
                text.get("casework-letter-forms"),
                text.say(now),
                text.get("casework-letter-forms-act"),
            ],
            Self::Withdraw => [
                text.get("casework-withdraw"),
                text.get("casework-withdraw-lead"),
                text.get("casework-withdraw-act"),
            ],
            Self::Contest { office: Some(office) } => [
                text.get("casework-object-to"),
                text.with(
                    "casework-object-to-lead",
                    &[("to", office.shown(text.language()).0.to_owned().into())],
                ),
                text.get("casework-object-to"),
            ],
            Self::Contest { office: None } => [
                text.get("casework-contest"),
                text.get("casework-contest-lead"),
                text.get("casework-contest-act"),
            ],
            Self::Reconsider(step) => step.words(text),
            Self::Object => [
                text.get("casework-object"),
                text.get("casework-object-lead"),
                text.get("casework-object-act"),
            ],
            Self::Note => [
                text.get("casework-note"),
                text.get("casework-note-lead"),
                text.get("casework-note-act"),
            ],
        }
    }

    /// What is asked.
    pub fn fields(&self) -> Vec<Field> {
        match self {
            Self::Accept(accepting) => accepting.fields(),
            Self::EndNotice => Vec::new(),
            Self::LiftHold => vec![hinted(
                Field {
                    optional: true,
                    ..chosen(
                        field::UNTIL,
                        "casework-lift-hold-until",
                        Kind::Day { own_birthday: false },
                    )
                },
                "casework-lift-hold-until-hint",
            )],
            Self::ConfirmIdentity { seeing } => identity(*seeing),
            Self::RequestPapers { papers, .. } => vec![
                chosen(field::PAPERS, "casework-papers-which", Kind::Several(papers.clone())),
                Field {
                    optional: true,
                    ..sentence("casework-papers-sentence", Some("casework-papers-sentence-hint"))
                },
            ],
            Self::SupplyPapers { papers } => {
                vec![chosen(
                    field::PAPERS,
                    "casework-supply-which",
                    Kind::Several(papers.clone()),
                )]
            }
            Self::RecordAccount { guardian } => account(*guardian),
            Self::RecordConfirmation { of, named } => recorded(of, *named),
            Self::Return { .. } => vec![sentence("casework-return-sentence", Some("casework-staff-reads"))],
            Self::Forward { register, .. } => {
                let line = |width| Kind::Line(width, Entry::Text, Autocomplete::Off);
                let mut sources = vec![("officer", "casework-hukou-by-officer")];
                sources.extend(register.then_some(("register", "casework-hukou-by-register")));
                sources.push(("stated", "casework-hukou-by-stated"));
                vec![
                    chosen(field::HUKOU, "casework-hukou-by", choice(&sources)),
                    hinted(
                        chosen(
                            field::PLACE,
                            "casework-forward-place",
                            Kind::Line(Width::Phone, Entry::Digits, Autocomplete::Off),
                        ),
                        "casework-forward-place-hint",
                    ),
                    chosen(field::OFFICE, "casework-forward-office", line(Width::Full)),
                    Field {
                        optional: true,
                        ..hinted(receipt_number(), "casework-forward-number-hint")
                    },
                ]
            }
            Self::RecordReceipt => vec![receipt_number()],
            Self::OfferItems { items } => vec![
                chosen(field::ITEMS, "casework-offer-which", Kind::Several(items.clone())),
                sentence("casework-offer-sentence", Some("casework-offer-sentence-hint")),
            ],
            Self::ChooseItem { items } => vec![
                chosen(field::ITEMS, "casework-choose-item-which", Kind::Choice(items.clone())),
                chosen(
                    field::HOW,
                    "casework-choice-told",
                    choice(&[
                        ("window", "casework-choice-window"),
                        ("phone", "casework-choice-phone"),
                        ("home", "casework-choice-home"),
                    ]),
                ),
            ],
            Self::AssignLawyer => {
                let line = |width| Kind::Line(width, Entry::Text, Autocomplete::Off);
                vec![
                    chosen(field::NAME, "casework-lawyer-name", line(Width::Identity)),
                    chosen(field::OFFICE, "casework-lawyer-firm", line(Width::Full)),
                    chosen(field::NUMBER, "casework-lawyer-phone", line(Width::Phone)),
                ]
            }
            Self::Review { .. } => vec![
                chosen(
                    field::OPINION,
                    "casework-opinion",
                    choice(&[
                        ("meets", "casework-opinion-meets"),
                        ("fails", "casework-opinion-fails"),
                        ("doubtful", "casework-opinion-doubtful"),
                    ]),
                ),
                sentence("casework-review-sentence", Some("casework-staff-reads")),
            ],
            Self::Decide(deciding) => deciding.fields(),
            Self::SignSecond { .. } => vec![
                chosen(
                    field::SIGN,
                    "casework-sign-which",
                    choice(&[("yes", "casework-sign-yes"), ("no", "casework-sign-no")]),
                ),
                Field {
                    optional: true,
                    ..sentence("casework-sign-sentence", Some("casework-staff-reads"))
                },
            ],
            Self::DecideObjection { .. } => vec![
                chosen(
                    field::UPHELD,
                    "casework-objection-which",
                    choice(&[("yes", "casework-objection-yes"), ("no", "casework-objection-no")]),
                ),
                sentence("casework-objection-sentence", None),
            ],
            Self::ServeLetter { letters } => vec![
                chosen(field::LETTER, "casework-serve-which", Kind::Choice(letters.clone())),
                chosen(field::WAY, "casework-serve-way", ways()),
                hinted(
                    chosen(field::ON, "casework-serve-on", Kind::Day { own_birthday: false }),
                    "casework-serve-on-hint",
                ),
            ]
            .into_iter()
            .chain(ServiceNote::ALL.iter().map(|note| note_field(*note)))
            .collect(),
            Self::Correct { value, .. } => {
                let mut fields = value.fields();
                fields.extend([
                    chosen(
                        field::SOURCE,
                        "casework-correct-source",
                        choice(&[
                            ("register", "casework-source-register"),
                            ("officer", "casework-source-officer"),
                            ("stated", "casework-source-stated"),
                        ]),
                    ),
                    sentence("casework-correct-sentence", None),
                ]);
                fields
            }
            Self::ChooseOverlap { .. } => vec![chosen(
                field::CHOICE,
                "casework-overlap-which",
                choice(&[
                    ("take_this", "casework-overlap-this"),
                    ("keep_other", "casework-overlap-other"),
                ]),
            )],
            Self::Reassign { officers } => {
                vec![chosen(
                    field::TO,
                    "casework-reassign-to",
                    Kind::Choice(officers.clone()),
                )]
            }
            Self::Consents { changes } => vec![
                chosen(
                    field::CONSENTS,
                    "casework-consents-which",
                    Kind::Several(changes.clone()),
                ),
                sentence("casework-consents-sentence", Some("casework-consents-sentence-hint")),
            ],
            Self::LetterForms { .. } => vec![
                chosen(
                    field::FORMS,
                    "casework-letter-forms-which",
                    several(
                        LetterForm::ALL
                            .iter()
                            .map(|form| (form.as_str(), letter_forms::name(*form))),
                    ),
                ),
                sentence(
                    "casework-letter-forms-sentence",
                    Some("casework-letter-forms-sentence-hint"),
                ),
            ],
            Self::Withdraw => vec![
                chosen(
                    field::IDENTITY,
                    "casework-identity-how",
                    choice(&[
                        ("in_person", "casework-identity-in-person"),
                        ("representative", "casework-identity-representative"),
                        ("home_visit", "casework-identity-home-visit"),
                    ]),
                ),
                sentence("casework-withdraw-sentence", Some("casework-withdraw-sentence-hint")),
            ],
            Self::Contest { .. } => vec![sentence(
                "casework-contest-sentence",
                Some("casework-contest-sentence-hint"),
            )],
            Self::Reconsider(step) => step.fields(),
            Self::Object => vec![
                sentence("casework-object-sentence", Some("casework-object-sentence-hint")),
                Field {
                    optional: true,
                    ..hinted(
                        chosen(
                            field::CONTACT,
                            "casework-object-contact",
                            Kind::Line(Width::Full, Entry::Text, Autocomplete::Off),
                        ),
                        "casework-object-contact-hint",
                    )
                },
            ],
            Self::Note => vec![sentence("casework-note-sentence", None)],
        }
    }
}

/// The ways to serve a letter, each with what it needs on record and the day that counts.
fn ways() -> Kind {
    let way = |way: ServiceWay, label: &str, hint: &str| Answer {
        hint: Some(Phrase::new(hint)),
        ..answer(way.as_str(), Phrase::new(label))
    };
    Kind::Choice(vec![
        way(
            ServiceWay::InPerson,
            "casework-way-in-person",
            "casework-way-in-person-hint",
        ),
        way(ServiceWay::Family, "casework-way-family", "casework-way-family-hint"),
        way(ServiceWay::Left, "casework-way-left", "casework-way-left-hint"),
        way(ServiceWay::Post, "casework-way-post", "casework-way-post-hint"),
        way(
            ServiceWay::Electronic,
            "casework-way-electronic",
            "casework-way-electronic-hint",
        ),
        way(
            ServiceWay::Entrusted,
            "casework-way-entrusted",
            "casework-way-entrusted-hint",
        ),
        way(
            ServiceWay::Announced,
            "casework-way-announced",
            "casework-way-announced-hint",
        ),
    ])
}

/// What is put on record of a service, by name.
pub fn note_name(note: ServiceNote) -> Phrase {
    Phrase::new(match note {
        ServiceNote::Receiver => "casework-served-receiver",
        ServiceNote::Witnesses => "casework-served-witnesses",
        ServiceNote::Reason => "casework-served-reason",
        ServiceNote::PostalNumber => "casework-served-postal-number",
        ServiceNote::SentTo => "casework-served-sent-to",
        ServiceNote::Consent => "casework-served-consent",
        ServiceNote::Office => "casework-served-office",
        ServiceNote::Place => "casework-served-place",
    })
}

/// The field of it: filled in only where the way calls for it.
fn note_field(note: ServiceNote) -> Field {
    let hint = match note {
        ServiceNote::Receiver => "casework-served-receiver-hint",
        ServiceNote::Witnesses => "casework-served-witnesses-hint",
        ServiceNote::Reason => "casework-served-reason-hint",
        ServiceNote::PostalNumber => "casework-served-postal-number-hint",
        ServiceNote::SentTo => "casework-served-sent-to-hint",
        ServiceNote::Consent => "casework-served-consent-hint",
        ServiceNote::Office => "casework-served-office-hint",
        ServiceNote::Place => "casework-served-place-hint",
    };
    let width = match note {
        ServiceNote::PostalNumber | ServiceNote::SentTo => Width::Identity,
        _ => Width::Full,
    };
    Field {
        label: note_name(note),
        depends: true,
        ..hinted(
            chosen(
                note.as_str(),
                "casework-serve",
                Kind::Line(width, Entry::Text, Autocomplete::Off),
            ),
            hint,
        )
    }
}

fn receipt_number() -> Field {
    let line = Kind::Line(Width::Identity, Entry::Text, Autocomplete::Off);
    chosen(field::NUMBER, "casework-forward-number", line)
}

/// An account, and whose it is where that may be a guardian: as the pages of an application ask.
fn account(guardian: bool) -> Vec<Field> {
    let line = |name: &str, label: &str, hint: &str| {
        let kind = Kind::Line(Width::Identity, Entry::Text, Autocomplete::Off);
        hinted(chosen(name, label, kind), hint)
    };
    let kinds = [
        (value::BANK_CARD, "apply-payment-bank-card"),
        (value::ONE_CARD, "apply-payment-one-card"),
    ];
    let mut fields = vec![
        chosen(apply::ACCOUNT, "casework-record-account-kind", choice(&kinds)),
        line(
            apply::ACCOUNT_NUMBER,
            "apply-account-number",
            "casework-record-account-hint",
        ),
    ];
    if guardian {
        let holders = [(value::OWN, "apply-holder-own"), (value::OTHER, "apply-holder-other")];
        let depends = |field: Field| Field { depends: true, ..field };
        fields.extend([
            chosen(apply::HOLDER, "apply-holder-name-short", choice(&holders)),
            depends(line(apply::HOLDER_NAME, "apply-holder-name", "apply-holder-name-hint")),
            depends(line(apply::REASON, "apply-holder-reason", "apply-holder-reason-hint")),
        ]);
    }
    fields
}

/// What a second person said, who they are, and how the officer knows.
fn recorded(of: &[Answer], named: bool) -> Vec<Field> {
    let line = |name: &str, label: &str, hint: &str, width| {
        let kind = Kind::Line(width, Entry::Text, Autocomplete::Off);
        hinted(chosen(name, label, kind), hint)
    };
    let mut fields = Vec::new();
    if of.len() > 1 {
        let which = Kind::Choice(of.to_vec());
        fields.push(chosen(field::CONFIRMATION, "casework-confirm-which", which));
    }
    if named {
        // Who it is about is known already where it is the person themselves.
        let depends = |asked: Field| Field {
            depends: of.len() > 1,
            ..asked
        };
        fields.extend([
            depends(line(
                field::NAME,
                "casework-confirm-name",
                "casework-confirm-name-hint",
                Width::Identity,
            )),
            depends(line(
                field::ID,
                "casework-confirm-id",
                "casework-confirm-id-hint",
                Width::Identity,
            )),
        ]);
    }
    let answers = [("yes", "casework-confirm-yes"), ("no", "casework-confirm-no")];
    let ways = [
        ("window", "casework-confirm-how-window"),
        ("home", "casework-confirm-how-home"),
        ("telephone", "casework-confirm-how-telephone"),
    ];
    fields.extend([
        chosen(field::AGREED, "casework-confirm-says", choice(&answers)),
        chosen(field::HOW, "casework-confirm-how", choice(&ways)),
        Field {
            optional: true,
            ..line(
                field::WITNESS,
                "casework-confirm-witness",
                "casework-confirm-witness-hint",
                Width::Full,
            )
        },
        sentence("casework-confirm-sentence", Some("casework-confirm-sentence-hint")),
    ]);
    fields
}

impl Corrected {
    fn fields(&self) -> Vec<Field> {
        match self {
            Self::One(kind) => vec![chosen(field::VALUE, "casework-correct-value", kind.clone())],
            Self::Grades(categories) => {
                let grade = |category: &Answer| Field {
                    name: grade_of(&category.value),
                    label: Phrase::new("casework-correct-grade")
                        .with("category", Said::Words(Box::new(category.label.clone()))),
                    optional: true,
                    ..chosen(
                        "",
                        "casework-correct-value",
                        Kind::Line(Width::Short, Entry::Digits, Autocomplete::Off),
                    )
                };
                categories.iter().map(grade).collect()
            }
        }
    }
}

impl Deciding {
    /// Whether a part can be chosen.
    pub fn gives_part(&self) -> bool {
        self.less.contains(&Less::Part)
    }

    fn fields(&self) -> Vec<Field> {
        let grant = self.grant.map(|grant| {
            let grant = match grant {
                Grant::Monthly(monthly, from) => Phrase::new("casework-decide-grant")
                    .with("monthly", Said::Money(monthly))
                    .with("from", Said::Month(from)),
                Grant::InKind => Phrase::new("casework-decide-provide"),
            };
            answer("grant", grant)
        });
        let part_of_it = answer("partial", Phrase::new("casework-decide-partial"));
        let nothing = answer("refuse", Phrase::new("casework-decide-refuse"));
        let part_of_it = self.gives_part().then_some(part_of_it);
        let outcomes = [grant, part_of_it, self.less.contains(&Less::Nothing).then_some(nothing)];
        let outcomes = Kind::Choice(outcomes.into_iter().flatten().collect());
        let part = |field: Field| Field {
            optional: true,
            ..field
        };
        let mut fields = vec![Field {
            hint: self.not_offered.clone(),
            ..chosen(field::OUTCOME, "casework-decide-which", outcomes)
        }];
        if self.gives_part() {
            fields.extend([
                hinted(
                    part(chosen(
                        field::MONTHLY,
                        "casework-decide-monthly",
                        Kind::Number(Phrase::new("casework-per-month")),
                    )),
                    "casework-decide-monthly-hint",
                ),
                hinted(
                    part(chosen(
                        field::FROM,
                        "casework-decide-from",
                        Kind::Line(Width::Phone, Entry::Text, Autocomplete::Off),
                    )),
                    "casework-decide-from-hint",
                ),
            ]);
        }
        fields.extend([
            hinted(
                chosen(
                    field::REASONS,
                    "casework-decide-reasons",
                    Kind::Several(self.reasons.clone()),
                ),
                "casework-decide-reasons-hint",
            ),
            sentence("casework-decide-sentence", Some("casework-decide-sentence-hint")),
        ]);
        fields
    }
}

fn answer(value: &str, label: Phrase) -> Answer {
    Answer {
        value: value.to_owned(),
        label,
        hint: None,
    }
}

fn several<'a>(answers: impl Iterator<Item = (&'a str, &'a str)>) -> Kind {
    let answers = answers.map(|(value, label)| Answer {
        value: value.to_owned(),
        label: Phrase::new(label),
        hint: None,
    });
    Kind::Several(answers.collect())
}

pub(super) fn choice(answers: &[(&str, &str)]) -> Kind {
    Kind::Choice(
        answers
            .iter()
            .map(|(value, label)| answer(value, Phrase::new(*label)))
            .collect(),
    )
}

pub(super) fn chosen(name: &str, label: &str, kind: Kind) -> Field {
    Field {
        name: name.to_owned(),
        label: Phrase::new(label),
        hint: None,
        optional: false,
        depends: false,
        unknown: false,
        kind,
    }
}

pub(super) fn hinted(field: Field, hint: &str) -> Field {
    Field {
        hint: Some(Phrase::new(hint)),
        ..field
    }
}

pub(super) fn sentence(label: &str, hint: Option<&str>) -> Field {
    Field {
        hint: hint.map(Phrase::new),
        ..chosen(field::SENTENCE, label, Kind::Sentences)
    }
}

/// The page of a command.
pub fn page(text: Text<'_>, form: &CommandForm) -> Page {
    let [title, lead, _] = form.ask.words(text);
    let question = question_of(form);
    let mut wrong = question::wrong(text, &question);
    wrong.extend(form.refusal.as_ref().map(|refusal| Wrong {
        input: REFUSED.to_owned(),
        message: text.say(refusal),
    }));
    let body = view! {
        {back_link(text.get("casework-back-to-case"), form.head.href())}
        {error_summary(text, wrong)}
        <div class="page-head">
            <p class="caption">{form.head.caption(text)}</p>
            <h1>{title.clone()}</h1>
            <p class="lead">{lead}</p>
            {refusal(text, form)}
        </div>
        {known::section(text, &form.known)}
        {filled(text, form)}
    };
    Page::new(titled(text, title, &form.head), body).with_problems(!form.problems.is_empty() || form.refusal.is_some())
}

/// Where it is said why a command was not carried out.
const REFUSED: &str = "refused";

/// Why it was not carried out.
fn refusal(text: Text<'_>, form: &CommandForm) -> Option<AnyView> {
    let refusal = form.refusal.as_ref()?;
    let says = notice(
        NoticeKind::Error,
        text.get("casework-refused"),
        view! { <p>{text.say(refusal)}</p> },
    );
    Some(view! { <div id=REFUSED tabindex="-1">{says}</div> }.into_any())
}

/// The form alone, for the page of two versions too.
pub(super) fn filled(text: Text<'_>, form: &CommandForm) -> AnyView {
    let [_, _, act] = form.ask.words(text);
    let question = question_of(form);
    let fields = question
        .fields
        .iter()
        .map(|field| question::field_view(text, &question, field, false))
        .collect_view();
    let mut row = vec![
        actions::submit(Look::Main, act),
        actions::link(text.get("casework-back-to-case"), form.head.href()),
    ];
    // Before what cannot be taken back; so the key that sends a form prints and does nothing more.
    if matches!(form.ask, Ask::Forward { .. }) {
        let words = text.get("casework-forward-print");
        row.insert(0, actions::submit_as(Look::Second, words, field::PRINT, "yes"));
    }
    let inner = view! {
        {beside(text, &form.ask)}
        {fields}
        {actions::row(row)}
    };
    form::post(&question.action, question.hidden, inner.into_any())
}

/// What must be read before acting.
fn beside(text: Text<'_>, ask: &Ask) -> Option<AnyView> {
    let lines: Vec<String> = match ask {
        Ask::SignSecond { says } => says.iter().map(|line| text.say(line)).collect(),
        Ask::Accept(Accepting { here, .. }) if !here.is_empty() => here.iter().map(|line| text.say(line)).collect(),
        Ask::Decide(Deciding {
            overlap: Some(overlap), ..
        }) => vec![text.say(overlap)],
        _ => return None,
    };
    let lines = lines.into_iter().map(|line| view! { <p>{line}</p> });
    let title = match ask {
        Ask::SignSecond { .. } => text.get("casework-sign-says"),
        Ask::Accept(_) => text.get("casework-accept-here"),
        _ => text.get("casework-overlap"),
    };
    Some(view! { <div class="field">{notice(NoticeKind::Info, title, lines.collect_view())}</div> }.into_any())
}

fn question_of(form: &CommandForm) -> Question {
    Question {
        action: format!("{}/{}", form.head.href(), form.ask.name()),
        back: None,
        part_of: Phrase::new("frame-queue"),
        progress: None,
        hidden: form.hidden.clone(),
        title: Phrase::new("frame-queue"),
        hint: None,
        why: None,
        fields: form.ask.fields(),
        typed: form.typed.clone(),
        problems: form.problems.clone(),
        leave: None,
    }
}
