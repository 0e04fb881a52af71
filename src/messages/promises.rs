//! What the view `promises` says.

use super::Told;

/// A sentence of the view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PromisesMsg {
    /// The section's heading.
    Heading,
}

impl Told for PromisesMsg {
    fn english(&self) -> String {
        match self {
            PromisesMsg::Heading => String::new(),
        }
    }
}
