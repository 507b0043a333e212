//! Official papers on a case as pages, for the person and for the office alike.

use zhida::access::OfficerId;
use zhida::calendar::Date;
use zhida::casework::{Case, Pause, Recorded, ResultKind};
use zhida::letter::{
    AcceptanceLetter, DecisionLetter, FirstPayment as First, ForwardingLetter, Found, MissingPapersLetter,
    OfficialForm, Paper, ReconsideredLetter, Sheet as Head, Turn,
};
use zhida_app::frame::Page;
use zhida_app::letter::decision::{self, Account, Contest, FirstPayment, Letter, Reason, Verdict};
use zhida_app::letter::form::{self, Form, OfficeSays, Opinions, Said, Section};
use zhida_app::letter::missing::{self, Again as AskedAgain, Missing};
use zhida_app::letter::receipt::{self, Receipt, Step};
use zhida_app::letter::reconsidered::{self, Again, Court, Objected, Pays, Reconsidered};
use zhida_app::letter::record::{self, Record};
use zhida_app::letter::{Sheet, Signed, To};
use zhida_app::text::{Language, Level, Phrase, Text};

pub use form::page as form_page;

use super::{names, records, stated};
use crate::casework::words as casework;
use crate::catalogue::{Judge, words};
use crate::portal::Portal;

/// Where a paper was opened from, and what can be done from it.
#[derive(Clone, Debug, Default)]
pub struct Around {
    /// The page it was opened from: its words and address.
    pub back: Option<(String, String)>,
    /// The page to ask for reconsideration on, as long as that is possible.
    pub contest: Option<String>,
    /// The page to hand in papers on.
    pub papers: Option<String>,
}

/// A case, and the events its papers were made from.
#[derive(Clone, Copy, Debug)]
pub struct Issued<'a> {
    /// As it stands: what can still be done.
    pub case: &'a Case,
    /// Everything that happened.
    pub events: &'a [Recorded],
}

/// What the application says that the case does not.
#[derive(Clone, Debug, Default)]
pub struct Stated {
    /// Who handed it in, where that was somebody else.
    pub by: Option<String>,
    /// Where the money goes, as it was handed in.
    pub account: Option<Account>,
    /// The answers, by subject.
    pub sections: Vec<Section>,
    /// The statement of truth as it was shown.
    pub statement: Vec<String>,
    /// Who agreed to it.
    pub agreed: Option<(String, Date)>,
    /// The application's reference, in spoken groups.
    pub reference: Option<String>,
    /// What was applied for.
    pub services: Vec<Phrase>,
}

impl Stated {
    /// Of the sections, whom it is for and who handed it in.
    pub(crate) fn people(&self) -> impl Iterator<Item = &Section> {
        let people = ["letter-form-person", "letter-form-helper"];
        self.sections
            .iter()
            .filter(move |section| people.contains(&section.title.id()))
    }
}

/// Which paper an address names: `decision` the last one of its kind, `decision-1` the first.
pub fn named(document: &str, events: &[Recorded]) -> Option<(Paper, usize)> {
    let (kind, turn) = match document.split_once('-') {
        Some((kind, turn)) => (kind, Some(turn.parse().ok()?)),
        None => (document, None),
    };
    let paper = Paper::parse(kind)?;
    Some((paper, turn.unwrap_or_else(|| paper.count(events))))
}

/// A letter, to be shown as a page and made in every other form.
pub enum Model {
    /// 决定书
    Decision(Box<Letter>),
    /// 受理通知书
    Receipt(Box<Receipt>),
    /// 一次性告知书
    Missing(Box<Missing>),
    /// 行政复议结果告知书
    Reconsidered(Box<Reconsidered>),
    /// 转办函
    Forwarding(Box<Record>),
}

impl Model {
    /// The letter as a page.
    pub fn page(&self, text: Text<'_>) -> Page {
        match self {
            Self::Decision(letter) => decision::page(text, letter),
            Self::Receipt(letter) => receipt::page(text, letter),
            Self::Missing(letter) => missing::page(text, letter),
            Self::Reconsidered(letter) => reconsidered::page(text, letter),
            Self::Forwarding(letter) => record::page(text, letter),
        }
    }

