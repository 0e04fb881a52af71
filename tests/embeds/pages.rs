//! The embed pages by themselves: one view, its controls and its source line, and the address.

use daylight::dossier::date::Day;

use crate::browser::{Chromium, browse, browse_changed, dossier};
use crate::host::served;

/// The sections with a page of their own.
const VIEWS: [&str; 10] =
    ["lead", "timeline", "gap", "words", "meetings", "clock", "promises", "launches", "argument", "sources"];

#[test]
#[ignore = "needs the built site and browsers: cargo xtask test site browser"]
fn each_page_has_one_view_and_leads_to_the_full_page() {
    browse(async |page| {
        for view in VIEWS {
            page.open(&format!("/embed/{view}/")).await;
            let sections: Vec<String> = page
                .ask("[...document.querySelectorAll('#main section[id]')].map((section) => section.id)")
                .await;
            assert_eq!(sections, [view]);
            assert_eq!(page.count("h1").await, 1, "{view}");
            let full: String =
                page.ask("document.getElementById('full-page').href.replace(location.origin, '')").await;
            assert_eq!(full, format!("/#{view}"));
            assert!(page.text(".embed-source").await.contains("sources"), "{view}");
            assert_eq!(page.ask::<String>("document.documentElement.dataset.theme").await, "light");
            // No link opens inside the frame, and each leads somewhere.
            let missing = page.run_async(
                "const links = [...new Set([...document.querySelectorAll('a[href]')].map((link) => link.href.split('#')[0]))]
                    .filter((href) => href.startsWith(location.origin)).slice(0, 40);
                Promise.all(links.map((href) => fetch(href, { method: 'HEAD' }).then((answer) => answer.ok ? null : href)))
                    .then((missing) => done(missing.filter(Boolean)));",
            ).await;
            assert_eq!(missing, serde_json::json!([]), "{view}");
            assert_eq!(page.ask::<String>("document.querySelector('base').target").await, "_blank");
        }
        let dossier = dossier();
        let (event, issue) = (&dossier.events[0], &dossier.issues[0]);
        for (path, title) in
            [(format!("event/{}", event.id), &event.title), (format!("issue/{}", issue.id), &issue.title)]
        {
            page.open(&format!("/embed/{path}/?unknown=1#?secret=abc")).await;
            assert_eq!(page.text("h1").await, title.get("en"));
            assert!(page.count(".source a").await > 0, "{path}");
            assert_eq!(page.count("script[type=module]").await, 0, "{path} needs no program");
        }
        assert_eq!(page.log().await, Vec::<String>::new());
    });
}

#[test]
#[ignore = "needs the built site and browsers: cargo xtask test site browser"]
fn the_address_sets_the_view_whatever_else_is_in_it() {
    browse(async |page| {
        let tail = "&utm_source=x&initialWidth=600&childId=p1&parentUrl=http%3A%2F%2Fx%2F%3Fon%3D1990-01-01&dossier=x#?secret=aB3dE6gH9k";
        for key in ["on", "as_of"] {
            page.open_ready(&format!("/embed/gap/?{key}=2019-03-01&issue=scope&theme=dark{tail}")).await;
            assert_eq!(page.ask::<String>("document.querySelector('#as-of-date').value").await, "2019-03-01");
            page.until(
                "the issue is open",
                "document.querySelector('#issue-scope[data-panel=issue]') !== null",
            )
            .await;
            assert_eq!(page.ask::<String>("document.documentElement.dataset.theme").await, "dark");
            assert_eq!(page.ask::<f64>("scrollY").await, 0.0, "what surrounds a frame is not scrolled");
        }
        page.open_ready("/embed/timeline/?event=2018-06-12-singapore-summit&q=kim").await;
        page.until("the event is open", "document.querySelector('[data-panel=event] .readings') !== null")
            .await;
        assert_eq!(
            page.ask::<String>("document.querySelector('[data-control=find-text]').value").await,
            "kim"
        );
        page.open("/embed/gap/?theme=pink&on=never&event=%zz").await;
        page.ready().await;
        assert_eq!(page.ask::<String>("document.documentElement.dataset.theme").await, "light");
        assert_eq!(page.errors().await, Vec::<String>::new());
    });
}

