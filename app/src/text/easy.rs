//! How easy words are measured: those of the program by its tests, those of a service by `zhida services check`.
//!
//! A sentence ends at 。 ？ ： or the end of a line, not within “quotes”, which hold the name of a button or an answer. It
//! has at most [`MOST`] characters: letters, Chinese characters and digits count, marks do not. What is filled in later
//! (a day, an amount, a name) is read as one thing and counts as [`OF_A_VALUE`], and so does the title of a law in 《》.
//! One idea a sentence: at most one ， and no ；.

/// Stands in a wording for a value, which nobody knows here.
pub(super) const VALUE: char = '\u{fffc}';

/// Characters in a sentence.
const MOST: usize = 20;
/// What a value counts.
const OF_A_VALUE: usize = 4;

/// Names of documents, which stand as they are on paper.
const NAMES: [&str; 4] = ["受理编号", "受理通知书", "审定决定书", "申请审批表"];

/// Words of offices, each with a plain one beside it: not said, unless the same text explains them (`受理：收下来，开始办`).
#[rustfmt::skip]
const HARD: &[&str] = &[
    "户籍", "审定", "受理", "递交", "提交", "核实", "核对", "核准", "复核", "初审", "异议", "期限", "符合", "享受", "认定",
    "代办", "经办", "就近", "不便", "未满", "是否", "以及", "予以", "均", "凭", "逾期", "出具", "本人", "作出", "提起", "供养",
    "全额", "作废", "失效", "移除", "粘贴", "类别", "状态", "资格", "证件", "拿准", "查得", "齐全", "缴", "事项", "途径", "相关",
    "有关", "无法", "无需", "须", "方可", "如有", "及时", "收件", "经查明",
];

/// Two noes that make a yes.
#[rustfmt::skip]
const DOUBLE_NO: &[&str] = &[
    "不是不", "没有不", "不能不", "不会不", "不得不", "无不", "并非不", "不可不", "非不", "不无",
];

/// What makes a Chinese wording hard to read, a piece each.
pub fn hardships(words: &str) -> Vec<String> {
    let mut found = Vec::new();
    for sentence in sentences(words) {
        let length = length(&sentence);
        if length > MOST {
            found.push(format!("{length} characters: {}", sentence.replace(VALUE, "▢")));
        }
        if sentence.matches('，').count() > 1 {
            found.push(format!("more than one ，: {}", sentence.replace(VALUE, "▢")));
        }
    }
    if words.contains('；') {
        found.push("；".to_owned());
    }
    let mut plain = words.to_owned();
    for name in NAMES.into_iter().map(str::to_owned).chain(titles(words)) {
        plain = plain.replace(&name, "");
    }
    let unexplained = |word: &&&str| plain.contains(**word) && !plain.contains(&format!("{word}："));
    found.extend(
        HARD.iter()
            .chain(DOUBLE_NO)
            .filter(unexplained)
            .map(|word| format!("`{word}`")),
    );
    found
}

/// The sentences of a wording, without what stands in quotes: that counts as a value.
fn sentences(words: &str) -> Vec<String> {
    let (mut sentences, mut sentence) = (Vec::new(), String::new());
    let mut quoted = false;
    for character in words.chars() {
        match character {
            '“' => {
                quoted = true;
                sentence.push(VALUE);
            }
            '”' => quoted = false,
            _ if quoted => {}
            '。' | '？' | '：' | '\n' => sentences.push(std::mem::take(&mut sentence)),
            other => sentence.push(other),
        }
    }
    sentences.push(sentence);
    sentences
}

fn length(sentence: &str) -> usize {
    let mut sentence = sentence.to_owned();
    for title in titles(&sentence) {
        sentence = sentence.replace(&title, &VALUE.to_string());
    }
    let counts = |character: char| match character {
        VALUE => OF_A_VALUE,
        other => usize::from(other.is_alphanumeric()),
    };
    sentence.chars().map(counts).sum()
}

pub(super) fn titles(words: &str) -> Vec<String> {
    between(words, '《', '》').map(|title| format!("《{title}》")).collect()
}

pub(super) fn between(words: &str, opening: char, closing: char) -> impl Iterator<Item = &str> {
    words
        .split(opening)
        .skip(1)
        .filter_map(move |rest| Some(rest.split_once(closing)?.0))
}
