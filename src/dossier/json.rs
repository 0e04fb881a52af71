//! A small JSON reader for the browser, where a general one costs the page too many bytes (`docs/decisions.md` has the
//! figures). It reads what RFC 8259 calls JSON, no more; natively, `serde_json` and the checker's own parser are used.

/// A JSON value. An object keeps its members in their order; of a key written twice, readers take the first.
#[derive(Clone, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object.
    Object(Vec<(String, Json)>),
}

/// How deep lists and objects may lie in each other.
const MAX_DEPTH: u32 = 64;

/// Reads a text as JSON; the error is the byte at which it stops being JSON.
pub fn parse(text: &str) -> Result<Json, usize> {
    let mut reader = Reader { text, at: 0, depth: 0 };
    let value = reader.value().ok_or(reader.at)?;
    reader.space();
    if reader.at == text.len() { Ok(value) } else { Err(reader.at) }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: u32,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Takes exactly this byte, after white space.
    fn take(&mut self, byte: u8) -> bool {
        self.space();
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn word(&mut self, word: &str, value: Json) -> Option<Json> {
        let rest = self.text.as_bytes().get(self.at..)?;
        rest.starts_with(word.as_bytes()).then(|| {
            self.at += word.len();
            value
        })
    }

    fn value(&mut self) -> Option<Json> {
        self.space();
        match self.peek()? {
            b'"' => self.text().map(Json::Text),
            b'{' => self.nested(Self::object),
            b'[' => self.nested(Self::list),
            b't' => self.word("true", Json::Bool(true)),
            b'f' => self.word("false", Json::Bool(false)),
            b'n' => self.word("null", Json::Null),
            _ => self.number().map(Json::Number),
        }
    }

    fn nested(&mut self, read: impl Fn(&mut Self) -> Option<Json>) -> Option<Json> {
        if self.depth == MAX_DEPTH {
            return None;
        }
        self.depth += 1;
        self.at += 1;
        let value = read(self)?;
        self.depth -= 1;
        Some(value)
    }

    fn list(&mut self) -> Option<Json> {
        let mut items = Vec::new();
        if self.take(b']') {
            return Some(Json::List(items));
        }
        loop {
            items.push(self.value()?);
            if self.take(b']') {
                return Some(Json::List(items));
            }
            if !self.take(b',') {
                return None;
            }
        }
    }

    fn object(&mut self) -> Option<Json> {
        let mut members = Vec::new();
        if self.take(b'}') {
            return Some(Json::Object(members));
        }
        loop {
            self.space();
            let key = self.text()?;
            if !self.take(b':') {
                return None;
            }
            members.push((key, self.value()?));
            if self.take(b'}') {
                return Some(Json::Object(members));
            }
            if !self.take(b',') {
                return None;
            }
        }
    }

    fn text(&mut self) -> Option<String> {
        if self.next()? != b'"' {
            self.at -= 1;
            return None;
        }
        let mut out = String::new();
        loop {
            let start = self.at;
            while self.peek().is_some_and(|byte| byte != b'"' && byte != b'\\' && byte >= 0x20) {
                self.at += 1;
            }
            // The bytes that end a stretch are ASCII, so it is cut between characters.
            out.push_str(self.text.get(start..self.at)?);
            match self.peek()? {
                b'"' => {
                    self.at += 1;
                    return Some(out);
                }
                b'\\' => {
                    self.at += 1;
                    out.push(self.escaped()?);
                }
                _ => return None,
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        let character = match self.peek()? {
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'u' => {
                self.at += 1;
                return self.unicode();
            }
            byte @ (b'"' | b'\\' | b'/') => char::from(byte),
            _ => return None,
        };
        self.at += 1;
        Some(character)
    }

    /// After `\u`: one unit of UTF-16, or two that belong together.
    fn unicode(&mut self) -> Option<char> {
        let high = self.four_digits()?;
        if !(0xd800..0xdc00).contains(&high) {
            return char::from_u32(high);
        }
        if !(self.next()? == b'\\' && self.next()? == b'u') {
            return None;
        }
        let low = self.four_digits()?;
        (0xdc00..0xe000)
            .contains(&low)
            .then(|| char::from_u32(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)))?
    }

    fn four_digits(&mut self) -> Option<u32> {
        let mut value = 0;
        for _ in 0..4 {
            value = value * 16 + char::from(self.peek()?).to_digit(16)?;
            self.at += 1;
        }
        Some(value)
    }

    /// Exact for up to fifteen digits and powers of ten up to 22 (the numbers people write); beyond that to within rounding.
    fn number(&mut self) -> Option<f64> {
        let negative = self.peek() == Some(b'-');
        self.at += usize::from(negative);
        let (mut mantissa, mut power) = (0.0, 0i32);
        if self.peek() == Some(b'0') {
            self.at += 1;
        } else if self.digits(&mut mantissa) == 0 {
            return None;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            let digits = self.digits(&mut mantissa);
            if digits == 0 {
                return None;
            }
            power -= digits;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            let minus = self.peek() == Some(b'-');
            self.at += usize::from(matches!(self.peek(), Some(b'-' | b'+')));
            let mut exponent = 0.0;
            if self.digits(&mut exponent) == 0 {
                return None;
            }
            let exponent = exponent.min(10_000.0) as i32;
            power += if minus { -exponent } else { exponent };
        }
        // Dividing by a power of ten is exact where multiplying by its inverse is not.
        let value = if power < 0 { mantissa / 10f64.powi(-power) } else { mantissa * 10f64.powi(power) };
        // Nought times a power beyond all numbers is nought, and everything else beyond them is refused.
        let value = if mantissa == 0.0 { 0.0 } else { value };
        value.is_finite().then_some(if negative { -value } else { value })
    }

    fn digits(&mut self, mantissa: &mut f64) -> i32 {
        let mut count = 0;
        while let Some(byte @ b'0'..=b'9') = self.peek() {
            *mantissa = *mantissa * 10.0 + f64::from(byte - b'0');
            self.at += 1;
            count += 1;
        }
        count
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    fn same(ours: &Json, theirs: &Value) -> bool {
        match (ours, theirs) {
            (Json::Null, Value::Null) => true,
            (Json::Bool(a), Value::Bool(b)) => a == b,
            (Json::Number(a), Value::Number(b)) => {
                let b = b.as_f64().unwrap();
                (a - b).abs() <= b.abs() * 1e-12
            }
            (Json::Text(a), Value::String(b)) => a == b,
            (Json::List(a), Value::Array(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
            }
            (Json::Object(a), Value::Object(b)) => {
                a.len() == b.len()
                    && a.iter().all(|(key, value)| b.get(key).is_some_and(|other| same(value, other)))
            }
            _ => false,
        }
    }

    #[test]
    fn numbers_people_write_are_exact() {
        for text in ["0", "-0", "1", "0.5", "2.5", "0.55", "4.1", "1e3", "-12.75E-2", "123456789012345"] {
            let Ok(Json::Number(number)) = parse(text) else { panic!("{text}") };
            assert_eq!(number, text.parse::<f64>().unwrap(), "{text}");
        }
    }

    #[test]
    fn what_is_not_json_is_refused_at_its_place() {
        for (text, at) in [
            ("", 0),
            ("{", 1),
            ("[1,]", 3),
            ("{\"a\":1,}", 7),
            ("{a:1}", 1),
            ("'a'", 0),
            ("01", 1),
            ("1.", 2),
            (".5", 0),
            ("+1", 0),
            ("nul", 0),
            ("\"a", 2),
            ("\"\t\"", 1),
            ("\"\\x\"", 2),
            ("\"\\ud800\"", 8),
            ("[1 2]", 3),
            ("1 // x", 2),
            ("\u{feff}1", 0),
            ("NaN", 0),
        ] {
            assert_eq!(parse(text).err(), Some(at), "{text}");
        }
        assert!(parse(&"[".repeat(100_000)).is_err());
    }

    #[test]
    fn a_number_is_finite() {
        let third = format!("0.{}", "3".repeat(310));
        for text in ["1e999", "-1e999", &third, &"9".repeat(400), &format!("{}e-400", "9".repeat(400))] {
            assert!(parse(text).is_err(), "{text}");
        }
        for text in ["0e999", "0.0e999", "-0e999", "1e-999", &format!("0.{}1", "0".repeat(320))] {
            let Ok(Json::Number(number)) = parse(text) else { panic!("{text}") };
            assert_eq!(number, 0.0, "{text}");
        }
    }

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i32>().prop_map(Value::from),
            (-1e9..1e9f64).prop_map(Value::from),
            "\\PC*".prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::btree_map(any::<String>(), inner, 0..6)
                    .prop_map(|map| Value::Object(map.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn reads_what_serde_reads(value in any_json(), pretty in any::<bool>()) {
            let text = if pretty { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) }.unwrap();
            prop_assert!(same(&parse(&text).ok().unwrap(), &value), "{}", text);
        }

        #[test]
        fn refuses_what_serde_refuses(text in "[\\[\\]{}\",:0-9.eE+\\- truefalsn\\\\ud8]{0,24}") {
            // serde_json also refuses numbers beyond a double's range; the text above cannot be told apart otherwise.
            let theirs = serde_json::from_str::<Value>(&text);
            if let Err(error) = &theirs && error.to_string().starts_with("number out of range") {
                return Ok(());
            }
            prop_assert_eq!(parse(&text).is_ok(), theirs.is_ok(), "{}", text);
        }
    }
}
