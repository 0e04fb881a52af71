//! Files as they are found outside become dossiers: what is taken over, what is said of the rest, and where the checker then leads.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test may stop at what is not as it must be"
)]

#[path = "../folder/mod.rs"]
mod folder;

mod command;
mod mutated;
mod refused;
mod tools;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use daylight::dossier::check::{SourceFile, check};
use daylight::export::Published;
use daylight::import::{Imported, Joining, NoteKind, Wishes, import};
use daylight::messages::Locale;
use daylight::native::export::{self, Format};

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/cases");
    let mut cases: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

/// Everything that a reader of the command's output sees, and what the checker says of the dossier.
fn told(imported: &Imported) -> String {
    let mut told =
        format!("{}: {} events, {} sources\n", imported.format.name(), imported.events, imported.sources);
    for note in &imported.notes {
        let places: Vec<String> =
            note.places.iter().map(|place| format!("{}:{}", place.line, place.column)).collect();
        let _ = writeln!(told, "{:?} {}: {}\n    {}", note.kind, places.join(" "), note.message, note.fix);
    }
    told.push_str(&imported.json());
    let checked = check(&[SourceFile { name: "dossier.json".to_owned(), text: imported.json() }]);
    let mut codes: BTreeMap<String, usize> = BTreeMap::new();
    for found in &checked.diagnostics {
        *codes.entry(format!("{} {}", found.code, found.message)).or_default() += 1;
    }
    for (code, count) in codes {
        let _ = writeln!(told, "check: {count} {code}");
    }
    told
}

#[test]
fn files_from_outside_become_dossiers_and_nothing_is_lost_in_silence() {
    for path in cases() {
        let name = name(&path);
        let text = std::fs::read_to_string(&path).unwrap();
        let imported = import(&name, &text, &Wishes::default(), None).unwrap();
        insta::assert_snapshot!(name, told(&imported));
    }
}

#[test]
fn the_same_file_gives_the_same_dossier_twice() {
    for path in cases() {
        let text = std::fs::read_to_string(&path).unwrap();
        let once = || import(&name(&path), &text, &Wishes::default(), None).unwrap();
        assert_eq!(once(), once(), "{}", path.display());
    }
}

/// What is there already is not written a second time, and the author reads which rows that was.
#[test]
fn a_file_that_is_imported_again_brings_nothing() {
    for path in cases() {
        let text = std::fs::read_to_string(&path).unwrap();
        let read =
            |joining: Option<&Joining>| import(&name(&path), &text, &Wishes::default(), joining).unwrap();
        let once = read(None);
        let again = read(Some(&Joining::of([&once.dossier])));
        assert_eq!((again.events, again.sources), (0, 0), "{}: {}", path.display(), again.json());
        let left_out: usize = again
            .notes
            .iter()
            .filter(|note| note.message.contains("already"))
            .map(|note| note.places.len())
            .sum();
        let events = once.dossier["events"].as_array().map_or(once.sources, Vec::len);
        assert!(left_out >= events, "{}: {:?}", path.display(), again.notes);
    }
}

/// What the notes of a kind say, each with its fix and its lines.
fn notes(imported: &Imported, kind: NoteKind) -> Vec<(String, String, Vec<usize>)> {
    let notes = imported.notes.iter().filter(|note| note.kind == kind);
    let lines = |note: &daylight::import::Note| note.places.iter().map(|place| place.line).collect();
    notes.map(|note| (note.message.clone(), note.fix.clone(), lines(note))).collect()
}

#[test]
fn what_is_the_title_where_no_other_column_has_them() {
    let read = |table: &str| import("a.csv", table, &Wishes::default(), None).unwrap();
    let imported = read("When;What;Details\n2013-11-24;An interim accord;Six powers sign it.\n");
    let event = &imported.dossier["events"][0];
    assert_eq!(
        (&event["title"], &event["summary"]),
        (&"An interim accord".into(), &"Six powers sign it.".into())
    );
    let guessed = notes(&imported, NoteKind::Guessed);
    assert!(
        guessed.iter().any(|(message, ..)| message.starts_with("the column \"What\" was taken for titles")),
        "{guessed:?}"
    );
    assert_eq!(notes(&imported, NoteKind::LeftOut), []);
    // Beside a title it is the summary, and a second summary is told with what was taken before it.
    let imported = read("When;Title;What;Details\n2013-11-24;An accord;They sign.;In Geneva.\n");
    let event = &imported.dossier["events"][0];
    assert_eq!((&event["title"], &event["summary"]), (&"An accord".into(), &"They sign.".into()));
    let left_out = notes(&imported, NoteKind::LeftOut);
    let [(message, fix, _)] = left_out.as_slice() else { panic!("{left_out:?}") };
    assert_eq!(message, "the column \"Details\" (1 cell): `What` was already taken for `summary`");
    assert_eq!(fix, "rename one of them");
}

