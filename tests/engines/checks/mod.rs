//! What each row of the keyboard table means, a file for each place where keys do something.

mod compare;
mod find;
mod gap;
mod overview;
mod page;
mod record;
mod slider;
pub mod stretch;
mod timeline;
pub mod tour;

use futures::future::LocalBoxFuture;

use crate::browser::Page;

/// What is done on a page that has just been opened, and what must come of it.
pub type Run = for<'a> fn(&'a Page) -> LocalBoxFuture<'a, ()>;

/// The check of one row of the table.
pub struct Check {
    /// The row's first cell.
    pub place: &'static str,
    /// Its second.
    pub key: &'static str,
    /// Presses the key there, and stops the test where it does not do what the row says.
    pub run: Run,
}

fn check(place: &'static str, key: &'static str, run: Run) -> Check {
    Check { place, key, run }
}

/// All checks.
pub fn all() -> Vec<Check> {
    [
        page::checks(),
        timeline::checks(),
        find::checks(),
        stretch::checks(),
        overview::checks(),
        compare::checks(),
        record::checks(),
        gap::checks(),
        slider::checks(),
        tour::checks(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
