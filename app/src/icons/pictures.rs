//! Drawings of things and of what they help with, by the names that `items.toml` gives them. They repeat words and are
//! hidden from the ear; a name without a drawing shows that of a device.

use leptos::prelude::*;

use super::{Drawing, Icon, drawn};

/// The drawing of a name, as large as a heading with two lines beside it.
pub fn picture(name: &str) -> AnyView {
    match drawing(name) {
        Some(drawing) => drawn(&drawing, "icon"),
        None => Icon::Device.view(),
    }
}

/// Whether a name has a drawing of its own.
#[cfg(test)]
fn is_drawn(name: &str) -> bool {
    drawing(name).is_some()
}

fn drawing(name: &str) -> Option<Drawing> {
    let (lines, dot): (&'static [&'static str], _) = match name {
        // What things help with.
        "moving" | "wheelchair" => (
            &["M13 10v8h8l4 8h3", "M13 13h6", "M9 15a7.5 7.5 0 1 0 10.5 10"],
            ("13", "5", "3"),
        ),
        "hearing" => (
            &[
                "M10 14a7 7 0 0 1 14 0c0 5-5 5-5 10a4 4 0 0 1-7 2",
                "M14 14a3 3 0 0 1 6 0",
            ],
            ("5", "14", "2.5"),
        ),
        "seeing" => (&["M3 16c6-10 20-10 26 0-6 10-20 10-26 0Z"], ("16", "16", "4")),
        "bathing" => (
            &["M3 17h26v3a7 7 0 0 1-7 7H10a7 7 0 0 1-7-7Z", "M7 17V7a3 3 0 0 1 6 0"],
            ("20", "11", "3"),
        ),
        "toilet" | "commode" => (
            &["M9 4v14h14", "M9 18v9M23 18v9", "M12 18a5 5 0 0 0 9 0"],
            ("16", "8", "3"),
        ),
        "lying" | "bed" => (&["M3 9v18M3 22h26v5M3 17h20a6 6 0 0 1 6 5"], ("9", "12", "3")),
        "talking" => (&["M4 5h24v16H15l-6 6v-6H4z", "M10 13h6"], ("21", "13", "2.5")),
        "limbs" | "prosthesis" => (&["M12 10v8l2 9h9", "M9 18h7", "M10 10h6"], ("13", "5", "3")),
        // The things.
        "crutch" => (
            &["M18 4h8M22 4v24M20 12h4", "M11 10v9l4 9M11 19l-3 9"],
            ("11", "5", "3"),
        ),
        "stick" => (
            &["M20 14a3 3 0 0 1 6 0v14", "M11 10v9l4 9M11 19l-3 9M11 12l9 2"],
            ("11", "5", "3"),
        ),
        "walker" => (
            &[
                "M18 14h8l2 14M18 14l-2 14M17 21h10",
                "M10 10v9l2 9M10 19l-4 9M10 12l8 2",
            ],
            ("10", "5", "3"),
        ),
        "cushion" => (
            &["M4 20h24v7H4z", "M9 20v7M16 20v7M23 20v7", "M11 13h10v4H11z"],
            ("16", "7", "3"),
        ),
        "shower" => (
            &["M10 6v12h12M10 18v10M22 18v10", "M20 3h8M22 6v3M25 6v3M28 6v3"],
            ("15", "9", "3"),
        ),
        "hoist" => (
            &["M6 28h16M9 28V4h14v4", "M17 20a6 6 0 0 0 12 0M17 20l6-12 6 12"],
            ("23", "16", "2.5"),
        ),
        "brace" => (&["M12 4v14l3 8h10v2H11", "M9 8h7M9 14h7"], ("22", "12", "3")),
        "cane" => (
            &["M13 10v8l4 10M13 18l-4 10M13 12l6 3", "M19 15l10 13"],
            ("13", "5", "3"),
        ),
        "magnifier" => (
            &["M13 4a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z", "m19.5 19.5 8.5 8.5"],
            ("13", "13", "3"),
        ),
        "braille" => (
            &["M4 9h24v14H4z", "M9 14h.01M9 18h.01M14 14h.01M19 18h.01M24 14h.01"],
            ("14", "18", "1.5"),
        ),
        "hearing_aid" => (
            &["M20 6a6 6 0 0 0-11 3v9a6 6 0 0 0 12 0v-3", "M20 6c4 1 5 6 2 9"],
            ("15", "24", "2.5"),
        ),
        "bell" => (
            &[
                "M6 23h20c-3-3-3-5-3-10a7 7 0 0 0-14 0c0 5 0 7-3 10Z",
                "M3 8l2-3M29 8l-2-3",
            ],
            ("16", "27", "2"),
        ),
        "board" => (
            &["M4 6h24v20H4z", "M4 16h24M16 6v20", "M8 21h4M20 21h4M20 11h4"],
            ("10", "11", "2.5"),
        ),
        // Where in the home, and what is altered there.
        "entrance" | "door" => (&["M8 28V4h16v24M4 28h24", "M20 16v2"], ("14", "14", "3")),
        "indoors" => (&["M3 28V12L16 4l13 8v16Z", "M12 28v-9h8v9"], ("16", "13", "2.5")),
        "bathroom" => (
            &[
                "M3 18h26v2a7 7 0 0 1-7 7H10a7 7 0 0 1-7-7Z",
                "M7 18V7a3 3 0 0 1 6 0M11 9h4",
            ],
            ("21", "12", "3"),
        ),
        "kitchen" | "stove" => (
            &["M4 18h24v10H4z", "M9 14h14M11 10h10v4", "M4 23h24"],
            ("22", "5", "2.5"),
        ),
        "signals" => (
            &["M16 11v10M11 16h10", "M6 7a13 13 0 0 0 0 18M26 7a13 13 0 0 1 0 18"],
            ("16", "5", "2.5"),
        ),
        "safety" => (&["M16 3l11 4v8c0 7-5 11-11 14C10 26 5 22 5 15V7Z"], ("16", "15", "4")),
        "ramp" => (&["M3 27h26V15Z", "M3 27 29 15"], ("12", "14", "3")),
        "path" => (
            &["M10 28 14 6M22 28 18 6", "M3 28h26M16 26v-4M16 18v-4"],
            ("16", "4", "2"),
        ),
        "threshold" => (&["M3 26h9l2-4h4l2 4h9", "M6 22V5h20v17"], ("16", "13", "3")),
        "rail" => (
            &["M3 12h26M7 12v5M25 12v5M3 28h26", "M16 17v6l-3 5M16 23l3 5"],
            ("16", "7", "2.5"),
        ),
        "switch" => (&["M9 5h14v22H9z", "M16 11v5M13 16h6v5h-6z"], ("26", "27", "2")),
        "lamp" => (
            &[
                "M10 18a7 7 0 1 1 12 0c-2 2-2 3-2 5h-8c0-2 0-3-2-5ZM13 27h6",
                "M3 13h2M27 13h2M16 2v1",
            ],
            ("16", "13", "2.5"),
        ),
        "grab_bar" => (&["M5 8h3v16H5M8 11h14a3 3 0 0 1 3 3v10", "M22 24h6"], ("15", "19", "3")),
        "floor" => (&["M3 20h26v8H3z", "M9 20v8M16 20v8M23 20v8M3 24h26"], ("16", "10", "3")),
        "basin" => (&["M4 14h24l-3 6H7Z", "M16 14V8h5M10 20v8M22 20v8"], ("10", "8", "2.5")),
        "alarm" => (
            &["M6 20a10 10 0 0 1 20 0Z", "M4 24h24M16 6V3M7 9 5 7M25 9l2-2"],
            ("16", "16", "2.5"),
        ),
        "kettle" => (
            &["M8 14h14l2 14H6Z", "M11 14a4 4 0 0 1 8 0M22 17l5-3"],
            ("26", "7", "2.5"),
        ),
        "voice_bell" => (
            &[
                "M6 4h12v24H6z",
                "M9 22h6M9 18h6",
                "M22 10a6 6 0 0 1 0 8M25 7a10 10 0 0 1 0 14",
            ],
            ("12", "10", "3"),
        ),
        "tactile" => (
            &[
                "M4 4h24v24H4z",
                "M10 10h.01M16 10h.01M22 10h.01M10 16h.01M22 16h.01M10 22h.01M16 22h.01M22 22h.01",
            ],
            ("16", "16", "2.5"),
        ),
        "speaker" => (&["M4 12h6l7-6v20l-7-6H4z", "M21 12a6 6 0 0 1 0 8"], ("27", "16", "2")),
        "guard" => (
            &["M5 4h22v24H5z", "M12 4v24M20 4v24M5 12h22M5 20h22"],
            ("16", "16", "2.5"),
        ),
        "lock" => (&["M6 14h20v14H6z", "M11 14v-4a5 5 0 0 1 10 0v4"], ("16", "21", "2.5")),
        "button" => (&["M16 6a10 10 0 1 0 0 20 10 10 0 0 0 0-20Z"], ("16", "16", "4.5")),
        "stairs" => (
            &["M3 27h6v-6h6v-6h6V9h8", "M4 18 18 4M18 4h-5M18 4v5"],
            ("8", "7", "2.5"),
        ),
        _ => return None,
    };
    Some(Drawing(lines, dot))
}

#[cfg(test)]
mod tests {
    use super::is_drawn;

    #[test]
    fn everything_that_is_shipped_has_a_drawing() {
        let devices = include_str!("../../../services/assistive_device/items.toml");
        let alterations = include_str!("../../../services/home_retrofit/items.toml");
        for (items, count) in [(devices, 27 + 8), (alterations, 25 + 7)] {
            let pictures = items.lines().filter_map(|line| line.strip_prefix("picture = "));
            let needs = items.lines().find_map(|line| line.strip_prefix("needs = ["));
            let names = pictures.chain(needs.unwrap().trim_end_matches(']').split(", "));
            let names: Vec<&str> = names.map(|name| name.trim_matches('"')).collect();
            assert_eq!(names.len(), count);
            let bare: Vec<&&str> = names.iter().filter(|name| !is_drawn(name)).collect();
            assert!(bare.is_empty(), "{bare:?}");
        }
        assert!(!is_drawn("a thing nobody drew"));
    }
}
