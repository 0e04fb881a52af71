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
    let error = match (parsed, strict) {
        (Ok(parsed), None) => return parsed.value.ok_or_else(empty),
        (Ok(_), Some(_)) if text.trim().is_empty() => return Err(empty()),
        (Ok(_), Some(strict)) => strict,
        (Err(error), Some(strict)) if strict.end < error.range().start => strict,
        (Err(error), _) => explain(text, &error),
    };
    Err(seen(text, error.start).unwrap_or(error))
}

/// What looks right to an author and is not: told by the character at which a parser stopped, which knows no more than that.
fn seen(text: &str, start: usize) -> Option<SyntaxError> {
    let (before, rest) = text.split_at_checked(start)?;
    let sign = rest.chars().next()?;
    let at = |start: usize, message: String, fix: &'static str| {
        Some(SyntaxError { start, end: end_of_char(text, start), message: message.into(), fix: fix.into() })
    };
    let curly = |start: usize, sign: char| {
        let message = format!("a curly quotation mark ({sign}) stands where a straight one must");
        at(start, message, "write \" around keys and texts, and switch off smart quotes in the editor")
    };
    // What comes before is JSON, so no text goes over a line's end.
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    if sign == '"' || open_text(before.get(line..)?).is_some() {
        let whole = text.get(line..)?.lines().next()?;
        let from = open_text(whole)?;
        let (at, sign) = closing_curly(whole.get(from..)?)?;
        return curly(line + from + at, sign);
    }
    let conflict = ["<<<<<<<", "|||||||", "=======", ">>>>>>>"].iter().any(|mark| rest.starts_with(mark));
    if conflict && start == line {
        let message = "a mark of git: two versions of these lines stand in the file".to_owned();
        return at(start, message, "settle the conflict: keep one version, and remove the lines of marks");
    }
    if is_curly(sign) {
        return curly(start, sign);
    }
    if let Some(name) = blank(sign) {
        let message = format!("{name} (U+{:04X}) stands here, which JSON does not know", u32::from(sign));
        return at(start, message, "replace it by a plain space");
    }
    // Right behind a text stands what may not follow one.
    let closed = before.strip_suffix('"').filter(|_| !sign.is_whitespace() && !",:]}[{/".contains(sign))?;
    let from = line + open_text(closed.get(line..)?)?;
    if let Some((at, sign)) = closing_curly(closed.get(from..)?) {
        return curly(from + at, sign);
    }
    let message = "a \" closed the text before this, and the text goes on".to_owned();
    at(start, message, "write \\\" for a quotation mark inside a text")
}

/// Where in a line the text begins that is still open at its end.
fn open_text(line: &str) -> Option<usize> {
    let (mut from, mut escaped) = (None, false);
    for (at, byte) in line.bytes().enumerate() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = from.is_some(),
            b'"' => from = if from.is_some() { None } else { Some(at + 1) },
            _ => {}
        }
    }
    from
}

/// A curly mark that was to close the text: none opens before it, and what may follow a text stands behind it, or nothing.
fn closing_curly(text: &str) -> Option<(usize, char)> {
    let (at, sign) = text.char_indices().find(|(_, sign)| is_curly(*sign))?;
    let after = text.get(at + sign.len_utf8()..)?.trim_start();
    (after.is_empty() || after.starts_with([',', ':', ']', '}'])).then_some((at, sign))
}

fn is_curly(sign: char) -> bool {
    matches!(sign, '\u{2018}'..='\u{201f}' | '«' | '»' | '\u{ff02}')
}

/// The name of a blank that is none in JSON.
fn blank(sign: char) -> Option<&'static str> {
    match sign {
        ' ' | '\t' | '\r' | '\n' => None,
        '\u{a0}' | '\u{202f}' => Some("a no-break space"),
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => Some("an invisible sign"),
        sign if sign.is_whitespace() => Some("a blank"),
        _ => None,
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
    fn what_only_looks_right_is_named() {
        let told = |text: &str| {
            let error = parse(text).err().unwrap();
            (text[error.start..error.end].to_owned(), error.message.into_owned(), error.fix.into_owned())
        };
        for (text, sign, message) in [
            ("{ “id”: 1 }", "“", "curly quotation mark (“)"),
            ("{ \"id\": ‘x’ }", "‘", "curly quotation mark (‘)"),
            ("{ \"id”: \"x\", \"b\": 1 }", "”", "curly quotation mark (”)"),
            ("{ \"id\": \"x”,\n  \"b\": 1 }", "”", "curly quotation mark (”)"),
            ("{ \"id\": \"x”\n}", "”", "curly quotation mark (”)"),
            ("{ \"note\": \"He said \"no\" there\" }", "no", "the text goes on"),
            ("{ \"note\": \"“X” said \"no\", once\" }", "no", "the text goes on"),
            ("[\"He said \"2 men\" there\"]", "2", "the text goes on"),
            ("{\u{a0}\"id\": 1 }", "\u{a0}", "a no-break space (U+00A0)"),
            ("{ \"id\":\u{a0}1 }", "\u{a0}", "a no-break space (U+00A0)"),
            ("[\u{feff}1]", "\u{feff}", "an invisible sign (U+FEFF)"),
            ("[1\u{3000}]", "\u{3000}", "a blank (U+3000)"),
            ("[\n<<<<<<< HEAD\n1\n]", "<", "a mark of git"),
            ("{ \"a\": 1,\n=======\n}", "=", "a mark of git"),
            ("{}\n>>>>>>> other\n", ">", "a mark of git"),
        ] {
            let (at, said, fix) = told(text);
            assert!(sign.starts_with(&at) || at.starts_with(sign), "{text}: at {at:?}");
            assert!(said.contains(message) && !fix.contains("RFC"), "{text}: {said}");
        }
        // What is plain already stays.
        for (text, message) in [
            ("[\"a\" \"b\"]", "a comma is missing"),
            ("[\"a\"\n1]", "a comma is missing"),
            ("[\"a\"// b\n]", "JSON has no comments"),
            ("{ \"a\": \"“b” c\n\" }", "line break"),
            ("{ \"a\": \"he said “b”\n\" }", "line break"),
            ("{ \"a\": \"b”\tc\" }", "line break"),
            ("{ \"a\": \"b \\\" never closed\n}", "never closed"),
            ("[<<<<<<<]", "not JSON"),
        ] {
            assert!(told(text).1.contains(message), "{text}: {}", told(text).1);
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
