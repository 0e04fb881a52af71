//! Finding events: what is typed and chosen narrows picture, list and count; the address holds it; and where nothing is left,
//! the page says what to drop.

use daylight::find::{Choice, Filter, Matches, Searchable};
use serde_json::json;

use crate::browser::{Change, Key, Page, Part, browse, browse_changed, dossier};

/// What a filter leaves, worked out natively.
fn found(filter: &Filter) -> Matches {
    Searchable::of(dossier(), true).find(filter)
}

fn text(words: &str) -> Filter {
    Filter { text: words.to_owned(), ..Filter::default() }
}

fn with(choices: impl IntoIterator<Item = Choice>) -> Filter {
    let mut filter = Filter::default();
    for choice in choices {
        filter.choose(choice, true);
    }
    filter
}

/// Waits until the page says this count, to those who see it and to those who do not.
async fn until_found(page: &Page, count: usize) {
    let words = format!("{count} of {} events", dossier().events.len());
    page.until_is("the count is shown", "document.querySelector('.found').textContent", words.clone()).await;
    page.until_is("the count is told", "document.querySelector('.find [role=status]').textContent", words)
        .await;
}

/// Types into the search field.
async fn search(page: &Page, words: &str) {
    page.focus("#find-text").await;
    page.type_in(words).await;
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn typing_narrows_the_picture_the_list_and_the_count() {
    browse(async |page| {
        page.open_ready("/").await;
        page.click("#timeline > .show-list").await;
        page.click(".tools > button:nth-of-type(6)").await;
        assert_eq!(page.count_visible("#events-list li[class]").await, dossier().events.len());
        search(page, "HANOI su").await;
        let wanted = found(&text("hanoi su"));
        assert!(wanted.count() > 1 && wanted.count() < 60);
        until_found(page, wanted.count()).await;
        let ids: Vec<&str> = wanted.places().map(|place| dossier().events[place].id.as_str()).collect();
        let listed: Vec<String> = page
            .ask("[...document.querySelectorAll('#events-list li a[data-event]')].map((link) => link.dataset.event).sort()")
            .await;
        let mut sorted: Vec<&str> = ids.clone();
        sorted.sort_unstable();
        assert_eq!(listed, sorted);
        let drawn: Vec<String> = page
            .ask("[...document.querySelectorAll('[data-surface=timeline] [data-event]')].map((mark) => mark.dataset.event)")
            .await;
        assert!(!drawn.is_empty() && drawn.iter().all(|id| ids.contains(&id.as_str())), "{drawn:?}");
        assert!(page.count("#events-list mark").await >= wanted.count());
        // Escape empties the field and brings everything back.
        page.press(Key::ESCAPE).await;
        until_found_again(page).await;
        assert_eq!(page.ask::<String>("document.getElementById('find-text').value").await, "");
        assert_eq!(page.ask::<String>("document.activeElement.id").await, "find-text");
        assert_eq!(page.count_visible("#events-list li[class]").await, dossier().events.len());
    });
}

/// Waits until nothing is asked any more.
async fn until_found_again(page: &Page) {
    page.until_is("no count is shown", "document.querySelector('.found').textContent", String::new()).await;
    let all = dossier().events.len();
    page.until_is(
        "all are told",
        "document.querySelector('.find [role=status]').textContent",
        format!("{all} of {all} events"),
    )
    .await;
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_address_holds_the_filter_and_back_undoes_a_choice() {
    browse(async |page| {
        page.open_ready("/").await;
        let entries: f64 = page.ask("history.length").await;
        search(page, "kim").await;
        page.until_is("the words stand in the address", "location.search", "?q=kim".to_owned()).await;
        assert_eq!(page.ask::<f64>("history.length").await, entries, "no key makes an entry");
        page.click(".show-filters").await;
        page.until("the filters are shown", "document.querySelector('.filters') !== null").await;
        page.click("[data-control=find-kind][value=summit]").await;
        page.until_is("the kind stands there too", "location.search", "?q=kim&kind=summit".to_owned()).await;
        let both = Filter {
            text: "kim".to_owned(),
            ..with([Choice::Kind(daylight::dossier::model::EventKind::Summit)])
        };
        until_found(page, found(&both).count()).await;
        page.back().await;
        until_found(page, found(&text("kim")).count()).await;
        assert!(
            !page
                .ask::<bool>("document.querySelector('[data-control=find-kind][value=summit]').checked")
                .await
        );
        page.forward().await;
        until_found(page, found(&both).count()).await;
        // A copied address restores it, what the dossier does not have left out.
        page.open("/404.html").await;
        page.open_ready("/?q=kim&kind=summit.cake&party=us.nobody&weight=3&on-issue=&doubt=maybe").await;
        let all = Filter {
            text: "kim".to_owned(),
            ..with([
                Choice::Kind(daylight::dossier::model::EventKind::Summit),
                Choice::Party("us".to_owned()),
                Choice::Weight(3),
            ])
        };
        until_found(page, found(&all).count()).await;
        assert_eq!(page.ask::<String>("document.getElementById('find-text').value").await, "kim");
        assert_eq!(page.count(".chips li").await, 5);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn no_match_says_what_to_drop_and_dropping_it_helps() {
    browse(async |page| {
        page.open_ready("/?q=hanoi&kind=nuclear-test").await;
        until_found(page, 0).await;
        let filter = Filter {
            text: "hanoi".to_owned(),
            ..with([Choice::Kind(daylight::dossier::model::EventKind::NuclearTest)])
        };
        let without: Vec<usize> = found(&filter).without().map(|(_, count)| count).collect();
        assert_eq!(without.len(), 2);
        let buttons: Vec<String> = page
            .ask("[...document.querySelectorAll('.no-match button')].map((button) => button.textContent)")
            .await;
        let tests = without[0];
        let hanoi = without[1];
        assert_eq!(
            buttons,
            [
                format!("Without the words \u{201c}hanoi\u{201d}: {tests} events"),
                format!("Without the kind nuclear test: {hanoi} events")
            ]
        );
        // The picture stands, with no event in it.
        assert_eq!(page.count("[data-surface=timeline] [data-event]").await, 0);
        assert!(page.count("[data-surface] svg .tick, [data-surface] svg .tick-major").await > 0);
        page.focus(".no-match button:last-of-type").await;
        page.press(Key::ENTER).await;
        until_found(page, hanoi).await;
        assert_eq!(page.count(".no-match").await, 0);
        // The button is gone, and the focus stays near.
        page.until("the focus is on the filters' button", "document.activeElement.matches('.show-filters')")
            .await;
        page.until_is("the address follows", "location.search", "?q=hanoi".to_owned()).await;
        // One taken away by its own button, and all.
        page.click(".chips li:first-child button").await;
        until_found_again(page).await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn dates_names_and_quotations_are_found_as_newspapers_write_them() {
    browse(async |page| {
        page.open_ready("/").await;
        for typed in [
            "missile 2019",
            "27 February 2019",
            "Kim Jong-un",
            "Bolton, John",
            "denuclearisation",
            "\"new way\"",
        ] {
            search(page, typed).await;
            let wanted = found(&text(typed)).count();
            assert!(wanted > 0 && wanted < dossier().events.len(), "{typed}");
            until_found(page, wanted).await;
            page.press(Key::ESCAPE).await;
            until_found_again(page).await;
        }
        // What only a term has is no event's, and the page says so.
        search(page, "FFVD").await;
        until_found(page, 0).await;
        assert!(page.text(".no-match + .find-hint").await.starts_with("Only events are searched"));
        page.click(".no-match + .find-hint a").await;
        page.until_is("the link leads to the issues", "location.hash", "#gap".to_owned()).await;
    });
}

/// A record whose Hanoi summit is told in Korean, and nothing else is: no quotation has its original.
fn with_korean(json: String) -> String {
    let mut record: serde_json::Value = serde_json::from_str(&json).unwrap();
    without_originals(&mut record["events"]);
    // The record's file has the events' texts in columns, in the dossier's order.
    let at = dossier().events.iter().position(|event| event.id == "2019-02-27-hanoi-summit").unwrap();
    record["events"]["summary"][at] = json!("하노이에서 열린 회담: 비핵화와 제재 완화");
    record.to_string()
}

fn without_originals(value: &mut serde_json::Value) {
    if let Some(members) = value.as_object_mut() {
        members.remove("original");
        members.values_mut().for_each(without_originals);
    } else if let Some(items) = value.as_array_mut() {
        items.iter_mut().for_each(without_originals);
    }
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn korean_is_found_as_it_is_composed() {
    browse_changed(vec![Change::Text(Part::Record, with_korean)], async |page| {
        page.open_ready("/").await;
        page.click("#timeline > .show-list").await;
        // An input method puts unfinished syllables into the field, and tells of it as of any other input.
        let compose = async |typed: &str| {
            page.run(&format!(
                "const field = document.getElementById('find-text');
                 field.focus(); field.value = '{typed}';
                 field.dispatchEvent(new InputEvent('input', {{ bubbles: true, isComposing: true }}));"
            ))
            .await;
        };
        for typed in ["ㅂ", "비", "빟", "비해", "비핵ㅎ", "비핵화", "ㅂㅎㅎ", "하노이 ㅎㄷ"]
        {
            compose("").await;
            compose(typed).await;
            until_found(page, 1).await;
            assert_eq!(page.ask::<String>("document.getElementById('find-text').value").await, typed);
            let listed = "[...document.querySelectorAll('#events-list li a[data-event]')].map((link) => link.dataset.event)";
            assert_eq!(page.ask::<Vec<String>>(listed).await, ["2019-02-27-hanoi-summit"], "{typed}");
        }
        assert_eq!(page.text("#events-list mark").await, "하노이");
        compose("ㅂㅎㅂ").await;
        until_found(page, 0).await;
        // While something is composed, Escape is the input method's.
        page.run(
            "document.getElementById('find-text').dispatchEvent(
                new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, isComposing: true }));",
        )
        .await;
        page.frames().await;
        assert_eq!(page.ask::<String>("document.getElementById('find-text').value").await, "ㅂㅎㅂ");
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_table_has_the_same_events_and_turns_by_date() {
    browse(async |page| {
        page.open_ready("/?kind=summit").await;
        let wanted = found(&with([Choice::Kind(daylight::dossier::model::EventKind::Summit)])).count();
        page.click("#timeline > .show-list").await;
        page.until("the list is open", "document.querySelector('.forms') !== null").await;
        page.click(".forms button:last-child").await;
        page.until_is(
            "the table has a row each",
            "document.querySelectorAll('.events-table tbody tr').length",
            wanted,
        )
        .await;
        let dates = "[...document.querySelectorAll('.events-table time')].map((time) => time.dateTime)";
        let mut oldest: Vec<String> = page.ask(dates).await;
        assert!(oldest.is_sorted());
        assert_eq!(
            page.text(".events-table caption").await,
            format!("{wanted} of {} events", dossier().events.len())
        );
        page.click(".events-table thead button").await;
        page.until(
            "the order says so",
            "document.querySelector('[aria-sort]').getAttribute('aria-sort') === 'descending'",
        )
        .await;
        oldest.reverse();
        assert_eq!(page.ask::<Vec<String>>(dates).await, oldest);
        // A row opens its record.
        page.click(".events-table a[data-event='2018-06-12-singapore-summit']").await;
        page.until("the record is open", "document.getElementById('event-heading') !== null").await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_filters_work_by_keys_and_fit_a_phone() {
    browse(async |page| {
        page.size(320, 640).await;
        page.open_ready("/").await;
        page.focus(".show-filters").await;
        page.press(Key(' ')).await;
        page.until("the filters are shown", "document.querySelector('.filters') !== null").await;
        page.press(Key::TAB).await;
        assert_eq!(page.ask::<String>("document.activeElement.dataset.control").await, "find-party");
        page.press(Key(' ')).await;
        let first: String = page.ask("document.activeElement.value").await;
        until_found(page, found(&with([Choice::Party(first)])).count()).await;
        assert!(page.ask::<bool>("document.activeElement.checked").await);
        // The button under the filters closes them and gives the focus back.
        page.focus("#find-panel > button").await;
        page.press(Key::ENTER).await;
        page.until("the filters are closed", "document.querySelector('.filters') === null").await;
        page.until("the focus is on the filters' button", "document.activeElement.matches('.show-filters')")
            .await;
        page.press(Key::ENTER).await;
        page.until("the filters are shown again", "document.querySelector('.filters') !== null").await;
        // Nothing is wider than the page, and each choice is large enough for a finger.
        assert!(page.ask::<bool>("document.documentElement.scrollWidth <= 320").await);
        let small: Vec<String> = page
            .ask("[...document.querySelectorAll('.choice, .chips button, .find-bar button')]
                .filter((part) => part.getBoundingClientRect().height < 31.5).map((part) => part.textContent)")
            .await;
        assert_eq!(small, Vec::<String>::new());
        let over: Vec<String> = page
            .ask_with(
                "[...document.querySelectorAll('.find *')].filter((part) => part.getBoundingClientRect().right > arguments[0] + 0.5
                    && !part.closest('.visually-hidden')).map((part) => part.outerHTML.slice(0, 80))",
                &[json!(320)],
            )
            .await;
        assert_eq!(over, Vec::<String>::new());
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_record_that_could_not_be_had_is_said_where_one_searches_and_asked_for_again() {
    browse_changed(vec![Change::Missing(Part::Record)], async |page| {
        page.open_ready("/").await;
        search(page, "hanoi").await;
        page.until(
            "it says so",
            "document.getElementById('find-hint').textContent.includes('could not be loaded')",
        )
        .await;
        assert!(!page.text("#find-hint").await.contains("Until"));
        page.site.mend();
        page.click("#find-hint [data-do=retry]").await;
        until_found(page, found(&text("hanoi")).count()).await;
        assert!(page.text("#find-hint").await.starts_with("Looks in titles, summaries"));
        assert_eq!(page.count("[data-do=retry]").await, 0);
    });
}
