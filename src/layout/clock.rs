//! The axis of years on which claims stand, and the straight axis of days on which deadlines do. In parts of their length: the
//! page draws them at whatever width it has.

use super::share;
use crate::analysis::clock::Years;
use crate::dossier::date::Day;

/// An axis from 0 to so many years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SpanAxis {
    top: f64,
    step: f64,
}

impl SpanAxis {
    /// An axis that has room for all of these, and a little more.
    pub fn of(years: impl Iterator<Item = Years>) -> SpanAxis {
        let most = years.map(Years::most).fold(1.0, f64::max);
        // Steps of 1, 2, 5, 10, 20, ... so that at most eight marks stand.
        let mut step = 1.0;
        for factor in [2.0, 2.5, 2.0].iter().cycle().take(60) {
            if most / step <= 5.0 {
                break;
            }
            step *= factor;
        }
        SpanAxis { top: most * 1.04, step }
    }

    /// The part of the axis at which a number of years stands, from 0 to 1.
    pub fn part(self, years: f64) -> f64 {
        let part = years / self.top;
        if part.is_finite() { part.max(0.0).min(1.0) } else { 0.0 }
    }

    /// The marks: number of years and part.
    pub fn ticks(self) -> Vec<(f64, f64)> {
        (0..=8u32)
            .map(|index| f64::from(index) * self.step)
            .take_while(|years| *years <= self.top)
            .map(|years| (years, self.part(years)))
            .collect()
    }
}

/// An axis of days, from the first statement to some time after the last deadline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DayAxis {
    /// Its first day.
    pub first: Day,
    /// Its last day.
    pub last: Day,
}

impl DayAxis {
    /// An axis with room for these days; `None` where there are none.
    pub fn of(days: impl Iterator<Item = Day> + Clone) -> Option<DayAxis> {
        let (first, last) = (days.clone().min()?, days.max()?);
        Some(DayAxis { first: first.plus(-30), last: last.plus(200) })
    }

    /// The part of the axis at which a day lies, from 0 to 1.
    pub fn part(self, day: Day) -> f64 {
        share(day, self.first, self.last)
    }

    /// The first day of each year on it, or of every so many years that at most eight stand.
    pub fn years(self) -> Vec<(Day, f64)> {
        let (from, to) = (self.first.year(), self.last.year());
        let step = usize::try_from((to - from) / 8 + 1).unwrap_or(1);
        (from + 1..=to)
            .step_by(step)
            .filter_map(|year| Day::from_ymd(year, 1, 1))
            .map(|day| (day, self.part(day)))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn fifteen_years_are_marked_in_fives() {
        let axis = SpanAxis::of([Years::AtMost(15.0), Years::Between(0.2, 2.5)].into_iter());
        let ticks: Vec<f64> = axis.ticks().iter().map(|(years, _)| *years).collect();
        assert_eq!(ticks, [0.0, 5.0, 10.0, 15.0]);
        assert!((axis.part(7.8) - 0.5).abs() < 1e-9);
        assert_eq!(SpanAxis::of(std::iter::empty()).ticks().len(), 2);
    }

    proptest! {
        #[test]
        fn all_fit(years in prop::collection::vec(0.0f64..1e12, 0..6)) {
            let axis = SpanAxis::of(years.iter().map(|years| Years::AtMost(*years)));
            prop_assert!(axis.ticks().len() <= 9);
            for years in &years {
                prop_assert!(*years <= axis.top && (0.0..=1.0).contains(&axis.part(*years)));
            }
        }

        #[test]
        fn days_stay_on_the_axis(a in -700_000i32..2_900_000, b in -700_000i32..2_900_000) {
            let days = [Day::MIN.plus(a + 719_162), Day::MIN.plus(b + 719_162)];
            let axis = DayAxis::of(days.into_iter()).unwrap();
            prop_assert!(days.iter().all(|day| (0.0..=1.0).contains(&axis.part(*day))));
            prop_assert!(axis.years().len() <= 9);
        }
    }
}
