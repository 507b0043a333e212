//! From an opened draft to the page that is shown.

use axum::http::StatusCode;
use zhida::apply::{
    AUTHORIZATION, Answer as Answered, ConsentTo, Course, Draft, Hukou, PageId, STATEMENT_PAPER, field,
    may_be_confirmed, overlap_amounts, shown_by, typed_page,
};
use zhida::calendar::Month;
use zhida::catalogue::{RuleKind, Service, text_id};
use zhida::person::SubmitterRole;
use zhida::place::OfficeKind;
use zhida_app::apply::assisted::{self as filing, Declared};
use zhida_app::apply::check_answers::Already;
use zhida_app::apply::checked::Checked;
use zhida_app::apply::consents::{self, Consent, Consents};
use zhida_app::apply::declaration::{self, Declarant, Declaration};
use zhida_app::apply::evidence::{self, Evidence, FileState, SentFile};
use zhida_app::apply::kept::Kept;
use zhida_app::apply::left_out::LeftOut;
use zhida_app::apply::list as entries;
use zhida_app::apply::overlap::{self, Overlap};
use zhida_app::apply::{Step, check_answers};
use zhida_app::frame::Page;
use zhida_app::place::{self, OUTSIDE};
use zhida_app::question::{self, Leave, Problem};
use zhida_app::text::{Language, Level, Phrase, Said, Text};

use super::linked::{self, Offered};
use super::opened::Opened;
use super::questions::{self, Asking};
use super::{assisted, check, list, townships};
use crate::catalogue::picker::{self, Looking};
use crate::catalogue::words;
use crate::portal::Portal;
use crate::web::{Answer, Fault, Visitor};

/// The largest file taken, in megabytes.
pub(crate) const LARGEST_MB: u32 = 10;

/// What is shown of a page: what was typed or stored, and what is wrong.
#[derive(Default)]
pub(super) struct Shown {
    /// The place in the address: a search, a prefecture.
    pub looking: Looking,
    /// What was typed; nothing shows what is stored.
    pub typed: Option<Vec<(String, String)>>,
    /// What must be put right.
    pub problems: Vec<Problem>,
    /// What is being worked on already, where everything is looked at.
    pub already: Vec<Already>,
    /// The linked people to choose from, where it is asked whom it is for.
    pub offered: Vec<Offered>,
    /// The ids of the files that are shown small.
    pub previews: Vec<String>,
    /// What was typed here before and not saved.
    pub kept: Kept,
    /// The version that was looked at, where the page is a statement about it.
    pub version: Option<i64>,
    /// That it is known what is being worked on already, where the page is a statement.
    pub again: bool,
}

impl Shown {
    fn status(&self) -> StatusCode {
        if self.problems.is_empty() {
            StatusCode::OK
        } else {
            StatusCode::UNPROCESSABLE_ENTITY
        }
    }
}

