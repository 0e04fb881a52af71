//! The parts of an opened dossier's record below the gap: they are those of a built page, and behave as there.

use daylight::dossier::Dossier;
use daylight::dossier::text::Text;
use serde_json::{Value, json};

use crate::browser::{Change, Key, POLICY, Page, Part, browse, browse_changed, dossier};
use crate::{choose_day, day};

const OPENED: &str = "/open/?dossier=/dossier.json";
const MINE: &str = "/mine.json";

/// What stands in each of the six sections, and what of it is marked or placed by the date (where a line that is away once stood does
/// not matter). Long tables are apart: a built page links
/// to them, an opened one has them in place.
const RECORD: &str = "['words', 'meetings', 'clock', 'promises', 'launches', 'argument'].map((id) => {
    const copy = document.querySelector('#record > #' + id)?.cloneNode(true);
    if (!copy) return id;
    // Only a built page has a page that hands out codes.
     copy.querySelectorAll('a[href*=share]').forEach((part) => part.remove());
     copy.querySelectorAll(':scope > :is(.as-table, .talks-table, .launch-table)').forEach((part) => part.remove());
    const dated = [...copy.querySelectorAll('[data-dates], [data-playhead]')].map((part) =>
        part.hasAttribute('data-now') + ' ' + (part.hasAttribute('data-away') || part.getAttribute('transform')));
    return [id, copy.textContent, dated.join(' ')];
})";

/// The real dossier with a change, as one file.
fn changed(change: impl FnOnce(&mut Dossier)) -> String {
    let mut dossier = dossier().clone();
    dossier.schema = None;
    change(&mut dossier);
    serde_json::to_string(&dossier).unwrap()
}

fn without_the_records() -> String {
    changed(|dossier| *dossier = dossier.record())
}

/// Hebrew, and what would be a program if it were markup.
const HOSTILE: &str =
    "\u{5e9}\u{5dc}\u{5d5}\u{5dd} <b>bold</b> <img src=x onerror='window.struck = true'> \" &amp;";

fn hostile() -> String {
    changed(|dossier| {
        let text = || Text::from(HOSTILE);
        dossier.documents[0].title = text();
        dossier.processes[0].title = text();
        dossier.estimates[0].by = text();
        dossier.commitments[0].text = text();
        dossier.arms_tests.as_mut().unwrap().note = Some(text());
        dossier.argument.as_mut().unwrap().steps[0].title = text();
    })
}

/// Waits until all parts are on the page.
async fn whole(page: &Page) {
    page.until("the last part is here", "document.querySelector('#record > #sources') !== null").await;
    page.ready().await;
    page.frames().await;
}

/// Where the issues are on the screen: what comes in above them, a notice, moves the page and not them.
async fn issues(page: &Page) -> f64 {
    page.ask("document.getElementById('gap').getBoundingClientRect().top").await
}

/// The browser looks for the place before there is one.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn who_loads_an_opened_dossier_anew_is_where_they_were() {
    browse(async |page| {
        let top = "document.getElementById('clock')?.getBoundingClientRect().top ?? 1e6";
        page.open(OPENED).await;
        whole(page).await;
        page.run("document.getElementById('clock').scrollIntoView(); scrollBy(0, 300)").await;
        page.frames().await;
        let before: f64 = page.ask(top).await;
        page.reload().await;
        whole(page).await;
        page.until("the reader is there again", &format!("Math.abs(({top}) - {before}) < 60")).await;
        // Who has gone on meanwhile stays there.
        page.reload().await;
        page.drawn().await;
        page.press(Key::SHIFT).await;
        page.run("scrollTo(0, 0)").await;
        whole(page).await;
        assert!(page.ask::<f64>("scrollY").await < 60.0);
    });
}

