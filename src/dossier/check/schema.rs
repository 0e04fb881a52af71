//! The one description of the format: the JSON Schema made from the types, and what the checker takes from it.

use std::collections::BTreeMap;

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::dossier::Dossier;

/// Fields that only the page's outline may lack. The types let them be empty; a dossier may not.
const REQUIRED: [(&str, &str); 3] = [("Event", "summary"), ("Position", "text"), ("Rung", "meaning")];

/// The schema that is published, before `native::schema` makes it one for every program. A file of a folder holds only some of the dossier's
/// parts, so no part is required of a file.
pub fn published() -> Value {
    let mut schema = of_dossier();
    if let Some(root) = schema.as_object_mut() {
        root.remove("required");
        root.insert("title".to_owned(), json!("Daylight dossier"));
    }
    schema
}

/// The schema of a whole dossier.
fn of_dossier() -> Value {
    let mut schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<Dossier>().to_value();
    for (name, field) in REQUIRED {
        let required =
            schema.pointer_mut(&format!("/definitions/{name}/required")).and_then(Value::as_array_mut);
        if let Some(required) = required {
            required.push(json!(field));
        }
    }
    schema
}

/// What a value must be.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// Whatever it is: for what the checker does not understand of the schema. A test sees that nothing is left here.
    Anything,
    /// A string.
    Text,
    /// `true` or `false`.
    Boolean,
    /// A number without a fraction.
    Integer(Bounds),
    /// A number.
    Number(Bounds),
    /// One of these words.
    Choice(Vec<String>),
    List(Box<Shape>),
    /// Values of one shape under free keys.
    Map(Box<Shape>),
    Object(Vec<Field>),
    /// A shape with a name of its own.
    Named(String),
    /// This or `null`.
    Nullable(Box<Shape>),
    /// A text, plain or by language.
    ByLanguage,
}

/// The least and the greatest number allowed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bounds {
    pub least: Option<f64>,
    pub greatest: Option<f64>,
}

/// A field of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    pub name: String,
    pub shape: Shape,
    pub required: bool,
    /// What the field is for.
    pub description: String,
}

/// The shapes of everything in a dossier.
pub struct Shapes {
    /// The dossier itself.
    pub root: Vec<Field>,
    named: BTreeMap<String, Shape>,
}

impl Shapes {
    /// The shapes of a dossier, from its schema.
    pub fn of_dossier() -> Shapes {
        let schema = of_dossier();
        let named = schema
            .get("definitions")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
            .map(|(name, schema)| (name.clone(), definition(name, schema)))
            .collect();
        let root = schema.as_object().map(fields).unwrap_or_default();
        Shapes { root, named }
    }

    /// The shape with this name.
    pub fn named(&self, name: &str) -> Option<&Shape> {
        self.named.get(name)
    }

    /// The names of all shapes that have one.
    #[cfg(test)]
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.named.keys().map(String::as_str)
    }

    /// The fields of the object with this name.
    #[cfg(test)]
    pub fn fields_of(&self, name: &str) -> &[Field] {
        if let Some(Shape::Object(fields)) = self.named(name) { fields } else { &[] }
    }

    /// The field of the dossier with this name.
    pub fn part(&self, name: &str) -> Option<&Field> {
        self.root.iter().find(|field| field.name == name)
    }
}

fn definition(name: &str, schema: &Value) -> Shape {
    if name == "Text" { Shape::ByLanguage } else { shape(schema) }
}

/// Exactly the keywords that schemars writes for our types; a test sees that there are no others.
fn shape(schema: &Value) -> Shape {
    let Some(schema) = schema.as_object() else { return Shape::Anything };
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        return Shape::Named(reference.rsplit('/').next().unwrap_or_default().to_owned());
    }
    if let Some([only]) = list(schema, "allOf") {
        return shape(only);
    }
    if let Some(options) = list(schema, "anyOf") {
        return nullable(options);
    }
    if let Some(options) = list(schema, "oneOf") {
        return choice(options);
    }
    typed(schema)
}

fn list<'s>(schema: &'s Map<String, Value>, keyword: &str) -> Option<&'s [Value]> {
    schema.get(keyword).and_then(Value::as_array).map(Vec::as_slice)
}

fn nullable(options: &[Value]) -> Shape {
    let is_null = |option: &&Value| option.get("type").and_then(Value::as_str) == Some("null");
    let mut others = options.iter().filter(|option| !is_null(option));
    match (others.next(), others.next()) {
        (Some(only), None) => Shape::Nullable(Box::new(shape(only))),
        _ => Shape::Anything,
    }
}

fn choice(options: &[Value]) -> Shape {
    let words = options.iter().map(|option| option.get("const").and_then(Value::as_str).map(str::to_owned));
    words.collect::<Option<Vec<String>>>().map_or(Shape::Anything, Shape::Choice)
}

