//! Turning points: the days on which some issue's daylight changes, and the events that did it.

use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::Issue;
use crate::dossier::order::sorted;

use super::cited::naming;
use super::daylight::State;
use super::series::Series;

/// A day on which the daylight on an issue changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TurningPoint<'a> {
    /// The first day of the new daylight.
    pub on: Day,
    /// The issue's place in [`Dossier::issues`].
    pub issue: usize,
    /// The daylight on the day before.
    pub before: State,
    /// The daylight from this day on.
    pub after: State,
    /// Ids of the events named by the positions that came into force this day, expectation first, none twice. Empty where
    /// a position ran out, or names no event.
    pub events: Vec<&'a str>,
}

/// All turning points of a dossier, by day, then by issue. New words that leave the daylight as it was are none, and neither are days
/// beyond its span, to which no as-of date goes.
pub fn turning_points(dossier: &Dossier) -> Vec<TurningPoint<'_>> {
    let issues = dossier.issues.iter().enumerate();
    let span = dossier.meta.span.from..=dossier.meta.span.to;
    let found = issues
        .flat_map(|(index, issue)| of_issue(index, issue))
        .filter(|point| span.contains(&point.on))
        .collect();
    // Of one day, the issues stay in the dossier's order.
    sorted(found, |point: &TurningPoint<'_>| i64::from(point.on.number()))
}

/// The nearest days before and after a day that are turning points. `points` are a dossier's, by day.
pub fn turns(points: &[TurningPoint<'_>], day: Day) -> (Option<Day>, Option<Day>) {
    let mut days = points.iter().map(|point| point.on);
    (days.clone().rfind(|turn| *turn < day), days.find(|turn| *turn > day))
}

/// The turning points of the issue at this place, oldest first.
pub(super) fn of_issue(index: usize, issue: &Issue) -> Vec<TurningPoint<'_>> {
    let series = Series::of(issue);
    let mut found = Vec::new();
    for (before, after) in series.steps().iter().zip(series.steps().iter().skip(1)) {
        if before.daylight.state == after.daylight.state {
            continue;
        }
        found.push(TurningPoint {
            on: after.from,
            issue: index,
            before: before.daylight.state,
            after: after.daylight.state,
            events: naming(issue, after.daylight, after.from),
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::fixture::day;
    use super::*;

    #[test]
    fn a_turning_point_is_neither_before_nor_after_itself() {
        let days = ["2018-01-01", "2018-02-01", "2018-02-01", "2018-03-01"].map(day);
        let (before, after) = (State::Unknown, State::Met);
        let points = days.map(|on| TurningPoint { on, issue: 0, before, after, events: Vec::new() });
        assert_eq!(turns(&points, days[1]), (Some(days[0]), Some(days[3])));
        assert_eq!(turns(&points, days[1].plus(1)), (Some(days[1]), Some(days[3])));
        assert_eq!((turns(&points, days[0]).0, turns(&points, days[3]).1), (None, None));
    }
}
