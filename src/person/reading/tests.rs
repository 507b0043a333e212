use super::*;
use proptest::prelude::*;

fn name(text: &str) -> PersonName {
    PersonName::parse(text).unwrap()
}

fn read(raw: &str, of: &str) -> Result<String, NameReadingProblem> {
    NameReading::parse(raw, &name(of)).map(String::from)
}

fn likely(of: &str) -> Vec<String> {
    name(of).likely_readings().into_iter().map(String::from).collect()
}

#[test]
fn who_has_a_plain_name_is_asked_nothing() {
    for plain in [
        "王小明",
        "李春燕",
        "陈德明",
        "张三",
        "周国强",
        "古丽·艾山",
        "Anna Müller",
        "Li·艾力",
    ] {
        assert!(!name(plain).is_read_in_doubt(), "{plain}");
    }
    for doubtful in [
        "单田芳",
        "解学龙",
        "仇和",
        "区小明",
        "查良镛",
        "曾国藩",
        "任正非",
        "覃丽",
        "盖叫天",
        "令狐冲",
        "李乐",
        "张晟",
        "王祎",
        "𬱖㮾",
        "古丽·𬱖",
    ] {
        assert!(name(doubtful).is_read_in_doubt(), "{doubtful}");
    }
}

#[test]
fn surnames_are_read_as_surnames_and_names_as_names() {
    assert_eq!(likely("单田芳"), ["shàn tián fāng"]);
    assert_eq!(likely("李单"), ["lǐ dān", "lǐ shàn"]);
    assert_eq!(likely("曾任"), ["zēng rèn", "zēng rén"]);
    assert_eq!(likely("覃丽"), ["qín lì", "tán lì"]);
    assert_eq!(likely("尉迟恭"), ["yù chí gōng"]);
    assert_eq!(likely("单于"), ["shàn yú"], "a surname alone is no name");
    assert_eq!(likely("王祎"), ["wáng yī"]);
    assert!(
        likely("\u{30000}").is_empty(),
        "what nobody has a reading of is only typed"
    );
    assert!(likely("乐乐乐乐").len() == OFFERED);
}

#[test]
fn marks_and_digits_are_the_same() {
    for typed in [
        "shàn tián fāng",
        "Shàn Tiánfāng",
        "shan4 tian2 fang1",
        "SHAN4TIAN2FANG1",
        "Ｓｈａｎ４ tián-fang1",
        "sha\u{300}n ti\u{61}\u{301}n fa\u{304}ng",
    ] {
        assert_eq!(read(typed, "单田芳").as_deref(), Ok("shàn tián fāng"), "{typed}");
    }
    assert_eq!(read("lv3 nü3", "吕女").as_deref(), Ok("lǚ nǚ"));
    assert_eq!(read("lu:3 nǚ", "吕女").as_deref(), Ok("lǚ nǚ"));
    assert_eq!(read("wăng ɑn1", "王安").as_deref(), Ok("wǎng ān"));
    assert_eq!(read("Xī'ān", "西安").as_deref(), Ok("xī ān"));
    assert_eq!(
        read("Fángǎn", "樊敢").as_deref(),
        Ok("fán gǎn"),
        "a vowel would have an apostrophe"
    );
    assert_eq!(read("di2 li4·ai4 li4", "迪丽·艾力").as_deref(), Ok("dí lì ài lì"));
    for (typed, put) in [
        ("liu2", "liú"),
        ("gui4", "guì"),
        ("zhou1", "zhōu"),
        ("xue3", "xuě"),
        ("lüe4", "lüè"),
    ] {
        assert_eq!(read(typed, "王").as_deref(), Ok(put));
    }
}

#[test]
fn what_is_wrong_is_said() {
    use NameReadingProblem as P;
    assert_eq!(read(" ", "单"), Err(P::Empty));
    assert_eq!(read("善", "单"), Err(P::WrongCharacter { found: '善' }));
    assert_eq!(read("4", "单"), Err(P::WrongCharacter { found: '4' }));
    assert_eq!(read("shàn xyz", "单田"), Err(P::NotPinyin { at: 2 }));
    assert_eq!(read("shàn tian", "单田"), Err(P::Tone { at: 2 }));
    assert_eq!(read("shan5", "单"), Err(P::Tone { at: 1 }));
    assert_eq!(
        read("shàn4", "单"),
        Err(P::Tone { at: 1 }),
        "said twice is said unclearly"
    );
    assert_eq!(read("shàn", "单田芳"), Err(P::Count { typed: 1, needed: 3 }));
}

#[test]
fn the_list_has_readings_that_the_characters_have() {
    let lines = READINGS.lines().filter(|line| !line.starts_with('#'));
    let mut count = 0;
    for line in lines {
        let columns: Vec<&str> = line.split('\t').collect();
        let [place @ ("surname" | "given"), of, readings] = columns[..] else {
            panic!("{line}");
        };
        let known = |character: char| {
            let readings = character.to_pinyin_multi().into_iter().flatten();
            readings.map(|reading| reading.with_tone()).collect::<Vec<_>>()
        };
        let characters: Vec<char> = of.chars().collect();
        for (at, reading) in readings.split(' ').enumerate() {
            let character = characters[if characters.len() == 1 { 0 } else { at }];
            assert!(known(character).contains(&reading), "{place} {of} {reading}");
            assert_eq!(NameReading::of_text(reading).unwrap().as_str(), reading);
        }
        count += 1;
    }
    assert!(count > 70, "{count}");
    assert_eq!(
        COMMON
            .lines()
            .filter(|line| !line.starts_with('#'))
            .flat_map(str::chars)
            .count(),
        6763
    );
}

fn syllable() -> impl Strategy<Value = (String, u8)> {
    let all: Vec<&'static str> = SYLLABLES.iter().copied().collect();
    (prop::sample::select(all), 1_u8..=4).prop_map(|(syllable, tone)| (syllable.to_owned(), tone))
}

proptest! {
    #[test]
    fn every_reading_has_one_form(syllables in prop::collection::vec(syllable(), 1..6), of in "[\u{4E00}-\u{9FA5}]{6}") {
        let of = PersonName::parse(&of.chars().take(syllables.len()).collect::<String>()).unwrap();
        let digits: Vec<String> = syllables.iter().map(|(syllable, tone)| format!("{syllable}{tone}")).collect();
        let spaced = NameReading::parse(&digits.join(" "), &of).unwrap();
        for typed in [digits.concat(), digits.join("-").to_uppercase(), spaced.as_str().to_owned(), spaced.as_str().to_uppercase()] {
            prop_assert_eq!(NameReading::parse(&typed, &of), Ok(spaced.clone()));
        }
        let json = serde_json::to_string(&spaced).unwrap();
        prop_assert_eq!(serde_json::from_str::<NameReading>(&json).unwrap(), spaced);
    }

    #[test]
    fn what_is_offered_can_be_typed(of in "[\u{4E00}-\u{9FA5}]{1,4}") {
        let of = PersonName::parse(&of).unwrap();
        for reading in of.likely_readings() {
            prop_assert_eq!(NameReading::parse(reading.as_str(), &of), Ok(reading.clone()));
        }
        prop_assert!(of.likely_readings().len() <= OFFERED);
    }

    #[test]
    fn nothing_typed_makes_it_fall_over(raw in any::<String>()) {
        let _ = NameReading::parse(&raw, &name("单田芳"));
    }
}
