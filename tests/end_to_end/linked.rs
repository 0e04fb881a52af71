//! What belongs together is marked together: an event and the positions it set, a promise and its clause.

use serde_json::json;

use crate::browser::{Key, Page, browse, dossier};

const SINGAPORE: &str = "2018-06-12-singapore-summit";

/// What is marked, by ids: of cards whose side's position is, of promises, of clauses, of texts, of meetings by their events, of marks in
/// the timeline.
async fn marked(page: &Page) -> serde_json::Value {
    page.ask(
        "(() => {
            const dashed = (element) => getComputedStyle(element).outlineStyle === 'dashed';
            const all = (selector, id) => [...document.querySelectorAll(selector)].filter(dashed).map(id);
            return {
                stands: all('.stands li', (one) => one.closest('.card').id),
                promises: all('.promise h3', (one) => one.closest('li').id),
                clauses: all('[id^=clause-] .middle', (one) => one.closest('li').id),
                texts: all('#words > details > summary', (one) => one.parentElement.id),
                met: all('.met [data-set-by]', (one) => one.dataset.setBy),
                timeline: [...document.querySelectorAll('svg.timeline [data-event]')]
                    .filter((mark) => getComputedStyle(mark.querySelector('.hit')).strokeDasharray !== 'none').map((mark) => mark.dataset.event),
            };
        })()",
    )
    .await
}

async fn nothing_is_marked(page: &Page) {
    page.until(
        "nothing is marked",
        "document.adoptedStyleSheets.every((sheet) => sheet.cssRules.length === 0)",
    )
    .await;
}

async fn something_is_marked(page: &Page) {
    page.until(
        "something is marked",
        "document.adoptedStyleSheets.some((sheet) => sheet.cssRules.length > 0)",
    )
    .await;
}

/// Puts the mouse on an element.
async fn hover(page: &Page, selector: &str) {
    let (x, y) = page.middle(selector).await;
    page.pointer(&[json!({"type": "pointerMove", "duration": 0, "x": x, "y": y})]).await;
}

/// The issues on which a position that this event set is in force on the first date shown, each as often as sides.
fn set_by(event: &str) -> Vec<String> {
    let on = dossier().meta.default_as_of;
    let mut cards: Vec<String> = Vec::new();
    for issue in &dossier().issues {
        let now = daylight::analysis::daylight(issue, on);
        for stand in [now.expects, now.offers].into_iter().flatten() {
            if issue.positions[stand.position].event.as_deref() == Some(event) {
                cards.push(format!("issue-{}", issue.id));
            }
        }
    }
    cards.sort();
    cards
}

fn texts(value: &serde_json::Value) -> Vec<String> {
    let mut texts: Vec<String> = serde_json::from_value(value.clone()).unwrap();
    texts.sort();
    texts
}

