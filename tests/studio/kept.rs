//! Nothing is lost: what is written is kept as one goes, through a reload, a tab that is closed or killed, a second tab, a full store and
//! none at all.

use serde_json::json;

use super::author::*;
use crate::browser::{
    Change, Chromium, Engine, Page, Part, browse_changed, browse_through_a_crash, undriven,
};

fn changes() -> Vec<Change> {
    served()
}

/// The site, with a script that runs before the studio's own.
fn served_with(script: fn() -> String) -> Vec<Change> {
    let mut changes = served();
    changes.push(Change::Text(Part::Studio, |page| {
        page.replacen("<head>", "<head><script src=\"/first.js\"></script>", 1)
    }));
    changes.push(Change::File("/first.js", script));
    changes
}

in_each_engine!(
    work_survives_a_reload_and_a_closed_tab,
    the_last_words_before_the_page_is_left_are_kept,
    a_second_tab_is_told_and_takes_over,
    what_is_in_a_field_goes_along_to_a_second_tab,
    a_full_store_is_told
);

mod without_a_store {
    use serde_json::json;

    use super::super::author::*;
    use super::super::files::drop_files;
    use super::served_with;
    use crate::browser::{Change, Page};

    fn changes() -> Vec<Change> {
        served_with(|| {
            "IDBFactory.prototype.open = () => { throw new DOMException('not here', 'SecurityError'); };
             // Whoever is asked declines once, then agrees.
             window.asked = 0;
             window.confirm = () => (window.asked += 1) > 1;"
                .to_owned()
        })
    }

    in_each_engine!(it_is_told_and_work_goes_on, what_is_dropped_asks_before_it_takes_the_place);

    async fn it_is_told_and_work_goes_on(page: &Page) {
        open_studio(page).await;
        assert!(page.text("#no-store").await.contains("keeps nothing"));
        press(page, "[data-do=begin][data-name=empty]").await;
        is_open(page).await;
        page.until("it is told in a line", "document.getElementById('not-kept') !== null").await;
        assert!(page.text("#not-kept").await.contains("Save your dossier as a file"));
        show(page, "meta", None).await;
        write(page, "/meta/title", " here").await;
        until_value(page, "/meta/title", "A new dossier here").await;
        until_errors(page, 0).await;
    }

    async fn what_is_dropped_asks_before_it_takes_the_place(page: &Page) {
        open_studio(page).await;
        press(page, "[data-do=begin][data-name=empty]").await;
        is_open(page).await;
        let dropped = |title: &str| json!([["a.json", tiny().replace("A tiny dossier", title).into_bytes()]]);
        show(page, "meta", None).await;
        write(page, "/meta/title", " of mine").await;
        drop_files(page, dropped("Dropped")).await;
        page.until_is("it is asked", "asked", 1).await;
        page.frames().await;
        assert_eq!(value(page, "/meta/title").await, "A new dossier of mine");
        drop_files(page, dropped("Dropped")).await;
        until_value(page, "/meta/title", "Dropped").await;
        // In this one nothing is written: nothing would be lost.
        drop_files(page, dropped("Dropped next")).await;
        until_value(page, "/meta/title", "Dropped next").await;
        assert_eq!(page.ask::<u32>("asked").await, 2);
    }
}

/// The title in the form of the first dossier that is kept.
async fn go_on(page: &Page) -> String {
    press(page, "[data-do=continue]").await;
    is_open(page).await;
    value(page, "/meta/title").await
}

