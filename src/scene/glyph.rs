//! One shape for each kind of event, legible from 8 pixels on. Each has a solid and a contour finish, so that the sides
//! differ in grey print too.

use super::mark::{Mark, num};
use crate::dossier::model::EventKind;

/// How a glyph is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finish {
    /// Filled: class `glyph solid`.
    Solid,
    /// A heavy outline: class `glyph contour`, drawn smaller by its stroke, which should be 2 pixels wide.
    Contour,
}

/// Corners in units of the radius, y down.
fn corners(kind: EventKind) -> &'static [(f64, f64)] {
    match kind {
        EventKind::Statement => &[],
        EventKind::Summit => &[(0.0, -1.15), (1.15, 0.0), (0.0, 1.15), (-1.15, 0.0)],
        // Two who face each other.
        EventKind::Talks => &[(-1.1, -0.9), (0.0, -0.3), (1.1, -0.9), (1.1, 0.9), (0.0, 0.3), (-1.1, 0.9)],
        EventKind::Agreement => &[(-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)],
        EventKind::Sanctions => &[(-1.1, -0.5), (1.1, -0.5), (1.1, 0.5), (-1.1, 0.5)],
        EventKind::Exercise => &[(0.0, -1.0), (1.1, 0.1), (1.1, 1.0), (0.0, -0.02), (-1.1, 1.0), (-1.1, 0.1)],
        EventKind::MissileTest => &[(0.0, -1.1), (1.05, 0.9), (-1.05, 0.9)],
        EventKind::NuclearTest => &[
            (0.0, -1.2),
            (0.36, -0.42),
            (1.14, -0.37),
            (0.54, 0.2),
            (0.71, 0.98),
            (0.0, 0.55),
            (-0.71, 0.98),
            (-0.54, 0.2),
            (-1.14, -0.37),
            (-0.36, -0.42),
        ],
        EventKind::Military => &[(-1.05, -0.9), (1.05, -0.9), (0.0, 1.1)],
        EventKind::Humanitarian => &[
            (-0.4, -1.05),
            (0.4, -1.05),
            (0.4, -0.4),
            (1.05, -0.4),
            (1.05, 0.4),
            (0.4, 0.4),
            (0.4, 1.05),
            (-0.4, 1.05),
            (-0.4, 0.4),
            (-1.05, 0.4),
            (-1.05, -0.4),
            (-0.4, -0.4),
        ],
        EventKind::Domestic => &[(0.0, -1.1), (1.0, -0.25), (1.0, 0.95), (-1.0, 0.95), (-1.0, -0.25)],
    }
}

/// The shape of a kind of event around a middle, in a square of `size` pixels.
pub fn glyph(kind: EventKind, x: f64, y: f64, size: f64, finish: Finish) -> Mark {
    let (class, radius) = match finish {
        Finish::Solid => ("glyph solid", size / 2.0),
        Finish::Contour => ("glyph contour", (size / 2.0 - 0.8).max(1.0)),
    };
    let corners = corners(kind);
    if corners.is_empty() {
        return Mark::Circle { class, cx: x, cy: y, r: radius * 0.95 };
    }
    let mut d = String::new();
    for (at, (dx, dy)) in corners.iter().enumerate() {
        d.push(if at == 0 { 'M' } else { 'L' });
        d.push_str(&num(x + dx * radius));
        d.push(' ');
        d.push_str(&num(y + dy * radius));
    }
    d.push('Z');
    Mark::Path { class, d }
}
