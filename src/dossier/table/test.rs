//! The table against the `csv` crate, in pieces of any size, and with every mistake it must name.

use proptest::prelude::*;

use super::super::Dossier;
use super::super::date::Day;
use super::super::model::{Confidence, Event, EventKind, Lane, Level};
use super::super::text::Text;
use super::scan::{Scanner, Step};
use super::*;

fn read(bytes: &[u8]) -> (EventTable, Problems) {
    let mut reader = TableReader::new();
    reader.push(bytes);
    reader.finish()
}

/// Read in pieces of these sizes, over and over.
fn read_in_pieces(bytes: &[u8], sizes: &[usize]) -> (EventTable, Problems) {
    let mut reader = TableReader::new();
    let mut rest = bytes;
    for size in sizes.iter().cycle() {
        if rest.is_empty() {
            break;
        }
        let (piece, after) = rest.split_at((*size).clamp(1, rest.len()));
        reader.push(piece);
        rest = after;
    }
    reader.finish()
}

fn events(table: &EventTable) -> Vec<Event> {
    (0..table.len()).map(|index| table.event(index).unwrap()).collect()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

const HEADER: &str = "id,date,title,kind,lane\n";

/// The one problem of a table with this text, as `line:column field message`.
fn only_problem(text: &str) -> String {
    let (_, problems) = read(text.as_bytes());
    let [problem] = problems.list.as_slice() else { panic!("{text}: {problems:?}") };
    let field = problem.field.as_deref().unwrap_or("-");
    assert!(!problem.fix.is_empty());
    format!("{}:{} {field} {}", problem.line, problem.column, problem.message)
}

#[test]
fn a_row_is_an_event() {
    let text = "\u{feff}Title,ID,date,KIND,lane,weight,summary,parties,level,place,sources,confidence,note\r\n\
        \r\n\
        \"Singapore, \"\"historic\"\"\",summit,2018-06-12,summit,both,3,\"Two\r\nlines\",us; dprk;,leaders,Sentosa,a;b,high,\r\n\
        ,,,,,,,,,,,,\r\n\
        Talks,talks,../2018-06,talks,b,,,,,,,,n";
    let (table, problems) = read(text.as_bytes());
    assert_eq!(problems, Problems::default());
    assert_eq!(table.len(), 2);
    let expected = Event {
        id: "summit".to_owned(),
        date: super::super::date::Edtf::day(day("2018-06-12")),
        title: Text::from("Singapore, \"historic\""),
        summary: Text::from("Two\r\nlines"),
        kind: EventKind::Summit,
        parties: vec!["us".to_owned(), "dprk".to_owned()],
        lane: Lane::Both,
        level: Some(Level::Leaders),
        place: Some(Text::from("Sentosa")),
        weight: 3,
        readings: Vec::new(),
        sources: vec!["a".to_owned(), "b".to_owned()],
        confidence: Some(Confidence::High),
        note: None,
        audited: None,
    };
    assert_eq!(table.event(0), Some(expected));
    let row = table.row(1).unwrap();
    assert_eq!((row.id, row.title, row.note(), row.weight), ("talks", "Talks", "n", 1));
    assert_eq!((row.first, row.last), (Day::MIN, day("2018-06-30")));
    assert_eq!(row.date().to_string(), "../2018-06");
    assert_eq!((table.position("talks"), table.position("none")), (Some(1), None));
    assert_eq!((table.row(2), table.event(9)), (None, None));
}

#[test]
fn every_mistake_is_named_with_its_place() {
    let bad = |row: &str| only_problem(&format!("{HEADER}ok,2018,Fine,talks,a\n{row}\n"));
    assert_eq!(
        bad("x,2018-02-30,T,talks,a"),
        "3:3 date \"2018-02-30\" is not a date: the calendar has no such day"
    );
    assert_eq!(bad("x,2019/2018,T,talks,a"), "3:3 date the interval \"2019/2018\" ends before it starts");
    assert_eq!(bad("x,2018,\"한국, \"\"x\"\"\",tlaks,a"), "3:20 kind `kind` cannot be \"tlaks\"");
    assert_eq!(bad("x,2018,\"a\nbc\",talks,q"), "4:11 lane `lane` cannot be \"q\"");
    assert_eq!(bad("x,2018, ,talks,a"), "3:8 title nothing stands in `title`");
    assert_eq!(bad("X y,2018,T,talks,a"), "3:1 id `X y` cannot be the id of an event");
    assert_eq!(bad("ok,2018,T,talks,a"), "3:1 id two rows have the id `ok`");
    assert_eq!(bad("x,2018,T,talks"), "3:10 - the row has 4 fields, and the header has 5");
    assert_eq!(bad("x,2018,T, u,talks,a"), "3:13 - the row has 6 fields, and the header has 5");
    assert_eq!(
        bad("x,2018,\"T\"!,talks,a"),
        "3:8 - something stands between a closing quote and the next comma"
    );
    assert_eq!(bad("x,2018,\u{1f},talks,a"), "3:8 - a control character stands here that no text has");
    assert_eq!(bad("x,2018,\"T,talks,a"), "3:8 - a quote opens here and never closes");
    let (_, problems) = read(&[HEADER.as_bytes(), b"x,2018,\xff,talks,a\n"].concat());
    assert_eq!(
        (problems.list[0].kind, problems.list[0].line, problems.list[0].column),
        (ProblemKind::NotUtf8, 2, 8)
    );
    let weight = "id,date,title,kind,lane,weight,level,confidence\nx,2018,T,talks,a,4,,\n";
    assert_eq!(only_problem(weight), "2:18 weight `weight` is 4, outside what is allowed");
    let long = format!("{HEADER}x,2018,{},talks,a\n", "é".repeat(20_001));
    assert_eq!(only_problem(&long), "2:8 title `title` is longer than 20000 characters");
    for sign in ['\0', '\u{1}', '\u{b}', '\u{1b}', '\u{fffe}', '\u{ffff}'] {
        let row = format!("x,2018,T{sign}t,talks,a");
        assert_eq!(bad(&row), "3:8 title `title` holds a character that no page can show", "{sign:?}");
    }
    let (_, problems) = read(format!("{HEADER}x,2018,\"A\ttab\r\nand more\u{85}\",talks,a\n").as_bytes());
    assert_eq!(problems, Problems::default());
    let id = "a".repeat(101);
    let (_, problems) = read(format!("{HEADER}{id},2018,T,talks,a\n").as_bytes());
    assert!(problems.list[0].fix.contains("at most 100") && problems.count() == 1, "{problems:?}");
}

#[test]
fn the_header_must_be_one() {
    assert_eq!(only_problem(""), "1:1 - the table is empty");
    assert_eq!(only_problem("\u{feff}\r\n,,\n"), "3:1 - the table is empty");
    assert_eq!(only_problem("id,date,title\nx"), "1:1 - the table has no column `kind`, `lane`");
    assert_eq!(only_problem("id,date,Title,kind,lane,title\n"), "1:25 title the column `title` stands twice");
    let (_, problems) = read(b"id;date;title;kind;lane\n");
    assert!(problems.list[0].fix.contains("semicolons"), "{problems:?}");
}

#[test]
fn an_unknown_column_is_a_warning_named_once() {
    let text = "id,date,title,colour,kind,lane,\nx,2018,T,red,talks,a,\ny,2018,T,red,talks,a,\n";
    assert_eq!(only_problem(text), "1:15 colour the column `colour` means nothing here and is not read");
    let (table, problems) = read(text.as_bytes());
    assert_eq!((table.len(), problems.has_errors()), (2, false));
}

#[test]
fn many_problems_are_counted() {
    let rows: String = (0..1000).map(|row| format!("r{row},2018,T,cake,a\n")).collect();
    let (_, problems) = read(format!("{HEADER}{rows}").as_bytes());
    assert_eq!((problems.list.len(), problems.left_out, problems.count()), (100, 900, 1000));
}

#[test]
fn a_quote_that_swallows_the_file_stops_the_reading() {
    let mut reader = TableReader::new();
    reader.push(format!("{HEADER}x,2018,\"T,talks,a\n").as_bytes());
    for _ in 0..20 {
        reader.push(&[b'a'; 64 * 1024]);
    }
    assert!(reader.is_hopeless());
    let (_, problems) = reader.finish();
    assert_eq!((problems.count(), problems.list[0].line), (1, 2));
}

#[test]
fn ids_are_looked_up_in_the_dossier() {
    let json = r#"{
        "meta": {"id": "x", "title": "X", "dek": "", "languages": ["en"], "span": {"from": "2000-01-01", "to": "2020-12-31", "focus": "2018"},
                 "default_as_of": "2018-07-16", "content_licence": "CC BY 4.0"},
        "parties": [{"id": "us", "name": "A", "short": "A", "side": "a"}],
        "events": [{"id": "old", "date": "2001", "title": "E", "kind": "talks", "parties": ["us"], "lane": "a", "weight": 1}]
    }"#;
    let dossier: Dossier = serde_json::from_str(json).unwrap();
    let mut reader = TableReader::beside(&dossier);
    reader.push(b"id,date,title,kind,lane,parties,sources\nold,2018,T,talks,a,us,\nx,2018,T,talks,a,us;eu,\ny,2018,T,talks,a,,s1");
    let (_, problems) = reader.finish();
    let kinds: Vec<(ProblemKind, usize)> =
        problems.list.iter().map(|found| (found.kind, found.line)).collect();
    assert_eq!(
        kinds,
        [(ProblemKind::DuplicateId, 2), (ProblemKind::UnknownId, 3), (ProblemKind::UnknownId, 4)]
    );
}

