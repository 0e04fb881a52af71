//! The format of a dossier, as its JSON Schema has it: what a form is made from. What a schema cannot say, which record a text names
//! and how a field is written, stands in a small table beside it.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::path::{Path, Step};
use super::table;
use super::value::Value;
use crate::dossier::table::columns;
use crate::dossier::text::AS_THEY_ARE;

/// What a value must be.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A text without a language: an id, an address, a tag.
    Plain,
    /// A text, in the dossier's first language or by language.
    Words,
    /// A date as EDTF has it.
    Date,
    /// One day.
    Day,
    /// One of some words, each with what it means.
    Choice(Vec<(Rc<str>, Rc<str>)>),
    /// Yes or no.
    Flag,
    /// A number, whether it is whole, and its bounds.
    Number {
        /// Without a fraction.
        whole: bool,
        /// The least allowed.
        least: Option<i64>,
        /// The greatest allowed.
        greatest: Option<i64>,
    },
    /// A list.
    List(Box<Shape>),
    /// Values under free keys.
    Map(Box<Shape>),
    /// A record of this name.
    Record(Rc<str>),
    /// What no form is made for.
    Other,
}

/// A field of a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its key.
    pub name: Rc<str>,
    /// What it holds.
    pub shape: Shape,
    /// Whether it must be there.
    pub required: bool,
    /// What it is for.
    pub about: Rc<str>,
}

/// A kind of record that others name by its id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Somebody who acts.
    Party,
    /// Where a claim comes from.
    Source,
    /// What happened.
    Event,
    /// What is wanted.
    Issue,
    /// A clause of an agreed text.
    Clause,
    /// A counting rule of tests.
    Rule,
}

/// Which fields name records, by the record they stand in.
const NAMES: [(&str, &str, Kind); 37] = [
    ("Event", "parties", Kind::Party),
    (table::RECORD, "parties", Kind::Party),
    (table::RECORD, "sources", Kind::Source),
    ("Reading", "party", Kind::Party),
    ("Position", "party", Kind::Party),
    ("ClauseReading", "party", Kind::Party),
    ("TermReading", "party", Kind::Party),
    ("Estimate", "party", Kind::Party),
    ("Commitment", "by", Kind::Party),
    ("Commitment", "to", Kind::Party),
    ("Process", "parties", Kind::Party),
    ("Issue", "actors", Kind::Party),
    ("Gap", "expects", Kind::Party),
    ("Gap", "offers", Kind::Party),
    ("Position", "event", Kind::Event),
    ("Step", "supports", Kind::Event),
    ("Step", "complicates", Kind::Event),
    ("StepView", "event", Kind::Event),
    ("StepView", "issue", Kind::Issue),
    ("Commitment", "clause", Kind::Clause),
    ("TestDay", "counted_by", Kind::Rule),
    ("YearCount", "reference", Kind::Rule),
    ("Quote", "source", Kind::Source),
    ("Original", "source", Kind::Source),
    ("YieldEstimate", "source", Kind::Source),
    ("ArmsTests", "definition_sources", Kind::Source),
    ("Event", "sources", Kind::Source),
    ("Reading", "sources", Kind::Source),
    ("Position", "sources", Kind::Source),
    ("Clause", "sources", Kind::Source),
    ("ClauseReading", "sources", Kind::Source),
    ("Term", "sources", Kind::Source),
    ("TermReading", "sources", Kind::Source),
    ("Estimate", "sources", Kind::Source),
    ("Commitment", "sources", Kind::Source),
    ("Status", "sources", Kind::Source),
    ("Meeting", "sources", Kind::Source),
];
/// The same, of records that only tests and the argument have.
const MORE_NAMES: [(&str, &str, Kind); 5] = [
    ("NuclearTest", "sources", Kind::Source),
    ("YearCount", "sources", Kind::Source),
    ("TestDay", "sources", Kind::Source),
    ("Pause", "sources", Kind::Source),
    ("Argument", "sources", Kind::Source),
];

/// Fields of several lines; other texts have one, which grows.
const LONG: [&str; 14] = [
    "summary",
    "text",
    "note",
    "meaning",
    "dek",
    "method",
    "gist",
    "operative_words",
    "ambiguity",
    "plain",
    "claim",
    "record",
    "about",
    "outcome",
];

/// The kind of record that a field names, if it names any.
pub fn names(record: &str, field: &str) -> Option<Kind> {
    NAMES.iter().chain(&MORE_NAMES).find(|(r, f, _)| *r == record && *f == field).map(|(_, _, kind)| *kind)
}

/// Whether a text usually has several lines.
pub fn is_long(field: &str) -> bool {
    LONG.contains(&field)
}

/// Whether a text is not translated.
pub fn is_as_it_is(record: &str, field: &str) -> bool {
    AS_THEY_ARE.contains(&(record, field))
}

