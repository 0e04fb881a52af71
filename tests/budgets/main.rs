//! The built site against its budgets, in bytes, so that nothing depends on how busy a machine is. Starts from `index.html`
//! and follows what a browser would fetch by itself. `cargo xtask test budgets` says where the site is.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first thing that is not as it must be"
)]

mod hosting;
mod visit;

use std::path::{Path, PathBuf};

use visit::{Visit, brotli_size, references, resolve};

/// A thousand bytes.
const KB: usize = 1000;

/// What a visit may weigh; the measures are named as in the table printed.
const BUDGETS: [(&str, usize); 6] = [
    ("wasm, raw", 656 * KB),
    ("wasm, brotli", 240 * KB),
    ("scripts, brotli", 14_200),
    ("styles, brotli", 12_300),
    ("HTML and styles for the first paint, brotli", 90 * KB),
    // The goal is 480 KB.
    ("all that a visit loads, brotli", 470 * KB),
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
const STUDIO: usize = 471 * KB;

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
fn a_visit_in_korean_keeps_the_programs_budgets_costs_at_most_a_tenth_more_and_loads_nothing_in_english() {
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
    let mut over = Vec::new();
    for (name, limit) in BUDGETS.into_iter().filter(|(name, _)| name.starts_with("wasm, ")) {
        let size = korean.measure(name);
        println!("{:<44}{size:>10}{limit:>10}", format!("in Korean: {name}"));
        assert!(size > 0, "ko/index.html names no wasm, so it was not measured");
        if size > limit {
            over.push(format!("{name}: {size} of {limit} bytes"));
        }
    }
    assert!(over.is_empty(), "over budget in Korean: {}", over.join("; "));
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
    ("embed/words/", 11 * KB + KB / 2),
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