#[test]
fn addresses_stay_in_the_folder() {
    for good in ["events.csv", "tables/2018.csv", "a b.csv"] {
        assert!(is_beside(good), "{good}");
    }
    for bad in [
        "",
        "/events.csv",
        "../events.csv",
        "a/../b",
        "./a",
        "https://x.org/a.csv",
        "//x.org/a",
        "a\\b",
        "a?b",
        "a%2fb",
    ] {
        assert!(!is_beside(bad), "{bad}");
    }
}

#[test]
fn marks_survive_packing() {
    use super::columns::{kind, kind_of, lane, lane_of, pack, weight_of};
    for word in super::columns::KINDS.split(' ').filter_map(kind) {
        for side in super::columns::LANES.split(' ').filter_map(lane) {
            for weight in 1..=3 {
                let packed = pack(word, side, weight);
                assert_eq!((kind_of(packed), lane_of(packed), weight_of(packed)), (word, side, weight));
            }
        }
    }
}

/// The words are those of serde, and so of the schema.
#[test]
fn words_are_those_of_the_json() {
    let written = |words: &str| {
        words
            .trim_start_matches("allowed are ")
            .split(' ')
            .map(|word| format!("\"{word}\""))
            .collect::<Vec<_>>()
    };
    for word in written(super::columns::KINDS) {
        assert_eq!(
            serde_json::from_str::<EventKind>(&word).ok(),
            super::columns::kind(word.trim_matches('"'))
        );
    }
    for word in written(super::columns::LANES) {
        assert_eq!(serde_json::from_str::<Lane>(&word).ok(), super::columns::lane(word.trim_matches('"')));
    }
    for word in written(super::columns::LEVELS) {
        assert_eq!(serde_json::from_str::<Level>(&word).ok(), super::columns::level(word.trim_matches('"')));
    }
    for word in written(super::columns::CONFIDENCES) {
        assert_eq!(
            serde_json::from_str::<Confidence>(&word).ok(),
            super::columns::confidence(word.trim_matches('"'))
        );
    }
    let words: Vec<String> = EventKind::NAMED.iter().map(|(_, word)| format!("\"{word}\"")).collect();
    assert_eq!(written(super::columns::KINDS), words);
}

