//! Any edits, in any order: what they lead to can be taken back to where it began, and made again.

use proptest::prelude::*;

use super::desk::{Command, Desk};
use super::edit::Edit;
use super::fixture::{schema, tiny};
use super::path::Path;
use super::value::Value;

/// Places of the small dossier: fields, lists, records, and some that are not there.
const PLACES: [&str; 22] = [
    "/meta/title",
    "/meta/dek",
    "/meta/languages",
    "/meta/languages/0",
    "/meta/span/from",
    "/meta/corrections",
    "/parties",
    "/parties/0",
    "/parties/1/id",
    "/parties/0/colour",
    "/sources/0",
    "/sources/0/id",
    "/events",
    "/events/0",
    "/events/0/weight",
    "/events/0/sources",
    "/events/0/readings",
    "/events/0/readings/0/quote",
    "/issues/0/ladder",
    "/issues/0/ladder/1",
    "/issues/0/positions/0/low",
    "/nothing/7",
];

fn place() -> impl Strategy<Value = Path> {
    prop::sample::select(&PLACES[..]).prop_map(Path::parse)
}

fn words() -> impl Strategy<Value = String> {
    prop::sample::select(&["", "x", "2018-06", "3", "us", "dprk", "new"][..]).prop_map(str::to_owned)
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        (place(), words()).prop_map(|(path, text)| Edit::Type(path, text)),
        (place(), words()).prop_map(|(path, text)| Edit::TypeIn(path, "ko".to_owned(), text)),
        (place(), words()).prop_map(|(path, text)| Edit::Rename(path, text)),
        place().prop_map(Edit::NameByTitle),
        place().prop_map(Edit::Add),
        (place(), words()).prop_map(|(path, id)| Edit::Pick(path, id)),
        place().prop_map(Edit::Remove),
        place().prop_map(Edit::Duplicate),
        (place(), 0usize..4).prop_map(|(path, to)| Edit::Move(path, to)),
    ]
}

proptest! {
    #[test]
    fn undo_of_any_edits_gives_back_what_was_there(edits in prop::collection::vec((edit(), any::<bool>()), 1..25)) {
        let mut desk = Desk::new(schema(), tiny());
        let mut versions = vec![tiny()];
        for (edit, typing) in edits {
            let turns = desk.history().last(desk.doc()).is_some();
            desk.act(Command::Edit(edit, typing.then_some(0.0)));
            prop_assert!(desk.doc() == &tiny() || turns || desk.history().last(desk.doc()).is_some());
            versions.push(desk.doc().clone());
        }
        let last = desk.doc().clone();
        while desk.history().last(desk.doc()).is_some() {
            desk.act(Command::Undo);
            prop_assert!(versions.contains(desk.doc()), "a version that never was");
        }
        prop_assert_eq!(desk.doc(), &tiny());
        while desk.history().next(desk.doc()).is_some() {
            desk.act(Command::Redo);
        }
        prop_assert_eq!(desk.doc(), &last);
    }

    #[test]
    fn what_is_edited_can_be_written_and_read(edits in prop::collection::vec(edit(), 1..15)) {
        let mut desk = Desk::new(schema(), tiny());
        for edit in edits {
            desk.act(Command::Edit(edit, None));
        }
        prop_assert_eq!(&Value::parse(&desk.doc().pretty()).unwrap(), desk.doc());
    }
}
