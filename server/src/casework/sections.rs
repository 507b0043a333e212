//! The sections of the page of a case, each from the case.

use zhida::apply::{Application, Authority, OverlapPick};
use zhida::assess::{Outcome, WayIn, change_text_id, way_in};
use zhida::calendar::{Month, Remaining};
use zhida::casework::{Case, Chosen, Met, Phase, TraceLine, known_facts};
use zhida::catalogue::{Obtain, PageKind, RuleKind, Service, text_id};
use zhida::money::Fen;
use zhida::person::Sex;
use zhida::rule::Vocabulary;
use zhida_app::apply::list::Entries;
use zhida_app::casework::case::{Duplicate, Line, Paper};
use zhida_app::casework::trace::{Stands, Trace, TraceLine as Shown};
use zhida_app::casework::{Standing, as_it_is, href};
use zhida_app::components::tag::Tone;
use zhida_app::question::Answer;
use zhida_app::text::{Name, Phrase, Said, Text};

use super::desk::Desk;
use super::{forms, words};
use crate::apply::assisted::made_said;
use crate::apply::list;
use crate::catalogue::words::{basis, division_name, of};
use crate::store::casework::{self, Loaded};
use crate::store::file::{self, FileUse, Subject};
use crate::web::Fault;

pub(super) fn standing(desk: &Desk, case: &Case) -> Standing {
    match case.phase {
        _ if case.clock(&desk.portal().calendar).is_some() => {}
        Phase::Closed => return Standing::Closed,
        Phase::Decided => return Standing::Decided,
        Phase::Open => {}
    }
    if case.pause(desk.today).is_some() {
        return Standing::Waiting;
    }
    match case.standing(&desk.portal().calendar, desk.today) {
        Some(standing) if matches!(standing.remaining, Remaining::Overdue(_)) => Standing::Overdue,
        Some(standing) if standing.at_risk => Standing::DueSoon,
        _ => Standing::OnTime,
    }
}

pub(super) fn came(case: &Case) -> Phrase {
    let opened = &case.opened;
    let place = words::place(opened.place.township);
    let came = |id: &str| {
        Phrase::new(id)
            .with("day", Said::Day(opened.on))
            .with("place", Said::Name(place.clone()))
    };
    match (words::submitter(opened.submitter.role), &opened.submitter.name) {
        (Some(role), name) => {
            let who = name.as_ref().map_or_else(String::new, |name| name.as_str().to_owned());
            came(match opened.submitter.authority {
                None => "casework-came-for",
                Some(Authority::Person) => "casework-came-for-person",
                Some(Authority::Office) => "casework-came-for-office",
            })
            .with("who", Said::Name(Name::only(who)))
            .with("role", Said::Words(Box::new(role)))
        }
        (None, _) if opened.assisted.is_some() => came("casework-came-told"),
        (None, _) => came("casework-came"),
    }
}

/// The officer who filed it for the person, and how the person said it; nothing where nobody did.
pub(super) fn assisted(case: &Case) -> Vec<Phrase> {
    let Some(assisted) = &case.opened.assisted else {
        return Vec::new();
    };
    let mut said = vec![words::entered(case, assisted)];
    said.extend(made_said(&assisted.made));
    said.push(Phrase::new("casework-assisted-file"));
    said
}

