//! What the domain says, as phrases of the working side.

use serde_json::Value as Json;
use zhida::apply::Assisted;
use zhida::calendar::{Date, Instant, Month, age_on, parse_date};
use zhida::casework::{
    Assessed, Case, ChoiceTold, ContestStage, Decision, FilerSeen, Hurry, IdentityProof, LetterKind, Met, Opinion,
    Phase, Reason, Reconsideration, ReconsideredAs, Refusal, ResultKind, ServiceWay, Source, Terms, Verdict,
};
use zhida::measure::Quantity;
use zhida::money::Fen;
use zhida::person::SubmitterRole;
use zhida::place::{Divisions, TownshipCode};
use zhida::rule::{Type, Vocabulary};
use zhida_app::casework::command::note_name;
use zhida_app::casework::points::Points;
use zhida_app::casework::{Due, Standing, Urgent, as_it_is};
use zhida_app::text::{Name, Phrase, Said, Text};

use crate::catalogue::words::{of, part, township};
use crate::portal::Portal;
use crate::store::casework::{AWARD, CLOSED, CaseLine, OBJECTION, SECOND_SIGNATURE};

/// The stage of a row.
pub(super) fn stage(id: &str) -> Phrase {
    match id {
        SECOND_SIGNATURE => Phrase::new("casework-stage-signature"),
        OBJECTION => Phrase::new("casework-stage-objection"),
        AWARD => Phrase::new("casework-stage-decided"),
        CLOSED => Phrase::new("casework-stage-closed"),
        Terms::PUBLIC_NOTICE => Phrase::new("casework-stage-notice"),
        id => match ContestStage::parse(id) {
            Some(stage) => contest_stage(stage),
            None => of("stage", id),
        },
    }
}

/// The stage of a row; of what is closed, how it ended.
pub(super) fn stage_of_line(line: &CaseLine) -> Phrase {
    match line.result {
        Some(ended) if line.stage == CLOSED => result(ended),
        _ => stage(&line.stage),
    }
}

/// Whether nobody has anything to do on it for now: it is over, or the time of its notice runs.
pub(super) fn rests(line: &CaseLine) -> bool {
    [CLOSED, AWARD, Terms::PUBLIC_NOTICE].contains(&line.stage.as_str())
}

/// The year of birth and the age. The day stands in the middle of the number, which is masked there.
pub(crate) fn born(birth: Date, today: Date) -> Phrase {
    Phrase::new("casework-born")
        .with("year", Said::Name(Name::only(birth.year().to_string())))
        .with("age", Said::Count(age_on(birth, today)))
}

/// How a case ended.
pub(super) fn result(result: ResultKind) -> Phrase {
    Phrase::new(match result {
        ResultKind::Grant => "casework-result-grant",
        ResultKind::Partial => "casework-result-partial",
        ResultKind::Refuse => "casework-result-refuse",
        ResultKind::Withdrawn => "casework-result-withdrawn",
        ResultKind::Forwarded => "casework-result-forwarded",
    })
}

/// A step of a reconsideration.
fn contest_stage(stage: ContestStage) -> Phrase {
    Phrase::new(match stage {
        ContestStage::PassOn => "casework-stage-contest-pass-on",
        ContestStage::TakeUp => "casework-stage-contest-take-up",
        ContestStage::Reply => "casework-stage-contest-reply",
        ContestStage::Decide => "casework-stage-contest-decide",
        ContestStage::Objection => "casework-stage-objection-decide",
    })
}

/// What a government said of a decision.
pub(super) fn reconsidered(result: ReconsideredAs) -> Phrase {
    Phrase::new(match result {
        ReconsideredAs::Upheld => "casework-reconsidered-upheld",
        ReconsideredAs::Changed => "casework-reconsidered-changed",
        ReconsideredAs::Annulled => "casework-reconsidered-annulled",
        ReconsideredAs::AnnulledForProcedure => "casework-reconsidered-procedure",
        ReconsideredAs::Ordered => "casework-reconsidered-ordered",
        ReconsideredAs::Unlawful => "casework-reconsidered-unlawful",
        ReconsideredAs::Settled => "casework-reconsidered-settled",
        ReconsideredAs::Dismissed => "casework-reconsidered-dismissed",
        ReconsideredAs::NotTakenUp => "casework-reconsidered-not-taken-up",
        ReconsideredAs::Ended => "casework-reconsidered-ended",
    })
}

