//! Everything by keys alone, in the page's own order, and no key taken from where it belongs.

use daylight::index::Index;
use serde_json::json;

use crate::browser::{Key, Page, browse, dossier};
use crate::{choose_day, day, view, window};

/// What has the focus, named by the part of the page it belongs to.
const WHERE: &str = "((at) =>
    at === document.body ? 'body'
    : at.matches('[data-surface=timeline] [tabindex]') ? 'mark'
    : at.matches('[data-thumb]') ? 'thumb'
    : at.id === 'as-of-date' ? 'date'
    : at.matches('.play') ? 'play'
    : at.matches('.this-day a') ? 'this day'
    : at.matches('.turn') ? 'turn'
    : at.matches('.total a[data-day]') ? 'closest and farthest'
    : at.id === 'gap-order' ? 'order'
    : at.matches('.gap-table summary') ? 'table'
    : at.matches('.slider') ? 'slider'
    : at.matches('.skip') ? 'skip'
    : at.matches('.sentence a') ? 'sentence'
    : at.matches('.presets button') ? 'preset'
    : at.matches('.step') ? 'step'
    : at.matches('.tools button') ? 'tool'
    : at.matches('.find-bar input') ? 'search'
    : at.matches('.find-bar button') ? 'filters'
    : at.matches('#timeline > .show-list') ? 'events list'
    : at.matches('.switch button') ? 'switch'
    : at.matches('.tag, .open-issue') ? 'card'
    : at.matches('#gap > .show-list') ? 'positions list'
    : at.closest('#record') ? 'record'
    : at.matches('.languages a') ? 'language'
    : at.matches('a[href*=\"share/?view=\"]') ? 'share'
    : at.matches('[data-take]') ? 'download'
    : at.outerHTML.slice(0, 120))(document.activeElement)";

const ACTIVE: &str = "document.activeElement.dataset?.event ?? document.activeElement.dataset?.cluster ?? document.activeElement.id";

