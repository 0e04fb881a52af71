//! What others do to the page between our host and the reader: minifiers, injected elements, translation before the app
//! has started and after. The page ends ready, or read with a notice; it never ends doubled, nor tells what was true on another day.

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

/// Translates the page as Chrome does: another word in each text's place, in two `<font>` elements; the texts themselves are off the page.
/// The words are the same between marks, so that they can be compared.
const TRANSLATE: &str = "
    const walker = document.createTreeWalker(document.getElementById('main'), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim() && !walker.currentNode.parentElement.closest('svg, font')) texts.push(walker.currentNode);
    for (const text of texts) {
        const outer = document.createElement('font');
        outer.append(document.createElement('font'));
        outer.firstChild.textContent = '\\u27e6' + text.data + '\\u27e7';
        text.replaceWith(outer);
    }";

/// What the app's part of the page says.
const SAYS: &str = "document.getElementById('daylight').textContent.replace(/[\\u27e6\\u27e7]/g, '')";

/// Moves the date to some days, one after the other, as its calendar does, and waits until all parts follow; `between` is run before each.
async fn through_the_days(page: &Page, between: &str) {
    for on in ["2019-03-07", "2018-04-01"] {
        page.run(between).await;
        page.run(&format!(
            "const field = document.getElementById('as-of-date');
             field.value = '{on}';
             for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, {{ bubbles: true }}));"
        ))
        .await;
        page.until("the date is in the address", &format!("location.search.includes('{on}')")).await;
    }
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn what_is_translated_after_the_app_has_started_tells_the_facts_of_the_date() {
    browse_changed(Vec::new(), async |page| {
        page.open_ready("/").await;
        through_the_days(page, "").await;
        // The date rests, and what is off the screen has followed.
        page.run_async("setTimeout(() => done(true), 1500)").await;
        page.run(&format!("sessionStorage.wanted = {SAYS}")).await;

        page.open_ready("/?lang=en").await;
        through_the_days(page, TRANSLATE).await;
        assert!(page.count("#daylight font > font").await > 1000);
        page.until("every text is that of the date", &format!("{SAYS} === sessionStorage.wanted")).await;
        // So is what no program draws, and what it had never seen as a text.
        page.until_is(
            "the bar tells the date",
            "document.querySelector('#as-of-bar time').textContent",
            "1 April 2018".to_owned(),
        )
        .await;
        // What comes and goes among translated texts does so, too.
        page.run(TRANSLATE).await;
        page.focus("#find-text").await;
        page.type_in("hanoi").await;
        page.until(
            "the search has found some",
            "/^\\d+ of /.test(document.querySelector('.found').textContent.replace('\\u27e6', ''))",
        )
        .await;
        page.run(TRANSLATE).await;
        page.open_mark("2019-02-27-hanoi-summit").await;
        page.until("the record is open", "document.querySelector('[data-panel=event]') !== null").await;
        assert_eq!(page.ask::<Vec<String>>("watched.errors").await, Vec::<String>::new());
        assert_eq!(page.count(".app-failed").await, 0);
    });
}

#[test]
#[ignore = "needs the built site and a browser: cargo xtask test site browser"]
fn a_translation_that_is_taken_back_leaves_the_page_as_it_was() {
    browse_changed(Vec::new(), async |page| {
        page.open_ready("/").await;
        page.run(&format!("sessionStorage.wanted = {SAYS}")).await;
        let undo = TRANSLATE.replace(
            "text.replaceWith(outer)",
            "text.replaceWith(outer); (window.undo ??= []).push(() => outer.replaceWith(text))",
        );
        page.run(&undo).await;
        page.frames().await;
        page.run("for (const undo of window.undo) undo()").await;
        page.frames().await;
        assert!(page.ask::<bool>(&format!("{SAYS} === sessionStorage.wanted")).await);
        assert_eq!(page.count("#daylight font").await, 0);
        works(page).await;
    });
}
