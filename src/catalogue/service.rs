//! `<code>/service.toml`: what one service asks, decides and pays.

use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::facts::{ChangeTo, FactDefinition};
use super::items::{Items, read_items};
use super::kept::{definition_text, hash_of};
use super::pages::Page;
use super::sign::SignFilm;
use super::source::{LoadError, SourceFile};
use super::urgent::{Urgent, UrgentEntry, read_urgent};
use super::waiting::{WaitingEntry, WaitingList, read_waiting};
use crate::place::OfficeKind;
use crate::policy;
use crate::rule::{FactId, Facts, PolicyId, PolicyValues, Program, Type, Value, Vocabulary};

/// The phases of an assessment, in the order they are decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleKind {
    /// Another place decides.
    Local,
    /// Nothing was stated that could be decided on.
    Matter,
    /// There is no certificate to decide on.
    Certificate,
    /// Bars the service; all that hold are reasons.
    Exclusion,
    /// Gives the right; in its group the first that holds is the reason.
    Ground,
    /// The case can be filed and waits until this is mended.
    Hold,
    /// Another benefit of the same kind: the person chooses one.
    Overlap,
    /// What only a professional can establish, as long as nobody has.
    Assessment,
    /// Said, but never changes the outcome.
    Note,
}

impl RuleKind {
    /// Whether it is about a certificate that the person can get or have put in order: then it says how and where.
    pub fn can_be_put_right(self) -> bool {
        matches!(self, Self::Certificate | Self::Hold)
    }

    /// The name in assessments: `local`, `matter`, `certificate`, `exclusion`, `ground`, `hold`, `overlap`,
    /// `assessment`, `note`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Local => "local",
            Self::Matter => "matter",
            Self::Certificate => "certificate",
            Self::Exclusion => "exclusion",
            Self::Ground => "ground",
            Self::Hold => "hold",
            Self::Overlap => "overlap",
            Self::Assessment => "assessment",
            Self::Note => "note",
        }
    }
}

/// One condition of a service.
#[derive(Debug)]
pub struct Rule {
    /// Stable reason code, `IN_DIBAO`; its words are the text `reason-in-dibao`.
    pub id: String,
    /// The phase it belongs to.
    pub kind: RuleKind,
    /// Grounds only: which group of the service, from 0.
    pub group: usize,
    /// True where the condition holds.
    pub when: Program,
    /// Grounds only: while this holds, whether the ground counts is for the county's own rule to say.
    pub local: Option<Program>,
    /// Overlaps only: what the other benefit pays a month, in fen.
    pub other_amount: Option<Program>,
    /// The legal basis: its words are the text `basis-…`.
    pub basis: Option<String>,
}

impl Rule {
    /// Everything it evaluates.
    pub fn programs(&self) -> impl Iterator<Item = &Program> {
        let beside = [self.local.as_ref(), self.other_amount.as_ref()];
        std::iter::once(&self.when).chain(beside.into_iter().flatten())
    }
}

/// What a service gives whoever is entitled.
#[derive(Debug)]
pub enum Benefit {
    /// Money every month, in fen.
    Monthly(Program),
    /// A thing or a service: no amount is decided.
    InKind,
}

/// A set of grounds of which one must hold.
#[derive(Debug)]
pub struct Group {
    /// Its name inside the service.
    pub id: String,
    /// The reason code where no ground holds.
    pub otherwise: String,
}

/// Who provides a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Obtain {
    /// The applicant hands it in.
    User,
    /// The office looks it up.
    ByDataSharing,
    /// Nobody has to: filing online replaces it.
    NotNeeded,
}

/// A paper the service rests on.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// A kind of `evidence.toml`.
    pub kind: String,
    /// Who provides it.
    pub obtain: Obtain,
}

impl Evidence {
    /// The kind that shows whose account it is.
    pub const ACCOUNT: &str = "payment_account";
}

