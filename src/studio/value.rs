//! JSON as an author left it: members in their order, numbers as they were written, keys that nobody knows. Values are shared, so that a
//! version of a dossier costs what differs from the one before, and two are compared by where they stand in memory.

use std::fmt;
use std::rc::Rc;

/// How deep lists and objects may lie in each other; the checker has the same limit.
const MAX_DEPTH: usize = 64;

/// A JSON value. (With `Eq`, what two of them share is equal at a glance.)
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as written.
    Number(Rc<str>),
    /// A text.
    Text(Rc<str>),
    /// A list.
    List(Rc<Vec<Value>>),
    /// An object.
    Object(Rc<Vec<(Rc<str>, Value)>>),
}

/// Where a text stops being JSON, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {what}")]
pub struct NotJson {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong there.
    pub what: &'static str,
}

impl Value {
    /// A text.
    pub fn text(text: &str) -> Value {
        Value::Text(text.into())
    }

    /// A list.
    pub fn list(items: Vec<Value>) -> Value {
        Value::List(Rc::new(items))
    }

    /// An object.
    pub fn object<'k>(members: impl IntoIterator<Item = (&'k str, Value)>) -> Value {
        Value::Object(Rc::new(members.into_iter().map(|(key, value)| (key.into(), value)).collect()))
    }

    /// The member of an object; of a key written twice, the first.
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.members().iter().find(|(name, _)| &**name == key).map(|(_, value)| value)
    }

    /// The members of an object; none of anything else.
    pub fn members(&self) -> &[(Rc<str>, Value)] {
        if let Value::Object(members) = self { members } else { &[] }
    }

    /// The items of a list; none of anything else.
    pub fn items(&self) -> &[Value] {
        if let Value::List(items) = self { items } else { &[] }
    }

    /// The text, where it is one.
    pub fn as_text(&self) -> Option<&str> {
        if let Value::Text(text) = self { Some(text) } else { None }
    }

    /// The text at a key.
    pub fn text_at(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(Value::as_text)
    }

    /// The whole number, where it is one.
    pub fn as_integer(&self) -> Option<i64> {
        if let Value::Number(number) = self { number.parse().ok() } else { None }
    }

    /// Whether both are one and the same in memory, or a plain value that is equal.
    pub fn same(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::List(a), Value::List(b)) => Rc::ptr_eq(a, b),
            (Value::Object(a), Value::Object(b)) => Rc::ptr_eq(a, b),
            (Value::Text(a), Value::Text(b)) | (Value::Number(a), Value::Number(b)) => {
                Rc::ptr_eq(a, b) || a == b
            }
            (Value::Bool(a), Value::Bool(b)) => a == b,
            (Value::Null, Value::Null) => true,
            _ => false,
        }
    }

    /// Reads a text as JSON, a byte order mark before it left out.
    ///
    /// # Errors
    /// Where it stops being JSON.
    pub fn parse(text: &str) -> Result<Value, NotJson> {
        let body = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = Reader { text: body, at: 0, depth: 0, what: "a value is expected here" };
        let Some(value) = reader.value() else { return Err(reader.stopped(reader.what)) };
        reader.space();
        if reader.at == body.len() {
            Ok(value)
        } else {
            Err(reader.stopped("the text goes on after its end"))
        }
    }

    /// As one line.
    pub fn compact(&self) -> String {
        let mut out = String::new();
        write(self, None, &mut out);
        out
    }

    /// For people: two spaces a level, a line a value, a line end at the end. The same value gives the same text.
    pub fn pretty(&self) -> String {
        let mut out = String::new();
        write(self, Some(0), &mut out);
        out.push('\n');
        out
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.compact())
    }
}

/// Whether a text is a number as JSON has it.
pub fn is_number(text: &str) -> bool {
    let mut reader = Reader { text, at: 0, depth: 0, what: "" };
    reader.number().is_some() && reader.at == text.len()
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    depth: usize,
    what: &'static str,
}

