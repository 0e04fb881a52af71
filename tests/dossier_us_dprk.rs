//! `dossiers/us-dprk/` holds the whole fact pack. The numbers below are those of the pack, counted there and written out
//! here, so that no record and no mark can get lost unseen.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "tests say what they rely on by unwrapping it"
)]

use std::fs;
use std::path::{Path, PathBuf};

use daylight::dossier::Dossier;
use serde_json::{Map, Value};

/// The dossier's files, merged by top-level key.
fn merged() -> Map<String, Value> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("dossiers/us-dprk");
    let mut whole = Map::new();
    // Without the texts of further languages.
    let is_part = |path: &PathBuf| !path.to_string_lossy().ends_with(".texts.json");
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(is_part) {
        let text = fs::read_to_string(path).unwrap();
        let file: Map<String, Value> = serde_json::from_str(&text).unwrap();
        assert_eq!(file.keys().filter(|key| *key == "$schema").count(), 1, "each file names its schema");
        for (key, value) in file.into_iter().filter(|(key, _)| key != "$schema") {
            assert!(whole.insert(key.clone(), value).is_none(), "{key} stands in two files");
        }
    }
    whole
}

fn dossier() -> Dossier {
    serde_json::from_value(Value::Object(merged())).unwrap()
}

/// Every value at a path such as `events/*/readings/*/quote`, where `*` is each item of a list.
fn at<'v>(value: &'v Value, path: &str) -> Vec<&'v Value> {
    path.split('/').fold(vec![value], |found, step| match step {
        "*" => found.into_iter().filter_map(Value::as_array).flatten().collect(),
        key => found.into_iter().filter_map(|value| value.get(key)).collect(),
    })
}

/// Counts as the model gives them back, so that a field the model drops shows too.
fn assert_counts(expected: &[(&str, usize)]) {
    let whole = serde_json::to_value(dossier()).unwrap();
    for (path, count) in expected {
        assert_eq!(at(&whole, path).len(), *count, "{path}");
    }
}

/// How many values at `path` equal `value`.
fn assert_values(expected: &[(&str, &str, usize)]) {
    let whole = serde_json::to_value(dossier()).unwrap();
    for (path, value, count) in expected {
        let found = at(&whole, path).into_iter().filter(|found| found.as_str() == Some(value)).count();
        assert_eq!(found, *count, "{path} = {value}");
    }
}

#[test]
fn every_record_of_the_pack_is_here() {
    assert_counts(&[
        ("presets/*", 7),
        // 1,030 of the pack, 41 pages that carry quotations in Korean, and two for the expulsion of 16 November 2018; less the
        // preview that the pack itself says was removed.
        ("sources/*", 1030 + 43 - 1),
        // 195 of the pack, and three acts of Washington that it has among positions, promises and readings alone.
        ("events/*", 195 + 3),
        ("events/*/readings/*", 323 + 5),
        ("issues/*", 12),
        ("issues/*/ladder/*", 64),
        // 189 of the pack; the words of 8 March 2018 on whose weapons, those of 11 March 2019 on the timetable, the Panmunjom
        // Declaration on security, and the easing told on 9 January 2019.
        ("issues/*/positions/*", 189 + 4),
        ("documents/*", 5),
        ("documents/*/clauses/*", 16),
        // 25 and 26 of the pack; five and twelve tell of several days and are divided at them: 5 and 19 more. One more each is what a
        // position told of a later day, and one what an event told.
        ("documents/*/clauses/*/readings/*", 25 + 7),
        ("terms/*", 10),
        ("terms/*/readings/*", 26 + 24),
        ("estimates/*", 24),
        ("commitments/*", 20),
        // 65 of the pack, and Foal Eagle in November 2018.
        ("commitments/*/status/*", 65 + 6),
        ("processes/*", 5),
        // 72 of the pack, and the two of July 2018 that it had among the events alone.
        ("processes/*/meetings/*", 72 + 2),
        ("arms_tests/nuclear_tests/*", 6),
        ("arms_tests/nuclear_tests/*/estimates/*", 31),
        ("arms_tests/missile_launches_by_year/*", 76),
        ("arms_tests/missile_test_days/*", 32),
        ("arms_tests/pauses/*", 2),
        ("argument/steps/*", 8),
    ]);
}

