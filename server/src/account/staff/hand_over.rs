//! `/office/codes/link` and `/office/codes/one-time`: codes that an officer hands over to somebody whose documents
//! were seen. Who gave which code to whom is kept as an event. What stands on the documents is compared with what is
//! known of the person, and nobody hands a code to themselves or their own people.

use zhida::access::{Division, PersonKey, Role, Sight};
use zhida::account::{Code, Length, SignInName};
use zhida::calendar::{Date, Instant};
use zhida::person::{PersonName, ResidentId};
use zhida::place::{DivisionCode, Divisions};
use zhida_app::account::staff::hand_over::{self, Made, What, names};
use zhida_app::account::{Entries, field, problem};
use zhida_app::question::Problem;
use zhida_app::text::Phrase;

use crate::account::allowance::DOCUMENTS;
use crate::account::forms::{self, again_with, typed_or_empty};
use crate::account::record;
use crate::casework::looked_for;
use crate::message::code::{self, OnItsWay};
use crate::message::reach::mobile;
use crate::portal::random_bytes;
use crate::store::account::{self, LINK_CODE_LASTS, NewLinkCode, OFFICE_CODE_LASTS};
use crate::store::casework::{self, Scope, of_person, person_key};
use crate::store::delegation;
use crate::store::registry;
use crate::store::session::Officer;
use crate::web::routes::HANDS_OVER;
use crate::web::{Answer, Fault, Reply, Typed, Visitor};

/// `GET /office/codes/link`.
pub async fn ask_link(visitor: Visitor) -> Reply {
    visitor.page(|text| hand_over::page(text, What::Link, &Entries::default()))
}

/// `POST /office/codes/link`.
pub async fn link(visitor: Visitor, typed: Typed) -> Answer {
    let (name, number) = match documents(&typed) {
        Ok(documents) => documents,
        Err(problems) => return Ok(shown(&visitor, What::Link, &typed, problems)),
    };
    let officer = officer(&visitor)?;
    let portal = &visitor.portal;
    let person = person_key(&portal.keys, &number);
    if is_kin(officer, &person) {
        return Err(Fault::Forbidden);
    }
    let asks = Asks {
        by: "for_link_code",
        roles: HANDS_OVER,
    };
    if let Err(wrong) = whose(&visitor, officer, asks, (&name, &number, &person)).await? {
        return Ok(shown(&visitor, What::Link, &typed, vec![wrong]));
    }
    let code = Code::of_random(Length::Link, random_bytes());
    let how = typed.get(names::HOW).unwrap_or(names::HERE);
    let sends = match sends(&visitor, how, &person, &code).await? {
        Ok(sends) => sends,
        Err(wrong) => return Ok(shown(&visitor, What::Link, &typed, vec![wrong])),
    };
    let new = NewLinkCode {
        code: &code,
        person: &person,
        name: name.as_str(),
        issued_by: Some(&officer.id),
        office: Some(&officer.office),
        at: portal.now(),
        replaces: true,
    };
    let stream = format!("staff:{}", officer.id);
    let payload = match &sends {
        Some(_) => serde_json::json!({ "person": person, "sent": how }),
        None => serde_json::json!({ "person": person }),
    };
    let mut tx = portal.store.begin().await?;
    account::insert_link_code(&mut tx, &portal.keys, &new).await?;
    if let Some(sends) = &sends {
        code::put_down(portal, &mut tx, portal.random_id(), sends).await?;
    }
    record::append(
        &mut tx,
        &visitor,
        (&stream, "link_code_given"),
        Some(&officer.id.0),
        &payload,
    )
    .await?;
    tx.commit().await?;
    if let Some(sends) = sends {
        let to = match sends {
            OnItsWay::Sms { to, .. } => Some(to.masked()),
            _ => None,
        };
        return Ok(visitor.page(|text| hand_over::sent(text, name.as_str(), to.as_deref())));
    }
    Ok(made(&visitor, What::Link, &code, name.as_str(), LINK_CODE_LASTS))
}

/// The code on its way, where it is not handed over here: to the number in the register, or to an address that an office
/// has recorded. What is not known cannot be chosen.
async fn sends(
    visitor: &Visitor,
    how: &str,
    person: &PersonKey,
    code: &Code,
) -> Result<Result<Option<OnItsWay>, Problem>, Fault> {
    let portal = &visitor.portal;
    let mut reader = portal.store.read();
    let code = code.in_groups();
    let wrong = |message: &str| {
        Err(Problem {
            field: names::HOW.to_owned(),
            message: Phrase::new(message),
        })
    };
    Ok(match how {
        names::NUMBER_OF_REGISTER => {
            let known = registry::find_person_by_key(&mut reader, &portal.keys, person).await?;
            match known.and_then(|known| mobile(known.entry.phone.as_ref())) {
                Some(to) => Ok(Some(OnItsWay::Sms { to, code })),
                None => wrong("staff-link-no-number"),
            }
        }
        names::LETTER => {
            let known = casework::find_reach(&mut reader, &portal.keys, &of_person(person)).await?;
            match known.map(|known| (known.reach.name, known.reach.address)) {
                Some((name, Some(address))) => Ok(Some(OnItsWay::Post {
                    name: name.as_str().to_owned(),
                    address,
                    code,
                })),
                _ => wrong("staff-link-no-address"),
            }
        }
        _ => Ok(None),
    })
}

