//! The built site as a reader without scripts has it: nothing of the dossier is missing from its pages, every link inside leads
//! somewhere, and nothing in them needs a looser content security policy. `cargo xtask test budgets` says where the site is.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first thing that is not as it must be"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use daylight::analysis::{moved_by, positions_set};
use daylight::dossier::Dossier;
use daylight::dossier::text::{Quote, Text};

/// Every page of the site, by path.
fn pages() -> BTreeMap<String, String> {
    fn walk(folder: &Path, root: &Path, found: &mut BTreeMap<String, String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, root, found);
            } else if path.extension().is_some_and(|ending| ending == "html") {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
                found.insert(name, std::fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(&dist(), &dist(), &mut found);
    found
}

fn dist() -> PathBuf {
    PathBuf::from(std::env::var_os("DAYLIGHT_DIST").expect("DAYLIGHT_DIST names the built site"))
}

fn dossier() -> Dossier {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("dossiers/us-dprk");
    daylight::native::read::load(&folder).unwrap()
}

/// The values of an attribute, as a browser reads them.
fn attribute<'a>(html: &'a str, name: &str) -> Vec<String> {
    let start = format!(" {name}=\"");
    let values = html.split(start.as_str()).skip(1).map(|rest: &'a str| rest.split('"').next().unwrap());
    values.map(|value| value.replace("&amp;", "&")).collect()
}

/// A page without the code that it hands out, whose addresses are for other pages.
fn without_code(html: &str) -> String {
    let mut parts = html.split("<textarea");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + part.split_once("</textarea>").map_or("", |(_, rest)| rest))
}

