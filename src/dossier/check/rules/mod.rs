//! What a schema cannot say, by topic. Every rule looks at whatever is well-formed enough for it and leaves the rest to
//! the comparison with the schema, so a broken record hides no other and causes no second problem.

mod colours;
mod counts;
mod dates;
mod ids;
mod ladders;
mod links;
mod parties;
mod promises;
mod sources;
mod table;
mod texts;

use super::report::Report;
use super::typed::Typed;

pub use texts::{TEMPLATE, is_language_tag};

/// Applies every rule.
pub fn run(typed: &Typed<'_>, report: &mut Report) {
    ids::check(typed, report);
    parties::check(typed, report);
    dates::check(typed, report);
    promises::check(typed, report);
    ladders::check(typed, report);
    sources::check(typed, report);
    links::check(typed, report);
    texts::check(typed, report);
    counts::check(typed, report);
    colours::check(typed, report);
    table::check(typed, report);
}
