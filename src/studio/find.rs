//! Finding words anywhere in a dossier.

use super::label::{languages, title};
use super::path::{Path, Step};
use super::table;
use super::value::Value;
use crate::find::fold;

/// The most places found.
pub const MOST: usize = 100;
/// How many characters stand around what was found.
const AROUND: usize = 40;

/// A place in which the words stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where.
    pub path: Path,
    /// What the record is called.
    pub record: String,
    /// What stands before the words, the words, and what stands after.
    pub around: [String; 3],
}

/// The first places in which these words stand, accents and case aside.
pub fn find(doc: &Value, wanted: &str) -> Vec<Hit> {
    let wanted = fold(wanted.trim());
    let mut search =
        Search { wanted, language: languages(doc).first().copied().unwrap_or("en"), hits: Vec::new() };
    if !search.wanted.is_empty() {
        // Of the table only rows are looked through: their own text says the same as their fields.
        let own = table::json(doc);
        let rows = doc.get(table::ROWS).filter(|rows| matches!(rows, Value::List(_)));
        let rows = rows.map(|rows| (table::ROWS.into(), rows.clone()));
        for (key, part) in own.members().iter().chain(&rows) {
            search.within(part, &Path::default().key(key), part);
        }
    }
    search.hits
}

struct Search<'d> {
    wanted: String,
    language: &'d str,
    hits: Vec<Hit>,
}

impl Search<'_> {
    fn within(&mut self, value: &Value, path: &Path, record: &Value) {
        if self.hits.len() >= MOST {
            return;
        }
        match value {
            Value::Text(text) => self.text(text, path, record),
            Value::List(items) => {
                for (at, item) in items.iter().enumerate() {
                    let record = if path.0.len() == 1 { item } else { record };
                    self.within(item, &path.item(at), record);
                }
            }
            Value::Object(members) => {
                let is_raw = |key: &str| {
                    key == table::RAW && path.part() == Some(table::ROWS) && !table::is_raw(value)
                };
                members
                    .iter()
                    .filter(|(key, _)| !is_raw(key))
                    .for_each(|(key, value)| self.within(value, &path.then(Step::Key(key.clone())), record));
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str, path: &Path, record: &Value) {
        let folded = fold(text);
        let Some(at) = folded.find(&self.wanted) else { return };
        // Folding may change how long a text is; what is shown is then near the place, not at it.
        let before = folded.get(..at).map_or(0, |before| before.chars().count());
        let length = self.wanted.chars().count();
        let letters: Vec<char> = text.chars().collect();
        let part = |from: usize, to: usize| -> String {
            letters.get(from.min(letters.len())..to.min(letters.len())).unwrap_or_default().iter().collect()
        };
        let start = before.saturating_sub(AROUND);
        let lead = if start > 0 { "\u{2026}" } else { "" };
        let end = before + length + AROUND;
        let tail = if end < letters.len() { "\u{2026}" } else { "" };
        let around = [
            [lead, &part(start, before)].concat(),
            part(before, before + length),
            [&part(before + length, end), tail].concat(),
        ];
        self.hits.push(Hit { path: path.clone(), record: title(record, self.language).to_owned(), around });
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::tiny;
    use super::*;

    #[test]
    fn words_are_found_with_their_place() {
        let hits = find(&tiny(), "VERY quick");
        assert_eq!(hits[0].path.to_string(), "/events/0/readings/0/quote/text");
        assert_eq!((hits[0].record.as_str(), hits[0].around[1].as_str()), ("The leaders meet", "very quick"));
        assert!(find(&tiny(), "  ").is_empty());
        assert!(find(&tiny(), "zebra").is_empty());
    }
}
