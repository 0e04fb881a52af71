//! One issue through time.

use crate::analysis::{Daylight, Series, State, top_rung};
use crate::dossier::model::Issue;
use crate::scale::TimeScale;

use crate::layout::text::wrap;

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
    Some(RungLabel { rung, lines: wrap(label, size, width, 2).lines })
}