/// What an office said that was objected to.
pub(super) fn answered(result: ReconsideredAs) -> Phrase {
    match result {
        ReconsideredAs::Upheld => Phrase::new("casework-objection-upheld"),
        ReconsideredAs::Ordered => Phrase::new("casework-objection-ordered"),
        ReconsideredAs::Ended => Phrase::new("casework-objection-ended"),
        other => reconsidered(other),
    }
}

/// The stage of a case; of what is closed, how it ended.
pub(super) fn stage_of(case: &Case) -> Phrase {
    if case.unsigned_reconsideration().is_some() && case.unsigned().is_none() {
        return stage(SECOND_SIGNATURE);
    }
    if case.phase == Phase::Decided && case.open_objections().next().is_some() {
        return stage(OBJECTION);
    }
    let contested = case.reconsideration().and_then(Reconsideration::stage);
    if let (Phase::Decided | Phase::Closed, Some(stage)) = (case.phase, contested) {
        return contest_stage(stage);
    }
    match case.phase {
        Phase::Open if case.unsigned().is_some() => stage(SECOND_SIGNATURE),
        Phase::Open => case.stage().map_or_else(|| stage(CLOSED), |at| stage(&at.id)),
        Phase::Decided if case.notice.is_some_and(|notice| !notice.ended) => stage(Terms::PUBLIC_NOTICE),
        Phase::Decided => stage(AWARD),
        Phase::Closed => case.result.map_or_else(|| stage(CLOSED), result),
    }
}

/// How a row stands, and when it is due.
pub(super) fn standing(portal: &Portal, line: &CaseLine, today: Date) -> (Standing, Due) {
    match line.phase {
        _ if ContestStage::parse(&line.stage).is_some() => {}
        // A result of a reconsideration that waits to be signed; an objection that waits to be answered.
        _ if line.stage == SECOND_SIGNATURE || line.stage == OBJECTION => {}
        Phase::Closed => return (Standing::Closed, Due::Nothing),
        Phase::Decided => return (Standing::Decided, Due::Nothing),
        Phase::Open => {}
    }
    if let Some(until) = line.paused_until.filter(|until| *until >= today) {
        let known = until.year() < 9999;
        return (Standing::Waiting, Due::Paused(known.then_some(until)));
    }
    let Some(due) = line.due_on else {
        return (Standing::OnTime, Due::Nothing);
    };
    let days = |from, to| u32::try_from(portal.calendar.working_days_between(from, to)).unwrap_or_default();
    if due < today {
        (Standing::Overdue, Due::Over(due, days(due, today)))
    } else if line.at_risk_on.is_some_and(|from| from <= today) {
        (Standing::DueSoon, Due::Left(due, days(today, due)))
    } else {
        (Standing::OnTime, Due::Left(due, days(today, due)))
    }
}

/// The name of a street or township.
pub(super) fn place(code: TownshipCode) -> Name {
    match Divisions::shipped().find_township(code) {
        Some(found) => township(found),
        None => Name::only(code.as_str()),
    }
}

/// Entered by whom for whom.
pub(crate) fn entered(case: &Case, assisted: &Assisted) -> Phrase {
    let name = |name: &str| Said::Name(Name::only(name));
    Phrase::new("letter-entered")
        .with("office", name(&assisted.by.office))
        .with("officer", name(&assisted.by.name))
        .with("person", name(case.opened.subject.name.as_str()))
}

/// What somebody is who fills in for another.
pub(crate) fn submitter(role: SubmitterRole) -> Option<Phrase> {
    let id = match role {
        SubmitterRole::Oneself => return None,
        SubmitterRole::LegalGuardian => "casework-role-legal-guardian",
        SubmitterRole::Relative => "casework-role-relative",
        SubmitterRole::VillageCommittee => "casework-role-village-committee",
        SubmitterRole::InstitutionalGuardian => "casework-role-institutional-guardian",
        SubmitterRole::EntrustedAgent => "casework-role-entrusted-agent",
    };
    Some(Phrase::new(id))
}

pub(super) fn filer(seen: FilerSeen) -> Phrase {
    Phrase::new(match seen {
        FilerSeen::Opened => "casework-event-filer-opened",
        FilerSeen::Same => "casework-event-filer-same",
        FilerSeen::Other => "casework-event-filer-other",
    })
}

