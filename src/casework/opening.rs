//! What a case begins with: whom it is about, where it is worked, what was assessed, and the terms that hold for it to
//! its end, whatever policy says later.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

use super::{Reference, Source, ToConfirm};
use crate::access::{OfficerId, PersonKey, Visibility};
use crate::aloud::Named;
use crate::apply::{Application, Assisted, Authority, FactOrigin, OverlapPick, StatedFact};
use crate::assess::{Outcome, Points, Recommended, assess, missing_facts, priority, score, whole_amount};
use crate::calendar::{Date, Instant, Limit, day_text};
use crate::catalogue::{Catalogue, RuleKind, Service, Stage, derive, hash_of};
use crate::money::Fen;
use crate::person::{CertificateNumber, NameReading, PersonName, ResidentId, SubmitterRole};
use crate::place::{DivisionCode, Divisions, OfficeKind, TownshipCode};
use crate::rule::{Facts, PolicyId, PolicyValues, Program, Value, ValueError, Vocabulary};

/// The first event of every case. Complete by itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Submitted {
    /// The case's own reference.
    pub reference: Reference,
    /// The reference of the application it came with; an application for two services has two cases.
    pub application: Reference,
    /// The service's code.
    pub service: String,
    /// The hash of the service's definition.
    pub definition: String,
    /// Whom it is about.
    pub subject: Subject,
    /// Who handed it in.
    pub submitter: Party,
    /// Where it is worked.
    pub place: PlaceOfCase,
    /// The day it was handed in.
    #[serde(with = "day_text")]
    pub on: Date,
    /// What is held about the person, by the names of `facts.toml`; what nobody knows is absent.
    pub facts: BTreeMap<String, FactHeld>,
    /// What the rules said about these facts.
    pub assessment: Assessed,
    /// Where another benefit of the same kind is received: which one the person wants.
    pub overlap: Option<OverlapPick>,
    /// What was handed in with it.
    pub evidence: Vec<EvidenceGiven>,
    /// What second persons confirm. Older cases, which do not say it, need none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub confirmations: Vec<ToConfirm>,
    /// Steps, limits, signatures.
    pub terms: Terms,
    /// Whether it stands in queues and searches.
    pub visibility: Visibility,
    /// The officer who filed it for the person, and how the person said it, where one did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assisted: Option<Box<Assisted>>,
}

/// The person a case is about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Subject {
    /// The name of the household register.
    pub name: PersonName,
    /// How the name is read, where somebody said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reading: Option<NameReading>,
    /// The resident ID number.
    pub resident_id: ResidentId,
    /// The certificate's number, if there is one.
    pub certificate_number: Option<CertificateNumber>,
    /// What stands for them where conflicts of interest are looked for.
    pub key: PersonKey,
}

/// Who handed an application in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Party {
    /// As what.
    pub role: SubmitterRole,
    /// Their name, where they are not the subject.
    pub name: Option<PersonName>,
    /// What stands for them where conflicts of interest are looked for; none where they gave no number.
    pub key: Option<PersonKey>,
    /// What shows that they may act for the subject, where that was known when they applied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authority: Option<Authority>,
}

/// Where a case is worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceOfCase {
    /// The county of the hukou, whose civil affairs decide; none outside the province.
    pub hukou_county: Option<DivisionCode>,
    /// The county whose offices have it: the hukou's, or the receiving township's where the hukou is elsewhere.
    pub county: DivisionCode,
    /// The township that has it: the hukou's, or the receiving one.
    pub township: TownshipCode,
}

/// A fact and who says so.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FactHeld {
    /// Its value, as [`Vocabulary::value_to_json`] writes it.
    pub value: Json,
    /// Who says so.
    pub source: Source,
    /// What a register says instead, where the person disputes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub register_says: Option<Json>,
}

