//! Where a scale is marked that counts from a day zero instead of from the calendar's: by days, by months and years of mean
//! length, whichever is the finest rhythm whose names have room.

use super::TimeScale;

/// What a mark counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OffsetUnit {
    /// Days.
    Days,
    /// Twelfths of a mean year.
    Months,
    /// Mean years of 365.2425 days.
    Years,
}

/// One mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OffsetTick {
    /// Its pixel: as many days from the middle of day zero as it says.
    pub x: f64,
    /// How many of the unit it stands from day zero; negative before it.
    pub count: i32,
    /// What it counts.
    pub unit: OffsetUnit,
}

const YEAR: f64 = 365.2425;
const MONTH: f64 = YEAR / 12.0;

/// Each rhythm: what it counts, how long one of it is in days, and how many are from mark to mark.
const STEPS: [(OffsetUnit, f64, i32); 16] = [
    (OffsetUnit::Days, 1.0, 1),
    (OffsetUnit::Days, 1.0, 7),
    (OffsetUnit::Months, MONTH, 1),
    (OffsetUnit::Months, MONTH, 3),
    (OffsetUnit::Months, MONTH, 6),
    (OffsetUnit::Years, YEAR, 1),
    (OffsetUnit::Years, YEAR, 2),
    (OffsetUnit::Years, YEAR, 5),
    (OffsetUnit::Years, YEAR, 10),
    (OffsetUnit::Years, YEAR, 20),
    (OffsetUnit::Years, YEAR, 50),
    (OffsetUnit::Years, YEAR, 100),
    (OffsetUnit::Years, YEAR, 200),
    (OffsetUnit::Years, YEAR, 500),
    (OffsetUnit::Years, YEAR, 1_000),
    (OffsetUnit::Years, YEAR, 2_000),
];

/// The pixels that a name needs, "+12 months", and one that stands inside an edge.
const ROOM: f64 = 96.0;

/// The marks of a scale whose instants are days from the start of day zero, in order.
pub fn offset_ticks(scale: &TimeScale) -> Vec<OffsetTick> {
    let fits = |(_, days, count): &&(OffsetUnit, f64, i32)| {
        days * f64::from(*count) * scale.pixels_per_day() >= ROOM
    };
    let Some((unit, days, every)) = STEPS.iter().find(fits).copied() else { return Vec::new() };
    let step = days * f64::from(every);
    let (from, to) = (scale.window().from() - 0.5, scale.window().to() - 0.5);
    let (first, last) = ((from / step).ceil() as i32, (to / step).floor() as i32);
    let tick =
        |number: i32| OffsetTick { x: scale.x(f64::from(number) * step + 0.5), count: number * every, unit };
    (first..=last).map(tick).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::scale::Window;

    fn said(before: f64, after: f64, width: f64) -> Vec<(i32, OffsetUnit)> {
        let scale = TimeScale::new(Window::new(-before, after + 1.0), 8.0, width - 8.0);
        offset_ticks(&scale).iter().map(|tick| (tick.count, tick.unit)).collect()
    }

    #[test]
    fn a_year_each_side_is_marked_by_quarters_of_it_at_both_ends_too() {
        use OffsetUnit::{Days, Months, Years};
        let quarters: Vec<_> = [-12, -9, -6, -3, 0, 3, 6, 9, 12].map(|count| (count, Months)).into();
        assert_eq!(said(365.0, 365.0, 1_080.0), quarters);
        assert_eq!(
            said(365.0, 365.0, 620.0),
            [(-12, Months), (-6, Months), (0, Months), (6, Months), (12, Months)]
        );
        assert_eq!(said(1_500.0, 800.0, 700.0)[..2], [(-4, Years), (-3, Years)]);
        assert_eq!(said(3.0, 3.0, 700.0)[0], (-3, Days));
        assert_eq!(said(-100.0, 130.0, 500.0), [(105, Days), (112, Days), (119, Days), (126, Days)]);
    }

    proptest! {
        #[test]
        fn marks_keep_their_distance_inside_the_scale(from in -719_162.0..2_932_000.0f64, days in 7.0..3_700_000.0f64, width in 1.0..4_000.0f64) {
            let scale = TimeScale::new(Window::new(from, from + days), 0.0, width);
            let ticks = offset_ticks(&scale);
            prop_assert!(ticks.len() as f64 <= width / ROOM + 1.0);
            prop_assert!(ticks.iter().all(|tick| tick.x >= -1e-6 && tick.x <= width + 1e-6));
            prop_assert!(ticks.windows(2).all(|pair| pair[1].x - pair[0].x >= ROOM - 1e-6 && pair[0].count < pair[1].count));
        }
    }
}
