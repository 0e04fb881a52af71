//! Any bytes as a dossier's file: an answer comes back, its places are in the text, and a dossier comes only where no error was found.
#![no_main]

use daylight::dossier::check::{Severity, SourceFile, check};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let (file, _) = SourceFile::from_bytes("dossier.json", bytes.to_vec());
    let text = file.text.clone();
    let checked = check(&[file]);
    let errors = checked.diagnostics.iter().any(|found| found.severity == Severity::Error);
    assert_eq!(checked.dossier.is_none(), errors);
    for found in &checked.diagnostics {
        assert!(found.line >= 1 && found.column >= 1 && text.is_char_boundary(found.bytes.start));
        assert!(!found.message.is_empty() && !found.fix.is_empty());
    }
    // What is sound reads the same once more.
    if let Some(dossier) = checked.dossier {
        let again = serde_json::to_string(&dossier).unwrap();
        let file = SourceFile { name: "again.json".to_owned(), text: again };
        assert_eq!(check(&[file]).dossier.as_ref(), Some(&dossier));
    }
});