/// What the rules said, complete by itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assessed {
    /// The day everything was evaluated on.
    #[serde(with = "day_text")]
    pub on: Date,
    /// How it ended.
    pub outcome: Outcome,
    /// Reason codes in the order of the phases.
    pub reasons: Vec<String>,
    /// A month's amount where it may be paid; for a case on hold, what it will be.
    pub monthly: Option<Fen>,
    /// What the other benefit pays a month.
    pub other_monthly: Option<Fen>,
    /// A month's amount by policy, whether or not the conditions are met: nothing pays more. Older records, which do
    /// not say it, know the amount only where it may be paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whole: Option<Fen>,
    /// Which pays more.
    pub recommended: Option<Recommended>,
    /// Every condition, in the service's order.
    pub trace: Vec<TraceLine>,
    /// The facts that are missing, by name.
    pub missing: Vec<String>,
    /// The policy values the rules read.
    pub policy: BTreeMap<String, Json>,
    /// What makes it more urgent than others that wait; nothing where nobody waits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub priority: Vec<Points>,
    /// Whether it cannot wait: it comes first, and its papers later.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub urgent: bool,
}

/// One condition of an assessment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TraceLine {
    /// The reason code.
    pub code: String,
    /// Its phase.
    pub kind: RuleKind,
    /// Whether it holds.
    pub result: Met,
    /// The legal basis, `unverified` where nobody found one.
    pub basis: Option<String>,
    /// The facts it read, by name.
    pub facts: BTreeMap<String, Json>,
}

/// Whether a condition holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Met {
    /// It holds.
    Met,
    /// It does not.
    NotMet,
    /// Facts are missing.
    Unknown,
}

impl Met {
    /// From three-valued logic.
    pub fn of(result: Option<bool>) -> Self {
        match result {
            Some(true) => Self::Met,
            Some(false) => Self::NotMet,
            None => Self::Unknown,
        }
    }
}

/// A paper handed in, or promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceGiven {
    /// A kind of `evidence.toml`.
    pub kind: String,
    /// The ids of its files; none where it is brought to the office.
    pub files: Vec<String>,
}

/// What holds for a case from its first day to its last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a rule of its own, kept by its name with the case"
)]
pub struct Terms {
    /// The steps that offices take, in order; the last decides. For a hukou elsewhere the only step is forwarding.
    pub route: Vec<RouteStage>,
    /// Where the place does not decide: it receives and forwards only.
    pub forward_only: bool,
    /// Whether a thing or a service is granted instead of a monthly amount.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_kind: bool,
    /// Within how long somebody is assigned to the person after a grant; none where nobody is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assigns: Option<Limit>,
    /// Within how many hours it is decided where it is urgent; none where no document sets that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgent_hours: Option<u16>,
    /// How long a grant is shown in public; none for a service without public notice.
    pub notice: Option<Limit>,
    /// Whether a grant needs a second person.
    pub second_signature_on_grant: bool,
    /// Whether a refusal or a part grant needs a second person.
    pub second_signature_on_refusal: bool,
    /// How long a person may take to supply papers.
    pub papers: Limit,
    /// How soon an objection to the public notice is answered.
    #[serde(default = "Terms::objection_unsaid")]
    pub objection: Limit,
    /// How long a decision can be contested, from the day it is served.
    pub contest: Limit,
    /// The office to whom one objects instead; none where the government reconsiders.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contest_office: Option<ContestOffice>,
}

/// The office to whom one objects to a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContestOffice {
    /// What it is.
    pub body: OfficeKind,
    /// How soon it answers.
    pub limit: Limit,
}

/// One step of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RouteStage {
    /// Its name: the words are `stage-…`.
    pub id: String,
    /// The office that acts.
    pub body: OfficeKind,
    /// How long it may take.
    pub limit: Limit,
    /// The facts that its officers record, by name: nobody else does, and only there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<String>,
}

/// What a case needs beside the application to begin.
#[derive(Clone, Debug)]
pub struct Opening<'a> {
    /// The case's own reference.
    pub reference: Reference,
    /// The application's.
    pub application: Reference,
    /// The service.
    pub service: &'a Service,
    /// The policy values of the place and the month of submission.
    pub policy: &'a PolicyValues,
    /// The county of the hukou; none outside the province.
    pub hukou_county: Option<DivisionCode>,
    /// The township that has the case.
    pub township: TownshipCode,
    /// The keyed hash of the subject's resident ID number.
    pub subject_key: PersonKey,
    /// The keyed hash of the submitter's, if they gave one and are somebody else.
    pub submitter_key: Option<PersonKey>,
    /// Whether it stands in queues and searches.
    pub visibility: Visibility,
}

