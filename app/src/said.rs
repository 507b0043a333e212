//! What reads badly aloud in any page's words: voices read digits, signs and codes as they stand.

/// What is wrong with words that are shown or heard.
pub(crate) fn faults_of_words(words: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for sign in ['¥', '￥', 'Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ'] {
        if words.contains(sign) {
            faults.push(format!("the sign {sign}"));
        }
    }
    let characters: Vec<char> = words.chars().collect();
    let digits_from = |at: usize| characters[at..].iter().take_while(|one| one.is_ascii_digit()).count();
    let mut at = 0;
    while at < characters.len() {
        let run = digits_from(at);
        if run == 0 {
            at += 1;
            continue;
        }
        let number: String = characters[at..at + run].iter().collect();
        at += run;
        let Some(sign) = characters.get(at) else { break };
        let then = digits_from(at + 1);
        let fault = match sign {
            '级' if matches!(number.as_str(), "1" | "2" | "3" | "4") => "a grade in digits",
            '-' if is_year(&number) && matches!(then, 1 | 2) => "a date in digits alone",
            ',' if then == 3 => "a comma between thousands",
            '/' if then > 0 => "a slash between numbers",
            ' ' if then > 0 && long_with_spaces(&characters[at - run..]) => {
                "a number with spaces that would be copied along"
            }
            _ => continue,
        };
        faults.push(fault.to_owned());
    }
    let mut tokens = words.split(|sign: char| !(sign.is_ascii_alphanumeric() || "_./-".contains(sign)));
    if let Some(code) = tokens.find(|token| is_code(token)) {
        faults.push(format!("the code {code}"));
    }
    faults
}

/// The number of a person, a card or a telephone. What we number ourselves is shorter, and is spoken in groups.
fn long_with_spaces(characters: &[char]) -> bool {
    let number = characters.iter().take_while(|one| one.is_ascii_digit() || **one == ' ');
    number.filter(|one| one.is_ascii_digit()).count() >= 11
}

fn is_year(number: &str) -> bool {
    number.len() == 4 && (number.starts_with("19") || number.starts_with("20"))
}

/// A name of the program's, such as `in_review`.
fn is_code(token: &str) -> bool {
    let parts: Vec<&str> = token.split('_').collect();
    let word = |part: &&str| !part.is_empty() && part.bytes().all(|letter| letter.is_ascii_alphabetic());
    parts.len() > 1 && parts.iter().all(word)
}

#[test]
fn what_voices_read_wrongly_is_found() {
    for wrong in [
        "残疾等级1级",
        "Ⅱ级",
        "2026-11-23前",
        "从2026-11算起",
        "每月¥70",
        "1,200.50元",
        "第3/5步",
        "现在是in_review",
        "430626 19880808 9988",
    ] {
        assert!(!faults_of_words(wrong).is_empty(), "{wrong}");
    }
    for right in [
        "残疾等级一级，第11级台阶",
        "2026年11月23日 10:05",
        "每月1200.50元",
        "0730-6220000",
        "湘政发〔2015〕54号",
        "scan_2026.jpg",
        "ZD 7348 2965 K",
        "第3步，共5步",
    ] {
        assert_eq!(faults_of_words(right), Vec::<String>::new(), "{right}");
    }
}
