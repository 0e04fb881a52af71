//! The section of the real dossier, and of worse ones.

use super::launches;
use crate::analysis::fixture::{day, us_dprk};
use crate::dossier::Dossier;
use crate::dossier::model::ArmsTests;
use crate::dossier::text::Text;
use crate::messages::Locale;
use crate::views::fragment::fragment;
use crate::views::words::{Manner, Voice};

fn shown(dossier: &Dossier) -> String {
    let voice = Voice::of(Manner::main_page(Locale::En));
    let html = launches(voice, dossier, day("2018-07-16"));
    let text = fragment(html);
    assert!(!text.contains("NaN") && !text.contains("inf "), "a number is none");
    text
}

/// The section of the real dossier with its record of tests changed.
fn shown_with(change: impl FnOnce(&mut ArmsTests)) -> String {
    let mut dossier = us_dprk();
    change(dossier.arms_tests.as_mut().unwrap());
    shown(&dossier)
}

#[test]
fn the_real_dossier_has_a_choice_of_four_rules_and_the_first_is_chosen() {
    let text = shown(&us_dprk());
    assert_eq!(text.matches("name=\"launch-rule\"").count(), 4);
    assert_eq!(text.matches(" checked").count(), 1);
    assert!(text.contains("Missiles launched by year, 1984 to 2022, as CNS/NTI counts them"));
    assert!(text.contains("Launch occasions by year, 1984 to 2017, as CSIS Beyond Parallel"));
    // The negotiations listed were over in 2008 and began again in March 2018: 2017 has no count, and no picture of it shows a zero.
    assert!(
        text.contains(
            "2017: 15 days with launches, no talks listed between 11 December 2008 and 5 March 2018."
        )
    );
    assert!(text.contains(">no talks listed</text>") && !text.contains(" 0 days of talks"));
    assert!(!text.contains(">0 days of talks"));
    assert!(text.contains("2018: 0 days with launches, 17 days of talks (3 of them relays)."));
    assert!(text.contains("2019: 14 days with launches, 9 days of talks."));
    assert!(text.contains("29 November 2017 to 4 May 2019: 521 days"));
    assert!(text.contains("lists no days"));
}

/// Of 2022 the Japanese count says "at least", of 1984 CNS does: in the pictures and in the table.
#[test]
fn a_count_that_may_be_higher_says_so() {
    let text = shown(&us_dprk());
    let panels: Vec<&str> = text.split("<div class=\"rule\">").skip(1).collect();
    assert!(panels[0].contains(">\u{2265}6</text>") && panels[0].contains("<td>at least 6</td>"));
    assert!(panels[3].contains(">\u{2265}59</text>") && panels[3].contains("<td>at least 59</td>"));
}

/// CNS/NTI, which stands first, counts a launch inside: it is told in words and not drawn. The other rules do not count all of it.
#[test]
fn a_pause_in_which_a_rule_counts_a_launch_is_told_and_not_drawn() {
    let text = shown(&us_dprk());
    let panels: Vec<&str> = text.split("<div class=\"rule\">").skip(1).collect();
    let drawn = |panel: &&str| panel.contains(">pause: 521 days<");
    assert!(panels.len() == 4 && !panels.iter().any(drawn));
    assert!(panels[0].contains("29 November 2017 to 4 May 2019: 521 days"));
    assert!(panels[0].contains("Inside it CNS/NTI lists 1 day with a launch: 17 April 2019."));
}

/// By these names the address keeps what is chosen.
#[test]
fn no_two_rules_have_one_name() {
    let mut dossier = us_dprk();
    let tests = dossier.arms_tests.as_mut().unwrap();
    let mut other = tests.missile_launches_by_year[0].clone();
    other.unit = crate::dossier::model::CountUnit::Occasions;
    tests.missile_launches_by_year.push(other);
    let text = shown(&dossier);
    for name in ["cns", "beyond-parallel", "rok-jcs", "japan-mod", "cns.2"] {
        assert_eq!(text.matches(&format!(" value=\"{name}\"")).count(), 1, "{name}");
    }
}

#[test]
fn without_a_record_of_tests_there_is_no_section() {
    let mut dossier = us_dprk();
    dossier.arms_tests = None;
    assert_eq!(shown(&dossier), "");
}

#[test]
fn what_is_missing_is_said() {
    assert!(shown_with(|tests| tests.missile_test_days.clear()).contains("No single days of launches"));
    assert!(shown_with(|tests| tests.pauses.clear()).contains("No pause in launches"));
    let bare = shown_with(|tests| tests.missile_launches_by_year.clear());
    assert!(bare.contains("No count of launches") && bare.contains("nuclear test"));
    let one = shown_with(|tests| tests.missile_launches_by_year.retain(|count| count.reference == "rok-jcs"));
    assert!(one.contains("One counting rule is on record") && !one.contains("type=\"radio\""));
    let mut dossier = us_dprk();
    dossier.processes.clear();
    assert!(shown(&dossier).contains("No meeting in these years"));
    let empty = shown_with(|tests| {
        tests.missile_launches_by_year.clear();
        tests.missile_test_days.clear();
        tests.nuclear_tests.clear();
        tests.pauses.clear();
    });
    assert!(empty.contains("No count of launches") && empty.contains("No pause"));
}

#[test]
fn long_names_and_texts_that_run_the_other_way_are_shown_as_they_are() {
    let long = "\u{5d0}\u{5d1}".repeat(40);
    let text = shown_with(|tests| {
        tests.definitions.insert("cns".to_owned(), Text::from(format!("{long}: x").as_str()));
        tests.missile_test_days.first_mut().unwrap().type_as_reported = Text::from(long.as_str());
    });
    assert!(text.contains(&long) && text.contains("dir=\"auto\""));
    let longer = "x".repeat(81);
    let text = shown_with(|tests| {
        tests.definitions.insert("cns".to_owned(), Text::from(format!("{longer}: x").as_str()));
    });
    assert!(text.contains("cns: missiles"));
}

#[test]
fn odd_numbers_do_no_harm() {
    shown_with(|tests| {
        for (index, count) in (0u16..).zip(&mut tests.missile_launches_by_year) {
            (count.year, count.launches) =
                (index.wrapping_mul(911), if index % 2 == 0 { u32::MAX } else { 0 });
        }
        for pause in &mut tests.pauses {
            std::mem::swap(&mut pause.start, &mut pause.end);
        }
        for test in &mut tests.nuclear_tests {
            test.yield_kt_estimates = vec![f64::NAN, f64::INFINITY];
        }
    });
    shown_with(|tests| {
        let first = tests.missile_test_days.first_mut().unwrap();
        first.date = day("9999-12-31");
        for other in tests.missile_test_days.iter_mut().skip(1) {
            other.date = day("9999-12-30");
        }
    });
}
