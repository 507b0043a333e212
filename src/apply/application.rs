//! What is handed in: an application, frozen when it is submitted and read by every office after that.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::answers::Entry;
use super::assisted::Assisted;
use crate::access::Division;
use crate::calendar::{Date, Instant, age_on};
use crate::money::Fen;
use crate::person::{
    BankCard, CertificateNumber, NameReading, OneCardAccount, PersonName, Phone, ResidentId, Sex, SubmitterRole,
    closed_list,
};
use crate::place::{DivisionCode, TownshipCode};

/// One application for one or more services, as it was submitted. Holds only answers that counted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Application {
    /// The codes of the services applied for, in the catalogue's order.
    pub services: Vec<String>,
    /// The disabled person it is for.
    pub subject: Person,
    /// Who handed it in, and as what.
    pub submitter: Submitter,
    /// The county of the household registration; `None` outside the province.
    pub hukou_county: Option<DivisionCode>,
    /// The township of the household registration, where it is in the province.
    pub hukou_township: Option<TownshipCode>,
    /// Where outside the province the household is registered, as typed: there the application is forwarded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hukou_address: Option<String>,
    /// Where the person lives now.
    pub residence: Residence,
    /// The answers to the eligibility questions that mattered, as [`Answers::to_text`](super::Answers::to_text) writes.
    pub answers: String,
    /// The lists that were asked for, by page.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub lists: BTreeMap<String, Vec<Entry>>,
    /// What is stated about the person, by fact name.
    pub facts: BTreeMap<String, StatedFact>,
    /// The benefit chosen where two of a kind overlap, by service code.
    pub overlaps: BTreeMap<String, OverlapChoice>,
    /// Where the money goes; `None` is "I have no account".
    pub payment: Option<Payment>,
    /// How the person wants to be reached and met.
    pub contact: Contact,
    /// Every consent asked, given or not.
    pub consents: Vec<Consent>,
    /// The papers asked of the applicant.
    pub evidence: Vec<Paper>,
    /// The statement of truth, word for word as it was shown.
    pub statement: Statement,
    /// The civil day of submission: months count from it.
    #[serde(with = "crate::calendar::day_text")]
    pub submitted_on: Date,
    /// The officer who filed it, and how the person said it, where one did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assisted: Option<Assisted>,
}

impl Application {
    /// The other paper that shows what this one would, as the applicant said: then nobody hands it in.
    pub fn shown_by(&self, kind: &str) -> Option<&str> {
        let paper = self.evidence.iter().find(|paper| paper.kind == kind)?;
        paper.shown_by.as_deref()
    }

    /// Whether a second person was to confirm what this paper would say.
    pub fn to_be_confirmed(&self, kind: &str) -> bool {
        self.evidence
            .iter()
            .any(|paper| paper.kind == kind && paper.to_be_confirmed)
    }
}

/// The disabled person an application is for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// As the household register writes it.
    pub name: PersonName,
    /// How the name is read, where somebody said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<NameReading>,
    /// 公民身份号码
    pub resident_id: ResidentId,
    /// 残疾人证号; `None` where there is no certificate or its number was not at hand.
    pub certificate_number: Option<CertificateNumber>,
    /// Where the person can be called, if anywhere.
    pub phone: Option<Phone>,
}

/// Who handed an application in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Submitter {
    /// As what.
    pub role: SubmitterRole,
    /// The person who typed: the subject itself where the role is `self`.
    pub name: PersonName,
    /// `None` for an officer of a committee or institution.
    pub resident_id: Option<ResidentId>,
    /// What they are to the subject; `None` for the subject and for committees and institutions.
    pub relationship: Option<Relationship>,
    /// The committee or institution, where one acts.
    pub organisation: Option<String>,
    /// Where they can be called.
    pub phone: Option<Phone>,
    /// What shows that they may act, where that is known without a paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<Authority>,
}

closed_list! {
    /// What shows that somebody may act for another, without a paper beside the application.
    Authority {
        /// The person said so with their own account.
        Person = "person",
        /// An office saw the proof.
        Office = "office",
    }
}

closed_list! {
    /// What somebody is to the disabled person.
    Relationship {
        /// 配偶
        Spouse = "spouse",
        /// 父亲
        Father = "father",
        /// 母亲
        Mother = "mother",
        /// 儿子
        Son = "son",
        /// 女儿
        Daughter = "daughter",
        /// 祖父母、外祖父母
        Grandparent = "grandparent",
        /// 孙子女、外孙子女
        Grandchild = "grandchild",
        /// 兄弟姐妹
        Sibling = "sibling",
        /// Somebody else.
        Other = "other",
    }
}

/// Where the person lives now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Residence {
    /// Whether in the province.
    pub in_province: bool,
    /// The county, in the province.
    pub county: Option<DivisionCode>,
    /// The township, in the province.
    pub township: Option<TownshipCode>,
    /// Village or street and number, or the place outside, as typed.
    pub address: Option<String>,
}

