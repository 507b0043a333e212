//! What the address of the queue asks for, and the form that makes such addresses.

use std::fmt::Write as _;

use zhida::access::{OfficerId, Sight};
use zhida::casework::{ContestStage, Terms};
use zhida::place::{Divisions, TownshipCode};
use zhida_app::casework::as_it_is;
use zhida_app::casework::queue::{Filter as Narrows, ListKind, Reach};
use zhida_app::question::Answer as Choice;
use zhida_app::text::{Name, Phrase};

use super::desk::Desk;
use super::turn::{of_others, only_supervises, stages};
use super::words;
use crate::catalogue::words::of;
use crate::store::casework::{
    self, Assigned, Cursor, DueBy, Filter, OBJECTION, PageOf, SECOND_SIGNATURE, Sort, StateOf, Work,
};
use crate::store::staff;
use crate::web::Typed;

/// Cases on a page.
const SIZE: u32 = 25;

/// What the address asks for.
pub(super) struct Asked {
    /// As it stands there.
    pub typed: Typed,
    /// Whose work it is about.
    pub reach: Reach,
    /// The page of the list.
    pub page: PageOf,
    /// The ready-made list.
    pub list: Option<ListKind>,
    /// Whether the form narrows it.
    pub narrowed: bool,
    /// What has just been done.
    pub done: Option<Phrase>,
}

/// What narrows and sorts; kept from page to page, with the ready-made list and whose work it is.
const FIELDS: [&str; 7] = ["stage", "service", "township", "state", "assignee", "due", "sort"];
const KEPT: [&str; 2] = ["scope", "list"];

impl Asked {
    /// What is unknown in an address narrows nothing.
    pub fn read(desk: &Desk, typed: Typed) -> Self {
        let given = |name: &str| typed.get(name).filter(|value| !value.is_empty());
        let list = match given("list") {
            Some("mine") => Some(ListKind::Mine),
            Some("unclaimed") => Some(ListKind::Unclaimed),
            Some("overdue") => Some(ListKind::Overdue),
            Some("due_soon") => Some(ListKind::DueSoon),
            Some("waiting") => Some(ListKind::Waiting),
            _ => None,
        };
        let reach = reach(desk, &typed);
        let mut filter = of_list(desk, reach, list.unwrap_or(ListKind::Office));
        let narrowed = FIELDS[..6].iter().any(|name| given(name).is_some());
        if let Some(stage) = given("stage") {
            filter.work.stages = vec![stage.to_owned()];
        }
        if let Some(service) = given("service") {
            filter.service = Some(service.to_owned());
        }
        if let Some(township) = given("township").and_then(TownshipCode::parse) {
            filter.township = Some(township);
        }
        filter.state = match given("state") {
            Some("open") => StateOf::Open,
            Some("waiting") => StateOf::Waiting,
            Some("decided") => StateOf::Decided,
            Some("returned") => StateOf::Returned,
            Some("closed") => StateOf::Closed,
            _ => filter.state,
        };
        filter.assigned = match given("assignee") {
            Some("nobody") => Some(Assigned::Nobody),
            Some("mine") => Some(Assigned::To(desk.officer.id.clone())),
            Some(id) => Some(Assigned::To(OfficerId(id.to_owned()))),
            None => filter.assigned,
        };
        filter.due = match given("due") {
            Some("overdue") => Some(DueBy::Overdue),
            Some("soon") => Some(DueBy::Soon),
            Some("today") => Some(DueBy::Today),
            Some("week") => Some(DueBy::Week),
            _ => filter.due,
        };
        let sort = match given("sort") {
            Some("submitted") => Sort::Submitted,
            Some("changed") => Sort::Changed,
            _ => Sort::Due,
        };
        let after = given("after").and_then(Cursor::parse);
        let done = match given("done") {
            Some("released") => Some("casework-released"),
            Some("none") => Some("casework-next-none"),
            _ => None,
        };
        Self {
            reach,
            page: PageOf {
                filter,
                sort,
                after,
                size: SIZE,
            },
            list,
            narrowed,
            done: done.map(Phrase::new),
            typed,
        }
    }

    /// The same list from another line on.
    pub fn address(&self, after: Option<&Cursor>) -> String {
        let kept = |name: &str| FIELDS.contains(&name) || KEPT.contains(&name);
        let mut address = self.address_with(kept, None);
        if let Some(after) = after {
            let separator = if address.contains('?') { '&' } else { '?' };
            // Writing to a String cannot fail.
            let _ = write!(address, "{separator}after={after}");
        }
        address
    }

