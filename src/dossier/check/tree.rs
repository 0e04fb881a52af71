//! A file's JSON as a tree in which every value knows its place.

use std::borrow::Cow;

/// A stretch of bytes in one of the files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The file's number.
    pub file: usize,
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// A value and its place.
#[derive(Clone, Debug)]
pub struct Node<'t> {
    pub span: Span,
    pub value: Value<'t>,
}

/// What JSON knows.
#[derive(Clone, Debug)]
pub enum Value<'t> {
    Null,
    Bool(bool),
    /// As written.
    Number(&'t str),
    String(Cow<'t, str>),
    List(Vec<Node<'t>>),
    Object(Vec<Entry<'t>>),
}

/// A key of an object with its value.
#[derive(Clone, Debug)]
pub struct Entry<'t> {
    pub key: Cow<'t, str>,
    pub key_span: Span,
    pub node: Node<'t>,
}

impl<'t> Node<'t> {
    /// The entries of an object; none for anything else.
    pub fn entries(&self) -> &[Entry<'t>] {
        if let Value::Object(entries) = &self.value { entries } else { &[] }
    }

    /// The items of a list; none for anything else.
    pub fn items(&self) -> &[Node<'t>] {
        if let Value::List(items) = &self.value { items } else { &[] }
    }

    /// The entry with this key.
    pub fn entry(&self, key: &str) -> Option<&Entry<'t>> {
        self.entries().iter().find(|entry| entry.key == key)
    }

    /// The value at this key.
    pub fn get(&self, key: &str) -> Option<&Node<'t>> {
        self.entry(key).map(|entry| &entry.node)
    }

    /// The items of the list at this key.
    pub fn list(&self, key: &str) -> &[Node<'t>] {
        self.get(key).map_or(&[], Node::items)
    }

    /// The text at this key.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(Node::as_str)
    }

    /// The text, where it is one.
    pub fn as_str(&self) -> Option<&str> {
        if let Value::String(text) = &self.value { Some(text) } else { None }
    }

    /// The whole number, where it is one.
    pub fn as_integer(&self) -> Option<i64> {
        if let Value::Number(number) = self.value { number.parse().ok() } else { None }
    }

    /// The number, where it is a finite one.
    pub fn as_number(&self) -> Option<f64> {
        let Value::Number(number) = self.value else { return None };
        number.parse().ok().filter(|number: &f64| number.is_finite())
    }

    /// The first character: the bracket of a list or object, so that a problem of the whole does not mark pages.
    pub fn opening(&self) -> Span {
        match self.value {
            Value::List(_) | Value::Object(_) => Span { end: self.span.start + 1, ..self.span },
            _ => self.span,
        }
    }

    /// What it is, for sentences.
    pub fn kind(&self) -> &'static str {
        match self.value {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::String(_) => "a text",
            Value::List(_) => "a list",
            Value::Object(_) => "an object",
        }
    }
}
