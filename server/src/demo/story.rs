//! How an invented case goes: real commands through the domain, on working days, until today.

use serde_json::json;
use zhida::access::{Actor, By, Resident, Standing};
use zhida::apply::OverlapPick;
use zhida::assess::Outcome;
use zhida::calendar::{Date, Instant, WorkingDays};
use zhida::casework::{
    Assessed, Case, Command, Decide, DecideOutcome, Event, EvidenceGiven, FactHeld, FilerSeen, IdentityProof,
    LetterKind, Met, Opinion, PAPERS_NOT_SUPPLIED, Phase, Receipt, Reconsidered, ReconsideredAs, Recorded, Seen,
    ServiceWay, Setting, Source, Submitted, TakenUp, against, decide, known_facts,
};
use zhida::catalogue::{Catalogue, RuleKind, Service};
use zhida::person::SubmitterRole;
use zhida::place::DivisionCode;
use zhida::rule::PolicyValues;

use super::random::Random;
use super::staff::{CountyOffices, Member};
use super::words::{Words, said};

/// What a story is told with.
pub(super) struct Teller<'a> {
    pub catalogue: &'a Catalogue,
    pub calendar: &'a WorkingDays,
    pub words: &'a Words,
    pub policy: &'a PolicyValues,
    pub service: &'a Service,
    pub offices: &'a CountyOffices,
    pub now: Instant,
}

/// What is out of the ordinary in a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    Plain,
    Papers,
    Lapsed,
    Returned,
    Withdrawn,
    Objected,
    Contested,
    Corrected,
    Declined,
}

impl Turn {
    pub(super) const ALL: [Self; 15] = [
        Self::Plain,
        Self::Plain,
        Self::Plain,
        Self::Plain,
        Self::Plain,
        Self::Papers,
        Self::Papers,
        Self::Lapsed,
        Self::Returned,
        Self::Withdrawn,
        Self::Objected,
        Self::Objected,
        Self::Contested,
        Self::Corrected,
        Self::Declined,
    ];
}

/// A step: who does what, so many working days after the one before at most.
struct Step {
    days: (u64, u64),
    who: Who,
    what: What,
}

#[derive(Clone, Copy)]
enum Who {
    Township,
    Federation,
    Decider,
    Second,
    Supervisor,
    Subject,
    Public,
    System,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Claim,
    Accept,
    Identity,
    Forward,
    Ask,
    Supply,
    Review,
    Return,
    Note,
    Reveal,
    Choose,
    LiftHold,
    Correct,
    Decide,
    Sign,
    Decline,
    Serve,
    Object,
    Unfounded,
    EndNotice,
    Contest,
    PassOn,
    TakeUp,
    Reply,
    Outcome,
    Withdraw,
}

/// A case, told until today.
pub(super) struct Told {
    pub case: Case,
    pub events: Vec<Recorded>,
}

