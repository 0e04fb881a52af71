//! Frames that may little: WordPress's sandbox, no WebAssembly, no scripts, less room than a view needs.

use crate::browser::{Change, Page, Part, browse_changed};
use crate::host::{press, put, put_with, served, until_it_fits, until_ready};

fn changes() -> Vec<Change> {
    served()
}

in_each_engine!(a_view_works_in_the_sandbox_of_wordpress);

/// As WordPress shows the address of a page that it does not know: hidden until it says the secret, without an origin, without storage,
/// without new windows, and never higher than 1000 pixels.
async fn a_view_works_in_the_sandbox_of_wordpress(page: &Page) {
    page.open("/host.html").await;
    page.run(
        "hosts.wordpress(put('gap', '/embed/gap/', { sandbox: 'allow-scripts', security: 'restricted' }))",
    )
    .await;
    until_ready(page, "gap").await;
    let frame = "document.getElementById('gap')";
    page.until("it is shown", &format!("getComputedStyle({frame}).visibility === 'visible'")).await;
    page.until_is("WordPress keeps to its most", &format!("{frame}.height"), "1000".to_owned()).await;
    let messages: Vec<serde_json::Value> = page
        .ask("heard.filter(({ data }) => data && data.message === 'height').map(({ data }) => data)")
        .await;
    let last = messages.last().unwrap();
    assert_eq!(last["secret"], "aB3dE6gH9k");
    assert!(last["value"].as_u64() > Some(1000), "{last}");

    page.enter(frame).await;
    assert_eq!(page.ask::<String>("self.origin").await, "null");
    // The app runs, though nothing may be stored and the frame has no origin.
    assert_eq!(page.ask::<String>("document.getElementById('daylight').dataset.daylight").await, "ready");
    assert!(!page.ask::<bool>("document.documentElement.classList.contains('app-failed')").await);
    // What does not fit scrolls inside, and keys reach it.
    page.until_is("the view can take the focus", "document.getElementById('main').tabIndex", 0).await;
    assert!(page.ask::<bool>("document.documentElement.scrollHeight > innerHeight").await);
    press(page, ".presets button:last-child").await;
    page.until(
        "the date is set",
        "document.querySelector('.presets button:last-child').ariaPressed === 'true'",
    )
    .await;

    // A source may not open: its address is shown, to be copied.
    press(page, ".open-issue").await;
    page.until(
        "the issue's sources are here",
        "document.querySelector('[data-panel=issue] .sources a') !== null",
    )
    .await;
    page.run("document.querySelector('[data-panel=issue] .sources').open = true").await;
    let address: String = page.ask("document.querySelector('[data-panel=issue] .sources a').href").await;
    press(page, "[data-panel=issue] .sources a").await;
    page.until("its address is shown", "!document.getElementById('address').hidden").await;
    assert_eq!(page.ask::<String>("document.querySelector('#address input').value").await, address);
    let selected = "((field) => field.value.slice(field.selectionStart, field.selectionEnd))(document.querySelector('#address input'))";
    assert_eq!(page.ask::<String>(selected).await, address, "ready to be copied");
    press(page, "#address button:last-of-type").await;
    page.until("it is put away", "document.getElementById('address').hidden").await;
    // The full page is on the frame's own host, so WordPress goes there.
    press(page, "#full-page").await;
    page.leave().await;
    page.until("WordPress is asked to go", "went.length === 1").await;
    let went: String = page.ask("went[0]").await;
    assert!(went.contains("/?on=") && went.ends_with("#gap"), "{went}");

    // Its script may come when the frame is there already: then only the end of the address changes, and nothing is loaded again.
    page.run("put('late', '/embed/meetings/', { sandbox: 'allow-scripts', security: 'restricted' })").await;
    until_ready(page, "late").await;
    page.run("hosts.wordpress(document.getElementById('late'))").await;
    let late = "document.getElementById('late')";
    page.until("it is shown", &format!("getComputedStyle({late}).visibility === 'visible'")).await;
}

/// The policy of a site that allows no WebAssembly.
const NO_WASM: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-ancestors *";

