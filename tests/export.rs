//! The dossier in the formats of other programs, read back by parsers that are not ours.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first thing that is not as it must be"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use biblatex::{Bibliography, ChunksExt};
use daylight::dossier::Dossier;
use daylight::dossier::date::{Day, Edtf};
use daylight::dossier::text::Text;
use daylight::export::{Published, Reference, ReferenceKind, bibtex, calendar, csl_json, ris};
use daylight::messages::Locale;
use daylight::native::export::{Format, files};
use proptest::prelude::*;

const SITE: Published<'static> =
    Published { address: "https://example.org/d/", version: "abc123", locale: Locale::En };

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn dossier() -> Dossier {
    daylight::native::read::load(&root("dossiers/us-dprk")).unwrap()
}

fn tiny() -> Dossier {
    daylight::native::read::load(&root("tests/check/cases/00-minimal.json")).unwrap()
}

fn text(dossier: &Dossier, format: Format) -> String {
    let files = files(dossier, format, SITE).unwrap();
    assert_eq!(files.len(), 1);
    String::from_utf8(files[0].bytes.clone()).unwrap()
}

/// The lines of a calendar as they were before they were folded.
fn unfolded(ics: &str) -> Vec<String> {
    assert!(ics.ends_with("\r\n") && !ics.replace("\r\n", "").contains(['\r', '\n']));
    assert!(ics.split("\r\n").all(|line| line.len() <= 75));
    ics.replace("\r\n ", "").trim_end().split("\r\n").map(str::to_owned).collect()
}

#[test]
fn a_calendar_is_written_to_the_letter() {
    let mut dossier = tiny();
    dossier.events.truncate(1);
    dossier.events[0].title = Text::Plain("Back; slash \\, comma, and \u{c5}ngstr\u{f6}m".to_owned());
    dossier.events[0].place = Some(Text::Plain("Sentosa".to_owned()));
    let lines = unfolded(&calendar(&dossier, SITE));
    assert_eq!(
        lines,
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Daylight//tiny//EN",
            "CALSCALE:GREGORIAN",
            "NAME:A tiny dossier",
            "X-WR-CALNAME:A tiny dossier",
            "BEGIN:VEVENT",
            "UID:summit@tiny.daylight",
            "DTSTAMP:20191231T000000Z",
            "DTSTART;VALUE=DATE:20180612",
            "DTEND;VALUE=DATE:20180613",
            "SUMMARY:Back\\; slash \\\\\\, comma\\, and \u{c5}ngstr\u{f6}m",
            "DESCRIPTION:They sign a statement.",
            "LOCATION:Sentosa",
            "CATEGORIES:summit",
            "URL:https://example.org/d/event/summit/",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
            "END:VCALENDAR",
        ]
    );
}

#[test]
fn an_event_takes_the_days_it_can_have_happened_on() {
    for (date, from, to) in [
        ("2018-06-12", "20180612", "20180613"),
        ("2018-06-30/2018-07-02", "20180630", "20180703"),
        ("2018-02", "20180201", "20180301"),
        ("2016", "20160101", "20170101"),
        ("2018-06-12~", "20180612", "20180613"),
        ("2018-12-31/..", "20181231", "20190101"),
        ("../2018-12-31", "20181231", "20190101"),
        ("/2018-02", "20180201", "20180301"),
    ] {
        let mut dossier = tiny();
        dossier.events.truncate(1);
        dossier.events[0].date = Edtf::parse(date).unwrap();
        let lines = unfolded(&calendar(&dossier, SITE));
        let value = |name: &str| {
            lines.iter().find_map(|line| line.strip_prefix(name)).map(str::to_owned).unwrap_or_default()
        };
        assert_eq!(
            (value("DTSTART;VALUE=DATE:").as_str(), value("DTEND;VALUE=DATE:").as_str()),
            (from, to),
            "{date}"
        );
        let whole = value("DESCRIPTION:") == "They sign a statement.";
        assert_eq!(whole, date.len() == 10, "{date}: what is not one day is said");
    }
}

