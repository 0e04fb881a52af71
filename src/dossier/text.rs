//! A text in one language or several, and a quotation with its speaker, day and source.

#[cfg(feature = "check")]
use serde::{Deserialize, Serialize};

use super::date::Edtf;

/// Words that are quoted or named as they are, and so stand in whatever languages they stand in: the record that holds them, and its
/// field.
#[cfg(any(feature = "check", feature = "studio"))]
pub const AS_THEY_ARE: [(&str, &str); 6] = [
    ("Quote", "text"),
    ("Clause", "operative_words"),
    ("Source", "title"),
    ("Source", "publisher"),
    ("Source", "author"),
    ("TestDay", "types_by_reference"),
];

/// The records whose exact words can have a translation beside them, and the field of the words.
#[cfg(any(feature = "check", feature = "studio"))]
pub const TRANSLATED: [(&str, &str); 2] = [("Quote", "text"), ("Clause", "operative_words")];

/// The field of that translation. It has no text in the words' own language.
#[cfg(any(feature = "check", feature = "studio"))]
pub const TRANSLATION: &str = "translation";

/// Whether no page can show a character: a control character other than the tab and line breaks, or one of the two code points that are
/// never one. XML refuses them, and so does every drawing.
pub fn is_unwritable(sign: char) -> bool {
    matches!(sign, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// A BCP 47 tag's language, without region or script.
pub fn base_language(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// A text: plain (in the dossier's first language), or one text for each language, by BCP 47 tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// `"a text"`
    Plain(String),
    /// `{"en": "a text", "ko": "…"}`
    ByLanguage(ByKey<String>),
}

impl Text {
    /// The text in `language`; where that is missing, in the same language without its region (`ko` for `ko-KR`), else
    /// the plain text or the first there is.
    pub fn get(&self, language: &str) -> &str {
        match self {
            Text::Plain(text) => text,
            Text::ByLanguage(texts) => {
                let first = || texts.values().next().map(String::as_str);
                self.only_in(language).or_else(first).unwrap_or_default()
            }
        }
    }

    /// The text in `language` and no other, with or without a region; a plain text, which says no language.
    pub fn only_in(&self, language: &str) -> Option<&str> {
        match self {
            Text::Plain(text) => Some(text),
            Text::ByLanguage(texts) => {
                texts.get(language).or_else(|| texts.get(base_language(language))).map(String::as_str)
            }
        }
    }

    /// The text in each language there is.
    pub fn all(&self) -> Vec<&str> {
        match self {
            Text::Plain(text) => vec![text],
            Text::ByLanguage(texts) => texts.values().map(String::as_str).collect(),
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

/// A few values by key, in order of their keys. A tree map would do; for a handful of entries this does with a fraction of
/// the code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByKey<T>(Vec<(String, T)>);

impl<T> ByKey<T> {
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&T> {
        self.0.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// Sets the value of a key.
    pub fn insert(&mut self, key: String, value: T) {
        let at = self.0.iter().position(|(name, _)| *name >= key).unwrap_or(self.0.len());
        match self.0.get_mut(at).filter(|(name, _)| *name == key) {
            Some(found) => found.1 = value,
            None => self.0.insert(at, (key, value)),
        }
    }

    /// Keys and values, in order of the keys.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &T)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// The keys, in order.
    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.0.iter().map(|(key, _)| key)
    }

    /// The values, in order of their keys.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.0.iter().map(|(_, value)| value)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> Default for ByKey<T> {
    fn default() -> ByKey<T> {
        ByKey(Vec::new())
    }
}

impl<T> FromIterator<(String, T)> for ByKey<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(items: I) -> ByKey<T> {
        let mut map = ByKey::default();
        for (key, value) in items {
            map.insert(key, value);
        }
        map
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

/// Somebody's exact words. They are never changed and never translated in place: a translation stands beside them.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
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
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub lang: Option<String>,
    /// The words in languages in which they were not published, translated by the dossier's authors. It stands beside the words and says
    /// whose it is.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub translation: Option<Text>,
    /// The same words as they were published in another language: above all in that in which they were said.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub original: Option<Original>,
}

impl Quote {
    /// The ids of the sources of a quotation, where there is one.
    pub fn sources_of(quote: &Option<Quote>) -> impl Iterator<Item = &String> {
        quote.iter().flat_map(Quote::sources)
    }

    /// The ids of the sources of a record, then those of its quotation, where there is one.
    pub fn cited<'a>(sources: &'a [String], quote: &'a Option<Quote>) -> impl Iterator<Item = &'a String> {
        sources.iter().chain(Quote::sources_of(quote))
    }

    /// The ids of the sources that carry it, in the language quoted and in that of the original.
    fn sources(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.source).chain(self.original.iter().map(|original| &original.source))
    }
}

/// Words that are quoted in another language, as they were published in this one: read word for word in a page, never translated back.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "check",
    derive(Serialize, Deserialize, schemars::JsonSchema),
    serde(deny_unknown_fields)
)]
pub struct Original {
    /// The exact words, without quotation marks.
    pub text: String,
    /// Their language (BCP 47).
    pub lang: String,
    /// The id of the source that carries them.
    pub source: String,
    /// Where their sense differs from the words quoted, or how the page changed their spelling.
    #[cfg_attr(feature = "check", serde(default, skip_serializing_if = "Option::is_none"))]
    pub note: Option<Text>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_falls_back_to_its_language_and_that_to_the_first() {
        let of = |texts: &[(&str, &str)]| {
            let texts = texts.iter().map(|(tag, text)| ((*tag).to_owned(), (*text).to_owned()));
            Text::ByLanguage(texts.collect())
        };
        let text = of(&[("en", "Talks"), ("ko", "회담")]);
        assert_eq!([text.get("ko"), text.get("ko-KR"), text.get("fr")], ["회담", "회담", "Talks"]);
        assert_eq!([text.only_in("ko-KR"), text.only_in("fr")], [Some("회담"), None]);
        // What is written for the region itself comes first.
        let own = of(&[("pt", "Facto"), ("pt-BR", "Fato")]);
        assert_eq!([own.get("pt-BR"), own.get("pt-PT"), own.get("pt")], ["Fato", "Facto", "Facto"]);
    }
}
