//! Cases: their events, and the row that lists read, always written together.
//!
//! Every way to a case leads through a [`Scope`]: loading, lists, search, counts, duplicates, files.

mod asked_why;
mod delivery;
mod identity;
mod line;
mod load;
mod message;
mod needs;
mod notices;
mod queue;
mod rating;
mod reach;
mod row;
mod scope;
mod search;
mod seen;
mod unwanted;
mod view;
mod write;

pub use asked_why::{
    AskedWhy, ONE_QUESTION, answer_why, find_asked_why, insert_asked_why, list_asked_why_of_case, list_open_asked_why,
};
pub use delivery::{
    Delivery, NewDelivery, Progress, find_delivery, insert_delivery, list_deliveries_of_case, update_content,
    update_delivery,
};
pub use identity::{Identity, name_hash, person_key};
pub use line::CaseLine;
pub use load::{
    Loaded, find, find_filer, find_id, has_sealed, is_sealed_from, list_decided, list_events, list_last_returns,
    list_of_application, list_of_person,
};
pub use message::{
    Message, NewMessage, count_told, count_unread, find_message, insert_message, list_messages, list_messages_of_case,
    update_all_read, update_read,
};
pub use needs::{ListOfNeeds, Waiting, count_provided, list_needs};
pub use notices::list_notices_over;
pub use queue::{
    Assigned, Cursor, DueBy, Filter, Page, PageOf, Sort, StateOf, Work, count_each_up_to, find_next_unclaimed, list,
};
pub use rating::{
    Marks, ONE_MARK, RatedCase, StoredRating, answer_rating, count_ratings, find_rating, insert_rating,
    list_open_ratings, list_ratings_of_case, update_rating,
};
pub use reach::{StoredReach, find_reach, of_person, reach_of, upsert_reach};
pub use row::{AWARD, CLOSED, OBJECTION, SECOND_SIGNATURE};
pub use scope::{Held, Scope};
pub use search::{Sought, search};
pub use seen::{Seen, SeenBy, SeenUntil, SeenWhat, list_seen, list_seen_of_case};
pub use unwanted::{
    ONE_UNWANTED, Unwanted, answer_unwanted, find_unwanted, insert_unwanted, list_open_unwanted, list_unwanted_of,
};
pub use view::{View, insert_view, is_viewed, list_views};
pub use write::{Happened, NewCase, append, insert};

use zhida::calendar::Date;

use super::StoreError;

/// Where nothing is due.
pub(super) const NEVER: &str = "9999-12-31";

/// The stream of a case's events.
pub fn stream(id: uuid::Uuid) -> String {
    format!("case:{id}")
}

fn day(text: &str) -> Result<Date, StoreError> {
    zhida::calendar::parse_date(text).ok_or_else(|| StoreError::Other(format!("{text} is no day")))
}

/// A day that may be [`NEVER`].
fn day_or_never(text: &str) -> Result<Option<Date>, StoreError> {
    if text == NEVER {
        return Ok(None);
    }
    day(text).map(Some)
}