/// The page.
pub(super) fn page(visitor: &Visitor, opened: &Opened, course: &Course<'_>, page: &PageId, shown: Shown) -> Answer {
    let portal = &visitor.portal;
    let prefilled = opened.prefilled(page);
    let draft = prefilled.as_ref().unwrap_or_else(|| opened.draft());
    let status = shown.status();
    let left_out = left_out(opened, page);
    let answer = |page: &dyn Fn(Text<'_>) -> Page| {
        visitor.page_with(status, |text| {
            let page = page(text).come_back_to_with(opened.guest_code());
            page.after(shown.kept.view(text))
                .after(left_out.as_ref().and_then(|left_out| left_out.view(text)))
                .naming(opened.draft().named())
        })
    };
    let typed = shown.typed.clone().unwrap_or_else(|| {
        if shown.offered.is_empty() {
            typed_page(&portal.catalogue, draft, page)
        } else {
            linked::stored(&shown.offered, &portal.catalogue, draft)
        }
    });
    let back = course.before(page).map(|before| opened.address(before));
    let asking = Asking {
        texts: &portal.texts,
        catalogue: &portal.catalogue,
        draft,
        typed: &typed,
        register: &course.register,
        offered: &shown.offered,
        today: opened.today,
    };
    if let Some(asked) = list::of(&portal.catalogue, page) {
        let step = step(opened, course, page, shown.problems.clone());
        let model = list::model(portal, opened, asked, step);
        return Ok(answer(&|text| entries::page(text, &model)));
    }
    if let Some(mut question) = questions::question(&asking, page, opened.address(page)) {
        if prefilled.is_some() {
            question.hint = Some(Phrase::new("apply-prefilled"));
        }
        question.back = back;
        question.progress = Some(questions::progress(page));
        question.leave = Some(Leave {
            save: Phrase::new("question-continue"),
            not: Phrase::new("step-leave"),
            href: opened.beside("stop"),
        });
        let question = questions::filled(question, typed, shown.problems);
        if *page == PageId::Made {
            let steps = question.problems.is_empty();
            return Ok(answer(&|text| {
                let asked = question::page(text, &question).keeping_what_is_typed();
                if steps {
                    assisted::before_it(asked, text, opened)
                } else {
                    asked
                }
            }));
        }
        return Ok(answer(&|text| question::page(text, &question).keeping_what_is_typed()));
    }
    let mut step = step(opened, course, page, shown.problems.clone());
    if let Some(looked_at) = shown.version {
        step.hidden = vec![version(looked_at)];
    }
    match page {
        PageId::Hukou | PageId::ResidenceCounty => {
            let ask = county(opened, draft, page, back);
            let looking = shown
                .looking
                .or_within(prefilled.as_ref().and_then(Draft::hukou_county));
            let mut picker = picker::picker(&ask, &looking, shown.problems);
            picker.hint = prefilled.is_some().then(|| Phrase::new("apply-prefilled"));
            picker.progress = Some(questions::progress(page));
            picker.leave = Some((Phrase::new("step-leave"), opened.beside("stop")));
            Ok(answer(&|text| place::page(text, &picker)))
        }
        PageId::Township | PageId::ResidenceTownship => {
            let ask = township(opened, draft, page, back).ok_or(Fault::NotFound)?;
            let islands = portal.islands.as_ref();
            let mut picker = townships::picker(ask, &shown.looking, shown.problems, islands);
            picker.hint = prefilled.is_some().then(|| Phrase::new("apply-prefilled"));
            picker.progress = Some(questions::progress(page));
            picker.leave = Some((Phrase::new("step-leave"), opened.beside("stop")));
            let mut reply = answer(&|text| place::page(text, &picker));
            if let Some(islands) = islands {
                islands.allow(reply.headers_mut());
            }
            Ok(reply)
        }
        PageId::Overlap(service) => {
            let chosen = typed.iter().rev().find(|(name, _)| name == field::PICK);
            let chosen = chosen.map(|(_, value)| value.clone());
            let model = two_benefits(opened, course, service, step, chosen).ok_or(Fault::NotFound)?;
            Ok(answer(&|text| overlap::page(text, &model)))
        }
        PageId::Consents => {
            let model = agreed(portal, opened, course, step, &typed);
            Ok(answer(&|text| consents::page(text, &model)))
        }
        PageId::Paper(kind) => {
            let how = typed.iter().rev().find(|(name, _)| name == field::HOW);
            let step = with_op(visitor, step);
            let other = shown_by(&portal.catalogue, course, kind);
            let how = how.map(|(_, value)| value.clone());
            let mut model = paper(opened, course, (kind, other), step, (how, &shown.previews));
            model.confirmed = may_be_confirmed(&portal.catalogue, course, opened.draft(), kind, opened.today);
            Ok(answer(&|text| evidence::page(text, &model)))
        }
        PageId::Check => {
            let model = check::answers(visitor, opened, course, step, shown.already);
            Ok(answer(&|text| check_answers::page(text, &model)))
        }
        PageId::Statement => {
            if shown.again {
                step.hidden.push((check_answers::AGAIN.to_owned(), "yes".to_owned()));
            }
            if let (Some(_), Some(person)) = (&opened.draft().assisted, &opened.draft().person) {
                let chinese = portal.texts.of(Language::ZhCn, Level::Standard);
                let model = Declared {
                    step: with_op(visitor, step),
                    person: person.name.as_str().to_owned(),
                    sentences: declaration::statement(chinese, &declarant(opened), checked_of(portal, course)),
                };
                return Ok(answer(&|text| filing::declare(text, &model)));
            }
            let model = Declaration {
                step: with_op(visitor, step),
                by: declarant(opened),
                checked: checked_of(portal, course),
            };
            Ok(answer(&|text| declaration::page(text, &model)))
        }
        _ => Err(Fault::NotFound),
    }
}

/// What was not applied for because another benefit is kept: said on the page that comes next, and where everything is
/// looked at.
fn left_out(opened: &Opened, page: &PageId) -> Option<LeftOut> {
    let draft = opened.draft();
    let said = draft
        .left_out
        .iter()
        .filter(|(_, left)| *page == PageId::Check || left.version == draft.version);
    let services: Vec<_> = said
        .map(|(service, left)| (words::of("service", service), words::part("page", &left.other, "short")))
        .collect();
    (!services.is_empty() && *page != PageId::Services).then(|| LeftOut {
        services,
        change: opened.address(&PageId::Services),
    })
}

