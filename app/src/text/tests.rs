//! The shipped words as a whole: every language says the same, nothing is missing, nothing is left over,
//! and nothing reads badly.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::easy::VALUE;
use super::shipped::SHIPPED;
use super::*;

mod easy;

/// What a text needs and shows: its variables, and its words with [`VALUE`] for each value.
#[derive(Default)]
struct Content {
    variables: BTreeSet<String>,
    wordings: Vec<String>,
}

fn contents(language: Language, level: Level) -> BTreeMap<String, Content> {
    let mut contents = BTreeMap::new();
    for source in SHIPPED
        .iter()
        .filter(|source| source.language == language && source.level == level)
    {
        contents.append(&mut contents_of(source.file, source.text));
    }
    assert!(contents.keys().all(|id| !id.contains('.')), "attributes are not used");
    contents
}

/// The texts of one file; the parts of a text as `id.part`.
fn contents_of(file: &str, text: &str) -> BTreeMap<String, Content> {
    let mut contents = BTreeMap::new();
    let resource = fluent_syntax::parser::parse(text).unwrap();
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name;
                contents.insert(id.to_owned(), Content::of(message.value.as_ref().unwrap()));
                for part in &message.attributes {
                    contents.insert(format!("{id}.{}", part.id.name), Content::of(&part.value));
                }
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            other => panic!("{file}: only messages and comments are used: {other:?}"),
        }
    }
    contents
}

impl Content {
    fn of(pattern: &Pattern<&str>) -> Self {
        let mut content = Self {
            wordings: vec![String::new()],
            ..Self::default()
        };
        content.read(pattern);
        content
    }

    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    self.wordings.iter_mut().for_each(|words| words.push_str(value));
                }
                PatternElement::Placeable {
                    expression: Expression::Inline(inline),
                } => {
                    let shown = match inline {
                        InlineExpression::VariableReference { id } => {
                            self.variables.insert(id.name.to_owned());
                            VALUE.to_string()
                        }
                        InlineExpression::StringLiteral { value } => (*value).to_owned(),
                        other => panic!("only variables are used: {other:?}"),
                    };
                    self.wordings.iter_mut().for_each(|words| words.push_str(&shown));
                }
                PatternElement::Placeable {
                    expression: Expression::Select { selector, variants },
                } => {
                    let InlineExpression::VariableReference { id } = selector else {
                        panic!("only variables are chosen by")
                    };
                    self.variables.insert(id.name.to_owned());
                    let before = std::mem::take(&mut self.wordings);
                    let mut after = Vec::new();
                    for variant in variants {
                        self.wordings.clone_from(&before);
                        self.read(&variant.value);
                        after.append(&mut self.wordings);
                    }
                    self.wordings = after;
                }
            }
        }
    }
}

#[test]
fn the_shipped_texts_load() {
    texts_shipped().unwrap();
}

#[test]
fn the_list_of_files_is_what_the_folders_hold() {
    let locales = root().join("locales");
    let mut found = BTreeSet::new();
    for folder in ["zh-CN", "en", "zh-CN-x-easy"] {
        for entry in fs::read_dir(locales.join(folder)).unwrap() {
            found.insert(format!(
                "locales/{folder}/{}",
                entry.unwrap().file_name().to_str().unwrap()
            ));
        }
    }
    assert_eq!(found, SHIPPED.iter().map(|source| source.file.to_owned()).collect());
}

#[test]
fn languages_have_equal_texts_with_equal_variables() {
    let needs = |language| -> BTreeMap<String, BTreeSet<String>> {
        contents(language, Level::Standard)
            .into_iter()
            .map(|(id, content)| (id, content.variables))
            .collect()
    };
    let zh = needs(Language::ZhCn);
    let en = needs(Language::En);
    for (id, variables) in &zh {
        assert_eq!(en.get(id), Some(variables), "{id} in English");
    }
    for id in en.keys() {
        assert!(zh.contains_key(id), "{id} is not in Chinese");
    }
}

#[test]
fn what_is_read_by_line_is_what_the_parser_reads() {
    for (language, level) in [
        (Language::ZhCn, Level::Standard),
        (Language::En, Level::Standard),
        (Language::ZhCn, Level::Easy),
    ] {
        let texts = texts_shipped().unwrap();
        let by_line: Vec<&str> = texts.ids(language, level).collect();
        let by_parser = contents(language, level);
        assert_eq!(by_line, by_parser.keys().map(String::as_str).collect::<Vec<_>>());
    }
}

