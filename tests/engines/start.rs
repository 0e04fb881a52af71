//! The app takes the page over in each engine, under the strict policy, and nothing goes wrong on the way.

use crate::browser::{Change, Key, POLICY, Page, Part};
use crate::{enter_timeline, until_on};

/// The site as a careful host serves it.
fn changes() -> Vec<Change> {
    vec![Change::Header(Part::All, "content-security-policy", POLICY)]
}

in_each_engine!(the_page_starts_and_opens_a_record_without_a_fault, a_link_leads_to_its_section);

async fn the_page_starts_and_opens_a_record_without_a_fault(page: &Page) {
    page.open_ready("/").await;
    let marks: Vec<String> = page
        .ask("performance.getEntriesByType('mark').map((mark) => mark.name).filter((name) => name.startsWith('daylight:'))")
        .await;
    assert!(marks.iter().any(|mark| mark == "daylight:hydrated"), "{marks:?}");
    // One app and one picture: what was written ahead was taken over, not written again.
    assert_eq!((page.count(".headline").await, page.count("svg.timeline").await), (1, 1));
    enter_timeline(page).await;
    page.press(Key::ENTER).await;
    until_on(page, "event-heading").await;
    page.until("its readings are here", "document.querySelector('[data-panel=event] .readings') !== null")
        .await;
    assert_eq!(page.errors().await, Vec::<String>::new(), "errors");
    assert_eq!(page.violations().await, Vec::<String>::new(), "breaches of the policy");
    assert_eq!(page.log().await, Vec::<String>::new(), "the console");
}

async fn a_link_leads_to_its_section(page: &Page) {
    // As narrow as the windows of all three engines get: there is most above it.
    page.size(500, 800).await;
    page.open_ready("/#meetings").await;
    page.until("it is laid out", "document.documentElement.dataset.whole === undefined").await;
    page.frames().await;
    let top: f64 = page.ask("document.getElementById('meetings').getBoundingClientRect().top").await;
    assert!(top.abs() < 60.0, "{top}");
}