pub(super) fn trace(desk: &Desk, case: &Case) -> Result<Trace, Fault> {
    let judge = desk.judge(case)?;
    let catalogue = judge.catalogue;
    let assessment = &case.assessment;
    let month = Month::of(case.opened.on);
    let amount = |id: &str| {
        Phrase::new(id)
            .with("monthly", Said::Money(assessment.monthly.unwrap_or(Fen(0))))
            .with("from", Said::Month(month))
    };
    let says = Phrase::new;
    let outcome = match assessment.outcome {
        Outcome::Eligible if case.opened.terms.in_kind => (
            Tone::Ok,
            says("casework-outcome-eligible"),
            says("casework-outcome-in-kind-says"),
        ),
        Outcome::EligibleSubjectToAssessment => (
            Tone::Wait,
            says("casework-outcome-assess"),
            says("casework-outcome-assess-says"),
        ),
        Outcome::Eligible => (
            Tone::Ok,
            says("casework-outcome-eligible"),
            amount("casework-outcome-eligible-says"),
        ),
        Outcome::ChooseOne => {
            let means = says("casework-outcome-choose-says")
                .with("monthly", Said::Money(assessment.monthly.unwrap_or(Fen(0))))
                .with("other", Said::Money(assessment.other_monthly.unwrap_or(Fen(0))));
            (Tone::Wait, says("casework-outcome-choose"), means)
        }
        Outcome::OnHold => (
            Tone::Wait,
            says("casework-outcome-hold"),
            says("casework-outcome-hold-says"),
        ),
        Outcome::ConditionalLocalRule if assessment.is_for_county_rule() => (
            Tone::Wait,
            says("casework-outcome-county"),
            says("casework-outcome-county-says"),
        ),
        Outcome::ConditionalLocalRule => (
            Tone::Info,
            says("casework-outcome-local"),
            says("casework-outcome-local-says"),
        ),
        Outcome::NeedsMatter => (
            Tone::Wait,
            says("casework-outcome-matter"),
            says("casework-outcome-matter-says"),
        ),
        Outcome::Ineligible => (
            Tone::No,
            says("casework-outcome-ineligible"),
            says("casework-outcome-ineligible-says"),
        ),
        Outcome::Unknown => (
            Tone::Open,
            says("casework-outcome-unknown"),
            says("casework-outcome-unknown-says"),
        ),
    };
    let opened = &case.opened;
    let facts = known_facts(
        &case.facts,
        &catalogue.vocabulary,
        &opened.subject.resident_id,
        opened.on,
    );
    // What would turn it is worth saying only where it is against the person.
    let way = match assessment.outcome {
        Outcome::Ineligible | Outcome::OnHold => {
            way_in(catalogue, judge.service, &facts, &judge.policy(case)?, case.opened.on)
        }
        _ => WayIn::default(),
    };
    let nearest = way
        .changes
        .iter()
        .map(|change| Phrase::new(change_text_id(catalogue, judge.service, change.fact)));
    let hash = assessment_version(&case.opened.definition);
    Ok(Trace {
        on: assessment.on,
        outcome,
        choice: choice(case),
        lines: assessment
            .trace
            .iter()
            .map(|line| trace_line(desk.visitor.text(), &catalogue.vocabulary, case, line))
            .collect(),
        nearest: nearest.collect(),
        open: way.open,
        policy: assessment
            .policy
            .iter()
            .map(|(key, value)| {
                (
                    of("policy", key),
                    words::policy_value(&catalogue.vocabulary, key, value),
                )
            })
            .collect(),
        definition: hash,
    })
}

/// The first characters of a definition's hash: enough to compare by eye.
fn assessment_version(definition: &str) -> String {
    let hash = definition.split_once(':').map_or(definition, |(_, hash)| hash);
    hash.chars().take(8).collect()
}

fn trace_line(text: Text<'_>, vocabulary: &Vocabulary, case: &Case, line: &TraceLine) -> Shown {
    let a_ground_holds = case
        .assessment
        .trace
        .iter()
        .any(|other| other.kind == RuleKind::Ground && other.result == Met::Met);
    let standing = match (line.kind, line.result) {
        (_, Met::Unknown) | (RuleKind::Assessment, Met::Met) => Stands::Open,
        (RuleKind::Ground, Met::Met) => Stands::For,
        (RuleKind::Ground, Met::NotMet) if a_ground_holds => Stands::Aside,
        (RuleKind::Note, _) => Stands::Aside,
        // The others bar the service where they hold.
        (RuleKind::Ground, Met::NotMet) | (_, Met::Met) => Stands::Against,
        (_, Met::NotMet) => Stands::For,
    };
    // Said as what is needed where there are words for that, else as the reason.
    let check = format!("{}.check", text_id("reason", &line.code));
    let says = if text.has(&check) {
        Phrase::new(check)
    } else {
        of("reason", &line.code)
    };
    let facts = line.facts.iter().map(|(name, value)| {
        let held = case.facts.get(name);
        let source = held.map_or_else(
            || {
                let id = vocabulary.fact_named(name);
                let presumed = id.is_some_and(|fact| vocabulary.presumed(fact).is_some());
                Phrase::new(if presumed {
                    "casework-source-presumed"
                } else {
                    "casework-source-derived"
                })
            },
            |held| words::source(held.source),
        );
        (of("fact", name), words::value(text, vocabulary, name, value), source)
    });
    let carries = (line.kind, line.result) == (RuleKind::Ground, Met::Met);
    Shown {
        standing,
        decides: carries || matches!(standing, Stands::Against | Stands::Open),
        bars: line.kind == RuleKind::Exclusion,
        says,
        facts: facts.collect(),
        basis: basis(line.basis.as_deref()),
    }
}

