//! A dossier as tables: made from its JSON, so that no field of the format is left out and none is named twice.

use serde_json::{Map, Value};

/// One kind of record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Where the records stand in the dossier, the parts joined by hyphens.
    pub name: String,
    /// The fields, those inside others with a dot: `quote.text`.
    pub columns: Vec<String>,
    /// A row for each record, as wide as the columns.
    pub rows: Vec<Vec<String>>,
}

/// A record: its cells by column.
type Row = Vec<(String, String)>;

/// All tables of a dossier's JSON, in its own order, each below the one whose records hold its own. A text that has a translation is
/// in a column for each language; in the dossier's first the column has the field's name alone.
pub fn tables(dossier: &Value, language: &str) -> Vec<Table> {
    let mut found = Found { language, tables: Vec::new() };
    if let Value::Object(parts) = dossier {
        for (name, part) in parts {
            match part {
                Value::Array(records) => found.list(name, records, &[]),
                Value::Object(_) => found.list(name, std::slice::from_ref(part), &[]),
                _ => {}
            }
        }
    }
    found.tables.into_iter().map(|(name, rows)| table(name, rows)).collect()
}

/// The tables so far, by name.
struct Found<'a> {
    language: &'a str,
    tables: Vec<(String, Vec<Row>)>,
}

impl Found<'_> {
    /// Takes in records of one kind; `parents` are the cells that say in which records they stand.
    fn list(&mut self, name: &str, records: &[Value], parents: &[(String, String)]) {
        let place = self.tables.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
            self.tables.push((name.to_owned(), Vec::new()));
            self.tables.len() - 1
        });
        for (number, record) in (1..).zip(records) {
            let Value::Object(fields) = record else { continue };
            let (mut row, mut inside) = (parents.to_vec(), Vec::new());
            self.fields("", fields, &mut row, &mut inside);
            if let Some((_, rows)) = self.tables.get_mut(place) {
                rows.push(row);
            }
            let mut below = parents.to_vec();
            below.push((name.to_owned(), key(fields).unwrap_or_else(|| number.to_string())));
            for (field, records) in inside {
                self.list(&format!("{name}-{}", field.replace(['.', '_'], "-")), records, &below);
            }
        }
    }

    /// The cells of an object, and its lists of records.
    fn fields<'v>(
        &self,
        prefix: &str,
        fields: &'v Map<String, Value>,
        row: &mut Row,
        inside: &mut Vec<(String, &'v Vec<Value>)>,
    ) {
        for (name, value) in fields {
            let column = if prefix.is_empty() || name == self.language {
                if prefix.is_empty() { name.clone() } else { prefix.to_owned() }
            } else {
                format!("{prefix}.{name}")
            };
            match value {
                Value::Array(items) if items.iter().any(Value::is_object) && !is_text(items) => {
                    inside.push((column, items));
                }
                // Texts in several languages: a column for each.
                Value::Array(items) if items.iter().any(Value::is_object) => {
                    for language in self.languages(items) {
                        let said =
                            items.iter().map(|item| item.get(language).unwrap_or(item).clone()).collect();
                        let own = language == self.language;
                        let column = if own { column.clone() } else { format!("{column}.{language}") };
                        row.push((column, self.cell(&Value::Array(said))));
                    }
                }
                Value::Object(fields) => self.fields(&column, fields, row, inside),
                value => row.push((column, self.cell(value))),
            }
        }
    }

    /// The languages of a list of texts, the dossier's first one first.
    fn languages<'v>(&'v self, items: &'v [Value]) -> Vec<&'v str> {
        let mut found = vec![self.language];
        for tag in items.iter().filter_map(Value::as_object).flat_map(|texts| texts.keys()) {
            if !found.contains(&tag.as_str()) {
                found.push(tag);
            }
        }
        found
    }

    /// What stands in a cell: ids and numbers of a list with `; ` between, as the importer and the event table read
    /// them; texts on lines of their own.
    fn cell(&self, value: &Value) -> String {
        match value {
            Value::Null => String::new(),
            Value::String(text) => harmless(text),
            Value::Array(items) => {
                let items: Vec<String> = items.iter().map(|item| self.cell(item)).collect();
                let between =
                    if items.iter().any(|item| item.contains(char::is_whitespace)) { "\n" } else { "; " };
                items.join(between)
            }
            value => value.to_string(),
        }
    }
}

/// A text as a spreadsheet takes it for one: what it would take for a formula begins with an apostrophe. `web/take.js` does the same.
fn harmless(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula { format!("'{text}") } else { text.to_owned() }
}

