//! The command as it is called: exit codes, the two forms, and what is folded.

use std::process::{Command, Output};

use serde_json::Value;

use super::root;

fn daylight(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_daylight")).args(arguments).current_dir(root("")).output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn exit_codes_say_what_was_found() {
    for (path, code) in [
        ("tests/check/cases/00-minimal.json", 0),
        ("tests/check/cases/51-uncited-source.json", 0),
        ("tests/check/cases/20-duplicate-id.json", 1),
        ("tests/check/cases/01-not-json-comma.json", 1),
        ("tests/check/cases/04-not-utf8.json", 1),
        ("tests/check/cases/91-folder", 1),
        ("tests/check/no-such-folder", 2),
        ("src", 2),
    ] {
        let output = daylight(&["check", path]);
        assert_eq!(output.status.code(), Some(code), "{path}: {}", text(&output.stderr));
        assert_eq!(output.stdout.is_empty(), code == 2, "{path}");
        assert_eq!(output.stderr.is_empty(), code != 2, "{path}");
    }
}

#[test]
fn json_is_one_array_on_standard_output() {
    let output = daylight(&["check", "tests/check/cases/91-folder", "--format", "json"]);
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let [only] = found.as_array().unwrap().as_slice() else { panic!("{found}") };
    assert_eq!(only["severity"], "error");
    assert_eq!(only["code"], "E0001");
    assert_eq!(only["line"], 2);
    assert_eq!(only["pointer"], "");
    assert!(only["file"].as_str().unwrap().ends_with("events.json"));
    let output = daylight(&["check", "tests/check/cases/00-minimal.json", "--format", "json"]);
    assert_eq!(text(&output.stdout), "[]\n");
}

#[test]
fn many_warnings_of_one_code_are_folded() {
    let folded = daylight(&["check", "dossiers/us-dprk"]);
    let folded = text(&folded.stdout);
    assert_eq!(folded.matches("warning[W0601]").count(), 20);
    assert!(folded.contains("… and 248 more W0601 (--all shows them)"));
    assert!(folded.ends_with("0 errors, 268 warnings in 11 files\n"));
    assert!(!folded.contains('\u{1b}'), "no colours outside a terminal");
    let all = daylight(&["check", "dossiers/us-dprk", "--all"]);
    assert_eq!(text(&all.stdout).matches("warning[W0601]").count(), 268);
}

/// A record that was renamed is missing wherever it is named: one message with all places, and its new name.
#[test]
fn an_id_that_is_missing_in_many_places_is_told_once() {
    let minimal = std::fs::read_to_string(root("tests/check/cases/00-minimal.json")).unwrap();
    let path = std::env::temp_dir().join(format!("daylight-renamed-{}.json", std::process::id()));
    let renamed = minimal.replacen("\"id\": \"agency\"", "\"id\": \"the-news-agency\"", 1);
    assert_ne!(renamed, minimal);
    std::fs::write(&path, &renamed).unwrap();
    let path = path.to_string_lossy();
    let output = daylight(&["check", &path]);
    let told = text(&output.stdout);
    assert_eq!(told.matches("there is no source `agency`").count(), 1, "{told}");
    assert!(told.contains("note: also at ") && told.contains("did you mean `the-news-agency`?"), "{told}");
    let errors = renamed.matches("\"agency\"").count();
    assert!(told.contains(&format!("{errors} errors")), "each place counts: {told}");
    let all = daylight(&["check", &path, "--all"]);
    assert_eq!(text(&all.stdout).matches("there is no source `agency`").count(), errors);
    std::fs::remove_file(&*path).unwrap();
}

#[test]
fn the_schema_can_be_checked_from_the_command_line() {
    assert_eq!(daylight(&["schema", "--check"]).status.code(), Some(0));
    let stale = daylight(&["schema", "--check", "--output", "Cargo.toml"]);
    assert_eq!(stale.status.code(), Some(1));
    assert!(text(&stale.stderr).contains("is stale"));
}

/// Files that somebody's disk, editor or malice made: each ends in a message with its place, in a moment and in little memory.
#[test]
fn files_that_are_no_dossier_at_all_end_in_a_message() {
    let folder = std::env::temp_dir().join(format!("daylight-bad-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain("{}".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let large = format!("{{\"events\": [{}]}}", vec!["{\"id\": \"a\"}"; 9_000_000].join(","));
    assert!(large.len() > 100_000_000);
    for (name, bytes, code, place) in [
        ("large", large.into_bytes(), "E0002", "1:1"),
        ("deep", "[".repeat(3_000_000).into_bytes(), "E0003", "1:65"),
        ("deeper", "{\"a\":".repeat(1_000_000).into_bytes(), "E0003", "1:321"),
        ("duplicate", b"{\"meta\": {},\n \"meta\": {}}".to_vec(), "E0004", "2:2"),
        ("latin-1", b"{\"meta\":\n{\"id\": \"caf\xe9\"}}".to_vec(), "E0005", "2:12"),
        ("utf-16", utf16, "E0005", "1:1"),
        ("zeroes", vec![0; 100_000], "E0001", "1:1"),
        ("empty", Vec::new(), "E0001", "1:1"),
    ] {
        let path = folder.join(format!("{name}.json"));
        std::fs::write(&path, &bytes).unwrap();
        let output = daylight(&["check", &path.to_string_lossy()]);
        let told = text(&output.stdout);
        assert_eq!(output.status.code(), Some(1), "{name}: {told}{}", text(&output.stderr));
        assert!(told.contains(&format!("error[{code}]")), "{name}: {told}");
        assert!(told.contains(&format!("{name}.json:{place}\n")), "{name}: {told}");
        assert!(told.len() < 20_000, "{name}: no screenful of it");
        assert!(std::fs::read(&path).unwrap() == bytes, "{name}: the input is untouched");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}
