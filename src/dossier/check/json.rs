//! A file's text becomes a tree: strict JSON and nothing looser. Only this module knows the parser behind it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jsonc_parser::common::Range;
use jsonc_parser::errors::{ParseError, ParseErrorKind};
use jsonc_parser::{CollectOptions, ParseOptions, ParseStringErrorKind, ast, parse_to_ast};
use serde::de::IgnoredAny;

use super::code::Code;
use super::place::{BYTE_ORDER_MARK, Lines, floor_char_boundary};
use super::report::Report;
use super::source_file::MAX_FILE_BYTES;
use super::tree::{Entry, Node, Span, Value};

/// How deep lists and objects may stand in one another. A dossier needs eight levels.
const MAX_DEPTH: usize = 64;

/// JSON as RFC 8259 has it: every liberty of the parser is off.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

/// The tree of a file's text; `None`, and the reason in the report, where it is not JSON or too much of it.
pub fn read<'t>(file: usize, text: &'t str, report: &mut Report) -> Option<Node<'t>> {
    let body = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let base = text.len() - body.len();
    let span = |start: usize, end: usize| Span { file, start: base + start, end: base + end };
    if base > 0 {
        let message = "the file begins with a byte order mark";
        report.add(Code::ByteOrderMark, Span { file, start: 0, end: base }, message, "save it without one");
    }
    if text.len() > MAX_FILE_BYTES {
        // Of a file that is much larger no more was read than is needed to know that.
        let message =
            format!("the file has more than {} MiB, which is not read", MAX_FILE_BYTES / 1024 / 1024);
        report.add(
            Code::FileTooLarge,
            span(0, 0),
            message,
            "a dossier is one negotiation: split it, or shorten its texts",
        );
        return None;
    }
    if let Some(at) = too_deep(body) {
        let message = format!("lists and objects stand more than {MAX_DEPTH} deep in one another");
        report.add(
            Code::TooDeep,
            span(at, at + 1),
            message,
            "a dossier needs eight levels; look for brackets that never close",
        );
        return None;
    }
    match parse(body) {
        Ok(value) => {
            let node = Reader { file, base, report }.node(value);
            Some(node)
        }
        Err(syntax) => {
            report.add(Code::NotJson, span(syntax.start, syntax.end), syntax.message, syntax.fix);
            None
        }
    }
}

/// The first bracket that stands too deep. Strings are skipped; text that is no JSON may be misread here, which does not
/// matter, because the parser stops at it.
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut in_string, mut escaped) = (0usize, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            _ if in_string => {}
            b'[' | b'{' => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Some(at);
                }
            }
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// Why a text is not JSON, and where.
struct SyntaxError {
    start: usize,
    end: usize,
    message: Cow<'static, str>,
    fix: Cow<'static, str>,
}

/// Two parsers must agree that a text is JSON: one knows places, the other knows no liberties at all (line breaks inside
/// strings, spaces that are none). Where both complain, the earlier place is the nearer to the mistake.
fn parse(text: &str) -> Result<ast::Value<'_>, SyntaxError> {
    let strict = serde_json::from_str::<IgnoredAny>(text).err().map(|error| strict_error(text, &error));
    let parsed = parse_to_ast(text, &CollectOptions::default(), &STRICT);
    match (parsed, strict) {
        (Ok(parsed), None) => parsed.value.ok_or_else(empty),
        (Ok(_), Some(_)) if text.trim().is_empty() => Err(empty()),
        (Ok(_), Some(strict)) => Err(strict),
        (Err(error), Some(strict)) if strict.end < error.range().start => Err(strict),
        (Err(error), _) => Err(explain(text, &error)),
    }
}

fn empty() -> SyntaxError {
    let (message, fix) = ("the file is empty", "write at least {}".into());
    SyntaxError { start: 0, end: 0, message: message.into(), fix }
}