#[test]
fn every_text_that_is_asked_for_exists_and_gets_its_values() {
    let texts = contents(Language::ZhCn, Level::Standard);
    for (file, source) in sources() {
        for call in calls(&source) {
            let content = texts
                .get(call.id)
                .unwrap_or_else(|| panic!("{file}: there is no text `{}`", call.id));
            if let Some(values) = call.values {
                assert_eq!(values, content.variables, "{file}: the values of `{}`", call.id);
            } else {
                assert!(
                    content.variables.is_empty(),
                    "{file}: `{}` needs {:?}",
                    call.id,
                    content.variables
                );
            }
        }
    }
}

#[test]
fn every_text_is_used() {
    let literals: BTreeSet<String> = sources()
        .into_iter()
        .flat_map(|(_, source)| source.split('"').map(str::to_owned).collect::<Vec<_>>())
        .collect();
    let unused: Vec<String> = contents(Language::ZhCn, Level::Standard)
        .into_keys()
        .filter(|id| !literals.contains(id))
        .collect();
    assert!(unused.is_empty(), "unused: {unused:?}");
}

#[test]
fn chinese_reads_well() {
    for level in Level::ALL {
        for (id, content) in contents(Language::ZhCn, level) {
            for words in &content.wordings {
                assert_eq!(faults(words), Vec::<String>::new(), "{id}: {words}");
            }
        }
    }
}

#[test]
fn english_words_stay_apart_where_a_heading_may_break() {
    for (id, content) in contents(Language::En, Level::Standard) {
        for words in &content.wordings {
            for (before, after) in words
                .match_indices('¦')
                .map(|(at, mark)| (&words[..at], &words[at + mark.len()..]))
            {
                assert!(before.ends_with(' ') || after.starts_with(' '), "{id}: {words}");
            }
        }
    }
}

#[test]
fn the_fault_finder_finds_faults() {
    for wrong in [
        "请点击这里",
        "有 2处要改",
        "第2 步",
        "好,请继续",
        "平江县(湖南)",
        "您好!",
        "残废人",
        "用 App查",
        "共：3/5",
        "确定.",
    ] {
        assert!(!faults(wrong).is_empty(), "{wrong}");
    }
    for right in [
        "打12385，报编号",
        "7月2日 9:00到17:00",
        "《意见》（国发〔2015〕52号）",
        "8 — 直达 · 湖南残疾人服务",
    ] {
        assert_eq!(faults(right), Vec::<String>::new(), "{right}");
    }
}

/// What reads badly in a Chinese text. Values are taken for numbers.
fn faults(words: &str) -> Vec<String> {
    let words = words.replace(VALUE, "8");
    let mut faults = Vec::new();
    for junk in [
        "点击",
        "这里看",
        "残废",
        "患者",
        "弱势",
        "！",
        "!",
        "?",
        "(",
        ")",
        "¥",
        "“”",
        "…",
        "TODO",
        "你",
    ] {
        if words.contains(junk) {
            faults.push(format!("`{junk}`"));
        }
    }
    let characters: Vec<char> = words.chars().collect();
    let han = |at: usize| {
        characters
            .get(at)
            .is_some_and(|character| ('\u{4e00}'..='\u{9fff}').contains(character))
    };
    let latin = |at: usize| characters.get(at).is_some_and(char::is_ascii_alphanumeric);
    let digit = |at: usize| characters.get(at).is_some_and(char::is_ascii_digit);
    for (at, character) in characters.iter().enumerate() {
        let before = at.wrapping_sub(1);
        match character {
            ' ' if (han(before) && latin(at + 1)) && !matches!(characters.get(before), Some('日')) => {
                faults.push("a space between Chinese and digits or letters".to_owned());
            }
            ' ' if latin(before) && han(at + 1) => {
                faults.push("a space between Chinese and digits or letters".to_owned());
            }
            ',' | ';' | ':' | '.' if han(before) => faults.push(format!("half-width `{character}` after Chinese")),
            '/' if digit(before) && digit(at + 1) => faults.push("a slash between numbers".to_owned()),
            _ => {}
        }
    }
    faults
}

struct Call<'a> {
    id: &'a str,
    /// The variables given, or `None` where the call gives none.
    values: Option<BTreeSet<String>>,
}

