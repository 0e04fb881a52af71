//! Files as they are found outside become dossiers: what is taken over, what is said of the rest, and where the checker then leads.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at what is not as it must be"
)]

#[path = "../folder/mod.rs"]
mod folder;

mod command;
mod mutated;
mod refused;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use daylight::dossier::check::{SourceFile, check};
use daylight::import::{Imported, Joining, Wishes, import};

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/cases");
    let mut cases: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

/// Everything that a reader of the command's output sees, and what the checker says of the dossier.
fn told(imported: &Imported) -> String {
    let mut told =
        format!("{}: {} events, {} sources\n", imported.format.name(), imported.events, imported.sources);
    for note in &imported.notes {
        let places: Vec<String> =
            note.places.iter().map(|place| format!("{}:{}", place.line, place.column)).collect();
        let _ = writeln!(told, "{:?} {}: {}\n    {}", note.kind, places.join(" "), note.message, note.fix);
    }
    told.push_str(&imported.json());
    let checked = check(&[SourceFile { name: "dossier.json".to_owned(), text: imported.json() }]);
    let mut codes: BTreeMap<String, usize> = BTreeMap::new();
    for found in &checked.diagnostics {
        *codes.entry(format!("{} {}", found.code, found.message)).or_default() += 1;
    }
    for (code, count) in codes {
        let _ = writeln!(told, "check: {count} {code}");
    }
    told
}

#[test]
fn files_from_outside_become_dossiers_and_nothing_is_lost_in_silence() {
    for path in cases() {
        let name = name(&path);
        let text = std::fs::read_to_string(&path).unwrap();
        let imported = import(&name, &text, &Wishes::default(), None).unwrap();
        insta::assert_snapshot!(name, told(&imported));
    }
}

#[test]
fn the_same_file_gives_the_same_dossier_twice() {
    for path in cases() {
        let text = std::fs::read_to_string(&path).unwrap();
        let once = || import(&name(&path), &text, &Wishes::default(), None).unwrap();
        assert_eq!(once(), once(), "{}", path.display());
    }
}

#[test]
fn records_that_join_a_dossier_know_its_parties_sources_and_ids() {
    let dossier: serde_json::Value = serde_json::json!({
        "meta": {},
        "parties": [
            { "id": "north", "name": "Norland", "short": "NL", "side": "a" },
            { "id": "south", "name": { "en": "Sudland" }, "short": "SL", "side": "b" }
        ],
        "sources": [{ "id": "the-page", "title": "The page", "url": "https://example.org/page" }],
        "events": [{ "id": "2018-06-12-they-meet" }]
    });
    let table = "date,title,summary,kind,parties,sources\n\
                 2018-06-12,They meet,In a town.,talks,NL; Sudland,https://example.org/page\n\
                 2018-06-13,They speak,On the radio.,statement,norland,The page\n\
                 2018-06-14,Others speak,On the radio.,statement,Westland,the-page\n";
    let imported = import("more.csv", table, &Wishes::default(), Some(&Joining::of([&dossier]))).unwrap();
    let part =
        |name: &str| imported.dossier.get(name).and_then(|part| part.as_array()).cloned().unwrap_or_default();
    assert!(imported.dossier.get("meta").is_none() && part("sources").is_empty());
    assert_eq!(part("parties").len(), 1, "only the one that is new");
    let field = |name: &str| part("events").iter().map(|event| event[name].to_string()).collect::<Vec<_>>();
    assert_eq!(
        field("id"),
        ["\"2018-06-12-they-meet-2\"", "\"2018-06-13-they-speak\"", "\"2018-06-14-others-speak\""]
    );
    assert_eq!(field("lane"), ["\"both\"", "\"a\"", "null"], "the sides are known, of others nothing is");
    assert!(field("sources").iter().all(|sources| sources == "[\"the-page\"]"));
}

#[test]
fn what_the_author_says_of_all_records_is_not_asked_again() {
    let wishes = Wishes {
        kind: Some(daylight::dossier::model::EventKind::Talks),
        lane: Some(daylight::dossier::model::Lane::Other),
        language: Some("ar".to_owned()),
        ..Wishes::default()
    };
    let imported = import("a.csv", "date,title\n2018-06-12,They meet\n", &wishes, None).unwrap();
    let event = &imported.dossier["events"][0];
    assert_eq!((event["kind"].as_str(), event["lane"].as_str()), (Some("talks"), Some("other")));
    assert_eq!(imported.dossier["meta"]["languages"][0], "ar");
    assert!(
        !imported.notes.iter().any(|note| note.message.contains("kind") || note.message.contains("lane"))
    );
}
