//! An issue: its whole record, one position of it, and the list of all positions.

mod detail;
mod list;
mod position;

pub use detail::detail;
pub use list::list;
pub use position::{position, standing};