async fn work_survives_a_reload_and_a_closed_tab(page: &Page) {
    open_tiny(page).await;
    write(page, "/meta/title", ", changed").await;
    until_kept(page).await;
    page.reload().await;
    page.until("it is listed", "document.querySelectorAll('[data-do=continue]').length === 1").await;
    assert_eq!(page.text("[data-do=continue]").await, "A tiny dossier, changed");
    assert!(page.text(".kept-about").await.contains("KB"));
    assert_eq!(go_on(page).await, "A tiny dossier, changed");
    // Closed without a word, in the middle of writing: the last second may be missing, nothing else.
    write(page, "/meta/title", " twice").await;
    page.until(
        "some of it is kept",
        "document.getElementById('saved').textContent.includes('Kept in this browser,')",
    )
    .await;
    page.another_tab_in_place_of_this().await;
    open_studio(page).await;
    assert_eq!(go_on(page).await, "A tiny dossier, changed twice");
    // Several are kept, the newest first, and one can be deleted once that is confirmed.
    press(page, "[data-do=close]").await;
    page.until("the first screen is back", "document.querySelector('[data-do=begin]') !== null").await;
    press(page, "[data-do=begin][data-name=empty]").await;
    is_open(page).await;
    until_kept(page).await;
    press(page, "[data-do=close]").await;
    page.until("two are listed", "document.querySelectorAll('[data-do=continue]').length === 2").await;
    // The focus goes along: to the screen's heading, the question's answer, the button again, the next dossier, the list's heading.
    let held = "document.activeElement.id || document.activeElement.textContent";
    page.until_is("the focus is on the heading", held, json!("studio-heading")).await;
    assert_eq!(page.text(".kept li:first-child .kept-open").await, "A new dossier");
    let first = ".kept li:first-child [data-do=delete]";
    press(page, first).await;
    page.until_is("it is asked", held, json!("keep-it")).await;
    press(page, "[data-do=delete-no]").await;
    page.until_is(
        "the focus is on the button",
        &format!("document.activeElement === document.querySelector('{first}')"),
        true,
    )
    .await;
    press(page, first).await;
    page.until_is("it is asked again", held, json!("keep-it")).await;
    press(page, "[data-do=delete-yes]").await;
    page.until("one is listed", "document.querySelectorAll('[data-do=continue]').length === 1").await;
    assert_eq!(page.text("[data-do=continue]").await, "A tiny dossier, changed twice");
    page.until_is("the focus is on the next", held, json!("A tiny dossier, changed twice")).await;
    press(page, first).await;
    page.until_is("it is asked once more", held, json!("keep-it")).await;
    press(page, "[data-do=delete-yes]").await;
    page.until_is("the focus is on the list's heading", held, json!("yours-heading")).await;
    assert_eq!(page.count("[data-do=continue]").await, 0);
}

/// What is noted of last words that are not in the store.
const NOTED: &str = "Object.keys(localStorage).filter((key) => key.startsWith('daylight-studio:'))";
/// The titles of the dossiers that are listed.
const LISTED: &str = "[...document.querySelectorAll('[data-do=continue]')].map((one) => one.textContent)";

/// Waits until the programs of the page beside and of the checker run. Where a page goes while Firefox (140) still compiles them, that of
/// the next page now and then is never compiled: it stays fetched, and nothing of ours is asked any more.
async fn rests(page: &Page) {
    until_shown(page).await;
    until_errors(page, 0).await;
}

/// Loads the page anew at once; the browser's question, which not every driver answers, is not asked.
async fn reload_unasked(page: &Page) {
    page.run("addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true)").await;
    page.reload().await;
}

async fn the_last_words_before_the_page_is_left_are_kept(page: &Page) {
    open_tiny(page).await;
    rests(page).await;
    write(page, "/meta/title", " in haste").await;
    reload_unasked(page).await;
    page.until_is("they are listed", LISTED, json!(["A tiny dossier in haste"])).await;
    assert_eq!(go_on(page).await, "A tiny dossier in haste");
    rests(page).await;
    // The store does not answer before the page goes: they are noted, and the next page puts them there.
    page.run(
        "IDBDatabase.prototype.transaction = () => { throw new DOMException('too late', 'AbortError'); }",
    )
    .await;
    write(page, "/meta/title", ", too late").await;
    reload_unasked(page).await;
    page.until_is("they are listed", LISTED, json!(["A tiny dossier in haste, too late"])).await;
    page.until_is("nothing stays noted", NOTED, json!([])).await;
    assert_eq!(go_on(page).await, "A tiny dossier in haste, too late");
    rests(page).await;
    // What has not left its field counts too, and what names it follows.
    show(page, "parties", Some(0)).await;
    page.focus(&field("/parties/0/id")).await;
    page.run("document.activeElement.select()").await;
    page.type_in("usa").await;
    reload_unasked(page).await;
    page.until_is("one is listed", LISTED, json!(["A tiny dossier in haste, too late"])).await;
    go_on(page).await;
    show(page, "parties", Some(0)).await;
    until_value(page, "/parties/0/id", "usa").await;
    until_errors(page, 0).await;
}

