//! Cases for tests: the ten people of the domain reference, their offices, and stories told by commands.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot tell its story has failed"
)]
#![allow(dead_code, clippy::allow_attributes, reason = "each test file uses its part")]

#[path = "../shipped/mod.rs"]
pub mod shipped;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde_json::Value as Json;
use zhida::access::{Actor, Division, Kin, Officer, OfficerId, PersonKey, Post, Resident, Role, Standing, Visibility};
use zhida::apply::{
    Application, Assisted, Contact, EnteredBy, FactOrigin, Made, MadePlace, MadeWay, OverlapChoice, OverlapPick, Paper,
    Person, Residence, StatedFact, Statement, Submitter,
};
use zhida::assess::read_person;
use zhida::calendar::{Date, Instant, Month, WorkingDays, parse_date};
use zhida::casework::{
    Assessed, Case, ChoiceTold, Command, Decide, DecideOutcome, Event, FactHeld, FilerSeen, IdentityProof, ItemChoice,
    Opening, Opinion, Recorded, Reference, Refusal, Seen, Sentence, Setting, Source, Submitted, decide, known_facts,
};
use zhida::catalogue::{Catalogue, Service};
use zhida::person::{PersonName, ResidentId, SubmitterRole};
use zhida::place::{DivisionCode, TownshipCode};
use zhida::rule::PolicyValues;

/// The person was at the window, and it was they who had applied.
pub const SEEN: Seen = Seen {
    how: IdentityProof::InPerson,
    filer: FilerSeen::Same,
};

/// Everything that is the same in every story.
pub struct World {
    pub catalogue: Catalogue,
    pub calendar: WorkingDays,
    pub people: Json,
}

pub fn world() -> &'static World {
    static WORLD: OnceLock<World> = OnceLock::new();
    WORLD.get_or_init(|| World {
        catalogue: shipped::catalogue(),
        calendar: WorkingDays::read(WorkingDays::SHIPPED).unwrap_or_else(|error| panic!("{error}")),
        people: serde_json::from_str(include_str!("../data/scenarios.json")).unwrap(),
    })
}

pub fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

pub fn words(text: &str) -> Option<Sentence> {
    Sentence::parse(text)
}

impl World {
    pub fn service(&self, code: &str) -> &Service {
        self.catalogue.service(code).unwrap()
    }

    /// The policy of the province's baseline: a refusal needs a second person, a grant does not.
    pub fn policy(&self) -> &PolicyValues {
        &self.catalogue.profile("hunan_baseline_2021").unwrap().values
    }

    /// What one of the ten people hands in.
    pub fn application(&self, id: &str) -> Application {
        let json = self.people["scenarios"].as_array().unwrap();
        let json = json.iter().find(|person| person["id"] == id).unwrap();
        let person = read_person(&self.catalogue, json).unwrap_or_else(|(_, wrong)| panic!("{wrong:?}"));
        let vocabulary = &self.catalogue.vocabulary;
        let held = vocabulary.facts().filter_map(|fact| {
            let value = vocabulary.value_to_json(fact, person.facts.get(fact)?);
            let name = vocabulary.fact_name(fact).to_owned();
            let origin = if name.starts_with("certificate.") {
                FactOrigin::Register
            } else {
                FactOrigin::Stated
            };
            let fact = StatedFact {
                value,
                origin,
                register_says: None,
            };
            Some((name, fact))
        });
        let name = PersonName::parse("陈德明").unwrap();
        let number = json["beneficiary"]["resident_id"].as_str().unwrap();
        Application {
            services: vec!["living_subsidy".to_owned(), "care_subsidy".to_owned()],
            subject: Person {
                name: name.clone(),
                reading: None,
                resident_id: ResidentId::parse(number).unwrap(),
                certificate_number: None,
                phone: None,
            },
            submitter: Submitter {
                role: SubmitterRole::Oneself,
                name,
                resident_id: None,
                relationship: None,
                organisation: None,
                phone: None,
                authority: None,
            },
            hukou_county: person.hukou_county,
            hukou_township: TownshipCode::parse(json["beneficiary"]["hukou_township"].as_str().unwrap()),
            hukou_address: None,
            residence: Residence {
                in_province: true,
                county: person.hukou_county,
                township: None,
                address: None,
            },
            lists: BTreeMap::new(),
            answers: String::new(),
            facts: held.collect(),
            overlaps: BTreeMap::new(),
            payment: None,
            contact: Contact::default(),
            consents: Vec::new(),
            evidence: vec![Paper {
                kind: "household_register".to_owned(),
                files: Vec::new(),
                bring_to_office: true,
                to_be_confirmed: false,
                shown_by: None,
            }],
            statement: Statement {
                language: "zh-CN".to_owned(),
                text: "以上都是真的。".to_owned(),
            },
            submitted_on: person.applied_on,
            assisted: None,
        }
    }

