//! The host page's own script, `embed.js`, and its element.

use crate::browser::{Change, Chromium, Page, browse_changed};
use crate::host::served;

fn changes() -> Vec<Change> {
    served()
}

in_each_engine!(an_element_under_a_strict_policy_has_the_right_height);

/// Adds the script to the host page, perhaps with what it is told.
async fn add_loader(page: &Page, data: &str) {
    page.run(&format!(
        "const script = document.createElement('script');
         script.src = site + '/embed.js';
         script.defer = true;
         Object.assign(script.dataset, {data});
         document.getElementById('place').append(script);"
    ))
    .await;
}

/// Until every element on the page shows a view at its own height.
async fn until_shown(page: &Page, count: usize) {
    page.until_is(
        "the views are shown",
        "[...document.querySelectorAll('daylight-embed')].filter((embed) => embed.frame && embed.heard && embed.frame.style.height !== '' && embed.box.style.minHeight === '0px').length",
        count,
    )
    .await;
}

async fn an_element_under_a_strict_policy_has_the_right_height(page: &Page) {
    page.open("/strict.html").await;
    // Markup from before the script, with what is read without it.
    page.run("document.getElementById('place').innerHTML = '<daylight-embed view=\"clock\" theme=\"dark\"><p id=\"fallback\">A link</p></daylight-embed>'").await;
    assert_eq!(page.count_visible("#fallback").await, 1);
    add_loader(page, "{}").await;
    add_loader(page, "{ view: 'meetings' }").await;
    until_shown(page, 1).await;
    assert_eq!(page.count_visible("#fallback").await, 0);
    // The other is fetched as it nears the screen.
    page.until("the other is there", "document.querySelectorAll('daylight-embed').length === 2").await;
    page.run("document.querySelectorAll('daylight-embed')[1].scrollIntoView()").await;
    until_shown(page, 2).await;
    for index in 0..2 {
        let frame = format!("document.querySelectorAll('daylight-embed')[{index}].frame");
        page.enter(&frame).await;
        page.until(
            "it is as high as what it holds",
            "innerHeight === Math.ceil(document.body.getBoundingClientRect().height)",
        )
        .await;
        let theme: String = page.ask("document.documentElement.dataset.theme").await;
        assert_eq!(theme, if index == 0 { "dark" } else { "light" });
        page.leave().await;
    }
    let title: String = page.ask("document.querySelector('daylight-embed').frame.title").await;
    assert_eq!(title, "Daylight: clock");

    // Moved, it loads again where it is; taken out while it loads and put back, too.
    page.run("document.body.append(document.querySelector('daylight-embed'))").await;
    page.run("const embed = document.querySelectorAll('daylight-embed')[0]; embed.heard = false; embed.remove(); document.body.prepend(embed); embed.remove(); document.body.append(embed);").await;
    until_shown(page, 2).await;
    // Attributes that change are passed on.
    page.run("document.querySelectorAll('daylight-embed')[1].setAttribute('theme', 'light')").await;
    page.run("document.querySelectorAll('daylight-embed')[1].scrollIntoView()").await;
    page.enter("document.querySelectorAll('daylight-embed')[1].frame").await;
    page.until_is("the theme is light", "document.documentElement.dataset.theme", "light".to_owned()).await;
    page.leave().await;
    assert_eq!(page.ask::<Vec<String>>("watched.violations").await, Vec::<String>::new());
    assert_eq!(page.ask::<Vec<String>>("watched.errors").await, Vec::<String>::new());
    assert_eq!(page.ask::<Vec<String>>("watched.console").await, Vec::<String>::new());
}

#[test]
#[ignore = "needs the built site and browsers: cargo xtask test site browser"]
fn one_line_shows_what_it_names_in_whichever_way() {
    browse_changed(served(), async |page| {
        for (data, path) in [
            ("{ event: '2018-06-12-singapore-summit' }", "/embed/event/2018-06-12-singapore-summit/"),
            ("{ issue: 'security', theme: 'dark' }", "/embed/issue/security/?theme=dark"),
            ("{ src: site + '/embed/clock/' }", "/embed/clock/"),
        ] {
            page.open("/host.html").await;
            add_loader(page, data).await;
            until_shown(page, 1).await;
            let shown: String =
                page.ask("document.querySelector('daylight-embed').frame.src.replace(site, '')").await;
            assert_eq!(shown, path);
        }
    });
}

