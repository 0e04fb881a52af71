//! `schema/dossier.schema.json` is what the types say.

use std::path::Path;

#[test]
fn the_schema_file_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/dossier.schema.json");
    let written = std::fs::read_to_string(path).unwrap_or_default();
    assert!(written == daylight::native::schema::text(), "schema/ is stale: run `cargo run -- schema`");
}