pub(super) fn identity(how: IdentityProof) -> Phrase {
    Phrase::new(match how {
        IdentityProof::InPerson => "casework-identity-in-person",
        IdentityProof::HomeVisit => "casework-identity-home-visit",
        IdentityProof::Video => "casework-identity-video",
        IdentityProof::Representative => "casework-identity-representative",
        IdentityProof::LinkedAccount => "casework-identity-linked",
    })
}

/// How somebody said what they choose.
pub(super) fn choice_told(told: ChoiceTold) -> Phrase {
    Phrase::new(match told {
        ChoiceTold::Window => "casework-choice-window",
        ChoiceTold::Phone => "casework-choice-phone",
        ChoiceTold::Home => "casework-choice-home",
        ChoiceTold::Online => "casework-choice-online",
    })
}

pub(super) fn opinion(opinion: Opinion) -> Phrase {
    Phrase::new(match opinion {
        Opinion::Meets => "casework-opinion-meets",
        Opinion::Fails => "casework-opinion-fails",
        Opinion::Doubtful => "casework-opinion-doubtful",
    })
}

pub(super) fn letter(letter: LetterKind) -> Phrase {
    Phrase::new(match letter {
        LetterKind::Acceptance => "casework-print-receipt",
        LetterKind::MissingPapers => "casework-print-papers",
        LetterKind::Decision => "casework-print-decision",
    })
}

pub(super) fn way(way: ServiceWay) -> Phrase {
    Phrase::new(match way {
        ServiceWay::InPerson => "casework-way-in-person",
        ServiceWay::Post => "casework-way-post",
        ServiceWay::Portal => "casework-way-portal",
        ServiceWay::Family => "casework-way-family",
        ServiceWay::Left => "casework-way-left",
        ServiceWay::Electronic => "casework-way-electronic",
        ServiceWay::Entrusted => "casework-way-entrusted",
        ServiceWay::Announced => "casework-way-announced",
    })
}

pub(crate) fn source(source: Source) -> Phrase {
    Phrase::new(match source {
        Source::Stated => "casework-source-stated",
        Source::CertificateNumber => "casework-source-certificate-number",
        Source::Register => "casework-source-register",
        Source::Officer => "casework-source-officer",
    })
}

/// What is decided.
pub(super) fn verdict(verdict: &Verdict) -> Phrase {
    let pays = |id: &str, monthly: Fen, from: Month| {
        Phrase::new(id)
            .with("monthly", Said::Money(monthly))
            .with("from", Said::Month(from))
    };
    match verdict {
        Verdict::Grant { monthly, from } => pays("casework-decision-grant", *monthly, *from),
        Verdict::Provide {} => Phrase::new("casework-decision-provide"),
        Verdict::Partial { monthly, from, .. } => pays("casework-decision-partial", *monthly, *from),
        Verdict::Refuse { .. } => Phrase::new("casework-decision-refuse"),
    }
}

/// What a decision rests on: what does not stand in the way of a grant is said as what is needed, never as what bars.
pub(super) fn ground(decision: &Decision, reason: &Reason) -> Phrase {
    if decision.verdict.grants() && reason.result != Met::Met {
        part("reason", &reason.code, "check")
    } else {
        of("reason", &reason.code)
    }
}

/// What is paid once a reconsideration has changed a decision.
pub(super) fn changed_to((monthly, from): (Fen, Month)) -> Phrase {
    Phrase::new("casework-decision-grant")
        .with("monthly", Said::Money(monthly))
        .with("from", Said::Month(from))
}

/// How urgent a case is among those that wait, where it is one that waits.
pub(crate) fn points(assessed: &Assessed) -> Option<Points> {
    let counts = assessed.priority.iter().filter(|part| part.counts);
    Some(Points {
        score: assessed.score()?,
        parts: counts.map(|part| (of("priority", &part.code), part.points)).collect(),
    })
}

/// That a case cannot wait, and how long there is still.
pub(super) fn urgent(hurry: Hurry, now: Instant) -> Urgent {
    let hours = |hours: i64| u32::try_from(hours).unwrap_or(u32::MAX);
    match hurry.hours_left(now) {
        None => Urgent::Soon,
        Some(left) if left < 0 => Urgent::Over(hours(left.saturating_neg())),
        Some(left) => Urgent::Left(hours(left)),
    }
}

