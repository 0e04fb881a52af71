//! What holds for any dossier.

use std::sync::OnceLock;

use proptest::prelude::*;

use super::fixture::{issue, position, us_dprk};
use super::*;
use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::{Issue, Position, Role};

/// 2018-01-01 and the days around it, few enough for positions to meet.
fn any_day() -> impl Strategy<Value = Day> {
    (0i32..60).prop_map(|days| Day::parse("2018-01-01").unwrap().plus(days))
}

/// Positions as an author may write them, and worse: rungs beyond the ladder, ranges upside down, ends before starts.
fn any_position() -> impl Strategy<Value = Position> {
    (any_day(), prop::option::of(any_day()), 0u8..9, 0u8..9, any::<bool>(), 0u8..8).prop_map(
        |(from, until, low, high, expects, party)| {
            let role = if expects { Role::Expects } else { Role::Offers };
            let mut position = position(role, "2018-01-01", None, low, high);
            (position.from, position.until) = (from, until);
            if party == 0 {
                position.party = "c".to_owned();
            }
            position
        },
    )
}

fn any_issue() -> impl Strategy<Value = Issue> {
    (0u8..7, prop::collection::vec(any_position(), 0..12)).prop_map(|(top, positions)| {
        let mut issue = issue(top);
        issue.positions = positions;
        issue
    })
}

fn dossier(issues: Vec<Issue>) -> Dossier {
    static REST: OnceLock<Dossier> = OnceLock::new();
    let rest = REST.get_or_init(|| Dossier { issues: Vec::new(), events: Vec::new(), ..us_dprk().outline() });
    Dossier { issues, ..rest.clone() }
}

proptest! {
    #[test]
    fn daylight_stays_on_the_ladder(issue in any_issue(), on in any_day()) {
        let found = daylight(&issue, on);
        match found.state.rungs() {
            None => prop_assert!(found.expects.is_none() || found.offers.is_none()),
            Some((least, most)) => {
                prop_assert!(found.expects.is_some() && found.offers.is_some());
                prop_assert!(least <= most && most <= top_rung(&issue));
            }
        }
        for stand in [found.expects, found.offers].into_iter().flatten() {
            prop_assert!(stand.low <= stand.high && stand.high <= top_rung(&issue));
            let position = &issue.positions[stand.position];
            prop_assert!(position.from <= on && position.until.is_none_or(|until| on <= until));
        }
    }

    #[test]
    fn the_series_agrees_with_every_day(issue in any_issue()) {
        let series = Series::of(&issue);
        prop_assert_eq!(series.steps().first().map(|step| step.from), Some(Day::MIN));
        prop_assert_eq!(series.steps().last().map(|step| step.until), Some(Day::MAX));
        for (step, next) in series.steps().iter().zip(series.steps().iter().skip(1)) {
            prop_assert_eq!(step.until.plus(1), next.from);
            prop_assert_ne!(step.daylight, next.daylight);
        }
        for offset in -2..64 {
            let on = Day::parse("2018-01-01").unwrap().plus(offset);
            prop_assert_eq!(series.at(on), daylight(&issue, on), "{}", on);
        }
    }

    /// The order of the file matters to positions of one side that begin on the same day, and to nothing else.
    #[test]
    fn permuting_positions_changes_nothing(issue in any_issue(), seed in any::<u64>()) {
        let mut positions = issue.positions.clone();
        let mut seen = std::collections::BTreeSet::new();
        positions.retain(|position| seen.insert((position.party.clone(), position.role, position.from)));
        let issue = Issue { positions: positions.clone(), ..issue };
        let mut state = seed | 1;
        for index in (1..positions.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            positions.swap(index, (state >> 33) as usize % (index + 1));
        }
        let permuted = Issue { positions, ..issue.clone() };
        for offset in 0..60 {
            let on = Day::parse("2018-01-01").unwrap().plus(offset);
            prop_assert_eq!(daylight(&issue, on).state, daylight(&permuted, on).state);
        }
    }

    #[test]
    fn the_total_is_a_share_and_leaves_the_unknown_out(
        issues in prop::collection::vec(any_issue(), 0..6),
        weights in prop::collection::vec(0u16..4, 0..6),
        on in any_day(),
    ) {
        let weights = Weights::new(weights);
        let dossier = dossier(issues);
        let all = total(&dossier, &weights, on);
        prop_assert_eq!(all.counts.issues(), dossier.issues.len());
        prop_assert_eq!(all, TotalSeries::of(&dossier, &weights).at(on));
        if let Some(share) = all.share {
            prop_assert!(0.0 <= share.least && share.least <= share.most && share.most <= 1.0);
        }
        // Without the unknown issues the mean is the same.
        let (mut known, mut theirs) = (Vec::new(), Vec::new());
        for (index, issue) in dossier.issues.iter().enumerate() {
            if daylight(issue, on).state != State::Unknown {
                known.push(issue.clone());
                theirs.push(weights.of(index));
            }
        }
        let known = total(&Dossier { issues: known, ..dossier.clone() }, &Weights::new(theirs), on);
        prop_assert_eq!(known.share, all.share);
        prop_assert_eq!(known.counts.unknown, 0);
        // Nor does the order of the issues matter, to the last bit.
        let mut reversed = dossier.clone();
        reversed.issues.reverse();
        let backwards: Vec<u16> = (0..dossier.issues.len()).rev().map(|index| weights.of(index)).collect();
        prop_assert_eq!(total(&reversed, &Weights::new(backwards), on), all);
        let widest = summary(&dossier, &weights, on).widest;
        prop_assert_eq!(!widest.is_empty(), dossier.issues.iter().any(|issue|
            daylight(issue, on).state.rungs().is_some_and(|(_, most)| most > 0)));
        // The sentence names the issues that stand first where the widest do, and all that are as wide as the first.
        let places: Vec<usize> = widest.iter().map(|(place, _)| *place).collect();
        let order = issue_order(&dossier, IssueOrder::Width, on, on);
        prop_assert_eq!(&order[..places.len()], &places[..]);
        let wide = |place: usize| {
            let (least, most) = daylight(&dossier.issues[place], on).state.rungs()?;
            let top = f64::from(top_rung(&dossier.issues[place]));
            Some((f64::from(least) / top, f64::from(most) / top))
        };
        let first = places.first().map(|place| wide(*place));
        prop_assert!(places.iter().all(|place| Some(wide(*place)) == first));
        let next = order.get(places.len()).map(|place| wide(*place));
        prop_assert!(places.is_empty() || next != first);
    }
}
