//! Whether the document for hosts says what views fetch.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::KB;
use crate::visit::Visit;

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
