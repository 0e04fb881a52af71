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
    assert!(folded.contains("… and 236 more W0601 (--all shows them)"));
    assert!(folded.ends_with("0 errors, 256 warnings in 10 files\n"));
    assert!(!folded.contains('\u{1b}'), "no colours outside a terminal");
    let all = daylight(&["check", "dossiers/us-dprk", "--all"]);
    assert_eq!(text(&all.stdout).matches("warning[W0601]").count(), 256);
}

#[test]
fn the_schema_can_be_checked_from_the_command_line() {
    assert_eq!(daylight(&["schema", "--check"]).status.code(), Some(0));
    let stale = daylight(&["schema", "--check", "--output", "Cargo.toml"]);
    assert_eq!(stale.status.code(), Some(1));
    assert!(text(&stale.stderr).contains("is stale"));
}
