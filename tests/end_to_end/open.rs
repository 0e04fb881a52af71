//! Any dossier: from an address to the page, and every way in which that can go wrong.

use serde_json::json;

use crate::browser::{Change, Key, POLICY, Page, Part, Site, browse, browse_changed, dossier};

/// A tiny dossier of one event and one issue.
fn tiny() -> String {
    include_str!("../check/cases/00-minimal.json").to_owned()
}

/// The same with a table of events beside it.
fn with_table() -> String {
    tiny().replacen('{', "{ \"event_table\": \"tables/events.csv\",", 1)
}

/// The same, with another address in the table's place.
fn naming(table: &str) -> String {
    with_table().replacen("tables/events.csv", &table.replace('\\', "\\\\"), 1)
}

/// A timeline and nothing else.
fn without_issues() -> String {
    let mut dossier: serde_json::Value = serde_json::from_str(&with_table()).unwrap();
    let parts = dossier.as_object_mut().unwrap();
    for part in ["issues", "documents", "terms", "estimates", "commitments", "processes", "argument"] {
        parts.remove(part);
    }
    dossier.to_string()
}

/// A timeline of which all events stand in a table.
fn only_a_table() -> String {
    let mut dossier: serde_json::Value = serde_json::from_str(&without_issues()).unwrap();
    dossier["events"] = json!([]);
    dossier.to_string()
}

/// A thousand events.
fn table() -> String {
    let rows = (0..1000).map(|row| {
        format!("event-{row},2018-{:02}-{:02},\"Talks, {row}\",talks,both\n", 1 + row % 12, 1 + row % 28)
    });
    format!("id,date,title,kind,lane\n{}", rows.collect::<String>())
}

/// More events than become records: some are talks in a harbour, all others are launches.
fn large_table() -> String {
    let rows = (0..20_500).map(|row| {
        let (title, kind, lane) = if row % 1000 == 0 {
            ("Harbour talks", "talks", "both")
        } else {
            ("A launch", "missile-test", "b")
        };
        let (year, month, day) = (1950 + row % 70, 1 + row % 12, 1 + row % 28);
        format!("event-{row},{year}-{month:02}-{day:02},\"{title}, {row}\",{kind},{lane}\n")
    });
    format!("id,date,title,kind,lane\n{}", rows.collect::<String>())
}

fn wrong_table() -> String {
    table().replacen("event-7,2018", "event-7,2018-02-30", 1).replacen("event-9,", "event-8,", 1)
}

fn not_json() -> String {
    tiny().replacen("\"tiny\",", "\"tiny\"", 1)
}

/// What the app would draw, and only the checker sees: an event of a party that is not there.
fn unsound() -> String {
    tiny().replacen("\"parties\": [\"us\", \"dprk\"]", "\"parties\": [\"us\", \"nobody\"]", 1)
}

const TINY: &str = "/tiny.json";
const TABLE: &str = "/tables/events.csv";

/// The page shows this dossier, and no trace of the opening.
async fn shows(page: &Page, title: &str) {
    page.until("the events are drawn", "performance.getEntriesByName('daylight:drawn').length === 1").await;
    assert_eq!(page.text("#daylight h1").await, title);
    assert_eq!(page.count_visible("#open-page, #opening").await, 0);
    assert!(page.violations().await.is_empty(), "{:?}", page.violations().await);
}

/// The page says what went wrong, with the focus on it, and shows nothing of the dossier.
async fn says(page: &Page, heading: &str) -> String {
    page.until_is(
        "the page says what happened",
        "document.getElementById('opening-heading').textContent",
        heading.to_owned(),
    )
    .await;
    page.until("the bar is gone", "document.getElementById('opening-bar').hidden").await;
    assert_eq!(page.ask::<f64>("document.getElementById('daylight').childElementCount").await, 0.0);
    assert_eq!(page.ask::<String>("document.activeElement.id").await, "opening-heading");
    assert_eq!(page.count_visible("#open-address").await, 1);
    page.text("#opening-words").await
}

