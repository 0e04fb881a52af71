//! What the lead's sentence says of a date.

use std::cmp::Ordering;

use crate::dossier::Dossier;
use crate::dossier::date::Day;

use super::daylight::{State, daylight, top_rung};
use super::total::{Counts, Total, Weights, total};

/// A date in numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    /// The date.
    pub on: Day,
    /// How many issues stand where; `counts.apart` of `counts.issues()` are apart.
    pub counts: Counts,
    /// The mean daylight.
    pub total: Total,
    /// The issue with the widest daylight, by its place in [`Dossier::issues`], and that daylight: by the least share of
    /// its ladder, then by the most, then the first in the file. `None` where no issue has any.
    pub widest: Option<(usize, State)>,
}

/// Sums a date up, with the reader's weights in the mean (they do not make an issue wider).
pub fn summary(dossier: &Dossier, weights: &Weights, on: Day) -> Summary {
    let mut widest: Option<(usize, State, Width)> = None;
    for (index, issue) in dossier.issues.iter().enumerate() {
        let state = daylight(issue, on).state;
        let Some((least, most)) = state.rungs().filter(|(_, most)| *most > 0) else { continue };
        let width = Width { least, most, top: top_rung(issue) };
        if widest.is_none_or(|(_, _, best)| width.compare(best) == Ordering::Greater) {
            widest = Some((index, state, width));
        }
    }
    let total = total(dossier, weights, on);
    Summary { on, counts: total.counts, total, widest: widest.map(|(index, state, _)| (index, state)) }
}

/// Daylight as shares of a ladder, compared without dividing.
#[derive(Clone, Copy)]
struct Width {
    least: u8,
    most: u8,
    top: u8,
}

impl Width {
    fn compare(self, other: Width) -> Ordering {
        // a / b against c / d is a * d against c * b.
        let cross = |rungs: u8, top: u8| u16::from(rungs) * u16::from(top);
        cross(self.least, other.top)
            .cmp(&cross(other.least, self.top))
            .then(cross(self.most, other.top).cmp(&cross(other.most, self.top)))
    }
}
