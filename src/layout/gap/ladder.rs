//! One issue's ladder at a date: rungs as rows, bottom to top.

use crate::analysis::{Daylight, top_rung};
use crate::dossier::model::Issue;

use crate::layout::text::{BOLD, wrap};

/// Whether a rung lies in the light: asked for and not offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    /// Outside of it.
    No,
    /// Perhaps, for some reading of the two positions.
    Possible,
    /// For every reading of the two positions.
    Sure,
}

/// A rung as a row.
#[derive(Clone, Debug, PartialEq)]
pub struct LadderRow {
    /// The rung.
    pub rung: u8,
    /// Its upper edge.
    pub y: f64,
    /// Its name, in lines.
    pub lines: Vec<String>,
    /// Whether it lies in the light.
    pub light: Light,
    /// Whether a side stands on it with its facing edge.
    pub stood: bool,
}

/// A ladder in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct LadderLayout {
    /// Width of the column at either side in which a party stands.
    pub column: f64,
    /// Where the names of the rungs begin.
    pub label_x: f64,
    /// Upper edge of the topmost row.
    pub top: f64,
    /// Height of a row.
    pub row: f64,
    /// Lower edge of the lowest row.
    pub bottom: f64,
    /// The rows, lowest rung first.
    pub rows: Vec<LadderRow>,
}

impl LadderLayout {
    /// The middle of a rung's row.
    pub fn middle(&self, rung: u8) -> f64 {
        self.bottom - (f64::from(rung) + 0.5) * self.row
    }
}

/// Lays a ladder out in `width` pixels from `top` down, its names in letters of `size`. The rungs in the light are counted
/// as the method counts them: above the highest that is offered, up to the lowest that is expected, for sure; above the
/// lowest that is offered, up to the highest that is expected, possibly.
pub fn ladder_layout(
    issue: &Issue,
    daylight: Daylight,
    language: &str,
    width: f64,
    top: f64,
    size: f64,
) -> LadderLayout {
    let column = 34.0;
    let number = size * 1.6;
    let label_x = column + 8.0 + number;
    let label_width = (width - column - label_x - 4.0).max(40.0);
    let between = |rung: u8, low: Option<u8>, high: Option<u8>| match (low, high) {
        (Some(low), Some(high)) => low < rung && rung <= high,
        _ => false,
    };
    let (expects, offers) = (daylight.expects, daylight.offers);
    let lines: Vec<Vec<String>> = issue
        .ladder
        .iter()
        .map(|rung| wrap(rung.label.get(language), size * BOLD, label_width, 2).lines)
        .collect();
    let most_lines = lines.iter().map(Vec::len).max().unwrap_or(1);
    let row = if most_lines > 1 { size * 2.4 + 6.0 } else { size + 14.0 };
    let bottom = top + row * lines.len() as f64;
    let rows = (0..=top_rung(issue))
        .zip(lines)
        .map(|(rung, lines)| LadderRow {
            rung,
            y: bottom - (f64::from(rung) + 1.0) * row,
            lines,
            light: if between(rung, offers.map(|stand| stand.high), expects.map(|stand| stand.low)) {
                Light::Sure
            } else if between(rung, offers.map(|stand| stand.low), expects.map(|stand| stand.high)) {
                Light::Possible
            } else {
                Light::No
            },
            stood: expects.is_some_and(|stand| stand.low == rung)
                || offers.is_some_and(|stand| stand.high == rung),
        })
        .collect();
    LadderLayout { column, label_x, top, row, bottom, rows }
}