    /// Head and foot.
    fn sheet(&self) -> &Sheet {
        match self {
            Self::Decision(letter) => &letter.sheet,
            Self::Receipt(letter) => &letter.sheet,
            Self::Missing(letter) => &letter.sheet,
            Self::Reconsidered(letter) => &letter.sheet,
            Self::Forwarding(letter) => &letter.sheet,
        }
    }

    /// Whom it is for; nobody where it goes to another office.
    pub fn to(&self) -> Option<&str> {
        self.sheet().to.as_ref().map(|to| to.name.as_str())
    }

    /// The day it was written.
    pub fn on(&self) -> Option<Date> {
        self.sheet().signed.as_ref().map(|signed| signed.on)
    }
}

/// A letter that names no officer; nothing where there is none, and for decisions, which do.
pub fn model(portal: &Portal, of: &Issued<'_>, (paper, turn): (Paper, usize), around: &Around) -> Option<Model> {
    Some(match paper {
        Paper::Acceptance => Model::Receipt(Box::new(receipt(portal, of, around)?)),
        Paper::MissingPapers => Model::Missing(Box::new(missing(portal, of, turn, around)?)),
        Paper::Reconsidered => Model::Reconsidered(Box::new(reconsidered(portal, of, turn, around)?)),
        Paper::Forwarding => {
            let letter = ForwardingLetter::of(of.events)?;
            Model::Forwarding(Box::new(records::forwarding(portal, &letter, around, None)))
        }
        Paper::Decision => return None,
    })
}

/// The decision letter; nothing before a decision was in force.
pub fn decision(
    portal: &Portal,
    of: &Issued<'_>,
    turn: usize,
    (around, stated): (&Around, &Stated),
    officer: impl Fn(&OfficerId) -> String,
) -> Option<Letter> {
    let letter = DecisionLetter::of(of.events, turn)?;
    let case = of.case;
    // The day it arrived comes after it: it is said beside the letter, and of the one that counts alone.
    let last = turn == Paper::Decision.count(of.events);
    let arrived = case.decision_served_on().filter(|_| last);
    let counted = arrived.zip(case.contest_until(&portal.calendar).and_then(|due| due.on));
    let verdict = match (letter.result, letter.granted) {
        (ResultKind::Partial, Some(granted)) => Verdict::Partial {
            monthly: granted.monthly,
            from: granted.from,
        },
        (_, Some(granted)) => Verdict::Grant {
            monthly: granted.monthly,
            from: granted.from,
        },
        (ResultKind::Grant, None) => Verdict::Provide,
        (_, None) => Verdict::Refuse,
    };
    let reasons = letter.reasons.iter().map(|reason| Reason {
        speaks_for: reason.speaks_for,
        says: Phrase::new(if reason.as_check {
            format!("{}.check", reason.text_id)
        } else {
            reason.text_id.clone()
        }),
        basis: reason.basis_id.clone().map(Phrase::new),
    });
    let turn = match verdict {
        Verdict::Refuse => what_turns(portal, case),
        Verdict::Grant { .. } | Verdict::Provide | Verdict::Partial { .. } => Turn::default(),
    };
    Some(Letter {
        sheet: sheet(portal, &letter.sheet, around),
        service: Phrase::new(letter.sheet.service_id.clone()),
        reference: letter.sheet.reference.groups().join(" "),
        submitted_on: letter.sheet.submitted_on,
        submitted_by: stated.by.clone(),
        entered: of
            .case
            .opened
            .assisted
            .as_ref()
            .map(|assisted| casework::entered(of.case, assisted)),
        verdict,
        thing: letter.item.as_deref().map(|item| words::of("item", item)),
        account: match &letter.payment {
            Some(recorded) => stated::account_of(recorded),
            None => stated.account.clone().unwrap_or(Account::None),
        },
        first: letter.granted.and_then(|granted| granted.first).map(first_payment),
        notice_until: letter.notice_until,
        found: letter.found.iter().map(|found| fact_found(portal, found)).collect(),
        signers: (officer(letter.author.officer()), letter.second.as_ref().map(&officer)),
        reasons: reasons.collect(),
        sentence: letter.sentence.clone(),
        nearest: turn.text_ids.into_iter().map(Phrase::new).collect(),
        open: turn.open,
        contest: Contest {
            to: names::contested_at(portal, case),
            days: u32::from(letter.contest.within.days()),
            counted,
            href: around.contest.clone(),
            objection: letter.contest.office.map(|office| decision::Objection {
                days: u32::from(office.limit.days()),
                basis: contest_basis(portal, case),
            }),
        },
    })
}

