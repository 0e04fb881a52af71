//! Which events set the positions of a day.

use crate::dossier::date::Day;
use crate::dossier::model::Issue;

use super::daylight::{Daylight, daylight};

/// Ids of the events named by the positions on an issue that came into force on a day and count on it, expectation first, none
/// twice: on a turning point those that it names.
pub fn cited(issue: &Issue, on: Day) -> Vec<&str> {
    naming(issue, daylight(issue, on), on)
}

/// The same where the daylight of the day is known.
pub(super) fn naming(issue: &Issue, now: Daylight, on: Day) -> Vec<&str> {
    let mut events = Vec::new();
    for stand in [now.expects, now.offers].into_iter().flatten() {
        if let Some(position) = issue.positions.get(stand.position)
            && position.from == on
            && let Some(event) = position.event.as_deref()
            && !events.contains(&event)
        {
            events.push(event);
        }
    }
    events
}

#[cfg(test)]
mod tests {
    use super::super::fixture::us_dprk;
    use super::super::turning_points;
    use super::*;

    #[test]
    fn they_are_those_that_a_turning_point_names() {
        let dossier = us_dprk();
        let points = turning_points(&dossier);
        assert!(points.len() > 100);
        for point in points {
            assert_eq!(cited(&dossier.issues[point.issue], point.on), point.events);
        }
    }
}
