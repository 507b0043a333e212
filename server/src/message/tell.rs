//! Telling outside the portal. One job looks which ways there are for news, and puts down a delivery and a job for each;
//! that job sends it. Both may run twice: a delivery is there once, and what is sent is not sent again. Whoever dies
//! between sending and writing it down sends once more, with the same key.

use serde_json::{Value as Json, json};
use uuid::Uuid;
use zhida::access::Visibility;
use zhida::apply::ConsentTo;
use zhida::calendar::Instant;
use zhida::casework::{Case, Rater};
use zhida::message::{About, Channel, Known, News, Reach, Until, channels};
use zhida::person::Mobile;
use zhida_app::message::outside;
use zhida_app::text::{Language, Level, Text};

use super::code;
use super::reach::mobile;
use crate::cases::consents;
use crate::outside::Item;
use crate::portal::Portal;
use crate::store::apply::StoredApplication;
use crate::store::casework::{
    self, Delivery, NewDelivery, NewMessage, Progress, RatedCase, StoredReach, Unwanted, insert_delivery, reach_of,
    stream, update_delivery,
};
use crate::store::delegation::StoredDelegation;
use crate::store::outbox::{self, ATTEMPTS, Job, NewJob};
use crate::store::{StoreError, Tx, account, apply, registry};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// So many days before a draft is thrown away its owner is told.
const DRAFT_DAYS: i64 = 14;

/// Looks in which ways news goes outside, and puts a delivery down for each.
pub(crate) async fn tell(portal: &Portal, job: &Job) -> Result<(), StoreError> {
    let wrong = || StoreError::Other("the job names no news".to_owned());
    let case = job.payload["case"].as_str().and_then(|id| id.parse::<Uuid>().ok());
    let news = job.payload["news"].as_str().and_then(News::parse);
    let (case, seq, news) = (
        case.ok_or_else(wrong)?,
        job.payload["seq"].as_i64().ok_or_else(wrong)?,
        news.ok_or_else(wrong)?,
    );
    let Some(ways) = Ways::load(portal, case).await? else {
        return Ok(());
    };
    let channels = ways.channels(portal);
    if channels.is_empty() {
        return Ok(());
    }
    let now = portal.now();
    let mut tx = portal.store.begin().await?;
    for channel in channels {
        let id = portal.random_id().to_string();
        let new = NewDelivery {
            id: &id,
            of: (&stream(case), seq),
            channel: channel.as_str(),
            case: Some(case),
            news: Some(news),
            officer: None,
            at: now,
        };
        put_down(portal, &mut tx, &new, None).await?;
    }
    tx.commit().await
}

/// Puts a delivery and its job down, where there is none of that news in that way.
pub(crate) async fn put_down(
    portal: &Portal,
    tx: &mut Tx,
    new: &NewDelivery<'_>,
    content: Option<&Json>,
) -> Result<(), StoreError> {
    if insert_delivery(tx, &portal.keys, new, content).await? {
        let job = NewJob {
            kind: "deliver",
            unique_key: &job_of(new.id),
            payload: &json!({ "delivery": new.id }),
            run_at: new.at,
        };
        outbox::insert(tx, &job, new.at).await?;
    }
    Ok(())
}

/// The key of the job that sends a delivery.
pub(crate) fn job_of(delivery: &str) -> String {
    format!("deliver:{delivery}")
}

/// Sends a delivery, if it is still to be sent.
pub(crate) async fn deliver(portal: &Portal, job: &Job) -> Result<(), StoreError> {
    let id = job.payload["delivery"].as_str().unwrap_or_default();
    let Some(delivery) = casework::find_delivery(&mut portal.store.read(), id).await? else {
        return Ok(());
    };
    if delivery.state.is_over() {
        return Ok(());
    }
    let Some(item) = item(portal, &delivery).await? else {
        return note(portal, id, (Progress::Void, job.attempts), Ok("")).await;
    };
    match portal.outside.send(id, item).await {
        Ok(proof) => note(portal, id, (Progress::Sent, job.attempts), Ok(&proof)).await,
        Err(problem) => {
            let state = if job.attempts >= ATTEMPTS {
                Progress::Dead
            } else {
                Progress::Failed
            };
            let problem = problem.to_string();
            note(portal, id, (state, job.attempts), Err(&problem)).await?;
            // The job comes again later, or is shown to administrators.
            Err(StoreError::Other(problem))
        }
    }
}

