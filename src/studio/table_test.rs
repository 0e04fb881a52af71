//! The table beside a dossier: what is not edited comes out byte for byte, what is edited is what the checker reads.

use proptest::prelude::*;

use super::desk::{Command, Desk};
use super::edit::Edit;
use super::files::{CannotOpen, folder, one_file, open};
use super::find::find;
use super::fixture::{schema, tiny};
use super::label;
use super::path::{Path, set};
use super::problems::Problems;
use super::schema::Kind;
use super::table::{self, ROWS, State, Written};
use super::value::Value;
use super::zip::File;
use crate::dossier::table::{MOST_RECORDS, TableReader};

/// With all that a spreadsheet may do: a mark, another order and case, a column of its own, spaces, blank lines, two ends of lines.
const ROWS_OF_A_SHEET: &str = "\u{feff}Title,ID,date,kind,lane,parties,colour,weight,sources\r\n\r\n\
    \"Talks, the \"\"first\"\"\", first ,2018-07-06/2018-07-07,talks,both,us; dprk,red,,\r\n\
    A letter,letter,2018-08,statement,b,dprk,,2,agency\n,,,,,,,,\n\
    Last,last,2018-09,talks,a,us,\"b,lue\",3,";

fn dossier() -> Value {
    set(&tiny(), &Path::parse("/event_table").0, Value::text("tables/events.csv"), &|_| Vec::new()).unwrap()
}

fn with_rows() -> Value {
    table::with(&dossier(), ROWS_OF_A_SHEET)
}

fn desk() -> Desk {
    Desk::new(schema(), with_rows())
}

fn text(doc: &Value) -> String {
    table::text(doc).unwrap().into_owned()
}

fn do_it(desk: &mut Desk, edit: Edit) {
    desk.act(Command::Edit(edit, None));
}

fn typed(path: &str, text: &str) -> Edit {
    Edit::Type(Path::parse(path), text.to_owned())
}

/// The lines that differ, by number.
fn changed(before: &str, after: &str) -> Vec<(usize, String)> {
    let (before, after): (Vec<&str>, Vec<&str>) = (before.split('\n').collect(), after.split('\n').collect());
    assert_eq!(before.len(), after.len());
    let differing = before.iter().zip(after).enumerate().filter(|(_, (a, b))| *a != b);
    differing.map(|(at, (_, line))| (at + 1, line.to_owned())).collect()
}

#[test]
fn rows_are_events_and_come_out_as_they_went_in() {
    let doc = with_rows();
    assert_eq!(table::state(&doc), State::Edited(3));
    assert_eq!(text(&doc), ROWS_OF_A_SHEET);
    let first = Path::parse("/events_in_table/0").find(&doc).unwrap();
    assert_eq!(first.text_at("title"), Some("Talks, the \"first\""));
    assert_eq!(first.get("parties").unwrap().compact(), "[\"us\",\"dprk\"]");
    assert_eq!((first.get("weight"), first.get("sources")), (None, None));
    assert_eq!(table::json(&doc), dossier(), "the JSON knows nothing of it");
    assert_eq!(table::lacking(&doc), ["place", "level", "confidence", "summary", "note"]);
}

#[test]
fn what_is_edited_changes_its_own_fields_and_no_others() {
    let mut desk = desk();
    do_it(&mut desk, typed("/events_in_table/1/title", "A letter, \"again\""));
    let after = text(desk.doc());
    assert_eq!(
        changed(ROWS_OF_A_SHEET, &after),
        [(4, "\"A letter, \"\"again\"\"\",letter,2018-08,statement,b,dprk,,2,agency".to_owned())]
    );
    do_it(&mut desk, typed("/events_in_table/1/title", "A letter"));
    assert_eq!(text(desk.doc()), ROWS_OF_A_SHEET, "written as it was, it is as it was");
    do_it(&mut desk, Edit::Pick(Path::parse("/events_in_table/2/parties"), "dprk".to_owned()));
    do_it(&mut desk, typed("/events_in_table/2/weight", ""));
    assert!(text(desk.doc()).ends_with("Last,last,2018-09,talks,a,us;dprk,\"b,lue\",,"));
    desk.act(Command::Undo);
    desk.act(Command::Undo);
    assert_eq!(text(desk.doc()), ROWS_OF_A_SHEET);
}

