//! The catalogue: what a resident can apply for, as data under `services/`.
//!
//! [`Catalogue::load`] reads texts, checks every name, rule and value in them, and compiles the rules.
//! What goes wrong names its file, line and column.

mod confirmations;
mod examples;
mod facts;
mod items;
mod kept;
mod offices;
mod pages;
mod service;
mod sign;
mod source;
mod urgent;
mod waiting;

use serde::Deserialize;
use toml::Spanned;

pub use confirmations::{AgeGroup, Asking, Confirmation, SecondPerson};
pub use examples::{Example, read_examples};
pub use facts::{ChangeTo, FactDefinition, FactSource, derive, grade_components, is_derived};
pub use items::{Item, ItemAges, ItemAssessment, ItemUnit, Items};
pub use kept::{definition_paths, definition_text, hash_of};
pub use offices::{OfficeContact, OfficeDirectory};
pub use pages::{ListOf, Measurement, Page, PageKind, PageOption};
pub use service::{Benefit, ContestAt, Evidence, Group, Obtain, Rule, RuleKind, Service, Stage};
pub use sign::SignFilm;
pub use source::{LoadError, SourceFile, line_and_column};
pub use urgent::Urgent;
pub use waiting::{PriorityPart, WaitingList};

use crate::person::SubmitterRole;
use crate::place::DivisionCode;
use crate::policy::{self, PolicyBook, Profile};
use crate::rule::{FactId, Type, Value, Vocabulary};

/// All services, with the vocabulary and the shipped policy they share.
#[derive(Debug)]
pub struct Catalogue {
    /// The types and names of facts and policy values.
    pub vocabulary: Vocabulary,
    /// The facts, in the vocabulary's order.
    pub facts: Vec<FactDefinition>,
    /// The shared question pages, in the order of asking.
    pub pages: Vec<Page>,
    /// The kinds of paper, in the order of asking.
    pub evidence_kinds: Vec<EvidenceKind>,
    /// What second persons confirm.
    pub confirmations: Vec<Confirmation>,
    /// The services, in the order of lists.
    pub services: Vec<Service>,
    /// The shipped, dated policy values.
    pub shipped: PolicyBook,
    /// Named sets of policy values for tests and rehearsals.
    pub profiles: Vec<Profile>,
    /// Where offices can be reached, as far as their counties have said.
    pub offices: OfficeDirectory,
}

/// A text that the catalogue needs in every language, and where it is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeededText {
    /// The text's id.
    pub id: String,
    /// The file that names it, or the folder of it, inside `services/`.
    pub path: String,
    /// What it is named for, as it stands there.
    pub code: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EvidenceFile {
    kind: Vec<Spanned<EvidenceKind>>,
}

/// A kind of paper.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceKind {
    /// Its name; the words are `evidence-…`.
    pub id: String,
    /// The office whose data can replace the paper.
    pub register: Option<String>,
    /// Another kind that may show the same: the applicant then says so instead of handing this one in as well.
    pub shown_by: Option<String>,
    /// The roles that hand it in, whatever the service, because of who they are to the person.
    #[serde(default)]
    roles: Vec<SubmitterRole>,
    /// Those that hand it in for a person under 18 only.
    #[serde(default)]
    roles_for_minors: Vec<SubmitterRole>,
    /// Those that hand it in for an adult only.
    #[serde(default)]
    roles_for_adults: Vec<SubmitterRole>,
}

impl EvidenceKind {
    /// Whether somebody in that role hands it in, whatever the service.
    pub fn asked_of(&self, role: SubmitterRole, for_minor: bool) -> bool {
        let by_age = if for_minor {
            &self.roles_for_minors
        } else {
            &self.roles_for_adults
        };
        self.roles.contains(&role) || by_age.contains(&role)
    }

    fn asked_of_any(&self) -> bool {
        !(self.roles.is_empty() && self.roles_for_minors.is_empty() && self.roles_for_adults.is_empty())
    }
}

