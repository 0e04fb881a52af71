//! The ways a title may be broken into lines.

use crate::layout::text::{self, Wrapped};
use crate::layout::timeline::PlacedLabel;

/// One way to break a title.
pub(super) struct Shape {
    pub text: Wrapped,
    /// Width and height of the block, whole cells of the occupancy map.
    pub width: f64,
    pub height: f64,
    /// What it costs against a title in one or two lines.
    pub cost: f64,
}

/// The ways a title may be broken: lines of about 150 pixels on a wide picture, 110 on a narrow one; shortened only where no
/// block of a bearable size holds it.
pub(super) fn shapes(title: &str, size: f64, width: f64) -> Vec<Shape> {
    let line = if width >= 560.0 { 150.0 } else { 110.0_f64.min(width - 8.0) };
    let tries: [(f64, usize, f64); 5] =
        [(line, 1, 0.0), (line, 2, 0.0), (line * 1.25, 2, 0.6), (line * 0.9, 3, 0.9), (line * 1.1, 4, 3.0)];
    let mut out: Vec<Shape> = Vec::new();
    let shape = |text: Wrapped, cost| {
        let height = text.lines.len() as f64 * PlacedLabel::LINE + 2.0;
        let width = ((text.width + 4.0) / 2.0).ceil() * 2.0;
        Shape { text, width, height, cost }
    };
    for (line, lines, cost) in tries {
        if lines == 4 && !out.is_empty() {
            continue;
        }
        if let Some(text) = text::balance(title, size, line, lines)
            && !out.iter().any(|shape| shape.text.lines.len() == text.lines.len())
        {
            out.push(shape(text, cost));
        }
    }
    if out.is_empty() {
        let text = text::wrap(title, size, line * 1.1, 3);
        if !text.lines.is_empty() && text.width <= line * 1.1 {
            out.push(shape(text, 4.0));
        }
    }
    out
}