/// One stated fact and where it comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StatedFact {
    /// The value, as [`Vocabulary::value_to_json`](crate::rule::Vocabulary::value_to_json) writes it.
    pub value: serde_json::Value,
    /// Where it comes from.
    pub origin: FactOrigin,
    /// What a register says instead, where the applicant disputes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub register_says: Option<serde_json::Value>,
}

impl Relationship {
    /// Whether somebody can be that to a person: nobody is married before they are 22, or 20 as a woman (民法典第1047条).
    pub fn is_possible(self, person: &ResidentId, on: Date) -> bool {
        let marriageable = match person.sex() {
            Sex::Male => 22,
            Sex::Female => 20,
        };
        self != Self::Spouse || age_on(person.birth_date(), on) >= marriageable
    }
}

closed_list! {
    /// Where a stated fact comes from.
    FactOrigin {
        /// The applicant said so.
        Stated = "stated",
        /// It follows from the certificate number typed.
        CertificateNumber = "certificate_number",
        /// A register says so, and the applicant confirmed it.
        Register = "register",
    }
}

/// What was chosen where two benefits of a kind cannot be received together, and what was shown at the choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverlapChoice {
    /// The choice.
    pub pick: OverlapPick,
    /// What the service applied for pays a month.
    pub this_monthly: Fen,
    /// What the other benefit pays a month.
    pub other_monthly: Fen,
}

closed_list! {
    /// Which of two overlapping benefits the person wants.
    OverlapPick {
        /// The service applied for.
        TakeThis = "take_this",
        /// The benefit received already.
        KeepOther = "keep_other",
    }
}

/// An account to pay into.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Payment {
    /// The account.
    pub account: Account,
    /// Whose it is, where it is not the disabled person's.
    pub holder: Option<Holder>,
}

/// An account of one of the kinds that subsidies are paid into.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "number", rename_all = "snake_case")]
pub enum Account {
    /// 银行卡
    BankCard(BankCard),
    /// 社会保障卡 or 惠民惠农“一卡通” account
    OneCard(OneCardAccount),
}

impl Account {
    /// The digits and letters.
    pub fn number(&self) -> &str {
        match self {
            Self::BankCard(card) => card.as_str(),
            Self::OneCard(account) => account.as_str(),
        }
    }

    /// The last four of them: what pages and letters show.
    pub fn last_four(&self) -> String {
        let number = self.number();
        let hidden = number.chars().count().saturating_sub(4);
        number.chars().skip(hidden).collect()
    }
}

/// Somebody else whose account is paid into: the guardian.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Holder {
    /// As on the account.
    pub name: PersonName,
    /// Why not the disabled person's own account.
    pub reason: String,
}

/// How the person wants to be reached and met.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// How to reach them; empty is "no matter how".
    pub ways: Vec<ContactWay>,
    /// What they need to be met.
    pub access_needs: Vec<AccessNeed>,
}

closed_list! {
    /// A way to reach somebody.
    ContactWay {
        /// 打电话
        Call = "call",
        /// 发短信
        Message = "message",
        /// 寄信
        Letter = "letter",
        /// 上门
        Visit = "visit",
    }
}

closed_list! {
    /// What somebody needs to be met.
    AccessNeed {
        /// 大字
        LargeText = "large_text",
        /// 盲文
        Braille = "braille",
        /// 不用电话，用文字
        TextInsteadOfVoice = "text_instead_of_voice",
        /// 手语
        SignLanguage = "sign_language",
        /// 简明易懂的话
        PlainLanguage = "plain_language",
        /// 读给我听
        ReadAloud = "read_aloud",
        /// 上门办
        HomeVisit = "home_visit",
    }
}

/// One thing consent was asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// For what.
    pub to: ConsentTo,
    /// Whether it was given.
    pub given: bool,
    /// Who gave or refused it: of a child under 14 always the guardian (PIPL art. 31).
    pub by: SubmitterRole,
}

closed_list! {
    /// What consent is asked for, each by itself (PIPL arts. 29, 31). What the offices need to decide an application
    /// they may use without (arts. 13, 34), and say so.
    ConsentTo {
        /// Using data of a child under 14: the guardian's own.
        Child = "child",
        /// Short messages about this application. Optional.
        Messages = "messages",
        /// The village's disability officer learns name and telephone. Optional.
        Village = "village",
        /// The answers are used to see what else the person could get. Optional.
        OtherHelp = "other_help",
    }
}

impl ConsentTo {
    /// Whether an application can be handed in without it.
    pub const fn optional(self) -> bool {
        !matches!(self, Self::Child)
    }
}

/// A paper asked of the applicant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// A kind of `evidence.toml`.
    pub kind: String,
    /// The uploaded files, in order.
    pub files: Vec<PaperFile>,
    /// "I bring it to the office."
    pub bring_to_office: bool,
    /// "They confirm it themselves": then it is not handed in.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub to_be_confirmed: bool,
    /// The kind of the other paper that shows it, where the applicant says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown_by: Option<String>,
}