impl Catalogue {
    /// Whether a fact can be that. What a page of choices asks for alone can be what its answers set and nothing else:
    /// a grade of disability is 1 to 4 (GB/T 26341).
    pub fn can_be(&self, fact: FactId, value: &Value) -> bool {
        let options = self.pages.iter().find_map(|page| match &page.kind {
            PageKind::Choice(options) if page.facts == [fact] && page.completes(fact).is_none() => Some(options),
            _ => None,
        });
        options.is_none_or(|options| {
            let mut set = options.iter().flat_map(|option| &option.set);
            set.any(|(of, to)| *of == fact && to == value)
        })
    }

    /// Reads a whole `services/` folder. The order of `files` does not matter.
    ///
    /// # Errors
    /// The first mistake found, with its place.
    pub fn load(files: &[SourceFile]) -> Result<Self, LoadError> {
        let facts_files = all(files, "facts.toml")?;
        let keys_files = all(files, "policy/keys.toml")?;
        for file in &facts_files {
            facts::check_where_from(file)?;
        }
        let (mut vocabulary, facts) = facts::read_facts(&facts_files)?;
        let mut declared: Vec<(&str, String)> = Vec::new();
        declared.extend(facts.iter().map(|fact| (fact.declared_in.as_str(), fact.name.clone())));
        for file in &keys_files {
            let before = vocabulary.policies().len();
            policy::read_keys(file, &mut vocabulary)?;
            let names = vocabulary
                .policies()
                .skip(before)
                .map(|key| vocabulary.policy_name(key));
            declared.extend(names.map(|name| (file.path.as_str(), format!("policy.{name}"))));
        }
        let evidence_kinds = read_kinds(&all(files, "evidence.toml")?)?;
        let mut pages = Vec::new();
        for file in all(files, "pages.toml")? {
            pages::read_pages(file, &vocabulary, &mut pages)?;
        }

        let mut shipped = PolicyBook::default();
        let mut profiles = Vec::new();
        let mut service_files = Vec::new();
        let mut offices = OfficeDirectory::default();
        for file in sorted(files) {
            match file.path.split('/').collect::<Vec<_>>()[..] {
                ["policy", "profiles", name] | [_, "policy", "profiles", name] if is_toml(name) => profiles.push(file),
                ["policy", "keys.toml"] | [_, "policy", "keys.toml"] => {}
                ["offices.toml"] => offices = offices::read_offices(file)?,
                ["policy", name] | [_, "policy", name] if is_toml(name) => {
                    policy::read_values(file, &vocabulary, &mut shipped)?;
                }
                [_, "service.toml"] => service_files.push(file),
                _ => {}
            }
        }
        // The shared ones first: of what is missing from a profile its own file is told.
        profiles.sort_by_key(|file| !file.path.starts_with("policy/"));
        let profiles = policy::read_profiles(&profiles, &vocabulary, &keys_files)?;
        every_key_has_a_value(&keys_files, &vocabulary, &shipped)?;

        let mut answered: Vec<FactId> = pages.iter().flat_map(|page: &Page| &page.facts).copied().collect();
        answered.extend(KNOWN.iter().filter_map(|name| vocabulary.fact_named(name)));
        answered.extend(vocabulary.presumptions().map(|(fact, _)| fact));
        let kind_names: Vec<String> = evidence_kinds.iter().map(|kind| kind.id.clone()).collect();
        let declared_elsewhere = |paths: &[String]| -> Vec<String> {
            let of_others = declared.iter().filter(|(path, _)| paths.iter().all(|own| own != path));
            of_others.map(|(_, name)| name.clone()).collect()
        };
        let mut confirmations = Vec::new();
        for file in all(files, "confirmations.toml")? {
            let code = file.path.split('/').next().unwrap_or_default();
            let against = confirmations::Against {
                vocabulary: &vocabulary,
                running: service::Running {
                    pages: &pages,
                    evidence_kinds: &kind_names,
                    answered: &answered,
                    of_others: &declared_elsewhere(&definition_paths(code)),
                    steps: &[],
                },
            };
            confirmations::read_confirmations(file, &against, &mut confirmations)?;
        }
        let mut services: Vec<Service> = Vec::new();
        for file in service_files {
            let steps = services.iter().flat_map(|service| {
                service
                    .stages
                    .iter()
                    .map(move |step| (service.code.clone(), step.clone()))
            });
            let steps: Vec<(String, Stage)> = steps.collect();
            let code = file.path.split('/').next().unwrap_or_default();
            let paths = definition_paths(code);
            let of_others = declared_elsewhere(&paths);
            let beside = paths.iter().filter(|path| **path != file.path);
            let beside = beside.filter_map(|path| files.iter().find(|file| file.path == *path));
            let beside: Vec<&SourceFile> = beside.collect();
            let against = service::Against {
                vocabulary: &vocabulary,
                running: Some(service::Running {
                    pages: &pages,
                    evidence_kinds: &kind_names,
                    answered: &answered,
                    of_others: &of_others,
                    steps: &steps,
                }),
                shared: &beside,
            };
            let mut service = service::read_service(file, &against)?;
            let read = service.facts();
            let unrecorded = facts.iter().find(|fact| {
                let by_stage = |stage: &Stage| stage.records.contains(&fact.name);
                fact.source == FactSource::Recorded && read.contains(&fact.id) && !service.stages.iter().any(by_stage)
            });
            if let Some(fact) = unrecorded {
                let message = format!(
                    "nobody would ever record `{}`: name it in the `records` of a [[stage]]",
                    fact.name
                );
                return Err(file.error_at(0, message));
            }
            let film = files.iter().find(|file| file.path == format!("{code}/sign.toml"));
            service.sign = film.map(sign::read_sign).transpose()?;
            let own = facts_files
                .iter()
                .filter(|facts| facts.path == format!("{code}/facts.toml"));
            for own in own {
                facts::check_changes(own, &facts, &service, &vocabulary, profiles.first())?;
            }
            services.push(service);
        }
        services.sort_by_key(|service: &Service| service.order);
        Ok(Self {
            vocabulary,
            facts,
            pages,
            evidence_kinds,
            confirmations,
            services,
            shipped,
            profiles,
            offices,
        })
    }

