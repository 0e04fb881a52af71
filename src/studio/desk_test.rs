//! What commands do to what is shown.

use super::desk::{Command, Desk, Pane, Rest, Rows, Told};
use super::edit::Edit;
use super::fixture::{schema, tiny};
use super::path::Path;
use super::problems::Problems;
use super::value::Value;

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
fn a_source_is_found_by_its_address() {
    let mut desk = desk();
    let path = Path::parse("/events/0/sources");
    desk.act(Command::Edit(Edit::Remove(path.item(0)), None));
    let source = &desk.doc().get("sources").unwrap().items()[0];
    let [id, url] = ["id", "url"].map(|field| source.text_at(field).unwrap().to_owned());
    let page = url.strip_prefix("https://").unwrap();
    for written in [url.clone(), format!("http://www.{page}/#top"), format!(" {page} ")] {
        desk.act(Command::Seek(path.clone(), written.clone()));
        let offered: Vec<String> = desk.offered().unwrap().0.into_iter().map(|(id, _)| id).collect();
        assert_eq!(offered.join(" "), id, "{written}");
    }
    for nothing in ["https://", "https://example.org/none"] {
        desk.act(Command::Seek(path.clone(), nothing.to_owned()));
        assert_eq!(desk.offered().unwrap().0, [], "{nothing}");
    }
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
fn what_is_told_stays_until_something_else_is_done() {
    let mut desk = desk();
    desk.act(Command::Edit(Edit::Move(Path::parse("/issues/0/ladder/0"), 1), None));
    assert!(matches!(desk.told, Some(Told::Moved(2, _))), "{:?}", desk.told);
    desk.act(Command::Left);
    desk.act(Command::Checked(desk.doc().clone(), Problems::default()));
    desk.act(Command::Rested(true));
    assert!(matches!(desk.told, Some(Told::Moved(2, _))));
    desk.act(Command::Show("meta".to_owned(), None));
    assert_eq!(desk.told, None);
}

#[test]
fn a_rest_tells_only_what_is_new() {
    let mut desk = desk();
    let write = |desk: &mut Desk, at: u32| {
        let typed = Edit::Type(Path::parse("/meta/title"), format!("T{at}"));
        desk.act(Command::Edit(typed, Some(f64::from(at))));
        assert_eq!(desk.rest, Rest::default(), "whoever writes is told nothing");
    };
    let problems = |errors: usize| {
        let said = vec!["error\u{1f}E0101\u{1f}/meta/title\u{1f}what\u{1f}fix"; errors].join("\u{1e}");
        Problems::read(&said, &schema(), &tiny())
    };
    let rests = [
        ((false, 0), Rest { kept: false, count: Some((0, 0)) }),
        ((true, 0), Rest { kept: true, count: None }),
        ((true, 0), Rest::default()),
        ((true, 2), Rest { kept: false, count: Some((2, 0)) }),
        ((false, 2), Rest::default()),
        ((true, 0), Rest { kept: false, count: Some((0, 0)) }),
    ];
    for (at, ((kept, errors), told)) in (0..).zip(rests) {
        write(&mut desk, at);
        desk.act(Command::Checked(desk.doc().clone(), problems(errors)));
        assert_eq!(desk.rest, Rest::default(), "not before the rest");
        desk.act(Command::Rested(kept));
        assert_eq!(desk.rest, told, "{at}");
    }
    // The number of an earlier version is not this one's.
    desk.act(Command::Checked(tiny(), problems(3)));
    write(&mut desk, 9);
    desk.act(Command::Rested(true));
    assert_eq!(desk.rest, Rest::default());
}

#[test]
fn the_same_is_told_twice() {
    let mut desk = desk();
    let mut tells = Vec::new();
    for _ in 0..2 {
        desk.act(Command::Edit(Edit::Add(Path::parse("/meta/languages")), None));
        desk.act(Command::Left);
        assert!(matches!(desk.told, Some(Told::Did(_))));
        tells.push(desk.tells);
    }
    assert_ne!(tells[0], tells[1]);
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
fn an_id_that_is_refused_is_told_until_something_else_happens() {
    let mut desk = desk();
    let path = Path::parse("/parties/0/id");
    let rename = |id: &str| Command::Edit(Edit::Rename(path.clone(), id.to_owned()), None);
    for id in ["dprk", ""] {
        desk.act(rename(id));
        assert_eq!((desk.doc(), &desk.refused), (&tiny(), &Some((path.clone(), id.to_owned()))));
    }
    assert!(desk.history().last(desk.doc()).is_none(), "nothing to take back");
    desk.act(rename("usa"));
    assert_eq!(desk.refused, None);
    let mentioned = Path::parse("/events/0/parties/0");
    assert_eq!(mentioned.find(desk.doc()).and_then(Value::as_text), Some("usa"));
    desk.act(rename("dprk"));
    desk.act(Command::Show("meta".to_owned(), None));
    assert_eq!(desk.refused, None);
}

#[test]
fn whoever_goes_elsewhere_leaves_the_pasted_rows_and_finds_their_text_again() {
    let ways = [
        Command::Go(Path::parse("/events/0/title")),
        Command::Edit(Edit::Add(Path::parse("/events")), None),
        Command::Show("meta".to_owned(), None),
    ];
    for way in ways {
        let mut desk = desk();
        desk.act(Command::Rows(Some(Rows::Asked)));
        desk.act(Command::Pasted("when\twhat".to_owned()));
        desk.act(Command::Rows(Some(Rows::Refused("no row names the columns".to_owned()))));
        assert_eq!(&*desk.pasted, "when\twhat", "it can be mended where it is");
        desk.act(way);
        assert_eq!((&desk.rows, &*desk.pasted), (&None, "when\twhat"));
        desk.act(Command::Rows(Some(Rows::Asked)));
        desk.act(Command::Rows(None));
        assert_eq!(&*desk.pasted, "", "put away");
    }
}

#[test]
fn rows_are_added_once_they_were_seen() {
    let mut desk = desk();
    let answer =
        ["read", r#"{"events": [{"id": "x", "title": "X"}]}"#, "1", "0", "guessed\u{1f}a\u{1f}b\u{1f}2"];
    let rows = Rows::of(&answer.map(str::to_owned));
    assert!(matches!(&rows, Rows::Read { events: 1, noticed, .. } if noticed[0].lines == "2"));
    desk.act(Command::Pasted("title\nX".to_owned()));
    desk.act(Command::Rows(Some(rows)));
    desk.act(Command::Join);
    assert_eq!((&desk.rows, &*desk.pasted), (&None, ""));
    assert_eq!((&*desk.part, desk.record), ("events", Some(1)));
    // Taken back they are rows again, which may be mended; made again they are none.
    desk.act(Command::Undo);
    assert_eq!(&*desk.pasted, "title\nX");
    desk.act(Command::Redo);
    assert_eq!(&*desk.pasted, "");
    // Undoing what came later gives none back, and rows pasted since stay.
    desk.act(Command::Edit(Edit::Add(Path::parse("/parties")), None));
    desk.act(Command::Undo);
    assert_eq!(&*desk.pasted, "");
    desk.act(Command::Pasted("title\nY".to_owned()));
    desk.act(Command::Undo);
    assert_eq!(&*desk.pasted, "title\nY");
    assert_eq!(Rows::of(&["refused".to_owned(), "no".to_owned()]), Rows::Refused("no".to_owned()));
}
