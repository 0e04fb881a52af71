//! The expectation gap in pixels: one issue through time, one issue's ladder at a date, all issues together.

mod annotate;
mod chart;
mod ladder;
mod total;

pub use annotate::{Annotation, Placed, annotations, place};
pub use chart::{IssueLayout, Overlap, Plot, RungLabel, Slab, issue_layout, rung_label};
pub use ladder::{LadderLayout, LadderRow, Light, ladder_layout};
pub use total::{TotalArea, TotalLayout, TotalPlot, Vertex, total_layout};
