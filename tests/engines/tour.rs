//! The tour through the argument, from its first step to its last and back, by keys alone.

use crate::ACTIVE;
use crate::browser::{Change, Key, Page, dossier};
use crate::checks::tour::begin;

/// The site as it was built.
fn changes() -> Vec<Change> {
    Vec::new()
}

in_each_engine!(the_tour_is_walked_by_keys);

/// Goes on by Tab until a button of the panel has the focus, and presses it.
async fn press_button(page: &Page, button: &str) {
    for _ in 0..5 {
        page.press(Key::TAB).await;
        if page.ask(&format!("document.activeElement.matches('[data-do={button}]')")).await {
            page.press(Key::ENTER).await;
            return;
        }
    }
    panic!("Tab does not reach {button} from the step's head");
}

async fn the_tour_is_walked_by_keys(page: &Page) {
    page.open_ready("/").await;
    begin(page).await;
    let steps = &dossier().argument.as_ref().unwrap().steps;
    for (at, step) in steps.iter().enumerate() {
        page.until_is(
            "the step is shown",
            "document.querySelector('#tour h3').textContent",
            step.title.get("en").to_owned(),
        )
        .await;
        page.until_is("its head has the focus", ACTIVE, "tour-count".to_owned()).await;
        assert_eq!(page.text("#tour-count").await, format!("Step {} of {}", at + 1, steps.len()));
        page.until_is(
            "the date is the step's",
            "document.getElementById('as-of-date').value",
            step.sets.on.to_string(),
        )
        .await;
        if let Some(issue) = &step.sets.issue {
            assert_eq!(page.count(&format!("#issue-{issue}.open")).await, 1, "{}", step.id);
        }
        page.until("the address names the step", &format!("location.search.includes('step={}')", step.id))
            .await;
        if at + 1 < steps.len() {
            press_button(page, "tour-next").await;
        }
    }
    assert_eq!(page.count("[data-do=tour-next][disabled]").await, 1, "after the last step there is none");
    press_button(page, "tour-back").await;
    let before = steps[steps.len() - 2].title.get("en").to_owned();
    page.until_is("the step before", "document.querySelector('#tour h3').textContent", before.clone()).await;
    // Left, and taken up again where it was.
    page.until_is("its head has the focus", ACTIVE, "tour-count".to_owned()).await;
    page.press(Key::ESCAPE).await;
    page.until("it can be taken up again", "document.activeElement.matches('[data-resume]')").await;
    page.press(Key::ENTER).await;
    page.until_is(
        "the same step",
        "document.querySelector('#tour:not([hidden]) h3')?.textContent",
        Some(before),
    )
    .await;
}
