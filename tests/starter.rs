//! The dossier that `daylight new` writes: sound, without a warning, of another shape than the first one, and with something for
//! every view.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first thing that is not as it must be"
)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use daylight::dossier::Dossier;
use daylight::dossier::date::Precision;
use daylight::dossier::model::Side;
use daylight::native::read;

fn starter() -> Dossier {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("starter");
    let (_, checked) = read::read_and_check(&folder).unwrap();
    assert_eq!(checked.diagnostics, [], "not even a warning");
    checked.dossier.unwrap()
}

fn first_dossier() -> Dossier {
    read::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("dossiers/us-dprk")).unwrap()
}

#[test]
fn it_is_sound_complete_and_says_that_it_is_invented() {
    let starter = starter();
    let says = |text: &daylight::dossier::text::Text| text.get("en").to_lowercase().contains("invented");
    assert!(says(&starter.meta.title) && says(&starter.meta.dek) || says(&starter.meta.method[0]));
    assert!((10..=16).contains(&starter.events.len()) && (3..=4).contains(&starter.issues.len()));
    assert!(starter.issues.iter().all(|issue| issue.ladder.len() >= 3));
    let parts = [
        starter.presets.len(),
        starter.documents.len(),
        starter.terms.len(),
        starter.estimates.len(),
        starter.commitments.len(),
        starter.processes.len(),
        starter.argument.as_ref().map_or(0, |argument| argument.steps.len()),
        starter.arms_tests.as_ref().map_or(0, |tests| tests.missile_test_days.len()),
    ];
    assert!(parts.iter().all(|part| *part > 0), "every view has something to show: {parts:?}");
    assert!(starter.sources.iter().all(|source| source.url.starts_with("https://example.org/")));
}

#[test]
fn it_is_of_another_shape_than_the_first_dossier() {
    let (starter, first) = (starter(), first_dossier());
    assert_eq!(starter.parties.len(), 3);
    assert!(starter.parties.iter().any(|party| party.side.is_none()), "the third party is on no side");
    for side in [Side::A, Side::B] {
        let (ours, theirs) = (starter.side(side).unwrap(), first.side(side).unwrap());
        assert!(ours.id != theirs.id && ours.colour != theirs.colour);
    }
    let ids = |dossier: &Dossier| -> BTreeSet<String> {
        let records = dossier.events.iter().map(|event| event.id.clone());
        records.chain(dossier.issues.iter().map(|issue| issue.id.clone())).collect()
    };
    assert!(ids(&starter).is_disjoint(&ids(&first)));
    let quotes =
        starter.events.iter().flat_map(|event| &event.readings).filter_map(|reading| reading.quote.as_ref());
    let right_to_left: Vec<_> = quotes.filter(|quote| quote.lang.as_deref() == Some("ar")).collect();
    assert!(right_to_left.len() >= 2, "words that are read from right to left");
    assert!(right_to_left.iter().all(|quote| quote.translation.is_some()), "and can be read by all");
    let months = starter.events.iter().filter(|event| event.date.precision() == Precision::Month).count();
    assert!(months >= 3, "dates of which the day is not known");
}

/// A folder of a test's own; gone at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let folder = std::env::temp_dir().join(format!("daylight-new-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Folder(folder)
    }

    fn daylight(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_daylight")).args(arguments).current_dir(&self.0).output().unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn new_writes_it_as_it_stands_in_the_clone() {
    let folder = Folder::new("writes");
    let output = folder.daylight(&["new", "내 서류"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let mut written = 0;
    for entry in std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("starter")).unwrap() {
        let ours = entry.unwrap();
        let theirs = folder.0.join("내 서류").join(ours.file_name());
        assert_eq!(
            std::fs::read(ours.path()).unwrap(),
            std::fs::read(theirs).unwrap(),
            "{:?}",
            ours.file_name()
        );
        written += 1;
    }
    assert_eq!(std::fs::read_dir(folder.0.join("내 서류")).unwrap().count(), written);
    let checked = folder.daylight(&["check", "내 서류"]);
    assert_eq!(String::from_utf8_lossy(&checked.stdout), "0 errors, 0 warnings in 10 files\n");
}

#[test]
fn new_writes_over_nothing() {
    let folder = Folder::new("over");
    std::fs::create_dir(folder.0.join("mine")).unwrap();
    std::fs::write(folder.0.join("mine/work.json"), "my work").unwrap();
    let output = folder.daylight(&["new", "mine"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("is not empty"));
    assert_eq!(std::fs::read_dir(folder.0.join("mine")).unwrap().count(), 1);
    std::fs::create_dir(folder.0.join("empty")).unwrap();
    assert!(folder.daylight(&["new", "empty"]).status.success(), "an empty folder may be there");
}