/// What every page that is no plain question has around it.
pub(super) fn step(opened: &Opened, course: &Course<'_>, page: &PageId, problems: Vec<Problem>) -> Step {
    Step {
        action: opened.address(page),
        back: course.before(page).map(|before| opened.address(before)),
        progress: Some(questions::progress(page)),
        part_of: Phrase::new("apply-part"),
        hidden: vec![version(opened.draft().version)],
        problems,
        leave: Some(opened.beside("stop")),
    }
}

/// The version of a draft, as forms carry it.
fn version(version: i64) -> (String, String) {
    ("version".to_owned(), version.to_string())
}

/// With the id that makes what it sends happen once.
pub(super) fn with_op(visitor: &Visitor, mut step: Step) -> Step {
    step.hidden.push(op(visitor));
    step
}

/// A fresh id for a form.
pub(super) fn op(visitor: &Visitor) -> (String, String) {
    ("op".to_owned(), visitor.portal.random_id().to_string())
}

/// What is asked on a page that chooses a county.
pub(super) fn county(opened: &Opened, draft: &Draft, page: &PageId, back: Option<String>) -> picker::Ask {
    let (title, outside, chosen) = match page {
        PageId::ResidenceCounty => (
            Phrase::new("apply-residence-county"),
            false,
            draft.residence_county.map(|county| county.to_string()),
        ),
        _ => (
            words::of("page", "hukou"),
            true,
            draft.hukou().map(|hukou| match hukou {
                Hukou::In(county) => county.to_string(),
                Hukou::Outside => OUTSIDE.to_owned(),
            }),
        ),
    };
    picker::Ask {
        action: opened.address(page),
        back,
        title,
        outside,
        chosen,
    }
}

fn township(opened: &Opened, draft: &Draft, page: &PageId, back: Option<String>) -> Option<townships::Ask> {
    let (title, county, county_page, chosen) = match page {
        PageId::ResidenceTownship => (
            "apply-residence-township",
            draft.residence_county?,
            PageId::ResidenceCounty,
            draft.residence_township,
        ),
        _ => ("apply-township", draft.hukou_county()?, PageId::Hukou, draft.township),
    };
    Some(townships::Ask {
        action: opened.address(page),
        back,
        county_page: opened.address(&county_page),
        title: Phrase::new(title),
        county,
        chosen: chosen.map(|township| township.to_string()),
    })
}

fn two_benefits(
    opened: &Opened,
    course: &Course<'_>,
    service: &str,
    step: Step,
    chosen: Option<String>,
) -> Option<Overlap> {
    let (this, other) = overlap_amounts(course, service)?;
    Some(Overlap {
        step,
        service: words::of("service", service),
        this,
        other_name: other_benefit(course, service)?,
        other,
        from: Month::of(opened.today),
        chosen,
    })
}

/// The name of the other benefit: that of the question that asked for its amount.
pub(super) fn other_benefit(course: &Course<'_>, service: &str) -> Option<Phrase> {
    other_page(course, service).map(|page| words::part("page", page, "short"))
}

/// The question that asked for the amount of the other benefit.
pub(super) fn other_page<'c>(course: &'c Course<'_>, service: &str) -> Option<&'c str> {
    let (service, assessment) = course.assessments.iter().find(|(chosen, _)| chosen.code == service)?;
    let held = |(at, rule): &(usize, &zhida::catalogue::Rule)| {
        rule.other_amount.is_some() && assessment.results.get(*at) == Some(&Some(true))
    };
    let (_, rule) = service.rules_of(RuleKind::Overlap).find(held)?;
    let fact = rule.other_amount.as_ref()?.facts().first().copied()?;
    course.asking(fact)
}

/// Who checks what for the services of a draft.
pub(super) fn checked_of(portal: &Portal, course: &Course<'_>) -> Checked {
    checked(portal, course.assessments.iter().map(|(service, _)| *service))
}

/// Who checks what for services.
pub(crate) fn checked<'s>(portal: &Portal, services: impl IntoIterator<Item = &'s Service>) -> Checked {
    let aid = portal.catalogue.vocabulary.fact_named("household.aid_status");
    let mut checked = Checked {
        federation: false,
        civil_affairs: false,
        aid: false,
    };
    for service in services {
        let has = |kind: OfficeKind| service.stages.iter().any(|stage| stage.body == kind.as_str());
        checked.federation |= has(OfficeKind::CountyFederation);
        checked.civil_affairs |= has(OfficeKind::CivilAffairs);
        checked.aid |= aid.is_some_and(|aid| service.facts().contains(&aid));
    }
    checked
}

