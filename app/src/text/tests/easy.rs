//! The easy level as a whole: whatever a resident can meet is easy to read, and says what the standard words say. How
//! that is measured, [`super::super::easy`] says.

use super::super::easy::{between, titles};
use super::*;

/// Files of texts that only staff meet. What a command on a case is refused for is said to officers alone: residents
/// get the page that says that the case has moved on. The table of accessibility criteria is in a standard's words, for
/// whoever checks us; what follows from it for everybody is said on the accessibility page.
const OF_STAFF: [&str; 7] = [
    "admin", "assisted", "casework", "criteria", "records", "refusals", "staff",
];

/// Files of a resident's rooms that name the staff's as well: the addresses of all pages, and the problems of both
/// sign-ins.
const OF_BOTH: [&str; 2] = ["server/src/web/routes.rs", "app/src/account/problem.rs"];

/// Words that have to be said, since papers and people at the counter say them. Each is explained in the file that
/// uses it: `监护人：依法照顾他的人`, `……（公示）`, or `……这叫跨省通办`.
#[rustfmt::skip]
const EXPLAINED: &[&str] = &[
    "监护人", "委托书", "公示", "行政复议", "法律援助", "起诉", "续办码", "备用码", "连接码", "一次性码", "冻结", "注销", "挂失",
    "失能", "评定", "服刑", "事实无人抚养", "承诺书", "跨省通办", "专职委员", "读屏软件", "脚本",
];

/// A text as a resident reads it at the easy level.
struct Read {
    id: String,
    /// The room it belongs to.
    file: String,
    standard: Content,
    /// Words of its own at the easy level.
    easy: Option<Content>,
}

impl Read {
    fn wordings(&self) -> Vec<String> {
        let content = self.easy.as_ref().unwrap_or(&self.standard);
        content.wordings.iter().map(|words| words.replace('¦', "")).collect()
    }
}

/// Every file of Chinese texts, those of the services included: its name, its text.
fn files(level: Level) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = SHIPPED
        .iter()
        .filter(|source| source.language == Language::ZhCn && source.level == level)
        .map(|source| (source.file.to_owned(), source.text.to_owned()))
        .collect();
    let name = match level {
        Level::Standard => "text.zh-CN.ftl",
        Level::Easy => "text.easy.ftl",
    };
    let services = root().join("services");
    let folders = fs::read_dir(&services).unwrap().map(|entry| entry.unwrap().path());
    for folder in folders.filter(|path| path.is_dir()).chain([services.clone()]) {
        if let Ok(text) = fs::read_to_string(folder.join(name)) {
            files.push((format!("services/{}", folder.file_name().unwrap().display()), text));
        }
    }
    files
}

/// The name of a room: of a file, without what stands around it. The services are one.
fn room(file: &str) -> &str {
    match file.strip_prefix("locales/zh-CN/") {
        Some(name) => name.trim_end_matches(".ftl"),
        None => "services",
    }
}

/// What a resident can meet: everything but the staff's texts, and the names of documents that something rests on.
fn resident() -> Vec<Read> {
    let mut easy: BTreeMap<String, Content> = BTreeMap::new();
    for (file, text) in files(Level::Easy) {
        easy.append(&mut contents_of(&file, &text));
    }
    let mut texts = Vec::new();
    for (file, text) in files(Level::Standard) {
        if OF_STAFF.contains(&room(&file)) {
            continue;
        }
        for (id, standard) in contents_of(&file, &text) {
            let easy = easy.remove(&id);
            let citation = id.starts_with("basis-") && easy.is_none();
            if !citation {
                texts.push(Read {
                    id,
                    file: room(&file).to_owned(),
                    standard,
                    easy,
                });
            }
        }
    }
    let left: Vec<&String> = easy.keys().collect();
    assert!(
        left.is_empty(),
        "no resident meets, or they are not in Chinese: {left:?}"
    );
    texts
}

#[test]
fn every_text_a_resident_can_meet_is_easy() {
    let texts = resident();
    assert!(texts.len() > 1000, "{}", texts.len());
    let mut hard = Vec::new();
    for text in &texts {
        for words in text.wordings() {
            let place = match (text.file.as_str(), &text.easy) {
                ("services", _) => "services/text.easy.ftl".to_owned(),
                (file, _) => format!("locales/zh-CN-x-easy/{file}.ftl"),
            };
            let mut found = hardships(&words);
            if text.easy.is_some() {
                found.append(&mut faults(&words));
            }
            hard.extend(found.into_iter().map(|why| format!("{place}: {} = … {why}", text.id)));
        }
    }
    let list = hard.join("\n");
    assert!(hard.is_empty(), "{} to be put more easily:\n{list}", hard.len());
}

#[test]
fn easy_texts_keep_what_the_standard_ones_say() {
    let mut lost = Vec::new();
    for text in resident() {
        let Some(easy) = &text.easy else { continue };
        if easy.variables != text.standard.variables {
            lost.push(format!("{}: {:?}", text.id, text.standard.variables));
        }
        let said = easy.wordings.concat();
        for fact in facts(&text.standard.wordings.concat()) {
            if !said.contains(&fact) {
                lost.push(format!("{}: {fact}", text.id));
            }
        }
    }
    assert!(lost.is_empty(), "lost at the easy level:\n{}", lost.join("\n"));
}