impl Subject {
    /// Their name with its reading, where somebody said so.
    pub fn named(&self) -> Option<Named> {
        let reading = self.reading.as_ref()?;
        Some(Named::of(&self.name, reading))
    }
}

impl Submitted {
    /// The case of one service of an application.
    pub fn of(application: &Application, opening: Opening<'_>, catalogue: &Catalogue) -> Self {
        let on = application.submitted_on;
        let held = application.facts.iter();
        let facts: BTreeMap<String, FactHeld> = held.map(|(name, fact)| (name.clone(), fact.into())).collect();
        let place = PlaceOfCase::of(opening.hukou_county, opening.township);
        let known = known_facts(&facts, &catalogue.vocabulary, &application.subject.resident_id, on);
        let submitter = &application.submitter;
        let themselves = submitter.role == SubmitterRole::Oneself;
        let confirmations = if place.decides() {
            let judged = (&known, opening.policy);
            ToConfirm::of(application, &opening.service.code, catalogue, judged)
        } else {
            Vec::new()
        };
        Self {
            reference: opening.reference,
            application: opening.application,
            service: opening.service.code.clone(),
            definition: opening.service.definition.clone(),
            subject: Subject {
                name: application.subject.name.clone(),
                reading: application.subject.reading.clone(),
                resident_id: application.subject.resident_id.clone(),
                certificate_number: application.subject.certificate_number.clone(),
                key: opening.subject_key,
            },
            submitter: Party {
                role: submitter.role,
                name: (!themselves).then(|| submitter.name.clone()),
                key: opening.submitter_key,
                authority: submitter.authority,
            },
            place,
            on,
            assessment: Assessed::of(catalogue, opening.service, &known, opening.policy, on),
            facts,
            overlap: application
                .overlaps
                .get(&opening.service.code)
                .map(|choice| choice.pick),
            evidence: application.evidence.iter().map(EvidenceGiven::of).collect(),
            confirmations,
            terms: Terms::of(opening.service, &catalogue.vocabulary, opening.policy, &place),
            visibility: opening.visibility,
            assisted: application.assisted.clone().map(Box::new),
        }
    }

    /// The officer who filed it for the person.
    pub fn entered_by(&self) -> Option<&OfficerId> {
        self.assisted.as_ref().map(|assisted| &assisted.by.officer)
    }

    /// The day from which the offices here have it: where an office outside received it, not the day it was handed in.
    pub fn here_since(&self, recorded: Instant) -> Date {
        let received = self
            .assisted
            .as_ref()
            .and_then(|assisted| assisted.made.received.as_ref());
        received.map_or(self.on, |_| recorded.date())
    }
}

/// The facts that are held of a person, with what is computed; what does not fit the vocabulary is unknown.
pub fn known_facts(held: &BTreeMap<String, FactHeld>, vocabulary: &Vocabulary, person: &ResidentId, on: Date) -> Facts {
    let mut facts = Facts::new(vocabulary);
    for (name, fact) in held {
        if let Some(id) = vocabulary.fact_named(name)
            && let Some(value) = vocabulary.value_from_json(id, &fact.value)
        {
            facts.state(id, value);
        }
    }
    derive(vocabulary, &mut facts, on, Some(person.birth_date()));
    facts
}

impl From<&StatedFact> for FactHeld {
    fn from(fact: &StatedFact) -> Self {
        Self {
            value: fact.value.clone(),
            source: match fact.origin {
                FactOrigin::Stated => Source::Stated,
                FactOrigin::CertificateNumber => Source::CertificateNumber,
                FactOrigin::Register => Source::Register,
            },
            register_says: fact.register_says.clone(),
        }
    }
}

impl EvidenceGiven {
    fn of(paper: &crate::apply::Paper) -> Self {
        Self {
            kind: paper.kind.clone(),
            files: paper.files.iter().map(|file| file.id.clone()).collect(),
        }
    }
}

