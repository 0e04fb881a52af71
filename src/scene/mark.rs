//! Marks: what is drawn, as plain data. A scene feeds the screen (`views::picture`), the SVG writer and the snapshots, so
//! that all three show the same picture.

use crate::dossier::date::Day;
use crate::dossier::model::Lane;
pub use crate::layout::round;

/// A drawing: marks in order, later ones on top. Coordinates are CSS pixels from the top left corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width in pixels.
    pub width: f64,
    /// Height in pixels.
    pub height: f64,
    /// What the picture shows, in a short phrase: its accessible name.
    pub title: String,
    /// What it shows in a sentence or two: its text alternative.
    pub description: String,
    /// The marks.
    pub marks: Vec<Mark>,
}

/// What a group of marks stands for, where a reader can open it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The event with this id.
    Event(String),
    /// The issue with this id.
    Issue(String),
    /// The events gathered in a cluster, which is named by the first of them.
    Cluster {
        /// The id of the first event.
        first: String,
        /// The day of the first event.
        from: Day,
        /// The day of the last event.
        to: Day,
        /// Whose acts they are.
        lane: Lane,
    },
    /// The break of the axis that begins on this day.
    Break(Day),
}

/// Where a text is anchored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its start stands at `x`.
    Start,
    /// Its middle stands at `x`.
    Middle,
    /// Its end stands at `x`.
    End,
}

