//! The built site against its budgets, in bytes, so that nothing depends on how busy a machine is. Starts from `index.html`
//! and follows what a browser would fetch by itself. `cargo xtask test budgets` says where the site is.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first thing that is not as it must be"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};

/// A thousand bytes.
const KB: usize = 1000;

/// What a visit may weigh; the measures are named as in the table printed.
const BUDGETS: [(&str, usize); 6] = [
    ("wasm, raw", 623 * KB),
    ("wasm, brotli", 227 * KB),
    ("scripts, brotli", 14 * KB),
    ("styles, brotli", 12 * KB),
    ("HTML and styles for the first paint, brotli", 90 * KB),
    ("all that a visit loads, brotli", 480 * KB),
];

#[test]
#[ignore = "needs the built site: cargo xtask test site budgets"]
fn the_site_keeps_its_budgets() {
    let dist = std::env::var_os("DAYLIGHT_DIST").expect("DAYLIGHT_DIST names the built site");
    let visit = Visit::of(Path::new(&dist)).unwrap_or_else(|problem| panic!("{problem}"));
    println!("{}", visit.table());
    let over = visit.over();
    assert!(over.is_empty(), "over budget: {}", over.join("; "));
}

/// What the studio's page and program may weigh after brotli. Nobody loads them who does not open it; the importers are in it so that
/// no reader loads them.
const STUDIO: usize = 440 * KB;

#[test]
#[ignore = "needs the built site: cargo xtask test site budgets"]
fn the_studio_is_loaded_only_where_it_is_opened() {
    let dist = PathBuf::from(std::env::var_os("DAYLIGHT_DIST").expect("DAYLIGHT_DIST names the built site"));
    let of_the_studio = |name: &str| ["studio-", "schema-", "live-"].iter().any(|own| name.starts_with(own));
    let visit = Visit::of(&dist).unwrap_or_else(|problem| panic!("{problem}"));
    let loaded: Vec<&String> = visit.files.keys().filter(|path| of_the_studio(path)).collect();
    assert!(loaded.is_empty(), "a reader of the main page loads {loaded:?}");
    let page = std::fs::read_to_string(dist.join("studio/index.html")).unwrap();
    let mut size = brotli_size(page.as_bytes());
    for entry in std::fs::read_dir(&dist).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        if (name.starts_with("studio-") || name.starts_with("schema-"))
            && !name.ends_with(".br")
            && !name.ends_with(".gz")
        {
            assert!(page.contains(&name), "the studio's page names {name}");
            size += brotli_size(&std::fs::read(dist.join(&name)).unwrap());
        }
    }
    println!("{:<44}{size:>10}{STUDIO:>10}", "the studio, brotli");
    assert!(size <= STUDIO, "over budget: {size} of {STUDIO} bytes");
}

#[test]
#[ignore = "needs the built site: cargo xtask test site budgets"]
fn a_visit_in_korean_costs_at_most_a_tenth_more_and_loads_nothing_in_english() {
    let dist = PathBuf::from(std::env::var_os("DAYLIGHT_DIST").expect("DAYLIGHT_DIST names the built site"));
    let visit = |page| Visit::from(&dist, page).unwrap_or_else(|error| panic!("{error}"));
    let (english, korean) = (visit("index.html"), visit("ko/index.html"));
    let (of_one, of_other) = (english.sum(&[], true), korean.sum(&[], true));
    println!("a visit in English {of_one} bytes, in Korean {of_other}, after brotli");
    assert!(of_other * 10 <= of_one * 11, "{of_other} bytes in Korean, {of_one} in English");
    let told = |path: &&String| ["wasm", "json"].iter().any(|end| path.ends_with(end));
    for file in korean.files.keys().filter(told) {
        assert!(!english.files.contains_key(file), "{file} is loaded in both languages");
    }
}

