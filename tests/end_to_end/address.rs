//! The address holds the view: it changes with it, Back and Forward follow, a copied one restores it, and whatever else
//! stands in it does no harm.

use daylight::dossier::date::Day;
use daylight::state::Address;

use crate::browser::{Key, Page, browse, dossier};
use crate::{choose_day, day, shows_day, view};

async fn address(page: &Page) -> Address {
    Address::parse(&page.query().await)
}

/// Waits until the address says this: what a hand moves is written a moment after its last change.
pub async fn until_query(page: &Page, query: &str) {
    page.until_is("the address says so", "location.search", query.to_owned()).await;
}

/// Comes to an address from another page: another tail alone would not load this one again.
pub async fn come(page: &Page, path: &str) {
    page.open("/404.html").await;
    page.open_ready(path).await;
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn back_and_forward_go_through_what_was_opened() {
    browse(async |page| {
        page.open_ready("/").await;
        assert_eq!(page.query().await, "");
        let rest = view(page).await;
        page.open_mark("2018-06-12-singapore-summit").await;
        until_query(page, "?event=2018-06-12-singapore-summit").await;
        let opened = view(page).await;
        page.click("#issue-security .open-issue").await;
        until_query(page, "?event=2018-06-12-singapore-summit&issue=security").await;
        let both = view(page).await;
        page.click(".switch button:last-child").await;
        until_query(page, "?event=2018-06-12-singapore-summit&issue=security&gap=ladders").await;
        page.back().await;
        page.until(
            "the charts are back",
            "document.querySelector('article.card svg[aria-label*=through]') !== null",
        )
        .await;
        assert_eq!(view(page).await, both);
        page.back().await;
        page.until("the issue is closed", "document.querySelector('article.card.open') === null").await;
        assert_eq!(view(page).await, opened);
        page.back().await;
        page.until("the event is closed", "document.querySelector('[data-panel=event]') === null").await;
        assert_eq!(view(page).await, rest);
        until_query(page, "").await;
        page.forward().await;
        page.until("the event is open again", "document.querySelector('[data-panel=event]') !== null").await;
        assert_eq!(view(page).await, opened);
        page.forward().await;
        page.until("the issue is open again", "document.querySelector('article.card.open') !== null").await;
        assert_eq!(view(page).await, both);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn date_and_zoom_stand_in_the_address_and_fill_no_history() {
    browse(async |page| {
        page.open_ready("/").await;
        let entries: f64 = page.ask("history.length").await;
        choose_day(page, day("2019-03-01")).await;
        until_query(page, "?on=2019-03-01").await;
        page.click(".tools button:nth-child(4)").await;
        page.until("the window stands in the address", "/[?&]from=.*&to=/.test(location.search)").await;
        let said = address(page).await;
        assert!(said.from < said.on && said.on < said.to, "{said:?}");
        assert_eq!(page.ask::<f64>("history.length").await, entries);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_copied_address_restores_the_view() {
    browse(async |page| {
        page.open_ready("/").await;
        choose_day(page, day("2019-02-20")).await;
        page.click(".tools button:nth-child(4)").await;
        page.click(".tools button:nth-child(2)").await;
        page.click("#issue-proof .open-issue, .card:nth-child(2) .open-issue").await;
        page.click(".switch button:last-child").await;
        page.open_mark("2019-02-27-hanoi-summit").await;
        page.until("everything stands in the address", "['on', 'from', 'to', 'event', 'issue', 'gap'].every((key) => new URLSearchParams(location.search).has(key))").await;
        let seen = view(page).await;
        let copied: String = page.ask("location.pathname + location.search").await;
        page.open("/sources/").await;
        page.open_ready(&copied).await;
        page.until("the record is open", "document.querySelector('[data-panel=event] .readings') !== null")
            .await;
        assert_eq!(view(page).await, seen);
        assert_eq!(page.ask::<String>("location.pathname + location.search").await, copied);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_short_time_comes_back_to_the_pixel() {
    browse(async |page| {
        page.open_ready("/").await;
        const MARKS: &str = "[...document.querySelectorAll('[data-surface=timeline] [data-event]')]
            .map((mark) => mark.dataset.event + ' ' + mark.getAttribute('transform')).sort()";
        let (x, y) = crate::pointer::empty_place(page).await;
        for _ in 0..2 {
            page.wheel((x, y), (0, -900), Some(Key::CTRL)).await;
        }
        page.wheel((x, y), (130, 0), None).await;
        page.wheel((x, y), (0, -170), Some(Key::CTRL)).await;
        crate::overview::rests(page).await;
        // On a slow machine the picture rests between two turns of the wheel: what the address says may be of the first.
        let (from, to) = crate::overview::window(page).await;
        let [from, to] = [from, to].map(Day::from_number_clamped);
        let shown = format!("from={from}&to={to}");
        page.until("the window stands in the address", &format!("location.search.includes('{shown}')")).await;
        let (seen, query): (Vec<String>, String) = (page.ask(MARKS).await, page.query().await);
        assert!(!seen.is_empty(), "{query}");
        // A record that is opened and left again.
        let event =
            page.ask::<String>("document.querySelector('#events-list [data-event]').dataset.event").await;
        page.run(&format!("document.querySelector('#events-list [data-event=\"{event}\"]').click()")).await;
        page.until("a record is open", "/[?&]event=/.test(location.search)").await;
        page.back().await;
        page.until_is("the address is as before", "location.search", format!("?{query}")).await;
        page.until_is("and the picture", MARKS, seen.clone()).await;
        page.reload().await;
        page.ready().await;
        page.until_is("the picture is the same", MARKS, seen).await;
        assert_eq!(page.query().await, query);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn what_an_address_says_besides_does_no_harm() {
    browse(async |page| {
        page.open_ready("/").await;
        let rest = view(page).await;
        let strange = [
            "/?utm_source=x&childId=7&initialWidth=640&parentUrl=https%3A%2F%2Fexample.org",
            "/?event=nobody&issue=nothing&on=never&from=2018&to=&gap=cake",
            "/?event=%22%5D%3Cscript%3E&issue=%zz%e2%82&on=2018-02-30&&=&=",
            "/#?secret=AbC123xyz0",
            "/?#?secret=AbC123xyz0",
        ];
        for path in strange {
            come(page, path).await;
            assert_eq!(view(page).await, rest, "{path}");
            assert_eq!(page.ask::<Vec<String>>("watched.errors").await, Vec::<String>::new(), "{path}");
        }
        come(page, "/?event=2018-06-12-singapore-summit#?secret=AbC123xyz0").await;
        page.until("the event is open", "document.querySelector('[data-panel=event]') !== null").await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn dates_outside_the_record_become_its_ends() {
    browse(async |page| {
        let span = &dossier().meta.span;
        for (asked, shown) in [("1900-01-01", span.from), ("2999-12-31", span.to), ("0001-01-01", span.from)]
        {
            page.open_ready(&format!("/?on={asked}")).await;
            shows_day_or_unknown(page, shown).await;
            assert_eq!(
                page.ask::<String>("document.getElementById('as-of-date').value").await,
                shown.to_string()
            );
        }
        // A window that lies nowhere, is empty, or runs backwards.
        for window in [
            "from=1700-01-01&to=1750-01-01",
            "from=2018-05-05&to=2018-05-05",
            "from=2019-01-01&to=2018-01-01",
        ] {
            page.open_ready(&format!("/?{window}")).await;
            assert!(
                page.count("[data-surface] svg .tick, [data-surface] svg .tick-major").await > 0,
                "{window}"
            );
            shows_day(page, day("2018-07-16")).await;
        }
    });
}

/// The field's date is the day; the sentence names it too, whichever of the two sentences it is.
async fn shows_day_or_unknown(page: &Page, on: daylight::dossier::date::Day) {
    let words = crate::WORDS.day(on, daylight::messages::DateStyle::Long);
    page.until(
        "the sentence names the day",
        &format!("document.querySelector('.headline').textContent.includes('{words}')"),
    )
    .await;
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn back_keeps_a_date_that_was_chosen_just_before_a_record_was_opened() {
    browse(async |page| {
        page.open_ready("/").await;
        choose_day(page, day("2018-06-13")).await;
        page.open_mark("2018-06-12-singapore-summit").await;
        page.back().await;
        page.until("the event is closed", "document.querySelector('[data-panel=event]') === null").await;
        shows_day(page, day("2018-06-13")).await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_link_leads_to_what_it_chooses() {
    browse(async |page| {
        for (query, section) in [
            ("q=missile", "timeline"),
            ("kind=talks&sort=change", "timeline"),
            ("compare=2018-06-12.2019-02-27.90.90", "timeline"),
            ("on=2018-07-16&sort=change", "gap"),
            ("weights=scope_3", "gap"),
            ("gap=ladders", "gap"),
            ("promise-by=b", "promises"),
            ("launch-rule=cns&promise-is=substance", "promises"),
            ("launch-rule=rok-jcs", "launches"),
            // What it chooses for one view gives way to the record that it names.
            ("issue=scope&q=missile", "issue-scope"),
        ] {
            come(page, &format!("/?{query}")).await;
            let top =
                format!("Math.abs(document.getElementById('{section}').getBoundingClientRect().top) < 70");
            page.until(&format!("{section} is at the top: {query}"), &top).await;
        }
        for query in
            ["", "?on=2018-07-16", "?from=2018-01-01&to=2018-12-31", "?launch-rule=cns", "?q=missile#words"]
        {
            come(page, &format!("/{query}")).await;
            let led = if query.ends_with("#words") { "#words" } else { "header" };
            page.frames().await;
            let top: f64 =
                page.ask(&format!("document.querySelector('{led}').getBoundingClientRect().top")).await;
            assert!(top.abs() < 70.0, "{query}: {top}");
        }
    });
}

/// As a reader copies it from the browser's menu.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_link_to_a_passage_shows_it() {
    browse(async |page| {
        for width in [1280, 390] {
            page.size(width, 844).await;
            come(page, "/#:~:text=Three%20reasons%2C%20tested").await;
            page.until(
                "the passage is in the middle",
                "((box) => Math.abs((box.top + box.bottom) / 2 - innerHeight / 2) < 60)
                    (document.getElementById('argument-heading').getBoundingClientRect())",
            )
            .await;
        }
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn keys_go_on_from_the_record_that_a_link_names() {
    browse(async |page| {
        for (query, title) in [
            ("event=2018-06-12-singapore-summit", "#event-heading"),
            ("issue=scope", "#issue-scope h3"),
            ("event=2018-06-12-singapore-summit&issue=scope", "#event-heading"),
        ] {
            come(page, &format!("/?{query}")).await;
            let held = format!("document.activeElement === document.querySelector('{title}')");
            page.until(&format!("the title has the focus: {query}"), &held).await;
            assert!(!page.ask::<bool>("document.activeElement.matches(':focus-visible')").await, "{query}");
        }
        // From record to record by Back the focus goes along.
        page.open_ready("/?event=2018-06-12-singapore-summit").await;
        let first = page.text("#event-heading").await;
        page.click("[data-panel=event] a[data-event]").await;
        page.until(
            "another record",
            &format!("document.getElementById('event-heading').textContent !== {first:?}"),
        )
        .await;
        page.until("its title has the focus", "document.activeElement.id === 'event-heading'").await;
        page.back().await;
        page.until_is(
            "the first record",
            "document.getElementById('event-heading')?.textContent",
            Some(first),
        )
        .await;
        page.until("its title has the focus", "document.activeElement.id === 'event-heading'").await;
    });
}

/// A step's own link names its date also where that is the one that the page opens with.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_link_that_says_more_than_it_must_makes_no_entry_of_its_own() {
    browse(async |page| {
        for query in [
            "?on=2018-07-16&step=two-accounts#gap",
            "?event=2018-06-12-singapore-summit&on=2018-07-16&kind=cake",
        ] {
            // An entry of its own, so that none is left beyond it.
            page.open(&format!("/404.html?{}", query.len())).await;
            let before: f64 = page.ask("history.length").await;
            page.open_ready(&format!("/{query}")).await;
            page.until("the address says what it must", "!location.search.includes('on=')").await;
            assert_eq!(page.ask::<f64>("history.length").await, before + 1.0, "{query}");
            assert_eq!(
                page.ask::<String>("location.hash").await,
                if query.ends_with("#gap") { "#gap" } else { "" }
            );
            page.back().await;
            page.until("back leads out", "location.pathname === '/404.html'").await;
        }
    });
}
