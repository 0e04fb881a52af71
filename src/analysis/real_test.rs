//! The method against the real dossier: numbers worked out by hand from its positions, the arithmetic beside them.

use super::fixture::{day, us_dprk};
use super::*;
use crate::dossier::Dossier;
use crate::dossier::model::{Confidence, Role};

const fn apart(least: u8, most: u8) -> State {
    State::Apart { least, most }
}

const fn within(most: u8) -> State {
    State::WithinReach { most }
}

/// Asserts each issue's daylight and its top rung, on the dossier and on its outline.
fn assert_states(on: &str, expected: &[(&str, State, u8)]) {
    let whole = us_dprk();
    for dossier in [whole.outline(), whole] {
        for (id, state, top) in expected {
            let issue = dossier.issue(id).unwrap();
            assert_eq!(daylight(issue, day(on)).state, *state, "{id} on {on}");
            assert_eq!(Series::of(issue).at(day(on)).state, *state, "the series of {id} on {on}");
            assert_eq!(top_rung(issue), *top, "{id}");
        }
    }
}

fn close(left: f64, right: f64) -> bool {
    (left - right).abs() < 1e-12
}

/// The day the essay appeared, all twelve. E and O are the positions in force, with the day each came into force.
#[test]
fn on_16_july_2018() {
    assert_states(
        "2018-07-16",
        &[
            // E 5-6 (1 July), O 2 (7 July): 5 - 2 = 3, 6 - 2 = 4.
            ("scope", apart(3, 4), 6),
            // E 4-5 (1 July; the next one comes the day after), O 1 (12 June): 4 - 1 = 3, 5 - 1 = 4.
            ("timetable", apart(3, 4), 5),
            // E 4-5 (1 July), O 0-1 (7 July): 4 - 1 = 3, 5 - 0 = 5.
            ("proof", apart(3, 5), 5),
            // E 3-4 (12 June), O 1-2 (7 July): 3 - 2 = 1, 4 - 1 = 3.
            ("sequence", apart(1, 3), 4),
            // E 2-4 (13 June), O 0 (12 June): 2 - 0 = 2, 4 - 0 = 4.
            ("sanctions", apart(2, 4), 4),
            // E 3-4 (7 July), O 2-3 (12 June): 3 - 3 = 0, 4 - 2 = 2.
            ("security", within(2), 5),
            // E 2 (13 June), O 2 (12 June): 2 - 2 = 0, 2 - 2 = 0.
            ("exercises", State::Met, 4),
            // E 1-4 (12 June), O 0-1 (12 June): 1 - 1 = 0, 4 - 0 = 4.
            ("whose-weapons", within(4), 4),
            // E 2-4 (12 June), O 2-3 (15 July): 2 - 3 below 0, 4 - 2 = 2.
            ("remains", within(2), 4),
            // E 2 (7 July), O 1 (12 June): 2 - 1 = 1, 2 - 1 = 1.
            ("relations", apart(1, 1), 4),
            // E 3 (8 March), O 1-2 (21 April): 3 - 2 = 1, 3 - 1 = 2.
            ("missile-restraint", apart(1, 2), 4),
            // E 1-3 (12 June), O 0-1 (12 June): 1 - 1 = 0, 3 - 0 = 3.
            ("wider-agenda", within(3), 3),
        ],
    );
}

#[test]
fn on_the_day_before_singapore() {
    assert_states(
        "2018-06-11",
        &[
            // E 4-6 (13 May), O 2 (24 May): 4 - 2 = 2, 6 - 2 = 4.
            ("scope", apart(2, 4), 6),
            // E 0-1 (1 June), O 1 (28 March): 0 - 1 below 0, 1 - 1 = 0.
            ("timetable", State::Met, 5),
            // E 4-5 (29 April), O 1 (12 May): 4 - 1 = 3, 5 - 1 = 4.
            ("proof", apart(3, 4), 5),
            // E 3-4 (23 May), O 0-2 (16 May): 3 - 2 = 1, 4 - 0 = 4.
            ("sequence", apart(1, 4), 4),
            // E 0-2 (6 March), O 0 (8 March): 0 - 0 = 0, 2 - 0 = 2.
            ("sanctions", within(2), 4),
        ],
    );
}