/// Rows as the scanner and as the `csv` crate see them; `None` where the scanner finds a fault.
fn rows(text: &[u8], sizes: &[usize]) -> Option<Vec<Vec<Vec<u8>>>> {
    let mut scanner = Scanner::default();
    let mut found = Vec::new();
    let mut whole = true;
    let mut note = |scanner: &Scanner| {
        whole &= scanner.fault().is_none();
        let row: Vec<Vec<u8>> =
            (0..scanner.len()).map(|at| scanner.bytes()[scanner.range(at)].to_vec()).collect();
        // Empty lines are no rows.
        if row.len() > 1 || !row[0].is_empty() {
            found.push(row);
        }
    };
    let mut rest = text;
    let mut sizes = sizes.iter().cycle();
    while !rest.is_empty() {
        let (mut piece, after) = rest.split_at((*sizes.next().unwrap()).clamp(1, rest.len()));
        rest = after;
        while scanner.next(&mut piece) == Step::Row {
            note(&scanner);
            scanner.begin_row();
        }
    }
    if scanner.finish() {
        note(&scanner);
    }
    whole.then_some(found)
}

fn rows_of_the_crate(text: &[u8]) -> Vec<Vec<Vec<u8>>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text);
    reader
        .byte_records()
        .map(|record| record.unwrap().iter().map(<[u8]>::to_vec).collect())
        .filter(|row: &Vec<Vec<u8>>| row.len() > 1 || !row[0].is_empty())
        .collect()
}

/// An event with texts that need quoting.
fn any_event() -> impl Strategy<Value = [String; 7]> {
    let text = prop_oneof!["[a-zé한 ,\";\\r\\n]{1,12}", "[a-z ]{1,20}"];
    let date =
        prop::sample::select(vec!["2018-06-12", "2018-06", "2018/2019", "../2018", "1994-03~", "0001-01-01"]);
    ("[a-z0-9]{1,8}", date, text.clone(), 0usize..11, 0usize..4, 0usize..4, text).prop_map(
        |(id, date, title, kind, lane, weight, summary)| {
            let nth = |words: &str, at: usize| words.split(' ').nth(at + 2).unwrap().to_owned();
            [
                id,
                date.to_owned(),
                format!("t{title}"),
                nth(super::columns::KINDS, kind),
                nth(super::columns::LANES, lane),
                ["", "1", "2", "3"][weight].to_owned(),
                summary,
            ]
        },
    )
}