#[test]
#[ignore = "needs the built site and browsers: cargo xtask test site browser"]
fn each_line_shows_a_view_of_the_site_that_its_script_is_from() {
    browse_changed(served(), async |page| {
        page.open("/host.html").await;
        page.run(
            "for (const folder of ['/', '/ko/']) {
                 const script = document.createElement('script');
                 script.src = site + folder + 'embed.js';
                 script.async = false;
                 script.dataset.view = 'meetings';
                 document.getElementById('place').append(script);
             }",
        )
        .await;
        page.until("both are there", "document.querySelectorAll('daylight-embed').length === 2").await;
        page.run("document.querySelectorAll('daylight-embed')[1].scrollIntoView()").await;
        until_shown(page, 2).await;
        let shown: [String; 2] =
            page.ask("[...document.querySelectorAll('daylight-embed')].map((embed) => embed.frame.src.replace(site, ''))").await;
        assert_eq!(shown, ["/embed/meetings/", "/ko/embed/meetings/"]);
    });
}

#[test]
#[ignore = "needs the built site and browsers: cargo xtask test site browser"]
fn what_changes_while_the_frame_loads_is_shown_once_it_has() {
    browse_changed(served(), async |page| {
        page.open("/host.html").await;
        add_loader(page, "{}").await;
        page.until("the element is known", "customElements.get('daylight-embed') !== undefined").await;
        page.run(
            "self.embed = document.createElement('daylight-embed');
             embed.setAttribute('view', 'gap');
             embed.addEventListener('daylight-ready', () => (self.readied = true));
             // As soon as there is a frame, and long before its document is there.
             new MutationObserver(() => {
                 if (!embed.frame || self.early !== undefined) return;
                 self.early = !embed.heard;
                 embed.setAttribute('theme', 'dark');
                 embed.setAttribute('as-of', '2019-03-01');
                 embed.setAttribute('title', 'The gap');
                 embed.setAttribute('max-height', '300');
                 embed.send('goto', { issue: 'scope' });
             }).observe(embed.box, { childList: true });
             document.getElementById('place').append(embed);",
        )
        .await;
        page.until("it is ready", "self.readied === true").await;
        assert!(page.ask::<bool>("early").await, "nothing was changed while it loaded");
        let outside: [String; 2] = page.ask("[embed.frame.title, embed.frame.style.height]").await;
        assert_eq!(outside, ["The gap", "300px"]);
        page.enter("embed.frame").await;
        page.until("the issue is open", "document.querySelector('#issue-scope[data-panel=issue]') !== null")
            .await;
        assert_eq!(page.ask::<String>("document.documentElement.dataset.theme").await, "dark");
        assert_eq!(page.ask::<String>("document.querySelector('#as-of-date').value").await, "2019-03-01");
        page.leave().await;

        // The most that it may be high, and its title, can be changed later.
        let height = "embed.frame.style.height";
        page.run("embed.setAttribute('max-height', '400'); embed.setAttribute('title', 'Another')").await;
        page.until_is("it is higher", height, "400px".to_owned()).await;
        assert_eq!(page.ask::<String>("embed.frame.title").await, "Another");
        page.run("embed.removeAttribute('max-height'); embed.removeAttribute('title')").await;
        page.until("it has its own height", &format!("parseInt({height}, 10) > 1000")).await;
        assert_eq!(page.ask::<String>("embed.frame.title").await, "Daylight: gap");

        // Of changes at the same time, another language takes the others along.
        page.run(
            "self.readied = false;
             for (const [name, value] of [['lang', 'ko'], ['as-of', '2018-06-13'], ['theme', 'light']]) embed.setAttribute(name, value);",
        )
        .await;
        page.until("it is ready in Korean", "self.readied === true").await;
        page.enter("embed.frame").await;
        let shown: [String; 3] = page
            .ask("[document.documentElement.lang, document.documentElement.dataset.theme, document.querySelector('#as-of-date').value]")
            .await;
        assert_eq!(shown, ["ko", "light", "2018-06-13"]);
        page.leave().await;
        assert_eq!(page.ask::<Vec<String>>("watched.errors").await, Vec::<String>::new());
    });
}