#[test]
fn rows_come_go_and_are_copied() {
    let mut desk = desk();
    do_it(&mut desk, Edit::Add(Path::parse("/events_in_table")));
    assert_eq!((&*desk.part, desk.record), (ROWS, Some(3)));
    assert_eq!(text(desk.doc()), [ROWS_OF_A_SHEET, "\r\n,new,,,,,,,\r\n"].concat());
    do_it(&mut desk, Edit::Remove(Path::parse("/events_in_table/3")));
    assert_eq!(text(desk.doc()), ROWS_OF_A_SHEET);
    do_it(&mut desk, Edit::Duplicate(Path::parse("/events_in_table/1")));
    assert!(text(desk.doc()).contains("agency\n,,,,,,,,\nA letter,letter-2,2018-08"));
    do_it(&mut desk, Edit::Remove(Path::parse("/events_in_table/0")));
    assert!(!text(desk.doc()).contains("first"));
    // An id is free only if no event has it, wherever that stands.
    do_it(&mut desk, Edit::Rename(Path::parse("/events/0/id"), "new".to_owned()));
    do_it(&mut desk, Edit::Add(Path::parse("/events_in_table")));
    assert_eq!(Path::parse("/events_in_table/3/id").find(desk.doc()), Some(&Value::text("new-2")));
}

#[test]
fn an_event_of_the_table_is_found_and_named_like_any() {
    let mut desk = desk();
    assert_eq!(label::place_of(desk.doc(), Kind::Event, "letter"), Some(Path::parse("/events_in_table/1")));
    let hits = find(desk.doc(), "the \"first");
    assert_eq!(hits.len(), 1, "its own text is not looked through besides");
    assert_eq!(
        (hits[0].path.to_string().as_str(), &*hits[0].record),
        ("/events_in_table/0/title", "Talks, the \"first\"")
    );
    do_it(&mut desk, typed("/issues/0/positions/0/event", "letter"));
    do_it(&mut desk, Edit::Rename(Path::parse("/events_in_table/1/id"), "the-letter".to_owned()));
    assert_eq!(Path::parse("/issues/0/positions/0/event").find(desk.doc()), Some(&Value::text("the-letter")));
    do_it(&mut desk, Edit::NameByTitle(Path::parse("/events_in_table/1/id")));
    assert!(text(desk.doc()).contains("A letter,2018-08-a-letter,2018-08"));
    // A party that is called otherwise is so in the table too.
    let mentioned = super::mentions(desk.doc(), desk.schema(), Kind::Party, "us");
    assert_eq!(mentioned, super::mentions(&tiny(), desk.schema(), Kind::Party, "us") + 2);
    do_it(&mut desk, Edit::Rename(Path::parse("/parties/0/id"), "usa".to_owned()));
    assert!(text(desk.doc()).contains(",usa;dprk,red"), "{}", text(desk.doc()));
}

#[test]
fn problems_lead_to_rows_and_their_fields() {
    let mut desk = desk();
    do_it(&mut desk, typed("/events_in_table/0/title", "Of two\nlines"));
    do_it(&mut desk, typed("/events_in_table/1/date", "June"));
    do_it(&mut desk, typed("/events_in_table/2/kind", "tlaks"));
    let doc = desk.doc();
    let said = crate::checker::inspect(table::json(doc).compact(), "events.csv".to_owned(), Some(text(doc)));
    let problems = Problems::read(&said[0], &schema(), doc);
    let places = |error: bool| -> Vec<String> {
        let of = problems.list.iter().filter(|problem| problem.is_error == error);
        of.map(|problem| problem.path.to_string()).filter(|path| path.contains("table")).collect()
    };
    assert_eq!(places(true), ["/events_in_table/1/date", "/events_in_table/2/kind"]);
    assert_eq!(places(false), ["/events_in_table"], "the column that means nothing is the header's");
    assert_eq!(problems.count(&Path::parse("/events_in_table/1")), (1, 0));
    let sound = table::with(&dossier(), "id,date,title,kind,lane\nx,2018-07-01,X,talks,a\n");
    let said =
        crate::checker::inspect(table::json(&sound).compact(), "events.csv".to_owned(), Some(text(&sound)));
    assert_eq!(Problems::read(&said[0], &schema(), &sound).errors, 0);
    assert!(said.len() > 1, "and the page has all its parts");
}

