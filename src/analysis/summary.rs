//! What the lead's sentence says of a date.

use crate::dossier::Dossier;
use crate::dossier::date::Day;

use super::daylight::{State, daylight};
use super::order::width;
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
    let mut widest: Option<(usize, State, i64)> = None;
    for (index, issue) in dossier.issues.iter().enumerate() {
        let state = daylight(issue, on).state;
        let Some(width) = width(issue, state).filter(|width| *width > 0) else { continue };
        if widest.is_none_or(|(_, _, best)| width > best) {
            widest = Some((index, state, width));
        }
    }
    let total = total(dossier, weights, on);
    Summary { on, counts: total.counts, total, widest: widest.map(|(index, state, _)| (index, state)) }
}
