//! The shared checker of rendered pages: what every document and every part must hold to.

use std::collections::BTreeSet;

use scraper::{ElementRef, Html, Selector};

use crate::said::faults_of_words;

/// A rendered part, to be asked about.
pub(crate) struct Part(Html);

pub(crate) fn part(html: &str) -> Part {
    Part(Html::parse_fragment(html))
}

pub(crate) fn whole(html: &str) -> Part {
    Part(Html::parse_document(html))
}

impl Part {
    /// All elements that match.
    pub(crate) fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        self.0.select(&Selector::parse(selector).unwrap()).collect()
    }

    pub(crate) fn count(&self, selector: &str) -> usize {
        self.all(selector).len()
    }

    /// The text of the first element that matches.
    #[track_caller]
    pub(crate) fn text(&self, selector: &str) -> String {
        let found = self.all(selector);
        found
            .first()
            .unwrap_or_else(|| panic!("no {selector}"))
            .text()
            .collect::<String>()
            .trim()
            .to_owned()
    }

    /// An attribute of the first element that matches.
    #[track_caller]
    pub(crate) fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        let found = self.all(selector);
        found
            .first()
            .unwrap_or_else(|| panic!("no {selector}"))
            .attr(name)
            .map(str::to_owned)
    }
}

/// What is wrong with a whole document.
pub(crate) fn faults_of_document(html: &str) -> Vec<String> {
    let page = whole(html);
    let mut faults = faults(html, &page);
    let mut must = |holds: bool, fault: &str| {
        if !holds {
            faults.push(fault.to_owned());
        }
    };
    must(
        html.starts_with("<!doctype html>\n<html lang="),
        "begins with its type and language",
    );
    must(page.count("h1") == 1, "exactly one h1");
    must(page.count("main#main") == 1, "one main");
    must(
        page.count("title") == 1 && page.text("title").contains(" — "),
        "a title with the name of the site",
    );
    must(
        page.count("body > a.skip[href='#main']:first-child") == 1,
        "the skip link first",
    );
    must(
        page.count("body > a.skip + section.display-bar") == 1,
        "the display bar next",
    );
    must(
        page.count("script, [onclick], [onload], link[rel=preload]") == 0,
        "no script",
    );
    let help = if page.count("body.area-work") == 1 {
        "main ~ footer a[href='/help']"
    } else {
        "main ~ footer a[href^='tel:']"
    };
    must(page.count(help) == 1, "help at the end");
    let title = page.text("title");
    must(
        (title.starts_with("错误：") || title.starts_with("Error: ")) == (page.count("#errors") == 1),
        "the title says what the summary says",
    );
    must(
        page.count("#errors") == 0 || page.count("main #errors a").clamp(1, 99) == page.count("main #errors li"),
        "the summary links",
    );
    let mut level = 0;
    for heading in page.all("main h1, main h2, main h3, main h4, main h5, main h6") {
        let this = heading.value().name()[1..].parse().unwrap_or(0);
        // A summary of errors stands before the heading of its page.
        if heading.attr("id") != Some("errors-title") {
            must(this <= level + 1, "headings in order");
            level = this;
        }
    }
    let dead: Vec<_> = page
        .all("main a[href='#'], main a[href='']")
        .into_iter()
        .map(|link| link.html())
        .collect();
    must(dead.is_empty(), "links lead somewhere");
    faults
}

/// What is wrong with a part of a page.
pub(crate) fn faults_of_part(html: &str) -> Vec<String> {
    faults(html, &part(html))
}

