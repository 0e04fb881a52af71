//! An event: its whole record part by part, its line in the list of events, and its row in the table of events.

mod beside;
mod changes;
mod detail;
mod list;
mod share;
mod table;

pub use detail::{detail, side_class};
pub use list::{by_year, colour_class, list};
pub use share::on_timeline;
pub use table::{Rows, rows, table};