#[test]
fn another_parser_reads_every_event_of_the_calendar() {
    let dossier = dossier();
    let ics = text(&dossier, Format::Ics);
    let lines = unfolded(&ics);
    let plain = icalendar::parser::unfold(&ics);
    let read = icalendar::parser::read_calendar(&plain).unwrap();
    let events: Vec<_> = read.components.iter().filter(|component| component.name == "VEVENT").collect();
    assert_eq!(events.len(), dossier.events.len());
    let ids: BTreeSet<String> =
        events.iter().map(|event| event.find_prop("UID").unwrap().val.to_string()).collect();
    assert_eq!(ids.len(), dossier.events.len(), "every event has an id of its own");
    for (event, ours) in events.iter().zip(dossier.events_in_order()) {
        let summary = event.find_prop("SUMMARY").unwrap().val.clone().unescape_text();
        assert_eq!(summary.as_str(), ours.title.get("en"));
    }
    assert!(lines.len() > dossier.events.len() * 8);
}

#[test]
fn another_parser_reads_every_bibtex_entry() {
    let dossier = dossier();
    let read = Bibliography::parse(&text(&dossier, Format::Bibtex)).unwrap();
    assert_eq!(read.len(), dossier.sources.len() + 1);
    for source in &dossier.sources {
        let entry = read.get(&source.id).unwrap_or_else(|| panic!("{} is missing", source.id));
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let field =
            |name: &str| words(&entry.get(name).map(|chunks| chunks.format_verbatim()).unwrap_or_default());
        assert_eq!(field("title"), words(source.title.get("en")), "{}", source.id);
        // This parser takes two hyphens for a dash in an address too, which is a verbatim field.
        assert_eq!(field("url").replace('\u{2013}', "--"), source.url, "{}", source.id);
        assert_eq!(field("howpublished"), words(source.publisher.get("en")), "{}", source.id);
    }
}

/// BibTeX counts braces and looks at nothing else, so that a backslash before one saves nothing: a brace that stands alone in a text would
/// end the field, and what follows could be an entry of its own.
#[test]
fn no_text_ends_its_bibtex_field() {
    let forged =
        "x} }, z } @misc(pwned, title = \"Injected entry\", url = \"https://evil.example/\") @comment(";
    for text in [forged, "}", "{", "}}{{", "\\}", "\\{\\", "a {b} }c{ \\textbraceleft"] {
        let reference = |id: &str| Reference {
            id: id.to_owned(),
            kind: ReferenceKind::Page,
            title: text.to_owned(),
            authors: vec![text.to_owned()],
            publisher: text.to_owned(),
            date: None,
            version: String::new(),
            url: format!("https://example.org/{text}"),
            language: text.to_owned(),
            notes: vec![text.to_owned(), text.to_owned()],
        };
        let written = bibtex(&[reference("first"), reference("second")]);
        // As the old program reads: entries begin outside of all braces.
        let (mut depth, mut begun) = (0, 0);
        for sign in written.chars() {
            match sign {
                '{' => depth += 1,
                '}' => depth -= 1,
                '@' if depth == 0 => begun += 1,
                _ => {}
            }
            assert!(depth >= 0, "{written}");
        }
        assert_eq!((depth, begun), (0, 2), "{written}");
        for line in written.lines().filter(|line| line.starts_with("  ")) {
            let count = |brace| line.matches(brace).count();
            assert_eq!(count('{'), count('}'), "{line}");
        }
        let read = Bibliography::parse(&written).unwrap();
        assert_eq!(read.len(), 2, "{written}");
        let entry = read.get("second").unwrap();
        for field in ["title", "author", "howpublished", "language"] {
            let back = entry.get(field).map(|chunks| chunks.format_verbatim()).unwrap_or_default();
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(words(&back), words(text), "{field}");
        }
    }
}

