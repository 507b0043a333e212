//! Who may come where: every row of the routes table against everybody who could try.

use reqwest::StatusCode;
use zhida::access::Role;
use zhida_server::web::routes::{Who, routes};

use crate::account::sign_up;
use crate::browser::Browser;
use crate::harness::Site;
use crate::staff::{set_up, take_on};

both_engines!(every_address_lets_in_only_whom_its_row_says);

/// Somebody who tries.
struct Visitor {
    what: String,
    browser: Browser,
    account: bool,
    role: Option<Role>,
}

async fn every_address_lets_in_only_whom_its_row_says(site: Site) {
    let somebody = |what: &str| Visitor {
        what: what.to_owned(),
        browser: site.browser(),
        account: false,
        role: None,
    };
    let nobody = somebody("nobody");
    let account = Visitor {
        account: true,
        ..somebody("an account")
    };
    sign_up(&account.browser, "chunyan").await;
    let mut visitors = vec![nobody, account];
    for role in Role::ALL {
        let officer = Visitor {
            role: Some(*role),
            ..somebody(role.as_str())
        };
        take_on(&site, role.as_str(), *role).await;
        set_up(&site, &officer.browser, role.as_str()).await;
        visitors.push(officer);
    }
    for route in routes() {
        // Ids that nobody has: whoever is let in finds nothing there.
        let path: Vec<&str> = route
            .path
            .split('/')
            .map(|part| if part.starts_with('{') { "none" } else { part })
            .collect();
        let path = path.join("/");
        if path.ends_with("/sign-out") {
            continue;
        }
        for visitor in &visitors {
            for verb in route.verbs {
                let page = match *verb {
                    "GET" => visitor.browser.get(&path).await,
                    _ => visitor.browser.post(&path, &[]).await,
                };
                let sent_to_sign_in = page
                    .location
                    .as_deref()
                    .is_some_and(|to| to.contains("/sign-in?why=needed"));
                let refused = page.status == StatusCode::FORBIDDEN;
                let mut expected = expected(route.who, visitor);
                let found = match (sent_to_sign_in, refused) {
                    (true, _) => Door::SignIn,
                    (false, true) => Door::Closed,
                    (false, false) => Door::Open,
                };
                // A draft or case may become somebody's who is nobody yet.
                let is_nobody = !visitor.account && visitor.role.is_none();
                if route.who == Who::Visitor && is_nobody && found == Door::SignIn {
                    expected = Door::SignIn;
                }
                assert_eq!(found, expected, "{} at {verb} {path}: {}", visitor.what, page.status);
                assert!(
                    page.status.as_u16() < 500,
                    "{} at {verb} {path}: {}",
                    visitor.what,
                    page.status
                );
            }
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Door {
    Open,
    Closed,
    SignIn,
}

fn expected(who: Who, visitor: &Visitor) -> Door {
    match who {
        Who::Public | Who::Visitor => Door::Open,
        Who::Account if visitor.account => Door::Open,
        // Nobody has linked this account.
        Who::Linked if visitor.account => Door::Closed,
        Who::Account | Who::Linked => Door::SignIn,
        Who::Staff(roles) => match visitor.role {
            None => Door::SignIn,
            Some(role) if roles.is_empty() || roles.contains(&role) => Door::Open,
            Some(_) => Door::Closed,
        },
    }
}
