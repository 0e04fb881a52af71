//! Keys in the expectation gap.

use super::{Check, check};
use crate::browser::{Key, Page, dossier};

pub fn checks() -> Vec<Check> {
    vec![
        check("an issue's button", "Enter", |page| Box::pin(opens(page, Key::ENTER))),
        check("an issue's button", "Space", |page| Box::pin(opens(page, Key(' ')))),
        check("an open issue", "Escape", |page| Box::pin(closes(page))),
    ]
}

/// The kind of element that has the focus, and the card it belongs to.
const ACTIVE: &str = "document.activeElement.tagName + ' ' + document.activeElement.closest('article')?.id";

async fn opens(page: &Page, key: Key) {
    let id = &dossier().issues[0].id;
    page.focus(&format!("#issue-{id} .open-issue")).await;
    page.press(key).await;
    page.until_is("the heading has the focus", ACTIVE, format!("H3 issue-{id}")).await;
    assert_eq!(page.count("article.card.open").await, 1, "open issues");
}

async fn closes(page: &Page) {
    opens(page, Key::ENTER).await;
    page.press(Key::ESCAPE).await;
    let id = &dossier().issues[0].id;
    page.until_is("its button has the focus", ACTIVE, format!("BUTTON issue-{id}")).await;
    assert_eq!(page.count("article.card.open").await, 0, "open issues");
}