async fn a_second_tab_is_told_and_takes_over(page: &Page) {
    open_tiny(page).await;
    let second = page.new_tab().await;
    open_studio(page).await;
    press(page, "[data-do=continue]").await;
    page.until("the second tab is told", "document.getElementById('read-only') !== null").await;
    assert!(page.ask::<bool>("document.getElementById('f/meta/title').readOnly").await);
    assert_eq!(page.count("[data-do=add], [data-do=remove]").await, 0);
    // The first tab writes something that is not kept yet; the second takes over and has it.
    let first = page.other_tab(&second).await;
    page.to_tab(&first).await;
    replace(page, "/meta/title", "The last words of the first tab").await;
    page.to_tab(&second).await;
    press(page, "[data-do=take-over]").await;
    page.until("it may be edited here", "document.getElementById('read-only') === null").await;
    until_value(page, "/meta/title", "The last words of the first tab").await;
    write(page, "/meta/title", ", and of the second").await;
    until_kept(page).await;
    page.to_tab(&first).await;
    page.until("the first tab is told", "document.getElementById('read-only') !== null").await;
    assert!(page.text("#read-only").await.contains("taken"));
    press(page, "[data-do=take-over]").await;
    until_value(page, "/meta/title", "The last words of the first tab, and of the second").await;
}

/// What stands in a field of the first tab and has not left it, since its author went to the second. (Only what needs no frame is done in a tab
/// that is hidden: one engine draws none there.)
async fn what_is_in_a_field_goes_along_to_a_second_tab(page: &Page) {
    open_tiny(page).await;
    show(page, "parties", Some(0)).await;
    let second = page.new_tab().await;
    open_studio(page).await;
    press(page, "[data-do=continue]").await;
    page.until("the second tab is told", "document.getElementById('read-only') !== null").await;
    let first = page.other_tab(&second).await;
    page.to_tab(&first).await;
    replace(page, "/parties/0/id", "usa").await;
    page.to_tab(&second).await;
    press(page, "[data-do=take-over]").await;
    page.until("it may be edited here", "document.getElementById('read-only') === null").await;
    press(page, ".parts [data-name=parties]").await;
    press(page, ".rows [data-record='0']").await;
    until_value(page, "/parties/0/id", "usa").await;
}

/// Fills another database of the site until nothing fits any more.
const FILL: &str = "const name = 'fill', open = indexedDB.open(name);
    open.onupgradeneeded = () => open.result.createObjectStore(name, { autoIncrement: true });
    open.onsuccess = () => {
        const put = () => {
            const writing = open.result.transaction(name, 'readwrite');
            writing.objectStore(name).put(crypto.getRandomValues(new Uint8Array(65536)));
            writing.oncomplete = put;
            writing.onabort = () => { open.result.close(); done(writing.error.name); };
        };
        put();
    };";

/// Leaves the site no room any more, or gives it back what it had. Chromium is told how much there is; in Firefox what there is is
/// filled. Of WebKit neither can be had, so its store says what a full one does.
async fn full(page: &Page, full: bool) {
    match (page.engine, full) {
        (Engine::Chromium, _) => {
            let mut room = json!({ "origin": page.site.origin });
            if full {
                room["quotaSize"] = json!(1);
            }
            Chromium::new(page).devtools("Storage.overrideQuotaForOrigin", room).await;
        }
        (Engine::Firefox, true) => {
            assert_eq!(page.run_async(FILL).await, "QuotaExceededError");
        }
        (Engine::Firefox, false) => {
            page.run_async("indexedDB.deleteDatabase('fill').onsuccess = () => done(true);").await;
        }
        (Engine::WebKit, true) => {
            page.run(
                "window.put = IDBObjectStore.prototype.put;
                 IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };",
            )
            .await;
        }
        (Engine::WebKit, false) => page.run("IDBObjectStore.prototype.put = window.put").await,
    }
}

