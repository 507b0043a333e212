//! Who acts: an officer with posts, a resident, or the program itself.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::calendar::Date;
use crate::person::closed_list;
use crate::place::{DivisionCode, Divisions, Level, TownshipCode};

/// Somebody, or the clock, about to give a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Staff.
    Officer(Officer),
    /// Somebody outside the offices.
    Resident(Resident),
    /// What happens by time alone.
    System,
}

/// A member of staff, with everything that decides what they may do today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Officer {
    /// Their id.
    pub id: OfficerId,
    /// Their own posts.
    pub posts: Vec<Post>,
    /// Posts of others that they fill for a while.
    pub substitutions: Vec<Substitution>,
    /// Themselves and their people: cases they must not work on.
    pub kin: Kin,
}

/// A role in a division.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Post {
    /// What they do.
    pub role: Role,
    /// Where.
    pub division: Division,
}

closed_list! {
    /// What a member of staff does.
    Role {
        /// 乡镇（街道）经办人: receives, accepts, makes the first review.
        TownshipOfficer = "township_officer",
        /// 县残联审核人: reviews certificate and grade.
        FederationReviewer = "federation_reviewer",
        /// 县民政局审定人: decides.
        CivilAffairsDecider = "civil_affairs_decider",
        /// 法律援助中心工作人员: receives legal aid and decides on it; sees nothing else.
        LegalAidOfficer = "legal_aid_officer",
        /// 司法局工作人员: decides on what is objected to in legal aid; sees nothing else.
        JusticeOfficer = "justice_officer",
        /// 负责人: gives out work, names substitutes, lets a second list of papers pass, signs second.
        Supervisor = "supervisor",
        /// 审计员: reads who saw and did what; works on nothing.
        Auditor = "auditor",
        /// 管理员: staff, policy, services; sees no case.
        Administrator = "administrator",
    }
}

/// A place that an office serves, at any level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Division {
    /// A county, a prefecture or the province: everything inside it.
    Area(DivisionCode),
    /// A street or township.
    Township(TownshipCode),
}

/// Somebody else's post, filled from one day to another, both included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Substitution {
    /// Whose it is.
    pub of: OfficerId,
    /// The post.
    pub post: Post,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

impl Substitution {
    /// The most days a post is filled for another: a quarter of a year. Who is away for longer is replaced in the list
    /// of staff, which an administrator keeps.
    pub const LONGEST: i64 = 92;

    /// How many days ahead a substitution may begin: leave is planned for the year, and who will be there later nobody
    /// knows today.
    pub const AHEAD: i64 = 366;

    /// The last day of a substitution that begins on one, at the latest.
    pub fn latest_end(from: Date) -> Date {
        from.checked_add(time::Duration::days(Self::LONGEST - 1))
            .unwrap_or(from)
    }

    /// The last day on which a substitution that is named today begins.
    pub fn latest_begin(today: Date) -> Date {
        today.saturating_add(time::Duration::days(Self::AHEAD))
    }

    /// Whether the post is filled on a day.
    pub fn is_on(&self, day: Date) -> bool {
        self.from <= day && day <= self.to.min(Self::latest_end(self.from))
    }

    /// How whoever holds some posts fits to fill others.
    pub fn fit(fills: &[Post], posts: &[Post]) -> Fit {
        // What a legal aid centre works on, and its bureau decides on, is confidential: nobody comes to it by standing in for somebody.
        let apart = [
            Role::Auditor,
            Role::Administrator,
            Role::LegalAidOfficer,
            Role::JusticeOfficer,
        ];
        let works = |post: &Post| !apart.contains(&post.role);
        let can = posts.iter().all(|post| {
            let mut own = fills.iter();
            if works(post) {
                own.any(works)
            } else {
                own.any(|own| own.role == post.role)
            }
        });
        let same = |post: &Post| {
            let mut own = fills.iter();
            own.any(|own| own.role == post.role && own.division.level() == post.division.level())
        };
        if !can {
            Fit::Cannot
        } else if posts.iter().all(same) {
            Fit::Same
        } else {
            Fit::Unlike
        }
    }
}

/// How somebody fits to fill another's posts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// They hold posts of these roles at these levels.
    Same,
    /// They work on cases, in another role or at another level.
    Unlike,
    /// Who works on cases, who works on legal aid, who looks after it all, and who audits it are apart (等保: separation of
    /// duties).
    Cannot,
}

/// People an officer must not work for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kin {
    /// The officer.
    pub own: Option<PersonKey>,
    /// Their household.
    pub household: Vec<PersonKey>,
    /// Relatives they declared.
    pub relatives: Vec<PersonKey>,
}

/// What stands for a person where their number must not: the keyed hash of the resident ID number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PersonKey(pub String);

/// The id of a member of staff.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OfficerId(pub String);

/// Somebody outside the offices, and what the case is to them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resident {
    /// Their account, if they have one.
    pub account: Option<String>,
    /// What the case is to them.
    pub standing: Standing,
}

