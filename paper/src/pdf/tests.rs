use std::path::Path;
use std::process::Command;

use zhida::letter::{Block, Side, Words};

use super::*;

const FONT: &str = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";

fn words(text: &str) -> Words {
    Words {
        text: text.to_owned(),
        tongue: Tongue::Chinese,
    }
}

/// A letter with everything there is.
fn letter() -> Written {
    let long = "从您收到这份决定书的第二天起60日以内，可以向平江县人民政府申请行政复议。".repeat(3);
    let mut blocks = vec![
        Block::Paragraph(words("平江县民政局"), Side::Middle),
        Block::Title(words("困难残疾人生活补贴审定决定书")),
        Block::Paragraph(
            words("给您困难残疾人生活补贴，每月70元，从2025年6月算起。"),
            Side::Start,
        ),
        Block::Heading(words("为什么")),
        Block::List {
            numbered: false,
            items: vec![vec![words("符合"), words("您家是低保家庭。")], vec![words("第二")]],
        },
        Block::Said(vec![words("您家的材料齐了。"), words("第二行")]),
        Block::Table {
            caption: Some(words("回执")),
            rows: vec![
                (words("编号"), vec![words("GZ20250618")]),
                (words("收到的日期"), vec![]),
            ],
        },
        Block::Heading(words("您不同意，怎么办")),
    ];
    blocks.extend((0..20).map(|_| Block::Paragraph(words(&long), Side::Start)));
    blocks.push(Block::Paragraph(
        Words {
            text: "Pingjiang County Civil Affairs Bureau".to_owned(),
            tongue: Tongue::English,
        },
        Side::Start,
    ));
    blocks.push(Block::Paragraph(words("（盖章）"), Side::End));
    blocks.push(Block::Paragraph(words("2025年7月25日"), Side::End));
    Written {
        title: "困难残疾人生活补贴审定决定书".to_owned(),
        tongue: Tongue::Chinese,
        blocks,
    }
}

fn face() -> Option<Face> {
    if let Ok(font) = std::fs::read(FONT) {
        return Some(Face::read(font).unwrap());
    }
    assert!(std::env::var_os("CI").is_none(), "fonts-noto-cjk is not installed");
    eprintln!("*** NOT TRIED: fonts-noto-cjk is not installed ***");
    None
}

fn day() -> Date {
    zhida::calendar::parse_date("2025-07-25").unwrap()
}

fn footer(page: usize, of: usize) -> String {
    format!("第{page}页，共{of}页")
}