/// Why a command was not carried out.
pub(super) fn refusal(refusal: &Refusal) -> Phrase {
    let phrase = Phrase::new(refusal.text_id());
    match refusal {
        Refusal::PapersPending { until }
        | Refusal::NoticeRunning { until }
        | Refusal::AnnouncementRunning { until } => phrase.with("until", Said::Day(*until)),
        Refusal::ServiceNoteMissing { note } | Refusal::ServiceNoteUnneeded { note } => {
            phrase.with("note", Said::Words(Box::new(note_name(*note))))
        }
        Refusal::PaperNotOfService { kind } | Refusal::PaperNotThere { kind } => {
            phrase.with("paper", Said::Words(Box::new(of("evidence", kind))))
        }
        Refusal::ConfirmationOpen { id } | Refusal::ConfirmationRefused { id } => {
            phrase.with("what", Said::Words(Box::new(of("confirmation", id))))
        }
        Refusal::ReasonNotOfService { code } | Refusal::ReasonDoesNotBear { code } => {
            phrase.with("reason", Said::Words(Box::new(of("reason", code))))
        }
        Refusal::NoSuchFact { fact } => phrase.with("fact", Said::Name(Name::only(fact.as_str()))),
        _ => phrase,
    }
}

/// A fact's value in words.
pub(crate) fn value(text: Text<'_>, vocabulary: &Vocabulary, fact: &str, json: &Json) -> Phrase {
    let Some(id) = vocabulary.fact_named(fact) else {
        return as_it_is(Name::only(json.to_string()));
    };
    if let (Some(scale), Some(parts)) = (vocabulary.scale(id), json.as_i64()) {
        let measured = Said::Quantity(Quantity { parts, scale });
        return Phrase::new("casework-measured").with("value", measured);
    }
    match (vocabulary.fact_type(id), json) {
        (_, Json::Bool(true)) => Phrase::new("casework-yes"),
        (_, Json::Bool(false)) => Phrase::new("casework-no"),
        (Type::Fen, Json::Number(fen)) => {
            let fen = Fen(fen.as_i64().unwrap_or_default());
            Phrase::new("casework-money").with("amount", Said::Money(fen))
        }
        (Type::Int, Json::Number(number)) if fact == "certificate.grade" => grade(number.as_i64().unwrap_or_default()),
        (Type::Date, Json::Null) => Phrase::new("casework-no-end"),
        (Type::Date, Json::String(day)) => match parse_date(day) {
            Some(day) => Phrase::new("casework-day").with("day", Said::Day(day)),
            None => as_it_is(Name::only(day.as_str())),
        },
        (Type::Enum(_), Json::String(value)) => part("fact", fact, &value.replace('_', "-")),
        (Type::List(_), Json::Array(items)) if items.is_empty() => Phrase::new("casework-none"),
        (Type::List(_), Json::Array(items)) => {
            let items: Vec<String> = items.iter().map(|item| component(text, fact, item)).collect();
            as_it_is(Name::only(items.join(&text.get("casework-and"))))
        }
        (_, Json::Null) => Phrase::new("casework-unknown"),
        (_, other) => as_it_is(Name::only(other.to_string())),
    }
}

/// A grade of disability; nought where there is none.
fn grade(grade: i64) -> Phrase {
    match grade {
        1..=4 => Phrase::new("value-grade").with("grade", Said::Count(grade)),
        _ => Phrase::new("casework-none"),
    }
}

/// One item of a list: `听力 二级`.
fn component(text: Text<'_>, fact: &str, item: &Json) -> String {
    let category = item["category"].as_str().unwrap_or_default();
    let category = text.say(&part("fact", fact, &category.replace('_', "-")));
    match item["grade"].as_i64() {
        Some(grade) => {
            let grade = text.say(&self::grade(grade));
            text.with(
                "casework-component",
                &[("category", category.into()), ("grade", grade.into())],
            )
        }
        None => category,
    }
}

/// A value of policy in words: money, a number of days, a switch.
pub(super) fn policy_value(vocabulary: &Vocabulary, key: &str, json: &Json) -> Phrase {
    let of_type = vocabulary.policy_named(key).map(|key| vocabulary.policy_type(key));
    match (of_type, json) {
        (Some(Type::Fen), Json::Number(fen)) => {
            let fen = Fen(fen.as_i64().unwrap_or_default());
            Phrase::new("casework-money").with("amount", Said::Money(fen))
        }
        (_, Json::Bool(true)) => Phrase::new("casework-yes"),
        (_, Json::Bool(false)) => Phrase::new("casework-no"),
        (_, other) => as_it_is(Name::only(other.to_string())),
    }
}
