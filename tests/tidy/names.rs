//! Nothing knows the first dossier: the code names none of its parties, places or people. The names come from the dossier.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::code::{Kind, tokens};
use crate::{Fault, File, is_rust};

/// Fields that hold the name of a party or a place, and those that hold a person's.
const NAMES: [&str; 5] = ["name", "formal", "short", "capital", "place"];
const PEOPLE: [&str; 2] = ["by", "author"];

/// Names of the dossier that are words of the language or of the trade too, so that the code may say them.
const WORDS: [&str; 4] = ["Institute", "Statement", "UN", "US"];

/// Every name in the files of a dossier.
pub fn of_dossier(files: &[&File]) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for file in files {
        let value: Value = serde_json::from_str(&file.text).unwrap();
        collect(&value, &mut names);
    }
    for party in files.iter().filter_map(|file| serde_json::from_str::<Value>(&file.text).ok()) {
        let parties = party.get("parties").and_then(Value::as_array).cloned().unwrap_or_default();
        let ids = parties.iter().filter_map(|party| party["id"].as_str());
        // A word such as `us` is an id, too.
        names.extend(ids.filter(|id| id.len() > 2).map(str::to_owned));
    }
    names.retain(|name| !WORDS.contains(&name.as_str()));
    names
}

fn collect(value: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, names)),
        Value::Object(fields) => {
            for (field, inner) in fields {
                let texts = match inner {
                    Value::String(text) => vec![text.as_str()],
                    Value::Object(languages) => languages.values().filter_map(Value::as_str).collect(),
                    _ => Vec::new(),
                };
                if NAMES.contains(&field.as_str()) {
                    names.extend(
                        texts.iter().flat_map(|text| text.split([',', ';', '(', ')'])).filter_map(proper),
                    );
                }
                if PEOPLE.contains(&field.as_str()) {
                    names
                        .extend(texts.iter().flat_map(|text| text.split([',', ';'])).filter_map(family_name));
                }
                collect(inner, names);
            }
        }
        _ => {}
    }
}

/// A name of at least two letters that begins with a capital.
fn proper(text: &str) -> Option<String> {
    let name = text.trim();
    (name.chars().count() > 1 && name.starts_with(char::is_uppercase)).then(|| name.to_owned())
}

/// The last of two or three capitalised words, as in "Mike Pompeo".
fn family_name(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let named = |word: &&str| {
        word.starts_with(char::is_uppercase)
            && word.chars().skip(1).all(|c| c.is_lowercase() || c == '-' || c.is_uppercase())
    };
    let last = words.last().filter(|_| (2..=3).contains(&words.len()) && words.iter().all(named))?;
    (last.len() > 3).then(|| (*last).to_owned())
}

/// Which of the names a file says outside comments and tests.
pub fn faults(file: &File, names: &BTreeSet<String>) -> Vec<Fault> {
    let said: Vec<(usize, String)> = if is_rust(&file.path) {
        let kept = tokens(&file.text).into_iter().filter(|token| token.kind != Kind::Sign);
        kept.map(|token| (token.line, token.text)).collect()
    } else {
        (1..).zip(file.text.lines().map(str::to_owned)).collect()
    };
    let mut faults = Vec::new();
    for (line, text) in said {
        for name in names.iter().filter(|name| says(&text, name)) {
            faults.push(format!("{}:{line}: names {name:?} of the first dossier", file.path));
        }
    }
    faults
}

/// Whether a text has the name as words of their own; also as part of a name in the code.
fn says(text: &str, name: &str) -> bool {
    let inside = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric());
    text.match_indices(name).any(|(at, _)| {
        !inside(text[..at].chars().next_back()) && !inside(text[at + name.len()..].chars().next())
    })
}

#[test]
fn names_are_taken_from_a_dossier_and_found_in_code() {
    let file = |path: &str, text: &str| File { path: path.to_owned(), text: text.to_owned() };
    let dossier = file(
        "meta.json",
        r#"{"parties": [{"id": "north", "name": "Norland", "short": "NL", "capital": "Nordstadt"}, {"id": "us", "name": "US"}],
            "events": [{"place": "Sea City, Norland", "readings": [{"quote": {"by": "Ann Speaker"}}, {"quote": {"by": "the navy"}}]}]}"#,
    );
    let names = of_dossier(&[&dossier]);
    let wanted = ["NL", "Nordstadt", "Norland", "Sea City", "Speaker", "north"];
    assert_eq!(names.iter().map(String::as_str).collect::<Vec<_>>(), wanted);
    let found = |path: &str, text: &str| faults(&file(path, text), &names).len();
    assert_eq!(found("src/a.rs", "let a = \"to Norland\";\nif id == \"north\" {}"), 2);
    assert_eq!(
        found(
            "src/a.rs",
            "// Norland\n#[cfg(test)]\nmod tests { fn f() { a(\"Norland\"); } }\nlet northern = 1;"
        ),
        0
    );
    assert_eq!(found("web/a.js", "// Sea City\n"), 1);
}
