//! 帮代办、上门办: an officer files for somebody who is there, and puts on record how that person said it. The statement
//! is the person's own; the officer only writes it down, and never decides on it ([`may`](crate::access::may)).

use serde::{Deserialize, Serialize};

use super::application::PaperFile;
use super::day::{DayProblem, read_past_day};
use super::draft::{Draft, Hukou};
use super::problems::{MadeProblem, PageProblem, Wrong};
use super::read::Typed;
use super::read_page::{LONGEST_TEXT, value};
use crate::access::{OfficerId, Post};
use crate::calendar::{Date, day_text};
use crate::catalogue::hash_of;
use crate::person::{PersonName, closed_list, normalise};

/// The kind of paper that holds the statement as the person made it: signed and scanned, or recorded. Among the kinds of
/// evidence.
pub const STATEMENT_PAPER: &str = "assisted_statement";

/// The names of the form fields.
pub mod made_field {
    /// Where it was made.
    pub const PLACE: &str = "made-place";
    /// How.
    pub const WAY: &str = "made-way";
    /// On which day.
    pub const ON: &str = "made-on";
    /// That everything was read out.
    pub const READ_OUT: &str = "made-read-out";
    /// Who was there.
    pub const WITNESS: &str = "witness-name";
    /// What they are to the person.
    pub const RELATION: &str = "witness-relation";
    /// The last four signs of their number.
    pub const LAST_FOUR: &str = "witness-last-four";
    /// The office outside the province that received it.
    pub const OFFICE: &str = "received-office";
    /// Its number there.
    pub const NUMBER: &str = "received-number";
    /// The day it was received there.
    pub const RECEIVED: &str = "received-on";
}

closed_list! {
    /// Where somebody said that they want to apply.
    MadePlace {
        /// 服务窗口
        Window = "window",
        /// 上门
        Home = "home",
        /// 养老院、福利院等机构
        CareHome = "care_home",
        /// 收件地: an office outside the province, which sent it here.
        ReceivingOffice = "receiving_office",
    }
}

closed_list! {
    /// How they said it.
    MadeWay {
        /// 签字
        Signature = "signature",
        /// 按手印
        ThumbPrint = "thumb_print",
        /// 录音
        Voice = "voice",
        /// Before a witness, who signs that they heard it.
        Witness = "witness",
    }
}

impl MadeWay {
    /// Whether a file shows it: a recording for what was said, a picture or scan for what stands on paper.
    pub fn is_shown_by(self, file: &PaperFile) -> bool {
        let sound = file.media.as_deref().is_some_and(|media| media.starts_with("audio/"));
        sound == (self == Self::Voice)
    }
}

/// How somebody said to an officer that they want to apply. What was read out to them is the application's
/// [`Statement`](super::Statement).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// Where.
    pub place: MadePlace,
    /// How.
    pub way: MadeWay,
    /// The day.
    #[serde(with = "day_text")]
    pub on: Date,
    /// Who was there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub witness: Option<Witness>,
    /// The office outside the province that received it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received: Option<Received>,
    /// What the answers were known by that were read out: of others it is made again.
    pub answers: String,
    /// Files that show a statement about other answers, from before: they show nothing of this one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub older: Vec<String>,
}

impl Made {
    /// Whether a file shows this statement, in the way it was made.
    pub fn is_shown_by(&self, file: &PaperFile) -> bool {
        !self.older.contains(&file.id) && self.way.is_shown_by(file)
    }
}

/// Who was there when somebody made their statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Witness {
    /// Their name.
    pub name: PersonName,
    /// What they are to the person, as they say.
    pub relation: String,
    /// The last four signs of their resident ID number.
    pub last_four: String,
}

/// 收件地: where outside the province an application was received. Months count from that day (自递交申请当月计发), the
/// days of the offices here from when they have it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Received {
    /// The office.
    pub office: String,
    /// Its number there.
    pub number: String,
    /// The day.
    #[serde(with = "day_text")]
    pub on: Date,
}

/// The officer who files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnteredBy {
    /// Who.
    pub officer: OfficerId,
    /// Their name, as it stands on papers.
    pub name: String,
    /// Their office, as it stands on papers.
    pub office: String,
    /// The post in which they file.
    pub post: Post,
}

