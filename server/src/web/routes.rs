//! Every address of the portal: one row each. The router, `zhida routes`, limits and the tests of who may see what
//! are made from this table; nothing else adds an address.

use std::sync::Arc;

use axum::routing::{MethodRouter, get, post};
use zhida::access::Role;

use super::form::LARGEST_FORM;
use super::{health, islands, style};
use crate::account::{self, display};
use crate::admin;
use crate::apply;
use crate::cases;
use crate::casework::{
    case, command, files, needs, notices, print, queue, ratings, reveal, scan, search, substitutes, unwanted,
};
use crate::catalogue::{check, home, items, place, service, sign};
use crate::confirmation;
use crate::delegation;
use crate::feedback;
use crate::help;
use crate::letter;
use crate::message;
use crate::portal::Portal;

const KIB: usize = 1024;

/// One address.
pub struct Route {
    /// As axum writes it.
    pub path: &'static str,
    /// The methods it knows.
    pub verbs: &'static [&'static str],
    /// Who may come.
    pub who: Who,
    /// The page's name, in tests and measurements; empty for what is no page.
    pub page: &'static str,
    /// The largest body, in bytes; beyond [`LARGEST_FORM`] for files alone.
    pub body: usize,
    /// Addresses at which the page can be seen by anybody.
    pub shown_at: &'static [&'static str],
    /// What answers.
    pub methods: MethodRouter<Arc<Portal>>,
}

/// Who sees people and their documents, and may hand codes over to them.
pub const HANDS_OVER: &[Role] = &[
    Role::TownshipOfficer,
    Role::FederationReviewer,
    Role::CivilAffairsDecider,
    Role::Supervisor,
];

/// Who ends the link of an account to a person of their place.
pub const ENDS_LINKS: &[Role] = &[Role::TownshipOfficer, Role::Supervisor];

/// Who may come to an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Anybody, and machines.
    Public,
    /// Anybody.
    Visitor,
    /// Whoever is signed in with an account.
    Account,
    /// Whose account an office has linked to a person.
    Linked,
    /// Staff with one of these roles; with none named, all staff.
    Staff(&'static [Role]),
}

impl Route {
    /// A page that is only read.
    fn reads(path: &'static str, who: Who, page: &'static str, methods: MethodRouter<Arc<Portal>>) -> Self {
        Self {
            path,
            verbs: &["GET"],
            who,
            page,
            body: 0,
            shown_at: &[],
            methods,
        }
    }

    /// A page with a form that posts to its own address.
    fn asks(path: &'static str, who: Who, page: &'static str, methods: MethodRouter<Arc<Portal>>) -> Self {
        Self {
            verbs: &["GET", "POST"],
            body: LARGEST_FORM,
            ..Self::reads(path, who, page, methods)
        }
    }

    /// Something that is only done: a button, whose page is another.
    fn changes(path: &'static str, who: Who, page: &'static str, methods: MethodRouter<Arc<Portal>>) -> Self {
        Self {
            verbs: &["POST"],
            body: LARGEST_FORM,
            ..Self::reads(path, who, page, methods)
        }
    }

    /// With a larger body.
    const fn body(mut self, bytes: usize) -> Self {
        self.body = bytes;
        self
    }

    /// Where anybody can see it.
    const fn shown_at(mut self, addresses: &'static [&'static str]) -> Self {
        self.shown_at = addresses;
        self
    }
}

/// Who works on cases.
const WORKERS: Who = Who::Staff(&[
    Role::TownshipOfficer,
    Role::FederationReviewer,
    Role::CivilAffairsDecider,
    Role::LegalAidOfficer,
    Role::JusticeOfficer,
    Role::Supervisor,
]);
/// Who files for others at the window and at their homes.
const FILES: Who = Who::Staff(&[Role::TownshipOfficer]);
/// Who visits, assesses and decides for a county's federation.
const FEDERATION: Who = Who::Staff(&[Role::FederationReviewer]);
const ADMINISTRATORS: Who = Who::Staff(&[Role::Administrator]);
const SUPERVISORS: Who = Who::Staff(&[Role::Supervisor]);

