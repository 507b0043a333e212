//! Reads one person of an `assess` file: checks every value and turns it into facts.
//!
//! `null` is "none" for the few keys where that is an answer; anything else absent or `null` is unknown.

use serde_json::{Map, Value as Json};

use super::plausible;
use crate::calendar::{Date, parse_date};
use crate::catalogue::{Catalogue, derive};
use crate::money::Fen;
use crate::person::{
    AidStatus, Category, CertificateNumber, CertificateNumberProblem, CertificateStatus, Grade, ResidentId,
    ResidentIdProblem, Sex, SubmitterRole,
};
use crate::place::{DivisionCode, TownshipCode};
use crate::rule::{Facts, Type, Value};

/// A certificate without a last day, and a person without a certificate: never before any day.
const NEVER: Date = Date::MAX;

/// The service codes of the domain reference §0, which `requests` may name beside those of the running services.
const SERVICE_CODES: [&str; 16] = [
    "living_subsidy",
    "care_subsidy",
    "assistive_device",
    "home_retrofit",
    "legal_aid",
    "assessment_grant",
    "child_rehab",
    "day_care",
    "fuel_subsidy",
    "pension_premium",
    "medical_premium",
    "employment_grant",
    "telecom_discount",
    "visit_respite",
    "petition",
    "poverty_monitoring",
];

/// Something wrong or implausible in a person's data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// Where it stands: `beneficiary.certificate.components[0].grade`.
    pub path: String,
    /// Stable code.
    pub code: &'static str,
    /// One sentence for the engineer who made the file; never repeats the value.
    pub message: String,
}

/// One person, read.
#[derive(Clone, Debug)]
pub struct Person {
    /// Their id in the file.
    pub id: String,
    /// The day everything is evaluated on.
    pub applied_on: Date,
    /// Where the household is registered, if known.
    pub hukou_county: Option<DivisionCode>,
    /// What is known of them.
    pub facts: Facts,
    /// Implausible but possible.
    pub warnings: Vec<Trouble>,
}

/// What plausibility is judged on; `None` where not given.
#[derive(Default)]
pub(super) struct Stated {
    pub resident_id: Option<ResidentId>,
    pub birth_date: Option<Date>,
    pub sex: Option<Sex>,
    pub hukou_county: Option<DivisionCode>,
    pub residence_county: Option<DivisionCode>,
    pub certificate_number: Option<CertificateNumber>,
    pub category: Option<Category>,
    pub grade: Option<Grade>,
    pub components: Vec<(Option<Category>, Option<Grade>)>,
    pub issued_on: Option<Date>,
}

/// Reads a person.
///
/// # Errors
/// The person's id, where it could be read, and every mistake; one entry a mistake.
pub fn read_person(catalogue: &Catalogue, json: &Json) -> Result<Person, (Option<String>, Vec<Trouble>)> {
    let mut reader = Reader {
        catalogue,
        facts: Facts::new(&catalogue.vocabulary),
        wrong: Vec::new(),
    };
    let root = reader.object(Some(json), "", &PERSON_KEYS).object();
    let id = reader.required_text(root, "id");
    let applied_on = reader.required_date(root, "applied_on");
    let mut stated = Stated::default();
    reader.beneficiary(root, &mut stated);
    let born = stated
        .birth_date
        .or(stated.resident_id.as_ref().map(ResidentId::birth_date));
    if let Some(on) = applied_on {
        derive(&catalogue.vocabulary, &mut reader.facts, on, born);
    }
    reader.residence(root, &mut stated);
    reader.submitter(root);
    reader.household(root);
    reader.other_benefits(root);
    reader.extra(root);
    reader.list_of(root, "", "requests", |code| {
        SERVICE_CODES.contains(&code) || catalogue.service(code).is_some()
    });
    for title in root
        .iter()
        .flat_map(|root| root.keys())
        .filter(|key| key.starts_with("title_"))
    {
        reader.text(root, "", title, |_| Some(()), ("WRONG_TYPE", "a title is text"));
    }
    match (id, applied_on, reader.wrong.is_empty()) {
        (Some(id), Some(applied_on), true) => {
            let warnings = plausible::warnings(&stated);
            Ok(Person {
                id,
                applied_on,
                hukou_county: stated.hukou_county,
                facts: reader.facts,
                warnings,
            })
        }
        (id, _, _) => Err((id, reader.wrong)),
    }
}

const PERSON_KEYS: [&str; 11] = [
    "id",
    "beneficiary",
    "current_residence",
    "submitter",
    "household",
    "other_benefits",
    "applied_on",
    "requests",
    "expected",
    "access_needs",
    "extra",
];