    /// How many questions the eligibility check has at most: those about facts that are not presumed.
    pub fn most_questions(&self) -> usize {
        // A service that is for a matter says so, and asks nothing more, until one is stated: which only whoever applies does.
        let only_once_stated = |fact: &FactId| {
            let mut reading = self
                .services
                .iter()
                .filter(|service| service.facts().contains(fact))
                .peekable();
            reading.peek().is_some() && reading.all(|service| service.rules_of(RuleKind::Matter).next().is_some())
        };
        let presumed = |fact: &FactId| self.vocabulary.presumed(*fact).is_some() || only_once_stated(fact);
        self.pages
            .iter()
            .filter(|page| !page.facts.iter().all(presumed))
            .count()
    }

    /// Whether one of these services is confidential.
    pub fn asks_for_confidential(&self, codes: &[String]) -> bool {
        let mut services = codes.iter().filter_map(|code| self.service(code));
        services.any(|service| service.confidential)
    }

    /// A service by its code.
    pub fn service(&self, code: &str) -> Option<&Service> {
        self.services.iter().find(|service| service.code == code)
    }

    /// A named profile.
    pub fn profile(&self, name: &str) -> Option<&Profile> {
        self.profiles.iter().find(|profile| profile.name == name)
    }

    /// What `facts.toml` says of a fact.
    pub fn fact(&self, id: FactId) -> Option<&FactDefinition> {
        self.facts.iter().find(|fact| fact.id == id)
    }

