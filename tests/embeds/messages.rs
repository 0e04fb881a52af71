//! What a host page may ask of a view, and what the view tells it.

use serde_json::{Value, json};

use crate::browser::{Change, Page, browse_changed};
use crate::host::{press, put, served, until_ready};

fn changes() -> Vec<Change> {
    served()
}

in_each_engine!(
    a_view_does_what_its_host_asks_and_nothing_else,
    what_a_view_does_not_have_changes_nothing_and_is_not_told,
    an_event_that_the_host_asks_for_is_in_the_picture,
);

/// Sends a frame a message of this kind.
async fn send(page: &Page, frame: &str, kind: &str, value: Value) {
    let message = json!({ "source": "daylight-host", "v": 1, "type": kind, "value": value });
    page.run(&format!("document.getElementById('{frame}').contentWindow.postMessage({message}, '*')")).await;
}

/// Asks a frame to go somewhere.
async fn go(page: &Page, frame: &str, value: Value) {
    send(page, frame, "goto", value).await;
}

async fn ask(page: &Page, kind: &str, value: Value) {
    send(page, "gap", kind, value).await;
}

/// The newest that the view told of a kind.
async fn newest(page: &Page, kind: &str) -> Value {
    page.ask(&format!("told('gap', '{kind}').at(-1) ?? null")).await
}

/// Messages of every wrong shape, as expressions.
const WRONG: &str = "[
    null, undefined, true, 0, -1, NaN, 1e308, '', 'x', 'x'.repeat(1e6), [], {}, [[[]]], new Map([['source', 'daylight-host']]), new Date(0),
    new ArrayBuffer(8), 'pym', 'pymxPYMxxPYMxwidthxPYMx', '[iFrameSizer]', '[iFrameSizer]:', '[iFrameSizer]a:b:true', '[iFrameSizer]' + ':'.repeat(1999),
    '[iFrameResizerChild]', '{', '{\"source\":\"daylight-host\"}', { type: 'iframe-child-init', targetElementSelector: '<img src=x onerror=alert(1)>' },
    { source: 'daylight-host' }, { source: 'daylight', v: 1, type: 'theme', value: 'dark' }, { source: ['daylight-host'], type: 'theme', value: 'dark' },
    ...['theme', 'goto', 'lang', 'print!', '', 'constructor', '__proto__', 'toString', 0, null, ['theme'], {}].flatMap((type) =>
        [undefined, null, 0, '', 'x'.repeat(1e5), [], {}, { on: 0, event: {}, issue: [] }, { on: '2018-02-30x', event: 'x'.repeat(201) }, { __proto__: null }, 'DARK', ['dark'], { value: 'dark' }]
            .map((value) => ({ source: 'daylight-host', v: 1, type, value }))),
    ...[0, 2, '1', null, {}].map((v) => ({ source: 'daylight-host', v, type: 'theme', value: 'dark' })),
]";