/// Whether a list holds texts in several languages, not records: every item has nothing but texts under tags of languages.
fn is_text(items: &[Value]) -> bool {
    let tag = |name: &str| matches!(name.split('-').next().map(str::len), Some(2..=3));
    items.iter().all(|item| match item {
        Value::Object(fields) => {
            fields.iter().all(|(name, value)| tag(name) && value.is_string()) && !fields.contains_key("id")
        }
        item => item.is_string(),
    })
}

/// What names a record.
fn key(fields: &Map<String, Value>) -> Option<String> {
    fields.get("id").and_then(Value::as_str).map(str::to_owned)
}

fn table(name: String, rows: Vec<Row>) -> Table {
    let mut columns: Vec<String> = Vec::new();
    for (column, _) in rows.iter().flatten() {
        if !columns.contains(column) {
            columns.push(column.clone());
        }
    }
    // Nothing stands in any row of a list whose records have a table of their own, or of one that is nowhere filled.
    columns.retain(|column| rows.iter().flatten().any(|(name, cell)| name == column && !cell.is_empty()));
    let rows = rows
        .into_iter()
        .map(|row| {
            let cell = |column: &String| {
                row.iter().find(|(name, _)| name == column).map(|(_, cell)| cell.clone()).unwrap_or_default()
            };
            columns.iter().map(cell).collect()
        })
        .collect();
    Table { name: name.replace('_', "-"), columns, rows }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(json: &str) -> Vec<Table> {
        tables(&serde_json::from_str(json).unwrap(), "en")
    }

    #[test]
    fn records_inside_records_have_a_table_that_names_where_they_stand() {
        let found = of(r#"{"events": [
            {"id": "a", "title": {"en": "A", "ko": "가"}, "sources": ["s1", "s2"], "readings": [{"party": "us", "quote": {"text": "x"}}]},
            {"id": "b", "title": "B", "place": "P", "readings": [{"party": "dprk"}, {"party": "us"}]}]}"#);
        let [events, readings] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!(events.columns, ["id", "title", "title.ko", "sources", "place"]);
        assert_eq!(events.rows, [["a", "A", "가", "s1; s2", ""], ["b", "B", "", "", "P"]]);
        assert_eq!(readings.name, "events-readings");
        assert_eq!(readings.columns, ["events", "party", "quote.text"]);
        assert_eq!(readings.rows, [["a", "us", "x"], ["b", "dprk", ""], ["b", "us", ""]]);
    }

    #[test]
    fn a_column_in_which_nothing_stands_is_left_out() {
        let found = of(
            r#"{"clauses": [{"id": "a", "readings": []}, {"id": "b", "readings": [{"party": "us"}], "note": ""}]}"#,
        );
        let [clauses, readings] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((clauses.columns.as_slice(), readings.rows.len()), (&["id".to_owned()][..], 1));
        assert_eq!(clauses.rows, [["a"], ["b"]]);
    }

    #[test]
    fn a_list_of_texts_has_a_column_for_each_language() {
        let found =
            of(r#"{"meta": {"method": [{"en": "One", "ko": "하나"}, {"en": "Two more", "ko": "둘"}]}}"#);
        assert_eq!(found[0].columns, ["method", "method.ko"]);
        assert_eq!(found[0].rows, [["One\nTwo more", "하나; 둘"]]);
    }

    #[test]
    fn no_text_is_a_formula() {
        let found = of(
            r#"{"events": [{"id": "a", "title": "=1+1", "note": {"en": "+x", "ko": "@y"}, "place": "-5", "lines": ["=a", "b"], "sum": -5, "ok": "a=b"}]}"#,
        );
        assert_eq!(found[0].columns, ["id", "title", "note", "note.ko", "place", "lines", "sum", "ok"]);
        assert_eq!(found[0].rows, [["a", "'=1+1", "'+x", "'@y", "'-5", "'=a; b", "-5", "a=b"]]);
    }

    #[test]
    fn an_object_is_a_table_of_one_row_and_records_without_id_are_counted() {
        let found = of(
            r#"{"version": 1, "tests": {"note": "n", "launch_days": [{"kt": [1.5, 2], "by": [{"x": 3}]}], "texts": ["one two", "three"]}}"#,
        );
        let names: Vec<&str> = found.iter().map(|table| table.name.as_str()).collect();
        assert_eq!(names, ["tests", "tests-launch-days", "tests-launch-days-by"]);
        assert_eq!(found[0].rows, [["n", "one two\nthree"]]);
        assert_eq!(found[1].columns, ["tests", "kt"]);
        assert_eq!(found[1].rows, [["1", "1.5; 2"]]);
        assert_eq!(found[2].columns, ["tests", "tests-launch-days", "x"]);
    }
}
