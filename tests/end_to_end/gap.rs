//! Each number opens to the two positions it is computed from, their words and their sources.

use daylight::analysis::daylight;
use daylight::dossier::model::Position;
use serde::Deserialize;

use crate::browser::{browse, dossier};
use crate::day;

/// A position as an open card shows it.
#[derive(Debug, Deserialize)]
struct Shown {
    text: Option<String>,
    quote: Option<String>,
    links: Vec<String>,
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn every_issue_opens_to_its_two_positions_and_their_sources() {
    browse(async |page| {
        page.open_ready("/").await;
        for issue in &dossier().issues {
            page.click(&format!("#issue-{} .open-issue", issue.id)).await;
            let record = format!("#issue-{} .issue-record > .readings", issue.id);
            page.until("the record is open", &format!("document.querySelector('{record}') !== null")).await;
            let shown: Vec<Shown> = page
                .ask(&format!(
                    "[...document.querySelectorAll('{record} > .position')].map((position) => ({{
                        text: position.classList.contains('absent') ? null : position.querySelector(':scope > p:not([class])').textContent,
                        quote: position.querySelector('blockquote')?.textContent ?? null,
                        links: [...position.querySelectorAll('a.source-title')].map((link) => link.href) }}))"
                ))
                .await;
            let now = daylight(issue, day("2018-07-16"));
            let wanted: Vec<Option<&Position>> = [now.expects, now.offers]
                .iter()
                .map(|stand| stand.map(|stand| &issue.positions[stand.position]))
                .collect();
            assert_eq!(shown.len(), 2, "{}", issue.id);
            for (shown, wanted) in shown.iter().zip(wanted) {
                let Some(wanted) = wanted else {
                    assert_eq!(shown.text, None, "{}: {shown:?}", issue.id);
                    continue;
                };
                assert_eq!(shown.text.as_deref(), Some(wanted.text.get("en")), "{}", issue.id);
                assert_eq!(shown.quote.is_some(), wanted.quote.is_some(), "{}", issue.id);
                let urls: Vec<&str> =
                    wanted.sources.iter().map(|id| dossier().source(id).unwrap().url.as_str()).collect();
                assert_eq!(shown.links, urls, "{}", issue.id);
                assert!(!urls.is_empty() && urls.iter().all(|url| url.starts_with("http")), "{urls:?}");
            }
        }
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn sources_unfold_and_one_record_is_open_at_a_time() {
    browse(async |page| {
        page.open_ready("/").await;
        let [first, second] = [&dossier().issues[0].id, &dossier().issues[1].id];
        page.click(&format!("#issue-{first} .open-issue")).await;
        page.until(
            "the record is open",
            &format!("document.querySelector('#issue-{first} .issue-record .sources') !== null"),
        )
        .await;
        page.until_is(
            "it has the focus",
            "document.activeElement.closest('article')?.id ?? ''",
            format!("issue-{first}"),
        )
        .await;
        assert_eq!(page.count_visible(&format!("#issue-{first} a.source-title")).await, 0);
        page.click(&format!("#issue-{first} .issue-record .readings .sources summary")).await;
        page.until(
            "the sources can be seen",
            &format!("document.querySelector('#issue-{first} a.source-title').checkVisibility()"),
        )
        .await;
        page.click(&format!("#issue-{second} .open-issue")).await;
        page.until_is(
            "the second record stands in place of the first",
            "[...document.querySelectorAll('article.card.open')].map((card) => card.id)",
            vec![format!("issue-{second}")],
        )
        .await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_position_leads_to_the_event_that_set_it() {
    browse(async |page| {
        page.open_ready("/").await;
        let issue = dossier()
            .issues
            .iter()
            .find(|issue| {
                daylight(issue, day("2018-07-16"))
                    .expects
                    .is_some_and(|stand| issue.positions[stand.position].event.is_some())
            })
            .unwrap();
        let id = &issue.id;
        page.click(&format!("#issue-{id} .open-issue")).await;
        let link = format!("#issue-{id} .issue-record .set-by a");
        page.until("the record is open", &format!("document.querySelector('{link}') !== null")).await;
        page.until_is(
            "it has the focus",
            "document.activeElement.closest('article')?.id ?? ''",
            format!("issue-{id}"),
        )
        .await;
        let title = page.text(&link).await;
        page.click(&link).await;
        page.until_is(
            "the event's record has the focus",
            "document.activeElement.id",
            "event-heading".to_owned(),
        )
        .await;
        assert_eq!(page.text("#event-heading").await, title);
        assert_eq!(page.count("article.card.open").await, 1);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn ladders_show_the_same_date() {
    browse(async |page| {
        page.open_ready("/").await;
        page.click(".switch button:last-child").await;
        page.until_is(
            "all cards show ladders",
            "document.querySelectorAll('article.card svg[aria-label*=ladder]').length",
            dossier().issues.len(),
        )
        .await;
        assert_eq!(page.count("article.card svg[aria-label*=through]").await, 0);
        let label: String = page
            .ask("document.querySelector('article.card svg[aria-label*=ladder]').getAttribute('aria-label')")
            .await;
        assert!(label.contains("16 July 2018"), "{label}");
        page.click(".switch button:first-child").await;
        page.until_is(
            "all cards show charts",
            "document.querySelectorAll('article.card svg[aria-label*=through]').length",
            dossier().issues.len(),
        )
        .await;
    });
}
