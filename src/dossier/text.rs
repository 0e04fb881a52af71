//! A text in one language or several, and a quotation with its speaker, day and source.

use std::collections::BTreeMap;

#[cfg(feature = "native")]
use serde::{Deserialize, Serialize};

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

/// Somebody's exact words. They are never changed and never translated in place.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "native",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
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
    #[cfg_attr(feature = "native", serde(default, skip_serializing_if = "Option::is_none"))]
    pub lang: Option<String>,
}
