//! An id that changes, changed wherever it is named.

use std::rc::Rc;

use super::schema::{DOSSIER, Field, Kind, Schema, Shape, names};
use super::table;
use super::value::Value;

/// The kind of record whose id stands at the key `id` of a record of this name.
pub fn kind_of(record: &str) -> Option<Kind> {
    match record {
        "Party" => Some(Kind::Party),
        "Source" => Some(Kind::Source),
        "Event" | table::RECORD => Some(Kind::Event),
        "Issue" => Some(Kind::Issue),
        "Clause" => Some(Kind::Clause),
        _ => None,
    }
}

/// The dossier with every mention of a record under its new id; the same where nothing mentions it.
pub fn renamed(doc: &Value, schema: &Schema, kind: Kind, old: &str, new: &str) -> Value {
    let renaming = Renaming { schema, kind, old, new };
    renaming.record(doc, DOSSIER).unwrap_or_else(|| doc.clone())
}

/// How often a record is mentioned.
pub fn mentions(doc: &Value, schema: &Schema, kind: Kind, id: &str) -> usize {
    fn count(
        value: &Value,
        shape: &Shape,
        holder: (&str, &str),
        schema: &Schema,
        kind: Kind,
        id: &str,
    ) -> usize {
        match (shape, value) {
            (Shape::Record(name), Value::Object(members)) => members
                .iter()
                .filter_map(|(key, value)| {
                    let field = schema.field(name, key)?;
                    Some(count(value, &field.shape, (name, key), schema, kind, id))
                })
                .sum(),
            // Many rows with few fields that name anything: only those are looked at, since a form asks this as it is drawn.
            (Shape::List(inner), Value::List(rows)) if **inner == Shape::Record(table::RECORD.into()) => {
                let naming = schema
                    .fields(table::RECORD)
                    .iter()
                    .filter(|field| names(table::RECORD, &field.name) == Some(kind));
                let ids = |field: &Field| {
                    let named =
                        rows.iter().flat_map(|row| row.get(&field.name).map_or(&[][..], Value::items));
                    named.filter(|named| named.as_text() == Some(id)).count()
                };
                naming.map(ids).sum()
            }
            (Shape::List(inner), Value::List(items)) => {
                items.iter().map(|item| count(item, inner, holder, schema, kind, id)).sum()
            }
            (Shape::Plain, Value::Text(text)) => {
                usize::from(&**text == id && names(holder.0, holder.1) == Some(kind))
            }
            _ => 0,
        }
    }
    count(doc, &Shape::Record(DOSSIER.into()), ("", ""), schema, kind, id)
}

struct Renaming<'a> {
    schema: &'a Schema,
    kind: Kind,
    old: &'a str,
    new: &'a str,
}

impl Renaming<'_> {
    /// The value changed; `None` where nothing changes.
    fn value(&self, value: &Value, shape: &Shape, record: &str, field: &str) -> Option<Value> {
        match (shape, value) {
            (Shape::Record(name), Value::Object(_)) => self.record(value, name),
            (Shape::List(inner), Value::List(items)) => {
                let mut changed = None;
                for (at, item) in items.iter().enumerate() {
                    if let Some(new) = self.value(item, inner, record, field) {
                        let list = changed.get_or_insert_with(|| Rc::clone(items));
                        if let Some(slot) = Rc::make_mut(list).get_mut(at) {
                            *slot = new;
                        }
                    }
                }
                changed.map(Value::List)
            }
            (Shape::Plain, Value::Text(text)) if &**text == self.old => {
                (names(record, field) == Some(self.kind)).then(|| Value::text(self.new))
            }
            _ => None,
        }
    }

    fn record(&self, value: &Value, record: &str) -> Option<Value> {
        let Value::Object(members) = value else { return None };
        let mut changed = None;
        for (at, (key, inner)) in members.iter().enumerate() {
            let Some(field) = self.schema.field(record, key) else { continue };
            if let Some(new) = self.value(inner, &field.shape, record, key) {
                let list = changed.get_or_insert_with(|| Rc::clone(members));
                if let Some(slot) = Rc::make_mut(list).get_mut(at) {
                    slot.1 = new;
                }
            }
        }
        changed.map(Value::Object)
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{schema, tiny};
    use super::*;

    #[test]
    fn an_id_changes_wherever_it_is_named_and_nowhere_else() {
        let (doc, schema) = (tiny(), schema());
        let before = mentions(&doc, &schema, Kind::Party, "us");
        assert!(before > 3);
        let changed = renamed(&doc, &schema, Kind::Party, "us", "usa");
        assert_eq!(mentions(&changed, &schema, Kind::Party, "us"), 0);
        assert_eq!(mentions(&changed, &schema, Kind::Party, "usa"), before);
        assert_eq!(changed.get("parties"), doc.get("parties"), "the record itself is not a mention");
        assert!(renamed(&doc, &schema, Kind::Event, "us", "usa").same(&doc), "another kind's id");
        assert!(changed.get("sources").unwrap().same(doc.get("sources").unwrap()), "what has none is shared");
    }
}