/// A fact with its value, in words.
fn fact_found(portal: &Portal, found: &Found) -> (Phrase, Phrase, Option<Phrase>) {
    let text = portal.texts.of(Language::ZhCn, Level::Standard);
    let value = casework::value(text, &portal.catalogue.vocabulary, &found.fact, &found.value);
    (
        words::of("fact", &found.fact),
        value,
        found.source.map(casework::source),
    )
}

fn first_payment(first: First) -> FirstPayment {
    FirstPayment {
        by: first.by,
        until: first.until,
        sum: first.sum,
    }
}

/// 行政复议结果告知书; nothing before a reconsideration has ended.
pub fn reconsidered(portal: &Portal, of: &Issued<'_>, turn: usize, around: &Around) -> Option<Reconsidered> {
    let letter = ReconsideredLetter::of(of.events, turn, &portal.calendar)?;
    Some(Reconsidered {
        sheet: sheet(portal, &letter.sheet, around),
        service: Phrase::new(letter.sheet.service_id.clone()),
        reference: letter.sheet.reference.groups().join(" "),
        asked_on: letter.asked_on,
        by: match &letter.office {
            Some(office) => names::office(portal, office),
            None => names::government(portal, letter.by),
        },
        objection: letter.office.map(|_| Objected {
            basis: contest_basis(portal, of.case),
        }),
        result: letter.result,
        number: letter.number,
        on: letter.on,
        reasons: letter.reasons,
        pays: letter.pays.map(|pays| Pays {
            monthly: pays.monthly,
            from: pays.from,
            first: pays.first.map(first_payment),
        }),
        again: letter.again.map(|again| Again {
            until: again.until,
            meanwhile: again.meanwhile,
            from: again.from,
        }),
        court: letter.court.map(|court| Court {
            days: u32::from(court.within.days()),
            counted: court.counted,
        }),
        ask_again_until: letter.ask_again_until,
    })
}

/// The law by which one objects.
fn contest_basis(portal: &Portal, case: &Case) -> Option<Phrase> {
    let service = portal.catalogue.service(&case.opened.service)?;
    let basis = service.contest.as_ref()?.basis.as_ref()?;
    Some(words::of("basis", basis))
}

/// What would turn a refusal, in words.
fn what_turns(portal: &Portal, case: &Case) -> Turn {
    let Ok(judge) = Judge::of(portal, case) else {
        return Turn::default();
    };
    let Ok(values) = judge.policy(case) else {
        return Turn::default();
    };
    DecisionLetter::turn(case, judge.catalogue, judge.service, &values)
}

/// 受理通知书; nothing before the case was accepted.
pub fn receipt(portal: &Portal, of: &Issued<'_>, around: &Around) -> Option<Receipt> {
    let letter = AcceptanceLetter::of(of.events, &portal.calendar)?;
    let provisional = letter.steps.iter().any(|step| step.provisional && step.until.is_some());
    let steps = letter.steps.into_iter().map(|step| Step {
        name: names::act_of(portal, step.text_id),
        who: names::office(portal, &step.office),
        days: u32::from(step.days),
        until: step.until,
    });
    Some(Receipt {
        sheet: sheet(portal, &letter.sheet, around),
        service: Phrase::new(letter.sheet.service_id.clone()),
        reference: letter.sheet.reference.groups().join(" "),
        submitted_on: letter.sheet.submitted_on,
        accepted_on: letter.sheet.on,
        papers: letter.papers.into_iter().map(Phrase::new).collect(),
        to_come: letter.to_come.into_iter().map(Phrase::new).collect(),
        steps: steps.collect(),
        provisional,
        phone: names::phone(portal, &letter.sheet.office),
    })
}