/// One step of a case.
#[derive(Clone, Debug)]
pub struct Stage {
    /// Its name inside the service; the words are `stage-…`.
    pub id: String,
    /// The office that acts, an [`OfficeKind`]; the words are `body-…`.
    pub body: String,
    /// The policy value with its limit in days.
    pub limit: PolicyId,
    /// Whether these are calendar days, where the law counts those (Legal Aid Law art. 43).
    pub calendar_days: bool,
    /// The facts that its officers record, by name: nobody else does, and only there.
    pub records: Vec<String>,
    /// Whether its officers offer things of the service, of which the person chooses one.
    pub offers: bool,
}

impl Stage {
    /// The stage that is shown in public once it was decided: no office works it.
    pub const PUBLIC_NOTICE: &str = "public_notice";

    fn is_notice(&self) -> bool {
        self.id == Self::PUBLIC_NOTICE
    }
}

/// The office to whom one objects.
#[derive(Clone, Debug)]
pub struct ContestAt {
    /// Its kind, an [`OfficeKind`]; the words are `body-…`.
    pub body: OfficeKind,
    /// The policy value with the days in which it answers.
    pub limit: PolicyId,
    /// Whether these are calendar days.
    pub calendar_days: bool,
    /// The legal basis: its words are the text `basis-…`.
    pub basis: Option<String>,
}