fn agreed(portal: &Portal, opened: &Opened, course: &Course<'_>, step: Step, typed: &[(String, String)]) -> Consents {
    let draft = opened.draft();
    let child = draft.for_a_child(opened.today);
    let name = draft.person.as_ref().map(|person| person.name.as_str().to_owned());
    let ticked = |consent: ConsentTo| {
        typed
            .iter()
            .any(|(name, value)| name == consent.as_str() && value == "yes")
    };
    let given = ConsentTo::ALL.iter().copied().filter(|consent| ticked(*consent));
    let asked = course.consents.iter().filter(|consent| consent.optional());
    let asked = asked.filter_map(|consent| Consent::from_name(consent.as_str()));
    Consents {
        step,
        child: name.filter(|_| child),
        checked: checked_of(portal, course),
        notice: course.assessments.iter().any(|(service, _)| service.notice().is_some()),
        asked: asked.collect(),
        given: given
            .filter_map(|consent| Consent::from_name(consent.as_str()))
            .collect(),
    }
}

fn paper(
    opened: &Opened,
    course: &Course<'_>,
    (kind, other): (&str, Option<&str>),
    step: Step,
    (how, previews): (Option<String>, &[String]),
) -> Evidence {
    let here = opened.address(&PageId::Paper(kind.to_owned()));
    let files = opened
        .draft()
        .papers
        .get(kind)
        .map(|paper| paper.files.as_slice())
        .unwrap_or_default();
    let files = files.iter().map(|file| SentFile {
        id: file.id.clone(),
        name: file.name.clone(),
        size: file.size,
        at: file.at,
        state: FileState::Received,
        href: format!("{here}/{}", file.id),
        preview: previews.contains(&file.id),
    });
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let at = course.papers.iter().position(|paper| paper == kind).unwrap_or_default();
    let name = Said::Words(Box::new(words::of("evidence", kind)));
    Evidence {
        step,
        place: (course.papers.len() > 1 && kind != STATEMENT_PAPER)
            .then(|| (count(at + 1), count(course.papers.len()))),
        title: Phrase::new("apply-paper").with("paper", name),
        says: Some(words::part("evidence", kind, "says")),
        files: files.collect(),
        largest_mb: LARGEST_MB,
        only_files: kind == STATEMENT_PAPER,
        print: match kind {
            AUTHORIZATION => {
                let words = Phrase::new("apply-paper-print-authority");
                Some((words, opened.beside("authority")))
            }
            STATEMENT_PAPER => Some(assisted::print(opened)),
            _ => None,
        },
        shown_by: other.map(|other| words::of("evidence", other)),
        confirmed: false,
        brought_to: words::brought_to(course.assessments.first().map(|(service, _)| *service)),
        how,
    }
}

/// Who declares that it is true.
pub(super) fn declarant(opened: &Opened) -> Declarant {
    let draft = opened.draft();
    let person = draft.person.as_ref().map(|person| person.name.as_str().to_owned());
    match (draft.whom, person) {
        (Some(SubmitterRole::LegalGuardian | SubmitterRole::InstitutionalGuardian), Some(person)) => {
            Declarant::Guardian(person)
        }
        (
            Some(SubmitterRole::Relative | SubmitterRole::VillageCommittee | SubmitterRole::EntrustedAgent),
            Some(person),
        ) => Declarant::Helper(person),
        _ => Declarant::Self_,
    }
}

/// The words of an answer to a shared question.
pub(crate) fn answered(page: &str, answer: &Answered) -> zhida_app::apply::Answer {
    use zhida_app::apply::Answer as A;
    let option = |id: &String| A::Words(words::of(&text_id("page", page), id));
    match answer {
        Answered::Unknown => A::Unknown,
        Answered::County(county) => words::division_name(*county).map_or(A::Nothing, A::Place),
        Answered::Outside => A::Words(Phrase::new("place-outside")),
        Answered::Choice(id) => option(id),
        Answered::Flags(ids) if ids.is_empty() => A::Words(Phrase::new("question-none-of-these")),
        Answered::Flags(ids) => A::Several(ids.iter().map(option).collect()),
        Answered::NotReceived => A::Words(Phrase::new("question-not-received")),
        Answered::Amount(amount) => A::Money(*amount),
        Answered::Measured(quantity) => A::Quantity(*quantity),
        Answered::Text(words) => A::Typed(words.clone()),
        // A list is said entry by entry.
        Answered::List(list) => list::count(list.entries.len()),
    }
}
