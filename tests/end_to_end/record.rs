//! An opened event's record: both readings beside each other, what it moved, the way to its neighbours, its link and citation;
//! and where the page stands when it opens and closes.

use daylight::analysis::{State, moved_by, positions_set, top_rung};
use daylight::dossier::model::Event;
use daylight::messages::Msg;
use serde_json::json;

use crate::WORDS;
use crate::browser::{Change, Key, Page, Part, browse, browse_changed, dossier};

const SINGAPORE: &str = "2018-06-12-singapore-summit";
const ACTIVE: &str = "document.activeElement.dataset?.event ?? document.activeElement.id";

fn event(id: &str) -> &'static Event {
    dossier().event(id).unwrap()
}

fn title(event: &Event) -> String {
    event.title.get("en").to_owned()
}

async fn until_open(page: &Page, event: &Event) {
    page.until_is(
        "the record is that of the event, and has the focus",
        "document.activeElement.id + ' ' + document.getElementById('event-heading')?.textContent",
        format!("event-heading {}", title(event)),
    )
    .await;
    page.frames().await;
}

/// Whether mark and title of the open record are both whole on screen.
async fn both_on_screen(page: &Page, id: &str) -> bool {
    page.ask(&format!(
        "[document.querySelector('[data-surface] [data-event=\"{id}\"]'), document.getElementById('event-heading')].every((element) =>
            ((box) => box.top >= 0 && box.bottom <= innerHeight)(element.getBoundingClientRect()))"
    ))
    .await
}

/// What the record says it changed: an issue a line, with the daylight of each of its lines of change.
fn changes(event: &Event) -> Vec<(String, Vec<Vec<String>>)> {
    let words = |state: State, top: u8| WORDS.say(Msg::Daylight(state, top));
    let moved = moved_by(dossier(), &event.id);
    let issues = dossier().issues.iter().enumerate();
    let touched = issues.filter(|(_, issue)| !positions_set(issue, &event.id).is_empty());
    touched
        .map(|(index, issue)| {
            let here = moved.iter().filter(|moved| moved.issue == index);
            let lines = here
                .map(|moved| vec![words(moved.before, top_rung(issue)), words(moved.after, top_rung(issue))]);
            (issue.title.get("en").to_owned(), lines.collect())
        })
        .collect()
}

