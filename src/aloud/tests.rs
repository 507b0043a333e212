use pinyin::{ToPinyin, ToPinyinMulti};
use proptest::prelude::*;

use super::cut::LONGEST;
use super::numbers::{cardinal, digits, money};
use super::readings::{SYLLABLES, WORDS, lines};
use super::*;

fn chinese(text: &str) -> String {
    said(text, &Manner::default())
}

fn english(text: &str) -> String {
    let manner = Manner {
        tongue: Tongue::English,
        ..Manner::default()
    };
    said(text, &manner)
}

#[test]
fn what_letters_and_pages_have_is_said_in_words() {
    for (text, wanted) in [
        ("2026年11月23日", "二〇二六年十一月二十三日"),
        ("2026-11-23", "二〇二六年十一月二十三日"),
        ("2026/1/5前", "二〇二六年一月五日前"),
        ("1200.50元", "一千二百元五角"),
        ("1,200.05元", "一千二百元零五分"),
        ("每月70元", "每月七十元"),
        ("0.50元", "五角"),
        ("2元", "两元"),
        ("¥83.20", "八十三元二角"),
        ("每月￥100元整", "每月一百元整"),
        ("1.5万元", "一点五万元"),
        ("200000元", "二十万元"),
        ("15:30", "十五点三十分"),
        ("9：05", "九点零五分"),
        ("14:00-17:00", "十四点至十七点"),
        ("下午3点", "下午三点"),
        ("下午2点", "下午两点"),
        ("60%", "百分之六十"),
        ("12.5％", "百分之十二点五"),
        ("3‰", "千分之三"),
        ("3/5", "五分之三"),
        ("平民残补〔2026〕15号", "平民残补二〇二六年第十五号"),
        ("3-5天", "三至五天"),
        ("60%—80%", "百分之六十至百分之八十"),
        ("2026年1月～3月", "二〇二六年一月至三月"),
        ("1级", "一级"),
        ("Ⅱ级", "二级"),
        ("2个工作日", "两个工作日"),
        ("第2个，2月2日", "第二个，二月二日"),
        ("2年级，2年内", "二年级，两年内"),
        ("-3℃", "负三摄氏度"),
        ("10MB，A4纸", "十兆，A四纸"),
        ("70元/月", "七十元每月"),
        ("第3步，共5步", "第三步，共五步"),
        ("②", "二"),
    ] {
        assert_eq!(chinese(text), wanted, "{text}");
    }
}

#[test]
fn numbers_that_are_no_quantities_are_told_digit_by_digit() {
    for (text, wanted) in [
        ("430105198001011234", "四三零幺零五，幺九八零，零幺零幺，幺二三四"),
        ("43010519800101123X", "四三零幺零五，幺九八零，零幺零幺，幺二三X"),
        (
            "43010519800101123X44",
            "四三零幺零五，幺九八零，零幺零幺，幺二三X，四四",
        ),
        ("4301**********1234", "四三零幺，隐去十位，幺二三四"),
        ("13800138000", "幺三八，零零幺三，八零零零"),
        ("0731-84891234", "零七三幺，八四八九，幺二三四"),
        ("拨打110，或12385", "拨打幺幺零，或幺二三八五"),
        ("尾号1234", "尾号幺二三四"),
        ("ZD K7MP 3WQ9 X", "Z D，K七M P，三W Q九，X"),
        ("ZDK7MP3WQ9X", "Z D，K七M P，三W Q九，X"),
        ("7KQ2-MX9F-3HTB", "七K Q二，M X九F，三H T B"),
    ] {
        assert_eq!(chinese(text), wanted, "{text}");
    }
    let yi = Manner {
        one: One::Yi,
        ..Manner::default()
    };
    assert_eq!(said("12385", &yi), "一二三八五");
}

#[test]
fn english_is_helped_where_it_is_written_the_chinese_way() {
    for (text, wanted) in [
        ("1200.50 yuan", "1200 yuan 50 fen"),
        ("1,200 yuan a month", "1200 yuan a month"),
        ("2026-11-23", "23 November 2026"),
        ("on 23 November 2026", "on 23 November 2026"),
        ("call 12385", "call 1 2 3 8 5"),
        ("43010519800101123X", "4 3 0 1 0 5, 1 9 8 0, 0 1 0 1, 1 2 3 X"),
        ("ZD K7MP 3WQ9 X", "Z D, K 7 M P, 3 W Q 9, X"),
        ("60%", "60 percent"),
        ("3/5", "3 out of 5"),
        ("3-5 days", "3 to 5 days"),
        ("at 15:30", "at 15:30"),
    ] {
        assert_eq!(english(text), wanted, "{text}");
    }
}