proptest! {
    /// Whatever is written by the `csv` crate comes back, however it arrives.
    #[test]
    fn what_the_crate_writes_is_read(
        mut rows in prop::collection::vec(any_event(), 0..20),
        sizes in prop::collection::vec(1usize..40, 1..5),
        crlf in any::<bool>(),
        always in any::<bool>(),
    ) {
        for (number, row) in rows.iter_mut().enumerate() {
            row[0] = format!("{}-{number}", row[0]);
        }
        let mut writer = csv::WriterBuilder::new()
            .terminator(if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') })
            .quote_style(if always { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary })
            .from_writer(Vec::new());
        writer.write_record(["id", "date", "title", "kind", "lane", "weight", "summary"]).unwrap();
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let (table, problems) = read_in_pieces(&bytes, &sizes);
        prop_assert_eq!(&problems, &Problems::default());
        prop_assert_eq!(table.len(), rows.len());
        for (at, row) in rows.iter().enumerate() {
            let found = table.row(at).unwrap();
            prop_assert_eq!(found.id, &row[0]);
            prop_assert_eq!(found.title, row[2].trim());
            prop_assert_eq!(found.summary(), row[6].trim());
            prop_assert_eq!(found.weight, row[5].parse().unwrap_or(1));
            let date = super::super::date::Edtf::parse(&row[1]).unwrap();
            prop_assert_eq!((found.first, found.last), (date.first(), date.last()));
            prop_assert_eq!(found.event().date, date);
            prop_assert_eq!(table.position(found.id), Some(at));
        }
    }

    /// The scanner and the crate see the same rows in any text in which the scanner finds no fault.
    #[test]
    fn any_text_has_the_rows_of_the_crate(
        text in "[ab한,,\"\"\r\n\n]{0,60}",
        sizes in prop::collection::vec(1usize..9, 1..4),
    ) {
        if let Some(rows) = rows(text.as_bytes(), &sizes) {
            prop_assert_eq!(rows, rows_of_the_crate(text.as_bytes()));
        }
    }

    /// Where the pieces end makes no difference, neither to the events nor to the problems.
    #[test]
    fn pieces_make_no_difference(
        body in "([a-c]{0,2},(2018|x),[é\"a]{0,3},(talks|q),(a|b)[,\r]?\n){0,8}[a,\"\n]{0,9}",
        noise in prop::collection::vec(any::<u8>(), 0..6),
        sizes in prop::collection::vec(1usize..7, 1..4),
    ) {
        let bytes = [b"\xef\xbb\xbf", HEADER.as_bytes(), body.as_bytes(), noise.as_slice()].concat();
        let (whole, problems) = read(&bytes);
        let (pieces, same_problems) = read_in_pieces(&bytes, &sizes);
        prop_assert_eq!(events(&whole), events(&pieces));
        prop_assert_eq!(problems, same_problems);
    }

    /// Whatever the bytes, there is an answer, and its places exist.
    #[test]
    fn any_bytes_have_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..200), sizes in prop::collection::vec(1usize..50, 1..4)) {
        let (table, problems) = read_in_pieces(&bytes, &sizes);
        events(&table);
        for problem in &problems.list {
            prop_assert!(problem.line >= 1 && problem.column >= 1);
        }
        prop_assert!(problems.has_errors() || !table.is_empty() || bytes.len() >= HEADER.len() - 1);
    }
}

/// Prints what a large table costs: `cargo test --release --lib table::test::a_million -- --ignored --nocapture`.
#[test]
#[ignore = "measures, and asserts only what hangs on no clock"]
fn a_million_events_are_read() {
    let mut text = String::from("id,date,title,kind,lane,weight,summary,parties,place,sources\n");
    for row in 0..1_000_000u32 {
        let date = day("1950-01-01").plus((row % 25_000) as i32);
        text.push_str(&format!(
            "event-{row},{date},\"Talks, round {row}, on inspections\",talks,both,{},Officials met and agreed to meet again.,us;dprk,New York,nyt-{}\n",
            1 + row % 3,
            row % 900
        ));
    }
    let began = std::time::Instant::now();
    let mut reader = TableReader::new();
    let mut longest = std::time::Duration::ZERO;
    for piece in text.as_bytes().chunks(64 * 1024) {
        let before = std::time::Instant::now();
        reader.push(piece);
        longest = longest.max(before.elapsed());
    }
    let (table, problems) = reader.finish();
    let took = began.elapsed();
    assert_eq!((problems.count(), table.len()), (0, 1_000_000));
    println!(
        "{} MB of CSV in {took:?}: {:.0} rows a second, longest push of 64 KB {longest:?}; {:.1} bytes an event held, {:.1} written",
        text.len() / 1_000_000,
        1e6 / took.as_secs_f64(),
        table.bytes() as f64 / 1e6,
        text.len() as f64 / 1e6,
    );
    assert!(table.bytes() < text.len() + 24 * table.len());
}