#[test]
#[ignore = "needs the built site and browsers: cargo xtask test site browser"]
fn without_webassembly_a_view_is_read_at_its_full_height_and_says_so() {
    let mut changes = served();
    changes.push(Change::Header(Part::Embeds, "content-security-policy", NO_WASM));
    browse_changed(changes, async |page| {
        page.open("/host.html").await;
        put_with(page, "own", "/embed/timeline/?id=x", "own").await;
        page.until("it says that it failed", "told('own', 'error').some((error) => error.code === 'app')")
            .await;
        let words: String = page.ask("told('own', 'error')[0].message").await;
        assert!(words.starts_with("The interactive version could not start"), "{words}");
        until_it_fits(page, "own").await;
        page.enter("document.getElementById('own')").await;
        assert_eq!(page.count_visible("#notice").await, 1);
        assert_eq!(page.count_visible("#events-list li > a").await, 198);
        // A page that needs no program does not miss it.
        page.leave().await;
        put(page, "words", "/embed/words/").await;
        until_ready(page, "words").await;
        assert_eq!(page.ask::<u32>("told('words', 'error').length").await, 0);
    });
}

#[test]
#[ignore = "needs the built site and browsers: cargo xtask test site browser"]
fn where_the_program_cannot_be_had_the_frame_still_speaks() {
    let mut changes = served();
    changes.push(Change::Missing(Part::Wasm));
    browse_changed(changes, async |page| {
        page.open("/host.html").await;
        put_with(page, "own", "/embed/gap/", "own").await;
        page.until("it says that it failed", "told('own', 'error').length === 1").await;
        until_it_fits(page, "own").await;
    });
}

/// An embed page whose script that starts the program is another.
fn started_by_another(html: String) -> String {
    let (before, rest) = html.split_once("id=\"boot\" src=\"").unwrap();
    let (_, rest) = rest.split_once('"').unwrap();
    format!("{before}id=\"boot\" src=\"/broken.js\"{rest}")
}

#[test]
#[ignore = "needs the built site and browsers: cargo xtask test site browser"]
fn where_what_starts_the_program_is_not_understood_the_frame_still_speaks() {
    let mut changes = served();
    changes.push(Change::Text(Part::Embeds, started_by_another));
    changes.push(Change::File("/broken.js", || "const x = ;".to_owned()));
    browse_changed(changes, async |page| {
        page.open("/host.html").await;
        put_with(page, "own", "/embed/gap/", "own").await;
        page.until("it says that it failed", "told('own', 'error').length === 1").await;
        page.enter("document.getElementById('own')").await;
        assert_eq!(page.count_visible("#notice").await, 1);
        page.leave().await;
        // What shows nothing new says nothing.
        page.run("document.getElementById('own').contentWindow.postMessage({ source: 'daylight-host', type: 'goto', value: { on: '2019-03-01' } }, '*')").await;
        page.frames().await;
        assert_eq!(page.ask::<u32>("told('own', 'state').length").await, 0);
    });
}

#[test]
#[ignore = "needs the built site and browsers: cargo xtask test site browser"]
fn without_scripts_a_view_is_a_document() {
    browse_changed(served(), async |page| {
        page.open("/host.html").await;
        page.run("put('gap', '/embed/gap/', { sandbox: '' })").await;
        page.run("put('words', '/embed/words/', { sandbox: '' })").await;
        for (id, texts, least) in
            [("gap", "#positions-list .issue-positions p", 100), ("words", "#words p", 20)]
        {
            page.enter(&format!("document.getElementById('{id}')")).await;
            page.until("the page is there", "document.querySelector('.embed-source') !== null").await;
            assert_eq!(page.count_visible(".scripts-off").await, 1, "{id}");
            assert!(page.count_visible(texts).await > least, "{id}");
            assert_eq!(
                page.count_visible(".as-of, .switch, .show-list, .open-issue, #address, #notice").await,
                0,
                "{id}"
            );
            page.leave().await;
        }
        assert_eq!(page.ask::<u32>("heard.length").await, 0, "scripts ran");
    });
}
