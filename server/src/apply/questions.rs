//! The plain pages of an application as questions: one thing per page.

use zhida::aloud::sounding_like;
use zhida::apply::{
    AccessNeed, ContactWay, Draft, Hukou, LivingPlace, PageId, RegisterLine, Relationship, Step, contradictions, field,
    value,
};
use zhida::calendar::Date;
use zhida::catalogue::{Catalogue, Service, text_id};
use zhida::person::{CertificateNumber, PersonName, SubmitterRole};
use zhida_app::components::text_field::{Autocomplete, Entry, Width};
use zhida_app::question::{Answer, Field, Kind, Problem, Progress, Question};
use zhida_app::text::{Name, Phrase, Said, Texts};

use super::assisted;
use super::linked::{self, Offered};
use crate::catalogue::{questions, words};

/// What a page is made from.
pub(super) struct Asking<'a> {
    /// The words there are.
    pub texts: &'a Texts,
    /// The services.
    pub catalogue: &'a Catalogue,
    /// The answers so far.
    pub draft: &'a Draft,
    /// What was typed on the page, or answered before.
    pub typed: &'a [(String, String)],
    /// What the register says, where it may be shown.
    pub register: &'a [RegisterLine<'a>],
    /// The linked people to choose from, where it is asked whom it is for.
    pub offered: &'a [Offered],
    /// The day it is looked at.
    pub today: Date,
}

/// The question of a plain page; none for pages of other kinds.
pub fn question(asking: &Asking<'_>, page: &PageId, action: String) -> Option<Question> {
    let oneself = asking.draft.whom == Some(SubmitterRole::Oneself);
    let by_person = |own: &str, other: &str| Phrase::new(if oneself { own } else { other });
    let (title, hint, fields) = match page {
        PageId::Services => (
            Phrase::new("apply-services"),
            Some("apply-services-hint"),
            vec![services(asking.catalogue, |service| asking.draft.may_ask_for(service))],
        ),
        PageId::Whom => (Phrase::new("apply-whom"), Some("apply-whom-hint"), vec![whom()]),
        PageId::Person if asking.offered.is_empty() => (
            by_person("apply-person-self", "apply-person-other"),
            None,
            person(oneself).into(),
        ),
        PageId::Person => (
            by_person("apply-linked-self", "apply-linked-other"),
            None,
            person_or_linked(asking.offered, oneself),
        ),
        PageId::Reading => (
            Phrase::new("apply-reading").with(
                "name",
                Said::Name(Name::only(asking.draft.person.as_ref()?.name.as_str())),
            ),
            Some("apply-reading-hint"),
            reading(&asking.draft.person.as_ref()?.name),
        ),
        PageId::Certificate => (
            by_person("apply-certificate-self", "apply-certificate-other"),
            None,
            certificate(asking),
        ),
        PageId::HukouAddress => (
            Phrase::new("apply-hukou-address"),
            Some("apply-hukou-address-hint"),
            vec![line(
                field::ADDRESS,
                "apply-hukou-address-short",
                Width::Full,
                Autocomplete::Off,
            )],
        ),
        PageId::Residence => (
            by_person("apply-residence-self", "apply-residence-other"),
            None,
            residence(asking.draft, oneself),
        ),
        PageId::Register => (
            match asking.register {
                // What is asked alone is the heading of its page.
                [line] => Phrase::new("apply-register-one").with("line", Said::Words(Box::new(register_line(line)))),
                _ => by_person("apply-register-self", "apply-register-other"),
            },
            None,
            asking.register.iter().map(register).collect(),
        ),
        PageId::Question(id) => {
            let page = asking.catalogue.pages.iter().find(|page| page.id == *id)?;
            let mut question = questions::question(asking.texts, page, action);
            question.part_of = Phrase::new("apply-part");
            return Some(question);
        }
        PageId::Helper if zhida::apply::is_organisation(asking.draft.whom?) => (
            Phrase::new("apply-helper-organisation"),
            None,
            vec![
                line(
                    field::ORGANISATION,
                    "apply-organisation",
                    Width::Full,
                    Autocomplete::Off,
                ),
                name(field::NAME, "apply-helper-name", true),
                phone("apply-helper-phone"),
            ],
        ),
        PageId::Helper => (
            Phrase::new("apply-helper"),
            None,
            vec![
                name(field::NAME, "apply-helper-own-name", true),
                number(field::RESIDENT_ID, "apply-helper-resident-id").hinted("apply-helper-resident-id-hint"),
                relationship(asking),
                phone("apply-helper-phone"),
            ],
        ),
        PageId::Contact => (
            by_person("apply-contact-self", "apply-contact-other"),
            None,
            vec![phone("apply-phone"), ways()],
        ),
        PageId::Made => return Some(assisted::question(action)),
        PageId::Access => (Phrase::new("apply-access"), Some("apply-access-hint"), vec![needs()]),
        PageId::Payment => (by_person("apply-payment-self", "apply-payment-other"), None, payment()),
        PageId::Holder => (Phrase::new("apply-holder"), None, holder(asking.draft.guardian_name())),
        PageId::Hukou
        | PageId::Township
        | PageId::ResidenceCounty
        | PageId::ResidenceTownship
        | PageId::Overlap(_)
        | PageId::Paper(_)
        | PageId::Consents
        | PageId::Check
        | PageId::Statement => return None,
    };
    let mut hint = hint.map(Phrase::new);
    if *page == PageId::Register {
        let source = Phrase::new("answer-source")
            .with("register", Said::Words(Box::new(Phrase::new("apply-register-name"))))
            .with("day", Said::Day(asking.today));
        hint = Some(Phrase::new("apply-register-hint").with("source", Said::Words(Box::new(source))));
    }
    Some(Question {
        action,
        back: None,
        part_of: Phrase::new("apply-part"),
        progress: None,
        hidden: Vec::new(),
        title,
        hint,
        why: None,
        fields,
        typed: Vec::new(),
        problems: Vec::new(),
        leave: None,
    })
}

