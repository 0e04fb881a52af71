//! What stands in the columns of the tables, in the words of the format's own schema, so that the two cannot say different things.

use std::collections::BTreeMap;

use serde_json::Value;

use super::tables::Table;
use crate::dossier::check::json_schema;
use crate::native::reference::{choices, fields, referred, words};
use crate::views::take::Columns;

/// The columns of tables that stand in the format; not those that name the record which another stands in, and not those with a text in
/// a further language, which are the same for every table.
pub fn columns(tables: &[Table]) -> Vec<Columns> {
    let root = json_schema();
    let mut records = BTreeMap::new();
    Records { root: &root, found: &mut records }.gather(&root, "", "");
    let told = |table: &Table| {
        let record = records.get(&table.name)?;
        let meaning = |column: &String| Some((column.clone(), meaning(&root, record, column)?));
        Some(Columns {
            table: format!("{}.csv", table.name),
            about: words(record),
            columns: table.columns.iter().filter_map(meaning).collect(),
        })
    };
    tables.iter().filter_map(told).collect()
}

/// The shapes of records by the tables they stand in, named as `tables` names them.
struct Records<'a, 'b> {
    root: &'a Value,
    found: &'b mut BTreeMap<String, &'a Value>,
}

impl<'a> Records<'a, '_> {
    /// Takes in what stands in the fields of a record of this table, or of the dossier itself; `inside` are the objects on the way there.
    fn gather(&mut self, shape: &'a Value, table: &str, inside: &str) {
        for (field, takes) in fields(shape) {
            let column = if inside.is_empty() { field.clone() } else { format!("{inside}.{field}") };
            let own = column.replace(['.', '_'], "-");
            let name = if table.is_empty() { own } else { format!("{table}-{own}") };
            if let Some(record) = takes.get("items").and_then(|items| object(self.root, items)) {
                self.found.insert(name.clone(), record);
                self.gather(record, &name, "");
            } else if let Some(record) = object(self.root, takes) {
                if table.is_empty() {
                    self.found.insert(name.clone(), record);
                    self.gather(record, &name, "");
                } else {
                    self.gather(record, table, &column);
                }
            }
        }
    }
}

/// The definition that a shape is.
fn defined<'a>(root: &'a Value, shape: &Value) -> Option<&'a Value> {
    root.get("definitions")?.get(referred(shape)?)
}

/// The same, if it has fields.
fn object<'a>(root: &'a Value, shape: &Value) -> Option<&'a Value> {
    defined(root, shape).filter(|shape| !fields(shape).is_empty())
}

/// What a column means: what its field's description says, and what each word means where it takes words of a list.
fn meaning(root: &Value, record: &Value, column: &str) -> Option<String> {
    let (mut shape, mut said) = (record, String::new());
    for step in column.split('.') {
        // Below a field that holds values by names of the author's own, the name is part of the column.
        let named = || shape.get("additionalProperties").filter(|values| values.is_object());
        let takes = fields(shape).get(step).or_else(named)?;
        shape = defined(root, takes)
            .or_else(|| takes.get("items").and_then(|items| defined(root, items)))
            .unwrap_or(takes);
        let own = words(takes);
        if !own.is_empty() {
            said = own;
        }
    }
    for choice in choices(shape) {
        let word = choice.get("const").and_then(Value::as_str).unwrap_or_default();
        said.push_str(&format!(" `{word}`: {}", words(choice)));
    }
    Some(said)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::us_dprk;
    use crate::native::export::record_tables;

    fn of_us_dprk() -> (Vec<Table>, Vec<Columns>) {
        let tables = record_tables(&us_dprk()).unwrap();
        let told = columns(&tables);
        (tables, told)
    }

    #[test]
    fn a_column_means_what_the_format_says_of_its_field() {
        let (_, told) = of_us_dprk();
        let of = |table: &str, column: &str| {
            let table = told.iter().find(|told| told.table == table).unwrap();
            table.columns.iter().find(|(name, _)| name == column).unwrap().1.clone()
        };
        assert_eq!(of("events.csv", "weight"), "3 everyone knows it, 2 important, 1 detail.");
        assert!(
            of("events.csv", "lane").starts_with("Where it is drawn. `a`: "),
            "{}",
            of("events.csv", "lane")
        );
        assert_eq!(of("issues-positions.csv", "quote.by"), "Who said or wrote them.");
        assert_eq!(of("commitments-status.csv", "on"), "The first day of the state.");
        assert!(of("arms-tests.csv", "definitions.cns").starts_with("Counting rules by name"));
    }

    /// Beside those with a meaning of their own there are the names of records that hold others.
    #[test]
    fn every_column_has_a_meaning() {
        let (tables, told) = of_us_dprk();
        assert_eq!(tables.len(), told.len());
        for (table, told) in tables.iter().zip(&told) {
            assert!(!told.about.is_empty(), "{}", table.name);
            let said: Vec<&String> = told.columns.iter().map(|(name, _)| name).collect();
            for column in &table.columns {
                let holds = tables.iter().any(|other| other.name == column.replace('_', "-"))
                    && table.name.starts_with(&column.replace('_', "-"));
                assert!(holds != said.contains(&column), "{}: {column}", table.name);
            }
            for (column, meaning) in &told.columns {
                assert!(!meaning.is_empty(), "{}: {column}", table.name);
            }
        }
    }

    #[test]
    fn a_text_in_a_further_language_has_no_line_of_its_own() {
        let table = Table {
            name: "events".to_owned(),
            columns: ["title", "title.ko"].map(str::to_owned).to_vec(),
            rows: Vec::new(),
        };
        let told = columns(&[table]);
        assert_eq!(told[0].columns, [("title".to_owned(), "A headline.".to_owned())]);
    }
}
