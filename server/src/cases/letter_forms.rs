//! `/cases/{reference}/forms`: in which forms the person's letters come. As the application says of their needs,
//! until it is said otherwise on a case; each case by itself.

use axum::extract::Path;
use zhida::apply::{Application, LetterForm};
use zhida::casework::{Case, Command};
use zhida_app::cases::letter_forms::{self, FORMS, LetterForms};
use zhida_app::letter::formats::Wishes;
use zhida_app::text::{Name, Phrase, Said, Text};

use super::withdraw::fault;
use super::{Acted, Opened, act, address, asking};
use crate::portal::Portal;
use crate::store::apply;
use crate::web::gate::typed_before;
use crate::web::{Answer, Fault, Typed, Visitor};

/// The page's name in the operations.
const ROUTE: &str = "case-letter-forms";

/// `GET /cases/{reference}/forms`.
pub async fn ask(visitor: Visitor, Path(reference): Path<String>) -> Answer {
    let opened = Opened::of(&visitor, &reference).await?;
    let now = of_case(&visitor.portal, &opened.case).await?;
    let before = typed_before(&visitor).await?.map(Typed);
    let model = LetterForms {
        act: asking(&visitor, &opened, "forms", Vec::new()),
        now: before.map_or(now, |typed| ticked(&typed)),
    };
    Ok(visitor.page(|text| letter_forms::page(text, &model)))
}

/// `POST /cases/{reference}/forms`.
pub async fn save(visitor: Visitor, Path(reference): Path<String>, typed: Typed) -> Answer {
    let opened = Opened::of(&visitor, &reference).await?;
    let forms = ticked(&typed);
    let location = format!("{}?done=letter-forms", address(opened.case.opened.reference));
    if forms == of_case(&visitor.portal, &opened.case).await? {
        return Ok(visitor.see_other(&location));
    }
    let command = [Command::ChooseLetterForms { forms, sentence: None }];
    match act(&visitor.portal, opened, (typed.op(), ROUTE), &location, &command).await? {
        Acted::Done(location) => Ok(visitor.see_other(&location)),
        Acted::Refused(refusal) => Err(fault(&refusal)),
    }
}

fn ticked(typed: &Typed) -> Vec<LetterForm> {
    let values: Vec<&str> = typed.all(FORMS).collect();
    let forms = LetterForm::ALL.iter().copied();
    forms.filter(|form| values.contains(&form.as_str())).collect()
}

/// In which forms the letters of a case come.
pub(crate) async fn of_case(portal: &Portal, case: &Case) -> Result<Vec<LetterForm>, Fault> {
    if let Some(said) = &case.letter_forms {
        return Ok(said.clone());
    }
    let reference = case.opened.application;
    let kept = apply::find_application(&mut portal.store.read(), &portal.keys, reference).await?;
    let application: Option<Application> = kept.map(|kept| kept.application);
    Ok(case.letter_forms(application.as_ref()))
}

/// In which forms letters come, in a sentence.
pub(crate) fn in_words(text: Text<'_>, forms: &[LetterForm]) -> Phrase {
    if forms.is_empty() {
        return Phrase::new("letter-forms-usual");
    }
    let names: Vec<String> = forms.iter().map(|form| text.get(letter_forms::name(*form))).collect();
    let names = Name::only(names.join(&text.get("letter-formats-and")));
    Phrase::new("letter-forms-are").with("forms", Said::Name(names))
}

/// The same on a letter, with the page to change it on.
pub(crate) async fn wishes(visitor: &Visitor, case: &Case, change: Option<String>) -> Result<Wishes, Fault> {
    let forms = of_case(&visitor.portal, case).await?;
    Ok(Wishes {
        says: in_words(visitor.text(), &forms),
        change,
    })
}