/// Though its address names an event.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn who_loads_an_opened_dossier_anew_at_its_top_stays_there() {
    browse(async |page| {
        page.open(&format!("{OPENED}&event=2018-06-12-singapore-summit")).await;
        whole(page).await;
        page.until("the event is shown", "scrollY > 100").await;
        page.press(Key::SHIFT).await;
        page.run("scrollTo(0, 0)").await;
        page.frames().await;
        page.reload().await;
        whole(page).await;
        page.until("the reader is at the top again", "scrollY < 60").await;
        page.frames().await;
        assert!(page.ask::<f64>("scrollY").await < 60.0);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_sections_are_those_of_the_built_page_on_every_date() {
    browse(async |page| {
        // One date from the address, another by hand.
        page.open(&format!("{OPENED}&on=2019-03-01")).await;
        whole(page).await;
        let opened: Value = page.ask(RECORD).await;
        assert!(opened.as_array().unwrap().iter().all(Value::is_array), "a section is missing: {opened}");
        choose_day(page, day("2017-12-01")).await;
        page.until_is(
            "all of them follow",
            "document.querySelector('#clock [data-as-of]').textContent",
            "1 December 2017".to_owned(),
        )
        .await;
        page.open_ready("/?on=2019-03-01").await;
        page.until_is("the built page says the same", RECORD, opened).await;
        choose_day(page, day("2017-12-01")).await;
        page.until(
            "it follows",
            "document.querySelector('#clock [data-as-of]').textContent === '1 December 2017'",
        )
        .await;
        page.until("all of it", "[...document.querySelectorAll('#record [data-as-of]')].every((date) => date.textContent === '1 December 2017')").await;
        let built: Value = page.ask(RECORD).await;
        page.open(OPENED).await;
        whole(page).await;
        choose_day(page, day("2017-12-01")).await;
        page.until_is("the opened page says the same", RECORD, built).await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn every_link_leads_somewhere() {
    browse(async |page| {
        page.open(OPENED).await;
        whole(page).await;
        let dead: Vec<String> = page
            .ask(
                "[...document.querySelectorAll('#record a')].filter((link) => {
                    if (link.origin !== location.origin) return !link.protocol.startsWith('http');
                    if (link.pathname !== location.pathname) return true;
                    const query = new URLSearchParams(link.search);
                    if (query.get('dossier') !== '/dossier.json') return true;
                    // What it opens, or a place of the page.
                    return link.hash ? document.getElementById(link.hash.slice(1)) === null : !query.get('event');
                }).map((link) => link.getAttribute('href'))",
            )
            .await;
        assert_eq!(dead, Vec::<String>::new());
        // A source by number: its entry, though the list is folded.
        page.click("#clock .clock-table summary").await;
        page.click("#clock .clock-table li a").await;
        page.until(
            "its entry is on screen",
            "((top) => top > -2 && top < innerHeight)(document.querySelector(location.hash).getBoundingClientRect().top)",
        )
        .await;
        assert_eq!(page.count_visible(".all-sources > li:target").await, 1);
        // An event: its record.
        page.click("#argument .step-events a").await;
        page.until("the record is open", "document.getElementById('event-heading') !== null").await;
        // A choice of promises, by the style sheet alone.
        let all = page.count_visible("#promises .promise").await;
        page.click("#promise-is-symbol").await;
        let symbols = page.count_visible("#promises .promise").await;
        assert!(0 < symbols && symbols < all, "{symbols} of {all}");
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_tour_leads_through_it_and_an_address_names_a_step() {
    browse(async |page| {
        page.open(&format!("{OPENED}&on=2018-07-16&step=how-long")).await;
        let title = "document.querySelector('#tour:not([hidden]) h3')?.textContent";
        page.until_is("the step is shown", title, Some("Second reason: how long would it take?".to_owned()))
            .await;
        page.until(
            "its view is on screen",
            "Math.abs(document.getElementById('clock').getBoundingClientRect().top) < 60",
        )
        .await;
        page.click("[data-do=tour-next]").await;
        let date = "document.getElementById('as-of-date').value";
        page.until_is("the date of the next step", date, "2019-03-01".to_owned()).await;
        assert!(page.query().await.starts_with("dossier=/dossier.json&"), "{}", page.query().await);
        page.back().await;
        page.until_is("the date of the step before", date, "2018-07-16".to_owned()).await;
        page.until_is("its text", title, Some("Second reason: how long would it take?".to_owned())).await;
        page.click("[data-do=tour-leave]").await;
        page.until("the tour is left", "document.getElementById('tour').hidden").await;
        page.click(".tour-start a:first-child").await;
        page.until(
            "it begins again",
            "document.getElementById('tour-count').textContent.startsWith('Step 1 of ')",
        )
        .await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_named_place_is_shown_when_it_comes_unless_the_reader_has_moved() {
    browse_changed(vec![Change::Late(Part::Checker)], async |page| {
        page.open(&format!("{OPENED}#clock")).await;
        page.ready().await;
        page.frames().await;
        assert_eq!(page.count("#record").await, 0);
        page.wheel((400, 400), (0, 300), None).await;
        page.until("the page has moved", "scrollY === 300").await;
        let before = issues(page).await;
        page.site.mend();
        whole(page).await;
        let after = issues(page).await;
        assert!((after - before).abs() < 2.0, "{after} is not {before}");
        // Once more, and this time the reader waits.
        page.open("/open/").await;
        page.open(&format!("{OPENED}#clock")).await;
        page.until(
            "it is shown",
            "Math.abs(document.getElementById('clock')?.getBoundingClientRect().top) < 60",
        )
        .await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn what_a_dossier_does_not_have_leaves_no_trace() {
    browse_changed(vec![Change::File(MINE, without_the_records)], async |page| {
        page.open("/open/?dossier=mine.json").await;
        whole(page).await;
        let sections: Vec<String> =
            page.ask("[...document.getElementById('record').children].map((part) => part.id)").await;
        assert_eq!(sections, ["sources", "as-of-bar"]);
        let dead: Vec<String> = page
            .ask(
                "[...document.querySelectorAll('a[href^=\"#\"]')].map((link) => link.getAttribute('href'))
                    .filter((href) => document.getElementById(href.slice(1)) === null)",
            )
            .await;
        assert_eq!(dead, Vec::<String>::new());
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn no_text_is_markup_and_one_from_right_to_left_runs_so() {
    browse_changed(vec![Change::File(MINE, hostile)], async |page| {
        page.open("/open/?dossier=mine.json").await;
        whole(page).await;
        let places = [
            "#words h4",
            "#meetings h3",
            "#clock .clock-table b",
            "#promises .promise h3",
            "#argument .step-text h3",
        ];
        for place in places {
            let texts: Vec<String> = page
                .ask_with(
                    "[...document.querySelectorAll(arguments[0])].map((part) => part.textContent)",
                    &[json!(place)],
                )
                .await;
            assert!(texts.iter().any(|text| text == HOSTILE), "{place}: {texts:?}");
        }
        assert_eq!(page.count("#record img, #record script, #record [onerror], #record [style]").await, 0);
        assert!(page.ask::<bool>("window.struck === undefined").await);
        let direction = "getComputedStyle(document.querySelector('#promises .promise h3')).direction";
        assert_eq!(page.ask::<String>(direction).await, "rtl");
        assert_eq!(page.violations().await, Vec::<String>::new());
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn without_workers_and_under_the_strict_policy_it_is_the_same() {
    browse_changed(vec![Change::Header(Part::All, "content-security-policy", POLICY)], async |page| {
        page.open(OPENED).await;
        whole(page).await;
        let by_worker: Value = page.ask(RECORD).await;
        page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": "delete window.Worker;" }))
            .await;
        page.open(OPENED).await;
        whole(page).await;
        assert!(page.ask::<bool>("!('Worker' in window)").await);
        page.until_is("the page writes it itself", RECORD, by_worker).await;
        assert_eq!(page.violations().await, Vec::<String>::new());
        assert_eq!(page.errors().await, Vec::<String>::new());
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn without_the_checker_the_page_says_what_is_missing() {
    browse_changed(vec![Change::Missing(Part::Checker)], async |page| {
        page.open(OPENED).await;
        page.ready().await;
        page.until("it says so", "!document.getElementById('notice').hidden").await;
        assert!(page.text("#notice").await.contains("not checked"), "{}", page.text("#notice").await);
        assert_eq!(page.count("#record").await, 0);
        assert_eq!(page.text("#daylight h1").await, dossier().meta.title.get("en"));
    });
}
