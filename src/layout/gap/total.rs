//! All issues together through time.

use crate::analysis::{TotalSeries, TotalStep};
use crate::scale::TimeScale;

/// The paper of the total chart: shares are heights.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TotalPlot {
    /// Days to pixels.
    pub scale: TimeScale,
    /// Where 100 percent lies.
    pub top: f64,
    /// Where nothing lies.
    pub bottom: f64,
}

impl TotalPlot {
    /// The height at which a share lies.
    pub fn y(&self, share: f64) -> f64 {
        self.bottom - share.max(0.0).min(1.0) * (self.bottom - self.top)
    }
}

/// One stretch of an area's two upper edges.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Vertex {
    /// Left edge.
    pub x1: f64,
    /// Right edge.
    pub x2: f64,
    /// Height of the sure daylight.
    pub least: f64,
    /// Height of the possible daylight.
    pub most: f64,
}

/// A run of days without a break on which the mean is over all issues, or over some, or over none.
#[derive(Clone, Debug, PartialEq)]
pub struct TotalArea {
    /// Fewest issues known on one of its days.
    pub known_least: usize,
    /// Most issues known on one of its days.
    pub known_most: usize,
    /// How many issues there are.
    pub issues: usize,
    /// Its stretches; with no height of their own where nothing is known.
    pub vertices: Vec<Vertex>,
}

impl TotalArea {
    /// Left edge.
    pub fn x1(&self) -> f64 {
        self.vertices.first().map_or(0.0, |vertex| vertex.x1)
    }

    /// Right edge.
    pub fn x2(&self) -> f64 {
        self.vertices.last().map_or(0.0, |vertex| vertex.x2)
    }

    /// Whether the mean is over all issues.
    pub fn is_whole(&self) -> bool {
        self.known_least == self.issues
    }

    /// Whether there is no mean.
    pub fn is_unknown(&self) -> bool {
        self.known_most == 0
    }
}

/// The visible total.
#[derive(Clone, Debug, PartialEq)]
pub struct TotalLayout {
    /// The paper.
    pub plot: TotalPlot,
    /// Runs, oldest first.
    pub areas: Vec<TotalArea>,
}

/// Lays the visible steps of the total out; the work follows their number.
pub fn total_layout(series: &TotalSeries, plot: TotalPlot) -> TotalLayout {
    let window = plot.scale.window();
    let mut areas: Vec<TotalArea> = Vec::new();
    for step in series.between(window.first_day(), window.last_day()) {
        let vertex = vertex(step, &plot);
        let counts = step.total.counts;
        let known = if step.total.share.is_some() { counts.known() } else { 0 };
        let kind = |known: usize| (known == 0, known == counts.issues());
        match areas.last_mut() {
            Some(area) if kind(area.known_most) == kind(known) => {
                area.known_least = area.known_least.min(known);
                area.known_most = area.known_most.max(known);
                match area.vertices.last_mut() {
                    Some(last) if (last.least, last.most) == (vertex.least, vertex.most) => {
                        last.x2 = vertex.x2
                    }
                    _ => area.vertices.push(vertex),
                }
            }
            _ => areas.push(TotalArea {
                known_least: known,
                known_most: known,
                issues: counts.issues(),
                vertices: vec![vertex],
            }),
        }
    }
    TotalLayout { plot, areas }
}

fn vertex(step: &TotalStep, plot: &TotalPlot) -> Vertex {
    let scale = &plot.scale;
    let (least, most) = step.total.share.map_or((0.0, 0.0), |share| (share.least, share.most));
    Vertex {
        x1: scale.x_of(step.from).max(scale.left()),
        x2: scale.x(f64::from(step.until.number()) + 1.0).min(scale.right()),
        least: plot.y(least),
        most: plot.y(most),
    }
}

impl TotalLayout {
    /// Where a text of this size stands with the most paper of its own kind around it: in the sure light, or in the
    /// possible light above it, over areas whose mean is over all issues, and left of `limit`. Gives the middle of the
    /// text's place and the height that is free there.
    pub fn room(&self, sure: bool, width: f64, limit: f64) -> Option<(f64, f64, f64)> {
        let mut best: Option<(f64, f64, f64)> = None;
        for area in self.areas.iter().filter(|area| area.is_whole() && !area.is_unknown()) {
            for (start, vertex) in area.vertices.iter().enumerate() {
                let (x1, x2) = (vertex.x1, vertex.x1 + width);
                if x2 > area.x2().min(limit) {
                    break;
                }
                let covered = area.vertices.iter().skip(start).take_while(|vertex| vertex.x1 < x2);
                let (mut top, mut bottom) = (f64::MIN, f64::MAX);
                for vertex in covered {
                    let (upper, lower) =
                        if sure { (vertex.least, self.plot.bottom) } else { (vertex.most, vertex.least) };
                    top = top.max(upper);
                    bottom = bottom.min(lower);
                }
                let found = (x1 + width / 2.0, (top + bottom) / 2.0, bottom - top);
                if best.is_none_or(|best| found.2 > best.2 + 0.5) {
                    best = Some(found);
                }
            }
        }
        best
    }
}