pub(super) fn decision(case: &Case) -> Vec<Phrase> {
    let Some(made) = case.unsigned().or_else(|| case.decision_in_force()) else {
        return Vec::new();
    };
    let mut lines = decision_lines(&made.decision);
    if let Some(changed) = made.changed {
        lines.push(
            Phrase::new("casework-decision-changed")
                .with("monthly", Said::Money(changed.monthly))
                .with("from", Said::Month(changed.from)),
        );
    }
    lines
}

/// A decision, line by line.
pub(super) fn decision_lines(decision: &zhida::casework::Decision) -> Vec<Phrase> {
    let mut lines = vec![words::verdict(&decision.verdict)];
    lines.extend(decision.reasons.iter().map(|reason| {
        Phrase::new("casework-decision-reason").with("reason", Said::Words(Box::new(words::ground(decision, reason))))
    }));
    let words = Name::only(decision.sentence.as_str());
    lines.push(Phrase::new("casework-decision-sentence").with("words", Said::Name(words)));
    lines
}

/// What the person chose where two benefits of a kind cannot be had together, and when; nothing where nothing is to be
/// chosen.
pub(super) fn choice(case: &Case) -> Option<Phrase> {
    case.assessment.choice()?;
    let Some(Chosen { pick, on }) = case.overlap else {
        return Some(chosen(None));
    };
    let pick = Said::Words(Box::new(chosen(Some(pick))));
    let dated = Phrase::new("casework-overlap-chosen-on");
    Some(dated.with("pick", pick).with("day", Said::Day(on)))
}

/// What a person with two benefits of a kind chose.
pub(super) fn chosen(pick: Option<OverlapPick>) -> Phrase {
    Phrase::new(match pick {
        Some(OverlapPick::TakeThis) => "casework-overlap-chosen-this",
        Some(OverlapPick::KeepOther) => "casework-overlap-chosen-other",
        None => "casework-overlap-open",
    })
}

pub(super) async fn papers(desk: &Desk, loaded: &Loaded) -> Result<Vec<Paper>, Fault> {
    let portal = desk.portal();
    let case = &loaded.case;
    let id = loaded.id.to_string();
    let uses = file::list(&mut portal.store.read(), &portal.keys, Subject::Case(&id)).await?;
    let service = desk.judge(case)?.service;
    let mut kinds: Vec<&str> = service.evidence.iter().map(|paper| paper.kind.as_str()).collect();
    for given in &case.evidence {
        if !kinds.contains(&given.kind.as_str()) {
            kinds.push(&given.kind);
        }
    }
    let application = super::contact::application(desk, case).await?;
    let page = href(case.opened.reference.as_str());
    let scans = forms::is_offered(desk, case, "scan_paper")?;
    let papers = kinds.into_iter().map(|kind| {
        let obtain = obtain(service, kind);
        let files: Vec<_> = uses.iter().filter(|used| used.kind == kind).collect();
        let state = paper_state(case, application.as_ref(), obtain, (kind, !files.is_empty()));
        let from = match obtain {
            Some(Obtain::ByDataSharing) if files.is_empty() => "casework-paper-register",
            _ => "casework-paper-applicant",
        };
        Paper {
            name: of("evidence", kind),
            files: links(&page, &files),
            scan_href: scans.then(|| format!("{page}/papers/{kind}")),
            from: Phrase::new(from),
            came_on: files.first().map(|used| used.file.at.date()),
            state: (state.0, Phrase::new(state.1)),
        }
    });
    Ok(papers.collect())
}

fn obtain(service: &Service, kind: &str) -> Option<Obtain> {
    let of_kind = service.evidence.iter().find(|paper| paper.kind == kind);
    of_kind.map(|paper| paper.obtain)
}

