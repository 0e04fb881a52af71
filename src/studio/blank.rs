//! Records in which nothing is written yet: what must be there is there, empty.

use super::label::languages;
use super::schema::{DOSSIER, Schema, Shape};
use super::value::Value;
use crate::dossier::check::TEMPLATE;

/// A new record. `id` is its id, where its kind has one; `place` is where it stands among its like, which numbers a rung.
pub fn record(schema: &Schema, name: &str, id: &str, place: usize) -> Value {
    let members = schema.fields(name).iter().filter(|field| field.required).filter_map(|field| {
        let value = match (name, &*field.name) {
            (_, "id") => Value::text(id),
            ("Rung", "rung") => Value::Number(place.to_string().into()),
            _ => empty(schema, &field.shape)?,
        };
        Some((&*field.name, value))
    });
    Value::object(members)
}

/// The empty value of a shape; `None` where nothing stands for "not said yet".
pub fn empty(schema: &Schema, shape: &Shape) -> Option<Value> {
    match shape {
        Shape::Plain | Shape::Words | Shape::Date | Shape::Day | Shape::Choice(_) => Some(Value::text("")),
        Shape::List(_) => Some(Value::list(Vec::new())),
        Shape::Map(_) => Some(Value::object([])),
        Shape::Record(name) => Some(record(schema, name, "", 0)),
        Shape::Flag | Shape::Number { .. } | Shape::Other => None,
    }
}

/// A dossier to begin with: two sides, one event, one issue, one source, all of them to be written over. `today` is a day.
pub fn dossier(schema: &Schema, today: &str) -> Value {
    let year = today.get(..4).unwrap_or("2020").to_owned();
    let t = Value::text;
    let [id, title, dek, first, second] = TEMPLATE;
    let meta = Value::object([
        ("id", t(id)),
        ("title", t(title)),
        ("dek", t(dek)),
        ("languages", Value::list(vec![t("en")])),
        (
            "span",
            Value::object([
                ("from", t(&format!("{year}-01-01"))),
                ("to", t(&format!("{year}-12-31"))),
                ("focus", t(&format!("{year}-01-01/{year}-12-31"))),
            ]),
        ),
        ("default_as_of", t(&format!("{year}-12-31"))),
        ("content_licence", t("CC BY 4.0")),
    ]);
    let party = |id: &str, name: &str, side: &str| {
        Value::object([("id", t(id)), ("name", t(name)), ("short", t(name)), ("side", t(side))])
    };
    let parts = [
        ("meta", meta),
        ("parties", Value::list(vec![party("side-a", first, "a"), party("side-b", second, "b")])),
    ];
    let rest =
        schema.fields(DOSSIER).iter().filter(|field| matches!(field.shape, Shape::List(_)) && field.required);
    let lists =
        rest.filter(|field| &*field.name != "parties").map(|field| (&*field.name, Value::list(Vec::new())));
    Value::object(parts.into_iter().chain(lists))
}

/// An id that no record of a list has: `new`, `new-2`.
pub fn free_id(list: &[Value], wanted: &str) -> String {
    let taken = |id: &str| list.iter().any(|record| record.text_at("id") == Some(id));
    if !taken(wanted) {
        return wanted.to_owned();
    }
    (2..).map(|number| format!("{wanted}-{number}")).find(|id| !taken(id)).unwrap_or_default()
}

/// The language of a dossier's plain texts.
pub fn first_language(doc: &Value) -> String {
    languages(doc).first().copied().unwrap_or("en").to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::schema;
    use super::*;
    use crate::dossier::check::{Code, Severity, SourceFile, check};

    #[test]
    fn the_dossier_to_begin_with_has_no_error() {
        let text = dossier(&schema(), "2026-03-01").pretty();
        let found = check(&[SourceFile { name: "x.json".to_owned(), text }]).diagnostics;
        assert!(found.iter().all(|found| found.severity == Severity::Warning), "{found:?}");
        // Nothing of it is published without a word.
        let fields = [
            "/meta/id",
            "/meta/title",
            "/meta/dek",
            "/parties/0/name",
            "/parties/0/short",
            "/parties/1/name",
            "/parties/1/short",
        ];
        let mut told: Vec<&str> = found
            .iter()
            .filter(|found| found.code == Code::TemplateText)
            .map(|found| &*found.pointer)
            .collect();
        told.sort_unstable_by_key(|field| fields.iter().position(|known| known == field));
        assert_eq!(told, fields);
    }

    #[test]
    fn a_new_record_has_what_must_be_there() {
        let schema = schema();
        let event = record(&schema, "Event", "new", 0);
        assert_eq!(event.text_at("id"), Some("new"));
        for field in schema.fields("Event").iter().filter(|field| field.required) {
            assert_eq!(event.get(&field.name).is_some(), &*field.name != "weight", "{}", field.name);
        }
        assert_eq!(record(&schema, "Rung", "", 3).get("rung").and_then(Value::as_integer), Some(3));
        assert!(record(&schema, "Issue", "i", 0).get("gap").is_some_and(|gap| gap.get("offers").is_some()));
        // A rung that nobody chose would say that the party gives nothing.
        let position = record(&schema, "Position", "", 0);
        assert_eq!(["low", "high"].map(|end| position.get(end).cloned()), [None, None]);
        let list = [event];
        assert_eq!((free_id(&list, "new").as_str(), free_id(&list, "old").as_str()), ("new-2", "old"));
    }
}