#[test]
fn a_year_of_another_calendar_is_asked_about_once() {
    let table = "date,title\n1392/09/03,One\n2013-11-24,Two\n1435,Three\n1299,Four\n1500,Five\n";
    let imported = import("a.csv", table, &Wishes::default(), None).unwrap();
    let guessed = notes(&imported, NoteKind::Guessed);
    let (_, fix, lines) = guessed.iter().find(|(message, ..)| message.contains("Jalali or Hijri")).unwrap();
    assert_eq!((fix.as_str(), lines.as_slice()), ("write the Gregorian one if it is", [2, 4].as_slice()));
    assert_eq!(imported.dossier["events"][0]["date"], "1392-09-03");
}

/// The author wrote in the dossier what the row's date should be; the file still has the old one.
#[test]
fn a_row_without_a_readable_date_does_not_come_back() {
    let dossier =
        serde_json::json!({ "events": [{ "id": "letter", "date": "2018-04-03", "title": "A letter" }] });
    let read =
        |table: &str| import("a.csv", table, &Wishes::default(), Some(&Joining::of([&dossier]))).unwrap();
    let imported =
        read("date,title\n3/4/2018,A  LETTER\n,A letter\n3/4/2018,Another letter\n2018-05-01,A letter\n");
    let titles: Vec<_> =
        imported.dossier["events"].as_array().unwrap().iter().map(|event| &event["title"]).collect();
    assert_eq!(titles, ["Another letter", "A letter"]);
    let left_out = notes(&imported, NoteKind::LeftOut);
    let [(message, _, lines)] = left_out.as_slice() else { panic!("{left_out:?}") };
    assert_eq!(message, "already in the dossier: an event of this title; no date can be read here");
    assert_eq!(lines, &[2, 3]);
}