/// A style that finds no date prints "n.d.", and one that finds two people in one name prints an office.
#[test]
fn the_dossier_has_a_date_and_people_stand_by_themselves() {
    let mut dossier = tiny();
    let day = |text: &str| Day::parse(text).unwrap();
    dossier.meta.checked_on = Some(day("2026-11-27"));
    let source = dossier.sources[0].clone();
    let names = [
        ("Jean du Preez and William Potter", &["Jean du Preez", "William Potter"][..]),
        ("Ada Pilot, Noor Tide, and Elio Reef", &["Ada Pilot", "Noor Tide", "Elio Reef"]),
        ("K. M. Sreejith and others", &["K. M. Sreejith", "others"]),
        (
            "Center for Strategic and International Studies",
            &["Center for Strategic and International Studies"],
        ),
        ("Smith, John", &["Smith, John"]),
        ("Foreign and Commonwealth Office", &["Foreign and Commonwealth Office"]),
    ];
    dossier.sources = (1..)
        .zip(names)
        .map(|(number, (author, _))| {
            let mut source = source.clone();
            source.id = format!("s{number}");
            source.author = Some(Text::Plain(author.to_owned()));
            source
        })
        .collect();

    let csl: serde_json::Value = serde_json::from_str(&text(&dossier, Format::CslJson)).unwrap();
    assert_eq!(csl[0]["issued"]["date-parts"], serde_json::json!([[2026, 11, 27]]));
    assert_eq!(csl[0]["version"], SITE.version);
    let bib = text(&dossier, Format::Bibtex);
    let read = Bibliography::parse(&bib).unwrap();
    let field = |id: &str, name: &str| read.get(id).unwrap().get(name).unwrap().format_verbatim();
    let own = format!("daylight-{}", dossier.meta.id);
    assert_eq!([field(&own, "date"), field(&own, "year")], ["2026-11-27", "2026"]);
    assert_eq!(field(&own, "version"), SITE.version);
    let ris = ris_records(&text(&dossier, Format::Ris));
    assert_eq!(
        (ris[0]["PY"].as_slice(), ris[0]["DA"].as_slice()),
        (&["2026".to_owned()][..], &["2026/11/27/".to_owned()][..])
    );
    for (number, (written, wanted)) in (1..).zip(names) {
        let literal = |name: &serde_json::Value| name["literal"].as_str().unwrap().to_owned();
        let in_csl: Vec<String> = csl[number]["author"].as_array().unwrap().iter().map(literal).collect();
        assert_eq!(in_csl, wanted);
        assert_eq!(ris[number]["AU"], wanted);
        let braced =
            |name: &&str| if *name == "others" { "others".to_owned() } else { format!("{{{name}}}") };
        let line = wanted.iter().map(braced).collect::<Vec<_>>().join(" and ");
        assert!(bib.contains(&format!("  author = {{{line}}},\n")), "{written}: {bib}");
    }

    // An event's own entry says the same of the day.
    let event = dossier.events[0].clone();
    let cited = daylight::export::of_event(&dossier, &event, SITE);
    assert_eq!(
        (cited.date.map(|date| date.to_string()).as_deref(), cited.version.as_str()),
        (Some("2026-11-27"), "abc123")
    );
}

#[test]
fn csl_items_have_the_shape_that_processors_read() {
    let dossier = dossier();
    let read: serde_json::Value = serde_json::from_str(&text(&dossier, Format::CslJson)).unwrap();
    let items = read.as_array().unwrap();
    assert_eq!(items.len(), dossier.sources.len() + 1);
    let mut ids = BTreeSet::new();
    for item in items {
        assert!(ids.insert(item["id"].as_str().unwrap()), "{item}");
        let kinds = ["article-newspaper", "article", "webpage", "dataset", "entry"];
        assert!(kinds.contains(&item["type"].as_str().unwrap()), "{item}");
        assert!(item["title"].as_str().is_some_and(|title| !title.is_empty()), "{item}");
        assert!(item["URL"].as_str().is_some_and(|url| url.starts_with("http")), "{item}");
        if let Some(issued) = item.get("issued") {
            let parts = issued["date-parts"].as_array().unwrap();
            assert!(matches!(parts.len(), 1 | 2), "{item}");
            for part in parts {
                let part = part.as_array().unwrap();
                assert!(
                    (1..=3).contains(&part.len()) && part.iter().all(serde_json::Value::is_i64),
                    "{item}"
                );
            }
        }
        for name in item.get("author").and_then(|names| names.as_array()).into_iter().flatten() {
            assert!(name["literal"].is_string(), "{item}");
        }
    }
}

