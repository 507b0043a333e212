//! What runs in the browser, where script runs at all: islands, few and small, each beside a page that works without
//! it. They hold no words and no rules: the server sends finished sentences and finished HTML.
//!
//! Nothing of this is fetched before somebody goes to the field that it helps with.

mod places;

use wasm_bindgen::prelude::wasm_bindgen;

/// Looks for what the page has for islands.
#[wasm_bindgen(start)]
pub fn start() {
    places::start();
}
