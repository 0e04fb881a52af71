//! An event's own page, rendered of small dossiers made for it: words in another language, archived sources, and records in which
//! much is missing.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first thing that is not as it must be"
)]

use daylight::dossier::Dossier;
use daylight::messages::Locale;
use daylight::views::app::Edition;
use daylight::views::pages::event_page;
use daylight::views::words::{Manner, Voice};
use futures::executor::block_on;
use serde_json::{Value, json};
use yew::prelude::*;

#[derive(Clone, PartialEq, Properties)]
struct PageProps {
    html: Html,
}

#[component]
fn Shown(props: &PageProps) -> Html {
    props.html.clone()
}

/// The page of the dossier's first event.
fn page(dossier: Value, edition: &Edition) -> String {
    let dossier: Dossier = serde_json::from_value(dossier).unwrap();
    let voice = Voice::of(Manner { base: "../../", alone: true, ..Manner::main_page(Locale::En) });
    let html = event_page(voice, &dossier, &dossier.events[0], edition);
    let renderer = yew::LocalServerRenderer::<Shown>::with_props(PageProps { html });
    block_on(renderer.hydratable(false).render())
}

/// A dossier with one event and nothing that it could do without.
fn bare() -> Value {
    json!({
        "meta": {"id": "x", "title": "X", "dek": "", "languages": ["en"], "default_as_of": "2018-06-01", "content_licence": "CC BY 4.0",
            "span": {"from": "2018-06-01", "to": "2018-06-30", "focus": "2018-06-01/2018-06-30"}},
        "parties": [],
        "events": [{"id": "e", "date": "2018-06-12", "title": "Words", "kind": "statement", "parties": [], "lane": "b", "weight": 1}],
    })
}

/// The same with two sides, a reading with a quotation, and a source.
fn with_quote(first: &str, lang: Option<&str>) -> Value {
    let mut dossier = bare();
    dossier["meta"]["languages"] = json!([first]);
    dossier["parties"] = json!([
        {"id": "a", "name": "A-land", "short": "A", "side": "a"},
        {"id": "b", "name": "B-land", "short": "B", "side": "b"},
    ]);
    let mut quote = json!({"text": "\u{b9d0}", "by": "B news", "on": "2018-06-13", "source": "s"});
    if let Some(lang) = lang {
        quote["lang"] = json!(lang);
    }
    dossier["events"][0]["readings"] =
        json!([{"party": "b", "text": "It said so.", "quote": quote, "sources": ["s"]}]);
    dossier["sources"] = json!([
        {"id": "s", "title": "Page", "publisher": "P", "url": "https://example.org/a?b&c", "kind": "press", "tier": "B",
            "lang": lang.unwrap_or(first), "seen": true,
            "archived_url": "https://web.archive.org/web/20180614080000/https://example.org/a?b&c"},
    ]);
    dossier
}

#[test]
fn a_bare_event_has_a_page_without_gaps() {
    let html = page(bare(), &Edition::default());
    assert!(html.contains("<h1>Words</h1>"), "{html}");
    assert!(html.contains(">12 June 2018</time><span> \u{b7} statement</span>"), "{html}");
    assert!(html.contains("none earlier") && html.contains("none later"), "{html}");
    assert!(html.contains("\u{201c}Words\u{201d}, 12 June 2018. In Daylight: \u{201c}X\u{201d}.<"), "{html}");
    assert!(html.contains("<a href=\"../../?event=e\">"), "{html}");
    for absent in ["class=\"summary\"", "class=\"changes\"", "No account by", "moved-nothing", "<button"] {
        assert!(!html.contains(absent), "{absent} in {html}");
    }
}

#[test]
fn a_citation_names_version_and_address_where_they_are_known() {
    let edition = Edition { address: "https://example.org/talks/".into(), version: "abc".into() };
    let html = page(bare(), &edition);
    assert!(html.contains("Content version abc. https://example.org/talks/event/e/<"), "{html}");
}

#[test]
fn words_in_another_language_say_in_which() {
    let korean = |html: &str| {
        html.contains("<blockquote lang=\"ko") && html.contains("B news, 13 June 2018, in Korean<")
    };
    // Named on the quotation, with or without a region, or the dossier's own.
    for (first, lang) in [("en", Some("ko")), ("en", Some("ko-KP")), ("ko", None)] {
        let html = page(with_quote(first, lang), &Edition::default());
        assert!(korean(&html), "{first} {lang:?}: {html}");
        assert!(html.contains(" \u{b7} in Korean<"), "the source: {html}");
    }
    for (first, lang) in [("en", None), ("en", Some("en-GB")), ("en-US", None)] {
        let html = page(with_quote(first, lang), &Edition::default());
        assert!(!html.contains(" lang="), "{first} {lang:?}: {html}");
        assert!(html.contains("B news, 13 June 2018<"), "{html}");
    }
}

#[test]
fn both_sides_are_named_also_where_one_is_silent() {
    let html = page(with_quote("en", None), &Edition::default());
    assert!(html.contains("No account by A on record."), "{html}");
    assert!(html.find("No account by A") < html.find("It said so."), "side a stands first: {html}");
}

#[test]
fn an_archived_source_can_be_found_by_robust_links() {
    let html = page(with_quote("en", None), &Edition::default());
    let tag = |class: &str| {
        let links = html.split("<a ").skip(1).filter_map(|link| link.split('>').next());
        links.filter(|link| link.contains(class)).map(String::from).next().unwrap()
    };
    let version = "https://web.archive.org/web/20180614080000/https://example.org/a?b&amp;c";
    let original = tag("source-title");
    assert!(original.contains("href=\"https://example.org/a?b&amp;c\""), "{original}");
    assert!(original.contains(&format!("data-versionurl=\"{version}\"")), "{original}");
    assert!(original.contains("data-versiondate=\"2018-06-14\""), "{original}");
    let archived = tag("class=\"archived\"");
    assert!(archived.contains(&format!("href=\"{version}\"")), "{archived}");
    assert!(archived.contains("data-originalurl=\"https://example.org/a?b&amp;c\""), "{archived}");
    assert!(archived.contains("data-versiondate=\"2018-06-14\""), "{archived}");
    assert!(html.contains("archived copy, 14 June 2018"), "{html}");
    // Kind and tier stand beside it.
    assert!(html.contains("press \u{b7} tier B, agency, paper of record or institute"), "{html}");
}

#[test]
fn an_archived_copy_that_no_page_may_link_to_is_not_offered() {
    let mut dossier = with_quote("en", None);
    dossier["sources"][0]["archived_url"] = json!("javascript:20180614080000/");
    let html = page(dossier, &Edition::default());
    assert!(!html.contains("archived") && !html.contains("data-version"), "{html}");
}