/// The records of a RIS file, by tag.
fn ris_records(text: &str) -> Vec<BTreeMap<String, Vec<String>>> {
    let mut records = Vec::new();
    let mut record: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in text.split("\r\n").filter(|line| !line.is_empty()) {
        let (tag, value) = line.split_at_checked(6).unwrap_or_else(|| panic!("{line:?}"));
        assert!(tag.ends_with("  - "), "{line:?}");
        assert_eq!(record.is_empty(), tag.starts_with("TY"), "{line:?}: a record begins with its type");
        if tag.starts_with("ER") {
            records.push(std::mem::take(&mut record));
        } else {
            record.entry(tag[..2].to_owned()).or_default().push(value.to_owned());
        }
    }
    assert!(record.is_empty(), "the last record ends");
    records
}

#[test]
fn ris_records_name_what_they_cite() {
    let dossier = dossier();
    let records = ris_records(&text(&dossier, Format::Ris));
    assert_eq!(records.len(), dossier.sources.len() + 1);
    for (record, source) in records.iter().skip(1).zip(&dossier.sources) {
        assert_eq!(record["ID"], [source.id.as_str()]);
        assert_eq!(record["UR"], [source.url.as_str()]);
        assert_eq!(record["TI"], [source.title.get("en")]);
    }
}

/// A reference with nothing but a date.
fn dated(date: &str) -> Reference {
    Reference {
        id: "a".to_owned(),
        kind: ReferenceKind::Page,
        title: "A".to_owned(),
        authors: Vec::new(),
        publisher: String::new(),
        date: Some(Edtf::parse(date).unwrap()),
        version: String::new(),
        url: "https://example.org/".to_owned(),
        language: String::new(),
        notes: Vec::new(),
    }
}

#[test]
fn a_date_is_cited_as_far_as_it_is_known() {
    for (date, day, parts, circa) in [
        ("2018-06-12", "2018/06/12/", "[[2018,6,12]]", false),
        ("2018-06", "2018/06//", "[[2018,6]]", false),
        ("2018", "2018///", "[[2018]]", false),
        ("2018~", "2018///", "[[2018]]", true),
        ("2018-06?", "2018/06//", "[[2018,6]]", true),
    ] {
        let references = [dated(date)];
        let record = ris_records(&ris(&references)).remove(0);
        assert_eq!((record["PY"][0].as_str(), record["DA"][0].as_str()), ("2018", day), "{date}");
        let read: serde_json::Value = serde_json::from_str(&csl_json(&references)).unwrap();
        let issued = &read[0]["issued"];
        assert_eq!(
            (issued["date-parts"].to_string().as_str(), issued.get("circa").is_some()),
            (parts, circa),
            "{date}"
        );
    }
    // Of a decade no year is the one.
    assert!(!ris(&[dated("201X")]).contains("PY  - ") && !csl_json(&[dated("201X")]).contains("issued"));
}

