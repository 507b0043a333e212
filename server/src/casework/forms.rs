//! Which form a command has, with what can be chosen in it.

use zhida::access::Role;
use zhida::apply::{ConsentTo, OverlapPick};
use zhida::assess::Outcome;
use zhida::calendar::{Clock, Month};
use zhida::casework::{
    Case, Command, LetterKind, Met, against, against_the_rest, decide, offered, paper_kinds, speaks_for,
};
use zhida::catalogue::{RuleKind, is_derived};
use zhida::rule::{FactId, Type, Vocabulary};
use zhida_app::casework::as_it_is;
use zhida_app::casework::command::{Ask, Corrected, Deciding, Grant, Less};
use zhida_app::components::text_field::{Autocomplete, Entry, Width};
use zhida_app::question::{Answer, Kind};
use zhida_app::text::{Name, Phrase, unit};

use super::desk::Desk;
use super::{accept, confirmation, contact, contested, corrected, filer, hukou, payment, people, sections, words};
use crate::cases::{consents, letter_forms};
use crate::catalogue::words::{of, part};
use crate::letter::names;
use crate::store::casework::Loaded;
use crate::web::Fault;

/// The form of a command by its name in the address; nothing where there is no such form for the case.
pub(super) async fn ask(desk: &Desk, loaded: &Loaded, name: &str, fact: Option<&str>) -> Result<Option<Ask>, Fault> {
    let case = &loaded.case;
    let setting = desk.setting(case)?;
    Ok(match name {
        "accept" => Some(Ask::Accept(accept::asked(desk, loaded).await?)),
        "confirm_identity" => Some(Ask::ConfirmIdentity {
            seeing: filer::seeing(desk, loaded).await?,
        }),
        "request_papers" => {
            let until = Clock::new(desk.today, case.opened.terms.papers).due_on(setting.calendar);
            Some(Ask::RequestPapers {
                papers: sections::papers_to_ask(desk, loaded, &paper_kinds(case, &setting)).await?,
                until: until.on.unwrap_or(desk.today),
                second: !case.lists.is_empty() && !desk.has(Role::Supervisor),
            })
        }
        "supply_papers" => case.open_list().map(|list| Ask::SupplyPapers {
            papers: kinds(list.papers.iter().map(String::as_str)),
        }),
        "record_account" => Some(payment::asked(case)),
        "record_confirmation" => confirmation::asked(case),
        "return" => {
            let before = case.stage.checked_sub(1);
            let before = before.and_then(|before| case.opened.terms.route.get(before));
            before.map(|stage| Ask::Return {
                to: words::stage(&stage.id),
            })
        }
        "forward" => Some(Ask::Forward {
            to: Phrase::new("casework-elsewhere"),
            register: hukou::register(desk, case).await?.is_some(),
        }),
        "record_receipt" => Some(Ask::RecordReceipt),
        "offer_items" => {
            let things = desk.judge(case)?.service.items.as_ref();
            things.map(|things| Ask::OfferItems {
                items: named_items(things.list.iter().map(|item| item.id.as_str())),
            })
        }
        "choose_item" => case.offer.as_ref().map(|offer| Ask::ChooseItem {
            items: named_items(offer.items.iter().map(String::as_str)),
        }),
        "assign_lawyer" => Some(Ask::AssignLawyer),
        "review" => Some(Ask::Review {
            stage: words::stage_of(case),
        }),
        "decide" => Some(Ask::Decide(deciding(desk, case)?)),
        "sign_second" => {
            let decided = case.unsigned().map(|made| sections::decision_lines(&made.decision));
            let recorded = || case.unsigned_reconsideration().map(contested::draft_lines);
            decided.or_else(recorded).map(|says| Ask::SignSecond { says })
        }
        "end_notice" => Some(Ask::EndNotice),
        "decide_objection" => {
            let until = case
                .objection_clock()
                .and_then(|clock| clock.due_on(setting.calendar).on);
            case.open_objections().next().map(|objection| Ask::DecideObjection {
                number: objection.number,
                says: objection.sentence.as_str().to_owned(),
                contact: objection.contact.clone(),
                until,
                late: until.is_some_and(|until| until < desk.today),
            })
        }
        "serve_letter" => Some(Ask::ServeLetter { letters: letters(case) }),
        "correct" => match fact {
            Some(fact) => correct(desk, case, fact)?,
            None => None,
        },
        "lift_hold" => Some(Ask::LiftHold),
        "choose_overlap" => {
            let choice = case.assessment.choice();
            choice.map(|(this, other)| Ask::ChooseOverlap { this, other })
        }
        "reassign" => Some(Ask::Reassign {
            officers: officers(desk, case).await?,
        }),
        "change_consents" => {
            let now = consents::of_case(desk.portal(), case).await?;
            (!now.is_empty()).then(|| Ask::Consents {
                changes: now.iter().map(|(to, given)| consent_change(*to, *given)).collect(),
            })
        }
        "letter_forms" => {
            let forms = letter_forms::of_case(desk.portal(), case).await?;
            let now = letter_forms::in_words(desk.visitor.text(), &forms);
            Some(Ask::LetterForms { now })
        }
        "withdraw" => Some(Ask::Withdraw),
        "contest" => Some(Ask::Contest {
            office: (case.opened.terms.contest_office).map(|_| names::contested_at(desk.portal(), case)),
        }),
        "object" => Some(Ask::Object),
        "note" => Some(Ask::Note),
        name => contested::ask(desk, case, name),
    })
}