/// The first listed problem.
async fn first_problem(page: &Page) -> String {
    page.until("problems are listed", "document.querySelector('#opening-problems li') !== null").await;
    assert_eq!(page.count_visible("#opening-problems").await, 1);
    page.text("#opening-problems li").await
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn without_an_address_it_is_a_form() {
    browse(async |page| {
        page.open("/open/").await;
        assert_eq!(page.count_visible("form #open-address").await, 1);
        assert_eq!(page.count_visible("#opening").await, 0);
        page.run("document.getElementById('open-address').value = 'dossier.json'; document.forms[0].requestSubmit()").await;
        shows(page, dossier().meta.title.get("en")).await;
        assert_eq!(page.query().await, "dossier=dossier.json");
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_main_page_leads_there() {
    browse(async |page| {
        page.open("/?dossier=dossier.json&on=2019-03-01").await;
        page.until("the address is that of open/", "location.pathname === '/open/'").await;
        shows(page, dossier().meta.title.get("en")).await;
        page.until(
            "the sentence is that of the day",
            "document.querySelector('.headline').textContent.includes('1 March 2019')",
        )
        .await;
        // Warnings are counted, once the checker has been there.
        page.until("warnings are counted", "!document.getElementById('notice').hidden").await;
        assert!(page.text("#notice").await.contains("268"), "{}", page.text("#notice").await);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_dossier_from_this_site_opens_and_its_address_stays() {
    browse_changed(vec![Change::File(TINY, tiny)], async |page| {
        page.open("/open/?dossier=tiny.json").await;
        shows(page, "A tiny dossier").await;
        page.ready().await;
        page.open_mark("summit").await;
        page.until("the record is whole", "document.querySelector('[data-panel=event] .readings') !== null")
            .await;
        assert_eq!(page.query().await, "dossier=tiny.json&event=summit");
        // Its records have no pages of their own.
        assert_eq!(
            page.count(
                "[data-panel=event] .panel-links, #daylight a[href^='event/'], #daylight a[href^='issue/']"
            )
            .await,
            0
        );
        page.back().await;
        page.until("the record is closed", "document.getElementById('event-heading') === null").await;
        assert_eq!(page.query().await, "dossier=tiny.json");
        // Nothing of the site's own dossier was fetched.
        assert_eq!(page.site.requests().get("/dossier.json"), None);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_table_of_events_is_read_and_a_timeline_alone_is_enough() {
    browse_changed(vec![Change::File(TINY, without_issues), Change::File(TABLE, table)], async |page| {
        page.open("/open/?dossier=/tiny.json").await;
        shows(page, "A tiny dossier").await;
        assert_eq!(page.count("#gap, .total, .headline").await, 0);
        page.ready().await;
        page.click(".tools > button:nth-of-type(6)").await;
        page.until(
            "all of the table is there",
            "document.getElementById('timeline-window').textContent.startsWith('1,001 events ')",
        )
        .await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_large_table_can_be_searched_filtered_and_listed() {
    browse_changed(vec![Change::File(TINY, only_a_table), Change::File(TABLE, large_table)], async |page| {
        page.open("/open/?dossier=/tiny.json").await;
        shows(page, "A tiny dossier").await;
        page.ready().await;
        let found = "document.querySelector('.found').textContent";
        page.focus("#find-text").await;
        page.type_in("harbour").await;
        page.until_is("what was typed is found", found, "21 of 20,500 events".to_owned()).await;
        page.until(
            "it is told",
            "document.querySelector('.find [role=status]').textContent.startsWith('21 of')",
        )
        .await;
        page.until("they stand in the address", "location.search.includes('q=harbour')").await;
        page.click(".show-list").await;
        page.until("they are listed", "document.querySelectorAll('#events-list [data-event]').length === 21")
            .await;
        page.click(".show-filters").await;
        page.until(
            "kinds are offered",
            "document.querySelector('[data-control=find-kind][value=missile-test]') !== null",
        )
        .await;
        page.run("document.querySelector('[data-control=find-kind][value=missile-test]').click()").await;
        page.until("what to drop is named", "document.querySelectorAll('.no-match button').length === 2")
            .await;
        page.click(".chips .clear").await;
        page.until_is("all is shown again", "document.querySelector('.chips') === null", true).await;
        page.until(
            "all are listed, as many as asked for",
            "document.querySelectorAll('#events-list [data-event]').length === 300",
        )
        .await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn an_event_has_an_address_that_opens_it_again() {
    browse(async |page| {
        const ID: &str = "2018-06-12-singapore-summit";
        // A view that is not the one that the address of an event names.
        page.open_ready(&format!("/open/?dossier=/dossier.json&on=2019-03-01&event={ID}#gap")).await;
        let origin: String = page.ask("location.origin").await;
        let address = format!("{origin}/open/?dossier=/dossier.json&event={ID}");
        page.until_is("the link", "document.getElementById('event-link')?.href", Some(address.clone())).await;
        assert_eq!(page.text("#event-link").await, address);
        let citation = page.text("#event-citation").await;
        assert!(citation.contains(&address) && !citation.contains("/event/"), "{citation}");
        page.click("#timeline > .show-list").await;
        const LISTED: &str = "#events-list a[data-event='2018-06-12-singapore-summit']";
        page.until_is(
            "the list has it",
            &format!("document.querySelector(\"{LISTED}\")?.href"),
            Some(address.clone()),
        )
        .await;
        page.open("/404.html").await;
        page.open_ready(address.strip_prefix(&origin).unwrap()).await;
        page.until("its record is open", "document.getElementById('event-heading') !== null").await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn what_arrives_is_counted() {
    browse_changed(vec![Change::File(TINY, with_table), Change::Halting(TABLE, table)], async |page| {
        page.open("/open/?dossier=tiny.json").await;
        page.until("half has arrived", "(document.getElementById('opening-progress').value || 0) > 0.4")
            .await;
        assert_eq!(
            page.ask::<f64>("document.getElementById('opening-progress').value")
                .await
                .mul_add(10.0, 0.0)
                .round(),
            5.0
        );
        assert_eq!(page.text("#opening-heading").await, "Reading its events");
        assert!(
            page.text("#opening-bytes").await.starts_with("0.0 of 0.0 MB"),
            "{}",
            page.text("#opening-bytes").await
        );
        page.site.mend();
        shows(page, "A tiny dossier").await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn it_can_be_cancelled_in_the_json_and_in_the_table() {
    browse_changed(vec![Change::Halting(TINY, tiny)], async |page| {
        page.open("/open/?dossier=tiny.json").await;
        page.until("half has arrived", "(document.getElementById('opening-progress').value || 0) > 0.4")
            .await;
        page.click("#opening-cancel").await;
        assert!(says(page, "Cancelled").await.contains("Nothing was kept"));
        // What comes later changes nothing.
        page.site.mend();
        page.frames().await;
        assert_eq!(page.ask::<f64>("document.getElementById('daylight').childElementCount").await, 0.0);
        assert_eq!(page.ask::<String>("document.getElementById('open-address').value").await, "tiny.json");
    });
    browse_changed(vec![Change::File(TINY, with_table), Change::Halting(TABLE, table)], async |page| {
        page.open("/open/?dossier=tiny.json").await;
        page.until("half has arrived", "(document.getElementById('opening-progress').value || 0) > 0.4")
            .await;
        page.click("#opening-cancel").await;
        says(page, "Cancelled").await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_host_that_never_answers_is_not_waited_for() {
    browse_changed(vec![Change::Late(Part::Dossier)], async |page| {
        page.open("/open/?dossier=dossier.json").await;
        page.until(
            "Cancel is offered",
            "document.getElementById('opening-cancel').checkVisibility({ visibilityProperty: true })",
        )
        .await;
        assert_eq!(page.text("#opening-heading").await, "Opening the dossier");
        page.click("#opening-cancel").await;
        says(page, "Cancelled").await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_table_that_would_fill_the_page_is_refused() {
    let without_end = Change::Endless(TABLE, table, Some(600_000_000));
    browse_changed(vec![Change::File(TINY, with_table), without_end], async |page| {
        page.open("/open/?dossier=tiny.json").await;
        let said = says(page, "The table of events is too large").await;
        assert!(said.starts_with("events.csv: ") && said.contains("512 MB"), "{said}");
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn an_answer_that_is_none_is_named() {
    browse(async |page| {
        page.open("/open/?dossier=none.json").await;
        assert!(says(page, "The dossier could not be fetched").await.contains("HTTP 404"));
        // Another site that lets nobody read its files.
        let other = Site::start(vec![Change::File(TINY, tiny)]).await;
        page.open(&format!("/open/?dossier={}{TINY}", other.origin)).await;
        let said = says(page, "The dossier could not be fetched").await;
        assert!(said.contains("Access-Control-Allow-Origin") && said.contains("127.0.0.1"), "{said}");
        for address in
            ["javascript:alert(1)", "http://example.org/x.json", "data:application/json,{}", "https://"]
        {
            page.open("/open/").await;
            page.run(&format!("location.search = '?dossier=' + encodeURIComponent({})", json!(address)))
                .await;
            page.until("it says so", "!document.getElementById('notice').hidden").await;
            assert!(page.text("#notice").await.contains("cannot be opened"), "{address}");
        }
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_wrong_address_is_said_to_be_wrong_at_its_field_until_that_is_edited() {
    browse(async |page| {
        const FIELD: &str = "((field) => [field.ariaInvalid, field.getAttribute('aria-describedby')])(document.getElementById('open-address'))";
        let nothing: [Option<String>; 2] = [None, None];
        page.open("/open/").await;
        assert_eq!(page.ask::<[Option<String>; 2]>(FIELD).await, nothing);
        page.focus("#open-address").await;
        page.type_in("not a url").await;
        page.press(Key::ENTER).await;
        says(page, "The dossier could not be fetched").await;
        let wrong = ["true", "opening-heading opening-words"].map(|value| Some(value.to_owned()));
        assert_eq!(page.ask::<[Option<String>; 2]>(FIELD).await, wrong);
        // No list stands beside what is said in a sentence.
        assert!(page.ask::<bool>("document.getElementById('opening-problems').hidden").await);
        page.focus("#open-address").await;
        page.type_in("x").await;
        page.until_is("an edited address is not said to be wrong", FIELD, nothing).await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_table_that_is_not_there_is_named() {
    browse_changed(vec![Change::File(TINY, with_table)], async |page| {
        page.open("/open/?dossier=tiny.json").await;
        let said = says(page, "The table of events could not be fetched").await;
        assert!(said.starts_with("tables/events.csv: HTTP 404.") && said.contains("event_table"), "{said}");
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn what_is_no_dossier_is_told_as_what_it_is() {
    // By its name, and by its first row.
    browse_changed(vec![Change::File(TINY, table), Change::File(TABLE, table)], async |page| {
        page.open("/open/?dossier=index.html").await;
        let said = says(page, "This is a web page, not a dossier").await;
        assert!(said.starts_with("index.html begins as HTML does."), "{said}");
        for name in ["tables/events.csv", "tiny.json"] {
            page.open(&format!("/open/?dossier={name}")).await;
            let said = says(page, "This is a table, not a dossier").await;
            assert!(said.contains("event_table"), "{said}");
        }
        assert_eq!(page.count("#opening-problems li").await, 0);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_wrong_dossier_is_told_by_the_checker_with_lines() {
    browse_changed(vec![Change::File(TINY, not_json)], async |page| {
        page.open("/open/?dossier=tiny.json").await;
        assert!(says(page, "The dossier has errors").await.starts_with("1 in tiny.json."));
        let problem = first_problem(page).await;
        assert!(problem.starts_with("E0001 tiny.json:4:"), "{problem}");
        assert!(problem.contains("Fix:"), "{problem}");
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_wrong_address_of_a_table_is_told_by_the_checker() {
    let changes = vec![
        Change::File("/above.json", || naming("../../../x.csv")),
        Change::File("/elsewhere.json", || naming("//host/x.csv")),
        Change::File("/whole.json", || naming("http://host/x.csv")),
        Change::File("/backwards.json", || naming("..\\x.csv")),
        Change::File("/asking.json", || naming("?x")),
    ];
    browse_changed(changes, async |page| {
        for name in ["above.json", "elsewhere.json", "whole.json", "backwards.json", "asking.json"] {
            page.open(&format!("/open/?dossier={name}")).await;
            assert!(says(page, "The dossier has errors").await.starts_with(&format!("1 in {name}.")));
            let problem = first_problem(page).await;
            assert!(problem.starts_with(&format!("E0901 {name}:1:")), "{problem}");
        }
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn what_only_the_checker_sees_takes_the_picture_away_again() {
    browse_changed(vec![Change::File(TINY, unsound)], async |page| {
        page.open("/open/").await;
        let title: String = page.ask("document.title").await;
        page.open("/open/?dossier=tiny.json").await;
        says(page, "The dossier has errors").await;
        assert_eq!(page.ask::<String>("document.title").await, title);
        let problem = first_problem(page).await;
        assert!(problem.starts_with("E0202 tiny.json:") && problem.contains("nobody"), "{problem}");
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_wrong_table_is_told_with_lines_and_not_half_shown() {
    browse_changed(vec![Change::File(TINY, with_table), Change::File(TABLE, wrong_table)], async |page| {
        page.open("/open/?dossier=tiny.json").await;
        assert!(says(page, "The table of events has errors").await.starts_with("2 in events.csv."));
        let problem = first_problem(page).await;
        assert!(problem.starts_with("events.csv:9:9"), "{problem}");
        assert_eq!(page.count("#opening-problems li").await, 2);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn it_fits_a_narrow_screen() {
    browse_changed(vec![Change::File(TINY, with_table), Change::File(TABLE, wrong_table)], async |page| {
        page.size(320, 640).await;
        page.open("/open/?dossier=tiny.json").await;
        says(page, "The table of events has errors").await;
        assert!(page.ask::<bool>("document.documentElement.scrollWidth <= 320").await);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_dossier_on_the_readers_own_machine_opens_under_our_policy_in_an_older_browser() {
    let policy = Change::Header(Part::All, "content-security-policy", POLICY);
    browse_changed(vec![policy], async |page| {
        let older = json!({ "source": "delete URL.canParse" });
        page.devtools("Page.addScriptToEvaluateOnNewDocument", older).await;
        let readable = Change::Header(Part::Dossier, "access-control-allow-origin", "*");
        let other = Site::start(vec![readable]).await;
        page.open(&format!("/open/?dossier={}/dossier.json", other.origin)).await;
        shows(page, dossier().meta.title.get("en")).await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_program_that_gets_no_more_memory_is_said_to_have_stopped() {
    browse_changed(vec![Change::File(TINY, tiny)], async |page| {
        page.open("/open/?dossier=tiny.json").await;
        shows(page, "A tiny dossier").await;
        // It reports nothing: there is its trap alone.
        page.run(
            "setTimeout(() => new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(
                [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]))).exports.f())",
        )
        .await;
        page.until("it says so", "document.getElementById('notice').textContent.includes('stopped')").await;
        assert!(page.ask::<bool>("document.documentElement.classList.contains('app-failed')").await);
    });
}
