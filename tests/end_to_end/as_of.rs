//! Every way to change the as-of date leads to the same date.

use daylight::dossier::date::Day;
use daylight::messages::DateStyle;

use crate::browser::{Key, browse, dossier};
use crate::{WORDS, choose_day, day, shows_day, window};

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_slider_moves_by_days_and_says_the_date_in_words() {
    browse(async |page| {
        page.open_ready("/").await;
        page.focus(".slider").await;
        for (key, on) in [(Key::RIGHT, "2018-07-17"), (Key::RIGHT, "2018-07-18"), (Key::LEFT, "2018-07-17")] {
            page.press(key).await;
            shows_day(page, day(on)).await;
            let spoken: String =
                page.ask("document.querySelector('.slider').getAttribute('aria-valuetext')").await;
            assert_eq!(spoken, WORDS.day(day(on), DateStyle::Long));
            assert_eq!(page.ask::<String>("document.getElementById('as-of-date').value").await, on);
        }
        // Bigger steps, and both ends of what the timeline shows.
        let before: i64 = page.ask("Number(document.querySelector('.slider').value)").await;
        page.press(Key::PAGE_UP).await;
        page.until(
            "a bigger step",
            &format!("Number(document.querySelector('.slider').value) > {before} + 5"),
        )
        .await;
        // Home and End are the first and the last day of what the timeline shows, which stays where it is.
        let (first, last) = window(page).await;
        for (key, end) in [(Key::END, last), (Key::HOME, first)] {
            page.press(key).await;
            shows_day(page, Day::from_number_clamped(end)).await;
            assert_eq!(window(page).await, (first, last));
        }
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_slider_follows_the_pointer() {
    browse(async |page| {
        page.open_ready("/").await;
        let (x, y) = page.middle(".slider").await;
        let thumb: f64 = page
            .ask("((slider, box) => box.left + 8 + (box.width - 16) * (slider.value - slider.min) / (slider.max - slider.min))(document.querySelector('.slider'), document.querySelector('.slider').getBoundingClientRect())")
            .await;
        page.drag((thumb.round() as i64, y), (x, y)).await;
        page.until("the thumb is in the middle", "((slider) => Math.abs((slider.value - slider.min) / (slider.max - slider.min) - 0.5) < 0.02)(document.querySelector('.slider'))").await;
        let on: String = page.ask("document.getElementById('as-of-date').value").await;
        shows_day(page, day(&on)).await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn presets_lead_to_their_dates_and_say_which_is_shown() {
    browse(async |page| {
        page.open_ready("/").await;
        for (index, preset) in dossier().presets.iter().enumerate() {
            page.click(&format!(".presets button:nth-child({})", index + 1)).await;
            shows_day(page, preset.on).await;
            let pressed: Vec<String> = page
                .ask("[...document.querySelectorAll('.presets [aria-pressed=true]')].map((button) => button.textContent)")
                .await;
            assert_eq!(pressed, [preset.label.get("en")]);
            // The playhead is on screen wherever the date leads.
            assert_eq!(page.count_visible("[data-surface] .playhead").await, 1);
        }
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn day_buttons_go_one_day_back_and_on() {
    browse(async |page| {
        page.open_ready("/?on=2019-03-01").await;
        page.click(".step:nth-of-type(1)").await;
        shows_day(page, day("2019-02-28")).await;
        for on in ["2019-03-01", "2019-03-02"] {
            page.click(".step:nth-of-type(2)").await;
            shows_day(page, day(on)).await;
        }
        let ends = &dossier().meta.span;
        choose_day(page, ends.to).await;
        page.click(".step:nth-of-type(2)").await;
        page.click(".step:nth-of-type(1)").await;
        // One step beyond the end changed nothing.
        shows_day(page, ends.to.plus(-1)).await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_half_typed_date_survives_what_is_drawn_anew_around_it() {
    browse(async |page| {
        page.open_ready("/").await;
        page.focus("#as-of-date").await;
        for key in "030".chars() {
            page.press(Key(key)).await;
        }
        shows_day(page, day("2018-03-16")).await;
        // All pictures follow the room there is.
        let width = "document.querySelector('svg.timeline').getAttribute('width')";
        let before: String = page.ask(width).await;
        page.size(1000, 800).await;
        page.until("the page is drawn anew", &format!("{width} !== '{before}'")).await;
        for key in "12019".chars() {
            page.press(Key(key)).await;
        }
        shows_day(page, day("2019-03-01")).await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_date_can_be_typed_with_its_year() {
    browse(async |page| {
        page.open_ready("/").await;
        page.focus("#as-of-date").await;
        // Month, day, year, as this browser's language orders them. On the way the year is 2, 20, 201.
        for key in "03012019".chars() {
            page.press(Key(key)).await;
            page.frames().await;
        }
        shows_day(page, day("2019-03-01")).await;
        assert_eq!(page.ask::<String>("document.getElementById('as-of-date').value").await, "2019-03-01");
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn what_is_off_the_screen_follows_once_the_date_rests() {
    browse(async |page| {
        page.open_ready("/").await;
        page.run("document.getElementById('gap').scrollIntoView()").await;
        page.frames().await;
        // Which of three lines of the as-of date move, task by task.
        page.run(
            "const cards = [...document.querySelectorAll('.card')], top = (card) => card.getBoundingClientRect().top;
            const lines = new Map([
                [cards.find((card) => top(card) >= 0 && top(card) < innerHeight / 2).querySelector('.at-date'), 'card on the screen'],
                [cards.findLast((card) => top(card) > innerHeight).querySelector('.at-date'), 'card off the screen'],
                [document.querySelector('#promises [data-playhead]'), 'promise'],
            ]);
            window.tasks = [];
            const watch = new MutationObserver((changes) => window.tasks.push(changes.map((change) => lines.get(change.target))));
            for (const line of lines.keys()) watch.observe(line, { attributes: true });",
        )
        .await;
        choose_day(page, day("2018-09-01")).await;
        page.until("all have followed", "new Set(window.tasks.flat()).size === 3").await;
        let first: Vec<String> = page.ask("window.tasks[0]").await;
        assert_eq!(first, ["card on the screen"]);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_date_that_there_is_not_leaves_the_field_with_the_one_that_holds() {
    browse(async |page| {
        page.open_ready("/").await;
        page.focus("#as-of-date").await;
        for key in "03012026".chars() {
            page.press(Key(key)).await;
        }
        page.until("the field has it", "document.getElementById('as-of-date').value === '2026-03-01'").await;
        page.focus(".slider").await;
        let held: String = page.ask("document.getElementById('as-of-date').dataset.on").await;
        shows_day(page, day(&held)).await;
        assert_eq!(page.ask::<String>("document.getElementById('as-of-date').value").await, held);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn who_does_not_see_it_is_told_the_date_where_it_rests() {
    browse(async |page| {
        page.open_ready("/").await;
        page.run(
            "window.told = []; const status = document.querySelector('#lead > [role=status]');
            new MutationObserver(() => window.told.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });",
        )
        .await;
        page.focus(".slider").await;
        page.press_all(&[Key::RIGHT; 5]).await;
        page.until("it is told", "window.told.length > 0").await;
        let told: Vec<String> = page.ask("window.told").await;
        let sentence = page.text(".headline").await;
        assert_eq!(told, [sentence], "once, as a whole");
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn all_that_changed_on_a_day_can_be_read() {
    browse(async |page| {
        page.open_ready("/?on=2019-02-28").await;
        let all = "document.querySelectorAll('.this-day li').length";
        let count: usize = page.ask(all).await;
        assert!(count > 5, "{count}");
        assert_eq!(page.count_visible(".this-day li").await, 2);
        page.click(".this-day summary").await;
        page.until("all are there", "document.querySelector('.this-day details').open").await;
        assert_eq!(page.count_visible(".this-day li").await, count);
        // Nothing is cut off.
        let cut: bool = page
            .ask("[...document.querySelectorAll('.this-day, .this-day *')].some((part) => part.scrollHeight > part.clientHeight + 1 && getComputedStyle(part).overflowY !== 'visible')")
            .await;
        assert!(!cut);
    });
}
