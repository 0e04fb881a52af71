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

/// A few hundred bytes that stand for gigabytes, or for no end: refused at the line, before anything is made of them.
#[test]
fn a_bibtex_file_that_would_run_away_is_refused_at_its_line() {
    let doubled = |first: &str| {
        let strings = (1..=40).map(|n| format!("@string{{a{n} = a{0} # a{0}}}\n", n - 1)).collect::<String>();
        format!("@string{{a0 = {{{first}}}}}\n{strings}@misc{{key,\n title = a40}}\n")
    };
    let chain = (1..=100).map(|n| format!("@string{{a{n} = a{}}}\n", n - 1)).collect::<String>();
    let nested = |depth: usize| format!("{}{}", "{".repeat(depth), "}".repeat(depth));
    let inherited =
        (1..=40).map(|n| format!("@xdata{{e{n}, xdata = {{e{0},e{0}}}}}\n", n - 1)).collect::<String>();
    let large = format!("@book{{b, title = {{{}}}}}\n", "x".repeat(1_000_000));
    let many = (0..1000).map(|n| format!("@inbook{{e{n}, crossref = {{b}}}}\n")).collect::<String>();
    let pairs = "{}".repeat(100_000);
    for (text, line, says) in [
        (doubled("some text"), 43, "more than 10 MB"),
        (doubled(""), 43, "too many pieces"),
        (format!("{chain}@misc{{key,\n title = a100}}\n"), 102, "more than 64 others"),
        ("@string{a = b}\n@string{b = a}\n@misc{key,\n title = a}\n".to_owned(), 4, "made of itself"),
        (format!("@misc{{key,\n title = {}}}\n", nested(200_000)), 2, "64 deep"),
        (format!("@misc{{key,\n\n title = \"{}\"}}\n", nested(65)), 3, "64 deep"),
        (format!("@misc{{key,\n title = {{{{{pairs}}}}}}}\n"), 2, "too many pieces"),
        ("@misc{a,\n crossref = {a}}\n".to_owned(), 1, "inherits"),
        (
            "@misc{key,\n title = {A}}\n@misc{a, crossref = {b}}\n@misc{b, XData = {a}}\n".to_owned(),
            3,
            "inherits",
        ),
        (format!("@xdata{{e0, title = {{A}}}}\n{inherited}@misc{{key, xdata = {{e40}}}}\n"), 0, "inherits"),
        (format!("{large}{many}"), 0, "inherits"),
    ] {
        let (at, _, message) = refusal("a.bib", &text);
        assert!(message.contains(says), "{says}: {message}");
        assert!(at == line || line == 0, "{says}: {at}");
    }
    // What people write is far from that.
    let usual = "@string{us = {United States}}\n@string{dos = us # { Department of State}}\n\
                 @book{b, title = {{T}he {{W}}hole {\\\"O}}, publisher = dos, year = 2018}\n\
                 @inbook{c, title = {Part}, crossref = {b}, month = jun}\n";
    assert_eq!(import("a.bib", usual, &Wishes::default(), None).unwrap().sources, 2);
    // As deep as may be, and used more than once.
    let chain = (1..64).map(|n| format!("@string{{a{n} = a{}}}\n", n - 1)).collect::<String>();
    let twice =
        format!("@string{{a0 = {{A}}}}\n{chain}@misc{{k, title = a63}}\n@misc{{l, title = a63 # {{ B}}}}\n");
    assert_eq!(import("a.bib", &twice, &Wishes::default(), None).unwrap().sources, 2);
    let deep = format!("@misc{{key, title = {}}}", nested(60).replacen("}", "A}", 1));
    assert_eq!(import("a.bib", &deep, &Wishes::default(), None).unwrap().sources, 1);
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
