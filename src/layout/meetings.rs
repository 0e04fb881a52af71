//! Where a process's meetings stand on the scale that all processes share: days since talks began, as parts of its whole length.
//! Parts and not pixels, because the page draws them at whatever width it has.

use crate::analysis::meetings::{Began, Course};
use crate::dossier::date::{Day, Edtf, End};
use crate::dossier::model::{Meeting, Process};

/// Days of a year on the scale.
const YEAR: f64 = 365.25;

/// The scale from day zero: so many days long.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    days: f64,
}

impl Scale {
    /// A scale on which the longest of the processes fits.
    pub fn of(courses: &[(&Process, Course)]) -> Scale {
        let longest = courses
            .iter()
            .filter_map(|(process, course)| Some(last_day(process)?.since(course.zero?.first)))
            .max()
            .unwrap_or(0);
        Scale { days: f64::from(longest.max(30)) * 1.01 }
    }

    /// The part of the scale at which a day of a process lies, from 0 to 1.
    pub fn part(self, zero: Day, day: Day) -> f64 {
        (f64::from(day.since(zero)) / self.days).max(0.0).min(1.0)
    }

    /// Whole years, or so many together that at most eight fit: number and part.
    pub fn years(self) -> Vec<(u32, f64)> {
        let whole = (self.days / YEAR).floor().max(0.0);
        let step = (whole / 8.0).ceil().max(1.0) as u32;
        (0..=whole as u32)
            .step_by(step as usize)
            .map(|year| (year, (f64::from(year) * YEAR / self.days).min(1.0)))
            .collect()
    }
}

/// A meeting on the scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// Where it begins, at the earliest.
    pub from: f64,
    /// Where it ends, at the latest; `from` where it is one day.
    pub to: f64,
    /// Whether its days are known. If not, it took place somewhere in the stretch.
    pub known: bool,
}

/// The meeting's place; `None` where nobody knows when it began.
pub fn place(scale: Scale, zero: Day, meeting: &Meeting) -> Option<Placed> {
    let began = Began::of(meeting.date)?;
    let end = end(meeting.date).unwrap_or(began.last);
    Some(Placed { from: scale.part(zero, began.first), to: scale.part(zero, end), known: began.known() })
}

/// The last day that a date names.
fn end(date: Edtf) -> Option<Day> {
    match date {
        Edtf::Point(point) | Edtf::Interval(_, End::At(point)) => Some(point.last),
        Edtf::Interval(..) => None,
    }
}

/// The last day that a process's meetings name.
pub fn last_day(process: &Process) -> Option<Day> {
    process
        .meetings
        .iter()
        .filter_map(|meeting| end(meeting.date).max(Began::of(meeting.date).map(|began| began.last)))
        .max()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::fixture::us_dprk;
    use crate::analysis::meetings::courses;

    #[test]
    fn the_longest_process_fills_the_scale() {
        let dossier = us_dprk();
        let list = courses(&dossier.processes);
        let scale = Scale::of(&list);
        // 23 April 2003 to 11 December 2008: five whole years.
        assert_eq!(scale.years().iter().map(|(year, _)| *year).collect::<Vec<_>>(), [0, 1, 2, 3, 4, 5]);
        for (process, course) in &list {
            let zero = course.zero.unwrap().first;
            for meeting in &process.meetings {
                let placed = place(scale, zero, meeting).unwrap();
                assert!(0.0 <= placed.from && placed.from <= placed.to && placed.to <= 1.0);
                assert_eq!(placed.known, meeting.date.precision() == crate::dossier::date::Precision::Day);
            }
        }
    }

    #[test]
    fn nothing_and_millennia_have_a_scale() {
        assert_eq!(Scale::of(&[]).years(), [(0, 0.0)]);
        let long = Scale { days: f64::from(Day::MAX.since(Day::MIN)) };
        assert!(long.years().len() <= 9);
        assert_eq!(long.part(Day::MAX, Day::MIN), 0.0);
    }
}
