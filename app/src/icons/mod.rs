//! Drawings, each with one dot: the person. They repeat words and are hidden from the ear.

mod pictures;

use leptos::prelude::*;

pub use pictures::picture;

/// A drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// The certificate.
    Card,
    /// Nursing care.
    Care,
    /// Assistive devices.
    Device,
    /// The home and its alterations.
    Home,
    /// Legal aid.
    Legal,
    /// Living costs.
    Living,
    /// A phone or computer.
    Online,
    /// A call.
    Phone,
    /// Rehabilitation.
    Rehab,
    /// Day care and respite.
    Sun,
    /// A visit at home.
    Visit,
    /// A window in an office.
    Window,
    /// Work.
    Work,
}

/// The lines of a drawing in a box of 32, and its dot: x, y, radius.
struct Drawing(&'static [&'static str], (&'static str, &'static str, &'static str));

fn drawn(drawing: &Drawing, class: &'static str) -> AnyView {
    let Drawing(lines, (x, y, radius)) = *drawing;
    view! {
        <svg class=class viewBox="0 0 32 32" aria-hidden="true" focusable="false">
            {lines.iter().map(|line| view! { <path d=*line/> }).collect_view()}
            <circle class="icon-dot" cx=x cy=y r=radius/>
        </svg>
    }
    .into_any()
}

impl Icon {
    /// The icon of a service; a service without one of its own shows the certificate.
    pub fn of_service(code: &str) -> Self {
        match code {
            "living_subsidy" => Self::Living,
            "care_subsidy" => Self::Care,
            "assistive_device" => Self::Device,
            "home_retrofit" => Self::Home,
            "child_rehab" => Self::Rehab,
            "legal_aid" => Self::Legal,
            "day_care" | "visit_respite" => Self::Sun,
            "employment_grant" => Self::Work,
            _ => Self::Card,
        }
    }

    /// As large as a heading with two lines beside it.
    pub fn view(self) -> AnyView {
        self.drawn("icon")
    }

    /// As large as a line of a heading.
    pub fn small(self) -> AnyView {
        self.drawn("icon icon-small")
    }

    fn drawn(self, class: &'static str) -> AnyView {
        drawn(&self.drawing(), class)
    }

    fn drawing(self) -> Drawing {
        match self {
            Self::Card => Drawing(
                &["M3 7h26v18H3z", "M18 13h7M18 18h5M6 21c1-3.5 7-3.5 8 0"],
                ("10", "13", "3"),
            ),
            Self::Care => Drawing(
                &["M4 10v6a12 12 0 0 0 24 0v-6", "M10 17a6 6 0 0 0 12 0"],
                ("16", "8", "4"),
            ),
            Self::Device => Drawing(
                &["M13 10v8h8l4 8h3", "M13 13h6", "M9 15a7.5 7.5 0 1 0 10.5 10"],
                ("13", "5", "3"),
            ),
            Self::Home => Drawing(&["M3 15 14 5l11 10", "M6 12.5V27h23l-7-6v-8.5"], ("14", "18", "3.5")),
            Self::Legal => Drawing(
                &[
                    "M16 8v19M9 27h14M6 11h20",
                    "m6 11-3.5 8a4 4 0 0 0 7 0L6 11ZM26 11l-3.5 8a4 4 0 0 0 7 0L26 11Z",
                ],
                ("16", "6", "3"),
            ),
            Self::Living => Drawing(&["M4 16h24a12 12 0 0 1-7 11H11a12 12 0 0 1-7-11Z"], ("16", "8", "3.5")),
            Self::Online => Drawing(&["M9 3h14v26H9zM14 25h4"], ("16", "13", "3")),
            Self::Phone => Drawing(
                &["M9 4h4l2 7-3 2c1 4 3 6 7 8l2-3 7 2v4c0 2-2 4-4 4C13 28 5 19 5 8c0-2 2-4 4-4Z"],
                ("23", "8", "3"),
            ),
            Self::Rehab => Drawing(&["M4 18h10v10H4zM18 18h10v10H18z", "M2 28h28"], ("16", "9", "4.5")),
            Self::Sun => Drawing(
                &["M3 26h26M16 3v3M5.5 7.5l2 2M26.5 7.5l-2 2M3 17h3M26 17h3"],
                ("16", "17", "5.5"),
            ),
            Self::Visit => Drawing(&["M17 28h11V14L19 5l-8 7.5M2 20h11"], ("17", "20", "3.5")),
            Self::Window => Drawing(&["M4 27V8h24v19M2 27h28M4 19h24"], ("16", "14", "3")),
            Self::Work => Drawing(&["M4 12h24v15H4zM12 12V7h8v5M4 19h24"], ("16", "19", "3")),
        }
    }
}
