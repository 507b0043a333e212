//! `<code>/items.toml`: the things a service can give, as one vocabulary. Browsed by what they help with, suggested from
//! facts, chosen by people.

use serde::Deserialize;
use toml::Spanned;

use super::source::{LoadError, SourceFile};
use crate::rule::{Facts, PolicyId, PolicyValues, Program, Type, Vocabulary};

/// What a service can give.
#[derive(Debug)]
pub struct Items {
    /// The standard whose codes they have, with its version, where they are of one.
    pub standard: Option<String>,
    /// What things help with, in the order of browsing; the words are `need-…`.
    pub needs: Vec<String>,
    /// The things, in order.
    pub list: Vec<Item>,
}

/// One thing.
#[derive(Debug)]
pub struct Item {
    /// Its name; the words are `item-…`.
    pub id: String,
    /// Its code in the standard, where it has one.
    pub code: Option<String>,
    /// Where the code was found; `unverified` where it is general knowledge.
    pub code_source: Option<String>,
    /// What it helps with; never nothing.
    pub needs: Vec<String>,
    /// The drawing beside it.
    pub picture: String,
    /// What one of it is.
    pub unit: ItemUnit,
    /// Whether each side of the body counts for itself.
    pub per_side: bool,
    /// Whom it is for by age.
    pub ages: ItemAges,
    /// The categories of disability it is meant for.
    pub categories: Vec<String>,
    /// The grades it is meant for.
    pub grades: Vec<u8>,
    /// Who has to look before it is given.
    pub assessment: ItemAssessment,
    /// The policy value with the months until it can be given again, where that is counted for it alone.
    pub interval: Option<PolicyId>,
    /// The policy value with the most that is paid for it, in fen, where it has one of its own.
    pub ceiling: Option<PolicyId>,
    /// For whom it is named before anybody has looked.
    pub suggest: Option<Program>,
}

/// What one of a thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemUnit {
    /// One.
    Piece,
    /// Two that belong together.
    Pair,
    /// Several that belong together.
    Set,
}

/// For which ages a thing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemAges {
    /// Everybody.
    All,
    /// Under 18.
    Children,
    /// 18 and over.
    Adults,
}

