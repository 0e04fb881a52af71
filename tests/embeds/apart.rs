//! A view apart from what it usually has: off the screen, off line, on paper.

use crate::browser::{Change, Page, browse, browse_changed};
use crate::host::{press, put, served, until_ready};

fn changes() -> Vec<Change> {
    served()
}

in_each_engine!(
    off_the_screen_a_view_becomes_ready,
    off_line_a_view_goes_on,
    off_line_a_view_without_its_program_says_so,
);

/// Browsers draw no frames of what is off the screen in a page from elsewhere.
async fn off_the_screen_a_view_becomes_ready(page: &Page) {
    page.open("/host.html").await;
    page.run("document.getElementById('place').append(Object.assign(document.createElement('div'), { id: 'gap-above' }));
        document.getElementById('gap-above').style.height = '20000px'")
        .await;
    for view in ["gap", "timeline", "lead"] {
        put(page, view, &format!("/embed/{view}/?on=2019-03-01")).await;
    }
    for view in ["gap", "timeline", "lead"] {
        until_ready(page, view).await;
    }
    assert_eq!(page.ask::<f64>("scrollY").await, 0.0);
    // Asked there, it does what it is asked.
    page.run("document.getElementById('gap').contentWindow.postMessage({ source: 'daylight-host', type: 'goto', value: { issue: 'scope' } }, '*')").await;
    page.until("the issue is told", "told('gap', 'select').some((select) => select.issue === 'scope')").await;
}

async fn off_line_a_view_goes_on(page: &Page) {
    page.open("/host.html").await;
    put(page, "gap", "/embed/gap/").await;
    until_ready(page, "gap").await;
    page.enter("document.getElementById('gap')").await;
    page.until("the record is here", "performance.getEntriesByType('resource').some((entry) => entry.name.includes('/record-') && entry.responseEnd > 0)").await;
    page.site.stop().await;

    press(page, ".presets button:last-child").await;
    page.until_is("the date is set", "document.querySelector('#as-of-date').value", "2019-12-31".to_owned())
        .await;
    press(page, ".switch button:last-child").await;
    press(page, "#issue-scope .open-issue").await;
    page.until(
        "its record is open",
        "document.querySelector('#issue-scope .issue-record .position') !== null",
    )
    .await;
    // What was not fetched is said in one line.
    press(page, "#gap [data-take]").await;
    page.until("it says that nothing can be downloaded", "!document.getElementById('notice').hidden").await;
    assert!(page.text("#notice").await.starts_with("Nothing can be downloaded now"));
    page.leave().await;
}

/// A view written ahead fetches its program for a date alone.
async fn off_line_a_view_without_its_program_says_so(page: &Page) {
    page.open("/host.html").await;
    put(page, "promises", "/embed/promises/").await;
    until_ready(page, "promises").await;
    page.site.stop().await;
    page.run("document.getElementById('promises').contentWindow.postMessage({ source: 'daylight-host', type: 'goto', value: { on: '2019-12-31' } }, '*')").await;
    page.until("it says that it failed", "told('promises', 'error').some((error) => error.code === 'app')")
        .await;
    page.enter("document.getElementById('promises')").await;
    assert_eq!(page.count_visible("#notice").await, 1);
    assert!(page.count_visible("#promises .promise").await > 3);
    page.leave().await;
}

#[test]
#[ignore = "needs the built site and browsers: cargo xtask test site browser"]
fn asked_to_print_a_view_prints_itself() {
    browse_changed(served(), async |page| {
        page.open("/host.html").await;
        put(page, "gap", "/embed/gap/").await;
        until_ready(page, "gap").await;
        page.run("self.printed = 0; self.print = () => printed++").await;
        page.enter("document.getElementById('gap')").await;
        page.run("self.printed = 0; self.print = () => printed++").await;
        page.leave().await;
        page.run("document.getElementById('gap').contentWindow.postMessage({ source: 'daylight-host', type: 'print' }, '*')").await;
        page.enter("document.getElementById('gap')").await;
        page.until_is("the frame is printed", "printed", 1).await;
        page.leave().await;
        assert_eq!(page.ask::<u32>("printed").await, 0, "the host's page is not");
    });
}

#[test]
#[ignore = "needs the built site and browsers: cargo xtask test site browser"]
fn on_paper_a_view_is_black_on_white_without_its_controls() {
    browse(async |page| {
        // The width of a sheet of A4 without its margins.
        page.size(720, 1000).await;
        for (view, texts) in [
            ("lead", ".headline"),
            ("timeline", "#timeline h2"),
            ("gap", "#gap .card h3"),
            ("promises", "#promises .promise"),
            ("launches", "#launches .definition"),
        ] {
            page.media("", "dark").await;
            page.open(&format!("/embed/{view}/?theme=dark&background=solid&on=2019-03-01")).await;
            page.ready().await;
            if view == "gap" {
                press(page, ".open-issue").await;
                page.until(
                    "the record is open",
                    "document.querySelector('[data-panel=issue] .source') !== null",
                )
                .await;
            }
            page.media("print", "dark").await;
            page.frames().await;
            let colours: (String, String) =
                page.ask("[getComputedStyle(document.body).color, getComputedStyle(document.documentElement).getPropertyValue('--paper').trim()]").await;
            assert_eq!(colours, ("rgb(0, 0, 0)".to_owned(), "#ffffff".to_owned()), "{view}");
            let controls = "#lead .as-of, .as-of button, .slider, .tools, .switch, .sorting, .show-list, .open-issue, [data-take], .find-bar input, .choice, .rule-choice, #address, #take";
            assert_eq!(page.count_visible(controls).await, 0, "{view}");
            assert!(page.count_visible(texts).await > 0, "{view}");
            assert_eq!(page.count_visible(".embed-source").await, 1, "{view}");
            assert!(
                page.ask::<bool>("document.documentElement.scrollWidth <= innerWidth").await,
                "{view} is cut off"
            );
            // The lead's sentence has the date; here nothing else says it.
            if view == "gap" {
                assert_eq!(page.count_visible("#as-of-date").await, 1);
                let address = "getComputedStyle(document.getElementById('full-page'), '::after').content";
                let address: String = page.ask(address).await;
                assert!(address.contains("on=2019-03-01"), "{address}");
            }
            if view == "timeline" {
                let overview: [f64; 2] = page
                    .ask("((picture) => [picture.getBoundingClientRect().width, picture.parentElement.clientWidth])(document.querySelector('svg.overview'))")
                    .await;
                assert!(overview[0] > 0.0 && overview[0] <= overview[1] + 1.0, "cut off: {overview:?}");
            }
            if view == "gap" {
                let address: String = page
                    .ask("getComputedStyle(document.querySelector('[data-panel=issue] .source-title'), '::after').content")
                    .await;
                assert!(address.contains("http"), "{address}");
            }
        }
        let pages = page.printed().await;
        assert!(pages > 10_000, "a sheet with something on it: {pages} bytes");
    });
}

#[test]
#[ignore = "needs the built site and browsers: cargo xtask test site browser"]
fn a_record_follows_the_date_where_that_means_something() {
    browse_changed(served(), async |page| {
        let issue = daylight_issue();
        for on in ["2018-01-02", "2018-06-13", "2019-03-01", "2019-12-31"] {
            page.open("/host.html").await;
            put(page, "issue", &format!("/embed/issue/{}/?on={on}", issue.id)).await;
            until_ready(page, "issue").await;
            assert_eq!(page.ask::<Option<String>>("told('issue', 'ready')[0].view").await, None);
            page.enter("document.getElementById('issue')").await;
            in_force(page, on).await;
            let full: String = page.ask("document.getElementById('full-page').search").await;
            assert_eq!(full, format!("?issue={}&on={on}", issue.id));
            page.leave().await;
        }
        // Without a date no program is fetched, and the first date's are shown; the host may move it.
        page.open("/host.html").await;
        put(page, "issue", &format!("/embed/issue/{}/", issue.id)).await;
        until_ready(page, "issue").await;
        page.enter("document.getElementById('issue')").await;
        in_force(page, "2018-07-16").await;
        page.leave().await;
        page.run("document.getElementById('issue').contentWindow.postMessage({ source: 'daylight-host', type: 'goto', value: { on: '2019-12-31', issue: 'timetable' } }, '*')").await;
        page.until("it tells the date", "told('issue', 'state').some((state) => state.on === '2019-12-31')")
            .await;
        page.enter("document.getElementById('issue')").await;
        in_force(page, "2019-12-31").await;
        page.leave().await;

        // What happened stays what happened: only the way to the full page has the date.
        put(page, "event", "/embed/event/2018-06-12-singapore-summit/?on=2019-03-01").await;
        until_ready(page, "event").await;
        page.enter("document.getElementById('event')").await;
        let full: String = page.ask("document.getElementById('full-page').search").await;
        assert_eq!(full, "?event=2018-06-12-singapore-summit&on=2019-03-01");
        assert_eq!(page.count("script[type=module]").await, 0);
        page.leave().await;
        assert_eq!(page.ask::<Vec<String>>("watched.errors").await, Vec::<String>::new());
    });
}

fn daylight_issue() -> &'static daylight::dossier::model::Issue {
    &crate::browser::dossier().issues[0]
}

/// The positions that are shown are those the analysis finds in force.
async fn in_force(page: &Page, on: &str) {
    let issue = daylight_issue();
    let now = daylight::analysis::daylight(issue, daylight::dossier::date::Day::parse(on).unwrap());
    let texts: Vec<Option<String>> = [now.expects, now.offers]
        .into_iter()
        .map(|stand| stand.map(|stand| issue.positions[stand.position].text.get("en").to_owned()))
        .collect();
    page.until_is(
        &format!("what is in force on {on} is shown"),
        "[...document.querySelectorAll('.follows > .readings > div')].map((side) => {
            const shown = [...side.children].filter((child) => child.checkVisibility());
            return shown.length === 1 ? (shown[0].querySelector('.absent') ? null : shown[0].querySelector('.position > p:not([class])').textContent) : 'several';
        })",
        texts,
    )
    .await;
    page.until_is(
        "the date is told",
        "document.querySelector('.follows [data-as-of]').dateTime",
        on.to_owned(),
    )
    .await;
}
