//! What a foreign file says of one record, before it is understood: texts by field, each with its place.

use std::collections::BTreeMap;
use std::ops::Range;

use super::columns::Field;

/// A text and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The text, without blanks around it; never empty.
    pub text: String,
    /// Where it stands.
    pub bytes: Range<usize>,
}

/// One record.
#[derive(Clone, Debug, Default)]
pub struct Given {
    fields: BTreeMap<Field, Vec<Said>>,
    /// Addresses that stand in its texts or formulas.
    pub links: Vec<Said>,
    /// Texts of a field in a further language, each with its tag.
    pub translations: Vec<(Field, String, Said)>,
    /// The place of the record.
    pub bytes: Range<usize>,
}

impl Given {
    /// A record at a place.
    pub fn at(bytes: Range<usize>) -> Given {
        Given { bytes, ..Given::default() }
    }

    /// Adds what is said of a field, unless that is nothing.
    pub fn put(&mut self, field: Field, text: &str, bytes: Range<usize>) {
        let text = text.trim().replace("\r\n", "\n").replace('\r', "\n");
        if !text.is_empty() {
            self.fields.entry(field).or_default().push(Said { text, bytes });
        }
    }

    /// Adds a field's text in a further language, unless that is nothing.
    pub fn translate(&mut self, field: Field, language: &str, text: &str, bytes: Range<usize>) {
        let text = text.trim().replace("\r\n", "\n").replace('\r', "\n");
        if !text.is_empty() {
            self.translations.push((field, language.to_owned(), Said { text, bytes }));
        }
    }

    /// What is said of a field, the first time.
    pub fn get(&self, field: Field) -> Option<&Said> {
        self.all(field).first()
    }

    /// Everything that is said of a field.
    pub fn all(&self, field: Field) -> &[Said] {
        self.fields.get(&field).map_or(&[], Vec::as_slice)
    }

    /// The text of a field; empty where nothing is said.
    pub fn text(&self, field: Field) -> &str {
        self.get(field).map_or("", |said| said.text.as_str())
    }

    /// Whether nothing is said at all.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.links.is_empty() && self.translations.is_empty()
    }

    /// The place of a field, or that of the record.
    pub fn place(&self, field: Field) -> Range<usize> {
        self.get(field).map_or_else(|| self.bytes.clone(), |said| said.bytes.clone())
    }
}
