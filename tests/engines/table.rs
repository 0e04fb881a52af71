//! The keyboard table of `docs/keyboard.md`, and that it and the checks are about the same keys.

use std::collections::BTreeSet;
use std::path::Path;

use crate::checks;

/// A row of the table: where a key does something, and which key it is, as the reader reads them.
pub type Row = (String, String);

/// The rows, from top to bottom.
pub fn rows() -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/keyboard.md");
    read(&std::fs::read_to_string(path).unwrap())
}

fn read(text: &str) -> Vec<Row> {
    let table = text.lines().skip_while(|line| *line != "| Where | Key | What it does |").skip(2);
    let rows = table.take_while(|line| line.starts_with('|')).map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [place, key, _] = cells[..] else { panic!("not a row of three cells: {line}") };
        (place.to_owned(), key.to_owned())
    });
    rows.collect()
}

#[test]
fn every_row_has_one_check_and_every_check_a_row() {
    let rows = rows();
    assert!(!rows.is_empty(), "docs/keyboard.md has no table with the columns Where, Key, What it does");
    let mut once = BTreeSet::new();
    let twice: Vec<&Row> = rows.iter().filter(|row| !once.insert(*row)).collect();
    assert_eq!(twice, Vec::<&Row>::new(), "more than one row each");

    let checked: Vec<Row> =
        checks::all().iter().map(|check| (check.place.to_owned(), check.key.to_owned())).collect();
    let without_check: Vec<&Row> = rows.iter().filter(|row| !checked.contains(row)).collect();
    let without_row: Vec<&Row> = checked.iter().filter(|row| !rows.contains(row)).collect();
    assert_eq!((without_check, without_row), (Vec::new(), Vec::new()), "(no check, no row)");
    assert_eq!(checked.len(), rows.len(), "more than one check for a row");
}

#[test]
fn a_table_is_read_to_its_end() {
    let text = "a | b\n| Where | Key | What it does |\n|---|---|---|\n| here | + | more |\n| there | Page Up | x |\n\n| no | t | x |\n";
    let row = |place: &str, key: &str| (place.to_owned(), key.to_owned());
    assert_eq!(read(text), [row("here", "+"), row("there", "Page Up")]);
    assert_eq!(read("| Key |\n|---|\n| x |"), Vec::<Row>::new());
}
