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
use daylight::native::pictures::{CARD_ALT, Picture, Studio, Subject, VIEWS, png};

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
    let sources = format!("{} sources", Locale::En.number(dossier.sources.len()));
    assert_eq!(pictures.len(), VIEWS.len() + 7 + dossier.events.len() + dossier.issues.len());
    for (name, Picture { svg, title, alt, .. }) in &pictures {
        assert!(!title.is_empty() && alt.len() > 20, "{name}: {alt:?}");
        for part in ["<title>", "<desc>", "How much daylight?", &sources, ">example.org/daylight</text>"] {
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

/// The words in a drawing, one line after the other.
fn words(svg: &str) -> String {
    let lines = svg.split("<text ").skip(1).filter_map(|rest| rest.split_once('>')?.1.split_once("</text>"));
    lines.map(|(line, _)| line).collect::<Vec<_>>().join(" ")
}

/// A chart leaves the page, so it says itself what its shapes and colours mean, of which day each claim is, and no text in it is cut.
#[test]
fn a_chart_has_its_key_and_whole_words() {
    let dossier = dossier();
    let on = dossier.meta.default_as_of;
    let chart = |view| {
        let drawn = Studio::new(&dossier, ADDRESS, Locale::En).chart(Subject::View(view), on).unwrap().svg;
        (words(&drawn), drawn)
    };
    let lacks = |found: &str, parts: &[&str]| {
        for part in parts {
            assert!(found.contains(part), "{part} is not in {found}");
        }
    };

    let (promises, _) = chart("promises");
    lacks(
        &promises,
        &["Pledged", "Begun", "Partly done", "Done", "Reversed", "Lapsed", "Made, no state on record"],
    );
    lacks(
        &promises,
        &["Washington", "Pyongyang", "several together, or others", "That nobody has checked does not mean"],
    );
    lacks(
        &promises,
        &[
            "Washington, Pyongyang, to each other \u{b7} made on 12 June 2018",
            "Pyongyang, to no one by name \u{b7} made on 20 April 2018",
        ],
    );
    for promise in &dossier.commitments {
        lacks(&promises, &[promise.text.get("en")]);
    }
    assert!(!promises.contains('\u{2026}'), "{promises}");

    let (clock, drawn) = chart("clock");
    lacks(&clock, &["for Washington", "for Pyongyang", "without records of low confidence"]);
    lacks(
        &clock,
        &[
            "13 Jun 2018 \u{b7} Major disarmament",
            "8 Aug 2018 \u{b7} 60\u{2013}70% of warheads \u{b7} low confidence",
        ],
    );
    // Six officials and an expert named their numbers after 16 July 2018.
    assert_eq!(
        (clock.matches("(not yet said)").count(), drawn.matches(" data-later=\"\" transform").count()),
        (7, 7)
    );
    assert!(!clock.contains('\u{2026}'), "{clock}");

    let (launches, _) = chart("launches");
    for outcome in ["success", "failure", "some succeeded, some failed", "outcome unknown"] {
        lacks(&launches, &[&format!("launch day: {outcome}")]);
    }
    lacks(&launches, &["meeting; the longer, the higher its level", "meeting of leaders, with its place"]);

    lacks(
        &chart("gap").0,
        &["Hatched bands are the range of what was said.", "Pale: daylight in some readings"],
    );
    lacks(&chart("lead").0, &["Pale: at most this far"]);
    // A card is looked at beside a link, and too small for any of it.
    for view in ["promises", "clock", "launches", "gap"] {
        let card = Studio::new(&dossier, ADDRESS, Locale::En).card(Subject::View(view), on).unwrap();
        for key in ["several together", "for Washington", "launch day:", "Pale:"] {
            assert!(!words(&card.svg).contains(key), "{view}: {key}");
        }
    }
}

/// Where a picture is the same on every date, none is left out for its date.
#[test]
fn a_picture_that_follows_the_date_is_known() {
    let dossier = dossier();
    let studio = Studio::new(&dossier, ADDRESS, Locale::En);
    let follows = |subject| studio.follows_the_date(subject, dossier.meta.default_as_of);
    for view in VIEWS {
        let same = ["words", "argument", "sources"].contains(&view);
        assert_eq!(follows(Subject::View(view)), !same, "{view}");
    }
    assert!(follows(Subject::Issue(&dossier.issues[0])) && !follows(Subject::Event(&dossier.events[0])));
}

/// What comes after the date is pale, and the words beside the strips are not.
#[test]
fn the_sheet_over_a_promise_ends_with_its_strip() {
    let dossier = dossier();
    let mut sheets = 0;
    for (name, Picture { svg, .. }) in of_views(&dossier) {
        for part in svg.split(" transform=\"translate(").skip(1) {
            let Some((place, rest)) =
                part.split_once(" 0)\" aria-hidden=\"true\"><path class=\"after\" d=\"M0 0H")
            else {
                continue;
            };
            let width = rest.split('V').next().unwrap();
            let end = place.parse::<f64>().unwrap() + width.parse::<f64>().unwrap();
            assert!((699.0..=700.2).contains(&end), "{name}: {place} and {width}");
            sheets += 1;
        }
    }
    assert!(sheets > dossier.commitments.len(), "{sheets}");
}

/// Every card's text alternative fits where link cards are shown, and says first what the card says of its date.
#[test]
fn a_card_in_words_is_short_and_of_its_own_date() {
    let dossier = dossier();
    let on = dossier.meta.default_as_of;
    for (locale, date) in [(Locale::En, "As of 16 July 2018"), (Locale::Ko, "2018년 7월 16일 기준")] {
        let studio = Studio::new(&dossier, ADDRESS, locale);
        let events = dossier.events.iter().map(Subject::Event);
        let issues = dossier.issues.iter().map(Subject::Issue);
        for subject in VIEWS.into_iter().map(Subject::View).chain(events).chain(issues) {
            let card = studio.card(subject, on).unwrap();
            assert!(card.alt.chars().count() <= CARD_ALT, "{subject:?}: {}", card.alt);
            if matches!(subject, Subject::Issue(_) | Subject::View("promises")) {
                assert!(card.alt.starts_with(date), "{}", card.alt);
            }
            if let Subject::Issue(issue) = subject {
                // The state that the line below the title names.
                let state = card.line.strip_prefix(issue.question.get(locale.tag())).unwrap();
                let state = state.trim_start().strip_prefix('(').unwrap().strip_suffix(')').unwrap();
                assert!(card.alt.starts_with(&format!("{date}: {state}. ")), "{}", card.alt);
            }
        }
    }
    let promises = |locale, on| {
        let studio = Studio::new(&dossier, ADDRESS, locale);
        studio.card(Subject::View("promises"), on).unwrap().alt
    };
    assert_eq!(
        promises(Locale::En, on),
        "As of 16 July 2018, of 20 promises: 1 done, 1 partly done, 3 begun, 6 pledged, 3 without a state on record, 6 not yet made."
    );
    assert_eq!(
        promises(Locale::Ko, on),
        "2018년 7월 16일 기준 약속 20건: 이행 1건, 일부 이행 1건, 착수 3건, 약속 6건, 상태 기록 없음 3건, 아직 약속 전 6건."
    );
    let chart = Studio::new(&dossier, ADDRESS, Locale::En).chart(Subject::View("promises"), on).unwrap();
    assert!(chart.alt.starts_with(&format!("{} Stop nuclear", promises(Locale::En, on))), "{}", chart.alt);
    assert!(chart.svg.contains("<desc>As of 16 July 2018, of 20 promises: "), "{}", chart.svg);
}

/// Programs that do not know `paint-order` paint an outline over its letters.
#[test]
fn no_outline_lies_over_its_letters() {
    let dossier = dossier();
    for (name, Picture { svg, .. }) in all(&dossier) {
        for class in ["label", "word", "known", "unknown-word", "total-value", "share", "mark-name"] {
            for (place, _) in svg.match_indices("<text ") {
                let tag = svg[place..].split('>').next().unwrap();
                let is_outlined =
                    values(tag, "class=\"").iter().any(|classes| classes.split(' ').any(|own| own == class));
                let before = &svg[..place];
                assert!(
                    !is_outlined
                        || before.ends_with("<g class=\"outline\" aria-hidden=\"true\">")
                        || before.ends_with("</text></g><g class=\"inside\">"),
                    "{name}: {tag}"
                );
            }
        }
        assert_eq!(
            svg.matches("class=\"outline\"").count(),
            svg.matches("class=\"inside\"").count(),
            "{name}"
        );
        if name == "chart-timeline" || name == "chart-meetings" {
            assert!(svg.contains("class=\"outline\""), "{name}");
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
