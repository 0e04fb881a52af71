//! What the view `clock` says.

use super::Told;

/// A sentence of the view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ClockMsg {
    /// The section's heading.
    Heading,
}

impl Told for ClockMsg {
    fn english(&self) -> String {
        match self {
            ClockMsg::Heading => String::new(),
        }
    }
}
