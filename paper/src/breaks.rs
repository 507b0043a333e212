//! Where lines end: between any two Chinese characters, between Latin words, and never so that a sign stands where it may
//! not (GB/T 15834: no closing sign begins a line, no opening sign ends one).

/// Signs that begin no line.
const CLOSING: &str = "，。、；：？！）〕》」』”’％…—·)]},.;:?!%";
/// Signs that end no line.
const OPENING: &str = "（〔《「『“‘([{";

/// Cuts a text into lines of a width; each keeps its own spaces, so that all lines together are the text. A word that is
/// wider than a line is cut where the line ends.
pub(crate) fn lines(text: &[char], width: f32, of: impl Fn(char) -> f32) -> Vec<&[char]> {
    let mut lines = Vec::new();
    let mut begins = 0;
    while begins < text.len() {
        let ends = line_end(&text[begins..], width, &of);
        lines.push(&text[begins..begins + ends]);
        begins += ends;
    }
    lines
}

/// How many characters the first line of a text takes: at least one.
fn line_end(text: &[char], width: f32, of: &impl Fn(char) -> f32) -> usize {
    let mut used = 0.0;
    let mut may_end = 0;
    for (at, character) in text.iter().enumerate() {
        // Spaces at the end of a line take no room.
        used += of(*character);
        if *character != ' ' && used > width {
            // Nothing wider than the line may be lost, so it is cut.
            return if may_end > 0 { may_end } else { at.max(1) };
        }
        let Some(next) = text.get(at + 1) else {
            return text.len();
        };
        if breaks_between(*character, *next) {
            may_end = at + 1;
        }
    }
    text.len()
}

/// Whether a line may end after `a`, where `b` comes next.
pub(crate) fn breaks_between(a: char, b: char) -> bool {
    if b == ' ' || CLOSING.contains(b) || OPENING.contains(a) {
        return false;
    }
    if a == ' ' {
        return true;
    }
    // `70元` and `2025年` stay together.
    if a.is_ascii_digit() {
        return false;
    }
    is_wide(a) || is_wide(b)
}

/// Chinese characters and their signs.
fn is_wide(character: char) -> bool {
    u32::from(character) >= 0x2E80 || CLOSING.contains(character) && !character.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, width: u16) -> Vec<String> {
        let text: Vec<char> = text.chars().collect();
        let of = |character: char| if character.is_ascii() { 0.5 } else { 1.0 };
        let lines = lines(&text, f32::from(width), of);
        lines.into_iter().map(|line| line.iter().collect()).collect()
    }

    #[test]
    fn no_sign_stands_where_it_may_not() {
        assert_eq!(cut("给您补贴，每月70元。", 4), ["给您补", "贴，每月", "70元。"]);
        assert_eq!(cut("依据《复议法》办", 3), ["依据", "《复议", "法》办"]);
    }

    #[test]
    fn words_and_numbers_stay_whole_while_they_fit() {
        assert_eq!(cut("We pay 70 yuan", 4), ["We pay ", "70 yuan"]);
        assert_eq!(cut("编号ZD39576，好", 4), ["编号", "ZD39576", "，好"]);
    }

    #[test]
    fn what_is_wider_than_a_line_is_cut_and_nothing_is_lost() {
        for text in [
            "ZD39576ZD39576ZD39576",
            "，，，，，，，，",
            "",
            "长",
            "a 一b，《《《《《《c",
        ] {
            for width in 1..6 {
                let lines = cut(text, width);
                assert_eq!(lines.concat(), text);
                assert!(lines.iter().all(|line| !line.is_empty()));
            }
        }
    }
}
