//! An event: its whole record, and its line in the list of all events.

mod detail;
mod list;

pub use detail::{detail, side_class};
pub use list::list;
