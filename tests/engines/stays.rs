//! The words above the controls of the date take more lines on one day than on another: who presses the same place again means the same
//! button. Engines differ in what they hold fast by themselves when something above it grows.

use daylight::dossier::date::Day;

use crate::browser::{Change, Page};

/// The site as it was built.
fn changes() -> Vec<Change> {
    Vec::new()
}

in_each_engine!(a_button_of_the_date_stays_under_the_finger);

async fn a_button_of_the_date_stays_under_the_finger(page: &Page) {
    const NEXT: &str = "#lead .step + .step";
    // In the days after these the words become longer or shorter, at the top of the page and further down.
    for (width, height, first) in [
        (768, 1024, "2018-06-11"),
        (1024, 768, "2018-08-30"),
        (1024, 768, "2018-12-18"),
        (1024, 1366, "2018-06-10"),
        (1280, 900, "2018-08-31"),
    ] {
        page.size(width, height).await;
        page.open_ready(&format!("/?on={first}")).await;
        let place = page.middle(NEXT).await;
        for days in 1..=3 {
            // A press, wherever the button is by then.
            page.drag(place, place).await;
            let day = Day::parse(first).unwrap().plus(days).to_string();
            page.until_is("the day after", "document.getElementById('as-of-date').value", day).await;
            page.frames().await;
        }
        let now = page.middle(NEXT).await;
        assert!((now.1 - place.1).abs() <= 2, "at {width}: {now:?}, {place:?} before");
    }
}
