//! What the timeline costs outside the browser: making its events ready, laying out a frame, and drawing it, for the real
//! dossier's events and for those that `bench/` draws by lot.
//!
//! `cargo bench` runs all, `cargo bench -- layout` those with that word in their names. What a frame costs should follow what
//! is visible; the windows here show everything, a tenth of the time and a hundredth.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a benchmark may stop at the first thing that is not as it must be"
)]

mod generated;

use std::hint::black_box;
use std::time::Duration;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use daylight::dossier::Dossier;
use daylight::dossier::date::Day;
use daylight::dossier::model::Event;
use daylight::find::{Filter, Searchable};
use daylight::index::Index;
use daylight::layout::timeline::{Frame, Quality, TimelineLayout, timeline};
use daylight::messages::Locale;
use daylight::scale::{Axis, TimeScale, Window};
use daylight::scene::{self, Sides};

const FRAME: Frame = Frame { width: 1080.0, height: 440.0, heading: 0.0 };
const SIDES: Sides<'static> = Sides { a: "Washington", b: "Pyongyang" };

/// A set of events with a name, and the whole time that it covers.
struct Case {
    name: &'static str,
    events: Vec<Event>,
    whole: Window,
}

impl Case {
    fn new(name: &'static str, events: Vec<Event>) -> Case {
        let first = events.iter().map(|event| event.date.first()).min().unwrap();
        let last = events.iter().map(|event| event.date.last()).max().unwrap();
        Case { name, events, whole: Window::of_days(first, last) }
    }

    fn all() -> [Case; 4] {
        let text = include_str!("../dossiers/us-dprk/events.json");
        let mut file: serde_json::Value = serde_json::from_str(text).unwrap();
        let real = serde_json::from_value(file["events"].take()).unwrap();
        [
            Case::new("real", real),
            Case::new("1,000", generated::events(1000)),
            Case::new("10,000", generated::events(10_000)),
            Case::new("100,000", generated::events(100_000)),
        ]
    }

    /// All of the time, and stretches around a busy day, each a tenth of the one before.
    fn scales(&self) -> [(&'static str, TimeScale); 3] {
        let busy = Day::from_ymd(2018, 6, 12).unwrap();
        let scale = |share: f64| {
            let window = Axis::straight().zoom_at(self.whole, share, f64::from(busy.number()), self.whole);
            TimeScale::new(window, 8.0, FRAME.width - 8.0)
        };
        [("all", scale(1.0)), ("a tenth", scale(0.1)), ("a hundredth", scale(0.01))]
    }
}

/// Once for a dossier, a filter and a language.
fn index(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("index");
    for case in Case::all() {
        group.bench_function(case.name, |bencher| {
            bencher.iter(|| Index::of_events(black_box(&case.events), "en"));
        });
    }
}

fn lay_out(index: &Index, scale: &TimeScale, quality: Quality) -> TimelineLayout {
    timeline(index, scale, FRAME, quality, &|cluster| scene::cluster_words(cluster, Locale::En))
}

/// For each frame of a zoom, quickly; and once where it ends, in full.
fn layout(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("layout");
    for case in Case::all() {
        let index = Index::of_events(&case.events, "en");
        for (window, scale) in case.scales() {
            for (name, quality) in [("quick", Quality::Quick), ("full", Quality::Full)] {
                let id = BenchmarkId::new(format!("{} {name}", case.name), window);
                group.bench_with_input(id, &scale, |bencher, scale| {
                    bencher.iter(|| lay_out(&index, black_box(scale), quality));
                });
            }
        }
    }
}

/// For each frame as well.
fn scene(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("scene");
    for case in Case::all() {
        let index = Index::of_events(&case.events, "en");
        for (window, scale) in case.scales() {
            let layout = lay_out(&index, &scale, Quality::Quick);
            group.bench_with_input(BenchmarkId::new(case.name, window), &scale, |bencher, scale| {
                bencher.iter(|| scene::timeline(&index, &layout, black_box(scale), Locale::En, SIDES));
            });
        }
    }
}

/// For each key in the search field, and once when what is searched is made ready.
fn find(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("find");
    let case = &Case::all()[0];
    let mut dossier: Dossier =
        serde_json::from_str(include_str!("../tests/check/cases/00-minimal.json")).unwrap();
    dossier.events.clone_from(&case.events);
    group.bench_function("ready, real", |bencher| bencher.iter(|| Searchable::of(black_box(&dossier), true)));
    let searchable = Searchable::of(&dossier, true);
    for text in ["kim", "nuclear test", "\u{d55c}\u{bc18}\u{b3c4}"] {
        let filter = Filter { text: text.to_owned(), ..Filter::default() };
        group.bench_function(text, |bencher| bencher.iter(|| searchable.find(black_box(&filter))));
    }
}

criterion_group! {
    name = benches;
    // Short: the whole takes about a minute, and a machine that others use gives no better figures for waiting.
    config = Criterion::default().warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(1)).sample_size(20);
    targets = index, layout, scene, find
}
criterion_main!(benches);
