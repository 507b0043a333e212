//! `confirmations.toml`: what somebody else than whoever files confirms, and when. The shared file's hold for every
//! service; those in a service's folder for that service alone.

use serde::Deserialize;
use toml::Spanned;

use super::pages::{Page, PageKind};
use super::service::Running;
use super::source::{LoadError, SourceFile};
use crate::person::{SubmitterRole, closed_list};
use crate::rule::{Facts, PolicyValues, Program, Type, Vocabulary};

closed_list! {
    /// Who is asked to confirm a part of what another handed in.
    SecondPerson {
        /// The disabled person, where somebody else files for them.
        Person = "person",
        /// Their guardian, where somebody else files.
        Guardian = "guardian",
        /// The other one of two guardians.
        CoGuardian = "co_guardian",
        /// Husband or wife.
        Spouse = "spouse",
        /// Who owns the home they rent.
        Landlord = "landlord",
        /// An adult of their household.
        Household = "household",
    }
}

impl SecondPerson {
    /// Whether the case itself says who it is; all others are named by whoever files.
    pub const fn is_known(self) -> bool {
        matches!(self, Self::Person)
    }
}

closed_list! {
    /// Of which age the disabled person is, where that decides who is asked.
    AgeGroup {
        /// Under 18.
        Minor = "minor",
        /// 18 and over.
        Adult = "adult",
    }
}

/// A part of the application that a second person confirms.
#[derive(Debug)]
pub struct Confirmation {
    /// Its name; the words are `confirmation-…`.
    pub id: String,
    /// Who is asked.
    pub who: SecondPerson,
    /// The kind of paper that says the same: who has that needs no confirmation.
    pub paper: String,
    /// What is shown of the application beside the service and whoever filed, in order.
    pub shows: Vec<String>,
    /// The service whose folder it stands in; none is every service.
    service: Option<String>,
    /// Whether it is asked only where the application asks for the paper.
    instead: bool,
    roles: Vec<SubmitterRole>,
    age: Option<AgeGroup>,
    when: Option<Program>,
}

/// What decides whether a confirmation is asked.
#[derive(Clone, Copy, Debug)]
pub struct Asking<'a> {
    /// The service applied for.
    pub service: &'a str,
    /// As what somebody files.
    pub role: SubmitterRole,
    /// Whether the disabled person is under 18.
    pub minor: bool,
    /// The kinds of paper that the application asks for.
    pub papers: &'a [&'a str],
    /// What is known.
    pub facts: &'a Facts,
    /// The policy of the place and month.
    pub policy: &'a PolicyValues,
}

impl Confirmation {
    /// Where the person lives.
    pub const ADDRESS: &str = "address";
    /// The last digits of the account that the money goes to, and whose it is.
    pub const ACCOUNT: &str = "account";

    /// Whether it can stand for a paper that an application asks for, before it is known what the rules say: one with a
    /// condition of its own is not promised.
    pub fn may_stand_for(&self, paper: &str, services: &[&str], role: SubmitterRole, minor: bool) -> bool {
        let of_one = self.service.as_deref();
        self.instead
            && self.paper == paper
            && self.when.is_none()
            && self.is_for(role, minor)
            && of_one.is_none_or(|service| services.contains(&service))
    }

    /// Whether somebody else has to say it, where one of that role files for a person of that age.
    fn is_for(&self, role: SubmitterRole, minor: bool) -> bool {
        let files_for_themselves = self.who == SecondPerson::Person && role == SubmitterRole::Oneself;
        let age = if minor { AgeGroup::Minor } else { AgeGroup::Adult };
        !files_for_themselves
            && (self.roles.is_empty() || self.roles.contains(&role))
            && self.age.is_none_or(|asked| asked == age)
    }

