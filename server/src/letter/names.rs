//! Offices, stages and papers by name.

use zhida::calendar::WorkingDays;
use zhida::casework::Case;
use zhida::catalogue::OfficeContact;
use zhida::catalogue::text_id;
use zhida::letter::Office;
use zhida::place::{DivisionCode, Divisions, OfficeKind};
use zhida_app::text::{Language, Level, Name, Phrase};

use crate::catalogue::words;
use crate::portal::Portal;

/// An office: its kind and place.
pub fn office(portal: &Portal, office: &Office) -> Name {
    let place = match office.township {
        Some(township) => Divisions::shipped().find_township(township).map(words::township),
        None => words::division_name(office.county),
    };
    let id = match office.kind {
        OfficeKind::Township => "office-township",
        OfficeKind::CountyFederation => "office-county-federation",
        OfficeKind::LegalAidCentre => "office-legal-aid-centre",
        OfficeKind::JusticeBureau => "office-justice-bureau",
        OfficeKind::CivilAffairs | OfficeKind::Prefecture | OfficeKind::Province => "office-civil-affairs",
    };
    named(portal, id, place, office.county)
}

/// The full name of an office, as its seal has it: 岳麓区人民政府望月湖街道办事处, 长沙市岳麓区民政局.
pub fn issuer(portal: &Portal, of: &Office) -> Name {
    let divisions = Divisions::shipped();
    let Some(county) = divisions.find(of.county) else {
        return office(portal, of);
    };
    // Counties and cities are known by their own name; a district goes by its city's.
    let city = county.parent.and_then(|code| divisions.find(code));
    let city = city.filter(|_| county.name_zh.ends_with('区'));
    let whole = Name {
        zh: city.map_or("", |city| city.name_zh).to_owned() + county.name_zh,
        en: Some(county.name_en.to_owned()),
    };
    let Some(township) = of.township.and_then(|code| divisions.find_township(code)) else {
        let id = match of.kind {
            OfficeKind::CountyFederation => "office-county-federation",
            OfficeKind::LegalAidCentre => "office-legal-aid-centre",
            OfficeKind::JusticeBureau => "office-justice-bureau",
            _ => "office-civil-affairs",
        };
        return named(portal, id, Some(whole), of.county);
    };
    let id = if township.name_zh.ends_with("街道") {
        "issuer-subdistrict"
    } else {
        "issuer-township"
    };
    let text = portal.texts.of(Language::ZhCn, Level::Standard);
    let place = township.name_zh.to_owned();
    Name::only(text.with(id, &[("county", whole.zh.into()), ("place", place.into())]))
}

/// How an office is reached: as it has said itself, or through its county's window. Of a legal aid centre's matters no window
/// knows anything.
pub fn contact<'portal>(portal: &'portal Portal, office: &Office) -> Option<&'portal OfficeContact> {
    let offices = &portal.catalogue.offices;
    let own = offices.find(office.kind, office.county, office.township);
    own.or_else(|| offices.window(office.county).filter(|_| !of_legal_aid(office.kind)))
}

/// The number to call about what an office does: its own, its county's window's, or the line that answers for its kind.
pub fn phone(portal: &Portal, office: &Office) -> String {
    contact(portal, office)
        .map_or(hotline(office.kind), |contact| contact.phone.as_str())
        .to_owned()
}

/// The line that answers where an office's own number is not known: 12348 for legal aid (全国公共法律服务热线), else 12385.
pub fn hotline(kind: OfficeKind) -> &'static str {
    if of_legal_aid(kind) { "12348" } else { "12385" }
}

/// Whether an office works on what no other may know of.
fn of_legal_aid(kind: OfficeKind) -> bool {
    matches!(kind, OfficeKind::LegalAidCentre | OfficeKind::JusticeBureau)
}

/// Where an office is.
pub fn address(contact: &OfficeContact) -> Name {
    Name {
        zh: contact.address.clone(),
        en: Some(contact.address_en.clone()),
    }
}

/// The office that works on a case now, or did last.
pub fn office_with(case: &Case) -> Office {
    Office::of(case, case.stage().map_or(OfficeKind::Township, |stage| stage.body))
}

/// The name of the office that works on a case now, or did last.
pub fn office_of_case(portal: &Portal, case: &Case) -> Name {
    office(portal, &office_with(case))
}

/// To whom a decision on a case is contested: the office that one objects to, or the people's government of the county.
pub fn contested_at(portal: &Portal, case: &Case) -> Name {
    match case.opened.terms.contest_office {
        Some(objected) => office(portal, &Office::of(case, objected.body)),
        None => government(portal, case.opened.place.county),
    }
}

/// The people's government of a county, which reconsiders.
pub fn government(portal: &Portal, county: DivisionCode) -> Name {
    named(portal, "office-government", words::division_name(county), county)
}

/// An office's name in every language, made of the place's name.
fn named(portal: &Portal, id: &'static str, place: Option<Name>, code: DivisionCode) -> Name {
    let place = place.unwrap_or_else(|| Name::only(code.as_str()));
    let say = |language: Language| {
        let text = portal.texts.of(language, Level::Standard);
        text.with(id, &[("place", place.shown(language).0.to_owned().into())])
    };
    Name {
        zh: say(Language::ZhCn),
        // A place without an English name keeps its office in Chinese.
        en: place.en.is_some().then(|| say(Language::En)),
    }
}

/// The offices of all townships of a county together.
pub fn townships(portal: &Portal, county: DivisionCode) -> Name {
    named(portal, "office-townships", words::division_name(county), county)
}

/// What happens at a stage, where who does it is said beside it; otherwise the stage's whole words.
pub fn act(portal: &Portal, stage: &str) -> Phrase {
    act_of(portal, text_id("stage", stage))
}

/// As [`act`], of the id of the stage's words.
pub fn act_of(portal: &Portal, stage_text: String) -> Phrase {
    let short = format!("{stage_text}.act");
    if portal.texts.of(Language::ZhCn, Level::Standard).has(&short) {
        Phrase::new(short)
    } else {
        Phrase::new(stage_text)
    }
}

/// Which pages of a paper are meant, where that is said.
pub fn paper_says(portal: &Portal, kind: &str) -> Option<Phrase> {
    let id = format!("{}.says", text_id("evidence", kind));
    let known = portal.texts.of(Language::ZhCn, Level::Standard).has(&id);
    known.then(|| Phrase::new(id))
}

/// What the application form of these services is called: by their own name where they share one, else as any other.
pub fn form(portal: &Portal, services: &[&str]) -> Phrase {
    let text = portal.texts.of(Language::ZhCn, Level::Standard);
    let mut own = services.iter().map(|code| {
        let id = format!("{}.form", text_id("service", code));
        text.has(&id).then(|| (text.get(&id), Phrase::new(id)))
    });
    let first = own.next().flatten();
    let shared = first.filter(|(name, _)| own.all(|other| other.is_some_and(|(other, _)| other == *name)));
    shared.map_or_else(|| Phrase::new("letter-form-title"), |(_, name)| name)
}

/// Whether a day that is shown counts a year whose public holidays are not known.
pub fn provisional(case: &Case, calendar: &WorkingDays, today: zhida::calendar::Date) -> bool {
    use zhida::casework::StepState;
    let contested = case.reconsideration().map(|asked| asked.steps(calendar, today));
    let contested = contested.into_iter().flatten().map(|step| step.state);
    let states = case.steps(calendar, today).into_iter().map(|step| step.state);
    states.chain(contested).any(|state| match state {
        StepState::Done { .. } => false,
        StepState::Now { due, .. } | StepState::Ahead { due } => due.provisional,
    })
}