/// 一次性告知书; nothing where no papers were asked for.
pub fn missing(portal: &Portal, of: &Issued<'_>, turn: usize, around: &Around) -> Option<Missing> {
    let letter = MissingPapersLetter::of(of.events, turn)?;
    let papers = letter
        .papers
        .iter()
        .map(|kind| (words::of("evidence", kind), names::paper_says(portal, kind)));
    let later = of.case.papers_hold_up_nothing();
    let waits = later || of.case.pause(portal.today()) == Some(Pause::Applicant);
    let open = waits && of.case.open_list().is_some_and(|list| list.number == letter.list);
    Some(Missing {
        sheet: sheet(portal, &letter.sheet, around),
        service: Phrase::new(letter.sheet.service_id.clone()),
        reference: letter.sheet.reference.groups().join(" "),
        submitted_on: letter.sheet.submitted_on,
        papers: papers.collect(),
        sentence: letter.sentence.clone(),
        until: letter.until,
        later: letter.later,
        again: (letter.list > 1).then_some(AskedAgain {
            turn: letter.list,
            by_supervisor: letter.by_supervisor,
        }),
        href: around.papers.clone().filter(|_| open),
        brought_to: words::brought_to(portal.catalogue.service(&of.case.opened.service)),
        phone: names::phone(portal, &letter.sheet.office),
    })
}

/// 申请审批表 of an application: `cases` are its cases, each with whether its opinions may be seen; the first one is that
/// it was opened from. `officer` names who signed.
pub fn form(
    portal: &Portal,
    cases: &[(&Case, bool)],
    around: &Around,
    stated: Stated,
    officer: impl Fn(&OfficerId) -> String,
) -> Option<Form> {
    let (case, _) = cases.first()?;
    let mut sheet = sheet(portal, &OfficialForm::of(case).sheet, around);
    sheet.number = None;
    sheet.to = None;
    sheet.signed = None;
    // Always in the same order, whichever it was opened from.
    let mut cases: Vec<_> = cases.to_vec();
    cases.sort_by_key(|(case, _)| case.opened.reference);
    let opinions = cases
        .iter()
        .map(|(case, shown)| opinions(portal, case, *shown, &officer));
    let services = if stated.services.is_empty() {
        vec![words::of("service", &case.opened.service)]
    } else {
        stated.services
    };
    let codes: Vec<&str> = cases.iter().map(|(case, _)| case.opened.service.as_str()).collect();
    Some(Form {
        sheet,
        title: names::form(portal, &codes),
        services,
        reference: Some(
            stated
                .reference
                .unwrap_or_else(|| case.opened.reference.groups().join(" ")),
        ),
        sections: stated.sections,
        statement: stated.statement,
        agreed: stated.agreed,
        village: cases.iter().any(|(case, _)| case.opened.terms.notice.is_some()),
        opinions: opinions.collect(),
        whole: None,
    })
}

/// What the offices have said of one case, where that may be seen.
fn opinions(portal: &Portal, case: &Case, shown: bool, officer: &impl Fn(&OfficerId) -> String) -> Opinions {
    let official = OfficialForm::of(case);
    let offices = official.opinions.iter().map(|opinion| {
        let said = opinion.text_id.clone().filter(|_| shown).and_then(|text_id| {
            Some(Said {
                opinion: Phrase::new(text_id),
                sentence: opinion.sentence.clone().unwrap_or_default(),
                officer: opinion.officer.as_ref().map(officer).unwrap_or_default(),
                second: opinion.second.as_ref().map(officer),
                instead_of: opinion.instead_of.as_ref().map(officer),
                on: opinion.on?,
            })
        });
        OfficeSays {
            stage: names::act_of(portal, opinion.stage_id.clone()),
            office: names::office(portal, &opinion.office),
            said,
        }
    });
    Opinions {
        service: words::of("service", &case.opened.service),
        pays: official.pays.filter(|_| shown),
        offices: offices.collect(),
    }
}

/// Head and foot.
pub(super) fn sheet(portal: &Portal, head: &Head, around: &Around) -> Sheet {
    let office = names::issuer(portal, &head.office);
    Sheet {
        back: around.back.clone(),
        number: Some(head.number.to_string()),
        to: Some(To {
            name: head.to.as_str().to_owned(),
            number: head.resident_id_masked.clone(),
        }),
        signed: Some(Signed {
            office: office.clone(),
            on: head.on,
        }),
        office,
    }
}
