//! Writes the two parts of a dossier that the app reads in the form that `dossier::packed` describes.

use serde_json::{Map, Value};

use super::BuildError;
use crate::dossier::Dossier;
use crate::dossier::packed::COUNT;

/// The outline's file, and the record's.
pub struct Parts {
    /// What the app starts with.
    pub outline: String,
    /// What the record adds to it.
    pub record: String,
}

/// Both parts of a dossier.
pub fn parts(dossier: &Dossier) -> Result<Parts, BuildError> {
    let json = |what, dossier: &Dossier| match serde_json::to_value(dossier) {
        Ok(value) => Ok(in_columns(value)),
        Err(error) => Err(BuildError::Json { what, error }),
    };
    let (outline, record) = (json("outline", &dossier.outline())?, json("record", &dossier.record())?);
    Ok(Parts { record: added(record, &outline).to_string(), outline: outline.to_string() })
}

/// The value with each list of two objects or more as columns.
fn in_columns(value: Value) -> Value {
    match value {
        Value::Array(items) if items.len() > 1 && items.iter().all(Value::is_object) => {
            let count = items.len();
            let mut columns = Map::from_iter([(COUNT.to_owned(), count.into())]);
            for (row, item) in items.into_iter().enumerate() {
                let Value::Object(members) = item else { continue };
                for (key, member) in members {
                    let column = columns.entry(key).or_insert_with(|| vec![Value::Null; count].into());
                    if let Some(cell) = column.get_mut(row) {
                        *cell = in_columns(member);
                    }
                }
            }
            columns.into()
        }
        Value::Array(items) => items.into_iter().map(in_columns).collect(),
        Value::Object(members) => {
            members.into_iter().map(|(key, member)| (key, in_columns(member))).collect::<Map<_, _>>().into()
        }
        value => value,
    }
}

/// What has to be added to the outline's value to make the record's, which has all that the outline has; null where it is nothing.
fn added(record: Value, outline: &Value) -> Value {
    match (record, outline) {
        (record, outline) if record == *outline => Value::Null,
        (Value::Object(members), Value::Object(known)) => members
            .into_iter()
            .map(|(key, member)| match known.get(&key) {
                Some(known) => (key, added(member, known)),
                None => (key, member),
            })
            .filter(|(_, member)| !member.is_null())
            .collect::<Map<_, _>>()
            .into(),
        (Value::Array(items), Value::Array(known)) if items.len() == known.len() => {
            items.into_iter().zip(known).map(|(item, known)| added(item, known)).collect()
        }
        (record, _) => record,
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use proptest::prelude::*;
    use serde_json::json;

    use super::*;
    use crate::dossier::decode;
    use crate::native::read;

    /// The real dossier, its texts in both languages.
    fn real() -> Dossier {
        read::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("dossiers/us-dprk")).unwrap()
    }

    /// What the app reads from both files, as it reads them.
    fn comes_back(dossier: &Dossier) {
        let sent = parts(dossier).unwrap();
        assert_eq!(decode::dossier(&sent.outline).unwrap(), dossier.outline());
        assert_eq!(decode::record(&sent.outline, &sent.record).unwrap(), dossier.record());
    }

    #[test]
    fn what_is_sent_is_read_as_it_was() {
        comes_back(&real());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]

        /// No record, one, and any number of them.
        #[test]
        fn parts_of_a_dossier_come_back(counts in prop::array::uniform5(0..4usize), from in 0..40usize) {
            let mut dossier = real();
            let [events, issues, positions, rungs, sources] = counts;
            dossier.events.drain(..from);
            dossier.events.truncate(events);
            dossier.issues.truncate(issues);
            for issue in &mut dossier.issues {
                issue.positions.truncate(positions);
                issue.ladder.truncate(rungs);
                for position in &mut issue.positions {
                    position.sources.truncate(sources);
                }
            }
            comes_back(&dossier);
        }
    }

    #[test]
    fn a_list_of_records_is_written_as_columns() {
        let rows = json!([
            { "id": "a", "sources": ["s"], "quotes": [{ "by": "X" }, { "by": "Y", "note": "N" }] },
            { "id": "b", "place": "Hanoi" },
        ]);
        assert_eq!(
            in_columns(rows),
            json!({
                "#": 2,
                "id": ["a", "b"],
                "sources": [["s"], null],
                "quotes": [{ "#": 2, "by": ["X", "Y"], "note": [null, "N"] }, null],
                "place": [null, "Hanoi"],
            })
        );
        // One record is no shorter as columns; a list of texts has none.
        for same in [json!([{ "id": "a" }]), json!(["a", "b"]), json!([{ "id": "a" }, 1])] {
            assert_eq!(in_columns(same.clone()), same);
        }
    }

    #[test]
    fn the_record_has_only_what_the_outline_has_not() {
        let outline =
            json!({ "meta": { "id": "x" }, "events": { "#": 2, "id": ["a", "b"], "marks": [["m"], null] } });
        let record = json!({
            "meta": { "id": "x", "corrections": ["c"] },
            "events": { "#": 2, "id": ["a", "b"], "marks": [["m"], ["n"]], "note": [null, "N"] },
            "sources": ["s"],
        });
        assert_eq!(
            added(record, &outline),
            json!({
                "meta": { "corrections": ["c"] },
                "events": { "marks": [null, ["n"]], "note": [null, "N"] },
                "sources": ["s"],
            })
        );
    }
}