/// How a paper stands; `filed` where there is a file of it.
fn paper_state(
    case: &Case,
    application: Option<&Application>,
    obtain: Option<Obtain>,
    (kind, filed): (&str, bool),
) -> (Tone, &'static str) {
    let asked = case.open_list().into_iter().flat_map(|list| &list.papers);
    let given = case.evidence.iter().any(|given| given.kind == kind);
    let shown = application.is_some_and(|application| application.shown_by(kind).is_some());
    if filed {
        (Tone::Ok, "casework-paper-state-here")
    } else if case.is_confirmed_instead(kind) {
        (Tone::Ok, "casework-paper-state-confirmed")
    } else if case.has_paper(kind) {
        (Tone::Ok, "casework-paper-state-seen")
    } else if asked.into_iter().any(|asked| asked == kind) {
        (Tone::Wait, "casework-paper-state-asked")
    } else if application.is_some_and(|application| application.to_be_confirmed(kind)) {
        (Tone::Info, "casework-paper-state-to-confirm")
    } else if shown {
        (Tone::Info, "casework-paper-state-shown")
    } else if given {
        (Tone::Info, "casework-paper-state-bring")
    } else if obtain == Some(Obtain::User) {
        (Tone::Open, "casework-paper-state-missing")
    } else {
        (Tone::Plain, "casework-paper-state-shared")
    }
}

/// Papers that can be asked for, each with how it stands: nobody asks for what is there.
pub(super) async fn papers_to_ask(desk: &Desk, loaded: &Loaded, kinds: &[&str]) -> Result<Vec<Answer>, Fault> {
    let portal = desk.portal();
    let case = &loaded.case;
    let id = loaded.id.to_string();
    let uses = file::list(&mut portal.store.read(), &portal.keys, Subject::Case(&id)).await?;
    let application = super::contact::application(desk, case).await?;
    let service = desk.judge(case)?.service;
    let answers = kinds.iter().map(|kind| {
        let came_on = uses
            .iter()
            .filter(|used| used.kind == *kind)
            .map(|used| used.file.at.date())
            .min();
        let state = paper_state(
            case,
            application.as_ref(),
            obtain(service, kind),
            (*kind, came_on.is_some()),
        );
        let asked = case
            .lists
            .iter()
            .rev()
            .find(|list| list.papers.iter().any(|asked| asked == kind));
        let says = match (state.1, came_on, asked) {
            ("casework-paper-state-here", Some(day), _) => {
                Phrase::new("casework-paper-here-on").with("day", Said::Day(day))
            }
            ("casework-paper-state-seen" | "casework-paper-state-confirmed", ..) => Phrase::new(state.1),
            (_, _, Some(list)) => Phrase::new("casework-paper-asked-on")
                .with("day", Said::Day(list.asked_on))
                .with("until", Said::Day(list.until)),
            _ => Phrase::new(state.1),
        };
        Answer {
            value: (*kind).to_owned(),
            label: of("evidence", kind),
            hint: Some(says),
        }
    });
    Ok(answers.collect())
}

/// The files of one kind of paper, as they are opened.
pub(super) async fn files(desk: &Desk, loaded: &Loaded, kind: &str) -> Result<Vec<(Phrase, String)>, Fault> {
    let portal = desk.portal();
    let id = loaded.id.to_string();
    let uses = file::list(&mut portal.store.read(), &portal.keys, Subject::Case(&id)).await?;
    let files: Vec<_> = uses.iter().filter(|used| used.kind == kind).collect();
    Ok(links(&href(loaded.case.opened.reference.as_str()), &files))
}

fn links(page: &str, files: &[&FileUse]) -> Vec<(Phrase, String)> {
    let numbered = files.iter().zip(1_i64..).map(|(used, number)| {
        let words = Phrase::new("casework-file-open").with("number", Said::Count(number));
        (words, format!("{page}/files/{}", used.file.id))
    });
    numbered.collect()
}

pub(super) async fn person(desk: &Desk, case: &Case) -> Result<Vec<Line>, Fault> {
    let subject = &case.opened.subject;
    let line = |name: &str, value: Phrase| Line {
        name: Phrase::new(name),
        value,
        source: None,
        change: None,
    };
    let plain = |value: String| as_it_is(Name::only(value));
    let mut lines = vec![line("casework-id-number", plain(subject.resident_id.masked()))];
    if let Some(number) = &subject.certificate_number {
        lines.push(line("casework-certificate-number", plain(number.masked())));
        if *number.resident_id() != subject.resident_id {
            let unlike = Phrase::new("casework-certificate-unlike");
            lines.push(line("casework-certificate-check", unlike));
        }
    }
    lines.push(line(
        "casework-birth",
        words::born(subject.resident_id.birth_date(), desk.today),
    ));
    let sex = match subject.resident_id.sex() {
        Sex::Female => "casework-female",
        Sex::Male => "casework-male",
    };
    lines.push(line("casework-sex", Phrase::new(sex)));
    let hukou = match case.opened.place.hukou_county {
        Some(county) => {
            let county = division_name(county).unwrap_or_else(|| Name::only(county.as_str()));
            Phrase::new("casework-place")
                .with("county", Said::Name(county))
                .with("township", Said::Name(words::place(case.opened.place.township)))
        }
        None => Phrase::new("casework-elsewhere"),
    };
    lines.push(line("casework-hukou", hukou));
    lines.extend(super::contact::lines(desk, case).await?);
    Ok(lines)
}

