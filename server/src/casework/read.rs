//! What was typed on the form of a command → the command, or what is wrong with it.

use std::collections::BTreeMap;

use zhida::access::OfficerId;
use zhida::apply::{ConsentTo, LetterForm, OverlapPick};
use zhida::calendar::{Date, Month, parse_date};
use zhida::casework::{
    Case, ChoiceTold, Command, Decide, DecideOutcome, EvidenceGiven, FilerSeen, IdentityProof, ItemChoice, Lawyer,
    LetterKind, Opinion, Receipt, Refusal, Seen, Sentence, ServiceNote, ServiceWay, Source, wrong_notes,
};
use zhida::money::Fen;
use zhida::person::{PersonName, Phone, normalise};
use zhida::place::DivisionCode;
use zhida_app::casework::accept::Seeing;
use zhida_app::casework::command::{Ask, Deciding, field};
use zhida_app::casework::contest::named;
use zhida_app::question::{Answer, Problem, too_long};
use zhida_app::text::Phrase;

use super::desk::Desk;
use super::{accept, contested, corrected, payment, words};
use crate::letter::notices::LONGEST_CONTACT;
use crate::web::sentence::sentence_or_none;
use crate::web::{Fault, Typed};

/// The command of a form.
///
/// # Errors
/// What must be put right first.
pub(super) fn command(
    desk: &Desk,
    case: &Case,
    ask: &Ask,
    typed: &Typed,
) -> Result<Result<Command, Vec<Problem>>, Fault> {
    let form = Form { typed };
    Ok(match ask {
        Ask::Accept(accepting) => {
            let identity = accepting.seeing.map(|seeing| form.seen(seeing)).transpose();
            let papers = accept::papers_of(desk, case, accepting, form.all(field::PAPERS))?;
            identity.map(|identity| Command::Accept { identity, papers })
        }
        Ask::ConfirmIdentity { seeing } => form.seen(*seeing).map(|seen| Command::ConfirmIdentity { seen }),
        Ask::RequestPapers { .. } => form.sentence().map(|sentence| Command::RequestPapers {
            papers: form.all(field::PAPERS),
            sentence,
        }),
        Ask::SupplyPapers { .. } => {
            let papers: Vec<EvidenceGiven> = form
                .all(field::PAPERS)
                .into_iter()
                .map(|kind| EvidenceGiven {
                    kind,
                    files: Vec::new(),
                })
                .collect();
            if papers.is_empty() {
                Err(vec![problem(field::PAPERS, "refusal-no-papers-named")])
            } else {
                Ok(Command::SupplyPapers { papers })
            }
        }
        Ask::RecordAccount { guardian } => payment::read(case, *guardian, typed),
        Ask::RecordConfirmation { of, .. } => super::confirmation::read(desk, case, of, &form),
        Ask::Return { .. } => form.said().map(|sentence| Command::Return { sentence }),
        Ask::Forward { .. } => form.receipt().map(Command::Forward),
        Ask::RecordReceipt => form.receipt_number().and_then(|number| match number {
            Some(number) => Ok(Command::RecordReceipt { number }),
            None => Err(vec![problem(field::NUMBER, "casework-forward-number-missing")]),
        }),
        Ask::OfferItems { .. } => {
            both(form.some_items(), form.said()).map(|(items, sentence)| Command::OfferItems { items, sentence })
        }
        Ask::ChooseItem { items } => {
            let offered = |typed: &str| {
                items
                    .iter()
                    .find(|item| item.value == typed)
                    .map(|item| item.value.clone())
            };
            both(
                form.listed(field::ITEMS, offered),
                form.listed(field::HOW, |typed| {
                    ChoiceTold::parse(typed).filter(|told| *told != ChoiceTold::Online)
                }),
            )
            .map(|(item, told)| Command::ChooseItem(ItemChoice { item, told }))
        }
        Ask::AssignLawyer => form
            .lawyer()
            .map(|lawyer| Command::AssignLawyer { lawyer: Some(lawyer) }),
        Ask::Review { .. } => both(form.listed(field::OPINION, Opinion::parse), form.told())
            .map(|(opinion, sentence)| Command::Review { opinion, sentence }),
        Ask::Decide(deciding) => form.decide(deciding),
        Ask::SignSecond { .. } => both(form.yes_or_no(field::SIGN), form.sentence()).map(|(signs, sentence)| {
            if signs {
                Command::SignSecond
            } else {
                Command::DeclineSecond { sentence }
            }
        }),
        Ask::EndNotice => Ok(Command::EndNotice),
        Ask::DecideObjection { number, .. } => {
            both(form.yes_or_no(field::UPHELD), form.said()).map(|(upheld, sentence)| Command::DecideObjection {
                number: *number,
                upheld,
                sentence,
            })
        }
        Ask::ServeLetter { .. } => form.serve(),
        Ask::Correct { .. } => return corrected::correct(desk, case, &form),
        Ask::LiftHold => return corrected::lift_hold(desk, case, &form),
        Ask::ChooseOverlap { .. } => form
            .listed(field::CHOICE, OverlapPick::parse)
            .map(|choice| Command::ChooseOverlap { choice }),
        Ask::Reassign { officers } => match typed.get(field::TO) {
            Some(to) if officers.iter().any(|officer| officer.value == to) => Ok(Command::Reassign {
                to: OfficerId(to.to_owned()),
            }),
            _ => Err(vec![problem(field::TO, "casework-choose-one")]),
        },
        Ask::Consents { changes } => form.consents(changes),
        Ask::LetterForms { .. } => form.letter_forms(),
        Ask::Withdraw => {
            both(form.listed(field::IDENTITY, IdentityProof::parse), form.said()).map(|(seen, sentence)| {
                Command::Withdraw {
                    sentence,
                    seen: Some(seen),
                }
            })
        }
        Ask::Contest { .. } => form.sentence().map(|sentence| Command::Contest { sentence }),
        Ask::Reconsider(step) => contested::command(&form, step),
        Ask::Object => form.object(),
        Ask::Note => form.sentence().map(|sentence| Command::Note { sentence }),
    })
}