/// A service, checked and compiled.
#[derive(Debug)]
pub struct Service {
    /// Stable code, `living_subsidy`.
    pub code: String,
    /// Its place in lists, the lower first; those of one place by their codes.
    pub order: i64,
    /// All conditions in file order, which is the order of [`RuleKind`].
    pub rules: Vec<Rule>,
    /// The groups of grounds: one ground of each must hold.
    pub groups: Vec<Group>,
    /// Whether holds come before everything but the place: what is not in order now is said first, and the rest is judged
    /// afterwards.
    pub hold_first: bool,
    /// What it gives.
    pub benefit: Benefit,
    /// The things it can give, where it gives things.
    pub items: Option<Items>,
    /// The pages that every application for it asks, whatever the rules still need to know.
    pub asks: Vec<String>,
    /// The papers.
    pub evidence: Vec<Evidence>,
    /// The steps of a case, in order.
    pub stages: Vec<Stage>,
    /// Whether nobody but its own office and whoever hands it in may know of an application: it is applied for alone.
    pub confidential: bool,
    /// The policy value with the days in which somebody is assigned after a grant, where somebody is.
    pub assigns: Option<PolicyId>,
    /// The office that a refusal is objected to at, where that is not reconsidered by the government.
    pub contest: Option<ContestAt>,
    /// What makes a case of it urgent, where something does.
    pub urgent: Option<Urgent>,
    /// How those who wait are put in order, where a county serves only so many a year.
    pub waiting: Option<WaitingList>,
    /// `sha256:` and the hash of everything that decides: the vocabulary, the policy keys and this file.
    pub definition: String,
    /// The policy values its rules and amount read, in the vocabulary's order.
    pub policies: Vec<PolicyId>,
    /// The film in sign language, where there is one.
    pub sign: Option<SignFilm>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ServiceFile {
    code: Spanned<String>,
    #[serde(default)]
    order: i64,
    #[serde(default)]
    asks: Vec<Spanned<String>>,
    #[serde(default)]
    hold_first: bool,
    #[serde(default)]
    confidential: bool,
    #[serde(default)]
    local: Vec<LocalEntry>,
    #[serde(default)]
    matter: Vec<RuleEntry>,
    #[serde(default)]
    certificate: Vec<RuleEntry>,
    #[serde(default)]
    exclusion: Vec<RuleEntry>,
    #[serde(default)]
    group: Vec<GroupEntry>,
    #[serde(default)]
    hold: Vec<RuleEntry>,
    #[serde(default)]
    overlap: Vec<OverlapEntry>,
    #[serde(default)]
    assessment: Vec<RuleEntry>,
    #[serde(default)]
    note: Vec<RuleEntry>,
    amount: Option<AmountEntry>,
    benefit: Option<BenefitEntry>,
    #[serde(default)]
    evidence: Vec<Spanned<Evidence>>,
    #[serde(default)]
    stage: Vec<StageEntry>,
    assign: Option<AssignEntry>,
    contest: Option<ContestEntry>,
    urgent: Option<UrgentEntry>,
    waiting: Option<WaitingEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleEntry {
    id: Spanned<String>,
    when: Spanned<String>,
    basis: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LocalEntry {
    id: Spanned<String>,
    when: Spanned<String>,
    outcome: Spanned<String>,
    basis: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct OverlapEntry {
    id: Spanned<String>,
    when: Spanned<String>,
    other_amount: Spanned<String>,
    basis: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupEntry {
    id: String,
    otherwise: String,
    condition: Vec<GroundEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroundEntry {
    id: Spanned<String>,
    when: Spanned<String>,
    local: Option<Spanned<String>>,
    basis: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AmountEntry {
    monthly: Option<Spanned<String>>,
    /// What is paid otherwise; nothing pays it yet.
    yearly: Option<Spanned<toml::Value>>,
    once: Option<Spanned<toml::Value>>,
}

/// What is given where that is no monthly amount.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BenefitEntry {
    kind: Spanned<String>,
}

/// Within how long somebody is assigned once it is granted.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AssignEntry {
    limit: Spanned<String>,
}

/// To whom one objects, and within how long they answer.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ContestEntry {
    body: Spanned<String>,
    limit: Spanned<String>,
    #[serde(default)]
    days: Days,
    basis: Option<String>,
}

/// Which days a limit counts.
#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Days {
    #[default]
    Working,
    Calendar,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StageEntry {
    id: Spanned<String>,
    body: Spanned<String>,
    limit: Spanned<String>,
    #[serde(default)]
    days: Days,
    #[serde(default)]
    records: Vec<Spanned<String>>,
    #[serde(default)]
    offers: bool,
}

/// What a service file is checked against.
pub(super) struct Against<'a> {
    /// Facts and policy keys.
    pub vocabulary: &'a Vocabulary,
    /// What only a running service is checked against; a definition read again was checked in its time.
    pub running: Option<Running<'a>>,
    /// The texts beside its own that take part in the definition's hash.
    pub shared: &'a [&'a SourceFile],
}

/// What a running service is checked against.
#[derive(Clone, Copy)]
pub(super) struct Running<'a> {
    /// The pages there are.
    pub pages: &'a [Page],
    /// The kinds of paper there are.
    pub evidence_kinds: &'a [String],
    /// The facts that somebody or something can answer.
    pub answered: &'a [FactId],
    /// The names that other services declare for themselves: facts, and policy values as `policy.…`.
    pub of_others: &'a [String],
    /// The steps of the services read before, each with its service's code.
    pub steps: &'a [(String, Stage)],
}

impl Running<'_> {
    /// Why a name cannot be read, where it is another service's: its definition would not be complete without that one.
    fn of_another(&self, name: &str) -> Option<String> {
        let of_another = self.of_others.iter().any(|other| other == name);
        of_another.then(|| {
            format!("`{name}` is another service's own: what several read is declared in the shared files of services/")
        })
    }

    /// Why a step cannot be that office's: the township receives, and a step has one office in all services, since its
    /// words name it.
    fn refuses_body(&self, entry: &StageEntry, first: bool) -> Option<String> {
        let body = entry.body.get_ref();
        let receives = OfficeKind::of_stage(body).is_some_and(|kind| OfficeKind::RECEIVING.contains(&kind));
        if first && !receives {
            return Some(format!(
                "the first step receives the application, so it is the township's: body = \"{}\"; or, of what is \
                 confidential, the centre's: body = \"{}\"",
                OfficeKind::Township.as_str(),
                OfficeKind::LegalAidCentre.as_str()
            ));
        }
        let mut same = self.steps.iter().filter(|(_, step)| step.id == *entry.id.get_ref());
        let (code, step) = same.find(|(_, step)| step.body != *body)?;
        Some(format!(
            "`{}` is a step of {} in {code}, and its words say so: another office's step has an id of its own",
            entry.id.get_ref(),
            step.body
        ))
    }