async fn note(portal: &Portal, id: &str, state: (Progress, i64), said: Result<&str, &str>) -> Result<(), StoreError> {
    let mut tx = portal.store.begin().await?;
    update_delivery(&mut tx, id, state, said, portal.now()).await?;
    tx.commit().await
}

/// What is sent; none where the way is not there any more.
async fn item(portal: &Portal, delivery: &Delivery) -> Result<Option<Item>, StoreError> {
    if delivery.news.is_none() {
        let text = portal.texts.of(Language::ZhCn, Level::Standard);
        return code::item(portal, text, delivery).await;
    }
    let (Some(case), Some(channel)) = (delivery.case, Channel::parse(&delivery.channel)) else {
        return Ok(None);
    };
    let Some(ways) = Ways::load(portal, case).await? else {
        return Ok(None);
    };
    if !ways.channels(portal).contains(&channel) {
        return Ok(None);
    }
    let text = portal.texts.of(ways.language, Level::Standard);
    Ok(ways.item(text, channel, &portal.config.public_url.origin))
}

/// What is known of the ways to the person of a case.
pub(crate) struct Ways {
    /// What an office confirmed.
    pub reach: Option<StoredReach>,
    /// The mobile number of the register.
    pub registered: Option<Mobile>,
    /// The application agreed to short messages.
    pub agreed: bool,
    /// The case has ways of its own.
    pub sealed: bool,
    /// In which language the application was made.
    language: Language,
}

impl Ways {
    /// Of the case with an id.
    async fn load(portal: &Portal, id: Uuid) -> Result<Option<Self>, StoreError> {
        let events = casework::list_events(&mut portal.store.read(), &portal.keys, id).await?;
        match Case::fold(&events) {
            Some(case) => Ok(Some(Self::of(portal, id, &case).await?)),
            None => Ok(None),
        }
    }

    /// Of a case.
    pub(crate) async fn of(portal: &Portal, id: Uuid, case: &Case) -> Result<Self, StoreError> {
        let mut reader = portal.store.read();
        let opened = &case.opened;
        let reach = casework::find_reach(&mut reader, &portal.keys, &reach_of(id, case)).await?;
        let registered = registry::find_person_by_key(&mut reader, &portal.keys, &opened.subject.key).await?;
        let kept = apply::find_application(&mut reader, &portal.keys, opened.application).await?;
        let agreed = match &kept {
            Some(kept) => agrees(portal, kept).await?,
            None => false,
        };
        let language = kept.and_then(|kept| Language::parse(&kept.application.statement.language));
        Ok(Self {
            reach,
            registered: registered.and_then(|person| mobile(person.entry.phone.as_ref())),
            agreed,
            sealed: opened.visibility != Visibility::Normal,
            language: language.unwrap_or(Language::ZhCn),
        })
    }

    /// The ways that are used, of those the portal has.
    fn channels(&self, portal: &Portal) -> Vec<Channel> {
        let known = Known {
            reach: self.reach.as_ref().map(|stored| &stored.reach),
            registered_mobile: self.registered.is_some(),
            agreed: self.agreed,
            sealed: self.sealed,
        };
        let mut channels = channels(known);
        channels.retain(|channel| portal.outside.has(*channel));
        channels
    }