/// What the strict parser says, at the character it says it of.
fn strict_error(text: &str, error: &serde_json::Error) -> SyntaxError {
    let offset = Lines::of(text).start(error.line()) + error.column().saturating_sub(1);
    let start = floor_char_boundary(text, offset);
    let end = end_of_char(text, start);
    let said = error.to_string();
    let (message, fix) = match said.split(" at line ").next().unwrap_or_default() {
        said if said.starts_with("control character") => (
            "a text may not hold a line break or another control character".into(),
            "close the text with \" on the line where it began; write \\n for a line break".into(),
        ),
        said => (format!("the file is not JSON: {said}").into(), "write strict JSON (RFC 8259)".into()),
    };
    SyntaxError { start, end, message, fix }
}

fn end_of_char(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    start + rest.chars().next().filter(|c| *c != '\n').map_or(0, char::len_utf8)
}

/// What the parser with places says, in the words of an author.
fn explain(text: &str, error: &ParseError) -> SyntaxError {
    use ParseErrorKind as Kind;
    let Range { start, end } = error.range();
    let start = floor_char_boundary(text, start);
    let (message, fix): (&str, &str) = match error.kind() {
        Kind::ExpectedComma => ("a comma is missing", "put a comma between the two values"),
        Kind::TrailingCommasNotAllowed => ("a comma stands before the closing bracket", "remove the comma"),
        Kind::CommentsNotAllowed => {
            ("JSON has no comments", "remove the comment, or put its words in a `note`")
        }
        Kind::SingleQuotedStringsNotAllowed => ("a text stands in single quotes", "use double quotes"),
        Kind::ExpectedStringObjectProperty => ("a key stands without quotes", "put the key in double quotes"),
        Kind::UnexpectedWord => {
            ("a word stands without quotes", "put it in double quotes; only true, false and null stand bare")
        }
        Kind::ExpectedColonAfterObjectKey => ("a colon is missing after the key", "write \"key\": value"),
        Kind::ExpectedObjectValue => ("the key has no value", "write a value after the colon"),
        Kind::HexadecimalNumbersNotAllowed => ("a hexadecimal number", "write the number in decimal digits"),
        Kind::UnaryPlusNumbersNotAllowed => ("a number begins with +", "remove the plus sign"),
        Kind::BareDecimalPointNumbersNotAllowed => {
            ("a number begins or ends with its decimal point", "write a digit on both sides of the point")
        }
        Kind::NonFiniteNumbersNotAllowed => {
            ("JSON has no infinite number", "write a number, or leave the field out")
        }
        Kind::MultipleRootJsonValues => {
            ("something stands after the end of the JSON value", "a file holds one value; remove the rest")
        }
        Kind::UnterminatedObject => ("this object is never closed", "close it with }"),
        Kind::UnterminatedArray => ("this list is never closed", "close it with ]"),
        Kind::UnexpectedCloseBrace => ("a } that closes nothing", "remove it, or open an object before it"),
        Kind::UnexpectedCloseBracket => ("a ] that closes nothing", "remove it, or open a list before it"),
        Kind::UnexpectedComma => ("a comma with no value before it", "remove it, or write a value before it"),
        Kind::UnexpectedColon => ("a colon outside an object", "remove it, or put the pair in { }"),
        Kind::UnexpectedTokenInObject => {
            ("a key in double quotes must stand here", "write \"key\": value, or close the object before it")
        }
        Kind::NestingDepthExceeded => ("brackets stand too deep", "look for brackets that never close"),
        Kind::String(ParseStringErrorKind::UnterminatedStringLiteral) => {
            ("this text is never closed", "close it with \"")
        }
        Kind::String(_) => (
            "a backslash with something JSON does not know after it",
            "write \\\\ for a backslash, \\\" for a quote",
        ),
        _ => ("the file is not JSON here", "write strict JSON (RFC 8259)"),
    };
    SyntaxError { start, end: end_on_line(text, start, end), message: message.into(), fix: fix.into() }
}

/// A mark of an unclosed bracket would run to the end of the file; one character is enough.
fn end_on_line(text: &str, start: usize, end: usize) -> usize {
    match text.get(start..end) {
        Some(marked) if !marked.contains('\n') => end,
        _ => end_of_char(text, start),
    }
}