#[test]
fn a_row_that_fits_no_columns_is_kept_and_can_be_mended() {
    let sheet = "id,date,title,kind,lane\nx,2018,Talks, and more,talks,a\ny,2018,Y,talks,b\n";
    let mut desk = Desk::new(schema(), table::with(&dossier(), sheet));
    assert_eq!(text(desk.doc()), sheet);
    let row = Path::parse("/events_in_table/0/row");
    let said =
        crate::checker::inspect(table::json(desk.doc()).compact(), String::new(), Some(sheet.to_owned()));
    let problems = Problems::read(&said[0], &schema(), desk.doc());
    assert!(problems.list.iter().any(|problem| problem.path == row && problem.is_error));
    do_it(&mut desk, Edit::Reread(row.clone(), "x,2018,\"Talks, and more\",talks,a\n".to_owned()));
    assert_eq!(
        Path::parse("/events_in_table/0/title").find(desk.doc()),
        Some(&Value::text("Talks, and more"))
    );
    desk.act(Command::Undo);
    assert_eq!(text(desk.doc()), sheet);
    // What is pasted there may be several rows.
    do_it(&mut desk, Edit::Reread(row, "x,2018,Talks,talks,a\nz,2018,Z,talks,a".to_owned()));
    assert_eq!(table::state(desk.doc()), State::Edited(3));
    assert!(text(desk.doc()).contains("z,2018,Z,talks,a\ny,2018"));
}

/// A field of several lines knows LF alone; rows that a quote swallowed come out with the ends of lines, and the blank lines, that they had.
#[test]
fn mending_a_quote_changes_no_other_byte() {
    let sheet =
        "id,date,title,kind,lane\r\nx,2018,\"Talks,talks,a\r\ny,2018,Y,talks,b\r\nz,2018,Z,talks,b\r\n\r\n";
    let mut desk = Desk::new(schema(), table::with(&dossier(), sheet));
    let row = Path::parse("/events_in_table/0/row");
    let written = row.find(desk.doc()).and_then(Value::as_text).unwrap().replace("\r\n", "\n");
    let mended = written.trim_end_matches('\n').replace("\"Talks", "Talks");
    do_it(&mut desk, Edit::Reread(row, mended));
    assert_eq!(table::state(desk.doc()), State::Edited(3));
    assert_eq!(text(desk.doc()), sheet.replace("\"Talks", "Talks"));
}

#[test]
fn problems_lead_to_rows_below_a_header_without_an_end() {
    let doc = table::with(&dossier(), "id,date,title,kind,lane");
    let mut desk = Desk::new(schema(), doc);
    do_it(&mut desk, Edit::Add(Path::parse("/events_in_table")));
    do_it(&mut desk, Edit::Add(Path::parse("/events_in_table")));
    let sheet = text(desk.doc());
    let said = crate::checker::inspect(table::json(desk.doc()).compact(), String::new(), Some(sheet));
    let problems = Problems::read(&said[0], &schema(), desk.doc());
    for at in 0..2 {
        let row = Path::parse(&format!("/events_in_table/{at}"));
        assert!(problems.list.iter().any(|problem| problem.path.0.starts_with(&row.0)), "row {at}");
    }
}