fn faults(html: &str, page: &Part) -> Vec<String> {
    let mut faults = Vec::new();
    let ids: Vec<&str> = page
        .all("[id]")
        .iter()
        .filter_map(|element| element.attr("id"))
        .collect();
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    let mut must = |holds: bool, fault: String| {
        if !holds {
            faults.push(fault);
        }
    };
    must(known.len() == ids.len(), format!("each id once: {ids:?}"));
    must(
        known
            .iter()
            .all(|id| !id.is_empty() && !id.contains(char::is_whitespace)),
        "ids without spaces".to_owned(),
    );
    for attribute in ["for", "aria-describedby", "aria-labelledby", "aria-controls"] {
        for element in page.all(&format!("[{attribute}]")) {
            for id in element.attr(attribute).unwrap_or_default().split_whitespace() {
                must(known.contains(id), format!("{attribute} {id} is nowhere"));
            }
        }
    }
    for link in page.all("a[href^='#']") {
        let id = link.attr("href").unwrap_or_default().trim_start_matches('#');
        must(known.contains(id), format!("the link to #{id} leads nowhere"));
    }
    for input in page.all("input:not([type=hidden]), textarea") {
        let labels = page.count(&format!("label[for='{}']", input.attr("id").unwrap_or_default()));
        must(labels == 1, format!("one label: {}", input.html()));
        must(input.attr("name").is_some(), format!("a name: {}", input.html()));
        let kind = input.attr("type").unwrap_or("textarea");
        let filled = matches!(kind, "radio" | "checkbox" | "file") || input.attr("autocomplete").is_some();
        must(filled, format!("says what may be filled in: {}", input.html()));
    }
    for input in page.all("input[type=password]") {
        let known = matches!(input.attr("autocomplete"), Some("current-password" | "new-password"));
        must(known, format!("a password manager knows what it is: {}", input.html()));
    }
    for group in page.all("fieldset") {
        let legend = group
            .child_elements()
            .next()
            .is_some_and(|first| first.value().name() == "legend");
        must(legend, "a legend first in each fieldset".to_owned());
    }
    for message in page.all(".message[id]") {
        let id = message.attr("id").unwrap_or_default();
        let said = page.count(&format!(
            "input[aria-describedby~='{id}'], textarea[aria-describedby~='{id}'], a[aria-describedby~='{id}']"
        ));
        must(
            said > 0,
            format!("an input, or a way to mend it, that says what is wrong: {id}"),
        );
    }
    must(
        page.count("fieldset[aria-describedby]") == 0,
        "what explains a group is said at its inputs".to_owned(),
    );
    for form in page.all("form") {
        let submits = form.select(&Selector::parse("button").unwrap()).count();
        must(submits > 0, format!("a way to send the form {:?}", form.attr("action")));
        let method = form.attr("method");
        must(matches!(method, Some("post" | "get")), "a method".to_owned());
        must(
            form.attr("action").is_some_and(|action| action.starts_with('/')),
            "an action on this site".to_owned(),
        );
    }
    for button in page.all("button") {
        must(
            button.attr("type") == Some("submit"),
            format!("a button's type: {}", button.html()),
        );
        must(
            !button.text().collect::<String>().trim().is_empty(),
            "a button's words".to_owned(),
        );
    }
    for link in page.all("a") {
        must(
            !link.text().collect::<String>().trim().is_empty(),
            format!("a link's words: {}", link.html()),
        );
    }
    for list in page.all("ul[class], ol[class]:not(.crumbs)") {
        must(
            list.attr("role") == Some("list"),
            "a list without marks says that it is one".to_owned(),
        );
    }
    for (selector, fault) in [
        ("[style]", "no style attribute"),
        // Three keys to change one answer, and a screen reader says it in place of the summary of errors.
        ("select, datalist", "no list that drops down"),
        ("[role=alert]", "no alert"),
        ("[autofocus]", "no autofocus"),
        ("svg:not([aria-hidden=true])", "drawings are hidden from the ear"),
        ("strong, em, b, i, abbr, time", "nothing cuts a sentence"),
        ("[tabindex]:not([tabindex='-1'])", "no order of its own"),
        ("[draggable], [accesskey]", "nothing is dragged or has a key of its own"),
        ("[maxlength], [onpaste]", "what is pasted is taken whole"),
        ("[autoplay], [http-equiv=refresh]", "nothing begins by itself"),
        ("a a, a button, button a, p p, p ul, p div", "nesting"),
    ] {
        must(page.count(selector) == 0, format!("{fault}: {selector}"));
    }
    for element in page.all("table") {
        let count = |selector: &str| element.select(&Selector::parse(selector).unwrap()).count();
        must(
            count("th") > 0 && count("th") == count("th[scope]"),
            "a table with heads".to_owned(),
        );
    }
    must(
        page.count("[aria-live], [role=status], output") <= 1 && page.count("[aria-live=assertive]") == 0,
        "what speaks up by itself does so once and politely".to_owned(),
    );
    for element in page.all("*") {
        let own = element.children().filter_map(|child| child.value().as_text());
        let named = ["aria-label", "alt", "title", "data-label"].map(|name| element.attr(name));
        for words in own.map(|words| &**words).chain(named.into_iter().flatten()) {
            if !matches!(element.value().name(), "script" | "style") {
                for fault in faults_of_words(words) {
                    must(false, format!("{fault}: {words}"));
                }
            }
        }
    }
    // The parser repairs wrong nesting silently: what it reads must be what was written.
    let opened = html.matches("<p").count() - html.matches("<path").count();
    must(page.count("p") == opened, "paragraphs are nested as written".to_owned());
    must(
        !html.contains("<!>") && !html.contains("<!--"),
        "no marks for a script".to_owned(),
    );
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn planted_faults_are_found() {
        for wrong in [
            "<p id='a'></p><p id='a'></p>",
            "<input id='x' name='x' type='text' autocomplete='off'>",
            "<label for='y'>甲</label>",
            "<label for='x'>甲</label><input id='x' name='x' type='text'>",
            "<label for='x'>甲</label><input id='x' name='x' type='radio' aria-describedby='gone'>",
            "<fieldset><p>甲</p></fieldset>",
            "<fieldset aria-describedby='m'><legend>甲</legend><p class='message' id='m'>乙</p></fieldset>",
            "<p class='message' id='m'>乙</p>",
            "<form method='post' action='/x'></form>",
            "<form action='/x'><button type='submit'>存</button></form>",
            "<button>存</button>",
            "<a href='/x'></a>",
            "<a href='#nowhere'>甲</a>",
            "<ul class='x'></ul>",
            "<label for='s'>甲</label><select id='s' name='s'></select>",
            "<p style='color:red'>甲</p>",
            "<p>残疾等级1级</p>",
            "<table><tbody><tr><td>甲</td></tr></tbody></table>",
            "<p aria-live='assertive'>甲</p>",
            "<div role='alert'>甲</div>",
            "<p>请<strong>今天</strong>交</p>",
            "<p>甲<p>乙</p></p><div>",
            "<svg></svg>",
            "<p draggable='true'>甲</p>",
            "<label for='x'>甲</label><input id='x' name='x' type='text' autocomplete='off' maxlength='6'>",
            "<label for='x'>甲</label><input id='x' name='x' type='password' autocomplete='off'>",
            "<meta http-equiv='refresh' content='5'>",
            "<p>甲<!>乙</p>",
        ] {
            assert!(!faults_of_part(wrong).is_empty(), "{wrong}");
        }
        let right = "<form method='post' action='/x'><label for='x'>甲</label>\
            <input id='x' name='x' type='text' autocomplete='off'><button type='submit'>保存</button></form>";
        assert_eq!(faults_of_part(right), Vec::<String>::new());
    }
}
