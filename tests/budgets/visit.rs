//! What a visit loads: a page, and all that a browser fetches by itself for it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::{BUDGETS, KB};

/// Everything that opening the page loads.
pub struct Visit {
    /// By path in the site: the bytes raw and after brotli.
    pub files: BTreeMap<String, (usize, usize)>,
    /// Style sheets that the page asks for as for paper: the first paint does not wait for them.
    pub not_waited_for: BTreeSet<String>,
}

impl Visit {
    /// Follows the references from `index.html`.
    pub fn of(dist: &Path) -> Result<Visit, String> {
        Visit::from(dist, "index.html")
    }

    /// Follows the references from a page.
    pub fn from(dist: &Path, page: &str) -> Result<Visit, String> {
        let (mut files, mut not_waited_for) = (BTreeMap::new(), BTreeSet::new());
        let mut open = vec![page.to_owned()];
        while let Some(path) = open.pop() {
            if files.contains_key(&path) {
                continue;
            }
            let bytes =
                std::fs::read(dist.join(&path)).map_err(|error| format!("{path} of the site: {error}"))?;
            let text = String::from_utf8_lossy(&bytes);
            for reference in for_paper(&path, &text) {
                not_waited_for.insert(resolve(&path, &reference)?);
            }
            for reference in references(&path, &text) {
                if reference.starts_with("data:") {
                    continue;
                }
                if reference.contains("://") || reference.starts_with("//") {
                    return Err(format!("{path} loads from another host: {reference}"));
                }
                open.push(resolve(&path, &reference)?);
            }
            files.insert(path, (bytes.len(), brotli_size(&bytes)));
        }
        Ok(Visit { files, not_waited_for })
    }

    pub fn sum(&self, kinds: &[&str], compressed: bool) -> usize {
        let of_kind = |path: &str| {
            kinds.is_empty()
                || kinds.iter().any(|kind| path.rsplit_once('.').is_some_and(|(_, end)| end == *kind))
        };
        let chosen = self.files.iter().filter(|(path, _)| of_kind(path));
        chosen.map(|(_, (raw, brotli))| if compressed { brotli } else { raw }).sum()
    }

    pub fn measure(&self, name: &str) -> usize {
        match name {
            "wasm, raw" => self.sum(&["wasm"], false),
            "wasm, brotli" => self.sum(&["wasm"], true),
            "scripts, brotli" => self.sum(&["js", "mjs"], true),
            "styles, brotli" => self.sum(&["css"], true),
            "HTML and styles for the first paint, brotli" => {
                let later = self.files.iter().filter(|(path, _)| self.not_waited_for.contains(*path));
                self.sum(&["html", "css"], true) - later.map(|(_, (_, brotli))| brotli).sum::<usize>()
            }
            "all that a visit loads, brotli" => self.sum(&[], true),
            _ => panic!("no such measure: {name}"),
        }
    }

    /// The budgets that are not kept; a page without wasm keeps none.
    pub fn over(&self) -> Vec<String> {
        let mut over = Vec::new();
        if self.sum(&["wasm"], false) == 0 {
            over.push("the page names no wasm, so it was not measured".to_owned());
        }
        for (name, limit) in BUDGETS {
            let size = self.measure(name);
            if size > limit {
                over.push(format!("{name}: {size} of {limit} bytes"));
            }
        }
        over
    }

    pub fn table(&self) -> String {
        let mut table = format!("{:<44}{:>10}{:>10}\n", "file", "raw", "brotli");
        for (path, (raw, brotli)) in &self.files {
            table += &format!("{path:<44}{raw:>10}{brotli:>10}\n");
        }
        table += &format!("\n{:<44}{:>10}{:>10}\n", "budget", "bytes", "limit");
        for (name, limit) in BUDGETS {
            table += &format!("{name:<44}{:>10}{limit:>10}\n", self.measure(name));
        }
        table
    }
}

/// The size after brotli at its best, as a host sends a file that does not change.
pub fn brotli_size(bytes: &[u8]) -> usize {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 24);
    writer.write_all(bytes).expect("writing to memory");
    writer.into_inner().len()
}

