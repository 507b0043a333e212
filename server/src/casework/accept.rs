//! Accepting: what the form asks, and the other cases of the same application, which are accepted with it where the
//! officer says so. Whoever stands at the window is seen once, with their papers.

use zhida::casework::{Case, Command, Refusal, Setting, paper_kinds, papers_to_see};
use zhida_app::casework::accept::{Accepting, Other};
use zhida_app::casework::command::field;
use zhida_app::question::{Answer, Problem};
use zhida_app::text::{Name, Phrase, Said};

use super::act::With;
use super::command::version;
use super::desk::Desk;
use super::people::siblings;
use super::read::problem_of;
use super::{contact, filer, forms, words};
use crate::catalogue::words::of;
use crate::store::casework::Loaded;
use crate::web::{Fault, Typed};

/// What the form asks.
pub(super) async fn asked(desk: &Desk, loaded: &Loaded) -> Result<Accepting, Fault> {
    let case = &loaded.case;
    let setting = desk.setting(case)?;
    let mut to_see = to_see(desk, case, &setting).await?;
    let mut others = Vec::new();
    for sibling in siblings(desk, case).await? {
        let other = &sibling.case;
        // Who was seen for this one is not asked again, and so not known for the other.
        let unknown = case.identity.is_some() && other.identity.is_none();
        if unknown || !forms::is_offered(desk, other, "accept")? {
            continue;
        }
        let service = of("service", &other.opened.service);
        for kind in papers_to_see(other, &desk.setting(other)?) {
            if !to_see.iter().any(|paper| paper.value == kind) {
                to_see.push(Answer {
                    value: kind.to_owned(),
                    label: of("evidence", kind),
                    hint: Some(
                        Phrase::new("casework-accept-paper-of").with("service", Said::Words(Box::new(service.clone()))),
                    ),
                });
            }
        }
        others.push(Other {
            reference: other.opened.reference.to_string(),
            service,
            version: other.seq,
        });
    }
    let here = case.named_papers().into_iter().filter(|kind| case.has_paper(kind));
    Ok(Accepting {
        seeing: match case.identity {
            None => Some(filer::seeing(desk, loaded).await?),
            Some(_) => None,
        },
        here: here.map(|kind| of("evidence", kind)).collect(),
        to_see,
        others,
    })
}

/// The papers to be seen at the window, each with how it was to come.
async fn to_see(desk: &Desk, case: &Case, setting: &Setting<'_>) -> Result<Vec<Answer>, Fault> {
    let application = contact::application(desk, case).await?;
    let papers = papers_to_see(case, setting).into_iter().map(|kind| {
        let mut handed_in = application.iter().flat_map(|application| &application.evidence);
        let hint = match handed_in.find(|paper| paper.kind == kind) {
            Some(paper) if paper.shown_by.is_some() => "casework-paper-state-shown",
            Some(paper) if paper.to_be_confirmed => "casework-paper-state-to-confirm",
            Some(_) => "casework-paper-state-bring",
            None => "casework-paper-state-missing",
        };
        Answer {
            value: kind.to_owned(),
            label: of("evidence", kind),
            hint: Some(Phrase::new(hint)),
        }
    });
    Ok(papers.collect())
}

/// Of the papers ticked for all cases of the form, those of this one. What no case of the form knows stays, to be
/// refused.
pub(super) fn papers_of(
    desk: &Desk,
    case: &Case,
    asked: &Accepting,
    ticked: Vec<String>,
) -> Result<Vec<String>, Fault> {
    let setting = desk.setting(case)?;
    let known = paper_kinds(case, &setting);
    let of_another = |kind: &str| asked.to_see.iter().any(|paper| paper.value == kind);
    let mine = |kind: &String| known.contains(&kind.as_str()) || !of_another(kind);
    Ok(ticked.into_iter().filter(mine).collect())
}

/// The unseen field that says which version of another case its officer saw.
pub(super) fn version_field(reference: &str) -> String {
    format!("version-{reference}")
}

/// The cases to be accepted with this one, as they were ticked.
pub(super) async fn with(
    desk: &Desk,
    case: &Case,
    asked: &Accepting,
    typed: &Typed,
    command: &Command,
) -> Result<Vec<With>, Fault> {
    let Command::Accept { identity, .. } = command else {
        return Ok(Vec::new());
    };
    let ticked: Vec<&str> = typed.all(field::TOGETHER).collect();
    if ticked.is_empty() {
        return Ok(Vec::new());
    }
    let papers: Vec<String> = typed.all(field::PAPERS).map(str::to_owned).collect();
    let mut with = Vec::new();
    for sibling in siblings(desk, case).await? {
        let reference = sibling.case.opened.reference.to_string();
        if !ticked.contains(&reference.as_str()) {
            continue;
        }
        // Without a version nothing of it was seen.
        let version = version(typed, &version_field(&reference), &sibling.case);
        with.push(With {
            version: version.unwrap_or(0),
            command: Command::Accept {
                identity: match sibling.case.identity {
                    None => *identity,
                    Some(_) => None,
                },
                papers: papers_of(desk, &sibling.case, asked, papers.clone())?,
            },
            loaded: sibling,
        });
    }
    Ok(with)
}

/// Why none was accepted, where another case stood in the way.
pub(super) fn why_not(other: &Loaded, refusal: Option<&Refusal>) -> Problem {
    let reference = other.case.opened.reference.groups().join(" ");
    let about = |id: &str| Phrase::new(id).with("reference", Said::Name(Name::only(reference.clone())));
    let message = match refusal {
        None => about("casework-accept-other-changed"),
        Some(refusal) => match problem_of(refusal).filter(|problem| problem.field == field::PAPERS) {
            Some(problem) => return problem,
            None => about("casework-accept-other-refused").with("why", Said::Words(Box::new(words::refusal(refusal)))),
        },
    };
    Problem {
        field: field::TOGETHER.to_owned(),
        message,
    }
}
