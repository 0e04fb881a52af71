//! `daylight import` as an author types it.

use std::fs;
use std::path::Path;
use std::process::Output;

use crate::folder::{Folder, said};

/// A folder with a file in it.
fn with(name: &str, file: &str, text: &[u8]) -> Folder {
    let folder = Folder::new(name);
    fs::write(folder.path(file), text).unwrap();
    folder
}

fn import(folder: &Folder, arguments: &[&str]) -> Output {
    folder.daylight(&[&["import"], arguments].concat())
}

const TABLE: &str = "date,title,summary,kind,lane,sources\n\
                     2018-06-12,They meet,In a town.,meeting,both,https://example.org/a\n\
                     spring 2018,They part,In a town.,talks,both,https://example.org/a\n";

#[test]
fn the_dossier_stands_beside_the_file_and_everything_is_told_with_its_place() {
    let folder = with("beside", "회담 표.csv", TABLE.as_bytes());
    let output = import(&folder, &["회담 표.csv"]);
    let text = said(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{text}{}", said(&output.stderr));
    assert_eq!(folder.names(), ["회담 표.csv", "회담 표.dossier.json"]);
    assert!(text.contains("read as a spreadsheet with one event a row: 2 events, 1 source"), "{text}");
    assert!(text.contains("warning: open: the date \"spring 2018\" was not understood"), "{text}");
    assert!(text.contains("--> 회담 표.csv:3:1"), "{text}");
    assert!(text.contains("also on line 3"), "the weights of both rows are one note: {text}");
    assert!(!text.contains('\u{1b}'), "no colours outside a terminal");
    assert_eq!(fs::read_to_string(folder.0.join("회담 표.csv")).unwrap(), TABLE, "the input is untouched");
    let coloured = import(&folder, &["회담 표.csv", "--force", "--color", "always"]);
    assert!(said(&coloured.stdout).contains('\u{1b}'));
}

#[test]
fn nothing_is_written_over_unless_that_is_asked_for() {
    let folder = with("over", "a.csv", TABLE.as_bytes());
    fs::write(folder.0.join("mine.json"), "mine").unwrap();
    let refused = import(&folder, &["a.csv", "--out", "mine.json"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(said(&refused.stderr).contains("--force"), "{}", said(&refused.stderr));
    assert_eq!(fs::read_to_string(folder.0.join("mine.json")).unwrap(), "mine");
    assert_eq!(import(&folder, &["a.csv", "--out", "mine.json", "--force"]).status.code(), Some(0));
    assert!(fs::read_to_string(folder.0.join("mine.json")).unwrap().contains("They meet"));
    assert_eq!(folder.names(), ["a.csv", "mine.json"], "nothing is left beside them");
}

#[test]
fn what_cannot_be_read_is_said_in_a_sentence_and_by_the_exit_code() {
    let utf16: Vec<u8> =
        [0xff, 0xfe].into_iter().chain("date,title".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for (name, bytes, code, says) in [
        ("empty", &b""[..], 1, "the file is empty"),
        ("latin-1", &b"date,title\n2018,Caf\xe9\n"[..], 1, "a.csv:2: the file is not UTF-8"),
        ("utf-16", &utf16, 1, "UTF-16"),
        ("quote", &b"date,title\n2018,\"open\n"[..], 1, "a quote opens here"),
        (
            "workbook",
            &b"PK\x03\x04\x14\0[Content_Types].xml\xff PK\x03\x04 xl/workbook.xml"[..],
            1,
            "is an Excel workbook: save",
        ),
        ("archive", &b"PK\x03\x04\x14\0meta.json\xff"[..], 1, "a.csv:1: the file is not UTF-8"),
    ] {
        let folder = with(name, "a.csv", bytes);
        let output = import(&folder, &["a.csv"]);
        let text = said(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{name}: {text}");
        assert!(text.contains(says) && text.starts_with("error: "), "{name}: {text}");
        assert_eq!(folder.names(), ["a.csv"]);
    }
    let folder = with("missing", "a.csv", b"");
    assert_eq!(import(&folder, &["none.csv"]).status.code(), Some(2));
    assert_eq!(import(&folder, &["a.csv", "--kind", "dance"]).status.code(), Some(2));
}

#[test]
fn records_join_a_dossier_that_is_there() {
    let dossier = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check/cases/00-minimal.json");
    let folder = with("joins", "a.csv", TABLE.as_bytes());
    let output = import(&folder, &["a.csv", "--joins", &dossier.to_string_lossy(), "--out", "more.json"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output.stderr));
    let more: serde_json::Value =
        serde_json::from_str(&fs::read_to_string(folder.0.join("more.json")).unwrap()).unwrap();
    let parts: Vec<&String> = more.as_object().unwrap().keys().collect();
    assert_eq!(parts, ["sources", "events"]);
    assert!(
        said(&output.stdout).contains("put both files into a folder of their own"),
        "{}",
        said(&output.stdout)
    );
}

/// A folder with a table and, in `talks`, the dossier that its records are to join.
fn beside_a_dossier(name: &str) -> Folder {
    let folder = with(name, "a.csv", TABLE.as_bytes());
    let dossier = folder.0.join("talks");
    fs::create_dir(&dossier).unwrap();
    fs::copy(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check/cases/00-minimal.json"),
        dossier.join("dossier.json"),
    )
    .unwrap();
    folder
}

/// Imported again, nothing is new; written over, the file that is replaced keeps its records.
#[test]
fn the_same_file_does_not_join_twice() {
    let folder = beside_a_dossier("twice");
    let more = folder.0.join("talks/more.json");
    assert_eq!(
        import(&folder, &["a.csv", "--joins", "talks", "--out", "talks/more.json"]).status.code(),
        Some(0)
    );
    let first = fs::read_to_string(&more).unwrap();
    let again = said(&import(&folder, &["a.csv", "--joins", "talks"]).stdout);
    assert!(again.contains("left out: already in the dossier") && again.contains("--> a.csv:2:1"), "{again}");
    assert!(again.contains("0 events, 0 sources") && again.contains("1 left out"), "{again}");
    assert!(again.ends_with("Nothing was written: no record of it is new.\n"), "{again}");
    assert!(!folder.path("a.dossier.json").exists());
    let over = import(&folder, &["a.csv", "--joins", "talks", "--out", "talks/more.json", "--force"]);
    assert_eq!(over.status.code(), Some(0), "{}", said(&over.stderr));
    assert_eq!(fs::read_to_string(&more).unwrap(), first);
}

/// What the dossier has is known whatever wrote its files, or the import stops; it never comes a second time unsaid.
#[test]
fn a_dossier_that_cannot_be_read_is_not_passed_over() {
    let folder = beside_a_dossier("unread");
    let join = ["a.csv", "--joins", "talks"];
    let first = import(&folder, &["a.csv", "--joins", "talks", "--out", "talks/more.json"]);
    assert_eq!(first.status.code(), Some(0), "{}", said(&first.stderr));
    let more = folder.0.join("talks/more.json");
    let text = fs::read_to_string(&more).unwrap();
    // As Notepad saves it.
    fs::write(&more, format!("\u{feff}{text}")).unwrap();
    let marked = said(&import(&folder, &join).stdout);
    assert!(marked.contains("already in the dossier"), "{marked}");
    for (broken, says) in [
        (text.replacen("\n}", ",\n}", 1).into_bytes(), "comma"),
        ([text.as_bytes(), b"\xff"].concat(), "not UTF-8"),
    ] {
        fs::write(&more, broken).unwrap();
        let output = import(&folder, &join);
        let error = said(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{error}");
        assert!(error.contains("talks/more.json:") && error.contains(says), "{error}");
        // What is replaced need not be read.
        let over = import(&folder, &["a.csv", "--joins", "talks", "--out", "talks/more.json", "--force"]);
        assert_eq!(over.status.code(), Some(0), "{}", said(&over.stderr));
    }
    let dossier = folder.0.join("talks/dossier.json");
    let named = fs::read_to_string(&dossier).unwrap().replacen('{', "{ \"event_table\": \"rows.csv\",", 1);
    fs::write(&dossier, named).unwrap();
    for table in [None, Some("id,date,title\n\"x"), Some("id;date;title\n")] {
        if let Some(table) = table {
            fs::write(folder.0.join("talks/rows.csv"), table).unwrap();
        }
        let warned = said(&import(&folder, &join).stderr);
        assert!(warned.starts_with("warning: the event table") && warned.contains("rows.csv"), "{warned}");
    }
    assert!(!folder.names().contains(&"a.dossier.json".to_owned()));
}

/// What was imported is no dossier by itself: the advice is to check the one it joins, and following it works.
#[test]
fn the_dossier_that_records_join_is_the_one_to_check() {
    let folder = beside_a_dossier("joined");
    let beside = said(&import(&folder, &["a.csv", "--joins", "talks"]).stdout);
    assert!(
        beside.ends_with("Written to a.dossier.json. Move it into talks; then `daylight check talks` leads to what is open.\n"),
        "{beside}"
    );
    let inside = said(&import(&folder, &["a.csv", "--joins", "talks", "--out", "talks/more.json"]).stdout);
    assert!(
        inside.contains("They are part of talks now; `daylight check talks` leads to what is open."),
        "{inside}"
    );
    let checked = said(&folder.daylight(&["check", "talks"]).stderr)
        + &said(&folder.daylight(&["check", "talks"]).stdout);
    assert!(checked.contains("more.json"), "the check leads to what is open: {checked}");
}

/// `check` reads the folder's `.json` files: what it would not read is not said to be part of the dossier.
#[test]
fn records_join_under_a_name_that_is_read() {
    let folder = beside_a_dossier("named");
    for name in ["talks/more.txt", "talks/.more.json", "more"] {
        let refused = import(&folder, &["a.csv", "--joins", "talks", "--out", name]);
        let text = said(&refused.stderr);
        assert_eq!(refused.status.code(), Some(1), "{text}");
        assert!(text.contains("end in .json") && text.contains("--out"), "{text}");
        assert!(!folder.path(name).exists());
    }
}

/// A dossier's own file is none of TimelineJS's, and a file without a record becomes none.
#[test]
fn nothing_is_written_where_no_record_was_read() {
    let folder = beside_a_dossier("nothing");
    let events = "{ \"events\": [{ \"id\": \"a\", \"date\": \"2018-06\", \"title\": \"They meet\" }] }";
    fs::write(folder.path("talks/events.json"), events).unwrap();
    let refused = import(&folder, &["talks/events.json"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(said(&refused.stderr).contains("this is a dossier already"), "{}", said(&refused.stderr));
    fs::write(folder.path("title.csv"), "title,date\n").unwrap();
    let empty = import(&folder, &["title.csv"]);
    assert_eq!(empty.status.code(), Some(1));
    assert!(said(&empty.stdout).contains("Nothing was written"), "{}", said(&empty.stdout));
    assert_eq!(folder.names(), ["a.csv", "talks", "title.csv"]);
    assert!(!folder.path("talks/events.dossier.json").exists());
}

/// The file that is imported stays, whatever is asked for, and by whatever name.
#[test]
fn the_file_that_is_imported_is_never_written_over() {
    let folder = with("itself", "a.csv", TABLE.as_bytes());
    let mut names = vec!["a.csv", "./a.csv"];
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("a.csv", folder.path("link.json")).unwrap();
        names.push("link.json");
    }
    for out in names {
        let refused = import(&folder, &["a.csv", "--force", "--out", out]);
        let text = said(&refused.stderr);
        assert_eq!(refused.status.code(), Some(1), "{out}: {text}");
        assert!(text.contains("is the file that is imported") && text.contains("--out"), "{text}");
        assert_eq!(fs::read_to_string(folder.path("a.csv")).unwrap(), TABLE);
    }
}

/// A command that somebody is told to type does what it says when it is typed.
#[cfg(unix)]
#[test]
fn commands_to_type_have_their_paths_in_quotes() {
    let folder = with("quoted", "it's a table.csv", TABLE.as_bytes());
    let text = said(&import(&folder, &["it's a table.csv"]).stdout);
    let (_, command) = text.rsplit_once("Now `daylight ").unwrap();
    let (command, _) = command.split_once('`').unwrap();
    assert_eq!(command, r"check 'it'\''s a table.dossier.json'");
    let words =
        std::process::Command::new("sh").args(["-c", &format!("printf '%s|' {command}")]).output().unwrap();
    assert_eq!(said(&words.stdout), "check|it's a table.dossier.json|");
    let new = said(&folder.daylight(&["new", "my talks"]).stdout);
    assert!(
        new.contains("daylight check 'my talks' ") && new.contains("daylight serve 'my talks' "),
        "{new}"
    );
}

#[test]
fn a_language_is_a_tag_that_the_dossier_declares() {
    let folder = beside_a_dossier("language");
    let wrong = import(&folder, &["a.csv", "--language", "korean"]);
    assert_eq!(wrong.status.code(), Some(2), "{}", said(&wrong.stderr));
    assert!(said(&wrong.stderr).contains("BCP 47"), "{}", said(&wrong.stderr));
    let other = import(&folder, &["a.csv", "--joins", "talks", "--language", "ko"]);
    assert_eq!(other.status.code(), Some(1));
    assert!(said(&other.stderr).contains("the dossier has no texts in \"ko\""), "{}", said(&other.stderr));
    assert!(!folder.path("a.dossier.json").exists());
    assert_eq!(import(&folder, &["a.csv", "--joins", "talks", "--language", "en"]).status.code(), Some(0));
}