fn typed(schema: &Map<String, Value>) -> Shape {
    match schema.get("type") {
        Some(Value::String(name)) => of_type(name, schema),
        Some(Value::Array(names)) => match names.as_slice() {
            [Value::String(name), Value::String(null)] if null == "null" => {
                Shape::Nullable(Box::new(of_type(name, schema)))
            }
            _ => Shape::Anything,
        },
        _ => Shape::Anything,
    }
}

fn of_type(name: &str, schema: &Map<String, Value>) -> Shape {
    match name {
        "string" => Shape::Text,
        "boolean" => Shape::Boolean,
        "integer" => Shape::Integer(bounds(schema)),
        "number" => Shape::Number(bounds(schema)),
        "array" => Shape::List(Box::new(schema.get("items").map_or(Shape::Anything, shape))),
        "object" => match schema.get("additionalProperties") {
            Some(values @ Value::Object(_)) => Shape::Map(Box::new(shape(values))),
            _ => Shape::Object(fields(schema)),
        },
        _ => Shape::Anything,
    }
}

fn bounds(schema: &Map<String, Value>) -> Bounds {
    let number = |keyword: &str| schema.get(keyword).and_then(Value::as_f64);
    let by_format = match schema.get("format").and_then(Value::as_str) {
        Some("uint32") => Some(f64::from(u32::MAX)),
        _ => None,
    };
    Bounds { least: number("minimum"), greatest: number("maximum").or(by_format) }
}

fn fields(schema: &Map<String, Value>) -> Vec<Field> {
    let required = list(schema, "required").unwrap_or_default();
    let properties = schema.get("properties").and_then(Value::as_object);
    properties
        .into_iter()
        .flatten()
        .map(|(name, property)| Field {
            name: name.clone(),
            shape: shape(property),
            required: required.iter().any(|required| required == name),
            description: property.get("description").and_then(Value::as_str).unwrap_or_default().to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Keywords that say what a value must be and are understood above.
    const UNDERSTOOD: [&str; 12] = [
        "$ref",
        "allOf",
        "anyOf",
        "oneOf",
        "const",
        "type",
        "properties",
        "required",
        "additionalProperties",
        "items",
        "minimum",
        "maximum",
    ];
    /// Keywords that say nothing of a value, or say it of `Day`, `Edtf` and `Text`, which have rules of their own.
    const OTHER: [&str; 9] = [
        "$schema",
        "title",
        "description",
        "definitions",
        "examples",
        "format",
        "pattern",
        "propertyNames",
        "minProperties",
    ];

    fn keywords(schema: &Value, found: &mut Vec<String>) {
        let Some(schema) = schema.as_object() else { return };
        for (keyword, value) in schema {
            found.push(keyword.clone());
            match keyword.as_str() {
                "properties" | "definitions" => {
                    value.as_object().unwrap().values().for_each(|schema| keywords(schema, found));
                }
                "allOf" | "anyOf" | "oneOf" => {
                    value.as_array().unwrap().iter().for_each(|schema| keywords(schema, found));
                }
                "items" | "additionalProperties" => keywords(value, found),
                _ => {}
            }
        }
    }

    #[test]
    fn no_keyword_appears_that_the_checker_does_not_know() {
        let mut found = Vec::new();
        keywords(&of_dossier(), &mut found);
        for keyword in found {
            assert!(
                UNDERSTOOD.contains(&keyword.as_str()) || OTHER.contains(&keyword.as_str()),
                "schemars writes `{keyword}`; teach check::schema to read it"
            );
        }
    }

    fn assert_understood(shape: &Shape, place: &str, shapes: &Shapes) {
        match shape {
            Shape::Anything => panic!("{place} is not understood"),
            Shape::List(inner) | Shape::Map(inner) | Shape::Nullable(inner) => {
                assert_understood(inner, place, shapes);
            }
            Shape::Object(fields) => {
                assert!(!fields.is_empty(), "{place}");
                for field in fields {
                    assert_understood(&field.shape, &format!("{place}.{}", field.name), shapes);
                }
            }
            Shape::Named(name) => assert!(shapes.named(name).is_some(), "{place}: {name}"),
            _ => {}
        }
    }

    #[test]
    fn every_shape_is_understood() {
        let shapes = Shapes::of_dossier();
        assert_understood(&Shape::Object(shapes.root.clone()), "Dossier", &shapes);
        for (name, shape) in &shapes.named {
            assert_understood(shape, name, &shapes);
        }
    }

    #[test]
    fn bounds_and_requirements_come_through() {
        let shapes = Shapes::of_dossier();
        let field = |kind: &str, name: &str| {
            shapes.fields_of(kind).iter().find(|field| field.name == name).unwrap().clone()
        };
        let weight = Bounds { least: Some(1.0), greatest: Some(3.0) };
        assert_eq!(field("Event", "weight").shape, Shape::Integer(weight));
        for (kind, name) in REQUIRED {
            assert!(field(kind, name).required, "{kind}.{name}");
        }
        assert!(shapes.part("meta").unwrap().required);
    }

    #[test]
    fn a_file_of_a_folder_need_not_hold_every_part() {
        assert_eq!(published().get("required"), None);
    }
}
