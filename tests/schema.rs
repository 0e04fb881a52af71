//! `schema/dossier.schema.json` and `docs/dossier-reference.md` are what the types say.

#![allow(clippy::unwrap_used, reason = "a test may stop at the first thing that is not as it must be")]

use std::path::Path;

use serde_json::Value;

/// Compared as values: a library that only tests use makes serde_json keep the order of keys, which the command sorts.
#[test]
fn the_schema_file_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/dossier.schema.json");
    let written: Value =
        serde_json::from_str(&std::fs::read_to_string(path).unwrap_or_default()).unwrap_or_default();
    let current: Value = serde_json::from_str(&daylight::native::schema::text()).unwrap();
    assert!(written == current, "schema/ is stale: run `cargo run -- schema`");
}

#[test]
fn the_reference_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/dossier-reference.md");
    let written = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        written == daylight::native::reference::text(),
        "docs/dossier-reference.md is stale: run `cargo run -- schema --format markdown`"
    );
}
