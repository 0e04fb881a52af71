//! Differences as lines of words.

use serde_json::Value;

use super::compare::{Change, Step, text};

/// A longer text is shown where it differs.
const LONG: usize = 60;
/// How much is shown on both sides of what differs.
const AROUND: usize = 20;

/// One difference as one line.
pub fn line(change: &Change) -> String {
    match change {
        Change::Added { place, record } => format!("{}: added{}", of(place), about(record)),
        Change::Removed { place, record } => format!("{}: removed{}", of(place), about(record)),
        Change::Field { place, field, before, after } => {
            format!("{}{}", before_field(place, field), written(before.as_ref(), after.as_ref()))
        }
        Change::Words { place, field, added, removed } => {
            let signed = |sign: &str, words: &[String]| {
                words.iter().map(|word| format!("{sign}{}", shown(word))).collect::<Vec<_>>()
            };
            let all: Vec<String> =
                signed("+", added).into_iter().chain(signed("\u{2212}", removed)).collect();
            format!("{}{}", before_field(place, field), all.join(" "))
        }
        Change::Order { place } => format!("{}: in another order", of(place)),
    }
}

/// "event summit, reading of us: text ".
fn before_field(place: &[Step], field: &str) -> String {
    let name = field.replace('_', " ");
    if place.is_empty() { format!("{name}: ") } else { format!("{}: {name} ", of(place)) }
}

/// The way to a record: "issue scope, position us expects 2018-06-12".
fn of(place: &[Step]) -> String {
    let steps = place.iter().map(|step| {
        let list = step.list.replace('_', " ");
        if step.name.is_empty() { list } else { format!("{} {}", one(&list), step.name) }
    });
    steps.collect::<Vec<_>>().join(", ")
}

/// The name of one record of a list.
fn one(list: &str) -> String {
    const NAMES: [(&str, &str); 4] =
        [("parties", "party"), ("processes", "process"), ("ladder", "rung"), ("status", "status")];
    if let Some((_, name)) = NAMES.iter().find(|(plural, _)| *plural == list) {
        return (*name).to_owned();
    }
    list.strip_suffix('s').unwrap_or(list).to_owned()
}

/// What a record that came or went is about.
fn about(record: &Value) -> String {
    let title = ["title", "name", "label", "text", "claim", "term", "gist"]
        .iter()
        .find_map(|field| record.get(*field));
    let date = ["date", "said_on", "made_on"].iter().find_map(|field| record.get(*field)?.as_str());
    match (title.map(plain), date) {
        (Some(title), Some(date)) => format!(", {} ({date})", shown(&title)),
        (Some(title), None) => format!(", {}", shown(&title)),
        _ => String::new(),
    }
}

/// A text, the first of its languages.
fn plain(value: &Value) -> String {
    let first = value.as_object().and_then(|languages| languages.values().next());
    text(first.unwrap_or(value))
}

fn written(before: Option<&Value>, after: Option<&Value>) -> String {
    match (before, after) {
        (Some(before), Some(after)) => {
            let (before, after) = around(&text(before), &text(after));
            format!("{before} \u{2192} {after}")
        }
        (None, Some(after)) => format!("added, {}", shown(&text(after))),
        (Some(before), None) => format!("removed, {}", shown(&text(before))),
        (None, None) => String::new(),
    }
}

/// A word as it is, a text in quotes and not too long.
fn shown(text: &str) -> String {
    let plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if !plain.contains(' ') && plain.chars().count() <= LONG {
        return if plain.is_empty() { "\"\"".to_owned() } else { plain };
    }
    match plain.char_indices().nth(LONG) {
        Some((end, _)) => format!("\"{}\u{2026}\"", plain.get(..end).unwrap_or_default()),
        None => format!("\"{plain}\""),
    }
}

