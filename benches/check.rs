//! What checking costs outside the browser: the real dossier, and one of 100,000 events in four files.
//!
//! `cargo bench --bench check`. docs/performance.md has the figures, and how much memory the command takes.

#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a benchmark may stop at the first thing that is not as it must be"
)]

use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use daylight::dossier::check::{SourceFile, check};
use daylight::native::read;

fn real() -> Vec<SourceFile> {
    read::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("dossiers/us-dprk")).unwrap().files
}

/// A sound dossier with so many events, in files of at most 40,000.
fn large(events: usize) -> Vec<SourceFile> {
    let file = |name: String, text: String| SourceFile { name, text };
    let minimal = include_str!("../tests/check/cases/00-minimal.json");
    let mut files = vec![file("a.json".to_owned(), minimal.to_owned())];
    for first in (0..events).step_by(40_000) {
        let mut text = "{\"events\": [\n".to_owned();
        for number in first..(first + 40_000).min(events) {
            let comma = if number == first { "" } else { ",\n" };
            let (year, month, day) = (1950 + number % 70, 1 + number % 12, 1 + number % 28);
            let _ = write!(
                text,
                "{comma}{{\"id\": \"event-{number}\", \"date\": \"{year}-{month:02}-{day:02}\", \"title\": \"Round {number} of the talks\", \
                 \"summary\": \"Officials meet for the {number}th time and part without a date for the next round.\", \"kind\": \
                 \"talks\", \"parties\": [\"us\", \"dprk\"], \"lane\": \"both\", \"weight\": 1, \"sources\": [\"agency\"]}}"
            );
        }
        text.push_str("\n]}\n");
        files.push(file(format!("events-{first}.json"), text));
    }
    files
}

fn checking(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("check");
    group.sample_size(10);
    for (name, files) in [("real", real()), ("100,000 events", large(100_000))] {
        assert!(check(&files).dossier.is_some(), "{name} is sound");
        group.bench_function(name, |bencher| bencher.iter(|| black_box(check(&files)).diagnostics.len()));
    }
    group.finish();
}

criterion_group!(benches, checking);
criterion_main!(benches);
