//! What others do to the page between our host and the reader: minifiers, injected elements, translation before the app
//! has started. The page ends ready, or read with a notice; it never ends doubled.

use crate::browser::{Change, Page, Part, browse_changed};

/// Takes out every comment, as minifiers do.
fn without_comments(html: String) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html.as_str();
    while let Some((before, after)) = rest.split_once("<!--") {
        out.push_str(before);
        rest = after.split_once("-->").unwrap().1;
    }
    out + rest
}

/// Puts an element of somebody else's at the beginning of the app's root.
fn with_something_first(html: String) -> String {
    html.replacen(
        "<div id=\"daylight\">",
        "<div id=\"daylight\"><div class=\"injected\">Advertisement</div>",
        1,
    )
}

/// Puts one between two of the app's own elements.
fn with_something_inside(html: String) -> String {
    const INSIDE: &str = "<div class=\"views\">";
    assert!(html.contains(INSIDE));
    html.replacen(INSIDE, &format!("{INSIDE}<div class=\"injected\">Advertisement</div>"), 1)
}

/// Nothing stands twice, nothing is lost: what the page holds, counted.
async fn holds_everything_once(page: &Page) {
    let counts: Vec<usize> = page
        .ask("['h1', '#main', 'section#lead', 'section#timeline', 'section#gap', 'section#sources', '.headline', 'svg.timeline'].map((selector) => document.querySelectorAll(selector).length)")
        .await;
    assert_eq!(counts, [1; 8]);
    let doubled: Vec<String> = page
        .ask("[...document.querySelectorAll('[id]')].map((element) => element.id).filter((id, index, all) => all.indexOf(id) !== index)")
        .await;
    assert_eq!(doubled, Vec::<String>::new());
    let dossier = crate::browser::dossier();
    assert_eq!(page.count("#events-list li").await, dossier.events.len());
    assert_eq!(page.count("article.card").await, dossier.issues.len());
    let headings: Vec<String> =
        page.ask("[...document.querySelectorAll('h2')].map((heading) => heading.textContent)").await;
    let mut once = headings.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), headings.len(), "{headings:?}");
}

/// The app listens: one day later is another sentence.
async fn works(page: &Page) {
    let before = page.text(".headline").await;
    page.click("#lead .step + .step").await;
    page.until(
        "the sentence changes",
        &format!("document.querySelector('.headline').textContent.trim() !== {before:?}"),
    )
    .await;
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_minifier_that_strips_comments_costs_nothing_but_a_redraw() {
    browse_changed(vec![Change::Text(Part::Page, without_comments)], async |page| {
        page.open_ready("/").await;
        holds_everything_once(page).await;
        works(page).await;
        assert_eq!(page.log().await, Vec::<String>::new());
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn an_element_before_the_app_in_its_root_does_not_break_it() {
    browse_changed(vec![Change::Text(Part::Page, with_something_first)], async |page| {
        page.open_ready("/").await;
        holds_everything_once(page).await;
        works(page).await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn an_element_among_the_apps_own_is_survived_by_a_fresh_start() {
    browse_changed(vec![Change::Text(Part::Page, with_something_inside)], async |page| {
        page.open("/").await;
        page.until("the page is ready or says that it stopped", SETTLED).await;
        page.ready().await;
        holds_everything_once(page).await;
        works(page).await;
    });
}

const SETTLED: &str = "document.querySelector('#daylight[data-daylight=ready]') !== null || document.getElementById('notice')?.hidden === false";

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_page_translated_before_the_app_starts_is_never_doubled() {
    browse_changed(vec![Change::Late(Part::Wasm)], async |page| {
        page.open("/").await;
        // As the browser's translation does: each text in two <font> elements.
        page.run(
            "const walker = document.createTreeWalker(document.getElementById('daylight'), NodeFilter.SHOW_TEXT);
             const texts = [];
             while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest('svg')) texts.push(walker.currentNode);
             for (const text of texts) {
                 const inner = document.createElement('font');
                 inner.textContent = '\\u00ab' + text.data + '\\u00bb';
                 const outer = document.createElement('font');
                 outer.append(inner);
                 text.replaceWith(outer);
             }",
        )
        .await;
        assert!(page.count("#daylight font").await > 1000);
        page.site.mend();
        page.until("the page is ready or says that it stopped", SETTLED).await;
        page.ready().await;
        holds_everything_once(page).await;
        works(page).await;
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_page_translated_after_the_app_has_started_keeps_working() {
    browse_changed(Vec::new(), async |page| {
        page.open_ready("/").await;
        page.run(
            "for (const heading of document.querySelectorAll('#daylight h2, #daylight h3, .question, .dek')) {
                 const font = document.createElement('font');
                 font.append(...heading.childNodes);
                 heading.append(font);
             }",
        )
        .await;
        works(page).await;
        page.open_mark("2018-06-12-singapore-summit").await;
        page.until("the record is open", "document.querySelector('[data-panel=event]') !== null").await;
        holds_everything_once(page).await;
        assert_eq!(page.ask::<Vec<String>>("watched.errors").await, Vec::<String>::new());
    });
}