/// The table.
pub fn routes() -> Vec<Route> {
    let mut routes = public();
    routes.extend(office());
    routes
}

/// The working side.
fn office() -> Vec<Route> {
    vec![
        // Whoever does no casework is led on from here.
        Route::reads("/office", Who::Staff(&[]), "office-queue", get(queue::show)),
        Route::reads(
            "/office/audit",
            Who::Staff(&[Role::Auditor]),
            "office-audit",
            get(admin::audit::show),
        ),
        Route::reads(
            "/office/audit/asked",
            Who::Staff(&[Role::Auditor]),
            "office-asked-why",
            get(admin::asked_why::list),
        ),
        Route::asks(
            "/office/audit/asked/{id}",
            Who::Staff(&[Role::Auditor]),
            "office-asked-why-one",
            get(admin::asked_why::show).post(admin::asked_why::answer),
        ),
        Route::reads("/office/jobs", ADMINISTRATORS, "office-jobs", get(admin::jobs::show)),
        Route::changes(
            "/office/jobs/{id}/revive",
            ADMINISTRATORS,
            "office-job-revive",
            post(admin::jobs::revive),
        ),
        Route::reads(
            "/office/services",
            ADMINISTRATORS,
            "office-services",
            get(admin::services::show),
        ),
        Route::reads("/office/kiosk", ADMINISTRATORS, "office-kiosk", get(admin::kiosk::show)),
        Route::changes(
            "/office/kiosk",
            ADMINISTRATORS,
            "office-kiosk-change",
            post(admin::kiosk::change),
        ),
        Route::reads(
            "/office/feedback",
            ADMINISTRATORS,
            "office-feedback",
            get(admin::feedback::list),
        ),
        Route::asks(
            "/office/feedback/{number}",
            ADMINISTRATORS,
            "office-feedback-one",
            get(admin::feedback::show).post(admin::feedback::act),
        ),
        Route::reads("/office/assist", FILES, "office-assist", get(apply::assisted::show)),
        Route::asks(
            "/office/assist/new",
            FILES,
            "office-assist-new",
            get(apply::assisted::ask).post(apply::assisted::begin),
        ),
        Route::reads(
            "/office/assist/{draft}",
            FILES,
            "office-assist-known",
            get(apply::assisted::known),
        ),
        Route::asks(
            "/office/assist/{draft}/hand-over",
            FILES,
            "office-assist-hand-over",
            get(apply::assisted::ask_hand_over).post(apply::assisted::hand_over),
        ),
        Route::changes("/office/next", WORKERS, "office-next", post(queue::next)),
        Route::asks(
            "/office/search",
            WORKERS,
            "office-search",
            get(search::show).post(search::find),
        ),
        Route::reads("/office/cases/{reference}", WORKERS, "office-case", get(case::show)),
        Route::changes(
            "/office/cases/{reference}/claim",
            WORKERS,
            "office-claim",
            post(queue::claim),
        ),
        Route::changes(
            "/office/cases/{reference}/release",
            WORKERS,
            "office-release",
            post(queue::release),
        ),
        Route::asks(
            "/office/cases/{reference}/reveal",
            WORKERS,
            "office-reveal",
            get(reveal::ask).post(reveal::show),
        ),
        Route::asks(
            "/office/cases/{reference}/notices",
            WORKERS,
            "office-notices",
            get(notices::show).post(notices::told),
        ),
        Route::changes(
            "/office/cases/{reference}/notices/{delivery}/retry",
            WORKERS,
            "office-notice-retry",
            post(notices::retry),
        ),
        Route::asks(
            "/office/cases/{reference}/reach",
            WORKERS,
            "office-reach",
            get(notices::ask_reach).post(notices::reach),
        ),
        Route::reads(
            "/office/cases/{reference}/files/{file}",
            WORKERS,
            "office-file",
            get(files::download),
        ),
        Route::asks(
            "/office/cases/{reference}/papers/{kind}",
            WORKERS,
            "office-scan",
            get(scan::ask).post(scan::send),
        )
        .body(apply::paper::LARGEST_BODY),
        Route::reads(
            "/office/cases/{reference}/print/{document}",
            WORKERS,
            "office-print",
            get(print::show),
        ),
        Route::reads(
            "/office/cases/{reference}/print/{document}/{format}",
            WORKERS,
            "office-letter-form",
            get(print::other_form),
        ),
        Route::asks(
            "/office/cases/{reference}/print/application_form/whole",
            WORKERS,
            "office-print-whole",
            get(reveal::ask_print).post(reveal::print),
        ),
        Route::asks(
            "/office/cases/{reference}/{command}",
            WORKERS,
            "office-command",
            get(command::ask).post(command::act),
        ),
        Route::reads("/office/needs", FEDERATION, "office-needs", get(needs::show)),
        Route::reads("/office/ratings", SUPERVISORS, "office-ratings", get(ratings::list)),
        Route::reads(
            "/office/ratings/counts",
            Who::Staff(&[Role::Supervisor, Role::Auditor]),
            "office-rating-counts",
            get(ratings::counts),
        ),
        Route::asks(
            "/office/ratings/{id}",
            SUPERVISORS,
            "office-rating-one",
            get(ratings::show).post(ratings::answer),
        ),
        Route::reads("/office/unwanted", SUPERVISORS, "office-unwanted", get(unwanted::list)),
        Route::asks(
            "/office/unwanted/{id}",
            SUPERVISORS,
            "office-unwanted-one",
            get(unwanted::show).post(unwanted::answer),
        ),
        Route::asks(
            "/office/substitutes",
            SUPERVISORS,
            "office-substitutes",
            get(substitutes::show).post(substitutes::name),
        ),
        Route::changes(
            "/office/substitutes/{id}/end",
            SUPERVISORS,
            "office-substitute-end",
            post(substitutes::end),
        ),
    ]
}