#[test]
fn a_column_that_is_lacking_is_added_at_the_end_of_every_row() {
    let mut desk = desk();
    do_it(&mut desk, Edit::Column("place".to_owned()));
    let after = text(desk.doc());
    assert!(after.starts_with("\u{feff}Title,ID,date,kind,lane,parties,colour,weight,sources,place\r\n\r\n"));
    assert!(after.contains("red,,,\r\nA letter,letter,2018-08,statement,b,dprk,,2,agency,\n,,,,,,,,\n"));
    do_it(&mut desk, typed("/events_in_table/1/place", "Geneva"));
    assert!(text(desk.doc()).contains("2,agency,Geneva\n"));
    assert_eq!(table::lacking(desk.doc()), ["level", "confidence", "summary", "note"]);
    do_it(&mut desk, Edit::Column("dance".to_owned()));
    assert!(!text(desk.doc()).contains("dance"));
}

#[test]
fn a_table_that_is_not_edited_is_kept_as_it_is() {
    let rows: String = (0..=MOST_RECORDS).map(|at| format!("e{at},2018,E,talks,a\n")).collect();
    let sheet = ["id,date,title,kind,lane\n", &rows].concat();
    let large = table::with(&dossier(), &sheet);
    assert_eq!(table::state(&large), State::Large(MOST_RECORDS + 1));
    assert_eq!(text(&large), sheet);
    let mut desk = Desk::new(schema(), large);
    do_it(&mut desk, Edit::Add(Path::parse("/events_in_table")));
    do_it(&mut desk, typed("/meta/title", "Another"));
    assert_eq!(text(desk.doc()), sheet);
    assert!(find(desk.doc(), "e17,").is_empty());

    let semicolons = "id;date;title;kind;lane\nx;2018;X;talks;a\n";
    let unread = table::with(&dossier(), semicolons);
    assert_eq!((table::state(&unread), text(&unread)), (State::Unread(1), semicolons.to_owned()));
    let said = crate::checker::inspect(
        table::json(&unread).compact(),
        "events.csv".to_owned(),
        Some(semicolons.to_owned()),
    );
    let problems = Problems::read(&said[0], &schema(), &unread);
    assert_eq!(problems.list[0].path, Path::parse("/events_in_table"));
    let mut desk = Desk::new(schema(), unread);
    do_it(&mut desk, Edit::Table("id,date,title,kind,lane\n".into()));
    assert_eq!(table::state(desk.doc()), State::Edited(0));
    desk.act(Command::Undo);
    assert_eq!(text(desk.doc()), semicolons);
    // One that did not come with the dossier has no rows to add to; without it nothing can be built.
    let said = crate::checker::inspect(dossier().compact(), "tables/events.csv".to_owned(), None);
    let problems = Problems::read(&said[0], &schema(), &dossier());
    assert_eq!((problems.errors, &problems.list[0].path), (1, &Path::parse("/events_in_table")));
    let mut desk = Desk::new(schema(), dossier());
    assert_eq!(table::state(desk.doc()), State::Missing);
    do_it(&mut desk, Edit::Add(Path::parse("/events_in_table")));
    assert_eq!(desk.doc(), &dossier());
}