/// What stands at a key.
#[derive(Clone, Copy)]
pub(super) enum Found<'v, T> {
    /// Nothing, or something wrong that has been noted.
    Absent,
    /// `null`.
    Null,
    /// A value of the right shape.
    Here(&'v T),
}

impl<'v, T> Found<'v, T> {
    fn object(self) -> Option<&'v T> {
        match self {
            Self::Here(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }
}

struct Reader<'c> {
    catalogue: &'c Catalogue,
    facts: Facts,
    wrong: Vec<Trouble>,
}

type Object = Map<String, Json>;

impl Reader<'_> {
    fn beneficiary(&mut self, root: Option<&Object>, stated: &mut Stated) {
        const KEYS: [&str; 6] = [
            "resident_id",
            "birth_date",
            "sex",
            "hukou_county",
            "hukou_township",
            "certificate",
        ];
        let at = "beneficiary";
        let person = self.object(child(root, at), at, &KEYS).object();
        stated.resident_id = self.resident_id(person, at, "resident_id");
        stated.birth_date = self.date(person, at, "birth_date");
        stated.sex = self.closed(person, at, "sex", Sex::parse);
        stated.hukou_county = self.division(person, at, "hukou_county");
        self.text(
            person,
            at,
            "hukou_township",
            TownshipCode::parse,
            ("BAD_FORMAT", "a township code is nine digits"),
        );
        self.set(
            "hukou.in_province",
            stated.hukou_county.map(|county| Value::Bool(county.in_hunan())),
        );
        self.certificate(person, stated);
        self.declared(person, at, &["birth_date", "certificate", "hukou_county"]);
    }

    fn certificate(&mut self, person: Option<&Object>, stated: &mut Stated) {
        const KEYS: [&str; 7] = [
            "number",
            "category",
            "grade",
            "components",
            "issued_on",
            "valid_until",
            "status",
        ];
        let at = "beneficiary.certificate";
        let certificate = match self.object(child(person, "certificate"), at, &KEYS) {
            Found::Absent => return,
            Found::Null => {
                self.set("certificate.present", Some(Value::Bool(false)));
                self.set("certificate.grade", Some(Value::Int(0)));
                self.set_enum("certificate.status", Some("none"));
                self.set("certificate.valid_until", Some(Value::Date(NEVER)));
                self.set("certificate.components", Some(Value::List(Vec::new())));
                return;
            }
            Found::Here(certificate) => Some(certificate),
        };
        self.set("certificate.present", Some(Value::Bool(true)));
        stated.certificate_number = self.certificate_number(certificate, at);
        stated.category = self.closed(certificate, at, "category", Category::parse);
        stated.grade = self.grade(certificate, at);
        self.set(
            "certificate.grade",
            stated.grade.map(|grade| Value::Int(i64::from(grade.number()))),
        );
        stated.issued_on = self.date(certificate, at, "issued_on");
        let long_term = matches!(child(certificate, "valid_until"), Some(Json::Null));
        let valid_until = if long_term {
            Some(NEVER)
        } else {
            self.date(certificate, at, "valid_until")
        };
        self.set("certificate.valid_until", valid_until.map(Value::Date));
        let status = self.closed(certificate, at, "status", CertificateStatus::parse);
        self.set_enum("certificate.status", status.map(CertificateStatus::as_str));
        self.components(certificate, stated);
    }

    fn components(&mut self, certificate: Option<&Object>, stated: &mut Stated) {
        let at = "beneficiary.certificate.components";
        let Some(items) = self.array(certificate, at, "components") else {
            return;
        };
        let mut list = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let at = format!("{at}[{index}]");
            let component = self.object(Some(item), &at, &["category", "grade"]).object();
            let category = self.closed(component, &at, "category", Category::parse);
            let grade = self.grade(component, &at);
            stated.components.push((category, grade));
            list.push(self.component(category, grade));
        }
        self.set("certificate.components", Some(Value::List(list)));
    }

    /// A list item in the field order of `records.component`.
    fn component(&self, category: Option<Category>, grade: Option<Grade>) -> Vec<Option<Value>> {
        let vocabulary = &self.catalogue.vocabulary;
        let Some(Type::List(record)) = vocabulary
            .fact_named("certificate.components")
            .map(|id| vocabulary.fact_type(id))
        else {
            return Vec::new();
        };
        let fields = vocabulary.record_fields(record).iter();
        fields
            .map(|(name, of)| match (name.as_str(), of) {
                ("category", Type::Enum(id)) => vocabulary.enum_index(*id, category?.as_str()).map(Value::Enum),
                ("grade", _) => Some(Value::Int(i64::from(grade?.number()))),
                _ => None,
            })
            .collect()
    }

    fn residence(&mut self, root: Option<&Object>, stated: &mut Stated) {
        let at = "current_residence";
        let residence = self.object(child(root, at), at, &["county", "in_province"]).object();
        stated.residence_county = self.division(residence, at, "county");
        let in_province = self.bool(residence, at, "in_province");
        self.set("residence.in_province", in_province.map(Value::Bool));
        // Who lives in another province lives in another county.
        let here = stated
            .residence_county
            .zip(stated.hukou_county)
            .map(|(lives, registered)| lives == registered)
            .or((in_province == Some(false)).then_some(false));
        self.set("home.in_hukou_county", here.map(Value::Bool));
        self.declared(residence, at, &["in_province", "county"]);
    }

    fn submitter(&mut self, root: Option<&Object>) {
        let at = "submitter";
        let submitter = self
            .object(
                child(root, at),
                at,
                &["role", "relationship", "resident_id", "evidence"],
            )
            .object();
        self.closed(submitter, at, "role", SubmitterRole::parse);
        self.text(
            submitter,
            at,
            "relationship",
            |_| Some(()),
            ("WRONG_TYPE", "a relationship is text"),
        );
        self.resident_id(submitter, at, "resident_id");
        self.list_of(submitter, at, "evidence", |_| true);
    }

    fn household(&mut self, root: Option<&Object>) {
        const KEYS: [&str; 6] = [
            "aid_status",
            "single_person_household",
            "members",
            "disabled_members",
            "per_capita_monthly_income_cny",
            "housing",
        ];
        let at = "household";
        let household = self.object(child(root, at), at, &KEYS).object();
        let aid_status = self.closed(household, at, "aid_status", AidStatus::parse);
        self.set_enum("household.aid_status", aid_status.map(AidStatus::as_str));
        self.bool(household, at, "single_person_household");
        self.count(household, at, "members");
        self.count(household, at, "disabled_members");
        self.money(household, at, "per_capita_monthly_income_cny");
        // A kind of housing that no rule speaks of says nothing.
        let housing = self.text(
            household,
            at,
            "housing",
            |text| Some(text.to_owned()),
            ("WRONG_TYPE", "housing is text"),
        );
        self.set_enum("home.kind", housing.as_deref());
        self.declared(household, at, &["aid_status", "housing"]);
    }

    fn other_benefits(&mut self, root: Option<&Object>) {
        let at = "other_benefits";
        let other = self.object(child(root, at), at, &["retired_cadre"]).object();
        self.bool(other, at, "retired_cadre");
        self.declared(other, at, &[]);
    }

    /// What some services alone read. Keys that nothing here reads are for others.
    fn extra(&mut self, root: Option<&Object>) {
        let at = "extra";
        match child(root, at) {
            None | Some(Json::Null) => {}
            Some(Json::Object(extra)) => self.declared(Some(extra), at, &[]),
            Some(_) => self.note(at.to_owned(), "WRONG_TYPE", "this must be an object"),
        }
    }

    /// The facts of `facts.toml` that stand in an object under keys of their own; `made` are the keys that facts are
    /// made of in another way.
    fn declared(&mut self, object: Option<&Object>, at: &str, made: &[&str]) {
        let catalogue = self.catalogue;
        let vocabulary = &catalogue.vocabulary;
        for fact in &catalogue.facts {
            let key = fact.input.strip_prefix(at).and_then(|rest| rest.strip_prefix('.'));
            let Some(key) = key.filter(|key| !key.contains('.') && !made.contains(key)) else {
                continue;
            };
            let value = match vocabulary.fact_type(fact.id) {
                Type::Bool => self.bool(object, at, key).map(Value::Bool),
                Type::Int => self.count(object, at, key).map(Value::Int),
                // No allowance is an allowance of 0.
                Type::Fen if matches!(child(object, key), Some(Json::Null)) => Some(Value::Fen(0)),
                Type::Fen => self.money(object, at, key).map(|amount| Value::Fen(amount.0)),
                Type::Date => self.date(object, at, key).map(Value::Date),
                Type::Enum(of) => self
                    .closed(object, at, key, |text| vocabulary.enum_index(of, text))
                    .map(Value::Enum),
                Type::Month | Type::List(_) => None,
            };
            if let Some(value) = value {
                self.facts.state(fact.id, value);
            }
        }
    }

    fn set(&mut self, fact: &str, value: Option<Value>) {
        if let (Some(id), Some(value)) = (self.catalogue.vocabulary.fact_named(fact), value) {
            self.facts.state(id, value);
        }
    }

    fn set_enum(&mut self, fact: &str, value: Option<&str>) {
        let vocabulary = &self.catalogue.vocabulary;
        let of = vocabulary.fact_named(fact).map(|id| vocabulary.fact_type(id));
        if let (Some(Type::Enum(of)), Some(value)) = (of, value) {
            self.set(fact, vocabulary.enum_index(of, value).map(Value::Enum));
        }
    }

    /// Notes a mistake, once.
    fn note(&mut self, path: String, code: &'static str, message: impl Into<String>) {
        if self.wrong.iter().any(|noted| noted.path == path && noted.code == code) {
            return;
        }
        self.wrong.push(Trouble {
            path,
            code,
            message: message.into(),
        });
    }

    /// An object with no keys but these (and, at the root, titles).
    fn object<'v>(&mut self, json: Option<&'v Json>, at: &str, keys: &[&str]) -> Found<'v, Object> {
        match json {
            None => Found::Absent,
            Some(Json::Null) => Found::Null,
            Some(Json::Object(object)) => {
                for key in object.keys() {
                    let title = at.is_empty() && key.starts_with("title_");
                    let path = join(at, key);
                    let fact = self.catalogue.facts.iter().any(|fact| fact.input == path);
                    if !title && !fact && !keys.contains(&key.as_str()) {
                        self.note(path, "UNKNOWN_KEY", "this key is not declared");
                    }
                }
                Found::Here(object)
            }
            Some(_) => {
                self.note(at.to_owned(), "WRONG_TYPE", "this must be an object");
                Found::Absent
            }
        }
    }

    fn array<'v>(&mut self, object: Option<&'v Object>, at: &str, key: &str) -> Option<&'v [Json]> {
        match child(object, key) {
            None | Some(Json::Null) => None,
            Some(Json::Array(items)) => Some(items),
            Some(_) => {
                self.note(at.to_owned(), "WRONG_TYPE", "this must be a list");
                None
            }
        }
    }

    fn list_of(&mut self, object: Option<&Object>, at: &str, key: &str, known: impl Fn(&str) -> bool) {
        let at = join(at, key);
        for (index, item) in self.array(object, &at, key).unwrap_or_default().iter().enumerate() {
            match item.as_str() {
                None if item.is_null() => {}
                None => self.note(format!("{at}[{index}]"), "WRONG_TYPE", "this must be text"),
                Some(text) if !known(text) => self.note(format!("{at}[{index}]"), "NOT_IN_LIST", "not a known value"),
                Some(_) => {}
            }
        }
    }

    /// A text that `parse` understands; `refused` is the code and message otherwise.
    fn text<T>(
        &mut self,
        object: Option<&Object>,
        at: &str,
        key: &str,
        parse: impl Fn(&str) -> Option<T>,
        refused: (&'static str, &str),
    ) -> Option<T> {
        match child(object, key) {
            None | Some(Json::Null) => None,
            Some(Json::String(text)) => {
                let parsed = parse(text);
                if parsed.is_none() {
                    self.note(join(at, key), refused.0, refused.1);
                }
                parsed
            }
            Some(_) => {
                self.note(join(at, key), "WRONG_TYPE", "this must be text");
                None
            }
        }
    }

    fn closed<T>(
        &mut self,
        object: Option<&Object>,
        at: &str,
        key: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        self.text(object, at, key, parse, ("NOT_IN_LIST", "not one of the known values"))
    }

    fn date(&mut self, object: Option<&Object>, at: &str, key: &str) -> Option<Date> {
        self.text(
            object,
            at,
            key,
            parse_date,
            ("BAD_DATE", "a day that exists, written 2025-06-18"),
        )
    }

    fn division(&mut self, object: Option<&Object>, at: &str, key: &str) -> Option<DivisionCode> {
        self.text(
            object,
            at,
            key,
            DivisionCode::parse,
            ("BAD_FORMAT", "a county code is six digits"),
        )
    }

    fn required_text(&mut self, root: Option<&Object>, key: &str) -> Option<String> {
        self.require(root, key);
        self.text(
            root,
            "",
            key,
            |text| Some(text.to_owned()),
            ("WRONG_TYPE", "this must be text"),
        )
    }

    fn required_date(&mut self, root: Option<&Object>, key: &str) -> Option<Date> {
        self.require(root, key);
        self.date(root, "", key)
    }

    fn require(&mut self, root: Option<&Object>, key: &str) {
        if root.is_some() && matches!(child(root, key), None | Some(Json::Null)) {
            self.note(key.to_owned(), "REQUIRED", "this must be given");
        }
    }

    fn bool(&mut self, object: Option<&Object>, at: &str, key: &str) -> Option<bool> {
        match child(object, key) {
            None | Some(Json::Null) => None,
            Some(Json::Bool(flag)) => Some(*flag),
            Some(_) => {
                self.note(join(at, key), "WRONG_TYPE", "this must be true or false");
                None
            }
        }
    }

    fn count(&mut self, object: Option<&Object>, at: &str, key: &str) -> Option<i64> {
        match child(object, key) {
            None | Some(Json::Null) => None,
            Some(Json::Number(number)) if number.as_u64().is_some() => number.as_i64(),
            Some(Json::Number(number)) if number.as_i64().is_some() => {
                self.note(join(at, key), "OUT_OF_RANGE", "this cannot be below 0");
                None
            }
            Some(_) => {
                self.note(join(at, key), "WRONG_TYPE", "this must be a whole number");
                None
            }
        }
    }

    fn grade(&mut self, object: Option<&Object>, at: &str) -> Option<Grade> {
        match child(object, "grade") {
            None | Some(Json::Null) => None,
            Some(Json::Number(number)) if number.is_i64() || number.is_u64() => {
                let grade = number
                    .as_u64()
                    .and_then(|number| u8::try_from(number).ok())
                    .and_then(Grade::new);
                if grade.is_none() {
                    self.note(join(at, "grade"), "NOT_IN_LIST", "a grade is 1, 2, 3 or 4");
                }
                grade
            }
            Some(_) => {
                self.note(join(at, "grade"), "WRONG_TYPE", "this must be a whole number");
                None
            }
        }
    }

    fn money(&mut self, object: Option<&Object>, at: &str, key: &str) -> Option<Fen> {
        match child(object, key) {
            None | Some(Json::Null) => None,
            Some(Json::Number(number)) => {
                // Also `-0.0`, which some programs write.
                let zero = number.as_f64().filter(|number| *number == 0.0).map(|_| Fen(0));
                let fen = zero.or_else(|| Fen::from_yuan_text(&number.to_string()));
                if fen.is_none() {
                    self.note(join(at, key), "OUT_OF_RANGE", "yuan from 0, with at most two decimals");
                }
                fen
            }
            Some(_) => {
                self.note(join(at, key), "WRONG_TYPE", "this must be a number");
                None
            }
        }
    }

    fn resident_id(&mut self, object: Option<&Object>, at: &str, key: &str) -> Option<ResidentId> {
        let text = self.text(
            object,
            at,
            key,
            |text| Some(text.to_owned()),
            ("WRONG_TYPE", "this must be text"),
        )?;
        let refused = match ResidentId::parse(&text) {
            Ok(id) => return Some(id),
            Err(problem) => resident_id_trouble(&problem),
        };
        self.note(join(at, key), refused.0, refused.1);
        None
    }

    fn certificate_number(&mut self, object: Option<&Object>, at: &str) -> Option<CertificateNumber> {
        let key = "number";
        let text = self.text(
            object,
            at,
            key,
            |text| Some(text.to_owned()),
            ("WRONG_TYPE", "this must be text"),
        )?;
        let refused = match CertificateNumber::parse(&text) {
            Ok(number) => return Some(number),
            Err(CertificateNumberProblem::ResidentId(problem)) => resident_id_trouble(&problem),
            Err(_) => (
                "BAD_CERTIFICATE_NUMBER",
                "20 characters, or 22 with B and a number from 1",
            ),
        };
        self.note(join(at, key), refused.0, refused.1);
        None
    }
}

fn resident_id_trouble(problem: &ResidentIdProblem) -> (&'static str, &'static str) {
    match problem {
        ResidentIdProblem::WrongCheckCharacter => ("BAD_CHECKSUM", "the check character does not fit"),
        ResidentIdProblem::NoSuchBirthDate => ("BAD_DATE", "the number holds a birth date that does not exist"),
        _ => ("BAD_FORMAT", "a resident ID number has 17 digits and a check character"),
    }
}

fn child<'v>(object: Option<&'v Object>, key: &str) -> Option<&'v Json> {
    object?.get(key)
}

fn join(at: &str, key: &str) -> String {
    if at.is_empty() {
        key.to_owned()
    } else {
        format!("{at}.{key}")
    }
}