    /// The case of one service of an application.
    pub fn submitted(&self, application: &Application, service: &str) -> Submitted {
        let outside = TownshipCode::parse("430104001").unwrap();
        let opening = Opening {
            reference: Reference::from_random([1, 2, 3, 4, 5, 6, 7, 8]),
            application: Reference::from_random([8, 7, 6, 5, 4, 3, 2, 1]),
            service: self.service(service),
            policy: self.policy(),
            hukou_county: application.hukou_county,
            township: application.hukou_township.unwrap_or(outside),
            subject_key: PersonKey("subject".to_owned()),
            submitter_key: Some(PersonKey("submitter".to_owned())),
            visibility: Visibility::Normal,
        };
        Submitted::of(application, opening, &self.catalogue)
    }

    /// A story that begins with one of the ten people, at nine in the morning of the day they applied.
    pub fn story(&self, id: &str, service: &str) -> Story {
        Self::told(self.submitted(&self.application(id), service))
    }

    pub fn told(submitted: Submitted) -> Story {
        let today = submitted.on;
        let first = Recorded {
            seq: 1,
            at: Instant::from_epoch_ms(Instant::start_of(today).epoch_ms() + 9 * 3_600_000),
            by: zhida::access::By::Resident { account: None },
            event: Event::Submitted(Box::new(submitted)),
        };
        let events = vec![first];
        Story {
            case: Case::fold(&events).unwrap(),
            events,
            today,
        }
    }

    /// What the rules say once some facts are otherwise.
    pub fn assessed(&self, case: &Case, changed: &[(&str, Json)]) -> Assessed {
        let mut facts = case.facts.clone();
        for (name, value) in changed {
            facts.insert((*name).to_owned(), held(value.clone()));
        }
        let opened = &case.opened;
        let known = known_facts(
            &facts,
            &self.catalogue.vocabulary,
            &opened.subject.resident_id,
            opened.on,
        );
        let service = self.service(&case.opened.service);
        Assessed::of(&self.catalogue, service, &known, self.policy(), case.opened.on)
    }
}

/// That an officer of the township filed it for the person, who signed.
pub fn entered_by(officer: &str, township: TownshipCode, on: Date) -> Assisted {
    Assisted {
        by: EnteredBy {
            officer: OfficerId(officer.to_owned()),
            name: "周敏".to_owned(),
            office: "紫溪市镇人民政府".to_owned(),
            post: Post {
                role: Role::TownshipOfficer,
                division: Division::Township(township),
            },
        },
        made: Made {
            place: MadePlace::Home,
            way: MadeWay::ThumbPrint,
            on,
            witness: None,
            received: None,
            answers: "sha256:0".to_owned(),
            older: Vec::new(),
        },
    }
}

pub fn held(value: Json) -> FactHeld {
    FactHeld {
        value,
        source: Source::Officer,
        register_says: None,
    }
}

/// A case and how it came about.
#[derive(Clone, Debug)]
pub struct Story {
    pub case: Case,
    pub events: Vec<Recorded>,
    pub today: Date,
}

impl Story {
    pub fn on(&mut self, date: &str) -> &mut Self {
        self.today = day(date);
        self
    }

    pub fn tries(&self, actor: &Actor, command: &Command) -> Result<Vec<Event>, Refusal> {
        let world = world();
        let setting = Setting {
            now: Instant::from_epoch_ms(Instant::start_of(self.today).epoch_ms() + 10 * 3_600_000),
            calendar: &world.calendar,
            service: world.service(&self.case.opened.service),
        };
        decide(&self.case, command, actor, &setting)
    }

    /// Gives a command and keeps what happened.
    pub fn does(&mut self, actor: &Actor, command: &Command) -> Result<&mut Self, Refusal> {
        for event in self.tries(actor, command)? {
            let recorded = Recorded {
                seq: self.case.seq + 1,
                at: Instant::from_epoch_ms(Instant::start_of(self.today).epoch_ms() + 10 * 3_600_000),
                by: by(actor),
                event,
            };
            self.case.apply(&recorded);
            self.events.push(recorded);
        }
        Ok(self)
    }

    /// Gives a command that must be carried out.
    pub fn then(&mut self, actor: &Actor, command: &Command) -> &mut Self {
        if let Err(refusal) = self.does(actor, command) {
            panic!("{}: {refusal:?}", command.name());
        }
        self
    }