/// With what was typed and what is wrong.
pub fn filled(mut question: Question, typed: Vec<(String, String)>, problems: Vec<Problem>) -> Question {
    question.typed = typed;
    question.problems = problems;
    question
}

/// How far somebody is on a page.
pub fn progress(page: &PageId) -> Progress {
    let step = page.step();
    let number = |steps: usize| u32::try_from(steps).unwrap_or(u32::MAX);
    let before = Step::ALL.iter().take_while(|earlier| **earlier < step).count();
    Progress::Step {
        at: number(before + 1),
        of: number(Step::ALL.len()),
        name: Phrase::new(match step {
            Step::What => "apply-step-what",
            Step::Who => "apply-step-who",
            Step::About => "apply-step-about",
            Step::Reach => "apply-step-reach",
            Step::Papers => "apply-step-papers",
            Step::Send => "apply-step-send",
        }),
    }
}

/// The first question of all, which also begins an application.
pub fn services(catalogue: &Catalogue, offered: impl Fn(&Service) -> bool) -> Field {
    let offered = catalogue.services.iter().filter(|service| offered(service));
    let offered = offered.map(|service| Answer {
        value: service.code.clone(),
        label: words::of("service", &service.code),
        hint: Some(words::part("service", &service.code, "says")),
    });
    field(field::SERVICE, "apply-services", Kind::Several(offered.collect()))
}

fn whom() -> Field {
    let roles = [
        (SubmitterRole::Oneself, "apply-whom-self", None),
        (
            SubmitterRole::LegalGuardian,
            "apply-whom-guardian",
            Some("apply-whom-guardian-hint"),
        ),
        (
            SubmitterRole::Relative,
            "apply-whom-relative",
            Some("apply-whom-relative-hint"),
        ),
        (SubmitterRole::VillageCommittee, "apply-whom-committee", None),
        (SubmitterRole::InstitutionalGuardian, "apply-whom-institution", None),
        (
            SubmitterRole::EntrustedAgent,
            "apply-whom-agent",
            Some("apply-whom-agent-hint"),
        ),
    ];
    let offered = roles.map(|(role, label, hint)| hinted(answer(role.as_str(), label), hint));
    field(field::WHOM, "apply-whom", Kind::Choice(offered.into()))
}

