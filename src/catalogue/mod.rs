//! The catalogue: what a resident can apply for, as data under `services/`.
//!
//! [`Catalogue::load`] reads texts, checks every name, rule and value in them, and compiles the rules.
//! What goes wrong names its file, line and column.

mod examples;
mod facts;
mod kept;
mod offices;
mod pages;
mod service;
mod source;

use serde::Deserialize;

pub use examples::{Example, read_examples};
pub use facts::{ChangeTo, FactDefinition, FactSource, derive, is_derived};
pub use kept::definition_text;
pub use offices::{OfficeContact, OfficeDirectory};
pub use pages::{Page, PageKind, PageOption};
pub use service::{Evidence, Group, Obtain, Rule, RuleKind, Service, Stage};
pub use source::{LoadError, SourceFile, line_and_column};

use crate::person::SubmitterRole;
use crate::policy::{self, PolicyBook, Profile};
use crate::rule::{FactId, Vocabulary};

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
    /// The services, by code.
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
    /// The file that names it, inside `services/`.
    pub path: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EvidenceFile {
    kind: Vec<EvidenceKind>,
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
    /// Reads a whole `services/` folder. The order of `files` does not matter.
    ///
    /// # Errors
    /// The first mistake found, with its place.
    pub fn load(files: &[SourceFile]) -> Result<Self, LoadError> {
        let facts_file = find(files, "facts.toml")?;
        let keys_file = find(files, "policy/keys.toml")?;
        let (mut vocabulary, facts) = facts::read_facts(facts_file)?;
        policy::read_keys(keys_file, &mut vocabulary)?;

        let evidence_file = find(files, "evidence.toml")?;
        let evidence_kinds = evidence_file.read::<EvidenceFile>()?.kind;
        let kind_names: Vec<String> = evidence_kinds.iter().map(|kind| kind.id.clone()).collect();
        let mut others = evidence_kinds.iter().filter_map(|kind| kind.shown_by.as_ref());
        if let Some(unknown) = others.find(|other| !kind_names.contains(other)) {
            return Err(evidence_file.error_at(0, format!("`shown_by` names no kind: {unknown}")));
        }
        let pages = pages::read_pages(find(files, "pages.toml")?, &vocabulary)?;
        let mut shipped = PolicyBook::default();
        let mut profiles = Vec::new();
        let mut service_files = Vec::new();
        let mut offices = OfficeDirectory::default();
        for file in sorted(files) {
            match file.path.split('/').collect::<Vec<_>>()[..] {
                ["policy", "profiles", name] if is_toml(name) => {
                    profiles.push(policy::read_profile(file, &vocabulary)?);
                }
                ["policy", "keys.toml"] => {}
                ["offices.toml"] => offices = offices::read_offices(file)?,
                ["policy", name] if is_toml(name) => policy::read_values(file, &vocabulary, &mut shipped)?,
                [_, "service.toml"] => service_files.push(file),
                _ => {}
            }
        }
        let shared = [facts_file, keys_file];
        let against = service::Against {
            vocabulary: &vocabulary,
            evidence_kinds: Some(&kind_names),
            shared: &shared,
        };
        let services = service_files
            .into_iter()
            .map(|file| service::read_service(file, &against))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            vocabulary,
            facts,
            pages,
            evidence_kinds,
            services,
            shipped,
            profiles,
            offices,
        })
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
        let mut needed: Vec<NeededText> = Vec::new();
        for service in &self.services {
            let path = format!("{}/service.toml", service.code);
            let mut need = |id: String| {
                if !needed.iter().any(|text| text.id == id) {
                    needed.push(NeededText { id, path: path.clone() });
                }
            };
            let name = text_id("service", &service.code);
            let parts = ["lead", "says", "extra"].map(|part| format!("{name}.{part}"));
            std::iter::once(name).chain(parts).for_each(&mut need);
            service.reason_codes().for_each(|code| need(text_id("reason", code)));
            for rule in &service.rules {
                let reason = text_id("reason", &rule.id);
                need(format!("{reason}.check"));
                if rule.kind == RuleKind::Exclusion {
                    need(format!("{reason}.who"));
                }
                if rule.kind.can_be_put_right() {
                    need(format!("{reason}.do"));
                }
            }
            service
                .rules
                .iter()
                .filter_map(|rule| rule.basis.as_deref())
                .for_each(|basis| need(text_id("basis", basis)));
            service
                .evidence
                .iter()
                .map(|evidence| text_id("evidence", &evidence.kind))
                .for_each(|kind| {
                    need(format!("{kind}.says"));
                    need(kind);
                });
            for stage in &service.stages {
                need(text_id("stage", &stage.id));
                need(text_id("body", &stage.body));
            }
        }
        // What any case may need, whatever its service.
        for id in ["stage-forwarding", "reason-papers-not-supplied"] {
            needed.push(NeededText {
                id: id.to_owned(),
                path: "text".to_owned(),
            });
        }
        for kind in self.evidence_kinds.iter().filter(|kind| kind.asked_of_any()) {
            needed.push(NeededText {
                id: text_id("evidence", &kind.id),
                path: "evidence.toml".to_owned(),
            });
        }
        for page in &self.pages {
            let subject = text_id("page", &page.id);
            let options = match &page.kind {
                PageKind::Choice(options) | PageKind::Flags(options) => options.as_slice(),
                PageKind::County | PageKind::Amount => &[],
            };
            let options = options.iter().map(|option| text_id(&subject, &option.id));
            let own = [subject.clone(), format!("{subject}.short")];
            needed.extend(own.into_iter().chain(options).map(|id| NeededText {
                id,
                path: "pages.toml".to_owned(),
            }));
        }
        for fact in self.facts.iter().filter(|fact| fact.change_to.is_some()) {
            let change = text_id("change", &fact.name);
            needed.extend([format!("{change}.how"), change].map(|id| NeededText {
                id,
                path: "facts.toml".to_owned(),
            }));
        }
        // What officers read of a case: the facts it rests on, and the policy they were judged by.
        needed.extend(self.facts.iter().map(|fact| NeededText {
            id: text_id("fact", &fact.name),
            path: "facts.toml".to_owned(),
        }));
        let mut policies: Vec<_> = self.services.iter().flat_map(|service| &service.policies).collect();
        policies.sort_unstable();
        policies.dedup();
        needed.extend(policies.into_iter().map(|key| NeededText {
            id: text_id("policy", self.vocabulary.policy_name(*key)),
            path: "policy/keys.toml".to_owned(),
        }));
        for basis in self.shipped.bases() {
            let id = text_id("basis", basis);
            if !needed.iter().any(|text| text.id == id) {
                needed.push(NeededText {
                    id,
                    path: "policy".to_owned(),
                });
            }
        }
        needed
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
