//! The page of the real dossier, and of worse ones.

use super::method_page;
use crate::analysis::fixture::us_dprk;
use crate::dossier::Dossier;
use crate::messages::Locale;
use crate::views::app::Edition;
use crate::views::fragment::fragment;
use crate::views::words::{Manner, Voice};

fn shown(dossier: &Dossier, address: &'static str) -> String {
    let voice = Voice::of(Manner { base: "../", alone: true, ..Manner::main_page(Locale::En) });
    let edition = Edition { address: address.into(), version: "0123456789ab".into() };
    let html = method_page(voice, dossier, &edition);
    let text = fragment(html);
    assert!(!text.contains("NaN"));
    text
}

/// On 16 July 2018 the widest is proof: E 4-5, O 0-1 of 5 rungs (see `analysis::real_test`).
#[test]
fn the_example_is_worked_from_the_record() {
    let text = shown(&us_dprk(), "https://example.org/");
    assert!(text.contains("least = max(0, 4 \u{2212} 1) = 3"));
    assert!(text.contains("most = max(0, 5 \u{2212} 0) = 5"));
    assert!(text.contains("share = 3 / 5 to 5 / 5 = 60% to 100%"));
    assert!(text.contains("Of 193 positions 135 are of high, 43 of medium and 15 of low confidence. 97 are"));
    assert!(text.contains("147 positions that a fair reader could dispute"));
    assert!(text.contains("https://example.org/?on=2018-07-16#gap"));
}

/// 12 lists of positions; beside them 12 events, 6 estimates and one meeting are of medium or low confidence.
#[test]
fn every_record_in_doubt_is_listed() {
    let text = shown(&us_dprk(), "");
    let listed = text.split("id=\"calls\"").nth(1).unwrap();
    let (calls, rest) = listed.split_once("id=\"others\"").unwrap();
    assert_eq!(calls.matches("<time ").count(), 147);
    let (others, _) = rest.split_once("id=\"corrections\"").unwrap();
    assert_eq!(others.matches("class=\"marks\"").count(), 19);
}

#[test]
fn of_an_empty_dossier_it_says_what_is_missing() {
    let mut dossier = us_dprk();
    dossier.issues.clear();
    dossier.events.clear();
    dossier.estimates.clear();
    dossier.processes.clear();
    dossier.meta.method.clear();
    let text = shown(&dossier, "");
    for said in [
        "nothing can be computed",
        "No mean",
        "does not say how it was made",
        "No position is marked",
        "None is marked",
    ] {
        assert!(text.contains(said), "{said}");
    }
}
