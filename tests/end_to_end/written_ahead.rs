//! What was written ahead follows the as-of date, and the tour leads through it.

use serde_json::json;

use crate::address::come;
use crate::browser::{Key, Page, browse};
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
        // What a citation of a number is to add is the day that the reader sees.
        let cited: String = page.ask("document.querySelector('#sources [data-as-of]').textContent").await;
        assert_eq!(cited, "1 March 2019");
    });
}

/// Links of the steps say their date in the attribute by which a date field does.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_argument_is_walked_through_with_tab_without_a_fault() {
    browse(async |page| {
        page.open_ready("/").await;
        page.run(
            "for (const link of document.querySelectorAll('#argument [data-step]:not([hidden])')) { link.focus(); link.blur(); }",
        )
        .await;
        page.frames().await;
        assert!(page.count("#argument [data-step]").await > 8);
        assert_eq!(page.errors().await, Vec::<String>::new());
        assert_eq!(page.log().await, Vec::<String>::new());
    });
}

/// Whether a section is at the top of the screen, or as near as the end of the page lets it, and stays there when all that lies above it is
/// laid out.
async fn assert_leads_to(page: &Page, id: &str, width: u32) {
    let tops: [f64; 2] = page
        .ask(&format!(
            "(() => {{
                const section = document.getElementById('{id}'), {{ scrollHeight }} = document.documentElement;
                const top = () => Math.min(section.getBoundingClientRect().top, scrollHeight - innerHeight - scrollY);
                const before = top();
                const above = [...document.querySelectorAll('#gap .card, #record > section')]
                    .filter((part) => part.compareDocumentPosition(section) & Node.DOCUMENT_POSITION_FOLLOWING);
                for (const part of above) part.style.contentVisibility = 'visible';
                return [before, top()];
            }})()"
        ))
        .await;
    // The bar with the date makes room for itself at the end of the page, once it is there.
    assert!(tops.iter().all(|top| top.abs() <= 60.0), "{id} at {width}: {tops:?}");
}

/// Far sections are laid out only when they are near, and what lies above the named one must not be: it would push that away.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_link_to_a_section_leads_there_and_stays() {
    browse(async |page| {
        for width in [375, 1280] {
            page.size(width, 800).await;
            page.open_ready("/").await;
            let sections: Vec<String> =
                page.ask("[...document.querySelectorAll('#record > section[id]:not(.as-of-bar)')].map((section) => section.id)").await;
            assert!(sections.len() > 5, "{sections:?}");
            for id in &sections {
                page.open("/method/").await;
                page.open_ready(&format!("/#{id}")).await;
                assert_leads_to(page, id, width).await;
            }
            page.open_ready("/").await;
            page.run_async(
                "addEventListener('hashchange', () => done(true), { once: true }); location.hash = '#meetings';",
            )
            .await;
            page.until(
                "nothing is laid out for it any more",
                "document.documentElement.dataset.whole === undefined",
            )
            .await;
            assert_leads_to(page, "meetings", width).await;
        }
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
            Some("Second reason: how long would it take?".to_owned()),
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

/// Whose promises, of what sort, and by whose count: what is chosen without a program is in the address beside what the program writes.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn what_is_chosen_by_buttons_alone_is_kept_by_the_address() {
    browse(async |page| {
        let chosen = "[...document.querySelectorAll('#record input[type=radio]:checked')].map((button) => button.value).join()";
        page.open_ready("/").await;
        page.click("#promise-by-o").await;
        page.click("#promise-is-substance").await;
        assert_eq!(page.count_visible("#promises .promise").await, 2);
        let button =
            "document.querySelector('label:has(#promise-is-substance)').innerText.replace(/\\s+/g, ' ')";
        assert_eq!(page.ask::<String>(button).await, "Substance 2", "it counts what it leaves");
        page.click("[name=launch-rule][value=rok-jcs]").await;
        choose_day(page, day("2019-03-01")).await;
        page.until("the program has written", "location.search.includes('on=2019-03-01')").await;
        assert_eq!(
            page.query().await.trim_start_matches('?'),
            "promise-by=o&promise-is=substance&launch-rule=rok-jcs&on=2019-03-01"
        );
        page.reload().await;
        page.ready().await;
        page.until_is("all three are chosen again", chosen, "o,substance,rok-jcs".to_owned()).await;
        // What stands first is not named, and what nobody knows chooses nothing.
        page.click("#promise-by-any").await;
        page.until("its name is gone", "!location.search.includes('promise-by')").await;
        page.open_ready("/?promise-by=nobody&launch-rule=").await;
        page.until_is("the first of each", chosen, "any,all,cns".to_owned()).await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_years_of_the_promises_cover_nothing_that_has_the_focus() {
    browse(async |page| {
        page.size(320, 568).await;
        page.open_ready("/").await;
        page.focus("#promises .promise:last-child summary").await;
        for _ in 0..20 {
            page.press_with(Key::SHIFT, Key::TAB).await;
            page.frames().await;
            let covered: bool = page
                .ask(
                    "document.activeElement.closest('.promise') !== null
                    && document.activeElement.getBoundingClientRect().top < document.querySelector('.strip-head').getBoundingClientRect().bottom",
                )
                .await;
            assert!(!covered, "{}", page.ask::<String>("document.activeElement.textContent").await);
        }
    });
}

/// Letters twice as large leave the pictures their room, and the years apart.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn pictures_stand_below_the_words_where_letters_are_large() {
    browse(async |page| {
        page.open_ready("/").await;
        let share = |inner: &str, outer: &str| {
            format!(
                "(() => {{ const width = (one) => document.querySelector(one).getBoundingClientRect().width; return width('{inner}') / width('{outer}'); }})()"
            )
        };
        for (width, size, alone) in [(1280, "100%", false), (1280, "200%", true), (320, "200%", true)] {
            page.size(width, 800).await;
            page.run(&format!("document.documentElement.style.fontSize = '{size}'")).await;
            page.frames().await;
            for (inner, outer) in [(".claims svg", "#clock"), (".promise .strip", "#promises")] {
                let share: f64 = page.ask(&share(inner, outer)).await;
                assert_eq!(share > 0.95, alone, "{inner} has {share} of the room, {width} wide at {size}");
            }
            let touching: usize = page
                .ask(
                    "(() => {
                        const years = [...document.querySelectorAll('.strip-head li')].filter((year) => getComputedStyle(year).visibility === 'visible');
                        const words = years.map((year) => { const range = document.createRange(); range.selectNodeContents(year); return range.getBoundingClientRect(); });
                        return words.filter((word, place) => place > 0 && word.left < words[place - 1].right + 4).length;
                    })()",
                )
                .await;
            assert_eq!(touching, 0, "years touch, {width} wide at {size}");
        }
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_steps_panel_leads_to_what_it_shows() {
    browse(async |page| {
        for (step, place) in [("who-gives", "issue-sequence"), ("missed-meeting", "timeline")] {
            come(page, &format!("/?step={step}")).await;
            page.until("the step is shown", "document.querySelector('#tour:not([hidden]) h3') !== null")
                .await;
            let heading = page.text(&format!("#{place} :is(h2, h3)")).await;
            assert_eq!(page.text("#tour p:last-child a").await, heading, "{step}");
            page.focus("#tour p:last-child a").await;
            page.press(Key::ENTER).await;
            page.until_is("the address names it", "location.hash", format!("#{place}")).await;
            page.press(Key::TAB).await;
            page.until(
                "keys go on from there",
                &format!("document.activeElement.closest('#{place}') !== null"),
            )
            .await;
            assert!(page.query().await.contains(step), "the step stays");
        }
    });
}
