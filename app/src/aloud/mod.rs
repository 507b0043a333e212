//! A page for the ear: what of it is spoken, and the offers to hear it, above what the page says: as a recording, and by
//! the device's own voice (decision 14).

mod blocks;
#[cfg(test)]
mod tests;

use leptos::prelude::*;
use zhida::aloud::{Named, One};

pub use blocks::blocks;
pub(crate) use blocks::{is_beside, lines};

use crate::frame::{Frame, HOTLINE, Reading};
use crate::text::{Language, Text};

/// Where a page can be heard as audio, and how long that takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Audio {
    /// The address of the file.
    pub href: String,
    /// Seconds, about.
    pub seconds: u32,
}

/// What the file has of bytes in a second, in thousands.
const KILOBYTES_A_SECOND: u32 = 16;

impl Audio {
    /// Of a page whose body is this HTML: about how much of it there is to say.
    pub(crate) fn of(href: String, html: &str, language: Language) -> Self {
        let mut tags = 0_u32;
        let said = html.chars().filter(|char| {
            match char {
                '<' => tags += 1,
                '>' => tags = tags.saturating_sub(1),
                _ => return tags == 0 && char.is_alphanumeric(),
            }
            false
        });
        let said = u32::try_from(said.count()).unwrap_or(u32::MAX);
        // Measured: espeak-ng at its pace says so many characters in ten seconds.
        let in_ten_seconds = match language {
            Language::ZhCn => 32,
            Language::En => 117,
        };
        let seconds = said.saturating_mul(10) / in_ten_seconds;
        Self { href, seconds }
    }

    fn minutes(&self) -> u32 {
        self.seconds.div_ceil(60).max(1)
    }

    /// Megabytes with one decimal.
    fn megabytes(&self) -> String {
        let tenths = self.seconds.saturating_mul(KILOBYTES_A_SECOND).div_ceil(100).max(1);
        format!("{}.{}", tenths / 10, tenths % 10)
    }
}

/// The offers, between header and page: outside of what is read, and not printed. The one to read it here only for who
/// switched that on; where it cannot, what works instead.
pub(crate) fn section(frame: &Frame<'_>, text: Text<'_>, audio: Option<Audio>, names: &[Named]) -> Option<AnyView> {
    let on = frame.display.reads_aloud();
    if !on && audio.is_none() {
        return None;
    }
    let reading = frame
        .reading
        .filter(|_| on)
        .map(|reading| controls(text, reading, names));
    let instead = on.then(|| {
        let says = if audio.is_some() {
            text.get("aloud-instead-audio")
        } else {
            text.with("aloud-instead", &[("number", HOTLINE.into())])
        };
        view! { <p data-aloud-instead="">{says}</p> }
    });
    let audio = audio.map(|audio| {
        let says = text.with(
            "aloud-audio-says",
            &[
                ("minutes", audio.minutes().into()),
                ("megabytes", audio.megabytes().into()),
            ],
        );
        view! {
            <p><a class="aloud-audio" href=audio.href>{text.get("aloud-audio")}</a></p>
            <p class="hint">{says}</p>
        }
    });
    Some(
        view! {
            <section class="wrap aloud no-print" aria-label=text.get("aloud-name")>
                {reading}
                {instead}
                {audio}
            </section>
        }
        .into_any(),
    )
}

/// The buttons of the island, with everything that it says. Without a voice they stay hidden.
fn controls(text: Text<'_>, reading: Reading<'_>, names: &[Named]) -> AnyView {
    // Neither sign stands in a name or in pinyin.
    let names: Vec<String> = names
        .iter()
        .map(|named| format!("{}={}", named.name, named.reading))
        .collect();
    let names = (!names.is_empty()).then(|| names.join("|"));
    let one = match reading.one {
        One::Yao => "yao",
        One::Yi => "yi",
    };
    let speeds = [
        "aloud-speed-slowest",
        "aloud-speed-slow",
        "aloud-speed-usual",
        "aloud-speed-fast",
        "aloud-speed-fastest",
    ];
    let button = |act: &'static str, id: &'static str, shown: bool| {
        view! { <button type="button" class="button button-second" data-do=act hidden=!shown>{text.get(id)}</button> }
    };
    view! {
        <div
            class="aloud-controls"
            role="group"
            aria-label=text.get("aloud-controls")
            hidden
            data-aloud=""
            data-one=one
            data-names=names
            data-reading=text.get("aloud-reading")
            data-paused=text.get("aloud-paused")
            data-stopped=text.get("aloud-stopped")
            data-ended=text.get("aloud-ended")
            data-speeds=speeds.map(|id| text.get(id)).join("|")
        >
            {button("begin", "aloud-begin", true)}
            {button("pause", "aloud-pause", false)}
            {button("go-on", "aloud-go-on", false)}
            {button("stop", "aloud-stop", false)}
            {button("slower", "aloud-slower", true)}
            {button("faster", "aloud-faster", true)}
            <output></output>
        </div>
    }
    .into_any()
}