async fn a_full_store_is_told(page: &Page) {
    open_studio(page).await;
    // Before anything is kept: Chromium asks how much room there is and takes the answer for half a minute's writes.
    full(page, true).await;
    page.focus("#studio-address").await;
    page.type_in("tiny.json").await;
    press(page, ".start-address button").await;
    is_open(page).await;
    write(page, "/meta/title", ", too much").await;
    page.until("it is told", "document.getElementById('not-kept') !== null").await;
    assert!(page.text("#not-kept").await.contains("storage is full"));
    // It can be saved as a file from there, and what was written is still there.
    assert_eq!(page.count("#not-kept [data-do=save-file]").await, 1);
    assert_eq!(value(page, "/meta/title").await, "A tiny dossier, too much");
    // Once there is room again all of it is kept, without another change.
    write(page, "/meta/title", "!").await;
    full(page, false).await;
    page.until("it is kept again", "document.getElementById('not-kept') === null").await;
    until_kept(page).await;
    page.reload().await;
    page.until("it is listed", "document.querySelectorAll('[data-do=continue]').length === 1").await;
    assert_eq!(page.text("[data-do=continue]").await, "A tiny dossier, too much!");
}

/// What draws the tab is killed: only Chromium can be told to.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_killed_tab_loses_nothing_that_was_kept() {
    browse_changed(served(), async |page: &Chromium<'_>| {
        open_tiny(page).await;
        write(page, "/meta/title", ", and then the crash").await;
        until_kept(page).await;
        page.crash().await;
        open_studio(page).await;
        assert_eq!(go_on(page).await, "A tiny dossier, and then the crash");
    });
}

/// The whole browser is killed, and started again: what it said was kept is there, and of the last second what had arrived.
mod a_killed_browser_loses_nothing_that_was_kept {
    use super::*;

    #[test]
    #[ignore = "needs the built site and a browser: cargo xtask test site browser"]
    fn chromium() {
        browse_through_a_crash(Engine::Chromium, changes(), before, after);
    }

    #[test]
    #[ignore = "needs the built site and a browser: cargo xtask test site browser"]
    fn firefox() {
        browse_through_a_crash(Engine::Firefox, changes(), before, after);
    }

    /// WebKit's driver gives up with the tab that is killed, and its browser keeps nothing: a script on the page is the author, and
    /// tells the site what it sees.
    #[test]
    #[ignore = "needs the built site and a browser: cargo xtask test site browser"]
    fn webkit() {
        undriven(served_with(|| AUTHOR.to_owned()), async |browser, site| {
            let studio = format!("{}/studio/", site.origin);
            let first = browser.open(&studio);
            assert_eq!(site.until_asked("/told/kept/").await, "A%20tiny%20dossier%2C%20kept");
            first.kill_family();
            let _second = browser.open(&studio);
            assert_eq!(site.until_asked("/told/found/").await, "A%20tiny%20dossier%2C%20kept");
            assert_eq!(site.until_asked("/told/kept-on/").await, "A%20tiny%20dossier%2C%20kept!");
        });
    }

