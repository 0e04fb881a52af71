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
use daylight::native::pictures::{Picture, Studio, Subject, VIEWS, png};

const ADDRESS: &str = "https://example.org/daylight/";

fn dossier() -> Dossier {
    daylight::native::read::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("dossiers/us-dprk")).unwrap()
}

/// Every picture there is, by name.
fn all(dossier: &Dossier) -> Vec<(String, Picture)> {
    let studio = Studio::new(dossier, ADDRESS);
    let on = dossier.meta.default_as_of;
    let mut found = Vec::new();
    for view in VIEWS {
        found.extend(studio.card(Subject::View(view), on).map(|picture| (format!("card-{view}"), picture)));
        found.extend(studio.chart(Subject::View(view), on).map(|picture| (format!("chart-{view}"), picture)));
    }
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

/// `DAYLIGHT_PICTURES=folder cargo test --test pictures look` writes the pictures for looking at.
#[test]
fn look() {
    let Ok(folder) = std::env::var("DAYLIGHT_PICTURES") else { return };
    let dossier = dossier();
    let (mut bytes, mut count) = (0, 0);
    for (name, picture) in all(&dossier) {
        let scale = if name.starts_with("chart-") { 2.0 } else { 1.0 };
        let png = png(&picture.svg, scale).unwrap();
        (bytes, count) = (bytes + png.len(), count + 1);
        std::fs::write(format!("{folder}/{name}.svg"), picture.svg).unwrap();
        std::fs::write(format!("{folder}/{name}.png"), png).unwrap();
    }
    println!("{count} pictures, {bytes} bytes");
}
