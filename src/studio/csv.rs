//! CSV without losing a byte: a text as rows, and a row as fields, each as it is written. The rows and fields are those that
//! `dossier::table` reads.

use crate::dossier::table::MOST_ROW_BYTES;

/// A row as it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row<'t> {
    /// All of it, with the end of its line.
    pub raw: &'t str,
    /// Its fields, quotes and all.
    pub fields: Vec<&'t str>,
    /// What stands behind the last field: the end of the line; nothing at the end of the text.
    pub end: &'t str,
    /// Whether its quotes are as they must be, and it has no character that no text has.
    pub is_sound: bool,
    /// How many lines it takes, as the checker counts them.
    pub lines: usize,
}

impl Row<'_> {
    /// Whether nothing is written in it.
    pub fn is_blank(&self) -> bool {
        self.is_sound && self.fields.iter().all(|field| value(field).is_empty())
    }
}

/// The rows of a text, one after the other; put together they are the text.
pub(super) struct Rows<'t>(pub &'t str);

enum State {
    Start,
    Plain,
    Quoted,
    QuoteSeen,
}

impl<'t> Iterator for Rows<'t> {
    type Item = Row<'t>;

    fn next(&mut self) -> Option<Row<'t>> {
        let text = self.0;
        let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
        let (mut at, mut start, mut lines, mut is_sound) = (0, 0, 0, true);
        let (mut state, mut fields) = (State::Start, Vec::new());
        if text.is_empty() {
            return None;
        }
        // Every byte that ends something is ASCII, so a text is only cut between characters.
        let end = loop {
            let Some(&byte) = text.as_bytes().get(at) else {
                is_sound &= !matches!(state, State::Quoted);
                break at;
            };
            match (&state, byte) {
                (State::Quoted, b'"') => state = State::QuoteSeen,
                (State::Quoted, b'\n') => lines += 1,
                (State::Quoted, 0x1e | 0x1f) => is_sound = false,
                (State::Quoted, _) => {}
                (State::Start | State::QuoteSeen, b'"') => state = State::Quoted,
                (_, b',') => {
                    fields.push(part(start, at));
                    (start, state) = (at + 1, State::Start);
                }
                (_, b'\n' | b'\r') => {
                    let two = byte == b'\r' && text.as_bytes().get(at + 1) == Some(&b'\n');
                    lines += 1;
                    break at + if two { 2 } else { 1 };
                }
                (before, _) => {
                    is_sound &= !matches!(before, State::QuoteSeen) && !matches!(byte, 0x1e | 0x1f);
                    state = State::Plain;
                }
            }
            at += 1;
        };
        fields.push(part(start, at));
        self.0 = part(end, text.len());
        let is_sound = is_sound && at <= MOST_ROW_BYTES;
        Some(Row { raw: part(0, end), fields, end: part(at, end), is_sound, lines })
    }
}

/// What a field of a sound row says, without its quotes and the space around it.
pub(super) fn value(field: &str) -> String {
    match field.strip_prefix('"') {
        Some(quoted) => quoted.strip_suffix('"').unwrap_or(quoted).replace("\"\"", "\"").trim().to_owned(),
        None => field.trim().to_owned(),
    }
}

/// A value as a field: in quotes where it needs them.
pub(super) fn field(value: &str) -> String {
    let value = value.replace(['\u{1e}', '\u{1f}'], "");
    if value.contains([',', '"', '\n', '\r']) {
        ["\"", &value.replace('"', "\"\""), "\""].concat()
    } else {
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &str) -> Vec<Vec<String>> {
        Rows(text).map(|row| row.fields.iter().map(|field| value(field)).collect()).collect()
    }

    #[test]
    fn rows_and_fields_are_as_they_are_written() {
        let text = "id,title\r\n1,\"a, \"\"b\"\"\nc\"\r,\n\"open\n";
        let all: Vec<Row<'_>> = Rows(text).collect();
        let raw: Vec<&str> = all.iter().map(|row| row.raw).collect();
        assert_eq!(raw, ["id,title\r\n", "1,\"a, \"\"b\"\"\nc\"\r", ",\n", "\"open\n"]);
        assert_eq!(value(all[1].fields[1]), "a, \"b\"\nc");
        assert_eq!(all[1].lines, 2);
        assert!(all[2].is_blank() && !all[3].is_sound);
        assert!(!Rows("\"a\"b,c").next().unwrap().is_sound, "something behind a closing quote");
        assert_eq!(field("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(Rows("").next(), None);
    }

    proptest! {
        #[test]
        fn nothing_is_lost(text in "[a-z,\"\n\r\u{e9}\u{1f} ]{0,60}") {
            let again: String = Rows(&text).map(|row| row.raw).collect();
            prop_assert_eq!(&again, &text);
            for row in Rows(&text) {
                prop_assert_eq!([&row.fields.join(","), row.end].concat(), row.raw);
            }
        }

        #[test]
        fn what_is_written_is_read(values in proptest::collection::vec("[a-z,\"\n\u{e9}]{1,8}", 1..5)) {
            let text: Vec<String> = values.iter().map(|value| field(value)).collect();
            let wanted: Vec<String> = values.iter().map(|value| value.trim().to_owned()).collect();
            prop_assert_eq!(rows(&text.join(",")), vec![wanted]);
        }

        /// The `csv` crate reads the same fields of sound text.
        #[test]
        fn another_reader_agrees(text in "([a-z ]{0,3}|\"([a-z,\n]|\"\"){0,4}\")(,([a-z ]{0,3}|\"([a-z,\n]|\"\"){0,4}\")){0,3}\n") {
            let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
            let theirs: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
            let ours = rows(&text);
            // The crate knows no row of nothing.
            prop_assume!(!theirs.is_empty());
            prop_assert_eq!(ours, theirs);
        }
    }
}
