//! Random well-typed rules, people and what is visible of them.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

/// The types that generated rules have, by the names of [`World`].
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    Bool,
    Int,
    Fen,
    Date,
    Month,
    Aid,
    Category,
}

impl Kind {
    pub(super) fn of(self, vocabulary: &Vocabulary) -> Type {
        match self {
            Self::Bool => Type::Bool,
            Self::Int => Type::Int,
            Self::Fen => Type::Fen,
            Self::Date => Type::Date,
            Self::Month => Type::Month,
            Self::Aid => Type::Enum(vocabulary.enum_named("aid_status").unwrap()),
            Self::Category => Type::Enum(vocabulary.enum_named("category").unwrap()),
        }
    }
}

/// What stands around an expression: nothing, or the walk over one of the two lists.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Inside {
    Nothing,
    Components,
    Children,
}

/// Names and literals of a type.
fn leaf(kind: Kind, inside: Inside) -> BoxedStrategy<String> {
    let mut names: Vec<&str> = match kind {
        Kind::Bool => vec![
            "person.serving_sentence",
            "residence.in_province",
            "policy.living_covers_marginal",
            "true",
            "false",
        ],
        Kind::Int => vec![
            "household.size",
            "certificate.grade",
            "policy.adult_age",
            "size(children)",
            "certificate.components.size()",
        ],
        Kind::Fen => vec!["household.income", "policy.living_monthly", "0"],
        Kind::Date => vec!["person.birth", "application.on", "policy.starts_on"],
        Kind::Month => vec!["award.from", "award.until"],
        Kind::Aid => vec![
            "household.aid_status",
            "household.before.aid_status",
            r#""none""#,
            r#""dibao""#,
            r#""tekun""#,
        ],
        Kind::Category => vec![r#""visual""#, r#""mental""#],
    };
    match (inside, kind) {
        (Inside::Components, Kind::Int) => names.extend(["c.grade", "c.grade", "c.grade"]),
        (Inside::Components, Kind::Category) => names.extend(["c.category", "c.category", "c.category"]),
        (Inside::Children, Kind::Date) => names.extend(["c.birth", "c.birth", "c.birth"]),
        (Inside::Children, Kind::Bool) => names.extend(["c.at_school", "c.at_school", "c.at_school"]),
        _ => {}
    }
    let named = prop::sample::select(names).prop_map(str::to_owned);
    if kind == Kind::Int {
        prop_oneof![3 => named, 1 => (-3_i64..8).prop_map(|number| number.to_string())].boxed()
    } else {
        named.boxed()
    }
}

/// A rule of a type, at most `depth` operators deep.
pub(super) fn rule(kind: Kind, depth: u32, inside: Inside) -> BoxedStrategy<String> {
    if depth == 0 {
        return leaf(kind, inside);
    }
    let below = |kind| rule(kind, depth - 1, inside);
    let conditional = (below(Kind::Bool), below(kind), below(kind)).prop_map(|(a, b, c)| format!("({a} ? {b} : {c})"));
    let leaf = leaf(kind, inside);
    match kind {
        Kind::Bool => {
            let logical = (
                below(Kind::Bool),
                prop::sample::select(vec!["&&", "||"]),
                below(Kind::Bool),
            );
            let mixed = (
                logical.clone(),
                prop::sample::select(vec!["&&", "||"]),
                below(Kind::Bool),
            );
            let mut choices = vec![
                (1, leaf),
                (1, conditional.boxed()),
                (2, below(Kind::Bool).prop_map(|inner| format!("!({inner})")).boxed()),
                (4, logical.prop_map(|(a, sign, b)| format!("({a} {sign} {b})")).boxed()),
                (
                    2,
                    mixed
                        .prop_map(|((a, first, b), second, c)| format!("({a} {first} {b} {second} {c})"))
                        .boxed(),
                ),
                (6, comparison(depth - 1, inside)),
                (2, membership(depth - 1, inside)),
            ];
            if inside == Inside::Nothing {
                choices.push((4, walk(depth - 1)));
            }
            prop::strategy::Union::new_weighted(choices).boxed()
        }
        Kind::Int | Kind::Fen => {
            let sum = (below(kind), prop::sample::select(vec!["+", "-"]), below(kind))
                .prop_map(|(a, sign, b)| format!("({a} {sign} {b})"));
            let days = (
                prop::sample::select(vec!["age_on", "months_between"]),
                below(Kind::Date),
                below(Kind::Date),
            )
                .prop_map(|(name, from, to)| format!("{name}({from}, {to})"));
            let days = if kind == Kind::Int { days.boxed() } else { leaf.clone() };
            prop_oneof![2 => leaf, 1 => conditional, 2 => sum, 1 => days].boxed()
        }
        _ => prop_oneof![3 => leaf, 1 => conditional].boxed(),
    }
}

fn comparison(depth: u32, inside: Inside) -> BoxedStrategy<String> {
    let ordered = vec!["==", "!=", "<", "<=", ">", ">="];
    let equal = vec!["==", "!="];
    let of = |kind, signs: &[&'static str]| {
        (
            rule(kind, depth, inside),
            prop::sample::select(signs.to_vec()),
            rule(kind, depth, inside),
        )
            .prop_map(|(a, sign, b)| format!("({a} {sign} {b})"))
            .boxed()
    };
    let mut choices: Vec<_> = [Kind::Int, Kind::Fen, Kind::Date, Kind::Month]
        .map(|kind| of(kind, &ordered))
        .into();
    choices.extend([of(Kind::Bool, &equal), of(Kind::Aid, &equal)]);
    if inside == Inside::Components {
        choices.push(of(Kind::Category, &equal));
    }
    prop::strategy::Union::new(choices).boxed()
}

fn membership(depth: u32, inside: Inside) -> BoxedStrategy<String> {
    let values =
        |of: &[&'static str]| prop::sample::subsequence(of.to_vec(), 1..=of.len()).prop_map(|some| some.join(", "));
    let aid = (
        rule(Kind::Aid, depth, inside),
        values(&[r#""none""#, r#""dibao""#, r#""tekun""#]),
    );
    let int = (rule(Kind::Int, depth, inside), values(&["-1", "0", "1", "2", "18"]));
    let truth = (rule(Kind::Bool, depth, inside), values(&["true", "false"]));
    // Literals alone have no enum to belong to.
    let aid = aid.prop_map(|(left, list)| {
        if left.contains('.') {
            (left, list)
        } else {
            ("household.aid_status".into(), list)
        }
    });
    prop_oneof![aid, int, truth]
        .prop_map(|(left, list)| format!("({left} in [{list}])"))
        .boxed()
}

fn walk(depth: u32) -> BoxedStrategy<String> {
    let quantifier = || prop::sample::select(vec!["exists", "all"]);
    let components = (
        Just("certificate.components"),
        quantifier(),
        rule(Kind::Bool, depth, Inside::Components),
    );
    let children = (
        Just("children"),
        quantifier(),
        rule(Kind::Bool, depth, Inside::Children),
    );
    prop_oneof![components, children]
        .prop_map(|(list, name, body)| format!("{list}.{name}(c, {body})"))
        .boxed()
}

/// A rule of any type that [`World`] can compile. Of an enum comparison, one side must be a name; and what is
/// too deep is left out.
pub(super) fn compiled_rule(kinds: &'static [Kind]) -> impl Strategy<Value = (String, Kind)> {
    let any = prop::sample::select(kinds).prop_flat_map(|kind| (rule(kind, 3, Inside::Nothing), Just(kind)));
    any.prop_filter("not a rule", |(source, kind)| {
        let vocabulary = World::new().vocabulary;
        match Program::compile(source, kind.of(&vocabulary), &vocabulary) {
            Ok(_) => true,
            Err(error) => {
                let expected = ["nested at most", "a text only stands"]
                    .iter()
                    .any(|text| error.message.contains(text));
                assert!(expected, "{source}: {error}");
                false
            }
        }
    })
}

/// A value for every fact of [`World`], in order.
pub(super) type Person = Vec<Value>;

pub(super) fn person() -> impl Strategy<Value = Person> {
    let component = ((0_u8..4).prop_map(Value::Enum), (1_i64..5).prop_map(Value::Int));
    let component = component.prop_map(|(category, grade)| vec![Some(category), Some(grade)]);
    let child =
        (a_day(), any::<bool>().prop_map(Value::Bool)).prop_map(|(birth, school)| vec![Some(birth), Some(school)]);
    let household = (0_u8..3, 0_u8..3, 0_i64..5, 0_i64..20_000);
    let person = (a_day(), any::<bool>(), any::<bool>(), a_day());
    let rest = (
        0..3_i32,
        0..3_i32,
        prop::collection::vec(component, 0..4),
        1_i64..5,
        prop::collection::vec(child, 0..3),
    );
    (household, person, rest).prop_map(|((aid, before, size, income), (birth, serving, inside, on), rest)| {
        let (from, until, components, grade, children) = rest;
        vec![
            Value::Enum(aid),
            Value::Enum(before),
            Value::Int(size),
            Value::Fen(income),
            birth,
            Value::Bool(serving),
            Value::Bool(inside),
            on,
            Value::Month(Month::from_index(24_300 + from)),
            Value::Month(Month::from_index(24_300 + until)),
            Value::List(components),
            Value::Int(grade),
            Value::List(children),
        ]
    })
}

fn a_day() -> impl Strategy<Value = Value> {
    (2_450_000_i32..2_461_000).prop_map(|julian| Value::Date(Date::from_julian_day(julian).unwrap()))
}

/// Something that can be known or not: a fact, or a field of an item (fact, item, field).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cell(pub(super) usize, pub(super) Option<(usize, usize)>);

/// Every cell of a person.
pub(super) fn cells(person: &Person) -> Vec<Cell> {
    let mut cells = Vec::new();
    for (fact, value) in person.iter().enumerate() {
        cells.push(Cell(fact, None));
        if let Value::List(items) = value {
            let fields = |item| items.get(item).map_or(0, Vec::len);
            cells.extend(
                (0..items.len()).flat_map(|item| (0..fields(item)).map(move |field| Cell(fact, Some((item, field))))),
            );
        }
    }
    cells
}

/// A person and an order in which everything about them is told, of which the first part is known.
pub(super) fn known_in_part() -> impl Strategy<Value = (Person, Vec<Cell>, usize)> {
    person().prop_flat_map(|person| {
        let cells = cells(&person);
        let count = cells.len();
        (Just(person), Just(cells).prop_shuffle(), 0..=count)
    })
}

/// The person as far as the cells are visible.
pub(super) fn facts(world: &World, person: &Person, visible: &BTreeSet<Cell>) -> Facts {
    let mut facts = Facts::new(&world.vocabulary);
    for (id, value) in world.vocabulary.facts().zip(person) {
        if !visible.contains(&Cell(id.index(), None)) {
            continue;
        }
        let mut value = value.clone();
        if let Value::List(items) = &mut value {
            for (at, item) in items.iter_mut().enumerate() {
                for (field, slot) in item.iter_mut().enumerate() {
                    slot.take_if(|_| !visible.contains(&Cell(id.index(), Some((at, field)))));
                }
            }
        }
        facts.set(id, value).unwrap();
    }
    facts
}
