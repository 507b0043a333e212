use super::settings::{self, Settings};
use crate::frame::Display;
use crate::samples;
use crate::structure::whole;
use crate::text::{Language, Level};

#[test]
fn what_is_chosen_is_marked_and_every_choice_is_understood() {
    let chosen = Display::from_cookie("dark.200.wide.simple.still");
    let html = samples::shown_as(Language::ZhCn, Level::Easy, chosen, |text| {
        settings::page(
            text,
            &Settings {
                display: chosen,
                return_to: "/services?a=1".to_owned(),
                saved: false,
            },
        )
    });
    let page = whole(&html);
    let mut read = Display::default();
    for input in page.all("main input[checked]") {
        read.choose(input.attr("name").unwrap(), input.attr("value").unwrap());
    }
    assert_eq!(read, chosen);
    assert_eq!(
        page.attribute("[name=level][checked]", "value").as_deref(),
        Some("easy")
    );
    assert_eq!(
        page.attribute("[name=language][checked]", "value").as_deref(),
        Some("zh-CN")
    );
    assert_eq!(
        page.attribute("main form [name=return]", "value").as_deref(),
        Some("/services?a=1")
    );
    for input in page.all("main input[type=radio]") {
        let (name, value) = (input.attr("name").unwrap(), input.attr("value").unwrap());
        let mut display = chosen;
        display.choose(name, value);
        let known = match name {
            "language" => Language::parse(value).is_some(),
            "level" => Level::parse(value).is_some(),
            // The value either is what was chosen already, or changes it.
            _ => display != chosen || input.attr("checked").is_some(),
        };
        assert!(known, "{name} = {value}");
    }
    assert_eq!(
        page.attribute("main [lang=en]", "lang").as_deref(),
        Some("en"),
        "English is marked as such"
    );
}
