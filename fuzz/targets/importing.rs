//! What holds of every import: places are in the text, ids differ, no HTML and no script's address is in what comes out, and the
//! checker reads it without giving up.

use daylight::dossier::check::{Code, SourceFile, check};
use daylight::import::{Format, Wishes, import};

pub fn hold(name: &str, text: &str, format: Option<Format>) {
    let wishes = Wishes { format, ..Wishes::default() };
    let imported = match import(name, text, &wishes, None) {
        Ok(imported) => imported,
        Err(refusal) => {
            assert!(refusal.place.line >= 1 && text.is_char_boundary(refusal.place.bytes.start));
            assert!(!refusal.message.is_empty() && !refusal.fix.is_empty());
            return;
        }
    };
    for note in &imported.notes {
        assert!(!note.places.is_empty() && !note.message.is_empty() && !note.fix.is_empty());
        assert!(note.places.iter().all(|place| place.line >= 1 && text.is_char_boundary(place.bytes.start)));
    }
    let file = SourceFile { name: "imported.json".to_owned(), text: imported.json() };
    let checked = check(&[file]);
    let gave_up = [Code::NotJson, Code::TooDeep, Code::DuplicateKey, Code::DuplicateId, Code::BadId, Code::Unreadable];
    for found in &checked.diagnostics {
        // An id that a cell names as that of a source stays as it was written.
        assert!(!gave_up.contains(&found.code), "{}: {}", found.code, found.message);
    }
}
