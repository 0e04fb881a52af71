//! Rules about words that may not be in the code of some rooms, outside their tests.

use crate::Fault;
use crate::code::{Kind, tokens};

/// A list of forbidden words, and why.
pub struct Rule {
    why: &'static str,
    /// Tokens in a row, written with spaces between.
    code: &'static [&'static str],
    /// Also forbidden inside string literals.
    strings: &'static [&'static str],
}

/// The content security policy blocks styles in attributes and scripts in the page; Yew cannot hydrate HTML in a picture; and
/// no text from a dossier is ever HTML.
pub const STYLE_AND_MARKUP: Rule = Rule {
    why: "the content security policy or hydration would break",
    code: &[
        "style = {",
        "style = \"",
        "foreignObject",
        "inner_html",
        "set_inner_html",
        "dangerously_set_inner_html",
        "from_html_unchecked",
        "VRaw",
        "< script",
        "< style",
    ],
    strings: &[" style=", "foreignObject", "<script", "<style"],
};

/// What makes elements of a text.
pub const INSERTED: Rule = Rule {
    why: "no text from a dossier is ever HTML",
    code: &["insert_adjacent_html", "set_inner_html", "set_outer_html", "create_contextual_fragment"],
    strings: &[],
};

/// The order of a hash map differs from run to run, and so would the page.
pub const HASHED: Rule = Rule {
    why: "use a BTreeMap or BTreeSet: the order must be the same each time",
    code: &["HashMap", "HashSet"],
    strings: &[],
};

/// The core gets everything as arguments.
pub const OUTSIDE: Rule = Rule {
    why: "the core knows no clock, file, thread or environment",
    code: &[
        "std :: time",
        "std :: fs",
        "std :: thread",
        "std :: env",
        "std :: net",
        "std :: process",
        "Instant",
        "SystemTime",
    ],
    strings: &[],
};

/// A panic kills the page.
pub const PANICS: Rule = Rule {
    why: "it could panic in a reader's browser",
    code: &[". unwrap (", ". expect (", "panic !", "todo !", "unimplemented !", "unreachable !"],
    strings: &[],
};

/// Where a rule is broken on purpose: the file, the words, and why that is right.
const EXCEPTIONS: [(&str, &str, &str); 2] = [
    (
        "src/views/app.rs",
        "from_html_unchecked",
        "parts of the page that stand there already are taken over as they are; their markup is the site builder's own",
    ),
    (
        "src/browser/sections.rs",
        "insert_adjacent_html",
        "what is put in was written by our own checker from the builder's views, which escape every text",
    ),
];

/// Where a file breaks a rule.
pub fn faults(path: &str, source: &str, rule: &Rule) -> Vec<Fault> {
    let tokens = tokens(source);
    let mut faults = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let mut found = |what: &str| {
            if !EXCEPTIONS.iter().any(|(file, words, _)| *file == path && *words == what) {
                faults.push(format!("{path}:{}: `{what}`: {}", token.line, rule.why));
            }
        };
        for words in rule.code {
            let mut wanted = words.split(' ').enumerate();
            let here = wanted.all(|(step, word)| {
                tokens.get(at + step).is_some_and(|token| match (token.kind, word) {
                    (Kind::Literal, "\"") => token.text.starts_with('"'),
                    (Kind::Literal, _) => false,
                    _ => token.text == word,
                })
            });
            // `let style = "…";` and `style = {…}` in plain code are not attributes, nor is `~style={…}`, which the program sets.
            let plain = words.starts_with("style =") && at > 0 && is_plain(&tokens[at - 1].text);
            if here && !plain {
                found(words);
            }
        }
        if token.kind == Kind::Literal {
            for words in rule.strings.iter().filter(|words| token.text.contains(*words)) {
                found(words);
            }
        }
    }
    faults
}

/// What stands before a name in plain code, and never before an attribute.
fn is_plain(before: &str) -> bool {
    matches!(before, "~" | "let" | "mut" | ";" | "." | ":" | "const" | "static")
}

#[test]
fn each_rule_finds_what_it_forbids_and_nothing_else() {
    let cases: [(&Rule, &[&str], &[&str]); 4] = [
        (
            &STYLE_AND_MARKUP,
            &[
                "html! { <p class=\"a\" style=\"color:red\"/> }",
                "html! { <p style={s}/> }",
                "html! { <foreignObject/> }",
                "html! { <script src=\"a\"></script> }",
                "html! { <style>{s}</style> }",
                "element.set_inner_html(text);",
                "Html::from_html_unchecked(text)",
                "write(out, \"<g style='x'>\")",
                "write(out, r#\"<foreignObject>\"#)",
            ],
            &[
                "let style = \"dashed\";",
                "html! { <p class={style}/> }",
                "// style=\"x\"",
                "mark.style = {x};",
                "html! { <svg ~style={moved}/> }",
            ],
        ),
        (
            &HASHED,
            &["use std::collections::HashMap;", "fn f(s: HashSet<u8>) {}"],
            &["use std::collections::BTreeMap;"],
        ),
        (
            &OUTSIDE,
            &[
                "use std::fs;",
                "std::time::Duration::ZERO",
                "let t = Instant::now();",
                "std::thread::spawn(f)",
                "std::env::var(s)",
            ],
            &["use std::fmt;", "let instant = 1;", "/// Not std::fs."],
        ),
        (
            &PANICS,
            &["a.unwrap()", "a\n    .expect(\"x\")", "panic!(\"x\")", "todo!()", "unreachable!()"],
            &[
                "a.unwrap_or(b)",
                "expect(a)",
                "debug_assert!(a)",
                "#[cfg(test)]\nmod tests {\n fn f() { a.unwrap(); }\n}",
                "say(\"a.unwrap()\")",
            ],
        ),
    ];
    for (rule, bad, good) in cases {
        for bad in bad {
            assert_eq!(faults("a.rs", bad, rule).len(), 1, "{bad}: {:?}", faults("a.rs", bad, rule));
        }
        for good in good {
            assert_eq!(faults("a.rs", good, rule), Vec::<Fault>::new(), "{good}");
        }
    }
}