    /// That there is a message, for one of the ways.
    fn item(&self, text: Text<'_>, channel: Channel, site: &str) -> Option<Item> {
        let reach: Option<&Reach> = self.reach.as_ref().map(|stored| &stored.reach);
        match channel {
            Channel::Sms => {
                let confirmed = reach.map_or(self.registered.as_ref(), |reach| reach.mobile.as_ref());
                Some(Item::Sms {
                    to: confirmed?.clone(),
                    words: outside::short_message(text, site),
                })
            }
            Channel::Mail => {
                let (subject, words) = outside::mail(text, site);
                Some(Item::Mail {
                    to: reach?.mail.clone()?,
                    subject,
                    words,
                })
            }
            Channel::Post => {
                let reach = reach?;
                let address = reach.address.clone()?;
                let name = reach.name.as_str();
                Some(Item::Post {
                    page: outside::letter(text, (name, &address), &outside::letter_words(text, site)),
                    name: name.to_owned(),
                    address,
                })
            }
        }
    }
}

/// Whether an application agrees to short messages, as was said last.
pub(super) async fn agrees(portal: &Portal, kept: &StoredApplication) -> Result<bool, StoreError> {
    let now = consents::of_application(portal, kept.reference, &kept.application).await?;
    Ok(now.get(&ConsentTo::Messages) == Some(&true))
}

/// Tells accounts of their drafts that will be thrown away soon; once for each day on which that would be.
pub(crate) async fn drafts(portal: &Portal) -> Result<(), StoreError> {
    let now = portal.now();
    let soon = Instant::from_epoch_ms(now.epoch_ms().saturating_add(DRAFT_DAYS * DAY_MS));
    let drafts = apply::list_drafts_expiring(&mut portal.store.read(), (now, soon)).await?;
    for (id, owner, until) in drafts {
        let about = About {
            until: Some(Until(until.date())),
            ..About::default()
        };
        let new = NewMessage {
            recipient: &owner,
            case: None,
            of: (&format!("draft:{id}"), until.epoch_ms() / DAY_MS),
            news: News::DraftExpires,
            about: &about,
            at: now,
        };
        let mut tx = portal.store.begin().await?;
        casework::insert_message(&mut tx, &portal.keys, &new).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Tells whoever gave a bad mark that it was answered.
pub(crate) async fn mark_answered(tx: &mut Tx, portal: &Portal, rated: &RatedCase) -> Result<(), StoreError> {
    let rating = &rated.rating;
    let recipient = match &rating.rater {
        Rater::Subject(account) => Some(format!("account:{account}")),
        Rater::Filer => casework::find_filer(tx, rating.case).await?,
    };
    let Some(recipient) = recipient else { return Ok(()) };
    let about = About {
        reference: Some(rated.reference.clone()),
        ..About::default()
    };
    let new = NewMessage {
        recipient: &recipient,
        case: Some(rating.case),
        of: (&format!("rating:{}", rating.id), 1),
        news: News::MarkAnswered,
        about: &about,
        at: portal.now(),
    };
    casework::insert_message(tx, &portal.keys, &new).await?;
    Ok(())
}

/// Tells whoever did not want what was done in their name that it was answered: that account alone.
pub(crate) async fn unwanted_answered(tx: &mut Tx, portal: &Portal, unwanted: &Unwanted) -> Result<(), StoreError> {
    let about = About {
        reference: Some(unwanted.reference.clone()),
        ..About::default()
    };
    let new = NewMessage {
        recipient: &format!("account:{}", unwanted.account),
        case: Some(unwanted.case),
        of: (&format!("unwanted:{}", unwanted.id), 1),
        news: News::UnwantedAnswered,
        about: &about,
        at: portal.now(),
    };
    casework::insert_message(tx, &portal.keys, &new).await?;
    Ok(())
}

/// Tells a person, with every account that an office linked to them, that somebody may act for them now.
pub(crate) async fn acting_begins(tx: &mut Tx, portal: &Portal, begun: &StoredDelegation) -> Result<(), StoreError> {
    for linked in account::list_linked_to(tx, &portal.keys, &begun.principal).await? {
        let new = NewMessage {
            recipient: &format!("account:{}", linked.account),
            case: None,
            of: (&format!("delegation:{}", begun.id), 1),
            news: News::ActingBegins,
            about: &About::default(),
            at: portal.now(),
        };
        casework::insert_message(tx, &portal.keys, &new).await?;
    }
    Ok(())
}