/// The event as it is marked by pointer or by keys: its positions, its promises, its text, its meeting; and no others.
async fn singapore_is_linked(page: &Page) {
    something_is_marked(page).await;
    let found = marked(page).await;
    assert_eq!(texts(&found["stands"]), set_by(SINGAPORE));
    assert!(set_by(SINGAPORE).len() > 3, "it set several that still hold");
    assert_eq!(texts(&found["met"]), [SINGAPORE]);
    assert_eq!(
        texts(&found["promises"]),
        [
            "promise-exercises-suspension",
            "promise-follow-on-talks-2018",
            "promise-new-relations",
            "promise-peace-regime",
            "promise-remains",
            "promise-security-guarantees",
            "promise-sohae-stand",
            "promise-work-toward-denuclearization",
        ]
    );
    assert_eq!(texts(&found["texts"]), ["words-singapore-joint-statement"]);
    // A line stands in the charts of the issues that it moved, on its day; and in no other.
    let lines: Vec<(String, String)> = page
        .ask("[...document.querySelectorAll('.card')].map((card) => [card.id, getComputedStyle(card.querySelector('.pictures'), '::after')]).filter(([, style]) => style.content !== 'none').map(([id, style]) => [id, style.borderLeftStyle])")
        .await;
    let moved = dossier()
        .issues
        .iter()
        .filter(|issue| issue.positions.iter().any(|position| position.event.as_deref() == Some(SINGAPORE)));
    let mut wanted: Vec<(String, String)> =
        moved.map(|issue| (format!("issue-{}", issue.id), "dashed".to_owned())).collect();
    let mut lines = lines;
    lines.sort();
    wanted.sort();
    assert_eq!(lines, wanted);
    let off: f64 = page
        // From what is written, not from where it lies: a card far from the screen is not laid out.
        .ask(
            "((card) => {
                const head = card.querySelector('.playhead'), svg = card.querySelector('svg'), wide = svg.viewBox.baseVal.width;
                const left = getComputedStyle(card.querySelector('.pictures'), '::after').left;
                const line = parseFloat(left) * (left.endsWith('%') ? wide / 100 : wide / svg.getBoundingClientRect().width);
                return (head.parentNode.transform.baseVal[0].matrix.e - line) / wide * 730;
            })(document.getElementById('issue-scope'))",
        )
        .await;
    // From 12 June to 16 July there are 34 days.
    assert!((off - 34.0).abs() < 3.0, "{off} days");
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_pointer_on_an_event_marks_what_belongs_to_it() {
    browse(async |page| {
        page.open_ready("/").await;
        nothing_is_marked(page).await;
        hover(page, &format!("svg.timeline [data-event='{SINGAPORE}'] .glyph")).await;
        singapore_is_linked(page).await;
        hover(page, "h1").await;
        nothing_is_marked(page).await;
        assert_eq!(texts(&marked(page).await["stands"]), [""; 0]);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_focus_on_an_event_marks_the_same() {
    browse(async |page| {
        page.open_ready("/").await;
        page.focus("svg.timeline [tabindex='0']").await;
        something_is_marked(page).await;
        // Along the marks by keys, as far as the summit.
        for _ in 0..dossier().events.len() {
            if page.ask::<Option<String>>("document.activeElement.dataset.event ?? null").await.as_deref()
                == Some(SINGAPORE)
            {
                break;
            }
            page.press(Key::LEFT).await;
            page.frames().await;
        }
        page.until_is(
            "the focus is on the summit",
            "document.activeElement.dataset.event",
            SINGAPORE.to_owned(),
        )
        .await;
        page.until(
            "its promises are marked",
            "getComputedStyle(document.querySelector('#promise-remains h3')).outlineStyle === 'dashed'",
        )
        .await;
        singapore_is_linked(page).await;
        page.run("document.activeElement.blur()").await;
        nothing_is_marked(page).await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_position_marks_its_event() {
    browse(async |page| {
        page.open_ready("/").await;
        hover(page, &format!(".stands li[data-set-by='{SINGAPORE}']")).await;
        something_is_marked(page).await;
        let found = marked(page).await;
        assert_eq!(texts(&found["timeline"]), [SINGAPORE]);
        assert_eq!(texts(&found["stands"]), [""; 0], "others of the same event are not what was asked for");
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_promise_and_its_clause_mark_each_other() {
    browse(async |page| {
        page.open_ready("/").await;
        hover(page, "#promise-remains h3").await;
        something_is_marked(page).await;
        let found = marked(page).await;
        assert_eq!(texts(&found["clauses"]), ["clause-singapore-4"]);
        assert_eq!(texts(&found["promises"]), [""; 0]);
        assert_eq!(texts(&found["timeline"]), [SINGAPORE]);
        hover(page, "#clause-singapore-1 blockquote").await;
        page.until(
            "the other clause's promise is marked",
            "getComputedStyle(document.querySelector('#promise-new-relations h3')).outlineStyle === 'dashed'",
        )
        .await;
        assert_eq!(texts(&marked(page).await["promises"]), ["promise-new-relations"]);
        // A clause in a text that is closed is marked at the text's heading.
        hover(page, "#promise-end-of-war-2018 h3").await;
        page.until("the closed text's summary is marked", "getComputedStyle(document.querySelector('#words-panmunjom-declaration > summary')).outlineStyle === 'dashed'").await;
        // And the way there is a link, which unfolds the text.
        assert_eq!(page.count_visible("#clause-panmunjom-end-of-war").await, 0);
        page.click("#promise-end-of-war-2018 .promise-facts a").await;
        page.until_is(
            "the clause is where the address points",
            "document.querySelector(':target')?.id",
            "clause-panmunjom-end-of-war".to_owned(),
        )
        .await;
        assert_eq!(page.count_visible("#clause-panmunjom-end-of-war").await, 1);
    });
}

/// What is marked is marked by rules: an element that the app draws anew is marked as well.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn what_the_app_draws_anew_is_marked() {
    browse(async |page| {
        page.open_ready("/?on=2018-06-11").await;
        hover(page, &format!("svg.timeline [data-event='{SINGAPORE}'] .glyph")).await;
        something_is_marked(page).await;
        assert_eq!(texts(&marked(page).await["stands"]), [""; 0], "before the summit nothing stands by it");
        page.run("document.querySelector('#lead .step + .step').click()").await;
        crate::shows_day(page, crate::day("2018-06-12")).await;
        page.until("the new positions are marked", "[...document.querySelectorAll('.stands li')].some((one) => getComputedStyle(one).outlineStyle === 'dashed')").await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_finger_marks_nothing_and_opens_at_once() {
    browse(async |page| {
        page.open_ready("/").await;
        let (x, y) = page.middle(&format!("svg.timeline [data-event='{SINGAPORE}'] .glyph")).await;
        page.finger([(x, y), (x, y)]).await;
        page.until("its record is open", "document.querySelector('[data-panel=event]') !== null").await;
        nothing_is_marked(page).await;
    });
}