#[test]
fn on_the_day_after_hanoi() {
    assert_states(
        "2019-03-01",
        &[
            // E 4-6 (28 February), O 2-3 (28 February): 4 - 3 = 1, 6 - 2 = 4.
            ("scope", apart(1, 4), 6),
            // E 0-1 (26 September 2018), O 1 (28 February): met.
            ("timetable", State::Met, 5),
            // E 3-4 (28 February), O 0-2 (28 February): 3 - 2 = 1, 4 - 0 = 4.
            ("sanctions", apart(1, 4), 4),
            // E 2-4 (28 February), O 1-2 (19 October 2018): 2 - 2 = 0, 4 - 1 = 3.
            ("exercises", within(3), 4),
            // E 3-4 (20 December 2018), O 0 (28 February): 3 - 0 = 3, 4 - 0 = 4.
            ("whose-weapons", apart(3, 4), 4),
            // E 3 and O 3 (both 28 February).
            ("relations", State::Met, 4),
            // E 2-3 (28 February), O 0 (16 December 2018): 2 - 0 = 2, 3 - 0 = 3.
            ("wider-agenda", apart(2, 3), 3),
        ],
    );
}

#[test]
fn on_the_day_after_stockholm() {
    assert_states(
        "2019-10-06",
        &[
            // E 4-6 (5 October), O 1-2 (5 October): 4 - 2 = 2, 6 - 1 = 5.
            ("scope", apart(2, 5), 6),
            // E 0-1 (11 April), O 0-1 (12 April): 0 - 1 below 0, 1 - 0 = 1.
            ("timetable", within(1), 5),
            // E 3-4 (2 October), O 0 (6 October, the same day): 3 - 0 = 3, 4 - 0 = 4.
            ("proof", apart(3, 4), 5),
            // E 2-4 (2 October), O 0 (6 October): 2 - 0 = 2, 4 - 0 = 4.
            ("sequence", apart(2, 4), 4),
            // E 5 (6 October), O 2-3 (2 October): 5 - 3 = 2, 5 - 2 = 3.
            ("security", apart(2, 3), 5),
        ],
    );
}

#[test]
fn before_the_record_begins_everything_is_unknown() {
    let dossier = us_dprk();
    let total = total(&dossier, &Weights::equal(), day("1994-01-01"));
    assert_eq!(total.counts, Counts { unknown: 12, ..Counts::default() });
    assert_eq!(total.share, None);
    assert_eq!(summary(&dossier, &Weights::equal(), day("1994-01-01")).widest, []);
}

/// In 2006 two issues are known; positions of one side alone make none.
#[test]
fn between_2005_and_2009_two_issues_are_known() {
    assert_states(
        "2006-01-01",
        &[
            // O 4-5, no expectation.
            ("scope", State::Unknown, 6),
            // E 2-3, O 0-2: 2 - 2 = 0, 3 - 0 = 3.
            ("sequence", within(3), 4),
            // E 1-2, O 1: 1 - 1 = 0, 2 - 1 = 1.
            ("whose-weapons", within(1), 4),
        ],
    );
    // 14 April 2009 is the last day in force.
    assert_states("2009-04-14", &[("sequence", within(3), 4)]);
    assert_states("2009-04-15", &[("sequence", State::Unknown, 4)]);
    // Two known of twelve: least 0; most (3/4 + 1/4) / 2 = 1/2.
    let total = total(&us_dprk(), &Weights::equal(), day("2006-01-01"));
    assert_eq!(total.counts, Counts { within_reach: 2, unknown: 10, ..Counts::default() });
    assert_eq!(total.share, Some(Share { least: 0.0, most: 0.5 }));
}

