//! Marks as plain data, and an SVG writer: one scene feeds the screen, the export and the snapshots.

mod gap;
mod glance;
mod glyph;
mod heading;
mod ladder;
mod launches;
mod legend;
mod mark;
mod overview;
mod sketch;
mod svg;
mod timeline;
mod total;

pub use gap::{issue_chart, issue_playhead, party_name, stand_words};
pub use glance::{GLANCE_HEIGHT, glance};
pub use glyph::{Finish, glyph};
pub use heading::{heading_width, words as lane_heading};
pub use ladder::ladder;
pub use launches::{DatedMark, Days, Drawing, Form, by_day, by_year, nuclear_mark, outcome_mark, talk_mark};
pub use legend::{Key, legend};
pub use mark::{Anchor, Group, Mark, Scene, Target, across, num, outline, round};
pub use overview::overview;
pub use sketch::sketch;
pub use svg::svg;
pub use timeline::{Sides, cluster_words, lane_class, ruler, timeline};
pub use total::{total_chart, total_playhead};
