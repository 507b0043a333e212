//! Reads a page aloud with the device's own voice. Justified: a voice in the browser costs no traffic, knows the person's
//! pace, and can show which sentence it is at; nothing of that works without script.
//!
//! Only on pages of those who switched it on, and it never begins by itself. Where the browser has no voice of the page's
//! language, the page says what works instead, and this stays hidden. What is said was written out by `zhida::aloud`, as
//! for the voice of the server.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::prelude::{Closure, JsCast, JsValue};
use web_sys::{
    Document, Element, Event, HtmlElement, Node, Range, SpeechSynthesis, SpeechSynthesisUtterance,
    SpeechSynthesisVoice, Text, Window,
};
use zhida::aloud::{Manner, Named, One, Tongue, sentences};

/// How fast: what the device calls 1 is the middle one.
const SPEEDS: [f32; 5] = [0.5, 0.75, 1.0, 1.35, 1.75];
/// The name of the mark in the style sheet.
const MARK: &str = "aloud";
/// What is not read, beside what nobody sees.
const SILENT: &str = "button, form, nav, output, rp, rt, script, style, svg, video, [aria-hidden=true], details:not([open]) > :not(summary)";

/// Shows its buttons as soon as the browser knows a voice for the page.
pub fn start() {
    if let Some(reader) = Reader::of_page() {
        let reader = Rc::new(reader);
        reader.listen();
        reader.look_for_voice();
    }
}

/// A sentence of the page.
struct Sentence {
    said: String,
    /// Where it stands.
    range: Range,
    block: Element,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Silent,
    Reading,
    Paused,
}

struct Reader {
    window: Window,
    document: Document,
    synthesis: SpeechSynthesis,
    /// Around the buttons.
    controls: HtmlElement,
    /// What stands there without a voice.
    instead: Option<HtmlElement>,
    /// The one polite status.
    status: Element,
    tongue: Tongue,
    one: One,
    /// Names on the page whose reading is known.
    names: Vec<Named>,
    voice: RefCell<Option<SpeechSynthesisVoice>>,
    sentences: RefCell<Vec<Sentence>>,
    at: Cell<usize>,
    speed: Cell<usize>,
    state: Cell<State>,
    /// Counts what was begun to be said: what an older one still reports is passed over.
    turn: Cell<u32>,
    /// What is being said; browsers forget what nobody holds, and then never say that it ended.
    saying: RefCell<Option<(SpeechSynthesisUtterance, JsValue)>>,
}

impl Reader {
    fn of_page() -> Option<Self> {
        let window = web_sys::window()?;
        let document = window.document()?;
        let controls: HtmlElement = document.query_selector("[data-aloud]").ok()??.dyn_into().ok()?;
        let root = document.document_element()?;
        let tongue = match root.get_attribute("lang")?.as_str() {
            "en" => Tongue::English,
            _ => Tongue::Chinese,
        };
        let one = match controls.get_attribute("data-one").as_deref() {
            Some("yi") => One::Yi,
            _ => One::Yao,
        };
        let names = controls.get_attribute("data-names").unwrap_or_default();
        let names = names.split('|').filter_map(|named| named.split_once('='));
        let names = names.map(|(name, reading)| Named {
            name: name.to_owned(),
            reading: reading.to_owned(),
        });
        let names = names.collect();
        let instead = document.query_selector("[data-aloud-instead]").ok().flatten();
        Some(Self {
            // Some browsers have none.
            synthesis: window.speech_synthesis().ok()?,
            status: controls.query_selector("output").ok()??,
            instead: instead.and_then(|instead| instead.dyn_into().ok()),
            controls,
            tongue,
            one,
            names,
            voice: RefCell::new(None),
            sentences: RefCell::new(Vec::new()),
            at: Cell::new(0),
            speed: Cell::new(SPEEDS.len() / 2),
            state: Cell::new(State::Silent),
            turn: Cell::new(0),
            saying: RefCell::new(None),
            window,
            document,
        })
    }