impl Reader<'_> {
    fn stopped(&self, what: &'static str) -> NotJson {
        let before = self.text.get(..self.at).unwrap_or(self.text);
        let line = before.rsplit('\n').next().unwrap_or_default();
        NotJson { line: before.matches('\n').count() + 1, column: line.chars().count() + 1, what }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn refuse<T>(&mut self, what: &'static str) -> Option<T> {
        self.what = what;
        None
    }

    fn take(&mut self, byte: u8) -> bool {
        self.space();
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn word(&mut self, word: &str, value: Value) -> Option<Value> {
        if self.text.get(self.at..).is_some_and(|rest| rest.starts_with(word)) {
            self.at += word.len();
            Some(value)
        } else {
            self.refuse("a value is expected here")
        }
    }

    fn value(&mut self) -> Option<Value> {
        self.space();
        match self.peek() {
            Some(b'"') => self.string().map(|text| Value::Text(text.into())),
            Some(b'{') => self.nested(Self::members),
            Some(b'[') => self.nested(Self::listed),
            Some(b't') => self.word("true", Value::Bool(true)),
            Some(b'f') => self.word("false", Value::Bool(false)),
            Some(b'n') => self.word("null", Value::Null),
            Some(b'-' | b'0'..=b'9') => self.number().map(|number| Value::Number(number.into())),
            Some(_) => self.refuse("a value is expected here"),
            None => self.refuse("the text ends too early"),
        }
    }

    fn nested(&mut self, read: impl Fn(&mut Self) -> Option<Value>) -> Option<Value> {
        if self.depth == MAX_DEPTH {
            return self.refuse("lists and objects stand too deep in one another");
        }
        self.depth += 1;
        self.at += 1;
        let value = read(self)?;
        self.depth -= 1;
        Some(value)
    }

    fn listed(&mut self) -> Option<Value> {
        let mut items = Vec::new();
        if self.take(b']') {
            return Some(Value::list(items));
        }
        loop {
            items.push(self.value()?);
            if self.take(b']') {
                return Some(Value::list(items));
            }
            if !self.take(b',') {
                return self.refuse("a comma or the end of the list is expected here");
            }
        }
    }

    fn members(&mut self) -> Option<Value> {
        let mut members: Vec<(Rc<str>, Value)> = Vec::new();
        if self.take(b'}') {
            return Some(Value::Object(Rc::new(members)));
        }
        loop {
            self.space();
            if self.peek() != Some(b'"') {
                return self.refuse("a key in double quotes is expected here");
            }
            let key = self.string()?;
            if !self.take(b':') {
                return self.refuse("a colon is expected here");
            }
            members.push((key.into(), self.value()?));
            if self.take(b'}') {
                return Some(Value::Object(Rc::new(members)));
            }
            if !self.take(b',') {
                return self.refuse("a comma or the end of the object is expected here");
            }
        }
    }

    fn string(&mut self) -> Option<String> {
        self.at += 1;
        let mut out = String::new();
        loop {
            let start = self.at;
            while self.peek().is_some_and(|byte| byte != b'"' && byte != b'\\' && byte >= 0x20) {
                self.at += 1;
            }
            // The bytes that end a stretch are ASCII, so it is cut between characters.
            out.push_str(self.text.get(start..self.at)?);
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Some(out);
                }
                Some(b'\\') => {
                    self.at += 1;
                    self.escape(&mut out)?;
                }
                Some(_) => return self.refuse("a line break inside a text is written \\n"),
                None => return self.refuse("a text is not closed"),
            }
        }
    }

    fn escape(&mut self, out: &mut String) -> Option<()> {
        let letter = match self.peek() {
            Some(b'n') => '\n',
            Some(b't') => '\t',
            Some(b'r') => '\r',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(letter @ (b'"' | b'\\' | b'/')) => letter as char,
            Some(b'u') => {
                self.at += 1;
                let first = self.unit()?;
                // Two halves of a character beyond the first plane; a half alone stands for nothing.
                let letter = if (0xd800..0xdc00).contains(&first) && self.follows(b"\\u") {
                    let back = self.at;
                    self.at += 2;
                    match self.unit()? {
                        second @ 0xdc00..0xe000 => {
                            char::from_u32(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00))
                        }
                        _ => {
                            self.at = back;
                            None
                        }
                    }
                } else {
                    char::from_u32(first)
                };
                out.push(letter.unwrap_or('\u{fffd}'));
                return Some(());
            }
            _ => return self.refuse("an escape that JSON does not know"),
        };
        self.at += 1;
        out.push(letter);
        Some(())
    }

    fn follows(&self, bytes: &[u8]) -> bool {
        self.text.as_bytes().get(self.at..).is_some_and(|rest| rest.starts_with(bytes))
    }

    fn unit(&mut self) -> Option<u32> {
        let digits = self
            .text
            .get(self.at..self.at + 4)
            .filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
        match digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()) {
            Some(unit) => {
                self.at += 4;
                Some(unit)
            }
            None => self.refuse("four hexadecimal digits are expected here"),
        }
    }

    fn digits(&mut self) -> bool {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        self.at > start
    }

    fn number(&mut self) -> Option<String> {
        let start = self.at;
        self.at += usize::from(self.peek() == Some(b'-'));
        if self.peek() == Some(b'0') {
            self.at += 1;
            if self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
                return self.refuse("this is not a number");
            }
        } else if !self.digits() {
            return self.refuse("this is not a number");
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            if !self.digits() {
                return self.refuse("this is not a number");
            }
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            self.at += usize::from(matches!(self.peek(), Some(b'+' | b'-')));
            if !self.digits() {
                return self.refuse("this is not a number");
            }
        }
        self.text.get(start..self.at).map(str::to_owned)
    }
}