    /// Why a rule cannot be one of this service, if it cannot.
    pub(super) fn refuses(&self, program: &Program, vocabulary: &Vocabulary) -> Option<String> {
        let facts = program
            .facts()
            .iter()
            .map(|fact| vocabulary.fact_name(*fact).to_owned());
        let policies = program.policies().iter();
        let policies = policies.map(|key| format!("policy.{}", vocabulary.policy_name(*key)));
        if let Some(why) = facts.chain(policies).find_map(|name| self.of_another(&name)) {
            return Some(why);
        }
        let unanswered = program.facts().iter().find(|fact| !self.answered.contains(fact))?;
        let name = vocabulary.fact_name(*unanswered);
        Some(format!(
            "nobody would ever know `{name}`: no page of pages.toml asks for it"
        ))
    }
}

/// What a service pays a month, as its `[amount]` has it.
///
/// # Errors
/// Something else is paid, or nothing is said.
fn monthly_of(amount: AmountEntry, file: &SourceFile, at: usize) -> Result<Spanned<String>, LoadError> {
    if let Some(other) = amount.yearly.as_ref().or(amount.once.as_ref()) {
        let message = "nothing is paid once or by the year yet, only `monthly`: a month's share of a year's amount is a \
                       policy value of its own (docs/ADDING-A-SERVICE.md, section 4)";
        return Err(file.error_at(other.span().start, message));
    }
    amount.monthly.ok_or_else(|| {
        let message = "[amount] says what the service pays a month, as in monthly = 'policy.care_monthly'";
        file.error_at(at, message)
    })
}

/// Whether a rule asks where the household is registered.
fn reads_hukou(program: &Program, vocabulary: &Vocabulary) -> bool {
    let hukou = vocabulary.fact_named("hukou.in_province");
    hukou.is_some_and(|hukou| program.facts().contains(&hukou))
}

/// A policy value that counts days.
///
/// # Errors
/// There is none of that name, it is no number, or another service's.
fn read_limit(file: &SourceFile, against: &Against<'_>, limit: &Spanned<String>) -> Result<PolicyId, LoadError> {
    let at = limit.span().start;
    let key = limit.get_ref().strip_prefix("policy.");
    let found = key.and_then(|key| against.vocabulary.policy_named(key));
    let found = found.filter(|key| against.vocabulary.policy_type(*key) == Type::Int);
    let found = found.ok_or_else(|| {
        let message = "a limit is a number of working days of policy/keys.toml (type int), written \"policy.limit_…\"";
        file.error_at(at, message)
    })?;
    // By this name its values are known to be days, of which there is at least one.
    if against.running.is_some() && !key.is_some_and(policy::is_limit) {
        return Err(file.error_at(at, "the name of a limit begins with `limit_`"));
    }
    match against.running.and_then(|running| running.of_another(limit.get_ref())) {
        Some(why) => Err(file.error_at(at, why)),
        None => Ok(found),
    }
}

/// The office to whom one objects.
///
/// # Errors
/// There is no such office, it works a step of the service itself, or its limit is none.
fn read_contest(
    file: &SourceFile,
    against: &Against<'_>,
    entry: ContestEntry,
    stages: &[Stage],
) -> Result<ContestAt, LoadError> {
    let at = entry.body.span().start;
    let body = OfficeKind::of_stage(entry.body.get_ref());
    let body = body.ok_or_else(|| file.error_at(at, format!("no office is a {}", entry.body.get_ref())))?;
    if stages.iter().any(|stage| stage.body == *entry.body.get_ref()) {
        let message = format!(
            "nobody objects to {0} at {0}: it works a step of this service",
            entry.body.get_ref()
        );
        return Err(file.error_at(at, message));
    }
    Ok(ContestAt {
        body,
        limit: read_limit(file, against, &entry.limit)?,
        calendar_days: entry.days == Days::Calendar,
        basis: entry.basis,
    })
}

