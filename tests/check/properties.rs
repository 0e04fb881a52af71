//! Whatever is fed to the checker, it answers: never a panic, a dossier exactly where there is no error, and every
//! problem at a place that exists.

use std::sync::LazyLock;

use daylight::dossier::check::{Checked, Diagnostic, Severity, SourceFile, check};
use proptest::prelude::*;
use serde_json::{Map, Value};

use super::root;

fn file(name: &str, text: String) -> SourceFile {
    SourceFile { name: name.to_owned(), text }
}

/// What must hold of every answer.
fn assert_sound(files: &[SourceFile], checked: &Checked) {
    let has_error = checked.diagnostics.iter().any(|found| found.severity == Severity::Error);
    assert_eq!(checked.dossier.is_some(), !has_error);
    let parsed: Vec<Option<Value>> =
        files.iter().map(|f| serde_json::from_str(f.text.trim_start_matches('\u{feff}')).ok()).collect();
    let lines: Vec<Vec<&str>> = files.iter().map(|file| file.text.split('\n').collect()).collect();
    for found in &checked.diagnostics {
        let index = files.iter().position(|file| file.name == found.file).expect("a file that was given");
        let value = &parsed[index];
        assert_place(&files[index], &lines[index], found);
        match value {
            Some(value) => assert!(value.pointer(&found.pointer).is_some(), "{found:?}"),
            None => assert_eq!(found.pointer, "", "{found:?}"),
        }
        if let Some(related) = &found.related {
            assert!(files.iter().any(|file| file.name == related.file), "{found:?}");
        }
        assert!(!found.message.is_empty() && !found.fix.is_empty(), "{found:?}");
        assert!(found.message.len() < 2000, "{found:?}");
    }
    let places: Vec<_> =
        checked.diagnostics.iter().map(|found| (&found.file, found.line, found.column)).collect();
    assert!(places.is_sorted());
}

fn assert_place(file: &SourceFile, lines: &[&str], found: &Diagnostic) {
    let line = lines.get(found.line - 1).unwrap_or_else(|| panic!("{found:?}"));
    assert!(found.column >= 1 && found.column <= line.chars().count() + 1, "{found:?}");
    assert!(file.text.get(found.bytes.clone()).is_some(), "{found:?}");
}

fn assert_answers(files: &[SourceFile]) {
    let checked = check(files);
    assert_sound(files, &checked);
    let style = daylight::native::report::Style { colour: false, all: true };
    // Showing costs more than checking; a few problems are enough to see that it does not panic either.
    let few: Vec<Diagnostic> = checked.diagnostics.into_iter().take(5).collect();
    daylight::native::report::human(files, &few, style);
}

/// Any JSON value, with keys that a dossier knows as often as not.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        prop::sample::select(vec!["us", "a", "2018-06-12", "2018-06/..", "expects", "en", "https://x.org"])
            .prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 60, 6, |inner| {
        let key = prop_oneof![
            prop::sample::select(vec![
                "meta",
                "parties",
                "presets",
                "sources",
                "events",
                "issues",
                "documents",
                "terms",
                "estimates",
                "commitments",
                "processes",
                "arms_tests",
                "argument",
                "id",
                "title",
                "date",
                "from",
                "until",
                "low",
                "high",
                "ladder",
                "positions",
                "quote",
                "languages",
                "span",
                "gap",
                "definitions",
                "texts",
                "language",
            ])
            .prop_map(str::to_owned),
            "\\PC{0,8}",
        ];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((key, inner), 0..6)
                .prop_map(|pairs| Value::Object(pairs.into_iter().collect::<Map<String, Value>>())),
        ]
    })
}

/// The dossier that is mutated: a part of the real one that has every kind of record, so that a case stays quick.
static PART_OF_THE_REAL_DOSSIER: LazyLock<Value> = LazyLock::new(|| {
    let mut whole = Map::new();
    for entry in std::fs::read_dir(root("dossiers/us-dprk")).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        whole.extend(serde_json::from_str::<Map<String, Value>>(&text).unwrap());
    }
    for (_, value) in &mut whole {
        if let Value::Array(items) = value {
            items.truncate(4);
        }
    }
    Value::Object(whole)
});

/// What is done to a value somewhere in a dossier.
#[derive(Clone, Debug)]
enum Mutation {
    Delete,
    Duplicate,
    Replace(Value),
}

fn any_mutation() -> impl Strategy<Value = Mutation> {
    prop_oneof![Just(Mutation::Delete), Just(Mutation::Duplicate), any_json().prop_map(Mutation::Replace)]
}