/// One mark. `class` names a rule in `styles/`: the scene says what a thing is, the style sheet how it looks.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "coordinates are named as SVG names them")]
pub enum Mark {
    /// Marks that belong together.
    Group(Group),
    /// A straight line.
    Line { class: &'static str, x1: f64, y1: f64, x2: f64, y2: f64 },
    /// A rectangle; `radius` rounds its corners.
    Rect { class: &'static str, x: f64, y: f64, width: f64, height: f64, radius: f64 },
    /// A circle.
    Circle { class: &'static str, cx: f64, cy: f64, r: f64 },
    /// A path in SVG's path language, its numbers rounded by [`num`].
    Path { class: &'static str, d: String },
    /// One line of text; `y` is its baseline.
    Text { class: &'static str, x: f64, y: f64, anchor: Anchor, text: String },
}

/// Marks that belong together, and what they stand for.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// A rule in `styles/`; several names are separated by spaces.
    pub class: String,
    /// Identifies the group among its siblings from one scene to the next.
    pub key: String,
    /// Where its own origin stands: its marks are drawn from there, so that a group that only moves changes in one place.
    pub at: Option<(f64, f64)>,
    /// What it opens; such a group is a button.
    pub target: Option<Target>,
    /// Its accessible name; needed where there is a target.
    pub label: Option<String>,
    /// The marks inside.
    pub marks: Vec<Mark>,
}

impl Mark {
    /// Outlines of one class as one mark, so that a frame that moves them all changes one attribute; `None` where there are none.
    pub fn in_one(class: &'static str, d: String) -> Option<Mark> {
        (!d.is_empty()).then_some(Mark::Path { class, d })
    }
}

/// Marks that stand at a date, drawn from there: from one day to the next one number changes.
pub fn at_date(x: f64, marks: Vec<Mark>) -> Mark {
    let (class, key) = ("at-date".to_owned(), "at-date".to_owned());
    Mark::Group(Group { class, key, at: Some((round(x), 0.0)), target: None, label: None, marks })
}

/// The line of the as-of date, drawn at a date: an area, so that it has an edge of paper where it lies on light.
pub(super) fn playhead_over(top: f64, bottom: f64) -> Mark {
    let (y, height) = (round(top), round(bottom - top));
    Mark::Rect { class: "playhead over", x: -0.8, y, width: 1.6, height, radius: 0.0 }
}

/// A coordinate as SVG writes it: at most one decimal, no exponent, no negative zero.
pub fn num(value: f64) -> String {
    // Whole tenths, because formatting floats costs the browser many bytes of code.
    let tenths = if value.is_finite() { (value * 10.0).round().max(-1e9).min(1e9) as i64 } else { 0 };
    let (whole, rest) = (tenths.abs() / 10, tenths.abs() % 10);
    let sign = if tenths < 0 { "-" } else { "" };
    if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

/// A rectangle's outline, as a path's data; `radius` rounds its corners.
pub fn outline(x: f64, y: f64, width: f64, height: f64, radius: f64) -> String {
    let radius = radius.min(width / 2.0).min(height / 2.0);
    if radius <= 0.0 {
        return format!("M{} {}h{}v{}h{}z", num(x), num(y), num(width), num(height), num(-width));
    }
    let (across, down) = (num(width - 2.0 * radius), num(height - 2.0 * radius));
    let (r, minus) = (num(radius), num(-radius));
    let corner = format!("a{r} {r} 0 0 1 ");
    format!(
        "M{} {}h{across}{corner}{r} {r}v{down}{corner}{minus} {r}h-{across}{corner}{minus} {minus}v-{down}{corner}{r} {minus}z",
        num(x + radius),
        num(y)
    )
}

/// An upright line, as a path's data.
pub fn upright(x: f64, from: f64, to: f64) -> String {
    format!("M{} {}V{}", num(x), num(from), num(to))
}

/// A line of level stretches, as a path's data: stretches of one height are one.
pub struct Steps {
    path: String,
    y: String,
    /// The end of the stretch that is not written yet; empty where there is none.
    x: String,
}

impl Steps {
    /// Begins at a point.
    pub fn at(x: f64, y: f64) -> Steps {
        let y = num(y);
        Steps { path: format!("M{} {y}", num(x)), y, x: String::new() }
    }

    /// Goes up or down to a height, and level to `x`.
    pub fn to(&mut self, y: f64, x: f64) {
        let y = num(y);
        if y != self.y {
            self.turn();
            self.path.push_str(&format!("V{y}"));
            self.y = y;
        }
        self.x = num(x);
    }

    /// The next stretch may go back over this one.
    pub fn turn(&mut self) {
        if !self.x.is_empty() {
            self.path.push_str(&format!("H{}", std::mem::take(&mut self.x)));
        }
    }

    /// The whole line.
    pub fn end(mut self) -> String {
        self.turn();
        self.path
    }
}

/// A circle's outline, as a path's data.
pub fn disc(x: f64, y: f64, r: f64) -> String {
    let (radius, across, back) = (num(r), num(2.0 * r), num(-2.0 * r));
    format!("M{} {}a{radius} {radius} 0 1 0 {across} 0a{radius} {radius} 0 1 0 {back} 0", num(x - r), num(y))
}

/// A part of a picture's width, 0 to 1, as SVG writes it for drawings that stretch with the page: "12.5%".
pub fn across(part: f64) -> String {
    num(part * 100.0) + "%"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_have_at_most_one_decimal() {
        assert_eq!(num(0.0), "0");
        assert_eq!(num(-0.04), "0");
        assert_eq!(num(12.34), "12.3");
        assert_eq!(num(-7.96), "-8");
        assert_eq!(num(-0.5), "-0.5");
        assert_eq!(num(f64::NAN), "0");
        assert_eq!(num(f64::INFINITY), "0");
    }

    #[test]
    fn stretches_of_one_height_are_one_line_and_a_way_back_is_another() {
        let line = |points: &[(f64, f64)]| {
            let mut line = Steps::at(0.0, 5.0);
            points.iter().for_each(|(y, x)| line.to(*y, *x));
            line
        };
        assert_eq!(line(&[]).end(), "M0 5");
        assert_eq!(line(&[(5.0, 4.0), (5.01, 9.0), (2.0, 12.0), (5.0, 13.0)]).end(), "M0 5H9V2H12V5H13");
        // Of no height at all, it goes to its end and back.
        let mut flat = line(&[(5.0, 4.0), (5.0, 9.0)]);
        flat.turn();
        flat.to(5.0, 0.0);
        assert_eq!(flat.end(), "M0 5H9H0");
    }
}
