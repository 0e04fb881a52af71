//! `docs/dossier-reference.md`: every record and field of a dossier as Markdown, from the same schema that editors complete with, so
//! that none of the three (types, schema, page) can say something else.

use std::fmt::Write as _;

use serde_json::{Map, Value};

use crate::dossier::check::json_schema;

/// What a reader is told before the first record.
const HEAD: &str = "\
# Reference of the dossier format

Every record and every field, made from the types in `src/dossier/model/` by `daylight schema --format markdown`; change those and
not this page. How files are put together, and what the checker asks beyond this, stands in [dossier-format.md](dossier-format.md).

A field that is **bold** must be there. *Text* is a string in the dossier's first language, or an object with a string for each
language. *Id* of something is an id that exists in the same dossier.
";

/// The whole page.
pub fn text() -> String {
    Reference::of(&json_schema()).written()
}

/// The definitions of a schema in the order in which a reader meets them.
struct Reference<'a> {
    root: &'a Value,
    /// Names of definitions, each once, every one after the first that mentions it.
    order: Vec<&'a str>,
}

impl<'a> Reference<'a> {
    fn of(root: &'a Value) -> Self {
        let mut reference = Reference { root, order: Vec::new() };
        reference.meet(root);
        reference
    }

    /// Notes the definitions that a shape mentions, then those that these mention.
    fn meet(&mut self, shape: &'a Value) {
        for name in fields(shape).values().flat_map(mentioned) {
            if !self.order.contains(&name) {
                self.order.push(name);
                if let Some(shape) = self.definition(name) {
                    self.meet(shape);
                }
            }
        }
    }

    fn definition(&self, name: &str) -> Option<&'a Value> {
        self.root.get("definitions")?.get(name)
    }

    fn written(&self) -> String {
        let mut page = HEAD.to_owned();
        let _ = write!(page, "\n## The dossier\n\nThe keys of its files.\n\n");
        self.table(&mut page, self.root);
        for name in &self.order {
            if let Some(shape) = self.definition(name) {
                self.section(&mut page, name, shape);
            }
        }
        page
    }

    fn section(&self, page: &mut String, name: &str, shape: &Value) {
        let _ = write!(page, "\n## {name}\n\n{}\n", words(shape));
        let choices = choices(shape);
        if !choices.is_empty() {
            let _ = write!(page, "\n| word | meaning |\n|---|---|\n");
            for choice in choices {
                let word = choice.get("const").and_then(Value::as_str).unwrap_or_default();
                let _ = writeln!(page, "| `{word}` | {} |", cell(&words(choice)));
            }
        } else if !fields(shape).is_empty() {
            page.push('\n');
            self.table(page, shape);
        }
        let examples: Vec<String> = shape
            .get("examples")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .map(|value| format!("`{value}`"))
            .collect();
        if !examples.is_empty() {
            let _ = write!(page, "\nFor example {}.\n", examples.join(", "));
        }
    }

    fn table(&self, page: &mut String, shape: &Value) {
        let required: Vec<&str> = shape
            .get("required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let _ = write!(page, "| field | takes | meaning |\n|---|---|---|\n");
        for (field, takes) in fields(shape) {
            let name = if required.contains(&field.as_str()) {
                format!("**`{field}`**")
            } else {
                format!("`{field}`")
            };
            let _ = writeln!(page, "| {name} | {} | {} |", cell(&self.takes(takes)), cell(&words(takes)));
        }
    }

    /// What a field takes, in a few words, with links to what has a section.
    fn takes(&self, shape: &Value) -> String {
        if let Some(name) = referred(shape) {
            return format!("[{name}](#{})", name.to_lowercase());
        }
        if let Some(items) = shape.get("items") {
            return format!("list of {}", self.takes(items));
        }
        if let Some(of) = shape.get("additionalProperties").filter(|of| of.is_object()) {
            return format!("object of {}", self.takes(of));
        }
        let bounds = |key| shape.get(key).and_then(Value::as_i64);
        match type_of(shape) {
            // The bounds of the type that holds it say nothing to an author.
            Some("integer") => {
                match (bounds("minimum"), bounds("maximum").filter(|most| ![255, 65_535].contains(most))) {
                    (Some(least), Some(most)) => format!("number, {least} to {most}"),
                    _ => "number".to_owned(),
                }
            }
            Some("number") => "number".to_owned(),
            Some("boolean") => "`true` or `false`".to_owned(),
            Some("string") => "string".to_owned(),
            Some(other) => other.to_owned(),
            None => "anything".to_owned(),
        }
    }
}

/// The fields of an object's shape, in the order of the types.
pub(super) fn fields(shape: &Value) -> &Map<String, Value> {
    static NONE: std::sync::LazyLock<Map<String, Value>> = std::sync::LazyLock::new(Map::new);
    shape.get("properties").and_then(Value::as_object).unwrap_or(&NONE)
}

/// The shapes of an enumeration's words.
pub(super) fn choices(shape: &Value) -> Vec<&Value> {
    let words = shape.get("oneOf").and_then(Value::as_array);
    words.into_iter().flatten().filter(|choice| choice.get("const").is_some()).collect()
}

/// The definition that a shape is: by itself, or where it may also be left out.
pub(super) fn referred(shape: &Value) -> Option<&str> {
    let own = shape.get("$ref").and_then(Value::as_str).and_then(|place| place.rsplit('/').next());
    own.or_else(|| {
        ["allOf", "anyOf"].iter().filter_map(|key| shape.get(key)?.as_array()).flatten().find_map(referred)
    })
}

/// The definitions that a field mentions: its own, its items', its values'.
fn mentioned(shape: &Value) -> Option<&str> {
    referred(shape).or_else(|| {
        ["items", "additionalProperties"].iter().filter_map(|key| shape.get(key)).find_map(mentioned)
    })
}

/// The type, where `null` only says that the field may be left out.
fn type_of(shape: &Value) -> Option<&str> {
    match shape.get("type")? {
        Value::String(one) => Some(one),
        Value::Array(several) => several.iter().filter_map(Value::as_str).find(|one| *one != "null"),
        _ => None,
    }
}

/// What a shape says of itself, on one line.
pub(super) fn words(shape: &Value) -> String {
    shape.get("description").and_then(Value::as_str).unwrap_or_default().replace('\n', " ")
}

/// A text that cannot end its cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_definition_of_the_schema_has_a_section_and_every_link_leads_to_one() {
        let schema = json_schema();
        let page = text();
        for name in schema["definitions"].as_object().unwrap().keys() {
            assert!(page.contains(&format!("\n## {name}\n")), "{name} has no section");
        }
        for link in page.split("](#").skip(1) {
            let target = link.split(')').next().unwrap();
            assert!(
                page.lines().any(|line| line.to_lowercase() == format!("## {target}")),
                "no section {target}"
            );
        }
    }

    #[test]
    fn a_field_says_whether_it_must_be_there_and_what_it_takes() {
        let page = text();
        assert!(page.contains("| **`low`** | number | The lowest rung it can mean. |"));
        assert!(page.contains("| `until` | [Day](#day) | "));
        assert!(page.contains("| `sources` | list of string | "));
        assert!(page.contains("| **`weight`** | number, 1 to 3 | "));
        assert!(page.contains("| `expects` | It wants this much. |"));
    }
}