/// A host page with the line in its head, which runs before there is a body.
fn in_the_head() -> String {
    of_lines("<script src=\"/embed.js\" data-view=\"meetings\"></script>", "<p id=\"last\">Text</p>")
}

/// One whose line names as its place what is no selector.
fn at_no_selector() -> String {
    of_lines(
        "",
        "<p id=\"last\">Text</p><script src=\"/embed.js\" data-view=\"meetings\" data-target=\"#1x\"></script>",
    )
}

/// One whose line names a place that comes after it.
fn at_what_follows() -> String {
    of_lines(
        "",
        "<script src=\"/embed.js\" data-view=\"meetings\" data-target=\"#there\"></script><div id=\"there\"><p id=\"last\">Text</p></div>",
    )
}

fn of_lines(head: &str, body: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host page</title><link rel=\"icon\" href=\"data:,\">\
         <script src=\"/host.js\"></script>{head}</head><body>{body}</body></html>"
    )
}

#[test]
#[ignore = "needs the built site and browsers: cargo xtask test site browser"]
fn wherever_the_line_stands_nothing_is_thrown() {
    let mut changes = served();
    changes.extend([
        Change::File("/head.html", in_the_head),
        Change::File("/selector.html", at_no_selector),
        Change::File("/follows.html", at_what_follows),
    ]);
    browse_changed(changes, async |page| {
        for (path, warnings) in [("/head.html", 0), ("/selector.html", 1), ("/follows.html", 0)] {
            page.open(path).await;
            until_shown(page, 1).await;
            let before: String =
                page.ask("document.querySelector('daylight-embed').previousElementSibling.id").await;
            assert_eq!(before, "last", "{path}");
            assert_eq!(page.ask::<Vec<String>>("watched.errors").await, Vec::<String>::new(), "{path}");
            let said: Vec<String> = page.ask("watched.console").await;
            assert_eq!(said.len(), warnings, "{path}: {said:?}");
            assert!(said.iter().all(|said| said.contains("data-target")), "{said:?}");
        }
    });
}

fn site_files(page: &Chromium<'_>) -> Vec<String> {
    let all = page.site.requests();
    all.into_iter()
        .filter(|(path, _)| !path.contains("host"))
        .map(|(path, count)| format!("{path} {count}"))
        .collect()
}

#[test]
#[ignore = "needs the built site and browsers: cargo xtask test site browser"]
fn below_the_fold_only_the_loader_is_fetched_and_nothing_moves() {
    browse_changed(served(), async |page| {
        page.open("/host.html").await;
        page.run(
            "self.shifts = 0;
             new PerformanceObserver((list) => list.getEntries().forEach((entry) => shifts += entry.value)).observe({ type: 'layout-shift', buffered: true });
             const gap = document.createElement('div');
             gap.style.height = '3000px';
             document.getElementById('place').append(gap);",
        )
        .await;
        add_loader(page, "{ view: 'gap' }").await;
        page.until("the element is there", "document.querySelector('daylight-embed')?.box !== undefined")
            .await;
        page.frames().await;
        assert_eq!(site_files(page), ["/embed.js 1"]);
        let reserved: f64 =
            page.ask("document.querySelector('daylight-embed').getBoundingClientRect().height").await;
        assert!(reserved > 400.0, "{reserved}");
        // Read down to it: it is there before it is seen.
        page.run("scrollTo(0, 1900)").await;
        until_shown(page, 1).await;
        // A frame off the screen is not drawn, so the app in it waits.
        page.run("scrollTo(0, 2600)").await;
        page.until("it has said that it is ready", "heard.some(({ data }) => data.type === 'ready')").await;
        page.frames().await;
        let shifts: f64 = page.ask("shifts").await;
        assert!(shifts < 0.05, "{shifts}");
    });
}

#[test]
#[ignore = "needs the built site and browsers: cargo xtask test site browser"]
fn at_the_top_of_a_page_the_reserved_height_keeps_what_follows_in_place() {
    browse_changed(served(), async |page| {
        for (view, width) in
            [("gap", 1280), ("timeline", 1280), ("lead", 700), ("words", 400), ("clock", 700)]
        {
            page.size(width, 800).await;
            page.open("/host.html").await;
            page.run(
                "self.shifts = 0;
                 new PerformanceObserver((list) => list.getEntries().forEach((entry) => shifts += entry.value)).observe({ type: 'layout-shift', buffered: true });",
            )
            .await;
            add_loader(page, &format!("{{ view: '{view}' }}")).await;
            until_shown(page, 1).await;
            page.until("it is ready", "heard.some(({ data }) => data.type === 'ready')").await;
            page.frames().await;
            let shifts: f64 = page.ask("shifts").await;
            assert!(shifts < 0.05, "{view} at {width}: {shifts}");
        }
    });
}

