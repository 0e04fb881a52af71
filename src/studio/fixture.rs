//! What this room's tests start from: the format, and dossiers as values.

use std::rc::Rc;

use super::schema::Schema;
use super::value::Value;

thread_local! {
    /// Made once: what is random asks for it some hundred times.
    static SCHEMA: Rc<Schema> =
        Rc::new(Schema::read(&Value::parse(&crate::dossier::check::json_schema().to_string()).unwrap()));
}

/// The format, as it is published.
pub fn schema() -> Rc<Schema> {
    SCHEMA.with(Rc::clone)
}

/// A small dossier without errors.
pub fn tiny() -> Value {
    Value::parse(include_str!("../../tests/check/cases/00-minimal.json")).unwrap()
}
