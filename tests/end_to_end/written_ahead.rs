//! What was written ahead follows the as-of date, and the tour leads through it.

use serde_json::json;

use crate::browser::browse;
use crate::{choose_day, day};

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn what_holds_on_the_date_is_marked_wherever_it_stands() {
    browse(async |page| {
        page.open_ready("/").await;
        // All that says when it holds, and whether it is marked as the date has it.
        let wrong = |on: &str| {
            format!(
                "[...document.querySelectorAll('#promises [data-dates]')].filter((part) => {{
                    const [from, end] = part.dataset.dates.split(' ').map(Number);
                    const holds = from <= {0} && !(end <= {0});
                    return holds !== part.hasAttribute('data-now');
                }}).length",
                day(on).number()
            )
        };
        assert!(page.count("#promises [data-dates]").await > 40);
        assert_eq!(page.ask::<usize>(&wrong("2018-07-16")).await, 0, "as it was written");
        choose_day(page, day("2019-03-01")).await;
        // Far below the screen too, where not only the eye reads.
        page.until_is("all is as the date has it", &wrong("2019-03-01"), 0).await;
        let words: String = page.ask("document.querySelector('#promises [data-as-of]').textContent").await;
        assert_eq!(words, "1 March 2019");
    });
}

/// Where there is much to do the app tells what it restored from the address only after it is ready.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_link_brings_what_it_names_into_view_on_a_slow_machine() {
    browse(async |page| {
        page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": 6 })).await;
        for (query, id) in [
            ("on=2018-07-16&step=how-long", "clock"),
            ("event=2018-09-19-pyongyang-declaration", "timeline"),
            ("issue=remains", "issue-remains"),
        ] {
            page.open_ready(&format!("/?{query}")).await;
            let top = format!("Math.abs(document.getElementById('{id}').getBoundingClientRect().top) < 60");
            page.until(query, &top).await;
        }
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_link_to_a_step_shows_it_and_back_leads_to_the_one_before() {
    browse(async |page| {
        page.open_ready("/?on=2018-07-16&step=how-long").await;
        page.until_is(
            "the step is shown",
            "document.querySelector('#tour:not([hidden]) h3')?.textContent",
            Some("Second reason: how long it takes".to_owned()),
        )
        .await;
        page.until(
            "its view is on screen",
            "Math.abs(document.getElementById('clock').getBoundingClientRect().top) < 60",
        )
        .await;
        page.click("[data-do=tour-next]").await;
        page.until_is(
            "the date of the next step",
            "document.getElementById('as-of-date').value",
            "2019-03-01".to_owned(),
        )
        .await;
        page.back().await;
        page.until_is(
            "the date of the step before",
            "document.getElementById('as-of-date').value",
            "2018-07-16".to_owned(),
        )
        .await;
        page.until("its address", "location.search.includes('step=how-long')").await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn play_runs_from_turning_point_to_turning_point_and_any_key_stops_it() {
    browse(async |page| {
        page.open_ready("/").await;
        let turns: Vec<String> = {
            let mut days: Vec<_> = daylight::analysis::turning_points(crate::browser::dossier())
                .into_iter()
                .map(|point| point.on)
                .filter(|on| *on > day("2018-07-16"))
                .collect();
            days.dedup();
            days.iter().take(2).map(ToString::to_string).collect()
        };
        page.click(".play").await;
        for turn in &turns {
            page.until_is(
                "the next turning point",
                "document.getElementById('as-of-date').value",
                turn.clone(),
            )
            .await;
        }
        page.focus(".headline a").await;
        page.press(crate::browser::Key::SHIFT).await;
        page.until("it stands still", "document.querySelector('.play').textContent === 'Play'").await;
    });
}