/// Name and number as they stand on the documents.
pub(super) fn documents(typed: &Typed) -> Result<(PersonName, ResidentId), Vec<Problem>> {
    let name = PersonName::parse(typed_or_empty(typed, names::PERSON));
    let number = ResidentId::parse(typed_or_empty(typed, names::NUMBER));
    match (name, number) {
        (Ok(name), Ok(number)) => Ok((name, number)),
        (name, number) => {
            let name = name.err().map(problem::person_name);
            let number = number.err().map(problem::resident_id);
            Err(name.into_iter().chain(number).collect())
        }
    }
}

/// `GET /office/codes/one-time`.
pub async fn ask_one_time(visitor: Visitor) -> Reply {
    visitor.page(|text| hand_over::page(text, What::OneTime, &Entries::default()))
}

/// `POST /office/codes/one-time`: for an account that is linked to the person at the window, and only for one: what
/// nobody has linked holds nothing but what its owner typed, and no document shows whose it is.
pub async fn one_time(visitor: Visitor, typed: Typed) -> Answer {
    let officer = officer(&visitor)?;
    let portal = &visitor.portal;
    let mut reader = portal.store.read();
    let mut linked = Vec::new();
    let name = SignInName::parse(typed_or_empty(&typed, field::NAME));
    let number = ResidentId::parse(typed_or_empty(&typed, names::NUMBER));
    let (name, number) = match (name, number) {
        (Ok(name), Ok(number)) => (name, number),
        (name, number) => {
            let name = name.err().map(problem::name);
            let number = number.err().map(problem::resident_id);
            let problems = name.into_iter().chain(number).collect();
            return Ok(shown(&visitor, What::OneTime, &typed, problems));
        }
    };
    let person = person_key(&portal.keys, &number);
    if is_kin(officer, &person) {
        return Err(Fault::Forbidden);
    }
    looked_for::keep(portal, officer, "for_one_time_code", Vec::new()).await?;
    if !DOCUMENTS.is_left(&visitor).await? {
        return Ok(shown(&visitor, What::OneTime, &typed, vec![too_often()]));
    }
    for known in account::find_by_name(&mut reader, &portal.keys, &name).await? {
        let links = account::list_links(&mut reader, &portal.keys, &known.id).await?;
        let link = links.into_iter().find(|link| link.linked && link.person == person);
        // A guardian shows the ward's card beside their own.
        let guards = delegation::list_of_agent(&mut reader, &portal.keys, &known.id, portal.today()).await?;
        let guards = guards.into_iter().find(|taken| {
            taken.principal == person && taken.says.role.is_guardian() && taken.is_active(portal.today())
        });
        let name = link.map(|link| link.name).or(guards.map(|taken| taken.terms.principal));
        linked.extend(name.map(|name| (known, name)));
    }
    // Of two accounts with one mobile number nobody knows which is meant.
    let [(known, holds)] = linked.as_slice() else {
        DOCUMENTS.spend(&visitor, 1).await?;
        return Ok(shown(
            &visitor,
            What::OneTime,
            &typed,
            vec![problem::not_linked_account()],
        ));
    };
    let code = Code::of_random(Length::Recovery, random_bytes());
    let stream = format!("account:{}", known.id);
    let payload = serde_json::json!({ "person": person, "office": officer.office });
    let mut tx = portal.store.begin().await?;
    account::insert_office_code(&mut tx, &portal.keys, &known.id, &code, &officer.id, portal.now()).await?;
    record::append(
        &mut tx,
        &visitor,
        (&stream, "one_time_code_given"),
        Some(&officer.id.0),
        &payload,
    )
    .await?;
    tx.commit().await?;
    let shown_name = format!("{} · {}", known.name, holds);
    Ok(made(&visitor, What::OneTime, &code, &shown_name, OFFICE_CODE_LASTS))
}

/// How an officer comes to say who is linked to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// The register or a case says that they are of the officer's place.
    Theirs,
    /// Neither a register nor a case knows them.
    Nobodys,
}

/// What an officer asks about a person for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Asks {
    /// As it is kept that they asked.
    pub by: &'static str,
    /// The roles that may, in the person's place.
    pub roles: &'static [Role],
}