/// What a program of poppler says of a file.
fn poppler(program: &str, arguments: &[&str], file: &Path) -> Option<String> {
    let output = Command::new(program)
        .args(arguments)
        .arg(file)
        .args((program == "pdftotext").then_some("-"))
        .output();
    if let Ok(output) = output {
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        // Titles of headings are shown as they are in the file.
        return Some(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    assert!(std::env::var_os("CI").is_none(), "poppler-utils are not installed");
    eprintln!("*** NOT TRIED: poppler-utils are not installed ***");
    None
}

fn kept(name: &str, bytes: &[u8]) -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("zhida-paper-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join(name);
    std::fs::write(&file, bytes).unwrap();
    file
}

#[test]
fn every_word_is_in_the_tree_once_in_order_and_page_numbers_are_not() {
    let Some(face) = face() else { return };
    for (name, sizes) in [("usual.pdf", Sizes::USUAL), ("large.pdf", Sizes::LARGE)] {
        let letter = letter();
        let bytes = pdf(&letter, day(), (&face, sizes), footer).unwrap();
        assert!(bytes.len() < 200_000, "only what is used of the font: {}", bytes.len());
        let file = kept(name, &bytes);
        let Some(said) = poppler("pdfinfo", &["-struct-text"], &file) else {
            return;
        };
        let quoted: String = said
            .lines()
            .filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix('"'))
            .collect();
        let mut expected: Vec<String> = Vec::new();
        for block in &letter.blocks {
            if let Block::List { items, .. } = block {
                for item in items {
                    expected.push("•".to_owned());
                    expected.extend(item.iter().map(|words| words.text.clone()));
                }
            } else {
                expected.extend(block.words().map(|words| words.text.clone()));
            }
        }
        assert_eq!(quoted, expected.concat(), "{said}");
        assert!(!said.contains("共"), "page numbers are no part of the letter: {said}");
        for part in [
            "H1",
            "H2",
            "P",
            "L",
            "LI",
            "Lbl",
            "LBody",
            "BlockQuote",
            "Table",
            "Caption",
            "TR",
            "TH",
            "TD",
        ] {
            assert!(said.lines().any(|line| line.trim().starts_with(part)), "{part}: {said}");
        }
        let Some(about) = poppler("pdfinfo", &[], &file) else {
            return;
        };
        for says in [
            "困难残疾人生活补贴审定决定书",
            "Tagged:          yes",
            "Encrypted:       no",
            "A4",
        ] {
            assert!(about.contains(says), "{says}: {about}");
        }
        let Some(text) = poppler("pdftotext", &["-layout"], &file) else {
            return;
        };
        assert!(text.contains("第1页，共"), "{text}");
        let Some(fonts) = poppler("pdffonts", &[], &file) else {
            return;
        };
        assert!(
            fonts.contains("+NotoSansCJKsc") && fonts.contains("yes yes yes"),
            "{fonts}"
        );
    }
}

#[test]
fn the_standard_is_named_in_the_file_with_title_and_language() {
    let Some(face) = face() else { return };
    let bytes = pdf(&letter(), day(), (&face, Sizes::USUAL), footer).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    for says in [
        "pdfuaid:part",
        "pdfaid:part",
        "DisplayDocTitle true",
        "/Lang(zh-CN)",
        "/Lang(en)",
        "/Outlines",
    ] {
        assert!(text.contains(says), "{says}");
    }
}

#[test]
fn large_print_has_nothing_below_18_points_and_all_of_it_is_on_the_sheet() {
    let Some(face) = face() else { return };
    let glyphs = face.glyphs().unwrap();
    for sizes in [Sizes::USUAL, Sizes::LARGE] {
        let layout = lay(&letter(), &glyphs, sizes);
        assert!(layout.pages > 1);
        for line in &layout.lines {
            let width: f32 = line
                .text
                .trim_end()
                .chars()
                .filter_map(|one| glyphs.of(one))
                .map(|glyph| glyph.width)
                .sum();
            let right = line.x + width * line.size;
            assert!(line.x >= EDGES.0 && right <= EDGES.1 + 0.5, "{line:?} {right}");
            assert!(line.y > line.size && line.y < FOOT - sizes.footer, "{line:?}");
            assert!(sizes != Sizes::LARGE || line.size >= 18.0, "{line:?}");
        }
        assert!(sizes != Sizes::LARGE || sizes.footer >= 18.0);
        let signs: Vec<usize> = layout.lines.iter().rev().take(2).map(|line| line.page).collect();
        assert_eq!(signs[0], signs[1], "seal and day are on one sheet");
        // No two lines of a column stand on one another.
        for (above, below) in layout.lines.iter().zip(layout.lines.iter().skip(1)) {
            let same = above.page == below.page && (above.y - below.y).abs() < 0.1;
            assert!(!same || below.x > above.x, "{above:?} {below:?}");
        }
    }
}

#[test]
fn nobody_gets_a_letter_with_a_hole_in_it() {
    let Some(face) = face() else { return };
    let mut letter = letter();
    letter.blocks.push(Block::Paragraph(words("陈\u{E000}明"), Side::Start));
    let refused = pdf(&letter, day(), (&face, Sizes::USUAL), footer);
    assert_eq!(refused, Err(PdfProblem::NoGlyph('\u{E000}')));
    letter.blocks.pop();
    letter
        .blocks
        .push(Block::Paragraph(words("陈\u{200B}\t\u{FE00}明"), Side::Start));
    let whole = pdf(&letter, day(), (&face, Sizes::USUAL), footer);
    assert!(whole.is_ok(), "what nobody sees is no hole: {whole:?}");
}

#[test]
fn what_breaks_the_standard_is_refused() {
    let Some(face) = face() else { return };
    let untitled = Written {
        title: String::new(),
        blocks: Vec::new(),
        ..letter()
    };
    let refused = pdf(&untitled, day(), (&face, Sizes::USUAL), footer);
    assert!(matches!(refused, Err(PdfProblem::Standard(_))), "{refused:?}");
}

#[test]
fn what_is_no_font_is_said() {
    use crate::FaceProblem;
    assert_eq!(Face::read(b"no font".to_vec()).err(), Some(FaceProblem::NoFont));
    assert_eq!(Face::read(Vec::new()).err(), Some(FaceProblem::NoFont));
}
