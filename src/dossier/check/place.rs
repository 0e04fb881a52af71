//! From a stretch of bytes to a line, a column and a JSON pointer.

use std::borrow::Cow;

use super::tree::{Node, Span, Value};

/// Written at the beginning of a file by some editors; it is no part of the JSON.
pub const BYTE_ORDER_MARK: char = '\u{feff}';

/// Where the lines of a text begin.
pub struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// The lines of a text, which end with a line feed.
    pub fn of(text: &'t str) -> Lines<'t> {
        let first = if text.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len_utf8() } else { 0 };
        let rest = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Lines { text, starts: std::iter::once(first).chain(rest).collect() }
    }

    /// Line and column of a byte, both from 1; the column counts characters. Bytes inside a character count as its first.
    pub fn position(&self, offset: usize) -> (usize, usize) {
        let offset = floor_char_boundary(self.text, offset);
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let column = self.text.get(start..offset).map_or(0, |text| text.chars().count());
        (line, column + 1)
    }

    /// The byte at which a line (from 1) begins.
    pub fn start(&self, line: usize) -> usize {
        line.checked_sub(1).and_then(|index| self.starts.get(index)).copied().unwrap_or(self.text.len())
    }
}

/// The nearest byte at or before `offset` at which a character begins.
pub fn floor_char_boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// The JSON pointer of the innermost value of a file's tree that holds the span; a key points to its value.
pub fn pointer(root: &Node<'_>, span: Span) -> String {
    let mut pointer = String::new();
    let mut node = root;
    while node.span != span {
        let Some((step, inner)) = step_towards(node, span) else { break };
        pointer.push('/');
        pointer.push_str(&step.replace('~', "~0").replace('/', "~1"));
        node = inner;
    }
    pointer
}

/// The item or entry of a value that holds the span, with its number or key.
fn step_towards<'n, 't>(node: &'n Node<'t>, span: Span) -> Option<(Cow<'n, str>, &'n Node<'t>)> {
    match &node.value {
        Value::List(items) => {
            let index = items.partition_point(|item| item.span.end < span.end);
            let item = items.get(index).filter(|item| item.span.start <= span.start)?;
            Some((index.to_string().into(), item))
        }
        Value::Object(entries) => {
            let index = entries.partition_point(|entry| entry.node.span.end < span.end);
            let entry = entries.get(index).filter(|entry| entry.key_span.start <= span.start)?;
            Some((entry.key.as_ref().into(), &entry.node))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{json, report::Report};
    use super::*;

    #[test]
    fn columns_count_characters() {
        let lines = Lines::of("a\n한국 x\n");
        assert_eq!(lines.position(0), (1, 1));
        assert_eq!(lines.position(2), (2, 1));
        assert_eq!(lines.position(9), (2, 4));
        assert_eq!(lines.position(4), (2, 1), "inside a character");
        assert_eq!(lines.position(99), (3, 1), "behind the end");
    }

    #[test]
    fn a_byte_order_mark_is_no_column() {
        assert_eq!(Lines::of("\u{feff}{}").position(3), (1, 1));
    }

    #[test]
    fn pointers_lead_to_the_innermost_value() {
        let text = r#"{"a/b": [1, {"c": [2, 3]}], "d": {}}"#;
        let root = json::read(0, text, &mut Report::default()).unwrap();
        let at = |part: &str| {
            let start = text.find(part).unwrap();
            pointer(&root, Span { file: 0, start, end: start + part.len() })
        };
        assert_eq!(at(text), "");
        assert_eq!(at("3"), "/a~1b/1/c/1");
        assert_eq!(at("\"c\""), "/a~1b/1/c");
        assert_eq!(at("{}"), "/d");
        assert_eq!(at("[2"), "/a~1b/1/c");
    }
}