/// The format.
#[derive(Debug, PartialEq)]
pub struct Schema {
    records: BTreeMap<Rc<str>, Vec<Field>>,
}

/// The name under which the dossier's own fields stand.
pub const DOSSIER: &str = "Dossier";

impl Schema {
    /// Reads a JSON Schema as schemars writes it for the model's types.
    pub fn read(schema: &Value) -> Schema {
        let definitions = schema.get("definitions").unwrap_or(&Value::Null);
        let mut records: BTreeMap<Rc<str>, Vec<Field>> = BTreeMap::new();
        for (name, definition) in definitions.members() {
            if definition.get("properties").is_some() {
                records.insert(name.clone(), fields(definition, definitions));
            }
        }
        records.insert(DOSSIER.into(), fields(schema, definitions));
        let mut schema = Schema { records };
        schema.add_table();
        schema
    }

    /// The part that has the table's events, right behind the dossier's own: records with those of an event's fields that a table has
    /// columns for. Their texts are in one language.
    fn add_table(&mut self) {
        let of = |field: &Field| {
            let (_, required) = columns().find(|(name, _)| *name == &*field.name)?;
            let shape = if field.shape == Shape::Words { Shape::Plain } else { field.shape.clone() };
            Some(Field { shape, required, ..field.clone() })
        };
        let mut fields: Vec<Field> = self.fields("Event").iter().filter_map(of).collect();
        let own = |name: &str, shape, about: &str| Field {
            name: name.into(),
            shape,
            required: false,
            about: about.into(),
        };
        fields.push(own(table::RAW, Shape::Plain, table::ABOUT_RAW));
        self.records.insert(table::RECORD.into(), fields);
        let list = Shape::List(Box::new(Shape::Record(table::RECORD.into())));
        if let Some(parts) = self.records.get_mut(DOSSIER) {
            let after =
                parts.iter().position(|part| &*part.name == "events").map_or(parts.len(), |at| at + 1);
            parts.insert(after, own(table::ROWS, list, table::ABOUT));
        }
    }

    /// The fields of a record.
    pub fn fields(&self, record: &str) -> &[Field] {
        self.records.get(record).map_or(&[], Vec::as_slice)
    }

    /// A field of a record.
    pub fn field(&self, record: &str, name: &str) -> Option<&Field> {
        self.fields(record).iter().find(|field| &*field.name == name)
    }

    /// The shape of what stands at a path, the record it stands in, and its field there.
    pub fn at(&self, path: &Path) -> Option<At<'_>> {
        let mut at = At { record: DOSSIER, field: None, shape: None };
        for step in &path.0 {
            let shape = match (at.shape, step) {
                (None, Step::Key(key)) => self.enter(&mut at, DOSSIER, key)?,
                (Some(Shape::Record(name)), Step::Key(key)) => self.enter(&mut at, name, key)?,
                (Some(Shape::List(inner)), Step::Item(_)) | (Some(Shape::Map(inner)), _) => inner,
                (Some(Shape::Words), _) => &Shape::Plain,
                _ => return None,
            };
            at.shape = Some(shape);
        }
        Some(at)
    }

    fn enter<'s>(&'s self, at: &mut At<'s>, record: &'s str, key: &str) -> Option<&'s Shape> {
        let field = self.field(record, key)?;
        *at = At { record, field: Some(field), shape: Some(&field.shape) };
        Some(&field.shape)
    }

    /// The fields of a record that come before this one.
    pub fn before(&self, record: &str, key: &str) -> Vec<Rc<str>> {
        let fields = self.fields(record);
        let known = fields.iter().position(|field| &*field.name == key);
        fields
            .get(..known.unwrap_or_default())
            .unwrap_or_default()
            .iter()
            .map(|field| field.name.clone())
            .collect()
    }
}

/// What the schema says of a place.
#[derive(Clone, Copy, Debug)]
pub struct At<'s> {
    /// The record it stands in.
    pub record: &'s str,
    /// The field of that record in which, or in whose list or map, it stands.
    pub field: Option<&'s Field>,
    /// What stands there; `None` for the dossier itself.
    pub shape: Option<&'s Shape>,
}

fn fields(schema: &Value, definitions: &Value) -> Vec<Field> {
    let required = schema.get("required").map_or(&[][..], Value::items);
    let of = |(name, property): &(Rc<str>, Value)| {
        let shape = shape(property, definitions);
        let is_cited = &**name == "sources" && shape == Shape::List(Box::new(Shape::Plain));
        Field {
            name: name.clone(),
            shape,
            // A schema cannot say it, and the checker does: whatever has sources cites one.
            required: is_cited || required.iter().any(|required| required.as_text() == Some(name)),
            about: property.text_at("description").unwrap_or_default().into(),
        }
    };
    schema.get("properties").map_or(&[][..], Value::members).iter().map(of).collect()
}