    /// Whether it is asked. A condition that nobody can answer is not met: nobody is kept waiting by what is not known.
    pub fn is_asked(&self, of: &Asking<'_>) -> bool {
        self.is_for(of.role, of.minor)
            && self.service.as_deref().is_none_or(|service| service == of.service)
            && (!self.instead || of.papers.contains(&self.paper.as_str()))
            && self
                .when
                .as_ref()
                .is_none_or(|when| when.holds(of.facts, of.policy) == Some(true))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConfirmationsFile {
    #[serde(default)]
    confirmation: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: Spanned<String>,
    who: SecondPerson,
    paper: Option<Spanned<String>>,
    instead_of: Option<Spanned<String>>,
    #[serde(default)]
    roles: Vec<Spanned<SubmitterRole>>,
    age: Option<AgeGroup>,
    when: Option<Spanned<String>>,
    #[serde(default)]
    shows: Vec<Spanned<String>>,
}

/// What a file of confirmations is checked against.
pub(super) struct Against<'a> {
    pub vocabulary: &'a Vocabulary,
    pub running: Running<'a>,
}

/// Adds the confirmations of a file to those read before.
///
/// # Errors
/// The first mistake, with its place.
pub(super) fn read_confirmations(
    file: &SourceFile,
    against: &Against<'_>,
    confirmations: &mut Vec<Confirmation>,
) -> Result<(), LoadError> {
    let service = file.path.split_once('/').map(|(service, _)| service.to_owned());
    for entry in file.read::<ConfirmationsFile>()?.confirmation {
        let known = |known: &Confirmation| known.id == *entry.id.get_ref();
        if confirmations.iter().any(known) {
            let message = format!("there is a confirmation {} already", entry.id.get_ref());
            return Err(file.error_at(entry.id.span().start, message));
        }
        let (paper, instead) = match (&entry.paper, &entry.instead_of) {
            (Some(paper), None) => (paper, false),
            (None, Some(paper)) => (paper, true),
            _ => {
                let message = "a confirmation names the paper that says the same: as `paper`, or as `instead_of` where \
                               the application asks for it";
                return Err(file.error_at(entry.id.span().start, message));
            }
        };
        if !against.running.evidence_kinds.contains(paper.get_ref()) {
            let message = format!("there is no kind of paper {}: add it to evidence.toml", paper.get_ref());
            return Err(file.error_at(paper.span().start, message));
        }
        let themselves = |role: &&Spanned<SubmitterRole>| *role.get_ref() == SubmitterRole::Oneself;
        if let Some(role) = entry.roles.iter().find(themselves).filter(|_| entry.who.is_known()) {
            return Err(file.error_at(role.span().start, "nobody confirms what they file for themselves"));
        }
        if let Some(shown) = entry
            .shows
            .iter()
            .find(|shown| !can_show(shown.get_ref(), against.running.pages))
        {
            let message = format!(
                "nothing is called {} that can be shown: address, account, or a page of pages.toml that is no list",
                shown.get_ref()
            );
            return Err(file.error_at(shown.span().start, message));
        }
        confirmations.push(Confirmation {
            who: entry.who,
            paper: paper.get_ref().clone(),
            shows: entry.shows.into_iter().map(Spanned::into_inner).collect(),
            service: service.clone(),
            instead,
            roles: entry.roles.into_iter().map(Spanned::into_inner).collect(),
            age: entry.age,
            when: entry.when.map(|when| condition(file, &when, against)).transpose()?,
            id: entry.id.into_inner(),
        });
    }
    Ok(())
}

fn can_show(shown: &str, pages: &[Page]) -> bool {
    let told = |page: &Page| page.id == shown && !matches!(page.kind, PageKind::List(_) | PageKind::County);
    [Confirmation::ADDRESS, Confirmation::ACCOUNT].contains(&shown) || pages.iter().any(told)
}

fn condition(file: &SourceFile, when: &Spanned<String>, against: &Against<'_>) -> Result<Program, LoadError> {
    let program = Program::compile(when.get_ref(), Type::Bool, against.vocabulary)
        .map_err(|error| file.error_at(file.inside_quotes(&when.span()) + error.offset, error.message))?;
    match against.running.refuses(&program, against.vocabulary) {
        None => Ok(program),
        Some(message) => Err(file.error_at(when.span().start, message)),
    }
}
