//! In which order issues stand: by how far apart the sides are, by how much that changed, by who would have to act.

use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::{Issue, Side};
use crate::dossier::order::sorted;

use super::daylight::{State, daylight, top_rung};

/// What the issues are ordered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum IssueOrder {
    /// As they stand in the dossier.
    #[default]
    Given,
    /// The widest daylight on the as-of date first: by the least share of the ladder, then by the most. Unknown last.
    Width,
    /// The greatest change since another date first, of the least and the most added up; those unknown on either date last.
    Change,
    /// By who would have to act: side a alone, both, side b alone, others.
    Actor,
}

/// The issues' places in [`Dossier::issues`], in an order. Those that are equal in it stay as the dossier has them.
pub fn issue_order(dossier: &Dossier, order: IssueOrder, on: Day, since: Day) -> Vec<usize> {
    let key = |place: &usize| {
        let Some(issue) = dossier.issues.get(*place) else { return i64::MAX };
        match order {
            IssueOrder::Given => 0,
            // The unknown last.
            IssueOrder::Width => width(issue, daylight(issue, on).state).map_or(i64::MAX, |width| -width),
            IssueOrder::Change => change(issue, since, on).map_or(i64::MAX, |change| -change),
            IssueOrder::Actor => actor(issue, dossier),
        }
    };
    sorted((0..dossier.issues.len()).collect(), key)
}

/// A ladder's height in the millionths that shares are compared in: exact enough to tell any two shares of ladders up to 255 apart.
const WHOLE: i64 = 1_000_000;

fn share(rungs: i64, issue: &Issue) -> i64 {
    rungs * WHOLE / i64::from(top_rung(issue)).max(1)
}

/// How wide an issue's daylight is, for comparing: the least share of the ladder, and among equals the most. `None` where it is unknown.
pub(super) fn width(issue: &Issue, state: State) -> Option<i64> {
    let (least, most) = state.rungs()?;
    Some(share(least.into(), issue) * (WHOLE + 1) + share(most.into(), issue))
}

/// How far the least and the most went, each whichever way, added up as a share of the ladder. Their middle would not do: from within
/// reach at 0-4 to apart at 1-3 it stays where it is.
fn change(issue: &Issue, since: Day, on: Day) -> Option<i64> {
    let (least_then, most_then) = daylight(issue, since).state.rungs()?;
    let (least, most) = daylight(issue, on).state.rungs()?;
    Some(share(i64::from(least.abs_diff(least_then)) + i64::from(most.abs_diff(most_then)), issue))
}

/// How many issues [`IssueOrder::Change`] cannot compare, since they are unknown on one of its two dates.
pub fn not_compared(dossier: &Dossier, on: Day, since: Day) -> usize {
    dossier.issues.iter().filter(|issue| change(issue, since, on).is_none()).count()
}

