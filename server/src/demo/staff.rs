//! The offices of the demonstration: a full chain for each county of the ten people, and who watches over them.

use uuid::Uuid;
use zhida::access::{Division, Kin, Officer, OfficerId, PersonKey, Post, Role};
use zhida::place::{DivisionCode, Divisions, TownshipCode};

use super::random::Random;
use super::words::Words;

/// A member of staff.
#[derive(Clone, Debug)]
pub struct Member {
    /// Their id.
    pub id: Uuid,
    /// What they sign in with: `pingjiang-township`.
    pub login: String,
    /// Their name.
    pub name: String,
    /// Where they work, as it is named.
    pub office: String,
    /// What they do.
    pub post: Post,
    /// A declared relative, for whom they must not work.
    pub relative: Option<PersonKey>,
}

/// The offices of a county.
#[derive(Clone, Debug)]
pub struct CountyOffices {
    /// The county.
    pub county: DivisionCode,
    /// Its townships that have officers, the busiest first, each with its officers.
    pub townships: Vec<(TownshipCode, Vec<Member>)>,
    /// 县残联
    pub federation: Member,
    /// Who signs second there, where the federation decides a service.
    pub federation_second: Member,
    /// 县民政局: the second one signs for the first.
    pub deciders: [Member; 2],
    /// Those of the legal aid centre, of whom one receives and another decides.
    pub legal_aid: [Member; 2],
    /// The one of the justice bureau, to whom one objects to what the centre refuses.
    pub justice: Member,
    /// 负责人
    pub supervisor: Member,
}

impl Member {
    /// As the domain knows them.
    pub(super) fn officer(&self) -> Officer {
        Officer {
            id: OfficerId(self.id.to_string()),
            posts: vec![self.post],
            substitutions: Vec::new(),
            kin: Kin {
                relatives: self.relative.iter().cloned().collect(),
                ..Kin::default()
            },
        }
    }
}

impl CountyOffices {
    /// The offices of a county: two officers in the first township, one in two more.
    pub(super) fn invent(
        county: DivisionCode,
        first: TownshipCode,
        words: &Words,
        random: &mut Random,
    ) -> Option<Self> {
        let places = Divisions::shipped();
        let place = places.find(county)?;
        let short = place.name_en.split(' ').next()?.to_ascii_lowercase();
        let hire = |login: String, office: String, role: Role, division: Division, random: &mut Random| Member {
            id: id_of(random, 1_700_000_000_000),
            login,
            name: words.name(random.percent(50), random),
            office,
            post: Post { role, division },
            relative: None,
        };
        let others = places
            .townships_of(county)
            .filter(|township| township.in_pick_list() && township.code != first);
        let worked: Vec<TownshipCode> = std::iter::once(first)
            .chain(others.map(|township| township.code))
            .take(3)
            .collect();
        let mut townships = Vec::new();
        for (index, code) in worked.into_iter().enumerate() {
            let office = places.find_township(code)?.name_zh.to_owned();
            let division = Division::Township(code);
            let turn = |n: usize| if n == 1 { String::new() } else { format!("-{n}") };
            let logins = match index {
                0 => vec![format!("{short}-township"), format!("{short}-township{}", turn(2))],
                index => vec![format!("{short}-township{}", turn(index + 2))],
            };
            let officers = logins.into_iter();
            let officers = officers.map(|login| hire(login, office.clone(), Role::TownshipOfficer, division, random));
            townships.push((code, officers.collect()));
        }
        let area = Division::Area(county);
        let named = |office: &str| format!("{}{office}", place.name_zh);
        let mut of_county =
            |login: &str, office: &str, role| hire(format!("{short}-{login}"), named(office), role, area, random);
        // With a chance of its own: who else is invented does not hang on it.
        let mut own = Random::seeded(county.as_str().parse().ok()?);
        let federation_second = hire(
            format!("{short}-federation-2"),
            named("残联"),
            Role::FederationReviewer,
            area,
            &mut own,
        );
        let mut centre = |login: &str| {
            hire(
                format!("{short}-{login}"),
                named("法律援助中心"),
                Role::LegalAidOfficer,
                area,
                &mut own,
            )
        };
        let legal_aid = [centre("legal-aid"), centre("legal-aid-2")];
        let justice = hire(
            format!("{short}-justice"),
            named("司法局"),
            Role::JusticeOfficer,
            area,
            &mut own,
        );
        Some(Self {
            county,
            townships,
            federation: of_county("federation", "残联", Role::FederationReviewer),
            federation_second,
            deciders: [
                of_county("civil", "民政局", Role::CivilAffairsDecider),
                of_county("civil-2", "民政局", Role::CivilAffairsDecider),
            ],
            legal_aid,
            justice,
            supervisor: of_county("supervisor", "民政局", Role::Supervisor),
        })
    }

    /// Everybody.
    pub fn members(&self) -> impl Iterator<Item = &Member> {
        let townships = self.townships.iter().flat_map(|(_, officers)| officers);
        let county = [
            &self.federation,
            &self.federation_second,
            &self.deciders[0],
            &self.deciders[1],
            &self.legal_aid[0],
            &self.legal_aid[1],
            &self.justice,
            &self.supervisor,
        ];
        townships.chain(county)
    }
}

/// The province's auditor and administrator.
pub(super) fn provincial(words: &Words, random: &mut Random) -> Vec<Member> {
    let roles = [(Role::Auditor, "auditor"), (Role::Administrator, "admin")];
    let members = roles.into_iter().map(|(role, login)| Member {
        id: id_of(random, 1_700_000_000_000),
        login: login.to_owned(),
        name: words.name(random.percent(50), random),
        office: "湖南省民政厅".to_owned(),
        post: Post {
            role,
            division: Division::Area(DivisionCode::HUNAN),
        },
        relative: None,
    });
    members.collect()
}

/// An id of version 7 at a moment.
pub(super) fn id_of(random: &mut Random, at_ms: u64) -> Uuid {
    uuid::Builder::from_unix_timestamp_millis(at_ms, &random.bytes()).into_uuid()
}