/// Whether the form is worth showing: nothing but what is still to be typed stands in the way.
pub(super) fn is_offered(desk: &Desk, case: &Case, name: &str) -> Result<bool, Fault> {
    Ok(offered(case, &desk.actor(), &desk.setting(case)?).contains(&name))
}

/// What can be changed of a consent: what is given can be taken back, what is not can be given.
fn consent_change(to: ConsentTo, given: bool) -> Answer {
    let value = if given { format!("no-{to}") } else { format!("yes-{to}") };
    answer(&value, contact::consent(to, !given), None)
}

fn kinds<'a>(kinds: impl Iterator<Item = &'a str>) -> Vec<Answer> {
    kinds.map(|kind| answer(kind, of("evidence", kind), None)).collect()
}

/// Things of a service: what each is, and what it does.
fn named_items<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<Answer> {
    ids.map(|id| answer(id, of("item", id), Some(part("item", id, "what"))))
        .collect()
}

fn answer(value: &str, label: Phrase, hint: Option<Phrase>) -> Answer {
    Answer {
        value: value.to_owned(),
        label,
        hint,
    }
}

/// What a decision can say, and what it can rest on: first what speaks against a grant, then what speaks for it.
fn deciding(desk: &Desk, case: &Case) -> Result<Deciding, Fault> {
    let service = desk.judge(case)?.service;
    let against = against(case, service, desk.today);
    let mut reasons: Vec<Answer> = Vec::new();
    for code in &against {
        let hint = Phrase::new("casework-reason-against");
        reasons.push(answer(code, of("reason", code), Some(hint)));
    }
    let less = against_the_rest(case, service, desk.today);
    for code in less.iter().filter(|code| !against.contains(code)) {
        let hint = Phrase::new("casework-reason-less");
        reasons.push(answer(code, of("reason", code), Some(hint)));
    }
    for line in &case.assessment.trace {
        // Conditions that hold because nothing bars the person say little in a letter.
        let says_something = matches!(line.kind, RuleKind::Ground | RuleKind::Note) || case.overlap.is_some();
        if says_something && speaks_for(case, &line.code) && !less.contains(&line.code) {
            let hint = Phrase::new("casework-reason-for");
            let says = match line.result {
                Met::Met => of("reason", &line.code),
                Met::NotMet | Met::Unknown => part("reason", &line.code, "check"),
            };
            reasons.push(answer(&line.code, says, Some(hint)));
        }
    }
    let terms = &case.opened.terms;
    let assessment = &case.assessment;
    let kept_other = case.pick() == Some(OverlapPick::KeepOther);
    let to_choose = case.open_choice().is_some();
    let waits = case.waits_for_choice(service);
    let possible = assessment.outcome.grantable() && !kept_other && !to_choose && !waits;
    let grant = match assessment.monthly {
        _ if !possible => None,
        None => terms.in_kind.then_some(Grant::InKind),
        Some(monthly) => Some(Grant::Monthly(monthly, Month::of(case.opened.on))),
    };
    let not_offered = match assessment.outcome {
        _ if to_choose => Some("casework-decide-no-grant-open"),
        Outcome::Unknown => Some("casework-decide-no-grant-unknown"),
        Outcome::EligibleSubjectToAssessment => Some("casework-decide-no-grant-assess"),
        outcome if waits && outcome.grantable() => Some("casework-decide-no-grant-item"),
        _ if grant.is_none() => Some("casework-decide-no-grant"),
        _ if against.is_empty() && less.is_empty() => Some("casework-decide-only-grant"),
        _ => None,
    };
    let part = (matches!(grant, Some(Grant::Monthly(..))) && !less.is_empty()).then_some(Less::Part);
    let nothing = (!against.is_empty()).then_some(Less::Nothing);
    Ok(Deciding {
        grant,
        less: part.into_iter().chain(nothing).collect(),
        not_offered: not_offered.map(Phrase::new),
        reasons,
        second_on_grant: terms.second_signature_on_grant,
        second_on_refusal: terms.second_signature_on_refusal,
        overlap: sections::choice(case),
    })
}

