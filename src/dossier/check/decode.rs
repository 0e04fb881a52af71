//! The checked tree becomes the dossier, by the same serde that reads a dossier anywhere.

use serde::de::value::{Error, MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::tree::{Node, Value};

/// What to do about a dossier that passes every check and cannot be read all the same.
pub const FIX: &str = "this is a gap in the checker: please report it with the file";

impl<'de, 't> IntoDeserializer<'de, Error> for &'de Node<'t> {
    type Deserializer = &'de Node<'t>;

    fn into_deserializer(self) -> Self::Deserializer {
        self
    }
}

impl<'de, 't> Deserializer<'de> for &'de Node<'t> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match &self.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(*value),
            Value::Number(number) => {
                if let Ok(whole) = number.parse() {
                    visitor.visit_u64(whole)
                } else if let Ok(whole) = number.parse() {
                    visitor.visit_i64(whole)
                } else {
                    visitor.visit_f64(self.as_number().unwrap_or(f64::NAN))
                }
            }
            Value::String(text) => visitor.visit_borrowed_str(text),
            Value::List(items) => SeqDeserializer::new(items.iter()).deserialize_any(visitor),
            Value::Object(entries) => {
                let pairs = entries.iter().map(|entry| (entry.key.as_ref(), &entry.node));
                MapDeserializer::new(pairs).deserialize_any(visitor)
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if matches!(self.value, Value::Null) { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let word: &str = self.as_str().unwrap_or_default();
        IntoDeserializer::<Error>::into_deserializer(word).deserialize_enum(name, variants, visitor)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        newtype_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}
