//! The events of a dossier, or of a part of it, in time order and at every level of detail: what a frame of the timeline, a
//! step of the keyboard or the density overview asks costs the logarithm of how many events there are, never their number.
//!
//! | question | costs |
//! |---|---|
//! | which events lie between two instants ([`Index::between`]) | log n |
//! | how many of a lane and weight do, and of which kinds ([`Level`]) | log n, and at most 62 looks |
//! | how many of a lane have some day in a stretch ([`Index::touching`]) | log n |
//! | which of a level reach into a stretch from outside of it ([`Level::touching`]) | k log n for k found |
//! | which of a lane reach into a stretch from outside of it ([`Index::reaching`]) | as much for each of its levels |
//! | where an event stands ([`Index::place`]) | log n |
//! | rows of the list of all by days, of a table ([`Index::listed`]) | log n for each |
//! | the events listed before and after one ([`Index::listed_beside`]) | log n, and a look at each event of a month or a year beside it |
//!
//! Building costs 2n for events in time order; where they are not, 2n more for each pass of the sort, of which events of up to 5 years
//! take one and all others two. It is done in steps ([`Building`]), so that a million events never hold up the page. `n` events take 11 bytes each beside their own, 12 more where they may lie on more
//! than one day, and of those of a table another 12 where they are known to the month or the year alone.
//!
//! [`Building`]: crate::index::Building
//! [`Index::between`]: crate::index::Index::between
//! [`Index::listed`]: crate::index::Index::listed
//! [`Index::listed_beside`]: crate::index::Index::listed_beside
//! [`Index::place`]: crate::index::Index::place
//! [`Index::reaching`]: crate::index::Index::reaching
//! [`Index::touching`]: crate::index::Index::touching
//! [`Level`]: crate::index::Level
//! [`Level::touching`]: crate::index::Level::touching

mod build;
mod events;
mod level;
#[cfg(any(feature = "open", feature = "native"))]
mod listed;
mod source;

pub use build::Building;
pub use events::{Entry, Index};
pub use level::{Kinds, Level};
pub use source::Source;

/// The place at which a sorted list begins to fail a condition; log n.
fn partition<T>(list: &[T], holds: impl Fn(&T) -> bool) -> usize {
    looks::add(list.len().checked_ilog2().unwrap_or(0) as usize + 1);
    list.partition_point(holds)
}

/// Counts what queries look at, so that tests can hold the costs above. Nothing outside tests.
#[cfg(test)]
pub(crate) mod looks {
    use std::cell::Cell;

    thread_local! {
        static LOOKS: Cell<u64> = const { Cell::new(0) };
    }

    pub fn add(looks: usize) {
        LOOKS.with(|count| count.set(count.get() + looks as u64));
    }

    /// The looks that some work takes.
    pub fn of(work: impl FnOnce()) -> u64 {
        let before = LOOKS.with(Cell::get);
        work();
        LOOKS.with(Cell::get) - before
    }
}

#[cfg(not(test))]
mod looks {
    pub fn add(_: usize) {}
}

#[cfg(test)]
pub(crate) mod tests;
