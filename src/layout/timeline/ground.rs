//! Where lanes and rows lie in a picture of some height.

use crate::dossier::model::Lane;

/// The height of a row of marks, in pixels.
const ROW: f64 = 14.0;

/// Where lanes and axis lie in a frame.
pub(super) struct Ground {
    /// Edges of the band between the sides, of side b's lane below it, of the strip, and the axis.
    pub band_top: f64,
    pub band_bottom: f64,
    pub strip_top: f64,
    pub axis: f64,
    pub band_rows: usize,
    pub side_rows: usize,
    pub strip_rows: usize,
}

pub(super) fn even_below(value: f64) -> f64 {
    (value / 2.0).floor() * 2.0
}

impl Ground {
    pub fn new(height: f64, others: bool) -> Ground {
        let ticks = if height >= 100.0 { 36.0 } else { 0.0 };
        let axis = even_below((height - ticks).max(0.0));
        let strip = match (others, height) {
            (false, _) => 0.0,
            (true, h) if h >= 300.0 => 24.0,
            (true, h) if h >= 160.0 => 20.0,
            (true, h) => even_below(h / 6.0),
        };
        let strip_top = (axis - strip).max(0.0);
        let band_rows: u8 = if height >= 340.0 {
            3
        } else if height >= 200.0 {
            2
        } else {
            1
        };
        let band = (f64::from(band_rows) * ROW + 6.0).min(strip_top / 2.0);
        let band_top = even_below((strip_top - band) / 2.0);
        let band_bottom = even_below(band_top + band);
        Ground {
            band_top,
            band_bottom,
            strip_top,
            axis,
            band_rows: usize::from(band_rows),
            side_rows: ((band_top * 0.65 / ROW) as usize).clamp(1, 8),
            strip_rows: 1,
        }
    }

    pub fn rows(&self, lane: Lane) -> usize {
        match lane {
            Lane::A | Lane::B => self.side_rows,
            Lane::Both => self.band_rows,
            Lane::Other => self.strip_rows,
        }
    }

    /// The middle of a row.
    pub fn y(&self, lane: Lane, row: usize) -> f64 {
        let steps = row as f64;
        match lane {
            Lane::A => self.band_top - 2.0 - ROW * (steps + 0.5),
            Lane::B => self.band_bottom + 2.0 + ROW * (steps + 0.5),
            Lane::Other => (self.strip_top + self.axis) / 2.0 + ROW * steps,
            Lane::Both => {
                let middle = (self.band_top + self.band_bottom) / 2.0;
                match (self.band_rows, row) {
                    (2, 0) => middle - ROW / 2.0,
                    (2, _) => middle + ROW / 2.0,
                    (_, 0) => middle,
                    (_, 1) => middle - ROW,
                    _ => middle + ROW,
                }
            }
        }
    }
}