fn letters(case: &Case) -> Vec<Answer> {
    let served = |letter: LetterKind| {
        let decision = case.decisions.len().checked_sub(1);
        case.served
            .iter()
            .any(|served| served.letter == letter && (letter != LetterKind::Decision || served.decision == decision))
    };
    let mut letters = Vec::new();
    if case.decision_in_force().is_some() {
        letters.push(LetterKind::Decision);
    }
    if case.accepted.is_some() {
        letters.push(LetterKind::Acceptance);
    }
    if !case.lists.is_empty() {
        letters.push(LetterKind::MissingPapers);
    }
    letters.retain(|letter| !served(*letter));
    letters
        .into_iter()
        .map(|letter| answer(letter.as_str(), words::letter(letter), None))
        .collect()
}

/// Whether a fact can be corrected on a form: all but what is computed, and lists of anything but graded categories.
pub(super) fn correctable(vocabulary: &Vocabulary, fact: &str) -> bool {
    vocabulary
        .fact_named(fact)
        .is_some_and(|id| match vocabulary.fact_type(id) {
            Type::List(_) => !corrected::categories(vocabulary, id).is_empty(),
            of => of != Type::Month,
        })
        && !is_derived(fact)
}

/// The field of a fact that is no list; `named` are the values of an enumeration.
fn one(vocabulary: &Vocabulary, id: FactId, named: impl Fn(&str) -> Answer) -> Kind {
    match vocabulary.fact_type(id) {
        Type::Bool => Kind::Choice(vec![
            answer("true", Phrase::new("casework-yes"), None),
            answer("false", Phrase::new("casework-no"), None),
        ]),
        Type::Enum(id) => Kind::Choice(vocabulary.enum_values(id).iter().map(|value| named(value)).collect()),
        Type::Fen => Kind::Number(Phrase::new("casework-per-month")),
        Type::Date => Kind::Day { own_birthday: false },
        Type::Int | Type::Month | Type::List(_) => match vocabulary.scale(id) {
            Some(scale) => Kind::Number(unit(scale.unit)),
            None => Kind::Line(Width::Short, Entry::Digits, Autocomplete::Off),
        },
    }
}

fn correct(desk: &Desk, case: &Case, fact: &str) -> Result<Option<Ask>, Fault> {
    let vocabulary = &desk.judge(case)?.catalogue.vocabulary;
    let Some(id) = vocabulary.fact_named(fact).filter(|_| correctable(vocabulary, fact)) else {
        return Ok(None);
    };
    let graded = corrected::categories(vocabulary, id);
    let named = |value: &str| answer(value, part("fact", fact, &value.replace('_', "-")), None);
    let value = if graded.is_empty() {
        Corrected::One(one(vocabulary, id, named))
    } else {
        Corrected::Grades(graded.into_iter().map(named).collect())
    };
    let held = match case.facts.get(fact) {
        Some(held) => words::value(desk.visitor.text(), vocabulary, fact, &held.value),
        None => Phrase::new("casework-unknown"),
    };
    Ok(Some(Ask::Correct {
        fact: of("fact", fact),
        held,
        value,
    }))
}

/// Who may have the case: colleagues of its places who work cases, but for whom it is one of their own people's.
async fn officers(desk: &Desk, case: &Case) -> Result<Vec<Answer>, Fault> {
    let portal = desk.portal();
    let setting = desk.setting(case)?;
    let free = Case {
        assignee: None,
        ..case.clone()
    };
    let mut officers = Vec::new();
    for member in people::colleagues_of(desk, case).await? {
        if case.assignee.as_ref() == Some(&member.id) {
            continue;
        }
        let access = crate::store::staff::access(&mut portal.store.read(), &member.id).await?;
        let actor = zhida::access::Actor::Officer(access);
        // Only who could take it themselves, were it free: with anybody else it would lie.
        if decide(&free, &Command::Claim, &actor, &setting).is_ok() {
            officers.push(answer(
                &member.id.0,
                as_it_is(Name::only(member.name.as_str())),
                Some(as_it_is(Name::only(member.office.as_str()))),
            ));
        }
    }
    Ok(officers)
}
