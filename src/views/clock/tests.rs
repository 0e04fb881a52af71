//! The section on the real dossier, and on records that lack things.

use super::clock;
use crate::analysis::fixture::{day, us_dprk};
use crate::dossier::Dossier;
use crate::dossier::text::Text;
use crate::messages::Locale;
use crate::views::fragment::fragment;
use crate::views::words::{Manner, Voice};

fn drawn(dossier: &Dossier, on: &str) -> String {
    fragment(clock(Voice::of(Manner::main_page(Locale::En)), dossier, day(on)))
}

/// The sentences that hold on a day.
fn holding(html: &str) -> Vec<&str> {
    html.split("<span class=\"while\"")
        .skip(1)
        .filter_map(|part| part.split_once('>'))
        .filter(|(attributes, _)| attributes.contains("data-now"))
        .filter_map(|(_, rest)| rest.split_once('<'))
        .map(|(words, _)| words)
        .collect()
}

#[test]
fn the_numbers_follow_the_date() {
    let html = drawn(&us_dprk(), "2018-07-16");
    assert!(html.contains("Officials named 1 to 2.5 years. Experts named 1 to 15 years."));
    // Hecker, who spoke alone and with others, and a commentary; not Countryman.
    assert!(
        html.contains(
            "Counting each expert once, and a joint study under its first name, 2 of 3 went beyond"
        )
    );
    let held = holding(&html);
    assert_eq!(
        held[..2],
        [
            "officials had named 1 to 2.5 years, experts 1 to 15 years;",
            "one statement of an official had named a deadline for the work asked about here; it had not passed."
        ]
    );
    assert_eq!(held[2..], ["not yet passed"]);
    let html = drawn(&us_dprk(), "2021-01-21");
    let held = holding(&html);
    assert_eq!(
        held[1],
        "5 statements of officials had named a deadline for the work asked about here; each had passed."
    );
    assert_eq!(held[2..], ["passed"; 5]);
}

/// A promise may have a time limit that the count leaves out: it leads there, where there is one.
#[test]
fn time_limits_of_promises_are_pointed_at_and_not_counted() {
    let mut dossier = us_dprk();
    let pointer = "<a href=\"#promises\">Time limits of other kinds are not counted here";
    assert_eq!(drawn(&dossier, "2018-07-16").matches(pointer).count(), 1);
    dossier.commitments.clear();
    assert!(!drawn(&dossier, "2018-07-16").contains("#promises"));
}

#[test]
fn without_estimates_there_is_no_section() {
    let mut dossier = us_dprk();
    dossier.estimates.clear();
    assert_eq!(drawn(&dossier, "2018-07-16"), "");
}

#[test]
fn what_is_missing_is_said() {
    let mut dossier = us_dprk();
    dossier.estimates.truncate(2);
    for estimate in &mut dossier.estimates {
        estimate.by = Text::from("\u{5d3}\u{5d5}\u{5d1}\u{5e8} ".repeat(16).as_str());
        estimate.years_high = Some(f64::NAN);
        estimate.said_on = None;
        estimate.deadline = None;
        estimate.sources.clear();
        estimate.party = Some("nobody".to_owned());
    }
    let html = drawn(&dossier, "2018-07-16");
    assert!(html.contains("Neither officials nor experts named a number of years."));
    assert!(html.contains("Without a number of years"));
    assert!(html.contains("officials had named no deadline for the work asked about here."));
    assert!(!html.contains("NaN") && !html.contains("not yet said"));
}

/// Where the line that begins at the mark of "at least" ends, in parts of the axis, as against where it begins.
#[test]
fn at_least_is_a_short_line_that_ends_in_an_arrowhead() {
    let html = drawn(&us_dprk(), "2018-07-16");
    let percent = |text: &str, name: &str| {
        let value = text.split_once(&format!(" {name}=\"")).unwrap().1.split_once("%\"").unwrap().0;
        value.parse::<f64>().unwrap()
    };
    let mut found = 0;
    for (before, _) in html.match_indices("claim-on").map(|(at, _)| html.split_at(at)) {
        let line = before.rsplit_once("<line class=\"claim-reach\"").unwrap().1;
        let (from, to) = (percent(line, "x1"), percent(line, "x2"));
        assert!((to - from - 6.0).abs() < 0.11, "from {from} to {to}");
        assert!((percent(line.rsplit_once("<svg").unwrap().1, "x") - to).abs() < 0.01, "the arrowhead");
        found += 1;
    }
    // A commentary's ten years, and Libya's two months.
    assert_eq!(found, 2);
}
