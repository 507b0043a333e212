//! The `cel` crate's own parser and interpreter, as the judge of ours: enums are strings there, money, days
//! and months are ints, records are maps.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use cel::objects::Value as Cel;

use super::*;
use crate::calendar::{age_on, months_between};

/// What the `cel` crate answers, as one of our values.
pub(super) fn answer(world: &World, source: &str, expected: Type, facts: &Facts) -> Value {
    let program = cel::Program::compile(source).unwrap_or_else(|error| panic!("{source}: {error}"));
    let mut context = cel::Context::default();
    let julian = |day: i64| Date::from_julian_day(i32::try_from(day).unwrap()).unwrap();
    context
        .add_function("age_on", move |birth: i64, on: i64| age_on(julian(birth), julian(on)))
        .unwrap();
    context
        .add_function("months_between", move |from: i64, to: i64| {
            months_between(julian(from), julian(to))
        })
        .unwrap();
    let mut root = Tree::default();
    for id in world.vocabulary.facts() {
        let value = foreign(world, world.vocabulary.fact_type(id), facts.get(id).unwrap());
        root.insert(world.vocabulary.fact_name(id), value);
    }
    for id in world.vocabulary.policies() {
        let value = foreign(world, world.vocabulary.policy_type(id), &world.policies.get(id));
        root.insert(&format!("policy.{}", world.vocabulary.policy_name(id)), value);
    }
    for (name, branch) in root.branches {
        context.add_variable_from_value(name, branch.value());
    }
    let result = program
        .execute(&context)
        .unwrap_or_else(|error| panic!("{source}: {error}"));
    ours(world, expected, &result)
}

fn foreign(world: &World, of: Type, value: &Value) -> Cel {
    match (of, value) {
        (Type::Enum(id), Value::Enum(place)) => world.vocabulary.enum_values(id)[usize::from(*place)].as_str().into(),
        (_, Value::Bool(value)) => Cel::Bool(*value),
        (Type::List(record), Value::List(items)) => {
            let fields = world.vocabulary.record_fields(record);
            let item = |item: &Vec<Option<Value>>| {
                let named = fields.iter().zip(item);
                let map = named.map(|((name, of), value)| (name.clone(), foreign(world, *of, value.as_ref().unwrap())));
                Cel::from(map.collect::<HashMap<_, _>>())
            };
            Cel::List(Arc::new(items.iter().map(item).collect()))
        }
        (_, value) => Cel::Int(value.scalar().unwrap()),
    }
}

fn ours(world: &World, expected: Type, result: &Cel) -> Value {
    match (expected, result) {
        (Type::Bool, Cel::Bool(value)) => Value::Bool(*value),
        (Type::Enum(id), Cel::String(text)) => Value::Enum(world.vocabulary.enum_index(id, text).unwrap()),
        (of, Cel::Int(number)) => Value::from_scalar(of, *number).unwrap(),
        (of, other) => panic!("expected {of:?}, got {other:?}"),
    }
}

/// Dotted names as nested maps.
#[derive(Default)]
struct Tree {
    value: Option<Cel>,
    branches: BTreeMap<String, Tree>,
}

impl Tree {
    fn insert(&mut self, name: &str, value: Cel) {
        let mut at = self;
        for segment in name.split('.') {
            at = at.branches.entry(segment.to_owned()).or_default();
        }
        at.value = Some(value);
    }

    fn value(self) -> Cel {
        self.value.unwrap_or_else(|| {
            let branches = self.branches.into_iter().map(|(name, branch)| (name, branch.value()));
            Cel::from(branches.collect::<HashMap<_, _>>())
        })
    }
}