    /// Through township and federation to the deciding stage.
    pub fn reviewed(&mut self) -> &mut Self {
        let review = Command::Review {
            opinion: Opinion::Meets,
            sentence: words("材料齐全，情况属实。"),
        };
        let accept = accepts();
        let place = self.case.opened.place;
        self.then(&township_officer(place.township.as_str()), &accept);
        self.then(&township_officer(place.township.as_str()), &review);
        self.then(&reviewer(place.county.as_str()), &review)
    }
}

/// 受理, with the person and the one paper they had promised seen at the window.
pub fn accepts() -> Command {
    Command::Accept {
        identity: Some(SEEN),
        papers: vec!["household_register".to_owned()],
    }
}

impl Story {
    /// Another allowance of the same kind is found, which pays 20 yuan; the person takes this one. From the deciding
    /// stage on; then less than the whole can be given.
    pub fn with_another_benefit(&mut self) -> &mut Self {
        let place = self.case.opened.place;
        let fact = match self.case.opened.service.as_str() {
            "care_subsidy" => "other.elderly_care_monthly",
            _ => "other.welfare_living_monthly",
        };
        let found = Command::Correct {
            fact: fact.to_owned(),
            assessment: Box::new(world().assessed(&self.case, &[(fact, Json::from(2000))])),
            new: Some(held(Json::from(2000))),
            sentence: words("民政系统里查到的。"),
        };
        let takes_this = Command::ChooseOverlap {
            choice: OverlapPick::TakeThis,
        };
        self.then(&decider(place.county.as_str()), &found);
        self.then(&subject(), &takes_this)
    }
}

pub fn by(actor: &Actor) -> zhida::access::By {
    match actor {
        Actor::Officer(officer) => zhida::access::By::Officer {
            id: officer.id.clone(),
            post: officer.posts[0],
            instead_of: None,
        },
        Actor::Resident(resident) => zhida::access::By::Resident {
            account: resident.account.clone(),
        },
        Actor::System => zhida::access::By::System,
    }
}

pub fn officer(id: &str, role: Role, division: &str) -> Officer {
    Officer {
        id: OfficerId(id.to_owned()),
        posts: vec![Post {
            role,
            division: Division::parse(division).unwrap(),
        }],
        substitutions: Vec::new(),
        kin: Kin::default(),
    }
}

pub fn township_officer(township: &str) -> Actor {
    Actor::Officer(officer("township", Role::TownshipOfficer, township))
}

pub fn reviewer(county: &str) -> Actor {
    Actor::Officer(officer("federation", Role::FederationReviewer, county))
}

pub fn decider(county: &str) -> Actor {
    Actor::Officer(officer("decider", Role::CivilAffairsDecider, county))
}

pub fn second(county: &str) -> Actor {
    Actor::Officer(officer("second", Role::CivilAffairsDecider, county))
}

pub fn supervisor(county: &str) -> Actor {
    Actor::Officer(officer("supervisor", Role::Supervisor, county))
}

pub fn subject() -> Actor {
    Actor::Resident(Resident {
        account: None,
        standing: Standing::Subject,
    })
}

pub fn public() -> Actor {
    Actor::Resident(Resident {
        account: None,
        standing: Standing::Public,
    })
}

pub fn decides(outcome: DecideOutcome, reasons: &[&str]) -> Command {
    Command::Decide(Decide {
        outcome,
        reasons: reasons.iter().map(|code| (*code).to_owned()).collect(),
        sentence: words("您家的情况我们都核对过了。"),
    })
}

pub fn grants(reasons: &[&str]) -> Command {
    decides(DecideOutcome::Grant, reasons)
}

pub fn refuses(reasons: &[&str]) -> Command {
    decides(DecideOutcome::Refuse, reasons)
}

/// Things of the service are put before the person.
pub fn offers(items: &[&str]) -> Command {
    Command::OfferItems {
        items: items.iter().map(|id| (*id).to_owned()).collect(),
        sentence: words("家里的门窄，这几样进得去。"),
    }
}

/// What the person said on the telephone.
pub fn chooses(item: &str) -> Command {
    Command::ChooseItem(ItemChoice {
        item: item.to_owned(),
        told: ChoiceTold::Phone,
    })
}

/// The choice of somebody with two benefits of a kind.
pub fn chose(pick: OverlapPick) -> OverlapChoice {
    OverlapChoice {
        pick,
        this_monthly: zhida::money::Fen(7000),
        other_monthly: zhida::money::Fen(10_000),
    }
}

pub fn month(text: &str) -> Month {
    Month::parse(text).unwrap()
}

pub fn hukou(application: &mut Application, county: Option<&str>, township: Option<&str>) {
    application.hukou_county = county.map(|code| DivisionCode::parse(code).unwrap());
    application.hukou_township = township.map(|code| TownshipCode::parse(code).unwrap());
}