    /// Every text the services need, each once: names, reasons, bases, papers, stages, bodies; `id.part` is a part.
    pub fn needed_texts(&self) -> Vec<NeededText> {
        let mut needed = Needed::default();
        for service in &self.services {
            let path = format!("{}/service.toml", service.code);
            let mut need = |subject: &str, code: &str, parts: &[&str]| needed.add(&path, subject, code, parts);
            need("service", &service.code, &["", "lead", "says", "extra"]);
            if service.in_kind() {
                need("service", &service.code, &["gives"]);
            }
            if service.confidential {
                need("service", &service.code, &["window", "phone", "paper", "bring"]);
            }
            if service.sign.is_some() {
                need("film", &service.code, &[""]);
            }
            service.reason_codes().for_each(|code| need("reason", code, &[""]));
            for part in service.waiting.iter().flat_map(|waiting| &waiting.priority) {
                need("priority", &part.id, &[""]);
            }
            if let Some(contest) = &service.contest {
                need("body", contest.body.as_str(), &[""]);
                if let Some(basis) = &contest.basis {
                    need("basis", basis, &[""]);
                }
            }
            if let Some(basis) = service.urgent.iter().find_map(|urgent| urgent.basis.as_ref()) {
                need("basis", basis, &[""]);
            }
            for rule in &service.rules {
                need("reason", &rule.id, &["check"]);
                if rule.kind == RuleKind::Exclusion {
                    need("reason", &rule.id, &["who"]);
                }
                if rule.kind.can_be_put_right() {
                    need("reason", &rule.id, &["do"]);
                }
                if let Some(basis) = &rule.basis {
                    need("basis", basis, &[""]);
                }
            }
            for need in service.items.iter().flat_map(|items| &items.needs) {
                needed.add(&format!("{}/items.toml", service.code), "need", need, &[""]);
            }
            for item in service.items.iter().flat_map(|items| &items.list) {
                let path = format!("{}/items.toml", service.code);
                needed.add(&path, "item", &item.id, &["", "what", "fits"]);
            }
            let mut need = |subject: &str, code: &str, parts: &[&str]| needed.add(&path, subject, code, parts);
            for evidence in &service.evidence {
                need("evidence", &evidence.kind, &["", "says"]);
            }
            for stage in &service.stages {
                need("stage", &stage.id, &[""]);
                need("body", &stage.body, &[""]);
            }
        }
        // What any case may need, whatever its service.
        needed.add("text.zh-CN.ftl", "stage", "forwarding", &[""]);
        needed.add("text.zh-CN.ftl", "reason", "papers_not_supplied", &[""]);
        for kind in self.evidence_kinds.iter().filter(|kind| kind.asked_of_any()) {
            needed.add("evidence.toml", "evidence", &kind.id, &[""]);
        }
        for confirmation in &self.confirmations {
            let path = "confirmations.toml";
            needed.add(
                path,
                "confirmation",
                &confirmation.id,
                &["", "lead", "waits", "says", "agree"],
            );
            needed.add(path, "evidence", &confirmation.paper, &[""]);
        }
        for page in &self.pages {
            let parts: &[&str] = match &page.kind {
                PageKind::List(_) => &["", "short", "entry", "add"],
                _ => &["", "short"],
            };
            needed.of_page(page, parts);
            if let PageKind::List(of) = &page.kind {
                of.fields.iter().for_each(|field| needed.of_page(field, &[""]));
            }
        }
        // What officers read of a case: the facts it rests on, and the policy they were judged by.
        for fact in &self.facts {
            needed.add("facts.toml", "fact", &fact.name, &[""]);
            if let Type::Enum(values) = self.vocabulary.fact_type(fact.id) {
                let values = self.vocabulary.enum_values(values).iter();
                let values: Vec<String> = values.map(|value| value.replace('_', "-")).collect();
                let values: Vec<&str> = values.iter().map(String::as_str).collect();
                needed.add("facts.toml", "fact", &fact.name, &values);
            }
            if fact.change_to.is_some() {
                needed.add("facts.toml", "change", &fact.name, &["", "how"]);
            }
            if self.services.iter().any(|service| service.only_bars(fact)) {
                needed.add("facts.toml", "change", &fact.name, &["otherwise"]);
            }
        }
        for key in self.services.iter().flat_map(|service| &service.policies) {
            needed.add("policy/keys.toml", "policy", self.vocabulary.policy_name(*key), &[""]);
        }
        for basis in self.shipped.bases() {
            needed.add("policy", "basis", basis, &[""]);
        }
        needed.0
    }
}

/// The texts needed, each once.
#[derive(Default)]
struct Needed(Vec<NeededText>);

impl Needed {
    /// Those of a page, and of the answers it offers.
    fn of_page(&mut self, page: &Page, parts: &[&str]) {
        self.add("pages.toml", "page", &page.id, parts);
        if let PageKind::Choice(options) | PageKind::Flags(options) = &page.kind {
            for option in options {
                self.add("pages.toml", &text_id("page", &page.id), &option.id, &[""]);
            }
        }
    }