/// That an officer filed it, as it is kept with the application and its cases; nobody changes it afterwards.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assisted {
    /// Who wrote it down.
    pub by: EnteredBy,
    /// How the person said it.
    pub made: Made,
}

impl Draft {
    /// What the answers are known by that a statement is made about: everything that somebody says in it, and nothing of
    /// how it was kept.
    pub fn answers_hash(&self) -> String {
        let mut said = self.clone();
        said.forget_how_it_was_kept();
        said.made = None;
        said.papers.remove(STATEMENT_PAPER);
        // A draft is always written: its keys are words.
        hash_of(&serde_json::to_string(&said).unwrap_or_default())
    }

    /// Its first characters: what stands on the paper that is signed, to be compared with the page.
    pub fn answers_mark(&self) -> String {
        let hash = self.answers_hash();
        let hash = hash.split_once(':').map_or(hash.as_str(), |(_, hash)| hash);
        hash.chars().take(6).collect::<String>().to_uppercase()
    }

    /// The statement, where it was made about these very answers.
    pub fn made_about_this(&self) -> Option<&Made> {
        self.made.as_ref().filter(|made| made.answers == self.answers_hash())
    }
}

/// Statements older than so many days are made again, as drafts are thrown away.
const OLDEST: i64 = 90;

/// Reads how the person said it.
///
/// # Errors
/// Every problem found, in the order of the form.
pub(super) fn read_made(draft: &Draft, typed: Typed<'_>, today: Date) -> Result<Made, Vec<PageProblem>> {
    let mut problems = Vec::new();
    let mut check = |field: &'static str, what: Wrong| {
        problems.push(PageProblem {
            field: field.into(),
            what,
        });
    };
    let last = |name: &str| {
        let mut values = typed.iter().rev().filter(|(known, _)| known == name);
        values.next().map_or("", |(_, value)| value.as_str())
    };
    let place = MadePlace::parse(last(made_field::PLACE));
    match place {
        None => check(made_field::PLACE, Wrong::NothingChosen),
        Some(MadePlace::ReceivingOffice) if !matches!(draft.hukou(), Some(Hukou::In(_))) => {
            check(made_field::PLACE, Wrong::Made(MadeProblem::ReceivedForElsewhere));
        }
        Some(_) => {}
    }
    let way = MadeWay::parse(last(made_field::WAY));
    if way.is_none() {
        check(made_field::WAY, Wrong::NothingChosen);
    }
    let on = read_recent_day(typed, made_field::ON, today);
    if let Err(what) = on {
        check(made_field::ON, what);
    }
    if last(made_field::READ_OUT) != value::YES {
        check(made_field::READ_OUT, Wrong::Made(MadeProblem::NotReadOut));
    }
    let witness = read_witness(&last, way == Some(MadeWay::Witness), &mut check);
    let received = read_received(&last, typed, place, (on.ok(), today), &mut check);
    match (place, way, on) {
        (Some(place), Some(way), Ok(on)) if problems.is_empty() => Ok(Made {
            older: older(draft),
            place,
            way,
            on,
            witness,
            received,
            answers: draft.answers_hash(),
        }),
        _ => Err(problems),
    }
}

/// The files that were there before the statement about these answers was made.
fn older(draft: &Draft) -> Vec<String> {
    if let Some(made) = draft.made_about_this() {
        return made.older.clone();
    }
    let paper = draft.papers.get(STATEMENT_PAPER);
    let files = paper.map_or(&[][..], |paper| paper.files.as_slice());
    files.iter().map(|file| file.id.clone()).collect()
}

fn read_recent_day(typed: Typed<'_>, name: &str, today: Date) -> Result<Date, Wrong> {
    let day = read_past_day(typed, name, today).map_err(Wrong::Day)?;
    if (today - day).whole_days() > OLDEST {
        return Err(Wrong::Made(MadeProblem::TooLongAgo { days: OLDEST }));
    }
    Ok(day)
}

fn line(typed: &str) -> Result<String, Wrong> {
    let line = normalise::line(typed);
    if line.is_empty() {
        Err(Wrong::TextMissing)
    } else if line.chars().count() > LONGEST_TEXT {
        Err(Wrong::TextTooLong { most: LONGEST_TEXT })
    } else {
        Ok(line)
    }
}

