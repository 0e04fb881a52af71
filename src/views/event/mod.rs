//! An event: its whole record part by part, and its line in the list of all events.

mod beside;
mod changes;
mod detail;
mod list;
mod share;

pub use detail::{detail, side_class};
pub use list::list;
pub use share::on_timeline;