fn shape(schema: &Value, definitions: &Value) -> Shape {
    if let Some(reference) = schema.text_at("$ref") {
        let name = reference.rsplit('/').next().unwrap_or_default();
        return named(name, definitions);
    }
    if let Some([only]) = schema.get("allOf").map(Value::items) {
        return shape(only, definitions);
    }
    if let Some(options) = schema.get("anyOf") {
        let one = options.items().iter().find(|option| option.text_at("type") != Some("null"));
        return one.map_or(Shape::Other, |one| shape(one, definitions));
    }
    let kind = match schema.get("type") {
        Some(Value::Text(kind)) => Some(&**kind),
        Some(kinds) => kinds.items().first().and_then(Value::as_text),
        None => None,
    };
    let bound = |key: &str| schema.get(key).and_then(Value::as_integer);
    match kind {
        Some("string") => Shape::Plain,
        Some("boolean") => Shape::Flag,
        Some(kind @ ("integer" | "number")) => {
            Shape::Number { whole: kind == "integer", least: bound("minimum"), greatest: bound("maximum") }
        }
        Some("array") => {
            Shape::List(Box::new(schema.get("items").map_or(Shape::Other, |items| shape(items, definitions))))
        }
        Some("object") => match schema.get("additionalProperties") {
            Some(values @ Value::Object(_)) => Shape::Map(Box::new(shape(values, definitions))),
            _ => Shape::Other,
        },
        _ => Shape::Other,
    }
}

fn named(name: &str, definitions: &Value) -> Shape {
    match name {
        "Text" => return Shape::Words,
        "Edtf" => return Shape::Date,
        "Day" => return Shape::Day,
        _ => {}
    }
    let Some(definition) = definitions.get(name) else { return Shape::Other };
    if definition.get("properties").is_some() {
        return Shape::Record(name.into());
    }
    let word = |option: &Value| {
        Some((option.text_at("const")?.into(), option.text_at("description").unwrap_or_default().into()))
    };
    match definition.get("oneOf").map(|options| options.items().iter().map(word).collect::<Option<Vec<_>>>())
    {
        Some(Some(words)) => Shape::Choice(words),
        _ => shape(definition, definitions),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::schema;
    use super::*;

    fn understood(shape: &Shape) -> bool {
        match shape {
            Shape::Other => false,
            Shape::List(inner) | Shape::Map(inner) => understood(inner),
            _ => true,
        }
    }

    #[test]
    fn every_field_of_the_format_has_a_form() {
        let schema = schema();
        assert!(schema.records.len() > 30);
        for (name, fields) in &schema.records {
            for field in fields {
                assert!(understood(&field.shape), "{name}.{}", field.name);
                assert!(!field.about.is_empty(), "{name}.{}", field.name);
                if let Shape::Record(inner) = &field.shape {
                    assert!(!schema.fields(inner).is_empty(), "{inner}");
                }
            }
        }
    }

    #[test]
    fn the_tables_name_fields_that_exist_and_no_reference_is_forgotten() {
        let schema = schema();
        for (record, field, _) in NAMES.iter().chain(&MORE_NAMES) {
            assert!(schema.field(record, field).is_some(), "{record}.{field}");
        }
        for (record, field) in AS_THEY_ARE {
            assert!(schema.field(record, field).is_some(), "{record}.{field}");
        }
        for (record, fields) in &schema.records {
            for field in fields {
                let plain = field.shape == Shape::Plain || field.shape == Shape::List(Box::new(Shape::Plain));
                if plain
                    && (field.about.contains("Id of")
                        || field.about.contains("Ids of")
                        || field.about.contains("'s id"))
                {
                    assert!(names(record, &field.name).is_some(), "{record}.{} names a record", field.name);
                }
            }
        }
    }

    #[test]
    fn whatever_has_sources_must_cite_one_but_a_row_of_the_table() {
        let schema = schema();
        for record in ["Event", "Reading", "Position", "Status", "Argument"] {
            assert!(schema.field(record, "sources").unwrap().required, "{record}");
        }
        assert!(!schema.field(table::RECORD, "sources").unwrap().required);
    }

    #[test]
    fn places_are_found() {
        let schema = schema();
        let at = schema.at(&Path::parse("/issues/2/positions/0/quote/on")).unwrap();
        assert_eq!((at.record, at.shape), ("Quote", Some(&Shape::Date)));
        let at = schema.at(&Path::parse("/events/0/parties/1")).unwrap();
        assert_eq!(
            (at.record, at.shape, &*at.field.unwrap().name),
            ("Event", Some(&Shape::Plain), "parties")
        );
        let at = schema.at(&Path::parse("/meta/title/ko")).unwrap();
        assert_eq!((at.record, at.shape), ("Meta", Some(&Shape::Plain)));
        assert!(schema.at(&Path::parse("/events/0/nothing")).is_none());
        assert_eq!(schema.before("Event", "title").len(), 2);
    }
}
