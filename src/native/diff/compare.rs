//! Two JSON trees of one format, record by record: those with an id by their ids, others by what tells them apart.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

/// One difference.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// A record that only the later version has.
    Added { place: Vec<Step>, record: Value },
    /// A record that only the earlier one has.
    Removed { place: Vec<Step>, record: Value },
    /// A field that was written anew; `None` where nothing stood or stands.
    Field { place: Vec<Step>, field: String, before: Option<Value>, after: Option<Value> },
    /// Words that came into a list or left it.
    Words { place: Vec<Step>, field: String, added: Vec<String>, removed: Vec<String> },
    /// The same records in another order.
    Order { place: Vec<Step> },
}

/// A step on the way to a record: the list it stands in, and what it is called there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The list's name in the format.
    pub list: String,
    /// The id, or the fields that tell the record apart; empty for what is no item of a list.
    pub name: String,
}

/// What tells records without ids apart, the first of these whose fields they have.
const KEYS: [&[&str]; 8] = [
    &["id"],
    &["rung"],
    &["party", "role", "from"],
    &["party", "from"],
    &["party"],
    &["on", "state"],
    &["year", "reference"],
    &["date", "label"],
];

/// All differences, in the order of the format.
pub fn compare(before: &Value, after: &Value) -> Vec<Change> {
    let mut changes = Vec::new();
    fields(before, after, &[], &mut changes);
    changes
}

fn fields(before: &Value, after: &Value, place: &[Step], changes: &mut Vec<Change>) {
    let empty = Map::new();
    let (before, after) = (before.as_object().unwrap_or(&empty), after.as_object().unwrap_or(&empty));
    let new = after.keys().filter(|key| !before.contains_key(*key));
    for key in before.keys().chain(new) {
        field(key, before.get(key), after.get(key), place, changes);
    }
}

fn field(
    key: &str,
    before: Option<&Value>,
    after: Option<&Value>,
    place: &[Step],
    changes: &mut Vec<Change>,
) {
    if before == after {
        return;
    }
    let none = Value::Array(Vec::new());
    let list = |value: Option<&Value>| value.is_none_or(Value::is_array);
    if list(before) && list(after) {
        let (before, after) = (before.unwrap_or(&none), after.unwrap_or(&none));
        return items(key, before, after, place, changes);
    }
    // An object of its own, such as a span or a quotation; one that came or went is a field.
    if let (Some(Value::Object(_)), Some(Value::Object(_))) = (before, after) {
        let inner = step(place, key, String::new());
        return fields(before.unwrap_or(&none), after.unwrap_or(&none), &inner, changes);
    }
    changes.push(Change::Field {
        place: place.to_vec(),
        field: key.to_owned(),
        before: before.cloned(),
        after: after.cloned(),
    });
}

fn step(place: &[Step], list: &str, name: String) -> Vec<Step> {
    let mut place = place.to_vec();
    place.push(Step { list: list.to_owned(), name });
    place
}

fn items(key: &str, before: &Value, after: &Value, place: &[Step], changes: &mut Vec<Change>) {
    let of = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let (all_before, all_after) = (of(before), of(after));
    let words = |items: &[Value]| items.iter().all(|item| !item.is_object());
    if words(&all_before) && words(&all_after) {
        return plain(key, &all_before, &all_after, place, changes);
    }
    let ((old, before), stayed) = told_apart(&all_before, &all_after);
    let ((new, after), stay) = told_apart(&all_after, &all_before);
    let at = |names: &[String], name: &String| names.iter().position(|found| found == name);
    for (name, record) in old.iter().zip(&before) {
        match at(&new, name).and_then(|at| after.get(at)) {
            Some(now) => fields(record, now, &step(place, key, name.clone()), changes),
            None => changes
                .push(Change::Removed { place: step(place, key, name.clone()), record: record.clone() }),
        }
    }
    for (name, record) in new.iter().zip(&after).filter(|(name, _)| !old.contains(name)) {
        changes.push(Change::Added { place: step(place, key, name.clone()), record: record.clone() });
    }
    let kept = |names: &[String], others: &[String]| -> Vec<String> {
        names.iter().filter(|name| others.contains(name)).cloned().collect()
    };
    if kept(&old, &new) != kept(&new, &old) || stayed != stay {
        changes.push(Change::Order { place: step(place, key, String::new()) });
    }
}

/// A list of words or numbers.
fn plain(key: &str, before: &[Value], after: &[Value], place: &[Step], changes: &mut Vec<Change>) {
    let texts = |items: &[Value]| items.iter().map(text).collect::<Vec<_>>();
    let (old, new) = (texts(before), texts(after));
    let only = |items: &[String], others: &[String]| -> Vec<String> {
        items.iter().filter(|item| !others.contains(item)).cloned().collect()
    };
    let (added, removed) = (only(&new, &old), only(&old, &new));
    if added.is_empty() && removed.is_empty() {
        changes.push(Change::Order { place: step(place, key, String::new()) });
        return;
    }
    changes.push(Change::Words { place: place.to_vec(), field: key.to_owned(), added, removed });
}

/// A value as it is written, a text without its quotes.
pub fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The records with their names, without those that have a number alone for a name and stand in the other list as they are: what was put
/// before them changed their number and nothing else. Beside them those that were left out, in their order.
fn told_apart<'v>(records: &'v [Value], others: &'v [Value]) -> ((Vec<String>, Vec<Value>), Vec<&'v Value>) {
    let mut unpaired: Vec<&Value> = others.iter().collect();
    let mut stays = |record: &Value| {
        let pair = unpaired.iter().position(|other| key(record).is_none() && *other == record);
        pair.map(|at| unpaired.remove(at)).is_some()
    };
    let (stay, told): (Vec<_>, Vec<_>) =
        names(records).into_iter().zip(records).partition(|(_, record)| stays(record));
    let told = told.into_iter().map(|(name, record)| (name, record.clone())).unzip();
    (told, stay.into_iter().map(|(_, record)| record).collect())
}

/// The fields that name a record, if it has any such.
fn key(record: &Value) -> Option<&'static [&'static str]> {
    KEYS.iter().copied().find(|key| key.iter().all(|field| record.get(*field).is_some()))
}

/// What each record is called; a second one of the same name has a number.
fn names(records: &[Value]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let named = |(at, record): (usize, &Value)| {
        let name = match key(record) {
            Some(key) => {
                key.iter().filter_map(|field| record.get(*field)).map(text).collect::<Vec<_>>().join(" ")
            }
            None => format!("number {}", at + 1),
        };
        let mut free = name.clone();
        let mut number = 2;
        while !taken.insert(free.clone()) {
            free = format!("{name} ({number})");
            number += 1;
        }
        free
    };
    records.iter().enumerate().map(named).collect()
}