async fn a_view_does_what_its_host_asks_and_nothing_else(page: &Page) {
    page.open("/host.html").await;
    put(page, "gap", "/embed/gap/?id=mine&on=2018-07-16").await;
    until_ready(page, "gap").await;
    let ready = newest(page, "ready").await;
    assert_eq!(ready["view"], "gap");
    assert_eq!(ready["version"].as_str().map(str::len), Some(12));
    assert!(ready["height"].as_u64() > Some(200), "{ready}");

    // Nothing of a wrong shape does anything; the last message is a right one, so all before it have been heard.
    page.run(&format!(
        "for (const wrong of {WRONG}) document.getElementById('gap').contentWindow.postMessage(wrong, '*')"
    ))
    .await;
    ask(page, "theme", json!("dark")).await;
    page.enter("document.getElementById('gap')").await;
    page.until_is("the theme is dark", "document.documentElement.dataset.theme", "dark".to_owned()).await;
    let ink: String =
        page.ask("getComputedStyle(document.documentElement).getPropertyValue('--ink').trim()").await;
    assert_eq!(ink, "#ece7db");
    assert_eq!(page.ask::<String>("document.querySelector('meta[name=color-scheme]').content").await, "dark");
    assert_eq!(page.ask::<String>("document.querySelector('#as-of-date').value").await, "2018-07-16");
    assert!(!page.ask::<bool>("document.documentElement.classList.contains('app-failed')").await);
    page.leave().await;
    assert_eq!(page.ask::<u32>("told('gap', 'state').length + told('gap', 'select').length").await, 0);
    // What is not offered is said, once for each that named another language.
    let errors: Vec<Value> = page.ask("told('gap', 'error')").await;
    assert!(errors.iter().all(|error| error["code"] == "lang"), "{errors:?}");

    // A message from a window that is not the parent is not the host's.
    page.run("{
        const other = document.createElement('iframe');
        document.body.append(other);
        other.contentWindow.eval(`parent.document.getElementById('gap').contentWindow.postMessage({ source: 'daylight-host', v: 1, type: 'theme', value: 'light' }, '*')`);
    }").await;

    ask(page, "goto", json!({ "on": "2019-03-01" })).await;
    page.until("it tells the date", "told('gap', 'state').some((state) => state.on === '2019-03-01')").await;
    page.enter("document.getElementById('gap')").await;
    page.until_is("the date is set", "document.querySelector('#as-of-date').value", "2019-03-01".to_owned())
        .await;
    assert_eq!(
        page.ask::<String>("document.documentElement.dataset.theme").await,
        "dark",
        "from another window"
    );
    let history: u32 = page.ask("history.length").await;
    page.leave().await;

    ask(page, "goto", json!({ "issue": "scope" })).await;
    page.until("the issue is told", "told('gap', 'select').some((select) => select.issue === 'scope')").await;
    page.enter("document.getElementById('gap')").await;
    page.until("the issue is open", "document.querySelector('#issue-scope[data-panel=issue]') !== null")
        .await;
    assert_eq!(page.ask::<u32>("history.length").await, history, "a view adds nothing to the host's history");
    assert!(
        page.ask::<bool>("document.activeElement === document.body").await,
        "the focus stays with the host"
    );
    let full: String = page.ask("document.getElementById('full-page').getAttribute('href')").await;
    page.leave().await;
    assert_eq!(full.split_once('?').unwrap().1, "on=2019-03-01&issue=scope#gap");

    ask(page, "goto", json!({ "on": "2018-06-13", "issue": null })).await;
    page.until(
        "it goes on",
        "told('gap', 'state').at(-1).on === '2018-06-13' && told('gap', 'state').at(-1).issue === null",
    )
    .await;
    // What the reader does is told too.
    page.enter("document.getElementById('gap')").await;
    press(page, ".presets button").await;
    page.leave().await;
    page.until("the reader's date is told", "told('gap', 'state').at(-1).on !== '2018-06-13'").await;
    assert_eq!(page.ask::<Vec<String>>("watched.errors").await, Vec::<String>::new());
}

