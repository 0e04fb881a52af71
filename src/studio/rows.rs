//! Rows of a spreadsheet, or another program's file, as records that join a dossier.

use serde_json::Value;

use crate::import::{Joining, NoteKind, Wishes, import};

/// What was read: `read`, the records as JSON, how many events and sources they are, then each note, its kind, what was noticed, what to do
/// (nothing where that is to be said in the forms) and the lines, with U+001F between; or `refused`, and why. [`super::desk::Rows`] reads it.
/// What `table` has, the CSV of the events beside the dossier, is not read again either; where it cannot be read, a note says so.
pub fn rows(text: &str, dossier: &str, table: Option<&str>) -> Vec<String> {
    let dossier: Value = match serde_json::from_str(dossier) {
        Ok(dossier) => dossier,
        Err(error) => return vec!["refused".to_owned(), format!("The dossier cannot be read: {error}")],
    };
    let language = dossier.pointer("/meta/languages/0").and_then(Value::as_str).unwrap_or("en");
    let wishes = Wishes { language: Some(language.to_owned()), ..Wishes::default() };
    let mut joining = Joining::of([&dossier]);
    let unread = table.and_then(|table| joining.add_table(table).err()).map(|(line, why)| {
        let message = format!("the table of events cannot be read: {why}");
        let fix = "Mend the table first: a row that it has already is read once more";
        ["left out", &message, fix, &format!("{line} of the table")].join("\u{1f}")
    });
    match import("rows", text, &wishes, Some(&joining)) {
        Ok(imported) => {
            let notes = imported.notes.iter().map(|note| {
                let kind = match note.kind {
                    NoteKind::Open => "open",
                    NoteKind::LeftOut => "left out",
                    NoteKind::Guessed => "guessed",
                };
                let lines: Vec<String> =
                    note.places.iter().take(6).map(|place| place.line.to_string()).collect();
                // What is open is written in the studio, not where the command would lead.
                let fix = if note.kind == NoteKind::Open { "" } else { &note.fix };
                [kind, &note.message, fix, &lines.join(", ")].join("\u{1f}")
            });
            let counts = [imported.events.to_string(), imported.sources.to_string()];
            let read = ["read".to_owned(), imported.dossier.to_string()].into_iter();
            read.chain(counts).chain(unread).chain(notes).collect()
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
            None,
        );
        assert_eq!((read[0].as_str(), read[2].as_str()), ("read", "1"), "{read:?}");
        // A source whose address is known is that source.
        assert!(read[1].contains("\"agency\""), "{}", read[1]);
        assert_eq!(rows("", tiny, None)[0], "refused");
    }

    #[test]
    fn an_event_that_the_table_has_is_not_read_again() {
        let tiny = include_str!("../../tests/check/cases/00-minimal.json");
        let sheet =
            "date,title,kind,lane\n2018-07-01,Talks resume,talks,both\n2018-08-01,Talks end,talks,both\n";
        let table = "id,date,title,kind,lane,sources\nresume,2018-07-01,Talks resume,talks,both,agency\n";
        let [alone, beside] = [None, Some(table)].map(|table| rows(sheet, tiny, table));
        assert_eq!([&alone[2], &beside[2]], ["2", "1"], "{beside:?}");
        assert!(beside[1].contains("Talks end") && !beside[1].contains("Talks resume"), "{}", beside[1]);
        // A table that cannot be read is said, not passed over.
        let broken = rows(sheet, tiny, Some(&table.replace("Talks resume", "\"Talks resume")));
        assert_eq!(broken[2], "2");
        assert!(
            broken[4].contains("a quote opens here") && broken[4].ends_with("2 of the table"),
            "{broken:?}"
        );
        let unnamed = rows(sheet, tiny, Some(&table.replace(',', ";")));
        assert!(unnamed[4].contains("`date` and `title`"), "{unnamed:?}");
        assert_eq!(rows(sheet, "{", None)[0], "refused");
    }

    #[test]
    fn no_note_sends_an_author_to_the_command() {
        let tiny = include_str!("../../tests/check/cases/00-minimal.json");
        // No kind, no lane, no source; a kind and a date that are none; a source that is not there.
        let read = rows(
            "date\ttitle\tkind\tlane\tsources\nsoon\tTalks\tdinner\tnorth\tnot-there\n2018-07-01\tMore\t\t\t\n2018-08-01\tMore\t\t\thttps://example.org/new\n",
            tiny,
            None,
        );
        let notes = &read[4..];
        assert!(notes.iter().filter(|note| note.starts_with("open\u{1f}")).count() > 4, "{notes:?}");
        for note in notes {
            assert!(!note.contains("daylight") && !note.contains("--"), "{note}");
        }
    }
}
