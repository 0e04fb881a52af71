//! What this room's tests start from: the format, and dossiers as values.

use super::schema::Schema;
use super::value::Value;

/// The format, as it is published.
pub fn schema() -> Schema {
    Schema::read(&Value::parse(&crate::dossier::check::json_schema().to_string()).unwrap())
}

/// A small dossier without errors.
pub fn tiny() -> Value {
    Value::parse(include_str!("../../tests/check/cases/00-minimal.json")).unwrap()
}
