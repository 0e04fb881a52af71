//! Finding events: text folded so that equal-looking words are equal, filters of several criteria, and what they leave of a
//! dossier. Pure: built once from a dossier, asked as often as the reader types.

mod filter;
mod fold;
mod hangul;
mod pattern;
mod searchable;
#[cfg(test)]
mod searchable_test;

pub use filter::{Choice, Criterion, Doubt, Filter};
pub use fold::fold;
pub use pattern::{Pattern, highlights, patterns};
pub use searchable::{Facets, Matches, Searchable};