    fn listen(self: &Rc<Self>) {
        let reader = Rc::clone(self);
        Self::hear(&self.controls, "click", move |event| {
            let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let pressed = pressed.and_then(|target| target.closest("[data-do]").ok().flatten());
            if let Some(act) = pressed.and_then(|button| button.get_attribute("data-do")) {
                reader.press(&act);
            }
        });
        let reader = Rc::clone(self);
        Self::hear(&self.synthesis, "voiceschanged", move |_| reader.look_for_voice());
        // Whoever leaves the page hears no more of it.
        let reader = Rc::clone(self);
        Self::hear(&self.window, "pagehide", move |_| reader.stop(None));
    }

    /// As long as the page.
    fn hear(target: &web_sys::EventTarget, event: &str, then: impl Fn(Event) + 'static) {
        let heard = Closure::<dyn Fn(Event)>::new(then).into_js_value();
        let _ = target.add_event_listener_with_callback(event, heard.unchecked_ref());
    }

    /// Browsers know their voices some time after the page is there, or never.
    fn look_for_voice(&self) {
        let wanted = match self.tongue {
            Tongue::Chinese => ["zh-cn", "cmn", "zh"],
            Tongue::English => ["en-gb", "en-us", "en"],
        };
        let voices = self.synthesis.get_voices();
        let voices: Vec<SpeechSynthesisVoice> = voices.iter().map(JsCast::unchecked_into).collect();
        let language = |voice: &SpeechSynthesisVoice| voice.lang().to_ascii_lowercase().replace('_', "-");
        // Cantonese is another language to listen to.
        let other = |language: &str| language.starts_with("zh-hk") || language.starts_with("zh-yue");
        let found = wanted.into_iter().find_map(|wanted| {
            let fits = |voice: &&SpeechSynthesisVoice| {
                let language = language(voice);
                language.starts_with(wanted) && !other(&language)
            };
            let fitting: Vec<&SpeechSynthesisVoice> = voices.iter().filter(fits).collect();
            // What is said stays on the device where it can.
            let own = fitting.iter().find(|voice| voice.local_service());
            own.or_else(|| fitting.first()).copied().cloned()
        });
        let there = found.is_some();
        self.voice.replace(found);
        self.controls.set_hidden(!there);
        if let Some(instead) = &self.instead {
            instead.set_hidden(there);
        }
        self.show();
    }

    fn press(self: &Rc<Self>, act: &str) {
        match act {
            "begin" => {
                self.sentences.replace(self.collect());
                self.at.set(0);
                self.say("data-reading");
                self.read();
                self.focus("pause");
            }
            // Not the browser's own pause: on telephones that is an end.
            "pause" => {
                self.silence();
                self.state.set(State::Paused);
                self.say("data-paused");
                self.show();
                self.focus("go-on");
            }
            "go-on" => {
                self.say("data-reading");
                self.read();
                self.focus("pause");
            }
            "stop" => {
                self.stop(Some("data-stopped"));
                self.focus("begin");
            }
            "slower" => self.set_speed(self.speed.get().saturating_sub(1)),
            "faster" => self.set_speed((self.speed.get() + 1).min(SPEEDS.len() - 1)),
            _ => {}
        }
    }

    fn set_speed(self: &Rc<Self>, speed: usize) {
        self.speed.set(speed);
        let names = self.controls.get_attribute("data-speeds").unwrap_or_default();
        self.say_words(names.split('|').nth(speed).unwrap_or_default());
        // The sentence is read again at the new speed.
        if self.state.get() == State::Reading {
            self.read();
        }
    }