/// Who has to look before a thing is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemAssessment {
    /// Nobody.
    None,
    /// The county's federation.
    County,
    /// A service centre.
    Centre,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemsFile {
    standard: Option<String>,
    needs: Vec<Spanned<String>>,
    item: Vec<ItemEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemEntry {
    id: Spanned<String>,
    code: Option<Spanned<String>>,
    code_source: Option<String>,
    needs: Spanned<Vec<Spanned<String>>>,
    picture: String,
    unit: ItemUnit,
    per_side: bool,
    ages: ItemAges,
    categories: Vec<Spanned<String>>,
    grades: Vec<Spanned<u8>>,
    assessment: ItemAssessment,
    interval: Option<Spanned<String>>,
    ceiling: Option<Spanned<String>>,
    suggest: Option<Spanned<String>>,
}

/// Reads an `items.toml`. `refuses` says why the service that has it may not read something.
///
/// # Errors
/// The first mistake, with its place.
pub(super) fn read_items(
    file: &SourceFile,
    vocabulary: &Vocabulary,
    refuses: impl Fn(&Program) -> Option<String>,
) -> Result<Items, LoadError> {
    let shape: ItemsFile = file.read()?;
    let mut needs: Vec<String> = Vec::new();
    for need in shape.needs {
        if needs.contains(need.get_ref()) {
            return Err(file.error_at(need.span().start, format!("{} stands here twice", need.get_ref())));
        }
        needs.push(need.into_inner());
    }
    let mut list: Vec<Item> = Vec::new();
    for entry in shape.item {
        let at = entry.id.span().start;
        if list.iter().any(|item| item.id == *entry.id.get_ref()) {
            return Err(file.error_at(at, format!("there is an item {} already", entry.id.get_ref())));
        }
        list.push(item(file, entry, (vocabulary, &needs), &refuses)?);
    }
    if let Some(unused) = needs
        .iter()
        .find(|need| list.iter().all(|item| !item.needs.contains(need)))
    {
        return Err(file.error_at(0, format!("nothing helps with {unused}: no item names it")));
    }
    Ok(Items {
        standard: shape.standard,
        needs,
        list,
    })
}

fn item(
    file: &SourceFile,
    entry: ItemEntry,
    (vocabulary, needs): (&Vocabulary, &[String]),
    refuses: impl Fn(&Program) -> Option<String>,
) -> Result<Item, LoadError> {
    let at = entry.needs.span().start;
    let own = entry.needs.into_inner();
    if own.is_empty() {
        return Err(file.error_at(at, "an item helps with something: nobody would find it"));
    }
    if let Some(unknown) = own.iter().find(|need| !needs.contains(need.get_ref())) {
        let message = format!("{} is not among the `needs` at the head of the file", unknown.get_ref());
        return Err(file.error_at(unknown.span().start, message));
    }
    if let Some(wrong) = entry.code.as_ref().filter(|code| !is_code(code.get_ref())) {
        let message = "a code is three pairs of digits, as in \"12 22 03\"";
        return Err(file.error_at(wrong.span().start, message));
    }
    if entry.code.is_some() != entry.code_source.is_some() {
        let message = "a code has a `code_source`, and what has no code has none";
        return Err(file.error_at(entry.id.span().start, message));
    }
    let known = |category: &str| {
        let categories = vocabulary.enum_named("category");
        categories.is_some_and(|of| vocabulary.enum_index(of, category).is_some())
    };
    if let Some(unknown) = entry.categories.iter().find(|category| !known(category.get_ref())) {
        let message = format!("{} is no category of facts.toml", unknown.get_ref());
        return Err(file.error_at(unknown.span().start, message));
    }
    if let Some(wrong) = entry.grades.iter().find(|grade| !(1..=4).contains(grade.get_ref())) {
        return Err(file.error_at(wrong.span().start, "a grade is 1, 2, 3 or 4"));
    }
    let value = |named: &Spanned<String>, of: Type, what: &str| {
        let key = named.get_ref().strip_prefix("policy.");
        let key = key.and_then(|key| vocabulary.policy_named(key));
        let key = key.filter(|key| vocabulary.policy_type(*key) == of);
        key.ok_or_else(|| file.error_at(named.span().start, format!("{what}, written \"policy.…\"")))
    };
    let months = |named| value(named, Type::Int, "an interval is a policy value of type int, in months");
    let interval = entry.interval.as_ref().map(months).transpose()?;
    let most = |named| value(named, Type::Fen, "a ceiling is a policy value of type fen");
    let ceiling = entry.ceiling.as_ref().map(most).transpose()?;
    let suggest = match &entry.suggest {
        None => None,
        Some(source) => {
            let program = Program::compile(source.get_ref(), Type::Bool, vocabulary)
                .map_err(|error| file.error_at(file.inside_quotes(&source.span()) + error.offset, error.message))?;
            if let Some(why) = refuses(&program) {
                return Err(file.error_at(source.span().start, why));
            }
            Some(program)
        }
    };
    Ok(Item {
        id: entry.id.into_inner(),
        code: entry.code.map(Spanned::into_inner),
        code_source: entry.code_source,
        needs: own.into_iter().map(Spanned::into_inner).collect(),
        picture: entry.picture,
        unit: entry.unit,
        per_side: entry.per_side,
        ages: entry.ages,
        categories: entry.categories.into_iter().map(Spanned::into_inner).collect(),
        grades: entry.grades.into_iter().map(Spanned::into_inner).collect(),
        assessment: entry.assessment,
        interval,
        ceiling,
        suggest,
    })
}

/// Class, subclass and division of ISO 9999: three pairs of digits.
fn is_code(code: &str) -> bool {
    let pairs: Vec<&str> = code.split(' ').collect();
    let pair = |pair: &&str| pair.len() == 2 && pair.bytes().all(|byte| byte.is_ascii_digit());
    pairs.len() == 3 && pairs.iter().all(pair)
}

impl Item {
    /// What programs know it by: its code in the standard, or else its name.
    pub fn known_as(&self) -> &str {
        self.code.as_deref().unwrap_or(&self.id)
    }
}

impl Items {
    /// The thing of that name.
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.list.iter().find(|item| item.id == id)
    }

    /// The things that help with something, in order.
    pub fn helping(&self, need: &str) -> impl Iterator<Item = &Item> {
        self.list
            .iter()
            .filter(move |item| item.needs.iter().any(|own| own == need))
    }

    /// What is named for a person before anybody has looked, in order. What nobody knows suggests nothing.
    pub fn suggested(&self, facts: &Facts, policy: &PolicyValues) -> impl Iterator<Item = &Item> {
        self.list.iter().filter(move |item| {
            let suggest = item.suggest.as_ref();
            suggest.is_some_and(|rule| rule.holds(facts, policy) == Some(true))
        })
    }
}
