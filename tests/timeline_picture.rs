//! The timeline of the real dossier: its picture at three zooms and three widths, and what must hold for every picture.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test says what it relies on")]

use daylight::dossier::date::Day;
use daylight::dossier::model::Event;
use daylight::index::Index;
use daylight::layout::Cluster;
use daylight::layout::timeline::{Frame, Quality, TimelineLayout, timeline};
use daylight::messages::Locale;
use daylight::scale::{Axis, TimeScale, Window};
use daylight::scene::{self, Sides};

const STYLE: &str = include_str!("../styles/timeline.css");
const COLOURS: &str = "svg { background: #faf7f0; --paper: #faf7f0; --ink: #1f1d19; --ink-soft: #5d584e; --hairline: #d9d3c5; --side-a: #1f5a99; --side-b: #a63d2f; --focus: #1f5a99 }\n";

fn events() -> Vec<Event> {
    let text = include_str!("../dossiers/us-dprk/events.json");
    let mut file: serde_json::Value = serde_json::from_str(text).unwrap();
    serde_json::from_value(file["events"].take()).unwrap()
}

fn scale(from: &str, to: &str, width: f64) -> TimeScale {
    let day = |text| Day::parse(text).unwrap();
    let index = Index::of_events(&events(), "en");
    let (first, last) = index.span().unwrap();
    let axis = Axis::folding(index.quiet(), last.since(first));
    TimeScale::on(&axis, Window::of_days(day(from), day(to)), 8.0, width - 8.0)
}

fn lay_out(index: &Index, scale: &TimeScale, frame: Frame) -> TimelineLayout {
    timeline(index, scale, frame, Quality::Full, &|cluster| scene::cluster_words(cluster, Locale::En))
}

fn picture(from: &str, to: &str, width: f64, height: f64, style: &str) -> (TimelineLayout, String) {
    let index = Index::of_events(&events(), "en");
    let scale = scale(from, to, width);
    let layout = lay_out(&index, &scale, Frame { width, height, heading: 0.0 });
    let sides = Sides { a: "Washington", b: "Pyongyang" };
    let scene = scene::timeline(&index, &layout, &scale, Locale::En, sides);
    (layout, scene::svg(&scene, style))
}

const ZOOMS: [(&str, &str, &str); 3] = [
    ("history", "1950-01-01", "2026-12-31"),
    ("two-years", "2018-01-01", "2019-12-31"),
    ("spring", "2018-04-15", "2018-07-31"),
];

const WIDTHS: [f64; 3] = [320.0, 768.0, 1080.0];

#[test]
fn pictures_stay_as_they_were_looked_at() {
    for (name, from, to) in ZOOMS {
        for width in WIDTHS {
            insta::assert_snapshot!(format!("{name}-{width}"), picture(from, to, width, 430.0, "").1);
        }
    }
}

#[test]
fn two_years_hold_a_good_number_of_whole_titles() {
    for (width, fewest) in [(320.0, 6), (768.0, 15), (1080.0, 22)] {
        let (layout, _) = picture("2018-01-01", "2019-12-31", width, 430.0, "");
        let labels: Vec<_> = layout.marks.iter().filter_map(|mark| mark.label.as_ref()).collect();
        let held: usize =
            layout.marks.iter().map(|mark| mark.cluster.as_ref().map_or(1, Cluster::count)).sum();
        assert_eq!(held, 94, "by themselves or in clusters");
        assert!(labels.len() >= fewest && labels.len() <= 35, "{} labels at {width}", labels.len());
        assert!(labels.iter().all(|label| !label.cut));
    }
}

/// Counts the house's own cost: every group of marks is a handful of nodes, and their number follows the visible events.
#[test]
fn a_frame_holds_no_more_marks_than_its_events_need() {
    let (layout, svg) = picture("2018-01-01", "2019-12-31", 1080.0, 430.0, "");
    assert!(svg.matches('<').count() / 2 < layout.marks.len() * 14 + 200);
}

/// `DAYLIGHT_PICTURES=folder cargo test --test timeline_picture look` writes the pictures for looking at.
#[test]
fn look() {
    let Ok(folder) = std::env::var("DAYLIGHT_PICTURES") else { return };
    for (name, from, to) in ZOOMS {
        for width in WIDTHS {
            let (layout, svg) = picture(from, to, width, 430.0, &format!("{COLOURS}{STYLE}"));
            let labels = layout.marks.iter().filter(|mark| mark.label.is_some()).count();
            let cut = layout.marks.iter().filter(|mark| mark.label.as_ref().is_some_and(|l| l.cut)).count();
            let crowded = layout.marks.iter().filter(|mark| mark.crowded).count();
            let big = layout.marks.iter().filter(|m| m.hit.width() >= 24.0 && m.hit.height() >= 24.0).count();
            let heavy = layout.marks.iter().filter(|m| m.weight == 3).count();
            let named = layout.marks.iter().filter(|m| m.weight == 3 && m.label.is_some()).count();
            println!(
                "{name} {width}: {} marks, {labels} labels, {named} of {heavy} of weight 3, {cut} cut, {crowded} crowded, {big} full targets",
                layout.marks.len()
            );
            std::fs::write(format!("{folder}/{name}-{width}.svg"), svg).unwrap();
        }
    }
}

#[test]
#[ignore = "a look at the clock, for `cargo test --profile native`"]
fn how_long() {
    let index = Index::of_events(&events(), "en");
    for (name, from, to) in ZOOMS {
        let scale = scale(from, to, 1080.0);
        let start = std::time::Instant::now();
        for _ in 0..20 {
            std::hint::black_box(lay_out(
                &index,
                &scale,
                Frame { width: 1080.0, height: 430.0, heading: 0.0 },
            ));
        }
        println!("{name}: {:?}", start.elapsed() / 20);
    }
}