/// Least: scope 3/6, timetable 3/5, proof 3/5, sequence 1/4, sanctions 2/4, relations 1/4, missile-restraint 1/4, the other
/// five 0. On the denominator 20: 10 + 12 + 12 + 5 + 10 + 5 + 5 = 59, so 59/20, and 59/240 = 24.58 % over twelve issues.
///
/// Most: 4/6 + 4/5 + 5/5 + 3/4 + 4/4 + 2/5 (security) + 0 (exercises) + 4/4 + 2/4 (remains) + 1/4 + 2/4 + 3/3. On the
/// denominator 60: 40 + 48 + 60 + 45 + 60 + 24 + 0 + 60 + 30 + 15 + 30 + 60 = 472, so 472/60, and 472/720 = 65.56 %.
#[test]
fn the_total_on_16_july_2018() {
    let whole = us_dprk();
    for dossier in [whole.outline(), whole] {
        let total = total(&dossier, &Weights::equal(), day("2018-07-16"));
        assert_eq!(total, TotalSeries::of(&dossier, &Weights::equal()).at(day("2018-07-16")));
        let share = total.share.unwrap();
        assert!(close(share.least, 59.0 / 240.0), "{share:?}");
        assert!(close(share.most, 472.0 / 720.0), "{share:?}");
        assert_eq!(share.percent(), (25, 66));
    }
}

/// With scope three times and proof not at all: least 59/20 + 2 * 3/6 - 3/5 = 67/20, over 12 + 2 - 1 = 13.
/// Most 472/60 + 2 * 4/6 - 5/5 = 492/60, over 13.
#[test]
fn weights_move_the_mean_and_not_the_counts() {
    let dossier = us_dprk();
    let weights = Weights::new(vec![3, 1, 0]);
    let total = total(&dossier, &weights, day("2018-07-16"));
    let share = total.share.unwrap();
    assert!(close(share.least, 67.0 / 20.0 / 13.0), "{share:?}");
    assert!(close(share.most, 492.0 / 60.0 / 13.0), "{share:?}");
    assert_eq!(total.counts.issues(), 12);
    let nothing = Weights::new(vec![0; 12]);
    assert_eq!(super::total(&dossier, &nothing, day("2018-07-16")).share, None);
}

/// Seven apart (scope, timetable, proof, sequence, sanctions, relations, missile-restraint), four within reach (security,
/// whose-weapons, remains, wider-agenda), exercises met. Widest: timetable and proof both miss at least 3/5 of the ladder;
/// at most, timetable misses 4/5 and proof 5/5.
#[test]
fn the_summary_on_16_july_2018() {
    let dossier = us_dprk();
    let summary = summary(&dossier, &Weights::equal(), day("2018-07-16"));
    assert_eq!(summary.counts, Counts { apart: 7, within_reach: 4, met: 1, unknown: 0 });
    assert_eq!(widest_on("2018-07-16"), [("proof".to_owned(), apart(3, 5))]);
}

/// All twelve are known from 16 May 2018 on. On 12 June the least is scope 3/6 + proof 2/5 + sequence 1/4 + security 1/5 +
/// missile-restraint 1/4 = 32/20, over twelve 13 %; no other day is below 19 %. From 7 December 2019 it is scope 3/6 + proof 3/5 +
/// sequence 2/4 + sanctions 2/4 + security 2/5 + exercises 1/4 + whose-weapons 3/4 + remains 1/4 + wider-agenda 2/3 = 53/12, over
/// twelve 37 %; no earlier day is above 36 %.
#[test]
fn when_the_sides_stood_closest_and_farthest_apart() {
    let whole = us_dprk();
    for dossier in [whole.outline(), whole] {
        let span = &dossier.meta.span;
        let ends = TotalSeries::of(&dossier, &Weights::equal()).ends(span.from, span.to);
        assert_eq!(ends.map(|ends| ends.map(|step| step.from)), Some([day("2018-06-12"), day("2019-12-07")]));
    }
}

