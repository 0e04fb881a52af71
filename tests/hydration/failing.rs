//! What cannot be had or breaks: the text that was written ahead stays, and one line says what happened.

use crate::browser::{Change, Page, Part, browse, browse_changed, dossier};

/// The page is only read: all text, the lists open, one line that says so, no control that does nothing.
async fn is_only_read(page: &Page) {
    page.until("the notice stands", "!document.getElementById('notice').hidden").await;
    let notice = page.text("#notice").await;
    assert!(notice.contains("can still be read"), "{notice}");
    assert_eq!(page.count_visible("#notice").await, 1);
    // In it is nothing but words and what loads the page anew.
    assert_eq!(page.count("#notice > :not(a)").await, 0);
    // Whoever reads further down sees it, too.
    page.run("document.getElementById('gap').scrollIntoView({ behavior: 'instant' })").await;
    assert!(page.ask::<bool>("(({ top, bottom }) => top >= 0 && bottom < innerHeight)(document.getElementById('notice').getBoundingClientRect())").await);
    page.run("scrollTo({ top: 0, behavior: 'instant' })").await;
    assert_eq!(page.count("html.app-failed").await, 1);
    assert_eq!(page.text("h1").await, dossier().meta.title.get("en"));
    assert!(page.text(".headline").await.contains("16 July 2018"), "{}", page.text(".headline").await);
    assert_eq!(page.count_visible("#events-list li a").await, dossier().events.len());
    let positions: usize = dossier().issues.iter().map(|issue| issue.positions.len()).sum();
    assert_eq!(page.count_visible("#positions-list li > time").await, positions);
    assert_eq!(page.count_visible(".as-of, .tools, .find, .switch, .show-list, .open-issue").await, 0);
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn without_the_wasm_the_page_is_read() {
    browse_changed(vec![Change::Missing(Part::Wasm)], async |page| {
        page.open("/").await;
        is_only_read(page).await;
        was_not_fetched(page).await;
    });
}

/// Where nothing has touched the page, the reader stays where they are in it.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn who_reads_while_the_wasm_breaks_off_stays_where_they_are() {
    let cut = |text: String| text.chars().take(100).collect();
    browse_changed(vec![Change::Text(Part::Wasm, cut), Change::Late(Part::Wasm)], async |page| {
        page.size(390, 800).await;
        page.open("/").await;
        page.drawn().await;
        page.run("document.getElementById('issue-sanctions').scrollIntoView({ behavior: 'instant' })").await;
        page.frames().await;
        const TOP: &str = "document.getElementById('issue-sanctions').getBoundingClientRect().top";
        let before: f64 = page.ask(TOP).await;
        page.site.mend();
        page.until("the notice stands", "!document.getElementById('notice').hidden").await;
        page.frames().await;
        let after: f64 = page.ask(TOP).await;
        assert!((after - before).abs() < 60.0, "{before} and {after}");
    });
}