#[test]
fn tables_hold_every_record_in_rows_of_one_width() {
    let dossier = dossier();
    let tables: BTreeMap<String, Vec<csv::StringRecord>> = files(&dossier, Format::Csv, SITE)
        .unwrap()
        .into_iter()
        .map(|file| {
            // Excel takes a table for UTF-8 by its mark, and RFC 4180 ends lines with CR LF.
            let table = file.bytes.strip_prefix("\u{feff}".as_bytes()).expect("a byte order mark");
            assert!(table.ends_with(b"\r\n"), "{}", file.name);
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table);
            (file.name, reader.records().map(Result::unwrap).collect())
        })
        .collect();
    let column = |table: &str, name: &str| -> Vec<String> {
        let rows = &tables[table];
        let place = rows[0]
            .iter()
            .position(|column| column == name)
            .unwrap_or_else(|| panic!("{table}: {:?}", rows[0]));
        rows[1..].iter().map(|row| row[place].to_owned()).collect()
    };
    let ids: Vec<String> = dossier.events.iter().map(|event| event.id.clone()).collect();
    assert_eq!(column("events.csv", "id"), ids);
    let positions: usize = dossier.issues.iter().map(|issue| issue.positions.len()).sum();
    assert_eq!(column("issues-positions.csv", "issues").len(), positions);
    let readings: usize = dossier.events.iter().map(|event| event.readings.len()).sum();
    assert_eq!(column("events-readings.csv", "events").len(), readings);
    assert_eq!(column("sources.csv", "url").len(), dossier.sources.len());
    for (name, rows) in &tables {
        for (place, column) in rows[0].iter().enumerate() {
            assert!(
                rows[1..].iter().any(|row| !row[place].is_empty()),
                "{name}: nothing stands under {column}"
            );
        }
    }
    // No text of the dossier is lost: every string in its JSON stands in some cell.
    let mut cells: BTreeSet<&str> = BTreeSet::new();
    for cell in tables.values().flat_map(|rows| rows.iter().skip(1).flat_map(|row| row.iter())) {
        cells.insert(cell);
        cells.extend(cell.split("; "));
        cells.extend(cell.split('\n'));
    }
    fn strings<'v>(value: &'v serde_json::Value, found: &mut Vec<&'v str>) {
        match value {
            serde_json::Value::String(text) => found.push(text),
            serde_json::Value::Array(items) => items.iter().for_each(|item| strings(item, found)),
            serde_json::Value::Object(fields) => fields.values().for_each(|item| strings(item, found)),
            _ => {}
        }
    }
    let mut whole = serde_json::to_value(&dossier).unwrap();
    whole.as_object_mut().unwrap().remove("$schema");
    let mut found = Vec::new();
    strings(&whole, &mut found);
    let lost: Vec<&&str> = found.iter().filter(|text| !cells.contains(**text)).take(5).collect();
    assert!(lost.is_empty(), "{lost:?}");
}

fn daylight(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_daylight")).args(arguments).current_dir(root("")).output().unwrap()
}

#[test]
fn the_command_writes_what_the_site_has() {
    let dossier = tiny();
    let path = "tests/check/cases/00-minimal.json";
    let published = Published { address: SITE.address, version: "", locale: Locale::En };
    for (name, format) in [
        ("json", Format::Json),
        ("ics", Format::Ics),
        ("csl-json", Format::CslJson),
        ("bibtex", Format::Bibtex),
        ("ris", Format::Ris),
    ] {
        // With or without a slash at its end, an address is the same.
        let output = daylight(&["export", path, "--format", name, "--base-url", "https://example.org/d"]);
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        assert!(output.stdout == files(&dossier, format, published).unwrap()[0].bytes, "{name}");
    }
    let folder = std::env::temp_dir().join(format!("daylight-export-{}", std::process::id()));
    let output = daylight(&["export", path, "--format", "csv", "--out", folder.to_str().unwrap()]);
    assert!(output.status.success() && output.stdout.is_empty());
    let events = std::fs::read_to_string(folder.join("events.csv")).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(
        events.starts_with("\u{feff}id,date,title,")
            && events.contains("\r\nsummit,2018-06-12,The leaders meet,"),
        "{events}"
    );
}

#[test]
fn what_cannot_be_exported_is_said() {
    let said = |arguments: &[&str]| {
        let output = daylight(arguments);
        assert_eq!(output.status.code(), Some(1));
        assert!(output.stdout.is_empty());
        String::from_utf8(output.stderr).unwrap()
    };
    let tables = said(&["export", "tests/check/cases/00-minimal.json", "--format", "csv"]);
    assert!(tables.contains("--out"), "{tables}");
    let wrong = said(&["export", "tests/check/cases/20-duplicate-id.json", "--format", "ics"]);
    assert!(wrong.contains("daylight check"), "{wrong}");
}

