//! Finding events: text folded so that equal-looking words are equal, filters of several criteria, and what they leave of a
//! dossier. Pure: built once from a dossier, asked as often as the reader types.

mod dates;
mod filter;
mod fold;
mod hangul;
mod highlights;
mod matches;
mod pattern;
mod searchable;
#[cfg(test)]
mod searchable_test;
mod seeking;

pub use filter::{Choice, Criterion, Doubt, Filter};
pub use fold::fold;
pub use highlights::highlights;
pub use matches::{Facets, Matches};
pub use pattern::{Pattern, patterns};
pub use searchable::Searchable;
pub use seeking::Seeking;