#[test]
#[ignore = "needs the built site and browsers: cargo xtask test site browser"]
fn a_view_written_ahead_fetches_the_program_for_a_date_alone() {
    browse_changed(served(), async |page| {
        page.open("/host.html").await;
        page.run("put('promises', '/embed/promises/')").await;
        page.until("it is ready", "told('promises', 'ready').length === 1").await;
        let fetched =
            |page: &Chromium<'_>| page.site.requests().into_keys().any(|path| path.ends_with(".wasm"));
        assert!(!fetched(page), "a program was fetched");
        page.run("document.getElementById('promises').contentWindow.postMessage({ source: 'daylight-host', type: 'goto', value: { on: '2019-12-31' } }, '*')").await;
        page.until(
            "the host's date is told",
            "told('promises', 'state').some((state) => state.on === '2019-12-31')",
        )
        .await;
        page.enter("document.getElementById('promises')").await;
        page.ready().await;
        let shown = "document.querySelector('[data-as-of]').dateTime";
        page.until_is("the date is shown", shown, "2019-12-31".to_owned()).await;
        page.leave().await;

        page.open("/embed/promises/?on=2018-12-31").await;
        page.ready().await;
        page.until_is("the address's date is shown", shown, Day::parse("2018-12-31").unwrap().to_string())
            .await;
    });
}

/// Whose promises, and whose count of launches: what no program draws stands in the address all the same.
#[test]
#[ignore = "needs the built site and browsers: cargo xtask test site browser"]
fn what_is_chosen_by_buttons_alone_is_chosen_by_the_address() {
    browse(async |page| {
        let chosen =
            "[...document.querySelectorAll('#main [type=radio]:checked')].map((one) => one.value).join()";
        let full = "new URL(document.getElementById('full-page').href).search";
        for (path, buttons, query) in [
            (
                "promises/?promise-by=o&promise-is=substance",
                "o,substance",
                "?promise-by=o&promise-is=substance",
            ),
            ("promises/?promise-by=nobody", "any,all", ""),
            ("launches/?launch-rule=rok-jcs", "rok-jcs", "?launch-rule=rok-jcs"),
        ] {
            page.open(&format!("/embed/{path}")).await;
            assert_eq!(page.ask::<String>(chosen).await, buttons, "{path}");
            assert_eq!(page.ask::<String>(full).await, query, "{path}");
        }
        // The reader's own choice goes along to the full page.
        page.open("/embed/promises/?promise-by=o").await;
        page.click("#promise-by-any").await;
        page.click("#promise-is-symbol").await;
        page.until_is("the link follows", full, "?promise-is=symbol".to_owned()).await;
    });
}

#[test]
#[ignore = "needs the built site and browsers: cargo xtask test site browser"]
fn the_gap_is_as_high_before_its_program_runs_as_after() {
    browse_changed(served(), async |page| {
        for width in [320, 480, 768, 1000] {
            page.open("/host.html").await;
            // So high that nothing scrolls inside it.
            page.run(&format!("put('gap', '/embed/gap/', {{ width: '{width}', height: '9000' }})")).await;
            page.until("it is ready", "told('gap', 'ready').length === 1").await;
            page.until("it is drawn for its room", "told('gap', 'height').length > 1").await;
            let heights: Vec<f64> = page.ask("told('gap', 'height').map(({ height }) => height)").await;
            let (first, last) = (heights[0], heights[heights.len() - 1]);
            assert!((first - last).abs() < 8.0, "{width}: {heights:?}");
        }
    });
}

#[test]
#[ignore = "needs the built site and browsers: cargo xtask test site browser"]
fn in_a_lead_records_open_on_pages_of_their_own() {
    browse(async |page| {
        page.open_ready("/embed/lead/?on=2018-06-12").await;
        page.until("the day has an event", "document.querySelector('.this-day a[data-event]') !== null")
            .await;
        let kept: bool = page
            .ask("((link) => { let kept; addEventListener('click', (event) => { kept = !event.defaultPrevented; event.preventDefault(); }, { once: true });
                link.click(); return kept; })(document.querySelector('.this-day a[data-event]'))")
            .await;
        assert!(kept, "the link is left to the browser");
        assert!(page.ask::<bool>("document.getElementById('daylight').dataset.query === undefined").await);
    });
}