/// What the files of embeds, and of the page that hands out their codes, may weigh after brotli. What a host fetches for every view comes first; then the files that embeds
/// share, by the first part of their names; then each page's HTML, which is all that a second view fetches.
const EMBEDS: [(&str, usize); 16] = [
    ("embed.js", 4 * KB),
    ("frame-", 4 * KB),
    ("embed-", 2 * KB + KB / 2),
    ("outline-", 12 * KB),
    ("share-", 4 * KB),
    ("share/", 28 * KB),
    ("embed/lead/", 4 * KB + KB / 2),
    ("embed/timeline/", 34 * KB),
    ("embed/gap/", 19 * KB),
    ("embed/words/", 11 * KB),
    ("embed/meetings/", 5 * KB),
    ("embed/clock/", 8 * KB),
    ("embed/promises/", 10 * KB),
    ("embed/launches/", 9 * KB),
    ("embed/argument/", 6 * KB),
    ("embed/sources/", 4 * KB),
];

#[test]
#[ignore = "needs the built site: cargo xtask test site budgets"]
fn embeds_keep_their_budgets() {
    let dist = PathBuf::from(std::env::var_os("DAYLIGHT_DIST").expect("DAYLIGHT_DIST names the built site"));
    let files: Vec<String> = std::fs::read_dir(&dist)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| !name.ends_with(".br") && !name.ends_with(".gz"))
        .collect();
    let mut over = Vec::new();
    for (name, limit) in EMBEDS {
        let path = match name {
            page if page.ends_with('/') => format!("{page}index.html"),
            file => files
                .iter()
                .find(|found| found.starts_with(file))
                .unwrap_or_else(|| panic!("no {file}"))
                .clone(),
        };
        let bytes = std::fs::read(dist.join(&path)).unwrap_or_else(|error| panic!("{path}: {error}"));
        let size = brotli_size(&bytes);
        println!("{path:<44}{size:>10}{limit:>10}");
        if size > limit {
            over.push(format!("{path}: {size} of {limit} bytes"));
        }
        // Nothing comes from elsewhere, and what a page names is there.
        for reference in references(&path, &String::from_utf8_lossy(&bytes)) {
            if !reference.starts_with("data:") && path.ends_with(".html") {
                assert!(!reference.contains("://"), "{path} loads from another host: {reference}");
                let file = resolve(&path, &reference).unwrap();
                assert!(dist.join(&file).is_file(), "{path} names {file}, which is not there");
            }
        }
    }
    assert!(over.is_empty(), "over budget: {}", over.join("; "));
}

#[test]
#[ignore = "needs the built site: cargo xtask test site budgets"]
fn the_document_for_hosts_says_what_views_fetch() {
    let dist = PathBuf::from(std::env::var_os("DAYLIGHT_DIST").expect("DAYLIGHT_DIST names the built site"));
    let document = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/hosting.md");
    let document = std::fs::read_to_string(document).unwrap();
    let visit = Visit::of(&dist).unwrap_or_else(|problem| panic!("{problem}"));
    let mut faults = wrong_files(&document, &visit);
    let views = [first_view(&visit), later_view(&visit), pages(&dist, "event"), pages(&dist, "issue")];
    faults.extend(wrong_views(&document, &views));
    assert!(faults.is_empty(), "docs/hosting.md:\n{}", faults.join("\n"));
}

