//! Two periods one above the other: begun by one button, on one scale, moved together, walked by keys, in the address, and left.

use daylight::dossier::date::Day;
use daylight::index::Index;
use daylight::state::{Address, Periods};
use serde_json::json;

use crate::browser::{Key, Page, browse, dossier};
use crate::day;

/// The button that begins and ends it.
const TOGGLE: &str = ".tools > button:last-of-type";

/// The event that has the focus, and in which period.
const ACTIVE: &str = "[document.activeElement.closest('[data-period]')?.dataset.period,
    document.activeElement.dataset.event ?? document.activeElement.dataset.cluster ?? document.activeElement.id]";

/// The focus on an event in a period; elsewhere there may be neither.
fn there(period: usize, id: &str) -> (Option<String>, Option<String>) {
    (Some(period.to_string()), Some(id.to_owned()))
}

async fn compare(page: &Page) {
    page.click(TOGGLE).await;
    page.until_is("two pictures are there", "document.querySelectorAll('.period .surface').length", 2).await;
}

fn suggested() -> Periods {
    let index = Index::of_events(&dossier().events, "en");
    Periods::suggested(&index, dossier().meta.default_as_of)
}

/// The middle of an event's glyph in a period's picture, in pixels from the picture's left; `None` where it is not there.
async fn place(page: &Page, period: usize, id: &str) -> Option<f64> {
    page.ask_with(
        "((period, id) => {
            const picture = document.querySelector(`[data-period='${period}'] svg.timeline`);
            const glyph = picture.querySelector(`[data-event='${id}'] .glyph`)?.getBoundingClientRect();
            return glyph ? glyph.left + glyph.width / 2 - picture.getBoundingClientRect().left : null;
        })(arguments[0], arguments[1])",
        &[json!(period), json!(id)],
    )
    .await
}

