//! The timeline under a pointer, a wheel, and fingers; and its buttons, which do the same.

use daylight::index::Index;
use daylight::state::{Address, AppState, Shared};

use daylight::views::app::MARGIN;

use crate::address::until_query;
use crate::browser::{Key, Page, browse, dossier};
use crate::overview::rests;
use crate::{choose_day, day, window};

pub const SURFACE: &str = "[data-surface=timeline]";

/// Where a mark's glyph stands on the screen, from the left.
async fn mark_at(page: &Page, id: &str) -> f64 {
    page.ask_with(
        "((box) => box.left + box.width / 2)(document.querySelector(`[data-surface=timeline] [data-event=\"${arguments[0]}\"] .glyph`).getBoundingClientRect())",
        &[id.into()],
    )
    .await
}

/// The first and the last mark with some room at their side.
async fn outer_marks(page: &Page) -> [String; 2] {
    page.ask(
        "((box) => {
            const marks = [...document.querySelectorAll('[data-surface=timeline] [data-event]')]
                .map((mark) => [mark.dataset.event, mark.querySelector('.glyph').getBoundingClientRect().left - box.left])
                .filter(([, x]) => x > 25 && x < box.width - 40)
                .sort((one, other) => one[1] - other[1]);
            return [marks[0][0], marks.at(-1)[0]];
        })(document.querySelector('[data-surface=timeline]').getBoundingClientRect())",
    )
    .await
}

fn days((from, to): (i64, i64)) -> i64 {
    to - from
}

/// Waits until the window is another, and gives it.
async fn other_window(page: &Page, before: (i64, i64)) -> (i64, i64) {
    page.until(
        &format!("the window is not {before:?}"),
        &format!(
            "((slider) => slider.min !== '{}' || slider.max !== '{}')(document.querySelector('.slider'))",
            before.0, before.1
        ),
    )
    .await;
    window(page).await
}