fn person(own: bool) -> [Field; 2] {
    [
        name(field::NAME, "apply-name", own).hinted("apply-name-hint"),
        number(field::RESIDENT_ID, "apply-resident-id").hinted("apply-resident-id-hint"),
    ]
}

/// The readings that are likely, each with characters that sound like it, and room for another.
pub(crate) fn reading(of: &PersonName) -> Vec<Field> {
    let likely = of.likely_readings().into_iter().map(|reading| Answer {
        value: reading.as_str().to_owned(),
        label: Phrase::new("apply-reading-likely").with("reading", Said::Name(Name::only(reading.as_str()))),
        hint: sounding_like(&reading)
            .map(|like| Phrase::new("apply-reading-like").with("like", Said::Name(Name::only(like)))),
    });
    let others = [
        answer(value::OTHER, "apply-reading-other"),
        answer(value::NONE, "apply-reading-none"),
    ];
    let mut chosen = field(
        field::READING,
        "apply-reading-short",
        Kind::Choice(likely.chain(others).collect()),
    );
    chosen.optional = true;
    let mut typed = line(
        field::PINYIN,
        "apply-reading-pinyin",
        Width::Identity,
        Autocomplete::Off,
    )
    .hinted("apply-reading-pinyin-hint");
    typed.depends = true;
    vec![chosen, typed]
}

/// One of the linked people, or somebody else, whose name and number are typed below.
fn person_or_linked(offered: &[Offered], own: bool) -> Vec<Field> {
    let somebody_else = if own {
        "apply-linked-none"
    } else {
        "apply-linked-somebody"
    };
    let mut answers: Vec<Answer> = offered.iter().map(Offered::answer).collect();
    answers.push(answer(linked::OTHER, somebody_else));
    let [mut name, mut number] = person(own);
    name = name.hinted("apply-linked-name-hint");
    (name.depends, number.depends) = (true, true);
    vec![field(linked::WHO, "apply-linked", Kind::Choice(answers)), name, number]
}

/// The words of a role.
pub fn role_words(role: SubmitterRole) -> Phrase {
    Phrase::new(match role {
        SubmitterRole::Oneself => "apply-whom-self",
        SubmitterRole::LegalGuardian => "apply-whom-guardian",
        SubmitterRole::Relative => "apply-whom-relative",
        SubmitterRole::VillageCommittee => "apply-whom-committee",
        SubmitterRole::InstitutionalGuardian => "apply-whom-institution",
        SubmitterRole::EntrustedAgent => "apply-whom-agent",
    })
}

/// A number that contradicts something else can be kept: the box for that stands below it.
fn certificate(asking: &Asking<'_>) -> Vec<Field> {
    let offered = vec![
        answer(value::NUMBER, "apply-certificate-number-yes"),
        answer(value::NOT_AT_HAND, "apply-certificate-not-at-hand"),
        answer(value::NONE, "apply-certificate-none"),
    ];
    let mut typed =
        number(field::CERTIFICATE_NUMBER, "apply-certificate-number").hinted("apply-certificate-number-hint");
    typed.depends = true;
    let mut fields = vec![
        field(field::CERTIFICATE, "apply-certificate", Kind::Choice(offered)),
        typed,
    ];
    let number = asking
        .typed
        .iter()
        .rev()
        .find(|(name, _)| name == field::CERTIFICATE_NUMBER);
    let number = number.and_then(|(_, typed)| CertificateNumber::parse(typed).ok());
    if let Some(number) = number.filter(|number| !contradictions(asking.draft, number).is_empty()) {
        let kept = answer(number.as_str(), "apply-certificate-kept");
        let kept = field(
            field::CERTIFICATE_KEPT,
            "apply-certificate-kept-label",
            Kind::Several(vec![kept]),
        );
        fields.push(kept.hinted("apply-certificate-kept-hint"));
    }
    fields
}