    /// Says the sentence it is at, then the next.
    fn read(self: &Rc<Self>) {
        self.silence();
        let all = self.sentences.borrow();
        let Some(sentence) = all.get(self.at.get()) else {
            drop(all);
            self.stop(Some("data-ended"));
            self.focus("begin");
            return;
        };
        let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(&sentence.said) else {
            return;
        };
        let voice = self.voice.borrow();
        utterance.set_voice(voice.as_ref());
        utterance.set_lang(&voice.as_ref().map(SpeechSynthesisVoice::lang).unwrap_or_default());
        utterance.set_rate(SPEEDS[self.speed.get()]);
        let (reader, turn) = (Rc::clone(self), self.turn.get());
        let over = Closure::once_into_js(move |event: Event| {
            if reader.turn.get() != turn {
                return;
            }
            if event.type_() == "end" {
                reader.at.set(reader.at.get() + 1);
                reader.read();
            } else {
                reader.stop(Some("data-stopped"));
            }
        });
        utterance.set_onend(Some(over.unchecked_ref()));
        utterance.set_onerror(Some(over.unchecked_ref()));
        self.mark(sentence);
        self.state.set(State::Reading);
        self.synthesis.speak(&utterance);
        self.saying.replace(Some((utterance, over)));
        self.show();
    }

    /// Whatever is being said ends.
    fn silence(&self) {
        self.turn.set(self.turn.get().wrapping_add(1));
        self.synthesis.cancel();
    }

    fn stop(&self, said: Option<&str>) {
        if self.state.get() == State::Silent {
            return;
        }
        self.silence();
        self.state.set(State::Silent);
        self.unmark();
        if let Some(said) = said {
            self.say(said);
        }
        self.show();
    }

    /// The buttons that can be pressed now.
    fn show(&self) {
        let state = self.state.get();
        let shown = [
            ("begin", state == State::Silent),
            ("pause", state == State::Reading),
            ("go-on", state == State::Paused),
            ("stop", state != State::Silent),
        ];
        for (act, shown) in shown {
            if let Some(button) = self.button(act) {
                button.set_hidden(!shown);
            }
        }
    }

    /// Whoever pressed a button that is gone is at the one that took its place.
    fn focus(&self, act: &str) {
        let lost = self.document.active_element().is_none_or(|focused| {
            self.controls.contains(Some(&focused)) || focused.tag_name().eq_ignore_ascii_case("body")
        });
        if lost && let Some(button) = self.button(act) {
            let _ = button.focus();
        }
    }

    fn button(&self, act: &str) -> Option<HtmlElement> {
        let found = self.controls.query_selector(&format!("[data-do={act}]")).ok()??;
        found.dyn_into().ok()
    }

    fn say(&self, which: &str) {
        self.say_words(&self.controls.get_attribute(which).unwrap_or_default());
    }

    fn say_words(&self, words: &str) {
        if self.status.text_content().as_deref() != Some(words) {
            self.status.set_text_content(Some(words));
        }
    }

    /// The sentence is marked without touching the page's text, where the browser can.
    fn mark(&self, sentence: &Sentence) {
        if let Some((highlights, highlight)) = self.highlights()
            && let Ok(mark) = Reflect::construct(&highlight, &Array::of1(&sentence.range))
        {
            call(&highlights, "set", &Array::of2(&MARK.into(), &mark));
        }
        let (shown, height) = (sentence.range.get_bounding_client_rect(), self.window.inner_height());
        let height = height.ok().and_then(|height| height.as_f64()).unwrap_or_default();
        if shown.top() < 0.0 || shown.bottom() > height {
            sentence.block.scroll_into_view();
        }
    }

    fn unmark(&self) {
        if let Some((highlights, _)) = self.highlights() {
            call(&highlights, "delete", &Array::of1(&MARK.into()));
        }
    }

    /// `CSS.highlights` and what is put into it.
    fn highlights(&self) -> Option<(Object, Function)> {
        let css = Reflect::get(&self.window, &"CSS".into()).ok()?;
        let highlights = Reflect::get(&css, &"highlights".into()).ok()?.dyn_into().ok()?;
        let highlight = Reflect::get(&self.window, &"Highlight".into()).ok()?.dyn_into().ok()?;
        Some((highlights, highlight))
    }