/// Walks down by the numbers of `path` and mutates what it arrives at.
fn mutate(value: &mut Value, path: &[usize], mutation: &Mutation) {
    let Some((step, rest)) = path.split_first() else {
        if let Mutation::Replace(by) = mutation {
            *value = by.clone();
        }
        return;
    };
    match value {
        Value::Array(items) if !items.is_empty() => {
            let index = step % items.len();
            match mutation {
                Mutation::Delete if rest.is_empty() => drop(items.remove(index)),
                Mutation::Duplicate if rest.is_empty() => items.insert(index, items[index].clone()),
                _ => mutate(&mut items[index], rest, mutation),
            }
        }
        Value::Object(entries) if !entries.is_empty() => {
            let key = entries.keys().nth(step % entries.len()).unwrap().clone();
            match mutation {
                Mutation::Delete if rest.is_empty() => drop(entries.remove(&key)),
                Mutation::Duplicate if rest.is_empty() => {
                    let copy = entries[&key].clone();
                    entries.insert(format!("{key}s"), copy);
                }
                _ => mutate(&mut entries[&key], rest, mutation),
            }
        }
        leaf => mutate(leaf, &[], mutation),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn arbitrary_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let (file, problem) = SourceFile::from_bytes("a.json", bytes);
        if let Some(problem) = problem {
            assert_place(&file, &file.text.split('\n').collect::<Vec<_>>(), &problem);
        }
        assert_answers(&[file]);
    }

    #[test]
    fn nearly_json(text in "[\\[\\]{}:,\"\\\\ \n\u{feff}a1.eE+u0-]{0,60}") {
        assert_answers(&[file("a.json", text)]);
    }

    #[test]
    fn arbitrary_json(value in any_json(), other in any_json(), pretty in any::<bool>()) {
        let text = if pretty { format!("{value:#}") } else { value.to_string() };
        assert_answers(&[file("a.json", text), file("ko.texts.json", other.to_string())]);
    }

    #[test]
    fn mutated_text_of_a_dossier(at in any::<prop::sample::Index>(), cut in 0usize..40, insert in "\\PC{0,3}") {
        let mut text = include_str!("cases/00-minimal.json").to_owned();
        let start = at.index(text.len());
        text.replace_range(start..(start + cut).min(text.len()), &insert);
        assert_answers(&[file("a.json", text)]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn mutated_copies_of_the_real_dossier(
        mutations in prop::collection::vec((prop::collection::vec(0usize..1000, 1..7), any_mutation()), 1..4),
    ) {
        let mut value = PART_OF_THE_REAL_DOSSIER.clone();
        for (path, mutation) in &mutations {
            mutate(&mut value, path, mutation);
        }
        assert_answers(&[file("a.json", format!("{value:#}"))]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// The whole of it, in its own files.
    #[test]
    fn one_mutation_of_the_whole_real_dossier(
        path in prop::collection::vec(0usize..5000, 2..7),
        mutation in any_mutation(),
        which in any::<prop::sample::Index>(),
    ) {
        let mut files = daylight::native::read::read(&root("dossiers/us-dprk")).unwrap().files;
        let index = which.index(files.len());
        let mut value: Value = serde_json::from_str(&files[index].text).unwrap();
        mutate(&mut value, &path, &mutation);
        files[index].text = format!("{value:#}");
        assert_answers(&files);
    }
}

#[test]
fn no_file_at_all_is_an_answer_too() {
    let checked = check(&[]);
    assert!(checked.dossier.is_none());
    assert_eq!(checked.diagnostics.len(), 1);
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let text = format!("[{}]", " ".repeat(daylight::dossier::check::MAX_FILE_BYTES));
    let checked = check(&[file("a.json", text)]);
    assert_eq!(checked.diagnostics.len(), 1);
    assert_eq!(checked.diagnostics[0].code.as_str(), "E0002");
}

/// Problems without number are counted, not listed, and never forgotten.
#[test]
fn more_problems_than_anybody_reads_are_counted() {
    let events = vec!["{}"; 6000].join(",");
    let files = [file("a.json", format!("{{\"events\": [{events}]}}"))];
    let checked = check(&files);
    assert_sound(&files, &checked);
    assert_eq!(checked.diagnostics.len(), 10_001);
    let rest = checked.diagnostics.iter().find(|found| found.code.as_str() == "E0008").unwrap();
    // Two parts of the dossier are missing, and each event lacks fields and sources.
    assert_eq!(rest.message, "2002 more problems are not listed; the first of them is here");
}

/// An object of thousands of keys and a list of thousands of ids cost no more than they weigh.
#[test]
fn many_of_one_kind_are_checked_in_time() {
    let ids: Vec<String> = (0..3000).map(|i| format!("\"id-{i}\"")).collect();
    let text = format!(
        "{{\"events\": [{{\"sources\": [{}]}}], \"sources\": [{{\"id\": \"id-0\"}}]}}",
        ids.join(",")
    );
    assert_answers(&[file("a.json", text)]);
}
