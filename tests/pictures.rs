//! Pictures made without a browser: link cards and charts as files, of the real dossier.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first thing that is not as it must be"
)]

use std::path::Path;

use daylight::dossier::Dossier;
use daylight::messages::Locale;
use daylight::native::pictures::{Picture, Studio, Subject, VIEWS, png};

const ADDRESS: &str = "https://example.org/daylight/";

fn dossier() -> Dossier {
    daylight::native::read::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("dossiers/us-dprk")).unwrap()
}

/// The views' pictures, by name.
fn of_views(dossier: &Dossier) -> Vec<(String, Picture)> {
    let studio = Studio::new(dossier, ADDRESS, Locale::En);
    let on = dossier.meta.default_as_of;
    let mut found = Vec::new();
    for view in VIEWS {
        found.extend(studio.card(Subject::View(view), on).map(|picture| (format!("card-{view}"), picture)));
        found.extend(studio.chart(Subject::View(view), on).map(|picture| (format!("chart-{view}"), picture)));
    }
    found
}

/// Every picture there is, by name.
fn all(dossier: &Dossier) -> Vec<(String, Picture)> {
    let studio = Studio::new(dossier, ADDRESS, Locale::En);
    let on = dossier.meta.default_as_of;
    let mut found = of_views(dossier);
    for event in &dossier.events {
        found.push((format!("event-{}", event.id), studio.card(Subject::Event(event), on).unwrap()));
    }
    for issue in &dossier.issues {
        found.push((format!("issue-{}", issue.id), studio.card(Subject::Issue(issue), on).unwrap()));
    }
    found
}

/// Width and height as the file's own header says them.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

/// What stands between quotation marks after a word, everywhere in a text.
fn values<'a>(svg: &'a str, before: &str) -> Vec<&'a str> {
    svg.split(before).skip(1).map(|rest| rest.split('"').next().unwrap()).collect()
}

#[test]
fn a_picture_stands_by_itself() {
    let dossier = dossier();
    let pictures = all(&dossier);
    assert_eq!(pictures.len(), VIEWS.len() + 7 + dossier.events.len() + dossier.issues.len());
    for (name, Picture { svg, title, alt, .. }) in &pictures {
        assert!(!title.is_empty() && alt.len() > 20, "{name}: {alt:?}");
        for part in
            ["<title>", "<desc>", "How much daylight?", "1,073 sources", ">example.org/daylight</text>"]
        {
            assert!(svg.contains(part), "{name} lacks {part}");
        }
        // Nothing that only the page has, and nothing from elsewhere.
        for none in ["var(--", "@media", "url(http", "<image", "<script", "<foreignObject", "javascript:"] {
            assert!(!svg.contains(none), "{name} has {none}");
        }
        let mut ids = values(svg, " id=\"");
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "{name}: an id stands twice");
        let patterns = values(svg, "url(#").into_iter().filter_map(|rest| rest.split(')').next());
        for pattern in patterns {
            assert!(ids.contains(&pattern), "{name}: #{pattern}");
        }
    }
}

#[test]
fn a_chart_says_its_date_and_a_card_fills_its_frame() {
    let dossier = dossier();
    for (name, Picture { svg, .. }) in of_views(&dossier) {
        let dated = ["words", "argument", "sources"].iter().all(|view| !name.ends_with(view));
        assert_eq!(svg.contains(">As of 16 July 2018</text>"), dated, "{name}");
        let pixels = size(&png(&svg, 1.0, Locale::En).unwrap());
        if name.starts_with("card-") {
            assert_eq!(pixels, (1200, 630), "{name}");
        } else {
            assert_eq!(pixels.0, 720, "{name}");
            assert!((250..2500).contains(&pixels.1), "{name}: {pixels:?}");
        }
    }
}

/// A dossier without records for a view has no picture of it, and one without an address says none.
#[test]
fn what_is_not_there_is_not_drawn() {
    let tiny = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check/cases/00-minimal.json");
    let mut tiny = daylight::native::read::load(&tiny).unwrap();
    (tiny.issues, tiny.events, tiny.argument) = (Vec::new(), Vec::new(), None);
    let names: Vec<String> = of_views(&tiny).into_iter().map(|(name, _)| name).collect();
    for view in ["timeline", "gap", "argument"] {
        assert!(!names.iter().any(|name| name.ends_with(view)), "{names:?}");
    }
    let studio = Studio::new(&tiny, "", Locale::En);
    let card = studio.card(Subject::View("sources"), tiny.meta.default_as_of).unwrap();
    assert!(!card.svg.contains("example.org"), "{}", card.svg);
    assert_eq!(size(&png(&card.svg, 1.0, Locale::En).unwrap()), (1200, 630));
}

/// `DAYLIGHT_PICTURES=folder cargo test --test pictures look` writes the pictures for looking at.
#[test]
fn look() {
    let Ok(folder) = std::env::var("DAYLIGHT_PICTURES") else { return };
    let dossier = dossier();
    let (mut bytes, mut count) = (0, 0);
    for (name, picture) in all(&dossier) {
        let scale = if name.starts_with("chart-") { 2.0 } else { 1.0 };
        let png = png(&picture.svg, scale, Locale::En).unwrap();
        (bytes, count) = (bytes + png.len(), count + 1);
        std::fs::write(format!("{folder}/{name}.svg"), picture.svg).unwrap();
        std::fs::write(format!("{folder}/{name}.png"), png).unwrap();
    }
    println!("{count} pictures, {bytes} bytes");
}
