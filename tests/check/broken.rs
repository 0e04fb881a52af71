//! Every dossier in `cases/` is wrong in one way, and says so in the snapshot beside it. All are made from `00-minimal`.

use std::fs;
use std::path::PathBuf;

use daylight::dossier::check::{Code, Severity, SourceFile, check};
use daylight::native::report;

use super::{check_in, root};

fn cases() -> Vec<PathBuf> {
    let mut cases: Vec<PathBuf> =
        fs::read_dir(root("tests/check/cases")).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

/// What a person sees, then the exact places and pointers.
#[test]
fn each_says_what_is_wrong_and_where() {
    let folder = root("tests/check/cases");
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_snapshot_path(root("tests/check/snapshots"));
    for case in cases() {
        let (files, checked) = check_in(&folder, &case);
        let found = &checked.diagnostics;
        let mut text = report::human(&files, found, report::Style::default());
        for d in found {
            text.push_str(&format!("\n{} {}:{}:{} {}", d.code, d.file, d.line, d.column, d.pointer));
        }
        let sound = found.iter().all(|d| d.severity != Severity::Error);
        assert_eq!(checked.dossier.is_some(), sound, "{}", case.display());
        let name = case.file_stem().unwrap().to_str().unwrap();
        settings.bind(|| insta::assert_snapshot!(name, text));
        if name.starts_with("20-") || name.starts_with("74-") {
            settings.bind(|| insta::assert_snapshot!(format!("{name}.json"), report::json(found)));
        }
    }
}

#[test]
fn the_minimal_dossier_has_no_problem() {
    let (_, checked) = check_in(&root("tests"), &root("tests/check/cases/00-minimal.json"));
    assert_eq!(checked.diagnostics, []);
    assert!(checked.dossier.is_some());
}

/// Code, line, pointer, message and fix of each problem of the minimal dossier with something in it replaced.
fn with(from: &str, to: &str) -> Vec<(String, usize, String, String, String)> {
    let text = fs::read_to_string(root("tests/check/cases/00-minimal.json")).unwrap();
    assert!(text.contains(from), "{from}");
    let file = SourceFile { name: "dossier.json".to_owned(), text: text.replace(from, to) };
    let told = |found: daylight::dossier::check::Diagnostic| {
        (found.code.to_string(), found.line, found.pointer, found.message, found.fix)
    };
    check(&[file]).diagnostics.into_iter().map(told).collect()
}

/// Which party has the side that nobody has is not known: the problem stands at their list, and names those without a side.
#[test]
fn a_side_that_nobody_has_is_missed_at_the_list() {
    let found = with("\"short\": \"DPRK\", \"side\": \"b\"", "\"short\": \"DPRK\"");
    let [(code, line, pointer, message, fix)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((code.as_str(), *line, pointer.as_str()), ("E0406", 12, "/parties"));
    assert_eq!(message, "no party is side b");
    assert_eq!(fix, "give the party on that side \"side\": \"b\"; without a side so far: `dprk`, `rok`");
    let empty = SourceFile { name: "a.json".to_owned(), text: "{ \"parties\": [] }".to_owned() };
    let found = check(&[empty]).diagnostics;
    let sides: Vec<_> = found.iter().filter(|found| found.code == Code::SideCount).collect();
    let [a, b] = sides.as_slice() else { panic!("{found:?}") };
    assert_eq!((a.message.as_str(), b.message.as_str()), ("no party is side a", "no party is side b"));
    assert_eq!(a.fix, "add the party on that side, with \"side\": \"a\"");
}

/// A further file whose key is mistyped: the list in it is one that other files have too.
#[test]
fn a_mistyped_part_of_a_further_file_is_recognised() {
    let text = fs::read_to_string(root("tests/check/cases/00-minimal.json")).unwrap();
    let fix = |more: &str| {
        let file = |name: &str, text: &str| SourceFile { name: name.to_owned(), text: text.to_owned() };
        let found = check(&[file("dossier.json", &text), file("more.json", more)]).diagnostics;
        let [only] = found.as_slice() else { panic!("{found:?}") };
        only.fix.clone()
    };
    assert_eq!(fix("{ \"event\": [] }"), "did you mean `events`?");
    assert_eq!(fix("{ \"Sources\": [] }"), "did you mean `sources`?");
    let other = fix("{ \"timeline\": [] }");
    assert!(other.starts_with("give it the name of what it holds") && other.contains("`events`"), "{other}");
}

#[test]
fn a_date_with_slashes_is_told_as_a_whole() {
    let found = with("\"date\": \"2018-06-12\"", "\"date\": \"3/4/2018\"");
    let [(code, _, _, message, fix)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(code, "E0301");
    assert!(
        message.starts_with("\"3/4/2018\" is not a date: a / stands between the two ends of a range"),
        "{message}"
    );
    assert!(fix.contains("YYYY-MM-DD"), "{fix}");
}

/// What an author of a new dossier forgets is that its template covers this year alone; told once, not for each event.
#[test]
fn a_span_that_holds_no_event_is_told_once() {
    let found = with(
        "\"from\": \"2018-01-01\", \"to\": \"2019-12-31\"",
        "\"from\": \"2019-01-01\", \"to\": \"2019-12-31\"",
    );
    let told: Vec<_> = found.iter().filter(|(_, _, pointer, ..)| pointer == "/meta/span").collect();
    let [(code, 8, _, message, _)] = told.as_slice() else { panic!("{found:?}") };
    assert_eq!(code, "W0305");
    assert_eq!(message, "no event lies in the time the dossier covers, 2019-01-01 to 2019-12-31");
    assert!(found.iter().all(|(code, ..)| code == "W0305"), "{found:?}");
    // A day of it is enough.
    let found = with(
        "\"date\": \"2018-06-12\",\n      \"title\"",
        "\"date\": \"2017-06/2018-01-01\",\n      \"title\"",
    );
    assert_eq!(found, []);
}

/// The texts of a language file stand beside those of the first language.
#[test]
fn a_language_file_brings_its_texts() {
    let (_, checked) = check_in(&root("tests"), &root("tests/check/cases/73-two-languages"));
    let dossier = checked.dossier.unwrap();
    assert_eq!(dossier.meta.title.get("en"), "A tiny dossier");
    assert_eq!(dossier.meta.title.get("ko"), "한국어: title");
    assert_eq!(dossier.issue("scope").unwrap().ladder[2].label.get("ko"), "한국어: label");
    let quote = dossier.events[0].readings[0].quote.as_ref().unwrap();
    assert_eq!(quote.text.get("ko"), "very quickly");
    let translation = quote.translation.as_ref().unwrap();
    assert_eq!((translation.only_in("ko"), translation.only_in("en")), (Some("한국어: 매우 빠르게"), None));
}

/// Exact words are for readers of each language: as published, or translated; an empty translation is none, and a region is no language.
#[test]
fn exact_words_can_be_read_in_every_language() {
    let read =
        |name: &str| fs::read_to_string(root("tests/check/cases/73-two-languages").join(name)).unwrap();
    let (dossier, korean) = (read("dossier.json"), read("ko.texts.json"));
    let words = "\"text\": \"very quickly\"";
    let line = "    \"events/summit/readings/0/quote/translation\": \"한국어: 매우 빠르게\",\n";
    assert!(dossier.contains(words) && korean.contains(line));
    let codes = |more: &str, line_there: &str| {
        let file = |name: &str, text: String| SourceFile { name: name.to_owned(), text };
        let dossier = dossier.replace(words, &format!("{words}{more}"));
        let files = [file("dossier.json", dossier), file("ko.texts.json", korean.replace(line, line_there))];
        let found = check(&files).diagnostics;
        found.iter().map(|found| found.code.to_string()).collect::<Vec<_>>()
    };
    let none: [&str; 0] = [];
    assert_eq!(codes("", line), none);
    assert_eq!(codes("", ""), ["E0703"]);
    assert_eq!(codes("", &line.replace("한국어: 매우 빠르게", " ")), ["E0703", "E0701"]);
    let original = |text: &str, lang: &str| {
        format!(", \"original\": {{ \"text\": \"{text}\", \"lang\": \"{lang}\", \"source\": \"agency\" }}")
    };
    assert_eq!(codes(&original("매우 빠르게", "ko-KR"), ""), none);
    assert_eq!(codes(&original(" ", "ko"), ""), ["E0503"]);
    assert_eq!(codes(", \"lang\": \"ko-KR\", \"translation\": \"quickly\"", ""), none);
    assert_eq!(codes(", \"lang\": \"ko\"", ""), ["E0703"]);
}

/// The rows of a table join the events of the JSON, and the address of the table is gone: nobody reads it twice.
#[test]
fn a_table_brings_its_events() {
    let (_, checked) = check_in(&root("tests"), &root("tests/check/cases/94-event-table-sound"));
    let dossier = checked.dossier.unwrap();
    let ids: Vec<&str> = dossier.events.iter().map(|event| event.id.as_str()).collect();
    assert_eq!(ids, ["summit", "follow-up", "letter"]);
    let talks = dossier.event("follow-up").unwrap();
    assert_eq!(talks.title.get("en"), "Talks, the first after it");
    assert_eq!(talks.parties, ["us", "dprk"]);
    assert_eq!(dossier.event_table, None);
}

/// A table that is too large to be written ahead keeps its address, and `daylight build` says what to do.
#[test]
fn a_large_table_is_not_built_into_pages() {
    let folder = std::env::temp_dir().join(format!("daylight-table-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let rows: String = (0..20_001).map(|row| format!("event-{row},2018,Talks,talks,both\n")).collect();
    fs::write(folder.join("events.csv"), format!("id,date,title,kind,lane\n{rows}")).unwrap();
    let text = fs::read_to_string(root("tests/check/cases/00-minimal.json")).unwrap();
    let named = text.replacen('{', "{ \"event_table\": \"events.csv\",", 1);
    fs::write(folder.join("dossier.json"), named).unwrap();
    let built = std::process::Command::new(env!("CARGO_BIN_EXE_daylight"))
        .arg("build")
        .arg(&folder)
        .args(["--app", "none", "--out"])
        .arg(folder.join("site"))
        .output()
        .unwrap();
    fs::remove_dir_all(&folder).unwrap();
    let said = String::from_utf8_lossy(&built.stderr).into_owned();
    assert!(!built.status.success() && said.contains("open/?dossier="), "{said}");
}

/// Codes that no dossier in `cases/` can show: too large a file for the repository, no file at all, ten thousand problems,
/// and a gap in the checker itself.
const NOT_SHOWN: [Code; 4] =
    [Code::FileTooLarge, Code::NoDossierFile, Code::TooManyProblems, Code::Unreadable];

#[test]
fn every_code_has_a_case() {
    let folder = root("tests/check/cases");
    let shown: Vec<Code> = cases()
        .iter()
        .flat_map(|case| check_in(&folder, case).1.diagnostics)
        .map(|diagnostic| diagnostic.code)
        .collect();
    for code in Code::ALL {
        assert_eq!(shown.contains(code), !NOT_SHOWN.contains(code), "{code}");
    }
}

#[test]
fn the_real_dossier_has_no_error() {
    let (_, checked) = check_in(&root("dossiers"), &root("dossiers/us-dprk"));
    let other: Vec<_> = checked.diagnostics.iter().filter(|found| found.code != Code::InsecureLink).collect();
    assert!(other.is_empty(), "{other:#?}");
    // Addresses that were published as http stay as they were published.
    assert_eq!(checked.diagnostics.len(), 268);
    assert!(checked.dossier.is_some());
}

/// What a drawing cannot hold is an error at its place, in whatever field a page shows; a tab and a line break are none.
#[test]
fn a_character_that_no_page_can_show_is_an_error_at_its_text() {
    for (sign, name) in [
        ("\\u0001", "U+0001"),
        ("\\u0000", "U+0000"),
        ("\\u001b", "U+001B"),
        ("\u{fffe}", "U+FFFE"),
        ("\\uffff", "U+FFFF"),
    ] {
        let found =
            with("\"title\": \"The leaders meet\"", &format!("\"title\": \"The leaders{sign} meet\""));
        let [(code, line, pointer, message, fix)] = found.as_slice() else { panic!("{found:?}") };
        assert_eq!((code.as_str(), *line, pointer.as_str()), ("E0708", 47, "/events/0/title"));
        assert_eq!(
            message,
            &format!("`title` of event `summit` holds the character {name}, which no page can show")
        );
        assert_eq!(fix, "remove it: it stands behind \"The leaders\"");
    }
    let in_place = [
        ("\"CC BY 4.0\"", "\"\\u0001CC BY\""),
        ("\"publisher\": \"An agency\"", "\"publisher\": { \"en\": \"An\\u0002 agency\" }"),
        ("\"publisher\": \"An agency\"", "\"agency\": \"A\\u0002P\", \"publisher\": \"An agency\""),
        ("\"definitions\": { \"cns\"", "\"definitions\": { \"c\\u0003s\": \"Unused.\", \"cns\""),
    ];
    for (from, to) in in_place {
        let found = with(from, to);
        let [(code, ..)] = found.as_slice() else { panic!("{to}: {found:?}") };
        assert_eq!(code, "E0708", "{to}");
    }
    assert_eq!(
        with("\"title\": \"The leaders meet\"", "\"title\": \"The\\tleaders\\r\\nmeet \\u007f\\u0085\""),
        []
    );
}

#[test]
fn an_id_is_not_longer_than_a_file_can_be_named() {
    let id = |length: usize| format!("{{ \"id\": \"{}\", \"on\"", "a".repeat(length));
    assert_eq!(with("{ \"id\": \"essay\", \"on\"", &id(100)), []);
    let found = with("{ \"id\": \"essay\", \"on\"", &id(101));
    let [(code, _, pointer, _, fix)] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((code.as_str(), pointer.as_str()), ("E0203", "/presets/0/id"));
    assert!(fix.contains("at most 100"), "{fix}");
}