pub(super) fn facts(desk: &Desk, case: &Case) -> Result<Vec<Line>, Fault> {
    let text = desk.visitor.text();
    let judge = desk.judge(case)?;
    let vocabulary = &judge.catalogue.vocabulary;
    let offered = zhida::casework::offered(case, &desk.actor(), &judge.setting());
    let page = href(case.opened.reference.as_str());
    let records = case.stage().map_or(&[][..], |stage| stage.records.as_slice());
    let here = |name: &String| records.contains(name) || !case.opened.terms.is_recorded(name);
    let lines = case.facts.iter().map(|(name, held)| {
        let source = words::source(held.source);
        let source = match &held.register_says {
            Some(register) => Phrase::new("casework-disputed")
                .with("source", Said::Words(Box::new(source)))
                .with(
                    "register",
                    Said::Words(Box::new(words::value(text, vocabulary, name, register))),
                ),
            None => source,
        };
        let can = offered.contains(&"correct") && forms::correctable(vocabulary, name) && here(name);
        Line {
            name: of("fact", name),
            value: words::value(text, vocabulary, name, &held.value),
            source: Some(source),
            change: can.then(|| {
                (
                    Phrase::new("casework-correct-this"),
                    format!("{page}/correct?fact={name}"),
                )
            }),
        }
    });
    // What nobody knows yet and still matters can be filled in at the same place.
    let missing = case.assessment.missing.iter();
    let missing = missing.filter(|name| !case.facts.contains_key(*name)).map(|name| {
        let can = offered.contains(&"correct") && forms::correctable(vocabulary, name);
        Line {
            name: of("fact", name),
            value: Phrase::new("casework-unknown"),
            source: None,
            change: can.then(|| {
                (
                    Phrase::new("casework-fill-in-this"),
                    format!("{page}/correct?fact={name}"),
                )
            }),
        }
    });
    // What this stage is there to find out counts as something until it is on record.
    let to_record = records.iter().filter(|name| !case.facts.contains_key(*name));
    let to_record = to_record.filter_map(|name| {
        let presumed = vocabulary.presumed(vocabulary.fact_named(name)?)?;
        let presumed = vocabulary.value_to_json(vocabulary.fact_named(name)?, presumed);
        Some(Line {
            name: of("fact", name),
            value: words::value(text, vocabulary, name, &presumed),
            source: None,
            change: offered.contains(&"correct").then(|| {
                (
                    Phrase::new("casework-record-this"),
                    format!("{page}/correct?fact={name}"),
                )
            }),
        })
    });
    Ok(to_record.chain(missing).chain(lines).collect())
}

/// The lists that the service asks for, as they were handed in.
pub(super) async fn lists(desk: &Desk, case: &Case) -> Result<Vec<Entries>, Fault> {
    let Some(application) = super::contact::application(desk, case).await? else {
        return Ok(Vec::new());
    };
    let service = desk.judge(case)?.service;
    let pages = desk.portal().catalogue.pages.iter();
    let lists = pages.filter(|page| service.asks.contains(&page.id)).filter_map(|page| {
        let entries = application.lists.get(&page.id)?;
        match &page.kind {
            PageKind::List(of) => Some(list::table(page, of, entries)),
            _ => None,
        }
    });
    Ok(lists.collect())
}

pub(super) async fn duplicates(desk: &Desk, loaded: &Loaded) -> Result<Vec<Duplicate>, Fault> {
    let portal = desk.portal();
    let person = &loaded.case.opened.subject.key;
    let lines = casework::list_of_person(&mut portal.store.read(), &portal.keys, &desk.scope(), person).await?;
    let others = lines.iter().filter(|line| line.id != loaded.id);
    Ok(others
        .map(|line| Duplicate {
            reference: line.reference.to_string(),
            service: of("service", &line.service),
            stage: line.result.map_or_else(|| words::stage(&line.stage), words::result),
            submitted_on: line.submitted_on,
            visible: true,
        })
        .collect())
}
