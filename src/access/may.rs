//! Whether somebody may give a command on a case. Whether the case is in a state for it is for
//! [`decide`](crate::casework).

use super::{Actor, Division, Officer, PersonKey, Post, Role, Standing, Visibility};
use crate::calendar::Date;
use crate::casework::{Case, Command, Phase};
use crate::place::OfficeKind;

/// Why somebody may not. The words are `denied-…`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denied {
    /// Staff only.
    StaffOnly,
    /// Only the person or whoever filed.
    ResidentOnly,
    /// The case belongs to another place.
    OtherDivision,
    /// Only whoever was asked to confirm it.
    SecondOnly,
    /// Another office, or another role, does this.
    OtherRole,
    /// Only a supervisor.
    SupervisorOnly,
    /// It is the officer's own case.
    OwnCase,
    /// It is a case of the officer's household.
    HouseholdCase,
    /// It is a case of a relative that the officer declared.
    RelativesCase,
    /// It is sealed.
    Sealed,
    /// They filed it for the person.
    EnteredByThem,
}

impl Denied {
    /// The id of its words.
    pub fn text_id(self) -> &'static str {
        match self {
            Self::StaffOnly => "denied-staff-only",
            Self::ResidentOnly => "denied-resident-only",
            Self::OtherDivision => "denied-other-division",
            Self::SecondOnly => "denied-second-only",
            Self::OtherRole => "denied-other-role",
            Self::SupervisorOnly => "denied-supervisor-only",
            Self::OwnCase => "denied-own-case",
            Self::HouseholdCase => "denied-household-case",
            Self::RelativesCase => "denied-relatives-case",
            Self::Sealed => "denied-sealed",
            Self::EnteredByThem => "denied-entered-by-them",
        }
    }
}

/// The post in which somebody gives a command, or why they may not.
///
/// # Errors
/// Another place's case, another office's stage, a conflict of interest, a sealed case.
pub fn may(actor: &Actor, command: &Command, case: &Case, today: Date) -> Result<Option<Post>, Denied> {
    match actor {
        Actor::System => system_may(command),
        Actor::Resident(resident) => resident_may(resident.standing, command),
        Actor::Officer(officer) => officer_may(officer, command, case, today).map(Some),
    }
}

fn system_may(command: &Command) -> Result<Option<Post>, Denied> {
    match command {
        Command::EndNotice => Ok(None),
        _ => Err(Denied::StaffOnly),
    }
}

fn resident_may(standing: Standing, command: &Command) -> Result<Option<Post>, Denied> {
    match command {
        Command::Object { .. } => Ok(None),
        Command::SupplyPapers { .. }
        | Command::Correct { .. }
        | Command::DisputeFact { .. }
        | Command::ChooseItem(_)
        | Command::ChooseOverlap { .. }
        | Command::ChangeConsents { .. }
        | Command::ChooseLetterForms { .. }
        | Command::Withdraw { .. }
        | Command::AskConfirmation { .. }
        | Command::Contest { .. } => match standing {
            Standing::Subject | Standing::Filer => Ok(None),
            Standing::Second | Standing::Viewer | Standing::Public => Err(Denied::ResidentOnly),
        },
        Command::Confirm { .. } => match standing {
            Standing::Second => Ok(None),
            Standing::Subject | Standing::Filer | Standing::Viewer | Standing::Public => Err(Denied::SecondOnly),
        },
        // Whoever filed may read it; that it arrived, and the time to contest runs, only the person says.
        Command::ServeLetter { .. } => match standing {
            Standing::Subject => Ok(None),
            Standing::Filer | Standing::Second | Standing::Viewer | Standing::Public => Err(Denied::ResidentOnly),
        },
        _ => Err(Denied::StaffOnly),
    }
}