/// The field that a refusal is about, where it is about what was typed.
pub(super) fn problem_of(refusal: &Refusal) -> Option<Problem> {
    let name = match refusal {
        Refusal::NoConsentNamed => field::CONSENTS,
        Refusal::NoPapersNamed
        | Refusal::PaperNotOfService { .. }
        | Refusal::PaperNotThere { .. }
        | Refusal::ConfirmationOpen { .. } => field::PAPERS,
        Refusal::SecondPersonMissing | Refusal::OwnConfirmation => field::NAME,
        Refusal::ForwardedToWrongPlace | Refusal::ForwardedToSameCounty => field::PLACE,
        Refusal::HukouUnconfirmed => field::HUKOU,
        Refusal::ReceiptIncomplete => field::OFFICE,
        Refusal::ReceiptNumberMissing | Refusal::ContestNumberMissing => field::NUMBER,
        Refusal::ReasonsMissing
        | Refusal::ReasonNotOfService { .. }
        | Refusal::ReasonDoesNotBear { .. }
        | Refusal::RestNotExplained
        | Refusal::SameAsAnnulled => field::REASONS,
        Refusal::OfferWrong | Refusal::ItemNotOffered => field::ITEMS,
        Refusal::NothingOffered => field::OPINION,
        // What the facts do not allow is the answer that was chosen.
        Refusal::NotGrantable
        | Refusal::NotAssessed
        | Refusal::FactsMissing
        | Refusal::OverlapNotChosen
        | Refusal::NothingAgainst
        | Refusal::NothingAgainstTheRest => field::OUTCOME,
        Refusal::SentenceMissing => field::SENTENCE,
        Refusal::PartWrong | Refusal::ContestAmountWrong | Refusal::ContestAmountTooMuch => field::MONTHLY,
        Refusal::ContestReceivedWrong => named::RECEIVED,
        Refusal::ContestServedWrong => named::SERVED,
        Refusal::ContestAgainWrong => named::AGAIN,
        Refusal::SameValue => field::VALUE,
        Refusal::ServedOnWrong | Refusal::ContestDayWrong | Refusal::AnnouncementRunning { .. } => field::ON,
        Refusal::ServiceNoteMissing { note } | Refusal::ServiceNoteUnneeded { note } => note.as_str(),
        _ => return None,
    };
    Some(Problem {
        field: name.to_owned(),
        message: words::refusal(refusal),
    })
}

pub(super) fn problem(field: &str, message: &str) -> Problem {
    Problem {
        field: field.to_owned(),
        message: Phrase::new(message),
    }
}

/// How many years off the last day of a paper can be.
const LONGEST_PAPER: i32 = 30;
/// Characters of a note on how a letter was served.
pub(super) const LONGEST_NOTE: usize = 200;
/// Fewer letters than this say nothing of what was looked at.
const SHORTEST_FINDING: usize = 2;

pub(super) type Read<T> = Result<T, Vec<Problem>>;

