//! Keys in the list of a stretch's events, which opens where no zoom would part a cluster: events of one day.

use super::{Check, check};
use crate::TAB_STOP;
use crate::browser::{Change, Key, Page};

pub fn checks() -> Vec<Check> {
    vec![check("the list of a cluster's events", "Escape", |page| Box::pin(closes(page)))]
}

/// A dossier beside that of the site: forty events on one day.
pub fn changes() -> Vec<Change> {
    fn dossier() -> String {
        include_str!("../../check/cases/00-minimal.json").replacen(
            '{',
            "{ \"event_table\": \"one-day.csv\",",
            1,
        )
    }
    fn table() -> String {
        let rows = (0..40).map(|row| format!("event-{row},2018-06-20,\"Talks, {row}\",talks,both\n"));
        format!("id,date,title,kind,lane\n{}", rows.collect::<String>())
    }
    vec![Change::File("/one-day.json", dossier), Change::File("/one-day.csv", table)]
}

async fn closes(page: &Page) {
    page.open("/open/?dossier=/one-day.json").await;
    page.ready().await;
    const CLUSTER: &str = "[data-surface=timeline] [data-cluster]";
    page.until("a cluster is shown", &format!("document.querySelector('{CLUSTER}') !== null")).await;
    page.focus(CLUSTER).await;
    page.press(Key::ENTER).await;
    page.until("the list has the focus", "document.activeElement.id === 'stretch-heading'").await;
    page.press(Key::ESCAPE).await;
    page.until("the list is closed", "document.querySelector('[data-panel=stretch]') === null").await;
    page.until("the focus is in the timeline", &format!("document.activeElement.matches(\"{TAB_STOP}\")"))
        .await;
    // The page for any dossier is not watched; the walk asks what went wrong on the main page.
    page.open_ready("/").await;
}
