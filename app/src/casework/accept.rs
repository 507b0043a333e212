//! The form of acceptance: whom the officer saw, how, and the papers that were there.

use super::command::{choice, chosen, field, hinted};
use super::grouped;
use crate::question::{Answer, Field, Kind};
use crate::text::{Name, Phrase, Said};

/// What acceptance asks for.
#[derive(Clone, Debug)]
pub struct Accepting {
    /// What is to be said about whom the officer saw; nothing where it is known already who the person is.
    pub seeing: Option<Seeing>,
    /// The papers that are there.
    pub here: Vec<Phrase>,
    /// Those that are not: each is ticked that the officer sees now. Those of the other cases stand here too.
    pub to_see: Vec<Answer>,
    /// The cases of the same application that can be accepted with it.
    pub others: Vec<Other>,
}

/// Another case of the same application that waits for the same step.
#[derive(Clone, Debug)]
pub struct Other {
    /// Its reference.
    pub reference: String,
    /// What is applied for.
    pub service: Phrase,
    /// Its version, as it is shown.
    pub version: i64,
}

impl Accepting {
    pub(super) fn fields(&self) -> Vec<Field> {
        let mut fields = self.seeing.map(identity).unwrap_or_default();
        if !self.to_see.is_empty() {
            let papers = Field {
                optional: true,
                ..chosen(
                    field::PAPERS,
                    "casework-accept-papers",
                    Kind::Several(self.to_see.clone()),
                )
            };
            fields.push(hinted(papers, "casework-accept-papers-hint"));
        }
        if !self.others.is_empty() {
            let others = self.others.iter().map(|other| Answer {
                value: other.reference.clone(),
                label: Phrase::new("casework-accept-other")
                    .with("service", Said::Words(Box::new(other.service.clone())))
                    .with("reference", Said::Name(Name::only(grouped(&other.reference)))),
                hint: None,
            });
            let together = Field {
                optional: true,
                ..chosen(
                    field::TOGETHER,
                    "casework-accept-together",
                    Kind::Several(others.collect()),
                )
            };
            fields.push(hinted(together, "casework-accept-together-hint"));
        }
        fields
    }
}

/// What the form of identity says of whoever handed the case in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seeing {
    /// Nobody did so online, and nobody is asked about.
    NotOnline,
    /// Their account was linked to the person before: who they are is known, and not asked.
    Linked,
    /// Seen to be theirs, the account is linked to the person.
    Links,
    /// Whoever it is can read the letters of this case, and nothing else.
    Opens,
    /// The same, since the account holds somebody else: a link code is the way.
    HoldsAnother,
    /// The same, since the account holds the officer or one of their people: a colleague is the way.
    HoldsYours,
}

/// The fields that say who was seen.
pub(super) fn identity(seeing: Seeing) -> Vec<Field> {
    let mut ways = vec![
        ("in_person", "casework-identity-in-person"),
        ("representative", "casework-identity-representative"),
        ("home_visit", "casework-identity-home-visit"),
        ("video", "casework-identity-video"),
    ];
    if seeing == Seeing::Linked {
        ways.push(("linked_account", "casework-identity-linked"));
    }
    let how = hinted(
        chosen(field::IDENTITY, "casework-identity-how", choice(&ways)),
        "casework-identity-how-hint",
    );
    let gives = match seeing {
        Seeing::NotOnline | Seeing::Linked => return vec![how],
        Seeing::Links => "casework-filer-links",
        Seeing::Opens => "casework-filer-opens",
        Seeing::HoldsAnother => "casework-filer-holds-another",
        Seeing::HoldsYours => "casework-filer-holds-yours",
    };
    let filer = hinted(
        chosen(
            field::FILER,
            "casework-filer",
            choice(&[
                ("opened", "casework-filer-opened"),
                ("same", "casework-filer-same"),
                ("other", "casework-filer-other"),
            ]),
        ),
        gives,
    );
    vec![how, filer]
}