#[test]
#[ignore = "needs the built site and browsers: cargo xtask test site browser"]
fn ten_on_a_page_share_their_files() {
    browse_changed(served(), async |page| {
        page.open("/host.html").await;
        add_loader(page, "{ view: 'gap' }").await;
        until_shown(page, 1).await;
        page.until("it is ready", "heard.some(({ data }) => data.type === 'ready')").await;
        // The record comes last.
        page.enter("document.querySelector('daylight-embed').frame").await;
        page.until("the record is here", "performance.getEntriesByType('resource').some((entry) => entry.name.includes('/record-') && entry.responseEnd > 0)").await;
        page.leave().await;
        let before = page.site.requests();
        assert_eq!(before.keys().filter(|path| path.ends_with(".wasm")).count(), 1, "{before:?}");
        let views = ["gap", "timeline", "lead", "gap", "words", "clock", "promises", "meetings", "launches"];
        for view in views {
            add_loader(page, &format!("{{ view: '{view}', asOf: '2018-06-13' }}")).await;
        }
        // Each is fetched as it nears the screen.
        page.until("ten are there", "document.querySelectorAll('daylight-embed').length === 10").await;
        for index in 1..10 {
            // A reader goes on to it where those above it take their own height meanwhile. It is shown once it has told its height.
            page.until(
                "it is shown",
                &format!("((embed) => (embed.scrollIntoView(), embed.heard === true))(document.querySelectorAll('daylight-embed')[{index}])"),
            )
            .await;
        }
        page.until_is(
            "all are ready, also those that the reader went past",
            "heard.filter(({ data }) => data && data.type === 'ready').length",
            10,
        )
        .await;
        let after = page.site.requests();
        let more: Vec<String> = after
            .into_iter()
            .filter(|(path, count)| before.get(path) != Some(count))
            .map(|(path, _)| path)
            .filter(|path| !path.starts_with("/embed/") && path != "/embed.js")
            .collect();
        assert_eq!(more, Vec::<String>::new(), "fetched again");
        assert_eq!(page.ask::<Vec<String>>("watched.errors").await, Vec::<String>::new());
    });
}

#[test]
#[ignore = "needs the built site and browsers: cargo xtask test site browser"]
fn a_wrong_address_is_said_where_the_view_would_be() {
    browse_changed(served(), async |page| {
        page.open("/host.html").await;
        add_loader(page, "{}").await;
        page.until("the element is known", "customElements.get('daylight-embed') !== undefined").await;
        for wrong in [
            "src=\"javascript:alert(1)\"",
            "src=\"http://%\"",
            "view=\"../x\"",
            "view=\"no-such-view\"",
            "event=\"no-such-event\"",
        ] {
            page.run(&format!(
                "watched.console.length = 0;
                 document.getElementById('place').innerHTML = '<daylight-embed {wrong}><p id=\"fallback\">What the page has</p></daylight-embed>'"
            ))
            .await;
            page.until(
                "it says so",
                "document.querySelector('daylight-embed').shadowRoot.querySelector('p') !== null",
            )
            .await;
            assert_eq!(page.count_visible("#fallback").await, 1, "{wrong}");
            let link: String = page.ask("document.querySelector('daylight-embed').shadowRoot.querySelector('a').href.replace(site, '')").await;
            assert_eq!(link, "/", "{wrong}");
            let said: Vec<String> = page.ask("watched.console").await;
            assert_eq!(said.len(), 1, "{wrong}: {said:?}");
            assert!(said[0].starts_with("warn: daylight-embed"), "{said:?}");
        }
        assert_eq!(page.ask::<Vec<String>>("watched.errors").await, Vec::<String>::new());
        // Mended, it shows the view.
        page.run("document.querySelector('daylight-embed').removeAttribute('event'); document.querySelector('daylight-embed').setAttribute('view', 'clock')").await;
        until_shown(page, 1).await;
    });
}
