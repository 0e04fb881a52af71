//! The rules of the house that no compiler keeps: which room may use which, what may not be in what ships, how a file
//! begins. One rule a test here; what a rule looks for stands in its own file, with examples that it must find.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first thing that is not as it must be"
)]

mod code;
mod doors;
mod names;
mod text;
mod words;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A fault: where, and what is wrong.
type Fault = String;

/// A file of the clone, by its path with `/`.
struct File {
    path: String,
    text: String,
}

/// Folders of the clone that are not ours to keep tidy.
const NOT_OURS: [&str; 4] = [".git", "target", "dist", "node_modules"];

/// All text files of the clone.
fn files() -> Vec<File> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    collect(&root, &root, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(
        found.iter().any(|file| file.path == "src/lib.rs"),
        "the clone was not found at {}",
        root.display()
    );
    found
}

fn collect(root: &Path, dir: &Path, found: &mut Vec<File>) {
    for entry in std::fs::read_dir(dir).unwrap().map(Result::unwrap) {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        // `.dist.*` is a site on its way in or out.
        if NOT_OURS.contains(&name.as_str()) || name.starts_with(".dist.") {
            continue;
        }
        if entry.file_type().unwrap().is_dir() {
            collect(root, &path, found);
        } else if let Ok(text) = std::fs::read_to_string(&path) {
            // What is not UTF-8 is a picture.
            let path = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            found.push(File { path, text });
        }
    }
}

/// The source files that are compiled only for tests: those that another declares by `#[cfg(test)] mod name;`, and those
/// below them.
fn only_for_tests(files: &[File]) -> Vec<String> {
    let sources = files.iter().filter(|file| is_rust(&file.path) && file.path.starts_with("src/"));
    sources.flat_map(|file| code::test_modules(&file.path, &file.text)).collect()
}

/// Applies a rule to what is compiled outside tests, of the files it is for.
fn hold_outside_tests(applies: impl Fn(&str) -> bool, rule: impl Fn(&File) -> Vec<Fault>) {
    let tests = only_for_tests(&files());
    let is_test = |path: &str| {
        tests
            .iter()
            .any(|module| path.strip_prefix(module.as_str()).is_some_and(|rest| rest.starts_with(['.', '/'])))
    };
    hold(|path| applies(path) && !is_test(path), rule);
}

