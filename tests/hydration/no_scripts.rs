//! Without scripts the site is a document: complete, in order, and nothing on it pretends to work.

use serde_json::json;

use crate::browser::{Chromium, Key, Page, browse, dossier};

async fn without_scripts(page: &Chromium<'_>) {
    page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn every_event_and_every_position_can_be_read_in_order() {
    browse(async |page| {
        without_scripts(page).await;
        page.open("/").await;
        assert_eq!(page.count("#daylight[data-daylight]").await, 0, "scripts ran");
        let dossier = dossier();
        assert_eq!(page.count("h1").await, 1);

        let shown: Vec<[String; 3]> = page
            .ask(
                "[...document.querySelectorAll('#events-list li')].filter((item) => item.checkVisibility({ visibilityProperty: true }))
                    .map((item) => ['time', 'a', 'p'].map((part) => item.querySelector(part).textContent.trim()))",
            )
            .await;
        let mut events: Vec<_> = dossier.events.iter().collect();
        events.sort_by_key(|event| (event.date.anchor(), event.date.last()));
        let locale = daylight::messages::Locale::En;
        let wanted: Vec<[String; 3]> = events
            .iter()
            .map(|event| {
                [
                    locale.date(event.date),
                    event.title.get("en").to_owned(),
                    event.summary.get("en").to_owned(),
                ]
            })
            .collect();
        assert_eq!(shown.len(), 198);
        assert_eq!(shown, wanted);

        let shown: Vec<String> = page
            .ask("[...document.querySelectorAll('#positions-list .issue-positions > ol:last-child > li')].filter((item) => item.checkVisibility({ visibilityProperty: true })).map((item) => item.querySelector('p').textContent.trim())")
            .await;
        let wanted: Vec<&str> = dossier
            .issues
            .iter()
            .flat_map(|issue| {
                let mut positions: Vec<_> = issue.positions.iter().collect();
                positions.sort_by_key(|position| position.from);
                positions.into_iter().map(|position| position.text.get("en"))
            })
            .collect();
        assert_eq!(shown.len(), 193);
        assert_eq!(shown, wanted);

        assert_eq!(page.count_visible(".as-of, .tools, .find, .switch, .show-list, .open-issue").await, 0);
        // What the style sheet answers to is there.
        assert_eq!(page.count_visible("button:not(.tag), input:not(.choice > *), select").await, 0);
    });
}

/// Follows a link by the keyboard. What is far from the screen has an assumed height until it comes near, and a pointer would have to wait until
/// the page has settled, of which nothing tells where no script runs.
async fn follow(page: &Page, link: &str) {
    page.focus(link).await;
    page.press(Key::ENTER).await;
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn readings_quotes_notes_and_sources_are_one_plain_link_away() {
    browse(async |page| {
        without_scripts(page).await;
        let dossier = dossier();
        let event = dossier
            .events
            .iter()
            .find(|event| {
                event.note.is_some() && event.readings.iter().any(|reading| reading.quote.is_some())
            })
            .unwrap();
        page.open("/").await;
        follow(page, &format!("#events-list a[data-event='{}']", event.id)).await;
        page.until_is("the event's page opens", "location.pathname", format!("/event/{}/", event.id)).await;
        assert_eq!(page.text("h1").await, event.title.get("en"));
        let text = page.text("main").await;
        for reading in &event.readings {
            assert!(text.contains(reading.text.get("en")), "{}", reading.text.get("en"));
            if let Some(quote) = &reading.quote {
                assert!(text.contains(quote.text.get("en")), "{}", quote.text.get("en"));
            }
        }
        assert!(text.contains(event.note.as_ref().unwrap().get("en")));
        for id in &event.sources {
            let source = dossier.source(id).unwrap();
            assert!(page.count(&format!("main a[href='{}']", source.url)).await > 0, "{}", source.url);
        }
        page.click(".back a").await;
        page.until_is("the link leads back", "location.pathname", "/".to_owned()).await;

        let issue = &dossier.issues[0];
        follow(page, &format!("#positions-list a[data-issue='{}']", issue.id)).await;
        page.until_is("the issue's page opens", "location.pathname", format!("/issue/{}/", issue.id)).await;
        let text = page.text("main").await;
        for position in &issue.positions {
            assert!(text.contains(position.text.get("en")), "{}", position.text.get("en"));
            if let Some(quote) = &position.quote {
                assert!(text.contains(quote.text.get("en")), "{}", quote.text.get("en"));
            }
            if let Some(note) = &position.note {
                assert!(text.contains(note.get("en")), "{}", note.get("en"));
            }
        }
        let broken: Vec<String> = page
            .ask("[...document.querySelectorAll('main a')].map((link) => link.href).filter((href) => !/^https?:/.test(href))")
            .await;
        assert_eq!(broken, Vec::<String>::new());
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn every_link_inside_the_site_leads_somewhere() {
    browse(async |page| {
        for start in ["/", "/sources/"] {
            page.open(start).await;
            let missing = page
                .run_async(
                    "const links = [...new Set([...document.querySelectorAll('a[href], link[href]')].map((link) => link.href.split('#')[0]))]
                         .filter((href) => href.startsWith(location.origin));
                     Promise.all(links.map((href) => fetch(href, { method: 'HEAD' }).then((answer) => answer.ok ? null : href)))
                         .then((missing) => done({ asked: links.length, missing: missing.filter(Boolean) }));",
                )
                .await;
            assert!(missing["asked"].as_u64() > Some(100), "{missing}");
            assert_eq!(missing["missing"], json!([]), "from {start}");
        }
    });
}
