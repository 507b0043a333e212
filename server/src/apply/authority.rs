//! `/apply/{draft}/authority`: the letter of authority that a relative or agent hands in, filled in and ready to print.

use axum::extract::Path;
use zhida::apply::{AUTHORIZATION, PageId};
use zhida_app::letter::authority::{self, Authority, Who};
use zhida_app::text::{Language, Level};

use super::opened::Opened;
use super::owner;
use super::questions::relationship_words;
use crate::catalogue::words;
use crate::web::{Answer, Fault, Visitor};

/// `GET /apply/{draft}/authority`. It is there as soon as the page that asks for it is.
pub async fn show(visitor: Visitor, Path(id): Path<String>) -> Answer {
    let opened = match Opened::of(&visitor, &id).await {
        Ok(opened) => opened,
        Err(closed) => return owner::missing(&visitor, closed, None).await,
    };
    let portal = &visitor.portal;
    let course = opened.course(portal)?;
    let page = PageId::Paper(AUTHORIZATION.to_owned());
    if !course.is_open(&page) {
        return Ok(visitor.see_other(&opened.address(&course.next)));
    }
    let draft = opened.draft();
    let (Some(person), Some(helper)) = (&draft.person, &draft.helper) else {
        return Err(Fault::NotFound);
    };
    let model = Authority {
        back: opened.address(&page),
        principal: Who {
            name: person.name.as_str().to_owned(),
            number: Some(person.resident_id.as_str().to_owned()),
        },
        agent: Who {
            name: helper.name.as_str().to_owned(),
            number: helper.resident_id.as_ref().map(|id| id.as_str().to_owned()),
        },
        relationship: helper.relationship.map(relationship_words),
        phone: helper.phone.as_ref().map(|phone| phone.as_str().to_owned()),
        services: draft.services.iter().map(|code| words::of("service", code)).collect(),
    };
    let chinese = portal.texts.of(Language::ZhCn, Level::Standard);
    Ok(visitor.page(|text| authority::page(text, chinese, &model)))
}
