//! The bar of what lasts.

use crate::layout::timeline::{Span, SpanEnd};
use crate::scene::mark::{Mark, num, round};

/// A bar; an end that is not known to the day tapers off, an open one for longer.
pub fn draw_span(span: &Span) -> Mark {
    const HALF: f64 = 2.5;
    let width = span.x2 - span.x1;
    let taper = |end| match end {
        SpanEnd::Sharp | SpanEnd::Beyond => 0.0,
        SpanEnd::Soft => (width / 3.0).min(14.0),
        SpanEnd::Open => (width / 2.0).min(40.0),
    };
    let (left, right) = (taper(span.start), taper(span.end));
    let is = |end| span.start == end || span.end == end;
    let class = if is(SpanEnd::Open) {
        "span open"
    } else if is(SpanEnd::Soft) {
        "span soft"
    } else {
        "span"
    };
    if left == 0.0 && right == 0.0 {
        return Mark::Rect {
            class,
            x: span.x1,
            y: -HALF,
            width: round(width),
            height: 2.0 * HALF,
            radius: 1.0,
        };
    }
    let (top, bottom) = (num(-HALF), num(HALF));
    let (x1, x2) = (num(span.x1 + left), num(span.x2 - right));
    let d = format!(
        "M{} {m}L{x1} {top}L{x2} {top}L{} {m}L{x2} {bottom}L{x1} {bottom}Z",
        num(span.x1),
        num(span.x2),
        m = num(0.0)
    );
    Mark::Path { class, d }
}
