//! The form in which a site sends its own dossier to the app: smaller than the dossier's JSON, and read by the same decoder.
//!
//! - A list of records is written as columns: `{"#": 3, "id": ["a", "b", "c"], "place": [null, "Hanoi", null]}` stands for three
//!   records. `#` counts them; what one does not have is null in its column.
//! - The record's file has only what the outline does not say. It has the outline's shape: what the outline has stands there as null,
//!   or not at all; objects join member by member, and lists of the same length item by item.
//!
//! On 28 November 2026 that was 113 KB of 126 after brotli; `docs/decisions.md` has the figures. `native::site::packed` writes it, and
//! `web/take.js` reads it too. Published files (`dossier.json`) are never in this form.

use super::json::Json;

/// The member of a list written as columns that counts its records.
pub const COUNT: &str = "#";

/// Adds to what the outline says what the record's file says more.
pub(super) fn join(outline: &mut Json, added: Json) {
    match (outline, added) {
        (Json::Object(members), Json::Object(added)) => {
            for (key, more) in added {
                match members.iter_mut().find(|(name, _)| *name == key) {
                    Some((_, value)) => join(value, more),
                    None => members.push((key, more)),
                }
            }
        }
        (Json::List(items), Json::List(added)) if items.len() == added.len() => {
            for (item, more) in items.iter_mut().zip(added) {
                join(item, more);
            }
        }
        (_, Json::Null) => {}
        (outline, added) => *outline = added,
    }
}

/// Whether an object is a list written as columns.
pub(super) fn are_columns(members: &[(String, Json)]) -> bool {
    members.iter().any(|(name, _)| name == COUNT)
}

/// The records of a list that is written as columns; the longest column counts them too.
pub(super) fn records(mut columns: Vec<(String, Json)>) -> Vec<Json> {
    let mut records = Vec::new();
    loop {
        let mut record = Vec::new();
        let mut ended = true;
        for (key, column) in &mut columns {
            let Json::List(cells) = column else { continue };
            let Some(cell) = cells.get_mut(records.len()) else { continue };
            ended = false;
            let cell = std::mem::replace(cell, Json::Null);
            if !matches!(cell, Json::Null) {
                record.push((key.clone(), cell));
            }
        }
        if ended {
            return records;
        }
        records.push(Json::Object(record));
    }
}

#[cfg(test)]
mod tests {
    use super::super::json::parse;
    use super::*;

    fn joins(outline: &str, added: &str, whole: &str) {
        let [mut outline, added, whole] = [outline, added, whole].map(|text| parse(text).unwrap());
        join(&mut outline, added);
        assert!(outline == whole);
    }

    #[test]
    fn the_record_is_the_outline_and_what_is_added() {
        joins(
            r#"{"a": 1, "b": {"c": 2}}"#,
            r#"{"b": {"d": 3}, "e": 4}"#,
            r#"{"a": 1, "b": {"c": 2, "d": 3}, "e": 4}"#,
        );
        joins(r#"[1, null, [2]]"#, r#"[null, "x", [null]]"#, r#"[1, "x", [2]]"#);
        joins(r#"{"a": 1}"#, "null", r#"{"a": 1}"#);
        // What is no longer the same list, or another kind of value, is the added one's.
        joins("[1, 2]", "[3]", "[3]");
        joins("1", r#"{"a": 1}"#, r#"{"a": 1}"#);
    }

    #[test]
    fn columns_are_records() {
        let Ok(Json::Object(columns)) =
            parse(r##"{"#": 3, "id": ["a", "b", "c"], "place": [null, "Hanoi"], "marks": [[1], null, []]}"##)
        else {
            panic!()
        };
        let rows = r#"[{"id": "a", "marks": [1]}, {"id": "b", "place": "Hanoi"}, {"id": "c", "marks": []}]"#;
        assert!(Json::List(records(columns)) == parse(rows).unwrap());
    }
}