    /// The other view: everybody's cases narrowed the same way, or what is this office's turn.
    pub fn other_reach(&self) -> String {
        match self.reach {
            Reach::Turn => {
                let kept = |name: &str| FIELDS.contains(&name) || name == "list";
                self.address_with(kept, Some(Reach::All))
            }
            // What somebody looks for among all is often in no stage of theirs.
            Reach::All => self.address_with(|name| name == "sort", Some(Reach::Turn)),
        }
    }

    /// The same list of the same view, not narrowed by this.
    fn without(&self, filter: &str) -> String {
        let kept = |name: &str| (FIELDS.contains(&name) && name != filter) || name == "list";
        self.address_with(kept, Some(self.reach))
    }

    /// A ready-made list of the same view.
    pub fn list_address(&self, list: Option<&str>) -> String {
        let mut address = self.address_with(|name| name == "scope", None);
        if let Some(list) = list {
            let separator = if address.contains('?') { '&' } else { '?' };
            let _ = write!(address, "{separator}list={list}");
        }
        address
    }

    /// What the form of the filters keeps without a field.
    pub fn kept(&self) -> Vec<(String, String)> {
        let scope = self.typed.get("scope").filter(|scope| matches!(*scope, "all" | "turn"));
        let scope = scope.map(|scope| ("scope".to_owned(), scope.to_owned()));
        scope.into_iter().collect()
    }

    fn address_with(&self, kept: impl Fn(&str) -> bool, reach: Option<Reach>) -> String {
        let mut address = String::from("/office");
        let mut separator = '?';
        let reach = reach.map(|reach| ("scope".to_owned(), reach.word().to_owned()));
        let typed = self
            .typed
            .0
            .iter()
            .filter(|(name, value)| !value.is_empty() && kept(name));
        for (name, value) in reach.iter().chain(typed) {
            address.push(separator);
            address.push_str(name);
            address.push('=');
            // Codes and ids of ours; anything else narrowed nothing.
            address.extend(
                value
                    .chars()
                    .filter(|at| at.is_ascii_alphanumeric() || matches!(at, '_' | '-')),
            );
            separator = '&';
        }
        address
    }
}

/// Whose work the queue is about: as it is asked for, else what the officer is there for. A stage of another office,
/// and what is decided or closed, is nobody's turn here: whoever asks for that asks for all.
fn reach(desk: &Desk, typed: &Typed) -> Reach {
    let given = |name: &str| typed.get(name).filter(|value| !value.is_empty());
    match given("scope") {
        Some("all") => return Reach::All,
        Some("turn") => return Reach::Turn,
        _ => {}
    }
    let elsewhere = given("stage").is_some_and(|stage| !stages(desk).iter().any(|own| own == stage));
    let over = matches!(given("state"), Some("decided" | "closed"));
    if elsewhere || over || only_supervises(desk) {
        Reach::All
    } else {
        Reach::Turn
    }
}

/// What narrows a ready-made list.
pub(super) fn of_list(desk: &Desk, reach: Reach, list: ListKind) -> Filter {
    let filter = Filter {
        work: match (reach, list) {
            // What somebody has is theirs to see wherever it stands.
            (_, ListKind::Mine) | (Reach::All, _) => Work::default(),
            (Reach::Turn, _) => Work {
                stages: stages(desk),
                but: of_others(desk),
                not_entered_by: None,
            },
        },
        ..Filter::default()
    };
    match list {
        ListKind::Mine => Filter {
            assigned: Some(Assigned::To(desk.officer.id.clone())),
            ..filter
        },
        ListKind::Office => filter,
        ListKind::Unclaimed => Filter {
            assigned: Some(Assigned::Nobody),
            state: StateOf::Open,
            ..filter
        },
        ListKind::Overdue => Filter {
            due: Some(DueBy::Overdue),
            ..filter
        },
        ListKind::DueSoon => Filter {
            due: Some(DueBy::Soon),
            ..filter
        },
        ListKind::Waiting => Filter {
            state: StateOf::Waiting,
            ..filter
        },
    }
}

