//! An event: its whole record, its line in the list of events, and its row in the table of events.

mod detail;
mod list;
mod table;

pub use detail::{detail, side_class};
pub use list::{by_year, lane_class, list};
pub use table::{Rows, table};
