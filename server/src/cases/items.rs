//! `/cases/{reference}/items`: which of the things that an office offers the person gets.

use axum::extract::Path;
use axum::http::StatusCode;
use zhida::casework::{ChoiceTold, Command, ItemChoice, offered};
use zhida_app::cases::items::{self as pages, FIELD, Items, Thing, not_chosen};
use zhida_app::question::Problem;

use super::withdraw::fault;
use super::{Acted, Opened, act, address, asking};
use crate::catalogue::{Judge, words};
use crate::portal::Portal;
use crate::web::gate::typed_before;
use crate::web::{Answer, Fault, Typed, Visitor};

/// The page's name in the operations.
const ROUTE: &str = "case-items";

/// `GET /cases/{reference}/items`. Where nothing is to be chosen, the case says so.
pub async fn ask(visitor: Visitor, Path(reference): Path<String>) -> Answer {
    let opened = Opened::of(&visitor, &reference).await?;
    let typed = typed_before(&visitor).await?.map(Typed);
    let typed = typed.as_ref().and_then(|typed| typed.get(FIELD));
    match page(&visitor, &opened, typed, Vec::new())? {
        Some(model) => Ok(visitor.page(|text| pages::page(text, &model))),
        None => Ok(visitor.see_other(&address(opened.case.opened.reference))),
    }
}

/// `POST /cases/{reference}/items`.
pub async fn choose(visitor: Visitor, Path(reference): Path<String>, typed: Typed) -> Answer {
    let opened = Opened::of(&visitor, &reference).await?;
    let here = address(opened.case.opened.reference);
    let location = format!("{here}?done=choose");
    let Some(model) = page(&visitor, &opened, typed.get(FIELD), Vec::new())? else {
        return Ok(visitor.see_other(&here));
    };
    let chosen = typed
        .get(FIELD)
        .filter(|id| model.things.iter().any(|thing| thing.id == *id));
    let Some(item) = chosen else {
        let problem = Problem {
            field: FIELD.to_owned(),
            message: not_chosen(),
        };
        let Some(model) = page(&visitor, &opened, None, vec![problem])? else {
            return Ok(visitor.see_other(&here));
        };
        return Ok(visitor.page_with(StatusCode::UNPROCESSABLE_ENTITY, |text| pages::page(text, &model)));
    };
    if opened.case.chosen_item.as_ref().is_some_and(|held| held.item == item) {
        return Ok(visitor.see_other(&location));
    }
    let command = [Command::ChooseItem(ItemChoice {
        item: item.to_owned(),
        told: ChoiceTold::Online,
    })];
    match act(&visitor.portal, opened, (typed.op(), ROUTE), &location, &command).await? {
        Acted::Done(location) => Ok(visitor.see_other(&location)),
        Acted::Refused(refusal) => Err(fault(&refusal)),
    }
}

/// Where this reader chooses, if they may: what is offered says what was found of the person, so only whom the letters
/// are open to.
pub(super) fn href(portal: &Portal, opened: &Opened) -> Option<String> {
    let judge = Judge::of(portal, &opened.case).ok()?;
    let asked = offered(&opened.case, &opened.actor(), &judge.setting()).contains(&"choose_item");
    (asked && opened.letters_are_open()).then(|| format!("{}/items", address(opened.case.opened.reference)))
}

fn page(
    visitor: &Visitor,
    opened: &Opened,
    typed: Option<&str>,
    problems: Vec<Problem>,
) -> Result<Option<Items>, Fault> {
    let case = &opened.case;
    let (Some(offer), Some(_)) = (&case.offer, href(&visitor.portal, opened)) else {
        return Ok(None);
    };
    let judge = Judge::of(&visitor.portal, case)?;
    let catalogue = judge.service.items.as_ref();
    let things = offer.items.iter().map(|id| Thing {
        id: id.clone(),
        name: words::of("item", id),
        what: words::part("item", id, "what"),
        picture: catalogue
            .and_then(|items| items.item(id))
            .map(|item| item.picture.clone())
            .unwrap_or_default(),
    });
    let held = case.chosen_item.as_ref().map(|choice| choice.item.as_str());
    Ok(Some(Items {
        act: asking(visitor, opened, "items", problems),
        why: offer.sentence.as_str().to_owned(),
        things: things.collect(),
        chosen: typed.or(held).map(str::to_owned),
    }))
}