/// What the form narrows and sorts by.
pub(super) fn filters(desk: &Desk, asked: &Asked, colleagues: &[staff::Member]) -> Vec<Narrows> {
    let filter = |name: &'static str, label: &str, options: Vec<(String, Phrase)>| {
        let all = if name == "sort" {
            None
        } else {
            Some((String::new(), Phrase::new("casework-filter-all")))
        };
        let options = all.into_iter().chain(options).map(|(value, label)| Choice {
            value,
            label,
            hint: None,
        });
        let options: Vec<Choice> = options.collect();
        let chosen = asked.typed.get(name).unwrap_or_default();
        let narrows = name != "sort" && !chosen.is_empty() && options.iter().any(|option| option.value == chosen);
        Narrows {
            name,
            label: Phrase::new(label),
            options,
            chosen: chosen.to_owned(),
            without: narrows.then(|| asked.without(name)),
        }
    };
    let fixed = |options: &[(&str, &str)]| -> Vec<(String, Phrase)> {
        let options = options.iter();
        options
            .map(|(value, id)| ((*value).to_owned(), Phrase::new(*id)))
            .collect()
    };
    let catalogue = &desk.portal().catalogue;
    let services = catalogue
        .services
        .iter()
        .map(|service| (service.code.clone(), of("service", &service.code)));
    let mut assignees = fixed(&[
        ("nobody", "casework-assignee-nobody"),
        ("mine", "casework-assignee-mine"),
    ]);
    assignees.extend(
        colleagues
            .iter()
            .filter(|member| member.id != desk.officer.id)
            .map(|member| (member.id.0.clone(), as_it_is(Name::only(member.name.as_str())))),
    );
    let mut filters = vec![
        filter("stage", "casework-filter-stage", all_stages(desk)),
        filter("service", "casework-filter-service", services.collect()),
    ];
    let townships = townships(desk);
    if townships.len() > 1 {
        filters.push(filter("township", "casework-filter-township", townships));
    }
    filters.push(filter(
        "state",
        "casework-filter-state",
        fixed(&[
            ("open", "casework-state-open"),
            ("waiting", "casework-state-waiting"),
            ("returned", "casework-state-returned"),
            ("decided", "casework-state-decided"),
            ("closed", "casework-state-closed"),
        ]),
    ));
    filters.push(filter("assignee", "casework-filter-assignee", assignees));
    filters.push(filter(
        "due",
        "casework-filter-due",
        fixed(&[
            ("overdue", "casework-due-filter-overdue"),
            ("soon", "casework-due-filter-soon"),
            ("today", "casework-due-filter-today"),
            ("week", "casework-due-filter-week"),
        ]),
    ));
    filters.push(filter(
        "sort",
        "casework-filter-sort",
        fixed(&[
            ("due", "casework-order-due"),
            ("submitted", "casework-order-submitted"),
            ("changed", "casework-order-changed"),
        ]),
    ));
    filters
}

/// Every stage that a case of any service can be in, in the order of the work.
fn all_stages(desk: &Desk) -> Vec<(String, Phrase)> {
    let mut stages: Vec<String> = Vec::new();
    for service in &desk.portal().catalogue.services {
        for stage in service.stages.iter().filter(|stage| stage.id != Terms::PUBLIC_NOTICE) {
            if !stages.contains(&stage.id) {
                stages.push(stage.id.clone());
            }
        }
    }
    for more in [
        Terms::FORWARDING,
        SECOND_SIGNATURE,
        OBJECTION,
        Terms::PUBLIC_NOTICE,
        casework::AWARD,
    ] {
        stages.push(more.to_owned());
    }
    stages.extend(ContestStage::ALL.iter().map(|stage| stage.as_str().to_owned()));
    stages
        .into_iter()
        .map(|stage| {
            let name = words::stage(&stage);
            (stage, name)
        })
        .collect()
}

/// The streets and townships the officer sees, unless they see more than a county.
fn townships(desk: &Desk) -> Vec<(String, Phrase)> {
    let places = Divisions::shipped();
    let sight = Sight::of(&desk.officer.access, desk.today);
    let mut codes: Vec<TownshipCode> = sight.townships.clone();
    for area in sight.areas.iter().filter(|area| places.is_county(**area)) {
        codes.extend(places.townships_of(*area).map(|township| township.code));
    }
    codes
        .into_iter()
        .map(|code| (code.to_string(), as_it_is(words::place(code))))
        .collect()
}