impl Teller<'_> {
    /// Tells a case from its submission; what the domain refuses does not happen.
    pub(super) fn tell(&self, submitted: Submitted, at: Instant, turn: Turn, random: &mut Random) -> Option<Told> {
        let steps = steps(&submitted, turn, random);
        let first = Recorded {
            seq: 1,
            at,
            by: By::Resident { account: None },
            event: Event::Submitted(Box::new(submitted)),
        };
        let mut told = Told {
            case: Case::fold(std::slice::from_ref(&first))?,
            events: vec![first],
        };
        let mut at = at;
        for step in steps {
            at = self.later(at, step.days, random);
            if step.what == What::EndNotice
                && let Some(notice) = told.case.notice
            {
                at = at.max(morning(self.calendar.next_working_day(notice.until), random));
            }
            if at > self.now {
                break;
            }
            self.take(&mut told, &step, at, random);
        }
        Some(told)
    }

    /// So many working days later, in office hours, and never before.
    fn later(&self, at: Instant, (least, most): (u64, u64), random: &mut Random) -> Instant {
        let days = u16::try_from(random.between(least, most)).unwrap_or(0);
        if days == 0 {
            return Instant::from_epoch_ms(
                at.epoch_ms() + i64::try_from(random.between(60_000, 1_500_000)).unwrap_or(0),
            );
        }
        morning(self.calendar.add_working_days(at.date(), days), random)
    }

    fn take(&self, told: &mut Told, step: &Step, at: Instant, random: &mut Random) {
        let case = &told.case;
        let (actor, by) = self.actor(case, step.who, random);
        let setting = Setting {
            now: at,
            calendar: self.calendar,
            service: self.service,
        };
        let Some(command) = self.command(case, step.what, at.date(), random) else {
            return;
        };
        // What cannot be done at this point of this story is left out.
        let Ok(events) = decide(case, &command, &actor, &setting) else {
            return;
        };
        for event in events {
            let recorded = Recorded {
                seq: told.case.seq + 1,
                at,
                by: by.clone(),
                event,
            };
            told.case.apply(&recorded);
            told.events.push(recorded);
        }
    }

    fn actor(&self, case: &Case, who: Who, random: &mut Random) -> (Actor, By) {
        let officer = |member: &Member| {
            let by = By::Officer {
                id: member.officer().id,
                post: member.post,
                instead_of: None,
            };
            (Actor::Officer(member.officer()), by)
        };
        let resident = |standing| {
            let resident = Resident {
                account: None,
                standing,
            };
            (Actor::Resident(resident), By::Resident { account: None })
        };
        match who {
            Who::Township => {
                let here = case.opened.place.township;
                let here = self.offices.townships.iter().find(|(township, _)| *township == here);
                let officers = here.map_or([].as_slice(), |(_, officers)| officers.as_slice());
                // Who has it goes on with it.
                let has = officers
                    .iter()
                    .find(|member| Some(&member.officer().id) == case.assignee.as_ref());
                match has.or(random.one_of(officers)) {
                    Some(member) => officer(member),
                    None => (Actor::System, By::System),
                }
            }
            Who::Federation => officer(&self.offices.federation),
            Who::Decider => officer(&self.offices.deciders[0]),
            Who::Second => officer(&self.offices.deciders[1]),
            Who::Supervisor => officer(&self.offices.supervisor),
            Who::Subject => resident(match case.opened.submitter.role {
                SubmitterRole::Oneself => Standing::Subject,
                _ => Standing::Filer,
            }),
            Who::Public => resident(Standing::Public),
            Who::System => (Actor::System, By::System),
        }
    }

    fn command(&self, case: &Case, what: What, today: Date, random: &mut Random) -> Option<Command> {
        let words = self.words;
        Some(match what {
            What::Claim => Command::Claim,
            What::Accept => Command::Accept {
                identity: Some(Seen {
                    how: if case.opened.submitter.role == SubmitterRole::Oneself {
                        IdentityProof::InPerson
                    } else {
                        IdentityProof::Representative
                    },
                    filer: FilerSeen::Same,
                }),
                papers: case.named_papers().into_iter().map(str::to_owned).collect(),
            },
            What::Identity => Command::ConfirmIdentity {
                seen: Seen {
                    how: IdentityProof::InPerson,
                    filer: FilerSeen::Same,
                },
            },
            What::Forward => Command::Forward(Receipt {
                to: DivisionCode::parse("520103")?,
                office: "贵阳市云岩区民政局".to_owned(),
                number: format!("GZ{:08}", random.below(100_000_000)),
                by: Some(Source::Officer),
            }),
            What::Ask => Command::RequestPapers {
                papers: vec!["household_register".to_owned(), "payment_account".to_owned()],
                sentence: said(&words.papers, random),
            },
            What::Supply => Command::SupplyPapers {
                papers: vec![EvidenceGiven {
                    kind: "household_register".to_owned(),
                    files: Vec::new(),
                }],
            },
            What::Review => {
                let of_township = case.stage == 0;
                let sentences = if of_township {
                    &words.review_township
                } else {
                    &words.review_federation
                };
                let opinion = if case.assessment.outcome == Outcome::Ineligible {
                    Opinion::Fails
                } else {
                    Opinion::Meets
                };
                Command::Review {
                    opinion,
                    sentence: said(sentences, random),
                }
            }
            What::Return => Command::Return {
                sentence: said(&words.returned, random),
            },
            What::Note => Command::Note {
                sentence: said(&words.note, random),
            },
            What::Reveal => Command::Reveal {
                field: "resident_id".to_owned(),
                reason: said(&words.reveal, random),
            },
            What::Choose => {
                let more = case.assessment.monthly > case.assessment.other_monthly;
                Command::ChooseOverlap {
                    choice: if more {
                        OverlapPick::TakeThis
                    } else {
                        OverlapPick::KeepOther
                    },
                }
            }
            What::LiftHold => {
                let facts = [("certificate.status".to_owned(), by_register(json!("valid")))];
                Command::LiftHold {
                    assessment: Box::new(self.assessed(case, &facts)),
                    facts: facts.into(),
                }
            }
            What::Correct => {
                let new = by_register(json!("none"));
                let facts = [("household.aid_status".to_owned(), new.clone())];
                Command::Correct {
                    fact: "household.aid_status".to_owned(),
                    assessment: Box::new(self.assessed(case, &facts)),
                    new: Some(new),
                    sentence: said(&words.corrected, random),
                }
            }
            What::Decide => Command::Decide(self.decision(case, today, random)),
            What::Sign => Command::SignSecond,
            What::Decline => Command::DeclineSecond {
                sentence: said(&words.declined, random),
            },
            What::Serve => {
                let way = *random.one_of(&[ServiceWay::InPerson, ServiceWay::Post, ServiceWay::InPerson])?;
                let number = || format!("XA{}", case.opened.reference);
                Command::ServeLetter {
                    letter: LetterKind::Decision,
                    on: today,
                    way,
                    notes: way.needs().iter().map(|note| (*note, number())).collect(),
                }
            }
            What::Object => Command::Object {
                sentence: said(&words.objection, random),
                contact: None,
            },
            What::Unfounded => {
                let upheld = random.percent(25);
                Command::DecideObjection {
                    number: case.open_objections().next()?.number,
                    upheld,
                    sentence: said(if upheld { &words.upheld } else { &words.unfounded }, random),
                }
            }
            What::EndNotice if case.phase == Phase::Decided => Command::EndNotice,
            What::EndNotice => return None,
            What::Contest => Command::Contest {
                sentence: said(&words.contested, random),
            },
            What::PassOn => Command::ContestPassOn {
                on: today,
                number: format!("收据{}号", random.between(1, 99)),
            },
            What::TakeUp => Command::ContestTakeUp(TakenUp {
                on: today,
                received_on: today,
                number: format!("政复受〔{}〕{}号", today.year(), random.between(1, 99)),
                simple: random.percent(50),
            }),
            What::Reply => Command::ContestReply { on: today },
            What::Outcome => {
                let annulled = random.percent(30);
                let (result, sentences) = if annulled {
                    (ReconsideredAs::Annulled, &words.annulled)
                } else {
                    (ReconsideredAs::Upheld, &words.confirmed)
                };
                Command::ContestOutcome {
                    outcome: Reconsidered {
                        result,
                        number: format!("政复决〔{}〕{}号", today.year(), random.between(1, 99)),
                        on: today,
                        served_on: Some(today),
                        pays: None,
                        again_by: None,
                    },
                    sentence: said(sentences, random),
                }
            }
            What::Withdraw => Command::Withdraw {
                sentence: said(&words.withdrawn, random),
                seen: None,
            },
        })
    }

    /// What an officer decides by the facts held: all that is met, or what speaks against it.
    fn decision(&self, case: &Case, today: Date, random: &mut Random) -> Decide {
        let assessment = &case.assessment;
        let speaks = against(case, self.service, today);
        let lapsed = speaks.iter().any(|code| code == PAPERS_NOT_SUPPLIED);
        let takes = case.pick() != Some(OverlapPick::KeepOther);
        if assessment.outcome.grantable() && takes && !lapsed {
            let carries = [RuleKind::Ground, RuleKind::Note, RuleKind::Overlap];
            let met = assessment
                .trace
                .iter()
                .filter(|line| line.result == Met::Met && carries.contains(&line.kind));
            return Decide {
                outcome: DecideOutcome::Grant,
                reasons: met.map(|line| line.code.clone()).collect(),
                sentence: said(&self.words.grant, random),
            };
        }
        Decide {
            outcome: DecideOutcome::Refuse,
            reasons: speaks,
            sentence: said(if lapsed { &self.words.lapsed } else { &self.words.refuse }, random),
        }
    }

    fn assessed(&self, case: &Case, changed: &[(String, FactHeld)]) -> Assessed {
        let mut facts = case.facts.clone();
        facts.extend(changed.iter().cloned());
        let on = case.opened.on;
        let known = known_facts(&facts, &self.catalogue.vocabulary, &case.opened.subject.resident_id, on);
        Assessed::of(self.catalogue, self.service, &known, self.policy, on)
    }
}

