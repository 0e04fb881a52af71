//! The strips of the promises: one straight axis of whole years for all of them, and where each stage lies on it.

use super::{round, share};
use crate::analysis::{Run, Stage, runs};
use crate::dossier::date::Day;
use crate::dossier::model::Commitment;

/// Width of a strip, in its own units; the style sheet stretches it to the room there is.
pub const WIDTH: f64 = 700.0;
/// More columns than this, and their years would touch on a phone.
const MOST_COLUMNS: i32 = 8;

/// A straight axis from the beginning of a year to the beginning of another, in columns of equal numbers of years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearAxis {
    /// The first year.
    pub year: i32,
    /// How many years a column has.
    pub step: i32,
    /// How many columns there are.
    pub columns: i32,
}

impl YearAxis {
    /// The axis that holds every day from `first` to `last`.
    pub fn holding(first: Day, last: Day) -> YearAxis {
        let year = first.year();
        let years = (last.year() - year).max(0) + 1;
        let fits = |step: &i32| years <= step * MOST_COLUMNS;
        let step = [1, 2, 5, 10, 20, 50, 100, 200, 500].into_iter().find(fits).unwrap_or(1250);
        YearAxis { year, step, columns: (years + step - 1) / step }
    }

    /// The year at the beginning of each column.
    pub fn years(self) -> impl Iterator<Item = i32> {
        (0..self.columns).map(move |column| self.year + column * self.step)
    }

    /// Its first day.
    pub fn first(self) -> Day {
        Day::from_ymd(self.year, 1, 1).unwrap_or(Day::MIN)
    }

    /// The day on which it ends.
    pub fn end(self) -> Day {
        Day::from_ymd(self.year + self.columns * self.step, 1, 1).unwrap_or(Day::MAX)
    }

    /// The place of a day; days outside lie at the ends.
    pub fn x(self, day: Day) -> f64 {
        round(WIDTH * share(day, self.first(), self.end()))
    }
}

/// The axis that all promises share: from the first one made, or the first state of any, to the last day anything is known of.
pub fn axis(commitments: &[Commitment], until: Day) -> Option<YearAxis> {
    let days = || {
        commitments
            .iter()
            .flat_map(|promise| promise.status.iter().map(|status| status.on).chain([promise.made_on]))
    };
    Some(YearAxis::holding(days().min()?, days().max()?.max(until)))
}

/// A stage of a strip.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment<'a> {
    /// Its left edge.
    pub x1: f64,
    /// Its right edge.
    pub x2: f64,
    /// The stage, which is never "not made".
    pub stage: Stage<'a>,
}

/// The stages of a promise from its making to `until`, the last day that the dossier covers, or to the last state where that is later.
pub fn strip<'a>(commitment: &'a Commitment, axis: YearAxis, until: Day) -> Vec<Segment<'a>> {
    let made = runs(commitment);
    let segment = |run: &Run<'a>| Segment {
        x1: axis.x(run.from),
        x2: axis.x(run.end.unwrap_or(until.max(run.from).plus(1))),
        stage: run.stage,
    };
    made.iter().filter(|run| run.stage != Stage::NotMade).map(segment).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::analysis::fixture::{day, us_dprk};

    /// From 2018 to the end of 2024: seven years of 100 units, 2557 days in all.
    #[test]
    fn the_axis_of_the_real_promises() {
        let dossier = us_dprk();
        let axis = axis(&dossier.commitments, dossier.meta.span.to).unwrap();
        assert_eq!(axis, YearAxis { year: 2018, step: 1, columns: 7 });
        assert_eq!((axis.first(), axis.end()), (day("2018-01-01"), day("2025-01-01")));
        // 20 April 2018 is 109 days in: 700 * 109 / 2557 = 29.84.
        assert_eq!(axis.x(day("2018-04-20")), 29.8);
        assert_eq!((axis.x(Day::MIN), axis.x(Day::MAX)), (0.0, WIDTH));
    }

    /// Made on 27 April 2018 (day 116), opened on 14 September (256), blown up on 16 June 2020 (897): 31.76, 70.08, 245.56.
    #[test]
    fn the_strip_of_the_liaison_office() {
        let dossier = us_dprk();
        let until = dossier.meta.span.to;
        let axis = axis(&dossier.commitments, until).unwrap();
        let office =
            dossier.commitments.iter().find(|promise| promise.id == "panmunjom-liaison-office").unwrap();
        let found: Vec<_> =
            strip(office, axis, until).iter().map(|segment| (segment.x1, segment.x2)).collect();
        assert_eq!(found, [(31.8, 70.1), (70.1, 245.6), (245.6, 700.0)]);
    }

    /// Blown up on day 897, after the last day that is covered: that state has one day, to 898: 245.83.
    #[test]
    fn a_state_after_the_last_day_is_shown_too() {
        let dossier = us_dprk();
        let axis = axis(&dossier.commitments, dossier.meta.span.to).unwrap();
        let office =
            dossier.commitments.iter().find(|promise| promise.id == "panmunjom-liaison-office").unwrap();
        let last = *strip(office, axis, day("2019-01-01")).last().unwrap();
        assert_eq!((last.x1, last.x2), (245.6, 245.8));
    }

    #[test]
    fn a_long_time_has_few_columns() {
        let axis = YearAxis::holding(day("1953-07-27"), day("2024-12-31"));
        // 72 years in eight columns of ten hold 80.
        assert_eq!(axis.years().collect::<Vec<_>>(), [1953, 1963, 1973, 1983, 1993, 2003, 2013, 2023]);
        assert_eq!(super::axis(&[], Day::MAX), None);
    }

    proptest! {
        #[test]
        fn every_day_lies_on_the_axis_in_order(first in 0i32..3_000_000, days in 0i32..400_000, at in 0.0f64..1.0) {
            let first = Day::MIN.plus(first);
            let last = first.plus(days);
            let axis = YearAxis::holding(first, last);
            prop_assert!(axis.columns >= 1 && axis.columns <= MOST_COLUMNS);
            prop_assert!(axis.first() <= first && last <= axis.end());
            let between = first.plus((f64::from(days) * at) as i32);
            prop_assert!(axis.x(first) <= axis.x(between) && axis.x(between) <= axis.x(last));
        }
    }
}
