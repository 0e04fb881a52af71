//! What the lead's sentence says of a date.

use crate::dossier::Dossier;
use crate::dossier::date::Day;

use super::daylight::{State, daylight};
use super::order::width;
use super::total::{Counts, Total, Weights, total};

/// A date in numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The date.
    pub on: Day,
    /// How many issues stand where; `counts.apart` of `counts.issues()` are apart.
    pub counts: Counts,
    /// The mean daylight.
    pub total: Total,
    /// The issues with the widest daylight, by their place in [`Dossier::issues`], and that daylight: by the least share of
    /// the ladder, then by the most. Several where they are exactly as wide, in the file's order; none where no issue has any.
    pub widest: Vec<(usize, State)>,
}

/// Sums a date up, with the reader's weights in the mean (they do not make an issue wider).
pub fn summary(dossier: &Dossier, weights: &Weights, on: Day) -> Summary {
    let mut widest = Vec::new();
    // What is met has no width.
    let mut best = 1;
    for (index, issue) in dossier.issues.iter().enumerate() {
        let state = daylight(issue, on).state;
        let Some(width) = width(issue, state).filter(|width| *width >= best) else { continue };
        if width > best {
            widest.clear();
            best = width;
        }
        widest.push((index, state));
    }
    let total = total(dossier, weights, on);
    Summary { on, counts: total.counts, total, widest }
}