/// The style sheets of a page that are for paper, at least until its script says otherwise.
fn for_paper(path: &str, text: &str) -> Vec<String> {
    if !path.ends_with(".html") {
        return Vec::new();
    }
    let on_paper = |tag: &str| attribute_of(tag, "media").is_some_and(|media| media == "print");
    let links = tags(text).into_iter().filter(|(name, tag)| name == "link" && on_paper(tag));
    links.filter_map(|(_, tag)| attribute_of(tag, "href")).collect()
}

/// What this file makes a browser fetch.
pub fn references(path: &str, text: &str) -> Vec<String> {
    match path.rsplit_once('.').map(|(_, end)| end) {
        Some("html") => in_html(text),
        Some("css") => in_css(text),
        Some("js" | "mjs") => in_script(text),
        _ => Vec::new(),
    }
}

fn in_html(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (name, tag) in tags(html) {
        let get = |attribute| attribute_of(tag, attribute);
        match name.as_str() {
            "script" => found.extend(
                ["src", "data-js", "data-wasm", "data-outline", "data-record"].into_iter().filter_map(get),
            ),
            // Another language's page or a feed is linked to, not loaded.
            "link" => {
                let loads = ["stylesheet", "preload", "modulepreload", "icon"];
                let rel = get("rel").unwrap_or_default();
                if rel.split_whitespace().any(|word| loads.contains(&word)) {
                    found.extend(get("href"));
                }
            }
            "img" | "source" | "iframe" | "video" | "audio" | "embed" => {
                found.extend(get("src"));
                let set = get("srcset").unwrap_or_default();
                found
                    .extend(set.split(',').filter_map(|one| one.split_whitespace().next().map(String::from)));
            }
            _ => {}
        }
    }
    found
}

/// Every start tag: its name and what stands between the angle brackets.
fn tags(html: &str) -> Vec<(String, &str)> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end..]);
            continue;
        }
        let name: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
        let mut quote = None;
        let end = rest.find(|c: char| match (quote, c) {
            (None, '>') => true,
            (None, '"' | '\'') => {
                quote = Some(c);
                false
            }
            (Some(open), _) => {
                if open == c {
                    quote = None;
                }
                false
            }
            _ => false,
        });
        let Some(end) = end else { break };
        if !name.is_empty() {
            found.push((name.to_ascii_lowercase(), &rest[name.len()..end]));
        }
        rest = &rest[end..];
    }
    found
}

fn attribute_of(tag: &str, name: &str) -> Option<String> {
    for quote in ['"', '\''] {
        let mut rest = tag;
        let wanted = format!("{name}={quote}");
        while let Some(at) = rest.find(&wanted) {
            let value = &rest[at + wanted.len()..];
            // Not the end of a longer name, as `src` is of `data-src`.
            if rest[..at].ends_with(char::is_whitespace) {
                return value.split(quote).next().map(|value| value.replace("&amp;", "&"));
            }
            rest = value;
        }
    }
    None
}

fn in_css(css: &str) -> Vec<String> {
    let urls = css.split("url(").skip(1).filter_map(|rest| rest.split(')').next());
    let imports = css.split("@import").skip(1).filter_map(|rest| rest.split(['"', '\'']).nth(1));
    let clean = urls.map(|url| url.trim().trim_matches(['"', '\'']));
    // A `#name` is a part of the page itself.
    clean.chain(imports).filter(|url| !url.starts_with('#')).map(String::from).collect()
}

/// Modules named by a literal in `import … from "…"`, `import "…"`, `import("…")`.
fn in_script(script: &str) -> Vec<String> {
    let mut found = Vec::new();
    for word in ["from", "import", "import("] {
        for rest in script.split(word).skip(1) {
            let rest = rest.trim_start();
            let Some(quote) = rest.chars().next().filter(|c| matches!(c, '"' | '\'')) else { continue };
            let literal = rest[1..].split(quote).next().unwrap_or_default();
            if literal.starts_with('.') || literal.contains("://") {
                found.push(literal.to_owned());
            }
        }
    }
    found
}

