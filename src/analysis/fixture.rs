//! Dossiers for the tests: the real one from `dossiers/us-dprk`, and small ones made by hand.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::dossier::Dossier;
use crate::dossier::check::{Severity, SourceFile, check};
use crate::dossier::date::Day;
use crate::dossier::model::{Gap, Issue, Position, Role, Rung};
use crate::dossier::text::Text;

/// A day that must be one.
pub(crate) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// The real dossier, read once.
pub(crate) fn us_dprk() -> Dossier {
    static READ: OnceLock<Dossier> = OnceLock::new();
    READ.get_or_init(read).clone()
}

/// The dossier's files, merged by top-level key: in its first language.
fn read() -> Dossier {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("dossiers/us-dprk");
    // Without the texts of further languages.
    let is_part = |path: &PathBuf| !path.to_string_lossy().ends_with(".texts.json");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(is_part);
    let files: Vec<SourceFile> = paths
        .map(|path| SourceFile {
            name: path.file_name().unwrap().to_string_lossy().into_owned(),
            text: fs::read_to_string(&path).unwrap(),
        })
        .collect();
    let mut dossier = merged(&files);
    dossier.meta.languages.truncate(1);
    dossier
}

/// The dossier of these files. Where they have an error, every test that asks for it ends in the same words: what the error is, and where.
fn merged(files: &[SourceFile]) -> Dossier {
    let parts = files.iter().map(|file| serde_json::from_str::<serde_json::Map<_, _>>(&file.text));
    let whole: serde_json::Result<Vec<_>> = parts.collect();
    let whole = whole.map(|parts| serde_json::Value::Object(parts.into_iter().flatten().collect()));
    whole.and_then(serde_json::from_value).unwrap_or_else(|error| {
        // Serde knows no place once the files are one; the checker does.
        let checked = check(files);
        let first = checked.diagnostics.iter().find(|found| found.severity == Severity::Error);
        let first = first.map_or_else(
            || error.to_string(),
            |found| format!("{}:{}:{}: {}", found.file, found.line, found.column, found.message),
        );
        panic!("dossiers/us-dprk has errors: run `cargo run -- check dossiers/us-dprk`. The first: {first}");
    })
}

#[test]
#[should_panic(expected = "check dossiers/us-dprk`. The first: meta.json:2:11: ")]
fn a_slip_in_the_dossier_is_told_with_its_place() {
    merged(&[SourceFile { name: "meta.json".to_owned(), text: "{\n  \"meta\": }\n".to_owned() }]);
}

/// An issue on which `a` expects and `b` offers, without positions, with rungs from 0 to `top`.
pub(crate) fn issue(top: u8) -> Issue {
    Issue {
        id: "issue".to_owned(),
        title: Text::from("Issue"),
        question: Text::default(),
        actors: vec!["b".to_owned()],
        gap: Gap { expects: "a".to_owned(), offers: "b".to_owned() },
        ladder: (0..=top)
            .map(|rung| Rung {
                rung,
                label: Text::from(format!("Rung {rung}").as_str()),
                meaning: Text::default(),
            })
            .collect(),
        positions: Vec::new(),
    }
}

/// A position of `a` where it expects, of `b` where it offers.
pub(crate) fn position(role: Role, from: &str, until: Option<&str>, low: u8, high: u8) -> Position {
    Position {
        party: if role == Role::Expects { "a" } else { "b" }.to_owned(),
        role,
        from: day(from),
        until: until.map(day),
        low,
        high,
        text: Text::default(),
        quote: None,
        event: None,
        sources: Vec::new(),
        confidence: None,
        judgement: false,
        note: None,
        audited: None,
    }
}