/// A place on the timeline where no mark is: the axis between the lanes would hold some, its upper edge holds none.
pub async fn empty_place(page: &Page) -> (i64, i64) {
    page.middle(SURFACE).await;
    let place: (f64, f64) = page
        .ask(
            "((box) => {
                for (let y = box.top + 4; y < box.bottom; y += 6)
                    for (let x = box.left + box.width / 2; x < box.right - 40; x += 10)
                        if (!document.elementFromPoint(x, y)?.closest('[data-event], [data-cluster], [data-break]')) return [x, y];
            })(document.querySelector('[data-surface=timeline]').getBoundingClientRect())",
        )
        .await;
    (place.0.round() as i64, place.1.round() as i64)
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn buttons_zoom_pan_and_lead_back() {
    browse(async |page| {
        page.open_ready("/").await;
        let rest = window(page).await;
        page.click(".tools button:nth-child(4)").await;
        let near = other_window(page, rest).await;
        assert!(days(near) < days(rest), "{near:?}");
        page.click(".tools button:nth-child(2)").await;
        let later = other_window(page, near).await;
        assert!(later.0 > near.0 && (days(later) - days(near)).abs() <= 1, "{later:?}");
        page.click(".tools button:nth-child(1)").await;
        let back = other_window(page, later).await;
        assert!((back.0 - near.0).abs() <= 1, "{back:?}");
        page.click(".tools button:nth-child(3)").await;
        let out = other_window(page, back).await;
        assert!(days(out) > days(back));
        page.click(".tools button:nth-child(6)").await;
        let all = other_window(page, out).await;
        let span = &dossier().meta.span;
        assert_eq!(all, (span.from.number().into(), span.to.number().into()));
        page.click(".tools button:nth-child(5)").await;
        assert_eq!(other_window(page, all).await, rest);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_window_never_leaves_the_record() {
    browse(async |page| {
        page.open_ready("/").await;
        let events = Index::of_events(&dossier().events, "en");
        let limits = AppState::new(Shared::new(dossier().outline()), Shared::new(events)).limits;
        let inside = async |what: &str| {
            // The address is written a moment after the last change.
            page.until("the window stands in the address", "/[?&]from=/.test(location.search)").await;
            page.frames().await;
            let said = Address::parse(&page.query().await);
            let (from, to) = (said.from.unwrap(), said.to.unwrap());
            assert!(from >= limits.first_day() && to <= limits.last_day() && from < to, "{what}: {said:?}");
        };
        let before = window(page).await;
        for _ in 0..12 {
            page.click(".tools button:nth-child(3)").await;
        }
        other_window(page, before).await;
        inside("far out").await;
        for _ in 0..3 {
            page.click(".tools button:nth-child(4)").await;
        }
        for button in [1, 2] {
            for _ in 0..20 {
                page.click(&format!(".tools button:nth-child({button})")).await;
            }
            inside("far to a side").await;
        }
        for _ in 0..25 {
            page.click(".tools button:nth-child(4)").await;
        }
        inside("far in").await;
        let at = empty_place(page).await;
        for _ in 0..4 {
            page.drag(at, (at.0 - 500, at.1)).await;
        }
        inside("dragged").await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn ctrl_and_wheel_zoom_where_the_pointer_is() {
    browse(async |page| {
        page.open_ready("/").await;
        let at = empty_place(page).await;
        let rest = window(page).await;
        let share: f64 = page
            .ask(&format!("((box) => ({} - box.left - {MARGIN}) / (box.width - 2 * {MARGIN}))(document.querySelector('{SURFACE}').getBoundingClientRect())", at.0))
            .await;
        let under = |(from, to): (i64, i64)| from as f64 + (to - from) as f64 * share;
        page.wheel(at, (0, -200), Some(Key::CTRL)).await;
        let near = other_window(page, rest).await;
        assert!(days(near) < days(rest), "{near:?}");
        assert!((under(near) - under(rest)).abs() < days(rest) as f64 * 0.03, "{near:?} {rest:?}");
        page.wheel(at, (0, 200), Some(Key::CTRL)).await;
        let out = other_window(page, near).await;
        assert!(days(out) > days(near), "{out:?}");
        assert_eq!(page.ask::<f64>("visualViewport.scale").await, 1.0);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_day_under_the_pointer_stays_there_near_the_edges_too_and_the_wheel_undoes_what_it_did() {
    browse(async |page| {
        page.open_ready("/").await;
        page.middle(SURFACE).await;
        for id in outer_marks(page).await {
            page.open_ready("/").await;
            let (_, y) = empty_place(page).await;
            let (rest, before) = (window(page).await, mark_at(page, &id).await);
            let at = (before.round() as i64, y);
            page.wheel(at, (0, -300), Some(Key::CTRL)).await;
            other_window(page, rest).await;
            rests(page).await;
            let near = mark_at(page, &id).await;
            assert!((near - before).abs() < 4.0, "{id} was at {before} and is at {near}");
            page.wheel(at, (0, 300), Some(Key::CTRL)).await;
            rests(page).await;
            let back = window(page).await;
            assert!((back.0 - rest.0).abs() <= 1 && (back.1 - rest.1).abs() <= 1, "{back:?} after {rest:?}");
        }
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn fingers_on_a_trackpad_take_the_picture_along() {
    browse(async |page| {
        page.open_ready("/").await;
        let (x, y) = empty_place(page).await;
        let rest = window(page).await;
        // What Chromium sends of two fingers that part to four times their distance: 100 times the logarithm of that, in parts.
        page.run(&format!(
            "for (let part = 0; part < 28; part++) document.querySelector('{SURFACE}').dispatchEvent(new WheelEvent('wheel',
                {{ deltaY: -100 * Math.log(4) / 28, ctrlKey: true, bubbles: true, cancelable: true, clientX: {x}, clientY: {y} }}));"
        ))
        .await;
        let near = other_window(page, rest).await;
        let wanted = days(rest) as f64 / 4.0;
        assert!((days(near) as f64 - wanted).abs() < wanted * 0.02 + 1.0, "{near:?} of {rest:?}");
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_plain_wheel_scrolls_the_page_and_a_sideways_one_pans() {
    browse(async |page| {
        page.open_ready("/").await;
        let at = empty_place(page).await;
        let rest = window(page).await;
        let scrolled: f64 = page.ask("scrollY").await;
        page.wheel(at, (0, 120), None).await;
        page.until("the page scrolls", &format!("scrollY > {scrolled} + 60")).await;
        page.frames().await;
        assert_eq!(window(page).await, rest);
        let at = empty_place(page).await;
        let scrolled: f64 = page.ask("scrollY").await;
        page.wheel(at, (150, 0), None).await;
        let later = other_window(page, rest).await;
        assert!(later.0 > rest.0, "{later:?}");
        assert_eq!(page.ask::<f64>("scrollY").await, scrolled);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_drag_takes_the_days_along() {
    browse(async |page| {
        page.open_ready("/").await;
        let at = empty_place(page).await;
        let rest = window(page).await;
        let width: f64 =
            page.ask(&format!("document.querySelector('{SURFACE}').getBoundingClientRect().width")).await;
        page.drag(at, (at.0 - 200, at.1)).await;
        page.frames().await;
        let later = other_window(page, rest).await;
        let wanted = 200.0 / (width - 2.0 * MARGIN) * (days(rest) + 1) as f64;
        let moved = (later.0 - rest.0) as f64;
        // What is dragged is the day under the pointer.
        assert!((moved - wanted).abs() <= 1.0, "moved {moved} of {wanted}");
    });
}

/// A finger by hand, on what a selector finds: what the browser takes for a scroll, no driver can say beforehand.
pub async fn touch(page: &Page, selector: &str, kind: &str, (x, y): (i64, i64)) {
    page.run(&format!(
        "document.querySelector('{selector}').dispatchEvent(new PointerEvent('{kind}', {{ bubbles: true, pointerId: 77, pointerType: 'touch',
            isPrimary: true, button: '{kind}' === 'pointermove' ? -1 : 0, buttons: ['pointerup', 'pointercancel'].includes('{kind}') ? 0 : 1,
            clientX: {x}, clientY: {y} }}));"
    ))
    .await;
    page.frames().await;
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_finger_that_scrolls_the_page_leaves_the_time_where_it_was() {
    browse(async |page| {
        page.open_ready("/?from=2018-03-01&to=2018-08-31").await;
        let (x, y) = empty_place(page).await;
        let rest = window(page).await;
        const MOVED: &str = "document.querySelector('.tiles').getAttribute('transform') !== 'translate(0 0)'";
        // Rather down than sideways.
        touch(page, SURFACE, "pointerdown", (x, y)).await;
        touch(page, SURFACE, "pointermove", (x - 40, y - 60)).await;
        assert!(!page.ask::<bool>(MOVED).await, "a slanting finger moves nothing");
        touch(page, SURFACE, "pointercancel", (0, 0)).await;
        // Sideways at first, and then taken by the browser.
        touch(page, SURFACE, "pointerdown", (x, y)).await;
        touch(page, SURFACE, "pointermove", (x - 40, y - 10)).await;
        page.until("it moves", MOVED).await;
        touch(page, SURFACE, "pointercancel", (0, 0)).await;
        page.until_is("it is back", MOVED, false).await;
        rests(page).await;
        assert_eq!(window(page).await, rest);
        until_query(page, "?from=2018-03-01&to=2018-08-31").await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_drag_is_not_a_click_and_a_click_after_it_is_one() {
    browse(async |page| {
        page.open_ready("/").await;
        let mark = format!("{SURFACE} [data-event='2018-06-12-singapore-summit'] .glyph");
        let at = page.middle(&mark).await;
        let rest = window(page).await;
        page.drag(at, (at.0 - 90, at.1)).await;
        other_window(page, rest).await;
        page.frames().await;
        assert_eq!(page.count("[data-panel=event]").await, 0);
        // The pointer let go over nothing of ours, then a real click.
        page.open_mark("2018-06-12-singapore-summit").await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn two_fingers_apart_zoom_in_and_one_finger_pans() {
    browse(async |page| {
        page.devtools(
            "Emulation.setTouchEmulationEnabled",
            serde_json::json!({ "enabled": true, "maxTouchPoints": 2 }),
        )
        .await;
        page.open_ready("/").await;
        choose_day(page, day("2018-12-01")).await;
        page.middle(SURFACE).await;
        let (x, y) = page.middle(SURFACE).await;
        let rest = window(page).await;
        page.fingers([(x - 40, y), (x - 240, y)], [(x + 40, y), (x + 240, y)]).await;
        page.frames().await;
        let near = other_window(page, rest).await;
        assert!((days(near) as f64) < days(rest) as f64 * 0.5, "{near:?} of {rest:?}");
        // The middle between the fingers stays where it is.
        let middle = |(from, to): (i64, i64)| (from + to) / 2;
        assert!((middle(near) - middle(rest)).abs() < days(rest) / 20, "{near:?} of {rest:?}");
        assert_eq!(page.ask::<f64>("visualViewport.scale").await, 1.0);
        assert_eq!(page.count("[data-panel=event]").await, 0);
        let (x, y) = page.middle(SURFACE).await;
        page.finger([(x, y), (x - 200, y)]).await;
        let later = other_window(page, near).await;
        assert!(later.0 > near.0 && later.1 > near.1, "{later:?} after {near:?}");
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_mark_at_the_edge_opens_and_its_record_gets_the_focus() {
    browse(async |page| {
        page.open_ready("/").await;
        // The first one on screen: to show it whole, the window moves.
        let id: String =
            page.ask(&format!("document.querySelector('{SURFACE} [data-event]').dataset.event")).await;
        page.open_mark(&id).await;
        page.until_is("the record has the focus", "document.activeElement.id", "event-heading".to_owned())
            .await;
        assert_eq!(page.text("#event-heading").await, dossier().event(&id).unwrap().title.get("en"));
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_click_on_a_mark_leads_the_focus_into_its_record_and_closing_leads_it_back() {
    browse(async |page| {
        page.open_ready("/").await;
        let id = "2018-06-12-singapore-summit";
        page.run(&format!("window.mark = document.querySelector(\"{SURFACE} [data-event='{id}']\")")).await;
        page.open_mark(id).await;
        page.until_is("the record has the focus", "document.activeElement.id", "event-heading".to_owned())
            .await;
        // The timeline was not drawn anew for it.
        assert!(page.ask::<bool>("window.mark.isConnected").await);
        page.click("[data-panel=event] .panel-head button").await;
        page.until_is("the focus is back", "document.activeElement.dataset.event ?? ''", id.to_owned()).await;
    });
}