/// What a case is to somebody outside the offices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is about them, or they are the confirmed guardian.
    Subject,
    /// They handed it in, or may act for whom it is about.
    Filer,
    /// They were asked to confirm a part of it.
    Second,
    /// They may see it for whom it is about, and do nothing in it.
    Viewer,
    /// Nothing: they read a public notice.
    Public,
}

/// Who did something, as it is kept with an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    /// Staff, in a post.
    Officer {
        /// Who.
        id: OfficerId,
        /// The post they acted in.
        post: Post,
        /// Whose post it is, where they filled it for a while.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        instead_of: Option<OfficerId>,
    },
    /// Somebody outside the offices.
    Resident {
        /// Their account, if they have one.
        account: Option<String>,
    },
    /// The program.
    System,
}

impl Officer {
    /// The posts they hold or fill on a day.
    pub fn posts_on(&self, day: Date) -> impl Iterator<Item = Post> {
        let filled = self.substitutions.iter();
        let filled = filled.filter(move |filled| filled.is_on(day));
        self.posts.iter().copied().chain(filled.map(|filled| filled.post))
    }

    /// Whose post it is that they fill on a day; none where it is their own.
    pub fn instead_of(&self, post: Post, day: Date) -> Option<&OfficerId> {
        if self.posts.contains(&post) {
            return None;
        }
        let mut filled = self.substitutions.iter();
        let filled = filled.find(|filled| filled.post == post && filled.is_on(day));
        filled.map(|filled| &filled.of)
    }
}

impl Division {
    /// Six digits or nine.
    pub fn parse(text: &str) -> Option<Self> {
        let area = DivisionCode::parse(text).map(Self::Area);
        area.or_else(|| TownshipCode::parse(text).map(Self::Township))
    }

    /// The level of its office; a township has none of these.
    fn level(&self) -> Option<Level> {
        match self {
            Self::Township(_) => None,
            Self::Area(area) => Divisions::shipped().find(*area).map(|place| place.level),
        }
    }

    /// Whether a township belongs to it: the township itself, or one of the area's counties.
    pub fn covers(&self, township: TownshipCode, county: DivisionCode) -> bool {
        match self {
            Self::Township(own) => *own == township,
            Self::Area(area) => Divisions::shipped().chain(county).any(|place| place.code == *area),
        }
    }
}

impl fmt::Display for Division {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Area(code) => code.fmt(f),
            Self::Township(code) => code.fmt(f),
        }
    }
}

impl TryFrom<String> for Division {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("a division is six digits, a township nine")
    }
}

impl From<Division> for String {
    fn from(division: Division) -> Self {
        division.to_string()
    }
}

impl fmt::Display for OfficerId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Kin {
    /// What one of these people is to the officer.
    pub fn relation(&self, people: &[PersonKey]) -> Option<super::Denied> {
        let any = |kin: &[PersonKey]| kin.iter().any(|key| people.contains(key));
        if any(self.own.as_slice()) {
            Some(super::Denied::OwnCase)
        } else if any(&self.household) {
            Some(super::Denied::HouseholdCase)
        } else if any(&self.relatives) {
            Some(super::Denied::RelativesCase)
        } else {
            None
        }
    }
}

/// What stands in an event's header for whoever did it.
impl By {
    /// Actor, role and office as text: `("0192…", "township_officer", Some("430626001"))`, and of a substitute
    /// `430626001/0193…`, with the officer whose post it is; residents and the program have the roles `resident` and
    /// `system`.
    pub fn to_header(&self) -> (String, &'static str, Option<String>) {
        match self {
            Self::Officer { id, post, instead_of } => {
                let division = post.division;
                let office = match instead_of {
                    Some(of) => format!("{division}/{of}"),
                    None => division.to_string(),
                };
                (id.0.clone(), post.role.as_str(), Some(office))
            }
            Self::Resident { account } => (account.clone().unwrap_or_default(), "resident", None),
            Self::System => (String::new(), "system", None),
        }
    }

    /// Reads [`to_header`](Self::to_header) back.
    pub fn from_header(actor: &str, role: &str, office: Option<&str>) -> Option<Self> {
        match role {
            "resident" => Some(Self::Resident {
                account: (!actor.is_empty()).then(|| actor.to_owned()),
            }),
            "system" => Some(Self::System),
            role => {
                let office = office?;
                let (division, of) = office.split_once('/').map_or((office, None), |(at, of)| (at, Some(of)));
                Some(Self::Officer {
                    id: OfficerId(actor.to_owned()),
                    post: Post {
                        role: Role::parse(role)?,
                        division: Division::parse(division)?,
                    },
                    instead_of: of.map(|of| OfficerId(of.to_owned())),
                })
            }
        }
    }

    /// The officer, if it was one.
    pub fn officer(&self) -> Option<&OfficerId> {
        match self {
            Self::Officer { id, .. } => Some(id),
            Self::Resident { .. } | Self::System => None,
        }
    }

    /// Whose post it was, where an officer filled another's.
    pub fn instead_of(&self) -> Option<&OfficerId> {
        match self {
            Self::Officer { instead_of, .. } => instead_of.as_ref(),
            Self::Resident { .. } | Self::System => None,
        }
    }
}