/// Reads and compiles one `service.toml`.
///
/// # Errors
/// The first mistake, with its place.
pub(super) fn read_service(file: &SourceFile, against: &Against<'_>) -> Result<Service, LoadError> {
    let shape: ServiceFile = file.read()?;
    let folder = file.path.split('/').next().unwrap_or_default();
    if shape.code.get_ref() != folder {
        return Err(file.error_at(
            shape.code.span().start,
            format!("the code must be the folder's name, {folder}"),
        ));
    }
    let compile = |source: &Spanned<String>, of: Type| {
        let program = Program::compile(source.get_ref(), of, against.vocabulary)
            .map_err(|error| file.error_at(file.inside_quotes(&source.span()) + error.offset, error.message))?;
        let wrong = against
            .running
            .and_then(|running| running.refuses(&program, against.vocabulary));
        match wrong {
            None => Ok(program),
            Some(message) => Err(file.error_at(source.span().start, message)),
        }
    };
    let mut rules: Vec<Rule> = Vec::new();
    let mut add = |kind, group, id: Spanned<String>, when: &Spanned<String>, other: Option<&Spanned<String>>, basis| {
        if rules.iter().any(|rule| rule.id == *id.get_ref()) {
            return Err(file.error_at(id.span().start, format!("{} stands here twice", id.get_ref())));
        }
        let other_amount = other.map(|other| compile(other, Type::Fen)).transpose()?;
        let when = compile(when, Type::Bool)?;
        rules.push(Rule {
            id: id.into_inner(),
            kind,
            group,
            when,
            local: None,
            other_amount,
            basis,
        });
        Ok(())
    };
    let mut locals: Vec<(String, Program)> = Vec::new();
    for entry in shape.local {
        if entry.outcome.get_ref() != "conditional_local_rule" {
            return Err(file.error_at(
                entry.outcome.span().start,
                "a local rule's outcome is conditional_local_rule",
            ));
        }
        add(RuleKind::Local, 0, entry.id, &entry.when, None, entry.basis)?;
    }
    for entry in shape.matter {
        add(RuleKind::Matter, 0, entry.id, &entry.when, None, entry.basis)?;
    }
    for entry in shape.certificate {
        add(RuleKind::Certificate, 0, entry.id, &entry.when, None, entry.basis)?;
    }
    for entry in shape.exclusion {
        add(RuleKind::Exclusion, 0, entry.id, &entry.when, None, entry.basis)?;
    }
    let mut groups = Vec::new();
    for (index, group) in shape.group.into_iter().enumerate() {
        for entry in group.condition {
            if let Some(local) = &entry.local {
                locals.push((entry.id.get_ref().clone(), compile(local, Type::Bool)?));
            }
            add(RuleKind::Ground, index, entry.id, &entry.when, None, entry.basis)?;
        }
        groups.push(Group {
            id: group.id,
            otherwise: group.otherwise,
        });
    }
    for entry in shape.hold {
        add(RuleKind::Hold, 0, entry.id, &entry.when, None, entry.basis)?;
    }
    let first_overlap = shape.overlap.first().map(|entry| entry.id.span().start);
    for entry in shape.overlap {
        add(
            RuleKind::Overlap,
            0,
            entry.id,
            &entry.when,
            Some(&entry.other_amount),
            entry.basis,
        )?;
    }
    for entry in shape.assessment {
        add(RuleKind::Assessment, 0, entry.id, &entry.when, None, entry.basis)?;
    }
    for entry in shape.note {
        add(RuleKind::Note, 0, entry.id, &entry.when, None, entry.basis)?;
    }
    for (id, local) in locals {
        if let Some(ground) = rules.iter_mut().find(|rule| rule.id == id) {
            ground.local = Some(local);
        }
    }
    let benefit = match (shape.amount, &shape.benefit) {
        (Some(amount), None) => {
            Benefit::Monthly(compile(&monthly_of(amount, file, shape.code.span().start)?, Type::Fen)?)
        }
        (None, Some(entry)) if entry.kind.get_ref() == "in_kind" => Benefit::InKind,
        (None, Some(entry)) => {
            let message = "a kind of benefit is in_kind; what pays a month has an [amount] instead";
            return Err(file.error_at(entry.kind.span().start, message));
        }
        (Some(_), Some(entry)) => {
            let message = "either [amount] or [benefit]: what is given in kind has no monthly amount";
            return Err(file.error_at(entry.kind.span().start, message));
        }
        (None, None) => {
            let message = "there is no [amount]: write what the service pays a month, as in monthly = \
                           'policy.care_monthly'; or, for a thing or a service, [benefit] with kind = \"in_kind\"";
            return Err(file.error_at(shape.code.span().start, message));
        }
    };
    if let (Benefit::InKind, Some(at)) = (&benefit, first_overlap) {
        let message = "an [[overlap]] compares two monthly amounts, and this service has none";
        return Err(file.error_at(at, message));
    }
    if against.running.is_some()
        && !rules
            .iter()
            .any(|rule| rule.kind == RuleKind::Local && reads_hukou(&rule.when, against.vocabulary))
    {
        let message = "no [[local]] says who decides where the household registration is not in Hunan: copy the one of \
                       living_subsidy, when = '!hukou.in_province'";
        return Err(file.error_at(shape.code.span().start, message));
    }
    let mut stages: Vec<Stage> = Vec::new();
    for entry in shape.stage {
        if stages.iter().any(|stage| stage.id == *entry.id.get_ref()) {
            return Err(file.error_at(
                entry.id.span().start,
                format!("{} stands here twice", entry.id.get_ref()),
            ));
        }
        let limit = read_limit(file, against, &entry.limit)?;
        if OfficeKind::of_stage(entry.body.get_ref()).is_none() {
            let bodies = OfficeKind::OF_STAGES.map(OfficeKind::as_str).join(", ");
            return Err(file.error_at(
                entry.body.span().start,
                format!("no office is a {}: {bodies}", entry.body.get_ref()),
            ));
        }
        if let Some(running) = against.running {
            let first = stages.iter().all(Stage::is_notice) && entry.id.get_ref() != Stage::PUBLIC_NOTICE;
            if let Some(why) = running.refuses_body(&entry, first) {
                return Err(file.error_at(entry.body.span().start, why));
            }
        }
        for fact in &entry.records {
            let known = against.vocabulary.fact_named(fact.get_ref());
            if known.is_none_or(|fact| against.vocabulary.presumed(fact).is_none()) {
                let message = format!("{} is no fact that is `presumed` until it is recorded", fact.get_ref());
                return Err(file.error_at(fact.span().start, message));
            }
        }
        stages.push(Stage {
            offers: entry.offers,
            records: entry.records.into_iter().map(Spanned::into_inner).collect(),
            id: entry.id.into_inner(),
            body: entry.body.into_inner(),
            limit,
            calendar_days: entry.days == Days::Calendar,
        });
    }
    if stages.iter().all(Stage::is_notice) {
        let message = format!(
            "no [[stage]] decides: the last one that is not `{}` does",
            Stage::PUBLIC_NOTICE
        );
        return Err(file.error_at(shape.code.span().start, message));
    }
    if matches!(benefit, Benefit::InKind) && stages.iter().any(Stage::is_notice) {
        let message = "a public notice shows a monthly amount, and this service has none";
        return Err(file.error_at(shape.code.span().start, message));
    }
    if stages
        .iter()
        .rev()
        .find(|stage| !stage.is_notice())
        .is_some_and(|last| last.offers)
    {
        let message = "the stage that decides offers nothing: what is granted was chosen before";
        return Err(file.error_at(shape.code.span().start, message));
    }
    // Who decides rests on what another found.
    if let Some(last) = stages.iter().rev().find(|stage| !stage.is_notice())
        && !last.records.is_empty()
    {
        let message = format!("{} decides: what it rests on is recorded at a stage before", last.id);
        return Err(file.error_at(shape.code.span().start, message));
    }
    let centre = |stage: &Stage| OfficeKind::of_stage(&stage.body) == Some(OfficeKind::LegalAidCentre);
    let all_its_own = if shape.confidential {
        stages.iter().all(centre)
    } else {
        !stages.iter().any(centre)
    };
    if against.running.is_some() && !all_its_own {
        let message = format!(
            "`confidential = true` and steps of {0} belong together: each step of what is confidential is {0}'s, and \
             {0} works on nothing else",
            OfficeKind::LegalAidCentre.as_str()
        );
        return Err(file.error_at(shape.code.span().start, message));
    }
    let assigns = shape.assign.as_ref();
    let assigns = assigns
        .map(|entry| read_limit(file, against, &entry.limit))
        .transpose()?;
    let contest = shape
        .contest
        .map(|entry| read_contest(file, against, entry, &stages))
        .transpose()?;
    let mut evidence = Vec::new();
    for entry in shape.evidence {
        let known = |running: Running<'_>| running.evidence_kinds.contains(&entry.get_ref().kind);
        if !against.running.is_none_or(known) {
            let message = format!("there is no kind {}: declare it in evidence.toml", entry.get_ref().kind);
            return Err(file.error_at(entry.span().start, message));
        }
        evidence.push(entry.into_inner());
    }
    let pays = matches!(benefit, Benefit::Monthly(_));
    if against.running.is_some() && pays && !evidence.iter().any(|paper| paper.kind == Evidence::ACCOUNT) {
        let message = format!(
            "a service that pays money has an [[evidence]] of kind `{}`, obtain = \"user\": where the money goes",
            Evidence::ACCOUNT
        );
        return Err(file.error_at(shape.code.span().start, message));
    }
    let mut asks = Vec::new();
    for entry in shape.asks {
        let known = |running: Running<'_>| running.pages.iter().any(|page| page.id == *entry.get_ref());
        if !against.running.is_none_or(known) {
            let message = format!("there is no page {}: declare it in pages.toml", entry.get_ref());
            return Err(file.error_at(entry.span().start, message));
        }
        asks.push(entry.into_inner());
    }
    let mut policies: Vec<PolicyId> = rules
        .iter()
        .flat_map(Rule::programs)
        .flat_map(Program::policies)
        .copied()
        .collect();
    let ids: Vec<String> = stages.iter().map(|stage| stage.id.clone()).collect();
    let waiting = shape
        .waiting
        .map(|entry| read_waiting(file, entry, &ids, against.vocabulary, |rule| compile(rule, Type::Bool)))
        .transpose()?;
    let of_another = |name: &str| against.running.and_then(|running| running.of_another(name));
    let urgent = shape
        .urgent
        .map(|entry| {
            let compile = |rule: &Spanned<String>| compile(rule, Type::Bool);
            read_urgent(file, entry, against.vocabulary, compile, of_another)
        })
        .transpose()?;
    policies.extend(urgent.iter().flat_map(|urgent| urgent.when.policies()));
    let parts = waiting.iter().flat_map(|waiting| &waiting.priority);
    policies.extend(parts.flat_map(|part| part.when.policies().iter().copied().chain([part.points])));
    policies.extend(waiting.iter().map(|waiting| waiting.quota));
    policies.extend(benefit.monthly().into_iter().flat_map(Program::policies));
    policies.sort_unstable();
    policies.dedup();
    let items = against
        .shared
        .iter()
        .find(|beside| beside.path == format!("{folder}/items.toml"));
    let refuses = |program: &Program| against.running?.refuses(program, against.vocabulary);
    let items = items
        .map(|items| read_items(items, against.vocabulary, refuses))
        .transpose()?;
    if items.is_none() && stages.iter().any(|stage| stage.offers) {
        let message = "a [[stage]] says `offers = true`, and the service has no items.toml to offer from";
        return Err(file.error_at(shape.code.span().start, message));
    }
    if let (Benefit::Monthly(_), Some(_)) = (&benefit, &items) {
        let message = "items are given in kind, and this service pays a monthly amount";
        return Err(file.error_at(shape.code.span().start, message));
    }
    let definition = hash_of(&definition_text(against.shared.iter().copied().chain([file])));
    Ok(Service {
        code: shape.code.into_inner(),
        order: shape.order,
        rules,
        groups,
        hold_first: shape.hold_first,
        benefit,
        items,
        asks,
        evidence,
        stages,
        confidential: shape.confidential,
        assigns,
        contest,
        urgent,
        waiting,
        definition,
        policies,
        sign: None,
    })
}