fn officer_may(officer: &Officer, command: &Command, case: &Case, today: Date) -> Result<Post, Denied> {
    let parties = case.parties();
    if let Some(denied) = officer.kin.relation(&parties) {
        return Err(denied);
    }
    let posts = posts_on_case(officer, case, today);
    if posts.is_empty() {
        return Err(Denied::OtherDivision);
    }
    let supervises = posts.iter().copied().find(|post| post.role == Role::Supervisor);
    // What is confidential has nobody above its office: its own officers give it to one another.
    let gives_out = match case.opened.visibility {
        Visibility::Confidential => posts.iter().copied().find(|post| post.role == works_now(case)),
        Visibility::Normal | Visibility::Sealed => supervises,
    };
    let sealed = case.opened.visibility == Visibility::Sealed;
    if sealed && supervises.is_none() && case.assignee.as_ref() != Some(&officer.id) {
        return Err(Denied::Sealed);
    }
    if case.opened.entered_by() == Some(&officer.id) && !helps(command) {
        return Err(Denied::EnteredByThem);
    }
    let of_role = |role: Role| posts.iter().copied().find(|post| post.role == role);
    // While somebody objects, the office they object to has the case in its hands; before and after, it only looks.
    let objected = case.objection_office().map(|office| role_of(office.body));
    if let Some(office) = case.opened.terms.contest_office {
        let bureau = role_of(office.body);
        let only_theirs = posts.iter().all(|post| post.role == bureau);
        if only_theirs && objected.is_none() && !looks(command) {
            return Err(Denied::OtherRole);
        }
    }
    let of_stage = case.stage().and_then(|stage| of_role(role_of(stage.body)));
    // Which office decides, the service says: it signs, answers objections and records what the government found.
    let decides = case.opened.terms.route.last().map(|stage| role_of(stage.body));
    let decider = decides.and_then(of_role);
    let found = match needed(command) {
        Needed::AnyOffice => posts.first().copied(),
        Needed::Supervisor => return gives_out.ok_or(Denied::SupervisorOnly),
        Needed::SecondPerson => match objected {
            Some(bureau) => of_role(bureau),
            None => decider.or(supervises),
        },
        // A list beyond the first is the supervisor's: whether this one is, decides what is on it.
        Needed::StageOrSupervisor => of_stage.or(supervises),
        // Who supervises signs second, and decides where the government annulled a decision of the deciders'.
        Needed::Stage if case.phase == Phase::Open => {
            let deciding = case.is_deciding_stage();
            let again = deciding && (case.unsigned().is_some() || case.annulled().next().is_some());
            of_stage.or(supervises.filter(|_| again))
        }
        Needed::Stage if let Some(bureau) = objected => of_role(bureau),
        // They may work on a reconsideration and on objections too: those who decided must not end them.
        Needed::Stage if case.reconsideration().is_some() || case.open_objections().next().is_some() => {
            of_stage.or(decider).or(supervises)
        }
        Needed::Stage => of_stage.or(decider),
        Needed::Outside => return Err(Denied::ResidentOnly),
        Needed::StageOrCertificates => of_stage.or(of_role(Role::FederationReviewer)),
    };
    found.ok_or(Denied::OtherRole)
}

/// The role of the office that has a case in its hands.
fn works_now(case: &Case) -> Role {
    let objected = case.objection_office().map(|office| office.body);
    let at = objected.or_else(|| case.stage().map(|stage| stage.body));
    role_of(at.unwrap_or(OfficeKind::Township))
}

/// Whether a command only looks at what there is.
fn looks(command: &Command) -> bool {
    matches!(command, Command::Reveal { .. } | Command::ViewDocument { .. })
}

/// The post in which an officer files for somebody who is there (帮代办、上门办).
///
/// # Errors
/// Another role; the officer themselves, their household or a relative: they apply as everybody does, with a colleague.
pub fn may_file_for(officer: &Officer, person: &PersonKey, today: Date) -> Result<Post, Denied> {
    if let Some(denied) = officer.kin.relation(std::slice::from_ref(person)) {
        return Err(denied);
    }
    let township = |post: &Post| post.role == Role::TownshipOfficer && matches!(post.division, Division::Township(_));
    officer.posts_on(today).find(township).ok_or(Denied::OtherRole)
}

/// What an officer may still do in a case that they filed: bring on what the person gives them. Whatever judges it, and
/// whatever says in the person's name something else than they have put on record, a colleague does.
fn helps(command: &Command) -> bool {
    match command {
        Command::Release
        | Command::SupplyPapers { .. }
        | Command::ScanPaper { .. }
        | Command::EndNotice
        | Command::Object { .. }
        | Command::ServeLetter { .. }
        | Command::ChooseLetterForms { .. }
        | Command::Contest { .. }
        | Command::Reveal { .. }
        | Command::ViewDocument { .. }
        | Command::Note { .. } => true,
        Command::Claim
        | Command::Reassign { .. }
        | Command::ConfirmIdentity { .. }
        | Command::Accept { .. }
        | Command::RequestPapers { .. }
        | Command::RecordAccount { .. }
        | Command::AskConfirmation { .. }
        | Command::Confirm { .. }
        | Command::RecordConfirmation(_)
        | Command::Return { .. }
        | Command::Forward(_)
        | Command::RecordReceipt { .. }
        | Command::OfferItems { .. }
        | Command::ChooseItem(_)
        | Command::AssignLawyer { .. }
        | Command::Review { .. }
        | Command::Decide(_)
        | Command::SignSecond
        | Command::DeclineSecond { .. }
        | Command::DecideObjection { .. }
        | Command::ContestPassOn { .. }
        | Command::ContestTakeUp(_)
        | Command::ContestReply { .. }
        | Command::ContestExtend { .. }
        | Command::ContestOutcome { .. }
        | Command::Correct { .. }
        | Command::DisputeFact { .. }
        | Command::ChooseOverlap { .. }
        | Command::LiftHold { .. }
        | Command::ChangeConsents { .. }
        | Command::Withdraw { .. } => false,
    }
}