#[test]
fn a_row_is_left_out_where_the_dossier_has_its_date_and_title() {
    let dossier = serde_json::json!({ "events": [
        { "id": "first", "date": "2018-06-12", "title": { "en": "They meet", "ko": "만나다" } },
        { "id": "letter", "date": "2018-06-13", "title": "A letter" }
    ] });
    let read =
        |table: &str| import("a.csv", table, &Wishes::default(), Some(&Joining::of([&dossier]))).unwrap();
    let ids = |imported: &Imported| {
        let events = imported.dossier["events"].as_array().unwrap();
        events.iter().map(|event| event["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    // Equal rows of one file stay two events; a party of a row that is left out is not made.
    let imported = read(
        "date,title,parties\n12 June 2018,THEY MEET,Westland\n2018-06-14,They meet,\n2018-06-14,They meet,\n2018-06-13,A <b>letter</b>,\n",
    );
    assert_eq!(ids(&imported), ["2018-06-14-they-meet", "2018-06-14-they-meet-2"]);
    assert!(imported.dossier.get("parties").is_none(), "{}", imported.json());
    let note = imported.notes.iter().find(|note| note.message.starts_with("already in the dossier")).unwrap();
    assert_eq!(note.places.iter().map(|place| place.line).collect::<Vec<_>>(), [2, 5]);
    assert!(!imported.notes.iter().any(|note| note.message.contains("HTML")), "{:?}", imported.notes);
    // Where a row has an id, another one with the same date and title is another event.
    let imported = read("id,date,title\nfirst,2018-06-12,They meet\nsecond,2018-06-12,They meet\n");
    assert_eq!(ids(&imported), ["second"]);
    // The events of a table are the dossier's too.
    let mut joining = Joining::of([&dossier]);
    joining.add_table("id,date,title,kind,lane\nx,2018-06-15,\"Talks, again\",talks,a\n").unwrap();
    let table = "id,date,title\n,2018-06-15,\"Talks, again\"\nx,2018-06-16,Talks\n";
    let imported = import("a.csv", table, &Wishes::default(), Some(&joining)).unwrap();
    assert_eq!(ids(&imported), ["x-2"]);
}

#[test]
fn records_that_join_a_dossier_know_its_parties_sources_and_ids() {
    let dossier: serde_json::Value = serde_json::json!({
        "meta": {},
        "parties": [
            { "id": "north", "name": "Norland", "short": "NL", "side": "a" },
            { "id": "south", "name": { "en": "Sudland" }, "short": "SL", "side": "b" }
        ],
        "sources": [{ "id": "the-page", "title": "The page", "url": "https://example.org/page" }],
        "events": [{ "id": "2018-06-12-they-meet" }]
    });
    let table = "date,title,summary,kind,parties,sources\n\
                 2018-06-12,They meet,In a town.,talks,NL; Sudland,https://example.org/page\n\
                 2018-06-13,They speak,On the radio.,statement,norland,The page\n\
                 2018-06-14,Others speak,On the radio.,statement,Westland,the-page\n";
    let imported = import("more.csv", table, &Wishes::default(), Some(&Joining::of([&dossier]))).unwrap();
    let part =
        |name: &str| imported.dossier.get(name).and_then(|part| part.as_array()).cloned().unwrap_or_default();
    assert!(imported.dossier.get("meta").is_none() && part("sources").is_empty());
    assert_eq!(part("parties").len(), 1, "only the one that is new");
    let field = |name: &str| part("events").iter().map(|event| event[name].to_string()).collect::<Vec<_>>();
    assert_eq!(
        field("id"),
        ["\"2018-06-12-they-meet-2\"", "\"2018-06-13-they-speak\"", "\"2018-06-14-others-speak\""]
    );
    assert_eq!(field("lane"), ["\"both\"", "\"a\"", "null"], "the sides are known, of others nothing is");
    assert!(field("sources").iter().all(|sources| sources == "[\"the-page\"]"));
}

/// What `daylight export` writes, `daylight import` reads as the same.
#[test]
fn our_own_tables_and_bibliographies_are_read_back() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check/cases/00-minimal.json");
    let text = std::fs::read_to_string(path).unwrap();
    let json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let dossier = check(&[SourceFile { name: "dossier.json".to_owned(), text }]).dossier.unwrap();
    let published = Published { address: "", version: "", locale: Locale::En };
    let file = |format: Format, name: &str| {
        let files = export::files(&dossier, format, published).unwrap();
        let file = files.into_iter().find(|file| file.name.ends_with(name)).unwrap();
        String::from_utf8(file.bytes).unwrap()
    };
    let same = |ours: &serde_json::Value, theirs: &serde_json::Value, fields: &[&str]| {
        for field in fields {
            assert_eq!(ours[field], theirs[field], "{field}");
        }
    };

    let mut beside = json.clone();
    beside.as_object_mut().unwrap().remove("events");
    let table = file(Format::Csv, "events.csv");
    assert!(table.contains("us; dprk"), "{table}");
    let read = import("events.csv", &table, &Wishes::default(), Some(&Joining::of([&beside]))).unwrap();
    let fields = ["id", "date", "title", "summary", "kind", "parties", "lane", "level", "sources"];
    assert_eq!(read.events, dossier.events.len());
    for (ours, theirs) in
        json["events"].as_array().unwrap().iter().zip(read.dossier["events"].as_array().unwrap())
    {
        same(ours, theirs, &fields);
    }
    assert!(read.dossier.get("parties").is_none() && read.sources == 0, "{}", read.json());

    let read = import("a.bib", &file(Format::Bibtex, ".bib"), &Wishes::default(), None).unwrap();
    let theirs = read.dossier["sources"].as_array().unwrap();
    for ours in json["sources"].as_array().unwrap() {
        let theirs = theirs.iter().find(|theirs| theirs["id"] == ours["id"]).unwrap();
        same(ours, theirs, &["title", "publisher", "url", "lang"]);
    }
    let how = |text: &str| {
        let entry = format!("@misc{{a, title = {{A}}, howpublished = {{{text}}}}}");
        let read = import("a.bib", &entry, &Wishes::default(), None).unwrap();
        let source = &read.dossier["sources"][0];
        (source["publisher"].as_str().map(str::to_owned), source["url"].as_str().map(str::to_owned))
    };
    assert_eq!(how("The Office"), (Some("The Office".to_owned()), None));
    assert_eq!(how("\\url{https://example.org/a}"), (None, Some("https://example.org/a".to_owned())));
    assert_eq!(how("\\url{https://example.org/a--b\\_c}").1.as_deref(), Some("https://example.org/a--b_c"));
    assert_eq!(how("An Office -- Its Branch").0.as_deref(), Some("An Office \u{2013} Its Branch"));
}

/// An address with a sign changed leads nowhere, and nobody would see it.
#[test]
fn no_address_of_a_bibliography_changes() {
    let dossier =
        daylight::native::read::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("dossiers/us-dprk"))
            .unwrap();
    let published = Published { address: "https://example.org/a--b/", version: "", locale: Locale::En };
    let files = export::files(&dossier, Format::Bibtex, published).unwrap();
    let text = String::from_utf8(files.into_iter().next().unwrap().bytes).unwrap();
    let read = import("a.bib", &text, &Wishes::default(), None).unwrap();
    let theirs: BTreeMap<&str, &str> = read.dossier["sources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|source| (source["id"].as_str().unwrap(), source["url"].as_str().unwrap_or_default()))
        .collect();
    let mut changed: Vec<(&str, &str)> = Vec::new();
    for source in &dossier.sources {
        let url = theirs.get(source.id.as_str()).copied().unwrap_or_default();
        if url != source.url {
            changed.push((&source.url, url));
        }
    }
    assert!(changed.is_empty(), "{changed:?}");
    assert!(theirs.values().any(|url| *url == "https://example.org/a--b/"), "the dossier's own");

    // As other programs write them: names of fields in capitals, signs of TeX's behind backslashes or in braces, inherited.
    for (fields, url) in [
        (
            "URL = {https://example.org/a\\_b--c?d=1\\&e=\\%20\\#f---g}",
            "https://example.org/a_b--c?d=1&e=%20#f---g",
        ),
        ("url = {https://example.org/{\\_}a{--}b}", "https://example.org/_a--b"),
        ("url = \"https://example.org/~a/$b\"", "https://example.org/~a/$b"),
        ("doi = {10.1000/a--b\\_c}", "https://doi.org/10.1000/a--b_c"),
        ("xdata = {site}", "https://example.org/x--y"),
    ] {
        // What is inherited stands in an entry of its own too, and two of one address are one.
        let site =
            if fields.starts_with("xdata") { "@xdata{site, url = {https://example.org/x--y}}\n" } else { "" };
        let entry = format!("{site}@online{{a, title = {{A -- B}}, {fields}}}");
        let read = import("a.bib", &entry, &Wishes::default(), None).unwrap();
        let sources = read.dossier["sources"].as_array().unwrap();
        let found: Vec<&str> =
            sources.iter().map(|source| source["url"].as_str().unwrap_or_default()).collect();
        assert_eq!(found, [url], "{}", read.json());
        assert!(!site.is_empty() || sources[0]["title"] == "A \u{2013} B", "{}", read.json());
    }
}

#[test]
fn what_the_author_says_of_all_records_is_not_asked_again() {
    let wishes = Wishes {
        kind: Some(daylight::dossier::model::EventKind::Talks),
        lane: Some(daylight::dossier::model::Lane::Other),
        language: Some("ar".to_owned()),
        ..Wishes::default()
    };
    let imported = import("a.csv", "date,title\n2018-06-12,They meet\n", &wishes, None).unwrap();
    let event = &imported.dossier["events"][0];
    assert_eq!((event["kind"].as_str(), event["lane"].as_str()), (Some("talks"), Some("other")));
    assert_eq!(imported.dossier["meta"]["languages"][0], "ar");
    assert!(
        !imported.notes.iter().any(|note| note.message.contains("kind") || note.message.contains("lane"))
    );
}

/// What no page can show is dropped, and the author reads where it stood.
#[test]
fn control_characters_are_dropped_with_a_note() {
    let cases = [
        (
            "a.csv",
            "date,title,summary\n2018,They\u{1} meet,One\u{b}two\u{fffe}\n2019,Again,\"A\ttab\"\n",
            "2:10",
        ),
        (
            "a.json",
            "[{\"type\": \"book\",\n \"title\": \"They\\u0001 meet\", \"publisher\": \"One\\ftwo\"}]",
            "2:16",
        ),
        ("a.bib", "@misc{a,\n title = {They\u{1} meet},\n publisher = {One\u{b}two}}\n", "2:15 3:18"),
    ];
    for (name, text, place) in cases {
        let imported = import(name, text, &Wishes::default(), None).unwrap();
        let told = told(&imported);
        let note = format!("LeftOut {place}: a control character inside a text, which no page can show");
        assert!(told.contains(&note), "{told}");
        assert!(told.contains("\"They meet\"") && told.contains("\"One two\""), "{told}");
        assert!(!told.contains("E0708"), "{told}");
    }
    let clean = import("a.csv", "date,title\n2018,A\ttab\n", &Wishes::default(), None).unwrap();
    assert!(!told(&clean).contains("control character"));
}
