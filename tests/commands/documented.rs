//! `docs/commands.md` is run as it stands, and leaves out no subcommand.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::folder::{Folder, clone, said};

/// The table that the page shows before it imports it.
const TABLE: &str = "date,title,summary,kind,lane,sources\n\
    2018-06-12,The first round,They meet for a day.,meeting,both,https://example.org/round\n\
    12-14 July 2018,The second round,They meet for three days.,talks,both,https://example.org/round\n\
    3/4/2018,A letter,A letter is sent.,statement,a,https://example.org/letter\n";

/// The commands of the page's `console` blocks, each with what it is shown to say.
fn examples(page: &str) -> Vec<(String, Vec<String>)> {
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    let mut inside = false;
    for line in page.lines() {
        match line {
            "```console" => inside = true,
            "```" => inside = false,
            _ if !inside => {}
            _ => match (line.strip_prefix("$ "), found.last_mut()) {
                (Some(command), _) => found.push((command.to_owned(), Vec::new())),
                (None, Some((_, shown))) => shown.push(line.to_owned()),
                (None, None) => panic!("a line before the first command: {line}"),
            },
        }
    }
    found
}

/// Whether the lines are those that are shown, where `…` stands for any number of them.
fn fits(lines: &[&str], shown: &[&str]) -> bool {
    match shown.split_first() {
        None => lines.is_empty(),
        Some((&"…", rest)) => (0..=lines.len()).any(|skipped| fits(&lines[skipped..], rest)),
        Some((first, rest)) => lines.first() == Some(first) && fits(&lines[1..], rest),
    }
}

#[test]
fn the_page_says_what_the_command_says() {
    let folder = Folder::new("documented");
    fs::write(folder.path("talks.csv"), TABLE).unwrap();
    let page = fs::read_to_string(clone("docs/commands.md")).unwrap();
    let command = Path::new(env!("CARGO_BIN_EXE_daylight"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(
        std::iter::once(command.parent().unwrap().to_owned()).chain(std::env::split_paths(&path)),
    )
    .unwrap();
    let examples = examples(&page);
    assert!(examples.len() >= 12, "{}", examples.len());
    for (line, shown) in examples {
        let output = Command::new("sh")
            .args(["-c", &line])
            .current_dir(&folder.0)
            .env("PATH", &path)
            .output()
            .unwrap();
        let mut told = said(&output.stdout) + &said(&output.stderr);
        if let Some(code) = output.status.code().filter(|code| *code != 0) {
            told.push_str(&format!("exit {code}\n"));
        }
        let lines: Vec<&str> = told.lines().collect();
        let shown: Vec<&str> = shown.iter().map(String::as_str).collect();
        assert!(fits(&lines, &shown), "$ {line}\n{told}\nwhere the page shows\n{}", shown.join("\n"));
    }
    assert!(folder.path("man/daylight-check.1").is_file());
    assert!(said(&fs::read(folder.path("daylight.bash")).unwrap()).contains("_daylight"));
    assert!(folder.path("tables/events.csv").is_file());
}

#[test]
fn the_page_and_the_help_name_every_subcommand_and_its_exit_codes() {
    let folder = Folder::new("named");
    let page = fs::read_to_string(clone("docs/commands.md")).unwrap();
    let help = said(&folder.daylight(&["--help"]).stdout);
    let commands = help.split("Commands:").nth(1).unwrap().split("Options:").next().unwrap();
    let names =
        commands.lines().filter_map(|line| line.strip_prefix("  ")).filter(|line| !line.starts_with(' '));
    let names: Vec<&str> =
        names.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help").collect();
    assert!(names.len() >= 10, "{help}");
    for name in &names {
        assert!(page.contains(&format!("`daylight {name}")), "docs/commands.md leaves out {name}");
    }
    for name in &names {
        let help = said(&folder.daylight(&[name, "--help"]).stdout);
        assert!(help.contains("Exit codes:"), "{name}");
        // Its section, or that of several, up to the next.
        let sections = page.split("\n## ").skip(1);
        let own = sections.filter(|section| {
            section.lines().next().is_some_and(|head| head.split_whitespace().any(|word| word == *name))
        });
        // Lines break where they may.
        let own: String = own.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
        assert!(own.contains("Exit codes:"), "docs/commands.md leaves out the exit codes of {name}");
    }
    assert!(help.contains("Exit codes:"));
    assert_eq!(folder.daylight(&["dance"]).status.code(), Some(2));
    assert_eq!(folder.daylight(&[]).status.code(), Some(2));
}

#[test]
fn a_path_that_is_not_there_has_one_exit_code_everywhere() {
    let folder = Folder::new("not-there");
    for words in [
        &["check", "none"][..],
        &["build", "none", "--out", "site"],
        &["serve", "none", "--port", "0"],
        &["import", "none.csv"],
        &["import", "none.csv", "--joins", "none"],
        &["export", "none", "--format", "ics"],
        &["diff", "none", "none"],
        &["schema", "--check", "--output", "none.json"],
    ] {
        let output = folder.daylight(words);
        assert_eq!(output.status.code(), Some(2), "{words:?}: {}", said(&output.stderr));
        assert!(said(&output.stderr).starts_with("error: "), "{words:?}: {}", said(&output.stderr));
    }
    assert_eq!(folder.names(), [""; 0]);
}