impl Benefit {
    /// What is paid a month, where that is what it is.
    pub fn monthly(&self) -> Option<&Program> {
        match self {
            Self::Monthly(program) => Some(program),
            Self::InKind => None,
        }
    }
}

impl Service {
    /// Whether it gives a thing or a service instead of money.
    pub fn in_kind(&self) -> bool {
        matches!(self.benefit, Benefit::InKind)
    }

    /// Whether an applicant is asked where money goes: all but what is given in kind, unless it names the account as a paper.
    pub fn asks_account(&self) -> bool {
        !self.in_kind() || self.evidence.iter().any(|paper| paper.kind == Evidence::ACCOUNT)
    }

    /// The steps that offices take, in order; the last decides.
    pub fn worked(&self) -> impl DoubleEndedIterator<Item = &Stage> {
        self.stages.iter().filter(|stage| !stage.is_notice())
    }

    /// The public notice that follows a grant, where the service has one.
    pub fn notice(&self) -> Option<&Stage> {
        self.stages.iter().find(|stage| stage.is_notice())
    }

    /// How many calendar days the decision may take in all, by the policy values; none where steps count working days.
    pub fn decision_due_days(&self, policy: &PolicyValues) -> Option<i64> {
        let days = self.worked().map(|stage| match policy.get(stage.limit) {
            Value::Int(days) if stage.calendar_days => Some(days),
            _ => None,
        });
        days.sum()
    }

