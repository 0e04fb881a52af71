//! The page that hands out codes: what is chosen is in every code and in the preview, and the codes work on a bare page.

use serde_json::json;

use crate::axe::{look, nothing};
use crate::browser::{Change, Chromium, POLICY, Page, Part, browse, browse_changed, dossier};
use crate::widths::fits;

/// A host page with nothing on it.
fn host() -> String {
    "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A host</title><link rel=\"icon\" href=\"data:,\"></head>\
     <body><div id=\"place\"></div></body></html>"
        .to_owned()
}

async fn code(page: &Page, which: &str) -> String {
    page.ask(&format!("document.getElementById('share-{which}').value")).await
}

async fn opened(page: &Page, query: &str) {
    page.open(&format!("/share/{query}")).await;
    page.until("the form is there", "!document.getElementById('share-form').hidden").await;
    page.until("the preview told its height", "!document.getElementById('share-tall').hidden").await;
}

/// Sets a field as a reader does.
async fn set(page: &Page, id: &str, value: &str) {
    page.run(&format!(
        "const field = document.getElementById('{id}'); field.value = '{value}'; field.dispatchEvent(new Event('change', {{ bubbles: true }}))"
    ))
    .await;
}

const PREVIEW: &str = "document.querySelector('#share-room iframe').src.replace(location.origin, '')";

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn what_is_chosen_is_in_every_code_and_in_the_preview() {
    browse_changed(vec![Change::Header(Part::All, "content-security-policy", POLICY)], async |page| {
        opened(page, "?view=gap&gap=ladders&q=kim").await;
        assert_eq!(page.ask::<String>(PREVIEW).await, "/embed/gap/?gap=ladders");
        // What other views would take is left out; the reader may leave out the rest.
        page.click("#share-keep").await;
        page.until_is("the preview is plain", PREVIEW, "/embed/gap/".to_owned()).await;
        set(page, "share-on", "2019-03-01").await;
        page.click("[name=theme][value=dark]").await;
        page.until_is("the preview follows", PREVIEW, "/embed/gap/?on=2019-03-01&theme=dark".to_owned())
            .await;
        set(page, "share-height", "555").await;
        let frame = code(page, "frame-code").await;
        assert!(frame.contains("/embed/gap/?on=2019-03-01&amp;theme=dark\""), "{frame}");
        assert!(frame.contains("height=\"555\"") && frame.contains(" loading=\"lazy\""), "{frame}");
        let script = code(page, "script-code").await;
        assert!(
            script.contains(
                " data-view=\"gap\" data-as-of=\"2019-03-01\" data-theme=\"dark\" data-title=\"Issue by issue"
            ),
            "{script}"
        );
        let element = code(page, "element-code").await;
        assert!(
            element.contains("<daylight-embed view=\"gap\" as-of=\"2019-03-01\" theme=\"dark\" title="),
            "{element}"
        );
        assert!(element.contains("/?on=2019-03-01#gap\">"), "{element}");
        assert!(page.text("#share-letter-text").await.starts_with("On 1 March 2019 the two sides"));
        // The preview is as wide as asked, and as high as what it holds.
        page.click("[name=width][value='320']").await;
        page.enter("document.querySelector('#share-room iframe')").await;
        page.until(
            "it fits",
            "innerWidth === 320 && innerHeight === Math.ceil(document.body.getBoundingClientRect().height)",
        )
        .await;
        page.leave().await;
        page.click("#share-tall").await;
        let tall: String = page.ask("document.querySelector('#share-room iframe').height").await;
        assert!(code(page, "frame-code").await.contains(&format!("height=\"{tall}\"")));
        // An address of its own, without entries in the history.
        assert_eq!(page.ask::<u32>("history.length").await, 2);
        let query = page.query().await;
        opened(page, &format!("?{query}")).await;
        assert!(page.ask::<String>(PREVIEW).await.contains("on=2019-03-01"), "{query}");
        assert!(!page.ask::<bool>("document.getElementById('share-keep').checked").await, "{query}");
        assert_eq!(
            page.ask::<String>("document.querySelector('[name=width]:checked').value").await,
            "320",
            "{query}"
        );
        assert!(code(page, "frame-code").await.contains(&format!("height=\"{tall}\"")), "{query}");
        // An issue is shown on a date, as its embed page is.
        set(page, "share-what", "issue/sanctions").await;
        page.until_is(
            "the issue on its date",
            PREVIEW,
            "/embed/issue/sanctions/?on=2019-03-01&theme=dark".to_owned(),
        )
        .await;
        assert_eq!(page.count_visible("#share-on").await, 1);
        let frame = code(page, "frame-code").await;
        assert!(frame.contains("/embed/issue/sanctions/?on=2019-03-01&amp;theme=dark\""), "{frame}");
        assert!(
            code(page, "script-code")
                .await
                .contains(" data-view=\"issue/sanctions\" data-as-of=\"2019-03-01\"")
        );
        let element = code(page, "element-code").await;
        assert!(element.contains(" view=\"issue/sanctions\" as-of=\"2019-03-01\""), "{element}");
        assert!(element.contains("/issue/sanctions/?on=2019-03-01\">"), "{element}");
        // An event has no date.
        set(page, "share-what", "event/2018-06-12-singapore-summit").await;
        assert_eq!(page.count_visible("#share-on").await, 0);
        assert_eq!(page.ask::<String>(PREVIEW).await, "/embed/event/2018-06-12-singapore-summit/?theme=dark");
        assert_eq!(page.ask::<Vec<String>>("watched.violations").await, Vec::<String>::new());
        assert_eq!(page.errors().await, Vec::<String>::new());
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_codes_work_on_a_bare_page() {
    browse_changed(vec![Change::File("/host.html", host)], async |page| {
        for (query, view) in [
            ("?view=clock&on=2019-03-01", "clock"),
            ("?view=timeline&q=kim&event=2018-06-12-singapore-summit", "timeline"),
            ("?view=issue/security&on=2019-02-28", "issue/security"),
        ] {
            opened(page, query).await;
            let mut codes = Vec::new();
            for which in ["frame-code", "script-code", "element-code"] {
                codes.push(code(page, which).await);
            }
            let preview: String = page.ask(PREVIEW).await;
            for code in codes {
                page.open("/host.html").await;
                page.run_async(&format!(
                    "document.getElementById('place').append(document.createRange().createContextualFragment({})); done(true)",
                    json!(code)
                ))
                .await;
                let frame = "(document.querySelector('#place > iframe') ?? document.querySelector('daylight-embed')?.frame)";
                page.until("there is a frame", &format!("!!{frame}")).await;
                let src: String = page.ask(&format!("{frame}.src.replace(location.origin, '')")).await;
                let sorted = |address: &str| {
                    let (path, query) = address.split_once('?').unwrap_or((address, ""));
                    let mut keys: Vec<String> = query.split('&').map(str::to_owned).collect();
                    keys.sort();
                    (path.to_owned(), keys)
                };
                assert_eq!(sorted(&src), sorted(&preview), "{code}");
                let title: String = page.ask(&format!("{frame}.title")).await;
                assert!(title.len() > 10 && !title.starts_with("Daylight:"), "{title}");
                page.enter(frame).await;
                page.until("the view is there", "document.querySelector('.embed-source') !== null").await;
                page.leave().await;
                if code.contains("embed.js") {
                    page.until("it has its own height", "document.querySelector('daylight-embed').heard")
                        .await;
                }
            }
            assert!(preview.starts_with(&format!("/embed/{view}/")), "{preview}");
        }
        assert_eq!(page.errors().await, Vec::<String>::new());
    });
}

async fn grant(page: &Chromium<'_>, permissions: &[&str]) {
    page.devtools(
        "Browser.grantPermissions",
        json!({ "origin": page.site.origin, "permissions": permissions }),
    )
    .await;
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_copy_says_that_it_is_one() {
    browse(async |page| {
        // The day of the picture that a site without an address of its own is built with.
        opened(page, &format!("?view=lead&on={}", dossier().focus_days().1)).await;
        grant(page, &["clipboardReadWrite", "clipboardSanitizedWrite"]).await;
        page.click("[data-copies=share-script-code]").await;
        let words = "document.querySelector('[data-copies=share-script-code] + [role=status]').textContent";
        page.until_is("it says so", words, "Copied".to_owned()).await;
        let pasted =
            page.run_async("navigator.clipboard.readText().then(done, (error) => done(String(error)))").await;
        assert_eq!(pasted, json!(code(page, "script-code").await));

        page.click("[data-copies=share-letter-text]").await;
        let words = "document.querySelector('[data-copies=share-letter-text] + [role=status]').textContent";
        page.until_is("it says so", words, "Copied".to_owned()).await;
        let pasted = page
            .run_async(
                "navigator.clipboard.read().then(async ([item]) => done([await (await item.getType('text/html')).text(), \
                 await (await item.getType('text/plain')).text()]), (error) => done([String(error), '']))",
            )
            .await;
        let [html, plain]: [String; 2] = serde_json::from_value(pasted).unwrap();
        for part in [
            "<img",
            "lead.png\"",
            "alt=\"On ",
            "width=\"600\"",
            "On 31 December 2019 the two sides",
            "#lead\"",
        ] {
            assert!(html.contains(part), "{part} is not in {html}");
        }
        assert!(!html.contains("src=\"/") && !html.contains("href=\"/"), "{html}");
        assert!(
            plain.starts_with("On 31 December 2019 the two sides") && plain.ends_with("/?on=2019-12-31#lead"),
            "{plain}"
        );
        // The picture is there to be taken.
        let found: u32 = serde_json::from_value(
            page.run_async(
                "fetch(document.getElementById('share-download').href).then((answer) => done(answer.status))",
            )
            .await,
        )
        .unwrap();
        assert_eq!(found, 200);

        // Where nothing may be copied, it is selected.
        page.run(
            "Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true }); document.execCommand = () => false",
        )
        .await;
        page.click("[data-copies=share-frame-code]").await;
        let words = "document.querySelector('[data-copies=share-frame-code] + [role=status]').textContent";
        page.until_is("it says so", words, "Select it to copy it".to_owned()).await;
        let selected: String = page
            .ask("((field) => field.value.slice(field.selectionStart, field.selectionEnd))(document.activeElement)")
            .await;
        assert_eq!(selected, code(page, "frame-code").await);
    });
}

/// The picture is built for one day, and the sentence is of the chosen one: beside each other they would be taken for one.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_newsletter_has_no_picture_of_another_day() {
    const PICTURES: &str = "#share-letter-text img";
    browse(async |page| {
        let download = "document.getElementById('share-download').textContent";
        for view in ["gap", "lead"] {
            opened(page, &format!("?view={view}&on=2018-06-12")).await;
            assert_eq!(page.count(PICTURES).await, 0, "{view}");
            assert!(
                page.text("#share-letter-text").await.starts_with("On 12 June 2018 the two sides"),
                "{view}"
            );
            let said = page.text("#share-drawn").await;
            assert!(
                said.starts_with(
                    "The picture that this site has is as of 31 December 2019, so it is left out."
                ),
                "{said}"
            );
            assert!(said.contains("\u{201c}Download\u{201d} beside the view\u{2019}s heading"), "{said}");
            assert_eq!(
                page.ask::<String>(download).await,
                "Download the picture as of 31 December 2019 (PNG)"
            );
            // On its own day it is back.
            set(page, "share-on", "2019-12-31").await;
            assert_eq!(page.count(PICTURES).await, 1, "{view}");
            assert_eq!(page.text("#share-drawn").await, "The picture is as of 31 December 2019.");
            assert!(
                page.text("#share-letter-text").await.contains("On 31 December 2019 the two sides"),
                "{view}"
            );
        }
        // Nothing on the page makes a picture of this view on another day.
        opened(page, "?view=promises&on=2018-06-12").await;
        assert_eq!(
            page.text("#share-drawn").await,
            "The picture that this site has is as of 31 December 2019, so it is left out."
        );
        assert_eq!(page.errors().await, Vec::<String>::new());
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn an_address_that_names_nothing_is_said() {
    browse(async |page| {
        for query in [
            "?view=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
            "?view=no-such-view",
            "?event=no-such-event",
            "?view=event/no-such-event",
        ] {
            opened(page, query).await;
            assert_eq!(
                page.ask::<String>("document.getElementById('share-what').value").await,
                "lead",
                "{query}"
            );
            let said = page.text("#share-said").await;
            assert!(said.starts_with("The address names a view, event or issue"), "{query}: {said}");
            assert_eq!(page.count("main img[src=x]").await, 0);
        }
        // The open event is dropped, the view is not.
        opened(page, "?view=timeline&event=none").await;
        assert_eq!(page.ask::<String>(PREVIEW).await, "/embed/timeline/");
        for query in ["?view=gap&on=never", "?view=gap&on=1812-06-24"] {
            opened(page, query).await;
            assert!(page.text("#share-said").await.starts_with("The date must be between"), "{query}");
            assert_eq!(page.ask::<String>(PREVIEW).await, "/embed/gap/");
        }
        set(page, "share-height", "7").await;
        assert!(page.text("#share-said").await.starts_with("The height must be"));
        assert!(code(page, "frame-code").await.contains("height=\"760\""));
        // An open event without a view is what is shared.
        opened(page, "?event=2018-06-12-singapore-summit").await;
        assert_eq!(page.text("#share-said").await, "");
        assert!(page.ask::<String>(PREVIEW).await.starts_with("/embed/event/2018-06-12-singapore-summit/"));
        assert_eq!(page.errors().await, Vec::<String>::new());
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn without_scripts_there_is_one_code() {
    browse(async |page| {
        page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
        page.open("/share/?view=gap").await;
        assert_eq!(page.count_visible("#share-form").await, 0);
        assert_eq!(page.count_visible("main button").await, 0);
        assert_eq!(page.count_visible("main textarea").await, 1);
        let code: String = page.ask("document.querySelector('textarea').value").await;
        assert!(code.contains("embed/lead/\"") && code.starts_with("<iframe"), "{code}");
        assert!(page.text("#share-plain").await.contains("it needs scripts"));
        fits(page, "without scripts").await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_section_leads_there_with_what_the_page_shows() {
    browse(async |page| {
        page.open_ready("/?on=2019-03-01&gap=ladders").await;
        page.click("#promises .share-link a").await;
        page.until("the page is there", "location.pathname === '/share/'").await;
        page.until_is("with the date", PREVIEW_OR_NOTHING, "/embed/promises/?on=2019-03-01".to_owned()).await;
        page.back().await;
        page.ready().await;
        page.click("#gap .view-links a").await;
        page.until_is(
            "with the ladders",
            PREVIEW_OR_NOTHING,
            "/embed/gap/?on=2019-03-01&gap=ladders".to_owned(),
        )
        .await;
        page.open("/event/2018-06-12-singapore-summit/").await;
        page.click("a[href*='share/']").await;
        page.until_is(
            "the event is shown",
            PREVIEW_OR_NOTHING,
            "/embed/event/2018-06-12-singapore-summit/".to_owned(),
        )
        .await;
        // An issue's own page was written for one day, and is shared for the day that it was opened with.
        page.open("/issue/sanctions/?on=2019-02-28").await;
        page.until("the page knows its date", "!document.getElementById('issue-on').hidden").await;
        page.click("a[href*='share/?']").await;
        page.until_is(
            "the issue on its date",
            PREVIEW_OR_NOTHING,
            "/embed/issue/sanctions/?on=2019-02-28".to_owned(),
        )
        .await;
        // What is compared, and what is chosen by buttons alone.
        let compared = "compare=1993-06-11.2018-06-12.365.365";
        for (section, query) in
            [("timeline", compared), ("promises", "promise-by=o"), ("launches", "launch-rule=rok-jcs")]
        {
            page.open_ready(&format!("/?{compared}&promise-by=o&launch-rule=rok-jcs")).await;
            page.click(&format!("#{section} a[href*='share/']")).await;
            page.until_is(section, PREVIEW_OR_NOTHING, format!("/embed/{section}/?{query}")).await;
        }
        // A frame on somebody else's page hands out nothing.
        page.open("/embed/promises/").await;
        assert_eq!(page.count("a[href*='share/']").await, 0);
    });
}

/// A middle click and the browser's own menu take the address that stands in the link.
#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_link_that_is_copied_has_what_the_page_shows() {
    browse(async |page| {
        let address =
            |link: &str| format!("document.querySelector('{link}').href.replace(location.origin, '')");
        let (section, language) = ("#promises .share-link a", ".languages a");
        for event in ["pointerdown", "contextmenu", "focusin"] {
            page.open_ready("/?on=2019-03-01").await;
            page.run(&format!(
                "for (const link of document.querySelectorAll('{section}, {language}'))
                    link.dispatchEvent(new Event('{event}', {{ bubbles: true }}))"
            ))
            .await;
            assert_eq!(
                page.ask::<String>(&address(section)).await,
                "/share/?view=promises&on=2019-03-01",
                "{event}"
            );
            assert_eq!(page.ask::<String>(&address(language)).await, "/ko/?on=2019-03-01&lang=ko", "{event}");
        }
        opened(page, "?view=gap&on=2019-03-01").await;
        assert_eq!(page.ask::<String>(&address(language)).await, "/ko/share/?view=gap&on=2019-03-01");
        page.click("[name=theme][value=dark]").await;
        page.until_is(
            "the other language follows",
            &address(language),
            "/ko/share/?view=gap&on=2019-03-01&theme=dark".to_owned(),
        )
        .await;
    });
}

const PREVIEW_OR_NOTHING: &str =
    "(document.querySelector('#share-room iframe')?.src ?? '').replace(location.origin, '')";

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn the_page_of_codes_is_clean_and_fits() {
    browse(async |page| {
        let mut found = Vec::new();
        for (scheme, width) in
            [("light", 1280), ("dark", 1280), ("light", 320), ("dark", 320), ("light", 768)]
        {
            page.media("", scheme).await;
            page.size(width, 800).await;
            opened(page, "?view=argument&on=never&q=x").await;
            fits(page, &format!("{width} px")).await;
            look(page, &format!("{scheme}, {width} px"), &mut found).await;
        }
        page.run("document.documentElement.style.fontSize = '200%'").await;
        fits(page, "text twice as large").await;
        nothing(&found);
    });
}