impl PlaceOfCase {
    /// The place of a case that a township has. A hukou of Hunan is worked in its own county, any other in the
    /// county of the township that receives it.
    pub fn of(hukou_county: Option<DivisionCode>, township: TownshipCode) -> Self {
        let receiving = Divisions::shipped()
            .find_township(township)
            .map(|township| township.county);
        Self {
            hukou_county,
            county: hukou_county.or(receiving).unwrap_or(DivisionCode::HUNAN),
            township,
        }
    }

    /// Whether these offices may decide: only those of the hukou do.
    pub fn decides(&self) -> bool {
        self.hukou_county.is_some_and(|county| county.in_hunan())
    }
}

impl Terms {
    /// The stage that is shown in public.
    pub const PUBLIC_NOTICE: &str = Stage::PUBLIC_NOTICE;
    /// The only stage of a case whose hukou is elsewhere.
    pub const FORWARDING: &str = "forwarding";

    /// The terms of a service under the policy of its place and month. Stages of unknown bodies, which the catalogue
    /// does not load, would be left out.
    pub fn of(service: &Service, vocabulary: &Vocabulary, policy: &PolicyValues, place: &PlaceOfCase) -> Self {
        let number = |key: &str| match vocabulary.policy_named(key).map(|key| policy.get(key)) {
            Some(Value::Int(number)) => u16::try_from(number).unwrap_or(u16::MAX),
            _ => 0,
        };
        let switch = |key: &str| {
            let value = vocabulary.policy_named(key).map(|key| policy.get(key));
            matches!(value, Some(Value::Bool(true)))
        };
        let limit = |stage: &Stage| {
            let days = number(vocabulary.policy_name(stage.limit));
            if stage.calendar_days {
                Limit::CalendarDays(days)
            } else {
                Limit::WorkingDays(days)
            }
        };
        let forward_only = !place.decides();
        // Where one office alone may know of a case, it has nobody above it to sign: two of it have looked at the case
        // already, since who reviewed it does not decide.
        let two_of_one_office = service.confidential && service.worked().count() > 1;
        let forwarding = RouteStage {
            id: Self::FORWARDING.to_owned(),
            // Whoever receives it sends it on.
            body: service
                .worked()
                .next()
                .and_then(|stage| OfficeKind::parse(&stage.body))
                .unwrap_or(OfficeKind::Township),
            limit: Limit::WorkingDays(number("limit_forwarding")),
            records: Vec::new(),
        };
        let steps = service.worked().filter_map(|stage| {
            Some(RouteStage {
                id: stage.id.clone(),
                body: OfficeKind::parse(&stage.body)?,
                limit: limit(stage),
                records: stage.records.clone(),
            })
        });
        Self {
            route: if forward_only {
                vec![forwarding]
            } else {
                steps.collect()
            },
            forward_only,
            in_kind: service.in_kind(),
            assigns: service
                .assigns
                .filter(|_| !forward_only)
                .map(|key| Limit::CalendarDays(number(vocabulary.policy_name(key)))),
            urgent_hours: service
                .urgent
                .as_ref()
                .map(|urgent| number(vocabulary.policy_name(urgent.hours)))
                .filter(|hours| *hours > 0),
            notice: service.notice().filter(|_| !forward_only).map(limit),
            second_signature_on_grant: !two_of_one_office && switch("second_signature_on_grant"),
            second_signature_on_refusal: !two_of_one_office && switch("second_signature_on_refusal"),
            papers: Limit::WorkingDays(number("limit_papers")),
            objection: Limit::WorkingDays(number("limit_objection")),
            contest: Limit::CalendarDays(number("limit_contest")),
            contest_office: service.contest.as_ref().filter(|_| !forward_only).map(|contest| {
                let days = number(vocabulary.policy_name(contest.limit));
                ContestOffice {
                    body: contest.body,
                    limit: if contest.calendar_days {
                        Limit::CalendarDays(days)
                    } else {
                        Limit::WorkingDays(days)
                    },
                }
            }),
        }
    }

    /// Whether a fact is recorded at a stage, and by nobody else.
    pub fn is_recorded(&self, fact: &str) -> bool {
        let mut records = self.route.iter().flat_map(|stage| &stage.records);
        records.any(|recorded| recorded == fact)
    }