/// Two texts, of long ones only what differs and a little around it.
fn around(before: &str, after: &str) -> (String, String) {
    if before.chars().count() <= LONG && after.chars().count() <= LONG {
        return (shown(before), shown(after));
    }
    let (old, new): (Vec<char>, Vec<char>) = (before.chars().collect(), after.chars().collect());
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count();
    let tail = tail.min(old.len().min(new.len()) - head);
    let cut = |text: &[char]| {
        // Whole words.
        let is_space = |at: usize| text.get(at).is_none_or(|c| c.is_whitespace());
        let mut from = head.saturating_sub(AROUND);
        while from > 0 && !is_space(from - 1) {
            from -= 1;
        }
        let mut to = (text.len() - tail + AROUND).min(text.len());
        while !is_space(to) {
            to += 1;
        }
        let middle: String = text.get(from..to).unwrap_or_default().iter().collect();
        let middle = middle.split_whitespace().collect::<Vec<_>>().join(" ");
        let (open, close) =
            (if from > 0 { "\u{2026}" } else { "" }, if to < text.len() { "\u{2026}" } else { "" });
        format!("\"{open}{middle}{close}\"")
    };
    (cut(&old), cut(&new))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::compare::compare;
    use super::*;

    fn lines(before: Value, after: Value) -> Vec<String> {
        compare(&before, &after).iter().map(line).collect()
    }

    #[test]
    fn each_change_is_a_line_that_names_its_place() {
        let before = json!({
            "meta": { "title": "One", "span": { "from": "2018-01-01", "to": "2018-12-31" } },
            "events": [
                { "id": "a", "date": "2018-06-12", "title": "They meet", "sources": ["x", "y"] },
                { "id": "b", "date": "2018-07", "title": "They part" }
            ],
            "issues": [{ "id": "scope", "ladder": [{ "rung": 0, "label": "None" }], "positions": [
                { "party": "us", "role": "expects", "from": "2018-06-12", "low": 1, "high": 2 }
            ] }]
        });
        let mut after = before.clone();
        after["meta"]["span"]["to"] = json!("2019-12-31");
        after["events"][0]["date"] = json!("2018-06-13");
        after["events"][0]["sources"] = json!(["y", "z"]);
        after["events"][0]["note"] = json!("A doubt.");
        after["events"][1] = json!({ "id": "c", "date": "2018-08", "title": { "en": "They write" } });
        after["issues"][0]["positions"][0]["high"] = json!(3);
        after["issues"][0]["ladder"][0]["label"] = json!("Nothing");
        assert_eq!(
            lines(before.clone(), after),
            [
                "meta, span: to 2018-12-31 \u{2192} 2019-12-31",
                "event a: date 2018-06-12 \u{2192} 2018-06-13",
                "event a: sources +z \u{2212}x",
                "event a: note added, \"A doubt.\"",
                "event b: removed, \"They part\" (2018-07)",
                "event c: added, \"They write\" (2018-08)",
                "issue scope, rung 0: label None \u{2192} Nothing",
                "issue scope, position us expects 2018-06-12: high 2 \u{2192} 3",
            ]
        );
        assert_eq!(lines(before.clone(), before), Vec::<String>::new());
    }

    #[test]
    fn long_texts_are_shown_where_they_differ() {
        let long =
            |word: &str| json!({ "note": format!("{}{word}{}", "before ".repeat(20), " after".repeat(20)) });
        let told = lines(long("here"), long("there"));
        let around = |word| format!("\"\u{2026}before before before {word} after after after\u{2026}\"");
        assert_eq!(told, [format!("note: {} \u{2192} {}", around("here"), around("there"))]);
        assert_eq!(
            lines(json!({ "note": "a b" }), json!({ "note": "a b c" })),
            ["note: \"a b\" \u{2192} \"a b c\""]
        );
    }

    #[test]
    fn records_without_ids_and_orders_are_told_apart() {
        let before = json!({ "status": [{ "on": "2018-01-01", "state": "pledged" }, { "on": "2018-02-01", "state": "begun" }] });
        let mut after = before.clone();
        after["status"][0]["note"] = json!("New");
        after["status"].as_array_mut().unwrap().reverse();
        assert_eq!(
            lines(before, after),
            ["status 2018-01-01 pledged: note added, New", "status: in another order"]
        );
        assert_eq!(lines(json!({ "by": ["a", "b"] }), json!({ "by": ["b", "a"] })), ["by: in another order"]);
    }

    #[test]
    fn what_is_put_before_records_without_names_moves_none_of_them() {
        let list = |texts: &[&str]| json!({ "corrections": texts.iter().map(|text| json!({ "text": text })).collect::<Vec<_>>() });
        assert_eq!(
            lines(list(&["one", "two"]), list(&["new", "one", "two"])),
            ["correction number 1: added, new"]
        );
        assert_eq!(lines(list(&["one", "two"]), list(&["two", "one"])), ["corrections: in another order"]);
        assert_eq!(lines(list(&["one"]), list(&["one", "one"])), ["correction number 2: added, one"]);
        assert_eq!(lines(list(&["one", "two"]), list(&["two"])), ["correction number 1: removed, one"]);
        assert_eq!(
            lines(list(&["one", "two"]), list(&["one", "three"])),
            ["correction number 2: text two \u{2192} three"]
        );
    }
}