#[test]
fn files_bring_the_table_and_take_it_along() {
    let file = |name: &str, text: &str| File { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
    let json = dossier().pretty();
    let opened = open(
        &schema(),
        vec![
            file("d/a.json", &json),
            file("d/tables/events.csv", ROWS_OF_A_SHEET),
            file("d/events.csv", "other"),
            // An older copy, whose path ends in the same address.
            file("d/backup/tables/events.csv", "older"),
        ],
    )
    .unwrap();
    let left_out = vec!["d/backup/tables/events.csv".to_owned(), "d/events.csv".to_owned()];
    assert_eq!((opened.doc.clone(), opened.left_out, opened.wanted), (with_rows(), left_out, None));
    let loose = open(&schema(), vec![file("a.json", &json), file("events.csv", ROWS_OF_A_SHEET)]).unwrap();
    assert_eq!(loose.doc, with_rows());
    let alone = open(&schema(), vec![file("a.json", &json)]).unwrap();
    assert_eq!(
        (table::state(&alone.doc), alone.wanted.as_deref()),
        (State::Missing, Some("tables/events.csv"))
    );

    for files in [folder(&opened.doc), one_file(&opened.doc)] {
        let csv = files.iter().find(|file| file.name.ends_with("tables/events.csv")).unwrap();
        assert_eq!(String::from_utf8_lossy(&csv.bytes), ROWS_OF_A_SHEET);
        assert!(files.iter().all(|file| !String::from_utf8_lossy(&file.bytes).contains(ROWS)));
        let again = open(&schema(), files).unwrap();
        assert_eq!(table::text(&again.doc), table::text(&opened.doc));
    }
    let latin = vec![file("a.json", &json), File { name: "tables/events.csv".to_owned(), bytes: vec![0xe9] }];
    assert!(open(&schema(), latin).unwrap_err().to_string().contains("events.csv is not UTF-8"));
    // Fetched after the rest: as if it had been there.
    let late = alone.clone().with_table(file("events.csv", ROWS_OF_A_SHEET)).unwrap();
    assert_eq!((late.doc, late.wanted), (with_rows(), None));
    let latin = File { name: "events.csv".to_owned(), bytes: vec![0xe9] };
    assert_eq!(alone.with_table(latin), Err(CannotOpen::TableNotUtf8("events.csv".to_owned())));
    let own = json.replacen('{', "{\"events_in_table\": [],", 1);
    assert!(
        open(&schema(), vec![file("a.json", &own)]).unwrap_err().to_string().contains("needs for itself")
    );
}

#[test]
fn the_text_is_made_once_for_the_same_rows() {
    let (mut written, mut desk) = (Written::default(), desk());
    assert!(matches!(written.of(desk.doc()), Some((text, true)) if &*text == ROWS_OF_A_SHEET));
    do_it(&mut desk, typed("/meta/title", "Another"));
    assert!(matches!(written.of(desk.doc()), Some((_, false))));
    do_it(&mut desk, typed("/events_in_table/0/date", "2019"));
    assert!(matches!(written.of(desk.doc()), Some((text, true)) if text.contains("2019")));
    assert_eq!(written.of(&tiny()), None);
}

proptest! {
    /// Whatever a table's text is, it comes out as it went in, before and after an edit that is taken back.
    #[test]
    fn any_text_is_kept(rows in "[a-c,;\"\n\r\u{e9} 1]{0,80}", mark in any::<bool>()) {
        let head = if mark { "\u{feff}id,date,title,kind,lane,x\n" } else { "\n id ,DATE,\"title\",kind,lane\r\n" };
        let sheet = [head, &rows].concat();
        let doc = table::with(&dossier(), &sheet);
        prop_assert_eq!(&text(&doc), &sheet);
        let mut desk = Desk::new(schema(), doc);
        do_it(&mut desk, typed("/events_in_table/0/title", "Another"));
        do_it(&mut desk, Edit::Duplicate(Path::parse("/events_in_table/0")));
        desk.act(Command::Undo);
        desk.act(Command::Undo);
        prop_assert_eq!(&text(desk.doc()), &sheet);
    }

    /// What forms write is what the dossier's own reader reads.
    #[test]
    fn what_is_written_is_read(title in "[a-z,;\"\n\u{e9}][a-z,;\"\n \u{e9}]{0,20}", note in "[a-z,\"\n]{0,9}") {
        let sheet = "id,date,title,kind,lane,note\nx,2018,X,talks,a,\ny,2018,Y,talks,a,n\n";
        let mut desk = Desk::new(schema(), table::with(&dossier(), sheet));
        do_it(&mut desk, typed("/events_in_table/0/title", &title));
        do_it(&mut desk, typed("/events_in_table/1/note", &note));
        let mut reader = TableReader::new();
        reader.push(text(desk.doc()).as_bytes());
        let (read, problems) = reader.finish();
        if title.trim().is_empty() {
            prop_assert!(problems.has_errors());
        } else {
            prop_assert!(!problems.has_errors(), "{:?}", problems);
            prop_assert_eq!(read.row(0).unwrap().title, title.trim());
            prop_assert_eq!(read.row(1).unwrap().note(), note.trim());
            prop_assert_eq!(read.len(), 2);
        }
    }
}