    /// Cases from before there was a limit for objections have the first one that was shipped.
    const fn objection_unsaid() -> Limit {
        Limit::WorkingDays(10)
    }
}

impl Assessed {
    /// What the rules say about facts, as it is kept.
    pub fn of(catalogue: &Catalogue, service: &Service, facts: &Facts, policy: &PolicyValues, on: Date) -> Self {
        let vocabulary = &catalogue.vocabulary;
        let assessment = assess(service, facts, policy);
        let trace = service.rules.iter().zip(&assessment.results).map(|(rule, result)| {
            let local = rule.local.iter().flat_map(Program::facts);
            let read = rule.when.facts().iter().chain(local).filter_map(|fact| {
                let value = vocabulary.value_to_json(*fact, facts.get(*fact)?);
                Some((vocabulary.fact_name(*fact).to_owned(), value))
            });
            TraceLine {
                code: rule.id.clone(),
                kind: rule.kind,
                result: Met::of(*result),
                basis: rule.basis.clone(),
                facts: read.collect(),
            }
        });
        let used = service.policies.iter().map(|key| {
            let value = match policy.get(*key) {
                Value::Bool(on) => Json::from(on),
                Value::Int(number) | Value::Fen(number) => Json::from(number),
                _ => Json::Null,
            };
            (vocabulary.policy_name(*key).to_owned(), value)
        });
        let missing = missing_facts(&assessment).into_iter();
        let then = assessment.then.as_ref();
        Self {
            on,
            outcome: assessment.outcome,
            reasons: assessment.reasons.iter().map(|code| (*code).to_owned()).collect(),
            monthly: assessment.monthly.or(then.and_then(|then| then.monthly)),
            other_monthly: assessment.other_monthly.or(then.and_then(|then| then.other_monthly)),
            whole: whole_amount(service, facts, policy),
            recommended: assessment.recommended,
            trace: trace.collect(),
            missing: missing.map(|fact| vocabulary.fact_name(fact).to_owned()).collect(),
            policy: used.collect(),
            priority: priority(service, facts, policy),
            urgent: service.is_urgent(facts, policy),
        }
    }

    /// How urgent it is among those that wait; none where nobody waits.
    pub fn score(&self) -> Option<i64> {
        (!self.priority.is_empty()).then(|| score(&self.priority))
    }

    /// A policy value that the rules read, as a vocabulary types it.
    pub fn policy_value(&self, vocabulary: &Vocabulary, key: PolicyId) -> Option<Value> {
        vocabulary.policy_from_json(key, self.policy.get(vocabulary.policy_name(key))?)
    }

    /// The policy values it was made from.
    ///
    /// # Errors
    /// One that the service reads is not kept.
    pub fn policy_values(&self, vocabulary: &Vocabulary, service: &Service) -> Result<PolicyValues, ValueError> {
        PolicyValues::new(vocabulary, |key, _| {
            let kept = self.policy_value(vocabulary, key);
            kept.or_else(|| service.unread(vocabulary, key))
        })
    }

    /// What the whole of it is known by: another hash is another assessment.
    pub fn hash(&self) -> String {
        // It is made of names, numbers and lists: writing it cannot fail.
        hash_of(&serde_json::to_string(self).unwrap_or_default())
    }

    /// What this benefit and the other pay a month, where only one of the two can be had.
    pub fn choice(&self) -> Option<(Fen, Fen)> {
        self.monthly.zip(self.other_monthly)
    }

    /// The most that can be paid a month; none where nobody can say.
    pub fn whole(&self) -> Option<Fen> {
        self.whole.or(self.monthly)
    }

    /// Whether the county's own rule has to say, not another place.
    pub fn is_for_county_rule(&self) -> bool {
        let elsewhere = |line: &TraceLine| line.kind == RuleKind::Local && line.result == Met::Met;
        self.outcome == Outcome::ConditionalLocalRule && !self.trace.iter().any(elsewhere)
    }

    /// The line of a reason code.
    pub fn line(&self, code: &str) -> Option<&TraceLine> {
        self.trace.iter().find(|line| line.code == code)
    }
}
