//! What one event moved: the issues on which it set positions, and those of them whose daylight changed by it.

use crate::dossier::Dossier;
use crate::dossier::date::Day;
use crate::dossier::model::{Issue, Position};

use super::daylight::State;
use super::turning::of_issue;

/// A change of the daylight on one issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The issue's place in [`Dossier::issues`].
    pub issue: usize,
    /// The daylight on the day before.
    pub before: State,
    /// The daylight from the day on.
    pub after: State,
    /// The first day of the new daylight: the day on which the position that the event set came into force. That may lie
    /// before or after the event's own days.
    pub on: Day,
}

/// What an event moved, by issue, then by day: the turning points at which a position that names it came into force. Where
/// positions set by two events come into force on one day, both moved it. A position that leaves the daylight as it was
/// moves nothing, and neither does one that runs out.
pub fn moved_by(dossier: &Dossier, event: &str) -> Vec<Moved> {
    let mut moved = Vec::new();
    for (index, issue) in dossier.issues.iter().enumerate() {
        if positions_set(issue, event).is_empty() {
            continue;
        }
        for point in of_issue(index, issue).iter().filter(|point| point.events.contains(&event)) {
            moved.push(Moved { issue: index, before: point.before, after: point.after, on: point.on });
        }
    }
    moved
}

/// The positions on an issue that name this event, in the dossier's order.
pub fn positions_set<'a>(issue: &'a Issue, event: &str) -> Vec<&'a Position> {
    issue.positions.iter().filter(|position| position.event.as_deref() == Some(event)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{day, issue, position, us_dprk};
    use super::*;
    use crate::dossier::model::Role;

    /// The real dossier with one issue made by hand in place of its own.
    fn dossier_with(issue: Issue) -> Dossier {
        let mut dossier = us_dprk();
        dossier.issues = vec![issue];
        dossier
    }

    fn set_by(event: &str, mut position: Position) -> Position {
        position.event = Some(event.to_owned());
        position
    }

    #[test]
    fn a_first_position_alone_moves_nothing() {
        let mut issue = issue(4);
        issue.positions.push(set_by("words", position(Role::Expects, "2018-01-01", None, 3, 3)));
        issue.positions.push(set_by("reply", position(Role::Offers, "2018-02-01", Some("2018-02-28"), 1, 1)));
        issue.positions.push(set_by("again", position(Role::Expects, "2018-02-10", None, 3, 3)));
        let dossier = dossier_with(issue);
        assert_eq!(moved_by(&dossier, "words"), []);
        // 3 - 1 = 2. On 1 March the offer has run out, which is nobody's act.
        let after = State::Apart { least: 2, most: 2 };
        let reply = Moved { issue: 0, before: State::Unknown, after, on: day("2018-02-01") };
        assert_eq!(moved_by(&dossier, "reply"), [reply]);
        // The same expectation once more.
        assert_eq!(moved_by(&dossier, "again"), []);
        assert_eq!(positions_set(&dossier.issues[0], "again").len(), 1);
        assert_eq!(moved_by(&dossier, "nobody"), []);
    }

    #[test]
    fn two_events_of_one_day_moved_it_both() {
        let mut issue = issue(4);
        issue.positions.push(set_by("one", position(Role::Expects, "2018-01-01", None, 3, 3)));
        issue.positions.push(set_by("other", position(Role::Offers, "2018-01-01", None, 3, 4)));
        let dossier = dossier_with(issue);
        let both = Moved { issue: 0, before: State::Unknown, after: State::Met, on: day("2018-01-01") };
        assert_eq!(moved_by(&dossier, "one"), [both]);
        assert_eq!(moved_by(&dossier, "other"), [both]);
    }

    #[test]
    fn without_issues_nothing_is_moved() {
        let mut dossier = us_dprk();
        dossier.issues.clear();
        assert_eq!(moved_by(&dossier, "2018-06-12-singapore-summit"), []);
    }

    /// Every turning point is found again with each event it names, and nothing else is.
    #[test]
    fn all_that_events_moved_are_the_turning_points_that_name_them() {
        let whole = us_dprk();
        let mut found: Vec<(usize, Day, String)> = Vec::new();
        for event in &whole.events {
            let moved = moved_by(&whole, &event.id);
            assert_eq!(moved, moved_by(&whole.outline(), &event.id), "{}", event.id);
            found.extend(moved.iter().map(|moved| (moved.issue, moved.on, event.id.clone())));
        }
        let points = super::super::turning_points(&whole);
        let mut named: Vec<(usize, Day, String)> = points
            .iter()
            .flat_map(|point| point.events.iter().map(|id| (point.issue, point.on, (*id).to_owned())))
            .collect();
        found.sort();
        named.sort();
        assert_eq!(found, named);
    }
}
