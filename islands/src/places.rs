//! Places that fit while they are being typed. Justified: a county has up to forty streets and townships, and a page
//! per try costs whoever listens to pages the way back to the list each time.
//!
//! The server answers with the same radios as its page for the same search; they take the place of those that stood
//! there. One status says how many there are.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::{Closure, JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Element, Event, HtmlElement, HtmlInputElement, InputEvent, RequestInit, Response, UrlSearchParams, Window,
};

/// What answers; it only reads.
const ASKED_AT: &str = "/places/typed";
/// How long nothing more must be typed before the server is asked, in milliseconds.
const PAUSE: i32 = 200;

/// Begins, on a page with the field.
pub fn start() {
    if let Some(places) = Places::of_page() {
        let places = Rc::new(places);
        places.listen("input");
        // What a Chinese keyboard has put together arrives with this.
        places.listen("compositionend");
        // Something may have been typed while this was on its way.
        places.wait();
    }
}

struct Places {
    window: Window,
    /// The field.
    field: HtmlInputElement,
    /// The county whose places are shown.
    county: String,
    /// The one polite status.
    status: Element,
    /// Around heading and radios.
    choices: Element,
    /// What the shown places were asked for with; nothing after an answer that did not come.
    shown: RefCell<Option<String>>,
    /// The place chosen last, whether or not it is among those shown.
    chosen: RefCell<Option<String>>,
    /// Counts what was asked, so that only the last answer is shown.
    asked: Cell<u32>,
    waiting: Cell<Option<i32>>,
}

impl Places {
    fn of_page() -> Option<Self> {
        let window = web_sys::window()?;
        let document = window.document()?;
        let form = document.query_selector("form[data-island]").ok()??;
        let field: HtmlInputElement = form.query_selector("input").ok()??.dyn_into().ok()?;
        let shown = field.default_value().trim().to_owned();
        Some(Self {
            county: form.get_attribute("data-county")?,
            status: form.query_selector("output").ok()??,
            choices: document.query_selector("[data-choices]").ok()??,
            shown: RefCell::new(Some(shown)),
            chosen: RefCell::new(None),
            asked: Cell::new(0),
            waiting: Cell::new(None),
            window,
            field,
        })
    }

    fn listen(self: &Rc<Self>, event: &str) {
        let places = Rc::clone(self);
        let heard = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            let composing = event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing);
            if !composing {
                places.wait();
            }
        });
        // As long as the page.
        let heard = heard.into_js_value();
        let _ = self
            .field
            .add_event_listener_with_callback(event, heard.unchecked_ref());
    }

    /// Looks as soon as nothing more is being typed.
    fn wait(self: &Rc<Self>) {
        if let Some(waiting) = self.waiting.take() {
            self.window.clear_timeout_with_handle(waiting);
        }
        let places = Rc::clone(self);
        let over = Closure::once_into_js(move || places.look());
        let waiting = self
            .window
            .set_timeout_with_callback_and_timeout_and_arguments_0(over.unchecked_ref(), PAUSE);
        self.waiting.set(waiting.ok());
    }

    fn look(self: &Rc<Self>) {
        let typed = self.field.value();
        let typed = if is_enough(&typed) { typed.trim() } else { "" };
        if self.shown.borrow().as_deref() == Some(typed) {
            return;
        }
        self.shown.replace(Some(typed.to_owned()));
        let number = self.asked.get().wrapping_add(1);
        self.asked.set(number);
        let (places, typed) = (Rc::clone(self), typed.to_owned());
        spawn_local(async move {
            let answer = places.ask(&typed).await;
            if places.asked.get() != number {
                return;
            }
            if let Ok(Some(html)) = answer {
                places.show(&typed, &html);
            } else {
                places.shown.replace(None);
                places.say(&places.status.get_attribute("data-failed").unwrap_or_default());
            }
        });
    }

    /// The radios that fit, as HTML; nothing where the server has no answer.
    async fn ask(&self, typed: &str) -> Result<Option<String>, JsValue> {
        let form = UrlSearchParams::new()?;
        form.append("county", &self.county);
        form.append(&self.field.name(), typed);
        let request = RequestInit::new();
        request.set_method("POST");
        request.set_body(&form);
        let answer = JsFuture::from(self.window.fetch_with_str_and_init(ASKED_AT, &request)).await?;
        let answer: Response = answer.dyn_into()?;
        if !answer.ok() {
            return Ok(None);
        }
        Ok(JsFuture::from(answer.text()?).await?.as_string())
    }

    /// Puts them where the others stood. What was chosen stays chosen, and whoever had gone on to the list is in it.
    fn show(&self, typed: &str, html: &str) {
        if let Some(chosen) = self.radio(":checked") {
            self.chosen.replace(Some(chosen.value()));
        }
        let left = self.radio(":focus").map(|focused| focused.value());
        self.choices.set_inner_html(html);
        if let Some(chosen) = self.chosen.borrow().as_deref().and_then(|value| self.of_value(value)) {
            chosen.set_checked(true);
        }
        if let Some(left) = left
            && let Some(radio) = self.of_value(&left).or_else(|| self.radio("[type=radio]"))
        {
            let _ = radio.unchecked_ref::<HtmlElement>().focus();
        }
        if let Some(kept) = self.kept() {
            kept.set_value(typed);
        }
        let said = self.choices.query_selector("[data-said]").ok().flatten();
        if let Some(said) = &said {
            said.remove();
        }
        self.say(&said.and_then(|said| said.text_content()).unwrap_or_default());
    }

    /// The same words are not said again.
    fn say(&self, words: &str) {
        if self.status.text_content().as_deref() != Some(words) {
            self.status.set_text_content(Some(words));
        }
    }

    fn radio(&self, which: &str) -> Option<HtmlInputElement> {
        let found = self.choices.query_selector(&format!("input{which}")).ok()??;
        found.dyn_into().ok()
    }

    /// Values are codes: digits.
    fn of_value(&self, value: &str) -> Option<HtmlInputElement> {
        self.radio(&format!("[value=\"{value}\"]"))
    }

    /// The field of the choosing form that keeps what was typed.
    fn kept(&self) -> Option<HtmlInputElement> {
        let form = self.choices.closest("form").ok()??;
        let kept = form
            .query_selector(&format!("input[name={}]", self.field.name()))
            .ok()??;
        kept.dyn_into().ok()
    }
}

/// One Chinese character says much; of pinyin it takes two letters.
fn is_enough(typed: &str) -> bool {
    let typed = typed.trim();
    !typed.is_ascii() || typed.len() > 1
}

#[cfg(test)]
mod tests {
    use super::is_enough;

    #[test]
    fn one_character_or_two_letters_are_enough() {
        for enough in ["南", "na", " 南 ", "南j"] {
            assert!(is_enough(enough), "{enough}");
        }
        for little in ["", " ", "n", " n "] {
            assert!(!is_enough(little), "{little}");
        }
    }
}
