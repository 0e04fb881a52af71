//! Rules about a file as it is written: how it begins, its spaces, what it may not name.

use crate::Fault;

/// A Rust file begins with `//!`, which says what the file is.
pub fn head_comment(path: &str, text: &str) -> Vec<Fault> {
    let first = text.lines().next().unwrap_or_default();
    let says = first.strip_prefix("//! ").is_some_and(|words| words.trim().len() > 3);
    if says { Vec::new() } else { vec![format!("{path}:1: begin with `//! ` and what this file is")] }
}

/// No space at the end of a line, no tab anywhere, one line end at the end.
pub fn spaces(path: &str, text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (number, line) in (1..).zip(text.split('\n')) {
        if line.ends_with([' ', '\t', '\r']) {
            faults.push(format!("{path}:{number}: space at the end of the line"));
        }
        if line.contains('\t') {
            faults.push(format!("{path}:{number}: a tab"));
        }
    }
    if !text.is_empty() && (!text.ends_with('\n') || text.ends_with("\n\n")) {
        faults.push(format!("{path}: end with one line end"));
    }
    faults
}

/// `lib.rs` lists the rooms: comments, attributes and `mod` lines.
pub fn only_a_list(path: &str, text: &str) -> Vec<Fault> {
    let listed = |line: &str| {
        let module = line.strip_prefix("pub ").unwrap_or(line);
        let name = module.strip_prefix("mod ").and_then(|rest| rest.strip_suffix(';'));
        line.is_empty()
            || line.starts_with("//")
            || (line.starts_with("#[") || line.starts_with("#![")) && line.ends_with(']')
            || name.is_some_and(|name| name.chars().all(|c| c.is_alphanumeric() || c == '_'))
    };
    let lines = (1..).zip(text.lines());
    let other = lines.filter(|(_, line)| !listed(line.trim()));
    other.map(|(number, line)| format!("{path}:{number}: more than a list of rooms: {line}")).collect()
}

/// Written in two parts, so that this file does not break its own rule.
const HOMES: [(&str, &str); 4] = [("/ro", "ot/"), ("/ho", "me/"), ("/wo", "rk/"), ("/Us", "ers/")];
const REGISTRIES: [(&str, &str); 9] = [
    ("index.crates", ".io"),
    ("static.crates", ".io"),
    ("registry.npm", "js.org"),
    ("registry.yarn", "pkg.com"),
    ("deb.deb", "ian.org"),
    ("security.deb", "ian.org"),
    ("archive.ubu", "ntu.com"),
    ("static.rust-", "lang.org"),
    ("replace-", "with ="),
];

/// No path of one machine, no host of a registry: they are elsewhere on the next machine.
pub fn places(path: &str, text: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (number, line) in (1..).zip(text.lines()) {
        for (first, second) in HOMES {
            let home = format!("{first}{second}");
            // In a link the same word follows a host, in a relative path a dot.
            let inside =
                |at: usize| line[..at].ends_with(|c: char| c.is_alphanumeric() || "._-~*)}".contains(c));
            if line.match_indices(&home).any(|(at, _)| !inside(at)) {
                faults.push(format!("{path}:{number}: a path of one machine: {home}"));
            }
        }
        for (first, second) in REGISTRIES {
            if line.contains(&format!("{first}{second}")) {
                faults.push(format!("{path}:{number}: the host of a registry: {first}{second}"));
            }
        }
    }
    faults
}

/// The lock file names no registry but the usual one, by its usual name.
pub fn lock(path: &str, text: &str) -> Vec<Fault> {
    let usual = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";
    let lines = (1..).zip(text.lines()).filter(|(_, line)| line.starts_with("source = ") && *line != usual);
    lines.map(|(number, line)| format!("{path}:{number}: not the usual registry: {line}")).collect()
}

/// No script and no style inside the page, which the content security policy would block. Data blocks are not scripts.
pub fn inline(path: &str, html: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (at, _) in html.match_indices("<script") {
        let rest = &html[at..];
        let open = rest.split('>').next().unwrap_or_default();
        let content = rest[open.len()..].trim_start_matches('>').split("</script").next().unwrap_or_default();
        if !content.trim().is_empty() && !open.contains("json") {
            faults.push(format!("{path}: a script inside the page: {}", content.trim()));
        }
    }
    if html.contains("<style") {
        faults.push(format!("{path}: a <style> inside the page"));
    }
    if html.contains(" style=") || html.contains(" onclick=") || html.contains(" onload=") {
        faults.push(format!("{path}: a style or a handler in an attribute"));
    }
    faults
}

#[test]
fn faults_in_the_text_are_noticed() {
    assert!(head_comment("a.rs", "//! What this is.\nuse b;").is_empty());
    for bad in ["use b;", "", "// not a head", "//! ", "\n//! Late."] {
        assert_eq!(head_comment("a.rs", bad).len(), 1, "{bad:?}");
    }
    assert!(spaces("a.rs", "a\n\nb\n").is_empty());
    for bad in ["a \nb\n", "a\r\nb\n", "\ta\n", "a", "a\n\n"] {
        assert_eq!(spaces("a.rs", bad).len(), 1, "{bad:?}");
    }
    let list = "//! Rooms.\n#![forbid(unsafe_code)]\n\n/// One.\n#[cfg(feature = \"native\")]\npub mod one;\nmod two_2;\n";
    assert!(only_a_list("src/lib.rs", list).is_empty());
    for bad in ["pub use one::Two;", "fn main() {}", "mod a { }", "pub mod a; fn b() {}", "const A: u8 = 1;"]
    {
        assert_eq!(only_a_list("src/lib.rs", bad).len(), 1, "{bad:?}");
    }
}

#[test]
fn places_are_noticed_and_links_are_not() {
    for (first, second) in HOMES {
        for bad in [
            format!("cd {first}{second}x"),
            format!("\"{first}{second}\""),
            format!("file://{first}{second}x"),
        ] {
            assert_eq!(places("a", &bad).len(), 1, "{bad:?}");
        }
        for good in [format!("https://example.org{first}{second}x"), format!("..{first}{second}x")] {
            assert!(places("a", &good).is_empty(), "{good:?}");
        }
    }
    for (first, second) in REGISTRIES {
        assert_eq!(places("a", &format!("x {first}{second} y")).len(), 1);
    }
    assert!(
        lock("Cargo.lock", "source = \"registry+https://github.com/rust-lang/crates.io-index\"").is_empty()
    );
    assert_eq!(lock("Cargo.lock", "source = \"sparse+https://mirror.example/\"").len(), 1);
}

#[test]
fn what_the_policy_would_block_is_noticed() {
    let good =
        "<script type=\"module\" src=\"boot.js\"></script><script type=\"application/json\">{}</script>";
    assert!(inline("index.html", good).is_empty());
    for bad in [
        "<script>go()</script>",
        "<script type=\"module\">\nx\n</script>",
        "<style>a{}</style>",
        "<p style=\"a\">",
    ] {
        assert_eq!(inline("index.html", bad).len(), 1, "{bad:?}");
    }
}