/// Which office decides, the service says: easy words that name civil affairs where the standard ones do not are wrong for
/// others. The federation keeps every certificate, whatever the service.
#[test]
fn easy_texts_name_no_deciding_office_that_the_standard_ones_do_not() {
    const DECIDES_SOME: &str = "民政";
    let mut named = Vec::new();
    for text in resident() {
        let Some(easy) = &text.easy else { continue };
        if easy.wordings.concat().contains(DECIDES_SOME) && !text.standard.wordings.concat().contains(DECIDES_SOME) {
            named.push(text.id);
        }
    }
    assert!(named.is_empty(), "{}", named.join("\n"));
}

#[test]
fn words_that_must_be_said_are_explained_where_they_are_said() {
    let texts = resident();
    let mut bare = Vec::new();
    for word in EXPLAINED {
        let explanations = [format!("{word}："), format!("（{word}）"), format!("叫{word}")];
        let explains = |words: &String| explanations.iter().any(|explanation| words.contains(explanation));
        let rooms: BTreeSet<&str> = texts.iter().map(|text| text.file.as_str()).collect();
        for room in rooms {
            let here = || texts.iter().filter(move |text| text.file == room);
            let says = |text: &Read| text.wordings().iter().any(|words| words.contains(word));
            let explained = here().any(|text| text.wordings().iter().any(explains));
            if let Some(text) = here().find(|text| says(text)).filter(|_| !explained) {
                bare.push(format!("{room}: {word}, in {}", text.id));
            }
        }
    }
    assert!(bare.is_empty(), "not explained:\n{}", bare.join("\n"));
}

#[test]
fn buttons_are_called_what_they_are_called() {
    let texts = resident();
    let named: BTreeSet<String> = texts.iter().flat_map(Read::wordings).collect();
    let standard: BTreeSet<String> = texts
        .iter()
        .flat_map(|text| text.standard.wordings.iter().map(|words| words.replace('¦', "")))
        .collect();
    let mut wrong = Vec::new();
    for text in &texts {
        let before = quoted(&text.standard.wordings.concat());
        for name in quoted(&text.wordings().concat()) {
            let of_something_else = before.contains(&name) && !standard.contains(&name);
            if !named.contains(&name) && !of_something_else {
                wrong.push(format!("{}: “{name}”", text.id));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "nothing is called that at the easy level:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn residents_rooms_ask_for_no_text_of_staff() {
    let of_staff: BTreeSet<String> = files(Level::Standard)
        .iter()
        .filter(|(file, _)| OF_STAFF.contains(&room(file)))
        .flat_map(|(file, text)| contents_of(file, text).into_keys())
        .collect();
    let root = root().display().to_string();
    let asked: Vec<String> = sources()
        .into_iter()
        .map(|(file, source)| {
            (
                file.trim_start_matches(&root).trim_start_matches('/').to_owned(),
                source,
            )
        })
        // The domain names why something is refused, but shows nothing.
        .filter(|(file, _)| !file.starts_with("src/") && !OF_BOTH.contains(&file.as_str()))
        .filter(|(file, _)| {
            ![
                "assisted",
                "casework",
                "admin",
                "criteria",
                "staff",
                "samples",
                "letter/record",
                "letter/posting",
            ]
            .iter()
            .any(|room| file.contains(room))
        })
        .flat_map(|(file, source)| {
            let of_staff = &of_staff;
            let literals: Vec<String> = source.split('"').map(str::to_owned).collect();
            let asked = literals.into_iter().filter(|literal| of_staff.contains(literal));
            asked.map(|id| format!("{file}: {id}")).collect::<Vec<_>>()
        })
        .collect();
    assert!(asked.is_empty(), "then it is a resident's text as well: {asked:?}");
}

#[test]
fn the_measure_finds_what_is_hard() {
    for hard in [
        "残疾等级是一级或二级的人每个月都可以领一笔护理补贴",
        "先去换证，再来申请，就能领",
        "给您70元；从8月算起",
        "户籍地的民政局来定",
        "不符合条件",
        "您不能不填",
    ] {
        assert!(!hardships(hard).is_empty(), "{hard}");
    }
    for easy in [
        "残疾等级是一级或二级的人，都能领。每个月一笔护理钱。",
        "受理：收下来，开始办。我们受理了。",
        "依据：《中华人民共和国行政复议法》第十一条、第二十条、第二十二条。",
        "选“写字，不打电话”，再按“继续”。",
        "受理编号是什么？",
    ] {
        assert_eq!(hardships(easy), Vec::<String>::new(), "{easy}");
    }
    assert_eq!(
        facts("打12385，5个工作日，《残疾人保障法》第五条"),
        ["12385", "5", "《残疾人保障法》", "第五条"]
    );
}

/// What must not be lost: numbers, titles of laws and their articles.
fn facts(words: &str) -> Vec<String> {
    let numbers = words.split(|character: char| !character.is_ascii_digit() && character != '.');
    let mut facts: Vec<String> = numbers
        .map(|number| number.trim_matches('.').to_owned())
        .filter(|number| !number.is_empty())
        .collect();
    facts.extend(titles(words));
    for (at, _) in words.match_indices('第') {
        if let Some((article, _)) = words[at..].split_once('条')
            && article
                .chars()
                .all(|character| "第一二三四五六七八九十百".contains(character))
        {
            facts.push(format!("{article}条"));
        }
    }
    facts
}

fn quoted(words: &str) -> Vec<String> {
    between(words, '“', '”').map(str::to_owned).collect()
}