/// A date, an event and an issue that the view cannot show leave it as it is; the one right message comes last, so all before it have been
/// heard.
async fn what_a_view_does_not_have_changes_nothing_and_is_not_told(page: &Page) {
    page.open("/host.html").await;
    // An address may give the date by its other name.
    put(page, "gap", "/embed/gap/?as_of=2019-03-01&issue=scope").await;
    until_ready(page, "gap").await;
    for nothing in [
        json!({ "on": "2019-02-31" }),
        json!({ "on": "2019-13-01" }),
        json!({ "on": "2019-00-10" }),
        json!({ "on": ["2019-03-02"] }),
        json!({ "issue": "no-such-issue" }),
        json!({ "event": "2018-06-12-singapore-summit" }),
        json!({ "event": "2018-06-12-singapore-summit", "issue": "no-such-issue", "on": "2019-02-29" }),
    ] {
        ask(page, "goto", nothing).await;
    }
    ask(page, "goto", json!({ "issue": "proof" })).await;
    page.until("the issue is told", "told('gap', 'select').length > 0").await;
    let selected: Vec<Value> = page.ask("told('gap', 'select')").await;
    assert_eq!(selected, [json!({ "event": null, "issue": "proof" })]);
    let states: Vec<Value> = page.ask("told('gap', 'state')").await;
    assert!(
        states.iter().all(|state| state["on"] == "2019-03-01" && state["issue"] == "proof"),
        "{states:?}"
    );
    page.enter("document.getElementById('gap')").await;
    assert_eq!(page.ask::<String>("document.querySelector('#as-of-date').value").await, "2019-03-01");
    page.until("the issue is open", "document.querySelector('#issue-proof[data-panel=issue]') !== null")
        .await;
    page.leave().await;

    // Beyond the dossier's span is its last day.
    let last = crate::browser::dossier().meta.span.to.to_string();
    ask(page, "goto", json!({ "on": "9000-01-01" })).await;
    page.until("a date is told", "told('gap', 'state').at(-1).on !== '2019-03-01'").await;
    let on: Vec<String> = page.ask("told('gap', 'state').slice(-1).map((state) => state.on)").await;
    assert_eq!(on, [last]);

    put(page, "timeline", "/embed/timeline/?event=2018-06-12-singapore-summit&issue=scope").await;
    until_ready(page, "timeline").await;
    go(page, "timeline", json!({ "event": "no-such-event" })).await;
    go(page, "timeline", json!({ "issue": "proof" })).await;
    go(page, "timeline", json!({ "on": "2019-03-01" })).await;
    page.until("the date is told", "told('timeline', 'state').length > 0").await;
    let state: Value = page.ask("told('timeline', 'state')[0]").await;
    assert_eq!(
        [&state["on"], &state["event"], &state["issue"]],
        [&json!("2019-03-01"), &json!("2018-06-12-singapore-summit"), &Value::Null]
    );
    assert_eq!(page.ask::<u32>("told('timeline', 'select').length").await, 0);
    page.enter("document.getElementById('timeline')").await;
    page.until("the event stays open", "document.querySelector('[data-panel=event]') !== null").await;
    page.leave().await;
    assert_eq!(page.ask::<Vec<String>>("watched.errors").await, Vec::<String>::new());
}

/// Also where the reader has gone to other days.
async fn an_event_that_the_host_asks_for_is_in_the_picture(page: &Page) {
    page.open("/host.html").await;
    page.run("put('far', '/embed/timeline/?from=2018-10-01&to=2019-04-03', { width: '1000' })").await;
    until_ready(page, "far").await;
    go(page, "far", json!({ "on": "2018-12-01" })).await;
    page.until("the date is told", "told('far', 'state').length > 0").await;
    let query: String = page.ask("told('far', 'state').at(-1).query").await;
    assert!(query.contains("from=2018-10-01&to=2019-04-03"), "a date alone leaves the window: {query}");
    go(page, "far", json!({ "event": "1994-10-21-agreed-framework" })).await;
    page.until("the event is told", "told('far', 'select').length > 0").await;
    let query: String = page.ask("told('far', 'state').at(-1).query").await;
    assert!(!query.contains("from="), "{query}");
    page.enter("document.getElementById('far')").await;
    page.until(
        "its mark is in the picture",
        "document.querySelector('[data-surface=timeline] [aria-expanded=true]') !== null",
    )
    .await;
    page.leave().await;
}

#[test]
#[ignore = "needs the built site and browsers: cargo xtask test site browser"]
fn a_view_is_shown_in_the_language_that_is_asked_for() {
    browse_changed(served(), async |page| {
        page.open("/host.html").await;
        // By the address, and then by the host.
        put(page, "gap", "/embed/gap/?id=mine&on=2018-05-01&theme=dark&lang=ko-KR").await;
        until_ready(page, "gap").await;
        let shown = async |lang: &str| {
            page.enter("document.getElementById('gap')").await;
            let what = format!("the view is told in {lang}");
            page.until_is(&what, "document.documentElement.lang", lang.to_owned()).await;
            page.ready().await;
            assert_eq!(page.ask::<String>("document.querySelector('#as-of-date').value").await, "2018-05-01");
            assert_eq!(page.ask::<String>("document.documentElement.dataset.theme").await, "dark");
            page.leave().await;
        };
        shown("ko").await;
        ask(page, "lang", json!("en")).await;
        shown("en").await;
        ask(page, "lang", json!("fr")).await;
        page.until("French is not offered", "told('gap', 'error').some((error) => error.code === 'lang')")
            .await;
    });
}