#[test]
fn the_parties_are_those_of_the_pack_and_those_its_processes_name() {
    let whole = dossier();
    let ids: Vec<&str> = whole.parties.iter().map(|party| party.id.as_str()).collect();
    assert_eq!(ids[..8], ["us", "dprk", "rok", "china", "japan", "russia", "un", "iaea"]);
    assert_eq!(ids[8..], ["iran", "uk", "france", "germany", "eu", "oman", "pakistan"]);
}

#[test]
fn every_citation_is_here() {
    assert_counts(&[
        // Of the pack's own: those of the first test's hour and of the sixth's 300 kilotons, and one of 11 July 2019.
        ("events/*/sources/*", 723 + 3 + 7),
        ("events/*/readings/*/sources/*", 607 + 5 + 9),
        // 452 of the pack. Without those of days later than the positions, which stand with their own days.
        ("issues/*/positions/*/sources/*", 428),
        ("documents/*/clauses/*/sources/*", 34),
        ("documents/*/clauses/*/readings/*/sources/*", 42 + 3),
        ("terms/*/sources/*", 21),
        // Five more: two that carry two parts of what was one, three that were added for a part.
        ("terms/*/readings/*/sources/*", 73),
        ("estimates/*/sources/*", 47),
        ("commitments/*/sources/*", 34),
        ("commitments/*/status/*/sources/*", 115 + 8),
        ("processes/*/meetings/*/sources/*", 135 + 6),
        ("arms_tests/definition_sources/*", 5),
        ("arms_tests/nuclear_tests/*/sources/*", 35 + 1),
        ("arms_tests/missile_launches_by_year/*/sources/*", 153),
        ("arms_tests/missile_test_days/*/sources/*", 118),
        ("arms_tests/pauses/*/sources/*", 4),
        ("argument/sources/*", 1),
        ("argument/steps/*/supports/*", 20 + 2),
        ("argument/steps/*/complicates/*", 13 + 5),
        // 148 of the pack, without 24 May 2018, the event of another day; and the exercises set on 20 March 2018.
        ("issues/*/positions/*/event", 148 + 1),
        ("events/*/parties/*", 302 + 5),
        ("processes/*/parties/*", 22),
    ]);
}

#[test]
fn every_quotation_is_here() {
    assert_counts(&[
        ("events/*/readings/*/quote", 231),
        ("issues/*/positions/*/quote", 75),
        ("documents/*/clauses/*/readings/*/quote", 6),
        ("terms/*/readings/*/quote", 14),
        ("estimates/*/quote", 13),
        ("argument/steps/*/quote", 8),
    ]);
}

#[test]
fn every_mark_is_here() {
    assert_counts(&[
        ("events/*/audited", 140),
        ("issues/*/positions/*/audited", 193),
        ("documents/*/clauses/*/audited", 15),
        ("terms/*/audited", 9),
        ("estimates/*/audited", 20),
        ("commitments/*/audited", 20),
        ("issues/*/positions/*/judgement", 97),
        ("issues/*/positions/*/until", 12),
    ]);
    assert_values(&[
        ("events/*/confidence", "high", 184 + 2),
        ("events/*/confidence", "medium", 9 + 1),
        ("events/*/confidence", "low", 2),
        ("issues/*/positions/*/confidence", "high", 135),
        ("issues/*/positions/*/confidence", "medium", 43),
        ("issues/*/positions/*/confidence", "low", 15),
        ("estimates/*/confidence", "high", 18),
        ("estimates/*/confidence", "medium", 4),
        ("estimates/*/confidence", "low", 2),
        ("processes/*/meetings/*/confidence", "low", 1),
        ("sources/*/tier", "A", 134 + 1),
        ("sources/*/tier", "B", 534 + 22 - 1),
        ("sources/*/tier", "C", 362 + 20),
    ]);
    let whole = dossier();
    assert_eq!(whole.sources.iter().filter(|source| !source.seen).count(), 5);
    assert_eq!(whole.sources.iter().filter(|source| source.agency.is_some()).count(), 447 + 10);
    assert_eq!(whole.sources.iter().filter(|source| source.author.is_some()).count(), 43);
}