/// The look-ups in a source file whose id is written out.
fn calls(source: &str) -> Vec<Call<'_>> {
    let mut calls = Vec::new();
    for (opening, with_values) in [
        ("text.get(\"", false),
        ("text.with(\"", true),
        ("text.phrases(\"", true),
    ] {
        // The formatter may put the id on a line of its own.
        let opening_on_next_line = opening.trim_end_matches('"');
        for (at, _) in source.match_indices(opening_on_next_line) {
            let after = source[at + opening_on_next_line.len()..].trim_start();
            let Some(after) = after.strip_prefix('"') else { continue };
            let Some((id, after)) = after.split_once('"') else {
                continue;
            };
            let values = with_values.then(|| {
                let list = &after[..closing(after)];
                list.split("(\"")
                    .skip(1)
                    .filter_map(|part| part.split_once("\","))
                    .map(|(name, _)| name.to_owned())
                    .collect()
            });
            calls.push(Call { id, values });
        }
    }
    calls
}

/// Where the list of values ends: at the bracket that closes the first one opened.
fn closing(text: &str) -> usize {
    let mut depth = 0;
    for (at, character) in text.char_indices() {
        match character {
            '[' => depth += 1,
            ']' if depth == 1 => return at,
            ']' => depth -= 1,
            _ => {}
        }
    }
    0
}

/// The sources of the pages and of the program, without tests: those may ask for what does not exist.
fn sources() -> Vec<(String, String)> {
    let mut files = Vec::new();
    for folder in ["src", "app/src", "server/src"] {
        collect(&root().join(folder), &mut files);
    }
    // Data that names the texts it is shown with.
    let criteria = root().join("accessibility/criteria.toml");
    files.push((criteria.display().to_string(), fs::read_to_string(&criteria).unwrap()));
    assert!(files.len() > 10);
    files
}

fn collect(folder: &Path, files: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if path.file_name().is_some_and(|name| name != "tests") {
                collect(&path, files);
            }
        } else if path.extension().is_some_and(|ending| ending == "rs")
            && path.file_stem().is_none_or(|stem| stem != "tests")
        {
            let source = fs::read_to_string(&path).unwrap();
            let code = source
                .split("#[cfg(test)]\nmod tests {")
                .next()
                .unwrap_or_default()
                .to_owned();
            files.push((path.display().to_string(), code));
        }
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

mod loading {
    use super::*;

    fn source(file: &'static str, level: Level, text: &'static str) -> Source<'static> {
        Source {
            language: Language::ZhCn,
            level,
            file,
            text,
        }
    }

    #[test]
    fn plain_words_stand_before_standard_ones() {
        let texts = Texts::load([
            source("a", Level::Standard, "aid = 最低生活保障\nboth = 两样"),
            source("b", Level::Easy, "aid = 低保"),
        ])
        .unwrap();
        assert_eq!(texts.of(Language::ZhCn, Level::Easy).get("aid"), "低保");
        assert_eq!(texts.of(Language::ZhCn, Level::Easy).get("both"), "两样");
        assert_eq!(texts.of(Language::ZhCn, Level::Standard).get("aid"), "最低生活保障");
        assert_eq!(texts.of(Language::En, Level::Standard).get("aid"), "aid");
        assert!(texts.has(Language::ZhCn, Level::Easy, "aid") && !texts.has(Language::ZhCn, Level::Easy, "both"));
    }

    #[test]
    fn a_wrong_file_is_named_with_its_line() {
        let error = Texts::load([source(
            "services/x/text.zh-CN.ftl",
            Level::Standard,
            "good = 好\n\nbad = { $\n",
        )])
        .unwrap_err();
        assert_eq!(
            (error.file.as_str(), error.line),
            ("services/x/text.zh-CN.ftl", Some(3))
        );
        let error = Texts::load([
            source("a", Level::Standard, "name = 甲"),
            source("b", Level::Standard, "other = 丙\nname = 乙"),
        ])
        .unwrap_err();
        assert_eq!(error.to_string(), "b:2: the text `name` is given twice");
    }

    #[test]
    fn headings_know_where_they_break_and_other_texts_do_not() {
        let texts = Texts::load([source("a", Level::Standard, "title = 我能得到¦什么帮助？")]).unwrap();
        let text = texts.of(Language::ZhCn, Level::Standard);
        assert_eq!(text.get("title"), "我能得到什么帮助？");
        assert_eq!(text.phrases("title", &[]), ["我能得到", "什么帮助？"]);
    }

    #[test]
    fn a_phrase_words_its_values() {
        use zhida::money::Fen;
        let texts = texts_with([source("a", Level::Standard, "gives = { $place }每月{ $amount }")]).unwrap();
        let phrase = Phrase::new("gives")
            .with("place", Said::Name(Name::only("平江县")))
            .with("amount", Said::Money(Fen(7000)));
        assert_eq!(texts.of(Language::ZhCn, Level::Standard).say(&phrase), "平江县每月70元");
    }
}