/// The offer of 31 January 2019 on scope is one account, of low confidence; Hanoi replaced it. Both sides' positions of October 2019
/// on sanctions are such.
#[test]
fn what_rests_on_an_account_of_low_confidence() {
    let whole = us_dprk();
    for dossier in [whole.outline(), whole] {
        let of = |id: &str, on: &str| {
            let issue = dossier.issue(id).unwrap();
            let now = daylight(issue, day(on));
            [Role::Expects, Role::Offers].map(|role| {
                let held = now.stand(role).map(|stand| &issue.positions[stand.position]);
                held.is_some_and(|held| held.confidence == Some(Confidence::Low))
            })
        };
        assert_eq!(of("scope", "2019-02-26"), [false, true]);
        assert_eq!(of("scope", "2019-03-01"), [false, false]);
        assert_eq!(of("scope", "1994-01-01"), [false, false], "no position in force");
        assert_eq!(of("sanctions", "2019-10-06"), [true, true]);
    }
}

fn widest_on(on: &str) -> Vec<(String, State)> {
    let dossier = us_dprk();
    let widest = summary(&dossier, &Weights::equal(), day(on)).widest;
    widest.into_iter().map(|(place, state)| (dossier.issues[place].id.clone(), state)).collect()
}

/// Where several are exactly as wide, all of them are the widest.
#[test]
fn the_widest_are_all_that_are_as_wide() {
    // The day before Singapore, both of 5 rungs: E 4-5 (29 April), O 1 (12 May); E 4-5 (16 May), O 1 (13 May).
    assert_eq!(
        widest_on("2018-06-11"),
        [("proof".to_owned(), apart(3, 4)), ("security".to_owned(), apart(3, 4))]
    );
    let ids = |on| widest_on(on).into_iter().map(|(id, _)| id).collect::<Vec<String>>();
    assert_eq!(ids("2018-07-01"), ["timetable", "proof"]);
    assert_eq!(ids("2018-12-20"), ["sequence", "whose-weapons"]);
}

/// On the day of Hanoi's end: who moved, and which event moved them.
#[test]
fn turning_points_of_hanoi() {
    let dossier = us_dprk();
    let points = turning_points(&dossier);
    let of = |id: &str| {
        let mut here = points
            .iter()
            .filter(|point| point.on == day("2019-02-28") && dossier.issues[point.issue].id == id);
        here.next().map(|point| (point.before, point.after, point.events.clone()))
    };
    let hanoi = vec!["2019-02-27-hanoi-summit"];
    // Before: E 4-6, O 2-4 (both 31 January): 4 - 4 = 0, 6 - 2 = 4. After: E 4-6, O 2-3: 1, 4.
    assert_eq!(of("scope"), Some((within(4), apart(1, 4), hanoi.clone())));
    // Before: E 2-4 (29 September 2018), O 1 (19 December 2018): 1, 3. After: E 3-4, O 0-2: 3 - 2 = 1, 4 - 0 = 4.
    assert_eq!(of("sanctions"), Some((apart(1, 3), apart(1, 4), hanoi.clone())));
    // Before: E 2 (7 July 2018), O 1-3 (18 February): 2 - 3 below 0, 2 - 1 = 1. After: met.
    assert_eq!(of("relations"), Some((within(1), State::Met, hanoi)));
    // An `until` that passes is a turning point without an event.
    let lapsed = points.iter().find(|point| point.on == day("2009-04-15")).unwrap();
    assert_eq!((lapsed.after, lapsed.events.len()), (State::Unknown, 0));
    assert!(points.is_sorted_by_key(|point| (point.on, point.issue)));
    assert!(points.iter().all(|point| point.before != point.after));
}

