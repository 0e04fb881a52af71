//! One issue through time.

use crate::analysis::{Daylight, Series, State, top_rung};
use crate::dossier::date::Day;
use crate::dossier::model::Issue;
use crate::scale::TimeScale;

use super::fit::wrap;

/// The stretch of paper on which rungs are heights and days are widths.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plot {
    /// Days to pixels.
    pub scale: TimeScale,
    /// Where the top rung lies.
    pub top: f64,
    /// Where rung 0 lies.
    pub bottom: f64,
    /// The number of the top rung.
    pub top_rung: u8,
}

impl Plot {
    /// The height at which a rung lies.
    pub fn y(&self, rung: u8) -> f64 {
        self.bottom - f64::from(rung) * self.rung_height()
    }

    /// Pixels from one rung to the next.
    pub fn rung_height(&self) -> f64 {
        (self.bottom - self.top) / f64::from(self.top_rung.max(1))
    }
}

/// A stretch of days on which something reaches from one rung to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slab {
    /// Left edge.
    pub x1: f64,
    /// Right edge.
    pub x2: f64,
    /// The lower rung.
    pub low: u8,
    /// The upper rung.
    pub high: u8,
}

impl Slab {
    /// Its width.
    pub fn width(&self) -> f64 {
        self.x2 - self.x1
    }
}

/// A stretch of days on which the ranges of the two sides touch or overlap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Overlap {
    /// From the offer's low end up to the expectation's high end.
    pub slab: Slab,
    /// The rung of the expectation's facing edge.
    pub expects: u8,
    /// The rung of the offer's facing edge.
    pub offers: u8,
}

/// One issue through time, neighbouring stretches that look the same made one.
#[derive(Clone, Debug, PartialEq)]
pub struct IssueLayout {
    /// The paper.
    pub plot: Plot,
    /// Sure daylight: from the offer's high end up to the expectation's low end.
    pub light: Vec<Slab>,
    /// Possible daylight where there is no sure one.
    pub overlaps: Vec<Overlap>,
    /// What is expected, low to high.
    pub expects: Vec<Slab>,
    /// What is offered, low to high.
    pub offers: Vec<Slab>,
    /// Stretches on which the offer covers the expectation, at the offer's high end.
    pub met: Vec<Slab>,
    /// Stretches on which one side or both said nothing.
    pub unknown: Vec<Slab>,
}

/// Lays an issue's series out over a plot.
pub fn issue_layout(issue: &Issue, series: &Series, scale: TimeScale, top: f64, bottom: f64) -> IssueLayout {
    let plot = Plot { scale, top, bottom: bottom.max(top + 1.0), top_rung: top_rung(issue) };
    let mut layout = IssueLayout {
        plot,
        light: Vec::new(),
        overlaps: Vec::new(),
        expects: Vec::new(),
        offers: Vec::new(),
        met: Vec::new(),
        unknown: Vec::new(),
    };
    let window = scale.window();
    for step in series.between(window.first_day(), window.last_day()) {
        let x1 = scale.x_of(step.from).max(scale.left());
        let x2 = scale.x(f64::from(step.until.number()) + 1.0).min(scale.right());
        layout.add(step.daylight, x1, x2);
    }
    layout
}

impl IssueLayout {
    fn add(&mut self, daylight: Daylight, x1: f64, x2: f64) {
        let slab = |low, high| Slab { x1, x2, low, high };
        if let Some(stand) = daylight.expects {
            push(&mut self.expects, slab(stand.low, stand.high));
        }
        if let Some(stand) = daylight.offers {
            push(&mut self.offers, slab(stand.low, stand.high));
        }
        let (Some(expects), Some(offers)) = (daylight.expects, daylight.offers) else {
            return push(&mut self.unknown, slab(0, 0));
        };
        match daylight.state {
            State::Apart { .. } => push(&mut self.light, slab(offers.high, expects.low)),
            State::Met => push(&mut self.met, slab(offers.high, offers.high)),
            State::Unknown => push(&mut self.unknown, slab(0, 0)),
            State::WithinReach { .. } => {
                let next = Overlap {
                    slab: slab(offers.low, expects.high),
                    expects: expects.low,
                    offers: offers.high,
                };
                match self.overlaps.last_mut() {
                    Some(last)
                        if last.slab.x2 == x1
                            && Overlap { slab: Slab { x1: last.slab.x1, x2, ..next.slab }, ..next }
                                == (Overlap { slab: Slab { x2, ..last.slab }, ..*last }) =>
                    {
                        last.slab.x2 = x2;
                    }
                    _ => self.overlaps.push(next),
                }
            }
        }
    }
}

/// Adds a slab, or lengthens the last one where it touches and looks the same.
fn push(slabs: &mut Vec<Slab>, next: Slab) {
    match slabs.last_mut() {
        Some(last) if last.x2 == next.x1 && (last.low, last.high) == (next.low, next.high) => {
            last.x2 = next.x2
        }
        _ => slabs.push(next),
    }
}

/// A rung's number and its name, broken to fit.
#[derive(Clone, Debug, PartialEq)]
pub struct RungLabel {
    /// The rung.
    pub rung: u8,
    /// Its name in lines.
    pub lines: Vec<String>,
}

/// The name of a rung on at most two lines of `width` pixels; `None` for a rung the ladder does not have.
pub fn rung_label(issue: &Issue, rung: u8, language: &str, width: f64, size: f64) -> Option<RungLabel> {
    let label = issue.ladder.get(usize::from(rung))?.label.get(language);
    Some(RungLabel { rung, lines: wrap(label, width, size, false, 2) })
}

/// A place on the time axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// Where it stands.
    pub x: f64,
    /// The day it names.
    pub on: Day,
    /// Whether it names a month and not a year.
    pub month: bool,
}

/// Years, or months where years are few, at least `room` pixels apart and with that much room before the right edge.
pub fn ticks(scale: &TimeScale, room: f64) -> Vec<Tick> {
    let window = scale.window();
    let (first, last) = (window.first_day(), window.last_day());
    let month_pixels = scale.pixels_per_day() * 30.4;
    let months = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000]
        .into_iter()
        .find(|months| f64::from(*months) * month_pixels >= room)
        .unwrap_or(12_000);
    // Months only where the window has few new years.
    let months = if months < 12 && window.days() > 430.0 { 12 } else { months };
    let mut found = Vec::new();
    let (mut year, mut month) = (first.year(), 1);
    if months > 12 {
        year -= year.rem_euclid(months / 12);
    }
    while year <= last.year() {
        if let Some(on) = Day::from_ymd(year, month as u32, 1) {
            let x = scale.x_of(on);
            if x >= scale.left() - 0.5 && x + room * 0.8 <= scale.right() {
                found.push(Tick { x, on, month: month != 1 });
            }
        }
        month += months;
        while month > 12 {
            month -= 12;
            year += 1;
        }
    }
    found
}
