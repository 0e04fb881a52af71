//! What the view `meetings` says.

use super::Told;

/// A sentence of the view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum MeetingsMsg {
    /// The section's heading.
    Heading,
}

impl Told for MeetingsMsg {
    fn english(&self) -> String {
        match self {
            MeetingsMsg::Heading => String::new(),
        }
    }
}