/// Turns the parser's tree into ours.
struct Reader<'r> {
    file: usize,
    base: usize,
    report: &'r mut Report,
}

impl Reader<'_> {
    fn span(&self, range: Range) -> Span {
        Span { file: self.file, start: self.base + range.start, end: self.base + range.end }
    }

    fn node<'t>(&mut self, value: ast::Value<'t>) -> Node<'t> {
        match value {
            ast::Value::NullKeyword(null) => Node { span: self.span(null.range), value: Value::Null },
            ast::Value::BooleanLit(lit) => Node { span: self.span(lit.range), value: Value::Bool(lit.value) },
            ast::Value::NumberLit(lit) => {
                Node { span: self.span(lit.range), value: Value::Number(lit.value) }
            }
            ast::Value::StringLit(lit) => {
                Node { span: self.span(lit.range), value: Value::String(lit.value) }
            }
            ast::Value::Array(array) => {
                let span = self.span(array.range);
                let items = array.elements.into_iter().map(|value| self.node(value)).collect();
                Node { span, value: Value::List(items) }
            }
            ast::Value::Object(object) => {
                let span = self.span(object.range);
                let entries: Vec<Entry<'t>> =
                    object.properties.into_iter().map(|property| self.entry(property)).collect();
                self.duplicate_keys(&entries);
                Node { span, value: Value::Object(entries) }
            }
        }
    }

    fn entry<'t>(&mut self, property: ast::ObjectProp<'t>) -> Entry<'t> {
        let (key, key_span) = match property.name {
            ast::ObjectPropName::String(lit) => (lit.value, self.span(lit.range)),
            ast::ObjectPropName::Word(lit) => (Cow::Borrowed(lit.value), self.span(lit.range)),
        };
        Entry { key, key_span, node: self.node(property.value) }
    }

    fn duplicate_keys(&mut self, entries: &[Entry<'_>]) {
        let mut seen = BTreeMap::new();
        for entry in entries {
            if let Some(first) = seen.get(&entry.key).copied() {
                self.report.add_related(
                    Code::DuplicateKey,
                    entry.key_span,
                    format!("the key `{}` stands twice in this object", entry.key),
                    "remove one of the two",
                    (first, "it stands here first"),
                );
            } else {
                seen.insert(&entry.key, entry.key_span);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_json(text: &str) -> bool {
        read(0, text, &mut Report::default()).is_some()
    }

    #[test]
    fn reads_json_and_nothing_looser() {
        for text in ["{}", "[]", " null ", "[1, -2.5e+3, \"\\u00e9\\n\", true]", "\u{feff}{}", "\"한국\""] {
            assert!(is_json(text), "{text}");
        }
        for text in [
            "",
            " ",
            "{} {}",
            "// c\n{}",
            "/* c */ {}",
            "{a: 1}",
            "{1: 1}",
            "[1,]",
            "{\"a\": 1,}",
            "[1 2]",
            "[{} {}]",
            "{\"a\": 1 \"b\": 2}",
            "['a']",
            "[0xFF]",
            "[+1]",
            "[.5]",
            "[5.]",
            "[01]",
            "[NaN]",
            "[-Infinity]",
            "[\"\\x41\"]",
            "[\"\\v\"]",
            "[\"a\\\nb\"]",
            "[\"a\nb\"]",
            "[\"a\tb\"]",
            "[\"\\ud800\"]",
            "[\u{a0}1]",
            "[1\u{b}]",
            "[tru]",
            "{\"a\"}",
            "{\"a\":}",
            "[",
            "{",
            "]",
        ] {
            assert!(!is_json(text), "{text}");
        }
    }

    #[test]
    fn depth_is_limited_and_brackets_in_texts_do_not_count() {
        let nested = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
        assert!(is_json(&nested(MAX_DEPTH)));
        assert!(!is_json(&nested(MAX_DEPTH + 1)));
        assert!(!is_json(&"[".repeat(1_000_000)));
        assert!(is_json(&format!("[\"{}\\\"{}\"]", "[".repeat(500), "{".repeat(500))));
    }
}
