//! A text in one language or several, and a quotation with its speaker, day and source.

use std::collections::BTreeMap;
use std::fmt;

use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::date::Edtf;

/// A text: plain (in the dossier's first language), or one text for each language, by BCP 47 tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// `"a text"`
    Plain(String),
    /// `{"en": "a text", "ko": "…"}`
    ByLanguage(BTreeMap<String, String>),
}

impl Text {
    /// The text in `language`; where that is missing, in the same language without its region (`ko` for `ko-KR`), else
    /// the plain text or the first there is.
    pub fn get(&self, language: &str) -> &str {
        match self {
            Text::Plain(text) => text,
            Text::ByLanguage(texts) => {
                let base = language.split('-').next().unwrap_or(language);
                texts
                    .get(language)
                    .or_else(|| texts.get(base))
                    .or_else(|| texts.values().next())
                    .map_or("", String::as_str)
            }
        }
    }

    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        match self {
            Text::Plain(text) => text.is_empty(),
            Text::ByLanguage(texts) => texts.values().all(String::is_empty),
        }
    }
}

impl Default for Text {
    fn default() -> Text {
        Text::Plain(String::new())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Text {
        Text::Plain(text.to_owned())
    }
}

// Written by hand because serde's untagged enums lose the place of an error.
impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Text::Plain(text) => serializer.serialize_str(text),
            Text::ByLanguage(texts) => {
                let mut map = serializer.serialize_map(Some(texts.len()))?;
                for (language, text) in texts {
                    map.serialize_entry(language, text)?;
                }
                map.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Text;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, or an object of texts by language")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Text, E> {
                Ok(Text::Plain(text.to_owned()))
            }
            fn visit_string<E: de::Error>(self, text: String) -> Result<Text, E> {
                Ok(Text::Plain(text))
            }
            fn visit_map<A: de::MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
                let mut texts = BTreeMap::new();
                while let Some((language, text)) = map.next_entry()? {
                    texts.insert(language, text);
                }
                Ok(Text::ByLanguage(texts))
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

#[cfg(feature = "native")]
impl schemars::JsonSchema for Text {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A text in the dossier's first language, or one text for each language by BCP 47 tag.",
            "anyOf": [
                { "type": "string" },
                {
                    "type": "object",
                    "propertyNames": { "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$" },
                    "additionalProperties": { "type": "string" },
                    "minProperties": 1
                }
            ],
            "examples": ["War remains", { "en": "War remains", "de": "Gefallene" }]
        })
    }
}

/// Somebody's exact words. They are never changed and never translated in place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "native", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// The exact words, without quotation marks.
    pub text: Text,
    /// Who said or wrote them.
    pub by: Text,
    /// When they were said or published.
    pub on: Edtf,
    /// The id of the source that carries them.
    pub source: String,
    /// The language of the words (BCP 47), where it is not the dossier's first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
}