    /// Opens the small dossier and changes its title, or goes on with what is kept.
    const AUTHOR: &str = "
        const until = (find) => new Promise((done) => {
            const look = () => { const found = find(); found ? done(found) : setTimeout(look, 30); };
            look();
        });
        const one = (selector) => document.querySelector(selector);
        const write = async (text) => {
            const field = await until(() => document.getElementById('f/meta/title'));
            field.value = text;
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
            await until(() => one('#saved') && one('#saved').dataset.saved === 'pending');
            await until(() => one('#saved').dataset.saved === 'kept');
        };
        const tell = (what, text) => fetch('/told/' + what + '/' + encodeURIComponent(text));
        (async () => {
            await until(() => one('[data-do=begin]') && !one('.start-columns').textContent.includes('on its way'));
            const kept = one('[data-do=continue]');
            if (kept) {
                kept.click();
                const field = await until(() => document.getElementById('f/meta/title'));
                const title = field.value;
                await tell('found', title);
                await write(title + '!');
                await tell('kept-on', title + '!');
            } else {
                one('#studio-address').value = 'tiny.json';
                one('.start-address button').click();
                await write('A tiny dossier, kept');
                await tell('kept', 'A tiny dossier, kept');
            }
        })();";

    async fn before(page: &Page) {
        open_tiny(page).await;
        write(page, "/meta/title", ", kept").await;
        until_kept(page).await;
        write(page, "/meta/title", ", perhaps").await;
    }

    async fn after(page: &Page) {
        open_studio(page).await;
        let title = go_on(page).await;
        assert!(title.starts_with("A tiny dossier, kept"), "{title}");
        assert!("A tiny dossier, kept, perhaps".starts_with(&title), "{title}");
        // It can be edited and kept on: the lock of the one that was killed is gone with it.
        write(page, "/meta/title", "!").await;
        until_kept(page).await;
        assert_eq!(page.count("#read-only").await, 0);
    }
}

/// Another tab wrote meanwhile, on a page without locks: nothing is written over.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn two_versions_are_two_dossiers() {
    let changes = served_with(|| {
        "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });".to_owned()
    });
    browse_changed(changes, async |page: &Chromium<'_>| {
        open_tiny(page).await;
        let second = page.new_tab().await;
        open_studio(page).await;
        go_on(page).await;
        write(page, "/meta/title", ", second").await;
        until_kept(page).await;
        let first = page.other_tab(&second).await;
        page.to_tab(&first).await;
        write(page, "/meta/title", ", first").await;
        page.until("it is told", "document.getElementById('studio-notice') !== null").await;
        assert!(page.text("#studio-notice").await.contains("Nothing was written over"));
        press(page, "[data-do=close]").await;
        page.until("both are listed", "document.querySelectorAll('[data-do=continue]').length === 2").await;
        let titles: Vec<String> = page
            .ask("[...document.querySelectorAll('.kept-open')].map((one) => one.textContent).sort()")
            .await;
        assert_eq!(titles, ["A tiny dossier, first", "A tiny dossier, second"]);
    });
}

/// A tab that does not answer, and has words that it could not keep, is taken from: it is not said that the other tab has them, and once there is
/// a place for them they are a dossier of their own, which is edited there.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_tab_that_was_taken_from_has_a_dossier_of_its_own() {
    browse_changed(served(), async |page: &Chromium<'_>| {
        open_tiny(page).await;
        let second = page.new_tab().await;
        open_studio(page).await;
        press(page, "[data-do=continue]").await;
        page.until("the second tab is told", "document.getElementById('read-only') !== null").await;
        let first = page.other_tab(&second).await;
        page.to_tab(&first).await;
        page.run(
            "window.transaction = IDBDatabase.prototype.transaction;
             IDBDatabase.prototype.transaction = () => { throw new DOMException('not now', 'AbortError'); };",
        )
        .await;
        write(page, "/meta/title", ", first").await;
        page.until("it is not kept", "document.getElementById('not-kept') !== null").await;
        page.to_tab(&second).await;
        page.run("BroadcastChannel.prototype.postMessage = () => {}").await;
        press(page, "[data-do=take-over]").await;
        page.until("it may be edited here", "document.getElementById('read-only') === null").await;
        write(page, "/meta/title", ", second").await;
        until_kept(page).await;
        page.to_tab(&first).await;
        page.until("the first tab is told", "document.getElementById('read-only') !== null").await;
        assert!(!page.text("#read-only").await.contains("all you wrote"));
        page.run("IDBDatabase.prototype.transaction = window.transaction").await;
        page.until("it has a dossier of its own", "document.getElementById('studio-notice') !== null").await;
        assert!(page.text("#studio-notice").await.contains("Nothing was written over"));
        page.until("it may be edited", "document.getElementById('read-only') === null").await;
        assert_eq!(value(page, "/meta/title").await, "A tiny dossier, first");
    });
}