/// Two things of one form; what is wrong with either is said at once.
pub(super) fn both<A, B>(one: Read<A>, other: Read<B>) -> Read<(A, B)> {
    match (one, other) {
        (Ok(one), Ok(other)) => Ok((one, other)),
        (one, other) => Err(one.err().into_iter().chain(other.err()).flatten().collect()),
    }
}

pub(super) struct Form<'a> {
    pub(super) typed: &'a Typed,
}

impl Form<'_> {
    fn all(&self, name: &str) -> Vec<String> {
        self.typed.all(name).map(str::to_owned).collect()
    }

    pub(super) fn line(&self, name: &str) -> String {
        normalise::line(self.typed.get(name).unwrap_or_default())
    }

    /// A sentence that may be there. What is too long is never dropped.
    pub(super) fn sentence(&self) -> Read<Option<Sentence>> {
        let typed = self.typed.get(field::SENTENCE).unwrap_or_default();
        sentence_or_none(typed).map_err(|message| {
            vec![Problem {
                field: field::SENTENCE.to_owned(),
                message,
            }]
        })
    }

    /// A sentence that must be there.
    pub(super) fn said(&self) -> Read<Option<Sentence>> {
        let sentence = self.sentence()?;
        if sentence.is_none() {
            return Err(vec![problem(field::SENTENCE, "refusal-sentence-missing")]);
        }
        Ok(sentence)
    }

    /// One that says what was found: the next office reads it.
    pub(super) fn told(&self) -> Read<Option<Sentence>> {
        let sentence = self.said()?;
        let letters = |sentence: &Sentence| sentence.as_str().chars().filter(|at| at.is_alphabetic()).count();
        if sentence.as_ref().map_or(0, letters) < SHORTEST_FINDING {
            return Err(vec![problem(field::SENTENCE, "casework-review-sentence-short")]);
        }
        Ok(sentence)
    }

    /// Conditions of the service that a decision rests on.
    fn reasons(&self) -> Read<Vec<String>> {
        let reasons = self.all(field::REASONS);
        if reasons.is_empty() {
            return Err(vec![problem(field::REASONS, "refusal-reasons-missing")]);
        }
        Ok(reasons)
    }

    pub(super) fn listed<T>(&self, name: &str, parse: impl FnOnce(&str) -> Option<T>) -> Read<T> {
        let found = self.typed.get(name).and_then(parse);
        found.ok_or_else(|| vec![problem(name, "casework-choose-one")])
    }

    /// Whom the officer saw. An account that is known from before was seen then.
    fn seen(&self, seeing: Seeing) -> Read<Seen> {
        let how = self.listed(field::IDENTITY, |value| {
            IdentityProof::parse(value).filter(|how| seeing == Seeing::Linked || *how != IdentityProof::LinkedAccount)
        });
        let filer = match seeing {
            Seeing::NotOnline => Ok(FilerSeen::Other),
            Seeing::Linked => Ok(FilerSeen::Same),
            Seeing::Links | Seeing::Opens | Seeing::HoldsAnother | Seeing::HoldsYours => {
                self.listed(field::FILER, FilerSeen::parse)
            }
        };
        both(how, filer).map(|(how, filer)| Seen { how, filer })
    }

    /// The consents that are taken back or given, each of those offered, and how that was said.
    fn consents(&self, offered: &[Answer]) -> Read<Command> {
        let picked = self.all(field::CONSENTS);
        let changes = offered.iter().filter(|offer| picked.contains(&offer.value));
        let changes = changes.filter_map(|offer| {
            let (given, to) = offer.value.split_once('-')?;
            Some((ConsentTo::parse(to)?, given == "yes"))
        });
        let changes: BTreeMap<ConsentTo, bool> = changes.collect();
        let named = if changes.is_empty() {
            Err(vec![problem(field::CONSENTS, "refusal-no-consent-named")])
        } else {
            Ok(changes)
        };
        both(named, self.said()).map(|(changes, sentence)| Command::ChangeConsents { changes, sentence })
    }

    /// The forms of letters that were ticked, none of them too, and how that was said.
    fn letter_forms(&self) -> Read<Command> {
        let picked = self.all(field::FORMS);
        let forms = LetterForm::ALL.iter().copied();
        let forms = forms
            .filter(|form| picked.iter().any(|value| *value == form.as_str()))
            .collect();
        let said = self.said();
        said.map(|sentence| Command::ChooseLetterForms { forms, sentence })
    }

    pub(super) fn yes_or_no(&self, name: &str) -> Read<bool> {
        self.listed(name, |value| match value {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        })
    }

    /// The number of a receipt, where one was typed.
    fn receipt_number(&self) -> Read<Option<String>> {
        let number = self.line(field::NUMBER);
        match number.chars().filter(char::is_ascii_digit).count() {
            0 if number.is_empty() => Ok(None),
            // A receipt has a number; a slip is asked about.
            0..4 => Err(vec![problem(field::NUMBER, "casework-forward-number-missing")]),
            _ => Ok(Some(number)),
        }
    }

    /// The things that are offered; how many is for the rules to say.
    fn some_items(&self) -> Read<Vec<String>> {
        let items = self.all(field::ITEMS);
        if items.is_empty() {
            return Err(vec![problem(field::ITEMS, "refusal-offer-wrong")]);
        }
        Ok(items)
    }

    /// Who helps the person: everything about them is asked for, and what is wrong is said all at once.
    fn lawyer(&self) -> Read<Lawyer> {
        let name = PersonName::parse(&self.line(field::NAME));
        let firm = self.line(field::OFFICE);
        let phone = Phone::parse(&self.line(field::NUMBER));
        let mut problems = Vec::new();
        if name.is_err() {
            problems.push(problem(field::NAME, "casework-lawyer-name-wrong"));
        }
        if firm.chars().filter(|at| at.is_alphabetic()).count() < 2 {
            problems.push(problem(field::OFFICE, "casework-lawyer-firm-wrong"));
        }
        if phone.is_err() {
            problems.push(problem(field::NUMBER, "casework-lawyer-phone-wrong"));
        }
        match (name, phone, problems.is_empty()) {
            (Ok(name), Ok(phone), true) => Ok(Lawyer { name, firm, phone }),
            _ => Err(problems),
        }
    }

    /// The office a case is sent to, and the number it has there, where that is known already.
    pub(super) fn receipt(&self) -> Read<Receipt> {
        let place = DivisionCode::parse(&normalise::number(self.typed.get(field::PLACE).unwrap_or_default()));
        // That one of ours is not elsewhere is for the rules to say.
        let place = place.filter(|place| place.in_hunan() || place.county_elsewhere().is_some());
        let (office, number) = (self.line(field::OFFICE), self.receipt_number());
        let by = self.listed(field::HUKOU, |value| {
            Source::parse(value).filter(|source| *source != Source::CertificateNumber)
        });
        let mut problems = Vec::new();
        let letters = |text: &str| text.chars().filter(|at| at.is_alphabetic()).count();
        if place.is_none() {
            problems.push(problem(field::PLACE, "casework-forward-place-wrong"));
        }
        // An office has a place and a name. The case ends with it, so a slip is asked about.
        if letters(&office) < 4 {
            problems.push(problem(field::OFFICE, "casework-forward-office-missing"));
        }
        match (place, both(number, by)) {
            (Some(to), Ok((number, by))) if problems.is_empty() => Ok(Receipt {
                to,
                office,
                number: number.unwrap_or_default(),
                by: Some(by),
            }),
            (_, more) => Err(problems.into_iter().chain(more.err().into_iter().flatten()).collect()),
        }
    }

    fn decide(&self, deciding: &Deciding) -> Read<Command> {
        let chosen = self.typed.get(field::OUTCOME).unwrap_or_default();
        let outcome = match chosen {
            "grant" => Ok(DecideOutcome::Grant),
            "refuse" => Ok(DecideOutcome::Refuse),
            "partial" if deciding.gives_part() => self.part(),
            "partial" => Err(vec![Problem {
                field: field::OUTCOME.to_owned(),
                message: deciding
                    .not_offered
                    .clone()
                    .unwrap_or_else(|| Phrase::new("casework-decide-missing")),
            }]),
            _ => Err(vec![problem(field::OUTCOME, "casework-decide-missing")]),
        };
        both(outcome, both(self.reasons(), self.said())).map(|(outcome, (reasons, sentence))| {
            Command::Decide(Decide {
                outcome,
                reasons,
                sentence,
            })
        })
    }

    fn part(&self) -> Read<DecideOutcome> {
        let monthly = yuan(self.typed.get(field::MONTHLY).unwrap_or_default())
            .ok_or_else(|| vec![problem(field::MONTHLY, "casework-decide-monthly-wrong")]);
        let from =
            month(&self.line(field::FROM)).ok_or_else(|| vec![problem(field::FROM, "casework-decide-from-wrong")]);
        both(monthly, from).map(|(monthly, from)| DecideOutcome::Partial { monthly, from })
    }

    fn object(&self) -> Read<Command> {
        let contact = self.line(field::CONTACT);
        if contact.chars().count() > LONGEST_CONTACT {
            return Err(vec![problem(field::CONTACT, "casework-object-contact-long")]);
        }
        self.sentence().map(|sentence| Command::Object {
            sentence,
            contact: (!contact.is_empty()).then_some(contact),
        })
    }

    fn serve(&self) -> Read<Command> {
        let letter = self.listed(field::LETTER, LetterKind::parse);
        let on = self.needed_day(field::ON);
        // That it was opened online is the person's to say.
        let way = self.listed(field::WAY, |value| {
            ServiceWay::parse(value).filter(|way| *way != ServiceWay::Portal)
        });
        let mut notes = BTreeMap::new();
        let mut problems = Vec::new();
        for note in ServiceNote::ALL {
            let line = self.line(note.as_str());
            let count = line.chars().count();
            if count > LONGEST_NOTE {
                problems.push(Problem {
                    field: note.as_str().to_owned(),
                    message: too_long(count, LONGEST_NOTE),
                });
            } else if !line.is_empty() {
                notes.insert(*note, line);
            }
        }
        // What the way needs and what belongs to another is said all at once.
        if let (Ok(way), true) = (&way, problems.is_empty()) {
            problems.extend(wrong_notes(*way, &notes).filter_map(|wrong| problem_of(&wrong)));
        }
        let notes = if problems.is_empty() { Ok(notes) } else { Err(problems) };
        both(letter, both(on, both(way, notes))).map(|(letter, (on, (way, notes)))| Command::ServeLetter {
            letter,
            on,
            way,
            notes,
        })
    }

    pub(super) fn day(&self, name: &str) -> Option<Date> {
        day(self.typed, name)
    }

    /// A day that can stand on a paper of the person: since they were born, and not further off than papers are given.
    pub(super) fn day_of_paper(&self, name: &str, born: Date, today: Date) -> Read<Date> {
        let day = self.needed_day(name)?;
        if day < born || day.year() > today.year() + LONGEST_PAPER {
            return Err(vec![problem(name, "casework-day-impossible")]);
        }
        Ok(day)
    }

    /// A day that must be there.
    pub(super) fn needed_day(&self, name: &str) -> Read<Date> {
        self.day(name)
            .ok_or_else(|| vec![problem(name, no_day(self.typed, name))])
    }
}