#[test]
fn words_are_put_so_that_they_cannot_be_read_wrongly() {
    assert_eq!(chinese("请重新填银行卡号"), "请崇新填银航卡号");
    assert_eq!(
        chinese("这个项目的社会计划进行业务"),
        "这个项目的社会计划进行业务",
        "no word across two"
    );
}

#[test]
fn names_are_said_by_their_stored_reading_and_never_guessed() {
    let names = [
        Named {
            name: "仇单".to_owned(),
            reading: "qiú shàn".to_owned(),
        },
        Named {
            name: "囧".to_owned(),
            reading: "two syllables".to_owned(),
        },
    ];
    let manner = Manner {
        names: &names,
        ..Manner::default()
    };
    let put = said("仇单，囧先生", &manner);
    let characters: Vec<char> = put.chars().collect();
    assert_eq!(
        put.chars().skip(2).collect::<String>(),
        "，囧先生",
        "what does not fit is left"
    );
    for (character, syllable) in characters.iter().zip(["qiú", "shàn"]) {
        assert_eq!(readings(*character), [syllable]);
    }
    assert_eq!(chinese("仇单"), "仇单");
    let parts = [Named {
        name: "仇·单".to_owned(),
        reading: "qiú shàn".to_owned(),
    }];
    let manner_of_parts = Manner {
        names: &parts,
        ..manner
    };
    let in_parts = said("仇·单", &manner_of_parts);
    assert_eq!(in_parts.chars().nth(1), Some('·'), "{in_parts}");
    assert_eq!(readings(in_parts.chars().last().unwrap()), ["shàn"]);
    let manner = Manner {
        tongue: Tongue::English,
        ..manner
    };
    assert_eq!(said("Mr 仇单", &manner), "Mr qiu shan");
}

#[test]
fn sentences_are_cut_where_they_end_and_know_their_place() {
    let text = " 您好！“可以。”每月83.20元，8月10日前到账。\n电话12385\n\n——\n";
    let parts: Vec<&str> = sentences(text, &Manner::default())
        .into_iter()
        .map(|sentence| &text[sentence.at])
        .collect();
    assert_eq!(
        parts,
        ["您好！", "“可以。”", "每月83.20元，8月10日前到账。", "电话12385"]
    );
    let long = "一二三四五六七八九，".repeat(30);
    let parts = sentences(&long, &Manner::default());
    assert!(
        parts.len() > 1
            && parts
                .iter()
                .all(|part| long[part.at.clone()].chars().count() <= LONGEST)
    );
}

/// The readings of a character in the data of the `pinyin` crate.
fn readings(character: char) -> Vec<&'static str> {
    let multi = character.to_pinyin_multi().into_iter().flatten();
    multi.map(|reading| reading.with_tone()).collect()
}

#[test]
fn the_lists_are_as_they_say() {
    let mut seen = std::collections::BTreeSet::new();
    for columns in lines(WORDS) {
        let [word, reading, put, why] = columns[..] else {
            panic!("four columns: {columns:?}")
        };
        assert!(seen.insert(word), "{word} twice");
        assert!(!why.is_empty(), "{word} has a reason");
        if reading == "-" {
            assert_eq!(word, put);
            continue;
        }
        let changed: Vec<(char, char)> = word
            .chars()
            .zip(put.chars())
            .filter(|(one, other)| one != other)
            .collect();
        assert!(
            !changed.is_empty() && word.chars().count() == put.chars().count(),
            "{word}"
        );
        for (from, to) in changed {
            assert!(readings(from).len() > 1 || !readings(from).is_empty(), "{word}");
            let usual = to.to_pinyin().map(|reading| reading.with_tone());
            assert_eq!(usual, Some(reading), "{word} as {put}");
        }
    }
    for columns in lines(SYLLABLES) {
        let [syllable, character] = columns[..] else {
            panic!("two columns: {columns:?}")
        };
        let character = character.chars().next().unwrap();
        assert_eq!(
            character.to_pinyin().map(|reading| reading.with_tone()),
            Some(syllable),
            "{character}"
        );
    }
}