/// Writes a value; `level` is how far its lines are moved in, `None` for one line in all.
fn write(value: &Value, level: Option<usize>, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(number) => out.push_str(number),
        Value::Text(text) => quote(text, out),
        Value::List(items) => {
            let each = |item: &Value, inner: Option<usize>, out: &mut String| write(item, inner, out);
            around(items, ['[', ']'], level, out, each);
        }
        Value::Object(members) => {
            around(members, ['{', '}'], level, out, |(key, value), inner, out| {
                quote(key, out);
                out.push_str(if inner.is_some() { ": " } else { ":" });
                write(value, inner, out);
            });
        }
    }
}

fn around<T>(
    items: &[T],
    [open, close]: [char; 2],
    level: Option<usize>,
    out: &mut String,
    each: impl Fn(&T, Option<usize>, &mut String),
) {
    out.push(open);
    let inner = level.map(|level| level + 1);
    for (at, item) in items.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        new_line(inner, out);
        each(item, inner, out);
    }
    if !items.is_empty() {
        new_line(level, out);
    }
    out.push(close);
}

fn new_line(level: Option<usize>, out: &mut String) {
    if let Some(level) = level {
        out.push('\n');
        (0..level).for_each(|_| out.push_str("  "));
    }
}

fn quote(text: &str, out: &mut String) {
    out.push('"');
    let mut rest = text;
    while let Some(at) = rest.find(|letter: char| letter < ' ' || matches!(letter, '"' | '\\')) {
        let (plain, special) = rest.split_at(at);
        out.push_str(plain);
        let mut letters = special.chars();
        match letters.next() {
            Some('\n') => out.push_str("\\n"),
            Some('\t') => out.push_str("\\t"),
            Some('\r') => out.push_str("\\r"),
            Some(letter @ ('"' | '\\')) => out.extend(['\\', letter]),
            Some(letter) => {
                let code = letter as usize;
                let digit = |digit: usize| char::from_digit((digit & 15) as u32, 16).unwrap_or('0');
                out.push_str("\\u00");
                out.extend([digit(code >> 4), digit(code)]);
            }
            None => {}
        }
        rest = letters.as_str();
    }
    out.push_str(rest);
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_read_is_written_again() {
        let text = "{\n  \"b\": 1.50,\n  \"a\": [\n    true,\n    null,\n    -1e-7,\n    {}\n  ],\n  \"b\": \"\\\"\\n\\u0001 \u{c758}\"\n}\n";
        let value = Value::parse(text).unwrap();
        assert_eq!(value.pretty(), text);
        assert_eq!(Value::parse(&value.compact()).unwrap(), value);
        assert_eq!(Value::parse("\u{feff}[]").unwrap(), Value::list(Vec::new()));
        assert_eq!(Value::parse("\"\\ud83d\\ude00\\ud83d \"").unwrap(), Value::text("\u{1f600}\u{fffd} "));
    }

    #[test]
    fn what_is_no_json_is_named_with_its_place() {
        for (text, line, column, what) in [
            ("", 1, 1, "the text ends too early"),
            ("{\n  \"a\": 01 }", 2, 9, "this is not a number"),
            ("[1 2]", 1, 4, "a comma or the end of the list is expected here"),
            ("{a: 1}", 1, 2, "a key in double quotes is expected here"),
            ("[1] x", 1, 5, "the text goes on after its end"),
            ("\"a\nb\"", 1, 3, "a line break inside a text is written \\n"),
        ] {
            assert_eq!(Value::parse(text), Err(NotJson { line, column, what }), "{text:?}");
        }
        assert!(Value::parse(&"[".repeat(100_000)).is_err());
    }

    #[test]
    fn numbers_are_those_of_json() {
        for good in ["0", "-0", "12", "1.5", "1e9", "-2.5E+3"] {
            assert!(is_number(good), "{good}");
        }
        for bad in ["", "-", "01", "1.", ".5", "1e", "1 ", "x", "NaN"] {
            assert!(!is_number(bad), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in ".{0,60}") {
            if let Ok(value) = Value::parse(&text) {
                prop_assert_eq!(&Value::parse(&value.pretty()).unwrap(), &value);
            }
        }

        #[test]
        fn any_string_survives(text in any::<String>()) {
            let value = Value::text(&text);
            prop_assert_eq!(Value::parse(&value.compact()).unwrap(), value);
        }
    }
}
