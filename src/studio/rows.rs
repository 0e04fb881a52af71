//! Rows of a spreadsheet, or another program's file, as records that join a dossier.

use serde_json::Value;

use crate::import::{Joining, NoteKind, Wishes, import};

/// What was read: `read`, the records as JSON, how many events and sources they are, then each note, its kind, what was noticed, what to do
/// and the lines, with U+001F between; or `refused`, and why. [`super::desk::Rows`] reads it.
pub fn rows(text: &str, dossier: &str) -> Vec<String> {
    let dossier: Value = serde_json::from_str(dossier).unwrap_or_default();
    let language = dossier.pointer("/meta/languages/0").and_then(Value::as_str).unwrap_or("en");
    let wishes = Wishes { language: Some(language.to_owned()), ..Wishes::default() };
    match import("rows", text, &wishes, Some(&Joining::of([&dossier]))) {
        Ok(imported) => {
            let notes = imported.notes.iter().map(|note| {
                let kind = match note.kind {
                    NoteKind::Open => "open",
                    NoteKind::LeftOut => "left out",
                    NoteKind::Guessed => "guessed",
                };
                let lines: Vec<String> =
                    note.places.iter().take(6).map(|place| place.line.to_string()).collect();
                [kind, &note.message, &note.fix, &lines.join(", ")].join("\u{1f}")
            });
            let counts = [imported.events.to_string(), imported.sources.to_string()];
            ["read".to_owned(), imported.dossier.to_string()].into_iter().chain(counts).chain(notes).collect()
        }
        Err(refusal) => vec!["refused".to_owned(), [refusal.message, refusal.fix].join(". ")],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_join_the_dossier_that_is_there() {
        let tiny = include_str!("../../tests/check/cases/00-minimal.json");
        let read = rows(
            "date\ttitle\tkind\tlane\tsummary\tsources\n2018-07-01\tTalks resume\ttalks\tboth\tThey meet.\thttps://example.org/meet\n",
            tiny,
        );
        assert_eq!((read[0].as_str(), read[2].as_str()), ("read", "1"), "{read:?}");
        // A source whose address is known is that source.
        assert!(read[1].contains("\"agency\""), "{}", read[1]);
        assert_eq!(rows("", tiny)[0], "refused");
    }
}