/// The same as the page shows it; a line that tells of no change is left out.
async fn shown_changes(page: &Page) -> Vec<(String, Vec<Vec<String>>)> {
    page.ask(
        "[...document.querySelectorAll('[data-panel=event] .changes > li')].map((item) => [
            item.querySelector('.change-issue').textContent,
            [...item.querySelectorAll('.change')].map((line) => [...line.querySelectorAll('.tag')].map((tag) => tag.textContent))
                .filter((line) => line.length > 1)])",
    )
    .await
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn readings_stand_beside_each_other_and_on_a_phone_below_each_other() {
    browse(async |page| {
        for (width, beside) in [(1280, true), (768, true), (390, false), (320, false)] {
            page.size(width, 800).await;
            page.open_ready(&format!("/?event={SINGAPORE}")).await;
            page.until(
                "the readings are here",
                "document.querySelector('[data-panel=event] .readings') !== null",
            )
            .await;
            let (a, b): ((f64, f64), (f64, f64)) = page
                .ask(
                    "['.side-a', '.side-b'].map((side) => ((box) => [box.left, box.top])(
                        document.querySelector('[data-panel=event] .reading' + side).getBoundingClientRect()))",
                )
                .await;
            if beside {
                assert!(b.0 > a.0 && a.1 == b.1, "{width}: {a:?} {b:?}");
            } else {
                assert!(b.1 > a.1 && a.0 == b.0, "{width}: {a:?} {b:?}");
            }
        }
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_record_says_what_the_event_moved_as_the_analysis_does() {
    let sets = |event: &&Event| !changes(event).is_empty();
    let moves = |event: &&Event| !moved_by(dossier(), &event.id).is_empty();
    let events = || dossier().events.iter();
    let idle = events().find(|event| sets(event) && !moves(event)).unwrap();
    let silent = events().find(|event| !sets(event)).unwrap();
    browse(async |page| {
        for event in [event(SINGAPORE), event("2019-02-27-hanoi-summit"), idle, silent] {
            page.open_ready(&format!("/?event={}", event.id)).await;
            page.until(
                "the record is here",
                "document.querySelector('[data-panel=event] .readings') !== null",
            )
            .await;
            assert_eq!(shown_changes(page).await, changes(event), "{}", event.id);
            // Amber is daylight for sure, and nothing else.
            let amber: Vec<String> = page
                .ask(
                    "(() => {
                        const ground = getComputedStyle(document.querySelector('#gap .tag.apart')).backgroundColor;
                        return [...document.querySelectorAll('[data-panel=event] *')]
                            .filter((element) => getComputedStyle(element).backgroundColor === ground).map((element) => element.textContent);
                    })()",
                )
                .await;
            assert!(amber.iter().all(|words| words.ends_with("apart")), "{amber:?}");
            assert_eq!(
                page.count("[data-panel=event] .moved-nothing").await,
                usize::from(event.id == idle.id)
            );
        }
        // The way from there to the issue.
        page.open_ready(&format!("/?event={SINGAPORE}")).await;
        page.click("[data-panel=event] .change-issue").await;
        page.until_is(
            "the issue is open",
            "document.querySelector('article.card.open')?.id ?? ''",
            "issue-scope".to_owned(),
        )
        .await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn what_it_moved_and_its_neighbours_need_not_wait_for_the_record() {
    browse_changed(vec![Change::Late(Part::Record)], async |page| {
        page.open(&format!("/?event={SINGAPORE}")).await;
        page.ready().await;
        page.until("the record is open", "document.getElementById('event-heading') !== null").await;
        assert_eq!(shown_changes(page).await, changes(event(SINGAPORE)));
        assert_eq!(page.count("[data-panel=event] .beside a[data-event]").await, 4);
        assert_eq!(page.count("[data-panel=event] .readings").await, 0);
        assert_eq!(
            page.count("[data-panel=event] .no-sources").await,
            0,
            "nothing is missing, it is on its way"
        );
        page.run("window.heading = document.getElementById('event-heading')").await;
        page.site.mend();
        page.until(
            "the readings are here",
            "document.querySelector('[data-panel=event] .readings') !== null",
        )
        .await;
        assert!(page.ask::<bool>("window.heading.isConnected").await, "the focus would be lost");
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn one_walks_from_record_to_record() {
    browse(async |page| {
        page.open_ready("/").await;
        page.open_mark(SINGAPORE).await;
        let mut at = event(SINGAPORE);
        until_open(page, at).await;
        for (row, step) in [(1, "after"), (1, "after"), (2, "after"), (2, "before"), (1, "before")] {
            let neighbours =
                if row == 1 { dossier().neighbours(&at.id) } else { dossier().neighbours_in_lane(&at.id) };
            let next = if step == "after" { neighbours.after } else { neighbours.before };
            page.click(&format!("[data-panel=event] .beside li:nth-child({row}) a.{step}")).await;
            at = next.unwrap();
            until_open(page, at).await;
            assert_eq!(page.count("[data-panel=event]").await, 1);
            assert!(both_on_screen(page, &at.id).await, "{}", at.id);
        }
        // On the same issue, by keys.
        page.open_ready(&format!("/?event={SINGAPORE}")).await;
        let next = dossier().neighbours_on_issue(SINGAPORE, &dossier().issues[0]).after.unwrap();
        page.focus("[data-panel=event] .changes li:first-child a.after").await;
        page.press(Key::ENTER).await;
        until_open(page, next).await;
        // Who walks there has come from nowhere else than the timeline.
        page.press(Key::ESCAPE).await;
        page.until_is("the focus is on the mark", ACTIVE, next.id.clone()).await;
        assert_eq!(page.ask::<String>("location.pathname").await, "/");
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_first_and_the_last_say_that_they_are() {
    let order = dossier().events_in_order();
    browse(async |page| {
        for (event, step, words) in
            [(order[0], "before", Msg::NoneEarlier), (order[order.len() - 1], "after", Msg::NoneLater)]
        {
            page.open_ready(&format!("/?event={}", event.id)).await;
            let said = page.text(&format!("[data-panel=event] .beside li:first-child .{step}")).await;
            assert_eq!(said, WORDS.say(words));
        }
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn escape_leads_back_to_where_the_reader_came_from() {
    browse(async |page| {
        page.open_ready("/").await;
        let link = format!("#events-list a[data-event='{SINGAPORE}']");
        page.click("#timeline > .show-list").await;
        page.focus(&link).await;
        page.press(Key::ENTER).await;
        until_open(page, event(SINGAPORE)).await;
        page.press(Key::ESCAPE).await;
        page.until(
            "the focus is on the list's link",
            &format!("document.activeElement === document.querySelector(\"{link}\")"),
        )
        .await;
        // Also after a step to a neighbour.
        page.press(Key::ENTER).await;
        until_open(page, event(SINGAPORE)).await;
        page.click("[data-panel=event] .beside a.after").await;
        until_open(page, dossier().neighbours(SINGAPORE).after.unwrap()).await;
        page.press(Key::ESCAPE).await;
        page.until(
            "the focus is on the list's link",
            &format!("document.activeElement === document.querySelector(\"{link}\")"),
        )
        .await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_mark_stays_on_screen_beside_the_title() {
    browse(async |page| {
        for (width, height) in [(1280, 800), (768, 1024), (390, 844), (320, 640)] {
            page.size(width, height).await;
            for id in [SINGAPORE, "2019-02-27-hanoi-summit"] {
                page.open_ready("/").await;
                page.open_mark(id).await;
                until_open(page, event(id)).await;
                // A timeline that runs down may be longer than the screen; then what was asked for is there, the record.
                let too_far: bool = page
                    .ask(&format!(
                        "document.getElementById('event-heading').getBoundingClientRect().bottom
                            - document.querySelector('[data-surface] [data-event=\"{id}\"]').getBoundingClientRect().top > innerHeight - 24"
                    ))
                    .await;
                if width < 600 && too_far {
                    page.until(
                        "the record's title is on the screen",
                        "((box) => box.top >= 0 && box.bottom <= innerHeight)(document.getElementById('event-heading').getBoundingClientRect())",
                    )
                    .await;
                } else {
                    assert!(both_on_screen(page, id).await, "{id} at {width} by {height}");
                }
            }
        }
    });
}

/// Reads the clipboard.
const PASTE: &str = "navigator.clipboard.readText().then(done, (error) => done(String(error)))";

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn link_and_citation_are_copied_and_that_is_said() {
    browse(async |page| {
        let permissions = json!(["clipboardReadWrite", "clipboardSanitizedWrite"]);
        page.devtools("Browser.grantPermissions", json!({ "permissions": permissions })).await;
        page.open_ready("/").await;
        page.open_mark(SINGAPORE).await;
        assert_eq!(page.text("[data-panel=event] [role=status].copied").await, "");
        let origin = page.site.origin.clone();
        page.click("[data-copy=event-link]").await;
        page.until_is(
            "that is said",
            "document.querySelector('.copied').textContent",
            WORDS.say(Msg::LinkCopied),
        )
        .await;
        assert_eq!(page.run_async(PASTE).await, json!(format!("{origin}/?event={SINGAPORE}")));
        page.click("[data-copy=event-citation]").await;
        page.until_is(
            "that is said",
            "document.querySelector('.copied').textContent",
            WORDS.say(Msg::CitationCopied),
        )
        .await;
        let version: String = page.ask("document.getElementById('boot').dataset.version").await;
        assert_eq!(version.len(), 12);
        let meta = &dossier().meta;
        let citation = WORDS.say(Msg::CiteEvent {
            title: &title(event(SINGAPORE)),
            date: event(SINGAPORE).date,
            dossier: meta.title.get("en"),
            checked: meta.upkeep(),
            version: &version,
            address: &format!("{origin}/event/{SINGAPORE}/"),
        });
        assert_eq!(page.run_async(PASTE).await, json!(citation));
        // What was copied opens what it names.
        page.open(&format!("/event/{SINGAPORE}/")).await;
        assert_eq!(page.text("h1").await, title(event(SINGAPORE)));
        page.click(".record-page a[href*='?event=']").await;
        page.ready().await;
        page.until_is(
            "the record is open",
            "document.getElementById('event-heading')?.textContent ?? ''",
            title(event(SINGAPORE)),
        )
        .await;
        assert_eq!(page.query().await, format!("event={SINGAPORE}"));
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn where_the_page_may_not_copy_it_selects() {
    browse(async |page| {
        page.open_ready(&format!("/?event={SINGAPORE}")).await;
        for without in
            ["undefined", "{ writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) }"]
        {
            page.run(&format!(
                "Object.defineProperty(navigator, 'clipboard', {{ value: {without}, configurable: true }})"
            ))
            .await;
            page.click("[data-copy=event-citation]").await;
            page.until_is(
                "that is said",
                "document.querySelector('.copied').textContent",
                WORDS.say(Msg::CopyRefused),
            )
            .await;
            let (selected, whole): (String, String) = page
                .ask("[String(getSelection()), document.getElementById('event-citation').textContent]")
                .await;
            assert_eq!(selected, whole);
            page.run("getSelection().removeAllRanges()").await;
        }
        assert_eq!(page.ask::<Vec<String>>("watched.errors").await, Vec::<String>::new());
    });
}

/// Back takes away the record that has the focus; who goes on with the keyboard goes on from its mark.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn back_from_a_record_leads_to_its_mark() {
    browse(async |page| {
        page.open_ready("/").await;
        page.focus("[data-surface=timeline] [tabindex='0']").await;
        let id: String = page.ask(ACTIVE).await;
        page.press(Key::ENTER).await;
        until_open(page, event(&id)).await;
        page.back().await;
        page.until_is("the mark has the focus", ACTIVE, id).await;
    });
}

/// A filter may leave no mark at all to go back to.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn escape_from_a_record_without_a_mark_leads_to_the_filter() {
    browse(async |page| {
        page.open_ready(&format!("/?event={SINGAPORE}&q=zzzz")).await;
        page.until("its record is open", "document.getElementById('event-heading') !== null").await;
        assert_eq!(page.count("[data-surface=timeline] [data-event]").await, 0);
        page.focus("#event-heading").await;
        page.press(Key::ESCAPE).await;
        page.until(
            "the field of the search has the focus",
            "document.activeElement.matches('[role=search] input')",
        )
        .await;
    });
}