async fn until_on(page: &Page, id: &str) {
    page.until_is("the focus is there", ACTIVE, id.to_owned()).await;
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn tab_goes_through_the_page_in_its_order() {
    browse(async |page| {
        page.open_ready("/").await;
        let mut stops: Vec<String> = Vec::new();
        for _ in 0..90 {
            page.press(Key::TAB).await;
            let stop: String = page.ask(WHERE).await;
            if stop == "record" {
                break;
            }
            stops.push(stop);
        }
        // The date field has a stop for each of its parts.
        stops.dedup_by(|a, b| a == b && a == "date");
        let count = |name: &str| stops.iter().filter(|stop| *stop == name).count();
        let mut order = stops.clone();
        order.dedup();
        let wanted = [
            "language",
            "skip",
            "sentence",
            "preset",
            "date",
            "step",
            "play",
            "slider",
            "share",
            "download",
            "closest and farthest",
            "turn",
            "this day",
            "share",
            "download",
            "tool",
            "search",
            "filters",
            "mark",
            "thumb",
            "events list",
            "share",
            "download",
            "order",
            "switch",
            "card",
            "table",
            "positions list",
        ];
        assert_eq!(order, wanted);
        assert_eq!((count("mark"), count("slider"), count("tool")), (1, 1, 7));
        assert_eq!((count("preset"), count("card")), (dossier().presets.len(), 2 * dossier().issues.len()));
        assert_eq!(count("thumb"), 3);
        // And back: the way out of the timeline is one step.
        page.focus("[data-surface] [data-event][tabindex='0']").await;
        page.press(Key::TAB).await;
        page.until_is("after the timeline", WHERE, "thumb".to_owned()).await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_timeline_is_walked_by_arrows_and_opened_by_enter() {
    browse(async |page| {
        page.open_ready("/").await;
        let index = Index::of_events(&dossier().events, "en");
        let instant = |id: &str| index.place(id).and_then(|place| index.instant(place)).unwrap();
        let lane = |id: &str| index.get(index.place(id).unwrap()).unwrap().lane;
        page.focus("[data-surface=timeline] [data-event][tabindex='0']").await;
        let mut at: String = page.ask(ACTIVE).await;
        // It begins where the reader looks: nearest to the as-of date.
        assert!(at.starts_with("2018-07"), "{at}");
        // The marks stand in the page in time order.
        let beside = "((mark, by) => {
            const all = [...document.querySelectorAll('[data-surface=timeline] :is([data-event], [data-cluster])')];
            const found = all[all.indexOf(mark) + by];
            return found && (found.dataset.event ?? found.dataset.cluster);
        })(document.activeElement, arguments[0])";
        for (key, by) in [(Key::RIGHT, 1), (Key::RIGHT, 1), (Key::LEFT, -1)] {
            let next: String = page.ask_with(beside, &[json!(by)]).await;
            page.press(key).await;
            until_on(page, &next).await;
            at = next;
            assert_eq!(page.count("[data-surface=timeline] [tabindex='0']").await, 1);
        }
        for (key, up) in [(Key::UP, true), (Key::DOWN, false), (Key::DOWN, false)] {
            page.press(key).await;
            page.until(&format!("{key:?} moves the focus"), &format!("({ACTIVE}) !== {at:?}")).await;
            let next: String = page.ask(ACTIVE).await;
            let order = |id: &str| Index::LANES.iter().position(|other| *other == lane(id)).unwrap();
            assert!(if up { order(&next) < order(&at) } else { order(&next) > order(&at) }, "{at} {next}");
            at = next;
        }
        for (key, years) in [(Key::PAGE_DOWN, 1.0), (Key::PAGE_UP, -1.0), (Key::PAGE_UP, -1.0)] {
            page.press(key).await;
            page.until(&format!("{key:?} moves the focus"), &format!("({ACTIVE}) !== {at:?}")).await;
            let next: String = page.ask(ACTIVE).await;
            // The first event at least a year away; a cluster it is in may begin some days before it.
            let days = (instant(&next) - instant(&at)) * years;
            assert!((340.0..800.0).contains(&days), "{at} {next}");
            at = next;
        }
        let ids: Vec<&str> = index.entries().map(|entry| entry.id).collect();
        for (key, wanted) in [(Key::HOME, ids[0]), (Key::RIGHT, ids[1]), (Key::END, ids[ids.len() - 1])] {
            page.press(key).await;
            until_on(page, wanted).await;
            assert_eq!(page.count("[data-surface=timeline] [tabindex='0']").await, 1);
            assert_eq!(
                page.count_visible(&format!("[data-surface=timeline] [data-event='{wanted}'] .glyph")).await,
                1
            );
            at = wanted.to_owned();
        }
        page.press(Key::ENTER).await;
        until_on(page, "event-heading").await;
        assert_eq!(page.text("#event-heading").await, dossier().event(&at).unwrap().title.get("en"));
        page.press(Key::ESCAPE).await;
        until_on(page, &at).await;
        assert_eq!(page.count("[data-panel=event]").await, 0);
        // Space opens as well; Escape on the mark itself closes.
        page.press(Key(' ')).await;
        until_on(page, "event-heading").await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_zoom_by_keys_keeps_the_focus_on_its_mark() {
    browse(async |page| {
        const LENGTH: &str = "((from, to) => to.ariaValueNow - from.ariaValueNow)(
            ...document.querySelectorAll('[data-thumb=from], [data-thumb=to]'))";
        page.open_ready("/").await;
        let marks: Vec<String> = page
            .ask(
                "((marks) => [marks[1], marks.at(-2)].map((mark) => mark.dataset.event))(
                    [...document.querySelectorAll('[data-surface=timeline] [data-event]')].sort((one, other) =>
                        one.getBoundingClientRect().left - other.getBoundingClientRect().left))",
            )
            .await;
        for id in marks {
            page.open_ready("/").await;
            let mark = format!("[data-surface=timeline] [data-event='{id}']");
            page.focus(&mark).await;
            for _ in 0..8 {
                let before: i64 = page.ask(LENGTH).await;
                page.press(Key('+')).await;
                page.until("the time is shorter", &format!("{LENGTH} < {before}")).await;
                page.frames().await;
                until_on(page, &id).await;
            }
        }
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn what_time_the_timeline_shows_is_told_after_each_step() {
    browse(async |page| {
        const WINDOW: &str = "document.getElementById('timeline-window').textContent";
        page.open_ready("/").await;
        page.run(
            "window.told = []; const status = document.querySelector('#daylight > [role=status]');
            new MutationObserver(() => window.told.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });",
        )
        .await;
        let last = format!("window.told.at(-1) === {WINDOW}");
        // By a button, then by keys: what is held down is told once.
        page.focus(".tools > button:nth-of-type(4)").await;
        page.press(Key::ENTER).await;
        page.until("a button's step is told", &last).await;
        assert_eq!(page.ask::<usize>("window.told.length").await, 1);
        page.focus("[data-surface=timeline] [data-event][tabindex='0']").await;
        page.press_all(&[Key('-'); 3]).await;
        page.until("the keys' steps are told", &last).await;
        assert_eq!(page.ask::<usize>("window.told.length").await, 2);
        // A slider says itself where it is, a mark what it is, and a hand sees what it does.
        let before: String = page.ask(WINDOW).await;
        page.focus("[data-thumb=window]").await;
        page.press(Key::LEFT).await;
        page.until("the window moves", &format!("{WINDOW} !== {before:?}")).await;
        let (x, y) = page.middle("[data-surface=timeline]").await;
        page.drag((x, y), (x + 120, y)).await;
        page.run_async("setTimeout(done, 800)").await;
        assert_eq!(page.ask::<usize>("window.told.length").await, 2);
        // Down the page the pictures have no such words; the overview has.
        page.size(400, 800).await;
        page.until("time runs down", "document.querySelector('.stage > .down') !== null").await;
        page.focus(".tools > button:nth-of-type(6)").await;
        page.press(Key::ENTER).await;
        page.until(
            "the days are told",
            "window.told.at(-1) === document.querySelector('[data-thumb=window]').ariaValueText",
        )
        .await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn keys_outside_the_timeline_are_left_alone() {
    browse(async |page| {
        page.open_ready("/").await;
        let rest = view(page).await;
        for place in [".skip", ".tools button", ".show-list", ".open-issue", "#event-heading"] {
            if place == "#event-heading" {
                page.open_mark("2018-06-12-singapore-summit").await;
            } else {
                page.focus(place).await;
            }
            let before = view(page).await;
            for key in [Key::LEFT, Key::RIGHT, Key::HOME, Key::END, Key::PAGE_DOWN, Key('+'), Key('-')] {
                page.press(key).await;
            }
            assert_eq!(view(page).await, before, "at {place}");
        }
        page.press(Key::ESCAPE).await;
        page.until("the record is closed", "document.querySelector('[data-panel=event]') === null").await;
        assert_eq!(view(page).await["sentence"], rest["sentence"]);

        // In the date field arrows count its parts up and down, and nothing else moves.
        choose_day(page, day("2018-07-16")).await;
        let tab_stop: String =
            page.ask("document.querySelector('[data-surface] [tabindex=\"0\"]').dataset.event").await;
        let before = window(page).await;
        page.focus("#as-of-date").await;
        page.press(Key::RIGHT).await;
        page.press(Key::UP).await;
        page.until_is(
            "the field counts the day up",
            "document.getElementById('as-of-date').value",
            "2018-07-17".to_owned(),
        )
        .await;
        assert_eq!(window(page).await, before);
        assert_eq!(
            page.ask::<String>("document.querySelector('[data-surface] [tabindex=\"0\"]').dataset.event")
                .await,
            tab_stop
        );
        assert_eq!(page.ask::<String>("document.activeElement.id").await, "as-of-date");
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn an_issue_opens_by_enter_and_closes_by_escape() {
    browse(async |page| {
        page.open_ready("/").await;
        let id = &dossier().issues[0].id;
        page.focus(&format!("#issue-{id} .open-issue")).await;
        page.press(Key::ENTER).await;
        page.until_is(
            "the heading has the focus",
            "document.activeElement.tagName + ' ' + document.activeElement.closest('article')?.id",
            format!("H3 issue-{id}"),
        )
        .await;
        page.press(Key::ESCAPE).await;
        page.until_is(
            "the focus is on a button of the card",
            "document.activeElement.tagName + ' ' + document.activeElement.closest('article')?.id",
            format!("BUTTON issue-{id}"),
        )
        .await;
        assert_eq!(page.count("article.card.open").await, 0);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn lists_open_by_keys_and_their_links_open_records() {
    browse(async |page| {
        page.open_ready("/").await;
        page.focus("#timeline > .show-list").await;
        page.press(Key::ENTER).await;
        page.until_is(
            "the list is open",
            "document.querySelector('#timeline > .show-list').getAttribute('aria-expanded')",
            json!("true"),
        )
        .await;
        assert_eq!(page.count_visible("#events-list li").await, dossier().events.len());
        page.focus("#events-list a[data-event='2018-06-12-singapore-summit']").await;
        page.press(Key::ENTER).await;
        until_on(page, "event-heading").await;
        assert_eq!(page.ask::<String>("location.pathname").await, "/");
    });
}
