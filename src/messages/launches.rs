//! What the view `launches` says.

use super::Told;

/// A sentence of the view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LaunchesMsg {
    /// The section's heading.
    Heading,
}

impl Told for LaunchesMsg {
    fn english(&self) -> String {
        match self {
            LaunchesMsg::Heading => String::new(),
        }
    }
}
