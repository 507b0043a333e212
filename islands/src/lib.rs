//! What runs in the browser, where script runs at all: islands, few and small, each beside a page that works without
//! it. They hold no words and no rules: the server sends finished sentences and finished HTML.
//!
//! Nothing of this is fetched before somebody goes to the field that it helps with, or has switched reading aloud on.

mod aloud;
mod places;

use js_sys::Reflect;
use wasm_bindgen::prelude::wasm_bindgen;

/// What this page's window is marked with, so that it is begun once: a page that is read aloud may fetch it again for a
/// field.
const BEGUN: &str = "zhidaIslands";

/// Looks for what the page has for islands.
#[wasm_bindgen(start)]
pub fn start() {
    let Some(window) = web_sys::window() else { return };
    let begun = Reflect::has(&window, &BEGUN.into()).unwrap_or(false);
    if begun || Reflect::set(&window, &BEGUN.into(), &true.into()).is_err() {
        return;
    }
    places::start();
    aloud::start();
}
