use super::page;
use crate::samples;
use crate::structure::{Part, whole};
use crate::text::Language;

fn shown(picker: &super::Picker) -> Part {
    whole(&samples::shown(Language::ZhCn, |text| page(text, picker)))
}

#[test]
fn places_are_radios_by_kind_and_the_chosen_one_stays() {
    let page = shown(&samples::townships());
    let legends: Vec<String> = page
        .all("legend")
        .iter()
        .map(|legend| legend.text().collect())
        .collect();
    assert_eq!(
        legends,
        [
            "街道（2个）",
            "镇（3个）",
            "乡（1个）",
            "农场、林场和其他（1个）",
            "都不是"
        ]
    );
    assert_eq!(page.attribute("input[checked]", "value").as_deref(), Some("430626102"));
    assert_eq!(page.count("form[method=get][role=search] #q"), 1);
    assert_eq!(page.count("form[method=post] input[type=radio][name=place]"), 8);
    assert_eq!(page.attribute(".page-head a", "href").as_deref(), Some("/check/county"));
}

#[test]
fn a_search_shows_its_matches_with_where_they_lie() {
    let page = whole(&samples::shown(
        Language::ZhCn,
        samples::PAGES
            .iter()
            .find(|sample| sample.0 == "place-found")
            .unwrap()
            .1,
    ));
    assert_eq!(page.attribute("#q", "value").as_deref(), Some("南"));
    assert_eq!(page.text("legend"), "找到2个");
    assert_eq!(page.text(".choice .hint"), "平江县");
    assert_eq!(page.count("form[method=post] input[type=radio]"), 3);
}

#[test]
fn a_search_without_matches_says_so_and_keeps_the_list() {
    let page = shown(&samples::searched("<script>", Vec::new()));
    assert_eq!(page.text(".notice-title"), "没有找到“<script>”");
    assert_eq!(page.count("form[method=post] input[type=radio]"), 8);
}

#[test]
fn an_island_is_told_where_it_is_and_what_it_must_say() {
    let mut picker = samples::townships();
    assert_eq!(shown(&picker).count("script, output, [data-choices]"), 0);
    picker.island = Some(super::Island {
        script: "/islands/1.js".to_owned(),
        county: "430626".to_owned(),
    });
    let page = shown(&picker);
    let search = "form[role=search][data-island='/islands/1.js'][data-county='430626']";
    assert_eq!(page.count(&format!("{search} > output[for=q][data-failed]")), 1);
    assert_eq!(page.text("output"), "", "nothing is said before somebody types");
    assert_eq!(page.count("form[method=post] [data-choices] input[type=radio]"), 7);
    assert_eq!(
        page.count("form[method=post] > input[type=hidden][name=q][value='']"),
        1
    );
}