/// What a kind of view fetches: bytes after brotli, and requests.
struct View {
    /// How its row in the document begins, and what else stands in its first cell.
    name: (&'static str, String),
    html: usize,
    styles: usize,
    others: usize,
    requests: usize,
}

fn first_view(visit: &Visit) -> View {
    let (html, styles) = (visit.sum(&["html"], true), visit.sum(&["css"], true));
    let others = visit.sum(&[], true) - html - styles;
    View {
        name: ("the main page, for the first time", String::new()),
        html,
        styles,
        others,
        requests: visit.files.len(),
    }
}

fn later_view(visit: &Visit) -> View {
    let html = visit.sum(&["html"], true);
    View { name: ("the main page again", String::new()), html, styles: 0, others: 0, requests: 1 }
}

/// The records' own pages of a kind, on average.
fn pages(dist: &Path, kind: &'static str) -> View {
    let folders = std::fs::read_dir(dist.join(kind)).unwrap().map(|entry| entry.unwrap().path());
    let folders: Vec<PathBuf> = folders.filter(|path| path.is_dir()).collect();
    // A small page has no compressed copy.
    let size = |folder: &Path, name: &str| std::fs::metadata(folder.join(name)).map(|about| about.len());
    let sent = |folder: &PathBuf| {
        size(folder, "index.html.br").or_else(|_| size(folder, "index.html")).unwrap() as usize
    };
    let page = folders[0].strip_prefix(dist).unwrap().join("index.html");
    let one = Visit::from(dist, page.to_str().unwrap()).unwrap_or_else(|problem| panic!("{problem}"));
    let styles = one.sum(&["css"], true);
    View {
        name: (
            if kind == "event" { "an event's own page" } else { "an issue's own page" },
            format!("on average of {}", folders.len()),
        ),
        html: folders.iter().map(sent).sum::<usize>() / folders.len(),
        styles,
        others: one.sum(&[], true) - styles - one.sum(&["html"], true),
        requests: one.files.len(),
    }
}

/// The rows of the document's table that begins with this one, as cells.
fn rows<'a>(document: &'a str, head: &str) -> Vec<Vec<&'a str>> {
    let lines = document.lines().skip_while(|line| *line != head).skip(2);
    let rows = lines.take_while(|line| line.starts_with('|'));
    rows.map(|line| line.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

/// Whether a figure in KB is right within 5 %; where there are no bytes, there is no figure.
fn tells(cell: &str, bytes: usize) -> bool {
    match cell.parse::<f64>() {
        Ok(figure) => (figure * KB as f64 - bytes as f64).abs() <= bytes as f64 / 20.0,
        Err(_) => bytes == 0,
    }
}

/// What the document's table of a first view's files says wrong.
fn wrong_files(document: &str, visit: &Visit) -> Vec<String> {
    let fits = |path: &str, pattern: &str| match pattern.split_once('*') {
        Some((stem, ending)) => path.strip_prefix(stem).is_some_and(|rest| rest.ends_with(ending)),
        None => path == pattern,
    };
    let mut faults = Vec::new();
    let mut missing: Vec<&String> = visit.files.keys().collect();
    for row in rows(document, "| file | what it is | KB |") {
        let patterns: Vec<&str> = row[0].split('`').skip(1).step_by(2).collect();
        let named: Vec<&String> =
            visit.files.keys().filter(|path| patterns.iter().any(|pattern| fits(path, pattern))).collect();
        missing.retain(|path| !named.contains(path));
        if named.len() != patterns.len() {
            faults.push(format!("{}: the page asks for {named:?}", row[0]));
        }
        let chosen = visit.files.iter().filter(|(path, _)| patterns.is_empty() || named.contains(path));
        let bytes = chosen.map(|(_, (_, brotli))| brotli).sum();
        if !tells(row[2], bytes) {
            faults.push(format!("{}: {} KB, and not {bytes} bytes", row[0], row[2]));
        }
    }
    if !missing.is_empty() {
        faults.push(format!("the table of a first view's files lacks {missing:?}"));
    }
    faults
}

/// What the document's table of views, and its sums of what they cost, say wrong.
fn wrong_views(document: &str, views: &[View]) -> Vec<String> {
    let rows = rows(document, "| a view of | HTML | style sheets | all else | together | requests |");
    let mut faults = Vec::new();
    let mut together = Vec::new();
    for View { name: (name, more), html, styles, others, requests } in views {
        let Some(row) = rows.iter().find(|row| row[0].starts_with(name) && row[0].contains(more)) else {
            faults.push(format!("the table of views has no row for {name} {more}"));
            continue;
        };
        let bytes = [*html, *styles, *others, html + styles + others];
        for (cell, bytes) in row[1..].iter().zip(bytes).filter(|(cell, bytes)| !tells(cell, *bytes)) {
            faults.push(format!("{name}: {cell} KB, and not {bytes} bytes"));
        }
        if row[5] != requests.to_string() {
            faults.push(format!("{name}: {} requests, and not {requests}", row[5]));
        }
        together.push(row[4]);
    }
    if let [first, later, ..] = together[..] {
        let sums = [format!("10^7 * {first},000 "), format!("({first},000 + {later},000)")];
        let missing = sums.into_iter().filter(|sum| !document.contains(sum));
        faults.extend(missing.map(|sum| format!("what views cost: the sum does not begin with {sum}")));
    }
    faults
}

/// Everything that opening the page loads.
struct Visit {
    /// By path in the site: the bytes raw and after brotli.
    files: BTreeMap<String, (usize, usize)>,
    /// Style sheets that the page asks for as for paper: the first paint does not wait for them.
    not_waited_for: BTreeSet<String>,
}

impl Visit {
    /// Follows the references from `index.html`.
    fn of(dist: &Path) -> Result<Visit, String> {
        Visit::from(dist, "index.html")
    }

    /// Follows the references from a page.
    fn from(dist: &Path, page: &str) -> Result<Visit, String> {
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

    fn sum(&self, kinds: &[&str], compressed: bool) -> usize {
        let of_kind = |path: &str| {
            kinds.is_empty()
                || kinds.iter().any(|kind| path.rsplit_once('.').is_some_and(|(_, end)| end == *kind))
        };
        let chosen = self.files.iter().filter(|(path, _)| of_kind(path));
        chosen.map(|(_, (raw, brotli))| if compressed { brotli } else { raw }).sum()
    }

    fn measure(&self, name: &str) -> usize {
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
    fn over(&self) -> Vec<String> {
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

    fn table(&self) -> String {
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
fn brotli_size(bytes: &[u8]) -> usize {
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
fn references(path: &str, text: &str) -> Vec<String> {
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
fn resolve(from: &str, reference: &str) -> Result<String, String> {
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

#[test]
fn what_the_document_says_wrong_is_noticed() {
    let files = [("index.html", 50_000), ("boot-1.js", 4_000), ("a-1.wasm", 90_000), ("a-2.css", 9_000)];
    let files = files.map(|(path, bytes)| (path.to_owned(), (bytes, bytes)));
    let visit = Visit { files: files.into_iter().collect(), not_waited_for: BTreeSet::new() };
    let views = [first_view(&visit), later_view(&visit)];
    let good = "| file | what it is | KB |\n|---|---|--:|\n| `index.html` | | 50 |\n| `a-*.css` | | 9.1 |\n\
                | `boot-*.js`, `a-*.wasm` | | 92 |\n| together | | 153 |\n\n\
                | a view of | HTML | style sheets | all else | together | requests |\n|---|\n\
                | the main page, for the first time | 50 | 9 | 94 | 153 | 4 |\n\
                | the main page again | 50 | kept | kept | 50 | 1 |\n\n\
                10^7 * 153,000 = 1; (153,000 + 50,000) / 2";
    let faults = |text: &str| [wrong_files(text, &visit).len(), wrong_views(text, &views).len()];
    assert_eq!(faults(good), [0, 0], "{:?} {:?}", wrong_files(good, &visit), wrong_views(good, &views));
    for (old, new, wrong) in [
        ("| `a-*.css` | | 9.1 |\n", "", [1, 0]),
        ("| `a-*.css` |", "| `a-*.css`, `dossier.json` |", [1, 0]),
        ("| 9.1 |", "| 9.9 |", [1, 0]),
        ("| 9 | 94 | 153 | 4 |", "| 9 | 94 | 153 | 6 |", [0, 1]),
        ("| kept | kept |", "| 9 | kept |", [0, 1]),
        ("| the main page again", "| the open page", [0, 1]),
        ("10^7 * 153", "10^7 * 464", [0, 1]),
    ] {
        let bad = good.replace(old, new);
        assert_eq!(faults(&bad), wrong, "{new}");
    }
}