fn residence(draft: &Draft, own: bool) -> Vec<Field> {
    let offered = match draft.hukou() {
        Some(Hukou::Outside) => vec![living(LivingPlace::Elsewhere)],
        _ => LivingPlace::ALL.iter().copied().map(living).collect(),
    };
    let autocomplete = if own {
        Autocomplete::StreetAddress
    } else {
        Autocomplete::Off
    };
    let mut address = line(field::ADDRESS, "apply-address", Width::Full, autocomplete).hinted("apply-address-hint");
    address.optional = true;
    vec![field(field::LIVING, "apply-residence", Kind::Choice(offered)), address]
}

fn living(place: LivingPlace) -> Answer {
    Answer {
        value: place.as_str().to_owned(),
        label: living_words(place),
        hint: None,
    }
}

/// The words of a place to live.
pub fn living_words(place: LivingPlace) -> Phrase {
    Phrase::new(match place {
        LivingPlace::AtHukou => "apply-residence-at-hukou",
        LivingPlace::Elsewhere => "apply-residence-elsewhere",
        LivingPlace::Outside => "apply-residence-outside",
    })
}

/// One thing the register says, to be called right or wrong.
fn register(line: &RegisterLine<'_>) -> Field {
    let offered = vec![
        answer(value::YES, "apply-register-right"),
        answer(value::NO, "apply-register-wrong"),
    ];
    Field {
        label: register_line(line),
        ..field(
            &field::right(&line.page.id),
            "apply-register-line",
            Kind::Choice(offered),
        )
    }
}

/// The question and what the register answers.
fn register_line(line: &RegisterLine<'_>) -> Phrase {
    let said = |words: Phrase| Said::Words(Box::new(words));
    Phrase::new("apply-register-line")
        .with("name", said(words::part("page", &line.page.id, "short")))
        .with("value", said(register_words(line)))
}

/// What the register says on a line.
pub fn register_words(line: &RegisterLine<'_>) -> Phrase {
    words::of(&text_id("page", &line.page.id), &line.option.id)
}

fn relationship(asking: &Asking<'_>) -> Field {
    let person = asking.draft.person.as_ref().map(|person| &person.resident_id);
    let possible = |what: &&Relationship| person.is_none_or(|person| what.is_possible(person, asking.today));
    let offered = Relationship::ALL.iter().filter(possible).map(|relationship| Answer {
        value: relationship.as_str().to_owned(),
        label: relationship_words(*relationship),
        hint: None,
    });
    field(
        field::RELATIONSHIP,
        "apply-relationship",
        Kind::Choice(offered.collect()),
    )
}

/// The words of a relationship.
pub fn relationship_words(relationship: Relationship) -> Phrase {
    Phrase::new(match relationship {
        Relationship::Spouse => "apply-relationship-spouse",
        Relationship::Father => "apply-relationship-father",
        Relationship::Mother => "apply-relationship-mother",
        Relationship::Son => "apply-relationship-son",
        Relationship::Daughter => "apply-relationship-daughter",
        Relationship::Grandparent => "apply-relationship-grandparent",
        Relationship::Grandchild => "apply-relationship-grandchild",
        Relationship::Sibling => "apply-relationship-sibling",
        Relationship::Other => "apply-relationship-other",
    })
}

fn ways() -> Field {
    let offered = ContactWay::ALL.iter().map(|way| Answer {
        value: way.as_str().to_owned(),
        label: way_words(*way),
        hint: None,
    });
    let mut ways = field(field::WAY, "apply-ways", Kind::Several(offered.collect())).hinted("apply-ways-hint");
    ways.optional = true;
    ways
}

/// The words of a way to be reached.
pub fn way_words(way: ContactWay) -> Phrase {
    Phrase::new(match way {
        ContactWay::Call => "apply-way-call",
        ContactWay::Message => "apply-way-message",
        ContactWay::Letter => "apply-way-letter",
        ContactWay::Visit => "apply-way-visit",
    })
}

