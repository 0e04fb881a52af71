//! Files that cannot be read at all: each ends in a sentence with a place and a way out.

use daylight::import::{Format, Wishes, import};

fn refusal(name: &str, text: &str) -> (usize, usize, String) {
    let refusal = import(name, text, &Wishes::default(), None).unwrap_err();
    assert!(!refusal.fix.is_empty());
    (refusal.place.line, refusal.place.column, refusal.message)
}

#[test]
fn what_is_no_table_says_so_at_its_place() {
    for (name, text, line, column, says) in [
        ("a.csv", "", 1, 1, "empty"),
        ("a.csv", "\u{feff}\r\n \n", 1, 1, "empty"),
        ("a.csv", "date,title\n2018,\"never closed\n", 2, 6, "never closes"),
        ("a.csv", "colour,size\nred,2\n", 1, 1, "names the columns"),
        ("a.csv", "<!DOCTYPE html>\n<html></html>\n", 1, 1, "names the columns"),
    ] {
        let (at_line, at_column, message) = refusal(name, text);
        assert!(message.contains(says), "{message}");
        assert_eq!((at_line, at_column), (line, column), "{text}");
    }
}

#[test]
fn what_is_no_json_says_so_at_its_place() {
    let deep = "[".repeat(100_000);
    for (text, line, says) in [
        ("{\n \"events\": [1,]\n}", 2, "comma"),
        ("[", 1, "never closed"),
        ("[1]", 1, "neither"),
        ("{}", 1, "neither"),
        ("{\"meta\": {}, \"parties\": [], \"events\": []}", 1, "a dossier already"),
        (
            "{\"events\": [{\"id\": \"a\", \"date\": \"2018\", \"title\": \"They meet\"}]}",
            1,
            "a dossier already",
        ),
        ("{\"sources\": []}", 1, "a dossier already"),
        (deep.as_str(), 1, "deep"),
    ] {
        let (at, _, message) = refusal("a.json", text);
        assert!(message.contains(says), "{message}");
        assert_eq!(at, line);
    }
}

#[test]
fn what_is_no_bibtex_says_so_at_its_place() {
    let (line, _, message) = refusal("a.bib", "@article{key,\n title = {never closed\n");
    assert!(line >= 1 && message.contains("BibTeX"), "{line} {message}");
    let (_, _, message) = refusal("a.bib", "no entry here");
    assert!(message.contains("no entry"), "{message}");
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let large = format!("date,title\n{}", "2018,x\n".repeat(2_500_000));
    let (_, _, message) = refusal("a.csv", &large);
    assert!(message.contains("more than 16 MiB"), "{message}");
}

#[test]
fn a_format_that_is_named_is_not_guessed() {
    let wishes = Wishes { format: Some(Format::Spreadsheet), ..Wishes::default() };
    let text = "Start Date,Headline,Text\n2018,A,B\n";
    assert_eq!(import("a.csv", text, &wishes, None).unwrap().format, Format::Spreadsheet);
    assert_eq!(import("a.csv", text, &Wishes::default(), None).unwrap().format, Format::TimelineSheet);
    let wishes = Wishes { format: Some(Format::CslJson), ..Wishes::default() };
    assert!(import("a.json", "{\"events\": []}", &wishes, None).unwrap().sources == 0);
}