/// For each event in a period's picture its days from day zero and its pixel, of those that are known to the day.
async fn places(page: &Page, period: usize, zero: Day) -> Vec<(i32, f64)> {
    let mut found = Vec::new();
    let index = Index::of_events(&dossier().events, "en");
    for entry in index.entries().filter(|entry| entry.is_to_the_day()) {
        if let Some(x) = place(page, period, entry.id).await {
            found.push((entry.day().since(zero), x));
        }
    }
    found
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn both_pictures_give_a_day_the_same_pixels() {
    browse(async |page| {
        page.open_ready("/").await;
        compare(page).await;
        let zeros = suggested().zeros;
        let line: f64 = page
            .ask(
                "document.querySelector('.zero-line line').getBoundingClientRect().left
                    - document.querySelector('svg.timeline').getBoundingClientRect().left",
            )
            .await;
        let mut pace = Vec::new();
        for (period, zero) in zeros.into_iter().enumerate() {
            let places = places(page, period, zero).await;
            let [Some(first), Some(last)] = [places.first(), places.last()] else { panic!("{places:?}") };
            pace.push((last.1 - first.1) / f64::from(last.0 - first.0));
            for (days, x) in places {
                // A glyph stands in the middle of its day, which lies on the line where it is day zero; held inside the picture.
                let expected = (line + f64::from(days) * pace[0]).max(8.0).min(1_270.0);
                assert!((x - expected).abs() < 3.0, "period {period}, day {days}: {x}, not {expected}");
            }
        }
        assert!((pace[0] - pace[1]).abs() < 0.005, "{pace:?} pixels a day");
        // The same event around itself and around a day 100 days before it stands 100 days apart.
        let zero = zeros[1].plus(100);
        page.open_ready(&format!("/?compare={}.{zero}.365.365", zeros[1])).await;
        let event = dossier().events.iter().find(|event| event.date.first() == zeros[1]).unwrap();
        let (first, second) = (place(page, 0, &event.id).await, place(page, 1, &event.id).await);
        let apart = first.unwrap() - second.unwrap();
        assert!((apart - 100.0 * pace[0]).abs() < 1.0, "{apart}");
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_address_holds_both_periods_and_back_leads_out() {
    browse(async |page| {
        page.open_ready("/").await;
        let asked = async |page: &Page| Address::parse(&page.query().await).compare;
        compare(page).await;
        assert_eq!(asked(page).await, Some(suggested()));
        // Another day zero, by an event and by a date; another length; a pan.
        page.run(
            "const field = document.querySelector('[data-period=\"1\"] select');
             field.value = '2019-06-30';
             field.dispatchEvent(new Event('change', { bubbles: true }));",
        )
        .await;
        page.until_is(
            "the date follows",
            "document.querySelector('[data-period=\"1\"] input').value",
            "2019-06-30".to_owned(),
        )
        .await;
        page.run(
            "const field = document.querySelector('[data-period=\"0\"] input');
             field.value = '2002-10-04';
             field.dispatchEvent(new Event('change', { bubbles: true }));",
        )
        .await;
        page.until_is(
            "none of the events is chosen",
            "document.querySelector('[data-period=\"0\"] select').value",
            String::new(),
        )
        .await;
        page.click(".tools button:nth-child(6)").await;
        let wanted = Periods { zeros: [day("2002-10-04"), day("2019-06-30")], before: 730, after: 730 };
        page.until_is("the address says so", "location.search", format!("?compare={}", wanted.text())).await;
        let heading = page.text("#period-0").await;
        page.click(".tools button:nth-child(2)").await;
        page.until("both move", &format!("document.getElementById('period-0').textContent !== {heading:?}"))
            .await;
        page.until(
            "the pan stands in the address",
            &format!("location.search !== '?compare={}'", wanted.text()),
        )
        .await;
        let moved = asked(page).await.unwrap();
        assert_eq!((moved.zeros, moved.before < 730, moved.after > 730), (wanted.zeros, true, true));
        // A copied address restores it, and is left as it was.
        let headings = [page.text("#period-0").await, page.text("#period-1").await];
        let copied: String = page.ask("location.pathname + location.search").await;
        page.open("/sources/").await;
        page.open_ready(&copied).await;
        assert_eq!([page.text("#period-0").await, page.text("#period-1").await], headings);
        assert_eq!(page.ask::<String>("location.pathname + location.search").await, copied);
        page.until("it is on the screen", "((box) => box.top < innerHeight && box.bottom > 0)(document.querySelector('#timeline h2').getBoundingClientRect())").await;
        // Beginning it is a step of its own in the history.
        page.open_ready("/").await;
        compare(page).await;
        page.back().await;
        page.until("one timeline is back", "document.querySelector('.period') === null").await;
        assert_eq!(page.query().await, "");
        page.forward().await;
        page.until("two periods are back", "document.querySelector('.period') !== null").await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn what_an_address_asks_for_is_held_inside_the_record() {
    browse(async |page| {
        for asked in [
            "0001-01-01.9999-12-31.365.365",
            "2018-06-12.2018-06-12.-900.99999999",
            "1993-06-11.2018-06-12.-5.-9",
        ] {
            page.open_ready(&format!("/?compare={asked}")).await;
            page.until_is(
                "two pictures are there",
                "document.querySelectorAll('.period .surface').length",
                2,
            )
            .await;
            assert!(
                !page.ask::<bool>("document.querySelector('#timeline').outerHTML.includes('NaN')").await,
                "{asked}"
            );
            assert_eq!(page.ask::<Vec<String>>("watched.errors").await, Vec::<String>::new(), "{asked}");
        }
        page.open_ready("/?compare=1993-06-11.cake").await;
        assert_eq!(page.count(".period").await, 0);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn each_picture_is_one_stop_and_is_walked_by_the_same_keys() {
    browse(async |page| {
        page.open_ready("/").await;
        compare(page).await;
        // First the first period, then the second.
        page.focus("[data-period='0'] input").await;
        let mut stops = Vec::new();
        for _ in 0..14 {
            page.press(Key::TAB).await;
            let (period, id): (Option<String>, Option<String>) = page.ask(ACTIVE).await;
            if page.ask::<bool>("document.activeElement.closest('.surface') !== null").await {
                stops.push((period.unwrap(), id.unwrap()));
            }
        }
        let periods: Vec<&str> = stops.iter().map(|(period, _)| period.as_str()).collect();
        assert_eq!(periods, ["0", "1"], "{stops:?}");
        for (period, (_, from)) in stops.iter().enumerate() {
            let other = &stops[1 - period];
            page.focus(&format!("[data-period='{period}'] [data-surface=timeline] [tabindex='0']")).await;
            // The marks stand in the page in time order.
            let next: String = page
                .ask_with(
                    "((mark) => { const all = [...mark.closest('svg.timeline').querySelectorAll('[data-event], [data-cluster]')];
                        const found = all[all.indexOf(mark) + arguments[0]]; return found.dataset.event ?? found.dataset.cluster; })(document.activeElement)",
                    &[json!(1)],
                )
                .await;
            for (key, wanted) in [(Key::RIGHT, &next), (Key::LEFT, from)] {
                page.press(key).await;
                page.until_is("the focus is there", ACTIVE, there(period, wanted)).await;
                assert_eq!(page.count("[data-surface=timeline] [tabindex='0']").await, 2);
            }
            let stop = format!(
                "document.querySelector(\"[data-period='{}'] [tabindex='0'][data-event]\").dataset.event",
                other.0
            );
            assert_eq!(page.ask::<String>(&stop).await, other.1, "the other one's stop");
            let heading = page.text("#period-0").await;
            page.press(Key('+')).await;
            page.until(
                "both are nearer",
                &format!("document.getElementById('period-0').textContent !== {heading:?}"),
            )
            .await;
            // The record opens, and closing it leads back into the same picture.
            let (_, at): (String, String) = page.ask(ACTIVE).await;
            page.press(Key::ENTER).await;
            page.until_is(
                "the focus is on the record",
                "document.activeElement.id",
                "event-heading".to_owned(),
            )
            .await;
            page.press(Key::ESCAPE).await;
            page.until_is("the focus is back", ACTIVE, there(period, &at)).await;
            assert_eq!(page.count(".period").await, 2, "Escape closed the record alone");
        }
        page.press(Key::ESCAPE).await;
        page.until("one timeline is back", "document.querySelector('.period') === null").await;
        page.until(
            "the focus is in it",
            "document.activeElement.closest('[data-surface=timeline]') !== null",
        )
        .await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_drag_on_either_moves_both() {
    browse(async |page| {
        page.open_ready("/").await;
        compare(page).await;
        for period in 0..2 {
            let before = [page.text("#period-0").await, page.text("#period-1").await];
            // The axis under the lanes holds no mark.
            let (x, y) = page.middle(&format!("[data-period='{period}'] svg.timeline .axis")).await;
            page.drag((x + 60, y + 12), (x - 140, y + 12)).await;
            for (at, words) in before.iter().enumerate() {
                page.until(
                    "it moves",
                    &format!("document.getElementById('period-{at}').textContent !== {words:?}"),
                )
                .await;
            }
        }
        // The button that began it ends it, and keeps the focus.
        page.click(TOGGLE).await;
        page.until("one timeline is back", "document.querySelector('.period') === null").await;
        assert_eq!(page.ask::<String>("document.activeElement.textContent").await, "Compare two periods");
        assert_eq!(page.query().await, "");
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn on_a_narrow_screen_each_date_says_how_far_it_is_from_day_zero() {
    browse(async |page| {
        page.size(320, 800).await;
        page.open_ready("/").await;
        compare(page).await;
        assert_eq!(page.count(".period .down").await, 2);
        let days: Vec<String> =
            page.ask("[...document.querySelectorAll('.period .day')].map((day) => day.textContent)").await;
        assert!(!days.is_empty() && days.iter().all(|day| day.contains("day\u{a0}")), "{days:?}");
        // Nothing sticks out of any screen, with large letters either.
        for (width, size) in [(320, "100%"), (768, "100%"), (1280, "100%"), (1280, "200%")] {
            page.size(width, 800).await;
            page.run(&format!("document.documentElement.style.fontSize = '{size}'")).await;
            page.until_is(
                "the pictures follow",
                "document.querySelectorAll('.period .across').length",
                if width < 600 { 0 } else { 2 },
            )
            .await;
            page.frames().await;
            assert_eq!(page.ask::<u32>("document.documentElement.scrollWidth").await, width, "{size}");
        }
    });
}