fn needs() -> Field {
    let offered = AccessNeed::ALL.iter().map(|need| Answer {
        value: need.as_str().to_owned(),
        label: need_words(*need),
        hint: None,
    });
    let mut needs = field(field::NEED, "apply-access", Kind::Several(offered.collect()));
    needs.optional = true;
    needs
}

/// The words of a need.
pub fn need_words(need: AccessNeed) -> Phrase {
    Phrase::new(match need {
        AccessNeed::LargeText => "apply-need-large-text",
        AccessNeed::Braille => "apply-need-braille",
        AccessNeed::TextInsteadOfVoice => "apply-need-text-instead-of-voice",
        AccessNeed::SignLanguage => "apply-need-sign-language",
        AccessNeed::PlainLanguage => "apply-need-plain-language",
        AccessNeed::ReadAloud => "apply-need-read-aloud",
        AccessNeed::HomeVisit => "apply-need-home-visit",
    })
}

fn payment() -> Vec<Field> {
    let offered = vec![
        answer(value::BANK_CARD, "apply-payment-bank-card"),
        answer(value::ONE_CARD, "apply-payment-one-card"),
        hinted(
            answer(value::NONE, "apply-payment-none"),
            Some("apply-payment-none-hint"),
        ),
    ];
    let mut typed = number(field::ACCOUNT_NUMBER, "apply-account-number").hinted("apply-account-number-hint");
    typed.depends = true;
    vec![field(field::ACCOUNT, "apply-payment", Kind::Choice(offered)), typed]
}

/// Of a guardian whose name is known already, only another guardian's is asked.
fn holder(guardian: Option<&PersonName>) -> Vec<Field> {
    let mut offered = vec![answer(value::OWN, "apply-holder-own")];
    let (other, hint) = match guardian {
        Some(guardian) => {
            offered.push(Answer {
                value: value::HELPER.to_owned(),
                label: Phrase::new("apply-holder-helper").with("name", Said::Name(Name::only(guardian.as_str()))),
                hint: None,
            });
            ("apply-holder-another", "apply-holder-another-hint")
        }
        None => ("apply-holder-other", "apply-holder-name-hint"),
    };
    offered.push(answer(value::OTHER, other));
    let mut holder = name(field::HOLDER_NAME, "apply-holder-name", guardian.is_none()).hinted(hint);
    holder.depends = true;
    let mut reason =
        line(field::REASON, "apply-holder-reason", Width::Full, Autocomplete::Off).hinted("apply-holder-reason-hint");
    reason.depends = true;
    vec![
        field(field::HOLDER, "apply-holder-name-short", Kind::Choice(offered)),
        holder,
        reason,
    ]
}

fn phone(label: &str) -> Field {
    let kind = Kind::Line(Width::Phone, Entry::Phone, Autocomplete::Phone);
    let mut phone = field(field::PHONE, label, kind).hinted("apply-phone-hint");
    phone.optional = true;
    phone
}

fn name(name: &str, label: &str, own: bool) -> Field {
    line(
        name,
        label,
        Width::Identity,
        if own { Autocomplete::Name } else { Autocomplete::Off },
    )
}

fn number(name: &str, label: &str) -> Field {
    line(name, label, Width::Identity, Autocomplete::Off)
}

fn line(name: &str, label: &str, width: Width, autocomplete: Autocomplete) -> Field {
    field(name, label, Kind::Line(width, Entry::Text, autocomplete))
}

fn field(name: &str, label: &str, kind: Kind) -> Field {
    Field::new(name, label, kind)
}

fn answer(value: &str, label: &str) -> Answer {
    Answer {
        value: value.to_owned(),
        label: Phrase::new(label),
        hint: None,
    }
}

fn hinted(mut answer: Answer, hint: Option<&str>) -> Answer {
    answer.hint = hint.map(Phrase::new);
    answer
}
