//! The gap of the real dossier: its pictures as snapshots, and what must hold for every picture.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "tests say what they rely on by unwrapping it"
)]

use std::fs;
use std::path::{Path, PathBuf};

use daylight::analysis::{TotalSeries, Weights, daylight};
use daylight::dossier::Dossier;
use daylight::dossier::date::Day;
use daylight::layout::{gap, text};
use daylight::messages::Locale;
use daylight::scale::{TimeScale, Window};
use daylight::scene::{self, Anchor, Mark, Scene};

const DATES: [&str; 2] = ["2018-07-16", "2019-03-01"];

fn dossier() -> Dossier {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("dossiers/us-dprk");
    let mut whole = serde_json::Map::new();
    // Without the texts of further languages.
    let is_part = |path: &PathBuf| !path.to_string_lossy().ends_with(".texts.json");
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(is_part) {
        let text = fs::read_to_string(path).unwrap();
        whole.extend(serde_json::from_str::<serde_json::Map<_, _>>(&text).unwrap());
    }
    serde_json::from_value(serde_json::Value::Object(whole)).unwrap()
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn window(from: &str, to: &str) -> Window {
    Window::of_days(day(from), day(to))
}

/// A chart with its playhead on top.
fn chart(dossier: &Dossier, id: &str, on: &str, window: Window, width: f64) -> Scene {
    let issue = dossier.issue(id).unwrap();
    let mut scene = scene::issue_chart(dossier, issue, window, width, 200.0, Locale::En);
    scene.marks.extend(scene::issue_playhead(dossier, issue, day(on), window, width, 200.0, Locale::En));
    scene
}

fn total(dossier: &Dossier, on: &str, window: Window, width: f64) -> Scene {
    let series = TotalSeries::of(dossier, &Weights::equal());
    let annotations = gap::annotations(dossier, "en");
    let scale = TimeScale::new(window, 8.0, width - 8.0);
    let mut scene = scene::total_chart(&series, &annotations, &scale, width, 220.0, Locale::En);
    let playhead = scene::total_playhead(&series, day(on), &scale, &scene, Locale::En);
    scene.marks.extend(playhead);
    scene
}

const WINDOWS: [(&str, &str, &str); 4] = [
    ("two-years", "2018-01-01", "2019-12-31"),
    ("history", "1953-01-01", "2024-12-31"),
    ("spring", "2018-04-15", "2018-07-31"),
    ("week", "2018-07-12", "2018-07-19"),
];

/// `DAYLIGHT_PICTURES=folder cargo test --test gap_picture look` writes the pictures for looking at.
#[test]
fn look() {
    let Ok(folder) = std::env::var("DAYLIGHT_PICTURES") else { return };
    let dossier = dossier();
    let write = |name: String, scene: &Scene| {
        fs::write(format!("{folder}/{name}.svg"), scene::svg(scene, "")).unwrap()
    };
    let two_years = window("2018-01-01", "2019-12-31");
    for on in DATES {
        for issue in &dossier.issues {
            write(format!("chart-{}-{on}", issue.id), &chart(&dossier, &issue.id, on, two_years, 320.0));
            write(
                format!("ladder-{}-{on}", issue.id),
                &scene::ladder(&dossier, issue, day(on), 288.0, Locale::En),
            );
        }
    }
    write(
        "ladder-scope-2006-01-01".to_owned(),
        &scene::ladder(&dossier, dossier.issue("scope").unwrap(), day("2006-01-01"), 288.0, Locale::En),
    );
    for (name, from, to) in WINDOWS {
        for width in [240.0, 320.0, 768.0, 1280.0] {
            write(format!("total-{name}-{width}"), &total(&dossier, "2018-07-16", window(from, to), width));
        }
    }
}

/// The place of each text in the picture: left, right, top and bottom. In groups too.
fn texts(marks: &[Mark]) -> Vec<(f64, f64, f64, f64, String)> {
    let mut found = Vec::new();
    for mark in marks {
        match mark {
            Mark::Group(group) => {
                let (dx, dy) = group.at.unwrap_or_default();
                let inside = texts(&group.marks).into_iter();
                found.extend(inside.map(|(left, right, top, bottom, text)| {
                    (left + dx, right + dx, top + dy, bottom + dy, text)
                }));
            }
            Mark::Text { class, x, y, anchor, text } => {
                let size = if class.contains("stood") || *class == "ladder-total" { 13.0 } else { 12.0 };
                let width = text::width(text, size);
                let left = match anchor {
                    Anchor::Start => *x,
                    Anchor::Middle => x - width / 2.0,
                    Anchor::End => x - width,
                };
                found.push((left, left + width, y - size * 0.75, y + size * 0.2, text.clone()));
            }
            _ => {}
        }
    }
    found
}

/// No word hangs over the picture's edge, and no two words lie on each other.
fn assert_readable(scene: &Scene, name: &str) {
    let found = texts(&scene.marks);
    for (index, (left, right, top, bottom, text)) in found.iter().enumerate() {
        assert!(
            *left >= -1.0 && *right <= scene.width + 1.0 && *top >= 0.0 && *bottom <= scene.height + 0.5,
            "{name}: {text:?} at {left}..{right}, {top}..{bottom} in {} x {}",
            scene.width,
            scene.height
        );
        for (l, r, t, b, other) in found.iter().skip(index + 1) {
            assert!(left >= r || l >= right || top >= b || t >= bottom, "{name}: {text:?} on {other:?}");
        }
    }
    assert!(!scene.title.is_empty() && scene.description.ends_with('.'), "{name}: {}", scene.description);
}

#[test]
fn words_neither_collide_nor_overflow() {
    let dossier = dossier();
    for (name, from, to) in WINDOWS {
        for width in [280.0, 320.0, 480.0] {
            for issue in &dossier.issues {
                assert_readable(
                    &chart(&dossier, &issue.id, "2018-07-16", window(from, to), width),
                    &issue.id,
                );
            }
        }
        for width in [320.0, 480.0, 720.0, 1080.0, 1600.0] {
            let series = TotalSeries::of(&dossier, &Weights::equal());
            let annotations = gap::annotations(&dossier, "en");
            let scale = TimeScale::new(window(from, to), 8.0, width - 8.0);
            // Far from the right end, where the date may hide the 100 percent.
            let on = day(if name == "history" { "2006-06-01" } else { "2018-05-16" });
            for height in [120.0, 220.0] {
                let mut scene = scene::total_chart(&series, &annotations, &scale, width, height, Locale::En);
                let playhead = scene::total_playhead(&series, on, &scale, &scene, Locale::En);
                scene.marks.extend(playhead);
                assert_readable(&scene, &format!("{name} of {width} x {height}"));
            }
        }
    }
    for on in ["1994-01-01", "2006-01-01", "2018-07-16", "2019-03-01", "2019-10-06"] {
        for width in [288.0, 420.0] {
            for issue in &dossier.issues {
                assert_readable(&scene::ladder(&dossier, issue, day(on), width, Locale::En), &issue.id);
            }
        }
    }
}

/// Names of 80 letters, in words and in one: each picture still says who expects and who offers, and the name of rung 0 stands above the
/// line of the years.
#[test]
fn long_names_leave_room_for_the_rest() {
    let words = "The Extraordinarily Long-Named Confederation of Free and Independent Territories";
    for name in [words.to_owned(), words.replace(' ', "").to_lowercase()] {
        let mut dossier = dossier();
        for party in &mut dossier.parties {
            (party.short, party.capital) = (name.as_str().into(), None);
        }
        for rung in dossier.issues.iter_mut().flat_map(|issue| &mut issue.ladder) {
            rung.label = name.as_str().into();
        }
        let (_, from, to) = WINDOWS[0];
        for width in [240.0, 320.0, 480.0] {
            let drawn = chart(&dossier, "scope", "2018-07-16", window(from, to), width);
            let found = texts(&drawn.marks);
            for verb in ["expects", "offers"] {
                assert!(
                    found.iter().any(|(.., text)| text.ends_with(&format!("\u{2026} {verb}"))),
                    "{found:?}"
                );
            }
            let lowest = |class| {
                let y = drawn.marks.iter().filter_map(|mark| match mark {
                    Mark::Text { class: own, y, .. } if *own == class => Some(*y),
                    Mark::Line { class: own, y1, .. } if *own == class => Some(*y1),
                    _ => None,
                });
                y.fold(f64::MIN, f64::max)
            };
            assert!(lowest("rung-name") + 12.0 * 0.22 <= lowest("year-line"), "at {width}");
            let ladder = scene::ladder(
                &dossier,
                dossier.issue("scope").unwrap(),
                day("2018-07-16"),
                width,
                Locale::En,
            );
            let said = texts(&ladder.marks).into_iter().map(|(.., text)| text).collect::<Vec<_>>().join(" ");
            assert!(said.contains("expects") && said.contains("offers"), "{said}");
        }
    }
}

/// Against a count day by day: in how many stretches the widest daylight stood.
#[test]
fn the_alternative_text_says_how_often_the_daylight_was_as_wide() {
    let dossier = dossier();
    let mut often = Vec::new();
    for (window_name, from, to) in WINDOWS {
        let (first, last) = (day(from), day(to));
        for issue in &dossier.issues {
            let days = (0..=last.number() - first.number())
                .map(|n| daylight(issue, first.plus(n)).state.rungs().filter(|(_, most)| *most > 0));
            let days: Vec<Option<(u8, u8)>> = days.collect();
            let Some(widest) = days.iter().flatten().max() else { continue };
            let is_widest: Vec<bool> = days.iter().map(|now| *now == Some(*widest)).collect();
            let later = is_widest.windows(2).filter(|pair| pair[1] && !pair[0]).count();
            let stretches = later + usize::from(is_widest[0]);
            let again = match stretches {
                1 => "",
                2 => ", and again in 1 later stretch",
                _ => &format!(", and again in {} later stretches", stretches - 1),
            };
            let said = chart(&dossier, &issue.id, from, window(from, to), 320.0).description;
            let said = said.split("Widest: ").nth(1).and_then(|rest| rest.split(". ").next()).unwrap();
            let (_, behind) = said.rsplit_once(" to ").unwrap();
            assert_eq!(behind.trim_start_matches(|c| c != ','), again, "{window_name}, {}: {said}", issue.id);
            often.push(stretches);
        }
    }
    assert!(often.contains(&1) && often.contains(&2), "{often:?}");
}

#[test]
fn the_pictures_of_two_issues_the_ladder_and_the_total() {
    let dossier = dossier();
    let two_years = window("2018-01-01", "2019-12-31");
    for id in ["scope", "security"] {
        let svg = scene::svg(&chart(&dossier, id, "2018-07-16", two_years, 320.0), "");
        insta::assert_snapshot!(format!("chart-{id}"), svg);
    }
    let scope = dossier.issue("scope").unwrap();
    for on in ["2018-07-16", "2006-01-01"] {
        let scene = scene::ladder(&dossier, scope, day(on), 288.0, Locale::En);
        insta::assert_snapshot!(format!("ladder-scope-{on}"), scene::svg(&scene, ""));
    }
    insta::assert_snapshot!("total", scene::svg(&total(&dossier, "2018-07-16", two_years, 1080.0), ""));
}

/// The outline draws the same charts: they need no long text.
#[test]
fn the_outline_draws_the_same() {
    let whole = dossier();
    let outline = whole.outline();
    let two_years = window("2018-01-01", "2019-12-31");
    for issue in &whole.issues {
        let draw = |dossier| chart(dossier, &issue.id, "2018-07-16", two_years, 320.0);
        assert_eq!(draw(&whole), draw(&outline));
        let draw = |dossier: &Dossier| {
            scene::ladder(dossier, dossier.issue(&issue.id).unwrap(), day("2018-07-16"), 288.0, Locale::En)
        };
        assert_eq!(draw(&whole), draw(&outline));
    }
    assert_eq!(
        total(&whole, "2018-07-16", two_years, 1080.0),
        total(&outline, "2018-07-16", two_years, 1080.0)
    );
}

/// Issues as an author's first draft has them: no rungs, one rung, twenty with long names, one side only, nobody's side.
#[test]
fn poor_issues_are_drawn_without_a_false_word() {
    let mut dossier = dossier();
    let long = "A rung with a name of eighty characters, which no card is wide enough to hold ok".repeat(2);
    let scope = dossier.issues[0].clone();
    let rungs = |count: usize| {
        (0..count).map(|n| {
            let mut rung = scope.ladder[0].clone();
            rung.rung = n as u8;
            rung.label = long.as_str().into();
            rung
        })
    };
    for (id, count) in [("none", 0), ("one", 1), ("twenty", 20), ("many", 255)] {
        let mut issue = scope.clone();
        issue.id = id.to_owned();
        issue.ladder = rungs(count).collect();
        dossier.issues.push(issue);
    }
    let mut alone = scope.clone();
    alone.id = "alone".to_owned();
    alone.positions.retain(|position| position.party == "us");
    dossier.issues.push(alone);
    for id in ["none", "one", "twenty", "many", "alone"] {
        let issue = dossier.issue(id).unwrap();
        for width in [1.0, 120.0, 320.0] {
            let chart = chart(&dossier, id, "2018-07-16", window("2018-01-01", "2019-12-31"), width);
            let ladder = scene::ladder(&dossier, issue, day("2018-07-16"), width, Locale::En);
            for scene in [chart, ladder] {
                let svg = scene::svg(&scene, "");
                assert!(!svg.contains("NaN") && !svg.contains("inf"));
            }
        }
    }
    let alone =
        scene::ladder(&dossier, dossier.issue("alone").unwrap(), day("2018-07-16"), 288.0, Locale::En);
    assert!(alone.description.contains("Pyongyang: no offer on record."), "{}", alone.description);
    assert!(alone.description.ends_with("On 16 July 2018: unknown."));
}

/// A dotted line beside the rung that is nothing would say that they stood there.
#[test]
fn what_is_unknown_is_drawn_between_rungs_in_the_middle() {
    let dossier = dossier();
    for issue in &dossier.issues {
        let drawn = chart(&dossier, &issue.id, "2018-07-16", window("2017-12-01", "2019-12-31"), 320.0);
        let mut rungs: Vec<f64> = Vec::new();
        let mut dotted: Vec<f64> = Vec::new();
        for mark in &drawn.marks {
            match mark {
                Mark::Line { class, y1, .. } if class.starts_with("rung") => rungs.push(*y1),
                Mark::Line { class: "unknown", y1, .. } => dotted.push(*y1),
                _ => {}
            }
        }
        let (top, bottom) = (rungs.last().unwrap(), rungs.first().unwrap());
        assert!(!dotted.is_empty(), "{}", issue.id);
        for y in dotted {
            assert!((y - (top + bottom) / 2.0).abs() <= (rungs[0] - rungs[1]) / 2.0 + 0.1, "{}", issue.id);
            assert!(rungs.iter().all(|rung| (rung - y).abs() > 5.0), "{}: {y} among {rungs:?}", issue.id);
        }
    }
}
