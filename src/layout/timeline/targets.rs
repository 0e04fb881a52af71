//! How large a part of the picture each mark answers to.

use super::PlacedMark;
use super::ground::even_below;
use crate::layout::Rect;
use crate::layout::occupancy::Occupancy;

/// The size hit boxes grow to where their neighbours leave room (WCAG 2.2, 2.5.8).
const TARGET: f64 = 24.0;

/// What a mark fills, without what belongs to its neighbours in the same row that it covers: half of the way to their middles, or all but
/// half a target.
fn own(mark: &PlacedMark, marks: &[PlacedMark], frame: &Rect) -> Rect {
    let body = mark.body();
    let mut hit = Rect {
        left: even_below(body.left).max(frame.left),
        top: even_below(body.top).max(frame.top),
        right: (-even_below(-body.right)).min(frame.right),
        bottom: (-even_below(-body.bottom)).min(frame.bottom),
    };
    for other in marks.iter().filter(|other| other.y == mark.y) {
        let half = (mark.x + other.x) / 2.0;
        if other.x > mark.x {
            hit.right = hit.right.min(half.max(other.x - TARGET / 2.0));
        } else if other.x < mark.x {
            hit.left = hit.left.max(half.min(other.x + TARGET / 2.0));
        }
    }
    hit
}

/// Lets each mark's hit box grow evenly into free space, up to [`TARGET`]; weightier marks and earlier ones first, a step
/// of a cell at a time so that neighbours share what lies between them.
pub(super) fn grow_targets(
    marks: &mut [PlacedMark],
    mut taken: Occupancy,
    words: Occupancy,
    width: f64,
    height: f64,
) {
    let frame = Rect { left: 0.0, top: 0.0, right: width, bottom: height };
    let hits: Vec<Rect> = marks.iter().map(|mark| own(mark, marks, &frame)).collect();
    for (mark, hit) in marks.iter_mut().zip(hits) {
        mark.hit = hit;
        taken.take(&hit);
    }
    let step = 2.0;
    for _ in 0..8 {
        for mark in marks.iter_mut() {
            let hit = mark.hit;
            let sides = [
                (Rect { right: hit.left, left: hit.left - step, ..hit }, true),
                (Rect { left: hit.right, right: hit.right + step, ..hit }, true),
                (Rect { bottom: hit.top, top: hit.top - step, ..hit }, false),
                (Rect { top: hit.bottom, bottom: hit.bottom + step, ..hit }, false),
            ];
            for (strip, sideways) in sides {
                let enough = if sideways { mark.hit.width() >= TARGET } else { mark.hit.height() >= TARGET };
                let inside = strip.left >= frame.left
                    && strip.right <= frame.right
                    && strip.top >= frame.top
                    && strip.bottom <= frame.bottom;
                // The strip of a side that grew a moment ago is as wide as the box is now.
                let strip = Rect {
                    left: if sideways { strip.left } else { mark.hit.left },
                    right: if sideways { strip.right } else { mark.hit.right },
                    ..strip
                };
                if enough || !inside || taken.is_taken(&strip) || words.is_taken(&strip) {
                    continue;
                }
                taken.take(&strip);
                mark.hit = Rect {
                    left: mark.hit.left.min(strip.left),
                    top: mark.hit.top.min(strip.top),
                    right: mark.hit.right.max(strip.right),
                    bottom: mark.hit.bottom.max(strip.bottom),
                };
            }
        }
    }
    for mark in marks {
        mark.hit = mark.hit.rounded();
    }
}