    /// The sentences of `main`, as it is now.
    fn collect(&self) -> Vec<Sentence> {
        let mut blocks = Blocks {
            window: &self.window,
            done: Vec::new(),
            open: Vec::new(),
        };
        if let Some(main) = self.document.get_element_by_id("main") {
            blocks.walk(&main);
            blocks.end(&main);
        }
        let manner = Manner {
            tongue: self.tongue,
            one: self.one,
            names: &self.names,
        };
        let mut found = Vec::new();
        for (block, texts) in blocks.done {
            let words: String = texts.iter().map(spaced).collect();
            for sentence in sentences(&words, &manner) {
                let range = Range::new().ok().filter(|range| {
                    place(range, &texts, units(&words, sentence.at.start), true)
                        && place(range, &texts, units(&words, sentence.at.end), false)
                });
                found.extend(range.map(|range| Sentence {
                    said: sentence.said,
                    range,
                    block: block.clone(),
                }));
            }
        }
        found
    }
}

fn call(of: &Object, name: &str, arguments: &Array) {
    let function = Reflect::get(of, &name.into())
        .ok()
        .and_then(|function| function.dyn_into::<Function>().ok());
    if let Some(function) = function {
        let _ = function.apply(of, arguments);
    }
}

/// A text, with a space for what breaks a line of the source and not of the page.
fn spaced(text: &Text) -> String {
    text.data().replace(['\n', '\r', '\t'], " ")
}

/// A place in bytes, as browsers count.
fn units(words: &str, bytes: usize) -> usize {
    words.get(..bytes).map_or(0, |before| before.encode_utf16().count())
}

/// Puts one end of a range there.
fn place(range: &Range, texts: &[Text], mut units: usize, start: bool) -> bool {
    for text in texts {
        let length = text.length() as usize;
        // A sentence begins in the text that has its first letter, and ends in the one that has its last.
        if units < length || (!start && units == length) {
            let offset = u32::try_from(units).unwrap_or(u32::MAX);
            let put = if start {
                range.set_start(text, offset)
            } else {
                range.set_end(text, offset)
            };
            return put.is_ok();
        }
        units -= length;
    }
    false
}

/// The texts of a page by what stands by itself.
struct Blocks<'a> {
    window: &'a Window,
    done: Vec<(Element, Vec<Text>)>,
    open: Vec<Text>,
}

impl Blocks<'_> {
    fn walk(&mut self, element: &Element) {
        let mut next = element.first_child();
        while let Some(child) = next {
            next = child.next_sibling();
            match child.node_type() {
                Node::TEXT_NODE => self.open.extend(child.dyn_into::<Text>().ok()),
                Node::ELEMENT_NODE => {
                    let Ok(child) = child.dyn_into::<Element>() else {
                        continue;
                    };
                    let display = self.display(&child);
                    if display == "none" || child.matches(SILENT).unwrap_or(true) {
                        continue;
                    }
                    let inline = matches!(display.as_str(), "inline" | "inline-block" | "contents")
                        || display.starts_with("ruby");
                    if !inline {
                        self.end(element);
                    }
                    self.walk(&child);
                    if !inline {
                        self.end(&child);
                    }
                }
                _ => {}
            }
        }
    }

    fn end(&mut self, block: &Element) {
        let texts = std::mem::take(&mut self.open);
        if !texts.is_empty() {
            self.done.push((block.clone(), texts));
        }
    }

    fn display(&self, element: &Element) -> String {
        // What takes no room is not there for the eye either.
        let seen = element.get_bounding_client_rect();
        let style = self.window.get_computed_style(element).ok().flatten();
        let display = style
            .and_then(|style| style.get_property_value("display").ok())
            .unwrap_or_default();
        if display != "contents" && seen.width() == 0.0 && seen.height() == 0.0 {
            return "none".to_owned();
        }
        display
    }
}
