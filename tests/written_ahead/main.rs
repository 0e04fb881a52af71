//! What is written ahead of the real dossier, as a reader meets it: each view as lines of text, one for each paragraph, heading,
//! entry and row. Look at a snapshot that changed as you would look at the page.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "tests say what they rely on by unwrapping it"
)]

mod readable;

use std::fs;
use std::path::{Path, PathBuf};

use daylight::dossier::Dossier;
use daylight::dossier::date::Day;
use daylight::messages::Locale;
use daylight::views::app::Edition;
use daylight::views::argument::argument;
use daylight::views::as_of_bar::as_of_bar;
use daylight::views::clock::clock;
use daylight::views::fragment::fragment;
use daylight::views::launches::launches;
use daylight::views::meetings::meetings;
use daylight::views::method::method_page;
use daylight::views::pages::tables_page;
use daylight::views::promises::promises;
use daylight::views::readings::readings;
use daylight::views::words::{Manner, Voice};
use yew::Html;

use readable::readable;

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

fn voice(base: &'static str) -> Voice {
    Voice::of(Manner { base, ..Manner::main_page(Locale::En) })
}

fn view(name: &str, html: Html) {
    insta::assert_snapshot!(name, readable(&fragment(html)));
}

/// A section on the date that the page is written for.
fn section(name: &str, of: impl Fn(Voice, &Dossier, Day) -> Html) {
    let dossier = dossier();
    view(name, of(voice(""), &dossier, dossier.meta.default_as_of));
}

#[test]
fn words() {
    section("words", readings);
}

#[test]
fn who_met_when() {
    section("meetings", meetings);
}

#[test]
fn how_long_it_takes() {
    section("clock", clock);
}

#[test]
fn what_was_promised() {
    section("promises", promises);
}

#[test]
fn tests_beside_talks() {
    section("launches", launches);
}

#[test]
fn the_argument() {
    section("argument", argument);
}

#[test]
fn the_bar() {
    section("bar", as_of_bar);
}

#[test]
fn the_method() {
    let edition = Edition { address: "https://example.org/".into(), version: "0123456789ab".into() };
    view("method", method_page(voice("../"), &dossier(), &edition));
}

#[test]
fn the_tables() {
    view("tables", tables_page(voice("../"), &dossier()));
}
