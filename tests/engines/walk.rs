//! The walk through the keyboard table: row by row, each on the page as it is first seen.

use std::panic::resume_unwind;

use crate::browser::{Change, Page, died, words};
use crate::{checks, table};

/// The site as it was built, and beside it what a check needs.
fn changes() -> Vec<Change> {
    checks::stretch::changes()
}

// In two parts, so that two browsers of the slowest engine share the work.
in_each_engine!(every_key_on_marks_does_what_the_table_says);
in_each_engine!(every_key_elsewhere_does_what_the_table_says);

async fn every_key_on_marks_does_what_the_table_says(page: &Page) {
    walk(page, is_on_marks).await;
}

async fn every_key_elsewhere_does_what_the_table_says(page: &Page) {
    walk(page, |place| !is_on_marks(place)).await;
}

/// Whether a place is what the timeline shows of events.
fn is_on_marks(place: &str) -> bool {
    ["mark", "cluster"].iter().any(|shown| place.contains(shown))
}

/// Goes through the rows of these places whatever it finds on the way, and then tells all of it.
async fn walk(page: &Page, places: impl Fn(&str) -> bool) {
    let checks = checks::all();
    let mut faults = Vec::new();
    const ROOM: &str = "[innerWidth, innerHeight]";
    let room: [u32; 2] = page.ask(ROOM).await;
    for (place, key) in table::rows().into_iter().filter(|(place, _)| places(place)) {
        let Some(check) = checks.iter().find(|check| check.place == place && check.key == key) else {
            faults.push(format!("{place}, {key}: there is no check"));
            continue;
        };
        let found = page
            .attempt(&format!("{place}, {key}"), async || {
                // A check may have made the page narrow.
                if page.ask::<[u32; 2]>(ROOM).await != room {
                    page.size(room[0], room[1]).await;
                }
                page.open_ready("/").await;
                (check.run)(page).await;
                assert_eq!(page.errors().await, Vec::<String>::new());
            })
            .await;
        match found {
            // There is no page any more to go on with.
            Err(fault) if died(&fault) => resume_unwind(fault),
            Err(fault) => faults.push(format!("{place}, {key}: {}", words(&fault))),
            Ok(()) => {}
        }
    }
    assert!(faults.is_empty(), "in {:?}:\n{}", page.engine, faults.join("\n"));
}