#[test]
fn every_note_is_here() {
    assert_counts(&[
        ("sources/*/note", 96 + 30),
        ("events/*/note", 142),
        ("issues/*/positions/*/note", 140),
        ("documents/*/clauses/*/note", 5),
        ("estimates/*/note", 16),
        ("commitments/*/note", 3),
        ("commitments/*/status/*/note", 65 + 6),
        ("processes/*/note", 5),
        // The pack has 19; the twentieth keeps a day that the pack wrote beside a month's precision, one more is that of 1 July 2018.
        ("processes/*/meetings/*/note", 21),
        ("arms_tests/note", 1),
        ("arms_tests/nuclear_tests/*/note", 6),
        ("arms_tests/missile_launches_by_year/*/note", 26),
        ("arms_tests/missile_test_days/*/note", 19),
        ("arms_tests/pauses/*/note", 2),
    ]);
}

/// What a side read into a clause or meant by a term does not stand under a day before its own words, nor before a year that it names.
/// (Years up to 2020: later ones are deadlines.)
#[test]
fn what_was_made_of_words_stands_from_its_own_day() {
    let whole = dossier();
    let read = whole.documents.iter().flat_map(|document| {
        let readings = document.clauses.iter().flat_map(|clause| &clause.readings);
        readings.map(|held| (held.from.unwrap_or(document.date.first()), &held.text, held.quote.as_ref()))
    });
    let read: Vec<_> = read.collect();
    for (from, _, quote) in &read {
        assert!(quote.is_none_or(|quote| quote.on.first() <= *from), "{from}: {quote:?}");
    }
    let meant = whole.terms.iter().flat_map(|term| &term.readings);
    for (from, text) in
        read.iter().map(|(from, text, _)| (*from, *text)).chain(meant.map(|held| (held.from, &held.text)))
    {
        let text = text.get("en");
        let named = (2017..=2020).filter(|year| text.contains(&year.to_string())).max();
        assert!(named.is_none_or(|year| year <= from.year()), "{from}: {text}");
    }
}

/// What is read and written again is what was written: the model keeps every field.
#[test]
fn the_model_keeps_everything() {
    let written = Value::Object(merged());
    let kept = serde_json::to_value(dossier()).unwrap();
    for (key, value) in written.as_object().unwrap() {
        assert_same(value, &kept[key], key);
    }
}

/// Equal values, where 1 and 1.0 are the same number.
fn assert_same(a: &Value, b: &Value, place: &str) {
    match (a, b) {
        (Value::Object(a), Value::Object(b)) => {
            let (mut keys, mut others): (Vec<_>, Vec<_>) = (a.keys().collect(), b.keys().collect());
            keys.sort();
            others.sort();
            assert_eq!(keys, others, "{place}");
            a.iter().for_each(|(key, value)| assert_same(value, &b[key], &format!("{place}/{key}")));
        }
        (Value::Array(a), Value::Array(b)) => {
            assert_eq!(a.len(), b.len(), "{place}");
            a.iter().zip(b).enumerate().for_each(|(i, (a, b))| assert_same(a, b, &format!("{place}/{i}")));
        }
        (Value::Number(a), Value::Number(b)) => assert_eq!(a.as_f64(), b.as_f64(), "{place}"),
        _ => assert_eq!(a, b, "{place}"),
    }
}

/// What the app opens finds its sources in the file that it is given, and no other is there.
#[test]
fn the_record_has_the_sources_that_events_and_issues_cite() {
    let json = Value::Object(merged());
    let mut cited: Vec<&str> = Vec::new();
    for record in ["events/*", "events/*/readings/*", "issues/*/positions/*"] {
        for ids in ["sources/*", "quote/source", "quote/original/source"] {
            cited.extend(at(&json, &format!("{record}/{ids}")).iter().filter_map(|id| id.as_str()));
        }
    }
    let whole = dossier();
    let (cited, others): (Vec<_>, Vec<_>) =
        whole.sources.iter().partition(|source| cited.contains(&source.id.as_str()));
    assert!(!others.is_empty(), "some are cited by other views alone");
    assert_eq!(whole.record().sources.iter().collect::<Vec<_>>(), cited);
}