#[test]
fn nothing_of_the_author_is_written_over() {
    let folder = std::env::temp_dir().join(format!("daylight-export-over-{}", std::process::id()));
    let table = "id,date,title,summary,kind,parties,lane,level,place,weight,sources,confidence,note\n";
    std::fs::create_dir_all(folder.join("talks")).unwrap();
    let tiny = std::fs::read_to_string(root("tests/check/cases/00-minimal.json")).unwrap();
    let named = tiny.replacen('{', "{ \"event_table\": \"events.csv\",", 1);
    let row = "row,2019-01-01,They part,They part.,talks,us;dprk,both,,,1,agency,high,\n";
    let files = [("talks/dossier.json", named), ("talks/events.csv", table.to_owned() + row)];
    for (name, text) in &files {
        std::fs::write(folder.join(name), text).unwrap();
    }
    let daylight = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_daylight"))
            .args(arguments)
            .current_dir(&folder)
            .output()
            .unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    for (format, out) in
        [("csv", "talks"), ("json", "talks/dossier.json"), ("json", "talks/../talks/events.csv")]
    {
        for more in [&[][..], &["--force"]] {
            let (code, said) =
                daylight(&[&["export", "talks", "--format", format, "--out", out], more].concat());
            assert!(code == Some(1) && said.contains("is a file of the dossier itself"), "{out}: {said}");
        }
    }
    assert_eq!(std::fs::read_dir(folder.join("talks")).unwrap().count(), 2, "nothing else is written either");
    for (name, text) in &files {
        assert_eq!(&std::fs::read_to_string(folder.join(name)).unwrap(), text);
    }
    std::fs::write(folder.join("mine.ics"), "mine").unwrap();
    let (code, said) = daylight(&["export", "talks", "--format", "ics", "--out", "mine.ics"]);
    assert!(code == Some(1) && said.contains("--force"), "{said}");
    assert_eq!(std::fs::read_to_string(folder.join("mine.ics")).unwrap(), "mine");
    let (code, said) = daylight(&["export", "talks", "--format", "ics", "--out", "mine.ics", "--force"]);
    assert_eq!((code, said.as_str()), (Some(0), ""));
    assert!(std::fs::read_to_string(folder.join("mine.ics")).unwrap().starts_with("BEGIN:VCALENDAR"));
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_dossier_is_exported_in_its_own_language() {
    let folder = std::env::temp_dir().join(format!("daylight-export-ko-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let tiny = std::fs::read_to_string(root("tests/check/cases/00-minimal.json")).unwrap();
    let file = folder.join("a.json");
    std::fs::write(&file, tiny.replacen("\"languages\": [\"en\"]", "\"languages\": [\"ko\"]", 1)).unwrap();
    let output = daylight(&["export", file.to_str().unwrap(), "--format", "ics"]);
    let ics = String::from_utf8(output.stdout).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    assert!(ics.contains("//KO\r\n") && !ics.contains("CATEGORIES:summit"), "{ics}");
}

#[test]
fn an_address_that_is_none_on_the_web_is_refused() {
    let path = "tests/check/cases/00-minimal.json";
    let output = daylight(&["export", path, "--format", "ics", "--base-url", "javascript:alert(1)"]);
    assert_eq!(output.status.code(), Some(2));
}

proptest! {
    /// Whatever stands in a dossier, the files stay whole and say the same.
    #[test]
    fn any_text_survives(title in any::<String>(), note in "\\PC{0,200}") {
        let mut dossier = tiny();
        dossier.events.truncate(1);
        dossier.events[0].title = Text::Plain(title.clone());
        let lines = unfolded(&calendar(&dossier, SITE));
        let kept: String = title.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
        let value = lines.iter().find_map(|line| line.strip_prefix("SUMMARY:")).unwrap();
        let mut back = String::new();
        let mut chars = value.chars();
        while let Some(c) = chars.next() {
            back.push(match c {
                '\\' => match chars.next().unwrap() { 'n' => '\n', c => c },
                c => c,
            });
        }
        prop_assert_eq!(back, kept);

        let reference = Reference {
            id: "a".to_owned(),
            kind: ReferenceKind::Page,
            title: title.clone(),
            authors: vec![note.clone(), title.clone()],
            publisher: String::new(),
            date: None,
            version: String::new(),
            url: "https://example.org/{a}".to_owned(),
            language: String::new(),
            notes: vec![note],
        };
        let references = [reference];
        let read: serde_json::Value = serde_json::from_str(&csl_json(&references)).unwrap();
        prop_assert_eq!(read[0]["title"].as_str().unwrap_or_default(), title.as_str());
        prop_assert_eq!(ris_records(&ris(&references)).len(), 1);
        let read = Bibliography::parse(&bibtex(&references));
        prop_assert_eq!(read.unwrap().len(), 1);
    }
}
