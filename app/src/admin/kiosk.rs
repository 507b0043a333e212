//! Making this browser that of a machine in a hall, or an ordinary one again.

use leptos::prelude::*;

use crate::components::actions::{self, Look};
use crate::components::back_link::back_link;
use crate::components::form;
use crate::frame::Page;
use crate::text::Text;

/// The name under which it is posted: `yes` or `no`.
pub const ON: &str = "on";

/// The page.
pub fn page(text: Text<'_>, is_one: bool) -> Page {
    let (says, act, on) = if is_one {
        ("admin-kiosk-is", "admin-kiosk-stop", "no")
    } else {
        ("admin-kiosk-says", "admin-kiosk-begin", "yes")
    };
    let rules = ["simple", "traces", "time", "button"].map(|rule| match rule {
        "simple" => text.get("admin-kiosk-simple"),
        "traces" => text.get("admin-kiosk-traces"),
        "time" => text.get("admin-kiosk-time"),
        _ => text.get("admin-kiosk-button"),
    });
    let hidden = vec![(ON.to_owned(), on.to_owned())];
    let act = actions::row(vec![actions::submit(Look::Main, text.get(act))]);
    let body = view! {
        {back_link(text.get("frame-jobs"), "/office/jobs".to_owned())}
        <h1>{text.get("admin-kiosk")}</h1>
        <p class="lead">{text.get(says)}</p>
        <ul>{rules.map(|rule| view! { <li>{rule}</li> }).collect_view()}</ul>
        <p>{text.get("admin-kiosk-then")}</p>
        {form::post("/office/kiosk", hidden, act)}
    };
    Page::new(text.get("admin-kiosk"), body).flowing()
}
