//! An issue: its whole record, one position of it, its pictures, its daylight in words, and the list of all positions.

mod dated;
mod daylight;
mod detail;
mod list;
mod pictures;
mod position;

pub use dated::dated_detail;
pub use daylight::{daylight_words, state_class};
pub use detail::detail;
pub use list::list;
pub use pictures::pictures;
pub use position::{position, stand_words, standing, stands};