    /// Those of a code that a file names: `""` is the text itself, the others are its parts.
    fn add(&mut self, path: &str, subject: &str, code: &str, parts: &[&str]) {
        let text = text_id(subject, code);
        for part in parts {
            let id = if part.is_empty() {
                text.clone()
            } else {
                format!("{text}.{part}")
            };
            if !self.0.iter().any(|needed| needed.id == id) {
                self.0.push(NeededText {
                    id,
                    path: path.to_owned(),
                    code: code.to_owned(),
                });
            }
        }
    }
}

/// The facts that the program knows without a shared question: from the day, and from a page every application has.
const KNOWN: [&str; 3] = ["application.on", "residence.in_province", "home.in_hukou_county"];

/// What no county has set counts as the province has it: without a value there nothing could be assessed.
fn every_key_has_a_value(
    files: &[&SourceFile],
    vocabulary: &Vocabulary,
    shipped: &PolicyBook,
) -> Result<(), LoadError> {
    let set = |key| {
        let mut entries = shipped.entries().iter();
        entries.any(|entry| entry.key == key && entry.division == DivisionCode::HUNAN)
    };
    for name in vocabulary.policies().filter(|key| !set(*key)) {
        let name = vocabulary.policy_name(name);
        let declared = files
            .iter()
            .find_map(|file| Some((file, file.text.find(&format!("\"{name}\""))?)));
        if let Some((file, at)) = declared {
            let message = format!(
                "the province has no value of `{name}`: give it one, with division = \"430000\", in a file of policy/"
            );
            return Err(file.error_at(at, message));
        }
    }
    Ok(())
}

/// The kinds of paper, each once.
fn read_kinds(files: &[&SourceFile]) -> Result<Vec<EvidenceKind>, LoadError> {
    let mut kinds: Vec<EvidenceKind> = Vec::new();
    for file in files {
        for kind in file.read::<EvidenceFile>()?.kind {
            if kinds.iter().any(|known| known.id == kind.get_ref().id) {
                let message = format!("there is a kind {} already", kind.get_ref().id);
                return Err(file.error_at(kind.span().start, message));
            }
            kinds.push(kind.into_inner());
        }
    }
    let unknown = |other: &String| kinds.iter().all(|kind| kind.id != *other);
    let unknown = kinds.iter().filter_map(|kind| kind.shown_by.clone()).find(unknown);
    match (unknown, files.first()) {
        (Some(unknown), Some(file)) => Err(file.error_at(0, format!("`shown_by` names no kind: {unknown}"))),
        _ => Ok(kinds),
    }
}

/// The id of a text that belongs to a code: `text_id("reason", "IN_DIBAO")` is `reason-in-dibao`.
pub fn text_id(subject: &str, code: &str) -> String {
    format!("{subject}-{}", code.to_ascii_lowercase().replace(['_', '.'], "-"))
}

fn find<'a>(files: &'a [SourceFile], path: &str) -> Result<&'a SourceFile, LoadError> {
    files.iter().find(|file| file.path == path).ok_or_else(|| LoadError {
        path: path.to_owned(),
        line: 1,
        column: 1,
        message: "this file is missing".to_owned(),
    })
}

/// The shared file of a path, which must be there, and those of the same path in the folders of services, by their codes.
fn all<'a>(files: &'a [SourceFile], path: &str) -> Result<Vec<&'a SourceFile>, LoadError> {
    let of_service = |file: &&SourceFile| {
        let code = file.path.strip_suffix(path).and_then(|folder| folder.strip_suffix('/'));
        code.is_some_and(|code| !code.contains('/'))
    };
    let shared = find(files, path)?;
    let of_services = sorted(files).into_iter().filter(of_service);
    Ok(std::iter::once(shared).chain(of_services).collect())
}

fn sorted(files: &[SourceFile]) -> Vec<&SourceFile> {
    let mut sorted: Vec<&SourceFile> = files.iter().collect();
    sorted.sort_by(|one, other| one.path.cmp(&other.path));
    sorted
}

fn is_toml(name: &str) -> bool {
    std::path::Path::new(name)
        .extension()
        .is_some_and(|extension| extension == "toml")
}