/// Whether an officer may say who is linked to a person; or what is wrong. That they asked is kept, whatever the answer
/// is, and a day allows only so many wrong questions: otherwise the answers would tell one by one who is in the register,
/// and what stands where a number is masked.
pub(super) async fn whose(
    visitor: &Visitor,
    officer: &Officer,
    asks: Asks,
    documents: (&PersonName, &ResidentId, &PersonKey),
) -> Result<Result<Whose, Problem>, Fault> {
    looked_for::keep(&visitor.portal, officer, asks.by, Vec::new()).await?;
    if !DOCUMENTS.is_left(visitor).await? {
        return Ok(Err(too_often()));
    }
    let answer = answer(visitor, officer, asks.roles, documents).await?;
    if answer.is_err() {
        DOCUMENTS.spend(visitor, 1).await?;
    }
    Ok(answer)
}

fn too_often() -> Problem {
    Problem {
        field: names::NUMBER.to_owned(),
        message: Phrase::new("staff-link-too-often"),
    }
}

/// Whether an officer may say who is linked to a person; or what is wrong: the documents are not those of whom the
/// register knows, or it is another place's person. Whom the register does not know, their cases name: one of them must
/// be the officer's to see. What is sealed from the officer is not opened by them either, and gets the words of another
/// place.
async fn answer(
    visitor: &Visitor,
    officer: &Officer,
    roles: &[Role],
    (name, number, person): (&PersonName, &ResidentId, &PersonKey),
) -> Result<Result<Whose, Problem>, Fault> {
    let wrong = |message: &str| {
        Ok(Err(Problem {
            field: names::NUMBER.to_owned(),
            message: Phrase::new(message),
        }))
    };
    let (mismatch, elsewhere) = ("staff-link-mismatch", "staff-link-elsewhere");
    let portal = &visitor.portal;
    let mut reader = portal.store.read();
    let scope = Scope::officer(Sight::of(&officer.access, portal.today()));
    let known = registry::find_person_by_resident_id(&mut reader, &portal.keys, number).await?;
    if let Some(known) = known {
        // First the place: of people elsewhere nobody learns whether a name is theirs.
        if !serves(officer, roles, known.entry.hukou_county, portal.today()) {
            return wrong(elsewhere);
        }
        if known.entry.name != *name {
            return wrong(mismatch);
        }
    } else {
        let anywhere = casework::list_of_person(&mut reader, &portal.keys, &Scope::offices(), person).await?;
        if anywhere.is_empty() {
            return Ok(Ok(Whose::Nobodys));
        }
        let here = casework::list_of_person(&mut reader, &portal.keys, &scope, person).await?;
        if here.is_empty() {
            return wrong(elsewhere);
        }
        if here.iter().all(|line| line.identity.name != *name) {
            return wrong(mismatch);
        }
    }
    if casework::is_sealed_from(&mut reader, &scope, person).await? {
        return wrong(elsewhere);
    }
    Ok(Ok(Whose::Theirs))
}

/// Whether a person is the officer or one of their people.
pub(super) fn is_kin(officer: &Officer, person: &PersonKey) -> bool {
    let kin = &officer.access.kin;
    let mut own = kin.own.iter().chain(&kin.household).chain(&kin.relatives);
    own.any(|own| own == person)
}

/// Whether the officer works for the county today, in one of these roles.
fn serves(officer: &Officer, roles: &[Role], county: DivisionCode, today: Date) -> bool {
    let places = Divisions::shipped();
    let mut posts = officer.access.posts_on(today).filter(|post| roles.contains(&post.role));
    posts.any(|post| match post.division {
        Division::Area(area) => places.chain(county).any(|place| place.code == area),
        Division::Township(township) => places
            .find_township(township)
            .is_some_and(|place| place.county == county),
    })
}

fn made(visitor: &Visitor, what: What, code: &Code, name: &str, lasts: i64) -> Reply {
    let model = Made {
        what,
        code: code.in_groups(),
        name: name.to_owned(),
        until: last_day(visitor.portal.now(), lasts),
    };
    forms::kept_by_nobody(visitor.page(|text| hand_over::made(text, &model)))
}

fn last_day(now: Instant, lasts: i64) -> Date {
    Instant::from_epoch_ms(now.epoch_ms().saturating_add(lasts)).date()
}

fn shown(visitor: &Visitor, what: What, typed: &Typed, problems: Vec<Problem>) -> Reply {
    let entries = again_with(
        typed,
        problems,
        &[names::PERSON, names::NUMBER, names::HOW, field::NAME],
    );
    let status = forms::status(&entries.problems, false);
    visitor.page_with(status, |text| hand_over::page(text, what, &entries))
}

pub(super) fn officer(visitor: &Visitor) -> Result<&Officer, Fault> {
    let session = visitor.session.as_ref().ok_or(Fault::Forbidden)?;
    session.staff.as_ref().ok_or(Fault::Forbidden)
}