/// A reference as a path in the site.
pub fn resolve(from: &str, reference: &str) -> Result<String, String> {
    let clean = reference.split(['?', '#']).next().unwrap_or_default();
    let mut parts: Vec<&str> = Vec::new();
    if !clean.starts_with('/') {
        parts.extend(from.split('/'));
        parts.pop();
    }
    for part in clean.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop().ok_or_else(|| format!("{from} loads from outside the site: {reference}"))?;
            }
            part => parts.push(part),
        }
    }
    Ok(parts.join("/"))
}

/// A site of these files, in a folder of its own.
fn site(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let dir = std::env::temp_dir().join(format!("daylight-budgets-{}-{name}", std::process::id()));
    for (path, text) in files {
        let path = dir.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }
    dir
}

#[test]
fn all_that_a_browser_fetches_is_found() {
    let page = r##"<!DOCTYPE html><!-- <img src="no.png"> --><link rel="stylesheet" href="css/a.css?v=1"><link rel="canonical"
        href="https://example.org/"><link rel="alternate" href="ko/"><a href="other.html">x</a><img alt="a > b" src='i.png'
        srcset="i.png 1x, j.png 2x"><script type="module" src="./boot.js" data-js="./g.js" data-wasm="./w.wasm"
        data-outline="./o.json" data-record="./r.json"></script>"##;
    let css =
        "@import \"b.css\"; a{background:url('../k.svg'); mask:url(#m); src:url(data:font/woff2;base64,AA)}";
    let boot = "import {a} from './part.js'; const b = import(dataset.js); say('data from here');";
    let files = [
        ("index.html", page),
        ("o.json", "{}"),
        ("r.json", "{}"),
        ("css/a.css", css),
        ("css/b.css", ""),
        ("k.svg", ""),
        ("i.png", ""),
        ("j.png", ""),
        ("boot.js", boot),
        ("part.js", ""),
        ("g.js", ""),
        ("w.wasm", "w"),
        ("other.html", "no"),
    ];
    let dir = site("found", &files);
    let visit = Visit::of(&dir).unwrap();
    let mut expected: Vec<&str> =
        files.iter().map(|(path, _)| *path).filter(|path| *path != "other.html").collect();
    expected.sort_unstable();
    assert_eq!(visit.files.keys().collect::<Vec<_>>(), expected);
    assert!(visit.over().is_empty(), "{:?}", visit.over());
    std::fs::remove_dir_all(dir).unwrap();
}

#[test]
fn too_much_is_noticed() {
    let mut noise = 1_u32;
    let mut next = || {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b' ' + (noise >> 24) as u8 % 90)
    };
    let style: String = (0..16 * KB).map(|_| next()).filter(|c| !matches!(c, '@' | '(')).collect();
    let page = r#"<link rel="stylesheet" href="a.css">"#;
    let dir = site("much", &[("index.html", page), ("a.css", &style)]);
    let over = Visit::of(&dir).unwrap().over();
    assert_eq!(over.len(), 2, "{over:?}");
    assert!(over[0].contains("no wasm") && over[1].starts_with("styles, brotli"), "{over:?}");
    std::fs::remove_dir_all(dir).unwrap();
}

#[test]
fn the_first_paint_waits_for_no_style_sheet_that_is_for_paper() {
    let page = r#"<link rel="stylesheet" href="a.css"><link rel="stylesheet" media="print" href="b.css">"#;
    let dir = site("paper", &[("index.html", page), ("a.css", "a{b:c}"), ("b.css", "d{e:f;g:h}")]);
    let visit = Visit::of(&dir).unwrap();
    let waited_for = brotli_size(page.as_bytes()) + brotli_size(b"a{b:c}");
    assert_eq!(visit.measure("HTML and styles for the first paint, brotli"), waited_for);
    assert_eq!(visit.measure("styles, brotli"), brotli_size(b"a{b:c}") + brotli_size(b"d{e:f;g:h}"));
    std::fs::remove_dir_all(dir).unwrap();
}

#[test]
fn a_missing_file_and_another_host_are_errors() {
    let dir = site("wrong", &[("index.html", r#"<img src="none.png">"#)]);
    assert!(Visit::of(&dir).err().unwrap().contains("none.png"));
    let dir = site("wrong", &[("index.html", r#"<script src="https://example.org/a.js"></script>"#)]);
    assert!(Visit::of(&dir).err().unwrap().contains("another host"));
    std::fs::remove_dir_all(dir).unwrap();
}