/// What the Singapore summit moved, issue by issue in the dossier's order; its positions came into force on the 12th and 13th.
#[test]
fn what_singapore_moved() {
    let whole = us_dprk();
    let wanted = [
        // E 4-6 (13 May), O 2 (24 May): 4 - 2, 6 - 2. After: E 5-6, so 5 - 2, 6 - 2.
        ("scope", "2018-06-12", apart(2, 4), apart(3, 4)),
        // Its offer on the timetable is the one in force since 28 March: met before and after.
        // E 4-5 (29 April), O 1 (12 May): 4 - 1, 5 - 1. After: E 3-5.
        ("proof", "2018-06-12", apart(3, 4), apart(2, 4)),
        // E 3-4 as since 23 May, O 0-2 (16 May): 3 - 2, 4 - 0. After: O 1-2, the day after.
        ("sequence", "2018-06-13", apart(1, 4), apart(1, 3)),
        // E 0-2 (6 March), O 0: 0, 2. After: E 2-4, the day after.
        ("sanctions", "2018-06-13", within(2), apart(2, 4)),
        // E 4-5 (16 May), O 1 (13 May): 4 - 1, 5 - 1. With O 2-3: 4 - 3, 5 - 2. With E 2-4 the day after: 0, 4 - 2.
        ("security", "2018-06-12", apart(3, 4), apart(1, 3)),
        ("security", "2018-06-13", apart(1, 3), within(2)),
        // Exercises were met on the 12th by an offer that names another event; its expectation of the 13th changes nothing.
        // E 1-3 (19 April), O 0-1 (24 April): 1 - 1, 3 - 0. After: E 1-4.
        ("whose-weapons", "2018-06-12", within(3), within(4)),
        // E 0-1 (9 March), O 0 (6 March): 0, 1. After: E 2-4, O 2-4: 2 - 4 below 0, 4 - 2.
        ("remains", "2018-06-12", within(1), within(2)),
        // Relations: E 1-4, O 1 before and after.
        // E 1-2 (29 April), O 0 (16 May): 1, 2. After: E 1-3, O 0-1: 1 - 1, 3 - 0.
        ("wider-agenda", "2018-06-12", apart(1, 2), within(3)),
    ];
    for dossier in [whole.outline(), whole] {
        let moved = moved_by(&dossier, "2018-06-12-singapore-summit");
        let found: Vec<_> = moved
            .iter()
            .map(|moved| {
                (dossier.issues[moved.issue].id.as_str(), moved.on.to_string(), moved.before, moved.after)
            })
            .collect();
        let wanted = wanted.map(|(id, on, before, after)| (id, on.to_owned(), before, after));
        assert_eq!(found, wanted);
    }
}

/// Every day of 2005 to 2020, every issue and the total to a hundredth of a percent, against a second computation written
/// apart from this one (in Python, on fractions, from the dossier as corrected on 28
/// November 2026): the same text, line by line, has this checksum.
#[test]
fn agrees_with_an_independent_computation_on_every_day() {
    assert_eq!(checksum(&us_dprk(), "2018-01-01", "2019-12-31"), (730, CHECKSUM_2018_2019));
    assert_eq!(checksum(&us_dprk().outline(), "2005-01-01", "2020-12-31"), (5844, CHECKSUM_2005_2020));
}

const CHECKSUM_2018_2019: u64 = 0xaa1d_ffd0_424b_e46c;
const CHECKSUM_2005_2020: u64 = 0x698e_e027_9f3a_73de;

/// FNV-1a over lines such as `2018-07-16 3-4 … 0-3 2458 6556`.
fn checksum(dossier: &Dossier, first: &str, last: &str) -> (usize, u64) {
    let (mut on, mut days, mut hash) = (day(first), 0, 0xcbf2_9ce4_8422_2325_u64);
    while on <= day(last) {
        let mut line = on.to_string();
        for issue in &dossier.issues {
            line += &match daylight(issue, on).state.rungs() {
                Some((least, most)) => format!(" {least}-{most}"),
                None => " ?".to_owned(),
            };
        }
        match total(dossier, &Weights::equal(), on).share {
            // Half a hundredth is rounded up; a hair more keeps 1/12 in floating point on the side it has as a fraction.
            Some(Share { least, most }) => {
                let hundredths = |share: f64| (share * 10_000.0 + 0.5 + 1e-9).floor();
                line += &format!(" {} {}\n", hundredths(least), hundredths(most));
            }
            None => line += " - -\n",
        }
        for byte in line.bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        }
        days += 1;
        on = on.plus(1);
    }
    (days, hash)
}
