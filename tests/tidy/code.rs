//! Rust source as a list of tokens, as far as the rules need it: comments go, tests go, strings stay whole.

/// One piece of code and the line it stands on.
#[derive(Debug, Clone, PartialEq)]
pub struct Token {
    pub kind: Kind,
    pub text: String,
    pub line: usize,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A name or keyword.
    Name,
    /// A string or character literal, with its quotes.
    Literal,
    /// `::`, or one sign.
    Sign,
}

impl Token {
    pub fn is(&self, text: &str) -> bool {
        self.kind != Kind::Literal && self.text == text
    }
}

/// The tokens of what is compiled outside tests.
pub fn tokens(source: &str) -> Vec<Token> {
    without_tests(all_tokens(source))
}

fn all_tokens(source: &str) -> Vec<Token> {
    let chars: Vec<char> = source.chars().collect();
    let mut tokens = Vec::new();
    let (mut at, mut line) = (0, 1);
    while at < chars.len() {
        let began = at;
        let kind = match chars[at] {
            '/' if chars.get(at + 1) == Some(&'/') => {
                at = seek(&chars, at, |c| c == '\n');
                None
            }
            '/' if chars.get(at + 1) == Some(&'*') => {
                at = end_of_block(&chars, at);
                None
            }
            c if c.is_whitespace() => {
                at += 1;
                None
            }
            'r' | 'b' | 'c' if raw_string(&chars, at).is_some() => {
                at = raw_string(&chars, at).unwrap();
                Some(Kind::Literal)
            }
            '"' => {
                at = end_of_string(&chars, at, '"');
                Some(Kind::Literal)
            }
            '\'' if chars.get(at + 1) == Some(&'\\') || chars.get(at + 2) == Some(&'\'') => {
                at = end_of_string(&chars, at, '\'');
                Some(Kind::Literal)
            }
            c if c.is_alphanumeric() || c == '_' => {
                at = seek(&chars, at, |c| !c.is_alphanumeric() && c != '_');
                Some(Kind::Name)
            }
            ':' if chars.get(at + 1) == Some(&':') => {
                at += 2;
                Some(Kind::Sign)
            }
            _ => {
                at += 1;
                Some(Kind::Sign)
            }
        };
        let text: String = chars[began..at].iter().collect();
        if let Some(kind) = kind {
            tokens.push(Token { kind, text: text.clone(), line });
        }
        line += text.matches('\n').count();
    }
    tokens
}

fn seek(chars: &[char], from: usize, stop: impl Fn(char) -> bool) -> usize {
    (from..chars.len()).find(|&at| stop(chars[at])).unwrap_or(chars.len())
}

fn end_of_block(chars: &[char], from: usize) -> usize {
    let (mut at, mut depth) = (from, 0);
    while at + 1 < chars.len() {
        match (chars[at], chars[at + 1]) {
            ('/', '*') => (depth, at) = (depth + 1, at + 2),
            ('*', '/') => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    chars.len()
}

fn end_of_string(chars: &[char], from: usize, quote: char) -> usize {
    let mut at = from + 1;
    while at < chars.len() && chars[at] != quote {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(chars.len())
}

/// The end of `r"…"`, `r#"…"#`, `br"…"`, `b"…"` that begins here.
fn raw_string(chars: &[char], from: usize) -> Option<usize> {
    let mut at = from;
    while at < from + 2 && matches!(chars.get(at), Some('r' | 'b' | 'c')) {
        at += 1;
    }
    let raw = chars[from..at].contains(&'r');
    let hashes = chars[at..].iter().take_while(|c| **c == '#').count();
    if chars.get(at + hashes) != Some(&'"') || (!raw && hashes > 0) {
        return None;
    }
    if !raw {
        return Some(end_of_string(chars, at, '"'));
    }
    let closes = |end: &usize| {
        chars[*end] == '"'
            && chars.len() > end + hashes
            && chars[end + 1..=end + hashes].iter().all(|c| *c == '#')
    };
    let end = (at + hashes + 1..chars.len()).find(closes)?;
    Some(end + hashes + 1)
}

/// Leaves out every item that follows `#[cfg(test)]` or `#[test]`.
fn without_tests(tokens: Vec<Token>) -> Vec<Token> {
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if ["#[cfg(test)]", "#[test]"].iter().any(|attribute| starts(&tokens[at..], attribute)) {
            at = end_of_item(&tokens, at);
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    kept
}

fn starts(tokens: &[Token], attribute: &str) -> bool {
    let words: Vec<String> = all_tokens(attribute).into_iter().map(|token| token.text).collect();
    tokens.len() >= words.len() && tokens.iter().zip(&words).all(|(token, word)| token.is(word))
}

/// The modules that this file declares for tests alone in files of their own, as paths without `.rs`.
pub fn test_modules(path: &str, source: &str) -> Vec<String> {
    let stem = path.strip_suffix(".rs").unwrap_or(path);
    let folder = ["/mod", "/lib", "/main"].iter().find_map(|own| stem.strip_suffix(own)).unwrap_or(stem);
    let tokens = all_tokens(source);
    let declared = |at: usize| {
        let end = end_of_item(&tokens, at);
        let name = tokens.get(end.checked_sub(2)?)?;
        let is_file = tokens[end - 1].is(";") && tokens[end.checked_sub(3)?].is("mod");
        is_file.then(|| format!("{folder}/{}", name.text))
    };
    (0..tokens.len()).filter(|at| starts(&tokens[*at..], "#[cfg(test)]")).filter_map(declared).collect()
}

/// Past the attributes and the item after them: to its `;`, or over its braces.
fn end_of_item(tokens: &[Token], from: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(from) {
        if ["{", "(", "["].iter().any(|open| token.is(open)) {
            depth += 1;
        } else if ["}", ")", "]"].iter().any(|close| token.is(close)) {
            depth = depth.saturating_sub(1);
            if depth == 0 && token.is("}") {
                return at + 1;
            }
        } else if depth == 0 && (token.is(";") || token.is(",")) {
            return at + 1;
        }
    }
    tokens.len()
}

#[test]
fn comments_and_tests_go_strings_stay_whole() {
    let source = "//! head\nuse a::b; /* x /* y */ z */ let s = \"no // comment \\\" {\"; let r = r#\"a \" b\"#;\n\
                  fn f<'a>(c: &'a char) -> bool { c == '{' && b == b\"x\" }\n\
                  #[cfg(test)]\n#[allow(x)]\nmod tests { fn g() { h(); } }\n#[test]\nfn t() { bad() }\nlet last;";
    let texts: Vec<String> = tokens(source).into_iter().map(|token| token.text).collect();
    let wanted = "use a :: b ; let s = \"no // comment \\\" {\" ; let r = r#\"a \" b\"# ; fn f < ' a > ( c : & ' a char ) - > \
                  bool { c = = '{' & & b = = b\"x\" } let last ;";
    assert_eq!(texts.join(" "), wanted);
    assert_eq!(tokens(source).last().unwrap().line, 9);
}

#[test]
fn files_that_are_tests_are_known_by_their_declaration() {
    let source = "mod a;\n#[cfg(test)]\nmod fixture;\n#[cfg(test)]\nmod tests { fn f() {} }\n#[cfg(test)]\npub mod real;";
    assert_eq!(test_modules("src/analysis/mod.rs", source), ["src/analysis/fixture", "src/analysis/real"]);
    assert_eq!(test_modules("src/analysis.rs", source), ["src/analysis/fixture", "src/analysis/real"]);
}
