//! What commands do to what is shown.

use super::desk::{Command, Desk, Pane, Rows, Told};
use super::edit::Edit;
use super::fixture::{schema, tiny};
use super::path::Path;

fn desk() -> Desk {
    Desk::new(schema(), tiny())
}

#[test]
fn a_problem_opens_the_way_to_its_field() {
    let mut desk = desk();
    let path = Path::parse("/issues/0/positions/1/low");
    assert_eq!(desk.act(Command::Go(path.clone())), Some(path));
    assert_eq!((&*desk.part, desk.record, desk.pane), ("issues", Some(0), Pane::Form));
    assert!(desk.is_open(&Path::parse("/issues/0/positions/1")));
}

#[test]
fn a_record_is_found_marked_and_taken() {
    let mut desk = desk();
    let path = Path::parse("/events/0/parties");
    desk.act(Command::Seek(path.clone(), String::new()));
    let (offered, more) = desk.offered().unwrap();
    assert_eq!((offered.len(), more), (1, 0), "those that are named already are not offered");
    desk.act(Command::Take);
    assert_eq!(path.find(desk.doc()).unwrap().items().len(), 2, "none is marked yet");
    desk.act(Command::Mark(true));
    assert_eq!(desk.act(Command::Take), Some(path.clone()));
    assert_eq!(path.find(desk.doc()).unwrap().items().len(), 3);
    assert!(desk.picker.is_none());
}

#[test]
fn undo_goes_back_to_where_it_was() {
    let mut desk = desk();
    desk.act(Command::Edit(Edit::Add(Path::parse("/events")), None));
    assert_eq!(desk.record, Some(1));
    desk.act(Command::Show("meta".to_owned(), None));
    desk.act(Command::Undo);
    assert_eq!((&*desk.part, desk.record), ("events", None), "the record is gone");
    assert!(matches!(desk.told, Some(Told::Undone(_))));
    desk.act(Command::Redo);
    assert_eq!(desk.record, Some(1));
}

#[test]
fn what_is_only_read_does_not_change() {
    let mut desk = desk();
    desk.act(Command::Edit(Edit::Remove(Path::parse("/events/0")), None));
    desk.read_only = true;
    let doc = desk.doc().clone();
    for command in [Command::Undo, Command::Edit(Edit::Add(Path::parse("/events")), None)] {
        desk.act(command);
        assert_eq!(desk.doc(), &doc);
    }
}

#[test]
fn rows_are_added_once_they_were_seen() {
    let mut desk = desk();
    let answer =
        ["read", r#"{"events": [{"id": "x", "title": "X"}]}"#, "1", "0", "guessed\u{1f}a\u{1f}b\u{1f}2"];
    let rows = Rows::of(&answer.map(str::to_owned));
    assert!(matches!(&rows, Rows::Read { events: 1, noticed, .. } if noticed[0].lines == "2"));
    desk.act(Command::Rows(Some(rows)));
    desk.act(Command::Join);
    assert_eq!((&*desk.part, desk.record), ("events", Some(1)));
    assert_eq!(Rows::of(&["refused".to_owned(), "no".to_owned()]), Rows::Refused("no".to_owned()));
}