/// A text as it stands in HTML.
fn escaped(text: &Text) -> String {
    text.get("en").replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[test]
#[ignore = "needs the built site: cargo xtask test site budgets"]
fn every_link_inside_leads_somewhere() {
    let (mut broken, dossier) = (Vec::new(), dossier());
    // Pages that a link names a place on.
    let mut linked: BTreeMap<PathBuf, String> = BTreeMap::new();
    for (path, html) in pages() {
        let folder = dist().join(&path).parent().unwrap().to_owned();
        let html = without_code(&html);
        for link in attribute(&html, "href").into_iter().chain(attribute(&html, "src")) {
            let outside =
                ["https://", "http://", "mailto:", "data:"].iter().any(|scheme| link.starts_with(scheme));
            if outside || link.starts_with('#') {
                continue;
            }
            let (link, fragment) = link.split_once('#').unwrap_or((&link, ""));
            // What follows the path is for the app, and names an event where the page leads to its mark.
            let (link, query) = link.split_once('?').unwrap_or((link, ""));
            let named = query.split('&').find_map(|pair| pair.strip_prefix("event="));
            if named.is_some_and(|id| dossier.event(id).is_none()) {
                broken.push(format!("{path}: ?{query}"));
            }
            // The page for lost addresses cannot know how deep it is asked for, so its links begin at the root.
            let target = link.strip_prefix('/').map_or_else(|| folder.join(link), |rest| dist().join(rest));
            let target =
                if link.ends_with('/') || target.is_dir() { target.join("index.html") } else { target };
            if !target.is_file() {
                broken.push(format!("{path}: {link}"));
            } else if !fragment.is_empty() {
                let page =
                    linked.entry(target).or_insert_with_key(|page| std::fs::read_to_string(page).unwrap());
                if !page.contains(&format!(" id=\"{fragment}\"")) {
                    broken.push(format!("{path}: {link}#{fragment}"));
                }
            }
        }
        for fragment in attribute(&html, "href").iter().filter_map(|link| link.strip_prefix('#')) {
            if !html.contains(&format!(" id=\"{fragment}\"")) {
                broken.push(format!("{path}: #{fragment}"));
            }
        }
    }
    assert!(broken.is_empty(), "{} broken links, first {:?}", broken.len(), &broken[..broken.len().min(5)]);
}

#[test]
#[ignore = "needs the built site: cargo xtask test site budgets"]
fn no_page_needs_a_looser_policy() {
    for (path, html) in pages() {
        for forbidden in [" style=\"", "<style", "javascript:", "<iframe", "<object", "<embed"] {
            assert!(!html.contains(forbidden), "{path} has {forbidden}");
        }
        for script in html.split("<script").skip(1) {
            let tag = script.split('>').next().unwrap();
            assert!(
                ["src=", "type=\"application/json\"", "type=\"application/ld+json\""]
                    .iter()
                    .any(|sound| tag.contains(sound)),
                "{path}: <script{tag}>"
            );
        }
        let handler = html.split('<').skip(1).any(|tag| {
            let tag = tag.split('>').next().unwrap();
            tag.contains(" onclick=") || tag.contains(" onload=") || tag.contains(" onerror=")
        });
        assert!(!handler, "{path} has an inline handler");
    }
}

#[test]
#[ignore = "needs the built site: cargo xtask test site budgets"]
fn every_page_says_what_it_is() {
    let mut titles = BTreeMap::new();
    for (path, html) in pages() {
        let lang = if path.starts_with("ko/") { "ko" } else { "en" };
        assert!(html.starts_with(&format!("<!DOCTYPE html>\n<html lang=\"{lang}\"")), "{path}");
        assert!(
            html.contains("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"),
            "{path}"
        );
        assert_eq!(html.matches("<h1").count(), 1, "{path}");
        let title = html.split("<title>").nth(1).unwrap().split("</title>").next().unwrap().to_owned();
        assert!(!title.is_empty(), "{path}");
        if let Some(other) = titles.insert(title.clone(), path.clone()) {
            panic!("{path} and {other} are both called {title:?}");
        }
    }
}

#[test]
#[ignore = "needs the built site: cargo xtask test site budgets"]
fn the_main_page_holds_every_event_and_every_position() {
    let (dossier, pages) = (dossier(), pages());
    let html = &pages["index.html"];
    for event in &dossier.events {
        for text in [&event.title, &event.summary] {
            assert!(html.contains(&format!(">{}<", escaped(text))), "{}: {text:?}", event.id);
        }
    }
    for issue in &dossier.issues {
        for position in &issue.positions {
            assert!(
                html.contains(&format!("<p>{}</p>", escaped(&position.text))),
                "{}: {:?}",
                issue.id,
                position.text
            );
        }
    }
}

#[test]
#[ignore = "needs the built site: cargo xtask test site budgets"]
fn readings_quotations_notes_and_sources_stand_on_pages_of_their_own() {
    let (dossier, pages) = (dossier(), pages());
    let holds = |html: &str, what: &str, texts: Vec<String>| {
        for text in texts {
            assert!(html.contains(&text), "{what} lacks {text:?}");
        }
    };
    let quote = |quote: &Quote| vec![escaped(&quote.text), escaped(&quote.by)];
    let url = |id: &String| {
        let source = dossier.source(id).unwrap();
        source.url.replace('&', "&amp;")
    };
    for event in &dossier.events {
        let mut texts = vec![escaped(&event.title), escaped(&event.summary)];
        texts.extend(event.note.iter().map(escaped));
        texts.extend(event.sources.iter().map(url));
        for reading in &event.readings {
            texts.push(escaped(&reading.text));
            texts.extend(reading.quote.iter().flat_map(quote));
            texts.extend(reading.sources.iter().map(url));
        }
        holds(&pages[&format!("event/{}/index.html", event.id)], &event.id, texts);
    }
    for issue in &dossier.issues {
        let mut texts: Vec<String> =
            issue.ladder.iter().flat_map(|rung| [escaped(&rung.label), escaped(&rung.meaning)]).collect();
        for position in &issue.positions {
            texts.push(escaped(&position.text));
            texts.extend(position.note.iter().map(escaped));
            texts.extend(position.quote.iter().flat_map(quote));
            texts.extend(position.sources.iter().map(url));
        }
        holds(&pages[&format!("issue/{}/index.html", issue.id)], &issue.id, texts);
    }
    let all: Vec<String> =
        dossier.sources.iter().flat_map(|source| [escaped(&source.title), url(&source.id)]).collect();
    holds(&pages["sources/index.html"], "the page of all sources", all);
}

/// Every quotation can be read on a Korean page: as published in Korean, which the English page has too, or in a translation that says
/// whose it is.
#[test]
#[ignore = "needs the built site: cargo xtask test site budgets"]
fn quotations_stand_beside_their_korean() {
    let (dossier, pages) = (dossier(), pages());
    let (mut published, mut translated) = (0, 0);
    for event in &dossier.events {
        let english = &pages[&format!("event/{}/index.html", event.id)];
        let korean = &pages[&format!("ko/event/{}/index.html", event.id)];
        for quote in event.readings.iter().filter_map(|reading| reading.quote.as_ref()) {
            if let Some(original) = &quote.original {
                let words = format!("\u{201c}{}\u{201d}</p>", escaped(&Text::from(original.text.as_str())));
                assert!(english.contains(&format!("<p lang=\"ko\">{words}")), "{}", event.id);
                assert!(korean.contains(&format!("<p>{words}")), "{}", event.id);
                published += 1;
            } else {
                let words = quote.translation.as_ref().unwrap().only_in("ko").unwrap();
                let words = format!("\u{201c}{}\u{201d}", escaped(&Text::from(words)));
                let marked = format!("<p class=\"translation\">{words}<small>이 자료집의 번역</small>");
                assert!(korean.contains(&marked), "{} lacks {marked}", event.id);
                assert!(!english.contains("class=\"translation\""), "{}", event.id);
                translated += 1;
            }
        }
    }
    assert_eq!((published, translated), (29, 202));
}

/// Without scripts an event's own page still says what it moved, and leads to the events before and after it.
#[test]
#[ignore = "needs the built site: cargo xtask test site budgets"]
fn an_events_own_page_says_what_it_moved_and_leads_on() {
    let (dossier, pages) = (dossier(), pages());
    for event in &dossier.events {
        let html = &pages[&format!("event/{}/index.html", event.id)];
        let arrows = html.matches(" class=\"arrow\"").count();
        assert_eq!(arrows, moved_by(&dossier, &event.id).len(), "{}", event.id);
        let links = attribute(html, "href");
        let mut found = vec![dossier.neighbours(&event.id), dossier.neighbours_in_lane(&event.id)];
        for issue in &dossier.issues {
            let Some(first) = positions_set(issue, &event.id).first().map(|position| position.from) else {
                continue;
            };
            found.push(dossier.neighbours_on_issue(&event.id, issue));
            let page = format!("../../issue/{}/?on={first}", issue.id);
            assert!(links.contains(&page), "{}: {}", event.id, issue.id);
        }
        for neighbour in found.iter().flat_map(|found| [found.before, found.after]).flatten() {
            assert!(
                links.contains(&format!("../../event/{}/", neighbour.id)),
                "{}: {}",
                event.id,
                neighbour.id
            );
        }
        // What needs a script is not there.
        assert!(!html.contains("<button"), "{}", event.id);
    }
}

/// The published dossier is the one in the repository, whole.
#[test]
#[ignore = "needs the built site: cargo xtask test site budgets"]
fn the_published_dossier_is_whole() {
    let text = std::fs::read_to_string(dist().join("dossier.json")).unwrap();
    let mut published: Dossier = serde_json::from_str(&text).unwrap();
    let ours = dossier();
    published.schema.clone_from(&ours.schema);
    assert!(published == ours, "dist/dossier.json differs from dossiers/us-dprk");
}

#[test]
#[ignore = "needs the built site: cargo xtask test site budgets"]
fn every_name_with_a_hash_is_kept_by_hosts_that_read_headers() {
    let rules = std::fs::read_to_string(dist().join("_headers")).unwrap();
    let kept: Vec<&str> = rules
        .lines()
        .filter_map(|line| line.strip_prefix('/')?.strip_suffix('*'))
        .filter(|rule| !rule.is_empty())
        .collect();
    let is_hash = |stem: &str| {
        stem.rsplit_once('-')
            .is_some_and(|(_, hash)| hash.len() == 10 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
    };
    let mut counted = 0;
    for entry in std::fs::read_dir(dist()).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        if is_hash(name.split('.').next().unwrap()) {
            counted += 1;
            assert!(
                kept.iter().any(|rule| name.starts_with(rule)),
                "hosting/_headers has no rule for {name}"
            );
        } else {
            assert!(
                !kept.iter().any(|rule| name.starts_with(rule)),
                "{name} would be kept for a year and can change"
            );
        }
    }
    assert!(counted > 10, "{counted}");
}

/// Elements without an end.
const VOID: [&str; 6] = ["area", "br", "hr", "img", "input", "wbr"];

/// The texts of a page, each with the language that the innermost element around it names.
fn texts_by_language(html: &str) -> Vec<(String, &str)> {
    let mut open = vec![("", String::new())];
    let mut texts = Vec::new();
    for part in html.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        let name = tag.split(|c: char| !c.is_alphanumeric() && c != '/').next().unwrap_or_default();
        if let Some(name) = name.strip_prefix('/') {
            let start = open.iter().rposition(|(opened, _)| *opened == name);
            open.truncate(start.unwrap_or(open.len()).max(1));
        } else if !tag.starts_with('!') && !tag.ends_with('/') && !VOID.contains(&name) {
            let lang = attribute(&format!(" {tag}"), "lang").pop();
            let outer = open.last().map(|(_, lang)| lang.clone()).unwrap_or_default();
            open.push((name, lang.unwrap_or(outer)));
        }
        texts.push((open.last().map(|(_, lang)| lang.clone()).unwrap_or_default(), text));
    }
    texts
}

#[test]
#[ignore = "needs the built site: cargo xtask test site budgets"]
fn korean_letters_in_english_pages_are_marked_as_korean() {
    let is_hangul = |c: char| ('\u{ac00}'..='\u{d7a3}').contains(&c);
    let mut marked = 0;
    for (path, html) in pages().iter().filter(|(path, _)| !path.starts_with("ko/")) {
        for (lang, text) in texts_by_language(html) {
            if text.contains(is_hangul) {
                assert!(lang == "ko" || lang.starts_with("ko-"), "{path}, in {lang:?}: {text}");
                marked += 1;
            }
        }
    }
    assert!(marked > 60, "only {marked} texts in Korean: 60 quotations have the words as published");
}