/// Last words that follow an earlier version than the store has by now write nothing over.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn last_words_are_a_dossier_of_their_own_where_another_tab_wrote() {
    browse_changed(served(), async |page: &Chromium<'_>| {
        open_tiny(page).await;
        page.run_async(
            "indexedDB.open('daylight-studio').onsuccess = ({ target: { result } }) => {
                result.transaction('dossiers').objectStore('dossiers').getAllKeys().onsuccess = ({ target }) => {
                    localStorage.setItem('daylight-studio:another', JSON.stringify([target.result[0], 'Earlier words', '{}', 0]));
                    result.close();
                    done(true);
                };
            };",
        )
        .await;
        press(page, "[data-do=close]").await;
        page.until_is(
            "both are listed",
            &format!("{LISTED}.sort()"),
            json!(["A tiny dossier", "Earlier words"]),
        )
        .await;
        page.until_is("nothing stays noted", NOTED, json!([])).await;
    });
}

/// A phone ends a page that is hidden without another word: what has not left its field counts by then.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_page_that_is_hidden_keeps_what_is_in_a_field() {
    browse_changed(served(), async |page: &Chromium<'_>| {
        open_tiny(page).await;
        show(page, "parties", Some(0)).await;
        page.focus(&field("/parties/0/id")).await;
        page.run("document.activeElement.select()").await;
        page.type_in("usa").await;
        let hide = "Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
             document.dispatchEvent(new Event('visibilitychange'));";
        page.run(hide).await;
        page.run_async(
            "const look = () => {
                indexedDB.open('daylight-studio').onsuccess = ({ target: { result } }) => {
                    result.transaction('texts').objectStore('texts').getAll().onsuccess = ({ target }) => {
                        result.close();
                        if (target.result.some((text) => text.includes('\"id\":\"usa\"'))) done(true);
                        else setTimeout(look, 20);
                    };
                };
            };
            look();",
        )
        .await;
        page.crash().await;
        open_studio(page).await;
        go_on(page).await;
        show(page, "parties", Some(0)).await;
        until_value(page, "/parties/0/id", "usa").await;
        until_errors(page, 0).await;
        // One that is taken may be half written: it is not taken out of the hands of who comes back.
        replace(page, "/parties/0/id", "dprk").await;
        page.run(hide).await;
        page.until("it is told", "document.getElementById('f/parties/0/id-refused') !== null").await;
        page.frames().await;
        assert_eq!(value(page, "/parties/0/id").await, "dprk");
    });
}

/// Nothing leaves the machine: all that is asked for is the site's own.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn nothing_is_sent() {
    browse_changed(served(), async |page: &Chromium<'_>| {
        open_tiny(page).await;
        write(page, "/meta/title", " secret").await;
        until_kept(page).await;
        until_shown(page).await;
        let elsewhere: Vec<String> = page
            .ask("performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !name.startsWith(location.origin))")
            .await;
        assert_eq!(elsewhere, Vec::<String>::new());
        assert!(page.site.requests().keys().all(|path| !path.contains("secret")));
        assert_eq!(page.violations().await, Vec::<String>::new());
        assert_eq!(page.errors().await, Vec::<String>::new());
    });
}

/// A hidden tab keeps at once, before anything can happen to it.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_page_that_is_left_keeps_at_once() {
    browse_changed(served(), async |page: &Chromium<'_>| {
        open_tiny(page).await;
        replace(page, "/meta/title", "Left in a hurry").await;
        page.run("window.dispatchEvent(new PageTransitionEvent('pagehide'))").await;
        until_kept(page).await;
        page.until_is("what is kept is not noted any more", NOTED, json!([])).await;
        page.crash().await;
        open_studio(page).await;
        assert_eq!(go_on(page).await, "Left in a hurry");
    });
}