fn actor(issue: &Issue, dossier: &Dossier) -> i64 {
    let side = |side| issue.actors.iter().any(|id| dossier.side_of(id) == Some(side));
    match (side(Side::A), side(Side::B)) {
        (true, false) => 0,
        (true, true) => 1,
        (false, true) => 2,
        (false, false) => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{day, issue, position, us_dprk};
    use super::*;
    use crate::dossier::model::Role;

    /// Issues with a ladder of this height (its top rung), and on two dates the rungs expected; nothing is offered.
    fn apart(issues: &[(u8, Option<(u8, u8)>)]) -> Dossier {
        let made = issues.iter().map(|(top, expected)| {
            let mut issue = issue(*top);
            issue.positions.push(position(Role::Offers, "2018-01-01", None, 0, 0));
            if let Some((before, after)) = expected {
                issue.positions.push(position(Role::Expects, "2018-01-01", None, *before, *before));
                issue.positions.push(position(Role::Expects, "2018-06-01", None, *after, *after));
            }
            issue
        });
        Dossier { issues: made.collect(), ..us_dprk() }
    }

    #[test]
    fn the_widest_share_of_a_ladder_stands_first_and_the_unknown_last() {
        // Of 4, 4 and 2 rungs above 0: 1/4, unknown, 2/4, 2/2.
        let dossier = apart(&[(4, Some((1, 1))), (4, None), (4, Some((2, 2))), (2, Some((2, 2)))]);
        let order = issue_order(&dossier, IssueOrder::Width, day("2018-07-01"), day("2018-01-01"));
        assert_eq!(order, [3, 2, 0, 1]);
        assert_eq!(
            issue_order(&dossier, IssueOrder::Given, day("2018-07-01"), day("2018-01-01")),
            [0, 1, 2, 3]
        );
    }

    #[test]
    fn the_greatest_change_stands_first_whichever_way_it_went() {
        // From 1 to 2 of 4, from 4 to 1 of 4, unknown, from 1 to 1 of 2.
        let dossier = apart(&[(4, Some((1, 2))), (4, Some((4, 1))), (4, None), (2, Some((1, 1)))]);
        let order = issue_order(&dossier, IssueOrder::Change, day("2018-07-01"), day("2018-02-01"));
        assert_eq!(order, [1, 0, 3, 2]);
        // Two rungs of eight are less than one of two.
        let shares = apart(&[(8, Some((1, 3))), (2, Some((1, 2)))]);
        assert_eq!(issue_order(&shares, IssueOrder::Change, day("2018-07-01"), day("2018-02-01")), [1, 0]);
    }

    #[test]
    fn a_change_counts_where_the_middle_stays() {
        // Of 6 rungs from 0-4 to 1-3: 1 + 1. Beside it from 2-2 to 2-3, 1 of 6, and from 2-2 to 2-2.
        let mut dossier = apart(&[(6, Some((2, 2))), (6, Some((2, 2))), (6, None)]);
        let ranges = |issue: &mut Issue, ranges: [(u8, u8); 2]| {
            issue.positions.retain(|held| held.role == Role::Offers);
            for (from, (low, high)) in ["2018-01-01", "2018-06-01"].into_iter().zip(ranges) {
                issue.positions.push(position(Role::Expects, from, None, low, high));
            }
        };
        ranges(&mut dossier.issues[1], [(2, 2), (2, 3)]);
        ranges(&mut dossier.issues[2], [(0, 4), (1, 3)]);
        let (on, since) = (day("2018-07-01"), day("2018-02-01"));
        assert_eq!(daylight(&dossier.issues[2], since).state, State::WithinReach { most: 4 });
        assert_eq!(daylight(&dossier.issues[2], on).state, State::Apart { least: 1, most: 3 });
        assert_eq!(issue_order(&dossier, IssueOrder::Change, on, since), [2, 1, 0]);
    }

    #[test]
    fn what_is_unknown_on_either_date_cannot_be_compared() {
        let mut dossier = apart(&[(4, Some((1, 2))), (4, None), (2, Some((1, 1)))]);
        let (on, since) = (day("2018-07-01"), day("2018-02-01"));
        assert_eq!(not_compared(&dossier, on, since), 1);
        assert_eq!(not_compared(&dossier, on, day("2017-12-31")), 3);
        for held in &mut dossier.issues[2].positions {
            held.until = Some(day("2018-06-30"));
        }
        assert_eq!(not_compared(&dossier, on, since), 2);
    }

    #[test]
    fn who_would_have_to_act_stands_in_the_order_of_the_sides() {
        let mut dossier = apart(&[(4, None); 4]);
        let id = |side| dossier.side(side).unwrap().id.clone();
        let (a, b) = (id(Side::A), id(Side::B));
        let other = dossier.parties.iter().find(|party| party.side.is_none()).unwrap().id.clone();
        for (issue, actors) in dossier.issues.iter_mut().zip([
            vec![other.clone()],
            vec![b.clone()],
            vec![b, a.clone()],
            vec![a, other],
        ]) {
            issue.actors = actors;
        }
        let on = day("2018-07-01");
        assert_eq!(issue_order(&dossier, IssueOrder::Actor, on, on), [3, 2, 1, 0]);
    }
}
