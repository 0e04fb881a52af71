//! One issue through time: stretches of days on which the same two positions are in force.

use crate::dossier::date::Day;
use crate::dossier::model::Issue;
use crate::dossier::order::sorted;

use super::daylight::{Daylight, counts, daylight};

/// A stretch of days with one answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub until: Day,
    /// The daylight on each of its days.
    pub daylight: Daylight,
}

/// The daylight on one issue on every day of the calendar: steps without a break from [`Day::MIN`] to [`Day::MAX`], each
/// with other positions in force than the one before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    steps: Vec<Step>,
}

impl Series {
    /// Computes the steps: the daylight can change only on a position's first day and on the day after its last.
    pub fn of(issue: &Issue) -> Series {
        let mut steps: Vec<Step> = Vec::new();
        for from in change_days(issue) {
            let daylight = daylight(issue, from);
            match steps.last_mut() {
                Some(last) if last.daylight == daylight => {}
                last => {
                    if let Some(last) = last {
                        last.until = from.plus(-1);
                    }
                    steps.push(Step { from, until: Day::MAX, daylight });
                }
            }
        }
        Series { steps }
    }

    /// All steps, oldest first.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The steps that have a day in `first..=last`, oldest first.
    pub fn between(&self, first: Day, last: Day) -> &[Step] {
        let start = self.steps.partition_point(|step| step.until < first);
        let end = self.steps.partition_point(|step| step.from <= last);
        self.steps.get(start..end).unwrap_or_default()
    }

    /// The daylight on a day, as [`daylight`] computes it.
    pub fn at(&self, on: Day) -> Daylight {
        let nothing = Daylight { expects: None, offers: None, state: super::State::Unknown };
        self.between(on, on).first().map_or(nothing, |step| step.daylight)
    }
}

/// The days on which something may change, in order, beginning with [`Day::MIN`].
pub(super) fn change_days(issue: &Issue) -> Vec<Day> {
    let mut days = vec![Day::MIN];
    for position in issue.positions.iter().filter(|position| counts(issue, position)) {
        days.push(position.from);
        days.extend(position.until.map(|until| until.plus(1)));
    }
    let mut days = sorted(days, |day| i64::from(day.number()));
    days.dedup();
    days
}

#[cfg(test)]
mod tests {
    use super::super::State;
    use super::super::fixture::{day, issue, position};
    use super::*;
    use crate::dossier::model::Role;

    #[test]
    fn steps_cover_the_calendar() {
        let mut issue = issue(4);
        assert_eq!(Series::of(&issue).steps().len(), 1);
        issue.positions.push(position(Role::Expects, "2018-01-01", None, 3, 3));
        issue.positions.push(position(Role::Offers, "2018-02-01", Some("2018-02-28"), 1, 1));
        let series = Series::of(&issue);
        let spans: Vec<_> =
            series.steps().iter().map(|step| (step.from.to_string(), step.until.to_string())).collect();
        let expected = [
            ("0001-01-01", "2017-12-31"),
            ("2018-01-01", "2018-01-31"),
            ("2018-02-01", "2018-02-28"),
            ("2018-03-01", "9999-12-31"),
        ];
        assert_eq!(spans, expected.map(|(from, until)| (from.to_owned(), until.to_owned())));
        assert_eq!(series.at(day("2018-02-28")).state, State::Apart { least: 2, most: 2 });
        assert_eq!(series.at(day("2018-03-01")).state, State::Unknown);
        assert_eq!(series.between(day("2018-01-31"), day("2018-02-01")).len(), 2);
        assert_eq!(series.between(day("2018-02-02"), day("2018-02-02")).len(), 1);
    }
}