/// What anybody may come to.
fn public() -> Vec<Route> {
    vec![
        Route::reads("/", Who::Visitor, "home", get(home::show)).shown_at(&["/"]),
        Route::reads("/services", Who::Visitor, "services", get(service::list)).shown_at(&["/services"]),
        Route::reads("/services/{code}", Who::Visitor, "service", get(service::show)),
        Route::reads(
            "/services/{code}/form",
            Who::Visitor,
            "service-form",
            get(letter::blank::show),
        )
        .shown_at(&["/services/living_subsidy/form"]),
        Route::reads("/services/{code}/items", Who::Visitor, "items", get(items::browse))
            .shown_at(&["/services/assistive_device/items"]),
        Route::reads(
            "/services/{code}/items/{need}",
            Who::Visitor,
            "items-of-need",
            get(items::of_need),
        )
        .shown_at(&["/services/assistive_device/items/moving"]),
        Route::reads("/services/{code}/audio", Who::Visitor, "", get(service::hear)),
        Route::reads("/services/{code}/sign/{file}", Who::Visitor, "", get(sign::file)),
        Route::asks(
            "/services/{code}/place",
            Who::Visitor,
            "service-place",
            get(place::ask).post(place::choose),
        ),
        Route::asks(
            "/check",
            Who::Visitor,
            "check-hukou",
            get(check::begin).post(check::answer_first),
        )
        .shown_at(&["/check"]),
        Route::asks(
            "/check/{id}/{page}",
            Who::Visitor,
            "check-question",
            get(check::ask).post(check::answer),
        ),
        Route::asks(
            "/check/{id}/apply",
            Who::Visitor,
            "apply-after-check",
            get(apply::start::ask_after_check).post(apply::start::begin_after_check),
        ),
        Route::reads("/check/{id}/answers", Who::Visitor, "check-answers", get(check::review)),
        Route::reads("/check/{id}/result", Who::Visitor, "check-result", get(check::result)),
        Route::reads("/apply", Who::Visitor, "apply-drafts", get(apply::drafts::list)).shown_at(&["/apply"]),
        Route::asks(
            "/apply/new",
            Who::Visitor,
            "apply-new",
            get(apply::start::ask).post(apply::start::begin),
        )
        .shown_at(&["/apply/new"]),
        Route::asks(
            "/apply/resume",
            Who::Visitor,
            "apply-resume",
            get(apply::resume::ask).post(apply::resume::open),
        )
        .shown_at(&["/apply/resume"]),
        Route::reads("/apply/{draft}", Who::Visitor, "apply-go-on", get(apply::answer::go_on)),
        Route::asks(
            "/apply/{draft}/check",
            Who::Visitor,
            "apply-check",
            get(apply::statement::look).post(apply::statement::checked),
        ),
        Route::asks(
            "/apply/{draft}/statement",
            Who::Visitor,
            "apply-statement",
            get(apply::statement::ask).post(apply::statement::send),
        ),
        Route::reads(
            "/apply/{draft}/done",
            Who::Visitor,
            "apply-done",
            get(apply::done::show),
        ),
        Route::reads(
            "/apply/{draft}/stop",
            Who::Visitor,
            "apply-stop",
            get(apply::stop::show),
        ),
        Route::reads(
            "/apply/{draft}/authority",
            Who::Visitor,
            "apply-authority",
            get(apply::authority::show),
        ),
        Route::reads(
            "/apply/{draft}/read-out",
            FILES,
            "apply-read-out",
            get(apply::assisted::read_out),
        ),
        Route::reads(
            "/apply/{draft}/receipt",
            FILES,
            "apply-receipt",
            get(apply::assisted::receipt),
        ),
        Route::asks(
            "/apply/{draft}/changes",
            Who::Visitor,
            "apply-changes",
            get(apply::renewed::show).post(apply::renewed::read),
        ),
        Route::asks(
            "/apply/{draft}/discard",
            Who::Visitor,
            "apply-discard",
            get(apply::discard::ask).post(apply::discard::discard),
        ),
        Route::asks(
            "/apply/{draft}/papers/{kind}",
            Who::Visitor,
            "apply-paper",
            get(apply::paper::ask).post(apply::paper::save),
        )
        .body(apply::paper::LARGEST_BODY),
        Route::reads(
            "/apply/{draft}/papers/{kind}/{file}",
            Who::Visitor,
            "apply-file",
            get(apply::paper::look),
        ),
        Route::asks(
            "/apply/{draft}/{page}",
            Who::Visitor,
            "apply-page",
            get(apply::answer::ask).post(apply::answer::save),
        ),
        Route::asks(
            "/apply/{draft}/{page}/{entry}",
            Who::Visitor,
            "apply-entry",
            get(apply::list::ask).post(apply::list::save),
        ),
        Route::asks(
            "/apply/{draft}/{page}/{entry}/remove",
            Who::Visitor,
            "apply-entry-remove",
            get(apply::list::ask_remove).post(apply::list::remove),
        ),
        // Only read, but never sent in an address.
        Route::changes(
            "/places/typed",
            Who::Visitor,
            "place-typed",
            post(apply::townships::typed),
        )
        .body(KIB),
        Route::reads("/cases", Who::Visitor, "cases", get(cases::list::show)),
        Route::reads("/cases/{reference}", Who::Visitor, "case", get(cases::show::show)),
        Route::asks(
            "/cases/open",
            Who::Visitor,
            "case-open",
            get(cases::open::ask).post(cases::open::open),
        )
        .shown_at(&["/cases/open"]),
        Route::asks(
            "/cases/{reference}/papers/{kind}",
            Who::Visitor,
            "case-paper",
            get(cases::send::ask).post(cases::send::send),
        )
        .body(apply::paper::LARGEST_BODY),
        Route::reads(
            "/cases/{reference}/papers/{kind}/{file}",
            Who::Visitor,
            "case-file",
            get(cases::send::look),
        ),
        Route::asks(
            "/cases/{reference}/papers",
            Who::Visitor,
            "case-papers",
            get(cases::papers::ask).post(cases::papers::hand_in),
        ),
        Route::reads(
            "/cases/{reference}/correct",
            Who::Visitor,
            "case-correct",
            get(cases::correct::list),
        ),
        Route::asks(
            "/cases/{reference}/correct/{page}",
            Who::Visitor,
            "case-correct-page",
            get(cases::correct::ask).post(cases::correct::save),
        ),
        Route::asks(
            "/cases/{reference}/choose",
            Who::Visitor,
            "case-choose",
            get(cases::choose::ask).post(cases::choose::choose),
        ),
        Route::asks(
            "/cases/{reference}/items",
            Who::Visitor,
            "case-items",
            get(cases::items::ask).post(cases::items::choose),
        ),
        Route::asks(
            "/cases/{reference}/consents",
            Who::Visitor,
            "case-consents",
            get(cases::consents::ask).post(cases::consents::save),
        ),
        Route::asks(
            "/cases/{reference}/confirm/{id}",
            Who::Visitor,
            "case-confirm",
            get(cases::confirm::ask).post(cases::confirm::send),
        ),
        Route::asks(
            "/confirm",
            Who::Visitor,
            "confirm",
            get(confirmation::ask).post(confirmation::open),
        )
        .shown_at(&["/confirm"]),
        Route::asks(
            "/confirm/part",
            Who::Visitor,
            "confirm-part",
            get(confirmation::show).post(confirmation::answer),
        ),
        Route::reads("/confirm/done", Who::Visitor, "confirm-done", get(confirmation::done))
            .shown_at(&["/confirm/done?done=yes", "/confirm/done?done=no"]),
        Route::asks(
            "/cases/{reference}/withdraw",
            Who::Visitor,
            "case-withdraw",
            get(cases::withdraw::ask).post(cases::withdraw::withdraw),
        ),
        Route::asks(
            "/cases/{reference}/contest",
            Who::Visitor,
            "case-contest",
            get(cases::contest::ask).post(cases::contest::contest),
        ),
        Route::asks(
            "/cases/{reference}/rating/{moment}",
            Who::Visitor,
            "case-rating",
            get(cases::rating::ask).post(cases::rating::rate),
        ),
        Route::reads(
            "/cases/{reference}/seen",
            Who::Visitor,
            "case-seen",
            get(cases::seen::show),
        ),
        Route::asks(
            "/cases/{reference}/seen/{line}",
            Who::Visitor,
            "case-seen-why",
            get(cases::seen::ask).post(cases::seen::send),
        ),
        Route::asks(
            "/cases/{reference}/forms",
            Who::Visitor,
            "case-letter-forms",
            get(cases::letter_forms::ask).post(cases::letter_forms::save),
        ),
        Route::asks(
            "/cases/{reference}/letter",
            Who::Visitor,
            "case-letter",
            get(letter::print::letter).post(cases::receive::receive),
        ),
        Route::reads(
            "/cases/{reference}/letter/audio",
            Who::Visitor,
            "",
            get(letter::print::hear),
        ),
        Route::reads(
            "/cases/{reference}/print/{document}",
            Who::Visitor,
            "case-print",
            get(letter::print::print),
        ),
        Route::reads(
            "/cases/{reference}/print/{document}/{format}",
            Who::Visitor,
            "case-letter-form",
            get(letter::print::other_form),
        ),
        Route::reads(
            "/notices/{division}",
            Who::Visitor,
            "notices",
            get(letter::notices::show),
        ),
        Route::reads(
            "/notices/{division}/thanks",
            Who::Visitor,
            "notice-thanks",
            get(letter::notices::thanks),
        ),
        Route::reads(
            "/notices/{division}/print",
            Who::Visitor,
            "notices-print",
            get(letter::posting::show),
        ),
        Route::asks(
            "/notices/{division}/{reference}",
            Who::Visitor,
            "notice-object",
            get(letter::notices::ask).post(letter::notices::object),
        ),
        Route::asks(
            "/display",
            Who::Visitor,
            "display",
            get(display::show).post(display::choose),
        )
        .shown_at(&["/display"]),
        Route::asks(
            "/account/sign-up",
            Who::Visitor,
            "sign-up",
            get(account::sign_up::show).post(account::sign_up::sign_up),
        )
        .shown_at(&["/account/sign-up"]),
        Route::asks(
            "/account/sign-in",
            Who::Visitor,
            "sign-in",
            get(account::sign_in::show).post(account::sign_in::sign_in),
        )
        .shown_at(&["/account/sign-in", "/account/sign-in?why=kept&return=%2Faccount"]),
        Route::asks(
            "/account/recover",
            Who::Visitor,
            "recover",
            get(account::recover::show).post(account::recover::recover),
        )
        .shown_at(&["/account/recover"]),
        Route::changes(
            "/account/sign-out",
            Who::Visitor,
            "sign-out",
            post(account::leave::sign_out),
        ),
        Route::reads(
            "/account/signed-out",
            Who::Visitor,
            "signed-out",
            get(account::leave::signed_out),
        )
        .shown_at(&["/account/signed-out", "/account/signed-out?back=code"]),
        Route::reads("/account", Who::Account, "account", get(account::home::show)),
        Route::changes("/account/stay", Who::Account, "stay", post(account::leave::stay)),
        Route::changes(
            "/account/end-others",
            Who::Account,
            "end-others",
            post(account::leave::end_others),
        ),
        Route::asks(
            "/account/password",
            Who::Account,
            "password",
            get(account::password::show).post(account::password::change),
        ),
        Route::asks(
            "/account/link",
            Who::Account,
            "link",
            get(account::link::show).post(account::link::link),
        ),
        Route::reads(
            "/account/delegations",
            Who::Account,
            "delegations",
            get(delegation::own::list),
        ),
        Route::asks(
            "/account/delegations/new",
            Who::Linked,
            "delegation-new",
            get(delegation::name::ask).post(delegation::name::name),
        ),
        Route::asks(
            "/account/delegations/take",
            Who::Account,
            "delegation-take",
            get(delegation::take::ask).post(delegation::take::take),
        ),
        Route::reads(
            "/account/in-my-name",
            Who::Linked,
            "in-my-name",
            get(delegation::mirror::show),
        ),
        Route::asks(
            "/account/in-my-name/{reference}/{seq}",
            Who::Linked,
            "in-my-name-unwanted",
            get(delegation::mirror::ask).post(delegation::mirror::say),
        ),
        Route::asks(
            "/account/delegations/{id}",
            Who::Account,
            "delegation",
            get(delegation::own::show).post(delegation::own::end),
        ),
        Route::asks(
            "/account/link/send",
            Who::Account,
            "link-send",
            get(account::ask_code::ask).post(account::ask_code::send),
        ),
        Route::asks(
            "/account/messages",
            Who::Account,
            "messages",
            get(message::inbox::show).post(message::inbox::read_all),
        ),
        Route::reads(
            "/account/messages/{id}",
            Who::Account,
            "message",
            get(message::inbox::open),
        ),
        Route::asks(
            "/account/reach/{number}",
            Who::Account,
            "reach",
            get(message::reach::show).post(message::reach::save),
        ),
        Route::asks(
            "/account/reading/{number}",
            Who::Account,
            "reading",
            get(account::reading::show).post(account::reading::save),
        ),
        Route::asks(
            "/account/codes",
            Who::Account,
            "codes",
            get(account::codes::show).post(account::codes::kept),
        ),
        Route::reads("/account/codes.txt", Who::Account, "", get(account::codes::file)),
        Route::asks(
            "/account/codes/new",
            Who::Account,
            "codes-new",
            get(account::codes::ask).post(account::codes::renew),
        ),
        Route::asks(
            "/office/sign-in",
            Who::Visitor,
            "staff-sign-in",
            get(account::staff::sign_in::show).post(account::staff::sign_in::sign_in),
        )
        .shown_at(&["/office/sign-in"]),
        Route::asks(
            "/office/sign-in/code",
            Who::Visitor,
            "staff-code",
            get(account::staff::code::show).post(account::staff::code::sign_in),
        ),
        Route::asks(
            "/office/sign-in/set-up",
            Who::Visitor,
            "staff-set-up",
            get(account::staff::set_up::show).post(account::staff::set_up::set_up),
        ),
        Route::changes(
            "/office/sign-out",
            Who::Visitor,
            "staff-sign-out",
            post(account::leave::sign_out),
        ),
        Route::reads(
            "/office/signed-out",
            Who::Visitor,
            "staff-signed-out",
            get(account::leave::signed_out),
        )
        .shown_at(&["/office/signed-out"]),
        Route::reads(
            "/office/account",
            Who::Staff(&[]),
            "staff-account",
            get(account::staff::desk::show),
        ),
        Route::changes(
            "/office/account/end-others",
            Who::Staff(&[]),
            "staff-end-others",
            post(account::staff::desk::end_others),
        ),
        Route::asks(
            "/office/codes",
            Who::Staff(&[]),
            "staff-codes",
            get(account::codes::show).post(account::codes::kept),
        ),
        Route::asks(
            "/office/codes/link",
            Who::Staff(HANDS_OVER),
            "staff-link-code",
            get(account::staff::hand_over::ask_link).post(account::staff::hand_over::link),
        ),
        Route::asks(
            "/office/codes/one-time",
            Who::Staff(HANDS_OVER),
            "staff-one-time-code",
            get(account::staff::hand_over::ask_one_time).post(account::staff::hand_over::one_time),
        ),
        Route::asks(
            "/office/links",
            Who::Staff(ENDS_LINKS),
            "staff-links",
            get(account::staff::links::ask).post(account::staff::links::act),
        ),
        Route::asks(
            "/office/delegations",
            Who::Staff(ENDS_LINKS),
            "office-delegations",
            get(account::staff::delegations::ask).post(account::staff::delegations::act),
        ),
        Route::asks(
            "/office/delegations/new",
            Who::Staff(ENDS_LINKS),
            "office-delegation-new",
            get(account::staff::delegations::ask_record).post(account::staff::delegations::record),
        ),
        Route::reads("/office/codes.txt", Who::Staff(&[]), "", get(account::codes::file)),
        Route::reads("/help", Who::Visitor, "help", get(help::help)).shown_at(&["/help"]),
        Route::reads(
            "/accessibility",
            Who::Visitor,
            "accessibility",
            get(help::accessibility),
        )
        .shown_at(&["/accessibility"]),
        Route::reads(
            "/accessibility/criteria/{level}",
            Who::Visitor,
            "criteria",
            get(help::criteria),
        )
        .shown_at(&[
            "/accessibility/criteria/a",
            "/accessibility/criteria/aa",
            "/accessibility/criteria/aaa",
        ]),
        Route::asks(
            "/accessibility/feedback",
            Who::Visitor,
            "feedback",
            get(feedback::ask).post(feedback::tell),
        )
        .shown_at(&["/accessibility/feedback"]),
        Route::asks(
            "/accessibility/feedback/answer",
            Who::Visitor,
            "feedback-answer",
            get(feedback::ask_code).post(feedback::open),
        )
        .shown_at(&["/accessibility/feedback/answer"]),
        Route::reads(
            "/accessibility/feedback/{number}",
            Who::Visitor,
            "feedback-standing",
            get(feedback::show),
        ),
        Route::reads("/privacy", Who::Visitor, "privacy", get(help::privacy)).shown_at(&["/privacy"]),
        Route::reads(style::ROUTE, Who::Public, "", get(style::sheet)),
        Route::reads(islands::ROUTE, Who::Public, "", get(islands::file)),
        Route::reads(zhida_app::frame::ICON_HREF, Who::Public, "", get(style::icon)),
        Route::reads("/health/live", Who::Public, "", get(health::live)),
        Route::reads("/health/ready", Who::Public, "", get(health::ready)),
    ]
}
