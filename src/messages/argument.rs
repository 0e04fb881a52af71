//! What the view `argument` says.

use super::Told;

/// A sentence of the view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ArgumentMsg {
    /// The section's heading.
    Heading,
}

impl Told for ArgumentMsg {
    fn english(&self) -> String {
        match self {
            ArgumentMsg::Heading => String::new(),
        }
    }
}
