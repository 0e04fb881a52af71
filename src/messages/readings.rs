//! What the view `words` says.

use super::Told;

/// A sentence of the view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ReadingsMsg {
    /// The section's heading.
    Heading,
}

impl Told for ReadingsMsg {
    fn english(&self) -> String {
        match self {
            ReadingsMsg::Heading => String::new(),
        }
    }
}