/// Applies a rule to the files it is for, and fails with all its faults at once.
fn hold(applies: impl Fn(&str) -> bool, rule: impl Fn(&File) -> Vec<Fault>) {
    let faults: Vec<Fault> = files().iter().filter(|file| applies(&file.path)).flat_map(rule).collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

fn is_rust(path: &str) -> bool {
    path.ends_with(".rs")
}

/// The room of a source file: `dossier` for `src/dossier/date/day.rs` and for `src/dossier.rs`.
fn room(path: &str) -> Option<&str> {
    let inside = path.strip_prefix("src/")?;
    let first = inside.split('/').next()?;
    Some(first.strip_suffix(".rs").unwrap_or(first)).filter(|room| !matches!(*room, "lib" | "bin"))
}

/// The rooms that are not the core: a new room is held to the core's rules until it is named here.
const NOT_CORE: [&str; 4] = ["views", "browser", "checker", "native"];

/// A room of the core: it knows no browser, no file, no clock, no thread.
fn is_core(path: &str) -> bool {
    is_rust(path) && room(path).is_some_and(|room| !NOT_CORE.contains(&room))
}

/// What is compiled into a program for the browser: everything but the command and the room that is its own.
fn ships(path: &str) -> bool {
    is_rust(path) && path.starts_with("src/") && room(path) != Some("native") && path != "src/bin/daylight.rs"
}

#[test]
fn rooms_use_only_the_rooms_their_doors_lead_to() {
    hold_outside_tests(
        |path| is_rust(path) && path.starts_with("src/"),
        |file| doors::faults(&file.path, &file.text),
    );
    let all = files();
    let rust: Vec<(&str, &str)> = all
        .iter()
        .filter(|file| is_rust(&file.path))
        .map(|file| (file.path.as_str(), file.text.as_str()))
        .collect();
    assert_eq!(doors::who_starts_the_app(&rust), Vec::<Fault>::new());
}

#[test]
fn every_room_has_its_doors_and_every_program_its_line() {
    let all = files();
    let sources: Vec<&str> = all.iter().map(|file| file.path.as_str()).filter(|path| is_rust(path)).collect();
    let rooms: BTreeSet<&str> = sources.iter().filter_map(|path| room(path)).collect();
    let with_doors: BTreeSet<&str> = doors::DOORS.iter().map(|(room, _)| *room).collect();
    assert_eq!(rooms, with_doors, "the rooms of src/, and those in DOORS (tests/tidy/doors.rs)");
    let programs: BTreeSet<&str> =
        sources.iter().copied().filter(|path| path.starts_with("src/bin/")).collect();
    let with_line: BTreeSet<&str> = doors::PROGRAMS.iter().map(|(path, _)| *path).collect();
    assert_eq!(programs, with_line, "the files of src/bin/, and those in PROGRAMS (tests/tidy/doors.rs)");
    let gone: Vec<&&str> = NOT_CORE.iter().filter(|room| !rooms.contains(*room)).collect();
    assert_eq!(gone, Vec::<&&str>::new(), "rooms that NOT_CORE (tests/tidy/main.rs) names and src/ has not");
}

#[test]
fn the_document_has_the_same_doors() {
    let document = files().into_iter().find(|file| file.path == "docs/ARCHITECTURE.md").unwrap();
    assert_eq!(doors::differences(&document.text), Vec::<Fault>::new());
}

#[test]
fn every_rust_file_begins_by_saying_what_it_is() {
    hold(is_rust, |file| text::head_comment(&file.path, &file.text));
}

#[test]
fn no_trailing_space_and_no_tab() {
    // Markdown means something by two spaces; a snapshot is what a program wrote.
    const KINDS: [&str; 8] = [".rs", ".toml", ".css", ".js", ".html", ".json", ".ftl", ".ci/run"];
    hold(|path| KINDS.iter().any(|kind| path.ends_with(kind)), |file| text::spaces(&file.path, &file.text));
}

#[test]
fn the_list_of_rooms_holds_no_logic() {
    hold(|path| path == "src/lib.rs", |file| text::only_a_list(&file.path, &file.text));
}

#[test]
fn no_machine_path_and_no_registry_is_written_down() {
    // The lock file names the registry by the one name that every cargo knows.
    hold(|path| path != "Cargo.lock", |file| text::places(&file.path, &file.text));
    hold(|path| path == "Cargo.lock", |file| text::lock(&file.path, &file.text));
}

#[test]
fn the_strict_content_security_policy_can_hold() {
    hold(|path| path == "index.html", |file| text::inline(&file.path, &file.text));
    let drawn = |path: &str| is_rust(path) && matches!(room(path), Some("views" | "scene"));
    hold_outside_tests(drawn, |file| words::faults(&file.path, &file.text, &words::STYLE_AND_MARKUP));
    let browser = |path: &str| is_rust(path) && room(path) == Some("browser");
    hold_outside_tests(browser, |file| words::faults(&file.path, &file.text, &words::INSERTED));
}

#[test]
fn the_core_iterates_no_hash_map() {
    hold_outside_tests(is_core, |file| words::faults(&file.path, &file.text, &words::HASHED));
}

#[test]
fn the_core_knows_no_clock_no_file_no_thread() {
    hold_outside_tests(is_core, |file| words::faults(&file.path, &file.text, &words::OUTSIDE));
}

#[test]
fn nothing_that_ships_to_the_browser_panics_by_design() {
    hold_outside_tests(ships, |file| words::faults(&file.path, &file.text, &words::PANICS));
}

/// The code serves any negotiation. The examples in comments and the tests may speak of the first one.
#[test]
fn nothing_knows_the_first_dossier() {
    let files = files();
    let dossier: Vec<&File> = files
        .iter()
        .filter(|file| file.path.starts_with("dossiers/us-dprk/") && file.path.ends_with(".json"))
        .collect();
    let names = names::of_dossier(&dossier);
    assert!(names.len() > 50, "{names:?}");
    let shown = |path: &str| {
        is_rust(path) && path.starts_with("src/")
            || path.starts_with("web/")
            || path.starts_with("styles/")
            || path.starts_with("starter/")
            || path == "index.html"
    };
    hold_outside_tests(shown, |file| names::faults(file, &names));
}

#[test]
fn files_know_their_room() {
    assert_eq!(room("src/dossier/date/day.rs"), Some("dossier"));
    assert_eq!(room("src/messages.rs"), Some("messages"));
    assert_eq!(room("src/lib.rs"), None);
    assert_eq!(room("src/bin/web.rs"), None);
    assert_eq!(room("tests/tidy/main.rs"), None);
    assert!(is_core("src/export/csv.rs") && !is_core("src/native/mod.rs") && !is_core("src/scene/a.snap"));
    assert!(is_core("src/find/fold.rs") && is_core("src/index/mod.rs") && is_core("src/cellar.rs"));
    assert!(!is_core("src/views/app.rs") && !is_core("src/bin/web.rs") && !is_core("tests/found.rs"));
    assert!(ships("src/bin/web.rs") && ships("src/bin/korean.rs") && ships("src/find/fold.rs"));
    assert!(ships("src/views/app.rs") && ships("src/checker/mod.rs") && !ships("src/views/a.snap"));
    assert!(!ships("src/bin/daylight.rs") && !ships("src/native/mod.rs") && !ships("tests/found.rs"));
}