    /// Within how many calendar days after a grant somebody is assigned, where somebody is.
    pub fn assign_due_days(&self, policy: &PolicyValues) -> Option<i64> {
        match policy.get(self.assigns?) {
            Value::Int(days) => Some(days),
            _ => None,
        }
    }

    /// Whether a case of these facts is urgent. What nobody knows does not make it so.
    pub fn is_urgent(&self, facts: &Facts, policy: &PolicyValues) -> bool {
        let urgent = self.urgent.as_ref();
        urgent.is_some_and(|urgent| urgent.when.holds(facts, policy) == Some(true))
    }

    /// The facts its rules read, in the vocabulary's order.
    pub fn facts(&self) -> Vec<FactId> {
        let programs = self.rules.iter().flat_map(Rule::programs);
        let mut facts: Vec<_> = programs.flat_map(Program::facts).copied().collect();
        facts.sort_unstable();
        facts.dedup();
        facts
    }

    /// What stands for a policy value that nothing of the service reads.
    pub fn unread(&self, vocabulary: &Vocabulary, key: PolicyId) -> Option<Value> {
        match vocabulary.policy_type(key) {
            _ if self.policies.contains(&key) => None,
            Type::Bool => Some(Value::Bool(false)),
            Type::Int => Some(Value::Int(0)),
            Type::Fen => Some(Value::Fen(0)),
            _ => None,
        }
    }

    /// The rules of one phase, with their place in [`Service::rules`].
    pub fn rules_of(&self, kind: RuleKind) -> impl Iterator<Item = (usize, &Rule)> {
        self.rules.iter().enumerate().filter(move |(_, rule)| rule.kind == kind)
    }

    /// Whether a state, one of several, only bars the service: it has to end, and what it becomes is not advised.
    pub fn only_bars(&self, fact: &FactDefinition) -> bool {
        let reads = |kind| {
            self.rules_of(kind)
                .any(|(_, rule)| rule.when.facts().contains(&fact.id))
        };
        let of_many = matches!(fact.change_to, Some(ChangeTo::EnumValue(_)));
        of_many && reads(RuleKind::Exclusion) && !reads(RuleKind::Ground)
    }

    /// Every code that can be a reason, each once.
    pub fn reason_codes(&self) -> impl Iterator<Item = &str> {
        self.rules
            .iter()
            .map(|rule| rule.id.as_str())
            .chain(self.groups.iter().map(|group| group.otherwise.as_str()))
    }
}
