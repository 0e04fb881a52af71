//! Events as a table: the compact form for large sets, a CSV file beside the JSON (`docs/dossier-format.md`). It is read in
//! pieces of any size, so that a browser can give its main thread back between two of them, and is held as it was written:
//! the text in pieces of a megabyte, 13 bytes of columns an event beside it, and an index of the ids.
//!
//! The parser is our own: the `csv` crate costs the page's wasm more than the whole of this room (`docs/decisions.md`).
//! Properties hold it to that crate.

mod columns;
mod ids;
#[cfg(any(feature = "open", feature = "native"))]
mod named;
mod problem;
mod reader;
mod row;
mod scan;
mod store;
#[cfg(test)]
mod test;
mod values;

pub use problem::{ProblemKind, Problems, TableProblem};
pub use reader::TableReader;
pub use row::Row;
#[cfg(any(feature = "studio", feature = "native"))]
pub(crate) use scan::MOST_ROW_BYTES;
pub use store::EventTable;

/// The most rows that become records of a dossier: of a built site, whose pages are written whole (the list of twenty thousand events alone
/// is some 6 MB of HTML), of a dossier that is opened in the browser, and of one that is edited there.
pub const MOST_RECORDS: usize = 20_000;

/// The names of the columns that mean something, and whether every table must have them; those come first.
pub fn columns() -> impl Iterator<Item = (&'static str, bool)> {
    let all = columns::Column::ALL.into_iter().enumerate();
    all.map(|(at, column)| (column.name(), at < columns::Column::REQUIRED))
}

/// Whether an address of an event table leads to a file in the dossier's folder or below it: relative, without a step up,
/// and no other site's.
pub fn is_beside(address: &str) -> bool {
    let part = |part: &str| !part.is_empty() && part != "." && part != "..";
    address.split('/').all(part)
        && !address.contains([':', '\\', '?', '#', '%'])
        && !address.contains(char::is_control)
}