fn by_register(value: serde_json::Value) -> FactHeld {
    FactHeld {
        value,
        source: Source::Register,
        register_says: None,
    }
}

/// A moment between half past eight and noon.
pub(super) fn morning(day: Date, random: &mut Random) -> Instant {
    let minutes = i64::try_from(random.between(510, 720)).unwrap_or(0);
    let seconds = i64::try_from(random.below(60_000)).unwrap_or(0);
    Instant::from_epoch_ms(Instant::start_of(day).epoch_ms() + minutes * 60_000 + seconds)
}

/// The steps of a story. Some are taken late, so that some cases are overdue.
fn steps(submitted: &Submitted, turn: Turn, random: &mut Random) -> Vec<Step> {
    let slow = random.percent(20);
    let review = if slow { (9, 26) } else { (2, 8) };
    let step = |days, who, what| Step { days, who, what };
    let mut steps = vec![step((0, 2), Who::Township, What::Claim)];
    if submitted.terms.forward_only {
        steps.push(step((0, 2), Who::Township, What::Identity));
        steps.push(step((1, 5), Who::Township, What::Forward));
        return steps;
    }
    if matches!(turn, Turn::Papers | Turn::Lapsed) {
        steps.push(step((0, 1), Who::Township, What::Ask));
    }
    match turn {
        Turn::Papers => steps.push(step((2, 12), Who::Subject, What::Supply)),
        Turn::Lapsed => steps.push(step((17, 20), Who::Township, What::Note)),
        _ => {}
    }
    if submitted.assessment.outcome == Outcome::ChooseOne {
        steps.push(step((0, 1), Who::Subject, What::Choose));
    }
    steps.push(step((0, 2), Who::Township, What::Accept));
    if random.percent(25) {
        steps.push(step((0, 1), Who::Township, What::Reveal));
    }
    if turn == Turn::Withdrawn {
        steps.push(step((1, 6), Who::Subject, What::Withdraw));
    }
    steps.push(step(review, Who::Township, What::Review));
    steps.push(step((0, 2), Who::Federation, What::Claim));
    if turn == Turn::Returned {
        steps.push(step((1, 3), Who::Federation, What::Return));
        steps.push(step((1, 4), Who::Township, What::Review));
        steps.push(step((0, 2), Who::Federation, What::Claim));
    }
    if submitted.assessment.outcome == Outcome::OnHold && random.percent(50) {
        steps.push(step((10, 40), Who::Federation, What::LiftHold));
    }
    steps.push(step(review, Who::Federation, What::Review));
    steps.push(step((0, 2), Who::Decider, What::Claim));
    if turn == Turn::Corrected {
        steps.push(step((0, 2), Who::Decider, What::Correct));
    }
    steps.push(step(review, Who::Decider, What::Decide));
    if turn == Turn::Declined {
        steps.push(step((0, 2), Who::Second, What::Decline));
        steps.push(step((1, 2), Who::Decider, What::Decide));
    }
    steps.push(step((0, 3), Who::Second, What::Sign));
    steps.push(step((1, 5), Who::Township, What::Serve));
    if turn == Turn::Objected {
        steps.push(step((0, 1), Who::Public, What::Object));
        steps.push(step((4, 12), Who::Supervisor, What::Unfounded));
    }
    steps.push(step((1, 1), Who::System, What::EndNotice));
    if turn == Turn::Contested {
        steps.push(step((3, 30), Who::Subject, What::Contest));
        // Those who decided do not record the result.
        steps.push(step((0, 3), Who::Decider, What::PassOn));
        steps.push(step((1, 5), Who::Supervisor, What::TakeUp));
        steps.push(step((2, 9), Who::Decider, What::Reply));
        steps.push(step((8, 25), Who::Supervisor, What::Outcome));
    }
    steps
}
