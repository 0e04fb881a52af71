//! Keys on the slider of the as-of date. They are the browser's own; that it has them, and that the page follows, is ours.

use super::{Check, check};
use crate::browser::{Key, Page};

const PLACE: &str = "the slider of the as-of date";

pub fn checks() -> Vec<Check> {
    vec![
        check(PLACE, "→", |page| Box::pin(leads(page, Key::RIGHT, "now === before + 1"))),
        check(PLACE, "←", |page| Box::pin(leads(page, Key::LEFT, "now === before - 1"))),
        check(PLACE, "Page Up", |page| Box::pin(leads(page, Key::PAGE_UP, "now > before + 1"))),
        check(PLACE, "Page Down", |page| Box::pin(leads(page, Key::PAGE_DOWN, "now < before - 1"))),
        check(PLACE, "Home", |page| Box::pin(leads(page, Key::HOME, "now === first"))),
        check(PLACE, "End", |page| Box::pin(leads(page, Key::END, "now === last"))),
    ]
}

/// To a day of which this is true, as measured by the day and the ends before (the ends move with the day), and the whole page is of that day.
async fn leads(page: &Page, key: Key, to: &str) {
    page.focus(".slider").await;
    let [before, first, last]: [i64; 3] = page
        .ask("((slider) => [slider.value, slider.min, slider.max].map(Number))(document.querySelector('.slider'))")
        .await;
    let sentence = page.text(".headline").await;
    page.press(key).await;
    page.until(
        "the day is another",
        &format!(
            "((slider, before, first, last) => {{
                const now = Date.parse(document.getElementById('as-of-date').value) / 86400000;
                return now === Number(slider.value) && ({to});
            }})(document.querySelector('.slider'), {before}, {first}, {last})"
        ),
    )
    .await;
    assert_ne!(page.text(".headline").await, sentence, "the sentence is that of another day");
    assert!(
        page.ask::<bool>("document.activeElement.matches('.slider')").await,
        "the slider keeps the focus"
    );
}
