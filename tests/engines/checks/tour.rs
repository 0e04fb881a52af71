//! The tour's panel.

use super::{Check, check};
use crate::browser::{Key, Page};

pub fn checks() -> Vec<Check> {
    vec![check("the tour", "Escape", |page| Box::pin(leaves(page)))]
}

/// Takes the first step from the section of the argument.
pub async fn begin(page: &Page) {
    page.focus(".tour-start a").await;
    page.press(Key::ENTER).await;
    page.until_is("the step has the focus", crate::ACTIVE, "tour-count".to_owned()).await;
    assert_eq!(page.count_visible("#tour").await, 1);
}

/// Leaves it.
pub async fn leaves(page: &Page) {
    begin(page).await;
    page.press(Key::ESCAPE).await;
    page.until("the panel is away", "document.getElementById('tour').hidden").await;
    page.until("it can be taken up again", "document.activeElement.matches('[data-resume]')").await;
}