/// Reads Chinese numerals back: the other way round than they are made.
fn read_back(words: &str) -> u64 {
    for (name, unit) in [
        ('亿', 100_000_000),
        ('万', 10_000),
        ('千', 1000),
        ('百', 100),
        ('十', 10),
    ] {
        // 一万亿 is so many times 亿: the last one of its name divides.
        if let Some((many, rest)) = words.rsplit_once(name) {
            let many = if many.is_empty() { 1 } else { read_back(many) };
            return many * unit + if rest.is_empty() { 0 } else { read_back(rest) };
        }
    }
    words
        .chars()
        .filter_map(|char| "零一二三四五六七八九".chars().position(|digit| digit == char))
        .fold(0, |_, digit| digit as u64)
}

/// Texts with much of what is special in them.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[0-9]{1,22}",
        "[0-9,./:%*X-]{1,12}",
        "[年月日元个级号〔〕第重新项目的。！”，\n ]{1,6}",
        "ZD [A-Z0-9]{4} [A-Z0-9]{4} [A-Z0-9]",
        "\\PC{0,6}",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn cardinals_read_back(number in prop_oneof![0_u64..100_000, 0_u64..=9_999_999_999_999_999]) {
        prop_assert_eq!(read_back(&cardinal(number)), number);
    }

    #[test]
    fn digits_read_back(number in "[0-9]{1,24}", yao in any::<bool>()) {
        let one = if yao { One::Yao } else { One::Yi };
        let back: String = digits(&number, one)
            .chars()
            .filter_map(|char| "零一二三四五六七八九".chars().position(|digit| digit == char || (char == '幺' && digit == '一')))
            .map(|digit| digit.to_string())
            .collect();
        prop_assert_eq!(back, number);
    }

    #[test]
    fn amounts_keep_every_fen(yuan in 0_u64..10_000_000, fen in 0_u64..100) {
        let said = money(yuan, fen).replace('两', "二");
        let part = |unit: char, from: &str| from.split_once(unit).map_or((0, from.to_owned()), |(many, rest)| (read_back(many), rest.to_owned()));
        let (said_yuan, rest) = part('元', &said);
        let (jiao, rest) = part('角', &rest);
        let (said_fen, rest) = part('分', &rest);
        prop_assert_eq!((said_yuan, jiao * 10 + said_fen, rest.as_str()), (yuan, fen, ""));
    }

    #[test]
    fn every_date_is_said_as_one(year in 1900_u64..2100, month in 1_u64..=12, day in 1_u64..=31) {
        let written = chinese(&format!("{year}年{month}月{day}日"));
        prop_assert_eq!(&chinese(&format!("{year}-{month:02}-{day:02}")), &written);
        prop_assert_eq!(written.chars().position(|char| char == '年'), Some(4));
    }

    #[test]
    fn no_digit_is_left_to_the_voice(text in texts()) {
        let said = chinese(&text);
        prop_assert!(!said.contains(|char: char| char.is_ascii_digit()), "{}", said);
        english(&text);
    }

    #[test]
    fn sentences_hold_all_that_is_to_be_said(text in texts()) {
        let mut end = 0;
        for sentence in sentences(&text, &Manner::default()) {
            prop_assert!(sentence.at.start >= end);
            let left_out = &text[end..sentence.at.start];
            prop_assert!(!left_out.contains(char::is_alphanumeric), "{:?}", left_out);
            prop_assert_eq!(chinese(&text[sentence.at.clone()]), sentence.said);
            end = sentence.at.end;
        }
        prop_assert!(!text[end..].contains(char::is_alphanumeric));
    }
}

#[test]
fn a_name_is_written_as_it_is_read_and_a_rare_character_where_nothing_is_guessed() {
    let named = |name: &str, reading: &str| Named {
        name: name.to_owned(),
        reading: reading.to_owned(),
    };
    let names = [named("单田", "shàn tián"), named("单田芳", "shàn tián fāng")];
    let put = with_names_as_read("单田芳：单位", &names);
    assert!(put.ends_with("：单位") && !put.starts_with('单'), "{put}");
    assert_eq!(put.chars().count(), 6);
    assert_eq!(with_names_as_read("陈德明", &[named("", "x")]), "陈德明");
    assert!(read_alike('溁').is_some(), "溁湾镇 is a place of Changsha");
    assert_eq!(read_alike('单'), None, "dān, shàn, chán");
    assert_eq!(read_alike('A'), None);
}