/// The notice speaks of the network, not of the browser, and offers to load the page anew.
async fn was_not_fetched(page: &Page) {
    let notice = page.text("#notice").await;
    assert!(notice.contains("could not be fetched") && !notice.contains("browser"), "{notice}");
    assert_eq!(page.count_visible("#notice a").await, 1);
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_web_page_or_half_a_file_in_place_of_the_wasm_is_no_fault_of_the_browser() {
    let web_page = |_| "<!DOCTYPE html><p>Not found</p>".to_owned();
    browse_changed(vec![Change::Text(Part::Wasm, web_page)], async |page| {
        page.open("/").await;
        is_only_read(page).await;
        was_not_fetched(page).await;
        // It is there again, and so is the view.
        page.open("/?on=2019-03-07").await;
        is_only_read(page).await;
        page.site.mend();
        page.click("#notice a").await;
        page.ready().await;
        assert_eq!(page.count_visible("#notice").await, 0);
        assert!(page.query().await.contains("on=2019-03-07"));
    });
}

/// The page stands as it does where the app has failed, and says that nothing has come of it yet.
async fn opens_by_itself(page: &Page) {
    assert_eq!(page.count_visible(".late, #events-list li").await, 0);
    // What a while does.
    page.run("for (const one of document.getAnimations()) one.finish()").await;
    page.until("it says so", "document.querySelector('.late').checkVisibility({ visibilityProperty: true })")
        .await;
    assert_eq!(page.count_visible("#events-list li a").await, dossier().events.len());
    assert_eq!(page.count_visible(".as-of, .tools, .find, .switch, .show-list, .open-issue").await, 0);
    assert!(page.ask::<f64>("document.querySelector('.as-of').offsetHeight").await < 1.0);
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn where_no_script_is_let_run_the_page_opens_by_itself_after_a_while() {
    let policy = "script-src 'none'";
    browse_changed(vec![Change::Header(Part::Page, "content-security-policy", policy)], async |page| {
        page.open("/").await;
        opens_by_itself(page).await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn an_app_that_comes_after_all_takes_over_as_ever() {
    browse_changed(vec![Change::Late(Part::Wasm)], async |page| {
        page.open("/").await;
        opens_by_itself(page).await;
        page.site.mend();
        page.ready().await;
        assert_eq!(page.count_visible("#notice, .late, #events-list li").await, 0);
        page.click("#timeline > .show-list").await;
        page.until("the list is open", "document.querySelector('#events-list li a').checkVisibility()").await;
        page.click("#lead .step + .step").await;
        page.until(
            "the date moves",
            "document.querySelector('.headline').textContent.includes('17 July 2018')",
        )
        .await;
        assert_eq!(page.errors().await, Vec::<String>::new());
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn who_reads_a_list_when_the_app_comes_after_all_reads_on() {
    browse_changed(vec![Change::Late(Part::Wasm)], async |page| {
        page.open("/").await;
        opens_by_itself(page).await;
        const ITEM: &str =
            "document.querySelector('[data-event=\"2018-06-12-singapore-summit\"]:is(#events-list a)')";
        page.run(&format!("{ITEM}.scrollIntoView({{ behavior: 'instant' }})")).await;
        page.frames().await;
        page.site.mend();
        page.ready().await;
        page.frames().await;
        assert!(page.ask::<bool>(&format!("{ITEM}.checkVisibility()")).await, "the list is open");
        let top: f64 = page.ask(&format!("{ITEM}.getBoundingClientRect().top")).await;
        assert!((-1.0..400.0).contains(&top), "{top}");
        // As the reader's own list, which the button closes.
        page.click("#timeline > .show-list").await;
        page.until("the list is closed", "!document.querySelector('#events-list li a').checkVisibility()")
            .await;
        assert_eq!(page.errors().await, Vec::<String>::new());
    });
}

/// A program's trap that nothing was told of before, as where it gets no more memory.
const TRAP: &str = "setTimeout(() => new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(
    [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]))).exports.f())";

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_trap_without_a_report_is_noticed() {
    browse(async |page| {
        page.open_ready("/").await;
        page.run("document.querySelector('.headline').dataset.first = ''").await;
        page.run(TRAP).await;
        page.until(
            "the app has been started afresh",
            "document.querySelector('#daylight[data-daylight=ready] .headline:not([data-first])') !== null",
        )
        .await;
        // What follows a report at once belongs to it.
        page.run_async("setTimeout(() => done(true), 1100)").await;
        page.run(TRAP).await;
        is_only_read(page).await;
        assert!(page.text("#notice").await.contains("stopped"), "{}", page.text("#notice").await);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn nothing_comes_to_a_program_that_broke_once_another_takes_its_place() {
    browse(async |page| {
        page.open_ready("/").await;
        // From far down, where the bar stands for the lead's controls.
        page.run("document.getElementById('words').scrollIntoView({ behavior: 'instant' })").await;
        page.until("the bar is there", "document.getElementById('as-of-bar').checkVisibility()").await;
        page.run("document.querySelector('.headline').dataset.first = ''").await;
        // Whatever calls it now finds its memory in shreds, and traps.
        let shredded = page
            .run_async(
                "import(new URL(document.getElementById('boot').dataset.js, document.baseURI))
                .then((program) => program.default())
                .then(({ memory }) => (new Uint8Array(memory.buffer).fill(255), done(true)), (error) => done(String(error)))",
            )
            .await;
        assert_eq!(shredded, true);
        page.run("document.querySelector('#as-of-bar [data-presses=\".step + .step\"]').click()").await;
        page.until(
            "the app has been started afresh",
            "document.querySelector('#daylight[data-daylight=ready] .headline:not([data-first])') !== null",
        )
        .await;
        // Later than what would still count as the first one's.
        page.run_async("setTimeout(() => done(true), 1100)").await;
        page.run("scrollTo({ top: 0, behavior: 'instant' })").await;
        page.until(
            "the controls are in sight, and the bar is gone",
            "document.getElementById('as-of-bar').hidden",
        )
        .await;
        page.click("#lead .step + .step").await;
        page.until(
            "the date moves",
            "document.querySelector('.headline').textContent.includes('17 July 2018')",
        )
        .await;
        page.focus("#find-text").await;
        page.type_in("Hanoi").await;
        page.until("events are found", "new URLSearchParams(location.search).get('q') === 'Hanoi'").await;
        page.frames().await;
        assert_eq!(page.count("html.app-failed").await, 0);
        assert_eq!(page.count_visible("#notice").await, 0);
    });
}

/// The page with the script that starts the app under another name.
fn started_by(html: String, name: &str) -> String {
    let (before, rest) = html.split_once("id=\"boot\" src=\"").unwrap();
    let (_, rest) = rest.split_once('"').unwrap();
    format!("{before}id=\"boot\" src=\"{name}\"{rest}")
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn without_the_script_that_starts_the_app_the_page_is_read() {
    let lost = |html| started_by(html, "lost.js");
    browse_changed(vec![Change::Text(Part::Page, lost)], async |page| {
        page.open("/").await;
        is_only_read(page).await;
        assert!(page.text("#notice").await.contains("lost.js"), "{}", page.text("#notice").await);
        was_not_fetched(page).await;
    });
    // As a browser reads it that is too old for it, or where half of it came.
    let broken = |html| started_by(html, "broken.js");
    let changes =
        vec![Change::Text(Part::Page, broken), Change::File("/broken.js", || "const x = ;".to_owned())];
    browse_changed(changes, async |page| {
        page.open("/").await;
        is_only_read(page).await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn without_the_outline_or_with_half_of_it_the_page_is_read() {
    browse_changed(vec![Change::Missing(Part::Outline)], async |page| {
        page.open("/").await;
        is_only_read(page).await;
        // It says which file, and what became of it.
        let notice = page.text("#notice").await;
        assert!(notice.contains("outline-") && notice.contains("HTTP 404"), "{notice}");
        was_not_fetched(page).await;
    });
    let cut = |text: String| text.chars().take(text.chars().count() / 2).collect();
    browse_changed(vec![Change::Text(Part::Outline, cut)], async |page| {
        page.open("/").await;
        is_only_read(page).await;
        assert!(page.text("#notice").await.contains("outline"), "{}", page.text("#notice").await);
        was_not_fetched(page).await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn under_a_policy_that_forbids_wasm_the_page_is_read() {
    let policy = "default-src 'self'; style-src 'self'; img-src 'self' data:";
    browse_changed(vec![Change::Header(Part::All, "content-security-policy", policy)], async |page| {
        page.open("/").await;
        is_only_read(page).await;
        assert!(page.text("#notice").await.contains("could not start in this browser"));
        // The policy itself was the cause, not something else.
        let violations = page.violations().await;
        assert!(violations.iter().any(|what| what.contains("wasm-eval")), "{violations:?}");
    });
}

/// Opens a record, which cannot be shown; then the file is back, and so is the record.
async fn says_so_and_tries_again(page: &Page, reason: &str) {
    page.open_ready("/").await;
    page.open_mark("2018-06-12-singapore-summit").await;
    page.until(
        "it says what is missing",
        "document.querySelector('[data-panel=event] .record-failed') !== null",
    )
    .await;
    let said = page.text(".record-failed").await;
    assert!(said.contains("could not be loaded") && said.contains(reason), "{said}");
    // The page stands as it was.
    assert_eq!(page.text("h1").await, dossier().meta.title.get("en"));
    assert_eq!(page.count("article.card").await, dossier().issues.len());
    // What the sentence promises is one link away.
    assert_eq!(page.count_visible("[data-panel=event] .panel-links a").await, 1);
    page.site.mend();
    page.click("[data-do=retry]").await;
    page.until("the record is here", "document.querySelector('[data-panel=event] .readings') !== null").await;
    assert_eq!(page.count(".record-failed").await, 0);
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_missing_record_is_named_and_fetched_again_on_request() {
    browse_changed(vec![Change::Missing(Part::Record)], async |page| {
        says_so_and_tries_again(page, "404").await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_record_cut_short_is_named_and_fetched_again_on_request() {
    let cut = |text: String| text.chars().take(text.chars().count() / 2).collect();
    browse_changed(vec![Change::Text(Part::Record, cut)], async |page| {
        says_so_and_tries_again(page, "").await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_missing_record_is_said_in_one_line_without_opening_anything() {
    browse_changed(vec![Change::Missing(Part::Record)], async |page| {
        page.open_ready("/").await;
        page.until(
            "one line says what happened",
            "[...document.querySelectorAll('[role=status]')].some((line) => line.checkVisibility() && line.textContent.includes('could not be loaded'))",
        )
        .await;
    });
}

/// Takes away an element that the app owns, and that its next change of date writes something before: browser extensions do
/// such things.
const TAKE_AWAY: &str = "document.querySelector('.subline > span:last-child').remove()";

/// Chooses a date on which there is more to say than in 1994.
const PRESET: &str = ".presets button";

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn when_the_app_breaks_a_fresh_one_takes_its_place_and_then_the_page_is_read() {
    browse(async |page| {
        page.open_ready("/?on=1994-01-01").await;
        page.run(TAKE_AWAY).await;
        page.click(PRESET).await;
        page.until(
            "the app has been started afresh",
            "document.querySelector('.subline > span:last-child') !== null",
        )
        .await;
        page.ready().await;
        // It shows what the address says.
        page.until(
            "the view is the one of the address",
            "document.querySelector('.headline').textContent.includes('1 January 1994')",
        )
        .await;
        page.click(PRESET).await;
        page.until(
            "the fresh one works",
            "document.querySelector('.presets button').getAttribute('aria-pressed') === 'true'",
        )
        .await;
        assert_eq!(page.count(".headline").await, 1);
        page.run(
            "const field = document.getElementById('as-of-date');
             field.value = '1994-01-01';
             field.dispatchEvent(new Event('change', { bubbles: true }));",
        )
        .await;
        page.until("1994 is back", "document.querySelector('.headline').textContent.includes('1994')").await;
        page.run(TAKE_AWAY).await;
        page.click(PRESET).await;
        is_only_read(page).await;
    });
}