/// Somebody who was there is named whole or not at all.
fn read_witness<'t>(
    last: &impl Fn(&str) -> &'t str,
    needed: bool,
    check: &mut impl FnMut(&'static str, Wrong),
) -> Option<Witness> {
    let fields = [made_field::WITNESS, made_field::RELATION, made_field::LAST_FOUR];
    if !needed && fields.iter().all(|field| normalise::line(last(field)).is_empty()) {
        return None;
    }
    let name = PersonName::parse(last(made_field::WITNESS)).map_err(Wrong::Name);
    let relation = line(last(made_field::RELATION));
    let last_four = normalise::number(last(made_field::LAST_FOUR));
    let digits = |text: &str| text.bytes().all(|sign| sign.is_ascii_digit());
    let fits = last_four.len() == 4
        && last_four
            .get(..3)
            .zip(last_four.get(3..))
            .is_some_and(|(three, end)| digits(three) && (digits(end) || end == "X"));
    if let Err(what) = &name {
        check(made_field::WITNESS, *what);
    }
    if let Err(what) = &relation {
        check(made_field::RELATION, *what);
    }
    if !fits {
        check(made_field::LAST_FOUR, Wrong::Made(MadeProblem::LastFour));
    }
    Some(Witness {
        name: name.ok()?,
        relation: relation.ok()?,
        last_four: Some(last_four).filter(|_| fits)?,
    })
}

/// What an office outside the province sent is named by its office, number and day; nothing else has them.
fn read_received<'t>(
    last: &impl Fn(&str) -> &'t str,
    typed: Typed<'_>,
    place: Option<MadePlace>,
    (made, today): (Option<Date>, Date),
    check: &mut impl FnMut(&'static str, Wrong),
) -> Option<Received> {
    let on = read_recent_day(typed, made_field::RECEIVED, today);
    if place != Some(MadePlace::ReceivingOffice) {
        for field in [made_field::OFFICE, made_field::NUMBER] {
            if !normalise::line(last(field)).is_empty() {
                check(field, Wrong::Made(MadeProblem::NotReceivedElsewhere));
            }
        }
        if on != Err(Wrong::Day(DayProblem::Empty)) {
            check(made_field::RECEIVED, Wrong::Made(MadeProblem::NotReceivedElsewhere));
        }
        return None;
    }
    let office = line(last(made_field::OFFICE));
    let number = line(last(made_field::NUMBER));
    for (field, wrong) in [
        (made_field::OFFICE, office.as_ref().err()),
        (made_field::NUMBER, number.as_ref().err()),
        (made_field::RECEIVED, on.as_ref().err()),
    ] {
        if let Some(what) = wrong {
            check(field, *what);
        }
    }
    let on = on.ok()?;
    if made.is_some_and(|made| on < made) {
        check(made_field::RECEIVED, Wrong::Made(MadeProblem::ReceivedBeforeMade));
    }
    Some(Received {
        office: office.ok()?,
        number: number.ok()?,
        on,
    })
}

/// The form of the page as it was answered.
pub(super) fn typed_made(made: &Made) -> Vec<(String, String)> {
    let mut form = Vec::new();
    let mut put = |name: &str, value: &str| form.push((name.to_owned(), value.to_owned()));
    let day = |put: &mut dyn FnMut(&str, &str), name: &str, day: Date| {
        put(&format!("{name}-year"), &day.year().to_string());
        put(&format!("{name}-month"), &u8::from(day.month()).to_string());
        put(&format!("{name}-day"), &day.day().to_string());
    };
    put(made_field::PLACE, made.place.as_str());
    put(made_field::WAY, made.way.as_str());
    day(&mut put, made_field::ON, made.on);
    put(made_field::READ_OUT, value::YES);
    if let Some(witness) = &made.witness {
        put(made_field::WITNESS, witness.name.as_str());
        put(made_field::RELATION, &witness.relation);
        put(made_field::LAST_FOUR, &witness.last_four);
    }
    if let Some(received) = &made.received {
        put(made_field::OFFICE, &received.office);
        put(made_field::NUMBER, &received.number);
        day(&mut put, made_field::RECEIVED, received.on);
    }
    form
}
