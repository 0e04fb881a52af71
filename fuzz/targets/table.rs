//! Any bytes as an event table, in pieces of any size: the rows do not depend on the pieces.
#![no_main]

use daylight::dossier::table::TableReader;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (u8, &[u8])| {
    let (piece, bytes) = input;
    let mut whole = TableReader::new();
    whole.push(bytes);
    let (table, problems) = whole.finish();
    let mut pieces = TableReader::new();
    for part in bytes.chunks(usize::from(piece).max(1)) {
        pieces.push(part);
    }
    let (again, same) = pieces.finish();
    assert_eq!((table.len(), &problems), (again.len(), &same));
    for row in 0..table.len() {
        assert_eq!(table.event(row), again.event(row));
    }
});