/// The posts in which an officer has anything to do with a case.
fn posts_on_case(officer: &Officer, case: &Case, today: Date) -> Vec<Post> {
    let place = &case.opened.place;
    let terms = &case.opened.terms;
    let confidential = case.opened.visibility == Visibility::Confidential;
    let here = |post: &Post| {
        // An office without a step in the service has nothing to do with its cases. What is only passed on is in no
        // service's hands here, and whoever is asked about it at a counter finds it.
        let works = !matches!(post.role, Role::Auditor | Role::Administrator);
        let contested = terms.contest_office.filter(|_| !case.reconsiderations.is_empty());
        let bodies = terms.route.iter().map(|stage| stage.body);
        let has_step = works_on(post.role, bodies.chain(contested.map(|office| office.body)));
        let works = works && (terms.forward_only || has_step);
        let works = works && (!confidential || matches!(post.role, Role::LegalAidOfficer | Role::JusticeOfficer));
        // Only its own officers work in a township; everybody else serves a county or more.
        let fits = matches!(post.division, Division::Area(_)) || post.role == Role::TownshipOfficer;
        works && fits && post.division.covers(place.township, place.county)
    };
    officer.posts_on(today).filter(here).collect()
}

/// Whether one of an officer's offices has a step in a case, or they supervise its place.
pub fn has_a_part(officer: &Officer, case: &Case, today: Date) -> bool {
    !posts_on_case(officer, case, today).is_empty()
}

/// Whether an office has a step among these, or who holds that role supervises.
pub fn works_on(role: Role, mut bodies: impl Iterator<Item = OfficeKind>) -> bool {
    role == Role::Supervisor || bodies.any(|body| role_of(body) == role)
}

/// Whether an officer supervises the place of a case.
pub fn supervises(officer: &Officer, case: &Case, today: Date) -> bool {
    posts_on_case(officer, case, today)
        .iter()
        .any(|post| post.role == Role::Supervisor)
}

/// The role that works the stages of an office.
pub fn role_of(body: OfficeKind) -> Role {
    match body {
        OfficeKind::Township => Role::TownshipOfficer,
        OfficeKind::CountyFederation => Role::FederationReviewer,
        OfficeKind::CivilAffairs => Role::CivilAffairsDecider,
        OfficeKind::LegalAidCentre => Role::LegalAidOfficer,
        OfficeKind::JusticeBureau => Role::JusticeOfficer,
        OfficeKind::Prefecture | OfficeKind::Province => Role::Supervisor,
    }
}

enum Needed {
    /// Any office that has the case.
    AnyOffice,
    /// The office of the stage.
    Stage,
    StageOrSupervisor,
    /// The office of the stage, or the one that keeps the certificates.
    StageOrCertificates,
    /// Nobody of an office.
    Outside,
    /// The office that decides, or its supervisor.
    SecondPerson,
    Supervisor,
}

fn needed(command: &Command) -> Needed {
    match command {
        Command::Claim
        | Command::Release
        | Command::ConfirmIdentity { .. }
        | Command::Accept { .. }
        | Command::Return { .. }
        | Command::Forward(_)
        | Command::RecordReceipt { .. }
        | Command::OfferItems { .. }
        | Command::AssignLawyer { .. }
        | Command::Review { .. }
        | Command::Decide(_)
        | Command::Correct { .. } => Needed::Stage,
        Command::RequestPapers { .. } => Needed::StageOrSupervisor,
        Command::LiftHold { .. } => Needed::StageOrCertificates,
        Command::Reassign { .. } => Needed::Supervisor,
        Command::SignSecond
        | Command::DeclineSecond { .. }
        | Command::DecideObjection { .. }
        | Command::ContestPassOn { .. }
        | Command::ContestTakeUp(_)
        | Command::ContestReply { .. }
        | Command::ContestExtend { .. }
        | Command::ContestOutcome { .. } => Needed::SecondPerson,
        Command::AskConfirmation { .. } | Command::Confirm { .. } => Needed::Outside,
        // At the counter, for who brings papers, takes the application back, contests by word of mouth.
        Command::SupplyPapers { .. }
        | Command::ScanPaper { .. }
        | Command::RecordAccount { .. }
        | Command::ChangeConsents { .. }
        | Command::ChooseLetterForms { .. }
        | Command::RecordConfirmation(_)
        | Command::ChooseItem(_)
        | Command::Withdraw { .. }
        | Command::ChooseOverlap { .. }
        | Command::Object { .. }
        | Command::Contest { .. }
        | Command::DisputeFact { .. }
        | Command::EndNotice
        | Command::ServeLetter { .. }
        | Command::Reveal { .. }
        | Command::ViewDocument { .. }
        | Command::Note { .. } => Needed::AnyOffice,
    }
}