/// What to say of a day that is not one: nothing was typed, or no such day is there.
pub(super) fn no_day(typed: &Typed, name: &str) -> &'static str {
    let blank = |part| {
        let typed = typed.get(&format!("{name}-{part}")).unwrap_or_default();
        typed.trim().is_empty()
    };
    if ["year", "month", "day"].into_iter().all(blank) {
        "casework-day-missing"
    } else {
        "casework-day-wrong"
    }
}

/// A day typed in three parts.
pub(crate) fn day(typed: &Typed, name: &str) -> Option<Date> {
    let part = |part: &str| {
        let typed = typed.get(&format!("{name}-{part}")).unwrap_or_default();
        normalise::number(typed).parse::<u16>().ok()
    };
    let (year, month, day) = (part("year")?, part("month")?, part("day")?);
    parse_date(&format!("{year:04}-{month:02}-{day:02}"))
}

/// A month as pages write it, `2026年11月`, or as forms do, `2026-11`.
pub(super) fn month(typed: &str) -> Option<Month> {
    let plain = normalise::line(typed).replace(' ', "");
    let (year, month) = plain.split_once(['年', '-', '.', '/'])?;
    let month = month.trim_end_matches('份').trim_end_matches('月');
    let digits = |part: &str| part.bytes().all(|digit| digit.is_ascii_digit());
    if year.len() != 4 || !matches!(month.len(), 1 | 2) || !digits(year) || !digits(month) {
        return None;
    }
    Month::parse(&format!("{year}-{month:0>2}"))
}

/// An amount in yuan.
pub(super) fn yuan(typed: &str) -> Option<Fen> {
    let plain = normalise::line(typed).replace(' ', "");
    Fen::from_yuan_text(plain.strip_suffix('元').unwrap_or(&plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_as_pages_write_it() {
        for typed in [
            "2026-11",
            "2026年11月",
            "2026年11月份",
            "２０２６年１１月",
            " 2026 年 11 月 ",
            "2026/11",
            "2026.11",
        ] {
            assert_eq!(month(typed), Month::parse("2026-11"), "{typed}");
        }
        assert_eq!(month("2026年3月"), Month::parse("2026-03"));
        for wrong in [
            "",
            "11月",
            "2026",
            "2026年13月",
            "2026-0",
            "二〇二六年十一月",
            "2026-11-01",
            "-",
            "年11月",
        ] {
            assert_eq!(month(wrong), None, "{wrong}");
        }
    }
}