/// One uploaded file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaperFile {
    /// The id of the stored file.
    pub id: String,
    /// The name it was uploaded under.
    pub name: String,
    /// Its size in bytes, as stored.
    pub size: u64,
    /// When it was uploaded.
    pub at: Instant,
    /// What it is, as it was found to be; files from before this was kept are papers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub media: Option<String>,
}

/// The statement of truth that was agreed to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// The language it was shown in, `zh-CN`.
    pub language: String,
    /// Its words.
    pub text: String,
}

impl Person {
    /// The birth date that the resident ID number states.
    pub const fn birth(&self) -> Date {
        self.resident_id.birth_date()
    }

    /// The sex that the resident ID number states.
    pub fn sex(&self) -> Sex {
        self.resident_id.sex()
    }

    /// Full years on a day.
    pub fn age_on(&self, day: Date) -> i64 {
        age_on(self.birth(), day)
    }
}

impl Application {
    /// The township that receives it: where the person is registered; else the one at whose counter it was filed, else
    /// where they live in the province.
    pub fn receiving_township(&self) -> Option<TownshipCode> {
        let counter = self
            .assisted
            .as_ref()
            .and_then(|assisted| match assisted.by.post.division {
                Division::Township(township) => Some(township),
                Division::Area(_) => None,
            });
        self.hukou_township.or(counter).or(self.residence.township)
    }

    /// Whether the disabled person handed it in alone.
    pub fn by_oneself(&self) -> bool {
        self.submitter.role == SubmitterRole::Oneself
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::calendar::parse_date;

    /// S03 of the scenarios: a son applies for his father, who keeps another allowance.
    pub(crate) fn s03() -> Application {
        let name = |text| PersonName::parse(text).unwrap();
        Application {
            services: vec!["care_subsidy".to_owned()],
            subject: Person {
                name: name("陈德明"),
                reading: None,
                resident_id: ResidentId::parse("430405195303039997").unwrap(),
                certificate_number: Some(CertificateNumber::parse("43040519530303999722").unwrap()),
                phone: None,
            },
            submitter: Submitter {
                role: SubmitterRole::Relative,
                name: name("陈小明"),
                resident_id: Some(ResidentId::parse("430405197909099993").unwrap()),
                relationship: Some(Relationship::Son),
                organisation: None,
                phone: Some(Phone::parse("13800000000").unwrap()),
                authority: None,
            },
            hukou_county: DivisionCode::parse("430405"),
            hukou_township: TownshipCode::parse("430405007"),
            hukou_address: None,
            residence: Residence {
                in_province: true,
                county: DivisionCode::parse("430405"),
                township: TownshipCode::parse("430405007"),
                address: None,
            },
            answers: "aid_status=none&elderly_care=10000".to_owned(),
            lists: BTreeMap::new(),
            facts: BTreeMap::from([(
                "other.elderly_care_monthly".to_owned(),
                StatedFact {
                    value: 10_000.into(),
                    origin: FactOrigin::Stated,
                    register_says: None,
                },
            )]),
            overlaps: BTreeMap::from([(
                "care_subsidy".to_owned(),
                OverlapChoice {
                    pick: OverlapPick::KeepOther,
                    this_monthly: Fen(7_000),
                    other_monthly: Fen(10_000),
                },
            )]),
            payment: Some(Payment {
                account: Account::BankCard(BankCard::parse("6222021234567890128").unwrap()),
                holder: None,
            }),
            contact: Contact {
                ways: vec![ContactWay::Message],
                access_needs: vec![AccessNeed::TextInsteadOfVoice, AccessNeed::SignLanguage],
            },
            consents: vec![Consent {
                to: ConsentTo::Village,
                given: true,
                by: SubmitterRole::Relative,
            }],
            evidence: vec![Paper {
                kind: "household_register".to_owned(),
                files: Vec::new(),
                bring_to_office: true,
                to_be_confirmed: false,
                shown_by: None,
            }],
            statement: Statement {
                language: "zh-CN".to_owned(),
                text: "以上都是真的。".to_owned(),
            },
            submitted_on: parse_date("2025-06-18").unwrap(),
            assisted: None,
        }
    }

    #[test]
    fn an_application_is_stored_and_read_back_as_it_was() {
        let application = s03();
        let text = serde_json::to_string(&application).unwrap();
        assert_eq!(serde_json::from_str::<Application>(&text).unwrap(), application);
        assert!(text.contains(r#""submitted_on":"2025-06-18""#), "{text}");
        assert!(text.contains(r#""account":{"kind":"bank_card","number":""#), "{text}");
    }

    #[test]
    fn debug_output_names_nobody() {
        let shown = format!("{:?}", s03());
        for secret in ["德明", "430405195303039997", "13800000000", "6222021234567890128"] {
            assert!(!shown.contains(secret), "{secret} in {shown}");
        }
    }
}
