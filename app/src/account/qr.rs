//! A square code for cameras. What it says always stands beside it as text.

use std::fmt::Write as _;

use leptos::prelude::*;

/// A QR code, row by row.
#[derive(Clone, Debug)]
pub struct Qr {
    /// How many squares a side has.
    pub side: usize,
    /// Whether a square is dark; `side` times `side` of them.
    pub dark: Vec<bool>,
}

impl Qr {
    /// The drawing: dark on white in every theme, since cameras want it so, with the margin they want.
    pub(super) fn view(&self) -> AnyView {
        let mut path = String::new();
        for (at, _) in self.dark.iter().enumerate().filter(|(_, dark)| **dark) {
            let (row, column) = (at / self.side.max(1), at % self.side.max(1));
            // Writing to a String cannot fail.
            let _ = write!(path, "M{} {}h1v1h-1z", column + MARGIN, row + MARGIN);
        }
        let side = self.side + 2 * MARGIN;
        view! {
            <svg class="qr" viewBox=format!("0 0 {side} {side}") aria-hidden="true" focusable="false">
                <path fill="#fff" d=format!("M0 0h{side}v{side}h-{side}z")/>
                <path fill="#000" d=path/>
            </svg>
        }
        .into_any()
    }
}

const MARGIN: usize = 4;
